/*
 * grep - of an output's lines those that match, put together from the pieces in which
 * they come; stdout and stderr apart.  Patterns are regcomp(3)'s extended ones.
 */
#ifndef CLI_GREP_H
#define CLI_GREP_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

#define GREP_LINE_MAX 65536             /* a longer line is judged in pieces */

struct grep;

/* -1: our own output is closed. */
typedef int (*grep_fn)(void *arg, int fd, uint64_t time_ns, const uint8_t *line, size_t len);

struct grep *grep_new(const char *pattern, struct err *e);      /* ERR_INVALID: not a pattern */
void grep_free(struct grep *g);         /* NULL is fine */
/* fd 1 or 2; time_ns of a line is that of its first piece. */
int grep_take(struct grep *g, int fd, uint64_t time_ns, const uint8_t *p, size_t len, grep_fn fn, void *arg);
int grep_end(struct grep *g, grep_fn fn, void *arg);    /* what has no end of line */

#endif
