#include "actors/store/inbox.h"

#include "base/clock.h"
#include "base/str.h"

/* sender NULL: of all. */
static uint64_t count_of(struct db *d, const char *container, const char *sender)
{
    sqlite3_stmt *s = db_sql(d, "SELECT count(*) FROM messages WHERE container = ?1 AND (?2 IS NULL OR sender = ?2)");
    uint64_t n;

    bind_text(s, 1, container);
    bind_text(s, 2, sender);
    n = db_step(d, s, NULL) > 0 ? column_int(s, 0) : 0;
    sqlite3_reset(s);
    return n;
}

int inbox_add(struct db *d, const char *container, const char *sender, uint64_t sender_max, const struct icc_publish *m, struct err *e)
{
    sqlite3_stmt *s;

    if (m->body.len > INBOX_BODY_MAX)
        return err_set(e, ERR_INVALID, "body: %zu bytes, at most %d", m->body.len, INBOX_BODY_MAX);
    if (count_of(d, container, NULL) >= INBOX_MESSAGES_MAX)
        return err_set(e, ERR_EXHAUSTED, "inbox of container %s: holds %d messages that were not acknowledged", container, INBOX_MESSAGES_MAX);
    if (sender[0] && count_of(d, container, sender) >= sender_max)
        return err_set(e, ERR_EXHAUSTED, "inbox of container %s: holds %llu messages of container %s that were not acknowledged", container,
                       (unsigned long long)sender_max, sender);
    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "INSERT INTO messages (container, sender, topic, body, time_ns) VALUES (?1, ?2, ?3, ?4, ?5)");
    bind_text(s, 1, container);
    bind_text(s, 2, sender);
    bind_text(s, 3, m->has_topic ? m->topic.text : NULL);
    if (m->body.len)
        bind_span(s, 4, m->body);
    else
        sqlite3_bind_text(s, 4, "", 0, SQLITE_STATIC);
    bind_int(s, 5, (uint64_t)clock_wall_ns());
    return db_run(d, s, e);
}

int inbox_items(struct db *d, const char *container, uint64_t after, uint64_t limit, size_t bytes, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT id, sender, topic, body, time_ns FROM messages WHERE container = ?1 AND id > ?2 ORDER BY id LIMIT ?3");
    int count = 0, r;

    bind_text(s, 1, container);
    bind_int(s, 2, after > INT64_MAX ? INT64_MAX : after);
    bind_int(s, 3, limit && limit < 100 ? limit : 100);
    while ((r = db_step(d, s, e)) > 0 && (!count || items->len < bytes)) {
        struct inbox_message m = { .id = column_int(s, 0), .has_from = !column_null(s, 1), .has_topic = !column_null(s, 2),
                                   .body = column_blob(s, 3), .time_ns = column_int(s, 4) };

        str_fmt(m.from.text, sizeof m.from.text, "%.12s", column_text(s, 1));
        str_fmt(m.topic.text, sizeof m.topic.text, "%.63s", column_text(s, 2));
        inbox_message_write(items, &m);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

int inbox_ack(struct db *d, const char *container, uint64_t id, uint64_t *out_left, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "DELETE FROM messages WHERE container = ?1 AND id <= ?2");
    bind_text(s, 1, container);
    bind_int(s, 2, id > INT64_MAX ? INT64_MAX : id);
    if (db_run(d, s, e) < 0)
        return -1;
    *out_left = count_of(d, container, NULL);
    return 0;
}

int inbox_drop(struct db *d, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM messages WHERE container = ?1");

    bind_text(s, 1, container);
    return db_run(d, s, e);
}
