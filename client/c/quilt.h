/*
 * quilt.h - libquilt: requests to a Quilt daemon, and their replies.
 *
 *     struct quilt *q = quilt_open(quilt_run_dir(NULL), QUILT_CONTROL, &e);
 *     quilt_call(q, "container.status", &args, NULL, 5000, &reply, &e);
 *
 * One connection, one thread.  Messages are those of protocol/gen/messages.h.
 */
#ifndef CLIENT_QUILT_H
#define CLIENT_QUILT_H

#include "base/err.h"
#include "protocol/gen/messages.h"

#include <stdbool.h>

enum quilt_socket { QUILT_CONTROL, QUILT_DATA };

struct quilt;

struct quilt_reply {
    struct wire_span result;            /* valid until the next receive */
    struct wire_span blob;
    uint64_t id;                        /* of the request it answers */
    uint64_t part;
    bool more;
};

/* given, else QUILT_RUN_DIR, else /run/quilt. */
const char *quilt_run_dir(const char *given);

struct quilt *quilt_open(const char *run_dir, enum quilt_socket socket, struct err *e);
void quilt_close(struct quilt *q);
int quilt_fd(const struct quilt *q);

/* The request's number, or 0 with e.  args may be NULL; idem may be NULL; deadline_ms 0: none. */
uint64_t quilt_send(struct quilt *q, const char *verb, const struct wire_writer *args, const char *idem, int64_t deadline_ms, struct err *e);
/*
 * 1: a reply or a part; 0: nothing within timeout_ms (-1: for ever, but a signal ends it);
 * -1: the request failed (e says why) or the connection ended (ERR_UNAVAILABLE).
 */
int quilt_receive(struct quilt *q, int timeout_ms, struct quilt_reply *out, struct err *e);
/* One request, one reply.  0, or -1. */
int quilt_call(struct quilt *q, const char *verb, const struct wire_writer *args, const char *idem, int64_t deadline_ms, struct quilt_reply *out, struct err *e);
void quilt_credit(struct quilt *q, uint64_t stream, uint64_t bytes);

#endif
