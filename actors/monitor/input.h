/*
 * input - bytes for the standard input of a process behind a keeper: one write at a
 * time, in pieces, each after the keeper's answer to the one before.
 *
 *     written --(it runs)--> piece given --KEEPER_INPUT--> next piece ... --all taken--> answered
 *        `--another write | the process ended | a gap | nobody reads--> refused
 *
 * The offset is the keeper's: whoever writes after a restart, of a client or of this
 * process, is told where it stands and skips what was taken.
 */
#ifndef MONITOR_INPUT_H
#define MONITOR_INPUT_H

#include "actors/actor.h"
#include "actors/monitor/keeper.h"

struct input {
    struct write *now;                  /* owned, or NULL */
    struct write *question;             /* where it stands; owned, or NULL */
};

struct input_write {
    bool append;                        /* wherever it stands, instead of at: */
    uint64_t offset;
    struct wire_span data;              /* copied */
    bool end;
};

/*
 * Without data and end it is a question, which displaces no write and waits for none.
 * what: "container X", for errors.  keeper NULL or not running: it waits for input_runs.
 */
handled input_put(struct input *in, struct request *req, const struct input_write *w, struct keeper *keeper, bool runs, const char *what);
void input_runs(struct input *in, struct keeper *keeper, const char *what);
void input_heard(struct input *in, struct keeper *keeper, const struct keeper_message *m, const char *what);
void input_ended(struct input *in, const char *what);   /* who waits is told so */
void input_free(struct input *in);      /* what it holds, not in; who waits is not told */

#endif
