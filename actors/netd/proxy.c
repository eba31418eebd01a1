/*
 * proxy - connections over the host's loopback to a published tcp port: the kernel
 * would have to route 127.0.0.1 to a bridge for them, which lets containers reach the
 * host's own services; so the socket that holds the port carries them on instead.
 *
 *     accepted --connect--> RELAY: two directions, each reads while its buffer has room
 *       and writes while it holds something --both at their end, or an error--> freed
 */
#include "actors/netd/netd.h"
#include "base/ip.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define ROOM 65536
#define RELAYS_MAX 512

struct side {
    struct relay *relay;
    int fd;
    struct watch *watch;
    uint8_t *data;                      /* read here, to be written on the other side; owned */
    size_t from, to;
    bool ended, shut;                   /* nothing more to read; the other side was told */
};

struct relay {
    struct loop *loop;
    struct side sides[2];
};

static int relays;

static void relay_free(struct relay *r)
{
    for (int i = 0; i < 2; i++) {
        loop_unwatch(r->loop, r->sides[i].watch);
        if (r->sides[i].fd >= 0)
            close(r->sides[i].fd);
        free(r->sides[i].data);
    }
    free(r);
    relays--;
}

static struct side *other(struct side *s)
{
    return &s->relay->sides[s == &s->relay->sides[0]];
}

/* -1: it broke. */
static int fill(struct side *s)
{
    ssize_t n;

    if (s->ended || s->to == ROOM)
        return 0;
    n = recv(s->fd, s->data + s->to, ROOM - s->to, MSG_DONTWAIT);
    if (n == 0)
        s->ended = true;
    else if (n > 0)
        s->to += (size_t)n;
    else if (errno != EAGAIN && errno != EINTR)
        return -1;
    return 0;
}

static int drain(struct side *s)
{
    struct side *to = other(s);

    while (s->from < s->to) {
        ssize_t n = send(to->fd, s->data + s->from, s->to - s->from, MSG_DONTWAIT | MSG_NOSIGNAL);

        if (n < 0)
            return errno == EAGAIN || errno == EINTR || errno == ENOTCONN ? 0 : -1;
        s->from += (size_t)n;
    }
    s->from = s->to = 0;
    if (s->ended && !s->shut) {
        s->shut = true;
        shutdown(to->fd, SHUT_WR);
    }
    return 0;
}

static void set_events(struct relay *r)
{
    for (int i = 0; i < 2; i++) {
        struct side *s = &r->sides[i], *o = &r->sides[!i];
        uint32_t events = (!s->ended && s->to < ROOM ? EPOLLIN : 0u) | (o->from < o->to ? EPOLLOUT : 0u);

        loop_watch_events(r->loop, s->watch, events);
    }
}

static void on_side(void *arg, uint32_t events)
{
    struct side *s = arg;
    struct relay *r = s->relay;

    if ((events & EPOLLERR) || ((events & (EPOLLIN | EPOLLHUP)) && fill(s) < 0) || drain(s) < 0 || drain(other(s)) < 0 ||
        (r->sides[0].shut && r->sides[1].shut)) {
        relay_free(r);
        return;
    }
    set_events(r);
}

static int connect_to(const char *address, uint16_t port)
{
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons(port) };
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);

    inet_pton(AF_INET, address, &a.sin_addr);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&a, sizeof a) < 0 && errno != EINPROGRESS) {
        close(fd);
        return -1;
    }
    return fd;
}

static void begin(struct netd *self, int fd, const char *address, uint16_t port)
{
    int to = relays < RELAYS_MAX ? connect_to(address, port) : -1;
    struct relay *r;

    if (to < 0) {
        close(fd);
        return;
    }
    r = xalloc(sizeof *r);
    relays++;
    r->loop = self->loop;
    for (int i = 0; i < 2; i++) {
        r->sides[i] = (struct side){ .relay = r, .fd = i ? to : fd, .data = xalloc(ROOM) };
        r->sides[i].watch = loop_watch(r->loop, r->sides[i].fd, EPOLLIN, on_side, &r->sides[i]);
    }
}

static void on_accept(void *arg, uint32_t events)
{
    struct port *p = arg;
    int fd = accept4(p->fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);

    (void)events;
    if (fd >= 0 && p->member->link_count)
        begin(p->member->netd, fd, p->member->links[0].rule.address, p->to);
    else if (fd >= 0)
        close(fd);
}

void proxy_watch(struct port *p)
{
    p->watch = loop_watch(p->member->netd->loop, p->fd, EPOLLIN, on_accept, p);
}
