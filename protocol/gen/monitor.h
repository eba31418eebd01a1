/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_MONITOR_H
#define PROTOCOL_GEN_MONITOR_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct monitor;

/* End Quilt. Containers go on unless containers is true: then they are stopped first.
 * From clients, frontdoor. */
handled on_shutdown(struct monitor *self, const struct shutdown *m, struct request *req);
handled reply_shutdown(struct request *req, const struct shutdown_reply *m);
const struct shutdown *shutdown_of(const struct request *req);

/* Make a container; it is not started.
 * From clients, frontdoor. */
handled on_container_create(struct monitor *self, const struct container_create *m, struct request *req);
handled reply_container_create(struct request *req, const struct container_create_reply *m);
const struct container_create *container_create_of(const struct request *req);

/* Create and start. With attach (data socket only) its output follows as parts and the last one says how it ended; without, the reply comes when it runs.
 * From clients, frontdoor. */
handled on_container_run(struct monitor *self, const struct container_run *m, struct request *req);
handled reply_container_run(struct request *req, const struct container_run_reply *m);
const struct container_run *container_run_of(const struct request *req);

/* Start a created or ended container; answered when it runs or failed.
 * From clients, frontdoor. */
handled on_container_start(struct monitor *self, const struct container_start *m, struct request *req);
handled reply_container_start(struct request *req, const struct container_start_reply *m);
const struct container_start *container_start_of(const struct request *req);

/* Signal, wait, kill; answered when it has ended. The deadline of the kill is durable.
 * From clients, frontdoor. */
handled on_container_stop(struct monitor *self, const struct container_stop *m, struct request *req);
handled reply_container_stop(struct request *req, const struct container_stop_reply *m);
const struct container_stop *container_stop_of(const struct request *req);

/* Send a signal, SIGKILL by default. SIGKILL reaches every process and is answered when the container has ended.
 * From clients, frontdoor. */
handled on_container_kill(struct monitor *self, const struct container_kill *m, struct request *req);
handled reply_container_kill(struct request *req, const struct container_kill_reply *m);
const struct container_kill *container_kill_of(const struct request *req);

/* Another size for a container's terminal; its foreground processes get SIGWINCH.
 * From clients, frontdoor. */
handled on_container_resize(struct monitor *self, const struct container_resize *m, struct request *req);
handled reply_container_resize(struct request *req, const struct container_resize_reply *m);
const struct container_resize *container_resize_of(const struct request *req);

/* The output of a container from now on, or after a record, until it ends; the last part says how, as that of container.run.
 * From clients, frontdoor. */
handled on_container_attach(struct monitor *self, const struct container_attach *m, struct request *req);
handled reply_container_attach(struct request *req, const struct container_attach_reply *m);
const struct container_attach *container_attach_of(const struct request *req);

/* Bytes for the standard input of a container that was made with stdin, as exec.write has them for a session. The offset counts from the beginning of each start.
 * From clients, frontdoor. */
handled on_container_write(struct monitor *self, const struct container_write *m, struct request *req);
handled reply_container_write(struct request *req, const struct container_write_reply *m);
const struct container_write *container_write_of(const struct request *req);

/* Stop if it runs, then start.
 * From clients, frontdoor. */
handled on_container_restart(struct monitor *self, const struct container_restart *m, struct request *req);
handled reply_container_restart(struct request *req, const struct container_restart_reply *m);
const struct container_restart *container_restart_of(const struct request *req);

/* Freeze every process.
 * From clients, frontdoor. */
handled on_container_pause(struct monitor *self, const struct container_pause *m, struct request *req);
handled reply_container_pause(struct request *req, const struct container_pause_reply *m);
const struct container_pause *container_pause_of(const struct request *req);

/* Undo pause.
 * From clients, frontdoor. */
handled on_container_resume(struct monitor *self, const struct container_resume *m, struct request *req);
handled reply_container_resume(struct request *req, const struct container_resume_reply *m);
const struct container_resume *container_resume_of(const struct request *req);

/* Forget a container and everything it had; one that runs only with force. A tombstone keeps its exit.
 * From clients, frontdoor. */
handled on_container_remove(struct monitor *self, const struct container_remove *m, struct request *req);
handled reply_container_remove(struct request *req, const struct container_remove_reply *m);
const struct container_remove *container_remove_of(const struct request *req);

/* Change limits, at once if it runs; what is absent stays.
 * From clients, frontdoor. */
handled on_container_update(struct monitor *self, const struct container_update *m, struct request *req);
handled reply_container_update(struct request *req, const struct container_update_reply *m);
const struct container_update *container_update_of(const struct request *req);

/* Output, as parts with a chunk of bytes each.
 * From clients, frontdoor. */
handled on_container_logs(struct monitor *self, const struct container_logs *m, struct request *req);
handled reply_container_logs(struct request *req, const struct container_logs_reply *m);
const struct container_logs *container_logs_of(const struct request *req);

/* Output before this byte is not needed any more: whole files of it are removed, and a container that waits for room in its log goes on.
 * From clients, frontdoor. */
handled on_container_trim(struct monitor *self, const struct container_trim *m, struct request *req);
handled reply_container_trim(struct request *req, const struct container_trim_reply *m);
const struct container_trim *container_trim_of(const struct request *req);

/* Files and directories of a container, running or not, as a tar archive: a session whose output it is. Read it with exec.read, let it go on with exec.trim. On stderr: `total BYTES`, and what failed.
 * From clients, frontdoor. */
handled on_container_copy_out(struct monitor *self, const struct container_copy_out *m, struct request *req);
handled reply_container_copy_out(struct request *req, const struct container_copy_out_reply *m);
const struct container_copy_out *container_copy_out_of(const struct request *req);

/* A tar archive (also gzip, zstd, xz, bzip2) into a container, running or not: a session whose input it is. Write it with exec.write, then exec.wait; what failed is on its stderr.
 * From clients, frontdoor. */
handled on_container_copy_in(struct monitor *self, const struct container_copy_in *m, struct request *req);
handled reply_container_copy_in(struct request *req, const struct container_copy_in_reply *m);
const struct container_copy_in *container_copy_in_of(const struct request *req);

/* What changed in a container's tree, beside mounts: a session whose output is lines of `A PATH` (added), `C PATH` (changed), `D PATH` (deleted), with control characters and backslashes as \ooo.
 * From clients, frontdoor. */
handled on_container_diff(struct monitor *self, const struct container_diff *m, struct request *req);
handled reply_container_diff(struct request *req, const struct container_diff_reply *m);
const struct container_diff *container_diff_of(const struct request *req);

/* New containers with the files of one as they are now, or of a snapshot. A running one is frozen while they are taken. Limits, policy and labels come along; published ports and fixed addresses do not. They are created, not started.
 * From clients, frontdoor. */
handled on_container_fork(struct monitor *self, const struct container_fork *m, struct request *req);
handled reply_container_fork(struct request *req, const struct container_fork_reply *m);
const struct container_fork *container_fork_of(const struct request *req);

/* Keep the files of a container as they are now, under a name, for container.fork. A running one is frozen while they are taken.
 * From clients, frontdoor. */
handled on_container_snapshot(struct monitor *self, const struct container_snapshot *m, struct request *req);
handled reply_container_snapshot(struct request *req, const struct container_snapshot_reply *m);
const struct container_snapshot *container_snapshot_of(const struct request *req);

/* Make an image of a container: its image, and what it changed as one more layer. A running one is frozen while that is taken.
 * From clients, frontdoor. */
handled on_container_commit(struct monitor *self, const struct container_commit *m, struct request *req);
handled reply_container_commit(struct request *req, const struct container_commit_reply *m);
const struct container_commit *container_commit_of(const struct request *req);

/* Output of a session before this byte is not needed any more; a copy that waits for room goes on.
 * From clients, frontdoor. */
handled on_exec_trim(struct monitor *self, const struct exec_trim *m, struct request *req);
handled reply_exec_trim(struct request *req, const struct exec_trim_reply *m);
const struct exec_trim *exec_trim_of(const struct request *req);

/* Run a further process in a running container; its output follows as parts. The same exec_id again attaches to it instead.
 * From clients, frontdoor. */
handled on_exec_start(struct monitor *self, const struct exec_start *m, struct request *req);
handled reply_exec_start(struct request *req, const struct exec_start_reply *m);
const struct exec_start *exec_start_of(const struct request *req);

/* Another size for an exec session's terminal; its foreground processes get SIGWINCH.
 * From clients, frontdoor. */
handled on_exec_resize(struct monitor *self, const struct exec_resize *m, struct request *req);
handled reply_exec_resize(struct request *req, const struct exec_resize_reply *m);
const struct exec_resize *exec_resize_of(const struct request *req);

/* Bytes for the standard input of an exec session. Answered when its process can have them all; a repetition, from whatever connection, is harmless: what was taken before is skipped. Without data and end it asks where it stands.
 * From clients, frontdoor. */
handled on_exec_write(struct monitor *self, const struct exec_write *m, struct request *req);
handled reply_exec_write(struct request *req, const struct exec_write_reply *m);
const struct exec_write *exec_write_of(const struct request *req);

/* The output of an exec session, from its beginning or after a record, until it ends; as exec.start gives it.
 * From clients, frontdoor. */
handled on_exec_read(struct monitor *self, const struct exec_read *m, struct request *req);
handled reply_exec_read(struct request *req, const struct exec_read_reply *m);
const struct exec_read *exec_read_of(const struct request *req);

/* Wait until an exec session has ended. One that could not be started is that error.
 * From clients, frontdoor. */
handled on_exec_wait(struct monitor *self, const struct exec_wait *m, struct request *req);
handled reply_exec_wait(struct request *req, const struct exec_wait_reply *m);
const struct exec_wait *exec_wait_of(const struct request *req);

/* Exec sessions of a container: those that run, and for five minutes those that ended.
 * From clients, frontdoor. */
handled on_exec_list(struct monitor *self, const struct exec_list *m, struct request *req);
handled reply_exec_list(struct request *req, const struct exec_list_reply *m);
const struct exec_list *exec_list_of(const struct request *req);

/* Signal an exec session's process; KILL reaches all that came of it.
 * From clients, frontdoor. */
handled on_exec_signal(struct monitor *self, const struct exec_signal *m, struct request *req);
handled reply_exec_signal(struct request *req, const struct exec_signal_reply *m);
const struct exec_signal *exec_signal_of(const struct request *req);

/* Allow more bytes on a stream of this connection. Never answered.
 * From clients, frontdoor. */
handled on_stream_credit(struct monitor *self, const struct stream_credit *m, struct request *req);
handled reply_stream_credit(struct request *req, const struct stream_credit_reply *m);
const struct stream_credit *stream_credit_of(const struct request *req);

/* End a stream of this connection. Never answered.
 * From clients, frontdoor. */
handled on_stream_cancel(struct monitor *self, const struct stream_cancel *m, struct request *req);
handled reply_stream_cancel(struct request *req, const struct stream_cancel_reply *m);
const struct stream_cancel *stream_cancel_of(const struct request *req);

/* A running container's network namespace, as a descriptor of the monitor's.
 * From netd. */
handled on_monitor_netns(struct monitor *self, const struct monitor_netns *m, struct request *req);
handled reply_monitor_netns(struct request *req, const struct monitor_netns_reply *m);
const struct monitor_netns *monitor_netns_of(const struct request *req);

/* Replace a container's policy in its spec.
 * From netd. */
handled on_monitor_policy(struct monitor *self, const struct monitor_policy *m, struct request *req);
handled reply_monitor_policy(struct request *req, const struct monitor_policy_reply *m);
const struct monitor_policy *monitor_policy_of(const struct request *req);

/* A container's places on networks have changed: for its description on disk.
 * From netd. */
handled on_monitor_attachments(struct monitor *self, const struct monitor_attachments *m, struct request *req);
handled reply_monitor_attachments(struct request *req, const struct monitor_attachments_reply *m);
const struct monitor_attachments *monitor_attachments_of(const struct request *req);

extern const struct dispatch_row monitor_dispatch[];

#endif
