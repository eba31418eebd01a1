/*
 * net - one network: its bridge, the sockets on which its names are answered, and its
 * part of the rules.  Making it twice is fine: what is there already stays.
 */
#include "actors/netd/netd.h"
#include "actors/netd/policy.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct net *net_get(struct netd *self, const char *name)
{
    return map_get(self->networks, name);
}

struct net *net_numbered(struct netd *self, uint64_t number)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    while ((n = map_next(&it, NULL)))
        if (n->facts.number == number)
            return n;
    return NULL;
}

void net_set_policy(struct net *n, bool has, const struct policy *p)
{
    struct wire_writer w;

    free(n->policy);
    n->policy = NULL;
    n->facts.restricted = has && policy_restricts(p);
    if (!n->facts.restricted)
        return;
    wire_writer_init(&w);
    policy_write(&w, p);
    n->policy = w.data;
    n->policy_len = w.len;
}

struct net *net_new(struct netd *self, const struct network *row)
{
    struct net *n = xalloc(sizeof *n);
    struct rules_network *f = &n->facts;
    struct ip6_net net6;

    n->netd = self;
    str_fmt(n->name, sizeof n->name, "%s", row->name.text);
    must(ip4_net_parse(row->subnet.text, &n->net) == 0 && ip4_parse(row->gateway.text, &n->gateway) == 0);
    place_bridge(&self->place, row->number, f->bridge);
    f->number = row->number;
    f->internal = row->internal;
    str_fmt(f->subnet, sizeof f->subnet, "%.18s", row->subnet.text);
    str_fmt(f->gateway, sizeof f->gateway, "%.15s", row->gateway.text);
    mac_of(n->gateway, f->mac);
    f->has6 = row->has_subnet6 && ip6_net_parse(row->subnet6.text, &net6) == 0;
    if (f->has6) {
        n->gateway6 = net6.base;
        n->gateway6.bytes[15] = 1;
        str_fmt(f->subnet6, sizeof f->subnet6, "%.49s", row->subnet6.text);
        ip6_text(&n->gateway6, f->gateway6);
    }
    net_set_policy(n, row->has_policy, &row->policy);
    map_put(self->networks, n->name, n);
    return n;
}

void net_free(struct net *n)
{
    pool_drop(n);
    map_remove(n->netd->networks, n->name);
    free(n->policy);
    free(n);
}

/* ---------------------------------------------------------------- against the host */

int net_check(struct netd *self, const struct network *row, struct err *e)
{
    struct ip4_net net;
    char own[LINK_NAME], link[16] = "";
    bool overlaps;

    must(ip4_net_parse(row->subnet.text, &net) == 0);
    place_bridges(&self->place, own);
    if (rtnl_overlaps(self->rtnl, &net, own, link, &overlaps, e) < 0)
        return -1;
    if (overlaps)
        return err_set(e, ERR_CONFLICT, "network %s: %s overlaps a route of the host's (%s)", row->name.text, row->subnet.text, link);
    return 0;
}

/* The next /24 (for the first network: /16) that neither a network nor a route of the host uses. */
int net_free_subnet(struct netd *self, struct ip4_net *out, struct err *e)
{
    bool first = map_count(self->networks) == 0;
    unsigned bits = first ? 16 : 24;
    uint32_t from, step = 1u << (32 - bits), to;

    must(ip4_parse(first ? "10.42.0.0" : "10.43.0.0", &from) == 0 && ip4_parse("10.99.255.0", &to) == 0);
    for (; from <= to; from += step) {
        struct ip4_net net = { from, bits };
        struct map_iter it = map_iter(self->networks);
        struct net *n;
        char link[16], own[LINK_NAME];
        bool overlaps = false;

        place_bridges(&self->place, own);

        while (!overlaps && (n = map_next(&it, NULL)))
            overlaps = ip4_net_overlaps(&n->net, &net);
        if (!overlaps && rtnl_overlaps(self->rtnl, &net, own, link, &overlaps, e) < 0)
            return -1;
        if (!overlaps) {
            *out = net;
            return 0;
        }
    }
    return err_set(e, ERR_EXHAUSTED, "no free subnet between 10.42.0.0 and 10.99.255.0: name one");
}

/* ---------------------------------------------------------------- sockets for names */

/* Made here, kept by the supervisor, used by dnsd: no restart of either loses a question. */
static int name_socket(const struct net *n, bool tcp, bool six, struct err *e)
{
    struct sockaddr_in a4 = { .sin_family = AF_INET, .sin_port = htons(53), .sin_addr.s_addr = htonl(n->gateway) };
    struct sockaddr_in6 a6 = { .sin6_family = AF_INET6, .sin6_port = htons(53) };
    auto_fd int fd = socket(six ? AF_INET6 : AF_INET, (tcp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    const int one = 1, room = 4 << 20;

    memcpy(&a6.sin6_addr, n->gateway6.bytes, 16);
    if (fd < 0)
        return err_sys(e, "socket for names");
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &room, sizeof room);
    setsockopt(fd, SOL_SOCKET, SO_RCVBUFFORCE, &room, sizeof room);
    setsockopt(fd, six ? IPPROTO_IPV6 : IPPROTO_IP, six ? IPV6_FREEBIND : IP_FREEBIND, &one, sizeof one);
    if (six)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &one, sizeof one);
    if (bind(fd, six ? (struct sockaddr *)&a6 : (struct sockaddr *)&a4, six ? sizeof a6 : sizeof a4) < 0 || (tcp && listen(fd, 256) < 0))
        return err_sys(e, "network %s: port 53 of %s", n->name, six ? n->facts.gateway6 : n->facts.gateway);
    return steal_fd(&fd);
}

static void socket_name(const struct net *n, bool tcp, bool six, char out[32])
{
    str_fmt(out, 32, "dnsd/%llu/%s%d", (unsigned long long)n->facts.number, tcp ? "tcp" : "udp", six ? 6 : 4);
}

static int open_sockets(struct net *n, struct err *e)
{
    for (int i = 0; i < (n->facts.has6 ? 4 : 2); i++) {
        char name[32];
        auto_fd int fd = -1;

        socket_name(n, i & 1, i & 2, name);
        if (map_get(n->netd->held, name))
            continue;                   /* kept from an earlier life */
        fd = name_socket(n, i & 1, i & 2, e);
        if (fd < 0)
            return -1;
        actor_keep(n->netd->actor, name, fd);
        map_put(n->netd->held, name, n->netd);
    }
    return 0;
}

static void close_sockets(struct net *n)
{
    for (int i = 0; i < 4; i++) {
        char name[32];

        socket_name(n, i & 1, i & 2, name);
        if (map_remove(n->netd->held, name))
            actor_keep(n->netd->actor, name, -1);
    }
}

/* ---------------------------------------------------------------- the bridge */

static int set_sysctl(const char *bridge, const char *name, const char *value)
{
    char path[100];

    str_fmt(path, sizeof path, "/proc/sys/net/ipv6/conf/%s/%s", bridge, name);
    return fd_write_file(AT_FDCWD, path, value, O_WRONLY);
}

static int make_bridge(struct net *n, struct err *e)
{
    struct netd *self = n->netd;
    char alias[120];
    uint8_t mac[6];

    must(mac_parse(n->facts.mac, mac) == 0);
    str_fmt(alias, sizeof alias, "%s network %s", self->place.table, n->name);
    if (rtnl_bridge(self->rtnl, n->facts.bridge, mac, alias, e) < 0 || rtnl_address4(self->rtnl, n->facts.bridge, n->gateway, n->net.bits, e) < 0)
        return -1;
    set_sysctl(n->facts.bridge, "accept_dad", "0");
    set_sysctl(n->facts.bridge, "accept_ra", "0");
    set_sysctl(n->facts.bridge, "disable_ipv6", n->facts.has6 ? "0" : "1");
    if (n->facts.has6 && rtnl_address6(self->rtnl, n->facts.bridge, &n->gateway6, 64, e) < 0)
        return -1;
    return rtnl_up(self->rtnl, n->facts.bridge, e);
}

int net_up(struct net *n, struct err *e)
{
    n->failure[0] = '\0';
    if (make_bridge(n, e) == 0 && open_sockets(n, e) == 0)
        return 0;
    err_add(e, "network %s", n->name);
    str_fmt(n->failure, sizeof n->failure, "%.290s", e->text);
    return -1;
}

void net_down(struct net *n)
{
    struct err e = ERR_NONE;

    close_sockets(n);
    pool_drop(n);
    if (rtnl_remove(n->netd->rtnl, n->facts.bridge, &e) < 0)
        log_warn("bridge_stays", "%s", e.text);
}

/* ---------------------------------------------------------------- rules */

void net_rules(struct net *n, struct script *s, bool add)
{
    rules_put_network(n->netd->rules, s, &n->facts, add);
}

void net_policy_rules(struct net *n, struct script *s, bool add)
{
    struct wire_reader r = wire_reader((struct wire_span){ n->policy, n->policy_len });
    struct policy p;
    char name[24];

    if (!n->policy || policy_read(&r, &p, NULL) < 0)
        return;
    str_fmt(name, sizeof name, "n%llu", (unsigned long long)n->facts.number);
    if (add)
        policy_chains(s, rules_table(n->netd->rules), name, &p);
    rules_put_network_policy(n->netd->rules, s, &n->facts, add);
    if (!add)
        policy_remove_chains(s, rules_table(n->netd->rules), name);
}

void net_fail(struct net *n, const struct err *e)
{
    log_error("network_failed", "network %s: %s", n->name, e->text);
    str_fmt(n->failure, sizeof n->failure, "network %s: %.200s", n->name, e->text);
}

/* Only where there is a policy: it costs every packet between two containers of the bridge. */
int net_filter(struct net *n, struct err *e)
{
    struct script s = { 0 };
    int result = 0;

    if (n->facts.filtered)
        return 0;
    if (access("/proc/sys/net/bridge", F_OK) < 0)
        return err_set(e, ERR_UNSUPPORTED, "network %s: a policy cannot be enforced between containers: the kernel has no br_netfilter", n->name);
    if (rtnl_bridge_filter(n->netd->rtnl, n->facts.bridge, true, e) < 0)
        return -1;
    n->facts.filtered = true;
    if (n->netd->booted) {              /* else it comes with everything */
        rules_put_restricted(n->netd->rules, &s, n->facts.bridge);
        result = rules_run(n->netd->rules, &s, e);
    }
    script_done(&s);
    return result;
}
