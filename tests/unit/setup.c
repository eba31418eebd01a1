#include "tests/unit/unit.h"

#include "actors/monitor/setup.h"

#include <stdlib.h>
#include <string.h>

static void expect(const char *line, const char *part)
{
    char *script = setup_script(line);

    assert_non_null(strstr(script, part));
    free(script);
}

static void a_package_is_installed_with_what_there_is(void **state)
{
    (void)state;
    expect("npm: typescript", "then exec npm install --global --no-fund --no-audit 'typescript';");
    expect("npm: typescript", "elif command -v yarn >/dev/null; then exec yarn global add 'typescript';");
    expect("pip: a  b\tc", "exec pip3 install --no-input --break-system-packages 'a' 'b' 'c';");
    expect("apt: curl", "apt-get update -q || exit");
    expect("apk: curl", "exec apk add --no-cache 'curl';");
    expect("dnf: curl", "exec dnf install -y 'curl';");
    expect("npm: x", "npm: the image has no program that installs these");
}

static void a_name_is_never_shell(void **state)
{
    (void)state;
    expect("pip: $(reboot);`x`&", "'$(reboot);`x`&';");
    expect("pip: it's", "'it'\\''s';");
}

static void anything_else_is_as_it_is(void **state)
{
    (void)state;
    for (const char *const *line = (const char *const[]){ "echo a: b", "npm install x", "npmx: y", "", NULL }; *line; line++) {
        char *script = setup_script(*line);

        assert_string_equal(script, *line);
        free(script);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_package_is_installed_with_what_there_is),
        cmocka_unit_test(a_name_is_never_shell),
        cmocka_unit_test(anything_else_is_as_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
