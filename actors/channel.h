/*
 * channel - what supervisor and actors say to each other, over descriptor 3 of the
 * actor: fixed structures on SOCK_SEQPACKET.  The supervisor parses nothing else.
 *
 * Descriptors that must outlive their actor (the sockets on which names are answered)
 * are kept by the supervisor, by name: the actor that makes them gives them, the one
 * that the name begins with gets them, after each of its starts again.
 */
#ifndef ACTORS_CHANNEL_H
#define ACTORS_CHANNEL_H

#include <stdint.h>

#define CHANNEL_FD 3
#define CHANNEL_NAME 32

enum channel_type {
    CHANNEL_PING = 1,                   /* to the actor; answered by its main loop */
    CHANNEL_DRAIN = 2,                  /* to the actor: finish and exit */
    CHANNEL_PEER = 3,                   /* to the actor: row `actor` of the roster is in `state` */
    CHANNEL_PONG = 4,                   /* from the actor, `number` = requests in work */
    CHANNEL_READY = 5,                  /* from the actor */
    CHANNEL_SHUTDOWN = 6,               /* from the monitor: end all of Quilt */
    CHANNEL_KEEP = 7,                   /* from an actor: keep the descriptor that comes along under `name`; without one: close it */
    CHANNEL_HELD = 8,                   /* to the actor that `name` begins with: the descriptor; to the one that gave it: that it is kept */
    CHANNEL_GONE = 9,                   /* to the actor that `name` begins with: it is closed */
};

enum channel_state { CHANNEL_STARTING, CHANNEL_UP, CHANNEL_DOWN, CHANNEL_DEGRADED };

struct channel_message {
    uint32_t type, actor, state, pid;
    uint64_t number;                    /* PEER: restarts */
    char name[CHANNEL_NAME];            /* KEEP, HELD, GONE: "<actor>/…" */
};

#endif
