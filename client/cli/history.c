/*
 * why, history, list --at - what happened: in words, event by event, and how it was then.
 */
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/verbs.h"
#include "protocol/gen/messages.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LOG_LINES "10"

static int name_container(struct container_ref *to, const char *ref, struct err *e)
{
    if (strlen(ref) >= sizeof to->text)
        return err_set(e, ERR_INVALID, "%s: not a container", ref);
    str_fmt(to->text, sizeof to->text, "%s", ref);
    return 0;
}

/* ---------------------------------------------------------------- events as rows */

/* What says nothing in a row: times beside the one in front, and what is as it always is. */
static bool is_noise(struct wire_span key, struct wire_span value)
{
    struct wire_reader v = wire_reader(value);
    uint64_t n = 1;
    bool b = false;

    if (key.len > 3 && !memcmp(key.data + key.len - 3, "_ns", 3))
        return true;
    if (wire_peek(&v) == 'b')
        return wire_read_bool(&v, &b, NULL) == 0 && b;
    return wire_peek(&v) == 'u' && !wire_is(&key, "code") && wire_read_uint(&v, 0, UINT64_MAX, &n, NULL) == 0 && n == 0;
}

/* "code=3 reason=exited": the fields of an event, and of a map in it, in a row. */
static void put_details(struct wire_span attrs, FILE *f)
{
    struct wire_reader r = wire_reader(attrs);
    uint32_t pairs;

    if (wire_read_map(&r, &pairs, NULL) < 0)
        return;
    while (pairs--) {
        struct wire_span key, value, text;
        struct wire_reader v;

        if (wire_read_str(&r, &key, NULL) < 0 || wire_read_raw(&r, &value, NULL) < 0)
            return;
        v = wire_reader(value);
        if (is_noise(key, value))
            continue;
        if (wire_peek(&v) == 'm') {
            put_details(value, f);
            continue;
        }
        fprintf(f, "%.*s=", (int)key.len, (const char *)key.data);
        if (wire_peek(&v) == 's' && wire_read_str(&v, &text, NULL) == 0) {
            fprintf(f, "%.*s ", (int)text.len, (const char *)text.data);
        } else if (wire_peek(&v) == 'b') {
            bool b = false;

            wire_read_bool(&v, &b, NULL);
            fprintf(f, "%s ", b ? "true" : "false");
        } else {
            uint64_t n = 0;

            wire_read_uint(&v, 0, UINT64_MAX, &n, NULL);
            fprintf(f, "%llu ", (unsigned long long)n);
        }
    }
}

static void add_event(struct table *t, const struct event *ev, uint64_t before_ns)
{
    char when[40], after[32] = "", start[24], who[100];
    char *details = NULL;
    size_t len = 0;
    FILE *f = open_memstream(&details, &len);

    print_time(when, ev->time_ns);
    if (before_ns && ev->time_ns >= before_ns)
        print_duration(after, ev->time_ns - before_ns);
    snprintf(start, sizeof start, "%llu", (unsigned long long)(ev->has_incarnation ? ev->incarnation : 0));
    if (!strcmp(ev->cause.verb.text, "monitor"))
        snprintf(who, sizeof who, "quilt");
    else
        snprintf(who, sizeof who, "uid %llu, %s", (unsigned long long)ev->cause.uid, ev->cause.verb.text);
    if (f && ev->has_attrs)
        put_details(ev->attrs, f);
    if (f)
        fclose(f);
    table_cell(t, when);
    table_cell(t, after);
    table_cell(t, start);
    table_cell(t, ev->type.text);
    table_cell(t, who);
    table_cell(t, details ? details : "");
    free(details);
}

/* Rows of events; *before_ns is the time of the last one. */
static void add_events(struct table *t, const struct wire_list *events, uint64_t *before_ns, uint64_t *last_seq)
{
    struct wire_reader r = wire_reader(events->items);
    struct event ev;

    for (uint32_t i = 0; i < events->count && event_read(&r, &ev, NULL) == 0; i++) {
        add_event(t, &ev, *before_ns);
        *before_ns = ev.time_ns;
        *last_seq = ev.seq;
    }
}

static struct table *new_table(void)
{
    static const char *const heads[] = { "TIME", "AFTER", "START", "EVENT", "BY", "DETAILS" };

    return table_new(heads, 6);
}

/* ---------------------------------------------------------------- why */

static void print_log(const struct args *a, const struct container_why_reply *why)
{
    static const struct option_def tail = { "tail", 0, "N", "" };
    struct args logs = *a;
    char id[13], *rest[] = { id, NULL };
    struct err e = ERR_NONE;

    str_fmt(id, sizeof id, "%s", why->id.text);
    logs.rest = rest;
    logs.rest_count = 1;
    logs.options[0].def = &tail;
    logs.options[0].value = LOG_LINES;
    logs.option_count = 1;
    fflush(stdout);
    cli_logs(&logs, &e);                /* a container without output has none */
}

static void print_why(const struct args *a, const struct container_why_reply *why)
{
    struct table *t = new_table();
    uint64_t before = 0, seq = 0;
    char text[4096], safe[8192];

    wire_copy(text, sizeof text, why->summary);
    print_safe(safe, sizeof safe, text);
    printf("container %s, start %llu, %s\n%s\n\n", why->id.text, (unsigned long long)why->incarnation, state_name(why->state), safe);
    add_events(t, &why->events, &before, &seq);
    table_print(t, true);
    if (why->state == STATE_REMOVED || why->state == STATE_CREATED)
        return;
    puts("\nthe last " LOG_LINES " lines of its output:");
    print_log(a, why);
}

int cli_why(const struct args *a, struct err *e)
{
    const char *format = args_get(a, "format");
    struct container_why m = { 0 };
    struct container_why_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    if (name_container(&m.container, a->rest[0], e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    container_why_write(&w, &m);
    result = cli_ask(a, "container.why", &w, 0, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0 && format && !strcmp(format, "json"))
        print_json(wire_written(&room), true);
    else if (result == 0 && format && strcmp(format, "table"))
        result = print_template(format, wire_written(&room), e);
    else if (result == 0 && (result = container_why_reply_read(&r, &reply, e)) == 0)
        print_why(a, &reply);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- all events, page by page */

/* 1: it wants no more. */
typedef int (*page_fn)(void *arg, const struct wire_list *events, uint64_t *last_seq);

static int read_page(const struct args *a, struct events_read *m, page_fn fn, void *arg, struct err *e)
{
    struct events_read_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    wire_writer_init(&room);
    events_read_write(&w, m);
    result = cli_ask(a, "events.read", &w, 0, &room, e);
    r = wire_reader(wire_written(&room));
    if (result < 0 && e->code == ERR_TRUNCATED && e->oldest) {
        fprintf(stderr, "quilt: what happened before event %llu is not kept any more\n", (unsigned long long)e->oldest);
        m->after = e->oldest - 1;
        *e = (struct err)ERR_NONE;
        result = 0;
    } else if (result == 0 && (result = events_read_reply_read(&r, &reply, e)) == 0) {
        result = reply.events.count ? fn(arg, &reply.events, &m->after) : 1;
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int read_all(const struct args *a, struct events_read *m, page_fn fn, void *arg, struct err *e)
{
    int result;

    while ((result = read_page(a, m, fn, arg, e)) == 0)
        ;
    return result < 0 ? -1 : 0;
}

/* ---------------------------------------------------------------- history */

struct history {
    struct table *table;
    uint64_t before_ns;
};

static int add_page(void *arg, const struct wire_list *events, uint64_t *last_seq)
{
    struct history *h = arg;

    add_events(h->table, events, &h->before_ns, last_seq);
    return 0;
}

int cli_history(const struct args *a, struct err *e)
{
    struct events_read m = { .limit = 500, .has_container = true };
    struct history h = { .table = new_table() };

    if (name_container(&m.container, a->rest[0], e) < 0 || read_all(a, &m, add_page, &h, e) < 0)
        return -1;
    table_print(h.table, true);
    return 0;
}

/* ---------------------------------------------------------------- list --at */

/* A container as it was. */
struct then {
    char id[13], name[129], image[256], state[16];
    uint64_t since_ns;
    struct then *next;                  /* in the order of creation */
};

struct past {
    uint64_t at_ns;
    struct map *all;                    /* id -> struct then, owned */
    struct then *first, **last;
};

static const struct {
    const char *event, *state;
} becomes[] = {
    { "created", "created" }, { "starting", "starting" }, { "started", "running" }, { "paused", "paused" },     { "resumed", "running" },
    { "stopping", "stopping" }, { "exited", "exited" },   { "failed", "failed" },   { "removing", "removing" }, { "removed", "removed" },
};

static struct then *then_of(struct past *p, const char *id)
{
    struct then *t = map_get(p->all, id);

    if (t)
        return t;
    t = xalloc(sizeof *t);
    str_fmt(t->id, sizeof t->id, "%s", id);
    map_put(p->all, id, t);
    *p->last = t;
    p->last = &t->next;
    return t;
}

static void read_created(struct then *t, const struct event *ev)
{
    struct wire_reader r = wire_reader(ev->attrs);
    struct event_created c;

    if (event_created_read(&r, &c, NULL) < 0)
        return;
    str_fmt(t->name, sizeof t->name, "%s", c.has_name ? c.name.text : "");
    wire_copy(t->image, sizeof t->image, c.image);
}

static void fold(struct past *p, const struct event *ev)
{
    struct wire_reader r = wire_reader(ev->attrs);
    struct then *t = then_of(p, ev->container.text);
    struct event_renamed renamed;

    if (!strcmp(ev->type.text, "created"))
        read_created(t, ev);
    if (!strcmp(ev->type.text, "renamed") && event_renamed_read(&r, &renamed, NULL) == 0)
        str_fmt(t->name, sizeof t->name, "%s", renamed.name.text);
    for (size_t i = 0; i < sizeof becomes / sizeof *becomes; i++)
        if (!strcmp(becomes[i].event, ev->type.text)) {
            str_fmt(t->state, sizeof t->state, "%s", becomes[i].state);
            t->since_ns = ev->time_ns;
        }
}

static int fold_page(void *arg, const struct wire_list *events, uint64_t *last_seq)
{
    struct wire_reader r = wire_reader(events->items);
    struct past *p = arg;
    struct event ev;

    for (uint32_t i = 0; i < events->count && event_read(&r, &ev, NULL) == 0; i++) {
        if (ev.time_ns > p->at_ns)
            return 1;
        *last_seq = ev.seq;
        if (ev.has_container)
            fold(p, &ev);
    }
    return 0;
}

static bool is_shown(const struct args *a, const struct then *t)
{
    bool ran = !strcmp(t->state, "running") || !strcmp(t->state, "paused") || !strcmp(t->state, "stopping") || !strcmp(t->state, "starting");

    return t->state[0] && strcmp(t->state, "removed") && (ran || args_has(a, "all"));
}

static void print_past(const struct args *a, struct past *p)
{
    static const char *const heads[] = { "ID", "NAME", "STATE", "SINCE", "IMAGE" };
    struct table *table = table_new(heads, 5);
    char since[40];

    for (struct then *t = p->first, *next; t; t = next) {
        next = t->next;
        print_time(since, t->since_ns);
        if (is_shown(a, t) && args_has(a, "quiet"))
            puts(t->id);
        if (is_shown(a, t)) {
            table_cell(table, t->id);
            table_cell(table, t->name);
            table_cell(table, t->state);
            table_cell(table, since);
            table_cell(table, t->image);
        }
        free(t);
    }
    if (!args_has(a, "quiet"))
        table_print(table, true);
}

int cli_list_at(const struct args *a, struct err *e)
{
    struct events_read m = { .limit = 1000 };
    struct past p = { .all = map_new() };
    int result;

    p.last = &p.first;
    if (args_has(a, "filter") || args_has(a, "format"))
        return err_set(e, ERR_INVALID, "--at: goes with --all and --quiet, not with --filter or --format");
    if (cli_time_of("at", args_get(a, "at"), &p.at_ns, e) < 0)
        return -1;
    result = read_all(a, &m, fold_page, &p, e);
    if (result == 0)
        print_past(a, &p);
    map_free(p.all);
    return result;
}
