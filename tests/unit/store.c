#include "tests/unit/unit.h"

#include "actors/store/containers.h"
#include "actors/store/events.h"
#include "actors/store/operations.h"
#include "base/fd.h"
#include "base/str.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char dir[] = "/tmp/quilt-unit.XXXXXX";
static struct db *d;
static const struct cause cause = { .verb.text = "test", .uid = 7 };

static int fresh(void **state)
{
    (void)state;
    strcpy(dir, "/tmp/quilt-unit.XXXXXX");
    if (!mkdtemp(dir) || chdir(dir) < 0)
        return -1;
    d = db_open(NULL);
    return d ? 0 : -1;
}

static int gone(void **state)
{
    (void)state;
    db_close(d);
    return chdir("/") < 0 ? -1 : fd_remove_tree(AT_FDCWD, dir);
}

static int insert(const char *id, const char *name, struct err *e)
{
    struct container_spec spec = { .image = wire_text("/i"), .has_name = name != NULL, .shm_bytes = 1, .stop_signal = 15 };
    struct store_insert m = { .record = { .state = STATE_STARTING, .want = WANT_RUNNING, .incarnation = 1, .boot_id.text = "b" }, .cause = cause };
    struct wire_writer argv, w;
    int r;

    wire_writer_init(&argv);
    wire_writer_init(&w);
    wire_put_str(&argv, "true");
    spec.argv = wire_list_of(&argv, 1);
    str_fmt(spec.name.text, sizeof spec.name.text, "%s", name ? name : "");
    container_spec_write(&w, &spec);
    str_fmt(m.record.id.text, sizeof m.record.id.text, "%s", id);
    memset(m.record.digest.text, 'a', 64);
    m.record.spec = wire_written(&w);
    assert_int_equal(db_savepoint(d, e), 0);
    r = container_insert(d, &m, e);
    db_release(d, r == 0);
    wire_writer_done(&argv);
    wire_writer_done(&w);
    return r;
}

static int move(const char *id, uint64_t incarnation, enum state to, struct err *e)
{
    struct store_move m = { .incarnation = incarnation, .has_state = true, .state = to, .cause = cause, .exit.has_code = true, .has_exit = to == STATE_EXITED };
    struct store_move_reply reply;
    int r;

    str_fmt(m.id.text, sizeof m.id.text, "%s", id);
    assert_int_equal(db_savepoint(d, e), 0);
    r = container_move(d, &m, &reply, e);
    db_release(d, r == 0);
    return r;
}

static void names_are_unique_until_removed(void **state)
{
    struct container_key key;
    struct err e = ERR_NONE;

    (void)state;
    assert_int_equal(insert("aaaaaaaaaaaa", "n", &e), 0);
    assert_int_equal(insert("bbbbbbbbbbbb", "n", &e), -1);
    assert_int_equal(e.code, ERR_EXISTS);
    assert_non_null(strstr(e.text, "name n"));
    assert_int_equal(event_head(d), 2);  /* nothing of the refused one */
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_EXITED, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_REMOVED, &e), 0);
    assert_int_equal(insert("bbbbbbbbbbbb", "n", &e), 0);
    assert_int_equal(container_find(d, "n", &key, &e), 0);
    assert_string_equal(key.id, "bbbbbbbbbbbb");
    assert_int_equal(container_find(d, "aaa", &key, &e), 0);
    assert_int_equal(key.state, STATE_REMOVED);
    assert_int_equal(db_commit(d, &e), 0);
}

static void only_legal_moves_are_made_and_repeating_is_harmless(void **state)
{
    struct err e = ERR_NONE;
    uint64_t head;

    (void)state;
    assert_int_equal(insert("aaaaaaaaaaaa", NULL, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_PAUSED, &e), -1);
    assert_int_equal(e.code, ERR_STATE);
    assert_int_equal(move("aaaaaaaaaaaa", 2, STATE_RUNNING, &e), -1);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_RUNNING, &e), 0);
    head = event_head(d);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_RUNNING, &e), 0);
    assert_int_equal(event_head(d), head);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_EXITED, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_RUNNING, &e), -1);
    assert_int_equal(move("aaaaaaaaaaaa", 2, STATE_STARTING, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_EXITED, &e), -1);
    assert_int_equal(db_commit(d, &e), 0);
}

static void events_are_numbered_without_a_gap_over_rollbacks(void **state)
{
    struct wire_writer items;
    struct wire_reader r;
    struct event ev;
    struct err e = ERR_NONE;
    int count;

    (void)state;
    for (int i = 0; i < 5; i++) {
        char id[13];

        snprintf(id, sizeof id, "%012x", i);
        assert_int_equal(insert(id, i % 2 ? "same" : NULL, &e), i == 3 ? -1 : 0);
    }
    assert_int_equal(db_commit(d, &e), 0);
    wire_writer_init(&items);
    count = event_list(d, "0123456789abcdef", 0, 100, NULL, &items, &e);
    assert_int_equal(count, 8);
    r = wire_reader(wire_written(&items));
    for (int i = 1; i <= count; i++) {
        assert_int_equal(event_read(&r, &ev, &e), 0);
        assert_int_equal(ev.seq, i);
        assert_int_equal(ev.cseq, 2 - i % 2);
    }
    wire_writer_done(&items);
}

static void keys_give_the_stored_result_once(void **state)
{
    struct store_begin b = { .key.text = "k", .verb.text = "container.run", .uid = 1, .body_hash = 5 };
    struct store_end x = { .key.text = "k", .uid = 1, .result = { (const uint8_t *)"\x80", 1 } };
    struct wire_writer result;
    struct err e = ERR_NONE;
    char id[13];

    (void)state;
    wire_writer_init(&result);
    assert_int_equal(operation_begin(d, &b, &result, &e), 0);
    assert_int_equal(operation_begin(d, &b, &result, &e), 0);
    assert_int_equal(operation_container(d, "k", 1, "aaaaaaaaaaaa", id, &e), 0);
    assert_int_equal(operation_container(d, "k", 1, "bbbbbbbbbbbb", id, &e), 1);
    assert_string_equal(id, "aaaaaaaaaaaa");
    assert_int_equal(operation_end(d, &x, &e), 0);
    assert_int_equal(operation_begin(d, &b, &result, &e), 1);
    assert_int_equal(result.len, 1);
    b.body_hash = 6;
    assert_int_equal(operation_begin(d, &b, &result, &e), -1);
    assert_int_equal(e.code, ERR_CONFLICT);
    b.uid = 2;                          /* another user's key is another key */
    assert_int_equal(operation_begin(d, &b, &result, &e), 0);
    wire_writer_done(&result);
}

static void a_damaged_file_is_set_aside(void **state)
{
    char fresh_flag[4];
    int fd;

    (void)state;
    db_close(d);
    fd = open("quilt.db", O_WRONLY | O_TRUNC);
    assert_int_equal(fd_write_all(fd, "garbage garbage garbage", 23), 0);
    close(fd);
    d = db_open(NULL);
    assert_non_null(d);
    assert_int_equal(db_meta_get(d, "fresh", fresh_flag, sizeof fresh_flag), 0);
    assert_string_equal(fresh_flag, "1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_are_unique_until_removed, fresh, gone),
        cmocka_unit_test_setup_teardown(only_legal_moves_are_made_and_repeating_is_harmless, fresh, gone),
        cmocka_unit_test_setup_teardown(events_are_numbered_without_a_gap_over_rollbacks, fresh, gone),
        cmocka_unit_test_setup_teardown(keys_give_the_stored_result_once, fresh, gone),
        cmocka_unit_test_setup_teardown(a_damaged_file_is_set_aside, fresh, gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
