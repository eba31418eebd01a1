/*
 * stream - output that outlives connections: run, exec and logs write the container's
 * own bytes and nothing else to stdout and stderr, forward signals, and come back to
 * the same place when a process of the daemon was restarted.
 */
#ifndef CLI_STREAM_H
#define CLI_STREAM_H

#include "client/cli/verbs.h"

#define STREAM_CREDIT (1u << 20)

/* Exit status, or -1 with e. */
int stream_run(const struct args *a, const struct wire_writer *request, const char *idem, struct err *e);
int stream_attach(const struct args *a, const char *container, struct err *e);
void stream_choose_exec_id(struct exec_start *m);       /* unless it has one */
int stream_exec_read(const struct args *a, struct exec_read *m, bool input, bool tty, struct err *e);
int stream_exec(const struct args *a, struct exec_start *m, struct err *e);

struct logs_wish {
    bool timestamps;
    const char *grep;                   /* a pattern, or NULL */
    struct container_logs m;
};
int stream_logs(const struct args *a, struct logs_wish *w, struct err *e);

#endif
