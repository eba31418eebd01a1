#include "base/err.h"

#include "base/str.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int err_set(struct err *e, int code, const char *fmt, ...)
{
    va_list ap;

    if (!e)
        return -1;
    *e = (struct err){ .code = code };
    va_start(ap, fmt);
    vsnprintf(e->text, sizeof e->text, fmt, ap);
    va_end(ap);
    str_make_utf8(e->text);             /* it names things as they are on the disk, and may be cut */
    return -1;
}

static int code_of_errno(int n)
{
    return n == ENOSPC || n == EDQUOT || n == ENFILE || n == EMFILE ? ERR_EXHAUSTED : ERR_FAILED;
}

int err_sys(struct err *e, const char *fmt, ...)
{
    int n = errno;
    va_list ap;
    size_t len;

    if (!e)
        return -1;
    *e = (struct err){ .code = code_of_errno(n), .sys = n };
    va_start(ap, fmt);
    vsnprintf(e->text, sizeof e->text, fmt, ap);
    va_end(ap);
    len = strlen(e->text);
    snprintf(e->text + len, sizeof e->text - len, ": %s", strerror(n));
    str_make_utf8(e->text);
    errno = n;
    return -1;
}

int err_add(struct err *e, const char *fmt, ...)
{
    char front[sizeof e->text];
    va_list ap;
    size_t len;

    if (!e)
        return -1;
    va_start(ap, fmt);
    vsnprintf(front, sizeof front, fmt, ap);
    va_end(ap);
    len = strlen(front);
    snprintf(front + len, sizeof front - len, ": %.*s", (int)sizeof e->text, e->text);
    memcpy(e->text, front, sizeof e->text);
    str_make_utf8(e->text);
    return -1;
}
