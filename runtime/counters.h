/*
 * counters - what a container has used, through descriptors that stay open: reading one
 * costs a tenth of opening it, and a thousand containers are read each second.
 *
 * What this host does not count is absent (COUNTER_NONE), never 0.
 * Source: Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/ of the kernel, proc(5).
 */
#ifndef RUNTIME_COUNTERS_H
#define RUNTIME_COUNTERS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#define COUNTER_NONE UINT64_MAX

enum counter_file { COUNTER_CPU, COUNTER_THROTTLE, COUNTER_MEMORY, COUNTER_PEAK, COUNTER_PIDS, COUNTER_CACHE, COUNTER_IO, COUNTER_FILES };

struct counters {
    int fds[COUNTER_FILES];             /* owned; -1: this host has none */
};

struct counter_values {
    uint64_t cpu_ns, throttled_ns, throttled_periods;
    uint64_t memory_bytes, memory_peak_bytes, cache_bytes, pids;
    uint64_t read_bytes, written_bytes; /* disks */
    uint64_t received_bytes, sent_bytes;        /* its network interfaces, but loopback */
};

/* group: "<instance>/<id>".  -1: it is not there. */
int counters_open(struct counters *c, const char *group);
void counters_close(struct counters *c);
/* all false: what has changed since *out was read, by a container's own doing.  The cheap ones: without peak, cache, disks and network.  -1: the group is gone. */
int counters_read(const struct counters *c, bool all, struct counter_values *out);
/* Those that cost the kernel more: cache, disks; and by its process 1, network. */
void counters_read_more(const struct counters *c, pid_t pid, struct counter_values *out);

#endif
