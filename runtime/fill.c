#include "runtime/fill.h"

#include "base/auto.h"
#include "base/fd.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#define DEPTH_MAX 200
#define DIRECTORY (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)

static int copy_tree(int from, int to, int depth, unsigned base);

static int copy_range(int from, int to, off_t at, off_t end)
{
    char room[32768];

    if (lseek(to, at, SEEK_SET) < 0)
        return -1;
    while (at < end) {
        ssize_t n = pread(from, room, end - at < (off_t)sizeof room ? (size_t)(end - at) : sizeof room, at);

        if (n <= 0)
            return (int)n;
        if (fd_write_all(to, room, (size_t)n) < 0)
            return -1;
        at += n;
    }
    return 0;
}

/* Holes stay holes. */
static int copy_bytes(int from, int to, off_t size)
{
    for (off_t at = 0; at < size;) {
        off_t data = lseek(from, at, SEEK_DATA), hole = data < 0 ? -1 : lseek(from, data, SEEK_HOLE);

        if (data < 0 && errno == ENXIO)
            break;
        data = data < 0 ? at : data;
        hole = hole < 0 ? size : hole;
        if (copy_range(from, to, data, hole) < 0)
            return -1;
        at = hole;
    }
    return ftruncate(to, size);
}

/* A file's capabilities, which a change of its owner takes away. */
static int copy_capability(int from, int to)
{
    char value[64];
    ssize_t n = fgetxattr(from, "security.capability", value, sizeof value);

    return n < 0 ? errno == ENODATA || errno == EOPNOTSUPP ? 0 : -1 : fsetxattr(to, "security.capability", value, (size_t)n, 0);
}

/* What the start made for the mount is root's; another id that the image cannot mean is nobody's. */
static unsigned unshift(unsigned id, unsigned base)
{
    return id >= base ? id - base : id ? 65534 : 0;
}

static int attributes(int fd, const struct stat *st, unsigned base)
{
    const struct timespec times[2] = { st->st_atim, st->st_mtim };

    return fchown(fd, unshift(st->st_uid, base), unshift(st->st_gid, base)) < 0 || fchmod(fd, st->st_mode & 07777) < 0 || futimens(fd, times) < 0 ? -1 : 0;
}

static int copy_file(int from, int to, const char *name, const struct stat *st, unsigned base)
{
    auto_fd int in = openat(from, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK), out = -1;

    if (in < 0 || (unlinkat(to, name, 0) < 0 && errno != ENOENT))
        return -1;
    out = openat(to, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    return out < 0 || copy_bytes(in, out, st->st_size) < 0 || attributes(out, st, base) < 0 ? -1 : copy_capability(in, out);
}

static int copy_link(int from, int to, const char *name, const struct stat *st, unsigned base)
{
    char target[PATH_MAX];
    ssize_t n = readlinkat(from, name, target, sizeof target - 1);

    if (n < 0)
        return -1;
    target[n] = '\0';
    if ((unlinkat(to, name, 0) < 0 && errno != ENOENT) || symlinkat(target, to, name) < 0)
        return -1;
    return fchownat(to, name, unshift(st->st_uid, base), unshift(st->st_gid, base), AT_SYMLINK_NOFOLLOW);
}

static int copy_dir(int from, int to, const char *name, const struct stat *st, int depth, unsigned base)
{
    auto_fd int in = openat(from, name, DIRECTORY), out = -1;

    if (in < 0 || (mkdirat(to, name, 0700) < 0 && errno != EEXIST))
        return -1;
    out = openat(to, name, DIRECTORY);
    return out < 0 || copy_tree(in, out, depth + 1, base) < 0 ? -1 : attributes(out, st, base);
}

/* Devices, sockets and fifos are nothing that a volume is filled with. */
static int copy_one(int from, int to, const char *name, int depth, unsigned base)
{
    struct stat st;

    if (!strcmp(name, ".") || !strcmp(name, ".."))
        return 0;
    if (fstatat(from, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
        return -1;
    if (S_ISREG(st.st_mode))
        return copy_file(from, to, name, &st, base);
    if (S_ISLNK(st.st_mode))
        return copy_link(from, to, name, &st, base);
    return S_ISDIR(st.st_mode) ? copy_dir(from, to, name, &st, depth, base) : 0;
}

/* Without allocating: this is a process that is about to be a container. */
static int copy_tree(int from, int to, int depth, unsigned base)
{
    char room[4096] __attribute__((aligned(8)));
    long n;

    if (depth > DEPTH_MAX) {
        errno = ELOOP;
        return -1;
    }
    while ((n = syscall(SYS_getdents64, from, room, sizeof room)) > 0)
        for (long at = 0; at < n;) {
            struct dirent64 *ent = (struct dirent64 *)(room + at);

            if (copy_one(from, to, ent->d_name, depth, base) < 0)
                return -1;
            at += ent->d_reclen;
        }
    return n < 0 ? -1 : 0;
}

/* 1: it is, 0: somebody has put something in it. */
static int is_empty(int dir)
{
    char room[4096] __attribute__((aligned(8)));
    auto_fd int fd = openat(dir, ".", DIRECTORY);
    long n = 0;

    while (fd >= 0 && (n = syscall(SYS_getdents64, fd, room, sizeof room)) > 0)
        for (long at = 0; at < n;) {
            struct dirent64 *ent = (struct dirent64 *)(room + at);

            if (strcmp(ent->d_name, ".") && strcmp(ent->d_name, ".."))
                return 0;
            at += ent->d_reclen;
        }
    return fd < 0 || n < 0 ? -1 : 1;
}

static int put_mark(int source_fd, const char *name)
{
    auto_fd int mark = openat(source_fd, name, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

    return mark < 0 ? -1 : 0;
}

static bool has_mark(int source_fd, const char *name)
{
    return faccessat(source_fd, name, F_OK, 0) == 0;
}

static int fill(int in, int out, unsigned base)
{
    struct stat st;

    if (put_mark(out, "../filling") < 0 || fstat(in, &st) < 0 || copy_tree(in, out, 0, base) < 0 || attributes(out, &st, base) < 0)
        return -1;
    return 0;
}

int fill_volume(int image_fd, int source_fd, unsigned base)
{
    auto_fd int in = openat(image_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), out = openat(source_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int empty;

    if (in < 0 || out < 0 || has_mark(out, "../filled"))
        return in < 0 || out < 0 ? -1 : 0;
    if (flock(out, LOCK_EX) < 0)        /* two that start at once: one fills, the other waits for it */
        return -1;
    empty = has_mark(out, "../filled") ? 0 : has_mark(out, "../filling") ? 1 : is_empty(out);
    if (empty < 0 || (empty && fill(in, out, base) < 0) || put_mark(out, "../filled") < 0)
        return -1;
    return unlinkat(out, "../filling", 0) < 0 && errno != ENOENT ? -1 : 0;
}
