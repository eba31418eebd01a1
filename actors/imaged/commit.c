/*
 * commit - a layer that was taken becomes the last layer of a new image.
 *
 *     PACKING --quilt-pack: blob--> UNPACKING --quilt-unpack: layer--> PLANNING --quilt-layout: manifest--> import
 *
 * The layer is what the blob unpacks to, not what was packed: so nothing is in the one that
 * is not in the other.
 */
#include "actors/imaged/taking.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define VOLUMES_MAX 30

/* ---------------------------------------------------------------- PLANNING */

static void on_planned(void *arg, const struct report *r)
{
    struct taking *t = arg;
    struct request *req = request_find(t->self->actor, t->request);
    struct import_layer layer = { .tmp = t->tmp_layer, .tmp_blob = t->tmp_blob, .diff = t->diff, .blob = t->blob, .bytes = t->layer_bytes, .entries = t->layer_entries };
    char source[40];

    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    t->worker = NULL;
    if (r->type == REPORT_FAILED || !req) {
        taking_fail(t, r->type == REPORT_FAILED ? (int)r->code : ERR_DEADLINE, r->type == REPORT_FAILED ? r->text : "nobody waits for it");
        return;
    }
    str_fmt(source, sizeof source, "container %s", t->container);
    import_made(t->self, source, t->tag, t->plan_fd, &layer, req);
    t->plan_fd = -1;                    /* all of these are the import's now */
    t->tmp_layer[0] = t->tmp_blob[0] = '\0';
    t->request = 0;
    taking_free(t);
}

static int plan(struct taking *t, struct err *e)
{
    struct request *req = request_find(t->self->actor, t->request);
    struct known *base = images_get(t->self->images, t->base);
    auto_fd int manifest = -1, config = -1, wishes = -1, dir = -1;
    char size[24];
    const char *argv[] = { "commit", t->blob, t->diff, size, NULL };

    if (!req || !base)
        return err_set(e, ERR_NOT_FOUND, "image %.12s: is not here any more", t->base);
    str_fmt(size, sizeof size, "%llu", (unsigned long long)t->blob_bytes);
    manifest = images_open_blob(t->self->images, base->record.image.digest.text, e);
    config = manifest < 0 ? -1 : images_open_blob(t->self->images, base->record.image.config_digest.text, e);
    wishes = config < 0 ? -1 : memory_of(layer_end_of(req)->commit, e);
    if (wishes < 0)
        return -1;
    dir = openat(t->self->snapshots_fd, t->tmp, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    t->plan_fd = memfd_create("quilt-plan", MFD_CLOEXEC);
    if (dir < 0 || t->plan_fd < 0)
        return err_sys(e, "commit");
    t->worker = imaged_work(t->self, (struct worker_start){ .program = "quilt-layout", .argv = argv, .fds = { dir, t->plan_fd, manifest, config, wishes }, .fd_count = 5,
                                                            .fn = on_planned, .arg = t }, e);
    return t->worker ? 0 : -1;
}

/* ---------------------------------------------------------------- UNPACKING */

static void on_unpacked(void *arg, const struct report *r)
{
    struct taking *t = arg;
    struct err e = ERR_NONE;

    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    t->worker = NULL;
    if (r->type == REPORT_FAILED)
        err_set(&e, (int)r->code, "%s", r->text);
    else if (strcmp(r->diff, t->diff) || strcmp(r->blob, t->blob))
        err_set(&e, ERR_FAILED, "the layer is not what was packed");
    t->layer_bytes = r->bytes;
    t->layer_entries = r->entries;
    if (e.code || plan(t, &e) < 0)
        taking_fail(t, e.code, e.text);
}

static int unpack(struct taking *t, struct err *e)
{
    auto_fd int dir = -1, root = -1;

    str_fmt(t->tmp_layer, sizeof t->tmp_layer, ".unpack-%llu", (unsigned long long)++t->self->counter);
    dir = fd_make_dir(images_layers_fd(t->self->images), t->tmp_layer, 0700);
    root = dir < 0 ? -1 : fd_make_dir(dir, "root", 0755);
    if (root < 0 || lseek(t->blob_fd, 0, SEEK_SET) < 0)
        return err_sys(e, "commit");
    t->worker = imaged_unpack(t->self, t->blob_fd, root, -1, t->blob_bytes, "own", on_unpacked, t, e);
    return t->worker ? 0 : -1;
}

/* ---------------------------------------------------------------- PACKING */

static void on_packed(void *arg, const struct report *r)
{
    struct taking *t = arg;
    struct err e = ERR_NONE;

    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    t->worker = NULL;
    if (r->type == REPORT_FAILED)
        err_set(&e, (int)r->code, "%s", r->text);
    str_fmt(t->blob, sizeof t->blob, "%s", r->blob);
    str_fmt(t->diff, sizeof t->diff, "%s", r->diff);
    t->blob_bytes = r->total_bytes;
    if (e.code || unpack(t, &e) < 0)
        taking_fail(t, e.code, e.text);
}

static int pack(struct taking *t, const struct container_spec *spec, struct err *e)
{
    struct wire_reader r = wire_reader(spec->image_volumes.items);
    char base[24], count[24], upper_name[60], *volumes[VOLUMES_MAX] = { NULL };
    const char *argv[VOLUMES_MAX + 3] = { base, count };
    auto_fd int upper = -1;
    uint32_t n = 0;

    if (spec->has_image_volumes && spec->image_volumes.count > VOLUMES_MAX)
        return err_set(e, ERR_EXHAUSTED, "its image has more than %d volumes", VOLUMES_MAX);
    str_fmt(base, sizeof base, "%llu", (unsigned long long)(spec->has_userns ? spec->userns.host_id : 0));
    str_fmt(count, sizeof count, "%llu", (unsigned long long)(spec->has_userns ? spec->userns.count : 0));
    for (; spec->has_image_volumes && n < spec->image_volumes.count; n++) {
        struct wire_span path;

        if (wire_read_str(&r, &path, NULL) < 0)
            break;
        argv[n + 2] = volumes[n] = wire_dup(path);
    }
    str_fmt(upper_name, sizeof upper_name, "%s/rw/upper", t->tmp);
    str_fmt(t->tmp_blob, sizeof t->tmp_blob, ".blob-%llu", (unsigned long long)++t->self->counter);
    upper = openat(t->self->snapshots_fd, upper_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    t->blob_fd = openat(images_blobs_fd(t->self->images), t->tmp_blob, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (upper < 0 || t->blob_fd < 0)
        err_sys(e, "commit");
    else
        t->worker = imaged_work(t->self, (struct worker_start){ .program = "quilt-pack", .argv = argv, .fds = { upper, t->blob_fd }, .fd_count = 2, .fn = on_packed, .arg = t }, e);
    while (n > 0)
        free(volumes[--n]);
    return t->worker ? 0 : -1;
}

void commit_begin(struct taking *t, const struct layer_end *m)
{
    struct wire_reader r = wire_reader(m->record), w = wire_reader(m->commit), s;
    struct container_record record;
    struct container_commit wish;
    struct container_spec spec;
    struct err e = ERR_NONE;

    if (!m->has_record || container_record_read(&r, &record, &e) < 0 || container_commit_read(&w, &wish, &e) < 0) {
        taking_fail(t, ERR_INVALID, e.code ? e.text : "record is missing");
        return;
    }
    s = wire_reader(record.spec);
    str_fmt(t->base, sizeof t->base, "%s", record.digest.text);
    str_fmt(t->tag, sizeof t->tag, "%s", wish.has_tag ? wish.tag.text : "");
    if (container_spec_read(&s, &spec, &e) < 0 || pack(t, &spec, &e) < 0)
        taking_fail(t, e.code, e.text);
}
