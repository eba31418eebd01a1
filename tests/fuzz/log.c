/* Any bytes as a log segment: the reader ends, and gives nothing that is not there. */
#include "actors/monitor/logread.h"

#include "base/fd.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint8_t room[LOG_CHUNK_MAX];

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char dir[64];
    struct log_record rec;
    struct logread r;
    size_t total = 0, skip;
    char path[100];
    int fd;

    if (!dir[0]) {
        strcpy(dir, "/tmp/quilt-fuzz-log.XXXXXX");
        if (!mkdtemp(dir))
            abort();
    }
    snprintf(path, sizeof path, "%s/00000001.log", dir);
    fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0 || fd_write_all(fd, data, size) < 0 || logread_open(&r, dir, NULL) < 0)
        abort();
    close(fd);
    while (logread_next(&r, &rec, room) == 1)
        total += sizeof rec + rec.len;
    if (total > size)
        abort();
    logread_tail(&r, 3, 6, &skip);
    logread_close(&r);
    return 0;
}
