/*
 * health - a command in the container, again and again, says how it is.
 *
 *     runs --> STARTING --status 0--> HEALTHY <--status 0-- UNHEALTHY --> what on_unhealthy says
 *                 `--so many failures in a row, after the start period--^
 *
 * Each check is a session of its own (exec.c) that nobody else sees.  The status is a column;
 * every change is an event.
 */
#include "actors/monitor/monitor.h"
#include "actors/monitor/policy.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/str.h"

#include <string.h>

#define SOON_MS 500                     /* between checks until it is healthy */
#define OUTPUT_KEPT 1000

static void check(void *arg);

static void check_after(struct container *c, int64_t ms)
{
    loop_cancel(c->monitor->loop, c->health.timer);
    c->health.timer = loop_after(c->monitor->loop, ms, check, c);
}

static int64_t pause_ms(const struct container *c)
{
    int64_t interval = (int64_t)c->spec.health.interval_ms;

    return c->health.status == HEALTH_STATUS_STARTING && interval > SOON_MS ? SOON_MS : interval;
}

/* The end of what the check printed, as text. */
static size_t read_output(const char *log_dir, char out[OUTPUT_KEPT + 1])
{
    static uint8_t room[LOG_CHUNK_MAX];
    struct log_record rec;
    struct logread log;
    size_t len = 0;

    if (logread_open(&log, log_dir, NULL) < 0)
        return 0;
    while (logread_next(&log, &rec, room) == 1) {
        size_t n = rec.len < OUTPUT_KEPT ? rec.len : OUTPUT_KEPT, keep = len < OUTPUT_KEPT - n ? len : OUTPUT_KEPT - n;

        memmove(out, out + len - keep, keep);
        memcpy(out + keep, room + rec.len - n, n);
        len = keep + n;
    }
    logread_close(&log);
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)out[i] >= 0x80 || !out[i])
            out[i] = '?';
    out[len] = '\0';
    return len;
}

static void tell(struct container *c, const struct container_exit *exit, const char *output)
{
    const struct cause cause = { .verb.text = "monitor" };
    struct event_health ev = { .status = c->health.status, .has_output = *output, .output = wire_text(output), .has_code = exit->has_code, .code = exit->code };
    struct store_move m = { .cause = cause, .incarnation = c->incarnation, .has_event = true, .has_attrs = true, .has_health = true, .health = c->health.status };
    struct wire_writer attrs;

    wire_writer_init(&attrs);
    event_health_write(&attrs, &ev);
    m.attrs = wire_written(&attrs);
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(m.event.text, sizeof m.event.text, "health");
    ask_store_move(c->monitor->actor, &m, (struct about){ 0 }, NULL);
    wire_writer_reset(&attrs);
    event_ready_write(&attrs, &(struct event_ready){});
    if (c->health.status == HEALTH_STATUS_HEALTHY && !c->health.was_ready) {
        c->health.was_ready = true;
        container_tell(c, &cause, "ready", &attrs);
    }
    wire_writer_done(&attrs);
}

static void act(struct container *c)
{
    const struct cause cause = { .verb.text = "monitor" };
    bool again = c->spec.health.on_unhealthy == HEALTH_ACTION_RESTART;
    int64_t ran_ns = clock_boot_ns() - (int64_t)c->started_boot_ns;

    if (c->health.status != HEALTH_STATUS_UNHEALTHY || c->spec.health.on_unhealthy == HEALTH_ACTION_NONE || c->state != STATE_RUNNING)
        return;
    if (again && ran_ns / 1000000 < c->health.backoff_ms)
        return;                         /* the next failure asks again */
    c->health.backoff_ms = policy_backoff_ms(c->health.backoff_ms, (uint64_t)ran_ns);
    c->restart_asked = again;
    container_stop(c, &cause, EXIT_REASON_UNHEALTHY, again ? WANT_RUNNING : WANT_STOPPED, (int)c->spec.stop_signal, (int64_t)c->spec.stop_grace_ms);
}

static void checked(struct container *c, bool ok, const struct container_exit *exit, const char *output)
{
    int64_t ran_ms = (clock_boot_ns() - (int64_t)c->started_boot_ns) / 1000000;

    if (policy_health(&c->spec.health, ok, ran_ms >= (int64_t)c->spec.health.start_period_ms, &c->health.failures, &c->health.status))
        tell(c, exit, output);
    act(c);
    if (c->state == STATE_RUNNING || c->state == STATE_PAUSED)
        check_after(c, pause_ms(c));
}

static void on_over(struct monitor *self, const char *container, const struct container_exit *exit, const struct err *failed, const char *log_dir)
{
    struct container *c = map_get(self->containers, container);
    char output[OUTPUT_KEPT + 1] = "";

    if (!c || !c->health.checking || (c->state != STATE_RUNNING && c->state != STATE_PAUSED))
        return;
    c->health.checking = false;
    if (c->health.disturbed || c->state == STATE_PAUSED) {      /* its time was not its own */
        c->health.disturbed = false;
        check_after(c, pause_ms(c));
        return;
    }
    read_output(log_dir, output);
    if (exit->reason == EXIT_REASON_TIMEOUT)
        str_fmt(output, sizeof output, "the check took longer than %llu ms", (unsigned long long)c->spec.health.timeout_ms);
    checked(c, !failed && exit->has_code && exit->code == 0, exit, failed ? failed->text : output);
}

static void check(void *arg)
{
    struct container *c = arg;
    struct exec_start m = { .argv = c->spec.health.argv, .has_timeout_ms = true, .timeout_ms = c->spec.health.timeout_ms };
    struct err e = ERR_NONE;

    c->health.timer = NULL;
    if (c->state != STATE_RUNNING) {    /* a paused one is not asked */
        check_after(c, pause_ms(c));
        return;
    }
    str_fmt(m.exec_id.text, sizeof m.exec_id.text, HEALTH_PREFIX "%llu-%llu", (unsigned long long)clock_boot_ns(), (unsigned long long)++c->health.checks);
    c->health.checking = true;
    c->health.disturbed = false;
    if (exec_check(c->monitor, c, &m, on_over, &e) == 0)
        return;
    c->health.checking = false;
    log_warn("check_not_begun", "%s: %s", c->id, e.text);
    checked(c, false, &(struct container_exit){ 0 }, e.text);
}

void health_begin(struct container *c)
{
    if (!c->spec.has_health || c->health.timer || c->health.checking)
        return;
    c->health.failures = 0;
    c->health.was_ready = c->health.status != HEALTH_STATUS_STARTING;
    check_after(c, 0);
}

void health_paused(struct container *c)
{
    c->health.disturbed |= c->health.checking;
}

void health_end(struct container *c)
{
    loop_cancel(c->monitor->loop, c->health.timer);
    c->health.timer = NULL;
    c->health.checking = false;
    c->health.status = HEALTH_STATUS_STARTING;
}
