#include "actors/imaged/jail.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static const int allowed[] = {
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(pread64), SCMP_SYS(pwrite64), SCMP_SYS(readv), SCMP_SYS(writev), SCMP_SYS(lseek),
    SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(close), SCMP_SYS(fstat), SCMP_SYS(stat), SCMP_SYS(lstat), SCMP_SYS(newfstatat),
    SCMP_SYS(statx), SCMP_SYS(fstatfs), SCMP_SYS(statfs), SCMP_SYS(mkdir), SCMP_SYS(mkdirat), SCMP_SYS(rmdir), SCMP_SYS(unlink),
    SCMP_SYS(unlinkat), SCMP_SYS(link), SCMP_SYS(linkat), SCMP_SYS(symlink), SCMP_SYS(symlinkat), SCMP_SYS(readlink),
    SCMP_SYS(readlinkat), SCMP_SYS(rename), SCMP_SYS(renameat), SCMP_SYS(renameat2), SCMP_SYS(chmod), SCMP_SYS(fchmod),
    SCMP_SYS(fchmodat), SCMP_SYS(chown), SCMP_SYS(fchown), SCMP_SYS(lchown), SCMP_SYS(fchownat), SCMP_SYS(utimensat),
    SCMP_SYS(utimes), SCMP_SYS(futimesat), SCMP_SYS(truncate), SCMP_SYS(ftruncate), SCMP_SYS(setxattr), SCMP_SYS(lsetxattr),
    SCMP_SYS(fsetxattr), SCMP_SYS(lgetxattr), SCMP_SYS(fgetxattr), SCMP_SYS(llistxattr), SCMP_SYS(flistxattr), SCMP_SYS(umask), SCMP_SYS(getcwd), SCMP_SYS(chdir), SCMP_SYS(fchdir), SCMP_SYS(fcntl), SCMP_SYS(dup),
    SCMP_SYS(getuid), SCMP_SYS(geteuid), SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(getpid), SCMP_SYS(brk), SCMP_SYS(munmap),
    SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(futex), SCMP_SYS(clock_gettime), SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sendto), SCMP_SYS(exit), SCMP_SYS(exit_group),
    SCMP_SYS(syncfs), SCMP_SYS(fsync), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(fallocate), SCMP_SYS(openat2), SCMP_SYS(recvfrom), SCMP_SYS(prlimit64), SCMP_SYS(mknod), SCMP_SYS(mknodat), SCMP_SYS(restart_syscall),
    SCMP_SYS(fadvise64), SCMP_SYS(ioctl), SCMP_SYS(getdents64),
};

static int filter(void)
{
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    int r = ctx ? 0 : -1;

    for (size_t i = 0; r == 0 && i < sizeof allowed / sizeof *allowed; i++)
        r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, allowed[i], 0);
    /* memory, but never memory that runs: no library of the archive's can be loaded */
    if (r == 0)
        r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    if (r == 0)
        r = seccomp_rule_add(ctx, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    if (r == 0)
        r = seccomp_load(ctx);
    seccomp_release(ctx);
    return r;
}

#define ALL_ACCESS ((LANDLOCK_ACCESS_FS_REFER << 1) - 1)
#define READING (LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR)

/* -1: this kernel has no Landlock, or one without the rules for links between directories. */
static int ruleset_new(void)
{
    struct landlock_ruleset_attr attr = { .handled_access_fs = ALL_ACCESS };

    if (syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) < 2)
        return -1;
    return (int)syscall(SYS_landlock_create_ruleset, &attr, sizeof attr, 0);
}

static int allow(int ruleset, int dir, uint64_t access)
{
    struct landlock_path_beneath_attr beneath = { .allowed_access = access, .parent_fd = dir };
    struct stat st;

    if (fstat(dir, &st) < 0)
        return -1;
    if (!S_ISDIR(st.st_mode))
        beneath.allowed_access &= LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_WRITE_FILE;
    return (int)syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &beneath, 0);
}

/* Nothing but what is below these, whatever is found to leave a chroot.  Not on kernels without Landlock. */
static int confine(const int *dirs, int count)
{
    int fd = ruleset_new(), r = 0;

    if (fd < 0)
        return 0;
    for (int i = 0; r == 0 && i < count; i++)
        r = allow(fd, dirs[i], ALL_ACCESS & ~LANDLOCK_ACCESS_FS_EXECUTE);
    if (r == 0)
        r = (int)syscall(SYS_landlock_restrict_self, fd, 0);
    close(fd);
    return r < 0 ? -1 : 0;
}

#define OWNERSHIP (1ull << CAP_CHOWN | 1ull << CAP_DAC_OVERRIDE | 1ull << CAP_FOWNER | 1ull << CAP_FSETID | 1ull << CAP_SETFCAP)

static int drop_caps(uint64_t keep)
{
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct sets[2] = { { (uint32_t)keep, (uint32_t)keep, 0 }, { 0, 0, 0 } };

    for (int cap = 0; cap < 64 && prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++)
        if (!(keep >> cap & 1) && prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0)
            return -1;
    return (int)syscall(SYS_capset, &header, sets);
}

int jail_enter(int root_fd)
{
    if (fchdir(root_fd) < 0 || chroot(".") < 0 || chdir("/") < 0)
        return -1;
    return jail_confine(&root_fd, 1);
}

int jail_confine(const int *dir_fds, int count)
{
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || confine(dir_fds, count) < 0 || drop_caps(OWNERSHIP) < 0 || filter() < 0 ? -1 : 0;
}

/* ---------------------------------------------------------------- with the network */

static int read_paths(int ruleset, const char *const *paths)
{
    for (; *paths; paths++) {
        int fd = open(*paths, O_PATH | O_CLOEXEC), r = fd < 0 ? 0 : allow(ruleset, fd, READING);

        if (fd >= 0)
            close(fd);
        if (r < 0)
            return -1;
    }
    return 0;
}

static int confine_reading(const int *writable, int writable_count, const int *readable, int readable_count, const char *const *paths)
{
    int fd = ruleset_new(), r = 0;

    if (fd < 0)
        return 0;
    for (int i = 0; r == 0 && i < writable_count; i++)
        r = allow(fd, writable[i], ALL_ACCESS & ~LANDLOCK_ACCESS_FS_EXECUTE);
    for (int i = 0; r == 0 && i < readable_count; i++)
        r = allow(fd, readable[i], READING);
    if (r == 0)
        r = read_paths(fd, paths);
    if (r == 0)
        r = (int)syscall(SYS_landlock_restrict_self, fd, 0);
    close(fd);
    return r < 0 ? -1 : 0;
}

/* A library with threads and a resolver uses what it likes, but for what changes the system. */
static int filter_network(void)
{
    static const int denied[] = {
        SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev), SCMP_SYS(mount), SCMP_SYS(umount2),
        SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(setns), SCMP_SYS(unshare), SCMP_SYS(bpf), SCMP_SYS(perf_event_open), SCMP_SYS(keyctl), SCMP_SYS(add_key),
        SCMP_SYS(request_key), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(kexec_load), SCMP_SYS(open_by_handle_at), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup),
        SCMP_SYS(fsopen), SCMP_SYS(fsmount), SCMP_SYS(move_mount), SCMP_SYS(open_tree), SCMP_SYS(mount_setattr), SCMP_SYS(swapon), SCMP_SYS(reboot), SCMP_SYS(kill), SCMP_SYS(tkill),
    };
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ALLOW);
    int r = ctx ? 0 : -1;

    for (size_t i = 0; r == 0 && i < sizeof denied / sizeof *denied; i++)
        r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), denied[i], 0);
    if (r == 0)
        r = seccomp_load(ctx);
    seccomp_release(ctx);
    return r;
}

int jail_network(const int *writable, int writable_count, const int *readable, int readable_count, const char *const *paths)
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 || confine_reading(writable, writable_count, readable, readable_count, paths) < 0)
        return -1;
    return drop_caps(0) < 0 || filter_network() < 0 ? -1 : 0;
}
