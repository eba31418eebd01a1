/* images - which root filesystems are unpacked, where they came from, what they are called. */
#ifndef STORE_IMAGES_H
#define STORE_IMAGES_H

#include "actors/store/db.h"
#include "protocol/gen/messages.h"

/* Inserts or refreshes; a tag moves from the image that had it.  out_new: it was not known. */
int image_record(struct db *d, const struct image *m, bool *out_new, struct err *e);
int image_forget(struct db *d, const char *digest, struct err *e);
int image_items(struct db *d, struct wire_writer *items, struct err *e);       /* their number */

#endif
