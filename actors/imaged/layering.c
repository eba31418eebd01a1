/*
 * layering - the layers of an image on its way in: what its layout says (READING), and each
 * unpacked and verified, or waited for while another import does it (LAYERING).
 */
#include "actors/imaged/import.h"
#include "actors/imaged/unpack.h"
#include "base/auto.h"
#include "base/err.h"
#include "base/must.h"
#include "base/str.h"
#include "base/fd.h"
#include "runtime/mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PLAN_MAX (12u << 20)

void layer_stop(struct layer_work *l)
{
    struct images *s = l->import->self->images;

    worker_stop(steal(l->worker));
    if (l->from_fd >= 0)
        close(steal_fd(&l->from_fd));
    if (l->tmp[0])
        images_discard(s, l->tmp);
    if (l->tmp_blob[0])
        unlinkat(images_blobs_fd(s), l->tmp_blob, 0);
    l->tmp[0] = l->tmp_blob[0] = '\0';
}

/* ---------------------------------------------------------------- LAYERING */

static bool layer_there(struct import *m, struct layer_work *l)
{
    uint64_t bytes, entries;

    if (!images_has_layer(m->self->images, l->layer.diff.text, &bytes, &entries) || !images_has_blob(m->self->images, l->layer.blob.text))
        return false;
    l->layer.bytes = bytes;
    l->layer.entries = entries;
    return true;
}

/* By another import, or as another layer of this one. */
static bool in_work(struct imaged *self, const char *diff)
{
    struct map_iter it = map_iter(self->imports);
    struct import *m;

    while ((m = map_next(&it, NULL)))
        for (uint32_t i = 0; i < m->layer_count; i++)
            if (m->layers[i].worker && !strcmp(m->layers[i].layer.diff.text, diff))
                return true;
    return false;
}

static void layer_fail(struct layer_work *l, int code, const char *text)
{
    struct import *m = l->import;
    struct err e = ERR_NONE;

    err_set(&e, code, "layer %u of %u: %s", (unsigned)(l - m->layers) + 1, m->layer_count, text);
    import_fail(m, e.code, e.text);
}

static int publish(struct layer_work *l, const struct report *r, struct err *e)
{
    struct images *s = l->import->self->images;

    if (strcmp(r->blob, l->layer.blob.text))
        return err_set(e, ERR_INVALID, "its bytes have the digest %s, not %s", r->blob, l->layer.blob.text);
    if (strcmp(r->diff, l->layer.diff.text))
        return err_set(e, ERR_INVALID, "it unpacks to the diff_id %s, not %s", r->diff, l->layer.diff.text);
    if (images_publish_layer(s, l->tmp, l->layer.diff.text, r->bytes, r->entries, e) < 0)
        return -1;
    l->tmp[0] = '\0';
    if (images_publish_blob(s, l->tmp_blob[0] ? l->tmp_blob : NULL, l->from_fd, l->layer.blob.text, e) < 0)
        return -1;
    l->tmp_blob[0] = '\0';
    return 0;
}

static void on_layer(void *arg, const struct report *r)
{
    struct layer_work *l = arg;
    struct imaged *self = l->import->self;
    struct err e = ERR_NONE;

    if (r->type == REPORT_PROGRESS) {
        l->done_bytes = r->done_bytes;
        return;
    }
    if (r->type == REPORT_FOUND)
        return;
    l->worker = NULL;
    if (r->type == REPORT_FAILED) {
        layer_fail(l, (int)r->code, r->text);
        return;
    }
    if (publish(l, r, &e) < 0) {
        layer_fail(l, e.code, e.text);
        return;
    }
    layer_stop(l);
    import_pump(self);
}

/* Its file in the layout, wherever symlinks of the layout lead. */
static int open_layer(struct import *m, struct layer_work *l, struct err *e)
{
    if (m->from && images_has_blob(m->self->images, l->layer.blob.text))
        return images_open_blob(m->self->images, l->layer.blob.text, e);       /* it was not fetched again */

    auto_fd int place = root_open(m->layout_fd, l->path, 0);
    char self_path[40];
    struct stat st;
    int fd;

    if (place < 0 || fstat(place, &st) < 0)
        return err_sys(e, "%s", l->path);
    if (!S_ISREG(st.st_mode))
        return err_set(e, ERR_INVALID, "%s: not a file", l->path);
    str_fmt(self_path, sizeof self_path, "/proc/self/fd/%d", place);
    fd = open(self_path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    return fd < 0 ? err_sys(e, "%s", l->path) : fd;
}

static int layer_begin(struct import *m, struct layer_work *l, struct err *e)
{
    auto_fd int root = -1, blob = -1;
    struct stat st;

    l->from_fd = open_layer(m, l, e);
    if (l->from_fd < 0 || fstat(l->from_fd, &st) < 0)
        return -1;
    if ((uint64_t)st.st_size != l->layer.blob_bytes)
        return err_set(e, ERR_INVALID, "its file has %lld bytes, not %llu", (long long)st.st_size, (unsigned long long)l->layer.blob_bytes);
    if (import_make_room(m->self, !m->owned && !images_has_blob(m->self->images, l->layer.blob.text), l->tmp, l->tmp_blob, &root, &blob, e) < 0)
        return -1;
    l->total_bytes = l->layer.blob_bytes;
    l->worker = imaged_unpack(m->self, l->from_fd, root, blob, l->total_bytes, "layer", on_layer, l, e);
    return l->worker ? 0 : -1;
}

static void finish_layers(struct import *m)
{
    struct image_record r = m->plan.record;
    struct wire_writer w;

    wire_writer_init(&w);
    r.image.bytes = r.image.entries = r.image.blob_bytes = 0;
    for (uint32_t i = 0; i < m->layer_count; i++) {
        struct image_layer l = m->layers[i].layer;

        l.has_path = false;
        r.image.bytes += l.bytes;
        r.image.entries += l.entries;
        r.image.blob_bytes += l.blob_bytes;
        image_layer_write(&w, &l);
    }
    r.layers = wire_list_of(&w, m->layer_count);
    import_record(m, &r);
    wire_writer_done(&w);
}

/* True: the import is no more, or its state has changed. */
bool layers_advance(struct import *m)
{
    struct imaged *self = m->self;
    uint32_t ready = 0;

    for (uint32_t i = 0; i < m->layer_count; i++) {
        struct layer_work *l = &m->layers[i];
        struct err e = ERR_NONE;

        l->ready = l->ready || layer_there(m, l);
        ready += l->ready;
        if (!l->ready && m->made) {
            layer_fail(l, ERR_FAILED, "is not on the disk any more");
            return true;
        }
        if (l->ready || l->worker || in_work(self, l->layer.diff.text) || import_working(self) >= WORKERS_MAX)
            continue;
        if (layer_begin(m, l, &e) < 0) {
            layer_fail(l, e.code, e.text);
            return true;
        }
    }
    if (ready < m->layer_count)
        return false;
    finish_layers(m);
    return true;
}

/* ---------------------------------------------------------------- READING */

/* One that was asked for by name; an index was searched for it already, an image that is alone was not. */
static int check_platform(const struct import *m, struct err *e)
{
    const struct image *i = &m->plan.record.image;
    struct platform p;

    if (!*m->platform || platform_parse(m->platform, &p, e) < 0)
        return *m->platform ? -1 : 0;
    if (i->has_architecture && strcmp(i->architecture.text, p.arch))
        return err_set(e, ERR_NOT_FOUND, "is for %s/%s, and not for %s", i->os.text, i->architecture.text, m->platform);
    return 0;
}

static int read_plan(struct import *m, struct err *e)
{
    struct wire_reader layers;

    if (plan_read(&m->plan, m->plan_fd, PLAN_MAX, e) < 0 || check_platform(m, e) < 0)
        return -1;
    m->layer_count = m->plan.record.layers.count;
    m->layers = xalloc(m->layer_count * sizeof *m->layers);
    layers = wire_reader(m->plan.record.layers.items);
    for (uint32_t i = 0; i < m->layer_count; i++) {
        struct layer_work *l = &m->layers[i];

        l->import = m;
        l->from_fd = -1;
        must(image_layer_read(&layers, &l->layer, NULL) == 0);
        wire_copy(l->path, sizeof l->path, l->layer.path);
    }
    import_each_of_plan(m, images_hold);
    m->held = true;
    return plan_write(&m->plan, m->self->images, e);
}

static void on_plan(void *arg, const struct report *r)
{
    struct import *m = arg;
    struct err e = ERR_NONE;

    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    m->worker = NULL;
    if (r->type == REPORT_FAILED)
        err_set(&e, (int)r->code, "%s", r->text);
    if (e.code || read_plan(m, &e) < 0) {
        import_fail(m, e.code, e.text);
        return;
    }
    m->phase = LAYERING;
    import_pump(m->self);
}

int layout_read(struct import *m, struct err *e)
{
    struct platform p;
    const char *argv[] = { m->ref, p.os, p.arch, p.variant, m->from ? "lenient" : NULL, NULL };

    if (platform_parse(m->platform, &p, e) < 0)
        return -1;
    m->phase = READING;
    m->plan_fd = memfd_create("quilt-plan", MFD_CLOEXEC);
    if (m->plan_fd < 0)
        return err_sys(e, "reading the layout");
    m->worker = imaged_work(m->self, (struct worker_start){ .program = "quilt-layout", .argv = argv, .fds = { m->layout_fd, m->plan_fd }, .fd_count = 2, .fn = on_plan, .arg = m }, e);
    return m->worker ? 0 : -1;
}

/* Its layers but the last are there: a container is made from them. */
void import_made(struct imaged *self, const char *source, const char *tag, int plan_fd, const struct import_layer *layer, struct request *req)
{
    struct import_wish wish = { .path = source, .ref = "", .platform = "" };
    struct stat st = { 0 };
    struct err e = ERR_NONE;
    char key[100];
    struct import *m;

    str_fmt(key, sizeof key, "%s\n%llu", source, (unsigned long long)self->counter);
    m = import_new(self, key, &wish, &st, -1, false);
    m->stamp[0] = '\0';
    m->plan_fd = plan_fd;
    m->made = true;
    str_fmt(m->tmp, sizeof m->tmp, "%s", layer->tmp);
    str_fmt(m->tmp_blob, sizeof m->tmp_blob, "%s", layer->tmp_blob);
    import_join(m, req, tag);
    if (read_plan(m, &e) < 0 || images_publish_layer(self->images, m->tmp, layer->diff, layer->bytes, layer->entries, &e) < 0 ||
        images_publish_blob(self->images, m->tmp_blob, -1, layer->blob, &e) < 0) {
        import_fail(m, e.code, e.text);
        return;
    }
    m->tmp[0] = m->tmp_blob[0] = '\0';
    m->phase = LAYERING;
    import_pump(self);
}
