/*
 * message - DNS on the wire: reads the question of a query, writes answers, walks the
 * records of a reply.  Bounded by the bytes that are there, allocates nothing.
 * Sources: RFC 1035 (4.1), RFC 6891 (EDNS), RFC 2308 (negative answers), RFC 6761.
 */
#ifndef DNSD_MESSAGE_H
#define DNSD_MESSAGE_H

#include "base/ip.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DNS_HEADER 12
#define DNS_NAME_MAX 255                /* on the wire, with its lengths */
#define DNS_UDP_PLAIN 512
#define DNS_UDP_MOST 1232               /* fits every path unfragmented */
#define DNS_MESSAGE_MAX 65535

enum { TYPE_A = 1, TYPE_SOA = 6, TYPE_PTR = 12, TYPE_AAAA = 28, TYPE_OPT = 41, TYPE_ANY = 255 };
enum { RCODE_OK, RCODE_FORMERR, RCODE_SERVFAIL, RCODE_NXDOMAIN, RCODE_NOTIMP, RCODE_REFUSED };

struct question {
    uint16_t id, flags, type, class;
    uint8_t wire[DNS_NAME_MAX];         /* the name in lower case */
    size_t wire_len, end;               /* end: where the question ends in the message */
    char name[DNS_NAME_MAX + 1];        /* dotted, lower case, no dot at the end; "" if not plain */
    bool plain;                         /* letters, digits, '-' and '_' only */
    int labels;
    bool edns, dnssec_ok, options;      /* options: its OPT record has some, which are between it and the server */
    uint8_t edns_version;
    uint16_t edns_size;                 /* what the client takes over udp */
};

/* 0; a RCODE that is to be answered; -1: not a query, answer nothing. */
int question_read(const uint8_t *data, size_t len, struct question *out);
/* How much the client takes over udp. */
size_t question_limit(const struct question *q);

/* ---- answers; all of them echo the question as it came */
struct answer {
    uint8_t *data;
    size_t len, room;                   /* room: DNS_MESSAGE_MAX, or what the client takes */
    uint16_t count;
    bool truncated, edns;
};

void answer_begin(struct answer *a, uint8_t *room, size_t size, const uint8_t *query, const struct question *q, int rcode, bool authoritative);
void answer_a(struct answer *a, uint32_t address, uint32_t ttl_s);
void answer_aaaa(struct answer *a, const struct ip6 *address, uint32_t ttl_s);
void answer_ptr(struct answer *a, const char *name, uint32_t ttl_s);
void answer_soa(struct answer *a, uint32_t ttl_s);      /* of quilt.local, in the authority section: how long "no" counts */
size_t answer_end(struct answer *a);                    /* its length */

/* ---- replies of other servers */
struct reply_facts {
    uint16_t id;
    int rcode;
    bool truncated, negative, has_soa;  /* negative: no such name, or no record of the type */
    uint32_t ttl_s;                     /* how long it may be kept; 0: not at all */
};
/* -1: malformed, or not the answer to this question (compared with what was asked, but for the case of letters). */
int reply_read(const uint8_t *data, size_t len, const uint8_t *query, size_t query_end, struct reply_facts *out);
/* Takes `age_s` from every record's time to live. */
void reply_age(uint8_t *data, size_t len, uint32_t age_s);
/* The header and question alone, marked truncated; the new length. */
size_t reply_truncate(uint8_t *data, size_t len, size_t question_end);

/* The address that a name of in-addr.arpa or ip6.arpa stands for. */
bool reverse_ip4(const char *name, uint32_t *out);
bool reverse_ip6(const char *name, struct ip6 *out);

#endif
