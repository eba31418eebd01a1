/*
 * netd - gives containers networks: bridges, interfaces, addresses in the kernel,
 * ports, rules between them.
 *
 * Answers    net.attach, net.detach (monitor); network.create, remove, connect,
 *            disconnect, policy_set, health, icc.ping, icc.connections (clients)
 * Asks       store: networks, reserve, attach, detach, attached, address, policy, denied
 *            monitor: netns, policy, attachments
 * Publishes  nothing itself: an event is part of the store's change
 *
 * The only actor with CAP_NET_ADMIN.  It keeps no file: at start it compares the kernel
 * with the store and mends both ways (boot.c).  Which address a container has is the
 * store's to say; what this process makes of it can be made again, or undone by name.
 * Work on links is quilt-netns's (job.h): nothing here waits for the kernel's lock on them.
 */
#include "actors/netd/netd.h"
#include "actors/netd/policy.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#define TICK_MS 2000
#define REASSERT_MS 30

static struct cause cause_of(struct request *req)
{
    struct cause c = { .uid = request_caller(req)->uid };

    str_fmt(c.verb.text, sizeof c.verb.text, "%s", request_verb(req));
    return c;
}

static struct about about_of(struct request *req)
{
    return (struct about){ .number = request_number(req) };
}

/* ---------------------------------------------------------------- containers come and go */

handled on_net_attach(struct netd *self, const struct net_attach *m, struct request *req)
{
    struct member *known = map_get(self->members, m->network_claim.container.text);
    struct err e = ERR_NONE;
    struct member *made;

    if (known && known->incarnation == m->network_claim.incarnation && known->ns >= 0 && known->ready)
        return reply_net_attach(req, &(struct net_attach_reply){ .pid = (uint64_t)getpid(), .fd = (uint64_t)known->ns, .inode = known->inode });
    if (known && known->incarnation == m->network_claim.incarnation && known->in_work) {
        known->request = request_number(req);   /* asked again: whoever asked first has gone */
        return HANDLED_LATER;
    }
    if (known)
        member_free(known);
    if (m->network_claim.has_policy && policy_check(&m->network_claim.policy, &e) < 0)
        return request_fail(req, &e);
    made = member_new(self, &m->network_claim, &e);
    if (!made)
        return request_fail(req, &e);
    made->request = request_number(req);
    member_go(made);
    return HANDLED_LATER;
}

handled on_net_detach(struct netd *self, const struct net_detach *m, struct request *req)
{
    struct member *known = map_get(self->members, m->container.text);

    if (known && known->incarnation <= m->incarnation)
        member_free(known);
    return reply_net_detach(req, &(struct net_detach_reply){});
}

handled on_net_settle(struct netd *self, const struct net_settle *m, struct request *req)
{
    (void)self;
    (void)m;
    return reply_net_settle(req, &(struct net_settle_reply){});
}

/* ---------------------------------------------------------------- networks come and go */

static int choose_subnet(struct netd *self, const struct network_create *m, struct network *out, struct ip4_net *net, struct err *e)
{
    if (!m->has_subnet) {
        if (net_free_subnet(self, net, e) < 0)
            return -1;
    } else if (ip4_net_parse(m->subnet.text, net) < 0) {
        return err_set(e, ERR_INVALID, "subnet %s: not an IPv4 network (address/length, with no bits beyond it)", m->subnet.text);
    }
    if (net->bits < 8 || net->bits > 29)
        return err_set(e, ERR_INVALID, "subnet %s: a length of 8 to 29", m->subnet.text);
    if (net->base >> 28 == 14 || net->base >> 24 == 127 || net->base >> 24 == 0 || net->base >> 16 == 0xa9fe)
        return err_set(e, ERR_INVALID, "subnet %s: not for networks", m->subnet.text);
    ip4_net_text(net, out->subnet.text);
    return 0;
}

static int choose_gateway(const struct network_create *m, struct network *out, const struct ip4_net *net, struct err *e)
{
    uint32_t gateway = net->base + 1;

    if (m->has_gateway && ip4_parse(m->gateway.text, &gateway) < 0)
        return err_set(e, ERR_INVALID, "gateway %s: not an IPv4 address", m->gateway.text);
    if (!ip4_net_has(net, gateway) || gateway == net->base || gateway == ip4_last(net))
        return err_set(e, ERR_INVALID, "gateway %s: not an address of %s", m->gateway.text, out->subnet.text);
    ip4_text(gateway, out->gateway.text);
    return 0;
}

static int choose_subnet6(struct netd *self, const struct network_create *m, struct network *out, const struct ip4_net *net, struct err *e)
{
    struct ip6_net net6;
    char ula[20];

    out->has_subnet6 = m->ipv6 || m->has_subnet6;
    if (m->has_subnet6 && (ip6_net_parse(m->subnet6.text, &net6) < 0 || net6.bits != 64))
        return err_set(e, ERR_INVALID, "subnet6 %s: not an IPv6 network of /64", m->subnet6.text);
    if (m->has_subnet6)
        out->subnet6 = m->subnet6;
    if (m->has_subnet6 || !m->ipv6)
        return 0;
    place_ula(&self->place, ula);       /* the last 16 bits from the subnet: two networks differ in it, or nearly always */
    str_fmt(out->subnet6.text, sizeof out->subnet6.text, "%s:%x::/64", ula, (unsigned)(net->base >> 8 & 0xffff));
    return 0;
}

static int describe(struct netd *self, const struct network_create *m, struct network *out, struct err *e)
{
    struct ip4_net net;

    *out = (struct network){ .name = m->name, .internal = m->internal, .has_labels = m->has_labels, .labels = m->labels,
                             .has_policy = m->has_policy, .policy = m->policy };
    if (choose_subnet(self, m, out, &net, e) < 0 || choose_gateway(m, out, &net, e) < 0 || choose_subnet6(self, m, out, &net, e) < 0)
        return -1;
    if (m->has_policy && policy_check(&m->policy, e) < 0)
        return -1;
    return m->has_subnet ? net_check(self, out, e) : 0;
}

static void tell_failed(void *arg, const struct about *about, const struct store_network_remove_reply *reply, const struct err *failed)
{
    (void)arg;
    (void)about;
    (void)reply;
    if (failed)
        log_warn("network", "%s", failed->text);
}

/* What was made in the store and cannot be in the kernel is taken back. */
static void undo_create(struct netd *self, struct net *n, struct request *req, const struct err *e)
{
    struct store_network_remove m = { .cause.verb.text = "netd" };

    str_fmt(m.name.text, sizeof m.name.text, "%s", n->name);
    net_down(n);
    net_free(n);
    self->resync_due = true;
    ask_store_network_remove(self->actor, &m, (struct about){ 0 }, tell_failed);
    if (req)
        request_fail(req, e);
}

static void on_inserted(void *arg, const struct about *about, const struct store_network_insert_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct err e = ERR_NONE;
    struct net *n;

    if (failed) {
        if (req && failed->code == ERR_EXISTS && !net_get(self, network_create_of(req)->name.text))
            boot_start_over(self, "a network that was recorded, and is not known here");
        if (req)
            request_fail(req, failed);
        return;
    }
    n = net_get(self, reply->network.name.text);
    if (!n)
        n = net_new(self, &reply->network);
    if (net_up(n, &e) < 0 || (n->policy && net_filter(n, &e) < 0) || boot_rules(self, &e) < 0) {
        undo_create(self, n, req, &e);
        return;
    }
    pool_begin(n);
    if (req)
        reply_network_create(req, &(struct network_create_reply){ .network = reply->network });
}

handled on_network_create(struct netd *self, const struct network_create *m, struct request *req)
{
    struct store_network_insert ask = { .cause = cause_of(req) };
    struct err e = ERR_NONE;

    if (!strcmp(m->name.text, "none") || !strcmp(m->name.text, "host") || !strcmp(m->name.text, "container"))
        return request_error(req, ERR_INVALID, "network %s: the name means something else", m->name.text);
    if (net_get(self, m->name.text))
        return request_error(req, ERR_EXISTS, "network %s: exists already", m->name.text);
    if (describe(self, m, &ask.network, &e) < 0)
        return request_fail(req, &e);
    ask_store_network_insert(self->actor, &ask, about_of(req), on_inserted);
    return HANDLED_LATER;
}

static void on_forgotten(void *arg, const struct about *about, const struct store_network_remove_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct err e = ERR_NONE;
    struct net *n;

    if (failed) {
        if (req && failed->code == ERR_NOT_FOUND && net_get(self, network_remove_of(req)->network.text))
            boot_start_over(self, "a network that was removed, and is still known here");
        if (req)
            request_fail(req, failed);
        return;
    }
    n = net_numbered(self, reply->number);
    if (n) {
        net_down(n);
        net_free(n);
        if (boot_rules(self, &e) < 0)
            log_warn("rules", "%s", e.text);
    }
    if (req)
        reply_network_remove(req, &(struct network_remove_reply){});
}

handled on_network_remove(struct netd *self, const struct network_remove *m, struct request *req)
{
    if (!strcmp(m->network.text, "bridge"))
        return request_error(req, ERR_STATE, "network bridge: is the one that containers get, and stays");
    ask_store_network_remove(self->actor, &(struct store_network_remove){ .name = m->network, .cause = cause_of(req) }, about_of(req), on_forgotten);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- connect and disconnect */

static void tell_monitor(struct netd *self, const struct container_id *id, struct wire_list attachments)
{
    ask_monitor_attachments(self->actor, &(struct monitor_attachments){ .container = *id, .attachments = attachments }, (struct about){ 0 }, NULL);
}

static void take_back(struct netd *self, const char *id, const char *network)
{
    struct store_detach m = { .cause.verb.text = "netd" };

    str_fmt(m.container.text, sizeof m.container.text, "%s", id);
    str_fmt(m.network.text, sizeof m.network.text, "%s", network);
    ask_store_detach(self->actor, &m, (struct about){ 0 }, NULL);
}

static void reply_connected(struct request *req, const struct link *l)
{
    const struct network_connect *m = network_connect_of(req);
    struct network_connect_reply reply = { .has_attachment = true };
    struct attachment *a = &reply.attachment;

    a->network = m->network;
    str_fmt(a->interface.text, sizeof a->interface.text, "%s", l->plan.interface);
    ip4_text(l->plan.address, a->address.text);
    a->prefix = l->plan.bits;
    ip4_text(l->plan.gateway, a->gateway.text);
    str_fmt(a->mac.text, sizeof a->mac.text, "%02x:%02x:%02x:%02x:%02x:%02x", l->plan.mac[0], l->plan.mac[1], l->plan.mac[2], l->plan.mac[3], l->plan.mac[4],
            l->plan.mac[5]);
    a->internal = l->plan.internal;
    reply_network_connect(req, &reply);
}

static int rules_of_link(struct netd *self, struct member *m, struct link *l, struct err *e)
{
    struct script s = { 0 };
    int result;

    rules_put_link(self->rules, &s, &l->rule, true);
    result = rules_run(self->rules, &s, e);
    script_done(&s);
    l->ruled = result == 0;
    if (result == 0 && member_filter(m, e) < 0)
        return -1;
    return result < 0 ? -1 : m->policy ? member_policy_apply(m, e) : 0;
}

static struct link *link_asked_by(struct member *m, uint64_t request)
{
    for (int i = 0; m && i < m->link_count; i++)
        if (m->links[i].request == request)
            return &m->links[i];
    return NULL;
}

static void fail_connect(struct netd *self, struct member *m, struct link *l, struct request *req, const struct err *e)
{
    char network[64], id[13];

    str_fmt(network, sizeof network, "%s", l->network);
    str_fmt(id, sizeof id, "%s", m->id);
    member_drop_link(m, network);
    take_back(self, id, network);
    if (req)
        request_fail(req, e);
}

/* The interface is in the container: its rules, and the answer. */
static void on_joined(void *arg, const struct job *job, const struct job_answer *a, int ns)
{
    struct netd *self = arg;
    struct member *m = map_get(self->members, job->owner);
    struct request *req = request_find(self->actor, job->request);
    struct link *l = link_asked_by(m, job->request);
    struct err e = ERR_NONE;

    (void)ns;
    if (!l) {
        if (req)
            request_error(req, ERR_STATE, "container %s ended meanwhile", job->owner);
        return;
    }
    l->request = 0;
    l->made = a->code == 0;
    if (a->code)
        err_set(&e, a->code, "%s", a->text);
    if (a->code || rules_of_link(self, m, l, &e) < 0)
        fail_connect(self, m, l, req, &e);
    else if (req)
        reply_connected(req, l);
}

static void join_in(struct netd *self, const char *id, uint64_t number, int ns, const struct err *failed)
{
    struct member *m = map_get(self->members, id);
    struct request *req = request_find(self->actor, number);
    struct link *l = link_asked_by(m, number);

    if (failed && l) {
        fail_connect(self, m, l, req, failed);
        return;
    }
    if (!l) {
        if (req)
            request_error(req, ERR_STATE, "container %s ended meanwhile", id);
        return;
    }
    l->plan.kind = JOB_JOIN;
    l->plan.replace = 1;
    l->plan.request = number;
    l->plan.rate_in = m->rate_in;
    l->plan.rate_out = m->rate_out;
    l->rated = true;
    jobs_send(self->jobs, &l->plan, ns, on_joined);
}

static void on_attached(void *arg, const struct about *about, const struct store_attach_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct member *m = failed ? NULL : map_get(self->members, reply->id.text);
    struct err e = ERR_NONE;
    struct net *n;
    struct link l;

    if (failed) {
        if (req)
            request_fail(req, failed);
        return;
    }
    tell_monitor(self, &reply->id, reply->attachments);
    if (m && !m->ready) {
        take_back(self, m->id, reply->attachment.network.text);
        if (req)
            request_error(req, ERR_STATE, "container %s is being started: connect it when it runs", m->id);
        return;
    }
    if (!m || !reply->has_attachment) {     /* it does not run: with the next start */
        if (req)
            reply_network_connect(req, &(struct network_connect_reply){ .has_attachment = reply->has_attachment, .attachment = reply->attachment });
        return;
    }
    if (link_plan(self, &reply->attachment, false, &l, &e) < 0) {
        if (req)
            request_fail(req, &e);
        return;
    }
    for (int i = 0; i < m->link_count; i++)
        if (!strcmp(m->links[i].plan.link, l.plan.link) && m->links[i].made) {      /* it is there: asked twice */
            if (req)
                reply_connected(req, &m->links[i]);
            return;
        }
    l.request = about->number;
    n = net_get(self, l.network);
    if (n)
        pool_evict(n, l.plan.address);
    member_add_link(m, &l);
    member_ns(m, about->number, join_in);
}

handled on_network_connect(struct netd *self, const struct network_connect *m, struct request *req)
{
    struct store_attach ask = { .container = m->container, .cause = cause_of(req) };
    struct net *n = net_get(self, m->network.text);

    if (n && n->failure[0])
        return request_error(req, ERR_FAILED, "%s", n->failure);
    ask.wish = (struct network_attachment){ .network = m->network, .has_address = m->has_address, .address = m->address, .has_mac = m->has_mac,
                                            .mac = m->mac, .has_aliases = m->has_aliases, .aliases = m->aliases };
    ask_store_attach(self->actor, &ask, about_of(req), on_attached);
    return HANDLED_LATER;
}

static bool is_on(const struct member *m, const char *network)
{
    for (int i = 0; m && i < m->link_count; i++)
        if (!strcmp(m->links[i].network, network))
            return true;
    return false;
}

/* The store says that it is not on that network: if it is in the kernel, an answer was lost between a commit and here. */
static void on_not_on(void *arg, const struct about *about, const struct store_address_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    const char *network = req ? network_disconnect_of(req)->network.text : "";
    struct member *m = failed ? NULL : map_get(self->members, reply->from.text);

    if (is_on(m, network)) {
        member_drop_link(m, network);
        if (req)
            reply_network_disconnect(req, &(struct network_disconnect_reply){});
    } else if (req && failed) {
        request_fail(req, failed);
    } else if (req) {
        request_error(req, ERR_STATE, "container %s: is not on network %s", reply->from.text, network);
    }
}

static void on_detached(void *arg, const struct about *about, const struct store_detach_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct member *m = failed ? NULL : map_get(self->members, reply->id.text);

    if (failed) {
        if (req && failed->code == ERR_STATE)
            ask_store_address(self->actor, &(struct store_address){ .from = network_disconnect_of(req)->container, .to.text = "localhost" }, *about, on_not_on);
        else if (req)
            request_fail(req, failed);
        return;
    }
    tell_monitor(self, &reply->id, reply->attachments);
    if (m && reply->has_attachment)
        member_drop_link(m, reply->attachment.network.text);
    if (req)
        reply_network_disconnect(req, &(struct network_disconnect_reply){});
}

handled on_network_disconnect(struct netd *self, const struct network_disconnect *m, struct request *req)
{
    ask_store_detach(self->actor, &(struct store_detach){ .container = m->container, .network = m->network, .cause = cause_of(req) }, about_of(req), on_detached);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- policies */

/* The bytes of a network.policy_set: it holds when it is recorded, whether or not its client still waits. */
struct kept {
    size_t len;
    uint8_t bytes[];
};

static void keep_policy(struct netd *self, struct request *req)
{
    struct wire_span args = request_args(req);
    struct kept *k = xalloc(sizeof *k + args.len);
    char key[24];

    k->len = args.len;
    memcpy(k->bytes, args.data, args.len);
    map_put(self->policies, map_key(request_number(req), key), k);
}

/* Taken out, and the caller's to free; m points into it. */
static struct kept *policy_kept(struct netd *self, uint64_t number, struct network_policy_set *m)
{
    char key[24];
    struct kept *k = map_remove(self->policies, map_key(number, key));
    struct wire_reader r = wire_reader(k ? (struct wire_span){ k->bytes, k->len } : (struct wire_span){ 0 });

    if (k && network_policy_set_read(&r, m, NULL) < 0) {
        free(k);
        return NULL;
    }
    return k;
}

static void answer_policy(struct request *req, const struct err *e)
{
    if (req && e->code)
        request_fail(req, e);
    else if (req)
        reply_network_policy_set(req, &(struct network_policy_set_reply){});
}

static void on_network_policy(void *arg, const struct about *about, const struct store_policy_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct err e = ERR_NONE, rules = ERR_NONE;
    struct network_policy_set m;
    struct kept *kept = policy_kept(self, about->number, &m);
    struct net *n = failed ? NULL : net_numbered(self, reply->number);

    if (failed && req)
        request_fail(req, failed);
    if (n && kept) {
        net_set_policy(n, m.has_policy, &m.policy);
        if (n->policy)
            net_filter(n, &e);
        boot_rules(self, &rules);       /* what can be enforced is, whatever cannot */
        answer_policy(req, e.code ? &e : &rules);
    }
    free(kept);
}

static void on_container_policy(void *arg, const struct about *about, const struct monitor_policy_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct err e = ERR_NONE, rules = ERR_NONE;
    struct network_policy_set set;
    struct kept *kept = policy_kept(self, about->number, &set);
    struct member *m = failed ? NULL : map_get(self->members, reply->id.text);

    if (failed && req)
        request_fail(req, failed);
    if (m && kept) {
        member_set_policy(m, set.has_policy, &set.policy);
        member_filter(m, &e);
        boot_rules(self, &rules);
    }
    if (!failed)
        answer_policy(req, e.code ? &e : &rules);
    free(kept);
}

handled on_network_policy_set(struct netd *self, const struct network_policy_set *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (m->has_network == m->has_container)
        return request_error(req, ERR_INVALID, "policy: of a network or of a container, one of them");
    if (m->has_policy && policy_check(&m->policy, &e) < 0)
        return request_fail(req, &e);
    keep_policy(self, req);
    if (m->has_network)
        ask_store_policy(self->actor, &(struct store_policy){ .network = m->network, .has_policy = m->has_policy, .policy = m->policy, .cause = cause_of(req) },
                         about_of(req), on_network_policy);
    else
        ask_monitor_policy(self->actor, &(struct monitor_policy){ .container = m->container, .has_policy = m->has_policy, .policy = m->policy }, about_of(req),
                           on_container_policy);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- looking */

handled on_network_health(struct netd *self, const struct network_health *m, struct request *req)
{
    (void)m;
    return look_health(self, req);
}

/* ---------------------------------------------------------------- somebody meddled */

static void on_reassert(void *arg)
{
    struct netd *self = arg;
    struct err e = ERR_NONE;

    self->reassert = NULL;
    if (!self->booted)
        return;
    if (boot_rules(self, &e) < 0)
        log_error("rules", "%s", e.text);
    else
        log_warn("rules_asserted", "tables %s were touched by somebody else, or out of step", rules_table(self->rules));
}

static void on_rules_news(void *arg, uint32_t events)
{
    struct netd *self = arg;

    (void)events;
    if (rules_changed(self->rules) && !self->reassert)
        self->reassert = loop_after(self->loop, REASSERT_MS, on_reassert, self);
}

static void on_tick(void *arg)
{
    struct netd *self = arg;
    struct map_iter it = map_iter(self->networks);
    struct member *m;
    struct net *n;

    loop_after(self->loop, TICK_MS, on_tick, self);
    if (!self->booted)
        return;
    while ((n = map_next(&it, NULL)))
        if (!n->failure[0])
            pool_refill(n);
    for (it = map_iter(self->members); (m = map_next(&it, NULL));)
        self->resync_due |= member_hold_again(m);
    look_count_denied(self);
    if (self->resync_due && !self->reassert)
        self->reassert = loop_after(self->loop, REASSERT_MS, on_reassert, self);
}

/* ---------------------------------------------------------------- life */

static void netd_peer_changed(void *arg, const char *peer, enum channel_state state, uint32_t pid, uint64_t restarts)
{
    struct netd *self = arg;

    (void)state;
    (void)restarts;
    if (!strcmp(peer, "monitor"))
        self->monitor_pid = pid;
}

static void netd_held(void *arg, const char *name, int fd)
{
    struct netd *self = arg;

    if (fd >= 0)                        /* the supervisor tells this actor names only */
        close(fd);
    map_put(self->held, name, self);
}

static void *netd_start(struct actor *a, struct err *e)
{
    struct netd *self = xalloc(sizeof *self);
    char program[1100];

    self->actor = a;
    self->loop = actor_loop(a);
    self->place = place_of(actor_options(a)->instance);
    self->networks = map_new();
    self->members = map_new();
    self->held = map_new();
    self->counters = map_new();
    self->pings = map_new();
    self->going = map_new();
    self->policies = map_new();
    if (settings_read(&self->settings, actor_options(a)->config, e) < 0)
        return NULL;
    self->rtnl = rtnl_open(e);
    if (!self->rtnl)
        return NULL;
    self->rules = rules_open(&self->place);
    str_fmt(program, sizeof program, "%s/quilt-netns", actor_options(a)->libexec_dir);
    self->jobs = jobs_new(self->loop, program, self);
    if (rules_fd(self->rules) >= 0)
        loop_watch(self->loop, rules_fd(self->rules), EPOLLIN, on_rules_news, self);
    loop_after(self->loop, TICK_MS, on_tick, self);
    boot_begin(self);
    return self;
}

static void netd_stop(void *arg)
{
    struct netd *self = arg;
    struct map_iter it;
    struct member *m;
    struct net *n;
    void *kept;

    pings_done(self);
    boot_stop(self);
    jobs_free(self->jobs);
    for (it = map_iter(self->members); (m = map_next(&it, NULL));)
        member_leave(m);
    for (it = map_iter(self->networks); (n = map_next(&it, NULL));)
        net_free(n);
    rules_close(self->rules);
    rtnl_close(self->rtnl);
    map_free(self->networks);
    map_free(self->members);
    map_free(self->held);
    map_free(self->counters);
    map_free(self->pings);
    map_free(self->going);
    for (it = map_iter(self->policies); (kept = map_next(&it, NULL));)
        free(kept);
    map_free(self->policies);
    free(self);
}

int main(int argc, char **argv)
{
    return actor_main(argc, argv, &(struct actor_spec){
        .name = "netd", .dispatch = netd_dispatch, .start = netd_start, .stop = netd_stop, .peer_changed = netd_peer_changed, .held = netd_held,
    });
}
