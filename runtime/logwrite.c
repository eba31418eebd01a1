#include "runtime/logwrite.h"

#include "runtime/record.h"

#include "base/clock.h"

#include <errno.h>
#include <fcntl.h>
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

    name_of(w->current, name);
    w->fd = openat(w->dir_fd, name, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    w->segment_bytes = 0;
    return w->fd < 0 ? -1 : 0;
}

/* The last whole record's number in one segment, or 0. */
static uint64_t last_seq(int dir_fd, uint32_t number)
{
    struct log_record r;
    uint64_t seq = 0;
    off_t at = 0;
    char name[16];
    int fd;

    name_of(number, name);
    fd = openat(dir_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return 0;
    while (pread(fd, &r, sizeof r, at) == (ssize_t)sizeof r && r.magic == LOG_MAGIC) {
        seq = r.seq;
        at += (off_t)(sizeof r + r.len);
    }
    close(fd);
    return seq;
}

/* What is there already, by asking for names: there is no allocation for readdir. */
static void find_existing(struct logwrite *w, uint32_t hint)
{
    struct stat st;
    char name[16];

    w->first = w->current = hint;
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

int logwrite_open(struct logwrite *w, int dir_fd, uint64_t max_bytes)
{
    *w = (struct logwrite){ .dir_fd = dir_fd, .fd = -1, .max_bytes = max_bytes };
    find_existing(w, read_first(dir_fd));
    for (uint32_t n = w->current; n > w->first && !w->seq; n--)
        w->seq = last_seq(dir_fd, n - 1);
    return open_segment(w);
}

static void drop_oldest(struct logwrite *w)
{
    struct stat st;
    char name[16];

    while (w->total_bytes > w->max_bytes && w->first < w->current) {
        name_of(w->first, name);
        if (fstatat(w->dir_fd, name, &st, AT_SYMLINK_NOFOLLOW) == 0) {
            w->total_bytes -= (uint64_t)st.st_size;
            w->dropped_bytes += (uint64_t)st.st_size;
            unlinkat(w->dir_fd, name, 0);
        }
        w->first++;
        write_first(w);
    }
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

/* A record that did not fit is taken back, so that the segment stays readable. */
static void take_back(struct logwrite *w, size_t len)
{
    w->dropped_bytes += len;
    w->seq--;
    if (w->fd >= 0 && ftruncate(w->fd, (off_t)w->segment_bytes) < 0)
        rotate(w);
}

void logwrite_append(struct logwrite *w, int stream, const void *data, size_t len)
{
    struct log_record r = { LOG_MAGIC, (uint8_t)stream, 0, (uint32_t)len, 0, clock_wall_ns(), clock_boot_ns() };
    struct iovec v[2] = { { &r, sizeof r }, { (void *)(uintptr_t)data, len } };
    uint64_t limit = w->max_bytes / 4 < LOG_SEGMENT_BYTES ? w->max_bytes / 4 : LOG_SEGMENT_BYTES;
    ssize_t n;

    if (w->fd < 0 || (w->segment_bytes && w->segment_bytes + len > limit))
        rotate(w);
    r.seq = ++w->seq;
    do
        n = w->fd < 0 ? -1 : writev(w->fd, v, 2);
    while (n < 0 && w->fd >= 0 && errno == EINTR);
    if (n != (ssize_t)(sizeof r + len)) {
        take_back(w, len);
        return;
    }
    w->segment_bytes += (uint64_t)n;
    w->total_bytes += (uint64_t)n;
}

void logwrite_close(struct logwrite *w)
{
    if (w->fd >= 0)
        close(w->fd);
    close(w->dir_fd);
}
