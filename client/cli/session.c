/*
 * session - exec sessions that nobody watches: list, attach, wait, signal; and exec -d.
 */
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/stream.h"
#include "client/cli/verbs.h"
#include "protocol/gen/messages.h"

#include <stdio.h>
#include <string.h>

static int take(char *to, size_t size, const char *what, const char *text, struct err *e)
{
    if (!*text || strlen(text) >= size)
        return err_set(e, ERR_INVALID, "%s: not %s", text, what);
    str_fmt(to, size, "%s", text);
    return 0;
}

int cli_exec_detached(const struct args *a, struct exec_start *m, struct err *e)
{
    struct exec_start_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    m->detach = true;
    stream_choose_exec_id(m);           /* so that the command is the same one when the answer is lost and it is asked again */
    wire_writer_init(&w);
    wire_writer_init(&room);
    exec_start_write(&w, m);
    result = cli_ask(a, "exec.start", &w, 0, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0 && (result = exec_start_reply_read(&r, &reply, e)) == 0)
        puts(reply.exec_id.text);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- list */

static void add_row(struct table *t, const struct exec_session *s)
{
    char when[40], status[40] = "", command[200] = "";
    struct wire_reader r = wire_reader(s->argv.items);
    size_t len = 0;

    print_time(when, s->started_ns);
    if (s->has_exit && s->exit.has_code)
        snprintf(status, sizeof status, "%llu", (unsigned long long)s->exit.code);
    else if (s->has_exit && s->exit.has_signal)
        snprintf(status, sizeof status, "%s", str_signal_name((int)s->exit.signal) ? str_signal_name((int)s->exit.signal) : "signal");
    for (uint32_t i = 0; i < s->argv.count && len < sizeof command - 1; i++) {
        struct wire_span word;

        if (wire_read_str(&r, &word, NULL) < 0)
            break;
        len += (size_t)snprintf(command + len, sizeof command - len, "%s%.*s", i ? " " : "", word.len > 100 ? 100 : (int)word.len, (const char *)word.data);
    }
    table_cell(t, s->exec_id.text);
    table_cell(t, exec_state_name(s->state));
    table_cell(t, when);
    table_cell(t, status);
    table_cell(t, command);
}

static int print_list(const struct args *a, const struct exec_list_reply *list, struct err *e)
{
    static const char *const heads[] = { "SESSION", "STATE", "STARTED", "STATUS", "COMMAND" };
    const char *format = args_get(a, "format");
    bool table = !format || !strcmp(format, "table");
    struct wire_reader r = wire_reader(list->sessions.items);
    struct table *t = table ? table_new(heads, 5) : NULL;

    for (uint32_t i = 0; i < list->sessions.count; i++) {
        struct wire_span bytes;
        struct wire_reader one;
        struct exec_session s;

        if (wire_read_raw(&r, &bytes, e) < 0)
            return -1;
        one = wire_reader(bytes);
        if (table && exec_session_read(&one, &s, e) == 0)
            add_row(t, &s);
        else if (!table && !strcmp(format, "json"))
            print_json(bytes, false);
        else if (!table && print_template(format, bytes, e) < 0)
            return -1;
    }
    if (table)
        table_print(t, true);
    return 0;
}

/* The reply points into room. */
static int ask_list(const struct args *a, const char *container, struct exec_list_reply *reply, struct wire_writer *room, struct err *e)
{
    struct exec_list m = { 0 };
    struct wire_writer w;
    struct wire_reader r;
    int result;

    if (take(m.container.text, sizeof m.container.text, "a container", container, e) < 0)
        return -1;
    wire_writer_init(&w);
    exec_list_write(&w, &m);
    result = cli_ask(a, "exec.list", &w, 0, room, e);
    wire_writer_done(&w);
    r = wire_reader(wire_written(room));
    return result < 0 ? -1 : exec_list_reply_read(&r, reply, e);
}

static int list_word(const struct args *a, struct err *e)
{
    struct exec_list_reply reply;
    struct wire_writer room;
    int result;

    wire_writer_init(&room);
    result = ask_list(a, a->rest[1], &reply, &room, e);
    if (result == 0)
        result = print_list(a, &reply, e);
    wire_writer_done(&room);
    return result;
}

/* ---------------------------------------------------------------- one of them */

static int pick(const struct exec_list_reply *list, const char *id, struct exec_session *out, struct err *e)
{
    struct wire_reader r = wire_reader(list->sessions.items);

    for (uint32_t i = 0; i < list->sessions.count; i++) {
        if (exec_session_read(&r, out, e) < 0)
            return -1;
        if (!strcmp(out->exec_id.text, id))
            return 0;
    }
    return err_set(e, ERR_NOT_FOUND, "session %s: not known", id);
}

static int find_session(const struct args *a, const char *container, const char *id, struct exec_session *out, struct err *e)
{
    struct exec_list_reply reply;
    struct wire_writer room;
    int result;

    wire_writer_init(&room);
    result = ask_list(a, container, &reply, &room, e);
    if (result == 0)
        result = pick(&reply, id, out, e);
    wire_writer_done(&room);
    return result;
}

static int attach_word(const struct args *a, struct err *e)
{
    struct exec_read m = { 0 };
    struct exec_session s;

    if (take(m.container.text, sizeof m.container.text, "a container", a->rest[1], e) < 0 || take(m.exec_id.text, sizeof m.exec_id.text, "a session", a->rest[2], e) < 0)
        return -1;
    if (!args_has(a, "interactive"))
        return stream_exec_read(a, &m, false, false, e);
    return find_session(a, m.container.text, m.exec_id.text, &s, e) < 0 ? -1 : stream_exec_read(a, &m, s.stdin_, s.tty, e);
}

static int wait_word(const struct args *a, struct err *e)
{
    struct exec_wait m = { 0 };
    struct exec_wait_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    if (take(m.container.text, sizeof m.container.text, "a container", a->rest[1], e) < 0 || take(m.exec_id.text, sizeof m.exec_id.text, "a session", a->rest[2], e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    exec_wait_write(&w, &m);
    result = cli_ask(a, "exec.wait", &w, 0, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0 && (result = exec_wait_reply_read(&r, &reply, e)) == 0)
        printf("%d\n", cli_exit_status(&reply.exit));
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int signal_word(const struct args *a, struct err *e)
{
    struct exec_signal m = { .signal = 15 };
    struct wire_writer w, room;
    int number = a->rest_count > 3 ? str_signal(a->rest[3]) : 15, result;

    if (take(m.container.text, sizeof m.container.text, "a container", a->rest[1], e) < 0 || take(m.exec_id.text, sizeof m.exec_id.text, "a session", a->rest[2], e) < 0)
        return -1;
    if (number <= 0)
        return err_set(e, ERR_INVALID, "%s: not a signal", a->rest[3]);
    m.signal = (uint64_t)number;
    wire_writer_init(&w);
    wire_writer_init(&room);
    exec_signal_write(&w, &m);
    result = cli_ask(a, "exec.signal", &w, 0, &room, e);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int history_word(const struct args *a, struct err *e)
{
    static const char *const heads[] = { "SESSION", "START", "STARTED", "UID", "STATUS" };
    struct exec_history m = { 0 };
    struct exec_history_reply reply;
    struct table *t = table_new(heads, 5);
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    if (take(m.container.text, sizeof m.container.text, "a container", a->rest[1], e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    exec_history_write(&w, &m);
    result = cli_ask(a, "exec.history", &w, 0, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = exec_history_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 ? reply.sessions.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.sessions.count; i++) {
        struct exec_past p;
        char text[48];

        result = exec_past_read(&r, &p, e);
        table_cell(t, p.exec_id.text);
        snprintf(text, sizeof text, "%llu", (unsigned long long)p.incarnation);
        table_cell(t, text);
        print_time(text, p.started_ns);
        table_cell(t, text);
        snprintf(text, sizeof text, "%llu", (unsigned long long)p.uid);
        table_cell(t, text);
        snprintf(text, sizeof text, "%d", cli_exit_status(&p.exit));
        table_cell(t, p.has_exit ? text : "");
    }
    if (result == 0)
        table_print(t, true);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

int cli_session(const struct args *a, struct err *e)
{
    static const struct {
        const char *name, *needs;
        int least, most;
        int (*run)(const struct args *a, struct err *e);
    } words[] = {
        { "list", "CONTAINER", 1, 1, list_word }, { "attach", "CONTAINER SESSION", 2, 2, attach_word }, { "wait", "CONTAINER SESSION", 2, 2, wait_word },
        { "signal", "CONTAINER SESSION [SIGNAL]", 2, 3, signal_word },
        { "history", "CONTAINER", 1, 1, history_word },
    };

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (!strcmp(words[i].name, a->rest[0])) {
            if (a->rest_count - 1 < words[i].least || a->rest_count - 1 > words[i].most)
                return err_set(e, ERR_INVALID, "quilt session %s: needs %s", words[i].name, words[i].needs);
            return words[i].run(a, e);
        }
    return err_set(e, ERR_INVALID, "quilt session %s: unknown; it knows list, attach, wait, signal, history", a->rest[0]);
}
