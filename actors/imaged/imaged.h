/*
 * imaged.h - what the files of this actor share.
 */
#ifndef IMAGED_IMAGED_H
#define IMAGED_IMAGED_H

#include "actors/actor.h"
#include "actors/imaged/images.h"
#include "actors/imaged/worker.h"
#include "base/map.h"
#include "protocol/gen/ask.h"
#include "protocol/gen/imaged.h"

struct imaged {
    struct actor *actor;
    struct images *images;
    struct map *imports;                /* key -> struct import, owned */
    struct map *removing;               /* "kind name" -> how many ask the store whether it may go */
    bool cleaned;                       /* what the last one of us was removing is removed: changes may begin */
    struct map *prunes;                 /* request's number -> struct prune, owned */
    struct map *volume_prunes;
    struct map *takings;                /* number -> struct taking, owned */
    struct map *disk_works;             /* request -> struct disk_work, owned */
    struct map *pushes;                 /* request -> struct push, owned */
    int volumes_fd, secrets_fd, snapshots_fd, state_fd, partial_fd;
    struct timer *sweep_timer, *upload_timer, *retell_timer;
    uint64_t counter;
};

#define WORK_MS (20 * 60 * 1000)

/* ---- import.c: images on their way in */
struct import_wish {
    const char *path;                   /* of this host; or an upload's */
    const char *tag, *ref, *platform;   /* "": none */
    enum image_format format;
    bool upload;
};

/* A worker that unpacks `from` (what: as quilt-unpack has it) into root and keeps it in blob (-1: it is not kept). */
struct worker *imaged_unpack(struct imaged *self, int from, int root, int blob, uint64_t total, const char *what, worker_fn fn, void *arg, struct err *e);
/* How a registry is asked. */
struct registry_access {
    struct wire_span auth, ca;
    bool plain_http;
};
handled import_pull(struct imaged *self, const char *name, const char *tag, const char *platform, const struct registry_access *access, struct request *req);

/* Answered when it is there, through imaged_answer. */
handled import_begin(struct imaged *self, const struct import_wish *wish, struct request *req);
/* An image of our own making: its plan is in plan_fd, its last layer in these; all are taken over. */
struct import_layer {
    const char *tmp, *tmp_blob, *diff, *blob;
    uint64_t bytes, entries;
};
void import_made(struct imaged *self, const char *source, const char *tag, int plan_fd, const struct import_layer *layer, struct request *req);
uint32_t import_progress(struct imaged *self, struct wire_writer *items);
void imports_stop(struct imaged *self);

/* ---- imaged.c */
void imaged_answer(struct request *req, struct imaged *self, const struct known *k);
/* Renamed to what quilt-sweep deletes; into: a directory that it sweeps.  0, or -1 with errno. */
int imaged_put_away(struct imaged *self, int dir, const char *name, int into);
void imaged_trash_made(void *self);
/* Between asking the store whether something may go and doing it, nobody may make it anew. */
void imaged_removing(struct imaged *self, const char *kind, const char *name, bool begins);
bool imaged_is_removing(const struct imaged *self, const char *kind, const char *name);
/* No refusal: the store may have it all the same. */
bool imaged_is_doubt(const struct err *failed);
void imaged_tell_again(struct imaged *self);    /* after a while: it could not be told */
void imaged_tell_all(struct imaged *self);      /* the store, what there is */
/* What the store has an intent for; `request`: an image.remove to be answered then, or 0. */
int imaged_delete(struct imaged *self, const char *digest, uint64_t request, struct err *e);
/* A worker's usual start: the loop, where programs are, the time it has. */
struct worker *imaged_work(struct imaged *self, struct worker_start s, struct err *e);

/* ---- prune.c */
void prunes_stop(struct imaged *self);

/* ---- volumes.c */
int volumes_open(struct imaged *self, struct err *e);
void volumes_close(struct imaged *self);
bool volume_is_readable(struct imaged *self, const char *kind, const char *name);
void volumes_tell(struct imaged *self);         /* the store, after a start */
int volume_delete(struct imaged *self, const char *kind, const char *name, uint64_t request, struct err *e);

/* ---- disk.c */
void disk_works_stop(struct imaged *self);

/* ---- push.c */
uint32_t push_progress(struct imaged *self, struct wire_writer *items, uint32_t count);
void pushes_stop(struct imaged *self);
int memory_of(struct wire_span bytes, struct err *e);   /* a memfd with them, or -1 */
const char *registry_scheme(const char *host, const struct registry_access *access);

/* ---- taking.c */
void takings_orphaned(struct imaged *self);    /* their monitor died */
void takings_stop(struct imaged *self);

/* ---- upload.c */
void upload_path(const struct imaged *self, const char *name, char out[1200]);
void uploads_begin(struct imaged *self);
void upload_forget(struct imaged *self, const char *name);

#endif
