/*
 * quilt-layout - reads the JSON of an image layout and says what is in it, in our own terms.
 *
 *     quilt-layout REF OS ARCHITECTURE VARIANT [lenient]   "" where nothing is asked for; lenient: layers may be missing
 *     quilt-layout commit BLOB DIFF BYTES          an image from another one and a layer (derive.h)
 *
 * Descriptors: 4 the layout's directory, which becomes its root, 5 an empty file for the
 * image_plan.  An OCI layout has index.json, a docker archive's files have manifest.json; a
 * layout that has both is read as OCI.  Manifest and configuration are used only with the
 * digest that names them; the layers' are verified by who unpacks them.  For a docker archive,
 * which has no OCI manifest, one is made: the same archive gives the same.
 * Sources: OCI image specification (image-layout.md, image-index.md, manifest.md, config.md),
 * docker image specification v1.2
 */
#include "actors/imaged/derive.h"
#include "actors/imaged/jail.h"
#include "actors/imaged/json.h"
#include "actors/imaged/report.h"
#include "actors/imaged/sha256.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/str.h"
#include "protocol/gen/messages.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LAYOUT = WORK_FD, PLAN };

#define CANDIDATES_MAX 256
#define LAYERS_MAX 200                  /* as many as an overlay mount's options hold on every kernel */
#define INDEX_DEPTH 4
#define REF_NAME "org.opencontainers.image.ref.name"
#define CONTAINERD_NAME "io.containerd.image.name"

static struct {
    const char *ref, *os, *arch, *variant;
    bool lenient;
} want;

struct candidate {
    json_t *descriptor;
    const char *name;
    bool exact;                         /* it says its platform, and it is the one */
};

static struct candidate found[CANDIDATES_MAX];
static int found_count, seen_count;
static char platforms[300];             /* that were not wanted, for the error */

/* ---------------------------------------------------------------- descriptors */

static const char *digest_of(json_t *descriptor, const char *what)
{
    const char *text = json_text(descriptor, "digest");

    if (!text)
        report_failed(ERR_INVALID, "%s: has no digest", what);
    if (!str_starts(text, "sha256:") || strlen(text) != 71 || text[7 + strspn(text + 7, "0123456789abcdef")])
        report_failed(ERR_INVALID, "%s: digest %.100s: only sha256 and 64 hexadecimal digits are known", what, text);
    return text + 7;
}

static void blob_path(const char *digest, char out[100])
{
    str_fmt(out, 100, "blobs/sha256/%s", digest);
}

/* A blob that is JSON, read and verified. */
static struct json_file blob_json(json_t *descriptor, const char *what)
{
    const char *digest = digest_of(descriptor, what);
    char path[100], real[65];
    struct json_file f;

    blob_path(digest, path);
    f = json_read(path);
    if (json_number(descriptor, "size", what) != f.len)
        report_failed(ERR_INVALID, "%s: its descriptor says %llu bytes, there are %zu", path, (unsigned long long)json_number(descriptor, "size", what), f.len);
    sha256_of(f.bytes, f.len, real);
    if (strcmp(real, digest))
        report_failed(ERR_INVALID, "%s: has the digest %s", path, real);
    return f;
}

/* ---------------------------------------------------------------- which image */

static bool is_index(json_t *descriptor)
{
    const char *media = json_text(descriptor, "mediaType");

    return media && (!strcmp(media, "application/vnd.oci.image.index.v1+json") || !strcmp(media, "application/vnd.docker.distribution.manifest.list.v2+json"));
}

/* 1: it is the platform, 0: it does not say, -1: another one. */
static int platform_fits(json_t *descriptor)
{
    json_t *p = json_object_get(descriptor, "platform");
    const char *os = json_text(p, "os"), *arch = json_text(p, "architecture"), *variant = json_text(p, "variant");
    size_t len = strlen(platforms);

    if (!os || !arch)
        return 0;
    if (!strcmp(os, want.os) && !strcmp(arch, want.arch) && (!*want.variant || !variant || !strcmp(variant, want.variant)))
        return 1;
    if (len < 200)
        snprintf(platforms + len, sizeof platforms - len, "%s%.20s/%.20s", len ? ", " : "", os, arch);
    return -1;
}

static const char *name_of(json_t *descriptor)
{
    json_t *notes = json_object_get(descriptor, "annotations");
    const char *full = json_text(notes, CONTAINERD_NAME);

    return full ? full : json_text(notes, REF_NAME);
}

static bool is_asked(json_t *descriptor)
{
    json_t *notes = json_object_get(descriptor, "annotations");
    const char *full = json_text(notes, CONTAINERD_NAME), *name = json_text(notes, REF_NAME);

    return !*want.ref || (full && !strcmp(full, want.ref)) || (name && !strcmp(name, want.ref));
}

static void search(json_t *index, const char *what, const char *name, int depth);

static void consider(json_t *descriptor, const char *name, int depth)
{
    char what[120];
    int fits = platform_fits(descriptor);

    str_fmt(what, sizeof what, "index entry %d", seen_count);
    if (++seen_count > CANDIDATES_MAX)
        report_failed(ERR_INVALID, "the layout's index has more than %d entries", CANDIDATES_MAX);
    if (is_index(descriptor)) {
        if (depth >= INDEX_DEPTH)
            report_failed(ERR_INVALID, "%s: indexes are nested too deeply, or in a circle", what);
        search(json_parse(blob_json(descriptor, what), what), what, name, depth + 1);
        return;
    }
    if (fits < 0 || json_text(json_object_get(descriptor, "annotations"), "vnd.docker.reference.type"))
        return;
    found[found_count++] = (struct candidate){ descriptor, name, fits > 0 };
}

static void search(json_t *index, const char *what, const char *name, int depth)
{
    json_t *list = json_object_get(index, "manifests"), *one;
    size_t i;

    if (!json_is_array(list))
        report_failed(ERR_INVALID, "%s: has no list of manifests", what);
    if (json_object_get(index, "layers"))
        report_failed(ERR_INVALID, "%s: is an index and has layers", what);
    json_array_foreach(list, i, one)
        if (depth || is_asked(one))
            consider(one, depth ? name : name_of(one), depth);
}

static struct candidate choose(void)
{
    struct candidate *best = NULL;

    for (int i = 0; i < found_count; i++) {
        if (!best || (found[i].exact && !best->exact)) {
            best = &found[i];
            continue;
        }
        if (found[i].exact == best->exact && strcmp(digest_of(found[i].descriptor, "index entry"), digest_of(best->descriptor, "index entry")))
            report_failed(ERR_INVALID, "the layout holds several images (%.100s, %.100s …): say which with ref", best->name ? best->name : "one without a name",
                          found[i].name ? found[i].name : "one without a name");
    }
    if (!best && *want.ref)
        report_failed(ERR_NOT_FOUND, "the layout holds no image called %.200s for %s/%s%s%s", want.ref, want.os, want.arch, *platforms ? "; it has " : "", platforms);
    if (!best)
        report_failed(ERR_NOT_FOUND, "the layout holds no image for %s/%s%s%s", want.os, want.arch, *platforms ? "; it has " : "", platforms);
    return *best;
}

/* ---------------------------------------------------------------- an OCI manifest */

static const struct {
    const char *type;
    bool usable;
} layer_media[] = {
    { "application/vnd.oci.image.layer.v1.tar", true },
    { "application/vnd.oci.image.layer.v1.tar+gzip", true },
    { "application/vnd.oci.image.layer.v1.tar+zstd", true },
    { "application/vnd.oci.image.layer.nondistributable.v1.tar", true },
    { "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip", true },
    { "application/vnd.oci.image.layer.nondistributable.v1.tar+zstd", true },
    { "application/vnd.docker.image.rootfs.diff.tar", true },
    { "application/vnd.docker.image.rootfs.diff.tar.gzip", true },
    { "application/vnd.docker.image.rootfs.diff.tar.zstd", true },
    { "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip", true },
};

static bool is_layer_media(const char *media)
{
    for (size_t i = 0; media && i < sizeof layer_media / sizeof *layer_media; i++)
        if (!strcmp(media, layer_media[i].type))
            return true;
    return false;
}

static bool is_config_media(const char *media)
{
    return media && (!strcmp(media, "application/vnd.oci.image.config.v1+json") || !strcmp(media, "application/vnd.docker.container.image.v1+json"));
}

static const char *diff_of(json_t *diffs, size_t i)
{
    const char *text = json_string_value(json_array_get(diffs, i));

    if (!text || !str_starts(text, "sha256:") || strlen(text) != 71 || text[7 + strspn(text + 7, "0123456789abcdef")])
        report_failed(ERR_INVALID, "the image's configuration: diff_id %zu: only sha256 and 64 hexadecimal digits are known", i + 1);
    return text + 7;
}

static uint32_t oci_layers(json_t *manifest, json_t *diffs, struct wire_writer *w)
{
    json_t *list = json_object_get(manifest, "layers"), *one;
    size_t i;

    if (!json_is_array(list) || json_object_get(manifest, "manifests"))
        report_failed(ERR_INVALID, "the manifest has no list of layers, or is an index as well");
    if (json_array_size(list) != json_array_size(diffs) || !json_array_size(list) || json_array_size(list) > LAYERS_MAX)
        report_failed(ERR_INVALID, "the manifest has %zu layers and its configuration %zu; 1 to %d are possible", json_array_size(list), json_array_size(diffs), LAYERS_MAX);
    json_array_foreach(list, i, one) {
        const char *media = json_text(one, "mediaType"), *digest;
        char what[60], path[100];
        struct stat st;

        str_fmt(what, sizeof what, "layer %zu", i + 1);
        digest = digest_of(one, what);
        if (!is_layer_media(media))
            report_failed(ERR_UNSUPPORTED, "%s: media type %.100s is not known", what, media ? media : "none");
        blob_path(digest, path);
        if (want.lenient)
            st.st_size = (off_t)json_number(one, "size", what);
        else if (stat(path, &st) < 0 || !S_ISREG(st.st_mode))
            report_failed(ERR_NOT_FOUND, "%s: %s is not in the layout", what, path);
        if ((uint64_t)st.st_size != json_number(one, "size", what))
            report_failed(ERR_INVALID, "%s: %s: its descriptor says %llu bytes, there are %lld", what, path, (unsigned long long)json_number(one, "size", what), (long long)st.st_size);
        plan_add_layer(w, diff_of(diffs, i), digest, media, (uint64_t)st.st_size, path);
    }
    return (uint32_t)i;
}

static json_t *diffs_of(json_t *config)
{
    json_t *diffs = json_object_get(json_object_get(config, "rootfs"), "diff_ids");

    if (!json_is_array(diffs))
        report_failed(ERR_INVALID, "the image's configuration has no rootfs.diff_ids");
    return diffs;
}

/* ---------------------------------------------------------------- an OCI layout */

static void read_oci(void)
{
    struct wire_writer layers, names;
    struct json_file index = json_read("index.json"), manifest, config;
    struct candidate c;
    json_t *m, *parsed;
    const char *media, *config_media;
    struct wire_list layer_list, name_list;

    search(json_parse(index, "index.json"), "index.json", NULL, 0);
    c = choose();
    media = json_text(c.descriptor, "mediaType");
    manifest = blob_json(c.descriptor, "the manifest");
    m = json_parse(manifest, "the manifest");
    if (json_text(m, "mediaType") && media && strcmp(json_text(m, "mediaType"), media))
        report_failed(ERR_INVALID, "the manifest says that it is %.100s, and the index that it is %.100s", json_text(m, "mediaType"), media);
    if (media && !json_is_manifest(media))
        report_failed(ERR_UNSUPPORTED, "the manifest is %.100s, which is not known", media);
    config_media = json_text(json_object_get(m, "config"), "mediaType");
    if (!is_config_media(config_media))
        report_failed(ERR_UNSUPPORTED, "not an image: its configuration is %.100s", config_media ? config_media : "missing");
    config = blob_json(json_object_get(m, "config"), "the configuration");
    parsed = json_parse(config, "the configuration");
    wire_writer_init(&layers);
    wire_writer_init(&names);
    layer_list = wire_list_of(&layers, oci_layers(m, diffs_of(parsed), &layers));
    layer_list.items = wire_written(&layers);
    if (c.name)
        wire_put_str(&names, c.name);
    name_list = wire_list_of(&names, c.name != NULL);
    plan_say(PLAN, want.os, &manifest, media ? media : "application/vnd.oci.image.manifest.v1+json", &config, parsed, config_media, &layer_list, &name_list);
}

/* ---------------------------------------------------------------- a docker archive */

static bool has_name(json_t *image, const char *ref)
{
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(image, "RepoTags"), i, one)
        if (json_is_string(one) && !strcmp(json_string_value(one), ref))
            return true;
    return false;
}

static json_t *docker_choose(json_t *list)
{
    json_t *one, *hit = NULL;
    size_t i;

    if (!json_is_array(list) || !json_array_size(list))
        report_failed(ERR_INVALID, "manifest.json: not a list of images");
    json_array_foreach(list, i, one) {
        if (*want.ref && !has_name(one, want.ref))
            continue;
        if (hit)
            report_failed(ERR_INVALID, "the archive holds several images: say which with ref");
        hit = one;
    }
    if (!hit)
        report_failed(ERR_NOT_FOUND, "the archive holds no image called %.200s", want.ref);
    return hit;
}

/* Its first bytes say how it is compressed; then its digest is its own and has to be found out. */
static const char *docker_media(const char *path, int fd, const char *diff, char blob[65])
{
    uint8_t magic[4] = { 0 };
    bool gzip, zstd;

    if (pread(fd, magic, sizeof magic, 0) < 0)
        report_failed(ERR_FAILED, "%.200s: %s", path, strerror(errno));
    gzip = magic[0] == 0x1f && magic[1] == 0x8b;
    zstd = !memcmp(magic, "\x28\xb5\x2f\xfd", 4);
    if (gzip || zstd)
        json_sha256_fd(fd, path, blob);
    else
        str_fmt(blob, 65, "%s", diff);
    return gzip ? "application/vnd.oci.image.layer.v1.tar+gzip" : zstd ? "application/vnd.oci.image.layer.v1.tar+zstd" : "application/vnd.oci.image.layer.v1.tar";
}

static uint32_t docker_layers(json_t *image, json_t *diffs, struct wire_writer *w, FILE *manifest)
{
    json_t *list = json_object_get(image, "Layers"), *one;
    size_t i;

    if (!json_is_array(list) || json_array_size(list) != json_array_size(diffs) || !json_array_size(list) || json_array_size(list) > LAYERS_MAX)
        report_failed(ERR_INVALID, "manifest.json names %zu layers and the configuration %zu; 1 to %d are possible", json_array_size(list), json_array_size(diffs), LAYERS_MAX);
    json_array_foreach(list, i, one) {
        const char *path = json_string_value(one), *diff = diff_of(diffs, i), *media;
        auto_fd int fd = path ? open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) : -1;
        struct stat st;
        char blob[65];

        if (fd < 0 || fstat(fd, &st) < 0 || !S_ISREG(st.st_mode))
            report_failed(ERR_NOT_FOUND, "layer %zu: %.200s is not in the archive", i + 1, path ? path : "its name");
        media = docker_media(path, fd, diff, blob);
        plan_add_layer(w, diff, blob, media, (uint64_t)st.st_size, path);
        fprintf(manifest, "%s{\"mediaType\":\"%s\",\"digest\":\"sha256:%s\",\"size\":%lld}", i ? "," : "", media, blob, (long long)st.st_size);
    }
    return (uint32_t)i;
}

static uint32_t docker_names(json_t *image, struct wire_writer *names)
{
    uint32_t count = 0;
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(image, "RepoTags"), i, one)
        if (json_is_string(one) && count < 64) {
            wire_put_str(names, json_string_value(one));
            count++;
        }
    return count;
}

static void read_docker(void)
{
    json_t *image = docker_choose(json_parse(json_read("manifest.json"), "manifest.json")), *parsed;
    const char *path = json_text(image, "Config");
    struct wire_writer layers, names;
    struct wire_list layer_list, name_list;
    struct json_file config, manifest = { 0 };
    char digest[65];
    FILE *out = open_memstream(&manifest.bytes, &manifest.len);

    if (!path || !out)
        report_failed(ERR_INVALID, "manifest.json names no configuration");
    config = json_read(path);
    parsed = json_parse(config, path);
    sha256_of(config.bytes, config.len, digest);
    wire_writer_init(&layers);
    wire_writer_init(&names);
    fprintf(out, "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\","
                 "\"digest\":\"sha256:%s\",\"size\":%zu},\"layers\":[", digest, config.len);
    layer_list.count = docker_layers(image, diffs_of(parsed), &layers, out);
    layer_list.items = wire_written(&layers);
    name_list.count = docker_names(image, &names);
    name_list.items = wire_written(&names);
    fprintf(out, "]}");
    fclose(out);
    plan_say(PLAN, want.os, &manifest, "application/vnd.oci.image.manifest.v1+json", &config, parsed, "application/vnd.oci.image.config.v1+json", &layer_list, &name_list);
}

int main(int argc, char **argv)
{
    struct rlimit memory = { 1u << 30, 1u << 30 }, none = { 0, 0 }, files = { 64, 64 }, size = { 16u << 20, 16u << 20 };
    static struct report r;
    struct stat st;

    report_begin("quilt-layout");
    if (argc == 5 && !strcmp(argv[1], "commit"))
        derive(argv + 2);
    if (argc < 5 || argc > 6)
        report_failed(ERR_INTERNAL, "quilt-layout REF OS ARCHITECTURE VARIANT");
    want.ref = argv[1];
    want.os = argv[2];
    want.arch = argv[3];
    want.variant = argv[4];
    want.lenient = argc == 6;
    if (setrlimit(RLIMIT_AS, &memory) < 0 || setrlimit(RLIMIT_CORE, &none) < 0 || setrlimit(RLIMIT_NOFILE, &files) < 0 || setrlimit(RLIMIT_FSIZE, &size) < 0 ||
        jail_enter(LAYOUT) < 0)
        report_failed(ERR_FAILED, "entering the layout: %s", strerror(errno));
    if (stat("index.json", &st) == 0)
        read_oci();
    else if (stat("manifest.json", &st) == 0)
        read_docker();
    else
        report_failed(ERR_INVALID, "neither an OCI layout (index.json) nor a docker archive (manifest.json)");
    report_done(&r);
}
