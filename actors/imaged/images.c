#include "actors/imaged/images.h"

#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct held {
    uint32_t holders;
    bool there;
    uint64_t bytes, entries;
};

struct images {
    int images_fd, layers_fd, blobs_fd;
    struct map *known;                  /* digest -> struct known, owned */
    struct map *tags;                   /* tag -> struct known */
    struct map *sources;                /* "path\nstamp" -> struct known */
    struct map *layers, *blobs;         /* digest -> struct held, owned */
    void (*trash_made)(void *arg);
    void *arg;
    uint64_t trash;
    bool unsaved;                       /* the tags on the disk are not these */
    int unreadable;                     /* errno of what could not be read at the start */
};

int images_layers_fd(const struct images *s)
{
    return s->layers_fd;
}

int images_blobs_fd(const struct images *s)
{
    return s->blobs_fd;
}

/* ---------------------------------------------------------------- layers and blobs */

static struct held *held(struct map *m, const char *digest)
{
    struct held *h = map_get(m, digest);

    if (!h) {
        h = xalloc(sizeof *h);
        map_put(m, digest, h);
    }
    return h;
}

void images_discard(struct images *s, const char *name)
{
    char trash[160];

    str_fmt(trash, sizeof trash, "trash-%lld-%llu", (long long)clock_boot_ns(), (unsigned long long)++s->trash);
    if (renameat(s->layers_fd, name, s->layers_fd, trash) == 0)
        s->trash_made(s->arg);
    else if (errno != ENOENT)
        log_error("discard_failed", "layers/%s: %s", name, strerror(errno));
}

void images_hold(struct images *s, bool layer, const char *digest)
{
    held(layer ? s->layers : s->blobs, digest)->holders++;
}

void images_release(struct images *s, bool layer, const char *digest)
{
    struct map *m = layer ? s->layers : s->blobs;
    struct held *h = map_get(m, digest);

    must(h && h->holders);
    if (--h->holders)
        return;
    if (h->there && layer)
        images_discard(s, digest);
    else if (h->there && unlinkat(s->blobs_fd, digest, 0) < 0 && errno != ENOENT)
        log_error("discard_failed", "blobs/%s: %s", digest, strerror(errno));
    free(map_remove(m, digest));
}

bool images_has_layer(const struct images *s, const char *diff, uint64_t *out_bytes, uint64_t *out_entries)
{
    const struct held *h = map_get(s->layers, diff);

    if (!h || !h->there)
        return false;
    *out_bytes = h->bytes;
    *out_entries = h->entries;
    return true;
}

bool images_has_blob(const struct images *s, const char *blob)
{
    const struct held *h = map_get(s->blobs, blob);

    return h && h->there;
}

void images_lost(struct images *s, bool layer, const char *digest)
{
    struct held *h = map_get(layer ? s->layers : s->blobs, digest);

    if (h && h->there)
        log_error("image_incomplete", "%s %s is not there whole any more", layer ? "layer" : "blob", digest);
    if (h)
        h->there = false;
}

int images_publish_layer(struct images *s, const char *tmp, const char *diff, uint64_t bytes, uint64_t entries, struct err *e)
{
    struct held *h = map_get(s->layers, diff);

    must(h && h->holders);
    if (h->there) {                     /* somebody was faster */
        images_discard(s, tmp);
        return 0;
    }
    images_discard(s, diff);            /* what is left of a damaged one */
    if (renameat(s->layers_fd, tmp, s->layers_fd, diff) < 0 || fsync(s->layers_fd) < 0)
        return err_sys(e, "layer %s", diff);
    h->there = true;
    h->bytes = bytes;
    h->entries = entries;
    return 0;
}

static int link_fd(struct images *s, int fd, const char *blob)
{
    char path[40];

    str_fmt(path, sizeof path, "/proc/self/fd/%d", fd);
    if (fchown(fd, 0, 0) < 0 || fchmod(fd, 0600) < 0)
        return -1;
    if (linkat(AT_FDCWD, path, s->blobs_fd, blob, AT_SYMLINK_FOLLOW) == 0)
        return 0;
    /* a damaged one, or one that was left */
    return errno != EEXIST || unlinkat(s->blobs_fd, blob, 0) < 0 ? -1 : linkat(AT_FDCWD, path, s->blobs_fd, blob, AT_SYMLINK_FOLLOW);
}

int images_publish_blob(struct images *s, const char *tmp, int fd, const char *blob, struct err *e)
{
    struct held *h = map_get(s->blobs, blob);

    must(h && h->holders);
    if (h->there) {
        if (tmp)
            unlinkat(s->blobs_fd, tmp, 0);
        return 0;
    }
    if ((tmp ? renameat(s->blobs_fd, tmp, s->blobs_fd, blob) : link_fd(s, fd, blob)) < 0 || fsync(s->blobs_fd) < 0)
        return err_sys(e, "blob %s", blob);
    h->there = true;
    return 0;
}

int images_write_blob(struct images *s, const char *blob, struct wire_span bytes, struct err *e)
{
    struct held *h = map_get(s->blobs, blob);

    must(h && h->holders);
    if (!h->there && fd_replace_file(s->blobs_fd, blob, bytes.data, bytes.len, 0600) < 0)
        return err_sys(e, "blob %s", blob);
    h->there = true;
    return 0;
}

int images_open_blob(const struct images *s, const char *blob, struct err *e)
{
    int fd = openat(s->blobs_fd, blob, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

    return fd < 0 ? err_sys(e, "blob %s", blob) : fd;
}

/* ---------------------------------------------------------------- what an image holds */

static void each_held(struct images *s, const struct image_record *r, void (*fn)(struct images *, bool, const char *))
{
    struct wire_reader at = wire_reader(r->layers.items);

    fn(s, false, r->image.digest.text);
    fn(s, false, r->image.config_digest.text);
    for (uint32_t i = 0; i < r->layers.count; i++) {
        struct image_layer l;

        must(image_layer_read(&at, &l, NULL) == 0);
        fn(s, true, l.diff.text);
        fn(s, false, l.blob.text);
    }
}

/* A broken one keeps what is left of it: it can be imported again. */
static void know_layers(struct images *s, const struct image_record *r)
{
    struct wire_reader at = wire_reader(r->layers.items);

    for (uint32_t i = 0; i < r->layers.count; i++) {
        struct image_layer l;
        struct held *h;

        must(image_layer_read(&at, &l, NULL) == 0);
        h = held(s->layers, l.diff.text);
        h->bytes = l.bytes;
        h->entries = l.entries;
    }
}

static uint64_t loosen(struct map *held_by, struct map *counts, char kind, const char *digest, uint64_t bytes)
{
    const struct held *h = map_get(held_by, digest);
    uintptr_t count;
    char key[80];

    str_fmt(key, sizeof key, "%c%s", kind, digest);
    count = (uintptr_t)map_get(counts, key) + 1;
    map_put(counts, key, (void *)count);
    return h && h->holders == count ? bytes : 0;
}

uint64_t images_loosen(const struct images *s, const struct known *k, struct map *counts)
{
    struct wire_reader at = wire_reader(k->record.layers.items);
    uint64_t sum = k->record.manifest_bytes + k->record.config_bytes;

    for (uint32_t i = 0; i < k->record.layers.count; i++) {
        struct image_layer l;

        must(image_layer_read(&at, &l, NULL) == 0);
        sum += loosen(s->layers, counts, 'l', l.diff.text, l.bytes) + loosen(s->blobs, counts, 'b', l.blob.text, l.blob_bytes);
    }
    return sum;
}

uint64_t images_own_bytes(const struct images *s, const struct known *k)
{
    struct map *counts = map_new();
    uint64_t bytes = images_loosen(s, k, counts);

    map_free(counts);
    return bytes;
}

bool images_holds(const struct images *s, bool layer, const char *digest)
{
    const struct held *h = map_get(layer ? s->layers : s->blobs, digest);

    return h && h->holders;
}

void images_totals(const struct images *s, uint64_t *out_layers, uint64_t *out_blobs)
{
    struct map_iter it = map_iter(s->layers);
    const struct held *h;
    const char *digest;
    struct stat st;

    *out_layers = *out_blobs = 0;
    while ((h = map_next(&it, NULL)))
        *out_layers += h->there ? h->bytes : 0;
    for (it = map_iter(s->blobs); (h = map_next(&it, &digest));)
        *out_blobs += h->there && fstatat(s->blobs_fd, digest, &st, AT_SYMLINK_NOFOLLOW) == 0 ? (uint64_t)st.st_size : 0;
}

/* ---------------------------------------------------------------- finding */

struct known *images_get(const struct images *s, const char *digest)
{
    return map_get(s->known, digest);
}

const char *images_tag_of(const struct images *s, const char *ref)
{
    static char latest[300];

    if (map_get(s->tags, ref))
        return ref;
    if (strlen(ref) > 250 || strchr(strrchr(ref, '/') ? strrchr(ref, '/') : ref, ':'))
        return NULL;
    str_fmt(latest, sizeof latest, "%s:latest", ref);
    return map_get(s->tags, latest) ? latest : NULL;
}

struct known *images_find(const struct images *s, const char *ref, struct err *e)
{
    const char *tag = images_tag_of(s, ref), *hex = str_starts(ref, "sha256:") ? ref + 7 : ref;
    struct map_iter it = map_iter(s->known);
    struct known *k, *hit = NULL;
    size_t len = strlen(hex);

    if (tag)
        return map_get(s->tags, tag);
    while (len >= 12 && (k = map_next(&it, NULL))) {
        if (strncmp(k->record.image.digest.text, hex, len) && strncmp(k->record.image.config_digest.text, hex, len))
            continue;
        if (hit) {
            err_set(e, ERR_INVALID, "image %s: the beginning of several digests", ref);
            return NULL;
        }
        hit = k;
    }
    if (!hit)
        err_set(e, ERR_NOT_FOUND, "image %s: neither a tag nor a digest that is known; a path begins with '/'", ref);
    return hit;
}

bool images_tag_taken(const struct images *s, const char *tag, const char *other_than)
{
    const struct known *k = map_get(s->tags, tag);

    return k && strcmp(k->record.image.digest.text, other_than);
}

static char *source_key(const char *path, const char *stamp)
{
    char *key = xalloc(strlen(path) + strlen(stamp) + 2);

    sprintf(key, "%s\n%s", path, stamp);        /* NOLINT: sized above */
    return key;
}

struct known *images_from(const struct images *s, const char *source, const char *stamp)
{
    auto_free char *key = source_key(source, stamp);

    return map_get(s->sources, key);
}

void images_remember(struct images *s, const char *source, const char *stamp, const char *digest)
{
    auto_free char *key = source_key(source, stamp);

    map_put(s->sources, key, map_get(s->known, digest));
}

struct image_record images_describe(const struct images *s, const struct known *k, struct wire_writer *tags)
{
    struct image_record r = k->record;
    struct map_iter it = map_iter(s->tags);
    const struct known *other;
    const char *tag;
    uint32_t count = 0;

    wire_writer_init(tags);
    while ((other = map_next(&it, &tag)))
        if (other == k) {
            wire_put_str(tags, tag);
            count++;
        }
    r.image.has_tags = count > 0;
    r.image.tags = wire_list_of(tags, count);
    return r;
}

struct known *images_next(const struct images *s, void **at)
{
    struct map_iter *it = *at ? *at : (*at = xalloc(sizeof *it), *(struct map_iter *)*at = map_iter(s->known), *at);
    struct known *k = map_next(it, NULL);

    if (!k) {
        free(it);
        *at = NULL;
    }
    return k;
}

/* ---------------------------------------------------------------- changing */

static struct known *known_of(const struct image_record *r)
{
    struct known *k = xalloc(sizeof *k);
    struct wire_writer w;
    struct wire_reader at;

    wire_writer_init(&w);
    image_record_write(&w, r);
    k->len = w.len;
    k->bytes = xalloc(w.len);
    memcpy(k->bytes, w.data, w.len);
    wire_writer_done(&w);
    at = wire_reader((struct wire_span){ k->bytes, k->len });
    must(image_record_read(&at, &k->record, NULL) == 0);
    return k;
}

static void known_free(struct known *k)
{
    free(k->bytes);
    free(k);
}

static void forget_in(struct map *m, const struct known *k, struct known *instead)
{
    struct map_iter it = map_iter(m);
    const struct known *other;
    const char *key;

    while ((other = map_next(&it, &key))) {
        auto_free char *copy = xstrdup(key);

        if (other == k && instead)
            map_put(m, copy, instead);
        else if (other == k)
            map_remove(m, copy);
    }
}

struct known *images_put(struct images *s, const struct image_record *given, struct err *e)
{
    struct known *k, *was = map_get(s->known, given->image.digest.text);
    struct image_record r = *given;

    r.image.has_tags = false;
    if (was)
        r.image.created_ns = was->record.image.created_ns;
    k = known_of(&r);
    if (fd_replace_file(s->images_fd, k->record.image.digest.text, k->bytes, k->len, 0600) < 0) {
        err_sys(e, "image %s", k->record.image.digest.text);
        known_free(k);
        return NULL;
    }
    each_held(s, &k->record, images_hold);
    know_layers(s, &k->record);
    if (was) {
        forget_in(s->tags, was, k);
        forget_in(s->sources, was, k);
        each_held(s, &was->record, images_release);
        known_free(was);
    }
    map_put(s->known, k->record.image.digest.text, k);
    return k;
}

static int save_tags(struct images *s, struct err *e)
{
    struct map_iter it = map_iter(s->tags);
    const struct known *k;
    const char *tag;
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    wire_put_map(&w, (uint32_t)map_count(s->tags));
    while ((k = map_next(&it, &tag))) {
        wire_put_str(&w, tag);
        wire_put_str(&w, k->record.image.digest.text);
    }
    r = fd_replace_file(s->images_fd, "tags", w.data, w.len, 0600);
    wire_writer_done(&w);
    return r < 0 ? err_sys(e, "tags") : 0;
}

/* NAME or NAME:TAG as other tools take it; digits of a digest would hide the image that has it. */
static int judge_tag(const char *tag, struct err *e)
{
    const char *last = strrchr(tag, '/') ? strrchr(tag, '/') + 1 : tag, *colon = strchr(last, ':');
    size_t name = colon ? (size_t)(colon - last) : strlen(last);

    if (!name || (colon && (!colon[1] || strchr(colon + 1, ':') || strlen(colon + 1) > 128)))
        return err_set(e, ERR_INVALID, "tag %s: NAME or NAME:TAG is needed", tag);
    if (strcspn(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") < name)
        return err_set(e, ERR_INVALID, "tag %s: names are in lower case", tag);
    if ((last == tag && !colon && name >= 12 && !tag[strspn(tag, "0123456789abcdef")]) || str_starts(tag, "sha256:"))
        return err_set(e, ERR_INVALID, "tag %s: would be taken for a digest", tag);
    return 0;
}

int images_tag(struct images *s, const char *tag, const char *digest, char out_before[65], struct err *e)
{
    struct known *k = map_get(s->known, digest), *was = map_get(s->tags, tag);

    must(k != NULL);
    if (judge_tag(tag, e) < 0)
        return -1;
    str_fmt(out_before, 65, "%s", was ? was->record.image.digest.text : "");
    if (was == k)
        return 0;
    map_put(s->tags, tag, k);
    if (save_tags(s, e) == 0)
        return 0;
    images_tag_back(s, tag, out_before);
    return -1;
}

void images_tag_back(struct images *s, const char *tag, const char *before)
{
    struct known *was = *before ? map_get(s->known, before) : NULL;

    if (was)
        map_put(s->tags, tag, was);
    else
        map_remove(s->tags, tag);
    s->unsaved = true;
    images_settle(s);
}

void images_settle(struct images *s)
{
    struct err e = ERR_NONE;

    if (s->unsaved && save_tags(s, &e) == 0)
        s->unsaved = false;
}

/* The store has taken it away already: on a full disk it is written down later. */
void images_untag(struct images *s, const char *tag)
{
    auto_free char *copy = xstrdup(tag);

    map_remove(s->tags, copy);
    s->unsaved = true;
    images_settle(s);
}

int images_remove(struct images *s, const char *digest, struct err *e)
{
    struct known *k = map_get(s->known, digest);
    bool tagged = false;
    struct map_iter it = map_iter(s->tags);
    const struct known *other;

    if (unlinkat(s->images_fd, digest, 0) < 0 && errno != ENOENT)
        return err_sys(e, "image %s", digest);
    if (!k)
        return 0;
    while ((other = map_next(&it, NULL)))
        tagged |= other == k;
    forget_in(s->tags, k, NULL);
    forget_in(s->sources, k, NULL);
    map_remove(s->known, digest);
    each_held(s, &k->record, images_release);
    known_free(k);
    s->unsaved |= tagged;
    images_settle(s);
    return 0;
}

/* ---------------------------------------------------------------- a start */

/* The whole file, owned; -1 with errno. */
static ssize_t read_whole(int dir, const char *name, uint8_t **out)
{
    struct stat st;
    ssize_t n;

    if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
        return -1;
    *out = xalloc((size_t)st.st_size + 1);
    n = fd_read_file(dir, name, (char *)*out, (size_t)st.st_size + 1);
    return n;
}

/* Out of the way, and still there for somebody to look at. */
static void set_aside(struct images *s, const char *name)
{
    char aside[300];

    str_fmt(aside, sizeof aside, "damaged-%.255s", name);
    log_error("image_unreadable", "images/%s: cannot be understood: it is %s now", name, aside);
    if (renameat(s->images_fd, name, s->images_fd, aside) < 0)
        log_error("image_unreadable", "images/%s: %s", name, strerror(errno));
}

static void load_image(struct images *s, const char *name)
{
    auto_free uint8_t *bytes = NULL;
    ssize_t n = read_whole(s->images_fd, name, &bytes);
    struct wire_reader at = wire_reader((struct wire_span){ bytes, n < 0 ? 0 : (size_t)n });
    struct image_record r;
    struct known *k;

    if (n < 0) {
        s->unreadable = s->unreadable ? s->unreadable : errno;
        return;
    }
    if (n == 0 || wire_scan(bytes, (size_t)n, NULL) < 0 || image_record_read(&at, &r, NULL) < 0 || strcmp(r.image.digest.text, name)) {
        set_aside(s, name);
        return;
    }
    k = known_of(&r);
    each_held(s, &k->record, images_hold);
    know_layers(s, &k->record);
    map_put(s->known, k->record.image.digest.text, k);
    if (k->record.has_stamp) {
        auto_free char *source = wire_dup(k->record.image.source), *stamp = wire_dup(k->record.stamp);

        images_remember(s, source, stamp, k->record.image.digest.text);
    }
}

static void load_tags(struct images *s)
{
    auto_free uint8_t *bytes = NULL;
    ssize_t n = read_whole(s->images_fd, "tags", &bytes);
    struct wire_reader r = wire_reader((struct wire_span){ bytes, n < 0 ? 0 : (size_t)n });
    uint32_t count = 0;

    if (n < 0 && errno != ENOENT)
        s->unreadable = errno;
    if (n < 0)
        return;
    if (n == 0 || wire_scan(bytes, (size_t)n, NULL) < 0 || wire_read_map(&r, &count, NULL) < 0) {
        set_aside(s, "tags");
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        struct wire_span key, value;
        struct known *k;

        if (wire_read_str(&r, &key, NULL) < 0 || wire_read_str(&r, &value, NULL) < 0)
            return;
        auto_free char *tag = wire_dup(key), *digest = wire_dup(value);

        k = map_get(s->known, digest);
        if (k)
            map_put(s->tags, tag, k);
    }
}

static bool is_digest(const char *name)
{
    return strlen(name) == 64 && !name[strspn(name, "0123456789abcdef")];
}

static void each_name(int dir, void (*fn)(struct images *, const char *), struct images *s)
{
    int fd = openat(dir, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    auto_dir DIR *d = fdopendir(fd);
    struct dirent *ent;

    while (d && (ent = readdir(d)))
        if (strcmp(ent->d_name, ".") && strcmp(ent->d_name, ".."))
            fn(s, ent->d_name);
}

static void see_image(struct images *s, const char *name)
{
    if (is_digest(name))
        load_image(s, name);
    else if (strcmp(name, "tags"))
        unlinkat(s->images_fd, name, 0);
}

static void see_layer(struct images *s, const char *name)
{
    struct held *h = map_get(s->layers, name);

    if (str_starts(name, "trash-"))
        s->trash_made(s->arg);
    else if (h)
        h->there = true;
    else
        images_discard(s, name);
}

static void see_blob(struct images *s, const char *name)
{
    struct held *h = map_get(s->blobs, name);

    if (h)
        h->there = true;
    else
        unlinkat(s->blobs_fd, name, 0);
}

static void say_missing(struct images *s, struct map *m, const char *what)
{
    struct map_iter it = map_iter(m);
    const struct held *h;
    const char *digest;

    (void)s;
    while ((h = map_next(&it, &digest)))
        if (!h->there)
            log_error("image_incomplete", "%s %s is not on the disk: import the image again", what, digest);
}

static int open_dir(const char *state_dir, const char *name, struct err *e)
{
    char path[1200];
    int fd;

    str_fmt(path, sizeof path, "%s/%s", state_dir, name);
    fd = fd_make_path(path, 0700) < 0 ? -1 : open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return fd < 0 ? err_sys(e, "%s", path) : fd;
}

struct images *images_open(const char *state_dir, void (*trash_made)(void *arg), void *arg, struct err *e)
{
    struct images *s = xalloc(sizeof *s);

    s->trash_made = trash_made;
    s->arg = arg;
    s->known = map_new();
    s->tags = map_new();
    s->sources = map_new();
    s->layers = map_new();
    s->blobs = map_new();
    s->images_fd = open_dir(state_dir, "images", e);
    s->layers_fd = s->images_fd < 0 ? -1 : open_dir(state_dir, "layers", e);
    s->blobs_fd = s->layers_fd < 0 ? -1 : open_dir(state_dir, "blobs/sha256", e);
    if (s->blobs_fd < 0) {
        images_free(s);
        return NULL;
    }
    each_name(s->images_fd, see_image, s);
    load_tags(s);
    each_name(s->layers_fd, see_layer, s);
    each_name(s->blobs_fd, see_blob, s);
    if (s->unreadable) {                /* without it all would look as if nobody needed it */
        errno = s->unreadable;
        err_sys(e, "%s/images", state_dir);
        images_free(s);
        return NULL;
    }
    say_missing(s, s->layers, "layer");
    say_missing(s, s->blobs, "blob");
    return s;
}

static void free_all(struct map *m)
{
    struct map_iter it = map_iter(m);
    void *p;

    while ((p = map_next(&it, NULL)))
        free(p);
    map_free(m);
}

void images_free(struct images *s)
{
    struct map_iter it = map_iter(s->known);
    struct known *k;

    while ((k = map_next(&it, NULL)))
        free(k->bytes);
    free_all(s->known);
    free_all(s->layers);
    free_all(s->blobs);
    map_free(s->tags);
    map_free(s->sources);
    for (int i = 0; i < 3; i++) {
        int fd = i == 0 ? s->images_fd : i == 1 ? s->layers_fd : s->blobs_fd;

        if (fd >= 0)
            close(fd);
    }
    free(s);
}
