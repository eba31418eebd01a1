#include "actors/store/images.h"

#include "actors/store/events.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/str.h"

#include <string.h>

#define INVENTORY_BYTES 1000000u         /* of each kind: 15,000 images, 70,000 containers */

/* ---------------------------------------------------------------- events */

static int tell(struct db *d, const char *type, const struct cause *cause, const struct wire_writer *attrs, struct err *e)
{
    static const struct cause own = { .verb.text = "image.import" };
    struct event_new n = { .type = type, .cause = cause ? cause : &own, .attrs = wire_written(attrs) };

    return event_append(d, &n, NULL, e);
}

static int tell_tag(struct db *d, const char *type, const char *digest, const char *tag, const struct cause *cause, struct err *e)
{
    struct event_image_tagged ev = { 0 };
    struct wire_writer w;
    int r;

    str_fmt(ev.digest.text, sizeof ev.digest.text, "%s", digest);
    str_fmt(ev.tag.text, sizeof ev.tag.text, "%s", tag);
    wire_writer_init(&w);
    event_image_tagged_write(&w, &ev);          /* untagged has the same fields */
    r = tell(d, type, cause, &w, e);
    wire_writer_done(&w);
    return r;
}

static int tell_imported(struct db *d, const struct image *m, struct err *e)
{
    struct event_image_imported ev = { .digest = m->digest, .source = m->source };
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    event_image_imported_write(&w, &ev);
    r = tell(d, "image_imported", NULL, &w, e);
    wire_writer_done(&w);
    return r;
}

static int tell_removed(struct db *d, struct digest digest, const struct cause *cause, struct err *e)
{
    struct event_image_removed ev = { .digest = digest };
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    event_image_removed_write(&w, &ev);
    r = tell(d, "image_removed", cause, &w, e);
    wire_writer_done(&w);
    return r;
}

/* ---------------------------------------------------------------- intents */

int cleanup_add(struct db *d, const char *kind, const char *key, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "INSERT OR IGNORE INTO container_cleanup VALUES (?1, ?2, ?3)");

    bind_text(s, 1, kind);
    bind_text(s, 2, key);
    bind_int(s, 3, (uint64_t)clock_wall_ns());
    return db_run(d, s, e);
}

int cleanup_done(struct db *d, const struct cleanup *item, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "DELETE FROM container_cleanup WHERE kind = ?1 AND key = ?2");
    bind_text(s, 1, item->kind.text);
    bind_span(s, 2, item->key);
    return db_run(d, s, e);
}

int cleanup_items(struct db *d, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT kind, key FROM container_cleanup ORDER BY since_ns LIMIT 4000");
    int count = 0, r;

    while ((r = db_step(d, s, e)) > 0) {
        struct cleanup c = { .key = wire_text(column_text(s, 1)) };

        str_fmt(c.kind.text, sizeof c.kind.text, "%.60s", column_text(s, 0));
        cleanup_write(items, &c);
        count++;
    }
    return r < 0 ? -1 : count;
}

/* ---------------------------------------------------------------- recording */

static int has(struct db *d, const char *sql, const char *key, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, sql);
    int r;

    bind_text(s, 1, key);
    r = db_step(d, s, e);
    sqlite3_reset(s);
    return r;
}

static int has_tag(struct db *d, const char *tag, const char *digest, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT 1 FROM image_tags WHERE tag = ?1 AND digest = ?2");
    int r;

    bind_text(s, 1, tag);
    bind_text(s, 2, digest);
    r = db_step(d, s, e);
    sqlite3_reset(s);
    return r;
}

static int put_tag(struct db *d, const char *tag, const char *digest, struct err *e)
{
    sqlite3_stmt *s;
    int had = has_tag(d, tag, digest, e);

    if (had)
        return had < 0 ? -1 : 0;
    s = db_sql(d, "INSERT INTO image_tags VALUES (?1, ?2) ON CONFLICT (tag) DO UPDATE SET digest = ?2");
    bind_text(s, 1, tag);
    bind_text(s, 2, digest);
    return db_run(d, s, e) < 0 ? -1 : tell_tag(d, "image_tagged", digest, tag, NULL, e);
}

static int put_tags(struct db *d, const struct image *m, struct err *e)
{
    struct wire_reader r = wire_reader(m->tags.items);
    struct tag_name tag;

    for (uint32_t i = 0; m->has_tags && i < m->tags.count; i++)
        if (tag_name_read(&r, &tag, e) < 0 || put_tag(d, tag.text, m->digest.text, e) < 0)
            return -1;
    return 0;
}

static int put_row(struct db *d, const struct image_record *m, struct err *e)
{
    struct image_record bare = *m;
    struct wire_writer w;
    sqlite3_stmt *s = db_sql(d, "INSERT INTO images VALUES (?1, ?2, ?3, ?4) ON CONFLICT (digest) DO UPDATE SET record = ?4");
    int r;

    bare.image.has_tags = false;
    wire_writer_init(&w);
    image_record_write(&w, &bare);
    bind_text(s, 1, m->image.digest.text);
    bind_text(s, 2, m->image.config_digest.text);
    bind_int(s, 3, m->image.created_ns);
    bind_blob(s, 4, wire_written(&w));
    r = db_run(d, s, e);
    wire_writer_done(&w);
    return r;
}

int image_record_put(struct db *d, const struct image_record *m, struct err *e)
{
    int had = has(d, "SELECT 1 FROM images WHERE digest = ?1", m->image.digest.text, e);

    if (had < 0 || db_write(d, e) < 0 || put_row(d, m, e) < 0 ||
        cleanup_done(d, &(struct cleanup){ .kind = { "image" }, .key = wire_text(m->image.digest.text) }, e) < 0)      /* it is here again */
        return -1;
    if (!had && tell_imported(d, &m->image, e) < 0)
        return -1;
    return put_tags(d, &m->image, e);
}

static int forget(struct db *d, const char *digest, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM image_tags WHERE digest = ?1");

    bind_text(s, 1, digest);
    if (db_run(d, s, e) < 0)
        return -1;
    s = db_sql(d, "DELETE FROM images WHERE digest = ?1");
    bind_text(s, 1, digest);
    return db_run(d, s, e);
}

static bool among(const struct wire_list *digests, const char *digest)
{
    struct wire_reader r = wire_reader(digests->items);
    struct digest one;

    for (uint32_t i = 0; i < digests->count; i++)
        if (digest_read(&r, &one, NULL) == 0 && !strcmp(one.text, digest))
            return true;
    return false;
}

int images_keep(struct db *d, const struct wire_list *digests, struct err *e)
{
    struct digest gone;

    for (;;) {
        sqlite3_stmt *s = db_sql(d, "SELECT digest FROM images");
        bool found = false;
        int r;

        while (!found && (r = db_step(d, s, e)) > 0) {
            str_fmt(gone.text, sizeof gone.text, "%.64s", column_text(s, 0));
            found = !among(digests, gone.text);
        }
        sqlite3_reset(s);
        if (r < 0 || (found && (db_write(d, e) < 0 || forget(d, gone.text, e) < 0 || tell_removed(d, gone, NULL, e) < 0)))
            return -1;
        if (!found)
            return 0;
    }
}

/* ---------------------------------------------------------------- use and removal */

int image_containers(struct db *d, const char *digest, struct wire_writer *ids, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT id FROM containers WHERE digest = ?1 AND state != 'removed' LIMIT 1000");
    int count = 0, r;

    bind_text(s, 1, digest);
    while ((r = db_step(d, s, e)) > 0) {
        wire_put_str(ids, column_text(s, 0));
        count++;
    }
    return r < 0 ? -1 : count;
}

int images_used(struct db *d, struct wire_writer *digests, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT digest FROM containers WHERE state != 'removed' UNION SELECT digest FROM volumes WHERE kind = 'snapshot'");
    int count = 0, r;

    while ((r = db_step(d, s, e)) > 0) {
        wire_put_str(digests, column_text(s, 0));
        count++;
    }
    return r < 0 ? -1 : count;
}

/* sql: a literal.  All of it, or an error: what is not in it would look like nobody's. */
int inventory_items(struct db *d, const char *sql, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, sql);
    int count = 0, r;

    while ((r = db_step(d, s, e)) > 0 && items->len < INVENTORY_BYTES) {
        wire_put_str(items, column_text(s, 0));
        count++;
    }
    if (r > 0)
        r = err_set(e, ERR_EXHAUSTED, "there is more than one look can take in: more than %d of one kind", count);
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

static int refuse_snapshot(struct db *d, const char *digest, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT name FROM volumes WHERE kind = 'snapshot' AND digest = ?1 LIMIT 1");
    int r;

    bind_text(s, 1, digest);
    r = db_step(d, s, e);
    if (r > 0)
        r = err_set(e, ERR_CONFLICT, "image %.12s: snapshot %s was taken of a container that is made from it", digest, column_text(s, 0));
    sqlite3_reset(s);
    return r;
}

static int refuse_use(struct db *d, const char *digest, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT id, (SELECT count(*) FROM containers WHERE digest = ?1 AND state != 'removed') FROM containers WHERE digest = ?1 AND state != 'removed' LIMIT 1");
    int r;

    bind_text(s, 1, digest);
    r = db_step(d, s, e);
    if (r > 0)
        r = err_set(e, ERR_CONFLICT, "image %.12s: container %s is made from it%s", digest, column_text(s, 0), column_int(s, 1) > 1 ? ", and others" : "");
    sqlite3_reset(s);
    return r ? r : refuse_snapshot(d, digest, e);
}

static int tag_count(struct db *d, const char *digest, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT count(*) FROM image_tags WHERE digest = ?1");
    int n;

    bind_text(s, 1, digest);
    n = db_step(d, s, e) > 0 ? (int)column_int(s, 0) : -1;
    sqlite3_reset(s);
    return n;
}

static int untag(struct db *d, const struct store_image_remove *m, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM image_tags WHERE tag = ?1");

    bind_text(s, 1, m->tag.text);
    return db_run(d, s, e) < 0 ? -1 : tell_tag(d, "image_untagged", m->digest.text, m->tag.text, &m->cause, e);
}

int image_remove(struct db *d, const struct store_image_remove *m, bool *out_removed, struct err *e)
{
    int tags = tag_count(d, m->digest.text, e), had = 1, used;

    *out_removed = false;
    if (m->has_tag)
        had = has_tag(d, m->tag.text, m->digest.text, e);
    if (tags < 0 || had < 0 || db_write(d, e) < 0)
        return -1;
    if (!had)                           /* it went, or went to another, since it was looked up */
        return err_set(e, ERR_NOT_FOUND, "image %s: is no tag of image %.12s any more", m->tag.text, m->digest.text);
    if (m->has_tag && tags > 1)
        return untag(d, m, e);
    if (!m->has_tag && tags > 1 && !m->force)
        return err_set(e, ERR_CONFLICT, "image %.12s: has %d tags: remove them one by one, or with force", m->digest.text, tags);
    used = refuse_use(d, m->digest.text, e);
    if (used < 0)
        return -1;
    *out_removed = true;
    return cleanup_add(d, "image", m->digest.text, e) < 0 || forget(d, m->digest.text, e) < 0 ? -1 : tell_removed(d, m->digest, &m->cause, e);
}

int image_use(struct db *d, const struct container_record *r, bool rebuilt, struct err *e)
{
    int known = rebuilt ? 1 : has(d, "SELECT 1 FROM images WHERE digest = ?1", r->digest.text, e);
    struct wire_writer w;
    sqlite3_stmt *s;
    int result;

    if (known <= 0)
        return known < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "image %.12s: was removed meanwhile", r->digest.text);
    s = db_sql(d, "UPDATE containers SET layers = ?2 WHERE id = ?1");
    wire_writer_init(&w);
    wire_put_array(&w, r->has_layers ? r->layers.count : 0);
    wire_put_raw(&w, r->has_layers ? r->layers.items : (struct wire_span){ 0 });
    bind_text(s, 1, r->id.text);
    bind_blob(s, 2, wire_written(&w));
    result = db_run(d, s, e);
    wire_writer_done(&w);
    return result;
}

bool layers_read(struct wire_span column, struct wire_list *out)
{
    struct wire_reader r = wire_reader(column);

    if (!column.len || wire_read_array(&r, &out->count, NULL) < 0)
        return false;
    out->items = (struct wire_span){ r.at, (size_t)(r.end - r.at) };
    return true;
}

/* ---------------------------------------------------------------- reading */

static int add_tags(struct db *d, const char *digest, struct wire_writer *tags, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT tag FROM image_tags WHERE digest = ?1 ORDER BY tag");
    int count = 0, r;

    bind_text(s, 1, digest);
    while ((r = db_step(d, s, e)) > 0) {
        wire_put_str(tags, column_text(s, 0));
        count++;
    }
    return r < 0 ? -1 : count;
}

static int with_tags(struct db *d, struct image_record *m, struct wire_writer *tags, struct err *e)
{
    int count = add_tags(d, m->image.digest.text, tags, e);

    m->image.has_tags = count > 0;
    m->image.tags = wire_list_of(tags, (uint32_t)(count < 0 ? 0 : count));
    return count < 0 ? -1 : 0;
}

int image_items(struct db *d, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT record FROM images ORDER BY created_ns LIMIT 2000");
    struct wire_writer tags;
    int count = 0, r;

    wire_writer_init(&tags);
    while ((r = db_step(d, s, e)) > 0 && items->len < 900000) {
        struct wire_reader at = wire_reader(column_blob(s, 0));
        struct image_record m;

        wire_writer_reset(&tags);
        if (image_record_read(&at, &m, e) < 0 || with_tags(d, &m, &tags, e) < 0) {
            r = -1;
            break;
        }
        image_write(items, &m.image);
        count++;
    }
    sqlite3_reset(s);
    wire_writer_done(&tags);
    return r < 0 ? -1 : count;
}

/* Its digest by tag (latest if it names none), or by the beginning of a digest. */
static int find_digest(struct db *d, const char *ref, char digest[65], struct err *e)
{
    const char *hex = str_starts(ref, "sha256:") ? ref + 7 : ref;
    sqlite3_stmt *s = db_sql(d, "SELECT digest FROM image_tags WHERE tag IN (?1, ?1 || ':latest') ORDER BY tag != ?1 LIMIT 1");
    int r;

    bind_text(s, 1, ref);
    r = db_step(d, s, e);
    if (r == 0 && strlen(hex) >= 12 && !hex[strspn(hex, "0123456789abcdef")]) {
        sqlite3_reset(s);
        s = db_sql(d, "SELECT digest FROM images WHERE (digest >= ?1 AND digest < ?1 || 'g') OR (config_digest >= ?1 AND config_digest < ?1 || 'g') LIMIT 2");
        bind_text(s, 1, hex);
        r = db_step(d, s, e);
    }
    if (r > 0)
        str_fmt(digest, 65, "%.64s", column_text(s, 0));
    sqlite3_reset(s);
    return r > 0 ? 0 : r < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "image %s: neither a tag nor a digest that is known", ref);
}

int image_find(struct db *d, const char *ref, struct wire_writer *record, char digest[65], struct err *e)
{
    struct wire_writer tags;
    sqlite3_stmt *s;
    int r;

    if (find_digest(d, ref, digest, e) < 0)
        return -1;
    wire_writer_init(&tags);
    s = db_sql(d, "SELECT record FROM images WHERE digest = ?1");
    bind_text(s, 1, digest);
    r = db_step(d, s, e);
    if (r > 0) {
        struct wire_reader at = wire_reader(column_blob(s, 0));
        struct image_record m;

        r = image_record_read(&at, &m, e) < 0 || with_tags(d, &m, &tags, e) < 0 ? -1 : 1;
        if (r > 0)
            image_record_write(record, &m);
    }
    sqlite3_reset(s);
    wire_writer_done(&tags);
    return r > 0 ? 0 : r < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "image %s: neither a tag nor a digest that is known", ref);
}
