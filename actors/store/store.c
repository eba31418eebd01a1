/*
 * store - the SQLite file: records, the event log, operations, images.
 *
 * Answers    reads from the front door; changes from monitor, imaged and the front door
 * Asks       nobody
 * Publishes  by answering events.read: the front door waits there and passes them on
 *
 * Everything that arrives in one pass of the loop is one transaction; nothing is
 * answered before it is durable.  One change that fails is taken back alone
 * (savepoint).  Dying between any two lines loses only what was not answered.
 */
#include "actors/store/store.h"
#include "actors/store/inbox.h"
#include "actors/store/why.h"
#include "actors/store/holders.h"
#include "actors/store/images.h"
#include "actors/store/operations.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COMPACT_MS 30000

/* ---------------------------------------------------------------- changes, one by one */

struct cause store_cause(struct request *req)
{
    struct cause c = { .uid = request_caller(req)->uid };

    str_fmt(c.verb.text, sizeof c.verb.text, "%s", request_verb(req));
    return c;
}

static void touch(struct store *self, const char *id)
{
    map_put(self->touched, id, self);
}

/* Ends a change: keeps it or takes it back. */
int store_ended(struct store *self, int result)
{
    db_release(self->db, result == 0);
    return result;
}

static void place_done(struct container_place *p)
{
    wire_writer_done(&p->attachments);
}

static handled reply_insert(struct request *req, struct store_insert_reply *reply, struct container_place *place)
{
    handled h;

    reply->has_attachments = place->count > 0;
    reply->attachments = wire_list_of(&place->attachments, place->count);
    reply->generation = place->generation;
    h = reply_store_insert(req, reply);
    place_done(place);
    return h;
}

/* The key is known: what was inserted then. */
static handled reply_repeated(struct store *self, struct request *req, const char *id, struct store_insert_reply *reply, struct container_place *place)
{
    struct container_key key;
    struct err e = ERR_NONE;
    int count;

    db_release(self->db, true);
    reply->repeated = true;
    str_fmt(reply->id.text, sizeof reply->id.text, "%s", id);
    reply->state = container_find(self->db, id, &key, &e) == 0 ? key.state : STATE_REMOVED;
    count = lease_items(self->db, id, -1, &place->attachments, &e);
    place->count = (uint32_t)(count < 0 ? 0 : count);
    place->generation = names_generation(self->db);
    return reply_insert(req, reply, place);
}

handled on_store_insert(struct store *self, const struct store_insert *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct store_insert_reply reply = { .id = m->record.id, .state = m->record.state };
    struct container_place place = { 0 };
    char before[13];
    int known;

    if (db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&place.attachments);
    known = m->has_idem ? operation_container(self->db, m->idem.text, m->cause.uid, m->record.id.text, before, &e) : 0;
    if (known > 0)
        return reply_repeated(self, req, before, &reply, &place);
    if (store_ended(self, known < 0 ? -1 : container_insert(self->db, m, &place, &e)) < 0) {
        place_done(&place);
        return request_fail(req, &e);
    }
    touch(self, m->record.id.text);
    return reply_insert(req, &reply, &place);
}

handled on_store_move(struct store *self, const struct store_move *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct store_move_reply reply;
    struct container_place place = { 0 };
    handled h;

    if (db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&place.attachments);
    if (store_ended(self, container_move(self->db, m, &reply, &place, &e)) < 0) {
        place_done(&place);
        return request_fail(req, &e);
    }
    touch(self, m->id.text);
    if (m->has_state && m->state == STATE_REMOVED)
        free(map_remove(self->samples, m->id.text));
    reply.has_attachments = place.count > 0;
    reply.attachments = wire_list_of(&place.attachments, place.count);
    reply.generation = place.generation;
    h = reply_store_move(req, &reply);
    place_done(&place);
    return h;
}

handled on_container_rename(struct store *self, const struct container_rename *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct container_key key;
    struct cause cause = store_cause(req);
    struct container_rename_reply reply = { 0 };

    if (container_find(self->db, m->container.text, &key, &e) < 0 || db_savepoint(self->db, &e) < 0)
        return request_fail(req, &e);
    if (store_ended(self, container_rename(self->db, &key, m->name.text, &cause, &e)) < 0)
        return request_fail(req, &e);
    str_fmt(reply.id.text, sizeof reply.id.text, "%s", key.id);
    return reply_container_rename(req, &reply);
}

handled on_store_begin(struct store *self, const struct store_begin *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer result;
    struct store_begin_reply reply = { 0 };
    int done;
    handled h;

    wire_writer_init(&result);
    done = operation_begin(self->db, m, &result, &e);
    reply.has_done = done == 1;
    reply.begun = done == OPERATION_BEGUN;
    reply.done = wire_written(&result);
    h = done < 0 ? request_fail(req, &e) : reply_store_begin(req, &reply);
    wire_writer_done(&result);
    return h;
}

handled on_store_end(struct store *self, const struct store_end *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (operation_end(self->db, m, &e) < 0)
        return request_fail(req, &e);
    return reply_store_end(req, &(struct store_end_reply){});
}

int store_event(struct store *self, const char *type, const struct cause *cause, struct wire_writer *attrs, struct err *e)
{
    static const struct cause own = { .verb.text = "store" };
    struct event_new n = { .type = type, .cause = cause ? cause : &own, .attrs = wire_written(attrs) };

    return event_append(self->db, &n, NULL, e);
}

handled on_store_rebuilt(struct store *self, const struct store_rebuilt *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer w;
    int r = db_meta_set(self->db, "fresh", "0", &e);

    wire_writer_init(&w);
    event_database_rebuilt_write(&w, &(struct event_database_rebuilt){ .containers = m->containers });
    if (r == 0 && m->containers)
        r = store_event(self, "database_rebuilt", NULL, &w, &e);
    wire_writer_done(&w);
    self->fresh = false;
    return r < 0 ? request_fail(req, &e) : reply_store_rebuilt(req, &(struct store_rebuilt_reply){});
}

/* ---------------------------------------------------------------- reads */

handled on_store_containers(struct store *self, const struct store_containers *m, struct request *req)
{
    struct store_containers_reply reply = { .fresh = self->fresh };
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    wire_writer_init(&items);
    count = container_records(self->db, m->after, &items, &reply.next, &e);
    reply.has_next = reply.next > 0;
    reply.records = wire_list_of(&items, (uint32_t)(count < 0 ? 0 : count));
    h = count < 0 ? request_fail(req, &e) : reply_store_containers(req, &reply);
    wire_writer_done(&items);
    return h;
}

handled on_store_resolve(struct store *self, const struct store_resolve *m, struct request *req)
{
    struct store_resolve_reply reply = { 0 };
    struct container_key key;
    struct err e = ERR_NONE;

    if (container_find(self->db, m->container.text, &key, &e) < 0 || (m->has_holder_of && container_hold(self->db, m->holder_of.text, key.id, &e) < 0))
        return request_fail(req, &e);
    str_fmt(reply.id.text, sizeof reply.id.text, "%s", key.id);
    reply.state = key.state;
    return reply_store_resolve(req, &reply);
}

handled on_container_by_name(struct store *self, const struct container_by_name *m, struct request *req)
{
    struct container_by_name_reply reply = { 0 };
    struct container_key key;
    struct err e = ERR_NONE;

    if (container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    str_fmt(reply.id.text, sizeof reply.id.text, "%s", key.id);
    return reply_container_by_name(req, &reply);
}

/* The view is written by hand into the map: it is bytes already. */
handled on_container_status(struct store *self, const struct container_status *m, struct request *req)
{
    struct container_key key;
    struct err e = ERR_NONE;
    struct wire_writer w;
    handled h;

    if (container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&w);
    wire_put_map(&w, 2);
    wire_put_str(&w, "status");
    if (container_view_of(self->db, key.pos, self->samples, &w, &e) < 0) {
        wire_writer_done(&w);
        return request_fail(req, &e);
    }
    wire_put_str(&w, "as_of_seq");
    wire_put_uint(&w, event_head(self->db));
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

handled on_container_inspect(struct store *self, const struct container_inspect *m, struct request *req)
{
    struct container_key key;
    struct err e = ERR_NONE;
    struct wire_writer w, spec, phases;
    handled h;
    int r;

    if (container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&w);
    wire_writer_init(&spec);
    wire_writer_init(&phases);
    r = container_kept(self->db, key.pos, &spec, &phases, &e);
    wire_put_map(&w, phases.len ? 4 : 3);
    wire_put_str(&w, "status");
    if (r == 0 && container_view_of(self->db, key.pos, self->samples, &w, &e) < 0)
        r = -1;
    wire_put_str(&w, "spec");
    wire_put_raw(&w, wire_written(&spec));
    if (phases.len) {
        wire_put_str(&w, "phases");
        wire_put_raw(&w, wire_written(&phases));
    }
    wire_put_str(&w, "as_of_seq");
    wire_put_uint(&w, event_head(self->db));
    h = r < 0 ? request_fail(req, &e) : request_reply(req, &w);
    wire_writer_done(&w);
    wire_writer_done(&spec);
    wire_writer_done(&phases);
    return h;
}

handled on_container_why(struct store *self, const struct container_why *m, struct request *req)
{
    struct container_why_reply reply = { 0 };
    struct container_key key;
    struct err e = ERR_NONE;
    struct wire_writer items;
    char text[WHY_TEXT];
    handled h;
    int r;

    if (container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&items);
    r = why_explain(self->db, self->log_id, &key, &reply, text, &items, &e);
    h = r < 0 ? request_fail(req, &e) : reply_container_why(req, &reply);
    wire_writer_done(&items);
    return h;
}

handled on_container_list(struct store *self, const struct container_list *m, struct request *req)
{
    struct container_list_reply reply = { .as_of_seq = event_head(self->db) };
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    wire_writer_init(&items);
    count = container_list(self->db, m, self->samples, &items, &reply.next, &e);
    reply.has_next = reply.next > 0;
    reply.containers = wire_list_of(&items, (uint32_t)(count < 0 ? 0 : count));
    h = count < 0 ? request_fail(req, &e) : reply_container_list(req, &reply);
    wire_writer_done(&items);
    return h;
}

handled on_operation_list(struct store *self, const struct operation_list *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    struct operation_list_reply reply;
    int count;
    handled h;

    wire_writer_init(&items);
    count = operation_list(self->db, m->limit, NULL, &items, &e);
    reply.operations = wire_list_of(&items, (uint32_t)(count < 0 ? 0 : count));
    h = count < 0 ? request_fail(req, &e) : reply_operation_list(req, &reply);
    wire_writer_done(&items);
    return h;
}

handled on_operation_get(struct store *self, const struct operation_get *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer w;
    int count;
    handled h;

    wire_writer_init(&w);
    wire_put_map(&w, 1);
    wire_put_str(&w, "operation");
    count = operation_list(self->db, 1, m->key.text, &w, &e);
    if (count == 0)
        err_set(&e, ERR_NOT_FOUND, "operation %s: not known", m->key.text);
    h = count <= 0 ? request_fail(req, &e) : request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

static uint64_t count_of(struct store *self, const char *sql)
{
    sqlite3_stmt *s = db_sql(self->db, sql);
    uint64_t n = db_step(self->db, s, NULL) > 0 ? column_int(s, 0) : 0;

    sqlite3_reset(s);
    return n;
}

handled on_info(struct store *self, const struct info *m, struct request *req)
{
    struct info_reply r = {
        .version.text = QUILT_VERSION, .head_seq = event_head(self->db), .oldest_seq = event_oldest(self->db),
        .containers = count_of(self, "SELECT count(*) FROM containers WHERE state != 'removed'"),
        .running = count_of(self, "SELECT count(*) FROM containers WHERE state = 'running'"),
        .paused = count_of(self, "SELECT count(*) FROM containers WHERE state = 'paused'"),
        .exited = count_of(self, "SELECT count(*) FROM containers WHERE state = 'exited'"),
        .images = count_of(self, "SELECT count(*) FROM images"), .schema = (uint64_t)db_schema(self->db),
    };

    (void)m;
    str_fmt(r.log_id.text, sizeof r.log_id.text, "%s", self->log_id);
    clock_boot_id(r.boot_id.text);
    return reply_info(req, &r);
}

handled on_exec_history(struct store *self, const struct exec_history *m, struct request *req)
{
    struct container_key key;
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    if (container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&items);
    count = process_list(self->db, key.id, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_exec_history(req, &(struct exec_history_reply){ .sessions = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

/* ---------------------------------------------------------------- waiting */

void store_wait_over(struct store *self, struct waiter *w)
{
    struct waiter **at = &self->waiters;

    while (*at != w)
        at = &(*at)->next;
    *at = w->next;
    loop_cancel(actor_loop(self->actor), w->timer);
    free(w);
}

static void on_dropped(void *arg, uint64_t number)
{
    struct store *self = arg;

    for (struct waiter *w = self->waiters; w; w = w->next)
        if (w->request == number) {
            store_wait_over(self, w);
            return;
        }
}

struct waiter *store_wait(struct store *self, struct request *req, const char *id, enum waits what)
{
    struct waiter *w = xalloc(sizeof *w);

    *w = (struct waiter){ .next = self->waiters, .request = request_number(req), .what = what, .store = self };
    str_fmt(w->id, sizeof w->id, "%s", id);
    self->waiters = w;
    request_on_drop(req, on_dropped);
    return w;
}

static bool condition_holds(enum condition c, const struct container_wait_reply *r)
{
    enum state s = r->state;

    switch (c) {
    case CONDITION_READY:
        return s != STATE_CREATED && s != STATE_STARTING && (!r->has_health || r->health == HEALTH_STATUS_HEALTHY);
    case CONDITION_HEALTHY:
        return s != STATE_CREATED && s != STATE_STARTING && (s == STATE_EXITED || s == STATE_FAILED || s == STATE_REMOVED || (r->has_health && r->health == HEALTH_STATUS_HEALTHY));
    case CONDITION_RUNNING:
        return s != STATE_CREATED && s != STATE_STARTING;
    case CONDITION_EXITED:
        return s == STATE_EXITED || s == STATE_FAILED || s == STATE_REMOVED;
    default:
        return s == STATE_REMOVED;
    }
}

/* true: it was answered. */
static bool answer_wait(struct store *self, struct request *req, const char *id, enum condition c)
{
    struct container_wait_reply reply;
    struct err e = ERR_NONE;
    struct wire_writer room;
    bool done = true;

    wire_writer_init(&room);
    if (container_end_of(self->db, id, &reply, &room, &e) < 0)
        request_fail(req, &e);
    else if (c == CONDITION_HEALTHY && reply.state == STATE_RUNNING && !reply.has_health)
        request_error(req, ERR_STATE, "container %s: has no health check", id);
    else if (condition_holds(c, &reply))
        reply_container_wait(req, &reply);
    else
        done = false;
    wire_writer_done(&room);
    return done;
}

handled on_container_wait(struct store *self, const struct container_wait *m, struct request *req)
{
    struct container_key key;
    struct err e = ERR_NONE;

    if (container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    if (answer_wait(self, req, key.id, m->condition))
        return (handled){ 1 };
    store_wait(self, req, key.id, WAITS_END);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- events.read */

static int check_range(struct store *self, uint64_t after, struct err *e)
{
    uint64_t oldest = event_oldest(self->db), head = event_head(self->db);

    if (after > head)
        return err_set(e, ERR_INVALID, "after: %llu is beyond the head of this log, %llu", (unsigned long long)after, (unsigned long long)head);
    if (after + 1 >= oldest)
        return 0;
    err_set(e, ERR_TRUNCATED, "events up to %llu have been compacted away", (unsigned long long)(oldest - 1));
    e->oldest = oldest;
    return -1;
}

/* Answers with what there is; with nothing only if `empty_too`.  true: answered. */
static bool answer_events(struct store *self, struct request *req, const char *id, bool empty_too)
{
    const struct events_read *m = events_read_of(req);
    struct events_read_reply reply = { .head_seq = event_head(self->db), .oldest_seq = event_oldest(self->db) };
    struct err e = ERR_NONE;
    struct wire_writer items;
    bool done = true;
    int count;

    if (check_range(self, m->after, &e) < 0) {
        request_fail(req, &e);
        return true;
    }
    wire_writer_init(&items);
    count = event_list(self->db, self->log_id, m->after, m->limit && m->limit < 1000 ? m->limit : 1000, id[0] ? id : NULL, &items, &e);
    str_fmt(reply.log_id.text, sizeof reply.log_id.text, "%s", self->log_id);
    reply.events = wire_list_of(&items, (uint32_t)(count < 0 ? 0 : count));
    if (count < 0)
        request_fail(req, &e);
    else if (count > 0 || empty_too)
        reply_events_read(req, &reply);
    else
        done = false;
    wire_writer_done(&items);
    return done;
}

static void on_wait_over(void *arg)
{
    struct waiter *w = arg;
    struct store *self = w->store;
    struct request *req = request_find(self->actor, w->request);

    w->timer = NULL;
    if (req)
        answer_events(self, req, w->id, true);
    store_wait_over(self, w);
}

handled on_events_read(struct store *self, const struct events_read *m, struct request *req)
{
    struct container_key key = { .id = "" };
    struct err e = ERR_NONE;
    struct waiter *w;

    if (m->has_container && container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    if (answer_events(self, req, key.id, m->wait_ms == 0))
        return (handled){ 1 };
    w = store_wait(self, req, key.id, WAITS_EVENTS);
    w->timer = loop_after(actor_loop(self->actor), m->wait_ms < 60000 ? (int64_t)m->wait_ms : 60000, on_wait_over, w);
    return HANDLED_LATER;
}

/* After the commit: whoever waited for what happened in this pass. */
static void wake(struct store *self, bool new_events)
{
    struct waiter *next;

    for (struct waiter *w = self->waiters; w; w = next) {
        struct request *req = request_find(self->actor, w->request);
        bool done = !req;

        next = w->next;
        if (req && w->what == WAITS_EVENTS && new_events)
            done = answer_events(self, req, w->id, false);
        else if (req && w->what == WAITS_END && map_get(self->touched, w->id))
            done = answer_wait(self, req, w->id, container_wait_of(req)->condition);
        else if (req && w->what == WAITS_NAMES && self->names_head < self->names_now)
            done = store_answer_names(self, req, false);
        else if (req && w->what == WAITS_INBOX && self->inbox_changed)
            done = store_answer_inbox(self, req, w->id, false);
        if (done)
            store_wait_over(self, w);
    }
}

static int store_settle(void *arg, struct err *e)
{
    struct store *self = arg;
    uint64_t head;

    if (!db_dirty(self->db))
        return 0;
    if (db_commit(self->db, e) < 0) {
        log_error("commit_failed", "%s", e->text);
        map_free(self->touched);
        self->touched = map_new();
        return -1;
    }
    head = event_head(self->db);
    self->names_now = names_generation(self->db);
    if (self->networks_changed && networks_save(self->db, e) < 0)
        log_error("networks_not_copied", "%s", e->text);
    wake(self, head != self->last_head);
    self->last_head = head;
    self->names_head = self->names_now;
    self->networks_changed = self->inbox_changed = false;
    if (map_count(self->touched)) {
        map_free(self->touched);
        self->touched = map_new();
    }
    return 0;
}

/* ---------------------------------------------------------------- the other actors' lives */

static void actor_event(struct store *self, const char *type, const char *actor, uint64_t restarts)
{
    struct event_actor_restarted ev = { .restarts = restarts };
    struct wire_writer w;

    str_fmt(ev.actor.text, sizeof ev.actor.text, "%s", actor);
    wire_writer_init(&w);
    event_actor_restarted_write(&w, &ev);
    store_event(self, type, NULL, &w, NULL);
    wire_writer_done(&w);
}

static void store_peer_changed(void *arg, const char *peer, enum channel_state state, uint32_t pid, uint64_t restarts)
{
    (void)pid;
    if (state == CHANNEL_UP && restarts)
        actor_event(arg, "actor_restarted", peer, restarts);
    if (state == CHANNEL_DEGRADED)
        actor_event(arg, "degraded", peer, restarts);
}

/* ---------------------------------------------------------------- life */

static void on_compact(void *arg)
{
    struct store *self = arg;
    struct err e = ERR_NONE;

    loop_after(actor_loop(self->actor), COMPACT_MS, on_compact, self);
    if (event_compact(self->db, &e) < 0 || container_compact(self->db, &e) < 0 || operation_compact(self->db, &e) < 0 ||
        names_compact(self->db, &e) < 0)
        log_warn("compact_failed", "%s", e.text);
}

/* Its directory becomes the working directory while root can still walk there. */
static int store_prepare(struct actor *a, struct err *e)
{
    char dir[1060];

    str_fmt(dir, sizeof dir, "%s/db", actor_options(a)->state_dir);
    return chdir(dir) < 0 ? err_sys(e, "%s", dir) : 0;
}

static void *store_start(struct actor *a, struct err *e)
{
    struct store *self = xalloc(sizeof *self);
    char fresh[4] = "0";

    self->actor = a;
    self->samples = map_new();
    self->touched = map_new();
    self->db = db_open(e);
    if (!self->db)
        return NULL;
    db_meta_get(self->db, "log_id", self->log_id, sizeof self->log_id);
    db_meta_get(self->db, "fresh", fresh, sizeof fresh);
    self->fresh = !strcmp(fresh, "1");
    self->last_head = event_head(self->db);
    self->names_head = names_generation(self->db);
    if (self->fresh && networks_load(self->db, e) < 0) {
        log_warn("networks_not_read", "%s", e->text);
        db_rollback(self->db);
    }
    loop_after(actor_loop(a), COMPACT_MS, on_compact, self);
    actor_ready(a);
    store_stats_begin(self);
    return self;
}

static void store_stop(void *arg)
{
    struct store *self = arg;
    struct map_iter it = map_iter(self->samples);
    void *sample;

    while (self->waiters)
        store_wait_over(self, self->waiters);
    while ((sample = map_next(&it, NULL)))
        free(sample);
    map_free(self->samples);
    map_free(self->touched);
    db_close(self->db);
    free(self);
}

int main(int argc, char **argv)
{
    return actor_main(argc, argv, &(struct actor_spec){
        .name = "store", .dispatch = store_dispatch, .prepare = store_prepare, .start = store_start, .stop = store_stop, .settle = store_settle,
        .peer_changed = store_peer_changed,
    });
}
