/*
 * store_stats - the store's handlers for counters: what was sampled last, and before.
 */
#include "actors/store/metrics.h"
#include "actors/store/db.h"
#include "actors/store/store.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define PAGE_BYTES 600000
#define OLD_NS 5000000000               /* not sampled for so long: it does not run */

handled on_store_samples(struct store *self, const struct store_samples *m, struct request *req)
{
    struct wire_reader r = wire_reader(m->samples.items);

    for (uint32_t i = 0; i < m->samples.count; i++) {
        struct sample s;
        struct sample_at *at;

        if (sample_read(&r, &s, NULL) < 0)
            break;
        at = map_get(self->samples, s.id.text);
        if (!at) {
            at = xalloc(sizeof *at);
            map_put(self->samples, s.id.text, at);
        }
        *at = (struct sample_at){ s, clock_boot_ns() };
    }
    return reply_store_samples(req, &(struct store_samples_reply){});
}

static int by_id(const void *a, const void *b)
{
    return strcmp((*(const struct sample_at *const *)a)->sample.id.text, (*(const struct sample_at *const *)b)->sample.id.text);
}

/* What is fresh, by id; the caller frees it. */
static const struct sample_at **sorted(struct store *self, const char *only, size_t *out_count)
{
    const struct sample_at **list = xalloc((map_count(self->samples) + 1) * sizeof *list), *at;
    struct map_iter it = map_iter(self->samples);
    int64_t now = clock_boot_ns();
    size_t n = 0;

    while ((at = map_next(&it, NULL)))
        if (now - at->boot_ns < OLD_NS && (!only || !strcmp(only, at->sample.id.text)))
            list[n++] = at;
    qsort(list, n, sizeof *list, by_id);
    *out_count = n;
    return list;
}

/* false: it does not run. */
static bool fill_view(struct db *d, const struct sample_at *at, struct stats_view *out)
{
    sqlite3_stmt *s = db_sql(d, "SELECT name FROM containers WHERE id = ?1 AND state IN ('running', 'paused', 'stopping')");
    bool found;

    *out = (struct stats_view){ .sample = at->sample };
    bind_text(s, 1, at->sample.id.text);
    found = db_step(d, s, NULL) > 0;
    out->has_name = found && !column_null(s, 0);
    if (out->has_name)
        str_fmt(out->name.text, sizeof out->name.text, "%s", column_text(s, 0));
    sqlite3_reset(s);
    return found;
}

handled on_container_stats(struct store *self, const struct container_stats *m, struct request *req)
{
    struct container_stats_reply reply = { .boot_ns = (uint64_t)clock_boot_ns() };
    struct container_key key;
    struct err e = ERR_NONE;
    struct wire_writer items;
    const struct sample_at **list;
    size_t count;
    uint32_t n = 0;
    handled h;

    if (m->has_container && container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    list = sorted(self, m->has_container ? key.id : NULL, &count);
    wire_writer_init(&items);
    for (size_t i = 0; i < count && !reply.has_next; i++) {
        struct stats_view v;

        if ((m->has_after && strcmp(list[i]->sample.id.text, m->after.text) <= 0) || !fill_view(self->db, list[i], &v))
            continue;
        stats_view_write(&items, &v);
        n++;
        reply.has_next = items.len > PAGE_BYTES && i + 1 < count;
        reply.next = v.sample.id;
    }
    reply.stats = wire_list_of(&items, n);
    h = reply_container_stats(req, &reply);
    wire_writer_done(&items);
    free(list);
    return h;
}

handled on_container_stats_history(struct store *self, const struct container_stats_history *m, struct request *req)
{
    struct container_key key;
    struct err e = ERR_NONE;
    struct wire_writer items;
    int count;
    handled h;

    if (container_find(self->db, m->container.text, &key, &e) < 0)
        return request_fail(req, &e);
    wire_writer_init(&items);
    count = metrics_list(self->db, key.id, m->since_ns, &items, &e);
    h = count < 0 ? request_fail(req, &e) : reply_container_stats_history(req, &(struct container_stats_history_reply){ .points = wire_list_of(&items, (uint32_t)count) });
    wire_writer_done(&items);
    return h;
}

static void on_metrics(void *arg)
{
    struct store *self = arg;
    int64_t now = clock_boot_ns();
    struct err e = ERR_NONE;

    loop_after(actor_loop(self->actor), METRICS_EVERY_MS, on_metrics, self);
    if (metrics_record(self->db, self->samples, clock_wall_ns(), self->metrics_boot_ns, &e) < 0)
        log_warn("metrics_lost", "%s", e.text);
    self->metrics_boot_ns = now;
}

void store_stats_begin(struct store *self)
{
    self->metrics_boot_ns = clock_boot_ns();
    loop_after(actor_loop(self->actor), METRICS_EVERY_MS, on_metrics, self);
}
