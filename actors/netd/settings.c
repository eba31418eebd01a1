#include "actors/netd/settings.h"

#include "base/ip.h"
#include "base/str.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static int set_subnet(struct settings *s, const char *value, struct err *e)
{
    struct ip4_net net;

    if (ip4_net_parse(value, &net) < 0 || net.bits < 8 || net.bits > 29)
        return err_set(e, ERR_INVALID, "network-subnet = %s: not a network of /8 to /29", value);
    str_fmt(s->subnet, sizeof s->subnet, "%s", value);
    return 0;
}

static int set_bool(bool *to, const char *name, const char *value, const char *yes, const char *no, struct err *e)
{
    if (strcmp(value, yes) && strcmp(value, no))
        return err_set(e, ERR_INVALID, "%s = %s: not %s or %s", name, value, yes, no);
    *to = !strcmp(value, yes);
    return 0;
}

static int add_service(struct settings *s, const char *text, struct err *e)
{
    const char *slash = strchr(text, '/');
    size_t len = slash ? (size_t)(slash - text) : 0;

    if (s->service_count == SERVICES_MAX)
        return err_set(e, ERR_INVALID, "network-host-services: more than %d", SERVICES_MAX);
    if ((len != 3 || (strncmp(text, "tcp", 3) && strncmp(text, "udp", 3))) ||
        str_uint(slash + 1, 65535, &s->services[s->service_count].port) < 0 || !s->services[s->service_count].port)
        return err_set(e, ERR_INVALID, "network-host-services: %s: not tcp/PORT or udp/PORT", text);
    str_fmt(s->services[s->service_count].protocol, sizeof s->services[0].protocol, "%.3s", text);
    s->service_count++;
    return 0;
}

static int set_services(struct settings *s, char *value, struct err *e)
{
    char *save = NULL;

    for (char *one = strtok_r(value, ", \t", &save); one; one = strtok_r(NULL, ", \t", &save))
        if (add_service(s, one, e) < 0)
            return -1;
    return 0;
}

static int set(struct settings *s, const char *name, char *value, struct err *e)
{
    if (!str_starts(name, "network-"))
        return 0;                       /* somebody else's */
    if (!strcmp(name, "network-subnet"))
        return set_subnet(s, value, e);
    if (!strcmp(name, "network-ipv6"))
        return set_bool(&s->ipv6, name, value, "yes", "no", e);
    if (!strcmp(name, "network-egress"))
        return set_bool(&s->egress_deny, name, value, "deny", "allow", e);
    if (!strcmp(name, "network-ingress"))
        return set_bool(&s->ingress_deny, name, value, "deny", "allow", e);
    if (!strcmp(name, "network-host-services"))
        return set_services(s, value, e);
    return err_set(e, ERR_INVALID, "%s: unknown setting", name);
}

static char *trim(char *s)
{
    char *end;

    s += strspn(s, " \t");
    end = s + strlen(s);
    while (end > s && strchr(" \t\r\n", end[-1]))
        *--end = '\0';
    return s;
}

int settings_read(struct settings *s, const char *path, struct err *e)
{
    FILE *f = fopen(path, "re");
    char line[2048];
    int result = 0;

    *s = (struct settings){ 0 };
    if (!f)
        return errno == ENOENT ? 0 : err_sys(e, "%s", path);
    while (result == 0 && fgets(line, sizeof line, f)) {
        char *text = trim(line), *eq = strchr(text, '=');

        if (!*text || *text == '#' || !eq)
            continue;
        *eq = '\0';
        result = set(s, trim(text), trim(eq + 1), e);
    }
    fclose(f);
    return result < 0 ? err_add(e, "%s", path) : 0;
}
