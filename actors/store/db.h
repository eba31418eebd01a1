/*
 * db - the one connection to quilt.db: WAL, synchronous=FULL, prepared statements,
 * numbered migrations, one transaction a pass of the loop.
 *
 * A file that quick_check refuses is set aside as quilt.db.damaged-<seconds> and a
 * new one begun; meta "fresh" then says that the disk has to be read back.
 * Source: https://www.sqlite.org/wal.html, https://www.sqlite.org/pragma.html
 */
#ifndef STORE_DB_H
#define STORE_DB_H

#include "base/err.h"
#include "protocol/wire.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct db;

struct migration {
    int number;
    const char *sql;
};
extern const struct migration migrations[];     /* generated from migrations/NNNN.sql, ends with 0 */

/* quilt.db in the working directory. */
struct db *db_open(struct err *e);
void db_close(struct db *d);
int db_schema(const struct db *d);

/* Begins the pass's transaction if it has not begun; every writer calls it first. */
int db_write(struct db *d, struct err *e);
bool db_dirty(const struct db *d);
int db_commit(struct db *d, struct err *e);     /* nothing begun: 0 */
void db_rollback(struct db *d);
/* One change within the pass's transaction that may be taken back alone. */
int db_savepoint(struct db *d, struct err *e);
void db_release(struct db *d, bool keep);

/* The cached statement of this text, reset and unbound; sql must be a literal. */
sqlite3_stmt *db_sql(struct db *d, const char *sql);
/* Runs a statement that gives no rows.  ERR_EXISTS for a UNIQUE that is taken. */
int db_run(struct db *d, sqlite3_stmt *s, struct err *e);
/* 1: a row, 0: no more, -1. */
int db_step(struct db *d, sqlite3_stmt *s, struct err *e);
int64_t db_last_rowid(struct db *d);

void bind_text(sqlite3_stmt *s, int at, const char *text);      /* NULL or "": NULL */
void bind_span(sqlite3_stmt *s, int at, struct wire_span text);
void bind_blob(sqlite3_stmt *s, int at, struct wire_span bytes);
void bind_int(sqlite3_stmt *s, int at, uint64_t n);
const char *column_text(sqlite3_stmt *s, int at);               /* "" for NULL */
struct wire_span column_blob(sqlite3_stmt *s, int at);
uint64_t column_int(sqlite3_stmt *s, int at);
bool column_null(sqlite3_stmt *s, int at);

int db_meta_get(struct db *d, const char *key, char *out, size_t size);        /* -1: not there */
int db_meta_set(struct db *d, const char *key, const char *value, struct err *e);

#endif
