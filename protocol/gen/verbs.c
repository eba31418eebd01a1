/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/verbs.h"

#include "protocol/gen/messages.h"

#include <stdlib.h>
#include <string.h>

static int container_attach_check(struct wire_reader *args, struct err *e)
{
    struct container_attach m;

    return container_attach_read(args, &m, e);
}

static int container_by_name_check(struct wire_reader *args, struct err *e)
{
    struct container_by_name m;

    return container_by_name_read(args, &m, e);
}

static int container_commit_check(struct wire_reader *args, struct err *e)
{
    struct container_commit m;

    return container_commit_read(args, &m, e);
}

static int container_copy_in_check(struct wire_reader *args, struct err *e)
{
    struct container_copy_in m;

    return container_copy_in_read(args, &m, e);
}

static int container_copy_out_check(struct wire_reader *args, struct err *e)
{
    struct container_copy_out m;

    return container_copy_out_read(args, &m, e);
}

static int container_create_check(struct wire_reader *args, struct err *e)
{
    struct container_create m;

    return container_create_read(args, &m, e);
}

static int container_diff_check(struct wire_reader *args, struct err *e)
{
    struct container_diff m;

    return container_diff_read(args, &m, e);
}

static int container_fork_check(struct wire_reader *args, struct err *e)
{
    struct container_fork m;

    return container_fork_read(args, &m, e);
}

static int container_inspect_check(struct wire_reader *args, struct err *e)
{
    struct container_inspect m;

    return container_inspect_read(args, &m, e);
}

static int container_kill_check(struct wire_reader *args, struct err *e)
{
    struct container_kill m;

    return container_kill_read(args, &m, e);
}

static int container_list_check(struct wire_reader *args, struct err *e)
{
    struct container_list m;

    return container_list_read(args, &m, e);
}

static int container_logs_check(struct wire_reader *args, struct err *e)
{
    struct container_logs m;

    return container_logs_read(args, &m, e);
}

static int container_pause_check(struct wire_reader *args, struct err *e)
{
    struct container_pause m;

    return container_pause_read(args, &m, e);
}

static int container_remove_check(struct wire_reader *args, struct err *e)
{
    struct container_remove m;

    return container_remove_read(args, &m, e);
}

static int container_rename_check(struct wire_reader *args, struct err *e)
{
    struct container_rename m;

    return container_rename_read(args, &m, e);
}

static int container_resize_check(struct wire_reader *args, struct err *e)
{
    struct container_resize m;

    return container_resize_read(args, &m, e);
}

static int container_restart_check(struct wire_reader *args, struct err *e)
{
    struct container_restart m;

    return container_restart_read(args, &m, e);
}

static int container_resume_check(struct wire_reader *args, struct err *e)
{
    struct container_resume m;

    return container_resume_read(args, &m, e);
}

static int container_run_check(struct wire_reader *args, struct err *e)
{
    struct container_run m;

    return container_run_read(args, &m, e);
}

static int container_snapshot_check(struct wire_reader *args, struct err *e)
{
    struct container_snapshot m;

    return container_snapshot_read(args, &m, e);
}

static int container_start_check(struct wire_reader *args, struct err *e)
{
    struct container_start m;

    return container_start_read(args, &m, e);
}

static int container_stats_check(struct wire_reader *args, struct err *e)
{
    struct container_stats m;

    return container_stats_read(args, &m, e);
}

static int container_stats_history_check(struct wire_reader *args, struct err *e)
{
    struct container_stats_history m;

    return container_stats_history_read(args, &m, e);
}

static int container_status_check(struct wire_reader *args, struct err *e)
{
    struct container_status m;

    return container_status_read(args, &m, e);
}

static int container_stop_check(struct wire_reader *args, struct err *e)
{
    struct container_stop m;

    return container_stop_read(args, &m, e);
}

static int container_trim_check(struct wire_reader *args, struct err *e)
{
    struct container_trim m;

    return container_trim_read(args, &m, e);
}

static int container_update_check(struct wire_reader *args, struct err *e)
{
    struct container_update m;

    return container_update_read(args, &m, e);
}

static int container_wait_check(struct wire_reader *args, struct err *e)
{
    struct container_wait m;

    return container_wait_read(args, &m, e);
}

static int container_why_check(struct wire_reader *args, struct err *e)
{
    struct container_why m;

    return container_why_read(args, &m, e);
}

static int container_write_check(struct wire_reader *args, struct err *e)
{
    struct container_write m;

    return container_write_read(args, &m, e);
}

static int disk_check_check(struct wire_reader *args, struct err *e)
{
    struct disk_check m;

    return disk_check_read(args, &m, e);
}

static int disk_usage_check(struct wire_reader *args, struct err *e)
{
    struct disk_usage m;

    return disk_usage_read(args, &m, e);
}

static int dns_list_check(struct wire_reader *args, struct err *e)
{
    struct dns_list m;

    return dns_list_read(args, &m, e);
}

static int events_read_check(struct wire_reader *args, struct err *e)
{
    struct events_read m;

    return events_read_read(args, &m, e);
}

static int exec_history_check(struct wire_reader *args, struct err *e)
{
    struct exec_history m;

    return exec_history_read(args, &m, e);
}

static int exec_list_check(struct wire_reader *args, struct err *e)
{
    struct exec_list m;

    return exec_list_read(args, &m, e);
}

static int exec_read_check(struct wire_reader *args, struct err *e)
{
    struct exec_read m;

    return exec_read_read(args, &m, e);
}

static int exec_resize_check(struct wire_reader *args, struct err *e)
{
    struct exec_resize m;

    return exec_resize_read(args, &m, e);
}

static int exec_signal_check(struct wire_reader *args, struct err *e)
{
    struct exec_signal m;

    return exec_signal_read(args, &m, e);
}

static int exec_start_check(struct wire_reader *args, struct err *e)
{
    struct exec_start m;

    return exec_start_read(args, &m, e);
}

static int exec_trim_check(struct wire_reader *args, struct err *e)
{
    struct exec_trim m;

    return exec_trim_read(args, &m, e);
}

static int exec_wait_check(struct wire_reader *args, struct err *e)
{
    struct exec_wait m;

    return exec_wait_read(args, &m, e);
}

static int exec_write_check(struct wire_reader *args, struct err *e)
{
    struct exec_write m;

    return exec_write_read(args, &m, e);
}

static int health_check(struct wire_reader *args, struct err *e)
{
    struct health m;

    return health_read(args, &m, e);
}

static int hello_check(struct wire_reader *args, struct err *e)
{
    struct hello m;

    return hello_read(args, &m, e);
}

static int icc_ack_check(struct wire_reader *args, struct err *e)
{
    struct icc_ack m;

    return icc_ack_read(args, &m, e);
}

static int icc_connections_check(struct wire_reader *args, struct err *e)
{
    struct icc_connections m;

    return icc_connections_read(args, &m, e);
}

static int icc_inbox_check(struct wire_reader *args, struct err *e)
{
    struct icc_inbox m;

    return icc_inbox_read(args, &m, e);
}

static int icc_ping_check(struct wire_reader *args, struct err *e)
{
    struct icc_ping m;

    return icc_ping_read(args, &m, e);
}

static int icc_publish_check(struct wire_reader *args, struct err *e)
{
    struct icc_publish m;

    return icc_publish_read(args, &m, e);
}

static int image_import_check(struct wire_reader *args, struct err *e)
{
    struct image_import m;

    return image_import_read(args, &m, e);
}

static int image_inspect_check(struct wire_reader *args, struct err *e)
{
    struct image_inspect m;

    return image_inspect_read(args, &m, e);
}

static int image_list_check(struct wire_reader *args, struct err *e)
{
    struct image_list m;

    return image_list_read(args, &m, e);
}

static int image_progress_check(struct wire_reader *args, struct err *e)
{
    struct image_progress m;

    return image_progress_read(args, &m, e);
}

static int image_prune_check(struct wire_reader *args, struct err *e)
{
    struct image_prune m;

    return image_prune_read(args, &m, e);
}

static int image_pull_check(struct wire_reader *args, struct err *e)
{
    struct image_pull m;

    return image_pull_read(args, &m, e);
}

static int image_push_check(struct wire_reader *args, struct err *e)
{
    struct image_push m;

    return image_push_read(args, &m, e);
}

static int image_read_check(struct wire_reader *args, struct err *e)
{
    struct image_read m;

    return image_read_read(args, &m, e);
}

static int image_remove_check(struct wire_reader *args, struct err *e)
{
    struct image_remove m;

    return image_remove_read(args, &m, e);
}

static int image_tag_check(struct wire_reader *args, struct err *e)
{
    struct image_tag m;

    return image_tag_read(args, &m, e);
}

static int image_upload_check(struct wire_reader *args, struct err *e)
{
    struct image_upload m;

    return image_upload_read(args, &m, e);
}

static int info_check(struct wire_reader *args, struct err *e)
{
    struct info m;

    return info_read(args, &m, e);
}

static int network_allocations_check(struct wire_reader *args, struct err *e)
{
    struct network_allocations m;

    return network_allocations_read(args, &m, e);
}

static int network_connect_check(struct wire_reader *args, struct err *e)
{
    struct network_connect m;

    return network_connect_read(args, &m, e);
}

static int network_create_check(struct wire_reader *args, struct err *e)
{
    struct network_create m;

    return network_create_read(args, &m, e);
}

static int network_disconnect_check(struct wire_reader *args, struct err *e)
{
    struct network_disconnect m;

    return network_disconnect_read(args, &m, e);
}

static int network_health_check(struct wire_reader *args, struct err *e)
{
    struct network_health m;

    return network_health_read(args, &m, e);
}

static int network_inspect_check(struct wire_reader *args, struct err *e)
{
    struct network_inspect m;

    return network_inspect_read(args, &m, e);
}

static int network_list_check(struct wire_reader *args, struct err *e)
{
    struct network_list m;

    return network_list_read(args, &m, e);
}

static int network_policy_get_check(struct wire_reader *args, struct err *e)
{
    struct network_policy_get m;

    return network_policy_get_read(args, &m, e);
}

static int network_policy_set_check(struct wire_reader *args, struct err *e)
{
    struct network_policy_set m;

    return network_policy_set_read(args, &m, e);
}

static int network_ports_check(struct wire_reader *args, struct err *e)
{
    struct network_ports m;

    return network_ports_read(args, &m, e);
}

static int network_remove_check(struct wire_reader *args, struct err *e)
{
    struct network_remove m;

    return network_remove_read(args, &m, e);
}

static int operation_get_check(struct wire_reader *args, struct err *e)
{
    struct operation_get m;

    return operation_get_read(args, &m, e);
}

static int operation_list_check(struct wire_reader *args, struct err *e)
{
    struct operation_list m;

    return operation_list_read(args, &m, e);
}

static int secret_create_check(struct wire_reader *args, struct err *e)
{
    struct secret_create m;

    return secret_create_read(args, &m, e);
}

static int secret_list_check(struct wire_reader *args, struct err *e)
{
    struct secret_list m;

    return secret_list_read(args, &m, e);
}

static int secret_remove_check(struct wire_reader *args, struct err *e)
{
    struct secret_remove m;

    return secret_remove_read(args, &m, e);
}

static int shutdown_check(struct wire_reader *args, struct err *e)
{
    struct shutdown m;

    return shutdown_read(args, &m, e);
}

static int snapshot_list_check(struct wire_reader *args, struct err *e)
{
    struct snapshot_list m;

    return snapshot_list_read(args, &m, e);
}

static int snapshot_remove_check(struct wire_reader *args, struct err *e)
{
    struct snapshot_remove m;

    return snapshot_remove_read(args, &m, e);
}

static int stream_cancel_check(struct wire_reader *args, struct err *e)
{
    struct stream_cancel m;

    return stream_cancel_read(args, &m, e);
}

static int stream_credit_check(struct wire_reader *args, struct err *e)
{
    struct stream_credit m;

    return stream_credit_read(args, &m, e);
}

static int volume_create_check(struct wire_reader *args, struct err *e)
{
    struct volume_create m;

    return volume_create_read(args, &m, e);
}

static int volume_inspect_check(struct wire_reader *args, struct err *e)
{
    struct volume_inspect m;

    return volume_inspect_read(args, &m, e);
}

static int volume_list_check(struct wire_reader *args, struct err *e)
{
    struct volume_list m;

    return volume_list_read(args, &m, e);
}

static int volume_prune_check(struct wire_reader *args, struct err *e)
{
    struct volume_prune m;

    return volume_prune_read(args, &m, e);
}

static int volume_remove_check(struct wire_reader *args, struct err *e)
{
    struct volume_remove m;

    return volume_remove_read(args, &m, e);
}

const struct verb verbs[] = {
    { "container.attach", "monitor", ROLE_OPERATOR, false, true, false, false, 0, container_attach_check },
    { "container.by_name", "store", ROLE_VIEWER, false, false, false, false, 2000, container_by_name_check },
    { "container.commit", "monitor", ROLE_OPERATOR, true, false, false, false, 1800000, container_commit_check },
    { "container.copy_in", "monitor", ROLE_OPERATOR, true, false, false, false, 30000, container_copy_in_check },
    { "container.copy_out", "monitor", ROLE_OPERATOR, true, false, false, false, 30000, container_copy_out_check },
    { "container.create", "monitor", ROLE_OPERATOR, true, false, false, false, 600000, container_create_check },
    { "container.diff", "monitor", ROLE_VIEWER, false, false, false, false, 30000, container_diff_check },
    { "container.fork", "monitor", ROLE_OPERATOR, true, false, false, false, 1800000, container_fork_check },
    { "container.inspect", "store", ROLE_VIEWER, false, false, false, false, 2000, container_inspect_check },
    { "container.kill", "monitor", ROLE_OPERATOR, true, false, false, false, 30000, container_kill_check },
    { "container.list", "store", ROLE_VIEWER, false, false, false, false, 5000, container_list_check },
    { "container.logs", "monitor", ROLE_VIEWER, false, true, false, false, 0, container_logs_check },
    { "container.pause", "monitor", ROLE_OPERATOR, true, false, false, false, 10000, container_pause_check },
    { "container.remove", "monitor", ROLE_OPERATOR, true, false, false, false, 60000, container_remove_check },
    { "container.rename", "store", ROLE_OPERATOR, true, false, false, false, 5000, container_rename_check },
    { "container.resize", "monitor", ROLE_OPERATOR, false, false, false, false, 10000, container_resize_check },
    { "container.restart", "monitor", ROLE_OPERATOR, true, false, false, false, 600000, container_restart_check },
    { "container.resume", "monitor", ROLE_OPERATOR, true, false, false, false, 10000, container_resume_check },
    { "container.run", "monitor", ROLE_OPERATOR, true, true, false, false, 600000, container_run_check },
    { "container.snapshot", "monitor", ROLE_OPERATOR, true, false, false, false, 1800000, container_snapshot_check },
    { "container.start", "monitor", ROLE_OPERATOR, true, false, false, false, 600000, container_start_check },
    { "container.stats", "store", ROLE_VIEWER, false, false, false, false, 5000, container_stats_check },
    { "container.stats_history", "store", ROLE_VIEWER, false, false, false, false, 5000, container_stats_history_check },
    { "container.status", "store", ROLE_VIEWER, false, false, false, false, 2000, container_status_check },
    { "container.stop", "monitor", ROLE_OPERATOR, true, false, false, false, 600000, container_stop_check },
    { "container.trim", "monitor", ROLE_OPERATOR, false, false, false, false, 10000, container_trim_check },
    { "container.update", "monitor", ROLE_OPERATOR, true, false, false, false, 10000, container_update_check },
    { "container.wait", "store", ROLE_VIEWER, false, false, false, false, 3600000, container_wait_check },
    { "container.why", "store", ROLE_VIEWER, false, false, false, false, 5000, container_why_check },
    { "container.write", "monitor", ROLE_OPERATOR, false, false, false, false, 0, container_write_check },
    { "disk.check", "imaged", ROLE_OPERATOR, false, false, false, false, 1800000, disk_check_check },
    { "disk.usage", "imaged", ROLE_VIEWER, false, false, false, false, 120000, disk_usage_check },
    { "dns.list", "store", ROLE_VIEWER, false, false, false, true, 2000, dns_list_check },
    { "events.read", "store", ROLE_VIEWER, false, false, false, false, 0, events_read_check },
    { "exec.history", "store", ROLE_VIEWER, false, false, false, false, 5000, exec_history_check },
    { "exec.list", "monitor", ROLE_VIEWER, false, false, false, false, 10000, exec_list_check },
    { "exec.read", "monitor", ROLE_OPERATOR, false, true, false, false, 0, exec_read_check },
    { "exec.resize", "monitor", ROLE_OPERATOR, false, false, false, false, 10000, exec_resize_check },
    { "exec.signal", "monitor", ROLE_OPERATOR, true, false, false, false, 10000, exec_signal_check },
    { "exec.start", "monitor", ROLE_OPERATOR, true, true, false, false, 0, exec_start_check },
    { "exec.trim", "monitor", ROLE_OPERATOR, false, false, false, false, 10000, exec_trim_check },
    { "exec.wait", "monitor", ROLE_VIEWER, false, false, false, false, 0, exec_wait_check },
    { "exec.write", "monitor", ROLE_OPERATOR, false, false, false, false, 0, exec_write_check },
    { "health", "frontdoor", ROLE_VIEWER, false, false, false, false, 1000, health_check },
    { "hello", "frontdoor", ROLE_VIEWER, false, false, false, true, 1000, hello_check },
    { "icc.ack", "store", ROLE_OPERATOR, true, false, false, true, 5000, icc_ack_check },
    { "icc.connections", "netd", ROLE_VIEWER, false, false, false, false, 10000, icc_connections_check },
    { "icc.inbox", "store", ROLE_VIEWER, false, false, false, true, 70000, icc_inbox_check },
    { "icc.ping", "netd", ROLE_OPERATOR, false, false, false, true, 120000, icc_ping_check },
    { "icc.publish", "store", ROLE_OPERATOR, true, false, false, true, 5000, icc_publish_check },
    { "image.import", "imaged", ROLE_OPERATOR, true, false, false, false, 1800000, image_import_check },
    { "image.inspect", "store", ROLE_VIEWER, false, false, false, false, 5000, image_inspect_check },
    { "image.list", "store", ROLE_VIEWER, false, false, false, false, 5000, image_list_check },
    { "image.progress", "imaged", ROLE_VIEWER, false, false, false, false, 2000, image_progress_check },
    { "image.prune", "imaged", ROLE_OPERATOR, true, false, false, false, 120000, image_prune_check },
    { "image.pull", "imaged", ROLE_OPERATOR, false, false, false, false, 7200000, image_pull_check },
    { "image.push", "imaged", ROLE_OPERATOR, false, false, false, false, 7200000, image_push_check },
    { "image.read", "imaged", ROLE_OPERATOR, false, false, false, false, 30000, image_read_check },
    { "image.remove", "imaged", ROLE_OPERATOR, true, false, false, false, 60000, image_remove_check },
    { "image.tag", "imaged", ROLE_OPERATOR, true, false, false, false, 10000, image_tag_check },
    { "image.upload", "imaged", ROLE_OPERATOR, false, false, false, false, 30000, image_upload_check },
    { "info", "store", ROLE_VIEWER, false, false, false, false, 2000, info_check },
    { "network.allocations", "store", ROLE_VIEWER, false, false, false, false, 2000, network_allocations_check },
    { "network.connect", "netd", ROLE_OPERATOR, true, false, false, false, 20000, network_connect_check },
    { "network.create", "netd", ROLE_OPERATOR, true, false, false, false, 30000, network_create_check },
    { "network.disconnect", "netd", ROLE_OPERATOR, true, false, false, false, 20000, network_disconnect_check },
    { "network.health", "netd", ROLE_VIEWER, false, false, false, false, 10000, network_health_check },
    { "network.inspect", "store", ROLE_VIEWER, false, false, false, false, 2000, network_inspect_check },
    { "network.list", "store", ROLE_VIEWER, false, false, false, false, 2000, network_list_check },
    { "network.policy_get", "store", ROLE_VIEWER, false, false, false, false, 2000, network_policy_get_check },
    { "network.policy_set", "netd", ROLE_OPERATOR, true, false, false, false, 10000, network_policy_set_check },
    { "network.ports", "store", ROLE_VIEWER, false, false, false, false, 2000, network_ports_check },
    { "network.remove", "netd", ROLE_OPERATOR, true, false, false, false, 30000, network_remove_check },
    { "operation.get", "store", ROLE_VIEWER, false, false, false, false, 5000, operation_get_check },
    { "operation.list", "store", ROLE_VIEWER, false, false, false, false, 5000, operation_list_check },
    { "secret.create", "imaged", ROLE_OPERATOR, false, false, false, false, 10000, secret_create_check },
    { "secret.list", "store", ROLE_VIEWER, false, false, false, false, 5000, secret_list_check },
    { "secret.remove", "imaged", ROLE_OPERATOR, true, false, false, false, 10000, secret_remove_check },
    { "shutdown", "monitor", ROLE_ADMIN, false, false, false, false, 120000, shutdown_check },
    { "snapshot.list", "store", ROLE_VIEWER, false, false, false, false, 5000, snapshot_list_check },
    { "snapshot.remove", "imaged", ROLE_OPERATOR, true, false, false, false, 30000, snapshot_remove_check },
    { "stream.cancel", "monitor", ROLE_VIEWER, false, false, true, false, 0, stream_cancel_check },
    { "stream.credit", "monitor", ROLE_VIEWER, false, false, true, false, 0, stream_credit_check },
    { "volume.create", "imaged", ROLE_OPERATOR, true, false, false, false, 10000, volume_create_check },
    { "volume.inspect", "store", ROLE_VIEWER, false, false, false, false, 5000, volume_inspect_check },
    { "volume.list", "store", ROLE_VIEWER, false, false, false, false, 5000, volume_list_check },
    { "volume.prune", "imaged", ROLE_OPERATOR, true, false, false, false, 120000, volume_prune_check },
    { "volume.remove", "imaged", ROLE_OPERATOR, true, false, false, false, 30000, volume_remove_check },
};
const int verb_count = 88;

const struct verb *verb_find(struct wire_span name)
{
    for (int i = 0; i < verb_count; i++)
        if (wire_is(&name, verbs[i].name))
            return &verbs[i];
    return NULL;
}
