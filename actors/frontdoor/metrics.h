/*
 * metrics - Prometheus text over HTTP, when `metrics-listen = ADDRESS:PORT` is set: what
 * passes through here, the other actors, starts by phase, and containers' counters.
 *
 * libmicrohttpd runs within our loop, without threads.
 * Source: Prometheus text exposition format 0.0.4.
 */
#ifndef FRONTDOOR_METRICS_H
#define FRONTDOOR_METRICS_H

#include "actors/frontdoor/verbstats.h"
#include "base/err.h"
#include "base/loop.h"
#include "base/map.h"
#include "protocol/gen/messages.h"

struct metrics;

struct metrics_actor {
    const char *name;
    bool up;
    uint64_t restarts, queue;           /* queue: requests of clients that wait for it */
};

/* Fills rows; their number.  Called when somebody asks. */
typedef int (*metrics_actors_fn)(void *arg, struct metrics_actor *rows, int max);

/* Binds while it is still root; NULL without e: not configured. */
struct metrics *metrics_prepare(const char *config_path, struct err *e);
int metrics_start(struct metrics *m, struct loop *l, struct verbstats *verbs, metrics_actors_fn fn, void *arg, struct err *e);
void metrics_sample(struct metrics *m, const struct frontdoor_samples *s);      /* m may be NULL */
void metrics_free(struct metrics *m);

#endif
