/* Any text as a name in a registry: what is taken is safe in a URL and in a tag. */
#include "actors/imaged/registry.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = malloc(size + 1);
    struct registry_name n;

    memcpy(text, data, size);
    text[size] = '\0';
    if (registry_parse(text, &n, NULL) == 0 && (strpbrk(n.host, "/ @?#\\\n") || strstr(n.name, "..") || strpbrk(n.name, ":@?#\\ \n") || strpbrk(n.reference, "/?#\\ \n")))
        abort();
    free(text);
    return 0;
}
