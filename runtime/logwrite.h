/*
 * logwrite - the keeper's side of a log: append-only segments of records.
 *
 * One writev a record.  A disk that is full drops the record and counts its bytes:
 * the container is never blocked by its log.  The oldest segments go when the whole
 * exceeds the limit.  No allocation.
 */
#ifndef RUNTIME_LOGWRITE_H
#define RUNTIME_LOGWRITE_H

#include <stddef.h>
#include <stdint.h>

struct logwrite {
    int dir_fd, fd;                     /* owned */
    uint32_t first, current;            /* numbers of the segments that exist */
    uint64_t segment_bytes, total_bytes, max_bytes;
    uint64_t seq, dropped_bytes;
};

/* Continues behind what is in dir_fd, always in a new segment.  -1 with errno. */
int logwrite_open(struct logwrite *w, int dir_fd, uint64_t max_bytes);
void logwrite_append(struct logwrite *w, int stream, const void *data, size_t len);
void logwrite_close(struct logwrite *w);

#endif
