/*
 * terminal - our own terminal while it is somebody else's: raw, sized, and given back
 * as it was on every way out; and the keys that leave a container without ending it.
 */
#ifndef CLI_TERMINAL_H
#define CLI_TERMINAL_H

#include "base/err.h"
#include "protocol/wire.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* When stdin is a terminal: every key goes through.  It is given back at exit, too. */
void terminal_raw(void);
void terminal_restore(void);            /* idempotent */
/* Stops this process as ^Z would, with the terminal as it was; returns when it is continued. */
void terminal_suspend(void);
/* false: neither stdin nor stdout is one. */
bool terminal_measure(uint64_t *out_rows, uint64_t *out_columns);

/* Adds TERM, as ours is, to pairs of an environment that do not have it. */
void terminal_put_type(struct wire_writer *env, uint32_t *count);

#define DETACH_KEYS "ctrl-p,ctrl-q"

struct detach {
    uint8_t keys[16];
    size_t count, matched;              /* matched: seen and held back */
};

/* "a,ctrl-b,…"; "" for none. */
int detach_parse(struct detach *d, const char *text, struct err *e);
/*
 * What is typed goes on to `out`, which has room for len + sizeof keys; its new length.
 * Keys that may begin the sequence are held back until they do not.  *out_left: it was typed.
 */
size_t detach_filter(struct detach *d, const uint8_t *in, size_t len, uint8_t *out, bool *out_left);

#endif
