/*
 * volumes - named directories and secrets on the disk.
 *
 *     <state>/volumes/<name>/{data,volume}     a directory, and what is known of it
 *     <state>/secrets/<name>/{data,volume}     a file, and what is known of it
 *
 *     <state>/snapshots/<name>/{rw,container,volume}     taking.c makes them
 *
 * Each appears by one rename, whole, before the store is told.  One is removed only when the
 * store has said so, with the intent: what is in it is put away by one rename and deleted by
 * a process of its own.  Nothing here ever decides that a volume goes.
 */
#include "actors/imaged/imaged.h"
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

#define DATA_MAX 262144
#define LABELS_MAX 32768u
#define RECORD_ROOM 65536
#define KINDS 3

static const char *const kinds[KINDS] = { "volume", "secret", "snapshot" };

static int dir_of(struct imaged *self, const char *kind)
{
    return !strcmp(kind, "secret") ? self->secrets_fd : !strcmp(kind, "snapshot") ? self->snapshots_fd : self->volumes_fd;
}

static struct cause cause_of(struct request *req)
{
    struct cause c = { .uid = request_caller(req)->uid };

    str_fmt(c.verb.text, sizeof c.verb.text, "%s", request_verb(req));
    return c;
}

static void put_away(struct imaged *self, int dir, const char *name)
{
    if (imaged_put_away(self, dir, name, dir) < 0 && errno != ENOENT)
        log_error("discard_failed", "%s: %s", name, strerror(errno));
}

/* ---------------------------------------------------------------- making */

static int write_parts(int dir, const struct volume *v, const struct wire_span *data, struct err *e)
{
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    volume_write(&w, v);
    r = fd_replace_file(dir, "volume", w.data, w.len, 0600);
    wire_writer_done(&w);
    if (r == 0 && data)
        r = fd_replace_file(dir, "data", data->data, data->len, 0600);
    else if (r == 0)
        r = mkdirat(dir, "data", 0755);
    return r < 0 ? err_sys(e, "%s", v->name.text) : 0;
}

/* ERR_EXISTS if it is there. */
static int make(struct imaged *self, const char *kind, struct volume *v, const struct wire_span *data, struct err *e)
{
    int parent = dir_of(self, kind);
    char tmp[40], path[1300];
    auto_fd int dir = -1;
    struct stat st;

    if (!self->cleaned || imaged_is_removing(self, kind, v->name.text))
        return err_set(e, ERR_UNAVAILABLE, "%s %s: is just being removed, try again", kind, v->name.text);
    if (fstatat(parent, v->name.text, &st, AT_SYMLINK_NOFOLLOW) == 0)
        return err_set(e, ERR_EXISTS, "%s %s: exists already", kind, v->name.text);
    str_fmt(tmp, sizeof tmp, ".new-%llu", (unsigned long long)++self->counter);
    dir = fd_make_dir(parent, tmp, 0700);
    if (dir < 0)
        return err_sys(e, "%s %s", kind, v->name.text);
    v->created_ns = (uint64_t)clock_wall_ns();
    v->has_bytes = data != NULL;
    v->bytes = data ? data->len : 0;
    v->has_path = !data;
    str_fmt(path, sizeof path, "%s/volumes/%s/data", actor_options(self->actor)->state_dir, v->name.text);
    v->path = wire_text(path);
    if (write_parts(dir, v, data, e) < 0 || renameat(parent, tmp, parent, v->name.text) < 0 || fsync(parent) < 0) {
        if (!e->code)
            err_sys(e, "%s %s", kind, v->name.text);
        fd_remove_tree(parent, tmp);
        return -1;
    }
    return 0;
}

static int read_record(int parent, const char *name, uint8_t *room, struct volume *out)
{
    auto_fd int dir = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    ssize_t n = dir < 0 ? -1 : fd_read_file(dir, "volume", (char *)room, RECORD_ROOM);
    struct wire_reader r = { room, room + (n < 0 ? 0 : n) };

    return n <= 0 || wire_scan(room, (size_t)n, NULL) < 0 || volume_read(&r, out, NULL) < 0 || strcmp(out->name.text, name) ? -1 : 0;
}

bool volume_is_readable(struct imaged *self, const char *kind, const char *name)
{
    auto_free uint8_t *room = xalloc(RECORD_ROOM);
    struct volume v;

    return read_record(dir_of(self, kind), name, room, &v) == 0;
}

/* made: by the request that tells it, who may take it back.  -1: it cannot be read, or somebody asks whether it may go. */
static int tell_store(struct imaged *self, const char *kind, const char *name, bool made, const struct cause *cause, uint64_t number, store_volume_then then)
{
    auto_free uint8_t *room = xalloc(RECORD_ROOM);
    struct store_volume m = { .has_cause = cause != NULL };
    struct about about = { .number = number };

    str_fmt(m.kind.text, sizeof m.kind.text, "%s", kind);
    str_fmt(about.id, sizeof about.id, "%c%s", !strcmp(kind, "secret") ? made ? 's' : 'S' : made ? 'v' : 'V', name);
    if (cause)
        m.cause = *cause;
    if (imaged_is_removing(self, kind, name) || read_record(dir_of(self, kind), name, room, &m.volume) < 0)
        return -1;
    ask_store_volume(self->actor, &m, about, then);
    return 0;
}

static void on_made(void *arg, const struct about *about, const struct store_volume_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = request_find(self->actor, about->number);
    auto_free uint8_t *room = xalloc(RECORD_ROOM);
    bool secret = about->id[0] == 's' || about->id[0] == 'S', ours = about->id[0] == 's' || about->id[0] == 'v';
    const char *name = about->id + 1;
    struct volume v;

    (void)reply;
    if (failed && imaged_is_doubt(failed))
        imaged_tell_again(self);
    else if (failed && ours)            /* the store does not have it: nobody shall */
        put_away(self, secret ? self->secrets_fd : self->volumes_fd, name);
    if (!req)
        return;
    if (failed)
        request_fail(req, failed);
    else if (read_record(dir_of(self, secret ? "secret" : "volume"), name, room, &v) < 0)
        request_error(req, ERR_NOT_FOUND, "%s: was removed meanwhile", name);
    else if (secret)
        reply_secret_create(req, &(struct secret_create_reply){ .secret = v });
    else
        reply_volume_create(req, &(struct volume_create_reply){ .volume = v });
}

/* One that is there because this request made it before it was cut off is no error. */
static handled create(struct imaged *self, const char *kind, struct volume *v, const struct wire_span *data, struct request *req)
{
    struct cause cause = cause_of(req);
    struct err e = ERR_NONE;
    bool made;

    if (v->has_labels && v->labels.items.len > LABELS_MAX)
        return request_error(req, ERR_INVALID, "%s %s: labels of more than %u bytes", kind, v->name.text, LABELS_MAX);
    made = make(self, kind, v, data, &e) == 0;
    if (!made && !(e.code == ERR_EXISTS && request_repeated(req)))
        return request_fail(req, &e);
    if (tell_store(self, kind, v->name.text, made, &cause, request_number(req), on_made) < 0)
        return request_error(req, ERR_FAILED, "%s %s: what is known of it cannot be read", kind, v->name.text);
    return HANDLED_LATER;
}

handled on_volume_create(struct imaged *self, const struct volume_create *m, struct request *req)
{
    struct volume v = { .name = m->name, .has_labels = m->has_labels, .labels = m->labels };

    return create(self, "volume", &v, NULL, req);
}

handled on_secret_create(struct imaged *self, const struct secret_create *m, struct request *req)
{
    struct volume v = { .name = m->name, .has_labels = m->has_labels, .labels = m->labels };

    if (m->data.len > DATA_MAX)
        return request_error(req, ERR_INVALID, "secret %s: more than %d bytes", m->name.text, DATA_MAX);
    return create(self, "secret", &v, &m->data, req);
}

/* ---------------------------------------------------------------- what a start needs */

static void on_ensured(void *arg, const struct about *about, const struct store_volume_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = request_find(self->actor, about->number);

    (void)reply;
    if (failed)
        imaged_tell_again(self);
    if (req && failed)
        request_fail(req, failed);
    else if (req)
        reply_volume_ensure(req, &(struct volume_ensure_reply){});
}

/* Each is told again: the store answers in order, so that the last one's answer is for all. */
handled on_volume_ensure(struct imaged *self, const struct volume_ensure *m, struct request *req)
{
    struct wire_reader r = wire_reader(m->volumes.items);
    struct err e = ERR_NONE;

    for (uint32_t i = 0; i < m->volumes.count; i++) {
        struct volume v = { 0 };

        if (volume_name_read(&r, &v.name, &e) < 0 || (make(self, "volume", &v, NULL, &e) < 0 && e.code != ERR_EXISTS))
            return request_fail(req, &e);
        e = (struct err)ERR_NONE;
        if (tell_store(self, "volume", v.name.text, false, NULL, request_number(req), i + 1 == m->volumes.count ? on_ensured : NULL) < 0)
            return request_error(req, ERR_FAILED, "volume %s: what is known of it cannot be read", v.name.text);
    }
    return m->volumes.count ? HANDLED_LATER : reply_volume_ensure(req, &(struct volume_ensure_reply){});
}

/* ---------------------------------------------------------------- removing */

static void on_cleaned(void *arg, const struct about *about, const struct store_cleaned_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = about->number ? request_find(self->actor, about->number) : NULL;

    (void)reply;
    if (!req)
        return;
    if (failed)
        request_fail(req, failed);
    else if (!strcmp(request_verb(req), "secret.remove"))
        reply_secret_remove(req, &(struct secret_remove_reply){});
    else if (!strcmp(request_verb(req), "snapshot.remove"))
        reply_snapshot_remove(req, &(struct snapshot_remove_reply){});
    else if (!strcmp(request_verb(req), "volume.remove"))
        reply_volume_remove(req, &(struct volume_remove_reply){});
}

int volume_delete(struct imaged *self, const char *kind, const char *name, uint64_t request, struct err *e)
{
    struct store_cleaned m = { .item = { .key = wire_text(name) } };
    int dir = dir_of(self, kind);

    if (imaged_put_away(self, dir, name, dir) < 0 && errno != ENOENT)
        return err_sys(e, "%s %s", kind, name);
    str_fmt(m.item.kind.text, sizeof m.item.kind.text, "%s", kind);
    ask_store_cleaned(self->actor, &m, (struct about){ .number = request }, on_cleaned);
    return 0;
}

static void on_removable(void *arg, const struct about *about, const struct store_volume_remove_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct err e = ERR_NONE;

    (void)reply;
    imaged_removing(self, kinds[about->id[0] - '0'], about->id + 1, false);
    if (failed || volume_delete(self, kinds[about->id[0] - '0'], about->id + 1, about->number, &e) < 0) {
        if (req)
            request_fail(req, failed ? failed : &e);
    }
}

static handled remove_one(struct imaged *self, const char *kind, const struct volume_name *name, struct request *req)
{
    struct store_volume_remove m = { .name = *name, .cause = cause_of(req) };
    struct about about = { .number = request_number(req) };

    if (!self->cleaned)
        return request_error(req, ERR_UNAVAILABLE, "%s %s: the disk is just being looked through, try again", kind, name->text);
    imaged_removing(self, kind, name->text, true);
    str_fmt(m.kind.text, sizeof m.kind.text, "%s", kind);
    str_fmt(about.id, sizeof about.id, "%c%s", !strcmp(kind, "volume") ? '0' : !strcmp(kind, "secret") ? '1' : '2', name->text);     /* its place in `kinds` */
    ask_store_volume_remove(self->actor, &m, about, on_removable);
    return HANDLED_LATER;
}

handled on_volume_remove(struct imaged *self, const struct volume_remove *m, struct request *req)
{
    return remove_one(self, "volume", &m->volume, req);
}

handled on_secret_remove(struct imaged *self, const struct secret_remove *m, struct request *req)
{
    return remove_one(self, "secret", &m->secret, req);
}

handled on_snapshot_remove(struct imaged *self, const struct snapshot_remove *m, struct request *req)
{
    return remove_one(self, "snapshot", &m->snapshot, req);
}

/* ---------------------------------------------------------------- pruning */

struct volume_prune_work {
    uint32_t waiting, count;
    struct wire_writer gone;
};

static void prune_end(struct imaged *self, uint64_t number, struct volume_prune_work *p)
{
    struct request *req = request_find(self->actor, number);

    if (req)
        reply_volume_prune(req, &(struct volume_prune_reply){ .volumes = wire_list_of(&p->gone, p->count) });
    map_remove(self->volume_prunes, map_key(number, (char[24]){ 0 }));
    wire_writer_done(&p->gone);
    free(p);
}

static void on_pruned(void *arg, const struct about *about, const struct store_volume_remove_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct volume_prune_work *p = map_get(self->volume_prunes, map_key(about->number, (char[24]){ 0 }));
    struct err e = ERR_NONE;

    (void)reply;
    imaged_removing(self, "volume", about->id, false);
    if (!failed && volume_delete(self, "volume", about->id, 0, &e) == 0 && p) {
        wire_put_str(&p->gone, about->id);
        p->count++;
    }
    if (p && --p->waiting == 0)
        prune_end(self, about->number, p);
}

static void on_unused(void *arg, const struct about *about, const struct store_volumes_unused_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct wire_reader r = wire_reader(failed ? (struct wire_span){ 0 } : reply->names.items);
    struct volume_prune_work *p;

    if (!req)
        return;
    if (failed || volume_prune_of(req)->dry_run) {
        if (failed)
            request_fail(req, failed);
        else
            reply_volume_prune(req, &(struct volume_prune_reply){ .volumes = reply->names });
        return;
    }
    p = xalloc(sizeof *p);
    wire_writer_init(&p->gone);
    p->waiting = 1;
    map_put(self->volume_prunes, map_key(about->number, (char[24]){ 0 }), p);
    for (uint32_t i = 0; i < reply->names.count; i++) {
        struct store_volume_remove m = { .kind = { "volume" }, .cause = cause_of(req) };
        struct about each = { .number = about->number };

        if (volume_name_read(&r, &m.name, NULL) < 0)
            break;
        str_fmt(each.id, sizeof each.id, "%s", m.name.text);
        p->waiting++;
        imaged_removing(self, "volume", each.id, true);
        ask_store_volume_remove(self->actor, &m, each, on_pruned);
    }
    if (--p->waiting == 0)
        prune_end(self, about->number, p);
}

handled on_volume_prune(struct imaged *self, const struct volume_prune *m, struct request *req)
{
    ask_store_volumes_unused(self->actor, &(struct store_volumes_unused){ .has_label = m->has_label, .label = m->label, .has_before_ns = m->has_before_ns, .before_ns = m->before_ns }, (struct about){ .number = request_number(req) }, on_unused);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- a start */

static void tell_kind(struct imaged *self, const char *kind)
{
    int fd = openat(dir_of(self, kind), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct store_volumes_known m = { 0 };
    struct wire_writer names;
    struct dirent *ent;
    uint32_t count = 0;

    auto_dir DIR *d = fdopendir(fd);

    wire_writer_init(&names);
    while (d && (ent = readdir(d))) {
        if (ent->d_name[0] != '.' && !str_starts(ent->d_name, "trash-")) {
            if (tell_store(self, kind, ent->d_name, false, NULL, 0, NULL) < 0 && !imaged_is_removing(self, kind, ent->d_name))
                log_error("volume_unreadable", "%s %s: what is known of it cannot be read", kind, ent->d_name);
            wire_put_str(&names, ent->d_name);
            count++;
        }
    }
    str_fmt(m.kind.text, sizeof m.kind.text, "%s", kind);
    m.names = wire_list_of(&names, count);
    ask_store_volumes_known(self->actor, &m, (struct about){ 0 }, NULL);
    wire_writer_done(&names);
}

/* What was half made or half deleted when the last one of us ended. */
static void clear(struct imaged *self, int dir)
{
    int fd = openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    auto_dir DIR *d = fdopendir(fd);
    struct dirent *ent;

    while (d && (ent = readdir(d))) {
        if (str_starts(ent->d_name, "trash-"))
            imaged_trash_made(self);
        else if (str_starts(ent->d_name, ".tmp-") || str_starts(ent->d_name, ".new-"))
            put_away(self, dirfd(d), ent->d_name);
    }
}

void volumes_tell(struct imaged *self)
{
    for (int i = 0; i < KINDS; i++)
        tell_kind(self, kinds[i]);
}

int volumes_open(struct imaged *self, struct err *e)
{
    int *const fds[KINDS] = { &self->volumes_fd, &self->secrets_fd, &self->snapshots_fd };
    char path[1200];

    self->volume_prunes = map_new();
    self->state_fd = open(actor_options(self->actor)->state_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (self->state_fd < 0)
        return err_sys(e, "%s", actor_options(self->actor)->state_dir);
    str_fmt(path, sizeof path, "%s/partial", actor_options(self->actor)->state_dir);
    self->partial_fd = fd_make_path(path, 0700) < 0 ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (self->partial_fd < 0)
        return err_sys(e, "%s", path);
    for (int i = 0; i < KINDS; i++) {
        str_fmt(path, sizeof path, "%s/%ss", actor_options(self->actor)->state_dir, kinds[i]);
        *fds[i] = fd_make_path(path, 0700) < 0 ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (*fds[i] < 0)
            return err_sys(e, "%s", path);
        clear(self, *fds[i]);
    }
    return 0;
}

void volumes_close(struct imaged *self)
{
    struct map_iter it = map_iter(self->volume_prunes);
    struct volume_prune_work *p;

    while ((p = map_next(&it, NULL))) {
        wire_writer_done(&p->gone);
        free(p);
    }
    map_free(self->volume_prunes);
    close(self->volumes_fd);
    close(self->secrets_fd);
    close(self->snapshots_fd);
    close(self->state_fd);
    close(self->partial_fd);
}
