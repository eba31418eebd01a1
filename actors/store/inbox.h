/*
 * inbox - messages between containers: kept until they are acknowledged (at least
 * once), at most so many and so large, gone with the container.
 */
#ifndef STORE_INBOX_H
#define STORE_INBOX_H

#include "actors/store/db.h"
#include "protocol/gen/messages.h"

#define INBOX_MESSAGES_MAX 1000
#define INBOX_OF_SENDER_MAX 100         /* of one container, so that none can close another's inbox to the rest */
#define INBOX_BODY_MAX 65536
#define INBOX_BYTES 600000              /* about as much in one answer; a message more at least */
#define INBOX_BYTES_INSIDE 60000

/* ERR_EXHAUSTED: its inbox is full, or holds sender_max of that sender. */
int inbox_add(struct db *d, const char *container, const char *sender, uint64_t sender_max, const struct icc_publish *m, struct err *e);
/* Items: struct inbox_message. */
int inbox_items(struct db *d, const char *container, uint64_t after, uint64_t limit, size_t bytes, struct wire_writer *items, struct err *e);
int inbox_ack(struct db *d, const char *container, uint64_t id, uint64_t *out_left, struct err *e);
int inbox_drop(struct db *d, const char *container, struct err *e);

#endif
