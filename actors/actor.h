/*
 * actor - the skeleton of every process: options, log, sockets, privileges dropped,
 * ready, loop, drain, exit.  An actor is handlers plus its state.
 *
 *     options -> bus socket bound -> spec.prepare (root) -> privileges dropped
 *       -> spec.start -> [actor_ready] -> loop ... drain -> spec.stop -> exit
 */
#ifndef ACTORS_ACTOR_H
#define ACTORS_ACTOR_H

#include "actors/channel.h"
#include "base/err.h"
#include "base/loop.h"
#include "protocol/gen/messages.h"
#include "protocol/handled.h"

#include <stdbool.h>

struct actor_options {
    char run_dir[96], state_dir[1024], instance[40], libexec_dir[1024], share_dir[1024], config[1024];
    uint64_t epoch;
};

struct actor_spec {
    const char *name;
    const struct dispatch_row *dispatch;
    int (*prepare)(struct actor *a, struct err *e);             /* still root; may be NULL */
    void *(*start)(struct actor *a, struct err *e);             /* the actor's state, or NULL */
    void (*stop)(void *self);                                   /* may be NULL */
    /* At the end of a pass of the loop, before held replies leave; -1: they become errors. */
    int (*settle)(void *self, struct err *e);                   /* may be NULL: replies leave at once */
    /* A descriptor that the supervisor keeps: fd for this actor, which owns it from now on; -1: it is closed, or kept for another. */
    void (*held)(void *self, const char *name, int fd);         /* may be NULL */
    void (*peer_changed)(void *self, const char *peer, enum channel_state state, uint32_t pid, uint64_t restarts);
};

/* The whole of main(). */
int actor_main(int argc, char **argv, const struct actor_spec *spec);

struct loop *actor_loop(struct actor *a);
const struct actor_options *actor_options(const struct actor *a);
void actor_ready(struct actor *a);              /* tells the supervisor */
void actor_request_shutdown(struct actor *a);   /* ends all of Quilt */
/* Gives the supervisor a copy of fd to keep as "<actor that uses it>/…"; -1: to close it. */
void actor_keep(struct actor *a, const char *name, int fd);

/* One more ZeroMQ socket in the loop; fn must drain it. */
typedef void (*socket_fn)(void *arg, void *zmq_socket);
void actor_watch_socket(struct actor *a, void *zmq_socket, socket_fn fn, void *arg);
/* Binds below the run directory; owner uid, group gid, mode.  NULL with e.  A czmq socket type. */
void *actor_bind(struct actor *a, const char *name, int type, uid_t uid, gid_t gid, unsigned mode, struct err *e);

/* Who sent it, by the kernel's word, from a zmq_msg_t that is not the identity frame; -1: not known. */
int actor_credentials(void *zmq_payload, uid_t *out_uid, gid_t *out_gid);

/* ---- requests (actors/request.c) */
const char *request_verb(const struct request *r);
const char *request_from(const struct request *r);
const struct caller *request_caller(const struct request *r);
const char *request_idem(const struct request *r);      /* "" without one */
bool request_repeated(const struct request *r); /* it may have been done already */
struct wire_span request_args(const struct request *r);
struct actor *request_actor(const struct request *r);
uint64_t request_number(const struct request *r);       /* names it within this process */
struct request *request_find(struct actor *a, uint64_t number); /* NULL: answered already */
struct wire_span request_id(const struct request *r);
/* One part of a stream: its fields, and bytes (may be empty). */
void request_part(struct request *r, const struct wire_writer *result, struct wire_span blob);
/* Called if the request ends before it was answered: its deadline passed or its client went. */
void request_on_drop(struct request *r, void (*fn)(void *self, uint64_t number));
handled request_error(struct request *r, int code, const char *fmt, ...) __attribute__((format(printf, 3, 4)));

/* ---- asking others (actors/peer.c) */
struct peer_reply {
    const struct err *failed;           /* NULL: result is there */
    struct wire_span result;
    struct wire_span error;             /* the raw error_body, to be handed on; empty if it is ours */
    struct wire_span blob;
    uint64_t part;
    bool more;
};

typedef void (*peer_fn)(void *self, uint64_t ask, const struct peer_reply *reply);

struct peer_request {
    const char *to, *verb;
    struct wire_span args;
    bool repeated;                      /* it came before, and whether it was done is not known */
    const char *idem;                   /* NULL or "": none */
    const struct caller *caller;        /* NULL: this actor itself */
    int64_t deadline_ms;                /* 0: none */
    bool oneway;
    bool once;                          /* never sent twice: fails when the peer goes away (streams) */
    peer_fn fn;
};

uint64_t peer_send(struct actor *a, const struct peer_request *r);      /* the ask's number */
void peer_cancel(struct actor *a, uint64_t ask);        /* its reply will be ignored, and the other side is told */

#endif
