#include "base/map.h"

#include "base/must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry {
    struct entry *next;
    void *value;
    uint64_t hash;
    char key[];
};

struct map {
    struct entry **buckets;
    size_t size, count;
};

static uint64_t hash_of(const char *s)          /* FNV-1a */
{
    uint64_t h = 14695981039346656037ull;

    for (; *s; s++)
        h = (h ^ (uint8_t)*s) * 1099511628211ull;
    return h;
}

struct map *map_new(void)
{
    struct map *m = xalloc(sizeof *m);

    m->size = 16;
    m->buckets = xalloc(m->size * sizeof *m->buckets);
    return m;
}

void map_free(struct map *m)
{
    if (!m)
        return;
    for (size_t i = 0; i < m->size; i++)
        for (struct entry *e = m->buckets[i], *next; e; e = next) {
            next = e->next;
            free(e);
        }
    free(m->buckets);
    free(m);
}

static struct entry **slot_of(const struct map *m, const char *key, uint64_t hash)
{
    struct entry **at = &m->buckets[hash & (m->size - 1)];

    while (*at && ((*at)->hash != hash || strcmp((*at)->key, key)))
        at = &(*at)->next;
    return at;
}

static void grow(struct map *m)
{
    struct entry **old = m->buckets;
    size_t size = m->size;

    m->size *= 2;
    m->buckets = xalloc(m->size * sizeof *m->buckets);
    for (size_t i = 0; i < size; i++)
        for (struct entry *e = old[i], *next; e; e = next) {
            struct entry **at = &m->buckets[e->hash & (m->size - 1)];

            next = e->next;
            e->next = *at;
            *at = e;
        }
    free(old);
}

void map_put(struct map *m, const char *key, void *value)
{
    uint64_t hash = hash_of(key);
    struct entry **at = slot_of(m, key, hash);

    if (!*at) {
        size_t len = strlen(key) + 1;
        struct entry *e = xalloc(sizeof *e + len);

        memcpy(e->key, key, len);
        e->hash = hash;
        *at = e;
        e->value = value;
        if (++m->count > m->size)
            grow(m);
        return;
    }
    (*at)->value = value;
}

void *map_get(const struct map *m, const char *key)
{
    struct entry *e = *slot_of(m, key, hash_of(key));

    return e ? e->value : NULL;
}

void *map_remove(struct map *m, const char *key)
{
    struct entry **at = slot_of(m, key, hash_of(key)), *e = *at;
    void *value = NULL;

    if (e) {
        value = e->value;
        *at = e->next;
        m->count--;
        free(e);
    }
    return value;
}

size_t map_count(const struct map *m)
{
    return m->count;
}

struct map_iter map_iter(const struct map *m)
{
    return (struct map_iter){ .map = m };
}

void *map_next(struct map_iter *it, const char **out_key)
{
    struct entry *e = it->next;

    while (!e && it->bucket < it->map->size)
        e = it->map->buckets[it->bucket++];
    if (!e)
        return NULL;
    it->next = e->next;
    if (out_key)
        *out_key = e->key;
    return e->value;
}

const char *map_key(uint64_t n, char buf[24])
{
    snprintf(buf, 24, "%llu", (unsigned long long)n);
    return buf;
}
