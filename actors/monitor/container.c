/*
 * container - the life of one container, from the monitor's side.
 *
 *   begin --recorded--> launch --keeper: running--> RUNNING --keeper: exit--> ended
 *     --recorded--> who waited is answered --> restart policy | auto remove | rest
 *
 * Every move is told to the store before the next effect that depends on it; a move
 * that could not be told (disk full, store restarting) is told again until it is.
 * Everything is found again from the keeper's files and the row: nothing is kept here.
 */
#include "actors/monitor/launchspec.h"
#include "actors/monitor/monitor.h"
#include "actors/monitor/policy.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"
#include "runtime/cgroup.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define RETRY_MS 300
#define KILL_AGAIN_MS 1000
#define RESTART_AGAIN_MS 5000
#define ADOPT_AGAIN_MS 50
#define ADOPT_TRIES 40

/* Moves that are told to the store, and what follows when it has them. */
enum step { STEP_STARTING, STEP_RUNNING, STEP_STOPPING, STEP_ENDED, STEP_REMOVING, STEP_REMOVED, STEP_RESTARTING, STEP_COUNT };

static void send_step(struct container *c, enum step s);
static void on_restart_due(void *arg);

/* ---------------------------------------------------------------- making and freeing */

struct container *container_new(struct monitor *self, const struct container_record *r)
{
    struct container *c = xalloc(sizeof *c);
    struct wire_reader reader;

    c->monitor = self;
    str_fmt(c->id, sizeof c->id, "%s", r->id.text);
    c->state = r->state;
    c->want = r->want;
    c->incarnation = r->incarnation;
    c->restarts = r->restarts;
    c->digest = r->digest;
    c->repair = r->repair;
    c->created_ns = r->created_ns;
    c->started_ns = r->started_ns;
    c->started_boot_ns = r->started_boot_ns;
    c->has_stop_reason = r->has_stop_reason;
    c->stop_reason = r->stop_reason;
    c->kill_at_boot_ms = r->has_kill_at_boot_ns ? (int64_t)(r->kill_at_boot_ns / 1000000) : 0;
    c->has_exit = r->has_exit;
    c->exit = r->exit;
    c->ended_recorded = r->state == STATE_EXITED || r->state == STATE_FAILED;
    if (r->has_error) {
        char text[400];

        wire_copy(text, sizeof text, r->error);
        err_set(&c->failure, r->has_error_code ? error_code(r->error_code.text) : ERR_FAILED, "%s", text);
    }
    str_fmt(c->boot_id, sizeof c->boot_id, "%.36s", r->boot_id.text);
    str_fmt(c->cause.verb.text, sizeof c->cause.verb.text, "monitor");
    if (r->has_layers) {
        c->layers = xalloc(r->layers.items.len + 1);
        memcpy(c->layers, r->layers.items.data, r->layers.items.len);
        c->layers_len = r->layers.items.len;
        c->layer_count = r->layers.count;
    }
    c->spec_bytes = xalloc(r->spec.len);
    memcpy(c->spec_bytes, r->spec.data, r->spec.len);
    c->spec_len = r->spec.len;
    reader = wire_reader((struct wire_span){ c->spec_bytes, c->spec_len });
    must(container_spec_read(&reader, &c->spec, NULL) == 0);
    c->health.status = r->has_health ? r->health : HEALTH_STATUS_STARTING;
    c->netns_fd = -1;
    network_known(c, r->has_attachments, &r->attachments, r->generation);
    map_put(self->containers, c->id, c);
    return c;
}

static void cancel_timers(struct container *c)
{
    struct timer **const timers[] = { &c->kill_timer, &c->ttl_timer, &c->restart_timer, &c->retry_timer };

    for (size_t i = 0; i < sizeof timers / sizeof *timers; i++) {
        loop_cancel(c->monitor->loop, *timers[i]);
        *timers[i] = NULL;
    }
}

void container_free(struct container *c)
{
    cancel_timers(c);
    health_end(c);
    sampling_end(c);
    map_remove(c->monitor->containers, c->id);
    keeper_free(c->keeper);
    network_done(c);
    input_free(&c->input);
    free(c->waiting);
    free(c->spec_bytes);
    free(c->layers);
    free(c);
}

bool container_alive(const struct container *c)
{
    return c->state == STATE_STARTING || c->state == STATE_RUNNING || c->state == STATE_PAUSED || c->state == STATE_STOPPING;
}

/* ---------------------------------------------------------------- who waits */

void container_wait_for(struct container *c, struct request *req, enum waits_for what)
{
    if (c->waiting_count == c->waiting_room) {
        c->waiting_room = c->waiting_room ? 2 * c->waiting_room : 4;
        c->waiting = xrealloc(c->waiting, c->waiting_room * sizeof *c->waiting);
    }
    c->waiting[c->waiting_count++] = (struct waiting){ request_number(req), what };
}

static void reply_id(struct container *c, struct request *req)
{
    bool exit = c->has_exit && (!strcmp(request_verb(req), "container.stop"));
    struct wire_writer w;

    wire_writer_init(&w);
    wire_put_map(&w, exit ? 2 : 1);
    wire_put_str(&w, "id");
    wire_put_str(&w, c->id);
    if (exit) {
        wire_put_str(&w, "exit");
        container_exit_write(&w, &c->exit);
    }
    request_reply(req, &w);
    wire_writer_done(&w);
}

/* Those who wait for `what` get their answer: success, or the error. */
static void answer(struct container *c, enum waits_for what, const struct err *failed)
{
    size_t kept = 0;

    for (size_t i = 0; i < c->waiting_count; i++) {
        struct request *req = request_find(c->monitor->actor, c->waiting[i].request);

        if (c->waiting[i].what != what) {
            c->waiting[kept++] = c->waiting[i];
            continue;
        }
        if (!req)
            continue;
        if (failed)
            request_fail(req, failed);
        else
            reply_id(c, req);
    }
    c->waiting_count = kept;
}

/* ---------------------------------------------------------------- telling the store */

static void on_retry(void *arg)
{
    struct container *c = arg;

    c->retry_timer = NULL;
    send_step(c, (enum step)c->retry_step);
}

static void after_step(struct container *c, enum step s);

static void on_moved(void *arg, const struct about *about, const struct store_move_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct container *c = map_get(self->containers, about->id);
    enum step s = (enum step)about->number;

    if (!c)
        return;
    if (!failed && s == STEP_STARTING)
        network_known(c, reply->has_attachments, &reply->attachments, reply->generation);
    if (!failed) {
        after_step(c, s);
        return;
    }
    log_warn("move_not_recorded", "%s: %s", c->id, failed->text);
    if (s == STEP_STARTING) {           /* nothing was made: the wish is refused, a policy's comes back */
        inside_release(c);              /* but a front door that came back in between was told to serve it */
        c->state = c->has_exit ? STATE_EXITED : STATE_FAILED;
        c->incarnation--;
        c->ended_recorded = true;
        if (!c->waiting_count && c->spec.restart != RESTART_POLICY_NO && !c->restart_timer)
            c->restart_timer = loop_after(self->loop, RESTART_AGAIN_MS, on_restart_due, c);
        answer(c, WAITS_RUNNING, failed);
        return;
    }
    if (failed->code == ERR_STATE)
        return;                         /* a later move overtook it */
    c->retry_step = s;
    loop_cancel(self->loop, c->retry_timer);
    c->retry_timer = loop_after(self->loop, RETRY_MS, on_retry, c);
}

static void fill_running(const struct container *c, struct store_move *m)
{
    m->has_pid = m->has_started_ns = m->has_started_boot_ns = true;
    m->pid = c->pid;
    m->started_ns = c->started_ns;
    m->started_boot_ns = c->started_boot_ns;
    m->has_health = c->spec.has_health;
    m->health = HEALTH_STATUS_STARTING;
    m->has_phases = c->has_phases;
    m->phases = c->phases;
}

static void fill_ended(const struct container *c, struct store_move *m)
{
    if (c->state == STATE_EXITED) {
        m->has_exit = true;
        m->exit = c->exit;
        return;
    }
    m->has_error = m->has_error_code = true;
    m->error = wire_text(c->failure.text);
    str_fmt(m->error_code.text, sizeof m->error_code.text, "%s", error_name(c->failure.code));
    m->has_step = c->failure.step[0];
    str_fmt(m->step.text, sizeof m->step.text, "%s", c->failure.step);
    m->has_sys = c->failure.sys != 0;
    m->sys = (uint64_t)c->failure.sys;
}

static void send_step(struct container *c, enum step s)
{
    static const enum state states[] = {
        [STEP_STARTING] = STATE_STARTING, [STEP_RUNNING] = STATE_RUNNING, [STEP_STOPPING] = STATE_STOPPING,
        [STEP_REMOVING] = STATE_REMOVING, [STEP_REMOVED] = STATE_REMOVED,
    };
    struct store_move m = { .incarnation = c->incarnation, .has_state = s != STEP_RESTARTING, .state = s == STEP_ENDED ? c->state : states[s],
                            .cause = c->cause, .has_want = true, .want = c->want };
    struct about about = { .number = s };
    struct wire_writer attrs;

    wire_writer_init(&attrs);
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    m.has_boot_id = s == STEP_STARTING;
    m.has_restarts = s == STEP_STARTING || s == STEP_RESTARTING;
    m.restarts = c->restarts;
    if (m.has_boot_id) {
        clock_boot_id(c->boot_id);
        str_fmt(m.boot_id.text, sizeof m.boot_id.text, "%s", c->boot_id);
    }
    if (s == STEP_RUNNING)
        fill_running(c, &m);
    if (s == STEP_ENDED)
        fill_ended(c, &m);
    if (s == STEP_STOPPING) {
        m.has_stop_reason = m.has_kill_at_boot_ns = true;
        m.stop_reason = c->stop_reason;
        m.kill_at_boot_ns = (uint64_t)c->kill_at_boot_ms * 1000000;
    }
    if (s == STEP_RESTARTING) {
        m.has_event = m.has_attrs = true;
        str_fmt(m.event.text, sizeof m.event.text, "restarting");
        event_restarting_write(&attrs, &(struct event_restarting){ .delay_ms = (uint64_t)c->backoff_ms, .restarts = c->restarts });
        m.attrs = wire_written(&attrs);
    }
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_store_move(c->monitor->actor, &m, about, on_moved);
    wire_writer_done(&attrs);
}

/* ---------------------------------------------------------------- starting */

void container_begin(struct container *c, const struct cause *cause)
{
    loop_cancel(c->monitor->loop, c->restart_timer);
    c->restart_timer = NULL;
    c->cause = *cause;
    c->want = WANT_RUNNING;
    c->state = STATE_STARTING;
    c->incarnation++;
    c->has_stop_reason = false;
    c->failure = (struct err)ERR_NONE;
    c->asked_boot_ns = clock_boot_ns();
    send_step(c, STEP_STARTING);
}

static const char *what(const struct container *c, char out[32]);

static void fail_start(struct container *c, const struct err *e)
{
    char text[32];

    c->failure = *e;
    c->state = STATE_FAILED;
    keeper_free(c->keeper);
    c->keeper = NULL;
    input_ended(&c->input, what(c, text));
    network_release(c);
    send_step(c, STEP_ENDED);
}

void container_launch(struct container *c)
{
    struct err e = ERR_NONE;

    c->commit_ns = clock_boot_ns() - c->asked_boot_ns;
    /* the sources of its mounts may have changed since it was created */
    if (launchspec_check(&c->spec, actor_options(c->monitor->actor)->state_dir, actor_options(c->monitor->actor)->run_dir, 0, &e) < 0)
        fail_start(c, &e);
    else
        network_claim(c);
}

void container_launch_in(struct container *c, const struct err *failed)
{
    struct err e = ERR_NONE;
    auto_fd int spec_fd = -1;

    if (failed) {
        fail_start(c, failed);
        return;
    }
    if (place_make(c, &e) == 0 && network_files(c, &e) == 0 && container_save(c, &e) == 0)
        spec_fd = place_spec(c, &e);
    c->spawned_boot_ns = clock_boot_ns();
    if (spec_fd >= 0)
        c->keeper = keeper_spawn(c->monitor->loop, &(struct keeper_start){ .program = c->monitor->keeper_program, .spec_fd = spec_fd, .target_pidfd = -1, .netns_fd = c->netns_fd,
                                 .pidfd = -1, .out_fd = -1, .err_fd = -1 }, container_on_keeper, c, &e);
    if (c->netns_fd >= 0)
        close(c->netns_fd);             /* the container's from now on */
    c->netns_fd = -1;
    if (!c->keeper)
        fail_start(c, &e);
    else
        stream_rang(c->monitor, c->id, NULL);
}

static void on_ttl(void *arg)
{
    struct container *c = arg;
    const struct cause cause = { .verb.text = "monitor" };

    c->ttl_timer = NULL;
    container_stop(c, &cause, EXIT_REASON_TIMEOUT, c->want == WANT_REMOVED ? WANT_REMOVED : WANT_STOPPED, (int)c->spec.stop_signal, (int64_t)c->spec.stop_grace_ms);
}

static void arm_ttl(struct container *c)
{
    int64_t ran_ms = (clock_boot_ns() - (int64_t)c->started_boot_ns) / 1000000;

    if (c->spec.has_timeout_ms && !c->ttl_timer)
        c->ttl_timer = loop_after(c->monitor->loop, (int64_t)c->spec.timeout_ms - ran_ms, on_ttl, c);
}

/* What the keeper cannot time itself: its own program's start, and the command's. */
static uint64_t spawn_time(const struct container *c, const struct keeper_message *m)
{
    int64_t all = m->started_boot_ns - c->spawned_boot_ns;
    int64_t rest = all - (int64_t)(m->times.cgroup_ns + m->times.clone_ns + m->times.rootfs_ns + m->times.exec_ns);

    return c->spawned_boot_ns && rest > 0 ? (uint64_t)rest : 0;
}

static void on_running(struct container *c, const struct keeper_message *m)
{
    if (m->incarnation != c->incarnation)
        return;
    c->pid = (uint64_t)m->pid;
    stream_rang(c->monitor, c->id, NULL);
    if (m->started_boot_ns) {           /* a keeper that took over does not know */
        c->started_ns = (uint64_t)m->started_wall_ns;
        c->started_boot_ns = (uint64_t)m->started_boot_ns;
    }
    if (c->state != STATE_STARTING) {   /* found again: the store knows that it runs */
        if (c->state != STATE_STOPPING)
            arm_ttl(c);
        if (c->state == STATE_RUNNING || c->state == STATE_PAUSED)
            health_begin(c);
        return;
    }
    c->pid = (uint64_t)m->pid;
    c->state = STATE_RUNNING;
    c->has_phases = true;
    c->phases = (struct phases){ .image_ns = (uint64_t)c->image_ns, .commit_ns = (uint64_t)c->commit_ns, .spawn_ns = spawn_time(c, m),
                                 .cgroup_ns = m->times.cgroup_ns, .clone_ns = m->times.clone_ns, .rootfs_ns = m->times.rootfs_ns, .exec_ns = m->times.exec_ns, .network_ns = (uint64_t)c->network_ns };
    sampling_started(c->monitor, &c->phases);
    arm_ttl(c);
    send_step(c, STEP_RUNNING);
    health_begin(c);
    container_apply_want(c);
}

/* ---------------------------------------------------------------- stopping */

int container_signal(struct container *c, int signal, struct err *e)
{
    int pidfd = keeper_pidfd(c->keeper);

    if (pidfd < 0)
        return err_set(e, ERR_STATE, "container %s is %s: nothing to signal yet", c->id, state_name(c->state));
    if (syscall(SYS_pidfd_send_signal, pidfd, signal, NULL, 0) < 0 && errno != ESRCH)
        return err_sys(e, "signal %d to container %s", signal, c->id);
    return 0;
}

/* ---------------------------------------------------------------- its input */

static const char *what(const struct container *c, char out[32])
{
    str_fmt(out, 32, "container %s", c->id);
    return out;
}

handled container_write_to(struct container *c, const struct container_write *m, struct request *req)
{
    const struct input_write w = { .append = !m->has_offset, .offset = m->offset, .data = m->has_data ? m->data : (struct wire_span){ 0 }, .end = m->end };
    char text[32];

    if (!c->spec.stdin_)
        return request_error(req, ERR_STATE, "container %s: was made without stdin", c->id);
    if (!container_alive(c))
        return request_error(req, ERR_STATE, "container %s is %s: nothing reads", c->id, state_name(c->state));
    return input_put(&c->input, req, &w, c->keeper, c->state != STATE_STARTING, what(c, text));
}

handled container_resize_to(struct container *c, const struct container_resize *m, struct request *req)
{
    if (!c->spec.tty)
        return request_error(req, ERR_STATE, "container %s: was made without a terminal", c->id);
    if (!container_alive(c))
        return request_error(req, ERR_STATE, "container %s is %s", c->id, state_name(c->state));
    c->spec.tty_rows = m->tty_rows;     /* of a start that is on its way, or the next */
    c->spec.tty_columns = m->tty_columns;
    keeper_resize(c->keeper, m->tty_rows, m->tty_columns);
    return reply_container_resize(req, &(struct container_resize_reply){});
}

/* An event that is no move of its state. */
void container_tell(struct container *c, const struct cause *cause, const char *type, const struct wire_writer *attrs)
{
    struct store_move m = { .cause = *cause, .incarnation = c->incarnation, .has_event = true, .has_attrs = true, .attrs = wire_written(attrs) };

    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(m.event.text, sizeof m.event.text, "%s", type);
    ask_store_move(c->monitor->actor, &m, (struct about){ 0 }, NULL);
}

void container_tell_signal(struct container *c, const struct cause *cause, int signal)
{
    struct wire_writer attrs;

    wire_writer_init(&attrs);
    event_signalled_write(&attrs, &(struct event_signalled){ .signal = (uint64_t)signal });
    container_tell(c, cause, "signalled", &attrs);
    wire_writer_done(&attrs);
}

static void tell_full(struct container *c, bool waiting)
{
    const struct cause cause = { .verb.text = "monitor" };
    struct wire_writer attrs;

    wire_writer_init(&attrs);
    event_log_full_write(&attrs, &(struct event_log_full){ .waiting = waiting });
    container_tell(c, &cause, "log_full", &attrs);
    wire_writer_done(&attrs);
}

static void kill_all_of(struct container *c)
{
    struct err e = ERR_NONE;
    char group[64];

    container_group(c, group);
    if (cgroup_kill(group, &e) < 0)
        log_warn("kill_failed", "%s: %s", c->id, e.text);
}

static void kill_all(void *arg)
{
    struct container *c = arg;

    c->kill_timer = loop_after(c->monitor->loop, KILL_AGAIN_MS, kill_all, c);
    kill_all_of(c);
}

static void arm_kill(struct container *c)
{
    int64_t left = c->kill_at_boot_ms - clock_boot_ms();

    loop_cancel(c->monitor->loop, c->kill_timer);
    c->kill_timer = loop_after(c->monitor->loop, left < 0 ? 0 : left, kill_all, c);
}

static void send_stop_signal(struct container *c, int signal)
{
    char group[64];

    container_group(c, group);
    if (signal != SIGKILL)
        container_signal(c, signal, NULL);
    cgroup_freeze(group, false, NULL);  /* a frozen process sees no signal */
}

/* What is wanted becomes durable first; the kill is due whatever happens to this process. */
void container_stop(struct container *c, const struct cause *cause, enum exit_reason reason, enum want want, int signal, int64_t grace_ms)
{
    int64_t kill_at = clock_boot_ms() + (signal == SIGKILL ? 0 : grace_ms);

    c->cause = *cause;
    if (c->want != WANT_REMOVED)
        c->want = want;
    if (want != WANT_RUNNING)
        c->restart_asked = false;
    if (c->state == STATE_STOPPING && c->kill_at_boot_ms <= kill_at && c->kill_timer) {
        send_stop_signal(c, signal);
        return;
    }
    c->kill_at_boot_ms = kill_at;
    if (c->state != STATE_STOPPING || reason == EXIT_REASON_KILLED) {
        c->has_stop_reason = true;
        c->stop_reason = reason;
    }
    if (c->state == STATE_STARTING) {   /* its keeper says running or failed first; then container_apply_want comes back */
        if (c->spec.has_setup && !c->kill_timer)        /* which may take minutes; again and again: its group may not be there yet */
            kill_all(c);
        return;                         /* with its timer: it may be looking for its keeper (reconcile_again) */
    }
    loop_cancel(c->monitor->loop, c->ttl_timer);
    c->ttl_timer = NULL;
    c->state = STATE_STOPPING;
    send_step(c, STEP_STOPPING);
    if (signal == SIGKILL)
        arm_kill(c);
    else {
        send_stop_signal(c, signal);
        arm_kill(c);
    }
}

int container_freeze(struct container *c, const struct cause *cause, bool frozen, struct err *e)
{
    char group[64];

    container_group(c, group);
    if (cgroup_freeze(group, frozen, e) < 0)
        return -1;
    c->cause = *cause;
    c->state = frozen ? STATE_PAUSED : STATE_RUNNING;
    health_paused(c);
    return 0;
}

/* ---------------------------------------------------------------- how it ended */

void container_ended(struct container *c, const struct exit_record *r)
{
    char text[32];

    cancel_timers(c);
    keeper_free(c->keeper);
    c->keeper = NULL;
    input_ended(&c->input, what(c, text));
    health_end(c);
    sampling_end(c);
    network_release(c);
    if (c->state == STATE_EXITED || c->state == STATE_FAILED)
        return;
    if (c->spec.auto_remove)
        c->want = WANT_REMOVED;         /* the intent, in the same transaction as the end */
    if (r->known == EXIT_FAILED) {
        policy_failure(&r->failure, &c->failure);
        c->state = STATE_FAILED;
    } else {
        if (!c->started_boot_ns || r->started_boot_ns) {
            c->started_ns = (uint64_t)r->started_wall_ns;
            c->started_boot_ns = (uint64_t)r->started_boot_ns;
        }
        c->exit = policy_exit(r, c->has_stop_reason ? &c->stop_reason : NULL);
        if (!c->exit.has_run_ns && c->started_boot_ns && r->ended_boot_ns) {
            c->exit.has_run_ns = true;
            c->exit.run_ns = (uint64_t)r->ended_boot_ns - c->started_boot_ns;
        }
        c->has_exit = true;
        c->state = STATE_EXITED;
    }
    send_step(c, STEP_ENDED);
}

/* Its keeper is gone without a record: the container may run on, and gets another one. */
static void replace_keeper(struct container *c)
{
    struct keeper *old = c->keeper;
    struct exit_record lost = { .known = EXIT_UNKNOWN, .ended_wall_ns = clock_wall_ns(), .ended_boot_ns = clock_boot_ns() };
    struct err e = ERR_NONE;
    char group[64];
    auto_fd int spec_fd = -1;

    c->keeper = NULL;
    container_group(c, group);
    if (keeper_pidfd(old) >= 0)
        spec_fd = place_spec(c, &e);
    if (spec_fd >= 0)
        c->keeper = keeper_spawn(c->monitor->loop, &(struct keeper_start){ .program = c->monitor->keeper_program, .spec_fd = spec_fd, .target_pidfd = -1, .netns_fd = -1,
                                 .pidfd = keeper_pidfd(old), .out_fd = keeper_out_fd(old), .err_fd = keeper_err_fd(old) }, container_on_keeper, c, &e);
    keeper_free(old);
    if (c->keeper) {
        log_warn("keeper_replaced", "%s", c->id);
        stream_keeper_changed(c->monitor, c->id);
        return;
    }
    log_error("keeper_lost", "%s: %s", c->id, e.text);
    cgroup_kill(group, NULL);
    if (c->state == STATE_STARTING) {
        lost.known = EXIT_FAILED;
        str_fmt(lost.failure.stage, sizeof lost.failure.stage, "keeper");
        lost.failure.sys = ESRCH;
    }
    container_ended(c, &lost);
}

void container_on_keeper(void *arg, uint32_t type, const struct keeper_message *m)
{
    struct container *c = arg;
    struct exit_record r;
    char run[PATH_ROOM], text[32];

    if (type == KEEPER_RUNNING) {
        on_running(c, m);
        input_runs(&c->input, c->keeper, what(c, text));
        return;
    }
    if (type == KEEPER_INPUT) {
        input_heard(&c->input, c->keeper, m, what(c, text));
        return;
    }
    if (type == KEEPER_LOG) {
        stream_rang(c->monitor, c->id, NULL);
        return;
    }
    if (type == KEEPER_FULL) {
        tell_full(c, m->number != 0);
        return;
    }
    if (type != KEEPER_EXIT && type != KEEPER_GONE)
        return;
    container_path(c, true, "", run);
    if (keeper_read_exit(run, &r) == 0 && r.incarnation == c->incarnation)
        container_ended(c, &r);
    else if (type == KEEPER_GONE)
        replace_keeper(c);
}

/* ---------------------------------------------------------------- removing */

void container_remove(struct container *c, const struct cause *cause)
{
    cancel_timers(c);
    c->cause = *cause;
    c->want = WANT_REMOVED;
    c->state = STATE_REMOVING;
    send_step(c, STEP_REMOVING);
}

/* ---------------------------------------------------------------- after the store has it */

static void on_restart_due(void *arg)
{
    struct container *c = arg;
    const struct cause cause = { .verb.text = "monitor" };

    c->restart_timer = NULL;
    if (c->taken_for || exec_works_on_tree(c->monitor, c->id))
        c->restart_timer = loop_after(c->monitor->loop, RESTART_AGAIN_MS, on_restart_due, c);
    else if (!c->monitor->shutting_down)
        container_begin(c, &cause);
}

static void restart_or_rest(struct container *c);

static void on_remove_due(void *arg)
{
    struct container *c = arg;

    c->restart_timer = NULL;
    restart_or_rest(c);
}

/* That it is to be removed is recorded: undo, then say so. */
static void finish_removal(struct container *c)
{
    c->removal_due = c->taken_for > 0;  /* its files are being taken: then */
    if (c->removal_due)
        return;
    place_sweep(c);
    c->state = STATE_REMOVED;
    send_step(c, STEP_REMOVED);
}

static void restart_or_rest(struct container *c)
{
    struct cause cause = { .verb.text = "monitor" };

    if (c->want == WANT_REMOVED || c->spec.auto_remove) {
        if (!c->monitor->shutting_down && !c->forced && stream_open_on(c->monitor, c->id))
            return;                     /* its output is still being read: stream.c comes back */
        if (clock_boot_ms() < c->monitor->settled_ms && !c->restart_timer && !c->monitor->shutting_down && !c->forced) {
            c->restart_timer = loop_after(c->monitor->loop, c->monitor->settled_ms - clock_boot_ms(), on_remove_due, c);
            return;
        }
        if (c->waiting_count)
            cause = c->cause;
        c->cause = cause;
        finish_removal(c);
        return;
    }
    if (c->restart_asked && !c->monitor->shutting_down) {       /* container.restart: its other half */
        if (c->taken_for)
            return;                     /* container_files_taken comes back */
        c->restart_asked = false;
        container_begin(c, &c->cause);
        return;
    }
    if (c->monitor->shutting_down || c->state != STATE_EXITED || !policy_restarts(c->spec.restart, c->spec.restart_max, c->restarts, c->want, &c->exit)) {
        c->backoff_ms = 0;
        return;
    }
    c->backoff_ms = policy_backoff_ms(c->backoff_ms, c->exit.has_run_ns ? c->exit.run_ns : 0);
    c->restarts++;
    c->cause = cause;
    send_step(c, STEP_RESTARTING);
    c->restart_timer = loop_after(c->monitor->loop, c->backoff_ms, on_restart_due, c);
}

void container_files_taken(struct container *c)
{
    if (c->removal_due)
        finish_removal(c);
    else if (c->restart_asked && c->ended_recorded && !container_alive(c))
        restart_or_rest(c);
}

static void after_ended(struct container *c)
{
    c->ended_recorded = true;
    container_save(c, NULL);
    if (!c->restart_asked)              /* else they wait for the incarnation to come */
        answer(c, WAITS_RUNNING, c->state == STATE_FAILED ? &c->failure : NULL);
    answer(c, WAITS_END, NULL);
    stream_rang(c->monitor, c->id, NULL);
    restart_or_rest(c);
    monitor_check_shutdown(c->monitor);
}

static void after_removed(struct container *c)
{
    struct monitor *self = c->monitor;

    answer(c, WAITS_REMOVED, NULL);
    answer(c, WAITS_END, NULL);
    answer(c, WAITS_RUNNING, NULL);
    exec_container_gone(self, c->id);
    stream_container_gone(self, c->id);
    container_free(c);
    monitor_check_shutdown(self);
}

static void after_step(struct container *c, enum step s)
{
    switch (s) {
    case STEP_STARTING:
        c->ended_recorded = false;
        container_launch(c);
        break;
    case STEP_RUNNING:
        answer(c, WAITS_RUNNING, NULL);
        break;
    case STEP_ENDED:
        after_ended(c);
        break;
    case STEP_REMOVING:
        finish_removal(c);
        break;
    case STEP_REMOVED:
        after_removed(c);
        break;
    default:
        break;
    }
}

/* ---------------------------------------------------------------- after a start of this actor */

/* What is wanted and not so yet. */
void container_apply_want(struct container *c)
{
    const struct cause cause = { .verb.text = "monitor" };

    if (c->state == STATE_REMOVING)
        finish_removal(c);
    else if (c->state == STATE_STOPPING) {
        send_stop_signal(c, (int)c->spec.stop_signal);
        arm_kill(c);
    } else if ((c->state == STATE_RUNNING || c->state == STATE_PAUSED) && c->want != WANT_RUNNING) {
        int64_t left = c->kill_at_boot_ms - clock_boot_ms();

        container_stop(c, &cause, c->has_stop_reason ? c->stop_reason : EXIT_REASON_STOPPED, c->want, left <= 0 ? SIGKILL : (int)c->spec.stop_signal, left);
    } else if (c->state == STATE_EXITED || c->state == STATE_FAILED) {
        restart_or_rest(c);
    }
}

/* Process 1 of its group, if its keeper is gone and it runs on: seen from the group, never from a stored number. */
static int find_init(struct container *c)
{
    const char *tree = cgroup_is_v2() ? "/sys/fs/cgroup" : "/sys/fs/cgroup/unified";
    char path[256], group[64], list[65536], status[4096], *save = NULL;

    container_group(c, group);
    str_fmt(path, sizeof path, "%s/%s/cgroup.procs", tree, group);
    if (fd_read_file(AT_FDCWD, path, list, sizeof list) <= 0)
        return -1;
    for (char *pid = strtok_r(list, "\n", &save); pid; pid = strtok_r(NULL, "\n", &save)) {
        char file[64], *at;
        auto_fd int fd = (int)syscall(SYS_pidfd_open, atoi(pid), 0);

        str_fmt(file, sizeof file, "/proc/%.20s/status", pid);
        if (fd < 0 || fd_read_file(AT_FDCWD, file, status, sizeof status) <= 0 || !(at = strstr(status, "\nNSpid:")))
            continue;
        at = strchr(at + 1, '\n');
        if (at && at[-1] == '1' && at[-2] == '\t' && fcntl(fd, F_GETFD) >= 0)
            return steal_fd(&fd);
    }
    return -1;
}

/* The record that process 1 wrote when its command ended; else nobody knows. */
static void end_without_keeper(struct container *c)
{
    struct exit_record r = { .known = EXIT_UNKNOWN, .incarnation = c->incarnation, .ended_wall_ns = clock_wall_ns() };
    struct init_record init;
    char path[PATH_ROOM], boot[37];
    auto_fd int fd = -1;

    clock_boot_id(boot);
    container_path(c, true, "init", path);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd >= 0 && read(fd, &init, sizeof init) == (ssize_t)sizeof init && init.magic == RECORD_MAGIC && init.incarnation == c->incarnation) {
        r.known = WIFSIGNALED(init.status) ? EXIT_SIGNAL : EXIT_CODE;
        r.code = WEXITSTATUS(init.status);
        r.signal = WTERMSIG(init.status);
    } else if (strcmp(boot, c->boot_id)) {
        c->has_stop_reason = true;
        c->stop_reason = EXIT_REASON_HOST;
    }
    container_ended(c, &r);
}

static bool take_over(struct container *c)
{
    auto_fd int init = find_init(c), spec_fd = -1;
    struct err e = ERR_NONE;

    if (init < 0)
        return false;
    spec_fd = place_spec(c, &e);
    if (spec_fd >= 0)
        c->keeper = keeper_spawn(c->monitor->loop, &(struct keeper_start){ .program = c->monitor->keeper_program, .spec_fd = spec_fd, .target_pidfd = -1, .netns_fd = -1,
                                 .pidfd = init, .out_fd = -1, .err_fd = -1 }, container_on_keeper, c, &e);
    if (c->keeper)
        log_warn("keeper_replaced", "%s: without its output, which ended with the keeper", c->id);
    return c->keeper != NULL;
}

static void reconcile_again(void *arg)
{
    struct container *c = arg;

    c->ttl_timer = NULL;
    container_reconcile(c);
}

/* The first thing that a keeper does is to take the room for its exit record. */
static bool never_began(const struct container *c)
{
    char record[PATH_ROOM], taken[PATH_ROOM], boot[37];

    container_path(c, true, "exit", record);
    container_path(c, true, ".exit", taken);
    clock_boot_id(boot);
    return access(record, F_OK) < 0 && access(taken, F_OK) < 0 && !strcmp(boot, c->boot_id);
}

void container_reconcile(struct container *c)
{
    struct exit_record r;
    char run[PATH_ROOM], group[64], boot[37];

    if (!container_alive(c)) {
        if (c->incarnation)
            network_release(c);         /* this actor may have ended before it said so */
        exec_adopt(c->monitor, c);      /* copies */
        container_apply_want(c);
        return;
    }
    if (c->state == STATE_RUNNING || c->state == STATE_PAUSED) {        /* the row decides over a freeze that was not recorded */
        container_group(c, group);
        cgroup_freeze(group, c->state == STATE_PAUSED, NULL);
    }
    container_path(c, true, "", run);
    c->keeper = keeper_connect(c->monitor->loop, run, container_on_keeper, c);
    if (c->keeper) {
        exec_adopt(c->monitor, c);
        if (c->state == STATE_STOPPING)
            container_apply_want(c);
        return;
    }
    if (keeper_read_exit(run, &r) == 0 && r.incarnation == c->incarnation)
        container_ended(c, &r);
    else if (c->state == STATE_STARTING && access(run, F_OK) < 0 && (clock_boot_id(boot), !strcmp(boot, c->boot_id)))
        container_launch(c);            /* recorded, and this actor ended before it did it */
    else if (c->state == STATE_STARTING && c->adopt_tries++ < ADOPT_TRIES)
        c->ttl_timer = loop_after(c->monitor->loop, ADOPT_AGAIN_MS, reconcile_again, c);     /* its keeper may not listen yet */
    else if (c->state == STATE_STARTING && never_began(c))
        container_launch(c);            /* this actor ended between the directory and the keeper */
    else if (take_over(c)) {
        exec_adopt(c->monitor, c);
        if (c->state == STATE_STOPPING)
            container_apply_want(c);
    } else {
        container_group(c, group);
        cgroup_kill(group, NULL);
        end_without_keeper(c);
    }
}
