/*
 * quilt-keeper - one per container (or exec session): its parent, outside.
 *
 * Owns     the exit status, the read ends of stdout and stderr, the log segments,
 *          the container's cgroup while it lives
 * Tells    monitor, over keeper.sock: running, log, exit (see record.h)
 * Never    allocates after start, blocks on the monitor, or touches ZeroMQ.  It outlives
 *          every actor; the exit record is written before anybody is told.
 *
 *     spec --groups, clone3--> LAUNCHING --report pipe closed--> RUNNING --init ended,
 *       pipes at their end or grace over--> record written, told, group removed, gone
 *                                  `--a stage failed--> record (failed), told, gone
 *
 * Started as: quilt-keeper, with descriptors 3 = spec, 4 = first connection, and, to
 * take over from a keeper that was killed, 5 = pidfd, 6 = stdout, 7 = stderr; an exec
 * session has 8 = pidfd of the container's process 1; a network that was made before is 9.
 */
#include "runtime/cgroup.h"
#include "runtime/init.h"
#include "runtime/launch.h"
#include "runtime/logwrite.h"
#include "runtime/record.h"
#include "runtime/spec.h"
#include "runtime/terminal.h"

#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FD_SPEC = 3, FD_FIRST = 4, FD_PIDFD = 5, FD_OUT = 6, FD_ERR = 7, FD_TARGET = 8, FD_NETNS = 9 };

#define PEERS 4
#define HELD_AGAIN_MS 100
#define GRACE_MS 2000                   /* for a descendant that keeps the pipes open */
#define P_PIDFD_ 3                      /* waitid(P_PIDFD) */

struct peer {
    int fd;
    int follows;
    int owed;                           /* an answer about input: no doorbell, it must arrive */
};

static struct keeper {
    struct spec *spec;
    struct launch_times *times;
    int run_fd, listen_fd, pidfd, report_fd;
    int out_fd, err_fd;                 /* of a terminal: master and slave */
    int terminal_fd;                    /* where these two come from */
    pid_t pid;
    int launching, ended, exec, tty, log_full, held_stream;
    size_t held;                        /* bytes of buffer that are not in the log yet */
    int given[FD_NETNS + 1];           /* which descriptors it was started with */
    int64_t ended_ms, clock_ns;
    struct exit_record exit;
    struct logwrite log;
    struct peer peers[PEERS];
    char group[128];
    char buffer[65536];
    /* standard input: what was taken and is not in the pipe yet */
    int in_fd, in_end, in_ended, in_anew;         /* anew: a keeper before took some of it; where it stands, the next says */
    uint64_t in_offset;                 /* behind all that was taken */
    size_t in_at, in_len;
    char in[KEEPER_INPUT_BYTES];
} k = { .run_fd = -1, .listen_fd = -1, .pidfd = -1, .out_fd = -1, .err_fd = -1, .report_fd = -1, .terminal_fd = -1, .in_fd = -1 };

/* ---------------------------------------------------------------- telling the monitor */

static void say(int fd, uint32_t type, const int *fds, int count)
{
    struct keeper_message m = {
        .type = type, .pid = k.pid, .incarnation = k.spec->incarnation, .log_last_seq = k.log.seq,
        .started_wall_ns = k.exit.started_wall_ns, .started_boot_ns = k.exit.started_boot_ns, .times = *k.times,
    };
    struct iovec v = { &m, sizeof m };
    union {
        struct cmsghdr align;
        char room[CMSG_SPACE(3 * sizeof(int))];
    } control = { 0 };
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1 };

    if (count) {
        struct cmsghdr *c;

        h.msg_control = control.room;
        h.msg_controllen = CMSG_SPACE((size_t)count * sizeof(int));
        c = CMSG_FIRSTHDR(&h);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN((size_t)count * sizeof(int));
        memcpy(CMSG_DATA(c), fds, (size_t)count * sizeof(int));
    }
    sendmsg(fd, &h, MSG_DONTWAIT | MSG_NOSIGNAL);       /* a doorbell: the files are the facts */
}

static void say_running(int fd)
{
    const int fds[3] = { k.pidfd, k.out_fd, k.err_fd };

    /* of a terminal only the master: who held the slave would hide the end of the output */
    say(fd, KEEPER_RUNNING, fds, k.out_fd < 0 ? 1 : k.tty || k.err_fd < 0 ? 2 : 3);
}

static void say_full(int fd)
{
    struct keeper_message m = { .type = KEEPER_FULL, .number = (uint32_t)k.log_full, .incarnation = k.spec->incarnation };

    send(fd, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL);
}

static void say_all(uint32_t type)
{
    for (int i = 0; i < PEERS; i++)
        if (k.peers[i].fd >= 0 && (type != KEEPER_LOG || k.peers[i].follows))
            say(k.peers[i].fd, type, NULL, 0);
}

static void add_peer(int fd)
{
    for (int i = 0; i < PEERS; i++)
        if (k.peers[i].fd < 0) {
            k.peers[i] = (struct peer){ fd, 0, 0 };
            if (!k.launching && k.pidfd >= 0)
                say_running(fd);
            if (k.log_full)
                say_full(fd);
            return;
        }
    close(fd);
}

/* ---------------------------------------------------------------- standard input */

static void say_input_to(struct peer *p)
{
    struct keeper_message m = { .type = KEEPER_INPUT, .number = k.in_fd < 0 || k.in_ended, .incarnation = k.spec->incarnation, .input_bytes = k.in_offset, .log_last_seq = k.in_offset - (k.in_len - k.in_at) };

    p->owed = send(p->fd, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL) < 0 && (errno == EAGAIN || errno == EINTR || errno == ENOBUFS);
}

static void say_input(void)
{
    for (int i = 0; i < PEERS; i++)
        if (k.peers[i].fd >= 0)
            say_input_to(&k.peers[i]);
}

static void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_input(void)
{
    close_fd(&k.in_fd);
}

/* A terminal's input ends by a character, and others may go on with it. */
static void end_input(void)
{
    char end;

    if (k.tty && k.in_fd >= 0) {
        end = terminal_end_character(k.in_fd);
        k.in_end = 0;
        k.in_ended = 1;
        if (write(k.in_fd, &end, 1) == 1)
            return;
    }
    close_input();
}

/* What was taken goes into the pipe; who gave it hears when all of it is there, or when nobody reads it. */
static void feed(void)
{
    ssize_t n = k.in_at < k.in_len && k.in_fd >= 0 ? write(k.in_fd, k.in + k.in_at, k.in_len - k.in_at) : 0;

    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n < 0)
        close_input();
    else
        k.in_at += (size_t)n;
    if (k.in_at < k.in_len && k.in_fd >= 0)
        return;
    if (k.in_fd >= 0)
        k.in_at = k.in_len = 0;
    if (k.in_end)
        end_input();
    say_input();
}

/* Only what is new of it, and nothing while the last is on its way: that answer says where to go on. */
static void take_input(const struct keeper_message *m, const char *data, size_t len)
{
    uint64_t skip;

    if (k.in_anew)
        k.in_offset = m->log_last_seq;
    k.in_anew = k.in_ended = 0;
    skip = k.in_offset - m->log_last_seq;
    if (k.in_at < k.in_len && k.in_fd >= 0)
        return;
    if (m->log_last_seq <= k.in_offset && skip <= len && k.in_fd >= 0) {
        memcpy(k.in, data + skip, len - (size_t)skip);
        k.in_at = 0;
        k.in_len = len - (size_t)skip;
        k.in_offset += k.in_len;
        k.in_end |= m->number == 1;
    }
    feed();
}

static void hear(struct peer *p)
{
    static struct {
        struct keeper_message m;
        char data[KEEPER_INPUT_BYTES];
    } packet;
    struct keeper_message m;
    ssize_t n = recv(p->fd, &packet, sizeof packet, MSG_DONTWAIT);

    m = packet.m;
    if (n >= (ssize_t)sizeof m && m.type == KEEPER_INPUT) {
        if (n == (ssize_t)sizeof m && !m.number)
            say_input_to(p);            /* asks where it stands, and waits for nothing */
        else
            take_input(&m, packet.data, (size_t)n - sizeof m);
    } else if (n == (ssize_t)sizeof m && m.type == KEEPER_FOLLOW) {
        p->follows = m.number != 0;
        if (p->follows)
            say(p->fd, KEEPER_LOG, NULL, 0);
    } else if (n == (ssize_t)sizeof m && m.type == KEEPER_KILL) {
        if (k.pid > 0 && !k.ended)
            syscall(SYS_pidfd_send_signal, k.pidfd, SIGKILL, NULL, 0);
    } else if (n == (ssize_t)sizeof m && m.type == KEEPER_TRIM) {
        logwrite_trim(&k.log, m.log_last_seq);
    } else if (n == (ssize_t)sizeof m && m.type == KEEPER_RESIZE) {
        if (k.tty && k.out_fd >= 0)
            terminal_resize(k.out_fd, m.number);
    } else if (n == 0 || (n < 0 && errno != EAGAIN && errno != EINTR)) {
        close(p->fd);
        p->fd = -1;
    }
}

/* ---------------------------------------------------------------- how it ended */

static void set_status(int status)
{
    k.exit.known = WIFSIGNALED(status) ? EXIT_SIGNAL : EXIT_CODE;
    if (WIFSIGNALED(status))
        k.exit.signal = WTERMSIG(status);
    else
        k.exit.code = WEXITSTATUS(status);
}

/* Process 1's own word on its command, if it lived to write it. */
static int read_init_record(void)
{
    auto_fd int fd = openat(k.run_fd, "init", O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    struct init_record r;

    if (fd < 0 || read(fd, &r, sizeof r) != (ssize_t)sizeof r || r.magic != RECORD_MAGIC || r.incarnation != k.spec->incarnation)
        return -1;
    set_status(r.status);
    return 0;
}

/* Linux 6.15 keeps a process's exit for holders of a pidfd, whoever reaped it. */
struct pidfd_information {
    uint64_t mask, cgroupid;
    uint32_t pid, tgid, ppid, ruid, rgid, euid, egid, suid, sgid, fsuid, fsgid;
    int32_t exit_code;
    uint32_t coredump_mask, spare;
};

static int read_pidfd_exit(void)
{
    struct pidfd_information info = { .mask = 1 << 3 };        /* PIDFD_INFO_EXIT */

    if (ioctl(k.pidfd, _IOWR(0xFF, 11, struct pidfd_information), &info) < 0 || !(info.mask & 1 << 3))
        return -1;
    set_status(info.exit_code);
    return 0;
}

static void learn_exit(void)
{
    siginfo_t si = { 0 };
    int waited = waitid((idtype_t)P_PIDFD_, (id_t)k.pidfd, &si, WEXITED);

    if (!k.exec && read_init_record() == 0)
        return;
    if (waited == 0) {
        k.exit.known = si.si_code == CLD_EXITED ? EXIT_CODE : EXIT_SIGNAL;
        if (si.si_code == CLD_EXITED)
            k.exit.code = si.si_status;
        else
            k.exit.signal = si.si_status;
    } else if (read_pidfd_exit() < 0) {
        k.exit.known = EXIT_UNKNOWN;
    }
}

static void on_ended(void)
{
    struct cgroup_sample sample = { 0 };

    learn_exit();
    k.ended = 1;
    if (k.tty)
        close_fd(&k.err_fd);            /* the end of its output shows when nobody holds it */
    k.ended_ms = clock_boot_ms();
    k.exit.ended_wall_ns = clock_wall_ns();
    k.exit.ended_boot_ns = clock_boot_ns();
    if (!k.exec && cgroup_read(k.group, &sample) == 0) {
        k.exit.memory_peak_bytes = sample.memory_peak_bytes;
        k.exit.cpu_ns = sample.cpu_ns;
        k.exit.oom_kills = sample.oom_kills;
    }
}

/* The room was taken when the container began: a disk that is full now loses nothing. */
static int reserve_record(void)
{
    struct exit_record empty = { 0 };
    auto_fd int fd = openat(k.run_fd, ".exit", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);

    return fd < 0 ? -1 : fd_write_all(fd, &empty, sizeof empty);
}

static void write_record(void)
{
    auto_fd int fd = openat(k.run_fd, ".exit", O_WRONLY | O_CLOEXEC | O_NOFOLLOW);

    k.exit.magic = RECORD_MAGIC;
    k.exit.incarnation = k.spec->incarnation;
    k.exit.log_dropped_bytes = k.log.dropped_bytes;
    k.exit.log_last_seq = k.log.seq;
    if (fd >= 0 && pwrite(fd, &k.exit, sizeof k.exit, 0) == (ssize_t)sizeof k.exit)
        renameat(k.run_fd, ".exit", k.run_fd, "exit");
}

/* Work on the tree of a container that does not run is in none of its groups. */
static int has_group(void)
{
    return !(k.spec->flags & SPEC_WORK) || *spec_text(k.spec, k.spec->leaf);
}

static void remove_group(void)
{
    if (!has_group())
        return;
    if (k.exec) {                       /* what it left running runs on */
        cgroup_remove_leaf(k.group, spec_text(k.spec, k.spec->leaf));
        return;
    }
    for (int i = 0; i < 50 && cgroup_remove(k.group, NULL) > 0; i++) {
        cgroup_kill(k.group, NULL);
        poll(NULL, 0, 2);               /* the last task of it is on its way out */
    }
}

/* ---------------------------------------------------------------- launching */

static void fail(const char *stage, int sys, const char *detail)
{
    k.exit.known = EXIT_FAILED;
    k.exit.failure.sys = sys;
    snprintf(k.exit.failure.stage, sizeof k.exit.failure.stage, "%s", stage);
    snprintf(k.exit.failure.detail, sizeof k.exit.failure.detail, "%.99s", detail);
}

static void write_map(pid_t pid, const char *file, uint32_t host, uint32_t count)
{
    char path[64], text[64];

    snprintf(path, sizeof path, "/proc/%d/%s", (int)pid, file);
    snprintf(text, sizeof text, "0 %u %u", host, count);
    if (fd_write_file(AT_FDCWD, path, text, O_WRONLY) < 0)
        k.exit.failure.sys = errno;
}

/* A user namespace held open by its descriptor: its only process is gone again. */
static int make_userns(void)
{
    char path[64];
    pid_t pid = (pid_t)syscall(SYS_clone, CLONE_NEWUSER | SIGCHLD, NULL, NULL, NULL, NULL);
    int fd;

    if (pid == 0) {
        pause();
        _exit(0);
    }
    if (pid < 0)
        return -1;
    k.exit.failure.sys = 0;
    write_map(pid, "uid_map", k.spec->userns_host, k.spec->userns_count);
    write_map(pid, "gid_map", k.spec->userns_host, k.spec->userns_count);
    snprintf(path, sizeof path, "/proc/%d/ns/user", (int)pid);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    kill(pid, SIGKILL);
    waitpid(pid, NULL, 0);
    if (k.exit.failure.sys) {
        errno = k.exit.failure.sys;
        close(fd);
        return -1;
    }
    return fd;
}

static uint64_t clone_flags(void)
{
    uint64_t flags = CLONE_PIDFD | (has_group() ? CLONE_INTO_CGROUP : 0);

    if (k.exec)
        return flags | (k.spec->flags & SPEC_TREE ? CLONE_NEWNS : 0);
    return flags | CLONE_NEWPID | CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | (k.spec->flags & SPEC_NET_NEW ? CLONE_NEWNET : 0);
}

static _Noreturn void child_main(struct launch *l)
{
    if (!k.exec)
        init_main(l);
    prctl(PR_SET_NAME, "quilt-exec");
    prctl(PR_SET_DUMPABLE, 0);
    if (k.spec->flags & SPEC_WORK)
        launch_run(l, launch_work);
    launch_run(l, launch_join);
    launch_run(l, launch_command);
    _exit(125);
}

static pid_t spawn(struct launch *l)
{
    struct clone_args args = {
        .flags = clone_flags(), .pidfd = (uint64_t)(uintptr_t)&k.pidfd, .exit_signal = SIGCHLD, .cgroup = (uint64_t)l->cgroup.unified_fd,
    };
    pid_t pid;

    l->clock_ns = clock_boot_ns();
    k.times->cgroup_ns = (uint64_t)(l->clock_ns - k.clock_ns);
    pid = (pid_t)syscall(SYS_clone3, &args, sizeof args);
    if (pid == 0)
        child_main(l);
    return pid;
}

static int open_group(struct launch *l)
{
    struct err e = ERR_NONE;

    if (!has_group())
        return 0;
    if (k.exec && cgroup_join_leaf(k.group, spec_text(k.spec, k.spec->leaf), &l->cgroup, &e) == 0)
        return 0;
    if (!k.exec && cgroup_make(k.group, &k.spec->limits, spec_text(k.spec, k.spec->cpuset), &e) == 0 && cgroup_join_open(k.group, &l->cgroup, &e) == 0)
        return 0;
    fail("cgroup", e.sys ? e.sys : EINVAL, e.text);
    return -1;
}

/* Setup commands come before the terminal. */
static int open_setup_output(struct launch *l)
{
    int out[2];

    if (pipe2(out, O_CLOEXEC) < 0 || (l->err_fd = fcntl(out[1], F_DUPFD_CLOEXEC, 0)) < 0) {
        fail("pipe", errno, "");
        return -1;
    }
    k.out_fd = out[0];
    fcntl(k.out_fd, F_SETFL, O_NONBLOCK);
    l->out_fd = out[1];
    return 0;
}

static int open_terminal(struct launch *l, int *out_report)
{
    int report[2], pair[2];

    if (pipe2(report, O_CLOEXEC) < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, pair) < 0) {
        fail("terminal", errno, "");
        return -1;
    }
    if (k.spec->setup.count && open_setup_output(l) < 0)
        return -1;
    k.terminal_fd = pair[0];
    l->terminal_fd = pair[1];
    k.report_fd = report[0];
    *out_report = l->report_fd = report[1];
    return 0;
}

static int open_pipes(struct launch *l, int *out_report)
{
    int out[2], err[2], report[2], in[2] = { -1, -1 };

    if (k.tty)
        return open_terminal(l, out_report);
    if (k.spec->flags & SPEC_STDIN && pipe2(in, O_CLOEXEC) < 0) {
        fail("pipe", errno, "");
        return -1;
    }
    l->in_fd = in[0];
    k.in_fd = in[1];
    if (k.in_fd >= 0)
        fcntl(k.in_fd, F_SETFL, O_NONBLOCK);
    if (pipe2(out, O_CLOEXEC) < 0 || pipe2(err, O_CLOEXEC) < 0 || pipe2(report, O_CLOEXEC) < 0) {
        fail("pipe", errno, "");
        return -1;
    }
    k.out_fd = out[0];
    k.err_fd = err[0];
    k.report_fd = report[0];
    l->out_fd = out[1];
    l->err_fd = err[1];
    *out_report = l->report_fd = report[1];
    return 0;
}

/* The root directory of the container's process 1, by the number behind its pidfd. */
static int open_target_root(void)
{
    char path[64], text[512], *at;

    snprintf(path, sizeof path, "/proc/self/fdinfo/%d", FD_TARGET);
    if (fd_read_file(AT_FDCWD, path, text, sizeof text) < 0)
        return -1;
    at = strstr(text, "\nPid:");
    if (!at || atoi(at + 5) <= 0) {
        errno = ESRCH;
        return -1;
    }
    snprintf(path, sizeof path, "/proc/%d/root", atoi(at + 5));
    return open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
}

static int launch(void)
{
    struct launch l = { .spec = k.spec, .times = k.times, .userns_fd = -1, .target_fd = FD_TARGET, .netns_fd = FD_NETNS, .root_fd = -1,
                        .cgroup.unified_fd = -1, .init_record_fd = -1, .in_fd = -1, .out_fd = -1, .err_fd = -1, .terminal_fd = -1 };
    int report = -1;

    if (open_group(&l) < 0 || open_pipes(&l, &report) < 0)
        return -1;
    if (!k.exec)
        l.init_record_fd = openat(k.run_fd, "init", O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (!k.exec && l.init_record_fd < 0) {
        fail("record", errno, "init");
        return -1;
    }
    if ((!k.exec || k.spec->flags & SPEC_TREE) && k.spec->flags & SPEC_USERNS) {
        l.userns_fd = make_userns();
        if (l.userns_fd < 0) {
            fail("user-namespace", errno, "");
            return -1;
        }
    }
    if (k.exec && k.given[FD_TARGET] && (l.root_fd = open_target_root()) < 0) {
        fail("root", errno, "");
        return -1;
    }
    if (k.exec && !(k.spec->flags & SPEC_WORK) && setns(FD_TARGET, CLONE_NEWPID) < 0) {
        fail("pid-namespace", errno, "");
        return -1;
    }
    k.pid = spawn(&l);
    if (k.pid < 0)
        fail("clone", errno, "");
    cgroup_join_close(&l.cgroup);
    if (k.given[FD_NETNS])
        close(FD_NETNS);                /* it goes with the container, not with its keeper */
    close_fd(&l.out_fd);
    close_fd(&l.err_fd);
    close_fd(&l.in_fd);
    close_fd(&l.terminal_fd);
    close_fd(&report);
    close_fd(&l.init_record_fd);
    close_fd(&l.userns_fd);
    close_fd(&l.root_fd);
    return k.pid < 0 ? -1 : 0;
}

static void drain(int *fd, int stream)
{
    ssize_t n = read(*fd, k.buffer, sizeof k.buffer);

    if (n > 0) {
        if (logwrite_append(&k.log, stream, k.buffer, (size_t)n) < 0) {
            k.held = (size_t)n;         /* a full disk: the same again, and nothing is read meanwhile */
            k.held_stream = stream;
        }
        say_all(KEEPER_LOG);
    } else if (n == 0 || (errno != EINTR && errno != EAGAIN)) {
        close_fd(fd);
    }
}

/* The rest of the setup commands' output; what one of them left running has no reader from now on. */
static void drain_setup(void)
{
    ssize_t n;

    while ((n = read(k.out_fd, k.buffer, sizeof k.buffer)) > 0)
        logwrite_append(&k.log, LOG_STDOUT, k.buffer, (size_t)n);
    close_fd(&k.out_fd);
}

static void open_terminal_input(void)
{
    k.in_fd = k.spec->flags & SPEC_STDIN ? fcntl(k.out_fd, F_DUPFD_CLOEXEC, 0) : -1;
}

/* The report pipe speaks once: a failure, or its end when the command was executed. */
static void on_report(void)
{
    struct launch_failure f;
    ssize_t n = read(k.report_fd, &f, sizeof f);

    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    close(k.report_fd);
    k.report_fd = -1;
    k.launching = 0;
    if (n == (ssize_t)sizeof f) {
        f.stage[sizeof f.stage - 1] = f.detail[sizeof f.detail - 1] = '\0';
        k.exit.failure = f;
        k.exit.known = EXIT_FAILED;
        return;
    }
    if (!k.times->exec_ns) {            /* the pipe's end without the command: everybody was killed */
        fail(k.spec->setup.count ? "setup" : "start", ECANCELED, "killed before its command began");
        return;
    }
    if (k.tty && k.out_fd >= 0)
        drain_setup();
    if (k.tty && terminal_receive(k.terminal_fd, &k.out_fd, &k.err_fd) == 0)
        open_terminal_input();
    close_fd(&k.terminal_fd);
    k.exit.started_wall_ns = clock_wall_ns();
    k.exit.started_boot_ns = clock_boot_ns();
    for (int i = 0; i < PEERS; i++)
        if (k.peers[i].fd >= 0)
            say_running(k.peers[i].fd);
}

/* ---------------------------------------------------------------- the loop */

/* The container waits in its write until there is room: somebody reads the log and lets go of it. */
static int must_wait(void)
{
    int full;

    if (k.held && logwrite_append(&k.log, k.held_stream, k.buffer, k.held) == 0) {
        k.held = 0;
        say_all(KEEPER_LOG);
    }
    full = k.held || (!k.ended && logwrite_is_full(&k.log));

    if (full != k.log_full) {
        k.log_full = full;
        for (int i = 0; i < PEERS; i++)
            if (k.peers[i].fd >= 0)
                say_full(k.peers[i].fd);
    }
    return full;
}

static int finished(void)
{
    if (!k.ended || k.launching)
        return 0;
    if (k.out_fd < 0 && k.err_fd < 0 && !k.held) {
        k.exit.output_complete = 1;
        return 1;
    }
    return clock_boot_ms() - k.ended_ms >= GRACE_MS;
}

static int wait_ms(void)
{
    int64_t left;

    if (!k.ended)
        return k.held ? HELD_AGAIN_MS : -1;
    left = GRACE_MS - (clock_boot_ms() - k.ended_ms);
    return left < 0 ? 0 : (int)left;
}

static void turn(void)
{
    int full = must_wait();
    struct pollfd p[6 + PEERS] = {
        { .fd = full ? -1 : k.out_fd, .events = POLLIN }, { .fd = full || k.tty ? -1 : k.err_fd, .events = POLLIN },
        { .fd = k.ended ? -1 : k.pidfd, .events = POLLIN }, { .fd = k.report_fd, .events = POLLIN },
        { .fd = k.listen_fd, .events = POLLIN }, { .fd = k.in_at < k.in_len ? k.in_fd : -1, .events = POLLOUT },
    };

    for (int i = 0; i < PEERS; i++)
        p[6 + i] = (struct pollfd){ .fd = k.peers[i].fd, .events = (short)(POLLIN | (k.peers[i].owed ? POLLOUT : 0)) };
    if (poll(p, 6 + PEERS, wait_ms()) < 0)
        return;
    if (p[5].revents)
        feed();
    if (p[3].revents)
        on_report();
    if (p[0].revents)
        drain(&k.out_fd, LOG_STDOUT);
    if (p[1].revents)
        drain(&k.err_fd, LOG_STDERR);
    if (p[2].revents && k.exit.known != EXIT_FAILED)        /* both may be ready in one pass */
        on_ended();
    if (p[4].revents) {
        int fd = accept4(k.listen_fd, NULL, NULL, SOCK_CLOEXEC);

        if (fd >= 0)
            add_peer(fd);
    }
    for (int i = 0; i < PEERS; i++)
        if (p[6 + i].revents & POLLOUT && k.peers[i].fd >= 0 && k.peers[i].owed)
            say_input_to(&k.peers[i]);
        else if (p[6 + i].revents && k.peers[i].fd >= 0)
            hear(&k.peers[i]);
}

/* ---------------------------------------------------------------- start and end */

static int listen_here(void)
{
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    /* through the descriptor: the path of a run directory may be longer than a socket's */
    snprintf(a.sun_path, sizeof a.sun_path, "/proc/self/fd/%d/keeper.sock", k.run_fd);
    unlinkat(k.run_fd, "keeper.sock", 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof a) < 0 || listen(fd, 8) < 0)
        return -1;
    return fd;
}

static int set_up(void)
{
    const struct log_limits limits = { k.spec->log_max_bytes, k.spec->log_segment_bytes, k.spec->log_segments, (k.spec->flags & SPEC_LOG_BLOCK) != 0 };
    int log_fd;

    k.exec = (k.spec->flags & SPEC_EXEC) != 0;
    k.tty = (k.spec->flags & SPEC_TTY) != 0;
    snprintf(k.group, sizeof k.group, "%s", spec_text(k.spec, k.spec->cgroup));
    k.run_fd = open(spec_text(k.spec, k.spec->run_dir), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    log_fd = open(spec_text(k.spec, k.spec->log_dir), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    k.times = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    for (int i = 0; i < PEERS; i++)
        k.peers[i].fd = -1;
    k.peers[0].fd = FD_FIRST;
    if (k.run_fd < 0 || log_fd < 0 || k.times == MAP_FAILED)
        return -1;
    if (reserve_record() < 0 || logwrite_open(&k.log, log_fd, &limits) < 0)
        return -1;
    k.listen_fd = listen_here();
    return k.listen_fd < 0 ? -1 : 0;
}

static void start(void)
{
    k.launching = 1;
    if (launch() == 0) {
        while (k.launching)
            turn();
        if (k.exit.known != EXIT_FAILED)
            return;
    }
    k.launching = 0;
    k.ended = 1;
    if (k.pid > 0)
        waitpid(k.pid, NULL, 0);
}

static void take_over(void)
{
    k.pidfd = FD_PIDFD;
    k.out_fd = k.given[FD_OUT] ? FD_OUT : -1;
    k.err_fd = k.given[FD_ERR] ? FD_ERR : -1;
    k.in_anew = 1;
    if (k.tty && k.out_fd >= 0) {
        k.err_fd = terminal_slave(k.out_fd);
        open_terminal_input();
    }
    say_running(FD_FIRST);
}

int main(void)
{
    k.clock_ns = clock_boot_ns();
    prctl(PR_SET_NAME, "quilt-keeper");
    prctl(PR_SET_DUMPABLE, 0);
    signal(SIGPIPE, SIG_IGN);
    for (int fd = FD_SPEC; fd <= FD_NETNS; fd++)
        k.given[fd] = fcntl(fd, F_SETFD, FD_CLOEXEC) == 0;
    k.spec = spec_open(FD_SPEC);
    close(FD_SPEC);
    if (!k.spec || set_up() < 0)
        return 125;                     /* no record: the monitor sees the connection end */
    if (k.given[FD_PIDFD])
        take_over();
    else
        start();
    while (k.exit.known != EXIT_FAILED && !finished())
        turn();
    write_record();
    say_all(KEEPER_EXIT);
    unlinkat(k.run_fd, "keeper.sock", 0);
    remove_group();
    return 0;
}
