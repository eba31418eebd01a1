/*
 * quilt-init - the process is a fork of the keeper, not an exec: its stages and its
 * loop need nothing but what is mapped already.  It is not dumpable, and its program
 * file sits on a read-only mount, so that nothing inside can write to it.
 */
#include "runtime/init.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <stdio.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t command;                   /* the one whose end is the container's */

static void write_record(struct launch *l, int status)
{
    struct init_record r = { RECORD_MAGIC, status, l->spec->incarnation };

    while (write(l->init_record_fd, &r, sizeof r) < 0 && errno == EINTR)
        ;
}

/* Reaps everything that is ready; ends when it was the command. */
static void reap(struct launch *l)
{
    int status;
    pid_t pid;

    while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
        if (pid != command)
            continue;
        write_record(l, status);
        _exit(WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    }
}

/* It keeps what it needs to signal a command of another user, and nothing else. */
static void settle(struct launch *l)
{
    uint64_t caps = l->spec->caps;
    int keep = l->init_record_fd;

    l->spec->caps |= 1u << 5;           /* CAP_KILL, for itself alone */
    if (l->userns_fd >= 0 && (setns(l->userns_fd, CLONE_NEWUSER) < 0 || setgroups(0, NULL) < 0 || setresgid(0, 0, 0) < 0 || setresuid(0, 0, 0) < 0))
        _exit(125);                     /* entering changes what 0 means only for who becomes it anew */
    if (privileges_bound(l) < 0 || privileges_filter_early(l) < 0 || privileges_drop(l) < 0 || privileges_filter(l) < 0)
        _exit(125);
    l->spec->caps = caps;
    if (dup2(keep, 3) < 0)
        _exit(125);
    l->init_record_fd = 3;
    close(0);
    close(1);
    close(2);
    close_range(4, ~0u, 0);
}

/*
 * One filter for process 1 and the command costs half of two.  It must not stand in the
 * way of what the command's stages still do: a user namespace is entered with setns.
 */
static int filter_for_both(struct launch *l)
{
    if (!(l->spec->flags & SPEC_NO_NEW_PRIVS) || (l->spec->flags & SPEC_USERNS))
        return 0;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || privileges_filter(l) < 0)
        return -1;
    l->spec->bpf.count = 0;             /* the command has it already */
    return 0;
}

/* As root, with the container's own rights, its output in the log. */
static _Noreturn void run_setup(struct launch *l, const char *script)
{
    static char sh[] = "/bin/sh", flag[] = "-c";
    static char *argv[4] = { sh, flag, NULL, NULL };

    argv[2] = (char *)(uintptr_t)script;
    l->report_fd = -1;                  /* process 1 says what failed */
    l->spec->user = 0;
    l->spec->workdir = 0;
    l->setup_argv = argv;
    launch_run(l, launch_command);
    _exit(125);
}

/* One after the other; the first that fails ends the start. */
static int setup(struct launch *l)
{
    const uint64_t *at = (const uint64_t *)((const char *)l->spec + l->spec->setup.at);
    static char detail[100];

    for (uint32_t i = 0; i + 1 < l->spec->setup.count; i += 2) {
        const char *line = (const char *)l->spec + at[i], *script = (const char *)l->spec + at[i + 1];
        int status = 0;
        pid_t pid = fork();

        if (pid < 0)
            return -1;
        if (pid == 0)
            run_setup(l, script);
        for (pid_t done = 0; done != pid;)      /* what it left behind is reaped with it */
            done = waitpid(-1, &status, 0);
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
            continue;
        snprintf(detail, sizeof detail, "%.60s: %s %d", line, WIFEXITED(status) ? "exit status" : "signal", WIFEXITED(status) ? WEXITSTATUS(status) : WTERMSIG(status));
        l->detail = detail;
        errno = EIO;
        return -1;
    }
    return 0;
}

static int fork_command(struct launch *l)
{
    command = fork();
    if (command == 0)
        launch_run(l, launch_command);
    return command < 0 ? -1 : 0;
}

static const struct stage launch_fork[] = { { "filter", filter_for_both }, { "setup", setup }, { "fork", fork_command }, { NULL, NULL } };

_Noreturn void init_main(struct launch *l)
{
    sigset_t all;
    siginfo_t si;

    prctl(PR_SET_NAME, "quilt-init");
    prctl(PR_SET_DUMPABLE, 0);
    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    launch_run(l, launch_container);
    launch_run(l, launch_fork);
    settle(l);
    for (;;) {
        int sig = sigwaitinfo(&all, &si);

        if (sig == SIGCHLD)
            reap(l);
        else if (sig > 0)
            kill(command, sig);
    }
}
