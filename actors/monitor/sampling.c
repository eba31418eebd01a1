/* sampling - counters of what runs, from its groups, to the store and the stats socket. */
#include "actors/monitor/monitor.h"
#include "base/str.h"
#include "runtime/cgroup.h"

#define TICK_MS 100                     /* a tenth of the containers is sampled each tick */
#define SLICES 10
#define KEEP_ALIVE_TICKS 50

static bool due(const struct container *c, uint64_t tick)
{
    return c->state == STATE_RUNNING || c->state == STATE_PAUSED ? !c->sampled || (uint64_t)(c->id[0] + c->id[1] * 3 + c->id[2] * 7) % SLICES == tick % SLICES : false;
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
        struct cgroup_sample s;
        struct sample out = { 0 };
        char group[64];

        container_group(c, group);
        if (!due(c, self->tick) || cgroup_read(group, &s) < 0)
            continue;
        c->sampled = true;
        str_fmt(out.id.text, sizeof out.id.text, "%s", c->id);
        out.memory_bytes = s.memory_bytes;
        out.memory_peak_bytes = s.memory_peak_bytes;
        out.cpu_ns = s.cpu_ns;
        out.pids = s.pids;
        sample_write(&items, &out);
        count++;
    }
    list = wire_list_of(&items, count);
    if (count) {
        ask_store_samples(self->actor, &(struct store_samples){ .samples = list }, (struct about){ 0 }, NULL);
        ask_frontdoor_samples(self->actor, &(struct frontdoor_samples){ .samples = list }, (struct about){ 0 }, NULL);
    }
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
