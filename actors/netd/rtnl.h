/*
 * rtnl - the few things that netd asks of rtnetlink, over libnl-3, one message and
 * one acknowledgement each.  Blocking: the kernel answers in the call, but it may wait
 * for a lock that other work on links holds; what is slow belongs into quilt-netns.
 *
 * All: 0 or a number, or -1 with e (the kernel's errno in e->sys).
 * Source: rtnetlink(7), linux/if_link.h, linux/if_bridge.h
 */
#ifndef NETD_RTNL_H
#define NETD_RTNL_H

#include "base/err.h"
#include "base/ip.h"

#include <stdbool.h>

struct rtnl;

/* In the network namespace that the caller is in. */
struct rtnl *rtnl_open(struct err *e);
void rtnl_close(struct rtnl *r);

int rtnl_index(const char *name);       /* 0: there is none */
/* A bridge without spanning tree, delays or multicast snooping; an existing one is kept. */
int rtnl_bridge(struct rtnl *r, const char *name, const uint8_t mac[6], const char *alias, struct err *e);
int rtnl_bridge_filter(struct rtnl *r, const char *name, bool on, struct err *e);    /* bridged packets pass the inet tables too */
/* A pair: one end here, down; the other, down, in the namespace of peer_ns. */
int rtnl_veth(struct rtnl *r, const char *name, const char *bridge, int peer_ns, const char *peer, const uint8_t mac[6], struct err *e);
int rtnl_master(struct rtnl *r, const char *name, const char *bridge, struct err *e);
/* A port that learns nothing: the forwarding entry of its MAC is given. */
int rtnl_port(struct rtnl *r, const char *name, const uint8_t mac[6], struct err *e);
/* A port that gets back what it sent: for one that reaches itself by a published port where bridged packets pass the inet tables. */
int rtnl_hairpin(struct rtnl *r, const char *name, struct err *e);
int rtnl_up(struct rtnl *r, const char *name, struct err *e);
int rtnl_remove(struct rtnl *r, const char *name, struct err *e);       /* one that is not there is fine */
int rtnl_address4(struct rtnl *r, const char *name, uint32_t address, unsigned bits, struct err *e);
int rtnl_address6(struct rtnl *r, const char *name, const struct ip6 *address, unsigned bits, struct err *e);
/*
 * Who has an address on a link, for good: nobody asks for it, and it takes no place in the
 * table of neighbours, whose bound (gc_thresh3, 1024) all namespaces of a host share.
 */
int rtnl_neighbour4(struct rtnl *r, const char *name, uint32_t address, const uint8_t mac[6], struct err *e);
int rtnl_neighbour6(struct rtnl *r, const char *name, const struct ip6 *address, const uint8_t mac[6], struct err *e);
/* Takes those away, on links that begin with `bridges`, for whose address there is no link `links`ADDRESS (8 hexadecimal digits). */
int rtnl_neighbours_sweep(struct rtnl *r, const char *bridges, const char *links, struct err *e);
int rtnl_route4(struct rtnl *r, uint32_t gateway, struct err *e);       /* the default route */
int rtnl_route6(struct rtnl *r, const struct ip6 *gateway, struct err *e);
/* What leaves through a link, bytes a second; 0: no bound. */
int rtnl_rate(struct rtnl *r, const char *name, uint64_t bytes_per_s, struct err *e);

typedef void (*rtnl_link_fn)(void *arg, const char *name, const char *master);
int rtnl_links(struct rtnl *r, rtnl_link_fn fn, void *arg, struct err *e);
/* Whether a route over a link whose name does not begin with `own` uses some of n; then which link. */
int rtnl_overlaps(struct rtnl *r, const struct ip4_net *n, const char *own, char out_link[16], bool *out, struct err *e);

#endif
