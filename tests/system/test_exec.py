"""Exec sessions: begun and left alone, found again, waited for, ended in time; over every restart."""
import re
import time

import pytest
from harness import MINIMAL, Failed, eventually


@pytest.fixture
def box(quilt):
    quilt.run_d("--name", "box", MINIMAL, "sleep", "100000")
    return quilt


def detached(quilt, *argv, **fields):
    return quilt.ask("exec.start", container="box", argv=list(argv), detach=True, **fields)["exec_id"]


def test_detached_it_runs_on_and_is_found_again(box):
    id = detached(box, "sh", "-c", "echo begun; while [ ! -e /go ]; do sleep 0.01; done; echo done >&2; exit 4")
    listed, = box.ask("exec.list", container="box")["sessions"]
    assert (listed["exec_id"], listed["state"], listed["argv"][0], listed["uid"]) == (id, "running", "sh", 0)
    for actor in ("frontdoor", "monitor", "store"):
        box.kill_actor(actor)
    again, = box.ask("exec.list", container="box")["sessions"]
    assert again == listed, "a monitor that came later knows it as well"
    waiting = box.background("session", "wait", "box", id)
    box.cli("exec", "box", "touch", "/go")
    assert waiting.communicate(timeout=20)[0] == b"4\n"
    out = box.cli("session", "attach", "box", id, check=False)
    assert (out.returncode, out.out, out.err) == (4, "begun\n", "done\n")
    assert box.ask("exec.wait", container="box", exec_id=id)["exit"]["code"] == 4
    row = next(line for line in box.cli("session", "list", "box").out.splitlines() if id in line)
    assert re.search(rf"^{id} +ended +\S+ +4 +sh -c echo begun;", row)


def test_its_events_are_told_once(box):
    id = detached(box, "true")
    box.ask("exec.wait", container="box", exec_id=id)
    of_it = lambda: [e["type"] for e in box.events() if (e.get("attrs") or {}).get("exec_id") == id]     # noqa: E731
    eventually(lambda: len(of_it()) == 2)
    for _ in range(2):
        box.kill_actor("monitor")
        box.ask("exec.list", container="box")
    detached(box, "true")               # behind whatever a monitor that came later had to tell
    assert of_it() == ["exec_started", "exec_exited"]


def test_what_is_not_known_any_more_is_not_begun_again(box):
    with pytest.raises(Failed, match="not_found: .*not known any more"):
        box.ask("exec.start", socket=box.socket(name="data"), container="box", argv=["true"], exec_id="gone", after=5)
    assert box.ask("exec.list", container="box")["sessions"] == []


def test_long_commands_are_cut_in_the_list_only(box):
    word = "ä" * 400
    id = detached(box, "sh", "-c", "echo ${#1}", "x", word)
    box.ask("exec.wait", container="box", exec_id=id)
    listed, = box.ask("exec.list", container="box")["sessions"]
    assert listed["argv"][:4] == ["sh", "-c", "echo ${#1}", "x"] and word.startswith(listed["argv"][4]) and len(listed["argv"][4]) > 90
    assert box.cli("session", "attach", "box", id).out in ("800\n", "400\n")


def test_twice_begun_is_one(box):
    first = box.cli("exec", "-d", "--id", "mine", "box", "sh", "-c", "echo x >> /count; sleep 1000").out
    assert first == "mine\n" == box.cli("exec", "-d", "--id", "mine", "box", "sh", "-c", "echo x >> /count; sleep 1000").out
    assert eventually(lambda: box.cli("exec", "box", "cat", "/count", check=False).out) == "x\n"
    box.cli("session", "signal", "box", "mine", "KILL")
    assert box.cli("session", "wait", "box", "mine").out == "137\n"
    assert [s["state"] for s in box.ask("exec.list", container="box")["sessions"] if s["exec_id"] == "mine"] == ["ended"]


def test_what_cannot_be_started_is_told_at_once(box):
    for argv, code in ((["/nothing"], "no_command"), (["/etc"], "not_executable")):
        with pytest.raises(Failed) as failed:
            box.ask("exec.start", container="box", argv=argv, detach=True, exec_id=code)
        assert failed.value.code == code
        with pytest.raises(Failed) as failed:
            box.ask("exec.wait", container="box", exec_id=code)
        assert failed.value.code == code
    states = {s["exec_id"]: (s["state"], s["error"]) for s in box.ask("exec.list", container="box")["sessions"]}
    assert states["no_command"][0] == "failed" and "/nothing" in states["no_command"][1]
    done = box.cli("exec", "-d", "box", "/nothing", check=False)
    assert done.returncode == 127 and done.out == ""


def test_its_time_is_bounded(box):
    begin = time.monotonic()
    done = box.cli("exec", "--timeout", "300ms", "box", "sh", "-c", "echo out; sleep 1000", check=False)
    assert done.returncode == 137 and "stopped by its timeout" in done.err and done.out == "out\n" and time.monotonic() - begin < 15
    id = detached(box, "sleep", "1000", timeout_ms=1500)
    box.kill_actor("monitor")
    exit = box.ask("exec.wait", container="box", exec_id=id)["exit"]
    assert (exit["reason"], exit["signal"]) == ("timeout", 9), "kept over a restart"
    quick = detached(box, "true", timeout_ms=60000)
    assert box.ask("exec.wait", container="box", exec_id=quick)["exit"]["code"] == 0


def test_it_ends_with_its_container(box):
    id = detached(box, "sleep", "1000")
    waiting = box.background("session", "wait", "box", id)
    following = box.background("session", "attach", "box", id)
    eventually(lambda: box.ask("exec.list", container="box")["sessions"])
    box.cli("rm", "-f", "box")
    for process in (waiting, following):
        out, err = process.communicate(timeout=20)
        assert process.returncode in (0, 125, 137), (out, err)
    with pytest.raises(Failed, match="was removed|not known"):
        box.ask("exec.list", container="box")


def test_bad_input(box):
    for verb, args, text in (("exec.wait", {"exec_id": "no"}, "exec no of container"), ("exec.read", {"exec_id": "no"}, "streams belong to the data socket"),
                             ("exec.start", {"argv": [], "detach": True}, "argv: is empty"), ("exec.start", {"argv": ["true"], "detach": True, "timeout_ms": 0}, "timeout_ms"),
                             ("exec.start", {"argv": ["true"]}, "streams belong to the data socket"), ("exec.list", {"container": "nobody"}, "not known")):
        with pytest.raises(Failed, match=text):
            box.ask(verb, **{"container": "box", **args})
    for args in (("session", "list"), ("session", "attach", "box"), ("session", "wait", "box", "no"), ("session", "burn", "box"), ("session", "signal", "box", "x", "NOSIG"),
                 ("exec", "--timeout", "soon", "box", "true"), ("exec", "--id", "", "box", "true"), ("exec", "-d", "--id", "a b", "box", "true")):
        done = box.cli(*args, check=False)
        assert done.returncode == 125 and done.err.count("\n") == 1, (args, done.err)


def test_sessions_are_rows(quilt):
    """Kept for as long as the container is, also after a restart of everything; gone with it."""
    id = quilt.run_d("--name", "box", MINIMAL, "sleep", "100000")
    for n in range(3):
        quilt.cli("exec", "--id", f"s{n}", "box", "sh", "-c", f"exit {n}", check=False)
    quilt.cli("exec", "-d", "--id", "runs", "box", "sleep", "100000")
    for actor in ("store", "monitor"):
        quilt.kill_actor(actor)
    sessions = eventually(lambda: quilt.ask("exec.history", container="box")["sessions"])
    assert [(s["exec_id"], s.get("exit", {}).get("code")) for s in sessions] == [("s0", 0), ("s1", 1), ("s2", 2), ("runs", None)]
    assert [line.split()[0] for line in quilt.cli("session", "history", "box").out.splitlines()] == ["SESSION", "s0", "s1", "s2", "runs"]
    quilt.cli("remove", "-f", "box")
    assert quilt.ask("exec.history", container=id)["sessions"] == []


def test_credit_has_bounds(quilt):
    """A slow reader costs its own buffer, and not more than its user may have."""
    import itertools
    import time
    import msgpack
    quilt.run_d("--name", "box", MINIMAL, "sh", "-c", "echo x; sleep 100000")
    numbers = itertools.count(1)

    def open_stream(s, credit):
        n = next(numbers)
        s.send(msgpack.packb({"v": 1, "id": n, "verb": "container.logs", "args": {"container": "box", "follow": True, "credit_bytes": credit}}))
        return n

    def answer(s, n):
        end = time.monotonic() + 20
        while True:
            assert s.poll(20000) and time.monotonic() < end
            head = msgpack.unpackb(s.recv_multipart()[0])
            if head["id"] == n and not head.get("more"):
                return head["error"]["code"], head["error"]["message"]
    s = quilt.socket(name="data")
    assert answer(s, open_stream(s, 5 << 20)) == ("invalid", "credit_bytes: 1 to 4194304")
    assert answer(s, open_stream(s, 0))[0] == "invalid"
    n = open_stream(s, 1 << 20)
    s.send(msgpack.packb({"v": 1, "id": 0, "verb": "stream.credit", "args": {"stream": n, "bytes": 5 << 20}}))
    code, text = answer(s, n)
    assert code == "invalid" and "more than 4194304 bytes would be on their way" in text
    n = open_stream(s, 1 << 20)
    while msgpack.unpackb(s.recv_multipart()[0])["id"] != n:
        pass                            # now it is open
    s.send(msgpack.packb({"v": 1, "id": 0, "verb": "stream.credit", "args": {"stream": n, "bytes": 5 << 20}}))
    assert answer(s, n)[0] == "invalid"
    slow = quilt.socket(name="data")
    for _ in range(16):
        open_stream(slow, 4 << 20)
    code, text = answer(slow, open_stream(slow, 4 << 20))
    assert code == "exhausted" and "of container" in text
    slow.close()
    quilt.cli("remove", "-f", "box")
