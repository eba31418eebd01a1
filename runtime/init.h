/*
 * init - process 1 inside a container: starts the command, reaps orphans, forwards
 * signals, and writes how the command ended before it ends itself.
 */
#ifndef RUNTIME_INIT_H
#define RUNTIME_INIT_H

#include "runtime/launch.h"

/* Runs the stages and then the container's whole life; never returns. */
_Noreturn void init_main(struct launch *l);

#endif
