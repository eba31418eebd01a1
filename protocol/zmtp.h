/*
 * zmtp - greeting and frames of ZeroMQ's wire, as pure functions over bytes, for the two
 * places that speak it without libzmq: the command line client (docs/decisions/0003) and
 * the sockets inside containers (docs/decisions/0011).
 * Source: RFC 23/ZMTP 3.0, https://rfc.zeromq.org/spec/23/; the NULL mechanism only.
 */
#ifndef PROTOCOL_ZMTP_H
#define PROTOCOL_ZMTP_H

#include "protocol/wire.h"

#include <stdbool.h>
#include <stdint.h>

#define ZMTP_GREETING 64
#define ZMTP_HEAD_MAX 9

enum { ZMTP_MORE = 1, ZMTP_LONG = 2, ZMTP_COMMAND = 4 };

void zmtp_greeting(uint8_t out[ZMTP_GREETING], bool server);
/* Whether these are the first bytes of a peer's greeting that we can speak with. */
bool zmtp_greeting_ok(const uint8_t in[ZMTP_GREETING]);

/* The READY command as a whole frame; its length.  socket_type: "DEALER", "ROUTER", … */
size_t zmtp_ready(uint8_t out[64], const char *socket_type);
/* The peer's socket type from a READY command's body; false: it is not one. */
bool zmtp_ready_type(struct wire_span body, char out[16]);

/* The head of a frame of len bytes; its own length, 2 or 9. */
size_t zmtp_head(uint8_t out[ZMTP_HEAD_MAX], uint8_t flags, uint64_t len);
/* The frame at the start of bytes: its length with the head, 0 if it is not whole yet, -1 if it is none or above max. */
ssize_t zmtp_frame(struct wire_span bytes, size_t max, uint8_t *out_flags, struct wire_span *out_body);

#endif
