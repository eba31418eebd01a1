/*
 * member - the network of one container: its interfaces, ports, policy and bounds.
 *
 *     net.attach --> links one by one (a ready one from the pool | quilt-netns) --> ports
 *       held, rules in --> READY, answered with the namespace --net.detach--> freed
 *                              `--any step failed---------------------------> freed
 *
 * Freeing is the one undo: it takes half-made ones, and ones that another netd made
 * (adopted at start: their namespace is asked of the monitor when it is needed).
 */
#include "actors/netd/hold.h"
#include "actors/netd/netd.h"
#include "actors/netd/policy.h"
#include "base/auto.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---------------------------------------------------------------- from messages */

static int read_address6(struct job *j, struct rules_link *r, const struct attachment *a)
{
    j->has6 = r->has6 = a->has_address6 && a->has_gateway6;
    if (!j->has6)
        return 0;
    str_fmt(r->address6, sizeof r->address6, "%.45s", a->address6.text);
    return ip6_parse(a->address6.text, &j->address6) < 0 ? -1 : ip6_parse(a->gateway6.text, &j->gateway6);
}

int link_plan(struct netd *self, const struct attachment *a, bool first, struct link *out, struct err *e)
{
    struct job *j = &out->plan;

    *out = (struct link){ 0 };
    if (ip4_parse(a->address.text, &j->address) < 0 || ip4_parse(a->gateway.text, &j->gateway) < 0 || mac_parse(a->mac.text, j->mac) < 0 ||
        read_address6(j, &out->rule, a) < 0 || a->prefix > 32 || strlen(a->interface.text) >= LINK_NAME)
        return err_set(e, ERR_INTERNAL, "attachment to network %s: %s %s", a->network.text, a->address.text, a->mac.text);
    str_fmt(out->network, sizeof out->network, "%s", a->network.text);
    place_bridge(&self->place, a->number, j->bridge);
    place_link(&self->place, j->address, j->link);
    str_fmt(j->interface, sizeof j->interface, "%.15s", a->interface.text);
    j->bits = (uint8_t)a->prefix;
    j->internal = a->internal;
    j->first = first;
    str_fmt(out->rule.link, sizeof out->rule.link, "%s", j->link);
    str_fmt(out->rule.address, sizeof out->rule.address, "%.15s", a->address.text);
    memcpy(out->rule.mac, j->mac, 6);
    return 0;
}

static int read_links(struct member *m, const struct network_claim *c, struct err *e)
{
    struct wire_reader r = wire_reader(c->attachments.items);

    if (c->attachments.count > LINKS_MAX)
        return err_set(e, ERR_INVALID, "container %s: more than %d networks", m->id, LINKS_MAX);
    for (uint32_t i = 0; i < c->attachments.count; i++) {
        struct attachment a;

        if (attachment_read(&r, &a, e) < 0 || link_plan(m->netd, &a, i == 0, &m->links[m->link_count], e) < 0)
            return -1;
        m->link_count++;
    }
    return 0;
}

static int read_ports(struct member *m, const struct network_claim *c, struct err *e)
{
    struct wire_reader r = wire_reader(c->ports.items);

    for (uint32_t i = 0; c->has_ports && i < c->ports.count; i++) {
        struct published_port p;
        uint32_t host = 0;

        if (published_port_read(&r, &p, e) < 0)
            return -1;
        if (m->port_count + (int)p.count > PORTS_MAX)
            return err_set(e, ERR_INVALID, "container %s: more than %d published ports", m->id, PORTS_MAX);
        if (p.has_host_address && ip4_parse(p.host_address.text, &host) < 0)
            return err_set(e, ERR_INVALID, "host address %s: not an IPv4 address", p.host_address.text);
        m->ports = xrealloc(m->ports, (size_t)(m->port_count + (int)p.count) * sizeof *m->ports);
        for (uint64_t n = 0; n < p.count; n++) {
            struct port *to = &m->ports[m->port_count++];

            *to = (struct port){ .host = host, .port = (uint16_t)(p.host_port + n), .to = (uint16_t)(p.container_port + n), .fd = -1 };
            str_fmt(to->protocol, sizeof to->protocol, "%s", port_protocol_name(p.protocol));
        }
    }
    return 0;
}

void member_set_policy(struct member *m, bool has, const struct policy *p)
{
    struct wire_writer w;

    free(m->policy);
    m->policy = NULL;
    m->restricted = has && policy_restricts(p);
    if (!m->restricted)
        return;
    wire_writer_init(&w);
    policy_write(&w, p);
    m->policy = w.data;
    m->policy_len = w.len;
}

struct member *member_new(struct netd *self, const struct network_claim *c, struct err *e)
{
    struct member *m = xalloc(sizeof *m);

    m->netd = self;
    m->ns = -1;
    m->incarnation = c->incarnation;
    m->rate_in = c->rate_in_bytes;
    m->rate_out = c->rate_out_bytes;
    str_fmt(m->id, sizeof m->id, "%s", c->container.text);
    must(!map_get(self->members, m->id));
    map_put(self->members, m->id, m);
    member_set_policy(m, c->has_policy, &c->policy);
    if (read_links(m, c, e) < 0 || read_ports(m, c, e) < 0) {
        member_free(m);
        return NULL;
    }
    for (int i = 0; i < m->link_count; i++)
        str_fmt(m->links[i].plan.owner, sizeof m->links[i].plan.owner, "%s", m->id);
    return m;
}

struct member *member_on(struct netd *self, const char *link)
{
    struct map_iter it = map_iter(self->members);
    struct member *m;

    while ((m = map_next(&it, NULL)))
        for (int i = 0; i < m->link_count; i++)
            if (!strcmp(m->links[i].plan.link, link))
                return m;
    return NULL;
}

/* ---------------------------------------------------------------- rules */

static void port_rules(struct member *m, struct script *s, struct port *p, bool add)
{
    if (m->link_count)
        rules_put_port(m->netd->rules, s, p->protocol, p->host, p->port, m->links[0].rule.address, p->to, add);
}

static void policy_rules(struct member *m, struct script *s, bool add)
{
    struct wire_reader r = wire_reader((struct wire_span){ m->policy, m->policy_len });
    struct policy p;

    if (!m->policy || policy_read(&r, &p, NULL) < 0)
        return;
    if (add)
        policy_chains(s, rules_table(m->netd->rules), m->id, &p);
    for (int i = 0; i < m->link_count; i++)
        rules_put_policy(m->netd->rules, s, m->id, m->links[i].rule.address, m->links[i].rule.address6, add);
    if (!add)
        policy_remove_chains(s, rules_table(m->netd->rules), m->id);
}

/* All that it has in the tables. */
void member_rules(struct member *m, struct script *s, bool add)
{
    for (int i = 0; i < m->link_count; i++)
        if (m->links[i].made && (add || m->links[i].ruled)) {
            rules_put_link(m->netd->rules, s, &m->links[i].rule, add);
            m->links[i].ruled = add;
        }
    for (int i = 0; i < m->port_count; i++)
        if (m->ports[i].fd >= 0 && (add || m->ports[i].ruled)) {
            port_rules(m, s, &m->ports[i], add);
            m->ports[i].ruled = add;
        }
    if (m->ready)
        policy_rules(m, s, add);
}

/* The bridges that its packets pass must show them to the inet table. */
int member_filter(struct member *m, struct err *e)
{
    for (int i = 0; i < m->link_count; i++) {
        struct net *n = net_get(m->netd, m->links[i].network);

        if (n && (m->restricted || n->facts.restricted) && net_filter(n, e) < 0)
            return -1;
    }
    return 0;
}

int member_policy_apply(struct member *m, struct err *e)
{
    struct script s = { 0 };
    int result;

    if (member_filter(m, e) < 0)
        return -1;
    policy_rules(m, &s, true);
    result = rules_run(m->netd->rules, &s, e);
    script_done(&s);
    return result;
}

/* ---------------------------------------------------------------- freeing */

void member_leave(struct member *m)
{
    for (int i = 0; i < m->port_count; i++) {
        loop_unwatch(m->netd->loop, m->ports[i].watch);
        if (m->ports[i].fd >= 0)
            close(m->ports[i].fd);
    }
    if (m->ns >= 0)
        close(m->ns);
    map_remove(m->netd->members, m->id);
    free(m->policy);
    free(m->ports);
    free(m);
}

void member_free(struct member *m)
{
    struct netd *self = m->netd;
    struct script s = { 0 };
    struct err e = ERR_NONE;

    if (m->policy)
        look_count_denied(self);        /* what was denied since the last look goes with its chains */
    member_rules(m, &s, false);
    if (s.text && rules_run(self->rules, &s, &e) < 0) {
        log_warn("rules", "container %s: %s", m->id, e.text);
        self->resync_due = true;
    }
    script_done(&s);
    for (int i = 0; i < m->link_count; i++)
        if (m->links[i].made) {
            links_expect_gone(self, m->links[i].plan.link);
            forget_address(self, m->links[i].plan.address);
        }
    member_leave(m);
}

static void fail(struct member *m, const struct err *failed)
{
    struct request *req = m->request ? request_find(m->netd->actor, m->request) : NULL;
    struct err e = *failed;

    if (req) {
        err_add(&e, "network of container %s", m->id);
        request_fail(req, &e);
    } else {
        log_warn("network", "container %s: %s", m->id, e.text);
    }
    member_free(m);
}

/* ---------------------------------------------------------------- making */

static int hold_one(struct member *m, struct port *p, struct err *e)
{
    p->fd = hold_port(p->protocol, p->host, p->port, e);
    if (p->fd < 0)
        return -1;
    p->member = m;
    if (!strcmp(p->protocol, "tcp"))
        proxy_watch(p);
    return 0;
}

static int hold_ports(struct member *m, struct err *e)
{
    for (int i = 0; i < m->port_count; i++)
        if (m->ports[i].fd < 0 && hold_one(m, &m->ports[i], e) < 0)
            return -1;
    return m->port_count ? rtnl_hairpin(m->netd->rtnl, m->links[0].plan.link, e) : 0;
}

/* Udp to the port from before it led here would go on past it: a flow has no end that the kernel could see. */
static void forget_ports(struct member *m)
{
    struct job j = { .kind = JOB_FORGET_UDP };

    for (int i = 0; i < m->port_count; i++) {
        if (!strcmp(m->ports[i].protocol, "udp"))
            j.addresses[j.count++] = m->ports[i].port;
        if (j.count && (j.count == JOB_ADDRESSES || i == m->port_count - 1)) {
            jobs_send(m->netd->jobs, &j, -1, NULL);
            j.count = 0;
        }
    }
    if (j.count)
        jobs_send(m->netd->jobs, &j, -1, NULL);
}

static int put_rules(struct member *m, struct err *e)
{
    struct script s = { 0 };
    int result;

    for (int i = 0; i < m->link_count; i++)
        if (!m->links[i].ruled) {
            rules_put_link(m->netd->rules, &s, &m->links[i].rule, true);
            m->links[i].ruled = true;
        }
    for (int i = 0; i < m->port_count; i++) {
        port_rules(m, &s, &m->ports[i], true);
        m->ports[i].ruled = true;
    }
    policy_rules(m, &s, true);
    m->ready = true;
    result = s.text ? rules_run(m->netd->rules, &s, e) : 0;
    if (result < 0) {                   /* nothing of it is in */
        for (int i = 0; i < m->link_count; i++)
            m->links[i].ruled = false;
        for (int i = 0; i < m->port_count; i++)
            m->ports[i].ruled = false;
        m->ready = false;
        m->netd->resync_due = true;
    }
    script_done(&s);
    return result;
}

static void answer(struct member *m)
{
    struct request *req = m->request ? request_find(m->netd->actor, m->request) : NULL;

    m->request = 0;
    if (req)
        reply_net_attach(req, &(struct net_attach_reply){ .pid = (uint64_t)getpid(), .fd = (uint64_t)m->ns, .inode = m->inode });
}

static void finish(struct member *m)
{
    struct err e = ERR_NONE;

    if (member_filter(m, &e) < 0 || hold_ports(m, &e) < 0 || put_rules(m, &e) < 0) {
        fail(m, &e);
        return;
    }
    forget_ports(m);
    answer(m);
}

static void on_link(void *arg, const struct job *job, const struct job_answer *a, int ns)
{
    struct netd *self = arg;
    struct member *m = map_get(self->members, job->owner);
    struct link *l = NULL;
    struct err e = ERR_NONE;

    for (int i = 0; m && i < m->link_count; i++)
        if (m->links[i].plan.number == job->number && !m->links[i].made)
            l = &m->links[i];
    if (!l) {                           /* detached meanwhile: what was made goes with its namespace */
        if (ns >= 0)
            close(ns);
        if (!a->code && !member_on(self, job->link))
            links_expect_gone(self, job->link);
        return;
    }
    m->in_work = false;
    if (a->code) {
        err_set(&e, a->code, "%s", a->text);
        e.sys = a->sys;
        if (ns >= 0)
            close(ns);
        fail(m, &e);
        return;
    }
    l->made = true;
    if (job->kind == JOB_MAKE) {
        m->ns = ns;
        m->inode = a->inode;
    }
    member_go(m);
}

static void on_rate(void *arg, const struct job *job, const struct job_answer *a, int ns)
{
    struct netd *self = arg;
    struct member *m = map_get(self->members, job->owner);
    struct err e = ERR_NONE;

    (void)ns;
    if (!m || m->rate_job != job->number)
        return;
    m->in_work = false;
    m->links[0].rated = true;
    if (!a->code) {
        member_go(m);
        return;
    }
    err_set(&e, a->code, "%s", a->text);
    fail(m, &e);
}

void member_take_ready(struct member *m, struct ready *r, const struct err *failed)
{
    m->in_work = false;
    if (failed) {
        ready_free(r);
        fail(m, failed);
        return;
    }
    m->ns = r->ns;
    m->inode = r->inode;
    r->ns = -1;
    m->links[0].made = m->links[0].ruled = true;
    ready_free(r);
    member_go(m);
}

static bool pool_fits(const struct link *l)
{
    char mac[MAC_TEXT];
    uint8_t derived[6];

    mac_of(l->plan.address, mac);
    return mac_parse(mac, derived) == 0 && !memcmp(derived, l->plan.mac, 6);
}

/* The first interface comes with the namespace. */
static bool begin_first(struct member *m, struct net *n)
{
    struct link *l = &m->links[0];
    bool making;
    struct ready *r;

    if (!pool_fits(l))                  /* what is ready has the derived MAC */
        pool_evict(n, l->plan.address);
    r = pool_take(n, l->plan.address, m->id, &making);

    if (making) {
        m->in_work = true;
        return false;
    }
    if (r) {
        m->ns = r->ns;
        m->inode = r->inode;
        r->ns = -1;
        l->made = l->ruled = true;
        ready_free(r);
        return true;
    }
    l->plan.kind = JOB_MAKE;
    l->plan.replace = 1;
    l->plan.rate_in = m->rate_in;
    l->plan.rate_out = m->rate_out;
    l->rated = true;
    m->in_work = true;
    jobs_send(m->netd->jobs, &l->plan, -1, on_link);
    return false;
}

static void send_rate(struct member *m)
{
    struct job j = m->links[0].plan;

    j.kind = JOB_RATE;
    j.rate_in = m->rate_in;
    j.rate_out = m->rate_out;
    m->in_work = true;
    jobs_send(m->netd->jobs, &j, m->ns, on_rate);
    m->rate_job = j.number;
}

static void send_join(struct member *m, struct link *l)
{
    l->plan.kind = JOB_JOIN;
    l->plan.replace = 1;
    l->plan.rate_in = m->rate_in;
    l->plan.rate_out = m->rate_out;
    l->rated = true;
    m->in_work = true;
    jobs_send(m->netd->jobs, &l->plan, m->ns, on_link);
}

/* The next step; comes back with each answer. */
void member_go(struct member *m)
{
    struct err e = ERR_NONE;

    for (int i = 0; i < m->link_count; i++) {
        struct link *l = &m->links[i];
        struct net *n = net_get(m->netd, l->network);

        if (l->made)
            continue;
        if (!n || n->failure[0]) {
            err_set(&e, n ? ERR_FAILED : ERR_NOT_FOUND, "%s%s", n ? n->failure : l->network, n ? "" : ": no such network");
            fail(m, &e);
            return;
        }
        if (i == 0 && !begin_first(m, n))
            return;
        if (i > 0) {
            pool_evict(n, l->plan.address);
            send_join(m, l);
            return;
        }
    }
    if ((m->rate_in || m->rate_out) && m->link_count && !m->links[0].rated) {
        send_rate(m);
        return;
    }
    finish(m);
}

/* Its links are there or not; ports are held again, the rules come with everybody's. */
int member_adopt(struct member *m, struct err *e)
{
    m->ready = m->link_count > 0 && m->links[0].made;
    for (int i = 0; i < m->link_count; i++)
        m->links[i].rated = m->links[i].made;
    if (!m->ready)
        return 0;                       /* still being started: the monitor asks again */
    member_hold_again(m);
    return member_filter(m, e);
}

/* Ports that something else took while nobody held them: again and again, and the container's health says so. */
bool member_hold_again(struct member *m)
{
    bool got = false;

    for (int i = 0; m->ready && i < m->port_count; i++)
        if (m->ports[i].fd < 0) {
            struct err e = ERR_NONE;

            got |= hold_one(m, &m->ports[i], &e) == 0;
        }
    if (got && m->link_count)
        rtnl_hairpin(m->netd->rtnl, m->links[0].plan.link, NULL);
    return got;
}

/* ---------------------------------------------------------------- live changes */

void member_add_link(struct member *m, const struct link *l)
{
    must(m->link_count < LINKS_MAX);
    m->links[m->link_count] = *l;
    str_fmt(m->links[m->link_count].plan.owner, sizeof l->plan.owner, "%s", m->id);
    m->link_count++;
}

static void on_removed(void *arg, const struct job *job, const struct job_answer *a, int ns)
{
    (void)arg;
    (void)ns;
    if (a->code)
        log_warn("link_stays", "%s: %s", job->link, a->text);
}

void member_drop_link(struct member *m, const char *network)
{
    struct script s = { 0 };
    struct err e = ERR_NONE;
    int at = 0;

    while (at < m->link_count && strcmp(m->links[at].network, network))
        at++;
    if (at == m->link_count)
        return;
    if (m->links[at].ruled)
        rules_put_link(m->netd->rules, &s, &m->links[at].rule, false);
    if (m->policy)
        rules_put_policy(m->netd->rules, &s, m->id, m->links[at].rule.address, m->links[at].rule.address6, false);
    for (int i = 0; at == 0 && i < m->port_count; i++)
        if (m->ports[i].ruled) {        /* they led to this address */
            port_rules(m, &s, &m->ports[i], false);
            m->ports[i].ruled = false;
        }
    if (rules_run(m->netd->rules, &s, &e) < 0) {
        log_warn("rules", "container %s: %s", m->id, e.text);
        m->netd->resync_due = true;
    }
    script_done(&s);
    m->links[at].plan.kind = JOB_REMOVE;
    jobs_send(m->netd->jobs, &m->links[at].plan, -1, on_removed);
    forget_address(m->netd, m->links[at].plan.address);
    memmove(&m->links[at], &m->links[at + 1], (size_t)(m->link_count - at - 1) * sizeof m->links[0]);
    m->link_count--;
}

/* ---------------------------------------------------------------- its namespace */

struct ns_ask {
    ns_fn then;
    uint64_t number;
};

/* As a descriptor of the monitor's: opened through /proc, and it must be the one that was meant. */
static void on_netns(void *arg, const struct about *about, const struct monitor_netns_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct ns_ask *ask = (struct ns_ask *)(uintptr_t)about->number;
    struct member *m = map_get(self->members, about->id);
    struct err e = ERR_NONE;
    char path[64];
    struct stat st;

    if (failed) {
        e = *failed;
    } else if (m && m->ns < 0) {
        str_fmt(path, sizeof path, "/proc/%u/fd/%llu", self->monitor_pid, (unsigned long long)reply->fd);
        m->ns = open(path, O_RDONLY | O_CLOEXEC);
        if (m->ns < 0 || fstat(m->ns, &st) < 0 || st.st_ino != reply->inode) {
            err_set(&e, ERR_UNAVAILABLE, "the network namespace of container %s could not be opened", about->id);
            if (m->ns >= 0)
                close(m->ns);
            m->ns = -1;
        } else {
            m->inode = reply->inode;
        }
    }
    if (!m)
        err_set(&e, ERR_STATE, "container %s has no network", about->id);
    ask->then(self, about->id, ask->number, m ? m->ns : -1, e.code ? &e : NULL);
    free(ask);
}

void member_ns(struct member *m, uint64_t number, ns_fn then)
{
    struct monitor_netns ask = { 0 };
    struct about about = { 0 };
    struct ns_ask *room;

    if (m->ns >= 0) {
        then(m->netd, m->id, number, m->ns, NULL);
        return;
    }
    room = xalloc(sizeof *room);
    *room = (struct ns_ask){ then, number };
    about.number = (uint64_t)(uintptr_t)room;
    str_fmt(about.id, sizeof about.id, "%s", m->id);
    str_fmt(ask.container.text, sizeof ask.container.text, "%s", m->id);
    ask_monitor_netns(m->netd->actor, &ask, about, on_netns);
}
