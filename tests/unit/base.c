#include "tests/unit/unit.h"

#include "base/err.h"
#include "base/fault.h"
#include "base/fd.h"
#include "base/loop.h"
#include "base/map.h"
#include "base/sm.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/stat.h>
#include <unistd.h>

static void errors_grow_a_sentence(void **state)
{
    struct err e = ERR_NONE;

    (void)state;
    assert_int_equal(err_set(&e, ERR_NOT_FOUND, "container %s", "x"), -1);
    err_add(&e, "start");
    assert_string_equal(e.text, "start: container x");
    errno = ENOSPC;
    err_sys(&e, "file");
    assert_int_equal(e.code, ERR_EXHAUSTED);
    assert_int_equal(e.sys, ENOSPC);
    for (int i = 0; i < 100; i++)       /* never beyond its room */
        err_add(&e, "a longer and longer sentence");
    assert_true(strlen(e.text) < sizeof e.text);
    assert_int_equal(err_set(NULL, ERR_FAILED, "nobody listens"), -1);
}

static void numbers_are_read_strictly(void **state)
{
    static const char *const bad[] = { "", "-1", "+1", " 1", "1 ", "0x1", "1.0", "18446744073709551616", "a" };
    uint64_t n;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(str_uint(bad[i], UINT64_MAX, &n), -1);
    assert_int_equal(str_uint("18446744073709551615", UINT64_MAX, &n), 0);
    assert_true(n == UINT64_MAX);
    assert_int_equal(str_uint("256", 255, &n), -1);
    assert_int_equal(str_bytes("1.5g", &n), 0);
    assert_true(n == 1610612736);
    assert_int_equal(str_bytes("64KiB", &n), 0);
    assert_true(n == 65536);
    assert_int_equal(str_bytes("1x", &n), -1);
    assert_int_equal(str_bytes("99999999999999999999g", &n), -1);
    assert_int_equal(str_duration("1.5s", &n), 0);
    assert_true(n == 1500);
    assert_int_equal(str_duration("2", &n), 0);
    assert_true(n == 2000);
    assert_int_equal(str_thousandths("50.0", &n), 0);
    assert_true(n == 50000);
    assert_int_equal(str_thousandths("1.2345", &n), -1);
}

static void signals_have_names(void **state)
{
    (void)state;
    assert_int_equal(str_signal("TERM"), 15);
    assert_int_equal(str_signal("SIGKILL"), 9);
    assert_int_equal(str_signal("64"), 64);
    assert_int_equal(str_signal("65"), 0);
    assert_int_equal(str_signal("NOPE"), 0);
    assert_string_equal(str_signal_name(9), "SIGKILL");
    assert_null(str_signal_name(63));
}

static void utf8_is_checked(void **state)
{
    static const struct {
        const char *bytes;
        bool ok;
    } cases[] = { { "plain", true }, { "\xc3\xa9", true }, { "\xf0\x9f\x98\x80", true }, { "\xc0\x80", false }, { "\xed\xa0\x80", false },
                  { "\xf4\x90\x80\x80", false }, { "\xe2\x82", false }, { "\x80", false }, { "\xff", false }, { "\xe0\x80\x80", false } };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(str_is_utf8((const uint8_t *)cases[i].bytes, strlen(cases[i].bytes)), cases[i].ok);
}

static void texts_become_utf8(void **state)
{
    static const struct {
        const char *text, *clean;
    } cases[] = { { "", "" }, { "abc", "abc" }, { "gr\xc3\xbc\xc3\x9f", "gr\xc3\xbc\xc3\x9f" }, { "a\xff" "b", "a?b" }, { "cut \xe2\x82", "cut ??" }, { "\xed\xa0\x80", "???" }, { "\xc0\x80x", "??x" } };
    char room[40];
    struct err e;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        str_fmt(room, sizeof room, "%s", cases[i].text);
        str_make_utf8(room);
        assert_string_equal(room, cases[i].clean);
    }
    err_set(&e, ERR_INVALID, "%s: no", "\xfe");
    assert_string_equal(e.text, "?: no");
}

static void maps_hold_many(void **state)
{
    struct map *m = map_new();
    struct map_iter it;
    char key[24];
    size_t left = 0;

    (void)state;
    for (uintptr_t i = 1; i <= 1000; i++)
        map_put(m, map_key(i, key), (void *)i);
    assert_int_equal(map_count(m), 1000);
    assert_ptr_equal(map_get(m, "777"), (void *)777);
    assert_null(map_get(m, "1001"));
    it = map_iter(m);
    for (uintptr_t v; (v = (uintptr_t)map_next(&it, NULL));)
        if (v % 2)
            assert_ptr_equal(map_remove(m, map_key(v, key)), (void *)v);
    assert_int_equal(map_count(m), 500);
    for (it = map_iter(m); map_next(&it, NULL);)
        left++;
    assert_int_equal(left, 500);
    assert_null(map_remove(m, "1"));
    map_free(m);
}

struct fired {
    struct loop *loop;
    struct timer *other;
    int order[4], count;
};

static void note_1(void *arg)
{
    struct fired *f = arg;

    f->order[f->count++] = 1;
    loop_cancel(f->loop, f->other);
}

static void note_2(void *arg)
{
    struct fired *f = arg;

    f->order[f->count++] = 2;
}

static void timers_fire_in_order_and_may_be_cancelled(void **state)
{
    struct fired f = { .loop = loop_new() };

    (void)state;
    loop_after(f.loop, 2, note_2, &f);
    f.other = loop_after(f.loop, 3, note_2, &f);
    loop_after(f.loop, 0, note_1, &f);
    for (int i = 0; i < 200 && f.count < 2; i++)
        loop_turn(f.loop, 20);
    assert_int_equal(f.count, 2);
    assert_int_equal(f.order[0], 1);
    assert_int_equal(f.order[1], 2);
    assert_int_equal(loop_next_ms(f.loop), -1);
    loop_free(f.loop);
}

static struct watch *second;
static int calls;

static void unwatch_other(void *arg, uint32_t events)
{
    (void)events;
    calls++;
    loop_unwatch(arg, second);
}

static void a_watch_that_was_removed_is_not_called(void **state)
{
    struct loop *l = loop_new();
    struct watch *first;
    int p[2];

    (void)state;
    assert_int_equal(pipe2(p, O_CLOEXEC), 0);
    assert_int_equal(write(p[1], "x", 1), 1);
    first = loop_watch(l, p[0], EPOLLIN, unwatch_other, l);
    second = first;
    loop_turn(l, 100);
    loop_turn(l, 0);
    assert_int_equal(calls, 1);
    loop_free(l);
    close(p[0]);
    close(p[1]);
}

static void trees_are_removed_without_following(void **state)
{
    char dir[] = "/tmp/quilt-unit.XXXXXX", path[64];
    int fd;

    (void)state;
    assert_non_null(mkdtemp(dir));
    fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    assert_int_equal(mkdirat(fd, "keep", 0700), 0);
    assert_int_equal(fd_write_file(fd, "keep/file", "x", O_WRONLY | O_CREAT), 0);
    assert_int_equal(mkdirat(fd, "gone", 0700), 0);
    assert_int_equal(mkdirat(fd, "gone/deep", 0700), 0);
    assert_int_equal(symlinkat("../../keep", fd, "gone/deep/link"), 0);
    assert_int_equal(fd_remove_tree(fd, "gone"), 0);
    assert_int_equal(faccessat(fd, "keep/file", F_OK, 0), 0);
    assert_int_equal(fd_remove_tree(fd, "gone"), 0);
    assert_int_equal(fd_replace_file(fd, "record", "new", 3, 0600), 0);
    assert_int_equal(fd_read_file(fd, "record", path, sizeof path), 3);
    assert_int_equal(fd_read_file(fd, "record", path, 2), -1);
    assert_int_equal(fd_remove_tree(AT_FDCWD, dir), 0);
    close(fd);
}

static void faults_count_passes(void **state)
{
    (void)state;
    fault_load("a=error:3,b=error");
    assert_false(fault_at("a"));
    assert_false(fault_at("a"));
    assert_true(fault_at("a"));
    assert_true(fault_at("b"));
    assert_false(fault_at("c"));
    fault_load(NULL);
    assert_false(fault_at("b"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_grow_a_sentence), cmocka_unit_test(numbers_are_read_strictly), cmocka_unit_test(signals_have_names),
        cmocka_unit_test(utf8_is_checked), cmocka_unit_test(texts_become_utf8), cmocka_unit_test(maps_hold_many), cmocka_unit_test(timers_fire_in_order_and_may_be_cancelled),
        cmocka_unit_test(a_watch_that_was_removed_is_not_called), cmocka_unit_test(trees_are_removed_without_following),
        cmocka_unit_test(faults_count_passes),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
