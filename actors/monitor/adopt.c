/*
 * adopt - after a start of the monitor: what the store knows, what is on the disk and
 * what runs are brought together, and what belongs to nobody is removed.
 *
 *   store's records, page by page -> (a fresh database: the disk's records into it)
 *     -> each is reconciled -> strays are removed -> ready
 */
#include "actors/monitor/monitor.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/str.h"
#include "runtime/cgroup.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define AGAIN_MS 200

static void ask_page(struct monitor *self, uint64_t after);

/* ---------------------------------------------------------------- strays */

static bool is_id(const char *name)
{
    return strlen(name) == 12 && !name[strspn(name, "0123456789abcdef")];
}

static void remove_stray_group(void *arg, const char *id)
{
    struct monitor *self = arg;
    struct container *c;
    char group[64], owner[13], own[64] = "";

    str_fmt(owner, sizeof owner, "%.12s", id);
    c = map_get(self->containers, owner);
    if (c)
        container_group(c, own);
    if (c && strchr(own, '/') && !strcmp(strchr(own, '/') + 1, id))
        return;
    log_warn("stray_removed", "cgroup of %s", id);
    str_fmt(group, sizeof group, "%.38s/%.24s", actor_options(self->actor)->instance, id);
    cgroup_kill(group, NULL);
    cgroup_remove(group, NULL);
}

static void remove_stray_dirs(struct monitor *self, const char *base)
{
    char dir[PATH_ROOM], to[PATH_ROOM + 40], from[PATH_ROOM + 40];
    auto_dir DIR *d = NULL;
    struct dirent *ent;

    str_fmt(dir, sizeof dir, "%s/containers", base);
    d = opendir(dir);
    while (d && (ent = readdir(d))) {
        if (!is_id(ent->d_name) || map_get(self->containers, ent->d_name))
            continue;
        log_warn("stray_removed", "%s/%s", dir, ent->d_name);
        str_fmt(from, sizeof from, "%s/%.12s", dir, ent->d_name);
        str_fmt(to, sizeof to, "%s/trash-%.12s", base, ent->d_name);
        if (rename(from, to) < 0)
            log_warn("remove_incomplete", "%s: %s", from, strerror(errno));
    }
}

static void finish(struct monitor *self)
{
    const struct actor_options *o = actor_options(self->actor);
    struct map_iter it = map_iter(self->containers);
    struct container *c;

    self->adopted = true;
    while ((c = map_next(&it, NULL)))
        container_reconcile(c);
    inside_sync(self);
    cgroup_each(o->instance, remove_stray_group, self);
    remove_stray_dirs(self, o->state_dir);
    remove_stray_dirs(self, o->run_dir);
    monitor_sweep(self);
    log_info("adopted", "%zu containers", map_count(self->containers));
    actor_ready(self->actor);
}

/* ---------------------------------------------------------------- a fresh database */

static void on_rebuilt(void *arg, const struct about *about, const struct store_rebuilt_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;

    (void)about;
    (void)reply;
    if (failed)
        log_error("rebuild_failed", "%s", failed->text);
    finish(self);
}

/* What runs decides over what the record says: it is younger. */
static void see_what_runs(struct monitor *self, struct container_record *r)
{
    const char *run = actor_options(self->actor)->run_dir;
    struct exit_record x;
    char dir[PATH_ROOM], boot[37];

    clock_boot_id(boot);
    str_fmt(dir, sizeof dir, "%s/containers/%s", run, r->id.text);
    if (r->state == STATE_CREATED && access(dir, F_OK) < 0)
        return;
    if (access(dir, F_OK) == 0) {
        if (keeper_read_exit(dir, &x) < 0 || x.incarnation != r->incarnation || !r->has_exit)
            r->state = STATE_STARTING;  /* reconciling finds the rest */
    } else if (r->state != STATE_EXITED && r->state != STATE_FAILED) {
        r->state = STATE_STARTING;
    }
    if (r->state == STATE_STARTING && r->boot_id.text[0] == '-')
        str_fmt(r->boot_id.text, sizeof r->boot_id.text, "%s", boot);
}

static void insert_one(struct monitor *self, const char *id)
{
    const struct actor_options *o = actor_options(self->actor);
    auto_free uint8_t *bytes = malloc(1 << 20);
    struct store_insert m = { .rebuilt = true, .cause.verb.text = "monitor" };
    struct wire_reader reader;
    char path[PATH_ROOM];
    ssize_t n;

    str_fmt(path, sizeof path, "%s/containers/%.12s/record", o->state_dir, id);
    n = bytes ? fd_read_file(AT_FDCWD, path, (char *)bytes, 1 << 20) : -1;
    reader = (struct wire_reader){ bytes, bytes + (n < 0 ? 0 : n) };
    if (n < 0 || wire_scan(bytes, (size_t)n, NULL) < 0 || container_record_read(&reader, &m.record, NULL) < 0 || strcmp(m.record.id.text, id)) {
        log_warn("record_unreadable", "%s", path);
        return;
    }
    see_what_runs(self, &m.record);
    container_new(self, &m.record);
    ask_store_insert(self->actor, &m, (struct about){ 0 }, NULL);
    self->rebuilt++;
}

static void rebuild(struct monitor *self)
{
    char dir[PATH_ROOM];
    auto_dir DIR *d = NULL;
    struct dirent *ent;

    str_fmt(dir, sizeof dir, "%s/containers", actor_options(self->actor)->state_dir);
    d = opendir(dir);
    while (d && (ent = readdir(d)))
        if (is_id(ent->d_name) && !map_get(self->containers, ent->d_name))
            insert_one(self, ent->d_name);
    if (self->rebuilt)
        log_warn("rebuilt", "%llu containers read back from the disk", (unsigned long long)self->rebuilt);
    ask_store_rebuilt(self->actor, &(struct store_rebuilt){ .containers = self->rebuilt }, (struct about){ 0 }, on_rebuilt);
}

/* ---------------------------------------------------------------- the store's records */

static void on_again(void *arg)
{
    ask_page(arg, 0);
}

static void on_page(void *arg, const struct about *about, const struct store_containers_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct wire_reader r;

    (void)about;
    if (failed) {
        log_warn("adopt_waits", "%s", failed->text);
        loop_after(self->loop, AGAIN_MS, on_again, self);
        return;
    }
    r = wire_reader(reply->records.items);
    for (uint32_t i = 0; i < reply->records.count; i++) {
        struct container_record record;

        if (container_record_read(&r, &record, NULL) == 0 && !map_get(self->containers, record.id.text))
            container_new(self, &record);
    }
    self->fresh = reply->fresh;
    if (reply->has_next)
        ask_page(self, reply->next);
    else if (self->fresh)
        rebuild(self);
    else
        finish(self);
}

static void ask_page(struct monitor *self, uint64_t after)
{
    ask_store_containers(self->actor, &(struct store_containers){ .after = after }, (struct about){ 0 }, on_page);
}

void adopt_begin(struct monitor *self)
{
    ask_page(self, 0);
}
