/*
 * rootfs - the container's view of the filesystem, made in its own mount namespace:
 * the host's mount table never changes, and when the namespace ends all of it goes.
 *
 *   overlay -> /proc /sys /sys/fs/cgroup /dev -> the user's mounts -> masks -> pivot
 *
 * Targets are opened below the new root by descriptor; /proc, /sys and /dev must be
 * ordinary directories there, never symlinks of the image.
 */
#include "runtime/launch.h"
#include "runtime/fill.h"
#include "runtime/mounts.h"

#include "base/auto.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

static bool wants_slaves(const struct spec *s)
{
    const struct spec_mount *m = spec_array(s, s->mounts);

    for (uint32_t i = 0; i < s->mounts.count; i++)
        if (m[i].flags & SPEC_MOUNT_SLAVE)
            return true;
    return false;
}

/* Nothing that is mounted here reaches the host; the other way only if a mount wants it. */
int rootfs_private(struct launch *l)
{
    return mount(NULL, "/", NULL, MS_REC | (wants_slaves(l->spec) ? MS_SLAVE : MS_PRIVATE), NULL);
}

#define LAYERS_MAX 256                  /* of which mount(2)'s page of options holds some 230 */

/* Layers are named by descriptor: no path of the host is in mountinfo. */
static int open_layers(struct launch *l, int fds[LAYERS_MAX])
{
    char **lower = spec_pointers(l->spec, l->spec->lower);
    int n = 0;

    for (; *lower; lower++) {
        int fd = n < LAYERS_MAX ? open(*lower, O_PATH | O_DIRECTORY | O_CLOEXEC) : (errno = E2BIG, -1);

        l->detail = "layer";
        if (fd < 0)
            return -1;
        if (l->userns_fd >= 0) {
            struct mount_attr attr = { .attr_set = MOUNT_ATTR_IDMAP, .userns_fd = (uint64_t)l->userns_fd };
            int mapped = mount_clone(fd, "", false);

            l->detail = "layer: idmapped mount";
            if (mapped < 0 || mount_setattr(mapped, "", AT_EMPTY_PATH, &attr, sizeof attr) < 0)
                return -1;
            close(fd);
            fd = mapped;
        }
        fds[n++] = fd;
    }
    l->detail = NULL;
    return n;
}

static size_t name_layers(const int *fds, int count, char *out, size_t size)
{
    size_t n = 0;

    for (int i = 0; i < count && n < size; i++)
        n += (size_t)snprintf(out + n, size - n, "%s/proc/self/fd/%d", i ? ":" : "", fds[i]);
    return n;
}

/* With user.* attributes nothing that a layer or snapshot needs takes a capability; not every filesystem has them. */
static bool has_user_xattrs(const char *dir)
{
    return getxattr(dir, "user.overlay.opaque", NULL, 0) >= 0 || errno == ENODATA;
}

/* By descriptor, while an option of fsconfig(2) holds the names of the layers: 255 bytes. */
static int mount_by_options(const char *lower, const char *upper, const char *work, const char *flags[2])
{
    struct mount_option options[] = { { "lowerdir", lower }, { "upperdir", upper }, { "workdir", work }, { flags[0], NULL }, { flags[0] ? flags[1] : NULL, NULL }, { NULL, NULL } };

    return mount_new("overlay", options, MOUNT_ATTR_NODEV);
}

/* Else by mount(2), whose options may have a page. */
static int mount_by_page(const char *at, const char *lower, const char *upper, const char *work, const char *flags[2])
{
    char data[4096];

    if (snprintf(data, sizeof data, "lowerdir=%s,upperdir=%s,workdir=%s%s%s%s%s", lower, upper, work, flags[0] ? "," : "", flags[0] ? flags[0] : "",
                 flags[0] && flags[1] ? "," : "", flags[0] && flags[1] ? flags[1] : "") >= (int)sizeof data) {
        errno = E2BIG;
        return -1;
    }
    return mount("overlay", at, "overlay", MS_NODEV, data);
}

static int mount_overlay(struct launch *l, const char *lower, size_t lower_len, const char *upper, const char *work)
{
    const char *flags[2] = { NULL, NULL };
    char at[4200];
    auto_fd int overlay = -1, place = -1;
    int n = 0;

    if (has_user_xattrs(spec_text(l->spec, l->spec->upper)))
        flags[n++] = "userxattr";
    if (l->spec->flags & SPEC_VOLATILE)
        flags[n] = "volatile";
    snprintf(at, sizeof at, "%s/root", spec_text(l->spec, l->spec->run_dir));
    if (lower_len > 255) {
        if (mount_by_page(at, lower, upper, work, flags) < 0)
            return -1;
        return l->root_fd = open(at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    }
    overlay = mount_by_options(lower, upper, work, flags);
    place = overlay < 0 ? -1 : open(at, O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (place < 0 || mount_attach(overlay, place) < 0)
        return -1;
    return l->root_fd = openat(overlay, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

int rootfs_overlay(struct launch *l)
{
    char lower[4096], upper[40], work[40];
    int layers[LAYERS_MAX], count = open_layers(l, layers), r;
    auto_fd int upper_fd = open(spec_text(l->spec, l->spec->upper), O_PATH | O_DIRECTORY | O_CLOEXEC);
    auto_fd int work_fd = open(spec_text(l->spec, l->spec->work), O_PATH | O_DIRECTORY | O_CLOEXEC);
    size_t len;

    if (count < 0 || upper_fd < 0 || work_fd < 0)
        return -1;
    len = name_layers(layers, count, lower, sizeof lower);
    if (len >= sizeof lower) {
        errno = E2BIG;
        return -1;
    }
    snprintf(upper, sizeof upper, "/proc/self/fd/%d", upper_fd);
    snprintf(work, sizeof work, "/proc/self/fd/%d", work_fd);
    r = mount_overlay(l, lower, len, upper, work);
    for (int i = 0; i < count; i++)
        close(layers[i]);
    return r < 0 ? -1 : 0;
}

/* An ordinary directory of the root, made if it is missing. */
/* The host's id of the container's root: what is made in its tree is its own. */
static uid_t owner_of(const struct launch *l)
{
    return l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0;
}

static int plain_dir(struct launch *l, const char *path)
{
    int fd = root_open(l->root_fd, path, RESOLVE_NO_SYMLINKS);
    struct stat st;

    l->detail = path;
    if (fd < 0 && errno == ENOENT)
        fd = root_make_dir(l->root_fd, path, 0755, owner_of(l));
    if (fd < 0)
        return -1;
    if (fstat(fd, &st) < 0 || !S_ISDIR(st.st_mode)) {
        close(fd);
        errno = ENOTDIR;
        return -1;
    }
    l->detail = NULL;
    return fd;
}

static int attach_new(struct launch *l, const char *target, const char *type, const struct mount_option *options, uint64_t attributes)
{
    auto_fd int place = plain_dir(l, target), fd = -1;

    if (place < 0)
        return -1;
    l->detail = target;
    fd = mount_new(type, options, attributes);
    if (fd < 0 || mount_attach(fd, place) < 0)
        return -1;
    l->detail = NULL;
    return 0;
}

#define QUIET (MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC)

int rootfs_proc(struct launch *l)
{
    return attach_new(l, "/proc", "proc", NULL, QUIET);
}

int rootfs_sys(struct launch *l)
{
    return attach_new(l, "/sys", "sysfs", NULL, QUIET | MOUNT_ATTR_RDONLY);
}

static int attach_v1(struct launch *l, const char *name)
{
    char target[64];
    struct mount_option options[] = { { name, NULL }, { NULL, NULL } };

    snprintf(target, sizeof target, "/sys/fs/cgroup/%s", name);
    return attach_new(l, target, "cgroup", options, QUIET | MOUNT_ATTR_RDONLY);
}

/* Its own groups, read-only; on v1 the trees that every container is in. */
int rootfs_cgroup(struct launch *l)
{
    static const struct mount_option small[] = { { "size", "64k" }, { "mode", "755" }, { NULL, NULL } };

    if (cgroup_is_v2())
        return attach_new(l, "/sys/fs/cgroup", "cgroup2", NULL, QUIET | MOUNT_ATTR_RDONLY);
    if (attach_new(l, "/sys/fs/cgroup", "tmpfs", small, QUIET) < 0 || attach_v1(l, "memory") < 0 || attach_v1(l, "pids") < 0)
        return -1;
    return attach_new(l, "/sys/fs/cgroup/unified", "cgroup2", NULL, QUIET | MOUNT_ATTR_RDONLY);
}

/* ---------------------------------------------------------------- /dev */

static const struct {
    const char *name;
    unsigned major, minor;
} nodes[] = {
    { "null", 1, 3 }, { "zero", 1, 5 }, { "full", 1, 7 }, { "random", 1, 8 }, { "urandom", 1, 9 }, { "tty", 5, 0 },
};

static const struct {
    const char *name, *target;
} links[] = {
    { "fd", "/proc/self/fd" },       { "stdin", "/proc/self/fd/0" }, { "stdout", "/proc/self/fd/1" },
    { "stderr", "/proc/self/fd/2" }, { "ptmx", "pts/ptmx" },
};

static int fill_dev(struct launch *l, int dev_fd)
{
    uid_t owner = l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0;
    static const char *const dirs[] = { "pts", "shm", "mqueue" };

    for (size_t i = 0; i < sizeof nodes / sizeof *nodes; i++) {
        l->detail = nodes[i].name;
        if (mknodat(dev_fd, nodes[i].name, S_IFCHR | 0666, makedev(nodes[i].major, nodes[i].minor)) < 0)
            return -1;
        if (fchmodat(dev_fd, nodes[i].name, 0666, 0) < 0)
            return -1;                  /* the umask took the others' right to write */
        if (owner && fchownat(dev_fd, nodes[i].name, owner, owner, 0) < 0)
            return -1;
    }
    for (size_t i = 0; i < sizeof links / sizeof *links; i++)
        if (symlinkat(links[i].target, dev_fd, links[i].name) < 0)
            return -1;
    for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++)
        if (mkdirat(dev_fd, dirs[i], 0755) < 0)
            return -1;
    l->detail = NULL;
    return 0;
}

int rootfs_dev(struct launch *l)
{
    char shm_size[32], owner[16], tty[16];
    unsigned base = l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0;
    struct mount_option dev_options[] = { { "size", "64m" }, { "mode", "755" }, { "uid", owner }, { "gid", owner }, { NULL, NULL } };
    struct mount_option shm_options[] = { { "size", shm_size }, { "mode", "1777" }, { "uid", owner }, { "gid", owner }, { NULL, NULL } };
    struct mount_option pts_options[] = { { "newinstance", NULL }, { "ptmxmode", "0666" }, { "mode", "0620" }, { "gid", tty }, { NULL, NULL } };
    auto_fd int place = plain_dir(l, "/dev"), dev = -1;

    snprintf(shm_size, sizeof shm_size, "%llu", (unsigned long long)l->spec->shm_bytes);
    snprintf(owner, sizeof owner, "%u", base);
    snprintf(tty, sizeof tty, "%u", base + 5);
    if (place < 0)
        return -1;
    dev = mount_new("tmpfs", dev_options, MOUNT_ATTR_NOSUID | MOUNT_ATTR_STRICTATIME);
    if (dev < 0 || mount_attach(dev, place) < 0 || fill_dev(l, dev) < 0)
        return -1;
    if (attach_new(l, "/dev/pts", "devpts", pts_options, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NOEXEC) < 0 ||
        attach_new(l, "/dev/shm", "tmpfs", shm_options, QUIET) < 0)
        return -1;
    return attach_new(l, "/dev/mqueue", "mqueue", NULL, QUIET);
}

/* ---------------------------------------------------------------- the user's mounts */

/* A tree of the host's, as this container is to see it. */
static int shape(struct launch *l, const struct spec_mount *m, int tree)
{
    struct mount_attr attr = { .attr_set = MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | (m->flags & SPEC_MOUNT_READ_ONLY ? MOUNT_ATTR_RDONLY : 0),
                               .propagation = m->flags & SPEC_MOUNT_SLAVE ? MS_SLAVE : MS_PRIVATE };
    struct mount_attr map = { .attr_set = MOUNT_ATTR_IDMAP, .userns_fd = (uint64_t)l->userns_fd };

    if (mount_setattr(tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &attr, sizeof attr) < 0)
        return -1;
    if (!(m->flags & SPEC_MOUNT_IDMAP) || l->userns_fd < 0)
        return 0;
    l->detail = "owners cannot be mapped on this filesystem (idmap=false mounts it without)";
    return mount_setattr(tree, "", AT_EMPTY_PATH | AT_RECURSIVE, &map, sizeof map);
}

static int attach_bind(struct launch *l, const struct spec_mount *m)
{
    const char *source = spec_text(l->spec, m->source), *target = spec_text(l->spec, m->target);
    struct open_how how = { .flags = O_PATH | O_CLOEXEC, .resolve = RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS };
    auto_fd int from = (int)syscall(SYS_openat2, AT_FDCWD, source, &how, sizeof how);   /* what was checked, or nothing */
    auto_fd int tree = from < 0 ? -1 : mount_clone(from, "", true), place = -1;
    struct stat st;

    l->detail = source;
    if (tree < 0 || fstat(tree, &st) < 0 || shape(l, m, tree) < 0)
        return -1;
    l->detail = target;
    place = S_ISDIR(st.st_mode) ? root_make_dir(l->root_fd, target, 0755, owner_of(l)) : root_make_file(l->root_fd, target, owner_of(l));
    if (place >= 0 && m->flags & SPEC_MOUNT_FILL && fill_volume(place, from, m->flags & SPEC_MOUNT_IDMAP && l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0) < 0)
        return -1;
    return place < 0 ? -1 : mount_attach(tree, place);
}

static int attach_tmpfs(struct launch *l, const struct spec_mount *m)
{
    char size[32], mode[16], owner[16];
    struct mount_option options[] = { { "mode", mode }, { "uid", owner }, { "gid", owner }, { NULL, NULL }, { NULL, NULL } };
    const char *target = spec_text(l->spec, m->target);
    auto_fd int place = -1, fd = -1;

    snprintf(mode, sizeof mode, "%o", m->mode);
    snprintf(size, sizeof size, "%llu", (unsigned long long)m->size_bytes);
    snprintf(owner, sizeof owner, "%u", l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0);
    if (m->size_bytes)
        options[3] = (struct mount_option){ "size", size };
    l->detail = target;
    fd = mount_new("tmpfs", options, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | (m->flags & SPEC_MOUNT_READ_ONLY ? MOUNT_ATTR_RDONLY : 0));
    place = root_make_dir(l->root_fd, target, 0755, owner_of(l));
    return fd < 0 || place < 0 ? -1 : mount_attach(fd, place);
}

/* ---------------------------------------------------------------- secrets */

/* A filesystem in memory of its own, that is not written to swap where the kernel can help it. */
static int secrets_new(struct launch *l)
{
    char owner[16];
    const struct mount_option options[] = { { "size", "20m" }, { "mode", "755" }, { "uid", owner }, { "gid", owner }, { "noswap", NULL }, { NULL, NULL } };
    struct mount_option less[5];
    int fd;

    snprintf(owner, sizeof owner, "%u", l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0);
    fd = mount_new("tmpfs", options, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC);
    if (fd >= 0)
        return fd;
    memcpy(less, options, sizeof less);
    less[4] = (struct mount_option){ NULL, NULL };      /* before 6.4 */
    return mount_new("tmpfs", less, MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC);
}

static int copy_secret(struct launch *l, const struct spec_mount *m, int secrets, const char *name)
{
    unsigned base = l->spec->flags & SPEC_USERNS ? l->spec->userns_host : 0;
    auto_fd int from = open(spec_text(l->spec, m->source), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    auto_fd int to = from < 0 ? -1 : openat(secrets, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    char room[4096];
    ssize_t n = -1;

    while (to >= 0 && (n = read(from, room, sizeof room)) > 0)
        if (write(to, room, (size_t)n) != n)
            return -1;
    return to < 0 || n < 0 || fchown(to, base + m->uid, base + m->gid) < 0 || fchmod(to, m->mode) < 0 ? -1 : 0;
}

static int attach_secret(struct launch *l, const struct spec_mount *m, int secrets, uint32_t number)
{
    const char *target = spec_text(l->spec, m->target);
    auto_fd int file = -1, place = -1;
    char name[16];

    l->detail = target;
    snprintf(name, sizeof name, "%u", number);
    if (secrets < 0 || copy_secret(l, m, secrets, name) < 0)
        return -1;
    file = mount_clone(secrets, name, false);
    if (file < 0 || mount_attributes(file, MOUNT_ATTR_RDONLY | MOUNT_ATTR_NOSUID | MOUNT_ATTR_NODEV | MOUNT_ATTR_NOEXEC, false) < 0)
        return -1;
    place = root_make_file(l->root_fd, target, owner_of(l));
    return place < 0 ? -1 : mount_attach(file, place);
}

/* Where the image wants a directory, and has none. */
static int make_dirs(struct launch *l)
{
    for (char **dir = spec_pointers(l->spec, l->spec->dirs); *dir; dir++) {
        auto_fd int fd = root_make_dir(l->root_fd, *dir, 0755, owner_of(l));

        l->detail = *dir;
        if (fd < 0 && errno != ENOTDIR)
            return -1;
    }
    l->detail = NULL;
    return 0;
}

static int attach(struct launch *l, const struct spec_mount *m, int *secrets, uint32_t number)
{
    if (m->kind == SPEC_TMPFS)
        return attach_tmpfs(l, m);
    if (m->kind == SPEC_BIND)
        return attach_bind(l, m);
    if (*secrets < 0)
        *secrets = secrets_new(l);
    return attach_secret(l, m, *secrets, number);
}

int rootfs_mounts(struct launch *l)
{
    const struct spec_mount *m = spec_array(l->spec, l->spec->mounts);
    auto_fd int secrets = -1;

    if (make_dirs(l) < 0)
        return -1;
    for (uint32_t i = 0; i < l->spec->mounts.count; i++)
        if (attach(l, &m[i], &secrets, i) < 0)
            return -1;
    l->detail = NULL;
    return 0;
}

/* ---------------------------------------------------------------- masks */

static const char *const masked[] = {
    "/proc/acpi",         "/proc/asound",       "/proc/interrupts",  "/proc/kcore",     "/proc/keys",
    "/proc/kmsg",         "/proc/latency_stats", "/proc/sched_debug", "/proc/scsi",      "/proc/timer_list",
    "/proc/timer_stats",  "/sys/devices/virtual/powercap", "/sys/firmware", "/sys/fs/selinux", "/sys/kernel/security",
};

static const char *const read_only[] = { "/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger" };

/* Opens a path of our own proc or sysfs; 0: the kernel does not have it. */
static int open_own(struct launch *l, const char *path, int *out_fd, struct stat *st)
{
    int fd = root_open(l->root_fd, path, RESOLVE_NO_SYMLINKS);

    l->detail = path;
    if (fd < 0)
        return errno == ENOENT ? 0 : -1;
    *out_fd = fd;
    return fstat(fd, st) < 0 ? -1 : 1;
}

static int mask_path(struct launch *l, const char *path, int null_fd, int *empty_fd)
{
    static const struct mount_option options[] = { { "size", "0" }, { "nr_inodes", "2" }, { "mode", "755" }, { NULL, NULL } };
    auto_fd int place = -1, cover = -1;
    struct stat st;
    int found = open_own(l, path, &place, &st);

    if (found <= 0)
        return found;
    if (!S_ISDIR(st.st_mode)) {
        cover = mount_clone(null_fd, "", false);
        return cover < 0 ? -1 : mount_attach(cover, place);
    }
    if (*empty_fd >= 0) {               /* one empty tmpfs covers all of them */
        cover = mount_clone(*empty_fd, "", false);
        return cover < 0 ? -1 : mount_attach(cover, place);
    }
    *empty_fd = mount_new("tmpfs", options, QUIET | MOUNT_ATTR_RDONLY);
    return *empty_fd < 0 ? -1 : mount_attach(*empty_fd, place);
}

static int lock_path(struct launch *l, const char *path)
{
    auto_fd int place = -1, copy = -1;
    struct stat st;
    int found = open_own(l, path, &place, &st);

    if (found <= 0)
        return found;
    copy = mount_clone(place, "", true);
    if (copy < 0 || mount_attributes(copy, MOUNT_ATTR_RDONLY | QUIET, true) < 0)
        return -1;
    return mount_attach(copy, place);
}

int rootfs_masks(struct launch *l)
{
    auto_fd int null_fd = root_open(l->root_fd, "/dev/null", RESOLVE_NO_SYMLINKS), empty_fd = -1;
    struct stat st;

    if (null_fd < 0 || fstat(null_fd, &st) < 0)
        return -1;
    if (!S_ISCHR(st.st_mode) || st.st_rdev != makedev(1, 3)) {
        errno = ENODEV;
        return -1;
    }
    for (size_t i = 0; i < sizeof masked / sizeof *masked; i++)
        if (mask_path(l, masked[i], null_fd, &empty_fd) < 0)
            return -1;
    for (size_t i = 0; i < sizeof read_only / sizeof *read_only; i++)
        if (lock_path(l, read_only[i]) < 0)
            return -1;
    l->detail = NULL;
    return 0;
}

int rootfs_pivot(struct launch *l)
{
    if (fchdir(l->root_fd) < 0 || syscall(SYS_pivot_root, ".", ".") < 0 || umount2(".", MNT_DETACH) < 0 || chdir("/") < 0)
        return -1;
    if ((l->spec->flags & SPEC_READ_ONLY) && mount_attributes(l->root_fd, MOUNT_ATTR_RDONLY, false) < 0)
        return -1;
    close(l->root_fd);
    l->root_fd = -1;
    return 0;
}
