#include "actors/monitor/storage.h"

#include "base/auto.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/btrfs.h>
#include <linux/magic.h>
#include <sys/ioctl.h>
#include <sys/vfs.h>

static int set_limit(int fd, uint64_t group, uint64_t bytes)
{
    struct btrfs_ioctl_qgroup_limit_args q = { .qgroupid = group, .lim = { .flags = BTRFS_QGROUP_LIMIT_MAX_RFER, .max_rfer = bytes } };

    return ioctl(fd, BTRFS_IOC_QGROUP_LIMIT, &q);
}

int storage_judge(const char *dir, struct err *e)
{
    const uint64_t nobody = (1ull << 48) | 0xffffffffffull;     /* a group that is not there: with quotas off it is another error */
    auto_fd int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct statfs fs;

    if (fd < 0 || fstatfs(fd, &fs) < 0)
        return err_sys(e, "%s", dir);
    if (fs.f_type != BTRFS_SUPER_MAGIC)
        return err_set(e, ERR_UNSUPPORTED, "storage limit: the filesystem of the state directory cannot enforce one; btrfs with quotas can");
    if (set_limit(fd, nobody, 1) == 0 || errno == ENOENT)
        return 0;
    return err_set(e, ERR_UNSUPPORTED, "storage limit: quotas are off on the btrfs of the state directory (btrfs quota enable turns them on)");
}

int storage_limit(const char *rw, uint64_t bytes, struct err *e)
{
    auto_fd int fd = open(rw, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    return fd < 0 || set_limit(fd, 0, bytes) < 0 ? err_sys(e, "storage limit") : 0;
}
