#include "actors/imaged/plan.h"

#include "actors/imaged/sha256.h"
#include "actors/imaged/source.h"
#include "actors/imaged/unpack.h"
#include "base/auto.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

static const struct {
    const char *machine, *arch;
} machines[] = {
    { "x86_64", "amd64" },  { "aarch64", "arm64" }, { "armv7l", "arm" },     { "armv6l", "arm" },    { "i686", "386" },
    { "ppc64le", "ppc64le" }, { "s390x", "s390x" },   { "riscv64", "riscv64" }, { "mips64", "mips64le" }, { "loongarch64", "loong64" },
};

static void host_arch(char out[64])
{
    struct utsname u;

    must(uname(&u) == 0);
    str_fmt(out, 64, "%.60s", u.machine);
    for (size_t i = 0; i < sizeof machines / sizeof *machines; i++)
        if (!strcmp(u.machine, machines[i].machine))
            str_fmt(out, 64, "%s", machines[i].arch);
}

#define PART_MAX 30u

int platform_parse(const char *text, struct platform *out, struct err *e)
{
    const char *slash = strchr(text, '/'), *second = slash ? strchr(slash + 1, '/') : NULL;
    size_t os = slash ? (size_t)(slash - text) : 0, arch = slash ? second ? (size_t)(second - slash - 1) : strlen(slash + 1) : 0;

    *out = (struct platform){ .os = "linux" };
    host_arch(out->arch);
    if (!*text)
        return 0;
    if (!os || !arch || os > PART_MAX || arch > PART_MAX || (second && (!second[1] || strlen(second + 1) > PART_MAX)) ||
        strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_.-/") != strlen(text) || (second && strchr(second + 1, '/')))
        return err_set(e, ERR_INVALID, "platform %s: OS/ARCHITECTURE or OS/ARCHITECTURE/VARIANT is needed", text);
    str_fmt(out->os, sizeof out->os, "%.*s", (int)os, text);
    str_fmt(out->arch, sizeof out->arch, "%.*s", (int)arch, slash + 1);
    str_fmt(out->variant, sizeof out->variant, "%s", second ? second + 1 : "");
    return strcmp(out->os, "linux") ? err_set(e, ERR_UNSUPPORTED, "platform %s: images for linux run here", text) : 0;
}

static void digest(struct wire_span bytes, char out[65])
{
    sha256_of(bytes.data, bytes.len, out);
}

static int load(struct plan *p, int fd, size_t max, struct err *e)
{
    auto_free uint8_t *room = NULL;
    struct stat st;
    ssize_t n;

    if (fstat(fd, &st) < 0)
        return err_sys(e, "what the layout holds");
    if (st.st_size <= 0 || (size_t)st.st_size > max)
        return err_set(e, ERR_INVALID, "what the layout holds is too much to say");
    room = xalloc((size_t)st.st_size);
    n = pread(fd, room, (size_t)st.st_size, 0);
    if (n != st.st_size || wire_scan(room, (size_t)n, e) < 0)
        return err_set(e, ERR_INTERNAL, "what the layout's reader says makes no sense");
    wire_writer_init(&p->bytes);
    wire_put_raw(&p->bytes, (struct wire_span){ room, (size_t)n });
    return 0;
}

/* The reader worked on hostile bytes: what it says is looked at as if it were hostile itself. */
int plan_read(struct plan *p, int fd, size_t max, struct err *e)
{
    struct image_plan m;
    struct wire_reader r;

    if (load(p, fd, max, e) < 0)
        return -1;
    r = wire_reader(wire_written(&p->bytes));
    if (image_plan_read(&r, &m, e) < 0)
        return err_add(e, "what the layout's reader says");
    if (!m.record.layers.count || m.record.layers.count > 200)
        return err_set(e, ERR_INVALID, "the image has %u layers; 1 to 200 are possible", m.record.layers.count);
    p->record = m.record;
    p->names = m.has_names ? m.names : (struct wire_list){ 0 };
    p->manifest = m.manifest;
    p->config = m.config;
    digest(p->manifest, p->digest);
    digest(p->config, p->config_digest);
    if (strcmp(p->digest, m.record.image.digest.text) || strcmp(p->config_digest, m.record.image.config_digest.text))
        return err_set(e, ERR_INTERNAL, "what the layout's reader says makes no sense");
    return 0;
}

void plan_rootfs(struct plan *p, const struct report *r, const char *platform)
{
    static const char *const media[] = { "application/vnd.oci.image.layer.v1.tar", "application/vnd.oci.image.layer.v1.tar+gzip", "application/vnd.oci.image.layer.v1.tar+zstd" };
    const char *kind = media[(r->flags & UNPACK_KIND) % 3];
    struct image_record *o = &p->record;
    struct platform host;
    struct wire_writer config;
    char text[700];

    must(platform_parse(platform, &host, NULL) == 0);
    wire_writer_init(&p->text);
    wire_writer_init(&p->bytes);
    wire_writer_init(&config);
    str_fmt(text, sizeof text, "{\"architecture\":\"%s\",\"config\":{},\"os\":\"linux\",\"history\":[{\"created_by\":\"quilt image import\"}],\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:%s\"]}}", host.arch, r->diff);
    wire_put_raw(&config, wire_text(text));
    digest(wire_written(&config), p->config_digest);
    str_fmt(text, sizeof text, "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\","
                               "\"digest\":\"sha256:%s\",\"size\":%zu},\"layers\":[{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%llu}]}",
            p->config_digest, config.len, kind, r->blob, (unsigned long long)r->total_bytes);
    wire_put_raw(&p->text, wire_text(text));
    digest(wire_written(&p->text), p->digest);
    o->manifest_bytes = p->text.len;
    o->config_bytes = config.len;
    wire_put_raw(&p->text, wire_written(&config));
    wire_writer_done(&config);
    p->manifest = (struct wire_span){ p->text.data, o->manifest_bytes };
    p->config = (struct wire_span){ p->text.data + o->manifest_bytes, o->config_bytes };
    p->first = (struct image_layer){ .media = wire_text(kind), .blob_bytes = r->total_bytes, .bytes = r->bytes, .entries = r->entries };
    str_fmt(p->first.diff.text, sizeof p->first.diff.text, "%s", r->diff);
    str_fmt(p->first.blob.text, sizeof p->first.blob.text, "%s", r->blob);
    image_layer_write(&p->bytes, &p->first);
    o->layers = wire_list_of(&p->bytes, 1);
    o->manifest_media = wire_text("application/vnd.oci.image.manifest.v1+json");
    o->config_media = wire_text("application/vnd.oci.image.config.v1+json");
    o->image = (struct image){ .layers = 1, .bytes = r->bytes, .entries = r->entries, .blob_bytes = r->total_bytes, .os = { "linux" }, .has_architecture = true };
    str_fmt(o->image.architecture.text, sizeof o->image.architecture.text, "%.60s", host.arch);
    str_fmt(o->image.digest.text, sizeof o->image.digest.text, "%s", p->digest);
    str_fmt(o->image.config_digest.text, sizeof o->image.config_digest.text, "%s", p->config_digest);
}

int plan_write(const struct plan *p, struct images *s, struct err *e)
{
    return images_write_blob(s, p->config_digest, p->config, e) < 0 ? -1 : images_write_blob(s, p->digest, p->manifest, e);
}

void plan_done(struct plan *p)
{
    wire_writer_done(&p->bytes);
    wire_writer_done(&p->text);
}

bool plan_tag(struct wire_span name, char out[256])
{
    static const struct wire_rule rule = { 1, 255, "a-zA-Z0-9_./:-", "a-zA-Z0-9" };

    if (wire_check_text(name, &rule, NULL) < 0)
        return false;
    wire_copy(out, 256, name);
    return strchr(out, ':') || strchr(out, '/');
}
