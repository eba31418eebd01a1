#include "actors/store/leases.h"

#include "actors/store/names.h"
#include "base/clock.h"
#include "base/str.h"

#include <string.h>

/* ---------------------------------------------------------------- wishes */

static int check_fixed(const struct network_key *n, uint32_t address, struct err *e)
{
    char text[IP4_TEXT], net[IP4_TEXT + 3];

    ip4_text(address, text);
    ip4_net_text(&n->net, net);
    if (!ip4_net_has(&n->net, address))
        return err_set(e, ERR_INVALID, "address %s: not of %s, the subnet of network %s", text, net, n->name);
    if (address == n->gateway || address == n->net.base || address == ip4_last(&n->net))
        return err_set(e, ERR_INVALID, "address %s: is network %s's own", text, n->name);
    return 0;
}

/* position -1: the next one */
static int insert_wish(struct db *d, const char *container, const struct network_key *n, const struct network_attachment *wish, uint64_t wished, int position, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "INSERT INTO attachments (container, network, position, wished, mac, aliases) VALUES (?1, ?2, "
                                "CASE WHEN ?6 < 0 THEN (SELECT coalesce(max(position), -1) + 1 FROM attachments WHERE container = ?1) ELSE ?6 END, ?3, ?4, ?5)");
    struct wire_writer room;
    int r;

    wire_writer_init(&room);
    bind_text(s, 1, container);
    bind_int(s, 2, (uint64_t)n->number);
    if (wished)
        bind_int(s, 3, wished);
    bind_text(s, 4, wish->has_mac ? wish->mac.text : NULL);
    sqlite3_bind_int(s, 6, position);
    if (wish->has_aliases) {
        wire_put_array(&room, wish->aliases.count);
        wire_put_raw(&room, wish->aliases.items);
        bind_blob(s, 5, wire_written(&room));
    }
    r = db_run(d, s, e);
    wire_writer_done(&room);
    if (r < 0 && e && e->code == ERR_EXISTS)
        return err_set(e, ERR_EXISTS, "container %s: is on network %s already", container, n->name);
    return r;
}

int lease_has_wish(struct db *d, const char *container, const struct network_attachment *wish, int64_t network, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT coalesce(wished, 0), coalesce(mac, '') FROM attachments WHERE container = ?1 AND network = ?2");
    uint32_t wished = 0;
    int r;

    if (wish->has_address)
        ip4_parse(wish->address.text, &wished);
    bind_text(s, 1, container);
    bind_int(s, 2, (uint64_t)network);
    r = db_step(d, s, e);
    if (r > 0)
        r = column_int(s, 0) == wished && !strcmp(column_text(s, 1), wish->has_mac ? wish->mac.text : "");
    sqlite3_reset(s);
    return r;
}

#define NETWORKS_MAX 32

static int networks_of(struct db *d, const char *container, int64_t out[NETWORKS_MAX], uint32_t addresses[NETWORKS_MAX], struct err *e);

int lease_wish(struct db *d, const char *container, const struct network_attachment *wish, struct err *e)
{
    int64_t networks[NETWORKS_MAX];
    uint32_t addresses[NETWORKS_MAX];
    struct network_key n;
    uint32_t wished = 0;
    uint8_t mac[6];

    if (network_find(d, wish->network.text, &n, e) < 0 || db_write(d, e) < 0)
        return -1;
    if (wish->has_address && ip4_parse(wish->address.text, &wished) < 0)
        return err_set(e, ERR_INVALID, "address %s: not an IPv4 address", wish->address.text);
    if (wish->has_mac && mac_parse(wish->mac.text, mac) < 0)
        return err_set(e, ERR_INVALID, "mac %s: not the address of one interface", wish->mac.text);
    if (wished && check_fixed(&n, wished, e) < 0)
        return -1;
    if (networks_of(d, container, networks, addresses, e) >= NETWORKS_MAX)
        return err_set(e, ERR_INVALID, "container %s: is on %d networks, as many as it can be", container, NETWORKS_MAX);
    return insert_wish(d, container, &n, wish, wished, -1, e);
}

static int take(struct db *d, int64_t network, uint32_t address, const char *phase, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "INSERT INTO addresses (network, address, phase, container, since_ns) VALUES (?1, ?2, ?3, ?4, ?5) "
                                "ON CONFLICT (network, address) DO UPDATE SET phase = ?3, container = ?4, since_ns = ?5");

    bind_int(s, 1, (uint64_t)network);
    bind_int(s, 2, address);
    bind_text(s, 3, phase);
    bind_text(s, 4, container);
    bind_int(s, 5, (uint64_t)clock_wall_ns());
    return db_run(d, s, e);
}

static int set_address(struct db *d, const char *container, int64_t network, uint32_t address, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "UPDATE attachments SET address = ?3 WHERE container = ?1 AND network = ?2");

    bind_text(s, 1, container);
    bind_int(s, 2, (uint64_t)network);
    bind_int(s, 3, address);
    return take(d, network, address, "active", container, e) < 0 ? -1 : db_run(d, s, e);
}

static int check_unused(struct db *d, const struct network_key *n, uint32_t address, const char *container, struct err *e);

static int interface_number(const char *name)
{
    uint64_t n;

    return str_starts(name, "eth") && str_uint(name + 3, 1000, &n) == 0 ? (int)n : -1;
}

/* What a container had before the database was lost. */
static int restore(struct db *d, const char *container, const struct wire_list *known, struct err *e)
{
    struct wire_reader r = wire_reader(known->items);

    for (uint32_t i = 0; i < known->count; i++) {
        struct attachment a;
        struct network_attachment wish;
        struct network_key n;
        uint32_t address;

        if (attachment_read(&r, &a, e) < 0)
            return -1;
        if (network_find(d, a.network.text, &n, NULL) < 0 || ip4_parse(a.address.text, &address) < 0)
            continue;
        wish = (struct network_attachment){ .network = a.network, .has_mac = true, .mac = a.mac, .has_aliases = a.has_aliases, .aliases = a.aliases };
        if (insert_wish(d, container, &n, &wish, 0, interface_number(a.interface.text), e) < 0)
            return -1;
        if (check_unused(d, &n, address, container, NULL) == 0 && set_address(d, container, n.number, address, e) < 0)
            return -1;                  /* of two records that claim one address the first has it */
    }
    return 0;
}

int lease_wishes(struct db *d, const char *container, const struct container_spec *spec, const struct wire_list *known, struct err *e)
{
    struct wire_reader r = wire_reader(spec->networks.items);
    const struct network_attachment plain = { .network.text = "bridge" };

    if (spec->network != NETWORK_MODE_BRIDGE)
        return 0;
    if (known && known->count)
        return restore(d, container, known, e);
    if (!spec->has_networks || !spec->networks.count)
        return lease_wish(d, container, &plain, e);
    for (uint32_t i = 0; i < spec->networks.count; i++) {
        struct network_attachment wish;

        if (network_attachment_read(&r, &wish, e) < 0 || lease_wish(d, container, &wish, e) < 0)
            return -1;
    }
    return 0;
}

/* ---------------------------------------------------------------- addresses */

uint64_t lease_count(struct db *d, int64_t network, const char *phase)
{
    sqlite3_stmt *s = db_sql(d, "SELECT count(*) FROM addresses WHERE network = ?1 AND phase = ?2");
    uint64_t n;

    bind_int(s, 1, (uint64_t)network);
    bind_text(s, 2, phase);
    n = db_step(d, s, NULL) > 0 ? column_int(s, 0) : 0;
    sqlite3_reset(s);
    return n;
}

static int drop_old_quarantine(struct db *d, int64_t network, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM addresses WHERE network = ?1 AND phase = 'quarantine' AND (since_ns < ?2 OR since_ns > ?3)");

    bind_int(s, 1, (uint64_t)network);
    bind_int(s, 2, (uint64_t)clock_wall_ns() - QUARANTINE_NS);
    bind_int(s, 3, (uint64_t)clock_wall_ns() + 1000000000); /* by a clock that was wrong */
    return db_run(d, s, e);
}

/* The first free address from `from` to `to`, or 0. */
static uint32_t first_free(struct db *d, const struct network_key *n, uint32_t from, uint32_t to)
{
    sqlite3_stmt *s = db_sql(d, "SELECT address FROM addresses WHERE network = ?1 AND address >= ?2 AND address <= ?3 ORDER BY address");
    uint32_t next = from;

    if (from > to)
        return 0;
    bind_int(s, 1, (uint64_t)n->number);
    bind_int(s, 2, from);
    bind_int(s, 3, to);
    if (next == n->gateway)
        next++;
    while (next <= to && db_step(d, s, NULL) > 0 && (uint32_t)column_int(s, 0) == next) {
        next++;
        if (next == n->gateway)
            next++;
    }
    sqlite3_reset(s);
    return next <= to ? next : 0;
}

static int refuse_full(struct db *d, const struct network_key *n, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT (SELECT container FROM addresses WHERE network = ?1 AND phase = 'active' ORDER BY since_ns LIMIT 1), "
                                "(SELECT min(since_ns) FROM addresses WHERE network = ?1 AND phase = 'quarantine')");
    char net[IP4_TEXT + 3], who[40] = "", when[60] = "";
    int64_t left;

    bind_int(s, 1, (uint64_t)n->number);
    ip4_net_text(&n->net, net);
    if (db_step(d, s, NULL) > 0) {
        if (!column_null(s, 0))
            str_fmt(who, sizeof who, ", %.12s the longest", column_text(s, 0));
        left = (int64_t)column_int(s, 1) + (int64_t)QUARANTINE_NS - clock_wall_ns();
        if (!column_null(s, 1))
            str_fmt(when, sizeof when, "; the oldest in quarantine is free in %lld s", (long long)(left < 0 ? 0 : left / 1000000000 + 1));
    }
    sqlite3_reset(s);
    return err_set(e, ERR_EXHAUSTED, "network %s: every address of %s is taken: %llu by containers%s, %llu kept ready, %llu in quarantine%s", n->name, net,
                   (unsigned long long)lease_count(d, n->number, "active"), who, (unsigned long long)lease_count(d, n->number, "pool"),
                   (unsigned long long)lease_count(d, n->number, "quarantine"), when);
}

static int set_cursor(struct db *d, const struct network_key *n, uint32_t cursor, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "UPDATE networks SET cursor = ?2 WHERE number = ?1");

    bind_int(s, 1, (uint64_t)n->number);
    bind_int(s, 2, cursor);
    return db_run(d, s, e);
}

/* Forward from the last one, so that an address rests as long as it can. */
static int find_free(struct db *d, const struct network_key *n, uint32_t *out, struct err *e)
{
    uint32_t first = n->net.base + 1, last = ip4_last(&n->net) - 1, cursor, found;
    sqlite3_stmt *s = db_sql(d, "SELECT cursor FROM networks WHERE number = ?1");

    bind_int(s, 1, (uint64_t)n->number);
    cursor = db_step(d, s, NULL) > 0 ? (uint32_t)column_int(s, 0) : first;
    sqlite3_reset(s);
    if (cursor < first || cursor > last)
        cursor = first;
    if (drop_old_quarantine(d, n->number, e) < 0)
        return -1;
    found = first_free(d, n, cursor, last);
    if (!found)
        found = first_free(d, n, first, cursor - 1);
    if (!found)
        return 0;
    *out = found;
    return set_cursor(d, n, found + 1, e) < 0 ? -1 : 1;
}

static uint32_t oldest_of_pool(struct db *d, int64_t network)
{
    sqlite3_stmt *s = db_sql(d, "SELECT address FROM addresses WHERE network = ?1 AND phase = 'pool' ORDER BY since_ns, address LIMIT 1");
    uint32_t address;

    bind_int(s, 1, (uint64_t)network);
    address = db_step(d, s, NULL) > 0 ? (uint32_t)column_int(s, 0) : 0;
    sqlite3_reset(s);
    return address;
}

/* A fixed one that is free, kept ready, or its own. */
static int check_unused(struct db *d, const struct network_key *n, uint32_t address, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT phase, container FROM addresses WHERE network = ?1 AND address = ?2");
    char text[IP4_TEXT];
    int r;

    if (drop_old_quarantine(d, n->number, e) < 0)
        return -1;
    ip4_text(address, text);
    bind_int(s, 1, (uint64_t)n->number);
    bind_int(s, 2, address);
    r = db_step(d, s, e);
    if (r > 0 && !strcmp(column_text(s, 0), "active") && strcmp(column_text(s, 1), container))
        r = err_set(e, ERR_EXISTS, "address %s of network %s: in use by container %s", text, n->name, column_text(s, 1));
    else if (r > 0 && !strcmp(column_text(s, 0), "quarantine") && strcmp(column_text(s, 1), container))
        r = err_set(e, ERR_EXHAUSTED, "address %s of network %s: released by container %s a moment ago, free again within %d s", text, n->name,
                    column_text(s, 1), (int)(QUARANTINE_NS / 1000000000));
    sqlite3_reset(s);
    return r < 0 ? -1 : 0;
}

static int choose(struct db *d, const struct network_key *n, uint32_t wished, bool plain, const char *container, uint32_t *out, struct err *e)
{
    int r;

    if (wished) {
        *out = wished;
        return check_unused(d, n, wished, container, e);
    }
    *out = plain ? oldest_of_pool(d, n->number) : 0;
    if (*out)
        return 0;
    r = find_free(d, n, out, e);
    if (r == 0) {                       /* better one that was made ready than none */
        *out = oldest_of_pool(d, n->number);
        r = *out ? 1 : refuse_full(d, n, e);
    }
    return r < 0 ? -1 : 0;
}

int lease_address(struct db *d, const char *container, int64_t network, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT wished, position, mac FROM attachments WHERE container = ?1 AND network = ?2 AND address IS NULL");
    struct network_key n;
    uint32_t wished = 0, address;
    bool plain = false;
    int r;

    bind_text(s, 1, container);
    bind_int(s, 2, (uint64_t)network);
    r = db_step(d, s, e);
    if (r > 0) {
        wished = (uint32_t)column_int(s, 0);
        plain = column_int(s, 1) == 0 && column_null(s, 2);     /* what netd has ready is an eth0 with a derived MAC */
    }
    sqlite3_reset(s);
    if (r <= 0)
        return r;
    if (network_by_number(d, network, &n, e) < 0 || choose(d, &n, wished, plain, container, &address, e) < 0)
        return -1;
    return set_address(d, container, network, address, e);
}

/* ---------------------------------------------------------------- ports */

static int refuse_port(struct db *d, const char *protocol, uint64_t port, uint32_t address, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT container FROM ports WHERE protocol = ?1 AND host_port = ?2 AND (host_address = 0 OR ?3 = 0 OR host_address = ?3)");
    int r;

    bind_text(s, 1, protocol);
    bind_int(s, 2, port);
    bind_int(s, 3, address);
    r = db_step(d, s, e);
    if (r > 0)
        r = err_set(e, ERR_EXISTS, "port %llu/%s: published by container %s", (unsigned long long)port, protocol, column_text(s, 0));
    sqlite3_reset(s);
    return r;
}

static int take_port(struct db *d, const char *container, const struct published_port *p, uint64_t i, uint32_t address, struct err *e)
{
    const char *protocol = port_protocol_name(p->protocol);
    sqlite3_stmt *s;

    if (refuse_port(d, protocol, p->host_port + i, address, e) < 0)
        return -1;
    s = db_sql(d, "INSERT INTO ports (protocol, host_port, host_address, container, container_port) VALUES (?1, ?2, ?3, ?4, ?5)");
    bind_text(s, 1, protocol);
    bind_int(s, 2, p->host_port + i);
    bind_int(s, 3, address);
    bind_text(s, 4, container);
    bind_int(s, 5, p->container_port + i);
    return db_run(d, s, e);
}

static int take_ports(struct db *d, const char *container, const struct container_spec *spec, struct err *e)
{
    struct wire_reader r = wire_reader(spec->ports.items);

    for (uint32_t n = 0; spec->has_ports && n < spec->ports.count; n++) {
        struct published_port p;
        uint32_t address = 0;

        if (published_port_read(&r, &p, e) < 0)
            return -1;
        if (p.has_host_address && ip4_parse(p.host_address.text, &address) < 0)
            return err_set(e, ERR_INVALID, "host address %s: not an IPv4 address", p.host_address.text);
        for (uint64_t i = 0; i < p.count; i++)
            if (take_port(d, container, &p, i, address, e) < 0)
                return -1;
    }
    return 0;
}

static int drop_ports(struct db *d, const char *container, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM ports WHERE container = ?1");

    bind_text(s, 1, container);
    return db_run(d, s, e);
}

/* ---------------------------------------------------------------- starts and ends */

/* The networks of a container, in the order of its interfaces. */
static int networks_of(struct db *d, const char *container, int64_t out[NETWORKS_MAX], uint32_t addresses[NETWORKS_MAX], struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT network, address FROM attachments WHERE container = ?1 ORDER BY position");
    int count = 0, r;

    bind_text(s, 1, container);
    while ((r = db_step(d, s, e)) > 0 && count < NETWORKS_MAX) {
        out[count] = (int64_t)column_int(s, 0);
        addresses[count++] = (uint32_t)column_int(s, 1);
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

int lease_start(struct db *d, const char *container, const struct container_spec *spec, uint64_t *out_generation, struct err *e)
{
    int64_t networks[NETWORKS_MAX];
    uint32_t addresses[NETWORKS_MAX];
    int count;

    *out_generation = 0;
    if (spec->network != NETWORK_MODE_BRIDGE)
        return 0;
    if (db_write(d, e) < 0 || drop_ports(d, container, e) < 0 || take_ports(d, container, spec, e) < 0)
        return -1;
    count = networks_of(d, container, networks, addresses, e);
    for (int i = 0; i < count; i++)
        if (!addresses[i] && lease_address(d, container, networks[i], e) < 0)
            return -1;
    count = networks_of(d, container, networks, addresses, e);
    for (int i = 0; i < count; i++)
        if (names_add(d, container, networks[i], addresses[i], spec, NULL, e) < 0)
            return -1;
    *out_generation = names_generation(d);
    return count < 0 ? -1 : 0;
}

int lease_end(struct db *d, const char *container, struct err *e)
{
    return names_remove(d, container, -1, e) < 0 ? -1 : drop_ports(d, container, e);
}

static int quarantine(struct db *d, const char *container, int64_t network, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "UPDATE addresses SET phase = 'quarantine', since_ns = ?3 WHERE container = ?1 AND (network = ?2 OR ?2 < 0) AND phase = 'active' "
                                "AND network IN (SELECT network FROM attachments WHERE container = ?1)");

    bind_text(s, 1, container);
    sqlite3_bind_int64(s, 2, network);
    bind_int(s, 3, (uint64_t)clock_wall_ns());
    return db_run(d, s, e);
}

static int forget(struct db *d, const char *container, int64_t network, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM attachments WHERE container = ?1 AND (network = ?2 OR ?2 < 0)");

    bind_text(s, 1, container);
    sqlite3_bind_int64(s, 2, network);
    return db_run(d, s, e);
}

int lease_unwish(struct db *d, const char *container, int64_t network, struct err *e)
{
    return names_remove(d, container, network, e) < 0 || quarantine(d, container, network, e) < 0 ? -1 : forget(d, container, network, e);
}

int lease_release(struct db *d, const char *container, struct err *e)
{
    return lease_end(d, container, e) < 0 || quarantine(d, container, -1, e) < 0 ? -1 : forget(d, container, -1, e);
}

/* ---------------------------------------------------------------- as attachments */

static void fill_network(struct attachment *a, const struct network_key *n, uint32_t address)
{
    struct ip6_net net6;
    struct ip6 own;

    str_fmt(a->network.text, sizeof a->network.text, "%s", n->name);
    a->number = (uint64_t)n->number;
    ip4_text(address, a->address.text);
    a->prefix = n->net.bits;
    ip4_text(n->gateway, a->gateway.text);
    a->internal = n->internal;
    a->has_address6 = a->has_gateway6 = n->subnet6[0] && ip6_net_parse(n->subnet6, &net6) == 0;
    if (!a->has_address6)
        return;
    ip6_of(&net6.base, address, &own);
    ip6_text(&own, a->address6.text);
    net6.base.bytes[15] = 1;
    ip6_text(&net6.base, a->gateway6.text);
}

static void read_aliases(struct wire_span blob, bool *out_has, struct wire_list *out)
{
    struct wire_reader r = wire_reader(blob);

    *out_has = blob.len && wire_read_array(&r, &out->count, NULL) == 0;
    if (*out_has)
        out->items = (struct wire_span){ r.at, (size_t)(r.end - r.at) };
}

int lease_items(struct db *d, const char *container, int64_t network, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT a.position, a.address, a.mac, a.aliases, n.number, n.name, n.subnet, n.bits, n.gateway, n.subnet6, n.internal "
                                "FROM attachments a JOIN networks n ON n.number = a.network "
                                "WHERE a.container = ?1 AND a.address IS NOT NULL AND (a.network = ?2 OR ?2 < 0) ORDER BY a.position");
    int count = 0, r;

    bind_text(s, 1, container);
    sqlite3_bind_int64(s, 2, network);
    while ((r = db_step(d, s, e)) > 0) {
        struct network_key n = { .number = (int64_t)column_int(s, 4), .net = { (uint32_t)column_int(s, 6), (unsigned)column_int(s, 7) },
                                 .gateway = (uint32_t)column_int(s, 8), .internal = column_int(s, 10) };
        struct attachment a = { 0 };

        str_fmt(n.name, sizeof n.name, "%.63s", column_text(s, 5));
        str_fmt(n.subnet6, sizeof n.subnet6, "%.55s", column_text(s, 9));
        fill_network(&a, &n, (uint32_t)column_int(s, 1));
        str_fmt(a.interface.text, sizeof a.interface.text, "eth%llu", (unsigned long long)column_int(s, 0));
        if (column_null(s, 2))
            mac_of((uint32_t)column_int(s, 1), a.mac.text);
        else
            str_fmt(a.mac.text, sizeof a.mac.text, "%.17s", column_text(s, 2));
        read_aliases(column_blob(s, 3), &a.has_aliases, &a.aliases);
        attachment_write(items, &a);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

static int reserve_one(struct db *d, const struct network_key *n, struct wire_writer *items, struct err *e)
{
    struct attachment a = { .interface.text = "eth0" };
    uint32_t address;
    int r = find_free(d, n, &address, e);

    if (r <= 0)
        return r;
    if (take(d, n->number, address, "pool", NULL, e) < 0)
        return -1;
    fill_network(&a, n, address);
    mac_of(address, a.mac.text);
    attachment_write(items, &a);
    return 1;
}

int lease_reserve(struct db *d, const struct network_key *n, uint64_t count, struct wire_writer *items, struct err *e)
{
    int made = 0, r;

    if (db_write(d, e) < 0)
        return -1;
    for (; count; count--, made++) {
        r = reserve_one(d, n, items, e);
        if (r <= 0)
            return r < 0 ? -1 : made;   /* a full network: starts say so */
    }
    return made;
}

int lease_forget(struct db *d, const struct network_key *n, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM addresses WHERE network = ?1 AND phase = 'pool'");

    if (db_write(d, e) < 0)
        return -1;
    bind_int(s, 1, (uint64_t)n->number);
    return db_run(d, s, e);
}

int lease_unreserve(struct db *d, const struct network_key *n, uint32_t address, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "DELETE FROM addresses WHERE network = ?1 AND address = ?2 AND phase = 'pool'");

    if (db_write(d, e) < 0)
        return -1;
    bind_int(s, 1, (uint64_t)n->number);
    bind_int(s, 2, address);
    return db_run(d, s, e);
}

/* ---------------------------------------------------------------- views */

int lease_allocations(struct db *d, int64_t network, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT n.name, a.address, a.phase, a.container, a.since_ns FROM addresses a JOIN networks n ON n.number = a.network "
                                "WHERE (a.network = ?1 OR ?1 < 0) AND NOT (a.phase = 'quarantine' AND a.since_ns < ?2) ORDER BY a.network, a.address");
    int count = 0, r;

    sqlite3_bind_int64(s, 1, network);
    bind_int(s, 2, (uint64_t)clock_wall_ns() - QUARANTINE_NS);
    while ((r = db_step(d, s, e)) > 0 && items->len < 900000) {
        struct allocation a = { .since_ns = column_int(s, 4), .has_container = !column_null(s, 3) };

        str_fmt(a.network.text, sizeof a.network.text, "%.63s", column_text(s, 0));
        ip4_text((uint32_t)column_int(s, 1), a.address.text);
        str_fmt(a.phase.text, sizeof a.phase.text, "%.20s", column_text(s, 2));
        str_fmt(a.container.text, sizeof a.container.text, "%.12s", column_text(s, 3));
        allocation_write(items, &a);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

static enum port_protocol protocol_of(const char *text)
{
    for (int i = 0; i < PORT_PROTOCOL_COUNT; i++)
        if (!strcmp(text, port_protocol_name((enum port_protocol)i)))
            return (enum port_protocol)i;
    return PORT_PROTOCOL_TCP;
}

int lease_ports(struct db *d, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT protocol, host_address, host_port, container, container_port FROM ports ORDER BY host_port, protocol");
    int count = 0, r;

    while ((r = db_step(d, s, e)) > 0 && items->len < 900000) {
        struct port_use p = { .protocol = protocol_of(column_text(s, 0)), .has_host_address = column_int(s, 1) != 0, .host_port = column_int(s, 2),
                              .container_port = column_int(s, 4) };

        ip4_text((uint32_t)column_int(s, 1), p.host_address.text);
        str_fmt(p.container.text, sizeof p.container.text, "%.12s", column_text(s, 3));
        port_use_write(items, &p);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}

static enum state state_named(const char *text)
{
    for (int i = 0; i < STATE_COUNT; i++)
        if (!strcmp(text, state_name((enum state)i)))
            return (enum state)i;
    return STATE_FAILED;
}

int lease_members(struct db *d, int64_t network, struct wire_writer *items, struct err *e)
{
    sqlite3_stmt *s = db_sql(d, "SELECT c.id, c.name, c.state, a.address, a.mac, a.aliases, n.subnet6 FROM attachments a JOIN containers c ON c.id = a.container "
                                "JOIN networks n ON n.number = a.network WHERE a.network = ?1 ORDER BY c.pos");
    int count = 0, r;

    bind_int(s, 1, (uint64_t)network);
    while ((r = db_step(d, s, e)) > 0 && items->len < 900000) {
        struct network_member m = { .has_name = !column_null(s, 1), .state = state_named(column_text(s, 2)), .has_address = !column_null(s, 3),
                                    .has_mac = !column_null(s, 3) };
        struct ip6_net net6;
        struct ip6 own;

        str_fmt(m.container.text, sizeof m.container.text, "%.12s", column_text(s, 0));
        str_fmt(m.name.text, sizeof m.name.text, "%.128s", column_text(s, 1));
        ip4_text((uint32_t)column_int(s, 3), m.address.text);
        mac_of((uint32_t)column_int(s, 3), m.mac.text);
        if (!column_null(s, 4))
            str_fmt(m.mac.text, sizeof m.mac.text, "%.17s", column_text(s, 4));
        m.has_address6 = m.has_address && !column_null(s, 6) && ip6_net_parse(column_text(s, 6), &net6) == 0;
        if (m.has_address6) {
            ip6_of(&net6.base, (uint32_t)column_int(s, 3), &own);
            ip6_text(&own, m.address6.text);
        }
        read_aliases(column_blob(s, 5), &m.has_aliases, &m.aliases);
        network_member_write(items, &m);
        count++;
    }
    sqlite3_reset(s);
    return r < 0 ? -1 : count;
}
