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
    /* before pointers are made in place: a block whose lists overlap is not one that spec.c builds */
    for (uint32_t i = 0; i < s->argv.count; i++)
        sum += strlen(spec_text(s, (uint32_t)((const uint64_t *)spec_array(s, s->argv))[i]));
    spec_pointers(s, s->argv);
    munmap(s, size);
    return sum == 12345678;
}
