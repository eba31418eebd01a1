/*
 * script - text for nftables, put together piece by piece and run as one transaction.
 */
#ifndef NETD_SCRIPT_H
#define NETD_SCRIPT_H

#include <stddef.h>

struct script {
    char *text;                         /* owned; NULL: empty */
    size_t len, room;
};

void script_add(struct script *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void script_done(struct script *s);

#endif
