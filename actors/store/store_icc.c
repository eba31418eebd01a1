/*
 * store_icc - the store's handlers for talk between containers: names, addresses, messages.
 *
 * A request that came by a container's own socket (caller.container) speaks for that one
 * and no other, and finds only what shares a network with it: to it the rest does not exist.
 */
#include "actors/store/holders.h"
#include "actors/store/inbox.h"
#include "actors/store/store.h"
#include "base/must.h"
#include "base/str.h"

#include <string.h>

#define WAIT_MAX_MS 60000

/* ---------------------------------------------------------------- who asks, and what it may see */

/* The container that asks, or the one that is named: a container may name itself only. */
static int own_or_named(struct store *self, struct request *req, const char *field, bool has, const struct container_ref *named, struct container_key *out, struct err *e)
{
    const struct caller *c = request_caller(req);

    if (!has && !c->has_container)
        return err_set(e, ERR_INVALID, "%s: missing", field);
    if (!c->has_container)
        return container_find(self->db, named->text, out, e);
    if (container_find_exact(self->db, has ? named->text : c->container.text, out, NULL) == 0 && !strcmp(out->id, c->container.text))
        return 0;
    return err_set(e, ERR_DENIED, "%s: container %s speaks for itself only", field, c->container.text);
}

/* Somebody else, as the one that asks may see it. */
static int find_other(struct store *self, struct request *req, const char *ref, struct container_key *out, struct err *e)
{
    const struct caller *c = request_caller(req);

    if (!c->has_container)
        return container_find(self->db, ref, out, e);
    if (container_find_exact(self->db, ref, out, NULL) < 0 || !container_near(self->db, c->container.text, out->id))
        return err_set(e, ERR_NOT_FOUND, "container %s: none of that name is on a network of container %s", ref, c->container.text);
    return 0;
}

/* ---------------------------------------------------------------- names and addresses */

handled on_dns_list(struct store *self, const struct dns_list *m, struct request *req)
{
    const struct caller *c = request_caller(req);
    struct dns_list_reply reply = { 0 };
    struct err e = ERR_NONE;
    char of[13];
    struct wire_writer items;
    bool reset, more;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    container_holder(self->db, c->container.text, of);
    count = c->has_container ? names_seen_by(self->db, of, &items, &e) : names_items(self->db, 0, false, &reset, &more, &reply.generation, &items, &e);
    reply.generation = names_generation(self->db);
    reply.registrations = wire_list_of(&items, (uint32_t)(count < 0 ? 0 : count));
    h = count < 0 ? request_fail(req, &e) : reply_dns_list(req, &reply);
    wire_writer_done(&items);
    return h;
}

/* As dnsd would tell `from`: by name or alias on a shared network, or an address as it is. */
handled on_store_address(struct store *self, const struct store_address *m, struct request *req)
{
    struct store_address_reply reply = { 0 };
    struct container_key from;
    struct err e = ERR_NONE;
    uint32_t address;
    int found;

    if (container_find(self->db, m->from.text, &from, &e) < 0)
        return request_fail(req, &e);
    found = ip4_parse(m->to.text, &address) == 0 ? 1 : names_find(self->db, from.id, m->to.text, &address, &e);
    if (found < 0)
        return request_fail(req, &e);
    str_fmt(reply.from.text, sizeof reply.from.text, "%s", from.id);
    reply.state = from.state;
    reply.has_address = found;
    if (found)
        ip4_text(address, reply.address.text);
    return reply_store_address(req, &reply);
}

/* ---------------------------------------------------------------- messages between containers */

static int put(struct store *self, struct request *req, const char *to, const char *sender, const struct icc_publish *m, struct err *e)
{
    return inbox_add(self->db, to, sender, request_caller(req)->has_container ? INBOX_OF_SENDER_MAX : INBOX_MESSAGES_MAX, m, e);
}

static int publish_to(struct store *self, struct request *req, const struct container_key *to, const char *sender, const struct icc_publish *m, struct err *e)
{
    if (to->state == STATE_REMOVED || to->state == STATE_REMOVING)
        return err_set(e, ERR_STATE, "container %s is %s", to->id, state_name(to->state));
    return put(self, req, to->id, sender, m, e);
}

struct publishing {
    struct store *store;
    struct request *req;
    const char *sender;
    const struct icc_publish *message;
    uint64_t delivered;
    struct err full;
};

/* One whose inbox is full does not keep it from the others. */
static int put_labelled(void *arg, const char *id, struct err *e)
{
    struct publishing *p = arg;
    struct err failed = ERR_NONE;

    if (put(p->store, p->req, id, p->sender, p->message, &failed) == 0) {
        p->delivered++;
        return 0;
    }
    if (failed.code == ERR_EXHAUSTED) {
        p->full = failed;
        return 0;
    }
    *e = failed;
    return -1;
}

static int publish_to_label(struct store *self, struct request *req, const char *sender, const struct icc_publish *m, uint64_t *out_count, struct err *e)
{
    struct publishing p = { .store = self, .req = req, .sender = sender, .message = m };

    if (container_each_labelled(self->db, m->label, request_caller(req)->has_container ? sender : NULL, put_labelled, &p, e) < 0)
        return -1;
    *out_count = p.delivered;
    if (p.delivered || !p.full.code)
        return 0;
    *e = p.full;
    return -1;
}

handled on_icc_publish(struct store *self, const struct icc_publish *m, struct request *req)
{
    struct icc_publish_reply reply = { 0 };
    struct container_key to, from = { .id = "" };
    bool sent_by_one = m->has_from || request_caller(req)->has_container;
    struct err e = ERR_NONE;
    int r;

    if (m->has_to == m->has_label)
        return request_error(req, ERR_INVALID, "publish: to a container or to a label, one of them");
    if ((sent_by_one && own_or_named(self, req, "from", m->has_from, &m->from, &from, &e) < 0) ||
        (m->has_to && find_other(self, req, m->to.text, &to, &e) < 0) || db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    if (m->has_to) {
        r = publish_to(self, req, &to, from.id, m, &e);
        reply.delivered = 1;
    } else {
        r = publish_to_label(self, req, from.id, m, &reply.delivered, &e);
    }
    if (store_ended(self, r) < 0)
        return request_fail(req, &e);
    self->inbox_changed = true;
    return reply_icc_publish(req, &reply);
}

bool store_answer_inbox(struct store *self, struct request *req, const char *id, bool empty_too)
{
    const struct icc_inbox *m = icc_inbox_of(req);
    struct err e = ERR_NONE;
    struct wire_writer items;
    bool done = true;
    int count;

    wire_writer_init(&items);
    count = inbox_items(self->db, id, m->after, m->limit, request_caller(req)->has_container ? INBOX_BYTES_INSIDE : INBOX_BYTES, &items, &e);
    if (count < 0)
        request_fail(req, &e);
    else if (count > 0 || empty_too)
        reply_icc_inbox(req, &(struct icc_inbox_reply){ .messages = wire_list_of(&items, (uint32_t)count) });
    else
        done = false;
    wire_writer_done(&items);
    return done;
}

handled on_icc_inbox(struct store *self, const struct icc_inbox *m, struct request *req)
{
    struct container_key c;
    struct err e = ERR_NONE;
    struct waiter *w;

    if (own_or_named(self, req, "container", m->has_container, &m->container, &c, &e) < 0)
        return request_fail(req, &e);
    if (store_answer_inbox(self, req, c.id, m->wait_ms == 0))
        return (handled){ 1 };
    w = store_wait(self, req, c.id, WAITS_INBOX);
    w->timer = loop_after(actor_loop(self->actor), m->wait_ms < WAIT_MAX_MS ? (int64_t)m->wait_ms : WAIT_MAX_MS, store_wait_ended, w);
    return HANDLED_LATER;
}

handled on_icc_ack(struct store *self, const struct icc_ack *m, struct request *req)
{
    struct icc_ack_reply reply = { 0 };
    struct container_key c;
    struct err e = ERR_NONE;

    if (own_or_named(self, req, "container", m->has_container, &m->container, &c, &e) < 0 || db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    if (store_ended(self, inbox_ack(self->db, c.id, m->id, &reply.left, &e)) < 0)
        return request_fail(req, &e);
    return reply_icc_ack(req, &reply);
}
