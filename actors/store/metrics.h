/*
 * metrics - counters over time, for an hour.
 */
#ifndef STORE_METRICS_H
#define STORE_METRICS_H

#include "actors/store/containers.h"
#include "base/map.h"

#define METRICS_EVERY_MS 10000
#define METRICS_KEPT_MS 3600000

/* A point of each container whose sample is new since the last, and away with what is too old. */
int metrics_record(struct db *d, struct map *samples, int64_t now_wall_ns, int64_t since_boot_ns, struct err *e);
/* Points as structures `metric`; their number, or -1. */
int metrics_list(struct db *d, const char *id, uint64_t since_ns, struct wire_writer *items, struct err *e);

#endif
