/*
 * leases - which container has which address, interface and port: rows, in the same
 * transaction as the start or the end that they belong to.
 *
 *     free --reserve--> POOL --start--> ACTIVE --removed--> QUARANTINE --10 s--> free
 *       `--------------start (a fixed one, or no pool)-->'
 *
 * A container keeps its addresses until it is removed; its ports and names while it is
 * starting or alive.
 */
#ifndef STORE_LEASES_H
#define STORE_LEASES_H

#include "actors/store/containers.h"
#include "actors/store/networks.h"

#define QUARANTINE_NS 10000000000ull

/* A new container's wishes; `known` are leases that a rebuilt one had. */
int lease_wishes(struct db *d, const char *container, const struct container_spec *spec, const struct wire_list *known, struct err *e);
/* One wish more; ERR_EXISTS: it is on that network already.  Gives the position. */
int lease_wish(struct db *d, const char *container, const struct network_attachment *wish, struct err *e);
/* Whether it has this very wish already: 1, or 0. */
int lease_has_wish(struct db *d, const char *container, const struct network_attachment *wish, int64_t network, struct err *e);
/* Forgets it, and its lease. */
int lease_unwish(struct db *d, const char *container, int64_t network, struct err *e);

/* A start: addresses for what has none, ports, names. */
int lease_start(struct db *d, const char *container, const struct container_spec *spec, uint64_t *out_generation, struct err *e);
int lease_address(struct db *d, const char *container, int64_t network, struct err *e);
/* Its processes are gone. */
int lease_end(struct db *d, const char *container, struct err *e);
/* It is removed. */
int lease_release(struct db *d, const char *container, struct err *e);

/* Items: struct attachment, of what has an address; network -1: all. */
int lease_items(struct db *d, const char *container, int64_t network, struct wire_writer *items, struct err *e);
/* Ready-made ones, to be kept by netd.  Items: struct attachment. */
int lease_reserve(struct db *d, const struct network_key *n, uint64_t count, struct wire_writer *items, struct err *e);
int lease_forget(struct db *d, const struct network_key *n, struct err *e);
int lease_unreserve(struct db *d, const struct network_key *n, uint32_t address, struct err *e);

int lease_allocations(struct db *d, int64_t network, struct wire_writer *items, struct err *e);
int lease_ports(struct db *d, struct wire_writer *items, struct err *e);
/* Items: struct network_member. */
int lease_members(struct db *d, int64_t network, struct wire_writer *items, struct err *e);
uint64_t lease_count(struct db *d, int64_t network, const char *phase);

#endif
