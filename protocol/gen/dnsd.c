/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/dnsd.h"

static handled run_dns_sync(void *self, struct request *req, struct wire_reader *args)
{
    struct dns_sync *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (dns_sync_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_dns_sync(self, m, req);
}

handled reply_dns_sync(struct request *req, const struct dns_sync_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    dns_sync_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct dns_sync *dns_sync_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row dnsd_dispatch[] = {
    { "dns.sync", { "monitor", NULL }, run_dns_sync },
    { NULL, { NULL }, NULL },
};
