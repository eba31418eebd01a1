/*
 * setup - what a setup command of the user's means: `npm: typescript` is a package to
 * install with what the image has, anything else is for the shell as it is.
 */
#ifndef MONITOR_SETUP_H
#define MONITOR_SETUP_H

#include "protocol/gen/messages.h"

int setup_check(const struct container_spec *s, struct err *e);
/* A script for sh; the caller frees it. */
char *setup_script(const char *line);

#endif
