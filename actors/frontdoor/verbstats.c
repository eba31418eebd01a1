#include "actors/frontdoor/verbstats.h"

#include "base/map.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

struct row {
    uint64_t count, sum_ns, buckets[VERBSTATS_BUCKETS];
};

struct verbstats {
    struct map *verbs;                  /* verb -> struct row, owned */
    struct map *codes;                  /* "verb code" -> count as struct row, owned */
};

struct verbstats *verbstats_new(void)
{
    struct verbstats *v = xalloc(sizeof *v);

    v->verbs = map_new();
    v->codes = map_new();
    return v;
}

void verbstats_free(struct verbstats *v)
{
    struct map *const maps[] = { v ? v->verbs : NULL, v ? v->codes : NULL };

    for (int i = 0; v && i < 2; i++) {
        struct map_iter it = map_iter(maps[i]);
        struct row *r;

        while ((r = map_next(&it, NULL)))
            free(r);
        map_free(maps[i]);
    }
    free(v);
}

static struct row *row_of(struct map *m, const char *key)
{
    struct row *r = map_get(m, key);

    if (!r) {
        r = xalloc(sizeof *r);
        map_put(m, key, r);
    }
    return r;
}

static int64_t bound_ns(int bucket)
{
    int64_t ns = 100000;

    while (bucket-- > 0)
        ns *= 3;
    return ns;
}

void verbstats_add(struct verbstats *v, const char *verb, const char *code, int64_t took_ns)
{
    struct row *r = row_of(v->verbs, verb);
    char key[100];

    r->count++;
    r->sum_ns += took_ns > 0 ? (uint64_t)took_ns : 0;
    for (int i = 0; i < VERBSTATS_BUCKETS; i++)
        r->buckets[i] += took_ns <= bound_ns(i);
    str_fmt(key, sizeof key, "%.60s %.30s", verb, code ? code : "ok");
    row_of(v->codes, key)->count++;
}

void verbstats_print(const struct verbstats *v, FILE *out)
{
    struct map_iter it = map_iter(v->codes);
    const struct row *r;
    const char *key;

    fputs("# HELP quilt_requests_total Requests of clients that were answered.\n# TYPE quilt_requests_total counter\n", out);
    while ((r = map_next(&it, &key))) {
        const char *space = strchr(key, ' ');

        fprintf(out, "quilt_requests_total{verb=\"%.*s\",code=\"%s\"} %llu\n", (int)(space - key), key, space + 1, (unsigned long long)r->count);
    }
    fputs("# HELP quilt_request_seconds From a request's arrival to its last answer.\n# TYPE quilt_request_seconds histogram\n", out);
    for (it = map_iter(v->verbs); (r = map_next(&it, &key));) {
        for (int i = 0; i < VERBSTATS_BUCKETS; i++)
            fprintf(out, "quilt_request_seconds_bucket{verb=\"%s\",le=\"%g\"} %llu\n", key, (double)bound_ns(i) / 1e9, (unsigned long long)r->buckets[i]);
        fprintf(out, "quilt_request_seconds_bucket{verb=\"%s\",le=\"+Inf\"} %llu\n", key, (unsigned long long)r->count);
        fprintf(out, "quilt_request_seconds_sum{verb=\"%s\"} %.9f\nquilt_request_seconds_count{verb=\"%s\"} %llu\n", key, (double)r->sum_ns / 1e9, key, (unsigned long long)r->count);
    }
}
