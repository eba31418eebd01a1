/*
 * mounts - the new mount API by descriptor: nothing here resolves a path of the
 * container by text, so nothing in an image can lead a mount outside.
 * All return a descriptor or 0, or -1 with errno.  Source: fsopen(2), move_mount(2), openat2(2).
 */
#ifndef RUNTIME_MOUNTS_H
#define RUNTIME_MOUNTS_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct mount_option {
    const char *key, *value;            /* value NULL: a flag; key NULL: the end */
};

/* A new filesystem, not attached yet. */
int mount_new(const char *type, const struct mount_option *options, uint64_t attributes);
/* Puts a detached mount on what target_fd is. */
int mount_attach(int mount_fd, int target_fd);
/* A detached copy of the mount at fd/path. */
int mount_clone(int dir_fd, const char *path, bool recursive);
int mount_attributes(int mount_fd, uint64_t set, bool recursive);

/* Below root_fd, never leaving it and never through a magic link.  O_PATH descriptors. */
int root_open(int root_fd, const char *path, uint64_t more_resolve);
/* Makes missing directories on the way; what is made is the owner's. */
int root_make_dir(int root_fd, const char *path, mode_t mode, uid_t owner);
/* An existing file or directory as it is; a missing one is made as an empty file. */
int root_make_file(int root_fd, const char *path, uid_t owner);

#endif
