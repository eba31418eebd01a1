#include "actors/imaged/derive.h"

#include "actors/imaged/config.h"
#include "actors/imaged/jail.h"
#include "actors/imaged/report.h"
#include "actors/imaged/sha256.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { DIR_FD = WORK_FD, PLAN, MANIFEST, CONFIG, WISHES };

/* ---------------------------------------------------------------- saying */

void plan_add_layer(struct wire_writer *w, const char *diff, const char *blob, const char *media, uint64_t size, const char *path)
{
    struct image_layer l = { .media = wire_text(media), .blob_bytes = size, .has_path = path != NULL, .path = wire_text(path) };

    str_fmt(l.diff.text, sizeof l.diff.text, "%s", diff);
    str_fmt(l.blob.text, sizeof l.blob.text, "%s", blob);
    image_layer_write(w, &l);
}

void plan_say(int fd, const char *os, const struct json_file *manifest, const char *manifest_media, const struct json_file *config, json_t *parsed, const char *config_media,
              const struct wire_list *layers, const struct wire_list *names)
{
    struct image_plan plan = { .has_names = names->count, .names = *names, .manifest = { (const uint8_t *)manifest->bytes, manifest->len },
                               .config = { (const uint8_t *)config->bytes, config->len } };
    struct image_record *r = &plan.record;
    struct wire_writer w;

    r->layers = *layers;
    r->image.layers = layers->count;
    r->manifest_media = wire_text(manifest_media);
    r->manifest_bytes = manifest->len;
    r->config_media = wire_text(config_media);
    r->config_bytes = config->len;
    sha256_of(manifest->bytes, manifest->len, r->image.digest.text);
    sha256_of(config->bytes, config->len, r->image.config_digest.text);
    config_read(parsed, os, r);
    wire_writer_init(&w);
    image_plan_write(&w, &plan);
    if (fd_write_all(fd, w.data, w.len) < 0)
        report_failed(report_code(errno, ERR_FAILED), "saying what is in the image: %s", strerror(errno));
    wire_writer_done(&w);
}

/* ---------------------------------------------------------------- reading */

static struct json_file read_fd(int fd, const char *what)
{
    struct json_file f = { 0 };
    struct stat st;

    if (fstat(fd, &st) < 0 || st.st_size > JSON_BYTES_MAX)
        report_failed(ERR_INVALID, "%s: is too large", what);
    f.bytes = xalloc((size_t)st.st_size + 1);
    f.len = (size_t)st.st_size;
    if (pread(fd, f.bytes, f.len, 0) != (ssize_t)f.len)
        report_failed(ERR_FAILED, "%s: %s", what, strerror(errno));
    return f;
}

static json_t *member(json_t *object, const char *key, json_t *(*make)(void))
{
    json_t *m = json_object_get(object, key);

    if (m && !json_is_null(m))
        return m;
    m = make();
    json_object_set_new(object, key, m);
    return m;
}

/* ---------------------------------------------------------------- what is to be otherwise */

static json_t *text_of(struct wire_span s)
{
    return json_stringn((const char *)s.data, s.len);
}

static json_t *list_of(const struct wire_list *list)
{
    struct wire_reader r = wire_reader(list->items);
    json_t *out = json_array();
    struct wire_span s;

    for (uint32_t i = 0; i < list->count && wire_read_str(&r, &s, NULL) == 0; i++)
        json_array_append_new(out, text_of(s));
    return out;
}

static json_t *keys_of(const struct wire_list *list)
{
    struct wire_reader r = wire_reader(list->items);
    json_t *out = json_object();
    struct wire_span s;

    for (uint32_t i = 0; i < list->count && wire_read_str(&r, &s, NULL) == 0; i++) {
        auto_free char *key = wire_dup(s);

        json_object_set_new(out, key, json_object());
    }
    return out;
}

static void merge_labels(json_t *labels, const struct wire_list *list)
{
    struct wire_reader r = wire_reader(list->items);
    struct wire_span k, v;

    for (uint32_t i = 0; i < list->count && wire_read_str(&r, &k, NULL) == 0 && wire_read_str(&r, &v, NULL) == 0; i++) {
        auto_free char *key = wire_dup(k);

        json_object_set_new(labels, key, text_of(v));
    }
}

/* KEY=VALUE: the one that has the key is replaced. */
static void merge_env(json_t *env, const struct wire_list *list)
{
    struct wire_reader r = wire_reader(list->items);
    struct wire_span k, v;

    for (uint32_t n = 0; n < list->count && wire_read_str(&r, &k, NULL) == 0 && wire_read_str(&r, &v, NULL) == 0; n++) {
        json_t *pair = json_sprintf("%.*s=%.*s", (int)k.len, (const char *)k.data, (int)v.len, (const char *)v.data), *one;
        bool done = false;
        size_t i;

        json_array_foreach(env, i, one) {
            const char *text = json_string_value(one);

            if (text && !strncmp(text, (const char *)k.data, k.len) && text[k.len] == '=') {
                json_array_set_new(env, i, pair);
                done = true;
                break;
            }
        }
        if (!done)
            json_array_append_new(env, pair);
    }
}

static json_t *health_of(const struct health_check_spec *h)
{
    json_t *test = list_of(&h->argv), *out = json_object();

    json_array_insert_new(test, 0, json_string("CMD"));
    json_object_set_new(out, "Test", test);
    json_object_set_new(out, "Interval", json_integer((json_int_t)h->interval_ms * 1000000));
    json_object_set_new(out, "Timeout", json_integer((json_int_t)h->timeout_ms * 1000000));
    json_object_set_new(out, "StartPeriod", json_integer((json_int_t)h->start_period_ms * 1000000));
    json_object_set_new(out, "Retries", json_integer((json_int_t)h->retries));
    return out;
}

static void change(json_t *config, const struct image_config *w)
{
    if (w->has_entrypoint) {
        json_object_set_new(config, "Entrypoint", list_of(&w->entrypoint));
        json_object_del(config, "Cmd");
    }
    if (w->has_cmd)
        json_object_set_new(config, "Cmd", list_of(&w->cmd));
    if (w->has_env)
        merge_env(member(config, "Env", json_array), &w->env);
    if (w->has_labels)
        merge_labels(member(config, "Labels", json_object), &w->labels);
    if (w->has_user)
        json_object_set_new(config, "User", text_of(w->user));
    if (w->has_workdir)
        json_object_set_new(config, "WorkingDir", text_of(w->workdir));
    if (w->has_exposed_ports)
        json_object_set_new(config, "ExposedPorts", keys_of(&w->exposed_ports));
    if (w->has_volumes)
        json_object_set_new(config, "Volumes", keys_of(&w->volumes));
    if (w->has_stop_signal)
        json_object_set_new(config, "StopSignal", json_string(str_signal_name((int)w->stop_signal)));
    if (w->has_health)
        json_object_set_new(config, "Healthcheck", health_of(&w->health));
}

static void add_history(json_t *config, const struct container_commit *w)
{
    json_t *step = json_object();
    char now[40];
    time_t t = time(NULL);
    struct tm tm;

    gmtime_r(&t, &tm);
    strftime(now, sizeof now, "%Y-%m-%dT%H:%M:%SZ", &tm);
    json_object_set_new(config, "created", json_string(now));
    json_object_set_new(step, "created", json_string(now));
    json_object_set_new(step, "created_by", json_string("quilt commit"));
    if (w->has_author) {
        json_object_set_new(config, "author", text_of(w->author));
        json_object_set_new(step, "author", text_of(w->author));
    }
    if (w->has_message)
        json_object_set_new(step, "comment", text_of(w->message));
    json_array_append_new(member(config, "history", json_array), step);
}

/* ---------------------------------------------------------------- the new image */

static struct json_file dump(json_t *j)
{
    struct json_file f = { .bytes = json_dumps(j, JSON_COMPACT) };

    must(f.bytes != NULL);
    f.len = strlen(f.bytes);
    return f;
}

static bool is_docker(const char *media)
{
    return media && str_starts(media, "application/vnd.docker.");
}

static json_t *descriptor(const char *media, const char *digest, uint64_t size)
{
    return json_pack("{s:s, s:o, s:I}", "mediaType", media, "digest", json_sprintf("sha256:%s", digest), "size", (json_int_t)size);
}

static void say(json_t *manifest, json_t *config, const char *media)
{
    struct json_file m = dump(manifest), c = dump(config);
    json_t *layers = json_object_get(manifest, "layers"), *diffs = json_object_get(json_object_get(config, "rootfs"), "diff_ids"), *one;
    struct wire_list list, none = { 0 };
    struct wire_writer w;
    size_t i;

    wire_writer_init(&w);
    json_array_foreach(layers, i, one) {
        const char *blob = json_text(one, "digest"), *diff = json_string_value(json_array_get(diffs, i));

        if (!blob || !diff || strlen(blob) != 71 || strlen(diff) != 71)
            report_failed(ERR_FAILED, "the image below makes no sense any more");
        plan_add_layer(&w, diff + 7, blob + 7, json_text(one, "mediaType"), json_number(one, "size", "a layer"), NULL);
    }
    list = wire_list_of(&w, (uint32_t)i);
    plan_say(PLAN, "linux", &m, media, &c, config, json_text(json_object_get(manifest, "config"), "mediaType"), &list, &none);
}

_Noreturn void derive(char **args)
{
    struct rlimit memory = { 1u << 30, 1u << 30 }, none = { 0, 0 };
    struct json_file wishes = read_fd(WISHES, "the commit"), config_file;
    struct wire_reader r = { (const uint8_t *)wishes.bytes, (const uint8_t *)wishes.bytes + wishes.len };
    json_t *manifest, *config;
    struct container_commit w;
    const char *media, *config_media;
    struct err e = ERR_NONE;
    static struct report done;
    uint64_t size;
    char digest[65];

    if (setrlimit(RLIMIT_AS, &memory) < 0 || setrlimit(RLIMIT_CORE, &none) < 0 || jail_enter(DIR_FD) < 0)
        report_failed(ERR_FAILED, "entering the jail: %s", strerror(errno));
    if (wire_scan(wishes.bytes, wishes.len, &e) < 0 || container_commit_read(&r, &w, &e) < 0 || str_uint(args[2], INT64_MAX, &size) < 0)
        report_failed(ERR_INTERNAL, "what is to be committed: %s", e.text);
    manifest = json_parse(read_fd(MANIFEST, "the manifest"), "the manifest");
    config = json_parse(read_fd(CONFIG, "the configuration"), "the configuration");
    config_media = json_text(json_object_get(manifest, "config"), "mediaType");
    media = json_text(manifest, "mediaType");
    media = media ? media : "application/vnd.oci.image.manifest.v1+json";
    json_array_append_new(json_object_get(json_object_get(config, "rootfs"), "diff_ids"), json_sprintf("sha256:%s", args[1]));
    add_history(config, &w);
    if (w.has_config)
        change(member(config, "config", json_object), &w.config);
    config_file = dump(config);
    sha256_of(config_file.bytes, config_file.len, digest);
    json_array_append_new(json_object_get(manifest, "layers"),
                          descriptor(is_docker(config_media) ? "application/vnd.docker.image.rootfs.diff.tar.gzip" : "application/vnd.oci.image.layer.v1.tar+gzip", args[0], size));
    json_object_set_new(manifest, "config", descriptor(config_media ? config_media : "application/vnd.oci.image.config.v1+json", digest, config_file.len));
    say(manifest, config, media);
    report_done(&done);
}
