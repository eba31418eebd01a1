#include "actors/actor_private.h"
#include "actors/roster.h"
#include "base/clock.h"
#include "base/fault.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---------------------------------------------------------------- options */

static int option(struct actor_options *o, const char *name, const char *value)
{
    const struct {
        const char *name;
        char *to;
        size_t size;
    } texts[] = {
        { "run-dir", o->run_dir, sizeof o->run_dir },          { "state-dir", o->state_dir, sizeof o->state_dir },
        { "instance", o->instance, sizeof o->instance },        { "libexec-dir", o->libexec_dir, sizeof o->libexec_dir },
        { "share-dir", o->share_dir, sizeof o->share_dir },
        { "config", o->config, sizeof o->config },
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (!strcmp(name, texts[i].name)) {
            str_fmt(texts[i].to, texts[i].size, "%s", value);
            return 0;
        }
    return !strcmp(name, "epoch") ? str_uint(value, UINT64_MAX, &o->epoch) : -1;
}

/* "--name=value" only: the supervisor writes this line, not a person. */
static void read_options(struct actor_options *o, int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        char name[32];
        const char *eq = strchr(argv[i], '=');

        must(str_starts(argv[i], "--") && eq && (size_t)(eq - argv[i]) < sizeof name + 2);
        str_fmt(name, sizeof name, "%.*s", (int)(eq - argv[i] - 2), argv[i] + 2);
        must(option(o, name, eq + 1) == 0);
    }
}

static void open_log(const struct actor_spec *spec)
{
    const char *level = getenv("QUILT_LOG_LEVEL"), *form = getenv("QUILT_LOG");
    int least = level ? log_level_parse(level) : LEVEL_INFO;

    log_open(spec->name, least < 0 ? LEVEL_INFO : (enum log_level)least, form && !strcmp(form, "json"));
}

/* ---------------------------------------------------------------- the supervisor's channel */

static void tell(uint32_t type, uint64_t number)
{
    struct channel_message m = { .type = type, .number = number };

    if (send(CHANNEL_FD, &m, sizeof m, MSG_DONTWAIT | MSG_NOSIGNAL) < 0)
        return;                         /* a supervisor that is gone shows as an end of file */
}

/* One message, and the descriptor beside it, or -1. */
static ssize_t hear(struct channel_message *m, int *out_fd)
{
    struct iovec v = { m, sizeof *m };
    char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8)));
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room };
    ssize_t n = recvmsg(CHANNEL_FD, &h, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    struct cmsghdr *c = n > 0 ? CMSG_FIRSTHDR(&h) : NULL;

    *out_fd = -1;
    if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS)
        memcpy(out_fd, CMSG_DATA(c), sizeof *out_fd);
    return n;
}

void actor_keep(struct actor *a, const char *name, int fd)
{
    struct channel_message m = { .type = CHANNEL_KEEP };
    struct iovec v = { &m, sizeof m };
    char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8))) = { 0 };
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1 };

    (void)a;
    str_fmt(m.name, sizeof m.name, "%s", name);
    if (fd >= 0) {
        struct cmsghdr *c;

        h.msg_control = room;
        h.msg_controllen = sizeof room;
        c = CMSG_FIRSTHDR(&h);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof fd);
        memcpy(CMSG_DATA(c), &fd, sizeof fd);
    }
    if (sendmsg(CHANNEL_FD, &h, MSG_NOSIGNAL) < 0)
        log_error("not_kept", "%s: %s", name, strerror(errno));
}

static void on_held(struct actor *a, const struct channel_message *m, int fd)
{
    if (a->self && a->spec->held)
        a->spec->held(a->self, m->name, fd);
    else if (fd >= 0)
        close(fd);
}

static void on_channel(void *arg, uint32_t events)
{
    struct actor *a = arg;
    struct channel_message m;
    ssize_t n;
    int fd;

    (void)events;
    while ((n = hear(&m, &fd)) == (ssize_t)sizeof m) {
        if (m.type == CHANNEL_HELD || m.type == CHANNEL_GONE)
            on_held(a, &m, fd);
        if (m.type == CHANNEL_PING)
            tell(CHANNEL_PONG, map_count(a->requests) + map_count(a->asks));
        if (m.type == CHANNEL_DRAIN)
            a->draining = true;
        if (m.type == CHANNEL_PEER && m.actor < (uint32_t)roster_count) {
            peer_changed(a, m.actor, (enum channel_state)m.state);
            if (a->self && a->spec->peer_changed)
                a->spec->peer_changed(a->self, roster[m.actor].name, (enum channel_state)m.state, m.pid, m.number);
        }
    }
    if (n == 0)
        a->draining = true;             /* no supervisor, no actors */
}

void actor_ready(struct actor *a)
{
    if (!a->ready)
        log_info("ready", "epoch %llu", (unsigned long long)a->options.epoch);
    a->ready = true;
    tell(CHANNEL_READY, 0);
}

void actor_request_shutdown(struct actor *a)
{
    (void)a;
    tell(CHANNEL_SHUTDOWN, 0);
}

/* ---------------------------------------------------------------- sockets */

static void on_stirred(void *arg, uint32_t events)
{
    (void)arg, (void)events;            /* that it was called is all that run() wants to know */
}

void actor_watch_socket(struct actor *a, void *zmq_socket, socket_fn fn, void *arg)
{
    int fd = -1, n = a->socket_count++;
    size_t len = sizeof fd;

    must(n < SOCKETS_MAX && zmq_getsockopt(zmq_socket, ZMQ_FD, &fd, &len) == 0);
    a->sockets[n].socket = zmq_socket;
    a->sockets[n].fn = fn;
    a->sockets[n].arg = arg;
    a->sockets[n].watch = loop_watch(a->loop, fd, EPOLLIN, on_stirred, NULL);
}

void *actor_bind(struct actor *a, const char *name, int type, uid_t uid, gid_t gid, unsigned mode, struct err *e)
{
    zsock_t *s = zsock_new(type);
    char path[128];

    must(s);
    zsock_set_linger(s, 200);
    /* the bus carries a client's largest frame and our envelope around it */
    zsock_set_maxmsgsize(s, str_starts(name, "bus/") ? 4 << 20 : (int)PROTOCOL_FRAME_BYTES);
    zsock_set_rcvhwm(s, 10000);
    zsock_set_handshake_ivl(s, 2000);
    zsock_set_sndhwm(s, 20000);         /* more than the parts that a stream's credit allows */
    str_fmt(path, sizeof path, "%s/%s", a->options.run_dir, name);
    if (zsock_bind(s, "ipc://%s", path) < 0 || chown(path, uid, gid) < 0 || chmod(path, (mode_t)mode) < 0) {
        err_sys(e, "bind %s", path);
        zsock_destroy(&s);
        return NULL;
    }
    return s;
}

/* "name:uid:gid:pid" on ipc (libzmq, SO_PEERCRED). */
int actor_credentials(void *payload, uid_t *out_uid, gid_t *out_gid)
{
    const char *text = zmq_msg_gets(payload, "Peer-Address");
    const char *at = text ? text + strlen(text) : NULL;
    unsigned uid, gid, pid;

    for (int colons = 0; at && colons < 3; colons += *at == ':')
        if (at-- == text)
            return -1;
    if (!at || sscanf(at, ":%u:%u:%u", &uid, &gid, &pid) != 3)
        return -1;
    *out_uid = uid;
    *out_gid = gid;
    return 0;
}

/* ---------------------------------------------------------------- life */

/* Whether there was anything. */
static bool receive(struct actor *a)
{
    bool any = false;

    for (int i = 0; i < a->socket_count; i++) {
        int events = 0;
        size_t len = sizeof events;

        if (zmq_getsockopt(a->sockets[i].socket, ZMQ_EVENTS, &events, &len) < 0) {
            must(errno == EINTR);
            any = true;                 /* asked again */
        } else if (events & ZMQ_POLLIN) {
            a->sockets[i].fn(a->sockets[i].arg, a->sockets[i].socket);
            any = true;
        }
    }
    return any;
}

/*
 * A socket's descriptor tells once that something came, and sending or receiving on the
 * socket can take that telling away (ZMQ_FD, zmq_getsockopt(3)).  So the sockets are
 * asked after every call that may have used one, and again until none has anything;
 * only then may this wait.  zmq_poll does the same with four system calls a socket and turn.
 */
static void run(struct actor *a)
{
    bool stirred = true;

    while (!a->draining) {
        loop_turn(a->loop, stirred ? 0 : -1);
        requests_settle(a);
        if (!loop_moved(a->loop) && !stirred)
            continue;
        stirred = receive(a);
        if (stirred)
            requests_settle(a);
    }
}

static int bind_bus(struct actor *a, struct err *e)
{
    char name[64];

    str_fmt(name, sizeof name, "bus/%s.sock", a->spec->name);
    a->bus = actor_bind(a, name, ZMQ_ROUTER, 0, roster_bus_gid(), 0660, e);
    if (!a->bus)
        return -1;
    actor_watch_socket(a, zsock_resolve(a->bus), requests_receive, a);
    return 0;
}

static int set_up(struct actor *a, struct err *e)
{
    const struct roster_row *row = &roster[roster_find(a->spec->name)];

    if (bind_bus(a, e) < 0)
        return -1;
    if (a->spec->prepare && a->spec->prepare(a, e) < 0)
        return -1;
    if (roster_drop(row) < 0)
        return err_sys(e, "dropping to user %s", row->user ? row->user : "root");
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);   /* forgotten when the user changed */
    if (getppid() == 1)
        return err_set(e, ERR_UNAVAILABLE, "the supervisor is gone");
    peers_init(a);
    a->channel = loop_watch(a->loop, CHANNEL_FD, EPOLLIN, on_channel, a);
    a->self = a->spec->start(a, e);
    return a->self ? 0 : -1;
}

static void tear_down(struct actor *a)
{
    if (a->self && a->spec->stop)
        a->spec->stop(a->self);
    if (a->peers)
        peers_done(a);
    requests_done(a);
    zsock_destroy(&a->bus);
    for (int i = 0; i < a->socket_count; i++)
        loop_unwatch(a->loop, a->sockets[i].watch);
    loop_unwatch(a->loop, a->channel);
    loop_free(a->loop);
}

int actor_main(int argc, char **argv, const struct actor_spec *spec)
{
    struct actor a = { .spec = spec };
    struct rlimit files;
    struct err e = ERR_NONE;
    char name[16], panic[200];

    snprintf(name, sizeof name, "quilt-%s", spec->name);
    prctl(PR_SET_NAME, name);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGTERM, SIG_IGN);           /* the supervisor says when */
    signal(SIGINT, SIG_IGN);
    open_log(spec);
    fault_load(getenv("QUILT_FAULT"));
    read_options(&a.options, argc, argv);
    str_fmt(panic, sizeof panic, "%s/panic/%s", a.options.run_dir, spec->name);
    must_record_to(panic);
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    zsys_handler_set(NULL);
    zsys_set_logstream(stderr);
    a.loop = loop_new();
    a.requests = map_new();
    if (set_up(&a, &e) < 0) {
        log_error("start_failed", "%s", e.text);
        tear_down(&a);
        return 1;
    }
    run(&a);
    log_info("drained", "%zu requests unanswered", map_count(a.requests));
    tear_down(&a);
    return 0;
}

struct loop *actor_loop(struct actor *a)
{
    return a->loop;
}

const struct actor_options *actor_options(const struct actor *a)
{
    return &a->options;
}

void *actor_self(struct actor *a)
{
    return a->self;
}
