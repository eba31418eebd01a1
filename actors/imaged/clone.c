/*
 * quilt-clone - takes a writable layer: a btrfs snapshot, else a tree whose files share
 * their blocks with the original's, else a copy.
 *
 *     quilt-clone wait|now
 *
 * Descriptors: 4 the layer's directory (with upper/), 5 the directory that gets "rw/{upper,work}".
 * It can change nothing but that one, and execute, mount and send nothing.  With wait it first
 * writes the filesystem out, reports `found`, and goes on at one packet from its parent:
 * what is frozen meanwhile is frozen for the taking alone.
 * Sources: ioctl_ficlone(2), btrfs-ioctl(2), Documentation/filesystems/overlayfs.rst
 */
#include "actors/imaged/clone.h"
#include "actors/imaged/jail.h"
#include "actors/imaged/report.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/fd.h"
#include "base/map.h"
#include "base/must.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/btrfs.h>
#include <linux/fs.h>
#include <linux/magic.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { FROM = WORK_FD, TO };

#define DEPTH_MAX 2000
#define LINKS_MAX 2000000u
#define DIRECTORY (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

static struct {
    struct report report;
    bool no_reflink;
    int upper;                          /* the new one */
    struct map *names;                  /* inode -> the first copy's path below it, of files with several names */
    char path[1 << 17];                 /* where the walk is, for links and errors */
} w;

static _Noreturn void fail(const char *what)
{
    report_failed(report_code(errno, ERR_FAILED), "%.300s: %s%s%s", w.path[0] ? w.path + 1 : "the layer", what, *what ? ": " : "", strerror(errno));
}

/* ---------------------------------------------------------------- attributes */

/* All of them: what overlay mounts keep there belongs to the layer. */
static void copy_xattrs(int from, int to)
{
    char names[65536], value[65536];
    ssize_t len = flistxattr(from, names, sizeof names);

    if (len < 0 && errno != ENOTSUP)
        fail("attributes");
    for (char *name = names; len > 0 && name < names + len; name += strlen(name) + 1) {
        ssize_t n = fgetxattr(from, name, value, sizeof value);

        if (n < 0 && errno == ENODATA)
            continue;
        if (n < 0 || (fsetxattr(to, name, value, (size_t)n, 0) < 0 && errno != ENOTSUP))
            fail(name);
    }
}

static void copy_attributes(int from, int to, const struct stat *st)
{
    const struct timespec times[2] = { st->st_atim, st->st_mtim };

    if (fchown(to, st->st_uid, st->st_gid) < 0 || fchmod(to, st->st_mode & 07777) < 0)
        fail("owner");
    copy_xattrs(from, to);
    if (futimens(to, times) < 0)
        fail("time");
}

/* ---------------------------------------------------------------- files */

static void copy_range(int from, int to, off_t at, off_t end)
{
    static char room[1 << 20];

    while (at < end) {
        size_t want = end - at < (off_t)sizeof room ? (size_t)(end - at) : sizeof room;
        ssize_t n = pread(from, room, want, at);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            fail("");
        if (n == 0)
            return;                     /* it became shorter */
        for (ssize_t done = 0; done < n;) {
            ssize_t out = pwrite(to, room + done, (size_t)(n - done), at + done);

            if (out < 0 && errno != EINTR)
                fail("");
            done += out > 0 ? out : 0;
        }
        at += n;
    }
}

/* Holes stay holes. */
static void copy_data(int from, int to, off_t size)
{
    off_t at = 0;

    while (at < size) {
        off_t data = lseek(from, at, SEEK_DATA), hole;

        if (data < 0 && errno == ENXIO)
            break;
        if (data < 0)
            data = at;
        hole = lseek(from, data, SEEK_HOLE);
        if (hole < 0)
            hole = size;
        copy_range(from, to, data, hole);
        at = hole;
    }
    if (ftruncate(to, size) < 0)
        fail("");
}

static void copy_file(int from_dir, int to_dir, const char *name, const struct stat *st)
{
    auto_fd int from = openat(from_dir, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK), to = -1;

    to = from < 0 ? -1 : openat(to_dir, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (to < 0)
        fail("");
    if (!w.no_reflink && st->st_size && ioctl(to, FICLONE, from) < 0) {
        if (errno != EOPNOTSUPP && errno != EINVAL && errno != EXDEV && errno != ENOTTY)
            fail("");
        w.no_reflink = true;            /* this filesystem has none */
    }
    if (w.no_reflink && st->st_size)
        copy_data(from, to, st->st_size);
    copy_attributes(from, to, st);
    w.report.bytes += (uint64_t)st->st_blocks * 512;
}

static bool link_again(int to_dir, const char *name, const struct stat *st)
{
    char key[24];
    const char *first = map_get(w.names, map_key(st->st_ino, key));

    if (first) {
        if (linkat(w.upper, first, to_dir, name, 0) < 0)
            fail("hard link");
        return true;
    }
    if (map_count(w.names) >= LINKS_MAX)
        report_failed(ERR_EXHAUSTED, "the layer has more than %u files with several names", LINKS_MAX);
    map_put(w.names, map_key(st->st_ino, key), xstrdup(w.path + 1));
    return false;
}

static void copy_link(int from_dir, int to_dir, const char *name, const struct stat *st)
{
    const struct timespec times[2] = { st->st_atim, st->st_mtim };
    char target[PATH_MAX];
    ssize_t n = readlinkat(from_dir, name, target, sizeof target - 1);

    if (n < 0)
        fail("");
    target[n] = '\0';
    if (symlinkat(target, to_dir, name) < 0 || fchownat(to_dir, name, st->st_uid, st->st_gid, AT_SYMLINK_NOFOLLOW) < 0 ||
        utimensat(to_dir, name, times, AT_SYMLINK_NOFOLLOW) < 0)
        fail("");
}

static bool is_whiteout(const struct stat *st)
{
    return S_ISCHR(st->st_mode) && st->st_rdev == makedev(0, 0);
}

/* Whiteouts are devices 0:0, which need no capability; others are not in a layer, whose mount shows none. */
static bool is_no_file(const struct stat *st)
{
    return S_ISSOCK(st->st_mode) || ((S_ISCHR(st->st_mode) || S_ISBLK(st->st_mode)) && !is_whiteout(st));
}

static void copy_node(int to_dir, const char *name, const struct stat *st)
{
    if (mknodat(to_dir, name, st->st_mode, 0) < 0)
        fail("");
    if (S_ISFIFO(st->st_mode) && (fchownat(to_dir, name, st->st_uid, st->st_gid, AT_SYMLINK_NOFOLLOW) < 0 || fchmodat(to_dir, name, st->st_mode & 07777, 0) < 0))
        fail("");
}

/* ---------------------------------------------------------------- the walk */

static void copy_tree(int from, int to, int depth);

static void copy_dir(int from_dir, int to_dir, const char *name, int depth)
{
    auto_fd int from = openat(from_dir, name, DIRECTORY), to = -1;
    struct stat st;

    if (from < 0 || fstat(from, &st) < 0 || mkdirat(to_dir, name, 0700) < 0)
        fail("");
    to = openat(to_dir, name, DIRECTORY);
    if (to < 0)
        fail("");
    copy_tree(from, to, depth + 1);
    copy_attributes(from, to, &st);
}

static void copy_one(int from, int to, const char *name, int depth)
{
    struct stat st;

    if (fstatat(from, name, &st, AT_SYMLINK_NOFOLLOW) < 0) {
        if (errno == ENOENT)
            report_failed(ERR_FAILED, "%.300s: went while it was being taken", w.path + 1);
        fail("");
    }
    if (is_no_file(&st))
        return;
    w.report.entries++;
    if (S_ISDIR(st.st_mode))
        copy_dir(from, to, name, depth);
    else if (st.st_nlink > 1 && !is_whiteout(&st) && link_again(to, name, &st))
        return;
    else if (S_ISREG(st.st_mode))
        copy_file(from, to, name, &st);
    else if (S_ISLNK(st.st_mode))
        copy_link(from, to, name, &st);
    else
        copy_node(to, name, &st);
}

static void copy_tree(int from, int to, int depth)
{
    int fd = openat(from, ".", DIRECTORY);
    auto_dir DIR *d = fd < 0 ? NULL : fdopendir(fd);
    size_t len = strlen(w.path);
    struct dirent *ent;

    if (!d)
        fail("");
    if (depth > DEPTH_MAX)
        report_failed(ERR_EXHAUSTED, "%.300s: directories are nested more than %d deep", w.path + 1, DEPTH_MAX);
    while ((ent = readdir(d))) {
        if (!strcmp(ent->d_name, ".") || !strcmp(ent->d_name, ".."))
            continue;
        if (snprintf(w.path + len, sizeof w.path - len, "/%s", ent->d_name) >= (int)(sizeof w.path - len))
            report_failed(ERR_EXHAUSTED, "%.300s: its path is too long", w.path + 1);
        copy_one(from, to, ent->d_name, depth);
        w.path[len] = '\0';
    }
}

static void copy_layer(void)
{
    struct stat st;

    auto_fd int rw = fd_make_dir(TO, "rw", 0700), from = openat(FROM, "upper", DIRECTORY), work = -1;

    w.upper = rw < 0 ? -1 : fd_make_dir(rw, "upper", 0755);
    work = rw < 0 ? -1 : fd_make_dir(rw, "work", 0700);
    if (from < 0 || w.upper < 0 || work < 0 || fstat(from, &st) < 0)
        fail("");
    copy_tree(from, w.upper, 0);
    copy_attributes(from, w.upper, &st);
    w.report.flags = w.no_reflink ? CLONE_COPY : CLONE_REFLINK;
}

/* ---------------------------------------------------------------- btrfs */

static bool is_subvolume(int fd)
{
    struct statfs fs;
    struct stat st;

    return fstatfs(fd, &fs) == 0 && fs.f_type == BTRFS_SUPER_MAGIC && fstat(fd, &st) == 0 && st.st_ino == 256;
}

static bool snapshot(void)
{
    struct btrfs_ioctl_vol_args_v2 args = { .fd = FROM };

    if (!is_subvolume(FROM))
        return false;
    strcpy(args.name, "rw");
    if (ioctl(TO, BTRFS_IOC_SNAP_CREATE_V2, &args) < 0)
        fail("btrfs snapshot");
    w.report.flags = CLONE_SNAPSHOT;
    return true;
}

/* What the mount it was taken from was working at is not the new one's. */
static void fresh_work(void)
{
    auto_fd int rw = openat(TO, "rw", DIRECTORY);

    if (rw < 0 || fd_remove_tree(rw, "work") < 0 || mkdirat(rw, "work", 0700) < 0)
        fail("work");
}

/* ---------------------------------------------------------------- */

static void wait_for_go(void)
{
    struct report r = { 0 };
    char byte;
    ssize_t n;

    if (syncfs(FROM) < 0)
        fail("syncfs");
    report_found(&r);
    do
        n = recv(REPORT_FD, &byte, 1, 0);
    while (n < 0 && errno == EINTR);
    if (n <= 0)
        _exit(1);
}

int main(int argc, char **argv)
{
    struct rlimit memory = { 1ul << 30, 1ul << 30 }, none = { 0, 0 }, files;
    const int dirs[2] = { FROM, TO };
    bool taken;

    report_begin("quilt-clone");
    setrlimit(RLIMIT_CORE, &none);
    if (getrlimit(RLIMIT_NOFILE, &files) == 0)
        files.rlim_cur = files.rlim_max;        /* each level of directories takes some: what this host gives */
    if (setrlimit(RLIMIT_AS, &memory) < 0 || setrlimit(RLIMIT_NOFILE, &files) < 0 || jail_confine(dirs, 2) < 0)
        report_failed(ERR_FAILED, "entering the jail: %s", strerror(errno));
    if (argc > 1 && !strcmp(argv[1], "wait"))
        wait_for_go();
    w.names = map_new();
    taken = snapshot();
    if (!taken)
        copy_layer();
    if (argc > 1 && !strcmp(argv[1], "wait")) {
        struct report r = { .flags = 1 };

        report_found(&r);               /* taken: whatever was frozen may go on */
    }
    if (taken)
        fresh_work();
    if (syncfs(TO) < 0)
        fail("syncfs");
    report_done(&w.report);
}
