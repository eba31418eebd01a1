/* images - which there are, what they are called, and who is made from them. */
#ifndef STORE_IMAGES_H
#define STORE_IMAGES_H

#include "actors/store/db.h"
#include "protocol/gen/messages.h"

/* Inserts or refreshes, with the events; a tag moves from the image that had it. */
int image_record_put(struct db *d, const struct image_record *m, struct err *e);
/* Those that are not among these digests. */
int images_keep(struct db *d, const struct wire_list *digests, struct err *e);
/* With the intent and the event, or the tag alone.  ERR_CONFLICT: something is made from it. */
int image_remove(struct db *d, const struct store_image_remove *m, bool *out_removed, struct err *e);
/* A new container is made from it.  ERR_NOT_FOUND: it is gone meanwhile; not asked of one that was there before (rebuilt). */
int image_use(struct db *d, const struct container_record *r, bool rebuilt, struct err *e);

/* What image_use put down of a container; false: nothing. */
bool layers_read(struct wire_span column, struct wire_list *out);

int image_items(struct db *d, struct wire_writer *items, struct err *e);       /* their number */
/* By tag or digest: the record, tags and all; 0 or -1. */
int image_find(struct db *d, const char *ref, struct wire_writer *record, char digest[65], struct err *e);
int image_containers(struct db *d, const char *digest, struct wire_writer *ids, struct err *e);        /* their number */

int images_used(struct db *d, struct wire_writer *digests, struct err *e);     /* their number */

/* Texts of a statement's first column, as a list; -1 with e. */
int inventory_items(struct db *d, const char *sql, struct wire_writer *items, struct err *e);

/* ---- intents */
int cleanup_add(struct db *d, const char *kind, const char *key, struct err *e);
int cleanup_done(struct db *d, const struct cleanup *item, struct err *e);
int cleanup_items(struct db *d, struct wire_writer *items, struct err *e);     /* their number */

#endif
