/*
 * json - JSON files of a layout, in its reader's jail: bounded, duplicate keys refused, and
 * whatever is wrong ends the process through report_failed.
 */
#ifndef IMAGED_JSON_H
#define IMAGED_JSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JSON_BYTES_MAX (4u << 20)

struct json_file {
    char *bytes;
    size_t len;
};

/* A regular file of at most JSON_BYTES_MAX. */
struct json_file json_read(const char *path);
/* An object or a list. */
json_t *json_parse(struct json_file f, const char *what);
/* A text of an object; NULL: there is none. */
const char *json_text(json_t *object, const char *key);
uint64_t json_number(json_t *object, const char *key, const char *what);

/* A media type of a manifest of one image, OCI's or docker's. */
bool json_is_manifest(const char *media);
void json_sha256_fd(int fd, const char *what, char out[65]);

#endif
