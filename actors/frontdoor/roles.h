/*
 * roles - which caller may send what: uid 0 is admin; the configuration file gives
 * roles to other users and groups.  Nobody else has any.
 *
 *     role-operator-uids = 1000,1001        role-viewer-gids = 100
 */
#ifndef FRONTDOOR_ROLES_H
#define FRONTDOOR_ROLES_H

#include "base/err.h"
#include "protocol/gen/verbs.h"

#include <stdbool.h>
#include <sys/types.h>

#define ROLE_IDS_MAX 256

struct roles {
    struct {
        bool group;
        uint32_t id;
        enum role role;
    } rows[ROLE_IDS_MAX];
    int count;
};

/* A file that is missing gives no roles. */
int roles_read(struct roles *r, const char *config_path, struct err *e);
enum role roles_of(const struct roles *r, uid_t uid, gid_t gid);
const char *role_name(enum role role);

#endif
