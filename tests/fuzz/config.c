/* Any bytes as an image's configuration; what is read must be something that can be told. */
#include "actors/imaged/config.h"
#include "actors/imaged/json.h"
#include "actors/imaged/report.h"

#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static jmp_buf refused;

/* What it reads is the process's, which ends with it: nothing is freed. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}

/* The process would end here. */
_Noreturn void report_failed(int code, const char *fmt, ...)
{
    (void)fmt;
    longjmp(refused, code ? code : 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct image_record r = { 0 }, again;
    struct wire_writer w;
    struct wire_reader at;
    json_t *j;

    if (size > 65536 || setjmp(refused))
        return 0;
    j = json_parse((struct json_file){ (char *)(uintptr_t)data, size }, "input");
    config_read(j, "linux", &r);
    r.manifest_media = r.config_media = wire_text("x");
    memset(r.image.digest.text, 'a', 64);
    memset(r.image.config_digest.text, 'a', 64);
    wire_writer_init(&w);
    image_record_write(&w, &r);
    at = wire_reader(wire_written(&w));
    if (wire_scan(w.data, w.len, NULL) < 0 || image_record_read(&at, &again, NULL) < 0)
        abort();                        /* imaged would not take it */
    wire_writer_done(&w);
    json_decref(j);
    return 0;
}
