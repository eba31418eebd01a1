#include "base/ip.h"

#include "base/str.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

int ip4_parse(const char *text, uint32_t *out)
{
    struct in_addr a;

    if (inet_pton(AF_INET, text, &a) != 1)
        return -1;
    *out = ntohl(a.s_addr);
    return 0;
}

int ip6_parse(const char *text, struct ip6 *out)
{
    return inet_pton(AF_INET6, text, out->bytes) == 1 ? 0 : -1;
}

/* The part before the slash, and the number behind it; without a slash `most`. */
static int split(const char *text, char *address, size_t size, unsigned most, unsigned *out_bits)
{
    const char *slash = strchr(text, '/');
    size_t len = slash ? (size_t)(slash - text) : strlen(text);
    uint64_t bits = most;

    if (len >= size || (slash && (str_uint(slash + 1, most, &bits) < 0 || (slash[1] == '0' && slash[2]))))
        return -1;
    str_fmt(address, size, "%.*s", (int)len, text);
    *out_bits = (unsigned)bits;
    return 0;
}

int ip4_net_parse(const char *text, struct ip4_net *out)
{
    char address[IP4_TEXT];
    struct ip4_net n;

    if (split(text, address, sizeof address, 32, &n.bits) < 0 || ip4_parse(address, &n.base) < 0 || (n.base & ~ip4_mask(n.bits)))
        return -1;
    *out = n;
    return 0;
}

int ip6_net_parse(const char *text, struct ip6_net *out)
{
    char address[IP6_TEXT];
    struct ip6_net n;

    if (split(text, address, sizeof address, 128, &n.bits) < 0 || ip6_parse(address, &n.base) < 0)
        return -1;
    for (unsigned bit = n.bits; bit < 128; bit++)
        if (n.base.bytes[bit / 8] >> (7 - bit % 8) & 1)
            return -1;
    *out = n;
    return 0;
}

int mac_parse(const char *text, uint8_t out[6])
{
    uint8_t mac[6];

    for (int i = 0; i < 6; i++) {
        int byte = 0;

        for (int n = 0; n < 2; n++, text++) {
            const char *digits = "0123456789abcdef", *at = *text ? strchr(digits, *text) : NULL;

            if (!at)
                return -1;
            byte = byte * 16 + (int)(at - digits);
        }
        mac[i] = (uint8_t)byte;
        if (*text++ != (i < 5 ? ':' : '\0'))
            return -1;
    }
    if (mac[0] & 1 || !memcmp(mac, "\0\0\0\0\0\0", 6))
        return -1;
    memcpy(out, mac, 6);
    return 0;
}

void ip4_text(uint32_t a, char out[IP4_TEXT])
{
    snprintf(out, IP4_TEXT, "%u.%u.%u.%u", a >> 24, a >> 16 & 255, a >> 8 & 255, a & 255);
}

void ip6_text(const struct ip6 *a, char out[IP6_TEXT])
{
    inet_ntop(AF_INET6, a->bytes, out, IP6_TEXT);
}

void ip4_net_text(const struct ip4_net *n, char out[IP4_TEXT + 3])
{
    char address[IP4_TEXT];

    ip4_text(n->base, address);
    snprintf(out, IP4_TEXT + 3, "%s/%u", address, n->bits > 32 ? 32 : n->bits);
}

uint32_t ip4_mask(unsigned bits)
{
    return bits ? ~(uint32_t)0 << (32 - bits) : 0;
}

uint32_t ip4_last(const struct ip4_net *n)
{
    return n->base | ~ip4_mask(n->bits);
}

bool ip4_net_has(const struct ip4_net *n, uint32_t address)
{
    return (address & ip4_mask(n->bits)) == n->base;
}

bool ip4_net_overlaps(const struct ip4_net *a, const struct ip4_net *b)
{
    return ip4_net_has(a, b->base) || ip4_net_has(b, a->base);
}

void mac_of(uint32_t a, char out[MAC_TEXT])
{
    snprintf(out, MAC_TEXT, "02:51:%02x:%02x:%02x:%02x", a >> 24, a >> 16 & 255, a >> 8 & 255, a & 255);
}

void ip6_of(const struct ip6 *prefix, uint32_t address, struct ip6 *out)
{
    uint32_t last = htonl(address);

    memset(out, 0, sizeof *out);
    memcpy(out->bytes, prefix->bytes, 8);
    memcpy(out->bytes + 12, &last, 4);
}

void ip6_link_local(const uint8_t mac[6], struct ip6 *out)
{
    const uint8_t bytes[16] = { 0xfe, 0x80, 0, 0, 0, 0, 0, 0, mac[0] ^ 2, mac[1], mac[2], 0xff, 0xfe, mac[3], mac[4], mac[5] };

    memcpy(out->bytes, bytes, sizeof bytes);
}
