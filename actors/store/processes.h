/*
 * processes - exec sessions as rows: written by the events that begin and end them, in
 * their transaction, and gone with their container.
 */
#ifndef STORE_PROCESSES_H
#define STORE_PROCESSES_H

#include "actors/store/containers.h"

#define PROCESSES_KEPT 1000             /* of one container: the oldest that ended make room */

/* exec_started, exec_exited; any other type is none of its business. */
int process_event(struct db *d, const char *container, uint64_t incarnation, const char *type, const struct cause *cause, struct wire_span attrs, struct err *e);
int process_drop(struct db *d, const char *container, struct err *e);
/* Structures `exec_past`, oldest first; their number, or -1. */
int process_list(struct db *d, const char *container, struct wire_writer *items, struct err *e);

#endif
