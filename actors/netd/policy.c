#include "actors/netd/policy.h"

#include "base/ip.h"
#include "base/str.h"

#include <string.h>

#define RULES_MAX 1000

static bool has_ports(enum policy_protocol p)
{
    return p == POLICY_PROTOCOL_TCP || p == POLICY_PROTOCOL_UDP || p == POLICY_PROTOCOL_SCTP;
}

static int check_rule(const struct policy_rule *r, uint32_t n, struct err *e)
{
    struct ip4_net net4;
    struct ip6_net net6;

    if (r->has_cidr && ip4_net_parse(r->cidr.text, &net4) < 0 && ip6_net_parse(r->cidr.text, &net6) < 0)
        return err_set(e, ERR_INVALID, "policy: rule %u: %s: not a CIDR (address/length, with no bits beyond it)", n, r->cidr.text);
    if (r->has_port_to && !r->has_port_from)
        return err_set(e, ERR_INVALID, "policy: rule %u: port_to without port_from", n);
    if (r->has_port_from && !has_ports(r->protocol))
        return err_set(e, ERR_INVALID, "policy: rule %u: a port needs protocol tcp, udp or sctp", n);
    if (r->has_port_to && r->port_to < r->port_from)
        return err_set(e, ERR_INVALID, "policy: rule %u: ports %llu to %llu", n, (unsigned long long)r->port_from, (unsigned long long)r->port_to);
    return 0;
}

static bool same_match(const struct policy_rule *a, const struct policy_rule *b)
{
    return a->direction == b->direction && a->protocol == b->protocol && a->has_cidr == b->has_cidr && !strcmp(a->cidr.text, b->cidr.text) &&
           a->has_port_from == b->has_port_from && a->port_from == b->port_from && a->has_port_to == b->has_port_to && a->port_to == b->port_to;
}

/* The first that matches decides: a later one of the same match and another action never would. */
static int check_against(const struct policy *p, const struct policy_rule *rule, uint32_t n, struct err *e)
{
    struct wire_reader r = wire_reader(p->rules.items);

    for (uint32_t i = 0; i < n; i++) {
        struct policy_rule other;

        if (policy_rule_read(&r, &other, e) < 0)
            return -1;
        if (same_match(&other, rule) && other.action != rule->action)
            return err_set(e, ERR_CONFLICT, "policy: rules %u and %u contradict each other", i, n);
    }
    return 0;
}

int policy_check(const struct policy *p, struct err *e)
{
    struct wire_reader r = wire_reader(p->rules.items);

    if (p->has_rules && p->rules.count > RULES_MAX)
        return err_set(e, ERR_INVALID, "policy: %u rules, at most %d", p->rules.count, RULES_MAX);
    for (uint32_t i = 0; p->has_rules && i < p->rules.count; i++) {
        struct policy_rule rule;

        if (policy_rule_read(&r, &rule, e) < 0)
            return err_add(e, "policy: rule %u", i);
        if (check_rule(&rule, i, e) < 0 || check_against(p, &rule, i, e) < 0)
            return -1;
    }
    return 0;
}

bool policy_restricts(const struct policy *p)
{
    return p->egress == POLICY_ACTION_DENY || p->ingress == POLICY_ACTION_DENY || (p->has_rules && p->rules.count);
}

/* ---------------------------------------------------------------- chains */

static void put_match(struct script *s, const struct policy_rule *r)
{
    static const char *const protocols[] = { "", "meta l4proto tcp ", "meta l4proto udp ", "meta l4proto sctp ", "meta l4proto { icmp, ipv6-icmp } " };
    const char *side = r->direction == POLICY_DIRECTION_EGRESS ? "daddr" : "saddr";

    if (r->has_cidr)
        script_add(s, "%s %s %s ", strchr(r->cidr.text, ':') ? "ip6" : "ip", side, r->cidr.text);
    script_add(s, "%s", protocols[r->protocol]);
    if (r->has_port_from)
        script_add(s, "th dport %llu-%llu ", (unsigned long long)r->port_from, (unsigned long long)(r->has_port_to ? r->port_to : r->port_from));
}

static void put_deny(struct script *s, const char *table, const char *chain, const char *match, const struct policy *p)
{
    if (p->audit) {
        script_add(s, "add rule inet %s %s %scounter name \"%s\" return\n", table, chain, match, chain);
        return;
    }
    script_add(s, "add rule inet %s %s %smeta l4proto tcp counter name \"%s\" reject with tcp reset\n", table, chain, match, chain);
    script_add(s, "add rule inet %s %s %scounter name \"%s\" reject with icmpx admin-prohibited\n", table, chain, match, chain);
}

static void put_chain(struct script *s, const char *table, const char *chain, enum policy_direction direction, const struct policy *p)
{
    struct wire_reader r = wire_reader(p->rules.items);
    enum policy_action last = direction == POLICY_DIRECTION_EGRESS ? p->egress : p->ingress;

    script_add(s, "add counter inet %s %s\nadd chain inet %s %s\nflush chain inet %s %s\n", table, chain, table, chain, table, chain);
    for (uint32_t i = 0; p->has_rules && i < p->rules.count; i++) {
        struct script match = { 0 };
        struct policy_rule rule;

        if (policy_rule_read(&r, &rule, NULL) < 0)
            break;
        if (rule.direction != direction)
            continue;
        put_match(&match, &rule);
        if (rule.action == POLICY_ACTION_ALLOW)
            script_add(s, "add rule inet %s %s %sreturn\n", table, chain, match.text);
        else
            put_deny(s, table, chain, match.text, p);
        script_done(&match);
    }
    if (last == POLICY_ACTION_DENY)
        put_deny(s, table, chain, "", p);
}

void policy_chains(struct script *s, const char *table, const char *name, const struct policy *p)
{
    char chain[40];

    str_fmt(chain, sizeof chain, "eg_%s", name);
    put_chain(s, table, chain, POLICY_DIRECTION_EGRESS, p);
    str_fmt(chain, sizeof chain, "in_%s", name);
    put_chain(s, table, chain, POLICY_DIRECTION_INGRESS, p);
}

void policy_remove_chains(struct script *s, const char *table, const char *name)
{
    static const char *const sides[] = { "eg", "in" };

    for (int i = 0; i < 2; i++)
        script_add(s, "flush chain inet %s %s_%s\ndelete chain inet %s %s_%s\ndelete counter inet %s %s_%s\n", table, sides[i], name, table, sides[i], name,
                   table, sides[i], name);
}
