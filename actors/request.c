/*
 * request - what others ask of this actor: read once, answered once.
 *
 *     received --checked, dispatched--> IN WORK --reply--> (held until settle) --> sent, freed
 *                  |                       `--"cancel" with its id--> dropped, freed
 *                  `--refused----------------------------------------------------> sent, freed
 */
#include "actors/actor_private.h"
#include "actors/roster.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct request {
    struct actor *actor;
    uint64_t number;
    zmq_msg_t identity, body;
    struct request_head head;
    char verb[64], idem[81];
    void *room;
    uint64_t parts;
    struct timer *deadline;
    void (*on_drop)(void *self, uint64_t number);
    struct wire_writer answer;          /* held */
    struct request *next_held;
    bool answered;
};

static void request_free(struct request *r)
{
    char key[24];

    map_remove(r->actor->requests, map_key(r->number, key));
    loop_cancel(r->actor->loop, r->deadline);
    zmq_msg_close(&r->identity);
    zmq_msg_close(&r->body);
    wire_writer_done(&r->answer);
    free(r->room);
    free(r);
}

/* ---------------------------------------------------------------- answering */

static void send_frames(struct request *r, struct wire_span body, struct wire_span blob)
{
    void *s = zsock_resolve(r->actor->bus);
    zmq_msg_t id;

    zmq_msg_init(&id);
    zmq_msg_copy(&id, &r->identity);
    if (zmq_msg_send(&id, s, ZMQ_SNDMORE | ZMQ_DONTWAIT) < 0) {
        zmq_msg_close(&id);
        return;                         /* the asker is gone; it will ask again */
    }
    zmq_send(s, body.data, body.len, ZMQ_DONTWAIT | (blob.data ? ZMQ_SNDMORE : 0));
    if (blob.data)
        zmq_send(s, blob.data, blob.len, ZMQ_DONTWAIT);
}

static void write_head(struct wire_writer *w, const struct request *r, struct reply_head *h)
{
    h->v = PROTOCOL_VERSION;
    h->id = r->head.id;
    reply_head_write(w, h);
}

static handled finish(struct request *r)
{
    struct actor *a = r->actor;

    must(!r->answered);
    r->answered = true;
    loop_cancel(a->loop, r->deadline);
    r->deadline = NULL;
    if (a->spec->settle && a->ready) {
        if (a->held_last)
            a->held_last->next_held = r;
        else
            a->held_first = r;
        a->held_last = r;
    } else {
        send_frames(r, wire_written(&r->answer), (struct wire_span){ 0 });
        request_free(r);
    }
    return (handled){ 1 };
}

handled request_reply(struct request *r, const struct wire_writer *result)
{
    struct reply_head h = { .ok = true, .has_result = true, .result = wire_written(result), .has_part = r->parts > 0, .part = r->parts };

    write_head(&r->answer, r, &h);
    return finish(r);
}

static void write_error(struct request *r, const struct err *e)
{
    struct reply_head h = { .ok = false, .has_error = true, .has_part = r->parts > 0, .part = r->parts };

    h.error = (struct error_body){ .message = wire_text(e->text), .retryable = error_retryable(e->code) };
    str_fmt(h.error.code.text, sizeof h.error.code.text, "%s", error_name(e->code));
    h.error.has_detail = e->step[0] || e->sys || e->oldest;
    h.error.detail.has_oldest = e->oldest != 0;
    h.error.detail.oldest = e->oldest;
    h.error.detail.has_step = e->step[0];
    str_fmt(h.error.detail.step.text, sizeof h.error.detail.step.text, "%s", e->step);
    h.error.detail.has_sys = e->sys != 0;
    h.error.detail.sys = (uint64_t)e->sys;
    write_head(&r->answer, r, &h);
}

handled request_fail(struct request *r, const struct err *e)
{
    log_debug("request_failed", "%s: %s: %s", r->verb, error_name(e->code), e->text);
    write_error(r, e);
    return finish(r);
}

handled request_error(struct request *r, int code, const char *fmt, ...)
{
    struct err e = ERR_NONE;
    char text[400];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    err_set(&e, code, "%s", text);
    return request_fail(r, &e);
}

void request_part(struct request *r, const struct wire_writer *result, struct wire_span blob)
{
    struct reply_head h = { .ok = true, .has_result = true, .result = wire_written(result), .has_part = true, .part = r->parts++, .more = true };
    struct wire_writer w;

    wire_writer_init(&w);
    write_head(&w, r, &h);
    send_frames(r, wire_written(&w), blob.data ? blob : (struct wire_span){ (const uint8_t *)"", 0 });
    wire_writer_done(&w);
}

/* The pass is over: what was done in it is durable, or it was not done. */
void requests_settle(struct actor *a)
{
    struct err e = ERR_NONE;
    int result = a->spec->settle && a->self ? a->spec->settle(a->self, &e) : 0;

    while (a->held_first) {
        struct request *r = a->held_first;

        a->held_first = r->next_held;
        if (!a->held_first)
            a->held_last = NULL;
        if (result < 0) {
            wire_writer_reset(&r->answer);
            write_error(r, &e);
        }
        send_frames(r, wire_written(&r->answer), (struct wire_span){ 0 });
        request_free(r);
    }
}

/* ---------------------------------------------------------------- receiving */

static void on_deadline(void *arg)
{
    struct request *r = arg;

    r->deadline = NULL;
    if (r->on_drop)
        r->on_drop(r->actor->self, r->number);
    request_error(r, ERR_DEADLINE, "%s: no answer within %llu ms", r->verb, (unsigned long long)r->head.deadline_ms);
}

static const struct dispatch_row *find_row(const struct request *r, bool *out_denied)
{
    for (const struct dispatch_row *row = r->actor->spec->dispatch; row->verb; row++) {
        if (strcmp(row->verb, r->verb))
            continue;
        for (int i = 0; i < 5 && row->from[i]; i++)
            if (!strcmp(row->from[i], r->head.from.text))
                return row;
        *out_denied = true;
    }
    return NULL;
}

static void dispatch(struct request *r)
{
    static const uint8_t empty_map[] = { 0x80 };
    bool denied = false;
    const struct dispatch_row *row = find_row(r, &denied);
    struct wire_reader args;

    if (!row) {
        request_error(r, denied ? ERR_DENIED : ERR_INVALID, "%s: %s", r->verb, denied ? "not from this sender" : "unknown verb");
        return;
    }
    args = wire_reader(r->head.has_args ? r->head.args : (struct wire_span){ empty_map, 1 });
    row->run(r->actor->self, r, &args);
}

/* Root may speak for any actor; everybody else only for the one whose user it has. */
static bool sender_ok(zmq_msg_t *body, const char *from)
{
    int row = roster_find(from);
    uid_t uid;
    gid_t gid;

    if (row < 0 || actor_credentials(body, &uid, &gid) < 0)
        return false;
    return uid == 0 || uid == roster_uid(&roster[row]);
}

static int read_request(struct request *r, struct err *e)
{
    struct wire_span bytes = { zmq_msg_data(&r->body), zmq_msg_size(&r->body) };
    struct wire_reader reader = wire_reader(bytes);

    if (wire_scan(bytes.data, bytes.len, e) < 0 || request_head_read(&reader, &r->head, e) < 0)
        return -1;
    if (!r->head.has_from || !sender_ok(&r->body, r->head.from.text))
        return err_set(e, ERR_DENIED, "a message from nobody on the bus");
    if (!r->head.has_epoch || r->head.epoch != r->actor->options.epoch)
        return err_set(e, ERR_UNAVAILABLE, "a message of another epoch");
    str_fmt(r->verb, sizeof r->verb, "%s", r->head.verb.text);
    str_fmt(r->idem, sizeof r->idem, "%s", r->head.has_idem ? r->head.idem.text : "");
    return 0;
}

static bool same_bytes(struct wire_span a, struct wire_span b)
{
    return a.len == b.len && !memcmp(a.data, b.data, a.len);
}

static struct wire_span bytes_of(zmq_msg_t *m)
{
    return (struct wire_span){ zmq_msg_data(m), zmq_msg_size(m) };
}

/* Nobody waits for that answer any more (peer_cancel). */
static void cancel(struct request *c)
{
    struct map_iter it = map_iter(c->actor->requests);
    struct request *r;

    while ((r = map_next(&it, NULL)))
        if (r != c && !r->answered && same_bytes(r->head.id, c->head.id) && same_bytes(bytes_of(&r->identity), bytes_of(&c->identity)))
            break;
    if (r && r->on_drop)
        r->on_drop(r->actor->self, r->number);
    if (r)
        request_free(r);
    request_free(c);
}

static void receive_one(struct actor *a, zmq_msg_t *identity, zmq_msg_t *body)
{
    struct request *r = xalloc(sizeof *r);
    struct err e = ERR_NONE;
    char key[24];

    r->actor = a;
    r->number = ++a->last_request;
    zmq_msg_init(&r->identity);
    zmq_msg_init(&r->body);
    zmq_msg_move(&r->identity, identity);
    zmq_msg_move(&r->body, body);
    wire_writer_init(&r->answer);
    map_put(a->requests, map_key(r->number, key), r);
    if (read_request(r, &e) < 0) {
        log_warn("bus_refused", "%s", e.text);
        request_free(r);
        return;
    }
    if (!strcmp(r->verb, PEER_CANCEL)) {
        cancel(r);
        return;
    }
    if (r->head.has_deadline_ms && r->head.deadline_ms)
        r->deadline = loop_after(a->loop, (int64_t)r->head.deadline_ms, on_deadline, r);
    dispatch(r);
}

/* [identity][body]; anything longer is dropped whole. */
void requests_receive(void *arg, void *socket)
{
    struct actor *a = arg;

    for (int i = 0; i < 256; i++) {
        zmq_msg_t identity, body, rest;
        int more;

        zmq_msg_init(&identity);
        if (zmq_msg_recv(&identity, socket, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&identity);
            return;
        }
        zmq_msg_init(&body);
        if (zmq_msg_more(&identity))
            zmq_msg_recv(&body, socket, ZMQ_DONTWAIT);
        more = zmq_msg_more(&body);
        for (bool go = more; go;) {
            zmq_msg_init(&rest);
            zmq_msg_recv(&rest, socket, ZMQ_DONTWAIT);
            go = zmq_msg_more(&rest);
            zmq_msg_close(&rest);
        }
        if (!more && !a->draining)
            receive_one(a, &identity, &body);
        zmq_msg_close(&identity);
        zmq_msg_close(&body);
    }
}

void requests_done(struct actor *a)
{
    struct map_iter it = map_iter(a->requests);
    struct request *r;

    while ((r = map_next(&it, NULL)))
        request_free(r);
    map_free(a->requests);
}

/* ---------------------------------------------------------------- what handlers ask of it */

const char *request_verb(const struct request *r)
{
    return r->verb;
}

const char *request_from(const struct request *r)
{
    return r->head.from.text;
}

const struct caller *request_caller(const struct request *r)
{
    static const struct caller self;

    return r->head.has_caller ? &r->head.caller : &self;
}

bool request_repeated(const struct request *r)
{
    return r->head.has_repeated && r->head.repeated;
}

const char *request_idem(const struct request *r)
{
    return r->idem;
}

struct wire_span request_args(const struct request *r)
{
    return r->head.args;
}

struct wire_span request_id(const struct request *r)
{
    return r->head.id;
}

struct actor *request_actor(const struct request *r)
{
    return r->actor;
}

uint64_t request_number(const struct request *r)
{
    return r->number;
}

struct request *request_find(struct actor *a, uint64_t number)
{
    char key[24];
    struct request *r = map_get(a->requests, map_key(number, key));

    return r && !r->answered ? r : NULL;
}

void request_on_drop(struct request *r, void (*fn)(void *self, uint64_t number))
{
    r->on_drop = fn;
}

void *request_room(struct request *r, size_t size)
{
    must(!r->room);
    r->room = xalloc(size);
    return r->room;
}

void *request_message(const struct request *r)
{
    return r->room;
}
