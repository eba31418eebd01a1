#include "actors/store/containers.h"
#include "actors/store/processes.h"

#include "actors/store/events.h"
#include "actors/store/holders.h"
#include "actors/store/images.h"
#include "actors/store/inbox.h"
#include "actors/store/operations.h"
#include "actors/store/leases.h"
#include "actors/store/names.h"
#include "actors/store/volumes.h"
#include "base/clock.h"
#include "base/sm.h"
#include "base/str.h"

#include <string.h>

#define TOMBSTONES_KEPT 10000

static const struct sm_state moves[] = {
    [STATE_CREATED] = { "created", SM_TO(STATE_STARTING) | SM_TO(STATE_REMOVING) },
    [STATE_STARTING] = { "starting", SM_TO(STATE_RUNNING) | SM_TO(STATE_FAILED) | SM_TO(STATE_EXITED) | SM_TO(STATE_STOPPING) | SM_TO(STATE_REMOVING) },
    [STATE_RUNNING] = { "running", SM_TO(STATE_PAUSED) | SM_TO(STATE_STOPPING) | SM_TO(STATE_EXITED) | SM_TO(STATE_REMOVING) },
    [STATE_PAUSED] = { "paused", SM_TO(STATE_RUNNING) | SM_TO(STATE_STOPPING) | SM_TO(STATE_EXITED) | SM_TO(STATE_REMOVING) },
    [STATE_STOPPING] = { "stopping", SM_TO(STATE_EXITED) | SM_TO(STATE_FAILED) | SM_TO(STATE_REMOVING) },
    [STATE_EXITED] = { "exited", SM_TO(STATE_STARTING) | SM_TO(STATE_REMOVING) | SM_TO(STATE_REMOVED) },
    [STATE_FAILED] = { "failed", SM_TO(STATE_STARTING) | SM_TO(STATE_REMOVING) | SM_TO(STATE_REMOVED) },
    [STATE_REMOVING] = { "removing", SM_TO(STATE_REMOVED) },
    [STATE_REMOVED] = { "removed", 0 },
};

static enum state state_of(const char *text)
{
    int n = sm_find(moves, STATE_COUNT, text);

    return n < 0 ? STATE_FAILED : (enum state)n;
}

static int enum_of(const char *const *names, int count, const char *text)
{
    for (int i = 0; i < count; i++)
        if (!strcmp(names[i], text))
            return i;
    return 0;
}

static enum want want_of(const char *text)
{
    const char *names[WANT_COUNT];

    for (int i = 0; i < WANT_COUNT; i++)
        names[i] = want_name((enum want)i);
    return (enum want)enum_of(names, WANT_COUNT, text);
}

static enum exit_reason reason_of(const char *text)
{
    const char *names[EXIT_REASON_COUNT];

    for (int i = 0; i < EXIT_REASON_COUNT; i++)
        names[i] = exit_reason_name((enum exit_reason)i);
    return (enum exit_reason)enum_of(names, EXIT_REASON_COUNT, text);
}

/* ---------------------------------------------------------------- finding */

#define KEY "SELECT pos, id, state, incarnation, cseq FROM containers "

static int read_key(struct db *d, sqlite3_stmt *s, struct container_key *out, struct err *e)
{
    int r = db_step(d, s, e);

    if (r > 0) {
        *out = (struct container_key){ .pos = (int64_t)column_int(s, 0), .state = state_of(column_text(s, 2)),
                                       .incarnation = column_int(s, 3), .cseq = column_int(s, 4) };
        str_fmt(out->id, sizeof out->id, "%.12s", column_text(s, 1));
    }
    return r;
}

static int find_by(struct db *d, const char *sql, const char *ref, struct container_key *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, sql);
    int r;

    bind_text(s, 1, ref);
    r = read_key(d, s, out, e);
    sqlite3_reset(s);
    return r;
}

/* Two rows that share the prefix: the caller has to say more. */
static int find_prefix(struct db *d, const char *sql, const char *ref, struct container_key *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, sql);
    struct container_key second;
    int r;

    bind_text(s, 1, ref);
    r = read_key(d, s, out, e);
    if (r > 0 && read_key(d, s, &second, e) > 0)
        r = err_set(e, ERR_INVALID, "container %s: a prefix of several ids, %s and %s among them", ref, out->id, second.id);
    sqlite3_reset(s);
    return r;
}

static bool is_hex(const char *ref)
{
    return ref[0] && !ref[strspn(ref, "0123456789abcdef")] && strlen(ref) <= 12;
}

int container_find(struct db *d, const char *ref, struct container_key *out, struct err *e)
{
    int r = find_by(d, KEY "WHERE id = ?1", ref, out, e);

    if (r == 0)
        r = find_by(d, KEY "WHERE name = ?1 AND state != 'removed'", ref, out, e);
    if (r == 0 && is_hex(ref))
        r = find_prefix(d, KEY "WHERE id >= ?1 AND id < ?1 || 'g' AND state != 'removed' LIMIT 2", ref, out, e);
    if (r == 0)
        r = find_by(d, KEY "WHERE name = ?1 ORDER BY pos DESC LIMIT 1", ref, out, e);
    if (r == 0 && is_hex(ref))
        r = find_prefix(d, KEY "WHERE id >= ?1 AND id < ?1 || 'g' LIMIT 2", ref, out, e);
    if (r == 0)
        return err_set(e, ERR_NOT_FOUND, "container %s: not known", ref);
    return r < 0 ? -1 : 0;
}

int container_find_exact(struct db *d, const char *ref, struct container_key *out, struct err *e)
{
    int r = find_by(d, KEY "WHERE id = ?1 AND state != 'removed'", ref, out, e);

    if (r == 0)
        r = find_by(d, KEY "WHERE name = ?1 AND state != 'removed'", ref, out, e);
    return r > 0 ? 0 : r < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "container %s: not known", ref);
}

/* ---------------------------------------------------------------- changing */

static uint64_t next_cseq(struct db *d, int64_t pos, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "UPDATE containers SET cseq = cseq + 1 WHERE pos = ?1 RETURNING cseq");
    uint64_t n;

    bind_int(s, 1, (uint64_t)pos);
    n = db_step(d, s, e) > 0 ? column_int(s, 0) : 0;
    sqlite3_reset(s);
    return n;
}

static int tell(struct db *d, const struct container_key *c, uint64_t incarnation, const char *type, const struct cause *cause,
                struct wire_span attrs, uint64_t *out_seq, struct err *e)
{
    uint64_t cseq = next_cseq(d, c->pos, e);
    struct event_new n = { .type = type, .container = c->id, .cseq = cseq, .incarnation = incarnation, .cause = cause, .attrs = attrs };

    return cseq == 0 ? -1 : event_append(d, &n, out_seq, e);
}

int container_tell(struct db *d, const struct container_key *c, const char *type, const struct cause *cause, struct wire_span attrs, struct err *e)
{
    return tell(d, c, c->incarnation, type, cause, attrs, NULL, e);
}

static int tell_created(struct db *d, const struct container_key *c, const struct container_spec *spec, const struct cause *cause, struct err *e)
{
    struct event_created ev = { .has_name = spec->has_name, .name = spec->name, .image = spec->image };
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    event_created_write(&w, &ev);
    r = tell(d, c, 0, "created", cause, wire_written(&w), NULL, e);
    wire_writer_done(&w);
    return r;
}

static void bind_exit(sqlite3_stmt *s, int at, bool has, const struct container_exit *x, struct wire_writer *room)
{
    if (!has)
        return;
    container_exit_write(room, x);
    bind_blob(s, at, wire_written(room));
}

static int insert_row(struct db *d, const struct container_record *r, const struct container_spec *spec, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "INSERT INTO containers (id, name, state, want, incarnation, restarts, digest, repair, created_ns, started_ns, "
                                "started_boot_ns, boot_id, exit, error, error_code, spec) "
                                "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)");
    struct wire_writer room;
    int result;

    wire_writer_init(&room);
    bind_text(s, 1, r->id.text);
    bind_text(s, 2, spec->has_name ? spec->name.text : NULL);
    bind_text(s, 3, state_name(r->state));
    bind_text(s, 4, want_name(r->want));
    bind_int(s, 5, r->incarnation);
    bind_int(s, 6, r->restarts);
    bind_text(s, 7, r->digest.text);
    bind_int(s, 8, r->repair);
    bind_int(s, 9, r->created_ns);
    if (r->has_started_ns)
        bind_int(s, 10, r->started_ns);
    if (r->has_started_boot_ns)
        bind_int(s, 11, r->started_boot_ns);
    bind_text(s, 12, r->boot_id.text);
    bind_exit(s, 13, r->has_exit, &r->exit, &room);
    bind_span(s, 14, r->has_error ? r->error : (struct wire_span){ 0 });
    bind_text(s, 15, r->has_error_code ? r->error_code.text : NULL);
    bind_blob(s, 16, r->spec);
    result = db_run(d, s, e);
    wire_writer_done(&room);
    if (result < 0 && e && e->code == ERR_EXISTS)
        return err_set(e, ERR_EXISTS, "name %s: in use by another container", spec->has_name ? spec->name.text : r->id.text);
    return result;
}

/* The networks that it is on, and its names there: part of the transaction that starts it. */
static int begin_network(struct db *d, const char *id, const struct container_spec *spec, struct container_place *out, struct err *e)
{
    int count;

    if (spec->network != NETWORK_MODE_BRIDGE)
        return 0;
    if (lease_start(d, id, spec, &out->generation, e) < 0)
        return -1;
    count = lease_items(d, id, -1, &out->attachments, e);
    out->count = (uint32_t)(count < 0 ? 0 : count);
    return count < 0 ? -1 : 0;
}

int container_insert(struct db *d, const struct store_insert *m, struct container_place *place, struct err *e)
{
    struct wire_reader reader = wire_reader(m->record.spec);
    struct container_spec spec;
    struct container_key key;

    if (container_spec_read(&reader, &spec, e) < 0 || insert_row(d, &m->record, &spec, e) < 0 || image_use(d, &m->record, m->rebuilt, e) < 0 ||
        volume_use(d, m->record.id.text, &spec, m->rebuilt, e) < 0 ||
        lease_wishes(d, m->record.id.text, &spec, m->rebuilt && m->record.has_attachments ? &m->record.attachments : NULL, e) < 0)
        return -1;
    if (m->rebuilt)
        return m->record.state == STATE_STARTING ? begin_network(d, m->record.id.text, &spec, place, e) : 0;
    key = (struct container_key){ .pos = db_last_rowid(d) };
    str_fmt(key.id, sizeof key.id, "%s", m->record.id.text);
    if (tell_created(d, &key, &spec, &m->cause, e) < 0)
        return -1;
    if (m->record.state != STATE_STARTING)
        return 0;
    if (begin_network(d, m->record.id.text, &spec, place, e) < 0)
        return -1;
    return tell(d, &key, m->record.incarnation, "starting", &m->cause, (struct wire_span){ 0 }, NULL, e);
}

/* What is given replaces; what is absent stays.  A new incarnation forgets how the last one went. */
static int update_row(struct db *d, const struct container_key *c, const struct store_move *m, struct err *e)
{
    bool anew = m->has_state && m->state == STATE_STARTING, ended = m->has_state && (m->state == STATE_EXITED || m->state == STATE_FAILED);
    sqlite3_stmt *s = db_sql(d,
        "UPDATE containers SET state = coalesce(?2, state), want = coalesce(?3, want), incarnation = ?4, pid = CASE WHEN ?5 THEN NULL ELSE coalesce(?6, pid) END, "
        "started_ns = coalesce(?7, started_ns), started_boot_ns = coalesce(?8, started_boot_ns), stop_reason = CASE WHEN ?9 THEN NULL ELSE coalesce(?10, stop_reason) END, "
        "kill_at_boot_ns = CASE WHEN ?9 THEN NULL ELSE coalesce(?11, kill_at_boot_ns) END, restarts = coalesce(?12, restarts), boot_id = coalesce(?13, boot_id), "
        "spec = coalesce(?14, spec), phases = CASE WHEN ?15 THEN NULL ELSE coalesce(?16, phases) END, exit = coalesce(?17, exit), "
        "error = CASE WHEN ?15 THEN NULL ELSE coalesce(?18, error) END, error_code = CASE WHEN ?15 THEN NULL ELSE coalesce(?19, error_code) END, "
        "removed_ns = ?20, health = CASE WHEN ?5 THEN NULL ELSE coalesce(?21, health) END WHERE pos = ?1");
    struct wire_writer exit_room, phase_room;
    int result;

    wire_writer_init(&exit_room);
    wire_writer_init(&phase_room);
    bind_int(s, 1, (uint64_t)c->pos);
    bind_text(s, 2, m->has_state ? state_name(m->state) : NULL);
    bind_text(s, 3, m->has_want ? want_name(m->want) : NULL);
    bind_int(s, 4, m->incarnation);
    bind_int(s, 5, ended || anew);
    if (m->has_pid)
        bind_int(s, 6, m->pid);
    if (m->has_started_ns)
        bind_int(s, 7, m->started_ns);
    if (m->has_started_boot_ns)
        bind_int(s, 8, m->started_boot_ns);
    bind_int(s, 9, anew);
    bind_text(s, 10, m->has_stop_reason ? exit_reason_name(m->stop_reason) : NULL);
    if (m->has_kill_at_boot_ns)
        bind_int(s, 11, m->kill_at_boot_ns);
    if (m->has_restarts)
        bind_int(s, 12, m->restarts);
    bind_text(s, 13, m->has_boot_id ? m->boot_id.text : NULL);
    bind_blob(s, 14, m->has_spec ? m->spec : (struct wire_span){ 0 });
    bind_int(s, 15, anew);
    if (m->has_phases) {
        phases_write(&phase_room, &m->phases);
        bind_blob(s, 16, wire_written(&phase_room));
    }
    bind_exit(s, 17, m->has_exit, &m->exit, &exit_room);
    bind_span(s, 18, m->has_error ? m->error : (struct wire_span){ 0 });
    bind_text(s, 19, m->has_error_code ? m->error_code.text : NULL);
    if (m->has_state && m->state == STATE_REMOVED)
        bind_int(s, 20, (uint64_t)clock_wall_ns());
    bind_text(s, 21, m->has_health ? health_status_name(m->health) : NULL);
    result = db_run(d, s, e);
    wire_writer_done(&exit_room);
    wire_writer_done(&phase_room);
    return result;
}

/* The event that a change of state is, and its attributes. */
static const char *event_of(const struct container_key *c, const struct store_move *m, struct wire_writer *attrs)
{
    if (m->has_event) {
        if (m->has_attrs)
            wire_put_raw(attrs, m->attrs);
        return m->event.text;
    }
    if (!m->has_state)
        return NULL;
    switch (m->state) {
    case STATE_RUNNING:
        if (c->state == STATE_PAUSED)
            return "resumed";
        event_started_write(attrs, &(struct event_started){ .pid = m->pid });
        return "started";
    case STATE_STOPPING:
        event_stopping_write(attrs, &(struct event_stopping){ .reason = m->has_stop_reason ? m->stop_reason : EXIT_REASON_STOPPED });
        return "stopping";
    case STATE_EXITED:
        event_exited_write(attrs, &(struct event_exited){ .exit = m->exit });
        return "exited";
    case STATE_FAILED:
        event_failed_write(attrs, &(struct event_failed){ .error = m->error, .has_step = m->has_step, .step = m->step, .has_sys = m->has_sys, .sys = m->sys });
        return "failed";
    default:
        return state_name(m->state);    /* starting, paused, removing, removed */
    }
}

static int check_move(const struct container_key *c, const struct store_move *m, struct err *e)
{
    bool anew = m->has_state && m->state == STATE_STARTING;

    if (m->incarnation != c->incarnation + (anew ? 1 : 0))
        return err_set(e, ERR_STATE, "container %s: incarnation %llu is not %llu", c->id, (unsigned long long)m->incarnation,
                       (unsigned long long)c->incarnation);
    if (m->has_state && !sm_may(moves, (int)c->state, (int)m->state))
        return err_set(e, ERR_STATE, "container %s is %s and cannot become %s", c->id, state_name(c->state), state_name(m->state));
    return 0;
}

/* What a move means for its networks. */
static int move_network(struct db *d, const char *id, const struct store_move *m, struct container_place *place, struct err *e)
{
    struct container_spec spec;
    struct wire_writer bytes, phases;
    struct container_key key;
    int r;

    if (!m->has_state)
        return 0;
    if (m->state == STATE_EXITED || m->state == STATE_FAILED)
        return lease_end(d, id, e);
    if (m->state == STATE_REMOVED)
        return volume_release(d, id, e) < 0 || lease_release(d, id, e) < 0 || operation_drop(d, id, e) < 0 ? -1 : inbox_drop(d, id, e) < 0 ? -1 : process_drop(d, id, e);
    if (m->state != STATE_STARTING)
        return 0;
    wire_writer_init(&bytes);
    wire_writer_init(&phases);
    r = container_find(d, id, &key, e) < 0 ? -1 : container_kept(d, key.pos, &bytes, &phases, e);
    if (r == 0) {
        struct wire_reader reader = wire_reader(wire_written(&bytes));

        r = container_spec_read(&reader, &spec, e) < 0 ? -1 : begin_network(d, id, &spec, place, e);
    }
    wire_writer_done(&bytes);
    wire_writer_done(&phases);
    return r;
}

int container_move(struct db *d, const struct store_move *m, struct store_move_reply *out, struct container_place *place, struct err *e)
{
    struct container_key c;
    struct wire_writer attrs;
    const char *event;
    int result = 0;

    if (container_find(d, m->id.text, &c, e) < 0)
        return -1;
    *out = (struct store_move_reply){ .state = m->has_state ? m->state : c.state };
    if (m->has_state && c.state == m->state && c.incarnation == m->incarnation)     /* made already: the answer was lost, not the move */
        return m->state == STATE_STARTING ? move_network(d, c.id, m, place, e) : 0;
    if (check_move(&c, m, e) < 0 || update_row(d, &c, m, e) < 0 || move_network(d, c.id, m, place, e) < 0)
        return -1;
    wire_writer_init(&attrs);
    event = event_of(&c, m, &attrs);
    if (event)
        result = tell(d, &c, m->incarnation, event, &m->cause, wire_written(&attrs), &out->seq, e);
    if (event && result == 0)
        result = process_event(d, c.id, m->incarnation, event, &m->cause, wire_written(&attrs), e);
    wire_writer_done(&attrs);
    if (result == 0 && m->has_exit && m->exit.oom_kills) {
        wire_writer_init(&attrs);
        event_oom_write(&attrs, &(struct event_oom){ .oom_kills = m->exit.oom_kills });
        result = tell(d, &c, m->incarnation, "oom", &m->cause, wire_written(&attrs), NULL, e);
        wire_writer_done(&attrs);
    }
    return result;
}

static int rename_answers(struct db *d, const struct container_key *c, const char *name, struct err *e)
{
    struct wire_writer bytes, phases;
    struct wire_reader reader;
    struct container_spec spec;
    int r;

    wire_writer_init(&bytes);
    wire_writer_init(&phases);
    r = container_kept(d, c->pos, &bytes, &phases, e);
    reader = wire_reader(wire_written(&bytes));
    if (r == 0)
        r = container_spec_read(&reader, &spec, e) < 0 ? -1 : names_rename(d, c->id, &spec, name, e);
    wire_writer_done(&bytes);
    wire_writer_done(&phases);
    return r;
}

int container_rename(struct db *d, const struct container_key *c, const char *name, const struct cause *cause, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "UPDATE containers SET name = ?2 WHERE pos = ?1");
    struct event_renamed ev = { 0 };
    struct wire_writer attrs;
    int r;

    if (c->state == STATE_REMOVED || c->state == STATE_REMOVING)
        return err_set(e, ERR_STATE, "container %s is %s", c->id, state_name(c->state));
    bind_int(s, 1, (uint64_t)c->pos);
    bind_text(s, 2, name);
    if (db_run(d, s, e) < 0)
        return e && e->code == ERR_EXISTS ? err_set(e, ERR_EXISTS, "name %s: in use by another container", name) : -1;
    if (rename_answers(d, c, name, e) < 0)
        return -1;
    str_fmt(ev.name.text, sizeof ev.name.text, "%s", name);
    wire_writer_init(&attrs);
    event_renamed_write(&attrs, &ev);
    r = tell(d, c, c->incarnation, "renamed", cause, wire_written(&attrs), NULL, e);
    wire_writer_done(&attrs);
    return r;
}

/* ---------------------------------------------------------------- what clients see */

#define ROW                                                                                                                                \
    "SELECT pos, id, name, state, want, incarnation, restarts, digest, repair, created_ns, started_ns, started_boot_ns, boot_id, pid, "    \
    "stop_reason, kill_at_boot_ns, exit, error, error_code, phases, spec, health, layers FROM containers "
enum {
    C_POS, C_ID, C_NAME, C_STATE, C_WANT, C_INCARNATION, C_RESTARTS, C_DIGEST, C_REPAIR, C_CREATED, C_STARTED, C_STARTED_BOOT, C_BOOT_ID, C_PID,
    C_STOP_REASON, C_KILL_AT, C_EXIT, C_ERROR, C_ERROR_CODE, C_PHASES, C_SPEC, C_HEALTH, C_LAYERS,
};

static void copy_text(char *out, size_t size, sqlite3_stmt *s, int at)
{
    str_fmt(out, size, "%.*s", (int)size - 1, column_text(s, at));
}

static bool read_exit(sqlite3_stmt *s, struct container_exit *out)
{
    struct wire_span bytes = column_blob(s, C_EXIT);
    struct wire_reader r = wire_reader(bytes);

    return bytes.len && container_exit_read(&r, out, NULL) == 0;
}

static bool read_health(sqlite3_stmt *s, enum health_status *out)
{
    const char *text = column_null(s, C_HEALTH) ? "" : column_text(s, C_HEALTH);

    for (int i = 0; i < HEALTH_STATUS_COUNT; i++)
        if (!strcmp(text, health_status_name((enum health_status)i))) {
            *out = (enum health_status)i;
            return true;
        }
    return false;
}

static bool is_alive(enum state st)
{
    return st == STATE_RUNNING || st == STATE_PAUSED || st == STATE_STOPPING;
}

static void add_sample(struct container_view *v, const struct map *samples)
{
    const struct sample_at *at = samples ? map_get(samples, v->id.text) : NULL;

    if (!at || !is_alive(v->state))
        return;
    v->has_memory_bytes = v->has_memory_peak_bytes = v->has_cpu_ns = v->has_pids = v->has_sampled_ns = true;
    v->memory_bytes = at->sample.memory_bytes;
    v->memory_peak_bytes = at->sample.memory_peak_bytes;
    v->cpu_ns = at->sample.cpu_ns;
    v->pids = at->sample.pids;
    v->sampled_ns = (uint64_t)(clock_boot_ns() - at->boot_ns);
}

/* `room` holds its attachments until the view is written. */
static int read_view(struct db *d, sqlite3_stmt *s, const struct map *samples, struct container_view *v, struct wire_writer *room, struct err *e)
{
    struct wire_reader r = wire_reader(column_blob(s, C_SPEC));
    struct container_spec spec;

    if (container_spec_read(&r, &spec, e) < 0)
        return err_add(e, "container %s: its stored spec", column_text(s, C_ID));
    *v = (struct container_view){ .has_name = spec.has_name && !column_null(s, C_NAME), .state = state_of(column_text(s, C_STATE)), .want = want_of(column_text(s, C_WANT)),
                                  .image = spec.image, .has_digest = true, .argv = spec.argv, .has_labels = spec.has_labels, .labels = spec.labels,
                                  .incarnation = column_int(s, C_INCARNATION), .restarts = column_int(s, C_RESTARTS), .has_pid = !column_null(s, C_PID),
                                  .pid = column_int(s, C_PID), .created_ns = column_int(s, C_CREATED), .has_started_ns = !column_null(s, C_STARTED),
                                  .started_ns = column_int(s, C_STARTED), .has_error = !column_null(s, C_ERROR), .error = wire_text(column_text(s, C_ERROR)),
                                  .has_error_code = !column_null(s, C_ERROR_CODE) };
    v->has_name = !column_null(s, C_NAME);
    copy_text(v->id.text, sizeof v->id.text, s, C_ID);
    copy_text(v->name.text, sizeof v->name.text, s, C_NAME);
    copy_text(v->digest.text, sizeof v->digest.text, s, C_DIGEST);
    copy_text(v->error_code.text, sizeof v->error_code.text, s, C_ERROR_CODE);
    v->has_exit = read_exit(s, &v->exit);
    v->has_health = read_health(s, &v->health);
    if (is_alive(v->state) && !column_null(s, C_STARTED_BOOT)) {
        v->has_uptime_ns = true;
        v->uptime_ns = (uint64_t)(clock_boot_ns() - (int64_t)column_int(s, C_STARTED_BOOT));
    }
    add_sample(v, samples);
    wire_writer_reset(room);
    if (spec.network == NETWORK_MODE_BRIDGE && v->incarnation && v->state != STATE_REMOVED) {
        int count = lease_items(d, v->id.text, -1, room, e);

        if (count < 0)
            return -1;
        v->has_networks = true;
        v->networks = wire_list_of(room, (uint32_t)count);
    }
    return 0;
}

static sqlite3_stmt *row_at(struct db *d, int64_t pos)
{
    sqlite3_stmt *s = db_sql(d, ROW "WHERE pos = ?1");

    bind_int(s, 1, (uint64_t)pos);
    return s;
}

int container_view_of(struct db *d, int64_t pos, const struct map *samples, struct wire_writer *out, struct err *e)
{
    sqlite3_stmt *s = row_at(d, pos);
    struct container_view v;
    struct wire_writer room;
    int r = db_step(d, s, e);

    wire_writer_init(&room);
    if (r > 0)
        r = read_view(d, s, samples, &v, &room, e) < 0 ? -1 : (container_view_write(out, &v), 1);
    sqlite3_reset(s);
    wire_writer_done(&room);
    return r;
}

int container_kept(struct db *d, int64_t pos, struct wire_writer *out_spec, struct wire_writer *out_phases, struct err *e)
{
    sqlite3_stmt *s = row_at(d, pos);
    int r = db_step(d, s, e);

    if (r > 0) {
        wire_put_raw(out_spec, column_blob(s, C_SPEC));
        wire_put_raw(out_phases, column_blob(s, C_PHASES));
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : 0;
}

int container_end_of(struct db *d, const char *id, struct container_wait_reply *out, struct wire_writer *room, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, ROW "WHERE id = ?1");
    int r;

    bind_text(s, 1, id);
    r = db_step(d, s, e);
    if (r > 0) {
        *out = (struct container_wait_reply){ .state = state_of(column_text(s, C_STATE)), .has_error = !column_null(s, C_ERROR) };
        copy_text(out->id.text, sizeof out->id.text, s, C_ID);
        out->has_exit = read_exit(s, &out->exit);
        out->has_health = read_health(s, &out->health);
        out->has_error_code = !column_null(s, C_ERROR_CODE);
        copy_text(out->error_code.text, sizeof out->error_code.text, s, C_ERROR_CODE);
        wire_put_str(room, column_text(s, C_ERROR));
        out->error = wire_text(column_text(s, C_ERROR));
        /* the text must outlive the statement: read it back from the room */
        struct wire_reader back = wire_reader(wire_written(room));
        wire_read_str(&back, &out->error, NULL);
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : r == 0 ? err_set(e, ERR_NOT_FOUND, "container %s: not known", id) : 0;
}

/* ---------------------------------------------------------------- lists */

static bool labels_hold(const struct wire_list *labels, struct wire_span wanted)
{
    const uint8_t *eq = memchr(wanted.data, '=', wanted.len);
    struct wire_span key = { wanted.data, eq ? (size_t)(eq - wanted.data) : wanted.len }, value = { eq ? eq + 1 : NULL, eq ? wanted.len - key.len - 1 : 0 };
    struct wire_reader r = wire_reader(labels->items);

    for (uint32_t i = 0; i < labels->count; i++) {
        struct wire_span k, t;

        if (wire_read_str(&r, &k, NULL) < 0 || wire_read_str(&r, &t, NULL) < 0)
            return false;
        if (k.len == key.len && !memcmp(k.data, key.data, k.len) && (!eq || (t.len == value.len && !memcmp(t.data, value.data, t.len))))
            return true;
    }
    return false;
}

static bool state_matches(const struct container_view *v, const struct container_list *q)
{
    struct wire_reader r = wire_reader(q->states.items);

    if (!q->has_states)
        return v->state != STATE_REMOVED && (q->all || is_alive(v->state) || v->state == STATE_STARTING);
    for (uint32_t i = 0; i < q->states.count; i++) {
        enum state st;

        if (state_read(&r, &st, NULL) == 0 && st == v->state)
            return true;
    }
    return false;
}

static bool matches(const struct container_view *v, const struct container_list *q)
{
    return state_matches(v, q) && (!q->has_name || (v->has_name && strstr(v->name.text, q->name.text))) && (!q->has_label || (v->has_labels && labels_hold(&v->labels, q->label)));
}

/* Most specs are told apart by their bytes, without being read. */
int container_each_labelled(struct db *d, struct wire_span label, const char *near, labelled_fn fn, void *arg, struct err *e)
{
#define LABELLED "SELECT id, spec FROM containers WHERE state NOT IN ('removed', 'removing') AND instr(spec, ?1)"
    const uint8_t *eq = memchr(label.data, '=', label.len);
    sqlite3_stmt *s = near ? db_sql(d, LABELLED " AND coalesce(holder, id) IN (SELECT y.container FROM attachments x JOIN attachments y ON y.network = x.network "
                                       "WHERE x.container = ?2 UNION SELECT ?2)") : db_sql(d, LABELLED);
    char holder[13];
    int r, result = 0;

    bind_blob(s, 1, (struct wire_span){ label.data, eq ? (size_t)(eq - label.data) : label.len });
    if (near) {
        container_holder(d, near, holder);
        bind_text(s, 2, holder);
    }
    while (result == 0 && (r = db_step(d, s, e)) > 0) {
        struct wire_reader reader = wire_reader(column_blob(s, 1));
        struct container_spec spec;

        if (container_spec_read(&reader, &spec, NULL) == 0 && spec.has_labels && labels_hold(&spec.labels, label))
            result = fn(arg, column_text(s, 0), e);
    }
    sqlite3_reset(s);
    return result < 0 || r < 0 ? -1 : 0;
#undef LABELLED
}

int container_list(struct db *d, const struct container_list *q, const struct map *samples, struct wire_writer *items, uint64_t *out_next, struct err *e)
{
    sqlite3_stmt *s = q->has_states ? db_sql(d, ROW "WHERE pos > ?1 ORDER BY pos") : db_sql(d, ROW "WHERE pos > ?1 AND state != 'removed' ORDER BY pos");
    uint64_t limit = q->limit && q->limit < 1000 ? q->limit : 1000;
    struct wire_writer room;
    int count = 0, r;

    *out_next = 0;
    wire_writer_init(&room);
    bind_int(s, 1, q->after);
    while ((r = db_step(d, s, e)) > 0) {
        struct container_view v;

        if ((uint64_t)count == limit || items->len > 600000) {
            break;
        }
        if (read_view(d, s, samples, &v, &room, e) < 0) {
            r = -1;
            break;
        }
        *out_next = column_int(s, C_POS);
        if (!matches(&v, q))
            continue;
        container_view_write(items, &v);
        count++;
    }
    if (r == 0)
        *out_next = 0;
    sqlite3_reset(s);
    wire_writer_done(&room);
    return r < 0 ? -1 : count;
}

static void read_record(sqlite3_stmt *s, struct container_record *r)
{
    *r = (struct container_record){ .state = state_of(column_text(s, C_STATE)), .want = want_of(column_text(s, C_WANT)), .incarnation = column_int(s, C_INCARNATION),
                                    .restarts = column_int(s, C_RESTARTS), .repair = column_int(s, C_REPAIR), .created_ns = column_int(s, C_CREATED),
                                    .has_started_ns = !column_null(s, C_STARTED), .started_ns = column_int(s, C_STARTED),
                                    .has_started_boot_ns = !column_null(s, C_STARTED_BOOT), .started_boot_ns = column_int(s, C_STARTED_BOOT),
                                    .has_stop_reason = !column_null(s, C_STOP_REASON), .stop_reason = reason_of(column_text(s, C_STOP_REASON)),
                                    .has_kill_at_boot_ns = !column_null(s, C_KILL_AT), .kill_at_boot_ns = column_int(s, C_KILL_AT),
                                    .has_error = !column_null(s, C_ERROR), .error = wire_text(column_text(s, C_ERROR)),
                                    .has_error_code = !column_null(s, C_ERROR_CODE), .spec = column_blob(s, C_SPEC) };
    copy_text(r->id.text, sizeof r->id.text, s, C_ID);
    copy_text(r->digest.text, sizeof r->digest.text, s, C_DIGEST);
    copy_text(r->boot_id.text, sizeof r->boot_id.text, s, C_BOOT_ID);
    copy_text(r->error_code.text, sizeof r->error_code.text, s, C_ERROR_CODE);
    r->has_layers = layers_read(column_blob(s, C_LAYERS), &r->layers);
    r->has_exit = read_exit(s, &r->exit);
    r->has_health = read_health(s, &r->health);
}

int container_records(struct db *d, uint64_t after, struct wire_writer *items, uint64_t *out_next, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, ROW "WHERE pos > ?1 AND state != 'removed' ORDER BY pos");
    uint64_t generation = names_generation(d);
    struct wire_writer room;
    int count = 0, attached, r;

    *out_next = 0;
    wire_writer_init(&room);
    bind_int(s, 1, after);
    while ((r = db_step(d, s, e)) > 0) {
        struct container_record record;

        if (items->len > 600000)
            break;
        read_record(s, &record);
        wire_writer_reset(&room);
        attached = lease_items(d, record.id.text, -1, &room, e);
        record.has_attachments = attached > 0;
        record.attachments = wire_list_of(&room, (uint32_t)(attached < 0 ? 0 : attached));
        record.generation = generation;
        container_record_write(items, &record);
        *out_next = column_int(s, C_POS);
        count++;
    }
    if (r == 0)
        *out_next = 0;
    sqlite3_reset(s);
    wire_writer_done(&room);
    return r < 0 ? -1 : count;
}

int container_compact(struct db *d, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT count(*) FROM containers WHERE state = 'removed'");
    uint64_t n = db_step(d, s, e) > 0 ? column_int(s, 0) : 0;

    sqlite3_reset(s);
    if (n <= TOMBSTONES_KEPT)
        return 0;
    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "DELETE FROM containers WHERE pos IN (SELECT pos FROM containers WHERE state = 'removed' ORDER BY pos LIMIT min(?1, 2000))");
    bind_int(s, 1, n - TOMBSTONES_KEPT);
    return db_run(d, s, e);
}
