/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/store.h"

static handled run_info(void *self, struct request *req, struct wire_reader *args)
{
    struct info *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (info_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_info(self, m, req);
}

handled reply_info(struct request *req, const struct info_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    info_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct info *info_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_rename(void *self, struct request *req, struct wire_reader *args)
{
    struct container_rename *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_rename_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_rename(self, m, req);
}

handled reply_container_rename(struct request *req, const struct container_rename_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_rename_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_rename *container_rename_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_wait(void *self, struct request *req, struct wire_reader *args)
{
    struct container_wait *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_wait_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_wait(self, m, req);
}

handled reply_container_wait(struct request *req, const struct container_wait_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_wait_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_wait *container_wait_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_status(void *self, struct request *req, struct wire_reader *args)
{
    struct container_status *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_status_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_status(self, m, req);
}

handled reply_container_status(struct request *req, const struct container_status_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_status_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_status *container_status_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_inspect(void *self, struct request *req, struct wire_reader *args)
{
    struct container_inspect *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_inspect_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_inspect(self, m, req);
}

handled reply_container_inspect(struct request *req, const struct container_inspect_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_inspect_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_inspect *container_inspect_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_by_name(void *self, struct request *req, struct wire_reader *args)
{
    struct container_by_name *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_by_name_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_by_name(self, m, req);
}

handled reply_container_by_name(struct request *req, const struct container_by_name_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_by_name_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_by_name *container_by_name_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_list(void *self, struct request *req, struct wire_reader *args)
{
    struct container_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_list(self, m, req);
}

handled reply_container_list(struct request *req, const struct container_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_list *container_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_image_list(void *self, struct request *req, struct wire_reader *args)
{
    struct image_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_list(self, m, req);
}

handled reply_image_list(struct request *req, const struct image_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_list *image_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_events_read(void *self, struct request *req, struct wire_reader *args)
{
    struct events_read *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (events_read_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_events_read(self, m, req);
}

handled reply_events_read(struct request *req, const struct events_read_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    events_read_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct events_read *events_read_of(const struct request *req)
{
    return request_message(req);
}

static handled run_operation_list(void *self, struct request *req, struct wire_reader *args)
{
    struct operation_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (operation_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_operation_list(self, m, req);
}

handled reply_operation_list(struct request *req, const struct operation_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    operation_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct operation_list *operation_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_operation_get(void *self, struct request *req, struct wire_reader *args)
{
    struct operation_get *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (operation_get_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_operation_get(self, m, req);
}

handled reply_operation_get(struct request *req, const struct operation_get_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    operation_get_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct operation_get *operation_get_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_image(void *self, struct request *req, struct wire_reader *args)
{
    struct store_image *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_image_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_image(self, m, req);
}

handled reply_store_image(struct request *req, const struct store_image_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_image_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_image *store_image_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_images_gone(void *self, struct request *req, struct wire_reader *args)
{
    struct store_images_gone *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_images_gone_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_images_gone(self, m, req);
}

handled reply_store_images_gone(struct request *req, const struct store_images_gone_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_images_gone_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_images_gone *store_images_gone_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_insert(void *self, struct request *req, struct wire_reader *args)
{
    struct store_insert *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_insert_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_insert(self, m, req);
}

handled reply_store_insert(struct request *req, const struct store_insert_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_insert_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_insert *store_insert_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_move(void *self, struct request *req, struct wire_reader *args)
{
    struct store_move *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_move_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_move(self, m, req);
}

handled reply_store_move(struct request *req, const struct store_move_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_move_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_move *store_move_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_containers(void *self, struct request *req, struct wire_reader *args)
{
    struct store_containers *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_containers_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_containers(self, m, req);
}

handled reply_store_containers(struct request *req, const struct store_containers_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_containers_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_containers *store_containers_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_rebuilt(void *self, struct request *req, struct wire_reader *args)
{
    struct store_rebuilt *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_rebuilt_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_rebuilt(self, m, req);
}

handled reply_store_rebuilt(struct request *req, const struct store_rebuilt_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_rebuilt_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_rebuilt *store_rebuilt_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_begin(void *self, struct request *req, struct wire_reader *args)
{
    struct store_begin *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_begin_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_begin(self, m, req);
}

handled reply_store_begin(struct request *req, const struct store_begin_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_begin_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_begin *store_begin_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_end(void *self, struct request *req, struct wire_reader *args)
{
    struct store_end *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_end_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_end(self, m, req);
}

handled reply_store_end(struct request *req, const struct store_end_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_end_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_end *store_end_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_samples(void *self, struct request *req, struct wire_reader *args)
{
    struct store_samples *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_samples_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_samples(self, m, req);
}

handled reply_store_samples(struct request *req, const struct store_samples_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_samples_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_samples *store_samples_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_resolve(void *self, struct request *req, struct wire_reader *args)
{
    struct store_resolve *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_resolve_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_resolve(self, m, req);
}

handled reply_store_resolve(struct request *req, const struct store_resolve_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_resolve_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_resolve *store_resolve_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row store_dispatch[] = {
    { "info", { "frontdoor", NULL }, run_info },
    { "container.rename", { "frontdoor", NULL }, run_container_rename },
    { "container.wait", { "frontdoor", NULL }, run_container_wait },
    { "container.status", { "frontdoor", NULL }, run_container_status },
    { "container.inspect", { "frontdoor", NULL }, run_container_inspect },
    { "container.by_name", { "frontdoor", NULL }, run_container_by_name },
    { "container.list", { "frontdoor", NULL }, run_container_list },
    { "image.list", { "frontdoor", NULL }, run_image_list },
    { "events.read", { "frontdoor", NULL }, run_events_read },
    { "operation.list", { "frontdoor", NULL }, run_operation_list },
    { "operation.get", { "frontdoor", NULL }, run_operation_get },
    { "store.image", { "imaged", NULL }, run_store_image },
    { "store.images_gone", { "imaged", NULL }, run_store_images_gone },
    { "store.insert", { "monitor", NULL }, run_store_insert },
    { "store.move", { "monitor", NULL }, run_store_move },
    { "store.containers", { "monitor", NULL }, run_store_containers },
    { "store.rebuilt", { "monitor", NULL }, run_store_rebuilt },
    { "store.begin", { "frontdoor", NULL }, run_store_begin },
    { "store.end", { "frontdoor", NULL }, run_store_end },
    { "store.samples", { "monitor", NULL }, run_store_samples },
    { "store.resolve", { "monitor", NULL }, run_store_resolve },
    { NULL, { NULL }, NULL },
};
