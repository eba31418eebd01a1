/*
 * imageconfig - what a container is to be, once the image has had its say: the request's own
 * fields win, field by field.  Nothing that an image says grants anything.
 */
#ifndef MONITOR_IMAGECONFIG_H
#define MONITOR_IMAGECONFIG_H

#include "protocol/gen/messages.h"

/* Writes the container_spec; ERR_INVALID if neither of them names a command. */
int imageconfig_apply(const struct container_spec *wish, const struct image_config *image, struct wire_writer *out, struct err *e);

#endif
