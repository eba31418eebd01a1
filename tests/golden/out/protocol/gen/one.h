/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_ONE_H
#define PROTOCOL_GEN_ONE_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct one;

/* Does it.
 * From clients, frontdoor. */
handled on_thing_do(struct one *self, const struct thing_do *m, struct request *req);
handled reply_thing_do(struct request *req, const struct thing_do_reply *m);
const struct thing_do *thing_do_of(const struct request *req);

extern const struct dispatch_row one_dispatch[];

#endif
