#include "client/cli/progress.h"

#include "client/cli/print.h"

#include <stdio.h>
#include <string.h>

#define LINES_MAX 12u

void progress_clear(unsigned *lines)
{
    if (*lines)
        fprintf(stderr, "\033[%uA\r\033[J", *lines);
    *lines = 0;
}

static void draw(const struct progress *p)
{
    unsigned percent = p->total_bytes ? (unsigned)(100 * (p->done_bytes < p->total_bytes ? p->done_bytes : p->total_bytes) / p->total_bytes) : 0;
    char name[61], safe[200], done[32], total[32];

    if (p->has_layer)
        snprintf(name, sizeof name, "%.12s", p->layer.text);
    else
        wire_copy(name, sizeof name, p->source);
    print_safe(safe, sizeof safe, name);
    print_bytes(done, p->done_bytes);
    print_bytes(total, p->total_bytes);
    fprintf(stderr, "\r\033[K%s %s  [%-20.*s] %3u %%  %s of %s\n", p->what.text, safe, (int)(percent / 5), "####################", percent, done, total);
}

void progress_show(const struct args *a, unsigned *lines)
{
    struct image_progress_reply reply;
    struct wire_writer room;
    struct wire_reader r;
    struct progress p;

    wire_writer_init(&room);
    if (cli_ask(a, "image.progress", NULL, 1000, &room, NULL) == 0) {
        r = wire_reader(wire_written(&room));
        if (image_progress_reply_read(&r, &reply, NULL) == 0) {
            progress_clear(lines);
            r = wire_reader(reply.images.items);
            for (; *lines < LINES_MAX && *lines < reply.images.count && progress_read(&r, &p, NULL) == 0; ++*lines)
                draw(&p);
        }
    }
    wire_writer_done(&room);
}

int progress_call(struct quilt *q, const struct args *a, const char *verb, const struct wire_writer *args, const char *idem, struct quilt_reply *out, struct err *e)
{
    uint64_t id = quilt_send(q, verb, args, idem, 0, e);
    bool terminal = print_is_terminal(2);
    unsigned lines = 0;
    int n = 0;

    if (!id)
        return -1;
    while (n == 0) {
        n = quilt_receive(q, terminal ? PROGRESS_AFTER_MS : -1, out, e);
        if (n == 0 && terminal)
            progress_show(a, &lines);
    }
    progress_clear(&lines);
    return n < 0 ? -1 : 0;
}
