#include "base/fault.h"

#include "base/str.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct point {
    char name[48];
    bool kill;
    uint64_t left;                      /* passes until it acts; 0: every pass */
} points[8];

static int count;

static void add(char *text)
{
    char *value = strchr(text, '='), *nth = value ? strchr(value, ':') : NULL;
    struct point *p = &points[count];

    if (!value || count == 8 || (size_t)(value - text) >= sizeof p->name)
        return;
    *value++ = '\0';
    if (nth) {
        *nth++ = '\0';
        if (str_uint(nth, 1000000, &p->left) < 0)
            return;
    }
    snprintf(p->name, sizeof p->name, "%s", text);
    p->kill = !strcmp(value, "kill");
    count++;
}

void fault_load(const char *spec)
{
    char *copy = spec ? strdup(spec) : NULL, *save = NULL;

    count = 0;
    for (char *t = copy ? strtok_r(copy, ",", &save) : NULL; t; t = strtok_r(NULL, ",", &save))
        add(t);
    free(copy);
}

bool fault_at(const char *name)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(points[i].name, name))
            continue;
        if (points[i].left && --points[i].left)
            return false;
        if (points[i].kill)
            raise(SIGKILL);
        errno = EIO;
        return true;
    }
    return false;
}
