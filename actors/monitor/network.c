/*
 * network - what a start claims before there can be a process: a namespace with its
 * interfaces from netd, its names in dnsd, a socket from the front door; all at once.
 *
 *     none, host --------------------------------------------------> launch
 *     bridge     --net.attach, dns.sync--> both answered ----------> launch, or the start fails
 *     container  --store.resolve--> the other's namespace ---------> launch
 *
 * The namespace comes as "descriptor N of process P": it is opened through /proc and
 * must have the inode that was said.  Nothing of it is kept once the keeper has it.
 */
#include "actors/monitor/monitor.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void network_known(struct container *c, bool has, const struct wire_list *attachments, uint64_t generation)
{
    uint8_t *copy = NULL;

    if (has && attachments->count) {
        copy = xalloc(attachments->items.len);
        memcpy(copy, attachments->items.data, attachments->items.len);
    }
    free(c->attachments);
    c->attachments = copy;
    c->attachments_len = copy ? attachments->items.len : 0;
    c->attachment_count = copy ? attachments->count : 0;
    c->generation = generation;
}

void network_done(struct container *c)
{
    free(c->attachments);
    if (c->netns_fd >= 0)
        close(c->netns_fd);
    c->attachments = NULL;
    c->netns_fd = -1;
}

/* ---------------------------------------------------------------- claiming */

static void launch(struct container *c)
{
    struct err failed = c->claim_failure;

    c->network_ns = clock_boot_ns() - c->claimed_boot_ns;
    container_launch_in(c, failed.code ? &failed : NULL);
}

void network_answered(struct container *c, const struct err *failed)
{
    if (failed && !c->claim_failure.code)
        c->claim_failure = *failed;
    if (--c->claims == 0)
        launch(c);
}

/* The container that an answer is for, if it still waits for it. */
struct container *network_waiting(struct monitor *self, const struct about *about)
{
    struct container *c = map_get(self->containers, about->id);

    return c && c->claims > 0 && c->incarnation == about->number ? c : NULL;
}

static int open_namespace(const struct net_attach_reply *reply, struct err *e)
{
    auto_fd int fd = -1;
    char path[64];
    struct stat st;

    str_fmt(path, sizeof path, "/proc/%llu/fd/%llu", (unsigned long long)reply->pid, (unsigned long long)reply->fd);
    fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 || fstat(fd, &st) < 0 || st.st_ino != reply->inode)
        return err_set(e, ERR_UNAVAILABLE, "the network namespace that netd made is gone");
    return steal_fd(&fd);
}

static void ask_attach(struct container *c);

static void on_attached(void *arg, const struct about *about, const struct net_attach_reply *reply, const struct err *failed)
{
    struct container *c = network_waiting(arg, about);
    struct err e = ERR_NONE;

    if (!c)
        return;
    if (failed) {
        network_answered(c, failed);
        return;
    }
    c->netns_fd = open_namespace(reply, &e);
    if (c->netns_fd < 0 && c->adopt_tries++ < 20) {     /* netd died between its answer and now: it makes another */
        ask_attach(c);
        return;
    }
    network_answered(c, c->netns_fd < 0 ? &e : NULL);
}

static void ask_attach(struct container *c)
{
    struct network_claim *claim = &(struct network_claim){ .incarnation = c->incarnation, .has_ports = c->spec.has_ports, .ports = c->spec.ports,
                                                           .has_policy = c->spec.has_policy, .policy = c->spec.policy };
    struct about about = { .number = c->incarnation };

    str_fmt(claim->container.text, sizeof claim->container.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    claim->attachments = (struct wire_list){ { c->attachments, c->attachments_len }, c->attachment_count };
    claim->rate_in_bytes = c->spec.has_rate_in_bytes ? c->spec.rate_in_bytes : 0;
    claim->rate_out_bytes = c->spec.has_rate_out_bytes ? c->spec.rate_out_bytes : 0;
    c->claimed = true;
    ask_net_attach(c->monitor->actor, &(struct net_attach){ .network_claim = *claim }, about, on_attached);
}

static void on_synced(void *arg, const struct about *about, const struct dns_sync_reply *reply, const struct err *failed)
{
    struct container *c = network_waiting(arg, about);
    struct err e = ERR_NONE;

    (void)reply;
    if (!c)
        return;
    if (failed) {
        e = *failed;
        err_add(&e, "names of container %s", c->id);
    }
    network_answered(c, failed ? &e : NULL);
}

static void claim_networks(struct container *c)
{
    struct about about = { .number = c->incarnation };

    str_fmt(about.id, sizeof about.id, "%s", c->id);
    c->claims += 2;
    c->adopt_tries = 0;
    ask_attach(c);
    ask_dns_sync(c->monitor->actor, &(struct dns_sync){ .generation = c->generation }, about, on_synced);
}

/* ---------------------------------------------------------------- another's */

int network_ns(struct container *c, struct err *e)
{
    int pidfd = c->keeper ? keeper_pidfd(c->keeper) : -1;
    char path[64], text[512], *at;

    if (pidfd < 0)
        return err_set(e, ERR_STATE, "container %s is %s: it has no network to share", c->id, state_name(c->state));
    str_fmt(path, sizeof path, "/proc/self/fdinfo/%d", pidfd);
    if (fd_read_file(AT_FDCWD, path, text, sizeof text) < 0 || !(at = strstr(text, "\nPid:")) || atoi(at + 5) <= 0)
        return err_set(e, ERR_STATE, "container %s has ended", c->id);
    str_fmt(path, sizeof path, "/proc/%d/ns/net", atoi(at + 5));
    return open(path, O_RDONLY | O_CLOEXEC);
}

static void on_neighbour(void *arg, const struct about *about, const struct store_resolve_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct container *c = network_waiting(self, about), *other;
    struct err e = ERR_NONE;

    if (!c)
        return;
    other = failed ? NULL : map_get(self->containers, reply->id.text);
    if (failed)
        e = *failed;
    else if (!other || other == c)
        err_set(&e, ERR_STATE, "container %s: not one whose network can be shared", reply->id.text);
    else if ((c->netns_fd = network_ns(other, &e)) < 0 && !e.code)
        err_sys(&e, "network of container %s", other->id);
    if (!e.code)
        str_fmt(c->neighbour, sizeof c->neighbour, "%s", network_has_files(other) ? other->id : "");
    network_answered(c, e.code ? &e : NULL);
}

static void claim_neighbour(struct container *c)
{
    struct store_resolve m = { .container = c->spec.network_container, .has_holder_of = true };
    struct about about = { .number = c->incarnation };

    str_fmt(about.id, sizeof about.id, "%s", c->id);
    c->claims++;
    str_fmt(m.holder_of.text, sizeof m.holder_of.text, "%s", c->id);
    ask_store_resolve(c->monitor->actor, &m, about, on_neighbour);
}

/* ---------------------------------------------------------------- all of it */

void network_claim(struct container *c)
{
    c->claimed_boot_ns = clock_boot_ns();
    c->claim_failure = (struct err)ERR_NONE;
    c->claims = 1;                      /* until all are asked */
    c->neighbour[0] = '\0';
    if (c->spec.network == NETWORK_MODE_BRIDGE)
        claim_networks(c);
    else if (c->spec.network == NETWORK_MODE_CONTAINER)
        claim_neighbour(c);
    inside_claim(c);
    network_answered(c, NULL);
}

static void on_detached(void *arg, const struct about *about, const struct net_detach_reply *reply, const struct err *failed)
{
    (void)arg;
    (void)reply;
    if (failed)                         /* netd compares with the store when it comes back */
        log_warn("detach", "container %s: %s", about->id, failed->text);
}

void network_release(struct container *c)
{
    struct net_detach m = { .incarnation = c->incarnation };
    struct about about = { 0 };

    c->claims = 0;
    if (c->netns_fd >= 0)
        close(c->netns_fd);
    c->netns_fd = -1;
    inside_release(c);
    if (c->spec.network != NETWORK_MODE_BRIDGE)
        return;
    c->claimed = false;
    str_fmt(m.container.text, sizeof m.container.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_net_detach(c->monitor->actor, &m, about, on_detached);
}

/* ---------------------------------------------------------------- its files */

bool network_has_files(const struct container *c)
{
    return c->spec.network == NETWORK_MODE_BRIDGE || (c->spec.network == NETWORK_MODE_CONTAINER && c->neighbour[0]);
}

static const char *hostname_of(const struct container *c)
{
    return c->spec.has_hostname ? c->spec.hostname.text : c->id;
}

static void put_hosts(const struct container *c, FILE *f)
{
    struct wire_reader r = wire_reader((struct wire_span){ c->attachments, c->attachments_len }), extra = wire_reader(c->spec.extra_hosts.items);

    fputs("127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n", f);
    for (uint32_t i = 0; i < c->attachment_count; i++) {
        struct attachment a;

        if (attachment_read(&r, &a, NULL) < 0)
            break;
        fprintf(f, "%s\t%s\n", a.address.text, hostname_of(c));
        if (a.has_address6)
            fprintf(f, "%s\t%s\n", a.address6.text, hostname_of(c));
    }
    for (uint32_t i = 0; c->spec.has_extra_hosts && i < c->spec.extra_hosts.count; i++) {
        struct wire_span name = { 0 }, address = { 0 };

        wire_read_str(&extra, &name, NULL);
        wire_read_str(&extra, &address, NULL);
        fprintf(f, "%.*s\t%.*s\n", (int)address.len, (const char *)address.data, (int)name.len, (const char *)name.data);
    }
}

static void put_words(FILE *f, const char *keyword, const struct wire_list *list)
{
    struct wire_reader r = wire_reader(list->items);

    fputs(keyword, f);
    for (uint32_t i = 0; i < list->count; i++) {
        struct wire_span one = { 0 };

        wire_read_str(&r, &one, NULL);
        fprintf(f, " %.*s", (int)one.len, (const char *)one.data);
    }
    fputc('\n', f);
}

/* Names are asked at the gateway of its first network: --dns tells dnsd where the others are. */
static void put_resolv(const struct container *c, FILE *f)
{
    struct wire_reader r = wire_reader((struct wire_span){ c->attachments, c->attachments_len });
    struct attachment a;

    if (c->attachment_count && attachment_read(&r, &a, NULL) == 0)
        fprintf(f, "nameserver %s\n", a.gateway.text);
    if (c->spec.has_dns_search)
        put_words(f, "search", &c->spec.dns_search);
    if (c->spec.has_dns_options)
        put_words(f, "options", &c->spec.dns_options);
}

static void put_hostname(const struct container *c, FILE *f)
{
    fprintf(f, "%s\n", hostname_of(c));
}

static int write_file(struct container *c, const char *name, void (*put)(const struct container *, FILE *), struct err *e)
{
    auto_free char *text = NULL;
    char path[PATH_ROOM];
    size_t len = 0;
    FILE *f = open_memstream(&text, &len);
    auto_fd int fd = -1;

    must(f);
    put(c, f);
    fclose(f);
    container_path(c, true, name, path);
    fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    return fd < 0 || fd_write_all(fd, text, len) < 0 ? err_sys(e, "%s", path) : 0;
}

int network_files(struct container *c, struct err *e)
{
    if (c->spec.network != NETWORK_MODE_BRIDGE)
        return 0;
    return write_file(c, "resolv.conf", put_resolv, e) < 0 || write_file(c, "hosts", put_hosts, e) < 0 ? -1 : write_file(c, "hostname", put_hostname, e);
}
