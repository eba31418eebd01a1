/*
 * icc.c - who talks to whom, and pings: what clients ask of running containers.
 *
 * A name is the store's to resolve; the namespace is this process's own, or the monitor's
 * to hand over (member_ns).  An answer goes to a request that may have gone meanwhile.
 */
#include "actors/netd/netd.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

static struct about about_of(struct request *req)
{
    return (struct about){ .number = request_number(req) };
}

static void reply_connections(struct netd *self, struct request *req, const char *only)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;

    wire_writer_init(&items);
    count = look_connections(self, only, &items, &e);
    if (count < 0)
        request_fail(req, &e);
    else
        reply_icc_connections(req, &(struct icc_connections_reply){ .connections = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
}

/* Namespaces of containers that another netd attached are asked for first, one by one. */
static void with_namespaces(struct netd *self, const char *id, uint64_t number, int ns, const struct err *failed)
{
    struct map_iter it = map_iter(self->members);
    struct request *req = request_find(self->actor, number);
    struct member *m;

    (void)ns;
    if (!req)
        return;
    while (!failed && (m = map_next(&it, NULL)))
        if (m->ready && m->ns < 0 && strcmp(m->id, id)) {
            member_ns(m, number, with_namespaces);
            return;
        }
    reply_connections(self, req, NULL);
}

static void on_connections_of(void *arg, const struct about *about, const struct store_address_reply *reply, const struct err *failed)
{
    struct request *req = request_find(((struct netd *)arg)->actor, about->number);

    if (req && failed)
        request_fail(req, failed);
    else if (req)
        reply_connections(arg, req, reply->from.text);
}

handled on_icc_connections(struct netd *self, const struct icc_connections *m, struct request *req)
{
    struct store_address ask = { .from = m->container };

    if (!m->has_container) {
        with_namespaces(self, "", request_number(req), -1, NULL);
        return HANDLED_LATER;
    }
    str_fmt(ask.to.text, sizeof ask.to.text, "%s", m->container.text);
    ask_store_address(self->actor, &ask, about_of(req), on_connections_of);
    return HANDLED_LATER;
}

/* A container pings from itself: whatever else it names, known or not, gets the same answer. */
static bool may_ping_from(struct request *req, const struct store_address_reply *reply, const struct err *failed)
{
    const struct caller *c = request_caller(req);

    if (!c->has_container || (!failed && !strcmp(c->container.text, reply->from.text)) || (failed && !icc_ping_of(req)->has_from))
        return true;
    request_error(req, ERR_DENIED, "from: container %s speaks for itself only", c->container.text);
    return false;
}

/* The container that is named, or the one that asks; false: neither. */
static bool named_or_own(struct request *req, bool has, const struct container_ref *named, struct container_ref *out)
{
    const struct caller *c = request_caller(req);

    str_fmt(out->text, sizeof out->text, "%s", has ? named->text : c->has_container ? c->container.text : "");
    return out->text[0];
}

struct ping_to {
    uint64_t request;
    char address[IP4_TEXT];
};

static void ping_from(struct netd *self, const char *id, uint64_t number, int ns, const struct err *failed)
{
    struct ping_to *to = (struct ping_to *)(uintptr_t)number;
    struct request *req = request_find(self->actor, to->request);

    (void)id;
    if (req && failed)
        request_fail(req, failed);
    else if (req)
        ping_begin(self, req, ns, to->address);
    free(to);
}

static void on_address(void *arg, const struct about *about, const struct store_address_reply *reply, const struct err *failed)
{
    struct netd *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct member *m = failed ? NULL : map_get(self->members, reply->from.text);
    struct ping_to *to;

    if (!req)
        return;
    if (!may_ping_from(req, reply, failed)) {
        return;
    } else if (failed) {
        request_fail(req, failed);
    } else if (!reply->has_address) {
        request_error(req, ERR_NOT_FOUND, "%s: no container of that name runs on a network of container %s", icc_ping_of(req)->to.text, reply->from.text);
    } else if (!m || !m->ready) {
        request_error(req, ERR_STATE, "container %s is %s: it has no network to ping from", reply->from.text, state_name(reply->state));
    } else {
        to = xalloc(sizeof *to);
        to->request = about->number;
        str_fmt(to->address, sizeof to->address, "%.15s", reply->address.text);
        member_ns(m, (uint64_t)(uintptr_t)to, ping_from);
    }
}

handled on_icc_ping(struct netd *self, const struct icc_ping *m, struct request *req)
{
    struct store_address ask = { .to = m->to };

    if (m->count < 1 || m->count > 100 || m->interval_ms > 10000 || m->timeout_ms < 1 || m->timeout_ms > 30000)
        return request_error(req, ERR_INVALID, "ping: count 1 to 100, interval up to 10 s, timeout up to 30 s");
    if (!named_or_own(req, m->has_from, &m->from, &ask.from))
        return request_error(req, ERR_INVALID, "from: missing");
    ask_store_address(self->actor, &ask, about_of(req), on_address);
    return HANDLED_LATER;
}
