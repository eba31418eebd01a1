#include "base/log.h"

#include "base/clock.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *const level_names[] = { "debug", "info", "warn", "error" };

static struct {
    const char *actor;
    enum log_level least;
    int json;
} out = { "quilt", LEVEL_INFO, 0 };

void log_open(const char *actor, enum log_level least, int json)
{
    out.actor = actor;
    out.least = least;
    out.json = json;
}

int log_level_parse(const char *text)
{
    for (int i = 0; i < 4; i++)
        if (!strcmp(text, level_names[i]))
            return i;
    return -1;
}

/* Quotes and escapes for both forms: what is legal inside a JSON string. */
static void escape(char *to, size_t size, const char *from)
{
    size_t n = 0;

    for (; *from && n + 7 < size; from++) {
        unsigned char c = (unsigned char)*from;

        if (c == '"' || c == '\\')
            n += (size_t)snprintf(to + n, size - n, "\\%c", c);
        else if (c < 0x20 || c == 0x7f)
            n += (size_t)snprintf(to + n, size - n, "\\u%04x", c);
        else
            to[n++] = (char)c;
    }
    to[n] = '\0';
}

void log_line(enum log_level level, const char *event, const char *fmt, ...)
{
    char text[1024], safe[1400], line[1700], when[40];
    time_t now = (time_t)(clock_wall_ns() / 1000000000);
    int ms = (int)(clock_wall_ns() / 1000000 % 1000);
    struct tm tm;
    va_list ap;
    int n;

    if (level < out.least)
        return;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    escape(safe, sizeof safe, text);
    gmtime_r(&now, &tm);
    strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%S", &tm);
    n = snprintf(line, sizeof line,
                 out.json ? "{\"time\":\"%s.%03dZ\",\"level\":\"%s\",\"actor\":\"%s\",\"pid\":%d,\"event\":\"%s\",\"text\":\"%s\"}\n"
                          : "time=%s.%03dZ level=%s actor=%s pid=%d event=%s text=\"%s\"\n",
                 when, ms, level_names[level], out.actor, (int)getpid(), event, safe);
    if (n > 0 && write(STDERR_FILENO, line, (size_t)n < sizeof line ? (size_t)n : sizeof line - 1) < 0)
        return;                         /* a closed stderr must not stop an actor */
}
