/*
 * store.h - what the handlers' two files share: store.c has containers, events and
 * waiting, store_networks.c has networks, names and messages.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include "actors/actor.h"
#include "actors/store/containers.h"
#include "actors/store/events.h"
#include "actors/store/leases.h"
#include "actors/store/names.h"
#include "actors/store/networks.h"
#include "actors/store/processes.h"
#include "base/map.h"
#include "protocol/gen/store.h"

struct store;

/* Somebody who waits: for a container's end, for the next event, name or message. */
enum waits { WAITS_END, WAITS_EVENTS, WAITS_NAMES, WAITS_INBOX };
struct waiter {
    struct waiter *next;
    uint64_t request;
    enum waits what;
    char id[13];                        /* container waited for, or filter of events */
    struct timer *timer;
    struct store *store;
};

struct store {
    struct actor *actor;
    struct db *db;
    char log_id[17];
    struct map *samples;                /* id -> struct sample_at, owned */
    struct map *touched;                /* ids changed in this pass */
    struct waiter *waiters;
    int64_t metrics_boot_ns;            /* of the last points */
    uint64_t last_head, names_head, names_now;
    bool fresh, networks_changed, inbox_changed;
};

struct cause store_cause(struct request *req);
/* Ends a change: keeps it or takes it back. */
int store_ended(struct store *self, int result);
int store_event(struct store *self, const char *type, const struct cause *cause, struct wire_writer *attrs, struct err *e);
struct waiter *store_wait(struct store *self, struct request *req, const char *id, enum waits what);
void store_wait_over(struct store *self, struct waiter *w);
void store_wait_ended(void *waiter);            /* its timer: answered with what there is */

/* true: it was answered; with nothing only if empty_too. */
bool store_answer_names(struct store *self, struct request *req, bool empty_too);
bool store_answer_inbox(struct store *self, struct request *req, const char *id, bool empty_too);

void store_stats_begin(struct store *self);

#endif
