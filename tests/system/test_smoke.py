"""The first five minutes of a user."""
import json
import subprocess
import sys
import textwrap

from harness import MINIMAL, ROOT, eventually


def test_readme_walk(quilt):
    id = quilt.cli("create", "--image-path", MINIMAL, "--memory-limit", "512", "--cpu-limit", "50.0", "--enable-all-namespaces", "--",
                   "/bin/sh", "-c", "echo 'Hello World'").out.strip()
    assert len(id) == 12
    assert quilt.status(id)["state"] == "created"
    assert quilt.cli("start", id).out.strip() == id
    assert quilt.cli("wait", id).out == "0\n"
    assert quilt.cli("logs", id).out == "Hello World\n"
    assert "exited (0)" in quilt.cli("status", id).out
    quilt.cli("stop", id)
    quilt.cli("remove", id)
    assert quilt.cli("list", "-aq").out == ""
    assert quilt.cli("wait", id).out == "0\n", "the tombstone knows"


def test_run_passes_output_and_exit_code(quilt):
    done = quilt.cli("run", "--rm", MINIMAL, "sh", "-c", "echo out; echo err >&2; exit 42", check=False)
    assert (done.returncode, done.out, done.err) == (42, "out\n", "err\n")


def test_argv_is_exact(quilt):
    words = ["two words", "it's", '"q"', "line\nfeed", "$HOME", "*", "", "\\", "tab\there", "ünïcode"]
    done = quilt.cli("run", "--rm", MINIMAL, "sh", "-c", 'for a; do printf "%s\\0" "$a"; done', "-", *words)
    assert done.out.split("\0")[:-1] == words


def test_missing_and_unexecutable_commands(quilt):
    assert quilt.cli("run", "--rm", MINIMAL, "no-such-command", check=False).returncode == 127
    done = quilt.cli("run", "--rm", MINIMAL, "/etc/passwd", check=False)
    assert done.returncode == 126 and "/etc/passwd" in done.err


def test_exec(quilt):
    quilt.run_d("--name", "c", "-e", "A=1", MINIMAL, "sleep", "1000")
    done = quilt.cli("exec", "-e", "B=2", "-w", "/tmp", "c", "sh", "-c", "echo $A $B $PWD; echo bad >&2; exit 7", check=False)
    assert (done.returncode, done.out, done.err) == (7, "1 2 /tmp\n", "bad\n")
    assert quilt.cli("exec", "c", "nope", check=False).returncode == 127
    assert quilt.cli("exec", "-u", "nobody", "c", "id", "-u").out == "65534\n"


def test_output_formats(quilt):
    id = quilt.run_d("--name", "n", "-l", "a=b", MINIMAL, "sleep", "1000")
    assert quilt.cli("list", "-q").out.strip() == id
    assert json.loads(quilt.cli("list", "--format", "json").out)["name"] == "n"
    assert quilt.cli("list", "--format", "{id} {labels.a} {{.state}}").out == f"{id} b running\n"
    assert quilt.cli("list", "--filter", "label=a=c", "-q").out == ""
    assert quilt.cli("status", id[:5], "--format", "{name}").out == "n\n"
    assert json.loads(quilt.cli("inspect", "n").out)["spec"]["labels"] == {"a": "b"}


def test_a_script_without_a_client_library(quilt):
    """The docs' script: under 15 lines, pyzmq and msgpack only."""
    script = (ROOT / "docs/examples/example.py").read_text()
    assert len(script.strip().splitlines()) < 15
    done = subprocess.run([sys.executable, "-c", script, str(quilt.run), MINIMAL], capture_output=True, text=True, timeout=60)
    assert done.stdout == "hello from a script\n" and done.returncode == 0, done.stderr


def test_generated_python_messages(quilt):
    code = textwrap.dedent("""
        import sys; sys.path.insert(0, sys.argv[1])
        from quilt import messages as m
        assert m.request(1, "container.status", {"container": "x"})["args"] == {"container": "x"}
        for bad in (("nope", {}), ("container.status", {}), ("container.status", {"container": ""}), ("container.status", {"container": 3}),
                    ("container.run", {"image": "/x", "argv": ["a"], "limits": {"memory_bytes": 1}}), ("container.status", {"container": "x", "y": 1})):
            try: m.request(1, *bad)
            except m.MessageError: continue
            raise SystemExit(f"accepted {bad}")
    """)
    subprocess.run([sys.executable, "-c", code, str(ROOT / "client/python")], check=True, timeout=30)


def test_foreground_forwards_signals(quilt):
    run = quilt.background("run", "--name", "s", MINIMAL, "sh", "-c", "trap 'echo got; exit 9' INT; echo up; while :; do sleep 0.1; done")
    assert run.stdout.readline() == b"up\n"
    run.send_signal(2)
    assert run.wait(20) == 9 and run.stdout.read() == b"got\n"


def test_no_daemon_is_one_clear_error(quilt, tmp_path):
    done = quilt.cli("list", env={"QUILT_RUN_DIR": str(tmp_path)}, check=False)
    assert done.returncode == 125 and str(tmp_path) in done.err and len(done.err.strip().splitlines()) == 1


def test_processes_are_named(quilt):
    import harness
    quilt.run_d(MINIMAL, "sleep", "1000")
    eventually(lambda: harness.processes("quilt-keeper", quilt.run))
    for name in ("quilt-store", "quilt-imaged", "quilt-monitor", "quilt-frontdoor", "quiltd"):
        assert harness.processes(name, quilt.run), name


def test_wait_and_run_agree_on_a_command_that_is_missing(quilt):
    quilt.cli("run", "--name", "m", MINIMAL, "nope", check=False)
    assert quilt.cli("wait", "m").out == "127\n"


def test_a_closed_output_ends_the_container(quilt):
    run = quilt.background("run", "--name", "y", MINIMAL, "yes")
    assert run.stdout.readline() == b"y\n"
    run.stdout.close()
    assert run.wait(20) == 141 and quilt.wait_state("y", "exited")["exit"]["signal"] == 13


def test_a_run_directory_that_cannot_be_reached_is_refused(tmp_path):
    import harness
    tmp_path.chmod(0o700)
    done = subprocess.run([str(harness.TREE / "sbin/quiltd"), "--run-dir", str(tmp_path / "run"), "--state-dir", str(tmp_path / "state")],
                          capture_output=True, text=True, timeout=20)
    assert done.returncode == 1 and "0711" in done.stderr


def test_memory_limit_is_mebibytes(quilt):
    id = quilt.cli("create", "--memory-limit", "512.5", MINIMAL, "true").out.strip()
    assert quilt.ask("container.inspect", container=id)["spec"]["limits"]["memory_bytes"] == 512 * 1048576 + 524288
