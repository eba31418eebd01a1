/* output - logs, exec, events. */
#include "base/clock.h"
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/stream.h"
#include "client/cli/terminal.h"
#include "client/cli/verbs.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int cli_time_of(const char *option, const char *text, uint64_t *out_ns, struct err *e)
{
    uint64_t ms, seconds;
    struct tm tm = { 0 };
    const char *rest;
    int sign = 0, hours = 0, minutes = 0;
    uint64_t nanos = 0;

    if (str_uint(text, 1ull << 40, &seconds) == 0 && strlen(text) > 8) {
        *out_ns = seconds * 1000000000;
        return 0;
    }
    if (str_duration(text, &ms) == 0) {
        *out_ns = (uint64_t)clock_wall_ns() - ms * 1000000;
        return 0;
    }
    rest = strptime(text, "%Y-%m-%dT%H:%M:%S", &tm);
    if (rest && *rest == '.')           /* as events and logs print it */
        for (uint64_t unit = 100000000; *++rest >= '0' && *rest <= '9'; unit /= 10)
            nanos += (uint64_t)(*rest - '0') * unit;
    if (rest && (*rest == '+' || *rest == '-')) {
        sign = *rest == '+' ? 1 : -1;
        if (sscanf(rest + 1, "%2d:%2d", &hours, &minutes) != 2)
            rest = NULL;
        else
            rest = "";
    } else if (rest && !strcmp(rest, "Z")) {
        rest = "";
    }
    if (!rest || *rest)
        return err_set(e, ERR_INVALID, "--%s %s: not a duration, a time like 2026-01-31T12:00:00Z, or seconds since 1970", option, text);
    *out_ns = (uint64_t)(timegm(&tm) - sign * (hours * 3600 + minutes * 60)) * 1000000000 + nanos;
    return 0;
}

int cli_logs(const struct args *a, struct err *e)
{
    struct logs_wish w = { .timestamps = args_has(a, "timestamps"), .grep = args_get(a, "grep"), .m = { .follow = args_has(a, "follow"), .stdout_ = true, .stderr_ = true } };
    const char *since = args_get(a, "since"), *until = args_get(a, "until"), *tail = args_get(a, "tail"), *stream = args_get(a, "stream");

    if (strlen(a->rest[0]) >= sizeof w.m.container.text)
        return err_set(e, ERR_INVALID, "%s: not a container", a->rest[0]);
    str_fmt(w.m.container.text, sizeof w.m.container.text, "%s", a->rest[0]);
    w.m.has_since_ns = since != NULL;
    w.m.has_until_ns = until != NULL;
    if ((since && cli_time_of("since", since, &w.m.since_ns, e) < 0) || (until && cli_time_of("until", until, &w.m.until_ns, e) < 0))
        return -1;
    if (tail && strcmp(tail, "all")) {
        w.m.has_tail = true;
        if (str_uint(tail, 1u << 31, &w.m.tail) < 0)
            return err_set(e, ERR_INVALID, "--tail %s: not a number of lines", tail);
    }
    if (stream && strcmp(stream, "stdout") && strcmp(stream, "stderr"))
        return err_set(e, ERR_INVALID, "--stream %s: not stdout or stderr", stream);
    if (stream) {
        w.m.stdout_ = !strcmp(stream, "stdout");
        w.m.stderr_ = !w.m.stdout_;
    }
    return stream_logs(a, &w, e);
}

/* What the options say, but for lists; -1: one of them makes no sense. */
static int exec_wish(const struct args *a, struct exec_start *m, struct err *e)
{
    const char *dir = args_get(a, "workdir"), *user = args_get(a, "user"), *id = args_get(a, "id"), *timeout = args_get(a, "timeout");

    if (strlen(a->rest[0]) >= sizeof m->container.text)
        return err_set(e, ERR_INVALID, "%s: not a container", a->rest[0]);
    if (id && (!*id || strlen(id) >= sizeof m->exec_id.text))
        return err_set(e, ERR_INVALID, "--id %s: not an id", id);
    if (timeout && (str_duration(timeout, &m->timeout_ms) < 0 || !m->timeout_ms))
        return err_set(e, ERR_INVALID, "--timeout %s: not a duration", timeout);
    if (args_has(a, "interactive") && args_has(a, "detach"))
        return err_set(e, ERR_INVALID, "--interactive and --detach exclude each other");
    m->stdin_ = args_has(a, "interactive");
    m->tty = args_has(a, "tty");
    m->tty_rows = 24;
    m->tty_columns = 80;
    if (m->tty)
        terminal_measure(&m->tty_rows, &m->tty_columns);
    m->has_timeout_ms = timeout != NULL;
    m->has_exec_id = id != NULL;
    m->has_workdir = dir != NULL;
    m->workdir = wire_text(dir);
    m->has_user = user != NULL;
    m->user = wire_text(user);
    str_fmt(m->exec_id.text, sizeof m->exec_id.text, "%s", id ? id : "");
    str_fmt(m->container.text, sizeof m->container.text, "%s", a->rest[0]);
    return 0;
}

static int exec_env(const struct args *a, struct wire_writer *env, uint32_t *count, struct err *e)
{
    for (int i = 0; i < a->option_count; i++) {
        const char *text = a->options[i].value, *eq;

        if (strcmp(a->options[i].def->name, "env"))
            continue;
        eq = strchr(text, '=');
        if (!eq)
            return err_set(e, ERR_INVALID, "--env %s: not KEY=VALUE", text);
        wire_put_span(env, (struct wire_span){ (const uint8_t *)text, (size_t)(eq - text) });
        wire_put_str(env, eq + 1);
        ++*count;
    }
    return 0;
}

int cli_exec(const struct args *a, struct err *e)
{
    struct exec_start m = { 0 };
    struct wire_writer argv, env;
    uint32_t argc = 0, envc = 0;
    int r;

    if (exec_wish(a, &m, e) < 0)
        return -1;
    wire_writer_init(&argv);
    wire_writer_init(&env);
    r = exec_env(a, &env, &envc, e);
    if (m.tty)
        terminal_put_type(&env, &envc);
    for (char **p = a->rest + 1; *p; p++, argc++)
        wire_put_str(&argv, *p);
    m.argv = wire_list_of(&argv, argc);
    m.has_env = envc;
    m.env = wire_list_of(&env, envc);
    if (r == 0)
        r = args_has(a, "detach") ? cli_exec_detached(a, &m, e) : stream_exec(a, &m, e);
    wire_writer_done(&argv);
    wire_writer_done(&env);
    return r;
}

int cli_attach(const struct args *a, struct err *e)
{
    return stream_attach(a, a->rest[0], e);
}

/* ---------------------------------------------------------------- events */

static void print_event(const char *format, struct wire_span bytes)
{
    struct wire_reader r = wire_reader(bytes);
    struct event ev;
    struct err e = ERR_NONE;
    char when[40], who[64];

    if (format && strcmp(format, "table")) {
        if (!strcmp(format, "json"))
            print_json(bytes, false);
        else
            print_template(format, bytes, &e);
        return;
    }
    if (event_read(&r, &ev, NULL) < 0)
        return;
    print_time(when, ev.time_ns);
    snprintf(who, sizeof who, "%s", ev.has_container ? ev.container.text : "-");
    printf("%6llu  %s  %-12s  %-16s  by %s uid %llu", (unsigned long long)ev.seq, when, who, ev.type.text, ev.cause.verb.text, (unsigned long long)ev.cause.uid);
    if (ev.has_attrs) {
        fputs("  ", stdout);
        print_json(ev.attrs, false);
    } else {
        putchar('\n');
    }
}

/* Seconds since a time: the log is walked from its beginning, the older ones are not shown. */
static bool old(struct wire_span bytes, uint64_t since_ns)
{
    struct wire_reader r = wire_reader(bytes);
    struct event ev;

    return event_read(&r, &ev, NULL) == 0 && ev.time_ns < since_ns;
}

/* ---- --filter KEY=VALUE */

static const char *field_of(const struct event *ev, const char *key, size_t len, char room[24])
{
    if (len == 4 && !strncmp(key, "type", len))
        return ev->type.text;
    if (len == 4 && !strncmp(key, "verb", len))
        return ev->cause.verb.text;
    if (len == 2 && !strncmp(key, "id", len))
        return ev->has_container ? ev->container.text : "";
    if (len != 3 || strncmp(key, "uid", len))
        return NULL;
    snprintf(room, 24, "%llu", (unsigned long long)ev->cause.uid);
    return room;
}

static int check_filters(const struct args *a, struct err *e)
{
    for (int i = 0; i < a->option_count; i++) {
        const char *text = a->options[i].value, *eq;
        char room[24];

        if (strcmp(a->options[i].def->name, "filter"))
            continue;
        eq = strchr(text, '=');
        if (!eq || !field_of(&(struct event){ 0 }, text, (size_t)(eq - text), room))
            return err_set(e, ERR_INVALID, "--filter %s: not type=, verb=, uid= or id=", text);
    }
    return 0;
}

/* Of the filters with one key one has to match, and that for every key. */
static bool passes(const struct args *a, struct wire_span bytes)
{
    struct wire_reader r = wire_reader(bytes);
    struct event ev;

    if (event_read(&r, &ev, NULL) < 0)
        return true;
    for (int i = 0; i < a->option_count; i++) {
        const char *text = a->options[i].value;
        size_t len = strcmp(a->options[i].def->name, "filter") ? 0 : (size_t)(strchr(text, '=') - text);
        bool any = !len;

        for (int k = 0; k < a->option_count && len; k++) {
            const char *other = a->options[k].value;
            char room[24];

            if (!strcmp(a->options[k].def->name, "filter") && !strncmp(other, text, len + 1))
                any |= !strcmp(field_of(&ev, text, len, room), other + len + 1);
        }
        if (!any)
            return false;
    }
    return true;
}

static int read_page(const struct args *a, struct quilt *q, struct events_read *m, uint64_t since_ns, struct err *e)
{
    struct events_read_reply reply;
    struct quilt_reply out;
    struct wire_writer w;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    events_read_write(&w, m);
    result = quilt_call(q, "events.read", &w, NULL, 0, &out, e);
    wire_writer_done(&w);
    if (result < 0 && e->code == ERR_TRUNCATED && e->oldest) {
        fprintf(stderr, "quilt: %s\n", e->text);
        m->after = e->oldest - 1;
        return 1;
    }
    r = wire_reader(out.result);
    if (result < 0 || events_read_reply_read(&r, &reply, e) < 0)
        return -1;
    r = wire_reader(reply.events.items);
    for (uint32_t i = 0; i < reply.events.count; i++) {
        struct wire_span bytes, seq;
        struct wire_reader n;

        if (wire_read_raw(&r, &bytes, e) < 0 || print_find(bytes, "seq", &seq) < 0)
            return -1;
        n = wire_reader(seq);
        wire_read_uint(&n, 0, UINT64_MAX, &m->after, NULL);
        if (!old(bytes, since_ns) && passes(a, bytes))
            print_event(args_get(a, "format"), bytes);
    }
    fflush(stdout);
    if (!reply.events.count && !m->has_container && m->after < reply.head_seq)
        m->after = reply.head_seq;
    return reply.events.count > 0;
}

int cli_events(const struct args *a, struct err *e)
{
    struct events_read m = { .limit = 500 };
    const char *since = args_get(a, "since"), *container = args_get(a, "container");
    bool follow = args_has(a, "follow");
    uint64_t since_ns = 0;
    struct quilt *q;
    int r;

    if (check_filters(a, e) < 0)
        return -1;
    if (since && str_uint(since, 1u << 31, &m.after) < 0 && cli_time_of("since", since, &since_ns, e) < 0)
        return -1;
    if (container) {
        if (strlen(container) >= sizeof m.container.text)
            return err_set(e, ERR_INVALID, "--container %s: not a container", container);
        m.has_container = true;
        str_fmt(m.container.text, sizeof m.container.text, "%s", container);
    }
    q = quilt_open(quilt_run_dir(a->run_dir), QUILT_CONTROL, e);
    if (!q)
        return -1;
    do {
        m.wait_ms = follow ? 30000 : 0;
        r = read_page(a, q, &m, since_ns, e);
    } while (r > 0 || (r == 0 && follow));
    quilt_close(q);
    return r;
}
