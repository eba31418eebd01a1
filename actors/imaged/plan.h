/*
 * plan - what an image that is on its way in consists of: as its layout says, or made up
 * for a root filesystem, which says nothing.
 */
#ifndef IMAGED_PLAN_H
#define IMAGED_PLAN_H

#include "actors/imaged/images.h"
#include "actors/imaged/report.h"

struct platform {
    char os[64], arch[64], variant[64];
};

struct plan {
    struct image_record record;         /* points into `bytes` */
    struct wire_list names;
    struct wire_span manifest, config;
    char digest[65], config_digest[65];
    struct image_layer first;           /* a root filesystem's only one */
    struct wire_writer bytes, text;
};

/* "OS/ARCHITECTURE[/VARIANT]"; "": this host's. */
int platform_parse(const char *text, struct platform *out, struct err *e);

/* What quilt-layout wrote; digests of manifest and configuration are taken again. */
int plan_read(struct plan *p, int fd, size_t max, struct err *e);
/* Of an archive that was unpacked and kept as the report says. */
void plan_rootfs(struct plan *p, const struct report *r, const char *platform);
/* Manifest and configuration become blobs. */
int plan_write(const struct plan *p, struct images *s, struct err *e);
void plan_done(struct plan *p);

/* A name that a layout gives: one that says no more than "latest" is none. */
bool plan_tag(struct wire_span name, char out[256]);

#endif
