/*
 * channel - what supervisor and actors say to each other, over descriptor 3 of the
 * actor: fixed structures on SOCK_SEQPACKET.  The supervisor parses nothing else.
 */
#ifndef ACTORS_CHANNEL_H
#define ACTORS_CHANNEL_H

#include <stdint.h>

#define CHANNEL_FD 3

enum channel_type {
    CHANNEL_PING = 1,                   /* to the actor; answered by its main loop */
    CHANNEL_DRAIN = 2,                  /* to the actor: finish and exit */
    CHANNEL_PEER = 3,                   /* to the actor: row `actor` of the roster is in `state` */
    CHANNEL_PONG = 4,                   /* from the actor, `number` = requests in work */
    CHANNEL_READY = 5,                  /* from the actor */
    CHANNEL_SHUTDOWN = 6,               /* from the monitor: end all of Quilt */
};

enum channel_state { CHANNEL_STARTING, CHANNEL_UP, CHANNEL_DOWN, CHANNEL_DEGRADED };

struct channel_message {
    uint32_t type, actor, state, pid;
    uint64_t number;                    /* PEER: restarts */
};

#endif
