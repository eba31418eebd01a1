/*
 * zmtp - one DEALER connection over a unix socket, without libzmq: a command line
 * client lives a few milliseconds, and loading libzmq takes three of them
 * (docs/decisions/0003).  Source: RFC 23/ZMTP 3.0, the NULL mechanism.
 */
#ifndef CLIENT_ZMTP_H
#define CLIENT_ZMTP_H

#include "base/err.h"
#include "protocol/wire.h"

#include <stdbool.h>
#include <stdint.h>

struct zmtp;

struct zmtp *zmtp_connect(const char *path, struct err *e);     /* ERR_UNAVAILABLE: nobody listens */
void zmtp_close(struct zmtp *z);
int zmtp_fd(const struct zmtp *z);
int zmtp_send(struct zmtp *z, struct wire_span body, struct err *e);
/*
 * The next message: its first frame, and its second if there is one.  They are valid
 * until the next call.  1: a message, 0: timeout_ms passed, -1: the connection ended.
 */
int zmtp_receive(struct zmtp *z, int timeout_ms, struct wire_span *out_body, struct wire_span *out_blob, struct err *e);

#endif
