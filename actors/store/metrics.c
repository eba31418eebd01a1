#include "actors/store/metrics.h"

#include "actors/store/db.h"

static int put(struct db *d, const char *id, int64_t time_ns, const struct sample *sample, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "INSERT OR REPLACE INTO metrics (container, time_ns, sample) VALUES (?1, ?2, ?3)");
    struct wire_writer w;
    int r;

    wire_writer_init(&w);
    sample_write(&w, sample);
    bind_text(s, 1, id);
    bind_int(s, 2, (uint64_t)time_ns);
    bind_blob(s, 3, wire_written(&w));
    r = db_run(d, s, e);
    wire_writer_done(&w);
    return r;
}

int metrics_record(struct db *d, struct map *samples, int64_t now_wall_ns, int64_t since_boot_ns, struct err *e)
{
    struct map_iter it = map_iter(samples);
    const struct sample_at *at;
    sqlite3_stmt *s;
    int r = 0;

    if (!map_count(samples))
        return 0;
    if (db_write(d, e) < 0)
        return -1;
    while (r == 0 && (at = map_next(&it, NULL)))
        if (at->boot_ns > since_boot_ns)
            r = put(d, at->sample.id.text, now_wall_ns, &at->sample, e);
    if (r < 0)
        return -1;
    s = db_sql(d, "DELETE FROM metrics WHERE time_ns < ?1");
    bind_int(s, 1, (uint64_t)(now_wall_ns - METRICS_KEPT_MS * 1000000ll));
    return db_run(d, s, e);
}

int metrics_list(struct db *d, const char *id, uint64_t since_ns, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT time_ns, sample FROM metrics WHERE container = ?1 AND time_ns >= ?2 ORDER BY time_ns");
    int count = 0, r;

    bind_text(s, 1, id);
    bind_int(s, 2, since_ns > INT64_MAX ? INT64_MAX : since_ns);
    while ((r = db_step(d, s, e)) > 0) {
        struct wire_reader reader = wire_reader(column_blob(s, 1));
        struct metric m = { .time_ns = column_int(s, 0) };

        if (sample_read(&reader, &m.sample, NULL) < 0)
            continue;
        metric_write(items, &m);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}
