/*
 * import.h - an image on its way in: what import.c (its life), layering.c (its layers) and
 * pull.c (from a registry) share.  import.c has the drawing.
 */
#ifndef IMAGED_IMPORT_H
#define IMAGED_IMPORT_H

#include "actors/imaged/imaged.h"
#include "actors/imaged/plan.h"
#include "actors/imaged/registry.h"

#include <sys/stat.h>

#define WAITERS_MAX 256
#define IMPORTS_MAX 256
#define WORKERS_MAX 4
#define FETCHES_MAX 8

enum phase { QUEUED, FETCHING, EXTRACTING, READING, LAYERING, RECORDING };

struct layer_work {
    struct image_layer layer;
    char path[4096];                    /* in the layout */
    struct import *import;
    struct worker *worker;              /* while it is unpacked by this import */
    char tmp[40], tmp_blob[40];
    int from_fd;
    uint64_t done_bytes, total_bytes;
    bool ready;
};

struct import {
    struct imaged *self;
    char *key, *source, *ref;
    char stamp[160], platform[100];
    enum image_format format;
    enum phase phase;
    bool upload, made, owned;           /* made: from a container; owned: layout_fd is of our own extracted files */
    uint64_t number, total_bytes, done_bytes;
    int file_fd, layout_fd, plan_fd;
    char tmp[40], tmp_blob[40];
    struct worker *worker;
    struct plan plan;
    struct layer_work *layers;
    uint32_t layer_count;
    /* ---- a registry's */
    struct registry_name *from;         /* NULL: not a registry's */
    char scheme[8];
    int auth_fd, ca_fd;
    struct fetched {
        char blob[65];
        uint64_t done, total;
    } *fetched;
    uint32_t fetched_count;
    bool held;                          /* the plan's layers and blobs are */
    struct waiter {
        uint64_t request;
        char tag[256];
    } waiters[WAITERS_MAX];
    struct moved_tag {
        char tag[256], before[65];
    } *moved;                           /* to be moved back if the store refuses */
    uint32_t moved_count;
    bool was_known;
    int waiter_count;
    char digest[65];                    /* once it is recorded */
};

/* ---- import.c */
void import_fail(struct import *m, int code, const char *text);         /* everybody is told; it is no more */
void import_record(struct import *m, struct image_record *r);
void import_pump(struct imaged *self);          /* whose turn it is */
int import_working(struct imaged *self);        /* workers of all of them */
struct import *import_new(struct imaged *self, const char *key, const struct import_wish *wish, const struct stat *st, int fd, bool layout);
handled import_join(struct import *m, struct request *req, const char *tag);
void import_each_of_plan(struct import *m, void (*fn)(struct images *, bool, const char *));
/* The directory and, if it is to keep, the file that a worker fills.  0, or -1. */
int import_make_room(struct imaged *self, bool keep, char tmp[40], char tmp_blob[40], int *out_root, int *out_blob, struct err *e);

/* ---- layering.c */
int layout_read(struct import *m, struct err *e);
bool layers_advance(struct import *m);          /* true: the import is no more, or its state has changed */
void layer_stop(struct layer_work *l);

/* ---- pull.c */
int pull_begin(struct import *m, struct err *e);
uint32_t pull_progress(const struct import *m, struct wire_writer *items, uint32_t count);

#endif
