#include "tests/unit/unit.h"

#include "actors/store/containers.h"
#include "actors/store/events.h"
#include "actors/store/leases.h"
#include "actors/store/names.h"
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
    return d && db_write(d, NULL) == 0 && db_run(d, db_sql(d, "INSERT INTO images VALUES (printf('%.64c', 'a'), '', 0, '')"), NULL) == 0 ? 0 : -1;
}

static int gone(void **state)
{
    (void)state;
    db_close(d);
    return chdir("/") < 0 ? -1 : fd_remove_tree(AT_FDCWD, dir);
}

static uint64_t place_generation;
static char place_address[IP4_TEXT];

static void read_place(struct container_place *p)
{
    struct wire_reader r = wire_reader(wire_written(&p->attachments));
    struct attachment a;

    place_generation = p->generation;
    place_address[0] = '\0';
    if (p->count && attachment_read(&r, &a, NULL) == 0)
        str_fmt(place_address, sizeof place_address, "%.15s", a.address.text);
    wire_writer_done(&p->attachments);
}

static int insert_on(const char *id, const char *name, enum network_mode network, const struct wire_list *ports, struct err *e)
{
    struct container_spec spec = { .image = wire_text("/i"), .has_name = name != NULL, .shm_bytes = 1, .has_stop_signal = true, .stop_signal = 15, .has_argv = true, .tty_rows = 24, .tty_columns = 80, .network = network, .has_ports = ports != NULL };
    struct container_place place = { 0 };
    struct store_insert m = { .record = { .state = STATE_STARTING, .want = WANT_RUNNING, .incarnation = 1, .boot_id.text = "b" }, .cause = cause };
    struct wire_writer argv, w;
    int r;

    wire_writer_init(&argv);
    wire_writer_init(&w);
    wire_put_str(&argv, "true");
    spec.argv = wire_list_of(&argv, 1);
    if (ports)
        spec.ports = *ports;
    str_fmt(spec.name.text, sizeof spec.name.text, "%s", name ? name : "");
    container_spec_write(&w, &spec);
    str_fmt(m.record.id.text, sizeof m.record.id.text, "%s", id);
    memset(m.record.digest.text, 'a', 64);
    m.record.spec = wire_written(&w);
    assert_int_equal(db_savepoint(d, e), 0);
    wire_writer_init(&place.attachments);
    r = container_insert(d, &m, &place, e);
    db_release(d, r == 0);
    read_place(&place);
    wire_writer_done(&argv);
    wire_writer_done(&w);
    return r;
}

static int insert(const char *id, const char *name, struct err *e)
{
    return insert_on(id, name, NETWORK_MODE_NONE, NULL, e);
}

static int move(const char *id, uint64_t incarnation, enum state to, struct err *e)
{
    struct store_move m = { .incarnation = incarnation, .has_state = true, .state = to, .cause = cause, .exit.has_code = true, .has_exit = to == STATE_EXITED };
    struct store_move_reply reply;
    struct container_place place = { 0 };
    int r;

    str_fmt(m.id.text, sizeof m.id.text, "%s", id);
    assert_int_equal(db_savepoint(d, e), 0);
    wire_writer_init(&place.attachments);
    r = container_move(d, &m, &reply, &place, e);
    db_release(d, r == 0);
    read_place(&place);
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
    assert_int_equal(operation_begin(d, &b, &result, &e), OPERATION_BEGUN);
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

static void add_network(const char *name, const char *subnet, const char *gateway)
{
    struct network n = { 0 }, made;
    struct err e = ERR_NONE;

    str_fmt(n.name.text, sizeof n.name.text, "%s", name);
    str_fmt(n.subnet.text, sizeof n.subnet.text, "%s", subnet);
    str_fmt(n.gateway.text, sizeof n.gateway.text, "%s", gateway);
    assert_int_equal(network_insert(d, &n, &made, &e), 0);
}

static void addresses_are_leased_once(void **state)
{
    struct err e = ERR_NONE;
    char first[IP4_TEXT];

    (void)state;
    add_network("bridge", "10.42.0.0/29", "10.42.0.1");
    assert_int_equal(insert_on("aaaaaaaaaaaa", "n", NETWORK_MODE_BRIDGE, NULL, &e), 0);
    assert_string_equal(place_address, "10.42.0.2");
    strcpy(first, place_address);
    for (int i = 0; i < 4; i++)
        assert_int_equal(insert_on((char[]){ 'b', 'b', 'b', 'b', 'b', 'b', 'b', 'b', 'b', 'b', 'b', (char)('0' + i), 0 }, NULL, NETWORK_MODE_BRIDGE, NULL, &e), 0);
    assert_string_equal(place_address, "10.42.0.6");
    assert_int_equal(insert_on("cccccccccccc", NULL, NETWORK_MODE_BRIDGE, NULL, &e), -1);
    assert_int_equal(e.code, ERR_EXHAUSTED);
    assert_int_equal(lease_count(d, 0, "active"), 5);   /* the one that failed left nothing */
    /* an end keeps the address, a removal puts it to rest */
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_EXITED, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 2, STATE_STARTING, &e), 0);
    assert_string_equal(place_address, first);
    assert_int_equal(move("aaaaaaaaaaaa", 2, STATE_EXITED, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 2, STATE_REMOVED, &e), 0);
    assert_int_equal(lease_count(d, 0, "quarantine"), 1);
    assert_int_equal(insert_on("cccccccccccc", NULL, NETWORK_MODE_BRIDGE, NULL, &e), -1);
}

static void ready_ones_are_taken_first(void **state)
{
    struct network_key n;
    struct wire_writer items;
    struct err e = ERR_NONE;

    (void)state;
    add_network("bridge", "10.42.0.0/16", "10.42.0.1");
    assert_int_equal(network_find(d, "bridge", &n, &e), 0);
    wire_writer_init(&items);
    assert_int_equal(lease_reserve(d, &n, 3, &items, &e), 3);
    wire_writer_done(&items);
    assert_int_equal(insert_on("aaaaaaaaaaaa", NULL, NETWORK_MODE_BRIDGE, NULL, &e), 0);
    assert_string_equal(place_address, "10.42.0.2");
    assert_int_equal(lease_count(d, 0, "pool"), 2);
    assert_int_equal(lease_forget(d, &n, &e), 0);
    assert_int_equal(insert_on("bbbbbbbbbbbb", NULL, NETWORK_MODE_BRIDGE, NULL, &e), 0);
    assert_string_equal(place_address, "10.42.0.5");    /* forward: what was given up rests */
}

static void ports_are_one_containers(void **state)
{
    const struct published_port any = { .host_port = 80, .container_port = 80, .count = 2 };
    struct published_port at = { .host_port = 81, .container_port = 1, .count = 1, .has_host_address = true, .host_address.text = "192.0.2.1" };
    struct wire_writer w;
    struct wire_list list;
    struct err e = ERR_NONE;

    (void)state;
    add_network("bridge", "10.42.0.0/16", "10.42.0.1");
    wire_writer_init(&w);
    published_port_write(&w, &any);
    list = wire_list_of(&w, 1);
    assert_int_equal(insert_on("aaaaaaaaaaaa", NULL, NETWORK_MODE_BRIDGE, &list, &e), 0);
    wire_writer_reset(&w);
    published_port_write(&w, &at);
    list = wire_list_of(&w, 1);
    assert_int_equal(insert_on("bbbbbbbbbbbb", NULL, NETWORK_MODE_BRIDGE, &list, &e), -1);
    assert_int_equal(e.code, ERR_EXISTS);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_EXITED, &e), 0);
    assert_int_equal(insert_on("bbbbbbbbbbbb", NULL, NETWORK_MODE_BRIDGE, &list, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 2, STATE_STARTING, &e), -1);  /* somebody else has one of them now */
    wire_writer_done(&w);
}

static void names_come_as_changes(void **state)
{
    struct wire_writer items;
    struct err e = ERR_NONE;
    uint64_t generation, first;
    bool reset, more;

    (void)state;
    add_network("bridge", "10.42.0.0/16", "10.42.0.1");
    assert_int_equal(insert_on("aaaaaaaaaaaa", "n", NETWORK_MODE_BRIDGE, NULL, &e), 0);
    first = place_generation;
    assert_int_equal(first, names_generation(d));
    wire_writer_init(&items);
    assert_int_equal(names_items(d, 0, false, &reset, &more, &generation, &items, &e), 1);
    assert_true(reset && !more && generation == first);      /* who knows nothing is told all */
    assert_int_equal(names_items(d, first, false, &reset, &more, &generation, &items, &e), 0);
    assert_int_equal(move("aaaaaaaaaaaa", 1, STATE_EXITED, &e), 0);
    assert_int_equal(names_items(d, first, false, &reset, &more, &generation, &items, &e), 1);
    assert_true(generation > first);
    assert_int_equal(names_items(d, 0, false, &reset, &more, &first, &items, &e), 0);   /* what is gone is no news to who knows nothing */
    assert_int_equal(first, generation);
    assert_int_equal(names_items(d, 1000, false, &reset, &more, &generation, &items, &e), 0);
    assert_true(reset);                 /* from a log that was lost */
    wire_writer_done(&items);
}

static void networks_outlive_the_database(void **state)
{
    struct network_key n;
    struct err e = ERR_NONE;

    (void)state;
    add_network("bridge", "10.42.0.0/16", "10.42.0.1");
    add_network("web", "10.43.0.0/24", "10.43.0.1");
    assert_int_equal(db_commit(d, &e), 0);
    assert_int_equal(networks_save(d, &e), 0);
    db_close(d);
    assert_int_equal(unlink("quilt.db"), 0);
    unlink("quilt.db-wal");
    unlink("quilt.db-shm");
    d = db_open(&e);
    assert_non_null(d);
    assert_int_equal(network_find(d, "web", &n, NULL), -1);
    assert_int_equal(networks_load(d, &e), 0);
    assert_int_equal(network_find(d, "web", &n, &e), 0);
    assert_int_equal(n.number, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_are_unique_until_removed, fresh, gone),
        cmocka_unit_test_setup_teardown(only_legal_moves_are_made_and_repeating_is_harmless, fresh, gone),
        cmocka_unit_test_setup_teardown(events_are_numbered_without_a_gap_over_rollbacks, fresh, gone),
        cmocka_unit_test_setup_teardown(keys_give_the_stored_result_once, fresh, gone),
        cmocka_unit_test_setup_teardown(a_damaged_file_is_set_aside, fresh, gone),
        cmocka_unit_test_setup_teardown(addresses_are_leased_once, fresh, gone),
        cmocka_unit_test_setup_teardown(ready_ones_are_taken_first, fresh, gone),
        cmocka_unit_test_setup_teardown(ports_are_one_containers, fresh, gone),
        cmocka_unit_test_setup_teardown(names_come_as_changes, fresh, gone),
        cmocka_unit_test_setup_teardown(networks_outlive_the_database, fresh, gone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
