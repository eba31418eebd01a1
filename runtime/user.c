/*
 * user - who the command runs as, from the image's own passwd and group files,
 * read as hostile data: regular files only, bounded, no library of the image.
 *
 *   USER | USER:GROUP, each a number (strict decimal, below 2^32-1) or a name
 */
#include "runtime/launch.h"

#include "base/auto.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define FILE_MAX (1 << 20)
#define GROUPS_MAX 64

static struct {
    uid_t uid;
    gid_t gid;
    gid_t groups[GROUPS_MAX];
    int group_count;
    char name[64], home[200];
    char text[FILE_MAX];                /* untouched pages cost nothing */
} found;

/* The file's text, "" if it is missing. */
static int load(struct launch *l, const char *path)
{
    struct open_how how = { .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, .resolve = RESOLVE_NO_MAGICLINKS };
    auto_fd int fd = (int)syscall(SYS_openat2, AT_FDCWD, path, &how, sizeof how);
    struct stat st;
    size_t len = 0;

    found.text[0] = '\0';
    l->detail = path;
    if (fd < 0)
        return errno == ENOENT || errno == ENOTDIR ? 0 : -1;
    if (fstat(fd, &st) < 0)
        return -1;
    if (!S_ISREG(st.st_mode) || st.st_size >= FILE_MAX) {
        errno = S_ISREG(st.st_mode) ? EFBIG : EINVAL;
        return -1;
    }
    while (len < FILE_MAX - 1) {
        ssize_t n = read(fd, found.text + len, FILE_MAX - 1 - len);

        if (n < 0)
            return -1;
        if (n == 0)
            break;
        len += (size_t)n;
    }
    found.text[len] = '\0';
    l->detail = NULL;
    return 0;
}

/* Cuts "a:b:c" in place; the number of fields. */
static int cut(char *line, char **fields, int max)
{
    int n = 0;

    for (char *p = line; n < max; p++) {
        fields[n++] = p;
        p = strchr(p, ':');
        if (!p)
            break;
        *p = '\0';
    }
    return n;
}

static int id_of(const char *text, uint32_t *out)
{
    uint64_t n;

    if (str_uint(text, 4294967294u, &n) < 0)
        return -1;
    *out = (uint32_t)n;
    return 0;
}

/* The passwd line of `name`, or of uid when name is NULL; 1 when there is one. */
static int find_user(const char *name, uid_t uid)
{
    char *save = NULL;

    for (char *line = strtok_r(found.text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        char *f[7];
        uint32_t u, g;

        if (cut(line, f, 7) < 6 || id_of(f[2], &u) < 0 || id_of(f[3], &g) < 0)
            continue;
        if (name ? strcmp(f[0], name) : u != uid)
            continue;
        found.uid = u;
        found.gid = g;
        snprintf(found.name, sizeof found.name, "%s", f[0]);
        snprintf(found.home, sizeof found.home, "%s", f[5]);
        return 1;
    }
    return 0;
}

static int listed(char *members, const char *name)
{
    char *save = NULL;

    for (char *m = strtok_r(members, ",", &save); m; m = strtok_r(NULL, ",", &save))
        if (!strcmp(m, name))
            return 1;
    return 0;
}

/* Collects the groups that list the user; finds `group` by name when it is not NULL. */
static int find_groups(const char *group)
{
    char *save = NULL;
    int hit = 0;

    for (char *line = strtok_r(found.text, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
        char *f[4];
        uint32_t g;

        if (cut(line, f, 4) < 4 || id_of(f[2], &g) < 0)
            continue;
        if (group && !hit && !strcmp(f[0], group)) {
            found.gid = g;
            hit = 1;
        }
        if (found.name[0] && found.group_count < GROUPS_MAX && listed(f[3], found.name))
            found.groups[found.group_count++] = g;
    }
    return hit;
}

static int parse(struct launch *l, char *text)
{
    char *group = strchr(text, ':');
    uint32_t id = 0;
    bool numeric;

    if (group)
        *group++ = '\0';
    numeric = id_of(text, &id) == 0;
    if (load(l, "/etc/passwd") < 0)
        return -1;
    if (numeric)
        found.uid = id;
    if (!find_user(numeric ? NULL : text, id) && !numeric) {
        l->detail = "no such user in the image's /etc/passwd";
        errno = ENOENT;
        return -1;
    }
    if (load(l, "/etc/group") < 0)
        return -1;
    numeric = group && id_of(group, &id) == 0;
    if (!find_groups(numeric ? NULL : group) && group && !numeric) {
        l->detail = "no such group in the image's /etc/group";
        errno = ENOENT;
        return -1;
    }
    if (numeric)
        found.gid = id;
    return 0;
}

static void set_home(struct launch *l)
{
    if (!l->spec->env.count)
        return;
    for (uint64_t *slot = (uint64_t *)((char *)l->spec + l->spec->env.at); *slot; slot++) {
        char *text = (char *)l->spec + *slot;

        if (!strncmp(text, "HOME=\001", 6))     /* the room that the monitor left for it */
            snprintf(text + 5, 200, "%s", found.home[0] ? found.home : "/");
    }
}

int user_prepare(struct launch *l)
{
    char text[256];
    const char *wanted = spec_text(l->spec, l->spec->user);

    if (strlen(wanted) >= sizeof text) {
        errno = ENAMETOOLONG;
        return -1;
    }
    strcpy(text, *wanted ? wanted : "0");
    if (text[0] == ':' || strchr(text, '\n')) {
        l->detail = "user must be USER or USER:GROUP";
        errno = EINVAL;
        return -1;
    }
    if (parse(l, text) < 0)
        return -1;
    set_home(l);
    return 0;
}

int user_owns_stdin(struct launch *l)
{
    (void)l;
    return fchown(0, found.uid, (gid_t)-1);
}

int user_apply(struct launch *l)
{
    gid_t groups[GROUPS_MAX + 1];

    (void)l;
    groups[0] = found.gid;
    memcpy(groups + 1, found.groups, sizeof *groups * (size_t)found.group_count);
    if (setgroups((size_t)found.group_count + 1, groups) < 0 || setresgid(found.gid, found.gid, found.gid) < 0)
        return -1;
    return setresuid(found.uid, found.uid, found.uid);
}
