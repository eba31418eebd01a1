#include "runtime/mounts.h"

#include "base/auto.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>

int mount_new(const char *type, const struct mount_option *options, uint64_t attributes)
{
    auto_fd int fs = fsopen(type, FSOPEN_CLOEXEC);

    if (fs < 0)
        return -1;
    for (; options && options->key; options++)
        if (fsconfig(fs, options->value ? FSCONFIG_SET_STRING : FSCONFIG_SET_FLAG, options->key, options->value, 0) < 0)
            return -1;
    if (fsconfig(fs, FSCONFIG_CMD_CREATE, NULL, NULL, 0) < 0)
        return -1;
    return fsmount(fs, FSMOUNT_CLOEXEC, (unsigned)attributes);
}

int mount_attach(int mount_fd, int target_fd)
{
    return move_mount(mount_fd, "", target_fd, "", MOVE_MOUNT_F_EMPTY_PATH | MOVE_MOUNT_T_EMPTY_PATH);
}

int mount_clone(int dir_fd, const char *path, bool recursive)
{
    unsigned flags = OPEN_TREE_CLONE | OPEN_TREE_CLOEXEC | (recursive ? AT_RECURSIVE : 0) | (*path ? 0 : AT_EMPTY_PATH);

    return open_tree(dir_fd, path, flags);
}

int mount_attributes(int mount_fd, uint64_t set, bool recursive)
{
    struct mount_attr attr = { .attr_set = set };

    return mount_setattr(mount_fd, "", AT_EMPTY_PATH | (recursive ? AT_RECURSIVE : 0), &attr, sizeof attr);
}

static int open2(int dir_fd, const char *path, uint64_t flags, uint64_t resolve)
{
    struct open_how how = { .flags = flags | O_CLOEXEC, .resolve = resolve };
    int fd;

    do                                  /* EAGAIN: a rename elsewhere raced with the walk */
        fd = (int)syscall(SYS_openat2, dir_fd, path, &how, sizeof how);
    while (fd < 0 && errno == EAGAIN);
    return fd;
}

int root_open(int root_fd, const char *path, uint64_t more_resolve)
{
    while (*path == '/')
        path++;
    return open2(root_fd, *path ? path : ".", O_PATH, RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS | more_resolve);
}

/* Splits off the last component; both parts in `buf`.  A path that ends in "." or ".." is refused. */
static int split(const char *path, char buf[4096], char **parent, char **last)
{
    size_t len = strlen(path);

    while (len && path[len - 1] == '/')
        len--;
    if (len == 0 || len >= 4095) {
        errno = len ? ENAMETOOLONG : EINVAL;
        return -1;
    }
    memcpy(buf, path, len);
    buf[len] = '\0';
    *last = strrchr(buf, '/');
    if (*last) {
        *(*last)++ = '\0';
        *parent = buf;
    } else {
        *last = buf;
        *parent = buf + len;            /* "" */
    }
    if (!strcmp(*last, ".") || !strcmp(*last, "..")) {
        errno = EINVAL;
        return -1;
    }
    return 0;
}

/* From the deepest directory that exists downwards, one component at a time. */
int root_make_dir(int root_fd, const char *path, mode_t mode, uid_t owner)
{
    char walked[4096] = "", copy[4096], *save = NULL;

    if (strlen(path) >= sizeof copy) {
        errno = ENAMETOOLONG;
        return -1;
    }
    strcpy(copy, path);
    for (char *part = strtok_r(copy, "/", &save); part; part = strtok_r(NULL, "/", &save)) {
        auto_fd int parent = root_open(root_fd, walked, 0), here = -1;

        if (parent < 0)
            return -1;
        if (walked[0])
            strcat(walked, "/");
        strcat(walked, part);
        here = root_open(root_fd, walked, 0);
        if (here >= 0 || errno != ENOENT)
            continue;
        if (mkdirat(parent, part, mode) == 0 ? owner && fchownat(parent, part, owner, owner, AT_SYMLINK_NOFOLLOW) < 0 : errno != EEXIST)
            return -1;
    }
    return open2(root_fd, walked[0] ? walked : ".", O_PATH | O_DIRECTORY, RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS);
}

int root_make_file(int root_fd, const char *path, uid_t owner)
{
    char buf[4096], *parent, *last;
    struct stat st;
    auto_fd int dir = -1, made = -1;
    int fd = root_open(root_fd, path, 0);

    if (fd >= 0 || errno != ENOENT)
        return fd;
    if (split(path, buf, &parent, &last) < 0)
        return -1;
    dir = root_make_dir(root_fd, parent, 0755, owner);
    if (dir < 0)
        return -1;
    made = openat(dir, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    /* a link that leads nowhere (systemd's resolv.conf): a file takes its place, in the writable layer */
    if (made < 0 && errno == EEXIST && fstatat(dir, last, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode) && unlinkat(dir, last, 0) == 0)
        made = openat(dir, last, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (made < 0 || (owner && fchown(made, owner, owner) < 0))
        return -1;
    return root_open(root_fd, path, 0);
}
