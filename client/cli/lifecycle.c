/* lifecycle - start, stop, kill, restart, pause, resume, remove, rename, update, wait. */
#include "base/str.h"
#include "client/cli/verbs.h"

#include <stdio.h>
#include <string.h>

void cli_put_ref(struct wire_writer *w, uint32_t pairs, const char *ref)
{
    wire_put_map(w, pairs);
    wire_put_str(w, "container");
    wire_put_str(w, ref);
}

static void fill_plain(const struct args *a, const char *ref, struct wire_writer *w)
{
    (void)a;
    cli_put_ref(w, 1, ref);
}

static void put_number(struct wire_writer *w, const char *key, uint64_t n)
{
    wire_put_str(w, key);
    wire_put_uint(w, n);
}

/* Options that more than one verb has; checked before anything is sent. */
static int check(const struct args *a, struct err *e)
{
    const char *signal = args_get(a, "signal"), *time = args_get(a, "time");
    uint64_t ms;

    if (signal && !str_signal(signal))
        return err_set(e, ERR_INVALID, "--signal %s: not a signal", signal);
    if (time && str_duration(time, &ms) < 0)
        return err_set(e, ERR_INVALID, "--time %s: not a duration like 500ms or 10s", time);
    return 0;
}

static void fill_stop(const struct args *a, const char *ref, struct wire_writer *w)
{
    const char *signal = args_get(a, "signal"), *time = args_get(a, "time");
    uint64_t ms = 0;

    cli_put_ref(w, 1 + (signal != NULL) + (time != NULL), ref);
    if (signal)
        put_number(w, "signal", (uint64_t)str_signal(signal));
    if (time && str_duration(time, &ms) == 0)
        put_number(w, "grace_ms", ms);
}

static void fill_kill(const struct args *a, const char *ref, struct wire_writer *w)
{
    const char *signal = args_get(a, "signal");

    cli_put_ref(w, 2, ref);
    put_number(w, "signal", signal ? (uint64_t)str_signal(signal) : 9);
}

static void fill_restart(const struct args *a, const char *ref, struct wire_writer *w)
{
    const char *time = args_get(a, "time");
    uint64_t ms = 0;

    cli_put_ref(w, 1 + (time != NULL), ref);
    if (time && str_duration(time, &ms) == 0)
        put_number(w, "grace_ms", ms);
}

static void fill_remove(const struct args *a, const char *ref, struct wire_writer *w)
{
    cli_put_ref(w, 2, ref);
    wire_put_str(w, "force");
    wire_put_bool(w, args_has(a, "force"));
}

int cli_start(const struct args *a, struct err *e)
{
    (void)e;
    return cli_each(a, "container.start", 0, fill_plain);
}

int cli_stop(const struct args *a, struct err *e)
{
    return check(a, e) < 0 ? -1 : cli_each(a, "container.stop", 0, fill_stop);
}

int cli_kill(const struct args *a, struct err *e)
{
    return check(a, e) < 0 ? -1 : cli_each(a, "container.kill", 0, fill_kill);
}

int cli_restart(const struct args *a, struct err *e)
{
    return check(a, e) < 0 ? -1 : cli_each(a, "container.restart", 0, fill_restart);
}

int cli_pause(const struct args *a, struct err *e)
{
    (void)e;
    return cli_each(a, "container.pause", 10000, fill_plain);
}

int cli_resume(const struct args *a, struct err *e)
{
    (void)e;
    return cli_each(a, "container.resume", 10000, fill_plain);
}

int cli_remove(const struct args *a, struct err *e)
{
    (void)e;
    return cli_each(a, "container.remove", 60000, fill_remove);
}

static int ask_and_drop(const struct args *a, const char *verb, struct wire_writer *w, struct err *e)
{
    struct wire_writer room;
    int r;

    wire_writer_init(&room);
    r = cli_ask(a, verb, w, 10000, &room, e);
    wire_writer_done(&room);
    wire_writer_done(w);
    return r;
}

int cli_rename(const struct args *a, struct err *e)
{
    struct wire_writer w;

    wire_writer_init(&w);
    cli_put_ref(&w, 2, a->rest[0]);
    wire_put_str(&w, "name");
    wire_put_str(&w, a->rest[1]);
    return ask_and_drop(a, "container.rename", &w, e);
}

int cli_update(const struct args *a, struct err *e)
{
    struct limits l = { 0 };
    struct wire_writer w;
    int given = 0;

    for (int i = 0; i < a->option_count; i++) {
        int r = limit_option(&l, a->options[i].def->name, a->options[i].value, e);

        if (r < 0)
            return -1;
        given += r;
    }
    if (!given)
        return err_set(e, ERR_INVALID, "nothing to update: give a limit, see quilt update --help");
    wire_writer_init(&w);
    cli_put_ref(&w, 2, a->rest[0]);
    wire_put_str(&w, "limits");
    limits_write(&w, &l);
    return ask_and_drop(a, "container.update", &w, e);
}

/* ---------------------------------------------------------------- wait */

static int condition_of(const char *text, struct err *e)
{
    for (int i = 0; i < CONDITION_COUNT; i++)
        if (!strcmp(text, condition_name((enum condition)i)))
            return i;
    return err_set(e, ERR_INVALID, "--for %s: not running, ready, healthy, exited or removed", text);
}

static bool is_up(enum state s)
{
    return s == STATE_RUNNING || s == STATE_PAUSED || s == STATE_STOPPING;
}

static int wait_one(const struct args *a, const char *ref, enum condition c, int64_t deadline_ms, struct err *e)
{
    struct container_wait_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    wire_writer_init(&room);
    cli_put_ref(&w, 2, ref);
    wire_put_str(&w, "condition");
    wire_put_str(&w, condition_name(c));
    do
        result = cli_ask(a, "container.wait", &w, deadline_ms, &room, e);
    while (result < 0 && !deadline_ms && e->code == ERR_DEADLINE);      /* the daemon's own bound: ask again */
    r = wire_reader(wire_written(&room));
    if (result == 0 && container_wait_reply_read(&r, &reply, e) < 0)
        result = -1;
    if (result == 0 && (c == CONDITION_RUNNING || ((c == CONDITION_READY || c == CONDITION_HEALTHY) && is_up(reply.state))))
        puts(reply.has_health && c != CONDITION_RUNNING ? health_status_name(reply.health) : state_name(reply.state));
    else if (result == 0 && reply.has_error_code && reply.state != STATE_EXITED) {
        printf("%d\n", error_exit_status(error_code(reply.error_code.text)));
        fprintf(stderr, "quilt: container %s did not start: %.*s\n", ref, (int)reply.error.len, (const char *)reply.error.data);
    } else if (result == 0 && reply.has_exit) {
        printf("%d\n", cli_exit_status(&reply.exit));
        cli_explain_exit(ref, &reply.exit);
    } else if (result == 0) {
        puts(state_name(reply.state));
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

int cli_wait(const struct args *a, struct err *e)
{
    const char *wanted = args_get(a, "for"), *timeout = args_get(a, "timeout");
    int c = wanted ? condition_of(wanted, e) : CONDITION_EXITED;
    uint64_t ms = 0;

    if (c < 0)
        return -1;
    if (timeout && str_duration(timeout, &ms) < 0)
        return err_set(e, ERR_INVALID, "--timeout %s: not a duration", timeout);
    for (char **ref = a->rest; *ref; ref++)
        if (wait_one(a, *ref, (enum condition)c, (int64_t)ms, e) < 0)
            return -1;
    return 0;
}
