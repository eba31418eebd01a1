/*
 * taking - a writable layer is taken while its container is frozen, and becomes the layer of
 * new containers, a snapshot, or an image.
 *
 *     layer.begin --synced--> READY --layer.take--> TAKEN --layer.end--> containers | snapshot | image
 *         `--failed-----------------`--failed---------`--nothing wanted, or nobody came: put away
 *
 * Until its last step all of it is below <state>/snapshots/.tmp-N, which a start puts away.
 * The last step is one rename each.  Who freezes and thaws is the monitor.
 */
#include "actors/imaged/taking.h"
#include "actors/imaged/clone.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PATIENCE_MS (35 * 60 * 1000)
#define TAKINGS_MAX 64
#define RECORD_ROOM (1u << 20)

const char *taking_method(const struct taking *t)
{
    return t->method == METHOD_SNAPSHOT ? "snapshot" : t->method == METHOD_REFLINK ? "reflink" : "copy";
}

static void key_of(uint64_t number, char out[24])
{
    map_key(number, out);
}

static struct taking *find(struct imaged *self, uint64_t number)
{
    return map_get(self->takings, map_key(number, (char[24]){ 0 }));
}

/* ---------------------------------------------------------------- its end */

static void put_away(struct imaged *self, int dir, const char *name)
{
    if (imaged_put_away(self, dir, name, self->snapshots_fd) < 0 && errno != ENOENT)
        log_error("discard_failed", "%s: %s", name, strerror(errno));
}

void taking_free(struct taking *t)
{
    struct imaged *self = t->self;
    char key[24];

    worker_stop(steal(t->worker));
    loop_cancel(actor_loop(self->actor), t->patience);
    if (t->tmp[0])
        put_away(self, self->snapshots_fd, t->tmp);
    if (t->tmp_layer[0])
        images_discard(self->images, t->tmp_layer);
    if (t->tmp_blob[0])
        unlinkat(images_blobs_fd(self->images), t->tmp_blob, 0);
    if (t->blob_fd >= 0)
        close(t->blob_fd);
    if (t->plan_fd >= 0)
        close(t->plan_fd);
    key_of(t->number, key);
    map_remove(self->takings, key);
    free(t->copies);
    free(t);
}

void taking_fail(struct taking *t, int code, const char *text)
{
    struct request *req = t->request ? request_find(t->self->actor, t->request) : NULL;

    if (req)
        request_error(req, code, "%s %s: %s", t->container[0] ? "container" : "snapshot", t->container[0] ? t->container : t->from_snapshot, text);
    for (uint32_t i = 0; i < t->copy_count; i++) {
        char name[32];

        str_fmt(name, sizeof name, "containers/%s", t->copies[i]);
        put_away(t->self, t->self->state_fd, name);
    }
    taking_free(t);
}

static void on_patience(void *arg)
{
    struct taking *t = arg;

    t->patience = NULL;
    taking_fail(t, ERR_DEADLINE, "nobody went on with it");
}

/* ---------------------------------------------------------------- several from one */

static void finish_forks(struct taking *t);

static void on_copied(void *arg, const struct report *r)
{
    struct taking *t = arg;

    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    t->worker = NULL;
    if (r->type == REPORT_FAILED) {
        taking_fail(t, (int)r->code, r->text);
        return;
    }
    t->copied++;
    finish_forks(t);
}

/* The new container's directory: nobody knows the container yet, and without its row it is put away. */
static int open_container(struct taking *t, const char *id, struct err *e)
{
    char name[32];
    int fd;

    str_fmt(name, sizeof name, "containers/%s", id);
    fd = fd_make_dir(t->self->state_fd, name, 0700);
    return fd < 0 ? err_sys(e, "container %s", id) : fd;
}

static int copy_next(struct taking *t, struct err *e)
{
    static const char *const argv[] = { "now", NULL };
    char name[60];
    auto_fd int from = -1, to = open_container(t, t->copies[t->copied + 1], e);

    str_fmt(name, sizeof name, "%s/rw", t->tmp);
    from = to < 0 ? -1 : openat(t->self->snapshots_fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (to >= 0 && from < 0)
        err_sys(e, "%s", name);
    t->worker = from < 0 ? NULL : imaged_work(t->self, (struct worker_start){ .program = "quilt-clone", .argv = argv, .fds = { from, to }, .fd_count = 2, .fn = on_copied, .arg = t }, e);
    return t->worker ? 0 : -1;
}

static handled reply_end(struct taking *t, struct request *req)
{
    struct layer_end_reply reply = { .bytes = t->bytes, .entries = t->entries };

    str_fmt(reply.method.text, sizeof reply.method.text, "%s", taking_method(t));
    return reply_layer_end(req, &reply);
}

/* The first gets what was taken; the others' copies are there by then. */
static void finish_forks(struct taking *t)
{
    struct request *req = request_find(t->self->actor, t->request);
    struct err e = ERR_NONE;
    char from[60], to[40];
    auto_fd int dir = -1;

    if (t->copied + 1 < t->copy_count) {
        if (copy_next(t, &e) < 0)
            taking_fail(t, e.code, e.text);
        return;
    }
    dir = open_container(t, t->copies[0], &e);
    str_fmt(from, sizeof from, "%s/rw", t->tmp);
    str_fmt(to, sizeof to, "rw");
    if (!req)                           /* who asked is gone, and would not know them */
        err_set(&e, ERR_DEADLINE, "nobody waits for it");
    else if (dir >= 0 && renameat(t->self->snapshots_fd, from, dir, to) < 0)
        err_sys(&e, "container %s", t->copies[0]);
    if (e.code) {
        taking_fail(t, e.code, e.text);
        return;
    }
    if (req)
        reply_end(t, req);
    t->copy_count = 0;
    taking_free(t);
}

static int begin_forks(struct taking *t, const struct wire_list *ids, struct err *e)
{
    struct wire_reader r = wire_reader(ids->items);
    struct container_id id;

    t->copies = xalloc(ids->count * sizeof *t->copies);
    for (uint32_t i = 0; i < ids->count; i++) {
        if (container_id_read(&r, &id, e) < 0)
            return -1;
        str_fmt(t->copies[i], sizeof t->copies[i], "%s", id.text);
    }
    t->copy_count = ids->count;
    return 0;
}

/* ---------------------------------------------------------------- a snapshot */

static void on_told(void *arg, const struct about *about, const struct store_volume_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct taking *t = find(self, about->number);
    struct request *req = t ? request_find(self->actor, t->request) : NULL;

    (void)reply;
    if (failed && t && imaged_is_doubt(failed))
        imaged_tell_again(self);
    else if (failed && t)               /* the store does not have it: nobody shall */
        put_away(self, self->snapshots_fd, t->name);
    if (req && failed)
        request_fail(req, failed);
    else if (req)
        reply_end(t, req);
    if (t)
        taking_free(t);
}

static int write_snapshot(struct taking *t, const struct layer_end *m, struct volume *v, struct err *e)
{
    auto_fd int dir = openat(t->self->snapshots_fd, t->tmp, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    volume_write(&w, v);
    r = dir < 0 ? -1 : fd_replace_file(dir, "container", m->record.data, m->record.len, 0600);
    if (r == 0)
        r = fd_replace_file(dir, "volume", w.data, w.len, 0600);
    wire_writer_done(&w);
    return r < 0 ? err_sys(e, "snapshot %s", t->name) : 0;
}

static int finish_snapshot(struct taking *t, const struct layer_end *m, struct err *e)
{
    struct store_volume tell = { .kind = { "snapshot" } };
    struct volume *v = &tell.volume;
    struct wire_reader r = wire_reader(m->record);
    struct container_record record;
    int snapshots = t->self->snapshots_fd;

    if (imaged_is_removing(t->self, "snapshot", t->name))
        return err_set(e, ERR_UNAVAILABLE, "snapshot %s: is just being removed, try again", t->name);
    if (!m->has_record || container_record_read(&r, &record, e) < 0)
        return e->code ? -1 : err_set(e, ERR_INVALID, "snapshot %s: record is missing", t->name);
    *v = (struct volume){ .has_labels = m->has_labels, .labels = m->labels, .created_ns = (uint64_t)clock_wall_ns(), .has_bytes = true, .bytes = t->bytes, .has_container = true,
                          .container = record.id, .has_digest = true, .digest = record.digest, .has_method = true };
    str_fmt(v->name.text, sizeof v->name.text, "%s", t->name);
    str_fmt(v->method.text, sizeof v->method.text, "%s", taking_method(t));
    if (write_snapshot(t, m, v, e) < 0)
        return -1;
    if (renameat2(snapshots, t->tmp, snapshots, t->name, RENAME_NOREPLACE) < 0 || fsync(snapshots) < 0)
        return errno == EEXIST ? err_set(e, ERR_EXISTS, "snapshot %s: exists already", t->name) : err_sys(e, "snapshot %s", t->name);
    t->tmp[0] = '\0';
    ask_store_volume(t->self->actor, &tell, (struct about){ .number = t->number }, on_told);
    return 0;
}

/* ---------------------------------------------------------------- steps */

static void on_clone(void *arg, const struct report *r)
{
    struct taking *t = arg;
    struct request *req = t->request ? request_find(t->self->actor, t->request) : NULL;

    if (r->type == REPORT_PROGRESS)
        return;
    if (r->type == REPORT_FAILED) {
        t->worker = NULL;
        if (t->request)
            taking_fail(t, (int)r->code, r->text);
        else
            err_set(&t->failure, (int)r->code, "%s", r->text);
        return;
    }
    if (r->type == REPORT_FOUND && !r->flags) {
        struct layer_begin_reply reply = { .number = t->number };
        auto_free uint8_t *room = xalloc(RECORD_ROOM);
        char path[100];
        ssize_t n = -1;

        str_fmt(path, sizeof path, "%s/container", t->from_snapshot);
        if (t->from_snapshot[0])
            n = fd_read_file(t->self->snapshots_fd, path, (char *)room, RECORD_ROOM);
        reply.has_record = n > 0 && wire_scan(room, (size_t)n, NULL) == 0;
        reply.record = (struct wire_span){ room, n > 0 ? (size_t)n : 0 };
        t->request = 0;
        if (req)
            reply_layer_begin(req, &reply);
        return;
    }
    t->taken = true;
    if (r->type == REPORT_FOUND) {
        t->request = 0;
        if (req)
            reply_layer_take(req, &(struct layer_take_reply){});
        return;
    }
    t->worker = NULL;
    t->done = true;
    t->method = r->flags == CLONE_SNAPSHOT ? METHOD_SNAPSHOT : r->flags == CLONE_REFLINK ? METHOD_REFLINK : METHOD_COPY;
    t->bytes = r->bytes;
    t->entries = r->entries;
    if (t->ended && req) {
        t->ended = false;
        on_layer_end(t->self, layer_end_of(req), req);
    }
}

static int open_source(struct imaged *self, const struct layer_begin *m, struct err *e)
{
    char name[100];
    int fd;

    if (m->has_container)
        str_fmt(name, sizeof name, "containers/%s/rw", m->container.text);
    else
        str_fmt(name, sizeof name, "snapshots/%s/rw", m->snapshot.text);
    fd = openat(self->state_fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 && errno == ENOENT && !m->has_container)
        return err_set(e, ERR_NOT_FOUND, "snapshot %s: not known", m->snapshot.text);
    return fd < 0 ? err_sys(e, "%s", name) : fd;
}

handled on_layer_begin(struct imaged *self, const struct layer_begin *m, struct request *req)
{
    static const char *const argv[] = { "wait", NULL };
    struct err e = ERR_NONE;
    struct taking *t;
    struct stat st;
    auto_fd int from = -1, to = -1;
    char key[24];

    if (m->has_name && fstatat(self->snapshots_fd, m->name.text, &st, AT_SYMLINK_NOFOLLOW) == 0)
        return request_error(req, ERR_EXISTS, "snapshot %s: exists already", m->name.text);
    if (map_count(self->takings) >= TAKINGS_MAX)
        return request_error(req, ERR_EXHAUSTED, "%d layers are being taken already, try again", TAKINGS_MAX);
    from = open_source(self, m, &e);
    if (from < 0)
        return request_fail(req, &e);
    t = xalloc(sizeof *t);
    t->self = self;
    t->number = ++self->counter;
    t->request = request_number(req);
    t->blob_fd = t->plan_fd = -1;
    str_fmt(t->name, sizeof t->name, "%s", m->has_name ? m->name.text : "");
    str_fmt(t->container, sizeof t->container, "%s", m->has_container ? m->container.text : "");
    str_fmt(t->from_snapshot, sizeof t->from_snapshot, "%s", m->has_container ? "" : m->snapshot.text);
    str_fmt(t->tmp, sizeof t->tmp, ".tmp-%llu", (unsigned long long)t->number);
    key_of(t->number, key);
    map_put(self->takings, key, t);
    t->patience = loop_after(actor_loop(self->actor), PATIENCE_MS, on_patience, t);
    to = fd_make_dir(self->snapshots_fd, t->tmp, 0700);
    if (to < 0)
        err_sys(&e, "taking a layer");
    t->worker = to < 0 ? NULL : imaged_work(self, (struct worker_start){ .program = "quilt-clone", .argv = argv, .fds = { from, to }, .fd_count = 2, .fn = on_clone, .arg = t }, &e);
    if (!t->worker)
        taking_fail(t, e.code, e.text);
    return HANDLED_LATER;
}

handled on_layer_take(struct imaged *self, const struct layer_take *m, struct request *req)
{
    struct taking *t = find(self, m->number);

    if (!t || t->taken)
        return request_error(req, ERR_NOT_FOUND, "layer %llu: is not being taken", (unsigned long long)m->number);
    t->request = request_number(req);
    if (t->failure.code) {
        taking_fail(t, t->failure.code, t->failure.text);
        return (handled){ 1 };
    }
    worker_go_on(t->worker);
    return HANDLED_LATER;
}

handled on_layer_end(struct imaged *self, const struct layer_end *m, struct request *req)
{
    struct taking *t = find(self, m->number);
    struct err e = ERR_NONE;

    if (!t)
        return request_error(req, ERR_NOT_FOUND, "layer %llu: is not being taken", (unsigned long long)m->number);
    t->request = request_number(req);
    if (!m->has_containers && !t->name[0] && !m->has_commit) {
        handled h = reply_end(t, req);

        taking_free(t);
        return h;
    }
    if (t->failure.code) {
        taking_fail(t, t->failure.code, t->failure.text);
        return (handled){ 1 };
    }
    if (!t->done) {                     /* it is written out first */
        t->ended = true;
        return HANDLED_LATER;
    }
    if (m->has_commit) {
        commit_begin(t, m);
        return HANDLED_LATER;
    }
    if (t->name[0] ? finish_snapshot(t, m, &e) < 0 : begin_forks(t, &m->containers, &e) < 0)
        taking_fail(t, e.code, e.text);
    else if (!t->name[0])
        finish_forks(t);
    return HANDLED_LATER;
}

/* Who asked for them is gone, and will not go on. */
void takings_orphaned(struct imaged *self)
{
    struct map_iter it = map_iter(self->takings);
    struct taking *t;

    while ((t = map_next(&it, NULL)))
        taking_fail(t, ERR_UNAVAILABLE, "the monitor died");
}

void takings_stop(struct imaged *self)
{
    struct map_iter it = map_iter(self->takings);
    struct taking *t;

    while ((t = map_next(&it, NULL)))
        taking_free(t);
    map_free(self->takings);
}
