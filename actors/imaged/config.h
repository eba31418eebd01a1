/*
 * config - an image's configuration, from its JSON to what containers take from it.  It is somebody
 * else's: what makes no sense there is left out, and nothing of it grants anything.
 */
#ifndef IMAGED_CONFIG_H
#define IMAGED_CONFIG_H

#include "protocol/gen/messages.h"

#include <jansson.h>

/* Fills config, history, os and architecture; what it points to lives as long as the process. */
void config_read(json_t *config, const char *want_os, struct image_record *out);

#endif
