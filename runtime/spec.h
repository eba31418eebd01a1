/*
 * spec - everything a keeper needs to know, as one flat block in a sealed memfd.
 *
 * The monitor builds it, the keeper maps it: no parser, no allocation.  Texts and
 * lists are offsets into the block; spec_open checks every one of them.
 */
#ifndef RUNTIME_SPEC_H
#define RUNTIME_SPEC_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SPEC_MAGIC 0x51530001u

enum spec_flag {
    SPEC_EXEC = 1,                      /* join a running container instead of making one */
    SPEC_NET_NEW = 2,
    SPEC_READ_ONLY = 4,
    SPEC_NO_NEW_PRIVS = 8,
    SPEC_USERNS = 16,
    SPEC_VOLATILE = 32,                 /* the writable layer need not survive a power cut */
    SPEC_STDIN = 128,                   /* standard input comes from the keeper, not from /dev/null */
    SPEC_WORK = 1024,                   /* with SPEC_EXEC: a program of the host's works on the container's tree, descriptor 3 */
    SPEC_TREE = 2048,                   /* with SPEC_WORK: the container does not run, its tree is made for it */
    SPEC_LOG_BLOCK = 512,               /* a full log makes the container wait; else the oldest is dropped */
    SPEC_TTY = 256,                     /* standard input, output and error are a terminal of its own */
    SPEC_NET_GIVEN = 64,                /* a network namespace that was made before comes as a descriptor */
};

struct spec_list {
    uint32_t at, count;
};

enum spec_mount_kind { SPEC_BIND, SPEC_TMPFS, SPEC_SECRET };
enum spec_mount_flag {
    SPEC_MOUNT_READ_ONLY = 1,
    SPEC_MOUNT_IDMAP = 2,               /* its owners are the container's ids */
    SPEC_MOUNT_SLAVE = 4,               /* what the host mounts below it is seen */
    SPEC_MOUNT_FILL = 8,                /* a new volume gets what the image has there */
};

struct spec_mount {
    uint32_t kind, flags, mode, source, target, uid, gid, pad;
    uint64_t size_bytes;
};

struct spec_rlimit {
    uint32_t resource, pad;
    uint64_t soft, hard;
};

/* -1: not limited */
struct spec_limits {
    int64_t memory_bytes, swap_bytes, pids_max, cpu_millis, cpu_weight, io_weight;
};

struct spec {
    uint32_t magic, size, flags;
    uint32_t tty_size;                  /* rows << 16 | columns */
    uint64_t incarnation, caps, shm_bytes, log_max_bytes, log_segment_bytes;
    uint32_t log_segments;              /* 0: as many as log_max_bytes allow */
    uint32_t pad_;
    struct spec_limits limits;
    uint32_t userns_host, userns_count;
    /* texts */
    uint32_t id, hostname, user, workdir, cgroup, cpuset, run_dir, log_dir, upper, work;
    uint32_t leaf;                      /* exec: its own group below that one */
    uint32_t pad;
    /* lists of texts (8-byte slots) */
    struct spec_list lower, argv, env;
    struct spec_list dirs;              /* that the image wants to be there */
    struct spec_list setup;             /* pairs: as the user wrote it, a script for sh */
    /* lists of structures */
    struct spec_list mounts, rlimits;
    struct spec_list bpf;               /* struct sock_filter */
};

/* ---- building */
struct spec_builder {
    uint8_t *data;
    size_t len, room;
};

void spec_begin(struct spec_builder *b);
void spec_free(struct spec_builder *b);
struct spec *spec_of(struct spec_builder *b);           /* valid until the next call below */
uint32_t spec_add_text(struct spec_builder *b, const char *text, size_t len);
uint32_t spec_add_str(struct spec_builder *b, const char *text);
struct spec_list spec_add_texts(struct spec_builder *b, const uint32_t *texts, uint32_t count);
struct spec_list spec_add_array(struct spec_builder *b, const void *items, size_t item_size, uint32_t count);
/* A sealed, close-on-exec memfd that the caller owns, or -1. */
int spec_seal(struct spec_builder *b, struct err *e);

/* ---- reading */
/* Maps privately; every offset has been checked.  NULL with errno. */
struct spec *spec_open(int fd);
const char *spec_text(const struct spec *s, uint32_t at);       /* "" for 0 */
/* The list as a NULL-terminated array of pointers, made in place.  Once a list. */
char **spec_pointers(struct spec *s, struct spec_list list);
const void *spec_array(const struct spec *s, struct spec_list list);

#endif
