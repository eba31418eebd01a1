/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_IMAGED_H
#define PROTOCOL_GEN_IMAGED_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct imaged;

/* Take an image in: a root filesystem archive, an OCI layout (directory or archive), a docker archive. What is there already is not unpacked again.
 * From clients, frontdoor. */
handled on_image_import(struct imaged *self, const struct image_import *m, struct request *req);
handled reply_image_import(struct request *req, const struct image_import_reply *m);
const struct image_import *image_import_of(const struct request *req);

/* Bytes of an archive that is not a file of this host. The same bytes again do nothing; what nobody imports goes after ten minutes.
 * From clients, frontdoor. */
handled on_image_upload(struct imaged *self, const struct image_upload *m, struct request *req);
handled reply_image_upload(struct request *req, const struct image_upload_reply *m);
const struct image_upload *image_upload_of(const struct request *req);

/* Give an image a further name. The name leaves the image that had it.
 * From clients, frontdoor. */
handled on_image_tag(struct imaged *self, const struct image_tag *m, struct request *req);
handled reply_image_tag(struct request *req, const struct image_tag_reply *m);
const struct image_tag *image_tag_of(const struct request *req);

/* Take a tag away; with its last tag, or by digest, the image goes with the layers that no other has. Refused while a container or snapshot is made from it.
 * From clients, frontdoor. */
handled on_image_remove(struct imaged *self, const struct image_remove *m, struct request *req);
handled reply_image_remove(struct request *req, const struct image_remove_reply *m);
const struct image_remove *image_remove_of(const struct request *req);

/* Remove images that have no tag and that nothing is made from.
 * From clients, frontdoor. */
handled on_image_prune(struct imaged *self, const struct image_prune *m, struct request *req);
handled reply_image_prune(struct request *req, const struct image_prune_reply *m);
const struct image_prune *image_prune_of(const struct request *req);

/* A piece of the archive that an image is, as saved: the same image gives the same bytes, so that any piece can be asked for again.
 * From clients, frontdoor. */
handled on_image_read(struct imaged *self, const struct image_read *m, struct request *req);
handled reply_image_read(struct request *req, const struct image_read_reply *m);
const struct image_read *image_read_of(const struct request *req);

/* Fetch an image from a registry. Blobs and layers that are here are not fetched; a download that breaks off is gone on with, in this pull or the next.
 * From clients, frontdoor. */
handled on_image_pull(struct imaged *self, const struct image_pull *m, struct request *req);
handled reply_image_pull(struct request *req, const struct image_pull_reply *m);
const struct image_pull *image_pull_of(const struct request *req);

/* Send an image to a registry, as it came here. Blobs that the registry has are not sent.
 * From clients, frontdoor. */
handled on_image_push(struct imaged *self, const struct image_push *m, struct request *req);
handled reply_image_push(struct request *req, const struct image_push_reply *m);
const struct image_push *image_push_of(const struct request *req);

/* Images on their way in or out now.
 * From clients, frontdoor. */
handled on_image_progress(struct imaged *self, const struct image_progress *m, struct request *req);
handled reply_image_progress(struct request *req, const struct image_progress_reply *m);
const struct image_progress *image_progress_of(const struct request *req);

/* What takes how much on the disk; measured now, beside everything else.
 * From clients, frontdoor. */
handled on_disk_usage(struct imaged *self, const struct disk_usage *m, struct request *req);
handled reply_disk_usage(struct request *req, const struct disk_usage_reply *m);
const struct disk_usage *disk_usage_of(const struct request *req);

/* Compare the disk with what is known: nothing may be there that nobody knows, nothing be missing that somebody needs.
 * From clients, frontdoor. */
handled on_disk_check(struct imaged *self, const struct disk_check *m, struct request *req);
handled reply_disk_check(struct request *req, const struct disk_check_reply *m);
const struct disk_check *disk_check_of(const struct request *req);

/* Make a named directory that outlives containers. It is never removed but by volume.remove and volume.prune.
 * From clients, frontdoor. */
handled on_volume_create(struct imaged *self, const struct volume_create *m, struct request *req);
handled reply_volume_create(struct request *req, const struct volume_create_reply *m);
const struct volume_create *volume_create_of(const struct request *req);

/* Delete a volume with all that is in it; refused while a container has it, running or not.
 * From clients, frontdoor. */
handled on_volume_remove(struct imaged *self, const struct volume_remove *m, struct request *req);
handled reply_volume_remove(struct request *req, const struct volume_remove_reply *m);
const struct volume_remove *volume_remove_of(const struct request *req);

/* Delete the volumes that no container has.
 * From clients, frontdoor. */
handled on_volume_prune(struct imaged *self, const struct volume_prune *m, struct request *req);
handled reply_volume_prune(struct request *req, const struct volume_prune_reply *m);
const struct volume_prune *volume_prune_of(const struct request *req);

/* Keep a secret for containers. It is in no inspect, event, log or database.
 * From clients, frontdoor. */
handled on_secret_create(struct imaged *self, const struct secret_create *m, struct request *req);
handled reply_secret_create(struct request *req, const struct secret_create_reply *m);
const struct secret_create *secret_create_of(const struct request *req);

/* Forget a secret; refused while a container has it.
 * From clients, frontdoor. */
handled on_secret_remove(struct imaged *self, const struct secret_remove *m, struct request *req);
handled reply_secret_remove(struct request *req, const struct secret_remove_reply *m);
const struct secret_remove *secret_remove_of(const struct request *req);

/* Delete a snapshot. Containers that began as it keep what they have.
 * From clients, frontdoor. */
handled on_snapshot_remove(struct imaged *self, const struct snapshot_remove *m, struct request *req);
handled reply_snapshot_remove(struct request *req, const struct snapshot_remove_reply *m);
const struct snapshot_remove *snapshot_remove_of(const struct request *req);

/* The layers behind an image reference, unpacked first if need be.
 * From monitor. */
handled on_image_resolve(struct imaged *self, const struct image_resolve *m, struct request *req);
handled reply_image_resolve(struct request *req, const struct image_resolve_reply *m);
const struct image_resolve *image_resolve_of(const struct request *req);

/* Make those of the volumes that are not there.
 * From monitor. */
handled on_volume_ensure(struct imaged *self, const struct volume_ensure *m, struct request *req);
handled reply_volume_ensure(struct request *req, const struct volume_ensure_reply *m);
const struct volume_ensure *volume_ensure_of(const struct request *req);

/* Make ready to take a writable layer, and write the filesystem out: what is frozen next is frozen briefly.
 * From monitor. */
handled on_layer_begin(struct imaged *self, const struct layer_begin *m, struct request *req);
handled reply_layer_begin(struct request *req, const struct layer_begin_reply *m);
const struct layer_begin *layer_begin_of(const struct request *req);

/* Take it: when this is answered it may change again.
 * From monitor. */
handled on_layer_take(struct imaged *self, const struct layer_take *m, struct request *req);
handled reply_layer_take(struct request *req, const struct layer_take_reply *m);
const struct layer_take *layer_take_of(const struct request *req);

/* What becomes of it: layers of new containers, a snapshot, or an image. Nothing of these: it is put away.
 * From monitor. */
handled on_layer_end(struct imaged *self, const struct layer_end *m, struct request *req);
handled reply_layer_end(struct request *req, const struct layer_end_reply *m);
const struct layer_end *layer_end_of(const struct request *req);

extern const struct dispatch_row imaged_dispatch[];

#endif
