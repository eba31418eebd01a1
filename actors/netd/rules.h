/*
 * rules - Quilt's own nftables tables, one of the family inet and one of the family
 * bridge, both named after the instance.
 *
 *   bridge   what a port may say: its MAC with its addresses, nothing else
 *   inet     what may pass between networks, the host and the outside; published ports;
 *            masquerading; policies
 *
 * The fixed part is made once; everything that comes and goes is an element of a set or
 * map (a policy: a chain of its own).  Where the kernel has it the tables are owned by
 * netd's socket, so that nobody else flushes them, and persist when netd ends; elsewhere
 * rules_changed says that somebody touched them.  A table <instance>-user with base
 * chains before ours is for the host's administrator: Quilt never writes into it.
 *
 * Source: nft(8), libnftables(3), the kernel's net/netfilter/nf_tables_api.c
 */
#ifndef NETD_RULES_H
#define NETD_RULES_H

#include "actors/netd/place.h"
#include "actors/netd/script.h"
#include "base/err.h"
#include "base/ip.h"

#include <stdbool.h>

struct rules;

/* Never fails: without nftables in the kernel everything below says so. */
struct rules *rules_open(const struct place *p);
void rules_close(struct rules *r);      /* the tables stay */
const char *rules_table(const struct rules *r);
bool rules_owned(const struct rules *r);

/* Makes the fixed part if it is not there (or rules_changed has said so since), and empties every set and map; then runs `s`, which fills them, in the same transaction. */
int rules_sync(struct rules *r, const struct script *s, struct err *e);
int rules_run(struct rules *r, const struct script *s, struct err *e);
/* Whether the fixed part is there; whether a chain of that name is in the inet table. */
bool rules_present(struct rules *r);
bool rules_has_chain(struct rules *r, const char *chain);
/* Takes the tables away, the administrator's too if it is empty. */
void rules_remove(struct rules *r);
/* Becomes readable when somebody else changed a table of ours; rules_changed reads it empty. */
int rules_fd(const struct rules *r);    /* -1: none */
bool rules_changed(struct rules *r);

/* Packets counted by a policy's chain since it was made: calls fn for each "eg_…" and "in_…". */
typedef void (*rules_counter_fn)(void *arg, const char *chain, uint64_t packets);
int rules_counters(struct rules *r, rules_counter_fn fn, void *arg, struct err *e);

/* ---- pieces of scripts; add true: to be there, false: no more */
struct rules_network {
    char bridge[LINK_NAME], mac[MAC_TEXT], subnet[IP4_TEXT + 3], gateway[IP4_TEXT], subnet6[IP6_TEXT + 4], gateway6[IP6_TEXT];
    bool internal, has6;
    bool restricted, filtered;          /* it has a policy; its bridged packets pass the inet table, for one of its own or a container's */
    uint64_t number;
};
struct rules_link {
    char link[LINK_NAME], address[IP4_TEXT], address6[IP6_TEXT];
    uint8_t mac[6];
    bool has6;
};
void rules_put_network(struct rules *r, struct script *s, const struct rules_network *n, bool add);
void rules_put_network_policy(struct rules *r, struct script *s, const struct rules_network *n, bool add);
/* A bridge on which somebody has a policy: what no policy can judge (link-local, broadcast) does not pass between its ports. */
void rules_put_restricted(struct rules *r, struct script *s, const char *bridge);
void rules_put_link(struct rules *r, struct script *s, const struct rules_link *l, bool add);
void rules_put_port(struct rules *r, struct script *s, const char *protocol, uint32_t host, uint64_t port, const char *address, uint64_t to, bool add);
void rules_put_policy(struct rules *r, struct script *s, const char *name, const char *address, const char *address6, bool add);
void rules_put_service(struct rules *r, struct script *s, const char *protocol, uint64_t port);

#endif
