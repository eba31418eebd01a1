/*
 * netopts - options that say where a container is on networks: into a container_spec,
 * and the rules of a policy.
 */
#ifndef CLI_NETOPTS_H
#define CLI_NETOPTS_H

#include "client/cli/verbs.h"

#define NETWORKS_MAX 32

struct netopts {
    struct {
        struct network_attachment wish;
        struct wire_writer aliases;
        uint32_t alias_count;
    } networks[NETWORKS_MAX];
    int network_count;
    struct wire_writer all, ports, dns, search, options, hosts, rules;
    uint32_t port_count, dns_count, search_count, option_count, host_count, rule_count;
    bool mode_given, has_policy;
    struct policy policy;
};

#define POLICY_OPTIONS                                                                                                                     \
    { "egress", 0, "allow|deny", "connections that it opens, when no rule matches" },                                                      \
    { "ingress", 0, "allow|deny", "connections that are opened to it, when no rule matches" },                                             \
    { "rule", 0, "RULE", "'allow|deny egress|ingress [tcp|udp|sctp|icmp] [CIDR] [PORT[-PORT]]'; the first that matches decides" },         \
    { "audit", 0, NULL, "only tell of what would be denied" }

#define NETWORK_OPTIONS                                                                                                                    \
    { "network", 0, "NETWORK", "none, host, bridge (default), container:ID, or NAME[:ip=A,mac=M,alias=N]; may be repeated" },              \
    { "ip", 0, "ADDRESS", "a fixed address on the first network" },                                                                        \
    { "mac-address", 0, "MAC", "of its interface on the first network" },                                                                  \
    { "network-alias", 0, "NAME", "a further name on the first network" },                                                                 \
    { "publish", 'p', "[ADDRESS:]PORT[-PORT]:PORT[/tcp|udp|sctp]", "a port of the host that leads to the container" },                     \
    { "dns", 0, "ADDRESS", "where names that are no container's are asked" },                                                              \
    { "dns-search", 0, "DOMAIN", "for its resolv.conf" },                                                                                  \
    { "dns-option", 0, "OPTION", "for its resolv.conf" },                                                                                  \
    { "add-host", 0, "NAME:ADDRESS", "for its hosts file" },                                                                               \
    { "rate-in", 0, "SIZE", "at most so many bytes a second to it" },                                                                      \
    { "rate-out", 0, "SIZE", "at most so many bytes a second from it" },                                                                   \
    POLICY_OPTIONS

void netopts_init(struct netopts *n);
void netopts_done(struct netopts *n);
/* 1: it was one of them, 0: it is another option, -1 with e. */
int netopts_apply(struct netopts *n, struct container_spec *s, const char *name, const char *value, struct err *e);
/* 1: an option of a policy, 0, -1 with e. */
int netopts_policy(struct netopts *n, const char *name, const char *value, struct err *e);
/* Lists into the spec, which points into n from then on. */
int netopts_finish(struct netopts *n, struct container_spec *s, struct err *e);
/* Its rules into its policy. */
void netopts_finish_policy(struct netopts *n);
/* A text into a fixed field; -1: too long. */
int netopts_text(const char *option, char *to, size_t size, const char *value, struct err *e);

#endif
