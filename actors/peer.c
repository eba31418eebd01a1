/*
 * peer - asking other actors: a deadline on every ask, one answer to every ask.
 *
 * An actor that restarts forgets what it was asked; the supervisor says when it is
 * back, and then everything unanswered is sent again (handlers are idempotent).
 *
 *     asked --sent--> WAITING --part--> WAITING --reply | deadline | cancel--> gone
 *                        `--the peer came back: sent again
 */
#include "actors/actor_private.h"
#include "actors/roster.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct peer {
    zsock_t *socket;
    bool up;
};

struct ask {
    struct actor *actor;
    uint64_t number;
    int row;
    char verb[64];
    bool sent, oneway, once;
    uint8_t *body;
    size_t len;
    struct timer *deadline;
    int64_t deadline_ms;
    peer_fn fn;
    /* typed asks */
    answer_fn decode;
    void *then;
    struct about about;
};

static void ask_free(struct ask *k)
{
    char key[24];

    map_remove(k->actor->asks, map_key(k->number, key));
    loop_cancel(k->actor->loop, k->deadline);
    free(k->body);
    free(k);
}

/* ---------------------------------------------------------------- sending */

static void flush_asks(void *arg);

static void try_send(struct ask *k)
{
    struct actor *a = k->actor;

    if (!a->peers[k->row].up || a->flush)
        return;                         /* flushed when it is; and nothing overtakes what waits already */
    if (zmq_send(zsock_resolve(a->peers[k->row].socket), k->body, k->len, ZMQ_DONTWAIT) >= 0) {
        k->sent = true;
        return;
    }
    if (!a->flush)
        a->flush = loop_after(a->loop, 5, flush_asks, a);
}

/* The other side has to know that it may have done it. */
static void mark_repeated(struct ask *k)
{
    struct wire_reader r = wire_reader((struct wire_span){ k->body, k->len });
    struct request_head h;
    struct wire_writer w;

    must(request_head_read(&r, &h, NULL) == 0);
    h.has_repeated = h.repeated = true;
    wire_writer_init(&w);
    request_head_write(&w, &h);
    free(k->body);
    k->body = w.data;
    k->len = w.len;
}

static int by_number(const void *a, const void *b)
{
    uint64_t x = (*(struct ask *const *)a)->number, y = (*(struct ask *const *)b)->number;

    return x < y ? -1 : x > y;
}

/* In the order in which they were asked: a later move must not overtake an earlier one. */
static void flush_asks(void *arg)
{
    struct actor *a = arg;
    size_t count = 0, room = map_count(a->asks);
    struct ask **waiting = xalloc(room * sizeof *waiting), *k;
    struct map_iter it = map_iter(a->asks);

    a->flush = NULL;
    while ((k = map_next(&it, NULL)))
        if (!k->sent)
            waiting[count++] = k;
    qsort(waiting, count, sizeof *waiting, by_number);
    for (size_t i = 0; i < count; i++) {
        try_send(waiting[i]);
        if (waiting[i]->sent && waiting[i]->oneway)
            ask_free(waiting[i]);
    }
    free(waiting);
}

static void fail_ask(struct ask *k, int code, const char *why);

/* What must not be done twice is not sent twice. */
static void fail_once(struct actor *a, int row)
{
    struct map_iter it = map_iter(a->asks);
    struct ask *k;

    while ((k = map_next(&it, NULL)))
        if (k->row == row && k->once && k->sent) {
            fail_ask(k, ERR_UNAVAILABLE, "is restarting");
            it = map_iter(a->asks);     /* its callback may have changed anything */
        }
}

void peer_changed(struct actor *a, uint32_t row, enum channel_state state)
{
    struct map_iter it;
    struct ask *k;

    if (row >= (uint32_t)roster_count || !a->peers[row].socket)
        return;
    a->peers[row].up = state == CHANNEL_UP;
    fail_once(a, (int)row);
    if (state != CHANNEL_UP)
        return;
    for (it = map_iter(a->asks); (k = map_next(&it, NULL));)
        if (k->row == (int)row && k->sent) {
            mark_repeated(k);
            k->sent = false;
        }
    loop_cancel(a->loop, a->flush);
    flush_asks(a);
}

static void fail_ask(struct ask *k, int code, const char *why)
{
    struct err e = ERR_NONE;
    struct peer_reply reply = { .failed = &e };
    struct actor *a = k->actor;
    peer_fn fn = k->fn;
    answer_fn decode = k->decode;
    struct about about = k->about;
    void *then = k->then;
    uint64_t number = k->number;

    err_set(&e, code, "%s: %s %s", k->verb, roster[k->row].name, why);
    ask_free(k);
    if (fn)
        fn(a->self, number, &reply);
    else if (decode)
        decode(a->self, &about, NULL, &e, then);
}

static void on_ask_deadline(void *arg)
{
    struct ask *k = arg;

    k->deadline = NULL;
    fail_ask(k, k->sent ? ERR_DEADLINE : ERR_UNAVAILABLE, k->sent ? "did not answer in time" : "is restarting");
}

static void write_body(struct ask *k, const struct peer_request *r)
{
    struct request_head h = {
        .v = PROTOCOL_VERSION, .has_args = r->args.len > 0, .args = r->args, .has_epoch = true, .epoch = k->actor->options.epoch,
        .has_from = true, .has_caller = r->caller != NULL, .has_deadline_ms = r->deadline_ms > 0, .deadline_ms = (uint64_t)r->deadline_ms,
        .has_idem = r->idem && r->idem[0], .has_repeated = r->repeated, .repeated = r->repeated,
    };
    struct wire_writer id, w;

    wire_writer_init(&id);
    wire_writer_init(&w);
    wire_put_uint(&id, k->number);
    h.id = wire_written(&id);
    str_fmt(h.verb.text, sizeof h.verb.text, "%s", r->verb);
    str_fmt(h.from.text, sizeof h.from.text, "%s", k->actor->spec->name);
    if (h.has_idem)
        str_fmt(h.idem.text, sizeof h.idem.text, "%s", r->idem);
    if (r->caller)
        h.caller = *r->caller;
    request_head_write(&w, &h);
    k->body = w.data;
    k->len = w.len;
    wire_writer_done(&id);
}

static struct ask *ask_new(struct actor *a, const struct peer_request *r)
{
    struct ask *k = xalloc(sizeof *k);
    char key[24];

    k->actor = a;
    k->number = ++a->last_ask;
    k->row = roster_find(r->to);
    k->fn = r->fn;
    k->oneway = r->oneway;
    k->once = r->once;
    must(k->row >= 0 && a->peers[k->row].socket);
    str_fmt(k->verb, sizeof k->verb, "%s", r->verb);
    write_body(k, r);
    map_put(a->asks, map_key(k->number, key), k);
    /* the other side keeps the same deadline: ours is a little later, so that its answer wins */
    if (r->deadline_ms)
        k->deadline = loop_after(a->loop, r->deadline_ms + 200, on_ask_deadline, k);
    return k;
}

uint64_t peer_send(struct actor *a, const struct peer_request *r)
{
    struct ask *k = ask_new(a, r);
    uint64_t number = k->number;

    try_send(k);
    if (k->sent && k->oneway)
        ask_free(k);
    return number;
}

void actor_ask(struct actor *a, const char *to, const char *verb, const struct wire_writer *args, int64_t deadline_ms,
               struct about about, answer_fn decode, void *then)
{
    struct peer_request r = { .to = to, .verb = verb, .args = wire_written(args), .deadline_ms = deadline_ms };
    struct ask *k = ask_new(a, &r);

    k->decode = decode;
    k->then = then;
    k->about = about;
    try_send(k);
}

void peer_cancel(struct actor *a, uint64_t number)
{
    char key[24];
    struct ask *k = map_get(a->asks, map_key(number, key));
    struct peer_request r = { .verb = PEER_CANCEL };

    if (k && k->sent && a->peers[k->row].up) {
        free(k->body);
        write_body(k, &r);              /* by its number, which this message has as its own */
        zmq_send(zsock_resolve(a->peers[k->row].socket), k->body, k->len, ZMQ_DONTWAIT);
    }
    if (k)
        ask_free(k);
}

/* ---------------------------------------------------------------- replies */

static void error_of(const struct error_body *b, struct err *out)
{
    char text[400];

    wire_copy(text, sizeof text, b->message);
    err_set(out, error_code(b->code.text), "%s", text);
    if (b->has_detail && b->detail.has_step)
        str_fmt(out->step, sizeof out->step, "%.31s", b->detail.step.text);
    if (b->has_detail && b->detail.has_oldest)
        out->oldest = b->detail.oldest;
    if (b->has_detail && b->detail.has_sys)
        out->sys = (int)b->detail.sys;
}

static void deliver(struct ask *k, const struct reply_head *h, struct wire_span blob)
{
    static const uint8_t empty_map[] = { 0x80 };
    struct err e = ERR_NONE;
    struct peer_reply reply = { .result = h->has_result ? h->result : (struct wire_span){ empty_map, 1 },
                                .blob = blob, .part = h->part, .more = h->more };
    struct wire_reader result = wire_reader(reply.result);
    struct actor *a = k->actor;
    struct ask copy = *k;

    if (!h->ok) {
        error_of(&h->error, &e);
        reply.failed = &e;
    }
    if (!h->more)
        ask_free(k);
    if (copy.fn)
        copy.fn(a->self, copy.number, &reply);
    else if (copy.decode && !h->more)
        copy.decode(a->self, &copy.about, &result, reply.failed, copy.then);
}

static void on_reply(struct actor *a, zmq_msg_t *body, struct wire_span blob)
{
    struct wire_span bytes = { zmq_msg_data(body), zmq_msg_size(body) };
    struct wire_reader reader = wire_reader(bytes), id;
    struct reply_head h;
    struct err e = ERR_NONE;
    uint64_t number;
    struct ask *k;
    char key[24];

    if (wire_scan(bytes.data, bytes.len, &e) < 0 || reply_head_read(&reader, &h, &e) < 0) {
        log_warn("bus_reply_refused", "%s", e.text);
        return;
    }
    id = wire_reader(h.id);
    if (wire_read_uint(&id, 0, UINT64_MAX, &number, &e) < 0)
        return;
    k = map_get(a->asks, map_key(number, key));
    if (k && (h.ok || h.has_error))
        deliver(k, &h, blob);
}

static void peers_receive(void *arg, void *socket)
{
    struct actor *a = arg;

    for (int i = 0; i < 256; i++) {
        zmq_msg_t body, blob;
        struct wire_span bytes = { 0 };
        bool more;

        zmq_msg_init(&body);
        if (zmq_msg_recv(&body, socket, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&body);
            return;
        }
        zmq_msg_init(&blob);
        more = zmq_msg_more(&body);
        if (more && zmq_msg_recv(&blob, socket, ZMQ_DONTWAIT) >= 0)
            bytes = (struct wire_span){ zmq_msg_data(&blob), zmq_msg_size(&blob) };
        on_reply(a, &body, bytes);
        zmq_msg_close(&body);
        zmq_msg_close(&blob);
    }
}

static void connect_peer(struct actor *a, int row)
{
    zsock_t *s = zsock_new(ZMQ_DEALER);

    must(s);
    zsock_set_linger(s, 200);
    zsock_set_immediate(s, 1);
    zsock_set_reconnect_ivl(s, 5);
    zsock_set_maxmsgsize(s, 4 << 20);
    zsock_set_sndhwm(s, 10000);
    zsock_set_rcvhwm(s, 10000);
    must(zsock_connect(s, "ipc://%s/bus/%s.sock", a->options.run_dir, roster[row].name) == 0);
    a->peers[row].socket = s;
    actor_watch_socket(a, zsock_resolve(s), peers_receive, a);
}

void peers_init(struct actor *a)
{
    a->peers = xalloc(sizeof *a->peers * (size_t)roster_count);
    a->asks = map_new();
    for (int i = 0; i < roster_count; i++)
        if (strcmp(roster[i].name, a->spec->name))
            connect_peer(a, i);
}

void peers_done(struct actor *a)
{
    struct map_iter it = map_iter(a->asks);
    struct ask *k;

    while ((k = map_next(&it, NULL)))
        ask_free(k);
    map_free(a->asks);
    loop_cancel(a->loop, a->flush);
    for (int i = 0; i < roster_count; i++)
        zsock_destroy(&a->peers[i].socket);
    free(a->peers);
}
