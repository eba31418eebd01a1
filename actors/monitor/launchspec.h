/*
 * launchspec - from what the user wants (container_spec) to what a keeper does (runtime
 * spec): defaults filled in, names turned into numbers, limits held against the machine.
 */
#ifndef MONITOR_LAUNCHSPEC_H
#define MONITOR_LAUNCHSPEC_H

#include "protocol/gen/messages.h"
#include "runtime/spec.h"

struct launch_place {                   /* where things of this container are */
    const char *id, *group, *run_dir, *log_dir, *upper, *work, *state_dir, *host_run_dir;
    char *const *lower;                 /* topmost first; ends with NULL */
    const char *files_dir;              /* holds resolv.conf, hosts and hostname; NULL: none */
    const char *icc_dir;                /* holds its control socket; NULL: it asked for none */
    const char *leaf;                   /* exec: the name of its own group below the container's */
    uint64_t incarnation;
};

#define WORK_LOG_BYTES (16u << 20)      /* an archive on its way waits for its reader */

/* Refuses what cannot be, before anything is made; uid: who asks. */
int launchspec_check(const struct container_spec *s, const char *state_dir, const char *run_dir, uint64_t uid, struct err *e);
int launchspec_check_limits(const struct limits *l, struct err *e);
int launchspec_caps(const struct container_spec *s, uint64_t *out, struct err *e);
struct spec_limits launchspec_limits(const struct limits *l, bool defaults, char cpuset[128]);

/* A sealed memfd that the caller owns, or -1. bpf may be NULL. */
int launchspec_container(const struct container_spec *s, const struct launch_place *p, const void *bpf, size_t bpf_count, struct err *e);
/* quilt-copy on its tree: argv, with the program first.  tree: it does not run. */
int launchspec_work(const struct container_spec *s, const struct launch_place *p, const struct wire_list *argv, bool input, bool tree, struct err *e);
int launchspec_exec(const struct container_spec *s, const struct exec_start *x, const struct launch_place *p, const void *bpf, size_t bpf_count, struct err *e);

#endif
