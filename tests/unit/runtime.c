#include "tests/unit/unit.h"

#include "actors/monitor/logread.h"
#include "base/fd.h"
#include "runtime/logwrite.h"
#include "runtime/spec.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static char dir[] = "/tmp/quilt-unit.XXXXXX";
static uint8_t room[LOG_CHUNK_MAX];

static int fresh(void **state)
{
    strcpy(dir, "/tmp/quilt-unit.XXXXXX");
    (void)state;
    return mkdtemp(dir) ? 0 : -1;
}

static int gone(void **state)
{
    (void)state;
    return fd_remove_tree(AT_FDCWD, dir);
}

static void open_writer(struct logwrite *w, uint64_t max)
{
    assert_int_equal(logwrite_open(w, open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), &(struct log_limits){ .max_bytes = max }), 0);
}

static void what_is_written_is_read_in_order_over_segments(void **state)
{
    struct logwrite w;
    struct logread r;
    struct log_record rec;
    char text[300];
    uint64_t n = 0;

    (void)state;
    open_writer(&w, 64 << 10);
    for (int i = 1; i <= 40; i++) {
        memset(text, 'a' + i % 26, sizeof text);
        logwrite_append(&w, i % 2 ? LOG_STDOUT : LOG_STDERR, text, sizeof text);
    }
    assert_int_equal(w.seq, 40);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    while (logread_next(&r, &rec, room) == 1) {
        assert_int_equal(rec.seq, ++n);
        assert_int_equal(room[0], 'a' + (int)n % 26);
    }
    assert_int_equal(n, 40);
    logwrite_append(&w, LOG_STDOUT, "more", 4);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_int_equal(rec.len, 4);
    assert_int_equal(logread_next(&r, &rec, room), 0);
    logread_close(&r);
    logwrite_close(&w);
}

static void the_oldest_segments_go(void **state)
{
    struct logwrite w;
    struct logread r;
    struct log_record rec;
    char text[1000] = { 0 };

    (void)state;
    open_writer(&w, 16 << 10);
    for (int i = 0; i < 100; i++)
        logwrite_append(&w, LOG_STDOUT, text, sizeof text);
    assert_true(w.dropped_bytes > 70000 && w.total_bytes <= (16 << 10) + 5000);
    assert_int_equal(w.at, 100 * sizeof text);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_true(rec.seq > 70);
    assert_int_equal(rec.at, w.dropped_bytes);
    assert_int_equal(rec.at, (rec.seq - 1) * sizeof text);
    logread_close(&r);
    logwrite_close(&w);
}

static void the_reader_is_placed_by_byte_and_by_time(void **state)
{
    struct logwrite w;
    struct logread r;
    struct log_record rec;
    char text[1000] = { 0 };
    uint64_t oldest = 0;
    size_t skip;

    (void)state;
    open_writer(&w, 16 << 10);
    for (int i = 0; i < 100; i++)
        logwrite_append(&w, LOG_STDOUT, text, sizeof text);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    assert_int_equal(logread_offset(&r, 95010, &skip, &oldest), 0);
    assert_int_equal(skip, 10);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_int_equal(rec.at, 95000);
    assert_int_equal(logread_offset(&r, 96000, &skip, &oldest), 0);
    assert_int_equal(skip, 0);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_int_equal(rec.at, 96000);
    assert_int_equal(r.dropped_bytes, 0);
    assert_int_equal(logread_offset(&r, 100000, &skip, &oldest), 0);
    assert_int_equal(logread_next(&r, &rec, room), 0);
    assert_int_equal(logread_offset(&r, 10, &skip, &oldest), -1);
    assert_int_equal(oldest, w.dropped_bytes);
    logread_since(&r, (uint64_t)rec.wall_ns + 1000000000);
    assert_int_equal(r.segment, w.current);
    logread_since(&r, 1);
    assert_int_equal(r.segment, w.first);
    logread_close(&r);
    logwrite_close(&w);
}

static void a_log_that_keeps_is_full_until_it_is_trimmed(void **state)
{
    struct logwrite w;
    struct logread r;
    struct log_record rec;
    char text[1000] = { 0 };
    int n = 0;

    (void)state;
    assert_int_equal(logwrite_open(&w, open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), &(struct log_limits){ .max_bytes = 16 << 10, .keep = true }), 0);
    for (; !logwrite_is_full(&w); n++)
        logwrite_append(&w, LOG_STDOUT, text, sizeof text);
    assert_int_equal(n, 16);
    logwrite_trim(&w, 9000);
    assert_false(logwrite_is_full(&w));
    assert_int_equal(w.dropped_bytes, 0);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_true(rec.at > 0 && rec.at <= 9000);
    logread_close(&r);
    logwrite_trim(&w, 16000);
    assert_int_equal(w.first, w.current);
    logwrite_append(&w, LOG_STDOUT, "x", 1);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_int_equal(rec.at, 16000);
    logread_close(&r);
    logwrite_close(&w);
    assert_int_equal(logwrite_open(&w, open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC), &(struct log_limits){ .max_bytes = 1 << 20, .segments = 3, .segment_bytes = 2000 }), 0);
    for (n = 0; n < 20; n++)
        logwrite_append(&w, LOG_STDOUT, text, sizeof text);
    assert_int_equal(w.current - w.first, 2);
    logwrite_close(&w);
}

static void a_torn_record_is_skipped_and_numbers_go_on(void **state)
{
    struct logwrite w;
    struct logread r;
    struct log_record rec;
    int fd;

    (void)state;
    open_writer(&w, 1 << 20);
    logwrite_append(&w, LOG_STDOUT, "one", 3);
    logwrite_append(&w, LOG_STDOUT, "two", 3);
    logwrite_close(&w);
    fd = openat(AT_FDCWD, dir, O_RDONLY | O_DIRECTORY);
    int seg = openat(fd, "00000001.log", O_WRONLY);
    assert_int_equal(ftruncate(seg, lseek(seg, 0, SEEK_END) - 1), 0);
    close(seg);
    close(fd);
    open_writer(&w, 1 << 20);           /* another keeper goes on behind the one that was killed */
    logwrite_append(&w, LOG_STDOUT, "three", 5);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_int_equal(rec.seq, 1);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_int_equal(rec.len, 5);
    assert_int_equal(logread_next(&r, &rec, room), 0);
    logread_close(&r);
    logwrite_close(&w);
}

static void the_tail_begins_at_a_line(void **state)
{
    struct logwrite w;
    struct logread r;
    struct log_record rec;
    size_t skip;

    (void)state;
    open_writer(&w, 1 << 20);
    logwrite_append(&w, LOG_STDOUT, "a\nb\nc", 5);
    logwrite_append(&w, LOG_STDERR, "x\ny\n", 4);
    logwrite_append(&w, LOG_STDOUT, "c\nd\n", 4);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    logread_tail(&r, 2, 1u << LOG_STDOUT, &skip);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    assert_int_equal(rec.seq, 1);
    assert_int_equal(skip, 4);          /* "cc" spans two records, then "d" */
    logread_close(&r);
    assert_int_equal(logread_open(&r, dir, NULL), 0);
    logread_tail(&r, 0, 6, &skip);
    assert_int_equal(logread_next(&r, &rec, room), 0);
    logwrite_append(&w, LOG_STDOUT, "e\n", 2);
    assert_int_equal(logread_next(&r, &rec, room), 1);
    logread_close(&r);
    logwrite_close(&w);
}

static int build(struct spec_builder *b)
{
    uint32_t words[2];

    spec_begin(b);
    words[0] = spec_add_str(b, "echo");
    words[1] = spec_add_str(b, "");
    struct spec_list l = spec_add_texts(b, words, 2);
    spec_of(b)->argv = l;
    uint32_t id = spec_add_str(b, "0123456789ab");
    spec_of(b)->id = id;
    return spec_seal(b, NULL);
}

static void a_spec_is_sealed_and_checked(void **state)
{
    struct spec_builder b;
    int fd = build(&b);
    struct spec *s = spec_open(fd);
    char **argv;

    (void)state;
    assert_non_null(s);
    assert_string_equal(spec_text(s, s->id), "0123456789ab");
    argv = spec_pointers(s, s->argv);
    assert_string_equal(argv[0], "echo");
    assert_string_equal(argv[1], "");
    assert_null(argv[2]);
    assert_int_equal(pwrite(fd, "x", 1, 0), -1);
    munmap(s, s->size);
    close(fd);
    spec_free(&b);
}

static void a_spec_with_a_wrong_offset_is_refused(void **state)
{
    struct spec_builder b;
    int good = build(&b);

    (void)state;
    close(good);
    for (size_t at = 0; at + 4 <= sizeof(struct spec); at += 4) {
        int fd = memfd_create("spec", MFD_CLOEXEC);
        uint32_t wrong = 0x7ffffff1;
        struct spec *s;

        assert_int_equal(write(fd, b.data, b.len), (ssize_t)b.len);
        assert_int_equal(pwrite(fd, &wrong, 4, (off_t)at), 4);
        s = spec_open(fd);              /* refused, or harmless: a number, not an offset */
        if (s) {
            spec_pointers(s, s->argv);
            munmap(s, b.len);
        }
        close(fd);
    }
    spec_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_written_is_read_in_order_over_segments, fresh, gone),
        cmocka_unit_test_setup_teardown(the_oldest_segments_go, fresh, gone),
        cmocka_unit_test_setup_teardown(a_torn_record_is_skipped_and_numbers_go_on, fresh, gone),
        cmocka_unit_test_setup_teardown(the_reader_is_placed_by_byte_and_by_time, fresh, gone),
        cmocka_unit_test_setup_teardown(a_log_that_keeps_is_full_until_it_is_trimmed, fresh, gone),
        cmocka_unit_test_setup_teardown(the_tail_begins_at_a_line, fresh, gone),
        cmocka_unit_test(a_spec_is_sealed_and_checked), cmocka_unit_test(a_spec_with_a_wrong_offset_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
