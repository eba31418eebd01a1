#include "tests/unit/unit.h"

#include "actors/frontdoor/verbstats.h"

#include <stdlib.h>
#include <string.h>

static char *text_of(const struct verbstats *v)
{
    char *text = NULL;
    size_t len;
    FILE *out = open_memstream(&text, &len);

    verbstats_print(v, out);
    fclose(out);
    return text;
}

static void counts_codes_and_times(void **state)
{
    struct verbstats *v = verbstats_new();
    char *text;

    (void)state;
    verbstats_add(v, "hello", NULL, 50000);             /* 50 us: in every bucket */
    verbstats_add(v, "hello", NULL, 1000000);           /* 1 ms: from 2.7 ms on */
    verbstats_add(v, "hello", "denied", 100000000000);  /* 100 s: in none but +Inf */
    text = text_of(v);
    assert_non_null(strstr(text, "quilt_requests_total{verb=\"hello\",code=\"ok\"} 2\n"));
    assert_non_null(strstr(text, "quilt_requests_total{verb=\"hello\",code=\"denied\"} 1\n"));
    assert_non_null(strstr(text, "quilt_request_seconds_bucket{verb=\"hello\",le=\"0.0001\"} 1\n"));
    assert_non_null(strstr(text, "quilt_request_seconds_bucket{verb=\"hello\",le=\"0.0027\"} 2\n"));
    assert_non_null(strstr(text, "quilt_request_seconds_bucket{verb=\"hello\",le=\"+Inf\"} 3\n"));
    assert_non_null(strstr(text, "quilt_request_seconds_sum{verb=\"hello\"} 100.001050000\n"));
    assert_non_null(strstr(text, "quilt_request_seconds_count{verb=\"hello\"} 3\n"));
    free(text);
    verbstats_free(v);
    verbstats_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(counts_codes_and_times) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
