#include "runtime/cgroup.h"

#include "base/auto.h"
#include "base/fd.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#define ROOT "/sys/fs/cgroup"

/* ---------------------------------------------------------------- which host */

static const char *const v1_names[] = { "memory", "pids", "cpu", "cpuset", "blkio", NULL };

/* On v1 every container has these two; the others only when a limit needs them. */
static bool v1_always(const char *name)
{
    return !strcmp(name, "memory") || !strcmp(name, "pids");
}

bool cgroup_is_v2(void)
{
    static int known = -1;
    struct statfs fs;

    if (known < 0)
        known = statfs(ROOT, &fs) == 0 && fs.f_type == CGROUP2_SUPER_MAGIC;
    return known;
}

const char *cgroup_v1_name(int index)
{
    return v1_names[index];
}

static void unified_path(char out[512], const char *group)
{
    snprintf(out, 512, "%s/%s", cgroup_is_v2() ? ROOT : ROOT "/unified", group);
}

static void tree_path(char out[512], const char *controller, const char *group)
{
    if (cgroup_is_v2())
        unified_path(out, group);
    else
        snprintf(out, 512, ROOT "/%s/%s", controller, group);
}

/* ---------------------------------------------------------------- the table of limits */

enum format { AS_BYTES, AS_SWAP, AS_NUMBER, AS_QUOTA, AS_SHARES, AS_IO };

static const struct knob {
    const char *what;                   /* as the user knows it */
    size_t field;                       /* in struct spec_limits */
    const char *controller;             /* of both versions, but io */
    const char *v1_controller, *v1_file, *v2_file;
    enum format format;
} knobs[] = {
    { "memory limit", offsetof(struct spec_limits, memory_bytes), "memory", "memory", "memory.limit_in_bytes", "memory.max", AS_BYTES },
    { "swap limit", offsetof(struct spec_limits, swap_bytes), "memory", "memory", "memory.memsw.limit_in_bytes", "memory.swap.max", AS_SWAP },
    { "pids limit", offsetof(struct spec_limits, pids_max), "pids", "pids", "pids.max", "pids.max", AS_NUMBER },
    { "cpu limit", offsetof(struct spec_limits, cpu_millis), "cpu", "cpu", "cpu.cfs_quota_us", "cpu.max", AS_QUOTA },
    { "cpu weight", offsetof(struct spec_limits, cpu_weight), "cpu", "cpu", "cpu.shares", "cpu.weight", AS_SHARES },
    { "io weight", offsetof(struct spec_limits, io_weight), "io", "blkio", "blkio.bfq.weight", "io.weight", AS_IO },
};

#define KNOBS (sizeof knobs / sizeof *knobs)

static int64_t value_of(const struct spec_limits *l, const struct knob *k)
{
    return *(const int64_t *)((const char *)l + k->field);
}

static bool wants_controller(const struct spec_limits *l, const char *cpuset, const char *v1_controller)
{
    if (!strcmp(v1_controller, "cpuset"))
        return cpuset[0];
    for (size_t i = 0; i < KNOBS; i++)
        if (!strcmp(knobs[i].v1_controller, v1_controller) && value_of(l, &knobs[i]) >= 0)
            return true;
    return false;
}

static void format_value(char out[64], const struct knob *k, const struct spec_limits *l)
{
    int64_t v = value_of(l, k);
    bool v2 = cgroup_is_v2();

    switch (k->format) {
    case AS_SWAP:                       /* v1 counts memory and swap together */
        snprintf(out, 64, "%lld", (long long)(v2 ? v : v + (l->memory_bytes > 0 ? l->memory_bytes : 0)));
        break;
    case AS_QUOTA:                      /* of a period of 100 ms */
        snprintf(out, 64, v2 ? "%lld 100000" : "%lld", (long long)v * 100);
        break;
    case AS_SHARES:
        snprintf(out, 64, "%lld", (long long)(v2 ? v : v * 1024 / 100 < 2 ? 2 : v * 1024 / 100));
        break;
    case AS_IO:
        snprintf(out, 64, v2 ? "default %lld" : "%lld", (long long)v);
        break;
    default:
        snprintf(out, 64, "%lld", (long long)v);
    }
}

static int set_knob(const struct knob *k, const char *group, const struct spec_limits *l, struct err *e)
{
    char dir[512], path[640], text[64];

    format_value(text, k, l);
    tree_path(dir, k->v1_controller, group);
    snprintf(path, sizeof path, "%s/%s", dir, cgroup_is_v2() ? k->v2_file : k->v1_file);
    if (fd_write_file(AT_FDCWD, path, text, O_WRONLY) == 0)
        return 0;
    if (errno == ENOENT)
        return err_set(e, ERR_UNSUPPORTED, "%s: this host cannot set it (no %s)", k->what, path);
    return err_sys(e, "%s: cannot write %s to %s", k->what, text, path);
}

/* v1 refuses memory above memory+swap: raising both must begin with the larger. */
static int set_memory_and_swap(const char *group, const struct spec_limits *l, struct err *e)
{
    struct err first = ERR_NONE;

    if (!cgroup_is_v2() && l->memory_bytes >= 0 && l->swap_bytes >= 0 && set_knob(&knobs[0], group, l, &first) < 0) {
        if (set_knob(&knobs[1], group, l, e) < 0)
            return -1;
        return set_knob(&knobs[0], group, l, e);
    }
    for (int i = 0; i < 2; i++)
        if (value_of(l, &knobs[i]) >= 0 && set_knob(&knobs[i], group, l, e) < 0)
            return -1;
    return 0;
}

static int set_limits(const char *group, const struct spec_limits *l, const char *cpuset, struct err *e)
{
    char dir[512], path[640];

    if (set_memory_and_swap(group, l, e) < 0)
        return -1;
    for (size_t i = 2; i < KNOBS; i++)
        if (value_of(l, &knobs[i]) >= 0 && set_knob(&knobs[i], group, l, e) < 0)
            return -1;
    if (!cpuset[0])
        return 0;
    tree_path(dir, "cpuset", group);
    snprintf(path, sizeof path, "%s/cpuset.cpus", dir);
    if (fd_write_file(AT_FDCWD, path, cpuset, O_WRONLY) < 0) {
        err_sys(e, "cpuset %s", cpuset);
        if (e && (e->sys == EINVAL || e->sys == ERANGE || e->sys == EACCES))
            e->code = ERR_INVALID;
        return -1;
    }
    return 0;
}

/* ---------------------------------------------------------------- making and removing */

static int make_dir(const char *path, struct err *e)
{
    return mkdir(path, 0755) < 0 && errno != EEXIST ? err_sys(e, "cgroup %s", path) : 0;
}

/* A v1 cpuset group is useless until it has CPUs and memory nodes: take the parent's. */
static void inherit_cpuset(const char *dir)
{
    static const char *const files[] = { "cpuset.cpus", "cpuset.mems" };
    char parent[700], own[700], text[1024];

    for (int i = 0; i < 2; i++) {
        snprintf(parent, sizeof parent, "%s/../%s", dir, files[i]);
        snprintf(own, sizeof own, "%s/%s", dir, files[i]);
        if (fd_read_file(AT_FDCWD, parent, text, sizeof text) > 0)
            fd_write_file(AT_FDCWD, own, text, O_WRONLY);
    }
}

static int make_v1(const char *controller, const char *group, struct err *e)
{
    char path[512];

    tree_path(path, controller, group);
    if (make_dir(path, e) < 0)
        return -1;
    if (!strcmp(controller, "cpuset"))
        inherit_cpuset(path);
    return 0;
}

static int turn_on_controllers(const char *group, struct err *e)
{
    static const char *const wanted[] = { "memory", "pids", "cpu", "cpuset", "io" };
    char dir[512], path[640], have[256], text[32];

    unified_path(dir, group);
    snprintf(path, sizeof path, "%s/cgroup.controllers", dir);
    if (fd_read_file(AT_FDCWD, path, have, sizeof have) < 0)
        return err_sys(e, "cgroup %s", path);
    snprintf(path, sizeof path, "%s/cgroup.subtree_control", dir);
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        if (!strstr(have, wanted[i]))
            continue;
        snprintf(text, sizeof text, "+%s", wanted[i]);
        if (fd_write_file(AT_FDCWD, path, text, O_WRONLY) < 0)
            return err_sys(e, "cgroup %s: %s", path, text);
    }
    return 0;
}

int cgroup_prepare(const char *instance, struct err *e)
{
    char path[512];
    struct statfs fs;

    unified_path(path, "");
    if (statfs(path, &fs) < 0 || fs.f_type != CGROUP2_SUPER_MAGIC)
        return err_set(e, ERR_UNSUPPORTED, "%s is not a cgroup v2 tree: mount one", path);
    unified_path(path, instance);
    if (make_dir(path, e) < 0)
        return -1;
    if (cgroup_is_v2())
        return turn_on_controllers("", e) < 0 ? -1 : turn_on_controllers(instance, e);
    for (int i = 0; v1_names[i]; i++) {
        snprintf(path, sizeof path, ROOT "/%s", v1_names[i]);
        if (access(path, F_OK) == 0 && make_v1(v1_names[i], instance, e) < 0)
            return -1;
    }
    return 0;
}

void cgroup_retire(const char *instance)
{
    cgroup_remove(instance, NULL);
}

static int make_tree(const char *group, const struct spec_limits *limits, const char *cpuset, struct err *e)
{
    char path[512];

    unified_path(path, group);
    if (make_dir(path, e) < 0)
        return -1;
    for (int i = 0; !cgroup_is_v2() && v1_names[i]; i++)
        if ((v1_always(v1_names[i]) || wants_controller(limits, cpuset, v1_names[i])) && make_v1(v1_names[i], group, e) < 0)
            return -1;
    return set_limits(group, limits, cpuset, e);
}

int cgroup_make(const char *group, const struct spec_limits *limits, const char *cpuset, struct err *e)
{
    if (make_tree(group, limits, cpuset, e) == 0)
        return 0;
    cgroup_remove(group, NULL);
    return -1;
}

static int move_list(const char *from, const char *to, struct err *e)
{
    char list[65536], *save = NULL;

    if (fd_read_file(AT_FDCWD, from, list, sizeof list) < 0)
        return errno == ENOENT ? 0 : err_sys(e, "%s", from);
    for (char *pid = strtok_r(list, "\n", &save); pid; pid = strtok_r(NULL, "\n", &save))
        if (fd_write_file(AT_FDCWD, to, pid, O_WRONLY) < 0 && errno != ESRCH)
            return err_sys(e, "%s", to);
    return 0;
}

/* Its own processes and those of the groups below it. */
static int move_from(const char *dir, const char *to, struct err *e)
{
    auto_dir DIR *d = opendir(dir);
    char path[800];
    struct dirent *ent;

    snprintf(path, sizeof path, "%s/cgroup.procs", dir);
    if (move_list(path, to, e) < 0)
        return -1;
    while (d && (ent = readdir(d))) {
        if (ent->d_type != DT_DIR || ent->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%.200s/cgroup.procs", dir, ent->d_name);
        if (move_list(path, to, e) < 0)
            return -1;
    }
    return 0;
}

/* A v1 tree that the container has no group in yet: make it and move everybody. */
static int add_v1(const char *controller, const char *group, struct err *e)
{
    char path[640], unified[512];

    if (make_v1(controller, group, e) < 0)
        return -1;
    tree_path(path, controller, group);
    unified_path(unified, group);
    strcat(path, "/cgroup.procs");
    for (int pass = 0; pass < 2; pass++)        /* the second catches who was forked during the first */
        if (move_from(unified, path, e) < 0)
            return -1;
    return 0;
}

int cgroup_update(const char *group, const struct spec_limits *limits, const char *cpuset, struct err *e)
{
    for (int i = 0; !cgroup_is_v2() && v1_names[i]; i++)
        if (!v1_always(v1_names[i]) && wants_controller(limits, cpuset, v1_names[i]) && add_v1(v1_names[i], group, e) < 0)
            return -1;
    return set_limits(group, limits, cpuset, e);
}

/* Groups below a container's own are those of its exec sessions. */
static void remove_leaves(const char *path)
{
    auto_dir DIR *d = opendir(path);
    struct dirent *ent;

    while (d && (ent = readdir(d)))
        if (ent->d_type == DT_DIR && ent->d_name[0] != '.')
            unlinkat(dirfd(d), ent->d_name, AT_REMOVEDIR);
}

static int remove_dir(const char *path, struct err *e)
{
    if (rmdir(path) == 0 || errno == ENOENT)
        return 0;
    return errno == EBUSY ? 1 : err_sys(e, "cgroup %s", path);
}

int cgroup_remove(const char *group, struct err *e)
{
    char path[512];
    int worst = 0;

    for (int i = -1; i < 0 || (!cgroup_is_v2() && v1_names[i]); i++) {
        int r;

        if (i < 0)
            unified_path(path, group);
        else
            tree_path(path, v1_names[i], group);
        r = remove_dir(path, e);
        if (r == 1 && i < 0) {
            remove_leaves(path);
            r = remove_dir(path, e);
        }
        if (r < 0 || worst == 0)
            worst = r;
    }
    return worst;
}

/* ---------------------------------------------------------------- joining */

void cgroup_join_close(struct cgroup_join *j)
{
    if (j->unified_fd >= 0)
        close(j->unified_fd);
    for (int i = 0; i < j->count; i++)
        close(j->tasks[i]);
    *j = (struct cgroup_join){ .unified_fd = -1 };
}

int cgroup_join_open(const char *group, struct cgroup_join *out, struct err *e)
{
    char path[640], dir[512];

    *out = (struct cgroup_join){ .unified_fd = -1 };
    unified_path(dir, group);
    out->unified_fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (out->unified_fd < 0)
        return err_sys(e, "cgroup %s", dir);
    for (int i = 0; !cgroup_is_v2() && v1_names[i]; i++) {
        int fd;

        tree_path(dir, v1_names[i], group);
        snprintf(path, sizeof path, "%s/tasks", dir);
        fd = open(path, O_WRONLY | O_CLOEXEC);
        if (fd < 0 && errno == ENOENT && !v1_always(v1_names[i]))
            continue;
        if (fd < 0) {
            err_sys(e, "cgroup %s", path);
            cgroup_join_close(out);
            return -1;
        }
        out->tasks[out->count++] = fd;
    }
    return 0;
}

static void leaf_path(char out[640], const char *group, const char *leaf)
{
    char dir[512];

    unified_path(dir, group);
    snprintf(out, 640, "%s/%s", dir, leaf);
}

int cgroup_join_leaf(const char *group, const char *leaf, struct cgroup_join *out, struct err *e)
{
    char path[640];

    if (cgroup_join_open(group, out, e) < 0)
        return -1;
    close(out->unified_fd);
    leaf_path(path, group, leaf);
    out->unified_fd = make_dir(path, e) < 0 ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (out->unified_fd >= 0)
        return 0;
    if (e && !e->code)
        err_sys(e, "cgroup %s", path);
    cgroup_join_close(out);
    return -1;
}

void cgroup_remove_leaf(const char *group, const char *leaf)
{
    char path[640];

    leaf_path(path, group, leaf);
    rmdir(path);
}

/* `tasks` moves one thread and so takes no grace period; `cgroup.procs` would wait for one. */
int cgroup_join_self(const struct cgroup_join *j)
{
    for (int i = 0; i < j->count; i++)
        if (write(j->tasks[i], "0", 1) != 1)
            return -1;
    return 0;
}

/* ---------------------------------------------------------------- freeze, kill, read */

static int write_unified(const char *group, const char *file, const char *text)
{
    char dir[512], path[640];

    unified_path(dir, group);
    snprintf(path, sizeof path, "%s/%s", dir, file);
    return fd_write_file(AT_FDCWD, path, text, O_WRONLY);
}

int cgroup_freeze(const char *group, bool frozen, struct err *e)
{
    return write_unified(group, "cgroup.freeze", frozen ? "1" : "0") < 0 ? err_sys(e, "freezer of %s", group) : 0;
}

int cgroup_kill(const char *group, struct err *e)
{
    if (write_unified(group, "cgroup.kill", "1") == 0 || errno == ENOENT || errno == ENODEV)
        return 0;
    return err_sys(e, "cgroup.kill of %s", group);
}

static int64_t read_number(const char *controller, const char *group, const char *file)
{
    char dir[512], path[640], text[64];

    if (controller)
        tree_path(dir, controller, group);
    else
        unified_path(dir, group);
    snprintf(path, sizeof path, "%s/%s", dir, file);
    return fd_read_file(AT_FDCWD, path, text, sizeof text) > 0 ? strtoll(text, NULL, 10) : -1;
}

/* The number behind `key` in a file of "key number" lines, or -1. */
static int64_t read_keyed(const char *controller, const char *group, const char *file, const char *key)
{
    char dir[512], path[640], text[4096], *at;
    size_t len = strlen(key);

    if (controller)
        tree_path(dir, controller, group);
    else
        unified_path(dir, group);
    snprintf(path, sizeof path, "%s/%s", dir, file);
    if (fd_read_file(AT_FDCWD, path, text, sizeof text) < 0)
        return -1;
    for (at = text; at; at = strchr(at, '\n') ? strchr(at, '\n') + 1 : NULL)
        if (!strncmp(at, key, len) && at[len] == ' ')
            return strtoll(at + len + 1, NULL, 10);
    return -1;
}

bool cgroup_is_frozen(const char *group)
{
    return read_keyed(NULL, group, "cgroup.events", "frozen") > 0;
}

bool cgroup_populated(const char *group)
{
    return read_keyed(NULL, group, "cgroup.events", "populated") > 0;
}

static uint64_t at_least_0(int64_t n)
{
    return n < 0 ? 0 : (uint64_t)n;
}

int cgroup_read(const char *group, struct cgroup_sample *out)
{
    bool v2 = cgroup_is_v2();
    int64_t cpu_us = read_keyed(NULL, group, "cpu.stat", "usage_usec");

    if (cpu_us < 0)
        return -1;
    out->cpu_ns = (uint64_t)cpu_us * 1000;
    out->memory_bytes = at_least_0(read_number("memory", group, v2 ? "memory.current" : "memory.usage_in_bytes"));
    out->memory_peak_bytes = at_least_0(read_number("memory", group, v2 ? "memory.peak" : "memory.max_usage_in_bytes"));
    out->pids = at_least_0(read_number("pids", group, "pids.current"));
    out->oom_kills = at_least_0(read_keyed("memory", group, v2 ? "memory.events" : "memory.oom_control", "oom_kill"));
    return 0;
}

void cgroup_each(const char *instance, void (*fn)(void *arg, const char *id), void *arg)
{
    char path[512];
    auto_dir DIR *d = NULL;
    struct dirent *ent;

    unified_path(path, instance);
    d = opendir(path);
    while (d && (ent = readdir(d)))
        if (ent->d_type == DT_DIR && ent->d_name[0] != '.')
            fn(arg, ent->d_name);
}
