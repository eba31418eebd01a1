#include "actors/monitor/setup.h"

#include "base/auto.h"
#include "base/must.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SETUP_MAX 100

/* How each installs, with the words behind it; the first program that the image has is taken. */
static const struct manager {
    const char *name;
    const char *ways[4];                /* "PROGRAM ARGUMENTS…" */
    const char *before;                 /* before it, or NULL */
} managers[] = {
    { "npm", { "npm install --global --no-fund --no-audit", "pnpm add --global", "yarn global add" }, NULL },
    { "pip", { "pip3 install --no-input --break-system-packages", "pip install --no-input --break-system-packages", "python3 -m pip install --no-input --break-system-packages" }, "PIP_ROOT_USER_ACTION=ignore; export PIP_ROOT_USER_ACTION; " },
    { "apt", { "apt-get install -y --no-install-recommends" }, "DEBIAN_FRONTEND=noninteractive; export DEBIAN_FRONTEND; if command -v apt-get >/dev/null; then apt-get update -q || exit; fi; " },
    { "apk", { "apk add --no-cache" }, NULL },
    { "dnf", { "dnf install -y", "microdnf install -y", "yum install -y" }, NULL },
};

static const struct manager *manager_of(const char *line, const char **out_words)
{
    for (size_t i = 0; i < sizeof managers / sizeof *managers; i++) {
        size_t len = strlen(managers[i].name);

        if (!strncmp(line, managers[i].name, len) && line[len] == ':') {
            *out_words = line + len + 1;
            return &managers[i];
        }
    }
    return NULL;
}

/* Each word in quotes: a package's name is never shell. */
static void quote(FILE *out, const char *words)
{
    while (*(words += strspn(words, " \t"))) {
        size_t len = strcspn(words, " \t");

        fputs(" '", out);
        for (size_t i = 0; i < len; i++)
            if (words[i] == '\'')
                fputs("'\\''", out);
            else
                fputc(words[i], out);
        fputc('\'', out);
        words += len;
    }
}

char *setup_script(const char *line)
{
    const char *words;
    const struct manager *m = manager_of(line, &words);
    char *text = NULL;
    size_t size;
    FILE *out;

    if (!m)
        return xstrdup(line);
    out = open_memstream(&text, &size);
    must(out != NULL);
    fputs(m->before ? m->before : "", out);
    for (size_t i = 0; i < sizeof m->ways / sizeof *m->ways && m->ways[i]; i++) {
        fprintf(out, "%s command -v %.*s >/dev/null; then exec %s", i ? "elif" : "if", (int)strcspn(m->ways[i], " "), m->ways[i], m->ways[i]);
        quote(out, words);
        fputs("; ", out);
    }
    fprintf(out, "fi; echo '%s: the image has no program that installs these' >&2; exit 127", m->name);
    fclose(out);
    return text;
}

int setup_check(const struct container_spec *s, struct err *e)
{
    struct wire_reader r = wire_reader(s->setup.items);

    if (!s->has_setup)
        return 0;
    if (s->setup.count > SETUP_MAX)
        return err_set(e, ERR_INVALID, "setup: at most %d commands", SETUP_MAX);
    for (uint32_t i = 0; i < s->setup.count; i++) {
        struct wire_span text = { 0 };
        auto_free char *line = NULL;
        const char *words = "x";

        if (wire_read_str(&r, &text, e) < 0)
            return -1;
        line = wire_dup(text);
        if (strlen(line) != text.len)
            return err_set(e, ERR_INVALID, "setup: a command with a zero byte");
        manager_of(line, &words);
        if (!line[strspn(line, " \t\n")] || !words[strspn(words, " \t")])
            return err_set(e, ERR_INVALID, "setup: %s: nothing to do", line);
    }
    return 0;
}
