/*
 * source - the bytes of an archive: read once, hashed as they are and as they unpack to,
 * and on the way written to a file that keeps them.
 *
 * gzip (any number of members), zstd, xz, bzip2, or none.  What is kept is the archive as
 * it came if a registry takes it so (none, gzip, zstd), else what it unpacks to.
 * Ends the process through report_failed at whatever is wrong with it.
 */
#ifndef IMAGED_SOURCE_H
#define IMAGED_SOURCE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/* Bounds of what an archive may hold. */
#define SOURCE_RATIO_MAX 250u           /* unpacked to packed, once it is beyond SOURCE_RATIO_FROM */
#define SOURCE_RATIO_FROM (64ull << 20)

enum { SOURCE_PLAIN = 0, SOURCE_GZIP = 1, SOURCE_ZSTD = 2, SOURCE_OTHER = 3 };

struct source;

/* keep_fd: where the kept bytes go, or -1.  Descriptors stay the caller's. */
struct source *source_open(int fd, int keep_fd, uint64_t total_bytes, uint64_t max_bytes);
/* The next unpacked bytes, valid until the next call; 0 at the end. */
size_t source_read(struct source *s, const void **out);
/* Of our own making, however well it was packed: its size is judged, its ratio is not. */
void source_trust(struct source *s);
/* Nothing is to be kept after all. */
void source_forget(struct source *s);
uint64_t source_taken(const struct source *s);  /* bytes read of the file */
/* Reads what is left, so that the digests are of everything.  The kind that is kept. */
int source_finish(struct source *s, char blob[65], char diff[65], uint64_t *out_blob_bytes);

#endif
