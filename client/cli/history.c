/*
 * why, history - what happened to one container: in words, and event by event.
 */
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

/* ---------------------------------------------------------------- history */

int cli_history(const struct args *a, struct err *e)
{
    struct events_read m = { .limit = 500, .has_container = true };
    struct events_read_reply reply;
    struct wire_writer w, room;
    struct table *t = new_table();
    uint64_t before = 0, seq = 0;
    int result = name_container(&m.container, a->rest[0], e);

    while (result == 0) {
        struct wire_reader r;

        m.after = seq;
        wire_writer_init(&w);
        wire_writer_init(&room);
        events_read_write(&w, &m);
        result = cli_ask(a, "events.read", &w, 0, &room, e);
        if (result < 0 && e->code == ERR_TRUNCATED && e->oldest) {
            fprintf(stderr, "quilt: what happened before event %llu is not kept any more\n", (unsigned long long)e->oldest);
            seq = e->oldest - 1;
            *e = (struct err)ERR_NONE;
            result = 0;
        } else if (result == 0) {
            r = wire_reader(wire_written(&room));
            result = events_read_reply_read(&r, &reply, e);
            if (result == 0 && !reply.events.count)
                result = 1;
            else if (result == 0)
                add_events(t, &reply.events, &before, &seq);
        }
        wire_writer_done(&w);
        wire_writer_done(&room);
    }
    if (result > 0)
        table_print(t, true);
    return result < 0 ? -1 : 0;
}
