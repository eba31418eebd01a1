#include "tests/unit/unit.h"

#include "protocol/zmtp.h"

#include <stdlib.h>
#include <string.h>

static struct wire_span bytes(const char *text, size_t len)
{
    return (struct wire_span){ (const uint8_t *)text, len };
}

static void a_greeting_is_understood(void **state)
{
    uint8_t g[ZMTP_GREETING];

    (void)state;
    zmtp_greeting(g, true);
    assert_true(zmtp_greeting_ok(g));
    for (int at = 0; at < 32; at++) {   /* what matters of it, byte by byte */
        uint8_t other[ZMTP_GREETING];

        memcpy(other, g, sizeof other);
        other[at] ^= 0x01;
        assert_int_equal(zmtp_greeting_ok(other), at > 0 && (at < 9 || at == 11));
    }
    g[10] = 4;                          /* a later version speaks ours too */
    assert_true(zmtp_greeting_ok(g));
}

static void ready_says_the_type(void **state)
{
    uint8_t ready[64], flags;
    struct wire_span body;
    char type[16];
    size_t len = zmtp_ready(ready, "DEALER");

    (void)state;
    assert_int_equal(zmtp_frame((struct wire_span){ ready, len }, 100, &flags, &body), len);
    assert_int_equal(flags, ZMTP_COMMAND);
    assert_true(zmtp_ready_type(body, type));
    assert_string_equal(type, "DEALER");
    assert_true(zmtp_ready_type(bytes("\5READY\10Identity\0\0\0\1x\13socket-type\0\0\0\3REQ", 40), type));
    assert_string_equal(type, "REQ");
    assert_false(zmtp_ready_type(bytes("\5READY\10Identity\0\0\0\1x", 20), type));
    assert_false(zmtp_ready_type(bytes("\5READX\13Socket-Type\0\0\0\3REQ", 25), type));
    assert_false(zmtp_ready_type(bytes("\5READY\13Socket-Type\0\0\0\4REQ", 25), type));
    assert_false(zmtp_ready_type(bytes("\5READY\13Socket-Type\377\377\377\377REQ", 25), type));
    for (size_t cut = 0; cut < body.len; cut++)         /* in memory of its own: a byte too far is seen */
    {
        uint8_t *part = malloc(cut ? cut : 1);

        memcpy(part, body.data, cut);
        assert_false(zmtp_ready_type((struct wire_span){ part, cut }, type));
        free(part);
    }
}

static void frames_have_bounds(void **state)
{
    uint8_t head[ZMTP_HEAD_MAX], flags;
    struct wire_span body;

    (void)state;
    assert_int_equal(zmtp_head(head, ZMTP_MORE, 255), 2);
    assert_memory_equal(head, "\1\377", 2);
    assert_int_equal(zmtp_head(head, 0, 256), 9);
    assert_memory_equal(head, "\2\0\0\0\0\0\0\1\0", 9);
    assert_int_equal(zmtp_frame(bytes("", 0), 9, &flags, &body), 0);
    assert_int_equal(zmtp_frame(bytes("\0", 1), 9, &flags, &body), 0);
    assert_int_equal(zmtp_frame(bytes("\0\3ab", 4), 9, &flags, &body), 0);
    assert_int_equal(zmtp_frame(bytes("\0\2ab", 4), 9, &flags, &body), 4);
    assert_memory_equal(body.data, "ab", 2);
    assert_int_equal(zmtp_frame(bytes("\0\12", 2), 9, &flags, &body), -1);
    assert_int_equal(zmtp_frame(bytes("\2\377\377\377\377\377\377\377\377", 9), 9, &flags, &body), -1);
    assert_int_equal(zmtp_frame(bytes("\10\0", 2), 9, &flags, &body), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(a_greeting_is_understood), cmocka_unit_test(ready_says_the_type), cmocka_unit_test(frames_have_bounds) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
