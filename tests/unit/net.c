#include "tests/unit/unit.h"

#include "actors/netd/place.h"
#include "actors/netd/policy.h"
#include "actors/netd/settings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void names(void **state)
{
    struct place plain = place_of("quilt"), other = place_of("quilt-12345678");
    char text[LINK_NAME];
    uint32_t address;
    uint64_t number;

    (void)state;
    place_bridge(&plain, 0, text);
    assert_string_equal(text, "quilt0");
    assert_true(place_is_bridge(&plain, "quilt17", &number) && number == 17);
    assert_false(place_is_bridge(&plain, "quilt", &number) || place_is_bridge(&plain, "quilt1x", &number) || place_is_bridge(&other, "quilt0", &number));
    place_link(&other, 0x0a2a0007, text);
    assert_true(strlen(text) == 15 && place_is_link(&other, text, &address) && address == 0x0a2a0007);
    assert_false(place_is_link(&plain, text, &address));
    place_bridge(&other, 999999, text);
    assert_true(strlen(text) < LINK_NAME && place_is_bridge(&other, text, &number) && number == 999999);
}

static struct policy policy_of(struct wire_writer *w, const struct policy_rule *rules, uint32_t count)
{
    wire_writer_init(w);
    for (uint32_t i = 0; i < count; i++)
        policy_rule_write(w, &rules[i]);
    return (struct policy){ .has_rules = count > 0, .rules = wire_list_of(w, count) };
}

static void chains(void **state)
{
    const struct policy_rule rules[] = {
        { .action = POLICY_ACTION_ALLOW, .direction = POLICY_DIRECTION_EGRESS, .has_cidr = true, .cidr.text = "10.0.0.0/8", .protocol = POLICY_PROTOCOL_TCP,
          .has_port_from = true, .port_from = 80, .has_port_to = true, .port_to = 90 },
        { .action = POLICY_ACTION_DENY, .direction = POLICY_DIRECTION_INGRESS, .has_cidr = true, .cidr.text = "fd00::/8" },
    };
    struct script s = { 0 };
    struct wire_writer w;
    struct policy p = policy_of(&w, rules, 2);
    struct err e = ERR_NONE;

    (void)state;
    p.egress = POLICY_ACTION_DENY;
    assert_true(policy_restricts(&p));
    assert_int_equal(policy_check(&p, &e), 0);
    policy_chains(&s, "t", "x", &p);
    assert_non_null(strstr(s.text, "add rule inet t eg_x ip daddr 10.0.0.0/8 meta l4proto tcp th dport 80-90 return\n"));
    assert_non_null(strstr(s.text, "add rule inet t eg_x meta l4proto tcp counter name \"eg_x\" reject with tcp reset\n"));
    assert_non_null(strstr(s.text, "add rule inet t in_x ip6 saddr fd00::/8 counter name \"in_x\" reject with icmpx admin-prohibited\n"));
    script_done(&s);
    p.audit = true;
    policy_chains(&s, "t", "x", &p);
    assert_null(strstr(s.text, "reject"));
    script_done(&s);
    wire_writer_done(&w);
    assert_false(policy_restricts(&(struct policy){ 0 }));
}

static void contradictions(void **state)
{
    struct policy_rule rules[] = {
        { .action = POLICY_ACTION_ALLOW, .direction = POLICY_DIRECTION_EGRESS, .has_cidr = true, .cidr.text = "10.0.0.0/8" },
        { .action = POLICY_ACTION_DENY, .direction = POLICY_DIRECTION_EGRESS, .has_cidr = true, .cidr.text = "10.0.0.0/8" },
    };
    struct wire_writer w;
    struct policy p = policy_of(&w, rules, 2);
    struct err e = ERR_NONE;

    (void)state;
    assert_int_equal(policy_check(&p, &e), -1);
    assert_int_equal(e.code, ERR_CONFLICT);
    wire_writer_done(&w);
    rules[1].direction = POLICY_DIRECTION_INGRESS;
    p = policy_of(&w, rules, 2);
    assert_int_equal(policy_check(&p, &e), 0);
    wire_writer_done(&w);
    strcpy(rules[0].cidr.text, "10.0.0.1/8; drop");
    p = policy_of(&w, rules, 1);
    assert_int_equal(policy_check(&p, &e), -1);
    wire_writer_done(&w);
}

static int read_text(const char *text, struct settings *s, struct err *e)
{
    char path[] = "/tmp/quilt-unit.XXXXXX";
    int fd = mkstemp(path), r;

    assert_true(fd >= 0 && write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    close(fd);
    r = settings_read(s, path, e);
    unlink(path);
    return r;
}

static void configuration(void **state)
{
    static const char *const bad[] = { "network-subnet = 10.42.0.1/16\n", "network-subnet = 10.0.0.0/30\n", "network-ipv6 = maybe\n", "network-egress = no\n",
                                       "network-host-services = tcp/0\n", "network-host-services = icmp/1\n", "network-nonsense = 1\n" };
    struct settings s;
    struct err e = ERR_NONE;

    (void)state;
    assert_int_equal(read_text("# c\nrole-x = 1\nnetwork-subnet = 10.9.0.0/16\nnetwork-ipv6=yes\nnetwork-egress = deny\nnetwork-host-services = tcp/80, udp/53\n", &s, &e), 0);
    assert_string_equal(s.subnet, "10.9.0.0/16");
    assert_true(s.ipv6 && s.egress_deny && !s.ingress_deny && s.service_count == 2 && s.services[1].port == 53);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(read_text(bad[i], &s, &e), -1);
    assert_int_equal(settings_read(&s, "/nonexistent/quilt.conf", &e), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(names), cmocka_unit_test(chains), cmocka_unit_test(contradictions), cmocka_unit_test(configuration) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
