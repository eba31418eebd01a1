#include "actors/imaged/config.h"

#include "actors/imaged/json.h"
#include "actors/imaged/report.h"
#include "base/errors.h"
#include "base/must.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define TEXT_MAX 4000
#define LIST_MAX 2000
#define STEPS_MAX 500
#define STEP_TEXT 1000
#define RECORD_MAX (400u << 10)         /* of all that is kept: it travels in one message */

static size_t kept;

/* A writer that lives as long as the process: what is read is said once. */
static struct wire_writer *room(void)
{
    struct wire_writer *w = xalloc(sizeof *w);

    wire_writer_init(w);
    return w;
}

static struct wire_list done(struct wire_writer *w, uint32_t count)
{
    kept += w->len;
    if (kept > RECORD_MAX)
        report_failed(ERR_INVALID, "the image's configuration is larger than %u bytes", RECORD_MAX);
    return wire_list_of(w, count);
}

/* A list of texts, or one text. */
static bool texts(json_t *from, struct wire_list *out)
{
    struct wire_writer *w = room();
    uint32_t count = 0;
    json_t *one;
    size_t i;

    if (json_is_string(from)) {
        wire_put_str(w, json_string_value(from));
        count = 1;
    }
    json_array_foreach(from, i, one)
        if (json_is_string(one) && count < LIST_MAX) {
            wire_put_str(w, json_string_value(one));
            count++;
        }
    *out = done(w, count);
    return count > 0;
}

/* KEY=VALUE; one without a value names nothing here, least of all a variable of the daemon's. */
static bool env(json_t *from, struct wire_list *out)
{
    json_t *map = json_object(), *one;
    struct wire_writer *w = room();
    const char *key;
    uint32_t count = 0;
    size_t i;

    json_array_foreach(from, i, one) {
        const char *text = json_string_value(one), *eq = text ? strchr(text, '=') : NULL;
        char *name;

        if (!eq || eq == text || eq - text > 1000 || i >= LIST_MAX)
            continue;
        name = strndup(text, (size_t)(eq - text));
        must(name != NULL);
        json_object_set_new(map, name, json_string(eq + 1));
        free(name);
    }
    json_object_foreach(map, key, one) {
        wire_put_str(w, key);
        wire_put_str(w, json_string_value(one));
        count++;
    }
    *out = done(w, count);
    return count > 0;
}

static bool labels(json_t *from, struct wire_list *out)
{
    struct wire_writer *w = room();
    const char *key;
    uint32_t count = 0;
    json_t *one;

    json_object_foreach(from, key, one)
        if (json_is_string(one) && *key && count < LIST_MAX) {
            wire_put_str(w, key);
            wire_put_str(w, json_string_value(one));
            count++;
        }
    *out = done(w, count);
    return count > 0;
}

static bool is_port(const char *text)
{
    char digits[8];
    size_t len = strspn(text, "0123456789");
    uint64_t n;

    if (len == 0 || len > 5 || (text[len] && strcmp(text + len, "/tcp") && strcmp(text + len, "/udp")))
        return false;
    str_fmt(digits, sizeof digits, "%.*s", (int)len, text);
    return str_uint(digits, 65535, &n) == 0 && n > 0;
}

static bool is_place(const char *text)
{
    size_t len = strlen(text);

    return text[0] == '/' && len < TEXT_MAX && text[strspn(text, "/")] && !strstr(text, "/../") && !(len >= 3 && !strcmp(text + len - 3, "/.."));
}

/* The keys of an object, those that `fits` likes. */
static bool keys(json_t *from, bool (*fits)(const char *), struct wire_list *out)
{
    struct wire_writer *w = room();
    const char *key;
    uint32_t count = 0;
    json_t *one;

    json_object_foreach(from, key, one)
        if (fits(key) && count < LIST_MAX) {
            wire_put_str(w, key);
            count++;
        }
    *out = done(w, count);
    return count > 0;
}

static bool text(json_t *from, const char *key, struct wire_span *out)
{
    const char *value = json_text(from, key);

    if (!value || !*value || strlen(value) >= TEXT_MAX)
        return false;
    *out = wire_text(value);
    return true;
}

static bool workdir(json_t *from, struct wire_span *out)
{
    const char *value = json_text(from, "WorkingDir");
    char *absolute;

    if (!value || !*value || strlen(value) >= TEXT_MAX)
        return false;
    absolute = xalloc(strlen(value) + 2);
    absolute[0] = '/';
    strcpy(absolute + (*value != '/'), value);
    *out = wire_text(absolute);
    return true;
}

/* ---------------------------------------------------------------- health */

static uint64_t milliseconds(json_t *check, const char *key, uint64_t usual, uint64_t least)
{
    json_int_t ns = json_integer_value(json_object_get(check, key));
    uint64_t ms = ns > 0 ? (uint64_t)ns / 1000000 : usual;

    return ms < least ? least : ms > 86400000 ? 86400000 : ms;
}

/* ["CMD", …], ["CMD-SHELL", TEXT], ["NONE"] */
static bool health(json_t *check, struct health_check_spec *out)
{
    json_t *test = json_object_get(check, "Test"), *one;
    const char *kind = json_string_value(json_array_get(test, 0));
    struct wire_writer *w;
    uint32_t count = 0;
    json_int_t retries = json_integer_value(json_object_get(check, "Retries"));
    size_t i;

    if (!kind || (strcmp(kind, "CMD") && strcmp(kind, "CMD-SHELL")) || json_array_size(test) < 2)
        return false;
    w = room();
    if (!strcmp(kind, "CMD-SHELL")) {
        wire_put_str(w, "/bin/sh");
        wire_put_str(w, "-c");
        count = 2;
    }
    json_array_foreach(test, i, one)
        if (i > 0 && json_is_string(one) && count < LIST_MAX) {
            wire_put_str(w, json_string_value(one));
            count++;
        }
    *out = (struct health_check_spec){ .argv = done(w, count), .interval_ms = milliseconds(check, "Interval", 30000, 100), .timeout_ms = milliseconds(check, "Timeout", 30000, 1),
                                       .start_period_ms = milliseconds(check, "StartPeriod", 0, 0), .retries = retries > 0 && retries < 1000 ? (uint64_t)retries : 3 };
    return true;
}

/* ---------------------------------------------------------------- */

static void read_config(json_t *from, struct image_config *out)
{
    const char *signal = json_text(from, "StopSignal");

    out->has_entrypoint = texts(json_object_get(from, "Entrypoint"), &out->entrypoint);
    out->has_cmd = texts(json_object_get(from, "Cmd"), &out->cmd);
    out->has_env = env(json_object_get(from, "Env"), &out->env);
    out->has_labels = labels(json_object_get(from, "Labels"), &out->labels);
    out->has_exposed_ports = keys(json_object_get(from, "ExposedPorts"), is_port, &out->exposed_ports);
    out->has_volumes = keys(json_object_get(from, "Volumes"), is_place, &out->volumes);
    out->has_user = text(from, "User", &out->user);
    out->has_workdir = workdir(from, &out->workdir);
    out->stop_signal = signal ? (uint64_t)str_signal(signal) : 0;
    out->has_stop_signal = out->stop_signal > 0;
    out->has_health = health(json_object_get(from, "Healthcheck"), &out->health);
}

/* Cut where a character begins. */
static bool step_text(json_t *from, const char *key, struct wire_span *out)
{
    const char *value = json_text(from, key);
    size_t len = value ? strlen(value) : 0;

    if (!len)
        return false;
    if (len > STEP_TEXT)
        for (len = STEP_TEXT; len && ((unsigned char)value[len] & 0xc0) == 0x80; len--)
            ;
    *out = (struct wire_span){ (const uint8_t *)value, len };
    return true;
}

static bool read_history(json_t *from, struct wire_list *out)
{
    struct wire_writer *w = room();
    uint32_t count = 0;
    json_t *one;
    size_t i;

    json_array_foreach(from, i, one) {
        struct image_step s = { .empty = json_is_true(json_object_get(one, "empty_layer")) };

        if (i >= STEPS_MAX)
            break;
        s.has_created = step_text(one, "created", &s.created);
        s.has_created_by = step_text(one, "created_by", &s.created_by);
        s.has_comment = step_text(one, "comment", &s.comment);
        image_step_write(w, &s);
        count++;
    }
    *out = done(w, count);
    return count > 0;
}

static bool word(const char *value, struct word *out)
{
    if (!value || !*value || strlen(value) >= sizeof out->text || value[strspn(value, "abcdefghijklmnopqrstuvwxyz0123456789_.-")])
        return false;
    str_fmt(out->text, sizeof out->text, "%s", value);
    return true;
}

void config_read(json_t *config, const char *want_os, struct image_record *out)
{
    const char *os = json_text(config, "os");

    if (!json_is_object(config))
        report_failed(ERR_INVALID, "the image's configuration is not an object");
    if (os && strcmp(os, want_os))
        report_failed(ERR_UNSUPPORTED, "the image is for %.60s, not for %s", os, want_os);
    str_fmt(out->image.os.text, sizeof out->image.os.text, "%s", want_os);
    out->image.has_architecture = word(json_text(config, "architecture"), &out->image.architecture);
    read_config(json_object_get(config, "config"), &out->config);
    out->has_history = read_history(json_object_get(config, "history"), &out->history);
}
