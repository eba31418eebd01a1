/*
 * inside - the control socket of a container that asks for one (--icc): the front door
 * makes it before there is a process, and ends it with the incarnation.
 *
 *     network_claim --frontdoor.icc_open--> answered, with the rest of what is claimed
 *     network_release --frontdoor.icc_close
 *     the front door came back, or this actor did --frontdoor.icc_keep: all that live
 */
#include "actors/monitor/monitor.h"
#include "base/log.h"
#include "base/str.h"

#define AGAIN_MS 1000

static void sync_again(void *arg)
{
    inside_sync(arg);
}

static void on_kept(void *arg, const struct about *about, const struct frontdoor_icc_keep_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;

    (void)about, (void)reply;
    if (!failed)
        return;
    log_warn("icc_keep", "%s", failed->text);
    loop_after(self->loop, AGAIN_MS, sync_again, self);
}

void inside_sync(struct monitor *self)
{
    struct map_iter it = map_iter(self->containers);
    struct frontdoor_icc_keep m = { 0 };
    struct wire_writer ids;
    uint32_t count = 0;
    struct container *c;

    wire_writer_init(&ids);
    while ((c = map_next(&it, NULL)))
        if (c->spec.icc && container_alive(c)) {
            wire_put_str(&ids, c->id);
            count++;
        }
    m.containers = wire_list_of(&ids, count);
    ask_frontdoor_icc_keep(self->actor, &m, (struct about){ 0 }, on_kept);
    wire_writer_done(&ids);
}

static void on_opened(void *arg, const struct about *about, const struct frontdoor_icc_open_reply *reply, const struct err *failed)
{
    struct container *c = network_waiting(arg, about);

    (void)reply;
    if (c)
        network_answered(c, failed);
}

void inside_claim(struct container *c)
{
    struct about about = { .number = c->incarnation };
    struct frontdoor_icc_open m = { 0 };

    if (!c->spec.icc)
        return;
    c->claims++;
    str_fmt(m.container.text, sizeof m.container.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_frontdoor_icc_open(c->monitor->actor, &m, about, on_opened);
}

static void on_closed(void *arg, const struct about *about, const struct frontdoor_icc_close_reply *reply, const struct err *failed)
{
    (void)arg, (void)reply;
    if (failed)                         /* the next inside_sync ends it */
        log_warn("icc_close", "container %s: %s", about->id, failed->text);
}

void inside_release(struct container *c)
{
    struct frontdoor_icc_close m = { 0 };
    struct about about = { 0 };

    if (!c->spec.icc)
        return;
    str_fmt(m.container.text, sizeof m.container.text, "%s", c->id);
    str_fmt(about.id, sizeof about.id, "%s", c->id);
    ask_frontdoor_icc_close(c->monitor->actor, &m, about, on_closed);
}
