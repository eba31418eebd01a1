#include "client/c/session.h"

#include "base/clock.h"
#include "base/must.h"
#include "base/str.h"
#include "protocol/gen/verbs.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#define PAUSE_MS 50
#define CREDIT (1u << 20)
#define PAGE 500

static bool worth_trying(const struct err *e, int64_t until)
{
    return error_retryable(e->code) && e->code != ERR_EXHAUSTED && e->code != ERR_DEADLINE && clock_boot_ms() < until;
}

static void new_key(char out[40])
{
    uint8_t random[16];

    must(getrandom(random, sizeof random, 0) == (ssize_t)sizeof random);
    memcpy(out, "c-", 2);
    str_hex(random, sizeof random, out + 2);
}

static char *keep(const char *text)
{
    return text ? xstrdup(text) : NULL;
}

/* ---------------------------------------------------------------- requests */

struct quilt_client {
    char *run_dir;
    struct quilt *q;                    /* NULL: not connected */
};

struct quilt_client *quilt_client_new(const char *run_dir)
{
    struct quilt_client *c = xalloc(sizeof *c);

    c->run_dir = xstrdup(quilt_run_dir(run_dir));
    return c;
}

void quilt_client_free(struct quilt_client *c)
{
    if (!c)
        return;
    quilt_close(c->q);
    free(c->run_dir);
    free(c);
}

int quilt_ask(struct quilt_client *c, const char *verb, const struct wire_writer *args, const char *idem, struct quilt_reply *reply, struct err *e)
{
    const struct verb *v = verb_find(wire_text(verb));
    int64_t until = clock_boot_ms() + QUILT_PATIENCE_MS;
    struct err own;
    char key[40];

    if (!v)
        return err_set(e, ERR_INVALID, "%s: unknown verb", verb);
    if (v->mutates && !idem) {
        new_key(key);
        idem = key;
    }
    for (;;) {
        own = (struct err)ERR_NONE;
        if (!c->q)
            c->q = quilt_open(c->run_dir, QUILT_CONTROL, &own);
        if (c->q && quilt_call(c->q, verb, args, idem, 0, reply, &own) == 0)
            return 0;
        if (!worth_trying(&own, until)) {
            if (e)
                *e = own;
            return -1;
        }
        quilt_close(c->q);
        c->q = NULL;
        poll(NULL, 0, PAUSE_MS);
    }
}

/* ---------------------------------------------------------------- events */

struct quilt_events {
    char *run_dir;
    struct quilt *q;
    uint64_t after, asked;
    int64_t until;                      /* how long a lost connection is tried again */
    char log_id[17];
    struct wire_reader page;            /* what is left of the last answer */
    uint32_t left;
};

static int ask_events(struct quilt_events *ev, struct err *e)
{
    struct events_read m = { .after = ev->after, .limit = PAGE, .wait_ms = 30000 };
    struct wire_writer w;

    if (!ev->q && !(ev->q = quilt_open(ev->run_dir, QUILT_CONTROL, e)))
        return -1;
    wire_writer_init(&w);
    events_read_write(&w, &m);
    ev->asked = quilt_send(ev->q, "events.read", &w, NULL, 0, e);
    wire_writer_done(&w);
    return ev->asked ? 0 : -1;
}

struct quilt_events *quilt_events_open(const char *run_dir, uint64_t after, struct err *e)
{
    struct quilt_events *ev = xalloc(sizeof *ev);
    struct err first = ERR_NONE;

    ev->run_dir = xstrdup(quilt_run_dir(run_dir));
    ev->after = after;
    ev->until = clock_boot_ms() + QUILT_PATIENCE_MS;
    if (ask_events(ev, &first) == 0 || error_retryable(first.code))
        return ev;                      /* a daemon that is not there yet: the next call is patient */
    if (e)
        *e = first;
    quilt_events_close(ev);
    return NULL;
}

void quilt_events_close(struct quilt_events *ev)
{
    if (!ev)
        return;
    quilt_close(ev->q);
    free(ev->run_dir);
    free(ev);
}

int quilt_events_fd(const struct quilt_events *ev)
{
    return ev->q ? quilt_fd(ev->q) : -1;
}

static void take_page(struct quilt_events *ev, const struct quilt_reply *r)
{
    struct wire_reader reader = wire_reader(r->result);
    struct events_read_reply page;

    ev->asked = 0;
    ev->until = clock_boot_ms() + QUILT_PATIENCE_MS;
    if (events_read_reply_read(&reader, &page, NULL) < 0)
        return;
    if (ev->log_id[0] && strcmp(ev->log_id, page.log_id.text)) {        /* a new database begins at 1 */
        ev->after = 0;
        page.events.count = 0;
    } else if (!page.events.count) {
        ev->after = page.head_seq > ev->after ? page.head_seq : ev->after;
    }
    str_fmt(ev->log_id, sizeof ev->log_id, "%s", page.log_id.text);
    ev->page = wire_reader(page.events.items);
    ev->left = page.events.count;
}

/* 0: asked anew, -1: for good. */
static int recover(struct quilt_events *ev, struct err *e)
{
    if (e->code == ERR_TRUNCATED && e->oldest) {
        ev->after = e->oldest - 1;
        ev->asked = 0;
        return -1;
    }
    if (e->code == ERR_INVALID && ev->log_id[0] && ev->after)
        ev->after = 0;
    else if (!worth_trying(e, ev->until))
        return -1;
    quilt_close(ev->q);
    ev->q = NULL;
    ev->asked = 0;
    poll(NULL, 0, PAUSE_MS);
    return 0;
}

int quilt_events_next(struct quilt_events *ev, int timeout_ms, struct event *out, struct err *e)
{
    struct err own = ERR_NONE;

    for (;;) {
        struct quilt_reply r;
        int n;

        if (ev->left) {
            ev->left--;
            if (event_read(&ev->page, out, e) < 0)
                return QUILT_FAILED;
            ev->after = out->seq;
            return QUILT_ITEM;
        }
        n = !ev->asked && ask_events(ev, &own) < 0 ? -1 : quilt_receive(ev->q, timeout_ms, &r, &own);
        if (n == 0)
            return QUILT_NOTHING;
        if (n > 0 && r.id == ev->asked)
            take_page(ev, &r);
        if (n < 0 && recover(ev, &own) < 0) {
            if (e)
                *e = own;
            return QUILT_FAILED;
        }
        own = (struct err)ERR_NONE;
    }
}

/* ---------------------------------------------------------------- output */

struct quilt_output {
    char *run_dir, *container, *exec_id;        /* exec_id NULL: the container's own */
    struct quilt *q;
    uint64_t stream, position, dropped, owed;
    int64_t until;
    bool placed;
};

static int ask_output(struct quilt_output *o, struct err *e)
{
    struct exec_read x = { .has_offset = true, .offset = o->position, .credit_bytes = CREDIT };
    struct container_logs l = { .follow = true, .stdout_ = true, .stderr_ = true, .has_offset = true, .offset = o->position, .credit_bytes = CREDIT };
    struct wire_writer w;

    if (!o->q && !(o->q = quilt_open(o->run_dir, QUILT_DATA, e)))
        return -1;
    str_fmt(x.container.text, sizeof x.container.text, "%s", o->container);
    l.container = x.container;
    str_fmt(x.exec_id.text, sizeof x.exec_id.text, "%s", o->exec_id ? o->exec_id : "");
    wire_writer_init(&w);
    if (o->exec_id)
        exec_read_write(&w, &x);
    else
        container_logs_write(&w, &l);
    o->stream = quilt_send(o->q, o->exec_id ? "exec.read" : "container.logs", &w, NULL, 0, e);
    wire_writer_done(&w);
    o->owed = 0;
    return o->stream ? 0 : -1;
}

struct quilt_output *quilt_output_open(const char *run_dir, const char *container, const char *exec_id, uint64_t offset, struct err *e)
{
    struct quilt_output *o = xalloc(sizeof *o);
    struct err first = ERR_NONE;

    *o = (struct quilt_output){ .run_dir = xstrdup(quilt_run_dir(run_dir)), .container = xstrdup(container), .exec_id = keep(exec_id), .position = offset,
                                .until = clock_boot_ms() + QUILT_PATIENCE_MS };
    if (ask_output(o, &first) == 0 || error_retryable(first.code))
        return o;
    if (e)
        *e = first;
    quilt_output_close(o);
    return NULL;
}

void quilt_output_close(struct quilt_output *o)
{
    if (!o)
        return;
    quilt_close(o->q);
    free(o->run_dir);
    free(o->container);
    free(o->exec_id);
    free(o);
}

int quilt_output_fd(const struct quilt_output *o)
{
    return o->q ? quilt_fd(o->q) : -1;
}

uint64_t quilt_output_dropped(const struct quilt_output *o)
{
    return o->dropped;
}

static int take_part(struct quilt_output *o, const struct quilt_reply *r, struct quilt_part *out)
{
    struct wire_reader reader = wire_reader(r->result);
    struct log_part part;

    if (log_part_read(&reader, &part, NULL) < 0 || !r->blob.len)
        return QUILT_NOTHING;
    if (o->placed && part.offset > o->position)
        o->dropped += part.offset - o->position;
    o->placed = true;
    o->position = part.offset + r->blob.len;
    o->until = clock_boot_ms() + QUILT_PATIENCE_MS;
    o->owed += r->blob.len > 256 ? r->blob.len : 256;
    if (o->owed >= CREDIT / 2) {
        quilt_credit(o->q, o->stream, o->owed);
        o->owed = 0;
    }
    *out = (struct quilt_part){ .stream = part.stream, .offset = part.offset, .data = r->blob };
    return QUILT_ITEM;
}

static int take_end(const struct quilt_reply *r, bool exec, struct container_exit *out, struct err *e)
{
    struct wire_reader reader = wire_reader(r->result);
    struct exec_read_reply x;
    struct container_logs_reply l;

    if (exec ? exec_read_reply_read(&reader, &x, e) < 0 : container_logs_reply_read(&reader, &l, e) < 0)
        return QUILT_FAILED;
    *out = exec ? x.exit : l.exit;
    if (exec ? !x.has_exit : !l.has_exit)
        *out = (struct container_exit){ .reason = EXIT_REASON_UNKNOWN };
    return QUILT_END;
}

int quilt_output_next(struct quilt_output *o, int timeout_ms, struct quilt_part *out, struct container_exit *out_exit, struct err *e)
{
    struct err own = ERR_NONE;

    for (;;) {
        struct quilt_reply r = { 0 };
        int n = !o->q && ask_output(o, &own) < 0 ? -1 : quilt_receive(o->q, timeout_ms, &r, &own);

        if (n == 0)
            return QUILT_NOTHING;
        if (n > 0 && r.id == o->stream) {
            if (!r.more)
                return take_end(&r, o->exec_id != NULL, out_exit, e);
            if (take_part(o, &r, out) == QUILT_ITEM)
                return QUILT_ITEM;
        }
        if (n < 0) {
            if (own.code == ERR_TRUNCATED && own.oldest > o->position) {
                o->dropped += own.oldest - o->position;
                o->position = own.oldest;
                o->placed = true;
            } else if (!worth_trying(&own, o->until)) {
                if (e)
                    *e = own;
                return QUILT_FAILED;
            }
            quilt_close(o->q);
            o->q = NULL;
            poll(NULL, 0, PAUSE_MS);
        }
        own = (struct err)ERR_NONE;
    }
}

/* ---------------------------------------------------------------- input */

static int write_once(struct quilt_client *c, const char *container, const char *exec_id, uint64_t offset, struct wire_span data, bool end, struct err *e)
{
    struct exec_write x = { .has_offset = true, .offset = offset, .has_data = data.len > 0, .data = data, .end = end };
    struct container_write w = { .has_offset = true, .offset = offset, .has_data = data.len > 0, .data = data, .end = end };
    struct wire_writer args;
    struct quilt_reply reply;
    int r;

    str_fmt(x.container.text, sizeof x.container.text, "%s", container);
    w.container = x.container;
    str_fmt(x.exec_id.text, sizeof x.exec_id.text, "%s", exec_id ? exec_id : "");
    wire_writer_init(&args);
    if (exec_id)
        exec_write_write(&args, &x);
    else
        container_write_write(&args, &w);
    r = quilt_ask(c, exec_id ? "exec.write" : "container.write", &args, NULL, &reply, e);
    wire_writer_done(&args);
    return r;
}

int quilt_input(struct quilt_client *c, const char *container, const char *exec_id, uint64_t *offset, const void *data, size_t len, bool end, struct err *e)
{
    const uint8_t *p = data;

    do {
        size_t piece = len < PROTOCOL_CHUNK_BYTES ? len : PROTOCOL_CHUNK_BYTES;

        if (write_once(c, container, exec_id, *offset, (struct wire_span){ p, piece }, end && piece == len, e) < 0)
            return -1;
        *offset += piece;
        p += piece;
        len -= piece;
    } while (len);
    return 0;
}
