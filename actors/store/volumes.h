/* volumes - volumes and secrets by name, and which container has which. */
#ifndef STORE_VOLUMES_H
#define STORE_VOLUMES_H

#include "actors/store/db.h"
#include "protocol/gen/messages.h"

/* New or known; with the event if it is new. */
int volume_put(struct db *d, const struct store_volume *m, struct err *e);
int volumes_keep(struct db *d, const char *kind, const struct wire_list *names, struct err *e);
/* With the intent and the event.  ERR_CONFLICT: a container has it. */
int volume_remove(struct db *d, const struct store_volume_remove *m, struct err *e);

/* What a new container's spec names becomes its own.  ERR_NOT_FOUND: one is not there (not asked of one that was there before). */
int volume_use(struct db *d, const char *container, const struct container_spec *spec, bool rebuilt, struct err *e);
int volume_release(struct db *d, const char *container, struct err *e);

/* label: KEY or KEY=VALUE, NULL: all; their number. */
int volume_items(struct db *d, const char *kind, const char *label, struct wire_writer *items, struct err *e);
int volume_find(struct db *d, const char *kind, const char *name, struct wire_writer *record, struct err *e);
int volume_containers(struct db *d, const char *kind, const char *name, struct wire_writer *ids, struct err *e);
int volumes_unused(struct db *d, const char *label, uint64_t before_ns, struct wire_writer *names, struct err *e);

#endif
