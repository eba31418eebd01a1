#include "client/cli/stream.h"

#include "base/clock.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"
#include "client/cli/grep.h"
#include "client/cli/print.h"
#include "client/cli/progress.h"
#include "client/cli/terminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>
#include <sys/signalfd.h>
#include <unistd.h>

#define INPUT_AGAIN_MS 200
#define RECONNECT_MS 15000

struct flow {
    const struct args *args;
    const char *verb;
    struct quilt *q;
    uint64_t stream;                    /* the request's number on this connection */
    char container[16];                 /* known after the first part */
    char exec_id[65];
    uint64_t owed;                      /* bytes to be credited */
    uint64_t next, dropped;             /* the byte that should come next; what was dropped on the way */
    bool placed;                        /* next is known */
    bool whole;                         /* from the beginning: what is missing there counts */
    bool filtered;                      /* not all bytes come: a gap means nothing */
    int signal_fd;
    bool timestamps, line_open;
    struct container_exit exit;
    bool has_exit, ended;
    bool tty, detached;                 /* tty: what it writes to is a terminal */
    struct detach detach;
    struct input *input;                /* NULL: ours is not its */
    struct grep *grep;                  /* NULL: all lines */
};

/* Our standard input on its way to the session: one piece at a time, kept until it is answered. */
struct input {
    uint8_t data[PROTOCOL_CHUNK_BYTES];
    size_t len;
    uint64_t offset, asked;             /* asked: the request that carries it, 0: none */
    int64_t again_ms;                   /* when it is sent once more, 0: not */
    bool end, over;
    bool append;                        /* others may write to it: ours goes behind theirs */
};

/* ---------------------------------------------------------------- writing */

static int write_stamped(struct flow *f, int fd, uint64_t time_ns, const uint8_t *p, size_t len)
{
    while (len) {
        const uint8_t *nl = memchr(p, '\n', len);
        size_t n = nl ? (size_t)(nl - p) + 1 : len;
        char stamp[48];

        if (!f->line_open) {
            print_time(stamp, time_ns);
            strcat(stamp, " ");
            if (fd_write_all(fd, stamp, strlen(stamp)) < 0)
                return -1;
        }
        if (fd_write_all(fd, p, n) < 0)
            return -1;
        f->line_open = !nl;
        p += n;
        len -= n;
    }
    return 0;
}

static int write_out(void *arg, int fd, uint64_t time_ns, const uint8_t *p, size_t len)
{
    struct flow *f = arg;

    return f->timestamps ? write_stamped(f, fd, time_ns, p, len) : fd_write_all(fd, p, len);
}

/* -1: our own output is closed; there is nobody to write for. */
static int take_part(struct flow *f, const struct quilt_reply *r)
{
    struct wire_reader reader = wire_reader(r->result);
    struct log_part part;
    int fd;

    if (log_part_read(&reader, &part, NULL) < 0)
        return 0;
    if (part.has_container)
        str_fmt(f->container, sizeof f->container, "%s", part.container.text);
    if (!r->blob.len)
        return 0;
    if ((f->placed || f->whole) && !f->filtered && part.offset > f->next)
        f->dropped += part.offset - f->next;
    f->placed = true;
    f->next = part.offset + r->blob.len;
    fd = part.stream == STREAM_NAME_STDERR ? 2 : 1;
    if ((f->grep ? grep_take(f->grep, fd, part.time_ns, r->blob.data, r->blob.len, write_out, f) : write_out(f, fd, part.time_ns, r->blob.data, r->blob.len)) < 0)
        return -1;
    f->owed += r->blob.len > 256 ? r->blob.len : 256;
    if (f->owed >= STREAM_CREDIT / 2) {
        quilt_credit(f->q, f->stream, f->owed);
        f->owed = 0;
    }
    return 0;
}

static void take_end(struct flow *f, const struct quilt_reply *r)
{
    struct wire_span bytes;
    struct wire_reader reader;

    f->ended = true;
    if (print_find(r->result, "exit", &bytes) < 0)
        return;
    reader = wire_reader(bytes);
    f->has_exit = container_exit_read(&reader, &f->exit, NULL) == 0;
}

/* ---------------------------------------------------------------- signals */

static void open_signals(struct flow *f)
{
    static const int forwarded[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGWINCH, SIGTSTP };
    sigset_t set;

    sigemptyset(&set);
    for (size_t i = 0; i < sizeof forwarded / sizeof *forwarded - (f->tty ? 0 : 2); i++)
        sigaddset(&set, forwarded[i]);
    sigprocmask(SIG_BLOCK, &set, NULL);
    f->signal_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void forward_signal(struct flow *f, int sig)
{
    struct container_kill k = { .signal = (uint64_t)sig };
    struct exec_signal x = { .signal = (uint64_t)sig };
    struct wire_writer w;

    if (!f->container[0])
        exit(128 + sig);                /* nothing runs yet that could have it */
    wire_writer_init(&w);
    str_fmt(k.container.text, sizeof k.container.text, "%s", f->container);
    x.container = k.container;
    str_fmt(x.exec_id.text, sizeof x.exec_id.text, "%s", f->exec_id);
    if (f->exec_id[0])
        exec_signal_write(&w, &x);
    else
        container_kill_write(&w, &k);
    quilt_send(f->q, f->exec_id[0] ? "exec.signal" : "container.kill", &w, NULL, 0, NULL);
    wire_writer_done(&w);
}

static void send_size(struct flow *f)
{
    struct container_resize c = { 0 };
    struct exec_resize x = { 0 };
    struct wire_writer w;

    if (!f->tty || !f->container[0] || !terminal_measure(&c.tty_rows, &c.tty_columns))
        return;
    str_fmt(c.container.text, sizeof c.container.text, "%s", f->container);
    x.container = c.container;
    x.tty_rows = c.tty_rows;
    x.tty_columns = c.tty_columns;
    str_fmt(x.exec_id.text, sizeof x.exec_id.text, "%s", f->exec_id);
    wire_writer_init(&w);
    if (f->exec_id[0])
        exec_resize_write(&w, &x);
    else
        container_resize_write(&w, &c);
    quilt_send(f->q, f->exec_id[0] ? "exec.resize" : "container.resize", &w, NULL, 0, NULL);
    wire_writer_done(&w);
}

static void take_signals(struct flow *f)
{
    struct signalfd_siginfo si;

    while (read(f->signal_fd, &si, sizeof si) == (ssize_t)sizeof si)
        if (si.ssi_signo == SIGWINCH)
            send_size(f);
        else if (si.ssi_signo == SIGTSTP)
            terminal_suspend();
        else
            forward_signal(f, (int)si.ssi_signo);
}

/* ---------------------------------------------------------------- standard input */

static int send_input(struct flow *f, struct err *e)
{
    struct input *in = f->input;
    struct exec_write x = { .has_offset = !in->append, .offset = in->offset, .has_data = in->len > 0, .data = { in->data, in->len }, .end = in->end };
    struct container_write c = { .has_offset = x.has_offset, .offset = x.offset, .has_data = x.has_data, .data = x.data, .end = x.end };
    struct wire_writer w;

    str_fmt(x.container.text, sizeof x.container.text, "%s", f->container);
    str_fmt(x.exec_id.text, sizeof x.exec_id.text, "%s", f->exec_id);
    c.container = x.container;
    wire_writer_init(&w);
    if (f->exec_id[0])
        exec_write_write(&w, &x);
    else
        container_write_write(&w, &c);
    in->asked = quilt_send(f->q, f->exec_id[0] ? "exec.write" : "container.write", &w, NULL, 0, e);
    wire_writer_done(&w);
    return in->asked ? 0 : -1;
}

/* Read here and not known to be taken there. */
static bool is_owed(const struct flow *f)
{
    return f->input && !f->input->over && (f->input->len || f->input->end);
}

/* After a lost connection: whether it was taken is not known; what was is skipped there. */
static int resend_input(struct flow *f, struct err *e)
{
    return is_owed(f) ? send_input(f, e) : 0;
}

/* Refused: for good, when nobody reads it any more; else it is sent again. */
static int input_refused(struct flow *f, struct err *e)
{
    struct input *in = f->input;

    in->asked = 0;
    if (e->code == ERR_STATE || e->code == ERR_NOT_FOUND)
        in->over = true;                /* how it ended comes on the stream */
    else if (error_retryable(e->code) || e->code == ERR_CONFLICT)
        in->again_ms = clock_boot_ms() + INPUT_AGAIN_MS;
    else
        return -1;
    return 0;
}

/* What there is now, or the end. */
static int read_input(struct flow *f, struct err *e)
{
    struct input *in = f->input;
    static uint8_t typed[PROTOCOL_CHUNK_BYTES - sizeof f->detach.keys];
    ssize_t n = read(0, typed, sizeof typed);

    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return 0;
    in->len = detach_filter(&f->detach, typed, n > 0 ? (size_t)n : 0, in->data, &f->detached);
    in->end = n <= 0;
    return in->len || in->end ? send_input(f, e) : 0;
}

static void input_taken(struct flow *f, const struct quilt_reply *r)
{
    struct input *in = f->input;
    struct exec_write_reply reply;
    struct wire_reader reader = wire_reader(r->result);

    in->asked = 0;
    in->offset += in->len;
    in->len = 0;
    in->over = in->end || exec_write_reply_read(&reader, &reply, NULL) < 0 || reply.ended;
}

static bool wants_input(const struct flow *f)
{
    return f->input && f->container[0] && !f->input->asked && !f->input->over && !is_owed(f);
}

/* ---------------------------------------------------------------- one connection */

/* 0: the stream ended; 1: our output is closed; -1 with e. */
static int follow(struct flow *f, struct err *e)
{
    int64_t began = clock_boot_ms();
    unsigned bars = 0;

    while (!f->ended && !f->detached) {
        struct pollfd p[3] = { { .fd = quilt_fd(f->q), .events = POLLIN }, { .fd = f->signal_fd, .events = POLLIN }, { .fd = wants_input(f) ? 0 : -1, .events = POLLIN } };
        struct quilt_reply r = { 0 };
        int n = quilt_receive(f->q, 0, &r, e);

        if (n < 0 && f->input && r.id && r.id == f->input->asked) {
            if (input_refused(f, e) < 0)
                return -1;
            continue;
        }
        if (f->input && f->input->again_ms && clock_boot_ms() >= f->input->again_ms) {
            f->input->again_ms = 0;
            if (!f->input->asked && resend_input(f, e) < 0)
                return -1;
        }
        if (n < 0 && r.id && r.id != f->stream)
            continue;                   /* a signal that came too late */
        if (n < 0)
            return -1;
        if (n == 0) {
            bool starting = !f->container[0] && print_is_terminal(2);

            if (starting && clock_boot_ms() - began > PROGRESS_AFTER_MS)
                progress_show(f->args, &bars);
            poll(p, 3, starting || (f->input && f->input->again_ms) ? 100 : -1);
            if (f->signal_fd >= 0 && p[1].revents)
                take_signals(f);
            if (p[2].revents && read_input(f, e) < 0)
                return -1;
            continue;
        }
        progress_clear(&bars);
        if (f->input && r.id == f->input->asked)
            input_taken(f, &r);
        if (r.id != f->stream)
            continue;
        if (r.more && take_part(f, &r) < 0) {
            if (f->signal_fd >= 0)
                forward_signal(f, SIGPIPE);     /* as a shell's pipeline would */
            return 1;
        }
        if (!r.more)
            take_end(f, &r);
    }
    return 0;
}

static int begin(struct flow *f, const char *verb, const struct wire_writer *request, const char *idem, struct err *e)
{
    f->q = quilt_open(quilt_run_dir(f->args->run_dir), QUILT_DATA, e);
    if (!f->q)
        return -1;
    f->stream = quilt_send(f->q, verb, request, idem, 0, e);
    return f->stream ? 0 : -1;
}

/* ---------------------------------------------------------------- coming back */

static int ask_wait(struct flow *f, struct err *e)
{
    struct container_wait m = { .condition = CONDITION_EXITED };
    struct container_wait_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    wire_writer_init(&room);
    str_fmt(m.container.text, sizeof m.container.text, "%s", f->container);
    container_wait_write(&w, &m);
    result = cli_ask(f->args, "container.wait", &w, 0, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0 && container_wait_reply_read(&r, &reply, e) == 0) {
        f->ended = true;
        f->has_exit = reply.has_exit;
        f->exit = reply.exit;
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

/* The rest of the output, from where we were; then how it ended. */
static int resume_container(struct flow *f, struct err *e)
{
    struct container_logs m = { .follow = true, .stdout_ = true, .stderr_ = true, .has_offset = true, .offset = f->next, .credit_bytes = STREAM_CREDIT };
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    str_fmt(m.container.text, sizeof m.container.text, "%s", f->container);
    container_logs_write(&w, &m);
    r = begin(f, "container.logs", &w, NULL, e);
    wire_writer_done(&w);
    if (r == 0)
        r = resend_input(f, e);
    r = r < 0 ? -1 : follow(f, e);
    if (r == 0 && !f->has_exit)
        return ask_wait(f, e);
    if (r < 0 && e->code == ERR_NOT_FOUND)
        return ask_wait(f, e);          /* removed meanwhile: the tombstone knows */
    return r;
}

/* What comes next was dropped: the oldest that is left does. */
static bool skip_dropped(struct flow *f, const struct err *e)
{
    if (e->code != ERR_TRUNCATED || e->oldest <= f->next)
        return false;
    f->dropped += e->oldest - f->next;
    f->next = e->oldest;
    return true;
}

static bool worth_another_try(const struct err *e)
{
    return e->code == ERR_UNAVAILABLE || e->code == ERR_DEADLINE;
}

typedef int (*resume_fn)(struct flow *f, struct err *e);

static int keep_at_it(struct flow *f, resume_fn resume, int r, struct err *e)
{
    int64_t end = clock_boot_ms() + RECONNECT_MS;

    while (r < 0 && (skip_dropped(f, e) || worth_another_try(e)) && clock_boot_ms() < end) {
        uint64_t before = f->next;

        quilt_close(f->q);
        f->q = NULL;
        f->owed = 0;
        poll(NULL, 0, 50);
        *e = (struct err)ERR_NONE;
        r = resume(f, e);
        if (f->next != before)
            end = clock_boot_ms() + RECONNECT_MS;
    }
    quilt_close(f->q);
    if (f->signal_fd >= 0)
        close(f->signal_fd);
    if (f->dropped)
        fprintf(stderr, "quilt: %llu bytes of output were dropped before they could be read\n", (unsigned long long)f->dropped);
    return r;
}

static int finish(struct flow *f, int r)
{
    if (r < 0)
        return -1;
    if (r > 0)
        return 128 + SIGPIPE;
    if (f->detached && !f->has_exit) {
        terminal_restore();
        fprintf(stderr, "\nquilt: detached; %s%s of container %s runs on\n", f->exec_id[0] ? "session " : "the command", f->exec_id, f->container);
        return 0;
    }
    if (!f->has_exit)
        return 125;
    cli_explain_exit(f->container, &f->exit);
    return cli_exit_status(&f->exit);
}

/* Its input is ours, when asked for; with a terminal every key of ours. */
static int take_terminal(struct flow *f, bool input, bool tty, struct err *e)
{
    const char *keys = args_get(f->args, "detach-keys");

    f->tty = tty;
    if (tty && detach_parse(&f->detach, keys ? keys : DETACH_KEYS, e) < 0)
        return -1;
    f->input = input ? xalloc(sizeof *f->input) : NULL;
    if (input && tty) {
        f->input->append = true;
        terminal_raw();
    }
    return 0;
}

int stream_run(const struct args *a, const struct wire_writer *request, const char *idem, struct err *e)
{
    struct flow f = { .args = a, .verb = "container.run", .signal_fd = -1 };
    int r;

    signal(SIGPIPE, SIG_IGN);
    if (take_terminal(&f, args_has(a, "interactive"), args_has(a, "tty"), e) < 0)
        return -1;
    open_signals(&f);
    r = begin(&f, f.verb, request, idem, e);
    if (r == 0)
        r = follow(&f, e);
    if (r < 0 && !f.container[0]) {     /* it is not known whether there is a container: say so, do not try again */
        quilt_close(f.q);
        return -1;
    }
    return finish(&f, keep_at_it(&f, resume_container, r, e));
}

/* ---------------------------------------------------------------- attach */

static int spec_of(const struct args *a, const char *container, struct container_spec *out, char id[16], struct wire_writer *room, struct err *e)
{
    struct container_inspect m = { 0 };
    struct container_inspect_reply reply;
    struct container_view view;
    struct wire_reader r;
    struct wire_writer w;
    int result;

    if (strlen(container) >= sizeof m.container.text)
        return err_set(e, ERR_INVALID, "%s: not a container", container);
    str_fmt(m.container.text, sizeof m.container.text, "%s", container);
    wire_writer_init(&w);
    container_inspect_write(&w, &m);
    result = cli_ask(a, "container.inspect", &w, 5000, room, e);
    wire_writer_done(&w);
    r = wire_reader(wire_written(room));
    if (result < 0 || container_inspect_reply_read(&r, &reply, e) < 0)
        return -1;
    view = reply.status;
    str_fmt(id, 16, "%s", view.id.text);
    if (view.state != STATE_RUNNING && view.state != STATE_STARTING && view.state != STATE_PAUSED && view.state != STATE_STOPPING)
        return err_set(e, ERR_STATE, "container %s is %s: attach needs one that runs", container, state_name(view.state));
    r = wire_reader(reply.spec);
    return container_spec_read(&r, out, e);
}

static int begin_attach(struct flow *f, struct err *e)
{
    struct container_attach m = { .credit_bytes = STREAM_CREDIT };
    struct wire_writer w;
    int r;

    str_fmt(m.container.text, sizeof m.container.text, "%s", f->container);
    wire_writer_init(&w);
    container_attach_write(&w, &m);
    r = begin(f, f->verb, &w, NULL, e);
    wire_writer_done(&w);
    if (r == 0)
        send_size(f);
    return r < 0 ? -1 : follow(f, e);
}

/* Before anything was heard there is no place to come back to: from now on, again. */
static int resume_attach(struct flow *f, struct err *e)
{
    return f->placed ? resume_container(f, e) : begin_attach(f, e);
}

int stream_attach(const struct args *a, const char *container, struct err *e)
{
    struct flow f = { .args = a, .verb = "container.attach", .signal_fd = -1 };
    struct container_spec spec;
    struct wire_writer room;
    int r;

    signal(SIGPIPE, SIG_IGN);
    wire_writer_init(&room);
    r = spec_of(a, container, &spec, f.container, &room, e);
    if (r == 0)
        r = take_terminal(&f, spec.stdin_ && !args_has(a, "no-stdin"), spec.tty, e);
    wire_writer_done(&room);
    if (r < 0)
        return -1;
    if (f.input)
        f.input->append = true;
    open_signals(&f);
    return finish(&f, keep_at_it(&f, resume_attach, begin_attach(&f, e), e));
}

/* ---------------------------------------------------------------- exec */

static struct exec_start *exec_again;

static int resume_exec(struct flow *f, struct err *e)
{
    struct wire_writer w;
    int r;

    exec_again->has_offset = f->container[0];   /* it is known to have begun: never a second time */
    exec_again->offset = f->next;
    wire_writer_init(&w);
    exec_start_write(&w, exec_again);
    r = begin(f, "exec.start", &w, NULL, e);
    wire_writer_done(&w);
    if (r == 0)
        r = resend_input(f, e);
    return r < 0 ? -1 : follow(f, e);
}

/* What is said again after a lost answer is the same session. */
void stream_choose_exec_id(struct exec_start *m)
{
    uint8_t random[8];

    if (m->has_exec_id)
        return;
    must(getrandom(random, sizeof random, 0) == (ssize_t)sizeof random);
    m->has_exec_id = true;
    str_hex(random, sizeof random, m->exec_id.text);
}

static struct exec_read *read_again;

static int resume_read(struct flow *f, struct err *e)
{
    struct wire_writer w;
    int r;

    read_again->has_offset = f->placed;
    read_again->offset = f->next;
    wire_writer_init(&w);
    exec_read_write(&w, read_again);
    r = begin(f, "exec.read", &w, NULL, e);
    wire_writer_done(&w);
    return r < 0 ? -1 : follow(f, e);
}

/* A session that runs or has ended: all of its output, then its exit status.  A signal here only ends this, unless our terminal is its. */
int stream_exec_read(const struct args *a, struct exec_read *m, bool input, bool tty, struct err *e)
{
    struct flow f = { .args = a, .verb = "exec.read", .signal_fd = -1 };

    str_fmt(f.exec_id, sizeof f.exec_id, "%s", m->exec_id.text);
    m->credit_bytes = STREAM_CREDIT;
    read_again = m;
    signal(SIGPIPE, SIG_IGN);
    if (take_terminal(&f, input, tty, e) < 0)
        return -1;
    if (input) {
        f.input->append = true;
        str_fmt(f.container, sizeof f.container, "%.15s", m->container.text);
        open_signals(&f);
    }
    return finish(&f, keep_at_it(&f, resume_read, resume_read(&f, e), e));
}

int stream_exec(const struct args *a, struct exec_start *m, struct err *e)
{
    struct flow f = { .args = a, .verb = "exec.start", .signal_fd = -1 };
    struct wire_writer w;
    int r;

    stream_choose_exec_id(m);
    str_fmt(f.exec_id, sizeof f.exec_id, "%s", m->exec_id.text);
    m->credit_bytes = STREAM_CREDIT;
    exec_again = m;
    signal(SIGPIPE, SIG_IGN);
    if (take_terminal(&f, m->stdin_, m->tty, e) < 0)
        return -1;
    open_signals(&f);
    wire_writer_init(&w);
    exec_start_write(&w, m);
    r = begin(&f, f.verb, &w, NULL, e);
    wire_writer_done(&w);
    if (r == 0)
        r = follow(&f, e);
    return finish(&f, keep_at_it(&f, resume_exec, r, e));
}

/* ---------------------------------------------------------------- logs */

static struct logs_wish *logs_again;

static int resume_logs(struct flow *f, struct err *e)
{
    struct wire_writer w;
    int r;

    if (f->placed) {
        logs_again->m.has_tail = false;
        logs_again->m.has_offset = true;
        logs_again->m.offset = f->next;
    }
    wire_writer_init(&w);
    container_logs_write(&w, &logs_again->m);
    r = begin(f, "container.logs", &w, NULL, e);
    wire_writer_done(&w);
    return r < 0 ? -1 : follow(f, e);
}

int stream_logs(const struct args *a, struct logs_wish *w, struct err *e)
{
    struct flow f = { .args = a, .verb = "container.logs", .signal_fd = -1, .timestamps = w->timestamps, .filtered = !w->m.stdout_ || !w->m.stderr_,
                      .whole = !w->m.has_tail && !w->m.has_since_ns };
    int r;

    signal(SIGPIPE, SIG_IGN);
    w->m.credit_bytes = STREAM_CREDIT;
    logs_again = w;
    if (w->grep && !(f.grep = grep_new(w->grep, e)))
        return -1;
    r = resume_logs(&f, e);
    r = keep_at_it(&f, resume_logs, r, e);
    if (r == 0 && f.grep && grep_end(f.grep, write_out, &f) < 0)
        r = 1;
    grep_free(f.grep);
    return r < 0 ? -1 : r > 0 ? 128 + SIGPIPE : 0;
}
