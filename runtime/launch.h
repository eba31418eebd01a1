/*
 * launch - the steps of a start as one table, run in order by the process that
 * becomes the container's process 1 (or an exec session's process).
 *
 * A step that fails sets errno and, if it helps, launch.detail; its name and errno
 * travel through a close-on-exec pipe, so that the keeper can say exactly what did
 * not work.  Nothing here allocates.
 */
#ifndef RUNTIME_LAUNCH_H
#define RUNTIME_LAUNCH_H

#include "runtime/cgroup.h"
#include "runtime/record.h"
#include "runtime/spec.h"

struct launch {
    struct spec *spec;
    struct cgroup_join cgroup;
    struct launch_times *times;         /* shared with the keeper */
    int64_t clock_ns;                   /* where the running phase began */
    int report_fd;                      /* write end */
    int out_fd, err_fd;                 /* write ends */
    int in_fd;                          /* read end, or -1 */
    int terminal_fd;                    /* SPEC_TTY: where both ends of the terminal are sent, or -1 */
    int init_record_fd;                 /* O_APPEND */
    int userns_fd;                      /* or -1 */
    int target_fd;                      /* exec: pidfd of the container's process 1 */
    int netns_fd;                       /* SPEC_NET_GIVEN, or -1 */
    int root_fd;                        /* the container's root, while it is being made */
    char **setup_argv;                  /* a setup command instead of the container's own, or NULL */
    const char *detail;
};

struct stage {
    const char *name;
    int (*run)(struct launch *l);
};

/* Runs the table; at the first failure reports and _exits with 125. */
void launch_run(struct launch *l, const struct stage *stages);

extern const struct stage launch_container[];   /* up to the fork of the command */
extern const struct stage launch_join[];        /* exec: enter the namespaces */
extern const struct stage launch_command[];     /* from there to execve */
extern const struct stage launch_work[];        /* SPEC_WORK: all of it */

/* ---- stages by file */
int rootfs_private(struct launch *l);
int rootfs_overlay(struct launch *l);
int rootfs_proc(struct launch *l);
int rootfs_sys(struct launch *l);
int rootfs_cgroup(struct launch *l);
int rootfs_dev(struct launch *l);
int rootfs_mounts(struct launch *l);
int rootfs_masks(struct launch *l);
int rootfs_pivot(struct launch *l);

int user_apply(struct launch *l);       /* groups, gid, uid, HOME: after the bounding set */
int user_prepare(struct launch *l);     /* looks the user up in the image's files */
int user_owns_stdin(struct launch *l);  /* the terminal's file is its user's */
int privileges_bound(struct launch *l);
int privileges_drop(struct launch *l);
int privileges_filter_early(struct launch *l);
int privileges_filter(struct launch *l);

#endif
