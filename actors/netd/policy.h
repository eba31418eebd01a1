/*
 * policy - from rules to chains.  Pure: knows no kernel and no socket.
 *
 * A policy becomes one chain a direction.  A packet that is not of a reply enters it by
 * the address of its container; `allow` returns, `deny` counts and rejects, and so does
 * the end of the chain where the direction's default is deny.  With audit nothing is
 * rejected, only counted.
 */
#ifndef NETD_POLICY_H
#define NETD_POLICY_H

#include "actors/netd/script.h"
#include "base/err.h"
#include "protocol/gen/messages.h"

/* Refuses ports without a protocol that has them, bad CIDRs, and two rules that contradict each other. */
int policy_check(const struct policy *p, struct err *e);
/* Whether it restricts anything; a policy that does not has no chain. */
bool policy_restricts(const struct policy *p);
/* Chains eg_<name> and in_<name>, and counters of the same names, in the inet table; existing ones are refilled. */
void policy_chains(struct script *s, const char *table, const char *name, const struct policy *p);
void policy_remove_chains(struct script *s, const char *table, const char *name);

#endif
