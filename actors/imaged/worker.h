/*
 * worker - a process of imaged's that does one slow or hostile piece of work and reports
 * (report.h).  It is killed when it has said its last word, when its time is over, or
 * when nobody wants it any more; it is never waited for.
 */
#ifndef IMAGED_WORKER_H
#define IMAGED_WORKER_H

#include "actors/imaged/report.h"
#include "base/err.h"
#include "base/loop.h"

#define WORKER_FDS 6

struct worker;

/* Progress and what was found; then once done or failed, after which the worker is no more. */
typedef void (*worker_fn)(void *arg, const struct report *r);

struct worker_start {
    struct loop *loop;
    const char *dir, *program;          /* dir: where programs are */
    const char *const *argv;            /* after the program's name; ends with NULL */
    const char *const *envp;            /* NULL: empty */
    int fds[WORKER_FDS];                /* become 4, 5, …; -1: none there; they stay the caller's */
    int fd_count;
    int64_t deadline_ms;
    worker_fn fn;
    void *arg;
};

struct worker *worker_start(const struct worker_start *s, struct err *e);
void worker_stop(struct worker *w);     /* NULL is fine; fn is not called */
/* The one packet that it waits for. */
void worker_go_on(struct worker *w);
/* Starts a program that says nothing, and forgets it. */
int worker_run(struct loop *loop, const char *dir, const char *program, const char *const *argv, struct err *e);

#endif
