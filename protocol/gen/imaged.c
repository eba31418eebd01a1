/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/imaged.h"

static handled run_image_import(void *self, struct request *req, struct wire_reader *args)
{
    struct image_import *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_import_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_import(self, m, req);
}

handled reply_image_import(struct request *req, const struct image_import_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_import_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_import *image_import_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_upload(void *self, struct request *req, struct wire_reader *args)
{
    struct image_upload *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_upload_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_upload(self, m, req);
}

handled reply_image_upload(struct request *req, const struct image_upload_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_upload_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_upload *image_upload_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_tag(void *self, struct request *req, struct wire_reader *args)
{
    struct image_tag *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_tag_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_tag(self, m, req);
}

handled reply_image_tag(struct request *req, const struct image_tag_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_tag_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_tag *image_tag_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct image_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_remove(self, m, req);
}

handled reply_image_remove(struct request *req, const struct image_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_remove *image_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_prune(void *self, struct request *req, struct wire_reader *args)
{
    struct image_prune *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_prune_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_prune(self, m, req);
}

handled reply_image_prune(struct request *req, const struct image_prune_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_prune_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_prune *image_prune_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_read(void *self, struct request *req, struct wire_reader *args)
{
    struct image_read *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_read_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_read(self, m, req);
}

handled reply_image_read(struct request *req, const struct image_read_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_read_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_read *image_read_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_pull(void *self, struct request *req, struct wire_reader *args)
{
    struct image_pull *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_pull_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_pull(self, m, req);
}

handled reply_image_pull(struct request *req, const struct image_pull_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_pull_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_pull *image_pull_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_push(void *self, struct request *req, struct wire_reader *args)
{
    struct image_push *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_push_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_push(self, m, req);
}

handled reply_image_push(struct request *req, const struct image_push_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_push_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_push *image_push_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_progress(void *self, struct request *req, struct wire_reader *args)
{
    struct image_progress *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_progress_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_progress(self, m, req);
}

handled reply_image_progress(struct request *req, const struct image_progress_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_progress_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_progress *image_progress_of(const struct request *req)
{
    return request_message(req);
}

static handled run_disk_usage(void *self, struct request *req, struct wire_reader *args)
{
    struct disk_usage *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (disk_usage_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_disk_usage(self, m, req);
}

handled reply_disk_usage(struct request *req, const struct disk_usage_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    disk_usage_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct disk_usage *disk_usage_of(const struct request *req)
{
    return request_message(req);
}

static handled run_disk_check(void *self, struct request *req, struct wire_reader *args)
{
    struct disk_check *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (disk_check_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_disk_check(self, m, req);
}

handled reply_disk_check(struct request *req, const struct disk_check_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    disk_check_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct disk_check *disk_check_of(const struct request *req)
{
    return request_message(req);
}

static handled run_volume_create(void *self, struct request *req, struct wire_reader *args)
{
    struct volume_create *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (volume_create_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_volume_create(self, m, req);
}

handled reply_volume_create(struct request *req, const struct volume_create_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    volume_create_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct volume_create *volume_create_of(const struct request *req)
{
    return request_message(req);
}

static handled run_volume_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct volume_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (volume_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_volume_remove(self, m, req);
}

handled reply_volume_remove(struct request *req, const struct volume_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    volume_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct volume_remove *volume_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_volume_prune(void *self, struct request *req, struct wire_reader *args)
{
    struct volume_prune *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (volume_prune_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_volume_prune(self, m, req);
}

handled reply_volume_prune(struct request *req, const struct volume_prune_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    volume_prune_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct volume_prune *volume_prune_of(const struct request *req)
{
    return request_message(req);
}

static handled run_secret_create(void *self, struct request *req, struct wire_reader *args)
{
    struct secret_create *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (secret_create_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_secret_create(self, m, req);
}

handled reply_secret_create(struct request *req, const struct secret_create_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    secret_create_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct secret_create *secret_create_of(const struct request *req)
{
    return request_message(req);
}

static handled run_secret_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct secret_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (secret_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_secret_remove(self, m, req);
}

handled reply_secret_remove(struct request *req, const struct secret_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    secret_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct secret_remove *secret_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_snapshot_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct snapshot_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (snapshot_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_snapshot_remove(self, m, req);
}

handled reply_snapshot_remove(struct request *req, const struct snapshot_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    snapshot_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct snapshot_remove *snapshot_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_resolve(void *self, struct request *req, struct wire_reader *args)
{
    struct image_resolve *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_resolve_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_resolve(self, m, req);
}

handled reply_image_resolve(struct request *req, const struct image_resolve_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_resolve_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_resolve *image_resolve_of(const struct request *req)
{
    return request_message(req);
}

static handled run_volume_ensure(void *self, struct request *req, struct wire_reader *args)
{
    struct volume_ensure *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (volume_ensure_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_volume_ensure(self, m, req);
}

handled reply_volume_ensure(struct request *req, const struct volume_ensure_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    volume_ensure_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct volume_ensure *volume_ensure_of(const struct request *req)
{
    return request_message(req);
}

static handled run_layer_begin(void *self, struct request *req, struct wire_reader *args)
{
    struct layer_begin *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (layer_begin_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_layer_begin(self, m, req);
}

handled reply_layer_begin(struct request *req, const struct layer_begin_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    layer_begin_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct layer_begin *layer_begin_of(const struct request *req)
{
    return request_message(req);
}

static handled run_layer_take(void *self, struct request *req, struct wire_reader *args)
{
    struct layer_take *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (layer_take_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_layer_take(self, m, req);
}

handled reply_layer_take(struct request *req, const struct layer_take_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    layer_take_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct layer_take *layer_take_of(const struct request *req)
{
    return request_message(req);
}

static handled run_layer_end(void *self, struct request *req, struct wire_reader *args)
{
    struct layer_end *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (layer_end_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_layer_end(self, m, req);
}

handled reply_layer_end(struct request *req, const struct layer_end_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    layer_end_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct layer_end *layer_end_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row imaged_dispatch[] = {
    { "image.import", { "frontdoor", NULL }, run_image_import },
    { "image.upload", { "frontdoor", NULL }, run_image_upload },
    { "image.tag", { "frontdoor", NULL }, run_image_tag },
    { "image.remove", { "frontdoor", NULL }, run_image_remove },
    { "image.prune", { "frontdoor", NULL }, run_image_prune },
    { "image.read", { "frontdoor", NULL }, run_image_read },
    { "image.pull", { "frontdoor", NULL }, run_image_pull },
    { "image.push", { "frontdoor", NULL }, run_image_push },
    { "image.progress", { "frontdoor", NULL }, run_image_progress },
    { "disk.usage", { "frontdoor", NULL }, run_disk_usage },
    { "disk.check", { "frontdoor", NULL }, run_disk_check },
    { "volume.create", { "frontdoor", NULL }, run_volume_create },
    { "volume.remove", { "frontdoor", NULL }, run_volume_remove },
    { "volume.prune", { "frontdoor", NULL }, run_volume_prune },
    { "secret.create", { "frontdoor", NULL }, run_secret_create },
    { "secret.remove", { "frontdoor", NULL }, run_secret_remove },
    { "snapshot.remove", { "frontdoor", NULL }, run_snapshot_remove },
    { "image.resolve", { "monitor", NULL }, run_image_resolve },
    { "volume.ensure", { "monitor", NULL }, run_volume_ensure },
    { "layer.begin", { "monitor", NULL }, run_layer_begin },
    { "layer.take", { "monitor", NULL }, run_layer_take },
    { "layer.end", { "monitor", NULL }, run_layer_end },
    { NULL, { NULL }, NULL },
};
