/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/monitor.h"

static handled run_shutdown(void *self, struct request *req, struct wire_reader *args)
{
    struct shutdown *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (shutdown_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_shutdown(self, m, req);
}

handled reply_shutdown(struct request *req, const struct shutdown_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    shutdown_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct shutdown *shutdown_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_create(void *self, struct request *req, struct wire_reader *args)
{
    struct container_create *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_create_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_create(self, m, req);
}

handled reply_container_create(struct request *req, const struct container_create_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_create_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_create *container_create_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_run(void *self, struct request *req, struct wire_reader *args)
{
    struct container_run *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_run_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_run(self, m, req);
}

handled reply_container_run(struct request *req, const struct container_run_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_run_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_run *container_run_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_start(void *self, struct request *req, struct wire_reader *args)
{
    struct container_start *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_start_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_start(self, m, req);
}

handled reply_container_start(struct request *req, const struct container_start_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_start_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_start *container_start_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_stop(void *self, struct request *req, struct wire_reader *args)
{
    struct container_stop *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_stop_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_stop(self, m, req);
}

handled reply_container_stop(struct request *req, const struct container_stop_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_stop_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_stop *container_stop_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_kill(void *self, struct request *req, struct wire_reader *args)
{
    struct container_kill *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_kill_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_kill(self, m, req);
}

handled reply_container_kill(struct request *req, const struct container_kill_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_kill_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_kill *container_kill_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_resize(void *self, struct request *req, struct wire_reader *args)
{
    struct container_resize *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_resize_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_resize(self, m, req);
}

handled reply_container_resize(struct request *req, const struct container_resize_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_resize_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_resize *container_resize_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_attach(void *self, struct request *req, struct wire_reader *args)
{
    struct container_attach *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_attach_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_attach(self, m, req);
}

handled reply_container_attach(struct request *req, const struct container_attach_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_attach_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_attach *container_attach_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_write(void *self, struct request *req, struct wire_reader *args)
{
    struct container_write *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_write_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_write(self, m, req);
}

handled reply_container_write(struct request *req, const struct container_write_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_write_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_write *container_write_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_restart(void *self, struct request *req, struct wire_reader *args)
{
    struct container_restart *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_restart_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_restart(self, m, req);
}

handled reply_container_restart(struct request *req, const struct container_restart_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_restart_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_restart *container_restart_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_pause(void *self, struct request *req, struct wire_reader *args)
{
    struct container_pause *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_pause_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_pause(self, m, req);
}

handled reply_container_pause(struct request *req, const struct container_pause_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_pause_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_pause *container_pause_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_resume(void *self, struct request *req, struct wire_reader *args)
{
    struct container_resume *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_resume_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_resume(self, m, req);
}

handled reply_container_resume(struct request *req, const struct container_resume_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_resume_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_resume *container_resume_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct container_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_remove(self, m, req);
}

handled reply_container_remove(struct request *req, const struct container_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_remove *container_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_update(void *self, struct request *req, struct wire_reader *args)
{
    struct container_update *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_update_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_update(self, m, req);
}

handled reply_container_update(struct request *req, const struct container_update_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_update_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_update *container_update_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_logs(void *self, struct request *req, struct wire_reader *args)
{
    struct container_logs *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_logs_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_logs(self, m, req);
}

handled reply_container_logs(struct request *req, const struct container_logs_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_logs_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_logs *container_logs_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_trim(void *self, struct request *req, struct wire_reader *args)
{
    struct container_trim *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_trim_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_trim(self, m, req);
}

handled reply_container_trim(struct request *req, const struct container_trim_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_trim_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_trim *container_trim_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_copy_out(void *self, struct request *req, struct wire_reader *args)
{
    struct container_copy_out *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_copy_out_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_copy_out(self, m, req);
}

handled reply_container_copy_out(struct request *req, const struct container_copy_out_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_copy_out_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_copy_out *container_copy_out_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_copy_in(void *self, struct request *req, struct wire_reader *args)
{
    struct container_copy_in *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_copy_in_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_copy_in(self, m, req);
}

handled reply_container_copy_in(struct request *req, const struct container_copy_in_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_copy_in_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_copy_in *container_copy_in_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_diff(void *self, struct request *req, struct wire_reader *args)
{
    struct container_diff *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_diff_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_diff(self, m, req);
}

handled reply_container_diff(struct request *req, const struct container_diff_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_diff_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_diff *container_diff_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_fork(void *self, struct request *req, struct wire_reader *args)
{
    struct container_fork *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_fork_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_fork(self, m, req);
}

handled reply_container_fork(struct request *req, const struct container_fork_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_fork_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_fork *container_fork_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_snapshot(void *self, struct request *req, struct wire_reader *args)
{
    struct container_snapshot *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_snapshot_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_snapshot(self, m, req);
}

handled reply_container_snapshot(struct request *req, const struct container_snapshot_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_snapshot_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_snapshot *container_snapshot_of(const struct request *req)
{
    return request_message(req);
}

static handled run_container_commit(void *self, struct request *req, struct wire_reader *args)
{
    struct container_commit *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (container_commit_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_container_commit(self, m, req);
}

handled reply_container_commit(struct request *req, const struct container_commit_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    container_commit_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct container_commit *container_commit_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_trim(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_trim *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_trim_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_trim(self, m, req);
}

handled reply_exec_trim(struct request *req, const struct exec_trim_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_trim_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_trim *exec_trim_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_start(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_start *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_start_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_start(self, m, req);
}

handled reply_exec_start(struct request *req, const struct exec_start_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_start_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_start *exec_start_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_resize(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_resize *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_resize_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_resize(self, m, req);
}

handled reply_exec_resize(struct request *req, const struct exec_resize_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_resize_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_resize *exec_resize_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_write(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_write *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_write_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_write(self, m, req);
}

handled reply_exec_write(struct request *req, const struct exec_write_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_write_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_write *exec_write_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_read(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_read *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_read_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_read(self, m, req);
}

handled reply_exec_read(struct request *req, const struct exec_read_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_read_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_read *exec_read_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_wait(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_wait *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_wait_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_wait(self, m, req);
}

handled reply_exec_wait(struct request *req, const struct exec_wait_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_wait_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_wait *exec_wait_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_list(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_list *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_list_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_list(self, m, req);
}

handled reply_exec_list(struct request *req, const struct exec_list_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_list_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_list *exec_list_of(const struct request *req)
{
    return request_message(req);
}

static handled run_exec_signal(void *self, struct request *req, struct wire_reader *args)
{
    struct exec_signal *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (exec_signal_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_exec_signal(self, m, req);
}

handled reply_exec_signal(struct request *req, const struct exec_signal_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    exec_signal_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct exec_signal *exec_signal_of(const struct request *req)
{
    return request_message(req);
}

static handled run_stream_credit(void *self, struct request *req, struct wire_reader *args)
{
    struct stream_credit *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (stream_credit_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_stream_credit(self, m, req);
}

handled reply_stream_credit(struct request *req, const struct stream_credit_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    stream_credit_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct stream_credit *stream_credit_of(const struct request *req)
{
    return request_message(req);
}

static handled run_stream_cancel(void *self, struct request *req, struct wire_reader *args)
{
    struct stream_cancel *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (stream_cancel_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_stream_cancel(self, m, req);
}

handled reply_stream_cancel(struct request *req, const struct stream_cancel_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    stream_cancel_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct stream_cancel *stream_cancel_of(const struct request *req)
{
    return request_message(req);
}

static handled run_monitor_netns(void *self, struct request *req, struct wire_reader *args)
{
    struct monitor_netns *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (monitor_netns_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_monitor_netns(self, m, req);
}

handled reply_monitor_netns(struct request *req, const struct monitor_netns_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    monitor_netns_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct monitor_netns *monitor_netns_of(const struct request *req)
{
    return request_message(req);
}

static handled run_monitor_policy(void *self, struct request *req, struct wire_reader *args)
{
    struct monitor_policy *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (monitor_policy_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_monitor_policy(self, m, req);
}

handled reply_monitor_policy(struct request *req, const struct monitor_policy_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    monitor_policy_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct monitor_policy *monitor_policy_of(const struct request *req)
{
    return request_message(req);
}

static handled run_monitor_attachments(void *self, struct request *req, struct wire_reader *args)
{
    struct monitor_attachments *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (monitor_attachments_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_monitor_attachments(self, m, req);
}

handled reply_monitor_attachments(struct request *req, const struct monitor_attachments_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    monitor_attachments_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct monitor_attachments *monitor_attachments_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row monitor_dispatch[] = {
    { "shutdown", { "frontdoor", NULL }, run_shutdown },
    { "container.create", { "frontdoor", NULL }, run_container_create },
    { "container.run", { "frontdoor", NULL }, run_container_run },
    { "container.start", { "frontdoor", NULL }, run_container_start },
    { "container.stop", { "frontdoor", NULL }, run_container_stop },
    { "container.kill", { "frontdoor", NULL }, run_container_kill },
    { "container.resize", { "frontdoor", NULL }, run_container_resize },
    { "container.attach", { "frontdoor", NULL }, run_container_attach },
    { "container.write", { "frontdoor", NULL }, run_container_write },
    { "container.restart", { "frontdoor", NULL }, run_container_restart },
    { "container.pause", { "frontdoor", NULL }, run_container_pause },
    { "container.resume", { "frontdoor", NULL }, run_container_resume },
    { "container.remove", { "frontdoor", NULL }, run_container_remove },
    { "container.update", { "frontdoor", NULL }, run_container_update },
    { "container.logs", { "frontdoor", NULL }, run_container_logs },
    { "container.trim", { "frontdoor", NULL }, run_container_trim },
    { "container.copy_out", { "frontdoor", NULL }, run_container_copy_out },
    { "container.copy_in", { "frontdoor", NULL }, run_container_copy_in },
    { "container.diff", { "frontdoor", NULL }, run_container_diff },
    { "container.fork", { "frontdoor", NULL }, run_container_fork },
    { "container.snapshot", { "frontdoor", NULL }, run_container_snapshot },
    { "container.commit", { "frontdoor", NULL }, run_container_commit },
    { "exec.trim", { "frontdoor", NULL }, run_exec_trim },
    { "exec.start", { "frontdoor", NULL }, run_exec_start },
    { "exec.resize", { "frontdoor", NULL }, run_exec_resize },
    { "exec.write", { "frontdoor", NULL }, run_exec_write },
    { "exec.read", { "frontdoor", NULL }, run_exec_read },
    { "exec.wait", { "frontdoor", NULL }, run_exec_wait },
    { "exec.list", { "frontdoor", NULL }, run_exec_list },
    { "exec.signal", { "frontdoor", NULL }, run_exec_signal },
    { "stream.credit", { "frontdoor", NULL }, run_stream_credit },
    { "stream.cancel", { "frontdoor", NULL }, run_stream_cancel },
    { "monitor.netns", { "netd", NULL }, run_monitor_netns },
    { "monitor.policy", { "netd", NULL }, run_monitor_policy },
    { "monitor.attachments", { "netd", NULL }, run_monitor_attachments },
    { NULL, { NULL }, NULL },
};
