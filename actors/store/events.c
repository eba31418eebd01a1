#include "actors/store/events.h"

#include "base/clock.h"
#include "base/str.h"

int event_append(struct db *d, const struct event_new *n, uint64_t *out_seq, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "INSERT INTO events (cseq, container, incarnation, time_ns, boot_ns, type, verb, uid, attrs) "
                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    bind_int(s, 1, n->cseq);
    bind_text(s, 2, n->container);
    if (n->container)
        bind_int(s, 3, n->incarnation);
    bind_int(s, 4, (uint64_t)clock_wall_ns());
    bind_int(s, 5, (uint64_t)clock_boot_ns());
    bind_text(s, 6, n->type);
    bind_text(s, 7, n->cause->verb.text);
    bind_int(s, 8, n->cause->uid);
    bind_blob(s, 9, n->attrs);
    if (db_run(d, s, e) < 0)
        return err_add(e, "event %s", n->type);
    if (out_seq)
        *out_seq = (uint64_t)db_last_rowid(d);
    return 0;
}

static uint64_t one_number(struct db *d, const char *sql)
{
    sqlite3_stmt *s = db_sql(d, sql);
    uint64_t n = db_step(d, s, NULL) > 0 ? column_int(s, 0) : 0;

    sqlite3_reset(s);
    return n;
}

/* From sqlite_sequence: compaction may have taken every row. */
uint64_t event_head(struct db *d)
{
    return one_number(d, "SELECT seq FROM sqlite_sequence WHERE name = 'events'");
}

uint64_t event_oldest(struct db *d)
{
    uint64_t n = one_number(d, "SELECT min(seq) FROM events");

    return n ? n : event_head(d) + 1;
}

static void write_event(sqlite3_stmt *s, const char *log_id, struct wire_writer *items)
{
    struct event ev = {
        .v = 1, .seq = column_int(s, 0), .cseq = column_int(s, 1), .has_container = !column_null(s, 2), .has_incarnation = !column_null(s, 3),
        .incarnation = column_int(s, 3), .time_ns = column_int(s, 4), .boot_ns = column_int(s, 5), .cause.uid = column_int(s, 8),
        .has_attrs = !column_null(s, 9), .attrs = column_blob(s, 9),
    };

    str_fmt(ev.log_id.text, sizeof ev.log_id.text, "%s", log_id);
    str_fmt(ev.container.text, sizeof ev.container.text, "%.12s", column_text(s, 2));
    str_fmt(ev.type.text, sizeof ev.type.text, "%.63s", column_text(s, 6));
    str_fmt(ev.cause.verb.text, sizeof ev.cause.verb.text, "%.63s", column_text(s, 7));
    event_write(items, &ev);
}

int event_list(struct db *d, const char *log_id, uint64_t after, uint64_t limit, const char *container, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = container
        ? db_sql(d, "SELECT seq, cseq, container, incarnation, time_ns, boot_ns, type, verb, uid, attrs FROM events "
                    "WHERE container = ?3 AND seq > ?1 ORDER BY seq LIMIT ?2")
        : db_sql(d, "SELECT seq, cseq, container, incarnation, time_ns, boot_ns, type, verb, uid, attrs FROM events "
                    "WHERE seq > ?1 ORDER BY seq LIMIT ?2");
    int count = 0, r;

    bind_int(s, 1, after > INT64_MAX ? INT64_MAX : after);
    bind_int(s, 2, limit);
    if (container)
        bind_text(s, 3, container);
    while ((r = db_step(d, s, e)) > 0) {
        write_event(s, log_id, items);
        count++;
        if (items->len > 700000)
            break;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

int event_compact(struct db *d, struct err *e)
{
    uint64_t head = event_head(d);
    sqlite3_stmt *s;

    if (head <= EVENTS_KEPT || event_oldest(d) > head - EVENTS_KEPT)
        return 0;
    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE seq <= ?1 ORDER BY seq LIMIT 2000)");
    bind_int(s, 1, head - EVENTS_KEPT);
    return db_run(d, s, e);
}
