"""Why a container is as it is: who asked, which signal, which limit; and everything that happened to it."""
import json
import os
import re
import time

import pytest
from harness import IMAGES, MINIMAL, Failed, eventually, processes

PYTHON = str(IMAGES / "python.tar.gz")
TRAP = "trap '' TERM; while :; do sleep 1; done"


def summary(quilt, ref):
    return quilt.ask("container.why", container=ref)["summary"]


def test_every_way_to_end_is_told(quilt):
    run = lambda name, *args: quilt.cli("run", "--name", name, *args, check=False)      # noqa: E731
    run("oom", "-m", "32m", PYTHON, "python3", "-c", "x = bytearray(200 << 20)")
    assert re.match(r"Out of memory: the kernel killed 1 of its processes at its limit of 32\.0 MiB \(its peak was 3[12]\.\d MiB\); SIGKILL ended its command\.$", summary(quilt, "oom"))
    run("code", MINIMAL, "sh", "-c", "exit 3")
    assert summary(quilt, "code") == "By itself: its command ended with status 3."
    run("shell", MINIMAL, "sh", "-c", "exit 143")
    assert summary(quilt, "shell") == "By itself: its command ended with status 143, as a shell says when SIGTERM ended what it ran."
    run("nothing", MINIMAL, "/nothing")
    assert summary(quilt, "nothing") == "It could not be started: command /nothing: not found in the container."
    run("fault", MINIMAL, "sh", "-c", "kill -SEGV $$")
    assert "SIGSEGV ended its command, which nobody sent by way of Quilt: a fault of its own, as it seems." in summary(quilt, "fault")
    run("late", "--timeout", "100ms", "--stop-timeout", "100ms", MINIMAL, "sh", "-c", TRAP)
    assert summary(quilt, "late") == "Its timeout of 0.1 s was over; SIGKILL ended its command, because it did not end within 0.1 s."


def test_who_asked_is_told(quilt):
    for name in ("stopped", "stubborn", "killed", "hup", "removed"):
        quilt.run_d("--name", name, MINIMAL, *(("sh", "-c", TRAP) if name == "stubborn" else ("sleep", "1000")))
    assert summary(quilt, "stopped") == "It runs."
    quilt.cli("pause", "stopped")
    assert summary(quilt, "stopped") == "It is frozen: uid 0 asked for it by container.pause."
    quilt.cli("resume", "stopped")
    quilt.cli("stop", "stopped")
    assert summary(quilt, "stopped") == "Stopped: uid 0 asked for it by container.stop; SIGTERM ended its command."
    eventually(lambda: quilt.status("stubborn")["pid"])
    quilt.cli("stop", "-t", "100ms", "stubborn")
    assert summary(quilt, "stubborn") == "Stopped: uid 0 asked for it by container.stop; SIGKILL ended its command, because it did not end in the time that it was given."
    quilt.cli("kill", "killed")
    assert summary(quilt, "killed") == "Killed: uid 0 asked for it by container.kill; SIGKILL ended its command."
    quilt.cli("kill", "--signal", "HUP", "hup")
    quilt.cli("wait", "hup", check=False)
    why = quilt.ask("container.why", container="hup")
    assert why["summary"] == "SIGHUP ended its command: uid 0 sent it by container.kill."
    assert [e["type"] for e in why["events"]] == ["starting", "started", "signalled", "exited"] and why["exit"]["signal"] == 1
    id = quilt.status("removed")["id"]
    quilt.cli("rm", "-f", "removed")
    assert summary(quilt, id) == "Killed: uid 0 asked for it by container.remove; SIGKILL ended its command. It has been removed."
    assert quilt.ask("container.why", container=id)["asked_by"] == {"verb": "container.remove", "uid": 0}
    hup = quilt.status("hup")["id"]
    quilt.cli("rm", "hup")
    assert summary(quilt, hup).endswith("sent it by container.kill. Then uid 0 removed it.")
    gone = quilt.run_d("--rm", MINIMAL, "true")
    quilt.cli("wait", gone)
    eventually(lambda: quilt.ask("container.why", container=gone)["state"] == "removed")
    assert summary(quilt, gone) == "By itself: its command ended with status 0. It has been removed, as it was made to be at its end."


def test_restarts_and_what_nobody_knows(quilt):
    quilt.run_d("--name", "again", "--restart", "on-failure:1", MINIMAL, "sh", "-c", "exit 7")
    eventually(lambda: quilt.status("again")["restarts"] == 1 and quilt.status("again")["state"] == "exited")
    assert summary(quilt, "again") == "By itself: its command ended with status 7. Its restart policy is on-failure; it was started again 1 times."
    quilt.run_d("--name", "hit", "--restart", "always", MINIMAL, "sleep", "1000")
    quilt.cli("kill", "--signal", "HUP", "hit")
    quilt.cli("kill", "--signal", "CONT", "hit", check=False)
    eventually(lambda: quilt.status("hit")["restarts"] and quilt.status("hit")["state"] == "running")
    assert summary(quilt, "hit") == "It runs. Before: SIGHUP ended its command: uid 0 sent it by container.kill."
    quilt.cli("create", "--name", "new", MINIMAL, "true")
    assert summary(quilt, "new") == "It has not been started."
    lost = quilt.run_d("--name", "lost", MINIMAL, "sleep", "1000")
    init = quilt.status("lost")["pid"]
    quilt.stop()
    for pid in (*processes("quilt-keeper", quilt.run), init):
        os.kill(pid, 9)
    quilt.start()
    eventually(lambda: quilt.status(lost)["state"] == "exited")
    assert summary(quilt, lost).startswith("Nobody knows: its keeper and its process 1 were both killed")


def test_the_command_line_shows_it(quilt):
    quilt.cli("run", "--name", "web", MINIMAL, "sh", "-c", "for i in $(seq 20); do echo line $i; done; printf '\\033[31mred\\n' >&2; exit 5", check=False)
    out = quilt.cli("why", "web").out
    assert "exited\nBy itself: its command ended with status 5.\n" in out
    assert re.search(r"exited +uid 0, container\.run +reason=exited code=5", out)
    assert "line 20" in out and "line 5\n" not in out
    assert json.loads(quilt.cli("why", "web", "--format", "json").out)["exit"]["code"] == 5
    assert quilt.cli("why", "web", "--format", "{state} {summary}").out == "exited By itself: its command ended with status 5.\n"
    quilt.cli("start", "web")
    quilt.cli("wait", "web", check=False)
    history = quilt.cli("history", "web").out
    assert [line.split()[-1] for line in history.splitlines()[:1]] == ["DETAILS"]
    assert len(re.findall(r" (created|starting|started|exited) ", history)) == 7
    hostile = quilt.cli("run", "--name", "x", MINIMAL, "/\x1b[31mnothing", check=False)
    assert hostile.returncode == 127 and "\x1b" not in quilt.cli("why", "x").out + quilt.cli("history", "x").out
    for bad in (("why", "nobody"), ("history", "nobody"), ("why", "x" * 200)):
        done = quilt.cli(*bad, check=False)
        assert done.returncode == 125 and done.err.count("\n") == 1, done.err


def test_how_it_was_then(quilt):
    a = quilt.run_d("--name", "a", MINIMAL, "sleep", "1000")
    b = quilt.run_d("--name", "b", MINIMAL, "sleep", "1000")
    quilt.cli("pause", "b")
    quilt.cli("rename", "a", "first")
    then = quilt.events()[-1]["time_ns"]
    quilt.cli("rename", "first", "later")
    quilt.cli("rm", "-f", "b")
    quilt.cli("run", "--name", "c", MINIMAL, "true")
    stamp = lambda ns: time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(ns // 10**9)) + f".{ns % 10**9:09}Z"      # noqa: E731
    rows = lambda *args: [line.split()[:3] for line in quilt.cli("ps", *args).out.splitlines()[1:]]     # noqa: E731
    assert rows("--at", "0s") == [[a, "later", "running"]]
    assert rows("--all", "--at", "0s")[1][1:] == ["c", "exited"]
    assert rows("--at", stamp(then)) == [[a, "first", "running"], [b, "b", "paused"]], "to the nanosecond, as events print it"
    assert rows("--at", stamp(then - 1)) == [[a, "a", "running"], [b, "b", "paused"]]
    assert rows("-a", "--at", "10m") == [] and rows("-a", "--at", "2020-01-01T00:00:00Z") == []
    assert quilt.cli("ps", "-q", "--at", stamp(then)).out.split() == [a, b]
    for bad in (("--at", "yesterday"), ("--at", "1h", "--format", "json"), ("--at", "1h", "--filter", "name=a")):
        assert quilt.cli("ps", *bad, check=False).returncode == 125


def test_lines_that_match(quilt):
    quilt.cli("run", "--name", "a", MINIMAL, "sh", "-c", "printf 'one\\ntw'; sleep 0.1; printf 'o\\nthree\\nlast one'; printf 'err one\\nerr two\\n' >&2; head -c 70000 /dev/zero | tr '\\0' x")
    logs = lambda *args: quilt.cli("logs", *args, "a")      # noqa: E731
    assert logs("--grep", "^one$").out == "one\n"
    assert logs("--grep", "two").out == "two\n" and logs("--grep", "two").err == "err two\n", "put together from its pieces"
    assert logs("--grep", "^(one|three)$", "--stream", "stdout").out == "one\nthree\n"
    assert logs("--grep", "^last onex+").out.startswith("last onexxx"), "without an end of line, and longer than what is judged at once"
    stamped = logs("-t", "--grep", "three").out
    assert re.match(r"^\S+Z three\n$", stamped)
    assert logs("--grep", "nothing like it").out == ""
    assert quilt.cli("logs", "--grep", "(", "a", check=False).err.startswith("quilt: --grep (: ")
    quilt.run_d("--name", "b", MINIMAL, "sh", "-c", "i=0; while :; do i=$((i + 1)); echo line $i; sleep 0.01; done")
    following = quilt.background("logs", "-f", "--grep", "0$", "b")
    assert [following.stdout.readline() for _ in range(3)] == [b"line 10\n", b"line 20\n", b"line 30\n"]
    following.kill()
    following.communicate()


def test_events_are_filtered(quilt):
    quilt.cli("run", "--name", "a", MINIMAL, "true")
    b = quilt.cli("run", "--name", "b", "-d", MINIMAL, "sleep", "100").out.strip()
    quilt.cli("stop", "-t", "0s", "b")
    types = lambda *filters: quilt.cli("events", "--format", "{type}", *(x for f in filters for x in ("--filter", f))).out.split()      # noqa: E731
    assert types("type=started", "type=exited") == ["started", "exited", "started", "exited"]
    assert types("type=started", "type=exited", f"id={b}") == ["started", "exited"]
    assert types("verb=container.stop") == ["stopping", "exited"] and types("uid=77") == []
    for bad in ("type", "kind=x", "=x", "types=x"):
        assert f"--filter {bad}: not type=" in quilt.cli("events", "--filter", bad, check=False).err
    with pytest.raises(Failed, match="not_found"):
        quilt.ask("container.why", container="nobody")
