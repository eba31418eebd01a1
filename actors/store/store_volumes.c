/*
 * store_volumes - the messages about volumes and secrets.
 */
#include "actors/store/store.h"
#include "actors/store/volumes.h"
#include "base/auto.h"

handled on_store_volume(struct store *self, const struct store_volume *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (db_savepoint(self->db, &e) < 0 || store_ended(self, volume_put(self->db, m, &e)) < 0)
        return request_fail(req, &e);
    return reply_store_volume(req, &(struct store_volume_reply){});
}

handled on_store_volumes_known(struct store *self, const struct store_volumes_known *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (db_savepoint(self->db, &e) < 0 || store_ended(self, volumes_keep(self->db, m->kind.text, &m->names, &e)) < 0)
        return request_fail(req, &e);
    return reply_store_volumes_known(req, &(struct store_volumes_known_reply){});
}

handled on_store_volume_remove(struct store *self, const struct store_volume_remove *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (db_savepoint(self->db, &e) < 0 || store_ended(self, volume_remove(self->db, m, &e)) < 0)
        return request_fail(req, &e);
    return reply_store_volume_remove(req, &(struct store_volume_remove_reply){});
}

handled on_store_volumes_unused(struct store *self, const struct store_volumes_unused *m, struct request *req)
{
    auto_free char *label = m->has_label ? wire_dup(m->label) : NULL;
    struct err e = ERR_NONE;
    struct wire_writer names;
    int count;
    handled h;

    wire_writer_init(&names);
    count = volumes_unused(self->db, label, m->has_before_ns ? m->before_ns : 0, &names, &e);
    h = count < 0 ? request_fail(req, &e) : reply_store_volumes_unused(req, &(struct store_volumes_unused_reply){ .names = wire_list_of(&names, (uint32_t)count) });
    wire_writer_done(&names);
    return h;
}

handled on_volume_list(struct store *self, const struct volume_list *m, struct request *req)
{
    auto_free char *label = m->has_label ? wire_dup(m->label) : NULL;
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    wire_writer_init(&items);
    count = volume_items(self->db, "volume", label, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_volume_list(req, &(struct volume_list_reply){ .volumes = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

handled on_secret_list(struct store *self, const struct secret_list *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    count = volume_items(self->db, "secret", NULL, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_secret_list(req, &(struct secret_list_reply){ .secrets = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

handled on_snapshot_list(struct store *self, const struct snapshot_list *m, struct request *req)
{
    auto_free char *label = m->has_label ? wire_dup(m->label) : NULL;
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    wire_writer_init(&items);
    count = volume_items(self->db, "snapshot", label, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_snapshot_list(req, &(struct snapshot_list_reply){ .snapshots = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

/* The record is bytes already. */
handled on_volume_inspect(struct store *self, const struct volume_inspect *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer w, ids;
    int count;
    handled h;

    wire_writer_init(&w);
    wire_writer_init(&ids);
    wire_put_map(&w, 2);
    wire_put_str(&w, "volume");
    count = volume_find(self->db, "volume", m->volume.text, &w, &e) < 0 ? -1 : volume_containers(self->db, "volume", m->volume.text, &ids, &e);
    wire_put_str(&w, "containers");
    wire_put_array(&w, (uint32_t)(count < 0 ? 0 : count));
    wire_put_raw(&w, wire_written(&ids));
    h = count < 0 ? request_fail(req, &e) : request_reply(req, &w);
    wire_writer_done(&ids);
    wire_writer_done(&w);
    return h;
}
