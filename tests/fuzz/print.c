/* Any scanned message as JSON and through a template; any text on a terminal. */
#include "client/cli/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct wire_span all = { data, size };
    char *text = malloc(size + 1), safe[64];
    static int quiet;

    if (!quiet++ && !freopen("/dev/null", "w", stdout))
        abort();
    memcpy(text, data, size);
    text[size] = '\0';
    print_safe(safe, sizeof safe, text);
    if (strchr(safe, '\033') || strchr(safe, '\n'))
        abort();
    if (wire_scan(data, size, NULL) == 0) {
        print_json(all, true);
        print_template("{a} {a.b} {{.c}} {", all, &(struct err){ 0 });
    }
    print_template(text, (struct wire_span){ (const uint8_t *)"\x80", 1 }, &(struct err){ 0 });
    free(text);
    return 0;
}
