/*
 * taking.h - a writable layer on its way to be something else.
 */
#ifndef IMAGED_TAKING_H
#define IMAGED_TAKING_H

#include "actors/imaged/imaged.h"

#include <stdbool.h>

struct taking {
    struct imaged *self;
    uint64_t number, request;           /* request: who waits for the step that is in work; 0: nobody */
    char tmp[40];                       /* of snapshots/: holds rw/ */
    char name[64];                      /* the snapshot that it becomes, or "" */
    char container[13], from_snapshot[64];
    struct worker *worker;
    struct timer *patience;
    bool taken, done, ended;            /* by the worker; ended: layer.end came */
    enum { METHOD_NONE, METHOD_SNAPSHOT, METHOD_REFLINK, METHOD_COPY } method;
    uint64_t bytes, entries;
    struct err failure;                 /* between two steps: the next one is answered with it */
    /* ---- forks */
    char (*copies)[13];
    uint32_t copy_count, copied;
    /* ---- commit.c */
    char tmp_layer[40], tmp_blob[40], blob[65], diff[65], base[65], tag[256];
    uint64_t blob_bytes, layer_bytes, layer_entries;
    int blob_fd, plan_fd;
};

/* Tells who waits that it failed, and puts everything away. */
void taking_fail(struct taking *t, int code, const char *text);
void taking_free(struct taking *t);
const char *taking_method(const struct taking *t);

/* ---- commit.c */
void commit_begin(struct taking *t, const struct layer_end *m);

#endif
