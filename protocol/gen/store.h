/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_STORE_H
#define PROTOCOL_GEN_STORE_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct store;

/* Counts, and where things are kept.
 * From clients, frontdoor. */
handled on_info(struct store *self, const struct info *m, struct request *req);
handled reply_info(struct request *req, const struct info_reply *m);
const struct info *info_of(const struct request *req);

/* Give another name.
 * From clients, frontdoor. */
handled on_container_rename(struct store *self, const struct container_rename *m, struct request *req);
handled reply_container_rename(struct request *req, const struct container_rename_reply *m);
const struct container_rename *container_rename_of(const struct request *req);

/* Answered when the condition holds; also for a container that is removed already.
 * From clients, frontdoor. */
handled on_container_wait(struct store *self, const struct container_wait *m, struct request *req);
handled reply_container_wait(struct request *req, const struct container_wait_reply *m);
const struct container_wait *container_wait_of(const struct request *req);

/* One container's state; waits for nothing.
 * From clients, frontdoor. */
handled on_container_status(struct store *self, const struct container_status *m, struct request *req);
handled reply_container_status(struct request *req, const struct container_status_reply *m);
const struct container_status *container_status_of(const struct request *req);

/* Everything that is known of one container.
 * From clients, frontdoor. */
handled on_container_inspect(struct store *self, const struct container_inspect *m, struct request *req);
handled reply_container_inspect(struct request *req, const struct container_inspect_reply *m);
const struct container_inspect *container_inspect_of(const struct request *req);

/* How a container came to be as it is, in words, and the events of its last incarnation. Also of a removed one.
 * From clients, frontdoor. */
handled on_container_why(struct store *self, const struct container_why *m, struct request *req);
handled reply_container_why(struct request *req, const struct container_why_reply *m);
const struct container_why *container_why_of(const struct request *req);

/* The id behind a name, prefix or id.
 * From clients, frontdoor. */
handled on_container_by_name(struct store *self, const struct container_by_name *m, struct request *req);
handled reply_container_by_name(struct request *req, const struct container_by_name_reply *m);
const struct container_by_name *container_by_name_of(const struct request *req);

/* Containers in the order of their creation.
 * From clients, frontdoor. */
handled on_container_list(struct store *self, const struct container_list *m, struct request *req);
handled reply_container_list(struct request *req, const struct container_list_reply *m);
const struct container_list *container_list_of(const struct request *req);

/* Counters of containers that run, as they were last sampled; each is sampled once a second. The stats socket publishes the same.
 * From clients, frontdoor. */
handled on_container_stats(struct store *self, const struct container_stats *m, struct request *req);
handled reply_container_stats(struct request *req, const struct container_stats_reply *m);
const struct container_stats *container_stats_of(const struct request *req);

/* A container's counters over time: a point each ten seconds, kept for an hour, also after its end.
 * From clients, frontdoor. */
handled on_container_stats_history(struct store *self, const struct container_stats_history *m, struct request *req);
handled reply_container_stats_history(struct request *req, const struct container_stats_history_reply *m);
const struct container_stats_history *container_stats_history_of(const struct request *req);

/* Exec sessions of a container since it was created, also those whose output is gone; of those that ended the last thousand.
 * From clients, frontdoor. */
handled on_exec_history(struct store *self, const struct exec_history *m, struct request *req);
handled reply_exec_history(struct request *req, const struct exec_history_reply *m);
const struct exec_history *exec_history_of(const struct request *req);

/* Images.
 * From clients, frontdoor. */
handled on_image_list(struct store *self, const struct image_list *m, struct request *req);
handled reply_image_list(struct request *req, const struct image_list_reply *m);
const struct image_list *image_list_of(const struct request *req);

/* Everything that is known of an image, and who uses it.
 * From clients, frontdoor. */
handled on_image_inspect(struct store *self, const struct image_inspect *m, struct request *req);
handled reply_image_inspect(struct request *req, const struct image_inspect_reply *m);
const struct image_inspect *image_inspect_of(const struct request *req);

/* Volumes.
 * From clients, frontdoor. */
handled on_volume_list(struct store *self, const struct volume_list *m, struct request *req);
handled reply_volume_list(struct request *req, const struct volume_list_reply *m);
const struct volume_list *volume_list_of(const struct request *req);

/* One volume, and who uses it.
 * From clients, frontdoor. */
handled on_volume_inspect(struct store *self, const struct volume_inspect *m, struct request *req);
handled reply_volume_inspect(struct request *req, const struct volume_inspect_reply *m);
const struct volume_inspect *volume_inspect_of(const struct request *req);

/* Secrets, by name.
 * From clients, frontdoor. */
handled on_secret_list(struct store *self, const struct secret_list *m, struct request *req);
handled reply_secret_list(struct request *req, const struct secret_list_reply *m);
const struct secret_list *secret_list_of(const struct request *req);

/* Snapshots.
 * From clients, frontdoor. */
handled on_snapshot_list(struct store *self, const struct snapshot_list *m, struct request *req);
handled reply_snapshot_list(struct request *req, const struct snapshot_list_reply *m);
const struct snapshot_list *snapshot_list_of(const struct request *req);

/* Networks.
 * From clients, frontdoor. */
handled on_network_list(struct store *self, const struct network_list *m, struct request *req);
handled reply_network_list(struct request *req, const struct network_list_reply *m);
const struct network_list *network_list_of(const struct request *req);

/* One network and who is on it.
 * From clients, frontdoor. */
handled on_network_inspect(struct store *self, const struct network_inspect *m, struct request *req);
handled reply_network_inspect(struct request *req, const struct network_inspect_reply *m);
const struct network_inspect *network_inspect_of(const struct request *req);

/* Addresses that are leased, kept ready, or in quarantine.
 * From clients, frontdoor. */
handled on_network_allocations(struct store *self, const struct network_allocations *m, struct request *req);
handled reply_network_allocations(struct request *req, const struct network_allocations_reply *m);
const struct network_allocations *network_allocations_of(const struct request *req);

/* Published ports.
 * From clients, frontdoor. */
handled on_network_ports(struct store *self, const struct network_ports *m, struct request *req);
handled reply_network_ports(struct request *req, const struct network_ports_reply *m);
const struct network_ports *network_ports_of(const struct request *req);

/* The policy of a network or of a container.
 * From clients, frontdoor. */
handled on_network_policy_get(struct store *self, const struct network_policy_get *m, struct request *req);
handled reply_network_policy_get(struct request *req, const struct network_policy_get_reply *m);
const struct network_policy_get *network_policy_get_of(const struct request *req);

/* Names that are answered; a container sees those that it can ask for.
 * From clients, frontdoor. */
handled on_dns_list(struct store *self, const struct dns_list *m, struct request *req);
handled reply_dns_list(struct request *req, const struct dns_list_reply *m);
const struct dns_list *dns_list_of(const struct request *req);

/* Put a message into the inbox of a container, or of all that have a label. It is kept until it is acknowledged.
 * From clients, frontdoor. */
handled on_icc_publish(struct store *self, const struct icc_publish *m, struct request *req);
handled reply_icc_publish(struct request *req, const struct icc_publish_reply *m);
const struct icc_publish *icc_publish_of(const struct request *req);

/* Messages that were not acknowledged yet, oldest first; the same ones again until they are.
 * From clients, frontdoor. */
handled on_icc_inbox(struct store *self, const struct icc_inbox *m, struct request *req);
handled reply_icc_inbox(struct request *req, const struct icc_inbox_reply *m);
const struct icc_inbox *icc_inbox_of(const struct request *req);

/* These and older messages have been dealt with.
 * From clients, frontdoor. */
handled on_icc_ack(struct store *self, const struct icc_ack *m, struct request *req);
handled reply_icc_ack(struct request *req, const struct icc_ack_reply *m);
const struct icc_ack *icc_ack_of(const struct request *req);

/* Events after a sequence number; waits for the next when there is none. Compacted ones answer `truncated`.
 * From clients, frontdoor. */
handled on_events_read(struct store *self, const struct events_read *m, struct request *req);
handled reply_events_read(struct request *req, const struct events_read_reply *m);
const struct events_read *events_read_of(const struct request *req);

/* Recent mutating requests that carried an idempotency key, newest first.
 * From clients, frontdoor. */
handled on_operation_list(struct store *self, const struct operation_list *m, struct request *req);
handled reply_operation_list(struct request *req, const struct operation_list_reply *m);
const struct operation_list *operation_list_of(const struct request *req);

/* One of them.
 * From clients, frontdoor. */
handled on_operation_get(struct store *self, const struct operation_get *m, struct request *req);
handled reply_operation_get(struct request *req, const struct operation_get_reply *m);
const struct operation_get *operation_get_of(const struct request *req);

/* Record an image and its tags, with the event if it is new.
 * From imaged. */
handled on_store_image(struct store *self, const struct store_image *m, struct request *req);
handled reply_store_image(struct request *req, const struct store_image_reply *m);
const struct store_image *store_image_of(const struct request *req);

/* Forget images that are not among these: they are no longer on the disk.
 * From imaged. */
handled on_store_images_known(struct store *self, const struct store_images_known *m, struct request *req);
handled reply_store_images_known(struct request *req, const struct store_images_known_reply *m);
const struct store_images_known *store_images_known_of(const struct request *req);

/* Take a tag away, or an image with the intent to delete what it has; refused if something is made from it.
 * From imaged. */
handled on_store_image_remove(struct store *self, const struct store_image_remove *m, struct request *req);
handled reply_store_image_remove(struct request *req, const struct store_image_remove_reply *m);
const struct store_image_remove *store_image_remove_of(const struct request *req);

/* Record a volume or a secret, with the event if it is new.
 * From imaged. */
handled on_store_volume(struct store *self, const struct store_volume *m, struct request *req);
handled reply_store_volume(struct request *req, const struct store_volume_reply *m);
const struct store_volume *store_volume_of(const struct request *req);

/* Forget those of a kind that are not among these.
 * From imaged. */
handled on_store_volumes_known(struct store *self, const struct store_volumes_known *m, struct request *req);
handled reply_store_volumes_known(struct request *req, const struct store_volumes_known_reply *m);
const struct store_volumes_known *store_volumes_known_of(const struct request *req);

/* Take it away, with the intent to delete what is in it; refused while something has it.
 * From imaged. */
handled on_store_volume_remove(struct store *self, const struct store_volume_remove *m, struct request *req);
handled reply_store_volume_remove(struct request *req, const struct store_volume_remove_reply *m);
const struct store_volume_remove *store_volume_remove_of(const struct request *req);

/* Volumes that nothing has.
 * From imaged. */
handled on_store_volumes_unused(struct store *self, const struct store_volumes_unused *m, struct request *req);
handled reply_store_volumes_unused(struct request *req, const struct store_volumes_unused_reply *m);
const struct store_volumes_unused *store_volumes_unused_of(const struct request *req);

/* Images that something is made from.
 * From imaged. */
handled on_store_images_used(struct store *self, const struct store_images_used *m, struct request *req);
handled reply_store_images_used(struct request *req, const struct store_images_used_reply *m);
const struct store_images_used *store_images_used_of(const struct request *req);

/* Names of all that the disk should have.
 * From imaged. */
handled on_store_inventory(struct store *self, const struct store_inventory *m, struct request *req);
handled reply_store_inventory(struct request *req, const struct store_inventory_reply *m);
const struct store_inventory *store_inventory_of(const struct request *req);

/* What was being deleted.
 * From imaged. */
handled on_store_cleanup(struct store *self, const struct store_cleanup *m, struct request *req);
handled reply_store_cleanup(struct request *req, const struct store_cleanup_reply *m);
const struct store_cleanup *store_cleanup_of(const struct request *req);

/* It is deleted.
 * From imaged. */
handled on_store_cleaned(struct store *self, const struct store_cleaned *m, struct request *req);
handled reply_store_cleaned(struct request *req, const struct store_cleaned_reply *m);
const struct store_cleaned *store_cleaned_of(const struct request *req);

/* A new container: row, operation and events in one transaction. A repeated key answers what was inserted then.
 * From monitor. */
handled on_store_insert(struct store *self, const struct store_insert *m, struct request *req);
handled reply_store_insert(struct request *req, const struct store_insert_reply *m);
const struct store_insert *store_insert_of(const struct request *req);

/* One transaction: state, what is wanted, and the event. A move that was made already answers the same again.
 * From monitor. */
handled on_store_move(struct store *self, const struct store_move *m, struct request *req);
handled reply_store_move(struct request *req, const struct store_move_reply *m);
const struct store_move *store_move_of(const struct request *req);

/* All containers that are not removed, in pages.
 * From monitor. */
handled on_store_containers(struct store *self, const struct store_containers *m, struct request *req);
handled reply_store_containers(struct request *req, const struct store_containers_reply *m);
const struct store_containers *store_containers_of(const struct request *req);

/* Everything found on the disk has been inserted.
 * From monitor. */
handled on_store_rebuilt(struct store *self, const struct store_rebuilt *m, struct request *req);
handled reply_store_rebuilt(struct request *req, const struct store_rebuilt_reply *m);
const struct store_rebuilt *store_rebuilt_of(const struct request *req);

/* A request with an idempotency key is about to be done.
 * From frontdoor. */
handled on_store_begin(struct store *self, const struct store_begin *m, struct request *req);
handled reply_store_begin(struct request *req, const struct store_begin_reply *m);
const struct store_begin *store_begin_of(const struct request *req);

/* Its result, kept for repetitions.
 * From frontdoor. */
handled on_store_end(struct store *self, const struct store_end *m, struct request *req);
handled reply_store_end(struct request *req, const struct store_end_reply *m);
const struct store_end *store_end_of(const struct request *req);

/* One tick of statistics.
 * From monitor. */
handled on_store_samples(struct store *self, const struct store_samples *m, struct request *req);
handled reply_store_samples(struct request *req, const struct store_samples_reply *m);
const struct store_samples *store_samples_of(const struct request *req);

/* The id behind a reference, also of a removed container.
 * From monitor. */
handled on_store_resolve(struct store *self, const struct store_resolve *m, struct request *req);
handled reply_store_resolve(struct request *req, const struct store_resolve_reply *m);
const struct store_resolve *store_resolve_of(const struct request *req);

/* All networks.
 * From netd. */
handled on_store_networks(struct store *self, const struct store_networks *m, struct request *req);
handled reply_store_networks(struct request *req, const struct store_networks_reply *m);
const struct store_networks *store_networks_of(const struct request *req);

/* A new network, with its event. The number is the store's to give.
 * From netd. */
handled on_store_network_insert(struct store *self, const struct store_network_insert *m, struct request *req);
handled reply_store_network_insert(struct request *req, const struct store_network_insert_reply *m);
const struct store_network_insert *store_network_insert_of(const struct request *req);

/* Forget a network that no container is on.
 * From netd. */
handled on_store_network_remove(struct store *self, const struct store_network_remove *m, struct request *req);
handled reply_store_network_remove(struct request *req, const struct store_network_remove_reply *m);
const struct store_network_remove *store_network_remove_of(const struct request *req);

/* Addresses to keep ready; starts take these first.
 * From netd. */
handled on_store_reserve(struct store *self, const struct store_reserve *m, struct request *req);
handled reply_store_reserve(struct request *req, const struct store_reserve_reply *m);
const struct store_reserve *store_reserve_of(const struct request *req);

/* A container is to be on a network: its row, lease, names and event.
 * From netd. */
handled on_store_attach(struct store *self, const struct store_attach *m, struct request *req);
handled reply_store_attach(struct request *req, const struct store_attach_reply *m);
const struct store_attach *store_attach_of(const struct request *req);

/* A container is no longer to be on a network.
 * From netd. */
handled on_store_detach(struct store *self, const struct store_detach *m, struct request *req);
handled reply_store_detach(struct request *req, const struct store_detach_reply *m);
const struct store_detach *store_detach_of(const struct request *req);

/* Containers that are alive and on networks, in pages: what the kernel should hold.
 * From netd. */
handled on_store_attached(struct store *self, const struct store_attached *m, struct request *req);
handled reply_store_attached(struct request *req, const struct store_attached_reply *m);
const struct store_attached *store_attached_of(const struct request *req);

/* The address of a container by id, name or alias, as another container would find it.
 * From netd. */
handled on_store_address(struct store *self, const struct store_address *m, struct request *req);
handled reply_store_address(struct request *req, const struct store_address_reply *m);
const struct store_address *store_address_of(const struct request *req);

/* Replace a network's policy, with its event.
 * From netd. */
handled on_store_policy(struct store *self, const struct store_policy *m, struct request *req);
handled reply_store_policy(struct request *req, const struct store_policy_reply *m);
const struct store_policy *store_policy_of(const struct request *req);

/* A policy denied, or would have denied, connections.
 * From netd. */
handled on_store_denied(struct store *self, const struct store_denied *m, struct request *req);
handled reply_store_denied(struct request *req, const struct store_denied_reply *m);
const struct store_denied *store_denied_of(const struct request *req);

/* Registrations after a generation; waits for the next. With reset it is all of them.
 * From dnsd. */
handled on_store_names(struct store *self, const struct store_names *m, struct request *req);
handled reply_store_names(struct request *req, const struct store_names_reply *m);
const struct store_names *store_names_of(const struct request *req);

extern const struct dispatch_row store_dispatch[];

#endif
