/*
 * ping - ICMP echo out of a container's network namespace, over a socket that was made
 * there: no tool is needed inside, and no privilege (icmp(7), ping_group_range).
 *
 *     begun --sent every interval--> WAITING --all answered, or the last one too late--> replied
 */
#include "actors/netd/netd.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/ip_icmp.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#define COUNT_MAX 100

struct ping {
    struct netd *netd;
    uint64_t request;
    int fd;
    struct watch *watch;
    struct timer *timer;
    struct sockaddr_in to;
    uint64_t count, sent, received, interval_ms, timeout_ms;
    int64_t sent_ns[COUNT_MAX];         /* 0: answered, or not sent yet */
    uint64_t min_ns, max_ns, sum_ns;
};

static void on_timer(void *arg);

static void ping_free(struct ping *p)
{
    char key[24];

    map_remove(p->netd->pings, map_key(p->request, key));
    loop_unwatch(p->netd->loop, p->watch);
    loop_cancel(p->netd->loop, p->timer);
    if (p->fd >= 0)
        close(p->fd);
    free(p);
}

static void finish(struct ping *p)
{
    struct request *req = request_find(p->netd->actor, p->request);
    struct icc_ping_reply reply = { .sent = p->sent, .received = p->received, .min_ns = p->min_ns, .max_ns = p->max_ns,
                                    .avg_ns = p->received ? p->sum_ns / p->received : 0 };

    ip4_text(ntohl(p->to.sin_addr.s_addr), reply.address.text);
    if (req)
        reply_icc_ping(req, &reply);
    ping_free(p);
}

static void send_one(struct ping *p)
{
    struct icmphdr h = { .type = ICMP_ECHO, .un.echo.sequence = htons((uint16_t)(p->sent + 1)) };

    p->sent_ns[p->sent] = clock_boot_ns();
    if (sendto(p->fd, &h, sizeof h, MSG_DONTWAIT, (struct sockaddr *)&p->to, sizeof p->to) < 0)
        p->sent_ns[p->sent] = 0;        /* no way there: it counts as lost */
    p->sent++;
}

static void on_timer(void *arg)
{
    struct ping *p = arg;

    p->timer = NULL;
    if (p->sent == p->count) {
        finish(p);
        return;
    }
    send_one(p);
    p->timer = loop_after(p->netd->loop, (int64_t)(p->sent == p->count ? p->timeout_ms : p->interval_ms), on_timer, p);
}

static void count_answer(struct ping *p, uint64_t seq, int64_t now)
{
    uint64_t took;

    if (seq < 1 || seq > p->sent || !p->sent_ns[seq - 1])
        return;
    took = (uint64_t)(now - p->sent_ns[seq - 1]);
    p->sent_ns[seq - 1] = 0;
    if (took > p->timeout_ms * 1000000)
        return;
    p->received++;
    p->sum_ns += took;
    p->max_ns = took > p->max_ns ? took : p->max_ns;
    p->min_ns = p->received == 1 || took < p->min_ns ? took : p->min_ns;
}

static void on_answer(void *arg, uint32_t events)
{
    struct ping *p = arg;
    struct icmphdr h;

    (void)events;
    while (recv(p->fd, &h, sizeof h, MSG_DONTWAIT) == (ssize_t)sizeof h)
        if (h.type == ICMP_ECHOREPLY)
            count_answer(p, ntohs(h.un.echo.sequence), clock_boot_ns());
    if (p->received == p->count)
        finish(p);
}

/* A socket belongs to the namespace in which it was made. */
static int socket_in(int ns)
{
    auto_fd int home = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
    int fd;

    if (home < 0 || setns(ns, CLONE_NEWNET) < 0)
        return -1;
    fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, IPPROTO_ICMP);
    must(setns(home, CLONE_NEWNET) == 0);
    return fd;
}

/* Its deadline passed or its asker went: nobody waits for it. */
static void on_drop(void *arg, uint64_t number)
{
    struct netd *self = arg;
    char key[24];
    struct ping *p = map_get(self->pings, map_key(number, key));

    if (p)
        ping_free(p);
}

void ping_begin(struct netd *self, struct request *req, int ns, const char *address)
{
    const struct icc_ping *m = icc_ping_of(req);
    struct ping *p = xalloc(sizeof *p);
    struct err e = ERR_NONE;
    char key[24];

    *p = (struct ping){ .netd = self, .request = request_number(req), .count = m->count, .interval_ms = m->interval_ms, .timeout_ms = m->timeout_ms,
                        .to.sin_family = AF_INET };
    inet_pton(AF_INET, address, &p->to.sin_addr);
    p->fd = socket_in(ns);
    if (p->fd < 0) {
        err_sys(&e, "ping from container %s", m->from.text);
        request_fail(req, &e);
        free(p);
        return;
    }
    map_put(self->pings, map_key(p->request, key), p);
    request_on_drop(req, on_drop);
    p->watch = loop_watch(self->loop, p->fd, EPOLLIN, on_answer, p);
    on_timer(p);
}

void pings_done(struct netd *self)
{
    struct map_iter it = map_iter(self->pings);
    struct ping *p;

    while ((p = map_next(&it, NULL)))
        ping_free(p);
}
