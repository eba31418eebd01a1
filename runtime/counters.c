#include "runtime/counters.h"

#include "runtime/cgroup.h"

#include "base/auto.h"
#include "base/fd.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ROOT "/sys/fs/cgroup"

/* NULL for v1_tree: the file is of the v2 tree, which both have. */
static const struct {
    const char *v1_tree, *v1_file, *v2_file;
} files[COUNTER_FILES] = {
    [COUNTER_CPU] = { NULL, "cpu.stat", "cpu.stat" },
    [COUNTER_THROTTLE] = { "cpu", "cpu.stat", NULL },           /* v2: in the other */
    [COUNTER_MEMORY] = { "memory", "memory.usage_in_bytes", "memory.current" },
    [COUNTER_PEAK] = { "memory", "memory.max_usage_in_bytes", "memory.peak" },
    [COUNTER_PIDS] = { "pids", "pids.current", "pids.current" },
    [COUNTER_CACHE] = { "memory", "memory.stat", "memory.stat" },
    [COUNTER_IO] = { "blkio", "blkio.throttle.io_service_bytes", "io.stat" },
};

int counters_open(struct counters *c, const char *group)
{
    bool v2 = cgroup_is_v2();
    char path[512];

    for (int i = 0; i < COUNTER_FILES; i++) {
        const char *file = v2 ? files[i].v2_file : files[i].v1_file;

        if (v2)
            snprintf(path, sizeof path, ROOT "/%s/%s", group, file ? file : "");
        else
            snprintf(path, sizeof path, ROOT "/%s/%s/%s", files[i].v1_tree ? files[i].v1_tree : "unified", group, file);
        c->fds[i] = file ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    }
    if (c->fds[COUNTER_CPU] >= 0)
        return 0;
    counters_close(c);
    return -1;
}

void counters_close(struct counters *c)
{
    for (int i = 0; i < COUNTER_FILES; i++) {
        if (c->fds[i] >= 0)
            close(c->fds[i]);
        c->fds[i] = -1;
    }
}

static bool load(const struct counters *c, enum counter_file f, char *room, size_t size)
{
    ssize_t n = c->fds[f] < 0 ? -1 : pread(c->fds[f], room, size - 1, 0);

    room[n > 0 ? n : 0] = '\0';
    return n > 0;
}

/* The number behind `key` in lines of "key number". */
static uint64_t keyed(const char *text, const char *key)
{
    size_t len = strlen(key);

    for (const char *at = text; at && *at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
        if (!strncmp(at, key, len) && at[len] == ' ')
            return strtoull(at + len + 1, NULL, 10);
    return COUNTER_NONE;
}

static uint64_t number(const struct counters *c, enum counter_file f)
{
    char text[64];

    return load(c, f, text, sizeof text) ? strtoull(text, NULL, 10) : COUNTER_NONE;
}

int counters_read(const struct counters *c, bool all, struct counter_values *out)
{
    char text[2048];
    uint64_t usec, before = out->cpu_ns;

    if (!load(c, COUNTER_CPU, text, sizeof text))
        return -1;
    out->cpu_ns = keyed(text, "usage_usec") * 1000;
    if (!all && out->cpu_ns == before)
        return 0;                       /* who has not run has not changed */
    out->throttled_periods = keyed(text, "nr_throttled");
    usec = keyed(text, "throttled_usec");
    out->throttled_ns = usec == COUNTER_NONE ? COUNTER_NONE : usec * 1000;
    if (load(c, COUNTER_THROTTLE, text, sizeof text)) {
        out->throttled_periods = keyed(text, "nr_throttled");
        out->throttled_ns = keyed(text, "throttled_time");
    }
    out->memory_bytes = number(c, COUNTER_MEMORY);
    out->pids = number(c, COUNTER_PIDS);
    return 0;
}

/* v2: "8:0 rbytes=1 wbytes=2 …" a line; v1: "8:0 Read 1". */
static void read_io(const struct counters *c, struct counter_values *out)
{
    char text[8192], *save = NULL;

    out->read_bytes = out->written_bytes = COUNTER_NONE;
    if (c->fds[COUNTER_IO] < 0)
        return;
    out->read_bytes = out->written_bytes = 0;
    if (!load(c, COUNTER_IO, text, sizeof text))
        return;
    for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        const char *r = strstr(line, "rbytes="), *w = strstr(line, "wbytes="), *read = strstr(line, " Read "), *write = strstr(line, " Write ");

        out->read_bytes += r ? strtoull(r + 7, NULL, 10) : read ? strtoull(read + 6, NULL, 10) : 0;
        out->written_bytes += w ? strtoull(w + 7, NULL, 10) : write ? strtoull(write + 7, NULL, 10) : 0;
    }
}

static void read_network(pid_t pid, struct counter_values *out)
{
    char path[64], text[8192], *save = NULL;

    out->received_bytes = out->sent_bytes = COUNTER_NONE;
    snprintf(path, sizeof path, "/proc/%d/net/dev", (int)pid);
    if (pid <= 0 || fd_read_file(AT_FDCWD, path, text, sizeof text) <= 0)
        return;
    out->received_bytes = out->sent_bytes = 0;
    for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        unsigned long long received, sent;
        char name[32];

        if (sscanf(line, " %31[^:]: %llu %*u %*u %*u %*u %*u %*u %*u %llu", name, &received, &sent) == 3 && strcmp(name, "lo")) {
            out->received_bytes += received;
            out->sent_bytes += sent;
        }
    }
}

void counters_read_more(const struct counters *c, pid_t pid, struct counter_values *out)
{
    char text[8192];

    out->memory_peak_bytes = number(c, COUNTER_PEAK);
    out->cache_bytes = COUNTER_NONE;
    if (load(c, COUNTER_CACHE, text, sizeof text)) {
        out->cache_bytes = keyed(text, "file");
        if (out->cache_bytes == COUNTER_NONE)
            out->cache_bytes = keyed(text, "total_cache");
    }
    read_io(c, out);
    read_network(pid, out);
}
