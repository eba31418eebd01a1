/*
 * report - what imaged's worker processes say to it, over descriptor 3: one fixed
 * structure a packet of a SOCK_SEQPACKET pair; any number of progress and found, then
 * one done or failed.  Descriptors 4 and up are what the worker works on.
 *
 * Nothing in a report is trusted: imaged checks numbers, digests and paths again.
 */
#ifndef IMAGED_REPORT_H
#define IMAGED_REPORT_H

#include <stdint.h>

enum { REPORT_FD = 3, WORK_FD = 4 };
enum report_type { REPORT_PROGRESS = 1, REPORT_FOUND, REPORT_DONE, REPORT_FAILED };

struct report {
    uint32_t type, code;                /* failed: an ERR_* */
    uint64_t flags, done_bytes, total_bytes, bytes, entries;
    char blob[65], diff[65];
    char text[4100];                    /* failed: why, naming the entry; found: what */
};

/* ---- for the worker */
/* Ends with its parent: call it first. */
void report_begin(const char *name);
/* At most one a MiB of `done_bytes`. */
void report_progress(const struct report *r);
/* Whether or not it is heard. */
void report_tell(const struct report *r);
void report_found(const struct report *r);
_Noreturn void report_done(struct report *r);
_Noreturn void report_failed(int code, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* The code for an errno: a full disk is `exhausted`, all else `other`. */
int report_code(int sys, int other);

#endif
