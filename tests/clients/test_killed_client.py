"""A client that is killed every 100 ms, with SIGKILL, while megabytes flow each way through a session."""
import hashlib
import os
import random
import signal
import subprocess
import time

import pytest
from harness import MINIMAL, ROOT
from test_python import killer

MEGABYTES = int(os.environ.get("QUILT_STORM_MB", "40"))

PROGRAM = r"""
#include <client/c/session.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the input stands is the daemon's knowledge; what is read here is a file's length: nothing else is kept. */
static int writes(const char *id, const char *path)
{
    struct quilt_client *c = quilt_client_new(NULL);
    struct exec_write m = { .container.text = "box" };
    struct exec_write_reply stands;
    struct err e = ERR_NONE;
    struct quilt_reply reply;
    struct wire_reader r;
    struct wire_writer w;
    static char piece[1 << 18];
    int fd = open(path, O_RDONLY);
    ssize_t n;

    snprintf(m.exec_id.text, sizeof m.exec_id.text, "%s", id);
    wire_writer_init(&w);
    exec_write_write(&w, &m);
    if (quilt_ask(c, "exec.write", &w, NULL, &reply, &e) < 0)
        return e.code == ERR_STATE ? 0 : 1;
    r = wire_reader(reply.result);
    exec_write_reply_read(&r, &stands, NULL);
    if (stands.ended)
        return 0;
    while ((n = pread(fd, piece, sizeof piece, (off_t)stands.offset)) >= 0)
        if (quilt_input(c, "box", id, &stands.offset, piece, (size_t)n, n < (ssize_t)sizeof piece, &e) < 0)
            return e.code == ERR_STATE ? 0 : 1;
        else if (n < (ssize_t)sizeof piece)
            return 0;
    return 1;
}

int main(int argc, char **argv)
{
    int fd = open(argv[3], O_WRONLY | O_CREAT | O_APPEND, 0600), n;
    struct container_exit x;
    struct err e = ERR_NONE;
    struct quilt_part part;
    struct quilt_output *o;

    if (argc != 4)
        return 2;
    if (fork() == 0)
        _exit(writes(argv[1], argv[2]));
    o = quilt_output_open(NULL, "box", argv[1], (uint64_t)lseek(fd, 0, SEEK_END), &e);
    while (o && (n = quilt_output_next(o, -1, &part, &x, &e)) != QUILT_FAILED) {
        if (n == QUILT_END)
            return (int)x.code;
        if (n == QUILT_ITEM && write(fd, part.data.data, part.data.len) < 0)
            return 3;
    }
    fprintf(stderr, "%s\n", e.text);
    return 4;
}
"""


@pytest.fixture(scope="session")
def program(tmp_path_factory):
    where = tmp_path_factory.mktemp("killed")
    subprocess.run(["cmake", "--install", str(ROOT / "build/release"), "--prefix", str(where / "usr")], check=True, capture_output=True, timeout=60)
    (where / "program.c").write_text(PROGRAM)
    flags = subprocess.run(["pkg-config", "--static", "--cflags", "--libs", "--define-prefix", "quilt"], env={**os.environ, "PKG_CONFIG_PATH": str(where / "usr/lib/pkgconfig")},
                           check=True, capture_output=True, text=True).stdout.split()
    subprocess.run(["gcc", "-std=gnu17", "-D_GNU_SOURCE", "-O2", "-o", str(where / "program"), str(where / "program.c"), *flags], check=True, timeout=60)
    return where / "program"


@pytest.mark.parametrize("actors", [(), ("frontdoor", "monitor", "store")], ids=["clients", "clients-and-actors"])
def test_every_byte_arrives(quilt, program, tmp_path, actors):
    quilt.run_d("--name", "box", MINIMAL, "sleep", "100000")
    source, sink = tmp_path / "source", tmp_path / "sink"
    source.write_bytes(random.Random(3).randbytes(MEGABYTES << 20))
    quilt.ask("exec.start", container="box", exec_id="s", argv=["cat"], stdin=True, detach=True)
    stop = killer(quilt, actors) if actors else lambda: None
    lives, status, end = 0, None, time.monotonic() + 300
    try:
        while status is None:
            assert time.monotonic() < end
            process = subprocess.Popen([str(program), "s", str(source), str(sink)], env={**os.environ, "QUILT_RUN_DIR": str(quilt.run)}, start_new_session=True)
            lives += 1
            try:
                status = process.wait(0.1)
            except subprocess.TimeoutExpired:
                pass
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
            process.wait()
            if status not in (None, 0):
                status = None           # the daemon was away for longer than it was patient
    finally:
        stop()
    quilt.ready()
    digests = [hashlib.sha256(p.read_bytes()).hexdigest() for p in (source, sink)]
    print(f"{MEGABYTES} MB each way, {lives} lives of the client: {digests[0]} {digests[1]}")
    assert digests[0] == digests[1]
