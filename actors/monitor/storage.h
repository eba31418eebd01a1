/*
 * storage - a bound on what a container's own layer holds, where its filesystem keeps one that
 * whoever writes cannot get around: btrfs with quotas, as a limit of the subvolume's group, which
 * goes with the subvolume.
 * Source: btrfs-qgroup(8)
 */
#ifndef MONITOR_STORAGE_H
#define MONITOR_STORAGE_H

#include "base/err.h"

#include <stdint.h>

/* Whether the filesystem of this directory can enforce a bound; ERR_UNSUPPORTED says why not. */
int storage_judge(const char *dir, struct err *e);
/* rw: the layer's subvolume. */
int storage_limit(const char *rw, uint64_t bytes, struct err *e);

#endif
