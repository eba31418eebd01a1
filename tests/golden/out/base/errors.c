/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "base/errors.h"

#include <string.h>

static const struct {
    const char *name;
    int exit, retry;
} errors[ERR_COUNT] = {
    [ERR_OK] = { "ok", 0, 0 },
    [ERR_BAD] = { "bad", 3, 0 },
    [ERR_AGAIN] = { "again", 4, 1 },
};

static int known(int code)
{
    return code > 0 && code < ERR_COUNT ? code : ERR_INTERNAL;
}

const char *error_name(int code)
{
    return errors[known(code)].name;
}

int error_code(const char *name)
{
    for (int i = 1; i < ERR_COUNT; i++)
        if (!strcmp(errors[i].name, name))
            return i;
    return ERR_INTERNAL;
}

int error_retryable(int code)
{
    return errors[known(code)].retry;
}

int error_exit_status(int code)
{
    return errors[known(code)].exit;
}
