/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_NETD_H
#define PROTOCOL_GEN_NETD_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct netd;

/* Make a network: a bridge with addresses, names and its own rules.
 * From clients, frontdoor. */
handled on_network_create(struct netd *self, const struct network_create *m, struct request *req);
handled reply_network_create(struct request *req, const struct network_create_reply *m);
const struct network_create *network_create_of(const struct request *req);

/* Remove a network that no container is on.
 * From clients, frontdoor. */
handled on_network_remove(struct netd *self, const struct network_remove *m, struct request *req);
handled reply_network_remove(struct request *req, const struct network_remove_reply *m);
const struct network_remove *network_remove_of(const struct request *req);

/* Put a container on a further network, at once if it runs.
 * From clients, frontdoor. */
handled on_network_connect(struct netd *self, const struct network_connect *m, struct request *req);
handled reply_network_connect(struct request *req, const struct network_connect_reply *m);
const struct network_connect *network_connect_of(const struct request *req);

/* Take a container off a network, at once if it runs.
 * From clients, frontdoor. */
handled on_network_disconnect(struct netd *self, const struct network_disconnect *m, struct request *req);
handled reply_network_disconnect(struct request *req, const struct network_disconnect_reply *m);
const struct network_disconnect *network_disconnect_of(const struct request *req);

/* Replace the policy of a network or of a container; it holds at once, for connections that are open too.
 * From clients, frontdoor. */
handled on_network_policy_set(struct netd *self, const struct network_policy_set *m, struct request *req);
handled reply_network_policy_set(struct request *req, const struct network_policy_set_reply *m);
const struct network_policy_set *network_policy_set_of(const struct request *req);

/* Compares the kernel with what is recorded.
 * From clients, frontdoor. */
handled on_network_health(struct netd *self, const struct network_health *m, struct request *req);
handled reply_network_health(struct request *req, const struct network_health_reply *m);
const struct network_health *network_health_of(const struct request *req);

/* ICMP echo from one container's network to another container or address; needs no tool inside.
 * From clients, frontdoor. */
handled on_icc_ping(struct netd *self, const struct icc_ping *m, struct request *req);
handled reply_icc_ping(struct request *req, const struct icc_ping_reply *m);
const struct icc_ping *icc_ping_of(const struct request *req);

/* Who talks to whom now, with bytes.
 * From clients, frontdoor. */
handled on_icc_connections(struct netd *self, const struct icc_connections *m, struct request *req);
handled reply_icc_connections(struct request *req, const struct icc_connections_reply *m);
const struct icc_connections *icc_connections_of(const struct request *req);

/* A network namespace with these interfaces, ports and rules. Asked again it answers the same one.
 * From monitor. */
handled on_net_attach(struct netd *self, const struct net_attach *m, struct request *req);
handled reply_net_attach(struct request *req, const struct net_attach_reply *m);
const struct net_attach *net_attach_of(const struct request *req);

/* The container's processes are gone: take its interfaces, ports and rules away.
 * From monitor. */
handled on_net_detach(struct netd *self, const struct net_detach *m, struct request *req);
handled reply_net_detach(struct request *req, const struct net_detach_reply *m);
const struct net_detach *net_detach_of(const struct request *req);

/* Answered when netd is up and has done what it was asked before: Quilt is about to end.
 * From monitor. */
handled on_net_settle(struct netd *self, const struct net_settle *m, struct request *req);
handled reply_net_settle(struct request *req, const struct net_settle_reply *m);
const struct net_settle *net_settle_of(const struct request *req);

extern const struct dispatch_row netd_dispatch[];

#endif
