/*
 * keeper - the monitor's hold on one quilt-keeper: spawning it, finding it again,
 * hearing it.  The keeper outlives this process; what it says are doorbells, its
 * files are the facts (runtime/record.h).
 */
#ifndef MONITOR_KEEPER_H
#define MONITOR_KEEPER_H

#include "base/err.h"
#include "base/loop.h"
#include "runtime/record.h"

#include <stdbool.h>

struct keeper;

/* type: KEEPER_RUNNING, KEEPER_EXIT, KEEPER_LOG, KEEPER_INPUT, or KEEPER_GONE: its connection ended. */
#define KEEPER_GONE 100u
typedef void (*keeper_fn)(void *arg, uint32_t type, const struct keeper_message *m);

struct keeper_start {
    const char *program;                /* a path that may be a descriptor's */
    int spec_fd;                        /* borrowed */
    int target_pidfd;                   /* exec: the container's process 1; -1: none */
    int pidfd, out_fd, err_fd;          /* take over: -1 when not */
    int netns_fd;                       /* borrowed; -1: none */
};

struct keeper *keeper_spawn(struct loop *l, const struct keeper_start *s, keeper_fn fn, void *arg, struct err *e);
/* NULL: nobody listens there. */
struct keeper *keeper_connect(struct loop *l, const char *run_dir, keeper_fn fn, void *arg);
void keeper_free(struct keeper *k);     /* lets go; the process goes on.  NULL is fine */
void keeper_follow(struct keeper *k, bool on);

/* Bytes for its standard input, at most KEEPER_INPUT_BYTES; answered by KEEPER_INPUT, one at a time.  -1: it cannot be sent. */
int keeper_input(struct keeper *k, uint64_t offset, const void *data, size_t len, bool end);

void keeper_kill(struct keeper *k);     /* its process, also one whose pidfd is not known yet */
void keeper_trim(struct keeper *k, uint64_t offset);    /* output before it is not needed */
void keeper_resize(struct keeper *k, uint64_t rows, uint64_t columns);  /* its terminal */

/* Held since KEEPER_RUNNING; -1 before.  They stay the keeper's. */
int keeper_pidfd(const struct keeper *k);
int keeper_out_fd(const struct keeper *k);
int keeper_err_fd(const struct keeper *k);

/* The exit record of a run directory; -1: there is none. */
int keeper_read_exit(const char *run_dir, struct exit_record *out);

#endif
