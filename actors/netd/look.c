/*
 * look - what is there: connections of containers, packets that policies denied, and
 * whether the kernel has what is recorded.
 *
 * Connections are read where they live: from the sockets inside each namespace
 * (sock_diag(7), with the bytes that tcp itself counted), because packets between two
 * containers of one bridge pass no connection tracking; what is tracked by the host
 * beyond that (udp, and connections through it) from conntrack.
 */
#include "actors/netd/netd.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <libmnl/libmnl.h>
#include <libnetfilter_conntrack/libnetfilter_conntrack.h>
#include <linux/inet_diag.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sched.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define SOCKETS_OF_ONE 4096
#define ESTABLISHED 1
#define LISTENING 10

struct seen {
    uint32_t local, remote;
    uint16_t local_port, remote_port;
    uint64_t sent, received;
};

struct sockets {
    struct seen *list;                  /* owned */
    int count;
    uint16_t listening[256];
    int listening_count;
};

static const char *member_at(struct netd *self, uint32_t address)
{
    struct map_iter it = map_iter(self->members);
    struct member *m;

    while ((m = map_next(&it, NULL)))
        for (int i = 0; i < m->link_count; i++)
            if (m->links[i].plan.address == address)
                return m->id;
    return NULL;
}

/* ---------------------------------------------------------------- sockets inside */

static int on_socket(const struct nlmsghdr *h, void *arg)
{
    const struct inet_diag_msg *d = mnl_nlmsg_get_payload(h);
    struct sockets *s = arg;
    const struct nlattr *a;
    struct seen one = { .local = ntohl(d->id.idiag_src[0]), .remote = ntohl(d->id.idiag_dst[0]), .local_port = ntohs(d->id.idiag_sport),
                        .remote_port = ntohs(d->id.idiag_dport) };

    if (d->idiag_family == AF_INET6) {  /* an IPv4 connection of a socket that takes both */
        one.local = ntohl(d->id.idiag_src[3]);
        one.remote = ntohl(d->id.idiag_dst[3]);
    }
    if (d->idiag_state == LISTENING) {
        if (s->listening_count < 256)
            s->listening[s->listening_count++] = one.local_port;
        return MNL_CB_OK;
    }
    mnl_attr_for_each(a, h, sizeof *d)
        if (mnl_attr_get_type(a) == INET_DIAG_INFO && mnl_attr_get_payload_len(a) >= offsetof(struct tcp_info, tcpi_segs_out)) {
            const struct tcp_info *t = mnl_attr_get_payload(a);

            one.sent = t->tcpi_bytes_acked;
            one.received = t->tcpi_bytes_received;
        }
    if (s->count < SOCKETS_OF_ONE)
        s->list[s->count++] = one;
    return MNL_CB_OK;
}

static int dump_family(struct mnl_socket *nl, uint8_t family, struct sockets *s)
{
    char room[16384];
    struct nlmsghdr *h = mnl_nlmsg_put_header(room);
    struct inet_diag_req_v2 *q;
    uint32_t seq = family;
    ssize_t n;
    int more = 1;

    h->nlmsg_type = SOCK_DIAG_BY_FAMILY;
    h->nlmsg_flags = NLM_F_REQUEST | NLM_F_DUMP;
    h->nlmsg_seq = seq;
    q = mnl_nlmsg_put_extra_header(h, sizeof *q);
    *q = (struct inet_diag_req_v2){ .sdiag_family = family, .sdiag_protocol = IPPROTO_TCP, .idiag_ext = 1 << (INET_DIAG_INFO - 1),
                                    .idiag_states = 1 << ESTABLISHED | 1 << LISTENING };
    if (mnl_socket_sendto(nl, h, h->nlmsg_len) < 0)
        return -1;
    while (more > 0 && (n = mnl_socket_recvfrom(nl, room, sizeof room)) > 0)
        more = mnl_cb_run(room, (size_t)n, seq, 0, on_socket, s);
    return more < 0 ? -1 : 0;
}

static int read_sockets(int ns, struct sockets *s)
{
    auto_fd int home = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
    struct mnl_socket *nl;
    int result = -1;

    if (home < 0 || setns(ns, CLONE_NEWNET) < 0)
        return -1;
    nl = mnl_socket_open2(NETLINK_SOCK_DIAG, SOCK_CLOEXEC);
    must(setns(home, CLONE_NEWNET) == 0);
    if (nl && mnl_socket_bind(nl, 0, MNL_SOCKET_AUTOPID) == 0)
        result = dump_family(nl, AF_INET, s) < 0 ? -1 : dump_family(nl, AF_INET6, s);
    if (nl)
        mnl_socket_close(nl);
    return result;
}

static bool is_listening(const struct sockets *s, uint16_t port)
{
    for (int i = 0; i < s->listening_count; i++)
        if (s->listening[i] == port)
            return true;
    return false;
}

static void put_connection(struct netd *self, struct wire_writer *items, const char *protocol, uint32_t from, uint16_t from_port, uint32_t to, uint16_t to_port,
                           uint64_t sent, uint64_t received)
{
    struct connection c = { .source_port = from_port, .destination_port = to_port, .sent_bytes = sent, .received_bytes = received };
    const char *source = member_at(self, from), *destination = member_at(self, to);

    str_fmt(c.protocol.text, sizeof c.protocol.text, "%s", protocol);
    ip4_text(from, c.source.text);
    ip4_text(to, c.destination.text);
    c.has_source_container = source != NULL;
    c.has_destination_container = destination != NULL;
    str_fmt(c.source_container.text, sizeof c.source_container.text, "%s", source ? source : "");
    str_fmt(c.destination_container.text, sizeof c.destination_container.text, "%s", destination ? destination : "");
    connection_write(items, &c);
}

/* Who opened it tells of it, if that is a container too. */
static int put_sockets(struct netd *self, const struct sockets *s, const char *only, const char *id, struct wire_writer *items)
{
    int count = 0;

    for (int i = 0; i < s->count && items->len < 800000; i++) {
        const struct seen *k = &s->list[i];
        bool server = is_listening(s, k->local_port);

        if (k->local >> 24 == 127 || (server && member_at(self, k->remote) && (!only || strcmp(only, id))))
            continue;
        if (server)
            put_connection(self, items, "tcp", k->remote, k->remote_port, k->local, k->local_port, k->received, k->sent);
        else
            put_connection(self, items, "tcp", k->local, k->local_port, k->remote, k->remote_port, k->sent, k->received);
        count++;
    }
    return count;
}

/* ---------------------------------------------------------------- what the host tracks */

struct tracked {
    struct netd *netd;
    const char *only;
    struct wire_writer *items;
    int count;
};

static int on_tracked(enum nf_conntrack_msg_type type, struct nf_conntrack *ct, void *data)
{
    struct tracked *t = data;
    uint8_t protocol = nfct_get_attr_u8(ct, ATTR_ORIG_L4PROTO);
    uint32_t from = ntohl(nfct_get_attr_u32(ct, ATTR_ORIG_IPV4_SRC)), to = ntohl(nfct_get_attr_u32(ct, ATTR_REPL_IPV4_SRC));
    const char *a = member_at(t->netd, from), *b = member_at(t->netd, to);

    (void)type;
    if (protocol == IPPROTO_TCP || (!a && !b) || (t->only && (!a || strcmp(a, t->only)) && (!b || strcmp(b, t->only))) || t->items->len > 800000)
        return NFCT_CB_CONTINUE;
    put_connection(t->netd, t->items, protocol == IPPROTO_UDP ? "udp" : protocol == IPPROTO_ICMP ? "icmp" : protocol == IPPROTO_SCTP ? "sctp" : "other", from,
                   ntohs(nfct_get_attr_u16(ct, ATTR_ORIG_PORT_SRC)), to, ntohs(nfct_get_attr_u16(ct, ATTR_REPL_PORT_SRC)),
                   nfct_get_attr_u64(ct, ATTR_ORIG_COUNTER_BYTES), nfct_get_attr_u64(ct, ATTR_REPL_COUNTER_BYTES));
    t->count++;
    return NFCT_CB_CONTINUE;
}

static int put_tracked(struct netd *self, const char *only, struct wire_writer *items)
{
    struct tracked t = { self, only, items, 0 };
    struct nfct_handle *h = nfct_open(CONNTRACK, 0);
    uint32_t family = AF_INET;

    if (!h)
        return 0;
    nfct_callback_register(h, NFCT_T_ALL, on_tracked, &t);
    nfct_query(h, NFCT_Q_DUMP, &family);
    nfct_close(h);
    return t.count;
}

int look_connections(struct netd *self, const char *only, struct wire_writer *items, struct err *e)
{
    struct sockets s = { .list = xalloc(SOCKETS_OF_ONE * sizeof *s.list) };
    struct map_iter it = map_iter(self->members);
    struct member *m;
    int count = 0;

    (void)e;
    while ((m = map_next(&it, NULL))) {
        if (m->ns < 0 || (only && strcmp(only, m->id)))
            continue;
        s.count = s.listening_count = 0;
        if (read_sockets(m->ns, &s) == 0)
            count += put_sockets(self, &s, only, m->id, items);
    }
    free(s.list);
    return count + put_tracked(self, only, items);
}

/* ---------------------------------------------------------------- denied packets */

/* "eg_<id>" or "in_<id>"; a network's own are told of nobody. */
static void on_counter(void *arg, const char *chain, uint64_t packets)
{
    struct netd *self = arg;
    uint64_t before = (uint64_t)(uintptr_t)map_get(self->counters, chain);
    struct member *m = map_get(self->members, chain + 3);
    struct store_denied d = { .direction = chain[0] == 'e' ? POLICY_DIRECTION_EGRESS : POLICY_DIRECTION_INGRESS };
    struct wire_reader r;
    struct policy p;

    if (packets == before)
        return;
    map_put(self->counters, chain, (void *)(uintptr_t)packets);
    if (!m || !m->policy || packets < before)
        return;
    r = wire_reader((struct wire_span){ m->policy, m->policy_len });
    d.audit = policy_read(&r, &p, NULL) == 0 && p.audit;
    d.packets = packets - before;
    str_fmt(d.container.text, sizeof d.container.text, "%s", m->id);
    ask_store_denied(self->actor, &d, (struct about){ 0 }, NULL);
}

void look_count_denied(struct netd *self)
{
    struct map_iter it = map_iter(self->members);
    struct member *m;

    while ((m = map_next(&it, NULL)))
        if (m->policy) {
            rules_counters(self->rules, on_counter, self, NULL);
            return;
        }
}

/* ---------------------------------------------------------------- health */

struct report {
    struct wire_writer items;
    uint32_t count;
    bool ok;
};

static void check(struct report *h, const char *name, bool ok, const char *fmt, ...) __attribute__((format(printf, 4, 5)));

static void check(struct report *h, const char *name, bool ok, const char *fmt, ...)
{
    struct health_check c = { .ok = ok };
    char text[400];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    str_fmt(c.name.text, sizeof c.name.text, "%s", name);
    c.text = wire_text(text);
    health_check_write(&h->items, &c);
    h->count++;
    h->ok &= ok;
}

static void check_networks(struct netd *self, struct report *h)
{
    struct map_iter it = map_iter(self->networks);
    struct net *n;

    check(h, "networks", map_count(self->networks) > 0, "%zu networks", map_count(self->networks));
    while ((n = map_next(&it, NULL))) {
        bool there = rtnl_index(n->facts.bridge) > 0;

        check(h, "bridge", there && !n->failure[0], "network %s: %s %s", n->name, n->facts.bridge, n->failure[0] ? n->failure : there ? "is there" : "is missing");
        check(h, "pool", !n->failure[0], "network %s: %d of %d ready, %d being made", n->name, n->pool_count - n->making, n->target, n->making);
    }
}

static void check_members(struct netd *self, struct report *h)
{
    struct map_iter it = map_iter(self->members);
    struct member *m;
    int links = 0, missing = 0, ports = 0, lost = 0;

    while ((m = map_next(&it, NULL)))
        for (int i = 0; i < m->link_count; i++, links++) {
            missing += (m->ready || !m->in_work) && !rtnl_index(m->links[i].plan.link);
            for (int p = 0; i == 0 && p < m->port_count; p++, ports++)
                lost += m->ready && m->ports[p].fd < 0;
        }
    check(h, "links", missing == 0, "%d interfaces of %zu containers, %d missing", links, map_count(self->members), missing);
    check(h, "ports", lost == 0, "%d published, %d of them taken by something else on the host", ports, lost);
}

handled look_health(struct netd *self, struct request *req)
{
    struct report h = { .ok = true };
    char forward[8] = "?";
    struct network_health_reply reply;
    handled done;

    wire_writer_init(&h.items);
    check_networks(self, &h);
    check_members(self, &h);
    check(&h, "rules", rules_present(self->rules), "tables %s: %s, %s", rules_table(self->rules), rules_present(self->rules) ? "are there" : "are missing",
          rules_owned(self->rules) ? "owned" : "not owned (the kernel cannot, or they were made without)");
    fd_read_file(AT_FDCWD, "/proc/sys/net/ipv4/ip_forward", forward, sizeof forward);
    check(&h, "forwarding", forward[0] == '1', "net.ipv4.ip_forward is %c", forward[0]);
    check(&h, "links_leaving", true, "%zu are expected to go with their namespaces", map_count(self->going));
    reply = (struct network_health_reply){ .ok = h.ok, .checks = wire_list_of(&h.items, h.count) };
    done = reply_network_health(req, &reply);
    wire_writer_done(&h.items);
    return done;
}
