/*
 * roster - THE process table: every actor, its user, its capabilities, its place in
 * the order.  The supervisor starts from it, the skeleton drops to it, the bus
 * checks senders against it.
 */
#ifndef ACTORS_ROSTER_H
#define ACTORS_ROSTER_H

#include <stdint.h>
#include <sys/types.h>

struct roster_row {
    const char *name;                   /* the program is libexec/quilt/quilt-<name> */
    const char *user;                   /* NULL: root; else this user, or `uid` where the host lacks it */
    uid_t uid;
    uint64_t caps;                      /* kept; ~0: all that the supervisor has */
};

extern const struct roster_row roster[];
extern const int roster_count;

/* Group of the bus directory and its sockets. */
#define ROSTER_BUS_GROUP "quilt-bus"
#define ROSTER_BUS_GID 61800

int roster_find(const char *name);              /* index, or -1 */
uid_t roster_uid(const struct roster_row *row);
gid_t roster_bus_gid(void);
/* For good: groups, gid, uid, capabilities, no_new_privs.  -1 with errno. */
int roster_drop(const struct roster_row *row);

#endif
