/*
 * fork - a container's files as they are now: for new containers, a snapshot, or an image.
 *
 *     request --layer.begin--> written out --frozen--> layer.take --thawed--> layer.end --store.insert, each--> answered
 *
 * Frozen means the group, not the state: nobody has asked for a pause.  The thaw does not wait
 * for what comes after, comes at every failure, and after a start of this actor by itself: the
 * row says running, and that decides (container.c).  A container that ends meanwhile is no failure:
 * what it left is taken; it is not started again, and not removed, before that.
 */
#include "actors/monitor/fork.h"
#include "base/auto.h"
#include "base/clock.h"
#include "base/must.h"
#include "base/str.h"
#include "runtime/cgroup.h"

#include <stdlib.h>
#include <string.h>

#define FORKS_MAX 256
#define FREEZE_LOOK_MS 1
#define FREEZE_LOOKS 2000

struct fork {
    struct monitor *monitor;
    uint64_t request, layer;
    char container[13], group[64];      /* "": of a snapshot */
    enum state source_state;
    bool frozen, holds;                 /* holds: it counts in taken_for */
    int looks;
    int64_t frozen_at, frozen_ns;
    struct timer *timer;
    /* what it becomes */
    struct wire_writer record;          /* the container_record that was taken from */
    char (*ids)[13];
    uint32_t count, inserted, waiting;
    struct layer_end_reply taken;
    struct err failure;
};

static struct fork *find(struct monitor *self, uint64_t request)
{
    return map_get(self->forks, map_key(request, (char[24]){ 0 }));
}

static void thaw(struct fork *f)
{
    struct container *c = map_get(f->monitor->containers, f->container);

    loop_cancel(f->monitor->loop, f->timer);
    f->timer = NULL;
    if (!f->frozen)
        return;
    f->frozen = false;
    f->frozen_ns = clock_boot_ns() - f->frozen_at;
    if (!c || --c->frozen_for > 0 || c->state == STATE_PAUSED)
        return;
    cgroup_freeze(f->group, false, NULL);
}

/* It may start and go again. */
static void let_go(struct fork *f)
{
    struct container *c = map_get(f->monitor->containers, f->container);

    thaw(f);
    if (f->holds && c && --c->taken_for == 0)
        container_files_taken(c);
    f->holds = false;
}

static void fork_free(struct fork *f)
{
    let_go(f);
    map_remove(f->monitor->forks, map_key(f->request, (char[24]){ 0 }));
    wire_writer_done(&f->record);
    free(f->ids);
    free(f);
}

static void put_away(struct fork *f)
{
    if (f->layer)
        ask_layer_end(f->monitor->actor, &(struct layer_end){ .number = f->layer }, (struct about){ 0 }, NULL);
    f->layer = 0;
}

static void fork_fail(struct fork *f, const struct err *e)
{
    struct request *req = request_find(f->monitor->actor, f->request);

    put_away(f);
    for (uint32_t i = 0; i < f->count; i++)     /* of a refusal; or of an answer that came too late */
        place_sweep_id(f->monitor, f->ids[i]);
    let_go(f);
    if (req)
        request_fail(req, e);
    fork_free(f);
}

static struct word method_of(const struct fork *f)
{
    return f->taken.method;
}

/* ---------------------------------------------------------------- new containers */

static void answer_fork(struct fork *f, struct request *req)
{
    struct container_fork_reply reply = { .has_source_state = f->container[0], .source_state = f->source_state, .method = method_of(f), .frozen_ns = (uint64_t)f->frozen_ns,
                                          .bytes = f->taken.bytes, .entries = f->taken.entries };
    struct wire_writer ids;

    wire_writer_init(&ids);
    for (uint32_t i = 0; i < f->count; i++)
        wire_put_str(&ids, f->ids[i]);
    reply.ids = wire_list_of(&ids, f->count);
    reply_container_fork(req, &reply);
    wire_writer_done(&ids);
}

/* All or none: those that were there when another was refused go again. */
static void finish_fork(struct fork *f)
{
    static const struct cause cause = { .verb = { "container.fork" } };
    struct request *req = request_find(f->monitor->actor, f->request);

    for (uint32_t i = 0; f->failure.code && i < f->count; i++) {
        struct container *c = map_get(f->monitor->containers, f->ids[i]);

        if (c)
            container_remove(c, &cause);
    }
    if (req && f->failure.code)
        request_fail(req, &f->failure);
    else if (req)
        answer_fork(f, req);
    fork_free(f);
}

static void on_inserted(void *arg, const struct about *about, const struct store_insert_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct fork *f = find(self, about->number);
    struct container *c = map_get(self->containers, about->id);

    if (failed && c) {
        place_sweep(c);
        container_free(c);
    } else if (c) {
        network_known(c, reply->has_attachments, &reply->attachments, reply->generation);
        container_save(c, NULL);
    }
    if (!f)
        return;
    if (failed && !f->failure.code)
        f->failure = *failed;
    if (--f->waiting == 0)
        finish_fork(f);
}

/* Of the parent's: its own names, addresses and ports are not the child's. */
static struct wire_list networks_of(const struct container_spec *s, struct wire_writer *w)
{
    struct wire_reader r = wire_reader(s->networks.items);
    struct network_attachment a;

    for (uint32_t i = 0; s->has_networks && i < s->networks.count && network_attachment_read(&r, &a, NULL) == 0; i++) {
        a.has_address = a.has_mac = false;
        network_attachment_write(w, &a);
    }
    return wire_list_of(w, s->has_networks ? s->networks.count : 0);
}

static void child_spec(const struct fork *f, const struct container_spec *parent, const struct container_fork *m, uint32_t i, struct wire_writer *out)
{
    struct container_spec s = *parent;
    struct wire_writer networks;

    wire_writer_init(&networks);
    s.networks = networks_of(parent, &networks);
    s.has_ports = false;
    s.has_secrets = s.has_secrets && m->secrets;
    s.has_name = m->has_name;
    if (m->has_name && f->count > 1)
        str_fmt(s.name.text, sizeof s.name.text, "%.110s-%u", m->name.text, i + 1);
    else
        s.name = m->name;
    s.has_origin = true;
    s.origin = (struct origin){ .has_container = f->container[0], .has_snapshot = m->has_snapshot, .snapshot = m->snapshot };
    str_fmt(s.origin.container.text, sizeof s.origin.container.text, "%s", f->container);
    container_spec_write(out, &s);
    wire_writer_done(&networks);
}

static void insert_child(struct fork *f, const struct container_record *parent, const struct container_spec *spec, struct request *req, uint32_t i)
{
    struct store_insert m = { .cause = { .uid = request_caller(req)->uid, .verb = { "container.fork" } } };
    struct about about = { .number = f->request };
    struct wire_writer w;
    struct container *c;

    wire_writer_init(&w);
    child_spec(f, spec, container_fork_of(req), i, &w);
    m.record = (struct container_record){ .state = STATE_CREATED, .want = WANT_CREATED, .digest = parent->digest, .repair = parent->repair, .has_layers = parent->has_layers,
                                          .layers = parent->layers, .created_ns = (uint64_t)clock_wall_ns(), .spec = wire_written(&w) };
    clock_boot_id(m.record.boot_id.text);
    str_fmt(m.record.id.text, sizeof m.record.id.text, "%s", f->ids[i]);
    str_fmt(about.id, sizeof about.id, "%s", f->ids[i]);
    c = container_new(f->monitor, &m.record);
    c->cause = m.cause;
    f->waiting++;
    ask_store_insert(f->monitor->actor, &m, about, on_inserted);
    wire_writer_done(&w);
}

static void insert_children(struct fork *f, struct request *req)
{
    struct wire_reader r = wire_reader(wire_written(&f->record)), s;
    struct container_record parent;
    struct container_spec spec;

    must(container_record_read(&r, &parent, NULL) == 0);
    s = wire_reader(parent.spec);
    must(container_spec_read(&s, &spec, NULL) == 0);
    for (uint32_t i = 0; i < f->count; i++)
        insert_child(f, &parent, &spec, req, i);
}

/* ---------------------------------------------------------------- taken */

static void on_ended(void *arg, const struct about *about, const struct layer_end_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct fork *f = find(self, about->number);
    struct request *req = request_find(self->actor, about->number);
    struct err gone = ERR_NONE;

    if (!f)
        return;
    f->layer = 0;
    if (failed || !req) {
        err_set(&gone, ERR_DEADLINE, "nobody waits for it");
        fork_fail(f, failed ? failed : &gone);
        return;
    }
    f->taken = *reply;
    if (f->count) {
        insert_children(f, req);
        return;
    }
    if (!strcmp(request_verb(req), "container.snapshot"))
        reply_container_snapshot(req, &(struct container_snapshot_reply){ .source_state = f->source_state, .method = reply->method, .frozen_ns = (uint64_t)f->frozen_ns,
                                                                           .bytes = reply->bytes, .entries = reply->entries });
    else
        reply_container_commit(req, &(struct container_commit_reply){ .image = reply->image, .source_state = f->source_state, .frozen_ns = (uint64_t)f->frozen_ns });
    fork_free(f);
}

static void new_ids(struct fork *f, uint32_t count)
{
    struct container_id id;

    f->ids = xalloc(count * sizeof *f->ids);
    for (f->count = 0; f->count < count; f->count++) {
        monitor_new_id(f->monitor, &id);
        str_fmt(f->ids[f->count], sizeof f->ids[0], "%s", id.text);
    }
}

static void end_layer(struct fork *f, struct request *req)
{
    const char *verb = request_verb(req);
    struct layer_end m = { .number = f->layer };
    struct wire_writer w;

    wire_writer_init(&w);
    if (!strcmp(verb, "container.fork")) {
        new_ids(f, (uint32_t)container_fork_of(req)->count);
        for (uint32_t i = 0; i < f->count; i++)
            wire_put_str(&w, f->ids[i]);
        m.has_containers = true;
        m.containers = wire_list_of(&w, f->count);
    } else {
        m.has_record = true;
        m.record = wire_written(&f->record);
    }
    if (!strcmp(verb, "container.snapshot")) {
        m.has_labels = container_snapshot_of(req)->has_labels;
        m.labels = container_snapshot_of(req)->labels;
    } else if (!strcmp(verb, "container.commit")) {
        container_commit_write(&w, container_commit_of(req));
        m.has_commit = true;
        m.commit = wire_written(&w);
    }
    ask_layer_end(f->monitor->actor, &m, (struct about){ .number = f->request }, on_ended);
    wire_writer_done(&w);
}

static void on_taken(void *arg, const struct about *about, const struct layer_take_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct fork *f = find(self, about->number);
    struct request *req = request_find(self->actor, about->number);
    struct err gone = ERR_NONE;

    (void)reply;
    if (!f)
        return;
    let_go(f);
    err_set(&gone, ERR_DEADLINE, "nobody waits for it");
    if (failed || !req)
        fork_fail(f, failed ? failed : &gone);
    else
        end_layer(f, req);
}

/* ---------------------------------------------------------------- frozen */

static void take(struct fork *f)
{
    ask_layer_take(f->monitor->actor, &(struct layer_take){ .number = f->layer }, (struct about){ .number = f->request }, on_taken);
}

/* The kernel freezes each process where it can: until then it may still write. */
static void on_look(void *arg)
{
    struct fork *f = arg;
    struct container *c = map_get(f->monitor->containers, f->container);
    struct err e = ERR_NONE;

    f->timer = NULL;
    if (!c || !container_alive(c) || cgroup_is_frozen(f->group)) {
        take(f);
        return;
    }
    if (++f->looks < FREEZE_LOOKS) {
        f->timer = loop_after(f->monitor->loop, FREEZE_LOOK_MS, on_look, f);
        return;
    }
    err_set(&e, ERR_FAILED, "container %s: cannot be frozen: a process of it waits in the kernel", f->container);
    fork_fail(f, &e);
}

static void freeze(struct fork *f, struct container *c)
{
    struct err e = ERR_NONE;

    container_group(c, f->group);
    f->source_state = c->state;
    if (c->state != STATE_RUNNING) {
        take(f);
        return;
    }
    f->frozen_at = clock_boot_ns();
    f->frozen = true;
    c->frozen_for++;
    if (cgroup_freeze(f->group, true, &e) < 0) {
        fork_fail(f, &e);
        return;
    }
    on_look(f);
}

static void on_begun(void *arg, const struct about *about, const struct layer_begin_reply *reply, const struct err *failed)
{
    struct monitor *self = arg;
    struct fork *f = find(self, about->number);
    struct container *c = f ? map_get(self->containers, f->container) : NULL;
    struct err gone = ERR_NONE;

    if (!f)
        return;
    if (failed) {
        fork_fail(f, failed);
        return;
    }
    f->layer = reply->number;
    if (!f->container[0] && reply->has_record)
        wire_put_raw(&f->record, reply->record);
    if (f->container[0] ? c != NULL : reply->has_record) {
        if (c)
            freeze(f, c);
        else
            take(f);
        return;
    }
    err_set(&gone, ERR_NOT_FOUND, "%s", f->container[0] ? "the container was removed meanwhile" : "the snapshot does not say what it was taken of");
    fork_fail(f, &gone);
}

/* ---------------------------------------------------------------- asked */

static void begin(struct monitor *self, struct container *c, const struct volume_name *snapshot, const struct volume_name *name, const struct wire_writer *record, struct request *req)
{
    struct fork *f = xalloc(sizeof *f);
    struct layer_begin m = { .has_container = c != NULL, .has_snapshot = snapshot != NULL, .has_name = name != NULL };

    f->monitor = self;
    f->request = request_number(req);
    if (c) {
        str_fmt(f->container, sizeof f->container, "%s", c->id);
        c->taken_for++;
        f->holds = true;
    }
    wire_writer_init(&f->record);
    if (record)
        wire_put_raw(&f->record, wire_written(record));
    str_fmt(m.container.text, sizeof m.container.text, "%s", f->container);
    if (snapshot)
        m.snapshot = *snapshot;
    if (name)
        m.name = *name;
    map_put(self->forks, map_key(f->request, (char[24]){ 0 }), f);
    ask_layer_begin(self->actor, &m, (struct about){ .number = f->request }, on_begun);
}

/* The container itself is known: what it is becomes part of what is taken. */
void fork_begin(struct monitor *self, struct container *c, struct request *req)
{
    struct err e = ERR_NONE;
    struct wire_writer record;

    if (c->state == STATE_STARTING || c->state == STATE_STOPPING || c->state == STATE_REMOVING) {
        request_error(req, ERR_STATE, "container %s is %s", c->id, state_name(c->state));
        return;
    }
    if (!container_alive(c) && place_make_tree(c, &e) < 0) {
        request_fail(req, &e);
        return;
    }
    wire_writer_init(&record);
    container_describe(c, &record);
    begin(self, c, NULL, !strcmp(request_verb(req), "container.snapshot") ? &container_snapshot_of(req)->name : NULL, &record, req);
    wire_writer_done(&record);
}

int fork_judge(const struct container_fork *m, struct err *e)
{
    if (m->has_container == m->has_snapshot)
        return err_set(e, ERR_INVALID, "container.fork: one of container and snapshot is needed");
    return m->count == 0 || m->count > FORKS_MAX ? err_set(e, ERR_INVALID, "count: 1 to %d", FORKS_MAX) : 0;
}

void fork_snapshot(struct monitor *self, const struct volume_name *snapshot, struct request *req)
{
    begin(self, NULL, snapshot, NULL, NULL, req);
}

void forks_done(struct monitor *self)
{
    struct map_iter it = map_iter(self->forks);
    struct fork *f;

    while ((f = map_next(&it, NULL))) {
        f->holds = false;               /* what waits for it is the next monitor's: its row says so */
        fork_free(f);
    }
    map_free(self->forks);
}
