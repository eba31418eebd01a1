#include "actors/roster.h"

#include <grp.h>
#include <linux/capability.h>
#include <pwd.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CAP(name) (1ull << CAP_##name)

/* In the order of starting; drained the other way round. */
const struct roster_row roster[] = {
    { "store", "quilt-store", 61802, 0 },
    { "imaged", NULL, 0,
      CAP(CHOWN) | CAP(DAC_OVERRIDE) | CAP(DAC_READ_SEARCH) | CAP(FOWNER) | CAP(FSETID) | CAP(SETFCAP) | CAP(SYS_CHROOT) | CAP(SETPCAP) | CAP(KILL) },
    { "netd", NULL, 0, CAP(NET_ADMIN) | CAP(SYS_ADMIN) | CAP(SYS_PTRACE) | CAP(NET_BIND_SERVICE) },
    { "dnsd", "quilt-dnsd", 61803, 0 },
    { "monitor", NULL, 0, ~0ull },
    { "frontdoor", "quilt-frontdoor", 61801, 0 },
};

const int roster_count = sizeof roster / sizeof *roster;

int roster_find(const char *name)
{
    for (int i = 0; i < roster_count; i++)
        if (!strcmp(roster[i].name, name))
            return i;
    return -1;
}

uid_t roster_uid(const struct roster_row *row)
{
    struct passwd *pw = row->user ? getpwnam(row->user) : NULL;

    return row->user ? (pw ? pw->pw_uid : row->uid) : 0;
}

gid_t roster_bus_gid(void)
{
    struct group *g = getgrnam(ROSTER_BUS_GROUP);

    return g ? g->gr_gid : ROSTER_BUS_GID;
}

static int keep_caps(uint64_t caps)
{
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct sets[2];

    for (int cap = 0; cap < 64 && prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++)
        if (!(caps >> cap & 1) && prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0)
            return -1;
    if (syscall(SYS_capget, &header, sets) < 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        sets[i].permitted &= (uint32_t)(caps >> (32 * i));
        sets[i].effective = sets[i].permitted;
        sets[i].inheritable = 0;
    }
    return (int)syscall(SYS_capset, &header, sets);
}

int roster_drop(const struct roster_row *row)
{
    gid_t bus = roster_bus_gid();
    uid_t uid = roster_uid(row);

    if (row->caps == ~0ull)
        return 0;                       /* it starts containers: they drop for themselves */
    if (!row->user)
        return setgroups(0, NULL) < 0 ? -1 : keep_caps(row->caps) < 0 ? -1 : prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    if (setgroups(1, &bus) < 0 || prctl(PR_SET_KEEPCAPS, 0, 0, 0, 0) < 0)
        return -1;
    for (int cap = 0; cap < 64 && prctl(PR_CAPBSET_READ, cap, 0, 0, 0) >= 0; cap++)
        if (prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0)
            return -1;
    if (setresgid(bus, bus, bus) < 0 || setresuid(uid, uid, uid) < 0)
        return -1;
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}
