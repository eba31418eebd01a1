/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_ASK_H
#define PROTOCOL_GEN_ASK_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

/* ask_x sends the request and calls `then` once: with the reply, or with `failed` (reply is NULL).
 * then may be NULL: nobody waits. */

typedef void (*info_then)(void *self, const struct about *about, const struct info_reply *reply, const struct err *failed);
void ask_info(struct actor *a, const struct info *m, struct about about, info_then then);
typedef void (*events_read_then)(void *self, const struct about *about, const struct events_read_reply *reply, const struct err *failed);
void ask_events_read(struct actor *a, const struct events_read *m, struct about about, events_read_then then);
typedef void (*image_resolve_then)(void *self, const struct about *about, const struct image_resolve_reply *reply, const struct err *failed);
void ask_image_resolve(struct actor *a, const struct image_resolve *m, struct about about, image_resolve_then then);
typedef void (*store_image_then)(void *self, const struct about *about, const struct store_image_reply *reply, const struct err *failed);
void ask_store_image(struct actor *a, const struct store_image *m, struct about about, store_image_then then);
typedef void (*store_images_known_then)(void *self, const struct about *about, const struct store_images_known_reply *reply, const struct err *failed);
void ask_store_images_known(struct actor *a, const struct store_images_known *m, struct about about, store_images_known_then then);
typedef void (*store_image_remove_then)(void *self, const struct about *about, const struct store_image_remove_reply *reply, const struct err *failed);
void ask_store_image_remove(struct actor *a, const struct store_image_remove *m, struct about about, store_image_remove_then then);
typedef void (*volume_ensure_then)(void *self, const struct about *about, const struct volume_ensure_reply *reply, const struct err *failed);
void ask_volume_ensure(struct actor *a, const struct volume_ensure *m, struct about about, volume_ensure_then then);
typedef void (*layer_begin_then)(void *self, const struct about *about, const struct layer_begin_reply *reply, const struct err *failed);
void ask_layer_begin(struct actor *a, const struct layer_begin *m, struct about about, layer_begin_then then);
typedef void (*layer_take_then)(void *self, const struct about *about, const struct layer_take_reply *reply, const struct err *failed);
void ask_layer_take(struct actor *a, const struct layer_take *m, struct about about, layer_take_then then);
typedef void (*layer_end_then)(void *self, const struct about *about, const struct layer_end_reply *reply, const struct err *failed);
void ask_layer_end(struct actor *a, const struct layer_end *m, struct about about, layer_end_then then);
typedef void (*store_volume_then)(void *self, const struct about *about, const struct store_volume_reply *reply, const struct err *failed);
void ask_store_volume(struct actor *a, const struct store_volume *m, struct about about, store_volume_then then);
typedef void (*store_volumes_known_then)(void *self, const struct about *about, const struct store_volumes_known_reply *reply, const struct err *failed);
void ask_store_volumes_known(struct actor *a, const struct store_volumes_known *m, struct about about, store_volumes_known_then then);
typedef void (*store_volume_remove_then)(void *self, const struct about *about, const struct store_volume_remove_reply *reply, const struct err *failed);
void ask_store_volume_remove(struct actor *a, const struct store_volume_remove *m, struct about about, store_volume_remove_then then);
typedef void (*store_volumes_unused_then)(void *self, const struct about *about, const struct store_volumes_unused_reply *reply, const struct err *failed);
void ask_store_volumes_unused(struct actor *a, const struct store_volumes_unused *m, struct about about, store_volumes_unused_then then);
typedef void (*store_images_used_then)(void *self, const struct about *about, const struct store_images_used_reply *reply, const struct err *failed);
void ask_store_images_used(struct actor *a, const struct store_images_used *m, struct about about, store_images_used_then then);
typedef void (*store_inventory_then)(void *self, const struct about *about, const struct store_inventory_reply *reply, const struct err *failed);
void ask_store_inventory(struct actor *a, const struct store_inventory *m, struct about about, store_inventory_then then);
typedef void (*store_cleanup_then)(void *self, const struct about *about, const struct store_cleanup_reply *reply, const struct err *failed);
void ask_store_cleanup(struct actor *a, const struct store_cleanup *m, struct about about, store_cleanup_then then);
typedef void (*store_cleaned_then)(void *self, const struct about *about, const struct store_cleaned_reply *reply, const struct err *failed);
void ask_store_cleaned(struct actor *a, const struct store_cleaned *m, struct about about, store_cleaned_then then);
typedef void (*store_insert_then)(void *self, const struct about *about, const struct store_insert_reply *reply, const struct err *failed);
void ask_store_insert(struct actor *a, const struct store_insert *m, struct about about, store_insert_then then);
typedef void (*store_move_then)(void *self, const struct about *about, const struct store_move_reply *reply, const struct err *failed);
void ask_store_move(struct actor *a, const struct store_move *m, struct about about, store_move_then then);
typedef void (*store_containers_then)(void *self, const struct about *about, const struct store_containers_reply *reply, const struct err *failed);
void ask_store_containers(struct actor *a, const struct store_containers *m, struct about about, store_containers_then then);
typedef void (*store_rebuilt_then)(void *self, const struct about *about, const struct store_rebuilt_reply *reply, const struct err *failed);
void ask_store_rebuilt(struct actor *a, const struct store_rebuilt *m, struct about about, store_rebuilt_then then);
typedef void (*store_begin_then)(void *self, const struct about *about, const struct store_begin_reply *reply, const struct err *failed);
void ask_store_begin(struct actor *a, const struct store_begin *m, struct about about, store_begin_then then);
typedef void (*store_end_then)(void *self, const struct about *about, const struct store_end_reply *reply, const struct err *failed);
void ask_store_end(struct actor *a, const struct store_end *m, struct about about, store_end_then then);
typedef void (*store_samples_then)(void *self, const struct about *about, const struct store_samples_reply *reply, const struct err *failed);
void ask_store_samples(struct actor *a, const struct store_samples *m, struct about about, store_samples_then then);
typedef void (*store_resolve_then)(void *self, const struct about *about, const struct store_resolve_reply *reply, const struct err *failed);
void ask_store_resolve(struct actor *a, const struct store_resolve *m, struct about about, store_resolve_then then);
typedef void (*net_attach_then)(void *self, const struct about *about, const struct net_attach_reply *reply, const struct err *failed);
void ask_net_attach(struct actor *a, const struct net_attach *m, struct about about, net_attach_then then);
typedef void (*net_detach_then)(void *self, const struct about *about, const struct net_detach_reply *reply, const struct err *failed);
void ask_net_detach(struct actor *a, const struct net_detach *m, struct about about, net_detach_then then);
typedef void (*net_settle_then)(void *self, const struct about *about, const struct net_settle_reply *reply, const struct err *failed);
void ask_net_settle(struct actor *a, const struct net_settle *m, struct about about, net_settle_then then);
typedef void (*monitor_netns_then)(void *self, const struct about *about, const struct monitor_netns_reply *reply, const struct err *failed);
void ask_monitor_netns(struct actor *a, const struct monitor_netns *m, struct about about, monitor_netns_then then);
typedef void (*dns_sync_then)(void *self, const struct about *about, const struct dns_sync_reply *reply, const struct err *failed);
void ask_dns_sync(struct actor *a, const struct dns_sync *m, struct about about, dns_sync_then then);
typedef void (*store_networks_then)(void *self, const struct about *about, const struct store_networks_reply *reply, const struct err *failed);
void ask_store_networks(struct actor *a, const struct store_networks *m, struct about about, store_networks_then then);
typedef void (*store_network_insert_then)(void *self, const struct about *about, const struct store_network_insert_reply *reply, const struct err *failed);
void ask_store_network_insert(struct actor *a, const struct store_network_insert *m, struct about about, store_network_insert_then then);
typedef void (*store_network_remove_then)(void *self, const struct about *about, const struct store_network_remove_reply *reply, const struct err *failed);
void ask_store_network_remove(struct actor *a, const struct store_network_remove *m, struct about about, store_network_remove_then then);
typedef void (*store_reserve_then)(void *self, const struct about *about, const struct store_reserve_reply *reply, const struct err *failed);
void ask_store_reserve(struct actor *a, const struct store_reserve *m, struct about about, store_reserve_then then);
typedef void (*store_attach_then)(void *self, const struct about *about, const struct store_attach_reply *reply, const struct err *failed);
void ask_store_attach(struct actor *a, const struct store_attach *m, struct about about, store_attach_then then);
typedef void (*store_detach_then)(void *self, const struct about *about, const struct store_detach_reply *reply, const struct err *failed);
void ask_store_detach(struct actor *a, const struct store_detach *m, struct about about, store_detach_then then);
typedef void (*store_attached_then)(void *self, const struct about *about, const struct store_attached_reply *reply, const struct err *failed);
void ask_store_attached(struct actor *a, const struct store_attached *m, struct about about, store_attached_then then);
typedef void (*store_address_then)(void *self, const struct about *about, const struct store_address_reply *reply, const struct err *failed);
void ask_store_address(struct actor *a, const struct store_address *m, struct about about, store_address_then then);
typedef void (*store_policy_then)(void *self, const struct about *about, const struct store_policy_reply *reply, const struct err *failed);
void ask_store_policy(struct actor *a, const struct store_policy *m, struct about about, store_policy_then then);
typedef void (*monitor_policy_then)(void *self, const struct about *about, const struct monitor_policy_reply *reply, const struct err *failed);
void ask_monitor_policy(struct actor *a, const struct monitor_policy *m, struct about about, monitor_policy_then then);
typedef void (*monitor_attachments_then)(void *self, const struct about *about, const struct monitor_attachments_reply *reply, const struct err *failed);
void ask_monitor_attachments(struct actor *a, const struct monitor_attachments *m, struct about about, monitor_attachments_then then);
typedef void (*store_denied_then)(void *self, const struct about *about, const struct store_denied_reply *reply, const struct err *failed);
void ask_store_denied(struct actor *a, const struct store_denied *m, struct about about, store_denied_then then);
typedef void (*store_names_then)(void *self, const struct about *about, const struct store_names_reply *reply, const struct err *failed);
void ask_store_names(struct actor *a, const struct store_names *m, struct about about, store_names_then then);
typedef void (*frontdoor_icc_open_then)(void *self, const struct about *about, const struct frontdoor_icc_open_reply *reply, const struct err *failed);
void ask_frontdoor_icc_open(struct actor *a, const struct frontdoor_icc_open *m, struct about about, frontdoor_icc_open_then then);
typedef void (*frontdoor_icc_close_then)(void *self, const struct about *about, const struct frontdoor_icc_close_reply *reply, const struct err *failed);
void ask_frontdoor_icc_close(struct actor *a, const struct frontdoor_icc_close *m, struct about about, frontdoor_icc_close_then then);
typedef void (*frontdoor_icc_keep_then)(void *self, const struct about *about, const struct frontdoor_icc_keep_reply *reply, const struct err *failed);
void ask_frontdoor_icc_keep(struct actor *a, const struct frontdoor_icc_keep *m, struct about about, frontdoor_icc_keep_then then);
typedef void (*frontdoor_samples_then)(void *self, const struct about *about, const struct frontdoor_samples_reply *reply, const struct err *failed);
void ask_frontdoor_samples(struct actor *a, const struct frontdoor_samples *m, struct about about, frontdoor_samples_then then);
#endif
