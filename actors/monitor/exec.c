/*
 * exec - further processes in a running container: a keeper each, like the container
 * itself, so that output and exit status survive this process.
 *
 *     begun --keeper: running--> RUNNING --keeper: exit--> OVER --five minutes--> gone
 *       `--a stage failed----------------------------------^
 */
#include "actors/monitor/launchspec.h"
#include "actors/monitor/monitor.h"
#include "actors/monitor/policy.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define KEPT_MS 300000

struct exec {
    struct monitor *monitor;
    char container[13], id[65], key[80];
    char run_dir[PATH_ROOM], log_dir[PATH_ROOM];
    struct keeper *keeper;
    struct cause cause;
    bool over, told;
    struct container_exit exit;
    struct err failure;
    struct timer *expiry;
};

static void exec_free(struct exec *x)
{
    map_remove(x->monitor->execs, x->key);
    loop_cancel(x->monitor->loop, x->expiry);
    keeper_free(x->keeper);
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

/* ---------------------------------------------------------------- events */

static void tell(struct exec *x, const char *type, const struct wire_writer *attrs)
{
    struct container *c = map_get(x->monitor->containers, x->container);
    struct store_move m = { .cause = x->cause, .has_event = true, .has_attrs = true, .attrs = wire_written(attrs) };

    if (!c)
        return;
    m.incarnation = c->incarnation;
    str_fmt(m.id.text, sizeof m.id.text, "%s", c->id);
    str_fmt(m.event.text, sizeof m.event.text, "%s", type);
    ask_store_move(x->monitor->actor, &m, (struct about){ 0 }, NULL);
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

/* ---------------------------------------------------------------- its end */

static void on_expiry(void *arg)
{
    struct exec *x = arg;

    x->expiry = NULL;
    if (stream_reads(x->monitor, x)) {  /* somebody still reads it, however slowly */
        x->expiry = loop_after(x->monitor->loop, KEPT_MS, on_expiry, x);
        return;
    }
    fd_remove_tree(AT_FDCWD, x->run_dir);
    fd_remove_tree(AT_FDCWD, x->log_dir);
    exec_free(x);
}

static void ended(struct exec *x, const struct exit_record *r)
{
    keeper_free(x->keeper);
    x->keeper = NULL;
    x->over = true;
    if (r->known == EXIT_FAILED)
        policy_failure(&r->failure, &x->failure);
    else
        x->exit = policy_exit(r, NULL);
    if (r->known != EXIT_FAILED)
        tell_exited(x);
    x->expiry = loop_after(x->monitor->loop, KEPT_MS, on_expiry, x);
    stream_rang(x->monitor, x->container, x);
}

static void on_keeper(void *arg, uint32_t type, const struct keeper_message *m)
{
    struct exec *x = arg;
    struct exit_record r = { .known = EXIT_UNKNOWN };

    if (type == KEEPER_RUNNING) {
        if (!x->told)
            tell_started(x, (uint64_t)m->pid);
        x->told = true;
    } else if (type == KEEPER_LOG) {
        stream_rang(x->monitor, x->container, x);
    } else {
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

static int spawn(struct exec *x, struct container *c, const struct exec_start *m, struct err *e)
{
    char group[64];
    struct launch_place p = { .id = c->id, .group = group, .run_dir = x->run_dir, .log_dir = x->log_dir, .incarnation = c->incarnation };
    auto_fd int spec_fd = -1;
    uint64_t caps;
    size_t count = 0;
    const void *bpf;

    container_group(c, group);
    if (launchspec_caps(&c->spec, &caps, e) < 0 || make_dir(c, true, x->run_dir, e) < 0 || make_dir(c, false, x->log_dir, e) < 0)
        return -1;
    bpf = monitor_filter(x->monitor, caps, &count, e);
    spec_fd = bpf ? launchspec_exec(&c->spec, m, &p, bpf, count, e) : -1;
    if (spec_fd < 0)
        return -1;
    x->keeper = keeper_spawn(x->monitor->loop, &(struct keeper_start){ .program = x->monitor->keeper_program, .spec_fd = spec_fd, .netns_fd = -1, .target_pidfd = keeper_pidfd(c->keeper),
                             .pidfd = -1, .out_fd = -1, .err_fd = -1 }, on_keeper, x, e);
    return x->keeper ? 0 : -1;
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
    struct stream_wish w = { .follow = true, .out = true, .err = true, .has_after = m->has_after, .after = m->after, .credit = m->credit_bytes };
    struct err e = ERR_NONE;
    char id[65], key[80];
    struct exec *x;

    if (!m->argv.count)
        return request_error(req, ERR_INVALID, "argv: is empty");
    choose_id(m, req, id);
    str_fmt(key, sizeof key, "%s/%s", c->id, id);
    x = map_get(self->execs, key);
    if (x)                              /* begun before: the client comes back to it */
        return stream_open(self, req, c->id, x, &w);
    if (c->state != STATE_RUNNING || keeper_pidfd(c->keeper) < 0)
        return request_error(req, ERR_STATE, "container %s is %s: exec needs one that runs", c->id, state_name(c->state));
    x = exec_new(self, c, id);
    x->cause.uid = request_caller(req)->uid;
    str_fmt(x->cause.verb.text, sizeof x->cause.verb.text, "%s", request_verb(req));
    if (spawn(x, c, m, &e) < 0) {
        exec_free(x);
        return request_fail(req, &e);
    }
    return stream_open(self, req, c->id, x, &w);
}

int exec_signal_to(struct monitor *self, const char *container, const char *exec_id, int signal, struct err *e)
{
    char key[80];
    struct exec *x;

    str_fmt(key, sizeof key, "%s/%s", container, exec_id);
    x = map_get(self->execs, key);
    if (!x)
        return err_set(e, ERR_NOT_FOUND, "exec %s of container %s: not known", exec_id, container);
    if (x->over || keeper_pidfd(x->keeper) < 0)
        return err_set(e, ERR_STATE, "exec %s of container %s: does not run", exec_id, container);
    if (syscall(SYS_pidfd_send_signal, keeper_pidfd(x->keeper), signal, NULL, 0) < 0 && errno != ESRCH)
        return err_sys(e, "signal %d to exec %s", signal, exec_id);
    return 0;
}

/* ---------------------------------------------------------------- with the container */

void exec_container_gone(struct monitor *self, const char *container)
{
    struct map_iter it = map_iter(self->execs);
    struct exec *x;

    while ((x = map_next(&it, NULL)))
        if (!strcmp(x->container, container)) {
            struct err e = ERR_NONE;

            if (!x->over) {
                err_set(&e, ERR_NOT_FOUND, "container %s was removed", container);
                x->over = true;
                x->failure = e;
                stream_rang(self, container, x);
            }
            exec_free(x);
        }
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
        struct exit_record r;
        struct exec *x;

        if (ent->d_name[0] == '.' || strlen(ent->d_name) > 64)
            continue;
        x = exec_new(self, c, ent->d_name);
        str_fmt(x->cause.verb.text, sizeof x->cause.verb.text, "monitor");
        x->told = true;
        x->keeper = keeper_connect(self->loop, x->run_dir, on_keeper, x);
        if (x->keeper)
            continue;
        if (keeper_read_exit(x->run_dir, &r) < 0)
            r = (struct exit_record){ .known = EXIT_UNKNOWN };
        ended(x, &r);
    }
}

void execs_done(struct monitor *self)
{
    struct map_iter it = map_iter(self->execs);
    struct exec *x;

    while ((x = map_next(&it, NULL)))
        exec_free(x);
}
