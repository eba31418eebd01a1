#include "client/cli/words.h"

#include "client/cli/print.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* One that means nothing to this word is no wish that may be ignored. */
static int check_options(const struct args *a, const struct subverb *word, const char *verb, struct err *e)
{
    for (int i = 0; i < a->option_count; i++) {
        const char *name = a->options[i].def->name, *hit = word->options;
        size_t len = strlen(name);

        if (!strcmp(name, "run-dir"))
            continue;
        while (hit && *hit && (strncmp(hit, name, len) || hit[len] != ' '))
            hit = strchr(hit, ' ') ? strchr(hit, ' ') + 1 : NULL;
        if (!hit || !*hit)
            return err_set(e, ERR_INVALID, "quilt %s %s: has no --%s", verb, word->name, name);
    }
    return 0;
}

int words_run(const struct args *a, const struct subverb *words, const char *verb, struct err *e)
{
    for (; words->name; words++) {
        int count = a->rest_count - 1;

        if (strcmp(words->name, a->rest[0]))
            continue;
        if (count < words->least || (words->most >= 0 && count > words->most))
            return err_set(e, ERR_INVALID, "quilt %s %s: needs %s", verb, words->name, *words->synopsis ? words->synopsis : "nothing more");
        return check_options(a, words, verb, e) < 0 ? -1 : words->run(a, a->rest + 1, e);
    }
    return err_set(e, ERR_INVALID, "quilt %s %s: unknown; see quilt %s --help", verb, a->rest[0], verb);
}

const char *words_format(const struct args *a)
{
    const char *f = args_get(a, "format");

    return f && strcmp(f, "table") ? f : NULL;
}

int words_print(const char *format, struct wire_span object, struct err *e)
{
    if (strcmp(format, "json"))
        return print_template(format, object, e);
    print_json(object, false);
    return 0;
}

int words_ask(const struct args *a, const char *verb, const struct wire_writer *fields, struct wire_writer *room, struct err *e)
{
    struct wire_writer none;
    int r;

    wire_writer_init(&none);
    wire_put_map(&none, 0);
    r = cli_ask(a, verb, fields ? fields : &none, 130000, room, e);
    wire_writer_done(&none);
    return r;
}

int words_do(const struct args *a, const char *verb, const struct wire_writer *fields, const char *say, struct err *e)
{
    struct wire_writer room;
    int r;

    wire_writer_init(&room);
    r = words_ask(a, verb, fields, &room, e);
    wire_writer_done(&room);
    if (r == 0)
        puts(say);
    return r;
}

int words_labels(const struct args *a, struct wire_writer *w, struct wire_list *out, struct err *e)
{
    uint32_t count = 0;

    for (int i = 0; i < a->option_count; i++) {
        const char *text = a->options[i].value, *eq;

        if (strcmp(a->options[i].def->name, "label"))
            continue;
        eq = strchr(text, '=');
        if (!eq || eq == text)
            return err_set(e, ERR_INVALID, "--label %s: KEY=VALUE is needed", text);
        wire_put_span(w, (struct wire_span){ (const uint8_t *)text, (size_t)(eq - text) });
        wire_put_str(w, eq + 1);
        count++;
    }
    *out = wire_list_of(w, count);
    return 0;
}

int words_remove(const struct args *a, const char *verb, const char *field, char **rest, struct err *e)
{
    bool alone = !rest[1];
    int result = 0;

    for (; *rest; rest++) {
        struct err one = ERR_NONE;
        struct wire_writer w;

        wire_writer_init(&w);
        wire_put_map(&w, 1);
        wire_put_str(&w, field);
        wire_put_str(&w, *rest);
        if (words_do(a, verb, &w, *rest, &one) < 0) {
            if (alone) {
                *e = one;
                result = -1;
            } else {
                fprintf(stderr, "quilt: %s\n", one.text);
                result = 1;
            }
        }
        wire_writer_done(&w);
    }
    return result;
}

/* ---------------------------------------------------------------- what -o names */

int output_begin(struct output *o, const char *name, struct err *e)
{
    struct stat st;
    bool there = lstat(name, &st) == 0;

    *o = (struct output){ .name = name, .fd = -1 };
    if (there && (!S_ISREG(st.st_mode) || st.st_nlink > 1)) {
        o->fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666);
        return o->fd < 0 ? err_sys(e, "%s", name) : 0;
    }
    if (snprintf(o->tmp, sizeof o->tmp, "%s.quilt-tmp", name) >= (int)sizeof o->tmp)
        return err_set(e, ERR_INVALID, "-o %s: too long", name);
    unlink(o->tmp);
    o->fd = open(o->tmp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (o->fd < 0)
        return err_sys(e, "%s", name);
    if (there && (fchown(o->fd, st.st_uid, st.st_gid) < 0 || fchmod(o->fd, st.st_mode & 07777) < 0)) {
        err_sys(e, "%s", name);
        return output_end(o, -1, e);
    }
    return 0;
}

int output_end(struct output *o, int result, struct err *e)
{
    if (close(o->fd) < 0 && result == 0)
        result = err_sys(e, "%s", o->name);
    if (o->tmp[0] && result == 0 && rename(o->tmp, o->name) < 0)
        result = err_sys(e, "%s", o->name);
    if (o->tmp[0] && result != 0)
        unlink(o->tmp);
    return result;
}
