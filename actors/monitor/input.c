#include "actors/monitor/input.h"

#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct write {
    struct actor *actor;
    uint64_t request, offset;
    uint8_t *data;                      /* owned */
    size_t len;
    bool end, append;                   /* append: its offset is not known yet */
};

static void over(struct write **w)
{
    if (*w)
        free((*w)->data);
    free(*w);
    *w = NULL;
}

/* exec.write and container.write are answered alike. */
static void reply(struct write **which, uint64_t offset, bool ended)
{
    struct request *req = request_find((*which)->actor, (*which)->request);
    struct wire_writer w;

    over(which);
    if (!req)
        return;
    wire_writer_init(&w);
    wire_put_map(&w, 2);
    wire_put_str(&w, "offset");
    wire_put_uint(&w, offset);
    wire_put_str(&w, "ended");
    wire_put_bool(&w, ended);
    request_reply(req, &w);
    wire_writer_done(&w);
}

static void refuse(struct write **which, int code, const char *what, const char *why)
{
    struct request *req = *which ? request_find((*which)->actor, (*which)->request) : NULL;

    over(which);
    if (req)
        request_error(req, code, "%s: %s", what, why);
}

static void ask_keeper(struct write **w, struct keeper *keeper, const char *what)
{
    if (keeper_input(keeper, 0, "", 0, false) < 0)
        refuse(w, ERR_UNAVAILABLE, what, "its keeper does not answer now");
}

/* From where the keeper stands. */
static void give(struct input *in, struct keeper *keeper, uint64_t from, const char *what)
{
    struct write *w = in->now;
    size_t skip = from <= w->offset ? 0 : from - w->offset < w->len ? (size_t)(from - w->offset) : w->len;
    size_t left = w->len - skip, piece = left < KEEPER_INPUT_BYTES ? left : KEEPER_INPUT_BYTES;

    if (keeper_input(keeper, w->offset + skip, w->data + skip, piece, w->end && piece == left) < 0)
        refuse(&in->now, ERR_UNAVAILABLE, what, "its keeper does not take input now");
}

static void begin(struct input *in, struct keeper *keeper, const char *what)
{
    if (in->now->append)
        ask_keeper(&in->now, keeper, what);
    else
        give(in, keeper, 0, what);
}

handled input_put(struct input *in, struct request *req, const struct input_write *m, struct keeper *keeper, bool runs, const char *what)
{
    struct write **w;

    if (m->data.len > PROTOCOL_CHUNK_BYTES)
        return request_error(req, ERR_INVALID, "data: %zu bytes, at most %d", m->data.len, PROTOCOL_CHUNK_BYTES);
    if (m->offset > INT64_MAX)
        return request_error(req, ERR_INVALID, "offset: out of range");
    w = !m->data.len && !m->end ? &in->question : &in->now;
    if (*w)                             /* of a client that went and came back */
        refuse(w, ERR_CONFLICT, what, "another write came");
    *w = xalloc(sizeof **w);
    **w = (struct write){ .actor = request_actor(req), .request = request_number(req), .offset = m->offset, .data = xalloc(m->data.len), .len = m->data.len, .end = m->end, .append = m->append };
    if (m->data.len)
        memcpy((*w)->data, m->data.data, m->data.len);
    if (runs && w == &in->now)
        begin(in, keeper, what);
    else if (runs)
        ask_keeper(&in->question, keeper, what);
    return HANDLED_LATER;
}

void input_runs(struct input *in, struct keeper *keeper, const char *what)
{
    if (in->now)
        begin(in, keeper, what);
    if (in->question)
        ask_keeper(&in->question, keeper, what);
}

void input_heard(struct input *in, struct keeper *keeper, const struct keeper_message *m, const char *what)
{
    uint64_t taken = m->log_last_seq;
    bool closed = m->number == 1;
    struct write *w = in->now;

    if (in->question)
        reply(&in->question, taken, closed);
    if (!w)
        return;
    if (w->append) {
        w->append = false;
        w->offset = m->input_bytes;
        give(in, keeper, taken, what);
        return;
    }
    if (taken >= w->offset + w->len && (closed || !w->end))
        reply(&in->now, taken, closed);
    else if (closed)
        refuse(&in->now, ERR_STATE, what, "its input has ended, or nobody reads it any more");
    else if (taken < w->offset)
        refuse(&in->now, ERR_INVALID, what, "offset: bytes before it are missing");
    else
        give(in, keeper, taken, what);
}

void input_ended(struct input *in, const char *what)
{
    refuse(&in->now, ERR_STATE, what, "has ended");
    refuse(&in->question, ERR_STATE, what, "has ended");
}

void input_free(struct input *in)
{
    over(&in->now);
    over(&in->question);
}
