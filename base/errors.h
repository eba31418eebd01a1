/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef BASE_ERRORS_H
#define BASE_ERRORS_H

enum {
    ERR_OK = 0,
    ERR_INVALID = 1,   /* The request itself is wrong; the message names the field. */
    ERR_NOT_FOUND = 2,   /* The thing named in the request is not known. */
    ERR_EXISTS = 3,   /* The thing named in the request exists already. */
    ERR_CONFLICT = 4,   /* The idempotency key was used with another body, or two requests contradict each other. */
    ERR_DENIED = 5,   /* The caller's role does not allow this verb. */
    ERR_UNAVAILABLE = 6,   /* The actor that answers this is restarting. */
    ERR_DEADLINE = 7,   /* The answer did not come in time; whether it was done must be asked. */
    ERR_EXHAUSTED = 8,   /* A quota, the disk, memory or a table is full; the message says which. */
    ERR_STATE = 9,   /* Not legal in the state the thing is in; the message says the state. */
    ERR_UNSUPPORTED = 10,   /* This host or this version cannot do it. */
    ERR_TRUNCATED = 11,   /* What was asked for has been compacted away; detail says the oldest that is left. */
    ERR_FAILED = 12,   /* A step failed; detail says the step and the errno. */
    ERR_INTERNAL = 13,   /* A bug of Quilt's. */
    ERR_NO_COMMAND = 14,   /* The command does not exist in the container. */
    ERR_NOT_EXECUTABLE = 15,   /* The command exists and cannot be executed. */
    ERR_COUNT
};

const char *error_name(int code);       /* as on the wire */
int error_code(const char *name);        /* ERR_INTERNAL if unknown */
int error_retryable(int code);
int error_exit_status(int code);         /* the CLI's */

#endif
