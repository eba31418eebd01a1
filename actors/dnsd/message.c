#include "actors/dnsd/message.h"

#include "base/str.h"

#include <string.h>

static uint16_t get16(const uint8_t *p)
{
    return (uint16_t)(p[0] << 8 | p[1]);
}

static uint32_t get32(const uint8_t *p)
{
    return (uint32_t)get16(p) << 16 | get16(p + 2);
}

static void put16(uint8_t *p, unsigned n)
{
    p[0] = (uint8_t)(n >> 8);
    p[1] = (uint8_t)n;
}

static void put32(uint8_t *p, uint32_t n)
{
    put16(p, n >> 16);
    put16(p + 2, n & 0xffff);
}

static uint8_t lower(uint8_t c)
{
    return c >= 'A' && c <= 'Z' ? (uint8_t)(c + 32) : c;
}

static bool is_plain(uint8_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/* ---------------------------------------------------------------- names */

/* One label after another, no pointers: a question has nothing to point to.  The offset behind it, or 0. */
static size_t read_name(const uint8_t *data, size_t len, size_t at, struct question *q)
{
    size_t text = 0;

    q->plain = true;
    for (;;) {
        uint8_t n;

        if (at >= len || (n = data[at]) > 63 || at + 1 + n > len || q->wire_len + 1 + n > DNS_NAME_MAX)
            return 0;
        q->wire[q->wire_len++] = n;
        at++;
        if (!n)
            break;
        if (text)
            q->name[text++] = '.';
        q->labels++;
        for (uint8_t i = 0; i < n; i++, at++) {
            uint8_t c = lower(data[at]);

            q->plain &= is_plain(c);
            q->wire[q->wire_len++] = c;
            q->name[text++] = (char)c;
        }
    }
    q->name[q->plain ? text : 0] = '\0';
    return at;
}

/* Behind a name that may end in a pointer; 0: malformed. */
static size_t skip_name(const uint8_t *data, size_t len, size_t at)
{
    while (at < len) {
        uint8_t n = data[at];

        if (n >= 0xc0)
            return at + 2 <= len ? at + 2 : 0;
        if (n > 63)
            return 0;
        at += 1u + n;
        if (!n)
            return at <= len ? at : 0;
    }
    return 0;
}

/* ---------------------------------------------------------------- queries */

/* Fixed part of a resource record: type 2, class 2, ttl 4, length 2. */
static size_t skip_record(const uint8_t *data, size_t len, size_t at, size_t *out_fixed)
{
    at = skip_name(data, len, at);
    if (!at || at + 10 > len)
        return 0;
    *out_fixed = at;
    at += 10u + get16(data + at + 8);
    return at <= len ? at : 0;
}

static int read_options(const uint8_t *data, size_t len, unsigned records, struct question *q)
{
    size_t at = q->end, fixed;

    for (; records; records--) {
        at = skip_record(data, len, at, &fixed);
        if (!at)
            return RCODE_FORMERR;
        if (get16(data + fixed) != TYPE_OPT)
            continue;
        if (q->edns)
            return RCODE_FORMERR;       /* one at most */
        q->edns = true;
        q->options = get16(data + fixed + 8) > 0;
        q->edns_size = get16(data + fixed + 2);
        q->edns_version = data[fixed + 5];
        q->dnssec_ok = data[fixed + 6] & 0x80;
    }
    return RCODE_OK;
}

int question_read(const uint8_t *data, size_t len, struct question *out)
{
    struct question *q = out;
    unsigned records;
    size_t at;

    memset(q, 0, sizeof *q);
    if (len < DNS_HEADER || (data[2] & 0x80))
        return -1;
    q->id = get16(data);
    q->flags = get16(data + 2);
    if ((data[2] >> 3 & 15) != 0)
        return RCODE_NOTIMP;
    if (get16(data + 4) != 1 || get16(data + 6) || get16(data + 8))
        return RCODE_FORMERR;
    at = read_name(data, len, DNS_HEADER, q);
    if (!at || at + 4 > len)
        return RCODE_FORMERR;
    q->type = get16(data + at);
    q->class = get16(data + at + 2);
    q->end = at + 4;
    records = get16(data + 10);
    return records > 16 ? RCODE_FORMERR : read_options(data, len, records, q);
}

size_t question_limit(const struct question *q)
{
    if (!q->edns || q->edns_size < DNS_UDP_PLAIN)
        return DNS_UDP_PLAIN;
    return q->edns_size > DNS_UDP_MOST ? DNS_UDP_MOST : q->edns_size;
}

/* ---------------------------------------------------------------- answers */

#define OPT_BYTES 11

void answer_begin(struct answer *a, uint8_t *room, size_t size, const uint8_t *query, const struct question *q, int rcode, bool authoritative)
{
    size_t question = q->end > DNS_HEADER ? q->end - DNS_HEADER : 0;

    *a = (struct answer){ .data = room, .room = size, .len = DNS_HEADER + question, .edns = q->edns };
    memcpy(room, query, DNS_HEADER + question);
    room[2] = (uint8_t)(0x80 | (query[2] & 0x79) | (authoritative ? 4 : 0));    /* QR, opcode and RD as they came */
    room[3] = (uint8_t)(0x80 | (query[3] & 0x10) | (rcode & 15));               /* RA; CD as it came */
    put16(room + 4, question ? 1 : 0);
    memset(room + 6, 0, 6);
}

static uint8_t *add_record(struct answer *a, unsigned name_at, unsigned type, uint32_t ttl, unsigned len)
{
    uint8_t *p = a->data + a->len;

    if (a->len + 12 + len + (a->edns ? OPT_BYTES : 0) > a->room) {
        a->truncated = true;
        return NULL;
    }
    put16(p, 0xc000 | name_at);
    put16(p + 2, type);
    put16(p + 4, 1);
    put32(p + 6, ttl);
    put16(p + 10, len);
    a->len += 12 + len;
    return p + 12;
}

void answer_a(struct answer *a, uint32_t address, uint32_t ttl_s)
{
    uint8_t *p = add_record(a, DNS_HEADER, TYPE_A, ttl_s, 4);

    if (p) {
        put32(p, address);
        a->count++;
    }
}

void answer_aaaa(struct answer *a, const struct ip6 *address, uint32_t ttl_s)
{
    uint8_t *p = add_record(a, DNS_HEADER, TYPE_AAAA, ttl_s, 16);

    if (p) {
        memcpy(p, address->bytes, 16);
        a->count++;
    }
}

/* "web.quilt.local" as labels; its length, at most 255. */
static size_t write_name(uint8_t *out, const char *name)
{
    size_t len = 0;

    while (*name) {
        size_t n = strcspn(name, ".");

        if (!n || n > 63 || len + n + 2 > DNS_NAME_MAX)
            break;
        out[len++] = (uint8_t)n;
        memcpy(out + len, name, n);
        len += n;
        name += n + (name[n] == '.');
    }
    out[len++] = 0;
    return len;
}

void answer_ptr(struct answer *a, const char *name, uint32_t ttl_s)
{
    uint8_t wire[DNS_NAME_MAX], *p;
    size_t len = write_name(wire, name);

    p = add_record(a, DNS_HEADER, TYPE_PTR, ttl_s, (unsigned)len);
    if (p) {
        memcpy(p, wire, len);
        a->count++;
    }
}

static const uint8_t zone[] = "\5quilt\5local";          /* ends with its zero */

void answer_soa(struct answer *a, uint32_t ttl_s)
{
    uint8_t *p = a->data + a->len;
    size_t len = (3 + sizeof zone) + (6 + sizeof zone) + 20;

    if (a->len + sizeof zone + 10 + len + (a->edns ? OPT_BYTES : 0) > a->room)
        return;
    memcpy(p, zone, sizeof zone);
    p += sizeof zone;
    put16(p, TYPE_SOA);
    put16(p + 2, 1);
    put32(p + 4, ttl_s);
    put16(p + 8, (unsigned)len);
    p += 10;
    memcpy(p, "\2ns", 3);
    memcpy(p + 3, zone, sizeof zone);
    p += 3 + sizeof zone;
    memcpy(p, "\5admin", 6);
    memcpy(p + 6, zone, sizeof zone);
    p += 6 + sizeof zone;
    put32(p, 1);
    put32(p + 4, 3600);
    put32(p + 8, 600);
    put32(p + 12, 86400);
    put32(p + 16, ttl_s);
    a->len = (size_t)(p + 20 - a->data);
    put16(a->data + 8, 1);
}

size_t answer_end(struct answer *a)
{
    put16(a->data + 6, a->count);
    if (a->truncated)
        a->data[2] |= 2;
    if (a->edns) {
        uint8_t *p = a->data + a->len;

        memset(p, 0, OPT_BYTES);
        put16(p + 1, TYPE_OPT);
        put16(p + 3, DNS_UDP_MOST);
        a->len += OPT_BYTES;
        put16(a->data + 10, 1);
    }
    return a->len;
}

/* ---------------------------------------------------------------- replies of others */

#define TTL_MOST 3600
#define NEGATIVE_MOST 60

struct walk {
    uint32_t ttl_s;
    bool any, soa;
};

static void count_record(struct walk *w, const uint8_t *data, size_t fixed, bool authority)
{
    uint32_t ttl = get32(data + fixed + 4);
    unsigned len = get16(data + fixed + 8);

    if (get16(data + fixed) == TYPE_OPT)
        return;
    if (ttl > 0x7fffffff)
        ttl = 0;                        /* RFC 2181, 8 */
    if (authority && get16(data + fixed) == TYPE_SOA && len >= 22) {
        uint32_t minimum = get32(data + fixed + 10 + len - 4);

        w->soa = true;
        if (minimum < ttl)
            ttl = minimum;
    }
    if (!w->any || ttl < w->ttl_s)
        w->ttl_s = ttl;
    w->any = true;
}

int reply_read(const uint8_t *data, size_t len, const uint8_t *query, size_t query_end, struct reply_facts *out)
{
    struct walk w = { 0 };
    size_t at = query_end, fixed;

    *out = (struct reply_facts){ 0 };
    if (len < query_end || query_end < DNS_HEADER || !(data[2] & 0x80) || get16(data + 4) != 1)
        return -1;
    for (size_t i = DNS_HEADER; i < query_end; i++)     /* letters of either case: some servers write them their own way */
        if (lower(data[i]) != lower(query[i]))
            return -1;
    out->id = get16(data);
    out->rcode = data[3] & 15;
    out->truncated = data[2] & 2;
    out->negative = out->rcode == RCODE_NXDOMAIN || (out->rcode == RCODE_OK && get16(data + 6) == 0);
    for (int section = 0; section < 3; section++)
        for (unsigned n = get16(data + 6 + 2 * section); n; n--) {
            at = skip_record(data, len, at, &fixed);
            if (!at)
                return out->truncated ? 0 : -1;
            count_record(&w, data, fixed, section == 1);
        }
    out->has_soa = w.soa;
    out->ttl_s = w.any ? w.ttl_s : 0;
    if (out->negative && (!w.soa || out->ttl_s > NEGATIVE_MOST))
        out->ttl_s = w.soa ? NEGATIVE_MOST : 0;
    if (out->ttl_s > TTL_MOST)
        out->ttl_s = TTL_MOST;
    if (out->truncated || (out->rcode != RCODE_OK && out->rcode != RCODE_NXDOMAIN))
        out->ttl_s = 0;
    return 0;
}

void reply_age(uint8_t *data, size_t len, uint32_t age_s)
{
    size_t at = skip_name(data, len, DNS_HEADER), fixed;

    at = at ? at + 4 : 0;
    for (unsigned n = get16(data + 6) + get16(data + 8) + get16(data + 10); at && n; n--) {
        at = skip_record(data, len, at, &fixed);
        if (at && get16(data + fixed) != TYPE_OPT) {
            uint32_t ttl = get32(data + fixed + 4);

            put32(data + fixed + 4, ttl > age_s ? ttl - age_s : 0);
        }
    }
}

size_t reply_truncate(uint8_t *data, size_t len, size_t question_end)
{
    if (len < question_end)
        return len;
    data[2] |= 2;
    memset(data + 6, 0, 6);
    return question_end;
}

/* ---------------------------------------------------------------- reverse names */

static bool number_until(const char **at, char end, uint64_t most, int base, uint64_t *out)
{
    uint64_t n = 0;
    int digits = 0;

    for (; **at && **at != end; ++*at, digits++) {
        int c = **at, v = c >= '0' && c <= '9' ? c - '0' : base == 16 && c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;

        if (v >= base || digits == 3)
            return false;
        n = n * (uint64_t)base + (uint64_t)v;
    }
    if (!digits || n > most || **at != end)
        return false;
    ++*at;
    *out = n;
    return true;
}

bool reverse_ip4(const char *name, uint32_t *out)
{
    uint32_t address = 0;

    for (int i = 0; i < 4; i++) {
        uint64_t n;

        if (!number_until(&name, '.', 255, 10, &n))
            return false;
        address |= (uint32_t)n << (8 * i);
    }
    *out = address;
    return !strcmp(name, "in-addr.arpa");
}

bool reverse_ip6(const char *name, struct ip6 *out)
{
    for (int i = 31; i >= 0; i--) {
        uint64_t n;

        if (!number_until(&name, '.', 15, 16, &n))
            return false;
        out->bytes[i / 2] = (uint8_t)(i & 1 ? n : (out->bytes[i / 2] & 15) | n << 4);
    }
    return !strcmp(name, "ip6.arpa");
}
