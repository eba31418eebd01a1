#include "client/c/quilt.h"

#include "base/must.h"
#include "base/str.h"
#include "client/c/zmtp.h"

#include <stdlib.h>

struct quilt {
    struct zmtp *zmtp;
    uint64_t last_id;
};

const char *quilt_run_dir(const char *given)
{
    const char *env = getenv("QUILT_RUN_DIR");

    return given ? given : env && *env ? env : "/run/quilt";
}

struct quilt *quilt_open(const char *run_dir, enum quilt_socket socket, struct err *e)
{
    char path[4200];
    struct zmtp *z;
    struct quilt *q;

    str_fmt(path, sizeof path, "%.4000s/%s.sock", run_dir, socket == QUILT_DATA ? "data" : "control");
    z = zmtp_connect(path, e);
    if (!z)
        return NULL;
    q = xalloc(sizeof *q);
    q->zmtp = z;
    return q;
}

void quilt_close(struct quilt *q)
{
    if (!q)
        return;
    zmtp_close(q->zmtp);
    free(q);
}

int quilt_fd(const struct quilt *q)
{
    return zmtp_fd(q->zmtp);
}

uint64_t quilt_send(struct quilt *q, const char *verb, const struct wire_writer *args, const char *idem, int64_t deadline_ms, struct err *e)
{
    struct request_head h = { .v = PROTOCOL_VERSION, .has_args = args != NULL, .has_deadline_ms = deadline_ms > 0, .deadline_ms = (uint64_t)deadline_ms,
                              .has_idem = idem && *idem };
    struct wire_writer id, w;
    int r;

    wire_writer_init(&id);
    wire_writer_init(&w);
    wire_put_uint(&id, ++q->last_id);
    h.id = wire_written(&id);
    str_fmt(h.verb.text, sizeof h.verb.text, "%s", verb);
    if (args)
        h.args = wire_written(args);
    if (h.has_idem)
        str_fmt(h.idem.text, sizeof h.idem.text, "%.80s", idem);
    request_head_write(&w, &h);
    r = w.len > PROTOCOL_FRAME_BYTES ? err_set(e, ERR_INVALID, "%s: the request is larger than %u bytes", verb, PROTOCOL_FRAME_BYTES)
                                     : zmtp_send(q->zmtp, wire_written(&w), e);
    wire_writer_done(&id);
    wire_writer_done(&w);
    return r < 0 ? 0 : q->last_id;
}

static int read_error(const struct error_body *b, struct err *e)
{
    char text[480];

    wire_copy(text, sizeof text, b->message);
    err_set(e, error_code(b->code.text), "%s", text);
    if (e && b->has_detail) {
        e->oldest = b->detail.oldest;
        e->sys = (int)b->detail.sys;
        str_fmt(e->step, sizeof e->step, "%.31s", b->detail.step.text);
    }
    return -1;
}

int quilt_receive(struct quilt *q, int timeout_ms, struct quilt_reply *out, struct err *e)
{
    static const uint8_t empty_map[] = { 0x80 };
    struct wire_span body, blob;
    struct wire_reader r, id;
    struct reply_head h;
    int n = zmtp_receive(q->zmtp, timeout_ms, &body, &blob, e);

    if (n <= 0)
        return n;
    r = wire_reader(body);
    if (wire_scan(body.data, body.len, e) < 0 || reply_head_read(&r, &h, e) < 0)
        return err_add(e, "the daemon's reply");
    *out = (struct quilt_reply){ .result = h.has_result ? h.result : (struct wire_span){ empty_map, 1 }, .blob = blob, .part = h.part, .more = h.more };
    id = wire_reader(h.id);
    wire_read_uint(&id, 0, UINT64_MAX, &out->id, NULL);
    return h.ok ? 1 : read_error(&h.error, e);
}

int quilt_call(struct quilt *q, const char *verb, const struct wire_writer *args, const char *idem, int64_t deadline_ms, struct quilt_reply *out, struct err *e)
{
    uint64_t id = quilt_send(q, verb, args, idem, deadline_ms, e);

    while (id) {
        int n = quilt_receive(q, deadline_ms > 0 ? (int)deadline_ms + 1000 : -1, out, e);

        if (n < 0)
            return -1;
        if (n == 0 && deadline_ms > 0)
            return err_set(e, ERR_DEADLINE, "%s: the daemon did not answer within %lld ms", verb, (long long)deadline_ms + 1000);
        if (n > 0 && out->id == id && !out->more)
            return 0;
    }
    return -1;
}

void quilt_credit(struct quilt *q, uint64_t stream, uint64_t bytes)
{
    struct stream_credit m = { .bytes = bytes };
    struct wire_writer id, args;

    wire_writer_init(&id);
    wire_writer_init(&args);
    wire_put_uint(&id, stream);
    m.stream = wire_written(&id);
    stream_credit_write(&args, &m);
    quilt_send(q, "stream.credit", &args, NULL, 0, NULL);
    wire_writer_done(&id);
    wire_writer_done(&args);
}
