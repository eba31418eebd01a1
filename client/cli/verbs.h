/*
 * verbs - THE table of the command line: help, completion and man pages come from it.
 *
 * A verb's options are a table too; parsing fills `struct args`.  Exit statuses: the
 * container's own; 125 Quilt's error, 126 not executable, 127 not found, 124 too late.
 */
#ifndef CLI_VERBS_H
#define CLI_VERBS_H

#include "base/err.h"
#include "client/c/quilt.h"

#include <stdbool.h>

#define OPTIONS_MAX 64

struct option_def {
    const char *name;                   /* without "--"; NULL: the end */
    char letter;                        /* 0: none */
    const char *arg;                    /* what follows it, NULL: a flag */
    const char *help;
};

struct args {
    struct {
        const struct option_def *def;
        const char *value;
    } options[512];
    int option_count;
    char **rest;                        /* what is not an option, NULL-terminated */
    int rest_count;
    const char *run_dir;
};

struct verb_def {
    const char *name;
    const char *synopsis;               /* after the options */
    const char *summary;                /* one line */
    const char *text;                   /* the man page's description */
    const struct option_def *options;
    int least, most;                    /* of rest; most -1: any */
    bool command_follows;               /* options end at the first word that is none */
    int (*run)(const struct args *a, struct err *e);    /* exit status, or -1 with e */
};

extern const struct verb_def cli_verbs[];       /* ends with name NULL */
extern const struct option_def global_options[];

const struct verb_def *cli_find(const char *name);
int args_parse(struct args *a, const struct verb_def *v, int argc, char **argv, struct err *e);
const char *args_get(const struct args *a, const char *name);   /* the last one given, or NULL */
bool args_has(const struct args *a, const char *name);

/* ---- one function per verb, by file */
int cli_create(const struct args *a, struct err *e);
int cli_run(const struct args *a, struct err *e);
int cli_start(const struct args *a, struct err *e);
int cli_stop(const struct args *a, struct err *e);
int cli_kill(const struct args *a, struct err *e);
int cli_restart(const struct args *a, struct err *e);
int cli_pause(const struct args *a, struct err *e);
int cli_resume(const struct args *a, struct err *e);
int cli_remove(const struct args *a, struct err *e);
int cli_rename(const struct args *a, struct err *e);
int cli_update(const struct args *a, struct err *e);
int cli_wait(const struct args *a, struct err *e);
int cli_list(const struct args *a, struct err *e);
int cli_status(const struct args *a, struct err *e);
int cli_inspect(const struct args *a, struct err *e);
int cli_logs(const struct args *a, struct err *e);
int cli_exec(const struct args *a, struct err *e);
int cli_attach(const struct args *a, struct err *e);
int cli_copy(const struct args *a, struct err *e);
int cli_diff(const struct args *a, struct err *e);
int cli_stats(const struct args *a, struct err *e);
int cli_top(const struct args *a, struct err *e);
int cli_session(const struct args *a, struct err *e);
int cli_exec_detached(const struct args *a, struct exec_start *m, struct err *e);
int cli_events(const struct args *a, struct err *e);
int cli_why(const struct args *a, struct err *e);
int cli_history(const struct args *a, struct err *e);
int cli_list_at(const struct args *a, struct err *e);
int cli_health(const struct args *a, struct err *e);
int cli_info(const struct args *a, struct err *e);
int cli_image(const struct args *a, struct err *e);
int cli_fork(const struct args *a, struct err *e);
int cli_snapshot(const struct args *a, struct err *e);
int cli_commit(const struct args *a, struct err *e);
int cli_export(const struct args *a, struct err *e);
int cli_df(const struct args *a, struct err *e);
int cli_prune(const struct args *a, struct err *e);
int cli_doctor(const struct args *a, struct err *e);
int cli_volume(const struct args *a, struct err *e);
int cli_secret(const struct args *a, struct err *e);
int cli_network(const struct args *a, struct err *e);
int cli_dns(const struct args *a, struct err *e);
int cli_icc(const struct args *a, struct err *e);
int cli_operations(const struct args *a, struct err *e);
int cli_shutdown(const struct args *a, struct err *e);
int cli_completion(const struct args *a, struct err *e);
int cli_man(const struct args *a, struct err *e);
int cli_help(const struct args *a, struct err *e);

extern const struct option_def create_options[];
extern const struct option_def run_options[];

/* ---- shared by them */
/* A duration ago, RFC 3339 (UTC or with zone), or seconds since the epoch. */
int cli_time_of(const char *option, const char *text, uint64_t *out_ns, struct err *e);
/* A limit's option into `l`.  1: it was one, 0: it is another option, -1 with e. */
int limit_option(struct limits *l, const char *name, const char *value, struct err *e);
/* One request on a connection of its own.  reply->result is in *room, which the caller ends with wire_writer_done. */
int cli_ask(const struct args *a, const char *verb, const struct wire_writer *request, int64_t deadline_ms, struct wire_writer *room, struct err *e);
/* A verb on each of rest: prints the ids; 1 if one failed. */
int cli_each(const struct args *a, const char *verb, int64_t deadline_ms, void (*fill)(const struct args *a, const char *ref, struct wire_writer *w));
void cli_put_ref(struct wire_writer *w, uint32_t pairs, const char *ref);      /* begins the map with "container" */
int cli_exit_status(const struct container_exit *x);
void cli_explain_exit(const char *id, const struct container_exit *x);         /* on stderr, where a code says too little */

#endif
