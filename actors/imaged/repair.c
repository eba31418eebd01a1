#include "actors/imaged/repair.h"

#include "base/auto.h"
#include "base/fd.h"
#include "runtime/mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>

#define HOME ".quilt-repair"

static const char *const dirs[] = { "bin", "usr/bin", "sbin", "usr/sbin" };

static const char *const tools[] = {
    "sh",   "ash",   "awk",  "base64", "basename", "bash", "cat",   "chmod", "chown", "cp",    "cut",    "date", "dd",     "df",    "dirname", "du",
    "echo", "env",   "expr", "false",  "find",     "free", "grep",  "gunzip", "gzip", "head",  "hostname", "id",  "install", "ip",   "kill",    "less",
    "ln",   "ls",    "md5sum", "mkdir", "mktemp",  "more", "mv",    "nc",    "nslookup", "ping", "printf", "ps",  "pwd",    "readlink", "realpath", "rm",
    "rmdir", "sed",  "seq",  "sha256sum", "sleep", "sort", "stat",  "sync",  "tail",  "tar",   "tee",    "test", "time",   "timeout", "top",   "touch",
    "tr",   "true",  "tty",  "uname",  "uniq",     "vi",   "wc",    "wget",  "which", "whoami", "xargs", "yes",
};

/* A name that is there and leads nowhere; the parents may be what is broken. */
static int is_broken(int root, const char *path)
{
    auto_fd int fd = root_open(root, path, 0);
    char parent[64], *slash;
    struct stat st;
    auto_fd int dir = -1;

    if (fd >= 0 || errno != ENOENT)
        return 0;
    snprintf(parent, sizeof parent, "%s", path);
    slash = strrchr(parent, '/');
    *slash = '\0';
    dir = root_open(root, parent, 0);
    if (dir < 0)                        /* bin -> /nix/store/…/bin: is bin itself a symlink that leads nowhere? */
        return fstatat(root, parent, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode);
    return fstatat(dir, slash + 1, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(st.st_mode);
}

static int copy_busybox(int repair, const char *from, struct err *e)
{
    auto_fd int in = open(from, O_RDONLY | O_CLOEXEC), home = fd_make_dir(repair, HOME, 0755), out = -1;
    struct stat st;
    off_t left;

    if (in < 0 || fstat(in, &st) < 0)
        return err_sys(e, "%s", from);
    out = home < 0 ? -1 : openat(home, "busybox", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0755);
    if (out < 0)
        return err_sys(e, "repair layer");
    for (left = st.st_size; left > 0;) {
        ssize_t n = sendfile(out, in, NULL, (size_t)left);

        if (n <= 0)
            return err_sys(e, "repair layer");
        left -= n;
    }
    return fchmod(out, 0755) < 0 ? err_sys(e, "repair layer") : 0;
}

static int open_repair(int layer_dir, int *repair, const char *busybox, struct err *e)
{
    if (*repair >= 0)
        return 0;
    *repair = fd_make_dir(layer_dir, "repair", 0755);
    if (*repair < 0)
        return err_sys(e, "repair layer");
    return copy_busybox(*repair, busybox, e);
}

/* The directory in the image that `path` leads to may be another one (bin -> usr/bin): the link goes where it really is. */
static int supply(int repair, const char *dir, const char *tool, struct err *e)
{
    char up[64], path[128], target[128];
    const char *slash = strchr(dir, '/');
    int existing;

    snprintf(up, sizeof up, "%.*s", slash ? (int)(slash - dir) : (int)strlen(dir), dir);
    existing = mkdirat(repair, up, 0755);
    if (existing < 0 && errno != EEXIST)
        return err_sys(e, "repair layer: %s", up);
    if (slash && mkdirat(repair, dir, 0755) < 0 && errno != EEXIST)
        return err_sys(e, "repair layer: %s", dir);
    snprintf(path, sizeof path, "%s/%s", dir, tool);
    snprintf(target, sizeof target, "/%s/busybox", HOME);
    return symlinkat(target, repair, path) < 0 && errno != EEXIST ? err_sys(e, "repair layer: %s", path) : 0;
}

/* usr may be a symlink (and fine): a directory of ours would hide it. */
static int resolves_elsewhere(int root, const char *dir)
{
    struct stat st;
    char first[16];

    snprintf(first, sizeof first, "%.*s", (int)strcspn(dir, "/"), dir);
    if (fstatat(root, first, &st, AT_SYMLINK_NOFOLLOW) < 0 || !S_ISLNK(st.st_mode))
        return 0;
    auto_fd int fd = root_open(root, first, 0);

    return fd >= 0;
}

int repair_make(int layer_dir, const char *busybox_path, struct err *e)
{
    auto_fd int root = openat(layer_dir, "root", O_RDONLY | O_DIRECTORY | O_CLOEXEC), repair = -1;
    int count = 0;

    if (root < 0)
        return err_sys(e, "layer");
    for (size_t d = 0; d < sizeof dirs / sizeof *dirs; d++) {
        if (resolves_elsewhere(root, dirs[d]))
            continue;
        for (size_t t = 0; t < sizeof tools / sizeof *tools; t++) {
            char path[64];

            snprintf(path, sizeof path, "%s/%s", dirs[d], tools[t]);
            if (!is_broken(root, path))
                continue;
            if (open_repair(layer_dir, &repair, busybox_path, e) < 0 || supply(repair, dirs[d], tools[t], e) < 0)
                return -1;
            count++;
        }
    }
    return count;
}
