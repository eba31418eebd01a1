#include "actors/store/networks.h"

#include "base/auto.h"
#include "base/clock.h"
#include "base/fd.h"
#include "base/log.h"
#include "base/must.h"
#include "base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#define COPY "networks"
#define COPY_MAX (4u << 20)

#define KEY "SELECT number, name, subnet, bits, gateway, subnet6, internal FROM networks "

static int read_key(struct db *d, sqlite3_stmt *s, struct network_key *out, struct err *e)
{
    int r = db_step(d, s, e);

    if (r > 0) {
        *out = (struct network_key){ .number = (int64_t)column_int(s, 0), .net = { (uint32_t)column_int(s, 2), (unsigned)column_int(s, 3) },
                                     .gateway = (uint32_t)column_int(s, 4), .internal = column_int(s, 6) };
        str_fmt(out->name, sizeof out->name, "%.63s", column_text(s, 1));
        str_fmt(out->subnet6, sizeof out->subnet6, "%.55s", column_text(s, 5));
    }
    sqlite3_reset(s);
    return r;
}

int network_find(struct db *d, const char *name, struct network_key *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, KEY "WHERE name = ?1");
    int r;

    bind_text(s, 1, name);
    r = read_key(d, s, out, e);
    return r == 0 ? err_set(e, ERR_NOT_FOUND, "network %s: not known", name) : r < 0 ? -1 : 0;
}

int network_by_number(struct db *d, int64_t number, struct network_key *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, KEY "WHERE number = ?1");
    int r;

    bind_int(s, 1, (uint64_t)number);
    r = read_key(d, s, out, e);
    return r == 0 ? err_set(e, ERR_NOT_FOUND, "network %lld: not known", (long long)number) : r < 0 ? -1 : 0;
}

static int check_overlap(struct db *d, const struct network *n, const struct ip4_net *net, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT name, subnet, bits, subnet6 FROM networks");
    int r;

    while ((r = db_step(d, s, e)) > 0) {
        struct ip4_net other = { (uint32_t)column_int(s, 1), (unsigned)column_int(s, 2) };
        char text[IP4_TEXT + 3];

        ip4_net_text(&other, text);
        if (ip4_net_overlaps(net, &other))
            r = err_set(e, ERR_CONFLICT, "network %s: %s overlaps %s of network %s", n->name.text, n->subnet.text, text, column_text(s, 0));
        else if (n->has_subnet6 && !strcmp(column_text(s, 3), n->subnet6.text))
            r = err_set(e, ERR_CONFLICT, "network %s: %s is network %s's", n->name.text, n->subnet6.text, column_text(s, 0));
        if (r < 0)
            break;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : 0;
}

static int64_t free_number(struct db *d, const struct network *n)
{
    sqlite3_stmt *s = db_sql(d, "SELECT coalesce(min(a.n), 1) FROM (SELECT 1 AS n UNION SELECT number + 1 FROM networks WHERE number > 0) a "
                                "WHERE a.n NOT IN (SELECT number FROM networks)");
    int64_t number = db_step(d, s, NULL) > 0 ? (int64_t)column_int(s, 0) : 1;

    sqlite3_reset(s);
    return strcmp(n->name.text, "bridge") ? number : 0;
}

static void bind_network(sqlite3_stmt *s, const struct network *n, const struct ip4_net *net, uint32_t gateway, struct wire_writer room[2])
{
    bind_int(s, 1, n->number);
    bind_text(s, 2, n->name.text);
    bind_int(s, 3, net->base);
    bind_int(s, 4, net->bits);
    bind_int(s, 5, gateway);
    bind_text(s, 6, n->has_subnet6 ? n->subnet6.text : NULL);
    bind_int(s, 7, n->internal);
    if (n->has_labels) {
        wire_put_map(&room[0], n->labels.count);
        wire_put_raw(&room[0], n->labels.items);
        bind_blob(s, 8, wire_written(&room[0]));
    }
    if (n->has_policy) {
        policy_write(&room[1], &n->policy);
        bind_blob(s, 9, wire_written(&room[1]));
    }
    bind_int(s, 10, n->created_ns);
    bind_int(s, 11, net->base + 1);
}

static int insert_as(struct db *d, const struct network *n, int64_t number, struct network *out, struct err *e)
{
    struct network_key known;
    struct ip4_net net;
    uint32_t gateway;
    struct wire_writer room[2];
    sqlite3_stmt *s;
    int r;

    if (network_find(d, n->name.text, &known, NULL) == 0)
        return err_set(e, ERR_EXISTS, "network %s: exists already", n->name.text);
    if (ip4_net_parse(n->subnet.text, &net) < 0 || ip4_parse(n->gateway.text, &gateway) < 0)
        return err_set(e, ERR_INVALID, "network %s: subnet %s or gateway %s", n->name.text, n->subnet.text, n->gateway.text);
    if (check_overlap(d, n, &net, e) < 0 || db_write(d, e) < 0)
        return -1;
    *out = *n;
    out->number = (uint64_t)number;
    if (!out->created_ns)
        out->created_ns = (uint64_t)clock_wall_ns();
    wire_writer_init(&room[0]);
    wire_writer_init(&room[1]);
    s = db_sql(d, "INSERT INTO networks (number, name, subnet, bits, gateway, subnet6, internal, labels, policy, created_ns, cursor) "
                  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    bind_network(s, out, &net, gateway, room);
    r = db_run(d, s, e);
    wire_writer_done(&room[0]);
    wire_writer_done(&room[1]);
    return r;
}

int network_insert(struct db *d, const struct network *n, struct network *out, struct err *e)
{
    return insert_as(d, n, free_number(d, n), out, e);
}

static int refuse_used(struct db *d, const struct network_key *n, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT container, (SELECT count(*) FROM attachments WHERE network = ?1) FROM attachments WHERE network = ?1 LIMIT 1");
    int r;

    bind_int(s, 1, (uint64_t)n->number);
    r = db_step(d, s, e);
    if (r > 0)
        r = err_set(e, ERR_STATE, "network %s: %llu containers are on it, %s among them", n->name, (unsigned long long)column_int(s, 1), column_text(s, 0));
    sqlite3_reset(s);
    return r;
}

static int run_for(struct db *d, const char *sql, int64_t number, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, sql);

    bind_int(s, 1, (uint64_t)number);
    return db_run(d, s, e);
}

int network_delete(struct db *d, const struct network_key *n, struct err *e)
{
    if (refuse_used(d, n, e) < 0 || db_write(d, e) < 0)
        return -1;
    return run_for(d, "DELETE FROM addresses WHERE network = ?1", n->number, e) < 0 ? -1 : run_for(d, "DELETE FROM networks WHERE number = ?1", n->number, e);
}

/* ---------------------------------------------------------------- reading */

#define ROW "SELECT number, name, subnet, bits, gateway, subnet6, internal, labels, policy, created_ns FROM networks "

static void write_row(sqlite3_stmt *s, struct wire_writer *items)
{
    struct ip4_net net = { (uint32_t)column_int(s, 2), (unsigned)column_int(s, 3) };
    struct network n = { .number = column_int(s, 0), .internal = column_int(s, 6), .created_ns = column_int(s, 9) };
    struct wire_reader labels = wire_reader(column_blob(s, 7)), policy = wire_reader(column_blob(s, 8));
    struct ip6_net net6;

    str_fmt(n.name.text, sizeof n.name.text, "%.63s", column_text(s, 1));
    ip4_net_text(&net, n.subnet.text);
    ip4_text((uint32_t)column_int(s, 4), n.gateway.text);
    str_fmt(n.subnet6.text, sizeof n.subnet6.text, "%.49s", column_text(s, 5));
    n.has_subnet6 = n.has_gateway6 = ip6_net_parse(n.subnet6.text, &net6) == 0;
    if (n.has_subnet6) {
        net6.base.bytes[15] = 1;
        ip6_text(&net6.base, n.gateway6.text);
    }
    if (labels.at < labels.end && wire_read_map(&labels, &n.labels.count, NULL) == 0) {
        n.has_labels = true;
        n.labels.items = (struct wire_span){ labels.at, (size_t)(labels.end - labels.at) };
    }
    n.has_policy = policy.at < policy.end && policy_read(&policy, &n.policy, NULL) == 0;
    network_write(items, &n);
}

static int write_rows(struct db *d, sqlite3_stmt *s, struct wire_writer *items, struct err *e)
{
    int count = 0, r;

    while ((r = db_step(d, s, e)) > 0) {
        write_row(s, items);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

int network_items(struct db *d, struct wire_writer *items, struct err *e)
{
    return write_rows(d, db_sql(d, ROW "ORDER BY number"), items, e);
}

int network_item(struct db *d, int64_t number, struct wire_writer *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, ROW "WHERE number = ?1");

    bind_int(s, 1, (uint64_t)number);
    return write_rows(d, s, out, e);
}

int network_policy(struct db *d, int64_t number, struct wire_writer *out, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT policy FROM networks WHERE number = ?1 AND policy IS NOT NULL");
    int r;

    bind_int(s, 1, (uint64_t)number);
    r = db_step(d, s, e);
    if (r > 0)
        wire_put_raw(out, column_blob(s, 0));
    sqlite3_reset(s);
    return r;
}

int network_set_policy(struct db *d, int64_t number, struct wire_span policy, struct err *e)
{
    sqlite3_stmt *s;

    if (db_write(d, e) < 0)
        return -1;
    s = db_sql(d, "UPDATE networks SET policy = ?2 WHERE number = ?1");
    bind_int(s, 1, (uint64_t)number);
    bind_blob(s, 2, policy);
    return db_run(d, s, e);
}

/* ---------------------------------------------------------------- the copy */

int networks_save(struct db *d, struct err *e)
{
    auto_fd int dir = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    struct wire_writer items, w;
    int count, r;

    wire_writer_init(&items);
    wire_writer_init(&w);
    count = network_items(d, &items, e);
    wire_put_array(&w, (uint32_t)(count < 0 ? 0 : count));
    wire_put_raw(&w, wire_written(&items));
    r = count < 0 || dir < 0 ? -1 : fd_replace_file(dir, COPY, w.data, w.len, 0600);
    if (count >= 0 && r < 0)
        err_sys(e, "the copy of the networks");
    wire_writer_done(&items);
    wire_writer_done(&w);
    return r;
}

static int load(struct db *d, const uint8_t *bytes, size_t len, struct err *e)
{
    struct wire_reader r = { bytes, bytes + len };
    uint32_t count;

    if (wire_scan(bytes, len, e) < 0 || wire_read_array(&r, &count, e) < 0)
        return -1;
    while (count--) {
        struct network n, made;

        if (network_read(&r, &n, e) < 0)
            return -1;
        if (insert_as(d, &n, (int64_t)n.number, &made, e) < 0)      /* bridges and links are named after the number */
            log_warn("network_not_read", "%s", e ? e->text : n.name.text);
    }
    return 0;
}

int networks_load(struct db *d, struct err *e)
{
    uint8_t *bytes = xalloc(COPY_MAX);
    ssize_t n = fd_read_file(AT_FDCWD, COPY, (char *)bytes, COPY_MAX);
    int r = n < 0 ? (errno == ENOENT ? 0 : err_sys(e, COPY)) : load(d, bytes, (size_t)n, e);

    free(bytes);
    return r;
}
