#include "actors/monitor/filter.h"

#include "base/auto.h"
#include "base/must.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <sched.h>
#include <seccomp.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEWEST 448                      /* process_mrelease, Linux 5.15: reviewed up to here */
#define NEVER 255
#define CAP(name) CAP_##name

/* Refused, and the capability that allows it after all. */
static const struct {
    const char *name;
    uint8_t cap;
} refused[] = {
    { "_sysctl", NEVER },          { "acct", CAP(SYS_PACCT) },       { "add_key", NEVER },           { "afs_syscall", NEVER },
    { "bpf", CAP(BPF) },           { "clock_settime", CAP(SYS_TIME) }, { "clone3", CAP(SYS_ADMIN) }, { "create_module", NEVER },
    { "delete_module", CAP(SYS_MODULE) }, { "fanotify_init", CAP(SYS_ADMIN) }, { "finit_module", CAP(SYS_MODULE) }, { "fsconfig", CAP(SYS_ADMIN) },
    { "fsmount", CAP(SYS_ADMIN) }, { "fsopen", CAP(SYS_ADMIN) },     { "fspick", CAP(SYS_ADMIN) },   { "get_kernel_syms", NEVER },
    { "get_mempolicy", CAP(SYS_NICE) }, { "getpmsg", NEVER },        { "init_module", CAP(SYS_MODULE) }, { "io_uring_enter", NEVER },
    { "io_uring_register", NEVER }, { "io_uring_setup", NEVER },     { "ioperm", CAP(SYS_RAWIO) },   { "iopl", CAP(SYS_RAWIO) },
    { "kcmp", CAP(SYS_PTRACE) },   { "kexec_file_load", NEVER },     { "kexec_load", NEVER },        { "keyctl", NEVER },
    { "lookup_dcookie", CAP(SYS_ADMIN) }, { "mbind", CAP(SYS_NICE) }, { "migrate_pages", CAP(SYS_NICE) }, { "mount", CAP(SYS_ADMIN) },
    { "mount_setattr", CAP(SYS_ADMIN) }, { "move_mount", CAP(SYS_ADMIN) }, { "move_pages", CAP(SYS_NICE) }, { "nfsservctl", NEVER },
    { "open_by_handle_at", CAP(DAC_READ_SEARCH) }, { "open_tree", CAP(SYS_ADMIN) }, { "perf_event_open", CAP(PERFMON) },
    { "pidfd_getfd", CAP(SYS_PTRACE) }, { "pivot_root", CAP(SYS_ADMIN) }, { "process_madvise", CAP(SYS_PTRACE) }, { "putpmsg", NEVER },
    { "query_module", NEVER },     { "quotactl", CAP(SYS_ADMIN) },   { "quotactl_fd", CAP(SYS_ADMIN) }, { "reboot", CAP(SYS_BOOT) },
    { "request_key", NEVER },      { "security", NEVER },            { "set_mempolicy", CAP(SYS_NICE) }, { "setdomainname", CAP(SYS_ADMIN) },
    { "sethostname", CAP(SYS_ADMIN) }, { "setns", CAP(SYS_ADMIN) },  { "settimeofday", CAP(SYS_TIME) }, { "swapoff", CAP(SYS_ADMIN) },
    { "swapon", CAP(SYS_ADMIN) },  { "sysfs", NEVER },               { "syslog", CAP(SYSLOG) },      { "tuxcall", NEVER },
    { "umount2", CAP(SYS_ADMIN) }, { "unshare", CAP(SYS_ADMIN) },    { "uselib", NEVER },            { "userfaultfd", NEVER },
    { "ustat", NEVER },            { "vhangup", CAP(SYS_TTY_CONFIG) }, { "vserver", NEVER },
};

static const int clone_bits[] = { CLONE_NEWNS, CLONE_NEWCGROUP, CLONE_NEWUTS, CLONE_NEWIPC, CLONE_NEWUSER, CLONE_NEWPID, CLONE_NEWNET };
static const int families[] = { AF_UNIX, AF_INET, AF_INET6, AF_NETLINK };
static const uint32_t personalities[] = { 0, 8, 0x20000, 0x20008, 0xffffffff };

static int is_refused(const char *name, uint64_t caps)
{
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (!strcmp(refused[i].name, name))
            return refused[i].cap == NEVER || !(caps >> refused[i].cap & 1);
    return 0;
}

static int by_argument(const char *name, uint64_t caps)
{
    return !strcmp(name, "personality") || !strcmp(name, "socket") || (!strcmp(name, "clone") && !(caps >> CAP_SYS_ADMIN & 1));
}

/* clone without any new namespace; a few personalities; the socket families that networks need. */
static int add_by_argument(scmp_filter_ctx ctx, uint64_t caps)
{
    int r = 0;

    if (!(caps >> CAP_SYS_ADMIN & 1)) {
        r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, 0x7e020000, 0));
        for (size_t i = 0; r == 0 && i < sizeof clone_bits / sizeof *clone_bits; i++)
            r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(clone), 1,
                                 SCMP_A0(SCMP_CMP_MASKED_EQ, (scmp_datum_t)clone_bits[i], (scmp_datum_t)clone_bits[i]));
    }
    for (size_t i = 0; r == 0 && i < sizeof personalities / sizeof *personalities; i++)
        r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(personality), 1, SCMP_A0(SCMP_CMP_EQ, personalities[i]));
    for (size_t i = 0; r == 0 && i < sizeof families / sizeof *families; i++)
        r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)families[i]));
    for (int family = 0; r == 0 && family < 64; family++) {
        int allowed = 0;

        for (size_t i = 0; i < sizeof families / sizeof *families; i++)
            allowed |= families[i] == family;
        if (!allowed)
            r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)family));
    }
    return r;
}

static int add_rules(scmp_filter_ctx ctx, uint64_t caps)
{
    int r = add_by_argument(ctx, caps);

    for (int nr = 0; r == 0 && nr <= NEWEST; nr++) {
        char *name = seccomp_syscall_resolve_num_arch(SCMP_ARCH_NATIVE, nr);

        if (name && !by_argument(name, caps)) {
            /* clone3 hides its flags: ENOSYS makes libc use clone */
            uint32_t action = !strcmp(name, "clone3") && is_refused(name, caps) ? SCMP_ACT_ERRNO(ENOSYS)
                              : is_refused(name, caps)                         ? SCMP_ACT_ERRNO(EPERM)
                                                                               : SCMP_ACT_ALLOW;

            if (action != SCMP_ACT_ERRNO(ENOSYS))
                r = seccomp_rule_add(ctx, action, nr, 0);
        }
        free(name);
    }
    return r;
}

int filter_compile(uint64_t caps, void **out_bpf, size_t *out_count, struct err *e)
{
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(ENOSYS));
    auto_fd int fd = memfd_create("quilt-filter", MFD_CLOEXEC);
    struct stat st;
    int r = !ctx || fd < 0 ? -ENOMEM : 0;

    if (r == 0)
        r = seccomp_attr_set(ctx, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_ERRNO(ENOSYS));
    if (r == 0)
        r = seccomp_attr_set(ctx, SCMP_FLTATR_CTL_OPTIMIZE, 2);
    if (r == 0)
        r = add_rules(ctx, caps);
    if (r == 0)
        r = seccomp_export_bpf(ctx, fd);
    seccomp_release(ctx);
    if (r < 0 || fstat(fd, &st) < 0)
        return err_set(e, ERR_FAILED, "system call filter: %s", strerror(-r));
    *out_bpf = xalloc((size_t)st.st_size);
    if (pread(fd, *out_bpf, (size_t)st.st_size, 0) != (ssize_t)st.st_size)
        return err_sys(e, "system call filter");
    *out_count = (size_t)st.st_size / sizeof(struct sock_filter);
    return 0;
}
