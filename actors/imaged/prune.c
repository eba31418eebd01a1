/*
 * prune - images that nobody names and nothing is made from, all at once.
 *
 *     image.prune --store.images_used--> those that may go --each: store.image_remove--> answered
 *
 * The store decides again for each: one that a container is made from meanwhile stays, and
 * is not among those that are answered.
 */
#include "actors/imaged/imaged.h"
#include "base/auto.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct prune {
    uint32_t waiting, count;
    uint64_t bytes;
    struct wire_writer gone;
    struct map *loose;                  /* of a dry run: what those that are taken hold, and how often */
    uint64_t request;
    struct imaged *self;
};

static void finish(struct prune *p)
{
    struct request *req = request_find(p->self->actor, p->request);

    if (req)
        reply_image_prune(req, &(struct image_prune_reply){ .images = wire_list_of(&p->gone, p->count), .bytes = p->bytes });
    map_remove(p->self->prunes, map_key(p->request, (char[24]){ 0 }));
    wire_writer_done(&p->gone);
    map_free(p->loose);
    free(p);
}

static void take(struct prune *p, const struct known *k, uint64_t bytes)
{
    wire_put_str(&p->gone, k->record.image.digest.text);
    p->bytes += bytes;
    p->count++;
}

static void on_decided(void *arg, const struct about *about, const struct store_image_remove_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct prune *p = map_get(self->prunes, map_key(about->number, (char[24]){ 0 }));
    struct known *k = images_get(self->images, about->id);
    struct err e = ERR_NONE;

    imaged_removing(self, "image", about->id, false);
    if (!failed && reply->removed && k) {
        if (p)
            take(p, k, images_own_bytes(self->images, k));
        imaged_delete(self, about->id, 0, &e);
    }
    if (p && --p->waiting == 0)
        finish(p);
}

/* ---------------------------------------------------------------- which */

static bool among(const struct wire_list *digests, const char *digest)
{
    struct wire_reader r = wire_reader(digests->items);
    struct digest one;

    for (uint32_t i = 0; i < digests->count; i++)
        if (digest_read(&r, &one, NULL) == 0 && !strcmp(one.text, digest))
            return true;
    return false;
}

static bool has_label(const struct image_config *c, struct wire_span wanted)
{
    struct wire_reader r = wire_reader(c->labels.items);
    auto_free char *text = wire_dup(wanted);
    char *value = strchr(text, '=');

    if (value)
        *value++ = '\0';
    for (uint32_t i = 0; c->has_labels && i < c->labels.count; i++) {
        struct wire_span key, held;

        if (wire_read_str(&r, &key, NULL) < 0 || wire_read_str(&r, &held, NULL) < 0)
            return false;
        if (wire_is(&key, text) && (!value || wire_is(&held, value)))
            return true;
    }
    return false;
}

static bool may_go(struct imaged *self, const struct known *k, const struct image_prune *m, const struct wire_list *used)
{
    struct wire_writer tags;
    bool tagged = images_describe(self->images, k, &tags).image.has_tags;

    wire_writer_done(&tags);
    return (m->all || !tagged) && !among(used, k->record.image.digest.text) && (!m->has_before_ns || k->record.image.created_ns < m->before_ns) &&
           (!m->has_label || has_label(&k->record.config, m->label));
}

static void remove_one(struct prune *p, struct request *req, const struct known *k)
{
    struct store_image_remove ask = { .digest = k->record.image.digest, .force = true, .cause = { .uid = request_caller(req)->uid, .verb = { "image.prune" } } };
    struct about about = { .number = p->request };

    str_fmt(about.id, sizeof about.id, "%s", ask.digest.text);
    p->waiting++;
    imaged_removing(p->self, "image", ask.digest.text, true);
    ask_store_image_remove(p->self->actor, &ask, about, on_decided);
}

static void on_used(void *arg, const struct about *about, const struct store_images_used_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = request_find(self->actor, about->number);
    const struct image_prune *m;
    struct prune *p;
    struct known *k;
    void *at = NULL;

    if (!req)
        return;
    if (failed) {
        request_fail(req, failed);
        return;
    }
    m = image_prune_of(req);
    p = xalloc(sizeof *p);
    p->self = self;
    p->request = about->number;
    p->waiting = 1;
    wire_writer_init(&p->gone);
    p->loose = map_new();
    map_put(self->prunes, map_key(p->request, (char[24]){ 0 }), p);
    while ((k = images_next(self->images, &at))) {
        if (!may_go(self, k, m, &reply->digests))
            continue;
        if (m->dry_run)
            take(p, k, images_loosen(self->images, k, p->loose));
        else
            remove_one(p, req, k);
    }
    if (--p->waiting == 0)
        finish(p);
}

handled on_image_prune(struct imaged *self, const struct image_prune *m, struct request *req)
{
    (void)m;
    if (!self->cleaned)
        return request_error(req, ERR_UNAVAILABLE, "images are just being looked through, try again");
    ask_store_images_used(self->actor, &(struct store_images_used){}, (struct about){ .number = request_number(req) }, on_used);
    return HANDLED_LATER;
}

void prunes_stop(struct imaged *self)
{
    struct map_iter it = map_iter(self->prunes);
    struct prune *p;

    while ((p = map_next(&it, NULL))) {
        wire_writer_done(&p->gone);
        map_free(p->loose);
        free(p);
    }
    map_free(self->prunes);
}
