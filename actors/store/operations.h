/*
 * operations - idempotency keys: a request that was done is not done again, its
 * stored result is.  Scope of a key: the caller's uid.
 */
#ifndef STORE_OPERATIONS_H
#define STORE_OPERATIONS_H

#include "actors/store/db.h"
#include "protocol/gen/messages.h"

#define OPERATIONS_OF_CONTAINER 1000     /* keys of requests by one container's own socket */
#define OPERATIONS_KEPT_NS (86400ll * 1000000000)

#define OPERATION_BEGUN 2
/* 1: done already, its result (a map) is in out_result; 0: go on; OPERATION_BEGUN: go on, it may have been done.  ERR_CONFLICT: the key with another body. */
int operation_begin(struct db *d, const struct store_begin *m, struct wire_writer *out_result, struct err *e);
/* Those of a container that is removed. */
int operation_drop(struct db *d, const char *container, struct err *e);
int operation_end(struct db *d, const struct store_end *m, struct err *e);
/* Ties the container that a key made to it; 1: it made one before, whose id is in out_id. */
int operation_container(struct db *d, const char *key, uint64_t uid, const char *id, char out_id[13], struct err *e);
int operation_list(struct db *d, uint64_t limit, const char *key, struct wire_writer *items, struct err *e);
int operation_compact(struct db *d, struct err *e);

#endif
