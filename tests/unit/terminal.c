#include "tests/unit/unit.h"

#include "client/cli/terminal.h"

#include <string.h>

static void keys_are_a_list(void **state)
{
    struct detach d;
    struct err e = ERR_NONE;

    (void)state;
    assert_int_equal(detach_parse(&d, "ctrl-p,ctrl-q", &e), 0);
    assert_true(d.count == 2 && d.keys[0] == 16 && d.keys[1] == 17);
    assert_int_equal(detach_parse(&d, "", &e), 0);
    assert_int_equal(d.count, 0);
    assert_int_equal(detach_parse(&d, "a,ctrl-[,~", &e), 0);
    assert_true(d.count == 3 && d.keys[1] == 27);
    for (const char *const *bad = (const char *const[]){ "ctrl-", "ctrl-1", "ab", ",", "a,", "a,,b", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q", NULL }; *bad; bad++)
        assert_int_equal(detach_parse(&d, *bad, &e), -1);
}

/* Typed in pieces of every size, the same comes out. */
static void filter(const char *keys, const char *typed, const char *want, bool want_left)
{
    for (size_t piece = 1; piece <= strlen(typed); piece++) {
        struct detach d;
        uint8_t out[200];
        size_t n = 0;
        bool left = false;

        assert_int_equal(detach_parse(&d, keys, NULL), 0);
        for (size_t i = 0; i < strlen(typed) && !left; i += piece)
            n += detach_filter(&d, (const uint8_t *)typed + i, strlen(typed + i) < piece ? strlen(typed + i) : piece, out + n, &left);
        assert_int_equal(left, want_left);
        assert_int_equal(n, strlen(want));
        assert_memory_equal(out, want, n);
    }
}

static void what_is_not_the_sequence_goes_through(void **state)
{
    (void)state;
    filter("a,b", "xaby", "x", true);
    filter("a,b", "xaxab", "xax", true);
    filter("a,b", "aab", "a", true);
    filter("a,a,b", "aaab", "a", true);
    filter("a,b,a,b,c", "ababac ababcd", "ababac ", true);
    filter("a,b", "xyz", "xyz", false);
    filter("a,b", "xya", "xy", false);  /* held back: it may go on */
    filter("a", "xa", "x", true);
}

static void without_keys_everything_goes_through(void **state)
{
    (void)state;
    filter("", "a\x10\x11z", "a\x10\x11z", false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(keys_are_a_list),
        cmocka_unit_test(what_is_not_the_sequence_goes_through),
        cmocka_unit_test(without_keys_everything_goes_through),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
