/* Any bytes as a launch spec: refused, or every offset in it can be used. */
#include "runtime/spec.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int fd = -1;
    struct spec *s;
    size_t sum = 0;

    if (fd < 0)
        fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (ftruncate(fd, 0) < 0 || pwrite(fd, data, size, 0) != (ssize_t)size)
        abort();
    if (size >= 8) {                    /* past the first two checks */
        const uint32_t head[2] = { SPEC_MAGIC, (uint32_t)size };

        if (pwrite(fd, head, sizeof head, 0) != (ssize_t)sizeof head)
            abort();
    }
    s = spec_open(fd);
    if (!s)
        return 0;
    sum += strlen(spec_text(s, s->id)) + strlen(spec_text(s, s->work));
    for (char **p = spec_pointers(s, s->argv); *p; p++)
        sum += strlen(*p);
    munmap(s, size);
    return sum == 12345678;
}
