/*
 * create, run - from options to a container_spec; run in the foreground is its output,
 * its signals and its exit status, whatever happens to the daemon meanwhile.
 */
#include "base/must.h"
#include "base/str.h"
#include "client/cli/mountopts.h"
#include "client/cli/netopts.h"
#include "client/cli/progress.h"
#include "client/cli/stream.h"
#include "client/cli/terminal.h"
#include "client/cli/verbs.h"

#include <errno.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SPEC_OPTIONS                                                                                                                       \
    { "image-path", 0, "FILE", "root filesystem archive: .tar, .tar.gz or .tar.zst" },                                                     \
    { "name", 0, "NAME", "a name, unique among containers" },                                                                              \
    { "env", 'e', "KEY=VALUE", "environment; KEY alone takes the value from here" },                                                       \
    { "env-file", 0, "FILE", "lines of KEY=VALUE" },                                                                                       \
    { "entrypoint", 0, "COMMAND", "instead of the image's; once for each word of it" },                                                  \
    { "working-directory", 'w', "DIR", "working directory inside" },                                                                       \
    { "workdir", 0, "DIR", "the same" },                                                                                                   \
    { "user", 'u', "USER[:GROUP]", "names of the image, or ids" },                                                                         \
    { "hostname", 'h', "NAME", "host name inside (default: the id)" },                                                                     \
    { "label", 'l', "KEY=VALUE", "kept with the container" },                                                                              \
    MOUNT_OPTIONS,                                                                                                                         \
    { "storage-limit", 0, "SIZE", "bound of what it writes to its own layer (btrfs with quotas)" },                             \
    { "memory", 'm', "SIZE", "memory limit: 512m, 2g" },                                                                                   \
    { "memory-limit", 0, "MIB", "memory limit in MiB, or with a unit" },                                                                   \
    { "swap", 0, "SIZE", "swap in addition to memory; 0 for none" },                                                                       \
    { "cpus", 0, "N", "CPU limit in CPUs: 0.5, 2" },                                                                                       \
    { "cpu-limit", 0, "PERCENT", "CPU limit in percent of one CPU: 50.0" },                                                                \
    { "cpu-weight", 0, "N", "share when CPUs are contended, 1 to 10000 (100)" },                                                           \
    { "cpuset-cpus", 0, "LIST", "CPUs it may use: 0-2,4" },                                                                                \
    { "pids-limit", 0, "N", "processes and threads (1024)" },                                                                              \
    { "io-weight", 0, "N", "share of disk time, 1 to 10000" },                                                                             \
    NETWORK_OPTIONS,                                                                                                                       \
    { "icc", 0, NULL, "a control socket inside, with its own rights only" },                                                               \
    { "interactive", 'i', NULL, "its command has an input: ours, if it runs in the foreground" },                                            \
    { "tty", 't', NULL, "its command has a terminal" },                                                                                    \
    { "read-only", 0, NULL, "root filesystem read-only" },                                                                                 \
    { "ulimit", 0, "NAME=SOFT[:HARD]", "resource limit: nofile=1024:4096" },                                                               \
    { "userns", 0, "HOST_ID:COUNT", "user namespace: ids 0… inside are HOST_ID… outside" },                                                \
    { "cap-add", 0, "NAME", "a capability beyond the default eleven" },                                                                    \
    { "cap-drop", 0, "NAME|all", "take a capability away" },                                                                               \
    { "seccomp", 0, "default|unconfined", "system call filter" },                                                                          \
    { "allow-new-privileges", 0, NULL, "let setuid programs gain privileges" },                                                            \
    { "shm-size", 0, "SIZE", "size of /dev/shm (64m)" },                                                                                   \
    { "stop-signal", 0, "SIGNAL", "what stop sends first (TERM)" },                                                                        \
    { "stop-timeout", 0, "DURATION", "between it and KILL (10s)" },                                                                        \
    { "restart", 0, "POLICY", "no, on-failure[:N], always, unless-stopped" },                                                              \
    { "timeout", 0, "DURATION", "stop it after this time: 30s, 5m" },                                                                      \
    { "log-max-size", 0, "SIZE", "kept output (64m)" },                                                                                    \
    { "log-max-files", 0, "N", "and at most so many files" },                                                                              \
    { "log-segment-size", 0, "SIZE", "a new file after so much (a quarter of log-max-size, at most 4m)" },                                 \
    { "log-full", 0, "drop|block", "drop the oldest, or let the container wait until it is trimmed" },                                     \
    { "health-cmd", 0, "COMMAND", "for the shell inside: status 0 says that it is healthy" },                                              \
    { "health-interval", 0, "DURATION", "between two (10s)" },                                                                             \
    { "health-timeout", 0, "DURATION", "for each (5s)" },                                                                                  \
    { "health-retries", 0, "N", "failures in a row that make it unhealthy (3)" },                                                          \
    { "health-start-period", 0, "DURATION", "in which failures do not count" },                                                            \
    { "health-on-failure", 0, "none|restart|stop", "what is done with an unhealthy one (none)" },                                          \
    { "no-healthcheck", 0, NULL, "not the image's health check" },                                                                        \
    { "setup", 0, "COMMAND", "run before the command: \"npm: NAME…\", \"pip: …\", \"apt: …\", \"apk: …\", or for the shell" },             \
    { "rm", 0, NULL, "remove it when it ends" },                                                                                           \
    { "idempotency-key", 0, "KEY", "the same key again gives the same container" },                                                        \
    { "enable-all-namespaces", 0, NULL, "insist on every namespace (they are on by default)" },                                            \
    { "enable-pid-namespace", 0, NULL, "insist on a PID namespace" },                                                                      \
    { "enable-mount-namespace", 0, NULL, "insist on a mount namespace" },                                                                  \
    { "enable-uts-namespace", 0, NULL, "insist on a UTS namespace" },                                                                      \
    { "enable-ipc-namespace", 0, NULL, "insist on an IPC namespace" },                                                                     \
    { "enable-network-namespace", 0, NULL, "insist on a network namespace" }

const struct option_def create_options[] = { SPEC_OPTIONS, { NULL, 0, NULL, NULL } };
const struct option_def run_options[] = { { "detach", 'd', NULL, "print the id and return" }, { "detach-keys", 0, "KEYS", "leave it running (ctrl-p,ctrl-q); with a terminal" }, SPEC_OPTIONS, { NULL, 0, NULL, NULL } };

/* Lists that options build up; their bytes live until the request is sent. */
struct builder {
    struct container_spec spec;
    struct wire_writer argv, env, labels, rlimits, cap_add, cap_drop, health, setup, entrypoint;
    uint32_t argv_count, env_count, label_count, rlimit_count, cap_add_count, cap_drop_count, setup_count, entrypoint_count;
    struct netopts net;
    struct mountopts mounts;
    char image[PATH_MAX];
};

static void builder_init(struct builder *b)
{
    struct wire_writer *const all[] = { &b->argv, &b->env, &b->labels, &b->rlimits, &b->cap_add, &b->cap_drop, &b->health, &b->setup, &b->entrypoint };

    *b = (struct builder){ 0 };
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        wire_writer_init(all[i]);
    netopts_init(&b->net);
    mountopts_init(&b->mounts);
    b->spec = (struct container_spec){ .network = NETWORK_MODE_BRIDGE, .seccomp = true, .no_new_privs = true, .shm_bytes = 64 << 20, .stop_grace_ms = 10000, .log_max_bytes = 64 << 20, .tty_rows = 24, .tty_columns = 80,
                                         .health = { .interval_ms = 10000, .timeout_ms = 5000, .retries = 3 } };
}

static void builder_done(struct builder *b)
{
    struct wire_writer *const all[] = { &b->argv, &b->env, &b->labels, &b->rlimits, &b->cap_add, &b->cap_drop, &b->health, &b->setup, &b->entrypoint };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        wire_writer_done(all[i]);
    netopts_done(&b->net);
    mountopts_done(&b->mounts);
}

static int bad(const char *option, const char *value, const char *wanted, struct err *e)
{
    return err_set(e, ERR_INVALID, "--%s %s: not %s", option, value, wanted);
}

/* ---------------------------------------------------------------- environment and labels */

static void put_pair(struct wire_writer *w, uint32_t *count, const char *pair, const char *eq)
{
    wire_put_span(w, (struct wire_span){ (const uint8_t *)pair, (size_t)(eq - pair) });
    wire_put_str(w, eq + 1);
    ++*count;
}

static int add_env(struct builder *b, const char *text, struct err *e)
{
    const char *eq = strchr(text, '='), *here;

    if (eq == text || !*text)
        return bad("env", text, "KEY=VALUE", e);
    if (eq) {
        put_pair(&b->env, &b->env_count, text, eq);
        return 0;
    }
    here = getenv(text);
    if (here) {
        wire_put_str(&b->env, text);
        wire_put_str(&b->env, here);
        b->env_count++;
    }
    return 0;
}

static int add_env_file(struct builder *b, const char *path, struct err *e)
{
    FILE *f = fopen(path, "re");
    char line[65536];
    int r = 0;

    if (!f)
        return err_sys(e, "--env-file %s", path);
    while (r == 0 && fgets(line, sizeof line, f)) {
        line[strcspn(line, "\n")] = '\0';
        if (*line && *line != '#')
            r = add_env(b, line, e);
    }
    if (r == 0 && ferror(f))
        r = err_sys(e, "--env-file %s", path);
    else if (r < 0)
        err_add(e, "--env-file %s", path);
    fclose(f);
    return r;
}

static int add_label(struct builder *b, const char *text, struct err *e)
{
    const char *eq = strchr(text, '=');

    if (!eq || eq == text)
        return bad("label", text, "KEY=VALUE", e);
    put_pair(&b->labels, &b->label_count, text, eq);
    return 0;
}

/* ---------------------------------------------------------------- limits */

static int set_number(const char *option, const char *value, bool *has, uint64_t *out, struct err *e)
{
    *has = true;
    return str_uint(value, UINT64_MAX, out) < 0 ? bad(option, value, "a whole number", e) : 0;
}

static int set_size(const char *option, const char *value, bool *has, uint64_t *out, struct err *e)
{
    *has = true;
    return str_bytes(value, out) < 0 ? bad(option, value, "a size like 512m or 2g", e) : 0;
}

static int set_memory_limit(struct limits *l, const char *value, struct err *e)
{
    uint64_t thousandths;

    if (str_thousandths(value, &thousandths) < 0 || thousandths > 1ull << 40)
        return set_size("memory-limit", value, &l->has_memory_bytes, &l->memory_bytes, e);
    l->has_memory_bytes = true;
    l->memory_bytes = thousandths * 1048576 / 1000;
    return 0;
}

static int set_cpus(struct limits *l, const char *option, const char *value, uint64_t divisor, struct err *e)
{
    uint64_t n;

    if (str_thousandths(value, &n) < 0)
        return bad(option, value, "a number", e);
    l->has_cpu_millis = true;
    l->cpu_millis = n / divisor;
    return 0;
}

/* 1: it was one of the limits. */
int limit_option(struct limits *l, const char *name, const char *v, struct err *e)
{
    int r;

    if (!strcmp(name, "memory"))
        r = set_size(name, v, &l->has_memory_bytes, &l->memory_bytes, e);
    else if (!strcmp(name, "memory-limit"))
        r = set_memory_limit(l, v, e);
    else if (!strcmp(name, "swap"))
        r = set_size(name, v, &l->has_memory_swap_bytes, &l->memory_swap_bytes, e);
    else if (!strcmp(name, "cpus"))
        r = set_cpus(l, name, v, 1, e);
    else if (!strcmp(name, "cpu-limit"))
        r = set_cpus(l, name, v, 100, e);
    else if (!strcmp(name, "cpu-weight"))
        r = set_number(name, v, &l->has_cpu_weight, &l->cpu_weight, e);
    else if (!strcmp(name, "pids-limit"))
        r = set_number(name, v, &l->has_pids_max, &l->pids_max, e);
    else if (!strcmp(name, "io-weight"))
        r = set_number(name, v, &l->has_io_weight, &l->io_weight, e);
    else if (!strcmp(name, "cpuset-cpus")) {
        l->has_cpuset = strlen(v) < sizeof l->cpuset.text;
        if (!l->has_cpuset)
            return bad(name, v, "a list of CPUs", e);
        str_fmt(l->cpuset.text, sizeof l->cpuset.text, "%s", v);
        r = 0;
    } else {
        return 0;
    }
    return r < 0 ? -1 : 1;
}

static int add_rlimit(struct builder *b, const char *text, struct err *e)
{
    struct resource_limit l = { 0 };
    const char *eq = strchr(text, '='), *colon = eq ? strchr(eq, ':') : NULL;
    char soft[32];

    if (!eq || (size_t)(eq - text) >= sizeof l.name.text || strlen(eq) > 40)
        return bad("ulimit", text, "NAME=SOFT[:HARD]", e);
    str_fmt(l.name.text, sizeof l.name.text, "%.*s", (int)(eq - text), text);
    str_fmt(soft, sizeof soft, "%.*s", colon ? (int)(colon - eq - 1) : 31, eq + 1);
    if (!strcmp(soft, "unlimited") ? (l.soft = UINT64_MAX, 0) : str_uint(soft, UINT64_MAX, &l.soft) < 0)
        return bad("ulimit", text, "NAME=SOFT[:HARD]", e);
    l.hard = l.soft;
    if (colon && (!strcmp(colon + 1, "unlimited") ? (l.hard = UINT64_MAX, 0) : str_uint(colon + 1, UINT64_MAX, &l.hard) < 0))
        return bad("ulimit", text, "NAME=SOFT[:HARD]", e);
    resource_limit_write(&b->rlimits, &l);
    b->rlimit_count++;
    return 0;
}

/* ---------------------------------------------------------------- the rest */

static int set_userns(struct container_spec *s, const char *text, struct err *e)
{
    char host[24];
    const char *colon = strchr(text, ':');

    if (!colon || colon - text > 20)
        return bad("userns", text, "HOST_ID:COUNT", e);
    str_fmt(host, sizeof host, "%.*s", (int)(colon - text), text);
    s->has_userns = true;
    return str_uint(host, 4294967294u, &s->userns.host_id) < 0 || str_uint(colon + 1, 4294967294u, &s->userns.count) < 0 ? bad("userns", text, "HOST_ID:COUNT", e) : 0;
}

static int set_restart(struct container_spec *s, const char *text, struct err *e)
{
    size_t len = strcspn(text, ":");

    for (int i = 0; i < RESTART_POLICY_COUNT; i++)
        if (strlen(restart_policy_name((enum restart_policy)i)) == len && !strncmp(text, restart_policy_name((enum restart_policy)i), len)) {
            s->restart = (enum restart_policy)i;
            if (!text[len])
                return 0;
            if (s->restart == RESTART_POLICY_ON_FAILURE && str_uint(text + len + 1, 1u << 30, &s->restart_max) == 0)
                return 0;
        }
    return bad("restart", text, "no, on-failure[:N], always or unless-stopped", e);
}

static int set_text(bool *has, struct wire_span *to, const char *value)
{
    *has = true;
    *to = wire_text(value);
    return 0;
}

static int set_fixed(const char *option, bool *has, char *to, size_t size, const char *value, struct err *e)
{
    *has = true;
    if (strlen(value) >= size)
        return bad(option, value, "short enough", e);
    str_fmt(to, size, "%s", value);
    return 0;
}

static int add_cap(struct wire_writer *w, uint32_t *count, const char *value)
{
    wire_put_str(w, value);
    ++*count;
    return 0;
}

static int set_duration(const char *option, const char *value, uint64_t *out, struct err *e)
{
    return str_duration(value, out) < 0 ? bad(option, value, "a duration like 500ms, 30s or 5m", e) : 0;
}

static int set_health(struct builder *b, const char *name, const char *v, struct err *e)
{
    struct health_check_spec *h = &b->spec.health;

    if (!strcmp(name, "cmd")) {
        b->spec.has_health = true;
        wire_put_str(&b->health, "/bin/sh");
        wire_put_str(&b->health, "-c");
        wire_put_str(&b->health, v);
        return 0;
    }
    if (!strcmp(name, "interval"))
        return set_duration("health-interval", v, &h->interval_ms, e);
    if (!strcmp(name, "timeout"))
        return set_duration("health-timeout", v, &h->timeout_ms, e);
    if (!strcmp(name, "start-period"))
        return set_duration("health-start-period", v, &h->start_period_ms, e);
    if (!strcmp(name, "retries"))
        return str_uint(v, 1000, &h->retries) < 0 ? bad("health-retries", v, "a number", e) : 0;
    for (int i = 0; i < HEALTH_ACTION_COUNT; i++)
        if (!strcmp(v, health_action_name((enum health_action)i))) {
            h->on_unhealthy = (enum health_action)i;
            return 0;
        }
    return bad("health-on-failure", v, "none, restart or stop", e);
}

/* 1: it is one of the log's. */
static int apply_log(struct container_spec *s, const char *name, const char *v, struct err *e)
{
    bool ignored;
    int r = 0;

    if (!strcmp(name, "log-max-size"))
        r = set_size(name, v, &ignored, &s->log_max_bytes, e);
    else if (!strcmp(name, "log-segment-size"))
        r = set_size(name, v, &s->has_log_segment_bytes, &s->log_segment_bytes, e);
    else if (!strcmp(name, "log-max-files")) {
        s->has_log_segments = true;
        r = str_uint(v, 100000, &s->log_segments) < 0 ? bad(name, v, "a number of files", e) : 0;
    } else if (!strcmp(name, "log-full")) {
        s->log_full = !strcmp(v, "block") ? LOG_FULL_BLOCK : LOG_FULL_DROP;
        r = strcmp(v, "drop") && strcmp(v, "block") ? bad(name, v, "drop or block", e) : 0;
    } else {
        return 0;
    }
    return r < 0 ? -1 : 1;
}

/* Those that have no value. */
static void set_flag(struct container_spec *s, const char *name)
{
    if (!strcmp(name, "no-healthcheck"))
        s->no_health = true;
    if (!strcmp(name, "interactive"))
        s->stdin_ = true;
    if (!strcmp(name, "tty")) {
        s->tty = true;
        terminal_measure(&s->tty_rows, &s->tty_columns);
    }
    if (!strcmp(name, "icc"))
        s->icc = true;
    if (!strcmp(name, "read-only"))
        s->read_only = true;
    if (!strcmp(name, "rm"))
        s->auto_remove = true;
    if (!strcmp(name, "allow-new-privileges"))
        s->no_new_privs = false;
}

static int apply_more(struct builder *b, const char *name, const char *v, struct err *e)
{
    struct container_spec *s = &b->spec;
    bool ignored;

    if (!strcmp(name, "seccomp")) {
        if (strcmp(v, "default") && strcmp(v, "unconfined"))
            return bad(name, v, "default or unconfined", e);
        s->seccomp = !strcmp(v, "default");
        return 0;
    }
    if (!strcmp(name, "stop-signal")) {
        s->stop_signal = (uint64_t)str_signal(v);
        s->has_stop_signal = true;
        return s->stop_signal ? 0 : bad(name, v, "a signal", e);
    }
    if (!strcmp(name, "stop-timeout"))
        return set_duration(name, v, &s->stop_grace_ms, e);
    if (!strcmp(name, "timeout")) {
        s->has_timeout_ms = true;
        return set_duration(name, v, &s->timeout_ms, e);
    }
    if (!strcmp(name, "shm-size"))
        return set_size(name, v, &ignored, &s->shm_bytes, e);
    if (!strcmp(name, "storage-limit"))
        return set_size(name, v, &s->has_storage_bytes, &s->storage_bytes, e);
    if (!strncmp(name, "health-", 7))
        return set_health(b, name + 7, v, e);
    if (!strcmp(name, "entrypoint"))
        return add_cap(&b->entrypoint, &b->entrypoint_count, v);
    if (!strcmp(name, "setup"))
        return add_cap(&b->setup, &b->setup_count, v);
    set_flag(s, name);
    return 0;
}

static int apply(struct builder *b, const char *name, const char *v, struct err *e)
{
    struct container_spec *s = &b->spec;
    int limit = limit_option(&s->limits, name, v, e), net, log, mount;

    if (limit) {
        s->has_limits = true;
        return limit < 0 ? -1 : 0;
    }
    net = netopts_apply(&b->net, s, name, v, e);
    if (net)
        return net < 0 ? -1 : 0;
    log = apply_log(s, name, v, e);
    if (log)
        return log < 0 ? -1 : 0;
    mount = mountopts_apply(&b->mounts, name, v, e);
    if (mount)
        return mount < 0 ? -1 : 0;
    if (!strcmp(name, "name"))
        return set_fixed(name, &s->has_name, s->name.text, sizeof s->name.text, v, e);
    if (!strcmp(name, "hostname"))
        return set_fixed(name, &s->has_hostname, s->hostname.text, sizeof s->hostname.text, v, e);
    if (!strcmp(name, "env"))
        return add_env(b, v, e);
    if (!strcmp(name, "env-file"))
        return add_env_file(b, v, e);
    if (!strcmp(name, "label"))
        return add_label(b, v, e);
    if (!strcmp(name, "working-directory") || !strcmp(name, "workdir"))
        return set_text(&s->has_workdir, &s->workdir, v);
    if (!strcmp(name, "user"))
        return set_text(&s->has_user, &s->user, v);
    if (!strcmp(name, "ulimit"))
        return add_rlimit(b, v, e);
    if (!strcmp(name, "userns"))
        return set_userns(s, v, e);
    if (!strcmp(name, "restart"))
        return set_restart(s, v, e);
    if (!strcmp(name, "cap-add"))
        return add_cap(&b->cap_add, &b->cap_add_count, v);
    if (!strcmp(name, "cap-drop"))
        return add_cap(&b->cap_drop, &b->cap_drop_count, v);
    return apply_more(b, name, v, e);
}

/* A file here, or what looks like a path; anything else is a tag or a digest. */
static bool is_path(const char *text)
{
    struct stat st;

    return *text == '/' || str_starts(text, "./") || str_starts(text, "../") || (stat(text, &st) == 0 && (S_ISREG(st.st_mode) || strchr(text, '/')));
}

static int set_image(struct builder *b, const char *text, bool forced, struct err *e)
{
    if (!forced && !is_path(text)) {
        b->spec.image = wire_text(text);
        return 0;
    }
    if (!realpath(text, b->image))
        return err_set(e, ERR_NOT_FOUND, "image %s: %s", text, strerror(errno));
    b->spec.image = wire_text(b->image);
    return 0;
}

static bool has_health_option(const struct args *a)
{
    for (int i = 0; i < a->option_count; i++)
        if (!strncmp(a->options[i].def->name, "health-", 7))
            return true;
    return false;
}

static int build(struct builder *b, const struct args *a, struct err *e)
{
    const char *path = args_get(a, "image-path");
    char **command = a->rest;
    struct container_spec *s = &b->spec;

    for (int i = 0; i < a->option_count; i++)
        if (apply(b, a->options[i].def->name, a->options[i].value, e) < 0)
            return -1;
    if ((args_has(a, "enable-all-namespaces") || args_has(a, "enable-network-namespace")) && s->network == NETWORK_MODE_HOST)
        return err_set(e, ERR_CONFLICT, "--network host and --enable-network-namespace exclude each other");
    if (!path && !*command)
        return err_set(e, ERR_INVALID, "an image is needed: --image-path FILE, or IMAGE before the command");
    if (set_image(b, path ? path : *command, path != NULL, e) < 0)
        return -1;
    command += !path;
    for (; *command; command++, b->argv_count++)
        wire_put_str(&b->argv, *command);
    if (s->tty)
        terminal_put_type(&b->env, &b->env_count);
    s->has_argv = b->argv_count;
    s->argv = wire_list_of(&b->argv, b->argv_count);
    s->has_entrypoint = b->entrypoint_count;
    s->entrypoint = wire_list_of(&b->entrypoint, b->entrypoint_count);
    s->health.argv = wire_list_of(&b->health, 3);
    s->has_setup = b->setup_count;
    s->setup = wire_list_of(&b->setup, b->setup_count);
    if (!s->has_health && has_health_option(a))
        return err_set(e, ERR_INVALID, "--health-… options need --health-cmd");
    s->has_env = b->env_count;
    s->env = wire_list_of(&b->env, b->env_count);
    s->has_labels = b->label_count;
    s->labels = wire_list_of(&b->labels, b->label_count);
    mountopts_finish(&b->mounts, s);
    s->has_rlimits = b->rlimit_count;
    s->rlimits = wire_list_of(&b->rlimits, b->rlimit_count);
    s->has_cap_add = b->cap_add_count;
    s->cap_add = wire_list_of(&b->cap_add, b->cap_add_count);
    if (netopts_finish(&b->net, s, e) < 0)
        return -1;
    s->has_cap_drop = b->cap_drop_count;
    s->cap_drop = wire_list_of(&b->cap_drop, b->cap_drop_count);
    return 0;
}

static int print_id(struct wire_span result, struct err *e)
{
    struct wire_reader r = wire_reader(result);
    struct container_create_reply reply;

    if (container_create_reply_read(&r, &reply, e) < 0)
        return -1;
    puts(reply.id.text);
    return 0;
}

static int make(const struct args *a, bool run, struct builder *b, struct err *e)
{
    struct container_create m = { .container_spec = b->spec };
    struct container_run r = { .container_spec = b->spec };
    struct wire_writer w;
    struct quilt_reply reply;
    struct quilt *q = quilt_open(quilt_run_dir(a->run_dir), QUILT_CONTROL, e);
    int result = -1;

    if (!q)
        return -1;
    wire_writer_init(&w);
    if (run)
        container_run_write(&w, &r);
    else
        container_create_write(&w, &m);
    if (progress_call(q, a, run ? "container.run" : "container.create", &w, args_get(a, "idempotency-key"), &reply, e) == 0)
        result = print_id(reply.result, e);
    wire_writer_done(&w);
    quilt_close(q);
    return result;
}

int cli_create(const struct args *a, struct err *e)
{
    struct builder b;
    int r;

    builder_init(&b);
    r = build(&b, a, e) < 0 ? -1 : make(a, false, &b, e);
    builder_done(&b);
    return r;
}

int cli_run(const struct args *a, struct err *e)
{
    struct container_run m = { .attach = true, .credit_bytes = STREAM_CREDIT };
    struct builder b;
    struct wire_writer w;
    int r;

    builder_init(&b);
    r = build(&b, a, e);
    if (r == 0 && args_has(a, "detach"))
        r = make(a, true, &b, e);
    else if (r == 0) {
        m.container_spec = b.spec;
        wire_writer_init(&w);
        container_run_write(&w, &m);
        r = stream_run(a, &w, args_get(a, "idempotency-key"), e);
        wire_writer_done(&w);
    }
    builder_done(&b);
    return r;
}
