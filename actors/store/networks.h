/*
 * networks - the rows of networks, and their copy beside the database, from which a
 * new one is filled: subnets do not overlap, names and numbers are unique.
 */
#ifndef STORE_NETWORKS_H
#define STORE_NETWORKS_H

#include "actors/store/db.h"
#include "base/ip.h"
#include "protocol/gen/messages.h"

struct network_key {
    int64_t number;
    char name[64];
    struct ip4_net net;
    uint32_t gateway;
    char subnet6[56];                   /* "" without */
    bool internal;
};

/* ERR_NOT_FOUND names it. */
int network_find(struct db *d, const char *name, struct network_key *out, struct err *e);
int network_by_number(struct db *d, int64_t number, struct network_key *out, struct err *e);
/* Gives the number; ERR_EXISTS, or ERR_CONFLICT for a subnet that overlaps another's. */
int network_insert(struct db *d, const struct network *n, struct network *out, struct err *e);
/* ERR_STATE while a container is on it. */
int network_delete(struct db *d, const struct network_key *n, struct err *e);
/* Items: struct network. */
int network_items(struct db *d, struct wire_writer *items, struct err *e);
int network_item(struct db *d, int64_t number, struct wire_writer *out, struct err *e);
int network_policy(struct db *d, int64_t number, struct wire_writer *out, struct err *e);     /* 1: written, 0: none */
int network_set_policy(struct db *d, int64_t number, struct wire_span policy, struct err *e);

/* After a commit that changed them: the copy, in the working directory. */
int networks_save(struct db *d, struct err *e);
/* A new database: what the copy holds. */
int networks_load(struct db *d, struct err *e);

#endif
