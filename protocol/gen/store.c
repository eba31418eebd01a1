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

static handled run_container_why(void *self, struct request *req, struct wire_reader *args)
{
    struct container_why *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_why_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_why(self, m, req);
}

handled reply_container_why(struct request *req, const struct container_why_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_why_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_why *container_why_of(const struct request *req)
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

static handled run_container_stats(void *self, struct request *req, struct wire_reader *args)
{
    struct container_stats *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_stats_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_stats(self, m, req);
}

handled reply_container_stats(struct request *req, const struct container_stats_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_stats_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_stats *container_stats_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_stats_history(void *self, struct request *req, struct wire_reader *args)
{
    struct container_stats_history *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_stats_history_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_stats_history(self, m, req);
}

handled reply_container_stats_history(struct request *req, const struct container_stats_history_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_stats_history_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_stats_history *container_stats_history_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_history(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_history *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_history_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_history(self, m, req);
}

handled reply_exec_history(struct request *req, const struct exec_history_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_history_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_history *exec_history_of(const struct request *req)
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

static handled run_image_inspect(void *self, struct request *req, struct wire_reader *args)
{
    struct image_inspect *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (image_inspect_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_image_inspect(self, m, req);
}

handled reply_image_inspect(struct request *req, const struct image_inspect_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    image_inspect_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct image_inspect *image_inspect_of(const struct request *req)
{
    return request_message(req);
}

static handled run_volume_list(void *self, struct request *req, struct wire_reader *args)
{
    struct volume_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (volume_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_volume_list(self, m, req);
}

handled reply_volume_list(struct request *req, const struct volume_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    volume_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct volume_list *volume_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_volume_inspect(void *self, struct request *req, struct wire_reader *args)
{
    struct volume_inspect *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (volume_inspect_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_volume_inspect(self, m, req);
}

handled reply_volume_inspect(struct request *req, const struct volume_inspect_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    volume_inspect_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct volume_inspect *volume_inspect_of(const struct request *req)
{
    return request_message(req);
}

static handled run_secret_list(void *self, struct request *req, struct wire_reader *args)
{
    struct secret_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (secret_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_secret_list(self, m, req);
}

handled reply_secret_list(struct request *req, const struct secret_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    secret_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct secret_list *secret_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_snapshot_list(void *self, struct request *req, struct wire_reader *args)
{
    struct snapshot_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (snapshot_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_snapshot_list(self, m, req);
}

handled reply_snapshot_list(struct request *req, const struct snapshot_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    snapshot_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct snapshot_list *snapshot_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_list(void *self, struct request *req, struct wire_reader *args)
{
    struct network_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_list(self, m, req);
}

handled reply_network_list(struct request *req, const struct network_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_list *network_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_inspect(void *self, struct request *req, struct wire_reader *args)
{
    struct network_inspect *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_inspect_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_inspect(self, m, req);
}

handled reply_network_inspect(struct request *req, const struct network_inspect_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_inspect_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_inspect *network_inspect_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_allocations(void *self, struct request *req, struct wire_reader *args)
{
    struct network_allocations *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_allocations_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_allocations(self, m, req);
}

handled reply_network_allocations(struct request *req, const struct network_allocations_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_allocations_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_allocations *network_allocations_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_ports(void *self, struct request *req, struct wire_reader *args)
{
    struct network_ports *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_ports_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_ports(self, m, req);
}

handled reply_network_ports(struct request *req, const struct network_ports_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_ports_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_ports *network_ports_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_policy_get(void *self, struct request *req, struct wire_reader *args)
{
    struct network_policy_get *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_policy_get_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_policy_get(self, m, req);
}

handled reply_network_policy_get(struct request *req, const struct network_policy_get_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_policy_get_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_policy_get *network_policy_get_of(const struct request *req)
{
    return request_message(req);
}

static handled run_dns_list(void *self, struct request *req, struct wire_reader *args)
{
    struct dns_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (dns_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_dns_list(self, m, req);
}

handled reply_dns_list(struct request *req, const struct dns_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    dns_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct dns_list *dns_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_icc_publish(void *self, struct request *req, struct wire_reader *args)
{
    struct icc_publish *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (icc_publish_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_icc_publish(self, m, req);
}

handled reply_icc_publish(struct request *req, const struct icc_publish_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    icc_publish_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct icc_publish *icc_publish_of(const struct request *req)
{
    return request_message(req);
}

static handled run_icc_inbox(void *self, struct request *req, struct wire_reader *args)
{
    struct icc_inbox *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (icc_inbox_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_icc_inbox(self, m, req);
}

handled reply_icc_inbox(struct request *req, const struct icc_inbox_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    icc_inbox_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct icc_inbox *icc_inbox_of(const struct request *req)
{
    return request_message(req);
}

static handled run_icc_ack(void *self, struct request *req, struct wire_reader *args)
{
    struct icc_ack *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (icc_ack_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_icc_ack(self, m, req);
}

handled reply_icc_ack(struct request *req, const struct icc_ack_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    icc_ack_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct icc_ack *icc_ack_of(const struct request *req)
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

static handled run_store_images_known(void *self, struct request *req, struct wire_reader *args)
{
    struct store_images_known *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_images_known_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_images_known(self, m, req);
}

handled reply_store_images_known(struct request *req, const struct store_images_known_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_images_known_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_images_known *store_images_known_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_image_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct store_image_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_image_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_image_remove(self, m, req);
}

handled reply_store_image_remove(struct request *req, const struct store_image_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_image_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_image_remove *store_image_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_volume(void *self, struct request *req, struct wire_reader *args)
{
    struct store_volume *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_volume_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_volume(self, m, req);
}

handled reply_store_volume(struct request *req, const struct store_volume_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_volume_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_volume *store_volume_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_volumes_known(void *self, struct request *req, struct wire_reader *args)
{
    struct store_volumes_known *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_volumes_known_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_volumes_known(self, m, req);
}

handled reply_store_volumes_known(struct request *req, const struct store_volumes_known_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_volumes_known_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_volumes_known *store_volumes_known_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_volume_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct store_volume_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_volume_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_volume_remove(self, m, req);
}

handled reply_store_volume_remove(struct request *req, const struct store_volume_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_volume_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_volume_remove *store_volume_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_volumes_unused(void *self, struct request *req, struct wire_reader *args)
{
    struct store_volumes_unused *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_volumes_unused_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_volumes_unused(self, m, req);
}

handled reply_store_volumes_unused(struct request *req, const struct store_volumes_unused_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_volumes_unused_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_volumes_unused *store_volumes_unused_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_images_used(void *self, struct request *req, struct wire_reader *args)
{
    struct store_images_used *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_images_used_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_images_used(self, m, req);
}

handled reply_store_images_used(struct request *req, const struct store_images_used_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_images_used_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_images_used *store_images_used_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_inventory(void *self, struct request *req, struct wire_reader *args)
{
    struct store_inventory *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_inventory_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_inventory(self, m, req);
}

handled reply_store_inventory(struct request *req, const struct store_inventory_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_inventory_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_inventory *store_inventory_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_cleanup(void *self, struct request *req, struct wire_reader *args)
{
    struct store_cleanup *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_cleanup_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_cleanup(self, m, req);
}

handled reply_store_cleanup(struct request *req, const struct store_cleanup_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_cleanup_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_cleanup *store_cleanup_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_cleaned(void *self, struct request *req, struct wire_reader *args)
{
    struct store_cleaned *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_cleaned_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_cleaned(self, m, req);
}

handled reply_store_cleaned(struct request *req, const struct store_cleaned_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_cleaned_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_cleaned *store_cleaned_of(const struct request *req)
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

static handled run_store_networks(void *self, struct request *req, struct wire_reader *args)
{
    struct store_networks *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_networks_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_networks(self, m, req);
}

handled reply_store_networks(struct request *req, const struct store_networks_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_networks_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_networks *store_networks_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_network_insert(void *self, struct request *req, struct wire_reader *args)
{
    struct store_network_insert *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_network_insert_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_network_insert(self, m, req);
}

handled reply_store_network_insert(struct request *req, const struct store_network_insert_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_network_insert_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_network_insert *store_network_insert_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_network_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct store_network_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_network_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_network_remove(self, m, req);
}

handled reply_store_network_remove(struct request *req, const struct store_network_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_network_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_network_remove *store_network_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_reserve(void *self, struct request *req, struct wire_reader *args)
{
    struct store_reserve *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_reserve_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_reserve(self, m, req);
}

handled reply_store_reserve(struct request *req, const struct store_reserve_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_reserve_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_reserve *store_reserve_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_attach(void *self, struct request *req, struct wire_reader *args)
{
    struct store_attach *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_attach_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_attach(self, m, req);
}

handled reply_store_attach(struct request *req, const struct store_attach_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_attach_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_attach *store_attach_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_detach(void *self, struct request *req, struct wire_reader *args)
{
    struct store_detach *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_detach_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_detach(self, m, req);
}

handled reply_store_detach(struct request *req, const struct store_detach_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_detach_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_detach *store_detach_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_attached(void *self, struct request *req, struct wire_reader *args)
{
    struct store_attached *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_attached_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_attached(self, m, req);
}

handled reply_store_attached(struct request *req, const struct store_attached_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_attached_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_attached *store_attached_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_address(void *self, struct request *req, struct wire_reader *args)
{
    struct store_address *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_address_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_address(self, m, req);
}

handled reply_store_address(struct request *req, const struct store_address_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_address_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_address *store_address_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_policy(void *self, struct request *req, struct wire_reader *args)
{
    struct store_policy *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_policy_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_policy(self, m, req);
}

handled reply_store_policy(struct request *req, const struct store_policy_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_policy_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_policy *store_policy_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_denied(void *self, struct request *req, struct wire_reader *args)
{
    struct store_denied *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_denied_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_denied(self, m, req);
}

handled reply_store_denied(struct request *req, const struct store_denied_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_denied_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_denied *store_denied_of(const struct request *req)
{
    return request_message(req);
}

static handled run_store_names(void *self, struct request *req, struct wire_reader *args)
{
    struct store_names *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (store_names_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_store_names(self, m, req);
}

handled reply_store_names(struct request *req, const struct store_names_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    store_names_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct store_names *store_names_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row store_dispatch[] = {
    { "info", { "frontdoor", NULL }, run_info },
    { "container.rename", { "frontdoor", NULL }, run_container_rename },
    { "container.wait", { "frontdoor", NULL }, run_container_wait },
    { "container.status", { "frontdoor", NULL }, run_container_status },
    { "container.inspect", { "frontdoor", NULL }, run_container_inspect },
    { "container.why", { "frontdoor", NULL }, run_container_why },
    { "container.by_name", { "frontdoor", NULL }, run_container_by_name },
    { "container.list", { "frontdoor", NULL }, run_container_list },
    { "container.stats", { "frontdoor", NULL }, run_container_stats },
    { "container.stats_history", { "frontdoor", NULL }, run_container_stats_history },
    { "exec.history", { "frontdoor", NULL }, run_exec_history },
    { "image.list", { "frontdoor", NULL }, run_image_list },
    { "image.inspect", { "frontdoor", NULL }, run_image_inspect },
    { "volume.list", { "frontdoor", NULL }, run_volume_list },
    { "volume.inspect", { "frontdoor", NULL }, run_volume_inspect },
    { "secret.list", { "frontdoor", NULL }, run_secret_list },
    { "snapshot.list", { "frontdoor", NULL }, run_snapshot_list },
    { "network.list", { "frontdoor", NULL }, run_network_list },
    { "network.inspect", { "frontdoor", NULL }, run_network_inspect },
    { "network.allocations", { "frontdoor", NULL }, run_network_allocations },
    { "network.ports", { "frontdoor", NULL }, run_network_ports },
    { "network.policy_get", { "frontdoor", NULL }, run_network_policy_get },
    { "dns.list", { "frontdoor", NULL }, run_dns_list },
    { "icc.publish", { "frontdoor", NULL }, run_icc_publish },
    { "icc.inbox", { "frontdoor", NULL }, run_icc_inbox },
    { "icc.ack", { "frontdoor", NULL }, run_icc_ack },
    { "events.read", { "frontdoor", NULL }, run_events_read },
    { "operation.list", { "frontdoor", NULL }, run_operation_list },
    { "operation.get", { "frontdoor", NULL }, run_operation_get },
    { "store.image", { "imaged", NULL }, run_store_image },
    { "store.images_known", { "imaged", NULL }, run_store_images_known },
    { "store.image_remove", { "imaged", NULL }, run_store_image_remove },
    { "store.volume", { "imaged", NULL }, run_store_volume },
    { "store.volumes_known", { "imaged", NULL }, run_store_volumes_known },
    { "store.volume_remove", { "imaged", NULL }, run_store_volume_remove },
    { "store.volumes_unused", { "imaged", NULL }, run_store_volumes_unused },
    { "store.images_used", { "imaged", NULL }, run_store_images_used },
    { "store.inventory", { "imaged", NULL }, run_store_inventory },
    { "store.cleanup", { "imaged", NULL }, run_store_cleanup },
    { "store.cleaned", { "imaged", NULL }, run_store_cleaned },
    { "store.insert", { "monitor", NULL }, run_store_insert },
    { "store.move", { "monitor", NULL }, run_store_move },
    { "store.containers", { "monitor", NULL }, run_store_containers },
    { "store.rebuilt", { "monitor", NULL }, run_store_rebuilt },
    { "store.begin", { "frontdoor", NULL }, run_store_begin },
    { "store.end", { "frontdoor", NULL }, run_store_end },
    { "store.samples", { "monitor", NULL }, run_store_samples },
    { "store.resolve", { "monitor", NULL }, run_store_resolve },
    { "store.networks", { "netd", NULL }, run_store_networks },
    { "store.network_insert", { "netd", NULL }, run_store_network_insert },
    { "store.network_remove", { "netd", NULL }, run_store_network_remove },
    { "store.reserve", { "netd", NULL }, run_store_reserve },
    { "store.attach", { "netd", NULL }, run_store_attach },
    { "store.detach", { "netd", NULL }, run_store_detach },
    { "store.attached", { "netd", NULL }, run_store_attached },
    { "store.address", { "netd", NULL }, run_store_address },
    { "store.policy", { "netd", NULL }, run_store_policy },
    { "store.denied", { "netd", NULL }, run_store_denied },
    { "store.names", { "dnsd", NULL }, run_store_names },
    { NULL, { NULL }, NULL },
};
