#include "actors/imaged/tree.h"

#include "actors/imaged/report.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

#define OPAQUE "user.overlay.opaque"
#define XATTR_BYTES_MAX 65536

struct dir_time {
    uint32_t path;                      /* where in `paths` */
    struct timespec time;
};

struct tree {
    int root_fd, dir_fd;                /* dir_fd: of `dir`, the last parent; the root's own for "" */
    char dir[4100];
    struct dir_time *times;             /* of directories, in their order */
    size_t time_count, time_room;
    char *paths;
    size_t paths_len, paths_room;
    uint64_t bytes;
    bool inherits;                      /* a directory is setgid: what is made in it has its group */
};

static _Noreturn void fail(const char *path, const char *what)
{
    report_failed(report_code(errno, ERR_INVALID), "%.200s: %s%s", path, what, strerror(errno));
}

struct tree *tree_new(int root_fd)
{
    struct tree *t = xalloc(sizeof *t);

    t->root_fd = t->dir_fd = root_fd;
    return t;
}

uint64_t tree_bytes(const struct tree *t)
{
    return t->bytes;
}

/* ---------------------------------------------------------------- the way to an entry */

static void leave_dir(struct tree *t)
{
    if (t->dir_fd != t->root_fd)
        close(t->dir_fd);
    t->dir_fd = t->root_fd;
    t->dir[0] = '\0';
}

static void set_opaque(int fd, const char *path)
{
    if (fsetxattr(fd, OPAQUE, "y", 1, 0) < 0)
        fail(path, "an opaque directory: ");
}

/* Deleted below and made anew, and the whiteout came first. */
static bool replace_whiteout(int at, const char *name)
{
    struct stat st;

    return fstatat(at, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISCHR(st.st_mode) && st.st_rdev == 0 && unlinkat(at, name, 0) == 0 && mkdirat(at, name, 0755) == 0;
}

#define DIRECTORY (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

/* One component down, made if it is missing. */
static int step(int at, const char *name, const char *whole)
{
    int fd = openat(at, name, DIRECTORY);

    if (fd < 0 && errno == ENOENT) {
        if (mkdirat(at, name, 0755) < 0)
            fail(whole, "");
        fd = openat(at, name, DIRECTORY);
    } else if (fd < 0 && errno == ENOTDIR && replace_whiteout(at, name)) {
        fd = openat(at, name, DIRECTORY);
        if (fd >= 0)
            set_opaque(fd, whole);
    }
    if (fd < 0 && (errno == ELOOP || errno == ENOTDIR))
        report_failed(ERR_INVALID, "%.200s: passes through %.100s, a symlink or a file: refused", whole, name);
    if (fd < 0)
        fail(whole, "");
    return fd;
}

static void enter_dir(struct tree *t, const char *path, size_t len, const char *whole)
{
    char part[256];
    const char *at = path, *end = path + len;

    if (strlen(t->dir) == len && !memcmp(t->dir, path, len))
        return;
    leave_dir(t);
    while (at < end) {
        size_t n = strcspn(at, "/");
        int fd;

        must(n < sizeof part && len < sizeof t->dir);
        memcpy(part, at, n);
        part[n] = '\0';
        at += n;
        at += strspn(at, "/");
        if (!n || !strcmp(part, "."))
            continue;
        fd = step(t->dir_fd, part, whole);
        if (t->dir_fd != t->root_fd)
            close(t->dir_fd);
        t->dir_fd = fd;
    }
    memcpy(t->dir, path, len);
    t->dir[len] = '\0';
}

/* Enters the directory that holds it; its own name. */
static const char *enter(struct tree *t, const char *path, const char *whole)
{
    const char *slash = strrchr(path, '/');

    enter_dir(t, path, slash ? (size_t)(slash - path) : 0, whole);
    return slash ? slash + 1 : path;
}

/* ---------------------------------------------------------------- attributes */

static bool is_kept(const char *name)
{
    return !strcmp(name, "security.capability") || (str_starts(name, "user.") && !str_starts(name, "user.overlay."));
}

static void put_xattrs(int fd, struct archive_entry *entry, const char *path)
{
    const char *name;
    const void *value;
    size_t size, all = 0;

    for (archive_entry_xattr_reset(entry); archive_entry_xattr_next(entry, &name, &value, &size) == ARCHIVE_OK;) {
        if (!name || !is_kept(name))
            continue;
        all += size + strlen(name);
        if (all > XATTR_BYTES_MAX)
            report_failed(ERR_INVALID, "%.200s: extended attributes of more than %d bytes", path, XATTR_BYTES_MAX);
        if (fsetxattr(fd, name, value, size, 0) < 0 && errno != ENOTSUP)
            fail(path, "extended attribute: ");
    }
}

static struct timespec time_of(struct archive_entry *entry)
{
    return (struct timespec){ archive_entry_mtime(entry), archive_entry_mtime_nsec(entry) };
}

static void put_owner(int fd, struct archive_entry *entry, const char *path)
{
    if (fchown(fd, (uid_t)archive_entry_uid(entry), (gid_t)archive_entry_gid(entry)) < 0)
        fail(path, "owner: ");
}

/* In this order: a change of the owner takes setuid bits and capabilities away. */
static void put_attributes(int fd, struct archive_entry *entry, const char *path)
{
    put_owner(fd, entry, path);
    if (fchmod(fd, archive_entry_perm(entry)) < 0)
        fail(path, "mode: ");
    if (archive_entry_xattr_count(entry))
        put_xattrs(fd, entry, path);
}

/* ---------------------------------------------------------------- kinds of entries */

/* What is there under its name goes. */
static void make_way(struct tree *t, const char *name, const char *path)
{
    if (unlinkat(t->dir_fd, name, 0) == 0 || errno == ENOENT)
        return;
    if (errno != EISDIR && errno != EPERM)
        fail(path, "");
    if (fd_remove_tree(t->dir_fd, name) < 0)
        fail(path, "replacing a directory: ");
}

static void copy_data(struct tree *t, struct archive *in, int fd, const char *path)
{
    const void *block;
    size_t size;
    la_int64_t at;
    int r;

    while ((r = archive_read_data_block(in, &block, &size, &at)) == ARCHIVE_OK) {
        t->bytes += size;
        while (size) {
            ssize_t n = pwrite(fd, block, size, at);

            if (n < 0 && errno == EINTR)
                continue;
            if (n <= 0)
                fail(path, "");
            block = (const char *)block + n;
            size -= (size_t)n;
            at += n;
        }
    }
    if (r != ARCHIVE_EOF)
        report_failed(ERR_INVALID, "%.200s: %s", path, archive_error_string(in) ? archive_error_string(in) : "the archive is damaged");
}

static int open_new(struct tree *t, const char *name, mode_t mode, const char *path)
{
    int fd = openat(t->dir_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);

    if (fd < 0 && errno == EEXIST) {
        make_way(t, name, path);
        fd = openat(t->dir_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    }
    if (fd < 0)
        fail(path, "");
    return fd;
}

static void put_file(struct tree *t, struct archive *in, struct archive_entry *entry, const char *name, const char *path)
{
    bool plain = !t->inherits && !archive_entry_uid(entry) && !archive_entry_gid(entry) && !archive_entry_xattr_count(entry);
    struct timespec times[2] = { time_of(entry), time_of(entry) };
    auto_fd int fd = open_new(t, name, plain ? archive_entry_perm(entry) : 0600, path);

    if (archive_entry_size(entry) > 0)
        copy_data(t, in, fd, path);
    if (archive_entry_sparse_count(entry) && ftruncate(fd, archive_entry_size(entry)) < 0)
        fail(path, "");
    if (!plain)
        put_attributes(fd, entry, path);
    if (futimens(fd, times) < 0)
        fail(path, "time: ");
}

static void note_time(struct tree *t, const char *path, struct timespec time)
{
    size_t len = strlen(path) + 1;

    if (t->time_count == t->time_room) {
        t->time_room = t->time_room ? 2 * t->time_room : 1024;
        t->times = xrealloc(t->times, t->time_room * sizeof *t->times);
    }
    if (t->paths_len + len > t->paths_room) {
        t->paths_room = 2 * t->paths_room + 4096 + len;
        if (t->paths_room > UINT32_MAX)
            report_failed(ERR_EXHAUSTED, "%.200s: the names of the directories are too long together", path);
        t->paths = xrealloc(t->paths, t->paths_room);
    }
    memcpy(t->paths + t->paths_len, path, len);
    t->times[t->time_count++] = (struct dir_time){ (uint32_t)t->paths_len, time };
    t->paths_len += len;
}

static void put_dir(struct tree *t, struct archive_entry *entry, const char *name, const char *path)
{
    struct stat st;
    bool was_whiteout = false;

    if (mkdirat(t->dir_fd, name, 0755) < 0) {
        if (errno != EEXIST || fstatat(t->dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
            fail(path, "");
        if (!S_ISDIR(st.st_mode)) {
            was_whiteout = S_ISCHR(st.st_mode);
            make_way(t, name, path);
            if (mkdirat(t->dir_fd, name, 0755) < 0)
                fail(path, "");
        }
    }
    auto_fd int fd = openat(t->dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

    if (fd < 0)
        fail(path, "");
    put_attributes(fd, entry, path);
    t->inherits |= (archive_entry_perm(entry) & S_ISGID) != 0;
    if (was_whiteout)                   /* deleted below, and made anew */
        set_opaque(fd, path);
    note_time(t, path, time_of(entry));
}

static void put_link(struct tree *t, struct archive_entry *entry, const char *name, const char *path)
{
    struct timespec times[2] = { time_of(entry), time_of(entry) };
    const char *target = archive_entry_symlink(entry);

    if (!target || !*target || strlen(target) >= 4096)
        report_failed(ERR_INVALID, "%.200s: a symlink without a usable target", path);
    if (symlinkat(target, t->dir_fd, name) < 0) {
        if (errno != EEXIST)
            fail(path, "");
        make_way(t, name, path);
        if (symlinkat(target, t->dir_fd, name) < 0)
            fail(path, "");
    }
    if ((t->inherits || archive_entry_uid(entry) || archive_entry_gid(entry)) &&
        fchownat(t->dir_fd, name, (uid_t)archive_entry_uid(entry), (gid_t)archive_entry_gid(entry), AT_SYMLINK_NOFOLLOW) < 0)
        fail(path, "owner: ");
    if (utimensat(t->dir_fd, name, times, AT_SYMLINK_NOFOLLOW) < 0)
        fail(path, "time: ");
}

static void put_hard_link(struct tree *t, struct archive_entry *entry, const char *name, const char *path)
{
    const char *target = archive_entry_hardlink(entry);
    auto_fd int here = fcntl(t->dir_fd, F_DUPFD_CLOEXEC, 10);
    const char *last;

    if (here < 0)
        fail(path, "");
    while (target[0] == '.' && target[1] == '/')
        for (target += 2; *target == '/'; target++)
            ;
    last = enter(t, target, path);
    if (linkat(t->dir_fd, last, here, name, 0) == 0)
        return;
    if (errno == EEXIST) {
        struct stat a, b;

        if (fstatat(t->dir_fd, last, &a, AT_SYMLINK_NOFOLLOW) == 0 && fstatat(here, name, &b, AT_SYMLINK_NOFOLLOW) == 0 && a.st_ino == b.st_ino)
            return;                     /* it is linked already, or names itself */
        if (unlinkat(here, name, 0) == 0 && linkat(t->dir_fd, last, here, name, 0) == 0)
            return;
    }
    report_failed(report_code(errno, ERR_INVALID), "%.200s: a hard link to %.200s: %s", path, target, strerror(errno));
}

static void put_fifo(struct tree *t, struct archive_entry *entry, const char *name, const char *path)
{
    struct timespec times[2] = { time_of(entry), time_of(entry) };

    make_way(t, name, path);
    if (mknodat(t->dir_fd, name, S_IFIFO | archive_entry_perm(entry), 0) < 0 ||
        fchownat(t->dir_fd, name, (uid_t)archive_entry_uid(entry), (gid_t)archive_entry_gid(entry), AT_SYMLINK_NOFOLLOW) < 0 ||
        utimensat(t->dir_fd, name, times, AT_SYMLINK_NOFOLLOW) < 0)
        fail(path, "");
}

void tree_put(struct tree *t, struct archive *in, struct archive_entry *entry, const char *given)
{
    char path[4100];
    size_t len = strlen(given);
    const char *name;

    while (len && given[len - 1] == '/')
        len--;
    str_fmt(path, sizeof path, "%.*s", (int)len, given);
    name = enter(t, path, path);
    if (archive_entry_hardlink(entry))
        put_hard_link(t, entry, name, path);
    else if (archive_entry_filetype(entry) == AE_IFDIR)
        put_dir(t, entry, name, path);
    else if (archive_entry_filetype(entry) == AE_IFLNK)
        put_link(t, entry, name, path);
    else if (archive_entry_filetype(entry) == AE_IFIFO)
        put_fifo(t, entry, name, path);
    else
        put_file(t, in, entry, name, path);
}

/* ---------------------------------------------------------------- whiteouts */

/* Hides what lower layers have there; what this layer has there stays. */
static void hide(struct tree *t, const char *name, const char *path)
{
    struct stat st;
    auto_fd int fd = -1;

    if (mknodat(t->dir_fd, name, S_IFCHR, makedev(0, 0)) == 0)
        return;
    if (errno != EEXIST || fstatat(t->dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
        fail(path, "a whiteout: ");
    if (!S_ISDIR(st.st_mode))
        return;
    fd = openat(t->dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        fail(path, "a whiteout: ");
    set_opaque(fd, path);
}

bool tree_whiteout(struct tree *t, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

    if (!str_starts(name, ".wh."))
        return false;
    enter(t, path, path);
    if (!strcmp(name, ".wh..wh..opq") && t->dir_fd == t->root_fd)     /* overlayfs does not know it there */
        report_failed(ERR_UNSUPPORTED, "%.200s: a layer that hides all below it", path);
    if (!strcmp(name, ".wh..wh..opq"))
        set_opaque(t->dir_fd, path);
    else if (!str_starts(name, ".wh..wh.")) {       /* those are aufs's own */
        if (!name[4] || !strcmp(name + 4, ".") || !strcmp(name + 4, ".."))
            report_failed(ERR_INVALID, "%.200s: a whiteout of no name", path);
        hide(t, name + 4, path);
    }
    return true;
}

void tree_finish(struct tree *t)
{
    leave_dir(t);
    for (size_t i = t->time_count; i > 0; i--) {
        const char *path = t->paths + t->times[i - 1].path;
        struct timespec times[2] = { t->times[i - 1].time, t->times[i - 1].time };

        if (utimensat(t->root_fd, path, times, AT_SYMLINK_NOFOLLOW) < 0 && errno != ENOENT && errno != ENOTDIR && errno != ELOOP)     /* it was replaced later */
            fail(path, "time: ");
    }
}
