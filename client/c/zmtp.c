#include "client/c/zmtp.h"

#include "base/clock.h"
#include "base/fd.h"
#include "base/must.h"
#include "base/str.h"
#include "protocol/zmtp.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define FRAME_MAX (4u << 20)
#define HANDSHAKE_MS 5000

struct zmtp {
    int fd;
    bool greeted, ready;                /* ready: the other side's READY has come */
    uint8_t *buf;
    size_t len, room, used;             /* used: consumed by the message that was handed out */
};

static int connect_unix(const char *path)
{
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    int fd;

    if (strlen(path) >= sizeof a.sun_path) {
        errno = ENAMETOOLONG;
        return -1;
    }
    strcpy(a.sun_path, path);
    fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd >= 0 && connect(fd, (struct sockaddr *)&a, sizeof a) < 0) {
        int saved = errno;

        close(fd);
        errno = saved;
        return -1;
    }
    return fd;
}

/*
 * Greeting and READY at once: the other side reads them one after the other.  A message
 * has to wait for its READY: libzmq 4.3.4 ends the connection when a frame of more than
 * 255 bytes comes together with the handshake.
 */
static int greet(int fd)
{
    uint8_t hello[ZMTP_GREETING + 64];
    size_t len = ZMTP_GREETING;

    zmtp_greeting(hello, false);
    len += zmtp_ready(hello + len, "DEALER");
    return send(fd, hello, len, MSG_NOSIGNAL) == (ssize_t)len ? 0 : -1;
}

static int await_ready(struct zmtp *z, struct err *e)
{
    struct wire_span body, blob;
    int64_t end = clock_boot_ms() + HANDSHAKE_MS;

    while (!z->ready && clock_boot_ms() < end)
        if (zmtp_receive(z, HANDSHAKE_MS, &body, &blob, e) < 0)
            return -1;
    return z->ready ? 0 : err_set(e, ERR_UNAVAILABLE, "the daemon does not greet");
}

struct zmtp *zmtp_connect(const char *path, struct err *e)
{
    struct zmtp *z;
    int fd = connect_unix(path);

    if (fd < 0 || greet(fd) < 0) {
        if (errno == ENOENT || errno == ECONNREFUSED)
            err_set(e, ERR_UNAVAILABLE, "no Quilt daemon answers at %s; start quiltd, or name its run directory with --run-dir or QUILT_RUN_DIR", path);
        else if (errno == EACCES || errno == EPERM)
            err_set(e, ERR_DENIED, "%s: permission denied; run as root, or ask for a role (see SECURITY.md)", path);
        else
            err_sys(e, "%s", path);
        if (fd >= 0)
            close(fd);
        return NULL;
    }
    z = xalloc(sizeof *z);
    z->fd = fd;
    if (await_ready(z, e) < 0) {
        zmtp_close(z);
        return NULL;
    }
    return z;
}

void zmtp_close(struct zmtp *z)
{
    if (!z)
        return;
    close(z->fd);
    free(z->buf);
    free(z);
}

int zmtp_fd(const struct zmtp *z)
{
    return z->fd;
}

static int send_all(int fd, const uint8_t *p, size_t len)
{
    while (len) {
        ssize_t n = send(fd, p, len, MSG_NOSIGNAL);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        p += n;
        len -= (size_t)n;
    }
    return 0;
}

int zmtp_send(struct zmtp *z, struct wire_span body, struct err *e)
{
    uint8_t head[ZMTP_HEAD_MAX];
    size_t n = zmtp_head(head, 0, body.len);

    if (send_all(z->fd, head, n) < 0 || send_all(z->fd, body.data, body.len) < 0)
        return err_set(e, ERR_UNAVAILABLE, "the connection to the daemon ended");
    return 0;
}

/* ---------------------------------------------------------------- receiving */

static int fill(struct zmtp *z, int timeout_ms, struct err *e)
{
    struct pollfd p = { .fd = z->fd, .events = POLLIN };
    ssize_t n;
    int r = poll(&p, 1, timeout_ms);

    if (r == 0 || (r < 0 && errno == EINTR))
        return 0;
    if (z->room - z->len < 65536) {
        z->room = 2 * z->room + 65536;
        z->buf = xrealloc(z->buf, z->room);
    }
    n = recv(z->fd, z->buf + z->len, z->room - z->len, MSG_DONTWAIT);
    if (n < 0 && (errno == EAGAIN || errno == EINTR))
        return 0;
    if (n <= 0)
        return err_set(e, ERR_UNAVAILABLE, "the connection to the daemon ended");
    z->len += (size_t)n;
    return 1;
}

static void drop(struct zmtp *z, size_t n)
{
    if (!n)
        return;
    memmove(z->buf, z->buf + n, z->len - n);
    z->len -= n;
}

/* A whole message in the buffer: its size in all, or 0, or -1. */
static ssize_t parse(struct zmtp *z, struct wire_span *body, struct wire_span *blob, bool *out_command)
{
    size_t at = 0;
    uint8_t flags;

    *blob = (struct wire_span){ 0 };
    for (int frame = 0;; frame++) {
        struct wire_span part = { 0 };
        ssize_t n = zmtp_frame((struct wire_span){ z->buf + at, z->len - at }, FRAME_MAX, &flags, &part);

        if (n <= 0)
            return n;
        if (frame == 0)
            *body = part;
        else if (frame == 1)
            *blob = part;
        at += (size_t)n;
        if (!(flags & ZMTP_MORE))
            break;
    }
    *out_command = flags & ZMTP_COMMAND;
    return (ssize_t)at;
}

int zmtp_receive(struct zmtp *z, int timeout_ms, struct wire_span *out_body, struct wire_span *out_blob, struct err *e)
{
    int64_t end = clock_boot_ms() + timeout_ms;

    drop(z, z->used);
    z->used = 0;
    for (;;) {
        bool command = false;
        ssize_t n;
        int left, r;

        if (!z->greeted && z->len >= ZMTP_GREETING) {
            if (!zmtp_greeting_ok(z->buf))
                return err_set(e, ERR_UNSUPPORTED, "the daemon does not speak ZMTP 3");
            drop(z, ZMTP_GREETING);
            z->greeted = true;
        }
        n = z->greeted ? parse(z, out_body, out_blob, &command) : 0;
        if (n < 0)
            return err_set(e, ERR_INTERNAL, "a frame from the daemon is too large");
        if (n > 0 && command) {
            drop(z, (size_t)n);
            if (!z->ready) {
                z->ready = true;
                return 0;
            }
            continue;
        }
        if (n > 0) {
            z->used = (size_t)n;
            return 1;
        }
        left = timeout_ms < 0 ? -1 : (int)(end - clock_boot_ms() > 0 ? end - clock_boot_ms() : 0);
        r = fill(z, left, e);
        if (r < 0)
            return -1;
        if (r == 0 && (timeout_ms >= 0 && clock_boot_ms() >= end))
            return 0;
        if (r == 0 && timeout_ms < 0)
            return 0;                   /* a signal: the caller looks at it */
    }
}
