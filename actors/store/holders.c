#include "actors/store/holders.h"

#include "base/str.h"

#include <string.h>

int container_hold(struct db *d, const char *id, const char *holder, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "UPDATE containers SET holder = ?2 WHERE id = ?1");
    bind_text(s, 1, id);
    bind_text(s, 2, holder);
    return db_run(d, s, e);
}

void container_holder(struct db *d, const char *id, char out[13])
{
    sqlite3_stmt *s = db_sql(d, "SELECT holder FROM containers WHERE id = ?1 AND holder IS NOT NULL");

    bind_text(s, 1, id);
    str_fmt(out, 13, "%.12s", db_step(d, s, NULL) > 0 ? column_text(s, 0) : id);
    sqlite3_reset(s);
}

bool container_near(struct db *d, const char *a, const char *b)
{
    sqlite3_stmt *s = db_sql(d, "SELECT 1 FROM attachments x JOIN attachments y ON y.network = x.network WHERE x.container = ?1 AND y.container = ?2");
    char of_a[13], of_b[13];
    bool found;

    container_holder(d, a, of_a);
    container_holder(d, b, of_b);
    bind_text(s, 1, of_a);
    bind_text(s, 2, of_b);
    found = !strcmp(of_a, of_b) || db_step(d, s, NULL) > 0;
    sqlite3_reset(s);
    return found;
}
