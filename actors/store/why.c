#include "actors/store/why.h"

#include "actors/store/events.h"
#include "base/must.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct story {
    char *text;
    size_t len;
    struct db *db;
    const struct container_key *key;
    uint64_t incarnation;               /* whose events are looked at */
    struct container_view view;
    struct container_spec spec;
};

/* An event of this incarnation. */
struct told {
    bool there;
    char verb[64], reason[16];
    uint64_t uid, time_ns, signal;
};

static void say(struct story *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* Cut at the end of its room. */
static void say(struct story *s, const char *fmt, ...)
{
    va_list ap;
    int n;

    va_start(ap, fmt);
    n = vsnprintf(s->text + s->len, WHY_TEXT - s->len, fmt, ap);
    va_end(ap);
    s->len += n < 0 ? 0 : (size_t)n < WHY_TEXT - s->len ? (size_t)n : WHY_TEXT - s->len - 1;
}

/* ---------------------------------------------------------------- what was told */

static void read_attrs(struct told *t, const char *type, struct wire_span attrs)
{
    struct wire_reader r = wire_reader(attrs);
    struct event_stopping stopping;
    struct event_signalled signalled;

    if (!strcmp(type, "stopping") && event_stopping_read(&r, &stopping, NULL) == 0)
        str_fmt(t->reason, sizeof t->reason, "%s", exit_reason_name(stopping.reason));
    if (!strcmp(type, "signalled") && event_signalled_read(&r, &signalled, NULL) == 0)
        t->signal = signalled.signal;
}

/* The last one of a type; signal: of that signal, 0: of any. */
static struct told last_told_of(const struct story *s, const char *type, uint64_t signal)
{
    sqlite3_stmt *q = db_sql(s->db, "SELECT verb, uid, time_ns, attrs FROM events WHERE container = ?1 AND incarnation = ?2 AND type = ?3 ORDER BY seq DESC LIMIT 100");
    struct told t = { 0 };

    bind_text(q, 1, s->key->id);
    bind_int(q, 2, s->incarnation);
    bind_text(q, 3, type);
    while (!t.there && db_step(s->db, q, NULL) > 0) {
        str_fmt(t.verb, sizeof t.verb, "%.63s", column_text(q, 0));
        t.uid = column_int(q, 1);
        t.time_ns = column_int(q, 2);
        read_attrs(&t, type, column_blob(q, 3));
        t.there = !signal || t.signal == signal;
    }
    sqlite3_reset(q);
    return t;
}

static struct told last_told(const struct story *s, const char *type)
{
    return last_told_of(s, type, 0);
}

static uint64_t first_seq(const struct story *s)
{
    sqlite3_stmt *q = db_sql(s->db, "SELECT min(seq) FROM (SELECT seq FROM events WHERE container = ?1 AND incarnation = ?2 ORDER BY seq DESC LIMIT ?3)");
    uint64_t seq;

    bind_text(q, 1, s->key->id);
    bind_int(q, 2, s->key->incarnation);
    bind_int(q, 3, WHY_EVENTS);
    seq = db_step(s->db, q, NULL) > 0 && !column_null(q, 0) ? column_int(q, 0) : 0;
    sqlite3_reset(q);
    return seq;
}

/* ---------------------------------------------------------------- words */

static const char *signal_words(uint64_t number, char out[32])
{
    const char *name = str_signal_name((int)number);

    if (name)
        str_fmt(out, 32, "%.20s", name);
    else
        str_fmt(out, 32, "signal %u", (unsigned)(number % 1000));
    return out;
}

static void say_bytes(struct story *s, uint64_t bytes)
{
    if (bytes >= 10ull << 30)
        say(s, "%.1f GiB", (double)bytes / (1 << 30));
    else
        say(s, "%.1f MiB", (double)bytes / (1 << 20));
}

static void say_who(struct story *s, const struct told *t)
{
    if (!t->there)
        say(s, "who asked for it is not in the event log any more");
    else if (!strcmp(t->verb, "monitor"))
        say(s, "Quilt itself did it");
    else
        say(s, "uid %llu asked for it by %s", (unsigned long long)t->uid, t->verb);
}

static void say_status(struct story *s, const struct container_exit *x)
{
    char name[32];

    if (x->has_signal)
        say(s, "%s ended its command", signal_words(x->signal, name));
    else if (x->has_code)
        say(s, "its command ended with status %llu", (unsigned long long)x->code);
    else
        say(s, "how its command ended is not known");
}

/* ---------------------------------------------------------------- each way to end */

static void by_itself(struct story *s, const struct container_exit *x)
{
    struct told sent = last_told(s, "signalled");
    char name[32];

    say(s, "By itself: ");
    say_status(s, x);
    if (x->has_code && x->code > 128 && x->code < 193)
        say(s, ", as a shell says when %s ended what it ran", signal_words(x->code - 128, name));
    if (sent.there)
        say(s, "; uid %llu had sent it %s", (unsigned long long)sent.uid, signal_words(sent.signal, name));
    say(s, ".");
}

static void by_signal(struct story *s, const struct container_exit *x)
{
    struct told sent = last_told_of(s, "signalled", x->signal);

    say_status(s, x);
    if (sent.there)
        say(s, ": uid %llu sent it by %s.", (unsigned long long)sent.uid, sent.verb);
    else
        say(s, ", which nobody sent by way of Quilt%s.",
            x->signal == 11 || x->signal == 6 || x->signal == 7 || x->signal == 4 || x->signal == 8 ? ": a fault of its own, as it seems" : "");
}

static void by_memory(struct story *s, const struct container_exit *x)
{
    say(s, "Out of memory: the kernel killed %llu of its processes", (unsigned long long)x->oom_kills);
    if (s->spec.has_limits && s->spec.limits.has_memory_bytes) {
        say(s, " at its limit of ");
        say_bytes(s, s->spec.limits.memory_bytes);
    } else {
        say(s, "; it has no memory limit of its own, so the host was short");
    }
    if (x->has_memory_peak_bytes) {
        say(s, " (its peak was ");
        say_bytes(s, x->memory_peak_bytes);
        say(s, ")");
    }
    say(s, "; ");
    say_status(s, x);
    say(s, ".");
}

static void by_timeout(struct story *s, const struct container_exit *x)
{
    say(s, "Its timeout of %.3g s was over; ", (double)s->spec.timeout_ms / 1000);
    say_status(s, x);
    if (x->has_signal && x->signal == 9 && s->spec.stop_signal != 9)
        say(s, ", because it did not end within %.3g s", (double)s->spec.stop_grace_ms / 1000);
    say(s, ".");
}

static void by_stop(struct story *s, const struct container_exit *x)
{
    struct told asked = last_told(s, "stopping");

    say(s, "Stopped: ");
    say_who(s, &asked);
    say(s, "; ");
    say_status(s, x);
    if (x->has_signal && x->signal == 9 && s->spec.stop_signal != 9)
        say(s, ", because it did not end in the time that it was given");
    say(s, ".");
}

static void by_kill(struct story *s, const struct container_exit *x)
{
    struct told asked = last_told(s, "stopping");

    say(s, "Killed: ");
    say_who(s, &asked);
    if (asked.there && strcmp(asked.reason, "killed") && strcmp(asked.verb, "container.remove"))
        say(s, ", and then somebody for its kill");
    say(s, "; ");
    say_status(s, x);
    say(s, ".");
}

static void by_host(struct story *s, const struct container_exit *x)
{
    (void)x;
    say(s, "The machine ended while it ran: it was started in an earlier boot.");
}

static void by_health(struct story *s, const struct container_exit *x)
{
    say(s, "It was stopped because its health check failed %llu times in a row; ", (unsigned long long)s->spec.health.retries);
    say_status(s, x);
    say(s, ".");
}

static void by_nobody_knows(struct story *s, const struct container_exit *x)
{
    (void)x;
    say(s, "Nobody knows: its keeper and its process 1 were both killed before they could write down how it ended.");
}

static void explain_exit(struct story *s)
{
    static void (*const ways[])(struct story *, const struct container_exit *) = {
        [EXIT_REASON_EXITED] = by_itself, [EXIT_REASON_SIGNAL] = by_signal, [EXIT_REASON_OOM] = by_memory,   [EXIT_REASON_TIMEOUT] = by_timeout,
        [EXIT_REASON_STOPPED] = by_stop,  [EXIT_REASON_KILLED] = by_kill,   [EXIT_REASON_HOST] = by_host,    [EXIT_REASON_UNKNOWN] = by_nobody_knows,
        [EXIT_REASON_UNHEALTHY] = by_health,
    };
    const struct container_exit *x = &s->view.exit;

    must((size_t)x->reason < sizeof ways / sizeof *ways);
    ways[x->reason](s, x);
    if (!x->output_complete && x->reason != EXIT_REASON_HOST && x->reason != EXIT_REASON_UNKNOWN)
        say(s, " The end of its output may be missing: a descendant kept it open, or its keeper was killed.");
    if (x->log_dropped_bytes)
        say(s, " %llu bytes of its output were dropped by rotation.", (unsigned long long)x->log_dropped_bytes);
}

/* ---------------------------------------------------------------- each state */

static void explain_failure(struct story *s)
{
    char text[600];

    wire_copy(text, sizeof text, s->view.error);
    say(s, "It could not be started: %s.", text[0] ? text : "why is not recorded");
}

static void explain_restart(struct story *s)
{
    if (s->spec.restart != RESTART_POLICY_NO)
        say(s, " Its restart policy is %s; it was started again %llu times.", restart_policy_name(s->spec.restart), (unsigned long long)s->view.restarts);
}

static void explain_alive(struct story *s)
{
    struct told asked = last_told(s, "stopping");

    switch (s->view.state) {
    case STATE_STARTING:
        say(s, "It is being started.");
        break;
    case STATE_STOPPING:
        say(s, "It has been asked to end: ");
        say_who(s, &asked);
        say(s, ".");
        break;
    case STATE_PAUSED:
        say(s, "It is frozen: ");
        asked = last_told(s, "paused");
        say_who(s, &asked);
        say(s, ".");
        break;
    default:
        say(s, "It runs.");
        break;
    }
    if (s->view.restarts && s->view.has_exit && s->incarnation > 1) {
        say(s, " Before: ");
        s->incarnation--;
        explain_exit(s);
        s->incarnation++;
    }
}

static void explain(struct story *s)
{
    struct told removed = last_told(s, "removing");

    switch (s->view.state) {
    case STATE_CREATED:
        say(s, "It has not been started.");
        return;
    case STATE_FAILED:
        explain_failure(s);
        explain_restart(s);
        return;
    case STATE_STARTING:
    case STATE_RUNNING:
    case STATE_PAUSED:
    case STATE_STOPPING:
        explain_alive(s);
        return;
    default:
        break;
    }
    if (s->view.has_error)
        explain_failure(s);
    else if (s->view.has_exit)
        explain_exit(s);
    else
        say(s, "It never ran.");
    if (s->view.state == STATE_EXITED)
        explain_restart(s);
    else if (removed.there && strcmp(removed.verb, "monitor"))
        say(s, " Then uid %llu removed it.", (unsigned long long)removed.uid);
    else
        say(s, " It has been removed%s.", s->spec.auto_remove ? ", as it was made to be at its end" : "");
}

int why_explain(struct db *d, const char *log_id, const struct container_key *c, struct container_why_reply *out, char text[WHY_TEXT], struct wire_writer *items, struct err *e)
{
    struct story s = { .text = text, .db = d, .key = c, .incarnation = c->incarnation };
    struct wire_writer view, spec, phases;
    struct wire_reader r;
    struct told asked;
    uint64_t seq;
    int result, count = 0;

    text[0] = '\0';
    wire_writer_init(&view);
    wire_writer_init(&spec);
    wire_writer_init(&phases);
    result = container_view_of(d, c->pos, NULL, &view, e) < 0 ? -1 : container_kept(d, c->pos, &spec, &phases, e);
    r = wire_reader(wire_written(&view));
    if (result == 0)
        result = container_view_read(&r, &s.view, e);
    r = wire_reader(wire_written(&spec));
    if (result == 0)
        result = container_spec_read(&r, &s.spec, e);
    if (result == 0) {
        explain(&s);
        asked = last_told(&s, "stopping");
        seq = first_seq(&s);
        count = seq ? event_list(d, log_id, seq - 1, WHY_EVENTS, c->id, items, e) : 0;
        result = count < 0 ? -1 : 0;
        str_fmt(out->id.text, sizeof out->id.text, "%s", c->id);
        out->state = s.view.state;
        out->incarnation = c->incarnation;
        out->summary = wire_text(text);
        out->has_asked_by = asked.there;
        out->asked_by.uid = asked.uid;
        str_fmt(out->asked_by.verb.text, sizeof out->asked_by.verb.text, "%s", asked.verb);
        out->has_asked_ns = asked.there;
        out->asked_ns = asked.time_ns;
        out->has_exit = s.view.has_exit;
        out->exit = s.view.exit;
        out->events = wire_list_of(items, (uint32_t)(count < 0 ? 0 : count));
    }
    wire_writer_done(&view);
    wire_writer_done(&spec);
    wire_writer_done(&phases);
    return result;
}
