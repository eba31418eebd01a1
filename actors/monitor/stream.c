/*
 * stream - output on its way to one client: log records as parts, as many bytes as the
 * client allowed (credit), until the log's end or, when following, the command's.
 *
 * The log is on disk, so a slow reader costs nothing but its own time.
 */
#include "actors/monitor/monitor.h"
#include "base/must.h"
#include "base/str.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define PUMP_RECORDS 32                 /* then others have their turn */
#define CREDIT_MAX (4u << 20)           /* on its way to one stream's reader, at most */
#define CREDIT_OF_UID (256u << 20)
#define CREDIT_OF_CONTAINER (64u << 20)
#define STREAM_PART_COST 256            /* a part costs at least this: a queue counts messages */

struct stream {
    struct stream *next;
    struct monitor *monitor;
    uint64_t request;
    char container[13];
    struct exec *exec;                  /* or NULL: the container's own output */
    struct stream_wish wish;
    struct logread log;
    bool opened, said_id;
    size_t skip;
    int64_t credit;                     /* below 0: the last part was larger than what was left */
    uint64_t granted, uid, last_seq;
    struct timer *again;
};

static void pump(struct stream *s);

static void stream_free(struct stream *s)
{
    struct monitor *self = s->monitor;
    struct stream **at = &self->streams;
    struct container *c;

    while (*at != s)
        at = &(*at)->next;
    *at = s->next;
    loop_cancel(self->loop, s->again);
    if (s->opened)
        logread_close(&s->log);
    c = map_get(self->containers, s->container);
    free(s);
    if (c && c->spec.auto_remove && c->ended_recorded && !stream_open_on(self, c->id))
        container_apply_want(c);
}

bool stream_reads(struct monitor *self, const struct exec *exec)
{
    for (struct stream *s = self->streams; s; s = s->next)
        if (s->exec == exec)
            return true;
    return false;
}

bool stream_open_on(struct monitor *self, const char *container)
{
    for (struct stream *s = self->streams; s; s = s->next)
        if (!strcmp(s->container, container) && !s->exec)
            return true;
    return false;
}

/* ---------------------------------------------------------------- opening the log */

/* Where what is wanted begins.  -1: it is gone. */
static int place(struct stream *s, uint64_t *out_oldest)
{
    unsigned streams = (s->wish.out ? 1u << LOG_STDOUT : 0) | (s->wish.err ? 1u << LOG_STDERR : 0);

    if (s->wish.has_offset)
        return logread_offset(&s->log, s->wish.offset, &s->skip, out_oldest);
    if (s->wish.has_tail)
        logread_tail(&s->log, s->wish.tail, streams, &s->skip);
    else if (s->wish.has_since)
        logread_since(&s->log, s->wish.since_ns);
    else
        s->log.placed = !s->wish.has_after;
    return 0;
}

/* 1: open, 0: not there yet, -1: the stream has been refused and is gone. */
static int open_log(struct stream *s, struct request *req)
{
    struct container *c = map_get(s->monitor->containers, s->container);
    char dir[PATH_ROOM];
    uint64_t oldest;

    if (s->opened)
        return 1;
    if (s->exec)
        str_fmt(dir, sizeof dir, "%s", exec_log_dir(s->exec));
    else if (c)
        container_path(c, false, "log", dir);
    else
        return 0;
    if (logread_open(&s->log, dir, NULL) < 0)
        return 0;
    s->opened = true;
    if (place(s, &oldest) == 0)
        return 1;
    struct err e = ERR_NONE;

    err_set(&e, ERR_TRUNCATED, "offset %llu: that output was dropped; the oldest that is left is %llu", (unsigned long long)s->wish.offset, (unsigned long long)oldest);
    e.oldest = oldest;
    stream_free(s);
    request_fail(req, &e);
    return -1;
}

/* ---------------------------------------------------------------- the end */

static void finish_exec(struct stream *s, struct request *req)
{
    struct exec_start_reply reply = { .has_exit = true };
    struct err failed = ERR_NONE;

    exec_is_over(s->exec, &reply.exit, &failed);
    str_fmt(reply.exec_id.text, sizeof reply.exec_id.text, "%s", exec_name(s->exec));
    if (failed.code)
        request_fail(req, &failed);
    else if (!strcmp(request_verb(req), "exec.read"))
        reply_exec_read(req, &(struct exec_read_reply){ .exec_id = reply.exec_id, .has_exit = true, .exit = reply.exit });
    else
        reply_exec_start(req, &reply);
}

static void finish_run(struct request *req, const struct container *c)
{
    struct container_run_reply reply = { .has_exit = true, .exit = c->exit };

    str_fmt(reply.id.text, sizeof reply.id.text, "%s", c->id);
    if (c->state == STATE_FAILED)
        request_fail(req, &c->failure);
    else
        reply_container_run(req, &reply);
}

static void finish(struct stream *s)
{
    struct request *req = request_find(s->monitor->actor, s->request);
    const struct container *c = map_get(s->monitor->containers, s->container);

    if (req && s->exec)
        finish_exec(s, req);
    else if (req && s->wish.attach && c)
        finish_run(req, c);
    else if (req)
        reply_container_logs(req, &(struct container_logs_reply){ .last_seq = s->last_seq, .has_exit = s->wish.follow && c && c->has_exit && !container_alive(c),
                                  .exit = c ? c->exit : (struct container_exit){ 0 }, .dropped_bytes = s->opened ? s->log.dropped_bytes : 0 });
    stream_free(s);
}

/* Nothing more will come. */
static bool source_is_over(const struct stream *s)
{
    const struct container *c = map_get(s->monitor->containers, s->container);

    if (s->exec)
        return exec_is_over(s->exec, NULL, NULL);
    if (!s->wish.follow)
        return true;
    return !c || (!container_alive(c) && c->ended_recorded) || c->state == STATE_CREATED;
}

/* ---------------------------------------------------------------- sending */

static bool wanted(const struct stream *s, const struct log_record *r)
{
    if (!(r->stream == LOG_STDOUT ? s->wish.out : s->wish.err))
        return false;
    if (s->wish.has_after && r->seq <= s->wish.after)
        return false;
    if (s->wish.has_since && (uint64_t)r->wall_ns < s->wish.since_ns)
        return false;
    return !s->wish.has_until || (uint64_t)r->wall_ns < s->wish.until_ns;
}

static void send_part(struct stream *s, struct request *req, const struct log_record *r, const uint8_t *bytes, size_t len)
{
    struct log_part part = { .stream = r && r->stream == LOG_STDERR ? STREAM_NAME_STDERR : STREAM_NAME_STDOUT, .seq = r ? r->seq : s->last_seq, .offset = r ? r->at + s->skip : s->log.expected,
                             .time_ns = r ? (uint64_t)r->wall_ns : 0, .has_container = !s->said_id };
    struct wire_writer w;

    str_fmt(part.container.text, sizeof part.container.text, "%s", s->container);
    s->said_id = true;
    wire_writer_init(&w);
    log_part_write(&w, &part);
    request_part(req, &w, (struct wire_span){ bytes, len });
    wire_writer_done(&w);
}

static void pump_again(void *arg)
{
    struct stream *s = arg;

    s->again = NULL;
    pump(s);
}

/* 1: sent or stepped over a record, 0: no more now, -1: the log cannot be read. */
static int pump_one(struct stream *s, struct request *req)
{
    static uint8_t room[LOG_CHUNK_MAX];
    struct log_record r;
    int n = logread_next(&s->log, &r, room);
    uint64_t cost = n > 0 && r.len > STREAM_PART_COST ? r.len : STREAM_PART_COST;

    if (n <= 0)
        return n;
    if (!wanted(s, &r)) {
        s->skip = 0;                    /* it was of this record */
        return 1;
    }
    if (s->skip > r.len)
        s->skip = r.len;
    s->last_seq = r.seq;
    send_part(s, req, &r, room + s->skip, r.len - s->skip);
    s->credit -= (int64_t)cost;
    s->skip = 0;
    return 1;
}

static void pump(struct stream *s)
{
    struct request *req = request_find(s->monitor->actor, s->request);
    bool over = source_is_over(s);      /* asked before reading: what comes after is not missed */
    int sent = 0, n = 1;

    if (!req) {
        stream_free(s);
        return;
    }
    n = open_log(s, req);
    if (n == 0 && over)
        finish(s);
    if (n <= 0)
        return;
    while (sent < PUMP_RECORDS && s->credit > 0 && (n = pump_one(s, req)) > 0)
        sent++;
    if (s->credit <= 0)
        return;
    if (n > 0 && !s->again)
        s->again = loop_after(s->monitor->loop, 0, pump_again, s);
    else if (n <= 0 && over)
        finish(s);
}

/* ---------------------------------------------------------------- from outside */

static void on_drop(void *arg, uint64_t number)
{
    struct monitor *self = arg;

    for (struct stream *s = self->streams; s; s = s->next)
        if (s->request == number) {
            stream_free(s);
            return;
        }
}

static void follow_keepers(struct stream *s)
{
    struct container *c = map_get(s->monitor->containers, s->container);

    if (s->exec)
        exec_follow(s->exec, true);
    else if (s->wish.follow && c)
        keeper_follow(c->keeper, true);
}

/* What may be on its way to all that one user, or of all that one container, at a time. */
int stream_judge(struct monitor *self, const char *container, uint64_t uid, uint64_t credit, struct err *e)
{
    uint64_t of_uid = credit, of_container = credit;

    if (!credit || credit > CREDIT_MAX)
        return err_set(e, ERR_INVALID, "credit_bytes: 1 to %u", CREDIT_MAX);
    for (struct stream *s = self->streams; s; s = s->next) {
        of_uid += s->uid == uid ? s->granted : 0;
        of_container += !strcmp(s->container, container) ? s->granted : 0;
    }
    if (of_uid > CREDIT_OF_UID)
        return err_set(e, ERR_EXHAUSTED, "credit_bytes: the streams of uid %llu have %u bytes of credit already", (unsigned long long)uid, CREDIT_OF_UID);
    if (of_container > CREDIT_OF_CONTAINER)
        return err_set(e, ERR_EXHAUSTED, "credit_bytes: the streams of container %s have %u bytes of credit already", container, CREDIT_OF_CONTAINER);
    return 0;
}

static void take_early(struct monitor *self, uint64_t number)
{
    for (size_t i = 0; i < sizeof self->early / sizeof *self->early; i++) {
        struct request *req = request_find(self->actor, number);        /* answered, when it was too much */
        struct early_credit at = self->early[i];
        struct wire_span id = req ? request_id(req) : (struct wire_span){ 0 };

        if (!at.id_len || id.len != at.id_len || memcmp(id.data, at.id, at.id_len))
            continue;
        self->early[i].id_len = 0;
        stream_credit(self, id, at.bytes);
    }
}

handled stream_open(struct monitor *self, struct request *req, const char *container, struct exec *exec, const struct stream_wish *w)
{
    uint64_t number = request_number(req);
    struct stream *s;
    struct err e = ERR_NONE;

    if (stream_judge(self, container, request_caller(req)->uid, w->credit, &e) < 0)
        return request_fail(req, &e);
    s = xalloc(sizeof *s);
    *s = (struct stream){ .next = self->streams, .monitor = self, .request = request_number(req), .exec = exec, .wish = *w, .credit = (int64_t)w->credit,
                          .granted = w->credit, .uid = request_caller(req)->uid };
    str_fmt(s->container, sizeof s->container, "%s", container);
    self->streams = s;
    request_on_drop(req, on_drop);
    if (w->attach || exec)
        send_part(s, req, NULL, (const uint8_t *)"", 0);        /* the id, before any output */
    follow_keepers(s);
    pump(s);
    take_early(self, number);
    return HANDLED_LATER;
}

void stream_rang(struct monitor *self, const char *container, const struct exec *exec)
{
    struct stream *next;

    for (struct stream *s = self->streams; s; s = next) {
        next = s->next;
        if (strcmp(s->container, container) || s->exec != exec)
            continue;
        if (!s->opened)
            follow_keepers(s);          /* the keeper is new */
        pump(s);
    }
}

void stream_keeper_changed(struct monitor *self, const char *container)
{
    for (struct stream *s = self->streams; s; s = s->next)
        if (!s->exec && !strcmp(s->container, container))
            follow_keepers(s);          /* it rings at once for what there is */
}

static struct stream *find(struct monitor *self, struct wire_span id)
{
    for (struct stream *s = self->streams; s; s = s->next) {
        struct request *req = request_find(self->actor, s->request);
        struct wire_span other = req ? request_id(req) : (struct wire_span){ 0 };

        if (req && other.len == id.len && !memcmp(other.data, id.data, id.len))
            return s;
    }
    return NULL;
}

/* Credit that overtook its stream, which is still being looked up. */
static void keep_early(struct monitor *self, struct wire_span id, uint64_t bytes)
{
    struct early_credit *at = &self->early[self->early_next++ % (sizeof self->early / sizeof *self->early)];

    *at = (struct early_credit){ .id_len = id.len, .bytes = bytes };
    if (id.len > sizeof at->id)
        at->id_len = 0;
    memcpy(at->id, id.data, at->id_len);
}

void stream_credit(struct monitor *self, struct wire_span id, uint64_t bytes)
{
    struct stream *s = find(self, id);

    if (!s) {
        keep_early(self, id, bytes);
        return;
    }
    if (bytes > CREDIT_MAX || s->credit + (int64_t)bytes > (int64_t)CREDIT_MAX) {
        struct request *req = request_find(self->actor, s->request);

        stream_free(s);
        if (req)
            request_error(req, ERR_INVALID, "stream.credit: more than %u bytes would be on their way", CREDIT_MAX);
        return;
    }
    s->credit += (int64_t)bytes;
    pump(s);
}

void stream_cancel(struct monitor *self, struct wire_span id)
{
    struct stream *s = find(self, id);
    struct request *req = s ? request_find(self->actor, s->request) : NULL;

    if (!s)
        return;
    stream_free(s);
    if (req)
        request_error(req, ERR_CONFLICT, "the stream was cancelled");
}

void stream_container_gone(struct monitor *self, const char *container)
{
    struct stream *next;

    for (struct stream *s = self->streams; s; s = next) {
        struct request *req = request_find(self->actor, s->request);

        next = s->next;
        if (strcmp(s->container, container))
            continue;
        if (req)
            request_error(req, ERR_NOT_FOUND, "container %s was removed", container);
        s->container[0] = '\0';
        stream_free(s);
    }
}

void stream_exec_gone(struct monitor *self, const struct exec *exec)
{
    struct stream *next;

    for (struct stream *s = self->streams; s; s = next) {
        struct request *req = request_find(self->actor, s->request);

        next = s->next;
        if (s->exec != exec)
            continue;
        stream_free(s);
        if (req)
            request_error(req, ERR_UNAVAILABLE, "the session is not kept any longer");
    }
}

/* Empty parts: the front door notices by them that a client is gone. */
void streams_keep_alive(struct monitor *self)
{
    for (struct stream *s = self->streams; s; s = s->next) {
        struct request *req = request_find(self->actor, s->request);

        if (req)
            send_part(s, req, NULL, (const uint8_t *)"", 0);
    }
}

void streams_done(struct monitor *self)
{
    while (self->streams) {
        struct request *req = request_find(self->actor, self->streams->request);

        stream_free(self->streams);
        if (req)
            request_error(req, ERR_UNAVAILABLE, "the front door ended");
    }
}
