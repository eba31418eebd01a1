/*
 * mountopts - options about mounts and secrets.
 */
#ifndef CLI_MOUNTOPTS_H
#define CLI_MOUNTOPTS_H

#include "base/err.h"
#include "protocol/gen/messages.h"

#define MOUNT_OPTIONS                                                                                                                      \
    { "volume", 'v', "SOURCE:TARGET[:OPTION,…]", "a host path, or a volume's name; ro, rslave, noidmap" },                                 \
        { "mount", 0, "type=bind|volume|tmpfs,…", "source=, target=, readonly, size=, mode=, propagation=, idmap=, allow-host" },          \
        { "tmpfs", 0, "TARGET[:size=…,mode=…]", "an empty filesystem in memory" },                                                         \
        { "secret", 0, "NAME[,target=…,mode=…,uid=…,gid=…]", "a secret as a file in memory (/run/secrets/NAME, 0400)" }

struct mountopts {
    struct wire_writer mounts, secrets;
    uint32_t mount_count, secret_count;
};

void mountopts_init(struct mountopts *o);
void mountopts_done(struct mountopts *o);
/* 1: it is one of MOUNT_OPTIONS; 0: it is none. */
int mountopts_apply(struct mountopts *o, const char *name, const char *text, struct err *e);
void mountopts_finish(const struct mountopts *o, struct container_spec *s);

#endif
