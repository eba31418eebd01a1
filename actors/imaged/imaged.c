/*
 * imaged - images on the disk: takes them in once, repairs what is broken, gives them out.
 *
 * Answers    image.resolve (monitor), image.* (clients)
 * Asks       store: what it has, what it may remove, what it was removing
 *
 * The disk says what is there (images.h); the store says it to clients, and decides whether
 * something may go: an image that a container or snapshot is made from may not.  What is to
 * go is an intent in the store before anything is deleted, and is deleted after a start
 * before the store is told what there is.  Unpacking and reading are for workers in jails.
 *
 *     start: images_open -> ready -> store.cleanup -> what was to go goes -> store.image … -> store.images_known
 *     remove: store.image_remove (intent) -> images_remove -> store.cleaned -> answered
 */
#include "actors/imaged/import.h"
#include "actors/imaged/save.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK 262144
#define SWEEP_MS 20
#define RETELL_MS 3000
#define KNOWN_MAX 10000

/* ---------------------------------------------------------------- workers */

struct worker *imaged_work(struct imaged *self, struct worker_start s, struct err *e)
{
    const char *max = getenv("QUILT_IMAGE_BYTES_MAX");
    char env[80];
    const char *envp[] = { max ? env : NULL, NULL };

    str_fmt(env, sizeof env, "QUILT_IMAGE_BYTES_MAX=%.40s", max ? max : "");
    s.envp = envp;
    s.loop = actor_loop(self->actor);
    s.dir = actor_options(self->actor)->libexec_dir;
    s.deadline_ms = s.deadline_ms ? s.deadline_ms : WORK_MS;
    return worker_start(&s, e);
}

static void on_sweep(void *arg)
{
    struct imaged *self = arg;
    const struct actor_options *o = actor_options(self->actor);
    char layers[1100], volumes[1100], secrets[1100], snapshots[1100];
    const char *argv[] = { layers, volumes, secrets, snapshots, NULL };
    struct err e = ERR_NONE;

    self->sweep_timer = NULL;
    str_fmt(layers, sizeof layers, "%s/layers", o->state_dir);
    str_fmt(volumes, sizeof volumes, "%s/volumes", o->state_dir);
    str_fmt(snapshots, sizeof snapshots, "%s/snapshots", o->state_dir);
    str_fmt(secrets, sizeof secrets, "%s/secrets", o->state_dir);
    if (worker_run(actor_loop(self->actor), o->libexec_dir, "quilt-sweep", argv, &e) < 0)
        log_error("sweep_failed", "%s", e.text);
}

void imaged_trash_made(void *arg)
{
    struct imaged *self = arg;

    if (!self->sweep_timer)
        self->sweep_timer = loop_after(actor_loop(self->actor), SWEEP_MS, on_sweep, self);
}

int imaged_put_away(struct imaged *self, int dir, const char *name, int into)
{
    char trash[100];

    str_fmt(trash, sizeof trash, "trash-%lld-%llu", (long long)clock_boot_ns(), (unsigned long long)++self->counter);
    if (renameat(dir, name, into, trash) < 0)
        return -1;
    imaged_trash_made(self);
    return 0;
}

/* ---------------------------------------------------------------- what is about to go */

void imaged_removing(struct imaged *self, const char *kind, const char *name, bool begins)
{
    char key[200];
    uintptr_t count;

    str_fmt(key, sizeof key, "%s %s", kind, name);
    count = (uintptr_t)map_get(self->removing, key) + (begins ? 1 : (uintptr_t)-1);
    if (count)
        map_put(self->removing, key, (void *)count);
    else
        map_remove(self->removing, key);
}

bool imaged_is_removing(const struct imaged *self, const char *kind, const char *name)
{
    char key[200];

    str_fmt(key, sizeof key, "%s %s", kind, name);
    return map_get(self->removing, key) != NULL;
}

/* ---------------------------------------------------------------- answering */

static uint32_t put_diffs(struct wire_writer *w, const struct known *k)
{
    struct wire_reader r = wire_reader(k->record.layers.items);
    struct image_layer l;

    for (uint32_t i = 0; i < k->record.layers.count; i++) {
        must(image_layer_read(&r, &l, NULL) == 0);
        wire_put_str(w, l.diff.text);
    }
    return k->record.layers.count;
}

static handled answer_resolve(struct request *req, const struct known *k)
{
    struct image_resolve_reply reply = { .digest = k->record.image.digest, .repair = k->record.image.repaired > 0, .config = k->record.config };
    struct wire_writer layers;
    handled h;

    wire_writer_init(&layers);
    reply.layers = wire_list_of(&layers, put_diffs(&layers, k));
    reply.layers.items = wire_written(&layers);
    h = reply_image_resolve(req, &reply);
    wire_writer_done(&layers);
    return h;
}

void imaged_answer(struct request *req, struct imaged *self, const struct known *k)
{
    struct image_record r;
    struct wire_writer tags;

    if (!strcmp(request_verb(req), "image.resolve")) {
        answer_resolve(req, k);
        return;
    }
    r = images_describe(self->images, k, &tags);
    if (!strcmp(request_verb(req), "image.pull")) {
        reply_image_pull(req, &(struct image_pull_reply){ .image = r.image });
        wire_writer_done(&tags);
        return;
    }
    if (!strcmp(request_verb(req), "layer.end")) {
        reply_layer_end(req, &(struct layer_end_reply){ .method = { "commit" }, .has_image = true, .image = r.image });
        wire_writer_done(&tags);
        return;
    }
    reply_image_import(req, &(struct image_import_reply){ .image = r.image });
    wire_writer_done(&tags);
}

/* ---------------------------------------------------------------- in */

static const char *missing_layer(struct imaged *self, const struct known *k, char out[65])
{
    struct wire_reader r = wire_reader(k->record.layers.items);
    uint64_t bytes, entries;
    struct image_layer l;

    for (uint32_t i = 0; i < k->record.layers.count; i++)
        if (image_layer_read(&r, &l, NULL) == 0 && !images_has_layer(self->images, l.diff.text, &bytes, &entries)) {
            str_fmt(out, 65, "%s", l.diff.text);
            return out;
        }
    return NULL;
}

handled on_image_resolve(struct imaged *self, const struct image_resolve *m, struct request *req)
{
    auto_free char *ref = wire_dup(m->image);
    struct err e = ERR_NONE;
    struct known *k;
    char digest[65];

    if (ref[0] == '/')
        return import_begin(self, &(struct import_wish){ .path = ref, .tag = "", .ref = "", .platform = "" }, req);
    k = images_find(self->images, ref, &e);
    if (!k)
        return request_fail(req, &e);
    if (missing_layer(self, k, digest))
        return request_error(req, ERR_FAILED, "image %s: its layer %s is not on the disk any more: import it again", ref, digest);
    return answer_resolve(req, k);
}

handled on_image_import(struct imaged *self, const struct image_import *m, struct request *req)
{
    auto_free char *path = m->has_path ? wire_dup(m->path) : NULL, *ref = m->has_ref ? wire_dup(m->ref) : xstrdup(""), *platform = m->has_platform ? wire_dup(m->platform) : xstrdup("");
    char upload[1200];

    if (m->has_path == m->has_upload)
        return request_error(req, ERR_INVALID, "image.import: one of path and upload is needed");
    upload_path(self, m->upload.text, upload);
    return import_begin(self, &(struct import_wish){ .path = path ? path : upload, .tag = m->has_tag ? m->tag.text : "", .ref = ref, .platform = platform, .format = m->format,
                                                     .upload = m->has_upload }, req);
}

handled on_image_pull(struct imaged *self, const struct image_pull *m, struct request *req)
{
    auto_free char *name = wire_dup(m->name), *platform = m->has_platform ? wire_dup(m->platform) : xstrdup("");
    struct registry_access access = { .plain_http = m->plain_http, .auth = m->has_auth ? m->auth : (struct wire_span){ 0 }, .ca = m->has_ca ? m->ca : (struct wire_span){ 0 } };

    return import_pull(self, name, m->has_tag ? m->tag.text : "", platform, &access, req);
}

handled on_image_progress(struct imaged *self, const struct image_progress *m, struct request *req)
{
    struct wire_writer items;
    uint32_t count;
    handled h;

    (void)m;
    wire_writer_init(&items);
    count = push_progress(self, &items, import_progress(self, &items));
    h = reply_image_progress(req, &(struct image_progress_reply){ .images = wire_list_of(&items, count) });
    wire_writer_done(&items);
    return h;
}

/* ---------------------------------------------------------------- out */

handled on_image_read(struct imaged *self, const struct image_read *m, struct request *req)
{
    auto_free char *ref = wire_dup(m->image), *name = m->has_name ? wire_dup(m->name) : NULL;
    auto_free uint8_t *room = NULL;
    struct image_read_reply reply = { 0 };
    struct err e = ERR_NONE;
    struct known *k = images_find(self->images, ref, &e);
    const char *tag = images_tag_of(self->images, ref);
    char checked[256] = "";
    ssize_t n;

    if (!k)
        return request_fail(req, &e);
    if (name) {
        static const struct wire_rule rule = { 0, 255, "a-zA-Z0-9_./:-", NULL };

        if (wire_check_text(m->name, &rule, &e) < 0)
            return request_error(req, ERR_INVALID, "name: %s", e.text);
        str_fmt(checked, sizeof checked, "%s", name);
    } else if (tag) {
        str_fmt(checked, sizeof checked, "%s", tag);
    }
    room = xalloc(CHUNK);
    n = save_read(self->images, k, m->format, checked, m->offset, room, CHUNK, &reply.total_bytes, &e);
    if (n < 0)
        return request_fail(req, &e);
    reply.digest = k->record.image.digest;
    reply.data = (struct wire_span){ room, (size_t)n };
    return reply_image_read(req, &reply);
}

/* ---------------------------------------------------------------- tags */

static void on_tagged(void *arg, const struct about *about, const struct store_image_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct image_tag_reply answer = { 0 };
    struct err e = ERR_NONE;
    const struct known *k;

    (void)reply;
    if (!req)
        return;
    auto_free char *ref = wire_dup(image_tag_of(req)->image);

    if (failed && imaged_is_doubt(failed))
        imaged_tell_again(self);
    else if (failed)
        images_tag_back(self->images, image_tag_of(req)->tag.text, about->id);
    k = images_find(self->images, ref, &e);
    if (failed || !k) {
        request_fail(req, failed ? failed : &e);
        return;
    }
    answer.digest = k->record.image.digest;
    reply_image_tag(req, &answer);
}

/* before: for a tag that may have to go back. */
static void tell_store(struct imaged *self, const struct known *k, uint64_t number, const char *before, store_image_then then)
{
    struct about about = { .number = number };
    struct wire_writer tags;
    struct store_image m = { .record = images_describe(self->images, k, &tags) };

    str_fmt(about.id, sizeof about.id, "%s", before);
    ask_store_image(self->actor, &m, about, then);
    wire_writer_done(&tags);
}

handled on_image_tag(struct imaged *self, const struct image_tag *m, struct request *req)
{
    auto_free char *ref = wire_dup(m->image);
    struct err e = ERR_NONE;
    struct known *k = images_find(self->images, ref, &e);
    char before[65];

    if (!self->cleaned || (k && imaged_is_removing(self, "image", k->record.image.digest.text)))
        return request_error(req, ERR_UNAVAILABLE, "image %s: is just being removed, try again", ref);
    if (!k || images_tag(self->images, m->tag.text, k->record.image.digest.text, before, &e) < 0)
        return request_fail(req, &e);
    tell_store(self, k, request_number(req), before, on_tagged);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- removing */

static void on_cleaned(void *arg, const struct about *about, const struct store_cleaned_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = about->number ? request_find(self->actor, about->number) : NULL;
    struct image_remove_reply answer = { .removed = true };

    (void)reply;
    if (!req || strcmp(request_verb(req), "image.remove"))
        return;
    if (failed) {
        request_fail(req, failed);
        return;
    }
    str_fmt(answer.digest.text, sizeof answer.digest.text, "%s", about->id);
    reply_image_remove(req, &answer);
}

/* The store has the intent: what is on the disk goes, and if that is cut off, after the next start. */
int imaged_delete(struct imaged *self, const char *digest, uint64_t request, struct err *e)
{
    struct store_cleaned m = { .item = { .kind = { "image" }, .key = wire_text(digest) } };
    struct about about = { .number = request };

    if (images_remove(self->images, digest, e) < 0)
        return -1;
    str_fmt(about.id, sizeof about.id, "%s", digest);
    ask_store_cleaned(self->actor, &m, about, on_cleaned);
    return 0;
}

static void on_removable(void *arg, const struct about *about, const struct store_image_remove_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct image_remove_reply answer = { 0 };
    struct err e = ERR_NONE;

    imaged_removing(self, "image", about->id, false);
    if (failed) {
        if (req)
            request_fail(req, failed);
        return;
    }
    if (reply->removed) {
        if (imaged_delete(self, about->id, about->number, &e) < 0 && req)
            request_fail(req, &e);
        return;
    }
    if (!req)
        return;
    auto_free char *ref = wire_dup(image_remove_of(req)->image);
    const char *tag = images_tag_of(self->images, ref);

    if (tag)
        images_untag(self->images, tag);
    str_fmt(answer.digest.text, sizeof answer.digest.text, "%s", about->id);
    reply_image_remove(req, &answer);
}

static struct cause cause_of(struct request *req)
{
    struct cause c = { .uid = request_caller(req)->uid };

    str_fmt(c.verb.text, sizeof c.verb.text, "%s", request_verb(req));
    return c;
}

handled on_image_remove(struct imaged *self, const struct image_remove *m, struct request *req)
{
    auto_free char *ref = wire_dup(m->image);
    struct store_image_remove ask = { .force = m->force, .cause = cause_of(req) };
    struct about about = { .number = request_number(req) };
    struct err e = ERR_NONE;
    struct known *k = images_find(self->images, ref, &e);
    const char *tag = images_tag_of(self->images, ref);

    if (!k)
        return request_fail(req, &e);
    if (!self->cleaned)
        return request_error(req, ERR_UNAVAILABLE, "images are just being looked through, try again");
    ask.digest = k->record.image.digest;
    imaged_removing(self, "image", ask.digest.text, true);
    ask.has_tag = tag != NULL;
    str_fmt(ask.tag.text, sizeof ask.tag.text, "%s", tag ? tag : "");
    str_fmt(about.id, sizeof about.id, "%s", ask.digest.text);
    ask_store_image_remove(self->actor, &ask, about, on_removable);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- a start */

static void on_again(void *arg)
{
    struct imaged *self = arg;

    self->retell_timer = NULL;
    imaged_tell_all(self);
}

bool imaged_is_doubt(const struct err *failed)
{
    return failed->code == ERR_DEADLINE || failed->code == ERR_UNAVAILABLE;
}

void imaged_tell_again(struct imaged *self)
{
    if (!self->retell_timer)
        self->retell_timer = loop_after(actor_loop(self->actor), RETELL_MS, on_again, self);
}

static void on_told(void *arg, const struct about *about, const struct store_image_reply *reply, const struct err *failed)
{
    (void)about;
    (void)reply;
    if (failed)
        imaged_tell_again(arg);
}

static void on_known(void *arg, const struct about *about, const struct store_images_known_reply *reply, const struct err *failed)
{
    (void)about;
    (void)reply;
    if (failed) {
        log_warn("images_not_told", "%s", failed->text);
        imaged_tell_again(arg);
    }
}

void imaged_tell_all(struct imaged *self)
{
    struct wire_writer digests;
    struct known *k;
    void *at = NULL;
    uint32_t count = 0;

    wire_writer_init(&digests);
    while ((k = images_next(self->images, &at))) {
        if (!imaged_is_removing(self, "image", k->record.image.digest.text))   /* it would come back */
            tell_store(self, k, 0, "", on_told);
        if (count < KNOWN_MAX)
            wire_put_str(&digests, k->record.image.digest.text);
        count++;
    }
    if (count <= KNOWN_MAX)
        ask_store_images_known(self->actor, &(struct store_images_known){ .digests = wire_list_of(&digests, count) }, (struct about){ 0 }, on_known);
    wire_writer_done(&digests);
    volumes_tell(self);
}

static void clean(struct imaged *self, const struct cleanup *item)
{
    auto_free char *key = wire_dup(item->key);
    struct err e = ERR_NONE;

    if ((!strcmp(item->kind.text, "image") ? imaged_delete(self, key, 0, &e) : volume_delete(self, item->kind.text, key, 0, &e)) < 0)
        log_error("cleanup_failed", "%s %s: %s", item->kind.text, key, e.text);
}

static void on_cleanup(void *arg, const struct about *about, const struct store_cleanup_reply *reply, const struct err *failed);

static void on_cleanup_again(void *arg)
{
    struct imaged *self = arg;

    self->retell_timer = NULL;
    ask_store_cleanup(self->actor, &(struct store_cleanup){}, (struct about){ 0 }, on_cleanup);
}

static void on_cleanup(void *arg, const struct about *about, const struct store_cleanup_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct wire_reader r = wire_reader(failed ? (struct wire_span){ 0 } : reply->items.items);

    (void)about;
    if (failed) {
        log_warn("cleanup_unknown", "%s: asked again", failed->text);
        self->retell_timer = loop_after(actor_loop(self->actor), RETELL_MS, on_cleanup_again, self);
        return;
    }
    for (uint32_t i = 0; i < reply->items.count; i++) {
        struct cleanup item;

        if (cleanup_read(&r, &item, NULL) == 0)
            clean(self, &item);
    }
    self->cleaned = true;
    imaged_tell_all(self);
    import_pump(self);
}

static void *imaged_start(struct actor *a, struct err *e)
{
    struct imaged *self = xalloc(sizeof *self);

    self->actor = a;
    self->counter = (uint64_t)clock_boot_ns();   /* names of another life of ours are not met again */
    self->imports = map_new();
    self->prunes = map_new();
    self->removing = map_new();
    self->takings = map_new();
    self->pushes = map_new();
    self->disk_works = map_new();
    self->images = images_open(actor_options(a)->state_dir, imaged_trash_made, self, e);
    if (!self->images || volumes_open(self, e) < 0)
        return NULL;
    uploads_begin(self);
    ask_store_cleanup(a, &(struct store_cleanup){}, (struct about){ 0 }, on_cleanup);
    actor_ready(a);
    return self;
}

/* One that is new may not have been told what its last life was. */
static void imaged_peer_changed(void *arg, const char *peer, enum channel_state state, uint32_t pid, uint64_t restarts)
{
    struct imaged *self = arg;

    (void)pid;
    (void)restarts;
    if (!strcmp(peer, "store") && state == CHANNEL_UP && self->cleaned)
        imaged_tell_all(self);
    if (!strcmp(peer, "monitor") && (state == CHANNEL_DOWN || state == CHANNEL_STARTING))
        takings_orphaned(self);
}

static void imaged_stop(void *arg)
{
    struct imaged *self = arg;

    imports_stop(self);
    prunes_stop(self);
    takings_stop(self);
    pushes_stop(self);
    disk_works_stop(self);
    volumes_close(self);
    loop_cancel(actor_loop(self->actor), self->sweep_timer);
    loop_cancel(actor_loop(self->actor), self->upload_timer);
    loop_cancel(actor_loop(self->actor), self->retell_timer);
    map_free(self->imports);
    map_free(self->removing);
    images_free(self->images);
    free(self);
}

int main(int argc, char **argv)
{
    return actor_main(argc, argv, &(struct actor_spec){
        .name = "imaged", .dispatch = imaged_dispatch, .start = imaged_start, .stop = imaged_stop, .peer_changed = imaged_peer_changed,
    });
}
