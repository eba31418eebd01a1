/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/ask.h"

static void info_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct info_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && info_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((info_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_info(struct actor *a, const struct info *m, struct about about, info_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    info_write(&w, m);
    actor_ask(a, "store", "info", &w, 2000, about, info_answer, (void *)then);
    wire_writer_done(&w);
}

static void events_read_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct events_read_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && events_read_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((events_read_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_events_read(struct actor *a, const struct events_read *m, struct about about, events_read_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    events_read_write(&w, m);
    actor_ask(a, "store", "events.read", &w, 60000, about, events_read_answer, (void *)then);
    wire_writer_done(&w);
}

static void image_resolve_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct image_resolve_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && image_resolve_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((image_resolve_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_image_resolve(struct actor *a, const struct image_resolve *m, struct about about, image_resolve_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    image_resolve_write(&w, m);
    actor_ask(a, "imaged", "image.resolve", &w, 1800000, about, image_resolve_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_image_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_image_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_image_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_image_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_image(struct actor *a, const struct store_image *m, struct about about, store_image_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_image_write(&w, m);
    actor_ask(a, "store", "store.image", &w, 10000, about, store_image_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_images_known_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_images_known_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_images_known_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_images_known_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_images_known(struct actor *a, const struct store_images_known *m, struct about about, store_images_known_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_images_known_write(&w, m);
    actor_ask(a, "store", "store.images_known", &w, 10000, about, store_images_known_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_image_remove_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_image_remove_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_image_remove_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_image_remove_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_image_remove(struct actor *a, const struct store_image_remove *m, struct about about, store_image_remove_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_image_remove_write(&w, m);
    actor_ask(a, "store", "store.image_remove", &w, 10000, about, store_image_remove_answer, (void *)then);
    wire_writer_done(&w);
}

static void volume_ensure_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct volume_ensure_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && volume_ensure_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((volume_ensure_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_volume_ensure(struct actor *a, const struct volume_ensure *m, struct about about, volume_ensure_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    volume_ensure_write(&w, m);
    actor_ask(a, "imaged", "volume.ensure", &w, 20000, about, volume_ensure_answer, (void *)then);
    wire_writer_done(&w);
}

static void layer_begin_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct layer_begin_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && layer_begin_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((layer_begin_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_layer_begin(struct actor *a, const struct layer_begin *m, struct about about, layer_begin_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    layer_begin_write(&w, m);
    actor_ask(a, "imaged", "layer.begin", &w, 600000, about, layer_begin_answer, (void *)then);
    wire_writer_done(&w);
}

static void layer_take_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct layer_take_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && layer_take_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((layer_take_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_layer_take(struct actor *a, const struct layer_take *m, struct about about, layer_take_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    layer_take_write(&w, m);
    actor_ask(a, "imaged", "layer.take", &w, 900000, about, layer_take_answer, (void *)then);
    wire_writer_done(&w);
}

static void layer_end_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct layer_end_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && layer_end_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((layer_end_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_layer_end(struct actor *a, const struct layer_end *m, struct about about, layer_end_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    layer_end_write(&w, m);
    actor_ask(a, "imaged", "layer.end", &w, 1800000, about, layer_end_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_volume_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_volume_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_volume_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_volume_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_volume(struct actor *a, const struct store_volume *m, struct about about, store_volume_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_volume_write(&w, m);
    actor_ask(a, "store", "store.volume", &w, 10000, about, store_volume_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_volumes_known_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_volumes_known_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_volumes_known_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_volumes_known_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_volumes_known(struct actor *a, const struct store_volumes_known *m, struct about about, store_volumes_known_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_volumes_known_write(&w, m);
    actor_ask(a, "store", "store.volumes_known", &w, 10000, about, store_volumes_known_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_volume_remove_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_volume_remove_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_volume_remove_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_volume_remove_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_volume_remove(struct actor *a, const struct store_volume_remove *m, struct about about, store_volume_remove_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_volume_remove_write(&w, m);
    actor_ask(a, "store", "store.volume_remove", &w, 10000, about, store_volume_remove_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_volumes_unused_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_volumes_unused_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_volumes_unused_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_volumes_unused_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_volumes_unused(struct actor *a, const struct store_volumes_unused *m, struct about about, store_volumes_unused_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_volumes_unused_write(&w, m);
    actor_ask(a, "store", "store.volumes_unused", &w, 10000, about, store_volumes_unused_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_images_used_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_images_used_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_images_used_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_images_used_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_images_used(struct actor *a, const struct store_images_used *m, struct about about, store_images_used_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_images_used_write(&w, m);
    actor_ask(a, "store", "store.images_used", &w, 10000, about, store_images_used_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_inventory_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_inventory_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_inventory_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_inventory_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_inventory(struct actor *a, const struct store_inventory *m, struct about about, store_inventory_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_inventory_write(&w, m);
    actor_ask(a, "store", "store.inventory", &w, 20000, about, store_inventory_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_cleanup_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_cleanup_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_cleanup_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_cleanup_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_cleanup(struct actor *a, const struct store_cleanup *m, struct about about, store_cleanup_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_cleanup_write(&w, m);
    actor_ask(a, "store", "store.cleanup", &w, 10000, about, store_cleanup_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_cleaned_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_cleaned_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_cleaned_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_cleaned_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_cleaned(struct actor *a, const struct store_cleaned *m, struct about about, store_cleaned_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_cleaned_write(&w, m);
    actor_ask(a, "store", "store.cleaned", &w, 10000, about, store_cleaned_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_insert_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_insert_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_insert_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_insert_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_insert(struct actor *a, const struct store_insert *m, struct about about, store_insert_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_insert_write(&w, m);
    actor_ask(a, "store", "store.insert", &w, 10000, about, store_insert_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_move_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_move_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_move_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_move_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_move(struct actor *a, const struct store_move *m, struct about about, store_move_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_move_write(&w, m);
    actor_ask(a, "store", "store.move", &w, 10000, about, store_move_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_containers_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_containers_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_containers_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_containers_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_containers(struct actor *a, const struct store_containers *m, struct about about, store_containers_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_containers_write(&w, m);
    actor_ask(a, "store", "store.containers", &w, 10000, about, store_containers_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_rebuilt_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_rebuilt_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_rebuilt_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_rebuilt_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_rebuilt(struct actor *a, const struct store_rebuilt *m, struct about about, store_rebuilt_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_rebuilt_write(&w, m);
    actor_ask(a, "store", "store.rebuilt", &w, 10000, about, store_rebuilt_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_begin_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_begin_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_begin_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_begin_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_begin(struct actor *a, const struct store_begin *m, struct about about, store_begin_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_begin_write(&w, m);
    actor_ask(a, "store", "store.begin", &w, 10000, about, store_begin_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_end_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_end_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_end_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_end_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_end(struct actor *a, const struct store_end *m, struct about about, store_end_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_end_write(&w, m);
    actor_ask(a, "store", "store.end", &w, 10000, about, store_end_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_samples_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_samples_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_samples_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_samples_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_samples(struct actor *a, const struct store_samples *m, struct about about, store_samples_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_samples_write(&w, m);
    actor_ask(a, "store", "store.samples", &w, 2000, about, store_samples_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_resolve_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_resolve_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_resolve_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_resolve_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_resolve(struct actor *a, const struct store_resolve *m, struct about about, store_resolve_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_resolve_write(&w, m);
    actor_ask(a, "store", "store.resolve", &w, 5000, about, store_resolve_answer, (void *)then);
    wire_writer_done(&w);
}

static void net_attach_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct net_attach_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && net_attach_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((net_attach_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_net_attach(struct actor *a, const struct net_attach *m, struct about about, net_attach_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    net_attach_write(&w, m);
    actor_ask(a, "netd", "net.attach", &w, 20000, about, net_attach_answer, (void *)then);
    wire_writer_done(&w);
}

static void net_detach_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct net_detach_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && net_detach_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((net_detach_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_net_detach(struct actor *a, const struct net_detach *m, struct about about, net_detach_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    net_detach_write(&w, m);
    actor_ask(a, "netd", "net.detach", &w, 20000, about, net_detach_answer, (void *)then);
    wire_writer_done(&w);
}

static void net_settle_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct net_settle_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && net_settle_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((net_settle_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_net_settle(struct actor *a, const struct net_settle *m, struct about about, net_settle_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    net_settle_write(&w, m);
    actor_ask(a, "netd", "net.settle", &w, 10000, about, net_settle_answer, (void *)then);
    wire_writer_done(&w);
}

static void monitor_netns_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct monitor_netns_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && monitor_netns_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((monitor_netns_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_monitor_netns(struct actor *a, const struct monitor_netns *m, struct about about, monitor_netns_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    monitor_netns_write(&w, m);
    actor_ask(a, "monitor", "monitor.netns", &w, 5000, about, monitor_netns_answer, (void *)then);
    wire_writer_done(&w);
}

static void dns_sync_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct dns_sync_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && dns_sync_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((dns_sync_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_dns_sync(struct actor *a, const struct dns_sync *m, struct about about, dns_sync_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    dns_sync_write(&w, m);
    actor_ask(a, "dnsd", "dns.sync", &w, 10000, about, dns_sync_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_networks_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_networks_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_networks_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_networks_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_networks(struct actor *a, const struct store_networks *m, struct about about, store_networks_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_networks_write(&w, m);
    actor_ask(a, "store", "store.networks", &w, 10000, about, store_networks_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_network_insert_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_network_insert_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_network_insert_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_network_insert_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_network_insert(struct actor *a, const struct store_network_insert *m, struct about about, store_network_insert_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_network_insert_write(&w, m);
    actor_ask(a, "store", "store.network_insert", &w, 10000, about, store_network_insert_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_network_remove_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_network_remove_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_network_remove_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_network_remove_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_network_remove(struct actor *a, const struct store_network_remove *m, struct about about, store_network_remove_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_network_remove_write(&w, m);
    actor_ask(a, "store", "store.network_remove", &w, 10000, about, store_network_remove_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_reserve_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_reserve_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_reserve_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_reserve_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_reserve(struct actor *a, const struct store_reserve *m, struct about about, store_reserve_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_reserve_write(&w, m);
    actor_ask(a, "store", "store.reserve", &w, 10000, about, store_reserve_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_attach_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_attach_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_attach_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_attach_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_attach(struct actor *a, const struct store_attach *m, struct about about, store_attach_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_attach_write(&w, m);
    actor_ask(a, "store", "store.attach", &w, 10000, about, store_attach_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_detach_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_detach_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_detach_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_detach_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_detach(struct actor *a, const struct store_detach *m, struct about about, store_detach_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_detach_write(&w, m);
    actor_ask(a, "store", "store.detach", &w, 10000, about, store_detach_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_attached_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_attached_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_attached_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_attached_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_attached(struct actor *a, const struct store_attached *m, struct about about, store_attached_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_attached_write(&w, m);
    actor_ask(a, "store", "store.attached", &w, 10000, about, store_attached_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_address_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_address_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_address_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_address_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_address(struct actor *a, const struct store_address *m, struct about about, store_address_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_address_write(&w, m);
    actor_ask(a, "store", "store.address", &w, 5000, about, store_address_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_policy_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_policy_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_policy_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_policy_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_policy(struct actor *a, const struct store_policy *m, struct about about, store_policy_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_policy_write(&w, m);
    actor_ask(a, "store", "store.policy", &w, 10000, about, store_policy_answer, (void *)then);
    wire_writer_done(&w);
}

static void monitor_policy_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct monitor_policy_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && monitor_policy_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((monitor_policy_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_monitor_policy(struct actor *a, const struct monitor_policy *m, struct about about, monitor_policy_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    monitor_policy_write(&w, m);
    actor_ask(a, "monitor", "monitor.policy", &w, 10000, about, monitor_policy_answer, (void *)then);
    wire_writer_done(&w);
}

static void monitor_attachments_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct monitor_attachments_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && monitor_attachments_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((monitor_attachments_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_monitor_attachments(struct actor *a, const struct monitor_attachments *m, struct about about, monitor_attachments_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    monitor_attachments_write(&w, m);
    actor_ask(a, "monitor", "monitor.attachments", &w, 10000, about, monitor_attachments_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_denied_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_denied_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_denied_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_denied_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_denied(struct actor *a, const struct store_denied *m, struct about about, store_denied_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_denied_write(&w, m);
    actor_ask(a, "store", "store.denied", &w, 10000, about, store_denied_answer, (void *)then);
    wire_writer_done(&w);
}

static void store_names_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct store_names_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && store_names_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((store_names_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_store_names(struct actor *a, const struct store_names *m, struct about about, store_names_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    store_names_write(&w, m);
    actor_ask(a, "store", "store.names", &w, 70000, about, store_names_answer, (void *)then);
    wire_writer_done(&w);
}

static void frontdoor_icc_open_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct frontdoor_icc_open_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && frontdoor_icc_open_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((frontdoor_icc_open_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_frontdoor_icc_open(struct actor *a, const struct frontdoor_icc_open *m, struct about about, frontdoor_icc_open_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    frontdoor_icc_open_write(&w, m);
    actor_ask(a, "frontdoor", "frontdoor.icc_open", &w, 20000, about, frontdoor_icc_open_answer, (void *)then);
    wire_writer_done(&w);
}

static void frontdoor_icc_close_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct frontdoor_icc_close_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && frontdoor_icc_close_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((frontdoor_icc_close_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_frontdoor_icc_close(struct actor *a, const struct frontdoor_icc_close *m, struct about about, frontdoor_icc_close_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    frontdoor_icc_close_write(&w, m);
    actor_ask(a, "frontdoor", "frontdoor.icc_close", &w, 20000, about, frontdoor_icc_close_answer, (void *)then);
    wire_writer_done(&w);
}

static void frontdoor_icc_keep_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct frontdoor_icc_keep_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && frontdoor_icc_keep_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((frontdoor_icc_keep_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_frontdoor_icc_keep(struct actor *a, const struct frontdoor_icc_keep *m, struct about about, frontdoor_icc_keep_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    frontdoor_icc_keep_write(&w, m);
    actor_ask(a, "frontdoor", "frontdoor.icc_keep", &w, 20000, about, frontdoor_icc_keep_answer, (void *)then);
    wire_writer_done(&w);
}

static void frontdoor_samples_answer(void *self, const struct about *about, struct wire_reader *result, const struct err *failed, void *then)
{
    struct frontdoor_samples_reply reply;
    struct err e = ERR_NONE;

    if (!then)
        return;
    if (!failed && frontdoor_samples_reply_read(result, &reply, &e) < 0)
        failed = &e;
    ((frontdoor_samples_then)then)(self, about, failed ? NULL : &reply, failed);
}

void ask_frontdoor_samples(struct actor *a, const struct frontdoor_samples *m, struct about about, frontdoor_samples_then then)
{
    struct wire_writer w;

    wire_writer_init(&w);
    frontdoor_samples_write(&w, m);
    actor_ask(a, "frontdoor", "frontdoor.samples", &w, 2000, about, frontdoor_samples_answer, (void *)then);
    wire_writer_done(&w);
}
