#include "actors/store/names.h"

#include "base/ip.h"
#include "base/str.h"

#include <string.h>
#include <strings.h>

#define GONE_KEPT 20000

/* Below this nothing is known: what was compacted, and all that an earlier database had. */
static uint64_t oldest_known(struct db *d)
{
    char text[24];
    uint64_t n = 0;

    if (db_meta_get(d, "names_from", text, sizeof text) == 0)
        str_uint(text, UINT64_MAX, &n);
    return n;
}

uint64_t names_generation(struct db *d)
{
    sqlite3_stmt *s = db_sql(d, "SELECT coalesce(max(generation), 0) FROM icc_registrations");
    uint64_t n = db_step(d, s, NULL) > 0 ? column_int(s, 0) : 0, from = oldest_known(d);

    sqlite3_reset(s);
    return n > from ? n : from;
}

static void put_name(struct wire_writer *w, uint32_t *count, const char *name)
{
    wire_put_str(w, name);
    ++*count;
}

/* The aliases that the container asked for on that network. */
static int put_aliases(struct db *d, const char *container, int64_t network, struct wire_writer *w, uint32_t *count, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT aliases FROM attachments WHERE container = ?1 AND network = ?2 AND aliases IS NOT NULL");
    int r;

    bind_text(s, 1, container);
    bind_int(s, 2, (uint64_t)network);
    r = db_step(d, s, e);
    if (r > 0) {
        struct wire_reader list = wire_reader(column_blob(s, 0));
        uint32_t n = 0;

        wire_read_array(&list, &n, NULL);
        wire_put_raw(w, (struct wire_span){ list.at, (size_t)(list.end - list.at) });
        *count += n;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : 0;
}

/* The container's name as its row has it: it may have been renamed since the spec. */
static int put_row_name(struct db *d, const char *container, struct wire_writer *w, uint32_t *count, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT name FROM containers WHERE id = ?1 AND name IS NOT NULL");
    int r;

    bind_text(s, 1, container);
    r = db_step(d, s, e);
    if (r > 0)
        put_name(w, count, column_text(s, 0));
    sqlite3_reset(s);
    return r < 0 ? -1 : 0;
}

int names_add(struct db *d, const char *container, int64_t network, uint32_t address, const struct container_spec *spec, const char *name, struct err *e)
{
    uint64_t next = names_generation(d) + 1;
    sqlite3_stmt *s;
    struct wire_writer names;
    uint32_t count = 0;
    int r;

    wire_writer_init(&names);
    put_name(&names, &count, container);
    if (name)
        put_name(&names, &count, name);
    else if (put_row_name(d, container, &names, &count, e) < 0)
        count = 0;
    if (spec->has_hostname)
        put_name(&names, &count, spec->hostname.text);
    if (!count || put_aliases(d, container, network, &names, &count, e) < 0) {
        wire_writer_done(&names);
        return -1;
    }
    s = db_sql(d, "INSERT INTO icc_registrations (generation, network, container, names, name_count, address) "
                  "VALUES (?6, ?1, ?2, ?3, ?4, ?5) ON CONFLICT (container, network) DO UPDATE SET "
                  "generation = ?6, names = ?3, name_count = ?4, address = ?5, gone = 0");
    bind_int(s, 6, next);
    bind_int(s, 1, (uint64_t)network);
    bind_text(s, 2, container);
    bind_blob(s, 3, wire_written(&names));
    bind_int(s, 4, count);
    bind_int(s, 5, address);
    r = db_run(d, s, e);
    wire_writer_done(&names);
    return r;
}

static int remove_one(struct db *d, uint64_t generation, struct err *e)
{
    uint64_t next = names_generation(d) + 1;
    sqlite3_stmt *s = db_sql(d, "UPDATE icc_registrations SET gone = 1, generation = ?2 WHERE generation = ?1");

    bind_int(s, 1, generation);
    bind_int(s, 2, next);
    return db_run(d, s, e);
}

/* One by one: each change is a generation of its own. */
static int next_of(struct db *d, const char *container, int64_t network, uint64_t *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT generation FROM icc_registrations WHERE container = ?1 AND (network = ?2 OR ?2 < 0) AND gone = 0 LIMIT 1");
    int r;

    bind_text(s, 1, container);
    sqlite3_bind_int64(s, 2, network);
    r = db_step(d, s, e);
    if (r > 0)
        *out = column_int(s, 0);
    sqlite3_reset(s);
    return r;
}

int names_remove(struct db *d, const char *container, int64_t network, struct err *e)
{
    uint64_t generation;
    int r;

    while ((r = next_of(d, container, network, &generation, e)) > 0)
        if (remove_one(d, generation, e) < 0)
            return -1;
    return r;
}

int names_rename(struct db *d, const char *container, const struct container_spec *spec, const char *name, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT network, address FROM icc_registrations WHERE container = ?1 AND gone = 0");
    int64_t networks[32];
    uint32_t addresses[32];
    int count = 0, r;

    bind_text(s, 1, container);
    while ((r = db_step(d, s, e)) > 0 && count < 32) {
        networks[count] = (int64_t)column_int(s, 0);
        addresses[count++] = (uint32_t)column_int(s, 1);
    }
    sqlite3_reset(s);
    for (int i = 0; r >= 0 && i < count; i++)
        r = names_add(d, container, networks[i], addresses[i], spec, name, e);
    return r < 0 ? -1 : 0;
}

/* ---------------------------------------------------------------- reading */

#define ROW                                                                                                                                \
    "SELECT i.generation, n.name, i.network, i.container, i.names, i.name_count, i.address, i.gone, n.subnet6, c.spec, n.internal "                    \
    "FROM icc_registrations i LEFT JOIN networks n ON n.number = i.network LEFT JOIN containers c ON c.id = i.container "

static void write_row(sqlite3_stmt *s, struct wire_writer *items)
{
    struct registration g = { .generation = column_int(s, 0), .number = column_int(s, 2), .gone = column_int(s, 7), .internal = column_int(s, 10) };
    struct wire_span names = column_blob(s, 4), spec_bytes = column_blob(s, 9);
    struct wire_reader r = wire_reader(spec_bytes);
    struct container_spec spec;
    struct ip6_net net6;
    struct ip6 own;

    str_fmt(g.network.text, sizeof g.network.text, "%.63s", column_null(s, 1) ? "removed" : column_text(s, 1));
    str_fmt(g.container.text, sizeof g.container.text, "%.12s", column_text(s, 3));
    g.names = (struct wire_list){ names, (uint32_t)column_int(s, 5) };
    ip4_text((uint32_t)column_int(s, 6), g.address.text);
    g.has_address6 = !column_null(s, 8) && ip6_net_parse(column_text(s, 8), &net6) == 0;
    if (g.has_address6) {
        ip6_of(&net6.base, (uint32_t)column_int(s, 6), &own);
        ip6_text(&own, g.address6.text);
    }
    if (spec_bytes.len && container_spec_read(&r, &spec, NULL) == 0) {
        g.has_dns = spec.has_dns;
        g.dns = spec.dns;
    }
    registration_write(items, &g);
}

int names_items(struct db *d, uint64_t after, bool resuming, bool *out_reset, bool *out_more, uint64_t *out_generation, struct wire_writer *items, struct err *e)
{
    uint64_t head = names_generation(d);
    bool reset = !resuming && (after < oldest_known(d) || after > head);
    sqlite3_stmt *s = reset || resuming || after == 0 ? db_sql(d, ROW "WHERE i.generation > ?1 AND i.gone = 0 ORDER BY i.generation")
                                          : db_sql(d, ROW "WHERE i.generation > ?1 ORDER BY i.generation");
    int count = 0, r;

    bind_int(s, 1, reset ? 0 : after);
    *out_reset = reset;
    *out_more = false;
    *out_generation = head;
    while ((r = db_step(d, s, e)) > 0) {
        if (items->len > 500000) {      /* the rest with the next question */
            *out_more = true;
            break;
        }
        write_row(s, items);
        *out_generation = column_int(s, 0);
        count++;
    }
    if (r == 0)
        *out_generation = head;
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

int names_seen_by(struct db *d, const char *container, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, ROW "JOIN attachments a ON a.network = i.network WHERE a.container = ?1 AND i.gone = 0 ORDER BY i.generation");
    int count = 0, r;

    bind_text(s, 1, container);
    while ((r = db_step(d, s, e)) > 0 && items->len < 500000) {
        write_row(s, items);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

static bool names_hold(struct wire_span names, const char *name)
{
    struct wire_reader r = wire_reader(names);

    while (r.at < r.end) {
        struct wire_span one;

        if (wire_read_str(&r, &one, NULL) < 0)
            return false;
        if (one.len == strlen(name) && !strncasecmp((const char *)one.data, name, one.len))
            return true;
    }
    return false;
}

int names_find(struct db *d, const char *from, const char *name, uint32_t *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT i.names, i.address FROM icc_registrations i JOIN attachments a ON a.network = i.network "
                                "WHERE a.container = ?1 AND i.gone = 0 ORDER BY i.generation");
    int found = 0, r;

    bind_text(s, 1, from);
    while (!found && (r = db_step(d, s, e)) > 0) {
        found = names_hold(column_blob(s, 0), name);
        if (found)
            *out = (uint32_t)column_int(s, 1);
    }
    sqlite3_reset(s);
    return found ? 1 : r < 0 ? -1 : 0;
}

int names_compact(struct db *d, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT generation FROM icc_registrations WHERE gone = 1 ORDER BY generation DESC LIMIT 1 OFFSET ?1");
    uint64_t limit = 0;
    char text[24];

    bind_int(s, 1, GONE_KEPT);
    if (db_step(d, s, NULL) > 0)
        limit = column_int(s, 0);
    sqlite3_reset(s);
    if (!limit)
        return 0;
    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "DELETE FROM icc_registrations WHERE gone = 1 AND generation <= ?1");
    bind_int(s, 1, limit);
    str_fmt(text, sizeof text, "%llu", (unsigned long long)limit);
    return db_run(d, s, e) < 0 ? -1 : db_meta_set(d, "names_from", text, e);
}
