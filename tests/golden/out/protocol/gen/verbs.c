/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/verbs.h"

#include "protocol/gen/messages.h"

#include <stdlib.h>
#include <string.h>

static int thing_do_check(struct wire_reader *args, struct err *e)
{
    struct thing_do m;

    return thing_do_read(args, &m, e);
}

const struct verb verbs[] = {
    { "thing.do", "one", ROLE_LOW, false, false, false, false, 5, thing_do_check },
};
const int verb_count = 1;

const struct verb *verb_find(struct wire_span name)
{
    for (int i = 0; i < verb_count; i++)
        if (wire_is(&name, verbs[i].name))
            return &verbs[i];
    return NULL;
}
