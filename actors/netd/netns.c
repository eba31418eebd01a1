/*
 * quilt-netns - makes and undoes what hangs on the kernel's lock on links: namespaces,
 * pairs of interfaces, their bounds; and makes the kernel forget connections.
 *
 * Hears   netd, over descriptor 3 (job.h); ends with it
 * Never   decides anything, and keeps nothing between two jobs
 *
 * A namespace is made by leaving for a new one and coming back; nobody but who holds
 * the descriptor has it, so that it goes when its last holder does.
 */
#include "actors/netd/job.h"
#include "actors/netd/rtnl.h"
#include "base/auto.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <ifaddrs.h>
#include <libnetfilter_conntrack/libnetfilter_conntrack.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

static int home;                        /* the host's namespace */
static struct rtnl *host;

static int set_sysctl(const char *path, const char *value)
{
    return fd_write_file(AT_FDCWD, path, value, O_WRONLY);
}

/* ---------------------------------------------------------------- the host's end */

static int make_link(const struct job *j, int ns, struct err *e)
{
    char path[80];

    /* the name is the lease's: what is there belonged to a namespace that nobody is in any more */
    if (j->replace && rtnl_index(j->link) && rtnl_remove(host, j->link, e) < 0)
        return -1;
    if (rtnl_veth(host, j->link, j->bridge, ns, j->interface, j->mac, e) < 0)
        return -1;                      /* EEXIST: somebody has this lease, and keeps its link */
    str_fmt(path, sizeof path, "/proc/sys/net/ipv6/conf/%s/disable_ipv6", j->link);
    set_sysctl(path, "1");              /* a port of a bridge needs none of its own; a kernel without IPv6 has no such file */
    if (rtnl_port(host, j->link, j->mac, e) == 0 && rtnl_up(host, j->link, e) == 0 && rtnl_neighbour4(host, j->bridge, j->address, j->mac, e) == 0 &&
        (!j->has6 || rtnl_neighbour6(host, j->bridge, &j->address6, j->mac, e) == 0))
        return 0;
    rtnl_remove(host, j->link, NULL);
    return -1;
}

/* ---------------------------------------------------------------- inside */

/* Before there is an interface: it starts with these. */
static void set_defaults(const struct job *j)
{
    static const char *const values[][2] = {
        { "/proc/sys/net/ipv4/ping_group_range", "0 2147483647" },
        { "/proc/sys/net/ipv4/ip_unprivileged_port_start", "0" },
        { "/proc/sys/net/ipv6/conf/default/accept_ra", "0" },
        { "/proc/sys/net/ipv6/conf/default/accept_dad", "0" },
        { "/proc/sys/net/ipv6/conf/default/dad_transmits", "0" },
    };

    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        set_sysctl(values[i][0], values[i][1]);
    set_sysctl("/proc/sys/net/ipv6/conf/default/disable_ipv6", j->has6 ? "0" : "1");
}

static int set_routes(struct rtnl *r, const struct job *j, struct err *e)
{
    if (!j->first || j->internal)
        return 0;
    return rtnl_route4(r, j->gateway, e) < 0 || (j->has6 && rtnl_route6(r, &j->gateway6, e) < 0) ? -1 : 0;
}

static int set_gateway(struct rtnl *r, const struct job *j, struct err *e)
{
    char text[MAC_TEXT];
    uint8_t mac[6];

    mac_of(j->gateway, text);           /* the bridge's own */
    must(mac_parse(text, mac) == 0);
    return rtnl_neighbour4(r, j->interface, j->gateway, mac, e) < 0 || (j->has6 && rtnl_neighbour6(r, j->interface, &j->gateway6, mac, e) < 0) ? -1 : 0;
}

/* In the namespace of r. */
static int set_addresses(struct rtnl *r, const struct job *j, struct err *e)
{
    if (rtnl_address4(r, j->interface, j->address, j->bits, e) < 0 || (j->has6 && rtnl_address6(r, j->interface, &j->address6, 64, e) < 0) ||
        rtnl_up(r, j->interface, e) < 0)
        return -1;
    return set_gateway(r, j, e) < 0 ? -1 : set_routes(r, j, e);
}

static int go(int ns, struct err *e)
{
    return setns(ns, CLONE_NEWNET) < 0 ? err_sys(e, "network namespace") : 0;
}

static void go_home(void)
{
    if (setns(home, CLONE_NEWNET) < 0)
        _exit(1);                       /* netd starts another that is in the right place */
}

static int set_rates(const struct job *j, int ns, struct err *e)
{
    struct rtnl *inside = NULL;
    int result;

    if (rtnl_rate(host, j->link, j->rate_in, e) < 0)    /* what leaves towards the container */
        return -1;
    if (!j->rate_out)
        return 0;
    if (go(ns, e) < 0)
        return -1;
    inside = rtnl_open(e);
    result = inside ? rtnl_rate(inside, j->interface, j->rate_out, e) : -1;
    rtnl_close(inside);
    go_home();
    return result;
}

static int fill_inside(const struct job *j, int ns, struct err *e)
{
    struct rtnl *inside;
    int result;

    if (go(ns, e) < 0)
        return -1;
    inside = rtnl_open(e);
    result = inside ? set_addresses(inside, j, e) : -1;
    rtnl_close(inside);
    go_home();
    return result < 0 ? -1 : set_rates(j, ns, e);
}

/* All of the interface, or nothing of it. */
static int fill(const struct job *j, int ns, struct err *e)
{
    if (make_link(j, ns, e) < 0)
        return -1;
    if (fill_inside(j, ns, e) == 0)
        return 0;
    rtnl_remove(host, j->link, NULL);
    return -1;
}

/* A namespace with its loopback up; the interfaces come from outside. */
static int make_namespace(const struct job *j, struct err *e)
{
    struct rtnl *inside;
    auto_fd int ns = -1;
    int result = -1;

    if (unshare(CLONE_NEWNET) < 0)
        return err_sys(e, "network namespace");
    ns = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
    if (ns < 0)
        err_sys(e, "network namespace");
    set_defaults(j);
    inside = ns < 0 ? NULL : rtnl_open(e);
    if (inside)
        result = rtnl_up(inside, "lo", e);
    rtnl_close(inside);
    go_home();
    return result < 0 ? -1 : steal_fd(&ns);
}

static int make(const struct job *j, uint64_t *out_inode, struct err *e)
{
    auto_fd int ns = make_namespace(j, e);
    struct stat st;

    if (ns < 0 || fill(j, ns, e) < 0 || fstat(ns, &st) < 0)
        return -1;
    *out_inode = st.st_ino;
    return steal_fd(&ns);
}

/* Loopback and defaults are there; what IPv6 is allowed follows each network. */
static int join(const struct job *j, int ns, struct err *e)
{
    if (go(ns, e) < 0)
        return -1;
    set_sysctl("/proc/sys/net/ipv6/conf/default/disable_ipv6", j->has6 ? "0" : "1");
    go_home();
    return fill(j, ns, e);
}

/* ---------------------------------------------------------------- connections */

struct forget {
    const struct job *job;
    struct nfct_handle *out;
    struct ifaddrs *own;                /* addresses of the host */
};

static bool is_listed(const struct job *j, const struct nf_conntrack *ct)
{
    static const enum nf_conntrack_attr attributes[] = { ATTR_ORIG_IPV4_SRC, ATTR_ORIG_IPV4_DST, ATTR_REPL_IPV4_SRC, ATTR_REPL_IPV4_DST };

    for (size_t a = 0; a < sizeof attributes / sizeof *attributes; a++)
        for (uint32_t i = 0; i < j->count; i++)
            if (nfct_attr_is_set(ct, attributes[a]) && ntohl(nfct_get_attr_u32(ct, attributes[a])) == j->addresses[i])
                return true;
    return false;
}

static bool is_own(const struct ifaddrs *own, uint32_t address)
{
    for (; own; own = own->ifa_next)
        if (own->ifa_addr && own->ifa_addr->sa_family == AF_INET && ((const struct sockaddr_in *)own->ifa_addr)->sin_addr.s_addr == address)
            return true;
    return false;
}

/* To a port of the host's, and led nowhere else. */
static bool is_flow_to(const struct forget *f, const struct nf_conntrack *ct)
{
    uint32_t to = nfct_get_attr_u32(ct, ATTR_ORIG_IPV4_DST);

    if (nfct_get_attr_u8(ct, ATTR_ORIG_L4PROTO) != IPPROTO_UDP || to != nfct_get_attr_u32(ct, ATTR_REPL_IPV4_SRC) || !is_own(f->own, to))
        return false;
    for (uint32_t i = 0; i < f->job->count; i++)
        if (ntohs(nfct_get_attr_u16(ct, ATTR_ORIG_PORT_DST)) == f->job->addresses[i])
            return true;
    return false;
}

static int on_connection(enum nf_conntrack_msg_type type, struct nf_conntrack *ct, void *data)
{
    const struct forget *f = data;

    (void)type;
    if (f->job->kind == JOB_FORGET ? is_listed(f->job, ct) : is_flow_to(f, ct))
        nfct_query(f->out, NFCT_Q_DESTROY, ct);
    return NFCT_CB_CONTINUE;
}

static int forget(const struct job *j, struct err *e)
{
    struct forget f = { .job = j, .out = nfct_open(CONNTRACK, 0) };
    struct nfct_handle *in = nfct_open(CONNTRACK, 0);
    uint32_t family = AF_INET;
    int result = -1;

    if (j->kind == JOB_FORGET_UDP && getifaddrs(&f.own) < 0)
        f.own = NULL;
    if (in && f.out) {
        nfct_callback_register(in, NFCT_T_ALL, on_connection, &f);
        result = nfct_query(in, NFCT_Q_DUMP, &family);
    }
    if (result < 0)
        err_sys(e, "connections");
    freeifaddrs(f.own);
    if (in)
        nfct_close(in);
    if (f.out)
        nfct_close(f.out);
    return result;
}

/* ---------------------------------------------------------------- jobs */

static int do_job(const struct job *j, int ns, uint64_t *out_inode, struct err *e)
{
    switch (j->kind) {
    case JOB_MAKE:
        return make(j, out_inode, e);
    case JOB_JOIN:
        return join(j, ns, e);
    case JOB_RATE:
        return set_rates(j, ns, e);
    case JOB_REMOVE:
        return rtnl_remove(host, j->link, e);
    case JOB_NEIGHBOURS:
        return rtnl_neighbours_sweep(host, j->bridge, j->link, e);
    case JOB_FORGET:
    case JOB_FORGET_UDP:
        return forget(j, e);
    default:
        return err_set(e, ERR_INTERNAL, "job of kind %u", j->kind);
    }
}

static int send_answer(const struct job_answer *a, int ns)
{
    struct iovec v = { (void *)(uintptr_t)a, sizeof *a };
    char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8))) = { 0 };
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1 };

    if (ns >= 0) {
        struct cmsghdr *c;

        h.msg_control = room;
        h.msg_controllen = sizeof room;
        c = CMSG_FIRSTHDR(&h);
        c->cmsg_level = SOL_SOCKET;
        c->cmsg_type = SCM_RIGHTS;
        c->cmsg_len = CMSG_LEN(sizeof ns);
        memcpy(CMSG_DATA(c), &ns, sizeof ns);
    }
    return sendmsg(3, &h, MSG_NOSIGNAL) < 0 ? -1 : 0;
}

static int turn(void)
{
    struct job j;
    struct iovec v = { &j, sizeof j };
    char room[CMSG_SPACE(sizeof(int))] __attribute__((aligned(8)));
    struct msghdr h = { .msg_iov = &v, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room };
    ssize_t n = recvmsg(3, &h, MSG_CMSG_CLOEXEC);
    struct cmsghdr *c = n > 0 ? CMSG_FIRSTHDR(&h) : NULL;
    struct job_answer a = { 0 };
    struct err e = ERR_NONE;
    auto_fd int ns = -1, made = -1;
    int result;

    if (n < 0 && errno == EINTR)
        return 0;
    if (n != (ssize_t)sizeof j)
        return -1;
    if (c && c->cmsg_level == SOL_SOCKET && c->cmsg_type == SCM_RIGHTS)
        memcpy(&ns, CMSG_DATA(c), sizeof ns);
    result = do_job(&j, ns, &a.inode, &e);
    a.number = j.number;
    if (result < 0) {
        a.code = e.code;
        a.sys = e.sys;
        str_fmt(a.text, sizeof a.text, "%.190s", e.text);
    } else if (j.kind == JOB_MAKE) {
        made = result;
    }
    return send_answer(&a, made);
}

int main(void)
{
    struct err e = ERR_NONE;

    prctl(PR_SET_NAME, "quilt-netns");
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    home = open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
    host = rtnl_open(&e);
    if (home < 0 || !host)
        return 1;
    while (turn() == 0)
        ;
    return 0;
}
