#include "base/loop.h"

#include "base/clock.h"
#include "base/must.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <unistd.h>

struct watch {
    int fd;
    bool quiet, dead;                   /* freed at the end of the turn: an event may still name it */
    watch_fn fn;
    void *arg;
    struct watch *next_dead;
};

struct timer {
    int64_t due_ms;
    uint64_t order;                     /* equal times fire in the order they were set */
    size_t at;                          /* index in the heap */
    timer_fn fn;
    void *arg;
};

struct loop {
    int epoll_fd, signal_fd;
    bool moved;
    struct watch *signal_watch;
    signal_fn on_signal;
    void *signal_arg;
    struct watch *dead;
    struct timer **heap;
    size_t timers, room;
    uint64_t order;
};

struct loop *loop_new(void)
{
    struct loop *l = xalloc(sizeof *l);

    l->signal_fd = -1;
    l->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    must(l->epoll_fd >= 0);
    return l;
}

static void bury(struct loop *l)
{
    for (struct watch *w = l->dead, *next; w; w = next) {
        next = w->next_dead;
        free(w);
    }
    l->dead = NULL;
}

void loop_free(struct loop *l)
{
    if (!l)
        return;
    loop_unwatch(l, l->signal_watch);
    bury(l);
    for (size_t i = 0; i < l->timers; i++)
        free(l->heap[i]);
    free(l->heap);
    if (l->signal_fd >= 0)
        close(l->signal_fd);
    close(l->epoll_fd);
    free(l);
}

struct watch *loop_watch(struct loop *l, int fd, uint32_t events, watch_fn fn, void *arg)
{
    struct watch *w = xalloc(sizeof *w);
    struct epoll_event ev = { .events = events, .data.ptr = w };

    *w = (struct watch){ .fd = fd, .fn = fn, .arg = arg };
    must(epoll_ctl(l->epoll_fd, EPOLL_CTL_ADD, fd, &ev) == 0);
    return w;
}

void loop_watch_events(struct loop *l, struct watch *w, uint32_t events)
{
    struct epoll_event ev = { .events = events, .data.ptr = w };

    must(epoll_ctl(l->epoll_fd, EPOLL_CTL_MOD, w->fd, &ev) == 0);
}

void loop_watch_quiet(struct watch *w)
{
    w->quiet = true;
}

bool loop_moved(struct loop *l)
{
    bool moved = l->moved;

    l->moved = false;
    return moved;
}

void loop_unwatch(struct loop *l, struct watch *w)
{
    if (!w || w->dead)
        return;
    epoll_ctl(l->epoll_fd, EPOLL_CTL_DEL, w->fd, NULL);
    w->dead = true;
    w->next_dead = l->dead;
    l->dead = w;
}

static bool before(const struct timer *a, const struct timer *b)
{
    return a->due_ms != b->due_ms ? a->due_ms < b->due_ms : a->order < b->order;
}

static void place(struct loop *l, struct timer *t, size_t at)
{
    l->heap[at] = t;
    t->at = at;
}

static void sift_up(struct loop *l, struct timer *t)
{
    size_t at = t->at;

    while (at && before(t, l->heap[(at - 1) / 2])) {
        place(l, l->heap[(at - 1) / 2], at);
        at = (at - 1) / 2;
    }
    place(l, t, at);
}

static void sift_down(struct loop *l, struct timer *t)
{
    size_t at = t->at;

    for (;;) {
        size_t kid = 2 * at + 1;

        if (kid >= l->timers)
            break;
        if (kid + 1 < l->timers && before(l->heap[kid + 1], l->heap[kid]))
            kid++;
        if (!before(l->heap[kid], t))
            break;
        place(l, l->heap[kid], at);
        at = kid;
    }
    place(l, t, at);
}

struct timer *loop_after(struct loop *l, int64_t delay_ms, timer_fn fn, void *arg)
{
    struct timer *t = xalloc(sizeof *t);

    if (l->timers == l->room) {
        l->room = l->room ? 2 * l->room : 64;
        l->heap = xrealloc(l->heap, l->room * sizeof *l->heap);
    }
    *t = (struct timer){ .due_ms = clock_boot_ms() + delay_ms, .order = l->order++, .fn = fn, .arg = arg };
    place(l, t, l->timers++);
    sift_up(l, t);
    return t;
}

void loop_cancel(struct loop *l, struct timer *t)
{
    struct timer *last;

    if (!t)
        return;
    must(t->at < l->timers && l->heap[t->at] == t);
    last = l->heap[--l->timers];
    if (last != t) {
        place(l, last, t->at);
        sift_up(l, last);
        sift_down(l, last);
    }
    free(t);
}

static void on_signal_fd(void *arg, uint32_t events)
{
    struct loop *l = arg;
    struct signalfd_siginfo si;

    (void)events;
    while (read(l->signal_fd, &si, sizeof si) == (ssize_t)sizeof si)
        l->on_signal(l->signal_arg, (int)si.ssi_signo);
}

int loop_signals(struct loop *l, const sigset_t *set, signal_fn fn, void *arg)
{
    if (sigprocmask(SIG_BLOCK, set, NULL) < 0)
        return -1;
    l->signal_fd = signalfd(-1, set, SFD_NONBLOCK | SFD_CLOEXEC);
    if (l->signal_fd < 0)
        return -1;
    l->on_signal = fn;
    l->signal_arg = arg;
    l->signal_watch = loop_watch(l, l->signal_fd, EPOLLIN, on_signal_fd, l);
    return 0;
}

int loop_next_ms(const struct loop *l)
{
    int64_t left;

    if (!l->timers)
        return -1;
    left = l->heap[0]->due_ms - clock_boot_ms();
    return left <= 0 ? 0 : left > 60000 ? 60000 : (int)left;
}

static void fire_due(struct loop *l)
{
    int64_t now = clock_boot_ms();

    while (l->timers && l->heap[0]->due_ms <= now) {
        struct timer t = *l->heap[0];

        loop_cancel(l, l->heap[0]);
        l->moved = true;
        t.fn(t.arg);
    }
}

void loop_turn(struct loop *l, int timeout_ms)
{
    struct epoll_event ready[64];
    int next = loop_next_ms(l), n;

    if (next >= 0 && (timeout_ms < 0 || next < timeout_ms))
        timeout_ms = next;
    n = epoll_wait(l->epoll_fd, ready, 64, timeout_ms);
    must(n >= 0 || errno == EINTR);
    for (int i = 0; i < n; i++) {
        struct watch *w = ready[i].data.ptr;

        if (w->dead)
            continue;
        l->moved |= !w->quiet;
        w->fn(w->arg, ready[i].events);
    }
    fire_due(l);
    bury(l);
}
