/*
 * events - the log of what happened: appended in the transaction of the change it
 * tells of, numbered without a gap, read forward from any number that is kept.
 */
#ifndef STORE_EVENTS_H
#define STORE_EVENTS_H

#include "actors/store/db.h"
#include "protocol/gen/messages.h"

#define EVENTS_KEPT 100000

struct event_new {
    const char *type;
    const char *container;              /* NULL: not of a container */
    uint64_t cseq, incarnation;
    const struct cause *cause;
    struct wire_span attrs;             /* a map, or empty */
};

/* Within db_write; out_seq may be NULL. */
int event_append(struct db *d, const struct event_new *n, uint64_t *out_seq, struct err *e);
uint64_t event_head(struct db *d);              /* last seq, 0: none yet */
uint64_t event_oldest(struct db *d);            /* oldest kept; head + 1 when there is none */
/* Writes events after `after`, at most limit and about 700 KB, as items; their number, or -1. */
int event_list(struct db *d, const char *log_id, uint64_t after, uint64_t limit, const char *container, struct wire_writer *items, struct err *e);
/* Deletes what is beyond EVENTS_KEPT, a bounded number of rows. */
int event_compact(struct db *d, struct err *e);

#endif
