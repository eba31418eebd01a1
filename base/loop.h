/*
 * loop - descriptors, timers, signals and children on one epoll descriptor.
 *
 * One thread.  Callbacks may add and remove watches and timers, their own too.
 */
#ifndef BASE_LOOP_H
#define BASE_LOOP_H

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct loop;
struct watch;
struct timer;

typedef void (*watch_fn)(void *arg, uint32_t events);
typedef void (*timer_fn)(void *arg);
typedef void (*signal_fn)(void *arg, int signal);

struct loop *loop_new(void);
void loop_free(struct loop *l);

/* Does not own fd.  events: EPOLLIN | EPOLLOUT | … */
struct watch *loop_watch(struct loop *l, int fd, uint32_t events, watch_fn fn, void *arg);
void loop_watch_events(struct loop *l, struct watch *w, uint32_t events);
/* Its calls touch nothing but what is their own: loop_moved does not count them. */
void loop_watch_quiet(struct watch *w);
void loop_unwatch(struct loop *l, struct watch *w);             /* NULL is fine */

/* Once, after delay_ms of boot time.  The handle dies when it fires or is cancelled. */
struct timer *loop_after(struct loop *l, int64_t delay_ms, timer_fn fn, void *arg);
void loop_cancel(struct loop *l, struct timer *t);              /* NULL is fine */

/* Blocks the signals and delivers them as calls; one set a loop. */
int loop_signals(struct loop *l, const sigset_t *set, signal_fn fn, void *arg);

/* Milliseconds to the next timer (0: due), or -1 if there is none. */
int loop_next_ms(const struct loop *l);
/* Runs what is ready; waits up to timeout_ms (-1: for ever) if nothing is. */
void loop_turn(struct loop *l, int timeout_ms);
/* Whether a call was made since it was asked last. */
bool loop_moved(struct loop *l);

#endif
