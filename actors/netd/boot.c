/*
 * boot - after a start, and whenever somebody meddled with the kernel's objects: what
 * the store knows and what the kernel has are brought together, both ways.
 *
 *   store.networks -> (none: the network called bridge is made) -> bridges up
 *     -> store.attached, page by page: members -> tables filled in one transaction
 *       -> links of nobody are removed, links that are missing are made -> pools -> ready
 */
#include "actors/dnsd/asked.h"
#include "actors/netd/netd.h"
#include "actors/netd/policy.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define AGAIN_MS 30
#define GONE_MS 3000
#define FORGET_MS 300
#define START_OVER_MS 30
#define LEFTOVERS_MAX 4096

static void ask_networks(struct netd *self);
static void ask_attached(struct netd *self, uint64_t after);

/* ---------------------------------------------------------------- forwarding, as it was before */

static const struct {
    const char *path, *marker;          /* a chain of that name in our table remembers that it was off */
    bool six;
} forwarding[] = {
    { "/proc/sys/net/ipv4/ip_forward", "forward4_was_off", false },
    { "/proc/sys/net/ipv6/conf/all/forwarding", "forward6_was_off", true },
};

static bool wanted(struct netd *self, bool six)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    while ((n = map_next(&it, NULL)))
        if (!six || n->facts.has6)
            return true;
    return false;
}

static void switch_forwarding_on(struct netd *self)
{
    for (size_t i = 0; i < sizeof forwarding / sizeof *forwarding; i++) {
        struct script s = { 0 };
        char now[8] = "1";

        if (!wanted(self, forwarding[i].six) || fd_read_file(AT_FDCWD, forwarding[i].path, now, sizeof now) <= 0 || now[0] != '0')
            continue;
        script_add(&s, "add chain inet %s %s\n", rules_table(self->rules), forwarding[i].marker);
        if (rules_run(self->rules, &s, NULL) == 0 && fd_write_file(AT_FDCWD, forwarding[i].path, "1", O_WRONLY) < 0)
            log_warn("forwarding", "%s cannot be set: containers have no way out", forwarding[i].path);
        script_done(&s);
    }
}

static void switch_forwarding_back(struct netd *self)
{
    for (size_t i = 0; i < sizeof forwarding / sizeof *forwarding; i++)
        if (rules_has_chain(self->rules, forwarding[i].marker))
            fd_write_file(AT_FDCWD, forwarding[i].path, "0", O_WRONLY);
}

/* ---------------------------------------------------------------- rules */

/* Without rules there is no isolation: then there is no network. */
static void fail_networks(struct netd *self, const struct err *e)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    log_error("rules", "%s", e->text);
    self->unruled = true;
    while ((n = map_next(&it, NULL)))
        str_fmt(n->failure, sizeof n->failure, "network %s: %.200s", n->name, e->text);
}

/* The rules are in, after all: what could not be made for want of them can be now. */
static void forgive_networks(struct netd *self)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    self->unruled = false;
    while ((n = map_next(&it, NULL))) {
        struct err e = ERR_NONE;

        if (net_up(n, &e) < 0 || (n->policy && net_filter(n, &e) < 0))
            net_fail(n, &e);
        else
            pool_begin(n);
    }
    self->resync_due = true;            /* with the networks in it */
}

int boot_rules(struct netd *self, struct err *e)
{
    struct script s = { 0 };
    struct map_iter it;
    struct member *m;
    struct net *n;
    int result;

    for (it = map_iter(self->networks); (n = map_next(&it, NULL));) {
        net_rules(n, &s, true);         /* also of one that failed: containers of an earlier life may be on it */
        net_policy_rules(n, &s, true);
        pool_rules(n, &s);
    }
    for (it = map_iter(self->members); (m = map_next(&it, NULL));)
        member_rules(m, &s, true);
    for (int i = 0; i < self->settings.service_count; i++)
        rules_put_service(self->rules, &s, self->settings.services[i].protocol, self->settings.services[i].port);
    result = rules_sync(self->rules, &s, e);
    script_done(&s);
    self->resync_due = result < 0;
    if (rules_changed(self->rules))     /* while it was made */
        self->resync_due = true;
    if (result == 0) {
        switch_forwarding_on(self);
        if (self->unruled)
            forgive_networks(self);
    }
    return result;
}

/* ---------------------------------------------------------------- links */

static void on_removed(void *arg, const struct job *job, const struct job_answer *a, int ns)
{
    (void)arg;
    (void)ns;
    if (a->code)
        log_warn("link_stays", "%s: %s", job->link, a->text);
}

static void remove_link(struct netd *self, const char *link)
{
    struct job j = { .kind = JOB_REMOVE };

    str_fmt(j.link, sizeof j.link, "%s", link);
    jobs_send(self->jobs, &j, -1, on_removed);
}

/* Links that should have gone with their namespace, and did not. */
static void on_watch(void *arg)
{
    struct netd *self = arg;
    struct map_iter it = map_iter(self->going);
    const char *link;
    char copy[LINK_NAME];
    void *said;

    self->watch_timer = NULL;
    while ((said = map_next(&it, &link))) {
        if (clock_boot_ms() - (int64_t)(intptr_t)said < GONE_MS)
            continue;
        str_fmt(copy, sizeof copy, "%.15s", link);
        map_remove(self->going, link);
        if (rtnl_index(copy) && !member_on(self, copy)) {
            log_info("link_removed", "%s outlived its container", copy);
            remove_link(self, copy);
        }
    }
    if (map_count(self->going))
        self->watch_timer = loop_after(self->loop, GONE_MS / 2, on_watch, self);
}

void links_expect_gone(struct netd *self, const char *link)
{
    map_put(self->going, link, (void *)(intptr_t)clock_boot_ms());
    if (!self->watch_timer)
        self->watch_timer = loop_after(self->loop, GONE_MS, on_watch, self);
}

static void sweep_neighbours(struct netd *self)
{
    struct job j = { .kind = JOB_NEIGHBOURS };

    place_bridges(&self->place, j.bridge);
    place_links(&self->place, j.link);
    jobs_send(self->jobs, &j, -1, NULL);
}

static void send_forget(void *arg)
{
    struct netd *self = arg;
    struct job j = { .kind = JOB_FORGET };

    self->forget_timer = NULL;
    j.count = 0;
    for (uint32_t i = 0; i < self->forget_count; i++) {
        char link[LINK_NAME];

        place_link(&self->place, self->forget[i], link);
        if (!member_on(self, link))     /* it was started again: what it has opened since is its own */
            j.addresses[j.count++] = self->forget[i];
    }
    self->forget_count = 0;
    if (j.count)
        jobs_send(self->jobs, &j, -1, NULL);
    sweep_neighbours(self);
}

/* In batches: it reads every connection of the host. */
void forget_address(struct netd *self, uint32_t address)
{
    self->forget[self->forget_count++] = address;
    if (self->forget_count == JOB_ADDRESSES) {
        loop_cancel(self->loop, self->forget_timer);
        send_forget(self);
    } else if (!self->forget_timer) {
        self->forget_timer = loop_after(self->loop, FORGET_MS, send_forget, self);
    }
}

static bool is_in_pool(struct netd *self, const char *link)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    while ((n = map_next(&it, NULL)))
        for (int i = 0; i < n->pool_count; i++)
            if (!strcmp(n->pool[i]->plan.link, link))
                return true;
    return false;
}

/* Its bridge was deleted and made again: the link is there, and on nothing. */
static bool put_back(struct netd *self, const struct link *l)
{
    struct err e = ERR_NONE;

    if (rtnl_master(self->rtnl, l->plan.link, l->plan.bridge, &e) == 0 && rtnl_port(self->rtnl, l->plan.link, l->plan.mac, &e) == 0)
        return true;
    log_warn("link", "%s", e.text);
    return false;
}

static void on_link(void *arg, const char *name, const char *master)
{
    struct netd *self = arg;
    uint32_t address;
    uint64_t number;
    struct member *m;

    if (place_is_bridge(&self->place, name, &number) && !net_numbered(self, number)) {
        log_warn("stray_removed", "bridge %s", name);
        remove_link(self, name);
    }
    if (!place_is_link(&self->place, name, &address))
        return;
    m = member_on(self, name);
    if (!m && !is_in_pool(self, name) && !map_get(self->going, name)) {
        log_warn("stray_removed", "link %s", name);
        remove_link(self, name);
    }
    for (int i = 0; m && i < m->link_count; i++)
        if (!strcmp(m->links[i].plan.link, name))
            m->links[i].made = !strcmp(master, m->links[i].plan.bridge) || put_back(self, &m->links[i]);
}

/* ---------------------------------------------------------------- members of an earlier life */

static void on_repaired(void *arg, const struct job *job, const struct job_answer *a, int ns)
{
    struct netd *self = arg;
    struct member *m = map_get(self->members, job->owner);
    struct err e = ERR_NONE;

    (void)ns;
    if (m)
        m->in_work = false;
    if (a->code) {
        log_warn("link_missing", "%s of container %s: %s", job->link, job->owner, a->text);
        return;
    }
    for (int i = 0; m && i < m->link_count; i++)
        if (!strcmp(m->links[i].plan.link, job->link))
            m->links[i].made = true;
    if (m && member_adopt(m, &e) < 0)
        log_warn("adopt", "container %s: %s", m->id, e.text);
    if (m)
        self->resync_due = true;
}

static void repair_in(struct netd *self, const char *id, uint64_t number, int ns, const struct err *failed)
{
    struct member *m = map_get(self->members, id);

    (void)number;
    if (!m || failed || m->in_work) {   /* one that is still being started: the monitor asks for it again */
        log_info("link_missing", "container %s: %s", id, failed ? failed->text : "gone, or on its way");
        return;
    }
    for (int i = 0; i < m->link_count; i++)
        if (!m->links[i].made) {
            m->links[i].plan.kind = JOB_JOIN;
            m->links[i].plan.replace = 1;
            m->links[i].plan.rate_in = m->rate_in;
            m->links[i].plan.rate_out = m->rate_out;
            m->links[i].rated = true;
            log_warn("link_made_again", "%s of container %s", m->links[i].plan.link, id);
            jobs_send(self->jobs, &m->links[i].plan, ns, on_repaired);
        }
}

static void repair_members(struct netd *self)
{
    struct map_iter it = map_iter(self->members);
    struct member *m;

    while ((m = map_next(&it, NULL))) {
        bool missing = false;

        for (int i = 0; i < m->link_count; i++)
            missing |= !m->links[i].made;
        if (missing)
            member_ns(m, 0, repair_in);
    }
}

static void finish(struct netd *self);

static void finish_again(void *arg)
{
    finish(arg);
}

/* Memory in which dnsd's waiting questions outlive it; of a fixed size, so that no one who has it can take it away from another. */
static void give_asked(struct netd *self)
{
    auto_fd int fd = map_get(self->held, ASKED_NAME) ? -1 : memfd_create("quilt-asked", MFD_CLOEXEC | MFD_ALLOW_SEALING);

    if (fd < 0 || ftruncate(fd, ASKED_BYTES) < 0 || fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) < 0)
        return;                         /* it is there, or dnsd does without */
    actor_keep(self->actor, ASKED_NAME, fd);
    map_put(self->held, ASKED_NAME, self);
}

static void finish(struct netd *self)
{
    struct map_iter it;
    struct err e = ERR_NONE;
    struct member *m;
    struct net *n;

    if (rtnl_links(self->rtnl, on_link, self, &e) < 0) {        /* what was not seen must not be taken for gone */
        log_warn("boot_waits", "%s", e.text);
        loop_after(self->loop, AGAIN_MS, finish_again, self);
        return;
    }
    sweep_neighbours(self);
    give_asked(self);
    for (it = map_iter(self->members); (m = map_next(&it, NULL));)
        if (member_adopt(m, &e) < 0) {
            log_warn("adopt", "container %s: %s", m->id, e.text);
            e = (struct err)ERR_NONE;
        }
    if (boot_rules(self, &e) < 0)
        fail_networks(self, &e);
    self->booted = true;
    repair_members(self);
    for (it = map_iter(self->networks); (n = map_next(&it, NULL));)
        if (!n->failure[0])
            pool_begin(n);
    log_info("networks", "%zu, %zu containers on them, tables %s", map_count(self->networks), map_count(self->members),
             rules_owned(self->rules) ? "owned" : "shared");
    actor_ready(self->actor);
}

static void again(void *arg)
{
    struct netd *self = arg;

    if (!self->booted)
        ask_networks(self);
}

static void on_attached(void *arg, const struct about *about, const struct store_attached_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct err e = ERR_NONE;
    struct wire_reader r;

    (void)about;
    if (failed) {
        log_warn("boot_waits", "%s", failed->text);
        loop_after(self->loop, AGAIN_MS, again, self);
        return;
    }
    r = wire_reader(reply->containers.items);
    for (uint32_t i = 0; i < reply->containers.count; i++) {
        struct network_claim c;

        if (network_claim_read(&r, &c, &e) == 0 && !map_get(self->members, c.container.text) && !member_new(self, &c, &e))
            log_warn("adopt", "container %s: %s", c.container.text, e.text);
    }
    if (reply->has_next)
        ask_attached(self, reply->next);
    else
        finish(self);
}

static void ask_attached(struct netd *self, uint64_t after)
{
    ask_store_attached(self->actor, &(struct store_attached){ .after = after }, (struct about){ 0 }, on_attached);
}

/* ---------------------------------------------------------------- networks */

static void bring_up(struct netd *self)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    while ((n = map_next(&it, NULL))) {
        struct err e = ERR_NONE;

        if (net_up(n, &e) < 0 || (n->policy && net_filter(n, &e) < 0))
            net_fail(n, &e);
    }
    ask_attached(self, 0);
}

static void on_start_over(void *arg)
{
    (void)arg;
    _exit(1);                           /* the supervisor starts another, which asks the store for everything */
}

void boot_start_over(struct netd *self, const char *why)
{
    log_warn("start_over", "%s", why);
    loop_after(self->loop, START_OVER_MS, on_start_over, self);         /* after the answers of this pass */
}

static void on_first(void *arg, const struct about *about, const struct store_network_insert_reply *reply, const struct err *failed)
{
    struct netd *self = arg;

    (void)about;
    if (failed) {
        log_warn("boot_waits", "%s", failed->text);
        loop_after(self->loop, AGAIN_MS, again, self);
        return;
    }
    if (!net_get(self, reply->network.name.text))
        net_new(self, &reply->network);
    bring_up(self);
}

static int describe_first(struct netd *self, struct network *out, struct err *e)
{
    const struct settings *s = &self->settings;
    struct ip4_net net;
    char ula[20];

    *out = (struct network){ .name.text = "bridge" };
    if (s->subnet[0] ? ip4_net_parse(s->subnet, &net) : net_free_subnet(self, &net, e))
        return -1;
    ip4_net_text(&net, out->subnet.text);
    ip4_text(net.base + 1, out->gateway.text);
    if (s->ipv6) {
        place_ula(&self->place, ula);
        out->has_subnet6 = true;
        str_fmt(out->subnet6.text, sizeof out->subnet6.text, "%s::/64", ula);
    }
    out->has_policy = s->egress_deny || s->ingress_deny;
    out->policy.egress = s->egress_deny ? POLICY_ACTION_DENY : POLICY_ACTION_ALLOW;
    out->policy.ingress = s->ingress_deny ? POLICY_ACTION_DENY : POLICY_ACTION_ALLOW;
    return s->subnet[0] ? net_check(self, out, e) : 0;
}

static void make_first(struct netd *self)
{
    struct store_network_insert m = { .cause.verb.text = "netd" };
    struct err e = ERR_NONE;

    if (describe_first(self, &m.network, &e) < 0) {
        log_error("network_failed", "%s", e.text);
        ask_attached(self, 0);          /* containers that want it are told so */
        return;
    }
    ask_store_network_insert(self->actor, &m, (struct about){ 0 }, on_first);
}

static void on_networks(void *arg, const struct about *about, const struct store_networks_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct wire_reader r;

    (void)about;
    if (failed) {
        log_warn("boot_waits", "%s", failed->text);
        loop_after(self->loop, AGAIN_MS, again, self);
        return;
    }
    r = wire_reader(reply->networks.items);
    for (uint32_t i = 0; i < reply->networks.count; i++) {
        struct network row;

        if (network_read(&r, &row, NULL) == 0 && !net_get(self, row.name.text))
            net_new(self, &row);
    }
    if (net_get(self, "bridge"))
        bring_up(self);
    else
        make_first(self);
}

static void ask_networks(struct netd *self)
{
    ask_store_networks(self->actor, &(struct store_networks){}, (struct about){ 0 }, on_networks);
}

void boot_begin(struct netd *self)
{
    ask_networks(self);
}

struct names {
    struct netd *netd;
    char list[LEFTOVERS_MAX][LINK_NAME];
    int count;
};

static void collect_ours(void *arg, const char *name, const char *master)
{
    struct names *n = arg;
    uint32_t address;
    uint64_t number;

    (void)master;
    if ((place_is_link(&n->netd->place, name, &address) || place_is_bridge(&n->netd->place, name, &number)) && n->count < LEFTOVERS_MAX)
        str_fmt(n->list[n->count++], LINK_NAME, "%.15s", name);
}

/* A connection that a dead process left half closed keeps its namespace for minutes, and the link with it. */
static void remove_leftovers(struct netd *self)
{
    struct names *n = xalloc(sizeof *n);

    n->netd = self;
    rtnl_links(self->rtnl, collect_ours, n, NULL);
    for (int i = 0; i < n->count; i++)
        rtnl_remove(self->rtnl, n->list[i], NULL);
    free(n);
}

/* By what is on the disk: the store is asked nothing any more, and what it said may be old. */
static bool anybody_lives(struct netd *self)
{
    const char *run = actor_options(self->actor)->run_dir;
    char path[300];
    auto_dir DIR *d = NULL;
    struct dirent *ent;

    str_fmt(path, sizeof path, "%s/containers", run);
    d = opendir(path);
    while (d && (ent = readdir(d))) {
        str_fmt(path, sizeof path, "%s/containers/%.40s/keeper.sock", run, ent->d_name);
        if (ent->d_name[0] != '.' && access(path, F_OK) == 0)
            return true;
    }
    return false;
}

/* With nobody left on them: bridges, tables and sysctls as they were before. */
void boot_stop(struct netd *self)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    while ((n = map_next(&it, NULL)))
        pool_drop(n);
    if (anybody_lives(self))
        return;
    remove_leftovers(self);
    switch_forwarding_back(self);
    rules_remove(self->rules);
}
