/*
 * filter - the default system call filter, compiled once with libseccomp and kept as BPF.
 *
 * What is refused answers EPERM; what is newer than the list answers ENOSYS, so that
 * programs fall back.  Foreign architectures (32-bit entry, x32) are refused whole.
 */
#ifndef MONITOR_FILTER_H
#define MONITOR_FILTER_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

/* struct sock_filter array for this capability set; the caller frees it. */
int filter_compile(uint64_t caps, void **out_bpf, size_t *out_count, struct err *e);

#endif
