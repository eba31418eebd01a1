/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_DNSD_H
#define PROTOCOL_GEN_DNSD_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct dnsd;

/* Answered when the names of this generation are answered.
 * From monitor. */
handled on_dns_sync(struct dnsd *self, const struct dns_sync *m, struct request *req);
handled reply_dns_sync(struct request *req, const struct dns_sync_reply *m);
const struct dns_sync *dns_sync_of(const struct request *req);

extern const struct dispatch_row dnsd_dispatch[];

#endif
