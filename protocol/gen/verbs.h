/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef PROTOCOL_GEN_VERBS_H
#define PROTOCOL_GEN_VERBS_H
#include "protocol/wire.h"

enum role { ROLE_NONE, ROLE_VIEWER, ROLE_OPERATOR, ROLE_ADMIN };

struct verb {
    const char *name, *to;
    enum role role;                     /* the least that may send it */
    bool mutates, stream, oneway;
    bool inside;                        /* a container may send it on its own socket */
    int64_t deadline_ms;                /* 0: none of its own */
    int (*check)(struct wire_reader *args, struct err *e);
};

extern const struct verb verbs[];       /* what clients may send; sorted by name */
extern const int verb_count;

const struct verb *verb_find(struct wire_span name);    /* NULL: unknown */

#endif
