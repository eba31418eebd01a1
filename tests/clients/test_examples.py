"""docs/examples: a ZeroMQ binding and msgpack, at most 30 lines, in five languages."""
import os
import shutil
import subprocess

import pytest
from harness import MINIMAL, ROOT

EXAMPLES = ROOT / "docs/examples"
NODE = shutil.which("node") or shutil.which("nodejs")


@pytest.fixture(scope="session")
def packages(tmp_path_factory):
    """zeromq and @msgpack/msgpack, by name."""
    where = ROOT / "build/npm"
    if not (where / "node_modules/zeromq").exists():
        where.mkdir(parents=True, exist_ok=True)
        (where / "package.json").write_text('{"private": true}')
        subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "zeromq@6", "@msgpack/msgpack@3"], cwd=where, check=True, timeout=300, capture_output=True)
    return where


def command(suffix, tmp_path, request):
    if suffix == "c":
        binary = tmp_path / "example"
        subprocess.run(["gcc", "-O2", "-Wall", "-Werror", str(EXAMPLES / "example.c"), "-o", str(binary), "-lzmq", "-lmsgpackc"], check=True, timeout=60)
        return [str(binary)]
    if suffix == "js":
        shutil.copy(EXAMPLES / "example.js", request.getfixturevalue("packages"))
        return [NODE, str(request.getfixturevalue("packages") / "example.js")]
    return [{"py": "/usr/bin/python3", "pl": "/usr/bin/perl", "rb": "/usr/bin/ruby"}[suffix], str(EXAMPLES / f"example.{suffix}")]


@pytest.mark.parametrize("suffix", ["py", "js", "c", "pl", "rb"])
def test_it_runs_a_container(quilt, tmp_path, request, suffix):
    assert len((EXAMPLES / f"example.{suffix}").read_text().splitlines()) <= 30
    done = subprocess.run([*command(suffix, tmp_path, request), str(quilt.run), MINIMAL], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "hello from a script\n"), done.stderr


# ---------------------------------------------------------------- libquilt, as it is installed

PROGRAM = r"""
#include <client/c/session.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void check(int ok, struct err *e) { if (!ok) { fprintf(stderr, "%s\n", e->text); exit(1); } }

int main(int argc, char **argv)
{
    struct quilt_client *c = quilt_client_new(NULL);
    struct err e = ERR_NONE;
    struct quilt_reply reply;
    struct wire_writer w;
    struct container_exit x;
    struct quilt_part part;
    struct event ev;
    uint64_t offset = 0, sum = 0, seq = 0;
    static char block[100000];
    int n;

    wire_writer_init(&w);               /* run: many, each once */
    for (int i = 0; i < 10; i++) {
        char name[20];

        snprintf(name, sizeof name, "c%d", i);
        wire_writer_reset(&w);
        wire_put_map(&w, 3), wire_put_str(&w, "image"), wire_put_str(&w, argv[1]), wire_put_str(&w, "name"), wire_put_str(&w, name), wire_put_str(&w, "argv");
        wire_put_array(&w, 2), wire_put_str(&w, "sleep"), wire_put_str(&w, "100000");
        check(quilt_ask(c, "container.run", &w, NULL, &reply, &e) == 0, &e);
    }
    struct exec_start x0 = { .has_exec_id = true, .exec_id.text = "mine", .container.text = "c0", .detach = true, .stdin_ = true, .tty_rows = 24, .tty_columns = 80 };
    struct wire_writer list;

    wire_writer_init(&list);
    wire_put_str(&list, "cat");
    x0.argv = wire_list_of(&list, 1);
    wire_writer_reset(&w);
    exec_start_write(&w, &x0);
    check(quilt_ask(c, "exec.start", &w, NULL, &reply, &e) == 0, &e);
    struct quilt_output *o = quilt_output_open(NULL, "c0", "mine", 0, &e);
    check(o != NULL, &e);
    for (int i = 0; i < 50; i++) {
        memset(block, i, sizeof block);
        check(quilt_input(c, "c0", "mine", &offset, block, sizeof block, i == 49, &e) == 0, &e);
    }
    while ((n = quilt_output_next(o, -1, &part, &x, &e)) == QUILT_ITEM || n == QUILT_NOTHING)
        for (size_t i = 0; n == QUILT_ITEM && i < part.data.len; i++)
            sum += part.data.data[i] * (uint64_t)((part.offset + i) / sizeof block + 1);
    check(n == QUILT_END, &e);
    for (uint64_t i = 0; i < 50; i++)
        sum -= i * (i + 1) * sizeof block;
    printf("status %llu, difference %llu, dropped %llu\n", (unsigned long long)x.code, (unsigned long long)sum, (unsigned long long)quilt_output_dropped(o));
    quilt_output_close(o);
    struct quilt_events *events = quilt_events_open(NULL, 0, &e);
    check(events != NULL && quilt_events_fd(events) >= 0, &e);
    while ((n = quilt_events_next(events, -1, &ev, &e)) != QUILT_FAILED) {
        if (n == QUILT_ITEM && ev.seq != ++seq)
            return 2;
        if (n == QUILT_ITEM && !strcmp(ev.type.text, "exec_exited"))
            break;
    }
    check(n == QUILT_ITEM, &e);
    check(quilt_events_next(events, 0, &ev, &e) != QUILT_FAILED, &e);
    quilt_events_close(events);
    wire_writer_reset(&w);
    wire_put_map(&w, 1), wire_put_str(&w, "container"), wire_put_str(&w, "nobody");
    check(quilt_ask(c, "container.status", &w, NULL, &reply, &e) < 0 && e.code == ERR_NOT_FOUND, &e);
    wire_writer_done(&w), wire_writer_done(&list);
    quilt_client_free(c);
    return argc > 2;
}
"""


def test_libquilt_installed(quilt, tmp_path):
    from test_python import killer
    subprocess.run(["cmake", "--install", str(ROOT / "build/release"), "--prefix", str(tmp_path / "usr")], check=True, capture_output=True, timeout=60)
    (tmp_path / "program.c").write_text(PROGRAM)
    env = {**os.environ, "PKG_CONFIG_PATH": str(tmp_path / "usr/lib/pkgconfig"), "QUILT_RUN_DIR": str(quilt.run)}
    flags = subprocess.run(["pkg-config", "--static", "--cflags", "--libs", "--define-prefix", "quilt"], env=env, check=True, capture_output=True, text=True).stdout.split()
    subprocess.run(["gcc", "-std=gnu17", "-D_GNU_SOURCE", "-Wall", "-o", str(tmp_path / "program"), str(tmp_path / "program.c"), *flags], check=True, timeout=60)
    stop = killer(quilt)
    try:
        done = subprocess.run([str(tmp_path / "program"), MINIMAL], env=env, capture_output=True, text=True, timeout=60)
    finally:
        stop()
    quilt.ready()
    assert (done.returncode, done.stdout) == (0, "status 0, difference 0, dropped 0\n"), done.stderr
