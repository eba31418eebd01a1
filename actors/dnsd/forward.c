#include "actors/dnsd/forward.h"

#include "base/map.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <ldns/ldns.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <unistd.h>

#define IN_FLIGHT_MAX 8192
#define OF_ONE_MAX 1024
#define UDP_MS 1000
#define TCP_MS 3000
#define ROUNDS 2

struct flight {
    struct forward *forward;
    struct flight *next, *before;
    struct servers servers;
    int at, tries;                      /* the server that is asked now; how many were */
    uint8_t *query;                     /* owned: two bytes for tcp's length, then the message */
    size_t len, written;
    struct question question;
    char client[40];
    void *about;
    int fd;
    struct watch *watch;
    struct timer *timer;
    bool tcp;
    uint8_t *reply;                     /* tcp: owned, what has come so far */
    size_t reply_len;
};

struct forward {
    struct loop *loop;
    forward_fn fn;
    void *arg;
    struct flight *first;
    size_t count;
    struct map *clients;                /* who -> how many, as a number */
};

static void ask_next(struct flight *k);

/* ---------------------------------------------------------------- servers */

int servers_add(struct servers *s, const char *text)
{
    struct sockaddr_in *a4 = (struct sockaddr_in *)&s->list[s->count];
    struct sockaddr_in6 *a6 = (struct sockaddr_in6 *)&s->list[s->count];
    const char *hash = strchr(text, '#');
    char address[64];
    uint64_t port = 53;

    if (s->count == SERVERS_MAX || (hash && (str_uint(hash + 1, 65535, &port) < 0 || !port)) || strcspn(text, "#") >= sizeof address)
        return -1;
    str_fmt(address, sizeof address, "%.*s", (int)strcspn(text, "#%"), text);
    memset(&s->list[s->count], 0, sizeof s->list[0]);
    if (inet_pton(AF_INET, address, &a4->sin_addr) == 1) {
        a4->sin_family = AF_INET;
        a4->sin_port = htons((uint16_t)port);
    } else if (inet_pton(AF_INET6, address, &a6->sin6_addr) == 1) {
        a6->sin6_family = AF_INET6;
        a6->sin6_port = htons((uint16_t)port);
    } else {
        return -1;
    }
    s->count++;
    return 0;
}

void servers_of_file(struct servers *s, const char *path)
{
    FILE *f = fopen(path, "re");
    char line[512], address[64];

    s->count = 0;
    while (f && fgets(line, sizeof line, f))
        if (sscanf(line, " nameserver %63s", address) == 1)
            servers_add(s, address);
    if (f)
        fclose(f);
}

static socklen_t address_len(const struct sockaddr_storage *a)
{
    return a->ss_family == AF_INET ? sizeof(struct sockaddr_in) : sizeof(struct sockaddr_in6);
}

/* ---------------------------------------------------------------- one in flight */

static void close_socket(struct flight *k)
{
    loop_unwatch(k->forward->loop, k->watch);
    loop_cancel(k->forward->loop, k->timer);
    k->watch = NULL;
    k->timer = NULL;
    if (k->fd >= 0)
        close(k->fd);
    k->fd = -1;
}

static void count_client(struct forward *f, const char *client, int by)
{
    intptr_t n = (intptr_t)map_get(f->clients, client) + by;

    if (n)
        map_put(f->clients, client, (void *)n);
    else
        map_remove(f->clients, client);
}

static void flight_free(struct flight *k)
{
    close_socket(k);
    count_client(k->forward, k->client, -1);
    *(k->before ? &k->before->next : &k->forward->first) = k->next;
    if (k->next)
        k->next->before = k->before;
    k->forward->count--;
    free(k->query);
    free(k->reply);
    free(k);
}

static void done(struct flight *k, uint8_t *reply, size_t len, const struct reply_facts *facts)
{
    struct forward *f = k->forward;

    if (reply)
        memcpy(reply, &(uint16_t){ htons(k->question.id) }, 2);
    close_socket(k);
    f->fn(f->arg, &k->question, k->about, reply, len, facts);
    flight_free(k);
}

static void on_late(void *arg)
{
    struct flight *k = arg;

    k->timer = NULL;
    ask_next(k);
}

/* What ldns cannot read, nobody should have to. */
static bool is_sound(const uint8_t *reply, size_t len)
{
    ldns_pkt *p = NULL;
    bool sound = ldns_wire2pkt(&p, reply, len) == LDNS_STATUS_OK;

    ldns_pkt_free(p);
    return sound;
}

static void ask_by_tcp(struct flight *k);

/* false: not an answer to this; go on waiting. */
static bool take(struct flight *k, uint8_t *reply, size_t len)
{
    struct reply_facts facts;

    if (reply_read(reply, len, k->query + 2, k->question.end, &facts) < 0 || memcmp(reply, k->query + 2, 2))
        return false;
    memcpy(reply + DNS_HEADER, k->query + 2 + DNS_HEADER, k->question.end - DNS_HEADER);
    if (facts.truncated && !k->tcp) {
        ask_by_tcp(k);
        return true;
    }
    if (!facts.truncated && !is_sound(reply, len))
        return false;
    if ((facts.rcode == RCODE_SERVFAIL || facts.rcode == RCODE_REFUSED) && k->tries < k->servers.count * ROUNDS && k->servers.count > 1) {
        ask_next(k);
        return true;
    }
    done(k, reply, len, &facts);
    return true;
}

static void on_udp(void *arg, uint32_t events)
{
    struct flight *k = arg;
    static uint8_t room[DNS_MESSAGE_MAX];

    (void)events;
    for (int i = 0; i < 64; i++) {      /* a flood of wrong ones does not keep us here */
        ssize_t n = recv(k->fd, room, sizeof room, MSG_DONTWAIT);

        if (n < 0 && errno != EAGAIN && errno != EINTR) {
            ask_next(k);                /* refused: nobody listens there */
            return;
        }
        if (n < 0)
            return;
        if (take(k, room, (size_t)n))
            return;
    }
}

static void new_id(struct flight *k)
{
    must(getrandom(k->query + 2, 2, 0) == 2);
}

static int open_socket(struct flight *k, int type)
{
    const struct sockaddr_storage *a = &k->servers.list[k->at];

    close_socket(k);
    k->fd = socket(a->ss_family, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (k->fd < 0 || (connect(k->fd, (const struct sockaddr *)a, address_len(a)) < 0 && errno != EINPROGRESS))
        return -1;
    return 0;
}

static void ask_by_udp(struct flight *k)
{
    k->tcp = false;
    new_id(k);
    if (open_socket(k, SOCK_DGRAM) < 0 || send(k->fd, k->query + 2, k->len, MSG_DONTWAIT) < 0) {
        k->timer = loop_after(k->forward->loop, 50, on_late, k);
        return;
    }
    k->watch = loop_watch(k->forward->loop, k->fd, EPOLLIN, on_udp, k);
    k->timer = loop_after(k->forward->loop, UDP_MS, on_late, k);
}

static void ask_next(struct flight *k)
{
    close_socket(k);
    if (k->tries >= k->servers.count * ROUNDS) {
        done(k, NULL, 0, NULL);
        return;
    }
    k->at = k->tries++ % k->servers.count;
    ask_by_udp(k);
}

/* ---------------------------------------------------------------- over tcp */

static void read_tcp(struct flight *k)
{
    ssize_t n = recv(k->fd, k->reply + k->reply_len, 2 + DNS_MESSAGE_MAX - k->reply_len, MSG_DONTWAIT);
    size_t len;

    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (n <= 0) {
        ask_next(k);
        return;
    }
    k->reply_len += (size_t)n;
    len = k->reply_len < 2 ? DNS_MESSAGE_MAX : (size_t)(k->reply[0] << 8 | k->reply[1]);
    if (k->reply_len < 2 + len)
        return;
    if (!take(k, k->reply + 2, len))
        ask_next(k);
}

static void on_tcp(void *arg, uint32_t events)
{
    struct flight *k = arg;

    if (k->written < k->len + 2) {
        ssize_t n = send(k->fd, k->query + k->written, k->len + 2 - k->written, MSG_DONTWAIT | MSG_NOSIGNAL);

        if (n < 0 && errno != EAGAIN && errno != EINTR) {
            ask_next(k);
            return;
        }
        k->written += n > 0 ? (size_t)n : 0;
        if (k->written == k->len + 2)
            loop_watch_events(k->forward->loop, k->watch, EPOLLIN);
        return;
    }
    if (events & (EPOLLIN | EPOLLHUP | EPOLLERR))
        read_tcp(k);
}

static void ask_by_tcp(struct flight *k)
{
    k->tcp = true;
    k->written = k->reply_len = 0;
    if (!k->reply)
        k->reply = xalloc(2 + DNS_MESSAGE_MAX);
    new_id(k);
    if (open_socket(k, SOCK_STREAM) < 0) {
        k->timer = loop_after(k->forward->loop, 0, on_late, k);
        return;
    }
    k->watch = loop_watch(k->forward->loop, k->fd, EPOLLOUT, on_tcp, k);
    k->timer = loop_after(k->forward->loop, TCP_MS, on_late, k);
}

/* ---------------------------------------------------------------- all of them */

struct forward *forward_new(struct loop *l, forward_fn fn, void *arg)
{
    struct forward *f = xalloc(sizeof *f);

    *f = (struct forward){ .loop = l, .fn = fn, .arg = arg, .clients = map_new() };
    return f;
}

void forward_free(struct forward *f)
{
    while (f->first)
        flight_free(f->first);
    map_free(f->clients);
    free(f);
}

int forward_ask(struct forward *f, const struct servers *s, const uint8_t *query, size_t len, const struct question *q, const void *client, size_t client_len, void *about)
{
    struct flight *k;
    char who[40];

    str_hex(client, client_len > 16 ? 16 : client_len, who);
    if (!s->count || len > DNS_MESSAGE_MAX || f->count >= IN_FLIGHT_MAX || (intptr_t)map_get(f->clients, who) >= OF_ONE_MAX)
        return -1;
    k = xalloc(sizeof *k);
    *k = (struct flight){ .forward = f, .next = f->first, .servers = *s, .query = xalloc(len + 2), .len = len, .question = *q, .about = about, .fd = -1 };
    str_fmt(k->client, sizeof k->client, "%s", who);
    if (f->first)
        f->first->before = k;
    f->first = k;
    f->count++;
    count_client(f, who, 1);
    k->query[0] = (uint8_t)(len >> 8);
    k->query[1] = (uint8_t)len;
    memcpy(k->query + 2, query, len);
    ask_next(k);
    return 0;
}

size_t forward_in_flight(const struct forward *f)
{
    return f->count;
}
