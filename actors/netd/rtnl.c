#include "actors/netd/rtnl.h"

#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <linux/if_bridge.h>
#include <linux/if_link.h>
#include <linux/neighbour.h>
#include <linux/rtnetlink.h>
#include <linux/veth.h>
#include <net/if.h>
#include <netlink/msg.h>
#include <netlink/netlink.h>
#include <netlink/route/qdisc.h>
#include <netlink/route/qdisc/tbf.h>
#include <netlink/route/tc.h>
#include <stdlib.h>
#include <string.h>

struct rtnl {
    struct nl_sock *socket;
    int sys;                            /* of the last answer */
};

static int on_error(struct sockaddr_nl *who, struct nlmsgerr *m, void *arg)
{
    struct rtnl *r = arg;

    (void)who;
    r->sys = -m->error;
    return NL_STOP;
}

struct rtnl *rtnl_open(struct err *e)
{
    struct rtnl *r = xalloc(sizeof *r);

    r->socket = nl_socket_alloc();
    if (!r->socket || nl_connect(r->socket, NETLINK_ROUTE) < 0) {
        err_sys(e, "netlink");
        rtnl_close(r);
        return NULL;
    }
    nl_socket_set_buffer_size(r->socket, 1 << 20, 1 << 16);
    nl_socket_modify_err_cb(r->socket, NL_CB_CUSTOM, on_error, r);
    return r;
}

void rtnl_close(struct rtnl *r)
{
    if (r && r->socket)
        nl_socket_free(r->socket);
    free(r);
}

static struct nl_msg *message(int type, int flags, const void *header, size_t len)
{
    struct nl_msg *m = nlmsg_alloc_simple(type, NLM_F_REQUEST | NLM_F_ACK | flags);

    must(m && nlmsg_append(m, (void *)(uintptr_t)header, len, NLMSG_ALIGNTO) == 0);
    return m;
}

/* Sends, frees, waits for the acknowledgement.  0, or the kernel's errno. */
static int talk(struct rtnl *r, struct nl_msg *m)
{
    int n;

    r->sys = 0;
    n = nl_send_auto(r->socket, m);
    nlmsg_free(m);
    if (n >= 0)
        n = nl_wait_for_ack(r->socket);
    return n < 0 && !r->sys ? EIO : r->sys;
}

static int fail(int sys, struct err *e, const char *what, const char *name)
{
    errno = sys;
    return err_sys(e, "%s %s", what, name);
}

static int ask(struct rtnl *r, struct nl_msg *m, const char *what, const char *name, struct err *e)
{
    int sys = talk(r, m);

    return sys ? fail(sys, e, what, name) : 0;
}

int rtnl_index(const char *name)
{
    return (int)if_nametoindex(name);
}

static int require_index(const char *name, struct err *e)
{
    int index = rtnl_index(name);

    return index ? index : err_sys(e, "link %s", name);
}

/* ---------------------------------------------------------------- links */

int rtnl_bridge(struct rtnl *r, const char *name, const uint8_t mac[6], const char *alias, struct err *e)
{
    const struct ifinfomsg header = { .ifi_family = AF_UNSPEC };
    struct nl_msg *m = message(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, &header, sizeof header);
    struct nlattr *info, *data;
    int sys;

    nla_put_string(m, IFLA_IFNAME, name);
    nla_put(m, IFLA_ADDRESS, 6, mac);
    info = nla_nest_start(m, IFLA_LINKINFO);
    nla_put_string(m, IFLA_INFO_KIND, "bridge");
    data = nla_nest_start(m, IFLA_INFO_DATA);
    nla_put_u32(m, IFLA_BR_FORWARD_DELAY, 0);
    nla_put_u32(m, IFLA_BR_STP_STATE, 0);
    nla_put_u8(m, IFLA_BR_MCAST_SNOOPING, 0);
    nla_nest_end(m, data);
    nla_nest_end(m, info);
    sys = talk(r, m);
    if (sys && sys != EEXIST)
        return fail(sys, e, "bridge", name);
    m = message(RTM_SETLINK, 0, &(struct ifinfomsg){ .ifi_family = AF_UNSPEC, .ifi_index = require_index(name, NULL) }, sizeof header);
    nla_put_string(m, IFLA_IFALIAS, alias);
    return ask(r, m, "bridge", name, e);
}

int rtnl_bridge_filter(struct rtnl *r, const char *name, bool on, struct err *e)
{
    int index = require_index(name, e);
    struct nlattr *info, *data;
    struct nl_msg *m;

    if (index < 0)
        return -1;
    m = message(RTM_NEWLINK, 0, &(struct ifinfomsg){ .ifi_family = AF_UNSPEC, .ifi_index = index }, sizeof(struct ifinfomsg));
    info = nla_nest_start(m, IFLA_LINKINFO);
    nla_put_string(m, IFLA_INFO_KIND, "bridge");
    data = nla_nest_start(m, IFLA_INFO_DATA);
    nla_put_u8(m, IFLA_BR_NF_CALL_IPTABLES, on);
    nla_put_u8(m, IFLA_BR_NF_CALL_IP6TABLES, on);
    nla_nest_end(m, data);
    nla_nest_end(m, info);
    return ask(r, m, "filtering of bridge", name, e);
}

int rtnl_veth(struct rtnl *r, const char *name, const char *bridge, int peer_ns, const char *peer, const uint8_t mac[6], struct err *e)
{
    const struct ifinfomsg header = { .ifi_family = AF_UNSPEC };
    int master = require_index(bridge, e);
    struct nlattr *info, *data, *other;
    struct nl_msg *m;

    if (master < 0)
        return -1;
    m = message(RTM_NEWLINK, NLM_F_CREATE | NLM_F_EXCL, &header, sizeof header);
    nla_put_string(m, IFLA_IFNAME, name);
    nla_put_u32(m, IFLA_MASTER, (uint32_t)master);
    info = nla_nest_start(m, IFLA_LINKINFO);
    nla_put_string(m, IFLA_INFO_KIND, "veth");
    data = nla_nest_start(m, IFLA_INFO_DATA);
    other = nla_nest_start(m, VETH_INFO_PEER);
    must(nlmsg_append(m, (void *)(uintptr_t)&header, sizeof header, NLMSG_ALIGNTO) == 0);
    nla_put_string(m, IFLA_IFNAME, peer);
    nla_put(m, IFLA_ADDRESS, 6, mac);
    nla_put_u32(m, IFLA_NET_NS_FD, (uint32_t)peer_ns);
    nla_nest_end(m, other);
    nla_nest_end(m, data);
    nla_nest_end(m, info);
    if (ask(r, m, "interface", name, e) == 0)
        return 0;
    if (e && e->sys == EXFULL)
        return err_set(e, ERR_EXHAUSTED, "bridge %s: has as many ports as a bridge can have (1023)", bridge);
    return -1;
}

int rtnl_master(struct rtnl *r, const char *name, const char *bridge, struct err *e)
{
    int index = require_index(name, e), master = require_index(bridge, e);
    struct nl_msg *m;

    if (index < 0 || master < 0)
        return -1;
    m = message(RTM_NEWLINK, 0, &(struct ifinfomsg){ .ifi_index = index }, sizeof(struct ifinfomsg));
    nla_put_u32(m, IFLA_MASTER, (uint32_t)master);
    return ask(r, m, "port", name, e);
}

int rtnl_port(struct rtnl *r, const char *name, const uint8_t mac[6], struct err *e)
{
    int index = require_index(name, e);
    struct nlattr *protinfo;
    struct nl_msg *m;

    if (index < 0)
        return -1;
    m = message(RTM_SETLINK, 0, &(struct ifinfomsg){ .ifi_family = AF_BRIDGE, .ifi_index = index }, sizeof(struct ifinfomsg));
    protinfo = nla_nest_start(m, IFLA_PROTINFO | NLA_F_NESTED);
    nla_put_u8(m, IFLA_BRPORT_LEARNING, 0);
    nla_put_u8(m, IFLA_BRPORT_GUARD, 1);
    nla_put_u8(m, IFLA_BRPORT_UNICAST_FLOOD, 0);
    nla_nest_end(m, protinfo);
    if (ask(r, m, "port", name, e) < 0)
        return -1;
    m = message(RTM_NEWNEIGH, NLM_F_CREATE | NLM_F_REPLACE,
                &(struct ndmsg){ .ndm_family = AF_BRIDGE, .ndm_ifindex = index, .ndm_state = NUD_NOARP, .ndm_flags = NTF_MASTER }, sizeof(struct ndmsg));
    nla_put(m, NDA_LLADDR, 6, mac);
    return ask(r, m, "forwarding entry of", name, e);
}

int rtnl_hairpin(struct rtnl *r, const char *name, struct err *e)
{
    int index = require_index(name, e);
    struct nlattr *protinfo;
    struct nl_msg *m;

    if (index < 0)
        return -1;
    m = message(RTM_SETLINK, 0, &(struct ifinfomsg){ .ifi_family = AF_BRIDGE, .ifi_index = index }, sizeof(struct ifinfomsg));
    protinfo = nla_nest_start(m, IFLA_PROTINFO | NLA_F_NESTED);
    nla_put_u8(m, IFLA_BRPORT_MODE, 1);
    nla_nest_end(m, protinfo);
    return ask(r, m, "port", name, e);
}

int rtnl_up(struct rtnl *r, const char *name, struct err *e)
{
    int index = require_index(name, e);

    if (index < 0)
        return -1;
    return ask(r, message(RTM_NEWLINK, 0, &(struct ifinfomsg){ .ifi_index = index, .ifi_flags = IFF_UP, .ifi_change = IFF_UP }, sizeof(struct ifinfomsg)),
               "link", name, e);
}

int rtnl_remove(struct rtnl *r, const char *name, struct err *e)
{
    int index = rtnl_index(name), sys;

    if (!index)
        return 0;
    sys = talk(r, message(RTM_DELLINK, 0, &(struct ifinfomsg){ .ifi_index = index }, sizeof(struct ifinfomsg)));
    return sys && sys != ENODEV ? fail(sys, e, "removing", name) : 0;
}

/* ---------------------------------------------------------------- addresses and routes */

int rtnl_address4(struct rtnl *r, const char *name, uint32_t address, unsigned bits, struct err *e)
{
    int index = require_index(name, e), sys;
    uint32_t wire = htonl(address), broadcast = htonl(address | ~ip4_mask(bits));
    struct nl_msg *m;

    if (index < 0)
        return -1;
    m = message(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL,
                &(struct ifaddrmsg){ .ifa_family = AF_INET, .ifa_prefixlen = (uint8_t)bits, .ifa_index = (uint32_t)index }, sizeof(struct ifaddrmsg));
    nla_put(m, IFA_LOCAL, 4, &wire);
    nla_put(m, IFA_ADDRESS, 4, &wire);
    nla_put(m, IFA_BROADCAST, 4, &broadcast);
    sys = talk(r, m);
    return sys && sys != EEXIST ? fail(sys, e, "address of", name) : 0;
}

int rtnl_address6(struct rtnl *r, const char *name, const struct ip6 *address, unsigned bits, struct err *e)
{
    int index = require_index(name, e), sys;
    struct nl_msg *m;

    if (index < 0)
        return -1;
    m = message(RTM_NEWADDR, NLM_F_CREATE | NLM_F_EXCL,
                &(struct ifaddrmsg){ .ifa_family = AF_INET6, .ifa_prefixlen = (uint8_t)bits, .ifa_flags = IFA_F_NODAD, .ifa_index = (uint32_t)index },
                sizeof(struct ifaddrmsg));
    nla_put(m, IFA_LOCAL, 16, address->bytes);
    nla_put(m, IFA_ADDRESS, 16, address->bytes);
    sys = talk(r, m);
    return sys && sys != EEXIST ? fail(sys, e, "IPv6 address of", name) : 0;
}

static struct nl_msg *neighbour(int type, int flags, int index, int family, const void *address)
{
    struct nl_msg *m = message(type, flags, &(struct ndmsg){ .ndm_family = (uint8_t)family, .ndm_ifindex = index, .ndm_state = NUD_PERMANENT }, sizeof(struct ndmsg));

    nla_put(m, NDA_DST, family == AF_INET ? 4 : 16, address);
    return m;
}

static int put_neighbour(struct rtnl *r, const char *name, int family, const void *address, const uint8_t mac[6], struct err *e)
{
    int index = require_index(name, e);
    struct nl_msg *m;

    if (index < 0)
        return -1;
    m = neighbour(RTM_NEWNEIGH, NLM_F_CREATE | NLM_F_REPLACE, index, family, address);
    nla_put(m, NDA_LLADDR, 6, mac);
    return ask(r, m, "neighbour on", name, e);
}

int rtnl_neighbour4(struct rtnl *r, const char *name, uint32_t address, const uint8_t mac[6], struct err *e)
{
    uint32_t wire = htonl(address);

    return put_neighbour(r, name, AF_INET, &wire, mac, e);
}

int rtnl_neighbour6(struct rtnl *r, const char *name, const struct ip6 *address, const uint8_t mac[6], struct err *e)
{
    return put_neighbour(r, name, AF_INET6, address->bytes, mac, e);
}

static int route(struct rtnl *r, int family, const void *gateway, size_t len, struct err *e)
{
    struct nl_msg *m = message(RTM_NEWROUTE, NLM_F_CREATE | NLM_F_EXCL,
                               &(struct rtmsg){ .rtm_family = (uint8_t)family, .rtm_table = RT_TABLE_MAIN, .rtm_protocol = RTPROT_STATIC,
                                                .rtm_scope = RT_SCOPE_UNIVERSE, .rtm_type = RTN_UNICAST }, sizeof(struct rtmsg));
    int sys;

    nla_put(m, RTA_GATEWAY, (int)len, gateway);
    sys = talk(r, m);
    return sys && sys != EEXIST ? fail(sys, e, "route", "by default") : 0;
}

int rtnl_route4(struct rtnl *r, uint32_t gateway, struct err *e)
{
    uint32_t wire = htonl(gateway);

    return route(r, AF_INET, &wire, 4, e);
}

int rtnl_route6(struct rtnl *r, const struct ip6 *gateway, struct err *e)
{
    return route(r, AF_INET6, gateway->bytes, 16, e);
}

/* A bucket of 20 ms, never below what one offloaded packet takes; a queue of 50 ms behind it. */
int rtnl_rate(struct rtnl *r, const char *name, uint64_t bytes_per_s, struct err *e)
{
    struct rtnl_qdisc *q;
    uint64_t burst = bytes_per_s / 50 < 65536 ? 65536 : bytes_per_s / 50;
    int index = require_index(name, e), result;

    if (index < 0)
        return -1;
    if (!bytes_per_s)
        return 0;
    q = rtnl_qdisc_alloc();
    must(q);
    rtnl_tc_set_ifindex(TC_CAST(q), index);
    rtnl_tc_set_parent(TC_CAST(q), TC_H_ROOT);
    rtnl_tc_set_handle(TC_CAST(q), TC_HANDLE(1, 0));
    rtnl_tc_set_kind(TC_CAST(q), "tbf");
    rtnl_qdisc_tbf_set_rate(q, (int)(bytes_per_s > 0x7fffffff ? 0x7fffffff : bytes_per_s), (int)burst, 0);
    rtnl_qdisc_tbf_set_limit(q, (int)(burst + bytes_per_s / 20 > 0x7fffffff ? 0x7fffffff : burst + bytes_per_s / 20));
    r->sys = 0;
    result = rtnl_qdisc_add(r->socket, q, NLM_F_CREATE | NLM_F_REPLACE);
    rtnl_qdisc_put(q);
    return result < 0 ? fail(r->sys ? r->sys : EINVAL, e, "bandwidth of", name) : 0;
}

/* ---------------------------------------------------------------- looking */

struct look {
    rtnl_link_fn fn;
    void *arg;
    const struct ip4_net *net;
    const char *own;
    char *out_link;
    bool found;
};

static int dump(struct rtnl *r, struct nl_msg *m, int (*each)(struct nl_msg *, void *), struct look *look, const char *what, struct err *e)
{
    int n = -1;

    r->sys = 0;
    nl_socket_modify_cb(r->socket, NL_CB_VALID, NL_CB_CUSTOM, each, look);
    n = nl_send_auto(r->socket, m);
    nlmsg_free(m);
    if (n >= 0)
        n = nl_recvmsgs_default(r->socket);
    nl_socket_modify_cb(r->socket, NL_CB_VALID, NL_CB_DEFAULT, NULL, NULL);
    return n < 0 ? fail(r->sys ? r->sys : EIO, e, "listing of", what) : 0;
}

static int on_link(struct nl_msg *m, void *arg)
{
    struct look *look = arg;
    struct nlattr *a[IFLA_MAX + 1];
    char master[IF_NAMESIZE] = "";

    if (nlmsg_hdr(m)->nlmsg_type != RTM_NEWLINK || nlmsg_parse(nlmsg_hdr(m), sizeof(struct ifinfomsg), a, IFLA_MAX, NULL) < 0 || !a[IFLA_IFNAME])
        return NL_OK;
    if (a[IFLA_MASTER])
        if_indextoname(nla_get_u32(a[IFLA_MASTER]), master);
    look->fn(look->arg, nla_get_string(a[IFLA_IFNAME]), master);
    return NL_OK;
}

int rtnl_links(struct rtnl *r, rtnl_link_fn fn, void *arg, struct err *e)
{
    struct look look = { .fn = fn, .arg = arg };
    struct nl_msg *m = nlmsg_alloc_simple(RTM_GETLINK, NLM_F_REQUEST | NLM_F_DUMP);
    const struct ifinfomsg header = { .ifi_family = AF_UNSPEC };

    must(m && nlmsg_append(m, (void *)(uintptr_t)&header, sizeof header, NLMSG_ALIGNTO) == 0);
    return dump(r, m, on_link, &look, "links", e);
}

/* ---- neighbours */

struct neighbours {
    const char *bridges, *links;
    struct nl_msg **gone;               /* what takes them away; owned */
    size_t count, room;
};

static int on_neighbour(struct nl_msg *m, void *arg)
{
    struct look *look = arg;
    struct neighbours *all = look->arg;
    const struct ndmsg *n = nlmsg_data(nlmsg_hdr(m));
    struct nlattr *a[NDA_MAX + 1];
    char name[IF_NAMESIZE] = "", link[IF_NAMESIZE];
    uint32_t low;

    if (nlmsg_hdr(m)->nlmsg_type != RTM_NEWNEIGH || nlmsg_parse(nlmsg_hdr(m), sizeof *n, a, NDA_MAX, NULL) < 0 || !a[NDA_DST] ||
        !(n->ndm_state & NUD_PERMANENT) || nla_len(a[NDA_DST]) < 4 || !if_indextoname((unsigned)n->ndm_ifindex, name) || !str_starts(name, all->bridges))
        return NL_OK;
    memcpy(&low, (char *)nla_data(a[NDA_DST]) + nla_len(a[NDA_DST]) - 4, sizeof low);
    str_fmt(link, sizeof link, "%.7s%08x", all->links, (unsigned)ntohl(low));
    if (rtnl_index(link))
        return NL_OK;
    if (all->count == all->room) {
        all->room = all->room ? 2 * all->room : 64;
        all->gone = xrealloc(all->gone, all->room * sizeof(struct nl_msg *));
    }
    all->gone[all->count++] = neighbour(RTM_DELNEIGH, 0, n->ndm_ifindex, n->ndm_family, nla_data(a[NDA_DST]));
    return NL_OK;
}

int rtnl_neighbours_sweep(struct rtnl *r, const char *bridges, const char *links, struct err *e)
{
    struct neighbours all = { .bridges = bridges, .links = links };
    struct look look = { .arg = &all };
    struct nl_msg *m = nlmsg_alloc_simple(RTM_GETNEIGH, NLM_F_REQUEST | NLM_F_DUMP);
    const struct ndmsg header = { .ndm_family = AF_UNSPEC };
    int result;

    must(m && nlmsg_append(m, (void *)(uintptr_t)&header, sizeof header, NLMSG_ALIGNTO) == 0);
    result = dump(r, m, on_neighbour, &look, "neighbours", e);
    for (size_t i = 0; i < all.count; i++)
        talk(r, all.gone[i]);           /* one that has gone by itself is gone */
    free(all.gone);
    return result;
}

static int on_route(struct nl_msg *m, void *arg)
{
    struct look *look = arg;
    const struct rtmsg *rt = nlmsg_data(nlmsg_hdr(m));
    struct nlattr *a[RTA_MAX + 1];
    char name[IF_NAMESIZE] = "";
    struct ip4_net other;

    if (nlmsg_hdr(m)->nlmsg_type != RTM_NEWROUTE || nlmsg_parse(nlmsg_hdr(m), sizeof *rt, a, RTA_MAX, NULL) < 0 || !a[RTA_DST] || !rt->rtm_dst_len ||
        rt->rtm_type == RTN_LOCAL || rt->rtm_type == RTN_BROADCAST || rt->rtm_type == RTN_MULTICAST)
        return NL_OK;
    other = (struct ip4_net){ ntohl(nla_get_u32(a[RTA_DST])), rt->rtm_dst_len };
    if (a[RTA_OIF])
        if_indextoname(nla_get_u32(a[RTA_OIF]), name);
    if (look->found || !ip4_net_overlaps(look->net, &other) || (*look->own && str_starts(name, look->own)))
        return NL_OK;
    look->found = true;
    str_fmt(look->out_link, 16, "%s", name);
    return NL_OK;
}

int rtnl_overlaps(struct rtnl *r, const struct ip4_net *n, const char *own, char out_link[16], bool *out, struct err *e)
{
    struct look look = { .net = n, .own = own, .out_link = out_link };
    struct nl_msg *m = nlmsg_alloc_simple(RTM_GETROUTE, NLM_F_REQUEST | NLM_F_DUMP);
    const struct rtmsg header = { .rtm_family = AF_INET };

    must(m && nlmsg_append(m, (void *)(uintptr_t)&header, sizeof header, NLMSG_ALIGNTO) == 0);
    if (dump(r, m, on_route, &look, "routes", e) < 0)
        return -1;
    *out = look.found;
    return 0;
}
