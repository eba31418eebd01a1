#include "actors/netd/script.h"

#include "base/must.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void script_add(struct script *s, const char *fmt, ...)
{
    va_list ap;
    int n;

    for (;;) {
        size_t left = s->room - s->len;

        va_start(ap, fmt);
        n = vsnprintf(s->text ? s->text + s->len : NULL, left, fmt, ap);
        va_end(ap);
        must(n >= 0);
        if ((size_t)n < left)
            break;
        s->room = 2 * (s->len + (size_t)n) + 512;
        s->text = xrealloc(s->text, s->room);
    }
    s->len += (size_t)n;
}

void script_done(struct script *s)
{
    free(s->text);
    *s = (struct script){ 0 };
}
