/*
 * monitor - the lives of containers: what is wanted of them is made so.
 *
 * Answers    the verbs that change a container, logs and exec (clients, through frontdoor)
 * Asks       imaged: image.resolve;  store: resolve, insert, move, containers, samples
 * Publishes  nothing itself: an event is part of the store's move
 *
 * It holds a pidfd and a socket of every keeper, and no fact that is not also in a
 * keeper's files or a row: dying between any two lines loses nothing (adopt.c).
 *
 *     request --resolve--> container --act--> move told to the store --> answered
 */
#include "actors/monitor/monitor.h"
#include "actors/monitor/filter.h"
#include "actors/monitor/fork.h"
#include "actors/monitor/imageconfig.h"
#include "actors/monitor/launchspec.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"
#include "runtime/cgroup.h"
#include "runtime/mounts.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SWEEP_MS 500
#define SETTLE_MS 5000
#define NETNS_OPEN_MS 2000

static struct cause cause_of(struct request *req)
{
    struct cause c = { .uid = request_caller(req)->uid };

    str_fmt(c.verb.text, sizeof c.verb.text, "%s", request_verb(req));
    return c;
}

/* ---------------------------------------------------------------- from a reference to a container */

typedef void (*act_fn)(struct monitor *self, struct container *c, struct request *req);

static void act_start(struct monitor *self, struct container *c, struct request *req);
static void act_stop(struct monitor *self, struct container *c, struct request *req);
static void act_kill(struct monitor *self, struct container *c, struct request *req);
static void act_restart(struct monitor *self, struct container *c, struct request *req);
static void act_pause(struct monitor *self, struct container *c, struct request *req);
static void act_resume(struct monitor *self, struct container *c, struct request *req);
static void act_remove(struct monitor *self, struct container *c, struct request *req);
static void act_update(struct monitor *self, struct container *c, struct request *req);
static void act_logs(struct monitor *self, struct container *c, struct request *req);
static void act_exec(struct monitor *self, struct container *c, struct request *req);
static void act_exec_signal(struct monitor *self, struct container *c, struct request *req);
static void act_write(struct monitor *self, struct container *c, struct request *req);
static void act_resize(struct monitor *self, struct container *c, struct request *req);
static void act_attach(struct monitor *self, struct container *c, struct request *req);
static void act_exec_resize(struct monitor *self, struct container *c, struct request *req);
static void act_trim(struct monitor *self, struct container *c, struct request *req);
static void act_exec_trim(struct monitor *self, struct container *c, struct request *req);
static void act_copy_out(struct monitor *self, struct container *c, struct request *req);
static void act_copy_in(struct monitor *self, struct container *c, struct request *req);
static void act_diff(struct monitor *self, struct container *c, struct request *req);
static void act_exec_read(struct monitor *self, struct container *c, struct request *req);
static void act_exec_write(struct monitor *self, struct container *c, struct request *req);
static void act_exec_wait(struct monitor *self, struct container *c, struct request *req);
static void act_exec_list(struct monitor *self, struct container *c, struct request *req);
static void act_policy(struct monitor *self, struct container *c, struct request *req);

static const struct {
    const char *verb;
    act_fn act;
} acts[] = {
    { "container.start", act_start },     { "container.stop", act_stop },     { "container.kill", act_kill },     { "container.restart", act_restart },
    { "container.pause", act_pause },     { "container.resume", act_resume }, { "container.remove", act_remove }, { "container.update", act_update },
    { "container.logs", act_logs },       { "exec.start", act_exec },         { "exec.signal", act_exec_signal },
    { "container.resize", act_resize },   { "exec.resize", act_exec_resize },  { "container.attach", act_attach },
    { "container.trim", act_trim },       { "exec.trim", act_exec_trim },      { "container.copy_out", act_copy_out }, { "container.copy_in", act_copy_in },
    { "container.diff", act_diff },         { "container.fork", fork_begin }, { "container.snapshot", fork_begin }, { "container.commit", fork_begin },
    { "container.write", act_write },     { "exec.write", act_exec_write },
    { "exec.read", act_exec_read },       { "exec.wait", act_exec_wait },     { "exec.list", act_exec_list },
    { "monitor.policy", act_policy },
};

static void on_resolved(void *arg, const struct about *about, const struct store_resolve_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct container *c;

    if (!req)
        return;
    if (failed) {
        request_fail(req, failed);
        return;
    }
    c = map_get(self->containers, reply->id.text);
    if (!c && reply->state == STATE_REMOVED && request_repeated(req) && !strcmp(request_verb(req), "container.remove")) {
        reply_container_remove(req, &(struct container_remove_reply){ .id = reply->id });       /* it did it, and the answer was lost */
        return;
    }
    if (!c) {
        request_error(req, ERR_NOT_FOUND, "container %s: %s", reply->id.text, reply->state == STATE_REMOVED ? "was removed" : "not known");
        return;
    }
    for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)
        if (!strcmp(acts[i].verb, request_verb(req)))
            acts[i].act(self, c, req);
}

static handled resolve(struct monitor *self, const struct container_ref *ref, struct request *req)
{
    ask_store_resolve(self->actor, &(struct store_resolve){ .container = *ref }, (struct about){ .number = request_number(req) }, on_resolved);
    return HANDLED_LATER;
}

#define BY_REFERENCE(name)                                                                                                                 \
    handled on_##name(struct monitor *self, const struct name *m, struct request *req)                                                     \
    {                                                                                                                                      \
        return resolve(self, &m->container, req);                                                                                          \
    }

BY_REFERENCE(container_start)
BY_REFERENCE(container_stop)
BY_REFERENCE(container_kill)
BY_REFERENCE(container_restart)
BY_REFERENCE(container_pause)
BY_REFERENCE(container_resume)
BY_REFERENCE(container_remove)
BY_REFERENCE(container_update)
BY_REFERENCE(container_logs)
BY_REFERENCE(exec_start)
BY_REFERENCE(exec_signal)
BY_REFERENCE(container_write)
BY_REFERENCE(container_resize)
BY_REFERENCE(container_trim)
BY_REFERENCE(exec_trim)
BY_REFERENCE(container_copy_out)
BY_REFERENCE(container_copy_in)
BY_REFERENCE(container_diff)
BY_REFERENCE(container_snapshot)
BY_REFERENCE(container_commit)
BY_REFERENCE(container_attach)
BY_REFERENCE(exec_resize)
BY_REFERENCE(exec_read)
BY_REFERENCE(exec_write)
BY_REFERENCE(exec_wait)
BY_REFERENCE(exec_list)
BY_REFERENCE(monitor_policy)

handled on_container_fork(struct monitor *self, const struct container_fork *m, struct request *req)
{
    struct err e = ERR_NONE;

    if (fork_judge(m, &e) < 0)
        return request_fail(req, &e);
    if (m->has_container)
        return resolve(self, &m->container, req);
    fork_snapshot(self, &m->snapshot, req);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- create and run */

static const struct container_spec *wanted_spec(struct request *req, bool *out_run, bool *out_attach)
{
    *out_run = !strcmp(request_verb(req), "container.run");
    *out_attach = *out_run && container_run_of(req)->attach;
    return *out_run ? &container_run_of(req)->container_spec : &container_create_of(req)->container_spec;
}

static void begin_stream(struct monitor *self, struct request *req, const char *id)
{
    const struct container_run *m = container_run_of(req);

    stream_open(self, req, id, NULL, &(struct stream_wish){ .follow = true, .attach = true, .out = true, .err = true, .credit = m->credit_bytes });
}

/* The same run again: answered as the first would have been, when it runs or has failed. */
static void answer_repeated_run(struct monitor *self, struct request *req, const char *id)
{
    struct container *c = map_get(self->containers, id);
    struct container_run_reply reply = { 0 };

    str_fmt(reply.id.text, sizeof reply.id.text, "%s", id);
    if (c && c->state == STATE_STARTING)
        container_wait_for(c, req, WAITS_RUNNING);
    else if (c && c->state == STATE_FAILED)
        request_fail(req, &c->failure);
    else
        reply_container_run(req, &reply);
}

/* The row exists: the container does. */
static void on_inserted(void *arg, const struct about *about, const struct store_insert_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct container *c = map_get(self->containers, about->id);
    struct request *req = request_find(self->actor, about->number);
    bool run = c && c->state == STATE_STARTING;
    /* our own insert, sent again because the store restarted after it had committed, is no repetition */
    bool repeated = !failed && reply->repeated && strcmp(reply->id.text, about->id);

    if (failed || repeated) {
        if (c) {
            inside_release(c);          /* a front door that came back in between was told to serve it */
            container_free(c);
        }
        if (req && failed)
            request_fail(req, failed);
        else if (req && !strcmp(request_verb(req), "container.create"))
            reply_container_create(req, &(struct container_create_reply){ .id = reply->id });
        else if (req && container_run_of(req)->attach)
            begin_stream(self, req, reply->id.text);
        else if (req)
            answer_repeated_run(self, req, reply->id.text);
        return;
    }
    network_known(c, reply->has_attachments, &reply->attachments, reply->generation);
    if (!run) {
        container_save(c, NULL);
        if (req)
            reply_container_create(req, &(struct container_create_reply){ .id = reply->id });
        return;
    }
    if (req && container_run_of(req)->attach)
        begin_stream(self, req, c->id);
    else if (req)
        container_wait_for(c, req, WAITS_RUNNING);
    container_launch(c);
}

void monitor_new_id(struct monitor *self, struct container_id *out)
{
    uint8_t random[6];

    do {
        must(getrandom(random, sizeof random, 0) == (ssize_t)sizeof random);
        str_hex(random, sizeof random, out->text);
    } while (map_get(self->containers, out->text));
}

static void insert(struct monitor *self, struct request *req, const struct image_resolve_reply *image, int64_t asked_boot_ns)
{
    struct store_insert m = { .cause = cause_of(req), .has_idem = request_idem(req)[0] };
    struct about about = { .number = request_number(req) };
    struct container_spec wish;
    struct err e = ERR_NONE;
    struct container *c;
    struct wire_writer spec;
    bool run, attach;

    wire_writer_init(&spec);
    wish = *wanted_spec(req, &run, &attach);
    wish.has_origin = false;
    if (imageconfig_apply(&wish, &image->config, &spec, &e) < 0) {
        request_fail(req, &e);
        wire_writer_done(&spec);
        return;
    }
    monitor_new_id(self, &m.record.id);
    m.record.state = run ? STATE_STARTING : STATE_CREATED;
    m.record.want = run ? WANT_RUNNING : WANT_CREATED;
    m.record.incarnation = run;
    m.record.digest = image->digest;
    m.record.repair = image->repair;
    m.record.has_layers = true;
    m.record.layers = image->layers;
    m.record.created_ns = (uint64_t)clock_wall_ns();
    clock_boot_id(m.record.boot_id.text);
    m.record.spec = wire_written(&spec);
    str_fmt(m.idem.text, sizeof m.idem.text, "%s", request_idem(req));
    str_fmt(about.id, sizeof about.id, "%s", m.record.id.text);
    c = container_new(self, &m.record);
    c->cause = m.cause;
    c->asked_boot_ns = clock_boot_ns();
    c->image_ns = c->asked_boot_ns - asked_boot_ns;
    ask_store_insert(self->actor, &m, about, on_inserted);
    wire_writer_done(&spec);
}

static void on_image(void *arg, const struct about *about, const struct image_resolve_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct request *req = request_find(self->actor, about->number);

    if (!req)
        return;
    if (failed)
        request_fail(req, failed);
    else
        insert(self, req, reply, strtoll(about->id, NULL, 36));
}

static void resolve_image(struct monitor *self, struct request *req, struct about about)
{
    bool run, attach;

    ask_image_resolve(self->actor, &(struct image_resolve){ .image = wanted_spec(req, &run, &attach)->image }, about, on_image);
}

static void on_volumes(void *arg, const struct about *about, const struct volume_ensure_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct request *req = request_find(self->actor, about->number);

    (void)reply;
    if (req && failed)
        request_fail(req, failed);
    else if (req)
        resolve_image(self, req, *about);
}

/* Volumes that it names and that are not there: their number. */
static uint32_t named_volumes(const struct container_spec *s, struct wire_writer *names)
{
    struct wire_reader r = wire_reader(s->mounts.items);
    uint32_t count = 0;
    struct mount m;

    for (uint32_t i = 0; s->has_mounts && i < s->mounts.count && mount_read(&r, &m, NULL) == 0; i++)
        if (m.has_volume) {
            wire_put_str(names, m.volume.text);
            count++;
        }
    return count;
}

static handled create(struct monitor *self, struct request *req)
{
    const struct actor_options *o = actor_options(self->actor);
    struct about about = { .number = request_number(req) };
    struct err e = ERR_NONE;
    struct wire_writer names;
    uint32_t count;
    bool run, attach;
    const struct container_spec *spec = wanted_spec(req, &run, &attach);
    int64_t now = clock_boot_ns(), n = now;

    if (self->shutting_down)
        return request_error(req, ERR_UNAVAILABLE, "Quilt is shutting down");
    if (launchspec_check(spec, o->state_dir, o->run_dir, request_caller(req)->uid, &e) < 0 ||
        (attach && stream_judge(self, "", request_caller(req)->uid, container_run_of(req)->credit_bytes, &e) < 0))
        return request_fail(req, &e);
    for (int i = 12; i >= 0; i--, n /= 36)
        about.id[i] = "0123456789abcdefghijklmnopqrstuvwxyz"[n % 36];
    wire_writer_init(&names);
    count = named_volumes(spec, &names);
    if (count)
        ask_volume_ensure(self->actor, &(struct volume_ensure){ .volumes = wire_list_of(&names, count) }, about, on_volumes);
    else
        resolve_image(self, req, about);
    wire_writer_done(&names);
    return HANDLED_LATER;
}

handled on_container_create(struct monitor *self, const struct container_create *m, struct request *req)
{
    (void)m;
    return create(self, req);
}

handled on_container_run(struct monitor *self, const struct container_run *m, struct request *req)
{
    (void)m;
    return create(self, req);
}

/* ---------------------------------------------------------------- verbs on one container */

static void reply_with_id(struct container *c, struct request *req)
{
    struct wire_writer w;

    wire_writer_init(&w);
    wire_put_map(&w, 1);
    wire_put_str(&w, "id");
    wire_put_str(&w, c->id);
    request_reply(req, &w);
    wire_writer_done(&w);
}

static void refuse_state(struct container *c, struct request *req, const char *why)
{
    request_error(req, ERR_STATE, "container %s is %s%s%s", c->id, state_name(c->state), *why ? ": " : "", why);
}

static void act_start(struct monitor *self, struct container *c, struct request *req)
{
    struct cause cause = cause_of(req);

    if (c->state == STATE_RUNNING) {
        reply_with_id(c, req);
        return;
    }
    if (self->shutting_down) {
        request_error(req, ERR_UNAVAILABLE, "Quilt is shutting down");
        return;
    }
    if ((c->state != STATE_CREATED && c->state != STATE_EXITED && c->state != STATE_FAILED && c->state != STATE_STARTING) ||
        (c->spec.auto_remove && c->state != STATE_CREATED && c->state != STATE_STARTING)) {
        refuse_state(c, req, "it cannot be started");
        return;
    }
    if (c->taken_for && !container_alive(c)) {
        request_error(req, ERR_UNAVAILABLE, "container %s: its files are just being taken, try again", c->id);
        return;
    }
    if (exec_works_on_tree(self, c->id)) {
        request_error(req, ERR_STATE, "container %s: files are being copied: start it after that", c->id);
        return;
    }
    container_wait_for(c, req, WAITS_RUNNING);
    if (c->state == STATE_STARTING)
        return;                         /* somebody else's start is this one's too */
    if (c->state != STATE_CREATED && !c->ended_recorded) {
        c->restart_asked = true;        /* its end is on the way to the store: then */
        return;
    }
    c->restarts = 0;
    container_begin(c, &cause);
}

static void on_recorded(void *arg, const struct about *about, const struct store_move_reply *reply, const struct err *failed);

/* Nothing runs: only the wish changes, so that no policy starts it again. */
static bool want_stopped(struct container *c, const struct cause *cause, struct request *req)
{
    struct about about = { .number = request_number(req) };
    struct store_move m = { .incarnation = c->incarnation, .has_want = true, .want = WANT_STOPPED, .cause = *cause };

    if (c->want != WANT_RUNNING)
        return false;
    loop_cancel(c->monitor->loop, c->restart_timer);
    c->restart_timer = NULL;
    c->want = WANT_STOPPED;
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_store_move(c->monitor->actor, &m, about, on_recorded);
    return true;
}

static void act_stop(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_stop *m = container_stop_of(req);
    struct cause cause = cause_of(req);
    struct container_stop_reply reply = { .has_exit = c->has_exit, .exit = c->exit };

    (void)self;
    if (!container_alive(c)) {
        if (want_stopped(c, &cause, req))
            return;                     /* answered when it is durable */
        str_fmt(reply.id.text, sizeof reply.id.text, "%s", c->id);
        reply_container_stop(req, &reply);
        return;
    }
    container_wait_for(c, req, WAITS_END);
    container_stop(c, &cause, EXIT_REASON_STOPPED, WANT_STOPPED, (int)(m->has_signal ? m->signal : c->spec.stop_signal),
                   (int64_t)(m->has_grace_ms ? m->grace_ms : c->spec.stop_grace_ms));
}

static void act_kill(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_kill *m = container_kill_of(req);
    struct cause cause = cause_of(req);
    struct err e = ERR_NONE;

    (void)self;
    if (!container_alive(c)) {
        refuse_state(c, req, "there is nothing to kill");
        return;
    }
    if (m->signal == SIGKILL) {
        container_wait_for(c, req, WAITS_END);
        container_stop(c, &cause, EXIT_REASON_KILLED, WANT_STOPPED, SIGKILL, 0);
    } else if (container_signal(c, (int)m->signal, &e) < 0) {
        request_fail(req, &e);
    } else {
        container_tell_signal(c, &cause, (int)m->signal);
        reply_with_id(c, req);
    }
}

static void act_restart(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_restart *m = container_restart_of(req);
    struct cause cause = cause_of(req);

    if (!container_alive(c)) {
        act_start(self, c, req);
        return;
    }
    container_wait_for(c, req, WAITS_RUNNING);
    if (c->state == STATE_STARTING)
        return;                         /* it is being started anew already */
    c->restart_asked = true;
    container_stop(c, &cause, EXIT_REASON_STOPPED, WANT_RUNNING, (int)c->spec.stop_signal, (int64_t)(m->has_grace_ms ? m->grace_ms : c->spec.stop_grace_ms));
}

/* The move that a freeze is; the request waits for it. */
static void on_recorded(void *arg, const struct about *about, const struct store_move_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct request *req = request_find(self->actor, about->number);
    struct container *c = map_get(self->containers, about->id);

    (void)reply;
    if (!req || !c)
        return;
    if (failed && (!strcmp(request_verb(req), "container.pause") || !strcmp(request_verb(req), "container.resume")))    /* what is not recorded must not be */
        container_freeze(c, &c->cause, c->state == STATE_RUNNING, NULL);
    if (failed)
        request_fail(req, failed);
    else
        reply_with_id(c, req);
}

static void freeze(struct container *c, struct request *req, bool frozen)
{
    struct store_move m = { .incarnation = c->incarnation, .has_state = true, .state = frozen ? STATE_PAUSED : STATE_RUNNING, .cause = cause_of(req) };
    struct about about = { .number = request_number(req) };
    struct err e = ERR_NONE;

    if (container_freeze(c, &m.cause, frozen, &e) < 0) {
        request_fail(req, &e);
        return;
    }
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_store_move(c->monitor->actor, &m, about, on_recorded);
}

static void act_pause(struct monitor *self, struct container *c, struct request *req)
{
    (void)self;
    if (c->state == STATE_PAUSED)
        reply_with_id(c, req);
    else if (c->state != STATE_RUNNING)
        refuse_state(c, req, "only one that runs can be paused");
    else
        freeze(c, req, true);
}

static void act_resume(struct monitor *self, struct container *c, struct request *req)
{
    (void)self;
    if (c->state == STATE_RUNNING)
        reply_with_id(c, req);
    else if (c->state != STATE_PAUSED)
        refuse_state(c, req, "it is not paused");
    else
        freeze(c, req, false);
}

static void act_remove(struct monitor *self, struct container *c, struct request *req)
{
    struct cause cause = cause_of(req);

    (void)self;
    if (container_alive(c) && !container_remove_of(req)->force) {
        refuse_state(c, req, "stop it first, or remove it with force");
        return;
    }
    container_wait_for(c, req, WAITS_REMOVED);
    if ((c->state == STATE_EXITED || c->state == STATE_FAILED) && !c->ended_recorded) {
        c->want = WANT_REMOVED;         /* its end is on the way to the store: then */
        c->forced = true;
        return;
    }
    if (container_alive(c)) {
        c->spec.auto_remove = c->forced = true;
        container_stop(c, &cause, EXIT_REASON_KILLED, WANT_REMOVED, SIGKILL, 0);
        c->want = WANT_REMOVED;
    } else if (c->state != STATE_REMOVING && c->state != STATE_REMOVED && !(c->want == WANT_REMOVED && !c->ended_recorded)) {
        container_remove(c, &cause);
    }
}

/* ---------------------------------------------------------------- update */

static void merge_limits(struct limits *to, const struct limits *from)
{
#define MERGE(field)                                                                                                                       \
    if (from->has_##field) {                                                                                                               \
        to->has_##field = true;                                                                                                            \
        to->field = from->field;                                                                                                           \
    }
    MERGE(memory_bytes)
    MERGE(memory_swap_bytes)
    MERGE(cpu_millis)
    MERGE(cpu_weight)
    MERGE(cpuset)
    MERGE(pids_max)
    MERGE(io_weight)
#undef MERGE
}

/* The new one takes the place of the old, which its spans point into. */
static void replace_spec(struct container *c, const struct container_spec *spec)
{
    struct wire_reader reader;
    struct wire_writer w;

    wire_writer_init(&w);
    container_spec_write(&w, spec);
    free(c->spec_bytes);
    c->spec_bytes = w.data;
    c->spec_len = w.len;
    reader = wire_reader((struct wire_span){ c->spec_bytes, c->spec_len });
    must(container_spec_read(&reader, &c->spec, NULL) == 0);
}

static void act_update(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_update *u = container_update_of(req);
    struct store_move m = { .incarnation = c->incarnation, .cause = cause_of(req), .has_spec = true, .has_event = true, .event.text = "updated" };
    struct about about = { .number = request_number(req) };
    struct err e = ERR_NONE;
    struct spec_limits limits;
    struct container_spec spec;
    struct limits merged;
    char cpuset[128], group[64];

    if (launchspec_check_limits(&u->limits, &e) < 0) {
        request_fail(req, &e);
        return;
    }
    sampling_end(c);                    /* a limit may give it another tree */
    merged = c->spec.limits;            /* v1 counts swap with memory: both are needed to set one */
    merge_limits(&merged, &u->limits);
    limits = launchspec_limits(&merged, false, cpuset);
    container_group(c, group);
    if (container_alive(c) && cgroup_update(group, &limits, cpuset, &e) < 0) {
        err_add(&e, "container %s", c->id);
        request_fail(req, &e);
        return;
    }
    spec = c->spec;
    spec.has_limits = true;
    merge_limits(&spec.limits, &u->limits);
    replace_spec(c, &spec);
    container_save(c, NULL);
    m.spec = (struct wire_span){ c->spec_bytes, c->spec_len };
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_store_move(self->actor, &m, about, on_recorded);
}

/* ---------------------------------------------------------------- what netd tells and asks */

static void on_policy_recorded(void *arg, const struct about *about, const struct store_move_reply *reply, const struct err *failed)
{
    struct request *req = request_find(((struct monitor *)arg)->actor, about->number);
    struct monitor_policy_reply answer = { 0 };

    (void)reply;
    str_fmt(answer.id.text, sizeof answer.id.text, "%s", about->id);
    if (req && failed)
        request_fail(req, failed);
    else if (req)
        reply_monitor_policy(req, &answer);
}

static void act_policy(struct monitor *self, struct container *c, struct request *req)
{
    const struct monitor_policy *p = monitor_policy_of(req);
    struct store_move m = { .incarnation = c->incarnation, .cause = cause_of(req), .has_spec = true, .has_event = true, .event.text = "policy_changed" };
    struct about about = { .number = request_number(req) };
    struct container_spec spec = c->spec;

    if (c->spec.network != NETWORK_MODE_BRIDGE) {
        refuse_state(c, req, "its network is not one that has policies");
        return;
    }
    spec.has_policy = p->has_policy;
    spec.policy = p->policy;
    replace_spec(c, &spec);
    container_save(c, NULL);
    m.spec = (struct wire_span){ c->spec_bytes, c->spec_len };
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_store_move(self->actor, &m, about, on_policy_recorded);
}

handled on_monitor_attachments(struct monitor *self, const struct monitor_attachments *m, struct request *req)
{
    struct container *c = map_get(self->containers, m->container.text);

    if (c) {
        network_known(c, true, &m->attachments, c->generation);
        container_save(c, NULL);
    }
    return reply_monitor_attachments(req, &(struct monitor_attachments_reply){});
}

static void on_netns_over(void *arg)
{
    close((int)(intptr_t)arg);
}

/* Open for a moment: netd opens it again through /proc. */
handled on_monitor_netns(struct monitor *self, const struct monitor_netns *m, struct request *req)
{
    struct container *c = map_get(self->containers, m->container.text);
    struct err e = ERR_NONE;
    struct stat st;
    int fd = c ? network_ns(c, &e) : err_set(&e, ERR_NOT_FOUND, "container %s: not known", m->container.text);

    if (fd < 0)
        return request_fail(req, &e);
    must(fstat(fd, &st) == 0);
    loop_after(self->loop, NETNS_OPEN_MS, on_netns_over, (void *)(intptr_t)fd);
    return reply_monitor_netns(req, &(struct monitor_netns_reply){ .fd = (uint64_t)fd, .inode = st.st_ino, .incarnation = c->incarnation });
}

/* ---------------------------------------------------------------- output and exec */

static void act_logs(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_logs *m = container_logs_of(req);

    stream_open(self, req, c->id, NULL, &(struct stream_wish){
        .follow = m->follow, .out = m->stdout_, .err = m->stderr_, .has_tail = m->has_tail, .tail = m->tail, .has_after = m->has_after, .after = m->after,
        .has_since = m->has_since_ns, .since_ns = m->since_ns, .has_until = m->has_until_ns, .until_ns = m->until_ns, .has_offset = m->has_offset, .offset = m->offset, .credit = m->credit_bytes });
}

static void act_exec(struct monitor *self, struct container *c, struct request *req)
{
    exec_begin(self, c, exec_start_of(req), req);
}

static void act_exec_signal(struct monitor *self, struct container *c, struct request *req)
{
    const struct exec_signal *m = exec_signal_of(req);
    struct err e = ERR_NONE;

    if (exec_signal_to(self, c->id, m->exec_id.text, (int)m->signal, &e) < 0)
        request_fail(req, &e);
    else
        reply_exec_signal(req, &(struct exec_signal_reply){});
}

static void act_exec_read(struct monitor *self, struct container *c, struct request *req)
{
    exec_read_on(self, c, exec_read_of(req), req);
}

static void act_write(struct monitor *self, struct container *c, struct request *req)
{
    (void)self;
    container_write_to(c, container_write_of(req), req);
}

static void act_resize(struct monitor *self, struct container *c, struct request *req)
{
    (void)self;
    container_resize_to(c, container_resize_of(req), req);
}

static void act_trim(struct monitor *self, struct container *c, struct request *req)
{
    (void)self;
    keeper_trim(c->keeper, container_trim_of(req)->offset);     /* one that has ended waits for nothing */
    reply_container_trim(req, &(struct container_trim_reply){});
}

static void act_exec_trim(struct monitor *self, struct container *c, struct request *req)
{
    exec_trim_to(self, c, exec_trim_of(req), req);
}

static void act_copy_out(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_copy_out *m = container_copy_out_of(req);

    if (!m->paths.count)
        request_error(req, ERR_INVALID, "paths: is empty");
    else
        exec_begin_work(self, c, WORK_OUT, &(struct exec_start){ .argv = m->paths, .has_exec_id = m->has_exec_id, .exec_id = m->exec_id }, req);
}

static void act_copy_in(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_copy_in *m = container_copy_in_of(req);
    struct exec_start start = { .stdin_ = true, .has_exec_id = m->has_exec_id, .exec_id = m->exec_id };
    struct wire_writer argv;

    wire_writer_init(&argv);
    wire_put_span(&argv, m->path);
    start.argv = wire_list_of(&argv, 1);
    exec_begin_work(self, c, WORK_IN, &start, req);
    wire_writer_done(&argv);
}

static void act_diff(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_diff *m = container_diff_of(req);

    exec_begin_work(self, c, WORK_DIFF, &(struct exec_start){ .has_exec_id = m->has_exec_id, .exec_id = m->exec_id }, req);
}

static void act_exec_resize(struct monitor *self, struct container *c, struct request *req)
{
    exec_resize_to(self, c, exec_resize_of(req), req);
}

static void act_attach(struct monitor *self, struct container *c, struct request *req)
{
    const struct container_attach *m = container_attach_of(req);

    stream_open(self, req, c->id, NULL, &(struct stream_wish){ .follow = true, .attach = true, .out = true, .err = true, .has_tail = !m->has_after && !m->has_offset, .tail = m->tail, .has_offset = m->has_offset, .offset = m->offset,
                                                              .has_after = m->has_after, .after = m->after, .credit = m->credit_bytes });
}

static void act_exec_write(struct monitor *self, struct container *c, struct request *req)
{
    exec_write_to(self, c, exec_write_of(req), req);
}

static void act_exec_wait(struct monitor *self, struct container *c, struct request *req)
{
    exec_await(self, c, exec_wait_of(req)->exec_id.text, req);
}

static void act_exec_list(struct monitor *self, struct container *c, struct request *req)
{
    exec_list_all(self, c, req);
}

handled on_stream_credit(struct monitor *self, const struct stream_credit *m, struct request *req)
{
    stream_credit(self, m->stream, m->bytes);
    return reply_stream_credit(req, &(struct stream_credit_reply){});
}

handled on_stream_cancel(struct monitor *self, const struct stream_cancel *m, struct request *req)
{
    stream_cancel(self, m->stream);
    return reply_stream_cancel(req, &(struct stream_cancel_reply){});
}

/* ---------------------------------------------------------------- shutdown */

static bool any_alive(struct monitor *self, uint64_t *out_count)
{
    struct map_iter it = map_iter(self->containers);
    struct container *c;

    *out_count = 0;
    while ((c = map_next(&it, NULL)))
        if (container_alive(c) || c->state == STATE_REMOVING || c->state == STATE_REMOVED || (c->spec.auto_remove && c->state == STATE_EXITED))
            ++*out_count;
    return *out_count > 0;
}

static void end_quilt(void *arg)
{
    struct monitor *self = arg;

    actor_request_shutdown(self->actor);
}

/* netd is up, and knows that nobody is left: it takes the networks away when it is told to end. */
static void on_settled(void *arg, const struct about *about, const struct net_settle_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct request *req = request_find(self->actor, about->number);

    (void)reply;
    if (failed)
        log_warn("networks_stay", "%s", failed->text);
    if (req)
        reply_shutdown(req, &(struct shutdown_reply){ .stopped = self->rebuilt });
    loop_after(self->loop, 20, end_quilt, self);        /* after the answer has left */
}

void monitor_check_shutdown(struct monitor *self)
{
    struct about about = { .number = self->shutdown_request };
    uint64_t left;

    if (!self->shutdown_request || any_alive(self, &left))
        return;
    self->shutdown_request = 0;
    ask_net_settle(self->actor, &(struct net_settle){}, about, on_settled);
}

handled on_shutdown(struct monitor *self, const struct shutdown *m, struct request *req)
{
    struct map_iter it = map_iter(self->containers);
    struct cause cause = cause_of(req);
    struct container *c;

    if (self->shutting_down && m->containers)
        return request_error(req, ERR_STATE, "Quilt is shutting down already");
    if (!m->containers) {
        loop_after(self->loop, 20, end_quilt, self);
        return reply_shutdown(req, &(struct shutdown_reply){ 0 });
    }
    self->shutting_down = true;
    self->rebuilt = 0;
    while ((c = map_next(&it, NULL)))
        if (!container_alive(c) && c->spec.auto_remove && c->ended_recorded) {
            container_apply_want(c);    /* its reader had its time */
        } else if (container_alive(c)) {
            self->rebuilt++;
            container_stop(c, &cause, EXIT_REASON_STOPPED, WANT_STOPPED, (int)c->spec.stop_signal, (int64_t)c->spec.stop_grace_ms);
        }
    self->shutdown_request = request_number(req);
    monitor_check_shutdown(self);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- sweeping: deleting trees, in a process of its own */

static void start_sweep(struct monitor *self)
{
    const struct actor_options *o = actor_options(self->actor);
    char program[PATH_ROOM];
    char *argv[] = { program, (char *)(uintptr_t)o->state_dir, (char *)(uintptr_t)o->run_dir, NULL }, *envp[] = { NULL };

    str_fmt(program, sizeof program, "%s/quilt-sweep", o->libexec_dir);
    if (posix_spawn(&self->sweep_pid, program, NULL, NULL, argv, envp) != 0) {
        self->sweep_pid = 0;
        log_error("sweep_failed", "%s: %s", program, strerror(errno));
    }
}

static void on_sweep(void *arg)
{
    struct monitor *self = arg;

    self->sweep_timer = NULL;
    if (self->sweep_pid && waitpid(self->sweep_pid, NULL, WNOHANG) == 0) {
        self->sweep_timer = loop_after(self->loop, SWEEP_MS, on_sweep, self);
        return;
    }
    start_sweep(self);
}

void monitor_sweep(struct monitor *self)
{
    if (!self->sweep_timer)
        self->sweep_timer = loop_after(self->loop, SWEEP_MS, on_sweep, self);
}

static void sweep_to_the_end(struct monitor *self)
{
    if (self->sweep_pid)
        waitpid(self->sweep_pid, NULL, 0);
    start_sweep(self);
    if (self->sweep_pid)
        waitpid(self->sweep_pid, NULL, 0);
}

/* ---------------------------------------------------------------- life */

struct filter {
    void *bpf;
    size_t count;
};

const void *monitor_filter(struct monitor *self, uint64_t caps, size_t *out_count, struct err *e)
{
    char key[24];
    struct filter *f = map_get(self->filters, map_key(caps, key));

    if (!f) {
        struct filter made;

        if (filter_compile(caps, &made.bpf, &made.count, e) < 0)
            return NULL;
        f = xalloc(sizeof *f);
        *f = made;
        map_put(self->filters, key, f);
    }
    *out_count = f->count;
    return f->bpf;
}

/* The keeper's program through a read-only mount of its own: nothing that gets hold of /proc/1/exe can write to it. */
static int guard_keeper(struct monitor *self, struct err *e)
{
    str_fmt(self->keeper_path, sizeof self->keeper_path, "%s/quilt-keeper", actor_options(self->actor)->libexec_dir);
    self->keeper_fd = mount_clone(AT_FDCWD, self->keeper_path, false);
    if (self->keeper_fd < 0 || mount_attributes(self->keeper_fd, MOUNT_ATTR_RDONLY, false) < 0)
        return err_sys(e, "%s", self->keeper_path);
    str_fmt(self->keeper_program, sizeof self->keeper_program, "/proc/self/fd/%d", self->keeper_fd);
    return 0;
}

static void warm_filter(struct monitor *self)
{
    struct container_spec plain = { 0 };
    uint64_t caps;
    size_t count;

    if (launchspec_caps(&plain, &caps, NULL) == 0)
        monitor_filter(self, caps, &count, NULL);
}

/* It came back with a new database: what is on the disk is read back into it as after a start. */
static void on_store_back(void *arg, const struct about *about, const struct store_containers_reply *reply, const struct err *failed)
{
    (void)arg;
    (void)about;
    if (failed || !reply->fresh)
        return;
    log_warn("start_over", "the store has a new database");
    _exit(1);                           /* containers run on; the supervisor starts another monitor, which adopts them */
}

/* Streams went through the front door: whoever read them has to come again. */
static void monitor_peer_changed(void *arg, const char *peer, enum channel_state state, uint32_t pid, uint64_t restarts)
{
    struct monitor *self = arg;

    (void)pid;
    if (!strcmp(peer, "store") && state == CHANNEL_UP && restarts && self->adopted)
        ask_store_containers(self->actor, &(struct store_containers){ .after = INT64_MAX }, (struct about){ 0 }, on_store_back);
    if (!strcmp(peer, "frontdoor") && state == CHANNEL_UP && self->adopted)
        inside_sync(self);
    if (strcmp(peer, "frontdoor") || state == CHANNEL_UP || !self->streams)
        return;
    self->settled_ms = clock_boot_ms() + SETTLE_MS;
    streams_done(self);
}

static void *monitor_start(struct actor *a, struct err *e)
{
    struct monitor *self = xalloc(sizeof *self);

    self->actor = a;
    self->loop = actor_loop(a);
    self->containers = map_new();
    self->execs = map_new();
    self->forks = map_new();
    self->settled_ms = clock_boot_ms() + SETTLE_MS;
    self->filters = map_new();
    if (cgroup_prepare(actor_options(a)->instance, e) < 0 || guard_keeper(self, e) < 0)
        return NULL;
    warm_filter(self);
    adopt_begin(self);
    sampling_begin(self);
    return self;
}

static void monitor_stop(void *arg)
{
    struct monitor *self = arg;
    struct map_iter it = map_iter(self->filters);
    struct container *c;
    struct filter *f;

    sweep_to_the_end(self);
    forks_done(self);
    streams_done(self);
    execs_done(self);
    for (it = map_iter(self->containers); (c = map_next(&it, NULL));)
        container_free(c);
    for (it = map_iter(self->filters); (f = map_next(&it, NULL));) {
        free(f->bpf);
        free(f);
    }
    cgroup_retire(actor_options(self->actor)->instance);
    map_free(self->containers);
    map_free(self->execs);
    map_free(self->filters);
    close(self->keeper_fd);
    free(self);
}

int main(int argc, char **argv)
{
    return actor_main(argc, argv, &(struct actor_spec){
        .name = "monitor", .dispatch = monitor_dispatch, .start = monitor_start, .stop = monitor_stop,
        .peer_changed = monitor_peer_changed,
    });
}
