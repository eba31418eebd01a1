/*
 * quilt-unpack - writes one hostile archive into one directory, and can do nothing else.
 *
 * Its root is the directory; it has no network, cannot execute, mount, trace or map
 * code, and keeps only the capabilities that ownership needs.  The archive's SHA-256
 * is taken over the bytes as they are read, so that what was unpacked is what was
 * hashed.  Started by imaged with three descriptors (unpack.h); ends with a result.
 */
#include "actors/imaged/unpack.h"

#include "actors/imaged/entry.h"
#include "actors/imaged/jail.h"

#include "base/str.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <openssl/evp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static struct {
    uint8_t buffer[1 << 17];
    EVP_MD_CTX *hash;
    uint64_t read_bytes, said_bytes, bytes, entries, max_bytes;
} w;

static _Noreturn void end(struct unpack_message *m)
{
    m->read_bytes = w.read_bytes;
    m->bytes = w.bytes;
    m->entries = w.entries;
    _exit(send(UNPACK_TALK_FD, m, sizeof *m, MSG_NOSIGNAL) == (ssize_t)sizeof *m && m->type == UNPACK_DONE ? 0 : 1);
}

static _Noreturn void fail(int exhausted, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static _Noreturn void fail(int exhausted, const char *fmt, ...)
{
    struct unpack_message m = { .type = UNPACK_FAILED, .exhausted = (uint32_t)exhausted };
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(m.text, sizeof m.text, fmt, ap);
    va_end(ap);
    end(&m);
}

/* ---------------------------------------------------------------- reading and hashing */

static ssize_t read_some(void)
{
    ssize_t n;

    do
        n = read(UNPACK_ARCHIVE_FD, w.buffer, sizeof w.buffer);
    while (n < 0 && errno == EINTR);
    if (n > 0) {
        w.read_bytes += (uint64_t)n;
        if (EVP_DigestUpdate(w.hash, w.buffer, (size_t)n) != 1)
            fail(0, "hashing failed");
    }
    if (n > 0 && w.read_bytes - w.said_bytes >= 1 << 20) {
        struct unpack_message m = { .type = UNPACK_PROGRESS, .read_bytes = w.read_bytes };

        w.said_bytes = w.read_bytes;
        send(UNPACK_TALK_FD, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL);
    }
    return n;
}

static la_ssize_t on_read(struct archive *a, void *arg, const void **out)
{
    ssize_t n = read_some();

    (void)arg;
    if (n < 0)
        archive_set_error(a, errno, "reading the archive: %s", strerror(errno));
    *out = w.buffer;
    return n;
}

/* ---------------------------------------------------------------- the jail */

static void limit(__rlimit_resource_t what, rlim_t value)
{
    struct rlimit r = { value, value };

    if (setrlimit(what, &r) < 0)
        fail(0, "setrlimit: %s", strerror(errno));
}

static void enter_jail(void)
{
    limit(RLIMIT_AS, 1u << 30);
    limit(RLIMIT_CPU, 1200);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_FSIZE, w.max_bytes);
    signal(SIGXFSZ, SIG_IGN);
    if (jail_enter(UNPACK_ROOT_FD) < 0)
        fail(0, "entering the layer: %s", strerror(errno));
}

/* ---------------------------------------------------------------- writing */

static void count_bytes(const char *path, uint64_t n)
{
    w.bytes += n;
    if (w.bytes > w.max_bytes)
        fail(1, "%s: the archive unpacks to more than %llu bytes", path, (unsigned long long)w.max_bytes);
    if (w.bytes > UNPACK_RATIO_FROM && w.bytes / (w.read_bytes + 1) > UNPACK_RATIO_MAX)
        fail(1, "%s: the archive unpacks to more than %u times its size", path, UNPACK_RATIO_MAX);
}

static int disk_is_full(struct archive *a)
{
    return archive_errno(a) == ENOSPC || archive_errno(a) == EDQUOT;
}

static void copy_data(struct archive *in, struct archive *out, const char *path)
{
    const void *block;
    size_t size;
    la_int64_t at;
    int r;

    while ((r = archive_read_data_block(in, &block, &size, &at)) == ARCHIVE_OK) {
        count_bytes(path, size);
        if (archive_write_data_block(out, block, size, at) < ARCHIVE_OK)
            fail(disk_is_full(out), "%s: %s", path, archive_error_string(out));
    }
    if (r != ARCHIVE_EOF)
        fail(0, "%s: %s", path, archive_error_string(in) ? archive_error_string(in) : "the archive is damaged");
}

/* A directory on the way that is a symlink would put the entry somewhere else than it says. */
static char straight[4100];             /* the last parent that was found to have none */

static void refuse_detour(const char *path, const char *what)
{
    char parent[4100];
    const char *end = strrchr(what, '/');
    struct stat st;

    if (!end)
        return;
    snprintf(parent, sizeof parent, "%.*s", (int)(end - what), what);
    if (!strcmp(parent, straight))
        return;
    for (char *slash = strchr(parent, '/');; slash = strchr(slash + 1, '/')) {
        if (slash)
            *slash = '\0';
        if (lstat(parent, &st) == 0 && S_ISLNK(st.st_mode))
            fail(0, "%.200s: passes through the symlink %.100s: refused", path, parent);
        if (!slash)
            break;
        *slash = '/';
    }
    snprintf(straight, sizeof straight, "%s", parent);
}

static void write_entry(struct archive *in, struct archive *out, struct archive_entry *entry)
{
    const char *path, *wrong = entry_judge(entry, w.max_bytes, &path);
    char name[4100];

    if (++w.entries > UNPACK_ENTRIES_MAX)
        fail(1, "the archive has more than %u entries", UNPACK_ENTRIES_MAX);
    if (wrong && *wrong)
        fail(0, "%.200s: %s is refused", path ? path : "?", wrong);
    if (wrong)
        return;
    snprintf(name, sizeof name, "%s", path);
    refuse_detour(name, name);
    if (archive_entry_hardlink(entry))
        refuse_detour(name, archive_entry_hardlink(entry));
    archive_entry_set_pathname(entry, name);
    entry_filter_xattrs(entry);
    if (archive_entry_filetype(entry) == AE_IFLNK)
        straight[0] = '\0';
    archive_entry_acl_clear(entry);
    archive_entry_set_fflags(entry, 0, 0);
    if (archive_write_header(out, entry) < ARCHIVE_WARN)
        fail(disk_is_full(out), "%.200s: %s", name, archive_error_string(out));
    if (archive_entry_size(entry) > 0 && !archive_entry_hardlink(entry))
        copy_data(in, out, name);
    if (archive_write_finish_entry(out) < ARCHIVE_WARN)
        fail(disk_is_full(out), "%.200s: %s", name, archive_error_string(out));
}

static struct archive *open_in(void)
{
    struct archive *a = archive_read_new();

    archive_read_support_filter_gzip(a);
    archive_read_support_filter_zstd(a);
    archive_read_support_filter_xz(a);
    archive_read_support_filter_bzip2(a);
    archive_read_support_format_tar(a);
    if (archive_read_open(a, NULL, NULL, on_read, NULL) != ARCHIVE_OK)
        fail(0, "not a tar archive: %s", archive_error_string(a));
    return a;
}

static struct archive *open_out(void)
{
    struct archive *a = archive_write_disk_new();

    archive_write_disk_set_options(a, ARCHIVE_EXTRACT_OWNER | ARCHIVE_EXTRACT_PERM | ARCHIVE_EXTRACT_TIME | ARCHIVE_EXTRACT_XATTR |
                                          ARCHIVE_EXTRACT_UNLINK | ARCHIVE_EXTRACT_SECURE_SYMLINKS | ARCHIVE_EXTRACT_SECURE_NODOTDOT |
                                          ARCHIVE_EXTRACT_SECURE_NOABSOLUTEPATHS);
    return a;
}

static void unpack(void)
{
    struct archive *in = open_in(), *out = open_out();
    struct archive_entry *entry;
    ssize_t rest;
    int r;

    while ((r = archive_read_next_header(in, &entry)) == ARCHIVE_OK || r == ARCHIVE_WARN)
        write_entry(in, out, entry);
    if (r != ARCHIVE_EOF)
        fail(0, "entry %llu: %s", (unsigned long long)w.entries + 1, archive_error_string(in));
    if (w.entries == 0)
        fail(0, "the archive is empty");
    if (archive_write_close(out) != ARCHIVE_OK)
        fail(disk_is_full(out), "%s", archive_error_string(out));
    while ((rest = read_some()) > 0)    /* what follows the end mark belongs to the digest */
        ;
    if (rest < 0)
        fail(0, "reading the archive: %s", strerror(errno));
}

int main(void)
{
    struct unpack_message m = { .type = UNPACK_DONE };
    uint8_t digest[EVP_MAX_MD_SIZE];
    unsigned len;
    const char *max = getenv("QUILT_IMAGE_BYTES_MAX");

    prctl(PR_SET_NAME, "quilt-unpack");
    prctl(PR_SET_DUMPABLE, 0);
    setlocale(LC_CTYPE, "C.UTF-8");
    w.max_bytes = UNPACK_BYTES_MAX;
    if (max && str_bytes(max, &w.max_bytes) < 0)
        fail(0, "QUILT_IMAGE_BYTES_MAX: %s is not a size", max);
    w.hash = EVP_MD_CTX_new();
    if (!w.hash || EVP_DigestInit_ex(w.hash, EVP_sha256(), NULL) != 1)
        fail(0, "hashing is not available");
    umask(0);
    enter_jail();
    unpack();
    if (EVP_DigestFinal_ex(w.hash, digest, &len) != 1 || len != 32)
        fail(0, "hashing failed");
    str_hex(digest, 32, m.digest);
    if (syncfs(UNPACK_ROOT_FD) < 0)
        fail(errno == ENOSPC, "writing the layer to the disk: %s", strerror(errno));
    end(&m);
}
