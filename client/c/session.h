/*
 * session - libquilt's second half: requests that are done once, events and output that
 * resume, input by offset.  Everything here comes back after a lost connection for up to
 * QUILT_PATIENCE_MS, from the byte or the event where it was.
 *
 *     struct quilt_client *c = quilt_client_new(NULL);
 *     quilt_ask(c, "container.stop", &args, &reply, &e);          a key is made where one is needed
 *     while (quilt_output_next(o, -1, &part, &e) == QUILT_ITEM) …
 *
 * Poll-able: *_fd for poll(2), then *_next with timeout 0 until it gives QUILT_NOTHING.
 * One thread an object.
 */
#ifndef CLIENT_SESSION_H
#define CLIENT_SESSION_H

#include "client/c/quilt.h"

#define QUILT_PATIENCE_MS 15000

enum { QUILT_FAILED = -1, QUILT_NOTHING = 0, QUILT_ITEM = 1, QUILT_END = 2 };

/* ---- requests */
struct quilt_client;

struct quilt_client *quilt_client_new(const char *run_dir);     /* NULL: QUILT_RUN_DIR, or /run/quilt; connects when it is needed */
void quilt_client_free(struct quilt_client *c);
/* Again and again until it is answered; idem NULL: a key of its own for this call.  reply: valid until the next call. */
int quilt_ask(struct quilt_client *c, const char *verb, const struct wire_writer *args, const char *idem, struct quilt_reply *reply, struct err *e);

/* ---- events: each once and in order */
struct quilt_events;

struct quilt_events *quilt_events_open(const char *run_dir, uint64_t after, struct err *e);
void quilt_events_close(struct quilt_events *ev);
int quilt_events_fd(const struct quilt_events *ev);
/*
 * QUILT_ITEM: out, which points into memory that is valid until the next call.  QUILT_FAILED with
 * ERR_TRUNCATED: events were compacted away; the next call goes on with e->oldest.
 */
int quilt_events_next(struct quilt_events *ev, int timeout_ms, struct event *out, struct err *e);

/* ---- output, and input, of an exec session (exec_id) or a container (exec_id NULL) */
struct quilt_output;

struct quilt_part {
    enum stream_name stream;
    uint64_t offset;                    /* of its first byte, counting both streams */
    struct wire_span data;              /* valid until the next call */
};

struct quilt_output *quilt_output_open(const char *run_dir, const char *container, const char *exec_id, uint64_t offset, struct err *e);
void quilt_output_close(struct quilt_output *o);
int quilt_output_fd(const struct quilt_output *o);
/* QUILT_END: *out_exit says how it ended. */
int quilt_output_next(struct quilt_output *o, int timeout_ms, struct quilt_part *out, struct container_exit *out_exit, struct err *e);
uint64_t quilt_output_dropped(const struct quilt_output *o);    /* bytes that were gone before they could be read */

/* All of `data` into its standard input, from *offset on, which advances; end: and then the end.  ERR_STATE: nobody reads it. */
int quilt_input(struct quilt_client *c, const char *container, const char *exec_id, uint64_t *offset, const void *data, size_t len, bool end, struct err *e);

#endif
