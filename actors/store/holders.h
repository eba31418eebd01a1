/* holders - who shares whose network, and who is near whom. */
#ifndef STORE_HOLDERS_H
#define STORE_HOLDERS_H

#include "actors/store/db.h"

/* `id` shares the network of `holder`. */
int container_hold(struct db *d, const char *id, const char *holder, struct err *e);
/* Whether both are on a network, or one of them on the other's. */
bool container_near(struct db *d, const char *a, const char *b);
/* The one whose networks it is on: itself, or the holder of the one that it shares. */
void container_holder(struct db *d, const char *id, char out[13]);

#endif
