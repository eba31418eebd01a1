/* Any text as a size, a duration, a number, a signal; UTF-8. */
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    uint64_t n;

    memcpy(text, data, size);
    text[size] = '\0';
    str_bytes(text, &n);
    str_duration(text, &n);
    str_thousandths(text, &n);
    if (str_uint(text, 100, &n) == 0 && n > 100)
        abort();
    if (str_signal(text) < 0 || str_signal(text) > 64)
        abort();
    str_is_utf8(data, size);
    free(text);
    return 0;
}
