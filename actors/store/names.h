/*
 * names - what dnsd answers: one row a container and network, numbered by its last
 * change.  dnsd asks for what came after the generation that it has seen; rows of what
 * is gone are kept until they are old, and who is behind those begins anew.
 */
#ifndef STORE_NAMES_H
#define STORE_NAMES_H

#include "actors/store/db.h"
#include "protocol/gen/messages.h"

#include <stdbool.h>

uint64_t names_generation(struct db *d);
/* Its id, name, host name and the aliases of that network. */
int names_add(struct db *d, const char *container, int64_t network, uint32_t address, const struct container_spec *spec, const char *name, struct err *e);
/* network -1: all of them. */
int names_remove(struct db *d, const char *container, int64_t network, struct err *e);
/* Those that are answered get the new name. */
int names_rename(struct db *d, const char *container, const struct container_spec *spec, const char *name, struct err *e);
/* Changes after a generation, a bounded number; *out_reset: all that are answered instead; resuming: their next page. */
int names_items(struct db *d, uint64_t after, bool resuming, bool *out_reset, bool *out_more, uint64_t *out_generation, struct wire_writer *items, struct err *e);
/* The address that `from` gets for a name: ones of its networks only.  1: found. */
int names_find(struct db *d, const char *from, const char *name, uint32_t *out, struct err *e);
/* Those that one container can ask for, as items of struct registration. */
int names_seen_by(struct db *d, const char *container, struct wire_writer *items, struct err *e);
int names_compact(struct db *d, struct err *e);

#endif
