/*
 * job - what netd gives to quilt-netns, and its answers: fixed structures, one a packet
 * of a SOCK_SEQPACKET pair; a network namespace comes as a descriptor beside it.
 *
 * quilt-netns is the one that waits for the kernel's lock on links: netd never does.
 * Jobs are done in their order.
 */
#ifndef NETD_JOB_H
#define NETD_JOB_H

#include "actors/netd/place.h"
#include "base/err.h"
#include "base/ip.h"
#include "base/loop.h"

#include <stdbool.h>
#include <stdint.h>

#define JOB_ADDRESSES 64

enum job_kind {
    JOB_MAKE = 1,                       /* a namespace with one interface; answered with its descriptor */
    JOB_JOIN = 2,                       /* one interface more in the namespace that comes along */
    JOB_RATE = 3,                       /* bounds of an interface, whose namespace comes along */
    JOB_REMOVE = 4,                     /* a link that should have gone with its namespace */
    JOB_FORGET = 5,                     /* connections of addresses that nobody has any more */
    JOB_NEIGHBOURS = 7,                 /* of addresses whose links have gone; bridge, link: what names begin with */
    JOB_FORGET_UDP = 6,                 /* flows to ports of the host (in `addresses`) that lead nowhere yet */
};

struct job {
    uint32_t kind, number;
    char owner[16];                     /* whose it is, and who waits: for netd alone */
    uint64_t request;
    char bridge[LINK_NAME], link[LINK_NAME], interface[LINK_NAME];
    uint8_t mac[6];
    uint8_t bits, internal, has6, first;        /* first: it has the default route */
    uint8_t replace;                    /* a link of that name is the same container's earlier one */
    uint32_t address, gateway;
    struct ip6 address6, gateway6;
    uint64_t rate_in, rate_out;         /* bytes a second; 0: no bound */
    uint32_t count, addresses[JOB_ADDRESSES];
};

struct job_answer {
    uint32_t number;
    int32_t code, sys;                  /* 0: done; else an ERR_* and errno */
    uint64_t inode;                     /* JOB_MAKE */
    char text[200];
};

/* ---- netd's side */
struct jobs;
/* ns: the new namespace, which fn owns from then on, or -1. */
typedef void (*job_fn)(void *arg, const struct job *job, const struct job_answer *answer, int ns);

/* Starts the program; when it dies every job that was not answered fails and the next one starts it again. */
struct jobs *jobs_new(struct loop *l, const char *program, void *arg);
void jobs_free(struct jobs *j);
/* ns is sent along, -1: none; it stays the caller's. */
void jobs_send(struct jobs *j, struct job *job, int ns, job_fn fn);
size_t jobs_waiting(const struct jobs *j);

#endif
