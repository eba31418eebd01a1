/*
 * pull - images from registries: quilt-fetch makes a layout of one, which is read as any other.
 */
#include "actors/imaged/import.h"
#include "base/auto.h"
#include "base/err.h"
#include "base/must.h"
#include "base/str.h"
#include "base/fd.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FETCH_MS (2 * 60 * 60 * 1000)

static void note_fetched(struct import *m, const struct report *r)
{
    uint32_t i = 0;

    while (i < m->fetched_count && strcmp(m->fetched[i].blob, r->blob))
        i++;
    if (i == m->fetched_count) {
        if (m->fetched_count >= 250)
            return;
        m->fetched = xrealloc(m->fetched, (m->fetched_count + 1) * sizeof *m->fetched);
        str_fmt(m->fetched[m->fetched_count++].blob, sizeof m->fetched[0].blob, "%s", r->blob);
    }
    m->fetched[i].done = r->done_bytes;
    m->fetched[i].total = r->total_bytes;
}

static void on_fetched(void *arg, const struct report *r)
{
    struct import *m = arg;
    struct err e = ERR_NONE;

    if (r->type == REPORT_PROGRESS && r->blob[0])
        note_fetched(m, r);
    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    m->worker = NULL;
    if (r->type == REPORT_FAILED)
        err_set(&e, (int)r->code, "%s", r->text);
    if (e.code || layout_read(m, &e) < 0)
        import_fail(m, e.code, e.text);
}

int pull_begin(struct import *m, struct err *e)
{
    const struct registry_name *n = m->from;
    struct platform p;
    const char *argv[] = { "pull", n->host, n->name, n->reference, m->scheme, p.os, p.arch, p.variant, n->tag, NULL };
    auto_fd int dir = -1;

    m->phase = FETCHING;
    m->owned = true;
    str_fmt(m->tmp, sizeof m->tmp, ".unpack-%llu", (unsigned long long)++m->self->counter);
    dir = fd_make_dir(images_layers_fd(m->self->images), m->tmp, 0700);
    m->layout_fd = dir < 0 ? -1 : fd_make_dir(dir, "root", 0700);
    if (m->layout_fd < 0)
        return err_sys(e, "fetching");
    if (platform_parse(m->platform, &p, e) < 0)
        return -1;
    m->worker = imaged_work(m->self, (struct worker_start){ .program = "quilt-fetch", .argv = argv, .fds = { m->layout_fd, images_blobs_fd(m->self->images), m->self->partial_fd, m->auth_fd, m->ca_fd },
                                                            .fd_count = 5, .deadline_ms = FETCH_MS, .fn = on_fetched, .arg = m }, e);
    return m->worker ? 0 : -1;
}

/* Those who ask for the same at once wait for the same; who says who he is to the registry, or whom to trust, asks for himself. */
handled import_pull(struct imaged *self, const char *name, const char *tag, const char *platform, const struct registry_access *access, struct request *req)
{
    struct import_wish wish = { .path = name, .ref = "", .platform = platform };
    struct registry_name n;
    struct stat st = { 0 };
    struct err e = ERR_NONE;
    struct platform p;
    struct import *m;
    char key[1200];
    handled h;

    if (registry_parse(name, &n, &e) < 0 || platform_parse(platform, &p, &e) < 0)
        return request_fail(req, &e);
    str_fmt(key, sizeof key, "pull\n%s\n%.400s\n%.100s\n%llu", registry_scheme(n.host, access), name, platform, access->auth.len || access->ca.len ? (unsigned long long)request_number(req) : 0ull);
    m = map_get(self->imports, key);
    if (m && m->phase != RECORDING)
        return import_join(m, req, *tag ? tag : n.tag);
    if (map_count(self->imports) >= IMPORTS_MAX)
        return request_error(req, ERR_EXHAUSTED, "image %s: too many images are on their way, try again", name);
    if (m)
        return request_error(req, ERR_UNAVAILABLE, "image %s: is just being recorded, try again", name);
    m = import_new(self, key, &wish, &st, -1, false);
    m->stamp[0] = '\0';
    m->from = xalloc(sizeof *m->from);
    *m->from = n;
    str_fmt(m->scheme, sizeof m->scheme, "%s", registry_scheme(n.host, access));
    m->auth_fd = memory_of(access->auth, &e);
    m->ca_fd = m->auth_fd < 0 ? -1 : memory_of(access->ca, &e);
    h = import_join(m, req, *tag ? tag : n.tag);
    if (m->ca_fd < 0)
        import_fail(m, e.code, e.text);
    else
        import_pump(self);
    return h;
}

uint32_t pull_progress(const struct import *m, struct wire_writer *items, uint32_t count)
{
    for (uint32_t i = 0; i < m->fetched_count && count < 500; i++) {
        struct progress p = { .source = wire_text(m->source), .has_layer = true, .what = { "pulling" }, .done_bytes = m->fetched[i].done, .total_bytes = m->fetched[i].total };

        if (p.done_bytes == p.total_bytes)
            continue;
        str_fmt(p.layer.text, sizeof p.layer.text, "%s", m->fetched[i].blob);
        progress_write(items, &p);
        count++;
    }
    return count;
}
