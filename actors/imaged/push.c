/*
 * push - images on their way to a registry: a worker each, beside what else goes on.
 */
#include "actors/imaged/imaged.h"
#include "actors/imaged/registry.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PUSHES_MAX 16
#define PUSH_MS (2 * 60 * 60 * 1000)

struct push {
    struct imaged *self;
    uint64_t request;
    char digest[65], name[600], blob[65];
    uint64_t done_bytes, total_bytes;
    struct worker *worker;
    char (*held)[65];                   /* blobs that must not go meanwhile */
    uint32_t held_count;
};

int memory_of(struct wire_span bytes, struct err *e)
{
    auto_fd int fd = memfd_create("quilt-imaged", MFD_CLOEXEC);

    if (fd < 0 || fd_write_all(fd, bytes.data, bytes.len) < 0 || lseek(fd, 0, SEEK_SET) < 0)
        return err_sys(e, "memory");
    return steal_fd(&fd);
}

const char *registry_scheme(const char *host, const struct registry_access *access)
{
    return access->plain_http || (registry_is_loopback(host) && !access->ca.len) ? "http" : "https";
}

/* ---------------------------------------------------------------- what is sent stays */

static void hold(struct push *p, const char *digest)
{
    images_hold(p->self->images, false, digest);
    str_fmt(p->held[p->held_count++], sizeof p->held[0], "%s", digest);
}

static void hold_all(struct push *p, const struct image_record *m)
{
    struct wire_reader r = wire_reader(m->layers.items);
    struct image_layer l;

    p->held = xalloc((m->layers.count + 2) * sizeof *p->held);
    hold(p, m->image.digest.text);
    hold(p, m->image.config_digest.text);
    for (uint32_t i = 0; i < m->layers.count && image_layer_read(&r, &l, NULL) == 0; i++)
        hold(p, l.blob.text);
}

static void push_free(struct push *p)
{
    map_remove(p->self->pushes, map_key(p->request, (char[24]){ 0 }));
    worker_stop(steal(p->worker));
    for (uint32_t i = 0; i < p->held_count; i++)
        images_release(p->self->images, false, p->held[i]);
    free(p->held);
    free(p);
}

/* ---------------------------------------------------------------- */

static void on_push(void *arg, const struct report *r)
{
    struct push *p = arg;
    struct request *req = request_find(p->self->actor, p->request);
    struct image_push_reply reply = { 0 };

    if (r->type == REPORT_PROGRESS) {
        str_fmt(p->blob, sizeof p->blob, "%s", r->blob);
        p->done_bytes = r->done_bytes;
        p->total_bytes = r->total_bytes;
    }
    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    p->worker = NULL;
    str_fmt(reply.digest.text, sizeof reply.digest.text, "%s", p->digest);
    if (req && r->type == REPORT_FAILED)
        request_error(req, (int)r->code, "push %s: %s", p->name, r->text);
    else if (req)
        reply_image_push(req, &reply);
    push_free(p);
}

static int start(struct push *p, const struct registry_name *n, const struct known *k, const struct registry_access *access, struct err *e)
{
    auto_free char *media = wire_dup(k->record.manifest_media);
    const char *argv[] = { "push", n->host, n->name, n->reference, registry_scheme(n->host, access), p->digest, media, NULL };
    auto_fd int auth = memory_of(access->auth, e), ca = memory_of(access->ca, e);

    if (auth < 0 || ca < 0)
        return -1;
    p->worker = imaged_work(p->self, (struct worker_start){ .program = "quilt-fetch", .argv = argv, .fds = { -1, images_blobs_fd(p->self->images), -1, auth, ca }, .fd_count = 5,
                                                            .deadline_ms = PUSH_MS, .fn = on_push, .arg = p }, e);
    return p->worker ? 0 : -1;
}

handled on_image_push(struct imaged *self, const struct image_push *m, struct request *req)
{
    auto_free char *ref = wire_dup(m->image), *name = m->has_name ? wire_dup(m->name) : NULL;
    struct registry_access access = { .plain_http = m->plain_http, .auth = m->has_auth ? m->auth : (struct wire_span){ 0 }, .ca = m->has_ca ? m->ca : (struct wire_span){ 0 } };
    const char *tag = images_tag_of(self->images, ref);
    struct err e = ERR_NONE;
    struct known *k = images_find(self->images, ref, &e);
    struct registry_name n;
    struct push *p;

    if (!k)
        return request_fail(req, &e);
    if (!name && !tag)
        return request_error(req, ERR_INVALID, "image %s: is no tag: the name to push it as is needed", ref);
    if (registry_parse(name ? name : tag, &n, &e) < 0)
        return request_fail(req, &e);
    if (map_count(self->pushes) >= PUSHES_MAX)
        return request_error(req, ERR_EXHAUSTED, "push %s: %d are on their way already, try again", ref, PUSHES_MAX);
    p = xalloc(sizeof *p);
    p->self = self;
    p->request = request_number(req);
    str_fmt(p->digest, sizeof p->digest, "%s", k->record.image.digest.text);
    str_fmt(p->name, sizeof p->name, "%.590s", name ? name : tag);
    map_put(self->pushes, map_key(p->request, (char[24]){ 0 }), p);
    hold_all(p, &k->record);
    if (start(p, &n, k, &access, &e) < 0) {
        push_free(p);
        return request_fail(req, &e);
    }
    return HANDLED_LATER;
}

uint32_t push_progress(struct imaged *self, struct wire_writer *items, uint32_t count)
{
    struct map_iter it = map_iter(self->pushes);
    struct push *p;

    for (; (p = map_next(&it, NULL)) && count < 500; count++) {
        struct progress g = { .source = wire_text(p->name), .has_layer = p->blob[0], .what = { "pushing" }, .done_bytes = p->done_bytes, .total_bytes = p->total_bytes };

        str_fmt(g.layer.text, sizeof g.layer.text, "%s", p->blob);
        progress_write(items, &g);
    }
    return count;
}

void pushes_stop(struct imaged *self)
{
    struct map_iter it = map_iter(self->pushes);
    struct push *p;

    while ((p = map_next(&it, NULL)))
        push_free(p);
    map_free(self->pushes);
}
