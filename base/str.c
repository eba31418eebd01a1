#include "base/str.h"

#include "base/must.h"

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int str_uint(const char *text, uint64_t max, uint64_t *out)
{
    uint64_t n = 0;

    if (!*text)
        return -1;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || __builtin_mul_overflow(n, 10u, &n) ||
            __builtin_add_overflow(n, (uint64_t)(*text - '0'), &n))
            return -1;
    }
    if (n > max)
        return -1;
    *out = n;
    return 0;
}

/* Digits with up to three decimals, as thousandths; *rest is what follows. */
static int read_thousandths(const char *text, uint64_t *out, const char **rest)
{
    uint64_t n = 0, scale = 1000;
    const char *p = text;

    for (; *p >= '0' && *p <= '9'; p++)
        if (__builtin_mul_overflow(n, 10u, &n) || __builtin_add_overflow(n, (uint64_t)(*p - '0'), &n))
            return -1;
    if (p == text || __builtin_mul_overflow(n, 1000u, &n))
        return -1;
    if (*p == '.') {
        if (p[1] < '0' || p[1] > '9')
            return -1;
        for (p++; *p >= '0' && *p <= '9'; p++) {
            if (scale == 1)
                return -1;
            scale /= 10;
            n += scale * (uint64_t)(*p - '0');
        }
    }
    *out = n;
    *rest = p;
    return 0;
}

struct unit {
    const char *name;
    uint64_t scale;
};

static int read_with_unit(const char *text, const struct unit *units, uint64_t *out)
{
    uint64_t n;
    const char *rest;

    if (read_thousandths(text, &n, &rest) < 0)
        return -1;
    for (; units->name; units++) {
        if (strcmp(rest, units->name))
            continue;
        if (__builtin_mul_overflow(n, units->scale, &n))
            return -1;
        *out = n / 1000;
        return 0;
    }
    return -1;
}

int str_bytes(const char *text, uint64_t *out_bytes)
{
    static const struct unit units[] = {
        { "", 1 },           { "b", 1 },           { "k", 1 << 10 },      { "K", 1 << 10 },
        { "kb", 1 << 10 },   { "KiB", 1 << 10 },   { "m", 1 << 20 },      { "M", 1 << 20 },
        { "mb", 1 << 20 },   { "MiB", 1 << 20 },   { "g", 1u << 30 },     { "G", 1u << 30 },
        { "gb", 1u << 30 },  { "GiB", 1u << 30 },  { "t", 1ull << 40 },   { "T", 1ull << 40 },
        { NULL, 0 },
    };

    return read_with_unit(text, units, out_bytes);
}

int str_duration(const char *text, uint64_t *out_ms)
{
    static const struct unit units[] = {
        { "ms", 1 }, { "s", 1000 }, { "", 1000 }, { "m", 60000 }, { "h", 3600000 }, { "d", 86400000 }, { NULL, 0 },
    };

    return read_with_unit(text, units, out_ms);
}

int str_thousandths(const char *text, uint64_t *out)
{
    const char *rest;
    uint64_t n;

    if (read_thousandths(text, &n, &rest) < 0 || *rest)
        return -1;
    *out = n;
    return 0;
}

static const struct {
    const char *name;
    int number;
} signals[] = {
    { "SIGHUP", SIGHUP },       { "SIGINT", SIGINT },     { "SIGQUIT", SIGQUIT },     { "SIGILL", SIGILL },
    { "SIGTRAP", SIGTRAP },     { "SIGABRT", SIGABRT },   { "SIGBUS", SIGBUS },       { "SIGFPE", SIGFPE },
    { "SIGKILL", SIGKILL },     { "SIGUSR1", SIGUSR1 },   { "SIGSEGV", SIGSEGV },     { "SIGUSR2", SIGUSR2 },
    { "SIGPIPE", SIGPIPE },     { "SIGALRM", SIGALRM },   { "SIGTERM", SIGTERM },     { "SIGSTKFLT", SIGSTKFLT },
    { "SIGCHLD", SIGCHLD },     { "SIGCONT", SIGCONT },   { "SIGSTOP", SIGSTOP },     { "SIGTSTP", SIGTSTP },
    { "SIGTTIN", SIGTTIN },     { "SIGTTOU", SIGTTOU },   { "SIGURG", SIGURG },       { "SIGXCPU", SIGXCPU },
    { "SIGXFSZ", SIGXFSZ },     { "SIGVTALRM", SIGVTALRM }, { "SIGPROF", SIGPROF },   { "SIGWINCH", SIGWINCH },
    { "SIGIO", SIGIO },         { "SIGPWR", SIGPWR },     { "SIGSYS", SIGSYS },
};

int str_signal(const char *text)
{
    uint64_t n;

    if (str_uint(text, 64, &n) == 0)
        return (int)n;
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (!strcmp(text, signals[i].name) || !strcmp(text, signals[i].name + 3))
            return signals[i].number;
    return 0;
}

const char *str_signal_name(int number)
{
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        if (signals[i].number == number)
            return signals[i].name;
    return NULL;
}

bool str_starts(const char *text, const char *prefix)
{
    return !strncmp(text, prefix, strlen(prefix));
}

void str_hex(const uint8_t *bytes, size_t count, char *out)
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < count; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[2 * count] = '\0';
}

/* Unicode 15, table 3-7: no overlong form, no surrogate, nothing above U+10FFFF. */
/* Bytes of the character that begins here; 0: none does. */
static size_t character(const uint8_t *s, size_t len)
{
    uint8_t c = s[0];
    size_t more = c < 0x80 ? 0 : c >= 0xc2 && c <= 0xdf ? 1 : c >= 0xe0 && c <= 0xef ? 2 : c >= 0xf0 && c <= 0xf4 ? 3 : 4;
    uint8_t low = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
    uint8_t high = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;

    if (more == 4 || len <= more)
        return 0;
    for (size_t k = 1; k <= more; k++) {
        if (s[k] < low || s[k] > high)
            return 0;
        low = 0x80;
        high = 0xbf;
    }
    return more + 1;
}

bool str_is_utf8(const uint8_t *s, size_t len)
{
    size_t n = 1;

    for (size_t i = 0; i < len && n; i += n)
        n = character(s + i, len - i);
    return n != 0;
}

void str_make_utf8(char *text)
{
    size_t len = strlen(text), n;

    for (size_t i = 0; i < len; i += n) {
        n = character((const uint8_t *)text + i, len - i);
        if (!n) {
            text[i] = '?';
            n = 1;
        }
    }
}

void str_fmt(char *out, size_t size, const char *fmt, ...)
{
    va_list ap;
    int n;

    va_start(ap, fmt);
    n = vsnprintf(out, size, fmt, ap);
    va_end(ap);
    must(n >= 0 && (size_t)n < size);
}
