/* Any bytes as a query, and as the reply to a query that may be the same bytes: read, answered, aged, cut. */
#include "actors/dnsd/message.h"
#include "base/ip.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void answer_all(const uint8_t *query, const struct question *q, size_t room_size)
{
    uint8_t *room = malloc(room_size);
    struct answer a;

    answer_begin(&a, room, room_size, query, q, RCODE_OK, true);
    for (int i = 0; i < 100; i++)
        answer_a(&a, 0x0a2a0000u + (uint32_t)i, 5);
    answer_ptr(&a, "some.name.quilt.local", 5);
    if (answer_end(&a) > room_size)
        abort();
    answer_begin(&a, room, room_size, query, q, RCODE_NXDOMAIN, true);
    answer_soa(&a, 5);
    if (answer_end(&a) > room_size)
        abort();
    free(room);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct question q;
    struct reply_facts facts;
    uint32_t four;
    struct ip6 six = { { 0 } };
    uint8_t *copy = malloc(size + 1);
    int rcode = question_read(data, size, &q);

    memcpy(copy, data, size);
    if (rcode == 0) {
        if (q.end > size || strlen(q.name) > DNS_NAME_MAX)
            abort();
        answer_all(data, &q, question_limit(&q));
        reverse_ip4(q.name, &four);
        reverse_ip6(q.name, &six);
        if (size >= DNS_HEADER) {
            copy[2] |= 0x80;
            if (reply_read(copy, size, data, q.end, &facts) == 0 && facts.ttl_s > 3600)
                abort();
            reply_age(copy, size, 7);
            if (reply_truncate(copy, size, q.end) > size)
                abort();
        }
    }
    free(copy);
    return 0;
}
