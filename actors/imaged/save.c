#include "actors/imaged/save.h"

#include "base/auto.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define BLOCK 512u

/* The window that is asked for, while the whole archive passes by. */
struct window {
    const struct images *images;
    uint64_t at, offset;                /* at: where in the archive we are */
    uint8_t *out;
    size_t size, len;
    struct err *e;
};

/* What of [at, at + n) is in the window: from `skip` on so many bytes. */
static size_t overlap(const struct window *w, uint64_t n, uint64_t *out_skip)
{
    uint64_t begin = w->at > w->offset + w->len ? w->at : w->offset + w->len, end = w->at + n, last = w->offset + w->size;

    *out_skip = begin - w->at;
    if (end > last)
        end = last;
    return begin < end ? (size_t)(end - begin) : 0;
}

static void put(struct window *w, const void *data, size_t n)
{
    uint64_t skip;
    size_t take = overlap(w, n, &skip);

    if (take)
        memcpy(w->out + w->len, (const uint8_t *)data + skip, take);
    w->len += take;
    w->at += n;
}

static void pad(struct window *w, uint64_t n)
{
    static const uint8_t zeros[BLOCK];

    put(w, zeros, (BLOCK - n % BLOCK) % BLOCK);
}

/* ---------------------------------------------------------------- tar */

struct header {
    char name[100], mode[8], uid[8], gid[8], size[12], mtime[12], checksum[8], type, link[100], magic[6], version[2], user[32], group[32], major[8], minor[8], prefix[155], rest[12];
};

static void set_size(struct header *h, uint64_t size)
{
    char text[16];

    if (size < 1ull << 33) {
        str_fmt(text, sizeof text, "%011llo", (unsigned long long)size);
        memcpy(h->size, text, sizeof h->size);
        return;
    }
    h->size[0] = (char)0x80;            /* GNU's: binary, from the right */
    for (int i = 0; i < 8; i++)
        h->size[11 - i] = (char)(size >> (8 * i));
}

static void put_header(struct window *w, const char *name, char type, uint64_t size)
{
    struct header h = { 0 };
    unsigned sum = 0;
    char text[16];

    must(sizeof h == BLOCK && strlen(name) <= sizeof h.name);
    memcpy(h.name, name, strlen(name));
    memcpy(h.mode, type == '5' ? "0000755" : "0000644", 8);
    memcpy(h.uid, "0000000", 8);
    memcpy(h.gid, "0000000", 8);
    memcpy(h.mtime, "00000000000", 12);
    memcpy(h.magic, "ustar", 6);
    memcpy(h.version, "00", 2);
    h.type = type;
    set_size(&h, size);
    memset(h.checksum, ' ', sizeof h.checksum);
    for (size_t i = 0; i < BLOCK; i++)
        sum += ((const uint8_t *)&h)[i];
    str_fmt(text, sizeof text, "%06o", sum);
    memcpy(h.checksum, text, 7);
    put(w, &h, BLOCK);
}

static void put_file(struct window *w, const char *name, const char *bytes, size_t n)
{
    put_header(w, name, '0', n);
    put(w, bytes, n);
    pad(w, n);
}

/* Only what is asked for is read. */
static int put_blob(struct window *w, const char *digest, uint64_t size)
{
    uint64_t skip;
    size_t take, got = 0;
    char name[100];

    str_fmt(name, sizeof name, "blobs/sha256/%s", digest);
    put_header(w, name, '0', size);
    take = overlap(w, size, &skip);
    if (take) {
        auto_fd int fd = images_open_blob(w->images, digest, w->e);

        while (fd >= 0 && got < take) {
            ssize_t n = pread(fd, w->out + w->len + got, take - got, (off_t)(skip + got));

            if (n < 0 && errno == EINTR)
                continue;
            if (n <= 0)
                return err_set(w->e, ERR_FAILED, "blob %s: %s", digest, n < 0 ? strerror(errno) : "is shorter than it was");
            got += (size_t)n;
        }
        if (fd < 0)
            return -1;
    }
    w->len += take;
    w->at += size;
    pad(w, size);
    return 0;
}

/* ---------------------------------------------------------------- what is in it */

static bool blob_seen(const struct known *k, uint32_t before, const char *blob)
{
    struct wire_reader r = wire_reader(k->record.layers.items);
    struct image_layer l;

    for (uint32_t i = 0; i < before; i++)
        if (image_layer_read(&r, &l, NULL) == 0 && !strcmp(l.blob.text, blob))
            return true;
    return false;
}

static int put_blobs(struct window *w, const struct known *k)
{
    const struct image_record *m = &k->record;
    struct wire_reader r = wire_reader(m->layers.items);

    put_header(w, "blobs/", '5', 0);
    put_header(w, "blobs/sha256/", '5', 0);
    for (uint32_t i = 0; i < m->layers.count; i++) {
        struct image_layer l;

        must(image_layer_read(&r, &l, NULL) == 0);
        if (!blob_seen(k, i, l.blob.text) && put_blob(w, l.blob.text, l.blob_bytes) < 0)
            return -1;
    }
    return put_blob(w, m->image.config_digest.text, m->config_bytes) < 0 ? -1 : put_blob(w, m->image.digest.text, m->manifest_bytes);
}

/* Names are of letters, digits and _./:- : nothing of them has to be escaped. */
static void put_index(struct window *w, const struct known *k, const char *name)
{
    const struct image_record *m = &k->record;
    auto_free char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);

    must(out != NULL);
    fprintf(out, "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[{\"mediaType\":\"%.*s\",\"digest\":\"sha256:%s\",\"size\":%llu",
            (int)m->manifest_media.len, (const char *)m->manifest_media.data, m->image.digest.text, (unsigned long long)m->manifest_bytes);
    if (m->image.has_architecture)
        fprintf(out, ",\"platform\":{\"architecture\":\"%s\",\"os\":\"%s\"}", m->image.architecture.text, m->image.os.text);
    if (*name)
        fprintf(out, ",\"annotations\":{\"io.containerd.image.name\":\"%s\",\"org.opencontainers.image.ref.name\":\"%s\"}", name, name);
    fprintf(out, "}]}");
    fclose(out);
    put_file(w, "index.json", text, len);
}

static void put_docker(struct window *w, const struct known *k, const char *name)
{
    const struct image_record *m = &k->record;
    struct wire_reader r = wire_reader(m->layers.items);
    auto_free char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);

    must(out != NULL);
    fprintf(out, "[{\"Config\":\"blobs/sha256/%s\",\"RepoTags\":[%s%s%s],\"Layers\":[", m->image.config_digest.text, *name ? "\"" : "", name, *name ? "\"" : "");
    for (uint32_t i = 0; i < m->layers.count; i++) {
        struct image_layer l;

        must(image_layer_read(&r, &l, NULL) == 0);
        fprintf(out, "%s\"blobs/sha256/%s\"", i ? "," : "", l.blob.text);
    }
    fprintf(out, "]}]");
    fclose(out);
    put_file(w, "manifest.json", text, len);
}

ssize_t save_read(const struct images *s, const struct known *k, enum save_format format, const char *name, uint64_t offset, uint8_t *out, size_t size,
                  uint64_t *out_total, struct err *e)
{
    static const char marker[] = "{\"imageLayoutVersion\":\"1.0.0\"}";
    static const uint8_t end[2 * BLOCK];
    struct window w = { .images = s, .offset = offset, .out = out, .size = size, .e = e };

    if (put_blobs(&w, k) < 0)
        return -1;
    put_index(&w, k, name);
    put_file(&w, "oci-layout", marker, sizeof marker - 1);
    if (format == SAVE_FORMAT_DOCKER)
        put_docker(&w, k, name);
    put(&w, end, sizeof end);
    *out_total = w.at;
    return (ssize_t)w.len;
}
