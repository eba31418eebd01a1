/*
 * store_networks - the store's handlers for networks, leases and names.
 *
 * The same rules as in store.c: a change is a savepoint of the pass's transaction, and
 * nothing is answered before that is durable.
 */
#include "actors/store/store.h"
#include "base/must.h"
#include "base/str.h"

#include <string.h>

#define WAIT_MAX_MS 60000

static handled fail_ended(struct store *self, struct request *req, const struct err *e)
{
    store_ended(self, -1);
    return request_fail(req, e);
}

/* ---------------------------------------------------------------- networks */

handled on_store_networks(struct store *self, const struct store_networks *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    count = network_items(self->db, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_store_networks(req, &(struct store_networks_reply){ .networks = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

handled on_network_list(struct store *self, const struct network_list *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    count = network_items(self->db, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_network_list(req, &(struct network_list_reply){ .networks = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

static int tell_network(struct store *self, const char *type, const struct cause *cause, const char *name, const char *subnet, struct err *e)
{
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    wire_put_map(&w, subnet ? 2 : 1);
    wire_put_str(&w, "network");
    wire_put_str(&w, name);
    if (subnet) {
        wire_put_str(&w, "subnet");
        wire_put_str(&w, subnet);
    }
    r = store_event(self, type, cause, &w, e);
    wire_writer_done(&w);
    return r;
}

handled on_store_network_insert(struct store *self, const struct store_network_insert *m, struct request *req)
{
    struct store_network_insert_reply reply;
    struct err e = ERR_NONE;

    if (db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    if (network_insert(self->db, &m->network, &reply.network, &e) < 0 ||
        tell_network(self, "network_created", &m->cause, m->network.name.text, m->network.subnet.text, &e) < 0)
        return fail_ended(self, req, &e);
    store_ended(self, 0);
    self->networks_changed = true;
    return reply_store_network_insert(req, &reply);
}

handled on_store_network_remove(struct store *self, const struct store_network_remove *m, struct request *req)
{
    struct network_key n;
    struct err e = ERR_NONE;

    if (network_find(self->db, m->name.text, &n, &e) < 0 || db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    if (network_delete(self->db, &n, &e) < 0 || tell_network(self, "network_removed", &m->cause, n.name, NULL, &e) < 0)
        return fail_ended(self, req, &e);
    store_ended(self, 0);
    self->networks_changed = true;
    return reply_store_network_remove(req, &(struct store_network_remove_reply){ .number = (uint64_t)n.number });
}

/* The rows are bytes already: written by hand into the map. */
handled on_network_inspect(struct store *self, const struct network_inspect *m, struct request *req)
{
    struct network_key n;
    struct err e = ERR_NONE;
    struct wire_writer w, members;
    int count;
    handled h;

    if (network_find(self->db, m->network.text, &n, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&w);
    wire_writer_init(&members);
    count = lease_members(self->db, n.number, &members, &e);
    wire_put_map(&w, 6);
    wire_put_str(&w, "network");
    if (count >= 0 && network_item(self->db, n.number, &w, &e) < 0)
        count = -1;
    wire_put_str(&w, "members");
    wire_put_array(&w, (uint32_t)(count < 0 ? 0 : count));
    wire_put_raw(&w, wire_written(&members));
    wire_put_str(&w, "addresses");
    wire_put_uint(&w, n.net.bits > 30 ? 0 : ip4_last(&n.net) - n.net.base - 2);
    wire_put_str(&w, "leased");
    wire_put_uint(&w, lease_count(self->db, n.number, "active"));
    wire_put_str(&w, "quarantined");
    wire_put_uint(&w, lease_count(self->db, n.number, "quarantine"));
    wire_put_str(&w, "as_of_seq");
    wire_put_uint(&w, event_head(self->db));
    h = count < 0 ? request_fail(req, &e) : request_reply(req, &w);
    wire_writer_done(&w);
    wire_writer_done(&members);
    return h;
}

handled on_network_policy_get(struct store *self, const struct network_policy_get *m, struct request *req)
{
    struct network_policy_get_reply reply = { 0 };
    struct wire_writer bytes, phases;
    struct wire_reader r;
    struct container_key c;
    struct network_key n;
    struct container_spec spec;
    struct err e = ERR_NONE;
    int found = -1;
    handled h;

    if (m->has_network == m->has_container)
        return request_error(req, ERR_INVALID, "policy: of a network or of a container, one of them");
    wire_writer_init(&bytes);
    wire_writer_init(&phases);
    if (m->has_network && network_find(self->db, m->network.text, &n, &e) == 0)
        found = network_policy(self->db, n.number, &bytes, &e);
    else if (m->has_container && container_find(self->db, m->container.text, &c, &e) == 0)
        found = container_kept(self->db, c.pos, &bytes, &phases, &e);
    r = wire_reader(wire_written(&bytes));
    if (found >= 0 && m->has_network && bytes.len)
        reply.has_policy = policy_read(&r, &reply.policy, &e) == 0;
    if (found >= 0 && m->has_container && container_spec_read(&r, &spec, &e) == 0) {
        reply.has_policy = spec.has_policy;
        reply.policy = spec.policy;
    }
    h = found < 0 ? request_fail(req, &e) : reply_network_policy_get(req, &reply);
    wire_writer_done(&bytes);
    wire_writer_done(&phases);
    return h;
}

handled on_store_policy(struct store *self, const struct store_policy *m, struct request *req)
{
    struct network_key n;
    struct err e = ERR_NONE;
    struct wire_writer policy;
    int r;

    if (network_find(self->db, m->network.text, &n, &e) < 0 || db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&policy);
    if (m->has_policy)
        policy_write(&policy, &m->policy);
    r = network_set_policy(self->db, n.number, wire_written(&policy), &e) < 0 ? -1 : tell_network(self, "policy_changed", &m->cause, n.name, NULL, &e);
    wire_writer_done(&policy);
    if (r < 0)
        return fail_ended(self, req, &e);
    store_ended(self, 0);
    self->networks_changed = true;
    return reply_store_policy(req, &(struct store_policy_reply){ .number = (uint64_t)n.number });
}

/* ---------------------------------------------------------------- leases */

static int release_listed(struct store *self, const struct store_reserve *m, const struct network_key *n, struct err *e)
{
    struct wire_reader r = wire_reader(m->release.items);

    for (uint32_t i = 0; m->has_release && i < m->release.count; i++) {
        struct ip_address one;
        uint32_t address;

        if (ip_address_read(&r, &one, e) < 0)
            return -1;
        if (ip4_parse(one.text, &address) == 0 && lease_unreserve(self->db, n, address, e) < 0)
            return -1;
    }
    return 0;
}

handled on_store_reserve(struct store *self, const struct store_reserve *m, struct request *req)
{
    struct network_key n;
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    if (network_find(self->db, m->network.text, &n, &e) < 0 || db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&items);
    count = (m->forget && lease_forget(self->db, &n, &e) < 0) || release_listed(self, m, &n, &e) < 0 ? -1 : lease_reserve(self->db, &n, m->count, &items, &e);
    store_ended(self, count < 0 ? -1 : 0);
    h = count < 0 ? request_fail(req, &e) : reply_store_reserve(req, &(struct store_reserve_reply){ .attachments = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

static bool is_up(enum state s)
{
    return s == STATE_STARTING || s == STATE_RUNNING || s == STATE_PAUSED || s == STATE_STOPPING;
}

/* One of its networks, as the reply wants it. */
static int one_attachment(struct store *self, const char *id, int64_t network, struct wire_writer *room, bool *out_has, struct attachment *out, struct err *e)
{
    int count = lease_items(self->db, id, network, room, e);
    struct wire_reader r = wire_reader(wire_written(room));

    *out_has = count > 0 && attachment_read(&r, out, e) == 0;
    return count < 0 ? -1 : 0;
}

static int tell_connected(struct store *self, const struct container_key *c, const char *type, const struct cause *cause, const struct network_key *n,
                          const struct attachment *a, struct err *e)
{
    struct event_network_connected ev = { .has_address = a != NULL };
    struct wire_writer w;
    int r;

    str_fmt(ev.network.text, sizeof ev.network.text, "%s", n->name);
    if (a)
        ev.address = a->address;
    wire_writer_init(&w);
    event_network_connected_write(&w, &ev);
    r = container_tell(self->db, c, type, cause, wire_written(&w), e);
    wire_writer_done(&w);
    return r;
}

/* Lease and names at once where it lives already. */
static int connect_one(struct store *self, const struct container_key *c, const struct store_attach *m, const struct network_key *n,
                       const struct container_spec *spec, struct store_attach_reply *reply, struct wire_writer room[2], struct err *e)
{
    uint32_t address = 0;
    int count, known = lease_has_wish(self->db, c->id, &m->wish, n->number, e);     /* asked again: the answer was lost, not the change */

    if (known < 0 || (!known && lease_wish(self->db, c->id, &m->wish, e) < 0) || (is_up(c->state) && lease_address(self->db, c->id, n->number, e) < 0) ||
        one_attachment(self, c->id, n->number, &room[0], &reply->has_attachment, &reply->attachment, e) < 0)
        return -1;
    if (reply->has_attachment && ip4_parse(reply->attachment.address.text, &address) == 0 &&
        names_add(self->db, c->id, n->number, address, spec, NULL, e) < 0)
        return -1;
    count = lease_items(self->db, c->id, -1, &room[1], e);
    reply->attachments = wire_list_of(&room[1], (uint32_t)(count < 0 ? 0 : count));
    reply->generation = names_generation(self->db);
    return count < 0 ? -1 : known ? 0 : tell_connected(self, c, "network_connected", &m->cause, n, reply->has_attachment ? &reply->attachment : NULL, e);
}

handled on_store_attach(struct store *self, const struct store_attach *m, struct request *req)
{
    struct store_attach_reply reply = { 0 };
    struct container_key c;
    struct network_key n;
    struct container_spec spec;
    struct wire_writer bytes, phases, room[2];
    struct wire_reader r;
    struct err e = ERR_NONE;
    int done = -1;
    handled h;

    if (container_find(self->db, m->container.text, &c, &e) < 0 || network_find(self->db, m->wish.network.text, &n, &e) < 0)
        return request_fail(req, &e);
    if (c.state == STATE_REMOVED || c.state == STATE_REMOVING)
        return request_error(req, ERR_STATE, "container %s is %s", c.id, state_name(c.state));
    wire_writer_init(&bytes);
    wire_writer_init(&phases);
    wire_writer_init(&room[0]);
    wire_writer_init(&room[1]);
    if (container_kept(self->db, c.pos, &bytes, &phases, &e) == 0) {
        r = wire_reader(wire_written(&bytes));
        if (container_spec_read(&r, &spec, &e) == 0)
            done = spec.network == NETWORK_MODE_BRIDGE ? 0 : err_set(&e, ERR_STATE, "container %s: its network is %s", c.id, network_mode_name(spec.network));
    }
    str_fmt(reply.id.text, sizeof reply.id.text, "%s", c.id);
    reply.state = c.state;
    if (done == 0 && db_savepoint(self->db, &e) == 0)
        done = store_ended(self, connect_one(self, &c, m, &n, &spec, &reply, room, &e));
    h = done < 0 ? request_fail(req, &e) : reply_store_attach(req, &reply);
    wire_writer_done(&bytes);
    wire_writer_done(&phases);
    wire_writer_done(&room[0]);
    wire_writer_done(&room[1]);
    return h;
}

static int disconnect_one(struct store *self, const struct container_key *c, const struct store_detach *m, const struct network_key *n,
                          struct store_detach_reply *reply, struct wire_writer room[2], struct err *e)
{
    int count;

    if (one_attachment(self, c->id, n->number, &room[0], &reply->has_attachment, &reply->attachment, e) < 0 ||
        lease_unwish(self->db, c->id, n->number, e) < 0)
        return -1;
    count = lease_items(self->db, c->id, -1, &room[1], e);
    reply->attachments = wire_list_of(&room[1], (uint32_t)(count < 0 ? 0 : count));
    return count < 0 ? -1 : tell_connected(self, c, "network_disconnected", &m->cause, n, NULL, e);
}

static int is_on(struct store *self, const char *id, const struct network_key *n, struct err *e)
{
    sqlite3_stmt *s = db_sql(self->db, "SELECT 1 FROM attachments WHERE container = ?1 AND network = ?2");
    int r;

    bind_text(s, 1, id);
    bind_int(s, 2, (uint64_t)n->number);
    r = db_step(self->db, s, e);
    sqlite3_reset(s);
    return r == 0 ? err_set(e, ERR_STATE, "container %s: is not on network %s", id, n->name) : r < 0 ? -1 : 0;
}

handled on_store_detach(struct store *self, const struct store_detach *m, struct request *req)
{
    struct store_detach_reply reply = { 0 };
    struct container_key c;
    struct network_key n;
    struct wire_writer room[2];
    struct err e = ERR_NONE;
    int done = -1;
    handled h;

    if (container_find(self->db, m->container.text, &c, &e) < 0 || network_find(self->db, m->network.text, &n, &e) < 0 || is_on(self, c.id, &n, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&room[0]);
    wire_writer_init(&room[1]);
    str_fmt(reply.id.text, sizeof reply.id.text, "%s", c.id);
    reply.state = c.state;
    if (db_savepoint(self->db, &e) == 0)
        done = store_ended(self, disconnect_one(self, &c, m, &n, &reply, room, &e));
    h = done < 0 ? request_fail(req, &e) : reply_store_detach(req, &reply);
    wire_writer_done(&room[0]);
    wire_writer_done(&room[1]);
    return h;
}

static int claim_of(struct store *self, sqlite3_stmt *s, struct wire_writer *items, struct wire_writer *room, struct err *e)
{
    struct wire_reader r = wire_reader(column_blob(s, 3));
    struct network_claim claim = { .incarnation = column_int(s, 2) };
    struct container_spec spec;
    int count;

    if (container_spec_read(&r, &spec, e) < 0)
        return -1;
    str_fmt(claim.container.text, sizeof claim.container.text, "%.12s", column_text(s, 1));
    wire_writer_reset(room);
    count = lease_items(self->db, claim.container.text, -1, room, e);
    if (spec.network != NETWORK_MODE_BRIDGE || count <= 0)
        return count < 0 ? -1 : 0;
    claim.attachments = wire_list_of(room, (uint32_t)count);
    claim.has_ports = spec.has_ports;
    claim.ports = spec.ports;
    claim.has_policy = spec.has_policy;
    claim.policy = spec.policy;
    claim.rate_in_bytes = spec.has_rate_in_bytes ? spec.rate_in_bytes : 0;
    claim.rate_out_bytes = spec.has_rate_out_bytes ? spec.rate_out_bytes : 0;
    network_claim_write(items, &claim);
    return 1;
}

handled on_store_attached(struct store *self, const struct store_attached *m, struct request *req)
{
    sqlite3_stmt *s = db_sql(self->db, "SELECT pos, id, incarnation, spec FROM containers WHERE pos > ?1 AND state IN ('starting', 'running', 'paused', 'stopping') ORDER BY pos");
    struct store_attached_reply reply = { 0 };
    struct wire_writer items, room;
    struct err e = ERR_NONE;
    uint32_t count = 0;
    int r;
    handled h;

    if (self->fresh)                    /* what runs is not known yet: nothing may be taken for a stray */
        return request_error(req, ERR_UNAVAILABLE, "the database is being made again");

    wire_writer_init(&items);
    wire_writer_init(&room);
    bind_int(s, 1, m->after);
    while ((r = db_step(self->db, s, &e)) > 0 && items.len < 600000) {
        int made = claim_of(self, s, &items, &room, &e);

        if (made < 0) {
            r = -1;
            break;
        }
        count += (uint32_t)made;
        reply.next = column_int(s, 0);
    }
    sqlite3_reset(s);
    reply.has_next = r > 0;
    reply.containers = wire_list_of(&items, count);
    h = r < 0 ? request_fail(req, &e) : reply_store_attached(req, &reply);
    wire_writer_done(&items);
    wire_writer_done(&room);
    return h;
}

handled on_network_allocations(struct store *self, const struct network_allocations *m, struct request *req)
{
    struct network_key n = { .number = -1 };
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    if (m->has_network && network_find(self->db, m->network.text, &n, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&items);
    count = lease_allocations(self->db, n.number, &items, &e);
    h = count < 0 ? request_fail(req, &e)
                  : reply_network_allocations(req, &(struct network_allocations_reply){ .allocations = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

handled on_network_ports(struct store *self, const struct network_ports *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    count = lease_ports(self->db, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_network_ports(req, &(struct network_ports_reply){ .ports = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

handled on_store_denied(struct store *self, const struct store_denied *m, struct request *req)
{
    struct event_policy_denied ev = { .direction = m->direction, .audit = m->audit, .packets = m->packets };
    const struct cause cause = { .verb.text = "netd" };
    struct container_key c;
    struct wire_writer w;
    struct err e = ERR_NONE;
    int r;

    if (container_find(self->db, m->container.text, &c, &e) < 0 || db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&w);
    event_policy_denied_write(&w, &ev);
    r = container_tell(self->db, &c, "policy_denied", &cause, wire_written(&w), &e);
    wire_writer_done(&w);
    return store_ended(self, r) < 0 ? request_fail(req, &e) : reply_store_denied(req, &(struct store_denied_reply){});
}

/* ---------------------------------------------------------------- names */

bool store_answer_names(struct store *self, struct request *req, bool empty_too)
{
    const struct store_names *m = store_names_of(req);
    struct store_names_reply reply = { 0 };
    struct err e = ERR_NONE;
    struct wire_writer items;
    bool done = true;
    int count;

    wire_writer_init(&items);
    count = names_items(self->db, m->after, m->resuming, &reply.reset, &reply.more, &reply.generation, &items, &e);
    reply.registrations = wire_list_of(&items, (uint32_t)(count < 0 ? 0 : count));
    if (count < 0)
        request_fail(req, &e);
    else if (count > 0 || reply.reset || reply.generation != m->after || empty_too)
        reply_store_names(req, &reply);
    else
        done = false;
    wire_writer_done(&items);
    return done;
}

void store_wait_ended(void *arg)
{
    struct waiter *w = arg;
    struct store *self = w->store;
    struct request *req = request_find(self->actor, w->request);

    w->timer = NULL;
    if (req && w->what == WAITS_NAMES)
        store_answer_names(self, req, true);
    else if (req)
        store_answer_inbox(self, req, w->id, true);
    store_wait_over(self, w);
}

handled on_store_names(struct store *self, const struct store_names *m, struct request *req)
{
    struct waiter *w;

    if (self->fresh)
        return request_error(req, ERR_UNAVAILABLE, "the database is being made again");
    if (store_answer_names(self, req, m->wait_ms == 0))
        return (handled){ 1 };
    w = store_wait(self, req, "", WAITS_NAMES);
    w->timer = loop_after(actor_loop(self->actor), m->wait_ms < WAIT_MAX_MS ? (int64_t)m->wait_ms : WAIT_MAX_MS, store_wait_ended, w);
    return HANDLED_LATER;
}
