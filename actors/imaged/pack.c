/*
 * quilt-pack - a writable layer as an image's layer: a gzip'd tar, whiteouts and all.
 *
 *     quilt-pack BASE COUNT [PATH…]
 *
 * Descriptors: 4 the layer's upper directory, which becomes its root, 5 the empty file.
 * BASE and COUNT: ids from BASE on are 0… of the user namespace it was written in.  What lies
 * below a PATH is left out: image volumes are nobody's layer.  Entries are sorted, so that the
 * same tree gives the same layer.
 * Source: OCI image specification, layer.md
 */
#include "actors/imaged/entry.h"
#include "actors/imaged/jail.h"
#include "actors/imaged/report.h"
#include "actors/imaged/sha256.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <isa-l.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { UPPER = WORK_FD, OUT };

#define DEPTH_MAX 1000

static struct {
    struct report report;
    uint64_t base, count;
    char **left_out;
    struct archive *tar;
    struct archive_entry_linkresolver *links;
    struct sha256 *diff, *blob;
    struct isal_zstream zip;
    uint8_t level[ISAL_DEF_LVL1_DEFAULT], out[1 << 18];
} w;

static _Noreturn void fail(const char *path, const char *what)
{
    report_failed(report_code(errno, ERR_FAILED), "%.300s: %s%s%s", path, what, *what ? ": " : "", strerror(errno));
}

/* ---------------------------------------------------------------- gzip, hashed on both sides */

static void deflate(const void *data, size_t len, bool last)
{
    w.zip.next_in = (uint8_t *)(uintptr_t)data;
    w.zip.avail_in = (uint32_t)len;
    w.zip.end_of_stream = last;
    w.zip.flush = NO_FLUSH;
    do {
        w.zip.next_out = w.out;
        w.zip.avail_out = sizeof w.out;
        if (isal_deflate(&w.zip) != COMP_OK)
            report_failed(ERR_INTERNAL, "compressing failed");
        sha256_add(w.blob, w.out, sizeof w.out - w.zip.avail_out);
        w.report.total_bytes += sizeof w.out - w.zip.avail_out;
        if (fd_write_all(OUT, w.out, sizeof w.out - w.zip.avail_out) < 0)
            fail("the layer's archive", "");
    } while (w.zip.avail_out == 0 || (last && w.zip.internal_state.state != ZSTATE_END));
}

static la_ssize_t on_write(struct archive *a, void *arg, const void *data, size_t len)
{
    (void)a;
    (void)arg;
    sha256_add(w.diff, data, len);
    deflate(data, len, false);
    w.report.done_bytes += len;
    report_progress(&w.report);
    return (la_ssize_t)len;
}

static void open_out(void)
{
    isal_deflate_init(&w.zip);
    w.zip.gzip_flag = IGZIP_GZIP;
    w.zip.level = 1;
    w.zip.level_buf = w.level;
    w.zip.level_buf_size = sizeof w.level;
    w.diff = sha256_new();
    w.blob = sha256_new();
    w.tar = archive_write_new();
    w.links = archive_entry_linkresolver_new();
    archive_entry_linkresolver_set_strategy(w.links, ARCHIVE_FORMAT_TAR_PAX_RESTRICTED);
    archive_write_set_format_pax_restricted(w.tar);
    archive_write_set_bytes_per_block(w.tar, 1 << 16);
    archive_write_set_bytes_in_last_block(w.tar, 1);
    if (archive_write_open(w.tar, NULL, NULL, on_write, NULL) != ARCHIVE_OK)
        report_failed(ERR_INTERNAL, "writing a tar archive: %s", archive_error_string(w.tar));
}

/* ---------------------------------------------------------------- entries */

static void put_data(const char *path, int fd, int64_t size)
{
    static char room[1 << 18];
    int64_t done = 0;

    while (done < size) {
        ssize_t n = read(fd, room, size - done < (int64_t)sizeof room ? (size_t)(size - done) : sizeof room);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            report_failed(ERR_FAILED, "%.300s: %s", path, n < 0 ? strerror(errno) : "became shorter while it was read");
        if (archive_write_data(w.tar, room, (size_t)n) < 0)
            fail(path, "");
        done += n;
    }
}

static void put_header(const char *path, struct archive_entry *entry)
{
    w.report.entries++;
    if (archive_write_header(w.tar, entry) < ARCHIVE_WARN)
        report_failed(report_code(archive_errno(w.tar), ERR_FAILED), "%.300s: %s", path, archive_error_string(w.tar));
}

/* An empty file by this name is what says that something is gone. */
static void put_mark(const char *dir, const char *prefix, const char *name)
{
    struct archive_entry *entry = archive_entry_new();
    char path[PATH_MAX];

    if (snprintf(path, sizeof path, "%s%s%s%s", dir, *dir ? "/" : "", prefix, name) >= (int)sizeof path)
        report_failed(ERR_INVALID, "%.300s: its path is too long", dir);
    archive_entry_set_pathname(entry, path);
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_entry_set_size(entry, 0);
    archive_entry_set_mtime(entry, 0, 0);
    put_header(path, entry);
    archive_entry_free(entry);
}

static int64_t unshift(uint64_t id)
{
    return w.count == 0 ? (int64_t)id : id >= w.base && id < w.base + w.count ? (int64_t)(id - w.base) : 65534;
}

static bool is_kept(const char *name)
{
    return !strcmp(name, "security.capability") || (str_starts(name, "user.") && !str_starts(name, "user.overlay."));
}

static void add_xattrs(struct archive_entry *entry, const char *path)
{
    char names[65536], value[65536];
    ssize_t len = llistxattr(path, names, sizeof names);

    for (char *name = names; len > 0 && name < names + len; name += strlen(name) + 1) {
        ssize_t n = is_kept(name) ? lgetxattr(path, name, value, sizeof value) : -1;

        if (n >= 0)
            archive_entry_xattr_add_entry(entry, name, value, (size_t)n);
    }
}

static void put_entry(const char *path, const struct stat *st, int fd)
{
    struct archive_entry *entry = archive_entry_new(), *spare = NULL;
    char target[PATH_MAX];

    archive_entry_copy_stat(entry, st);
    archive_entry_set_pathname(entry, path);
    archive_entry_set_uid(entry, unshift(st->st_uid));
    archive_entry_set_gid(entry, unshift(st->st_gid));
    archive_entry_unset_atime(entry);
    archive_entry_unset_ctime(entry);
    if (S_ISLNK(st->st_mode)) {
        ssize_t n = readlink(path, target, sizeof target - 1);

        if (n < 0)
            fail(path, "");
        target[n] = '\0';
        archive_entry_set_symlink(entry, target);
    }
    if (!S_ISREG(st->st_mode))
        archive_entry_set_size(entry, 0);
    add_xattrs(entry, path);
    archive_entry_linkify(w.links, &entry, &spare);
    put_header(path, entry);
    if (fd >= 0 && archive_entry_size(entry) > 0)
        put_data(path, fd, archive_entry_size(entry));
    archive_entry_free(entry);
}

/* ---------------------------------------------------------------- the walk */

static bool is_left_out(const char *path)
{
    /* files of Quilt's own are mounted there: empty ones are what it mounts them on */
    static const char *const places[] = { "etc/hosts", "etc/hostname", "etc/resolv.conf" };
    struct stat st;

    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (!strcmp(path, places[i]) && lstat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size == 0)
            return true;
    for (char **p = w.left_out; *p; p++) {
        const char *out = *p + strspn(*p, "/");
        size_t len = strlen(out);

        while (len && out[len - 1] == '/')
            len--;
        if (!strncmp(path, out, len) && path[len] == '/')
            return true;
    }
    return false;
}

static void walk(const char *dir, int depth);

static bool is_opaque(const char *path)
{
    char value[4];

    return lgetxattr(path, "user.overlay.opaque", value, sizeof value) == 1 && value[0] == 'y';
}

static void take(const char *dir, const char *name, int depth)
{
    auto_free char *path = xalloc(PATH_MAX);
    auto_fd int fd = -1;
    struct stat st;

    if (snprintf(path, PATH_MAX, "%s%s%s", dir, *dir ? "/" : "", name) >= PATH_MAX)
        report_failed(ERR_INVALID, "%.300s: its path is too long", dir);
    if (lstat(path, &st) < 0)
        fail(path, "");
    if (is_left_out(path) || S_ISSOCK(st.st_mode))
        return;
    if (S_ISCHR(st.st_mode) && st.st_rdev == 0) {
        put_mark(dir, ".wh.", name);
        return;
    }
    if (str_starts(name, ".wh."))
        report_failed(ERR_INVALID, "%.300s: a layer cannot hold a file whose name begins with .wh.", path);
    if (S_ISCHR(st.st_mode) || S_ISBLK(st.st_mode))
        return;
    if (S_ISREG(st.st_mode) && (fd = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)) < 0)
        fail(path, "");
    put_entry(path, &st, fd);
    if (!S_ISDIR(st.st_mode))
        return;
    if (is_opaque(path))
        put_mark(path, ".wh..wh..opq", "");
    walk(path, depth + 1);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static void walk(const char *dir, int depth)
{
    struct dirent **list = NULL;
    int n = depth < DEPTH_MAX ? scandir(*dir ? dir : ".", &list, NULL, by_name) : 0;

    if (depth >= DEPTH_MAX)
        report_failed(ERR_INVALID, "%.300s: directories are nested more than %d deep", dir, DEPTH_MAX);
    if (n < 0)
        fail(dir, "");
    for (int i = 0; i < n; i++) {
        auto_free struct dirent *ent = list[i];

        if (strcmp(ent->d_name, ".") && strcmp(ent->d_name, ".."))
            take(dir, ent->d_name, depth);
    }
    free(list);
}

int main(int argc, char **argv)
{
    struct rlimit memory = { 1ul << 30, 1ul << 30 }, none = { 0, 0 };

    report_begin("quilt-pack");
    if (argc < 3 || str_uint(argv[1], UINT32_MAX, &w.base) < 0 || str_uint(argv[2], 1ull << 33, &w.count) < 0)
        report_failed(ERR_INTERNAL, "quilt-pack BASE COUNT [PATH…]");
    w.left_out = argv + 3;
    setrlimit(RLIMIT_CORE, &none);
    if (setrlimit(RLIMIT_AS, &memory) < 0 || jail_enter(UPPER) < 0)
        report_failed(ERR_FAILED, "entering the layer: %s", strerror(errno));
    open_out();
    walk("", 0);
    if (archive_write_close(w.tar) != ARCHIVE_OK)
        fail("the layer's archive", "");
    deflate("", 0, true);
    sha256_end(w.diff, w.report.diff);
    sha256_end(w.blob, w.report.blob);
    if (fsync(OUT) < 0)
        fail("the layer's archive", "");
    report_done(&w.report);
}
