/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_IMAGED_H
#define PROTOCOL_GEN_IMAGED_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct imaged;

/* Unpack a root filesystem archive, once.
 * From clients, frontdoor. */
handled on_image_import(struct imaged *self, const struct image_import *m, struct request *req);
handled reply_image_import(struct request *req, const struct image_import_reply *m);
const struct image_import *image_import_of(const struct request *req);

/* Images being unpacked now.
 * From clients, frontdoor. */
handled on_image_progress(struct imaged *self, const struct image_progress *m, struct request *req);
handled reply_image_progress(struct request *req, const struct image_progress_reply *m);
const struct image_progress *image_progress_of(const struct request *req);

/* The layers behind an image reference, unpacked first if need be.
 * From monitor. */
handled on_image_resolve(struct imaged *self, const struct image_resolve *m, struct request *req);
handled reply_image_resolve(struct request *req, const struct image_resolve_reply *m);
const struct image_resolve *image_resolve_of(const struct request *req);

extern const struct dispatch_row imaged_dispatch[];

#endif
