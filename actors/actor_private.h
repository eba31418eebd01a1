/* actor_private - what actor.c, request.c and peer.c share; nobody else includes it. */
#ifndef ACTORS_ACTOR_PRIVATE_H
#define ACTORS_ACTOR_PRIVATE_H

#include "actors/actor.h"
#include "base/map.h"

#include <czmq.h>

#define PEER_CANCEL "cancel"            /* the verb of a message whose id is that of the request it ends */
#define SOCKETS_MAX 12

struct peer;

struct actor {
    const struct actor_spec *spec;
    struct actor_options options;
    struct loop *loop;
    struct watch *channel;
    void *self;
    zsock_t *bus;
    struct {
        void *socket;
        socket_fn fn;
        void *arg;
        struct watch *watch;
    } sockets[SOCKETS_MAX];
    int socket_count;
    struct map *requests;               /* number -> struct request, owned */
    uint64_t last_request;
    struct request *held_first, *held_last;     /* answered, waiting for settle */
    struct peer *peers;                 /* by roster row */
    struct map *asks;                   /* number -> struct ask, owned */
    uint64_t last_ask;
    struct timer *flush;
    bool draining, ready;
};

void requests_receive(void *arg, void *socket);         /* arg: the actor */
void requests_settle(struct actor *a);
void requests_done(struct actor *a);
void peers_init(struct actor *a);
void peers_done(struct actor *a);
void peer_changed(struct actor *a, uint32_t row, enum channel_state state);

#endif
