#include "actors/netd/job.h"

#include "base/auto.h"
#include "base/log.h"
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define FAILURES_MAX 3

struct waiting {
    struct job job;
    int ns;                             /* a copy of the one to be sent, until it is */
    job_fn fn;
    struct waiting *next;
};

struct jobs {
    struct loop *loop;
    char program[1100];
    void *arg;
    int fd;
    pid_t pid;
    struct watch *watch;
    struct map *sent;                   /* number -> struct waiting, owned */
    struct waiting *first, *last;       /* not sent yet */
    uint32_t number;
    size_t count;
};

struct jobs *jobs_new(struct loop *l, const char *program, void *arg)
{
    struct jobs *j = xalloc(sizeof *j);

    j->loop = l;
    j->arg = arg;
    j->fd = -1;
    j->sent = map_new();
    str_fmt(j->program, sizeof j->program, "%s", program);
    return j;
}

static void waiting_free(struct waiting *w)
{
    if (w->ns >= 0)
        close(w->ns);
    free(w);
}

static void stop(struct jobs *j)
{
    loop_unwatch(j->loop, j->watch);
    j->watch = NULL;
    if (j->fd >= 0)
        close(j->fd);
    j->fd = -1;
    if (j->pid > 0)
        waitpid(j->pid, NULL, 0);       /* its end of file ends it */
    j->pid = 0;
}

void jobs_free(struct jobs *j)
{
    struct map_iter it;
    struct waiting *w;

    if (!j)
        return;
    stop(j);
    for (it = map_iter(j->sent); (w = map_next(&it, NULL));)
        waiting_free(w);
    while ((w = j->first)) {
        j->first = w->next;
        waiting_free(w);
    }
    map_free(j->sent);
    free(j);
}

static void answer(struct jobs *j, struct waiting *w, const struct job_answer *a, int ns)
{
    j->count--;
    if (w->fn)
        w->fn(j->arg, &w->job, a, ns);
    waiting_free(w);
}

/* It died: what it had in work may be half done, which the caller's undoing allows for. */
static void fail_all(struct jobs *j)
{
    struct job_answer a = { .code = ERR_UNAVAILABLE, .text = "quilt-netns ended" };
    struct map *lost = j->sent;
    struct map_iter it = map_iter(lost);
    struct waiting *w;

    log_warn("netns_ended", "%zu jobs were in work", map_count(lost));
    stop(j);
    j->sent = map_new();
    while ((w = map_next(&it, NULL))) {
        a.number = w->job.number;
        answer(j, w, &a, -1);
    }
    map_free(lost);
}

static int take_fd(struct msghdr *h)
{
    struct cmsghdr *c = CMSG_FIRSTHDR(h);
    int fd = -1;

    if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS && c->cmsg_len == CMSG_LEN(sizeof fd))
        memcpy(&fd, CMSG_DATA(c), sizeof fd);
    return fd;
}

static void send_more(struct jobs *j);

static void on_answer(void *arg, uint32_t events)
{
    struct jobs *j = arg;

    (void)events;
    while (j->fd >= 0) {
        struct job_answer a;
        struct iovec v = { &a, sizeof a };
        char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8)));
        struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room };
        ssize_t n = recvmsg(j->fd, &h, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
        struct waiting *w;
        char key[24];
        int ns;

        if (n < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (n != (ssize_t)sizeof a) {
            fail_all(j);
            break;
        }
        ns = take_fd(&h);
        w = map_remove(j->sent, map_key(a.number, key));
        if (w)
            answer(j, w, &a, ns);
        else if (ns >= 0)
            close(ns);
    }
    send_more(j);
}

static int start(struct jobs *j)
{
    posix_spawn_file_actions_t actions;
    char *argv[] = { j->program, NULL }, *envp[] = { NULL };
    int pair[2], failed;

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0)
        return -1;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pair[1], 3);
    posix_spawn_file_actions_addclosefrom_np(&actions, 4);
    failed = posix_spawn(&j->pid, j->program, &actions, NULL, argv, envp);
    posix_spawn_file_actions_destroy(&actions);
    close(pair[1]);
    if (failed) {
        close(pair[0]);
        errno = failed;
        return -1;
    }
    j->fd = pair[0];
    j->watch = loop_watch(j->loop, j->fd, EPOLLIN, on_answer, j);
    return 0;
}

static int send_one(struct jobs *j, const struct waiting *w)
{
    struct iovec v = { (void *)(uintptr_t)&w->job, sizeof w->job };
    char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8))) = { 0 };
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1 };

    if (w->ns >= 0) {
        struct cmsghdr *c;

        h.msg_control = room;
        h.msg_controllen = sizeof room;
        c = CMSG_FIRSTHDR(&h);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof w->ns);
        memcpy(CMSG_DATA(c), &w->ns, sizeof w->ns);
    }
    return sendmsg(j->fd, &h, MSG_DONTWAIT | MSG_NOSIGNAL) < 0 ? -1 : 0;
}

static void send_more(struct jobs *j)
{
    int failures = 0;

    while (j->first) {
        struct waiting *w = j->first;
        char key[24];

        if (j->fd < 0 && start(j) < 0) {
            struct job_answer a = { .number = w->job.number, .code = ERR_UNAVAILABLE, .sys = errno, .text = "quilt-netns does not start" };

            j->first = w->next;
            answer(j, w, &a, -1);
            continue;
        }
        if (send_one(j, w) < 0) {
            if (errno == EAGAIN || ++failures > FAILURES_MAX)
                return;                 /* its queue is full: when it answers */
            fail_all(j);                /* it was killed: another one takes this job */
            continue;
        }
        j->first = w->next;
        if (w->ns >= 0)
            close(w->ns);
        w->ns = -1;
        map_put(j->sent, map_key(w->job.number, key), w);
    }
    j->last = NULL;
}

void jobs_send(struct jobs *j, struct job *job, int ns, job_fn fn)
{
    struct waiting *w = xalloc(sizeof *w);

    job->number = ++j->number;
    *w = (struct waiting){ .job = *job, .ns = ns >= 0 ? fcntl(ns, F_DUPFD_CLOEXEC, 3) : -1, .fn = fn };
    if (j->first)
        j->last->next = w;
    else
        j->first = w;
    j->last = w;
    j->count++;
    send_more(j);
}

size_t jobs_waiting(const struct jobs *j)
{
    return j->count;
}
