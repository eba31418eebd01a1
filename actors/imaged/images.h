/*
 * images - what is on the disk: images, their tags, layers and blobs, and who holds which.
 *
 *     <state>/images/<digest>        an image_record           <state>/images/tags    tag -> digest
 *     <state>/layers/<diff>/root     an unpacked layer         <state>/layers/<diff>/repair
 *     <state>/blobs/sha256/<digest>  manifests, configurations and layers as they came
 *
 * A layer or blob appears by one rename, whole, and goes when nobody holds it any more: an
 * image does, and whoever is about to make one.  What nobody holds after a start was half
 * made or half deleted, and goes.
 */
#ifndef IMAGED_IMAGES_H
#define IMAGED_IMAGES_H

#include "base/err.h"
#include "protocol/gen/messages.h"

#include <stdbool.h>
#include <stdint.h>

struct images;
struct map;

struct known {
    struct image_record record;         /* without tags; points into `bytes` */
    uint8_t *bytes;
    size_t len;
};

/* layers_gone is called when something was put away that has to be swept. */
struct images *images_open(const char *state_dir, void (*trash_made)(void *arg), void *arg, struct err *e);
void images_free(struct images *s);

/* ---- finding */
struct known *images_get(const struct images *s, const char *digest);
/* By tag, by a prefix of at least 12 characters of its digest or its configuration's, "sha256:" before them or not. */
struct known *images_find(const struct images *s, const char *ref, struct err *e);
const char *images_tag_of(const struct images *s, const char *ref);     /* the tag that a reference is, or NULL */
bool images_tag_taken(const struct images *s, const char *tag, const char *other_than);
/* The image that came from this file as it is. */
struct known *images_from(const struct images *s, const char *source, const char *stamp);
void images_remember(struct images *s, const char *source, const char *stamp, const char *digest);
/* The record with its tags: the caller ends `tags` with wire_writer_done. */
struct image_record images_describe(const struct images *s, const struct known *k, struct wire_writer *tags);
/* All, in no order. */
struct known *images_next(const struct images *s, void **at);

/* ---- changing */
/* Writes it down; known or not.  What it holds is there already. */
struct known *images_put(struct images *s, const struct image_record *r, struct err *e);
/* out_before: the digest of the image that had it, or "". */
int images_tag(struct images *s, const char *tag, const char *digest, char out_before[65], struct err *e);
/* As it was: what the store refused. */
void images_tag_back(struct images *s, const char *tag, const char *before);
/* What could not be written down when it was done. */
void images_settle(struct images *s);
void images_untag(struct images *s, const char *tag);
/* The image, its tags, and what nobody else holds.  One that is not there is fine. */
int images_remove(struct images *s, const char *digest, struct err *e);
/* Of all images, each layer and blob once. */
void images_totals(const struct images *s, uint64_t *out_layers, uint64_t *out_blobs);
/* Bytes that would go with it. */
uint64_t images_own_bytes(const struct images *s, const struct known *k);
/* What goes with it when those that were given before, with the same counts (digest -> how often), are gone. */
uint64_t images_loosen(const struct images *s, const struct known *k, struct map *counts);

/* ---- layers and blobs */
bool images_has_layer(const struct images *s, const char *diff, uint64_t *out_bytes, uint64_t *out_entries);
bool images_has_blob(const struct images *s, const char *blob);
/* Whether anybody holds it. */
bool images_holds(const struct images *s, bool layer, const char *digest);
void images_hold(struct images *s, bool layer, const char *digest);
void images_release(struct images *s, bool layer, const char *digest);
/* Looked for and not found, or found damaged: what comes next with this digest takes its place. */
void images_lost(struct images *s, bool layer, const char *digest);
/* `tmp`, a directory of layers/ that is complete, becomes the layer. */
int images_publish_layer(struct images *s, const char *tmp, const char *diff, uint64_t bytes, uint64_t entries, struct err *e);
/* `tmp`, a file of blobs/sha256/, or the file that fd is (tmp NULL), becomes the blob. */
int images_publish_blob(struct images *s, const char *tmp, int fd, const char *blob, struct err *e);
int images_write_blob(struct images *s, const char *blob, struct wire_span bytes, struct err *e);
int images_open_blob(const struct images *s, const char *blob, struct err *e);
/* Puts a half-made thing of layers/ away. */
void images_discard(struct images *s, const char *name);

int images_layers_fd(const struct images *s);
int images_blobs_fd(const struct images *s);

#endif
