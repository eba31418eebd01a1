#include "actors/dnsd/table.h"

#include "base/map.h"
#include "base/must.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NETWORKS_MAX 32

/* Records that share a key: a name on a network, or a container. */
struct group {
    const struct record **records;      /* owned array */
    int count;
};

struct table {
    struct map *records;                /* container/number -> struct record, owned */
    struct map *names;                  /* number/name -> struct group, owned */
    struct map *owners;                 /* container -> struct group, owned */
    struct map *addresses;              /* hexadecimal -> struct record */
};

static void record_key(char out[40], const char *container, uint64_t number)
{
    str_fmt(out, 40, "%s/%llx", container, (unsigned long long)number);
}

static void name_key(char out[288], uint64_t number, const char *name)
{
    str_fmt(out, 288, "%llx/%s", (unsigned long long)number, name);
}

static void hex_key(char out[33], const uint8_t *bytes, size_t len)
{
    str_hex(bytes, len, out);
}

static void key_of4(char out[33], uint32_t a)
{
    const uint8_t bytes[4] = { (uint8_t)(a >> 24), (uint8_t)(a >> 16), (uint8_t)(a >> 8), (uint8_t)a };

    hex_key(out, bytes, 4);
}

/* ---------------------------------------------------------------- groups */

static void group_add(struct map *m, const char *key, const struct record *r)
{
    struct group *g = map_get(m, key);

    if (!g) {
        g = xalloc(sizeof *g);
        map_put(m, key, g);
    }
    g->records = xrealloc(g->records, (size_t)(g->count + 1) * sizeof *g->records);
    g->records[g->count++] = r;
}

static void group_remove(struct map *m, const char *key, const struct record *r)
{
    struct group *g = map_get(m, key);
    int kept = 0;

    if (!g)
        return;
    for (int i = 0; i < g->count; i++)
        if (g->records[i] != r)
            g->records[kept++] = g->records[i];
    g->count = kept;
    if (kept)
        return;
    map_remove(m, key);
    free(g->records);
    free(g);
}

/* ---------------------------------------------------------------- records */

static void index_record(struct table *t, const struct record *r, void (*with)(struct map *, const char *, const struct record *))
{
    char key[288];

    for (int i = 0; i < r->name_count; i++) {
        name_key(key, r->number, r->names[i]);
        with(t->names, key, r);
    }
    with(t->owners, r->container, r);
}

static void forget_address(struct table *t, const char *key, const struct record *r)
{
    if (map_get(t->addresses, key) == r)
        map_remove(t->addresses, key);
}

static void record_free(struct table *t, struct record *r)
{
    char key[40];

    index_record(t, r, group_remove);
    key_of4(key, r->address);
    forget_address(t, key, r);
    if (r->has6) {
        hex_key(key, r->address6.bytes, 16);
        forget_address(t, key, r);
    }
    record_key(key, r->container, r->number);
    map_remove(t->records, key);
    free(r->names);
    free(r);
}

static void read_names(struct record *r, const struct registration *g)
{
    struct wire_reader list = wire_reader(g->names.items);

    r->names = xalloc((g->names.count + 1) * sizeof *r->names);
    for (uint32_t i = 0; i < g->names.count; i++) {
        struct dns_name n;
        bool known = false;

        if (dns_name_read(&list, &n, NULL) < 0)
            break;
        for (char *c = n.text; *c; c++)
            if (*c >= 'A' && *c <= 'Z')
                *c = (char)(*c + 32);
        for (int k = 0; k < r->name_count; k++)
            known |= !strcmp(r->names[k], n.text);
        if (!known)
            str_fmt(r->names[r->name_count++], sizeof r->names[0], "%s", n.text);
    }
}

static void read_upstreams(struct record *r, const struct registration *g)
{
    struct wire_reader list = wire_reader(g->dns.items);

    for (uint32_t i = 0; g->has_dns && i < g->dns.count && r->upstream_count < UPSTREAMS_MAX; i++) {
        struct ip_address one;

        if (ip_address_read(&list, &one, NULL) < 0)
            break;
        str_fmt(r->upstreams[r->upstream_count++], IP6_TEXT, "%.45s", one.text);
    }
}

void table_apply(struct table *t, const struct registration *g)
{
    struct record *r;
    char key[40];

    record_key(key, g->container.text, g->number);
    r = map_get(t->records, key);
    if (r)
        record_free(t, r);
    if (g->gone)
        return;
    r = xalloc(sizeof *r);
    str_fmt(r->container, sizeof r->container, "%s", g->container.text);
    r->number = g->number;
    r->internal = g->internal;
    if (ip4_parse(g->address.text, &r->address) < 0) {
        free(r);
        return;
    }
    r->has6 = g->has_address6 && ip6_parse(g->address6.text, &r->address6) == 0;
    read_names(r, g);
    read_upstreams(r, g);
    map_put(t->records, key, r);
    index_record(t, r, group_add);
    key_of4(key, r->address);
    map_put(t->addresses, key, r);
    if (r->has6) {
        hex_key(key, r->address6.bytes, 16);
        map_put(t->addresses, key, r);
    }
}

struct table *table_new(void)
{
    struct table *t = xalloc(sizeof *t);

    t->records = map_new();
    t->names = map_new();
    t->owners = map_new();
    t->addresses = map_new();
    return t;
}

void table_reset(struct table *t)
{
    struct map_iter it = map_iter(t->records);
    struct record *r;

    while ((r = map_next(&it, NULL)))
        record_free(t, r);
}

void table_free(struct table *t)
{
    table_reset(t);
    map_free(t->records);
    map_free(t->names);
    map_free(t->owners);
    map_free(t->addresses);
    free(t);
}

size_t table_count(const struct table *t)
{
    return map_count(t->records);
}

/* ---------------------------------------------------------------- looking up */

const struct record *table_at(const struct table *t, uint32_t address)
{
    char key[33];

    key_of4(key, address);
    return map_get(t->addresses, key);
}

const struct record *table_at6(const struct table *t, const struct ip6 *address)
{
    char key[33];

    hex_key(key, address->bytes, 16);
    return map_get(t->addresses, key);
}

int table_find(const struct table *t, const struct record *client, const char *name, const struct record *out[FOUND_MAX])
{
    const struct group *own = map_get(t->owners, client->container);
    char key[288];
    int count = 0;

    for (int i = 0; own && i < own->count; i++) {
        const struct group *g;

        name_key(key, own->records[i]->number, name);
        g = map_get(t->names, key);
        for (int k = 0; g && k < g->count && count < FOUND_MAX; k++)
            out[count++] = g->records[k];
    }
    return count;
}

bool table_sees(const struct table *t, const struct record *client, const struct record *other)
{
    const struct group *own = map_get(t->owners, client->container);

    for (int i = 0; own && i < own->count; i++)
        if (own->records[i]->number == other->number)
            return true;
    return false;
}

bool table_is_inside(const struct table *t, const struct record *client)
{
    const struct group *own = map_get(t->owners, client->container);

    for (int i = 0; own && i < own->count; i++)
        if (!own->records[i]->internal)
            return false;
    return true;
}
