#include "actors/frontdoor/metrics.h"

#include "base/auto.h"
#include "base/clock.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#define CONNECTIONS_MAX 16
#define TIMEOUT_S 10
#define OLD_NS 5000000000               /* a container that was not sampled for so long does not run */
#define ACTORS_MAX 16

struct last {
    struct sample sample;
    int64_t boot_ns;
};

struct metrics {
    int fd;                             /* listening; owned until MHD has it */
    struct MHD_Daemon *http;
    struct loop *loop;
    struct watch *watch;
    struct timer *timer;
    struct verbstats *verbs;
    metrics_actors_fn actors;
    void *arg;
    struct map *samples;                /* id -> struct last, owned */
    uint64_t starts;
    struct phases phases;
};

/* ---------------------------------------------------------------- settings */

static int bind_to(const char *text, struct err *e)
{
    struct sockaddr_in a4 = { .sin_family = AF_INET };
    struct sockaddr_in6 a6 = { .sin6_family = AF_INET6 };
    const char *colon = strrchr(text, ':');
    auto_fd int fd = -1;
    char host[64];
    uint64_t port;
    bool six;
    int on = 1;

    if (!colon || str_uint(colon + 1, 65535, &port) < 0)
        return err_set(e, ERR_INVALID, "metrics-listen = %s: not ADDRESS:PORT", text);
    str_fmt(host, sizeof host, "%.*s", (int)(colon - text), text);
    six = host[0] == '[' && strlen(host) > 2;
    if (six)
        host[strlen(host) - 1] = '\0';
    a4.sin_port = a6.sin6_port = htons((uint16_t)port);
    if (inet_pton(six ? AF_INET6 : AF_INET, host + six, six ? (void *)&a6.sin6_addr : (void *)&a4.sin_addr) != 1)
        return err_set(e, ERR_INVALID, "metrics-listen = %s: not an address", text);
    fd = socket(six ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0 || setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) < 0 ||
        bind(fd, six ? (struct sockaddr *)&a6 : (struct sockaddr *)&a4, six ? sizeof a6 : sizeof a4) < 0 || listen(fd, CONNECTIONS_MAX) < 0)
        return err_sys(e, "metrics-listen = %s", text);
    return steal_fd(&fd);
}

struct metrics *metrics_prepare(const char *config_path, struct err *e)
{
    FILE *f = fopen(config_path, "re");
    char line[2048], address[100] = "";
    struct metrics *m;
    int fd;

    while (f && fgets(line, sizeof line, f)) {
        char name[32];

        if (sscanf(line, " %31[a-z-] = %99[^ \t\r\n#]", name, address) != 2 || strcmp(name, "metrics-listen"))
            address[0] = '\0';
        else
            break;
    }
    if (f)
        fclose(f);
    if (!address[0])
        return NULL;
    fd = bind_to(address, e);
    if (fd < 0)
        return NULL;
    m = xalloc(sizeof *m);
    *m = (struct metrics){ .fd = fd, .samples = map_new() };
    return m;
}

/* ---------------------------------------------------------------- what is told */

void metrics_sample(struct metrics *m, const struct frontdoor_samples *s)
{
    struct wire_reader r = wire_reader(s->samples.items);
    int64_t now = clock_boot_ns();

    if (!m)
        return;
    m->starts = s->starts;
    m->phases = s->phases;
    for (uint32_t i = 0; i < s->samples.count; i++) {
        struct sample one;
        struct last *l;

        if (sample_read(&r, &one, NULL) < 0)
            return;
        l = map_get(m->samples, one.id.text);
        if (!l) {
            l = xalloc(sizeof *l);
            map_put(m->samples, one.id.text, l);
        }
        *l = (struct last){ one, now };
    }
}

/* One pass; a map is not changed while it is walked. */
static void forget_old(struct metrics *m)
{
    struct map_iter it = map_iter(m->samples);
    auto_free struct last **old = xalloc((map_count(m->samples) + 1) * sizeof *old);
    int64_t now = clock_boot_ns();
    struct last *l;
    size_t n = 0;

    while ((l = map_next(&it, NULL)))
        if (now - l->boot_ns >= OLD_NS)
            old[n++] = l;
    for (size_t i = 0; i < n; i++) {
        map_remove(m->samples, old[i]->sample.id.text);
        free(old[i]);
    }
}

/* ---------------------------------------------------------------- the text */

static void print_actors(struct metrics *m, FILE *out)
{
    struct metrics_actor rows[ACTORS_MAX];
    int n = m->actors(m->arg, rows, ACTORS_MAX);

    fputs("# HELP quilt_actor_up Whether a process of Quilt is ready.\n# TYPE quilt_actor_up gauge\n", out);
    for (int i = 0; i < n; i++)
        fprintf(out, "quilt_actor_up{actor=\"%s\"} %d\n", rows[i].name, rows[i].up);
    fputs("# HELP quilt_actor_restarts_total How often it was started again.\n# TYPE quilt_actor_restarts_total counter\n", out);
    for (int i = 0; i < n; i++)
        fprintf(out, "quilt_actor_restarts_total{actor=\"%s\"} %llu\n", rows[i].name, (unsigned long long)rows[i].restarts);
    fputs("# HELP quilt_actor_queue Requests of clients that wait for it.\n# TYPE quilt_actor_queue gauge\n", out);
    for (int i = 0; i < n; i++)
        fprintf(out, "quilt_actor_queue{actor=\"%s\"} %llu\n", rows[i].name, (unsigned long long)rows[i].queue);
}

static void print_starts(const struct metrics *m, FILE *out)
{
    const struct {
        const char *name;
        uint64_t ns;
    } phases[] = {
        { "image", m->phases.image_ns }, { "commit", m->phases.commit_ns }, { "network", m->phases.network_ns }, { "spawn", m->phases.spawn_ns },
        { "cgroup", m->phases.cgroup_ns }, { "clone", m->phases.clone_ns }, { "rootfs", m->phases.rootfs_ns }, { "exec", m->phases.exec_ns },
    };

    fprintf(out, "# HELP quilt_starts_total Containers started.\n# TYPE quilt_starts_total counter\nquilt_starts_total %llu\n", (unsigned long long)m->starts);
    fputs("# HELP quilt_start_seconds_total Time of starts by phase.\n# TYPE quilt_start_seconds_total counter\n", out);
    for (size_t i = 0; i < sizeof phases / sizeof *phases; i++)
        fprintf(out, "quilt_start_seconds_total{phase=\"%s\"} %.9f\n", phases[i].name, (double)phases[i].ns / 1e9);
}

struct column {
    const char *name, *type, *help;
    double scale;
    uint64_t (*value)(const struct sample *s, bool *has);
};

#define ALWAYS(field) static uint64_t field##_of(const struct sample *s, bool *has) { *has = true; return s->field; }
#define WHERE(field) static uint64_t field##_of(const struct sample *s, bool *has) { *has = s->has_##field; return s->field; }
ALWAYS(cpu_ns)
ALWAYS(memory_bytes)
ALWAYS(memory_peak_bytes)
ALWAYS(pids)
WHERE(throttled_ns)
WHERE(cache_bytes)
WHERE(read_bytes)
WHERE(written_bytes)
WHERE(received_bytes)
WHERE(sent_bytes)
WHERE(memory_limit_bytes)
#undef ALWAYS
#undef WHERE

static void print_containers(struct metrics *m, FILE *out)
{
    static const struct column columns[] = {
        { "cpu_seconds_total", "counter", "CPU time used", 1e-9, cpu_ns_of }, { "throttled_seconds_total", "counter", "held back by its CPU limit", 1e-9, throttled_ns_of },
        { "memory_bytes", "gauge", "memory in use", 1, memory_bytes_of }, { "memory_peak_bytes", "gauge", "most memory in use", 1, memory_peak_bytes_of },
        { "memory_limit_bytes", "gauge", "memory limit", 1, memory_limit_bytes_of }, { "cache_bytes", "gauge", "file contents in memory", 1, cache_bytes_of },
        { "pids", "gauge", "processes and threads", 1, pids_of }, { "read_bytes_total", "counter", "read from disks", 1, read_bytes_of },
        { "written_bytes_total", "counter", "written to disks", 1, written_bytes_of }, { "received_bytes_total", "counter", "received from networks", 1, received_bytes_of },
        { "sent_bytes_total", "counter", "sent to networks", 1, sent_bytes_of },
    };

    forget_old(m);
    for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
        const struct column *c = &columns[i];
        struct map_iter it = map_iter(m->samples);
        const struct last *l;

        fprintf(out, "# HELP quilt_container_%s %s.\n# TYPE quilt_container_%s %s\n", c->name, c->help, c->name, c->type);
        while ((l = map_next(&it, NULL))) {
            bool has;
            uint64_t value = c->value(&l->sample, &has);

            if (has)
                fprintf(out, "quilt_container_%s{id=\"%s\"} %.15g\n", c->name, l->sample.id.text, (double)value * c->scale);
        }
    }
}

static char *page(struct metrics *m, size_t *out_len)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, out_len);

    must(out != NULL);
    fprintf(out, "# HELP quilt_info Its version.\n# TYPE quilt_info gauge\nquilt_info{version=\"%s\"} 1\n", QUILT_VERSION);
    print_actors(m, out);
    verbstats_print(m->verbs, out);
    print_starts(m, out);
    print_containers(m, out);
    fclose(out);
    return text;
}

/* ---------------------------------------------------------------- HTTP */

static enum MHD_Result answer(struct MHD_Connection *c, unsigned status, char *text, size_t len, enum MHD_ResponseMemoryMode mode, const char *type)
{
    struct MHD_Response *r = MHD_create_response_from_buffer(len, text, mode);
    enum MHD_Result result;

    MHD_add_response_header(r, "Content-Type", type);
    result = MHD_queue_response(c, status, r);
    MHD_destroy_response(r);
    return result;
}

static enum MHD_Result on_http(void *arg, struct MHD_Connection *c, const char *url, const char *method, const char *version, const char *body, size_t *body_len, void **state)
{
    static char wrong[] = "GET /metrics\n";
    static int seen;
    size_t len;
    char *text;

    (void)version;
    (void)body;
    if (!*state) {                      /* the head; the answer may be queued at the next call */
        *state = &seen;
        return MHD_YES;
    }
    if (*body_len) {                    /* of no interest */
        *body_len = 0;
        return MHD_YES;
    }
    if (strcmp(url, "/metrics"))
        return answer(c, MHD_HTTP_NOT_FOUND, wrong, sizeof wrong - 1, MHD_RESPMEM_PERSISTENT, "text/plain");
    if (strcmp(method, "GET") && strcmp(method, "HEAD"))
        return answer(c, MHD_HTTP_METHOD_NOT_ALLOWED, wrong, sizeof wrong - 1, MHD_RESPMEM_PERSISTENT, "text/plain");
    text = page(arg, &len);
    return answer(c, MHD_HTTP_OK, text, len, MHD_RESPMEM_MUST_FREE, "text/plain; version=0.0.4; charset=utf-8");
}

static void on_ready(void *arg, uint32_t events)
{
    struct metrics *m = arg;

    (void)events;
    MHD_run(m->http);
}

/* Its own timeouts. */
static void on_second(void *arg)
{
    struct metrics *m = arg;

    m->timer = loop_after(m->loop, 1000, on_second, m);
    forget_old(m);
    MHD_run(m->http);
}

int metrics_start(struct metrics *m, struct loop *l, struct verbstats *verbs, metrics_actors_fn fn, void *arg, struct err *e)
{
    const union MHD_DaemonInfo *info;

    m->loop = l;
    m->verbs = verbs;
    m->actors = fn;
    m->arg = arg;
    m->http = MHD_start_daemon(MHD_USE_EPOLL, 0, NULL, NULL, on_http, m, MHD_OPTION_LISTEN_SOCKET, m->fd, MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
                               MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)TIMEOUT_S, MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)16384, MHD_OPTION_END);
    info = m->http ? MHD_get_daemon_info(m->http, MHD_DAEMON_INFO_EPOLL_FD) : NULL;
    if (!info)
        return err_set(e, ERR_FAILED, "metrics: libmicrohttpd does not start");
    m->fd = -1;
    m->watch = loop_watch(l, info->epoll_fd, EPOLLIN, on_ready, m);
    m->timer = loop_after(l, 1000, on_second, m);
    return 0;
}

void metrics_free(struct metrics *m)
{
    struct map_iter it;
    struct last *l;

    if (!m)
        return;
    loop_unwatch(m->loop, m->watch);
    loop_cancel(m->loop, m->timer);
    if (m->http)
        MHD_stop_daemon(m->http);
    if (m->fd >= 0)
        close(m->fd);
    it = map_iter(m->samples);
    while ((l = map_next(&it, NULL)))
        free(l);
    map_free(m->samples);
    free(m);
}
