/*
 * fault - named points where a test kills or fails the process.
 *
 * QUILT_FAULT="store.after_commit=kill:3,imaged.publish=error" in the environment of
 * an actor: the third time the first point is passed the process kills itself,
 * every time the second is passed it is told to fail.  Unset, a point costs one load.
 */
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include <stdbool.h>

void fault_load(const char *spec);              /* NULL: none */
/* true: behave as if the step had failed with EIO (errno is set). */
bool fault_at(const char *name);

#endif
