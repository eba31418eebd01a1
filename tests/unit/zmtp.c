#include "tests/unit/unit.h"

#include "base/fd.h"
#include "client/c/zmtp.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

/* A server that says `bytes` behind its greeting and READY, then closes. */
static pid_t serve(const char *path, const uint8_t *bytes, size_t len)
{
    struct sockaddr_un a = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    pid_t pid;

    unlink(path);
    strcpy(a.sun_path, path);
    assert_int_equal(bind(fd, (struct sockaddr *)&a, sizeof a), 0);
    assert_int_equal(listen(fd, 1), 0);
    pid = fork();
    if (pid == 0) {
        uint8_t greeting[64] = { 0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 1, 'N', 'U', 'L', 'L' };
        int c = accept(fd, NULL, NULL);

        uint8_t hello[94];             /* all of the client's: a socket closed over unread bytes is reset */

        if (recv(c, hello, sizeof hello, MSG_WAITALL) != (ssize_t)sizeof hello)
            _exit(1);
        fd_write_all(c, greeting, 64);
        fd_write_all(c, "\x04\x06\x05READY", 8);
        for (size_t i = 0; i < len; i++)        /* byte by byte: frames may come in any pieces */
            fd_write_all(c, bytes + i, 1);
        _exit(0);
    }
    close(fd);
    return pid;
}

static int receive(const char *bytes, size_t len, struct wire_span *body, struct wire_span *blob, struct zmtp **out)
{
    struct err e = ERR_NONE;
    char path[] = "/tmp/quilt-unit-zmtp.XXXXXX";
    pid_t pid;
    int r;

    close(mkstemp(path));
    pid = serve(path, (const uint8_t *)bytes, len);
    *out = zmtp_connect(path, &e);
    assert_non_null(*out);
    r = zmtp_receive(*out, 3000, body, blob, &e);
    waitpid(pid, NULL, 0);
    unlink(path);
    return r;
}

static void frames_are_put_together(void **state)
{
    struct wire_span body, blob;
    struct zmtp *z;

    (void)state;
    assert_int_equal(receive("\x01\x02" "ab\x00\x03" "xyz", 9, &body, &blob, &z), 1);
    assert_memory_equal(body.data, "ab", 2);
    assert_memory_equal(blob.data, "xyz", 3);
    zmtp_close(z);
    assert_int_equal(receive("\x04\x03" "abc\x02\0\0\0\0\0\0\0\x01q", 15, &body, &blob, &z), 1);
    assert_int_equal(body.len, 1);
    zmtp_close(z);
}

static void what_is_no_frame_ends_the_connection(void **state)
{
    struct wire_span body, blob;
    struct zmtp *z;

    (void)state;
    assert_int_equal(receive("\x02\xff\xff\xff\xff\xff\xff\xff\xff", 9, &body, &blob, &z), -1);
    zmtp_close(z);
    assert_int_equal(receive("\x00\x05" "ab", 4, &body, &blob, &z), -1);
    zmtp_close(z);
}

static void nobody_there_is_said_so(void **state)
{
    struct err e = ERR_NONE;

    (void)state;
    assert_null(zmtp_connect("/tmp/quilt-unit-nobody.sock", &e));
    assert_int_equal(e.code, ERR_UNAVAILABLE);
    assert_non_null(strstr(e.text, "/tmp/quilt-unit-nobody.sock"));
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(frames_are_put_together), cmocka_unit_test(what_is_no_frame_ends_the_connection),
                                        cmocka_unit_test(nobody_there_is_said_so) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
