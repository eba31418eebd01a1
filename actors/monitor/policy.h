/*
 * policy - what the monitor decides, without clock, kernel or messages: why a
 * container ended, whether it starts again and when, which error a failed step is.
 */
#ifndef MONITOR_POLICY_H
#define MONITOR_POLICY_H

#include "base/err.h"
#include "protocol/gen/messages.h"
#include "runtime/record.h"

/* The record of a keeper as clients see it.  stop: why it was being stopped, NULL if it was not. */
struct container_exit policy_exit(const struct exit_record *r, const enum exit_reason *stop);

/* The error behind a stage that failed. */
void policy_failure(const struct launch_failure *f, struct err *out);

/* One more result of a health check.  counts: failures count already.  Whether the status is another now. */
bool policy_health(const struct health_check_spec *spec, bool ok, bool counts, uint64_t *failures, enum health_status *status);

/* Whether an incarnation that ended so is followed by another. */
bool policy_restarts(enum restart_policy policy, uint64_t max, uint64_t restarts, enum want want, const struct container_exit *exit);
/* Milliseconds before the next start: doubling from 100 ms to a minute, anew after ten seconds of running. */
int64_t policy_backoff_ms(int64_t last_ms, uint64_t ran_ns);

#endif
