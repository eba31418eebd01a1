/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/frontdoor.h"

static handled run_hello(void *self, struct request *req, struct wire_reader *args)
{
    struct hello *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (hello_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_hello(self, m, req);
}

handled reply_hello(struct request *req, const struct hello_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    hello_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct hello *hello_of(const struct request *req)
{
    return request_message(req);
}

static handled run_health(void *self, struct request *req, struct wire_reader *args)
{
    struct health *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (health_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_health(self, m, req);
}

handled reply_health(struct request *req, const struct health_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    health_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct health *health_of(const struct request *req)
{
    return request_message(req);
}

static handled run_frontdoor_icc_open(void *self, struct request *req, struct wire_reader *args)
{
    struct frontdoor_icc_open *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (frontdoor_icc_open_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_frontdoor_icc_open(self, m, req);
}

handled reply_frontdoor_icc_open(struct request *req, const struct frontdoor_icc_open_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    frontdoor_icc_open_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct frontdoor_icc_open *frontdoor_icc_open_of(const struct request *req)
{
    return request_message(req);
}

static handled run_frontdoor_icc_close(void *self, struct request *req, struct wire_reader *args)
{
    struct frontdoor_icc_close *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (frontdoor_icc_close_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_frontdoor_icc_close(self, m, req);
}

handled reply_frontdoor_icc_close(struct request *req, const struct frontdoor_icc_close_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    frontdoor_icc_close_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct frontdoor_icc_close *frontdoor_icc_close_of(const struct request *req)
{
    return request_message(req);
}

static handled run_frontdoor_icc_keep(void *self, struct request *req, struct wire_reader *args)
{
    struct frontdoor_icc_keep *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (frontdoor_icc_keep_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_frontdoor_icc_keep(self, m, req);
}

handled reply_frontdoor_icc_keep(struct request *req, const struct frontdoor_icc_keep_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    frontdoor_icc_keep_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct frontdoor_icc_keep *frontdoor_icc_keep_of(const struct request *req)
{
    return request_message(req);
}

static handled run_frontdoor_samples(void *self, struct request *req, struct wire_reader *args)
{
    struct frontdoor_samples *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (frontdoor_samples_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_frontdoor_samples(self, m, req);
}

handled reply_frontdoor_samples(struct request *req, const struct frontdoor_samples_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    frontdoor_samples_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct frontdoor_samples *frontdoor_samples_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row frontdoor_dispatch[] = {
    { "hello", { NULL }, run_hello },
    { "health", { NULL }, run_health },
    { "frontdoor.icc_open", { "monitor", NULL }, run_frontdoor_icc_open },
    { "frontdoor.icc_close", { "monitor", NULL }, run_frontdoor_icc_close },
    { "frontdoor.icc_keep", { "monitor", NULL }, run_frontdoor_icc_keep },
    { "frontdoor.samples", { "monitor", NULL }, run_frontdoor_samples },
    { NULL, { NULL }, NULL },
};
