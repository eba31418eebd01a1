/*
 * save - the archive that an image is, as if it were a file: an OCI layout as tar, for docker
 * with the manifest.json that docker load reads beside it.  Nothing is written anywhere: a
 * piece is put together from the blobs when it is asked for, and is the same each time.
 * Sources: OCI image-layout.md; docker image specification v1.2; tar(5), ustar
 */
#ifndef IMAGED_SAVE_H
#define IMAGED_SAVE_H

#include "actors/imaged/images.h"

/* Up to `size` bytes from `offset` on into `out`; how many, or -1.  name: the one inside, "": none. */
ssize_t save_read(const struct images *s, const struct known *k, enum save_format format, const char *name, uint64_t offset, uint8_t *out, size_t size,
                  uint64_t *out_total, struct err *e);

#endif
