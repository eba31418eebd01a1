#include "actors/imaged/worker.h"

#include "base/auto.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define ARGS_MAX 40

struct worker {
    struct loop *loop;
    pid_t pid;
    int talk_fd;
    struct watch *watch;
    struct timer *deadline;
    worker_fn fn;
    void *arg;
    char name[32];
    bool in_call, stopped;
};

/* ---------------------------------------------------------------- its end, whenever that comes */

struct reaped {
    struct loop *loop;
    pid_t pid;
    int pidfd;
    struct watch *watch;
};

static void on_reaped(void *arg, uint32_t events)
{
    struct reaped *r = arg;

    (void)events;
    waitpid(r->pid, NULL, 0);
    loop_unwatch(r->loop, r->watch);
    close(r->pidfd);
    free(r);
}

static void reap(struct loop *loop, pid_t pid)
{
    struct reaped *r = xalloc(sizeof *r);

    r->loop = loop;
    r->pid = pid;
    r->pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
    must(r->pidfd >= 0);
    r->watch = loop_watch(loop, r->pidfd, EPOLLIN, on_reaped, r);
}

/* ---------------------------------------------------------------- what it says */

static void end(struct worker *w)
{
    loop_unwatch(w->loop, w->watch);
    loop_cancel(w->loop, w->deadline);
    w->watch = NULL;
    w->deadline = NULL;
    if (w->talk_fd >= 0)
        close(w->talk_fd);
    w->talk_fd = -1;
    if (w->pid > 0) {
        kill(w->pid, SIGKILL);          /* it has said all; it is not trusted to end */
        reap(w->loop, w->pid);
    }
    w->pid = 0;
    if (!w->in_call)
        free(w);
}

void worker_stop(struct worker *w)
{
    if (!w)
        return;
    w->stopped = true;
    end(w);
}

/* The last word: the worker is no more when fn is called. */
static void last(struct worker *w, const struct report *r)
{
    worker_fn fn = w->fn;
    void *arg = w->arg;

    w->in_call = false;
    end(w);
    fn(arg, r);
}

static void fail(struct worker *w, int code, const char *text)
{
    struct report r = { .type = REPORT_FAILED, .code = (uint32_t)code };

    str_fmt(r.text, sizeof r.text, "%s", text);
    last(w, &r);
}

static bool is_digest(const char *text)
{
    return !*text || (strlen(text) == 64 && !text[strspn(text, "0123456789abcdef")]);
}

static void on_talk(void *arg, uint32_t events)
{
    struct worker *w = arg;
    struct report r;
    ssize_t n;

    (void)events;
    while ((n = recv(w->talk_fd, &r, sizeof r, MSG_DONTWAIT)) == (ssize_t)sizeof r) {
        r.text[sizeof r.text - 1] = r.blob[64] = r.diff[64] = '\0';
        str_make_utf8(r.text);
        if (!is_digest(r.blob) || !is_digest(r.diff) || r.type < REPORT_PROGRESS || r.type > REPORT_FAILED)
            return fail(w, ERR_INTERNAL, "what the worker says makes no sense");
        if (r.type == REPORT_FAILED && (r.code == 0 || r.code >= ERR_COUNT))
            r.code = ERR_INTERNAL;
        if (r.type >= REPORT_DONE)
            return last(w, &r);
        w->in_call = true;
        w->fn(w->arg, &r);
        w->in_call = false;
        if (w->stopped) {
            free(w);
            return;
        }
    }
    if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR))
        fail(w, ERR_FAILED, "the process that did it ended without a result");
    else if (n > 0)
        fail(w, ERR_INTERNAL, "what the worker says makes no sense");
}

static void on_deadline(void *arg)
{
    struct worker *w = arg;

    w->deadline = NULL;
    fail(w, ERR_DEADLINE, "it took too long");
}

/* ---------------------------------------------------------------- starting */

static int spawn(const struct worker_start *s, int talk, pid_t *out_pid)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attr;
    char program[1100], *argv[ARGS_MAX + 2] = { program }, *none[] = { NULL };
    sigset_t empty, usual;
    int n = 1, r;

    str_fmt(program, sizeof program, "%s/%s", s->dir, s->program);
    for (; s->argv && s->argv[n - 1]; n++) {
        must(n <= ARGS_MAX);
        argv[n] = (char *)(uintptr_t)s->argv[n - 1];
    }
    sigemptyset(&empty);
    sigfillset(&usual);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attr);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&attr, &empty);
    posix_spawnattr_setsigdefault(&attr, &usual);
    if (talk >= 0)
        posix_spawn_file_actions_adddup2(&actions, talk, REPORT_FD);
    for (int i = 0; i < s->fd_count; i++)
        if (s->fds[i] >= 0)
            posix_spawn_file_actions_adddup2(&actions, s->fds[i], WORK_FD + i);
    posix_spawn_file_actions_addclosefrom_np(&actions, talk >= 0 ? WORK_FD + s->fd_count : 3);
    r = posix_spawn(out_pid, program, &actions, &attr, argv, s->envp ? (char **)(uintptr_t)s->envp : none);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attr);
    errno = r;
    return r ? -1 : 0;
}

/* Above what they become, so that no dup2 covers another's source. */
static int lift(struct worker_start *s)
{
    for (int i = 0; i < s->fd_count; i++)
        if (s->fds[i] >= 0 && (s->fds[i] = fcntl(s->fds[i], F_DUPFD_CLOEXEC, 32)) < 0)
            return -1;
    return 0;
}

struct worker *worker_start(const struct worker_start *given, struct err *e)
{
    struct worker_start s = *given;
    struct worker *w = xalloc(sizeof *w);
    int pair[2] = { -1, -1 }, talk, r;

    str_fmt(w->name, sizeof w->name, "%s", s.program);
    if (lift(&s) < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) {
        free(w);
        err_sys(e, "starting %s", s.program);
        return NULL;
    }
    talk = fcntl(pair[1], F_DUPFD_CLOEXEC, 32);
    r = talk < 0 ? -1 : spawn(&s, talk, &w->pid);
    if (r < 0)
        err_sys(e, "starting %s", s.program);
    close(pair[1]);
    if (talk >= 0)
        close(talk);
    for (int i = 0; i < s.fd_count; i++)
        if (s.fds[i] >= 0)
            close(s.fds[i]);
    if (r < 0) {
        close(pair[0]);
        free(w);
        return NULL;
    }
    w->loop = s.loop;
    w->fn = s.fn;
    w->arg = s.arg;
    w->talk_fd = pair[0];
    w->watch = loop_watch(s.loop, w->talk_fd, EPOLLIN, on_talk, w);
    w->deadline = loop_after(s.loop, s.deadline_ms, on_deadline, w);
    return w;
}

void worker_go_on(struct worker *w)
{
    ssize_t n = send(w->talk_fd, "", 1, MSG_DONTWAIT | MSG_NOSIGNAL);

    (void)n;                            /* one that is gone says so by itself */
}

int worker_run(struct loop *loop, const char *dir, const char *program, const char *const *argv, struct err *e)
{
    struct worker_start s = { .dir = dir, .program = program, .argv = argv };
    pid_t pid;

    if (spawn(&s, -1, &pid) < 0)
        return err_sys(e, "starting %s", program);
    reap(loop, pid);
    return 0;
}
