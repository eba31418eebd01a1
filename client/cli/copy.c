/*
 * copy - files out of, into and between containers, as a tar stream from one end to the other.
 *
 *     source: a container's session (exec.read, trimmed as it is read), quilt-copy on our own
 *             files, or stdin          --bytes-->          sink: the like (exec.write by offset)
 *
 * Both ends of the daemon are sessions that outlive connections: after a lost one the stream
 * goes on at the byte where it was.
 */
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/stream.h"
#include "client/cli/verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/wait.h>
#include <unistd.h>

#define AGAIN_FOR_MS 15000
#define AGAIN_MS 50
#define TRIM_EVERY (1u << 20)
#define BAR_EVERY_MS 100

static volatile sig_atomic_t interrupted;

struct end {
    const struct args *args;
    const char *text;                   /* as it was given, for errors */
    char container[129], exec_id[65];   /* "" : ours */
    const char *path;
    struct quilt *q;
    pid_t helper;
    int fd, err_fd;                     /* ours: the archive's bytes; what the helper says */
    uint64_t offset, trimmed;
};

struct copy {
    struct end from, to;
    char said[1000];                    /* the source's stderr, by lines */
    size_t said_len;
    uint64_t total, done;
    int64_t began_ms, shown_ms;
    bool bar;
};

/* ---------------------------------------------------------------- asking, over lost connections */

static int ask_again(struct end *d, const char *verb, const struct wire_writer *w, struct quilt_reply *out, struct err *e)
{
    int64_t until = clock_boot_ms() + AGAIN_FOR_MS;

    for (;;) {
        *e = (struct err)ERR_NONE;
        if (!d->q)
            d->q = quilt_open(quilt_run_dir(d->args->run_dir), QUILT_CONTROL, e);
        if (d->q && quilt_call(d->q, verb, w, NULL, 0, out, e) == 0)
            return 0;
        if (interrupted || !error_retryable(e->code) || clock_boot_ms() > until)
            return -1;
        quilt_close(d->q);
        d->q = NULL;
        poll(NULL, 0, AGAIN_MS);
    }
}

static void new_id(char out[65])
{
    uint8_t random[8];

    must(getrandom(random, sizeof random, 0) == (ssize_t)sizeof random);
    str_hex(random, sizeof random, out);
}

static int begin_out(struct end *d, struct err *e)
{
    struct container_copy_out m = { .has_exec_id = true };
    struct wire_writer w, paths;
    struct quilt_reply r;
    int result;

    new_id(d->exec_id);
    str_fmt(m.container.text, sizeof m.container.text, "%s", d->container);
    str_fmt(m.exec_id.text, sizeof m.exec_id.text, "%s", d->exec_id);
    wire_writer_init(&paths);
    wire_put_str(&paths, d->path);
    m.paths = wire_list_of(&paths, 1);
    wire_writer_init(&w);
    container_copy_out_write(&w, &m);
    result = ask_again(d, "container.copy_out", &w, &r, e);
    wire_writer_done(&w);
    wire_writer_done(&paths);
    return result;
}

static int begin_in(struct end *d, struct err *e)
{
    struct container_copy_in m = { .has_exec_id = true, .path = wire_text(d->path) };
    struct wire_writer w;
    struct quilt_reply r;
    int result;

    new_id(d->exec_id);
    str_fmt(m.container.text, sizeof m.container.text, "%s", d->container);
    str_fmt(m.exec_id.text, sizeof m.exec_id.text, "%s", d->exec_id);
    wire_writer_init(&w);
    container_copy_in_write(&w, &m);
    result = ask_again(d, "container.copy_in", &w, &r, e);
    wire_writer_done(&w);
    return result;
}

/* ---------------------------------------------------------------- our own files */

static void say_error(const char *line)
{
    char safe[600];

    print_safe(safe, sizeof safe, line);
    fprintf(stderr, "quilt: %s\n", safe);
}

static int helper_path(char *out, size_t size)
{
    char self[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    char *slash;

    if (n < 0)
        return -1;
    self[n] = '\0';
    slash = strrchr(self, '/');
    return slash && snprintf(out, size, "%.*s/../libexec/quilt/quilt-copy", (int)(slash - self), self) < (int)size && access(out, X_OK) == 0 ? 0 : -1;
}

/* Its archive is what we read, or write; what it says on stderr we read in either case. */
static int begin_helper(struct end *d, bool out, struct err *e)
{
    char program[PATH_MAX];
    int data[2], err[2];

    if (helper_path(program, sizeof program) < 0)
        return err_set(e, ERR_UNSUPPORTED, "%s: quilt-copy is not installed beside this program; use - and tar", d->text);
    if (pipe2(data, O_CLOEXEC) < 0 || pipe2(err, O_CLOEXEC) < 0)
        return err_sys(e, "pipe");
    d->helper = fork();
    if (d->helper == 0) {
        close_range(3, ~0u, CLOSE_RANGE_CLOEXEC);      /* what was inherited is not its */
        if (dup2(data[out], out) >= 0 && dup2(err[1], 2) >= 0 && (!out || (close(0), open("/dev/null", O_RDONLY) == 0)))
            execl(program, "quilt-copy", out ? "out" : "in", d->path, (char *)NULL);
        _exit(127);
    }
    close(data[out]);
    close(err[1]);
    d->fd = data[!out];
    d->err_fd = err[0];
    return d->helper < 0 ? err_sys(e, "quilt-copy") : 0;
}

static int end_helper(struct end *d)
{
    char text[4000], *save = NULL;
    ssize_t n, len = 0;
    int status = 0;

    if (!d->helper)
        return 0;
    if (d->fd >= 0)
        close(d->fd);
    d->fd = -1;
    while (len < (ssize_t)sizeof text - 1 && (n = read(d->err_fd, text + len, sizeof text - 1 - (size_t)len)) > 0)
        len += n;
    close(d->err_fd);
    text[len] = '\0';
    waitpid(d->helper, &status, 0);
    for (char *line = strtok_r(text, "\n", &save); line; line = strtok_r(NULL, "\n", &save))
        if (strncmp(line, "total ", 6))
            say_error(line);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : 1;
}

/* ---------------------------------------------------------------- the sink */

static int write_session(struct end *d, const uint8_t *p, size_t len, bool end, struct err *e)
{
    do {
        struct exec_write m = { .has_offset = true, .offset = d->offset, .has_data = true, .data = { p, len < PROTOCOL_CHUNK_BYTES ? len : PROTOCOL_CHUNK_BYTES } };
        struct wire_writer w;
        struct quilt_reply r;
        int result;

        m.end = end && m.data.len == len;
        m.has_data = m.data.len > 0;
        str_fmt(m.container.text, sizeof m.container.text, "%s", d->container);
        str_fmt(m.exec_id.text, sizeof m.exec_id.text, "%s", d->exec_id);
        wire_writer_init(&w);
        exec_write_write(&w, &m);
        result = ask_again(d, "exec.write", &w, &r, e);
        wire_writer_done(&w);
        if (result < 0)
            return -1;
        d->offset += m.data.len;
        p += m.data.len;
        len -= m.data.len;
    } while (len);
    return 0;
}

/* 1: the sink takes no more, it says why at its end. */
static int put(struct copy *c, const uint8_t *p, size_t len, struct err *e)
{
    c->done += len;
    if (!c->to.container[0] && fd_write_all(c->to.fd, p, len) < 0)      /* a helper says itself why it ended */
        return c->to.helper ? 1 : err_set(e, ERR_FAILED, "standard output: %s", strerror(errno));
    if (!c->to.container[0])
        return 0;
    if (write_session(&c->to, p, len, false, e) == 0)
        return 0;
    return e->code == ERR_STATE ? 1 : -1;
}

static void show_bar(struct copy *c, bool last)
{
    int64_t now = clock_boot_ms(), ms = now - c->began_ms + 1;
    char done[32], total[32], rate[32];
    unsigned percent = c->total ? (unsigned)(100 * (c->done < c->total ? c->done : c->total) / c->total) : 0;

    if (!c->bar || (!last && now - c->shown_ms < BAR_EVERY_MS))
        return;
    c->shown_ms = now;
    if (last) {
        fputs("\r\033[K", stderr);
        return;
    }
    print_bytes(done, c->done);
    print_bytes(total, c->total);
    print_bytes(rate, c->done * 1000 / (uint64_t)ms);
    if (c->total)
        fprintf(stderr, "\r\033[K[%-25.*s] %3u %%  %s of %s  %s/s", (int)(percent / 4), "#########################", percent, done, total, rate);
    else
        fprintf(stderr, "\r\033[K%s  %s/s", done, rate);
}

/* ---------------------------------------------------------------- the source */

static void hear_source(struct copy *c, const uint8_t *p, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (p[i] != '\n') {
            if (c->said_len < sizeof c->said - 1)
                c->said[c->said_len++] = (char)p[i];
            continue;
        }
        c->said[c->said_len] = '\0';
        c->said_len = 0;
        if (!strncmp(c->said, "total ", 6))
            c->total = strtoull(c->said + 6, NULL, 10);
        else
            say_error(c->said);
    }
}

static void trim(struct copy *c)
{
    struct exec_trim m = { .offset = c->from.offset };
    struct wire_writer w;

    if (c->from.offset - c->from.trimmed < TRIM_EVERY)
        return;
    c->from.trimmed = c->from.offset;
    str_fmt(m.container.text, sizeof m.container.text, "%s", c->from.container);
    str_fmt(m.exec_id.text, sizeof m.exec_id.text, "%s", c->from.exec_id);
    wire_writer_init(&w);
    exec_trim_write(&w, &m);
    quilt_send(c->from.q, "exec.trim", &w, NULL, 0, NULL);
    wire_writer_done(&w);
}

static int take_part(struct copy *c, uint64_t stream, const struct quilt_reply *r, struct err *e)
{
    struct wire_reader reader = wire_reader(r->result);
    struct log_part part;
    int result = 0;

    if (log_part_read(&reader, &part, NULL) < 0 || !r->blob.len)
        return 0;
    if (part.offset > c->from.offset)
        return err_set(e, ERR_FAILED, "%s: %llu bytes were lost: the daemon's disk is full", c->from.text, (unsigned long long)(part.offset - c->from.offset));
    if (part.stream == STREAM_NAME_STDERR)
        hear_source(c, r->blob.data, r->blob.len);
    else
        result = put(c, r->blob.data, r->blob.len, e);
    c->from.offset = part.offset + r->blob.len;
    quilt_credit(c->from.q, stream, r->blob.len > 256 ? r->blob.len : 256);
    trim(c);
    return result;
}

/* One connection's worth.  0: the source has ended, *out_status; 1: the sink wants no more; -1. */
static int read_session(struct copy *c, int *out_status, struct err *e)
{
    struct exec_read m = { .has_offset = true, .offset = c->from.offset, .credit_bytes = STREAM_CREDIT };
    struct exec_read_reply reply;
    struct wire_reader reader;
    struct wire_writer w;
    uint64_t stream;

    c->from.q = quilt_open(quilt_run_dir(c->from.args->run_dir), QUILT_DATA, e);
    if (!c->from.q)
        return -1;
    str_fmt(m.container.text, sizeof m.container.text, "%s", c->from.container);
    str_fmt(m.exec_id.text, sizeof m.exec_id.text, "%s", c->from.exec_id);
    wire_writer_init(&w);
    exec_read_write(&w, &m);
    stream = quilt_send(c->from.q, "exec.read", &w, NULL, 0, e);
    wire_writer_done(&w);
    while (stream && !interrupted) {
        struct quilt_reply r = { 0 };
        int n = quilt_receive(c->from.q, BAR_EVERY_MS, &r, e);

        show_bar(c, false);
        if (n < 0 && r.id && r.id != stream)
            continue;
        if (n < 0)
            return -1;
        if (n == 0 || r.id != stream)
            continue;
        if (r.more && (n = take_part(c, stream, &r, e)) != 0)
            return n;
        if (r.more)
            continue;
        reader = wire_reader(r.result);
        if (exec_read_reply_read(&reader, &reply, e) < 0)
            return -1;
        *out_status = reply.has_exit ? cli_exit_status(&reply.exit) : 125;
        return 0;
    }
    return stream ? 1 : -1;
}

static int from_session(struct copy *c, int *out_status, struct err *e)
{
    int64_t until = clock_boot_ms() + AGAIN_FOR_MS;
    int r;

    quilt_close(c->from.q);
    c->from.q = NULL;
    while ((r = read_session(c, out_status, e)) < 0 && error_retryable(e->code) && clock_boot_ms() < until && !interrupted) {
        uint64_t before = c->from.offset;

        quilt_close(c->from.q);
        poll(NULL, 0, AGAIN_MS);
        *e = (struct err)ERR_NONE;
        if (c->from.offset != before)
            until = clock_boot_ms() + AGAIN_FOR_MS;
    }
    return r;
}

/* Ours: the helper's archive, or stdin. */
static int from_here(struct copy *c, struct err *e)
{
    static uint8_t room[PROTOCOL_CHUNK_BYTES];
    ssize_t n;
    int r = 0;

    if (c->from.helper) {               /* "total N" comes first */
        uint8_t line[100];

        n = read(c->from.err_fd, line, sizeof line);
        hear_source(c, line, n > 0 ? (size_t)n : 0);
    }
    while (r == 0 && !interrupted && (n = read(c->from.fd, room, sizeof room)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_sys(e, "%s", c->from.text);
        show_bar(c, false);
        r = put(c, room, (size_t)n, e);
    }
    return r;
}

/* ---------------------------------------------------------------- both ends */

static int parse_end(struct end *d, const struct args *a, const char *text, struct err *e)
{
    const char *colon = strchr(text, ':'), *slash = strchr(text, '/');

    *d = (struct end){ .args = a, .text = text, .path = text, .fd = -1, .err_fd = -1 };
    if (!colon || text[0] == '/' || text[0] == '.' || colon == text)
        return 0;
    if (slash && slash < colon)
        return 0;
    if ((size_t)(colon - text) >= sizeof d->container)
        return err_set(e, ERR_INVALID, "%s: not CONTAINER:PATH", text);
    str_fmt(d->container, sizeof d->container, "%.*s", (int)(colon - text), text);
    d->path = colon + 1;
    return d->path[0] == '/' ? 0 : err_set(e, ERR_INVALID, "%s: the path inside a container begins with /", text);
}

static int begin_end(struct end *d, bool out, struct err *e)
{
    if (d->container[0])
        return out ? begin_out(d, e) : begin_in(d, e);
    if (!strcmp(d->path, "-")) {
        d->fd = out ? 0 : 1;
        return 0;
    }
    return begin_helper(d, out, e);
}

static void abandon(struct end *d)
{
    struct exec_signal m = { .signal = SIGKILL };
    struct wire_writer w;
    struct wire_writer room;

    if (!d->container[0])
        return;
    str_fmt(m.container.text, sizeof m.container.text, "%s", d->container);
    str_fmt(m.exec_id.text, sizeof m.exec_id.text, "%s", d->exec_id);
    wire_writer_init(&w);
    wire_writer_init(&room);
    exec_signal_write(&w, &m);
    cli_ask(d->args, "exec.signal", &w, 5000, &room, NULL);
    wire_writer_done(&w);
    wire_writer_done(&room);
}

/* The sink's own end: what it says, and whether it took all. */
static int end_sink(struct copy *c, bool complete, struct err *e)
{
    struct copy said = { 0 };
    int status = 0, r;

    if (!c->to.container[0]) {
        if (c->to.helper && !complete && e->code != ERR_STATE)
            kill(c->to.helper, SIGKILL);        /* what it has is half of something */
        return c->to.helper ? end_helper(&c->to) : 0;
    }
    if (complete && write_session(&c->to, (const uint8_t *)"", 0, true, e) < 0 && e->code != ERR_STATE)
        return -1;
    if (!complete && e->code != ERR_STATE)
        abandon(&c->to);
    *e = (struct err)ERR_NONE;
    said.from = c->to;
    said.from.offset = 0;
    r = from_session(&said, &status, e);
    c->to.q = NULL;
    quilt_close(said.from.q);
    return r < 0 ? -1 : r > 0 ? 130 : status;
}

static int run(struct copy *c, struct err *e)
{
    struct err late = ERR_NONE;
    int status = 0, r, sink;

    c->bar = print_is_terminal(2) && strcmp(c->to.path, "-");
    c->began_ms = clock_boot_ms();
    r = c->from.container[0] ? from_session(c, &status, e) : from_here(c, e);
    show_bar(c, true);
    if (c->from.helper && r != 0)
        kill(c->from.helper, SIGKILL);  /* that its pipe broke is nobody's news */
    if (c->from.helper)
        status = end_helper(&c->from);
    if (interrupted)
        r = 1;
    if (r != 0)
        abandon(&c->from);
    late.code = r > 0 && !interrupted ? ERR_STATE : 0;
    sink = end_sink(c, r == 0 && status == 0, &late);
    if (r < 0)
        return -1;                      /* e says what it was */
    if (sink < 0) {
        *e = late;
        return -1;
    }
    return interrupted ? 130 : status ? status : sink;
}

static void on_interrupt(int sig)
{
    (void)sig;
    interrupted = 1;
}

int cli_copy(const struct args *a, struct err *e)
{
    struct sigaction act = { .sa_handler = on_interrupt };
    auto_free struct copy *c = xalloc(sizeof *c);
    int r;

    signal(SIGPIPE, SIG_IGN);
    sigaction(SIGINT, &act, NULL);
    sigaction(SIGTERM, &act, NULL);
    if (parse_end(&c->from, a, a->rest[0], e) < 0 || parse_end(&c->to, a, a->rest[1], e) < 0)
        return -1;
    if (!c->from.container[0] && !c->to.container[0])
        return err_set(e, ERR_INVALID, "quilt cp: neither %s nor %s is CONTAINER:PATH", a->rest[0], a->rest[1]);
    r = begin_end(&c->from, true, e);
    if (r == 0 && begin_end(&c->to, false, e) < 0) {
        abandon(&c->from);
        r = -1;
    }
    if (r == 0)
        r = run(c, e);
    quilt_close(c->from.q);
    quilt_close(c->to.q);
    return r;
}

int cli_diff(const struct args *a, struct err *e)
{
    struct container_diff m = { .has_exec_id = true };
    struct exec_read read = { 0 };
    struct wire_writer w, room;
    int result;

    if (strlen(a->rest[0]) >= sizeof m.container.text)
        return err_set(e, ERR_INVALID, "%s: not a container", a->rest[0]);
    str_fmt(m.container.text, sizeof m.container.text, "%s", a->rest[0]);
    new_id(m.exec_id.text);
    read.container = m.container;
    read.exec_id = m.exec_id;
    wire_writer_init(&w);
    wire_writer_init(&room);
    container_diff_write(&w, &m);
    result = cli_ask(a, "container.diff", &w, 0, &room, e);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result < 0 ? -1 : stream_exec_read(a, &read, false, false, e);
}
