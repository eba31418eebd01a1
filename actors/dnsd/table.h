/*
 * table - what is registered: which names each container has on each network, looked up
 * as a given container may see them: on the networks that it shares, nowhere else.
 * Pure: knows no socket.
 */
#ifndef DNSD_TABLE_H
#define DNSD_TABLE_H

#include "base/ip.h"
#include "protocol/gen/messages.h"

#include <stdbool.h>

#define FOUND_MAX 32
#define UPSTREAMS_MAX 4

struct record {
    char container[13];
    uint64_t number;                    /* of the network */
    uint32_t address;
    struct ip6 address6;
    bool has6, internal;
    char (*names)[256];                 /* owned, lower case */
    int name_count;
    char upstreams[UPSTREAMS_MAX][IP6_TEXT];
    int upstream_count;
};

struct table;

struct table *table_new(void);
void table_free(struct table *t);
void table_reset(struct table *t);
void table_apply(struct table *t, const struct registration *g);       /* also one that is gone */

/* Who has this address; NULL: nobody. */
const struct record *table_at(const struct table *t, uint32_t address);
const struct record *table_at6(const struct table *t, const struct ip6 *address);
/* Records with this name (lower case) on the networks of the client's container; their number. */
int table_find(const struct table *t, const struct record *client, const char *name, const struct record *out[FOUND_MAX]);
/* Whether both are on one network. */
bool table_sees(const struct table *t, const struct record *client, const struct record *other);
/* Whether every network of the client's container is internal. */
bool table_is_inside(const struct table *t, const struct record *client);
size_t table_count(const struct table *t);

#endif
