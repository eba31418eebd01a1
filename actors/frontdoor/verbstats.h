/*
 * verbstats - how many requests of each verb, how they ended, and how long they took.
 * Pure: times come in as numbers.
 */
#ifndef FRONTDOOR_VERBSTATS_H
#define FRONTDOOR_VERBSTATS_H

#include <stdint.h>
#include <stdio.h>

#define VERBSTATS_BUCKETS 12            /* 100 us, times 3 each … 17 s */

struct verbstats;

struct verbstats *verbstats_new(void);
void verbstats_free(struct verbstats *v);
/* code NULL: it succeeded. */
void verbstats_add(struct verbstats *v, const char *verb, const char *code, int64_t took_ns);
void verbstats_print(const struct verbstats *v, FILE *out);     /* as Prometheus text */

#endif
