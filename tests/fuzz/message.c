/* Any bytes as a message: the scan, the envelope, every verb's arguments, every reply. */
#include "protocol/gen/messages.h"
#include "protocol/gen/verbs.h"

#include <msgpack.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct wire_span all = { data, size };
    struct wire_reader r = wire_reader(all);
    struct request_head h;
    struct reply_head reply;
    struct container_record record;
    struct event ev;
    struct err e = ERR_NONE;

    for (int i = 0; i < verb_count; i++) {      /* readers stand on their own feet, scanned or not */
        struct wire_reader args = wire_reader(all);

        verbs[i].check(&args, &e);
    }
    container_record_read(&(struct wire_reader){ data, data + size }, &record, &e);
    event_read(&(struct wire_reader){ data, data + size }, &ev, &e);
    if (wire_scan(data, size, &e) < 0)
        return 0;
    /* what the scan passes, msgpack-c must be able to unpack, and in no more room than it has */
    msgpack_unpacked u;
    size_t at = 0;

    msgpack_unpacked_init(&u);
    if (msgpack_unpack_next(&u, (const char *)data, size, &at) != MSGPACK_UNPACK_SUCCESS || at != size)
        abort();
    msgpack_unpacked_destroy(&u);
    if (wire_skip(&(struct wire_reader){ data, data + size }, &e) < 0)
        abort();
    if (request_head_read(&r, &h, &e) == 0 && h.has_args) {
        const struct verb *v = verb_find(wire_text(h.verb.text));
        struct wire_reader args = wire_reader(h.args);

        if (v)
            v->check(&args, &e);
    }
    r = wire_reader(all);
    reply_head_read(&r, &reply, &e);
    return 0;
}
