/*
 *     accepted --greeting--> GREETED --READY of a DEALER or REQ--> OPEN --messages, PING--> ...
 *        any: other bytes, too large, too often malformed, the peer or the container gone --> closed
 *
 * Strangers write here, so everything is bounded for each container: connections, the
 * bytes of a message, and what waits to be read by it: beyond UNSENT_MAX no question of
 * that container is read until it has taken its answers.
 */
#include "actors/frontdoor/inside.h"
#include "base/log.h"
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"
#include "protocol/gen/verbs.h"
#include "protocol/zmtp.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define CONNECTIONS_MAX 16
#define BACKLOG 128
#define ACCEPTS_MAX 32                  /* in one call: others wait for this loop, too */
#define UNSENT_MAX (1u << 20)
#define PARTS_MAX 8
#define ACCEPT_AGAIN_MS 100
#define READ_BYTES 65536
#define BUFFER_MAX (INSIDE_FRAME_BYTES + READ_BYTES)

enum step { ACCEPTED, GREETED, OPEN };

struct bytes {
    uint8_t *data;
    size_t len, room;
};

struct guest {
    struct door *door;
    struct guest *next;
    uint64_t number;
    int fd;
    enum step step;
    bool broken;                        /* closed when its own call returns */
    uint32_t events;
    struct watch *watch;
    uid_t uid;
    gid_t gid;
    int malformed;
    struct bytes in, out;
};

struct door {
    struct inside *inside;
    char container[13];
    int fd;
    struct watch *watch;
    struct timer *again;
    struct guest *connections;     /* owned */
    int count;
    size_t unsent;
};

struct inside {
    struct loop *loop;
    char dir[108];
    inside_fn fn;
    inside_gone_fn gone;
    void *arg;
    struct map *doors;                  /* container -> struct door, owned */
    struct map *connections;            /* number -> struct guest */
    uint64_t last;
};

static void update(struct guest *c);

/* ---------------------------------------------------------------- bytes */

static void append(struct bytes *b, const void *data, size_t len)
{
    if (b->room - b->len < len) {
        b->room = 2 * (b->len + len);
        b->data = xrealloc(b->data, b->room);
    }
    if (len)
        memcpy(b->data + b->len, data, len);
    b->len += len;
}

static void drop(struct bytes *b, size_t n)
{
    b->len -= n;
    if (b->len)
        memmove(b->data, b->data + n, b->len);
    else if (b->room > READ_BYTES) {    /* a large message was an exception */
        free(b->data);
        *b = (struct bytes){ 0 };
    }
}

/* ---------------------------------------------------------------- sending */

static void flush(struct guest *c)
{
    size_t sent = 0;

    while (!c->broken && sent < c->out.len) {
        ssize_t n = send(c->fd, c->out.data + sent, c->out.len - sent, MSG_NOSIGNAL | MSG_DONTWAIT);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            break;
        if (n < 0)
            c->broken = true;           /* epoll tells it once more */
        else
            sent += (size_t)n;
    }
    drop(&c->out, sent);
    c->door->unsent -= sent;
}

static void put(struct guest *c, const void *data, size_t len)
{
    append(&c->out, data, len);
    c->door->unsent += len;
}

static void put_frame(struct guest *c, uint8_t flags, struct wire_span body)
{
    uint8_t head[ZMTP_HEAD_MAX];

    put(c, head, zmtp_head(head, flags, body.len));
    put(c, body.data, body.len);
}

static void update_all(struct door *d)
{
    for (struct guest *c = d->connections; c; c = c->next)
        update(c);
}

bool inside_send(struct inside *s, uint64_t connection, bool delimiter, struct wire_span body)
{
    char key[24];
    struct guest *c = map_get(s->connections, map_key(connection, key));

    if (!c || c->broken)
        return false;
    if (delimiter)
        put_frame(c, ZMTP_MORE, (struct wire_span){ 0 });
    put_frame(c, 0, body);
    flush(c);
    update_all(c->door);
    return !c->broken;
}

/* ---------------------------------------------------------------- receiving */

static bool is_command(struct wire_span body, const char *name)
{
    size_t n = strlen(name);

    return body.len > n && body.data[0] == n && !memcmp(body.data + 1, name, n);
}

static bool greet(struct guest *c)
{
    uint8_t ready[64];

    if (!zmtp_greeting_ok(c->in.data))
        return false;
    drop(&c->in, ZMTP_GREETING);
    put(c, ready, zmtp_ready(ready, "ROUTER"));
    c->step = GREETED;
    return true;
}

static bool on_command(struct guest *c, struct wire_span body)
{
    char type[16];

    if (c->step == GREETED) {
        c->step = OPEN;
        return zmtp_ready_type(body, type) && (!strcmp(type, "DEALER") || !strcmp(type, "REQ"));
    }
    if (is_command(body, "PING") && body.len >= 7 && body.len <= 7 + 16) {
        uint8_t pong[24] = "\x04PONG";

        memcpy(pong + 5, body.data + 7, body.len - 7);
        put_frame(c, ZMTP_COMMAND, (struct wire_span){ pong, body.len - 2 });
    } else {
        c->malformed++;                 /* none that a DEALER or REQ has to say to a ROUTER */
    }
    return c->malformed < PROTOCOL_MALFORMED_MAX;
}

/* [empty]? [body] */
static bool on_parts(struct guest *c, const struct wire_span *parts, int count)
{
    struct inside_message m = { .connection = c->number, .caller = { .uid = c->uid, .gid = c->gid, .has_container = true } };

    m.delimiter = count > 1 && parts[0].len == 0;
    m.body = parts[m.delimiter];
    m.broken = count > 1 + m.delimiter ? "too many frames" : NULL;
    str_fmt(m.caller.container.text, sizeof m.caller.container.text, "%s", c->door->container);
    if (!c->door->inside->fn(c->door->inside->arg, &m))
        c->malformed++;
    return c->malformed < PROTOCOL_MALFORMED_MAX;
}

/* One message or command at `from` in the buffer: its length, 0 if it is not whole, -1 to end. */
static ssize_t take(struct guest *c, size_t from)
{
    struct wire_span parts[PARTS_MAX];
    size_t at = from;
    uint8_t flags;
    int count = 0;
    bool fine;

    do {
        ssize_t n = zmtp_frame((struct wire_span){ c->in.data + at, c->in.len - at }, INSIDE_FRAME_BYTES, &flags, &parts[count]);

        if (n <= 0)
            return n;
        at += (size_t)n;
    } while (++count < PARTS_MAX && flags & ZMTP_MORE);
    if (flags & ZMTP_COMMAND)
        fine = count == 1 && on_command(c, parts[0]);
    else
        fine = c->step == OPEN && !(flags & ZMTP_MORE) && on_parts(c, parts, count);
    return fine ? (ssize_t)(at - from) : -1;
}

static bool take_all(struct guest *c)
{
    size_t at = 0;
    ssize_t n = 0;

    if (c->step == ACCEPTED && c->in.len < ZMTP_GREETING)
        return true;
    if (c->step == ACCEPTED && !greet(c))
        return false;
    while (!c->broken && (n = take(c, at)) > 0)
        at += (size_t)n;
    drop(&c->in, at);
    return n == 0 && c->in.len < BUFFER_MAX;
}

static bool read_some(struct guest *c)
{
    static uint8_t room[READ_BYTES];
    ssize_t n = recv(c->fd, room, sizeof room, MSG_DONTWAIT);

    if (n < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
    if (n == 0)
        return false;
    append(&c->in, room, (size_t)n);
    return take_all(c);
}

/* ---------------------------------------------------------------- connections */

static void end(struct guest *c)
{
    struct door *d = c->door;
    struct guest **at = &d->connections;
    char key[24];

    while (*at != c)
        at = &(*at)->next;
    *at = c->next;
    if (d->count-- == CONNECTIONS_MAX && !d->again)
        loop_watch_events(d->inside->loop, d->watch, EPOLLIN);
    d->unsent -= c->out.len;
    map_remove(d->inside->connections, map_key(c->number, key));
    loop_unwatch(d->inside->loop, c->watch);
    close(c->fd);
    d->inside->gone(d->inside->arg, c->number);
    free(c->in.data);
    free(c->out.data);
    free(c);
}

static void update(struct guest *c)
{
    uint32_t events = (c->door->unsent > UNSENT_MAX ? 0 : EPOLLIN) | (c->out.len ? EPOLLOUT : 0);

    if (events != c->events)
        loop_watch_events(c->door->inside->loop, c->watch, events);
    c->events = events;
}

static void on_connection(void *arg, uint32_t events)
{
    struct guest *c = arg;
    struct door *d = c->door;
    bool there = true;

    if (events & EPOLLIN)
        there = read_some(c);
    if (there)
        flush(c);
    if (!there || c->broken || (!(events & EPOLLIN) && events & (EPOLLHUP | EPOLLERR)))
        end(c);
    update_all(d);
}

static void begin(struct door *d, int fd)
{
    struct guest *c = xalloc(sizeof *c);
    struct ucred who = { 0 };
    socklen_t len = sizeof who;
    uint8_t greeting[ZMTP_GREETING];
    char key[24];

    getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &who, &len);
    *c = (struct guest){ .door = d, .next = d->connections, .number = ++d->inside->last, .fd = fd, .events = EPOLLIN, .uid = who.uid, .gid = who.gid };
    d->connections = c;
    d->count++;
    map_put(d->inside->connections, map_key(c->number, key), c);
    c->watch = loop_watch(d->inside->loop, fd, EPOLLIN, on_connection, c);
    zmtp_greeting(greeting, true);
    put(c, greeting, sizeof greeting);
    flush(c);
    update(c);
}

static void accept_again(void *arg)
{
    struct door *d = arg;

    d->again = NULL;
    loop_watch_events(d->inside->loop, d->watch, d->count < CONNECTIONS_MAX ? EPOLLIN : 0);
}

/* Those beyond the bound wait in the kernel's queue until one of the others ends. */
static void on_door(void *arg, uint32_t events)
{
    struct door *d = arg;
    int fd = 0;

    (void)events;
    for (int i = 0; i < ACCEPTS_MAX && d->count < CONNECTIONS_MAX && (fd = accept4(d->fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK)) >= 0; i++)
        begin(d, fd);
    if (d->count == CONNECTIONS_MAX)
        loop_watch_events(d->inside->loop, d->watch, 0);
    if (fd >= 0 || errno == EAGAIN || errno == EINTR || errno == ECONNABORTED)
        return;
    log_warn("accept", "container %s: %s", d->container, strerror(errno));
    loop_watch_events(d->inside->loop, d->watch, 0);
    d->again = loop_after(d->inside->loop, ACCEPT_AGAIN_MS, accept_again, d);
}

/* ---------------------------------------------------------------- doors */

static void place_of(const struct inside *s, const char *container, bool socket, char out[108])
{
    str_fmt(out, 108, "%s/%s%s", s->dir, container, socket ? "/control.sock" : "");
}

static void end_door(struct door *d)
{
    char key[13];

    while (d->connections)
        end(d->connections);
    str_fmt(key, sizeof key, "%s", d->container);
    map_remove(d->inside->doors, key);
    loop_cancel(d->inside->loop, d->again);
    loop_unwatch(d->inside->loop, d->watch);
    close(d->fd);
    free(d);
}

/* A socket in its place, in which only we write: one of an earlier life is replaced. */
static int listen_at(struct inside *s, const char *container, struct err *e)
{
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    char dir[108];
    int fd;

    place_of(s, container, false, dir);
    place_of(s, container, true, a.sun_path);
    if ((mkdir(dir, 0755) < 0 && errno != EEXIST) || chmod(dir, 0755) < 0)
        return err_sys(e, "%s", dir);
    unlink(a.sun_path);
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0 || bind(fd, (struct sockaddr *)&a, sizeof a) < 0 || chmod(a.sun_path, 0666) < 0 || listen(fd, BACKLOG) < 0) {
        err_sys(e, "%s", a.sun_path);
        if (fd >= 0)
            close(fd);
        return -1;
    }
    return fd;
}

int inside_open(struct inside *s, const char *container, struct err *e)
{
    struct door *d;
    int fd;

    if (map_get(s->doors, container))
        return 0;
    fd = listen_at(s, container, e);
    if (fd < 0)
        return -1;
    d = xalloc(sizeof *d);
    *d = (struct door){ .inside = s, .fd = fd };
    str_fmt(d->container, sizeof d->container, "%s", container);
    map_put(s->doors, d->container, d);
    d->watch = loop_watch(s->loop, fd, EPOLLIN, on_door, d);
    return 0;
}

void inside_close(struct inside *s, const char *container)
{
    struct door *d = map_get(s->doors, container);
    char place[108];

    if (d)
        end_door(d);
    place_of(s, container, true, place);
    unlink(place);
    place_of(s, container, false, place);
    if (rmdir(place) < 0 && errno != ENOENT)
        log_warn("icc_close", "%s: %s", place, strerror(errno));
}

static void close_others(struct inside *s, const struct map *kept)
{
    DIR *dir = opendir(s->dir);
    struct dirent *ent;

    while (dir && (ent = readdir(dir)))
        if (ent->d_name[0] != '.' && !map_get(kept, ent->d_name))
            inside_close(s, ent->d_name);
    if (dir)
        closedir(dir);
}

int inside_keep(struct inside *s, const struct wire_list *containers, struct err *e)
{
    struct wire_reader r = wire_reader(containers->items);
    struct map *kept = map_new();
    int result = 0;

    for (uint32_t i = 0; i < containers->count; i++) {
        struct container_id id;

        if (container_id_read(&r, &id, e) < 0 || inside_open(s, id.text, e) < 0)
            result = -1;
        else
            map_put(kept, id.text, s);
    }
    if (result == 0)
        close_others(s, kept);
    map_free(kept);
    return result;
}

/* ---------------------------------------------------------------- life */

int inside_prepare(const char *run_dir, uid_t uid, struct err *e)
{
    char dir[108];

    str_fmt(dir, sizeof dir, "%s/icc", run_dir);
    if ((mkdir(dir, 0700) < 0 && errno != EEXIST) || lchown(dir, uid, 0) < 0 || chmod(dir, 0700) < 0)
        return err_sys(e, "%s", dir);
    return 0;
}

struct inside *inside_new(struct loop *l, const char *run_dir, inside_fn fn, inside_gone_fn gone, void *arg)
{
    struct inside *s = xalloc(sizeof *s);

    s->loop = l;
    str_fmt(s->dir, sizeof s->dir, "%s/icc", run_dir);
    s->fn = fn;
    s->gone = gone;
    s->arg = arg;
    s->doors = map_new();
    s->connections = map_new();
    return s;
}

void inside_free(struct inside *s)
{
    struct map_iter it = map_iter(s->doors);
    struct door *d;

    while ((d = map_next(&it, NULL))) {
        end_door(d);
        it = map_iter(s->doors);
    }
    map_free(s->doors);
    map_free(s->connections);
    free(s);
}
