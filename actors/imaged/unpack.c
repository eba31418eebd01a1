/*
 * quilt-unpack - writes one hostile archive into one directory, and can do nothing else.
 *
 *     quilt-unpack TOTAL_BYTES guess|layer|files
 *
 * Descriptors: 4 the archive, 5 the empty directory that becomes its root, 6 the empty
 * file that keeps the archive.  Its jail (jail.h) has no network, executes, mounts,
 * traces and maps nothing.  The digests are taken over the bytes as they are read, so that
 * what was unpacked is what was hashed.  With guess, an archive whose first entry is as of an image
 * layout is not kept, and the report says so: its files are what matters.
 */
#include "actors/imaged/entry.h"
#include "actors/imaged/jail.h"
#include "actors/imaged/report.h"
#include "actors/imaged/source.h"
#include "actors/imaged/tree.h"
#include "actors/imaged/unpack.h"
#include "base/errors.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

enum { ARCHIVE = WORK_FD, ROOT, KEEP };

static struct {
    struct source *source;
    uint64_t entries, max_bytes, given;
    bool layer, guess, layout;
} w;

static void limit(__rlimit_resource_t what, rlim_t value)
{
    struct rlimit r = { value, value };

    if (setrlimit(what, &r) < 0)
        report_failed(ERR_FAILED, "setrlimit: %s", strerror(errno));
}

static void enter_jail(void)
{
    limit(RLIMIT_AS, 1u << 30);
    limit(RLIMIT_CPU, 1200);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
    limit(RLIMIT_FSIZE, w.max_bytes + (16u << 20));      /* beyond it source.c has said so */
    if (jail_enter(ROOT) < 0)
        report_failed(ERR_FAILED, "entering the layer: %s", strerror(errno));
}

static la_ssize_t on_read(struct archive *a, void *arg, const void **out)
{
    static const uint8_t zeros[512];
    size_t n = source_read(w.source, out);

    (void)a;
    (void)arg;
    if (n || !w.layer || w.given % 512 == 0) {
        w.given += n;
        return (la_ssize_t)n;
    }
    n = 512 - w.given % 512;            /* some tools leave the last block short; the digest says that it is meant so */
    w.given += n;
    *out = zeros;
    return (la_ssize_t)n;
}

static struct archive *open_in(void)
{
    struct archive *a = archive_read_new();

    archive_read_support_format_tar(a);
    if (archive_read_open(a, NULL, NULL, on_read, NULL) != ARCHIVE_OK)
        report_failed(ERR_INVALID, "not a tar archive: %s", archive_error_string(a));
    return a;
}

/* By its first entry: OCI layouts and docker archives have nothing else at the top. */
static bool begins_layout(const char *path)
{
    static const char *const names[] = { "oci-layout", "index.json", "manifest.json", "repositories", "blobs", "blobs/" };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (!strcmp(path, names[i]))
            return true;
    return str_starts(path, "blobs/") || strspn(path, "0123456789abcdef") == 64;
}

/* In a layer a name that begins with '/' begins at the image's root, as umoci writes them. */
static void make_relative(struct archive_entry *entry)
{
    const char *path = archive_entry_pathname(entry), *target = archive_entry_hardlink(entry);
    char copy[4100];

    if (path && *path == '/' && strlen(path) < sizeof copy) {
        str_fmt(copy, sizeof copy, "./%s", path + strspn(path, "/"));
        archive_entry_set_pathname(entry, copy);
    }
    if (target && *target == '/' && strlen(target) < sizeof copy) {
        str_fmt(copy, sizeof copy, "%s", target + strspn(target, "/"));
        archive_entry_set_hardlink(entry, copy);
    }
}

static void take_entry(struct tree *tree, struct archive *in, struct archive_entry *entry)
{
    const char *path, *wrong;

    if (w.layer)
        make_relative(entry);
    wrong = entry_judge(entry, w.max_bytes, &path);
    if (++w.entries > UNPACK_ENTRIES_MAX)
        report_failed(ERR_EXHAUSTED, "the archive has more than %u entries", UNPACK_ENTRIES_MAX);
    if (wrong && *wrong)
        report_failed(ERR_INVALID, "%.200s: %s is refused", path ? path : "?", wrong);
    if (wrong)
        return;
    if (w.guess) {
        w.guess = false;
        w.layout = begins_layout(path);
        if (w.layout)
            source_forget(w.source);
    }
    if (!tree_whiteout(tree, path))
        tree_put(tree, in, entry, path);
}

static uint64_t unpack(void)
{
    struct archive *in = open_in();
    struct tree *tree = tree_new(ROOT);
    struct archive_entry *entry;
    int r;

    while ((r = archive_read_next_header(in, &entry)) == ARCHIVE_OK || r == ARCHIVE_WARN)
        take_entry(tree, in, entry);
    if (r != ARCHIVE_EOF)
        report_failed(ERR_INVALID, "entry %llu: %s", (unsigned long long)w.entries + 1, archive_error_string(in));
    tree_finish(tree);
    return tree_bytes(tree);
}

static uint64_t number(const char *name, const char *text)
{
    uint64_t n;

    if (!text || str_bytes(text, &n) < 0)
        report_failed(ERR_INTERNAL, "%s: %s is not a size", name, text ? text : "nothing");
    return n;
}

int main(int argc, char **argv)
{
    static struct report r;
    const char *max = getenv("QUILT_IMAGE_BYTES_MAX");
    bool own;
    int kind;

    report_begin("quilt-unpack");
    r.total_bytes = number("the archive's size", argc > 1 ? argv[1] : NULL);
    w.guess = argc > 2 && !strcmp(argv[2], "guess");
    own = argc > 2 && !strcmp(argv[2], "own");
    w.layer = own || (argc > 2 && !strcmp(argv[2], "layer"));
    w.max_bytes = max ? number("QUILT_IMAGE_BYTES_MAX", max) : UNPACK_BYTES_MAX;
    enter_jail();
    w.source = source_open(ARCHIVE, fcntl(KEEP, F_GETFD) < 0 ? -1 : KEEP, r.total_bytes, w.max_bytes);
    if (own)
        source_trust(w.source);
    r.bytes = unpack();
    if (w.entries == 0 && w.guess)
        report_failed(ERR_INVALID, "the archive is empty");
    r.entries = w.entries;
    kind = source_finish(w.source, r.blob, r.diff, &r.total_bytes);
    r.done_bytes = source_taken(w.source);
    r.flags = (uint64_t)kind | (w.layout ? UNPACK_LAYOUT : 0);
    if (syncfs(ROOT) < 0)
        report_failed(report_code(errno, ERR_FAILED), "writing the layer to the disk: %s", strerror(errno));
    report_done(&r);
}
