#include "client/cli/terminal.h"

#include <ctype.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios before;           /* one terminal, one process: restored from atexit */
static bool is_raw;

void terminal_restore(void)
{
    if (is_raw)
        tcsetattr(0, TCSADRAIN, &before);
    is_raw = false;
}

void terminal_raw(void)
{
    static bool registered;
    struct termios raw;

    if (is_raw || tcgetattr(0, &before) < 0)
        return;
    raw = before;
    cfmakeraw(&raw);
    if (!registered)
        registered = atexit(terminal_restore) == 0;
    is_raw = tcsetattr(0, TCSANOW, &raw) == 0;
}

void terminal_suspend(void)
{
    bool was = is_raw;

    terminal_restore();
    raise(SIGSTOP);
    if (was)
        terminal_raw();
}

bool terminal_measure(uint64_t *out_rows, uint64_t *out_columns)
{
    struct winsize w;

    if ((ioctl(0, TIOCGWINSZ, &w) < 0 && ioctl(1, TIOCGWINSZ, &w) < 0) || !w.ws_row || !w.ws_col)
        return false;
    *out_rows = w.ws_row;
    *out_columns = w.ws_col;
    return true;
}

void terminal_put_type(struct wire_writer *env, uint32_t *count)
{
    struct wire_reader r = wire_reader(wire_written(env));
    const char *term = getenv("TERM");

    for (uint32_t i = 0; i < *count; i++) {
        struct wire_span key = { 0 }, value;

        wire_read_str(&r, &key, NULL);
        wire_read_str(&r, &value, NULL);
        if (key.len == 4 && !memcmp(key.data, "TERM", 4))
            return;
    }
    wire_put_str(env, "TERM");
    wire_put_str(env, term && *term ? term : "xterm");
    ++*count;
}

/* ---------------------------------------------------------------- detach keys */

/* One of the list; its length, 0: not a key. */
static size_t parse_key(const char *text, uint8_t *out)
{
    size_t len = strcspn(text, ",");

    if (len == 1)
        *out = (uint8_t)text[0];
    else if (len == 6 && !strncmp(text, "ctrl-", 5) && (isalpha((unsigned char)text[5]) || strchr("@[\\]^_", text[5])))
        *out = (uint8_t)(toupper((unsigned char)text[5]) & 0x1f);
    else
        return 0;
    return len;
}

int detach_parse(struct detach *d, const char *text, struct err *e)
{
    const char *p = text;

    *d = (struct detach){ 0 };
    while (*p) {
        size_t len = d->count < sizeof d->keys ? parse_key(p, &d->keys[d->count]) : 0;

        if (!len)
            return err_set(e, ERR_INVALID, "--detach-keys %s: not a list like " DETACH_KEYS " (at most %zu)", text, sizeof d->keys);
        d->count++;
        p += len;
        if (*p == ',' && !*++p)
            return err_set(e, ERR_INVALID, "--detach-keys %s: ends with a comma", text);
    }
    return 0;
}

size_t detach_filter(struct detach *d, const uint8_t *in, size_t len, uint8_t *out, bool *out_left)
{
    size_t n = 0;

    *out_left = false;
    for (size_t i = 0; i < len; i++) {
        uint8_t key = in[i];

        if (!d->count) {
            out[n++] = key;
            continue;
        }
        while (d->matched && key != d->keys[d->matched]) {
            /* the longest beginning that what was held back still ends with; the rest goes on */
            size_t keep = d->matched - 1;

            while (keep && memcmp(d->keys, d->keys + d->matched - keep, keep))
                keep--;
            memcpy(out + n, d->keys, d->matched - keep);
            n += d->matched - keep;
            d->matched = keep;
        }
        if (key != d->keys[d->matched]) {
            out[n++] = key;
        } else if (++d->matched == d->count) {
            d->matched = 0;
            *out_left = true;
            return n;
        }
    }
    return n;
}
