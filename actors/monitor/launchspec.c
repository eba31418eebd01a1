#include "actors/monitor/launchspec.h"
#include "actors/monitor/setup.h"
#include "actors/monitor/storage.h"

#include "actors/netd/policy.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/ip.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/capability.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>

#define PIDS_DEFAULT 1024
#define ICC_TARGET "/run/quilt"         /* where a client looks for the daemon, by default */
#define CAP(name) (1ull << CAP_##name)

/* Eleven, as podman keeps: no MKNOD, NET_RAW or AUDIT_WRITE. */
static const uint64_t default_caps = CAP(CHOWN) | CAP(DAC_OVERRIDE) | CAP(FOWNER) | CAP(FSETID) | CAP(KILL) | CAP(NET_BIND_SERVICE) |
                                     CAP(SETFCAP) | CAP(SETGID) | CAP(SETPCAP) | CAP(SETUID) | CAP(SYS_CHROOT);

static const struct {
    const char *name;
    int resource;
} resources[] = {
    { "as", RLIMIT_AS },       { "core", RLIMIT_CORE },         { "cpu", RLIMIT_CPU },       { "data", RLIMIT_DATA },         { "fsize", RLIMIT_FSIZE },
    { "locks", RLIMIT_LOCKS }, { "memlock", RLIMIT_MEMLOCK },   { "msgqueue", RLIMIT_MSGQUEUE }, { "nice", RLIMIT_NICE },     { "nofile", RLIMIT_NOFILE },
    { "nproc", RLIMIT_NPROC }, { "rss", RLIMIT_RSS },           { "rtprio", RLIMIT_RTPRIO }, { "sigpending", RLIMIT_SIGPENDING }, { "stack", RLIMIT_STACK },
};

/* ---------------------------------------------------------------- capabilities */

static int cap_number(const struct word *w, cap_value_t *out, struct err *e)
{
    char name[80];

    str_fmt(name, sizeof name, "%s%s", str_starts(w->text, "cap_") || str_starts(w->text, "CAP_") ? "" : "cap_", w->text);
    return cap_from_name(name, out) < 0 ? err_set(e, ERR_INVALID, "capability %s: unknown", w->text) : 0;
}

static int apply_caps(const struct wire_list *list, bool add, uint64_t *caps, struct err *e)
{
    struct wire_reader r = wire_reader(list->items);

    for (uint32_t i = 0; i < list->count; i++) {
        struct word w;
        cap_value_t n;

        if (word_read(&r, &w, e) < 0)
            return -1;
        if (!strcasecmp(w.text, "all")) {
            *caps = add ? ~0ull : 0;
            continue;
        }
        if (cap_number(&w, &n, e) < 0)
            return -1;
        *caps = add ? *caps | 1ull << n : *caps & ~(1ull << n);
    }
    return 0;
}

static uint64_t own_bounding_set(void)
{
    uint64_t set = 0;

    for (int cap = 0; cap < 64; cap++)
        if (cap_get_bound(cap) > 0)
            set |= 1ull << cap;
    return set;
}

int launchspec_caps(const struct container_spec *s, uint64_t *out, struct err *e)
{
    *out = default_caps;
    if ((s->has_cap_drop && apply_caps(&s->cap_drop, false, out, e) < 0) || (s->has_cap_add && apply_caps(&s->cap_add, true, out, e) < 0))
        return -1;
    *out &= own_bounding_set();         /* "all" is all that this host gave us */
    return 0;
}

/* ---------------------------------------------------------------- checks */

int launchspec_check_limits(const struct limits *l, struct err *e)
{
    struct sysinfo si;
    uint64_t total, cpus = (uint64_t)get_nprocs_conf() * 1000;

    sysinfo(&si);
    total = (uint64_t)si.totalram * si.mem_unit;
    if (l->has_memory_bytes && l->memory_bytes > total)
        return err_set(e, ERR_INVALID, "memory limit %llu: this machine has %llu bytes", (unsigned long long)l->memory_bytes, (unsigned long long)total);
    if (l->has_memory_swap_bytes && l->memory_swap_bytes > 1ull << 50)
        return err_set(e, ERR_INVALID, "swap limit %llu: out of range", (unsigned long long)l->memory_swap_bytes);
    if (l->has_cpu_millis && l->cpu_millis > cpus)
        return err_set(e, ERR_INVALID, "cpu limit %llu.%03llu: this machine has %d CPUs", (unsigned long long)l->cpu_millis / 1000,
                       (unsigned long long)l->cpu_millis % 1000, get_nprocs_conf());
    if (l->has_cpu_millis && l->cpu_millis < 10)
        return err_set(e, ERR_INVALID, "cpu limit: at least 0.01 of a CPU");
    return 0;
}

static bool is_below(const char *path, const char *dir)
{
    size_t len = strlen(dir);

    return !strncmp(path, dir, len) && (path[len] == '/' || !path[len]);
}

static int check_source(const char *source, const char *state_dir, const char *run_dir, bool host_allowed, struct err *e)
{
    static const char *const never[] = { "/proc", "/sys", "/dev", "/boot" };
    auto_free char *real = realpath(source, NULL), *state = realpath(state_dir, NULL), *run = realpath(run_dir, NULL);

    state_dir = state ? state : state_dir;
    run_dir = run ? run : run_dir;
    if (!real)
        return err_set(e, errno == ENOENT ? ERR_NOT_FOUND : ERR_FAILED, "mount source %s: %s", source, strerror(errno));
    if (is_below(real, state_dir) || is_below(real, run_dir))
        return err_set(e, ERR_DENIED, "mount source %s: are Quilt's own files", source);
    if (host_allowed)
        return 0;
    if (!strcmp(real, "/") || is_below(state_dir, real) || is_below(run_dir, real))
        return err_set(e, ERR_DENIED, "mount source %s: would expose the host's root or Quilt's own files", source);
    for (size_t i = 0; i < sizeof never / sizeof *never; i++)
        if (is_below(real, never[i]))
            return err_set(e, ERR_DENIED, "mount source %s: %s of the host is not for containers", source, never[i]);
    return 0;
}

static int check_target(const char *target, struct err *e)
{
    if (!target[strspn(target, "/")] || is_below(target, "/proc") || is_below(target, "/sys") || !strcmp(target, "/dev"))
        return err_set(e, ERR_INVALID, "mount target %s: not a place for a mount", target);
    for (const char *p = target; (p = strstr(p, "/..")); p += 3)
        if (!p[3] || p[3] == '/')
            return err_set(e, ERR_INVALID, "mount target %s: holds \"..\"", target);
    return 0;
}

static int check_kind(const struct mount *m, const char *target, struct err *e)
{
    if (m->type == MOUNT_TYPE_BIND && !m->has_source)
        return err_set(e, ERR_INVALID, "mount %s: a bind mount needs a source", target);
    if (m->type == MOUNT_TYPE_VOLUME && !m->has_volume)
        return err_set(e, ERR_INVALID, "mount %s: which volume is needed", target);
    if (m->type != MOUNT_TYPE_BIND && m->has_source)
        return err_set(e, ERR_INVALID, "mount %s: a %s has no source path", target, mount_type_name(m->type));
    if (m->type != MOUNT_TYPE_VOLUME && m->has_volume)
        return err_set(e, ERR_INVALID, "mount %s: volume is for mounts of that type", target);
    if (m->type != MOUNT_TYPE_BIND && (m->propagation != PROPAGATION_PRIVATE || m->allow_host))
        return err_set(e, ERR_INVALID, "mount %s: propagation and allow_host are for bind mounts", target);
    if (m->type != MOUNT_TYPE_TMPFS && (m->has_size_bytes || m->has_mode))
        return err_set(e, ERR_INVALID, "mount %s: size and mode are for tmpfs", target);
    return 0;
}

/* Where it is in the container; owned. */
static char *target_of(const struct secret_mount *m)
{
    char usual[100];

    str_fmt(usual, sizeof usual, "/run/secrets/%s", m->secret.text);
    return m->has_target ? wire_dup(m->target) : xstrdup(usual);
}

static bool is_same_place(const char *a, const char *b)
{
    size_t len = strlen(a), more = strlen(b);

    while (len > 1 && a[len - 1] == '/')
        len--;
    while (more > 1 && b[more - 1] == '/')
        more--;
    return len == more && !memcmp(a, b, len);
}

/* As they are written: a symlink of the image may still make two of them one place. */
static int check_once(const struct container_spec *s, const char *target, struct err *e)
{
    struct wire_reader r = wire_reader(s->mounts.items), secrets = wire_reader(s->secrets.items);
    struct secret_mount secret;
    struct mount m;
    int n = 0;

    for (uint32_t i = 0; s->has_mounts && i < s->mounts.count && mount_read(&r, &m, NULL) == 0; i++) {
        auto_free char *other = wire_dup(m.target);

        n += is_same_place(target, other);
    }
    for (uint32_t i = 0; s->has_secrets && i < s->secrets.count && secret_mount_read(&secrets, &secret, NULL) == 0; i++) {
        auto_free char *other = target_of(&secret);

        n += is_same_place(target, other);
    }
    return n > 1 ? err_set(e, ERR_INVALID, "mount target %s: there are two mounts for it", target) : 0;
}

static int check_secrets(const struct container_spec *s, struct err *e)
{
    struct wire_reader r = wire_reader(s->secrets.items);

    for (uint32_t i = 0; s->has_secrets && i < s->secrets.count; i++) {
        auto_free char *target = NULL;
        struct secret_mount m;

        if (secret_mount_read(&r, &m, e) < 0)
            return -1;
        target = target_of(&m);
        if (check_target(target, e) < 0 || check_once(s, target, e) < 0)
            return err_add(e, "secret %s", m.secret.text);
        if (m.mode > 0777 || m.uid > 4294967294u || m.gid > 4294967294u)
            return err_set(e, ERR_INVALID, "secret %s: mode is up to 0777, uid and gid are ids", m.secret.text);
    }
    return s->has_secrets && s->secrets.count > 64 ? err_set(e, ERR_INVALID, "secrets: at most 64") : 0;
}

static int check_mounts(const struct container_spec *s, const char *state_dir, const char *run_dir, uint64_t uid, struct err *e)
{
    struct wire_reader r = wire_reader(s->mounts.items);

    for (uint32_t i = 0; s->has_mounts && i < s->mounts.count; i++) {
        struct mount m;
        auto_free char *source = NULL, *target = NULL;

        if (mount_read(&r, &m, e) < 0)
            return -1;
        target = wire_dup(m.target);
        if (check_target(target, e) < 0)
            return -1;
        if (check_kind(&m, target, e) < 0)
            return -1;
        if (m.allow_host && uid != 0)
            return err_set(e, ERR_DENIED, "mount %s: allow_host is for root", target);
        source = m.has_source ? wire_dup(m.source) : NULL;
        if (source && check_source(source, state_dir, run_dir, m.allow_host, e) < 0)
            return -1;
        if (check_once(s, target, e) < 0)
            return -1;
    }
    return 0;
}

static int rlimit_number(const char *name)
{
    for (size_t i = 0; i < sizeof resources / sizeof *resources; i++)
        if (!strcmp(resources[i].name, name))
            return resources[i].resource;
    return -1;
}

static int check_icc(const struct container_spec *s, struct err *e)
{
    struct wire_reader r = wire_reader(s->mounts.items);

    for (uint32_t i = 0; s->icc && s->has_mounts && i < s->mounts.count; i++) {
        struct mount m;
        auto_free char *target = NULL;

        if (mount_read(&r, &m, e) < 0)
            return -1;
        target = wire_dup(m.target);
        if (is_below(target, ICC_TARGET))
            return err_set(e, ERR_CONFLICT, "mount target %s: is where icc puts the control socket", target);
    }
    return 0;
}

static int check_rlimits(const struct container_spec *s, struct err *e)
{
    struct wire_reader r = wire_reader(s->rlimits.items);

    for (uint32_t i = 0; s->has_rlimits && i < s->rlimits.count; i++) {
        struct resource_limit l;

        if (resource_limit_read(&r, &l, e) < 0)
            return -1;
        if (rlimit_number(l.name.text) < 0)
            return err_set(e, ERR_INVALID, "rlimit %s: unknown", l.name.text);
        if (l.soft > l.hard)
            return err_set(e, ERR_INVALID, "rlimit %s: soft is above hard", l.name.text);
    }
    return 0;
}

static int check_ports(const struct container_spec *s, struct err *e)
{
    struct wire_reader r = wire_reader(s->ports.items);

    for (uint32_t i = 0; s->has_ports && i < s->ports.count; i++) {
        struct published_port p;
        uint32_t host;

        if (published_port_read(&r, &p, e) < 0)
            return -1;
        if (p.host_port + p.count > 65536 || p.container_port + p.count > 65536)
            return err_set(e, ERR_INVALID, "ports: %llu ports from %llu: beyond 65535", (unsigned long long)p.count,
                           (unsigned long long)(p.host_port > p.container_port ? p.host_port : p.container_port));
        if (p.has_host_address && ip4_parse(p.host_address.text, &host) < 0)
            return err_set(e, ERR_INVALID, "ports: %s: not an IPv4 address", p.host_address.text);
    }
    return 0;
}

static int check_addresses(const struct wire_list *list, const char *what, struct err *e)
{
    struct wire_reader r = wire_reader(list->items);

    for (uint32_t i = 0; i < list->count; i++) {
        struct ip_address a;
        struct ip6 six;
        uint32_t four;

        if (ip_address_read(&r, &a, e) < 0)
            return -1;
        if (ip4_parse(a.text, &four) < 0 && ip6_parse(a.text, &six) < 0)
            return err_set(e, ERR_INVALID, "%s: %s: not an address", what, a.text);
    }
    return 0;
}

static int check_extra_hosts(const struct container_spec *s, struct err *e)
{
    static const struct wire_rule name_rule = { 1, 253, "a-zA-Z0-9_.-", "a-zA-Z0-9" };
    struct wire_reader r = wire_reader(s->extra_hosts.items);

    for (uint32_t i = 0; s->has_extra_hosts && i < s->extra_hosts.count; i++) {
        struct wire_span name, address;
        char text[64];
        struct ip6 six;
        uint32_t four;

        if (wire_read_str(&r, &name, e) < 0 || wire_read_str(&r, &address, e) < 0)
            return -1;
        wire_copy(text, sizeof text, address);
        if (wire_check_text(name, &name_rule, e) < 0 || (ip4_parse(text, &four) < 0 && ip6_parse(text, &six) < 0))
            return err_set(e, ERR_INVALID, "extra_hosts: %.*s: a host name and an address are needed", name.len > 60 ? 60 : (int)name.len, (const char *)name.data);
    }
    return 0;
}

static int check_network(const struct container_spec *s, struct err *e)
{
    bool bridge = s->network == NETWORK_MODE_BRIDGE;
    uint64_t caps;

    if (!bridge && (s->has_networks || s->has_ports || s->has_policy || s->has_rate_in_bytes || s->has_rate_out_bytes))
        return err_set(e, ERR_CONFLICT, "network %s: networks, ports, a policy and rates are for the network bridge", network_mode_name(s->network));
    if ((s->network == NETWORK_MODE_CONTAINER) != s->has_network_container)
        return err_set(e, ERR_INVALID, "network_container: goes with network container, and only with it");
    if (s->network == NETWORK_MODE_CONTAINER && s->has_hostname)
        return err_set(e, ERR_CONFLICT, "hostname: is the other container's, whose network it shares");
    if (launchspec_caps(s, &caps, e) < 0)
        return -1;
    if (s->has_rate_out_bytes && caps & CAP(NET_ADMIN))
        return err_set(e, ERR_UNSUPPORTED, "rate_out_bytes: a container with net_admin could take the bound away");
    if (check_ports(s, e) < 0 || (s->has_dns && check_addresses(&s->dns, "dns", e) < 0) || check_extra_hosts(s, e) < 0)
        return -1;
    return s->has_policy ? policy_check(&s->policy, e) : 0;
}

int launchspec_check(const struct container_spec *s, const char *state_dir, const char *run_dir, uint64_t uid, struct err *e)
{
    uint64_t caps;

    if (s->has_argv && !s->argv.count)
        return err_set(e, ERR_INVALID, "argv: is empty");
    if (s->has_limits && launchspec_check_limits(&s->limits, e) < 0)
        return -1;
    if (s->has_timeout_ms && (s->timeout_ms == 0 || s->timeout_ms > 1ull << 50))
        return err_set(e, ERR_INVALID, "timeout: must be above 0 and below 2^50 ms; leave it out for none");
    if (s->has_limits && s->limits.has_memory_swap_bytes && !s->limits.has_memory_bytes)
        return err_set(e, ERR_INVALID, "swap limit: needs a memory limit");
    if (s->has_userns && (s->userns.count == 0 || s->userns.host_id == 0 || s->userns.host_id + s->userns.count > 4294967295ull))
        return err_set(e, ERR_INVALID, "userns: count must be above 0 and host_id a range of ids above 0");
    if (s->auto_remove && s->restart != RESTART_POLICY_NO)
        return err_set(e, ERR_CONFLICT, "auto_remove and a restart policy exclude each other");
    if (s->log_max_bytes < 65536)
        return err_set(e, ERR_INVALID, "log_max_bytes: at least 65536");
    if (s->has_health && (!s->health.argv.count || !s->health.retries || s->health.interval_ms < 100 || !s->health.timeout_ms))
        return err_set(e, ERR_INVALID, "health: %s", !s->health.argv.count ? "argv is empty" : !s->health.retries ? "retries: at least 1" : !s->health.timeout_ms ? "timeout_ms: above 0" : "interval_ms: at least 100");
    if (setup_check(s, e) < 0)
        return -1;
    if (s->has_log_segment_bytes && (s->log_segment_bytes < 4096 || s->log_segment_bytes > s->log_max_bytes))
        return err_set(e, ERR_INVALID, "log_segment_bytes: 4096 to log_max_bytes");
    if (s->has_log_segments && (s->log_segments < 2 || s->log_segments > 100000))
        return err_set(e, ERR_INVALID, "log_segments: 2 to 100000");
    if (s->has_storage_bytes && (s->storage_bytes < 1 << 20 ? err_set(e, ERR_INVALID, "storage_bytes: at least 1048576") : storage_judge(state_dir, e)) < 0)
        return -1;
    if (s->shm_bytes < 4096)
        return err_set(e, ERR_INVALID, "shm_bytes: at least 4096");
    if (check_network(s, e) < 0)
        return -1;
    return launchspec_caps(s, &caps, e) < 0 || check_mounts(s, state_dir, run_dir, uid, e) < 0 || check_secrets(s, e) < 0 || check_icc(s, e) < 0 ? -1 : check_rlimits(s, e);
}

/* ---------------------------------------------------------------- building */

struct spec_limits launchspec_limits(const struct limits *l, bool defaults, char cpuset[128])
{
    struct spec_limits out = { -1, -1, -1, -1, -1, -1 };

    if (l->has_memory_bytes)
        out.memory_bytes = (int64_t)l->memory_bytes;
    if (l->has_memory_swap_bytes)
        out.swap_bytes = (int64_t)l->memory_swap_bytes;
    if (l->has_cpu_millis)
        out.cpu_millis = (int64_t)l->cpu_millis;
    if (l->has_cpu_weight)
        out.cpu_weight = (int64_t)l->cpu_weight;
    if (l->has_io_weight)
        out.io_weight = (int64_t)l->io_weight;
    if (l->has_pids_max || defaults)
        out.pids_max = l->has_pids_max ? (int64_t)l->pids_max : PIDS_DEFAULT;
    str_fmt(cpuset, 128, "%s", l->has_cpuset ? l->cpuset.text : "");
    return out;
}

static struct spec_list add_strings(struct spec_builder *b, const struct wire_list *list)
{
    struct wire_reader r = wire_reader(list->items);
    auto_free uint32_t *at = xalloc(sizeof *at * (list->count + 1));

    for (uint32_t i = 0; i < list->count; i++) {
        struct wire_span s = { 0 };

        wire_read_str(&r, &s, NULL);
        at[i] = spec_add_text(b, (const char *)s.data, s.len);
    }
    return spec_add_texts(b, at, list->count);
}

static bool has_key_from(const struct wire_list *env, uint32_t from, const char *key)
{
    struct wire_reader r = wire_reader(env->items);

    for (uint32_t i = 0; i < env->count; i++) {
        struct wire_span k = { 0 }, v = { 0 };

        wire_read_str(&r, &k, NULL);
        wire_read_str(&r, &v, NULL);
        if (i >= from && wire_is(&k, key))
            return true;
    }
    return false;
}

static bool has_key(const struct wire_list *env, const char *key)
{
    return has_key_from(env, 0, key);
}

static uint32_t add_pair(struct spec_builder *b, struct wire_span k, struct wire_span v)
{
    auto_free char *text = xalloc(k.len + v.len + 2);

    memcpy(text, k.data, k.len);
    text[k.len] = '=';
    memcpy(text + k.len + 1, v.data, v.len);
    return spec_add_text(b, text, k.len + v.len + 1);
}

/* base below, over above; PATH, HOSTNAME and room for HOME where neither has them. */
static struct spec_list add_env(struct spec_builder *b, const struct wire_list *base, const struct wire_list *over, const char *hostname)
{
    auto_free uint32_t *at = xalloc(sizeof *at * (base->count + over->count + 4));
    const struct wire_list *lists[2] = { base, over };
    char home[210] = "HOME=\001";
    uint32_t n = 0;

    for (int l = 0; l < 2; l++) {
        struct wire_reader r = wire_reader(lists[l]->items);

        for (uint32_t i = 0; i < lists[l]->count; i++) {
            struct wire_span k = { 0 }, v = { 0 };
            auto_free char *key = NULL;

            wire_read_str(&r, &k, NULL);
            wire_read_str(&r, &v, NULL);
            key = wire_dup(k);
            if (!has_key_from(lists[l], i + 1, key) && (l == 1 || !has_key(over, key)))     /* of several the last */
                at[n++] = add_pair(b, k, v);
        }
    }
    if (!has_key(base, "PATH") && !has_key(over, "PATH"))
        at[n++] = spec_add_str(b, "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    if (!has_key(base, "HOSTNAME") && !has_key(over, "HOSTNAME"))
        at[n++] = add_pair(b, wire_text("HOSTNAME"), wire_text(hostname));
    if (!has_key(base, "HOME") && !has_key(over, "HOME"))
        at[n++] = spec_add_text(b, home, sizeof home - 1);
    return spec_add_texts(b, at, n);
}

static struct spec_mount bind_of(struct spec_builder *b, const char *source, const char *target)
{
    struct spec_mount m = { .kind = SPEC_BIND, .flags = SPEC_MOUNT_READ_ONLY };

    m.source = spec_add_str(b, source);
    m.target = spec_add_str(b, target);
    return m;
}

/* The host's network comes with the host's names for it, read-only. */
static uint32_t add_host_files(struct spec_builder *b, struct spec_mount *out)
{
    static const char *const files[] = { "/etc/resolv.conf", "/etc/hosts" };
    uint32_t n = 0;

    for (int i = 0; i < 2; i++) {
        struct stat st;

        auto_free char *real = realpath(files[i], NULL);

        if (real && stat(real, &st) == 0 && S_ISREG(st.st_mode))
            out[n++] = bind_of(b, real, files[i]);
    }
    return n;
}

/* Without symlinks, as it was just checked: the keeper follows none. */
static uint32_t add_real_path(struct spec_builder *b, struct wire_span source)
{
    auto_free char *path = wire_dup(source), *real = realpath(path, NULL);

    return spec_add_str(b, real ? real : path);
}

/* Files of ours, read-only: they lie in the host's memory, which a container must not fill. */
static uint32_t add_network_files(struct spec_builder *b, const char *dir, struct spec_mount *out)
{
    static const char *const files[] = { "resolv.conf", "hosts", "hostname" };
    uint32_t n = 0;

    for (; n < 3; n++) {
        char source[1200], target[32];

        str_fmt(source, sizeof source, "%.1100s/%s", dir, files[n]);
        str_fmt(target, sizeof target, "/etc/%s", files[n]);
        out[n] = bind_of(b, source, target);
    }
    return n;
}

static uint32_t mount_flags(const struct mount *m)
{
    return (m->read_only ? SPEC_MOUNT_READ_ONLY : 0) | (m->idmap && m->type != MOUNT_TYPE_TMPFS ? SPEC_MOUNT_IDMAP : 0) |
           (m->propagation == PROPAGATION_SLAVE ? SPEC_MOUNT_SLAVE : 0) | (m->type == MOUNT_TYPE_VOLUME && !m->read_only ? SPEC_MOUNT_FILL : 0);
}

static uint32_t add_volume_path(struct spec_builder *b, const char *state_dir, const char *kind, const char *name)
{
    char path[1300];

    str_fmt(path, sizeof path, "%.1000s/%s/%s/data", state_dir, kind, name);
    return spec_add_str(b, path);
}

static uint32_t add_secrets(struct spec_builder *b, const struct container_spec *s, const char *state_dir, struct spec_mount *out)
{
    struct wire_reader r = wire_reader(s->secrets.items);
    uint32_t n = 0;

    for (; s->has_secrets && n < s->secrets.count; n++) {
        auto_free char *target = NULL;
        struct secret_mount m;

        if (secret_mount_read(&r, &m, NULL) < 0)
            break;
        out[n] = (struct spec_mount){ .kind = SPEC_SECRET, .mode = (uint32_t)m.mode & 0777, .uid = (uint32_t)m.uid, .gid = (uint32_t)m.gid };
        out[n].source = add_volume_path(b, state_dir, "secrets", m.secret.text);
        target = target_of(&m);
        out[n].target = spec_add_str(b, target);
    }
    return n;
}

static struct spec_list add_mounts(struct spec_builder *b, const struct container_spec *s, const char *state_dir, const char *files_dir, const char *icc_dir)
{
    struct wire_reader r = wire_reader(s->mounts.items);
    auto_free struct spec_mount *list = xalloc(sizeof *list * (s->mounts.count + (s->has_secrets ? s->secrets.count : 0) + 4));
    uint32_t n = s->network == NETWORK_MODE_HOST ? add_host_files(b, list) : files_dir ? add_network_files(b, files_dir, list) : 0;

    for (uint32_t i = 0; s->has_mounts && i < s->mounts.count; i++) {
        struct mount m;

        if (mount_read(&r, &m, NULL) < 0)
            break;
        list[n] = (struct spec_mount){ .kind = m.type == MOUNT_TYPE_TMPFS ? SPEC_TMPFS : SPEC_BIND, .flags = mount_flags(&m), .mode = m.has_mode ? (uint32_t)m.mode & 07777 : 01777,
                                       .size_bytes = m.has_size_bytes ? m.size_bytes : 0 };
        list[n].source = m.has_volume ? add_volume_path(b, state_dir, "volumes", m.volume.text) : m.has_source ? add_real_path(b, m.source) : 0;
        list[n].target = spec_add_text(b, (const char *)m.target.data, m.target.len);
        n++;
    }
    n += add_secrets(b, s, state_dir, list + n);
    if (icc_dir)                        /* last, so that a tmpfs on /run does not cover it */
        list[n++] = bind_of(b, icc_dir, ICC_TARGET);
    return spec_add_array(b, list, sizeof *list, n);
}

static struct spec_list add_rlimits(struct spec_builder *b, const struct container_spec *s)
{
    struct wire_reader r = wire_reader(s->rlimits.items);
    auto_free struct spec_rlimit *list = xalloc(sizeof *list * (s->rlimits.count + 1));
    uint32_t n = 0;

    for (uint32_t i = 0; s->has_rlimits && i < s->rlimits.count; i++) {
        struct resource_limit l;

        if (resource_limit_read(&r, &l, NULL) < 0)
            break;
        list[n++] = (struct spec_rlimit){ .resource = (uint32_t)rlimit_number(l.name.text), .soft = l.soft, .hard = l.hard };
    }
    return spec_add_array(b, list, sizeof *list, n);
}

/* Offsets first, the structure after: adding moves the block. */
#define SET(b, field, value)                                                                                                               \
    do {                                                                                                                                   \
        __typeof__(spec_of(b)->field) value_ = (value);                                                                                    \
        spec_of(b)->field = value_;                                                                                                        \
    } while (0)

static int add_common(struct spec_builder *b, const struct container_spec *s, const struct launch_place *p, const void *bpf, size_t bpf_count, struct err *e)
{
    uint64_t caps;

    if (launchspec_caps(s, &caps, e) < 0)
        return -1;
    SET(b, caps, caps);
    SET(b, incarnation, p->incarnation);
    SET(b, id, spec_add_str(b, p->id));
    SET(b, cgroup, spec_add_str(b, p->group));
    SET(b, run_dir, spec_add_str(b, p->run_dir));
    SET(b, log_dir, spec_add_str(b, p->log_dir));
    SET(b, rlimits, add_rlimits(b, s));
    if (s->seccomp)
        SET(b, bpf, spec_add_array(b, bpf, 8, (uint32_t)bpf_count));
    if (s->no_new_privs)
        spec_of(b)->flags |= SPEC_NO_NEW_PRIVS;
    if (s->has_userns) {
        spec_of(b)->flags |= SPEC_USERNS;
        SET(b, userns_host, (uint32_t)s->userns.host_id);
        SET(b, userns_count, (uint32_t)s->userns.count);
    }
    return 0;
}

static uint32_t add_span_or(struct spec_builder *b, bool has, struct wire_span text, const char *other)
{
    return has ? spec_add_text(b, (const char *)text.data, text.len) : spec_add_str(b, other);
}

static uint32_t network_flags(const struct container_spec *s)
{
    return s->network == NETWORK_MODE_HOST ? 0 : s->network == NETWORK_MODE_NONE ? SPEC_NET_NEW : SPEC_NET_GIVEN;
}

static void add_layers(struct spec_builder *b, const struct launch_place *p)
{
    auto_free uint32_t *lower = NULL;
    uint32_t n = 0;

    SET(b, upper, spec_add_str(b, p->upper));
    SET(b, work, spec_add_str(b, p->work));
    while (p->lower[n])
        n++;
    lower = xalloc((n + 1) * sizeof *lower);
    for (uint32_t i = 0; i < n; i++)
        lower[i] = spec_add_str(b, p->lower[i]);
    SET(b, lower, spec_add_texts(b, lower, n));
}

/* Pairs: what the user wrote, and what the shell is to do. */
static struct spec_list add_setup(struct spec_builder *b, const struct container_spec *s)
{
    struct wire_reader r = wire_reader(s->setup.items);
    auto_free uint32_t *at = xalloc((2 * (size_t)s->setup.count + 1) * sizeof *at);
    uint32_t n = 0;

    for (uint32_t i = 0; s->has_setup && i < s->setup.count; i++) {
        struct wire_span text = { 0 };
        auto_free char *line = NULL, *script = NULL;

        wire_read_str(&r, &text, NULL);
        line = wire_dup(text);
        script = setup_script(line);
        at[n++] = spec_add_str(b, line);
        at[n++] = spec_add_str(b, script);
    }
    return spec_add_texts(b, at, n);
}

int launchspec_container(const struct container_spec *s, const struct launch_place *p, const void *bpf, size_t bpf_count, struct err *e)
{
    struct spec_builder b;
    char cpuset[128];
    const char *hostname = s->has_hostname ? s->hostname.text : p->id;
    int fd = -1;

    spec_begin(&b);
    if (add_common(&b, s, p, bpf, bpf_count, e) == 0) {
        spec_of(&b)->flags |= network_flags(s) | (s->stdin_ ? SPEC_STDIN : 0) | (s->tty ? SPEC_TTY : 0) | (s->read_only ? SPEC_READ_ONLY : 0) | (s->auto_remove ? SPEC_VOLATILE : 0);
        spec_of(&b)->tty_size = (uint32_t)(s->tty_rows << 16 | s->tty_columns);
        spec_of(&b)->shm_bytes = s->shm_bytes;
        spec_of(&b)->log_max_bytes = s->log_max_bytes;
        spec_of(&b)->log_segment_bytes = s->has_log_segment_bytes ? s->log_segment_bytes : 0;
        spec_of(&b)->log_segments = s->has_log_segments ? (uint32_t)s->log_segments : 0;
        spec_of(&b)->flags |= s->log_full == LOG_FULL_BLOCK ? SPEC_LOG_BLOCK : 0;
        spec_of(&b)->limits = launchspec_limits(&s->limits, true, cpuset);
        SET(&b, cpuset, spec_add_str(&b, cpuset));
        SET(&b, hostname, spec_add_str(&b, hostname));
        SET(&b, user, add_span_or(&b, s->has_user, s->user, ""));
        SET(&b, workdir, add_span_or(&b, s->has_workdir, s->workdir, "/"));
        add_layers(&b, p);
        SET(&b, argv, add_strings(&b, &s->argv));
        SET(&b, env, add_env(&b, &(struct wire_list){ 0 }, &s->env, hostname));
        SET(&b, dirs, s->has_image_volumes ? add_strings(&b, &s->image_volumes) : (struct spec_list){ 0 });
        SET(&b, setup, add_setup(&b, s));
        SET(&b, mounts, add_mounts(&b, s, p->state_dir, p->files_dir, p->icc_dir));
        fd = spec_seal(&b, e);
    }
    spec_free(&b);
    return fd;
}

int launchspec_exec(const struct container_spec *s, const struct exec_start *x, const struct launch_place *p, const void *bpf, size_t bpf_count, struct err *e)
{
    struct spec_builder b;
    const struct wire_list none = { 0 };
    int fd = -1;

    spec_begin(&b);
    if (add_common(&b, s, p, bpf, bpf_count, e) == 0) {
        spec_of(&b)->flags |= SPEC_EXEC | (x->stdin_ ? SPEC_STDIN : 0) | (x->tty ? SPEC_TTY : 0);
        spec_of(&b)->tty_size = (uint32_t)(x->tty_rows << 16 | x->tty_columns);
        SET(&b, leaf, spec_add_str(&b, p->leaf));
        spec_of(&b)->log_max_bytes = 1ull << 30;
        SET(&b, hostname, spec_add_str(&b, s->has_hostname ? s->hostname.text : p->id));
        SET(&b, user, x->has_user ? add_span_or(&b, true, x->user, "") : add_span_or(&b, s->has_user, s->user, ""));
        SET(&b, workdir, x->has_workdir ? add_span_or(&b, true, x->workdir, "/") : add_span_or(&b, s->has_workdir, s->workdir, "/"));
        SET(&b, argv, add_strings(&b, &x->argv));
        SET(&b, env, add_env(&b, s->has_env ? &s->env : &none, x->has_env ? &x->env : &none, s->has_hostname ? s->hostname.text : p->id));
        fd = spec_seal(&b, e);
    }
    spec_free(&b);
    return fd;
}

int launchspec_work(const struct container_spec *s, const struct launch_place *p, const struct wire_list *argv, bool input, bool tree, struct err *e)
{
    struct spec_builder b;
    int fd;

    spec_begin(&b);
    SET(&b, incarnation, p->incarnation);
    SET(&b, id, spec_add_str(&b, p->id));
    SET(&b, cgroup, spec_add_str(&b, p->group));
    SET(&b, leaf, spec_add_str(&b, p->leaf));
    SET(&b, run_dir, spec_add_str(&b, p->run_dir));
    SET(&b, log_dir, spec_add_str(&b, p->log_dir));
    SET(&b, argv, add_strings(&b, argv));
    add_layers(&b, p);
    spec_of(&b)->flags = SPEC_EXEC | SPEC_WORK | SPEC_LOG_BLOCK | (input ? SPEC_STDIN : 0) | (tree ? SPEC_TREE : 0) | (s->has_userns ? SPEC_USERNS : 0);
    spec_of(&b)->log_max_bytes = WORK_LOG_BYTES;
    spec_of(&b)->userns_host = s->has_userns ? (uint32_t)s->userns.host_id : 0;
    spec_of(&b)->userns_count = s->has_userns ? (uint32_t)s->userns.count : 0;
    fd = spec_seal(&b, e);
    spec_free(&b);
    return fd;
}
