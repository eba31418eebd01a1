/*
 * asked - questions that wait for somebody else's answer, in memory that outlives this
 * process: netd makes it, quiltd keeps it, and a new dnsd asks them again.
 *
 * Fixed slots.  One that finds no slot, or is longer than its room, is not kept: its
 * client asks again by itself.
 */
#ifndef DNSD_ASKED_H
#define DNSD_ASKED_H

#include "actors/channel.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#define ASKED_NAME "dnsd/asked"         /* by which quiltd keeps it */
#define ASKED_BYTES (4096 * 1024)       /* its size; only what is used takes memory */

struct asked;

struct asked_question {
    char listener[CHANNEL_NAME];
    struct sockaddr_storage from;
    socklen_t from_len;
    const uint8_t *query;
    size_t len;
};

/* fd of ASKED_BYTES; it is closed.  NULL: it cannot be used. */
struct asked *asked_open(int fd);
void asked_close(struct asked *a);      /* NULL is fine; what is in it stays */
/* Its number, above 0, or 0: not kept.  a may be NULL. */
uint32_t asked_put(struct asked *a, const struct asked_question *q, int64_t now_ms);
void asked_done(struct asked *a, uint32_t number);      /* 0 is fine */
/* Takes out what an earlier life left and is not too old to be waited for. */
typedef void (*asked_fn)(void *arg, const struct asked_question *q);
void asked_again(struct asked *a, int64_t now_ms, asked_fn fn, void *arg);

#endif
