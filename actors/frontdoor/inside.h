/*
 * inside - the control sockets within containers, one for each that asked for it.
 *
 * <run>/icc/<id>/control.sock is what the container finds as /run/quilt/control.sock: who
 * calls is known by the socket that was called.  A directory is mounted and not the
 * socket, so that it can be bound again after a restart.
 * Why libzmq does not serve these: docs/decisions/0011.
 */
#ifndef FRONTDOOR_INSIDE_H
#define FRONTDOOR_INSIDE_H

#include "base/err.h"
#include "base/loop.h"
#include "protocol/gen/messages.h"

#include <stdbool.h>
#include <sys/types.h>

#define INSIDE_FRAME_BYTES 131072       /* of one message: twice what an inbox takes */

struct inside;

struct inside_message {
    uint64_t connection;                /* for the answer; never used again */
    struct caller caller;               /* with the container */
    bool delimiter;
    struct wire_span body;
    const char *broken;                 /* what is wrong with its frames, or NULL */
};

/* false: the message was malformed.  After PROTOCOL_MALFORMED_MAX of those the connection ends. */
typedef bool (*inside_fn)(void *arg, const struct inside_message *m);
/* A connection has ended: nobody takes what it asked for. */
typedef void (*inside_gone_fn)(void *arg, uint64_t connection);

/* While still root: the directory in which uid will make the others; nobody else of the host gets through it. */
int inside_prepare(const char *run_dir, uid_t uid, struct err *e);

struct inside *inside_new(struct loop *l, const char *run_dir, inside_fn fn, inside_gone_fn gone, void *arg);
void inside_free(struct inside *s);     /* the sockets stay in their places: their containers run on */
int inside_open(struct inside *s, const char *container, struct err *e);       /* done already is done */
void inside_close(struct inside *s, const char *container);     /* and its directory goes */
/* Those of these containers and no others. */
int inside_keep(struct inside *s, const struct wire_list *containers, struct err *e);
/* false: the connection has ended.  Keeps what cannot be sent yet. */
bool inside_send(struct inside *s, uint64_t connection, bool delimiter, struct wire_span body);

#endif
