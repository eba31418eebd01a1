/*
 * fork - see fork.c's drawing.
 */
#ifndef MONITOR_FORK_H
#define MONITOR_FORK_H

#include "actors/monitor/monitor.h"

int fork_judge(const struct container_fork *m, struct err *e);
/* container.fork, container.snapshot, container.commit of this one; answered in the end. */
void fork_begin(struct monitor *self, struct container *c, struct request *req);
void fork_snapshot(struct monitor *self, const struct volume_name *snapshot, struct request *req);
void forks_done(struct monitor *self);

#endif
