#include "actors/store/operations.h"

#include "base/clock.h"
#include "base/str.h"

#define OF_CONTAINER "key > ?1 || ':' AND key < ?1 || ';'"       /* its id goes before the key */

/* One that uses keys without end costs itself its oldest, and the disk nothing. */
static int make_room(struct db *d, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT count(*) FROM operations WHERE " OF_CONTAINER);
    uint64_t count;

    bind_text(s, 1, container);
    count = db_step(d, s, NULL) > 0 ? column_int(s, 0) : 0;
    sqlite3_reset(s);
    if (count < OPERATIONS_OF_CONTAINER)
        return 0;
    s = db_sql(d, "DELETE FROM operations WHERE key IN (SELECT key FROM operations WHERE " OF_CONTAINER " ORDER BY time_ns LIMIT 1)");
    bind_text(s, 1, container);
    return db_run(d, s, e);
}

int operation_drop(struct db *d, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM operations WHERE " OF_CONTAINER);

    bind_text(s, 1, container);
    return db_run(d, s, e);
}

int operation_begin(struct db *d, const struct store_begin *m, struct wire_writer *out_result, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT body_hash, result FROM operations WHERE key = ?1 AND uid = ?2");
    int r;

    bind_text(s, 1, m->key.text);
    bind_int(s, 2, m->uid);
    r = db_step(d, s, e);
    if (r > 0) {
        if (column_int(s, 0) != m->body_hash)
            r = err_set(e, ERR_CONFLICT, "key %s: was used with another request", m->key.text);
        else if (column_null(s, 1))
            r = OPERATION_BEGUN;        /* not ended: do it, it can be done twice */
        else
            wire_put_raw(out_result, column_blob(s, 1));
        sqlite3_reset(s);
        return r;
    }
    sqlite3_reset(s);
    if (r < 0 || db_write(d, e) < 0 || (m->has_container && make_room(d, m->container.text, e) < 0))
        return -1;
    s = db_sql(d, "INSERT INTO operations (key, uid, verb, body_hash, time_ns) VALUES (?1, ?2, ?3, ?4, ?5)");
    bind_text(s, 1, m->key.text);
    bind_int(s, 2, m->uid);
    bind_text(s, 3, m->verb.text);
    bind_int(s, 4, m->body_hash);
    bind_int(s, 5, (uint64_t)clock_wall_ns());
    return db_run(d, s, e);
}

int operation_end(struct db *d, const struct store_end *m, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "UPDATE operations SET result = ?3 WHERE key = ?1 AND uid = ?2");
    bind_text(s, 1, m->key.text);
    bind_int(s, 2, m->uid);
    bind_blob(s, 3, m->result);
    return db_run(d, s, e);
}

int operation_container(struct db *d, const char *key, uint64_t uid, const char *id, char out_id[13], struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT container FROM operations WHERE key = ?1 AND uid = ?2 AND container IS NOT NULL");
    int r;

    bind_text(s, 1, key);
    bind_int(s, 2, uid);
    r = db_step(d, s, e);
    if (r > 0)
        str_fmt(out_id, 13, "%.12s", column_text(s, 0));
    sqlite3_reset(s);
    if (r != 0)
        return r;
    s = db_sql(d, "INSERT INTO operations (key, uid, verb, body_hash, time_ns, container) VALUES (?1, ?2, 'container.create', 0, ?4, ?3) "
                  "ON CONFLICT (key, uid) DO UPDATE SET container = ?3");
    bind_text(s, 1, key);
    bind_int(s, 2, uid);
    bind_text(s, 3, id);
    bind_int(s, 4, (uint64_t)clock_wall_ns());
    return db_run(d, s, e);
}

int operation_list(struct db *d, uint64_t limit, const char *key, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = key ? db_sql(d, "SELECT key, verb, uid, time_ns, container FROM operations WHERE key = ?2 LIMIT ?1")
                          : db_sql(d, "SELECT key, verb, uid, time_ns, container FROM operations WHERE key NOT GLOB 'auto-*' ORDER BY time_ns DESC LIMIT ?1");
    int count = 0, r;

    bind_int(s, 1, limit > 1000 ? 1000 : limit);
    if (key)
        bind_text(s, 2, key);
    while ((r = db_step(d, s, e)) > 0) {
        struct operation o = { .uid = column_int(s, 2), .time_ns = column_int(s, 3), .has_container = !column_null(s, 4) };

        str_fmt(o.key.text, sizeof o.key.text, "%.80s", column_text(s, 0));
        str_fmt(o.verb.text, sizeof o.verb.text, "%.63s", column_text(s, 1));
        str_fmt(o.container.text, sizeof o.container.text, "%.12s", column_text(s, 4));
        operation_write(items, &o);
        count++;
    }
    return r < 0 ? -1 : count;
}

int operation_compact(struct db *d, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT 1 FROM operations WHERE time_ns < ?1 LIMIT 1");
    uint64_t limit = (uint64_t)(clock_wall_ns() - OPERATIONS_KEPT_NS);
    int r;

    bind_int(s, 1, limit);
    r = db_step(d, s, e);
    sqlite3_reset(s);
    if (r <= 0 || db_write(d, e) < 0)
        return r <= 0 ? r : -1;
    s = db_sql(d, "DELETE FROM operations WHERE key IN (SELECT key FROM operations WHERE time_ns < ?1 LIMIT 1000)");
    bind_int(s, 1, limit);
    return db_run(d, s, e);
}
