#include "base/must.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char record_path[256];

void must_record_to(const char *path)
{
    snprintf(record_path, sizeof record_path, "%s", path ? path : "");
}

_Noreturn void must_failed(const char *cond, const char *file, int line)
{
    char text[512];
    int n = snprintf(text, sizeof text, "panic pid=%d at %s:%d: %s\n", (int)getpid(), file, line, cond);
    size_t len = n < 0 ? 0 : (size_t)n < sizeof text ? (size_t)n : sizeof text - 1;

    if (write(STDERR_FILENO, text, len) < 0)
        len = len + 0;                  /* nowhere left to say it */
    if (record_path[0]) {
        int fd = open(record_path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);

        if (fd >= 0) {
            if (write(fd, text, len) >= 0)
                fsync(fd);
            close(fd);
        }
    }
    abort();
}

void *xalloc(size_t size)
{
    void *p = calloc(1, size ? size : 1);

    must(p != NULL);
    return p;
}

void *xrealloc(void *old, size_t size)
{
    void *p = realloc(old, size ? size : 1);

    must(p != NULL);
    return p;
}

char *xstrdup(const char *s)
{
    char *p = strdup(s);

    must(p != NULL);
    return p;
}
