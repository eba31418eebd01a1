#include "actors/dnsd/cache.h"

#include "actors/dnsd/message.h"
#include "base/map.h"
#include "base/must.h"

#include <stdlib.h>
#include <string.h>

struct entry {
    struct entry *newer, *older;
    char *key;                          /* owned */
    uint8_t *reply;                     /* owned */
    size_t len;
    int64_t kept_ms, until_ms;
};

struct cache {
    struct map *entries;                /* key -> struct entry, owned */
    struct entry *newest, *oldest;
    size_t entries_max, bytes_max, bytes;
};

struct cache *cache_new(size_t entries_max, size_t bytes_max)
{
    struct cache *c = xalloc(sizeof *c);

    c->entries = map_new();
    c->entries_max = entries_max;
    c->bytes_max = bytes_max;
    return c;
}

static void unlink_entry(struct cache *c, struct entry *e)
{
    *(e->newer ? &e->newer->older : &c->newest) = e->older;
    *(e->older ? &e->older->newer : &c->oldest) = e->newer;
}

static void link_newest(struct cache *c, struct entry *e)
{
    e->newer = NULL;
    e->older = c->newest;
    *(c->newest ? &c->newest->newer : &c->oldest) = e;
    c->newest = e;
}

static void drop(struct cache *c, struct entry *e)
{
    unlink_entry(c, e);
    map_remove(c->entries, e->key);
    c->bytes -= e->len;
    free(e->key);
    free(e->reply);
    free(e);
}

void cache_free(struct cache *c)
{
    while (c->oldest)
        drop(c, c->oldest);
    map_free(c->entries);
    free(c);
}

void cache_put(struct cache *c, const char *key, const uint8_t *reply, size_t len, uint32_t ttl_s, int64_t now_ms)
{
    struct entry *e = map_get(c->entries, key);

    if (e)
        drop(c, e);
    if (!ttl_s || len > c->bytes_max / 16)
        return;
    while (c->oldest && (map_count(c->entries) >= c->entries_max || c->bytes + len > c->bytes_max))
        drop(c, c->oldest);
    e = xalloc(sizeof *e);
    *e = (struct entry){ .key = xstrdup(key), .reply = xalloc(len), .len = len, .kept_ms = now_ms, .until_ms = now_ms + 1000 * (int64_t)ttl_s };
    memcpy(e->reply, reply, len);
    c->bytes += len;
    link_newest(c, e);
    map_put(c->entries, key, e);
}

size_t cache_get(struct cache *c, const char *key, uint16_t id, int64_t now_ms, uint8_t *out, size_t size)
{
    struct entry *e = map_get(c->entries, key);

    if (!e)
        return 0;
    if (now_ms >= e->until_ms) {
        drop(c, e);
        return 0;
    }
    if (e->len > size)
        return 0;
    unlink_entry(c, e);
    link_newest(c, e);
    memcpy(out, e->reply, e->len);
    out[0] = (uint8_t)(id >> 8);
    out[1] = (uint8_t)id;
    reply_age(out, e->len, (uint32_t)((now_ms - e->kept_ms) / 1000));
    return e->len;
}

size_t cache_count(const struct cache *c)
{
    return map_count(c->entries);
}
