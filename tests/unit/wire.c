#include "tests/unit/unit.h"

#include "protocol/gen/messages.h"
#include "protocol/gen/verbs.h"

#include <stdlib.h>
#include <string.h>

static int scan(const char *bytes, size_t len)
{
    struct err e = ERR_NONE;

    return wire_scan(bytes, len, &e);
}

#define SCAN(literal) scan(literal, sizeof(literal) - 1)

static void the_scan_refuses_what_claims_too_much(void **state)
{
    (void)state;
    assert_int_equal(SCAN("\x80"), 0);
    assert_int_equal(SCAN("\x81\xa1" "a\x93\x01\xc0\xc3"), 0);
    assert_int_equal(SCAN(""), -1);
    assert_int_equal(SCAN("\xdd\xff\xff\xff\xff"), -1);
    assert_int_equal(SCAN("\xdf\x7f\xff\xff\xff"), -1);
    assert_int_equal(SCAN("\xdb\x00\x00\x00\x05" "abcd"), -1);
    assert_int_equal(SCAN("\xc4\x05" "abcd"), -1);
    assert_int_equal(SCAN("\x80\x80"), -1);
    assert_int_equal(SCAN("\x81\x01\x01"), -1);
    assert_int_equal(SCAN("\xd4\x01\x01"), -1);
    assert_int_equal(SCAN("\xc1"), -1);
    assert_int_equal(SCAN("\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x01"), 0);
    assert_int_equal(SCAN("\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x91\x01"), -1);
}

static void a_spec_survives_the_way_there_and_back(void **state)
{
    struct container_spec in = { .image = wire_text("/i.tar"), .has_name = true, .name.text = "n", .seccomp = true, .shm_bytes = 5, .has_stop_signal = true, .stop_signal = 15, .has_argv = true, .tty_rows = 24, .tty_columns = 80,
                                 .network = NETWORK_MODE_HOST, .restart = RESTART_POLICY_ON_FAILURE, .has_limits = true }, out;
    struct wire_writer argv, w, again;
    struct wire_reader r;
    struct err e = ERR_NONE;

    (void)state;
    in.limits.has_cpu_millis = true;
    in.limits.cpu_millis = 500;
    wire_writer_init(&argv);
    wire_writer_init(&w);
    wire_writer_init(&again);
    wire_put_str(&argv, "a b");
    wire_put_str(&argv, "");
    in.argv = wire_list_of(&argv, 2);
    container_spec_write(&w, &in);
    assert_int_equal(wire_scan(w.data, w.len, &e), 0);
    r = wire_reader(wire_written(&w));
    assert_int_equal(container_spec_read(&r, &out, &e), 0);
    assert_int_equal(out.argv.count, 2);
    assert_int_equal(out.limits.cpu_millis, 500);
    assert_int_equal(out.network, NETWORK_MODE_HOST);
    assert_string_equal(out.name.text, "n");
    container_spec_write(&again, &out);
    assert_int_equal(again.len, w.len);
    assert_memory_equal(again.data, w.data, w.len);
    for (size_t n = 0; n < w.len; n++)  /* every prefix is refused by the scan */
        assert_int_equal(wire_scan(w.data, n, &e), -1);
    wire_writer_done(&argv);
    wire_writer_done(&w);
    wire_writer_done(&again);
}

static void read_status(const char *bytes, size_t len, const char *word)
{
    struct wire_reader r = { (const uint8_t *)bytes, (const uint8_t *)bytes + len };
    struct container_status m;
    struct err e = ERR_NONE;

    assert_int_equal(container_status_read(&r, &m, &e), word ? -1 : 0);
    if (word)
        assert_non_null(strstr(e.text, word));
}

#define STATUS(literal, word) read_status(literal, sizeof(literal) - 1, word)

static void readers_name_the_field(void **state)
{
    (void)state;
    STATUS("\x81\xa9" "container\xa1" "a", NULL);
    STATUS("\x82\xa1" "x\x01\xa9" "container\xa1" "a", NULL);
    STATUS("\x80", "container: missing");
    STATUS("\x82\xa9" "container\xa1" "a\xa9" "container\xa1" "b", "twice");
    STATUS("\x81\xa9" "container\x05", "container: expected text");
    STATUS("\x81\xa9" "container\xa1 ", "is not one of");
    STATUS("\x91\x01", "expected a map");
}

static void random_bytes_never_break_a_reader(void **state)
{
    uint8_t bytes[64];

    (void)state;
    srandom(7);
    for (int round = 0; round < 200000; round++) {
        size_t len = (size_t)random() % sizeof bytes;
        struct container_run m;
        struct wire_reader r;

        for (size_t i = 0; i < len; i++)
            bytes[i] = (uint8_t)random();
        r = (struct wire_reader){ bytes, bytes + len };
        container_run_read(&r, &m, NULL);
        wire_scan(bytes, len, NULL);
    }
}

static void verbs_are_found(void **state)
{
    (void)state;
    assert_string_equal(verb_find(wire_text("container.run"))->to, "monitor");
    assert_true(verb_find(wire_text("container.run"))->mutates);
    assert_null(verb_find(wire_text("store.move")));
    assert_null(verb_find(wire_text("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_scan_refuses_what_claims_too_much), cmocka_unit_test(a_spec_survives_the_way_there_and_back),
        cmocka_unit_test(readers_name_the_field), cmocka_unit_test(random_bytes_never_break_a_reader), cmocka_unit_test(verbs_are_found),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
