/*
 * exec - further processes in a running container: a keeper each, like the container
 * itself, so that output and exit status survive this process.
 *
 *     begun --keeper: running--> RUNNING --keeper: exit--> OVER --five minutes--> gone
 *       `--a stage failed----------------------------------^
 *                  (timeout: its group is killed)
 *
 * What cannot be read from the keeper's files lies beside them in "session".
 */
#include "actors/monitor/input.h"
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
#include <unistd.h>

#define KEPT_MS 300000
#define WORK_KEPT_MS 30000              /* whole files are in their logs */
#define SESSIONS_MAX 1000               /* of one container; the oldest that ended make room */
#define ARGV_KEPT 256                   /* bytes of its command that are listed */
#define ADOPT_AGAIN_MS 50
#define ADOPT_TRIES 40
#define TIMEOUT_MAX_MS (1ull << 50)
#define SESSION_MAX 4096

struct exec {
    struct monitor *monitor;
    char container[13], id[65], key[80];
    char run_dir[PATH_ROOM], log_dir[PATH_ROOM];
    struct keeper *keeper;
    struct cause cause;
    bool over, told;                    /* told: it runs, or ran */
    exec_over_fn over_fn;               /* NULL: it is a client's */
    bool quiet, tree;                   /* quiet: work of ours, no event; tree: on one that does not run */
    int adopt_tries;
    struct container_exit exit;
    struct err failure;
    struct timer *expiry, *deadline, *idle;
    int64_t touched_boot_ms;            /* work: when somebody last cared */
    uint8_t *session;                   /* struct exec_record, owned; `record` points into it */
    struct exec_record record;
    uint64_t order;                     /* of its start */
    struct input input;
    struct exec_waiting {
        uint64_t request;
        bool end;                       /* else until it runs */
    } *waiting;                         /* owned */
    size_t waiting_count;
};

static void exec_free(struct exec *x)
{
    struct container *c = map_get(x->monitor->containers, x->container);

    if (c)
        c->exec_count--;
    stream_exec_gone(x->monitor, x);
    map_remove(x->monitor->execs, x->key);
    loop_cancel(x->monitor->loop, x->expiry);
    loop_cancel(x->monitor->loop, x->deadline);
    loop_cancel(x->monitor->loop, x->idle);
    keeper_free(x->keeper);
    input_free(&x->input);
    free(x->session);
    free(x->waiting);
    free(x);
}

const char *exec_log_dir(const struct exec *x)
{
    return x->log_dir;
}

const char *exec_name(const struct exec *x)
{
    return x->id;
}

void exec_follow(struct exec *x, bool on)
{
    keeper_follow(x->keeper, on);
}

bool exec_is_over(const struct exec *x, struct container_exit *out, struct err *failure)
{
    if (out)
        *out = x->exit;
    if (failure)
        *failure = x->failure;
    return x->over;
}

/* ---------------------------------------------------------------- who waits */

static void reply_to(struct exec *x, struct request *req, bool end)
{
    struct exec_start_reply started = { 0 };
    struct exec_wait_reply waited = { .exit = x->exit };

    str_fmt(started.exec_id.text, sizeof started.exec_id.text, "%s", x->id);
    waited.exec_id = started.exec_id;
    if (x->over && x->failure.code)
        request_fail(req, &x->failure);
    else if (end)
        reply_exec_wait(req, &waited);
    else
        reply_exec_start(req, &started);
}

static void answer(struct exec *x)
{
    size_t kept = 0;

    for (size_t i = 0; i < x->waiting_count; i++) {
        struct request *req = request_find(x->monitor->actor, x->waiting[i].request);

        if (!req)
            continue;
        if (!x->over && (x->waiting[i].end || !x->told))
            x->waiting[kept++] = x->waiting[i];
        else
            reply_to(x, req, x->waiting[i].end);
    }
    x->waiting_count = kept;
}

static handled wait_for(struct exec *x, struct request *req, bool end)
{
    x->waiting = xrealloc(x->waiting, (x->waiting_count + 1) * sizeof *x->waiting);
    x->waiting[x->waiting_count++] = (struct exec_waiting){ request_number(req), end };
    answer(x);
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- what is kept of it */

/* The beginning of a command, for a list: whole words, the last one cut between characters. */
static uint32_t put_argv(struct wire_writer *w, const struct wire_list *argv)
{
    struct wire_reader r = wire_reader(argv->items);
    size_t left = ARGV_KEPT;
    uint32_t n = 0;

    for (; n < argv->count && left; n++) {
        struct wire_span word = { 0 };

        wire_read_str(&r, &word, NULL);
        if (word.len > left)
            for (word.len = left; word.len && (word.data[word.len] & 0xc0) == 0x80;)
                word.len--;
        left -= word.len < left ? word.len + 1 : left;
        wire_put_span(w, word);
    }
    return n;
}

static int save(struct exec *x, const struct exec_start *m, struct err *e)
{
    struct exec_record r = { .work = x->quiet, .tree = x->tree, .uid = x->cause.uid, .started_ns = (uint64_t)clock_wall_ns(), .has_deadline_boot_ms = m->has_timeout_ms, .stdin_ = m->stdin_, .tty = m->tty };
    char path[PATH_ROOM + 10];
    auto_fd int fd = -1;
    struct wire_writer w, argv;
    struct wire_reader reader;

    wire_writer_init(&argv);
    r.argv = wire_list_of(&argv, put_argv(&argv, &m->argv));
    r.argv.items = wire_written(&argv);
    r.deadline_boot_ms = m->has_timeout_ms ? (uint64_t)clock_boot_ms() + m->timeout_ms : 0;
    wire_writer_init(&w);
    exec_record_write(&w, &r);
    wire_writer_done(&argv);
    x->session = w.data;                /* ours from now on */
    reader = wire_reader(wire_written(&w));
    must(exec_record_read(&reader, &x->record, NULL) == 0);
    str_fmt(path, sizeof path, "%s/session", x->log_dir);
    fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    return fd < 0 || fd_write_all(fd, w.data, w.len) < 0 ? err_sys(e, "%s", path) : 0;
}

/* One of an earlier version, or cut by a full disk, has none. */
static void load(struct exec *x)
{
    char path[PATH_ROOM + 10], room[SESSION_MAX];
    struct wire_reader reader;
    ssize_t n;

    str_fmt(path, sizeof path, "%s/session", x->log_dir);
    n = fd_read_file(AT_FDCWD, path, room, sizeof room);
    if (n <= 0 || wire_scan(room, (size_t)n, NULL) < 0)
        return;
    x->session = xalloc((size_t)n);
    memcpy(x->session, room, (size_t)n);
    reader = wire_reader((struct wire_span){ x->session, (size_t)n });
    if (exec_record_read(&reader, &x->record, NULL) < 0)
        x->record = (struct exec_record){ 0 };
    x->quiet = x->record.work;
    x->tree = x->record.tree;
}

static bool is_late(const struct exec *x)
{
    return x->record.has_deadline_boot_ms && clock_boot_ms() >= (int64_t)x->record.deadline_boot_ms;
}

static void leaf_name(const char *id, char out[80])
{
    str_fmt(out, 80, "exec-%s", id);
}

/* Its process and whatever came of it. */
static void kill_group(struct exec *x)
{
    struct container *c = map_get(x->monitor->containers, x->container);
    char group[64], leaf[80], path[150];
    struct err e = ERR_NONE;

    if (!c)
        return;
    container_group(c, group);
    leaf_name(x->id, leaf);
    str_fmt(path, sizeof path, "%s/%s", group, leaf);
    if (!x->tree && cgroup_kill(path, &e) < 0)
        log_warn("kill_failed", "exec %s of %s: %s", x->id, x->container, e.text);
    keeper_kill(x->keeper);             /* one that is being started may not be in its group yet, or is in none */
}

/* An archive that nobody reads, or writes, any more. */
static void on_idle(void *arg)
{
    struct exec *x = arg;

    x->idle = NULL;
    if (x->over)
        return;
    if (stream_reads(x->monitor, x))
        x->touched_boot_ms = clock_boot_ms();
    if (clock_boot_ms() - x->touched_boot_ms >= KEPT_MS)
        kill_group(x);
    x->idle = loop_after(x->monitor->loop, KEPT_MS / 5, on_idle, x);
}

static void on_deadline(void *arg)
{
    struct exec *x = arg;

    x->deadline = NULL;
    if (!x->over)
        kill_group(x);
}

/* From when there is a process: the time runs from the request. */
static void arm_deadline(struct exec *x)
{
    if (x->record.has_deadline_boot_ms && !x->deadline)
        x->deadline = loop_after(x->monitor->loop, is_late(x) ? 0 : (int64_t)x->record.deadline_boot_ms - clock_boot_ms(), on_deadline, x);
}

/* ---------------------------------------------------------------- events */

/* What the store has been told: a monitor that comes later does not tell it again. */
static void mark(const char *log_dir, const char *type)
{
    char path[PATH_ROOM + 80];
    auto_fd int fd = -1;

    str_fmt(path, sizeof path, "%s/%.40s", log_dir, type);
    fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
}

static bool is_marked(const struct exec *x, const char *type)
{
    char path[PATH_ROOM + 80];

    str_fmt(path, sizeof path, "%s/%.40s", x->log_dir, type);
    return access(path, F_OK) == 0;
}

static void on_told(struct monitor *self, uint64_t order, const char *type, const struct err *failed)
{
    struct map_iter it = map_iter(self->execs);
    struct exec *x;

    while (!failed && (x = map_next(&it, NULL)))
        if (x->order == order)
            mark(x->log_dir, type);
}

static void on_started_told(void *arg, const struct about *about, const struct store_move_reply *reply, const struct err *failed)
{
    (void)reply;
    on_told(arg, about->number, "exec_started", failed);
}

static void on_exited_told(void *arg, const struct about *about, const struct store_move_reply *reply, const struct err *failed)
{
    (void)reply;
    on_told(arg, about->number, "exec_exited", failed);
}

static void tell(struct exec *x, const char *type, const struct wire_writer *attrs)
{
    struct container *c = map_get(x->monitor->containers, x->container);
    struct store_move m = { .cause = x->cause, .has_event = true, .has_attrs = true, .attrs = wire_written(attrs) };

    if (!c || x->quiet || is_marked(x, type))
        return;
    m.incarnation = c->incarnation;
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(m.event.text, sizeof m.event.text, "%s", type);
    ask_store_move(x->monitor->actor, &m, (struct about){ .number = x->order }, !strcmp(type, "exec_started") ? on_started_told : on_exited_told);
}

static void tell_started(struct exec *x, uint64_t pid)
{
    struct event_exec_started ev = { .pid = pid };
    struct wire_writer w;

    str_fmt(ev.exec_id.text, sizeof ev.exec_id.text, "%s", x->id);
    wire_writer_init(&w);
    event_exec_started_write(&w, &ev);
    tell(x, "exec_started", &w);
    wire_writer_done(&w);
}

static void tell_exited(struct exec *x)
{
    struct event_exec_exited ev = { .exit = x->exit };
    struct wire_writer w;

    str_fmt(ev.exec_id.text, sizeof ev.exec_id.text, "%s", x->id);
    wire_writer_init(&w);
    event_exec_exited_write(&w, &ev);
    tell(x, "exec_exited", &w);
    wire_writer_done(&w);
}

/* For errors. */
static const char *what(const struct exec *x, char out[120])
{
    str_fmt(out, 120, "exec %s of container %s", x->id, x->container);
    return out;
}

/* ---------------------------------------------------------------- its end */

static void on_expiry(void *arg)
{
    struct exec *x = arg;

    x->expiry = NULL;
    if (stream_reads(x->monitor, x)) {  /* somebody still reads it, however slowly */
        x->expiry = loop_after(x->monitor->loop, x->quiet ? WORK_KEPT_MS : KEPT_MS, on_expiry, x);
        return;
    }
    fd_remove_tree(AT_FDCWD, x->run_dir);
    fd_remove_tree(AT_FDCWD, x->log_dir);
    exec_free(x);
}

static void expire(struct exec *x)
{
    fd_remove_tree(AT_FDCWD, x->run_dir);
    fd_remove_tree(AT_FDCWD, x->log_dir);
    exec_free(x);
}

static void ended(struct exec *x, const struct exit_record *r)
{
    char text[120];

    keeper_free(x->keeper);
    x->keeper = NULL;
    x->over = true;
    if (r->known == EXIT_FAILED)
        policy_failure(&r->failure, &x->failure);
    else
        x->exit = policy_exit(r, NULL);
    if (is_late(x) && x->exit.has_signal && x->exit.signal == SIGKILL)
        x->exit.reason = EXIT_REASON_TIMEOUT;
    loop_cancel(x->monitor->loop, x->deadline);
    x->deadline = NULL;
    if (r->known != EXIT_FAILED)
        tell_exited(x);
    x->expiry = loop_after(x->monitor->loop, x->quiet ? WORK_KEPT_MS : KEPT_MS, on_expiry, x);
    input_ended(&x->input, what(x, text));
    stream_rang(x->monitor, x->container, x);
    answer(x);
    if (x->over_fn) {
        x->over_fn(x->monitor, x->container, &x->exit, x->failure.code ? &x->failure : NULL, x->log_dir);
        expire(x);
    }
}

static void on_keeper(void *arg, uint32_t type, const struct keeper_message *m)
{
    struct exec *x = arg;
    struct exit_record r = { .known = EXIT_UNKNOWN };
    char text[120];

    if (type == KEEPER_RUNNING) {
        if (!x->told)
            tell_started(x, (uint64_t)m->pid);
        x->told = true;
        arm_deadline(x);
        x->touched_boot_ms = clock_boot_ms();
        if (x->quiet && !x->idle)
            x->idle = loop_after(x->monitor->loop, KEPT_MS / 5, on_idle, x);
        answer(x);
        input_runs(&x->input, x->keeper, what(x, text));
    } else if (type == KEEPER_INPUT) {
        input_heard(&x->input, x->keeper, m, what(x, text));
    } else if (type == KEEPER_LOG) {
        stream_rang(x->monitor, x->container, x);
    } else if (type == KEEPER_EXIT || type == KEEPER_GONE) {
        keeper_read_exit(x->run_dir, &r);
        ended(x, &r);
    }
}

/* ---------------------------------------------------------------- its beginning */

static struct exec *exec_new(struct monitor *self, struct container *c, const char *id)
{
    struct exec *x = xalloc(sizeof *x);
    char name[80];

    x->monitor = self;
    str_fmt(x->container, sizeof x->container, "%s", c->id);
    str_fmt(x->id, sizeof x->id, "%s", id);
    str_fmt(x->key, sizeof x->key, "%s/%s", c->id, id);
    str_fmt(name, sizeof name, "exec/%s", id);
    container_path(c, true, name, x->run_dir);
    container_path(c, false, name, x->log_dir);
    x->order = ++self->exec_count;
    c->exec_count++;
    map_put(self->execs, x->key, x);
    return x;
}

static int make_dir(const struct container *c, bool run, const char *own, struct err *e)
{
    char parent[PATH_ROOM];

    container_path(c, run, "exec", parent);
    if ((mkdir(parent, 0700) < 0 && errno != EEXIST) || mkdir(own, 0700) < 0)
        return err_sys(e, "%s", own);
    return 0;
}

/* The program, what it does, and to what. */
static struct wire_list work_argv(struct exec *x, const struct launch_place *p, enum work_kind kind, const struct wire_list *paths, struct wire_writer *w)
{
    char program[PATH_ROOM];
    uint32_t n = 2 + (kind != WORK_DIFF) + paths->count;

    str_fmt(program, sizeof program, "%s/quilt-copy", actor_options(x->monitor->actor)->libexec_dir);
    wire_writer_init(w);
    wire_put_str(w, program);
    if (kind != WORK_DIFF)
        wire_put_str(w, "--tree");
    wire_put_str(w, kind == WORK_OUT ? "out" : kind == WORK_IN ? "in" : "diff");
    wire_put_raw(w, paths->items);
    if (kind == WORK_DIFF) {
        wire_put_str(w, p->upper);
        n++;
        for (char *const *lower = p->lower; *lower; lower++, n++)
            wire_put_str(w, *lower);
    }
    return wire_list_of(w, n);
}

static int spawn_work(struct exec *x, struct container *c, enum work_kind kind, const struct exec_start *m, struct err *e)
{
    bool alive = keeper_pidfd(c->keeper) >= 0;
    char group[64], leaf[80] = "", root[PATH_ROOM + 8];
    struct launch_place p = { .id = c->id, .group = group, .leaf = leaf, .run_dir = x->run_dir, .log_dir = x->log_dir, .incarnation = c->incarnation };
    struct layer_paths layers;
    struct wire_writer argv;
    struct wire_list list;
    auto_fd int spec_fd = -1;

    container_group(c, group);
    if (c->state == STATE_RUNNING)      /* in a paused one's group it would wait for it */
        leaf_name(x->id, leaf);
    x->tree = !alive && kind != WORK_DIFF;
    if ((!alive && place_make_tree(c, e) < 0) || make_dir(c, true, x->run_dir, e) < 0 || make_dir(c, false, x->log_dir, e) < 0 || save(x, m, e) < 0)
        return -1;
    str_fmt(root, sizeof root, "%s/root", x->run_dir);
    if (x->tree && mkdir(root, 0700) < 0)
        return err_sys(e, "%s", root);
    place_layers(c, &layers, &p);
    list = work_argv(x, &p, kind, &m->argv, &argv);
    spec_fd = launchspec_work(&c->spec, &p, &list, m->stdin_, x->tree, e);
    wire_writer_done(&argv);
    layer_paths_done(&layers);
    if (spec_fd < 0)
        return -1;
    x->keeper = keeper_spawn(x->monitor->loop, &(struct keeper_start){ .program = x->monitor->keeper_program, .spec_fd = spec_fd, .netns_fd = -1,
                             .target_pidfd = kind == WORK_DIFF ? -1 : keeper_pidfd(c->keeper), .pidfd = -1, .out_fd = -1, .err_fd = -1 }, on_keeper, x, e);
    return x->keeper ? 0 : -1;
}

static int spawn(struct exec *x, struct container *c, const struct exec_start *m, struct err *e)
{
    char group[64], leaf[80];
    struct launch_place p = { .id = c->id, .group = group, .leaf = leaf, .run_dir = x->run_dir, .log_dir = x->log_dir, .incarnation = c->incarnation };
    auto_fd int spec_fd = -1;
    uint64_t caps;
    size_t count = 0;
    const void *bpf;

    container_group(c, group);
    leaf_name(x->id, leaf);
    if (launchspec_caps(&c->spec, &caps, e) < 0 || make_dir(c, true, x->run_dir, e) < 0 || make_dir(c, false, x->log_dir, e) < 0 || save(x, m, e) < 0)
        return -1;
    bpf = monitor_filter(x->monitor, caps, &count, e);
    spec_fd = bpf ? launchspec_exec(&c->spec, m, &p, bpf, count, e) : -1;
    if (spec_fd < 0)
        return -1;
    x->keeper = keeper_spawn(x->monitor->loop, &(struct keeper_start){ .program = x->monitor->keeper_program, .spec_fd = spec_fd, .netns_fd = -1, .target_pidfd = keeper_pidfd(c->keeper),
                             .pidfd = -1, .out_fd = -1, .err_fd = -1 }, on_keeper, x, e);
    return x->keeper ? 0 : -1;
}

/* The one that ended longest ago and that nobody reads goes. */
static int make_room(struct monitor *self, const struct container *c, struct err *e)
{
    struct map_iter it = map_iter(self->execs);
    struct exec *x, *oldest = NULL;

    if (c->exec_count < SESSIONS_MAX)
        return 0;
    while ((x = map_next(&it, NULL)))
        if (x->over && !strcmp(x->container, c->id) && (!oldest || x->order < oldest->order) && !stream_reads(self, x))
            oldest = x;
    if (!oldest)
        return err_set(e, ERR_EXHAUSTED, "container %s: has %d exec sessions", c->id, SESSIONS_MAX);
    expire(oldest);
    return 0;
}

/* From the request's key, so that the same request sent again is the same session. */
static void choose_id(const struct exec_start *m, struct request *req, char out[65])
{
    uint64_t h = 14695981039346656037ull;

    if (m->has_exec_id) {
        str_fmt(out, 65, "%s", m->exec_id.text);
        return;
    }
    for (const char *p = request_idem(req); *p; p++)
        h = (h ^ (uint8_t)*p) * 1099511628211ull;
    str_fmt(out, 65, "%016llx", (unsigned long long)h);
}

handled exec_begin(struct monitor *self, struct container *c, const struct exec_start *m, struct request *req)
{
    struct stream_wish w = { .follow = true, .out = true, .err = true, .has_after = m->has_after, .after = m->after, .has_offset = m->has_offset, .offset = m->offset, .credit = m->credit_bytes };
    struct err e = ERR_NONE;
    char id[65], key[80];
    struct exec *x;

    if (!m->argv.count)
        return request_error(req, ERR_INVALID, "argv: is empty");
    if (m->has_timeout_ms && (!m->timeout_ms || m->timeout_ms > TIMEOUT_MAX_MS))
        return request_error(req, ERR_INVALID, "timeout_ms: must be above 0 and below 2^50; leave it out for none");
    choose_id(m, req, id);
    str_fmt(key, sizeof key, "%s/%s", c->id, id);
    x = map_get(self->execs, key);
    if (x)                              /* begun before: the client comes back to it */
        return m->detach ? wait_for(x, req, false) : stream_open(self, req, c->id, x, &w);
    if (m->has_after || m->has_offset)
        return request_error(req, ERR_NOT_FOUND, "exec %s of container %s: not known any more", id, c->id);
    if (c->state != STATE_RUNNING || keeper_pidfd(c->keeper) < 0)
        return request_error(req, ERR_STATE, "container %s is %s: exec needs one that runs", c->id, state_name(c->state));
    if (make_room(self, c, &e) < 0 || (!m->detach && stream_judge(self, c->id, request_caller(req)->uid, m->credit_bytes, &e) < 0))
        return request_fail(req, &e);
    x = exec_new(self, c, id);
    x->cause.uid = request_caller(req)->uid;
    str_fmt(x->cause.verb.text, sizeof x->cause.verb.text, "%s", request_verb(req));
    if (spawn(x, c, m, &e) < 0) {
        expire(x);
        return request_fail(req, &e);
    }
    return m->detach ? wait_for(x, req, false) : stream_open(self, req, c->id, x, &w);
}

handled exec_begin_work(struct monitor *self, struct container *c, enum work_kind kind, const struct exec_start *m, struct request *req)
{
    struct err e = ERR_NONE;
    char id[65], key[80];
    struct exec *x;

    choose_id(m, req, id);
    str_fmt(key, sizeof key, "%s/%s", c->id, id);
    x = map_get(self->execs, key);
    if (x)
        return wait_for(x, req, false);
    if (c->state == STATE_STARTING || c->state == STATE_REMOVING || c->state == STATE_REMOVED || c->state == STATE_STOPPING)
        return request_error(req, ERR_STATE, "container %s is %s: its files cannot be had now", c->id, state_name(c->state));
    if (kind != WORK_DIFF && (exec_works_on_tree(self, c->id) || (c->taken_for && !container_alive(c))))    /* one overlay at a time */
        return request_error(req, ERR_UNAVAILABLE, "container %s: files are being copied: again after that", c->id);
    if (make_room(self, c, &e) < 0)
        return request_fail(req, &e);
    x = exec_new(self, c, id);
    x->quiet = true;
    x->cause.uid = request_caller(req)->uid;
    str_fmt(x->cause.verb.text, sizeof x->cause.verb.text, "%s", request_verb(req));
    if (spawn_work(x, c, kind, m, &e) < 0) {
        expire(x);
        return request_fail(req, &e);
    }
    return wait_for(x, req, false);
}

int exec_check(struct monitor *self, struct container *c, const struct exec_start *m, exec_over_fn over, struct err *e)
{
    struct exec *x = exec_new(self, c, m->exec_id.text);

    x->quiet = true;
    x->over_fn = over;
    str_fmt(x->cause.verb.text, sizeof x->cause.verb.text, "monitor");
    if (spawn(x, c, m, e) == 0)
        return 0;
    expire(x);
    return -1;
}

bool exec_works_on_tree(struct monitor *self, const char *container)
{
    struct map_iter it = map_iter(self->execs);
    struct exec *x;

    while ((x = map_next(&it, NULL)))
        if (x->tree && !x->over && !strcmp(x->container, container))
            return true;
    return false;
}

static struct exec *find(struct monitor *self, const struct container *c, const char *exec_id)
{
    char key[80];

    str_fmt(key, sizeof key, "%s/%s", c->id, exec_id);
    return map_get(self->execs, key);
}

handled exec_write_to(struct monitor *self, struct container *c, const struct exec_write *m, struct request *req)
{
    struct exec *x = find(self, c, m->exec_id.text);
    const struct input_write w = { .append = !m->has_offset, .offset = m->offset, .data = m->has_data ? m->data : (struct wire_span){ 0 }, .end = m->end };
    char text[120];

    if (!x)
        return request_error(req, ERR_NOT_FOUND, "exec %s of container %s: not known", m->exec_id.text, c->id);
    if (!x->record.stdin_)
        return request_error(req, ERR_STATE, "exec %s of container %s: was begun without stdin", x->id, c->id);
    if (x->over)
        return request_error(req, ERR_STATE, "exec %s of container %s: has ended", x->id, c->id);
    x->touched_boot_ms = clock_boot_ms();
    return input_put(&x->input, req, &w, x->keeper, x->told, what(x, text));
}

handled exec_trim_to(struct monitor *self, struct container *c, const struct exec_trim *m, struct request *req)
{
    struct exec *x = find(self, c, m->exec_id.text);

    if (!x)
        return request_error(req, ERR_NOT_FOUND, "exec %s of container %s: not known", m->exec_id.text, c->id);
    x->touched_boot_ms = clock_boot_ms();
    keeper_trim(x->keeper, m->offset);
    return reply_exec_trim(req, &(struct exec_trim_reply){});
}

handled exec_resize_to(struct monitor *self, struct container *c, const struct exec_resize *m, struct request *req)
{
    struct exec *x = find(self, c, m->exec_id.text);

    if (!x)
        return request_error(req, ERR_NOT_FOUND, "exec %s of container %s: not known", m->exec_id.text, c->id);
    if (!x->record.tty)
        return request_error(req, ERR_STATE, "exec %s of container %s: was begun without a terminal", x->id, c->id);
    keeper_resize(x->keeper, m->tty_rows, m->tty_columns);
    return reply_exec_resize(req, &(struct exec_resize_reply){});
}

handled exec_read_on(struct monitor *self, struct container *c, const struct exec_read *m, struct request *req)
{
    struct stream_wish w = { .follow = true, .out = true, .err = true, .has_after = m->has_after, .after = m->after, .has_offset = m->has_offset, .offset = m->offset, .credit = m->credit_bytes };
    struct exec *x = find(self, c, m->exec_id.text);

    return x ? stream_open(self, req, c->id, x, &w) : request_error(req, ERR_NOT_FOUND, "exec %s of container %s: not known", m->exec_id.text, c->id);
}

handled exec_await(struct monitor *self, struct container *c, const char *exec_id, struct request *req)
{
    struct exec *x = find(self, c, exec_id);

    return x ? wait_for(x, req, true) : request_error(req, ERR_NOT_FOUND, "exec %s of container %s: not known", exec_id, c->id);
}

static int by_start(const void *a, const void *b)
{
    const struct exec *x = *(struct exec *const *)a, *y = *(struct exec *const *)b;

    if (x->record.started_ns != y->record.started_ns)
        return x->record.started_ns < y->record.started_ns ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static void write_session(struct wire_writer *w, const struct exec *x)
{
    bool failed = x->over && x->failure.code;
    struct exec_session s = { .argv = x->record.argv, .uid = x->record.uid, .started_ns = x->record.started_ns, .has_exit = x->over && !failed, .exit = x->exit, .stdin_ = x->record.stdin_, .tty = x->record.tty,
                              .state = failed ? EXEC_STATE_FAILED : x->over ? EXEC_STATE_ENDED : x->told ? EXEC_STATE_RUNNING : EXEC_STATE_STARTING,
                              .has_error = failed, .error = wire_text(x->failure.text) };

    str_fmt(s.exec_id.text, sizeof s.exec_id.text, "%s", x->id);
    exec_session_write(w, &s);
}

handled exec_list_all(struct monitor *self, struct container *c, struct request *req)
{
    struct exec **list = xalloc((map_count(self->execs) + 1) * sizeof *list), *x;
    struct map_iter it = map_iter(self->execs);
    struct wire_writer items;
    uint32_t count = 0;
    handled h;

    while ((x = map_next(&it, NULL)))
        if (!strcmp(x->container, c->id) && !x->over_fn)
            list[count++] = x;
    qsort(list, count, sizeof(struct exec *), by_start);
    wire_writer_init(&items);
    for (uint32_t i = 0; i < count; i++)
        write_session(&items, list[i]);
    h = reply_exec_list(req, &(struct exec_list_reply){ .sessions = wire_list_of(&items, count) });
    wire_writer_done(&items);
    free(list);
    return h;
}

int exec_signal_to(struct monitor *self, const char *container, const char *exec_id, int signal, struct err *e)
{
    struct container *c = map_get(self->containers, container);
    struct exec *x = c ? find(self, c, exec_id) : NULL;

    if (!x)
        return err_set(e, ERR_NOT_FOUND, "exec %s of container %s: not known", exec_id, container);
    if (x->over || keeper_pidfd(x->keeper) < 0)
        return err_set(e, ERR_STATE, "exec %s of container %s: does not run", exec_id, container);
    if (signal == SIGKILL)
        kill_group(x);
    else if (syscall(SYS_pidfd_send_signal, keeper_pidfd(x->keeper), signal, NULL, 0) < 0 && errno != ESRCH)
        return err_sys(e, "signal %d to exec %s", signal, exec_id);
    return 0;
}

/* ---------------------------------------------------------------- with the container */

void exec_container_gone(struct monitor *self, const char *container)
{
    struct map_iter it = map_iter(self->execs);
    struct exec *x;
    char text[120];

    while ((x = map_next(&it, NULL)))
        if (!strcmp(x->container, container)) {
            struct err e = ERR_NONE;

            if (!x->over) {
                err_set(&e, ERR_NOT_FOUND, "container %s was removed", container);
                kill_group(x);
                x->over = true;
                x->failure = e;
                stream_rang(self, container, x);
                answer(x);
                input_ended(&x->input, what(x, text));
            }
            exec_free(x);
        }
}

/* The first thing that a keeper does is to take the room for its exit record. */
static bool began(const struct exec *x)
{
    char path[PATH_ROOM + 8];

    str_fmt(path, sizeof path, "%s/.exit", x->run_dir);
    return access(path, F_OK) == 0;
}

/* The monitor before this one ended between its directory and its keeper: who waits may ask again. */
static void never_was(struct exec *x)
{
    x->over = true;
    err_set(&x->failure, ERR_UNAVAILABLE, "exec %s of container %s: was not begun", x->id, x->container);
    stream_rang(x->monitor, x->container, x);
    answer(x);
    expire(x);
}

/* Its keeper, its record, or, for a while, neither: it was being started when the monitor before this one ended. */
static void adopt(void *arg)
{
    struct exec *x = arg;
    struct exit_record r;

    x->expiry = NULL;
    x->keeper = keeper_connect(x->monitor->loop, x->run_dir, on_keeper, x);
    if (x->keeper)
        return;
    if (keeper_read_exit(x->run_dir, &r) == 0) {
        ended(x, &r);
    } else if (x->adopt_tries++ < ADOPT_TRIES) {
        x->expiry = loop_after(x->monitor->loop, ADOPT_AGAIN_MS, adopt, x);
    } else if (began(x)) {
        r = (struct exit_record){ .known = EXIT_UNKNOWN };
        ended(x, &r);
    } else {
        never_was(x);
    }
}

/* A check whose answer nobody waits for any more: it is killed by its timeout, or the next one is another. */
static void discard_check(struct monitor *self, struct container *c, const char *id)
{
    struct exec *x = exec_new(self, c, id);

    x->quiet = true;
    kill_group(x);
    expire(x);
}

/* Sessions that a monitor before this one began. */
void exec_adopt(struct monitor *self, struct container *c)
{
    char parent[PATH_ROOM];
    auto_dir DIR *d = NULL;
    struct dirent *ent;

    container_path(c, true, "exec", parent);
    d = opendir(parent);
    while (d && (ent = readdir(d))) {
        struct exec *x;

        if (ent->d_name[0] == '.' || strlen(ent->d_name) > 64)
            continue;
        if (str_starts(ent->d_name, HEALTH_PREFIX)) {
            discard_check(self, c, ent->d_name);
            continue;
        }
        x = exec_new(self, c, ent->d_name);
        str_fmt(x->cause.verb.text, sizeof x->cause.verb.text, "monitor");
        load(x);
        adopt(x);
    }
}

void execs_done(struct monitor *self)
{
    struct map_iter it = map_iter(self->execs);
    struct exec *x;

    while ((x = map_next(&it, NULL)))
        exec_free(x);
}
