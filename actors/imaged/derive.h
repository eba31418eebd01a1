/*
 * derive - an image's plan: said of a layout that was read, or made from another image, a layer,
 * and what a commit wants to be otherwise.  For quilt-layout alone.
 */
#ifndef IMAGED_DERIVE_H
#define IMAGED_DERIVE_H

#include "actors/imaged/json.h"
#include "protocol/gen/messages.h"

void plan_add_layer(struct wire_writer *w, const char *diff, const char *blob, const char *media, uint64_t size, const char *path);
/* Into the file that fd is; the process ends if it cannot be written. */
void plan_say(int fd, const char *os, const struct json_file *manifest, const char *manifest_media, const struct json_file *config, json_t *parsed, const char *config_media,
              const struct wire_list *layers, const struct wire_list *names);

/*
 * args: BLOB DIFF BYTES of the new layer.  Descriptors: 4 an empty directory to be jailed in,
 * 5 the plan's file, 6 and 7 manifest and configuration of the image below, 8 a container_commit.
 */
_Noreturn void derive(char **args);

#endif
