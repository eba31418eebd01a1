/*
 * stats, top - what containers use.  Both ask for the last samples and take differences.
 */
#include "base/auto.h"
#include "base/clock.h"
#include "base/must.h"
#include "base/str.h"
#include "client/cli/print.h"
#include "client/cli/terminal.h"
#include "client/cli/verbs.h"
#include "protocol/gen/messages.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CPU_BAR 16
#define MEMORY_BAR 12

struct rates {
    bool known;                         /* a sample before this one is known */
    double cpu, throttled;              /* of one CPU, 1 is all of it */
    double received, sent, read, written;       /* bytes a second */
};

struct usage {
    struct stats_view view;
    struct rates rates;
};

struct usages {
    struct usage *rows;                 /* owned */
    size_t count;
    struct usage *before;               /* the last time's; owned */
    size_t before_count;
};

/* ---------------------------------------------------------------- reading */

static double rate(bool has, uint64_t now, bool had, uint64_t then, double seconds)
{
    return has && had && now >= then && seconds > 0 ? (double)(now - then) / seconds : -1;
}

static const struct rates unknown = { .cpu = -1, .throttled = -1, .received = -1, .sent = -1, .read = -1, .written = -1 };

static void compare(struct usage *u, const struct usage *b)
{
    const struct sample *n = &u->view.sample, *o = &b->view.sample;
    double seconds = (double)(n->boot_ns - o->boot_ns) / 1e9, flows = (double)(n->flows_boot_ns - o->flows_boot_ns) / 1e9;

    if (n->boot_ns <= o->boot_ns || n->cpu_ns < o->cpu_ns) {
        u->rates = n->boot_ns == o->boot_ns ? b->rates : unknown;   /* not sampled since; or it started anew */
        return;
    }
    u->rates = b->rates;                /* of the flows, when they were not read anew */
    u->rates.known = true;
    u->rates.cpu = rate(true, n->cpu_ns, true, o->cpu_ns, seconds) / 1e9;
    u->rates.throttled = rate(n->has_throttled_ns, n->throttled_ns, o->has_throttled_ns, o->throttled_ns, seconds) / 1e9;
    if (n->flows_boot_ns == o->flows_boot_ns)
        return;
    u->rates.received = rate(n->has_received_bytes, n->received_bytes, o->has_received_bytes, o->received_bytes, flows);
    u->rates.sent = rate(n->has_sent_bytes, n->sent_bytes, o->has_sent_bytes, o->sent_bytes, flows);
    u->rates.read = rate(n->has_read_bytes, n->read_bytes, o->has_read_bytes, o->read_bytes, flows);
    u->rates.written = rate(n->has_written_bytes, n->written_bytes, o->has_written_bytes, o->written_bytes, flows);
}

static int add_page(struct usages *u, const struct container_stats_reply *page, struct err *e)
{
    struct wire_reader r = wire_reader(page->stats.items);

    u->rows = xrealloc(u->rows, (u->count + page->stats.count + 1) * sizeof *u->rows);
    for (uint32_t i = 0; i < page->stats.count; i++, u->count++) {
        u->rows[u->count] = (struct usage){ .rates = unknown };
        if (stats_view_read(&r, &u->rows[u->count].view, e) < 0)
            return -1;
    }
    return 0;
}

static int ask(const struct args *a, const char *ref, struct usages *u, struct err *e)
{
    struct container_stats m = { .has_container = ref != NULL };
    struct container_stats_reply page = { .has_next = true };

    if (ref && strlen(ref) >= sizeof m.container.text)
        return err_set(e, ERR_INVALID, "%s: not a container", ref);
    str_fmt(m.container.text, sizeof m.container.text, "%s", ref ? ref : "");
    while (page.has_next) {
        struct wire_writer w, room;
        struct wire_reader r;
        int result;

        wire_writer_init(&w);
        wire_writer_init(&room);
        container_stats_write(&w, &m);
        result = cli_ask(a, "container.stats", &w, 5000, &room, e);
        r = wire_reader(wire_written(&room));
        if (result == 0)
            result = container_stats_reply_read(&r, &page, e) < 0 ? -1 : add_page(u, &page, e);
        wire_writer_done(&w);
        wire_writer_done(&room);
        if (result < 0)
            return -1;
        m.has_after = true;
        m.after = page.next;
    }
    return 0;
}

/* What there is now, compared with the time before. */
static int refresh(const struct args *a, struct usages *u, struct err *e)
{
    int r = 0;

    free(u->before);
    u->before = u->rows;
    u->before_count = u->count;
    u->rows = NULL;
    u->count = 0;
    if (!a->rest[0])
        r = ask(a, NULL, u, e);
    for (char **ref = a->rest; *ref && r == 0; ref++)
        r = ask(a, *ref, u, e);
    for (size_t i = 0; i < u->count; i++)
        for (size_t k = 0; k < u->before_count; k++)
            if (!strcmp(u->rows[i].view.sample.id.text, u->before[k].view.sample.id.text))
                compare(&u->rows[i], &u->before[k]);
    return r;
}

static void done(struct usages *u)
{
    free(u->rows);
    free(u->before);
}

/* ---------------------------------------------------------------- words */

static void say_rate(char out[32], double bytes)
{
    char text[32];

    if (bytes < 0) {
        str_fmt(out, 32, "-");
        return;
    }
    print_bytes(text, (uint64_t)bytes);
    str_fmt(out, 32, "%.27s/s", text);
}

static void say_percent(char out[32], double part, bool known)
{
    if (!known || part < 0)
        str_fmt(out, 32, "-");
    else
        snprintf(out, 32, "%.1f %%", 100 * part);
}

static const char *name_of(const struct usage *u)
{
    return u->view.has_name ? u->view.name.text : u->view.sample.id.text;
}

static void print_table(const struct usages *u)
{
    static const char *const heads[] = { "ID", "NAME", "CPU", "THROTTLED", "MEMORY", "LIMIT", "CACHE", "PIDS", "NET IN", "NET OUT", "READ", "WRITTEN" };
    struct table *t = table_new(heads, sizeof heads / sizeof *heads);

    for (size_t i = 0; i < u->count; i++) {
        const struct usage *row = &u->rows[i];
        const struct sample *s = &row->view.sample;
        char text[32];

        table_cell(t, s->id.text);
        table_cell(t, row->view.has_name ? row->view.name.text : "");
        say_percent(text, row->rates.cpu, row->rates.known);
        table_cell(t, text);
        say_percent(text, row->rates.throttled, row->rates.known);
        table_cell(t, text);
        print_bytes(text, s->memory_bytes);
        table_cell(t, text);
        print_bytes(text, s->memory_limit_bytes);
        table_cell(t, s->has_memory_limit_bytes ? text : "-");
        print_bytes(text, s->cache_bytes);
        table_cell(t, s->has_cache_bytes ? text : "-");
        snprintf(text, sizeof text, "%llu", (unsigned long long)s->pids);
        table_cell(t, text);
        const double flows[] = { row->rates.received, row->rates.sent, row->rates.read, row->rates.written };
        for (int k = 0; k < 4; k++) {
            say_rate(text, row->rates.known ? flows[k] : -1);
            table_cell(t, text);
        }
    }
    table_print(t, true);
}

static int print_rows(const struct args *a, const struct usages *u, struct err *e)
{
    const char *format = args_get(a, "format");
    int r = 0;

    if (!format || !strcmp(format, "table")) {
        print_table(u);
        return 0;
    }
    for (size_t i = 0; i < u->count && r == 0; i++) {
        struct wire_writer w;

        wire_writer_init(&w);
        stats_view_write(&w, &u->rows[i].view);
        if (!strcmp(format, "json"))
            print_json(wire_written(&w), false);
        else
            r = print_template(format, wire_written(&w), e);
        wire_writer_done(&w);
    }
    return r;
}

/* ---------------------------------------------------------------- stats */

static int print_history(const struct args *a, struct err *e)
{
    static const char *const heads[] = { "TIME", "CPU", "MEMORY", "PIDS" };
    struct container_stats_history m = { 0 };
    struct container_stats_history_reply reply;
    struct table *t = table_new(heads, 4);
    struct wire_writer w, room;
    struct metric before = { 0 };
    struct wire_reader r;
    int result;

    if (!a->rest[0] || a->rest[1] || strlen(a->rest[0]) >= sizeof m.container.text)
        return err_set(e, ERR_INVALID, "quilt stats --history needs one container");
    str_fmt(m.container.text, sizeof m.container.text, "%s", a->rest[0]);
    wire_writer_init(&w);
    wire_writer_init(&room);
    container_stats_history_write(&w, &m);
    result = cli_ask(a, "container.stats_history", &w, 5000, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = container_stats_history_reply_read(&r, &reply, e);
    r = wire_reader(result == 0 ? reply.points.items : (struct wire_span){ 0 });
    for (uint32_t i = 0; result == 0 && i < reply.points.count; i++) {
        struct metric p;
        char text[48];

        result = metric_read(&r, &p, e);
        print_time(text, p.time_ns);
        table_cell(t, text);
        say_percent(text, rate(true, p.sample.cpu_ns, before.time_ns > 0, before.sample.cpu_ns, (double)(p.sample.boot_ns - before.sample.boot_ns) / 1e9) / 1e9, i > 0);
        table_cell(t, text);
        print_bytes(text, p.sample.memory_bytes);
        table_cell(t, text);
        snprintf(text, sizeof text, "%llu", (unsigned long long)p.sample.pids);
        table_cell(t, text);
        before = p;
    }
    if (result == 0)
        table_print(t, true);
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int interval_of(const struct args *a, uint64_t *out_ms, struct err *e)
{
    const char *text = args_get(a, "interval");

    *out_ms = 1000;
    return text && (str_duration(text, out_ms) < 0 || *out_ms < 100) ? err_set(e, ERR_INVALID, "--interval %s: not a duration of at least 100ms", text) : 0;
}

int cli_stats(const struct args *a, struct err *e)
{
    bool live = print_is_terminal(1) && !args_has(a, "once") && !args_has(a, "format");
    struct usages u = { 0 };
    uint64_t ms;
    int r;

    if (args_has(a, "history"))
        return print_history(a, e);
    r = interval_of(a, &ms, e);
    if (r == 0)
        r = refresh(a, &u, e);
    while (r == 0) {
        poll(NULL, 0, (int)ms);         /* rates are of the time between */
        r = refresh(a, &u, e);
        if (r == 0 && live)
            fputs("\033[H\033[J", stdout);
        if (r == 0)
            r = print_rows(a, &u, e);
        fflush(stdout);
        if (!live)
            break;
    }
    done(&u);
    return r;
}

/* ---------------------------------------------------------------- top */

enum sort { BY_CPU, BY_MEMORY, BY_PIDS, BY_NET, BY_IO, BY_NAME, SORTS };
static const struct {
    const char *name;
    char key;
} sorts[SORTS] = { { "cpu", 'c' }, { "memory", 'm' }, { "pids", 'p' }, { "net", 'n' }, { "io", 'i' }, { "name", 'a' } };

struct top {
    struct usages u;
    enum sort sort;
    bool reverse;
    size_t first;                       /* row at the top of the screen */
    uint64_t rows, columns;
    long cpus;
    uint64_t memory;
};

static double weight(const struct usage *u, enum sort s)
{
    const struct rates *r = &u->rates;

    switch (s) {
    case BY_CPU:
        return r->cpu;
    case BY_MEMORY:
        return (double)u->view.sample.memory_bytes;
    case BY_PIDS:
        return (double)u->view.sample.pids;
    case BY_NET:
        return r->received + r->sent;
    default:
        return r->read + r->written;
    }
}

static enum sort sorting;               /* for qsort, which has no argument */
static bool reversed;

static int in_order(const void *a, const void *b)
{
    const struct usage *x = a, *y = b;
    double wx = weight(x, sorting), wy = weight(y, sorting);
    int r = sorting == BY_NAME || wx == wy ? strcmp(name_of(x), name_of(y)) : wx > wy ? -1 : 1;

    return reversed ? -r : r;
}

static void bar(FILE *out, double part, int width)
{
    int full = part < 0 ? 0 : part > 1 ? width : (int)(part * width + 0.5);

    fprintf(out, "[%.*s%.*s]", full, "||||||||||||||||||||||||", width - full, "                        ");
}

static void head(FILE *out, const struct top *t)
{
    double cpu = 0;
    uint64_t memory = 0;
    char used[32], all[32];

    for (size_t i = 0; i < t->u.count; i++) {
        cpu += t->u.rows[i].rates.cpu > 0 ? t->u.rows[i].rates.cpu : 0;
        memory += t->u.rows[i].view.sample.memory_bytes;
    }
    print_bytes(used, memory);
    print_bytes(all, t->memory);
    fprintf(out, "quilt top   %zu containers   CPU ", t->u.count);
    bar(out, cpu / (double)t->cpus, CPU_BAR);
    fprintf(out, " %.0f %% of %ld   memory ", 100 * cpu, t->cpus);
    bar(out, (double)memory / (double)t->memory, CPU_BAR);
    fprintf(out, " %s of %s\n", used, all);
    fprintf(out, "by %s%s   c cpu  m memory  p pids  n net  i io  a name  r reverse  q quit\n\n", sorts[t->sort].name, t->reverse ? ", reversed" : "");
    fprintf(out, "%-20s %-*s %7s  %-*s %10s %6s %12s %12s %12s %12s\n", "NAME", CPU_BAR + 2, "CPU", "", MEMORY_BAR + 2, "MEMORY", "", "PIDS", "NET IN", "NET OUT", "READ", "WRITTEN");
}

static void row(FILE *out, const struct top *t, const struct usage *u)
{
    const struct sample *s = &u->view.sample;
    double cpus = s->has_cpu_limit_millis ? (double)s->cpu_limit_millis / 1000 : (double)t->cpus;
    double memory = (double)(s->has_memory_limit_bytes ? s->memory_limit_bytes : t->memory);
    char percent[32], bytes[32], flows[4][32];
    const double values[] = { u->rates.received, u->rates.sent, u->rates.read, u->rates.written };

    say_percent(percent, u->rates.cpu, u->rates.known);
    print_bytes(bytes, s->memory_bytes);
    for (int i = 0; i < 4; i++)
        say_rate(flows[i], u->rates.known ? values[i] : -1);
    fprintf(out, "%-20.20s ", name_of(u));
    bar(out, u->rates.cpu / cpus, CPU_BAR);
    fprintf(out, " %7s  ", percent);
    bar(out, (double)s->memory_bytes / memory, MEMORY_BAR);
    fprintf(out, " %10s %6llu %12s %12s %12s %12s\n", bytes, (unsigned long long)s->pids, flows[0], flows[1], flows[2], flows[3]);
}

/* A whole screen as text; each line is cut at the width by the caller. */
static char *draw(struct top *t, size_t lines)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    must(out != NULL);
    sorting = t->sort;
    reversed = t->reverse;
    qsort(t->u.rows, t->u.count, sizeof *t->u.rows, in_order);
    if (t->first >= t->u.count)
        t->first = t->u.count ? t->u.count - 1 : 0;
    head(out, t);
    for (size_t i = t->first; i < t->u.count && i - t->first < lines; i++)
        row(out, t, &t->u.rows[i]);
    fclose(out);
    return text;
}

static void show(struct top *t)
{
    auto_free char *text = NULL;
    char *save = NULL;

    if (!terminal_measure(&t->rows, &t->columns)) {
        t->rows = 24;
        t->columns = 80;
    }
    text = draw(t, t->rows > 6 ? (size_t)t->rows - 5 : 1);
    fputs("\033[H", stdout);
    for (char *line = text, *end; line && *line; line = save) {
        end = strchr(line, '\n');
        save = end ? end + 1 : NULL;
        if (end)
            *end = '\0';
        printf("%.*s\033[K\r\n", (int)t->columns, line);
    }
    fputs("\033[J", stdout);
    fflush(stdout);
}

/* false: end. */
static bool on_key(struct top *t, const char *keys, ssize_t n)
{
    for (ssize_t i = 0; i < n; i++) {
        if (keys[i] == 'q' || keys[i] == 3 || keys[i] == 4)
            return false;
        if (n - i >= 3 && !memcmp(keys + i, "\033[A", 3))
            t->first -= t->first > 0;
        if (n - i >= 3 && !memcmp(keys + i, "\033[B", 3))
            t->first++;
        if (keys[i] == 'r')
            t->reverse = !t->reverse;
        for (int s = 0; s < SORTS; s++)
            if (sorts[s].key == keys[i] && !(i >= 2 && keys[i - 1] == '['))
                t->sort = (enum sort)s;
    }
    return true;
}

static void leave(void)
{
    fputs("\033[?25h\033[?1049l", stdout);
    fflush(stdout);
}

static int run_live(const struct args *a, struct top *t, uint64_t ms, struct err *e)
{
    int64_t next = clock_boot_ms();
    int r = 0;
    bool on = true;

    terminal_raw();
    atexit(leave);
    fputs("\033[?1049h\033[?25l", stdout);
    while (on && r == 0) {
        struct pollfd p = { .fd = 0, .events = POLLIN };
        int64_t now = clock_boot_ms();
        char keys[64];
        ssize_t n;

        if (now >= next) {
            r = refresh(a, &t->u, e);
            next = now + (int64_t)ms;
        }
        if (r == 0)
            show(t);
        if (r == 0 && poll(&p, 1, (int)(next - clock_boot_ms() > 0 ? next - clock_boot_ms() : 0)) > 0) {
            n = read(0, keys, sizeof keys);
            on = n > 0 && on_key(t, keys, n);
        }
    }
    leave();
    terminal_restore();
    return r;
}

static uint64_t host_memory(void)
{
    return (uint64_t)sysconf(_SC_PHYS_PAGES) * (uint64_t)sysconf(_SC_PAGESIZE);
}

int cli_top(const struct args *a, struct err *e)
{
    const char *sort = args_get(a, "sort");
    struct top t = { .cpus = sysconf(_SC_NPROCESSORS_ONLN), .memory = host_memory(), .sort = SORTS };
    uint64_t ms;
    int r;

    for (int s = 0; s < SORTS; s++)
        if (!strcmp(sort ? sort : "cpu", sorts[s].name))
            t.sort = (enum sort)s;
    if (t.sort == SORTS)
        return err_set(e, ERR_INVALID, "--sort %s: not cpu, memory, pids, net, io or name", sort);
    if (interval_of(a, &ms, e) < 0)
        return -1;
    if (print_is_terminal(0) && print_is_terminal(1) && !args_has(a, "once")) {
        r = run_live(a, &t, ms, e);
    } else {
        r = refresh(a, &t.u, e);
        poll(NULL, 0, (int)ms);
        r = r == 0 ? refresh(a, &t.u, e) : r;
        auto_free char *text = r == 0 ? draw(&t, SIZE_MAX) : NULL;

        fputs(text ? text : "", stdout);
    }
    done(&t.u);
    return r;
}
