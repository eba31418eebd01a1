/*
 * monitor.h - what the files of this actor share: the containers it lives with.
 */
#ifndef MONITOR_MONITOR_H
#define MONITOR_MONITOR_H

#include "actors/actor.h"
#include "actors/monitor/input.h"
#include "actors/monitor/keeper.h"
#include "actors/monitor/logread.h"
#include "base/map.h"
#include "protocol/gen/ask.h"
#include "protocol/gen/monitor.h"
#include "runtime/counters.h"

#define PATH_ROOM 1200
#define HEALTH_PREFIX "-health-"         /* of its sessions; no client's id begins so */

struct monitor;

/* Somebody whose request is answered later. */
enum waits_for { WAITS_RUNNING, WAITS_END, WAITS_REMOVED };
struct waiting {
    uint64_t request;
    enum waits_for what;
};

struct container {
    struct monitor *monitor;
    char id[13];
    enum state state;
    enum want want;
    uint64_t incarnation, restarts, created_ns, started_ns, started_boot_ns, pid;
    struct digest digest;
    uint8_t *layers;                    /* items: digests, the lowest first; owned */
    size_t layers_len;
    uint32_t layer_count;
    bool repair, restart_asked, ended_recorded, removal_due, forced;       /* forced: removed without regard to its readers */
    char boot_id[37];
    uint8_t *spec_bytes;                /* owned; `spec` points into it */
    size_t spec_len;
    struct container_spec spec;
    struct cause cause;                 /* of the move that is being made */
    /* ---- network.c */
    uint8_t *attachments;               /* items of struct attachment, as the store last gave them; owned */
    size_t attachments_len;
    uint32_t attachment_count;
    uint64_t generation;                /* of its names */
    int netns_fd, claims;               /* -1: none; claims: answers that its start waits for */
    int64_t claimed_boot_ns, network_ns;
    struct err claim_failure;
    bool claimed;                       /* netd has something of it */
    char neighbour[13];                 /* whose network it shares */
    /* while it lives */
    struct keeper *keeper;
    struct input input;
    int exec_count, frozen_for, taken_for;      /* taken_for: so many are taking its files, frozen_for: so many of them froze it */
    bool has_stop_reason;
    enum exit_reason stop_reason;
    int64_t kill_at_boot_ms, backoff_ms, asked_boot_ns, spawned_boot_ns, image_ns, commit_ns;
    struct phases phases;
    bool has_phases, sampled, counting;
    struct counters counters;           /* open while counting */
    struct counter_values used;
    uint64_t samples;
    int64_t flows_boot_ns;
    struct {
        struct timer *timer;
        enum health_status status;
        uint64_t failures, checks;
        bool checking, was_ready, disturbed;    /* disturbed: it was paused during the check */
        int64_t backoff_ms;
    } health;
    struct timer *kill_timer, *ttl_timer, *restart_timer, *retry_timer;
    int retry_step, adopt_tries;
    /* how it went */
    bool has_exit;
    struct container_exit exit;
    struct err failure;
    struct waiting *waiting;
    size_t waiting_count, waiting_room;
};

struct stream;
struct exec;

struct monitor {
    struct actor *actor;
    struct loop *loop;
    struct map *containers;             /* id -> struct container, owned */
    struct map *execs;                  /* id/exec_id -> struct exec, owned */
    struct map *forks;                  /* request -> struct fork, owned */
    uint64_t exec_count;
    struct stream *streams;
    struct early_credit {               /* for streams that are not open yet: their request is on its way */
        uint8_t id[16];
        size_t id_len;
        uint64_t bytes;
    } early[32];
    unsigned early_next;
    struct map *filters;                /* capability set -> struct filter, owned */
    char keeper_program[64], keeper_path[PATH_ROOM];
    int keeper_fd;
    struct timer *sweep_timer;
    pid_t sweep_pid;
    uint64_t tick, starts;
    struct phases phases;               /* of all starts together */
    bool adopted, fresh;
    uint64_t rebuilt;
    int64_t settled_ms;                 /* until then clients that lost a stream may come back to it */
    uint64_t shutdown_request;
    bool shutting_down;
};

/* ---- container.c: the life of one */
struct container *container_new(struct monitor *self, const struct container_record *r);
void container_free(struct container *c);
void container_wait_for(struct container *c, struct request *req, enum waits_for what);
void container_begin(struct container *c, const struct cause *cause);  /* a new incarnation */
void container_files_taken(struct container *c);        /* taken_for is 0 again: what waited for that goes on */
void container_launch(struct container *c);                     /* the row says starting */
void container_launch_in(struct container *c, const struct err *failed);       /* its network is there, or is not to be had */
void container_stop(struct container *c, const struct cause *cause, enum exit_reason reason, enum want want, int signal, int64_t grace_ms);
int container_signal(struct container *c, int signal, struct err *e);
handled container_write_to(struct container *c, const struct container_write *m, struct request *req);
handled container_resize_to(struct container *c, const struct container_resize *m, struct request *req);
void container_tell(struct container *c, const struct cause *cause, const char *type, const struct wire_writer *attrs);
void container_tell_signal(struct container *c, const struct cause *cause, int signal);  /* the event */
int container_freeze(struct container *c, const struct cause *cause, bool frozen, struct err *e);
void container_remove(struct container *c, const struct cause *cause);
void container_ended(struct container *c, const struct exit_record *r);
void container_on_keeper(void *arg, uint32_t type, const struct keeper_message *m);
void container_reconcile(struct container *c);                  /* after a start of this actor */
void container_apply_want(struct container *c);
bool container_alive(const struct container *c);
const void *monitor_filter(struct monitor *self, uint64_t caps, size_t *out_count, struct err *e);
void monitor_new_id(struct monitor *self, struct container_id *out);
void monitor_check_shutdown(struct monitor *self);
void monitor_sweep(struct monitor *self);

/* ---- network.c: what a start has to claim before there can be a process */
void network_known(struct container *c, bool has, const struct wire_list *attachments, uint64_t generation);
void network_claim(struct container *c);        /* then container_launch_in */
void network_release(struct container *c);
void network_done(struct container *c);         /* of the structure alone */
int network_files(struct container *c, struct err *e);          /* resolv.conf, hosts, hostname in its run directory */
bool network_has_files(const struct container *c);
int network_ns(struct container *c, struct err *e);             /* of a running one; the caller owns it, or -1 */

/* For those who claim for it: the container that an answer is for, if it still waits; one claim less. */
struct container *network_waiting(struct monitor *self, const struct about *about);
void network_answered(struct container *c, const struct err *failed);

/* ---- inside.c: its own control socket */
void inside_claim(struct container *c);
void inside_release(struct container *c);
void inside_sync(struct monitor *self);

/* ---- health.c: a command that says how it is */
void health_begin(struct container *c);         /* it runs */
void health_paused(struct container *c);
void health_end(struct container *c);

/* ---- place.c: where its things are */
void container_path(const struct container *c, bool run, const char *name, char out[PATH_ROOM]);
void container_group(const struct container *c, char out[64]);
void container_describe(const struct container *c, struct wire_writer *out);    /* a container_record */
int container_save(struct container *c, struct err *e);         /* its description on disk, for a rebuild */
struct launch_place;
struct layer_paths {
    char upper[PATH_ROOM], work[PATH_ROOM];
    char **lower;                       /* owned; ends with NULL */
};
void place_layers(const struct container *c, struct layer_paths *room, struct launch_place *out);
void layer_paths_done(struct layer_paths *room);
int place_make_tree(const struct container *c, struct err *e);
int place_make(struct container *c, struct err *e);
int place_spec(struct container *c, struct err *e);             /* a sealed memfd, or -1 */
void place_sweep(struct container *c);
void place_sweep_id(struct monitor *self, const char *id);       /* of one that is no container yet */

/* ---- sampling.c: counters of all that run, a tenth of them each tick */
void sampling_begin(struct monitor *self);
void sampling_started(struct monitor *self, const struct phases *p);
void sampling_end(struct container *c);

/* ---- adopt.c: what is there after a start of this actor */
void adopt_begin(struct monitor *self);

/* ---- stream.c: output on its way to clients */
struct stream_wish {
    bool follow, out, err, attach;      /* attach: the last part says how it ended, and container.run made it */
    bool has_tail, has_after, has_since, has_until, has_offset;
    uint64_t tail, after, offset, since_ns, until_ns, credit;
};
/* Whether a stream with so much credit may be opened. */
int stream_judge(struct monitor *self, const char *container, uint64_t uid, uint64_t credit, struct err *e);
handled stream_open(struct monitor *self, struct request *req, const char *container, struct exec *exec, const struct stream_wish *w);
void stream_rang(struct monitor *self, const char *container, const struct exec *exec);       /* there may be more */
void stream_keeper_changed(struct monitor *self, const char *container);       /* of the container itself */
void stream_credit(struct monitor *self, struct wire_span id, uint64_t bytes);
void stream_cancel(struct monitor *self, struct wire_span id);
void stream_container_gone(struct monitor *self, const char *container);
bool stream_reads(struct monitor *self, const struct exec *exec);
bool stream_open_on(struct monitor *self, const char *container);
void stream_exec_gone(struct monitor *self, const struct exec *exec);
void streams_done(struct monitor *self);       /* ends all of them: the front door is gone */
void streams_keep_alive(struct monitor *self);

/* ---- exec.c: further processes */
handled exec_begin(struct monitor *self, struct container *c, const struct exec_start *m, struct request *req);
handled exec_write_to(struct monitor *self, struct container *c, const struct exec_write *m, struct request *req);
handled exec_resize_to(struct monitor *self, struct container *c, const struct exec_resize *m, struct request *req);
handled exec_read_on(struct monitor *self, struct container *c, const struct exec_read *m, struct request *req);
handled exec_await(struct monitor *self, struct container *c, const char *exec_id, struct request *req);
handled exec_list_all(struct monitor *self, struct container *c, struct request *req);
int exec_signal_to(struct monitor *self, const char *container, const char *exec_id, int signal, struct err *e);
enum work_kind { WORK_NONE, WORK_OUT, WORK_IN, WORK_DIFF };
/* quilt-copy as a session: what is in `m` but its argv, which is what follows the kind.  Answered with the session's id. */
handled exec_begin_work(struct monitor *self, struct container *c, enum work_kind kind, const struct exec_start *m, struct request *req);
/* A session of ours with an end that is told once, by the container's id, and that is forgotten then. */
typedef void (*exec_over_fn)(struct monitor *self, const char *container, const struct container_exit *exit, const struct err *failed, const char *log_dir);
int exec_check(struct monitor *self, struct container *c, const struct exec_start *m, exec_over_fn over, struct err *e);
bool exec_works_on_tree(struct monitor *self, const char *container);   /* of one that does not run */
handled exec_trim_to(struct monitor *self, struct container *c, const struct exec_trim *m, struct request *req);
void exec_container_gone(struct monitor *self, const char *container);
void exec_adopt(struct monitor *self, struct container *c);
void execs_done(struct monitor *self);
const char *exec_log_dir(const struct exec *x);
const char *exec_name(const struct exec *x);
bool exec_is_over(const struct exec *x, struct container_exit *out, struct err *failure);
void exec_follow(struct exec *x, bool on);

#endif
