/*
 * frontdoor - where clients come in: reads strangers' bytes, knows who they are, and
 * hands on what they may ask.
 *
 * Answers    hello, health (clients); frontdoor.* (monitor)
 * Asks       whom the verb table names; store: events.read, info, begin, end
 * Publishes  committed events and statistics, on the XPUB sockets
 *
 * No privileges: own user, no capability, no exec.  It keeps nothing that matters:
 * dying loses connections, and clients come again.
 *
 *     frames --grammar, scan, head, verb, role, quota, arguments--> PENDING
 *       --(with a key: store.begin)--> forwarded --parts, reply--> handed on, gone
 */
#include "actors/actor.h"
#include "actors/frontdoor/inside.h"
#include "actors/frontdoor/metrics.h"
#include "actors/frontdoor/roles.h"
#include "actors/roster.h"
#include "base/clock.h"
#include "base/log.h"
#include "base/map.h"
#include "base/must.h"
#include "base/str.h"
#include "protocol/gen/ask.h"
#include "protocol/gen/frontdoor.h"
#include "protocol/gen/verbs.h"

#include <czmq.h>
#include <errno.h>
#include <seccomp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define IN_FLIGHT_MAX 4096              /* requests of one uid that wait for an answer */
#define IN_FLIGHT_INSIDE 16             /* and of one container */
#define CLIENTS_MAX 4096                /* misbehaving ones that are remembered */
#define FRAMES_MAX 4
#define EVENTS_WAIT_MS 30000
#define IDEM_INSIDE_MAX (80 - 13)       /* the container's id goes before it */

enum { CONTROL, DATA, SOCKETS, INSIDE = SOCKETS };      /* INSIDE: one of those within containers */

struct pending {
    struct frontdoor *frontdoor;
    uint64_t ask;
    int socket;
    bool delimiter, stream, repeated, keyed;      /* keyed: the client's own idempotency key */
    uint8_t identity[256];
    size_t identity_len;
    uint8_t id[68];
    size_t id_len;
    const struct verb *verb;
    struct caller caller;
    char idem[81];
    uint8_t *args;                      /* kept while store.begin is asked; owned */
    size_t args_len;
    int64_t deadline_ms, began_ns;
};

struct frontdoor {
    struct actor *actor;
    zsock_t *sockets[SOCKETS], *events, *stats;
    struct inside *inside;
    struct verbstats *verbs;
    struct metrics *metrics;            /* NULL: nobody asked for it */
    struct roles roles;
    struct map *pending;                /* ask -> struct pending, owned */
    struct map *in_flight;              /* uid or container -> count, as a pointer */
    struct map *malformed;              /* identity in hexadecimal -> count */
    uint64_t begin_count, key_count;
    char nonce[17];
    struct map *beginning;              /* number -> struct pending, owned: store.begin is out */
    char log_id[17];
    uint64_t head_seq;
    int64_t last_event_ms;
    struct {
        enum channel_state state;
        uint32_t pid;
        uint64_t restarts;
    } actors[8];
};

/* The parts of a client's message. */
struct arrival {
    int socket;
    bool delimiter;
    struct wire_span identity, body;
    struct caller caller;
};

static struct frontdoor *prepared;      /* what prepare bound, until start takes it */

/* ---------------------------------------------------------------- sending */

static bool send_inside(struct frontdoor *self, struct wire_span identity, bool delimiter, const struct wire_writer *body)
{
    uint64_t connection;

    must(identity.len == sizeof connection);
    memcpy(&connection, identity.data, sizeof connection);
    return inside_send(self->inside, connection, delimiter, wire_written(body));
}

static bool send_body(struct frontdoor *self, int socket, struct wire_span identity, bool delimiter, const struct wire_writer *body, struct wire_span blob)
{
    void *s;

    if (socket == INSIDE)
        return send_inside(self, identity, delimiter, body);
    s = zsock_resolve(self->sockets[socket]);
    if (zmq_send(s, identity.data, identity.len, ZMQ_SNDMORE | ZMQ_DONTWAIT) < 0)
        return errno != EHOSTUNREACH && errno != EAGAIN;
    if (delimiter)
        zmq_send(s, "", 0, ZMQ_SNDMORE | ZMQ_DONTWAIT);
    zmq_send(s, body->data, body->len, ZMQ_DONTWAIT | (blob.data ? ZMQ_SNDMORE : 0));
    if (blob.data)
        zmq_send(s, blob.data, blob.len, ZMQ_DONTWAIT);
    return true;
}

static void write_error_head(struct wire_writer *w, struct wire_span id, const struct err *e)
{
    static const uint8_t no_id[] = { 0xa0 };
    struct reply_head h = { .v = PROTOCOL_VERSION, .id = id.len ? id : (struct wire_span){ no_id, 1 }, .has_error = true };

    h.error = (struct error_body){ .message = wire_text(e->text), .retryable = error_retryable(e->code) };
    str_fmt(h.error.code.text, sizeof h.error.code.text, "%s", error_name(e->code));
    reply_head_write(w, &h);
}

static void refuse(struct frontdoor *self, struct arrival *a, struct wire_span id, const struct err *e)
{
    struct wire_writer w;

    wire_writer_init(&w);
    write_error_head(&w, id, e);
    send_body(self, a->socket, a->identity, a->delimiter, &w, (struct wire_span){ 0 });
    wire_writer_done(&w);
}

/* ---------------------------------------------------------------- pending requests */

static const char *flight_key(const struct caller *c, char buf[24])
{
    return c->has_container ? c->container.text : map_key(c->uid, buf);
}

static uint64_t flight_count(struct frontdoor *self, const struct caller *c)
{
    char buf[24];

    return (uint64_t)(uintptr_t)map_get(self->in_flight, flight_key(c, buf));
}

static void flight_change(struct frontdoor *self, const struct caller *c, int by)
{
    uint64_t n = flight_count(self, c) + (uint64_t)by;
    char buf[24];

    if (n)
        map_put(self->in_flight, flight_key(c, buf), (void *)(uintptr_t)n);
    else
        map_remove(self->in_flight, flight_key(c, buf));
}

static void pending_free(struct pending *p)
{
    char key[24];

    flight_change(p->frontdoor, &p->caller, -1);
    map_remove(p->frontdoor->pending, map_key(p->ask, key));
    free(p->args);
    free(p);
}

static struct wire_span id_of(const struct pending *p)
{
    return (struct wire_span){ p->id, p->id_len };
}

/* false: the client is gone. */
static bool hand_on(struct pending *p, const struct peer_reply *r)
{
    struct reply_head h = { .v = PROTOCOL_VERSION, .id = id_of(p), .ok = true, .has_result = true, .result = r->result, .has_part = r->more || r->part,
                            .part = r->part, .more = r->more };
    struct wire_writer w;
    bool there;

    wire_writer_init(&w);
    if (r->failed) {
        h.ok = h.has_result = false;
        h.has_error = true;
        h.error = (struct error_body){ .message = wire_text(r->failed->text), .retryable = error_retryable(r->failed->code),
                                       .has_detail = r->failed->sys || r->failed->step[0] || r->failed->oldest };
        h.error.detail = (struct error_detail){ .has_step = r->failed->step[0], .has_sys = r->failed->sys != 0, .sys = (uint64_t)r->failed->sys,
                                                .has_oldest = r->failed->oldest != 0, .oldest = r->failed->oldest };
        str_fmt(h.error.detail.step.text, sizeof h.error.detail.step.text, "%s", r->failed->step);
        str_fmt(h.error.code.text, sizeof h.error.code.text, "%s", error_name(r->failed->code));
    }
    reply_head_write(&w, &h);
    there = send_body(p->frontdoor, p->socket, (struct wire_span){ p->identity, p->identity_len }, p->delimiter, &w, r->more ? r->blob : (struct wire_span){ 0 });
    wire_writer_done(&w);
    return there;
}

static void cancel_stream(struct frontdoor *self, uint64_t ask)
{
    struct stream_cancel m;
    struct wire_writer id, args;

    wire_writer_init(&id);
    wire_writer_init(&args);
    wire_put_uint(&id, ask);
    m.stream = wire_written(&id);
    stream_cancel_write(&args, &m);
    peer_send(self->actor, &(struct peer_request){ .to = "monitor", .verb = "stream.cancel", .args = wire_written(&args), .oneway = true });
    wire_writer_done(&id);
    wire_writer_done(&args);
}

static void keep_result(struct pending *p, const struct peer_reply *r)
{
    struct store_end m = { .uid = p->caller.uid, .result = r->result };

    str_fmt(m.key.text, sizeof m.key.text, "%s", p->idem);
    ask_store_end(p->frontdoor->actor, &m, (struct about){ 0 }, NULL);
}

static void on_reply(void *arg, uint64_t ask, const struct peer_reply *r)
{
    struct frontdoor *self = arg;
    char key[24];
    struct pending *p = map_get(self->pending, map_key(ask, key));

    if (!p)
        return;
    if (!hand_on(p, r) && r->more) {
        cancel_stream(self, ask);
        peer_cancel(self->actor, ask);
        pending_free(p);
        return;
    }
    if (r->more)
        return;
    if (p->keyed && !p->stream && !r->failed)
        keep_result(p, r);
    verbstats_add(self->verbs, p->verb->name, r->failed ? error_name(r->failed->code) : NULL, clock_boot_ns() - p->began_ns);
    pending_free(p);
}

static void forward(struct pending *p)
{
    struct frontdoor *self = p->frontdoor;
    char key[24];

    p->ask = peer_send(self->actor, &(struct peer_request){ .to = p->verb->to, .verb = p->verb->name, .args = { p->args, p->args_len }, .idem = p->idem,
                       .caller = &p->caller, .deadline_ms = p->deadline_ms, .once = p->stream, .repeated = p->repeated, .fn = on_reply });
    map_put(self->pending, map_key(p->ask, key), p);
    free(p->args);
    p->args = NULL;
}

/* ---------------------------------------------------------------- idempotency keys */

static void on_begun(void *arg, const struct about *about, const struct store_begin_reply *reply, const struct err *failed)
{
    struct frontdoor *self = arg;
    char key[24];
    struct pending *p = map_remove(self->beginning, map_key(about->number, key));

    if (!p)
        return;
    if (!failed && !reply->has_done) {
        p->repeated = reply->begun;
        forward(p);
        return;
    }
    hand_on(p, &(struct peer_reply){ .failed = failed, .result = failed ? (struct wire_span){ 0 } : reply->done });
    pending_free(p);
}

static uint64_t hash_of(const struct pending *p)
{
    uint64_t h = 14695981039346656037ull;

    for (const char *c = p->verb->name; *c; c++)
        h = (h ^ (uint8_t)*c) * 1099511628211ull;
    for (size_t i = 0; i < p->args_len; i++)
        h = (h ^ p->args[i]) * 1099511628211ull;
    return h >> 1;                      /* SQLite's integers are signed */
}

static void begin(struct pending *p)
{
    struct frontdoor *self = p->frontdoor;
    struct store_begin m = { .uid = p->caller.uid, .body_hash = hash_of(p) };
    char key[24];

    str_fmt(m.key.text, sizeof m.key.text, "%s", p->idem);
    str_fmt(m.verb.text, sizeof m.verb.text, "%s", p->verb->name);
    m.has_container = p->caller.has_container;
    m.container = p->caller.container;
    map_put(self->beginning, map_key(++self->begin_count, key), p);
    ask_store_begin(self->actor, &m, (struct about){ .number = self->begin_count }, on_begun);
}

/* ---------------------------------------------------------------- verbs that are ours */

static void reply_here(struct pending *p, const struct wire_writer *result)
{
    hand_on(p, &(struct peer_reply){ .result = wire_written(result) });
}

static void say_hello(struct pending *p)
{
    struct frontdoor *self = p->frontdoor;
    struct hello_reply r = { .protocol_min = PROTOCOL_VERSION, .protocol_max = PROTOCOL_VERSION, .version.text = QUILT_VERSION,
                             .frame_bytes = p->socket == INSIDE ? INSIDE_FRAME_BYTES : PROTOCOL_FRAME_BYTES, .chunk_bytes = PROTOCOL_CHUNK_BYTES,
                             .has_log_id = self->log_id[0], .head_seq = self->head_seq, .has_container = p->caller.has_container, .container = p->caller.container };
    struct wire_writer features, w;

    wire_writer_init(&features);
    wire_writer_init(&w);
    wire_put_str(&features, "idempotency");
    wire_put_str(&features, "credit");
    r.features = wire_list_of(&features, 2);
    str_fmt(r.role.text, sizeof r.role.text, "%s", p->caller.has_container ? "container" : role_name(roles_of(&self->roles, (uid_t)p->caller.uid, (gid_t)p->caller.gid)));
    str_fmt(r.log_id.text, sizeof r.log_id.text, "%s", self->log_id);
    hello_reply_write(&w, &r);
    reply_here(p, &w);
    wire_writer_done(&features);
    wire_writer_done(&w);
}

static void say_health(struct pending *p)
{
    static const enum actor_state states[] = { ACTOR_STATE_STARTING, ACTOR_STATE_READY, ACTOR_STATE_DOWN, ACTOR_STATE_DEGRADED };
    struct frontdoor *self = p->frontdoor;
    struct health_reply r = { .ready = true };
    struct wire_writer items, w;

    wire_writer_init(&items);
    wire_writer_init(&w);
    for (int i = 0; i < roster_count; i++) {
        struct actor_status s = { .state = states[self->actors[i].state], .pid = self->actors[i].pid, .restarts = self->actors[i].restarts };

        str_fmt(s.name.text, sizeof s.name.text, "%s", roster[i].name);
        r.ready &= s.state == ACTOR_STATE_READY;
        actor_status_write(&items, &s);
    }
    r.actors = wire_list_of(&items, (uint32_t)roster_count);
    health_reply_write(&w, &r);
    reply_here(p, &w);
    wire_writer_done(&items);
    wire_writer_done(&w);
}

handled on_hello(struct frontdoor *self, const struct hello *m, struct request *req)
{
    (void)self;
    (void)m;
    return request_error(req, ERR_DENIED, "hello: for clients");
}

handled on_health(struct frontdoor *self, const struct health *m, struct request *req)
{
    (void)self;
    (void)m;
    return request_error(req, ERR_DENIED, "health: for clients");
}

/* ---------------------------------------------------------------- streams of this connection */

static struct pending *stream_of(struct frontdoor *self, const struct arrival *a, struct wire_span id)
{
    struct map_iter it = map_iter(self->pending);
    struct pending *p;

    while ((p = map_next(&it, NULL)))
        if (p->verb->stream && p->socket == a->socket && p->id_len == id.len && !memcmp(p->id, id.data, id.len) &&
            p->identity_len == a->identity.len && !memcmp(p->identity, a->identity.data, p->identity_len))
            return p;
    return NULL;
}

/* The client names a stream by its own request's id; the monitor knows it by ours. */
static void oneway(struct frontdoor *self, struct arrival *a, const struct verb *v, struct wire_span args)
{
    bool credit = !strcmp(v->name, "stream.credit");
    struct wire_reader r = wire_reader(args);
    struct stream_credit c = { 0 };
    struct stream_cancel x = { 0 };
    struct wire_writer id, w;
    struct pending *p;

    if (credit ? stream_credit_read(&r, &c, NULL) < 0 : stream_cancel_read(&r, &x, NULL) < 0)
        return;
    p = stream_of(self, a, credit ? c.stream : x.stream);
    if (!p)
        return;                         /* it ended meanwhile */
    if (!credit) {
        cancel_stream(self, p->ask);
        return;
    }
    wire_writer_init(&id);
    wire_writer_init(&w);
    wire_put_uint(&id, p->ask);
    c.stream = wire_written(&id);
    stream_credit_write(&w, &c);
    peer_send(self->actor, &(struct peer_request){ .to = "monitor", .verb = v->name, .args = wire_written(&w), .oneway = true });
    wire_writer_done(&id);
    wire_writer_done(&w);
}

/* ---------------------------------------------------------------- judging a request */

/* A container's rights are few and its own; another's are by its role. */
static int judge_rights(struct frontdoor *self, const struct caller *c, const struct verb *v, struct err *e)
{
    enum role role = roles_of(&self->roles, (uid_t)c->uid, (gid_t)c->gid);

    if (c->has_container && !v->inside)
        return err_set(e, ERR_DENIED, "%s: not for container %s", v->name, c->container.text);
    if (!c->has_container && role < v->role)
        return err_set(e, ERR_DENIED, "%s: needs the role %s; uid %llu has %s", v->name, role_name(v->role), (unsigned long long)c->uid, role_name(role));
    return 0;
}

static int judge_verb(struct frontdoor *self, const struct arrival *a, const struct verb *v, const struct request_head *h, struct err *e)
{
    const struct caller *c = &a->caller;
    uint64_t most = c->has_container ? IN_FLIGHT_INSIDE : IN_FLIGHT_MAX;

    if (!v)
        return err_set(e, ERR_INVALID, "verb: %s is unknown", h->verb.text);
    if (judge_rights(self, c, v, e) < 0)
        return -1;
    if (h->has_idem && !v->mutates)
        return err_set(e, ERR_INVALID, "idem: %s changes nothing", v->name);
    if (h->has_idem && c->has_container && strlen(h->idem.text) > IDEM_INSIDE_MAX)
        return err_set(e, ERR_INVALID, "idem: at most %d characters from a container", (int)IDEM_INSIDE_MAX);
    if (flight_count(self, c) < most)
        return 0;
    return c->has_container ? err_set(e, ERR_EXHAUSTED, "container %s has %llu requests in flight", c->container.text, (unsigned long long)most) :
                              err_set(e, ERR_EXHAUSTED, "uid %llu has %llu requests in flight", (unsigned long long)c->uid, (unsigned long long)most);
}

/* true: the reply comes as a stream, however long it takes. */
static int judge_args(const struct arrival *a, const struct verb *v, struct wire_span args, bool *out_stream, struct err *e)
{
    struct wire_reader r = wire_reader(args);
    bool run = !strcmp(v->name, "container.run"), exec = !strcmp(v->name, "exec.start");
    struct container_run m;
    struct exec_start x;

    if (run ? container_run_read(&r, &m, e) < 0 : exec ? exec_start_read(&r, &x, e) < 0 : v->check(&r, e) < 0)
        return err_add(e, "%s", v->name);
    *out_stream = v->stream && (run ? m.attach : !exec || !x.detach);
    if (*out_stream && a->socket != DATA)
        return err_set(e, ERR_INVALID, "%s: streams belong to the data socket", v->name);
    return 0;
}

static struct pending *pending_new(struct frontdoor *self, struct arrival *a, const struct verb *v, const struct request_head *h, struct wire_span args)
{
    struct pending *p = xalloc(sizeof *p);

    *p = (struct pending){ .frontdoor = self, .socket = a->socket, .delimiter = a->delimiter, .verb = v, .caller = a->caller, .began_ns = clock_boot_ns() };
    p->identity_len = a->identity.len;
    must(p->identity_len <= sizeof p->identity);
    memcpy(p->identity, a->identity.data, p->identity_len);
    p->id_len = h->id.len;
    memcpy(p->id, h->id.data, h->id.len);
    p->args = xalloc(args.len);
    memcpy(p->args, args.data, args.len);
    p->args_len = args.len;
    p->keyed = h->has_idem;
    if (h->has_idem && a->caller.has_container)
        str_fmt(p->idem, sizeof p->idem, "%s:%s", a->caller.container.text, h->idem.text);
    else if (h->has_idem)
        str_fmt(p->idem, sizeof p->idem, "%s", h->idem.text);
    else if (v->mutates)                /* so that an actor that is asked again after its restart does not do it twice */
        str_fmt(p->idem, sizeof p->idem, "auto-%s-%llu", self->nonce, (unsigned long long)++self->key_count);
    flight_change(self, &a->caller, 1);
    return p;
}

static int64_t deadline_of(const struct verb *v, const struct request_head *h, bool stream)
{
    int64_t own = stream ? 0 : v->deadline_ms, wanted = h->has_deadline_ms && h->deadline_ms < INT32_MAX ? (int64_t)h->deadline_ms : 0;

    return wanted && (!own || wanted < own) ? wanted : own;
}

static int on_request(struct frontdoor *self, struct arrival *a, const struct request_head *h, struct err *e)
{
    static const uint8_t empty_map[] = { 0x80 };
    struct wire_span args = h->has_args ? h->args : (struct wire_span){ empty_map, 1 };
    const struct verb *v = verb_find(wire_text(h->verb.text));
    struct pending *p;
    bool stream = false;

    if (h->v != PROTOCOL_VERSION)
        return err_set(e, ERR_UNSUPPORTED, "v: %llu; this is version %d", (unsigned long long)h->v, PROTOCOL_VERSION);
    if (judge_verb(self, a, v, h, e) < 0 || judge_args(a, v, args, &stream, e) < 0)
        return -1;
    if (v->oneway) {
        oneway(self, a, v, args);
        return 0;
    }
    p = pending_new(self, a, v, h, args);
    p->stream = stream;
    p->deadline_ms = deadline_of(v, h, stream);
    if (!strcmp(v->to, "frontdoor")) {
        if (!strcmp(v->name, "hello"))
            say_hello(p);
        else
            say_health(p);
        pending_free(p);
    } else if (p->keyed) {
        begin(p);
    } else {
        forward(p);
    }
    return 0;
}

/* ---------------------------------------------------------------- receiving */

/* false: it was malformed. */
static bool on_arrival(struct frontdoor *self, struct arrival *a, const char *broken)
{
    struct wire_reader r = wire_reader(a->body);
    struct request_head h = { 0 };
    struct err e = ERR_NONE;
    int bad = broken ? err_set(&e, ERR_INVALID, "malformed message: %s", broken) : wire_scan(a->body.data, a->body.len, &e);

    if (bad == 0)
        bad = request_head_read(&r, &h, &e);
    if (bad < 0 || on_request(self, a, &h, &e) < 0)
        refuse(self, a, h.id, &e);
    return bad == 0;
}

/* true: this peer has been given up. */
static bool count_malformed(struct frontdoor *self, const struct arrival *a, bool add)
{
    char key[520];
    uintptr_t n;

    str_hex(a->identity.data, a->identity.len < 256 ? a->identity.len : 255, key);
    n = (uintptr_t)map_get(self->malformed, key);
    if (add && (n || map_count(self->malformed) < CLIENTS_MAX))
        map_put(self->malformed, key, (void *)++n);
    if (add && n == PROTOCOL_MALFORMED_MAX)
        log_warn("peer_dropped", "uid %llu sent %d malformed messages", (unsigned long long)a->caller.uid, PROTOCOL_MALFORMED_MAX);
    return n >= PROTOCOL_MALFORMED_MAX;
}

/* [identity][empty]?[body]: what is wrong with the frames, or NULL. */
static const char *read_frames(struct arrival *a, zmq_msg_t *body, bool more, void *socket)
{
    const char *broken = NULL;
    int frames = 0;

    while (more) {
        zmq_msg_t part;

        zmq_msg_init(&part);
        if (zmq_msg_recv(&part, socket, ZMQ_DONTWAIT) < 0)
            break;
        more = zmq_msg_more(&part);
        frames++;
        if (frames == 1 && more && zmq_msg_size(&part) == 0)
            a->delimiter = true;
        else if (frames == 1 + a->delimiter)
            zmq_msg_move(body, &part);
        else
            broken = "too many frames";
        zmq_msg_close(&part);
    }
    a->body = (struct wire_span){ zmq_msg_data(body), zmq_msg_size(body) };
    return frames == 0 || (frames == 1 && a->delimiter) ? "no body" : broken;
}

static bool identify(struct arrival *a, zmq_msg_t *body)
{
    uid_t uid;
    gid_t gid;

    if (actor_credentials(body, &uid, &gid) < 0)
        return false;
    a->caller = (struct caller){ .uid = uid, .gid = gid };
    return true;
}

/* false: nothing is there any more. */
static bool receive_one(struct frontdoor *self, int which, void *socket)
{
    struct arrival a = { .socket = which };
    zmq_msg_t identity, body;
    const char *broken;
    bool there;

    zmq_msg_init(&identity);
    zmq_msg_init(&body);
    there = zmq_msg_recv(&identity, socket, ZMQ_DONTWAIT) >= 0;
    if (there) {
        a.identity = (struct wire_span){ zmq_msg_data(&identity), zmq_msg_size(&identity) };
        broken = read_frames(&a, &body, zmq_msg_more(&identity), socket);
        if (!identify(&a, &body))
            refuse(self, &a, (struct wire_span){ 0 }, &(struct err){ .code = ERR_INVALID, .text = "malformed message: no body" });
        else if (!count_malformed(self, &a, false) && !on_arrival(self, &a, broken))
            count_malformed(self, &a, true);
    }
    zmq_msg_close(&identity);
    zmq_msg_close(&body);
    return there;
}

static void receive(struct frontdoor *self, int which, void *socket)
{
    for (int i = 0; i < 128 && receive_one(self, which, socket); i++)
        ;
}

/* What came from within a container. */
static bool on_inside(void *arg, const struct inside_message *m)
{
    struct arrival a = { .socket = INSIDE, .delimiter = m->delimiter, .identity = { (const uint8_t *)&m->connection, sizeof m->connection }, .body = m->body, .caller = m->caller };

    return on_arrival(arg, &a, m->broken);
}

static void on_control(void *arg, void *socket)
{
    receive(arg, CONTROL, socket);
}

static void on_data(void *arg, void *socket)
{
    receive(arg, DATA, socket);
}

/* Subscriptions are libzmq's business: only taken off the queue. */
static void on_subscription(void *arg, void *socket)
{
    zmq_msg_t m;

    (void)arg;
    zmq_msg_init(&m);
    while (zmq_msg_recv(&m, socket, ZMQ_DONTWAIT) >= 0)
        ;
    zmq_msg_close(&m);
}

/* ---------------------------------------------------------------- events: from the store to the subscribers */

static void follow_events(struct frontdoor *self);

static void publish(zsock_t *s, const char *topic, struct wire_span body)
{
    zmq_send(zsock_resolve(s), topic, strlen(topic), ZMQ_SNDMORE | ZMQ_DONTWAIT);
    zmq_send(zsock_resolve(s), body.data, body.len, ZMQ_DONTWAIT);
}

static void write_position(struct frontdoor *self, struct wire_writer *w)
{
    wire_put_map(w, 3);
    wire_put_str(w, "v");
    wire_put_uint(w, 1);
    wire_put_str(w, "log_id");
    wire_put_str(w, self->log_id);
    wire_put_str(w, "head_seq");
    wire_put_uint(w, self->head_seq);
}

static void set_welcome(struct frontdoor *self)
{
    char bytes[128] = "welcome";
    struct wire_writer w;

    wire_writer_init(&w);
    write_position(self, &w);
    must(w.len + 7 <= sizeof bytes);
    memcpy(bytes + 7, w.data, w.len);
    zmq_setsockopt(zsock_resolve(self->events), ZMQ_XPUB_WELCOME_MSG, bytes, 7 + w.len);
    wire_writer_done(&w);
}

static void publish_event(struct frontdoor *self, struct wire_span bytes)
{
    struct wire_reader r = wire_reader(bytes);
    struct event ev;
    char topic[160];

    if (event_read(&r, &ev, NULL) < 0)
        return;
    if (ev.has_container)
        str_fmt(topic, sizeof topic, "container.%s.%s", ev.type.text, ev.container.text);
    else
        str_fmt(topic, sizeof topic, "%s.%s", str_starts(ev.type.text, "image_") ? "image" : str_starts(ev.type.text, "volume_") || str_starts(ev.type.text, "secret_") ? "volume" : str_starts(ev.type.text, "network_") || str_starts(ev.type.text, "policy_") ? "network" : "system", ev.type.text);
    publish(self->events, topic, bytes);
    self->head_seq = ev.seq;
    self->last_event_ms = clock_boot_ms();
}

static void on_position(void *arg, const struct about *about, const struct info_reply *reply, const struct err *failed);

static void ask_position(void *arg)
{
    struct frontdoor *self = arg;

    ask_info(self->actor, &(struct info){}, (struct about){ 0 }, on_position);
}

static void on_events(void *arg, const struct about *about, const struct events_read_reply *reply, const struct err *failed)
{
    struct frontdoor *self = arg;
    struct wire_reader r;

    (void)about;
    if (failed || strcmp(reply->log_id.text, self->log_id)) {
        loop_after(actor_loop(self->actor), 50, ask_position, self);    /* another log, or the store is away */
        return;
    }
    r = wire_reader(reply->events.items);
    for (uint32_t i = 0; i < reply->events.count; i++) {
        struct wire_span bytes;

        if (wire_read_raw(&r, &bytes, NULL) == 0)
            publish_event(self, bytes);
    }
    if (reply->events.count)
        set_welcome(self);
    follow_events(self);
}

static void follow_events(struct frontdoor *self)
{
    ask_events_read(self->actor, &(struct events_read){ .after = self->head_seq, .limit = 500, .wait_ms = EVENTS_WAIT_MS }, (struct about){ 0 }, on_events);
}

static void on_position(void *arg, const struct about *about, const struct info_reply *reply, const struct err *failed)
{
    struct frontdoor *self = arg;

    (void)about;
    if (failed) {
        loop_after(actor_loop(self->actor), 50, ask_position, self);
        return;
    }
    if (strcmp(self->log_id, reply->log_id.text)) {
        str_fmt(self->log_id, sizeof self->log_id, "%s", reply->log_id.text);
        self->head_seq = reply->head_seq;
    }
    set_welcome(self);
    follow_events(self);
    actor_ready(self->actor);
}

/* A subscriber that lost the last event of a burst learns it from this. */
static void on_second(void *arg)
{
    struct frontdoor *self = arg;
    struct wire_writer w;

    loop_after(actor_loop(self->actor), 1000, on_second, self);
    if (!self->log_id[0] || clock_boot_ms() - self->last_event_ms < 1000)
        return;
    wire_writer_init(&w);
    write_position(self, &w);
    publish(self->events, "system.tick", wire_written(&w));
    wire_writer_done(&w);
}

handled on_frontdoor_samples(struct frontdoor *self, const struct frontdoor_samples *m, struct request *req)
{
    struct wire_writer w;

    wire_writer_init(&w);
    wire_put_map(&w, 3);
    wire_put_str(&w, "v");
    wire_put_uint(&w, 1);
    wire_put_str(&w, "time_ns");
    wire_put_uint(&w, (uint64_t)clock_wall_ns());
    wire_put_str(&w, "samples");
    wire_put_array(&w, m->samples.count);
    wire_put_raw(&w, m->samples.items);
    if (m->samples.count)
        publish(self->stats, "stats", wire_written(&w));
    wire_writer_done(&w);
    metrics_sample(self->metrics, m);
    return reply_frontdoor_samples(req, &(struct frontdoor_samples_reply){});
}

/* ---------------------------------------------------------------- sockets within containers */

static bool asked_by(const struct pending *p, uint64_t connection)
{
    return p->socket == INSIDE && p->identity_len == sizeof connection && !memcmp(p->identity, &connection, sizeof connection);
}

/* What begins has its slot until the store has answered; then its reply finds nobody. */
static void on_guest_gone(void *arg, uint64_t connection)
{
    struct frontdoor *self = arg;
    struct map_iter it = map_iter(self->pending);
    struct pending *p;

    while ((p = map_next(&it, NULL)))
        if (asked_by(p, connection)) {
            peer_cancel(self->actor, p->ask);
            pending_free(p);
        }
}

handled on_frontdoor_icc_open(struct frontdoor *self, const struct frontdoor_icc_open *m, struct request *req)
{
    struct err e = ERR_NONE;

    return inside_open(self->inside, m->container.text, &e) < 0 ? request_fail(req, &e) : reply_frontdoor_icc_open(req, &(struct frontdoor_icc_open_reply){});
}

handled on_frontdoor_icc_close(struct frontdoor *self, const struct frontdoor_icc_close *m, struct request *req)
{
    inside_close(self->inside, m->container.text);
    return reply_frontdoor_icc_close(req, &(struct frontdoor_icc_close_reply){});
}

handled on_frontdoor_icc_keep(struct frontdoor *self, const struct frontdoor_icc_keep *m, struct request *req)
{
    struct err e = ERR_NONE;

    return inside_keep(self->inside, &m->containers, &e) < 0 ? request_fail(req, &e) : reply_frontdoor_icc_keep(req, &(struct frontdoor_icc_keep_reply){});
}

/* ---------------------------------------------------------------- life */

static void frontdoor_peer_changed(void *arg, const char *peer, enum channel_state state, uint32_t pid, uint64_t restarts)
{
    struct frontdoor *self = arg;
    int row = roster_find(peer);

    self->actors[row].state = state;
    self->actors[row].pid = pid;
    self->actors[row].restarts = restarts;
}

/* Its sockets, while it is still root: their places belong to root. */
static int frontdoor_prepare(struct actor *a, struct err *e)
{
    struct frontdoor *self = xalloc(sizeof *self);
    unsigned mode;

    self->actor = a;
    self->metrics = metrics_prepare(actor_options(a)->config, e);
    if (!self->metrics && e->code)
        return -1;
    if (roles_read(&self->roles, actor_options(a)->config, e) < 0 ||
        inside_prepare(actor_options(a)->run_dir, roster_uid(&roster[roster_find("frontdoor")]), e) < 0)
        return -1;
    mode = self->roles.count ? 0666 : 0660;     /* the kernel says who calls; the table says what they may */
    self->sockets[CONTROL] = actor_bind(a, "control.sock", ZMQ_ROUTER, 0, 0, mode, e);
    self->sockets[DATA] = self->sockets[CONTROL] ? actor_bind(a, "data.sock", ZMQ_ROUTER, 0, 0, mode, e) : NULL;
    self->events = self->sockets[DATA] ? actor_bind(a, "events.sock", ZMQ_XPUB, 0, 0, mode, e) : NULL;
    self->stats = self->events ? actor_bind(a, "stats.sock", ZMQ_XPUB, 0, 0, mode, e) : NULL;
    prepared = self;
    return self->stats ? 0 : -1;
}

static int confine(void)
{
    static const int never[] = {
        SCMP_SYS(execve), SCMP_SYS(execveat), SCMP_SYS(fork), SCMP_SYS(vfork), SCMP_SYS(ptrace), SCMP_SYS(process_vm_readv), SCMP_SYS(process_vm_writev),
        SCMP_SYS(mount), SCMP_SYS(umount2), SCMP_SYS(pivot_root), SCMP_SYS(chroot), SCMP_SYS(unshare), SCMP_SYS(setns), SCMP_SYS(bpf), SCMP_SYS(keyctl),
        SCMP_SYS(add_key), SCMP_SYS(request_key), SCMP_SYS(kexec_load), SCMP_SYS(init_module), SCMP_SYS(finit_module), SCMP_SYS(open_by_handle_at),
        SCMP_SYS(perf_event_open), SCMP_SYS(userfaultfd), SCMP_SYS(io_uring_setup), SCMP_SYS(mknod), SCMP_SYS(mknodat),
    };
    scmp_filter_ctx ctx = seccomp_init(SCMP_ACT_ALLOW);
    int r = ctx ? seccomp_attr_set(ctx, SCMP_FLTATR_CTL_TSYNC, 1) : -1;

    for (size_t i = 0; r == 0 && i < sizeof never / sizeof *never; i++)
        r = seccomp_rule_add(ctx, SCMP_ACT_ERRNO(EPERM), never[i], 0);
    if (r == 0)
        r = seccomp_load(ctx);
    seccomp_release(ctx);
    return r;
}

static int metrics_actors(void *arg, struct metrics_actor *rows, int max)
{
    struct frontdoor *self = arg;
    int n = 0;

    for (; n < max && n < roster_count; n++) {
        struct map_iter it = map_iter(self->pending);
        struct pending *p;

        rows[n] = (struct metrics_actor){ .name = roster[n].name, .up = self->actors[n].state == CHANNEL_UP, .restarts = self->actors[n].restarts };
        while ((p = map_next(&it, NULL)))
            rows[n].queue += !strcmp(p->verb->to, roster[n].name);
    }
    return n;
}

static void *frontdoor_start(struct actor *a, struct err *e)
{
    struct frontdoor *self = prepared;
    uint8_t random[8];

    prepared = NULL;
    if (confine() < 0) {
        err_set(e, ERR_FAILED, "system call filter");
        return NULL;
    }
    must(getrandom(random, sizeof random, 0) == (ssize_t)sizeof random);
    str_hex(random, sizeof random, self->nonce);
    self->pending = map_new();
    self->in_flight = map_new();
    self->malformed = map_new();
    self->beginning = map_new();
    self->verbs = verbstats_new();
    if (self->metrics && metrics_start(self->metrics, actor_loop(a), self->verbs, metrics_actors, self, e) < 0)
        return NULL;
    self->inside = inside_new(actor_loop(a), actor_options(a)->run_dir, on_inside, on_guest_gone, self);
    self->actors[roster_find("frontdoor")].state = CHANNEL_UP;
    self->actors[roster_find("frontdoor")].pid = (uint32_t)getpid();
    for (int i = 0; i < SOCKETS; i++) {
        zsock_set_router_mandatory(self->sockets[i], 1);
        actor_watch_socket(a, zsock_resolve(self->sockets[i]), i == CONTROL ? on_control : on_data, self);
    }
    actor_watch_socket(a, zsock_resolve(self->events), on_subscription, self);
    actor_watch_socket(a, zsock_resolve(self->stats), on_subscription, self);
    ask_position(self);
    loop_after(actor_loop(a), 1000, on_second, self);
    return self;
}

static void frontdoor_stop(void *arg)
{
    struct frontdoor *self = arg;
    struct map *const owners[] = { self->pending, self->beginning };

    metrics_free(self->metrics);
    inside_free(self->inside);          /* and with it what its guests asked */
    for (int i = 0; i < 2; i++) {
        struct map_iter it = map_iter(owners[i]);
        struct pending *p;

        while ((p = map_next(&it, NULL))) {
            free(p->args);
            free(p);
        }
        map_free(owners[i]);
    }
    verbstats_free(self->verbs);
    map_free(self->in_flight);
    map_free(self->malformed);
    for (int i = 0; i < SOCKETS; i++)
        zsock_destroy(&self->sockets[i]);
    zsock_destroy(&self->events);
    zsock_destroy(&self->stats);
    free(self);
}

int main(int argc, char **argv)
{
    return actor_main(argc, argv, &(struct actor_spec){
        .name = "frontdoor", .dispatch = frontdoor_dispatch, .prepare = frontdoor_prepare, .start = frontdoor_start, .stop = frontdoor_stop,
        .peer_changed = frontdoor_peer_changed,
    });
}
