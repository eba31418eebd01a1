#include "client/cli/grep.h"

#include "base/must.h"

#include <regex.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct line {
    uint8_t text[GREP_LINE_MAX];
    size_t len;
    uint64_t time_ns;
};

struct grep {
    regex_t re;
    struct line of[2];
};

struct grep *grep_new(const char *pattern, struct err *e)
{
    struct grep *g = xalloc(sizeof *g);
    char why[120];
    int r = regcomp(&g->re, pattern, REG_EXTENDED);

    if (r == 0)
        return g;
    regerror(r, &g->re, why, sizeof why);
    free(g);
    err_set(e, ERR_INVALID, "--grep %s: %s", pattern, why);
    return NULL;
}

void grep_free(struct grep *g)
{
    if (g)
        regfree(&g->re);
    free(g);
}

/* Bytes, not a string: REG_STARTEND (regexec(3), glibc and the BSDs). */
static bool matches(const struct grep *g, const struct line *l)
{
    size_t len = l->len && l->text[l->len - 1] == '\n' ? l->len - 1 : l->len;
    regmatch_t m = { .rm_so = 0, .rm_eo = (regoff_t)len };

    return regexec(&g->re, (const char *)l->text, 1, &m, REG_STARTEND) == 0;
}

static int judge(struct grep *g, int fd, grep_fn fn, void *arg)
{
    struct line *l = &g->of[fd - 1];
    int r = l->len && matches(g, l) ? fn(arg, fd, l->time_ns, l->text, l->len) : 0;

    l->len = 0;
    return r;
}

int grep_take(struct grep *g, int fd, uint64_t time_ns, const uint8_t *p, size_t len, grep_fn fn, void *arg)
{
    struct line *l = &g->of[fd - 1];

    while (len) {
        const uint8_t *nl = memchr(p, '\n', len);
        size_t n = nl ? (size_t)(nl - p) + 1 : len;

        if (n > sizeof l->text - l->len)
            n = sizeof l->text - l->len;
        if (!l->len)
            l->time_ns = time_ns;
        memcpy(l->text + l->len, p, n);
        l->len += n;
        p += n;
        len -= n;
        if ((l->text[l->len - 1] == '\n' || l->len == sizeof l->text) && judge(g, fd, fn, arg) < 0)
            return -1;
    }
    return 0;
}

int grep_end(struct grep *g, grep_fn fn, void *arg)
{
    return judge(g, 1, fn, arg) < 0 || judge(g, 2, fn, arg) < 0 ? -1 : 0;
}
