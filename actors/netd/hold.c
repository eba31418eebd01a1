#include "actors/netd/hold.h"

#include "base/auto.h"
#include "base/ip.h"
#include "base/str.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

int hold_port(const char *protocol, uint32_t host, uint64_t port, struct err *e)
{
    bool tcp = !strcmp(protocol, "tcp"), sctp = !strcmp(protocol, "sctp");
    struct sockaddr_in a = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(host) };
    auto_fd int fd = socket(AF_INET, (tcp || sctp ? SOCK_STREAM : SOCK_DGRAM) | SOCK_CLOEXEC | SOCK_NONBLOCK, sctp ? IPPROTO_SCTP : 0);
    char text[IP4_TEXT];
    const int one = 1;

    ip4_text(host, text);
    if (fd < 0 && sctp && errno == EPROTONOSUPPORT)
        return err_set(e, ERR_UNSUPPORTED, "port %llu/sctp: this kernel has no SCTP", (unsigned long long)port);
    if (fd < 0)
        return err_sys(e, "port %llu/%s", (unsigned long long)port, protocol);
    if (tcp)
        setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);     /* connections of the last holder may still linger */
    if (bind(fd, (struct sockaddr *)&a, sizeof a) == 0 && (!tcp || listen(fd, 128) == 0))
        return steal_fd(&fd);
    if (errno == EADDRINUSE)
        return err_set(e, ERR_EXISTS, "port %llu/%s of %s: a process of the host uses it", (unsigned long long)port, protocol, host ? text : "the host");
    if (errno == EADDRNOTAVAIL)
        return err_set(e, ERR_INVALID, "port %llu/%s: the host has no address %s", (unsigned long long)port, protocol, text);
    return err_sys(e, "port %llu/%s", (unsigned long long)port, protocol);
}
