/*
 * dnsd - names: answers for containers on the gateway of each of their networks, and
 * forwards the rest.
 *
 * Answers    dns.sync (monitor): when the names of a generation are answered
 * Asks       store: names, again and again; each answer is what changed
 * Publishes  nothing
 *
 * No privileges, and no sockets of its own making: netd binds them, the supervisor keeps
 * them, so that a question that comes while this process is restarted waits in the
 * kernel.  It answers nobody before it knows all names: "no such name" must be true.
 *
 *     query --who? nobody's address: REFUSED--> name of a container it shares a network
 *       with: its addresses | below quilt.local, nobody's: NXDOMAIN | cached | forwarded
 */
#include "actors/actor.h"
#include "actors/dnsd/asked.h"
#include "actors/dnsd/cache.h"
#include "actors/dnsd/forward.h"
#include "actors/dnsd/message.h"
#include "actors/dnsd/table.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"
#include "protocol/gen/ask.h"
#include "protocol/gen/dnsd.h"

#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define TTL_S 5                         /* of a container's name: below the time that its address rests */
#define NEGATIVE_TTL_S 2
#define BATCH 64
#define TCP_MAX 1024
#define TCP_OF_ONE 16
#define TCP_IDLE_MS 10000
#define WAIT_MS 30000
#define SUFFIX ".quilt.local"

struct listener {
    struct dnsd *dnsd;
    char name[CHANNEL_NAME];
    int fd;
    bool tcp, looks;                    /* looks: udp questions stay in the socket until they are answered */
    struct watch *watch;
};

/* A client over tcp: one question after another. */
struct stream {
    struct dnsd *dnsd;
    uint64_t number;
    int fd;
    struct watch *watch;
    struct timer *timer;
    struct sockaddr_storage from;
    uint8_t *in, *out;                  /* owned */
    size_t in_len, out_len, out_at;
    bool busy, ended;                   /* a question of it is in flight; it sends no more */
};

/* Where a forwarded answer goes. */
struct asker {
    uint64_t stream;                    /* 0: udp */
    char listener[CHANNEL_NAME];
    struct sockaddr_storage from;
    socklen_t from_len;
    uint32_t kept;                      /* its number in what outlives this process */
    char key[2 * DNS_NAME_MAX + 40];
};

struct dnsd {
    struct actor *actor;
    struct loop *loop;
    struct table *table, *coming;       /* coming: being filled with all of them */
    struct cache *cache;
    struct forward *forward;
    struct asked *asked;                /* NULL: netd has not given it yet */
    struct map *listeners;              /* name -> struct listener, owned */
    struct map *streams;                /* number -> struct stream, owned */
    uint64_t last_stream, generation;
    struct map *waiting;                /* number of a dns.sync -> its generation */
    struct servers host;                /* resolvers of the host, or of the configuration */
    bool configured, loaded;
    struct timespec host_time;
    struct timer *look;
};

/* ---------------------------------------------------------------- who asks */

static const struct record *client_of(const struct dnsd *self, const struct sockaddr_storage *from)
{
    if (from->ss_family == AF_INET)
        return table_at(self->table, ntohl(((const struct sockaddr_in *)from)->sin_addr.s_addr));
    return table_at6(self->table, (const struct ip6 *)&((const struct sockaddr_in6 *)from)->sin6_addr);
}

/* Its own, or the host's. */
static void servers_for(const struct dnsd *self, const struct record *client, struct servers *out)
{
    out->count = 0;
    for (int i = 0; i < client->upstream_count; i++)
        servers_add(out, client->upstreams[i]);
    if (!out->count)
        *out = self->host;
}

/* ---------------------------------------------------------------- names of containers */

static void put_addresses(struct answer *a, uint16_t type, const struct record *const *found, int count)
{
    for (int i = 0; i < count; i++) {
        if (type == TYPE_A || type == TYPE_ANY)
            answer_a(a, found[i]->address, TTL_S);
        if ((type == TYPE_AAAA || type == TYPE_ANY) && found[i]->has6)
            answer_aaaa(a, &found[i]->address6, TTL_S);
    }
    if (!a->count && !a->truncated)
        answer_soa(a, NEGATIVE_TTL_S);
}

static size_t answer_localhost(uint8_t *room, size_t size, const uint8_t *query, const struct question *q)
{
    static const struct ip6 one = { .bytes[15] = 1 };
    struct answer a;

    answer_begin(&a, room, size, query, q, RCODE_OK, true);
    if (q->type == TYPE_A)
        answer_a(&a, 0x7f000001, TTL_S);
    if (q->type == TYPE_AAAA)
        answer_aaaa(&a, &one, TTL_S);
    return answer_end(&a);
}

static size_t answer_reverse(const struct record *other, uint8_t *room, size_t size, const uint8_t *query, const struct question *q)
{
    char name[300];
    struct answer a;

    answer_begin(&a, room, size, query, q, RCODE_OK, true);
    str_fmt(name, sizeof name, "%.255s" SUFFIX, other->names[other->name_count > 1 ? 1 : 0]);
    if (q->type == TYPE_PTR || q->type == TYPE_ANY)
        answer_ptr(&a, name, TTL_S);
    else
        answer_soa(&a, NEGATIVE_TTL_S);
    return answer_end(&a);
}

/* The container behind an address, if the client may see it. */
static const struct record *reverse(const struct dnsd *self, const struct record *client, const struct question *q)
{
    const struct record *other = NULL;
    uint32_t a4;
    struct ip6 a6 = { { 0 } };

    if (reverse_ip4(q->name, &a4))
        other = table_at(self->table, a4);
    else if (reverse_ip6(q->name, &a6))
        other = table_at6(self->table, &a6);
    return other && other->name_count && table_sees(self->table, client, other) ? other : NULL;
}

/* Answered from what is registered: its length; 0: it is somebody else's to answer. */
static size_t answer_own(const struct dnsd *self, const struct record *client, uint8_t *room, size_t size, const uint8_t *query, const struct question *q)
{
    const struct record *found[FOUND_MAX], *other;
    size_t len = strlen(q->name), tail = sizeof SUFFIX - 1;
    bool below = q->plain && ((len > tail && !strcmp(q->name + len - tail, SUFFIX)) || !strcmp(q->name, &SUFFIX[1]));
    char name[DNS_NAME_MAX + 1];
    struct answer a;
    int count;

    if (!strcmp(q->name, "localhost"))
        return answer_localhost(room, size, query, q);
    if (!below && q->labels > 1) {
        other = reverse(self, client, q);
        return other ? answer_reverse(other, room, size, query, q) : 0;
    }
    if (!below && !q->plain)
        return 0;
    str_fmt(name, sizeof name, "%.*s", (int)(below && len > tail ? len - tail : below ? 0 : len), q->name);
    count = table_find(self->table, client, name, found);
    if (!count && !below)
        return 0;
    answer_begin(&a, room, size, query, q, count || !*name ? RCODE_OK : RCODE_NXDOMAIN, true);
    put_addresses(&a, q->type, found, count);
    return answer_end(&a);
}

/* ---------------------------------------------------------------- a query */

static size_t answer_error(uint8_t *room, size_t size, const uint8_t *query, const struct question *q, int rcode)
{
    struct answer a;

    answer_begin(&a, room, size, query, q, rcode, false);
    return answer_end(&a);
}

static void cache_key(char *out, size_t size, const struct question *q, const struct servers *s)
{
    uint64_t h = 14695981039346656037ull;
    char hex[2 * DNS_NAME_MAX + 1];

    for (size_t i = 0; i < (size_t)s->count * sizeof s->list[0]; i++)
        h = (h ^ ((const uint8_t *)s->list)[i]) * 1099511628211ull;
    str_hex(q->wire, q->wire_len, hex);
    snprintf(out, size, "%s/%u/%u/%d%d%d/%llx", hex, q->type, q->class, q->edns, q->dnssec_ok, (q->flags & 0x10) != 0, (unsigned long long)h);
}

/* A stream ends with this process, a question by udp does not. */
static uint32_t keep(struct dnsd *self, const struct asker *a, const uint8_t *query, size_t len)
{
    struct asked_question q = { .from = a->from, .from_len = a->from_len, .query = query, .len = len };

    str_fmt(q.listener, sizeof q.listener, "%s", a->listener);
    return a->stream ? 0 : asked_put(self->asked, &q, clock_boot_ms());
}

/* Answers at once: its length in room; 0: later, to the asker, which is given away; or never. */
static size_t handle(struct dnsd *self, const uint8_t *query, size_t len, struct asker **asker, uint8_t *room, size_t size)
{
    struct question q;
    int rcode = question_read(query, len, &q);
    const struct record *client = client_of(self, &(*asker)->from);
    struct servers servers;
    size_t n, most = (*asker)->stream ? size : question_limit(&q);

    if (rcode < 0)
        return 0;
    if (rcode)
        return len >= DNS_HEADER ? (q.end = 0, q.edns = false, answer_error(room, size, query, &q, rcode)) : 0;
    if (!client)
        return answer_error(room, most, query, &q, RCODE_REFUSED);
    if (q.edns && q.edns_version)
        return answer_error(room, most, query, &q, RCODE_OK);    /* BADVERS would want its upper bits; version 0 is offered */
    n = answer_own(self, client, room, most, query, &q);
    if (n)
        return n;
    if (!(q.flags & 0x100) || table_is_inside(self->table, client))
        return answer_error(room, most, query, &q, RCODE_REFUSED);
    servers_for(self, client, &servers);
    cache_key((*asker)->key, sizeof (*asker)->key, &q, &servers);
    n = q.options ? 0 : cache_get(self->cache, (*asker)->key, q.id, clock_boot_ms(), room, size);
    if (n)                              /* in the letters in which it was asked: some clients look */
        memcpy(room + DNS_HEADER, query + DNS_HEADER, q.end - DNS_HEADER);
    if (n > most)
        n = reply_truncate(room, n, q.end);
    if (n)
        return n;
    (*asker)->kept = keep(self, *asker, query, len);
    if (forward_ask(self->forward, &servers, query, len, &q, client->container, 12, *asker) < 0) {
        asked_done(self->asked, (*asker)->kept);
        return answer_error(room, most, query, &q, RCODE_SERVFAIL);
    }
    *asker = NULL;
    return 0;
}

/* ---------------------------------------------------------------- over udp */

/*
 * Questions are looked at first and taken out of the socket when they have been answered:
 * one that was read by a process that is killed is there for the next one.  The offset of
 * looking is the socket's own (SO_PEEK_OFF, socket(7)), so each start sets it back.
 */
static void take_out(const struct listener *l, int count)
{
    struct mmsghdr gone[BATCH] = { 0 };

    if (l->looks && count > 0)
        recvmmsg(l->fd, gone, (unsigned)count, MSG_DONTWAIT | MSG_TRUNC, NULL);
}

/* Answers what came, at most `room` questions.  How many there were, or -1. */
static int answer_batch(struct listener *l, int room)
{
    static uint8_t in[BATCH][4096], out[BATCH][DNS_MESSAGE_MAX];
    static struct sockaddr_storage from[BATCH];
    struct mmsghdr got[BATCH], put[BATCH];
    struct iovec iv[BATCH], ov[BATCH];
    int n, count = 0;

    for (int i = 0; i < room; i++) {
        iv[i] = (struct iovec){ in[i], sizeof in[i] };
        got[i] = (struct mmsghdr){ .msg_hdr = { .msg_name = &from[i], .msg_namelen = sizeof from[i], .msg_iov = &iv[i], .msg_iovlen = 1 } };
    }
    n = recvmmsg(l->fd, got, (unsigned)room, MSG_DONTWAIT | MSG_TRUNC | (l->looks ? MSG_PEEK : 0), NULL);
    for (int i = 0; i < n; i++) {
        struct asker *asker;
        size_t len;

        if (got[i].msg_len > sizeof in[0])
            continue;                   /* larger than any question is */
        asker = xalloc(sizeof *asker);
        asker->from = from[i];
        asker->from_len = got[i].msg_hdr.msg_namelen;
        str_fmt(asker->listener, sizeof asker->listener, "%s", l->name);
        len = handle(l->dnsd, in[i], got[i].msg_len, &asker, out[count], sizeof out[0]);
        free(asker);
        if (!len)
            continue;
        ov[count] = (struct iovec){ out[count], len };
        put[count] = (struct mmsghdr){ .msg_hdr = { .msg_name = &from[i], .msg_namelen = got[i].msg_hdr.msg_namelen, .msg_iov = &ov[count], .msg_iovlen = 1 } };
        count++;
    }
    for (int sent = 0, k; sent < count; sent += k)
        if ((k = sendmmsg(l->fd, put + sent, (unsigned)(count - sent), MSG_DONTWAIT)) <= 0)
            k = 1;                      /* that one cannot be answered; the others can */
    return n;
}

/* As long as questions come while others are answered it stays here, up to a batch: the way round through the loop costs as much as ten answers. */
static void on_udp(void *arg, uint32_t events)
{
    struct listener *l = arg;
    int n, total = 0;

    (void)events;
    while (total < BATCH && (n = answer_batch(l, BATCH - total)) > 0)
        total += n;
    if (!total && l->looks)             /* woken and nothing to see: the offset is beyond what is there */
        setsockopt(l->fd, SOL_SOCKET, SO_PEEK_OFF, &(int){ 0 }, sizeof(int));
    take_out(l, total);
}

/* ---------------------------------------------------------------- over tcp */

static void stream_free(struct stream *s)
{
    char key[24];

    map_remove(s->dnsd->streams, map_key(s->number, key));
    loop_unwatch(s->dnsd->loop, s->watch);
    loop_cancel(s->dnsd->loop, s->timer);
    close(s->fd);
    free(s->in);
    free(s->out);
    free(s);
}

static void on_idle(void *arg)
{
    struct stream *s = arg;

    s->timer = NULL;
    stream_free(s);
}

static void rearm(struct stream *s)
{
    loop_cancel(s->dnsd->loop, s->timer);
    s->timer = loop_after(s->dnsd->loop, TCP_IDLE_MS, on_idle, s);
}

/* false: it is gone. */
static bool write_out(struct stream *s)
{
    while (s->out_at < s->out_len) {
        ssize_t n = send(s->fd, s->out + s->out_at, s->out_len - s->out_at, MSG_DONTWAIT | MSG_NOSIGNAL);

        if (n < 0 && (errno == EAGAIN || errno == EINTR)) {
            loop_watch_events(s->dnsd->loop, s->watch, EPOLLOUT);
            return true;
        }
        if (n < 0) {
            stream_free(s);
            return false;
        }
        s->out_at += (size_t)n;
    }
    s->out_at = s->out_len = 0;
    if (s->ended && !s->busy) {
        stream_free(s);
        return false;
    }
    loop_watch_events(s->dnsd->loop, s->watch, s->busy || s->ended ? 0 : EPOLLIN);
    return true;
}

static bool put_out(struct stream *s, size_t len)
{
    s->out[0] = (uint8_t)(len >> 8);
    s->out[1] = (uint8_t)len;
    s->out_len = len + 2;
    s->out_at = 0;
    return write_out(s);
}

static bool one_question(struct stream *s, size_t len)
{
    struct asker *asker = xalloc(sizeof *asker);
    size_t n;

    asker->from = s->from;
    asker->stream = s->number;
    n = handle(s->dnsd, s->in + 2, len, &asker, s->out + 2, DNS_MESSAGE_MAX);
    s->busy = asker == NULL;
    free(asker);
    rearm(s);
    if (s->busy)
        loop_watch_events(s->dnsd->loop, s->watch, 0);      /* the next one when this one is answered */
    memmove(s->in, s->in + 2 + len, s->in_len - 2 - len);
    s->in_len -= 2 + len;
    return n ? put_out(s, n) : true;
}

static void questions(struct stream *s)
{
    while (!s->busy && !s->out_len && s->in_len >= 2) {
        size_t len = (size_t)(s->in[0] << 8 | s->in[1]);

        if (s->in_len < 2 + len)
            return;
        if (!one_question(s, len))
            return;
    }
}

static void on_stream(void *arg, uint32_t events)
{
    struct stream *s = arg;
    ssize_t n;

    if (events & EPOLLERR) {
        stream_free(s);
        return;
    }
    if (events & EPOLLOUT && !write_out(s))
        return;
    if (events & (EPOLLIN | EPOLLHUP | EPOLLERR)) {
        n = recv(s->fd, s->in + s->in_len, 2 + DNS_MESSAGE_MAX - s->in_len, MSG_DONTWAIT);
        if (n < 0 && errno != EAGAIN && errno != EINTR) {
            stream_free(s);
            return;
        }
        s->ended |= n == 0;
        if (s->ended && !s->busy && !s->out_len && s->in_len < 3) {
            stream_free(s);
            return;
        }
        if (s->ended)
            loop_watch_events(s->dnsd->loop, s->watch, 0);
        s->in_len += n > 0 ? (size_t)n : 0;
    }
    questions(s);
}

static int streams_of(struct dnsd *self, const struct sockaddr_storage *from)
{
    const struct record *client = client_of(self, from);
    struct map_iter it = map_iter(self->streams);
    const struct stream *s;
    int count = 0;

    while ((s = map_next(&it, NULL)))
        count += client_of(self, &s->from) == client;
    return count;
}

static void on_accept(void *arg, uint32_t events)
{
    struct listener *l = arg;
    struct sockaddr_storage from;
    socklen_t len = sizeof from;
    int fd = accept4(l->fd, (struct sockaddr *)&from, &len, SOCK_CLOEXEC | SOCK_NONBLOCK);
    struct stream *s;
    char key[24];

    (void)events;
    if (fd < 0)
        return;
    if (map_count(l->dnsd->streams) >= TCP_MAX || !client_of(l->dnsd, &from) || streams_of(l->dnsd, &from) >= TCP_OF_ONE) {
        close(fd);
        return;
    }
    s = xalloc(sizeof *s);
    *s = (struct stream){ .dnsd = l->dnsd, .number = ++l->dnsd->last_stream, .fd = fd, .from = from, .in = xalloc(2 + DNS_MESSAGE_MAX), .out = xalloc(2 + DNS_MESSAGE_MAX) };
    map_put(l->dnsd->streams, map_key(s->number, key), s);
    s->watch = loop_watch(l->dnsd->loop, fd, EPOLLIN, on_stream, s);
    rearm(s);
}

/* ---------------------------------------------------------------- forwarded answers */

static void give_udp(struct dnsd *self, const struct asker *a, uint8_t *reply, size_t len, const struct question *q)
{
    const struct listener *l = map_get(self->listeners, a->listener);

    if (len > question_limit(q))
        len = reply_truncate(reply, len, q->end);
    if (l)
        sendto(l->fd, reply, len, MSG_DONTWAIT, (const struct sockaddr *)&a->from, a->from_len);
}

static void give_tcp(struct dnsd *self, const struct asker *a, const uint8_t *reply, size_t len)
{
    char key[24];
    struct stream *s = map_get(self->streams, map_key(a->stream, key));

    if (!s)
        return;
    s->busy = false;
    memcpy(s->out + 2, reply, len);
    if (put_out(s, len))
        questions(s);
}

static void on_forwarded(void *arg, const struct question *q, void *about, const uint8_t *reply, size_t len, const struct reply_facts *facts)
{
    static uint8_t room[DNS_MESSAGE_MAX];
    struct dnsd *self = arg;
    struct asker *a = about;

    if (reply) {
        if (facts->ttl_s && !q->options)
            cache_put(self->cache, a->key, reply, len, facts->ttl_s, clock_boot_ms());
        memcpy(room, reply, len);
    } else {
        uint8_t head[DNS_HEADER + DNS_NAME_MAX + 4] = { (uint8_t)(q->id >> 8), (uint8_t)q->id, (uint8_t)(q->flags >> 8), (uint8_t)q->flags };

        memcpy(head + DNS_HEADER, q->wire, q->wire_len);
        head[DNS_HEADER + q->wire_len] = (uint8_t)(q->type >> 8);
        head[DNS_HEADER + q->wire_len + 1] = (uint8_t)q->type;
        head[DNS_HEADER + q->wire_len + 2] = (uint8_t)(q->class >> 8);
        head[DNS_HEADER + q->wire_len + 3] = (uint8_t)q->class;
        len = answer_error(room, sizeof room, head, q, RCODE_SERVFAIL);
    }
    if (a->stream)
        give_tcp(self, a, room, len);
    else
        give_udp(self, a, room, len, q);
    asked_done(self->asked, a->kept);
    free(a);
}

/* ---------------------------------------------------------------- names from the store */

static void ask_names(struct dnsd *self);

static void answer_syncs(struct dnsd *self)
{
    struct map_iter it = map_iter(self->waiting);
    const char *key;
    void *wanted;

    while ((wanted = map_next(&it, &key))) {
        struct request *req;

        if ((uint64_t)(uintptr_t)wanted - 1 > self->generation)
            continue;
        req = request_find(self->actor, strtoull(key, NULL, 10));
        if (req)
            reply_dns_sync(req, &(struct dns_sync_reply){});
        map_remove(self->waiting, key);
    }
}

static void ask_again(void *arg, const struct asked_question *q)
{
    static uint8_t room[DNS_MESSAGE_MAX];
    struct dnsd *self = arg;
    const struct listener *l = map_get(self->listeners, q->listener);
    struct asker *a = xalloc(sizeof *a);
    size_t len;

    a->from = q->from;
    a->from_len = q->from_len;
    str_fmt(a->listener, sizeof a->listener, "%s", q->listener);
    len = l ? handle(self, q->query, q->len, &a, room, sizeof room) : 0;
    free(a);
    if (len)
        sendto(l->fd, room, len, MSG_DONTWAIT, (const struct sockaddr *)&q->from, q->from_len);
}

static void listen_on(struct listener *l)
{
    if (l->watch)
        return;
    l->watch = loop_watch(l->dnsd->loop, l->fd, EPOLLIN, l->tcp ? on_accept : on_udp, l);
    if (!l->tcp)
        loop_watch_quiet(l->watch);
}

static void loaded(struct dnsd *self)
{
    struct map_iter it = map_iter(self->listeners);
    struct listener *l;

    self->loaded = true;
    while ((l = map_next(&it, NULL)))
        listen_on(l);
    asked_again(self->asked, clock_boot_ms(), ask_again, self);
    actor_ready(self->actor);
}

static void on_again(void *arg)
{
    ask_names(arg);
}

static void on_names(void *arg, const struct about *about, const struct store_names_reply *reply, const struct err *failed)
{
    struct dnsd *self = arg;
    struct wire_reader r;

    (void)about;
    if (failed) {
        loop_after(self->loop, failed->code == ERR_DEADLINE ? 0 : 100, on_again, self);
        return;
    }
    if (reply->reset) {                 /* all of them: in the old one's place when the last page is there */
        if (self->coming)
            table_free(self->coming);
        self->coming = table_new();
    }
    r = wire_reader(reply->registrations.items);
    for (uint32_t i = 0; i < reply->registrations.count; i++) {
        struct registration g;

        if (registration_read(&r, &g, NULL) < 0)
            break;
        table_apply(self->coming ? self->coming : self->table, &g);
    }
    self->generation = reply->generation;
    if (self->coming && !reply->more) {
        table_free(self->table);
        self->table = self->coming;
        self->coming = NULL;
    }
    if (!self->coming)
        answer_syncs(self);
    if (!self->loaded && !reply->more)
        loaded(self);
    ask_names(self);
}

/* The first question is for all; a store that lost its names says reset. */
static void ask_names(struct dnsd *self)
{
    ask_store_names(self->actor, &(struct store_names){ .after = self->generation, .resuming = self->coming != NULL, .wait_ms = self->loaded ? WAIT_MS : 0 }, (struct about){ 0 }, on_names);
}

handled on_dns_sync(struct dnsd *self, const struct dns_sync *m, struct request *req)
{
    char key[24];

    if (self->loaded && !self->coming && self->generation >= m->generation)
        return reply_dns_sync(req, &(struct dns_sync_reply){});
    map_put(self->waiting, map_key(request_number(req), key), (void *)(uintptr_t)(m->generation + 1));
    return HANDLED_LATER;
}

/* ---------------------------------------------------------------- the host's resolvers */

static void look_at_host(void *arg)
{
    struct dnsd *self = arg;
    struct stat st;

    self->look = loop_after(self->loop, 2000, look_at_host, self);
    if (self->configured || stat("/etc/resolv.conf", &st) < 0 ||
        (st.st_mtim.tv_sec == self->host_time.tv_sec && st.st_mtim.tv_nsec == self->host_time.tv_nsec))
        return;
    self->host_time = st.st_mtim;
    servers_of_file(&self->host, "/etc/resolv.conf");
}

/* dns-upstream = 192.0.2.1, 192.0.2.2#5353 */
static int read_settings(struct dnsd *self, const char *path, struct err *e)
{
    FILE *f = fopen(path, "re");
    char line[1024], value[900], *save = NULL;
    int result = 0;

    while (f && result == 0 && fgets(line, sizeof line, f)) {
        if (sscanf(line, " dns-upstream = %899[^\n]", value) != 1)
            continue;
        for (char *one = strtok_r(value, ", \t\r", &save); one && result == 0; one = strtok_r(NULL, ", \t\r", &save))
            if (servers_add(&self->host, one) < 0)
                result = err_set(e, ERR_INVALID, "%s: dns-upstream: %s: not an address", path, one);
        self->configured = true;
    }
    if (f)
        fclose(f);
    return result;
}

/* ---------------------------------------------------------------- life */

static void dnsd_held(void *arg, const char *name, int fd)
{
    struct dnsd *self = arg;
    struct listener *l = map_remove(self->listeners, name);

    if (!strcmp(name, ASKED_NAME)) {    /* before any socket can be asked, or while nothing was */
        asked_close(self->asked);
        self->asked = fd < 0 ? NULL : asked_open(fd);
        return;
    }
    if (l) {
        loop_unwatch(self->loop, l->watch);
        close(l->fd);
        free(l);
    }
    if (fd < 0)
        return;
    l = xalloc(sizeof *l);
    *l = (struct listener){ .dnsd = self, .fd = fd, .tcp = strstr(name, "tcp") != NULL };
    str_fmt(l->name, sizeof l->name, "%.31s", name);
    l->looks = !l->tcp && setsockopt(fd, SOL_SOCKET, SO_PEEK_OFF, &(int){ 0 }, sizeof(int)) == 0;
    map_put(self->listeners, name, l);
    if (self->loaded)
        listen_on(l);
}

static void *dnsd_start(struct actor *a, struct err *e)
{
    struct dnsd *self = xalloc(sizeof *self);

    self->actor = a;
    self->loop = actor_loop(a);
    self->table = table_new();
    self->cache = cache_new(10000, 8u << 20);
    self->forward = forward_new(self->loop, on_forwarded, self);
    self->listeners = map_new();
    self->streams = map_new();
    self->waiting = map_new();
    if (read_settings(self, actor_options(a)->config, e) < 0)
        return NULL;
    look_at_host(self);
    ask_names(self);
    return self;
}

static void dnsd_stop(void *arg)
{
    struct dnsd *self = arg;
    struct map_iter it;
    struct stream *s;
    struct listener *l;

    for (it = map_iter(self->streams); (s = map_next(&it, NULL));)
        stream_free(s);
    for (it = map_iter(self->listeners); (l = map_next(&it, NULL));) {
        loop_unwatch(self->loop, l->watch);
        close(l->fd);
        free(l);
    }
    loop_cancel(self->loop, self->look);
    forward_free(self->forward);        /* what is in flight stays asked */
    asked_close(self->asked);
    cache_free(self->cache);
    table_free(self->table);
    if (self->coming)
        table_free(self->coming);
    map_free(self->listeners);
    map_free(self->streams);
    map_free(self->waiting);
    free(self);
}

int main(int argc, char **argv)
{
    return actor_main(argc, argv, &(struct actor_spec){
        .name = "dnsd", .dispatch = dnsd_dispatch, .start = dnsd_start, .stop = dnsd_stop, .held = dnsd_held,
    });
}
