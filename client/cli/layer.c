/*
 * fork, snapshot, commit, export - what a container has written, elsewhere.
 */
#include "base/auto.h"
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/verbs.h"
#include "client/cli/words.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LONG_MS 1800000

static int set_container(const char *text, struct container_ref *out, struct err *e)
{
    if (strlen(text) >= sizeof out->text)
        return err_set(e, ERR_INVALID, "%s: not a container", text);
    str_fmt(out->text, sizeof out->text, "%s", text);
    return 0;
}

static int set_name(const char *text, struct volume_name *out, struct err *e)
{
    if (strlen(text) >= sizeof out->text)
        return err_set(e, ERR_INVALID, "%s: a name has at most 63 characters", text);
    str_fmt(out->text, sizeof out->text, "%s", text);
    return 0;
}

static void say_taken(struct word method, uint64_t frozen_ns, uint64_t bytes)
{
    char size[32], time[32];

    print_bytes(size, bytes);
    print_duration(time, frozen_ns);
    fprintf(stderr, "taken by %s%s%s, frozen for %s\n", method.text, bytes ? ", " : "", bytes ? size : "", frozen_ns ? time : "no time");
}

/* ---------------------------------------------------------------- fork */

static int start_one(const struct args *a, const char *id, struct err *e)
{
    struct container_start m = { 0 };
    struct wire_writer w, room;
    int r;

    str_fmt(m.container.text, sizeof m.container.text, "%s", id);
    wire_writer_init(&w);
    wire_writer_init(&room);
    container_start_write(&w, &m);
    r = cli_ask(a, "container.start", &w, 120000, &room, e);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return r;
}

/* One that does not start is said, and is there all the same. */
static int start_all(const struct args *a, const struct container_fork_reply *reply)
{
    struct wire_reader r = wire_reader(reply->ids.items);
    struct container_id id;
    int result = 0;

    for (uint32_t i = 0; i < reply->ids.count && container_id_read(&r, &id, NULL) == 0; i++) {
        struct err e = ERR_NONE;

        puts(id.text);
        if (args_has(a, "no-start") || start_one(a, id.text, &e) == 0)
            continue;
        fprintf(stderr, "quilt: %s: %s\n", id.text, e.text);
        result = 1;
    }
    return result;
}

static int fill_fork(const struct args *a, struct container_fork *m, struct err *e)
{
    const char *name = args_get(a, "name"), *count = args_get(a, "count");

    *m = (struct container_fork){ .count = 1, .secrets = args_has(a, "secrets"), .has_name = name != NULL };
    if (count && str_uint(count, 256, &m->count) < 0)
        return err_set(e, ERR_INVALID, "--count %s: 1 to 256", count);
    if (name && strlen(name) >= sizeof m->name.text)
        return err_set(e, ERR_INVALID, "--name %s: too long", name);
    str_fmt(m->name.text, sizeof m->name.text, "%s", name ? name : "");
    m->has_snapshot = str_starts(a->rest[0], "snapshot:");
    m->has_container = !m->has_snapshot;
    return m->has_snapshot ? set_name(a->rest[0] + 9, &m->snapshot, e) : set_container(a->rest[0], &m->container, e);
}

int cli_fork(const struct args *a, struct err *e)
{
    struct container_fork_reply reply;
    struct container_fork m;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    if (fill_fork(a, &m, e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    container_fork_write(&w, &m);
    result = cli_ask(a, "container.fork", &w, LONG_MS, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = container_fork_reply_read(&r, &reply, e);
    if (result == 0) {
        result = start_all(a, &reply);
        if (!args_has(a, "quiet"))
            say_taken(reply.method, reply.frozen_ns, reply.bytes);
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- snapshot */

static int snapshot_make(const struct args *a, const char *container, const char *name, struct err *e)
{
    struct container_snapshot m = { 0 };
    struct container_snapshot_reply reply;
    struct wire_writer w, room, labels;
    struct wire_reader r;
    int result;

    if (set_container(container, &m.container, e) < 0 || set_name(name, &m.name, e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    wire_writer_init(&labels);
    result = words_labels(a, &labels, &m.labels, e);
    m.has_labels = m.labels.count;
    container_snapshot_write(&w, &m);
    if (result == 0)
        result = cli_ask(a, "container.snapshot", &w, LONG_MS, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = container_snapshot_reply_read(&r, &reply, e);
    if (result == 0) {
        puts(name);
        if (!args_has(a, "quiet"))
            say_taken(reply.method, reply.frozen_ns, reply.bytes);
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    wire_writer_done(&labels);
    return result;
}

static int snapshot_create_word(const struct args *a, char **rest, struct err *e)
{
    return snapshot_make(a, rest[0], rest[1], e);
}

static int snapshot_remove_word(const struct args *a, char **rest, struct err *e)
{
    return words_remove(a, "snapshot.remove", "snapshot", rest, e);
}

static void add_snapshot(struct table *t, const struct volume *v)
{
    char text[100];

    table_cell(t, v->name.text);
    table_cell(t, v->has_container ? v->container.text : "");
    str_fmt(text, sizeof text, "%.12s", v->has_digest ? v->digest.text : "");
    table_cell(t, text);
    print_time(text, v->created_ns);
    table_cell(t, text);
    table_cell(t, v->has_method ? v->method.text : "");
    print_bytes(text, v->has_bytes ? v->bytes : 0);
    table_cell(t, text);
}

static int snapshot_list_word(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "NAME", "CONTAINER", "IMAGE", "SINCE", "BY", "SIZE" };
    struct table *t = table_new(heads, 6);
    const char *format = words_format(a);
    struct snapshot_list_reply reply;
    struct wire_writer room;
    struct wire_reader r;
    int result;

    (void)rest;
    wire_writer_init(&room);
    result = words_ask(a, "snapshot.list", NULL, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = snapshot_list_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 ? reply.snapshots.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.snapshots.count; i++) {
        struct wire_reader one;
        struct wire_span bytes;
        struct volume v;

        wire_read_raw(&r, &bytes, NULL);
        one = wire_reader(bytes);
        if (format)
            result = words_print(format, bytes, e);
        else if (volume_read(&one, &v, e) < 0)
            result = -1;
        else if (args_has(a, "quiet"))
            puts(v.name.text);
        else
            add_snapshot(t, &v);
    }
    if (result == 0 && !format && !args_has(a, "quiet"))
        table_print(t, true);
    wire_writer_done(&room);
    return result;
}

int cli_snapshot(const struct args *a, struct err *e)
{
    static const struct subverb words[] = {
        { "create", "CONTAINER NAME", 2, 2, snapshot_create_word, "label quiet " },
        { "list", "", 0, 0, snapshot_list_word, "quiet format " },
        { "ls", "", 0, 0, snapshot_list_word, "quiet format " },
        { "remove", "NAME…", 1, -1, snapshot_remove_word, "" },
        { "rm", "NAME…", 1, -1, snapshot_remove_word, "" },
        { NULL, NULL, 0, 0, NULL, NULL },
    };

    for (size_t i = 0; words[i].name; i++)
        if (!strcmp(words[i].name, a->rest[0]))
            return words_run(a, words, "snapshot", e);
    if (a->rest_count != 2)
        return err_set(e, ERR_INVALID, "quilt snapshot needs CONTAINER NAME, list, or remove NAME");
    return snapshot_make(a, a->rest[0], a->rest[1], e);
}

/* ---------------------------------------------------------------- commit */

static void add_texts(const struct args *a, const char *option, struct wire_writer *w, bool *has, struct wire_list *out)
{
    uint32_t count = 0;

    for (int i = 0; i < a->option_count; i++)
        if (!strcmp(a->options[i].def->name, option)) {
            wire_put_str(w, a->options[i].value);
            count++;
        }
    *has = count > 0;
    *out = wire_list_of(w, count);
}

static int add_pairs(const struct args *a, const char *option, struct wire_writer *w, bool *has, struct wire_list *out, struct err *e)
{
    uint32_t count = 0;

    for (int i = 0; i < a->option_count; i++) {
        const char *text = a->options[i].value, *eq;

        if (strcmp(a->options[i].def->name, option))
            continue;
        eq = strchr(text, '=');
        if (!eq || eq == text)
            return err_set(e, ERR_INVALID, "--%s %s: KEY=VALUE is needed", option, text);
        wire_put_span(w, (struct wire_span){ (const uint8_t *)text, (size_t)(eq - text) });
        wire_put_str(w, eq + 1);
        count++;
    }
    *has = count > 0;
    *out = wire_list_of(w, count);
    return 0;
}

static void set_span(const struct args *a, const char *option, bool *has, struct wire_span *out)
{
    *has = args_has(a, option);
    *out = wire_text(args_get(a, option));
}

static int print_image(struct wire_writer *room, struct err *e)
{
    struct wire_reader r = wire_reader(wire_written(room));
    struct container_commit_reply reply;

    if (container_commit_reply_read(&r, &reply, e) < 0)
        return -1;
    puts(reply.image.digest.text);
    return 0;
}

int cli_commit(const struct args *a, struct err *e)
{
    struct wire_writer lists[4], w, room;
    struct container_commit m = { 0 };
    struct image_config *c = &m.config;
    int result = set_container(a->rest[0], &m.container, e);

    m.has_tag = a->rest[1] != NULL;
    if (result < 0 || (m.has_tag && strlen(a->rest[1]) >= sizeof m.tag.text))
        return result < 0 ? -1 : err_set(e, ERR_INVALID, "%s: too long for a tag", a->rest[1]);
    str_fmt(m.tag.text, sizeof m.tag.text, "%s", m.has_tag ? a->rest[1] : "");
    for (int i = 0; i < 4; i++)
        wire_writer_init(&lists[i]);
    wire_writer_init(&w);
    wire_writer_init(&room);
    set_span(a, "message", &m.has_message, &m.message);
    set_span(a, "author", &m.has_author, &m.author);
    set_span(a, "user", &c->has_user, &c->user);
    set_span(a, "workdir", &c->has_workdir, &c->workdir);
    add_texts(a, "cmd", &lists[0], &c->has_cmd, &c->cmd);
    add_texts(a, "entrypoint", &lists[1], &c->has_entrypoint, &c->entrypoint);
    if (add_pairs(a, "env", &lists[2], &c->has_env, &c->env, e) < 0 || add_pairs(a, "label", &lists[3], &c->has_labels, &c->labels, e) < 0)
        result = -1;
    m.has_config = true;
    container_commit_write(&w, &m);
    if (result == 0)
        result = cli_ask(a, "container.commit", &w, LONG_MS, &room, e);
    if (result == 0)
        result = print_image(&room, e);
    for (int i = 0; i < 4; i++)
        wire_writer_done(&lists[i]);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- export */

/* A copy of all of it, as an archive. */
static int export_to(const struct args *a, struct err *e)
{
    struct args copy = *a;
    char from[200];
    char *rest[] = { from, (char[]){ "-" }, NULL };

    if (snprintf(from, sizeof from, "%s:/", a->rest[0]) >= (int)sizeof from)
        return err_set(e, ERR_INVALID, "%s: not a container", a->rest[0]);
    copy.rest = rest;
    copy.rest_count = 2;
    return cli_copy(&copy, e);
}

int cli_export(const struct args *a, struct err *e)
{
    const char *name = args_get(a, "output");
    struct output out;
    int r;

    if (!name && isatty(1))
        return err_set(e, ERR_INVALID, "quilt export: an archive on a terminal helps nobody: use -o FILE, or a pipe");
    if (!name)
        return export_to(a, e);
    if (output_begin(&out, name, e) < 0)
        return -1;
    if (dup2(out.fd, 1) < 0) {
        err_sys(e, "%s", name);
        return output_end(&out, -1, e);
    }
    r = export_to(a, e);
    if (r == 0 && (close(1) < 0 || open("/dev/null", O_WRONLY) < 0))
        r = err_sys(e, "%s", name);
    return output_end(&out, r, e);
}
