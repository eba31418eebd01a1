#include "tests/unit/unit.h"

#include "base/ip.h"

#include <string.h>

static void four(void **state)
{
    static const char *const bad[] = { "", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", " 1.2.3.4", "1.2.3.4 ", "a.b.c.d" };
    char text[IP4_TEXT];
    uint32_t a;

    (void)state;
    assert_int_equal(ip4_parse("10.42.0.7", &a), 0);
    assert_int_equal(a, 0x0a2a0007);
    ip4_text(a, text);
    assert_string_equal(text, "10.42.0.7");
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(ip4_parse(bad[i], &a), -1);
}

static void nets(void **state)
{
    static const char *const bad[] = { "10.42.0.1/16", "10.42.0.0/33", "10.42.0.0/", "10.42.0.0/016", "10.42.0.0/1x", "/16" };
    struct ip4_net a, b;
    struct ip6_net six;
    char text[IP4_TEXT + 3];

    (void)state;
    assert_int_equal(ip4_net_parse("10.42.0.0/16", &a), 0);
    assert_int_equal(ip4_last(&a), 0x0a2affff);
    assert_true(ip4_net_has(&a, 0x0a2a1234));
    assert_false(ip4_net_has(&a, 0x0a2b0000));
    ip4_net_text(&a, text);
    assert_string_equal(text, "10.42.0.0/16");
    assert_int_equal(ip4_net_parse("10.42.128.0/17", &b), 0);
    assert_true(ip4_net_overlaps(&a, &b) && ip4_net_overlaps(&b, &a));
    assert_int_equal(ip4_net_parse("10.43.0.0/16", &b), 0);
    assert_false(ip4_net_overlaps(&a, &b));
    assert_int_equal(ip4_net_parse("0.0.0.0/0", &b), 0);
    assert_true(ip4_net_overlaps(&a, &b));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(ip4_net_parse(bad[i], &a), -1);
    assert_int_equal(ip6_net_parse("fd00:1::/64", &six), 0);
    assert_int_equal(ip6_net_parse("fd00:1::1/64", &six), -1);
    assert_int_equal(ip6_net_parse("fd00::/129", &six), -1);
}

static void derived(void **state)
{
    struct ip6 six, prefix, expected;
    uint8_t mac[6];
    char text[MAC_TEXT];

    (void)state;
    mac_of(0x0a2a0102, text);
    assert_string_equal(text, "02:51:0a:2a:01:02");
    assert_int_equal(mac_parse(text, mac), 0);
    ip6_link_local(mac, &six);
    assert_int_equal(ip6_parse("fe80::51:aff:fe2a:102", &expected), 0);
    assert_memory_equal(&six, &expected, 16);
    assert_int_equal(ip6_parse("fd00:1:2:3::", &prefix), 0);
    ip6_of(&prefix, 0x0a2a0102, &six);
    assert_int_equal(ip6_parse("fd00:1:2:3::a2a:102", &expected), 0);
    assert_memory_equal(&six, &expected, 16);
    assert_int_equal(mac_parse("03:51:0a:2a:01:02", mac), -1);
    assert_int_equal(mac_parse("00:00:00:00:00:00", mac), -1);
    assert_int_equal(mac_parse("02:51:0a:2a:01:0", mac), -1);
    assert_int_equal(mac_parse("02:51:0a:2a:01:02:", mac), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(four), cmocka_unit_test(nets), cmocka_unit_test(derived) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
