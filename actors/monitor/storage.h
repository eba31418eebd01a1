/*
 * storage - a bound on what a container's own layer holds, where its filesystem keeps one:
 * btrfs with quotas (a limit of the subvolume's group), xfs and ext4 with project quotas.
 * Sources: btrfs-qgroup(8), quotactl(2), ioctl_xfs_fsgetxattr(2)
 */
#ifndef MONITOR_STORAGE_H
#define MONITOR_STORAGE_H

#include "base/err.h"

#include <stdint.h>

/* Whether the filesystem of this directory can enforce a bound; ERR_UNSUPPORTED says why not. */
int storage_judge(const char *dir, struct err *e);
/* rw: the layer's directory, upper and work below it; id names the project. */
int storage_limit(const char *rw, const char *id, uint64_t bytes, struct err *e);
/* The bound goes with the container. */
void storage_forget(const char *rw, const char *id);

#endif
