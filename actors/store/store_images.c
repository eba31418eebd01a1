/*
 * store_images - the messages about images, and about what is being deleted.
 */
#include "actors/store/images.h"
#include "actors/store/store.h"
#include "base/auto.h"
#include "base/str.h"

handled on_store_image(struct store *self, const struct store_image *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (db_savepoint(self->db, &e) < 0 || store_ended(self, image_record_put(self->db, &m->record, &e)) < 0)
        return request_fail(req, &e);
    return reply_store_image(req, &(struct store_image_reply){});
}

handled on_store_images_known(struct store *self, const struct store_images_known *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (db_savepoint(self->db, &e) < 0 || store_ended(self, images_keep(self->db, &m->digests, &e)) < 0)
        return request_fail(req, &e);
    return reply_store_images_known(req, &(struct store_images_known_reply){});
}

handled on_store_image_remove(struct store *self, const struct store_image_remove *m, struct request *req)
{
    struct store_image_remove_reply reply = { 0 };
    struct err e = ERR_NONE;

    if (db_savepoint(self->db, &e) < 0 || store_ended(self, image_remove(self->db, m, &reply.removed, &e)) < 0)
        return request_fail(req, &e);
    return reply_store_image_remove(req, &reply);
}

handled on_store_images_used(struct store *self, const struct store_images_used *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer digests;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&digests);
    count = images_used(self->db, &digests, &e);
    h = count < 0 ? request_fail(req, &e) : reply_store_images_used(req, &(struct store_images_used_reply){ .digests = wire_list_of(&digests, (uint32_t)count) });
    wire_writer_done(&digests);
    return h;
}

handled on_store_inventory(struct store *self, const struct store_inventory *m, struct request *req)
{
    struct store_inventory_reply reply = { 0 };
    const struct {
        const char *sql;
        struct wire_list *out;
    } parts[] = {
        { "SELECT id FROM containers WHERE state != 'removed'", &reply.containers },
        { "SELECT digest FROM images", &reply.images },
        { "SELECT digest FROM containers WHERE state != 'removed' UNION SELECT digest FROM volumes WHERE kind = 'snapshot'", &reply.used_images },
        { "SELECT name FROM volumes WHERE kind = 'volume'", &reply.volumes },
        { "SELECT DISTINCT m.name FROM mounts m JOIN containers c ON c.id = m.container AND c.state != 'removed' WHERE m.kind = 'volume'", &reply.used_volumes },
        { "SELECT name FROM volumes WHERE kind = 'secret'", &reply.secrets },
        { "SELECT name FROM volumes WHERE kind = 'snapshot'", &reply.snapshots },
        { "SELECT id FROM containers WHERE state IN ('starting', 'running', 'paused', 'stopping')", &reply.running },
    };
    struct wire_writer rooms[sizeof parts / sizeof *parts];
    struct err e = ERR_NONE;
    int count = 0;
    handled h;

    (void)m;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        wire_writer_init(&rooms[i]);
        if (count >= 0)
            count = inventory_items(self->db, parts[i].sql, &rooms[i], &e);
        *parts[i].out = wire_list_of(&rooms[i], (uint32_t)(count < 0 ? 0 : count));
    }
    h = count < 0 ? request_fail(req, &e) : reply_store_inventory(req, &reply);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        wire_writer_done(&rooms[i]);
    return h;
}

handled on_store_cleanup(struct store *self, const struct store_cleanup *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    count = cleanup_items(self->db, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_store_cleanup(req, &(struct store_cleanup_reply){ .items = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

handled on_store_cleaned(struct store *self, const struct store_cleaned *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (cleanup_done(self->db, &m->item, &e) < 0)
        return request_fail(req, &e);
    return reply_store_cleaned(req, &(struct store_cleaned_reply){});
}

/* ---------------------------------------------------------------- reads */

handled on_image_list(struct store *self, const struct image_list *m, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    count = image_items(self->db, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_image_list(req, &(struct image_list_reply){ .images = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

/* The record is bytes already. */
handled on_image_inspect(struct store *self, const struct image_inspect *m, struct request *req)
{
    auto_free char *ref = wire_dup(m->image);
    struct err e = ERR_NONE;
    struct wire_writer w, ids;
    char digest[65];
    int count;
    handled h;

    wire_writer_init(&w);
    wire_writer_init(&ids);
    wire_put_map(&w, 2);
    wire_put_str(&w, "record");
    count = image_find(self->db, ref, &w, digest, &e) < 0 ? -1 : image_containers(self->db, digest, &ids, &e);
    wire_put_str(&w, "containers");
    wire_put_array(&w, (uint32_t)(count < 0 ? 0 : count));
    wire_put_raw(&w, wire_written(&ids));
    h = count < 0 ? request_fail(req, &e) : request_reply(req, &w);
    wire_writer_done(&ids);
    wire_writer_done(&w);
    return h;
}
