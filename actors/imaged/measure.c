/*
 * quilt-measure - how much is where below the state directory; and whether blobs are what they are called.
 *
 *     quilt-measure usage|blobs
 *
 * Descriptor 4 is the state directory, which becomes its root.  Reports `found` for each thing:
 * text "KIND NAME", bytes on the disk, entries; blobs: only those whose digest is another one.
 */
#include "actors/imaged/jail.h"
#include "actors/imaged/report.h"
#include "actors/imaged/sha256.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/must.h"
#include "base/str.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#define DIRECTORY (O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
#define DEPTH_MAX 2000

/* What goes meanwhile is not there. */
static void measure(int at, const char *name, struct report *r, int depth)
{
    auto_fd int fd = -1;
    auto_dir DIR *d = NULL;
    struct dirent *ent;
    struct stat st;

    if (fstatat(at, name, &st, AT_SYMLINK_NOFOLLOW) < 0 || depth > DEPTH_MAX)
        return;
    r->bytes += (uint64_t)st.st_blocks * 512 / (S_ISREG(st.st_mode) && st.st_nlink > 1 ? st.st_nlink : 1);
    r->entries++;
    if (!S_ISDIR(st.st_mode))
        return;
    fd = openat(at, name, DIRECTORY);
    d = fd < 0 ? NULL : fdopendir(dup(fd));
    while (d && (ent = readdir(d)))
        if (strcmp(ent->d_name, ".") && strcmp(ent->d_name, ".."))
            measure(fd, ent->d_name, r, depth + 1);
}

static void each(const char *dir, const char *kind, void (*fn)(int at, const char *name, const char *kind))
{
    int fd = open(dir, DIRECTORY);
    auto_dir DIR *d = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *ent;

    while (d && (ent = readdir(d)))
        if (strcmp(ent->d_name, ".") && strcmp(ent->d_name, ".."))
            fn(dirfd(d), ent->d_name, kind);
}

static void say_size(int at, const char *name, const char *kind)
{
    static struct report r;

    r = (struct report){ 0 };
    measure(at, name, &r, 0);
    snprintf(r.text, sizeof r.text, "%s %.255s", str_starts(name, "trash-") ? "trash" : kind, name);
    report_found(&r);
}

static void say_trash(int at, const char *name, const char *kind)
{
    if (str_starts(name, "trash-"))
        say_size(at, name, kind);
}

static void say_damaged(int at, const char *name, const char *kind)
{
    static uint8_t room[1 << 18];
    static struct report r;
    auto_fd int fd = -1;
    struct sha256 *h;
    char real[65];
    ssize_t n;

    if (strlen(name) != 64)
        return;
    fd = openat(at, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    h = sha256_new();
    while (fd >= 0 && (n = read(fd, room, sizeof room)) > 0)
        sha256_add(h, room, (size_t)n);
    sha256_end(h, real);
    r = (struct report){ 0 };
    snprintf(r.text, sizeof r.text, "%s %.255s", kind, name);
    if (fd >= 0 && strcmp(real, name))
        report_found(&r);
}

int main(int argc, char **argv)
{
    struct rlimit none = { 0, 0 }, files;
    static struct report r;

    report_begin("quilt-measure");
    setrlimit(RLIMIT_CORE, &none);
    if (getrlimit(RLIMIT_NOFILE, &files) == 0)
        files.rlim_cur = files.rlim_max;        /* each level of directories takes one */
    if (setrlimit(RLIMIT_NOFILE, &files) < 0 || jail_enter(WORK_FD) < 0)
        report_failed(ERR_FAILED, "entering the state directory: %s", strerror(errno));
    if (argc > 1 && !strcmp(argv[1], "blobs")) {
        each("blobs/sha256", "blob", say_damaged);
    } else {
        each("containers", "container", say_size);
        each("volumes", "volume", say_size);
        each("snapshots", "snapshot", say_size);
        each("partial", "partial", say_size);
        each("uploads", "upload", say_size);
        each("layers", "trash", say_trash);
    }
    report_done(&r);
}
