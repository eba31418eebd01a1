/*
 * registry - names of images in registries: HOST[:PORT]/NAME[:TAG][@sha256:DIGEST].
 */
#ifndef IMAGED_REGISTRY_H
#define IMAGED_REGISTRY_H

#include "base/err.h"

struct registry_name {
    char host[256], name[256], reference[160];      /* reference: a tag, or sha256:… */
    char tag[256];                      /* what the image is called here: without a digest */
};

/* There is no registry that is meant when none is named. */
int registry_parse(const char *text, struct registry_name *out, struct err *e);
/* This machine's own: no other one listens in. */
int registry_is_loopback(const char *host);

#endif
