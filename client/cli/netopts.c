#include "client/cli/netopts.h"

#include "base/str.h"

#include <stdio.h>
#include <string.h>

static int bad(const char *option, const char *value, const char *wanted, struct err *e)
{
    return err_set(e, ERR_INVALID, "--%s %s: not %s", option, value, wanted);
}

int netopts_text(const char *option, char *to, size_t size, const char *value, struct err *e)
{
    if (!*value || strlen(value) >= size)
        return bad(option, value, *value ? "short enough" : "given", e);
    str_fmt(to, size, "%s", value);
    return 0;
}

void netopts_init(struct netopts *n)
{
    struct wire_writer *const all[] = { &n->all, &n->ports, &n->dns, &n->search, &n->options, &n->hosts, &n->rules };

    memset(n, 0, sizeof *n);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        wire_writer_init(all[i]);
    for (int i = 0; i < NETWORKS_MAX; i++)
        wire_writer_init(&n->networks[i].aliases);
}

void netopts_done(struct netopts *n)
{
    struct wire_writer *const all[] = { &n->all, &n->ports, &n->dns, &n->search, &n->options, &n->hosts, &n->rules };

    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        wire_writer_done(all[i]);
    for (int i = 0; i < NETWORKS_MAX; i++)
        wire_writer_done(&n->networks[i].aliases);
}

/* ---------------------------------------------------------------- networks */

static int add_alias(struct netopts *n, int at, const char *name)
{
    wire_put_str(&n->networks[at].aliases, name);
    n->networks[at].alias_count++;
    return 0;
}

static int network_part(struct netopts *n, int at, const char *part, struct err *e)
{
    struct network_attachment *w = &n->networks[at].wish;
    const char *eq = strchr(part, '=');

    if (eq && str_starts(part, "ip=")) {
        w->has_address = true;
        return netopts_text("network", w->address.text, sizeof w->address.text, eq + 1, e);
    }
    if (eq && str_starts(part, "mac=")) {
        w->has_mac = true;
        return netopts_text("network", w->mac.text, sizeof w->mac.text, eq + 1, e);
    }
    if (eq && str_starts(part, "alias="))
        return add_alias(n, at, eq + 1);
    return bad("network", part, "ip=, mac= or alias=", e);
}

/* --ip and its like may come before --network: they are the first one's, whatever that is. */
static bool first_is_wished(const struct netopts *n)
{
    return n->networks[0].wish.has_address || n->networks[0].wish.has_mac || n->networks[0].alias_count;
}

static int set_mode(struct netopts *n, struct container_spec *s, const char *value, struct err *e)
{
    if (n->mode_given || n->network_count)
        return err_set(e, ERR_CONFLICT, "--network %s: excludes any other --network", value);
    n->mode_given = true;
    if (!strcmp(value, "none"))
        s->network = NETWORK_MODE_NONE;
    else if (!strcmp(value, "host"))
        s->network = NETWORK_MODE_HOST;
    else {
        s->network = NETWORK_MODE_CONTAINER;
        s->has_network_container = true;
        return netopts_text("network", s->network_container.text, sizeof s->network_container.text, strchr(value, ':') + 1, e);
    }
    return 0;
}

static int add_network(struct netopts *n, struct container_spec *s, const char *value, struct err *e)
{
    const char *colon = strchr(value, ':');
    char name[80], parts[512] = "", *save = NULL;
    int at = n->network_count, result;

    if (!strcmp(value, "none") || !strcmp(value, "host") || str_starts(value, "container:"))
        return set_mode(n, s, value, e);
    if (n->mode_given)
        return err_set(e, ERR_CONFLICT, "--network %s: excludes none, host and container", value);
    if (at == NETWORKS_MAX || (colon ? (size_t)(colon - value) : strlen(value)) >= sizeof name || (colon && strlen(colon) >= sizeof parts))
        return bad("network", value, at == NETWORKS_MAX ? "possible: too many networks" : "short enough", e);
    str_fmt(name, sizeof name, "%.*s", colon ? (int)(colon - value) : 79, value);
    str_fmt(parts, sizeof parts, "%s", colon ? colon + 1 : "");
    n->network_count++;
    result = netopts_text("network", n->networks[at].wish.network.text, sizeof n->networks[at].wish.network.text, name, e);
    for (char *part = strtok_r(parts, ",", &save); part && result == 0; part = strtok_r(NULL, ",", &save))
        result = network_part(n, at, part, e);
    return result;
}

/* ---------------------------------------------------------------- ports */

/* "8080" or "8080-8090" */
static int port_range(const char *text, uint64_t *out_from, uint64_t *out_count)
{
    const char *dash = strchr(text, '-');
    char low[8];
    uint64_t to;

    if (!dash) {
        *out_count = 1;
        return str_uint(text, 65535, out_from) < 0 || !*out_from ? -1 : 0;
    }
    if (dash - text >= (int)sizeof low)
        return -1;
    str_fmt(low, sizeof low, "%.*s", (int)(dash - text), text);
    if (str_uint(low, 65535, out_from) < 0 || str_uint(dash + 1, 65535, &to) < 0 || !*out_from || to < *out_from)
        return -1;
    *out_count = to - *out_from + 1;
    return 0;
}

static int set_protocol(struct published_port *p, const char *name)
{
    for (int i = 0; i < PORT_PROTOCOL_COUNT; i++)
        if (!strcmp(name, port_protocol_name((enum port_protocol)i))) {
            p->protocol = (enum port_protocol)i;
            return 0;
        }
    return -1;
}

static int add_port(struct netopts *n, const char *value, struct err *e)
{
    static const char wanted[] = "[ADDRESS:]PORT[-PORT]:PORT[-PORT][/tcp|udp|sctp]";
    struct published_port p = { .count = 1 };
    char text[128], *slash, *inside, *host;
    uint64_t inside_count;

    if (strlen(value) >= sizeof text)
        return bad("publish", value, wanted, e);
    str_fmt(text, sizeof text, "%s", value);
    slash = strchr(text, '/');
    if (slash)
        *slash++ = '\0';
    if (slash && set_protocol(&p, slash) < 0)
        return bad("publish", value, wanted, e);
    inside = strrchr(text, ':');
    host = inside ? text : NULL;
    if (inside)
        *inside++ = '\0';
    else
        inside = text;
    if (host && strchr(host, ':')) {
        char *port = strrchr(host, ':');

        *port++ = '\0';
        p.has_host_address = true;
        if (netopts_text("publish", p.host_address.text, sizeof p.host_address.text, host, e) < 0)
            return -1;
        host = port;
    }
    if (port_range(inside, &p.container_port, &inside_count) < 0 || port_range(host ? host : inside, &p.host_port, &p.count) < 0 || inside_count != p.count)
        return bad("publish", value, wanted, e);
    published_port_write(&n->ports, &p);
    n->port_count++;
    return 0;
}

static int add_host(struct netopts *n, const char *value, struct err *e)
{
    const char *colon = strchr(value, ':');

    if (!colon || colon == value || !colon[1])
        return bad("add-host", value, "NAME:ADDRESS", e);
    wire_put_span(&n->hosts, (struct wire_span){ (const uint8_t *)value, (size_t)(colon - value) });
    wire_put_str(&n->hosts, colon + 1);
    n->host_count++;
    return 0;
}

/* ---------------------------------------------------------------- policies */

static int action_of(const char *option, const char *value, enum policy_action *out, struct err *e)
{
    if (strcmp(value, "allow") && strcmp(value, "deny"))
        return bad(option, value, "allow or deny", e);
    *out = strcmp(value, "allow") ? POLICY_ACTION_DENY : POLICY_ACTION_ALLOW;
    return 0;
}

static int rule_word(struct policy_rule *r, const char *word)
{
    for (int i = 0; i < POLICY_PROTOCOL_COUNT; i++)
        if (!strcmp(word, policy_protocol_name((enum policy_protocol)i))) {
            r->protocol = (enum policy_protocol)i;
            return 0;
        }
    if (strchr(word, '.') || strchr(word, ':')) {
        r->has_cidr = strlen(word) < sizeof r->cidr.text;
        str_fmt(r->cidr.text, sizeof r->cidr.text, "%.50s", word);
        return r->has_cidr ? 0 : -1;
    }
    uint64_t count;

    r->has_port_from = r->has_port_to = true;
    if (port_range(word, &r->port_from, &count) < 0)
        return -1;
    r->port_to = r->port_from + count - 1;
    return 0;
}

static int add_rule(struct netopts *n, const char *value, struct err *e)
{
    static const char wanted[] = "'allow|deny egress|ingress [tcp|udp|sctp|icmp] [CIDR] [PORT[-PORT]]'";
    struct policy_rule r = { 0 };
    char text[256], *save = NULL, *action, *direction;

    if (strlen(value) >= sizeof text)
        return bad("rule", value, wanted, e);
    str_fmt(text, sizeof text, "%s", value);
    action = strtok_r(text, " \t", &save);
    direction = action ? strtok_r(NULL, " \t", &save) : NULL;
    if (!direction || (strcmp(action, "allow") && strcmp(action, "deny")) || (strcmp(direction, "egress") && strcmp(direction, "ingress")))
        return bad("rule", value, wanted, e);
    r.action = strcmp(action, "allow") ? POLICY_ACTION_DENY : POLICY_ACTION_ALLOW;
    r.direction = strcmp(direction, "egress") ? POLICY_DIRECTION_INGRESS : POLICY_DIRECTION_EGRESS;
    for (char *word = strtok_r(NULL, " \t", &save); word; word = strtok_r(NULL, " \t", &save))
        if (rule_word(&r, word) < 0)
            return bad("rule", value, wanted, e);
    policy_rule_write(&n->rules, &r);
    n->rule_count++;
    return 0;
}

int netopts_policy(struct netopts *n, const char *name, const char *value, struct err *e)
{
    int result;

    if (!strcmp(name, "egress"))
        result = action_of(name, value, &n->policy.egress, e);
    else if (!strcmp(name, "ingress"))
        result = action_of(name, value, &n->policy.ingress, e);
    else if (!strcmp(name, "rule"))
        result = add_rule(n, value, e);
    else if (!strcmp(name, "audit")) {
        n->policy.audit = true;
        result = 0;
    } else {
        return 0;
    }
    n->has_policy = true;
    return result < 0 ? -1 : 1;
}

void netopts_finish_policy(struct netopts *n)
{
    n->policy.has_rules = n->rule_count;
    n->policy.rules = wire_list_of(&n->rules, n->rule_count);
}

/* ---------------------------------------------------------------- all of them */

static int set_rate(const char *option, const char *value, bool *has, uint64_t *to, struct err *e)
{
    *has = true;
    return str_bytes(value, to) < 0 ? bad(option, value, "a size like 500k or 10m", e) : 0;
}

static int put_word(struct wire_writer *w, uint32_t *count, const char *value)
{
    wire_put_str(w, value);
    ++*count;
    return 0;
}

static int apply(struct netopts *n, struct container_spec *s, const char *name, const char *v, struct err *e)
{
    struct network_attachment *w = &n->networks[0].wish;

    if (!strcmp(name, "network"))
        return add_network(n, s, v, e);
    if (!strcmp(name, "ip")) {
        w->has_address = true;
        return netopts_text(name, w->address.text, sizeof w->address.text, v, e);
    }
    if (!strcmp(name, "mac-address")) {
        w->has_mac = true;
        return netopts_text(name, w->mac.text, sizeof w->mac.text, v, e);
    }
    if (!strcmp(name, "network-alias"))
        return add_alias(n, 0, v);
    if (!strcmp(name, "publish"))
        return add_port(n, v, e);
    if (!strcmp(name, "dns"))
        return put_word(&n->dns, &n->dns_count, v);
    if (!strcmp(name, "dns-search"))
        return put_word(&n->search, &n->search_count, v);
    if (!strcmp(name, "dns-option"))
        return put_word(&n->options, &n->option_count, v);
    if (!strcmp(name, "add-host"))
        return add_host(n, v, e);
    if (!strcmp(name, "rate-in"))
        return set_rate(name, v, &s->has_rate_in_bytes, &s->rate_in_bytes, e);
    if (!strcmp(name, "rate-out"))
        return set_rate(name, v, &s->has_rate_out_bytes, &s->rate_out_bytes, e);
    return 1;
}

int netopts_apply(struct netopts *n, struct container_spec *s, const char *name, const char *value, struct err *e)
{
    int policy = netopts_policy(n, name, value, e), other;

    if (policy)
        return policy;
    other = apply(n, s, name, value, e);
    return other > 0 ? 0 : other < 0 ? -1 : 1;
}

int netopts_finish(struct netopts *n, struct container_spec *s, struct err *e)
{
    if (!n->network_count && first_is_wished(n)) {
        str_fmt(n->networks[0].wish.network.text, sizeof n->networks[0].wish.network.text, "bridge");
        n->network_count = 1;
    }
    if (n->mode_given && n->network_count)
        return err_set(e, ERR_CONFLICT, "--ip, --mac-address and --network-alias are for a network");
    for (int i = 0; i < n->network_count; i++) {
        n->networks[i].wish.has_aliases = n->networks[i].alias_count;
        n->networks[i].wish.aliases = wire_list_of(&n->networks[i].aliases, n->networks[i].alias_count);
        network_attachment_write(&n->all, &n->networks[i].wish);
    }
    s->has_networks = n->network_count;
    s->networks = wire_list_of(&n->all, (uint32_t)n->network_count);
    s->has_ports = n->port_count;
    s->ports = wire_list_of(&n->ports, n->port_count);
    s->has_dns = n->dns_count;
    s->dns = wire_list_of(&n->dns, n->dns_count);
    s->has_dns_search = n->search_count;
    s->dns_search = wire_list_of(&n->search, n->search_count);
    s->has_dns_options = n->option_count;
    s->dns_options = wire_list_of(&n->options, n->option_count);
    s->has_extra_hosts = n->host_count;
    s->extra_hosts = wire_list_of(&n->hosts, n->host_count);
    netopts_finish_policy(n);
    s->has_policy = n->has_policy;
    s->policy = n->policy;
    return 0;
}
