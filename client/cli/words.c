#include "client/cli/words.h"

#include "client/cli/print.h"

#include <stdio.h>
#include <string.h>

int words_run(const struct args *a, const struct subverb *words, const char *verb, struct err *e)
{
    for (; words->name; words++) {
        int count = a->rest_count - 1;

        if (strcmp(words->name, a->rest[0]))
            continue;
        if (count < words->least || (words->most >= 0 && count > words->most))
            return err_set(e, ERR_INVALID, "quilt %s %s: needs %s", verb, words->name, *words->synopsis ? words->synopsis : "nothing more");
        return words->run(a, a->rest + 1, e);
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
    int result = 0;

    for (; *rest; rest++) {
        struct err one = ERR_NONE;
        struct wire_writer w;

        wire_writer_init(&w);
        wire_put_map(&w, 1);
        wire_put_str(&w, field);
        wire_put_str(&w, *rest);
        if (words_do(a, verb, &w, *rest, &one) < 0) {
            if (!rest[1] && result == 0) {
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
