#include "client/cli/verbs.h"

#include "base/str.h"

#include <string.h>

const struct verb_def *cli_find(const char *name)
{
    static const struct {
        const char *other, *name;
    } aliases[] = { { "ps", "list" }, { "ls", "list" }, { "rm", "remove" }, { "unpause", "resume" } };

    for (size_t i = 0; i < sizeof aliases / sizeof *aliases; i++)
        if (!strcmp(aliases[i].other, name))
            name = aliases[i].name;
    for (const struct verb_def *v = cli_verbs; v->name; v++)
        if (!strcmp(v->name, name))
            return v;
    return NULL;
}

static const struct option_def *find_long(const struct option_def *table, const char *name, size_t len)
{
    for (; table && table->name; table++)
        if (strlen(table->name) == len && !strncmp(table->name, name, len))
            return table;
    return NULL;
}

static const struct option_def *find_letter(const struct option_def *table, char letter)
{
    for (; table && table->name; table++)
        if (table->letter == letter)
            return table;
    return NULL;
}

static int add(struct args *a, const struct option_def *def, const char *value, struct err *e)
{
    if (a->option_count == (int)(sizeof a->options / sizeof *a->options))
        return err_set(e, ERR_INVALID, "too many options");
    if (!strcmp(def->name, "run-dir"))
        a->run_dir = value;
    a->options[a->option_count].def = def;
    a->options[a->option_count++].value = value;
    return 0;
}

static int parse_long(struct args *a, const struct verb_def *v, char ***at, struct err *e)
{
    const char *name = **at + 2, *eq = strchr(name, '=');
    size_t len = eq ? (size_t)(eq - name) : strlen(name);
    const struct option_def *def = find_long(v ? v->options : NULL, name, len);

    if (!def)
        def = find_long(global_options, name, len);
    if (!def)
        return err_set(e, ERR_INVALID, "--%.*s: unknown option; see quilt %s --help", (int)len, name, v ? v->name : "");
    if (!def->arg)
        return eq ? err_set(e, ERR_INVALID, "--%s: takes no value", def->name) : add(a, def, "", e);
    if (eq)
        return add(a, def, eq + 1, e);
    if (!(*at)[1])
        return err_set(e, ERR_INVALID, "--%s: needs a value (%s)", def->name, def->arg);
    return add(a, def, *++*at, e);
}

/* -d, -it, -eKEY=VALUE, -e KEY=VALUE */
static int parse_short(struct args *a, const struct verb_def *v, char ***at, struct err *e)
{
    for (const char *p = **at + 1; *p; p++) {
        const struct option_def *def = find_letter(v ? v->options : NULL, *p);

        if (!def)
            def = find_letter(global_options, *p);
        if (!def)
            return err_set(e, ERR_INVALID, "-%c: unknown option; see quilt %s --help", *p, v ? v->name : "");
        if (!def->arg) {
            if (add(a, def, "", e) < 0)
                return -1;
            continue;
        }
        if (p[1])
            return add(a, def, p + 1, e);
        if (!(*at)[1])
            return err_set(e, ERR_INVALID, "-%c: needs a value (%s)", *p, def->arg);
        return add(a, def, *++*at, e);
    }
    return 0;
}

int args_parse(struct args *a, const struct verb_def *v, int argc, char **argv, struct err *e)
{
    char **at = argv, **to = argv;

    a->rest = argv;
    a->rest_count = 0;
    for (; *at; at++) {
        if (!strcmp(*at, "--")) {
            at++;
            break;
        }
        if ((*at)[0] == '-' && (*at)[1]) {
            if (((*at)[1] == '-' ? parse_long(a, v, &at, e) : parse_short(a, v, &at, e)) < 0)
                return -1;
            continue;
        }
        if (!v || v->command_follows)
            break;
        *to++ = *at;
    }
    for (; *at; at++)
        *to++ = *at;
    *to = NULL;
    a->rest_count = (int)(to - argv);
    (void)argc;
    if (!v || args_has(a, "help"))
        return 0;
    if (a->rest_count < v->least)
        return err_set(e, ERR_INVALID, "quilt %s needs %s; see quilt %s --help", v->name, v->synopsis, v->name);
    if (v->most >= 0 && a->rest_count > v->most)
        return err_set(e, ERR_INVALID, "%s: unexpected; see quilt %s --help", a->rest[v->most], v->name);
    return 0;
}

const char *args_get(const struct args *a, const char *name)
{
    for (int i = a->option_count - 1; i >= 0; i--)
        if (!strcmp(a->options[i].def->name, name))
            return a->options[i].value;
    return NULL;
}

bool args_has(const struct args *a, const char *name)
{
    return args_get(a, name) != NULL;
}
