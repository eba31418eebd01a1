#include "actors/store/processes.h"

#include "actors/store/db.h"
#include "base/clock.h"
#include "base/str.h"

#include <string.h>

static int make_room(struct db *d, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM container_processes WHERE container = ?1 AND exec_id IN (SELECT exec_id FROM container_processes "
                                "WHERE container = ?1 AND exit IS NOT NULL ORDER BY started_ns DESC LIMIT -1 OFFSET ?2)");

    bind_text(s, 1, container);
    bind_int(s, 2, PROCESSES_KEPT);
    return db_run(d, s, e);
}

static int began(struct db *d, const char *container, uint64_t incarnation, const struct cause *cause, const struct event_exec_started *m, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "INSERT OR REPLACE INTO container_processes (container, exec_id, incarnation, uid, started_ns, pid) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");

    bind_text(s, 1, container);
    bind_text(s, 2, m->exec_id.text);
    bind_int(s, 3, incarnation);
    bind_int(s, 4, cause->uid);
    bind_int(s, 5, (uint64_t)clock_wall_ns());
    bind_int(s, 6, m->pid);
    return db_run(d, s, e) < 0 ? -1 : make_room(d, container, e);
}

static int ended(struct db *d, const char *container, const struct event_exec_exited *m, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "UPDATE container_processes SET exit = ?3 WHERE container = ?1 AND exec_id = ?2");
    struct wire_writer exit;
    int r;

    wire_writer_init(&exit);
    container_exit_write(&exit, &m->exit);
    bind_text(s, 1, container);
    bind_text(s, 2, m->exec_id.text);
    bind_blob(s, 3, wire_written(&exit));
    r = db_run(d, s, e);
    wire_writer_done(&exit);
    return r;
}

int process_event(struct db *d, const char *container, uint64_t incarnation, const char *type, const struct cause *cause, struct wire_span attrs, struct err *e)
{
    struct wire_reader r = wire_reader(attrs);
    struct event_exec_started b;
    struct event_exec_exited x;

    if (!strcmp(type, "exec_started"))
        return event_exec_started_read(&r, &b, e) < 0 ? -1 : began(d, container, incarnation, cause, &b, e);
    if (!strcmp(type, "exec_exited"))
        return event_exec_exited_read(&r, &x, e) < 0 ? -1 : ended(d, container, &x, e);
    return 0;
}

int process_drop(struct db *d, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM container_processes WHERE container = ?1");

    bind_text(s, 1, container);
    return db_run(d, s, e);
}

int process_list(struct db *d, const char *container, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT exec_id, incarnation, uid, started_ns, pid, exit FROM container_processes WHERE container = ?1 ORDER BY started_ns");
    int count = 0, r;

    bind_text(s, 1, container);
    while ((r = db_step(d, s, e)) > 0) {
        struct wire_span bytes = column_blob(s, 5);
        struct wire_reader reader = wire_reader(bytes);
        struct exec_past p = { .incarnation = column_int(s, 1), .uid = column_int(s, 2), .started_ns = column_int(s, 3), .pid = column_int(s, 4) };

        str_fmt(p.exec_id.text, sizeof p.exec_id.text, "%s", column_text(s, 0));
        p.has_exit = bytes.len && container_exit_read(&reader, &p.exit, NULL) == 0;
        exec_past_write(items, &p);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}
