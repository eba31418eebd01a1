#include "base/fd.h"

#include "base/auto.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

int fd_write_all(int fd, const void *data, size_t len)
{
    const char *p = data;

    while (len) {
        ssize_t n = write(fd, p, len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        p += n;
        len -= (size_t)n;
    }
    return 0;
}

ssize_t fd_read_file(int dir_fd, const char *path, char *out, size_t size)
{
    auto_fd int fd = openat(dir_fd, path, O_RDONLY | O_CLOEXEC);
    size_t len = 0;

    if (fd < 0)
        return -1;
    while (len < size) {
        ssize_t n = read(fd, out + len, size - len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0) {
            out[len] = '\0';
            return (ssize_t)len;
        }
        len += (size_t)n;
    }
    errno = EFBIG;
    return -1;
}

int fd_write_file(int dir_fd, const char *path, const char *text, int open_flags)
{
    auto_fd int fd = openat(dir_fd, path, open_flags | O_CLOEXEC, 0600);

    return fd < 0 ? -1 : fd_write_all(fd, text, strlen(text));
}

int fd_replace_file(int dir_fd, const char *name, const void *data, size_t len, mode_t mode)
{
    char tmp[280];
    auto_fd int fd = -1;

    snprintf(tmp, sizeof tmp, ".%s.tmp", name);
    fd = openat(dir_fd, tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0)
        return -1;
    if (fd_write_all(fd, data, len) < 0 || fsync(fd) < 0 || renameat(dir_fd, tmp, dir_fd, name) < 0) {
        int saved = errno;

        unlinkat(dir_fd, tmp, 0);
        errno = saved;
        return -1;
    }
    return fsync(dir_fd);
}

int fd_make_dir(int dir_fd, const char *name, mode_t mode)
{
    if (mkdirat(dir_fd, name, mode) < 0 && errno != EEXIST)
        return -1;
    return openat(dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

int fd_make_path(const char *path, mode_t mode)
{
    char buf[4096];
    size_t len = strlen(path);

    if (len == 0 || len >= sizeof buf) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(buf, path, len + 1);
    for (char *p = buf + 1; *p; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        if (mkdir(buf, 0755) < 0 && errno != EEXIST)
            return -1;
        *p = '/';
    }
    return mkdir(buf, mode) < 0 && errno != EEXIST ? -1 : 0;
}

static int remove_children(int dir_fd, const char *name)
{
    int fd = openat(dir_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    auto_dir DIR *d = NULL;
    struct dirent *ent;

    if (fd < 0)
        return -1;
    d = fdopendir(fd);
    if (!d) {
        close(fd);
        return -1;
    }
    while ((ent = readdir(d))) {
        if (!strcmp(ent->d_name, ".") || !strcmp(ent->d_name, ".."))
            continue;
        if (fd_remove_tree(dirfd(d), ent->d_name) < 0)
            return -1;
    }
    return 0;
}

int fd_remove_tree(int dir_fd, const char *name)
{
    if (unlinkat(dir_fd, name, 0) == 0 || errno == ENOENT)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return -1;
    if (unlinkat(dir_fd, name, AT_REMOVEDIR) == 0 || errno == ENOENT)
        return 0;
    if (errno != ENOTEMPTY && errno != EEXIST)
        return -1;
    if (remove_children(dir_fd, name) < 0)
        return -1;
    return unlinkat(dir_fd, name, AT_REMOVEDIR);
}
