#include "base/sm.h"

#include <string.h>

bool sm_may(const struct sm_state *table, int from, int to)
{
    return table[from].next & SM_TO(to);
}

int sm_find(const struct sm_state *table, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (table[i].name && !strcmp(table[i].name, name))
            return i;
    return -1;
}
