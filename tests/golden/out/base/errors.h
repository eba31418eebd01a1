/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#ifndef BASE_ERRORS_H
#define BASE_ERRORS_H

enum {
    ERR_OK = 0,
    ERR_BAD = 1,   /* Wrong. */
    ERR_AGAIN = 2,   /* Later. */
    ERR_COUNT
};

const char *error_name(int code);       /* as on the wire */
int error_code(const char *name);        /* ERR_INTERNAL if unknown */
int error_retryable(int code);
int error_exit_status(int code);         /* the CLI's */

#endif
