/*
 * containers - the rows, their legal moves, and what clients see of them.
 *
 *   created -> starting -> running <-> paused
 *      |          |    \      |  \       |
 *      |        failed  `-> stopping -> exited -> starting ...
 *      `-------------- any state ------------> removing -> removed (a tombstone)
 *
 * A move, what is wanted from now on, and the event are one change.  Repeating a move
 * that was made answers the same again and adds no event.
 */
#ifndef STORE_CONTAINERS_H
#define STORE_CONTAINERS_H

#include "actors/store/db.h"
#include "base/map.h"
#include "protocol/gen/messages.h"

struct container_key {
    int64_t pos;
    char id[13];
    enum state state;
    uint64_t incarnation, cseq;
};

/* By id, name or unique prefix; removed ones last.  ERR_NOT_FOUND, or ERR_INVALID for a prefix of several. */
int container_find(struct db *d, const char *ref, struct container_key *out, struct err *e);

/* By its whole id or its name, of those that are not removed.  ERR_NOT_FOUND. */
int container_find_exact(struct db *d, const char *ref, struct container_key *out, struct err *e);
/* Each that has the label, KEY or KEY=VALUE; near: of those near this one, or NULL.  fn: -1 ends it. */
typedef int (*labelled_fn)(void *arg, const char *id, struct err *e);
int container_each_labelled(struct db *d, struct wire_span label, const char *near, labelled_fn fn, void *arg, struct err *e);

/* Where one that starts is on networks: items of struct attachment, and the generation of its names. */
struct container_place {
    struct wire_writer attachments;
    uint32_t count;
    uint64_t generation;
};

int container_insert(struct db *d, const struct store_insert *m, struct container_place *place, struct err *e);
int container_move(struct db *d, const struct store_move *m, struct store_move_reply *out, struct container_place *place, struct err *e);
/* An event of it that is no move. */
int container_tell(struct db *d, const struct container_key *c, const char *type, const struct cause *cause, struct wire_span attrs, struct err *e);
int container_rename(struct db *d, const struct container_key *c, const char *name, const struct cause *cause, struct err *e);

/* One row as a container_view; samples: id -> struct sample_at (may lack it).  Writes nothing and returns 0 if it is gone. */
struct sample_at {
    struct sample sample;
    int64_t boot_ns;
};
int container_view_of(struct db *d, int64_t pos, const struct map *samples, struct wire_writer *out, struct err *e);
/* spec and phases as they are kept; out_* point into *room, which the caller frees. */
int container_kept(struct db *d, int64_t pos, struct wire_writer *out_spec, struct wire_writer *out_phases, struct err *e);
/* The row's end: state, exit (a map or empty), error.  Written as wait's reply. */
int container_end_of(struct db *d, const char *id, struct container_wait_reply *out, struct wire_writer *room, struct err *e);

int container_list(struct db *d, const struct container_list *q, const struct map *samples, struct wire_writer *items,
                   uint64_t *out_next, struct err *e);
/* Records of all that are not removed, after a position; *out_next 0: that was all. */
int container_records(struct db *d, uint64_t after, struct wire_writer *items, uint64_t *out_next, struct err *e);

/* Deletes old tombstones, a bounded number. */
int container_compact(struct db *d, struct err *e);

#endif
