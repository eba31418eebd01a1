/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/messages.h"

#include <string.h>

const struct wire_rule container_id_rule = { 12, 12, "0-9a-f", NULL };

int container_id_read(struct wire_reader *r, struct container_id *out, struct err *e)
{
    return wire_read_text(r, &container_id_rule, out->text, sizeof out->text, e);
}

const struct wire_rule container_ref_rule = { 1, 128, "a-zA-Z0-9_.-", NULL };

int container_ref_read(struct wire_reader *r, struct container_ref *out, struct err *e)
{
    return wire_read_text(r, &container_ref_rule, out->text, sizeof out->text, e);
}

const struct wire_rule container_name_rule = { 1, 128, "a-zA-Z0-9_.-", "a-zA-Z0-9" };

int container_name_read(struct wire_reader *r, struct container_name *out, struct err *e)
{
    return wire_read_text(r, &container_name_rule, out->text, sizeof out->text, e);
}

const struct wire_rule exec_id_rule = { 1, 64, "a-zA-Z0-9_-", "a-zA-Z0-9_" };

int exec_id_read(struct wire_reader *r, struct exec_id *out, struct err *e)
{
    return wire_read_text(r, &exec_id_rule, out->text, sizeof out->text, e);
}

const struct wire_rule hostname_rule = { 1, 63, "a-zA-Z0-9-", "a-zA-Z0-9" };

int hostname_read(struct wire_reader *r, struct hostname *out, struct err *e)
{
    return wire_read_text(r, &hostname_rule, out->text, sizeof out->text, e);
}

const struct wire_rule digest_rule = { 64, 64, "0-9a-f", NULL };

int digest_read(struct wire_reader *r, struct digest *out, struct err *e)
{
    return wire_read_text(r, &digest_rule, out->text, sizeof out->text, e);
}

const struct wire_rule tag_name_rule = { 1, 255, "a-zA-Z0-9_./:-", "a-zA-Z0-9" };

int tag_name_read(struct wire_reader *r, struct tag_name *out, struct err *e)
{
    return wire_read_text(r, &tag_name_rule, out->text, sizeof out->text, e);
}

const struct wire_rule image_ref_rule = { 1, 4095, NULL, NULL };

int image_ref_read(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    return wire_read_span(r, &image_ref_rule, out, e);
}

static const char *const image_format_names[] = { "auto", "rootfs", "layout" };

const char *image_format_name(enum image_format v)
{
    return image_format_names[v];
}

int image_format_read(struct wire_reader *r, enum image_format *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, image_format_names, 3, &v, e) < 0)
        return -1;
    *out = (enum image_format)v;
    return 0;
}

static const char *const save_format_names[] = { "oci", "docker" };

const char *save_format_name(enum save_format v)
{
    return save_format_names[v];
}

int save_format_read(struct wire_reader *r, enum save_format *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, save_format_names, 2, &v, e) < 0)
        return -1;
    *out = (enum save_format)v;
    return 0;
}

const struct wire_rule path_rule = { 1, 4095, NULL, "/" };

int path_read(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    return wire_read_span(r, &path_rule, out, e);
}

const struct wire_rule word_rule = { 1, 63, "a-zA-Z0-9_.-", NULL };

int word_read(struct wire_reader *r, struct word *out, struct err *e)
{
    return wire_read_text(r, &word_rule, out->text, sizeof out->text, e);
}

const struct wire_rule idem_key_rule = { 1, 80, "a-zA-Z0-9_.:-", NULL };

int idem_key_read(struct wire_reader *r, struct idem_key *out, struct err *e)
{
    return wire_read_text(r, &idem_key_rule, out->text, sizeof out->text, e);
}

const struct wire_rule text_rule = { 0, 4095, NULL, NULL };

int text_read(struct wire_reader *r, struct wire_span *out, struct err *e)
{
    return wire_read_span(r, &text_rule, out, e);
}

const struct wire_rule log_id_rule = { 16, 16, "0-9a-f", NULL };

int log_id_read(struct wire_reader *r, struct log_id *out, struct err *e)
{
    return wire_read_text(r, &log_id_rule, out->text, sizeof out->text, e);
}

static const char *const state_names[] = { "created", "starting", "running", "paused", "stopping", "exited", "failed", "removing", "removed" };

const char *state_name(enum state v)
{
    return state_names[v];
}

int state_read(struct wire_reader *r, enum state *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, state_names, 9, &v, e) < 0)
        return -1;
    *out = (enum state)v;
    return 0;
}

static const char *const want_names[] = { "created", "running", "stopped", "removed" };

const char *want_name(enum want v)
{
    return want_names[v];
}

int want_read(struct wire_reader *r, enum want *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, want_names, 4, &v, e) < 0)
        return -1;
    *out = (enum want)v;
    return 0;
}

static const char *const network_mode_names[] = { "none", "host", "bridge", "container" };

const char *network_mode_name(enum network_mode v)
{
    return network_mode_names[v];
}

int network_mode_read(struct wire_reader *r, enum network_mode *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, network_mode_names, 4, &v, e) < 0)
        return -1;
    *out = (enum network_mode)v;
    return 0;
}

const struct wire_rule network_name_rule = { 1, 63, "a-zA-Z0-9_.-", "a-zA-Z0-9" };

int network_name_read(struct wire_reader *r, struct network_name *out, struct err *e)
{
    return wire_read_text(r, &network_name_rule, out->text, sizeof out->text, e);
}

const struct wire_rule ip_address_rule = { 2, 45, "0-9a-fA-F.:", NULL };

int ip_address_read(struct wire_reader *r, struct ip_address *out, struct err *e)
{
    return wire_read_text(r, &ip_address_rule, out->text, sizeof out->text, e);
}

const struct wire_rule cidr_rule = { 2, 50, "0-9a-fA-F.:/", NULL };

int cidr_read(struct wire_reader *r, struct cidr *out, struct err *e)
{
    return wire_read_text(r, &cidr_rule, out->text, sizeof out->text, e);
}

const struct wire_rule mac_rule = { 17, 17, "0-9a-f:", NULL };

int mac_read(struct wire_reader *r, struct mac *out, struct err *e)
{
    return wire_read_text(r, &mac_rule, out->text, sizeof out->text, e);
}

const struct wire_rule dns_name_rule = { 1, 253, "a-zA-Z0-9_.-", "a-zA-Z0-9" };

int dns_name_read(struct wire_reader *r, struct dns_name *out, struct err *e)
{
    return wire_read_text(r, &dns_name_rule, out->text, sizeof out->text, e);
}

const struct wire_rule resolver_option_rule = { 1, 63, "a-zA-Z0-9_:-", NULL };

int resolver_option_read(struct wire_reader *r, struct resolver_option *out, struct err *e)
{
    return wire_read_text(r, &resolver_option_rule, out->text, sizeof out->text, e);
}

int port_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1u, 65535u, out, e);
}

static const char *const port_protocol_names[] = { "tcp", "udp", "sctp" };

const char *port_protocol_name(enum port_protocol v)
{
    return port_protocol_names[v];
}

int port_protocol_read(struct wire_reader *r, enum port_protocol *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, port_protocol_names, 3, &v, e) < 0)
        return -1;
    *out = (enum port_protocol)v;
    return 0;
}

static const char *const policy_protocol_names[] = { "any", "tcp", "udp", "sctp", "icmp" };

const char *policy_protocol_name(enum policy_protocol v)
{
    return policy_protocol_names[v];
}

int policy_protocol_read(struct wire_reader *r, enum policy_protocol *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, policy_protocol_names, 5, &v, e) < 0)
        return -1;
    *out = (enum policy_protocol)v;
    return 0;
}

static const char *const policy_action_names[] = { "allow", "deny" };

const char *policy_action_name(enum policy_action v)
{
    return policy_action_names[v];
}

int policy_action_read(struct wire_reader *r, enum policy_action *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, policy_action_names, 2, &v, e) < 0)
        return -1;
    *out = (enum policy_action)v;
    return 0;
}

static const char *const policy_direction_names[] = { "egress", "ingress" };

const char *policy_direction_name(enum policy_direction v)
{
    return policy_direction_names[v];
}

int policy_direction_read(struct wire_reader *r, enum policy_direction *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, policy_direction_names, 2, &v, e) < 0)
        return -1;
    *out = (enum policy_direction)v;
    return 0;
}

int bytes_per_s_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1000u, 100000000000u, out, e);
}

static const char *const mount_type_names[] = { "bind", "tmpfs", "volume" };

const char *mount_type_name(enum mount_type v)
{
    return mount_type_names[v];
}

int mount_type_read(struct wire_reader *r, enum mount_type *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, mount_type_names, 3, &v, e) < 0)
        return -1;
    *out = (enum mount_type)v;
    return 0;
}

static const char *const propagation_names[] = { "private", "slave" };

const char *propagation_name(enum propagation v)
{
    return propagation_names[v];
}

int propagation_read(struct wire_reader *r, enum propagation *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, propagation_names, 2, &v, e) < 0)
        return -1;
    *out = (enum propagation)v;
    return 0;
}

const struct wire_rule volume_name_rule = { 1, 63, "a-zA-Z0-9_.-", "a-zA-Z0-9" };

int volume_name_read(struct wire_reader *r, struct volume_name *out, struct err *e)
{
    return wire_read_text(r, &volume_name_rule, out->text, sizeof out->text, e);
}

static const char *const restart_policy_names[] = { "no", "on-failure", "always", "unless-stopped" };

const char *restart_policy_name(enum restart_policy v)
{
    return restart_policy_names[v];
}

int restart_policy_read(struct wire_reader *r, enum restart_policy *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, restart_policy_names, 4, &v, e) < 0)
        return -1;
    *out = (enum restart_policy)v;
    return 0;
}

static const char *const stream_name_names[] = { "stdout", "stderr" };

const char *stream_name_name(enum stream_name v)
{
    return stream_name_names[v];
}

int stream_name_read(struct wire_reader *r, enum stream_name *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, stream_name_names, 2, &v, e) < 0)
        return -1;
    *out = (enum stream_name)v;
    return 0;
}

static const char *const log_full_names[] = { "drop", "block" };

const char *log_full_name(enum log_full v)
{
    return log_full_names[v];
}

int log_full_read(struct wire_reader *r, enum log_full *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, log_full_names, 2, &v, e) < 0)
        return -1;
    *out = (enum log_full)v;
    return 0;
}

static const char *const exit_reason_names[] = { "exited", "signal", "oom", "timeout", "stopped", "killed", "host", "unknown", "unhealthy" };

const char *exit_reason_name(enum exit_reason v)
{
    return exit_reason_names[v];
}

int exit_reason_read(struct wire_reader *r, enum exit_reason *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, exit_reason_names, 9, &v, e) < 0)
        return -1;
    *out = (enum exit_reason)v;
    return 0;
}

static const char *const health_status_names[] = { "starting", "healthy", "unhealthy" };

const char *health_status_name(enum health_status v)
{
    return health_status_names[v];
}

int health_status_read(struct wire_reader *r, enum health_status *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, health_status_names, 3, &v, e) < 0)
        return -1;
    *out = (enum health_status)v;
    return 0;
}

static const char *const health_action_names[] = { "none", "restart", "stop" };

const char *health_action_name(enum health_action v)
{
    return health_action_names[v];
}

int health_action_read(struct wire_reader *r, enum health_action *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, health_action_names, 3, &v, e) < 0)
        return -1;
    *out = (enum health_action)v;
    return 0;
}

static const char *const exec_state_names[] = { "starting", "running", "ended", "failed" };

const char *exec_state_name(enum exec_state v)
{
    return exec_state_names[v];
}

int exec_state_read(struct wire_reader *r, enum exec_state *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, exec_state_names, 4, &v, e) < 0)
        return -1;
    *out = (enum exec_state)v;
    return 0;
}

static const char *const condition_names[] = { "running", "exited", "removed", "ready", "healthy" };

const char *condition_name(enum condition v)
{
    return condition_names[v];
}

int condition_read(struct wire_reader *r, enum condition *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, condition_names, 5, &v, e) < 0)
        return -1;
    *out = (enum condition)v;
    return 0;
}

static const char *const actor_state_names[] = { "starting", "ready", "down", "degraded" };

const char *actor_state_name(enum actor_state v)
{
    return actor_state_names[v];
}

int actor_state_read(struct wire_reader *r, enum actor_state *out, struct err *e)
{
    int v;

    if (wire_read_enum(r, actor_state_names, 4, &v, e) < 0)
        return -1;
    *out = (enum actor_state)v;
    return 0;
}

int cpu_millis_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1u, 1024000u, out, e);
}

int memory_bytes_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 524288u, 4611686018427387904u, out, e);
}

int pids_max_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1u, 4194304u, out, e);
}

const struct wire_rule cpu_list_rule = { 1, 127, "0-9,-", "0-9" };

int cpu_list_read(struct wire_reader *r, struct cpu_list *out, struct err *e)
{
    return wire_read_text(r, &cpu_list_rule, out->text, sizeof out->text, e);
}

int weight_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1u, 10000u, out, e);
}

int signal_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1u, 64u, out, e);
}

int terminal_size_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 1u, 65535u, out, e);
}

int uid_read(struct wire_reader *r, uint64_t *out, struct err *e)
{
    return wire_read_uint(r, 0u, 4294967294u, out, e);
}

typedef int (*item_fn)(struct wire_reader *r, struct err *e);

static int read_list(struct wire_reader *r, struct wire_list *out, item_fn item, struct err *e)
{
    const uint8_t *from;

    if (wire_read_array(r, &out->count, e) < 0)
        return -1;
    from = r->at;
    for (uint32_t i = 0; i < out->count; i++)
        if (item(r, e) < 0)
            return err_add(e, "item %u", i + 1);
    out->items = (struct wire_span){ from, (size_t)(r->at - from) };
    return 0;
}

static int read_texts(struct wire_reader *r, struct wire_list *out, struct err *e)
{
    const uint8_t *from;
    struct wire_span text;

    if (wire_read_map(r, &out->count, e) < 0)
        return -1;
    from = r->at;
    for (uint64_t i = 0; i < 2ull * out->count; i++)
        if (wire_read_str(r, &text, e) < 0)
            return -1;
    out->items = (struct wire_span){ from, (size_t)(r->at - from) };
    return 0;
}

static int actor_status_item(struct wire_reader *r, struct err *e)
{
    struct actor_status v;

    return actor_status_read(r, &v, e);
}

static int allocation_item(struct wire_reader *r, struct err *e)
{
    struct allocation v;

    return allocation_read(r, &v, e);
}

static int attachment_item(struct wire_reader *r, struct err *e)
{
    struct attachment v;

    return attachment_read(r, &v, e);
}

static int cleanup_item(struct wire_reader *r, struct err *e)
{
    struct cleanup v;

    return cleanup_read(r, &v, e);
}

static int connection_item(struct wire_reader *r, struct err *e)
{
    struct connection v;

    return connection_read(r, &v, e);
}

static int container_id_item(struct wire_reader *r, struct err *e)
{
    struct container_id v;

    return container_id_read(r, &v, e);
}

static int container_record_item(struct wire_reader *r, struct err *e)
{
    struct container_record v;

    return container_record_read(r, &v, e);
}

static int container_view_item(struct wire_reader *r, struct err *e)
{
    struct container_view v;

    return container_view_read(r, &v, e);
}

static int digest_item(struct wire_reader *r, struct err *e)
{
    struct digest v;

    return digest_read(r, &v, e);
}

static int disk_use_item(struct wire_reader *r, struct err *e)
{
    struct disk_use v;

    return disk_use_read(r, &v, e);
}

static int dns_name_item(struct wire_reader *r, struct err *e)
{
    struct dns_name v;

    return dns_name_read(r, &v, e);
}

static int event_item(struct wire_reader *r, struct err *e)
{
    struct event v;

    return event_read(r, &v, e);
}

static int exec_past_item(struct wire_reader *r, struct err *e)
{
    struct exec_past v;

    return exec_past_read(r, &v, e);
}

static int exec_session_item(struct wire_reader *r, struct err *e)
{
    struct exec_session v;

    return exec_session_read(r, &v, e);
}

static int finding_item(struct wire_reader *r, struct err *e)
{
    struct finding v;

    return finding_read(r, &v, e);
}

static int health_check_item(struct wire_reader *r, struct err *e)
{
    struct health_check v;

    return health_check_read(r, &v, e);
}

static int hostname_item(struct wire_reader *r, struct err *e)
{
    struct hostname v;

    return hostname_read(r, &v, e);
}

static int image_item(struct wire_reader *r, struct err *e)
{
    struct image v;

    return image_read(r, &v, e);
}

static int image_layer_item(struct wire_reader *r, struct err *e)
{
    struct image_layer v;

    return image_layer_read(r, &v, e);
}

static int image_step_item(struct wire_reader *r, struct err *e)
{
    struct image_step v;

    return image_step_read(r, &v, e);
}

static int inbox_message_item(struct wire_reader *r, struct err *e)
{
    struct inbox_message v;

    return inbox_message_read(r, &v, e);
}

static int ip_address_item(struct wire_reader *r, struct err *e)
{
    struct ip_address v;

    return ip_address_read(r, &v, e);
}

static int metric_item(struct wire_reader *r, struct err *e)
{
    struct metric v;

    return metric_read(r, &v, e);
}

static int mount_item(struct wire_reader *r, struct err *e)
{
    struct mount v;

    return mount_read(r, &v, e);
}

static int network_item(struct wire_reader *r, struct err *e)
{
    struct network v;

    return network_read(r, &v, e);
}

static int network_attachment_item(struct wire_reader *r, struct err *e)
{
    struct network_attachment v;

    return network_attachment_read(r, &v, e);
}

static int network_claim_item(struct wire_reader *r, struct err *e)
{
    struct network_claim v;

    return network_claim_read(r, &v, e);
}

static int network_member_item(struct wire_reader *r, struct err *e)
{
    struct network_member v;

    return network_member_read(r, &v, e);
}

static int operation_item(struct wire_reader *r, struct err *e)
{
    struct operation v;

    return operation_read(r, &v, e);
}

static int path_item(struct wire_reader *r, struct err *e)
{
    struct wire_span v;

    return path_read(r, &v, e);
}

static int policy_rule_item(struct wire_reader *r, struct err *e)
{
    struct policy_rule v;

    return policy_rule_read(r, &v, e);
}

static int port_use_item(struct wire_reader *r, struct err *e)
{
    struct port_use v;

    return port_use_read(r, &v, e);
}

static int progress_item(struct wire_reader *r, struct err *e)
{
    struct progress v;

    return progress_read(r, &v, e);
}

static int published_port_item(struct wire_reader *r, struct err *e)
{
    struct published_port v;

    return published_port_read(r, &v, e);
}

static int registration_item(struct wire_reader *r, struct err *e)
{
    struct registration v;

    return registration_read(r, &v, e);
}

static int resolver_option_item(struct wire_reader *r, struct err *e)
{
    struct resolver_option v;

    return resolver_option_read(r, &v, e);
}

static int resource_limit_item(struct wire_reader *r, struct err *e)
{
    struct resource_limit v;

    return resource_limit_read(r, &v, e);
}

static int sample_item(struct wire_reader *r, struct err *e)
{
    struct sample v;

    return sample_read(r, &v, e);
}

static int secret_mount_item(struct wire_reader *r, struct err *e)
{
    struct secret_mount v;

    return secret_mount_read(r, &v, e);
}

static int state_item(struct wire_reader *r, struct err *e)
{
    enum state v;

    return state_read(r, &v, e);
}

static int stats_view_item(struct wire_reader *r, struct err *e)
{
    struct stats_view v;

    return stats_view_read(r, &v, e);
}

static int str_item(struct wire_reader *r, struct err *e)
{
    struct wire_span v;

    return wire_read_str(r, &v, e);
}

static int tag_name_item(struct wire_reader *r, struct err *e)
{
    struct tag_name v;

    return tag_name_read(r, &v, e);
}

static int text_item(struct wire_reader *r, struct err *e)
{
    struct wire_span v;

    return text_read(r, &v, e);
}

static int volume_item(struct wire_reader *r, struct err *e)
{
    struct volume v;

    return volume_read(r, &v, e);
}

static int volume_name_item(struct wire_reader *r, struct err *e)
{
    struct volume_name v;

    return volume_name_read(r, &v, e);
}

static int word_item(struct wire_reader *r, struct err *e)
{
    struct word v;

    return word_read(r, &v, e);
}

static int caller_field(struct wire_reader *r, const struct wire_span *key, struct caller *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 0, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    if (wire_is(key, "gid")) {
        if (wire_seen(seen, 1, "gid", e) < 0)
            return -1;
        return uid_read(r, &out->gid, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 2, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void caller_defaults(struct caller *out)
{
    (void)out;
}

static int caller_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "uid: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "gid: missing");
    return 0;
}

int caller_read(struct wire_reader *r, struct caller *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    caller_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = caller_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return caller_complete(seen, e);
}

void caller_write(struct wire_writer *w, const struct caller *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_container);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "gid");
    wire_put_uint(w, m->gid);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int request_head_field(struct wire_reader *r, const struct wire_span *key, struct request_head *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "v")) {
        if (wire_seen(seen, 0, "v", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->v, e);
    }
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 1, "id", e) < 0)
            return -1;
        return wire_read_id(r, &out->id, e);
    }
    if (wire_is(key, "verb")) {
        if (wire_seen(seen, 2, "verb", e) < 0)
            return -1;
        return word_read(r, &out->verb, e);
    }
    if (wire_is(key, "args")) {
        if (wire_seen(seen, 3, "args", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_args = true;
        return wire_read_raw_map(r, &out->args, e);
    }
    if (wire_is(key, "deadline_ms")) {
        if (wire_seen(seen, 4, "deadline_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_deadline_ms = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->deadline_ms, e);
    }
    if (wire_is(key, "idem")) {
        if (wire_seen(seen, 5, "idem", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_idem = true;
        return idem_key_read(r, &out->idem, e);
    }
    if (wire_is(key, "epoch")) {
        if (wire_seen(seen, 6, "epoch", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_epoch = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->epoch, e);
    }
    if (wire_is(key, "from")) {
        if (wire_seen(seen, 7, "from", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_from = true;
        return word_read(r, &out->from, e);
    }
    if (wire_is(key, "caller")) {
        if (wire_seen(seen, 8, "caller", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_caller = true;
        return caller_read(r, &out->caller, e);
    }
    if (wire_is(key, "repeated")) {
        if (wire_seen(seen, 9, "repeated", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_repeated = true;
        return wire_read_bool(r, &out->repeated, e);
    }
    return wire_skip(r, e);
}

static void request_head_defaults(struct request_head *out)
{
    (void)out;
}

static int request_head_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "v: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "verb: missing");
    return 0;
}

int request_head_read(struct wire_reader *r, struct request_head *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    request_head_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = request_head_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return request_head_complete(seen, e);
}

void request_head_write(struct wire_writer *w, const struct request_head *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_args + (uint32_t)m->has_deadline_ms + (uint32_t)m->has_idem + (uint32_t)m->has_epoch + (uint32_t)m->has_from + (uint32_t)m->has_caller + (uint32_t)m->has_repeated);
    wire_put_str(w, "v");
    wire_put_uint(w, m->v);
    wire_put_str(w, "id");
    wire_put_raw(w, m->id);
    wire_put_str(w, "verb");
    wire_put_str(w, m->verb.text);
    if (m->has_args) {
        wire_put_str(w, "args");
        wire_put_raw(w, m->args);
    }
    if (m->has_deadline_ms) {
        wire_put_str(w, "deadline_ms");
        wire_put_uint(w, m->deadline_ms);
    }
    if (m->has_idem) {
        wire_put_str(w, "idem");
        wire_put_str(w, m->idem.text);
    }
    if (m->has_epoch) {
        wire_put_str(w, "epoch");
        wire_put_uint(w, m->epoch);
    }
    if (m->has_from) {
        wire_put_str(w, "from");
        wire_put_str(w, m->from.text);
    }
    if (m->has_caller) {
        wire_put_str(w, "caller");
        caller_write(w, &m->caller);
    }
    if (m->has_repeated) {
        wire_put_str(w, "repeated");
        wire_put_bool(w, m->repeated);
    }
}

static int error_detail_field(struct wire_reader *r, const struct wire_span *key, struct error_detail *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "step")) {
        if (wire_seen(seen, 0, "step", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_step = true;
        return word_read(r, &out->step, e);
    }
    if (wire_is(key, "errno")) {
        if (wire_seen(seen, 1, "errno", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_sys = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->sys, e);
    }
    if (wire_is(key, "oldest")) {
        if (wire_seen(seen, 2, "oldest", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_oldest = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->oldest, e);
    }
    return wire_skip(r, e);
}

static void error_detail_defaults(struct error_detail *out)
{
    (void)out;
}

static int error_detail_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int error_detail_read(struct wire_reader *r, struct error_detail *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    error_detail_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = error_detail_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return error_detail_complete(seen, e);
}

void error_detail_write(struct wire_writer *w, const struct error_detail *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_step + (uint32_t)m->has_sys + (uint32_t)m->has_oldest);
    if (m->has_step) {
        wire_put_str(w, "step");
        wire_put_str(w, m->step.text);
    }
    if (m->has_sys) {
        wire_put_str(w, "errno");
        wire_put_uint(w, m->sys);
    }
    if (m->has_oldest) {
        wire_put_str(w, "oldest");
        wire_put_uint(w, m->oldest);
    }
}

static int error_body_field(struct wire_reader *r, const struct wire_span *key, struct error_body *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "code")) {
        if (wire_seen(seen, 0, "code", e) < 0)
            return -1;
        return word_read(r, &out->code, e);
    }
    if (wire_is(key, "message")) {
        if (wire_seen(seen, 1, "message", e) < 0)
            return -1;
        return text_read(r, &out->message, e);
    }
    if (wire_is(key, "retryable")) {
        if (wire_seen(seen, 2, "retryable", e) < 0)
            return -1;
        return wire_read_bool(r, &out->retryable, e);
    }
    if (wire_is(key, "detail")) {
        if (wire_seen(seen, 3, "detail", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_detail = true;
        return error_detail_read(r, &out->detail, e);
    }
    return wire_skip(r, e);
}

static void error_body_defaults(struct error_body *out)
{
    (void)out;
}

static int error_body_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "code: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "message: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "retryable: missing");
    return 0;
}

int error_body_read(struct wire_reader *r, struct error_body *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    error_body_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = error_body_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return error_body_complete(seen, e);
}

void error_body_write(struct wire_writer *w, const struct error_body *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_detail);
    wire_put_str(w, "code");
    wire_put_str(w, m->code.text);
    wire_put_str(w, "message");
    wire_put_span(w, m->message);
    wire_put_str(w, "retryable");
    wire_put_bool(w, m->retryable);
    if (m->has_detail) {
        wire_put_str(w, "detail");
        error_detail_write(w, &m->detail);
    }
}

static int reply_head_field(struct wire_reader *r, const struct wire_span *key, struct reply_head *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "v")) {
        if (wire_seen(seen, 0, "v", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->v, e);
    }
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 1, "id", e) < 0)
            return -1;
        return wire_read_id(r, &out->id, e);
    }
    if (wire_is(key, "ok")) {
        if (wire_seen(seen, 2, "ok", e) < 0)
            return -1;
        return wire_read_bool(r, &out->ok, e);
    }
    if (wire_is(key, "result")) {
        if (wire_seen(seen, 3, "result", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_result = true;
        return wire_read_raw_map(r, &out->result, e);
    }
    if (wire_is(key, "error")) {
        if (wire_seen(seen, 4, "error", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error = true;
        return error_body_read(r, &out->error, e);
    }
    if (wire_is(key, "part")) {
        if (wire_seen(seen, 5, "part", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_part = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->part, e);
    }
    if (wire_is(key, "more")) {
        if (wire_seen(seen, 6, "more", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->more, e);
    }
    return wire_skip(r, e);
}

static void reply_head_defaults(struct reply_head *out)
{
    (void)out;
    out->more = false;
}

static int reply_head_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "v: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "ok: missing");
    return 0;
}

int reply_head_read(struct wire_reader *r, struct reply_head *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    reply_head_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = reply_head_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return reply_head_complete(seen, e);
}

void reply_head_write(struct wire_writer *w, const struct reply_head *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_result + (uint32_t)m->has_error + (uint32_t)m->has_part);
    wire_put_str(w, "v");
    wire_put_uint(w, m->v);
    wire_put_str(w, "id");
    wire_put_raw(w, m->id);
    wire_put_str(w, "ok");
    wire_put_bool(w, m->ok);
    if (m->has_result) {
        wire_put_str(w, "result");
        wire_put_raw(w, m->result);
    }
    if (m->has_error) {
        wire_put_str(w, "error");
        error_body_write(w, &m->error);
    }
    if (m->has_part) {
        wire_put_str(w, "part");
        wire_put_uint(w, m->part);
    }
    wire_put_str(w, "more");
    wire_put_bool(w, m->more);
}

static int cause_field(struct wire_reader *r, const struct wire_span *key, struct cause *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "verb")) {
        if (wire_seen(seen, 0, "verb", e) < 0)
            return -1;
        return word_read(r, &out->verb, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 1, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    return wire_skip(r, e);
}

static void cause_defaults(struct cause *out)
{
    (void)out;
}

static int cause_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "verb: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "uid: missing");
    return 0;
}

int cause_read(struct wire_reader *r, struct cause *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    cause_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = cause_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return cause_complete(seen, e);
}

void cause_write(struct wire_writer *w, const struct cause *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "verb");
    wire_put_str(w, m->verb.text);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
}

static int mount_field(struct wire_reader *r, const struct wire_span *key, struct mount *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "type")) {
        if (wire_seen(seen, 0, "type", e) < 0)
            return -1;
        return mount_type_read(r, &out->type, e);
    }
    if (wire_is(key, "source")) {
        if (wire_seen(seen, 1, "source", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_source = true;
        return path_read(r, &out->source, e);
    }
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 2, "volume", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_volume = true;
        return volume_name_read(r, &out->volume, e);
    }
    if (wire_is(key, "target")) {
        if (wire_seen(seen, 3, "target", e) < 0)
            return -1;
        return path_read(r, &out->target, e);
    }
    if (wire_is(key, "read_only")) {
        if (wire_seen(seen, 4, "read_only", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->read_only, e);
    }
    if (wire_is(key, "propagation")) {
        if (wire_seen(seen, 5, "propagation", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return propagation_read(r, &out->propagation, e);
    }
    if (wire_is(key, "idmap")) {
        if (wire_seen(seen, 6, "idmap", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->idmap, e);
    }
    if (wire_is(key, "allow_host")) {
        if (wire_seen(seen, 7, "allow_host", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->allow_host, e);
    }
    if (wire_is(key, "size_bytes")) {
        if (wire_seen(seen, 8, "size_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_size_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->size_bytes, e);
    }
    if (wire_is(key, "mode")) {
        if (wire_seen(seen, 9, "mode", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_mode = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->mode, e);
    }
    return wire_skip(r, e);
}

static void mount_defaults(struct mount *out)
{
    (void)out;
    out->read_only = false;
    out->propagation = PROPAGATION_PRIVATE;
    out->idmap = true;
    out->allow_host = false;
}

static int mount_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "type: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "target: missing");
    return 0;
}

int mount_read(struct wire_reader *r, struct mount *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    mount_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = mount_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return mount_complete(seen, e);
}

void mount_write(struct wire_writer *w, const struct mount *m)
{
    (void)m;
    wire_put_map(w, 6u + (uint32_t)m->has_source + (uint32_t)m->has_volume + (uint32_t)m->has_size_bytes + (uint32_t)m->has_mode);
    wire_put_str(w, "type");
    wire_put_str(w, mount_type_name(m->type));
    if (m->has_source) {
        wire_put_str(w, "source");
        wire_put_span(w, m->source);
    }
    if (m->has_volume) {
        wire_put_str(w, "volume");
        wire_put_str(w, m->volume.text);
    }
    wire_put_str(w, "target");
    wire_put_span(w, m->target);
    wire_put_str(w, "read_only");
    wire_put_bool(w, m->read_only);
    wire_put_str(w, "propagation");
    wire_put_str(w, propagation_name(m->propagation));
    wire_put_str(w, "idmap");
    wire_put_bool(w, m->idmap);
    wire_put_str(w, "allow_host");
    wire_put_bool(w, m->allow_host);
    if (m->has_size_bytes) {
        wire_put_str(w, "size_bytes");
        wire_put_uint(w, m->size_bytes);
    }
    if (m->has_mode) {
        wire_put_str(w, "mode");
        wire_put_uint(w, m->mode);
    }
}

static int secret_mount_field(struct wire_reader *r, const struct wire_span *key, struct secret_mount *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "secret")) {
        if (wire_seen(seen, 0, "secret", e) < 0)
            return -1;
        return volume_name_read(r, &out->secret, e);
    }
    if (wire_is(key, "target")) {
        if (wire_seen(seen, 1, "target", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_target = true;
        return path_read(r, &out->target, e);
    }
    if (wire_is(key, "mode")) {
        if (wire_seen(seen, 2, "mode", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->mode, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 3, "uid", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->uid, e);
    }
    if (wire_is(key, "gid")) {
        if (wire_seen(seen, 4, "gid", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->gid, e);
    }
    return wire_skip(r, e);
}

static void secret_mount_defaults(struct secret_mount *out)
{
    (void)out;
    out->mode = 256u;
    out->uid = 0u;
    out->gid = 0u;
}

static int secret_mount_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "secret: missing");
    return 0;
}

int secret_mount_read(struct wire_reader *r, struct secret_mount *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    secret_mount_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = secret_mount_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return secret_mount_complete(seen, e);
}

void secret_mount_write(struct wire_writer *w, const struct secret_mount *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_target);
    wire_put_str(w, "secret");
    wire_put_str(w, m->secret.text);
    if (m->has_target) {
        wire_put_str(w, "target");
        wire_put_span(w, m->target);
    }
    wire_put_str(w, "mode");
    wire_put_uint(w, m->mode);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "gid");
    wire_put_uint(w, m->gid);
}

static int volume_field(struct wire_reader *r, const struct wire_span *key, struct volume *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return volume_name_read(r, &out->name, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 1, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    if (wire_is(key, "created_ns")) {
        if (wire_seen(seen, 2, "created_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->created_ns, e);
    }
    if (wire_is(key, "path")) {
        if (wire_seen(seen, 3, "path", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_path = true;
        return text_read(r, &out->path, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 4, "bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 5, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 6, "digest", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_digest = true;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "method")) {
        if (wire_seen(seen, 7, "method", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_method = true;
        return word_read(r, &out->method, e);
    }
    return wire_skip(r, e);
}

static void volume_defaults(struct volume *out)
{
    (void)out;
}

static int volume_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "created_ns: missing");
    return 0;
}

int volume_read(struct wire_reader *r, struct volume *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_complete(seen, e);
}

void volume_write(struct wire_writer *w, const struct volume *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_labels + (uint32_t)m->has_path + (uint32_t)m->has_bytes + (uint32_t)m->has_container + (uint32_t)m->has_digest + (uint32_t)m->has_method);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
    wire_put_str(w, "created_ns");
    wire_put_uint(w, m->created_ns);
    if (m->has_path) {
        wire_put_str(w, "path");
        wire_put_span(w, m->path);
    }
    if (m->has_bytes) {
        wire_put_str(w, "bytes");
        wire_put_uint(w, m->bytes);
    }
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    if (m->has_digest) {
        wire_put_str(w, "digest");
        wire_put_str(w, m->digest.text);
    }
    if (m->has_method) {
        wire_put_str(w, "method");
        wire_put_str(w, m->method.text);
    }
}

static int origin_field(struct wire_reader *r, const struct wire_span *key, struct origin *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "snapshot")) {
        if (wire_seen(seen, 1, "snapshot", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_snapshot = true;
        return volume_name_read(r, &out->snapshot, e);
    }
    return wire_skip(r, e);
}

static void origin_defaults(struct origin *out)
{
    (void)out;
}

static int origin_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int origin_read(struct wire_reader *r, struct origin *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    origin_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = origin_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return origin_complete(seen, e);
}

void origin_write(struct wire_writer *w, const struct origin *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_container + (uint32_t)m->has_snapshot);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    if (m->has_snapshot) {
        wire_put_str(w, "snapshot");
        wire_put_str(w, m->snapshot.text);
    }
}

static int resource_limit_field(struct wire_reader *r, const struct wire_span *key, struct resource_limit *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return word_read(r, &out->name, e);
    }
    if (wire_is(key, "soft")) {
        if (wire_seen(seen, 1, "soft", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->soft, e);
    }
    if (wire_is(key, "hard")) {
        if (wire_seen(seen, 2, "hard", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->hard, e);
    }
    return wire_skip(r, e);
}

static void resource_limit_defaults(struct resource_limit *out)
{
    (void)out;
}

static int resource_limit_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "soft: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "hard: missing");
    return 0;
}

int resource_limit_read(struct wire_reader *r, struct resource_limit *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    resource_limit_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = resource_limit_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return resource_limit_complete(seen, e);
}

void resource_limit_write(struct wire_writer *w, const struct resource_limit *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    wire_put_str(w, "soft");
    wire_put_uint(w, m->soft);
    wire_put_str(w, "hard");
    wire_put_uint(w, m->hard);
}

static int userns_field(struct wire_reader *r, const struct wire_span *key, struct userns *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "host_id")) {
        if (wire_seen(seen, 0, "host_id", e) < 0)
            return -1;
        return uid_read(r, &out->host_id, e);
    }
    if (wire_is(key, "count")) {
        if (wire_seen(seen, 1, "count", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->count, e);
    }
    return wire_skip(r, e);
}

static void userns_defaults(struct userns *out)
{
    (void)out;
}

static int userns_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "host_id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "count: missing");
    return 0;
}

int userns_read(struct wire_reader *r, struct userns *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    userns_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = userns_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return userns_complete(seen, e);
}

void userns_write(struct wire_writer *w, const struct userns *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "host_id");
    wire_put_uint(w, m->host_id);
    wire_put_str(w, "count");
    wire_put_uint(w, m->count);
}

static int limits_field(struct wire_reader *r, const struct wire_span *key, struct limits *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "memory_bytes")) {
        if (wire_seen(seen, 0, "memory_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_memory_bytes = true;
        return memory_bytes_read(r, &out->memory_bytes, e);
    }
    if (wire_is(key, "memory_swap_bytes")) {
        if (wire_seen(seen, 1, "memory_swap_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_memory_swap_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->memory_swap_bytes, e);
    }
    if (wire_is(key, "cpu_millis")) {
        if (wire_seen(seen, 2, "cpu_millis", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cpu_millis = true;
        return cpu_millis_read(r, &out->cpu_millis, e);
    }
    if (wire_is(key, "cpu_weight")) {
        if (wire_seen(seen, 3, "cpu_weight", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cpu_weight = true;
        return weight_read(r, &out->cpu_weight, e);
    }
    if (wire_is(key, "cpuset")) {
        if (wire_seen(seen, 4, "cpuset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cpuset = true;
        return cpu_list_read(r, &out->cpuset, e);
    }
    if (wire_is(key, "pids_max")) {
        if (wire_seen(seen, 5, "pids_max", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_pids_max = true;
        return pids_max_read(r, &out->pids_max, e);
    }
    if (wire_is(key, "io_weight")) {
        if (wire_seen(seen, 6, "io_weight", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_io_weight = true;
        return weight_read(r, &out->io_weight, e);
    }
    return wire_skip(r, e);
}

static void limits_defaults(struct limits *out)
{
    (void)out;
}

static int limits_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int limits_read(struct wire_reader *r, struct limits *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    limits_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = limits_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return limits_complete(seen, e);
}

void limits_write(struct wire_writer *w, const struct limits *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_memory_bytes + (uint32_t)m->has_memory_swap_bytes + (uint32_t)m->has_cpu_millis + (uint32_t)m->has_cpu_weight + (uint32_t)m->has_cpuset + (uint32_t)m->has_pids_max + (uint32_t)m->has_io_weight);
    if (m->has_memory_bytes) {
        wire_put_str(w, "memory_bytes");
        wire_put_uint(w, m->memory_bytes);
    }
    if (m->has_memory_swap_bytes) {
        wire_put_str(w, "memory_swap_bytes");
        wire_put_uint(w, m->memory_swap_bytes);
    }
    if (m->has_cpu_millis) {
        wire_put_str(w, "cpu_millis");
        wire_put_uint(w, m->cpu_millis);
    }
    if (m->has_cpu_weight) {
        wire_put_str(w, "cpu_weight");
        wire_put_uint(w, m->cpu_weight);
    }
    if (m->has_cpuset) {
        wire_put_str(w, "cpuset");
        wire_put_str(w, m->cpuset.text);
    }
    if (m->has_pids_max) {
        wire_put_str(w, "pids_max");
        wire_put_uint(w, m->pids_max);
    }
    if (m->has_io_weight) {
        wire_put_str(w, "io_weight");
        wire_put_uint(w, m->io_weight);
    }
}

static int network_attachment_field(struct wire_reader *r, const struct wire_span *key, struct network_attachment *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 1, "address", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address = true;
        return ip_address_read(r, &out->address, e);
    }
    if (wire_is(key, "mac")) {
        if (wire_seen(seen, 2, "mac", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_mac = true;
        return mac_read(r, &out->mac, e);
    }
    if (wire_is(key, "aliases")) {
        if (wire_seen(seen, 3, "aliases", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_aliases = true;
        return read_list(r, &out->aliases, hostname_item, e);
    }
    return wire_skip(r, e);
}

static void network_attachment_defaults(struct network_attachment *out)
{
    (void)out;
}

static int network_attachment_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int network_attachment_read(struct wire_reader *r, struct network_attachment *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_attachment_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_attachment_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_attachment_complete(seen, e);
}

void network_attachment_write(struct wire_writer *w, const struct network_attachment *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_address + (uint32_t)m->has_mac + (uint32_t)m->has_aliases);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    if (m->has_address) {
        wire_put_str(w, "address");
        wire_put_str(w, m->address.text);
    }
    if (m->has_mac) {
        wire_put_str(w, "mac");
        wire_put_str(w, m->mac.text);
    }
    if (m->has_aliases) {
        wire_put_str(w, "aliases");
        wire_put_array(w, m->aliases.count);
        wire_put_raw(w, m->aliases.items);
    }
}

static int attachment_field(struct wire_reader *r, const struct wire_span *key, struct attachment *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 1, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    if (wire_is(key, "interface")) {
        if (wire_seen(seen, 2, "interface", e) < 0)
            return -1;
        return word_read(r, &out->interface, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 3, "address", e) < 0)
            return -1;
        return ip_address_read(r, &out->address, e);
    }
    if (wire_is(key, "prefix")) {
        if (wire_seen(seen, 4, "prefix", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->prefix, e);
    }
    if (wire_is(key, "gateway")) {
        if (wire_seen(seen, 5, "gateway", e) < 0)
            return -1;
        return ip_address_read(r, &out->gateway, e);
    }
    if (wire_is(key, "address6")) {
        if (wire_seen(seen, 6, "address6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address6 = true;
        return ip_address_read(r, &out->address6, e);
    }
    if (wire_is(key, "gateway6")) {
        if (wire_seen(seen, 7, "gateway6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_gateway6 = true;
        return ip_address_read(r, &out->gateway6, e);
    }
    if (wire_is(key, "mac")) {
        if (wire_seen(seen, 8, "mac", e) < 0)
            return -1;
        return mac_read(r, &out->mac, e);
    }
    if (wire_is(key, "internal")) {
        if (wire_seen(seen, 9, "internal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->internal, e);
    }
    if (wire_is(key, "aliases")) {
        if (wire_seen(seen, 10, "aliases", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_aliases = true;
        return read_list(r, &out->aliases, hostname_item, e);
    }
    return wire_skip(r, e);
}

static void attachment_defaults(struct attachment *out)
{
    (void)out;
    out->internal = false;
}

static int attachment_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "number: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "interface: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "address: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "prefix: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "gateway: missing");
    if (!(seen & 1ull << 8))
        return err_set(e, ERR_INVALID, "mac: missing");
    return 0;
}

int attachment_read(struct wire_reader *r, struct attachment *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    attachment_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = attachment_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return attachment_complete(seen, e);
}

void attachment_write(struct wire_writer *w, const struct attachment *m)
{
    (void)m;
    wire_put_map(w, 8u + (uint32_t)m->has_address6 + (uint32_t)m->has_gateway6 + (uint32_t)m->has_aliases);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
    wire_put_str(w, "interface");
    wire_put_str(w, m->interface.text);
    wire_put_str(w, "address");
    wire_put_str(w, m->address.text);
    wire_put_str(w, "prefix");
    wire_put_uint(w, m->prefix);
    wire_put_str(w, "gateway");
    wire_put_str(w, m->gateway.text);
    if (m->has_address6) {
        wire_put_str(w, "address6");
        wire_put_str(w, m->address6.text);
    }
    if (m->has_gateway6) {
        wire_put_str(w, "gateway6");
        wire_put_str(w, m->gateway6.text);
    }
    wire_put_str(w, "mac");
    wire_put_str(w, m->mac.text);
    wire_put_str(w, "internal");
    wire_put_bool(w, m->internal);
    if (m->has_aliases) {
        wire_put_str(w, "aliases");
        wire_put_array(w, m->aliases.count);
        wire_put_raw(w, m->aliases.items);
    }
}

static int published_port_field(struct wire_reader *r, const struct wire_span *key, struct published_port *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "host_address")) {
        if (wire_seen(seen, 0, "host_address", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_host_address = true;
        return ip_address_read(r, &out->host_address, e);
    }
    if (wire_is(key, "host_port")) {
        if (wire_seen(seen, 1, "host_port", e) < 0)
            return -1;
        return port_read(r, &out->host_port, e);
    }
    if (wire_is(key, "container_port")) {
        if (wire_seen(seen, 2, "container_port", e) < 0)
            return -1;
        return port_read(r, &out->container_port, e);
    }
    if (wire_is(key, "count")) {
        if (wire_seen(seen, 3, "count", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return port_read(r, &out->count, e);
    }
    if (wire_is(key, "protocol")) {
        if (wire_seen(seen, 4, "protocol", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return port_protocol_read(r, &out->protocol, e);
    }
    return wire_skip(r, e);
}

static void published_port_defaults(struct published_port *out)
{
    (void)out;
    out->count = 1u;
    out->protocol = PORT_PROTOCOL_TCP;
}

static int published_port_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "host_port: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "container_port: missing");
    return 0;
}

int published_port_read(struct wire_reader *r, struct published_port *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    published_port_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = published_port_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return published_port_complete(seen, e);
}

void published_port_write(struct wire_writer *w, const struct published_port *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_host_address);
    if (m->has_host_address) {
        wire_put_str(w, "host_address");
        wire_put_str(w, m->host_address.text);
    }
    wire_put_str(w, "host_port");
    wire_put_uint(w, m->host_port);
    wire_put_str(w, "container_port");
    wire_put_uint(w, m->container_port);
    wire_put_str(w, "count");
    wire_put_uint(w, m->count);
    wire_put_str(w, "protocol");
    wire_put_str(w, port_protocol_name(m->protocol));
}

static int policy_rule_field(struct wire_reader *r, const struct wire_span *key, struct policy_rule *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "action")) {
        if (wire_seen(seen, 0, "action", e) < 0)
            return -1;
        return policy_action_read(r, &out->action, e);
    }
    if (wire_is(key, "direction")) {
        if (wire_seen(seen, 1, "direction", e) < 0)
            return -1;
        return policy_direction_read(r, &out->direction, e);
    }
    if (wire_is(key, "cidr")) {
        if (wire_seen(seen, 2, "cidr", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cidr = true;
        return cidr_read(r, &out->cidr, e);
    }
    if (wire_is(key, "protocol")) {
        if (wire_seen(seen, 3, "protocol", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return policy_protocol_read(r, &out->protocol, e);
    }
    if (wire_is(key, "port_from")) {
        if (wire_seen(seen, 4, "port_from", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_port_from = true;
        return port_read(r, &out->port_from, e);
    }
    if (wire_is(key, "port_to")) {
        if (wire_seen(seen, 5, "port_to", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_port_to = true;
        return port_read(r, &out->port_to, e);
    }
    return wire_skip(r, e);
}

static void policy_rule_defaults(struct policy_rule *out)
{
    (void)out;
    out->protocol = POLICY_PROTOCOL_ANY;
}

static int policy_rule_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "action: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "direction: missing");
    return 0;
}

int policy_rule_read(struct wire_reader *r, struct policy_rule *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    policy_rule_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = policy_rule_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return policy_rule_complete(seen, e);
}

void policy_rule_write(struct wire_writer *w, const struct policy_rule *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_cidr + (uint32_t)m->has_port_from + (uint32_t)m->has_port_to);
    wire_put_str(w, "action");
    wire_put_str(w, policy_action_name(m->action));
    wire_put_str(w, "direction");
    wire_put_str(w, policy_direction_name(m->direction));
    if (m->has_cidr) {
        wire_put_str(w, "cidr");
        wire_put_str(w, m->cidr.text);
    }
    wire_put_str(w, "protocol");
    wire_put_str(w, policy_protocol_name(m->protocol));
    if (m->has_port_from) {
        wire_put_str(w, "port_from");
        wire_put_uint(w, m->port_from);
    }
    if (m->has_port_to) {
        wire_put_str(w, "port_to");
        wire_put_uint(w, m->port_to);
    }
}

static int policy_field(struct wire_reader *r, const struct wire_span *key, struct policy *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "egress")) {
        if (wire_seen(seen, 0, "egress", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return policy_action_read(r, &out->egress, e);
    }
    if (wire_is(key, "ingress")) {
        if (wire_seen(seen, 1, "ingress", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return policy_action_read(r, &out->ingress, e);
    }
    if (wire_is(key, "rules")) {
        if (wire_seen(seen, 2, "rules", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_rules = true;
        return read_list(r, &out->rules, policy_rule_item, e);
    }
    if (wire_is(key, "audit")) {
        if (wire_seen(seen, 3, "audit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->audit, e);
    }
    return wire_skip(r, e);
}

static void policy_defaults(struct policy *out)
{
    (void)out;
    out->egress = POLICY_ACTION_ALLOW;
    out->ingress = POLICY_ACTION_ALLOW;
    out->audit = false;
}

static int policy_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int policy_read(struct wire_reader *r, struct policy *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    policy_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = policy_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return policy_complete(seen, e);
}

void policy_write(struct wire_writer *w, const struct policy *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_rules);
    wire_put_str(w, "egress");
    wire_put_str(w, policy_action_name(m->egress));
    wire_put_str(w, "ingress");
    wire_put_str(w, policy_action_name(m->ingress));
    if (m->has_rules) {
        wire_put_str(w, "rules");
        wire_put_array(w, m->rules.count);
        wire_put_raw(w, m->rules.items);
    }
    wire_put_str(w, "audit");
    wire_put_bool(w, m->audit);
}

static int network_field(struct wire_reader *r, const struct wire_span *key, struct network *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return network_name_read(r, &out->name, e);
    }
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 1, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    if (wire_is(key, "subnet")) {
        if (wire_seen(seen, 2, "subnet", e) < 0)
            return -1;
        return cidr_read(r, &out->subnet, e);
    }
    if (wire_is(key, "gateway")) {
        if (wire_seen(seen, 3, "gateway", e) < 0)
            return -1;
        return ip_address_read(r, &out->gateway, e);
    }
    if (wire_is(key, "subnet6")) {
        if (wire_seen(seen, 4, "subnet6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_subnet6 = true;
        return cidr_read(r, &out->subnet6, e);
    }
    if (wire_is(key, "gateway6")) {
        if (wire_seen(seen, 5, "gateway6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_gateway6 = true;
        return ip_address_read(r, &out->gateway6, e);
    }
    if (wire_is(key, "internal")) {
        if (wire_seen(seen, 6, "internal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->internal, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 7, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 8, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    if (wire_is(key, "created_ns")) {
        if (wire_seen(seen, 9, "created_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->created_ns, e);
    }
    return wire_skip(r, e);
}

static void network_defaults(struct network *out)
{
    (void)out;
    out->internal = false;
    out->created_ns = 0u;
}

static int network_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "number: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "subnet: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "gateway: missing");
    return 0;
}

int network_read(struct wire_reader *r, struct network *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_complete(seen, e);
}

void network_write(struct wire_writer *w, const struct network *m)
{
    (void)m;
    wire_put_map(w, 6u + (uint32_t)m->has_subnet6 + (uint32_t)m->has_gateway6 + (uint32_t)m->has_labels + (uint32_t)m->has_policy);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
    wire_put_str(w, "subnet");
    wire_put_str(w, m->subnet.text);
    wire_put_str(w, "gateway");
    wire_put_str(w, m->gateway.text);
    if (m->has_subnet6) {
        wire_put_str(w, "subnet6");
        wire_put_str(w, m->subnet6.text);
    }
    if (m->has_gateway6) {
        wire_put_str(w, "gateway6");
        wire_put_str(w, m->gateway6.text);
    }
    wire_put_str(w, "internal");
    wire_put_bool(w, m->internal);
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
    wire_put_str(w, "created_ns");
    wire_put_uint(w, m->created_ns);
}

static int network_member_field(struct wire_reader *r, const struct wire_span *key, struct network_member *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_name_read(r, &out->name, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 2, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 3, "address", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address = true;
        return ip_address_read(r, &out->address, e);
    }
    if (wire_is(key, "address6")) {
        if (wire_seen(seen, 4, "address6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address6 = true;
        return ip_address_read(r, &out->address6, e);
    }
    if (wire_is(key, "mac")) {
        if (wire_seen(seen, 5, "mac", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_mac = true;
        return mac_read(r, &out->mac, e);
    }
    if (wire_is(key, "aliases")) {
        if (wire_seen(seen, 6, "aliases", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_aliases = true;
        return read_list(r, &out->aliases, hostname_item, e);
    }
    return wire_skip(r, e);
}

static void network_member_defaults(struct network_member *out)
{
    (void)out;
}

static int network_member_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "state: missing");
    return 0;
}

int network_member_read(struct wire_reader *r, struct network_member *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_member_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_member_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_member_complete(seen, e);
}

void network_member_write(struct wire_writer *w, const struct network_member *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_name + (uint32_t)m->has_address + (uint32_t)m->has_address6 + (uint32_t)m->has_mac + (uint32_t)m->has_aliases);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    if (m->has_address) {
        wire_put_str(w, "address");
        wire_put_str(w, m->address.text);
    }
    if (m->has_address6) {
        wire_put_str(w, "address6");
        wire_put_str(w, m->address6.text);
    }
    if (m->has_mac) {
        wire_put_str(w, "mac");
        wire_put_str(w, m->mac.text);
    }
    if (m->has_aliases) {
        wire_put_str(w, "aliases");
        wire_put_array(w, m->aliases.count);
        wire_put_raw(w, m->aliases.items);
    }
}

static int allocation_field(struct wire_reader *r, const struct wire_span *key, struct allocation *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 1, "address", e) < 0)
            return -1;
        return ip_address_read(r, &out->address, e);
    }
    if (wire_is(key, "phase")) {
        if (wire_seen(seen, 2, "phase", e) < 0)
            return -1;
        return word_read(r, &out->phase, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 3, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "since_ns")) {
        if (wire_seen(seen, 4, "since_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->since_ns, e);
    }
    return wire_skip(r, e);
}

static void allocation_defaults(struct allocation *out)
{
    (void)out;
}

static int allocation_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "address: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "phase: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "since_ns: missing");
    return 0;
}

int allocation_read(struct wire_reader *r, struct allocation *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    allocation_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = allocation_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return allocation_complete(seen, e);
}

void allocation_write(struct wire_writer *w, const struct allocation *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_container);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    wire_put_str(w, "address");
    wire_put_str(w, m->address.text);
    wire_put_str(w, "phase");
    wire_put_str(w, m->phase.text);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    wire_put_str(w, "since_ns");
    wire_put_uint(w, m->since_ns);
}

static int port_use_field(struct wire_reader *r, const struct wire_span *key, struct port_use *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "protocol")) {
        if (wire_seen(seen, 0, "protocol", e) < 0)
            return -1;
        return port_protocol_read(r, &out->protocol, e);
    }
    if (wire_is(key, "host_address")) {
        if (wire_seen(seen, 1, "host_address", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_host_address = true;
        return ip_address_read(r, &out->host_address, e);
    }
    if (wire_is(key, "host_port")) {
        if (wire_seen(seen, 2, "host_port", e) < 0)
            return -1;
        return port_read(r, &out->host_port, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 3, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "container_port")) {
        if (wire_seen(seen, 4, "container_port", e) < 0)
            return -1;
        return port_read(r, &out->container_port, e);
    }
    return wire_skip(r, e);
}

static void port_use_defaults(struct port_use *out)
{
    (void)out;
}

static int port_use_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "protocol: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "host_port: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "container_port: missing");
    return 0;
}

int port_use_read(struct wire_reader *r, struct port_use *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    port_use_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = port_use_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return port_use_complete(seen, e);
}

void port_use_write(struct wire_writer *w, const struct port_use *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_host_address);
    wire_put_str(w, "protocol");
    wire_put_str(w, port_protocol_name(m->protocol));
    if (m->has_host_address) {
        wire_put_str(w, "host_address");
        wire_put_str(w, m->host_address.text);
    }
    wire_put_str(w, "host_port");
    wire_put_uint(w, m->host_port);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "container_port");
    wire_put_uint(w, m->container_port);
}

static int registration_field(struct wire_reader *r, const struct wire_span *key, struct registration *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 0, "generation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 1, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 2, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 3, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "names")) {
        if (wire_seen(seen, 4, "names", e) < 0)
            return -1;
        return read_list(r, &out->names, dns_name_item, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 5, "address", e) < 0)
            return -1;
        return ip_address_read(r, &out->address, e);
    }
    if (wire_is(key, "address6")) {
        if (wire_seen(seen, 6, "address6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address6 = true;
        return ip_address_read(r, &out->address6, e);
    }
    if (wire_is(key, "dns")) {
        if (wire_seen(seen, 7, "dns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_dns = true;
        return read_list(r, &out->dns, ip_address_item, e);
    }
    if (wire_is(key, "internal")) {
        if (wire_seen(seen, 8, "internal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->internal, e);
    }
    if (wire_is(key, "gone")) {
        if (wire_seen(seen, 9, "gone", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->gone, e);
    }
    return wire_skip(r, e);
}

static void registration_defaults(struct registration *out)
{
    (void)out;
    out->internal = false;
    out->gone = false;
}

static int registration_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "generation: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "number: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "names: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "address: missing");
    return 0;
}

int registration_read(struct wire_reader *r, struct registration *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    registration_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = registration_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return registration_complete(seen, e);
}

void registration_write(struct wire_writer *w, const struct registration *m)
{
    (void)m;
    wire_put_map(w, 8u + (uint32_t)m->has_address6 + (uint32_t)m->has_dns);
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "names");
    wire_put_array(w, m->names.count);
    wire_put_raw(w, m->names.items);
    wire_put_str(w, "address");
    wire_put_str(w, m->address.text);
    if (m->has_address6) {
        wire_put_str(w, "address6");
        wire_put_str(w, m->address6.text);
    }
    if (m->has_dns) {
        wire_put_str(w, "dns");
        wire_put_array(w, m->dns.count);
        wire_put_raw(w, m->dns.items);
    }
    wire_put_str(w, "internal");
    wire_put_bool(w, m->internal);
    wire_put_str(w, "gone");
    wire_put_bool(w, m->gone);
}

static int health_check_field(struct wire_reader *r, const struct wire_span *key, struct health_check *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return word_read(r, &out->name, e);
    }
    if (wire_is(key, "ok")) {
        if (wire_seen(seen, 1, "ok", e) < 0)
            return -1;
        return wire_read_bool(r, &out->ok, e);
    }
    if (wire_is(key, "text")) {
        if (wire_seen(seen, 2, "text", e) < 0)
            return -1;
        return text_read(r, &out->text, e);
    }
    return wire_skip(r, e);
}

static void health_check_defaults(struct health_check *out)
{
    (void)out;
}

static int health_check_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "ok: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "text: missing");
    return 0;
}

int health_check_read(struct wire_reader *r, struct health_check *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    health_check_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = health_check_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return health_check_complete(seen, e);
}

void health_check_write(struct wire_writer *w, const struct health_check *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    wire_put_str(w, "ok");
    wire_put_bool(w, m->ok);
    wire_put_str(w, "text");
    wire_put_span(w, m->text);
}

static int network_claim_field(struct wire_reader *r, const struct wire_span *key, struct network_claim *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 1, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 2, "attachments", e) < 0)
            return -1;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    if (wire_is(key, "ports")) {
        if (wire_seen(seen, 3, "ports", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_ports = true;
        return read_list(r, &out->ports, published_port_item, e);
    }
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 4, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    if (wire_is(key, "rate_in_bytes")) {
        if (wire_seen(seen, 5, "rate_in_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->rate_in_bytes, e);
    }
    if (wire_is(key, "rate_out_bytes")) {
        if (wire_seen(seen, 6, "rate_out_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->rate_out_bytes, e);
    }
    return wire_skip(r, e);
}

static void network_claim_defaults(struct network_claim *out)
{
    (void)out;
    out->rate_in_bytes = 0u;
    out->rate_out_bytes = 0u;
}

static int network_claim_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "attachments: missing");
    return 0;
}

int network_claim_read(struct wire_reader *r, struct network_claim *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_claim_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_claim_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_claim_complete(seen, e);
}

void network_claim_write(struct wire_writer *w, const struct network_claim *m)
{
    (void)m;
    wire_put_map(w, 5u + (uint32_t)m->has_ports + (uint32_t)m->has_policy);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
    wire_put_str(w, "attachments");
    wire_put_array(w, m->attachments.count);
    wire_put_raw(w, m->attachments.items);
    if (m->has_ports) {
        wire_put_str(w, "ports");
        wire_put_array(w, m->ports.count);
        wire_put_raw(w, m->ports.items);
    }
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
    wire_put_str(w, "rate_in_bytes");
    wire_put_uint(w, m->rate_in_bytes);
    wire_put_str(w, "rate_out_bytes");
    wire_put_uint(w, m->rate_out_bytes);
}

static int connection_field(struct wire_reader *r, const struct wire_span *key, struct connection *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "protocol")) {
        if (wire_seen(seen, 0, "protocol", e) < 0)
            return -1;
        return word_read(r, &out->protocol, e);
    }
    if (wire_is(key, "source")) {
        if (wire_seen(seen, 1, "source", e) < 0)
            return -1;
        return ip_address_read(r, &out->source, e);
    }
    if (wire_is(key, "source_port")) {
        if (wire_seen(seen, 2, "source_port", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->source_port, e);
    }
    if (wire_is(key, "source_container")) {
        if (wire_seen(seen, 3, "source_container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_source_container = true;
        return container_id_read(r, &out->source_container, e);
    }
    if (wire_is(key, "destination")) {
        if (wire_seen(seen, 4, "destination", e) < 0)
            return -1;
        return ip_address_read(r, &out->destination, e);
    }
    if (wire_is(key, "destination_port")) {
        if (wire_seen(seen, 5, "destination_port", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->destination_port, e);
    }
    if (wire_is(key, "destination_container")) {
        if (wire_seen(seen, 6, "destination_container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_destination_container = true;
        return container_id_read(r, &out->destination_container, e);
    }
    if (wire_is(key, "sent_bytes")) {
        if (wire_seen(seen, 7, "sent_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->sent_bytes, e);
    }
    if (wire_is(key, "received_bytes")) {
        if (wire_seen(seen, 8, "received_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->received_bytes, e);
    }
    return wire_skip(r, e);
}

static void connection_defaults(struct connection *out)
{
    (void)out;
    out->source_port = 0u;
    out->destination_port = 0u;
    out->sent_bytes = 0u;
    out->received_bytes = 0u;
}

static int connection_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "protocol: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "source: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "destination: missing");
    return 0;
}

int connection_read(struct wire_reader *r, struct connection *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    connection_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = connection_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return connection_complete(seen, e);
}

void connection_write(struct wire_writer *w, const struct connection *m)
{
    (void)m;
    wire_put_map(w, 7u + (uint32_t)m->has_source_container + (uint32_t)m->has_destination_container);
    wire_put_str(w, "protocol");
    wire_put_str(w, m->protocol.text);
    wire_put_str(w, "source");
    wire_put_str(w, m->source.text);
    wire_put_str(w, "source_port");
    wire_put_uint(w, m->source_port);
    if (m->has_source_container) {
        wire_put_str(w, "source_container");
        wire_put_str(w, m->source_container.text);
    }
    wire_put_str(w, "destination");
    wire_put_str(w, m->destination.text);
    wire_put_str(w, "destination_port");
    wire_put_uint(w, m->destination_port);
    if (m->has_destination_container) {
        wire_put_str(w, "destination_container");
        wire_put_str(w, m->destination_container.text);
    }
    wire_put_str(w, "sent_bytes");
    wire_put_uint(w, m->sent_bytes);
    wire_put_str(w, "received_bytes");
    wire_put_uint(w, m->received_bytes);
}

static int inbox_message_field(struct wire_reader *r, const struct wire_span *key, struct inbox_message *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->id, e);
    }
    if (wire_is(key, "from")) {
        if (wire_seen(seen, 1, "from", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_from = true;
        return container_id_read(r, &out->from, e);
    }
    if (wire_is(key, "topic")) {
        if (wire_seen(seen, 2, "topic", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_topic = true;
        return word_read(r, &out->topic, e);
    }
    if (wire_is(key, "body")) {
        if (wire_seen(seen, 3, "body", e) < 0)
            return -1;
        return wire_read_str(r, &out->body, e);
    }
    if (wire_is(key, "time_ns")) {
        if (wire_seen(seen, 4, "time_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->time_ns, e);
    }
    return wire_skip(r, e);
}

static void inbox_message_defaults(struct inbox_message *out)
{
    (void)out;
}

static int inbox_message_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "body: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "time_ns: missing");
    return 0;
}

int inbox_message_read(struct wire_reader *r, struct inbox_message *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    inbox_message_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = inbox_message_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return inbox_message_complete(seen, e);
}

void inbox_message_write(struct wire_writer *w, const struct inbox_message *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_from + (uint32_t)m->has_topic);
    wire_put_str(w, "id");
    wire_put_uint(w, m->id);
    if (m->has_from) {
        wire_put_str(w, "from");
        wire_put_str(w, m->from.text);
    }
    if (m->has_topic) {
        wire_put_str(w, "topic");
        wire_put_str(w, m->topic.text);
    }
    wire_put_str(w, "body");
    wire_put_span(w, m->body);
    wire_put_str(w, "time_ns");
    wire_put_uint(w, m->time_ns);
}

static int health_check_spec_field(struct wire_reader *r, const struct wire_span *key, struct health_check_spec *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "argv")) {
        if (wire_seen(seen, 0, "argv", e) < 0)
            return -1;
        return read_list(r, &out->argv, str_item, e);
    }
    if (wire_is(key, "interval_ms")) {
        if (wire_seen(seen, 1, "interval_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->interval_ms, e);
    }
    if (wire_is(key, "timeout_ms")) {
        if (wire_seen(seen, 2, "timeout_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->timeout_ms, e);
    }
    if (wire_is(key, "retries")) {
        if (wire_seen(seen, 3, "retries", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->retries, e);
    }
    if (wire_is(key, "start_period_ms")) {
        if (wire_seen(seen, 4, "start_period_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->start_period_ms, e);
    }
    if (wire_is(key, "on_unhealthy")) {
        if (wire_seen(seen, 5, "on_unhealthy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return health_action_read(r, &out->on_unhealthy, e);
    }
    return wire_skip(r, e);
}

static void health_check_spec_defaults(struct health_check_spec *out)
{
    (void)out;
    out->interval_ms = 10000u;
    out->timeout_ms = 5000u;
    out->retries = 3u;
    out->start_period_ms = 0u;
    out->on_unhealthy = HEALTH_ACTION_NONE;
}

static int health_check_spec_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "argv: missing");
    return 0;
}

int health_check_spec_read(struct wire_reader *r, struct health_check_spec *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    health_check_spec_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = health_check_spec_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return health_check_spec_complete(seen, e);
}

void health_check_spec_write(struct wire_writer *w, const struct health_check_spec *m)
{
    (void)m;
    wire_put_map(w, 6u);
    wire_put_str(w, "argv");
    wire_put_array(w, m->argv.count);
    wire_put_raw(w, m->argv.items);
    wire_put_str(w, "interval_ms");
    wire_put_uint(w, m->interval_ms);
    wire_put_str(w, "timeout_ms");
    wire_put_uint(w, m->timeout_ms);
    wire_put_str(w, "retries");
    wire_put_uint(w, m->retries);
    wire_put_str(w, "start_period_ms");
    wire_put_uint(w, m->start_period_ms);
    wire_put_str(w, "on_unhealthy");
    wire_put_str(w, health_action_name(m->on_unhealthy));
}

static int container_spec_field(struct wire_reader *r, const struct wire_span *key, struct container_spec *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_name_read(r, &out->name, e);
    }
    if (wire_is(key, "argv")) {
        if (wire_seen(seen, 2, "argv", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_argv = true;
        return read_list(r, &out->argv, str_item, e);
    }
    if (wire_is(key, "entrypoint")) {
        if (wire_seen(seen, 3, "entrypoint", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_entrypoint = true;
        return read_list(r, &out->entrypoint, str_item, e);
    }
    if (wire_is(key, "env")) {
        if (wire_seen(seen, 4, "env", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_env = true;
        return read_texts(r, &out->env, e);
    }
    if (wire_is(key, "workdir")) {
        if (wire_seen(seen, 5, "workdir", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_workdir = true;
        return path_read(r, &out->workdir, e);
    }
    if (wire_is(key, "user")) {
        if (wire_seen(seen, 6, "user", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_user = true;
        return text_read(r, &out->user, e);
    }
    if (wire_is(key, "hostname")) {
        if (wire_seen(seen, 7, "hostname", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_hostname = true;
        return hostname_read(r, &out->hostname, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 8, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    if (wire_is(key, "limits")) {
        if (wire_seen(seen, 9, "limits", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_limits = true;
        return limits_read(r, &out->limits, e);
    }
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 10, "network", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return network_mode_read(r, &out->network, e);
    }
    if (wire_is(key, "networks")) {
        if (wire_seen(seen, 11, "networks", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_networks = true;
        return read_list(r, &out->networks, network_attachment_item, e);
    }
    if (wire_is(key, "network_container")) {
        if (wire_seen(seen, 12, "network_container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_network_container = true;
        return container_ref_read(r, &out->network_container, e);
    }
    if (wire_is(key, "ports")) {
        if (wire_seen(seen, 13, "ports", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_ports = true;
        return read_list(r, &out->ports, published_port_item, e);
    }
    if (wire_is(key, "dns")) {
        if (wire_seen(seen, 14, "dns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_dns = true;
        return read_list(r, &out->dns, ip_address_item, e);
    }
    if (wire_is(key, "dns_search")) {
        if (wire_seen(seen, 15, "dns_search", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_dns_search = true;
        return read_list(r, &out->dns_search, dns_name_item, e);
    }
    if (wire_is(key, "dns_options")) {
        if (wire_seen(seen, 16, "dns_options", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_dns_options = true;
        return read_list(r, &out->dns_options, resolver_option_item, e);
    }
    if (wire_is(key, "extra_hosts")) {
        if (wire_seen(seen, 17, "extra_hosts", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_extra_hosts = true;
        return read_texts(r, &out->extra_hosts, e);
    }
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 18, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    if (wire_is(key, "icc")) {
        if (wire_seen(seen, 19, "icc", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->icc, e);
    }
    if (wire_is(key, "stdin")) {
        if (wire_seen(seen, 20, "stdin", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->stdin_, e);
    }
    if (wire_is(key, "health")) {
        if (wire_seen(seen, 21, "health", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_health = true;
        return health_check_spec_read(r, &out->health, e);
    }
    if (wire_is(key, "no_health")) {
        if (wire_seen(seen, 22, "no_health", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->no_health, e);
    }
    if (wire_is(key, "setup")) {
        if (wire_seen(seen, 23, "setup", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_setup = true;
        return read_list(r, &out->setup, text_item, e);
    }
    if (wire_is(key, "tty")) {
        if (wire_seen(seen, 24, "tty", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->tty, e);
    }
    if (wire_is(key, "tty_rows")) {
        if (wire_seen(seen, 25, "tty_rows", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return terminal_size_read(r, &out->tty_rows, e);
    }
    if (wire_is(key, "tty_columns")) {
        if (wire_seen(seen, 26, "tty_columns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return terminal_size_read(r, &out->tty_columns, e);
    }
    if (wire_is(key, "rate_in_bytes")) {
        if (wire_seen(seen, 27, "rate_in_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_rate_in_bytes = true;
        return bytes_per_s_read(r, &out->rate_in_bytes, e);
    }
    if (wire_is(key, "rate_out_bytes")) {
        if (wire_seen(seen, 28, "rate_out_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_rate_out_bytes = true;
        return bytes_per_s_read(r, &out->rate_out_bytes, e);
    }
    if (wire_is(key, "read_only")) {
        if (wire_seen(seen, 29, "read_only", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->read_only, e);
    }
    if (wire_is(key, "mounts")) {
        if (wire_seen(seen, 30, "mounts", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_mounts = true;
        return read_list(r, &out->mounts, mount_item, e);
    }
    if (wire_is(key, "secrets")) {
        if (wire_seen(seen, 31, "secrets", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_secrets = true;
        return read_list(r, &out->secrets, secret_mount_item, e);
    }
    if (wire_is(key, "storage_bytes")) {
        if (wire_seen(seen, 32, "storage_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_storage_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->storage_bytes, e);
    }
    if (wire_is(key, "origin")) {
        if (wire_seen(seen, 33, "origin", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_origin = true;
        return origin_read(r, &out->origin, e);
    }
    if (wire_is(key, "image_volumes")) {
        if (wire_seen(seen, 34, "image_volumes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_image_volumes = true;
        return read_list(r, &out->image_volumes, path_item, e);
    }
    if (wire_is(key, "rlimits")) {
        if (wire_seen(seen, 35, "rlimits", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_rlimits = true;
        return read_list(r, &out->rlimits, resource_limit_item, e);
    }
    if (wire_is(key, "userns")) {
        if (wire_seen(seen, 36, "userns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_userns = true;
        return userns_read(r, &out->userns, e);
    }
    if (wire_is(key, "cap_add")) {
        if (wire_seen(seen, 37, "cap_add", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cap_add = true;
        return read_list(r, &out->cap_add, word_item, e);
    }
    if (wire_is(key, "cap_drop")) {
        if (wire_seen(seen, 38, "cap_drop", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cap_drop = true;
        return read_list(r, &out->cap_drop, word_item, e);
    }
    if (wire_is(key, "seccomp")) {
        if (wire_seen(seen, 39, "seccomp", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->seccomp, e);
    }
    if (wire_is(key, "no_new_privs")) {
        if (wire_seen(seen, 40, "no_new_privs", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->no_new_privs, e);
    }
    if (wire_is(key, "shm_bytes")) {
        if (wire_seen(seen, 41, "shm_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->shm_bytes, e);
    }
    if (wire_is(key, "stop_signal")) {
        if (wire_seen(seen, 42, "stop_signal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_stop_signal = true;
        return signal_read(r, &out->stop_signal, e);
    }
    if (wire_is(key, "stop_grace_ms")) {
        if (wire_seen(seen, 43, "stop_grace_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->stop_grace_ms, e);
    }
    if (wire_is(key, "restart")) {
        if (wire_seen(seen, 44, "restart", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return restart_policy_read(r, &out->restart, e);
    }
    if (wire_is(key, "restart_max")) {
        if (wire_seen(seen, 45, "restart_max", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restart_max, e);
    }
    if (wire_is(key, "timeout_ms")) {
        if (wire_seen(seen, 46, "timeout_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_timeout_ms = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->timeout_ms, e);
    }
    if (wire_is(key, "auto_remove")) {
        if (wire_seen(seen, 47, "auto_remove", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->auto_remove, e);
    }
    if (wire_is(key, "log_max_bytes")) {
        if (wire_seen(seen, 48, "log_max_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->log_max_bytes, e);
    }
    if (wire_is(key, "log_segment_bytes")) {
        if (wire_seen(seen, 49, "log_segment_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_log_segment_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->log_segment_bytes, e);
    }
    if (wire_is(key, "log_segments")) {
        if (wire_seen(seen, 50, "log_segments", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_log_segments = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->log_segments, e);
    }
    if (wire_is(key, "log_full")) {
        if (wire_seen(seen, 51, "log_full", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return log_full_read(r, &out->log_full, e);
    }
    return wire_skip(r, e);
}

static void container_spec_defaults(struct container_spec *out)
{
    (void)out;
    out->network = NETWORK_MODE_BRIDGE;
    out->icc = false;
    out->stdin_ = false;
    out->no_health = false;
    out->tty = false;
    out->tty_rows = 24u;
    out->tty_columns = 80u;
    out->read_only = false;
    out->seccomp = true;
    out->no_new_privs = true;
    out->shm_bytes = 67108864u;
    out->stop_grace_ms = 10000u;
    out->restart = RESTART_POLICY_NO;
    out->restart_max = 0u;
    out->auto_remove = false;
    out->log_max_bytes = 67108864u;
    out->log_full = LOG_FULL_DROP;
}

static int container_spec_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int container_spec_read(struct wire_reader *r, struct container_spec *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_spec_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_spec_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_spec_complete(seen, e);
}

void container_spec_write(struct wire_writer *w, const struct container_spec *m)
{
    (void)m;
    wire_put_map(w, 18u + (uint32_t)m->has_name + (uint32_t)m->has_argv + (uint32_t)m->has_entrypoint + (uint32_t)m->has_env + (uint32_t)m->has_workdir + (uint32_t)m->has_user + (uint32_t)m->has_hostname + (uint32_t)m->has_labels + (uint32_t)m->has_limits + (uint32_t)m->has_networks + (uint32_t)m->has_network_container + (uint32_t)m->has_ports + (uint32_t)m->has_dns + (uint32_t)m->has_dns_search + (uint32_t)m->has_dns_options + (uint32_t)m->has_extra_hosts + (uint32_t)m->has_policy + (uint32_t)m->has_health + (uint32_t)m->has_setup + (uint32_t)m->has_rate_in_bytes + (uint32_t)m->has_rate_out_bytes + (uint32_t)m->has_mounts + (uint32_t)m->has_secrets + (uint32_t)m->has_storage_bytes + (uint32_t)m->has_origin + (uint32_t)m->has_image_volumes + (uint32_t)m->has_rlimits + (uint32_t)m->has_userns + (uint32_t)m->has_cap_add + (uint32_t)m->has_cap_drop + (uint32_t)m->has_stop_signal + (uint32_t)m->has_timeout_ms + (uint32_t)m->has_log_segment_bytes + (uint32_t)m->has_log_segments);
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    if (m->has_argv) {
        wire_put_str(w, "argv");
        wire_put_array(w, m->argv.count);
        wire_put_raw(w, m->argv.items);
    }
    if (m->has_entrypoint) {
        wire_put_str(w, "entrypoint");
        wire_put_array(w, m->entrypoint.count);
        wire_put_raw(w, m->entrypoint.items);
    }
    if (m->has_env) {
        wire_put_str(w, "env");
        wire_put_map(w, m->env.count);
        wire_put_raw(w, m->env.items);
    }
    if (m->has_workdir) {
        wire_put_str(w, "workdir");
        wire_put_span(w, m->workdir);
    }
    if (m->has_user) {
        wire_put_str(w, "user");
        wire_put_span(w, m->user);
    }
    if (m->has_hostname) {
        wire_put_str(w, "hostname");
        wire_put_str(w, m->hostname.text);
    }
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
    if (m->has_limits) {
        wire_put_str(w, "limits");
        limits_write(w, &m->limits);
    }
    wire_put_str(w, "network");
    wire_put_str(w, network_mode_name(m->network));
    if (m->has_networks) {
        wire_put_str(w, "networks");
        wire_put_array(w, m->networks.count);
        wire_put_raw(w, m->networks.items);
    }
    if (m->has_network_container) {
        wire_put_str(w, "network_container");
        wire_put_str(w, m->network_container.text);
    }
    if (m->has_ports) {
        wire_put_str(w, "ports");
        wire_put_array(w, m->ports.count);
        wire_put_raw(w, m->ports.items);
    }
    if (m->has_dns) {
        wire_put_str(w, "dns");
        wire_put_array(w, m->dns.count);
        wire_put_raw(w, m->dns.items);
    }
    if (m->has_dns_search) {
        wire_put_str(w, "dns_search");
        wire_put_array(w, m->dns_search.count);
        wire_put_raw(w, m->dns_search.items);
    }
    if (m->has_dns_options) {
        wire_put_str(w, "dns_options");
        wire_put_array(w, m->dns_options.count);
        wire_put_raw(w, m->dns_options.items);
    }
    if (m->has_extra_hosts) {
        wire_put_str(w, "extra_hosts");
        wire_put_map(w, m->extra_hosts.count);
        wire_put_raw(w, m->extra_hosts.items);
    }
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
    wire_put_str(w, "icc");
    wire_put_bool(w, m->icc);
    wire_put_str(w, "stdin");
    wire_put_bool(w, m->stdin_);
    if (m->has_health) {
        wire_put_str(w, "health");
        health_check_spec_write(w, &m->health);
    }
    wire_put_str(w, "no_health");
    wire_put_bool(w, m->no_health);
    if (m->has_setup) {
        wire_put_str(w, "setup");
        wire_put_array(w, m->setup.count);
        wire_put_raw(w, m->setup.items);
    }
    wire_put_str(w, "tty");
    wire_put_bool(w, m->tty);
    wire_put_str(w, "tty_rows");
    wire_put_uint(w, m->tty_rows);
    wire_put_str(w, "tty_columns");
    wire_put_uint(w, m->tty_columns);
    if (m->has_rate_in_bytes) {
        wire_put_str(w, "rate_in_bytes");
        wire_put_uint(w, m->rate_in_bytes);
    }
    if (m->has_rate_out_bytes) {
        wire_put_str(w, "rate_out_bytes");
        wire_put_uint(w, m->rate_out_bytes);
    }
    wire_put_str(w, "read_only");
    wire_put_bool(w, m->read_only);
    if (m->has_mounts) {
        wire_put_str(w, "mounts");
        wire_put_array(w, m->mounts.count);
        wire_put_raw(w, m->mounts.items);
    }
    if (m->has_secrets) {
        wire_put_str(w, "secrets");
        wire_put_array(w, m->secrets.count);
        wire_put_raw(w, m->secrets.items);
    }
    if (m->has_storage_bytes) {
        wire_put_str(w, "storage_bytes");
        wire_put_uint(w, m->storage_bytes);
    }
    if (m->has_origin) {
        wire_put_str(w, "origin");
        origin_write(w, &m->origin);
    }
    if (m->has_image_volumes) {
        wire_put_str(w, "image_volumes");
        wire_put_array(w, m->image_volumes.count);
        wire_put_raw(w, m->image_volumes.items);
    }
    if (m->has_rlimits) {
        wire_put_str(w, "rlimits");
        wire_put_array(w, m->rlimits.count);
        wire_put_raw(w, m->rlimits.items);
    }
    if (m->has_userns) {
        wire_put_str(w, "userns");
        userns_write(w, &m->userns);
    }
    if (m->has_cap_add) {
        wire_put_str(w, "cap_add");
        wire_put_array(w, m->cap_add.count);
        wire_put_raw(w, m->cap_add.items);
    }
    if (m->has_cap_drop) {
        wire_put_str(w, "cap_drop");
        wire_put_array(w, m->cap_drop.count);
        wire_put_raw(w, m->cap_drop.items);
    }
    wire_put_str(w, "seccomp");
    wire_put_bool(w, m->seccomp);
    wire_put_str(w, "no_new_privs");
    wire_put_bool(w, m->no_new_privs);
    wire_put_str(w, "shm_bytes");
    wire_put_uint(w, m->shm_bytes);
    if (m->has_stop_signal) {
        wire_put_str(w, "stop_signal");
        wire_put_uint(w, m->stop_signal);
    }
    wire_put_str(w, "stop_grace_ms");
    wire_put_uint(w, m->stop_grace_ms);
    wire_put_str(w, "restart");
    wire_put_str(w, restart_policy_name(m->restart));
    wire_put_str(w, "restart_max");
    wire_put_uint(w, m->restart_max);
    if (m->has_timeout_ms) {
        wire_put_str(w, "timeout_ms");
        wire_put_uint(w, m->timeout_ms);
    }
    wire_put_str(w, "auto_remove");
    wire_put_bool(w, m->auto_remove);
    wire_put_str(w, "log_max_bytes");
    wire_put_uint(w, m->log_max_bytes);
    if (m->has_log_segment_bytes) {
        wire_put_str(w, "log_segment_bytes");
        wire_put_uint(w, m->log_segment_bytes);
    }
    if (m->has_log_segments) {
        wire_put_str(w, "log_segments");
        wire_put_uint(w, m->log_segments);
    }
    wire_put_str(w, "log_full");
    wire_put_str(w, log_full_name(m->log_full));
}

static int container_exit_field(struct wire_reader *r, const struct wire_span *key, struct container_exit *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "reason")) {
        if (wire_seen(seen, 0, "reason", e) < 0)
            return -1;
        return exit_reason_read(r, &out->reason, e);
    }
    if (wire_is(key, "code")) {
        if (wire_seen(seen, 1, "code", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_code = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->code, e);
    }
    if (wire_is(key, "signal")) {
        if (wire_seen(seen, 2, "signal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_signal = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->signal, e);
    }
    if (wire_is(key, "oom_kills")) {
        if (wire_seen(seen, 3, "oom_kills", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->oom_kills, e);
    }
    if (wire_is(key, "time_ns")) {
        if (wire_seen(seen, 4, "time_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_time_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->time_ns, e);
    }
    if (wire_is(key, "run_ns")) {
        if (wire_seen(seen, 5, "run_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_run_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->run_ns, e);
    }
    if (wire_is(key, "memory_peak_bytes")) {
        if (wire_seen(seen, 6, "memory_peak_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_memory_peak_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->memory_peak_bytes, e);
    }
    if (wire_is(key, "cpu_ns")) {
        if (wire_seen(seen, 7, "cpu_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cpu_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->cpu_ns, e);
    }
    if (wire_is(key, "log_dropped_bytes")) {
        if (wire_seen(seen, 8, "log_dropped_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->log_dropped_bytes, e);
    }
    if (wire_is(key, "output_complete")) {
        if (wire_seen(seen, 9, "output_complete", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->output_complete, e);
    }
    return wire_skip(r, e);
}

static void container_exit_defaults(struct container_exit *out)
{
    (void)out;
    out->oom_kills = 0u;
    out->log_dropped_bytes = 0u;
    out->output_complete = true;
}

static int container_exit_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "reason: missing");
    return 0;
}

int container_exit_read(struct wire_reader *r, struct container_exit *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_exit_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_exit_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_exit_complete(seen, e);
}

void container_exit_write(struct wire_writer *w, const struct container_exit *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_code + (uint32_t)m->has_signal + (uint32_t)m->has_time_ns + (uint32_t)m->has_run_ns + (uint32_t)m->has_memory_peak_bytes + (uint32_t)m->has_cpu_ns);
    wire_put_str(w, "reason");
    wire_put_str(w, exit_reason_name(m->reason));
    if (m->has_code) {
        wire_put_str(w, "code");
        wire_put_uint(w, m->code);
    }
    if (m->has_signal) {
        wire_put_str(w, "signal");
        wire_put_uint(w, m->signal);
    }
    wire_put_str(w, "oom_kills");
    wire_put_uint(w, m->oom_kills);
    if (m->has_time_ns) {
        wire_put_str(w, "time_ns");
        wire_put_uint(w, m->time_ns);
    }
    if (m->has_run_ns) {
        wire_put_str(w, "run_ns");
        wire_put_uint(w, m->run_ns);
    }
    if (m->has_memory_peak_bytes) {
        wire_put_str(w, "memory_peak_bytes");
        wire_put_uint(w, m->memory_peak_bytes);
    }
    if (m->has_cpu_ns) {
        wire_put_str(w, "cpu_ns");
        wire_put_uint(w, m->cpu_ns);
    }
    wire_put_str(w, "log_dropped_bytes");
    wire_put_uint(w, m->log_dropped_bytes);
    wire_put_str(w, "output_complete");
    wire_put_bool(w, m->output_complete);
}

static int phases_field(struct wire_reader *r, const struct wire_span *key, struct phases *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image_ns")) {
        if (wire_seen(seen, 0, "image_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->image_ns, e);
    }
    if (wire_is(key, "commit_ns")) {
        if (wire_seen(seen, 1, "commit_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->commit_ns, e);
    }
    if (wire_is(key, "spawn_ns")) {
        if (wire_seen(seen, 2, "spawn_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->spawn_ns, e);
    }
    if (wire_is(key, "cgroup_ns")) {
        if (wire_seen(seen, 3, "cgroup_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->cgroup_ns, e);
    }
    if (wire_is(key, "clone_ns")) {
        if (wire_seen(seen, 4, "clone_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->clone_ns, e);
    }
    if (wire_is(key, "rootfs_ns")) {
        if (wire_seen(seen, 5, "rootfs_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->rootfs_ns, e);
    }
    if (wire_is(key, "exec_ns")) {
        if (wire_seen(seen, 6, "exec_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->exec_ns, e);
    }
    if (wire_is(key, "network_ns")) {
        if (wire_seen(seen, 7, "network_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->network_ns, e);
    }
    return wire_skip(r, e);
}

static void phases_defaults(struct phases *out)
{
    (void)out;
    out->image_ns = 0u;
    out->commit_ns = 0u;
    out->spawn_ns = 0u;
    out->cgroup_ns = 0u;
    out->clone_ns = 0u;
    out->rootfs_ns = 0u;
    out->exec_ns = 0u;
    out->network_ns = 0u;
}

static int phases_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int phases_read(struct wire_reader *r, struct phases *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    phases_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = phases_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return phases_complete(seen, e);
}

void phases_write(struct wire_writer *w, const struct phases *m)
{
    (void)m;
    wire_put_map(w, 8u);
    wire_put_str(w, "image_ns");
    wire_put_uint(w, m->image_ns);
    wire_put_str(w, "commit_ns");
    wire_put_uint(w, m->commit_ns);
    wire_put_str(w, "spawn_ns");
    wire_put_uint(w, m->spawn_ns);
    wire_put_str(w, "cgroup_ns");
    wire_put_uint(w, m->cgroup_ns);
    wire_put_str(w, "clone_ns");
    wire_put_uint(w, m->clone_ns);
    wire_put_str(w, "rootfs_ns");
    wire_put_uint(w, m->rootfs_ns);
    wire_put_str(w, "exec_ns");
    wire_put_uint(w, m->exec_ns);
    wire_put_str(w, "network_ns");
    wire_put_uint(w, m->network_ns);
}

static int sample_field(struct wire_reader *r, const struct wire_span *key, struct sample *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "boot_ns")) {
        if (wire_seen(seen, 1, "boot_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->boot_ns, e);
    }
    if (wire_is(key, "memory_bytes")) {
        if (wire_seen(seen, 2, "memory_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->memory_bytes, e);
    }
    if (wire_is(key, "memory_peak_bytes")) {
        if (wire_seen(seen, 3, "memory_peak_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->memory_peak_bytes, e);
    }
    if (wire_is(key, "cpu_ns")) {
        if (wire_seen(seen, 4, "cpu_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->cpu_ns, e);
    }
    if (wire_is(key, "pids")) {
        if (wire_seen(seen, 5, "pids", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pids, e);
    }
    if (wire_is(key, "throttled_ns")) {
        if (wire_seen(seen, 6, "throttled_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_throttled_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->throttled_ns, e);
    }
    if (wire_is(key, "throttled_periods")) {
        if (wire_seen(seen, 7, "throttled_periods", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_throttled_periods = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->throttled_periods, e);
    }
    if (wire_is(key, "flows_boot_ns")) {
        if (wire_seen(seen, 8, "flows_boot_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_flows_boot_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->flows_boot_ns, e);
    }
    if (wire_is(key, "cache_bytes")) {
        if (wire_seen(seen, 9, "cache_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cache_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->cache_bytes, e);
    }
    if (wire_is(key, "read_bytes")) {
        if (wire_seen(seen, 10, "read_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_read_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->read_bytes, e);
    }
    if (wire_is(key, "written_bytes")) {
        if (wire_seen(seen, 11, "written_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_written_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->written_bytes, e);
    }
    if (wire_is(key, "received_bytes")) {
        if (wire_seen(seen, 12, "received_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_received_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->received_bytes, e);
    }
    if (wire_is(key, "sent_bytes")) {
        if (wire_seen(seen, 13, "sent_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_sent_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->sent_bytes, e);
    }
    if (wire_is(key, "memory_limit_bytes")) {
        if (wire_seen(seen, 14, "memory_limit_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_memory_limit_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->memory_limit_bytes, e);
    }
    if (wire_is(key, "cpu_limit_millis")) {
        if (wire_seen(seen, 15, "cpu_limit_millis", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cpu_limit_millis = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->cpu_limit_millis, e);
    }
    return wire_skip(r, e);
}

static void sample_defaults(struct sample *out)
{
    (void)out;
    out->boot_ns = 0u;
}

static int sample_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "memory_bytes: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "memory_peak_bytes: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "cpu_ns: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "pids: missing");
    return 0;
}

int sample_read(struct wire_reader *r, struct sample *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    sample_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = sample_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return sample_complete(seen, e);
}

void sample_write(struct wire_writer *w, const struct sample *m)
{
    (void)m;
    wire_put_map(w, 6u + (uint32_t)m->has_throttled_ns + (uint32_t)m->has_throttled_periods + (uint32_t)m->has_flows_boot_ns + (uint32_t)m->has_cache_bytes + (uint32_t)m->has_read_bytes + (uint32_t)m->has_written_bytes + (uint32_t)m->has_received_bytes + (uint32_t)m->has_sent_bytes + (uint32_t)m->has_memory_limit_bytes + (uint32_t)m->has_cpu_limit_millis);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "boot_ns");
    wire_put_uint(w, m->boot_ns);
    wire_put_str(w, "memory_bytes");
    wire_put_uint(w, m->memory_bytes);
    wire_put_str(w, "memory_peak_bytes");
    wire_put_uint(w, m->memory_peak_bytes);
    wire_put_str(w, "cpu_ns");
    wire_put_uint(w, m->cpu_ns);
    wire_put_str(w, "pids");
    wire_put_uint(w, m->pids);
    if (m->has_throttled_ns) {
        wire_put_str(w, "throttled_ns");
        wire_put_uint(w, m->throttled_ns);
    }
    if (m->has_throttled_periods) {
        wire_put_str(w, "throttled_periods");
        wire_put_uint(w, m->throttled_periods);
    }
    if (m->has_flows_boot_ns) {
        wire_put_str(w, "flows_boot_ns");
        wire_put_uint(w, m->flows_boot_ns);
    }
    if (m->has_cache_bytes) {
        wire_put_str(w, "cache_bytes");
        wire_put_uint(w, m->cache_bytes);
    }
    if (m->has_read_bytes) {
        wire_put_str(w, "read_bytes");
        wire_put_uint(w, m->read_bytes);
    }
    if (m->has_written_bytes) {
        wire_put_str(w, "written_bytes");
        wire_put_uint(w, m->written_bytes);
    }
    if (m->has_received_bytes) {
        wire_put_str(w, "received_bytes");
        wire_put_uint(w, m->received_bytes);
    }
    if (m->has_sent_bytes) {
        wire_put_str(w, "sent_bytes");
        wire_put_uint(w, m->sent_bytes);
    }
    if (m->has_memory_limit_bytes) {
        wire_put_str(w, "memory_limit_bytes");
        wire_put_uint(w, m->memory_limit_bytes);
    }
    if (m->has_cpu_limit_millis) {
        wire_put_str(w, "cpu_limit_millis");
        wire_put_uint(w, m->cpu_limit_millis);
    }
}

static int stats_view_field(struct wire_reader *r, const struct wire_span *key, struct stats_view *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_name_read(r, &out->name, e);
    }
    if (wire_is(key, "sample")) {
        if (wire_seen(seen, 1, "sample", e) < 0)
            return -1;
        return sample_read(r, &out->sample, e);
    }
    return wire_skip(r, e);
}

static void stats_view_defaults(struct stats_view *out)
{
    (void)out;
}

static int stats_view_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "sample: missing");
    return 0;
}

int stats_view_read(struct wire_reader *r, struct stats_view *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    stats_view_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = stats_view_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return stats_view_complete(seen, e);
}

void stats_view_write(struct wire_writer *w, const struct stats_view *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_name);
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    wire_put_str(w, "sample");
    sample_write(w, &m->sample);
}

static int metric_field(struct wire_reader *r, const struct wire_span *key, struct metric *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "time_ns")) {
        if (wire_seen(seen, 0, "time_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->time_ns, e);
    }
    if (wire_is(key, "sample")) {
        if (wire_seen(seen, 1, "sample", e) < 0)
            return -1;
        return sample_read(r, &out->sample, e);
    }
    return wire_skip(r, e);
}

static void metric_defaults(struct metric *out)
{
    (void)out;
}

static int metric_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "time_ns: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "sample: missing");
    return 0;
}

int metric_read(struct wire_reader *r, struct metric *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    metric_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = metric_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return metric_complete(seen, e);
}

void metric_write(struct wire_writer *w, const struct metric *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "time_ns");
    wire_put_uint(w, m->time_ns);
    wire_put_str(w, "sample");
    sample_write(w, &m->sample);
}

static int container_view_field(struct wire_reader *r, const struct wire_span *key, struct container_view *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_name_read(r, &out->name, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 2, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "want")) {
        if (wire_seen(seen, 3, "want", e) < 0)
            return -1;
        return want_read(r, &out->want, e);
    }
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 4, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 5, "digest", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_digest = true;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "argv")) {
        if (wire_seen(seen, 6, "argv", e) < 0)
            return -1;
        return read_list(r, &out->argv, str_item, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 7, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 8, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    if (wire_is(key, "restarts")) {
        if (wire_seen(seen, 9, "restarts", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restarts, e);
    }
    if (wire_is(key, "pid")) {
        if (wire_seen(seen, 10, "pid", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_pid = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pid, e);
    }
    if (wire_is(key, "created_ns")) {
        if (wire_seen(seen, 11, "created_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->created_ns, e);
    }
    if (wire_is(key, "started_ns")) {
        if (wire_seen(seen, 12, "started_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_started_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_ns, e);
    }
    if (wire_is(key, "uptime_ns")) {
        if (wire_seen(seen, 13, "uptime_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_uptime_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->uptime_ns, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 14, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    if (wire_is(key, "error")) {
        if (wire_seen(seen, 15, "error", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error = true;
        return text_read(r, &out->error, e);
    }
    if (wire_is(key, "error_code")) {
        if (wire_seen(seen, 16, "error_code", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error_code = true;
        return word_read(r, &out->error_code, e);
    }
    if (wire_is(key, "memory_bytes")) {
        if (wire_seen(seen, 17, "memory_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_memory_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->memory_bytes, e);
    }
    if (wire_is(key, "memory_peak_bytes")) {
        if (wire_seen(seen, 18, "memory_peak_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_memory_peak_bytes = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->memory_peak_bytes, e);
    }
    if (wire_is(key, "cpu_ns")) {
        if (wire_seen(seen, 19, "cpu_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cpu_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->cpu_ns, e);
    }
    if (wire_is(key, "pids")) {
        if (wire_seen(seen, 20, "pids", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_pids = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pids, e);
    }
    if (wire_is(key, "sampled_ns")) {
        if (wire_seen(seen, 21, "sampled_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_sampled_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->sampled_ns, e);
    }
    if (wire_is(key, "networks")) {
        if (wire_seen(seen, 22, "networks", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_networks = true;
        return read_list(r, &out->networks, attachment_item, e);
    }
    if (wire_is(key, "health")) {
        if (wire_seen(seen, 23, "health", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_health = true;
        return health_status_read(r, &out->health, e);
    }
    return wire_skip(r, e);
}

static void container_view_defaults(struct container_view *out)
{
    (void)out;
}

static int container_view_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "want: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "image: missing");
    if (!(seen & 1ull << 6))
        return err_set(e, ERR_INVALID, "argv: missing");
    if (!(seen & 1ull << 8))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    if (!(seen & 1ull << 9))
        return err_set(e, ERR_INVALID, "restarts: missing");
    if (!(seen & 1ull << 11))
        return err_set(e, ERR_INVALID, "created_ns: missing");
    return 0;
}

int container_view_read(struct wire_reader *r, struct container_view *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_view_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_view_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_view_complete(seen, e);
}

void container_view_write(struct wire_writer *w, const struct container_view *m)
{
    (void)m;
    wire_put_map(w, 8u + (uint32_t)m->has_name + (uint32_t)m->has_digest + (uint32_t)m->has_labels + (uint32_t)m->has_pid + (uint32_t)m->has_started_ns + (uint32_t)m->has_uptime_ns + (uint32_t)m->has_exit + (uint32_t)m->has_error + (uint32_t)m->has_error_code + (uint32_t)m->has_memory_bytes + (uint32_t)m->has_memory_peak_bytes + (uint32_t)m->has_cpu_ns + (uint32_t)m->has_pids + (uint32_t)m->has_sampled_ns + (uint32_t)m->has_networks + (uint32_t)m->has_health);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    wire_put_str(w, "want");
    wire_put_str(w, want_name(m->want));
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
    if (m->has_digest) {
        wire_put_str(w, "digest");
        wire_put_str(w, m->digest.text);
    }
    wire_put_str(w, "argv");
    wire_put_array(w, m->argv.count);
    wire_put_raw(w, m->argv.items);
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
    wire_put_str(w, "restarts");
    wire_put_uint(w, m->restarts);
    if (m->has_pid) {
        wire_put_str(w, "pid");
        wire_put_uint(w, m->pid);
    }
    wire_put_str(w, "created_ns");
    wire_put_uint(w, m->created_ns);
    if (m->has_started_ns) {
        wire_put_str(w, "started_ns");
        wire_put_uint(w, m->started_ns);
    }
    if (m->has_uptime_ns) {
        wire_put_str(w, "uptime_ns");
        wire_put_uint(w, m->uptime_ns);
    }
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
    if (m->has_error) {
        wire_put_str(w, "error");
        wire_put_span(w, m->error);
    }
    if (m->has_error_code) {
        wire_put_str(w, "error_code");
        wire_put_str(w, m->error_code.text);
    }
    if (m->has_memory_bytes) {
        wire_put_str(w, "memory_bytes");
        wire_put_uint(w, m->memory_bytes);
    }
    if (m->has_memory_peak_bytes) {
        wire_put_str(w, "memory_peak_bytes");
        wire_put_uint(w, m->memory_peak_bytes);
    }
    if (m->has_cpu_ns) {
        wire_put_str(w, "cpu_ns");
        wire_put_uint(w, m->cpu_ns);
    }
    if (m->has_pids) {
        wire_put_str(w, "pids");
        wire_put_uint(w, m->pids);
    }
    if (m->has_sampled_ns) {
        wire_put_str(w, "sampled_ns");
        wire_put_uint(w, m->sampled_ns);
    }
    if (m->has_networks) {
        wire_put_str(w, "networks");
        wire_put_array(w, m->networks.count);
        wire_put_raw(w, m->networks.items);
    }
    if (m->has_health) {
        wire_put_str(w, "health");
        wire_put_str(w, health_status_name(m->health));
    }
}

static int container_record_field(struct wire_reader *r, const struct wire_span *key, struct container_record *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "want")) {
        if (wire_seen(seen, 2, "want", e) < 0)
            return -1;
        return want_read(r, &out->want, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 3, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    if (wire_is(key, "restarts")) {
        if (wire_seen(seen, 4, "restarts", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restarts, e);
    }
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 5, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "repair")) {
        if (wire_seen(seen, 6, "repair", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->repair, e);
    }
    if (wire_is(key, "layers")) {
        if (wire_seen(seen, 7, "layers", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_layers = true;
        return read_list(r, &out->layers, digest_item, e);
    }
    if (wire_is(key, "created_ns")) {
        if (wire_seen(seen, 8, "created_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->created_ns, e);
    }
    if (wire_is(key, "started_ns")) {
        if (wire_seen(seen, 9, "started_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_started_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_ns, e);
    }
    if (wire_is(key, "started_boot_ns")) {
        if (wire_seen(seen, 10, "started_boot_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_started_boot_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_boot_ns, e);
    }
    if (wire_is(key, "stop_reason")) {
        if (wire_seen(seen, 11, "stop_reason", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_stop_reason = true;
        return exit_reason_read(r, &out->stop_reason, e);
    }
    if (wire_is(key, "kill_at_boot_ns")) {
        if (wire_seen(seen, 12, "kill_at_boot_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_kill_at_boot_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->kill_at_boot_ns, e);
    }
    if (wire_is(key, "boot_id")) {
        if (wire_seen(seen, 13, "boot_id", e) < 0)
            return -1;
        return word_read(r, &out->boot_id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 14, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    if (wire_is(key, "error")) {
        if (wire_seen(seen, 15, "error", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error = true;
        return text_read(r, &out->error, e);
    }
    if (wire_is(key, "error_code")) {
        if (wire_seen(seen, 16, "error_code", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error_code = true;
        return word_read(r, &out->error_code, e);
    }
    if (wire_is(key, "spec")) {
        if (wire_seen(seen, 17, "spec", e) < 0)
            return -1;
        return wire_read_raw_map(r, &out->spec, e);
    }
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 18, "attachments", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attachments = true;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    if (wire_is(key, "health")) {
        if (wire_seen(seen, 19, "health", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_health = true;
        return health_status_read(r, &out->health, e);
    }
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 20, "generation", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    return wire_skip(r, e);
}

static void container_record_defaults(struct container_record *out)
{
    (void)out;
    out->restarts = 0u;
    out->repair = false;
    out->generation = 0u;
}

static int container_record_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "want: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 8))
        return err_set(e, ERR_INVALID, "created_ns: missing");
    if (!(seen & 1ull << 13))
        return err_set(e, ERR_INVALID, "boot_id: missing");
    if (!(seen & 1ull << 17))
        return err_set(e, ERR_INVALID, "spec: missing");
    return 0;
}

int container_record_read(struct wire_reader *r, struct container_record *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_record_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_record_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_record_complete(seen, e);
}

void container_record_write(struct wire_writer *w, const struct container_record *m)
{
    (void)m;
    wire_put_map(w, 11u + (uint32_t)m->has_layers + (uint32_t)m->has_started_ns + (uint32_t)m->has_started_boot_ns + (uint32_t)m->has_stop_reason + (uint32_t)m->has_kill_at_boot_ns + (uint32_t)m->has_exit + (uint32_t)m->has_error + (uint32_t)m->has_error_code + (uint32_t)m->has_attachments + (uint32_t)m->has_health);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    wire_put_str(w, "want");
    wire_put_str(w, want_name(m->want));
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
    wire_put_str(w, "restarts");
    wire_put_uint(w, m->restarts);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "repair");
    wire_put_bool(w, m->repair);
    if (m->has_layers) {
        wire_put_str(w, "layers");
        wire_put_array(w, m->layers.count);
        wire_put_raw(w, m->layers.items);
    }
    wire_put_str(w, "created_ns");
    wire_put_uint(w, m->created_ns);
    if (m->has_started_ns) {
        wire_put_str(w, "started_ns");
        wire_put_uint(w, m->started_ns);
    }
    if (m->has_started_boot_ns) {
        wire_put_str(w, "started_boot_ns");
        wire_put_uint(w, m->started_boot_ns);
    }
    if (m->has_stop_reason) {
        wire_put_str(w, "stop_reason");
        wire_put_str(w, exit_reason_name(m->stop_reason));
    }
    if (m->has_kill_at_boot_ns) {
        wire_put_str(w, "kill_at_boot_ns");
        wire_put_uint(w, m->kill_at_boot_ns);
    }
    wire_put_str(w, "boot_id");
    wire_put_str(w, m->boot_id.text);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
    if (m->has_error) {
        wire_put_str(w, "error");
        wire_put_span(w, m->error);
    }
    if (m->has_error_code) {
        wire_put_str(w, "error_code");
        wire_put_str(w, m->error_code.text);
    }
    wire_put_str(w, "spec");
    wire_put_raw(w, m->spec);
    if (m->has_attachments) {
        wire_put_str(w, "attachments");
        wire_put_array(w, m->attachments.count);
        wire_put_raw(w, m->attachments.items);
    }
    if (m->has_health) {
        wire_put_str(w, "health");
        wire_put_str(w, health_status_name(m->health));
    }
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
}

static int exec_record_field(struct wire_reader *r, const struct wire_span *key, struct exec_record *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "argv")) {
        if (wire_seen(seen, 0, "argv", e) < 0)
            return -1;
        return read_list(r, &out->argv, str_item, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 1, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    if (wire_is(key, "started_ns")) {
        if (wire_seen(seen, 2, "started_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_ns, e);
    }
    if (wire_is(key, "deadline_boot_ms")) {
        if (wire_seen(seen, 3, "deadline_boot_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_deadline_boot_ms = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->deadline_boot_ms, e);
    }
    if (wire_is(key, "stdin")) {
        if (wire_seen(seen, 4, "stdin", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->stdin_, e);
    }
    if (wire_is(key, "tty")) {
        if (wire_seen(seen, 5, "tty", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->tty, e);
    }
    if (wire_is(key, "work")) {
        if (wire_seen(seen, 6, "work", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->work, e);
    }
    if (wire_is(key, "tree")) {
        if (wire_seen(seen, 7, "tree", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->tree, e);
    }
    return wire_skip(r, e);
}

static void exec_record_defaults(struct exec_record *out)
{
    (void)out;
    out->stdin_ = false;
    out->tty = false;
    out->work = false;
    out->tree = false;
}

static int exec_record_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "argv: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "uid: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "started_ns: missing");
    return 0;
}

int exec_record_read(struct wire_reader *r, struct exec_record *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_record_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_record_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_record_complete(seen, e);
}

void exec_record_write(struct wire_writer *w, const struct exec_record *m)
{
    (void)m;
    wire_put_map(w, 7u + (uint32_t)m->has_deadline_boot_ms);
    wire_put_str(w, "argv");
    wire_put_array(w, m->argv.count);
    wire_put_raw(w, m->argv.items);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "started_ns");
    wire_put_uint(w, m->started_ns);
    if (m->has_deadline_boot_ms) {
        wire_put_str(w, "deadline_boot_ms");
        wire_put_uint(w, m->deadline_boot_ms);
    }
    wire_put_str(w, "stdin");
    wire_put_bool(w, m->stdin_);
    wire_put_str(w, "tty");
    wire_put_bool(w, m->tty);
    wire_put_str(w, "work");
    wire_put_bool(w, m->work);
    wire_put_str(w, "tree");
    wire_put_bool(w, m->tree);
}

static int exec_session_field(struct wire_reader *r, const struct wire_span *key, struct exec_session *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "argv")) {
        if (wire_seen(seen, 1, "argv", e) < 0)
            return -1;
        return read_list(r, &out->argv, str_item, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 2, "state", e) < 0)
            return -1;
        return exec_state_read(r, &out->state, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 3, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    if (wire_is(key, "started_ns")) {
        if (wire_seen(seen, 4, "started_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_ns, e);
    }
    if (wire_is(key, "stdin")) {
        if (wire_seen(seen, 5, "stdin", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->stdin_, e);
    }
    if (wire_is(key, "tty")) {
        if (wire_seen(seen, 6, "tty", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->tty, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 7, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    if (wire_is(key, "error")) {
        if (wire_seen(seen, 8, "error", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error = true;
        return text_read(r, &out->error, e);
    }
    return wire_skip(r, e);
}

static void exec_session_defaults(struct exec_session *out)
{
    (void)out;
    out->stdin_ = false;
    out->tty = false;
}

static int exec_session_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "argv: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "uid: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "started_ns: missing");
    return 0;
}

int exec_session_read(struct wire_reader *r, struct exec_session *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_session_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_session_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_session_complete(seen, e);
}

void exec_session_write(struct wire_writer *w, const struct exec_session *m)
{
    (void)m;
    wire_put_map(w, 7u + (uint32_t)m->has_exit + (uint32_t)m->has_error);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "argv");
    wire_put_array(w, m->argv.count);
    wire_put_raw(w, m->argv.items);
    wire_put_str(w, "state");
    wire_put_str(w, exec_state_name(m->state));
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "started_ns");
    wire_put_uint(w, m->started_ns);
    wire_put_str(w, "stdin");
    wire_put_bool(w, m->stdin_);
    wire_put_str(w, "tty");
    wire_put_bool(w, m->tty);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
    if (m->has_error) {
        wire_put_str(w, "error");
        wire_put_span(w, m->error);
    }
}

static int exec_past_field(struct wire_reader *r, const struct wire_span *key, struct exec_past *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 1, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 2, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    if (wire_is(key, "started_ns")) {
        if (wire_seen(seen, 3, "started_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_ns, e);
    }
    if (wire_is(key, "pid")) {
        if (wire_seen(seen, 4, "pid", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pid, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 5, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void exec_past_defaults(struct exec_past *out)
{
    (void)out;
}

static int exec_past_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "uid: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "started_ns: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "pid: missing");
    return 0;
}

int exec_past_read(struct wire_reader *r, struct exec_past *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_past_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_past_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_past_complete(seen, e);
}

void exec_past_write(struct wire_writer *w, const struct exec_past *m)
{
    (void)m;
    wire_put_map(w, 5u + (uint32_t)m->has_exit);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "started_ns");
    wire_put_uint(w, m->started_ns);
    wire_put_str(w, "pid");
    wire_put_uint(w, m->pid);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
}

static int event_field(struct wire_reader *r, const struct wire_span *key, struct event *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "v")) {
        if (wire_seen(seen, 0, "v", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->v, e);
    }
    if (wire_is(key, "seq")) {
        if (wire_seen(seen, 1, "seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->seq, e);
    }
    if (wire_is(key, "cseq")) {
        if (wire_seen(seen, 2, "cseq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->cseq, e);
    }
    if (wire_is(key, "log_id")) {
        if (wire_seen(seen, 3, "log_id", e) < 0)
            return -1;
        return log_id_read(r, &out->log_id, e);
    }
    if (wire_is(key, "time_ns")) {
        if (wire_seen(seen, 4, "time_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->time_ns, e);
    }
    if (wire_is(key, "boot_ns")) {
        if (wire_seen(seen, 5, "boot_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->boot_ns, e);
    }
    if (wire_is(key, "type")) {
        if (wire_seen(seen, 6, "type", e) < 0)
            return -1;
        return word_read(r, &out->type, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 7, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 8, "incarnation", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_incarnation = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 9, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    if (wire_is(key, "attrs")) {
        if (wire_seen(seen, 10, "attrs", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attrs = true;
        return wire_read_raw_map(r, &out->attrs, e);
    }
    return wire_skip(r, e);
}

static void event_defaults(struct event *out)
{
    (void)out;
}

static int event_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "v: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "seq: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "cseq: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "log_id: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "time_ns: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "boot_ns: missing");
    if (!(seen & 1ull << 6))
        return err_set(e, ERR_INVALID, "type: missing");
    if (!(seen & 1ull << 9))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int event_read(struct wire_reader *r, struct event *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_complete(seen, e);
}

void event_write(struct wire_writer *w, const struct event *m)
{
    (void)m;
    wire_put_map(w, 8u + (uint32_t)m->has_container + (uint32_t)m->has_incarnation + (uint32_t)m->has_attrs);
    wire_put_str(w, "v");
    wire_put_uint(w, m->v);
    wire_put_str(w, "seq");
    wire_put_uint(w, m->seq);
    wire_put_str(w, "cseq");
    wire_put_uint(w, m->cseq);
    wire_put_str(w, "log_id");
    wire_put_str(w, m->log_id.text);
    wire_put_str(w, "time_ns");
    wire_put_uint(w, m->time_ns);
    wire_put_str(w, "boot_ns");
    wire_put_uint(w, m->boot_ns);
    wire_put_str(w, "type");
    wire_put_str(w, m->type.text);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    if (m->has_incarnation) {
        wire_put_str(w, "incarnation");
        wire_put_uint(w, m->incarnation);
    }
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
    if (m->has_attrs) {
        wire_put_str(w, "attrs");
        wire_put_raw(w, m->attrs);
    }
}

static int actor_status_field(struct wire_reader *r, const struct wire_span *key, struct actor_status *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return word_read(r, &out->name, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return actor_state_read(r, &out->state, e);
    }
    if (wire_is(key, "pid")) {
        if (wire_seen(seen, 2, "pid", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pid, e);
    }
    if (wire_is(key, "restarts")) {
        if (wire_seen(seen, 3, "restarts", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restarts, e);
    }
    return wire_skip(r, e);
}

static void actor_status_defaults(struct actor_status *out)
{
    (void)out;
}

static int actor_status_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "pid: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "restarts: missing");
    return 0;
}

int actor_status_read(struct wire_reader *r, struct actor_status *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    actor_status_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = actor_status_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return actor_status_complete(seen, e);
}

void actor_status_write(struct wire_writer *w, const struct actor_status *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    wire_put_str(w, "state");
    wire_put_str(w, actor_state_name(m->state));
    wire_put_str(w, "pid");
    wire_put_uint(w, m->pid);
    wire_put_str(w, "restarts");
    wire_put_uint(w, m->restarts);
}

static int image_field(struct wire_reader *r, const struct wire_span *key, struct image *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "config_digest")) {
        if (wire_seen(seen, 1, "config_digest", e) < 0)
            return -1;
        return digest_read(r, &out->config_digest, e);
    }
    if (wire_is(key, "source")) {
        if (wire_seen(seen, 2, "source", e) < 0)
            return -1;
        return text_read(r, &out->source, e);
    }
    if (wire_is(key, "tags")) {
        if (wire_seen(seen, 3, "tags", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_tags = true;
        return read_list(r, &out->tags, tag_name_item, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 4, "bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    if (wire_is(key, "blob_bytes")) {
        if (wire_seen(seen, 5, "blob_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->blob_bytes, e);
    }
    if (wire_is(key, "entries")) {
        if (wire_seen(seen, 6, "entries", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->entries, e);
    }
    if (wire_is(key, "layers")) {
        if (wire_seen(seen, 7, "layers", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->layers, e);
    }
    if (wire_is(key, "repaired")) {
        if (wire_seen(seen, 8, "repaired", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->repaired, e);
    }
    if (wire_is(key, "os")) {
        if (wire_seen(seen, 9, "os", e) < 0)
            return -1;
        return word_read(r, &out->os, e);
    }
    if (wire_is(key, "architecture")) {
        if (wire_seen(seen, 10, "architecture", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_architecture = true;
        return word_read(r, &out->architecture, e);
    }
    if (wire_is(key, "created_ns")) {
        if (wire_seen(seen, 11, "created_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->created_ns, e);
    }
    return wire_skip(r, e);
}

static void image_defaults(struct image *out)
{
    (void)out;
    out->blob_bytes = 0u;
    out->layers = 1u;
    out->repaired = 0u;
}

static int image_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "config_digest: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "source: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "bytes: missing");
    if (!(seen & 1ull << 6))
        return err_set(e, ERR_INVALID, "entries: missing");
    if (!(seen & 1ull << 9))
        return err_set(e, ERR_INVALID, "os: missing");
    if (!(seen & 1ull << 11))
        return err_set(e, ERR_INVALID, "created_ns: missing");
    return 0;
}

int image_read(struct wire_reader *r, struct image *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_complete(seen, e);
}

void image_write(struct wire_writer *w, const struct image *m)
{
    (void)m;
    wire_put_map(w, 10u + (uint32_t)m->has_tags + (uint32_t)m->has_architecture);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "config_digest");
    wire_put_str(w, m->config_digest.text);
    wire_put_str(w, "source");
    wire_put_span(w, m->source);
    if (m->has_tags) {
        wire_put_str(w, "tags");
        wire_put_array(w, m->tags.count);
        wire_put_raw(w, m->tags.items);
    }
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
    wire_put_str(w, "blob_bytes");
    wire_put_uint(w, m->blob_bytes);
    wire_put_str(w, "entries");
    wire_put_uint(w, m->entries);
    wire_put_str(w, "layers");
    wire_put_uint(w, m->layers);
    wire_put_str(w, "repaired");
    wire_put_uint(w, m->repaired);
    wire_put_str(w, "os");
    wire_put_str(w, m->os.text);
    if (m->has_architecture) {
        wire_put_str(w, "architecture");
        wire_put_str(w, m->architecture.text);
    }
    wire_put_str(w, "created_ns");
    wire_put_uint(w, m->created_ns);
}

static int image_layer_field(struct wire_reader *r, const struct wire_span *key, struct image_layer *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "diff")) {
        if (wire_seen(seen, 0, "diff", e) < 0)
            return -1;
        return digest_read(r, &out->diff, e);
    }
    if (wire_is(key, "blob")) {
        if (wire_seen(seen, 1, "blob", e) < 0)
            return -1;
        return digest_read(r, &out->blob, e);
    }
    if (wire_is(key, "media")) {
        if (wire_seen(seen, 2, "media", e) < 0)
            return -1;
        return text_read(r, &out->media, e);
    }
    if (wire_is(key, "blob_bytes")) {
        if (wire_seen(seen, 3, "blob_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->blob_bytes, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 4, "bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    if (wire_is(key, "entries")) {
        if (wire_seen(seen, 5, "entries", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->entries, e);
    }
    if (wire_is(key, "path")) {
        if (wire_seen(seen, 6, "path", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_path = true;
        return text_read(r, &out->path, e);
    }
    return wire_skip(r, e);
}

static void image_layer_defaults(struct image_layer *out)
{
    (void)out;
    out->bytes = 0u;
    out->entries = 0u;
}

static int image_layer_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "diff: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "blob: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "media: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "blob_bytes: missing");
    return 0;
}

int image_layer_read(struct wire_reader *r, struct image_layer *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_layer_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_layer_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_layer_complete(seen, e);
}

void image_layer_write(struct wire_writer *w, const struct image_layer *m)
{
    (void)m;
    wire_put_map(w, 6u + (uint32_t)m->has_path);
    wire_put_str(w, "diff");
    wire_put_str(w, m->diff.text);
    wire_put_str(w, "blob");
    wire_put_str(w, m->blob.text);
    wire_put_str(w, "media");
    wire_put_span(w, m->media);
    wire_put_str(w, "blob_bytes");
    wire_put_uint(w, m->blob_bytes);
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
    wire_put_str(w, "entries");
    wire_put_uint(w, m->entries);
    if (m->has_path) {
        wire_put_str(w, "path");
        wire_put_span(w, m->path);
    }
}

static int image_config_field(struct wire_reader *r, const struct wire_span *key, struct image_config *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "entrypoint")) {
        if (wire_seen(seen, 0, "entrypoint", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_entrypoint = true;
        return read_list(r, &out->entrypoint, str_item, e);
    }
    if (wire_is(key, "cmd")) {
        if (wire_seen(seen, 1, "cmd", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cmd = true;
        return read_list(r, &out->cmd, str_item, e);
    }
    if (wire_is(key, "env")) {
        if (wire_seen(seen, 2, "env", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_env = true;
        return read_texts(r, &out->env, e);
    }
    if (wire_is(key, "user")) {
        if (wire_seen(seen, 3, "user", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_user = true;
        return text_read(r, &out->user, e);
    }
    if (wire_is(key, "workdir")) {
        if (wire_seen(seen, 4, "workdir", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_workdir = true;
        return path_read(r, &out->workdir, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 5, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    if (wire_is(key, "exposed_ports")) {
        if (wire_seen(seen, 6, "exposed_ports", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exposed_ports = true;
        return read_list(r, &out->exposed_ports, text_item, e);
    }
    if (wire_is(key, "volumes")) {
        if (wire_seen(seen, 7, "volumes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_volumes = true;
        return read_list(r, &out->volumes, path_item, e);
    }
    if (wire_is(key, "stop_signal")) {
        if (wire_seen(seen, 8, "stop_signal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_stop_signal = true;
        return signal_read(r, &out->stop_signal, e);
    }
    if (wire_is(key, "health")) {
        if (wire_seen(seen, 9, "health", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_health = true;
        return health_check_spec_read(r, &out->health, e);
    }
    return wire_skip(r, e);
}

static void image_config_defaults(struct image_config *out)
{
    (void)out;
}

static int image_config_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int image_config_read(struct wire_reader *r, struct image_config *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_config_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_config_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_config_complete(seen, e);
}

void image_config_write(struct wire_writer *w, const struct image_config *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_entrypoint + (uint32_t)m->has_cmd + (uint32_t)m->has_env + (uint32_t)m->has_user + (uint32_t)m->has_workdir + (uint32_t)m->has_labels + (uint32_t)m->has_exposed_ports + (uint32_t)m->has_volumes + (uint32_t)m->has_stop_signal + (uint32_t)m->has_health);
    if (m->has_entrypoint) {
        wire_put_str(w, "entrypoint");
        wire_put_array(w, m->entrypoint.count);
        wire_put_raw(w, m->entrypoint.items);
    }
    if (m->has_cmd) {
        wire_put_str(w, "cmd");
        wire_put_array(w, m->cmd.count);
        wire_put_raw(w, m->cmd.items);
    }
    if (m->has_env) {
        wire_put_str(w, "env");
        wire_put_map(w, m->env.count);
        wire_put_raw(w, m->env.items);
    }
    if (m->has_user) {
        wire_put_str(w, "user");
        wire_put_span(w, m->user);
    }
    if (m->has_workdir) {
        wire_put_str(w, "workdir");
        wire_put_span(w, m->workdir);
    }
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
    if (m->has_exposed_ports) {
        wire_put_str(w, "exposed_ports");
        wire_put_array(w, m->exposed_ports.count);
        wire_put_raw(w, m->exposed_ports.items);
    }
    if (m->has_volumes) {
        wire_put_str(w, "volumes");
        wire_put_array(w, m->volumes.count);
        wire_put_raw(w, m->volumes.items);
    }
    if (m->has_stop_signal) {
        wire_put_str(w, "stop_signal");
        wire_put_uint(w, m->stop_signal);
    }
    if (m->has_health) {
        wire_put_str(w, "health");
        health_check_spec_write(w, &m->health);
    }
}

static int image_step_field(struct wire_reader *r, const struct wire_span *key, struct image_step *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "created")) {
        if (wire_seen(seen, 0, "created", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_created = true;
        return text_read(r, &out->created, e);
    }
    if (wire_is(key, "created_by")) {
        if (wire_seen(seen, 1, "created_by", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_created_by = true;
        return text_read(r, &out->created_by, e);
    }
    if (wire_is(key, "comment")) {
        if (wire_seen(seen, 2, "comment", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_comment = true;
        return text_read(r, &out->comment, e);
    }
    if (wire_is(key, "empty")) {
        if (wire_seen(seen, 3, "empty", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->empty, e);
    }
    return wire_skip(r, e);
}

static void image_step_defaults(struct image_step *out)
{
    (void)out;
    out->empty = false;
}

static int image_step_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int image_step_read(struct wire_reader *r, struct image_step *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_step_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_step_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_step_complete(seen, e);
}

void image_step_write(struct wire_writer *w, const struct image_step *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_created + (uint32_t)m->has_created_by + (uint32_t)m->has_comment);
    if (m->has_created) {
        wire_put_str(w, "created");
        wire_put_span(w, m->created);
    }
    if (m->has_created_by) {
        wire_put_str(w, "created_by");
        wire_put_span(w, m->created_by);
    }
    if (m->has_comment) {
        wire_put_str(w, "comment");
        wire_put_span(w, m->comment);
    }
    wire_put_str(w, "empty");
    wire_put_bool(w, m->empty);
}

static int image_record_field(struct wire_reader *r, const struct wire_span *key, struct image_record *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_read(r, &out->image, e);
    }
    if (wire_is(key, "layers")) {
        if (wire_seen(seen, 1, "layers", e) < 0)
            return -1;
        return read_list(r, &out->layers, image_layer_item, e);
    }
    if (wire_is(key, "config")) {
        if (wire_seen(seen, 2, "config", e) < 0)
            return -1;
        return image_config_read(r, &out->config, e);
    }
    if (wire_is(key, "history")) {
        if (wire_seen(seen, 3, "history", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_history = true;
        return read_list(r, &out->history, image_step_item, e);
    }
    if (wire_is(key, "manifest_media")) {
        if (wire_seen(seen, 4, "manifest_media", e) < 0)
            return -1;
        return text_read(r, &out->manifest_media, e);
    }
    if (wire_is(key, "manifest_bytes")) {
        if (wire_seen(seen, 5, "manifest_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->manifest_bytes, e);
    }
    if (wire_is(key, "config_media")) {
        if (wire_seen(seen, 6, "config_media", e) < 0)
            return -1;
        return text_read(r, &out->config_media, e);
    }
    if (wire_is(key, "config_bytes")) {
        if (wire_seen(seen, 7, "config_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->config_bytes, e);
    }
    if (wire_is(key, "stamp")) {
        if (wire_seen(seen, 8, "stamp", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_stamp = true;
        return text_read(r, &out->stamp, e);
    }
    return wire_skip(r, e);
}

static void image_record_defaults(struct image_record *out)
{
    (void)out;
}

static int image_record_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "layers: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "config: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "manifest_media: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "manifest_bytes: missing");
    if (!(seen & 1ull << 6))
        return err_set(e, ERR_INVALID, "config_media: missing");
    if (!(seen & 1ull << 7))
        return err_set(e, ERR_INVALID, "config_bytes: missing");
    return 0;
}

int image_record_read(struct wire_reader *r, struct image_record *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_record_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_record_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_record_complete(seen, e);
}

void image_record_write(struct wire_writer *w, const struct image_record *m)
{
    (void)m;
    wire_put_map(w, 7u + (uint32_t)m->has_history + (uint32_t)m->has_stamp);
    wire_put_str(w, "image");
    image_write(w, &m->image);
    wire_put_str(w, "layers");
    wire_put_array(w, m->layers.count);
    wire_put_raw(w, m->layers.items);
    wire_put_str(w, "config");
    image_config_write(w, &m->config);
    if (m->has_history) {
        wire_put_str(w, "history");
        wire_put_array(w, m->history.count);
        wire_put_raw(w, m->history.items);
    }
    wire_put_str(w, "manifest_media");
    wire_put_span(w, m->manifest_media);
    wire_put_str(w, "manifest_bytes");
    wire_put_uint(w, m->manifest_bytes);
    wire_put_str(w, "config_media");
    wire_put_span(w, m->config_media);
    wire_put_str(w, "config_bytes");
    wire_put_uint(w, m->config_bytes);
    if (m->has_stamp) {
        wire_put_str(w, "stamp");
        wire_put_span(w, m->stamp);
    }
}

static int image_plan_field(struct wire_reader *r, const struct wire_span *key, struct image_plan *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "record")) {
        if (wire_seen(seen, 0, "record", e) < 0)
            return -1;
        return image_record_read(r, &out->record, e);
    }
    if (wire_is(key, "names")) {
        if (wire_seen(seen, 1, "names", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_names = true;
        return read_list(r, &out->names, text_item, e);
    }
    if (wire_is(key, "manifest")) {
        if (wire_seen(seen, 2, "manifest", e) < 0)
            return -1;
        return wire_read_bytes(r, &out->manifest, e);
    }
    if (wire_is(key, "config")) {
        if (wire_seen(seen, 3, "config", e) < 0)
            return -1;
        return wire_read_bytes(r, &out->config, e);
    }
    return wire_skip(r, e);
}

static void image_plan_defaults(struct image_plan *out)
{
    (void)out;
}

static int image_plan_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "record: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "manifest: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "config: missing");
    return 0;
}

int image_plan_read(struct wire_reader *r, struct image_plan *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_plan_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_plan_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_plan_complete(seen, e);
}

void image_plan_write(struct wire_writer *w, const struct image_plan *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_names);
    wire_put_str(w, "record");
    image_record_write(w, &m->record);
    if (m->has_names) {
        wire_put_str(w, "names");
        wire_put_array(w, m->names.count);
        wire_put_raw(w, m->names.items);
    }
    wire_put_str(w, "manifest");
    wire_put_bytes(w, m->manifest);
    wire_put_str(w, "config");
    wire_put_bytes(w, m->config);
}

static int progress_field(struct wire_reader *r, const struct wire_span *key, struct progress *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "source")) {
        if (wire_seen(seen, 0, "source", e) < 0)
            return -1;
        return text_read(r, &out->source, e);
    }
    if (wire_is(key, "layer")) {
        if (wire_seen(seen, 1, "layer", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_layer = true;
        return digest_read(r, &out->layer, e);
    }
    if (wire_is(key, "what")) {
        if (wire_seen(seen, 2, "what", e) < 0)
            return -1;
        return word_read(r, &out->what, e);
    }
    if (wire_is(key, "done_bytes")) {
        if (wire_seen(seen, 3, "done_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->done_bytes, e);
    }
    if (wire_is(key, "total_bytes")) {
        if (wire_seen(seen, 4, "total_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->total_bytes, e);
    }
    return wire_skip(r, e);
}

static void progress_defaults(struct progress *out)
{
    (void)out;
}

static int progress_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "source: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "what: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "done_bytes: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "total_bytes: missing");
    return 0;
}

int progress_read(struct wire_reader *r, struct progress *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    progress_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = progress_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return progress_complete(seen, e);
}

void progress_write(struct wire_writer *w, const struct progress *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_layer);
    wire_put_str(w, "source");
    wire_put_span(w, m->source);
    if (m->has_layer) {
        wire_put_str(w, "layer");
        wire_put_str(w, m->layer.text);
    }
    wire_put_str(w, "what");
    wire_put_str(w, m->what.text);
    wire_put_str(w, "done_bytes");
    wire_put_uint(w, m->done_bytes);
    wire_put_str(w, "total_bytes");
    wire_put_uint(w, m->total_bytes);
}

static int disk_use_field(struct wire_reader *r, const struct wire_span *key, struct disk_use *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "kind")) {
        if (wire_seen(seen, 0, "kind", e) < 0)
            return -1;
        return word_read(r, &out->kind, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        return text_read(r, &out->name, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 2, "bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    if (wire_is(key, "files")) {
        if (wire_seen(seen, 3, "files", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->files, e);
    }
    if (wire_is(key, "used")) {
        if (wire_seen(seen, 4, "used", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->used, e);
    }
    return wire_skip(r, e);
}

static void disk_use_defaults(struct disk_use *out)
{
    (void)out;
    out->files = 0u;
    out->used = false;
}

static int disk_use_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "kind: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "bytes: missing");
    return 0;
}

int disk_use_read(struct wire_reader *r, struct disk_use *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    disk_use_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = disk_use_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return disk_use_complete(seen, e);
}

void disk_use_write(struct wire_writer *w, const struct disk_use *m)
{
    (void)m;
    wire_put_map(w, 5u);
    wire_put_str(w, "kind");
    wire_put_str(w, m->kind.text);
    wire_put_str(w, "name");
    wire_put_span(w, m->name);
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
    wire_put_str(w, "files");
    wire_put_uint(w, m->files);
    wire_put_str(w, "used");
    wire_put_bool(w, m->used);
}

static int finding_field(struct wire_reader *r, const struct wire_span *key, struct finding *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "what")) {
        if (wire_seen(seen, 0, "what", e) < 0)
            return -1;
        return word_read(r, &out->what, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        return text_read(r, &out->name, e);
    }
    if (wire_is(key, "text")) {
        if (wire_seen(seen, 2, "text", e) < 0)
            return -1;
        return text_read(r, &out->text, e);
    }
    if (wire_is(key, "mended")) {
        if (wire_seen(seen, 3, "mended", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->mended, e);
    }
    return wire_skip(r, e);
}

static void finding_defaults(struct finding *out)
{
    (void)out;
    out->mended = false;
}

static int finding_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "what: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "text: missing");
    return 0;
}

int finding_read(struct wire_reader *r, struct finding *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    finding_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = finding_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return finding_complete(seen, e);
}

void finding_write(struct wire_writer *w, const struct finding *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "what");
    wire_put_str(w, m->what.text);
    wire_put_str(w, "name");
    wire_put_span(w, m->name);
    wire_put_str(w, "text");
    wire_put_span(w, m->text);
    wire_put_str(w, "mended");
    wire_put_bool(w, m->mended);
}

static int cleanup_field(struct wire_reader *r, const struct wire_span *key, struct cleanup *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "kind")) {
        if (wire_seen(seen, 0, "kind", e) < 0)
            return -1;
        return word_read(r, &out->kind, e);
    }
    if (wire_is(key, "key")) {
        if (wire_seen(seen, 1, "key", e) < 0)
            return -1;
        return text_read(r, &out->key, e);
    }
    return wire_skip(r, e);
}

static void cleanup_defaults(struct cleanup *out)
{
    (void)out;
}

static int cleanup_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "kind: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "key: missing");
    return 0;
}

int cleanup_read(struct wire_reader *r, struct cleanup *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    cleanup_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = cleanup_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return cleanup_complete(seen, e);
}

void cleanup_write(struct wire_writer *w, const struct cleanup *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "kind");
    wire_put_str(w, m->kind.text);
    wire_put_str(w, "key");
    wire_put_span(w, m->key);
}

static int operation_field(struct wire_reader *r, const struct wire_span *key, struct operation *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "key")) {
        if (wire_seen(seen, 0, "key", e) < 0)
            return -1;
        return idem_key_read(r, &out->key, e);
    }
    if (wire_is(key, "verb")) {
        if (wire_seen(seen, 1, "verb", e) < 0)
            return -1;
        return word_read(r, &out->verb, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 2, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    if (wire_is(key, "time_ns")) {
        if (wire_seen(seen, 3, "time_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->time_ns, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 4, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void operation_defaults(struct operation *out)
{
    (void)out;
}

static int operation_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "key: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "verb: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "uid: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "time_ns: missing");
    return 0;
}

int operation_read(struct wire_reader *r, struct operation *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    operation_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = operation_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return operation_complete(seen, e);
}

void operation_write(struct wire_writer *w, const struct operation *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_container);
    wire_put_str(w, "key");
    wire_put_str(w, m->key.text);
    wire_put_str(w, "verb");
    wire_put_str(w, m->verb.text);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "time_ns");
    wire_put_uint(w, m->time_ns);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int log_part_field(struct wire_reader *r, const struct wire_span *key, struct log_part *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "stream")) {
        if (wire_seen(seen, 0, "stream", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return stream_name_read(r, &out->stream, e);
    }
    if (wire_is(key, "seq")) {
        if (wire_seen(seen, 1, "seq", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->seq, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 2, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "time_ns")) {
        if (wire_seen(seen, 3, "time_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->time_ns, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 4, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void log_part_defaults(struct log_part *out)
{
    (void)out;
    out->stream = STREAM_NAME_STDOUT;
    out->seq = 0u;
    out->offset = 0u;
    out->time_ns = 0u;
}

static int log_part_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int log_part_read(struct wire_reader *r, struct log_part *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    log_part_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = log_part_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return log_part_complete(seen, e);
}

void log_part_write(struct wire_writer *w, const struct log_part *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_container);
    wire_put_str(w, "stream");
    wire_put_str(w, stream_name_name(m->stream));
    wire_put_str(w, "seq");
    wire_put_uint(w, m->seq);
    wire_put_str(w, "offset");
    wire_put_uint(w, m->offset);
    wire_put_str(w, "time_ns");
    wire_put_uint(w, m->time_ns);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int hello_field(struct wire_reader *r, const struct wire_span *key, struct hello *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void hello_defaults(struct hello *out)
{
    (void)out;
}

static int hello_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int hello_read(struct wire_reader *r, struct hello *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    hello_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = hello_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return hello_complete(seen, e);
}

void hello_write(struct wire_writer *w, const struct hello *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int hello_reply_field(struct wire_reader *r, const struct wire_span *key, struct hello_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "protocol_min")) {
        if (wire_seen(seen, 0, "protocol_min", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->protocol_min, e);
    }
    if (wire_is(key, "protocol_max")) {
        if (wire_seen(seen, 1, "protocol_max", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->protocol_max, e);
    }
    if (wire_is(key, "version")) {
        if (wire_seen(seen, 2, "version", e) < 0)
            return -1;
        return word_read(r, &out->version, e);
    }
    if (wire_is(key, "features")) {
        if (wire_seen(seen, 3, "features", e) < 0)
            return -1;
        return read_list(r, &out->features, word_item, e);
    }
    if (wire_is(key, "frame_bytes")) {
        if (wire_seen(seen, 4, "frame_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->frame_bytes, e);
    }
    if (wire_is(key, "chunk_bytes")) {
        if (wire_seen(seen, 5, "chunk_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->chunk_bytes, e);
    }
    if (wire_is(key, "role")) {
        if (wire_seen(seen, 6, "role", e) < 0)
            return -1;
        return word_read(r, &out->role, e);
    }
    if (wire_is(key, "log_id")) {
        if (wire_seen(seen, 7, "log_id", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_log_id = true;
        return log_id_read(r, &out->log_id, e);
    }
    if (wire_is(key, "head_seq")) {
        if (wire_seen(seen, 8, "head_seq", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->head_seq, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 9, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void hello_reply_defaults(struct hello_reply *out)
{
    (void)out;
    out->head_seq = 0u;
}

static int hello_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "protocol_min: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "protocol_max: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "version: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "features: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "frame_bytes: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "chunk_bytes: missing");
    if (!(seen & 1ull << 6))
        return err_set(e, ERR_INVALID, "role: missing");
    return 0;
}

int hello_reply_read(struct wire_reader *r, struct hello_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    hello_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = hello_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return hello_reply_complete(seen, e);
}

void hello_reply_write(struct wire_writer *w, const struct hello_reply *m)
{
    (void)m;
    wire_put_map(w, 8u + (uint32_t)m->has_log_id + (uint32_t)m->has_container);
    wire_put_str(w, "protocol_min");
    wire_put_uint(w, m->protocol_min);
    wire_put_str(w, "protocol_max");
    wire_put_uint(w, m->protocol_max);
    wire_put_str(w, "version");
    wire_put_str(w, m->version.text);
    wire_put_str(w, "features");
    wire_put_array(w, m->features.count);
    wire_put_raw(w, m->features.items);
    wire_put_str(w, "frame_bytes");
    wire_put_uint(w, m->frame_bytes);
    wire_put_str(w, "chunk_bytes");
    wire_put_uint(w, m->chunk_bytes);
    wire_put_str(w, "role");
    wire_put_str(w, m->role.text);
    if (m->has_log_id) {
        wire_put_str(w, "log_id");
        wire_put_str(w, m->log_id.text);
    }
    wire_put_str(w, "head_seq");
    wire_put_uint(w, m->head_seq);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int health_field(struct wire_reader *r, const struct wire_span *key, struct health *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void health_defaults(struct health *out)
{
    (void)out;
}

static int health_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int health_read(struct wire_reader *r, struct health *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    health_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = health_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return health_complete(seen, e);
}

void health_write(struct wire_writer *w, const struct health *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int health_reply_field(struct wire_reader *r, const struct wire_span *key, struct health_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "ready")) {
        if (wire_seen(seen, 0, "ready", e) < 0)
            return -1;
        return wire_read_bool(r, &out->ready, e);
    }
    if (wire_is(key, "actors")) {
        if (wire_seen(seen, 1, "actors", e) < 0)
            return -1;
        return read_list(r, &out->actors, actor_status_item, e);
    }
    return wire_skip(r, e);
}

static void health_reply_defaults(struct health_reply *out)
{
    (void)out;
}

static int health_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "ready: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "actors: missing");
    return 0;
}

int health_reply_read(struct wire_reader *r, struct health_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    health_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = health_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return health_reply_complete(seen, e);
}

void health_reply_write(struct wire_writer *w, const struct health_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "ready");
    wire_put_bool(w, m->ready);
    wire_put_str(w, "actors");
    wire_put_array(w, m->actors.count);
    wire_put_raw(w, m->actors.items);
}

static int info_field(struct wire_reader *r, const struct wire_span *key, struct info *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void info_defaults(struct info *out)
{
    (void)out;
}

static int info_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int info_read(struct wire_reader *r, struct info *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    info_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = info_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return info_complete(seen, e);
}

void info_write(struct wire_writer *w, const struct info *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int info_reply_field(struct wire_reader *r, const struct wire_span *key, struct info_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "version")) {
        if (wire_seen(seen, 0, "version", e) < 0)
            return -1;
        return word_read(r, &out->version, e);
    }
    if (wire_is(key, "log_id")) {
        if (wire_seen(seen, 1, "log_id", e) < 0)
            return -1;
        return log_id_read(r, &out->log_id, e);
    }
    if (wire_is(key, "head_seq")) {
        if (wire_seen(seen, 2, "head_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->head_seq, e);
    }
    if (wire_is(key, "oldest_seq")) {
        if (wire_seen(seen, 3, "oldest_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->oldest_seq, e);
    }
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 4, "containers", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->containers, e);
    }
    if (wire_is(key, "running")) {
        if (wire_seen(seen, 5, "running", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->running, e);
    }
    if (wire_is(key, "paused")) {
        if (wire_seen(seen, 6, "paused", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->paused, e);
    }
    if (wire_is(key, "exited")) {
        if (wire_seen(seen, 7, "exited", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->exited, e);
    }
    if (wire_is(key, "images")) {
        if (wire_seen(seen, 8, "images", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->images, e);
    }
    if (wire_is(key, "schema")) {
        if (wire_seen(seen, 9, "schema", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->schema, e);
    }
    if (wire_is(key, "boot_id")) {
        if (wire_seen(seen, 10, "boot_id", e) < 0)
            return -1;
        return word_read(r, &out->boot_id, e);
    }
    return wire_skip(r, e);
}

static void info_reply_defaults(struct info_reply *out)
{
    (void)out;
}

static int info_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "version: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "log_id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "head_seq: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "oldest_seq: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "containers: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "running: missing");
    if (!(seen & 1ull << 6))
        return err_set(e, ERR_INVALID, "paused: missing");
    if (!(seen & 1ull << 7))
        return err_set(e, ERR_INVALID, "exited: missing");
    if (!(seen & 1ull << 8))
        return err_set(e, ERR_INVALID, "images: missing");
    if (!(seen & 1ull << 9))
        return err_set(e, ERR_INVALID, "schema: missing");
    if (!(seen & 1ull << 10))
        return err_set(e, ERR_INVALID, "boot_id: missing");
    return 0;
}

int info_reply_read(struct wire_reader *r, struct info_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    info_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = info_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return info_reply_complete(seen, e);
}

void info_reply_write(struct wire_writer *w, const struct info_reply *m)
{
    (void)m;
    wire_put_map(w, 11u);
    wire_put_str(w, "version");
    wire_put_str(w, m->version.text);
    wire_put_str(w, "log_id");
    wire_put_str(w, m->log_id.text);
    wire_put_str(w, "head_seq");
    wire_put_uint(w, m->head_seq);
    wire_put_str(w, "oldest_seq");
    wire_put_uint(w, m->oldest_seq);
    wire_put_str(w, "containers");
    wire_put_uint(w, m->containers);
    wire_put_str(w, "running");
    wire_put_uint(w, m->running);
    wire_put_str(w, "paused");
    wire_put_uint(w, m->paused);
    wire_put_str(w, "exited");
    wire_put_uint(w, m->exited);
    wire_put_str(w, "images");
    wire_put_uint(w, m->images);
    wire_put_str(w, "schema");
    wire_put_uint(w, m->schema);
    wire_put_str(w, "boot_id");
    wire_put_str(w, m->boot_id.text);
}

static int shutdown_field(struct wire_reader *r, const struct wire_span *key, struct shutdown *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 0, "containers", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->containers, e);
    }
    return wire_skip(r, e);
}

static void shutdown_defaults(struct shutdown *out)
{
    (void)out;
    out->containers = false;
}

static int shutdown_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int shutdown_read(struct wire_reader *r, struct shutdown *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    shutdown_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = shutdown_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return shutdown_complete(seen, e);
}

void shutdown_write(struct wire_writer *w, const struct shutdown *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "containers");
    wire_put_bool(w, m->containers);
}

static int shutdown_reply_field(struct wire_reader *r, const struct wire_span *key, struct shutdown_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "stopped")) {
        if (wire_seen(seen, 0, "stopped", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->stopped, e);
    }
    return wire_skip(r, e);
}

static void shutdown_reply_defaults(struct shutdown_reply *out)
{
    (void)out;
}

static int shutdown_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "stopped: missing");
    return 0;
}

int shutdown_reply_read(struct wire_reader *r, struct shutdown_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    shutdown_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = shutdown_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return shutdown_reply_complete(seen, e);
}

void shutdown_reply_write(struct wire_writer *w, const struct shutdown_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "stopped");
    wire_put_uint(w, m->stopped);
}

static int container_create_field(struct wire_reader *r, const struct wire_span *key, struct container_create *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void container_create_defaults(struct container_create *out)
{
    (void)out;
}

static int container_create_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int container_create_read(struct wire_reader *r, struct container_create *out, struct err *e)
{
    uint64_t seen = 0, seen_included = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_create_defaults(out);
    container_spec_defaults(&out->container_spec);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = (false) ? container_create_field(r, &key, out, &seen, e)
               : container_spec_field(r, &key, &out->container_spec, &seen_included, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    if (container_spec_complete(seen_included, e) < 0)
        return -1;
    return container_create_complete(seen, e);
}

void container_create_write(struct wire_writer *w, const struct container_create *m)
{
    (void)m;
    wire_put_map(w, 18u + (uint32_t)m->container_spec.has_name + (uint32_t)m->container_spec.has_argv + (uint32_t)m->container_spec.has_entrypoint + (uint32_t)m->container_spec.has_env + (uint32_t)m->container_spec.has_workdir + (uint32_t)m->container_spec.has_user + (uint32_t)m->container_spec.has_hostname + (uint32_t)m->container_spec.has_labels + (uint32_t)m->container_spec.has_limits + (uint32_t)m->container_spec.has_networks + (uint32_t)m->container_spec.has_network_container + (uint32_t)m->container_spec.has_ports + (uint32_t)m->container_spec.has_dns + (uint32_t)m->container_spec.has_dns_search + (uint32_t)m->container_spec.has_dns_options + (uint32_t)m->container_spec.has_extra_hosts + (uint32_t)m->container_spec.has_policy + (uint32_t)m->container_spec.has_health + (uint32_t)m->container_spec.has_setup + (uint32_t)m->container_spec.has_rate_in_bytes + (uint32_t)m->container_spec.has_rate_out_bytes + (uint32_t)m->container_spec.has_mounts + (uint32_t)m->container_spec.has_secrets + (uint32_t)m->container_spec.has_storage_bytes + (uint32_t)m->container_spec.has_origin + (uint32_t)m->container_spec.has_image_volumes + (uint32_t)m->container_spec.has_rlimits + (uint32_t)m->container_spec.has_userns + (uint32_t)m->container_spec.has_cap_add + (uint32_t)m->container_spec.has_cap_drop + (uint32_t)m->container_spec.has_stop_signal + (uint32_t)m->container_spec.has_timeout_ms + (uint32_t)m->container_spec.has_log_segment_bytes + (uint32_t)m->container_spec.has_log_segments);
    wire_put_str(w, "image");
    wire_put_span(w, m->container_spec.image);
    if (m->container_spec.has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->container_spec.name.text);
    }
    if (m->container_spec.has_argv) {
        wire_put_str(w, "argv");
        wire_put_array(w, m->container_spec.argv.count);
        wire_put_raw(w, m->container_spec.argv.items);
    }
    if (m->container_spec.has_entrypoint) {
        wire_put_str(w, "entrypoint");
        wire_put_array(w, m->container_spec.entrypoint.count);
        wire_put_raw(w, m->container_spec.entrypoint.items);
    }
    if (m->container_spec.has_env) {
        wire_put_str(w, "env");
        wire_put_map(w, m->container_spec.env.count);
        wire_put_raw(w, m->container_spec.env.items);
    }
    if (m->container_spec.has_workdir) {
        wire_put_str(w, "workdir");
        wire_put_span(w, m->container_spec.workdir);
    }
    if (m->container_spec.has_user) {
        wire_put_str(w, "user");
        wire_put_span(w, m->container_spec.user);
    }
    if (m->container_spec.has_hostname) {
        wire_put_str(w, "hostname");
        wire_put_str(w, m->container_spec.hostname.text);
    }
    if (m->container_spec.has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->container_spec.labels.count);
        wire_put_raw(w, m->container_spec.labels.items);
    }
    if (m->container_spec.has_limits) {
        wire_put_str(w, "limits");
        limits_write(w, &m->container_spec.limits);
    }
    wire_put_str(w, "network");
    wire_put_str(w, network_mode_name(m->container_spec.network));
    if (m->container_spec.has_networks) {
        wire_put_str(w, "networks");
        wire_put_array(w, m->container_spec.networks.count);
        wire_put_raw(w, m->container_spec.networks.items);
    }
    if (m->container_spec.has_network_container) {
        wire_put_str(w, "network_container");
        wire_put_str(w, m->container_spec.network_container.text);
    }
    if (m->container_spec.has_ports) {
        wire_put_str(w, "ports");
        wire_put_array(w, m->container_spec.ports.count);
        wire_put_raw(w, m->container_spec.ports.items);
    }
    if (m->container_spec.has_dns) {
        wire_put_str(w, "dns");
        wire_put_array(w, m->container_spec.dns.count);
        wire_put_raw(w, m->container_spec.dns.items);
    }
    if (m->container_spec.has_dns_search) {
        wire_put_str(w, "dns_search");
        wire_put_array(w, m->container_spec.dns_search.count);
        wire_put_raw(w, m->container_spec.dns_search.items);
    }
    if (m->container_spec.has_dns_options) {
        wire_put_str(w, "dns_options");
        wire_put_array(w, m->container_spec.dns_options.count);
        wire_put_raw(w, m->container_spec.dns_options.items);
    }
    if (m->container_spec.has_extra_hosts) {
        wire_put_str(w, "extra_hosts");
        wire_put_map(w, m->container_spec.extra_hosts.count);
        wire_put_raw(w, m->container_spec.extra_hosts.items);
    }
    if (m->container_spec.has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->container_spec.policy);
    }
    wire_put_str(w, "icc");
    wire_put_bool(w, m->container_spec.icc);
    wire_put_str(w, "stdin");
    wire_put_bool(w, m->container_spec.stdin_);
    if (m->container_spec.has_health) {
        wire_put_str(w, "health");
        health_check_spec_write(w, &m->container_spec.health);
    }
    wire_put_str(w, "no_health");
    wire_put_bool(w, m->container_spec.no_health);
    if (m->container_spec.has_setup) {
        wire_put_str(w, "setup");
        wire_put_array(w, m->container_spec.setup.count);
        wire_put_raw(w, m->container_spec.setup.items);
    }
    wire_put_str(w, "tty");
    wire_put_bool(w, m->container_spec.tty);
    wire_put_str(w, "tty_rows");
    wire_put_uint(w, m->container_spec.tty_rows);
    wire_put_str(w, "tty_columns");
    wire_put_uint(w, m->container_spec.tty_columns);
    if (m->container_spec.has_rate_in_bytes) {
        wire_put_str(w, "rate_in_bytes");
        wire_put_uint(w, m->container_spec.rate_in_bytes);
    }
    if (m->container_spec.has_rate_out_bytes) {
        wire_put_str(w, "rate_out_bytes");
        wire_put_uint(w, m->container_spec.rate_out_bytes);
    }
    wire_put_str(w, "read_only");
    wire_put_bool(w, m->container_spec.read_only);
    if (m->container_spec.has_mounts) {
        wire_put_str(w, "mounts");
        wire_put_array(w, m->container_spec.mounts.count);
        wire_put_raw(w, m->container_spec.mounts.items);
    }
    if (m->container_spec.has_secrets) {
        wire_put_str(w, "secrets");
        wire_put_array(w, m->container_spec.secrets.count);
        wire_put_raw(w, m->container_spec.secrets.items);
    }
    if (m->container_spec.has_storage_bytes) {
        wire_put_str(w, "storage_bytes");
        wire_put_uint(w, m->container_spec.storage_bytes);
    }
    if (m->container_spec.has_origin) {
        wire_put_str(w, "origin");
        origin_write(w, &m->container_spec.origin);
    }
    if (m->container_spec.has_image_volumes) {
        wire_put_str(w, "image_volumes");
        wire_put_array(w, m->container_spec.image_volumes.count);
        wire_put_raw(w, m->container_spec.image_volumes.items);
    }
    if (m->container_spec.has_rlimits) {
        wire_put_str(w, "rlimits");
        wire_put_array(w, m->container_spec.rlimits.count);
        wire_put_raw(w, m->container_spec.rlimits.items);
    }
    if (m->container_spec.has_userns) {
        wire_put_str(w, "userns");
        userns_write(w, &m->container_spec.userns);
    }
    if (m->container_spec.has_cap_add) {
        wire_put_str(w, "cap_add");
        wire_put_array(w, m->container_spec.cap_add.count);
        wire_put_raw(w, m->container_spec.cap_add.items);
    }
    if (m->container_spec.has_cap_drop) {
        wire_put_str(w, "cap_drop");
        wire_put_array(w, m->container_spec.cap_drop.count);
        wire_put_raw(w, m->container_spec.cap_drop.items);
    }
    wire_put_str(w, "seccomp");
    wire_put_bool(w, m->container_spec.seccomp);
    wire_put_str(w, "no_new_privs");
    wire_put_bool(w, m->container_spec.no_new_privs);
    wire_put_str(w, "shm_bytes");
    wire_put_uint(w, m->container_spec.shm_bytes);
    if (m->container_spec.has_stop_signal) {
        wire_put_str(w, "stop_signal");
        wire_put_uint(w, m->container_spec.stop_signal);
    }
    wire_put_str(w, "stop_grace_ms");
    wire_put_uint(w, m->container_spec.stop_grace_ms);
    wire_put_str(w, "restart");
    wire_put_str(w, restart_policy_name(m->container_spec.restart));
    wire_put_str(w, "restart_max");
    wire_put_uint(w, m->container_spec.restart_max);
    if (m->container_spec.has_timeout_ms) {
        wire_put_str(w, "timeout_ms");
        wire_put_uint(w, m->container_spec.timeout_ms);
    }
    wire_put_str(w, "auto_remove");
    wire_put_bool(w, m->container_spec.auto_remove);
    wire_put_str(w, "log_max_bytes");
    wire_put_uint(w, m->container_spec.log_max_bytes);
    if (m->container_spec.has_log_segment_bytes) {
        wire_put_str(w, "log_segment_bytes");
        wire_put_uint(w, m->container_spec.log_segment_bytes);
    }
    if (m->container_spec.has_log_segments) {
        wire_put_str(w, "log_segments");
        wire_put_uint(w, m->container_spec.log_segments);
    }
    wire_put_str(w, "log_full");
    wire_put_str(w, log_full_name(m->container_spec.log_full));
}

static int container_create_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_create_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_create_reply_defaults(struct container_create_reply *out)
{
    (void)out;
}

static int container_create_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_create_reply_read(struct wire_reader *r, struct container_create_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_create_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_create_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_create_reply_complete(seen, e);
}

void container_create_reply_write(struct wire_writer *w, const struct container_create_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_run_field(struct wire_reader *r, const struct wire_span *key, struct container_run *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "attach")) {
        if (wire_seen(seen, 0, "attach", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->attach, e);
    }
    if (wire_is(key, "credit_bytes")) {
        if (wire_seen(seen, 1, "credit_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->credit_bytes, e);
    }
    return wire_skip(r, e);
}

static void container_run_defaults(struct container_run *out)
{
    (void)out;
    out->attach = false;
    out->credit_bytes = 1048576u;
}

static int container_run_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int container_run_read(struct wire_reader *r, struct container_run *out, struct err *e)
{
    uint64_t seen = 0, seen_included = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_run_defaults(out);
    container_spec_defaults(&out->container_spec);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = (wire_is(&key, "attach") || wire_is(&key, "credit_bytes")) ? container_run_field(r, &key, out, &seen, e)
               : container_spec_field(r, &key, &out->container_spec, &seen_included, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    if (container_spec_complete(seen_included, e) < 0)
        return -1;
    return container_run_complete(seen, e);
}

void container_run_write(struct wire_writer *w, const struct container_run *m)
{
    (void)m;
    wire_put_map(w, 20u + (uint32_t)m->container_spec.has_name + (uint32_t)m->container_spec.has_argv + (uint32_t)m->container_spec.has_entrypoint + (uint32_t)m->container_spec.has_env + (uint32_t)m->container_spec.has_workdir + (uint32_t)m->container_spec.has_user + (uint32_t)m->container_spec.has_hostname + (uint32_t)m->container_spec.has_labels + (uint32_t)m->container_spec.has_limits + (uint32_t)m->container_spec.has_networks + (uint32_t)m->container_spec.has_network_container + (uint32_t)m->container_spec.has_ports + (uint32_t)m->container_spec.has_dns + (uint32_t)m->container_spec.has_dns_search + (uint32_t)m->container_spec.has_dns_options + (uint32_t)m->container_spec.has_extra_hosts + (uint32_t)m->container_spec.has_policy + (uint32_t)m->container_spec.has_health + (uint32_t)m->container_spec.has_setup + (uint32_t)m->container_spec.has_rate_in_bytes + (uint32_t)m->container_spec.has_rate_out_bytes + (uint32_t)m->container_spec.has_mounts + (uint32_t)m->container_spec.has_secrets + (uint32_t)m->container_spec.has_storage_bytes + (uint32_t)m->container_spec.has_origin + (uint32_t)m->container_spec.has_image_volumes + (uint32_t)m->container_spec.has_rlimits + (uint32_t)m->container_spec.has_userns + (uint32_t)m->container_spec.has_cap_add + (uint32_t)m->container_spec.has_cap_drop + (uint32_t)m->container_spec.has_stop_signal + (uint32_t)m->container_spec.has_timeout_ms + (uint32_t)m->container_spec.has_log_segment_bytes + (uint32_t)m->container_spec.has_log_segments);
    wire_put_str(w, "image");
    wire_put_span(w, m->container_spec.image);
    if (m->container_spec.has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->container_spec.name.text);
    }
    if (m->container_spec.has_argv) {
        wire_put_str(w, "argv");
        wire_put_array(w, m->container_spec.argv.count);
        wire_put_raw(w, m->container_spec.argv.items);
    }
    if (m->container_spec.has_entrypoint) {
        wire_put_str(w, "entrypoint");
        wire_put_array(w, m->container_spec.entrypoint.count);
        wire_put_raw(w, m->container_spec.entrypoint.items);
    }
    if (m->container_spec.has_env) {
        wire_put_str(w, "env");
        wire_put_map(w, m->container_spec.env.count);
        wire_put_raw(w, m->container_spec.env.items);
    }
    if (m->container_spec.has_workdir) {
        wire_put_str(w, "workdir");
        wire_put_span(w, m->container_spec.workdir);
    }
    if (m->container_spec.has_user) {
        wire_put_str(w, "user");
        wire_put_span(w, m->container_spec.user);
    }
    if (m->container_spec.has_hostname) {
        wire_put_str(w, "hostname");
        wire_put_str(w, m->container_spec.hostname.text);
    }
    if (m->container_spec.has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->container_spec.labels.count);
        wire_put_raw(w, m->container_spec.labels.items);
    }
    if (m->container_spec.has_limits) {
        wire_put_str(w, "limits");
        limits_write(w, &m->container_spec.limits);
    }
    wire_put_str(w, "network");
    wire_put_str(w, network_mode_name(m->container_spec.network));
    if (m->container_spec.has_networks) {
        wire_put_str(w, "networks");
        wire_put_array(w, m->container_spec.networks.count);
        wire_put_raw(w, m->container_spec.networks.items);
    }
    if (m->container_spec.has_network_container) {
        wire_put_str(w, "network_container");
        wire_put_str(w, m->container_spec.network_container.text);
    }
    if (m->container_spec.has_ports) {
        wire_put_str(w, "ports");
        wire_put_array(w, m->container_spec.ports.count);
        wire_put_raw(w, m->container_spec.ports.items);
    }
    if (m->container_spec.has_dns) {
        wire_put_str(w, "dns");
        wire_put_array(w, m->container_spec.dns.count);
        wire_put_raw(w, m->container_spec.dns.items);
    }
    if (m->container_spec.has_dns_search) {
        wire_put_str(w, "dns_search");
        wire_put_array(w, m->container_spec.dns_search.count);
        wire_put_raw(w, m->container_spec.dns_search.items);
    }
    if (m->container_spec.has_dns_options) {
        wire_put_str(w, "dns_options");
        wire_put_array(w, m->container_spec.dns_options.count);
        wire_put_raw(w, m->container_spec.dns_options.items);
    }
    if (m->container_spec.has_extra_hosts) {
        wire_put_str(w, "extra_hosts");
        wire_put_map(w, m->container_spec.extra_hosts.count);
        wire_put_raw(w, m->container_spec.extra_hosts.items);
    }
    if (m->container_spec.has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->container_spec.policy);
    }
    wire_put_str(w, "icc");
    wire_put_bool(w, m->container_spec.icc);
    wire_put_str(w, "stdin");
    wire_put_bool(w, m->container_spec.stdin_);
    if (m->container_spec.has_health) {
        wire_put_str(w, "health");
        health_check_spec_write(w, &m->container_spec.health);
    }
    wire_put_str(w, "no_health");
    wire_put_bool(w, m->container_spec.no_health);
    if (m->container_spec.has_setup) {
        wire_put_str(w, "setup");
        wire_put_array(w, m->container_spec.setup.count);
        wire_put_raw(w, m->container_spec.setup.items);
    }
    wire_put_str(w, "tty");
    wire_put_bool(w, m->container_spec.tty);
    wire_put_str(w, "tty_rows");
    wire_put_uint(w, m->container_spec.tty_rows);
    wire_put_str(w, "tty_columns");
    wire_put_uint(w, m->container_spec.tty_columns);
    if (m->container_spec.has_rate_in_bytes) {
        wire_put_str(w, "rate_in_bytes");
        wire_put_uint(w, m->container_spec.rate_in_bytes);
    }
    if (m->container_spec.has_rate_out_bytes) {
        wire_put_str(w, "rate_out_bytes");
        wire_put_uint(w, m->container_spec.rate_out_bytes);
    }
    wire_put_str(w, "read_only");
    wire_put_bool(w, m->container_spec.read_only);
    if (m->container_spec.has_mounts) {
        wire_put_str(w, "mounts");
        wire_put_array(w, m->container_spec.mounts.count);
        wire_put_raw(w, m->container_spec.mounts.items);
    }
    if (m->container_spec.has_secrets) {
        wire_put_str(w, "secrets");
        wire_put_array(w, m->container_spec.secrets.count);
        wire_put_raw(w, m->container_spec.secrets.items);
    }
    if (m->container_spec.has_storage_bytes) {
        wire_put_str(w, "storage_bytes");
        wire_put_uint(w, m->container_spec.storage_bytes);
    }
    if (m->container_spec.has_origin) {
        wire_put_str(w, "origin");
        origin_write(w, &m->container_spec.origin);
    }
    if (m->container_spec.has_image_volumes) {
        wire_put_str(w, "image_volumes");
        wire_put_array(w, m->container_spec.image_volumes.count);
        wire_put_raw(w, m->container_spec.image_volumes.items);
    }
    if (m->container_spec.has_rlimits) {
        wire_put_str(w, "rlimits");
        wire_put_array(w, m->container_spec.rlimits.count);
        wire_put_raw(w, m->container_spec.rlimits.items);
    }
    if (m->container_spec.has_userns) {
        wire_put_str(w, "userns");
        userns_write(w, &m->container_spec.userns);
    }
    if (m->container_spec.has_cap_add) {
        wire_put_str(w, "cap_add");
        wire_put_array(w, m->container_spec.cap_add.count);
        wire_put_raw(w, m->container_spec.cap_add.items);
    }
    if (m->container_spec.has_cap_drop) {
        wire_put_str(w, "cap_drop");
        wire_put_array(w, m->container_spec.cap_drop.count);
        wire_put_raw(w, m->container_spec.cap_drop.items);
    }
    wire_put_str(w, "seccomp");
    wire_put_bool(w, m->container_spec.seccomp);
    wire_put_str(w, "no_new_privs");
    wire_put_bool(w, m->container_spec.no_new_privs);
    wire_put_str(w, "shm_bytes");
    wire_put_uint(w, m->container_spec.shm_bytes);
    if (m->container_spec.has_stop_signal) {
        wire_put_str(w, "stop_signal");
        wire_put_uint(w, m->container_spec.stop_signal);
    }
    wire_put_str(w, "stop_grace_ms");
    wire_put_uint(w, m->container_spec.stop_grace_ms);
    wire_put_str(w, "restart");
    wire_put_str(w, restart_policy_name(m->container_spec.restart));
    wire_put_str(w, "restart_max");
    wire_put_uint(w, m->container_spec.restart_max);
    if (m->container_spec.has_timeout_ms) {
        wire_put_str(w, "timeout_ms");
        wire_put_uint(w, m->container_spec.timeout_ms);
    }
    wire_put_str(w, "auto_remove");
    wire_put_bool(w, m->container_spec.auto_remove);
    wire_put_str(w, "log_max_bytes");
    wire_put_uint(w, m->container_spec.log_max_bytes);
    if (m->container_spec.has_log_segment_bytes) {
        wire_put_str(w, "log_segment_bytes");
        wire_put_uint(w, m->container_spec.log_segment_bytes);
    }
    if (m->container_spec.has_log_segments) {
        wire_put_str(w, "log_segments");
        wire_put_uint(w, m->container_spec.log_segments);
    }
    wire_put_str(w, "log_full");
    wire_put_str(w, log_full_name(m->container_spec.log_full));
    wire_put_str(w, "attach");
    wire_put_bool(w, m->attach);
    wire_put_str(w, "credit_bytes");
    wire_put_uint(w, m->credit_bytes);
}

static int container_run_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_run_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 1, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void container_run_reply_defaults(struct container_run_reply *out)
{
    (void)out;
}

static int container_run_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_run_reply_read(struct wire_reader *r, struct container_run_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_run_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_run_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_run_reply_complete(seen, e);
}

void container_run_reply_write(struct wire_writer *w, const struct container_run_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_exit);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
}

static int container_start_field(struct wire_reader *r, const struct wire_span *key, struct container_start *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void container_start_defaults(struct container_start *out)
{
    (void)out;
}

static int container_start_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_start_read(struct wire_reader *r, struct container_start *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_start_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_start_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_start_complete(seen, e);
}

void container_start_write(struct wire_writer *w, const struct container_start *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int container_start_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_start_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_start_reply_defaults(struct container_start_reply *out)
{
    (void)out;
}

static int container_start_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_start_reply_read(struct wire_reader *r, struct container_start_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_start_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_start_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_start_reply_complete(seen, e);
}

void container_start_reply_write(struct wire_writer *w, const struct container_start_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_stop_field(struct wire_reader *r, const struct wire_span *key, struct container_stop *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "signal")) {
        if (wire_seen(seen, 1, "signal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_signal = true;
        return signal_read(r, &out->signal, e);
    }
    if (wire_is(key, "grace_ms")) {
        if (wire_seen(seen, 2, "grace_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_grace_ms = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->grace_ms, e);
    }
    return wire_skip(r, e);
}

static void container_stop_defaults(struct container_stop *out)
{
    (void)out;
}

static int container_stop_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_stop_read(struct wire_reader *r, struct container_stop *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_stop_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_stop_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_stop_complete(seen, e);
}

void container_stop_write(struct wire_writer *w, const struct container_stop *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_signal + (uint32_t)m->has_grace_ms);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_signal) {
        wire_put_str(w, "signal");
        wire_put_uint(w, m->signal);
    }
    if (m->has_grace_ms) {
        wire_put_str(w, "grace_ms");
        wire_put_uint(w, m->grace_ms);
    }
}

static int container_stop_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_stop_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 1, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void container_stop_reply_defaults(struct container_stop_reply *out)
{
    (void)out;
}

static int container_stop_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_stop_reply_read(struct wire_reader *r, struct container_stop_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_stop_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_stop_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_stop_reply_complete(seen, e);
}

void container_stop_reply_write(struct wire_writer *w, const struct container_stop_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_exit);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
}

static int container_kill_field(struct wire_reader *r, const struct wire_span *key, struct container_kill *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "signal")) {
        if (wire_seen(seen, 1, "signal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return signal_read(r, &out->signal, e);
    }
    return wire_skip(r, e);
}

static void container_kill_defaults(struct container_kill *out)
{
    (void)out;
    out->signal = 9u;
}

static int container_kill_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_kill_read(struct wire_reader *r, struct container_kill *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_kill_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_kill_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_kill_complete(seen, e);
}

void container_kill_write(struct wire_writer *w, const struct container_kill *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "signal");
    wire_put_uint(w, m->signal);
}

static int container_kill_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_kill_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_kill_reply_defaults(struct container_kill_reply *out)
{
    (void)out;
}

static int container_kill_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_kill_reply_read(struct wire_reader *r, struct container_kill_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_kill_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_kill_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_kill_reply_complete(seen, e);
}

void container_kill_reply_write(struct wire_writer *w, const struct container_kill_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_resize_field(struct wire_reader *r, const struct wire_span *key, struct container_resize *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "tty_rows")) {
        if (wire_seen(seen, 1, "tty_rows", e) < 0)
            return -1;
        return terminal_size_read(r, &out->tty_rows, e);
    }
    if (wire_is(key, "tty_columns")) {
        if (wire_seen(seen, 2, "tty_columns", e) < 0)
            return -1;
        return terminal_size_read(r, &out->tty_columns, e);
    }
    return wire_skip(r, e);
}

static void container_resize_defaults(struct container_resize *out)
{
    (void)out;
}

static int container_resize_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "tty_rows: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "tty_columns: missing");
    return 0;
}

int container_resize_read(struct wire_reader *r, struct container_resize *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_resize_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_resize_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_resize_complete(seen, e);
}

void container_resize_write(struct wire_writer *w, const struct container_resize *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "tty_rows");
    wire_put_uint(w, m->tty_rows);
    wire_put_str(w, "tty_columns");
    wire_put_uint(w, m->tty_columns);
}

static int container_resize_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_resize_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void container_resize_reply_defaults(struct container_resize_reply *out)
{
    (void)out;
}

static int container_resize_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int container_resize_reply_read(struct wire_reader *r, struct container_resize_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_resize_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_resize_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_resize_reply_complete(seen, e);
}

void container_resize_reply_write(struct wire_writer *w, const struct container_resize_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int container_attach_field(struct wire_reader *r, const struct wire_span *key, struct container_attach *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "tail")) {
        if (wire_seen(seen, 1, "tail", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->tail, e);
    }
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 2, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_after = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 3, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_offset = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "credit_bytes")) {
        if (wire_seen(seen, 4, "credit_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->credit_bytes, e);
    }
    return wire_skip(r, e);
}

static void container_attach_defaults(struct container_attach *out)
{
    (void)out;
    out->tail = 0u;
    out->credit_bytes = 1048576u;
}

static int container_attach_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_attach_read(struct wire_reader *r, struct container_attach *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_attach_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_attach_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_attach_complete(seen, e);
}

void container_attach_write(struct wire_writer *w, const struct container_attach *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_after + (uint32_t)m->has_offset);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "tail");
    wire_put_uint(w, m->tail);
    if (m->has_after) {
        wire_put_str(w, "after");
        wire_put_uint(w, m->after);
    }
    if (m->has_offset) {
        wire_put_str(w, "offset");
        wire_put_uint(w, m->offset);
    }
    wire_put_str(w, "credit_bytes");
    wire_put_uint(w, m->credit_bytes);
}

static int container_attach_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_attach_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 1, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void container_attach_reply_defaults(struct container_attach_reply *out)
{
    (void)out;
}

static int container_attach_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_attach_reply_read(struct wire_reader *r, struct container_attach_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_attach_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_attach_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_attach_reply_complete(seen, e);
}

void container_attach_reply_write(struct wire_writer *w, const struct container_attach_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_exit);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
}

static int container_write_field(struct wire_reader *r, const struct wire_span *key, struct container_write *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 1, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_offset = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "data")) {
        if (wire_seen(seen, 2, "data", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_data = true;
        return wire_read_bytes(r, &out->data, e);
    }
    if (wire_is(key, "end")) {
        if (wire_seen(seen, 3, "end", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->end, e);
    }
    return wire_skip(r, e);
}

static void container_write_defaults(struct container_write *out)
{
    (void)out;
    out->end = false;
}

static int container_write_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_write_read(struct wire_reader *r, struct container_write *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_write_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_write_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_write_complete(seen, e);
}

void container_write_write(struct wire_writer *w, const struct container_write *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_offset + (uint32_t)m->has_data);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_offset) {
        wire_put_str(w, "offset");
        wire_put_uint(w, m->offset);
    }
    if (m->has_data) {
        wire_put_str(w, "data");
        wire_put_bytes(w, m->data);
    }
    wire_put_str(w, "end");
    wire_put_bool(w, m->end);
}

static int container_write_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_write_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 0, "offset", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "ended")) {
        if (wire_seen(seen, 1, "ended", e) < 0)
            return -1;
        return wire_read_bool(r, &out->ended, e);
    }
    return wire_skip(r, e);
}

static void container_write_reply_defaults(struct container_write_reply *out)
{
    (void)out;
}

static int container_write_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "offset: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "ended: missing");
    return 0;
}

int container_write_reply_read(struct wire_reader *r, struct container_write_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_write_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_write_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_write_reply_complete(seen, e);
}

void container_write_reply_write(struct wire_writer *w, const struct container_write_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "offset");
    wire_put_uint(w, m->offset);
    wire_put_str(w, "ended");
    wire_put_bool(w, m->ended);
}

static int container_restart_field(struct wire_reader *r, const struct wire_span *key, struct container_restart *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "grace_ms")) {
        if (wire_seen(seen, 1, "grace_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_grace_ms = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->grace_ms, e);
    }
    return wire_skip(r, e);
}

static void container_restart_defaults(struct container_restart *out)
{
    (void)out;
}

static int container_restart_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_restart_read(struct wire_reader *r, struct container_restart *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_restart_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_restart_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_restart_complete(seen, e);
}

void container_restart_write(struct wire_writer *w, const struct container_restart *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_grace_ms);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_grace_ms) {
        wire_put_str(w, "grace_ms");
        wire_put_uint(w, m->grace_ms);
    }
}

static int container_restart_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_restart_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_restart_reply_defaults(struct container_restart_reply *out)
{
    (void)out;
}

static int container_restart_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_restart_reply_read(struct wire_reader *r, struct container_restart_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_restart_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_restart_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_restart_reply_complete(seen, e);
}

void container_restart_reply_write(struct wire_writer *w, const struct container_restart_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_pause_field(struct wire_reader *r, const struct wire_span *key, struct container_pause *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void container_pause_defaults(struct container_pause *out)
{
    (void)out;
}

static int container_pause_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_pause_read(struct wire_reader *r, struct container_pause *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_pause_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_pause_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_pause_complete(seen, e);
}

void container_pause_write(struct wire_writer *w, const struct container_pause *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int container_pause_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_pause_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_pause_reply_defaults(struct container_pause_reply *out)
{
    (void)out;
}

static int container_pause_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_pause_reply_read(struct wire_reader *r, struct container_pause_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_pause_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_pause_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_pause_reply_complete(seen, e);
}

void container_pause_reply_write(struct wire_writer *w, const struct container_pause_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_resume_field(struct wire_reader *r, const struct wire_span *key, struct container_resume *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void container_resume_defaults(struct container_resume *out)
{
    (void)out;
}

static int container_resume_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_resume_read(struct wire_reader *r, struct container_resume *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_resume_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_resume_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_resume_complete(seen, e);
}

void container_resume_write(struct wire_writer *w, const struct container_resume *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int container_resume_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_resume_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_resume_reply_defaults(struct container_resume_reply *out)
{
    (void)out;
}

static int container_resume_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_resume_reply_read(struct wire_reader *r, struct container_resume_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_resume_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_resume_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_resume_reply_complete(seen, e);
}

void container_resume_reply_write(struct wire_writer *w, const struct container_resume_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_remove_field(struct wire_reader *r, const struct wire_span *key, struct container_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "force")) {
        if (wire_seen(seen, 1, "force", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->force, e);
    }
    return wire_skip(r, e);
}

static void container_remove_defaults(struct container_remove *out)
{
    (void)out;
    out->force = false;
}

static int container_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_remove_read(struct wire_reader *r, struct container_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_remove_complete(seen, e);
}

void container_remove_write(struct wire_writer *w, const struct container_remove *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "force");
    wire_put_bool(w, m->force);
}

static int container_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_remove_reply_defaults(struct container_remove_reply *out)
{
    (void)out;
}

static int container_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_remove_reply_read(struct wire_reader *r, struct container_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_remove_reply_complete(seen, e);
}

void container_remove_reply_write(struct wire_writer *w, const struct container_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_rename_field(struct wire_reader *r, const struct wire_span *key, struct container_rename *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        return container_name_read(r, &out->name, e);
    }
    return wire_skip(r, e);
}

static void container_rename_defaults(struct container_rename *out)
{
    (void)out;
}

static int container_rename_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int container_rename_read(struct wire_reader *r, struct container_rename *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_rename_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_rename_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_rename_complete(seen, e);
}

void container_rename_write(struct wire_writer *w, const struct container_rename *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
}

static int container_rename_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_rename_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_rename_reply_defaults(struct container_rename_reply *out)
{
    (void)out;
}

static int container_rename_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_rename_reply_read(struct wire_reader *r, struct container_rename_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_rename_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_rename_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_rename_reply_complete(seen, e);
}

void container_rename_reply_write(struct wire_writer *w, const struct container_rename_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_update_field(struct wire_reader *r, const struct wire_span *key, struct container_update *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "limits")) {
        if (wire_seen(seen, 1, "limits", e) < 0)
            return -1;
        return limits_read(r, &out->limits, e);
    }
    return wire_skip(r, e);
}

static void container_update_defaults(struct container_update *out)
{
    (void)out;
}

static int container_update_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "limits: missing");
    return 0;
}

int container_update_read(struct wire_reader *r, struct container_update *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_update_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_update_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_update_complete(seen, e);
}

void container_update_write(struct wire_writer *w, const struct container_update *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "limits");
    limits_write(w, &m->limits);
}

static int container_update_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_update_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_update_reply_defaults(struct container_update_reply *out)
{
    (void)out;
}

static int container_update_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_update_reply_read(struct wire_reader *r, struct container_update_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_update_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_update_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_update_reply_complete(seen, e);
}

void container_update_reply_write(struct wire_writer *w, const struct container_update_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_wait_field(struct wire_reader *r, const struct wire_span *key, struct container_wait *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "condition")) {
        if (wire_seen(seen, 1, "condition", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return condition_read(r, &out->condition, e);
    }
    return wire_skip(r, e);
}

static void container_wait_defaults(struct container_wait *out)
{
    (void)out;
    out->condition = CONDITION_EXITED;
}

static int container_wait_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_wait_read(struct wire_reader *r, struct container_wait *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_wait_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_wait_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_wait_complete(seen, e);
}

void container_wait_write(struct wire_writer *w, const struct container_wait *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "condition");
    wire_put_str(w, condition_name(m->condition));
}

static int container_wait_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_wait_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 2, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    if (wire_is(key, "error")) {
        if (wire_seen(seen, 3, "error", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error = true;
        return text_read(r, &out->error, e);
    }
    if (wire_is(key, "error_code")) {
        if (wire_seen(seen, 4, "error_code", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error_code = true;
        return word_read(r, &out->error_code, e);
    }
    if (wire_is(key, "health")) {
        if (wire_seen(seen, 5, "health", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_health = true;
        return health_status_read(r, &out->health, e);
    }
    return wire_skip(r, e);
}

static void container_wait_reply_defaults(struct container_wait_reply *out)
{
    (void)out;
}

static int container_wait_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    return 0;
}

int container_wait_reply_read(struct wire_reader *r, struct container_wait_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_wait_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_wait_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_wait_reply_complete(seen, e);
}

void container_wait_reply_write(struct wire_writer *w, const struct container_wait_reply *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_exit + (uint32_t)m->has_error + (uint32_t)m->has_error_code + (uint32_t)m->has_health);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
    if (m->has_error) {
        wire_put_str(w, "error");
        wire_put_span(w, m->error);
    }
    if (m->has_error_code) {
        wire_put_str(w, "error_code");
        wire_put_str(w, m->error_code.text);
    }
    if (m->has_health) {
        wire_put_str(w, "health");
        wire_put_str(w, health_status_name(m->health));
    }
}

static int container_status_field(struct wire_reader *r, const struct wire_span *key, struct container_status *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void container_status_defaults(struct container_status *out)
{
    (void)out;
}

static int container_status_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_status_read(struct wire_reader *r, struct container_status *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_status_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_status_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_status_complete(seen, e);
}

void container_status_write(struct wire_writer *w, const struct container_status *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int container_status_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_status_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "status")) {
        if (wire_seen(seen, 0, "status", e) < 0)
            return -1;
        return container_view_read(r, &out->status, e);
    }
    if (wire_is(key, "as_of_seq")) {
        if (wire_seen(seen, 1, "as_of_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->as_of_seq, e);
    }
    return wire_skip(r, e);
}

static void container_status_reply_defaults(struct container_status_reply *out)
{
    (void)out;
}

static int container_status_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "status: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "as_of_seq: missing");
    return 0;
}

int container_status_reply_read(struct wire_reader *r, struct container_status_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_status_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_status_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_status_reply_complete(seen, e);
}

void container_status_reply_write(struct wire_writer *w, const struct container_status_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "status");
    container_view_write(w, &m->status);
    wire_put_str(w, "as_of_seq");
    wire_put_uint(w, m->as_of_seq);
}

static int container_inspect_field(struct wire_reader *r, const struct wire_span *key, struct container_inspect *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void container_inspect_defaults(struct container_inspect *out)
{
    (void)out;
}

static int container_inspect_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_inspect_read(struct wire_reader *r, struct container_inspect *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_inspect_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_inspect_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_inspect_complete(seen, e);
}

void container_inspect_write(struct wire_writer *w, const struct container_inspect *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int container_inspect_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_inspect_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "status")) {
        if (wire_seen(seen, 0, "status", e) < 0)
            return -1;
        return container_view_read(r, &out->status, e);
    }
    if (wire_is(key, "spec")) {
        if (wire_seen(seen, 1, "spec", e) < 0)
            return -1;
        return wire_read_raw_map(r, &out->spec, e);
    }
    if (wire_is(key, "phases")) {
        if (wire_seen(seen, 2, "phases", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_phases = true;
        return phases_read(r, &out->phases, e);
    }
    if (wire_is(key, "as_of_seq")) {
        if (wire_seen(seen, 3, "as_of_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->as_of_seq, e);
    }
    return wire_skip(r, e);
}

static void container_inspect_reply_defaults(struct container_inspect_reply *out)
{
    (void)out;
}

static int container_inspect_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "status: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "spec: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "as_of_seq: missing");
    return 0;
}

int container_inspect_reply_read(struct wire_reader *r, struct container_inspect_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_inspect_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_inspect_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_inspect_reply_complete(seen, e);
}

void container_inspect_reply_write(struct wire_writer *w, const struct container_inspect_reply *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_phases);
    wire_put_str(w, "status");
    container_view_write(w, &m->status);
    wire_put_str(w, "spec");
    wire_put_raw(w, m->spec);
    if (m->has_phases) {
        wire_put_str(w, "phases");
        phases_write(w, &m->phases);
    }
    wire_put_str(w, "as_of_seq");
    wire_put_uint(w, m->as_of_seq);
}

static int container_why_field(struct wire_reader *r, const struct wire_span *key, struct container_why *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void container_why_defaults(struct container_why *out)
{
    (void)out;
}

static int container_why_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_why_read(struct wire_reader *r, struct container_why *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_why_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_why_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_why_complete(seen, e);
}

void container_why_write(struct wire_writer *w, const struct container_why *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int container_why_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_why_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 2, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    if (wire_is(key, "summary")) {
        if (wire_seen(seen, 3, "summary", e) < 0)
            return -1;
        return text_read(r, &out->summary, e);
    }
    if (wire_is(key, "asked_by")) {
        if (wire_seen(seen, 4, "asked_by", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_asked_by = true;
        return cause_read(r, &out->asked_by, e);
    }
    if (wire_is(key, "asked_ns")) {
        if (wire_seen(seen, 5, "asked_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_asked_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->asked_ns, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 6, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    if (wire_is(key, "events")) {
        if (wire_seen(seen, 7, "events", e) < 0)
            return -1;
        return read_list(r, &out->events, event_item, e);
    }
    return wire_skip(r, e);
}

static void container_why_reply_defaults(struct container_why_reply *out)
{
    (void)out;
}

static int container_why_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "summary: missing");
    if (!(seen & 1ull << 7))
        return err_set(e, ERR_INVALID, "events: missing");
    return 0;
}

int container_why_reply_read(struct wire_reader *r, struct container_why_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_why_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_why_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_why_reply_complete(seen, e);
}

void container_why_reply_write(struct wire_writer *w, const struct container_why_reply *m)
{
    (void)m;
    wire_put_map(w, 5u + (uint32_t)m->has_asked_by + (uint32_t)m->has_asked_ns + (uint32_t)m->has_exit);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
    wire_put_str(w, "summary");
    wire_put_span(w, m->summary);
    if (m->has_asked_by) {
        wire_put_str(w, "asked_by");
        cause_write(w, &m->asked_by);
    }
    if (m->has_asked_ns) {
        wire_put_str(w, "asked_ns");
        wire_put_uint(w, m->asked_ns);
    }
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
    wire_put_str(w, "events");
    wire_put_array(w, m->events.count);
    wire_put_raw(w, m->events.items);
}

static int container_by_name_field(struct wire_reader *r, const struct wire_span *key, struct container_by_name *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void container_by_name_defaults(struct container_by_name *out)
{
    (void)out;
}

static int container_by_name_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_by_name_read(struct wire_reader *r, struct container_by_name *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_by_name_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_by_name_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_by_name_complete(seen, e);
}

void container_by_name_write(struct wire_writer *w, const struct container_by_name *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int container_by_name_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_by_name_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void container_by_name_reply_defaults(struct container_by_name_reply *out)
{
    (void)out;
}

static int container_by_name_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int container_by_name_reply_read(struct wire_reader *r, struct container_by_name_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_by_name_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_by_name_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_by_name_reply_complete(seen, e);
}

void container_by_name_reply_write(struct wire_writer *w, const struct container_by_name_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int container_list_field(struct wire_reader *r, const struct wire_span *key, struct container_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "all")) {
        if (wire_seen(seen, 0, "all", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->all, e);
    }
    if (wire_is(key, "states")) {
        if (wire_seen(seen, 1, "states", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_states = true;
        return read_list(r, &out->states, state_item, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 2, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_ref_read(r, &out->name, e);
    }
    if (wire_is(key, "label")) {
        if (wire_seen(seen, 3, "label", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_label = true;
        return text_read(r, &out->label, e);
    }
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 4, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "limit")) {
        if (wire_seen(seen, 5, "limit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->limit, e);
    }
    return wire_skip(r, e);
}

static void container_list_defaults(struct container_list *out)
{
    (void)out;
    out->all = false;
    out->after = 0u;
    out->limit = 500u;
}

static int container_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int container_list_read(struct wire_reader *r, struct container_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_list_complete(seen, e);
}

void container_list_write(struct wire_writer *w, const struct container_list *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_states + (uint32_t)m->has_name + (uint32_t)m->has_label);
    wire_put_str(w, "all");
    wire_put_bool(w, m->all);
    if (m->has_states) {
        wire_put_str(w, "states");
        wire_put_array(w, m->states.count);
        wire_put_raw(w, m->states.items);
    }
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    if (m->has_label) {
        wire_put_str(w, "label");
        wire_put_span(w, m->label);
    }
    wire_put_str(w, "after");
    wire_put_uint(w, m->after);
    wire_put_str(w, "limit");
    wire_put_uint(w, m->limit);
}

static int container_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 0, "containers", e) < 0)
            return -1;
        return read_list(r, &out->containers, container_view_item, e);
    }
    if (wire_is(key, "as_of_seq")) {
        if (wire_seen(seen, 1, "as_of_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->as_of_seq, e);
    }
    if (wire_is(key, "next")) {
        if (wire_seen(seen, 2, "next", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_next = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->next, e);
    }
    return wire_skip(r, e);
}

static void container_list_reply_defaults(struct container_list_reply *out)
{
    (void)out;
}

static int container_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "containers: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "as_of_seq: missing");
    return 0;
}

int container_list_reply_read(struct wire_reader *r, struct container_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_list_reply_complete(seen, e);
}

void container_list_reply_write(struct wire_writer *w, const struct container_list_reply *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_next);
    wire_put_str(w, "containers");
    wire_put_array(w, m->containers.count);
    wire_put_raw(w, m->containers.items);
    wire_put_str(w, "as_of_seq");
    wire_put_uint(w, m->as_of_seq);
    if (m->has_next) {
        wire_put_str(w, "next");
        wire_put_uint(w, m->next);
    }
}

static int container_stats_field(struct wire_reader *r, const struct wire_span *key, struct container_stats *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 1, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_after = true;
        return container_id_read(r, &out->after, e);
    }
    return wire_skip(r, e);
}

static void container_stats_defaults(struct container_stats *out)
{
    (void)out;
}

static int container_stats_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int container_stats_read(struct wire_reader *r, struct container_stats *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_stats_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_stats_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_stats_complete(seen, e);
}

void container_stats_write(struct wire_writer *w, const struct container_stats *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_container + (uint32_t)m->has_after);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    if (m->has_after) {
        wire_put_str(w, "after");
        wire_put_str(w, m->after.text);
    }
}

static int container_stats_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_stats_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "stats")) {
        if (wire_seen(seen, 0, "stats", e) < 0)
            return -1;
        return read_list(r, &out->stats, stats_view_item, e);
    }
    if (wire_is(key, "boot_ns")) {
        if (wire_seen(seen, 1, "boot_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->boot_ns, e);
    }
    if (wire_is(key, "next")) {
        if (wire_seen(seen, 2, "next", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_next = true;
        return container_id_read(r, &out->next, e);
    }
    return wire_skip(r, e);
}

static void container_stats_reply_defaults(struct container_stats_reply *out)
{
    (void)out;
}

static int container_stats_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "stats: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "boot_ns: missing");
    return 0;
}

int container_stats_reply_read(struct wire_reader *r, struct container_stats_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_stats_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_stats_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_stats_reply_complete(seen, e);
}

void container_stats_reply_write(struct wire_writer *w, const struct container_stats_reply *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_next);
    wire_put_str(w, "stats");
    wire_put_array(w, m->stats.count);
    wire_put_raw(w, m->stats.items);
    wire_put_str(w, "boot_ns");
    wire_put_uint(w, m->boot_ns);
    if (m->has_next) {
        wire_put_str(w, "next");
        wire_put_str(w, m->next.text);
    }
}

static int container_stats_history_field(struct wire_reader *r, const struct wire_span *key, struct container_stats_history *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "since_ns")) {
        if (wire_seen(seen, 1, "since_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->since_ns, e);
    }
    return wire_skip(r, e);
}

static void container_stats_history_defaults(struct container_stats_history *out)
{
    (void)out;
    out->since_ns = 0u;
}

static int container_stats_history_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_stats_history_read(struct wire_reader *r, struct container_stats_history *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_stats_history_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_stats_history_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_stats_history_complete(seen, e);
}

void container_stats_history_write(struct wire_writer *w, const struct container_stats_history *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "since_ns");
    wire_put_uint(w, m->since_ns);
}

static int container_stats_history_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_stats_history_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "points")) {
        if (wire_seen(seen, 0, "points", e) < 0)
            return -1;
        return read_list(r, &out->points, metric_item, e);
    }
    return wire_skip(r, e);
}

static void container_stats_history_reply_defaults(struct container_stats_history_reply *out)
{
    (void)out;
}

static int container_stats_history_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "points: missing");
    return 0;
}

int container_stats_history_reply_read(struct wire_reader *r, struct container_stats_history_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_stats_history_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_stats_history_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_stats_history_reply_complete(seen, e);
}

void container_stats_history_reply_write(struct wire_writer *w, const struct container_stats_history_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "points");
    wire_put_array(w, m->points.count);
    wire_put_raw(w, m->points.items);
}

static int container_logs_field(struct wire_reader *r, const struct wire_span *key, struct container_logs *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "follow")) {
        if (wire_seen(seen, 1, "follow", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->follow, e);
    }
    if (wire_is(key, "stdout")) {
        if (wire_seen(seen, 2, "stdout", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->stdout_, e);
    }
    if (wire_is(key, "stderr")) {
        if (wire_seen(seen, 3, "stderr", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->stderr_, e);
    }
    if (wire_is(key, "since_ns")) {
        if (wire_seen(seen, 4, "since_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_since_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->since_ns, e);
    }
    if (wire_is(key, "until_ns")) {
        if (wire_seen(seen, 5, "until_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_until_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->until_ns, e);
    }
    if (wire_is(key, "tail")) {
        if (wire_seen(seen, 6, "tail", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_tail = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->tail, e);
    }
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 7, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_after = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 8, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_offset = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "credit_bytes")) {
        if (wire_seen(seen, 9, "credit_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->credit_bytes, e);
    }
    return wire_skip(r, e);
}

static void container_logs_defaults(struct container_logs *out)
{
    (void)out;
    out->follow = false;
    out->stdout_ = true;
    out->stderr_ = true;
    out->credit_bytes = 1048576u;
}

static int container_logs_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_logs_read(struct wire_reader *r, struct container_logs *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_logs_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_logs_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_logs_complete(seen, e);
}

void container_logs_write(struct wire_writer *w, const struct container_logs *m)
{
    (void)m;
    wire_put_map(w, 5u + (uint32_t)m->has_since_ns + (uint32_t)m->has_until_ns + (uint32_t)m->has_tail + (uint32_t)m->has_after + (uint32_t)m->has_offset);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "follow");
    wire_put_bool(w, m->follow);
    wire_put_str(w, "stdout");
    wire_put_bool(w, m->stdout_);
    wire_put_str(w, "stderr");
    wire_put_bool(w, m->stderr_);
    if (m->has_since_ns) {
        wire_put_str(w, "since_ns");
        wire_put_uint(w, m->since_ns);
    }
    if (m->has_until_ns) {
        wire_put_str(w, "until_ns");
        wire_put_uint(w, m->until_ns);
    }
    if (m->has_tail) {
        wire_put_str(w, "tail");
        wire_put_uint(w, m->tail);
    }
    if (m->has_after) {
        wire_put_str(w, "after");
        wire_put_uint(w, m->after);
    }
    if (m->has_offset) {
        wire_put_str(w, "offset");
        wire_put_uint(w, m->offset);
    }
    wire_put_str(w, "credit_bytes");
    wire_put_uint(w, m->credit_bytes);
}

static int container_logs_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_logs_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "last_seq")) {
        if (wire_seen(seen, 0, "last_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->last_seq, e);
    }
    if (wire_is(key, "dropped_bytes")) {
        if (wire_seen(seen, 1, "dropped_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->dropped_bytes, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 2, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void container_logs_reply_defaults(struct container_logs_reply *out)
{
    (void)out;
    out->dropped_bytes = 0u;
}

static int container_logs_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "last_seq: missing");
    return 0;
}

int container_logs_reply_read(struct wire_reader *r, struct container_logs_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_logs_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_logs_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_logs_reply_complete(seen, e);
}

void container_logs_reply_write(struct wire_writer *w, const struct container_logs_reply *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_exit);
    wire_put_str(w, "last_seq");
    wire_put_uint(w, m->last_seq);
    wire_put_str(w, "dropped_bytes");
    wire_put_uint(w, m->dropped_bytes);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
}

static int container_trim_field(struct wire_reader *r, const struct wire_span *key, struct container_trim *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 1, "offset", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    return wire_skip(r, e);
}

static void container_trim_defaults(struct container_trim *out)
{
    (void)out;
}

static int container_trim_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "offset: missing");
    return 0;
}

int container_trim_read(struct wire_reader *r, struct container_trim *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_trim_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_trim_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_trim_complete(seen, e);
}

void container_trim_write(struct wire_writer *w, const struct container_trim *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "offset");
    wire_put_uint(w, m->offset);
}

static int container_trim_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_trim_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void container_trim_reply_defaults(struct container_trim_reply *out)
{
    (void)out;
}

static int container_trim_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int container_trim_reply_read(struct wire_reader *r, struct container_trim_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_trim_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_trim_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_trim_reply_complete(seen, e);
}

void container_trim_reply_write(struct wire_writer *w, const struct container_trim_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int container_copy_out_field(struct wire_reader *r, const struct wire_span *key, struct container_copy_out *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "paths")) {
        if (wire_seen(seen, 1, "paths", e) < 0)
            return -1;
        return read_list(r, &out->paths, path_item, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 2, "exec_id", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exec_id = true;
        return exec_id_read(r, &out->exec_id, e);
    }
    return wire_skip(r, e);
}

static void container_copy_out_defaults(struct container_copy_out *out)
{
    (void)out;
}

static int container_copy_out_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "paths: missing");
    return 0;
}

int container_copy_out_read(struct wire_reader *r, struct container_copy_out *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_copy_out_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_copy_out_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_copy_out_complete(seen, e);
}

void container_copy_out_write(struct wire_writer *w, const struct container_copy_out *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_exec_id);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "paths");
    wire_put_array(w, m->paths.count);
    wire_put_raw(w, m->paths.items);
    if (m->has_exec_id) {
        wire_put_str(w, "exec_id");
        wire_put_str(w, m->exec_id.text);
    }
}

static int container_copy_out_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_copy_out_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    return wire_skip(r, e);
}

static void container_copy_out_reply_defaults(struct container_copy_out_reply *out)
{
    (void)out;
}

static int container_copy_out_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int container_copy_out_reply_read(struct wire_reader *r, struct container_copy_out_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_copy_out_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_copy_out_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_copy_out_reply_complete(seen, e);
}

void container_copy_out_reply_write(struct wire_writer *w, const struct container_copy_out_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
}

static int container_copy_in_field(struct wire_reader *r, const struct wire_span *key, struct container_copy_in *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "path")) {
        if (wire_seen(seen, 1, "path", e) < 0)
            return -1;
        return path_read(r, &out->path, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 2, "exec_id", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exec_id = true;
        return exec_id_read(r, &out->exec_id, e);
    }
    return wire_skip(r, e);
}

static void container_copy_in_defaults(struct container_copy_in *out)
{
    (void)out;
}

static int container_copy_in_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "path: missing");
    return 0;
}

int container_copy_in_read(struct wire_reader *r, struct container_copy_in *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_copy_in_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_copy_in_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_copy_in_complete(seen, e);
}

void container_copy_in_write(struct wire_writer *w, const struct container_copy_in *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_exec_id);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "path");
    wire_put_span(w, m->path);
    if (m->has_exec_id) {
        wire_put_str(w, "exec_id");
        wire_put_str(w, m->exec_id.text);
    }
}

static int container_copy_in_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_copy_in_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    return wire_skip(r, e);
}

static void container_copy_in_reply_defaults(struct container_copy_in_reply *out)
{
    (void)out;
}

static int container_copy_in_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int container_copy_in_reply_read(struct wire_reader *r, struct container_copy_in_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_copy_in_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_copy_in_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_copy_in_reply_complete(seen, e);
}

void container_copy_in_reply_write(struct wire_writer *w, const struct container_copy_in_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
}

static int container_diff_field(struct wire_reader *r, const struct wire_span *key, struct container_diff *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exec_id = true;
        return exec_id_read(r, &out->exec_id, e);
    }
    return wire_skip(r, e);
}

static void container_diff_defaults(struct container_diff *out)
{
    (void)out;
}

static int container_diff_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_diff_read(struct wire_reader *r, struct container_diff *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_diff_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_diff_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_diff_complete(seen, e);
}

void container_diff_write(struct wire_writer *w, const struct container_diff *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_exec_id);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_exec_id) {
        wire_put_str(w, "exec_id");
        wire_put_str(w, m->exec_id.text);
    }
}

static int container_diff_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_diff_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    return wire_skip(r, e);
}

static void container_diff_reply_defaults(struct container_diff_reply *out)
{
    (void)out;
}

static int container_diff_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int container_diff_reply_read(struct wire_reader *r, struct container_diff_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_diff_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_diff_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_diff_reply_complete(seen, e);
}

void container_diff_reply_write(struct wire_writer *w, const struct container_diff_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
}

static int container_fork_field(struct wire_reader *r, const struct wire_span *key, struct container_fork *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "snapshot")) {
        if (wire_seen(seen, 1, "snapshot", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_snapshot = true;
        return volume_name_read(r, &out->snapshot, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 2, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_name_read(r, &out->name, e);
    }
    if (wire_is(key, "count")) {
        if (wire_seen(seen, 3, "count", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->count, e);
    }
    if (wire_is(key, "secrets")) {
        if (wire_seen(seen, 4, "secrets", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->secrets, e);
    }
    return wire_skip(r, e);
}

static void container_fork_defaults(struct container_fork *out)
{
    (void)out;
    out->count = 1u;
    out->secrets = false;
}

static int container_fork_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int container_fork_read(struct wire_reader *r, struct container_fork *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_fork_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_fork_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_fork_complete(seen, e);
}

void container_fork_write(struct wire_writer *w, const struct container_fork *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_container + (uint32_t)m->has_snapshot + (uint32_t)m->has_name);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    if (m->has_snapshot) {
        wire_put_str(w, "snapshot");
        wire_put_str(w, m->snapshot.text);
    }
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    wire_put_str(w, "count");
    wire_put_uint(w, m->count);
    wire_put_str(w, "secrets");
    wire_put_bool(w, m->secrets);
}

static int container_fork_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_fork_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "ids")) {
        if (wire_seen(seen, 0, "ids", e) < 0)
            return -1;
        return read_list(r, &out->ids, container_id_item, e);
    }
    if (wire_is(key, "source_state")) {
        if (wire_seen(seen, 1, "source_state", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_source_state = true;
        return state_read(r, &out->source_state, e);
    }
    if (wire_is(key, "method")) {
        if (wire_seen(seen, 2, "method", e) < 0)
            return -1;
        return word_read(r, &out->method, e);
    }
    if (wire_is(key, "frozen_ns")) {
        if (wire_seen(seen, 3, "frozen_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->frozen_ns, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 4, "bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    if (wire_is(key, "entries")) {
        if (wire_seen(seen, 5, "entries", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->entries, e);
    }
    return wire_skip(r, e);
}

static void container_fork_reply_defaults(struct container_fork_reply *out)
{
    (void)out;
}

static int container_fork_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "ids: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "method: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "frozen_ns: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "bytes: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "entries: missing");
    return 0;
}

int container_fork_reply_read(struct wire_reader *r, struct container_fork_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_fork_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_fork_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_fork_reply_complete(seen, e);
}

void container_fork_reply_write(struct wire_writer *w, const struct container_fork_reply *m)
{
    (void)m;
    wire_put_map(w, 5u + (uint32_t)m->has_source_state);
    wire_put_str(w, "ids");
    wire_put_array(w, m->ids.count);
    wire_put_raw(w, m->ids.items);
    if (m->has_source_state) {
        wire_put_str(w, "source_state");
        wire_put_str(w, state_name(m->source_state));
    }
    wire_put_str(w, "method");
    wire_put_str(w, m->method.text);
    wire_put_str(w, "frozen_ns");
    wire_put_uint(w, m->frozen_ns);
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
    wire_put_str(w, "entries");
    wire_put_uint(w, m->entries);
}

static int container_snapshot_field(struct wire_reader *r, const struct wire_span *key, struct container_snapshot *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        return volume_name_read(r, &out->name, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 2, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    return wire_skip(r, e);
}

static void container_snapshot_defaults(struct container_snapshot *out)
{
    (void)out;
}

static int container_snapshot_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int container_snapshot_read(struct wire_reader *r, struct container_snapshot *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_snapshot_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_snapshot_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_snapshot_complete(seen, e);
}

void container_snapshot_write(struct wire_writer *w, const struct container_snapshot *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_labels);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
}

static int container_snapshot_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_snapshot_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "source_state")) {
        if (wire_seen(seen, 0, "source_state", e) < 0)
            return -1;
        return state_read(r, &out->source_state, e);
    }
    if (wire_is(key, "method")) {
        if (wire_seen(seen, 1, "method", e) < 0)
            return -1;
        return word_read(r, &out->method, e);
    }
    if (wire_is(key, "frozen_ns")) {
        if (wire_seen(seen, 2, "frozen_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->frozen_ns, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 3, "bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    if (wire_is(key, "entries")) {
        if (wire_seen(seen, 4, "entries", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->entries, e);
    }
    return wire_skip(r, e);
}

static void container_snapshot_reply_defaults(struct container_snapshot_reply *out)
{
    (void)out;
}

static int container_snapshot_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "source_state: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "method: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "frozen_ns: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "bytes: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "entries: missing");
    return 0;
}

int container_snapshot_reply_read(struct wire_reader *r, struct container_snapshot_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_snapshot_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_snapshot_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_snapshot_reply_complete(seen, e);
}

void container_snapshot_reply_write(struct wire_writer *w, const struct container_snapshot_reply *m)
{
    (void)m;
    wire_put_map(w, 5u);
    wire_put_str(w, "source_state");
    wire_put_str(w, state_name(m->source_state));
    wire_put_str(w, "method");
    wire_put_str(w, m->method.text);
    wire_put_str(w, "frozen_ns");
    wire_put_uint(w, m->frozen_ns);
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
    wire_put_str(w, "entries");
    wire_put_uint(w, m->entries);
}

static int container_commit_field(struct wire_reader *r, const struct wire_span *key, struct container_commit *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "tag")) {
        if (wire_seen(seen, 1, "tag", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_tag = true;
        return tag_name_read(r, &out->tag, e);
    }
    if (wire_is(key, "message")) {
        if (wire_seen(seen, 2, "message", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_message = true;
        return text_read(r, &out->message, e);
    }
    if (wire_is(key, "author")) {
        if (wire_seen(seen, 3, "author", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_author = true;
        return text_read(r, &out->author, e);
    }
    if (wire_is(key, "config")) {
        if (wire_seen(seen, 4, "config", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_config = true;
        return image_config_read(r, &out->config, e);
    }
    return wire_skip(r, e);
}

static void container_commit_defaults(struct container_commit *out)
{
    (void)out;
}

static int container_commit_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int container_commit_read(struct wire_reader *r, struct container_commit *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_commit_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_commit_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_commit_complete(seen, e);
}

void container_commit_write(struct wire_writer *w, const struct container_commit *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_tag + (uint32_t)m->has_message + (uint32_t)m->has_author + (uint32_t)m->has_config);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_tag) {
        wire_put_str(w, "tag");
        wire_put_str(w, m->tag.text);
    }
    if (m->has_message) {
        wire_put_str(w, "message");
        wire_put_span(w, m->message);
    }
    if (m->has_author) {
        wire_put_str(w, "author");
        wire_put_span(w, m->author);
    }
    if (m->has_config) {
        wire_put_str(w, "config");
        image_config_write(w, &m->config);
    }
}

static int container_commit_reply_field(struct wire_reader *r, const struct wire_span *key, struct container_commit_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_read(r, &out->image, e);
    }
    if (wire_is(key, "source_state")) {
        if (wire_seen(seen, 1, "source_state", e) < 0)
            return -1;
        return state_read(r, &out->source_state, e);
    }
    if (wire_is(key, "frozen_ns")) {
        if (wire_seen(seen, 2, "frozen_ns", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->frozen_ns, e);
    }
    return wire_skip(r, e);
}

static void container_commit_reply_defaults(struct container_commit_reply *out)
{
    (void)out;
}

static int container_commit_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "source_state: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "frozen_ns: missing");
    return 0;
}

int container_commit_reply_read(struct wire_reader *r, struct container_commit_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    container_commit_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = container_commit_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return container_commit_reply_complete(seen, e);
}

void container_commit_reply_write(struct wire_writer *w, const struct container_commit_reply *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "image");
    image_write(w, &m->image);
    wire_put_str(w, "source_state");
    wire_put_str(w, state_name(m->source_state));
    wire_put_str(w, "frozen_ns");
    wire_put_uint(w, m->frozen_ns);
}

static int exec_trim_field(struct wire_reader *r, const struct wire_span *key, struct exec_trim *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 2, "offset", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    return wire_skip(r, e);
}

static void exec_trim_defaults(struct exec_trim *out)
{
    (void)out;
}

static int exec_trim_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "offset: missing");
    return 0;
}

int exec_trim_read(struct wire_reader *r, struct exec_trim *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_trim_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_trim_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_trim_complete(seen, e);
}

void exec_trim_write(struct wire_writer *w, const struct exec_trim *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "offset");
    wire_put_uint(w, m->offset);
}

static int exec_trim_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_trim_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void exec_trim_reply_defaults(struct exec_trim_reply *out)
{
    (void)out;
}

static int exec_trim_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int exec_trim_reply_read(struct wire_reader *r, struct exec_trim_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_trim_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_trim_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_trim_reply_complete(seen, e);
}

void exec_trim_reply_write(struct wire_writer *w, const struct exec_trim_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int exec_start_field(struct wire_reader *r, const struct wire_span *key, struct exec_start *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exec_id = true;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "argv")) {
        if (wire_seen(seen, 2, "argv", e) < 0)
            return -1;
        return read_list(r, &out->argv, str_item, e);
    }
    if (wire_is(key, "env")) {
        if (wire_seen(seen, 3, "env", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_env = true;
        return read_texts(r, &out->env, e);
    }
    if (wire_is(key, "workdir")) {
        if (wire_seen(seen, 4, "workdir", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_workdir = true;
        return path_read(r, &out->workdir, e);
    }
    if (wire_is(key, "user")) {
        if (wire_seen(seen, 5, "user", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_user = true;
        return text_read(r, &out->user, e);
    }
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 6, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_after = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 7, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_offset = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "credit_bytes")) {
        if (wire_seen(seen, 8, "credit_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->credit_bytes, e);
    }
    if (wire_is(key, "detach")) {
        if (wire_seen(seen, 9, "detach", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->detach, e);
    }
    if (wire_is(key, "timeout_ms")) {
        if (wire_seen(seen, 10, "timeout_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_timeout_ms = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->timeout_ms, e);
    }
    if (wire_is(key, "stdin")) {
        if (wire_seen(seen, 11, "stdin", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->stdin_, e);
    }
    if (wire_is(key, "tty")) {
        if (wire_seen(seen, 12, "tty", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->tty, e);
    }
    if (wire_is(key, "tty_rows")) {
        if (wire_seen(seen, 13, "tty_rows", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return terminal_size_read(r, &out->tty_rows, e);
    }
    if (wire_is(key, "tty_columns")) {
        if (wire_seen(seen, 14, "tty_columns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return terminal_size_read(r, &out->tty_columns, e);
    }
    return wire_skip(r, e);
}

static void exec_start_defaults(struct exec_start *out)
{
    (void)out;
    out->credit_bytes = 1048576u;
    out->detach = false;
    out->stdin_ = false;
    out->tty = false;
    out->tty_rows = 24u;
    out->tty_columns = 80u;
}

static int exec_start_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "argv: missing");
    return 0;
}

int exec_start_read(struct wire_reader *r, struct exec_start *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_start_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_start_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_start_complete(seen, e);
}

void exec_start_write(struct wire_writer *w, const struct exec_start *m)
{
    (void)m;
    wire_put_map(w, 8u + (uint32_t)m->has_exec_id + (uint32_t)m->has_env + (uint32_t)m->has_workdir + (uint32_t)m->has_user + (uint32_t)m->has_after + (uint32_t)m->has_offset + (uint32_t)m->has_timeout_ms);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_exec_id) {
        wire_put_str(w, "exec_id");
        wire_put_str(w, m->exec_id.text);
    }
    wire_put_str(w, "argv");
    wire_put_array(w, m->argv.count);
    wire_put_raw(w, m->argv.items);
    if (m->has_env) {
        wire_put_str(w, "env");
        wire_put_map(w, m->env.count);
        wire_put_raw(w, m->env.items);
    }
    if (m->has_workdir) {
        wire_put_str(w, "workdir");
        wire_put_span(w, m->workdir);
    }
    if (m->has_user) {
        wire_put_str(w, "user");
        wire_put_span(w, m->user);
    }
    if (m->has_after) {
        wire_put_str(w, "after");
        wire_put_uint(w, m->after);
    }
    if (m->has_offset) {
        wire_put_str(w, "offset");
        wire_put_uint(w, m->offset);
    }
    wire_put_str(w, "credit_bytes");
    wire_put_uint(w, m->credit_bytes);
    wire_put_str(w, "detach");
    wire_put_bool(w, m->detach);
    if (m->has_timeout_ms) {
        wire_put_str(w, "timeout_ms");
        wire_put_uint(w, m->timeout_ms);
    }
    wire_put_str(w, "stdin");
    wire_put_bool(w, m->stdin_);
    wire_put_str(w, "tty");
    wire_put_bool(w, m->tty);
    wire_put_str(w, "tty_rows");
    wire_put_uint(w, m->tty_rows);
    wire_put_str(w, "tty_columns");
    wire_put_uint(w, m->tty_columns);
}

static int exec_start_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_start_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 1, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void exec_start_reply_defaults(struct exec_start_reply *out)
{
    (void)out;
}

static int exec_start_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int exec_start_reply_read(struct wire_reader *r, struct exec_start_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_start_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_start_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_start_reply_complete(seen, e);
}

void exec_start_reply_write(struct wire_writer *w, const struct exec_start_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_exit);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
}

static int exec_resize_field(struct wire_reader *r, const struct wire_span *key, struct exec_resize *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "tty_rows")) {
        if (wire_seen(seen, 2, "tty_rows", e) < 0)
            return -1;
        return terminal_size_read(r, &out->tty_rows, e);
    }
    if (wire_is(key, "tty_columns")) {
        if (wire_seen(seen, 3, "tty_columns", e) < 0)
            return -1;
        return terminal_size_read(r, &out->tty_columns, e);
    }
    return wire_skip(r, e);
}

static void exec_resize_defaults(struct exec_resize *out)
{
    (void)out;
}

static int exec_resize_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "tty_rows: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "tty_columns: missing");
    return 0;
}

int exec_resize_read(struct wire_reader *r, struct exec_resize *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_resize_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_resize_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_resize_complete(seen, e);
}

void exec_resize_write(struct wire_writer *w, const struct exec_resize *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "tty_rows");
    wire_put_uint(w, m->tty_rows);
    wire_put_str(w, "tty_columns");
    wire_put_uint(w, m->tty_columns);
}

static int exec_resize_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_resize_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void exec_resize_reply_defaults(struct exec_resize_reply *out)
{
    (void)out;
}

static int exec_resize_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int exec_resize_reply_read(struct wire_reader *r, struct exec_resize_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_resize_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_resize_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_resize_reply_complete(seen, e);
}

void exec_resize_reply_write(struct wire_writer *w, const struct exec_resize_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int exec_write_field(struct wire_reader *r, const struct wire_span *key, struct exec_write *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 2, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_offset = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "data")) {
        if (wire_seen(seen, 3, "data", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_data = true;
        return wire_read_bytes(r, &out->data, e);
    }
    if (wire_is(key, "end")) {
        if (wire_seen(seen, 4, "end", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->end, e);
    }
    return wire_skip(r, e);
}

static void exec_write_defaults(struct exec_write *out)
{
    (void)out;
    out->end = false;
}

static int exec_write_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int exec_write_read(struct wire_reader *r, struct exec_write *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_write_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_write_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_write_complete(seen, e);
}

void exec_write_write(struct wire_writer *w, const struct exec_write *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_offset + (uint32_t)m->has_data);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    if (m->has_offset) {
        wire_put_str(w, "offset");
        wire_put_uint(w, m->offset);
    }
    if (m->has_data) {
        wire_put_str(w, "data");
        wire_put_bytes(w, m->data);
    }
    wire_put_str(w, "end");
    wire_put_bool(w, m->end);
}

static int exec_write_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_write_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 0, "offset", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "ended")) {
        if (wire_seen(seen, 1, "ended", e) < 0)
            return -1;
        return wire_read_bool(r, &out->ended, e);
    }
    return wire_skip(r, e);
}

static void exec_write_reply_defaults(struct exec_write_reply *out)
{
    (void)out;
}

static int exec_write_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "offset: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "ended: missing");
    return 0;
}

int exec_write_reply_read(struct wire_reader *r, struct exec_write_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_write_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_write_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_write_reply_complete(seen, e);
}

void exec_write_reply_write(struct wire_writer *w, const struct exec_write_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "offset");
    wire_put_uint(w, m->offset);
    wire_put_str(w, "ended");
    wire_put_bool(w, m->ended);
}

static int exec_read_field(struct wire_reader *r, const struct wire_span *key, struct exec_read *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 2, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_after = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 3, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_offset = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "credit_bytes")) {
        if (wire_seen(seen, 4, "credit_bytes", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->credit_bytes, e);
    }
    return wire_skip(r, e);
}

static void exec_read_defaults(struct exec_read *out)
{
    (void)out;
    out->credit_bytes = 1048576u;
}

static int exec_read_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int exec_read_read(struct wire_reader *r, struct exec_read *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_read_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_read_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_read_complete(seen, e);
}

void exec_read_write(struct wire_writer *w, const struct exec_read *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_after + (uint32_t)m->has_offset);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    if (m->has_after) {
        wire_put_str(w, "after");
        wire_put_uint(w, m->after);
    }
    if (m->has_offset) {
        wire_put_str(w, "offset");
        wire_put_uint(w, m->offset);
    }
    wire_put_str(w, "credit_bytes");
    wire_put_uint(w, m->credit_bytes);
}

static int exec_read_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_read_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 1, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void exec_read_reply_defaults(struct exec_read_reply *out)
{
    (void)out;
}

static int exec_read_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int exec_read_reply_read(struct wire_reader *r, struct exec_read_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_read_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_read_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_read_reply_complete(seen, e);
}

void exec_read_reply_write(struct wire_writer *w, const struct exec_read_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_exit);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
}

static int exec_wait_field(struct wire_reader *r, const struct wire_span *key, struct exec_wait *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    return wire_skip(r, e);
}

static void exec_wait_defaults(struct exec_wait *out)
{
    (void)out;
}

static int exec_wait_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int exec_wait_read(struct wire_reader *r, struct exec_wait *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_wait_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_wait_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_wait_complete(seen, e);
}

void exec_wait_write(struct wire_writer *w, const struct exec_wait *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
}

static int exec_wait_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_wait_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 1, "exit", e) < 0)
            return -1;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void exec_wait_reply_defaults(struct exec_wait_reply *out)
{
    (void)out;
}

static int exec_wait_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exit: missing");
    return 0;
}

int exec_wait_reply_read(struct wire_reader *r, struct exec_wait_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_wait_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_wait_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_wait_reply_complete(seen, e);
}

void exec_wait_reply_write(struct wire_writer *w, const struct exec_wait_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "exit");
    container_exit_write(w, &m->exit);
}

static int exec_list_field(struct wire_reader *r, const struct wire_span *key, struct exec_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void exec_list_defaults(struct exec_list *out)
{
    (void)out;
}

static int exec_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int exec_list_read(struct wire_reader *r, struct exec_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_list_complete(seen, e);
}

void exec_list_write(struct wire_writer *w, const struct exec_list *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int exec_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "sessions")) {
        if (wire_seen(seen, 0, "sessions", e) < 0)
            return -1;
        return read_list(r, &out->sessions, exec_session_item, e);
    }
    return wire_skip(r, e);
}

static void exec_list_reply_defaults(struct exec_list_reply *out)
{
    (void)out;
}

static int exec_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "sessions: missing");
    return 0;
}

int exec_list_reply_read(struct wire_reader *r, struct exec_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_list_reply_complete(seen, e);
}

void exec_list_reply_write(struct wire_writer *w, const struct exec_list_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "sessions");
    wire_put_array(w, m->sessions.count);
    wire_put_raw(w, m->sessions.items);
}

static int exec_history_field(struct wire_reader *r, const struct wire_span *key, struct exec_history *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void exec_history_defaults(struct exec_history *out)
{
    (void)out;
}

static int exec_history_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int exec_history_read(struct wire_reader *r, struct exec_history *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_history_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_history_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_history_complete(seen, e);
}

void exec_history_write(struct wire_writer *w, const struct exec_history *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int exec_history_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_history_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "sessions")) {
        if (wire_seen(seen, 0, "sessions", e) < 0)
            return -1;
        return read_list(r, &out->sessions, exec_past_item, e);
    }
    return wire_skip(r, e);
}

static void exec_history_reply_defaults(struct exec_history_reply *out)
{
    (void)out;
}

static int exec_history_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "sessions: missing");
    return 0;
}

int exec_history_reply_read(struct wire_reader *r, struct exec_history_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_history_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_history_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_history_reply_complete(seen, e);
}

void exec_history_reply_write(struct wire_writer *w, const struct exec_history_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "sessions");
    wire_put_array(w, m->sessions.count);
    wire_put_raw(w, m->sessions.items);
}

static int exec_signal_field(struct wire_reader *r, const struct wire_span *key, struct exec_signal *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 1, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "signal")) {
        if (wire_seen(seen, 2, "signal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return signal_read(r, &out->signal, e);
    }
    return wire_skip(r, e);
}

static void exec_signal_defaults(struct exec_signal *out)
{
    (void)out;
    out->signal = 15u;
}

static int exec_signal_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    return 0;
}

int exec_signal_read(struct wire_reader *r, struct exec_signal *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_signal_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_signal_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_signal_complete(seen, e);
}

void exec_signal_write(struct wire_writer *w, const struct exec_signal *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "signal");
    wire_put_uint(w, m->signal);
}

static int exec_signal_reply_field(struct wire_reader *r, const struct wire_span *key, struct exec_signal_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void exec_signal_reply_defaults(struct exec_signal_reply *out)
{
    (void)out;
}

static int exec_signal_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int exec_signal_reply_read(struct wire_reader *r, struct exec_signal_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    exec_signal_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = exec_signal_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return exec_signal_reply_complete(seen, e);
}

void exec_signal_reply_write(struct wire_writer *w, const struct exec_signal_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int stream_credit_field(struct wire_reader *r, const struct wire_span *key, struct stream_credit *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "stream")) {
        if (wire_seen(seen, 0, "stream", e) < 0)
            return -1;
        return wire_read_id(r, &out->stream, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 1, "bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    return wire_skip(r, e);
}

static void stream_credit_defaults(struct stream_credit *out)
{
    (void)out;
}

static int stream_credit_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "stream: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "bytes: missing");
    return 0;
}

int stream_credit_read(struct wire_reader *r, struct stream_credit *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    stream_credit_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = stream_credit_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return stream_credit_complete(seen, e);
}

void stream_credit_write(struct wire_writer *w, const struct stream_credit *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "stream");
    wire_put_raw(w, m->stream);
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
}

static int stream_credit_reply_field(struct wire_reader *r, const struct wire_span *key, struct stream_credit_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void stream_credit_reply_defaults(struct stream_credit_reply *out)
{
    (void)out;
}

static int stream_credit_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int stream_credit_reply_read(struct wire_reader *r, struct stream_credit_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    stream_credit_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = stream_credit_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return stream_credit_reply_complete(seen, e);
}

void stream_credit_reply_write(struct wire_writer *w, const struct stream_credit_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int stream_cancel_field(struct wire_reader *r, const struct wire_span *key, struct stream_cancel *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "stream")) {
        if (wire_seen(seen, 0, "stream", e) < 0)
            return -1;
        return wire_read_id(r, &out->stream, e);
    }
    return wire_skip(r, e);
}

static void stream_cancel_defaults(struct stream_cancel *out)
{
    (void)out;
}

static int stream_cancel_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "stream: missing");
    return 0;
}

int stream_cancel_read(struct wire_reader *r, struct stream_cancel *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    stream_cancel_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = stream_cancel_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return stream_cancel_complete(seen, e);
}

void stream_cancel_write(struct wire_writer *w, const struct stream_cancel *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "stream");
    wire_put_raw(w, m->stream);
}

static int stream_cancel_reply_field(struct wire_reader *r, const struct wire_span *key, struct stream_cancel_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void stream_cancel_reply_defaults(struct stream_cancel_reply *out)
{
    (void)out;
}

static int stream_cancel_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int stream_cancel_reply_read(struct wire_reader *r, struct stream_cancel_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    stream_cancel_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = stream_cancel_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return stream_cancel_reply_complete(seen, e);
}

void stream_cancel_reply_write(struct wire_writer *w, const struct stream_cancel_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int image_import_field(struct wire_reader *r, const struct wire_span *key, struct image_import *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "path")) {
        if (wire_seen(seen, 0, "path", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_path = true;
        return path_read(r, &out->path, e);
    }
    if (wire_is(key, "upload")) {
        if (wire_seen(seen, 1, "upload", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_upload = true;
        return word_read(r, &out->upload, e);
    }
    if (wire_is(key, "tag")) {
        if (wire_seen(seen, 2, "tag", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_tag = true;
        return tag_name_read(r, &out->tag, e);
    }
    if (wire_is(key, "ref")) {
        if (wire_seen(seen, 3, "ref", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_ref = true;
        return text_read(r, &out->ref, e);
    }
    if (wire_is(key, "platform")) {
        if (wire_seen(seen, 4, "platform", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_platform = true;
        return text_read(r, &out->platform, e);
    }
    if (wire_is(key, "format")) {
        if (wire_seen(seen, 5, "format", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return image_format_read(r, &out->format, e);
    }
    return wire_skip(r, e);
}

static void image_import_defaults(struct image_import *out)
{
    (void)out;
    out->format = IMAGE_FORMAT_AUTO;
}

static int image_import_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int image_import_read(struct wire_reader *r, struct image_import *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_import_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_import_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_import_complete(seen, e);
}

void image_import_write(struct wire_writer *w, const struct image_import *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_path + (uint32_t)m->has_upload + (uint32_t)m->has_tag + (uint32_t)m->has_ref + (uint32_t)m->has_platform);
    if (m->has_path) {
        wire_put_str(w, "path");
        wire_put_span(w, m->path);
    }
    if (m->has_upload) {
        wire_put_str(w, "upload");
        wire_put_str(w, m->upload.text);
    }
    if (m->has_tag) {
        wire_put_str(w, "tag");
        wire_put_str(w, m->tag.text);
    }
    if (m->has_ref) {
        wire_put_str(w, "ref");
        wire_put_span(w, m->ref);
    }
    if (m->has_platform) {
        wire_put_str(w, "platform");
        wire_put_span(w, m->platform);
    }
    wire_put_str(w, "format");
    wire_put_str(w, image_format_name(m->format));
}

static int image_import_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_import_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_read(r, &out->image, e);
    }
    return wire_skip(r, e);
}

static void image_import_reply_defaults(struct image_import_reply *out)
{
    (void)out;
}

static int image_import_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int image_import_reply_read(struct wire_reader *r, struct image_import_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_import_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_import_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_import_reply_complete(seen, e);
}

void image_import_reply_write(struct wire_writer *w, const struct image_import_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "image");
    image_write(w, &m->image);
}

static int image_upload_field(struct wire_reader *r, const struct wire_span *key, struct image_upload *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "upload")) {
        if (wire_seen(seen, 0, "upload", e) < 0)
            return -1;
        return word_read(r, &out->upload, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 1, "offset", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    if (wire_is(key, "data")) {
        if (wire_seen(seen, 2, "data", e) < 0)
            return -1;
        return wire_read_bytes(r, &out->data, e);
    }
    return wire_skip(r, e);
}

static void image_upload_defaults(struct image_upload *out)
{
    (void)out;
}

static int image_upload_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "upload: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "offset: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "data: missing");
    return 0;
}

int image_upload_read(struct wire_reader *r, struct image_upload *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_upload_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_upload_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_upload_complete(seen, e);
}

void image_upload_write(struct wire_writer *w, const struct image_upload *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "upload");
    wire_put_str(w, m->upload.text);
    wire_put_str(w, "offset");
    wire_put_uint(w, m->offset);
    wire_put_str(w, "data");
    wire_put_bytes(w, m->data);
}

static int image_upload_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_upload_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "size")) {
        if (wire_seen(seen, 0, "size", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->size, e);
    }
    return wire_skip(r, e);
}

static void image_upload_reply_defaults(struct image_upload_reply *out)
{
    (void)out;
}

static int image_upload_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "size: missing");
    return 0;
}

int image_upload_reply_read(struct wire_reader *r, struct image_upload_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_upload_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_upload_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_upload_reply_complete(seen, e);
}

void image_upload_reply_write(struct wire_writer *w, const struct image_upload_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "size");
    wire_put_uint(w, m->size);
}

static int image_list_field(struct wire_reader *r, const struct wire_span *key, struct image_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void image_list_defaults(struct image_list *out)
{
    (void)out;
}

static int image_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int image_list_read(struct wire_reader *r, struct image_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_list_complete(seen, e);
}

void image_list_write(struct wire_writer *w, const struct image_list *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int image_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "images")) {
        if (wire_seen(seen, 0, "images", e) < 0)
            return -1;
        return read_list(r, &out->images, image_item, e);
    }
    return wire_skip(r, e);
}

static void image_list_reply_defaults(struct image_list_reply *out)
{
    (void)out;
}

static int image_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "images: missing");
    return 0;
}

int image_list_reply_read(struct wire_reader *r, struct image_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_list_reply_complete(seen, e);
}

void image_list_reply_write(struct wire_writer *w, const struct image_list_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "images");
    wire_put_array(w, m->images.count);
    wire_put_raw(w, m->images.items);
}

static int image_inspect_field(struct wire_reader *r, const struct wire_span *key, struct image_inspect *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    return wire_skip(r, e);
}

static void image_inspect_defaults(struct image_inspect *out)
{
    (void)out;
}

static int image_inspect_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int image_inspect_read(struct wire_reader *r, struct image_inspect *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_inspect_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_inspect_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_inspect_complete(seen, e);
}

void image_inspect_write(struct wire_writer *w, const struct image_inspect *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
}

static int image_inspect_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_inspect_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "record")) {
        if (wire_seen(seen, 0, "record", e) < 0)
            return -1;
        return image_record_read(r, &out->record, e);
    }
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 1, "containers", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_containers = true;
        return read_list(r, &out->containers, container_id_item, e);
    }
    return wire_skip(r, e);
}

static void image_inspect_reply_defaults(struct image_inspect_reply *out)
{
    (void)out;
}

static int image_inspect_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "record: missing");
    return 0;
}

int image_inspect_reply_read(struct wire_reader *r, struct image_inspect_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_inspect_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_inspect_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_inspect_reply_complete(seen, e);
}

void image_inspect_reply_write(struct wire_writer *w, const struct image_inspect_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_containers);
    wire_put_str(w, "record");
    image_record_write(w, &m->record);
    if (m->has_containers) {
        wire_put_str(w, "containers");
        wire_put_array(w, m->containers.count);
        wire_put_raw(w, m->containers.items);
    }
}

static int image_tag_field(struct wire_reader *r, const struct wire_span *key, struct image_tag *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    if (wire_is(key, "tag")) {
        if (wire_seen(seen, 1, "tag", e) < 0)
            return -1;
        return tag_name_read(r, &out->tag, e);
    }
    return wire_skip(r, e);
}

static void image_tag_defaults(struct image_tag *out)
{
    (void)out;
}

static int image_tag_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "tag: missing");
    return 0;
}

int image_tag_read(struct wire_reader *r, struct image_tag *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_tag_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_tag_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_tag_complete(seen, e);
}

void image_tag_write(struct wire_writer *w, const struct image_tag *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
    wire_put_str(w, "tag");
    wire_put_str(w, m->tag.text);
}

static int image_tag_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_tag_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    return wire_skip(r, e);
}

static void image_tag_reply_defaults(struct image_tag_reply *out)
{
    (void)out;
}

static int image_tag_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    return 0;
}

int image_tag_reply_read(struct wire_reader *r, struct image_tag_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_tag_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_tag_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_tag_reply_complete(seen, e);
}

void image_tag_reply_write(struct wire_writer *w, const struct image_tag_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
}

static int image_remove_field(struct wire_reader *r, const struct wire_span *key, struct image_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    if (wire_is(key, "force")) {
        if (wire_seen(seen, 1, "force", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->force, e);
    }
    return wire_skip(r, e);
}

static void image_remove_defaults(struct image_remove *out)
{
    (void)out;
    out->force = false;
}

static int image_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int image_remove_read(struct wire_reader *r, struct image_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_remove_complete(seen, e);
}

void image_remove_write(struct wire_writer *w, const struct image_remove *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
    wire_put_str(w, "force");
    wire_put_bool(w, m->force);
}

static int image_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "removed")) {
        if (wire_seen(seen, 1, "removed", e) < 0)
            return -1;
        return wire_read_bool(r, &out->removed, e);
    }
    return wire_skip(r, e);
}

static void image_remove_reply_defaults(struct image_remove_reply *out)
{
    (void)out;
}

static int image_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "removed: missing");
    return 0;
}

int image_remove_reply_read(struct wire_reader *r, struct image_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_remove_reply_complete(seen, e);
}

void image_remove_reply_write(struct wire_writer *w, const struct image_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "removed");
    wire_put_bool(w, m->removed);
}

static int image_prune_field(struct wire_reader *r, const struct wire_span *key, struct image_prune *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "all")) {
        if (wire_seen(seen, 0, "all", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->all, e);
    }
    if (wire_is(key, "before_ns")) {
        if (wire_seen(seen, 1, "before_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_before_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->before_ns, e);
    }
    if (wire_is(key, "label")) {
        if (wire_seen(seen, 2, "label", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_label = true;
        return text_read(r, &out->label, e);
    }
    if (wire_is(key, "dry_run")) {
        if (wire_seen(seen, 3, "dry_run", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->dry_run, e);
    }
    return wire_skip(r, e);
}

static void image_prune_defaults(struct image_prune *out)
{
    (void)out;
    out->all = false;
    out->dry_run = false;
}

static int image_prune_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int image_prune_read(struct wire_reader *r, struct image_prune *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_prune_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_prune_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_prune_complete(seen, e);
}

void image_prune_write(struct wire_writer *w, const struct image_prune *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_before_ns + (uint32_t)m->has_label);
    wire_put_str(w, "all");
    wire_put_bool(w, m->all);
    if (m->has_before_ns) {
        wire_put_str(w, "before_ns");
        wire_put_uint(w, m->before_ns);
    }
    if (m->has_label) {
        wire_put_str(w, "label");
        wire_put_span(w, m->label);
    }
    wire_put_str(w, "dry_run");
    wire_put_bool(w, m->dry_run);
}

static int image_prune_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_prune_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "images")) {
        if (wire_seen(seen, 0, "images", e) < 0)
            return -1;
        return read_list(r, &out->images, digest_item, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 1, "bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    return wire_skip(r, e);
}

static void image_prune_reply_defaults(struct image_prune_reply *out)
{
    (void)out;
}

static int image_prune_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "images: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "bytes: missing");
    return 0;
}

int image_prune_reply_read(struct wire_reader *r, struct image_prune_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_prune_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_prune_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_prune_reply_complete(seen, e);
}

void image_prune_reply_write(struct wire_writer *w, const struct image_prune_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "images");
    wire_put_array(w, m->images.count);
    wire_put_raw(w, m->images.items);
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
}

static int image_read_field(struct wire_reader *r, const struct wire_span *key, struct image_read *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    if (wire_is(key, "format")) {
        if (wire_seen(seen, 1, "format", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return save_format_read(r, &out->format, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 2, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return text_read(r, &out->name, e);
    }
    if (wire_is(key, "offset")) {
        if (wire_seen(seen, 3, "offset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->offset, e);
    }
    return wire_skip(r, e);
}

static void image_read_defaults(struct image_read *out)
{
    (void)out;
    out->format = SAVE_FORMAT_OCI;
    out->offset = 0u;
}

static int image_read_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int image_read_read(struct wire_reader *r, struct image_read *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_read_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_read_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_read_complete(seen, e);
}

void image_read_write(struct wire_writer *w, const struct image_read *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_name);
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
    wire_put_str(w, "format");
    wire_put_str(w, save_format_name(m->format));
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_span(w, m->name);
    }
    wire_put_str(w, "offset");
    wire_put_uint(w, m->offset);
}

static int image_read_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_read_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "total_bytes")) {
        if (wire_seen(seen, 1, "total_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->total_bytes, e);
    }
    if (wire_is(key, "data")) {
        if (wire_seen(seen, 2, "data", e) < 0)
            return -1;
        return wire_read_bytes(r, &out->data, e);
    }
    return wire_skip(r, e);
}

static void image_read_reply_defaults(struct image_read_reply *out)
{
    (void)out;
}

static int image_read_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "total_bytes: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "data: missing");
    return 0;
}

int image_read_reply_read(struct wire_reader *r, struct image_read_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_read_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_read_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_read_reply_complete(seen, e);
}

void image_read_reply_write(struct wire_writer *w, const struct image_read_reply *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "total_bytes");
    wire_put_uint(w, m->total_bytes);
    wire_put_str(w, "data");
    wire_put_bytes(w, m->data);
}

static int image_pull_field(struct wire_reader *r, const struct wire_span *key, struct image_pull *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return text_read(r, &out->name, e);
    }
    if (wire_is(key, "tag")) {
        if (wire_seen(seen, 1, "tag", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_tag = true;
        return tag_name_read(r, &out->tag, e);
    }
    if (wire_is(key, "platform")) {
        if (wire_seen(seen, 2, "platform", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_platform = true;
        return text_read(r, &out->platform, e);
    }
    if (wire_is(key, "plain_http")) {
        if (wire_seen(seen, 3, "plain_http", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->plain_http, e);
    }
    if (wire_is(key, "auth")) {
        if (wire_seen(seen, 4, "auth", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_auth = true;
        return wire_read_bytes(r, &out->auth, e);
    }
    if (wire_is(key, "ca")) {
        if (wire_seen(seen, 5, "ca", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_ca = true;
        return wire_read_bytes(r, &out->ca, e);
    }
    return wire_skip(r, e);
}

static void image_pull_defaults(struct image_pull *out)
{
    (void)out;
    out->plain_http = false;
}

static int image_pull_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int image_pull_read(struct wire_reader *r, struct image_pull *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_pull_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_pull_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_pull_complete(seen, e);
}

void image_pull_write(struct wire_writer *w, const struct image_pull *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_tag + (uint32_t)m->has_platform + (uint32_t)m->has_auth + (uint32_t)m->has_ca);
    wire_put_str(w, "name");
    wire_put_span(w, m->name);
    if (m->has_tag) {
        wire_put_str(w, "tag");
        wire_put_str(w, m->tag.text);
    }
    if (m->has_platform) {
        wire_put_str(w, "platform");
        wire_put_span(w, m->platform);
    }
    wire_put_str(w, "plain_http");
    wire_put_bool(w, m->plain_http);
    if (m->has_auth) {
        wire_put_str(w, "auth");
        wire_put_bytes(w, m->auth);
    }
    if (m->has_ca) {
        wire_put_str(w, "ca");
        wire_put_bytes(w, m->ca);
    }
}

static int image_pull_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_pull_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_read(r, &out->image, e);
    }
    return wire_skip(r, e);
}

static void image_pull_reply_defaults(struct image_pull_reply *out)
{
    (void)out;
}

static int image_pull_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int image_pull_reply_read(struct wire_reader *r, struct image_pull_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_pull_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_pull_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_pull_reply_complete(seen, e);
}

void image_pull_reply_write(struct wire_writer *w, const struct image_pull_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "image");
    image_write(w, &m->image);
}

static int image_push_field(struct wire_reader *r, const struct wire_span *key, struct image_push *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return text_read(r, &out->name, e);
    }
    if (wire_is(key, "plain_http")) {
        if (wire_seen(seen, 2, "plain_http", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->plain_http, e);
    }
    if (wire_is(key, "auth")) {
        if (wire_seen(seen, 3, "auth", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_auth = true;
        return wire_read_bytes(r, &out->auth, e);
    }
    if (wire_is(key, "ca")) {
        if (wire_seen(seen, 4, "ca", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_ca = true;
        return wire_read_bytes(r, &out->ca, e);
    }
    return wire_skip(r, e);
}

static void image_push_defaults(struct image_push *out)
{
    (void)out;
    out->plain_http = false;
}

static int image_push_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int image_push_read(struct wire_reader *r, struct image_push *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_push_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_push_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_push_complete(seen, e);
}

void image_push_write(struct wire_writer *w, const struct image_push *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_name + (uint32_t)m->has_auth + (uint32_t)m->has_ca);
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_span(w, m->name);
    }
    wire_put_str(w, "plain_http");
    wire_put_bool(w, m->plain_http);
    if (m->has_auth) {
        wire_put_str(w, "auth");
        wire_put_bytes(w, m->auth);
    }
    if (m->has_ca) {
        wire_put_str(w, "ca");
        wire_put_bytes(w, m->ca);
    }
}

static int image_push_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_push_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    return wire_skip(r, e);
}

static void image_push_reply_defaults(struct image_push_reply *out)
{
    (void)out;
}

static int image_push_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    return 0;
}

int image_push_reply_read(struct wire_reader *r, struct image_push_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_push_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_push_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_push_reply_complete(seen, e);
}

void image_push_reply_write(struct wire_writer *w, const struct image_push_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
}

static int image_progress_field(struct wire_reader *r, const struct wire_span *key, struct image_progress *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void image_progress_defaults(struct image_progress *out)
{
    (void)out;
}

static int image_progress_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int image_progress_read(struct wire_reader *r, struct image_progress *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_progress_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_progress_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_progress_complete(seen, e);
}

void image_progress_write(struct wire_writer *w, const struct image_progress *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int image_progress_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_progress_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "images")) {
        if (wire_seen(seen, 0, "images", e) < 0)
            return -1;
        return read_list(r, &out->images, progress_item, e);
    }
    return wire_skip(r, e);
}

static void image_progress_reply_defaults(struct image_progress_reply *out)
{
    (void)out;
}

static int image_progress_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "images: missing");
    return 0;
}

int image_progress_reply_read(struct wire_reader *r, struct image_progress_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_progress_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_progress_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_progress_reply_complete(seen, e);
}

void image_progress_reply_write(struct wire_writer *w, const struct image_progress_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "images");
    wire_put_array(w, m->images.count);
    wire_put_raw(w, m->images.items);
}

static int disk_usage_field(struct wire_reader *r, const struct wire_span *key, struct disk_usage *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void disk_usage_defaults(struct disk_usage *out)
{
    (void)out;
}

static int disk_usage_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int disk_usage_read(struct wire_reader *r, struct disk_usage *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    disk_usage_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = disk_usage_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return disk_usage_complete(seen, e);
}

void disk_usage_write(struct wire_writer *w, const struct disk_usage *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int disk_usage_reply_field(struct wire_reader *r, const struct wire_span *key, struct disk_usage_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "items")) {
        if (wire_seen(seen, 0, "items", e) < 0)
            return -1;
        return read_list(r, &out->items, disk_use_item, e);
    }
    if (wire_is(key, "layer_bytes")) {
        if (wire_seen(seen, 1, "layer_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->layer_bytes, e);
    }
    if (wire_is(key, "blob_bytes")) {
        if (wire_seen(seen, 2, "blob_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->blob_bytes, e);
    }
    if (wire_is(key, "free_bytes")) {
        if (wire_seen(seen, 3, "free_bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->free_bytes, e);
    }
    return wire_skip(r, e);
}

static void disk_usage_reply_defaults(struct disk_usage_reply *out)
{
    (void)out;
}

static int disk_usage_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "items: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "layer_bytes: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "blob_bytes: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "free_bytes: missing");
    return 0;
}

int disk_usage_reply_read(struct wire_reader *r, struct disk_usage_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    disk_usage_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = disk_usage_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return disk_usage_reply_complete(seen, e);
}

void disk_usage_reply_write(struct wire_writer *w, const struct disk_usage_reply *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "items");
    wire_put_array(w, m->items.count);
    wire_put_raw(w, m->items.items);
    wire_put_str(w, "layer_bytes");
    wire_put_uint(w, m->layer_bytes);
    wire_put_str(w, "blob_bytes");
    wire_put_uint(w, m->blob_bytes);
    wire_put_str(w, "free_bytes");
    wire_put_uint(w, m->free_bytes);
}

static int disk_check_field(struct wire_reader *r, const struct wire_span *key, struct disk_check *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "mend")) {
        if (wire_seen(seen, 0, "mend", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->mend, e);
    }
    if (wire_is(key, "deep")) {
        if (wire_seen(seen, 1, "deep", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->deep, e);
    }
    return wire_skip(r, e);
}

static void disk_check_defaults(struct disk_check *out)
{
    (void)out;
    out->mend = false;
    out->deep = false;
}

static int disk_check_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int disk_check_read(struct wire_reader *r, struct disk_check *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    disk_check_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = disk_check_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return disk_check_complete(seen, e);
}

void disk_check_write(struct wire_writer *w, const struct disk_check *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "mend");
    wire_put_bool(w, m->mend);
    wire_put_str(w, "deep");
    wire_put_bool(w, m->deep);
}

static int disk_check_reply_field(struct wire_reader *r, const struct wire_span *key, struct disk_check_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "findings")) {
        if (wire_seen(seen, 0, "findings", e) < 0)
            return -1;
        return read_list(r, &out->findings, finding_item, e);
    }
    if (wire_is(key, "checked")) {
        if (wire_seen(seen, 1, "checked", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->checked, e);
    }
    return wire_skip(r, e);
}

static void disk_check_reply_defaults(struct disk_check_reply *out)
{
    (void)out;
}

static int disk_check_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "findings: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "checked: missing");
    return 0;
}

int disk_check_reply_read(struct wire_reader *r, struct disk_check_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    disk_check_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = disk_check_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return disk_check_reply_complete(seen, e);
}

void disk_check_reply_write(struct wire_writer *w, const struct disk_check_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "findings");
    wire_put_array(w, m->findings.count);
    wire_put_raw(w, m->findings.items);
    wire_put_str(w, "checked");
    wire_put_uint(w, m->checked);
}

static int volume_create_field(struct wire_reader *r, const struct wire_span *key, struct volume_create *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return volume_name_read(r, &out->name, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 1, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    return wire_skip(r, e);
}

static void volume_create_defaults(struct volume_create *out)
{
    (void)out;
}

static int volume_create_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int volume_create_read(struct wire_reader *r, struct volume_create *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_create_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_create_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_create_complete(seen, e);
}

void volume_create_write(struct wire_writer *w, const struct volume_create *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_labels);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
}

static int volume_create_reply_field(struct wire_reader *r, const struct wire_span *key, struct volume_create_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 0, "volume", e) < 0)
            return -1;
        return volume_read(r, &out->volume, e);
    }
    return wire_skip(r, e);
}

static void volume_create_reply_defaults(struct volume_create_reply *out)
{
    (void)out;
}

static int volume_create_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volume: missing");
    return 0;
}

int volume_create_reply_read(struct wire_reader *r, struct volume_create_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_create_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_create_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_create_reply_complete(seen, e);
}

void volume_create_reply_write(struct wire_writer *w, const struct volume_create_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volume");
    volume_write(w, &m->volume);
}

static int volume_list_field(struct wire_reader *r, const struct wire_span *key, struct volume_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "label")) {
        if (wire_seen(seen, 0, "label", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_label = true;
        return text_read(r, &out->label, e);
    }
    return wire_skip(r, e);
}

static void volume_list_defaults(struct volume_list *out)
{
    (void)out;
}

static int volume_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int volume_list_read(struct wire_reader *r, struct volume_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_list_complete(seen, e);
}

void volume_list_write(struct wire_writer *w, const struct volume_list *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_label);
    if (m->has_label) {
        wire_put_str(w, "label");
        wire_put_span(w, m->label);
    }
}

static int volume_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct volume_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volumes")) {
        if (wire_seen(seen, 0, "volumes", e) < 0)
            return -1;
        return read_list(r, &out->volumes, volume_item, e);
    }
    return wire_skip(r, e);
}

static void volume_list_reply_defaults(struct volume_list_reply *out)
{
    (void)out;
}

static int volume_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volumes: missing");
    return 0;
}

int volume_list_reply_read(struct wire_reader *r, struct volume_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_list_reply_complete(seen, e);
}

void volume_list_reply_write(struct wire_writer *w, const struct volume_list_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volumes");
    wire_put_array(w, m->volumes.count);
    wire_put_raw(w, m->volumes.items);
}

static int volume_inspect_field(struct wire_reader *r, const struct wire_span *key, struct volume_inspect *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 0, "volume", e) < 0)
            return -1;
        return volume_name_read(r, &out->volume, e);
    }
    return wire_skip(r, e);
}

static void volume_inspect_defaults(struct volume_inspect *out)
{
    (void)out;
}

static int volume_inspect_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volume: missing");
    return 0;
}

int volume_inspect_read(struct wire_reader *r, struct volume_inspect *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_inspect_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_inspect_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_inspect_complete(seen, e);
}

void volume_inspect_write(struct wire_writer *w, const struct volume_inspect *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volume");
    wire_put_str(w, m->volume.text);
}

static int volume_inspect_reply_field(struct wire_reader *r, const struct wire_span *key, struct volume_inspect_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 0, "volume", e) < 0)
            return -1;
        return volume_read(r, &out->volume, e);
    }
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 1, "containers", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_containers = true;
        return read_list(r, &out->containers, container_id_item, e);
    }
    return wire_skip(r, e);
}

static void volume_inspect_reply_defaults(struct volume_inspect_reply *out)
{
    (void)out;
}

static int volume_inspect_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volume: missing");
    return 0;
}

int volume_inspect_reply_read(struct wire_reader *r, struct volume_inspect_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_inspect_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_inspect_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_inspect_reply_complete(seen, e);
}

void volume_inspect_reply_write(struct wire_writer *w, const struct volume_inspect_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_containers);
    wire_put_str(w, "volume");
    volume_write(w, &m->volume);
    if (m->has_containers) {
        wire_put_str(w, "containers");
        wire_put_array(w, m->containers.count);
        wire_put_raw(w, m->containers.items);
    }
}

static int volume_remove_field(struct wire_reader *r, const struct wire_span *key, struct volume_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 0, "volume", e) < 0)
            return -1;
        return volume_name_read(r, &out->volume, e);
    }
    return wire_skip(r, e);
}

static void volume_remove_defaults(struct volume_remove *out)
{
    (void)out;
}

static int volume_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volume: missing");
    return 0;
}

int volume_remove_read(struct wire_reader *r, struct volume_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_remove_complete(seen, e);
}

void volume_remove_write(struct wire_writer *w, const struct volume_remove *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volume");
    wire_put_str(w, m->volume.text);
}

static int volume_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct volume_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void volume_remove_reply_defaults(struct volume_remove_reply *out)
{
    (void)out;
}

static int volume_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int volume_remove_reply_read(struct wire_reader *r, struct volume_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_remove_reply_complete(seen, e);
}

void volume_remove_reply_write(struct wire_writer *w, const struct volume_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int volume_prune_field(struct wire_reader *r, const struct wire_span *key, struct volume_prune *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "label")) {
        if (wire_seen(seen, 0, "label", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_label = true;
        return text_read(r, &out->label, e);
    }
    if (wire_is(key, "before_ns")) {
        if (wire_seen(seen, 1, "before_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_before_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->before_ns, e);
    }
    if (wire_is(key, "dry_run")) {
        if (wire_seen(seen, 2, "dry_run", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->dry_run, e);
    }
    return wire_skip(r, e);
}

static void volume_prune_defaults(struct volume_prune *out)
{
    (void)out;
    out->dry_run = false;
}

static int volume_prune_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int volume_prune_read(struct wire_reader *r, struct volume_prune *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_prune_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_prune_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_prune_complete(seen, e);
}

void volume_prune_write(struct wire_writer *w, const struct volume_prune *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_label + (uint32_t)m->has_before_ns);
    if (m->has_label) {
        wire_put_str(w, "label");
        wire_put_span(w, m->label);
    }
    if (m->has_before_ns) {
        wire_put_str(w, "before_ns");
        wire_put_uint(w, m->before_ns);
    }
    wire_put_str(w, "dry_run");
    wire_put_bool(w, m->dry_run);
}

static int volume_prune_reply_field(struct wire_reader *r, const struct wire_span *key, struct volume_prune_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volumes")) {
        if (wire_seen(seen, 0, "volumes", e) < 0)
            return -1;
        return read_list(r, &out->volumes, volume_name_item, e);
    }
    return wire_skip(r, e);
}

static void volume_prune_reply_defaults(struct volume_prune_reply *out)
{
    (void)out;
}

static int volume_prune_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volumes: missing");
    return 0;
}

int volume_prune_reply_read(struct wire_reader *r, struct volume_prune_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_prune_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_prune_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_prune_reply_complete(seen, e);
}

void volume_prune_reply_write(struct wire_writer *w, const struct volume_prune_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volumes");
    wire_put_array(w, m->volumes.count);
    wire_put_raw(w, m->volumes.items);
}

static int secret_create_field(struct wire_reader *r, const struct wire_span *key, struct secret_create *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return volume_name_read(r, &out->name, e);
    }
    if (wire_is(key, "data")) {
        if (wire_seen(seen, 1, "data", e) < 0)
            return -1;
        return wire_read_bytes(r, &out->data, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 2, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    return wire_skip(r, e);
}

static void secret_create_defaults(struct secret_create *out)
{
    (void)out;
}

static int secret_create_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "data: missing");
    return 0;
}

int secret_create_read(struct wire_reader *r, struct secret_create *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    secret_create_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = secret_create_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return secret_create_complete(seen, e);
}

void secret_create_write(struct wire_writer *w, const struct secret_create *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_labels);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    wire_put_str(w, "data");
    wire_put_bytes(w, m->data);
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
}

static int secret_create_reply_field(struct wire_reader *r, const struct wire_span *key, struct secret_create_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "secret")) {
        if (wire_seen(seen, 0, "secret", e) < 0)
            return -1;
        return volume_read(r, &out->secret, e);
    }
    return wire_skip(r, e);
}

static void secret_create_reply_defaults(struct secret_create_reply *out)
{
    (void)out;
}

static int secret_create_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "secret: missing");
    return 0;
}

int secret_create_reply_read(struct wire_reader *r, struct secret_create_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    secret_create_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = secret_create_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return secret_create_reply_complete(seen, e);
}

void secret_create_reply_write(struct wire_writer *w, const struct secret_create_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "secret");
    volume_write(w, &m->secret);
}

static int secret_list_field(struct wire_reader *r, const struct wire_span *key, struct secret_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void secret_list_defaults(struct secret_list *out)
{
    (void)out;
}

static int secret_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int secret_list_read(struct wire_reader *r, struct secret_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    secret_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = secret_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return secret_list_complete(seen, e);
}

void secret_list_write(struct wire_writer *w, const struct secret_list *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int secret_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct secret_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "secrets")) {
        if (wire_seen(seen, 0, "secrets", e) < 0)
            return -1;
        return read_list(r, &out->secrets, volume_item, e);
    }
    return wire_skip(r, e);
}

static void secret_list_reply_defaults(struct secret_list_reply *out)
{
    (void)out;
}

static int secret_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "secrets: missing");
    return 0;
}

int secret_list_reply_read(struct wire_reader *r, struct secret_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    secret_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = secret_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return secret_list_reply_complete(seen, e);
}

void secret_list_reply_write(struct wire_writer *w, const struct secret_list_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "secrets");
    wire_put_array(w, m->secrets.count);
    wire_put_raw(w, m->secrets.items);
}

static int secret_remove_field(struct wire_reader *r, const struct wire_span *key, struct secret_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "secret")) {
        if (wire_seen(seen, 0, "secret", e) < 0)
            return -1;
        return volume_name_read(r, &out->secret, e);
    }
    return wire_skip(r, e);
}

static void secret_remove_defaults(struct secret_remove *out)
{
    (void)out;
}

static int secret_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "secret: missing");
    return 0;
}

int secret_remove_read(struct wire_reader *r, struct secret_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    secret_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = secret_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return secret_remove_complete(seen, e);
}

void secret_remove_write(struct wire_writer *w, const struct secret_remove *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "secret");
    wire_put_str(w, m->secret.text);
}

static int secret_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct secret_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void secret_remove_reply_defaults(struct secret_remove_reply *out)
{
    (void)out;
}

static int secret_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int secret_remove_reply_read(struct wire_reader *r, struct secret_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    secret_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = secret_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return secret_remove_reply_complete(seen, e);
}

void secret_remove_reply_write(struct wire_writer *w, const struct secret_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int snapshot_list_field(struct wire_reader *r, const struct wire_span *key, struct snapshot_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "label")) {
        if (wire_seen(seen, 0, "label", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_label = true;
        return text_read(r, &out->label, e);
    }
    return wire_skip(r, e);
}

static void snapshot_list_defaults(struct snapshot_list *out)
{
    (void)out;
}

static int snapshot_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int snapshot_list_read(struct wire_reader *r, struct snapshot_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    snapshot_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = snapshot_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return snapshot_list_complete(seen, e);
}

void snapshot_list_write(struct wire_writer *w, const struct snapshot_list *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_label);
    if (m->has_label) {
        wire_put_str(w, "label");
        wire_put_span(w, m->label);
    }
}

static int snapshot_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct snapshot_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "snapshots")) {
        if (wire_seen(seen, 0, "snapshots", e) < 0)
            return -1;
        return read_list(r, &out->snapshots, volume_item, e);
    }
    return wire_skip(r, e);
}

static void snapshot_list_reply_defaults(struct snapshot_list_reply *out)
{
    (void)out;
}

static int snapshot_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "snapshots: missing");
    return 0;
}

int snapshot_list_reply_read(struct wire_reader *r, struct snapshot_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    snapshot_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = snapshot_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return snapshot_list_reply_complete(seen, e);
}

void snapshot_list_reply_write(struct wire_writer *w, const struct snapshot_list_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "snapshots");
    wire_put_array(w, m->snapshots.count);
    wire_put_raw(w, m->snapshots.items);
}

static int snapshot_remove_field(struct wire_reader *r, const struct wire_span *key, struct snapshot_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "snapshot")) {
        if (wire_seen(seen, 0, "snapshot", e) < 0)
            return -1;
        return volume_name_read(r, &out->snapshot, e);
    }
    return wire_skip(r, e);
}

static void snapshot_remove_defaults(struct snapshot_remove *out)
{
    (void)out;
}

static int snapshot_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "snapshot: missing");
    return 0;
}

int snapshot_remove_read(struct wire_reader *r, struct snapshot_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    snapshot_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = snapshot_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return snapshot_remove_complete(seen, e);
}

void snapshot_remove_write(struct wire_writer *w, const struct snapshot_remove *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "snapshot");
    wire_put_str(w, m->snapshot.text);
}

static int snapshot_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct snapshot_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void snapshot_remove_reply_defaults(struct snapshot_remove_reply *out)
{
    (void)out;
}

static int snapshot_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int snapshot_remove_reply_read(struct wire_reader *r, struct snapshot_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    snapshot_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = snapshot_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return snapshot_remove_reply_complete(seen, e);
}

void snapshot_remove_reply_write(struct wire_writer *w, const struct snapshot_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int network_create_field(struct wire_reader *r, const struct wire_span *key, struct network_create *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return network_name_read(r, &out->name, e);
    }
    if (wire_is(key, "subnet")) {
        if (wire_seen(seen, 1, "subnet", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_subnet = true;
        return cidr_read(r, &out->subnet, e);
    }
    if (wire_is(key, "gateway")) {
        if (wire_seen(seen, 2, "gateway", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_gateway = true;
        return ip_address_read(r, &out->gateway, e);
    }
    if (wire_is(key, "ipv6")) {
        if (wire_seen(seen, 3, "ipv6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->ipv6, e);
    }
    if (wire_is(key, "subnet6")) {
        if (wire_seen(seen, 4, "subnet6", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_subnet6 = true;
        return cidr_read(r, &out->subnet6, e);
    }
    if (wire_is(key, "internal")) {
        if (wire_seen(seen, 5, "internal", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->internal, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 6, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 7, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    return wire_skip(r, e);
}

static void network_create_defaults(struct network_create *out)
{
    (void)out;
    out->ipv6 = false;
    out->internal = false;
}

static int network_create_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int network_create_read(struct wire_reader *r, struct network_create *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_create_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_create_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_create_complete(seen, e);
}

void network_create_write(struct wire_writer *w, const struct network_create *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_subnet + (uint32_t)m->has_gateway + (uint32_t)m->has_subnet6 + (uint32_t)m->has_labels + (uint32_t)m->has_policy);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    if (m->has_subnet) {
        wire_put_str(w, "subnet");
        wire_put_str(w, m->subnet.text);
    }
    if (m->has_gateway) {
        wire_put_str(w, "gateway");
        wire_put_str(w, m->gateway.text);
    }
    wire_put_str(w, "ipv6");
    wire_put_bool(w, m->ipv6);
    if (m->has_subnet6) {
        wire_put_str(w, "subnet6");
        wire_put_str(w, m->subnet6.text);
    }
    wire_put_str(w, "internal");
    wire_put_bool(w, m->internal);
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
}

static int network_create_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_create_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void network_create_reply_defaults(struct network_create_reply *out)
{
    (void)out;
}

static int network_create_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int network_create_reply_read(struct wire_reader *r, struct network_create_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_create_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_create_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_create_reply_complete(seen, e);
}

void network_create_reply_write(struct wire_writer *w, const struct network_create_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "network");
    network_write(w, &m->network);
}

static int network_remove_field(struct wire_reader *r, const struct wire_span *key, struct network_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void network_remove_defaults(struct network_remove *out)
{
    (void)out;
}

static int network_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int network_remove_read(struct wire_reader *r, struct network_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_remove_complete(seen, e);
}

void network_remove_write(struct wire_writer *w, const struct network_remove *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
}

static int network_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void network_remove_reply_defaults(struct network_remove_reply *out)
{
    (void)out;
}

static int network_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_remove_reply_read(struct wire_reader *r, struct network_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_remove_reply_complete(seen, e);
}

void network_remove_reply_write(struct wire_writer *w, const struct network_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int network_list_field(struct wire_reader *r, const struct wire_span *key, struct network_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void network_list_defaults(struct network_list *out)
{
    (void)out;
}

static int network_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_list_read(struct wire_reader *r, struct network_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_list_complete(seen, e);
}

void network_list_write(struct wire_writer *w, const struct network_list *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int network_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "networks")) {
        if (wire_seen(seen, 0, "networks", e) < 0)
            return -1;
        return read_list(r, &out->networks, network_item, e);
    }
    return wire_skip(r, e);
}

static void network_list_reply_defaults(struct network_list_reply *out)
{
    (void)out;
}

static int network_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "networks: missing");
    return 0;
}

int network_list_reply_read(struct wire_reader *r, struct network_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_list_reply_complete(seen, e);
}

void network_list_reply_write(struct wire_writer *w, const struct network_list_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "networks");
    wire_put_array(w, m->networks.count);
    wire_put_raw(w, m->networks.items);
}

static int network_inspect_field(struct wire_reader *r, const struct wire_span *key, struct network_inspect *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void network_inspect_defaults(struct network_inspect *out)
{
    (void)out;
}

static int network_inspect_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int network_inspect_read(struct wire_reader *r, struct network_inspect *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_inspect_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_inspect_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_inspect_complete(seen, e);
}

void network_inspect_write(struct wire_writer *w, const struct network_inspect *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
}

static int network_inspect_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_inspect_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_read(r, &out->network, e);
    }
    if (wire_is(key, "members")) {
        if (wire_seen(seen, 1, "members", e) < 0)
            return -1;
        return read_list(r, &out->members, network_member_item, e);
    }
    if (wire_is(key, "addresses")) {
        if (wire_seen(seen, 2, "addresses", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->addresses, e);
    }
    if (wire_is(key, "leased")) {
        if (wire_seen(seen, 3, "leased", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->leased, e);
    }
    if (wire_is(key, "quarantined")) {
        if (wire_seen(seen, 4, "quarantined", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->quarantined, e);
    }
    if (wire_is(key, "as_of_seq")) {
        if (wire_seen(seen, 5, "as_of_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->as_of_seq, e);
    }
    return wire_skip(r, e);
}

static void network_inspect_reply_defaults(struct network_inspect_reply *out)
{
    (void)out;
}

static int network_inspect_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "members: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "addresses: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "leased: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "quarantined: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "as_of_seq: missing");
    return 0;
}

int network_inspect_reply_read(struct wire_reader *r, struct network_inspect_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_inspect_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_inspect_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_inspect_reply_complete(seen, e);
}

void network_inspect_reply_write(struct wire_writer *w, const struct network_inspect_reply *m)
{
    (void)m;
    wire_put_map(w, 6u);
    wire_put_str(w, "network");
    network_write(w, &m->network);
    wire_put_str(w, "members");
    wire_put_array(w, m->members.count);
    wire_put_raw(w, m->members.items);
    wire_put_str(w, "addresses");
    wire_put_uint(w, m->addresses);
    wire_put_str(w, "leased");
    wire_put_uint(w, m->leased);
    wire_put_str(w, "quarantined");
    wire_put_uint(w, m->quarantined);
    wire_put_str(w, "as_of_seq");
    wire_put_uint(w, m->as_of_seq);
}

static int network_connect_field(struct wire_reader *r, const struct wire_span *key, struct network_connect *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 1, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 2, "address", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address = true;
        return ip_address_read(r, &out->address, e);
    }
    if (wire_is(key, "mac")) {
        if (wire_seen(seen, 3, "mac", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_mac = true;
        return mac_read(r, &out->mac, e);
    }
    if (wire_is(key, "aliases")) {
        if (wire_seen(seen, 4, "aliases", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_aliases = true;
        return read_list(r, &out->aliases, hostname_item, e);
    }
    return wire_skip(r, e);
}

static void network_connect_defaults(struct network_connect *out)
{
    (void)out;
}

static int network_connect_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int network_connect_read(struct wire_reader *r, struct network_connect *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_connect_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_connect_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_connect_complete(seen, e);
}

void network_connect_write(struct wire_writer *w, const struct network_connect *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_address + (uint32_t)m->has_mac + (uint32_t)m->has_aliases);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    if (m->has_address) {
        wire_put_str(w, "address");
        wire_put_str(w, m->address.text);
    }
    if (m->has_mac) {
        wire_put_str(w, "mac");
        wire_put_str(w, m->mac.text);
    }
    if (m->has_aliases) {
        wire_put_str(w, "aliases");
        wire_put_array(w, m->aliases.count);
        wire_put_raw(w, m->aliases.items);
    }
}

static int network_connect_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_connect_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "attachment")) {
        if (wire_seen(seen, 0, "attachment", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attachment = true;
        return attachment_read(r, &out->attachment, e);
    }
    return wire_skip(r, e);
}

static void network_connect_reply_defaults(struct network_connect_reply *out)
{
    (void)out;
}

static int network_connect_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_connect_reply_read(struct wire_reader *r, struct network_connect_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_connect_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_connect_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_connect_reply_complete(seen, e);
}

void network_connect_reply_write(struct wire_writer *w, const struct network_connect_reply *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_attachment);
    if (m->has_attachment) {
        wire_put_str(w, "attachment");
        attachment_write(w, &m->attachment);
    }
}

static int network_disconnect_field(struct wire_reader *r, const struct wire_span *key, struct network_disconnect *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 1, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void network_disconnect_defaults(struct network_disconnect *out)
{
    (void)out;
}

static int network_disconnect_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int network_disconnect_read(struct wire_reader *r, struct network_disconnect *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_disconnect_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_disconnect_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_disconnect_complete(seen, e);
}

void network_disconnect_write(struct wire_writer *w, const struct network_disconnect *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
}

static int network_disconnect_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_disconnect_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void network_disconnect_reply_defaults(struct network_disconnect_reply *out)
{
    (void)out;
}

static int network_disconnect_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_disconnect_reply_read(struct wire_reader *r, struct network_disconnect_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_disconnect_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_disconnect_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_disconnect_reply_complete(seen, e);
}

void network_disconnect_reply_write(struct wire_writer *w, const struct network_disconnect_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int network_allocations_field(struct wire_reader *r, const struct wire_span *key, struct network_allocations *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_network = true;
        return network_name_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void network_allocations_defaults(struct network_allocations *out)
{
    (void)out;
}

static int network_allocations_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_allocations_read(struct wire_reader *r, struct network_allocations *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_allocations_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_allocations_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_allocations_complete(seen, e);
}

void network_allocations_write(struct wire_writer *w, const struct network_allocations *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_network);
    if (m->has_network) {
        wire_put_str(w, "network");
        wire_put_str(w, m->network.text);
    }
}

static int network_allocations_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_allocations_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "allocations")) {
        if (wire_seen(seen, 0, "allocations", e) < 0)
            return -1;
        return read_list(r, &out->allocations, allocation_item, e);
    }
    return wire_skip(r, e);
}

static void network_allocations_reply_defaults(struct network_allocations_reply *out)
{
    (void)out;
}

static int network_allocations_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "allocations: missing");
    return 0;
}

int network_allocations_reply_read(struct wire_reader *r, struct network_allocations_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_allocations_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_allocations_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_allocations_reply_complete(seen, e);
}

void network_allocations_reply_write(struct wire_writer *w, const struct network_allocations_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "allocations");
    wire_put_array(w, m->allocations.count);
    wire_put_raw(w, m->allocations.items);
}

static int network_ports_field(struct wire_reader *r, const struct wire_span *key, struct network_ports *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void network_ports_defaults(struct network_ports *out)
{
    (void)out;
}

static int network_ports_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_ports_read(struct wire_reader *r, struct network_ports *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_ports_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_ports_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_ports_complete(seen, e);
}

void network_ports_write(struct wire_writer *w, const struct network_ports *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int network_ports_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_ports_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "ports")) {
        if (wire_seen(seen, 0, "ports", e) < 0)
            return -1;
        return read_list(r, &out->ports, port_use_item, e);
    }
    return wire_skip(r, e);
}

static void network_ports_reply_defaults(struct network_ports_reply *out)
{
    (void)out;
}

static int network_ports_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "ports: missing");
    return 0;
}

int network_ports_reply_read(struct wire_reader *r, struct network_ports_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_ports_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_ports_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_ports_reply_complete(seen, e);
}

void network_ports_reply_write(struct wire_writer *w, const struct network_ports_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "ports");
    wire_put_array(w, m->ports.count);
    wire_put_raw(w, m->ports.items);
}

static int network_policy_get_field(struct wire_reader *r, const struct wire_span *key, struct network_policy_get *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_network = true;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 1, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void network_policy_get_defaults(struct network_policy_get *out)
{
    (void)out;
}

static int network_policy_get_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_policy_get_read(struct wire_reader *r, struct network_policy_get *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_policy_get_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_policy_get_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_policy_get_complete(seen, e);
}

void network_policy_get_write(struct wire_writer *w, const struct network_policy_get *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_network + (uint32_t)m->has_container);
    if (m->has_network) {
        wire_put_str(w, "network");
        wire_put_str(w, m->network.text);
    }
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int network_policy_get_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_policy_get_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 0, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    return wire_skip(r, e);
}

static void network_policy_get_reply_defaults(struct network_policy_get_reply *out)
{
    (void)out;
}

static int network_policy_get_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_policy_get_reply_read(struct wire_reader *r, struct network_policy_get_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_policy_get_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_policy_get_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_policy_get_reply_complete(seen, e);
}

void network_policy_get_reply_write(struct wire_writer *w, const struct network_policy_get_reply *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_policy);
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
}

static int network_policy_set_field(struct wire_reader *r, const struct wire_span *key, struct network_policy_set *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_network = true;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 1, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 2, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    return wire_skip(r, e);
}

static void network_policy_set_defaults(struct network_policy_set *out)
{
    (void)out;
}

static int network_policy_set_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_policy_set_read(struct wire_reader *r, struct network_policy_set *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_policy_set_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_policy_set_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_policy_set_complete(seen, e);
}

void network_policy_set_write(struct wire_writer *w, const struct network_policy_set *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_network + (uint32_t)m->has_container + (uint32_t)m->has_policy);
    if (m->has_network) {
        wire_put_str(w, "network");
        wire_put_str(w, m->network.text);
    }
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
}

static int network_policy_set_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_policy_set_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void network_policy_set_reply_defaults(struct network_policy_set_reply *out)
{
    (void)out;
}

static int network_policy_set_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_policy_set_reply_read(struct wire_reader *r, struct network_policy_set_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_policy_set_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_policy_set_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_policy_set_reply_complete(seen, e);
}

void network_policy_set_reply_write(struct wire_writer *w, const struct network_policy_set_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int network_health_field(struct wire_reader *r, const struct wire_span *key, struct network_health *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void network_health_defaults(struct network_health *out)
{
    (void)out;
}

static int network_health_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int network_health_read(struct wire_reader *r, struct network_health *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_health_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_health_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_health_complete(seen, e);
}

void network_health_write(struct wire_writer *w, const struct network_health *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int network_health_reply_field(struct wire_reader *r, const struct wire_span *key, struct network_health_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "ok")) {
        if (wire_seen(seen, 0, "ok", e) < 0)
            return -1;
        return wire_read_bool(r, &out->ok, e);
    }
    if (wire_is(key, "checks")) {
        if (wire_seen(seen, 1, "checks", e) < 0)
            return -1;
        return read_list(r, &out->checks, health_check_item, e);
    }
    return wire_skip(r, e);
}

static void network_health_reply_defaults(struct network_health_reply *out)
{
    (void)out;
}

static int network_health_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "ok: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "checks: missing");
    return 0;
}

int network_health_reply_read(struct wire_reader *r, struct network_health_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    network_health_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = network_health_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return network_health_reply_complete(seen, e);
}

void network_health_reply_write(struct wire_writer *w, const struct network_health_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "ok");
    wire_put_bool(w, m->ok);
    wire_put_str(w, "checks");
    wire_put_array(w, m->checks.count);
    wire_put_raw(w, m->checks.items);
}

static int dns_list_field(struct wire_reader *r, const struct wire_span *key, struct dns_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void dns_list_defaults(struct dns_list *out)
{
    (void)out;
}

static int dns_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int dns_list_read(struct wire_reader *r, struct dns_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    dns_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = dns_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return dns_list_complete(seen, e);
}

void dns_list_write(struct wire_writer *w, const struct dns_list *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int dns_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct dns_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "registrations")) {
        if (wire_seen(seen, 0, "registrations", e) < 0)
            return -1;
        return read_list(r, &out->registrations, registration_item, e);
    }
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 1, "generation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    return wire_skip(r, e);
}

static void dns_list_reply_defaults(struct dns_list_reply *out)
{
    (void)out;
}

static int dns_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "registrations: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "generation: missing");
    return 0;
}

int dns_list_reply_read(struct wire_reader *r, struct dns_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    dns_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = dns_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return dns_list_reply_complete(seen, e);
}

void dns_list_reply_write(struct wire_writer *w, const struct dns_list_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "registrations");
    wire_put_array(w, m->registrations.count);
    wire_put_raw(w, m->registrations.items);
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
}

static int icc_ping_field(struct wire_reader *r, const struct wire_span *key, struct icc_ping *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "from")) {
        if (wire_seen(seen, 0, "from", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_from = true;
        return container_ref_read(r, &out->from, e);
    }
    if (wire_is(key, "to")) {
        if (wire_seen(seen, 1, "to", e) < 0)
            return -1;
        return dns_name_read(r, &out->to, e);
    }
    if (wire_is(key, "count")) {
        if (wire_seen(seen, 2, "count", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->count, e);
    }
    if (wire_is(key, "interval_ms")) {
        if (wire_seen(seen, 3, "interval_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->interval_ms, e);
    }
    if (wire_is(key, "timeout_ms")) {
        if (wire_seen(seen, 4, "timeout_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->timeout_ms, e);
    }
    return wire_skip(r, e);
}

static void icc_ping_defaults(struct icc_ping *out)
{
    (void)out;
    out->count = 4u;
    out->interval_ms = 200u;
    out->timeout_ms = 1000u;
}

static int icc_ping_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "to: missing");
    return 0;
}

int icc_ping_read(struct wire_reader *r, struct icc_ping *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_ping_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_ping_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_ping_complete(seen, e);
}

void icc_ping_write(struct wire_writer *w, const struct icc_ping *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_from);
    if (m->has_from) {
        wire_put_str(w, "from");
        wire_put_str(w, m->from.text);
    }
    wire_put_str(w, "to");
    wire_put_str(w, m->to.text);
    wire_put_str(w, "count");
    wire_put_uint(w, m->count);
    wire_put_str(w, "interval_ms");
    wire_put_uint(w, m->interval_ms);
    wire_put_str(w, "timeout_ms");
    wire_put_uint(w, m->timeout_ms);
}

static int icc_ping_reply_field(struct wire_reader *r, const struct wire_span *key, struct icc_ping_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 0, "address", e) < 0)
            return -1;
        return ip_address_read(r, &out->address, e);
    }
    if (wire_is(key, "sent")) {
        if (wire_seen(seen, 1, "sent", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->sent, e);
    }
    if (wire_is(key, "received")) {
        if (wire_seen(seen, 2, "received", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->received, e);
    }
    if (wire_is(key, "min_ns")) {
        if (wire_seen(seen, 3, "min_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->min_ns, e);
    }
    if (wire_is(key, "avg_ns")) {
        if (wire_seen(seen, 4, "avg_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->avg_ns, e);
    }
    if (wire_is(key, "max_ns")) {
        if (wire_seen(seen, 5, "max_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->max_ns, e);
    }
    return wire_skip(r, e);
}

static void icc_ping_reply_defaults(struct icc_ping_reply *out)
{
    (void)out;
    out->min_ns = 0u;
    out->avg_ns = 0u;
    out->max_ns = 0u;
}

static int icc_ping_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "address: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "sent: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "received: missing");
    return 0;
}

int icc_ping_reply_read(struct wire_reader *r, struct icc_ping_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_ping_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_ping_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_ping_reply_complete(seen, e);
}

void icc_ping_reply_write(struct wire_writer *w, const struct icc_ping_reply *m)
{
    (void)m;
    wire_put_map(w, 6u);
    wire_put_str(w, "address");
    wire_put_str(w, m->address.text);
    wire_put_str(w, "sent");
    wire_put_uint(w, m->sent);
    wire_put_str(w, "received");
    wire_put_uint(w, m->received);
    wire_put_str(w, "min_ns");
    wire_put_uint(w, m->min_ns);
    wire_put_str(w, "avg_ns");
    wire_put_uint(w, m->avg_ns);
    wire_put_str(w, "max_ns");
    wire_put_uint(w, m->max_ns);
}

static int icc_connections_field(struct wire_reader *r, const struct wire_span *key, struct icc_connections *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void icc_connections_defaults(struct icc_connections *out)
{
    (void)out;
}

static int icc_connections_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int icc_connections_read(struct wire_reader *r, struct icc_connections *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_connections_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_connections_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_connections_complete(seen, e);
}

void icc_connections_write(struct wire_writer *w, const struct icc_connections *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_container);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int icc_connections_reply_field(struct wire_reader *r, const struct wire_span *key, struct icc_connections_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "connections")) {
        if (wire_seen(seen, 0, "connections", e) < 0)
            return -1;
        return read_list(r, &out->connections, connection_item, e);
    }
    return wire_skip(r, e);
}

static void icc_connections_reply_defaults(struct icc_connections_reply *out)
{
    (void)out;
}

static int icc_connections_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "connections: missing");
    return 0;
}

int icc_connections_reply_read(struct wire_reader *r, struct icc_connections_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_connections_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_connections_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_connections_reply_complete(seen, e);
}

void icc_connections_reply_write(struct wire_writer *w, const struct icc_connections_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "connections");
    wire_put_array(w, m->connections.count);
    wire_put_raw(w, m->connections.items);
}

static int icc_publish_field(struct wire_reader *r, const struct wire_span *key, struct icc_publish *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "to")) {
        if (wire_seen(seen, 0, "to", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_to = true;
        return container_ref_read(r, &out->to, e);
    }
    if (wire_is(key, "label")) {
        if (wire_seen(seen, 1, "label", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_label = true;
        return text_read(r, &out->label, e);
    }
    if (wire_is(key, "from")) {
        if (wire_seen(seen, 2, "from", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_from = true;
        return container_ref_read(r, &out->from, e);
    }
    if (wire_is(key, "topic")) {
        if (wire_seen(seen, 3, "topic", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_topic = true;
        return word_read(r, &out->topic, e);
    }
    if (wire_is(key, "body")) {
        if (wire_seen(seen, 4, "body", e) < 0)
            return -1;
        return wire_read_str(r, &out->body, e);
    }
    return wire_skip(r, e);
}

static void icc_publish_defaults(struct icc_publish *out)
{
    (void)out;
}

static int icc_publish_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "body: missing");
    return 0;
}

int icc_publish_read(struct wire_reader *r, struct icc_publish *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_publish_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_publish_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_publish_complete(seen, e);
}

void icc_publish_write(struct wire_writer *w, const struct icc_publish *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_to + (uint32_t)m->has_label + (uint32_t)m->has_from + (uint32_t)m->has_topic);
    if (m->has_to) {
        wire_put_str(w, "to");
        wire_put_str(w, m->to.text);
    }
    if (m->has_label) {
        wire_put_str(w, "label");
        wire_put_span(w, m->label);
    }
    if (m->has_from) {
        wire_put_str(w, "from");
        wire_put_str(w, m->from.text);
    }
    if (m->has_topic) {
        wire_put_str(w, "topic");
        wire_put_str(w, m->topic.text);
    }
    wire_put_str(w, "body");
    wire_put_span(w, m->body);
}

static int icc_publish_reply_field(struct wire_reader *r, const struct wire_span *key, struct icc_publish_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "delivered")) {
        if (wire_seen(seen, 0, "delivered", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->delivered, e);
    }
    return wire_skip(r, e);
}

static void icc_publish_reply_defaults(struct icc_publish_reply *out)
{
    (void)out;
}

static int icc_publish_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "delivered: missing");
    return 0;
}

int icc_publish_reply_read(struct wire_reader *r, struct icc_publish_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_publish_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_publish_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_publish_reply_complete(seen, e);
}

void icc_publish_reply_write(struct wire_writer *w, const struct icc_publish_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "delivered");
    wire_put_uint(w, m->delivered);
}

static int icc_inbox_field(struct wire_reader *r, const struct wire_span *key, struct icc_inbox *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 1, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "limit")) {
        if (wire_seen(seen, 2, "limit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->limit, e);
    }
    if (wire_is(key, "wait_ms")) {
        if (wire_seen(seen, 3, "wait_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->wait_ms, e);
    }
    return wire_skip(r, e);
}

static void icc_inbox_defaults(struct icc_inbox *out)
{
    (void)out;
    out->after = 0u;
    out->limit = 100u;
    out->wait_ms = 0u;
}

static int icc_inbox_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int icc_inbox_read(struct wire_reader *r, struct icc_inbox *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_inbox_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_inbox_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_inbox_complete(seen, e);
}

void icc_inbox_write(struct wire_writer *w, const struct icc_inbox *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_container);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    wire_put_str(w, "after");
    wire_put_uint(w, m->after);
    wire_put_str(w, "limit");
    wire_put_uint(w, m->limit);
    wire_put_str(w, "wait_ms");
    wire_put_uint(w, m->wait_ms);
}

static int icc_inbox_reply_field(struct wire_reader *r, const struct wire_span *key, struct icc_inbox_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "messages")) {
        if (wire_seen(seen, 0, "messages", e) < 0)
            return -1;
        return read_list(r, &out->messages, inbox_message_item, e);
    }
    return wire_skip(r, e);
}

static void icc_inbox_reply_defaults(struct icc_inbox_reply *out)
{
    (void)out;
}

static int icc_inbox_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "messages: missing");
    return 0;
}

int icc_inbox_reply_read(struct wire_reader *r, struct icc_inbox_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_inbox_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_inbox_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_inbox_reply_complete(seen, e);
}

void icc_inbox_reply_write(struct wire_writer *w, const struct icc_inbox_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "messages");
    wire_put_array(w, m->messages.count);
    wire_put_raw(w, m->messages.items);
}

static int icc_ack_field(struct wire_reader *r, const struct wire_span *key, struct icc_ack *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 1, "id", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->id, e);
    }
    return wire_skip(r, e);
}

static void icc_ack_defaults(struct icc_ack *out)
{
    (void)out;
}

static int icc_ack_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int icc_ack_read(struct wire_reader *r, struct icc_ack *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_ack_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_ack_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_ack_complete(seen, e);
}

void icc_ack_write(struct wire_writer *w, const struct icc_ack *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_container);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    wire_put_str(w, "id");
    wire_put_uint(w, m->id);
}

static int icc_ack_reply_field(struct wire_reader *r, const struct wire_span *key, struct icc_ack_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "left")) {
        if (wire_seen(seen, 0, "left", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->left, e);
    }
    return wire_skip(r, e);
}

static void icc_ack_reply_defaults(struct icc_ack_reply *out)
{
    (void)out;
}

static int icc_ack_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "left: missing");
    return 0;
}

int icc_ack_reply_read(struct wire_reader *r, struct icc_ack_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    icc_ack_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = icc_ack_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return icc_ack_reply_complete(seen, e);
}

void icc_ack_reply_write(struct wire_writer *w, const struct icc_ack_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "left");
    wire_put_uint(w, m->left);
}

static int events_read_field(struct wire_reader *r, const struct wire_span *key, struct events_read *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 0, "after", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "limit")) {
        if (wire_seen(seen, 1, "limit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->limit, e);
    }
    if (wire_is(key, "wait_ms")) {
        if (wire_seen(seen, 2, "wait_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->wait_ms, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 3, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_ref_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void events_read_defaults(struct events_read *out)
{
    (void)out;
    out->limit = 500u;
    out->wait_ms = 0u;
}

static int events_read_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "after: missing");
    return 0;
}

int events_read_read(struct wire_reader *r, struct events_read *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    events_read_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = events_read_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return events_read_complete(seen, e);
}

void events_read_write(struct wire_writer *w, const struct events_read *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_container);
    wire_put_str(w, "after");
    wire_put_uint(w, m->after);
    wire_put_str(w, "limit");
    wire_put_uint(w, m->limit);
    wire_put_str(w, "wait_ms");
    wire_put_uint(w, m->wait_ms);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int events_read_reply_field(struct wire_reader *r, const struct wire_span *key, struct events_read_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "log_id")) {
        if (wire_seen(seen, 0, "log_id", e) < 0)
            return -1;
        return log_id_read(r, &out->log_id, e);
    }
    if (wire_is(key, "head_seq")) {
        if (wire_seen(seen, 1, "head_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->head_seq, e);
    }
    if (wire_is(key, "oldest_seq")) {
        if (wire_seen(seen, 2, "oldest_seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->oldest_seq, e);
    }
    if (wire_is(key, "events")) {
        if (wire_seen(seen, 3, "events", e) < 0)
            return -1;
        return read_list(r, &out->events, event_item, e);
    }
    return wire_skip(r, e);
}

static void events_read_reply_defaults(struct events_read_reply *out)
{
    (void)out;
}

static int events_read_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "log_id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "head_seq: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "oldest_seq: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "events: missing");
    return 0;
}

int events_read_reply_read(struct wire_reader *r, struct events_read_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    events_read_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = events_read_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return events_read_reply_complete(seen, e);
}

void events_read_reply_write(struct wire_writer *w, const struct events_read_reply *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "log_id");
    wire_put_str(w, m->log_id.text);
    wire_put_str(w, "head_seq");
    wire_put_uint(w, m->head_seq);
    wire_put_str(w, "oldest_seq");
    wire_put_uint(w, m->oldest_seq);
    wire_put_str(w, "events");
    wire_put_array(w, m->events.count);
    wire_put_raw(w, m->events.items);
}

static int operation_list_field(struct wire_reader *r, const struct wire_span *key, struct operation_list *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "limit")) {
        if (wire_seen(seen, 0, "limit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->limit, e);
    }
    return wire_skip(r, e);
}

static void operation_list_defaults(struct operation_list *out)
{
    (void)out;
    out->limit = 100u;
}

static int operation_list_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int operation_list_read(struct wire_reader *r, struct operation_list *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    operation_list_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = operation_list_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return operation_list_complete(seen, e);
}

void operation_list_write(struct wire_writer *w, const struct operation_list *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "limit");
    wire_put_uint(w, m->limit);
}

static int operation_list_reply_field(struct wire_reader *r, const struct wire_span *key, struct operation_list_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "operations")) {
        if (wire_seen(seen, 0, "operations", e) < 0)
            return -1;
        return read_list(r, &out->operations, operation_item, e);
    }
    return wire_skip(r, e);
}

static void operation_list_reply_defaults(struct operation_list_reply *out)
{
    (void)out;
}

static int operation_list_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "operations: missing");
    return 0;
}

int operation_list_reply_read(struct wire_reader *r, struct operation_list_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    operation_list_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = operation_list_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return operation_list_reply_complete(seen, e);
}

void operation_list_reply_write(struct wire_writer *w, const struct operation_list_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "operations");
    wire_put_array(w, m->operations.count);
    wire_put_raw(w, m->operations.items);
}

static int operation_get_field(struct wire_reader *r, const struct wire_span *key, struct operation_get *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "key")) {
        if (wire_seen(seen, 0, "key", e) < 0)
            return -1;
        return idem_key_read(r, &out->key, e);
    }
    return wire_skip(r, e);
}

static void operation_get_defaults(struct operation_get *out)
{
    (void)out;
}

static int operation_get_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "key: missing");
    return 0;
}

int operation_get_read(struct wire_reader *r, struct operation_get *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    operation_get_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = operation_get_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return operation_get_complete(seen, e);
}

void operation_get_write(struct wire_writer *w, const struct operation_get *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "key");
    wire_put_str(w, m->key.text);
}

static int operation_get_reply_field(struct wire_reader *r, const struct wire_span *key, struct operation_get_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "operation")) {
        if (wire_seen(seen, 0, "operation", e) < 0)
            return -1;
        return operation_read(r, &out->operation, e);
    }
    return wire_skip(r, e);
}

static void operation_get_reply_defaults(struct operation_get_reply *out)
{
    (void)out;
}

static int operation_get_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "operation: missing");
    return 0;
}

int operation_get_reply_read(struct wire_reader *r, struct operation_get_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    operation_get_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = operation_get_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return operation_get_reply_complete(seen, e);
}

void operation_get_reply_write(struct wire_writer *w, const struct operation_get_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "operation");
    operation_write(w, &m->operation);
}

static int image_resolve_field(struct wire_reader *r, const struct wire_span *key, struct image_resolve *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 0, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    return wire_skip(r, e);
}

static void image_resolve_defaults(struct image_resolve *out)
{
    (void)out;
}

static int image_resolve_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int image_resolve_read(struct wire_reader *r, struct image_resolve *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_resolve_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_resolve_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_resolve_complete(seen, e);
}

void image_resolve_write(struct wire_writer *w, const struct image_resolve *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
}

static int image_resolve_reply_field(struct wire_reader *r, const struct wire_span *key, struct image_resolve_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "repair")) {
        if (wire_seen(seen, 1, "repair", e) < 0)
            return -1;
        return wire_read_bool(r, &out->repair, e);
    }
    if (wire_is(key, "layers")) {
        if (wire_seen(seen, 2, "layers", e) < 0)
            return -1;
        return read_list(r, &out->layers, digest_item, e);
    }
    if (wire_is(key, "config")) {
        if (wire_seen(seen, 3, "config", e) < 0)
            return -1;
        return image_config_read(r, &out->config, e);
    }
    return wire_skip(r, e);
}

static void image_resolve_reply_defaults(struct image_resolve_reply *out)
{
    (void)out;
}

static int image_resolve_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "repair: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "layers: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "config: missing");
    return 0;
}

int image_resolve_reply_read(struct wire_reader *r, struct image_resolve_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    image_resolve_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = image_resolve_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return image_resolve_reply_complete(seen, e);
}

void image_resolve_reply_write(struct wire_writer *w, const struct image_resolve_reply *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "repair");
    wire_put_bool(w, m->repair);
    wire_put_str(w, "layers");
    wire_put_array(w, m->layers.count);
    wire_put_raw(w, m->layers.items);
    wire_put_str(w, "config");
    image_config_write(w, &m->config);
}

static int store_image_field(struct wire_reader *r, const struct wire_span *key, struct store_image *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "record")) {
        if (wire_seen(seen, 0, "record", e) < 0)
            return -1;
        return image_record_read(r, &out->record, e);
    }
    return wire_skip(r, e);
}

static void store_image_defaults(struct store_image *out)
{
    (void)out;
}

static int store_image_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "record: missing");
    return 0;
}

int store_image_read(struct wire_reader *r, struct store_image *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_image_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_image_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_image_complete(seen, e);
}

void store_image_write(struct wire_writer *w, const struct store_image *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "record");
    image_record_write(w, &m->record);
}

static int store_image_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_image_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_image_reply_defaults(struct store_image_reply *out)
{
    (void)out;
}

static int store_image_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_image_reply_read(struct wire_reader *r, struct store_image_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_image_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_image_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_image_reply_complete(seen, e);
}

void store_image_reply_write(struct wire_writer *w, const struct store_image_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_images_known_field(struct wire_reader *r, const struct wire_span *key, struct store_images_known *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digests")) {
        if (wire_seen(seen, 0, "digests", e) < 0)
            return -1;
        return read_list(r, &out->digests, digest_item, e);
    }
    return wire_skip(r, e);
}

static void store_images_known_defaults(struct store_images_known *out)
{
    (void)out;
}

static int store_images_known_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digests: missing");
    return 0;
}

int store_images_known_read(struct wire_reader *r, struct store_images_known *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_images_known_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_images_known_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_images_known_complete(seen, e);
}

void store_images_known_write(struct wire_writer *w, const struct store_images_known *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "digests");
    wire_put_array(w, m->digests.count);
    wire_put_raw(w, m->digests.items);
}

static int store_images_known_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_images_known_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_images_known_reply_defaults(struct store_images_known_reply *out)
{
    (void)out;
}

static int store_images_known_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_images_known_reply_read(struct wire_reader *r, struct store_images_known_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_images_known_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_images_known_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_images_known_reply_complete(seen, e);
}

void store_images_known_reply_write(struct wire_writer *w, const struct store_images_known_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_image_remove_field(struct wire_reader *r, const struct wire_span *key, struct store_image_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "tag")) {
        if (wire_seen(seen, 1, "tag", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_tag = true;
        return tag_name_read(r, &out->tag, e);
    }
    if (wire_is(key, "force")) {
        if (wire_seen(seen, 2, "force", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->force, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 3, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_image_remove_defaults(struct store_image_remove *out)
{
    (void)out;
    out->force = false;
}

static int store_image_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_image_remove_read(struct wire_reader *r, struct store_image_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_image_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_image_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_image_remove_complete(seen, e);
}

void store_image_remove_write(struct wire_writer *w, const struct store_image_remove *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_tag);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    if (m->has_tag) {
        wire_put_str(w, "tag");
        wire_put_str(w, m->tag.text);
    }
    wire_put_str(w, "force");
    wire_put_bool(w, m->force);
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
}

static int store_image_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_image_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "removed")) {
        if (wire_seen(seen, 0, "removed", e) < 0)
            return -1;
        return wire_read_bool(r, &out->removed, e);
    }
    return wire_skip(r, e);
}

static void store_image_remove_reply_defaults(struct store_image_remove_reply *out)
{
    (void)out;
}

static int store_image_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "removed: missing");
    return 0;
}

int store_image_remove_reply_read(struct wire_reader *r, struct store_image_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_image_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_image_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_image_remove_reply_complete(seen, e);
}

void store_image_remove_reply_write(struct wire_writer *w, const struct store_image_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "removed");
    wire_put_bool(w, m->removed);
}

static int volume_ensure_field(struct wire_reader *r, const struct wire_span *key, struct volume_ensure *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volumes")) {
        if (wire_seen(seen, 0, "volumes", e) < 0)
            return -1;
        return read_list(r, &out->volumes, volume_name_item, e);
    }
    return wire_skip(r, e);
}

static void volume_ensure_defaults(struct volume_ensure *out)
{
    (void)out;
}

static int volume_ensure_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volumes: missing");
    return 0;
}

int volume_ensure_read(struct wire_reader *r, struct volume_ensure *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_ensure_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_ensure_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_ensure_complete(seen, e);
}

void volume_ensure_write(struct wire_writer *w, const struct volume_ensure *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volumes");
    wire_put_array(w, m->volumes.count);
    wire_put_raw(w, m->volumes.items);
}

static int volume_ensure_reply_field(struct wire_reader *r, const struct wire_span *key, struct volume_ensure_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void volume_ensure_reply_defaults(struct volume_ensure_reply *out)
{
    (void)out;
}

static int volume_ensure_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int volume_ensure_reply_read(struct wire_reader *r, struct volume_ensure_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    volume_ensure_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = volume_ensure_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return volume_ensure_reply_complete(seen, e);
}

void volume_ensure_reply_write(struct wire_writer *w, const struct volume_ensure_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int layer_begin_field(struct wire_reader *r, const struct wire_span *key, struct layer_begin *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "snapshot")) {
        if (wire_seen(seen, 1, "snapshot", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_snapshot = true;
        return volume_name_read(r, &out->snapshot, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 2, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return volume_name_read(r, &out->name, e);
    }
    return wire_skip(r, e);
}

static void layer_begin_defaults(struct layer_begin *out)
{
    (void)out;
}

static int layer_begin_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int layer_begin_read(struct wire_reader *r, struct layer_begin *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    layer_begin_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = layer_begin_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return layer_begin_complete(seen, e);
}

void layer_begin_write(struct wire_writer *w, const struct layer_begin *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_container + (uint32_t)m->has_snapshot + (uint32_t)m->has_name);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
    if (m->has_snapshot) {
        wire_put_str(w, "snapshot");
        wire_put_str(w, m->snapshot.text);
    }
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
}

static int layer_begin_reply_field(struct wire_reader *r, const struct wire_span *key, struct layer_begin_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 0, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    if (wire_is(key, "record")) {
        if (wire_seen(seen, 1, "record", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_record = true;
        return wire_read_raw_map(r, &out->record, e);
    }
    return wire_skip(r, e);
}

static void layer_begin_reply_defaults(struct layer_begin_reply *out)
{
    (void)out;
}

static int layer_begin_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "number: missing");
    return 0;
}

int layer_begin_reply_read(struct wire_reader *r, struct layer_begin_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    layer_begin_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = layer_begin_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return layer_begin_reply_complete(seen, e);
}

void layer_begin_reply_write(struct wire_writer *w, const struct layer_begin_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_record);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
    if (m->has_record) {
        wire_put_str(w, "record");
        wire_put_raw(w, m->record);
    }
}

static int layer_take_field(struct wire_reader *r, const struct wire_span *key, struct layer_take *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 0, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    return wire_skip(r, e);
}

static void layer_take_defaults(struct layer_take *out)
{
    (void)out;
}

static int layer_take_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "number: missing");
    return 0;
}

int layer_take_read(struct wire_reader *r, struct layer_take *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    layer_take_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = layer_take_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return layer_take_complete(seen, e);
}

void layer_take_write(struct wire_writer *w, const struct layer_take *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
}

static int layer_take_reply_field(struct wire_reader *r, const struct wire_span *key, struct layer_take_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void layer_take_reply_defaults(struct layer_take_reply *out)
{
    (void)out;
}

static int layer_take_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int layer_take_reply_read(struct wire_reader *r, struct layer_take_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    layer_take_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = layer_take_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return layer_take_reply_complete(seen, e);
}

void layer_take_reply_write(struct wire_writer *w, const struct layer_take_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int layer_end_field(struct wire_reader *r, const struct wire_span *key, struct layer_end *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 0, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 1, "containers", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_containers = true;
        return read_list(r, &out->containers, container_id_item, e);
    }
    if (wire_is(key, "record")) {
        if (wire_seen(seen, 2, "record", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_record = true;
        return wire_read_raw_map(r, &out->record, e);
    }
    if (wire_is(key, "labels")) {
        if (wire_seen(seen, 3, "labels", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_labels = true;
        return read_texts(r, &out->labels, e);
    }
    if (wire_is(key, "commit")) {
        if (wire_seen(seen, 4, "commit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_commit = true;
        return wire_read_raw_map(r, &out->commit, e);
    }
    return wire_skip(r, e);
}

static void layer_end_defaults(struct layer_end *out)
{
    (void)out;
}

static int layer_end_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "number: missing");
    return 0;
}

int layer_end_read(struct wire_reader *r, struct layer_end *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    layer_end_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = layer_end_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return layer_end_complete(seen, e);
}

void layer_end_write(struct wire_writer *w, const struct layer_end *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_containers + (uint32_t)m->has_record + (uint32_t)m->has_labels + (uint32_t)m->has_commit);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
    if (m->has_containers) {
        wire_put_str(w, "containers");
        wire_put_array(w, m->containers.count);
        wire_put_raw(w, m->containers.items);
    }
    if (m->has_record) {
        wire_put_str(w, "record");
        wire_put_raw(w, m->record);
    }
    if (m->has_labels) {
        wire_put_str(w, "labels");
        wire_put_map(w, m->labels.count);
        wire_put_raw(w, m->labels.items);
    }
    if (m->has_commit) {
        wire_put_str(w, "commit");
        wire_put_raw(w, m->commit);
    }
}

static int layer_end_reply_field(struct wire_reader *r, const struct wire_span *key, struct layer_end_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "method")) {
        if (wire_seen(seen, 0, "method", e) < 0)
            return -1;
        return word_read(r, &out->method, e);
    }
    if (wire_is(key, "bytes")) {
        if (wire_seen(seen, 1, "bytes", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->bytes, e);
    }
    if (wire_is(key, "entries")) {
        if (wire_seen(seen, 2, "entries", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->entries, e);
    }
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 3, "image", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_image = true;
        return image_read(r, &out->image, e);
    }
    return wire_skip(r, e);
}

static void layer_end_reply_defaults(struct layer_end_reply *out)
{
    (void)out;
}

static int layer_end_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "method: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "bytes: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "entries: missing");
    return 0;
}

int layer_end_reply_read(struct wire_reader *r, struct layer_end_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    layer_end_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = layer_end_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return layer_end_reply_complete(seen, e);
}

void layer_end_reply_write(struct wire_writer *w, const struct layer_end_reply *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_image);
    wire_put_str(w, "method");
    wire_put_str(w, m->method.text);
    wire_put_str(w, "bytes");
    wire_put_uint(w, m->bytes);
    wire_put_str(w, "entries");
    wire_put_uint(w, m->entries);
    if (m->has_image) {
        wire_put_str(w, "image");
        image_write(w, &m->image);
    }
}

static int store_volume_field(struct wire_reader *r, const struct wire_span *key, struct store_volume *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "kind")) {
        if (wire_seen(seen, 0, "kind", e) < 0)
            return -1;
        return word_read(r, &out->kind, e);
    }
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 1, "volume", e) < 0)
            return -1;
        return volume_read(r, &out->volume, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 2, "cause", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_cause = true;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_volume_defaults(struct store_volume *out)
{
    (void)out;
}

static int store_volume_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "kind: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "volume: missing");
    return 0;
}

int store_volume_read(struct wire_reader *r, struct store_volume *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volume_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volume_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volume_complete(seen, e);
}

void store_volume_write(struct wire_writer *w, const struct store_volume *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_cause);
    wire_put_str(w, "kind");
    wire_put_str(w, m->kind.text);
    wire_put_str(w, "volume");
    volume_write(w, &m->volume);
    if (m->has_cause) {
        wire_put_str(w, "cause");
        cause_write(w, &m->cause);
    }
}

static int store_volume_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_volume_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_volume_reply_defaults(struct store_volume_reply *out)
{
    (void)out;
}

static int store_volume_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_volume_reply_read(struct wire_reader *r, struct store_volume_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volume_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volume_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volume_reply_complete(seen, e);
}

void store_volume_reply_write(struct wire_writer *w, const struct store_volume_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_volumes_known_field(struct wire_reader *r, const struct wire_span *key, struct store_volumes_known *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "kind")) {
        if (wire_seen(seen, 0, "kind", e) < 0)
            return -1;
        return word_read(r, &out->kind, e);
    }
    if (wire_is(key, "names")) {
        if (wire_seen(seen, 1, "names", e) < 0)
            return -1;
        return read_list(r, &out->names, volume_name_item, e);
    }
    return wire_skip(r, e);
}

static void store_volumes_known_defaults(struct store_volumes_known *out)
{
    (void)out;
}

static int store_volumes_known_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "kind: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "names: missing");
    return 0;
}

int store_volumes_known_read(struct wire_reader *r, struct store_volumes_known *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volumes_known_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volumes_known_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volumes_known_complete(seen, e);
}

void store_volumes_known_write(struct wire_writer *w, const struct store_volumes_known *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "kind");
    wire_put_str(w, m->kind.text);
    wire_put_str(w, "names");
    wire_put_array(w, m->names.count);
    wire_put_raw(w, m->names.items);
}

static int store_volumes_known_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_volumes_known_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_volumes_known_reply_defaults(struct store_volumes_known_reply *out)
{
    (void)out;
}

static int store_volumes_known_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_volumes_known_reply_read(struct wire_reader *r, struct store_volumes_known_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volumes_known_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volumes_known_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volumes_known_reply_complete(seen, e);
}

void store_volumes_known_reply_write(struct wire_writer *w, const struct store_volumes_known_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_volume_remove_field(struct wire_reader *r, const struct wire_span *key, struct store_volume_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "kind")) {
        if (wire_seen(seen, 0, "kind", e) < 0)
            return -1;
        return word_read(r, &out->kind, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 1, "name", e) < 0)
            return -1;
        return volume_name_read(r, &out->name, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 2, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_volume_remove_defaults(struct store_volume_remove *out)
{
    (void)out;
}

static int store_volume_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "kind: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_volume_remove_read(struct wire_reader *r, struct store_volume_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volume_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volume_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volume_remove_complete(seen, e);
}

void store_volume_remove_write(struct wire_writer *w, const struct store_volume_remove *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "kind");
    wire_put_str(w, m->kind.text);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
}

static int store_volume_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_volume_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_volume_remove_reply_defaults(struct store_volume_remove_reply *out)
{
    (void)out;
}

static int store_volume_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_volume_remove_reply_read(struct wire_reader *r, struct store_volume_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volume_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volume_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volume_remove_reply_complete(seen, e);
}

void store_volume_remove_reply_write(struct wire_writer *w, const struct store_volume_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_volumes_unused_field(struct wire_reader *r, const struct wire_span *key, struct store_volumes_unused *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "label")) {
        if (wire_seen(seen, 0, "label", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_label = true;
        return text_read(r, &out->label, e);
    }
    if (wire_is(key, "before_ns")) {
        if (wire_seen(seen, 1, "before_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_before_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->before_ns, e);
    }
    return wire_skip(r, e);
}

static void store_volumes_unused_defaults(struct store_volumes_unused *out)
{
    (void)out;
}

static int store_volumes_unused_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_volumes_unused_read(struct wire_reader *r, struct store_volumes_unused *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volumes_unused_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volumes_unused_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volumes_unused_complete(seen, e);
}

void store_volumes_unused_write(struct wire_writer *w, const struct store_volumes_unused *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_label + (uint32_t)m->has_before_ns);
    if (m->has_label) {
        wire_put_str(w, "label");
        wire_put_span(w, m->label);
    }
    if (m->has_before_ns) {
        wire_put_str(w, "before_ns");
        wire_put_uint(w, m->before_ns);
    }
}

static int store_volumes_unused_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_volumes_unused_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "names")) {
        if (wire_seen(seen, 0, "names", e) < 0)
            return -1;
        return read_list(r, &out->names, volume_name_item, e);
    }
    return wire_skip(r, e);
}

static void store_volumes_unused_reply_defaults(struct store_volumes_unused_reply *out)
{
    (void)out;
}

static int store_volumes_unused_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "names: missing");
    return 0;
}

int store_volumes_unused_reply_read(struct wire_reader *r, struct store_volumes_unused_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_volumes_unused_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_volumes_unused_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_volumes_unused_reply_complete(seen, e);
}

void store_volumes_unused_reply_write(struct wire_writer *w, const struct store_volumes_unused_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "names");
    wire_put_array(w, m->names.count);
    wire_put_raw(w, m->names.items);
}

static int store_images_used_field(struct wire_reader *r, const struct wire_span *key, struct store_images_used *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_images_used_defaults(struct store_images_used *out)
{
    (void)out;
}

static int store_images_used_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_images_used_read(struct wire_reader *r, struct store_images_used *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_images_used_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_images_used_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_images_used_complete(seen, e);
}

void store_images_used_write(struct wire_writer *w, const struct store_images_used *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_images_used_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_images_used_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digests")) {
        if (wire_seen(seen, 0, "digests", e) < 0)
            return -1;
        return read_list(r, &out->digests, digest_item, e);
    }
    return wire_skip(r, e);
}

static void store_images_used_reply_defaults(struct store_images_used_reply *out)
{
    (void)out;
}

static int store_images_used_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digests: missing");
    return 0;
}

int store_images_used_reply_read(struct wire_reader *r, struct store_images_used_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_images_used_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_images_used_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_images_used_reply_complete(seen, e);
}

void store_images_used_reply_write(struct wire_writer *w, const struct store_images_used_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "digests");
    wire_put_array(w, m->digests.count);
    wire_put_raw(w, m->digests.items);
}

static int store_inventory_field(struct wire_reader *r, const struct wire_span *key, struct store_inventory *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_inventory_defaults(struct store_inventory *out)
{
    (void)out;
}

static int store_inventory_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_inventory_read(struct wire_reader *r, struct store_inventory *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_inventory_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_inventory_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_inventory_complete(seen, e);
}

void store_inventory_write(struct wire_writer *w, const struct store_inventory *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_inventory_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_inventory_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 0, "containers", e) < 0)
            return -1;
        return read_list(r, &out->containers, container_id_item, e);
    }
    if (wire_is(key, "images")) {
        if (wire_seen(seen, 1, "images", e) < 0)
            return -1;
        return read_list(r, &out->images, digest_item, e);
    }
    if (wire_is(key, "used_images")) {
        if (wire_seen(seen, 2, "used_images", e) < 0)
            return -1;
        return read_list(r, &out->used_images, digest_item, e);
    }
    if (wire_is(key, "volumes")) {
        if (wire_seen(seen, 3, "volumes", e) < 0)
            return -1;
        return read_list(r, &out->volumes, volume_name_item, e);
    }
    if (wire_is(key, "used_volumes")) {
        if (wire_seen(seen, 4, "used_volumes", e) < 0)
            return -1;
        return read_list(r, &out->used_volumes, volume_name_item, e);
    }
    if (wire_is(key, "secrets")) {
        if (wire_seen(seen, 5, "secrets", e) < 0)
            return -1;
        return read_list(r, &out->secrets, volume_name_item, e);
    }
    if (wire_is(key, "snapshots")) {
        if (wire_seen(seen, 6, "snapshots", e) < 0)
            return -1;
        return read_list(r, &out->snapshots, volume_name_item, e);
    }
    if (wire_is(key, "running")) {
        if (wire_seen(seen, 7, "running", e) < 0)
            return -1;
        return read_list(r, &out->running, container_id_item, e);
    }
    return wire_skip(r, e);
}

static void store_inventory_reply_defaults(struct store_inventory_reply *out)
{
    (void)out;
}

static int store_inventory_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "containers: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "images: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "used_images: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "volumes: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "used_volumes: missing");
    if (!(seen & 1ull << 5))
        return err_set(e, ERR_INVALID, "secrets: missing");
    if (!(seen & 1ull << 6))
        return err_set(e, ERR_INVALID, "snapshots: missing");
    if (!(seen & 1ull << 7))
        return err_set(e, ERR_INVALID, "running: missing");
    return 0;
}

int store_inventory_reply_read(struct wire_reader *r, struct store_inventory_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_inventory_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_inventory_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_inventory_reply_complete(seen, e);
}

void store_inventory_reply_write(struct wire_writer *w, const struct store_inventory_reply *m)
{
    (void)m;
    wire_put_map(w, 8u);
    wire_put_str(w, "containers");
    wire_put_array(w, m->containers.count);
    wire_put_raw(w, m->containers.items);
    wire_put_str(w, "images");
    wire_put_array(w, m->images.count);
    wire_put_raw(w, m->images.items);
    wire_put_str(w, "used_images");
    wire_put_array(w, m->used_images.count);
    wire_put_raw(w, m->used_images.items);
    wire_put_str(w, "volumes");
    wire_put_array(w, m->volumes.count);
    wire_put_raw(w, m->volumes.items);
    wire_put_str(w, "used_volumes");
    wire_put_array(w, m->used_volumes.count);
    wire_put_raw(w, m->used_volumes.items);
    wire_put_str(w, "secrets");
    wire_put_array(w, m->secrets.count);
    wire_put_raw(w, m->secrets.items);
    wire_put_str(w, "snapshots");
    wire_put_array(w, m->snapshots.count);
    wire_put_raw(w, m->snapshots.items);
    wire_put_str(w, "running");
    wire_put_array(w, m->running.count);
    wire_put_raw(w, m->running.items);
}

static int store_cleanup_field(struct wire_reader *r, const struct wire_span *key, struct store_cleanup *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_cleanup_defaults(struct store_cleanup *out)
{
    (void)out;
}

static int store_cleanup_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_cleanup_read(struct wire_reader *r, struct store_cleanup *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_cleanup_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_cleanup_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_cleanup_complete(seen, e);
}

void store_cleanup_write(struct wire_writer *w, const struct store_cleanup *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_cleanup_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_cleanup_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "items")) {
        if (wire_seen(seen, 0, "items", e) < 0)
            return -1;
        return read_list(r, &out->items, cleanup_item, e);
    }
    return wire_skip(r, e);
}

static void store_cleanup_reply_defaults(struct store_cleanup_reply *out)
{
    (void)out;
}

static int store_cleanup_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "items: missing");
    return 0;
}

int store_cleanup_reply_read(struct wire_reader *r, struct store_cleanup_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_cleanup_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_cleanup_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_cleanup_reply_complete(seen, e);
}

void store_cleanup_reply_write(struct wire_writer *w, const struct store_cleanup_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "items");
    wire_put_array(w, m->items.count);
    wire_put_raw(w, m->items.items);
}

static int store_cleaned_field(struct wire_reader *r, const struct wire_span *key, struct store_cleaned *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "item")) {
        if (wire_seen(seen, 0, "item", e) < 0)
            return -1;
        return cleanup_read(r, &out->item, e);
    }
    return wire_skip(r, e);
}

static void store_cleaned_defaults(struct store_cleaned *out)
{
    (void)out;
}

static int store_cleaned_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "item: missing");
    return 0;
}

int store_cleaned_read(struct wire_reader *r, struct store_cleaned *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_cleaned_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_cleaned_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_cleaned_complete(seen, e);
}

void store_cleaned_write(struct wire_writer *w, const struct store_cleaned *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "item");
    cleanup_write(w, &m->item);
}

static int store_cleaned_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_cleaned_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_cleaned_reply_defaults(struct store_cleaned_reply *out)
{
    (void)out;
}

static int store_cleaned_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_cleaned_reply_read(struct wire_reader *r, struct store_cleaned_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_cleaned_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_cleaned_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_cleaned_reply_complete(seen, e);
}

void store_cleaned_reply_write(struct wire_writer *w, const struct store_cleaned_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_insert_field(struct wire_reader *r, const struct wire_span *key, struct store_insert *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "record")) {
        if (wire_seen(seen, 0, "record", e) < 0)
            return -1;
        return container_record_read(r, &out->record, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 1, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    if (wire_is(key, "idem")) {
        if (wire_seen(seen, 2, "idem", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_idem = true;
        return idem_key_read(r, &out->idem, e);
    }
    if (wire_is(key, "rebuilt")) {
        if (wire_seen(seen, 3, "rebuilt", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->rebuilt, e);
    }
    return wire_skip(r, e);
}

static void store_insert_defaults(struct store_insert *out)
{
    (void)out;
    out->rebuilt = false;
}

static int store_insert_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "record: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_insert_read(struct wire_reader *r, struct store_insert *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_insert_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_insert_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_insert_complete(seen, e);
}

void store_insert_write(struct wire_writer *w, const struct store_insert *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_idem);
    wire_put_str(w, "record");
    container_record_write(w, &m->record);
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
    if (m->has_idem) {
        wire_put_str(w, "idem");
        wire_put_str(w, m->idem.text);
    }
    wire_put_str(w, "rebuilt");
    wire_put_bool(w, m->rebuilt);
}

static int store_insert_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_insert_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "repeated")) {
        if (wire_seen(seen, 1, "repeated", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->repeated, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 2, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 3, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_name_read(r, &out->name, e);
    }
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 4, "attachments", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attachments = true;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 5, "generation", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    return wire_skip(r, e);
}

static void store_insert_reply_defaults(struct store_insert_reply *out)
{
    (void)out;
    out->repeated = false;
    out->generation = 0u;
}

static int store_insert_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "state: missing");
    return 0;
}

int store_insert_reply_read(struct wire_reader *r, struct store_insert_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_insert_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_insert_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_insert_reply_complete(seen, e);
}

void store_insert_reply_write(struct wire_writer *w, const struct store_insert_reply *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_name + (uint32_t)m->has_attachments);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "repeated");
    wire_put_bool(w, m->repeated);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    if (m->has_attachments) {
        wire_put_str(w, "attachments");
        wire_put_array(w, m->attachments.count);
        wire_put_raw(w, m->attachments.items);
    }
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
}

static int store_move_field(struct wire_reader *r, const struct wire_span *key, struct store_move *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 1, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 2, "state", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_state = true;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "want")) {
        if (wire_seen(seen, 3, "want", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_want = true;
        return want_read(r, &out->want, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 4, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 5, "exit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_exit = true;
        return container_exit_read(r, &out->exit, e);
    }
    if (wire_is(key, "error")) {
        if (wire_seen(seen, 6, "error", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error = true;
        return text_read(r, &out->error, e);
    }
    if (wire_is(key, "error_code")) {
        if (wire_seen(seen, 7, "error_code", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_error_code = true;
        return word_read(r, &out->error_code, e);
    }
    if (wire_is(key, "step")) {
        if (wire_seen(seen, 8, "step", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_step = true;
        return word_read(r, &out->step, e);
    }
    if (wire_is(key, "errno")) {
        if (wire_seen(seen, 9, "errno", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_sys = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->sys, e);
    }
    if (wire_is(key, "pid")) {
        if (wire_seen(seen, 10, "pid", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_pid = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pid, e);
    }
    if (wire_is(key, "started_ns")) {
        if (wire_seen(seen, 11, "started_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_started_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_ns, e);
    }
    if (wire_is(key, "started_boot_ns")) {
        if (wire_seen(seen, 12, "started_boot_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_started_boot_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->started_boot_ns, e);
    }
    if (wire_is(key, "stop_reason")) {
        if (wire_seen(seen, 13, "stop_reason", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_stop_reason = true;
        return exit_reason_read(r, &out->stop_reason, e);
    }
    if (wire_is(key, "kill_at_boot_ns")) {
        if (wire_seen(seen, 14, "kill_at_boot_ns", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_kill_at_boot_ns = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->kill_at_boot_ns, e);
    }
    if (wire_is(key, "restarts")) {
        if (wire_seen(seen, 15, "restarts", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_restarts = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restarts, e);
    }
    if (wire_is(key, "boot_id")) {
        if (wire_seen(seen, 16, "boot_id", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_boot_id = true;
        return word_read(r, &out->boot_id, e);
    }
    if (wire_is(key, "spec")) {
        if (wire_seen(seen, 17, "spec", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_spec = true;
        return wire_read_raw_map(r, &out->spec, e);
    }
    if (wire_is(key, "phases")) {
        if (wire_seen(seen, 18, "phases", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_phases = true;
        return phases_read(r, &out->phases, e);
    }
    if (wire_is(key, "health")) {
        if (wire_seen(seen, 19, "health", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_health = true;
        return health_status_read(r, &out->health, e);
    }
    if (wire_is(key, "event")) {
        if (wire_seen(seen, 20, "event", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_event = true;
        return word_read(r, &out->event, e);
    }
    if (wire_is(key, "attrs")) {
        if (wire_seen(seen, 21, "attrs", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attrs = true;
        return wire_read_raw_map(r, &out->attrs, e);
    }
    return wire_skip(r, e);
}

static void store_move_defaults(struct store_move *out)
{
    (void)out;
}

static int store_move_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    if (!(seen & 1ull << 4))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_move_read(struct wire_reader *r, struct store_move *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_move_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_move_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_move_complete(seen, e);
}

void store_move_write(struct wire_writer *w, const struct store_move *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_state + (uint32_t)m->has_want + (uint32_t)m->has_exit + (uint32_t)m->has_error + (uint32_t)m->has_error_code + (uint32_t)m->has_step + (uint32_t)m->has_sys + (uint32_t)m->has_pid + (uint32_t)m->has_started_ns + (uint32_t)m->has_started_boot_ns + (uint32_t)m->has_stop_reason + (uint32_t)m->has_kill_at_boot_ns + (uint32_t)m->has_restarts + (uint32_t)m->has_boot_id + (uint32_t)m->has_spec + (uint32_t)m->has_phases + (uint32_t)m->has_health + (uint32_t)m->has_event + (uint32_t)m->has_attrs);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
    if (m->has_state) {
        wire_put_str(w, "state");
        wire_put_str(w, state_name(m->state));
    }
    if (m->has_want) {
        wire_put_str(w, "want");
        wire_put_str(w, want_name(m->want));
    }
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
    if (m->has_exit) {
        wire_put_str(w, "exit");
        container_exit_write(w, &m->exit);
    }
    if (m->has_error) {
        wire_put_str(w, "error");
        wire_put_span(w, m->error);
    }
    if (m->has_error_code) {
        wire_put_str(w, "error_code");
        wire_put_str(w, m->error_code.text);
    }
    if (m->has_step) {
        wire_put_str(w, "step");
        wire_put_str(w, m->step.text);
    }
    if (m->has_sys) {
        wire_put_str(w, "errno");
        wire_put_uint(w, m->sys);
    }
    if (m->has_pid) {
        wire_put_str(w, "pid");
        wire_put_uint(w, m->pid);
    }
    if (m->has_started_ns) {
        wire_put_str(w, "started_ns");
        wire_put_uint(w, m->started_ns);
    }
    if (m->has_started_boot_ns) {
        wire_put_str(w, "started_boot_ns");
        wire_put_uint(w, m->started_boot_ns);
    }
    if (m->has_stop_reason) {
        wire_put_str(w, "stop_reason");
        wire_put_str(w, exit_reason_name(m->stop_reason));
    }
    if (m->has_kill_at_boot_ns) {
        wire_put_str(w, "kill_at_boot_ns");
        wire_put_uint(w, m->kill_at_boot_ns);
    }
    if (m->has_restarts) {
        wire_put_str(w, "restarts");
        wire_put_uint(w, m->restarts);
    }
    if (m->has_boot_id) {
        wire_put_str(w, "boot_id");
        wire_put_str(w, m->boot_id.text);
    }
    if (m->has_spec) {
        wire_put_str(w, "spec");
        wire_put_raw(w, m->spec);
    }
    if (m->has_phases) {
        wire_put_str(w, "phases");
        phases_write(w, &m->phases);
    }
    if (m->has_health) {
        wire_put_str(w, "health");
        wire_put_str(w, health_status_name(m->health));
    }
    if (m->has_event) {
        wire_put_str(w, "event");
        wire_put_str(w, m->event.text);
    }
    if (m->has_attrs) {
        wire_put_str(w, "attrs");
        wire_put_raw(w, m->attrs);
    }
}

static int store_move_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_move_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 0, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "seq")) {
        if (wire_seen(seen, 1, "seq", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->seq, e);
    }
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 2, "attachments", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attachments = true;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 3, "generation", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    return wire_skip(r, e);
}

static void store_move_reply_defaults(struct store_move_reply *out)
{
    (void)out;
    out->generation = 0u;
}

static int store_move_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "seq: missing");
    return 0;
}

int store_move_reply_read(struct wire_reader *r, struct store_move_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_move_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_move_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_move_reply_complete(seen, e);
}

void store_move_reply_write(struct wire_writer *w, const struct store_move_reply *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_attachments);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    wire_put_str(w, "seq");
    wire_put_uint(w, m->seq);
    if (m->has_attachments) {
        wire_put_str(w, "attachments");
        wire_put_array(w, m->attachments.count);
        wire_put_raw(w, m->attachments.items);
    }
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
}

static int store_containers_field(struct wire_reader *r, const struct wire_span *key, struct store_containers *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 0, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    return wire_skip(r, e);
}

static void store_containers_defaults(struct store_containers *out)
{
    (void)out;
    out->after = 0u;
}

static int store_containers_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_containers_read(struct wire_reader *r, struct store_containers *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_containers_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_containers_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_containers_complete(seen, e);
}

void store_containers_write(struct wire_writer *w, const struct store_containers *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "after");
    wire_put_uint(w, m->after);
}

static int store_containers_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_containers_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "records")) {
        if (wire_seen(seen, 0, "records", e) < 0)
            return -1;
        return read_list(r, &out->records, container_record_item, e);
    }
    if (wire_is(key, "next")) {
        if (wire_seen(seen, 1, "next", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_next = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->next, e);
    }
    if (wire_is(key, "fresh")) {
        if (wire_seen(seen, 2, "fresh", e) < 0)
            return -1;
        return wire_read_bool(r, &out->fresh, e);
    }
    return wire_skip(r, e);
}

static void store_containers_reply_defaults(struct store_containers_reply *out)
{
    (void)out;
}

static int store_containers_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "records: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "fresh: missing");
    return 0;
}

int store_containers_reply_read(struct wire_reader *r, struct store_containers_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_containers_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_containers_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_containers_reply_complete(seen, e);
}

void store_containers_reply_write(struct wire_writer *w, const struct store_containers_reply *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_next);
    wire_put_str(w, "records");
    wire_put_array(w, m->records.count);
    wire_put_raw(w, m->records.items);
    if (m->has_next) {
        wire_put_str(w, "next");
        wire_put_uint(w, m->next);
    }
    wire_put_str(w, "fresh");
    wire_put_bool(w, m->fresh);
}

static int store_rebuilt_field(struct wire_reader *r, const struct wire_span *key, struct store_rebuilt *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 0, "containers", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->containers, e);
    }
    return wire_skip(r, e);
}

static void store_rebuilt_defaults(struct store_rebuilt *out)
{
    (void)out;
}

static int store_rebuilt_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "containers: missing");
    return 0;
}

int store_rebuilt_read(struct wire_reader *r, struct store_rebuilt *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_rebuilt_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_rebuilt_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_rebuilt_complete(seen, e);
}

void store_rebuilt_write(struct wire_writer *w, const struct store_rebuilt *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "containers");
    wire_put_uint(w, m->containers);
}

static int store_rebuilt_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_rebuilt_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_rebuilt_reply_defaults(struct store_rebuilt_reply *out)
{
    (void)out;
}

static int store_rebuilt_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_rebuilt_reply_read(struct wire_reader *r, struct store_rebuilt_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_rebuilt_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_rebuilt_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_rebuilt_reply_complete(seen, e);
}

void store_rebuilt_reply_write(struct wire_writer *w, const struct store_rebuilt_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_begin_field(struct wire_reader *r, const struct wire_span *key, struct store_begin *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "key")) {
        if (wire_seen(seen, 0, "key", e) < 0)
            return -1;
        return idem_key_read(r, &out->key, e);
    }
    if (wire_is(key, "verb")) {
        if (wire_seen(seen, 1, "verb", e) < 0)
            return -1;
        return word_read(r, &out->verb, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 2, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    if (wire_is(key, "body_hash")) {
        if (wire_seen(seen, 3, "body_hash", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->body_hash, e);
    }
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 4, "container", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_container = true;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void store_begin_defaults(struct store_begin *out)
{
    (void)out;
}

static int store_begin_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "key: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "verb: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "uid: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "body_hash: missing");
    return 0;
}

int store_begin_read(struct wire_reader *r, struct store_begin *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_begin_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_begin_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_begin_complete(seen, e);
}

void store_begin_write(struct wire_writer *w, const struct store_begin *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_container);
    wire_put_str(w, "key");
    wire_put_str(w, m->key.text);
    wire_put_str(w, "verb");
    wire_put_str(w, m->verb.text);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "body_hash");
    wire_put_uint(w, m->body_hash);
    if (m->has_container) {
        wire_put_str(w, "container");
        wire_put_str(w, m->container.text);
    }
}

static int store_begin_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_begin_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "done")) {
        if (wire_seen(seen, 0, "done", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_done = true;
        return wire_read_raw_map(r, &out->done, e);
    }
    if (wire_is(key, "begun")) {
        if (wire_seen(seen, 1, "begun", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->begun, e);
    }
    return wire_skip(r, e);
}

static void store_begin_reply_defaults(struct store_begin_reply *out)
{
    (void)out;
    out->begun = false;
}

static int store_begin_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_begin_reply_read(struct wire_reader *r, struct store_begin_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_begin_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_begin_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_begin_reply_complete(seen, e);
}

void store_begin_reply_write(struct wire_writer *w, const struct store_begin_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_done);
    if (m->has_done) {
        wire_put_str(w, "done");
        wire_put_raw(w, m->done);
    }
    wire_put_str(w, "begun");
    wire_put_bool(w, m->begun);
}

static int store_end_field(struct wire_reader *r, const struct wire_span *key, struct store_end *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "key")) {
        if (wire_seen(seen, 0, "key", e) < 0)
            return -1;
        return idem_key_read(r, &out->key, e);
    }
    if (wire_is(key, "uid")) {
        if (wire_seen(seen, 1, "uid", e) < 0)
            return -1;
        return uid_read(r, &out->uid, e);
    }
    if (wire_is(key, "result")) {
        if (wire_seen(seen, 2, "result", e) < 0)
            return -1;
        return wire_read_raw_map(r, &out->result, e);
    }
    return wire_skip(r, e);
}

static void store_end_defaults(struct store_end *out)
{
    (void)out;
}

static int store_end_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "key: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "uid: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "result: missing");
    return 0;
}

int store_end_read(struct wire_reader *r, struct store_end *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_end_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_end_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_end_complete(seen, e);
}

void store_end_write(struct wire_writer *w, const struct store_end *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "key");
    wire_put_str(w, m->key.text);
    wire_put_str(w, "uid");
    wire_put_uint(w, m->uid);
    wire_put_str(w, "result");
    wire_put_raw(w, m->result);
}

static int store_end_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_end_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_end_reply_defaults(struct store_end_reply *out)
{
    (void)out;
}

static int store_end_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_end_reply_read(struct wire_reader *r, struct store_end_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_end_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_end_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_end_reply_complete(seen, e);
}

void store_end_reply_write(struct wire_writer *w, const struct store_end_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_samples_field(struct wire_reader *r, const struct wire_span *key, struct store_samples *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "samples")) {
        if (wire_seen(seen, 0, "samples", e) < 0)
            return -1;
        return read_list(r, &out->samples, sample_item, e);
    }
    return wire_skip(r, e);
}

static void store_samples_defaults(struct store_samples *out)
{
    (void)out;
}

static int store_samples_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "samples: missing");
    return 0;
}

int store_samples_read(struct wire_reader *r, struct store_samples *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_samples_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_samples_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_samples_complete(seen, e);
}

void store_samples_write(struct wire_writer *w, const struct store_samples *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "samples");
    wire_put_array(w, m->samples.count);
    wire_put_raw(w, m->samples.items);
}

static int store_samples_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_samples_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_samples_reply_defaults(struct store_samples_reply *out)
{
    (void)out;
}

static int store_samples_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_samples_reply_read(struct wire_reader *r, struct store_samples_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_samples_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_samples_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_samples_reply_complete(seen, e);
}

void store_samples_reply_write(struct wire_writer *w, const struct store_samples_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_resolve_field(struct wire_reader *r, const struct wire_span *key, struct store_resolve *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "holder_of")) {
        if (wire_seen(seen, 1, "holder_of", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_holder_of = true;
        return container_id_read(r, &out->holder_of, e);
    }
    return wire_skip(r, e);
}

static void store_resolve_defaults(struct store_resolve *out)
{
    (void)out;
}

static int store_resolve_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int store_resolve_read(struct wire_reader *r, struct store_resolve *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_resolve_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_resolve_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_resolve_complete(seen, e);
}

void store_resolve_write(struct wire_writer *w, const struct store_resolve *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_holder_of);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_holder_of) {
        wire_put_str(w, "holder_of");
        wire_put_str(w, m->holder_of.text);
    }
}

static int store_resolve_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_resolve_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    return wire_skip(r, e);
}

static void store_resolve_reply_defaults(struct store_resolve_reply *out)
{
    (void)out;
}

static int store_resolve_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    return 0;
}

int store_resolve_reply_read(struct wire_reader *r, struct store_resolve_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_resolve_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_resolve_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_resolve_reply_complete(seen, e);
}

void store_resolve_reply_write(struct wire_writer *w, const struct store_resolve_reply *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
}

static int net_attach_field(struct wire_reader *r, const struct wire_span *key, struct net_attach *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void net_attach_defaults(struct net_attach *out)
{
    (void)out;
}

static int net_attach_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int net_attach_read(struct wire_reader *r, struct net_attach *out, struct err *e)
{
    uint64_t seen = 0, seen_included = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    net_attach_defaults(out);
    network_claim_defaults(&out->network_claim);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = (false) ? net_attach_field(r, &key, out, &seen, e)
               : network_claim_field(r, &key, &out->network_claim, &seen_included, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    if (network_claim_complete(seen_included, e) < 0)
        return -1;
    return net_attach_complete(seen, e);
}

void net_attach_write(struct wire_writer *w, const struct net_attach *m)
{
    (void)m;
    wire_put_map(w, 5u + (uint32_t)m->network_claim.has_ports + (uint32_t)m->network_claim.has_policy);
    wire_put_str(w, "container");
    wire_put_str(w, m->network_claim.container.text);
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->network_claim.incarnation);
    wire_put_str(w, "attachments");
    wire_put_array(w, m->network_claim.attachments.count);
    wire_put_raw(w, m->network_claim.attachments.items);
    if (m->network_claim.has_ports) {
        wire_put_str(w, "ports");
        wire_put_array(w, m->network_claim.ports.count);
        wire_put_raw(w, m->network_claim.ports.items);
    }
    if (m->network_claim.has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->network_claim.policy);
    }
    wire_put_str(w, "rate_in_bytes");
    wire_put_uint(w, m->network_claim.rate_in_bytes);
    wire_put_str(w, "rate_out_bytes");
    wire_put_uint(w, m->network_claim.rate_out_bytes);
}

static int net_attach_reply_field(struct wire_reader *r, const struct wire_span *key, struct net_attach_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "pid")) {
        if (wire_seen(seen, 0, "pid", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pid, e);
    }
    if (wire_is(key, "fd")) {
        if (wire_seen(seen, 1, "fd", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->fd, e);
    }
    if (wire_is(key, "inode")) {
        if (wire_seen(seen, 2, "inode", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->inode, e);
    }
    return wire_skip(r, e);
}

static void net_attach_reply_defaults(struct net_attach_reply *out)
{
    (void)out;
}

static int net_attach_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "pid: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "fd: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "inode: missing");
    return 0;
}

int net_attach_reply_read(struct wire_reader *r, struct net_attach_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    net_attach_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = net_attach_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return net_attach_reply_complete(seen, e);
}

void net_attach_reply_write(struct wire_writer *w, const struct net_attach_reply *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "pid");
    wire_put_uint(w, m->pid);
    wire_put_str(w, "fd");
    wire_put_uint(w, m->fd);
    wire_put_str(w, "inode");
    wire_put_uint(w, m->inode);
}

static int net_detach_field(struct wire_reader *r, const struct wire_span *key, struct net_detach *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 1, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    return wire_skip(r, e);
}

static void net_detach_defaults(struct net_detach *out)
{
    (void)out;
}

static int net_detach_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    return 0;
}

int net_detach_read(struct wire_reader *r, struct net_detach *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    net_detach_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = net_detach_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return net_detach_complete(seen, e);
}

void net_detach_write(struct wire_writer *w, const struct net_detach *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
}

static int net_detach_reply_field(struct wire_reader *r, const struct wire_span *key, struct net_detach_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void net_detach_reply_defaults(struct net_detach_reply *out)
{
    (void)out;
}

static int net_detach_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int net_detach_reply_read(struct wire_reader *r, struct net_detach_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    net_detach_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = net_detach_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return net_detach_reply_complete(seen, e);
}

void net_detach_reply_write(struct wire_writer *w, const struct net_detach_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int net_settle_field(struct wire_reader *r, const struct wire_span *key, struct net_settle *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void net_settle_defaults(struct net_settle *out)
{
    (void)out;
}

static int net_settle_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int net_settle_read(struct wire_reader *r, struct net_settle *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    net_settle_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = net_settle_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return net_settle_complete(seen, e);
}

void net_settle_write(struct wire_writer *w, const struct net_settle *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int net_settle_reply_field(struct wire_reader *r, const struct wire_span *key, struct net_settle_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void net_settle_reply_defaults(struct net_settle_reply *out)
{
    (void)out;
}

static int net_settle_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int net_settle_reply_read(struct wire_reader *r, struct net_settle_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    net_settle_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = net_settle_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return net_settle_reply_complete(seen, e);
}

void net_settle_reply_write(struct wire_writer *w, const struct net_settle_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int monitor_netns_field(struct wire_reader *r, const struct wire_span *key, struct monitor_netns *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void monitor_netns_defaults(struct monitor_netns *out)
{
    (void)out;
}

static int monitor_netns_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int monitor_netns_read(struct wire_reader *r, struct monitor_netns *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    monitor_netns_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = monitor_netns_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return monitor_netns_complete(seen, e);
}

void monitor_netns_write(struct wire_writer *w, const struct monitor_netns *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int monitor_netns_reply_field(struct wire_reader *r, const struct wire_span *key, struct monitor_netns_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "fd")) {
        if (wire_seen(seen, 0, "fd", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->fd, e);
    }
    if (wire_is(key, "inode")) {
        if (wire_seen(seen, 1, "inode", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->inode, e);
    }
    if (wire_is(key, "incarnation")) {
        if (wire_seen(seen, 2, "incarnation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->incarnation, e);
    }
    return wire_skip(r, e);
}

static void monitor_netns_reply_defaults(struct monitor_netns_reply *out)
{
    (void)out;
}

static int monitor_netns_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "fd: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "inode: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "incarnation: missing");
    return 0;
}

int monitor_netns_reply_read(struct wire_reader *r, struct monitor_netns_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    monitor_netns_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = monitor_netns_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return monitor_netns_reply_complete(seen, e);
}

void monitor_netns_reply_write(struct wire_writer *w, const struct monitor_netns_reply *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "fd");
    wire_put_uint(w, m->fd);
    wire_put_str(w, "inode");
    wire_put_uint(w, m->inode);
    wire_put_str(w, "incarnation");
    wire_put_uint(w, m->incarnation);
}

static int dns_sync_field(struct wire_reader *r, const struct wire_span *key, struct dns_sync *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 0, "generation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    return wire_skip(r, e);
}

static void dns_sync_defaults(struct dns_sync *out)
{
    (void)out;
}

static int dns_sync_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "generation: missing");
    return 0;
}

int dns_sync_read(struct wire_reader *r, struct dns_sync *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    dns_sync_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = dns_sync_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return dns_sync_complete(seen, e);
}

void dns_sync_write(struct wire_writer *w, const struct dns_sync *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
}

static int dns_sync_reply_field(struct wire_reader *r, const struct wire_span *key, struct dns_sync_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void dns_sync_reply_defaults(struct dns_sync_reply *out)
{
    (void)out;
}

static int dns_sync_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int dns_sync_reply_read(struct wire_reader *r, struct dns_sync_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    dns_sync_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = dns_sync_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return dns_sync_reply_complete(seen, e);
}

void dns_sync_reply_write(struct wire_writer *w, const struct dns_sync_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_networks_field(struct wire_reader *r, const struct wire_span *key, struct store_networks *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_networks_defaults(struct store_networks *out)
{
    (void)out;
}

static int store_networks_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_networks_read(struct wire_reader *r, struct store_networks *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_networks_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_networks_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_networks_complete(seen, e);
}

void store_networks_write(struct wire_writer *w, const struct store_networks *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_networks_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_networks_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "networks")) {
        if (wire_seen(seen, 0, "networks", e) < 0)
            return -1;
        return read_list(r, &out->networks, network_item, e);
    }
    return wire_skip(r, e);
}

static void store_networks_reply_defaults(struct store_networks_reply *out)
{
    (void)out;
}

static int store_networks_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "networks: missing");
    return 0;
}

int store_networks_reply_read(struct wire_reader *r, struct store_networks_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_networks_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_networks_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_networks_reply_complete(seen, e);
}

void store_networks_reply_write(struct wire_writer *w, const struct store_networks_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "networks");
    wire_put_array(w, m->networks.count);
    wire_put_raw(w, m->networks.items);
}

static int store_network_insert_field(struct wire_reader *r, const struct wire_span *key, struct store_network_insert *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_read(r, &out->network, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 1, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_network_insert_defaults(struct store_network_insert *out)
{
    (void)out;
}

static int store_network_insert_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_network_insert_read(struct wire_reader *r, struct store_network_insert *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_network_insert_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_network_insert_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_network_insert_complete(seen, e);
}

void store_network_insert_write(struct wire_writer *w, const struct store_network_insert *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "network");
    network_write(w, &m->network);
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
}

static int store_network_insert_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_network_insert_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void store_network_insert_reply_defaults(struct store_network_insert_reply *out)
{
    (void)out;
}

static int store_network_insert_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int store_network_insert_reply_read(struct wire_reader *r, struct store_network_insert_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_network_insert_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_network_insert_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_network_insert_reply_complete(seen, e);
}

void store_network_insert_reply_write(struct wire_writer *w, const struct store_network_insert_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "network");
    network_write(w, &m->network);
}

static int store_network_remove_field(struct wire_reader *r, const struct wire_span *key, struct store_network_remove *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return network_name_read(r, &out->name, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 1, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_network_remove_defaults(struct store_network_remove *out)
{
    (void)out;
}

static int store_network_remove_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_network_remove_read(struct wire_reader *r, struct store_network_remove *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_network_remove_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_network_remove_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_network_remove_complete(seen, e);
}

void store_network_remove_write(struct wire_writer *w, const struct store_network_remove *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
}

static int store_network_remove_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_network_remove_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 0, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    return wire_skip(r, e);
}

static void store_network_remove_reply_defaults(struct store_network_remove_reply *out)
{
    (void)out;
}

static int store_network_remove_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "number: missing");
    return 0;
}

int store_network_remove_reply_read(struct wire_reader *r, struct store_network_remove_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_network_remove_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_network_remove_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_network_remove_reply_complete(seen, e);
}

void store_network_remove_reply_write(struct wire_writer *w, const struct store_network_remove_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
}

static int store_reserve_field(struct wire_reader *r, const struct wire_span *key, struct store_reserve *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "count")) {
        if (wire_seen(seen, 1, "count", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->count, e);
    }
    if (wire_is(key, "forget")) {
        if (wire_seen(seen, 2, "forget", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->forget, e);
    }
    if (wire_is(key, "release")) {
        if (wire_seen(seen, 3, "release", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_release = true;
        return read_list(r, &out->release, ip_address_item, e);
    }
    return wire_skip(r, e);
}

static void store_reserve_defaults(struct store_reserve *out)
{
    (void)out;
    out->forget = false;
}

static int store_reserve_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "count: missing");
    return 0;
}

int store_reserve_read(struct wire_reader *r, struct store_reserve *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_reserve_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_reserve_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_reserve_complete(seen, e);
}

void store_reserve_write(struct wire_writer *w, const struct store_reserve *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_release);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    wire_put_str(w, "count");
    wire_put_uint(w, m->count);
    wire_put_str(w, "forget");
    wire_put_bool(w, m->forget);
    if (m->has_release) {
        wire_put_str(w, "release");
        wire_put_array(w, m->release.count);
        wire_put_raw(w, m->release.items);
    }
}

static int store_reserve_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_reserve_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 0, "attachments", e) < 0)
            return -1;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    return wire_skip(r, e);
}

static void store_reserve_reply_defaults(struct store_reserve_reply *out)
{
    (void)out;
}

static int store_reserve_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "attachments: missing");
    return 0;
}

int store_reserve_reply_read(struct wire_reader *r, struct store_reserve_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_reserve_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_reserve_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_reserve_reply_complete(seen, e);
}

void store_reserve_reply_write(struct wire_writer *w, const struct store_reserve_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "attachments");
    wire_put_array(w, m->attachments.count);
    wire_put_raw(w, m->attachments.items);
}

static int store_attach_field(struct wire_reader *r, const struct wire_span *key, struct store_attach *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "wish")) {
        if (wire_seen(seen, 1, "wish", e) < 0)
            return -1;
        return network_attachment_read(r, &out->wish, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 2, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_attach_defaults(struct store_attach *out)
{
    (void)out;
}

static int store_attach_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "wish: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_attach_read(struct wire_reader *r, struct store_attach *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_attach_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_attach_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_attach_complete(seen, e);
}

void store_attach_write(struct wire_writer *w, const struct store_attach *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "wish");
    network_attachment_write(w, &m->wish);
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
}

static int store_attach_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_attach_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "attachment")) {
        if (wire_seen(seen, 2, "attachment", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attachment = true;
        return attachment_read(r, &out->attachment, e);
    }
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 3, "attachments", e) < 0)
            return -1;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 4, "generation", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    return wire_skip(r, e);
}

static void store_attach_reply_defaults(struct store_attach_reply *out)
{
    (void)out;
    out->generation = 0u;
}

static int store_attach_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "attachments: missing");
    return 0;
}

int store_attach_reply_read(struct wire_reader *r, struct store_attach_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_attach_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_attach_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_attach_reply_complete(seen, e);
}

void store_attach_reply_write(struct wire_writer *w, const struct store_attach_reply *m)
{
    (void)m;
    wire_put_map(w, 4u + (uint32_t)m->has_attachment);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    if (m->has_attachment) {
        wire_put_str(w, "attachment");
        attachment_write(w, &m->attachment);
    }
    wire_put_str(w, "attachments");
    wire_put_array(w, m->attachments.count);
    wire_put_raw(w, m->attachments.items);
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
}

static int store_detach_field(struct wire_reader *r, const struct wire_span *key, struct store_detach *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 1, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 2, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_detach_defaults(struct store_detach *out)
{
    (void)out;
}

static int store_detach_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_detach_read(struct wire_reader *r, struct store_detach *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_detach_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_detach_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_detach_complete(seen, e);
}

void store_detach_write(struct wire_writer *w, const struct store_detach *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
}

static int store_detach_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_detach_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "attachment")) {
        if (wire_seen(seen, 2, "attachment", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_attachment = true;
        return attachment_read(r, &out->attachment, e);
    }
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 3, "attachments", e) < 0)
            return -1;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    return wire_skip(r, e);
}

static void store_detach_reply_defaults(struct store_detach_reply *out)
{
    (void)out;
}

static int store_detach_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "attachments: missing");
    return 0;
}

int store_detach_reply_read(struct wire_reader *r, struct store_detach_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_detach_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_detach_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_detach_reply_complete(seen, e);
}

void store_detach_reply_write(struct wire_writer *w, const struct store_detach_reply *m)
{
    (void)m;
    wire_put_map(w, 3u + (uint32_t)m->has_attachment);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    if (m->has_attachment) {
        wire_put_str(w, "attachment");
        attachment_write(w, &m->attachment);
    }
    wire_put_str(w, "attachments");
    wire_put_array(w, m->attachments.count);
    wire_put_raw(w, m->attachments.items);
}

static int store_attached_field(struct wire_reader *r, const struct wire_span *key, struct store_attached *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 0, "after", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    return wire_skip(r, e);
}

static void store_attached_defaults(struct store_attached *out)
{
    (void)out;
    out->after = 0u;
}

static int store_attached_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_attached_read(struct wire_reader *r, struct store_attached *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_attached_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_attached_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_attached_complete(seen, e);
}

void store_attached_write(struct wire_writer *w, const struct store_attached *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "after");
    wire_put_uint(w, m->after);
}

static int store_attached_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_attached_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 0, "containers", e) < 0)
            return -1;
        return read_list(r, &out->containers, network_claim_item, e);
    }
    if (wire_is(key, "next")) {
        if (wire_seen(seen, 1, "next", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_next = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->next, e);
    }
    return wire_skip(r, e);
}

static void store_attached_reply_defaults(struct store_attached_reply *out)
{
    (void)out;
}

static int store_attached_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "containers: missing");
    return 0;
}

int store_attached_reply_read(struct wire_reader *r, struct store_attached_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_attached_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_attached_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_attached_reply_complete(seen, e);
}

void store_attached_reply_write(struct wire_writer *w, const struct store_attached_reply *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_next);
    wire_put_str(w, "containers");
    wire_put_array(w, m->containers.count);
    wire_put_raw(w, m->containers.items);
    if (m->has_next) {
        wire_put_str(w, "next");
        wire_put_uint(w, m->next);
    }
}

static int store_address_field(struct wire_reader *r, const struct wire_span *key, struct store_address *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "from")) {
        if (wire_seen(seen, 0, "from", e) < 0)
            return -1;
        return container_ref_read(r, &out->from, e);
    }
    if (wire_is(key, "to")) {
        if (wire_seen(seen, 1, "to", e) < 0)
            return -1;
        return dns_name_read(r, &out->to, e);
    }
    return wire_skip(r, e);
}

static void store_address_defaults(struct store_address *out)
{
    (void)out;
}

static int store_address_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "from: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "to: missing");
    return 0;
}

int store_address_read(struct wire_reader *r, struct store_address *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_address_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_address_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_address_complete(seen, e);
}

void store_address_write(struct wire_writer *w, const struct store_address *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "from");
    wire_put_str(w, m->from.text);
    wire_put_str(w, "to");
    wire_put_str(w, m->to.text);
}

static int store_address_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_address_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "from")) {
        if (wire_seen(seen, 0, "from", e) < 0)
            return -1;
        return container_id_read(r, &out->from, e);
    }
    if (wire_is(key, "state")) {
        if (wire_seen(seen, 1, "state", e) < 0)
            return -1;
        return state_read(r, &out->state, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 2, "address", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address = true;
        return ip_address_read(r, &out->address, e);
    }
    return wire_skip(r, e);
}

static void store_address_reply_defaults(struct store_address_reply *out)
{
    (void)out;
}

static int store_address_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "from: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "state: missing");
    return 0;
}

int store_address_reply_read(struct wire_reader *r, struct store_address_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_address_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_address_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_address_reply_complete(seen, e);
}

void store_address_reply_write(struct wire_writer *w, const struct store_address_reply *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_address);
    wire_put_str(w, "from");
    wire_put_str(w, m->from.text);
    wire_put_str(w, "state");
    wire_put_str(w, state_name(m->state));
    if (m->has_address) {
        wire_put_str(w, "address");
        wire_put_str(w, m->address.text);
    }
}

static int store_policy_field(struct wire_reader *r, const struct wire_span *key, struct store_policy *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 1, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    if (wire_is(key, "cause")) {
        if (wire_seen(seen, 2, "cause", e) < 0)
            return -1;
        return cause_read(r, &out->cause, e);
    }
    return wire_skip(r, e);
}

static void store_policy_defaults(struct store_policy *out)
{
    (void)out;
}

static int store_policy_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "cause: missing");
    return 0;
}

int store_policy_read(struct wire_reader *r, struct store_policy *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_policy_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_policy_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_policy_complete(seen, e);
}

void store_policy_write(struct wire_writer *w, const struct store_policy *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_policy);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
    wire_put_str(w, "cause");
    cause_write(w, &m->cause);
}

static int store_policy_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_policy_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "number")) {
        if (wire_seen(seen, 0, "number", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->number, e);
    }
    return wire_skip(r, e);
}

static void store_policy_reply_defaults(struct store_policy_reply *out)
{
    (void)out;
}

static int store_policy_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "number: missing");
    return 0;
}

int store_policy_reply_read(struct wire_reader *r, struct store_policy_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_policy_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_policy_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_policy_reply_complete(seen, e);
}

void store_policy_reply_write(struct wire_writer *w, const struct store_policy_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "number");
    wire_put_uint(w, m->number);
}

static int monitor_policy_field(struct wire_reader *r, const struct wire_span *key, struct monitor_policy *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_ref_read(r, &out->container, e);
    }
    if (wire_is(key, "policy")) {
        if (wire_seen(seen, 1, "policy", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_policy = true;
        return policy_read(r, &out->policy, e);
    }
    return wire_skip(r, e);
}

static void monitor_policy_defaults(struct monitor_policy *out)
{
    (void)out;
}

static int monitor_policy_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int monitor_policy_read(struct wire_reader *r, struct monitor_policy *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    monitor_policy_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = monitor_policy_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return monitor_policy_complete(seen, e);
}

void monitor_policy_write(struct wire_writer *w, const struct monitor_policy *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_policy);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    if (m->has_policy) {
        wire_put_str(w, "policy");
        policy_write(w, &m->policy);
    }
}

static int monitor_policy_reply_field(struct wire_reader *r, const struct wire_span *key, struct monitor_policy_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "id")) {
        if (wire_seen(seen, 0, "id", e) < 0)
            return -1;
        return container_id_read(r, &out->id, e);
    }
    return wire_skip(r, e);
}

static void monitor_policy_reply_defaults(struct monitor_policy_reply *out)
{
    (void)out;
}

static int monitor_policy_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "id: missing");
    return 0;
}

int monitor_policy_reply_read(struct wire_reader *r, struct monitor_policy_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    monitor_policy_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = monitor_policy_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return monitor_policy_reply_complete(seen, e);
}

void monitor_policy_reply_write(struct wire_writer *w, const struct monitor_policy_reply *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "id");
    wire_put_str(w, m->id.text);
}

static int monitor_attachments_field(struct wire_reader *r, const struct wire_span *key, struct monitor_attachments *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "attachments")) {
        if (wire_seen(seen, 1, "attachments", e) < 0)
            return -1;
        return read_list(r, &out->attachments, attachment_item, e);
    }
    return wire_skip(r, e);
}

static void monitor_attachments_defaults(struct monitor_attachments *out)
{
    (void)out;
}

static int monitor_attachments_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "attachments: missing");
    return 0;
}

int monitor_attachments_read(struct wire_reader *r, struct monitor_attachments *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    monitor_attachments_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = monitor_attachments_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return monitor_attachments_complete(seen, e);
}

void monitor_attachments_write(struct wire_writer *w, const struct monitor_attachments *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "attachments");
    wire_put_array(w, m->attachments.count);
    wire_put_raw(w, m->attachments.items);
}

static int monitor_attachments_reply_field(struct wire_reader *r, const struct wire_span *key, struct monitor_attachments_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void monitor_attachments_reply_defaults(struct monitor_attachments_reply *out)
{
    (void)out;
}

static int monitor_attachments_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int monitor_attachments_reply_read(struct wire_reader *r, struct monitor_attachments_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    monitor_attachments_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = monitor_attachments_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return monitor_attachments_reply_complete(seen, e);
}

void monitor_attachments_reply_write(struct wire_writer *w, const struct monitor_attachments_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_denied_field(struct wire_reader *r, const struct wire_span *key, struct store_denied *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    if (wire_is(key, "direction")) {
        if (wire_seen(seen, 1, "direction", e) < 0)
            return -1;
        return policy_direction_read(r, &out->direction, e);
    }
    if (wire_is(key, "audit")) {
        if (wire_seen(seen, 2, "audit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->audit, e);
    }
    if (wire_is(key, "packets")) {
        if (wire_seen(seen, 3, "packets", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->packets, e);
    }
    return wire_skip(r, e);
}

static void store_denied_defaults(struct store_denied *out)
{
    (void)out;
    out->audit = false;
}

static int store_denied_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "direction: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "packets: missing");
    return 0;
}

int store_denied_read(struct wire_reader *r, struct store_denied *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_denied_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_denied_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_denied_complete(seen, e);
}

void store_denied_write(struct wire_writer *w, const struct store_denied *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
    wire_put_str(w, "direction");
    wire_put_str(w, policy_direction_name(m->direction));
    wire_put_str(w, "audit");
    wire_put_bool(w, m->audit);
    wire_put_str(w, "packets");
    wire_put_uint(w, m->packets);
}

static int store_denied_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_denied_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void store_denied_reply_defaults(struct store_denied_reply *out)
{
    (void)out;
}

static int store_denied_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int store_denied_reply_read(struct wire_reader *r, struct store_denied_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_denied_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_denied_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_denied_reply_complete(seen, e);
}

void store_denied_reply_write(struct wire_writer *w, const struct store_denied_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int store_names_field(struct wire_reader *r, const struct wire_span *key, struct store_names *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "after")) {
        if (wire_seen(seen, 0, "after", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->after, e);
    }
    if (wire_is(key, "resuming")) {
        if (wire_seen(seen, 1, "resuming", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->resuming, e);
    }
    if (wire_is(key, "wait_ms")) {
        if (wire_seen(seen, 2, "wait_ms", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->wait_ms, e);
    }
    return wire_skip(r, e);
}

static void store_names_defaults(struct store_names *out)
{
    (void)out;
    out->resuming = false;
    out->wait_ms = 0u;
}

static int store_names_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "after: missing");
    return 0;
}

int store_names_read(struct wire_reader *r, struct store_names *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_names_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_names_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_names_complete(seen, e);
}

void store_names_write(struct wire_writer *w, const struct store_names *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "after");
    wire_put_uint(w, m->after);
    wire_put_str(w, "resuming");
    wire_put_bool(w, m->resuming);
    wire_put_str(w, "wait_ms");
    wire_put_uint(w, m->wait_ms);
}

static int store_names_reply_field(struct wire_reader *r, const struct wire_span *key, struct store_names_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "generation")) {
        if (wire_seen(seen, 0, "generation", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->generation, e);
    }
    if (wire_is(key, "reset")) {
        if (wire_seen(seen, 1, "reset", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->reset, e);
    }
    if (wire_is(key, "more")) {
        if (wire_seen(seen, 2, "more", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->more, e);
    }
    if (wire_is(key, "registrations")) {
        if (wire_seen(seen, 3, "registrations", e) < 0)
            return -1;
        return read_list(r, &out->registrations, registration_item, e);
    }
    return wire_skip(r, e);
}

static void store_names_reply_defaults(struct store_names_reply *out)
{
    (void)out;
    out->reset = false;
    out->more = false;
}

static int store_names_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "generation: missing");
    if (!(seen & 1ull << 3))
        return err_set(e, ERR_INVALID, "registrations: missing");
    return 0;
}

int store_names_reply_read(struct wire_reader *r, struct store_names_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    store_names_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = store_names_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return store_names_reply_complete(seen, e);
}

void store_names_reply_write(struct wire_writer *w, const struct store_names_reply *m)
{
    (void)m;
    wire_put_map(w, 4u);
    wire_put_str(w, "generation");
    wire_put_uint(w, m->generation);
    wire_put_str(w, "reset");
    wire_put_bool(w, m->reset);
    wire_put_str(w, "more");
    wire_put_bool(w, m->more);
    wire_put_str(w, "registrations");
    wire_put_array(w, m->registrations.count);
    wire_put_raw(w, m->registrations.items);
}

static int frontdoor_icc_open_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_icc_open *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void frontdoor_icc_open_defaults(struct frontdoor_icc_open *out)
{
    (void)out;
}

static int frontdoor_icc_open_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int frontdoor_icc_open_read(struct wire_reader *r, struct frontdoor_icc_open *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_icc_open_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_icc_open_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_icc_open_complete(seen, e);
}

void frontdoor_icc_open_write(struct wire_writer *w, const struct frontdoor_icc_open *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int frontdoor_icc_open_reply_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_icc_open_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void frontdoor_icc_open_reply_defaults(struct frontdoor_icc_open_reply *out)
{
    (void)out;
}

static int frontdoor_icc_open_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int frontdoor_icc_open_reply_read(struct wire_reader *r, struct frontdoor_icc_open_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_icc_open_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_icc_open_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_icc_open_reply_complete(seen, e);
}

void frontdoor_icc_open_reply_write(struct wire_writer *w, const struct frontdoor_icc_open_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int frontdoor_icc_close_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_icc_close *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "container")) {
        if (wire_seen(seen, 0, "container", e) < 0)
            return -1;
        return container_id_read(r, &out->container, e);
    }
    return wire_skip(r, e);
}

static void frontdoor_icc_close_defaults(struct frontdoor_icc_close *out)
{
    (void)out;
}

static int frontdoor_icc_close_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "container: missing");
    return 0;
}

int frontdoor_icc_close_read(struct wire_reader *r, struct frontdoor_icc_close *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_icc_close_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_icc_close_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_icc_close_complete(seen, e);
}

void frontdoor_icc_close_write(struct wire_writer *w, const struct frontdoor_icc_close *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "container");
    wire_put_str(w, m->container.text);
}

static int frontdoor_icc_close_reply_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_icc_close_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void frontdoor_icc_close_reply_defaults(struct frontdoor_icc_close_reply *out)
{
    (void)out;
}

static int frontdoor_icc_close_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int frontdoor_icc_close_reply_read(struct wire_reader *r, struct frontdoor_icc_close_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_icc_close_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_icc_close_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_icc_close_reply_complete(seen, e);
}

void frontdoor_icc_close_reply_write(struct wire_writer *w, const struct frontdoor_icc_close_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int frontdoor_icc_keep_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_icc_keep *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 0, "containers", e) < 0)
            return -1;
        return read_list(r, &out->containers, container_id_item, e);
    }
    return wire_skip(r, e);
}

static void frontdoor_icc_keep_defaults(struct frontdoor_icc_keep *out)
{
    (void)out;
}

static int frontdoor_icc_keep_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "containers: missing");
    return 0;
}

int frontdoor_icc_keep_read(struct wire_reader *r, struct frontdoor_icc_keep *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_icc_keep_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_icc_keep_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_icc_keep_complete(seen, e);
}

void frontdoor_icc_keep_write(struct wire_writer *w, const struct frontdoor_icc_keep *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "containers");
    wire_put_array(w, m->containers.count);
    wire_put_raw(w, m->containers.items);
}

static int frontdoor_icc_keep_reply_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_icc_keep_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void frontdoor_icc_keep_reply_defaults(struct frontdoor_icc_keep_reply *out)
{
    (void)out;
}

static int frontdoor_icc_keep_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int frontdoor_icc_keep_reply_read(struct wire_reader *r, struct frontdoor_icc_keep_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_icc_keep_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_icc_keep_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_icc_keep_reply_complete(seen, e);
}

void frontdoor_icc_keep_reply_write(struct wire_writer *w, const struct frontdoor_icc_keep_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int frontdoor_samples_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_samples *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "samples")) {
        if (wire_seen(seen, 0, "samples", e) < 0)
            return -1;
        return read_list(r, &out->samples, sample_item, e);
    }
    if (wire_is(key, "starts")) {
        if (wire_seen(seen, 1, "starts", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_uint(r, 0, UINT64_MAX, &out->starts, e);
    }
    if (wire_is(key, "phases")) {
        if (wire_seen(seen, 2, "phases", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_phases = true;
        return phases_read(r, &out->phases, e);
    }
    return wire_skip(r, e);
}

static void frontdoor_samples_defaults(struct frontdoor_samples *out)
{
    (void)out;
    out->starts = 0u;
}

static int frontdoor_samples_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "samples: missing");
    return 0;
}

int frontdoor_samples_read(struct wire_reader *r, struct frontdoor_samples *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_samples_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_samples_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_samples_complete(seen, e);
}

void frontdoor_samples_write(struct wire_writer *w, const struct frontdoor_samples *m)
{
    (void)m;
    wire_put_map(w, 2u + (uint32_t)m->has_phases);
    wire_put_str(w, "samples");
    wire_put_array(w, m->samples.count);
    wire_put_raw(w, m->samples.items);
    wire_put_str(w, "starts");
    wire_put_uint(w, m->starts);
    if (m->has_phases) {
        wire_put_str(w, "phases");
        phases_write(w, &m->phases);
    }
}

static int frontdoor_samples_reply_field(struct wire_reader *r, const struct wire_span *key, struct frontdoor_samples_reply *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void frontdoor_samples_reply_defaults(struct frontdoor_samples_reply *out)
{
    (void)out;
}

static int frontdoor_samples_reply_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int frontdoor_samples_reply_read(struct wire_reader *r, struct frontdoor_samples_reply *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    frontdoor_samples_reply_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = frontdoor_samples_reply_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return frontdoor_samples_reply_complete(seen, e);
}

void frontdoor_samples_reply_write(struct wire_writer *w, const struct frontdoor_samples_reply *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_created_field(struct wire_reader *r, const struct wire_span *key, struct event_created *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_name = true;
        return container_name_read(r, &out->name, e);
    }
    if (wire_is(key, "image")) {
        if (wire_seen(seen, 1, "image", e) < 0)
            return -1;
        return image_ref_read(r, &out->image, e);
    }
    return wire_skip(r, e);
}

static void event_created_defaults(struct event_created *out)
{
    (void)out;
}

static int event_created_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "image: missing");
    return 0;
}

int event_created_read(struct wire_reader *r, struct event_created *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_created_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_created_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_created_complete(seen, e);
}

void event_created_write(struct wire_writer *w, const struct event_created *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_name);
    if (m->has_name) {
        wire_put_str(w, "name");
        wire_put_str(w, m->name.text);
    }
    wire_put_str(w, "image");
    wire_put_span(w, m->image);
}

static int event_starting_field(struct wire_reader *r, const struct wire_span *key, struct event_starting *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void event_starting_defaults(struct event_starting *out)
{
    (void)out;
}

static int event_starting_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_starting_read(struct wire_reader *r, struct event_starting *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_starting_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_starting_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_starting_complete(seen, e);
}

void event_starting_write(struct wire_writer *w, const struct event_starting *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_started_field(struct wire_reader *r, const struct wire_span *key, struct event_started *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "pid")) {
        if (wire_seen(seen, 0, "pid", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pid, e);
    }
    return wire_skip(r, e);
}

static void event_started_defaults(struct event_started *out)
{
    (void)out;
}

static int event_started_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "pid: missing");
    return 0;
}

int event_started_read(struct wire_reader *r, struct event_started *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_started_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_started_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_started_complete(seen, e);
}

void event_started_write(struct wire_writer *w, const struct event_started *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "pid");
    wire_put_uint(w, m->pid);
}

static int event_paused_field(struct wire_reader *r, const struct wire_span *key, struct event_paused *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void event_paused_defaults(struct event_paused *out)
{
    (void)out;
}

static int event_paused_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_paused_read(struct wire_reader *r, struct event_paused *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_paused_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_paused_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_paused_complete(seen, e);
}

void event_paused_write(struct wire_writer *w, const struct event_paused *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_resumed_field(struct wire_reader *r, const struct wire_span *key, struct event_resumed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void event_resumed_defaults(struct event_resumed *out)
{
    (void)out;
}

static int event_resumed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_resumed_read(struct wire_reader *r, struct event_resumed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_resumed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_resumed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_resumed_complete(seen, e);
}

void event_resumed_write(struct wire_writer *w, const struct event_resumed *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_stopping_field(struct wire_reader *r, const struct wire_span *key, struct event_stopping *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "reason")) {
        if (wire_seen(seen, 0, "reason", e) < 0)
            return -1;
        return exit_reason_read(r, &out->reason, e);
    }
    return wire_skip(r, e);
}

static void event_stopping_defaults(struct event_stopping *out)
{
    (void)out;
}

static int event_stopping_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "reason: missing");
    return 0;
}

int event_stopping_read(struct wire_reader *r, struct event_stopping *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_stopping_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_stopping_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_stopping_complete(seen, e);
}

void event_stopping_write(struct wire_writer *w, const struct event_stopping *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "reason");
    wire_put_str(w, exit_reason_name(m->reason));
}

static int event_exited_field(struct wire_reader *r, const struct wire_span *key, struct event_exited *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 0, "exit", e) < 0)
            return -1;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void event_exited_defaults(struct event_exited *out)
{
    (void)out;
}

static int event_exited_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exit: missing");
    return 0;
}

int event_exited_read(struct wire_reader *r, struct event_exited *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_exited_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_exited_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_exited_complete(seen, e);
}

void event_exited_write(struct wire_writer *w, const struct event_exited *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "exit");
    container_exit_write(w, &m->exit);
}

static int event_failed_field(struct wire_reader *r, const struct wire_span *key, struct event_failed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "error")) {
        if (wire_seen(seen, 0, "error", e) < 0)
            return -1;
        return text_read(r, &out->error, e);
    }
    if (wire_is(key, "step")) {
        if (wire_seen(seen, 1, "step", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_step = true;
        return word_read(r, &out->step, e);
    }
    if (wire_is(key, "errno")) {
        if (wire_seen(seen, 2, "errno", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_sys = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->sys, e);
    }
    return wire_skip(r, e);
}

static void event_failed_defaults(struct event_failed *out)
{
    (void)out;
}

static int event_failed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "error: missing");
    return 0;
}

int event_failed_read(struct wire_reader *r, struct event_failed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_failed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_failed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_failed_complete(seen, e);
}

void event_failed_write(struct wire_writer *w, const struct event_failed *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_step + (uint32_t)m->has_sys);
    wire_put_str(w, "error");
    wire_put_span(w, m->error);
    if (m->has_step) {
        wire_put_str(w, "step");
        wire_put_str(w, m->step.text);
    }
    if (m->has_sys) {
        wire_put_str(w, "errno");
        wire_put_uint(w, m->sys);
    }
}

static int event_restarting_field(struct wire_reader *r, const struct wire_span *key, struct event_restarting *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "delay_ms")) {
        if (wire_seen(seen, 0, "delay_ms", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->delay_ms, e);
    }
    if (wire_is(key, "restarts")) {
        if (wire_seen(seen, 1, "restarts", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restarts, e);
    }
    return wire_skip(r, e);
}

static void event_restarting_defaults(struct event_restarting *out)
{
    (void)out;
}

static int event_restarting_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "delay_ms: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "restarts: missing");
    return 0;
}

int event_restarting_read(struct wire_reader *r, struct event_restarting *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_restarting_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_restarting_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_restarting_complete(seen, e);
}

void event_restarting_write(struct wire_writer *w, const struct event_restarting *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "delay_ms");
    wire_put_uint(w, m->delay_ms);
    wire_put_str(w, "restarts");
    wire_put_uint(w, m->restarts);
}

static int event_removing_field(struct wire_reader *r, const struct wire_span *key, struct event_removing *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void event_removing_defaults(struct event_removing *out)
{
    (void)out;
}

static int event_removing_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_removing_read(struct wire_reader *r, struct event_removing *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_removing_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_removing_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_removing_complete(seen, e);
}

void event_removing_write(struct wire_writer *w, const struct event_removing *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_removed_field(struct wire_reader *r, const struct wire_span *key, struct event_removed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void event_removed_defaults(struct event_removed *out)
{
    (void)out;
}

static int event_removed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_removed_read(struct wire_reader *r, struct event_removed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_removed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_removed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_removed_complete(seen, e);
}

void event_removed_write(struct wire_writer *w, const struct event_removed *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_renamed_field(struct wire_reader *r, const struct wire_span *key, struct event_renamed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "name")) {
        if (wire_seen(seen, 0, "name", e) < 0)
            return -1;
        return container_name_read(r, &out->name, e);
    }
    return wire_skip(r, e);
}

static void event_renamed_defaults(struct event_renamed *out)
{
    (void)out;
}

static int event_renamed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "name: missing");
    return 0;
}

int event_renamed_read(struct wire_reader *r, struct event_renamed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_renamed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_renamed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_renamed_complete(seen, e);
}

void event_renamed_write(struct wire_writer *w, const struct event_renamed *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "name");
    wire_put_str(w, m->name.text);
}

static int event_updated_field(struct wire_reader *r, const struct wire_span *key, struct event_updated *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void event_updated_defaults(struct event_updated *out)
{
    (void)out;
}

static int event_updated_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_updated_read(struct wire_reader *r, struct event_updated *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_updated_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_updated_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_updated_complete(seen, e);
}

void event_updated_write(struct wire_writer *w, const struct event_updated *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_signalled_field(struct wire_reader *r, const struct wire_span *key, struct event_signalled *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "signal")) {
        if (wire_seen(seen, 0, "signal", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->signal, e);
    }
    return wire_skip(r, e);
}

static void event_signalled_defaults(struct event_signalled *out)
{
    (void)out;
}

static int event_signalled_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "signal: missing");
    return 0;
}

int event_signalled_read(struct wire_reader *r, struct event_signalled *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_signalled_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_signalled_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_signalled_complete(seen, e);
}

void event_signalled_write(struct wire_writer *w, const struct event_signalled *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "signal");
    wire_put_uint(w, m->signal);
}

static int event_exec_started_field(struct wire_reader *r, const struct wire_span *key, struct event_exec_started *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "pid")) {
        if (wire_seen(seen, 1, "pid", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->pid, e);
    }
    return wire_skip(r, e);
}

static void event_exec_started_defaults(struct event_exec_started *out)
{
    (void)out;
}

static int event_exec_started_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "pid: missing");
    return 0;
}

int event_exec_started_read(struct wire_reader *r, struct event_exec_started *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_exec_started_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_exec_started_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_exec_started_complete(seen, e);
}

void event_exec_started_write(struct wire_writer *w, const struct event_exec_started *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "pid");
    wire_put_uint(w, m->pid);
}

static int event_exec_exited_field(struct wire_reader *r, const struct wire_span *key, struct event_exec_exited *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "exec_id")) {
        if (wire_seen(seen, 0, "exec_id", e) < 0)
            return -1;
        return exec_id_read(r, &out->exec_id, e);
    }
    if (wire_is(key, "exit")) {
        if (wire_seen(seen, 1, "exit", e) < 0)
            return -1;
        return container_exit_read(r, &out->exit, e);
    }
    return wire_skip(r, e);
}

static void event_exec_exited_defaults(struct event_exec_exited *out)
{
    (void)out;
}

static int event_exec_exited_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "exec_id: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "exit: missing");
    return 0;
}

int event_exec_exited_read(struct wire_reader *r, struct event_exec_exited *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_exec_exited_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_exec_exited_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_exec_exited_complete(seen, e);
}

void event_exec_exited_write(struct wire_writer *w, const struct event_exec_exited *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "exec_id");
    wire_put_str(w, m->exec_id.text);
    wire_put_str(w, "exit");
    container_exit_write(w, &m->exit);
}

static int event_log_full_field(struct wire_reader *r, const struct wire_span *key, struct event_log_full *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "waiting")) {
        if (wire_seen(seen, 0, "waiting", e) < 0)
            return -1;
        return wire_read_bool(r, &out->waiting, e);
    }
    return wire_skip(r, e);
}

static void event_log_full_defaults(struct event_log_full *out)
{
    (void)out;
}

static int event_log_full_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "waiting: missing");
    return 0;
}

int event_log_full_read(struct wire_reader *r, struct event_log_full *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_log_full_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_log_full_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_log_full_complete(seen, e);
}

void event_log_full_write(struct wire_writer *w, const struct event_log_full *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "waiting");
    wire_put_bool(w, m->waiting);
}

static int event_health_field(struct wire_reader *r, const struct wire_span *key, struct event_health *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "status")) {
        if (wire_seen(seen, 0, "status", e) < 0)
            return -1;
        return health_status_read(r, &out->status, e);
    }
    if (wire_is(key, "output")) {
        if (wire_seen(seen, 1, "output", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_output = true;
        return text_read(r, &out->output, e);
    }
    if (wire_is(key, "code")) {
        if (wire_seen(seen, 2, "code", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_code = true;
        return wire_read_uint(r, 0, UINT64_MAX, &out->code, e);
    }
    return wire_skip(r, e);
}

static void event_health_defaults(struct event_health *out)
{
    (void)out;
}

static int event_health_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "status: missing");
    return 0;
}

int event_health_read(struct wire_reader *r, struct event_health *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_health_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_health_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_health_complete(seen, e);
}

void event_health_write(struct wire_writer *w, const struct event_health *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_output + (uint32_t)m->has_code);
    wire_put_str(w, "status");
    wire_put_str(w, health_status_name(m->status));
    if (m->has_output) {
        wire_put_str(w, "output");
        wire_put_span(w, m->output);
    }
    if (m->has_code) {
        wire_put_str(w, "code");
        wire_put_uint(w, m->code);
    }
}

static int event_ready_field(struct wire_reader *r, const struct wire_span *key, struct event_ready *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    return wire_skip(r, e);
}

static void event_ready_defaults(struct event_ready *out)
{
    (void)out;
}

static int event_ready_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_ready_read(struct wire_reader *r, struct event_ready *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_ready_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_ready_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_ready_complete(seen, e);
}

void event_ready_write(struct wire_writer *w, const struct event_ready *m)
{
    (void)m;
    wire_put_map(w, 0u);
}

static int event_oom_field(struct wire_reader *r, const struct wire_span *key, struct event_oom *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "oom_kills")) {
        if (wire_seen(seen, 0, "oom_kills", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->oom_kills, e);
    }
    return wire_skip(r, e);
}

static void event_oom_defaults(struct event_oom *out)
{
    (void)out;
}

static int event_oom_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "oom_kills: missing");
    return 0;
}

int event_oom_read(struct wire_reader *r, struct event_oom *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_oom_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_oom_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_oom_complete(seen, e);
}

void event_oom_write(struct wire_writer *w, const struct event_oom *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "oom_kills");
    wire_put_uint(w, m->oom_kills);
}

static int event_image_imported_field(struct wire_reader *r, const struct wire_span *key, struct event_image_imported *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "source")) {
        if (wire_seen(seen, 1, "source", e) < 0)
            return -1;
        return text_read(r, &out->source, e);
    }
    return wire_skip(r, e);
}

static void event_image_imported_defaults(struct event_image_imported *out)
{
    (void)out;
}

static int event_image_imported_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "source: missing");
    return 0;
}

int event_image_imported_read(struct wire_reader *r, struct event_image_imported *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_image_imported_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_image_imported_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_image_imported_complete(seen, e);
}

void event_image_imported_write(struct wire_writer *w, const struct event_image_imported *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "source");
    wire_put_span(w, m->source);
}

static int event_image_tagged_field(struct wire_reader *r, const struct wire_span *key, struct event_image_tagged *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "tag")) {
        if (wire_seen(seen, 1, "tag", e) < 0)
            return -1;
        return tag_name_read(r, &out->tag, e);
    }
    return wire_skip(r, e);
}

static void event_image_tagged_defaults(struct event_image_tagged *out)
{
    (void)out;
}

static int event_image_tagged_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "tag: missing");
    return 0;
}

int event_image_tagged_read(struct wire_reader *r, struct event_image_tagged *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_image_tagged_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_image_tagged_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_image_tagged_complete(seen, e);
}

void event_image_tagged_write(struct wire_writer *w, const struct event_image_tagged *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "tag");
    wire_put_str(w, m->tag.text);
}

static int event_image_untagged_field(struct wire_reader *r, const struct wire_span *key, struct event_image_untagged *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    if (wire_is(key, "tag")) {
        if (wire_seen(seen, 1, "tag", e) < 0)
            return -1;
        return tag_name_read(r, &out->tag, e);
    }
    return wire_skip(r, e);
}

static void event_image_untagged_defaults(struct event_image_untagged *out)
{
    (void)out;
}

static int event_image_untagged_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "tag: missing");
    return 0;
}

int event_image_untagged_read(struct wire_reader *r, struct event_image_untagged *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_image_untagged_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_image_untagged_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_image_untagged_complete(seen, e);
}

void event_image_untagged_write(struct wire_writer *w, const struct event_image_untagged *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
    wire_put_str(w, "tag");
    wire_put_str(w, m->tag.text);
}

static int event_image_removed_field(struct wire_reader *r, const struct wire_span *key, struct event_image_removed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "digest")) {
        if (wire_seen(seen, 0, "digest", e) < 0)
            return -1;
        return digest_read(r, &out->digest, e);
    }
    return wire_skip(r, e);
}

static void event_image_removed_defaults(struct event_image_removed *out)
{
    (void)out;
}

static int event_image_removed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "digest: missing");
    return 0;
}

int event_image_removed_read(struct wire_reader *r, struct event_image_removed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_image_removed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_image_removed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_image_removed_complete(seen, e);
}

void event_image_removed_write(struct wire_writer *w, const struct event_image_removed *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "digest");
    wire_put_str(w, m->digest.text);
}

static int event_volume_created_field(struct wire_reader *r, const struct wire_span *key, struct event_volume_created *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 0, "volume", e) < 0)
            return -1;
        return volume_name_read(r, &out->volume, e);
    }
    return wire_skip(r, e);
}

static void event_volume_created_defaults(struct event_volume_created *out)
{
    (void)out;
}

static int event_volume_created_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volume: missing");
    return 0;
}

int event_volume_created_read(struct wire_reader *r, struct event_volume_created *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_volume_created_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_volume_created_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_volume_created_complete(seen, e);
}

void event_volume_created_write(struct wire_writer *w, const struct event_volume_created *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volume");
    wire_put_str(w, m->volume.text);
}

static int event_volume_removed_field(struct wire_reader *r, const struct wire_span *key, struct event_volume_removed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "volume")) {
        if (wire_seen(seen, 0, "volume", e) < 0)
            return -1;
        return volume_name_read(r, &out->volume, e);
    }
    return wire_skip(r, e);
}

static void event_volume_removed_defaults(struct event_volume_removed *out)
{
    (void)out;
}

static int event_volume_removed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "volume: missing");
    return 0;
}

int event_volume_removed_read(struct wire_reader *r, struct event_volume_removed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_volume_removed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_volume_removed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_volume_removed_complete(seen, e);
}

void event_volume_removed_write(struct wire_writer *w, const struct event_volume_removed *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "volume");
    wire_put_str(w, m->volume.text);
}

static int event_secret_created_field(struct wire_reader *r, const struct wire_span *key, struct event_secret_created *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "secret")) {
        if (wire_seen(seen, 0, "secret", e) < 0)
            return -1;
        return volume_name_read(r, &out->secret, e);
    }
    return wire_skip(r, e);
}

static void event_secret_created_defaults(struct event_secret_created *out)
{
    (void)out;
}

static int event_secret_created_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "secret: missing");
    return 0;
}

int event_secret_created_read(struct wire_reader *r, struct event_secret_created *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_secret_created_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_secret_created_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_secret_created_complete(seen, e);
}

void event_secret_created_write(struct wire_writer *w, const struct event_secret_created *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "secret");
    wire_put_str(w, m->secret.text);
}

static int event_secret_removed_field(struct wire_reader *r, const struct wire_span *key, struct event_secret_removed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "secret")) {
        if (wire_seen(seen, 0, "secret", e) < 0)
            return -1;
        return volume_name_read(r, &out->secret, e);
    }
    return wire_skip(r, e);
}

static void event_secret_removed_defaults(struct event_secret_removed *out)
{
    (void)out;
}

static int event_secret_removed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "secret: missing");
    return 0;
}

int event_secret_removed_read(struct wire_reader *r, struct event_secret_removed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_secret_removed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_secret_removed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_secret_removed_complete(seen, e);
}

void event_secret_removed_write(struct wire_writer *w, const struct event_secret_removed *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "secret");
    wire_put_str(w, m->secret.text);
}

static int event_snapshot_created_field(struct wire_reader *r, const struct wire_span *key, struct event_snapshot_created *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "snapshot")) {
        if (wire_seen(seen, 0, "snapshot", e) < 0)
            return -1;
        return volume_name_read(r, &out->snapshot, e);
    }
    return wire_skip(r, e);
}

static void event_snapshot_created_defaults(struct event_snapshot_created *out)
{
    (void)out;
}

static int event_snapshot_created_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "snapshot: missing");
    return 0;
}

int event_snapshot_created_read(struct wire_reader *r, struct event_snapshot_created *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_snapshot_created_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_snapshot_created_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_snapshot_created_complete(seen, e);
}

void event_snapshot_created_write(struct wire_writer *w, const struct event_snapshot_created *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "snapshot");
    wire_put_str(w, m->snapshot.text);
}

static int event_snapshot_removed_field(struct wire_reader *r, const struct wire_span *key, struct event_snapshot_removed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "snapshot")) {
        if (wire_seen(seen, 0, "snapshot", e) < 0)
            return -1;
        return volume_name_read(r, &out->snapshot, e);
    }
    return wire_skip(r, e);
}

static void event_snapshot_removed_defaults(struct event_snapshot_removed *out)
{
    (void)out;
}

static int event_snapshot_removed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "snapshot: missing");
    return 0;
}

int event_snapshot_removed_read(struct wire_reader *r, struct event_snapshot_removed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_snapshot_removed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_snapshot_removed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_snapshot_removed_complete(seen, e);
}

void event_snapshot_removed_write(struct wire_writer *w, const struct event_snapshot_removed *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "snapshot");
    wire_put_str(w, m->snapshot.text);
}

static int event_actor_restarted_field(struct wire_reader *r, const struct wire_span *key, struct event_actor_restarted *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "actor")) {
        if (wire_seen(seen, 0, "actor", e) < 0)
            return -1;
        return word_read(r, &out->actor, e);
    }
    if (wire_is(key, "restarts")) {
        if (wire_seen(seen, 1, "restarts", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restarts, e);
    }
    return wire_skip(r, e);
}

static void event_actor_restarted_defaults(struct event_actor_restarted *out)
{
    (void)out;
}

static int event_actor_restarted_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "actor: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "restarts: missing");
    return 0;
}

int event_actor_restarted_read(struct wire_reader *r, struct event_actor_restarted *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_actor_restarted_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_actor_restarted_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_actor_restarted_complete(seen, e);
}

void event_actor_restarted_write(struct wire_writer *w, const struct event_actor_restarted *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "actor");
    wire_put_str(w, m->actor.text);
    wire_put_str(w, "restarts");
    wire_put_uint(w, m->restarts);
}

static int event_degraded_field(struct wire_reader *r, const struct wire_span *key, struct event_degraded *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "actor")) {
        if (wire_seen(seen, 0, "actor", e) < 0)
            return -1;
        return word_read(r, &out->actor, e);
    }
    if (wire_is(key, "restarts")) {
        if (wire_seen(seen, 1, "restarts", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->restarts, e);
    }
    return wire_skip(r, e);
}

static void event_degraded_defaults(struct event_degraded *out)
{
    (void)out;
}

static int event_degraded_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "actor: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "restarts: missing");
    return 0;
}

int event_degraded_read(struct wire_reader *r, struct event_degraded *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_degraded_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_degraded_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_degraded_complete(seen, e);
}

void event_degraded_write(struct wire_writer *w, const struct event_degraded *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "actor");
    wire_put_str(w, m->actor.text);
    wire_put_str(w, "restarts");
    wire_put_uint(w, m->restarts);
}

static int event_database_rebuilt_field(struct wire_reader *r, const struct wire_span *key, struct event_database_rebuilt *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "containers")) {
        if (wire_seen(seen, 0, "containers", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->containers, e);
    }
    return wire_skip(r, e);
}

static void event_database_rebuilt_defaults(struct event_database_rebuilt *out)
{
    (void)out;
}

static int event_database_rebuilt_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "containers: missing");
    return 0;
}

int event_database_rebuilt_read(struct wire_reader *r, struct event_database_rebuilt *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_database_rebuilt_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_database_rebuilt_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_database_rebuilt_complete(seen, e);
}

void event_database_rebuilt_write(struct wire_writer *w, const struct event_database_rebuilt *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "containers");
    wire_put_uint(w, m->containers);
}

static int event_network_created_field(struct wire_reader *r, const struct wire_span *key, struct event_network_created *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "subnet")) {
        if (wire_seen(seen, 1, "subnet", e) < 0)
            return -1;
        return cidr_read(r, &out->subnet, e);
    }
    return wire_skip(r, e);
}

static void event_network_created_defaults(struct event_network_created *out)
{
    (void)out;
}

static int event_network_created_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    if (!(seen & 1ull << 1))
        return err_set(e, ERR_INVALID, "subnet: missing");
    return 0;
}

int event_network_created_read(struct wire_reader *r, struct event_network_created *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_network_created_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_network_created_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_network_created_complete(seen, e);
}

void event_network_created_write(struct wire_writer *w, const struct event_network_created *m)
{
    (void)m;
    wire_put_map(w, 2u);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    wire_put_str(w, "subnet");
    wire_put_str(w, m->subnet.text);
}

static int event_network_removed_field(struct wire_reader *r, const struct wire_span *key, struct event_network_removed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void event_network_removed_defaults(struct event_network_removed *out)
{
    (void)out;
}

static int event_network_removed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int event_network_removed_read(struct wire_reader *r, struct event_network_removed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_network_removed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_network_removed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_network_removed_complete(seen, e);
}

void event_network_removed_write(struct wire_writer *w, const struct event_network_removed *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
}

static int event_network_connected_field(struct wire_reader *r, const struct wire_span *key, struct event_network_connected *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    if (wire_is(key, "address")) {
        if (wire_seen(seen, 1, "address", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_address = true;
        return ip_address_read(r, &out->address, e);
    }
    return wire_skip(r, e);
}

static void event_network_connected_defaults(struct event_network_connected *out)
{
    (void)out;
}

static int event_network_connected_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int event_network_connected_read(struct wire_reader *r, struct event_network_connected *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_network_connected_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_network_connected_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_network_connected_complete(seen, e);
}

void event_network_connected_write(struct wire_writer *w, const struct event_network_connected *m)
{
    (void)m;
    wire_put_map(w, 1u + (uint32_t)m->has_address);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
    if (m->has_address) {
        wire_put_str(w, "address");
        wire_put_str(w, m->address.text);
    }
}

static int event_network_disconnected_field(struct wire_reader *r, const struct wire_span *key, struct event_network_disconnected *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        return network_name_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void event_network_disconnected_defaults(struct event_network_disconnected *out)
{
    (void)out;
}

static int event_network_disconnected_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "network: missing");
    return 0;
}

int event_network_disconnected_read(struct wire_reader *r, struct event_network_disconnected *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_network_disconnected_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_network_disconnected_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_network_disconnected_complete(seen, e);
}

void event_network_disconnected_write(struct wire_writer *w, const struct event_network_disconnected *m)
{
    (void)m;
    wire_put_map(w, 1u);
    wire_put_str(w, "network");
    wire_put_str(w, m->network.text);
}

static int event_policy_changed_field(struct wire_reader *r, const struct wire_span *key, struct event_policy_changed *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "network")) {
        if (wire_seen(seen, 0, "network", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        out->has_network = true;
        return network_name_read(r, &out->network, e);
    }
    return wire_skip(r, e);
}

static void event_policy_changed_defaults(struct event_policy_changed *out)
{
    (void)out;
}

static int event_policy_changed_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    return 0;
}

int event_policy_changed_read(struct wire_reader *r, struct event_policy_changed *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_policy_changed_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_policy_changed_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_policy_changed_complete(seen, e);
}

void event_policy_changed_write(struct wire_writer *w, const struct event_policy_changed *m)
{
    (void)m;
    wire_put_map(w, 0u + (uint32_t)m->has_network);
    if (m->has_network) {
        wire_put_str(w, "network");
        wire_put_str(w, m->network.text);
    }
}

static int event_policy_denied_field(struct wire_reader *r, const struct wire_span *key, struct event_policy_denied *out, uint64_t *seen, struct err *e)
{
    (void)r; (void)key; (void)out; (void)seen; (void)e;
    if (wire_is(key, "direction")) {
        if (wire_seen(seen, 0, "direction", e) < 0)
            return -1;
        return policy_direction_read(r, &out->direction, e);
    }
    if (wire_is(key, "audit")) {
        if (wire_seen(seen, 1, "audit", e) < 0)
            return -1;
        if (wire_read_nil(r))
            return 0;
        return wire_read_bool(r, &out->audit, e);
    }
    if (wire_is(key, "packets")) {
        if (wire_seen(seen, 2, "packets", e) < 0)
            return -1;
        return wire_read_uint(r, 0, UINT64_MAX, &out->packets, e);
    }
    return wire_skip(r, e);
}

static void event_policy_denied_defaults(struct event_policy_denied *out)
{
    (void)out;
    out->audit = false;
}

static int event_policy_denied_complete(uint64_t seen, struct err *e)
{
    (void)seen; (void)e;
    if (!(seen & 1ull << 0))
        return err_set(e, ERR_INVALID, "direction: missing");
    if (!(seen & 1ull << 2))
        return err_set(e, ERR_INVALID, "packets: missing");
    return 0;
}

int event_policy_denied_read(struct wire_reader *r, struct event_policy_denied *out, struct err *e)
{
    uint64_t seen = 0;
    uint32_t pairs;

    memset(out, 0, sizeof *out);
    event_policy_denied_defaults(out);
    if (wire_read_map(r, &pairs, e) < 0)
        return -1;
    while (pairs--) {
        struct wire_span key;
        int result;

        if (wire_read_str(r, &key, e) < 0)
            return -1;
        result = event_policy_denied_field(r, &key, out, &seen, e);
        if (result < 0)
            return err_add(e, "%.*s", key.len > 40 ? 40 : (int)key.len, (const char *)key.data);
    }
    return event_policy_denied_complete(seen, e);
}

void event_policy_denied_write(struct wire_writer *w, const struct event_policy_denied *m)
{
    (void)m;
    wire_put_map(w, 3u);
    wire_put_str(w, "direction");
    wire_put_str(w, policy_direction_name(m->direction));
    wire_put_str(w, "audit");
    wire_put_bool(w, m->audit);
    wire_put_str(w, "packets");
    wire_put_uint(w, m->packets);
}
