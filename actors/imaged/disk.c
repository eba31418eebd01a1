/*
 * disk - what takes how much, and whether what is on the disk is what is known.
 *
 *     disk.usage --store.inventory--> quilt-measure --each thing--> answered
 *     disk.check --store.inventory--> compared [--> quilt-measure blobs] --> answered
 *
 * What is on its way (.unpack-, .blob-, .tmp-, trash-) belongs to somebody while something is on its
 * way, and is stray when nothing is.
 */
#include "actors/imaged/imaged.h"
#include "base/auto.h"
#include "base/clock.h"
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
#include <sys/statvfs.h>
#include <unistd.h>

#define ITEMS_MAX 8000u
#define FINDINGS_MAX 1000u
#define YOUNG_S 5

struct disk_work {
    struct imaged *self;
    uint64_t request;
    struct worker *worker;
    struct wire_writer items;           /* struct disk_use, or struct finding */
    uint32_t count;
    uint64_t checked;
    uint8_t *inventory_bytes;
    struct store_inventory_reply inventory;
    bool mend, deep, check;
};

static bool among(const struct wire_list *names, const char *name)
{
    struct wire_reader r = wire_reader(names->items);
    struct wire_span one;

    for (uint32_t i = 0; i < names->count; i++)
        if (wire_read_str(&r, &one, NULL) == 0 && wire_is(&one, name))
            return true;
    return false;
}

static void work_free(struct disk_work *d)
{
    map_remove(d->self->disk_works, map_key(d->request, (char[24]){ 0 }));
    worker_stop(steal(d->worker));
    wire_writer_done(&d->items);
    free(d->inventory_bytes);
    free(d);
}

static void work_fail(struct disk_work *d, int code, const char *text)
{
    struct request *req = request_find(d->self->actor, d->request);

    if (req)
        request_error(req, code, "%s", text);
    work_free(d);
}

/* ---------------------------------------------------------------- usage */

static void add_use(struct disk_work *d, const char *kind, const char *name, uint64_t bytes, uint64_t files, bool used)
{
    struct disk_use u = { .name = wire_text(name), .bytes = bytes, .files = files, .used = used };

    if (d->count >= ITEMS_MAX || d->items.len > 900000)
        return;
    str_fmt(u.kind.text, sizeof u.kind.text, "%.60s", kind);
    disk_use_write(&d->items, &u);
    d->count++;
}

static bool is_used(const struct disk_work *d, const char *kind, const char *name)
{
    const struct store_inventory_reply *i = &d->inventory;

    return !strcmp(kind, "container") ? among(&i->running, name) : !strcmp(kind, "volume") ? among(&i->used_volumes, name) : !strcmp(kind, "snapshot");
}

static void add_images(struct disk_work *d, struct disk_usage_reply *out)
{
    struct known *k;
    void *at = NULL;

    while ((k = images_next(d->self->images, &at)))
        add_use(d, "image", k->record.image.digest.text, images_own_bytes(d->self->images, k), k->record.image.entries, among(&d->inventory.used_images, k->record.image.digest.text));
    images_totals(d->self->images, &out->layer_bytes, &out->blob_bytes);
}

static void answer_usage(struct disk_work *d)
{
    struct request *req = request_find(d->self->actor, d->request);
    struct disk_usage_reply reply = { 0 };
    struct statvfs fs;

    if (req) {
        add_images(d, &reply);
        reply.items = wire_list_of(&d->items, d->count);
        reply.free_bytes = fstatvfs(d->self->state_fd, &fs) == 0 ? (uint64_t)fs.f_bavail * fs.f_frsize : 0;
        reply_disk_usage(req, &reply);
    }
    work_free(d);
}

static void on_measured(void *arg, const struct report *r)
{
    struct disk_work *d = arg;
    char kind[64];
    const char *name = strchr(r->text, ' ');

    if (r->type == REPORT_FOUND && name && name - r->text < 60) {
        str_fmt(kind, sizeof kind, "%.*s", (int)(name - r->text), r->text);
        add_use(d, kind, name + 1, r->bytes, r->entries, is_used(d, kind, name + 1));
        return;
    }
    if (r->type == REPORT_PROGRESS || r->type == REPORT_FOUND)
        return;
    d->worker = NULL;
    if (r->type == REPORT_FAILED)
        work_fail(d, (int)r->code, r->text);
    else
        answer_usage(d);
}

/* ---------------------------------------------------------------- check */

static void find(struct disk_work *d, const char *what, const char *name, const char *text, bool mended)
{
    struct finding f = { .name = wire_text(name), .text = wire_text(text), .mended = mended };

    if (d->count >= FINDINGS_MAX)
        return;
    str_fmt(f.what.text, sizeof f.what.text, "%s", what);
    finding_write(&d->items, &f);
    d->count++;
    log_warn("disk_finding", "%s: %s%s", name, text, mended ? " (mended)" : "");
}

/* Nothing of ours is on its way, so that what looks so was left. */
static bool is_quiet(const struct imaged *self)
{
    return !map_count(self->imports) && !map_count(self->takings);
}

static bool put_right(struct disk_work *d, int dir, const char *name)
{
    return d->mend && (imaged_put_away(d->self, dir, name, d->self->snapshots_fd) == 0 || unlinkat(dir, name, 0) == 0);
}

typedef bool (*known_fn)(struct disk_work *d, const char *name);

/* One that was made since the store was asked, or is being removed, is not stray. */
static bool is_young(const struct disk_work *d, const char *dir, const char *name)
{
    char path[300];
    struct stat st;

    str_fmt(path, sizeof path, "%s/%.255s", dir, name);
    return fstatat(d->self->state_fd, path, &st, AT_SYMLINK_NOFOLLOW) < 0 || st.st_ctim.tv_sec + YOUNG_S > clock_wall_ns() / 1000000000;
}

/* What somebody may still want is never put away: the store is told of it, if it can be read. */
static bool look_at_kept(struct disk_work *d, const char *dir, const char *name, const char *path)
{
    char kind[20];

    if (name[0] == '.' || (strcmp(dir, "volumes") && strcmp(dir, "secrets") && strcmp(dir, "snapshots")))
        return false;
    str_fmt(kind, sizeof kind, "%.*s", (int)strlen(dir) - 1, dir);
    if (volume_is_readable(d->self, kind, name))
        find(d, "unknown", path, "the store does not know it", d->mend);
    else
        find(d, "stray", path, "what it is cannot be read: it stays, look at it", false);
    return true;
}

/* Each name of a directory is one that is known, or on its way. */
static void look_at(struct disk_work *d, const char *dir, known_fn known)
{
    int fd = openat(d->self->state_fd, dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
    auto_dir DIR *dd = fd < 0 ? NULL : fdopendir(fd);
    struct dirent *ent;
    char name[400];

    while (dd && (ent = readdir(dd))) {
        if (!strcmp(ent->d_name, ".") || !strcmp(ent->d_name, "..") || str_starts(ent->d_name, "trash-"))
            continue;
        d->checked++;
        if (known(d, ent->d_name) || (ent->d_name[0] == '.' && !is_quiet(d->self)))
            continue;
        str_fmt(name, sizeof name, "%s/%.255s", dir, ent->d_name);
        if (!look_at_kept(d, dir, ent->d_name, name))
            find(d, "stray", name, "nobody knows it", put_right(d, dirfd(dd), ent->d_name));
    }
}

static bool knows_layer(struct disk_work *d, const char *name)
{
    return images_holds(d->self->images, true, name);
}

static bool knows_blob(struct disk_work *d, const char *name)
{
    return images_holds(d->self->images, false, name);
}

static bool knows_image(struct disk_work *d, const char *name)
{
    return !strcmp(name, "tags") || images_get(d->self->images, name) != NULL;
}

static bool knows_volume(struct disk_work *d, const char *name)
{
    return among(&d->inventory.volumes, name) || is_young(d, "volumes", name);
}

static bool knows_secret(struct disk_work *d, const char *name)
{
    return among(&d->inventory.secrets, name) || is_young(d, "secrets", name);
}

static bool knows_snapshot(struct disk_work *d, const char *name)
{
    return among(&d->inventory.snapshots, name) || (name[0] != '.' && is_young(d, "snapshots", name));
}

static bool knows_container(struct disk_work *d, const char *name)
{
    return among(&d->inventory.containers, name) || !is_quiet(d->self) || is_young(d, "containers", name);
}

static void look_for(struct disk_work *d, const struct wire_list *names, const char *dir, const char *what)
{
    struct wire_reader r = wire_reader(names->items);
    struct wire_span one;
    struct stat st;
    char path[400];

    for (uint32_t i = 0; i < names->count && wire_read_str(&r, &one, NULL) == 0; i++) {
        d->checked++;
        str_fmt(path, sizeof path, "%s/%.*s", dir, (int)(one.len < 255 ? one.len : 255), (const char *)one.data);
        if (fstatat(d->self->state_fd, path, &st, AT_SYMLINK_NOFOLLOW) < 0)
            find(d, "missing", path, what, false);
    }
}

static void look_at_images(struct disk_work *d)
{
    struct known *k;
    void *at = NULL;

    while ((k = images_next(d->self->images, &at))) {
        struct wire_reader r = wire_reader(k->record.layers.items);
        struct image_layer l;
        char path[120];
        struct stat st;

        d->checked++;
        if (!among(&d->inventory.images, k->record.image.digest.text))
            find(d, "unknown", k->record.image.digest.text, "the store does not know this image", d->mend);
        for (uint32_t i = 0; i < k->record.layers.count && image_layer_read(&r, &l, NULL) == 0; i++) {
            str_fmt(path, sizeof path, "layers/%s/root", l.diff.text);
            if (fstatat(d->self->state_fd, path, &st, AT_SYMLINK_NOFOLLOW) < 0) {
                images_lost(d->self->images, true, l.diff.text);
                find(d, "missing", path, "an image needs this layer: import it again", false);
            }
            str_fmt(path, sizeof path, "blobs/sha256/%s", l.blob.text);
            if (fstatat(d->self->state_fd, path, &st, AT_SYMLINK_NOFOLLOW) < 0 || (uint64_t)st.st_size != l.blob_bytes) {
                images_lost(d->self->images, false, l.blob.text);
                find(d, "missing", path, "an image needs this blob, whole, to be saved or pushed: import it again", false);
            }
        }
    }
}

static void answer_check(struct disk_work *d)
{
    struct request *req = request_find(d->self->actor, d->request);

    if (d->mend && d->count)
        imaged_tell_all(d->self);
    if (req)
        reply_disk_check(req, &(struct disk_check_reply){ .findings = wire_list_of(&d->items, d->count), .checked = d->checked });
    work_free(d);
}

static void on_hashed(void *arg, const struct report *r)
{
    struct disk_work *d = arg;
    char name[300];

    if (r->type == REPORT_FOUND) {
        const char *digest = str_starts(r->text, "blob ") ? r->text + 5 : r->text;

        images_lost(d->self->images, false, digest);
        str_fmt(name, sizeof name, "blobs/sha256/%.250s", digest);
        find(d, "damaged", name, "its bytes have another digest: import its images again", d->mend && unlinkat(images_blobs_fd(d->self->images), digest, 0) == 0);
    }
    if (r->type == REPORT_FOUND || r->type == REPORT_PROGRESS)
        return;
    d->worker = NULL;
    if (r->type == REPORT_FAILED)
        work_fail(d, (int)r->code, r->text);
    else
        answer_check(d);
}

static int measure(struct disk_work *d, const char *what, worker_fn fn, struct err *e)
{
    const char *argv[] = { what, NULL };

    d->worker = imaged_work(d->self, (struct worker_start){ .program = "quilt-measure", .argv = argv, .fds = { d->self->state_fd }, .fd_count = 1, .fn = fn, .arg = d }, e);
    return d->worker ? 0 : -1;
}

static int check(struct disk_work *d, struct err *e)
{
    look_at_images(d);
    look_at(d, "images", knows_image);
    look_at(d, "layers", knows_layer);
    look_at(d, "blobs/sha256", knows_blob);
    look_at(d, "volumes", knows_volume);
    look_at(d, "secrets", knows_secret);
    look_at(d, "snapshots", knows_snapshot);
    look_at(d, "containers", knows_container);
    look_for(d, &d->inventory.images, "images", "the store knows this image");
    look_for(d, &d->inventory.volumes, "volumes", "the store knows this volume");
    look_for(d, &d->inventory.secrets, "secrets", "the store knows this secret");
    look_for(d, &d->inventory.snapshots, "snapshots", "the store knows this snapshot");
    if (d->deep)
        return measure(d, "blobs", on_hashed, e);
    answer_check(d);
    return 0;
}

/* ---------------------------------------------------------------- asked */

static void on_inventory(void *arg, const struct about *about, const struct store_inventory_reply *reply, const struct err *failed)
{
    struct imaged *self = arg;
    struct disk_work *d = map_get(self->disk_works, map_key(about->number, (char[24]){ 0 }));
    struct wire_writer copy;
    struct wire_reader r;
    struct err e = ERR_NONE;

    if (!d)
        return;
    if (failed) {
        work_fail(d, failed->code, failed->text);
        return;
    }
    wire_writer_init(&copy);            /* the reply ends with this call */
    store_inventory_reply_write(&copy, reply);
    d->inventory_bytes = copy.data;
    r = wire_reader(wire_written(&copy));
    must(store_inventory_reply_read(&r, &d->inventory, NULL) == 0);
    if ((d->check ? check(d, &e) : measure(d, "usage", on_measured, &e)) < 0)
        work_fail(d, e.code, e.text);
}

static struct disk_work *begin(struct imaged *self, struct request *req)
{
    struct disk_work *d = xalloc(sizeof *d);

    d->self = self;
    d->request = request_number(req);
    wire_writer_init(&d->items);
    map_put(self->disk_works, map_key(d->request, (char[24]){ 0 }), d);
    ask_store_inventory(self->actor, &(struct store_inventory){}, (struct about){ .number = d->request }, on_inventory);
    return d;
}

handled on_disk_usage(struct imaged *self, const struct disk_usage *m, struct request *req)
{
    (void)m;
    begin(self, req);
    return HANDLED_LATER;
}

handled on_disk_check(struct imaged *self, const struct disk_check *m, struct request *req)
{
    struct disk_work *d = begin(self, req);

    d->check = true;
    d->mend = m->mend;
    d->deep = m->deep;
    return HANDLED_LATER;
}

void disk_works_stop(struct imaged *self)
{
    struct map_iter it = map_iter(self->disk_works);
    struct disk_work *d;

    while ((d = map_next(&it, NULL)))
        work_free(d);
    map_free(self->disk_works);
}
