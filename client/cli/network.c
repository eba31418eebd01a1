/*
 * network, dns, icc - the verbs about networks, names, and talk between containers:
 * each word behind the verb is a row of a table.
 */
#include "base/str.h"
#include "client/cli/netopts.h"
#include "client/cli/print.h"
#include "client/cli/verbs.h"
#include "client/cli/words.h"

#include <stdio.h>
#include <string.h>

/* ---------------------------------------------------------------- asking and printing */

/* The cells of one object, by their paths; lists joined with blanks. */
static void cell_of(struct wire_span object, const char *path, char *out, size_t size)
{
    struct wire_span found, text = { 0 };
    struct wire_reader r;
    uint64_t n;
    uint32_t count;
    bool b;
    size_t len = 0;

    out[0] = '\0';
    if (print_find(object, path, &found) < 0)
        return;
    r = wire_reader(found);
    switch (wire_peek(&r)) {
    case 's':
        wire_read_str(&r, &text, NULL);
        wire_copy(out, size, text);
        break;
    case 'u':
        wire_read_uint(&r, 0, UINT64_MAX, &n, NULL);
        if (strlen(path) > 3 && !strcmp(path + strlen(path) - 3, "_ns"))
            print_time(out, n);
        else
            snprintf(out, size, "%llu", (unsigned long long)n);
        break;
    case 'b':
        wire_read_bool(&r, &b, NULL);
        snprintf(out, size, "%s", b ? "yes" : "");
        break;
    case 'a':
        wire_read_array(&r, &count, NULL);
        while (count-- && wire_peek(&r) == 's' && wire_read_str(&r, &text, NULL) == 0)
            len += len < size ? (size_t)snprintf(out + len, size - len, "%s%.*s", len ? " " : "", (int)(text.len > 64 ? 64 : text.len), (const char *)text.data) : 0;
        break;
    default:
        break;
    }
}

/* A list of a reply as a table, or each of its objects in the asked-for form. */
static int print_list(const struct args *a, struct wire_span reply, const char *list, const char *const *heads, const char *const *paths, int columns, struct err *e)
{
    struct wire_span items;
    struct wire_reader r;
    uint32_t count = 0;
    struct table *t;

    if (print_find(reply, list, &items) < 0)
        return err_set(e, ERR_INTERNAL, "a reply without %s", list);
    r = wire_reader(items);
    wire_read_array(&r, &count, NULL);
    t = words_format(a) ? NULL : table_new(heads, columns);
    while (count--) {
        struct wire_span one;

        if (wire_read_raw(&r, &one, NULL) < 0)
            break;
        if (!t) {
            if (words_print(words_format(a), one, e) < 0)
                return -1;
            continue;
        }
        for (int i = 0; i < columns; i++) {
            char cell[512];

            cell_of(one, paths[i], cell, sizeof cell);
            table_cell(t, cell);
        }
    }
    if (t)
        table_print(t, true);
    return 0;
}

static int ask_list(const struct args *a, const char *verb, const struct wire_writer *fields, const char *list, const char *const *heads, const char *const *paths,
                    int columns, struct err *e)
{
    struct wire_writer room;
    int r;

    wire_writer_init(&room);
    r = words_ask(a, verb, fields, &room, e);
    if (r == 0)
        r = print_list(a, wire_written(&room), list, heads, paths, columns, e);
    wire_writer_done(&room);
    return r;
}

static int set_ref(struct container_ref *to, const char *ref, struct err *e)
{
    return netopts_text("container", to->text, sizeof to->text, ref, e);
}

/* ---------------------------------------------------------------- network */

static int fill_create(const struct args *a, const char *name, struct network_create *m, struct netopts *n, struct wire_writer *labels, struct err *e)
{
    uint32_t label_count = 0;

    if (netopts_text("name", m->name.text, sizeof m->name.text, name, e) < 0)
        return -1;
    for (int i = 0; i < a->option_count; i++) {
        const char *option = a->options[i].def->name, *v = a->options[i].value, *eq = strchr(v, '=');

        if (netopts_policy(n, option, v, e) < 0)
            return -1;
        if (!strcmp(option, "subnet") && (m->has_subnet = true, netopts_text(option, m->subnet.text, sizeof m->subnet.text, v, e) < 0))
            return -1;
        if (!strcmp(option, "subnet6") && (m->has_subnet6 = true, netopts_text(option, m->subnet6.text, sizeof m->subnet6.text, v, e) < 0))
            return -1;
        if (!strcmp(option, "gateway") && (m->has_gateway = true, netopts_text(option, m->gateway.text, sizeof m->gateway.text, v, e) < 0))
            return -1;
        if (!strcmp(option, "label") && (!eq || eq == v))
            return err_set(e, ERR_INVALID, "--label %s: not KEY=VALUE", v);
        if (!strcmp(option, "label")) {
            wire_put_span(labels, (struct wire_span){ (const uint8_t *)v, (size_t)(eq - v) });
            wire_put_str(labels, eq + 1);
            label_count++;
        }
    }
    netopts_finish_policy(n);
    m->ipv6 = args_has(a, "ipv6");
    m->internal = args_has(a, "internal");
    m->has_labels = label_count;
    m->labels = wire_list_of(labels, label_count);
    m->has_policy = n->has_policy;
    m->policy = n->policy;
    return 0;
}

static int network_create_word(const struct args *a, char **rest, struct err *e)
{
    struct network_create m = { 0 };
    struct netopts n;
    struct wire_writer labels, w;
    int r;

    netopts_init(&n);
    wire_writer_init(&labels);
    wire_writer_init(&w);
    r = fill_create(a, rest[0], &m, &n, &labels, e);
    if (r == 0) {
        network_create_write(&w, &m);
        r = words_do(a, "network.create", &w, rest[0], e);
    }
    wire_writer_done(&w);
    wire_writer_done(&labels);
    netopts_done(&n);
    return r;
}

static const char *const network_heads[] = { "NAME", "SUBNET", "GATEWAY", "IPV6", "INTERNAL", "NUMBER" };
static const char *const network_paths[] = { "name", "subnet", "gateway", "subnet6", "internal", "number" };

static int network_list_word(const struct args *a, char **rest, struct err *e)
{
    (void)rest;
    return ask_list(a, "network.list", NULL, "networks", network_heads, network_paths, 6, e);
}

static int network_ref(struct wire_writer *w, const char *name, struct err *e)
{
    struct network_inspect m;

    if (netopts_text("network", m.network.text, sizeof m.network.text, name, e) < 0)
        return -1;
    network_inspect_write(w, &m);
    return 0;
}

static int network_inspect_word(const struct args *a, char **rest, struct err *e)
{
    struct wire_writer w, room;
    int r = 0;

    for (; r == 0 && *rest; rest++) {
        wire_writer_init(&w);
        wire_writer_init(&room);
        r = network_ref(&w, *rest, e) < 0 ? -1 : words_ask(a, "network.inspect", &w, &room, e);
        if (r == 0 && words_format(a))
            r = words_print(words_format(a), wire_written(&room), e);
        else if (r == 0)
            print_json(wire_written(&room), true);
        wire_writer_done(&w);
        wire_writer_done(&room);
    }
    return r;
}

static int network_remove_word(const struct args *a, char **rest, struct err *e)
{
    int r = 0;

    for (; r == 0 && *rest; rest++) {
        struct wire_writer w;

        wire_writer_init(&w);
        r = network_ref(&w, *rest, e) < 0 ? -1 : words_do(a, "network.remove", &w, *rest, e);
        wire_writer_done(&w);
    }
    return r;
}

static int connect_word(const struct args *a, char **rest, struct err *e)
{
    struct network_connect m = { 0 };
    struct wire_writer w, aliases;
    uint32_t count = 0;
    int r = 0;

    wire_writer_init(&w);
    wire_writer_init(&aliases);
    if (netopts_text("network", m.network.text, sizeof m.network.text, rest[0], e) < 0 || set_ref(&m.container, rest[1], e) < 0)
        r = -1;
    for (int i = 0; r == 0 && i < a->option_count; i++) {
        const char *option = a->options[i].def->name, *v = a->options[i].value;

        if (!strcmp(option, "ip"))
            r = (m.has_address = true, netopts_text(option, m.address.text, sizeof m.address.text, v, e));
        if (!strcmp(option, "mac-address"))
            r = (m.has_mac = true, netopts_text(option, m.mac.text, sizeof m.mac.text, v, e));
        if (!strcmp(option, "alias")) {
            wire_put_str(&aliases, v);
            count++;
        }
    }
    m.has_aliases = count;
    m.aliases = wire_list_of(&aliases, count);
    network_connect_write(&w, &m);
    if (r == 0)
        r = words_do(a, "network.connect", &w, rest[1], e);
    wire_writer_done(&w);
    wire_writer_done(&aliases);
    return r;
}

static int disconnect_word(const struct args *a, char **rest, struct err *e)
{
    struct network_disconnect m = { 0 };
    struct wire_writer w;
    int r;

    if (netopts_text("network", m.network.text, sizeof m.network.text, rest[0], e) < 0 || set_ref(&m.container, rest[1], e) < 0)
        return -1;
    wire_writer_init(&w);
    network_disconnect_write(&w, &m);
    r = words_do(a, "network.disconnect", &w, rest[1], e);
    wire_writer_done(&w);
    return r;
}

static int allocations_word(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "NETWORK", "ADDRESS", "PHASE", "CONTAINER", "SINCE" };
    static const char *const paths[] = { "network", "address", "phase", "container", "since_ns" };
    struct network_allocations m = { .has_network = *rest != NULL };
    struct wire_writer w;
    int r;

    if (*rest && netopts_text("network", m.network.text, sizeof m.network.text, *rest, e) < 0)
        return -1;
    wire_writer_init(&w);
    network_allocations_write(&w, &m);
    r = ask_list(a, "network.allocations", &w, "allocations", heads, paths, 5, e);
    wire_writer_done(&w);
    return r;
}

static int ports_word(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "PROTOCOL", "HOST", "PORT", "CONTAINER", "CONTAINER PORT" };
    static const char *const paths[] = { "protocol", "host_address", "host_port", "container", "container_port" };

    (void)rest;
    return ask_list(a, "network.ports", NULL, "ports", heads, paths, 5, e);
}

static int policy_target(const struct args *a, char **rest, struct wire_writer *w, bool set, struct err *e)
{
    struct network_policy_set m = { .has_network = !args_has(a, "container"), .has_container = args_has(a, "container") };
    struct netopts n;
    int r = 0;

    netopts_init(&n);
    for (int i = 0; r >= 0 && i < a->option_count; i++)
        r = netopts_policy(&n, a->options[i].def->name, a->options[i].value, e);
    netopts_finish_policy(&n);
    if (r >= 0)
        r = m.has_network ? netopts_text("network", m.network.text, sizeof m.network.text, rest[0], e) : set_ref(&m.container, rest[0], e);
    m.has_policy = set && n.has_policy;
    m.policy = n.policy;
    if (r >= 0)
        network_policy_set_write(w, &m);
    netopts_done(&n);
    return r < 0 ? -1 : 0;
}

/* "policy NAME" prints it; with rules or defaults it replaces it; --clear takes it away. */
static int policy_word(const struct args *a, char **rest, struct err *e)
{
    bool set = args_has(a, "egress") || args_has(a, "ingress") || args_has(a, "rule") || args_has(a, "audit") || args_has(a, "clear");
    struct wire_writer w, room;
    struct wire_span policy;
    int r;

    wire_writer_init(&w);
    wire_writer_init(&room);
    r = policy_target(a, rest, &w, !args_has(a, "clear"), e);
    if (r == 0 && set)
        r = words_do(a, "network.policy_set", &w, rest[0], e);
    else if (r == 0 && (r = words_ask(a, "network.policy_get", &w, &room, e)) == 0) {
        if (print_find(wire_written(&room), "policy", &policy) == 0)
            print_json(policy, true);
        else
            puts("everything is allowed");
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return r;
}

static int health_word(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "WHAT", "OK", "FOUND" };
    static const char *const paths[] = { "name", "ok", "text" };
    struct wire_writer room;
    struct wire_span ok;
    struct wire_reader reader;
    bool good = false;
    int r;

    (void)rest;
    wire_writer_init(&room);
    r = words_ask(a, "network.health", NULL, &room, e);
    if (r == 0)
        r = print_list(a, wire_written(&room), "checks", heads, paths, 3, e);
    if (r == 0 && print_find(wire_written(&room), "ok", &ok) == 0) {
        reader = wire_reader(ok);
        wire_read_bool(&reader, &good, NULL);
    }
    wire_writer_done(&room);
    return r < 0 ? -1 : good ? 0 : 1;
}

/* ---------------------------------------------------------------- network topology */

enum shape { SHAPE_TEXT, SHAPE_DOT };

static void draw_member(enum shape shape, const struct network *n, const struct network_member *m)
{
    const char *name = m->has_name ? m->name.text : m->container.text;

    if (shape == SHAPE_TEXT)
        printf("  |-- %-20s %-12s %-15s %s\n", name, m->container.text, m->has_address ? m->address.text : "-", state_name(m->state));
    else
        printf("  \"c%s\" [label=\"%s\\n%s\"];\n  \"n%s\" -- \"c%s\" [label=\"%s\"];\n", m->container.text, name, m->container.text, n->name.text, m->container.text,
               m->has_address ? m->address.text : "");
}

static int draw_network(const struct args *a, const char *name, enum shape shape, struct err *e)
{
    struct network_inspect_reply reply;
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    wire_writer_init(&w);
    wire_writer_init(&room);
    result = network_ref(&w, name, e) < 0 ? -1 : words_ask(a, "network.inspect", &w, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = network_inspect_reply_read(&r, &reply, e);
    if (result == 0 && shape == SHAPE_TEXT)
        printf("%s%s  %s  gateway %s%s%s\n", reply.network.internal ? "(internal) " : "(outside)--", reply.network.name.text, reply.network.subnet.text,
               reply.network.gateway.text, reply.network.has_subnet6 ? "  " : "", reply.network.has_subnet6 ? reply.network.subnet6.text : "");
    else if (result == 0)
        printf("  \"n%s\" [shape=box,label=\"%s\\n%s\"];\n%s", name, name, reply.network.subnet.text, "");
    if (result == 0 && shape == SHAPE_DOT && !reply.network.internal)
        printf("  outside -- \"n%s\";\n", name);
    r = wire_reader(reply.members.items);
    for (uint32_t i = 0; result == 0 && i < reply.members.count; i++) {
        struct network_member m;

        if (network_member_read(&r, &m, e) < 0)
            result = -1;
        else
            draw_member(shape, &reply.network, &m);
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int json_network(const struct args *a, const char *name, bool first, struct err *e)
{
    struct wire_writer w, room;
    int r;

    wire_writer_init(&w);
    wire_writer_init(&room);
    r = network_ref(&w, name, e) < 0 ? -1 : words_ask(a, "network.inspect", &w, &room, e);
    if (r == 0) {
        fputs(first ? "[" : ",", stdout);
        print_json(wire_written(&room), false);
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return r;
}

static int topology_word(const struct args *a, char **rest, struct err *e)
{
    const char *format = args_get(a, "format");
    bool json = format && !strcmp(format, "json"), dot = format && !strcmp(format, "dot");
    struct network_list_reply reply;
    struct wire_writer room;
    struct wire_reader r;
    int result;

    (void)rest;
    if (format && !json && !dot && strcmp(format, "table") && strcmp(format, "text"))
        return err_set(e, ERR_INVALID, "--format %s: not text, json or dot", format);
    wire_writer_init(&room);
    result = words_ask(a, "network.list", NULL, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0)
        result = network_list_reply_read(&r, &reply, e);
    if (result == 0 && dot)
        puts("graph quilt {\n  outside [shape=cloud];");
    r = wire_reader(reply.networks.items);
    for (uint32_t i = 0; result == 0 && i < reply.networks.count; i++) {
        struct network n;

        result = network_read(&r, &n, e);
        if (result == 0)
            result = json ? json_network(a, n.name.text, i == 0, e) : draw_network(a, n.name.text, dot ? SHAPE_DOT : SHAPE_TEXT, e);
    }
    if (result == 0 && (dot || json))
        puts(dot ? "}" : "]");
    wire_writer_done(&room);
    return result;
}

int cli_network(const struct args *a, struct err *e)
{
    static const struct subverb words[] = {
        { "create", "NAME", 1, 1, network_create_word, "subnet gateway ipv6 subnet6 internal label egress ingress rule audit " },
        { "list", "", 0, 0, network_list_word, "format " },
        { "ls", "", 0, 0, network_list_word, "format " },
        { "inspect", "NAME…", 1, -1, network_inspect_word, "format " },
        { "remove", "NAME…", 1, -1, network_remove_word, "" },
        { "rm", "NAME…", 1, -1, network_remove_word, "" },
        { "connect", "NETWORK CONTAINER", 2, 2, connect_word, "ip mac-address alias " },
        { "disconnect", "NETWORK CONTAINER", 2, 2, disconnect_word, "" },
        { "allocations", "[NETWORK]", 0, 1, allocations_word, "format " },
        { "ports", "", 0, 0, ports_word, "format " },
        { "policy", "NETWORK (or, with --container, CONTAINER)", 1, 1, policy_word, "container clear egress ingress rule audit format " },
        { "health", "", 0, 0, health_word, "format " },
        { "topology", "", 0, 0, topology_word, "format " },
        { NULL, NULL, 0, 0, NULL, NULL },
    };

    return words_run(a, words, "network", e);
}

/* ---------------------------------------------------------------- dns */

static int dns_list_word(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "NETWORK", "ADDRESS", "IPV6", "CONTAINER", "NAMES" };
    static const char *const paths[] = { "network", "address", "address6", "container", "names" };

    (void)rest;
    return ask_list(a, "dns.list", NULL, "registrations", heads, paths, 5, e);
}

int cli_dns(const struct args *a, struct err *e)
{
    static const struct subverb words[] = {
        { "list", "", 0, 0, dns_list_word, "format " },
        { "ls", "", 0, 0, dns_list_word, "format " },
        { NULL, NULL, 0, 0, NULL, NULL },
    };

    return words_run(a, words, "dns", e);
}

/* ---------------------------------------------------------------- icc */

static void print_ping(const struct icc_ping_reply *p, const char *to)
{
    uint64_t lost = p->sent ? 100 * (p->sent - p->received) / p->sent : 0;

    printf("%s (%s): %llu sent, %llu received, %llu%% lost", to, p->address.text, (unsigned long long)p->sent, (unsigned long long)p->received,
           (unsigned long long)lost);
    if (p->received)
        printf(", min/avg/max %.3f/%.3f/%.3f ms", (double)p->min_ns / 1e6, (double)p->avg_ns / 1e6, (double)p->max_ns / 1e6);
    putchar('\n');
}

static int number_option(const struct args *a, const char *name, uint64_t *to, struct err *e)
{
    const char *v = args_get(a, name);

    return v && str_uint(v, 1000000, to) < 0 ? err_set(e, ERR_INVALID, "--%s %s: not a number", name, v) : 0;
}

static int duration_option(const struct args *a, const char *name, uint64_t *to, struct err *e)
{
    const char *v = args_get(a, name);

    return v && str_duration(v, to) < 0 ? err_set(e, ERR_INVALID, "--%s %s: not a duration", name, v) : 0;
}

static int ping_word(const struct args *a, char **rest, struct err *e)
{
    struct icc_ping m = { .count = 4, .interval_ms = 200, .timeout_ms = 1000 };
    struct icc_ping_reply reply = { 0 };
    const char *to = rest[rest[1] != NULL];
    struct wire_writer w, room;
    struct wire_reader r;
    int result;

    m.has_from = rest[1] != NULL;       /* without: from the container that this runs in */
    if ((m.has_from && set_ref(&m.from, rest[0], e) < 0) || netopts_text("to", m.to.text, sizeof m.to.text, to, e) < 0 || number_option(a, "count", &m.count, e) < 0 ||
        duration_option(a, "interval", &m.interval_ms, e) < 0 || duration_option(a, "timeout", &m.timeout_ms, e) < 0)
        return -1;
    wire_writer_init(&w);
    wire_writer_init(&room);
    icc_ping_write(&w, &m);
    result = words_ask(a, "icc.ping", &w, &room, e);
    r = wire_reader(wire_written(&room));
    if (result == 0 && words_format(a))
        result = words_print(words_format(a), wire_written(&room), e);
    else if (result == 0 && icc_ping_reply_read(&r, &reply, e) == 0)
        print_ping(&reply, to);
    if (result == 0) {
        r = wire_reader(wire_written(&room));
        result = icc_ping_reply_read(&r, &reply, e) < 0 ? -1 : reply.received ? 0 : 1;
    }
    wire_writer_done(&w);
    wire_writer_done(&room);
    return result;
}

static int connections_word(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "PROTOCOL", "FROM", "PORT", "CONTAINER", "TO", "PORT", "CONTAINER", "SENT", "RECEIVED" };
    static const char *const paths[] = { "protocol", "source", "source_port", "source_container", "destination", "destination_port", "destination_container",
                                         "sent_bytes", "received_bytes" };
    struct icc_connections m = { .has_container = *rest != NULL };
    struct wire_writer w;
    int r;

    if (*rest && set_ref(&m.container, *rest, e) < 0)
        return -1;
    wire_writer_init(&w);
    icc_connections_write(&w, &m);
    r = ask_list(a, "icc.connections", &w, "connections", heads, paths, 9, e);
    wire_writer_done(&w);
    return r;
}

static int publish_word(const struct args *a, char **rest, struct err *e)
{
    const char *label = args_get(a, "label"), *from = args_get(a, "from"), *topic = args_get(a, "topic");
    struct icc_publish m = { .has_to = !label, .has_label = label != NULL, .has_from = from != NULL, .has_topic = topic != NULL };
    struct wire_writer w;
    int r;

    if (!label && !rest[1])
        return err_set(e, ERR_INVALID, "quilt icc publish: needs CONTAINER TEXT, or --label and TEXT");
    if ((!label && set_ref(&m.to, rest[0], e) < 0) || (from && set_ref(&m.from, from, e) < 0) ||
        (topic && netopts_text("topic", m.topic.text, sizeof m.topic.text, topic, e) < 0))
        return -1;
    m.label = wire_text(label);
    m.body = wire_text(rest[label ? 0 : 1]);
    wire_writer_init(&w);
    icc_publish_write(&w, &m);
    r = words_do(a, "icc.publish", &w, label ? label : rest[0], e);
    wire_writer_done(&w);
    return r;
}

static int inbox_word(const struct args *a, char **rest, struct err *e)
{
    static const char *const heads[] = { "ID", "FROM", "TOPIC", "TIME", "BODY" };
    static const char *const paths[] = { "id", "from", "topic", "time_ns", "body" };
    struct icc_inbox m = { .limit = 100, .has_container = *rest != NULL };
    struct wire_writer w;
    int r;

    if ((*rest && set_ref(&m.container, *rest, e) < 0) || duration_option(a, "wait", &m.wait_ms, e) < 0)
        return -1;
    wire_writer_init(&w);
    icc_inbox_write(&w, &m);
    r = ask_list(a, "icc.inbox", &w, "messages", heads, paths, 5, e);
    wire_writer_done(&w);
    return r;
}

static int ack_word(const struct args *a, char **rest, struct err *e)
{
    struct icc_ack m = { .has_container = rest[1] != NULL };
    const char *id = rest[m.has_container];
    struct wire_writer w;
    int r;

    if (m.has_container && set_ref(&m.container, rest[0], e) < 0)
        return -1;
    if (str_uint(id, UINT64_MAX, &m.id) < 0)
        return err_set(e, ERR_INVALID, "%s: not the id of a message", id);
    wire_writer_init(&w);
    icc_ack_write(&w, &m);
    r = words_do(a, "icc.ack", &w, id, e);
    wire_writer_done(&w);
    return r;
}

static int exec_word(const struct args *a, char **rest, struct err *e)
{
    struct args inner = *a;

    inner.rest = rest;
    inner.rest_count = a->rest_count - 1;
    return cli_exec(&inner, e);
}

int cli_icc(const struct args *a, struct err *e)
{
    static const struct subverb words[] = {
        { "ping", "[CONTAINER] CONTAINER|ADDRESS", 1, 2, ping_word, "count interval timeout format " },
        { "exec", "CONTAINER COMMAND [ARG…]", 2, -1, exec_word, "env workdir user " },
        { "connections", "[CONTAINER]", 0, 1, connections_word, "format " },
        { "publish", "CONTAINER TEXT", 1, 2, publish_word, "label from topic " },
        { "inbox", "[CONTAINER]", 0, 1, inbox_word, "wait format " },
        { "ack", "[CONTAINER] ID", 1, 2, ack_word, "" },
        { NULL, NULL, 0, 0, NULL, NULL },
    };

    return words_run(a, words, "icc", e);
}
