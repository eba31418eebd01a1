/*
 * import - images on their way in, one state machine each.
 *
 *     QUEUED --a registry's--> FETCHING --a layout's files--> READING
 *     QUEUED --a slot--> EXTRACTING --a root filesystem--> RECORDING --> answered
 *        |                   `--a layout's files--v            ^
 *        `--a directory--> READING --plan--> LAYERING --all there
 *
 * All who ask for the same thing wait for the same import; a layer that two imports need is
 * unpacked by one of them while the other waits.  What an import holds is released at its
 * end: the image has its own hold by then, or it goes.  A failure at any step puts away
 * what was made, and is told to all who wait.
 */
#include "actors/imaged/import.h"
#include "actors/imaged/repair.h"
#include "actors/imaged/source.h"
#include "actors/imaged/unpack.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fault.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---------------------------------------------------------------- its end */

void import_each_of_plan(struct import *m, void (*fn)(struct images *, bool, const char *))
{
    struct images *s = m->self->images;

    fn(s, false, m->plan.digest);
    fn(s, false, m->plan.config_digest);
    for (uint32_t i = 0; i < m->layer_count; i++) {
        fn(s, true, m->layers[i].layer.diff.text);
        fn(s, false, m->layers[i].layer.blob.text);
    }
}

static void close_fds(struct import *m)
{
    int *const fds[] = { &m->file_fd, &m->layout_fd, &m->plan_fd, &m->auth_fd, &m->ca_fd };

    for (int i = 0; i < 5; i++)
        if (*fds[i] >= 0)
            close(steal_fd(fds[i]));
}

static void import_free(struct import *m)
{
    struct images *s = m->self->images;

    worker_stop(steal(m->worker));
    for (uint32_t i = 0; i < m->layer_count; i++)
        layer_stop(&m->layers[i]);
    close_fds(m);
    if (m->tmp[0])
        images_discard(s, m->tmp);
    if (m->tmp_blob[0])
        unlinkat(images_blobs_fd(s), m->tmp_blob, 0);
    if (m->held)
        import_each_of_plan(m, images_release);
    if (m->upload)
        upload_forget(m->self, strrchr(m->source, '/') + 1);
    map_remove(m->self->imports, m->key);
    plan_done(&m->plan);
    free(m->layers);
    free(m->from);
    free(m->fetched);
    free(m->moved);
    free(m->key);
    free(m->source);
    free(m->ref);
    free(m);
}

void import_fail(struct import *m, int code, const char *text)
{
    struct imaged *self = m->self;
    const char *name = m->upload ? "(uploaded)" : m->source;

    log_warn("import_failed", "%s: %s", name, text);
    for (int i = 0; i < m->waiter_count; i++) {
        struct request *req = request_find(self->actor, m->waiters[i].request);

        if (req)
            request_error(req, code, "image %s: %s", name, text);
    }
    import_free(m);
    import_pump(self);
}

/* ---------------------------------------------------------------- RECORDING */

static struct import *by_number(struct imaged *self, uint64_t number)
{
    struct map_iter it = map_iter(self->imports);
    struct import *m;

    while ((m = map_next(&it, NULL)) && m->number != number)
        ;
    return m;
}

/* The store does not have it: nobody shall. */
static void take_back(struct import *m)
{
    struct err e = ERR_NONE;

    for (uint32_t i = m->moved_count; i > 0; i--)
        images_tag_back(m->self->images, m->moved[i - 1].tag, m->moved[i - 1].before);
    if (!m->was_known && images_remove(m->self->images, m->digest, &e) < 0)
        log_error("import_left", "%s: %s", m->digest, e.text);
}

static void on_recorded(void *arg, const struct about *about, const struct store_image_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct import *m = by_number(self, about->number);
    struct known *k;

    (void)reply;
    if (!m)
        return;
    if (failed) {
        if (imaged_is_doubt(failed))
            imaged_tell_again(self);
        else
            take_back(m);
        import_fail(m, failed->code, failed->text);
        return;
    }
    k = images_get(self->images, m->digest);
    for (int i = 0; i < m->waiter_count; i++) {
        struct request *req = request_find(self->actor, m->waiters[i].request);

        if (req && k)
            imaged_answer(req, self, k);
        else if (req)
            request_error(req, ERR_NOT_FOUND, "image %s: was removed meanwhile", m->source);
    }
    import_free(m);
    import_pump(self);
}

static int give_tag(struct import *m, const char *tag, struct err *e)
{
    struct moved_tag *t;

    m->moved = xrealloc(m->moved, (m->moved_count + 1) * sizeof *m->moved);
    t = &m->moved[m->moved_count];
    str_fmt(t->tag, sizeof t->tag, "%s", tag);
    if (images_tag(m->self->images, tag, m->digest, t->before, e) < 0)
        return -1;
    m->moved_count++;
    return 0;
}

/* The names that were asked for; else those of the layout that nobody has. */
static int give_tags(struct import *m, struct err *e)
{
    struct images *s = m->self->images;
    struct wire_reader r = wire_reader(m->plan.names.items);
    bool asked = false;

    for (int i = 0; i < m->waiter_count; i++)
        if (m->waiters[i].tag[0]) {
            asked = true;
            if (give_tag(m, m->waiters[i].tag, e) < 0)
                return -1;
        }
    for (uint32_t i = 0; !asked && i < m->plan.names.count; i++) {
        struct wire_span text;
        char tag[256];

        if (wire_read_str(&r, &text, NULL) < 0)
            break;
        if (plan_tag(text, tag) && !images_tag_taken(s, tag, m->digest) && give_tag(m, tag, e) < 0) {
            if (e->code != ERR_INVALID)
                return -1;
            *e = (struct err)ERR_NONE;  /* a name that is none here: nobody asked for it */
        }
    }
    return 0;
}

void import_record(struct import *m, struct image_record *r)
{
    struct imaged *self = m->self;
    struct err e = ERR_NONE;
    struct wire_writer tags;
    struct known *k;

    m->phase = RECORDING;
    r->image.source = wire_text(m->upload ? "(uploaded)" : m->source);
    r->image.created_ns = (uint64_t)clock_wall_ns();
    r->has_stamp = !m->upload && m->stamp[0];
    r->stamp = wire_text(m->stamp);
    str_fmt(m->digest, sizeof m->digest, "%s", r->image.digest.text);
    if (imaged_is_removing(self, "image", m->digest)) {
        import_fail(m, ERR_UNAVAILABLE, "is just being removed, try again");
        return;
    }
    m->was_known = images_get(self->images, m->digest) != NULL;
    k = fault_at("imaged.publish") ? (err_sys(&e, "image"), NULL) : images_put(self->images, r, &e);
    if (!k || give_tags(m, &e) < 0) {
        if (k)
            take_back(m);
        import_fail(m, e.code, e.text);
        return;
    }
    if (r->has_stamp)
        images_remember(self->images, m->source, m->stamp, m->digest);
    log_info("imported", "%s: %s, %llu layers, %llu entries, %llu bytes", m->source, m->digest, (unsigned long long)r->image.layers,
             (unsigned long long)r->image.entries, (unsigned long long)r->image.bytes);
    ask_store_image(self->actor, &(struct store_image){ .record = images_describe(self->images, k, &tags) }, (struct about){ .number = m->number }, on_recorded);
    wire_writer_done(&tags);
}

/* ---------------------------------------------------------------- a root filesystem */

static int repair_layer(struct import *m, const char *layer, struct err *e)
{
    auto_fd int dir = openat(images_layers_fd(m->self->images), layer, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    char busybox[1100];
    struct stat st;

    str_fmt(busybox, sizeof busybox, "%s/repair/busybox", actor_options(m->self->actor)->share_dir);
    if (dir < 0)
        return err_sys(e, "layer");
    if (fstatat(dir, "repair", &st, AT_SYMLINK_NOFOLLOW) == 0)
        return 1;                       /* of the same layer, before */
    return repair_make(dir, busybox, e);
}

/* Manifest and configuration of our own making: the same archive gives the same. */
static void finish_rootfs(struct import *m, const struct report *r)
{
    struct images *s = m->self->images;
    struct image_record record_of = { 0 };
    struct err e = ERR_NONE;
    uint64_t bytes, entries;
    int repaired;

    plan_rootfs(&m->plan, r, m->platform);
    m->layers = xalloc(sizeof *m->layers);
    m->layer_count = 1;
    m->layers[0] = (struct layer_work){ .import = m, .from_fd = -1, .layer = m->plan.first };
    import_each_of_plan(m, images_hold);
    m->held = true;
    repaired = images_has_layer(s, r->diff, &bytes, &entries) ? repair_layer(m, r->diff, &e) : repair_layer(m, m->tmp, &e);
    if (repaired < 0 || images_publish_layer(s, m->tmp, r->diff, r->bytes, r->entries, &e) < 0 ||
        images_publish_blob(s, m->tmp_blob, -1, r->blob, &e) < 0 || plan_write(&m->plan, s, &e) < 0) {
        import_fail(m, e.code, e.text);
        return;
    }
    m->tmp[0] = m->tmp_blob[0] = '\0';
    record_of = m->plan.record;
    record_of.image.repaired = (uint64_t)repaired;
    import_record(m, &record_of);
}

/* ---------------------------------------------------------------- workers */

int import_working(struct imaged *self)
{
    struct map_iter it = map_iter(self->imports);
    struct import *m;
    int n = 0;

    while ((m = map_next(&it, NULL))) {
        n += m->worker != NULL && m->phase != FETCHING;     /* those wait for a network, and have a bound of their own */
        for (uint32_t i = 0; i < m->layer_count; i++)
            n += m->layers[i].worker != NULL;
    }
    return n;
}

int import_make_room(struct imaged *self, bool keep, char tmp[40], char tmp_blob[40], int *out_root, int *out_blob, struct err *e)
{
    auto_fd int dir = -1;
    unsigned long long n = ++self->counter;

    *out_root = *out_blob = -1;
    str_fmt(tmp, 40, ".unpack-%llu", n);
    dir = fd_make_dir(images_layers_fd(self->images), tmp, 0700);
    *out_root = dir < 0 ? -1 : fd_make_dir(dir, "root", 0755);
    if (*out_root < 0)
        return err_sys(e, "making a layer");
    if (!keep)
        return 0;
    str_fmt(tmp_blob, 40, ".blob-%llu", n);
    *out_blob = openat(images_blobs_fd(self->images), tmp_blob, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    return *out_blob < 0 ? err_sys(e, "making a blob") : 0;
}

struct worker *imaged_unpack(struct imaged *self, int from, int root, int blob, uint64_t total, const char *what, worker_fn fn, void *arg, struct err *e)
{
    char size[24];
    const char *argv[] = { size, what, NULL };

    str_fmt(size, sizeof size, "%llu", (unsigned long long)total);
    return imaged_work(self, (struct worker_start){ .program = "quilt-unpack", .argv = argv, .fds = { from, root, blob }, .fd_count = 3, .fn = fn, .arg = arg }, e);
}

/* ---------------------------------------------------------------- EXTRACTING */

static bool has_file(int dir, const char *name)
{
    struct stat st;

    return fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode);
}

static void take_layout(struct import *m)
{
    struct err e = ERR_NONE;
    char root[60];

    str_fmt(root, sizeof root, "%s/root", m->tmp);
    m->layout_fd = openat(images_layers_fd(m->self->images), root, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    m->owned = true;
    if (m->layout_fd >= 0 && !has_file(m->layout_fd, "index.json") && !has_file(m->layout_fd, "manifest.json")) {
        import_fail(m, ERR_INVALID, m->format == IMAGE_FORMAT_LAYOUT ? "neither an OCI layout (index.json) nor a docker archive (manifest.json)"
                                                                     : "begins as an image layout does, and has neither index.json nor manifest.json; format rootfs takes its files as they are");
        return;
    }
    if (m->layout_fd < 0 || layout_read(m, &e) < 0)
        import_fail(m, e.code ? e.code : ERR_FAILED, e.text);
}

static void on_extracted(void *arg, const struct report *r)
{
    struct import *m = arg;

    if (r->type == REPORT_PROGRESS)
        m->done_bytes = r->done_bytes;
    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    m->worker = NULL;
    if (r->type == REPORT_FAILED)
        import_fail(m, (int)r->code, r->text);
    else if (m->format == IMAGE_FORMAT_LAYOUT || (m->format == IMAGE_FORMAT_AUTO && r->flags & UNPACK_LAYOUT))
        take_layout(m);
    else
        finish_rootfs(m, r);
}

static int extract(struct import *m, struct err *e)
{
    auto_fd int root = -1, blob = -1;

    m->phase = EXTRACTING;
    if (import_make_room(m->self, m->format != IMAGE_FORMAT_LAYOUT, m->tmp, m->tmp_blob, &root, &blob, e) < 0)
        return -1;
    m->worker = imaged_unpack(m->self, m->file_fd, root, blob, m->total_bytes, m->format == IMAGE_FORMAT_AUTO ? "guess" : "files", on_extracted, m, e);
    return m->worker ? 0 : -1;
}

/* ---------------------------------------------------------------- whose turn it is */

static int fetching(const struct imaged *self)
{
    struct map_iter it = map_iter(self->imports);
    struct import *m;
    int n = 0;

    while ((m = map_next(&it, NULL)))
        n += m->phase == FETCHING;
    return n;
}

/* True: something has ended, and what was looked at may be no more. */
static bool pump_once(struct imaged *self)
{
    struct map_iter it = map_iter(self->imports);
    struct import *m;

    while ((m = map_next(&it, NULL))) {
        struct err e = ERR_NONE;

        if (m->phase == LAYERING && layers_advance(m))
            return true;
        if (m->phase != QUEUED || (m->from ? fetching(self) >= FETCHES_MAX : import_working(self) >= WORKERS_MAX))
            continue;
        if ((m->from ? pull_begin(m, &e) : m->layout_fd >= 0 ? layout_read(m, &e) : extract(m, &e)) < 0) {
            import_fail(m, e.code, e.text);
            return true;
        }
    }
    return false;
}

void import_pump(struct imaged *self)
{
    if (!self->cleaned)
        return;
    while (pump_once(self))
        ;
}

/* ---------------------------------------------------------------- its beginning */

/* What changes when a file's content may have. */
static void stamp_of(const struct stat *st, char out[160])
{
    str_fmt(out, 160, "%llu.%llu.%lld.%lld.%ld.%lld.%ld", (unsigned long long)st->st_dev, (unsigned long long)st->st_ino, (long long)st->st_size,
            (long long)st->st_mtim.tv_sec, st->st_mtim.tv_nsec, (long long)st->st_ctim.tv_sec, st->st_ctim.tv_nsec);
}

/* A file, or the directory of a layout, whose index says when it changed. */
static int open_source(const char *path, struct stat *st, bool *out_layout, struct err *e)
{
    auto_fd int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

    if (fd < 0 && errno == ENOENT)
        return err_set(e, ERR_NOT_FOUND, "image %s: no such file", path);
    if (fd < 0 || fstat(fd, st) < 0)
        return err_sys(e, "image %s", path);
    *out_layout = S_ISDIR(st->st_mode);
    if (!*out_layout && !S_ISREG(st->st_mode))
        return err_set(e, ERR_INVALID, "image %s: neither a regular file nor a directory", path);
    if (*out_layout && fstatat(fd, "index.json", st, AT_SYMLINK_NOFOLLOW) < 0 && fstatat(fd, "manifest.json", st, AT_SYMLINK_NOFOLLOW) < 0)
        return err_set(e, ERR_INVALID, "image %s: a directory, but not a regular file or an image layout: neither index.json nor manifest.json is in it", path);
    return steal_fd(&fd);
}

handled import_join(struct import *m, struct request *req, const char *tag)
{
    struct waiter *w = &m->waiters[m->waiter_count];

    if (m->waiter_count == WAITERS_MAX)
        return request_error(req, ERR_EXHAUSTED, "image %s: too many requests wait for it", m->source);
    w->request = request_number(req);
    str_fmt(w->tag, sizeof w->tag, "%s", tag);
    m->waiter_count++;
    return HANDLED_LATER;
}

struct import *import_new(struct imaged *self, const char *key, const struct import_wish *wish, const struct stat *st, int fd, bool layout)
{
    struct import *m = xalloc(sizeof *m);

    m->self = self;
    m->number = ++self->counter;
    m->key = xstrdup(key);
    m->source = xstrdup(wish->path);
    m->ref = xstrdup(wish->ref);
    str_fmt(m->platform, sizeof m->platform, "%s", wish->platform);
    m->format = wish->format;
    m->upload = wish->upload;
    m->file_fd = layout ? -1 : fd;
    m->layout_fd = layout ? fd : -1;
    m->plan_fd = m->auth_fd = m->ca_fd = -1;
    m->total_bytes = (uint64_t)st->st_size;
    if (!*wish->ref && !*wish->platform && wish->format == IMAGE_FORMAT_AUTO)
        stamp_of(st, m->stamp);
    map_put(self->imports, m->key, m);
    return m;
}

/* The same file as it was when its image came. */
static bool answer_known(struct imaged *self, const struct import_wish *wish, const char *stamp, struct request *req)
{
    struct known *k = images_from(self->images, wish->path, stamp);
    struct wire_reader layers = wire_reader(k ? k->record.layers.items : (struct wire_span){ 0 });
    uint64_t bytes, entries;

    if (!k || *wish->tag || *wish->ref || *wish->platform || wish->format != IMAGE_FORMAT_AUTO || wish->upload)
        return false;
    for (uint32_t i = 0; i < k->record.layers.count; i++) {
        struct image_layer l;

        if (image_layer_read(&layers, &l, NULL) < 0 || !images_has_layer(self->images, l.diff.text, &bytes, &entries) || !images_has_blob(self->images, l.blob.text))
            return false;               /* damaged: it is unpacked again */
    }
    imaged_answer(req, self, k);
    return true;
}

handled import_begin(struct imaged *self, const struct import_wish *wish, struct request *req)
{
    struct err e = ERR_NONE;
    struct platform p;
    struct stat st;
    bool layout = false;
    auto_fd int fd = platform_parse(wish->platform, &p, &e) < 0 ? -1 : open_source(wish->path, &st, &layout, &e);
    char stamp[160];
    auto_free char *key = NULL;
    struct import *m;
    size_t room = strlen(wish->path) + strlen(wish->ref) + strlen(wish->platform) + sizeof stamp + 8;
    handled h;

    if (fd < 0)
        return request_fail(req, &e);
    stamp_of(&st, stamp);
    if (answer_known(self, wish, stamp, req))
        return (handled){ 1 };
    key = xalloc(room);
    str_fmt(key, room, "%s\n%s\n%s\n%s\n%d", wish->path, stamp, wish->ref, wish->platform, (int)wish->format);
    m = map_get(self->imports, key);
    if (m && (m->phase != RECORDING || !*wish->tag))
        return import_join(m, req, wish->tag);
    if (m || map_count(self->imports) >= IMPORTS_MAX)
        return request_error(req, m ? ERR_UNAVAILABLE : ERR_EXHAUSTED, "image %s: %s", wish->path, m ? "is just being recorded, try again" : "too many images are on their way, try again");
    m = import_new(self, key, wish, &st, steal_fd(&fd), layout);
    h = import_join(m, req, wish->tag);
    import_pump(self);
    return h;
}

uint32_t import_progress(struct imaged *self, struct wire_writer *items)
{
    struct map_iter it = map_iter(self->imports);
    struct import *m;
    uint32_t count = 0;

    while ((m = map_next(&it, NULL))) {
        const char *name = m->upload ? "(uploaded)" : m->source;

        if (m->phase == FETCHING)
            count = pull_progress(m, items, count);
        else if (m->phase <= EXTRACTING && count < 500) {
            progress_write(items, &(struct progress){ .source = wire_text(name), .what = { "unpacking" }, .done_bytes = m->done_bytes, .total_bytes = m->total_bytes });
            count++;
        }
        for (uint32_t i = 0; i < m->layer_count && count < 500; i++)
            if (m->layers[i].worker) {
                progress_write(items, &(struct progress){ .source = wire_text(name), .has_layer = true, .layer = m->layers[i].layer.blob, .what = { "unpacking" },
                                                          .done_bytes = m->layers[i].done_bytes, .total_bytes = m->layers[i].total_bytes });
                count++;
            }
    }
    return count;
}

void imports_stop(struct imaged *self)
{
    struct map_iter it = map_iter(self->imports);
    struct import *m;

    while ((m = map_next(&it, NULL)))
        import_free(m);
}
