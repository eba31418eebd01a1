/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_ASK_H
#define PROTOCOL_GEN_ASK_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

/* ask_x sends the request and calls `then` once: with the reply, or with `failed` (reply is NULL).
 * then may be NULL: nobody waits. */

#endif
