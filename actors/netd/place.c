#include "actors/netd/place.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint64_t hash_of(const char *text)
{
    uint64_t h = 14695981039346656037ull;

    for (; *text; text++)
        h = (h ^ (uint8_t)*text) * 1099511628211ull;
    return h ^ h >> 32;
}

struct place place_of(const char *instance)
{
    struct place p = { .plain = !strcmp(instance, "quilt") };

    str_fmt(p.table, sizeof p.table, "%s", instance);
    str_fmt(p.tag, sizeof p.tag, "%05x", (unsigned)(hash_of(instance) & 0xfffff));
    return p;
}

void place_bridge(const struct place *p, uint64_t number, char out[LINK_NAME])
{
    if (p->plain)
        str_fmt(out, LINK_NAME, "quilt%u", (unsigned)(number % 1000000));
    else
        str_fmt(out, LINK_NAME, "q%sb%u", p->tag, (unsigned)(number % 1000000));
}

void place_bridges(const struct place *p, char out[LINK_NAME])
{
    str_fmt(out, LINK_NAME, p->plain ? "quilt" : "q%sb", p->tag);
}

void place_links(const struct place *p, char out[LINK_NAME])
{
    str_fmt(out, LINK_NAME, "q%sv", p->tag);
}

void place_link(const struct place *p, uint32_t address, char out[LINK_NAME])
{
    str_fmt(out, LINK_NAME, "q%sv%08x", p->tag, (unsigned)address);
}

static bool number_of(const char *text, int base, size_t digits, uint64_t *out)
{
    char *end;

    if (!*text || (digits && strlen(text) != digits) || text[strspn(text, base == 16 ? "0123456789abcdef" : "0123456789")])
        return false;
    *out = strtoull(text, &end, base);
    return true;
}

bool place_is_link(const struct place *p, const char *name, uint32_t *out_address)
{
    char prefix[LINK_NAME];
    uint64_t n;

    str_fmt(prefix, sizeof prefix, "q%sv", p->tag);
    if (!str_starts(name, prefix) || !number_of(name + strlen(prefix), 16, 8, &n))
        return false;
    *out_address = (uint32_t)n;
    return true;
}

bool place_is_bridge(const struct place *p, const char *name, uint64_t *out_number)
{
    char prefix[LINK_NAME];

    place_bridges(p, prefix);
    return str_starts(name, prefix) && number_of(name + strlen(prefix), 10, 0, out_number);
}

void place_ula(const struct place *p, char out[20])
{
    uint64_t h = hash_of(p->table) * 0x9e3779b97f4a7c15ull;

    str_fmt(out, 20, "fd%02x:%04x:%04x", (unsigned)(h >> 32 & 0xff), (unsigned)(h >> 16 & 0xffff), (unsigned)(h & 0xffff));
}
