/*
 * quiltd - starts every actor of the roster, watches it, and starts it again.
 *
 * Owns     the process table, the lock, the epoch, descriptors that outlive their actors
 * Hears    its actors, over one socket pair each (channel.h); nothing from outside
 * Never    decodes a message of a client, touches a container, or gives up
 *
 *     DOWN --fork, exec--> STARTING --ready--> UP --exit | 3 pings missed--> DOWN
 *       `--(back-off: 0, 10 ms ... 5 s; five ends within a minute: degraded)--'
 *
 * Orphans of keepers that were killed come to it (child subreaper) and are reaped.
 * SIGTERM drains the actors in reverse order; containers and their keepers go on.
 */
#include "actors/channel.h"
#include "actors/roster.h"
#include "actors/supervisor/settings.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/loop.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROWS_MAX 8
#define PING_MS 2000
#define MISSES_MAX 3
#define DRAIN_MS 5000
#define LIVED_MS 1000                   /* who was up for so long did not fail at once: started again without waiting */
#define HELD_MAX 1024
#define HELD_GIVER "netd"
#define HELD_USER "dnsd"

struct child {
    int row, fd;
    pid_t pid;
    enum channel_state state;
    struct watch *watch;
    int missed;
    uint64_t restarts;
    int64_t up_since_ms, backoff_ms;
    int64_t ends_ms[5];                 /* of the last five ends */
    struct timer *restart, *kill;
};

/* A descriptor that outlives who made it and who uses it. */
struct held {
    char name[CHANNEL_NAME];
    int fd, giver, user;                /* rows */
};

static struct supervisor {
    struct settings settings;
    struct loop *loop;
    struct child children[ROWS_MAX];
    uint64_t epoch;
    int lock_fd, draining;              /* draining: the row being drained, -1: not */
    bool stopping, announced;
    struct held held[HELD_MAX];
    int held_count;
} self = { .lock_fd = -1, .draining = -1 };

static void spawn(struct child *c);

/* ---------------------------------------------------------------- service manager */

static void notify(const char *text)
{
    const char *path = getenv("NOTIFY_SOCKET");
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    auto_fd int fd = -1;

    if (!path || strlen(path) >= sizeof a.sun_path)
        return;
    str_fmt(a.sun_path, sizeof a.sun_path, "%s", path);
    if (a.sun_path[0] == '@')
        a.sun_path[0] = '\0';
    fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || sendto(fd, text, strlen(text), MSG_NOSIGNAL, (struct sockaddr *)&a,
                         (socklen_t)(offsetof(struct sockaddr_un, sun_path) + strlen(path))) < 0)
        log_warn("notify_failed", "%s: %s", path, strerror(errno));
}

/* ---------------------------------------------------------------- telling the actors */

static void tell(struct child *c, const struct channel_message *m)
{
    if (c->fd >= 0)
        send(c->fd, m, sizeof *m, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static void tell_with(struct child *c, const struct channel_message *m, int fd)
{
    struct iovec v = { (void *)(uintptr_t)m, sizeof *m };
    char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8))) = { 0 };
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room };
    struct cmsghdr *k = CMSG_FIRSTHDR(&h);

    k->cmsg_level = SOL_SOCKET;
    k->cmsg_type = SCM_RIGHTS;
    k->cmsg_len = CMSG_LEN(sizeof fd);
    memcpy(CMSG_DATA(k), &fd, sizeof fd);
    if (c->fd >= 0 && sendmsg(c->fd, &h, MSG_DONTWAIT | MSG_NOSIGNAL) < 0)
        log_warn("not_handed_on", "%s to %s: %s", m->name, roster[c->row].name, strerror(errno));
}

static struct channel_message describe(const struct child *c)
{
    return (struct channel_message){
        .type = CHANNEL_PEER, .actor = (uint32_t)c->row, .state = c->state, .pid = (uint32_t)c->pid, .number = c->restarts,
    };
}

/* ---------------------------------------------------------------- descriptors that are kept */

static void tell_held(struct child *c, const struct held *h)
{
    struct channel_message m = { .type = CHANNEL_HELD };

    str_fmt(m.name, sizeof m.name, "%s", h->name);
    if (h->user == c->row)
        tell_with(c, &m, h->fd);
    else if (h->giver == c->row)
        tell(c, &m);
}

static void drop_held(const char *name)
{
    struct channel_message m = { .type = CHANNEL_GONE };

    for (int i = 0; i < self.held_count; i++) {
        struct held h = self.held[i];

        if (strcmp(h.name, name))
            continue;
        self.held[i] = self.held[--self.held_count];
        close(h.fd);
        str_fmt(m.name, sizeof m.name, "%s", name);
        tell(&self.children[h.user], &m);
        return;
    }
}

/* The name begins with the actor that gets it. */
static void keep(struct child *giver, const struct channel_message *m, int fd)
{
    struct held h = { .fd = fd, .giver = giver->row };
    char user[CHANNEL_NAME];

    str_fmt(h.name, sizeof h.name, "%.*s", CHANNEL_NAME - 1, m->name);
    str_fmt(user, sizeof user, "%.*s", (int)strcspn(h.name, "/"), h.name);
    h.user = roster_find(user);
    if (strcmp(roster[giver->row].name, HELD_GIVER) || strcmp(user, HELD_USER)) {       /* nobody else has anything to give */
        log_error("not_kept", "%s of %s", h.name, roster[giver->row].name);
        if (fd >= 0)
            close(fd);
        return;
    }
    drop_held(h.name);
    if (fd < 0)
        return;
    if (h.user < 0 || self.held_count == HELD_MAX) {
        log_error("not_kept", "%s of %s", h.name, roster[giver->row].name);
        close(fd);
        return;
    }
    self.held[self.held_count++] = h;
    tell_held(&self.children[h.user], &h);
}

static void set_state(struct child *c, enum channel_state state)
{
    struct channel_message m;

    c->state = state;
    m = describe(c);
    for (int i = 0; i < roster_count; i++)
        tell(&self.children[i], &m);
}

static bool all_up(void)
{
    for (int i = 0; i < roster_count; i++)
        if (self.children[i].state != CHANNEL_UP)
            return false;
    return true;
}

/* ---------------------------------------------------------------- an actor's end */

static bool often(struct child *c)
{
    int64_t now = clock_boot_ms();

    memmove(c->ends_ms, c->ends_ms + 1, sizeof c->ends_ms - sizeof *c->ends_ms);
    c->ends_ms[4] = now;
    return c->ends_ms[0] && now - c->ends_ms[0] < 60000;
}

static void on_restart(void *arg)
{
    struct child *c = arg;

    c->restart = NULL;
    c->restarts++;
    spawn(c);
}

static void schedule_restart(struct child *c)
{
    if (c->up_since_ms && clock_boot_ms() - c->up_since_ms > LIVED_MS)
        c->backoff_ms = 0;
    c->restart = loop_after(self.loop, c->backoff_ms, on_restart, c);
    c->backoff_ms = c->backoff_ms ? c->backoff_ms * 2 : 10;
    if (c->backoff_ms > 5000)
        c->backoff_ms = 5000;
}

static void drain_next(void);

static void on_exit_of(struct child *c, int status)
{
    const char *name = roster[c->row].name;

    if (WIFSIGNALED(status))
        log_warn("actor_ended", "%s pid %d: %s", name, (int)c->pid, strsignal(WTERMSIG(status)));
    else if (!self.stopping || WEXITSTATUS(status))
        log_warn("actor_ended", "%s pid %d: status %d", name, (int)c->pid, WEXITSTATUS(status));
    loop_cancel(self.loop, c->kill);
    c->kill = NULL;
    loop_unwatch(self.loop, c->watch);
    c->watch = NULL;
    close(c->fd);
    c->fd = -1;
    c->pid = 0;
    set_state(c, often(c) && !self.stopping ? CHANNEL_DEGRADED : CHANNEL_DOWN);
    if (self.stopping)
        drain_next();
    else
        schedule_restart(c);
    c->up_since_ms = 0;
}

static void reap(void)
{
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
        for (int i = 0; i < roster_count; i++)
            if (self.children[i].pid == pid) {
                on_exit_of(&self.children[i], status);
                break;
            }
}

/* ---------------------------------------------------------------- stopping */

static void on_kill(void *arg)
{
    struct child *c = arg;

    c->kill = NULL;
    log_warn("actor_killed", "%s did not end in time", roster[c->row].name);
    if (c->pid)
        kill(c->pid, SIGKILL);
}

static void drain_next(void)
{
    const struct channel_message m = { .type = CHANNEL_DRAIN };

    for (; self.draining >= 0; self.draining--) {
        struct child *c = &self.children[self.draining];

        if (!c->pid)
            continue;
        if (!c->kill) {
            tell(c, &m);
            c->kill = loop_after(self.loop, DRAIN_MS, on_kill, c);
        }
        return;
    }
}

static void stop(const char *why)
{
    if (self.stopping)
        return;
    log_info("stopping", "%s", why);
    notify("STOPPING=1");
    self.stopping = true;
    self.draining = roster_count - 1;
    for (int i = 0; i < roster_count; i++) {
        loop_cancel(self.loop, self.children[i].restart);
        self.children[i].restart = NULL;
    }
    drain_next();
}

static void on_signal(void *arg, int sig)
{
    (void)arg;
    if (sig == SIGCHLD)
        reap();
    else if (sig != SIGHUP)
        stop(strsignal(sig));
}

/* ---------------------------------------------------------------- an actor's words */

static void on_ready(struct child *c)
{
    if (c->state == CHANNEL_UP)
        return;
    c->up_since_ms = clock_boot_ms();
    set_state(c, CHANNEL_UP);
    if (!self.announced && all_up()) {
        self.announced = true;
        log_info("ready", "%s", self.settings.run_dir);
        notify("READY=1");
    }
}

static ssize_t hear(int from, struct channel_message *m, int *out_fd)
{
    struct iovec v = { m, sizeof *m };
    char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8)));
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room };
    ssize_t n = recvmsg(from, &h, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    struct cmsghdr *k = n > 0 ? CMSG_FIRSTHDR(&h) : NULL;

    *out_fd = -1;
    if (k && k->cmsg_level == SOL_SOCKET && k->cmsg_type == SCM_RIGHTS)
        memcpy(out_fd, CMSG_DATA(k), sizeof *out_fd);
    return n;
}

static void on_channel(void *arg, uint32_t events)
{
    struct child *c = arg;
    struct channel_message m;

    (void)events;
    for (;;) {
        int fd;
        ssize_t n = hear(c->fd, &m, &fd);

        if (n == 0) {                   /* its end of file comes before SIGCHLD does */
            loop_unwatch(self.loop, c->watch);
            c->watch = NULL;
            return;
        }
        if (n != (ssize_t)sizeof m)
            return;
        if (m.type == CHANNEL_KEEP)
            keep(c, &m, fd);
        else if (fd >= 0)
            close(fd);
        if (m.type == CHANNEL_READY)
            on_ready(c);
        else if (m.type == CHANNEL_PONG)
            c->missed = 0;
        else if (m.type == CHANNEL_SHUTDOWN && !strcmp(roster[c->row].name, "monitor"))
            stop("shutdown was asked for");
    }
}

static void on_ping(void *arg)
{
    const struct channel_message ping = { .type = CHANNEL_PING };

    (void)arg;
    loop_after(self.loop, PING_MS, on_ping, NULL);
    for (int i = 0; i < roster_count; i++) {
        struct child *c = &self.children[i];

        if (!c->pid || self.stopping)
            continue;
        if (c->missed++ >= MISSES_MAX) {
            log_error("actor_hung", "%s pid %d answers nothing: aborted", roster[c->row].name, (int)c->pid);
            kill(c->pid, c->missed > MISSES_MAX + 1 ? SIGKILL : SIGABRT);
            continue;
        }
        tell(c, &ping);
    }
}

/* ---------------------------------------------------------------- starting an actor */

static _Noreturn void exec_actor(const struct child *c, int fd)
{
    char path[1100], run_dir[120], state_dir[1060], instance[60], libexec[1060], share[1060], config[1060], epoch[40];
    char *argv[] = { path, run_dir, state_dir, instance, libexec, share, config, epoch, NULL };
    const struct settings *s = &self.settings;
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    str_fmt(path, sizeof path, "%s/quilt-%s", s->libexec_dir, roster[c->row].name);
    str_fmt(run_dir, sizeof run_dir, "--run-dir=%s", s->run_dir);
    str_fmt(state_dir, sizeof state_dir, "--state-dir=%s", s->state_dir);
    str_fmt(instance, sizeof instance, "--instance=%s", s->instance);
    str_fmt(libexec, sizeof libexec, "--libexec-dir=%s", s->libexec_dir);
    str_fmt(share, sizeof share, "--share-dir=%s", s->share_dir);
    str_fmt(config, sizeof config, "--config=%s", s->config);
    str_fmt(epoch, sizeof epoch, "--epoch=%llu", (unsigned long long)self.epoch);
    if (dup2(fd, CHANNEL_FD) < 0 || close_range(CHANNEL_FD + 1, ~0u, 0) < 0)
        _exit(126);
    execv(path, argv);
    _exit(127);
}

static void spawn(struct child *c)
{
    int pair[2];

    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) {
        log_error("spawn_failed", "%s: %s", roster[c->row].name, strerror(errno));
        schedule_restart(c);
        return;
    }
    setsockopt(pair[0], SOL_SOCKET, SO_SNDBUFFORCE, &(int){ 8 << 20 }, sizeof(int));    /* everything that is held, at once */
    c->pid = fork();
    if (c->pid == 0)
        exec_actor(c, pair[1]);
    close(pair[1]);
    if (c->pid < 0) {
        c->pid = 0;
        close(pair[0]);
        schedule_restart(c);
        return;
    }
    c->fd = pair[0];
    c->missed = 0;
    c->watch = loop_watch(self.loop, c->fd, EPOLLIN, on_channel, c);
    for (int i = 0; i < self.held_count; i++)       /* before anything that lets it begin */
        tell_held(c, &self.held[i]);
    set_state(c, CHANNEL_STARTING);
    for (int i = 0; i < roster_count; i++) {
        struct channel_message m = describe(&self.children[i]);

        if (i != c->row)
            tell(c, &m);
    }
}

/* ---------------------------------------------------------------- directories, lock, epoch */

static int take_lock(struct err *e)
{
    char path[128];

    str_fmt(path, sizeof path, "%s/lock", self.settings.run_dir);
    self.lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (self.lock_fd < 0)
        return err_sys(e, "%s", path);
    if (flock(self.lock_fd, LOCK_EX | LOCK_NB) < 0)
        return err_set(e, ERR_EXISTS, "another quiltd runs with %s", self.settings.run_dir);
    return 0;
}

/* The state may be used by one daemon only, whatever its run directory is. */
static int lock_state(struct err *e)
{
    char path[1100];
    int fd;

    str_fmt(path, sizeof path, "%s/lock", self.settings.state_dir);
    fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return err_sys(e, "%s", path);
    if (flock(fd, LOCK_EX | LOCK_NB) < 0)
        return err_set(e, ERR_EXISTS, "another quiltd uses %s", self.settings.state_dir);
    return 0;                           /* held until the process ends */
}

static int make_dir(const char *base, const char *name, mode_t mode, uid_t uid, gid_t gid, struct err *e)
{
    char path[1200];

    str_fmt(path, sizeof path, "%s%s%s", base, *name ? "/" : "", name);
    if (fd_make_path(path, mode) < 0 || chown(path, uid, gid) < 0 || chmod(path, mode) < 0)
        return err_sys(e, "%s", path);
    return 0;
}

/* Processes of other users have to walk to the bus: said now, or they would wait for one another in silence. */
static int check_reachable(const char *path, struct err *e)
{
    char part[120];
    struct stat st;

    for (const char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        str_fmt(part, sizeof part, "%.*s", (int)(slash - path), path);
        if (stat(part, &st) == 0 && !(st.st_mode & S_IXOTH))
            return err_set(e, ERR_INVALID, "%s: the users that Quilt's processes run as cannot reach %s; mode 0711 is enough", path, part);
    }
    return 0;
}

/* As they are reached without symlinks: what is mounted from them is opened that way (runtime/rootfs.c). */
static int resolve_dir(char *dir, size_t room, struct err *e)
{
    auto_free char *real = realpath(dir, NULL);

    if (!real)
        return err_sys(e, "%s", dir);
    if (strlen(real) >= room)
        return err_set(e, ERR_INVALID, "%s: is %s, which is too long", dir, real);
    str_fmt(dir, room, "%s", real);
    return 0;
}

static int make_dirs(struct err *e)
{
    gid_t bus = roster_bus_gid();
    uid_t store = roster_uid(&roster[roster_find("store")]);
    const char *run = self.settings.run_dir, *state = self.settings.state_dir;

    umask(022);
    if (check_reachable(run, e) < 0 || make_dir(run, "", 0755, 0, 0, e) < 0 || take_lock(e) < 0 || make_dir(state, "", 0710, 0, bus, e) < 0 || lock_state(e) < 0 ||
        resolve_dir(self.settings.run_dir, sizeof self.settings.run_dir, e) < 0 || resolve_dir(self.settings.state_dir, sizeof self.settings.state_dir, e) < 0)
        return -1;
    return make_dir(run, "bus", 0750, 0, bus, e) < 0 || make_dir(run, "containers", 0700, 0, 0, e) < 0 || make_dir(run, "panic", 0770, 0, bus, e) < 0 ||
                   make_dir(state, "db", 0700, store, bus, e) < 0 || make_dir(state, "containers", 0700, 0, 0, e) < 0 ||
                   make_dir(state, "layers", 0700, 0, 0, e) < 0
               ? -1
               : 0;
}

static int next_epoch(struct err *e)
{
    char text[32];
    uint64_t last = 0, now = (uint64_t)(clock_wall_ns() / 1000000000);
    auto_fd int dir = open(self.settings.state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    if (dir < 0)
        return err_sys(e, "%s", self.settings.state_dir);
    if (fd_read_file(dir, "epoch", text, sizeof text) > 0)
        last = strtoull(text, NULL, 10);
    self.epoch = last >= now ? last + 1 : now;
    str_fmt(text, sizeof text, "%llu", (unsigned long long)self.epoch);
    return fd_replace_file(dir, "epoch", text, strlen(text), 0600) < 0 ? err_sys(e, "%s/epoch", self.settings.state_dir) : 0;
}

static void run(void)
{
    sigset_t set;

    sigemptyset(&set);
    sigaddset(&set, SIGTERM);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGQUIT);
    sigaddset(&set, SIGHUP);
    sigaddset(&set, SIGCHLD);
    self.loop = loop_new();
    must(loop_signals(self.loop, &set, on_signal, NULL) == 0);
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
    for (int i = 0; i < roster_count; i++)
        self.children[i] = (struct child){ .row = i, .fd = -1, .state = CHANNEL_DOWN };
    for (int i = 0; i < roster_count; i++)
        spawn(&self.children[i]);
    loop_after(self.loop, PING_MS, on_ping, NULL);
    while (!self.stopping || self.draining >= 0)
        loop_turn(self.loop, -1);
    loop_free(self.loop);
}

int main(int argc, char **argv)
{
    struct err e = ERR_NONE;
    int result = settings_read(&self.settings, argc, argv, &e);

    if (result > 0)
        return 0;
    if (result == 0) {
        log_open("supervisor", (enum log_level)log_level_parse(self.settings.log_level), !strcmp(self.settings.log_format, "json"));
        setenv("QUILT_LOG_LEVEL", self.settings.log_level, 1);
        setenv("QUILT_LOG", self.settings.log_format, 1);
        if (geteuid() != 0)
            result = err_set(&e, ERR_DENIED, "must be started by root");
    }
    if (result < 0 || make_dirs(&e) < 0 || next_epoch(&e) < 0) {
        fprintf(stderr, "quiltd: %s\n", e.text);
        return e.code == ERR_EXISTS ? 75 : 1;
    }
    prctl(PR_SET_NAME, "quiltd");
    run();
    log_info("stopped", "%s", self.settings.run_dir);
    return 0;
}
