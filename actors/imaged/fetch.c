/*
 * quilt-fetch - images from and to a registry.
 *
 *     quilt-fetch pull HOST NAME REFERENCE http|https OS ARCHITECTURE VARIANT TAG
 *     quilt-fetch push HOST NAME REFERENCE http|https MANIFEST MEDIA
 *
 * Descriptors: 4 pull: the directory that becomes an OCI layout; 5 the blobs that are here, which
 * are not fetched again (pull) or are what is sent (push); 6 partial downloads, gone on
 * with; 7 a docker config.json with credentials, 8 a certificate authority, both may be empty.
 *
 * It has the network and no capability, sees certificates and resolver settings, and writes to
 * 4 and 6 alone (Landlock).  Every blob is what its digest says before anybody uses it.  Layers
 * come in parallel; one that breaks off is gone on with where it was, in this pull or the next.
 * Source: OCI distribution specification, spec.md; docker's token authentication
 */
#include "actors/imaged/http.h"
#include "actors/imaged/jail.h"
#include "actors/imaged/json.h"
#include "actors/imaged/report.h"
#include "actors/imaged/sha256.h"
#include "actors/imaged/unpack.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LAYOUT = WORK_FD, BLOBS, PARTIAL, AUTH, AUTHORITY };

#define PARALLEL 4
#define TRIES 6
#define LAYERS_MAX 200
#define PROGRESS_BYTES (512u << 10)

static const char accept_manifest[] = "Accept: application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, "
                                      "application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.docker.distribution.manifest.v2+json";

static struct {
    struct http *http;
    const char *host, *name, *scheme;
} w;

static void url_of(char out[1024], const char *kind, const char *what)
{
    str_fmt(out, 1024, "%s://%s/v2/%s/%s/%s", w.scheme, w.host, w.name, kind, what);
}

/* ---------------------------------------------------------------- one blob on its way */

struct blob {
    char digest[65];
    uint64_t size, done, told;
    int fd, tries;
    bool ready;
    struct sha256 *hash;
    struct http_transfer *transfer;
};

static void tell(const struct blob *b)
{
    struct report r = { .done_bytes = b->done, .total_bytes = b->size };

    str_fmt(r.blob, sizeof r.blob, "%s", b->digest);
    report_tell(&r);
}

static bool on_bytes(void *arg, const void *data, size_t len)
{
    struct blob *b = arg;

    if (b->done + len > b->size)
        report_failed(ERR_INVALID, "blob %s: the registry sends more than the %llu bytes that the manifest says", b->digest, (unsigned long long)b->size);
    if (fd_write_all(b->fd, data, len) < 0)
        report_failed(report_code(errno, ERR_FAILED), "blob %s: %s", b->digest, strerror(errno));
    sha256_add(b->hash, data, len);
    b->done += len;
    if (b->done - b->told >= PROGRESS_BYTES) {
        b->told = b->done;
        tell(b);
    }
    return true;
}

/* What an earlier pull got of it. */
static void hash_what_is_there(struct blob *b)
{
    static uint8_t room[1 << 18];
    ssize_t n;

    b->hash = sha256_new();
    b->done = 0;
    lseek(b->fd, 0, SEEK_SET);
    while ((n = read(b->fd, room, sizeof room)) > 0) {
        sha256_add(b->hash, room, (size_t)n);
        b->done += (uint64_t)n;
    }
    if (n < 0 || b->done > b->size) {
        if (ftruncate(b->fd, 0) < 0 || lseek(b->fd, 0, SEEK_SET) < 0)
            report_failed(ERR_FAILED, "blob %s: %s", b->digest, strerror(errno));
        char ignored[65];

        sha256_end(b->hash, ignored);
        b->hash = sha256_new();
        b->done = 0;
    }
}

/* False: another pull is at it. */
static bool open_partial(struct blob *b)
{
    b->fd = openat(PARTIAL, b->digest, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (b->fd < 0)
        report_failed(report_code(errno, ERR_FAILED), "blob %s: %s", b->digest, strerror(errno));
    if (flock(b->fd, LOCK_EX | LOCK_NB) < 0) {
        close(b->fd);
        b->fd = -1;
        return false;
    }
    hash_what_is_there(b);
    return true;
}

static void publish(struct blob *b)
{
    char real[65], path[100];

    sha256_end(b->hash, real);
    b->hash = NULL;
    if (strcmp(real, b->digest)) {
        unlinkat(PARTIAL, b->digest, 0);
        report_failed(ERR_INVALID, "blob %s: the registry's bytes have the digest %s", b->digest, real);
    }
    str_fmt(path, sizeof path, "blobs/sha256/%s", b->digest);
    if (fsync(b->fd) < 0 || renameat(PARTIAL, b->digest, LAYOUT, path) < 0)
        report_failed(report_code(errno, ERR_FAILED), "blob %s: %s", b->digest, strerror(errno));
    close(b->fd);
    b->fd = -1;
    b->ready = true;
    tell(b);
}

static void start(struct blob *b)
{
    char digest[80], url[1024];

    if (b->done == b->size) {
        publish(b);
        return;
    }
    str_fmt(digest, sizeof digest, "sha256:%s", b->digest);
    url_of(url, "blobs", digest);
    b->transfer = http_get(w.http, url, b->done, on_bytes, b);
}

/* A server that does not go on where it was begins anew. */
static void begin_anew(struct blob *b)
{
    char ignored[65];

    if (ftruncate(b->fd, 0) < 0 || lseek(b->fd, 0, SEEK_SET) < 0)
        report_failed(ERR_FAILED, "blob %s: %s", b->digest, strerror(errno));
    sha256_end(b->hash, ignored);
    b->hash = sha256_new();
    b->done = b->told = 0;
}

static void finish(struct blob *b)
{
    struct http_result r = http_end(b->transfer);

    b->transfer = NULL;
    if (b->done == b->size && (r.status == 200 || r.status == 206)) {
        publish(b);
        return;
    }
    if (r.status >= 400 && r.status < 500 && r.status != 416 && r.status != 408 && r.status != 429)
        report_failed(r.status == 404 ? ERR_NOT_FOUND : ERR_FAILED, "blob %s: %s", b->digest, r.error);
    if (++b->tries >= TRIES)
        report_failed(ERR_FAILED, "blob %s: %s, after %llu of %llu bytes; a further pull goes on there", b->digest, r.error, (unsigned long long)b->done, (unsigned long long)b->size);
    if (r.status == 416 || r.restarted)
        begin_anew(b);
    start(b);
}

static bool is_here(const struct blob *b)
{
    struct stat st;

    return fstatat(BLOBS, b->digest, &st, AT_SYMLINK_NOFOLLOW) == 0 && (uint64_t)st.st_size == b->size;
}

static void fetch_all(struct blob *blobs, size_t count)
{
    size_t ready = 0, running;

    while (ready < count) {
        ready = running = 0;
        for (size_t i = 0; i < count; i++) {
            struct blob *b = &blobs[i];

            if (b->transfer && http_is_over(b->transfer))
                finish(b);
            if (!b->ready && !b->transfer && b->fd < 0)
                b->ready = i > 0 && is_here(b);          /* the configuration is read with the layout */
            running += b->transfer != NULL;
            ready += b->ready;
        }
        for (size_t i = 0; i < count && running < PARALLEL; i++)
            if (!blobs[i].ready && !blobs[i].transfer && open_partial(&blobs[i])) {
                start(&blobs[i]);
                running++;
            }
        if (ready < count)
            http_wait(w.http, 200);
    }
}

/* ---------------------------------------------------------------- manifests */

static struct json_file get_manifest(const char *reference, char media[128])
{
    char url[1024], real[80];
    struct http_result r;
    struct json_file f;

    url_of(url, "manifests", reference);
    r = http_text(w.http, "GET", url, accept_manifest, NULL, 0, &f.bytes, &f.len);
    if (r.status != 200)
        report_failed(r.status == 404 ? ERR_NOT_FOUND : r.status == 401 || r.status == 403 ? ERR_DENIED : ERR_FAILED, "%s/%s:%s: %s", w.host, w.name, reference, r.error);
    str_fmt(media, 128, "%s", r.media);
    if (str_starts(reference, "sha256:")) {
        sha256_of(f.bytes, f.len, real);
        if (strcmp(real, reference + 7))
            report_failed(ERR_INVALID, "manifest %s: the registry's bytes have the digest %s", reference, real);
    }
    return f;
}

static bool is_index(const char *media)
{
    return !strcmp(media, "application/vnd.oci.image.index.v1+json") || !strcmp(media, "application/vnd.docker.distribution.manifest.list.v2+json");
}

static const char *digest_in(json_t *descriptor, const char *what)
{
    const char *text = json_text(descriptor, "digest");

    if (!text || !str_starts(text, "sha256:") || strlen(text) != 71 || text[7 + strspn(text + 7, "0123456789abcdef")])
        report_failed(ERR_INVALID, "%s: digest %.100s: only sha256 and 64 hexadecimal digits are known", what, text ? text : "none");
    return text;
}

static const char *choose(json_t *index, char **args)
{
    json_t *one, *p;
    size_t i;

    json_array_foreach(json_object_get(index, "manifests"), i, one) {
        const char *os, *arch, *variant;

        p = json_object_get(one, "platform");
        os = json_text(p, "os");
        arch = json_text(p, "architecture");
        variant = json_text(p, "variant");
        if (os && arch && !strcmp(os, args[0]) && !strcmp(arch, args[1]) && (!*args[2] || !variant || !strcmp(variant, args[2])))
            return digest_in(one, "the index");
    }
    report_failed(ERR_NOT_FOUND, "%s/%s: has no image for %s/%s", w.host, w.name, args[0], args[1]);
}

static void put_blob(const struct json_file *f, char digest[65])
{
    char path[100];

    sha256_of(f->bytes, f->len, digest);
    str_fmt(path, sizeof path, "blobs/sha256/%s", digest);
    if (fd_replace_file(LAYOUT, "put.tmp", f->bytes, f->len, 0600) < 0 || renameat(LAYOUT, "put.tmp", LAYOUT, path) < 0)
        report_failed(report_code(errno, ERR_FAILED), "%s: %s", path, strerror(errno));
}

static void put_index(const struct json_file *manifest, const char *media, const char *tag)
{
    char digest[65];
    json_t *index;
    char *text;

    put_blob(manifest, digest);
    index = json_pack("{s:i, s:[{s:s, s:o, s:I}]}", "schemaVersion", 2, "manifests", "mediaType", media, "digest", json_sprintf("sha256:%s", digest), "size", (json_int_t)manifest->len);
    if (*tag)
        json_object_set_new(json_array_get(json_object_get(index, "manifests"), 0), "annotations", json_pack("{s:s}", "io.containerd.image.name", tag));
    text = json_dumps(index, JSON_COMPACT);
    must(text != NULL);
    if (fd_replace_file(LAYOUT, "index.json", text, strlen(text), 0600) < 0)
        report_failed(report_code(errno, ERR_FAILED), "index.json: %s", strerror(errno));
}

static void note(struct blob *b, json_t *descriptor, const char *what)
{
    *b = (struct blob){ .size = json_number(descriptor, "size", what), .fd = -1 };
    str_fmt(b->digest, sizeof b->digest, "%s", digest_in(descriptor, what) + 7);
}

static uint64_t bytes_max(void)
{
    const char *given = getenv("QUILT_IMAGE_BYTES_MAX");
    uint64_t max = UNPACK_BYTES_MAX;

    if (given && str_bytes(given, &max) < 0)
        report_failed(ERR_INTERNAL, "QUILT_IMAGE_BYTES_MAX: %s is not a size", given);
    return max;
}

/* The configuration first, then the layers, each once. */
static size_t blobs_of(json_t *manifest, struct blob out[LAYERS_MAX + 1])
{
    json_t *layers = json_object_get(manifest, "layers"), *one;
    uint64_t sum, max = bytes_max();
    size_t count = 0, i;

    if (!json_is_array(layers) || json_array_size(layers) > LAYERS_MAX)
        report_failed(ERR_INVALID, "the manifest has no list of up to %d layers", LAYERS_MAX);
    note(&out[count++], json_object_get(manifest, "config"), "the configuration");
    sum = out[0].size;
    json_array_foreach(layers, i, one) {
        bool seen = false;

        note(&out[count], one, "a layer");
        for (size_t k = 0; k < count; k++)
            seen |= !strcmp(out[k].digest, out[count].digest);
        count += !seen;
        sum += seen ? 0 : out[count - 1].size;
        if (out[0].size > max || sum > max || (!seen && out[count - 1].size > max))
            report_failed(ERR_EXHAUSTED, "the manifest speaks of more than %llu bytes", (unsigned long long)max);
    }
    return count;
}

/* args: OS ARCHITECTURE VARIANT TAG */
static void pull(const char *reference, char **args)
{
    static struct blob blobs[LAYERS_MAX + 1];
    struct json_file f;
    char media[128];
    const char *given;
    json_t *m;

    if (mkdirat(LAYOUT, "blobs", 0700) < 0 || mkdirat(LAYOUT, "blobs/sha256", 0700) < 0)
        report_failed(report_code(errno, ERR_FAILED), "the layout: %s", strerror(errno));
    f = get_manifest(reference, media);
    if (is_index(media))
        f = get_manifest(choose(json_parse(f, "the index"), args), media);
    m = json_parse(f, "the manifest");
    given = json_text(m, "mediaType");
    if (given)
        str_fmt(media, sizeof media, "%.120s", given);
    fetch_all(blobs, blobs_of(m, blobs));
    put_index(&f, media, args[3]);
}

/* ---------------------------------------------------------------- push */

static bool has_blob(const char *digest)
{
    char url[1024], text[80];

    str_fmt(text, sizeof text, "sha256:%s", digest);
    url_of(url, "blobs", text);
    return http_text(w.http, "HEAD", url, NULL, NULL, 0, NULL, NULL).status == 200;
}

static void fail_push(const char *digest, const struct http_result *r)
{
    report_failed(r->status == 401 || r->status == 403 ? ERR_DENIED : ERR_FAILED, "blob %s: %s", digest, r->error);
}

static bool on_sent(void *arg, uint64_t done)
{
    struct blob *b = arg;

    if (done - b->told >= PROGRESS_BYTES) {
        b->told = b->done = done;
        tell(b);
    }
    return true;
}

static void push_blob(struct blob *b)
{
    char url[1024], target[2048];
    struct http_result r = { 0 };
    auto_fd int fd = openat(BLOBS, b->digest, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

    if (fd < 0)
        report_failed(ERR_FAILED, "blob %s: %s", b->digest, strerror(errno));
    for (int tries = 0; tries < TRIES; tries++) {
        if (has_blob(b->digest))
            break;
        url_of(url, "blobs/uploads", "");
        r = http_text(w.http, "POST", url, NULL, "", 0, NULL, NULL);
        if (r.status != 202 && r.status >= 400 && r.status < 500)
            fail_push(b->digest, &r);
        if (r.status != 202)
            continue;
        str_fmt(target, sizeof target, "%.1500s%cdigest=sha256:%s", r.location, strchr(r.location, '?') ? '&' : '?', b->digest);
        b->told = 0;
        r = http_put(w.http, target, fd, b->size, on_sent, b);
        if (r.status == 201)
            break;
        if (tries + 1 == TRIES || (r.status >= 400 && r.status < 500 && r.status != 416))
            fail_push(b->digest, &r);
    }
    b->done = b->size;
    tell(b);
}

/* args: MANIFEST MEDIA */
static void push(const char *reference, char **args)
{
    static struct blob blobs[LAYERS_MAX + 1];
    auto_fd int fd = openat(BLOBS, args[0], O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    char url[1024], header[200];
    struct json_file f = { 0 };
    struct http_result r;
    struct stat st;
    size_t count;

    if (fd < 0 || fstat(fd, &st) < 0 || st.st_size > JSON_BYTES_MAX)
        report_failed(ERR_FAILED, "the manifest: %s", strerror(errno));
    f.bytes = xalloc((size_t)st.st_size + 1);
    f.len = (size_t)st.st_size;
    if (pread(fd, f.bytes, f.len, 0) != (ssize_t)f.len)
        report_failed(ERR_FAILED, "the manifest: %s", strerror(errno));
    count = blobs_of(json_parse(f, "the manifest"), blobs);
    for (size_t i = count; i > 0; i--)
        push_blob(&blobs[i - 1]);
    url_of(url, "manifests", reference);
    str_fmt(header, sizeof header, "Content-Type: %s", args[1]);
    r = http_text(w.http, "PUT", url, header, f.bytes, f.len, NULL, NULL);
    if (r.status != 201 && r.status != 200)
        report_failed(r.status == 401 || r.status == 403 ? ERR_DENIED : ERR_FAILED, "%s/%s:%s: %s", w.host, w.name, reference, r.error);
}

int main(int argc, char **argv)
{
    static const char *const readable[] = {
        "/etc/ssl", "/etc/pki", "/etc/ca-certificates", "/etc/resolv.conf", "/etc/hosts", "/etc/host.conf", "/etc/nsswitch.conf", "/etc/gai.conf", "/etc/services", "/etc/ld.so.cache",
        "/usr/lib", "/usr/share/ca-certificates", "/usr/local/share/ca-certificates", "/lib", "/lib64", "/run/systemd/resolve", "/run/resolvconf", "/dev/urandom", NULL };
    const int writable[] = { LAYOUT, PARTIAL }, seen[] = { BLOBS };
    struct rlimit memory = { 1ul << 31, 1ul << 31 }, none = { 0, 0 }, file;
    static struct report r;
    bool pulling;

    report_begin("quilt-fetch");
    pulling = argc == 10 && !strcmp(argv[1], "pull");
    if (!pulling && !(argc == 8 && !strcmp(argv[1], "push")))
        report_failed(ERR_INTERNAL, "quilt-fetch pull|push HOST NAME REFERENCE SCHEME …");
    w.host = argv[2];
    w.name = argv[3];
    w.scheme = argv[5];
    setrlimit(RLIMIT_CORE, &none);
    file.rlim_cur = file.rlim_max = bytes_max();
    if (setrlimit(RLIMIT_AS, &memory) < 0 || (pulling && setrlimit(RLIMIT_FSIZE, &file) < 0) || jail_network(writable, pulling ? 2 : 0, seen, 1, readable) < 0)
        report_failed(ERR_FAILED, "giving up privileges: %s", strerror(errno));
    w.http = http_new(w.host, w.scheme, AUTH, AUTHORITY, w.name, pulling);
    if (pulling)
        pull(argv[4], argv + 6);
    else
        push(argv[4], argv + 6);
    report_done(&r);
}
