/*
 * hold - published ports of the host, held by sockets of ours so that they are really
 * ours: nobody else can bind them, and a port that somebody has is refused.
 *
 * Packets from other machines never reach these sockets (nftables redirects them
 * before); what comes over loopback does, and proxy.c carries it on.
 */
#ifndef NETD_HOLD_H
#define NETD_HOLD_H

#include "base/err.h"

#include <stdint.h>

/* host 0: every address of the host.  A bound (tcp: listening) descriptor, or -1. */
int hold_port(const char *protocol, uint32_t host, uint64_t port, struct err *e);

#endif
