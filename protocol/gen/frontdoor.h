/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_FRONTDOOR_H
#define PROTOCOL_GEN_FRONTDOOR_H
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

struct frontdoor;

/* Protocol range, limits, and where the event log stands.
 * From clients. */
handled on_hello(struct frontdoor *self, const struct hello *m, struct request *req);
handled reply_hello(struct request *req, const struct hello_reply *m);
const struct hello *hello_of(const struct request *req);

/* Whether every actor is ready.
 * From clients. */
handled on_health(struct frontdoor *self, const struct health *m, struct request *req);
handled reply_health(struct request *req, const struct health_reply *m);
const struct health *health_of(const struct request *req);

/* Make and serve a container's own control socket; done already is done.
 * From monitor. */
handled on_frontdoor_icc_open(struct frontdoor *self, const struct frontdoor_icc_open *m, struct request *req);
handled reply_frontdoor_icc_open(struct request *req, const struct frontdoor_icc_open_reply *m);
const struct frontdoor_icc_open *frontdoor_icc_open_of(const struct request *req);

/* End a container's own control socket and remove it.
 * From monitor. */
handled on_frontdoor_icc_close(struct frontdoor *self, const struct frontdoor_icc_close *m, struct request *req);
handled reply_frontdoor_icc_close(struct request *req, const struct frontdoor_icc_close_reply *m);
const struct frontdoor_icc_close *frontdoor_icc_close_of(const struct request *req);

/* Serve these containers' own control sockets and no others: after a restart of either side.
 * From monitor. */
handled on_frontdoor_icc_keep(struct frontdoor *self, const struct frontdoor_icc_keep *m, struct request *req);
handled reply_frontdoor_icc_keep(struct request *req, const struct frontdoor_icc_keep_reply *m);
const struct frontdoor_icc_keep *frontdoor_icc_keep_of(const struct request *req);

/* One tick of statistics, for the stats socket and the HTTP endpoint.
 * From monitor. */
handled on_frontdoor_samples(struct frontdoor *self, const struct frontdoor_samples *m, struct request *req);
handled reply_frontdoor_samples(struct request *req, const struct frontdoor_samples_reply *m);
const struct frontdoor_samples *frontdoor_samples_of(const struct request *req);

extern const struct dispatch_row frontdoor_dispatch[];

#endif
