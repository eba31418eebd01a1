/*
 * logwrite - the keeper's side of a log: append-only segments of records.
 *
 * One writev a record.  A disk that is full drops the record and counts its bytes.
 * The oldest segments go when the whole exceeds the limit, unless the writer keeps
 * them (then it asks logwrite_is_full before it appends).  No allocation.
 */
#ifndef RUNTIME_LOGWRITE_H
#define RUNTIME_LOGWRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct log_limits {
    uint64_t max_bytes;                 /* of all segments together, with the records' heads */
    uint64_t segment_bytes;             /* 0: a quarter of that, at most LOG_SEGMENT_BYTES */
    uint32_t segments;                  /* 0: any number */
    bool keep;                          /* nothing is dropped */
};

struct logwrite {
    int dir_fd, fd;                     /* owned */
    uint32_t first, current;            /* numbers of the segments that exist */
    uint64_t segment_bytes, total_bytes;
    uint64_t seq, at, dropped_bytes;    /* dropped: output, since it was opened */
    struct log_limits limits;
    struct {
        uint32_t segment;
        uint64_t bytes;
    } lost[16];                         /* what did not fit, by segment: its gap is not counted again when that goes */
    unsigned lost_next;
};

/* Continues behind what is in dir_fd, always in a new segment.  -1 with errno. */
int logwrite_open(struct logwrite *w, int dir_fd, const struct log_limits *limits);
bool logwrite_is_full(const struct logwrite *w);
/* Drops the whole segments that end before byte `at`; not the one that is being written, which is begun anew instead. */
void logwrite_trim(struct logwrite *w, uint64_t at);
/* -1: nothing is dropped here, and the disk is full: the same again later. */
int logwrite_append(struct logwrite *w, int stream, const void *data, size_t len);
void logwrite_close(struct logwrite *w);

#endif
