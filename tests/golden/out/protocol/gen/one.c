/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/one.h"

static handled run_thing_do(void *self, struct request *req, struct wire_reader *args)
{
    struct thing_do *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (thing_do_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_thing_do(self, m, req);
}

handled reply_thing_do(struct request *req, const struct thing_do_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    thing_do_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct thing_do *thing_do_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row one_dispatch[] = {
    { "thing.do", { "frontdoor", NULL }, run_thing_do },
    { NULL, { NULL }, NULL },
};
