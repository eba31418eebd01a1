/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/ask.h"

static void info_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct info_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && info_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((info_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_info(struct actor *a, const struct info *m, struct about about, info_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    info_write(&w, m);
    actor_ask(a, "store", "info", &w, 2000, about, info_answer, (void *)then);
    wire_writer_done(&w);
}

static void events_read_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct events_read_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && events_read_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((events_read_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_events_read(struct actor *a, const struct events_read *m, struct about about, events_read_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    events_read_write(&w, m);
    actor_ask(a, "store", "events.read", &w, 60000, about, events_read_answer, (void *)then);
    wire_writer_done(&w);
}

static void image_resolve_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct image_resolve_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && image_resolve_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((image_resolve_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_image_resolve(struct actor *a, const struct image_resolve *m, struct about about, image_resolve_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    image_resolve_write(&w, m);
    actor_ask(a, "imaged", "image.resolve", &w, 600000, about, image_resolve_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_image_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_image_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_image_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_image_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_image(struct actor *a, const struct store_image *m, struct about about, store_image_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_image_write(&w, m);
    actor_ask(a, "store", "store.image", &w, 10000, about, store_image_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_images_gone_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_images_gone_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_images_gone_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_images_gone_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_images_gone(struct actor *a, const struct store_images_gone *m, struct about about, store_images_gone_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_images_gone_write(&w, m);
    actor_ask(a, "store", "store.images_gone", &w, 10000, about, store_images_gone_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_insert_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_insert_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_insert_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_insert_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_insert(struct actor *a, const struct store_insert *m, struct about about, store_insert_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_insert_write(&w, m);
    actor_ask(a, "store", "store.insert", &w, 10000, about, store_insert_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_move_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_move_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_move_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_move_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_move(struct actor *a, const struct store_move *m, struct about about, store_move_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_move_write(&w, m);
    actor_ask(a, "store", "store.move", &w, 10000, about, store_move_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_containers_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_containers_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_containers_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_containers_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_containers(struct actor *a, const struct store_containers *m, struct about about, store_containers_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_containers_write(&w, m);
    actor_ask(a, "store", "store.containers", &w, 10000, about, store_containers_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_rebuilt_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_rebuilt_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_rebuilt_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_rebuilt_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_rebuilt(struct actor *a, const struct store_rebuilt *m, struct about about, store_rebuilt_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_rebuilt_write(&w, m);
    actor_ask(a, "store", "store.rebuilt", &w, 10000, about, store_rebuilt_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_begin_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_begin_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_begin_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_begin_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_begin(struct actor *a, const struct store_begin *m, struct about about, store_begin_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_begin_write(&w, m);
    actor_ask(a, "store", "store.begin", &w, 10000, about, store_begin_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_end_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_end_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_end_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_end_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_end(struct actor *a, const struct store_end *m, struct about about, store_end_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_end_write(&w, m);
    actor_ask(a, "store", "store.end", &w, 10000, about, store_end_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_samples_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_samples_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_samples_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_samples_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_samples(struct actor *a, const struct store_samples *m, struct about about, store_samples_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_samples_write(&w, m);
    actor_ask(a, "store", "store.samples", &w, 2000, about, store_samples_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_resolve_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_resolve_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_resolve_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_resolve_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_resolve(struct actor *a, const struct store_resolve *m, struct about about, store_resolve_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_resolve_write(&w, m);
    actor_ask(a, "store", "store.resolve", &w, 5000, about, store_resolve_answer, (void *)then);
    wire_writer_done(&w);
}

static void frontdoor_samples_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct frontdoor_samples_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && frontdoor_samples_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((frontdoor_samples_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_frontdoor_samples(struct actor *a, const struct frontdoor_samples *m, struct about about, frontdoor_samples_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    frontdoor_samples_write(&w, m);
    actor_ask(a, "frontdoor", "frontdoor.samples", &w, 2000, about, frontdoor_samples_answer, (void *)then);
    wire_writer_done(&w);
}
