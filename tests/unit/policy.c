#include "tests/unit/unit.h"

#include "actors/monitor/policy.h"

#include <errno.h>
#include <string.h>

static void reasons(void **state)
{
    const enum exit_reason stopped = EXIT_REASON_STOPPED, host = EXIT_REASON_HOST;
    struct exit_record ok = { .known = EXIT_CODE }, bad = { .known = EXIT_CODE, .code = 3 }, killed = { .known = EXIT_SIGNAL, .signal = 9 },
                       oom = { .known = EXIT_SIGNAL, .signal = 9, .oom_kills = 1 }, lost = { .known = EXIT_UNKNOWN };

    (void)state;
    assert_int_equal(policy_exit(&ok, NULL).reason, EXIT_REASON_EXITED);
    assert_int_equal(policy_exit(&bad, NULL).code, 3);
    assert_int_equal(policy_exit(&killed, NULL).reason, EXIT_REASON_SIGNAL);
    assert_int_equal(policy_exit(&killed, &stopped).reason, EXIT_REASON_STOPPED);
    assert_int_equal(policy_exit(&oom, NULL).reason, EXIT_REASON_OOM);
    oom.known = EXIT_CODE;              /* a child was killed for memory, the command ended well */
    assert_int_equal(policy_exit(&oom, NULL).reason, EXIT_REASON_EXITED);
    assert_int_equal(policy_exit(&lost, &stopped).reason, EXIT_REASON_UNKNOWN);
    assert_int_equal(policy_exit(&lost, &host).reason, EXIT_REASON_HOST);
    assert_false(policy_exit(&lost, NULL).has_code || policy_exit(&lost, NULL).has_signal);
}

static void failures(void **state)
{
    struct launch_failure f = { .stage = "exec", .sys = ENOENT, .detail = "nope" };
    struct err e;

    (void)state;
    policy_failure(&f, &e);
    assert_int_equal(e.code, ERR_NO_COMMAND);
    assert_non_null(strstr(e.text, "nope"));
    f.sys = EACCES;
    policy_failure(&f, &e);
    assert_int_equal(e.code, ERR_NOT_EXECUTABLE);
    strcpy(f.stage, "dev");
    policy_failure(&f, &e);
    assert_int_equal(e.code, ERR_FAILED);
    assert_string_equal(e.step, "dev");
    assert_int_equal(e.sys, EACCES);
}

static void restarts(void **state)
{
    const struct container_exit well = { .has_code = true }, ill = { .has_code = true, .code = 1 }, late = { .reason = EXIT_REASON_TIMEOUT };

    (void)state;
    assert_false(policy_restarts(RESTART_POLICY_NO, 0, 0, WANT_RUNNING, &ill));
    assert_false(policy_restarts(RESTART_POLICY_ON_FAILURE, 0, 0, WANT_RUNNING, &well));
    assert_true(policy_restarts(RESTART_POLICY_ON_FAILURE, 2, 1, WANT_RUNNING, &ill));
    assert_false(policy_restarts(RESTART_POLICY_ON_FAILURE, 2, 2, WANT_RUNNING, &ill));
    assert_true(policy_restarts(RESTART_POLICY_ALWAYS, 0, 99, WANT_RUNNING, &well));
    assert_false(policy_restarts(RESTART_POLICY_ALWAYS, 0, 0, WANT_STOPPED, &well));
    assert_false(policy_restarts(RESTART_POLICY_ALWAYS, 0, 0, WANT_RUNNING, &late));
}

static void backoff(void **state)
{
    int64_t ms = 0, last = 0;

    (void)state;
    for (int i = 0; i < 20; i++, last = ms) {
        ms = policy_backoff_ms(ms, 1);
        assert_true(ms >= last && ms <= 60000);
    }
    assert_int_equal(ms, 60000);
    assert_int_equal(policy_backoff_ms(ms, 11000000000ull), 100);
}

static void health_needs_failures_in_a_row_and_one_success(void **state)
{
    const struct health_check_spec spec = { .retries = 3 };
    enum health_status status = HEALTH_STATUS_STARTING;
    uint64_t failures = 0;

    (void)state;
    for (int i = 0; i < 10; i++)        /* in the start period */
        assert_false(policy_health(&spec, false, false, &failures, &status));
    assert_false(policy_health(&spec, false, true, &failures, &status));
    assert_false(policy_health(&spec, false, true, &failures, &status));
    assert_true(policy_health(&spec, true, true, &failures, &status));
    assert_int_equal(status, HEALTH_STATUS_HEALTHY);
    assert_false(policy_health(&spec, false, false, &failures, &status));      /* the period is over with the first success */
    assert_false(policy_health(&spec, false, false, &failures, &status));
    assert_true(policy_health(&spec, false, false, &failures, &status));
    assert_int_equal(status, HEALTH_STATUS_UNHEALTHY);
    assert_false(policy_health(&spec, false, true, &failures, &status));
    assert_true(policy_health(&spec, true, true, &failures, &status));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(reasons), cmocka_unit_test(failures), cmocka_unit_test(restarts), cmocka_unit_test(backoff), cmocka_unit_test(health_needs_failures_in_a_row_and_one_success) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
