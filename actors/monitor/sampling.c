/*
 * sampling - counters of what runs, from the kernel, to the store, the stats socket and
 * the HTTP endpoint: each container once a second, a tenth of them each tick.
 */
#include "actors/monitor/monitor.h"
#include "base/clock.h"
#include "base/str.h"

#define TICK_MS 100                     /* a tenth of the containers is sampled each tick */
#define SLICES 10
#define KEEP_ALIVE_TICKS 50
#define MORE_EVERY 10                   /* of its samples, where there are many: what costs the kernel more */
#define MANY 100

static bool due(const struct container *c, uint64_t tick)
{
    return c->state == STATE_RUNNING || c->state == STATE_PAUSED ? !c->sampled || (uint64_t)(c->id[0] + c->id[1] * 3 + c->id[2] * 7) % SLICES == tick % SLICES : false;
}

static uint64_t if_counted(uint64_t n, bool *out_has)
{
    *out_has = n != COUNTER_NONE;
    return *out_has ? n : 0;
}

static uint64_t or_0(uint64_t n)
{
    return n == COUNTER_NONE ? 0 : n;
}

static void fill(const struct container *c, struct sample *out)
{
    const struct counter_values *v = &c->used;

    str_fmt(out->id.text, sizeof out->id.text, "%s", c->id);
    out->boot_ns = (uint64_t)clock_boot_ns();
    out->memory_bytes = or_0(v->memory_bytes);
    out->memory_peak_bytes = or_0(v->memory_peak_bytes) > out->memory_bytes ? or_0(v->memory_peak_bytes) : out->memory_bytes;
    out->cpu_ns = v->cpu_ns;
    out->pids = or_0(v->pids);
    out->throttled_ns = if_counted(v->throttled_ns, &out->has_throttled_ns);
    out->throttled_periods = if_counted(v->throttled_periods, &out->has_throttled_periods);
    out->has_flows_boot_ns = c->flows_boot_ns > 0;
    out->flows_boot_ns = (uint64_t)c->flows_boot_ns;
    out->cache_bytes = if_counted(v->cache_bytes, &out->has_cache_bytes);
    out->read_bytes = if_counted(v->read_bytes, &out->has_read_bytes);
    out->written_bytes = if_counted(v->written_bytes, &out->has_written_bytes);
    out->received_bytes = if_counted(v->received_bytes, &out->has_received_bytes);
    out->sent_bytes = if_counted(v->sent_bytes, &out->has_sent_bytes);
    out->has_memory_limit_bytes = c->spec.has_limits && c->spec.limits.has_memory_bytes;
    out->memory_limit_bytes = c->spec.limits.memory_bytes;
    out->has_cpu_limit_millis = c->spec.has_limits && c->spec.limits.has_cpu_millis;
    out->cpu_limit_millis = c->spec.limits.cpu_millis;
}

/* The first time, and again when a limit has given it another tree. */
static bool read_counters(struct container *c, uint64_t every)
{
    char group[64];

    if (!c->counting) {
        container_group(c, group);
        c->counting = counters_open(&c->counters, group) == 0;
        c->samples = 0;
    }
    bool more = c->samples++ % every == 0;

    if (!c->counting || counters_read(&c->counters, more, &c->used) < 0)
        return false;
    if (more) {
        counters_read_more(&c->counters, (pid_t)c->pid, &c->used);
        c->flows_boot_ns = clock_boot_ns();
    }
    return true;
}

void sampling_end(struct container *c)
{
    if (c->counting)
        counters_close(&c->counters);
    c->counting = false;
    c->sampled = false;
}

static void sample(struct monitor *self)
{
    struct map_iter it = map_iter(self->containers);
    struct container *c;
    struct wire_writer items;
    struct wire_list list;
    uint32_t count = 0;

    wire_writer_init(&items);
    while ((c = map_next(&it, NULL))) {
        struct sample out = { 0 };

        if (!due(c, self->tick) || !read_counters(c, map_count(self->containers) > MANY ? MORE_EVERY : 1))
            continue;
        c->sampled = true;
        fill(c, &out);
        sample_write(&items, &out);
        count++;
    }
    list = wire_list_of(&items, count);
    if (count)
        ask_store_samples(self->actor, &(struct store_samples){ .samples = list }, (struct about){ 0 }, NULL);
    if (count || self->tick % SLICES == 0)
        ask_frontdoor_samples(self->actor, &(struct frontdoor_samples){ .samples = list, .starts = self->starts, .has_phases = true, .phases = self->phases }, (struct about){ 0 }, NULL);
    wire_writer_done(&items);
}

static void on_tick(void *arg)
{
    struct monitor *self = arg;

    loop_after(self->loop, TICK_MS, on_tick, self);
    self->tick++;
    sample(self);
    if (self->tick % KEEP_ALIVE_TICKS == 0)
        streams_keep_alive(self);
}

void sampling_begin(struct monitor *self)
{
    loop_after(self->loop, TICK_MS, on_tick, self);
}

void sampling_started(struct monitor *self, const struct phases *p)
{
    self->starts++;
    self->phases.image_ns += p->image_ns;
    self->phases.commit_ns += p->commit_ns;
    self->phases.spawn_ns += p->spawn_ns;
    self->phases.cgroup_ns += p->cgroup_ns;
    self->phases.clone_ns += p->clone_ns;
    self->phases.rootfs_ns += p->rootfs_ns;
    self->phases.exec_ns += p->exec_ns;
    self->phases.network_ns += p->network_ns;
}
