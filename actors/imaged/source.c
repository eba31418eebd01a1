#include "actors/imaged/source.h"

#include "actors/imaged/report.h"
#include "actors/imaged/sha256.h"
#include "base/errors.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <isa-l.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define IN_ROOM (1u << 17)
#define OUT_ROOM (1u << 18)

struct source {
    int fd, keep_fd, kind;
    struct sha256 *blob, *diff;
    uint64_t taken, given, kept, total_bytes, max_bytes;
    uint8_t in[IN_ROOM], out[OUT_ROOM];
    size_t in_len;                      /* the first bytes, read to see what it is */
    bool in_first, ended;
    struct inflate_state inflate;       /* SOURCE_GZIP */
    bool between;                       /* two members of a gzip file */
    struct archive *raw;                /* SOURCE_ZSTD, SOURCE_OTHER */
    bool trusted;
};

static void keep(struct source *s, const void *data, size_t len)
{
    if (s->keep_fd >= 0 && fd_write_all(s->keep_fd, data, len) < 0)
        report_failed(report_code(errno, ERR_FAILED), "keeping the archive: %s", strerror(errno));
    s->kept += len;
}

/* ---------------------------------------------------------------- from the file */

static size_t take(struct source *s, const uint8_t **out)
{
    ssize_t n;

    *out = s->in;
    if (s->in_first) {
        s->in_first = false;
        return s->in_len;
    }
    do
        n = read(s->fd, s->in, IN_ROOM);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        report_failed(ERR_FAILED, "reading the archive: %s", strerror(errno));
    if (n == 0)
        return 0;
    s->taken += (uint64_t)n;
    if (s->kind != SOURCE_OTHER)
        keep(s, s->in, (size_t)n);
    if (s->kind != SOURCE_PLAIN)
        sha256_add(s->blob, s->in, (size_t)n);
    report_progress(&(struct report){ .done_bytes = s->taken, .total_bytes = s->total_bytes });
    return (size_t)n;
}

static la_ssize_t on_raw(struct archive *a, void *arg, const void **out)
{
    const uint8_t *data;
    size_t n = take(arg, &data);

    (void)a;
    *out = data;
    return (la_ssize_t)n;
}

static void open_raw(struct source *s)
{
    struct archive_entry *entry;

    s->raw = archive_read_new();
    archive_read_support_filter_zstd(s->raw);
    archive_read_support_filter_xz(s->raw);
    archive_read_support_filter_bzip2(s->raw);
    archive_read_support_format_raw(s->raw);
    if (archive_read_open(s->raw, s, NULL, on_raw, NULL) != ARCHIVE_OK || archive_read_next_header(s->raw, &entry) != ARCHIVE_OK)
        report_failed(ERR_INVALID, "the archive's compression: %s", archive_error_string(s->raw));
}

static int kind_of(const uint8_t *d, size_t n)
{
    if (n >= 2 && d[0] == 0x1f && d[1] == 0x8b)
        return SOURCE_GZIP;
    if (n >= 4 && !memcmp(d, "\x28\xb5\x2f\xfd", 4))
        return SOURCE_ZSTD;
    return (n >= 6 && !memcmp(d, "\xfd" "7zXZ", 6)) || (n >= 3 && !memcmp(d, "BZh", 3)) ? SOURCE_OTHER : SOURCE_PLAIN;
}

struct source *source_open(int fd, int keep_fd, uint64_t total_bytes, uint64_t max_bytes)
{
    struct source *s = xalloc(sizeof *s);
    const uint8_t *first;

    *s = (struct source){ .fd = fd, .keep_fd = -1, .kind = SOURCE_PLAIN, .total_bytes = total_bytes, .max_bytes = max_bytes, .blob = sha256_new(), .diff = sha256_new() };
    s->in_len = take(s, &first);
    s->in_first = true;
    s->kind = kind_of(first, s->in_len);
    s->keep_fd = keep_fd;
    s->kept = 0;
    if (s->kind != SOURCE_OTHER)
        keep(s, first, s->in_len);
    if (s->kind != SOURCE_PLAIN)
        sha256_add(s->blob, first, s->in_len);
    if (s->kind == SOURCE_GZIP) {
        isal_inflate_init(&s->inflate);
        s->inflate.crc_flag = ISAL_GZIP;
    } else if (s->kind != SOURCE_PLAIN) {
        open_raw(s);
    }
    return s;
}

/* ---------------------------------------------------------------- unpacked */

/* The next member begins, or something that is none follows the last one, as blocks of zeros do: false. */
static bool next_member(struct source *s)
{
    struct inflate_state *z = &s->inflate;
    const uint8_t *at = z->next_in;
    uint32_t left = z->avail_in;

    if (left == 0 && (left = (uint32_t)take(s, &at)) == 0)
        return false;
    if (at[0] != 0x1f)
        return false;
    isal_inflate_init(z);
    z->crc_flag = ISAL_GZIP;
    z->next_in = (uint8_t *)(uintptr_t)at;
    z->avail_in = left;
    return true;
}

static size_t inflate_some(struct source *s)
{
    struct inflate_state *z = &s->inflate;
    const uint8_t *in;

    if (s->between && !next_member(s))
        return 0;
    s->between = false;
    z->next_out = s->out;
    z->avail_out = OUT_ROOM;
    while (z->avail_out == OUT_ROOM) {
        int r;

        if (z->avail_in == 0) {
            z->avail_in = (uint32_t)take(s, &in);
            z->next_in = (uint8_t *)(uintptr_t)in;
            if (z->avail_in == 0)
                report_failed(ERR_INVALID, "the archive is truncated: its gzip data ends before its end");
        }
        r = isal_inflate(z);
        if (r != ISAL_DECOMP_OK && r != ISAL_END_INPUT)
            report_failed(ERR_INVALID, "the archive's gzip data is damaged");
        if (z->block_state == ISAL_BLOCK_FINISH) {
            s->between = true;
            if (z->avail_out != OUT_ROOM || !next_member(s))
                break;
            s->between = false;
            z->next_out = s->out;
            z->avail_out = OUT_ROOM;
        }
    }
    return OUT_ROOM - z->avail_out;
}

static size_t raw_some(struct source *s, const void **out)
{
    la_int64_t at;
    size_t n = 0;
    int r;

    do
        r = archive_read_data_block(s->raw, out, &n, &at);
    while (r == ARCHIVE_OK && n == 0);
    if (r != ARCHIVE_OK && r != ARCHIVE_EOF)
        report_failed(ERR_INVALID, "the archive's compression: %s", archive_error_string(s->raw));
    return r == ARCHIVE_EOF ? 0 : n;
}

static void judge_size(const struct source *s)
{
    if (s->given > s->max_bytes)
        report_failed(ERR_EXHAUSTED, "the archive unpacks to more than %llu bytes", (unsigned long long)s->max_bytes);
    if (!s->trusted && s->given > SOURCE_RATIO_FROM && s->given / (s->taken + 1) > SOURCE_RATIO_MAX)
        report_failed(ERR_EXHAUSTED, "the archive unpacks to more than %u times its size", SOURCE_RATIO_MAX);
}

void source_trust(struct source *s)
{
    s->trusted = true;
}

size_t source_read(struct source *s, const void **out)
{
    const uint8_t *data = s->out;
    size_t n = 0;

    if (s->ended)
        return 0;
    if (s->kind == SOURCE_PLAIN) {
        n = take(s, &data);
        *out = data;
    } else if (s->kind == SOURCE_GZIP) {
        n = inflate_some(s);
        *out = s->out;
    } else {
        n = raw_some(s, out);
    }
    if (n == 0) {
        s->ended = true;
        return 0;
    }
    s->given += n;
    sha256_add(s->diff, *out, n);
    if (s->kind == SOURCE_OTHER)
        keep(s, *out, n);
    judge_size(s);
    return n;
}

void source_forget(struct source *s)
{
    s->keep_fd = -1;
}

uint64_t source_taken(const struct source *s)
{
    return s->taken;
}

int source_finish(struct source *s, char blob[65], char diff[65], uint64_t *out_blob_bytes)
{
    const void *rest;
    const uint8_t *more;

    while (source_read(s, &rest))
        ;
    while (take(s, &more))              /* what follows the compressed data belongs to the blob */
        ;
    sha256_end(s->diff, diff);
    sha256_end(s->blob, blob);
    if (s->kind == SOURCE_PLAIN || s->kind == SOURCE_OTHER)
        memcpy(blob, diff, 65);         /* what is kept is what it unpacks to */
    *out_blob_bytes = s->kept;
    return s->kind == SOURCE_OTHER ? SOURCE_PLAIN : s->kind;
}
