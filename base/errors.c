/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "base/errors.h"

#include <string.h>

static const struct {
    const char *name;
    int exit, retry;
} errors[ERR_COUNT] = {
    [ERR_OK] = { "ok", 0, 0 },
    [ERR_INVALID] = { "invalid", 125, 0 },
    [ERR_NOT_FOUND] = { "not_found", 125, 0 },
    [ERR_EXISTS] = { "exists", 125, 0 },
    [ERR_CONFLICT] = { "conflict", 125, 0 },
    [ERR_DENIED] = { "denied", 125, 0 },
    [ERR_UNAVAILABLE] = { "unavailable", 125, 1 },
    [ERR_DEADLINE] = { "deadline", 124, 1 },
    [ERR_EXHAUSTED] = { "exhausted", 125, 1 },
    [ERR_STATE] = { "state", 125, 0 },
    [ERR_UNSUPPORTED] = { "unsupported", 125, 0 },
    [ERR_TRUNCATED] = { "truncated", 125, 0 },
    [ERR_FAILED] = { "failed", 125, 0 },
    [ERR_INTERNAL] = { "internal", 125, 0 },
    [ERR_NO_COMMAND] = { "no_command", 127, 0 },
    [ERR_NOT_EXECUTABLE] = { "not_executable", 126, 0 },
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
