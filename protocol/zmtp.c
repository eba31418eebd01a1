#include "protocol/zmtp.h"

#include "base/must.h"

#include <string.h>
#include <sys/types.h>

#define READY "\x05READY"
#define SOCKET_TYPE "Socket-Type"

void zmtp_greeting(uint8_t out[ZMTP_GREETING], bool server)
{
    static const uint8_t head[] = { 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0, 'N', 'U', 'L', 'L' };

    memset(out, 0, ZMTP_GREETING);
    memcpy(out, head, sizeof head);
    out[32] = server;                   /* as-server means nothing to NULL; kept for who reads a trace */
}

bool zmtp_greeting_ok(const uint8_t in[ZMTP_GREETING])
{
    static const char null[20] = "NULL";

    return in[0] == 0xff && in[9] == 0x7f && in[10] >= 3 && !memcmp(in + 12, null, sizeof null);
}

size_t zmtp_ready(uint8_t out[64], const char *socket_type)
{
    static const char head[] = READY "\x0b" SOCKET_TYPE "\0\0\0";
    size_t type = strlen(socket_type), n = 2;

    must(type < 16);
    memcpy(out + n, head, sizeof head - 1);
    n += sizeof head - 1;
    out[n++] = (uint8_t)type;
    memcpy(out + n, socket_type, type);
    n += type;
    out[0] = ZMTP_COMMAND;
    out[1] = (uint8_t)(n - 2);
    return n;
}

/* One property: name length, name, four bytes of value length, value. */
static bool take_property(struct wire_span *rest, struct wire_span *name, struct wire_span *value)
{
    size_t n, v;

    if (rest->len < 1 || rest->len < (n = rest->data[0]) + 5u)
        return false;
    *name = (struct wire_span){ rest->data + 1, n };
    v = (size_t)rest->data[n + 1] << 24 | (size_t)rest->data[n + 2] << 16 | (size_t)rest->data[n + 3] << 8 | rest->data[n + 4];
    if (rest->len - n - 5 < v)
        return false;
    *value = (struct wire_span){ rest->data + n + 5, v };
    *rest = (struct wire_span){ rest->data + n + 5 + v, rest->len - n - 5 - v };
    return true;
}

bool zmtp_ready_type(struct wire_span body, char out[16])
{
    size_t head = sizeof READY - 1;
    struct wire_span rest, name, value;

    if (body.len < head || memcmp(body.data, READY, head))
        return false;
    rest = (struct wire_span){ body.data + head, body.len - head };
    while (take_property(&rest, &name, &value))
        if (name.len == sizeof SOCKET_TYPE - 1 && !strncasecmp((const char *)name.data, SOCKET_TYPE, name.len)) {
            wire_copy(out, 16, value);
            return true;
        }
    return false;
}

size_t zmtp_head(uint8_t out[ZMTP_HEAD_MAX], uint8_t flags, uint64_t len)
{
    size_t n = len > 255 ? 9 : 2;

    out[0] = (uint8_t)(flags | (len > 255 ? ZMTP_LONG : 0));
    for (size_t i = 1; i < n; i++)
        out[i] = (uint8_t)(len >> 8 * (n - 1 - i));
    return n;
}

ssize_t zmtp_frame(struct wire_span bytes, size_t max, uint8_t *out_flags, struct wire_span *out_body)
{
    size_t head;
    uint64_t size = 0;

    if (bytes.len < 1)
        return 0;
    *out_flags = bytes.data[0];
    if (*out_flags & ~(ZMTP_MORE | ZMTP_LONG | ZMTP_COMMAND))
        return -1;
    head = *out_flags & ZMTP_LONG ? 9 : 2;
    if (bytes.len < head)
        return 0;
    for (size_t i = 1; i < head; i++)
        size = size << 8 | bytes.data[i];
    if (size > max)
        return -1;
    if (bytes.len - head < size)
        return 0;
    *out_body = (struct wire_span){ bytes.data + head, (size_t)size };
    return (ssize_t)(head + size);
}
