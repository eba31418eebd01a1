/*
 * place - names of kernel objects: derived from the instance and, for an interface,
 * from the address that it was leased, so that a scan finds each without a database
 * and two instances on one host do not meet.  Pure.
 *
 *     bridge of network 0 of the instance "quilt"     quilt0
 *     bridge of network N of another                  q<tag>b<N>
 *     host's end of the interface with an address     q<tag>v<8 hexadecimal digits>
 */
#ifndef NETD_PLACE_H
#define NETD_PLACE_H

#include <stdbool.h>
#include <stdint.h>

#define LINK_NAME 16                    /* IFNAMSIZ */

struct place {
    char table[40];                     /* nftables */
    char tag[6];
    bool plain;                         /* the instance that is called quilt */
};

struct place place_of(const char *instance);
void place_bridge(const struct place *p, uint64_t number, char out[LINK_NAME]);
/* What every bridge's name begins with. */
void place_bridges(const struct place *p, char out[LINK_NAME]);
void place_links(const struct place *p, char out[LINK_NAME]);    /* what the names of all links begin with: 7 characters */
void place_link(const struct place *p, uint32_t address, char out[LINK_NAME]);
/* The address behind a link of ours; false: not one. */
bool place_is_link(const struct place *p, const char *name, uint32_t *out_address);
bool place_is_bridge(const struct place *p, const char *name, uint64_t *out_number);
/* The /48 of the instance's own (RFC 4193), as "fdxx:xxxx:xxxx". */
void place_ula(const struct place *p, char out[20]);

#endif
