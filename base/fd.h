/*
 * fd - whole reads and writes, and small files below a directory descriptor.
 * Every descriptor made here is close-on-exec.
 */
#ifndef BASE_FD_H
#define BASE_FD_H

#include <stddef.h>
#include <sys/types.h>

/* All of `len`, over short writes and EINTR; -1 with errno. */
int fd_write_all(int fd, const void *data, size_t len);
/* Up to size-1 bytes of a small file, NUL-terminated; the length, or -1 with errno (EFBIG: longer). */
ssize_t fd_read_file(int dir_fd, const char *path, char *out, size_t size);
/* Opens, writes and closes; for kernel files and one-shot records.  -1 with errno. */
int fd_write_file(int dir_fd, const char *path, const char *text, int open_flags);
/* Temporary file, fsync, rename over `name`, fsync of the directory: all of it or nothing of it. */
int fd_replace_file(int dir_fd, const char *name, const void *data, size_t len, mode_t mode);
/* mkdir that is content with an existing directory; opens it (O_DIRECTORY|O_NOFOLLOW).  fd or -1. */
int fd_make_dir(int dir_fd, const char *name, mode_t mode);
/* mkdir -p of an absolute path; -1 with errno. */
int fd_make_path(const char *path, mode_t mode);
/* Deletes `name` below dir_fd, a tree if it is one, never following a symlink.  Gone already is 0. */
int fd_remove_tree(int dir_fd, const char *name);

#endif
