/*
 * settings - what the configuration file says of networks:
 *
 *     network-subnet = 10.42.0.0/16           of the network called bridge
 *     network-ipv6 = yes                      give it IPv6 too
 *     network-host-services = tcp/8080,udp/514    of the host, open to containers
 *     network-egress = deny                   default of the network called bridge
 *     network-ingress = deny
 *
 * They count when that network is first made, except the host's services.
 */
#ifndef NETD_SETTINGS_H
#define NETD_SETTINGS_H

#include "base/err.h"

#include <stdbool.h>
#include <stdint.h>

#define SERVICES_MAX 64

struct settings {
    char subnet[20];                    /* "": not given */
    bool ipv6, egress_deny, ingress_deny;
    struct {
        char protocol[5];
        uint64_t port;
    } services[SERVICES_MAX];
    int service_count;
};

/* A file that is missing gives the defaults. */
int settings_read(struct settings *s, const char *path, struct err *e);

#endif
