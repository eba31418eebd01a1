/*
 * ip - addresses as numbers and as text, strictly: no leading zeros, no rest, no host
 * bits in a network.  IPv4 is in host byte order everywhere but in a message.
 * Sources: RFC 5952 (text of IPv6), RFC 4193 (unique local addresses), RFC 7042 (EUI-48).
 */
#ifndef BASE_IP_H
#define BASE_IP_H

#include <stdbool.h>
#include <stdint.h>

#define IP4_TEXT 16
#define IP6_TEXT 46
#define MAC_TEXT 18

struct ip4_net {
    uint32_t base;
    unsigned bits;
};

struct ip6 {
    uint8_t bytes[16];
};

struct ip6_net {
    struct ip6 base;
    unsigned bits;
};

/* All return 0, or -1 for text that is none. */
int ip4_parse(const char *text, uint32_t *out);
int ip6_parse(const char *text, struct ip6 *out);
/* "10.42.0.0/16"; a bare address has all bits.  Bits beyond the prefix must be zero. */
int ip4_net_parse(const char *text, struct ip4_net *out);
int ip6_net_parse(const char *text, struct ip6_net *out);
int mac_parse(const char *text, uint8_t out[6]);        /* unicast only */

void ip4_text(uint32_t address, char out[IP4_TEXT]);
void ip6_text(const struct ip6 *address, char out[IP6_TEXT]);
void ip4_net_text(const struct ip4_net *n, char out[IP4_TEXT + 3]);

uint32_t ip4_mask(unsigned bits);
uint32_t ip4_last(const struct ip4_net *n);             /* its broadcast address */
bool ip4_net_has(const struct ip4_net *n, uint32_t address);
bool ip4_net_overlaps(const struct ip4_net *a, const struct ip4_net *b);

/* 02:51 and the address: a neighbour's table is never stale. */
void mac_of(uint32_t address, char out[MAC_TEXT]);
/* The /64 with the IPv4 address as its last 32 bits. */
void ip6_of(const struct ip6 *prefix, uint32_t address, struct ip6 *out);
/* fe80:: with the interface identifier that Linux derives from the MAC (RFC 4291, appendix A). */
void ip6_link_local(const uint8_t mac[6], struct ip6 *out);

#endif
