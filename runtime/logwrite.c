#include "runtime/logwrite.h"

#include "runtime/record.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static void name_of(uint32_t number, char out[16])
{
    snprintf(out, 16, "%08u.log", number);
}

static int open_segment(struct logwrite *w)
{
    char name[16];

    for (int i = 0; i < 100000; i++, w->current++) {
        name_of(w->current, name);
        w->fd = openat(w->dir_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (w->fd >= 0 || errno != EEXIST)
            break;                      /* else one that a lost hint did not show: behind it */
    }
    w->segment_bytes = 0;
    return w->fd < 0 ? -1 : 0;
}

/* The last whole record of one segment; the number of records. */
static uint64_t last_record(int dir_fd, uint32_t number, struct log_record *out)
{
    struct log_record r;
    uint64_t count = 0;
    off_t at = 0;
    char name[16];
    int fd;

    name_of(number, name);
    fd = openat(dir_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return 0;
    for (; pread(fd, &r, sizeof r, at) == (ssize_t)sizeof r && r.magic == LOG_MAGIC; count++) {
        struct stat st;

        at += (off_t)(sizeof r + r.len);
        if (fstat(fd, &st) < 0 || at > st.st_size)
            break;                      /* torn */
        *out = r;
    }
    close(fd);
    return count;
}

/* Where the output of a segment begins; -1: it has none. */
static int first_at(int dir_fd, uint32_t number, uint64_t *out)
{
    struct log_record r;
    char name[16];
    ssize_t n;
    int fd;

    name_of(number, name);
    fd = openat(dir_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    n = fd < 0 ? -1 : pread(fd, &r, sizeof r, 0);
    if (fd >= 0)
        close(fd);
    if (n != (ssize_t)sizeof r || r.magic != LOG_MAGIC)
        return -1;
    *out = r.at;
    return 0;
}

/* What is there already, by asking for names: there is no allocation for readdir. */
static void find_existing(struct logwrite *w, uint32_t hint)
{
    struct stat st;
    char name[16];

    w->first = w->current = hint;
    for (uint32_t n = hint; n > 1; n--) {       /* one whose removal was cut short */
        name_of(n - 1, name);
        if (unlinkat(w->dir_fd, name, 0) < 0)
            break;
    }
    for (;; w->current++) {
        name_of(w->current, name);
        if (fstatat(w->dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
            return;
        w->total_bytes += (uint64_t)st.st_size;
    }
}

/* Segments are numbered without a gap; the first that exists is found through "first". */
static uint32_t read_first(int dir_fd)
{
    uint32_t n = 1;
    int fd = openat(dir_fd, "first", O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

    if (fd >= 0) {
        if (read(fd, &n, sizeof n) != (ssize_t)sizeof n)
            n = 1;
        close(fd);
    }
    return n;
}

static void write_first(struct logwrite *w)
{
    int fd = openat(w->dir_fd, "first", O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

    if (fd < 0)
        return;                         /* only a hint: readers list the directory */
    if (pwrite(fd, &w->first, sizeof w->first, 0) < 0)
        w->first = w->first + 0;
    close(fd);
}

static void drop_first(struct logwrite *w)
{
    uint64_t from, to;
    struct stat st;
    char name[16];

    name_of(w->first, name);
    if (fstatat(w->dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0) {
        if (first_at(w->dir_fd, w->first, &from) == 0) {
            if (w->first + 1 == w->current || first_at(w->dir_fd, w->first + 1, &to) < 0)
                to = w->at;
            w->dropped_bytes += to - from;
            for (size_t i = 0; i < sizeof w->lost / sizeof *w->lost; i++)
                if (w->lost[i].segment == w->first && w->lost[i].bytes <= to - from)
                    w->dropped_bytes -= w->lost[i].bytes;
        }
        w->total_bytes -= (uint64_t)st.st_size;
    }
    w->first++;
    write_first(w);                     /* before: a hint to what is gone would hide what is there */
    unlinkat(w->dir_fd, name, 0);
}

/* With room for the segment that is begun: the bound holds at every moment, but for a record that is larger than a segment. */
static void drop_oldest(struct logwrite *w)
{
    while (!w->limits.keep && w->first < w->current &&
           (w->total_bytes + w->limits.segment_bytes > w->limits.max_bytes || (w->limits.segments && w->current - w->first >= w->limits.segments)))
        drop_first(w);
}

int logwrite_open(struct logwrite *w, int dir_fd, const struct log_limits *limits)
{
    struct log_record last;
    bool found = false;

    *w = (struct logwrite){ .dir_fd = dir_fd, .fd = -1, .limits = *limits };
    if (!w->limits.segment_bytes)
        w->limits.segment_bytes = limits->max_bytes / 4 < LOG_SEGMENT_BYTES ? limits->max_bytes / 4 : LOG_SEGMENT_BYTES;
    find_existing(w, read_first(dir_fd));
    for (uint32_t n = w->current; n > w->first && !found; n--)
        found = last_record(dir_fd, n - 1, &last) > 0;
    if (found) {
        w->seq = last.seq;
        w->at = last.at + last.len;
    }
    if (open_segment(w) < 0)
        return -1;
    drop_oldest(w);                     /* each start begins another */
    w->dropped_bytes = 0;
    return 0;
}

static void rotate(struct logwrite *w)
{
    if (w->fd >= 0) {                   /* a number whose file was never made is not used up */
        close(w->fd);
        w->current++;
    }
    if (open_segment(w) < 0)
        w->fd = -1;
    drop_oldest(w);
}

bool logwrite_is_full(const struct logwrite *w)
{
    return w->limits.keep && w->total_bytes >= w->limits.max_bytes;
}

void logwrite_trim(struct logwrite *w, uint64_t at)
{
    uint64_t next, dropped = w->dropped_bytes;

    if (w->segment_bytes && w->at <= at)
        rotate(w);
    while (w->first < w->current) {
        if (w->first + 1 == w->current)
            next = w->segment_bytes ? 0 : w->at;
        if ((w->first + 1 < w->current || w->segment_bytes) && first_at(w->dir_fd, w->first + 1, &next) < 0)
            break;
        if (next > at)
            break;
        drop_first(w);
    }
    w->dropped_bytes = dropped;         /* what was asked to go is not lost */
}

static void note_lost(struct logwrite *w, size_t len)
{
    unsigned n = sizeof w->lost / sizeof *w->lost;

    if (w->lost[w->lost_next % n].segment != w->current)
        w->lost_next++;
    if (w->lost[w->lost_next % n].segment != w->current) {
        w->lost[w->lost_next % n].segment = w->current;
        w->lost[w->lost_next % n].bytes = 0;
    }
    w->lost[w->lost_next % n].bytes += len;
}

/* A record that did not fit is taken back, so that the segment stays readable. */
static void take_back(struct logwrite *w, size_t len)
{
    w->seq--;
    if (w->limits.keep) {
        w->at -= len;
    } else {
        w->dropped_bytes += len;
        note_lost(w, len);
    }
    if (w->fd >= 0 && ftruncate(w->fd, (off_t)w->segment_bytes) < 0)
        rotate(w);
}

int logwrite_append(struct logwrite *w, int stream, const void *data, size_t len)
{
    struct log_record r = { LOG_MAGIC, (uint8_t)stream, 0, (uint32_t)len, 0, w->at, clock_wall_ns(), clock_boot_ns() };
    struct iovec v[2] = { { &r, sizeof r }, { (void *)(uintptr_t)data, len } };
    ssize_t n;

    if (w->fd < 0 || (w->segment_bytes && w->segment_bytes + len > w->limits.segment_bytes))
        rotate(w);
    r.seq = ++w->seq;
    w->at += len;
    do
        n = w->fd < 0 ? -1 : writev(w->fd, v, 2);
    while (n < 0 && w->fd >= 0 && errno == EINTR);
    if (n != (ssize_t)(sizeof r + len)) {
        take_back(w, len);
        return w->limits.keep ? -1 : 0;
    }
    w->segment_bytes += (uint64_t)n;
    w->total_bytes += (uint64_t)n;
    return 0;
}

void logwrite_close(struct logwrite *w)
{
    if (w->fd >= 0)
        close(w->fd);
    close(w->dir_fd);
}
