/*
 * settings - what quiltd was told: command line over configuration file over defaults.
 *
 * The file has lines "name = value"; '#' begins a comment.  An unknown name or a bad
 * value is an error that names the line.
 */
#ifndef SUPERVISOR_SETTINGS_H
#define SUPERVISOR_SETTINGS_H

#include "base/err.h"

#define RUN_DIR_MAX 77                  /* paths of sockets end at 107 bytes: <run>/icc/<id>/control.sock is the longest */

struct settings {
    char run_dir[96], state_dir[1024], instance[40], config[1024];
    char libexec_dir[1024], share_dir[1024];
    char log_level[16], log_format[16];
};

/* 0; -1 with e; 1: --help or --version was answered. */
int settings_read(struct settings *s, int argc, char **argv, struct err *e);

#endif
