/*
 * cgroup - limits, counters, freezing and killing behind one table, whether the
 * host has cgroup v2, or v1 controllers beside a v2 tree ("hybrid").
 *
 * In both, the v2 tree freezes, kills and says who is inside; on v1 the controllers'
 * own trees carry the limits.  A container's group is <instance>/<id> in each.
 * A limit that cannot be set is an error, never ignored.
 * Source: Documentation/admin-guide/cgroup-v2.rst and cgroup-v1/ of the kernel.
 */
#ifndef RUNTIME_CGROUP_H
#define RUNTIME_CGROUP_H

#include "base/err.h"
#include "runtime/spec.h"

#include <stdbool.h>
#include <stdint.h>

#define CGROUP_V1_MAX 6

/* What a process joins with: descriptors of one group, owned. */
struct cgroup_join {
    int unified_fd;                     /* directory, for CLONE_INTO_CGROUP */
    int tasks[CGROUP_V1_MAX];           /* v1 `tasks` files, write-only */
    int count;
};

struct cgroup_sample {
    uint64_t memory_bytes, memory_peak_bytes, cpu_ns, pids, oom_kills;
};

/* Makes <instance> in every tree and turns the controllers on for its children.  Idempotent. */
int cgroup_prepare(const char *instance, struct err *e);
/* Removes the instance's own, empty groups. */
void cgroup_retire(const char *instance);

/* group is "<instance>/<id>".  Makes it and sets the limits; undoes itself on failure. */
int cgroup_make(const char *group, const struct spec_limits *limits, const char *cpuset, struct err *e);
/* Sets those of `limits` that are not -1 on a group that exists. */
int cgroup_update(const char *group, const struct spec_limits *limits, const char *cpuset, struct err *e);
int cgroup_join_open(const char *group, struct cgroup_join *out, struct err *e);
/* The same with a group of its own below that one, made if need be, that can be killed by itself; it has no limits of its own. */
int cgroup_join_leaf(const char *group, const char *leaf, struct cgroup_join *out, struct err *e);
void cgroup_remove_leaf(const char *group, const char *leaf);  /* unless somebody is in it: then it goes with the group */
void cgroup_join_close(struct cgroup_join *j);
/* For the single-threaded child itself: joins the v1 groups (v2 came with clone3).  -1 with errno. */
int cgroup_join_self(const struct cgroup_join *j);

int cgroup_freeze(const char *group, bool frozen, struct err *e);
int cgroup_kill(const char *group, struct err *e);      /* SIGKILL to all; a group that is gone is fine */
bool cgroup_populated(const char *group);
bool cgroup_is_frozen(const char *group);       /* all of it, by now */
/* Removes the group.  1: still busy, 0: gone, -1 with e. */
int cgroup_remove(const char *group, struct err *e);
/* Counters; what this host does not count is 0.  -1: the group is gone. */
int cgroup_read(const char *group, struct cgroup_sample *out);

/* Calls fn for each group below the instance. */
void cgroup_each(const char *instance, void (*fn)(void *arg, const char *id), void *arg);

/* For rootfs: true when /sys/fs/cgroup itself is v2; else the v1 trees by index, NULL at the end. */
bool cgroup_is_v2(void);
const char *cgroup_v1_name(int index);

#endif
