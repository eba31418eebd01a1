#include "runtime/launch.h"

#include "runtime/mounts.h"
#include "runtime/terminal.h"

#include "base/auto.h"
#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <net/if.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <unistd.h>

static void report(struct launch *l, const char *stage, int sys)
{
    struct launch_failure f = { .sys = sys };

    snprintf(f.stage, sizeof f.stage, "%s", stage);
    snprintf(f.detail, sizeof f.detail, "%s", l->detail ? l->detail : "");
    if (write(l->report_fd, &f, sizeof f) < 0)
        _exit(125);                     /* the keeper is gone: nobody left to tell */
}

void launch_run(struct launch *l, const struct stage *stages)
{
    for (; stages->name; stages++) {
        l->detail = NULL;
        if (stages->run(l) == 0)
            continue;
        report(l, stages->name, errno);
        _exit(125);
    }
}

/* ---------------------------------------------------------------- small stages */

static int clone_time(struct launch *l)
{
    int64_t now = clock_boot_ns();

    l->times->clone_ns = (uint64_t)(now - l->clock_ns);
    l->clock_ns = now;
    umask(022);
    return 0;
}

static int rootfs_time(struct launch *l)
{
    int64_t now = clock_boot_ns();

    l->times->rootfs_ns = (uint64_t)(now - l->clock_ns);
    l->clock_ns = now;
    return 0;
}

static int join_cgroup(struct launch *l)
{
    return cgroup_join_self(&l->cgroup);
}

/* Before /sys is mounted: it shows the network that its mounter was in. */
static int enter_network(struct launch *l)
{
    return l->spec->flags & SPEC_NET_GIVEN ? setns(l->netns_fd, CLONE_NEWNET) : 0;
}

static int own_cgroup_namespace(struct launch *l)
{
    (void)l;
    return unshare(CLONE_NEWCGROUP);
}

static int set_hostname(struct launch *l)
{
    const char *name = spec_text(l->spec, l->spec->hostname);

    return sethostname(name, strlen(name));
}

static int loopback_up(struct launch *l)
{
    struct ifreq ifr = { .ifr_name = "lo" };
    auto_fd int fd = -1;

    if (!(l->spec->flags & SPEC_NET_NEW))
        return 0;
    fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || ioctl(fd, SIOCGIFFLAGS, &ifr) < 0)
        return -1;
    ifr.ifr_flags |= IFF_UP;
    return ioctl(fd, SIOCSIFFLAGS, &ifr);
}

static int enter_namespaces(struct launch *l)
{
    int which = CLONE_NEWNS | CLONE_NEWUTS | CLONE_NEWIPC | CLONE_NEWNET | CLONE_NEWCGROUP;

    umask(022);
    /* the namespace's root is not the container's where Quilt itself runs in a chroot */
    return setns(l->target_fd, which) < 0 || fchdir(l->root_fd) < 0 || chroot(".") < 0 ? -1 : 0;
}

static int enter_userns(struct launch *l)
{
    if ((l->spec->flags & SPEC_EXEC) && (l->spec->flags & SPEC_USERNS))
        return setns(l->target_fd, CLONE_NEWUSER);      /* process 1's own */
    return l->userns_fd >= 0 ? setns(l->userns_fd, CLONE_NEWUSER) : 0;
}

static int own_session(struct launch *l)
{
    (void)l;
    return setsid() < 0 ? -1 : 0;
}

/* Raising a hard limit that the host lacks is the host's word, not ours to soften. */
static int set_rlimits(struct launch *l)
{
    const struct spec_rlimit *r = spec_array(l->spec, l->spec->rlimits);

    for (uint32_t i = 0; i < l->spec->rlimits.count; i++) {
        struct rlimit limit = { r[i].soft, r[i].hard };

        if (setrlimit((__rlimit_resource_t)r[i].resource, &limit) < 0)
            return -1;
    }
    return 0;
}

static int own_terminal(struct launch *l)
{
    return l->spec->flags & SPEC_TTY && !l->setup_argv ? user_owns_stdin(l) : 0;
}

static int connect_terminal(struct launch *l)
{
    l->detail = "/dev/pts/ptmx";
    if (terminal_make(l->terminal_fd, l->spec->tty_size) < 0)
        return -1;
    /* the namespace's root may hand it on only when it is its own */
    return l->spec->flags & SPEC_USERNS ? fchown(0, l->spec->userns_host, (gid_t)-1) : 0;
}

static int connect_stdio(struct launch *l)
{
    /* /dev may be the container's root's own by now: no link, no device but that one, no waiting */
    struct open_how how = { .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, .resolve = RESOLVE_NO_SYMLINKS };
    auto_fd int null_fd = (int)syscall(SYS_openat2, AT_FDCWD, "/dev/null", &how, sizeof how);
    struct stat st;

    if (l->spec->flags & SPEC_TTY && !l->setup_argv)
        return connect_terminal(l);
    l->detail = "/dev/null";
    if (null_fd < 0 || fstat(null_fd, &st) < 0)
        return -1;
    if (!S_ISCHR(st.st_mode) || st.st_rdev != makedev(1, 3)) {
        errno = ENODEV;
        return -1;
    }
    return dup2(l->in_fd >= 0 && !l->setup_argv ? l->in_fd : null_fd, 0) < 0 || dup2(l->out_fd, 1) < 0 || dup2(l->err_fd, 2) < 0 ? -1 : 0;
}

/* As the user, and it must be inside: a directory kept open elsewhere shows as "(unreachable)". */
static int enter_workdir(struct launch *l)
{
    const char *dir = l->setup_argv ? "/" : spec_text(l->spec, l->spec->workdir);
    char here[4096];

    l->detail = dir;
    if (chdir(dir) < 0 || !getcwd(here, sizeof here))
        return -1;
    if (here[0] != '/') {
        errno = EACCES;
        return -1;
    }
    return 0;
}

static int make_workdir(struct launch *l)
{
    const char *dir = spec_text(l->spec, l->spec->workdir);
    auto_fd int root = open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC), there = -1, made = -1;

    there = root < 0 ? -1 : root_open(root, dir, 0);
    if (there >= 0 || errno != ENOENT)
        return 0;                       /* what is wrong with it, enter_workdir says */
    made = root_make_dir(root, dir, 0755, l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0);
    l->detail = dir;
    return made < 0 ? -1 : 0;
}

/* ---------------------------------------------------------------- the command */

/*
 * For real, and before any path of the image is resolved: close-on-exec acts only after
 * execve's own lookup, and /proc/self/fd/N would lead it out through a directory of ours.
 */
static int close_the_rest(struct launch *l)
{
    signal(SIGPIPE, SIG_DFL);
    if (l->report_fd >= 0 && l->report_fd != 3 && dup3(l->report_fd, 3, O_CLOEXEC) < 0)
        return -1;
    if (l->report_fd >= 0)
        l->report_fd = 3;
    return close_range(l->report_fd < 0 ? 3 : 4, ~0u, 0);
}

static void unblock_signals(void)
{
    sigset_t none;

    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static const char *path_of(char **env)
{
    for (; *env; env++)
        if (!strncmp(*env, "PATH=", 5))
            return *env + 5;
    return "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
}

/* execvp(3)'s search, but never a shell, and EACCES wins over ENOENT. */
static void search_and_exec(char **argv, char **env)
{
    const char *dir = path_of(env), *end;
    int worst = ENOENT;
    char full[4096];

    for (; dir; dir = *end ? end + 1 : NULL) {
        int n;

        end = strchrnul(dir, ':');
        n = snprintf(full, sizeof full, "%.*s%s%s", (int)(end - dir), dir, end == dir ? "" : "/", argv[0]);
        if (n < 0 || (size_t)n >= sizeof full)
            continue;
        execve(full, argv, env);
        if (errno != ENOENT && errno != ENOTDIR)
            worst = errno;
    }
    errno = worst;
}

static int exec_command(struct launch *l)
{
    char **argv = l->setup_argv ? l->setup_argv : spec_pointers(l->spec, l->spec->argv), **env = spec_pointers(l->spec, l->spec->env);

    l->detail = argv[0];
    if (!l->setup_argv)                 /* tells the keeper that the command was reached, too */
        l->times->exec_ns = (uint64_t)(clock_boot_ns() - l->clock_ns) | 1;
    unblock_signals();
    if (!argv[0][0])
        errno = ENOENT;
    else if (strchr(argv[0], '/'))
        execve(argv[0], argv, env);
    else
        search_and_exec(argv, env);
    return -1;
}

/* ---------------------------------------------------------------- a program of the host's on a container's tree */

static int work_tree(struct launch *l)
{
    return l->spec->flags & SPEC_TREE && (rootfs_private(l) < 0 || rootfs_overlay(l) < 0) ? -1 : 0;
}

/* 3: the root; 4: whose user namespace, if it has one. */
static int work_descriptors(struct launch *l)
{
    int ids = !(l->spec->flags & SPEC_USERNS) ? -1 : l->userns_fd >= 0 ? l->userns_fd : l->target_fd;
    int root = l->root_fd < 0 ? -1 : fcntl(l->root_fd, F_DUPFD, 10), report_fd = fcntl(l->report_fd, F_DUPFD_CLOEXEC, 10);

    ids = ids < 0 ? -1 : fcntl(ids, F_DUPFD, 10);
    signal(SIGPIPE, SIG_DFL);
    close_range(3, 9, 0);
    if (report_fd < 0 || (root >= 0 && dup2(root, 3) < 0) || (ids >= 0 && dup2(ids, 4) < 0) || dup3(report_fd, 5, O_CLOEXEC) < 0)
        return -1;
    l->report_fd = 5;
    return close_range(6, ~0u, 0);
}

static int work_exec(struct launch *l)
{
    char **argv = spec_pointers(l->spec, l->spec->argv), **env = spec_pointers(l->spec, l->spec->env);

    l->detail = "quilt-copy";
    l->times->exec_ns = 1;
    unblock_signals();
    execve(argv[0], argv, env);
    return -1;
}

const struct stage launch_work[] = {
    { "cgroup", join_cgroup },
    { "overlay", work_tree },
    { "session", own_session },
    { "stdio", connect_stdio },
    { "descriptors", work_descriptors },
    { "exec", work_exec },
    { NULL, NULL },
};

const struct stage launch_container[] = {
    { "clone", clone_time },
    { "cgroup", join_cgroup },
    { "network", enter_network },
    { "cgroup-namespace", own_cgroup_namespace },
    { "mount-private", rootfs_private },
    { "overlay", rootfs_overlay },
    { "proc", rootfs_proc },
    { "sys", rootfs_sys },
    { "cgroup-mount", rootfs_cgroup },
    { "dev", rootfs_dev },
    { "mount", rootfs_mounts },
    { "mask", rootfs_masks },
    { "pivot", rootfs_pivot },
    { "rootfs-time", rootfs_time },
    { "hostname", set_hostname },
    { "loopback", loopback_up },
    { "workdir", make_workdir },
    { NULL, NULL },
};

const struct stage launch_join[] = {
    { "cgroup", join_cgroup },
    { "namespaces", enter_namespaces },
    { NULL, NULL },
};

const struct stage launch_command[] = {
    { "session", own_session },
    { "stdio", connect_stdio },
    { "rlimit", set_rlimits },
    { "user-namespace", enter_userns },
    { "descriptors", close_the_rest },
    { "user", user_prepare },
    { "terminal", own_terminal },
    { "capabilities", privileges_bound },
    { "filter", privileges_filter_early },
    { "user", user_apply },
    { "workdir", enter_workdir },
    { "privileges", privileges_drop },
    { "filter", privileges_filter },
    { "exec", exec_command },
    { NULL, NULL },
};
