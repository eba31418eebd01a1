#include "actors/monitor/storage.h"

#include "base/auto.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/btrfs.h>
#include <linux/dqblk_xfs.h>
#include <linux/fs.h>
#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/quota.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

#define XFS_MAGIC 0x58465342
#define PROJECT 2                       /* PRJQUOTA */

static long quota(int fd, int command, uint32_t id, void *arg)
{
    return syscall(SYS_quotactl_fd, fd, QCMD(command, PROJECT), id, arg);
}

static long type_of(int fd)
{
    struct statfs fs;

    return fstatfs(fd, &fs) < 0 ? -1 : (long)fs.f_type;
}

/* Of the container's own id: 31 of its 48 bits, never 0. */
static uint32_t project_of(const char *id)
{
    return (uint32_t)(strtoull(id, NULL, 16) % 2147483646u) + 1;
}

/* ---------------------------------------------------------------- can it? */

static int judge_btrfs(int fd, struct err *e)
{
    /* a group that is not there: with quotas off it is another error */
    struct btrfs_ioctl_qgroup_limit_args none = { .qgroupid = (1ull << 48) | 0xffffffffffull, .lim = { .flags = BTRFS_QGROUP_LIMIT_MAX_RFER, .max_rfer = 1 } };

    if (ioctl(fd, BTRFS_IOC_QGROUP_LIMIT, &none) == 0 || errno == ENOENT)
        return 0;
    return err_set(e, ERR_UNSUPPORTED, "storage limit: quotas are off on the btrfs of the state directory (btrfs quota enable turns them on)");
}

static int judge_project(int fd, const char *name, struct err *e)
{
    struct fs_quota_stat st = { .qs_version = FS_QSTAT_VERSION };
    struct dqblk own;

    if (quota(fd, Q_XGETQSTAT, 0, &st) == 0 && st.qs_flags & FS_QUOTA_PDQ_ENFD)
        return 0;
    if (!strcmp(name, "ext4") && quota(fd, Q_GETQUOTA, 0, &own) == 0)
        return 0;
    return err_set(e, ERR_UNSUPPORTED, "storage limit: the %s of the state directory is mounted without project quotas (mount option prjquota)", name);
}

int storage_judge(const char *dir, struct err *e)
{
    auto_fd int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    long type = fd < 0 ? -1 : type_of(fd);

    if (type < 0)
        return err_sys(e, "%s", dir);
    if (type == BTRFS_SUPER_MAGIC)
        return judge_btrfs(fd, e);
    if (type == XFS_MAGIC || type == EXT4_SUPER_MAGIC)
        return judge_project(fd, type == XFS_MAGIC ? "xfs" : "ext4", e);
    return err_set(e, ERR_UNSUPPORTED, "storage limit: the filesystem of the state directory cannot enforce one; btrfs with quotas, xfs and ext4 with project quotas can");
}

/* ---------------------------------------------------------------- the bound */

static int join_project(const char *path, uint32_t project)
{
    auto_fd int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct fsxattr x;

    if (fd < 0 || ioctl(fd, FS_IOC_FSGETXATTR, &x) < 0)
        return -1;
    x.fsx_projid = project;
    x.fsx_xflags |= FS_XFLAG_PROJINHERIT;
    return ioctl(fd, FS_IOC_FSSETXATTR, &x);
}

static int bound_xfs(int fd, uint32_t project, uint64_t bytes)
{
    struct fs_disk_quota q = { .d_version = FS_DQUOT_VERSION, .d_id = project, .d_flags = FS_PROJ_QUOTA, .d_fieldmask = FS_DQ_BHARD | FS_DQ_BSOFT,
                               .d_blk_hardlimit = bytes / 512, .d_blk_softlimit = bytes / 512 };

    return (int)quota(fd, Q_XSETQLIM, project, &q);
}

static int bound_ext4(int fd, uint32_t project, uint64_t bytes)
{
    struct dqblk q = { .dqb_bhardlimit = bytes / 1024, .dqb_bsoftlimit = bytes / 1024, .dqb_valid = QIF_BLIMITS };

    return (int)quota(fd, Q_SETQUOTA, project, &q);
}

static int bound_btrfs(int fd, uint64_t bytes)
{
    struct btrfs_ioctl_qgroup_limit_args q = { .lim = { .flags = BTRFS_QGROUP_LIMIT_MAX_RFER, .max_rfer = bytes ? bytes : UINT64_MAX } };

    return ioctl(fd, BTRFS_IOC_QGROUP_LIMIT, &q);
}

int storage_limit(const char *rw, const char *id, uint64_t bytes, struct err *e)
{
    static const char *const dirs[] = { "", "/upper", "/work" };
    auto_fd int fd = open(rw, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    long type = fd < 0 ? -1 : type_of(fd);
    uint32_t project = project_of(id);
    char path[1300];
    int r = 0;

    if (type == BTRFS_SUPER_MAGIC)
        return bound_btrfs(fd, bytes) < 0 ? err_sys(e, "storage limit") : 0;
    for (int i = 0; i < 3 && r == 0; i++) {
        str_fmt(path, sizeof path, "%s%s", rw, dirs[i]);
        r = join_project(path, project);
    }
    if (type < 0 || r < 0 || (type == XFS_MAGIC ? bound_xfs(fd, project, bytes) : bound_ext4(fd, project, bytes)) < 0)
        return err_sys(e, "storage limit");
    return 0;
}

void storage_forget(const char *rw, const char *id)
{
    auto_fd int fd = open(rw, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    long type = fd < 0 ? -1 : type_of(fd);

    if (type == XFS_MAGIC)
        bound_xfs(fd, project_of(id), 0);
    else if (type == EXT4_SUPER_MAGIC)
        bound_ext4(fd, project_of(id), 0);
}
