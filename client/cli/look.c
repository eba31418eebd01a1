/* look - list, status, inspect, info, health, operations: reading waits for nothing. */
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/verbs.h"

#include <stdio.h>
#include <string.h>

/* table, json, or a template */
static const char *format_of(const struct args *a)
{
    const char *f = args_get(a, "format");

    return f && strcmp(f, "table") ? f : NULL;
}

static int print_formatted(const char *format, struct wire_span object, struct err *e)
{
    if (strcmp(format, "json"))
        return print_template(format, object, e);
    print_json(object, false);
    return 0;
}

/* ---------------------------------------------------------------- list */

static void describe_state(const struct container_view *v, char out[80])
{
    char age[32];

    if (v->has_uptime_ns) {
        print_duration(age, v->uptime_ns);
        snprintf(out, 80, "%s %s%s%s%s", state_name(v->state), age, v->has_health ? " (" : "", v->has_health ? health_status_name(v->health) : "", v->has_health ? ")" : "");
    } else if (v->has_exit && v->state == STATE_EXITED && v->exit.has_code) {
        snprintf(out, 80, "exited (%llu)%s%s", (unsigned long long)v->exit.code, v->exit.reason == EXIT_REASON_EXITED ? "" : " ",
                 v->exit.reason == EXIT_REASON_EXITED ? "" : exit_reason_name(v->exit.reason));
    } else if (v->has_exit && v->state == STATE_EXITED && v->exit.has_signal) {
        const char *name = str_signal_name((int)v->exit.signal);

        snprintf(out, 80, "exited (%s) %s", name ? name : "signal", exit_reason_name(v->exit.reason));
    } else if (v->has_exit && v->state == STATE_EXITED) {
        snprintf(out, 80, "exited (%s)", exit_reason_name(v->exit.reason));
    } else {
        snprintf(out, 80, "%s", state_name(v->state));
    }
}

static void join_argv(const struct wire_list *argv, char *out, size_t size)
{
    struct wire_reader r = wire_reader(argv->items);
    size_t n = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < argv->count && n + 2 < size; i++) {
        struct wire_span s = { 0 };

        wire_read_str(&r, &s, NULL);
        n += (size_t)snprintf(out + n, size - n, "%s%.*s", i ? " " : "", (int)(s.len < 200 ? s.len : 200), (const char *)s.data);
    }
}

static const char *base_name(struct wire_span path, char out[256])
{
    const char *slash;

    wire_copy(out, 256, path);
    slash = strrchr(out, '/');
    return slash ? slash + 1 : out;
}

static void add_row(struct table *t, const struct container_view *v)
{
    char state[80], command[400], image[256], memory[32] = "", cpu[32] = "";

    describe_state(v, state);
    join_argv(&v->argv, command, sizeof command);
    if (v->has_memory_bytes)
        print_bytes(memory, v->memory_bytes);
    if (v->has_cpu_ns)
        print_duration(cpu, v->cpu_ns);
    table_cell(t, v->id.text);
    table_cell(t, v->has_name ? v->name.text : "");
    table_cell(t, state);
    table_cell(t, memory);
    table_cell(t, cpu);
    table_cell(t, base_name(v->image, image));
    table_cell(t, command);
}

static int print_page(const struct args *a, const struct container_list_reply *page, struct table *t, struct err *e)
{
    const char *format = format_of(a);
    struct wire_reader r = wire_reader(page->containers.items);

    for (uint32_t i = 0; i < page->containers.count; i++) {
        struct container_view v;
        struct wire_span bytes;
        struct wire_reader one;

        if (wire_read_raw(&r, &bytes, e) < 0)
            return -1;
        one = wire_reader(bytes);
        if (container_view_read(&one, &v, e) < 0)
            return -1;
        if (args_has(a, "quiet"))
            puts(v.id.text);
        else if (format) {
            if (print_formatted(format, bytes, e) < 0)
                return -1;
        } else {
            add_row(t, &v);
        }
    }
    return 0;
}

/* --filter state=running,label=KEY=VALUE,name=PART */
static int apply_filter(struct container_list *m, const char *text, struct wire_writer *states, uint32_t *count, struct err *e)
{
    const char *value = strchr(text, '=');

    if (!value)
        return err_set(e, ERR_INVALID, "--filter %s: not KEY=VALUE", text);
    value++;
    if (str_starts(text, "state=") || str_starts(text, "status=")) {
        wire_put_str(states, value);
        ++*count;
    } else if (str_starts(text, "label=")) {
        m->has_label = true;
        m->label = wire_text(value);
    } else if (str_starts(text, "name=") && strlen(value) < sizeof m->name.text) {
        m->has_name = true;
        str_fmt(m->name.text, sizeof m->name.text, "%s", value);
    } else {
        return err_set(e, ERR_INVALID, "--filter %s: knows state=, label= and name=", text);
    }
    return 0;
}

int cli_list(const struct args *a, struct err *e)
{
    static const char *const heads[] = { "ID", "NAME", "STATE", "MEMORY", "CPU", "IMAGE", "COMMAND" };
    struct container_list m = { .all = args_has(a, "all"), .limit = 500 };
    struct wire_writer states;
    uint32_t count = 0;
    struct table *t;
    int r = 0;

    if (args_has(a, "at"))
        return cli_list_at(a, e);
    t = table_new(heads, 7);
    wire_writer_init(&states);
    for (int i = 0; i < a->option_count && r == 0; i++)
        if (!strcmp(a->options[i].def->name, "filter"))
            r = apply_filter(&m, a->options[i].value, &states, &count, e);
    m.has_states = count;
    m.states = wire_list_of(&states, count);
    while (r == 0) {
        struct container_list_reply page;
        struct wire_writer w, room;
        struct wire_reader reader;

        wire_writer_init(&w);
        wire_writer_init(&room);
        container_list_write(&w, &m);
        r = cli_ask(a, "container.list", &w, 10000, &room, e);
        reader = wire_reader(wire_written(&room));
        if (r == 0)
            r = container_list_reply_read(&reader, &page, e) < 0 || print_page(a, &page, t, e) < 0 ? -1 : page.has_next ? 0 : 1;
        m.after = r == 0 ? page.next : 0;
        wire_writer_done(&w);
        wire_writer_done(&room);
    }
    wire_writer_done(&states);
    if (r > 0 && !args_has(a, "quiet") && !format_of(a))
        table_print(t, true);
    return r < 0 ? -1 : 0;
}

/* ---------------------------------------------------------------- one container */

static void print_field(const char *name, const char *value)
{
    char safe[600];

    print_safe(safe, sizeof safe, value);
    printf("%-12s %s\n", name, safe);
}

static void print_view(const struct container_view *v)
{
    char text[600], when[40];

    print_field("id", v->id.text);
    if (v->has_name)
        print_field("name", v->name.text);
    describe_state(v, text);
    print_field("state", text);
    if (v->has_error) {
        wire_copy(text, sizeof text, v->error);
        print_field("error", text);
    }
    wire_copy(text, sizeof text, v->image);
    print_field("image", text);
    join_argv(&v->argv, text, sizeof text);
    print_field("command", text);
    print_time(when, v->created_ns);
    print_field("created", when);
    if (v->has_started_ns && v->started_ns) {
        print_time(when, v->started_ns);
        print_field("started", when);
    }
    if (v->has_pid) {
        snprintf(text, sizeof text, "%llu", (unsigned long long)v->pid);
        print_field("pid", text);
    }
    if (v->has_memory_bytes) {
        print_bytes(text, v->memory_bytes);
        print_field("memory", text);
        print_duration(text, v->cpu_ns);
        print_field("cpu", text);
    }
    if (v->has_exit) {
        snprintf(text, sizeof text, "%s, exit code %d", exit_reason_name(v->exit.reason), cli_exit_status(&v->exit));
        print_field("ended", text);
        if (v->exit.has_time_ns) {
            print_time(when, v->exit.time_ns);
            print_field("at", when);
        }
    }
}

static int print_status(const struct args *a, struct wire_span result, struct err *e)
{
    struct wire_span bytes;
    struct wire_reader r;
    struct container_view v;
    const char *format = format_of(a);

    if (print_find(result, "status", &bytes) < 0)
        return err_set(e, ERR_INTERNAL, "the daemon's reply has no status");
    if (format)
        return print_formatted(format, bytes, e);
    r = wire_reader(bytes);
    if (container_view_read(&r, &v, e) < 0)
        return -1;
    print_view(&v);
    return 0;
}

int cli_status(const struct args *a, struct err *e)
{
    for (char **ref = a->rest; *ref; ref++) {
        struct wire_writer w, room;
        int r;

        wire_writer_init(&w);
        wire_writer_init(&room);
        cli_put_ref(&w, 1, *ref);
        r = cli_ask(a, "container.status", &w, 2000, &room, e);
        if (r == 0)
            r = print_status(a, wire_written(&room), e);
        wire_writer_done(&w);
        wire_writer_done(&room);
        if (r < 0)
            return -1;
        if (ref[1])
            putchar('\n');
    }
    return 0;
}

int cli_inspect(const struct args *a, struct err *e)
{
    const char *format = format_of(a);

    for (char **ref = a->rest; *ref; ref++) {
        struct wire_writer w, room;
        int r;

        wire_writer_init(&w);
        wire_writer_init(&room);
        cli_put_ref(&w, 1, *ref);
        r = cli_ask(a, "container.inspect", &w, 2000, &room, e);
        if (r == 0 && format && strcmp(format, "json"))
            r = print_template(format, wire_written(&room), e);
        else if (r == 0)
            print_json(wire_written(&room), true);
        wire_writer_done(&w);
        wire_writer_done(&room);
        if (r < 0)
            return -1;
    }
    return 0;
}

/* ---------------------------------------------------------------- the whole */

static int ask_plain(const struct args *a, const char *verb, struct wire_writer *room, struct err *e)
{
    wire_writer_init(room);
    return cli_ask(a, verb, NULL, 5000, room, e);
}

int cli_info(const struct args *a, struct err *e)
{
    const char *format = format_of(a);
    struct wire_writer room;
    int r = ask_plain(a, "info", &room, e);

    if (r == 0 && format && strcmp(format, "json"))
        r = print_template(format, wire_written(&room), e);
    else if (r == 0)
        print_json(wire_written(&room), !format);
    wire_writer_done(&room);
    return r;
}

static int print_health(const struct health_reply *h)
{
    static const char *const heads[] = { "ACTOR", "STATE", "PID", "RESTARTS" };
    struct table *t = table_new(heads, 4);
    struct wire_reader r = wire_reader(h->actors.items);
    struct actor_status s;
    char n[24];

    for (uint32_t i = 0; i < h->actors.count && actor_status_read(&r, &s, NULL) == 0; i++) {
        table_cell(t, s.name.text);
        table_cell(t, actor_state_name(s.state));
        snprintf(n, sizeof n, "%llu", (unsigned long long)s.pid);
        table_cell(t, n);
        snprintf(n, sizeof n, "%llu", (unsigned long long)s.restarts);
        table_cell(t, n);
    }
    table_print(t, true);
    return h->ready ? 0 : 1;
}

int cli_health(const struct args *a, struct err *e)
{
    const char *format = format_of(a);
    struct health_reply h;
    struct wire_writer room;
    struct wire_reader r;
    int result = ask_plain(a, "health", &room, e);

    r = wire_reader(wire_written(&room));
    if (result == 0 && health_reply_read(&r, &h, e) < 0)
        result = -1;
    if (result == 0 && format) {
        print_formatted(format, wire_written(&room), e);
        result = h.ready ? 0 : 1;
    } else if (result == 0) {
        result = print_health(&h);
    }
    wire_writer_done(&room);
    return result;
}

int cli_operations(const struct args *a, struct err *e)
{
    static const char *const heads[] = { "TIME", "VERB", "UID", "CONTAINER", "KEY" };
    const char *format = format_of(a);
    struct operation_list_reply list;
    struct wire_writer room;
    struct wire_reader r;
    struct table *t = table_new(heads, 5);
    int result = ask_plain(a, "operation.list", &room, e);

    r = wire_reader(wire_written(&room));
    if (result == 0 && operation_list_reply_read(&r, &list, e) < 0)
        result = -1;
    if (result == 0 && format)
        result = print_formatted(format, wire_written(&room), e);
    else if (result == 0) {
        r = wire_reader(list.operations.items);
        for (uint32_t i = 0; i < list.operations.count; i++) {
            struct operation o;
            char when[40], uid[24];

            if (operation_read(&r, &o, NULL) < 0)
                break;
            print_time(when, o.time_ns);
            snprintf(uid, sizeof uid, "%llu", (unsigned long long)o.uid);
            table_cell(t, when);
            table_cell(t, o.verb.text);
            table_cell(t, uid);
            table_cell(t, o.has_container ? o.container.text : "");
            table_cell(t, o.key.text);
        }
        table_print(t, true);
    }
    wire_writer_done(&room);
    return result;
}

int cli_shutdown(const struct args *a, struct err *e)
{
    struct wire_writer w, room;
    int r;

    wire_writer_init(&w);
    wire_writer_init(&room);
    wire_put_map(&w, 1);
    wire_put_str(&w, "containers");
    wire_put_bool(&w, args_has(a, "containers"));
    r = cli_ask(a, "shutdown", &w, 120000, &room, e);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return r;
}
