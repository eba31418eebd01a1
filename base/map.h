/*
 * map - text to pointer.  Owns the keys' copies, not the values.
 * Removing the current entry while iterating is allowed; adding is not.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

struct map;

struct map *map_new(void);
void map_free(struct map *m);                   /* NULL is fine */
void map_put(struct map *m, const char *key, void *value);      /* replaces */
void *map_get(const struct map *m, const char *key);            /* NULL: not there */
void *map_remove(struct map *m, const char *key);               /* what was there, or NULL */
size_t map_count(const struct map *m);

struct map_iter {
    const struct map *map;
    size_t bucket;
    void *next;
};

struct map_iter map_iter(const struct map *m);
/* The next value and, if out_key is not NULL, its key; NULL at the end. */
void *map_next(struct map_iter *it, const char **out_key);

/* For keys that are numbers: the text of `n`, in a buffer of the caller's. */
const char *map_key(uint64_t n, char buf[24]);

#endif
