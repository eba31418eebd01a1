/*
 * volume, secret - what outlives containers.
 */
#include "base/auto.h"
#include "base/must.h"
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/verbs.h"
#include "client/cli/words.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SECRET_MAX 262144

static int set_name(const char *text, struct volume_name *out, struct err *e)
{
    if (strlen(text) >= sizeof out->text)
        return err_set(e, ERR_INVALID, "%s: a name has at most 63 characters", text);
    str_fmt(out->text, sizeof out->text, "%s", text);
    return 0;
}

/* ---------------------------------------------------------------- volumes */

static int volume_create_word(const struct args *a, char **rest, struct err *e)
{
    struct volume_create m = { 0 };
    struct wire_writer labels, w;
    int r = -1;

    wire_writer_init(&labels);
    wire_writer_init(&w);
    if (set_name(rest[0], &m.name, e) == 0 && words_labels(a, &labels, &m.labels, e) == 0) {
        m.has_labels = m.labels.count;
        volume_create_write(&w, &m);
        r = words_do(a, "volume.create", &w, rest[0], e);
    }
    wire_writer_done(&labels);
    wire_writer_done(&w);
    return r;
}

static void labels_text(const struct volume *v, char *out, size_t size)
{
    struct wire_reader r = wire_reader(v->labels.items);
    size_t len = 0;

    out[0] = '\0';
    for (uint32_t i = 0; v->has_labels && i < v->labels.count && len < size; i++) {
        struct wire_span k, value;

        if (wire_read_str(&r, &k, NULL) < 0 || wire_read_str(&r, &value, NULL) < 0)
            return;
        len += (size_t)snprintf(out + len, size - len, "%s%.*s=%.*s", i ? " " : "", (int)k.len, (const char *)k.data, (int)value.len, (const char *)value.data);
    }
}

/* A list of struct volume, each as it was asked for. */
static int print_all(const struct args *a, struct wire_list list, bool secrets, struct err *e)
{
    static const char *const heads[2][4] = { { "NAME", "SINCE", "LABELS", "PATH" }, { "NAME", "SINCE", "LABELS", "BYTES" } };
    const char *format = words_format(a);
    struct table *t = table_new(heads[secrets], 4);
    struct wire_reader r = wire_reader(list.items);
    int result = 0;

    for (uint32_t i = 0; result == 0 && i < list.count; i++) {
        struct wire_span bytes;
        struct wire_reader one;
        struct volume v;
        char text[2000];

        wire_read_raw(&r, &bytes, NULL);
        one = wire_reader(bytes);
        if (format) {
            result = words_print(format, bytes, e);
            continue;
        }
        if (volume_read(&one, &v, e) < 0)
            return -1;
        if (args_has(a, "quiet")) {
            puts(v.name.text);
            continue;
        }
        table_cell(t, v.name.text);
        print_time(text, v.created_ns);
        table_cell(t, text);
        labels_text(&v, text, sizeof text);
        table_cell(t, text);
        if (secrets)
            snprintf(text, sizeof text, "%llu", (unsigned long long)v.bytes);
        else
            wire_copy(text, sizeof text, v.path);
        table_cell(t, text);
    }
    if (result == 0 && !format && !args_has(a, "quiet"))
        table_print(t, true);
    return result;
}

/* "label=KEY[=VALUE]" */
static int filter_of(const struct args *a, struct wire_span *out, bool *has, struct err *e)
{
    const char *filter = args_get(a, "filter");

    *has = filter != NULL;
    if (filter && !str_starts(filter, "label="))
        return err_set(e, ERR_INVALID, "--filter %s: label=KEY[=VALUE] is known", filter);
    *out = wire_text(filter ? filter + 6 : NULL);
    return 0;
}

static int volume_list_word(const struct args *a, char **rest, struct err *e)
{
    struct volume_list_reply reply;
    struct volume_list m = { 0 };
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    (void)rest;
    if (filter_of(a, &m.label, &m.has_label, e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    volume_list_write(&w, &m);
    result = words_ask(a, "volume.list", &w, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = volume_list_reply_read(&r, &reply, e);
    if (result == 0)
        result = print_all(a, reply.volumes, false, e);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int volume_inspect_word(const struct args *a, char **rest, struct err *e)
{
    const char *format = words_format(a);
    int result = 0;

    for (; *rest && result == 0; rest++) {
        struct volume_inspect m = { 0 };
        struct wire_writer w, room;

        wire_writer_init(&w);
        wire_writer_init(&room);
        result = set_name(*rest, &m.volume, e);
        volume_inspect_write(&w, &m);
        if (result == 0)
            result = words_ask(a, "volume.inspect", &w, &room, e);
        if (result == 0 && format)
            result = words_print(format, wire_written(&room), e);
        else if (result == 0)
            print_json(wire_written(&room), true);
        wire_writer_done(&w);
        wire_writer_done(&room);
    }
    return result;
}

static int volume_remove_word(const struct args *a, char **rest, struct err *e)
{
    return words_remove(a, "volume.remove", "volume", rest, e);
}

static int volume_prune_word(const struct args *a, char **rest, struct err *e)
{
    struct volume_prune m = { .dry_run = args_has(a, "dry-run"), .has_before_ns = args_has(a, "until") };
    struct volume_prune_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    struct volume_name name;
    int result;

    (void)rest;
    if (filter_of(a, &m.label, &m.has_label, e) < 0 || (m.has_before_ns && cli_time_of("until", args_get(a, "until"), &m.before_ns, e) < 0))
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    volume_prune_write(&w, &m);
    result = words_ask(a, "volume.prune", &w, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = volume_prune_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 ? reply.volumes.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.volumes.count && volume_name_read(&r, &name, NULL) == 0; i++)
        puts(name.text);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

int cli_volume(const struct args *a, struct err *e)
{
    static const struct subverb words[] = {
        { "create", "NAME", 1, 1, volume_create_word, "label " },
        { "list", "", 0, 0, volume_list_word, "filter quiet format " },
        { "ls", "", 0, 0, volume_list_word, "filter quiet format " },
        { "inspect", "NAME…", 1, -1, volume_inspect_word, "format " },
        { "remove", "NAME…", 1, -1, volume_remove_word, "" },
        { "rm", "NAME…", 1, -1, volume_remove_word, "" },
        { "prune", "", 0, 0, volume_prune_word, "filter until dry-run " },
        { NULL, NULL, 0, 0, NULL, NULL },
    };

    return words_run(a, words, "volume", e);
}

/* ---------------------------------------------------------------- secrets */

static ssize_t read_all(const char *path, uint8_t *room, size_t size, struct err *e)
{
    auto_fd int fd = strcmp(path, "-") ? open(path, O_RDONLY | O_CLOEXEC) : dup(0);
    size_t len = 0;
    ssize_t n = 0;

    while (fd >= 0 && len < size && (n = read(fd, room + len, size - len)) > 0)
        len += (size_t)n;
    if (fd < 0 || n < 0)
        return err_sys(e, "%s", path);
    return len == size ? err_set(e, ERR_INVALID, "%s: a secret has at most %d bytes", path, SECRET_MAX) : (ssize_t)len;
}

static int secret_create_word(const struct args *a, char **rest, struct err *e)
{
    auto_free uint8_t *room = xalloc(SECRET_MAX + 1);
    struct secret_create m = { 0 };
    struct wire_writer labels, w;
    ssize_t len = read_all(rest[1], room, SECRET_MAX + 1, e);
    int r = -1;

    wire_writer_init(&labels);
    wire_writer_init(&w);
    if (len >= 0 && set_name(rest[0], &m.name, e) == 0 && words_labels(a, &labels, &m.labels, e) == 0) {
        m.has_labels = m.labels.count;
        m.data = (struct wire_span){ room, (size_t)len };
        secret_create_write(&w, &m);
        r = words_do(a, "secret.create", &w, rest[0], e);
    }
    if (w.data)
        explicit_bzero(w.data, w.len);
    explicit_bzero(room, SECRET_MAX + 1);
    wire_writer_done(&labels);
    wire_writer_done(&w);
    return r;
}

static int secret_list_word(const struct args *a, char **rest, struct err *e)
{
    struct secret_list_reply reply;
    struct wire_writer room;
    struct wire_reader r;
    int result;

    (void)rest;
    wire_writer_init(&room);
    result = words_ask(a, "secret.list", NULL, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = secret_list_reply_read(&r, &reply, e);
    if (result == 0)
        result = print_all(a, reply.secrets, true, e);
    wire_writer_done(&room);
    return result;
}

static int secret_remove_word(const struct args *a, char **rest, struct err *e)
{
    return words_remove(a, "secret.remove", "secret", rest, e);
}

int cli_secret(const struct args *a, struct err *e)
{
    static const struct subverb words[] = {
        { "create", "NAME FILE, or - for standard input", 2, 2, secret_create_word, "label " },
        { "list", "", 0, 0, secret_list_word, "quiet format " },
        { "ls", "", 0, 0, secret_list_word, "quiet format " },
        { "remove", "NAME…", 1, -1, secret_remove_word, "" },
        { "rm", "NAME…", 1, -1, secret_remove_word, "" },
        { NULL, NULL, 0, 0, NULL, NULL },
    };

    return words_run(a, words, "secret", e);
}
