#include "actors/frontdoor/roles.h"

#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const char *const names[] = { "none", "viewer", "operator", "admin" };

const char *role_name(enum role role)
{
    return names[role];
}

static int add_ids(struct roles *r, enum role role, bool group, char *list, struct err *e)
{
    char *save = NULL;

    for (char *t = strtok_r(list, ", \t\r\n", &save); t; t = strtok_r(NULL, ", \t\r\n", &save)) {
        uint64_t id;

        if (str_uint(t, 4294967294u, &id) < 0)
            return err_set(e, ERR_INVALID, "%s: not a user or group id", t);
        if (r->count == ROLE_IDS_MAX)
            return err_set(e, ERR_INVALID, "more than %d roles", ROLE_IDS_MAX);
        r->rows[r->count].group = group;
        r->rows[r->count].id = (uint32_t)id;
        r->rows[r->count++].role = role;
    }
    return 0;
}

static int read_line(struct roles *r, char *line, struct err *e)
{
    char *name = line + strspn(line, " \t"), *eq = strchr(name, '=');
    char wanted[40];

    if (!eq || !str_starts(name, "role-"))
        return 0;
    for (int role = ROLE_VIEWER; role <= ROLE_ADMIN; role++)
        for (int group = 0; group < 2; group++) {
            snprintf(wanted, sizeof wanted, "role-%s-%s", names[role], group ? "gids" : "uids");
            if (!strncmp(name, wanted, strlen(wanted)) && strchr(" \t=", name[strlen(wanted)]))
                return add_ids(r, (enum role)role, group, eq + 1, e);
        }
    return err_set(e, ERR_INVALID, "%.*s: unknown role setting", (int)strcspn(name, " \t="), name);
}

int roles_read(struct roles *r, const char *config_path, struct err *e)
{
    FILE *f = fopen(config_path, "re");
    char line[4096];
    int result = 0;

    *r = (struct roles){ 0 };
    if (!f)
        return errno == ENOENT ? 0 : err_sys(e, "%s", config_path);
    while (result == 0 && fgets(line, sizeof line, f))
        result = read_line(r, line, e);
    fclose(f);
    return result < 0 ? err_add(e, "%s", config_path) : 0;
}

enum role roles_of(const struct roles *r, uid_t uid, gid_t gid)
{
    enum role best = uid == 0 ? ROLE_ADMIN : ROLE_NONE;

    for (int i = 0; i < r->count; i++)
        if (r->rows[i].id == (r->rows[i].group ? gid : uid) && r->rows[i].role > best)
            best = r->rows[i].role;
    return best;
}
