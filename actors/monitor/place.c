/*
 * place - where things of a container are: its directories, its description on disk,
 * its group's name, the launch spec made from them, and sweeping it all away.
 * Every name is derived from the id, so that a scan finds each without a database.
 */
#include "actors/monitor/launchspec.h"
#include "actors/monitor/monitor.h"
#include "actors/monitor/storage.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"
#include "runtime/cgroup.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/btrfs.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

void container_path(const struct container *c, bool run, const char *name, char out[PATH_ROOM])
{
    const struct actor_options *o = actor_options(c->monitor->actor);

    str_fmt(out, PATH_ROOM, "%s/containers/%s%s%s", run ? o->run_dir : o->state_dir, c->id, *name ? "/" : "", name);
}

void container_group(const struct container *c, char out[64])
{
    const char *instance = actor_options(c->monitor->actor)->instance;

    /* one for each incarnation: the last keeper's clean-up must not meet the next one's start */
    if (c->incarnation > 1)
        str_fmt(out, 64, "%s/%s.%llu", instance, c->id, (unsigned long long)c->incarnation);
    else
        str_fmt(out, 64, "%s/%s", instance, c->id);
}

/* On btrfs it is a subvolume, so that a snapshot of it takes no time. */
static int make_layer_dir(const char *path)
{
    struct btrfs_ioctl_vol_args_v2 args = { 0 };
    char parent[PATH_ROOM];
    auto_fd int fd = -1;
    struct statfs fs;

    str_fmt(parent, sizeof parent, "%s", path);
    *strrchr(parent, '/') = '\0';
    str_fmt(args.name, sizeof args.name, "%s", strrchr(path, '/') + 1);
    fd = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0 || fstatfs(fd, &fs) < 0)
        return -1;
    if (fs.f_type != BTRFS_SUPER_MAGIC || access(path, F_OK) == 0)
        return mkdir(path, 0700);
    return ioctl(fd, BTRFS_IOC_SUBVOL_CREATE_V2, &args) < 0 || chmod(path, 0700) < 0 ? -1 : 0;
}

/* Again at each start: a fork's layer came without. */
static int make_bound(const struct container *c, struct err *e)
{
    char path[PATH_ROOM];

    container_path(c, false, "rw", path);
    return c->spec.has_storage_bytes ? storage_limit(path, c->spec.storage_bytes, e) : 0;
}

/* A new run directory each time: what the last incarnation left is not this one's. */
int place_make(struct container *c, struct err *e)
{
    static const char *const state_dirs[] = { "", "log", "rw", "rw/upper", "rw/work" };
    char path[PATH_ROOM];

    container_path(c, true, "", path);
    if (fd_remove_tree(AT_FDCWD, path) < 0 || mkdir(path, 0700) < 0)
        return err_sys(e, "%s", path);
    container_path(c, true, "root", path);
    if (mkdir(path, 0700) < 0)
        return err_sys(e, "%s", path);
    for (size_t i = 0; i < sizeof state_dirs / sizeof *state_dirs; i++) {
        container_path(c, false, state_dirs[i], path);
        if ((i == 2 ? make_layer_dir(path) : mkdir(path, i == 3 ? 0755 : 0700)) < 0 && errno != EEXIST)
            return err_sys(e, "%s", path);
    }
    if (make_bound(c, e) < 0)
        return -1;
    if (c->spec.has_userns) {
        container_path(c, false, "rw/upper", path);
        if (chown(path, (uid_t)c->spec.userns.host_id, (gid_t)c->spec.userns.host_id) < 0)
            return err_sys(e, "%s", path);
    }
    return 0;
}

void container_describe(const struct container *c, struct wire_writer *out)
{
    struct container_record r = { .state = c->state, .want = c->want, .incarnation = c->incarnation, .restarts = c->restarts, .digest = c->digest,
                                  .repair = c->repair, .has_layers = true, .layers = { { c->layers, c->layers_len }, c->layer_count },
                                  .created_ns = c->created_ns, .has_exit = c->has_exit, .exit = c->exit,
                                  .spec = { c->spec_bytes, c->spec_len }, .has_attachments = c->attachment_count > 0,
                                  .attachments = { { c->attachments, c->attachments_len }, c->attachment_count } };

    str_fmt(r.id.text, sizeof r.id.text, "%s", c->id);
    str_fmt(r.boot_id.text, sizeof r.boot_id.text, "%s", c->boot_id[0] ? c->boot_id : "-");
    container_record_write(out, &r);
}

int container_save(struct container *c, struct err *e)
{
    struct wire_writer w;
    char path[PATH_ROOM], tmp[PATH_ROOM + 8];
    auto_fd int fd = -1;
    int result;

    container_path(c, false, "", path);
    if (mkdir(path, 0700) < 0 && errno != EEXIST)
        return err_sys(e, "%s", path);
    container_path(c, false, "record", path);
    str_fmt(tmp, sizeof tmp, "%s.tmp", path);
    wire_writer_init(&w);
    container_describe(c, &w);
    fd = open(tmp, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    result = fd < 0 || fd_write_all(fd, w.data, w.len) < 0 || rename(tmp, path) < 0 ? err_sys(e, "%s", path) : 0;
    wire_writer_done(&w);
    return result;
}

static char *layer_path(const char *state_dir, const char *digest, const char *what)
{
    char *path = xalloc(PATH_ROOM);

    str_fmt(path, PATH_ROOM, "%s/layers/%s/%s", state_dir, digest, what);
    return path;
}

/* An image may have a layer twice, which overlay mounts refuse: all that the lower one has, the upper one has. */
static bool is_there(char **paths, const char *path)
{
    for (; *paths; paths++)
        if (!strcmp(*paths, path))
            return true;
    return false;
}

void place_layers(const struct container *c, struct layer_paths *room, struct launch_place *out)
{
    const char *state_dir = actor_options(c->monitor->actor)->state_dir;
    struct wire_reader r = wire_reader((struct wire_span){ c->layers, c->layers_len });
    auto_free struct digest *layers = xalloc((c->layer_count + 1) * sizeof *layers);
    uint32_t n = 0;

    for (uint32_t i = 0; i < c->layer_count; i++)
        must(digest_read(&r, &layers[i], NULL) == 0);
    container_path(c, false, "rw/upper", room->upper);
    container_path(c, false, "rw/work", room->work);
    room->lower = xalloc((c->layer_count + 2) * sizeof *room->lower);
    if (c->repair)                      /* of its only layer */
        room->lower[n++] = layer_path(state_dir, layers[0].text, "repair");
    for (uint32_t i = c->layer_count; i > 0; i--) {
        char *path = layer_path(state_dir, layers[i - 1].text, "root");

        if (is_there(room->lower, path))
            free(path);
        else
            room->lower[n++] = path;
    }
    out->upper = room->upper;
    out->work = room->work;
    out->lower = room->lower;
}

void layer_paths_done(struct layer_paths *room)
{
    for (char **p = room->lower; p && *p; p++)
        free(*p);
    free(room->lower);
}

/* What work on the tree of one that does not run needs; nothing that is there goes. */
int place_make_tree(const struct container *c, struct err *e)
{
    static const struct {
        bool run;
        const char *name;
    } dirs[] = { { true, "" }, { false, "" }, { false, "rw" }, { false, "rw/upper" }, { false, "rw/work" } };
    char path[PATH_ROOM];

    for (size_t i = 0; i < sizeof dirs / sizeof *dirs; i++) {
        container_path(c, dirs[i].run, dirs[i].name, path);
        if ((i == 2 ? make_layer_dir(path) : mkdir(path, i == 3 ? 0755 : 0700)) == 0 && i == 3 && c->spec.has_userns && chown(path, (uid_t)c->spec.userns.host_id, (gid_t)c->spec.userns.host_id) < 0)
            return err_sys(e, "%s", path);
        if (access(path, F_OK) < 0)
            return err_sys(e, "%s", path);
    }
    return 0;
}

int place_spec(struct container *c, struct err *e)
{
    const struct actor_options *o = actor_options(c->monitor->actor);
    char run[PATH_ROOM], log[PATH_ROOM], group[64], files[PATH_ROOM], icc[PATH_ROOM];
    struct launch_place p = { .id = c->id, .group = group, .run_dir = run, .log_dir = log, .state_dir = o->state_dir, .incarnation = c->incarnation };
    struct layer_paths layers;
    uint64_t caps;
    size_t count = 0;
    const void *bpf;
    int fd;

    container_path(c, true, "", run);
    container_path(c, false, "log", log);
    container_group(c, group);
    p.files_dir = network_has_files(c) ? files : NULL;
    if (c->neighbour[0])
        str_fmt(files, sizeof files, "%s/containers/%s", o->run_dir, c->neighbour);
    else
        str_fmt(files, sizeof files, "%s", run);
    str_fmt(icc, sizeof icc, "%s/icc/%s", o->run_dir, c->id);
    p.icc_dir = c->spec.icc ? icc : NULL;
    if (launchspec_caps(&c->spec, &caps, e) < 0)
        return -1;
    bpf = monitor_filter(c->monitor, caps, &count, e);
    place_layers(c, &layers, &p);
    fd = bpf ? launchspec_container(&c->spec, &p, bpf, count, e) : -1;
    layer_paths_done(&layers);
    return fd;
}

void place_sweep(struct container *c)
{
    const struct actor_options *o = actor_options(c->monitor->actor);
    char from[PATH_ROOM], to[PATH_ROOM], group[64];

    container_group(c, group);
    cgroup_remove(group, NULL);
    for (int run = 0; run < 2; run++) {
        container_path(c, run, "", from);
        str_fmt(to, sizeof to, "%s/trash-%s", run ? o->run_dir : o->state_dir, c->id);
        if (rename(from, to) < 0 && errno != ENOENT)
            log_warn("remove_incomplete", "%s: %s", from, strerror(errno));
    }
    monitor_sweep(c->monitor);
}

void place_sweep_id(struct monitor *self, const char *id)
{
    const struct actor_options *o = actor_options(self->actor);
    char from[PATH_ROOM], to[PATH_ROOM];

    str_fmt(from, sizeof from, "%s/containers/%s", o->state_dir, id);
    str_fmt(to, sizeof to, "%s/trash-%s", o->state_dir, id);
    if (rename(from, to) < 0 && errno != ENOENT)
        log_warn("remove_incomplete", "%s: %s", from, strerror(errno));
    monitor_sweep(self);
}
