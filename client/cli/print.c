#include "client/cli/print.h"

#include "base/must.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

bool print_is_terminal(int fd)
{
    return isatty(fd);
}

/* ---------------------------------------------------------------- JSON */

static void json_text(struct wire_span s)
{
    putchar('"');
    for (size_t i = 0; i < s.len; i++) {
        uint8_t c = s.data[i];

        if (c == '"' || c == '\\')
            printf("\\%c", c);
        else if (c < 0x20 || c == 0x7f)
            printf("\\u%04x", c);
        else
            putchar(c);
    }
    putchar('"');
}

static void indent(bool on, int depth)
{
    if (on)
        printf("\n%*s", 2 * depth, "");
}

static void json_value(struct wire_reader *r, bool indented, int depth);

static void json_items(struct wire_reader *r, uint32_t count, bool map, bool indented, int depth)
{
    putchar(map ? '{' : '[');
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            putchar(',');
        indent(indented, depth + 1);
        if (map) {
            struct wire_span key = { 0 };

            wire_read_str(r, &key, NULL);
            json_text(key);
            fputs(indented ? ": " : ":", stdout);
        }
        json_value(r, indented, depth + 1);
    }
    if (count)
        indent(indented, depth);
    putchar(map ? '}' : ']');
}

/* Depth is bounded: the bytes have passed wire_scan. */
static void json_value(struct wire_reader *r, bool indented, int depth)
{
    struct wire_span s = { 0 };
    uint32_t count = 0;
    uint64_t u = 0;
    int64_t n = 0;
    bool b = false;

    switch (wire_peek(r)) {
    case 'b':
        wire_read_bool(r, &b, NULL);
        fputs(b ? "true" : "false", stdout);
        break;
    case 'u':
        wire_read_uint(r, 0, UINT64_MAX, &u, NULL);
        printf("%llu", (unsigned long long)u);
        break;
    case 'i':
        wire_read_int(r, &n, NULL);
        printf("%lld", (long long)n);
        break;
    case 's':
        wire_read_str(r, &s, NULL);
        json_text(s);
        break;
    case 'a':
        wire_read_array(r, &count, NULL);
        json_items(r, count, false, indented, depth);
        break;
    case 'm':
        wire_read_map(r, &count, NULL);
        json_items(r, count, true, indented, depth);
        break;
    default:
        wire_skip(r, NULL);
        fputs("null", stdout);
    }
}

void print_json(struct wire_span object, bool indented)
{
    struct wire_reader r = wire_reader(object);

    json_value(&r, indented, 0);
    putchar('\n');
}

/* ---------------------------------------------------------------- templates */

static int find_key(struct wire_span map, const char *key, size_t len, struct wire_span *out)
{
    struct wire_reader r = wire_reader(map);
    uint32_t pairs;

    if (wire_peek(&r) != 'm' || wire_read_map(&r, &pairs, NULL) < 0)
        return -1;
    while (pairs--) {
        struct wire_span k;

        if (wire_read_str(&r, &k, NULL) < 0 || wire_read_raw(&r, out, NULL) < 0)
            return -1;
        if (k.len == len && !memcmp(k.data, key, len))
            return 0;
    }
    return -1;
}

int print_find(struct wire_span map, const char *path, struct wire_span *out)
{
    *out = map;
    for (const char *p = path; *p;) {
        size_t len = strcspn(p, ".");

        if (find_key(*out, p, len, out) < 0)
            return -1;
        p += len + (p[len] == '.');
    }
    return 0;
}

static void template_value(struct wire_span map, const char *path)
{
    struct wire_span value, text;
    struct wire_reader r;

    if (print_find(map, path, &value) < 0)
        return;
    r = wire_reader(value);
    if (wire_peek(&r) == 's') {
        wire_read_str(&r, &text, NULL);
        fwrite(text.data, 1, text.len, stdout);
        return;
    }
    json_value(&r, false, 0);
}

int print_template(const char *t, struct wire_span map, struct err *e)
{
    char path[128];

    for (; *t; t++) {
        const char *from = t + 1, *end;
        bool doubled = t[0] == '{' && t[1] == '{';

        if (*t == '\\' && (t[1] == 'n' || t[1] == 't')) {
            putchar(*++t == 'n' ? '\n' : '\t');
            continue;
        }
        if (*t != '{') {
            putchar(*t);
            continue;
        }
        from += doubled;
        from += strspn(from, doubled ? " ." : "");
        end = strchr(from, '}');
        if (!end || (size_t)(end - from) >= sizeof path)
            return err_set(e, ERR_INVALID, "template: a '{' without its '}'");
        str_fmt(path, sizeof path, "%.*s", (int)(end - from), from);
        while (*path && path[strlen(path) - 1] == ' ')
            path[strlen(path) - 1] = '\0';
        template_value(map, path);
        t = end + (doubled && end[1] == '}');
    }
    putchar('\n');
    return 0;
}

/* ---------------------------------------------------------------- tables */

struct table {
    int columns, cells, room;
    char **text;
};

struct table *table_new(const char *const *heads, int columns)
{
    struct table *t = xalloc(sizeof *t);

    must(columns <= COLUMNS_MAX);
    t->columns = columns;
    for (int i = 0; i < columns; i++)
        table_cell(t, heads[i]);
    return t;
}

void print_safe(char *out, size_t size, const char *text)
{
    size_t n = 0;

    for (; *text && n + 5 < size; text++) {
        unsigned char c = (unsigned char)*text;

        /* C0, DEL, and C1 and the bidirectional controls in their UTF-8 form */
        bool c1 = c == 0xc2 && (unsigned char)text[1] >= 0x80 && (unsigned char)text[1] < 0xa0;
        bool bidi = c == 0xe2 && (unsigned char)text[1] == 0x80 && (unsigned char)text[2] >= 0xaa && (unsigned char)text[2] <= 0xae;

        if (c < 0x20 || c == 0x7f || c1 || bidi)
            n += (size_t)snprintf(out + n, size - n, "\\x%02x", c);
        else
            out[n++] = (char)c;
    }
    out[n] = '\0';
}

void table_cell(struct table *t, const char *text)
{
    char safe[600];

    print_safe(safe, sizeof safe, text);
    if (t->cells == t->room) {
        t->room = t->room ? 2 * t->room : 64;
        t->text = xrealloc(t->text, (size_t)t->room * sizeof *t->text);
    }
    t->text[t->cells++] = xstrdup(safe);
}

static int terminal_width(void)
{
    struct winsize w;

    return isatty(1) && ioctl(1, TIOCGWINSZ, &w) == 0 && w.ws_col > 20 ? w.ws_col : 0;
}

/* Characters, not bytes: continuation bytes take no room. */
static int width_of(const char *s)
{
    int n = 0;

    for (; *s; s++)
        n += ((unsigned char)*s & 0xc0) != 0x80;
    return n;
}

static void shrink(int *widths, int columns, int room)
{
    for (;;) {
        int total = 2 * (columns - 1), widest = 0;

        for (int i = 0; i < columns; i++) {
            total += widths[i];
            if (widths[i] > widths[widest])
                widest = i;
        }
        if (total <= room || widths[widest] <= 8)
            return;
        widths[widest]--;
    }
}

static void print_cell(const char *s, int width, bool last)
{
    int n = width_of(s), shown = 0;

    for (const char *p = s; *p && (n <= width || shown < width - 1 || ((unsigned char)*p & 0xc0) == 0x80); p++) {
        putchar(*p);
        shown += ((unsigned char)*p & 0xc0) != 0x80;
    }
    if (n > width) {
        fputs("…", stdout);
        shown++;
    }
    if (!last)
        printf("%*s", width - shown + 2, "");
}

void table_print(struct table *t, bool with_heads)
{
    int widths[COLUMNS_MAX] = { 0 }, room = terminal_width();
    bool bold = room && !getenv("NO_COLOR");

    for (int i = with_heads ? 0 : t->columns; i < t->cells; i++)
        if (width_of(t->text[i]) > widths[i % t->columns])
            widths[i % t->columns] = width_of(t->text[i]);
    if (room)
        shrink(widths, t->columns, room);
    for (int i = with_heads ? 0 : t->columns; i < t->cells; i++) {
        int column = i % t->columns;

        if (column == 0 && i == 0 && bold)
            fputs("\033[1m", stdout);
        print_cell(t->text[i], widths[column], column == t->columns - 1);
        if (column == t->columns - 1)
            fputs(i < t->columns && bold ? "\033[0m\n" : "\n", stdout);
    }
    for (int i = 0; i < t->cells; i++)
        free(t->text[i]);
    free(t->text);
    free(t);
}

/* ---------------------------------------------------------------- values */

void print_duration(char out[32], uint64_t ns)
{
    uint64_t s = ns / 1000000000;

    if (s < 1)
        snprintf(out, 32, "%llu ms", (unsigned long long)(ns / 1000000));
    else if (s < 120)
        snprintf(out, 32, "%llu s", (unsigned long long)s);
    else if (s < 7200)
        snprintf(out, 32, "%llu min", (unsigned long long)(s / 60));
    else if (s < 172800)
        snprintf(out, 32, "%llu h", (unsigned long long)(s / 3600));
    else
        snprintf(out, 32, "%llu days", (unsigned long long)(s / 86400));
}

void print_bytes(char out[32], uint64_t bytes)
{
    static const char *const units[] = { "B", "KiB", "MiB", "GiB", "TiB" };
    double n = (double)bytes;
    int unit = 0;

    for (; n >= 1024 && unit < 4; unit++)
        n /= 1024;
    snprintf(out, 32, unit ? "%.1f %s" : "%.0f %s", n, units[unit]);
}

void print_time(char out[40], uint64_t wall_ns)
{
    time_t t = (time_t)(wall_ns / 1000000000);
    struct tm tm;
    char base[32];

    gmtime_r(&t, &tm);
    strftime(base, sizeof base, "%Y-%m-%dT%H:%M:%S", &tm);
    snprintf(out, 40, "%s.%09lluZ", base, (unsigned long long)(wall_ns % 1000000000));
}
