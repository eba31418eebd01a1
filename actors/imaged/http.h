/*
 * http - requests to one registry, with its ways of asking who we are; over libcurl.
 * A failure to reach it is a result with status 0 and an error, not the end.
 */
#ifndef IMAGED_HTTP_H
#define IMAGED_HTTP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct http;
struct http_transfer;

struct http_result {
    long status;                        /* 0: none came */
    bool restarted;                     /* the server began anew instead of going on */
    char error[300], media[128], location[1600];
};

/* auth_fd: a docker config.json; ca_fd: certificates in PEM; both may be empty. */
struct http *http_new(const char *host, const char *scheme, int auth_fd, int ca_fd, const char *name, bool pull);

/* One request, one answer of at most 4 MiB.  out: the body, the caller's; NULL: not wanted. */
struct http_result http_text(struct http *h, const char *method, const char *url, const char *header, const char *body, size_t len, char **out, size_t *out_len);
/* A file as the body. */
struct http_result http_put(struct http *h, const char *url, int fd, uint64_t size, bool (*on_sent)(void *arg, uint64_t done), void *arg);

/* A download beside others, from `offset` on; take is called with what comes. */
struct http_transfer *http_get(struct http *h, const char *url, uint64_t offset, bool (*take)(void *arg, const void *data, size_t len), void *arg);
bool http_is_over(const struct http_transfer *t);
struct http_result http_end(struct http_transfer *t);   /* and frees it */
void http_wait(struct http *h, int ms);

#endif
