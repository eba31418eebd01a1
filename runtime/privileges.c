/*
 * privileges - capabilities, no_new_privs and the system call filter, in the only
 * order that works: bounding set, (user), sets, no_new_privs, filter last.
 */
#include "runtime/launch.h"

#include <errno.h>
#include <linux/capability.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

int privileges_bound(struct launch *l)
{
    for (int cap = 0; cap <= 63; cap++) {
        int has = prctl(PR_CAPBSET_READ, cap, 0, 0, 0);

        if (has < 0)
            break;                      /* beyond the kernel's last */
        if (has && !(l->spec->caps >> cap & 1) && prctl(PR_CAPBSET_DROP, cap, 0, 0, 0) < 0)
            return -1;
    }
    return prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0);
}

int privileges_drop(struct launch *l)
{
    struct __user_cap_header_struct header = { _LINUX_CAPABILITY_VERSION_3, 0 };
    struct __user_cap_data_struct sets[2];

    if (syscall(SYS_capget, &header, sets) < 0)
        return -1;
    for (int i = 0; i < 2; i++) {
        uint32_t keep = (uint32_t)(l->spec->caps >> (32 * i));

        sets[i].permitted &= keep;
        sets[i].effective &= keep;
        sets[i].inheritable = 0;
    }
    if (syscall(SYS_capset, &header, sets) < 0)
        return -1;
    if ((l->spec->flags & SPEC_NO_NEW_PRIVS) && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        return -1;
    return 0;
}

static int install(struct launch *l)
{
    struct sock_fprog prog = { (unsigned short)l->spec->bpf.count, (struct sock_filter *)(uintptr_t)spec_array(l->spec, l->spec->bpf) };

    if (!l->spec->bpf.count)
        return 0;
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &prog);
}

/* Without no_new_privs only CAP_SYS_ADMIN may install a filter: before it is dropped. */
int privileges_filter_early(struct launch *l)
{
    return l->spec->flags & SPEC_NO_NEW_PRIVS ? 0 : install(l);
}

int privileges_filter(struct launch *l)
{
    return l->spec->flags & SPEC_NO_NEW_PRIVS ? install(l) : 0;
}
