/*
 * quilt-copy - files of one tree as a tar stream, a tar stream into one tree, and what a
 * writable layer changed.
 *
 *     quilt-copy out PATH…        stdin unused; the archive on stdout
 *     quilt-copy in PATH          the archive on stdin; PATH is a directory to put its entries in,
 *                                 or does not exist and is the new name of the one thing in it
 *     quilt-copy diff UPPER LOWER…   lines of "A|C|D /path" on stdout
 *
 * With --tree before it, descriptor 3 is the tree's root, and its jail (jail.h): a container's tree is
 * hostile, and may change meanwhile.  Descriptor 4, if it is there, is the user namespace
 * (or a process of it) whose ids the tree has.  Without it works on the caller's own files,
 * for the command line, and refuses archives whose entries pass through symlinks.
 * On stderr: "total BYTES" before an archive, for a progress bar; what failed, one line.
 */
#include "actors/imaged/entry.h"
#include "actors/imaged/jail.h"
#include "base/auto.h"
#include "base/str.h"

#include <archive.h>
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <grp.h>
#include <limits.h>
#include <locale.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { ROOT_FD = 3, USERNS_FD = 4 };

static bool jailed;

static _Noreturn void fail(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
static _Noreturn void fail(const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    vfprintf(stderr, fmt, ap);
    va_end(ap);
    fputc('\n', stderr);
    exit(1);
}

/* libarchive says what it did, not why it failed. */
static _Noreturn void fail_at(const char *path, struct archive *a)
{
    const char *text = archive_error_string(a);
    int sys = archive_errno(a);

    fail("%.200s: %s%s%s", path, text ? text : "cannot be read", sys > 0 ? ": " : "", sys > 0 ? strerror(sys) : "");
}

/* ---------------------------------------------------------------- out */

static uint64_t total;

static int add_size(const char *path, const struct stat *st, int type, struct FTW *where)
{
    (void)path;
    (void)where;
    if (type == FTW_F && S_ISREG(st->st_mode))
        total += (uint64_t)st->st_size;
    return 0;
}

/* What its name in the archive begins behind: the directory that holds it. */
static size_t parent_len(const char *path)
{
    size_t len = strlen(path);

    while (len && path[len - 1] == '/')
        len--;
    while (len && path[len - 1] != '/')
        len--;
    return len;
}

static void fill(struct archive *out, la_int64_t gap, const char *path)
{
    static const char zeros[1 << 16];

    for (; gap > 0; gap -= (la_int64_t)sizeof zeros)
        if (archive_write_data(out, zeros, gap < (la_int64_t)sizeof zeros ? (size_t)gap : sizeof zeros) < 0)
            fail_at(path, out);
}

static void write_entry(struct archive *out, struct archive *disk, struct archive_entry *entry, const char *path)
{
    const void *block;
    size_t size;
    la_int64_t at, written = 0;
    int r;

    entry_filter_xattrs(entry);
    archive_entry_acl_clear(entry);
    archive_entry_set_fflags(entry, 0, 0);
    archive_entry_set_uname(entry, NULL);
    archive_entry_set_gname(entry, NULL);
    if (archive_write_header(out, entry) < ARCHIVE_WARN)
        fail_at(path, out);
    if (archive_entry_filetype(entry) != AE_IFREG || archive_entry_size(entry) <= 0)
        return;
    while ((r = archive_read_data_block(disk, &block, &size, &at)) == ARCHIVE_OK) {
        fill(out, at - written, path);  /* holes are zeros to the writer, which leaves them out by its own map */
        if (archive_write_data(out, block, size) < 0)
            fail_at(path, out);
        written = at + (la_int64_t)size;
    }
    if (r != ARCHIVE_EOF)
        fail_at(path, disk);
}

/* All of it is what it is made of: what is mounted there (proc, sys, volumes) is not. */
static bool is_whole(const char *path)
{
    return !path[strspn(path, "/.")];
}

/* Which mount it is of; 0: it went. */
static uint64_t mount_of(const char *path)
{
    struct statx st;

    return statx(AT_FDCWD, path, AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT, STATX_MNT_ID, &st) == 0 ? st.stx_mnt_id : 0;
}

static void write_tree(struct archive *out, struct archive_entry_linkresolver *links, const char *path)
{
    struct archive *disk = archive_read_disk_new();
    size_t skip = parent_len(path);
    uint64_t mount = is_whole(path) ? mount_of(path) : 0;
    int r;

    archive_read_disk_set_symlink_physical(disk);
    archive_read_disk_set_behavior(disk, ARCHIVE_READDISK_NO_ACL | ARCHIVE_READDISK_NO_FFLAGS | (is_whole(path) ? ARCHIVE_READDISK_NO_TRAVERSE_MOUNTS : 0));
    if (archive_read_disk_open(disk, path) != ARCHIVE_OK)
        fail_at(path, disk);
    for (;;) {
        struct archive_entry *entry = archive_entry_new();
        const char *name, *full;

        r = archive_read_next_header2(disk, entry);
        if (r == ARCHIVE_EOF) {
            archive_entry_free(entry);
            break;
        }
        full = archive_entry_pathname(entry);
        if (r < ARCHIVE_WARN && access(full ? full : path, F_OK) == 0)
            fail_at(full ? full : path, disk);
        archive_read_disk_descend(disk);
        name = full && strlen(full) > skip ? full + skip : "";
        name += strspn(name, "/");
        if (mount && full && archive_entry_filetype(entry) != AE_IFDIR && mount_of(full) != mount)
            r = ARCHIVE_FAILED;         /* a file that is mounted there: a secret, a part of the host */
        if (r >= ARCHIVE_WARN && archive_entry_filetype(entry) != AE_IFSOCK) {  /* one that went meanwhile is not there */
            auto_free char *copy = strdup(*name ? name : "."), *where = strdup(full ? full : path);
            struct archive_entry *spare = NULL;

            archive_entry_set_pathname(entry, copy);
            archive_entry_linkify(links, &entry, &spare);       /* never keeps one for later with this format */
            write_entry(out, disk, entry, where);
        }
        archive_entry_free(entry);
    }
    archive_read_free(disk);
}

static void copy_out(char **paths)
{
    struct archive_entry_linkresolver *links = archive_entry_linkresolver_new();
    struct archive *out = archive_write_new();

    archive_entry_linkresolver_set_strategy(links, ARCHIVE_FORMAT_TAR_PAX_RESTRICTED);
    for (char **p = paths; *p; p++) {
        struct stat st;

        if (lstat(*p, &st) < 0)
            fail("%.200s: %s", *p, strerror(errno));
        nftw(*p, add_size, 32, FTW_PHYS | (is_whole(*p) ? FTW_MOUNT : 0));
    }
    fprintf(stderr, "total %llu\n", (unsigned long long)total);
    archive_write_set_format_pax_restricted(out);
    archive_write_add_filter_none(out);
    archive_write_set_bytes_in_last_block(out, 1);
    if (archive_write_open_fd(out, 1) != ARCHIVE_OK)
        fail("%s", archive_error_string(out));
    for (char **p = paths; *p; p++)
        write_tree(out, links, *p);
    if (archive_write_close(out) != ARCHIVE_OK)
        fail("%s", archive_error_string(out));
    archive_entry_linkresolver_free(links);
}

/* ---------------------------------------------------------------- in */

struct into {
    const char *new_name;               /* for the one thing at the top, or NULL */
    char top[256];                      /* its name in the archive */
};

/* PATH as it is meant: enters the directory. */
static void enter(struct into *in, char *path)
{
    size_t len = parent_len(path);
    struct stat st;

    if (stat(path, &st) == 0) {
        if (S_ISDIR(st.st_mode)) {
            if (chdir(path) < 0)
                fail("%.200s: %s", path, strerror(errno));
            return;
        }
        if (!S_ISREG(st.st_mode))
            fail("%.200s: is neither a file nor a directory", path);
        in->new_name = path + len;      /* a file is replaced */
    } else if (errno != ENOENT) {
        fail("%.200s: %s", path, strerror(errno));
    } else {
        size_t end = strlen(path);

        while (end > len && path[end - 1] == '/')
            path[--end] = '\0';
        in->new_name = path + len;
    }
    if (len) {
        auto_free char *parent = strndup(path, len);

        if (chdir(parent) < 0)
            fail("%.200s: %s", parent, strerror(errno));
    }
}

static void rename_top(struct into *in, const char *path, char *out, size_t size)
{
    size_t first = strcspn(path, "/");

    if (!in->top[0])
        snprintf(in->top, sizeof in->top, "%.*s", (int)first, path);
    if (strlen(in->top) != first || strncmp(in->top, path, first))
        fail("%.200s: %s does not exist, and the archive holds more than one thing to give that name to", path, in->new_name);
    snprintf(out, size, "%s%s", in->new_name, path + first);
}

static void copy_data(struct archive *from, struct archive *to, const char *path)
{
    const void *block;
    size_t size;
    la_int64_t at;
    int r;

    while ((r = archive_read_data_block(from, &block, &size, &at)) == ARCHIVE_OK)
        if (archive_write_data_block(to, block, size, at) < ARCHIVE_OK)
            fail_at(path, to);
    if (r != ARCHIVE_EOF)
        fail_at(path, from);
}

/* A directory that a link leads to, in a container: its entries go there.  Anything else in a directory's place is refused. */
static bool is_there(const char *path)
{
    auto_free char *name = strdup(path);
    size_t len = strlen(path);
    struct stat st;

    while (len > 1 && name[len - 1] == '/')     /* lstat(2) follows a link that ends so */
        name[--len] = '\0';
    if (lstat(name, &st) < 0 || S_ISDIR(st.st_mode))
        return false;
    if (jailed && S_ISLNK(st.st_mode) && stat(name, &st) == 0 && S_ISDIR(st.st_mode))
        return true;
    fail("%.200s: exists and is no directory", name);
}

/* "." and ".." of a link's target are within the archive, as of its path. */
static void take(struct into *in, struct archive *from, struct archive *to, struct archive_entry *entry)
{
    const char *path, *link = archive_entry_hardlink(entry), *wrong = entry_judge(entry, UINT64_MAX, &path);
    char name[4400], target[4400];

    if (wrong && *wrong)
        fail("%.200s: %s is refused", path ? path : "?", wrong);
    if (wrong)
        return;
    if (archive_entry_filetype(entry) == AE_IFCHR || archive_entry_filetype(entry) == AE_IFBLK)
        fail("%.200s: a device node is refused", path);
    snprintf(name, sizeof name, "%s", path);
    if (in->new_name)
        rename_top(in, path, name, sizeof name);
    if (archive_entry_filetype(entry) == AE_IFDIR && is_there(name))
        return;
    archive_entry_set_pathname(entry, name);
    if (link && in->new_name) {
        while (link[0] == '.' && link[1] == '/')
            link += 2;
        rename_top(in, link, target, sizeof target);
        archive_entry_set_hardlink(entry, target);
    }
    entry_filter_xattrs(entry);
    archive_entry_acl_clear(entry);
    archive_entry_set_fflags(entry, 0, 0);
    if (archive_write_header(to, entry) < ARCHIVE_WARN)
        fail_at(name, to);
    if (archive_entry_size(entry) > 0 && !link)
        copy_data(from, to, name);
    if (archive_write_finish_entry(to) < ARCHIVE_WARN)
        fail_at(name, to);
}

static void copy_in(char *path)
{
    const int secure = ARCHIVE_EXTRACT_SECURE_NODOTDOT | ARCHIVE_EXTRACT_SECURE_NOABSOLUTEPATHS | (jailed ? 0 : ARCHIVE_EXTRACT_SECURE_SYMLINKS);
    const int owner = jailed || geteuid() == 0 ? ARCHIVE_EXTRACT_OWNER : 0;
    struct archive *from = archive_read_new(), *to = archive_write_disk_new();
    struct archive_entry *entry;
    struct into in = { 0 };
    int r;

    enter(&in, path);
    archive_read_support_filter_gzip(from);
    archive_read_support_filter_zstd(from);
    archive_read_support_filter_xz(from);
    archive_read_support_filter_bzip2(from);
    archive_read_support_format_tar(from);
    if (archive_read_open_fd(from, 0, 1 << 17) != ARCHIVE_OK)
        fail("not a tar archive: %s", archive_error_string(from));
    archive_write_disk_set_options(to, owner | ARCHIVE_EXTRACT_PERM | ARCHIVE_EXTRACT_TIME | ARCHIVE_EXTRACT_XATTR | (jailed ? ARCHIVE_EXTRACT_UNLINK : 0) | secure);
    while ((r = archive_read_next_header(from, &entry)) == ARCHIVE_OK || r == ARCHIVE_WARN)
        take(&in, from, to, entry);
    if (r != ARCHIVE_EOF)
        fail("the archive is damaged or not a tar archive: %s", archive_error_string(from));
    if (archive_write_close(to) != ARCHIVE_OK)
        fail("%s", archive_error_string(to));
}

/* ---------------------------------------------------------------- diff */

struct layers {
    char **lower;
};

static void say(char kind, const char *path)
{
    printf("%c ", kind);
    for (const char *p = path; *p; p++)
        if ((unsigned char)*p < 32 || *p == 127 || *p == '\\')
            printf("\\%03o", (unsigned char)*p);
        else
            putchar(*p);
    putchar('\n');
}

/* In the topmost lower layer that says anything of it; no layer of ours is hostile to its reader: symlinks are not followed. */
static bool below(const struct layers *l, const char *path, struct stat *out)
{
    for (char **dir = l->lower; *dir; dir++) {
        char full[PATH_MAX];

        if (snprintf(full, sizeof full, "%s%s", *dir, path) < (int)sizeof full && lstat(full, out) == 0)
            return !(S_ISCHR(out->st_mode) && out->st_rdev == 0);
    }
    return false;
}

static bool is_opaque(const char *dir)
{
    char value[4];

    return (lgetxattr(dir, "user.overlay.opaque", value, sizeof value) == 1 || lgetxattr(dir, "trusted.overlay.opaque", value, sizeof value) == 1) && value[0] == 'y';
}

/* What an opaque directory hides. */
static void say_hidden(const struct layers *l, const char *upper, const char *path)
{
    for (char **dir = l->lower; *dir; dir++) {
        char full[PATH_MAX];
        auto_dir DIR *d = NULL;
        struct dirent *ent;

        snprintf(full, sizeof full, "%s%s", *dir, path);
        d = opendir(full);
        while (d && (ent = readdir(d))) {
            char here[PATH_MAX], inside[PATH_MAX];
            struct stat st;

            if (!strcmp(ent->d_name, ".") || !strcmp(ent->d_name, ".."))
                continue;
            if (snprintf(here, sizeof here, "%s/%s", upper, ent->d_name) < (int)sizeof here && lstat(here, &st) == 0)
                continue;
            if (snprintf(inside, sizeof inside, "%s/%s", path, ent->d_name) < (int)sizeof inside)
                say('D', inside);
        }
    }
}

/* Where files of Quilt's are mounted. */
static bool is_place(const char *path, const struct stat *st)
{
    return !st->st_size && S_ISREG(st->st_mode) && (!strcmp(path, "/etc/hosts") || !strcmp(path, "/etc/hostname") || !strcmp(path, "/etc/resolv.conf"));
}

static void walk(const struct layers *l, const char *upper, const char *path, int depth)
{
    struct dirent **list = NULL;
    int n = depth < 1000 ? scandir(upper, &list, NULL, alphasort) : 0;

    for (int i = 0; i < n; i++) {
        auto_free struct dirent *ent = list[i];
        char here[PATH_MAX], inside[PATH_MAX];
        struct stat st, old;
        bool was;

        if (!strcmp(ent->d_name, ".") || !strcmp(ent->d_name, "..") || snprintf(here, sizeof here, "%s/%s", upper, ent->d_name) >= (int)sizeof here ||
            snprintf(inside, sizeof inside, "%s/%s", path, ent->d_name) >= (int)sizeof inside || lstat(here, &st) < 0)
            continue;
        was = below(l, inside, &old);
        if (!was && is_place(inside, &st))
            continue;
        if (S_ISCHR(st.st_mode) && st.st_rdev == 0) {
            if (was)
                say('D', inside);
            continue;
        }
        say(was ? 'C' : 'A', inside);
        if (!S_ISDIR(st.st_mode))
            continue;
        if (was && is_opaque(here))
            say_hidden(l, here, inside);
        walk(l, here, inside, depth + 1);
    }
    free(list);
}

static void diff(char **layers)
{
    const struct layers l = { layers + 1 };

    if (access(layers[0], F_OK) < 0 && errno != ENOENT)
        fail("the writable layer: %s", strerror(errno));
    walk(&l, layers[0], "", 0);
    if (fflush(stdout) != 0)
        fail("%s", strerror(errno));
}

/* ---------------------------------------------------------------- */

/* The tree's owner's ids mean what they mean inside. */
static void enter_userns(void)
{
    if (fcntl(USERNS_FD, F_GETFD) < 0)
        return;
    if (setns(USERNS_FD, CLONE_NEWUSER) < 0 || setgroups(0, NULL) < 0 || setresgid(0, 0, 0) < 0 || setresuid(0, 0, 0) < 0)
        fail("entering the user namespace: %s", strerror(errno));
    close(USERNS_FD);
}

static void enter_tree(void)
{
    struct rlimit memory = { 1u << 30, 1u << 30 }, none = { 0, 0 };

    if (!jailed)
        return;
    setrlimit(RLIMIT_AS, &memory);
    setrlimit(RLIMIT_CORE, &none);
    enter_userns();
    if (jail_enter(ROOT_FD) < 0)
        fail("entering the tree: %s", strerror(errno));
}

int main(int argc, char **argv)
{
    prctl(PR_SET_NAME, "quilt-copy");
    prctl(PR_SET_DUMPABLE, 0);
    setlocale(LC_CTYPE, "C.UTF-8");
    umask(0);
    if (argc > 2 && !strcmp(argv[1], "diff")) {
        diff(argv + 2);
        return 0;
    }
    jailed = argc > 1 && !strcmp(argv[1], "--tree");
    argc -= jailed;
    argv += jailed;
    enter_tree();
    if (argc > 2 && !strcmp(argv[1], "out"))
        copy_out(argv + 2);
    else if (argc == 3 && !strcmp(argv[1], "in"))
        copy_in(argv[2]);
    else
        fail("quilt-copy [--tree] out PATH… | in PATH | diff UPPER LOWER…");
    return 0;
}
