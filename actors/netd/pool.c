/*
 * pool - network namespaces with an interface that has an address already: a start only
 * takes one, and no work on links, whoever does it, is in its way.
 *
 *     store.reserve --addresses--> MAKING (quilt-netns) --its MAC and address may speak-->
 *       READY --taken--> a member's   |  --too many, or the network goes--> closed, given back
 *
 * As many are kept as were taken in the last two seconds, at least four once there was one;
 * nobody but this process has their descriptors: when it dies they go with it.
 */
#include "actors/netd/netd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define REFILL_MS 4
#define LEAST 4

static void on_refill(void *arg);

void ready_free(struct ready *r)
{
    if (r->ns >= 0)
        close(r->ns);
    free(r);
}

static void schedule(struct net *n, int64_t ms)
{
    if (!n->refill)
        n->refill = loop_after(n->netd->loop, ms, on_refill, n);
}

static void remove_at(struct net *n, int i)
{
    n->pool[i] = n->pool[--n->pool_count];
}

static struct ready *find(struct net *n, uint32_t address, int *out_at)
{
    for (int i = 0; i < n->pool_count; i++)
        if (n->pool[i]->plan.address == address) {
            *out_at = i;
            return n->pool[i];
        }
    return NULL;
}

struct ready *pool_take(struct net *n, uint32_t address, const char *owner, bool *out_making)
{
    int at;
    struct ready *r = find(n, address, &at);

    *out_making = false;
    n->taken++;
    schedule(n, REFILL_MS);
    if (!r)
        return NULL;
    if (r->ns < 0) {
        str_fmt(r->owner, sizeof r->owner, "%s", owner);
        *out_making = true;
        return NULL;
    }
    remove_at(n, at);
    return r;
}

static void mute(struct netd *self, const struct ready *r)
{
    struct script s = { 0 };

    rules_put_link(self->rules, &s, &r->rule, false);
    if (rules_run(self->rules, &s, NULL) < 0)
        self->resync_due = true;
    script_done(&s);
}

void pool_evict(struct net *n, uint32_t address)
{
    int at;
    struct ready *r = find(n, address, &at);

    if (!r)
        return;
    if (r->ns < 0) {
        r->evicted = true;              /* the job for the one that is wanted comes behind it */
        return;
    }
    remove_at(n, at);
    mute(n->netd, r);
    ready_free(r);
}

/* ---------------------------------------------------------------- filling */

static int let_speak(struct netd *self, struct ready *r, struct err *e)
{
    struct script s = { 0 };
    int result;

    rules_put_link(self->rules, &s, &r->rule, true);
    result = rules_run(self->rules, &s, e);
    script_done(&s);
    return result;
}

static void give_back(struct net *n, struct ready *r)
{
    struct store_reserve m = { .has_release = true };
    struct wire_writer list;

    wire_writer_init(&list);
    wire_put_str(&list, r->rule.address);
    str_fmt(m.network.text, sizeof m.network.text, "%s", n->name);
    m.release = wire_list_of(&list, 1);
    ask_store_reserve(n->netd->actor, &m, (struct about){ 0 }, NULL);
    wire_writer_done(&list);
}

/* The network whose bridge it was for, if it still wants it. */
static struct net *net_of(struct netd *self, const struct job *job, int *out_at)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    while ((n = map_next(&it, NULL))) {
        const struct ready *r = strcmp(n->facts.bridge, job->bridge) ? NULL : find(n, job->address, out_at);

        if (r && r->plan.number == job->number)
            return n;
    }
    return NULL;
}

static void on_made(void *arg, const struct job *job, const struct job_answer *a, int ns)
{
    struct netd *self = arg;
    int at;
    struct net *n = net_of(self, job, &at);
    struct err e = ERR_NONE;
    struct member *m;
    struct ready *r;

    if (!n) {                           /* the network went meanwhile */
        if (ns >= 0)
            close(ns);
        return;
    }
    r = find(n, job->address, &at);
    n->making--;
    r->ns = ns;
    r->inode = a->inode;
    if (r->evicted) {
        remove_at(n, at);
        ready_free(r);
        return;
    }
    if (a->code)
        err_set(&e, a->code, "%s", a->text);
    else
        let_speak(self, r, &e);
    m = r->owner[0] ? map_get(self->members, r->owner) : NULL;
    if (r->owner[0] || e.code)
        remove_at(n, at);
    if (e.code && !r->owner[0]) {
        log_warn("pool", "network %s: %s", n->name, e.text);
        give_back(n, r);
        schedule(n, 1000);
    } else {
        schedule(n, REFILL_MS);
    }
    if (m)
        member_take_ready(m, r, e.code ? &e : NULL);
    else if (r->owner[0] || e.code)
        ready_free(r);                  /* its owner is gone: its lease is the store's to end */
}

static void make_one(struct net *n, const struct attachment *a)
{
    struct ready *r = xalloc(sizeof *r);
    struct link l;
    struct err e = ERR_NONE;

    if (link_plan(n->netd, a, true, &l, &e) < 0) {
        log_error("pool", "%s", e.text);
        free(r);
        return;
    }
    if (member_on(n->netd, l.plan.link)) {      /* a start took the address before the store's answer came here */
        free(r);
        return;
    }
    r->plan = l.plan;
    r->rule = l.rule;
    r->ns = -1;
    r->plan.kind = JOB_MAKE;
    n->pool[n->pool_count++] = r;
    n->making++;
    jobs_send(n->netd->jobs, &r->plan, -1, on_made);
}

static void on_reserved(void *arg, const struct about *about, const struct store_reserve_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct net *n = net_numbered(self, about->number);
    struct wire_reader r;

    if (!n)
        return;
    n->reserving = 0;
    if (failed) {
        log_warn("pool", "network %s: %s", n->name, failed->text);
        schedule(n, 1000);
        return;
    }
    r = wire_reader(reply->attachments.items);
    for (uint32_t i = 0; i < reply->attachments.count && n->pool_count < POOL_MAX; i++) {
        struct attachment a;

        if (attachment_read(&r, &a, NULL) == 0)
            make_one(n, &a);
    }
}

static void reserve(struct net *n, int count, bool forget)
{
    struct store_reserve m = { .count = (uint64_t)count, .forget = forget };

    str_fmt(m.network.text, sizeof m.network.text, "%s", n->name);
    n->reserving = count;
    ask_store_reserve(n->netd->actor, &m, (struct about){ .number = n->facts.number }, on_reserved);
}

static void shrink(struct net *n)
{
    while (n->pool_count > 2 * n->target && n->pool[n->pool_count - 1]->ns >= 0) {
        struct ready *r = n->pool[--n->pool_count];

        mute(n->netd, r);
        give_back(n, r);
        links_expect_gone(n->netd, r->rule.link);
        ready_free(r);
    }
}

/* In batches: a reservation is a commit. */
static void on_refill(void *arg)
{
    struct net *n = arg;

    n->refill = NULL;
    if (n->failure[0] || n->reserving || !n->netd->booted)
        return;
    if (n->pool_count <= n->target / 2 || (n->pool_count < n->target && n->taken == 0))
        reserve(n, n->target - n->pool_count, false);
}

void pool_refill(struct net *n)
{
    if (n->taken > n->target)
        n->target = n->taken > POOL_MAX - 4 ? POOL_MAX - 4 : n->taken;
    else if (n->target > LEAST && n->taken < n->target / 2)
        n->target -= (n->target - LEAST + 3) / 4;
    if (n->taken && n->target < LEAST)
        n->target = LEAST;
    n->taken = 0;
    shrink(n);
    schedule(n, REFILL_MS);
}

/* The one that containers get when they name none is wanted before the first of them. */
void pool_begin(struct net *n)
{
    n->target = n->facts.number == 0 ? LEAST : 0;
    reserve(n, n->target, true);
}

void pool_rules(struct net *n, struct script *s)
{
    for (int i = 0; i < n->pool_count; i++)
        if (n->pool[i]->ns >= 0)
            rules_put_link(n->netd->rules, s, &n->pool[i]->rule, true);
}

void pool_drop(struct net *n)
{
    loop_cancel(n->netd->loop, n->refill);
    n->refill = NULL;
    while (n->pool_count)
        ready_free(n->pool[--n->pool_count]);
}
