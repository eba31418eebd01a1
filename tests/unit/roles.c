#include "tests/unit/unit.h"

#include "actors/frontdoor/roles.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int read_text(struct roles *r, const char *text, struct err *e)
{
    char path[] = "/tmp/quilt-unit-roles.XXXXXX";
    int fd = mkstemp(path), result;

    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    result = roles_read(r, path, e);
    unlink(path);
    return result;
}

static void the_best_role_counts(void **state)
{
    struct roles r;
    struct err e = ERR_NONE;

    (void)state;
    assert_int_equal(roles_read(&r, "/tmp/quilt-unit-none", &e), 0);
    assert_int_equal(roles_of(&r, 0, 0), ROLE_ADMIN);
    assert_int_equal(roles_of(&r, 1000, 0), ROLE_NONE);
    assert_int_equal(read_text(&r, "# a\nlog-level = info\nrole-viewer-gids = 100, 101\nrole-operator-uids=7\n", &e), 0);
    assert_int_equal(roles_of(&r, 7, 100), ROLE_OPERATOR);
    assert_int_equal(roles_of(&r, 8, 101), ROLE_VIEWER);
    assert_int_equal(read_text(&r, "role-viewer-uids = bob\n", &e), -1);
    assert_non_null(strstr(e.text, "bob"));
    assert_int_equal(read_text(&r, "role-king-uids = 1\n", &e), -1);
    assert_non_null(strstr(e.text, "role-king-uids"));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(the_best_role_counts) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
