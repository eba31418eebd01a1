/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_MESSAGES_H
#define PROTOCOL_GEN_MESSAGES_H
#include "protocol/wire.h"

#define PROTOCOL_VERSION 1
#define PROTOCOL_FRAME_BYTES 1024u
#define PROTOCOL_CHUNK_BYTES 64u
#define PROTOCOL_MALFORMED_MAX 3

/* A name. */
extern const struct wire_rule name_rule;
struct name {
    char text[9];
};
int name_read(struct wire_reader *r, struct name *out, struct err *e);
/* A digit. */
int digit_read(struct wire_reader *r, uint64_t *out, struct err *e);
/* A colour. */
enum colour { COLOUR_RED, COLOUR_DARK_BLUE };
enum { COLOUR_COUNT = 2 };
const char *colour_name(enum colour v);
int colour_read(struct wire_reader *r, enum colour *out, struct err *e);
/* Two. */
struct pair {
    enum colour colour;
    struct wire_list digits;
};
int pair_read(struct wire_reader *r, struct pair *out, struct err *e);
void pair_write(struct wire_writer *w, const struct pair *m);
/* Does it. */
struct thing_do {
    struct pair pair;
    struct name name;   /* whose */
    bool has_count;
    uint64_t count;   /* how often */
};
int thing_do_read(struct wire_reader *r, struct thing_do *out, struct err *e);
void thing_do_write(struct wire_writer *w, const struct thing_do *m);

struct thing_do_reply {
    struct pair pair;
};
int thing_do_reply_read(struct wire_reader *r, struct thing_do_reply *out, struct err *e);
void thing_do_reply_write(struct wire_writer *w, const struct thing_do_reply *m);
/* It was done. */
struct event_done {
    struct name name;
};
int event_done_read(struct wire_reader *r, struct event_done *out, struct err *e);
void event_done_write(struct wire_writer *w, const struct event_done *m);
#endif
