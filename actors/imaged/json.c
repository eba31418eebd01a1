#include "actors/imaged/json.h"

#include "actors/imaged/report.h"
#include "actors/imaged/sha256.h"
#include "base/auto.h"
#include "base/errors.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct json_file json_read(const char *path)
{
    auto_fd int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct json_file f = { 0 };
    struct stat st;

    if (fd < 0 && errno == ENOENT)
        report_failed(ERR_NOT_FOUND, "%.200s is not in the layout", path);
    if (fd < 0 || fstat(fd, &st) < 0)
        report_failed(ERR_INVALID, "%.200s: %s", path, strerror(errno));
    if (!S_ISREG(st.st_mode) || st.st_size > JSON_BYTES_MAX)
        report_failed(ERR_INVALID, "%.200s: not a file of at most %u bytes", path, JSON_BYTES_MAX);
    f.bytes = xalloc((size_t)st.st_size + 1);
    while (f.len < (size_t)st.st_size) {
        ssize_t n = read(fd, f.bytes + f.len, (size_t)st.st_size - f.len);

        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            report_failed(ERR_FAILED, "%.200s: %s", path, n < 0 ? strerror(errno) : "became shorter while it was read");
        f.len += (size_t)n;
    }
    return f;
}

json_t *json_parse(struct json_file f, const char *what)
{
    json_error_t e;
    json_t *j = json_loadb(f.bytes, f.len, JSON_REJECT_DUPLICATES, &e);

    if (!j)
        report_failed(ERR_INVALID, "%.200s: not JSON: line %d: %.150s", what, e.line, e.text);
    return j;
}

const char *json_text(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

uint64_t json_number(json_t *object, const char *key, const char *what)
{
    json_t *n = json_object_get(object, key);

    if (!json_is_integer(n) || json_integer_value(n) < 0)
        report_failed(ERR_INVALID, "%.200s: %s is not a number", what, key);
    return (uint64_t)json_integer_value(n);
}

bool json_is_manifest(const char *media)
{
    return !strcmp(media, "application/vnd.oci.image.manifest.v1+json") || !strcmp(media, "application/vnd.docker.distribution.manifest.v2+json");
}

void json_sha256_fd(int fd, const char *what, char out[65])
{
    static uint8_t room[1 << 18];
    struct sha256 *h = sha256_new();
    ssize_t n;
    off_t at = 0;

    while ((n = pread(fd, room, sizeof room, at)) > 0) {
        sha256_add(h, room, (size_t)n);
        at += n;
    }
    if (n < 0)
        report_failed(ERR_FAILED, "%.200s: %s", what, strerror(errno));
    sha256_end(h, out);
}
