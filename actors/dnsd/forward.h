/*
 * forward - questions to other servers: each in flight has a socket of its own, connected,
 * so that its port is random and only that server's packets arrive, and a random id.
 *
 *     udp --answer--> done      --truncated--> tcp --answer--> done
 *      `--no answer in time, SERVFAIL or REFUSED--> the next server, twice round --> failed
 *
 * Bounded: so many in flight in all and for one client; more are answered SERVFAIL by
 * the caller at once.
 */
#ifndef DNSD_FORWARD_H
#define DNSD_FORWARD_H

#include "actors/dnsd/message.h"
#include "base/loop.h"

#include <sys/socket.h>

#define SERVERS_MAX 8

struct servers {
    struct sockaddr_storage list[SERVERS_MAX];
    int count;
};

struct forward;
struct flight;

/* reply NULL: nobody answered.  The question is the one that was given. */
typedef void (*forward_fn)(void *arg, const struct question *q, void *about, const uint8_t *reply, size_t len, const struct reply_facts *facts);

struct forward *forward_new(struct loop *l, forward_fn fn, void *arg);
void forward_free(struct forward *f);
/* query: the client's bytes, copied.  about is handed back.  -1: too many in flight. */
int forward_ask(struct forward *f, const struct servers *s, const uint8_t *query, size_t len, const struct question *q, const void *client, size_t client_len, void *about);
size_t forward_in_flight(const struct forward *f);

/* "192.0.2.1", "2001:db8::1": port 53, "192.0.2.1#5353" another; -1: not an address. */
int servers_add(struct servers *s, const char *text);
/* The nameservers of a resolv.conf. */
void servers_of_file(struct servers *s, const char *path);

#endif
