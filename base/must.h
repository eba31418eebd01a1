/*
 * must - for what only a bug of ours can break.  Always compiled in, never used
 * on bytes from outside.  Prints where and what, then aborts: the supervisor
 * restarts the process and its record says which line it was.
 */
#ifndef BASE_MUST_H
#define BASE_MUST_H

#include <stddef.h>

#define must(cond) ((cond) ? (void)0 : must_failed(#cond, __FILE__, __LINE__))

_Noreturn void must_failed(const char *cond, const char *file, int line);

/* Where the panic record goes besides stderr (a path that outlives the process), or NULL. */
void must_record_to(const char *path);

void *xalloc(size_t size);           /* zeroed; memory that is not there is a bug of the host: aborts */
void *xrealloc(void *p, size_t size);
char *xstrdup(const char *s);

#endif
