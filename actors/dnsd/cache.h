/*
 * cache - replies of other servers for as long as their records live: bounded in number
 * and bytes, the longest unused goes first.  Pure: the time comes from the caller.
 */
#ifndef DNSD_CACHE_H
#define DNSD_CACHE_H

#include <stddef.h>
#include <stdint.h>

struct cache;

struct cache *cache_new(size_t entries_max, size_t bytes_max);
void cache_free(struct cache *c);
/* A copy of it; replaces.  ttl_s 0: not kept. */
void cache_put(struct cache *c, const char *key, const uint8_t *reply, size_t len, uint32_t ttl_s, int64_t now_ms);
/* Copies the reply, aged, with the given id; its length, 0: not known or too old. */
size_t cache_get(struct cache *c, const char *key, uint16_t id, int64_t now_ms, uint8_t *out, size_t size);
size_t cache_count(const struct cache *c);

#endif
