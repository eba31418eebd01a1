/*
 * image - images in and out, and what is known of them.
 */
#include "base/auto.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/progress.h"
#include "client/cli/stream.h"
#include "client/cli/verbs.h"
#include "client/cli/words.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK 262144

/* ---------------------------------------------------------------- import */

/* Archives come from pipes too: piece by piece, and each piece may be sent again. */
static int upload(struct quilt *q, struct word *name, struct err *e)
{
    static uint8_t room[CHUNK];
    uint64_t offset = 0;
    uint8_t random[8];

    if (getrandom(random, sizeof random, 0) != (ssize_t)sizeof random)
        return err_sys(e, "naming an upload");
    str_hex(random, sizeof random, name->text);
    for (;;) {
        struct image_upload m = { .upload = *name, .offset = offset };
        struct quilt_reply reply;
        struct wire_writer w;
        size_t len = 0;
        ssize_t n;
        int r;

        while (len < sizeof room && (n = read(0, room + len, sizeof room - len)) > 0)
            len += (size_t)n;
        if (len < sizeof room && n < 0)
            return err_sys(e, "standard input");
        if (len == 0)
            return offset ? 0 : err_set(e, ERR_INVALID, "standard input: is empty");
        m.data = (struct wire_span){ room, len };
        wire_writer_init(&w);
        image_upload_write(&w, &m);
        r = quilt_call(q, "image.upload", &w, NULL, 30000, &reply, e);
        wire_writer_done(&w);
        if (r < 0)
            return -1;
        offset += len;
    }
}

static int set_tag(const char *option, const char *text, bool *has, struct tag_name *out, struct err *e)
{
    *has = text != NULL;
    if (text && strlen(text) >= sizeof out->text)
        return err_set(e, ERR_INVALID, "%s %s: too long", option, text);
    str_fmt(out->text, sizeof out->text, "%s", text ? text : "");
    return 0;
}

static int set_format(const struct args *a, enum image_format *out, struct err *e)
{
    const char *text = args_get(a, "as");

    for (int i = 0; text && i < IMAGE_FORMAT_COUNT; i++)
        if (!strcmp(text, image_format_name((enum image_format)i))) {
            *out = (enum image_format)i;
            return 0;
        }
    return text ? err_set(e, ERR_INVALID, "--as %s: auto, rootfs or layout is needed", text) : 0;
}

static int call_import(const struct args *a, struct quilt *q, const struct image_import *m, struct err *e)
{
    struct image_import_reply reply;
    struct quilt_reply out;
    struct wire_writer w;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    image_import_write(&w, m);
    result = progress_call(q, a, "image.import", &w, NULL, &out, e);
    wire_writer_done(&w);
    if (result < 0)
        return -1;
    r = wire_reader(out.result);
    if (image_import_reply_read(&r, &reply, e) < 0)
        return -1;
    puts(reply.image.digest.text);
    return 0;
}

static int image_pull(const struct args *a, char **rest, struct err *e);

static int image_import(const struct args *a, char **rest, struct err *e)
{
    struct image_import m = { .has_ref = args_has(a, "ref"), .ref = wire_text(args_get(a, "ref")), .has_platform = args_has(a, "platform"), .platform = wire_text(args_get(a, "platform")) };
    char path[PATH_MAX];
    struct quilt *q;
    int result = -1;

    if (str_starts(rest[0], "docker://"))
        return image_pull(a, rest, e);
    if (set_tag("--tag", args_get(a, "tag"), &m.has_tag, &m.tag, e) < 0 || set_format(a, &m.format, e) < 0)
        return -1;
    m.has_upload = !strcmp(rest[0], "-");
    m.has_path = !m.has_upload;
    if (m.has_path && !realpath(rest[0], path))
        return err_set(e, ERR_NOT_FOUND, "image %s: %s", rest[0], strerror(errno));
    m.path = wire_text(path);
    q = quilt_open(quilt_run_dir(a->run_dir), QUILT_CONTROL, e);
    if (q && (m.has_path || upload(q, &m.upload, e) == 0))
        result = call_import(a, q, &m, e);
    quilt_close(q);
    return result;
}

/* ---------------------------------------------------------------- registries */

/* A small file, whole; "" if it is not there and was not asked for. */
static int read_file(const char *path, bool asked, uint8_t *room, size_t size, struct wire_span *out, struct err *e)
{
    auto_fd int fd = open(path, O_RDONLY | O_CLOEXEC);
    size_t len = 0;
    ssize_t n = 0;

    *out = (struct wire_span){ room, 0 };
    if (fd < 0)
        return asked ? err_sys(e, "%s", path) : 0;
    while (len < size && (n = read(fd, room + len, size - len)) > 0)
        len += (size_t)n;
    out->len = len;
    return n < 0 ? err_sys(e, "%s", path) : len == size ? err_set(e, ERR_INVALID, "%s: is too large", path) : 0;
}

/* Where docker and podman put what they were told by login. */
static int read_auth(const struct args *a, uint8_t *room, size_t size, struct wire_span *out, struct err *e)
{
    static const struct {
        const char *variable, *below;
    } places[] = { { "REGISTRY_AUTH_FILE", "" }, { "DOCKER_CONFIG", "/config.json" }, { "XDG_RUNTIME_DIR", "/containers/auth.json" }, { "HOME", "/.docker/config.json" } };
    const char *given = args_get(a, "auth-file");
    char path[PATH_MAX];

    if (given)
        return read_file(given, true, room, size, out, e);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *value = getenv(places[i].variable);

        if (!value || snprintf(path, sizeof path, "%s%s", value, places[i].below) >= (int)sizeof path)
            continue;
        if (read_file(path, false, room, size, out, e) < 0)
            return -1;
        if (out->len)
            return 0;
    }
    return 0;
}

struct registry_room {
    uint8_t auth_room[65537], ca_room[262145];
    struct wire_span auth, ca;
};

static int registry_options(const struct args *a, struct registry_room *r, struct err *e)
{
    const char *ca = args_get(a, "ca-file");

    if (ca && read_file(ca, true, r->ca_room, sizeof r->ca_room, &r->ca, e) < 0)
        return -1;
    return read_auth(a, r->auth_room, sizeof r->auth_room, &r->auth, e);
}

static int call_registry(const struct args *a, const char *verb, struct wire_writer *w, struct wire_span (*digest_of)(struct wire_span, char[65]), struct err *e)
{
    struct quilt *q = quilt_open(quilt_run_dir(a->run_dir), QUILT_CONTROL, e);
    struct quilt_reply out;
    char digest[65] = "";
    int result = q ? progress_call(q, a, verb, w, NULL, &out, e) : -1;

    if (result == 0) {
        digest_of(out.result, digest);
        puts(digest);
    }
    quilt_close(q);
    return result;
}

static struct wire_span pulled_digest(struct wire_span result, char out[65])
{
    struct wire_reader r = wire_reader(result);
    struct image_pull_reply reply;

    if (image_pull_reply_read(&r, &reply, NULL) == 0)
        str_fmt(out, 65, "%s", reply.image.digest.text);
    return result;
}

static struct wire_span pushed_digest(struct wire_span result, char out[65])
{
    struct wire_reader r = wire_reader(result);
    struct image_push_reply reply;

    if (image_push_reply_read(&r, &reply, NULL) == 0)
        str_fmt(out, 65, "%s", reply.digest.text);
    return result;
}

static int image_pull(const struct args *a, char **rest, struct err *e)
{
    auto_free struct registry_room *room = xalloc(sizeof *room);
    struct image_pull m = { .name = wire_text(rest[0]), .has_platform = args_has(a, "platform"), .platform = wire_text(args_get(a, "platform")), .plain_http = args_has(a, "plain-http") };
    struct wire_writer w;
    int r;

    if (set_tag("--tag", args_get(a, "tag"), &m.has_tag, &m.tag, e) < 0 || registry_options(a, room, e) < 0)
        return -1;
    m.has_auth = room->auth.len;
    m.auth = room->auth;
    m.has_ca = room->ca.len;
    m.ca = room->ca;
    wire_writer_init(&w);
    image_pull_write(&w, &m);
    r = call_registry(a, "image.pull", &w, pulled_digest, e);
    wire_writer_done(&w);
    return r;
}

static int image_push(const struct args *a, char **rest, struct err *e)
{
    auto_free struct registry_room *room = xalloc(sizeof *room);
    struct image_push m = { .image = wire_text(rest[0]), .has_name = rest[1] != NULL, .name = wire_text(rest[1]), .plain_http = args_has(a, "plain-http") };
    struct wire_writer w;
    int r;

    if (registry_options(a, room, e) < 0)
        return -1;
    m.has_auth = room->auth.len;
    m.auth = room->auth;
    m.has_ca = room->ca.len;
    m.ca = room->ca;
    wire_writer_init(&w);
    image_push_write(&w, &m);
    r = call_registry(a, "image.push", &w, pushed_digest, e);
    wire_writer_done(&w);
    return r;
}

/* ---------------------------------------------------------------- list */

static void join(char *out, size_t size, const struct wire_list *list)
{
    struct wire_reader r = wire_reader(list->items);
    size_t len = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < list->count && len < size; i++) {
        struct wire_span text;

        if (wire_read_str(&r, &text, NULL) < 0)
            return;
        len += (size_t)snprintf(out + len, size - len, "%s%.*s", len ? " " : "", (int)text.len, (const char *)text.data);
    }
}

static void add_image(struct table *t, const struct image *m)
{
    char size[32], text[512], layers[24], id[13];

    str_fmt(id, sizeof id, "%.12s", m->digest.text);
    table_cell(t, id);
    join(text, sizeof text, m->has_tags ? &m->tags : &(struct wire_list){ 0 });
    table_cell(t, text);
    print_bytes(size, m->bytes);
    table_cell(t, size);
    snprintf(layers, sizeof layers, "%llu", (unsigned long long)m->layers);
    table_cell(t, layers);
    print_time(text, m->created_ns);
    table_cell(t, text);
    wire_copy(text, sizeof text, m->source);
    table_cell(t, text);
}

static int image_list(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "DIGEST", "TAGS", "SIZE", "LAYERS", "SINCE", "SOURCE" };
    const char *format = words_format(a);
    struct image_list_reply reply = { 0 };
    struct wire_writer room;
    struct wire_reader r;
    struct table *t = table_new(heads, 6);
    int result;

    (void)rest;
    wire_writer_init(&room);
    result = words_ask(a, "image.list", NULL, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = image_list_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 ? reply.images.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.images.count; i++) {
        struct wire_reader one;
        struct wire_span bytes;
        struct image m;

        wire_read_raw(&r, &bytes, NULL);
        one = wire_reader(bytes);
        if (format)
            result = words_print(format, bytes, e);
        else if (image_read(&one, &m, e) < 0)
            result = -1;
        else if (args_has(a, "quiet"))
            puts(m.digest.text);
        else
            add_image(t, &m);
    }
    if (result == 0 && !format && !args_has(a, "quiet"))
        table_print(t, true);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- inspect, history */

static int ask_about(const struct args *a, const char *ref, struct wire_writer *room, struct err *e)
{
    struct image_inspect m = { .image = wire_text(ref) };
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    image_inspect_write(&w, &m);
    r = words_ask(a, "image.inspect", &w, room, e);
    wire_writer_done(&w);
    return r;
}

static int image_inspect(const struct args *a, char **rest, struct err *e)
{
    const char *format = words_format(a);
    int result = 0;

    for (; *rest && result == 0; rest++) {
        struct wire_writer room;

        wire_writer_init(&room);
        result = ask_about(a, *rest, &room, e);
        if (result == 0 && format)
            result = words_print(format, wire_written(&room), e);
        else if (result == 0)
            print_json(wire_written(&room), true);
        wire_writer_done(&room);
    }
    return result;
}

static int image_history(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "CREATED", "LAYER", "BY", "COMMENT" };
    struct table *t = table_new(heads, 4);
    struct image_inspect_reply reply;
    struct wire_writer room;
    struct wire_reader r;
    int result;

    wire_writer_init(&room);
    result = ask_about(a, rest[0], &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = image_inspect_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 && reply.record.has_history ? reply.record.history.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && reply.record.has_history && i < reply.record.history.count; i++) {
        struct image_step s;
        char text[1100];

        if (image_step_read(&r, &s, e) < 0) {
            result = -1;
            break;
        }
        wire_copy(text, sizeof text, s.has_created ? s.created : wire_text(""));
        table_cell(t, text);
        table_cell(t, s.empty ? "" : "yes");
        wire_copy(text, sizeof text, s.has_created_by ? s.created_by : wire_text(""));
        table_cell(t, text);
        wire_copy(text, sizeof text, s.has_comment ? s.comment : wire_text(""));
        table_cell(t, text);
    }
    if (result == 0)
        table_print(t, true);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- save */

static int read_piece(struct quilt *q, const struct image_read *m, struct image_read_reply *out, struct quilt_reply *room, struct err *e)
{
    struct wire_writer w;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    image_read_write(&w, m);
    result = quilt_call(q, "image.read", &w, NULL, 30000, room, e);
    wire_writer_done(&w);
    r = wire_reader(result == 0 ? room->result : (struct wire_span){ 0 });
    return result < 0 ? -1 : image_read_reply_read(&r, out, e);
}

/* Each piece is asked for by its place: a daemon that restarts meanwhile goes unnoticed. */
static int save_to(struct quilt *q, struct image_read *m, int fd, const char *name, struct err *e)
{
    struct image_read_reply piece = { 0 };
    struct quilt_reply room;
    char digest[65] = "";

    do {
        if (read_piece(q, m, &piece, &room, e) < 0)
            return -1;
        if (*digest && strcmp(digest, piece.digest.text))
            return err_set(e, ERR_CONFLICT, "image %.*s: became another one while it was read", (int)m->image.len, (const char *)m->image.data);
        str_fmt(digest, sizeof digest, "%s", piece.digest.text);
        if (fd_write_all(fd, piece.data.data, piece.data.len) < 0)
            return err_sys(e, "%s", name);
        m->offset += piece.data.len;
        if (!piece.data.len && m->offset < piece.total_bytes)
            return err_set(e, ERR_INTERNAL, "image.read: gave nothing at %llu of %llu", (unsigned long long)m->offset, (unsigned long long)piece.total_bytes);
    } while (m->offset < piece.total_bytes);
    return 0;
}

static int save_file(const struct args *a, struct quilt *q, struct image_read *m, struct err *e)
{
    const char *name = args_get(a, "output");
    struct output out;

    if (!name && isatty(1))
        return err_set(e, ERR_INVALID, "quilt image save: an archive on a terminal helps nobody: use -o FILE, or a pipe");
    if (!name)
        return save_to(q, m, 1, "standard output", e);
    return output_begin(&out, name, e) < 0 ? -1 : output_end(&out, save_to(q, m, out.fd, name, e), e);
}

static int image_save(const struct args *a, char **rest, struct err *e)
{
    const char *format = args_get(a, "save-format") ? args_get(a, "save-format") : args_get(a, "format");
    struct image_read m = { .image = wire_text(rest[0]) };
    struct quilt *q;
    int r;

    if (format && strcmp(format, "oci") && strcmp(format, "docker"))
        return err_set(e, ERR_INVALID, "--format %s: oci or docker is needed", format);
    m.format = format && !strcmp(format, "docker") ? SAVE_FORMAT_DOCKER : SAVE_FORMAT_OCI;
    q = quilt_open(quilt_run_dir(a->run_dir), QUILT_CONTROL, e);
    if (!q)
        return -1;
    r = save_file(a, q, &m, e);
    quilt_close(q);
    return r;
}

/* ---------------------------------------------------------------- tag, remove, prune */

static int image_tag(const struct args *a, char **rest, struct err *e)
{
    struct image_tag m = { .image = wire_text(rest[0]) };
    struct wire_writer w;
    bool has;
    int r;

    if (set_tag("tag", rest[1], &has, &m.tag, e) < 0)
        return -1;
    wire_writer_init(&w);
    image_tag_write(&w, &m);
    r = words_do(a, "image.tag", &w, rest[1], e);
    wire_writer_done(&w);
    return r;
}

static int image_remove(const struct args *a, char **rest, struct err *e)
{
    int result = 0;

    for (; *rest; rest++) {
        struct image_remove m = { .image = wire_text(*rest), .force = args_has(a, "force") };
        struct err one = ERR_NONE;
        struct wire_writer w;

        wire_writer_init(&w);
        image_remove_write(&w, &m);
        if (words_do(a, "image.remove", &w, *rest, &one) < 0) {
            if (!rest[1] && result == 0) {
                *e = one;
                result = -1;
            } else {
                fprintf(stderr, "quilt: %s\n", one.text);
                result = 1;
            }
        }
        wire_writer_done(&w);
    }
    return result;
}

static int image_prune(const struct args *a, char **rest, struct err *e)
{
    struct image_prune m = { .all = args_has(a, "all"), .has_label = args_has(a, "label"), .label = wire_text(args_get(a, "label")), .dry_run = args_has(a, "dry-run") };
    struct image_prune_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    struct digest d;
    char size[32];
    int result;

    (void)rest;
    m.has_before_ns = args_has(a, "until");
    if (m.has_before_ns && cli_time_of("until", args_get(a, "until"), &m.before_ns, e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    image_prune_write(&w, &m);
    result = words_ask(a, "image.prune", &w, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = image_prune_reply_read(&r, &reply, e);
    if (result == 0) {
        r = wire_reader(reply.images.items);
        for (uint32_t i = 0; i < reply.images.count && digest_read(&r, &d, NULL) == 0; i++)
            puts(d.text);
        print_bytes(size, reply.bytes);
        fprintf(stderr, "%u images, %s%s\n", reply.images.count, size, m.dry_run ? " would go" : "");
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

int cli_image(const struct args *a, struct err *e)
{
    static const struct subverb words[] = {
        { "import", "PATH, or - for standard input", 1, 1, image_import, "tag ref platform as auth-file ca-file plain-http " },
        { "pull", "HOST[:PORT]/NAME[:TAG]", 1, 1, image_pull, "tag platform auth-file ca-file plain-http " },
        { "push", "IMAGE [HOST[:PORT]/NAME[:TAG]]", 1, 2, image_push, "auth-file ca-file plain-http " },
        { "list", "", 0, 0, image_list, "quiet format " },
        { "ls", "", 0, 0, image_list, "quiet format " },
        { "inspect", "IMAGE…", 1, -1, image_inspect, "format " },
        { "history", "IMAGE", 1, 1, image_history, "" },
        { "tag", "IMAGE NAME[:TAG]", 2, 2, image_tag, "" },
        { "save", "IMAGE", 1, 1, image_save, "output save-format format " },
        { "remove", "IMAGE…", 1, -1, image_remove, "force " },
        { "rm", "IMAGE…", 1, -1, image_remove, "force " },
        { "prune", "", 0, 0, image_prune, "all until label dry-run " },
        { NULL, NULL, 0, 0, NULL, NULL },
    };

    return words_run(a, words, "image", e);
}
