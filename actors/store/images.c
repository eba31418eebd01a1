#include "actors/store/images.h"

#include "base/str.h"

static int known(struct db *d, const char *digest, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT 1 FROM images WHERE digest = ?1");
    int r;

    bind_text(s, 1, digest);
    r = db_step(d, s, e);
    sqlite3_reset(s);
    return r;
}

static int take_tag(struct db *d, const char *tag, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "UPDATE images SET tag = NULL WHERE tag = ?1");

    bind_text(s, 1, tag);
    return db_run(d, s, e);
}

int image_record(struct db *d, const struct image *m, bool *out_new, struct err *e)
{
    int had = known(d, m->digest.text, e);
    sqlite3_stmt *s;

    if (had < 0 || db_write(d, e) < 0 || (m->has_tag && take_tag(d, m->tag.text, e) < 0))
        return -1;
    s = db_sql(d, "INSERT INTO images VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) "
                  "ON CONFLICT (digest) DO UPDATE SET source = ?2, tag = coalesce(?3, tag)");
    bind_text(s, 1, m->digest.text);
    bind_span(s, 2, m->source);
    bind_text(s, 3, m->has_tag ? m->tag.text : NULL);
    bind_int(s, 4, m->bytes);
    bind_int(s, 5, m->entries);
    bind_int(s, 6, m->repaired);
    bind_int(s, 7, m->created_ns);
    *out_new = !had;
    return db_run(d, s, e);
}

int image_forget(struct db *d, const char *digest, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "DELETE FROM images WHERE digest = ?1");
    bind_text(s, 1, digest);
    return db_run(d, s, e);
}

int image_items(struct db *d, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT digest, source, tag, bytes, entries, repaired, created_ns FROM images ORDER BY created_ns LIMIT 4000");
    int count = 0, r;

    while ((r = db_step(d, s, e)) > 0) {
        struct image m = { .source = wire_text(column_text(s, 1)), .has_tag = !column_null(s, 2), .bytes = column_int(s, 3),
                           .entries = column_int(s, 4), .repaired = column_int(s, 5), .created_ns = column_int(s, 6) };

        str_fmt(m.digest.text, sizeof m.digest.text, "%.64s", column_text(s, 0));
        str_fmt(m.tag.text, sizeof m.tag.text, "%.200s", column_text(s, 2));
        image_write(items, &m);
        count++;
    }
    return r < 0 ? -1 : count;
}
