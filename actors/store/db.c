#include "actors/store/db.h"

#include "base/clock.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <unistd.h>

struct db {
    sqlite3 *handle;
    struct map *statements;             /* text -> sqlite3_stmt */
    bool writing;
    int schema;
};

/* ---------------------------------------------------------------- errors */

static int db_error(struct db *d, const char *what, struct err *e)
{
    int code = sqlite3_extended_errcode(d->handle);

    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
        return err_set(e, ERR_EXISTS, "%s: %s", what, sqlite3_errmsg(d->handle));
    if ((code & 0xff) == SQLITE_FULL)
        return err_set(e, ERR_EXHAUSTED, "%s: the disk of the state directory is full", what);
    return err_set(e, ERR_FAILED, "%s: database: %s", what, sqlite3_errmsg(d->handle));
}

static int exec(struct db *d, const char *sql, struct err *e)
{
    return sqlite3_exec(d->handle, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : db_error(d, sql, e);
}

/* ---------------------------------------------------------------- statements */

sqlite3_stmt *db_sql(struct db *d, const char *sql)
{
    sqlite3_stmt *s = map_get(d->statements, sql);

    if (!s) {
        must(sqlite3_prepare_v3(d->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &s, NULL) == SQLITE_OK);
        map_put(d->statements, sql, s);
    }
    sqlite3_reset(s);
    sqlite3_clear_bindings(s);
    return s;
}

int db_step(struct db *d, sqlite3_stmt *s, struct err *e)
{
    int r = sqlite3_step(s);

    if (r == SQLITE_ROW)
        return 1;
    if (r == SQLITE_DONE) {
        sqlite3_reset(s);
        return 0;
    }
    db_error(d, "query", e);
    sqlite3_reset(s);
    return -1;
}

int db_run(struct db *d, sqlite3_stmt *s, struct err *e)
{
    return db_step(d, s, e) < 0 ? -1 : 0;
}

int64_t db_last_rowid(struct db *d)
{
    return sqlite3_last_insert_rowid(d->handle);
}

void bind_span(sqlite3_stmt *s, int at, struct wire_span text)
{
    if (text.len)
        sqlite3_bind_text(s, at, (const char *)text.data, (int)text.len, SQLITE_TRANSIENT);
}

void bind_text(sqlite3_stmt *s, int at, const char *text)
{
    bind_span(s, at, wire_text(text));
}

void bind_blob(sqlite3_stmt *s, int at, struct wire_span bytes)
{
    if (bytes.len)
        sqlite3_bind_blob(s, at, bytes.data, (int)bytes.len, SQLITE_TRANSIENT);
}

void bind_int(sqlite3_stmt *s, int at, uint64_t n)
{
    sqlite3_bind_int64(s, at, (int64_t)n);
}

const char *column_text(sqlite3_stmt *s, int at)
{
    const char *t = (const char *)sqlite3_column_text(s, at);

    return t ? t : "";
}

struct wire_span column_blob(sqlite3_stmt *s, int at)
{
    const void *p = sqlite3_column_blob(s, at);

    return (struct wire_span){ p, p ? (size_t)sqlite3_column_bytes(s, at) : 0 };
}

uint64_t column_int(sqlite3_stmt *s, int at)
{
    return (uint64_t)sqlite3_column_int64(s, at);
}

bool column_null(sqlite3_stmt *s, int at)
{
    return sqlite3_column_type(s, at) == SQLITE_NULL;
}

/* ---------------------------------------------------------------- transactions */

int db_write(struct db *d, struct err *e)
{
    if (d->writing)
        return 0;
    if (db_run(d, db_sql(d, "BEGIN IMMEDIATE"), e) < 0)
        return -1;
    d->writing = true;
    return 0;
}

bool db_dirty(const struct db *d)
{
    return d->writing;
}

void db_rollback(struct db *d)
{
    if (d->writing && !sqlite3_get_autocommit(d->handle))
        db_run(d, db_sql(d, "ROLLBACK"), NULL);
    d->writing = false;
}

int db_commit(struct db *d, struct err *e)
{
    if (!d->writing)
        return 0;
    fault_at("store.before_commit");
    if (db_run(d, db_sql(d, "COMMIT"), e) < 0) {
        db_rollback(d);
        return -1;
    }
    d->writing = false;
    fault_at("store.after_commit");
    return 0;
}

int db_savepoint(struct db *d, struct err *e)
{
    return db_write(d, e) < 0 ? -1 : db_run(d, db_sql(d, "SAVEPOINT one"), e);
}

void db_release(struct db *d, bool keep)
{
    if (!keep)
        db_run(d, db_sql(d, "ROLLBACK TO one"), NULL);
    db_run(d, db_sql(d, "RELEASE one"), NULL);
}

/* ---------------------------------------------------------------- meta */

int db_meta_get(struct db *d, const char *key, char *out, size_t size)
{
    sqlite3_stmt *s = db_sql(d, "SELECT value FROM meta WHERE key = ?1");
    int r;

    bind_text(s, 1, key);
    r = db_step(d, s, NULL);
    if (r > 0)
        str_fmt(out, size, "%.*s", (int)size - 1, column_text(s, 0));
    sqlite3_reset(s);
    return r > 0 ? 0 : -1;
}

int db_meta_set(struct db *d, const char *key, const char *value, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "INSERT INTO meta VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2");
    bind_text(s, 1, key);
    bind_text(s, 2, value);
    return db_run(d, s, e);
}

/* ---------------------------------------------------------------- opening */

static void close_handle(struct db *d)
{
    struct map_iter it = map_iter(d->statements);
    sqlite3_stmt *s;

    while ((s = map_next(&it, NULL)))
        sqlite3_finalize(s);
    map_free(d->statements);
    d->statements = map_new();
    sqlite3_close(d->handle);
    d->handle = NULL;
}

/* A name stays what it is, relative to the working directory: the way there may be closed to this user. */
static int keep_name(sqlite3_vfs *vfs, const char *name, int size, char *out)
{
    (void)vfs;
    if (strlen(name) >= (size_t)size)
        return SQLITE_CANTOPEN;
    strcpy(out, name);
    return SQLITE_OK;
}

static void register_vfs(void)
{
    static sqlite3_vfs here;

    if (here.zName)
        return;
    here = *sqlite3_vfs_find(NULL);
    here.zName = "here";
    here.pNext = NULL;
    here.xFullPathname = keep_name;
    must(sqlite3_vfs_register(&here, 0) == SQLITE_OK);
}

static int open_handle(struct db *d, const char *path, struct err *e)
{
    int r;

    register_vfs();
    r = sqlite3_open_v2(path, &d->handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, "here");

    if (r != SQLITE_OK)
        return err_set(e, ERR_FAILED, "%s: %s", path, sqlite3_errstr(r));
    sqlite3_extended_result_codes(d->handle, 1);
    sqlite3_busy_timeout(d->handle, 5000);
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(d->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_limit(d->handle, SQLITE_LIMIT_ATTACHED, 0);
    if (exec(d, "PRAGMA locking_mode = EXCLUSIVE", e) < 0 || exec(d, "PRAGMA journal_mode = WAL", e) < 0)
        return -1;
    return exec(d, "PRAGMA synchronous = FULL", e) < 0 || exec(d, "PRAGMA foreign_keys = ON", e) < 0 ? -1 : 0;
}

static bool healthy(struct db *d)
{
    sqlite3_stmt *s = NULL;
    bool ok = sqlite3_prepare_v2(d->handle, "PRAGMA quick_check(1)", -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW &&
              !strcmp(column_text(s, 0), "ok");

    sqlite3_finalize(s);
    return ok;
}

static int schema_of(struct db *d)
{
    sqlite3_stmt *s = NULL;
    int n = 0;

    if (sqlite3_prepare_v2(d->handle, "SELECT max(number) FROM schema_migrations", -1, &s, NULL) == SQLITE_OK && sqlite3_step(s) == SQLITE_ROW)
        n = sqlite3_column_int(s, 0);
    sqlite3_finalize(s);
    return n;
}

static int migrate(struct db *d, struct err *e)
{
    if (exec(d, "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER PRIMARY KEY, time_ns INTEGER NOT NULL)", e) < 0)
        return -1;
    d->schema = schema_of(d);
    for (const struct migration *m = migrations; m->number; m++) {
        sqlite3_stmt *record;

        if (m->number <= d->schema)
            continue;
        record = db_sql(d, "INSERT INTO schema_migrations VALUES (?1, ?2)");
        bind_int(record, 1, (uint64_t)m->number);
        bind_int(record, 2, (uint64_t)clock_wall_ns());
        if (exec(d, "BEGIN IMMEDIATE", e) < 0 || exec(d, m->sql, e) < 0 || db_run(d, record, e) < 0 || exec(d, "COMMIT", e) < 0) {
            exec(d, "ROLLBACK", NULL);
            return err_add(e, "migration %d", m->number);
        }
        d->schema = m->number;
        log_info("migrated", "schema %d", m->number);
    }
    return 0;
}

/* A new file gets a new log id: sequence numbers of another log mean nothing in this one. */
static int name_log(struct db *d, struct err *e)
{
    uint8_t random[8];
    char id[17], now[24];

    if (db_meta_get(d, "log_id", id, sizeof id) == 0)
        return 0;
    str_fmt(now, sizeof now, "%llu", (unsigned long long)(clock_wall_ns() / 1000000));
    must(getrandom(random, sizeof random, 0) == (ssize_t)sizeof random);
    str_hex(random, sizeof random, id);
    return db_meta_set(d, "log_id", id, e) < 0 || db_meta_set(d, "fresh", "1", e) < 0 || db_meta_set(d, "names_from", now, e) < 0 ? -1 : db_commit(d, e);
}

static int set_aside(const char *path, struct err *e)
{
    char from[1200], to[1200];
    static const char *const parts[] = { "", "-wal", "-shm" };
    long long now = clock_wall_ns() / 1000000000;

    for (int i = 0; i < 3; i++) {
        str_fmt(from, sizeof from, "%s%s", path, parts[i]);
        str_fmt(to, sizeof to, "%s.damaged-%lld%s", path, now, parts[i]);
        if (rename(from, to) < 0 && errno != ENOENT)
            return err_sys(e, "setting %s aside", from);
    }
    log_error("database_damaged", "%s was set aside as %s.damaged-%lld", path, path, now);
    return 0;
}

static int try_open(struct db *d, const char *path, struct err *e)
{
    if (open_handle(d, path, e) < 0)
        return -1;
    if (!healthy(d))
        return err_set(e, ERR_FAILED, "%s: damaged", path);
    return migrate(d, e) < 0 ? -1 : name_log(d, e);
}

/* Only damage is a reason for a new file: a disk that is full or read-only is not. */
static bool is_damage(struct db *d, const struct err *e)
{
    int code = d->handle ? sqlite3_errcode(d->handle) : SQLITE_OK;

    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB || strstr(e->text, ": damaged");
}

struct db *db_open(struct err *e)
{
    struct db *d = xalloc(sizeof *d);
    static const char path[] = "quilt.db";

    d->statements = map_new();
    if (try_open(d, path, e) == 0)
        return d;
    if (is_damage(d, e)) {
        close_handle(d);
        if (set_aside(path, e) == 0 && try_open(d, path, e) == 0)
            return d;
    }
    db_close(d);
    return NULL;
}

void db_close(struct db *d)
{
    if (!d)
        return;
    close_handle(d);
    map_free(d->statements);
    free(d);
}

int db_schema(const struct db *d)
{
    return d->schema;
}
