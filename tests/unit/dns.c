#include "tests/unit/unit.h"

#include "actors/dnsd/asked.h"
#include "actors/dnsd/cache.h"
#include "actors/dnsd/message.h"
#include "actors/dnsd/table.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static size_t make_query(uint8_t *out, const char *labels, size_t len, uint16_t type)
{
    const uint8_t head[] = { 0x12, 0x34, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0 };

    memcpy(out, head, sizeof head);
    memcpy(out + 12, labels, len);
    out[12 + len] = (uint8_t)(type >> 8);
    out[13 + len] = (uint8_t)type;
    out[14 + len] = 0;
    out[15 + len] = 1;
    return 16 + len;
}

static void questions(void **state)
{
    uint8_t m[600];
    struct question q;
    size_t n = make_query(m, "\3WeB\5quilt\5local", 17, TYPE_A);

    (void)state;
    assert_int_equal(question_read(m, n, &q), 0);
    assert_string_equal(q.name, "web.quilt.local");
    assert_true(q.plain && q.labels == 3 && q.end == n && q.type == TYPE_A);
    for (size_t cut = 0; cut < n; cut++)
        assert_int_not_equal(question_read(m, cut, &q), 0);
    m[2] |= 0x80;
    assert_int_equal(question_read(m, n, &q), -1);      /* a reply is not answered */
    m[2] = 0x28;
    assert_int_equal(question_read(m, n, &q), RCODE_NOTIMP);
    n = make_query(m, "\3a.b", 5, TYPE_A);
    assert_int_equal(question_read(m, n, &q), 0);
    assert_false(q.plain);              /* a dot within a label is no two labels */
    assert_string_equal(q.name, "");
    n = make_query(m, "\xc0\x0c", 2, TYPE_A);
    assert_int_equal(question_read(m, n, &q), RCODE_FORMERR);
}

static void answers(void **state)
{
    uint8_t m[600], room[600];
    struct question q;
    struct answer a;
    struct reply_facts facts;
    size_t n = make_query(m, "\3web", 5, TYPE_A), len;

    (void)state;
    question_read(m, n, &q);
    answer_begin(&a, room, DNS_UDP_PLAIN, m, &q, RCODE_OK, true);
    for (int i = 0; i < 40; i++)
        answer_a(&a, (uint32_t)i, 5);
    len = answer_end(&a);
    assert_true(len <= DNS_UDP_PLAIN && a.truncated && (room[2] & 2));
    answer_begin(&a, room, DNS_UDP_PLAIN, m, &q, RCODE_NXDOMAIN, true);
    answer_soa(&a, 7);
    len = answer_end(&a);
    assert_int_equal(reply_read(room, len, m, q.end, &facts), 0);
    assert_true(facts.negative && facts.has_soa && facts.ttl_s == 7);
    m[13] ^= 1;                         /* another question */
    assert_int_equal(reply_read(room, len, m, q.end, &facts), -1);
}

static void reverse(void **state)
{
    uint32_t a;
    struct ip6 six;

    (void)state;
    assert_true(reverse_ip4("7.0.42.10.in-addr.arpa", &a) && a == 0x0a2a0007);
    assert_false(reverse_ip4("0.42.10.in-addr.arpa", &a) || reverse_ip4("256.0.42.10.in-addr.arpa", &a) || reverse_ip4("7.0.42.10.in-addr.arpa.x", &a));
    assert_true(reverse_ip6("1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.d.f.ip6.arpa", &six));
    assert_true(six.bytes[0] == 0xfd && six.bytes[15] == 1);
}

static void caching(void **state)
{
    struct cache *c = cache_new(2, 10000);
    uint8_t m[600], room[600], out[600];
    struct question q;
    struct answer a;
    size_t n = make_query(m, "\3web", 5, TYPE_A), len;

    (void)state;
    question_read(m, n, &q);
    answer_begin(&a, room, DNS_UDP_PLAIN, m, &q, RCODE_OK, false);
    answer_a(&a, 1, 60);
    len = answer_end(&a);
    cache_put(c, "one", room, len, 60, 1000);
    assert_int_equal(cache_get(c, "one", 0xabcd, 11000, out, sizeof out), len);
    assert_true(out[0] == 0xab && out[1] == 0xcd && out[len - 10 + 3] == 50);  /* ten seconds older */
    assert_int_equal(cache_get(c, "one", 1, 61000, out, sizeof out), 0);
    for (int i = 0; i < 5; i++)
        cache_put(c, (char[]){ (char)('a' + i), 0 }, room, len, 60, 0);
    assert_int_equal(cache_count(c), 2);
    assert_int_equal(cache_get(c, "a", 1, 0, out, sizeof out), 0);
    assert_int_equal(cache_get(c, "e", 1, 0, out, sizeof out), len);
    cache_put(c, "never", room, len, 0, 0);
    assert_int_equal(cache_get(c, "never", 1, 0, out, sizeof out), 0);
    cache_free(c);
}

static void put(struct table *t, const char *container, uint64_t number, const char *name, const char *address, bool gone)
{
    struct registration g = { .number = number, .gone = gone };
    struct wire_writer names;

    wire_writer_init(&names);
    wire_put_str(&names, name);
    strcpy(g.container.text, container);
    strcpy(g.address.text, address);
    g.names = wire_list_of(&names, 1);
    table_apply(t, &g);
    wire_writer_done(&names);
}

static void scope(void **state)
{
    struct table *t = table_new();
    const struct record *found[FOUND_MAX];

    (void)state;
    put(t, "aaaaaaaaaaaa", 0, "Web", "10.42.0.2", false);
    put(t, "bbbbbbbbbbbb", 1, "db", "10.43.0.2", false);
    put(t, "cccccccccccc", 0, "app", "10.42.0.3", false);
    assert_int_equal(table_find(t, table_at(t, 0x0a2a0003), "web", found), 1);
    assert_int_equal(table_find(t, table_at(t, 0x0a2a0003), "db", found), 0);
    put(t, "cccccccccccc", 1, "app", "10.43.0.3", false);       /* connected to the other one too */
    assert_int_equal(table_find(t, table_at(t, 0x0a2a0003), "db", found), 1);
    assert_false(table_sees(t, table_at(t, 0x0a2a0002), table_at(t, 0x0a2b0002)));
    put(t, "cccccccccccc", 1, "app", "10.43.0.3", true);
    assert_int_equal(table_find(t, table_at(t, 0x0a2a0003), "db", found), 0);
    assert_null(table_at(t, 0x0a2b0003));
    /* an address that changed hands: the late end of the first does not take it from the second */
    put(t, "dddddddddddd", 0, "new", "10.42.0.2", false);
    put(t, "aaaaaaaaaaaa", 0, "Web", "10.42.0.2", true);
    assert_string_equal(table_at(t, 0x0a2a0002)->container, "dddddddddddd");
    table_free(t);
}

static void count_again(void *arg, const struct asked_question *q)
{
    char text[100];

    snprintf(text, sizeof text, "%s %.*s;", q->listener, (int)q->len, (const char *)q->query);
    strcat(arg, text);
}

static void what_waits_outlives_its_process(void **state)
{
    int fd = memfd_create("unit", MFD_CLOEXEC);
    struct asked_question one = { .listener = "dnsd/0/udp4", .from_len = 16, .query = (const uint8_t *)"one", .len = 3 };
    struct asked_question two = { .listener = "dnsd/1/udp4", .from_len = 16, .query = (const uint8_t *)"two", .len = 3 };
    struct asked_question large = { .query = (const uint8_t *)"", .len = 5000 };
    struct asked *first, *second;
    char seen[500] = "";
    uint32_t a, b;

    (void)state;
    assert_null(asked_open(dup(fd)));   /* not of the size */
    assert_int_equal(ftruncate(fd, ASKED_BYTES), 0);
    first = asked_open(dup(fd));
    a = asked_put(first, &one, 1000);
    b = asked_put(first, &two, 2000);
    assert_true(a && b && a != b);
    assert_int_equal(asked_put(first, &large, 1000), 0);
    assert_int_equal(asked_put(NULL, &one, 1000), 0);
    asked_again(first, 3000, count_again, seen);
    assert_string_equal(seen, "");      /* its own are not asked again */
    asked_done(first, a);
    asked_done(first, 0);
    a = asked_put(first, &one, 2500);
    second = asked_open(dup(fd));       /* as after a kill */
    asked_again(second, 3000, count_again, seen);
    assert_string_equal(seen, "dnsd/1/udp4 two;dnsd/0/udp4 one;");
    *seen = 0;
    asked_again(second, 3000, count_again, seen);
    assert_string_equal(seen, "");
    asked_put(first, &one, 2500);
    asked_again(second, 100000, count_again, seen);
    assert_string_equal(seen, "");      /* nobody waits that long */
    asked_close(first);
    asked_close(second);
    close(fd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(questions), cmocka_unit_test(answers), cmocka_unit_test(reverse), cmocka_unit_test(caching), cmocka_unit_test(scope), cmocka_unit_test(what_waits_outlives_its_process),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
