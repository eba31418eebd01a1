#include "actors/monitor/keeper.h"

#include "base/auto.h"
#include "base/must.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

struct keeper {
    struct loop *loop;
    keeper_fn fn;
    void *arg;
    int fd, pidfd, out_fd, err_fd;
    struct watch *watch;
};

/* ---------------------------------------------------------------- reaping */

/* Lives as long as the process it waits for, whoever let go of the keeper before. */
struct reaper {
    struct loop *loop;
    pid_t pid;
    int pidfd;
    struct watch *watch;
};

static void on_process_end(void *arg, uint32_t events)
{
    struct reaper *r = arg;

    (void)events;
    waitpid(r->pid, NULL, WNOHANG);
    loop_unwatch(r->loop, r->watch);
    close(r->pidfd);
    free(r);
}

static void reap_later(struct loop *l, pid_t pid)
{
    struct reaper *r = xalloc(sizeof *r);

    *r = (struct reaper){ .loop = l, .pid = pid, .pidfd = (int)syscall(SYS_pidfd_open, pid, 0) };
    must(r->pidfd >= 0);
    r->watch = loop_watch(l, r->pidfd, EPOLLIN, on_process_end, r);
}

/* ---------------------------------------------------------------- hearing */

static void take_fds(struct keeper *k, struct msghdr *h)
{
    struct cmsghdr *c = CMSG_FIRSTHDR(h);
    int fds[3] = { -1, -1, -1 };

    if (!c || c->cmsg_level != SOL_SOCKET || c->cmsg_type != SCM_RIGHTS)
        return;
    memcpy(fds, CMSG_DATA(c), c->cmsg_len - CMSG_LEN(0));
    if (k->pidfd >= 0) {                /* said twice: keep the first */
        for (int i = 0; i < 3; i++)
            if (fds[i] >= 0)
                close(fds[i]);
        return;
    }
    k->pidfd = fds[0];
    k->out_fd = fds[1];
    k->err_fd = fds[2];
}

static void on_readable(void *arg, uint32_t events)
{
    struct keeper *k = arg;
    struct keeper_message m;
    char control[CMSG_SPACE(3 * sizeof(int))];
    struct iovec v = { &m, sizeof m };
    bool rang = false;

    (void)events;
    for (;;) {
        struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = control, .msg_controllen = sizeof control };
        ssize_t n = recvmsg(k->fd, &h, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);

        if (n < 0 && (errno == EAGAIN || errno == EINTR))
            break;
        if (n <= 0) {
            loop_unwatch(k->loop, k->watch);
            k->watch = NULL;
            k->fn(k->arg, KEEPER_GONE, &(struct keeper_message){ 0 });
            return;
        }
        if (n != (ssize_t)sizeof m)
            continue;
        take_fds(k, &h);
        if (m.type == KEEPER_LOG) {     /* one doorbell a pass is enough */
            rang = true;
            continue;
        }
        k->fn(k->arg, m.type, &m);
        if (m.type == KEEPER_EXIT)
            return;                     /* the callee may have let go of us */
    }
    if (rang)
        k->fn(k->arg, KEEPER_LOG, &m);
}

static struct keeper *keeper_new(struct loop *l, int fd, keeper_fn fn, void *arg)
{
    struct keeper *k = xalloc(sizeof *k);

    *k = (struct keeper){ .loop = l, .fn = fn, .arg = arg, .fd = fd, .pidfd = -1, .out_fd = -1, .err_fd = -1 };
    k->watch = loop_watch(l, fd, EPOLLIN, on_readable, k);
    return k;
}

void keeper_free(struct keeper *k)
{
    const int fds[] = { k ? k->fd : -1, k ? k->pidfd : -1, k ? k->out_fd : -1, k ? k->err_fd : -1 };

    if (!k)
        return;
    loop_unwatch(k->loop, k->watch);
    for (size_t i = 0; i < sizeof fds / sizeof *fds; i++)
        if (fds[i] >= 0)
            close(fds[i]);
    free(k);
}

/* ---------------------------------------------------------------- spawning */

/* Out of the way of the numbers that the keeper expects. */
static int lifted(int fd)
{
    return fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 100);
}

static int spawn_program(const struct keeper_start *s, int sock, pid_t *out_pid)
{
    enum { FDS = 7 };
    const int from[FDS] = { s->spec_fd, sock, s->pidfd, s->out_fd, s->err_fd, s->target_pidfd, s->netns_fd };
    char *argv[] = { (char[]){ "quilt-keeper" }, NULL }, *envp[] = { NULL };
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attr;
    sigset_t none, ours;
    int temp[FDS], r;

    sigemptyset(&none);
    sigemptyset(&ours);
    sigaddset(&ours, SIGPIPE);
    sigaddset(&ours, SIGTERM);
    sigaddset(&ours, SIGINT);
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attr);
    posix_spawnattr_setflags(&attr, POSIX_SPAWN_SETSID | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    posix_spawnattr_setsigmask(&attr, &none);
    posix_spawnattr_setsigdefault(&attr, &ours);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDWR, 0);
    posix_spawn_file_actions_adddup2(&actions, 0, 1);
    posix_spawn_file_actions_adddup2(&actions, 0, 2);
    for (int i = 0; i < FDS; i++) {
        temp[i] = lifted(from[i]);
        if (temp[i] >= 0)
            posix_spawn_file_actions_adddup2(&actions, temp[i], 3 + i);
        else if (i > 0)
            posix_spawn_file_actions_addclose(&actions, 3 + i);
    }
    r = posix_spawn(out_pid, s->program, &actions, &attr, argv, envp);
    for (int i = 0; i < FDS; i++)
        if (temp[i] >= 0)
            close(temp[i]);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attr);
    errno = r;
    return r ? -1 : 0;
}

struct keeper *keeper_spawn(struct loop *l, const struct keeper_start *s, keeper_fn fn, void *arg, struct err *e)
{
    auto_fd int mine = -1, theirs = -1;
    int pair[2];
    pid_t pid;

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) {
        err_sys(e, "quilt-keeper");
        return NULL;
    }
    mine = pair[0];
    theirs = pair[1];
    if (spawn_program(s, theirs, &pid) < 0) {
        err_sys(e, "quilt-keeper");
        return NULL;
    }
    reap_later(l, pid);
    return keeper_new(l, steal_fd(&mine), fn, arg);
}

struct keeper *keeper_connect(struct loop *l, const char *run_dir, keeper_fn fn, void *arg)
{
    auto_fd int dir = open(run_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), fd = -1;
    struct sockaddr_un a = { .sun_family = AF_UNIX };

    if (dir < 0)
        return NULL;
    snprintf(a.sun_path, sizeof a.sun_path, "/proc/self/fd/%d/keeper.sock", dir);
    fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&a, sizeof a) < 0)
        return NULL;
    return keeper_new(l, steal_fd(&fd), fn, arg);
}

void keeper_follow(struct keeper *k, bool on)
{
    const struct keeper_message m = { .type = KEEPER_FOLLOW, .number = on };

    if (k && k->watch)
        send(k->fd, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL);
}

int keeper_input(struct keeper *k, uint64_t offset, const void *data, size_t len, bool end)
{
    struct keeper_message m = { .type = KEEPER_INPUT, .number = end, .log_last_seq = offset };
    struct iovec v[2] = { { &m, sizeof m }, { (void *)(uintptr_t)data, len } };
    struct msghdr h = { .msg_iov = v, .msg_iovlen = 2 };

    must(len <= KEEPER_INPUT_BYTES);
    return k && k->watch && sendmsg(k->fd, &h, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0 ? 0 : -1;
}

void keeper_kill(struct keeper *k)
{
    const struct keeper_message m = { .type = KEEPER_KILL };

    if (k && k->watch)
        send(k->fd, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL);
}

void keeper_trim(struct keeper *k, uint64_t offset)
{
    const struct keeper_message m = { .type = KEEPER_TRIM, .log_last_seq = offset };

    if (k && k->watch)
        send(k->fd, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL);
}

void keeper_resize(struct keeper *k, uint64_t rows, uint64_t columns)
{
    const struct keeper_message m = { .type = KEEPER_RESIZE, .number = (uint32_t)(rows << 16 | columns) };

    if (k && k->watch)
        send(k->fd, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL);
}

int keeper_pidfd(const struct keeper *k)
{
    return k ? k->pidfd : -1;
}

int keeper_out_fd(const struct keeper *k)
{
    return k ? k->out_fd : -1;
}

int keeper_err_fd(const struct keeper *k)
{
    return k ? k->err_fd : -1;
}

int keeper_read_exit(const char *run_dir, struct exit_record *out)
{
    char path[4200];
    auto_fd int fd = -1;

    snprintf(path, sizeof path, "%s/exit", run_dir);
    fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    return fd >= 0 && read(fd, out, sizeof *out) == (ssize_t)sizeof *out && out->magic == RECORD_MAGIC ? 0 : -1;
}
