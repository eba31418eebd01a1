/* generated from protocol/quilt.toml by protocol/generate.py; do not edit */
#include "protocol/gen/netd.h"

static handled run_network_create(void *self, struct request *req, struct wire_reader *args)
{
    struct network_create *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_create_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_create(self, m, req);
}

handled reply_network_create(struct request *req, const struct network_create_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_create_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_create *network_create_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_remove(void *self, struct request *req, struct wire_reader *args)
{
    struct network_remove *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_remove_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_remove(self, m, req);
}

handled reply_network_remove(struct request *req, const struct network_remove_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_remove_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_remove *network_remove_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_connect(void *self, struct request *req, struct wire_reader *args)
{
    struct network_connect *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_connect_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_connect(self, m, req);
}

handled reply_network_connect(struct request *req, const struct network_connect_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_connect_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_connect *network_connect_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_disconnect(void *self, struct request *req, struct wire_reader *args)
{
    struct network_disconnect *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_disconnect_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_disconnect(self, m, req);
}

handled reply_network_disconnect(struct request *req, const struct network_disconnect_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_disconnect_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_disconnect *network_disconnect_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_policy_set(void *self, struct request *req, struct wire_reader *args)
{
    struct network_policy_set *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_policy_set_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_policy_set(self, m, req);
}

handled reply_network_policy_set(struct request *req, const struct network_policy_set_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_policy_set_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_policy_set *network_policy_set_of(const struct request *req)
{
    return request_message(req);
}

static handled run_network_health(void *self, struct request *req, struct wire_reader *args)
{
    struct network_health *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (network_health_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_network_health(self, m, req);
}

handled reply_network_health(struct request *req, const struct network_health_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    network_health_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct network_health *network_health_of(const struct request *req)
{
    return request_message(req);
}

static handled run_icc_ping(void *self, struct request *req, struct wire_reader *args)
{
    struct icc_ping *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (icc_ping_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_icc_ping(self, m, req);
}

handled reply_icc_ping(struct request *req, const struct icc_ping_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    icc_ping_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct icc_ping *icc_ping_of(const struct request *req)
{
    return request_message(req);
}

static handled run_icc_connections(void *self, struct request *req, struct wire_reader *args)
{
    struct icc_connections *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (icc_connections_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_icc_connections(self, m, req);
}

handled reply_icc_connections(struct request *req, const struct icc_connections_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    icc_connections_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct icc_connections *icc_connections_of(const struct request *req)
{
    return request_message(req);
}

static handled run_net_attach(void *self, struct request *req, struct wire_reader *args)
{
    struct net_attach *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (net_attach_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_net_attach(self, m, req);
}

handled reply_net_attach(struct request *req, const struct net_attach_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    net_attach_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct net_attach *net_attach_of(const struct request *req)
{
    return request_message(req);
}

static handled run_net_detach(void *self, struct request *req, struct wire_reader *args)
{
    struct net_detach *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (net_detach_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_net_detach(self, m, req);
}

handled reply_net_detach(struct request *req, const struct net_detach_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    net_detach_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct net_detach *net_detach_of(const struct request *req)
{
    return request_message(req);
}

static handled run_net_settle(void *self, struct request *req, struct wire_reader *args)
{
    struct net_settle *m = request_room(req, sizeof *m);
    struct err e = ERR_NONE;

    if (net_settle_read(args, m, &e) < 0)
        return request_fail(req, &e);
    return on_net_settle(self, m, req);
}

handled reply_net_settle(struct request *req, const struct net_settle_reply *m)
{
    struct wire_writer w;
    handled h;

    wire_writer_init(&w);
    net_settle_reply_write(&w, m);
    h = request_reply(req, &w);
    wire_writer_done(&w);
    return h;
}

const struct net_settle *net_settle_of(const struct request *req)
{
    return request_message(req);
}

const struct dispatch_row netd_dispatch[] = {
    { "network.create", { "frontdoor", NULL }, run_network_create },
    { "network.remove", { "frontdoor", NULL }, run_network_remove },
    { "network.connect", { "frontdoor", NULL }, run_network_connect },
    { "network.disconnect", { "frontdoor", NULL }, run_network_disconnect },
    { "network.policy_set", { "frontdoor", NULL }, run_network_policy_set },
    { "network.health", { "frontdoor", NULL }, run_network_health },
    { "icc.ping", { "frontdoor", NULL }, run_icc_ping },
    { "icc.connections", { "frontdoor", NULL }, run_icc_connections },
    { "net.attach", { "monitor", NULL }, run_net_attach },
    { "net.detach", { "monitor", NULL }, run_net_detach },
    { "net.settle", { "monitor", NULL }, run_net_settle },
    { NULL, { NULL }, NULL },
};
