#include "actors/store/volumes.h"

#include "actors/store/events.h"
#include "actors/store/images.h"
#include "base/auto.h"
#include "base/must.h"
#include "base/str.h"

#include <stdio.h>
#include <string.h>

static int tell(struct db *d, const char *kind, const char *what, struct wire_span name, const struct cause *cause, struct err *e)
{
    static const struct cause own = { .verb.text = "imaged" };
    char type[40];
    struct wire_writer attrs;
    struct event_new n = { .type = type, .cause = cause ? cause : &own };
    int r;

    str_fmt(type, sizeof type, "%s_%s", kind, what);
    wire_writer_init(&attrs);
    wire_put_map(&attrs, 1);
    wire_put_str(&attrs, kind);
    wire_put_span(&attrs, name);
    n.attrs = wire_written(&attrs);
    r = event_append(d, &n, NULL, e);
    wire_writer_done(&attrs);
    return r;
}

static int known(struct db *d, const char *kind, const char *name, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT 1 FROM volumes WHERE kind = ?1 AND name = ?2");
    int r;

    bind_text(s, 1, kind);
    bind_text(s, 2, name);
    r = db_step(d, s, e);
    sqlite3_reset(s);
    return r;
}

int volume_put(struct db *d, const struct store_volume *m, struct err *e)
{
    int had = known(d, m->kind.text, m->volume.name.text, e), r;
    struct wire_writer w;
    sqlite3_stmt *s;

    if (had < 0 || db_write(d, e) < 0 || cleanup_done(d, &(struct cleanup){ .kind = m->kind, .key = wire_text(m->volume.name.text) }, e) < 0)
        return -1;
    s = db_sql(d, "INSERT INTO volumes VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE SET record = ?4");
    wire_writer_init(&w);
    volume_write(&w, &m->volume);
    bind_text(s, 1, m->kind.text);
    bind_text(s, 2, m->volume.name.text);
    bind_int(s, 3, m->volume.created_ns);
    bind_blob(s, 4, wire_written(&w));
    bind_text(s, 5, m->volume.has_digest ? m->volume.digest.text : NULL);
    r = db_run(d, s, e);
    wire_writer_done(&w);
    return r < 0 ? -1 : had ? 0 : tell(d, m->kind.text, "created", wire_text(m->volume.name.text), m->has_cause ? &m->cause : NULL, e);
}

static int forget(struct db *d, const char *kind, const char *name, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM volumes WHERE kind = ?1 AND name = ?2");

    bind_text(s, 1, kind);
    bind_text(s, 2, name);
    return db_run(d, s, e);
}

static bool among(const struct wire_list *names, const char *name)
{
    struct wire_reader r = wire_reader(names->items);
    struct volume_name one;

    for (uint32_t i = 0; i < names->count; i++)
        if (volume_name_read(&r, &one, NULL) == 0 && !strcmp(one.text, name))
            return true;
    return false;
}

int volumes_keep(struct db *d, const char *kind, const struct wire_list *names, struct err *e)
{
    for (;;) {
        sqlite3_stmt *s = db_sql(d, "SELECT name FROM volumes WHERE kind = ?1");
        char name[64] = "";
        bool found = false;
        int r;

        bind_text(s, 1, kind);
        while (!found && (r = db_step(d, s, e)) > 0) {
            str_fmt(name, sizeof name, "%.63s", column_text(s, 0));
            found = !among(names, name);
        }
        sqlite3_reset(s);
        if (r < 0 || (found && (db_write(d, e) < 0 || forget(d, kind, name, e) < 0 || tell(d, kind, "removed", wire_text(name), NULL, e) < 0)))
            return -1;
        if (!found)
            return 0;
    }
}

#define USERS "FROM mounts m JOIN containers c ON c.id = m.container AND c.state != 'removed' "

int volume_remove(struct db *d, const struct store_volume_remove *m, struct err *e)
{
    int had = known(d, m->kind.text, m->name.text, e), used;
    sqlite3_stmt *s;

    if (had <= 0)
        return had < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "%s %s: not known", m->kind.text, m->name.text);
    s = db_sql(d, "SELECT c.id, c.name " USERS "WHERE m.kind = ?1 AND m.name = ?2 LIMIT 1");
    bind_text(s, 1, m->kind.text);
    bind_text(s, 2, m->name.text);
    used = db_step(d, s, e);
    if (used > 0)
        err_set(e, ERR_CONFLICT, "%s %s: container %s has it", m->kind.text, m->name.text, column_null(s, 1) ? column_text(s, 0) : column_text(s, 1));
    sqlite3_reset(s);
    if (used || db_write(d, e) < 0 || cleanup_add(d, m->kind.text, m->name.text, e) < 0 || forget(d, m->kind.text, m->name.text, e) < 0)
        return -1;
    return tell(d, m->kind.text, "removed", wire_text(m->name.text), &m->cause, e);
}

/* ---------------------------------------------------------------- use */

static int use_one(struct db *d, const char *container, const char *kind, const char *name, bool rebuilt, struct err *e)
{
    int there = rebuilt ? 1 : known(d, kind, name, e);
    sqlite3_stmt *s;

    if (there <= 0)
        return there < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "%s %s: not known", kind, name);
    s = db_sql(d, "INSERT OR IGNORE INTO mounts VALUES (?1, ?2, ?3)");
    bind_text(s, 1, container);
    bind_text(s, 2, kind);
    bind_text(s, 3, name);
    return db_run(d, s, e);
}

int volume_use(struct db *d, const char *container, const struct container_spec *spec, bool rebuilt, struct err *e)
{
    struct wire_reader r = wire_reader(spec->mounts.items);
    struct secret_mount secret;
    struct mount m;

    for (uint32_t i = 0; spec->has_mounts && i < spec->mounts.count; i++)
        if (mount_read(&r, &m, e) < 0 || (m.has_volume && use_one(d, container, "volume", m.volume.text, rebuilt, e) < 0))
            return -1;
    r = wire_reader(spec->secrets.items);
    for (uint32_t i = 0; spec->has_secrets && i < spec->secrets.count; i++)
        if (secret_mount_read(&r, &secret, e) < 0 || use_one(d, container, "secret", secret.secret.text, rebuilt, e) < 0)
            return -1;
    return 0;
}

int volume_release(struct db *d, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM mounts WHERE container = ?1");

    bind_text(s, 1, container);
    return db_run(d, s, e);
}

/* ---------------------------------------------------------------- reading */

static bool has_label(const struct volume *v, const char *label)
{
    const char *eq = label ? strchr(label, '=') : NULL;
    size_t len = label ? eq ? (size_t)(eq - label) : strlen(label) : 0;
    struct wire_reader r = wire_reader(v->labels.items);

    for (uint32_t i = 0; label && v->has_labels && i < v->labels.count; i++) {
        struct wire_span key, value;

        if (wire_read_str(&r, &key, NULL) < 0 || wire_read_str(&r, &value, NULL) < 0)
            return false;
        if (key.len == len && !memcmp(key.data, label, len) && (!eq || wire_is(&value, eq + 1)))
            return true;
    }
    return !label;
}

int volume_items(struct db *d, const char *kind, const char *label, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT record FROM volumes WHERE kind = ?1 ORDER BY name");
    int count = 0, r;

    bind_text(s, 1, kind);
    while ((r = db_step(d, s, e)) > 0 && items->len < 900000) {
        struct wire_reader at = wire_reader(column_blob(s, 0));
        struct volume v;

        if (volume_read(&at, &v, e) < 0) {
            r = -1;
            break;
        }
        if (!has_label(&v, label))
            continue;
        volume_write(items, &v);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

int volume_find(struct db *d, const char *kind, const char *name, struct wire_writer *record, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT record FROM volumes WHERE kind = ?1 AND name = ?2");
    int r;

    bind_text(s, 1, kind);
    bind_text(s, 2, name);
    r = db_step(d, s, e);
    if (r > 0)
        wire_put_raw(record, column_blob(s, 0));
    sqlite3_reset(s);
    return r > 0 ? 0 : r < 0 ? -1 : err_set(e, ERR_NOT_FOUND, "%s %s: not known", kind, name);
}

int volume_containers(struct db *d, const char *kind, const char *name, struct wire_writer *ids, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT c.id " USERS "WHERE m.kind = ?1 AND m.name = ?2 LIMIT 1000");
    int count = 0, r;

    bind_text(s, 1, kind);
    bind_text(s, 2, name);
    while ((r = db_step(d, s, e)) > 0) {
        wire_put_str(ids, column_text(s, 0));
        count++;
    }
    return r < 0 ? -1 : count;
}

int volumes_unused(struct db *d, const char *label, uint64_t before_ns, struct wire_writer *names, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT record FROM volumes v WHERE kind = 'volume' AND (?1 = 0 OR created_ns < ?1) AND NOT EXISTS (SELECT 1 " USERS "WHERE m.kind = 'volume' AND m.name = v.name) ORDER BY name");
    int count = 0, r;

    bind_int(s, 1, before_ns);
    while ((r = db_step(d, s, e)) > 0) {
        struct wire_reader at = wire_reader(column_blob(s, 0));
        struct volume v;

        if (volume_read(&at, &v, e) < 0) {
            sqlite3_reset(s);
            return -1;
        }
        if (!has_label(&v, label))
            continue;
        wire_put_str(names, v.name.text);
        count++;
    }
    return r < 0 ? -1 : count;
}
