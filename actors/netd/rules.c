#include "actors/netd/rules.h"

#include "base/auto.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libmnl/libmnl.h>
#include <linux/netfilter.h>
#include <linux/netfilter/nf_tables.h>
#include <linux/netfilter/nfnetlink.h>
#include <nftables/libnftables.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

#define VERSION "version_4"             /* a chain of that name says which fixed part is there */
#define TRIES 5
#define TABLE_OWNER 0x2                 /* NFT_TABLE_F_OWNER, Linux 5.12 */
#define TABLE_PERSIST 0x4               /* NFT_TABLE_F_PERSIST, Linux 6.9 */

struct rules {
    struct place place;
    struct nft_ctx *nft;
    struct mnl_socket *own;             /* nft's own socket: what it makes belongs to it */
    struct mnl_socket *news;
    bool owned, stale;                  /* stale: somebody else changed what is fixed */
    char missing[120];                  /* why there are none on this host, or "" */
};

/* ---------------------------------------------------------------- the fixed part */

/* %1$s: the table; %2$s: the tag of links */
static const char fixed_bridge[] =
    "add set bridge %1$s ports { type ifname . ether_addr . ipv4_addr; }\n"
    "add set bridge %1$s ports6 { type ifname . ether_addr . ipv6_addr; }\n"
    "add chain bridge %1$s prerouting { type filter hook prerouting priority -300; policy accept; }\n"
    "add rule bridge %1$s prerouting ether type ip iifname . ether saddr . ip saddr @ports accept\n"
    "add rule bridge %1$s prerouting iifname != \"q%2$sv*\" accept\n"
    "add rule bridge %1$s prerouting ether type arp iifname . ether saddr . arp saddr ip @ports iifname . arp saddr ether . arp saddr ip @ports accept\n"
    "add rule bridge %1$s prerouting ether type ip6 icmpv6 type { nd-router-advert, nd-redirect } drop\n"
    "add rule bridge %1$s prerouting ether type ip6 udp dport { 546, 547 } drop\n"
    "add rule bridge %1$s prerouting ether type ip6 iifname . ether saddr . ip6 saddr @ports6 accept\n"
    "add rule bridge %1$s prerouting drop\n"
    "add chain bridge %1$s " VERSION "\n";

static const char fixed_sets[] =
    "add set inet %1$s bridges { type ifname; }\n"
    "add set inet %1$s same { type ifname . ifname; }\n"
    "add set inet %1$s internal { type ifname; }\n"
    "add set inet %1$s restricted { type ifname; }\n"
    "add set inet %1$s own { type ether_addr; }\n"
    "add set inet %1$s open { type ifname; }\n"
    "add set inet %1$s open_same { type ifname . ifname; }\n"
    "add set inet %1$s gateways { type ipv4_addr; }\n"
    "add set inet %1$s gateways6 { type ipv6_addr; }\n"
    "add set inet %1$s outward { type ipv4_addr; flags interval; }\n"
    "add set inet %1$s outward6 { type ipv6_addr; flags interval; }\n"
    "add set inet %1$s host_services { type inet_proto . inet_service; }\n"
    "add map inet %1$s ports_any { type inet_proto . inet_service : ipv4_addr . inet_service; }\n"
    "add map inet %1$s ports_at { type ipv4_addr . inet_proto . inet_service : ipv4_addr . inet_service; }\n"
    "add map inet %1$s egress { type ipv4_addr : verdict; }\n"
    "add map inet %1$s ingress { type ipv4_addr : verdict; }\n"
    "add map inet %1$s egress6 { type ipv6_addr : verdict; }\n"
    "add map inet %1$s ingress6 { type ipv6_addr : verdict; }\n"
    "add map inet %1$s net_egress { type ifname : verdict; }\n"
    "add map inet %1$s net_ingress { type ifname : verdict; }\n";

static const char fixed_policy[] =
    "add chain inet %1$s leaving\n"
    "add rule inet %1$s leaving ip saddr vmap @egress\n"
    "add rule inet %1$s leaving iifname vmap @net_egress\n"
    "add rule inet %1$s leaving ip6 saddr vmap @egress6\n"
    "add chain inet %1$s coming\n"
    "add rule inet %1$s coming ip daddr vmap @ingress\n"
    "add rule inet %1$s coming oifname vmap @net_ingress\n"
    "add rule inet %1$s coming ip6 daddr vmap @ingress6\n";

static const char fixed_filter[] =
    "add chain inet %1$s forward { type filter hook forward priority 0; policy accept; }\n"
    "add rule inet %1$s forward iifname . oifname @open_same accept\n"
    "add rule inet %1$s forward iifname != @bridges oifname != @bridges accept\n"
    "add rule inet %1$s forward icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept\n"
    "add rule inet %1$s forward ct state invalid drop\n"
    "add rule inet %1$s forward iifname @restricted ip6 saddr fe80::/10 drop\n"
    "add rule inet %1$s forward oifname @restricted ip6 daddr { fe80::/10, ff00::/8 } drop\n"
    "add rule inet %1$s forward oifname @restricted fib daddr type { broadcast, multicast } drop\n"
    "add rule inet %1$s forward ct direction original jump leaving\n"
    "add rule inet %1$s forward ct direction original jump coming\n"
    "add rule inet %1$s forward iifname . oifname @same accept\n"
    "add rule inet %1$s forward iifname @internal drop\n"
    "add rule inet %1$s forward oifname @internal drop\n"
    "add rule inet %1$s forward ct state established,related accept\n"
    "add rule inet %1$s forward oifname @bridges ct status dnat accept\n"
    "add rule inet %1$s forward oifname @bridges drop\n"
    "add chain inet %1$s input { type filter hook input priority 0; policy accept; }\n"
    "add rule inet %1$s input iifname != @bridges accept\n"
    "add rule inet %1$s input ip daddr @gateways meta l4proto { tcp, udp } th dport 53 accept\n"
    "add rule inet %1$s input ip6 daddr @gateways6 meta l4proto { tcp, udp } th dport 53 accept\n"
    "add rule inet %1$s input icmpv6 type { nd-neighbor-solicit, nd-neighbor-advert } accept\n"
    "add rule inet %1$s input ct state invalid drop\n"
    "add rule inet %1$s input ip6 saddr fe80::/10 drop\n"
    "add rule inet %1$s input ct direction original jump leaving\n"
    "add rule inet %1$s input ct state established,related accept\n"
    "add rule inet %1$s input ip daddr @gateways icmp type echo-request accept\n"
    "add rule inet %1$s input ip6 daddr @gateways6 icmpv6 type echo-request accept\n"
    "add rule inet %1$s input meta l4proto . th dport @host_services accept\n"
    "add rule inet %1$s input meta l4proto tcp reject with tcp reset\n"
    "add rule inet %1$s input reject with icmpx admin-prohibited\n"
    "add chain inet %1$s output { type filter hook output priority 0; policy accept; }\n"
    "add rule inet %1$s output oifname @bridges ct direction original jump coming\n";

/*
 * Questions to a gateway are no connections to remember: a flood of them fills no table, and a published port 53 does not catch them.
 * Nor are those that a bridge carries from port to port where nobody has a policy (here only where br_netfilter brings them):
 * both ends' own sockets tell who talks to whom.
 */
static const char fixed_raw[] =
    "add chain inet %1$s raw { type filter hook prerouting priority -300; policy accept; }\n"
    "add rule inet %1$s raw iifname @open meta l4proto tcp ether daddr != @own notrack accept\n"
    "add rule inet %1$s raw iifname != @bridges accept\n"
    "add rule inet %1$s raw iifname @bridges ip daddr @gateways meta l4proto { tcp, udp } th dport 53 notrack\n"
    "add rule inet %1$s raw iifname @bridges ip6 daddr @gateways6 meta l4proto { tcp, udp } th dport 53 notrack\n"
    "add chain inet %1$s raw_output { type filter hook output priority -300; policy accept; }\n"
    "add rule inet %1$s raw_output oifname @bridges ip saddr @gateways meta l4proto { tcp, udp } th sport 53 notrack\n"
    "add rule inet %1$s raw_output oifname @bridges ip6 saddr @gateways6 meta l4proto { tcp, udp } th sport 53 notrack\n";

static const char fixed_nat[] =
    "add chain inet %1$s prerouting { type nat hook prerouting priority -100; policy accept; }\n"
    "add rule inet %1$s prerouting fib daddr type local dnat ip to ip daddr . meta l4proto . th dport map @ports_at\n"
    "add rule inet %1$s prerouting fib daddr type local dnat ip to meta l4proto . th dport map @ports_any\n"
    "add chain inet %1$s local { type nat hook output priority -100; policy accept; }\n"
    "add rule inet %1$s local ip daddr 127.0.0.0/8 accept\n"
    "add rule inet %1$s local fib daddr type local dnat ip to ip daddr . meta l4proto . th dport map @ports_at\n"
    "add rule inet %1$s local fib daddr type local dnat ip to meta l4proto . th dport map @ports_any\n"
    "add chain inet %1$s postrouting { type nat hook postrouting priority 100; policy accept; }\n"
    "add rule inet %1$s postrouting oifname @bridges ct status dnat ip saddr @outward masquerade\n"
    "add rule inet %1$s postrouting oifname != @bridges ip saddr @outward masquerade\n"
    "add rule inet %1$s postrouting oifname != @bridges ip6 saddr @outward6 masquerade\n"
    "add chain inet %1$s " VERSION "\n";

static const char *const sets[] = { "bridges", "same", "own", "open", "open_same", "internal", "restricted", "gateways", "gateways6", "outward", "outward6", "host_services" };
static const char *const maps[] = { "ports_any", "ports_at", "egress", "ingress", "egress6", "ingress6", "net_egress", "net_ingress" };

/* ---------------------------------------------------------------- running */

static const char *first_line(const char *text, char out[160])
{
    str_fmt(out, 160, "%.*s", (int)(strcspn(text, "\n") > 150 ? 150 : strcspn(text, "\n")), text);
    return out;
}

/* The buffers keep what earlier commands said: they are made anew. */
static int run(struct rules *r, const char *text)
{
    nft_ctx_unbuffer_output(r->nft);
    nft_ctx_unbuffer_error(r->nft);
    nft_ctx_buffer_output(r->nft);
    nft_ctx_buffer_error(r->nft);
    return nft_run_cmd_from_buffer(r->nft, text);
}

/* A transaction that the kernel interrupts fails without a word: it is made again. */
static int run_text(struct rules *r, const char *text, struct err *e)
{
    const char *why = "";
    char line[160];

    if (r->missing[0])
        return err_set(e, ERR_UNSUPPORTED, "%s", r->missing);
    for (int i = 0; i < TRIES; i++) {
        if (!text || !*text || run(r, text) == 0)
            return 0;
        why = nft_ctx_get_error_buffer(r->nft);         /* a second time it would be empty */
        if (*why)
            break;
        log_warn("rules_again", "nftables: no word of why: %s", strerror(errno));
    }
    log_debug("rules_refused", "%s\n%s", why, text);
    if (!*why)
        return err_set(e, ERR_UNSUPPORTED, "nftables: refused (%s): the kernel lacks a part of nf_tables, its module cannot be loaded, or /etc/protocols (netbase) is missing", strerror(errno));
    return err_set(e, ERR_FAILED, "nftables: %s", first_line(why, line));
}

int rules_run(struct rules *r, const struct script *s, struct err *e)
{
    return run_text(r, s->text, e);
}

static const char *listing(struct rules *r, const char *command)
{
    return !r->missing[0] && run(r, command) == 0 ? nft_ctx_get_output_buffer(r->nft) : NULL;
}

bool rules_has_chain(struct rules *r, const char *chain)
{
    char command[120];

    str_fmt(command, sizeof command, "list chain inet %s %.40s", r->place.table, chain);
    return listing(r, command) != NULL;
}

bool rules_present(struct rules *r)
{
    char command[120];

    if (!rules_has_chain(r, VERSION))
        return false;
    str_fmt(command, sizeof command, "list chain bridge %s " VERSION, r->place.table);
    return listing(r, command) != NULL;
}

/* ---------------------------------------------------------------- owning */

#define SOCKETS_MAX 32

/* The netfilter sockets of this process. */
static int netfilter_sockets(int out[SOCKETS_MAX])
{
    auto_dir DIR *d = opendir("/proc/self/fd");
    struct dirent *ent;
    int count = 0;

    while (d && count < SOCKETS_MAX && (ent = readdir(d))) {
        int fd = atoi(ent->d_name), domain = 0, protocol = 0;
        socklen_t len = sizeof domain;

        if (getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &len) == 0 && domain == AF_NETLINK &&
            getsockopt(fd, SOL_SOCKET, SO_PROTOCOL, &protocol, &len) == 0 && protocol == NETLINK_NETFILTER)
            out[count++] = fd;
    }
    return count;
}

/* nft does not tell its socket: it is the one that was not there before.  Its number says nothing: libzmq's thread opens and closes others. */
static int open_nft(struct rules *r)
{
    int before[SOCKETS_MAX], after[SOCKETS_MAX], n = netfilter_sockets(before), m, i, k;

    r->nft = nft_ctx_new(NFT_CTX_DEFAULT);
    m = netfilter_sockets(after);
    for (i = 0; i < m; i++) {
        for (k = 0; k < n && before[k] != after[i]; k++)
            ;
        if (k == n)
            return after[i];
    }
    return -1;
}

static void put_batch(struct mnl_nlmsg_batch *b, uint16_t type, uint32_t seq)
{
    struct nlmsghdr *h = mnl_nlmsg_put_header(mnl_nlmsg_batch_current(b));
    struct nfgenmsg *g;

    h->nlmsg_type = type;
    h->nlmsg_flags = NLM_F_REQUEST;
    h->nlmsg_seq = seq;
    g = mnl_nlmsg_put_extra_header(h, sizeof *g);
    *g = (struct nfgenmsg){ .nfgen_family = AF_UNSPEC, .version = NFNETLINK_V0, .res_id = htons(NFNL_SUBSYS_NFTABLES) };
    mnl_nlmsg_batch_next(b);
}

static void put_table(struct mnl_nlmsg_batch *b, uint8_t family, const char *table, uint32_t flags, uint32_t seq)
{
    struct nlmsghdr *h = mnl_nlmsg_put_header(mnl_nlmsg_batch_current(b));
    struct nfgenmsg *g;

    h->nlmsg_type = NFNL_SUBSYS_NFTABLES << 8 | NFT_MSG_NEWTABLE;
    h->nlmsg_flags = NLM_F_REQUEST | NLM_F_CREATE | NLM_F_ACK;
    h->nlmsg_seq = seq;
    g = mnl_nlmsg_put_extra_header(h, sizeof *g);
    *g = (struct nfgenmsg){ .nfgen_family = family, .version = NFNETLINK_V0 };
    mnl_attr_put_strz(h, NFTA_TABLE_NAME, table);
    mnl_attr_put_u32(h, NFTA_TABLE_FLAGS, htonl(flags));
    mnl_nlmsg_batch_next(b);
}

/* 0, or the errno of the first message that was refused.  The kernel has answered when send returns; nothing may be left for nft to read. */
static int read_answers(struct mnl_socket *s)
{
    char room[8192] __attribute__((aligned(8)));
    int result = 0, n;

    while ((n = (int)recv(mnl_socket_get_fd(s), room, sizeof room, MSG_DONTWAIT)) > 0)
        for (struct nlmsghdr *h = (struct nlmsghdr *)room; mnl_nlmsg_ok(h, n); h = mnl_nlmsg_next(h, &n)) {
            const struct nlmsgerr *m = mnl_nlmsg_get_payload(h);

            if (h->nlmsg_type == NLMSG_ERROR && m->error && !result)
                result = -m->error;
        }
    return result;
}

/* The two tables, with flags that nft's own language does not have yet. */
static int make_tables(struct rules *r, uint32_t flags)
{
    char room[8192];
    struct mnl_nlmsg_batch *b = mnl_nlmsg_batch_start(room, sizeof room);
    uint32_t seq = (uint32_t)time(NULL);
    int result;

    put_batch(b, NFNL_MSG_BATCH_BEGIN, seq);
    put_table(b, NFPROTO_BRIDGE, r->place.table, flags, seq + 1);
    put_table(b, NFPROTO_INET, r->place.table, flags, seq + 2);
    put_batch(b, NFNL_MSG_BATCH_END, seq + 3);
    result = mnl_socket_sendto(r->own, mnl_nlmsg_batch_head(b), mnl_nlmsg_batch_size(b)) < 0 ? errno : read_answers(r->own);
    mnl_nlmsg_batch_stop(b);
    return result;
}

static int claim_tables(struct rules *r, struct err *e)
{
    int sys;

    if (r->missing[0])
        return err_set(e, ERR_UNSUPPORTED, "%s", r->missing);
    sys = make_tables(r, TABLE_OWNER | TABLE_PERSIST);
    r->owned = sys == 0;
    if (sys)                            /* an older kernel, or tables that were made without */
        sys = make_tables(r, 0);
    if (!sys)
        return 0;
    errno = sys;
    return err_sys(e, "nftables: table %s", r->place.table);
}

/* ---------------------------------------------------------------- life */

static struct mnl_socket *listen_to_changes(void)
{
    struct mnl_socket *s = mnl_socket_open2(NETLINK_NETFILTER, SOCK_CLOEXEC | SOCK_NONBLOCK);
    int group = NFNLGRP_NFTABLES;

    if (!s)
        return NULL;
    if (mnl_socket_bind(s, 0, MNL_SOCKET_AUTOPID) < 0 || mnl_socket_setsockopt(s, NETLINK_ADD_MEMBERSHIP, &group, sizeof group) < 0) {
        mnl_socket_close(s);
        return NULL;
    }
    return s;
}

/* A host without nftables has networks that say so, and containers without network. */
static void open_sockets(struct rules *r)
{
    int fd;

    r->news = listen_to_changes();
    if (!r->news) {
        str_fmt(r->missing, sizeof r->missing, "nftables: %s: this kernel has none", strerror(errno));
        return;
    }
    fd = open_nft(r);
    r->own = fd < 0 ? NULL : mnl_socket_fdopen(fd);
    if (!r->own) {
        str_fmt(r->missing, sizeof r->missing, "nftables: no socket");
        return;
    }
    fcntl(fd, F_SETFD, FD_CLOEXEC);
}

struct rules *rules_open(const struct place *p)
{
    struct rules *r = xalloc(sizeof *r);

    r->place = *p;
    open_sockets(r);
    return r;
}

void rules_close(struct rules *r)
{
    if (!r)
        return;
    free(r->own);                       /* its descriptor is nft's */
    if (r->nft)
        nft_ctx_free(r->nft);
    if (r->news)
        mnl_socket_close(r->news);
    free(r);
}

const char *rules_table(const struct rules *r)
{
    return r->place.table;
}

bool rules_owned(const struct rules *r)
{
    return r->owned;
}

int rules_fd(const struct rules *r)
{
    return r->news ? mnl_socket_get_fd(r->news) : -1;
}

static bool is_ours(const struct rules *r, const struct nlmsghdr *h)
{
    const struct nlattr *a;
    int type = h->nlmsg_type & 0xff;

    if (type != NFT_MSG_DELTABLE && type != NFT_MSG_DELCHAIN && type != NFT_MSG_DELRULE && type != NFT_MSG_DELSET && type != NFT_MSG_DELSETELEM)
        return false;
    mnl_attr_for_each(a, h, sizeof(struct nfgenmsg))
        if (mnl_attr_get_type(a) == NFTA_TABLE_NAME)    /* the first attribute of each of these */
            return !strcmp(mnl_attr_get_str(a), r->place.table);
    return false;
}

bool rules_changed(struct rules *r)
{
    uint32_t self = 0;
    struct sockaddr_nl name;
    socklen_t len = sizeof name;
    bool changed = false;
    char room[16384];
    ssize_t n;

    if (r->missing[0])
        return false;
    if (getsockname(mnl_socket_get_fd(r->own), (struct sockaddr *)&name, &len) == 0)
        self = name.nl_pid;
    while ((n = mnl_socket_recvfrom(r->news, room, sizeof room)) > 0)
        for (struct nlmsghdr *h = (struct nlmsghdr *)room; mnl_nlmsg_ok(h, (int)n); h = mnl_nlmsg_next(h, (int *)&n))
            changed |= h->nlmsg_pid != self && is_ours(r, h);
    changed |= n < 0 && errno == ENOBUFS;
    r->stale |= changed;
    return changed;
}

static void add_fixed(struct rules *r, struct script *s)
{
    const char *const parts[] = { fixed_bridge, fixed_sets, fixed_policy, fixed_filter, fixed_raw, fixed_nat };

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
#pragma GCC diagnostic ignored "-Wformat-security"
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        script_add(s, parts[i], r->place.table, r->place.tag);
#pragma GCC diagnostic pop
}

static void add_flushes(struct rules *r, struct script *s)
{
    script_add(s, "flush set bridge %1$s ports\nflush set bridge %1$s ports6\n", r->place.table);
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
        script_add(s, "flush set inet %s %s\n", r->place.table, sets[i]);
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        script_add(s, "flush map inet %s %s\n", r->place.table, maps[i]);
}

/* Chains and counters of policies that the last netd left. */
static void add_strays(struct rules *r, struct script *s)
{
    char command[80];
    const char *text, *line;
    struct script after = { 0 };

    str_fmt(command, sizeof command, "list table inet %s", r->place.table);
    text = listing(r, command);
    for (line = text; line && *line; line = strchr(line, '\n') ? strchr(line, '\n') + 1 : NULL) {
        char kind[8], name[32];

        if (line[0] != '\t' || sscanf(line, " %7s %31s {", kind, name) != 2 || (strncmp(name, "eg_", 3) && strncmp(name, "in_", 3)))
            continue;
        if (!strcmp(kind, "chain"))
            script_add(s, "flush chain inet %s %s\n", r->place.table, name);
        if (!strcmp(kind, "chain"))
            script_add(&after, "delete chain inet %s %s\n", r->place.table, name);
    }
    if (after.text)
        script_add(s, "%s", after.text);
    script_done(&after);
}

static void add_user_table(struct rules *r)
{
    static const char *const hooks[] = { "forward", "input", "output" };
    struct script s = { 0 };
    struct err e = ERR_NONE;

    script_add(&s, "add table inet %s-user\n", r->place.table);
    for (int i = 0; i < 3; i++)
        script_add(&s, "add chain inet %s-user %s { type filter hook %s priority -10; policy accept; }\n", r->place.table, hooks[i], hooks[i]);
    if (run_text(r, s.text, &e) < 0)
        log_warn("user_table", "%s", e.text);
    script_done(&s);
}

int rules_sync(struct rules *r, const struct script *fill, struct err *e)
{
    struct script s = { 0 };
    int result;

    bool present;

    if (claim_tables(r, e) < 0)
        return -1;
    present = rules_present(r);
    if (present) {
        add_flushes(r, &s);
        add_strays(r, &s);
    }
    if (!present || r->stale) {         /* nothing, what another version made, or what somebody meddled with */
        script_add(&s, "flush table bridge %1$s\nflush table inet %1$s\n", r->place.table);
        add_fixed(r, &s);
    }
    if (fill->text)
        script_add(&s, "%s", fill->text);
    result = run_text(r, s.text, e);
    script_done(&s);
    if (result == 0)
        r->stale = false;
    add_user_table(r);
    return result;
}

static bool user_table_is_empty(struct rules *r)
{
    char command[80];
    const char *text;
    int lines = 0;

    str_fmt(command, sizeof command, "list table inet %s-user", r->place.table);
    text = listing(r, command);
    for (; text && *text; text++)
        lines += *text == '\n';
    return text && lines <= 13;         /* table, three chains of three lines, blanks between them */
}

void rules_remove(struct rules *r)
{
    struct script s = { 0 };

    if (user_table_is_empty(r))
        script_add(&s, "delete table inet %s-user\n", r->place.table);
    script_add(&s, "delete table inet %1$s\ndelete table bridge %1$s\n", r->place.table);
    run_text(r, s.text, NULL);
    script_done(&s);
}

/* ---------------------------------------------------------------- counters */

int rules_counters(struct rules *r, rules_counter_fn fn, void *arg, struct err *e)
{
    char command[80], name[32];
    unsigned long long packets;
    const char *at;
    auto_free char *text = NULL;

    str_fmt(command, sizeof command, "list counters table inet %s", r->place.table);
    at = listing(r, command);
    if (!at)
        return err_set(e, ERR_FAILED, "nftables: counters of %s", r->place.table);
    text = xstrdup(at);
    for (at = text; (at = strstr(at, "counter ")); at++)
        if (sscanf(at, "counter %31s { packets %llu", name, &packets) == 2)
            fn(arg, name, packets);
    return 0;
}

/* ---------------------------------------------------------------- pieces */

static const char *verb(bool add)
{
    return add ? "add" : "delete";
}

void rules_put_network(struct rules *r, struct script *s, const struct rules_network *n, bool add)
{
    const char *t = r->place.table, *v = verb(add);

    script_add(s, "%s element inet %s bridges { \"%s\" }\n", v, t, n->bridge);
    script_add(s, "%s element inet %s same { \"%s\" . \"%s\" }\n", v, t, n->bridge, n->bridge);
    script_add(s, "%s element inet %s own { %s }\n", v, t, n->mac);
    script_add(s, "%s element inet %s gateways { %s }\n", v, t, n->gateway);
    if (n->has6)
        script_add(s, "%s element inet %s gateways6 { %s }\n", v, t, n->gateway6);
    if (n->filtered)
        script_add(s, "%s element inet %s restricted { \"%s\" }\n", v, t, n->bridge);
    else
        script_add(s, "%1$s element inet %2$s open { \"%3$s\" }\n%1$s element inet %2$s open_same { \"%3$s\" . \"%3$s\" }\n", v, t, n->bridge);
    if (n->internal)
        script_add(s, "%s element inet %s internal { \"%s\" }\n", v, t, n->bridge);
    script_add(s, "%s element inet %s outward { %s }\n", v, t, n->subnet);
    if (n->has6)
        script_add(s, "%s element inet %s outward6 { %s }\n", v, t, n->subnet6);
}

void rules_put_restricted(struct rules *r, struct script *s, const char *bridge)
{
    /* added first: it may not be in yet, and deleting what is not there is an error */
    script_add(s, "add element inet %1$s restricted { \"%2$s\" }\nadd element inet %1$s open { \"%2$s\" }\ndelete element inet %1$s open { \"%2$s\" }\n"
                  "add element inet %1$s open_same { \"%2$s\" . \"%2$s\" }\ndelete element inet %1$s open_same { \"%2$s\" . \"%2$s\" }\n",
               r->place.table, bridge);
}

void rules_put_network_policy(struct rules *r, struct script *s, const struct rules_network *n, bool add)
{
    static const char *const sides[][2] = { { "net_egress", "eg" }, { "net_ingress", "in" } };

    for (int i = 0; i < 2; i++)
        script_add(s, "%s element inet %s %s { \"%s\" : jump %s_n%llu }\n", verb(add), r->place.table, sides[i][0], n->bridge, sides[i][1],
                   (unsigned long long)n->number);
}

static void put_port6(struct rules *r, struct script *s, const struct rules_link *l, const char *address6, bool add)
{
    const uint8_t *m = l->mac;

    script_add(s, "%s element bridge %s ports6 { \"%s\" . %02x:%02x:%02x:%02x:%02x:%02x . %s }\n", verb(add), r->place.table, l->link, m[0], m[1], m[2], m[3],
               m[4], m[5], address6);
}

void rules_put_link(struct rules *r, struct script *s, const struct rules_link *l, bool add)
{
    const uint8_t *m = l->mac;
    struct ip6 local;
    char text[IP6_TEXT];

    script_add(s, "%s element bridge %s ports { \"%s\" . %02x:%02x:%02x:%02x:%02x:%02x . %s }\n", verb(add), r->place.table, l->link, m[0], m[1], m[2], m[3],
               m[4], m[5], l->address);
    if (!l->has6)
        return;
    ip6_link_local(m, &local);
    ip6_text(&local, text);
    put_port6(r, s, l, text, add);
    put_port6(r, s, l, l->address6, add);
    put_port6(r, s, l, "::", add);      /* a multicast listener report before there is an address */
}

void rules_put_port(struct rules *r, struct script *s, const char *protocol, uint32_t host, uint64_t port, const char *address, uint64_t to, bool add)
{
    char at[IP4_TEXT + 4] = "";

    if (host) {
        ip4_text(host, at);
        script_add(s, "%s element inet %s ports_at { %s . %s . %llu : %s . %llu }\n", verb(add), r->place.table, at, protocol, (unsigned long long)port,
                   address, (unsigned long long)to);
        return;
    }
    script_add(s, "%s element inet %s ports_any { %s . %llu : %s . %llu }\n", verb(add), r->place.table, protocol, (unsigned long long)port, address,
               (unsigned long long)to);
}

void rules_put_policy(struct rules *r, struct script *s, const char *name, const char *address, const char *address6, bool add)
{
    static const char *const sides[][2] = { { "egress", "eg" }, { "ingress", "in" } };

    for (int i = 0; i < 2; i++) {
        script_add(s, "%s element inet %s %s { %s : jump %s_%s }\n", verb(add), r->place.table, sides[i][0], address, sides[i][1], name);
        if (*address6)
            script_add(s, "%s element inet %s %s6 { %s : jump %s_%s }\n", verb(add), r->place.table, sides[i][0], address6, sides[i][1], name);
    }
}

void rules_put_service(struct rules *r, struct script *s, const char *protocol, uint64_t port)
{
    script_add(s, "add element inet %s host_services { %s . %llu }\n", r->place.table, protocol, (unsigned long long)port);
}
