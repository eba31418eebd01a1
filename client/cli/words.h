/*
 * words - verbs that have words behind them (network create, image list): each is a row of a
 * table.  And what they share: asking, and printing an object as it was asked for.
 */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include "client/cli/verbs.h"

struct subverb {
    const char *name, *synopsis;
    int least, most;                    /* of what follows it; most -1: any */
    int (*run)(const struct args *a, char **rest, struct err *e);
    const char *options;                /* of the verb's, those that mean something here: a blank after each */
};

/* The row of a->rest[0]; the table ends with name NULL. */
int words_run(const struct args *a, const struct subverb *words, const char *verb, struct err *e);

/*
 * What -o FILE names, for one that writes all of it: a file appears whole, or stays as it was (with
 * its owner and mode); what is no file, or has other names, is written to.  output_end: 0 if result
 * is and it is there, else -1.
 */
struct output {
    const char *name;
    char tmp[4096];                     /* "": written in place */
    int fd;
};
int output_begin(struct output *o, const char *name, struct err *e);
int output_end(struct output *o, int result, struct err *e);

/* --format, or NULL for a table. */
const char *words_format(const struct args *a);
/* "json" or a template. */
int words_print(const char *format, struct wire_span object, struct err *e);
/* Asks; a request without fields when NULL.  The result is in *room, which the caller ends. */
int words_ask(const struct args *a, const char *verb, const struct wire_writer *fields, struct wire_writer *room, struct err *e);
/* Asks, and says that it is done. */
int words_do(const struct args *a, const char *verb, const struct wire_writer *fields, const char *say, struct err *e);
/* --label KEY=VALUE, all of them; the writer is the caller's and holds them. */
int words_labels(const struct args *a, struct wire_writer *w, struct wire_list *out, struct err *e);
/* A verb with one field for each of rest: says which; 1 if one failed of several. */
int words_remove(const struct args *a, const char *verb, const char *field, char **rest, struct err *e);

#endif
