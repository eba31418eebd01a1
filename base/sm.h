/*
 * sm - a state machine declared as a table of names and legal moves.
 * Pure: knows no clock and no messages.  A move that the table lacks is refused.
 */
#ifndef BASE_SM_H
#define BASE_SM_H

#include <stdbool.h>
#include <stdint.h>

#define SM_TO(state) (1u << (state))

struct sm_state {
    const char *name;
    uint32_t next;                      /* SM_TO(..) | SM_TO(..) */
};

bool sm_may(const struct sm_state *table, int from, int to);
/* The state of that name, or -1. */
int sm_find(const struct sm_state *table, int count, const char *name);

#endif
