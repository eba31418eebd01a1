/*
 * handled - what the generated code needs of the actor skeleton (actors/request.c,
 * actors/peer.c), and the token that makes every handler say how it left.
 */
#ifndef PROTOCOL_HANDLED_H
#define PROTOCOL_HANDLED_H

#include "base/err.h"
#include "protocol/wire.h"

struct request;
struct actor;

/* A handler ends with `return reply_x(...)`, `return request_fail(...)` or `return HANDLED_LATER`. */
typedef struct {
    int replied;
} handled;

#define HANDLED_LATER ((handled){ 0 })

/* What an ask is about, handed back with its answer: ids, never pointers to records. */
struct about {
    struct request *req;                /* the request to be answered in the end, or NULL */
    char id[72];                        /* of what it is about: a container's id, a digest, a name, or "" */
    uint64_t number;
};

typedef void (*answer_fn)(void *self, const struct about *about, struct wire_reader *result,
                          const struct err *failed, void *then);

handled request_fail(struct request *req, const struct err *e);
handled request_reply(struct request *req, const struct wire_writer *result);
/* Room for the decoded message; lives as long as the request. */
void *request_room(struct request *req, size_t size);
void *request_message(const struct request *req);

void actor_ask(struct actor *a, const char *to, const char *verb, const struct wire_writer *args,
               int64_t deadline_ms, struct about about, answer_fn decode, void *then);
void *actor_self(struct actor *a);

struct dispatch_row {
    const char *verb;
    const char *from[5];                /* actors that may send it, NULL-terminated */
    handled (*run)(void *self, struct request *req, struct wire_reader *args);
};

#endif
