#include "actors/monitor/logread.h"

#include "base/auto.h"
#include "base/must.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdbool.h>
#include <string.h>

static int open_segment(const struct logread *r, uint32_t number)
{
    char name[16];

    snprintf(name, sizeof name, "%08u.log", number);
    return openat(r->dir_fd, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

/* Lowest and highest segment that exist; 0 if there is none. */
static void range(const struct logread *r, uint32_t *out_first, uint32_t *out_last)
{
    int fd = openat(r->dir_fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    auto_dir DIR *d = fdopendir(fd);
    struct dirent *ent;
    unsigned n;
    char rest;

    *out_first = *out_last = 0;
    while (d && (ent = readdir(d)))
        if (sscanf(ent->d_name, "%8u.lo%c", &n, &rest) == 2 && rest == 'g') {
            if (!*out_first || n < *out_first)
                *out_first = n;
            if (n > *out_last)
                *out_last = n;
        }
}

int logread_open(struct logread *r, const char *dir, struct err *e)
{
    uint32_t last;

    *r = (struct logread){ .dir_fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), .fd = -1 };
    if (r->dir_fd < 0)
        return err_sys(e, "log");
    range(r, &r->segment, &last);
    return 0;
}

void logread_close(struct logread *r)
{
    if (r->fd >= 0)
        close(r->fd);
    if (r->dir_fd >= 0)
        close(r->dir_fd);
    r->fd = r->dir_fd = -1;
}

/* Goes to the next segment there is; 0: this is the last one. */
static int step(struct logread *r)
{
    int fd = open_segment(r, r->segment + 1);
    uint32_t first, last;

    if (fd < 0) {
        range(r, &first, &last);
        if (last <= r->segment)
            return 0;
        r->segment = first - 1;
        fd = open_segment(r, first);
        if (fd < 0)
            return 0;                   /* rotated again: the caller comes back */
    }
    if (r->fd >= 0)
        close(r->fd);
    r->fd = fd;
    r->segment++;
    r->offset = 0;
    return 1;
}

static int ensure_open(struct logread *r)
{
    uint32_t last;

    if (r->fd >= 0)
        return 1;
    if (!r->segment)
        range(r, &r->segment, &last);
    if (!r->segment)
        return 0;
    r->fd = open_segment(r, r->segment);
    return r->fd >= 0 ? 1 : step(r);
}

int logread_next(struct logread *r, struct log_record *out, uint8_t *room)
{
    bool last_look = false;
    uint32_t first, last;

    if (!ensure_open(r))
        return 0;
    for (;;) {
        ssize_t n = pread(r->fd, out, sizeof *out, r->offset);

        if (n < 0)
            return -1;
        if (n == (ssize_t)sizeof *out && out->magic == LOG_MAGIC && out->len <= LOG_CHUNK_MAX) {
            n = pread(r->fd, room, out->len, r->offset + (off_t)sizeof *out);
            if (n < 0)
                return -1;
            if (n == (ssize_t)out->len) {
                r->offset += (off_t)(sizeof *out + out->len);
                if (r->placed && out->at > r->expected)
                    r->dropped_bytes += out->at - r->expected;
                r->placed = true;
                r->expected = out->at + out->len;
                return 1;
            }
        }
        /* another segment is there: what came into this one before it was begun is read first */
        range(r, &first, &last);
        if (last <= r->segment)
            return 0;
        if (!last_look) {
            last_look = true;
            continue;
        }
        if (!step(r))
            return 0;
        last_look = false;
    }
}

/* The first record's head of a segment; 0: it has none, or the segment is gone. */
static int first_head(const struct logread *r, uint32_t number, struct log_record *out)
{
    auto_fd int fd = open_segment(r, number);

    return fd >= 0 && pread(fd, out, sizeof *out, 0) == (ssize_t)sizeof *out && out->magic == LOG_MAGIC;
}

static void move(struct logread *r, uint32_t segment)
{
    if (r->fd >= 0)
        close(r->fd);
    r->fd = -1;
    r->segment = segment;
    r->offset = 0;
}

/* Segments are as many as a limit and a size allow: looking at each one's head is little. */
void logread_since(struct logread *r, uint64_t wall_ns)
{
    struct log_record head;
    uint32_t first, last;

    range(r, &first, &last);
    if (!first)
        return;
    while (first < last && (!first_head(r, first + 1, &head) || (uint64_t)head.wall_ns < wall_ns))
        first++;
    move(r, first);
}

int logread_offset(struct logread *r, uint64_t at, size_t *out_skip, uint64_t *out_oldest)
{
    struct log_record head;
    uint32_t first, last, n;

    *out_skip = 0;
    r->placed = true;
    r->expected = at;
    range(r, &first, &last);
    if (!first)
        return 0;
    for (n = last; n > first && (!first_head(r, n, &head) || head.at > at);)
        n--;
    if (first_head(r, n, &head) && head.at > at) {
        *out_oldest = head.at;
        return -1;
    }
    move(r, n);
    if (!ensure_open(r))
        return 0;
    while (pread(r->fd, &head, sizeof head, r->offset) == (ssize_t)sizeof head && head.magic == LOG_MAGIC && head.at + head.len <= at)
        r->offset += (int64_t)(sizeof head + head.len);
    if (pread(r->fd, &head, sizeof head, r->offset) == (ssize_t)sizeof head && head.magic == LOG_MAGIC && head.at < at) {
        *out_skip = (size_t)(at - head.at);
        r->expected = head.at;
    }
    return 0;
}

/* Offsets of a segment's whole records; their number. */
static size_t index_segment(int fd, int64_t **out)
{
    struct log_record h;
    int64_t at = 0, *list = NULL;
    size_t n = 0, room = 0;

    while (pread(fd, &h, sizeof h, at) == (ssize_t)sizeof h && h.magic == LOG_MAGIC) {
        if (n == room) {
            room = room ? 2 * room : 256;
            list = xrealloc(list, room * sizeof *list);
        }
        list[n++] = at;
        at += (int64_t)(sizeof h + h.len);
    }
    *out = list;
    return n;
}

struct tail {
    uint64_t wanted, found;
    unsigned streams;
    bool first;                         /* the very last byte does not begin a line */
    uint8_t room[LOG_CHUNK_MAX];
};

/* Counts line ends backwards in one record; true: the tail begins here, at *out_skip. */
static bool count_back(struct tail *t, int fd, int64_t at, size_t *out_skip)
{
    struct log_record h;

    if (pread(fd, &h, sizeof h, at) != (ssize_t)sizeof h || h.len > LOG_CHUNK_MAX || (h.stream != LOG_STDOUT && h.stream != LOG_STDERR) || !(t->streams & 1u << h.stream) ||
        pread(fd, t->room, h.len, at + (int64_t)sizeof h) != (ssize_t)h.len)
        return false;
    for (size_t i = h.len; i > 0; i--) {
        if (t->room[i - 1] == '\n' && !t->first && ++t->found == t->wanted) {
            *out_skip = i;
            return true;
        }
        t->first = false;
    }
    return false;
}

static int64_t behind(int fd, int64_t at)
{
    struct log_record h = { 0 };

    return pread(fd, &h, sizeof h, at) == (ssize_t)sizeof h ? at + (int64_t)(sizeof h + h.len) : at;
}

void logread_tail(struct logread *r, uint64_t lines, unsigned streams, size_t *out_skip)
{
    struct tail *t = xalloc(sizeof *t);
    uint32_t first, last;
    bool done = false;

    *out_skip = 0;
    *t = (struct tail){ .wanted = lines, .streams = streams, .first = true };
    range(r, &first, &last);
    for (uint32_t n = last; n >= first && n && !done; n--) {
        auto_fd int fd = open_segment(r, n);
        auto_free int64_t *list = NULL;
        size_t count = fd < 0 ? 0 : index_segment(fd, &list);

        for (size_t i = count; i > 0 && !done; i--) {
            done = lines ? count_back(t, fd, list[i - 1], out_skip) : true;
            if (!done)
                continue;
            r->segment = n;
            r->offset = lines ? list[i - 1] : behind(fd, list[i - 1]);
            r->fd = steal_fd(&fd);
        }
    }
    free(t);
}
