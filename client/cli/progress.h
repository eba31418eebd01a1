/*
 * progress - what is on its way while a request waits: a bar for each image, or each of its
 * layers, on a terminal; nothing elsewhere.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "client/cli/verbs.h"

#define PROGRESS_AFTER_MS 300           /* what is quicker is not worth a bar */

/* On a connection of its own; *lines: how many are on the screen, 0 at first. */
void progress_show(const struct args *a, unsigned *lines);
void progress_clear(unsigned *lines);
/* As quilt_call, with bars meanwhile. */
int progress_call(struct quilt *q, const struct args *a, const char *verb, const struct wire_writer *args, const char *idem, struct quilt_reply *out, struct err *e);

#endif
