/* Any bytes on a container's own socket: greeting, commands, frames; the connection ends and the next one is served. */
#include "actors/frontdoor/inside.h"
#include "protocol/zmtp.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#define CONTAINER "0123456789ab"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct loop *loop;
static struct inside *inside;
static char dir[] = "/tmp/quilt-fuzz-inside.XXXXXX";

/* Reads every byte, as the front door would, and answers with them. */
static bool on_message(void *arg, const struct inside_message *m)
{
    unsigned sum = 0;

    (void)arg;
    for (size_t i = 0; i < m->body.len; i++)
        sum += m->body.data[i];
    if (!m->caller.has_container || strcmp(m->caller.container.text, CONTAINER))
        abort();
    inside_send(inside, m->connection, m->delimiter, m->body);
    return !m->broken && sum % 2;
}

static void on_gone(void *arg, uint64_t connection)
{
    (void)arg;
    if (inside_send(inside, connection, false, (struct wire_span){ 0 }))
        abort();
}

static void remove_all(void)
{
    char path[200];

    inside_close(inside, CONTAINER);
    snprintf(path, sizeof path, "%s/icc", dir);
    rmdir(path);
    rmdir(dir);
}

static void set_up(void)
{
    if (!mkdtemp(dir) || inside_prepare(dir, getuid(), NULL) < 0)
        abort();
    loop = loop_new();
    inside = inside_new(loop, dir, on_message, on_gone, NULL);
    if (inside_open(inside, CONTAINER, NULL) < 0)
        abort();
    atexit(remove_all);
}

static int dial(void)
{
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM, 0);

    snprintf(a.sun_path, sizeof a.sun_path, "%s/icc/" CONTAINER "/control.sock", dir);
    if (fd < 0 || connect(fd, (struct sockaddr *)&a, sizeof a) < 0)
        abort();
    return fd;
}

/* Reads until the other side has ended. */
static void until_end(int fd)
{
    char room[65536];
    ssize_t n;

    do {
        loop_turn(loop, 0);
        n = recv(fd, room, sizeof room, MSG_DONTWAIT);
    } while (n != 0 && !(n < 0 && errno == ECONNRESET));
}

/* The first byte says how much of a proper beginning goes before the rest. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t begin[ZMTP_GREETING + 64];
    size_t len = ZMTP_GREETING;
    int fd;

    if (!inside)
        set_up();
    if (!size)
        return 0;
    zmtp_greeting(begin, false);
    len += zmtp_ready(begin + len, "DEALER");
    fd = dial();
    if (data[0] % 3)
        send(fd, begin, data[0] % 3 == 1 ? ZMTP_GREETING : len, MSG_NOSIGNAL);
    send(fd, data + 1, size - 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    shutdown(fd, SHUT_WR);
    until_end(fd);
    close(fd);
    return 0;
}
