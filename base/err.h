/*
 * err - one failure: a code from the protocol's closed list, and a sentence that
 * names the object.  Whoever is nearer to the user adds its half in front.
 *
 *     int f(..., struct err *e)      0, or -1 with `e` filled; `e` may be NULL
 */
#ifndef BASE_ERR_H
#define BASE_ERR_H

#include "base/errors.h"

#include <stdint.h>

struct err {
    int  code;                          /* ERR_*, 0 = none */
    int  sys;                           /* errno of the failed call, 0 = none */
    uint64_t oldest;                    /* ERR_TRUNCATED: the oldest that is left */
    char step[32];                      /* stage of a container's start that failed, or "" */
    char text[480];                     /* no newline, no full stop */
};

#define ERR_NONE { 0 }

/* All return -1, so that `return err_set(...)` is the whole exit. */
int err_set(struct err *e, int code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));
/* "<text>: <strerror(errno)>"; keeps errno in e->sys.  ENOSPC, EDQUOT and ENFILE become ERR_EXHAUSTED. */
int err_sys(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* Puts "<text>: " in front of what is there. */
int err_add(struct err *e, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
