/*
 * why - how a container came to be as it is, in a few sentences: from its row, its spec,
 * and the events of its last incarnation.  What was compacted is not guessed.
 */
#ifndef STORE_WHY_H
#define STORE_WHY_H

#include "actors/store/containers.h"

#define WHY_TEXT 2000
#define WHY_EVENTS 200

/* out points into text and items, which are the caller's. */
int why_explain(struct db *d, const char *log_id, const struct container_key *c, struct container_why_reply *out, char text[WHY_TEXT], struct wire_writer *items, struct err *e);

#endif
