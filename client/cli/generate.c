/* generate - help, completion and man pages: the verb table in other words. */
#include "client/cli/verbs.h"

#include <stdio.h>
#include <string.h>

static void print_options(const struct option_def *o)
{
    for (; o && o->name; o++) {
        char left[64];

        snprintf(left, sizeof left, "%c%c%s--%s%s%s", o->letter ? '-' : ' ', o->letter ? o->letter : ' ', o->letter ? ", " : "  ", o->name,
                 o->arg ? " " : "", o->arg ? o->arg : "");
        printf("  %-40s %s\n", left, o->help);
    }
}

static void help_verb(const struct verb_def *v)
{
    printf("usage: quilt %s [OPTION…] %s\n\n%s\n", v->name, v->synopsis, v->summary);
    if (*v->text)
        printf("\n%s\n", v->text);
    puts("\noptions:");
    print_options(v->options);
    print_options(global_options);
}

int cli_help(const struct args *a, struct err *e)
{
    const struct verb_def *v = a->rest_count ? cli_find(a->rest[0]) : NULL;

    if (v) {
        help_verb(v);
        return 0;
    }
    if (a->rest_count)
        return err_set(e, ERR_INVALID, "%s: unknown verb; see quilt help", a->rest[0]);
    puts("usage: quilt VERB [OPTION…] [ARGUMENT…]\n");
    for (v = cli_verbs; v->name; v++)
        printf("  %-12s %s\n", v->name, v->summary);
    puts("\nquilt VERB --help says more; quilt man VERB is its man page.");
    print_options(global_options);
    return 0;
}

/* ---------------------------------------------------------------- completion */

static void bash(void)
{
    puts("_quilt() {\n    local cur=${COMP_WORDS[COMP_CWORD]} verb= i\n    for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "        [[ ${COMP_WORDS[i]} != -* ]] && { verb=${COMP_WORDS[i]}; break; }\n    done\n    case $verb in");
    printf("    '') COMPREPLY=($(compgen -W \"");
    for (const struct verb_def *v = cli_verbs; v->name; v++)
        printf("%s ", v->name);
    puts("\" -- \"$cur\")) ;;");
    for (const struct verb_def *v = cli_verbs; v->name; v++) {
        printf("    %s) if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"--help ", v->name);
        for (const struct option_def *o = v->options; o && o->name; o++)
            printf("--%s ", o->name);
        puts("\" -- \"$cur\")); else COMPREPLY=($(compgen -f -W \"$(quilt list -aq 2>/dev/null) $(quilt list -a --format '{name}' 2>/dev/null)\" -- \"$cur\")); fi ;;");
    }
    puts("    esac\n}\ncomplete -F _quilt quilt");
}

/* Text for single quotes, with brackets and colons escaped as zsh wants them. */
static void zsh_text(const char *s)
{
    for (; *s; s++) {
        if (strchr("[]:", *s))
            putchar('\\');
        fputs(*s == '\'' ? "'\\''" : (char[]){ *s, 0 }, stdout);
    }
}

static void zsh(void)
{
    puts("#compdef quilt\n_quilt() {\n    local -a verbs\n    verbs=(");
    for (const struct verb_def *v = cli_verbs; v->name; v++) {
        printf("        '%s:", v->name);
        zsh_text(v->summary);
        puts("'");
    }
    puts("    )\n    if (( CURRENT == 2 )); then _describe verb verbs; return; fi\n    case $words[2] in");
    for (const struct verb_def *v = cli_verbs; v->name; v++) {
        printf("    %s) _arguments", v->name);
        for (const struct option_def *o = v->options; o && o->name; o++) {
            printf(" '--%s%s[", o->name, o->arg ? "=" : "");
            zsh_text(o->help);
            printf("]%s'", o->arg ? ":value:" : "");
        }
        puts(" '*:container:(${(f)\"$(quilt list -aq 2>/dev/null)\"})' ;;");
    }
    puts("    esac\n}\n_quilt \"$@\"");
}

static void fish(void)
{
    for (const struct verb_def *v = cli_verbs; v->name; v++) {
        printf("complete -c quilt -n __fish_use_subcommand -a %s -d '", v->name);
        zsh_text(v->summary);
        puts("'");
        for (const struct option_def *o = v->options; o && o->name; o++) {
            printf("complete -c quilt -n '__fish_seen_subcommand_from %s' -l %s ", v->name, o->name);
            if (o->letter)
                printf("-s %c ", o->letter);
            printf("%s-d '", o->arg ? "-r " : "");
            zsh_text(o->help);
            puts("'");
        }
    }
}

int cli_completion(const struct args *a, struct err *e)
{
    if (!strcmp(a->rest[0], "bash"))
        bash();
    else if (!strcmp(a->rest[0], "zsh"))
        zsh();
    else if (!strcmp(a->rest[0], "fish"))
        fish();
    else
        return err_set(e, ERR_INVALID, "completion %s: knows bash, zsh and fish", a->rest[0]);
    return 0;
}

/* ---------------------------------------------------------------- man pages */

static void roff(const char *s)
{
    for (; *s; s++)
        fputs(*s == '-' ? "\\-" : *s == '\\' ? "\\e" : (char[]){ *s, 0 }, stdout);
}

static void man_options(const struct option_def *o)
{
    for (; o && o->name; o++) {
        printf(".TP\n.B ");
        if (o->letter)
            printf("\\-%c, ", o->letter);
        printf("\\-\\-");
        roff(o->name);
        if (o->arg) {
            fputs(" ", stdout);
            roff(o->arg);
        }
        putchar('\n');
        roff(o->help);
        putchar('\n');
    }
}

static void man_verb(const struct verb_def *v)
{
    printf(".TH QUILT-%s 1 \"\" \"quilt " QUILT_VERSION "\"\n.SH NAME\nquilt-%s \\- ", v->name, v->name);
    roff(v->summary);
    printf("\n.SH SYNOPSIS\n.B quilt %s\n[OPTION…] ", v->name);
    roff(v->synopsis);
    printf("\n.SH DESCRIPTION\n");
    roff(v->summary);
    puts("");
    if (*v->text) {
        puts(".PP");
        roff(v->text);
        puts("");
    }
    puts(".SH OPTIONS");
    man_options(v->options);
    man_options(global_options);
    puts(".SH EXIT STATUS\nThe container's own for run and exec, 128+n after signal n; 124 too late, 125 an error of Quilt's, 126 not executable, 127 not found.");
    puts(".SH ENVIRONMENT\n.TP\n.B QUILT_RUN_DIR\nThe daemon's run directory, when \\-\\-run\\-dir is not given.\n.SH SEE ALSO\n.BR quilt (1)");
}

static void man_all(void)
{
    puts(".TH QUILT 1 \"\" \"quilt " QUILT_VERSION "\"\n.SH NAME\nquilt \\- run containers\n.SH SYNOPSIS\n.B quilt\nVERB [OPTION…] [ARGUMENT…]\n.SH VERBS");
    for (const struct verb_def *v = cli_verbs; v->name; v++) {
        printf(".TP\n.BR quilt\\-%s (1)\n", v->name);
        roff(v->summary);
        putchar('\n');
    }
    puts(".SH OPTIONS");
    man_options(global_options);
}

int cli_man(const struct args *a, struct err *e)
{
    const struct verb_def *v = a->rest_count ? cli_find(a->rest[0]) : NULL;

    if (args_has(a, "list")) {
        for (v = cli_verbs; v->name; v++)
            puts(v->name);
        return 0;
    }
    if (!a->rest_count)
        man_all();
    else if (v)
        man_verb(v);
    else
        return err_set(e, ERR_INVALID, "%s: unknown verb", a->rest[0]);
    return 0;
}
