/*
 * logread - the monitor's side of a log: walks the segments that a keeper appends to.
 *
 * A cursor is a segment and an offset; a segment that was rotated away is counted as
 * dropped and the walk goes on with the oldest that is left.  A record that is torn
 * at the end of a segment is not there yet, or never will be if another follows.
 */
#ifndef MONITOR_LOGREAD_H
#define MONITOR_LOGREAD_H

#include "base/err.h"
#include "runtime/record.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define LOG_CHUNK_MAX 65536

struct logread {
    int dir_fd, fd;                     /* owned */
    uint32_t segment;
    int64_t offset;
    bool placed;                        /* expected is known: a gap before it is counted */
    uint64_t expected, dropped_bytes;   /* where the next record's bytes should begin; what was missing there */
};

int logread_open(struct logread *r, const char *dir, struct err *e);
void logread_close(struct logread *r);
/* The next record and its bytes (`room` of LOG_CHUNK_MAX): 1, 0: none yet, -1 with errno. */
int logread_next(struct logread *r, struct log_record *out, uint8_t *room);
/* Moves to the first segment that may hold records of this time or later, without reading those before. */
void logread_since(struct logread *r, uint64_t wall_ns);
/* Moves to the record that holds byte `at`; *out_skip bytes of it belong before.  -1: it is gone, *out_oldest is left. */
int logread_offset(struct logread *r, uint64_t at, size_t *out_skip, uint64_t *out_oldest);
/* Moves to where the last `lines` lines begin; *out_skip bytes of the first record belong before them.
 * streams: bits 1 << LOG_STDOUT, 1 << LOG_STDERR. */
void logread_tail(struct logread *r, uint64_t lines, unsigned streams, size_t *out_skip);

#endif
