/*
 * netd.h - what the files of this actor share.
 */
#ifndef NETD_NETD_H
#define NETD_NETD_H

#include "actors/actor.h"
#include "actors/netd/job.h"
#include "actors/netd/place.h"
#include "actors/netd/rtnl.h"
#include "actors/netd/rules.h"
#include "actors/netd/settings.h"
#include "base/map.h"
#include "protocol/gen/ask.h"
#include "protocol/gen/netd.h"

#define LINKS_MAX 32
#define PORTS_MAX 4096
#define POOL_MAX 64

struct netd;

/* A namespace with one interface, made before anybody asked. */
struct ready {
    struct job plan;
    struct rules_link rule;
    int ns;                             /* -1: still being made */
    uint64_t inode;
    char owner[13];                     /* who waits for it, or "" */
    bool evicted;                       /* nobody wants it any more */
};

struct net {
    char name[64];
    struct rules_network facts;         /* its bridge, addresses as text */
    struct ip4_net net;
    uint32_t gateway;
    struct ip6 gateway6;
    uint8_t *policy;                    /* owned, a packed struct policy; NULL: none */
    size_t policy_len;
    char failure[300];                  /* why it could not be made, or "" */
    /* ---- pool.c */
    struct ready *pool[POOL_MAX];       /* owned */
    int pool_count, making, reserving, target, taken;
    struct timer *refill;
    struct netd *netd;
};

struct link {
    struct job plan;
    struct rules_link rule;
    char network[64];
    bool made, ruled, rated;
    uint64_t request;                   /* network.connect that waits for it */
};

struct port {
    char protocol[5];
    uint32_t host;
    uint16_t port, to;
    int fd;
    bool ruled;
    struct watch *watch;                /* tcp: who comes over loopback */
    struct member *member;
};

/* A container's network. */
struct member {
    struct netd *netd;
    char id[13];
    uint64_t incarnation, request;      /* who is to be answered, 0: nobody */
    int ns;                             /* -1: not known (adopted), or not made yet */
    uint64_t inode;
    struct link links[LINKS_MAX];
    int link_count;
    struct port *ports;                 /* owned */
    int port_count;
    uint8_t *policy;                    /* owned; NULL: none */
    size_t policy_len;
    uint64_t rate_in, rate_out;
    uint32_t rate_job;
    bool ready, restricted, in_work;    /* in_work: a job or another actor is being waited for */
};

struct netd {
    struct actor *actor;
    struct loop *loop;
    struct place place;
    struct settings settings;
    struct rtnl *rtnl;
    struct rules *rules;
    struct jobs *jobs;
    struct map *networks;               /* name -> struct net, owned */
    struct map *members;                /* id -> struct member, owned */
    struct map *held;                   /* names of descriptors that the supervisor keeps */
    struct map *counters;               /* chain -> packets seen, as a number */
    struct map *pings;                  /* request -> struct ping, owned */
    struct map *policies;               /* number of a network.policy_set -> struct kept, owned: its client may give up before it is recorded */
    struct map *going;                  /* links that should vanish -> when it was said, as a number */
    struct timer *watch_timer, *reassert, *count_timer;
    uint32_t forget[JOB_ADDRESSES];
    uint32_t forget_count;
    struct timer *forget_timer;
    uint32_t monitor_pid;
    bool booted, resync_due, unruled;     /* unruled: no tables, and so no networks */
};

/* ---- net.c: bridges and their rules */
/* A row of the store's; made real by net_up.  Replaces nothing: the name must be new. */
struct net *net_new(struct netd *self, const struct network *row);
void net_free(struct net *n);
struct net *net_get(struct netd *self, const char *name);
struct net *net_numbered(struct netd *self, uint64_t number);
int net_check(struct netd *self, const struct network *row, struct err *e);    /* against the host's routes */
int net_up(struct net *n, struct err *e);                       /* bridge, addresses, sockets for names; not the rules */
void net_down(struct net *n);                                   /* the bridge goes, and its sockets */
void net_rules(struct net *n, struct script *s, bool add);
void net_set_policy(struct net *n, bool has, const struct policy *p);
void net_policy_rules(struct net *n, struct script *s, bool add);
void net_fail(struct net *n, const struct err *e);             /* containers that want it are told why they cannot */
int net_filter(struct net *n, struct err *e);                   /* bridged packets pass policies too */
int net_free_subnet(struct netd *self, struct ip4_net *out, struct err *e);    /* for one that names none */

/* ---- pool.c: namespaces that are ready before they are asked for */
void pool_begin(struct net *n);
void pool_refill(struct net *n);
/* The one with this address: taken out, or NULL; *out_making: it is on its way and will be member_take_ready'd. */
struct ready *pool_take(struct net *n, uint32_t address, const char *owner, bool *out_making);
/* Somebody has this address otherwise: what was made for it goes. */
void pool_evict(struct net *n, uint32_t address);
void pool_rules(struct net *n, struct script *s);
void pool_drop(struct net *n);
void ready_free(struct ready *r);

/* ---- member.c: the network of one container */
struct member *member_new(struct netd *self, const struct network_claim *c, struct err *e);
void member_free(struct member *m);
void member_go(struct member *m);
bool member_hold_again(struct member *m);                       /* true: a port that was not held is now */
int member_adopt(struct member *m, struct err *e);              /* another netd made it */
void member_take_ready(struct member *m, struct ready *r, const struct err *failed);
void member_rules(struct member *m, struct script *s, bool add);
void member_set_policy(struct member *m, bool has, const struct policy *p);
int member_policy_apply(struct member *m, struct err *e);
int member_filter(struct member *m, struct err *e);             /* its bridges show its packets to the policies */
void member_leave(struct member *m);                            /* frees it, and leaves what it has in the kernel */
struct member *member_on(struct netd *self, const char *link);  /* whose link it is */
int link_plan(struct netd *self, const struct attachment *a, bool first, struct link *out, struct err *e);
void member_add_link(struct member *m, const struct link *l);
void member_drop_link(struct member *m, const char *network);
/* Calls then with a namespace that may be used until it returns; -1 with failed. */
typedef void (*ns_fn)(struct netd *self, const char *id, uint64_t number, int ns, const struct err *failed);
void member_ns(struct member *m, uint64_t number, ns_fn then);

/* ---- boot.c: after a start, and whenever somebody meddled */
void boot_begin(struct netd *self);
void boot_start_over(struct netd *self, const char *why);      /* what this process believes is wrong */
int boot_rules(struct netd *self, struct err *e);               /* everything that the tables should hold */
void boot_stop(struct netd *self);                              /* what nobody needs any more goes */
void links_expect_gone(struct netd *self, const char *link);
void forget_address(struct netd *self, uint32_t address);

/* ---- proxy.c: what comes over loopback to a published port */
void proxy_watch(struct port *p);

/* ---- ping.c */
void ping_begin(struct netd *self, struct request *req, int ns, const char *address);
void pings_done(struct netd *self);

/* ---- look.c: what is there */
handled look_health(struct netd *self, struct request *req);
int look_connections(struct netd *self, const char *only, struct wire_writer *items, struct err *e);
void look_count_denied(struct netd *self);

#endif
