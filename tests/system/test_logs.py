"""What is kept of output: bounds, positions, followers over rotation, and what is said of what is gone."""
import itertools
import os
import re
import signal
import subprocess
import tempfile
import threading
import time

import msgpack
import pytest
import zmq
from harness import DEADLINE, MINIMAL, TREE, Failed, eventually

SECONDS = int(os.environ.get("QUILT_YES_SECONDS", "3"))


class Follower(threading.Thread):
    """Follows a container's output on the data socket, from wherever it was; checks each byte against a pattern."""

    def __init__(self, quilt, container, pattern, credit):
        super().__init__()
        self.quilt, self.container, self.pattern, self.credit = quilt, container, pattern, credit
        self.received = self.dropped = self.position = 0
        self.wrong, self.exit, self.numbers = None, None, itertools.count(1)
        self.start()

    def run(self):
        socket, number = None, 0
        while self.exit is None and not self.wrong:
            if socket is None:
                socket = self.quilt.socket(name="data")
                number = next(self.numbers)
                socket.send(msgpack.packb({"v": 1, "id": number, "verb": "container.logs", "args": {
                    "container": self.container, "follow": True, "offset": self.position, "credit_bytes": self.credit}}))
            assert socket.poll(DEADLINE * 1000), "a follower heard nothing"
            frames = socket.recv_multipart()
            head = msgpack.unpackb(frames[0])
            if head["id"] != number:
                continue
            if not head["ok"]:
                if head["error"]["code"] == "truncated":
                    oldest = head["error"]["detail"]["oldest"]
                    self.dropped, self.position = self.dropped + oldest - self.position, oldest
                elif not head["error"]["retryable"]:
                    self.wrong = head["error"]
                socket.close()
                socket = None
                continue
            if not head.get("more"):
                self.exit = head["result"].get("exit") or {}
            elif frames[1]:
                self.take(head["result"]["offset"], frames[1])
                socket.send(msgpack.packb({"v": 1, "id": 0, "verb": "stream.credit", "args": {"stream": number, "bytes": max(len(frames[1]), 256)}}))
        socket.close()

    def take(self, offset, data):
        if offset < self.position:
            self.wrong = f"offset {offset} after {self.position}"
        self.dropped += offset - self.position
        self.received += len(data)
        self.position = offset + len(data)
        n = len(self.pattern)
        if data != (self.pattern * (len(data) // n + 2))[offset % n:offset % n + len(data)]:
            self.wrong = f"other bytes at {offset}: {data[:40]!r}… {data[-40:]!r}, {len(data)}"


def test_every_byte_is_accounted_for(quilt, tmp_path):
    """yes, as fast as it can, a log of 1 MB, three followers, the store killed twice."""
    tmp_path.chmod(0o777)
    quilt.run_d("--name", "c", "--log-max-size", "1m", "-v", f"{tmp_path}:/count", MINIMAL, "sh", "-c", f"exec 3>&1; timeout -s PIPE {SECONDS} yes | tee /dev/fd/3 | wc -c > /count/n")
    followers = [Follower(quilt, "c", b"y\n", credit) for credit in (1 << 20, 1 << 20, 1000)]
    with tempfile.TemporaryFile() as errors:
        cli = subprocess.Popen([str(TREE / "bin/quilt"), "logs", "-f", "c"], stdout=subprocess.PIPE, stderr=errors, env={**os.environ, "QUILT_RUN_DIR": str(quilt.run)})
        seen = [0]

        def count():
            while chunk := cli.stdout.read(1 << 20):
                assert not chunk.strip(b"y\n")
                seen[0] += len(chunk)
        counter = threading.Thread(target=count)
        counter.start()
        for _ in range(2):
            eventually(lambda n=followers[0].received: followers[0].received > n + 1000000)
            quilt.kill_actor("store")
        for f in followers:
            f.join(SECONDS + DEADLINE)
            assert not f.is_alive() and not f.wrong, f.wrong
        counter.join(DEADLINE)
        cli.wait(DEADLINE)
        errors.seek(0)
        said = errors.read().decode()
    total = int((tmp_path / "n").read_text())
    print(f"yes wrote {total} bytes")
    for f in followers:
        print(f"a follower read {f.received} and was told of {f.dropped} dropped: {f.received + f.dropped}")
        assert f.received + f.dropped == total
        assert f.exit["output_complete"] and f.exit["log_dropped_bytes"] <= total
    dropped = int(re.match(r"quilt: (\d+) bytes of output were dropped", said)[1]) if said else 0
    print(f"quilt logs -f read {seen[0]} and said that {dropped} were dropped")
    assert 0 < seen[0] and seen[0] + dropped == total


def test_offsets(quilt):
    quilt.run_d("--name", "c", "--log-max-size", "256k", MINIMAL, "sh", "-c", "seq 1 100000; echo end >&2")
    quilt.cli("wait", "c")
    whole = "".join(f"{n}\n" for n in range(1, 100001)) + "end\n"

    def read(**args):
        got, first = b"", None
        socket = quilt.socket(name="data")
        socket.send(msgpack.packb({"v": 1, "id": 5, "verb": "container.logs", "args": {"container": "c", **args}}))
        while True:
            assert socket.poll(DEADLINE * 1000)
            frames = socket.recv_multipart()
            head = msgpack.unpackb(frames[0])
            if not head["ok"]:
                raise Failed(head["error"])
            if not head.get("more"):
                return first, got.decode(), head["result"]
            first = head["result"]["offset"] if first is None else first
            got += frames[1]
    for offset in (len(whole), len(whole) - 1, len(whole) - 4, len(whole) - 5, len(whole) - 70000, len(whole) - 100001):
        first, got, _ = read(offset=offset)
        assert got == whole[offset:] and first in (offset, None)
    with pytest.raises(Failed) as refused:
        read(offset=3)
    oldest = refused.value.detail["oldest"]
    assert refused.value.code == "truncated" and oldest > len(whole) - (256 << 10)
    first, got, reply = read()
    assert (first, got, reply["dropped_bytes"]) == (oldest, whole[oldest:], oldest)
    assert quilt.ask("container.status", container="c")["status"]["exit"]["log_dropped_bytes"] == oldest
    assert read(offset=len(whole) + 1000)[1] == ""


def test_since_reads_from_there(quilt):
    quilt.run_d("--name", "c", "--log-max-size", "1m", MINIMAL, "sh", "-c", "seq 1 50000; while ! [ -e /go ]; do sleep 0.02; done; seq 60000 60010; sleep 1000")
    eventually(lambda: quilt.cli("logs", "--tail", "1", "c").out == "50000\n")
    between = time.time_ns()
    quilt.cli("exec", "c", "touch", "/go")
    eventually(lambda: quilt.cli("logs", "--tail", "1", "c").out == "60010\n")
    after = quilt.ask("container.logs", container="c", socket=quilt.socket(name="data"), since_ns=between)
    assert after["dropped_bytes"] == 0
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(between // 10**9)) + f".{between % 10**9:09d}Z"
    assert quilt.cli("logs", "--since", stamp, "c").out == "".join(f"{n}\n" for n in range(60000, 60011))
    assert quilt.cli("logs", "--until", stamp, "c").out.endswith("50000\n")


def test_files_at_most(quilt):
    id = quilt.run_d("--name", "c", "--log-max-files", "3", "--log-segment-size", "8k", MINIMAL, "sh", "-c", "seq 1 20000")
    quilt.cli("wait", "c")
    kept = sorted(p.name for p in (quilt.state / "containers" / id / "log").glob("*.log"))
    assert len(kept) == 3 and quilt.cli("logs", "c").out.endswith("20000\n")
    for bad in (("--log-max-files", "1"), ("--log-segment-size", "100"), ("--log-full", "maybe"), ("--log-max-files", "x")):
        assert quilt.cli("run", "-d", *bad, MINIMAL, "true", check=False).returncode == 125


def test_a_full_log_can_make_the_container_wait(quilt):
    """Nothing is dropped: who reads it says what is not needed any more."""
    quilt.run_d("--name", "c", "--log-max-size", "128k", "--log-full", "block", MINIMAL, "sh", "-c", "seq 1 100000; echo all >&2; exit 5")
    whole = "".join(f"{n}\n" for n in range(1, 100001)) + "all\n"
    eventually(lambda: any(e["type"] == "log_full" and e["attrs"]["waiting"] for e in quilt.events()))
    assert quilt.status("c")["state"] == "running"
    got = ""
    socket = quilt.socket(name="data")
    socket.send(msgpack.packb({"v": 1, "id": 5, "verb": "container.logs", "args": {"container": "c", "follow": True}}))
    kills = iter(("monitor", "store"))
    while True:
        assert socket.poll(DEADLINE * 1000)
        frames = socket.recv_multipart()
        head = msgpack.unpackb(frames[0])
        if not head.get("more"):
            if head["ok"]:
                break
            assert head["error"]["retryable"]
            socket.send(msgpack.packb({"v": 1, "id": 5, "verb": "container.logs", "args": {"container": "c", "follow": True, "offset": len(got)}}))
            continue
        assert head["result"]["offset"] == len(got)
        got += frames[1].decode()
        quilt.ask("container.trim", container="c", offset=len(got))
        socket.send(msgpack.packb({"v": 1, "id": 0, "verb": "stream.credit", "args": {"stream": 5, "bytes": 70000}}))
        if len(got) > 200000 and (actor := next(kills, None)):
            quilt.kill_actor(actor)
    exit = head["result"]["exit"]
    assert got == whole and (exit["code"], exit["log_dropped_bytes"], exit["output_complete"]) == (5, 0, True)
    types = [e["attrs"]["waiting"] for e in quilt.events() if e["type"] == "log_full"]
    assert types[0] and not types[-1]
    quilt.run_d("--name", "d", "--log-max-size", "128k", "--log-full", "block", MINIMAL, "sh", "-c", "yes")
    eventually(lambda: [e for e in quilt.events() if e["type"] == "log_full" and e["container"] == quilt.status("d")["id"]])
    quilt.cli("stop", "-t", "1s", "d")
    assert quilt.status("d")["exit"]["log_dropped_bytes"] == 0, "the end does not wait for a reader"


def test_one_whose_keeper_is_killed_is_followed_on(quilt):
    from harness import processes
    quilt.run_d("--name", "c", MINIMAL, "sh", "-c", "echo one; while ! [ -e /go ]; do sleep 0.02; done; echo two; sleep 1000")
    with subprocess.Popen([str(TREE / "bin/quilt"), "logs", "-f", "c"], stdout=subprocess.PIPE, env={**os.environ, "QUILT_RUN_DIR": str(quilt.run)}) as follower:
        assert follower.stdout.readline() == b"one\n"
        os.kill(processes("quilt-keeper", quilt.run)[0], signal.SIGKILL)
        quilt.cli("exec", "c", "touch", "/go")
        assert follower.stdout.readline() == b"two\n"
        follower.kill()


def test_bounds_hold_over_restarts(quilt):
    id = quilt.run_d("--name", "c", "--log-max-size", "256k", "--log-max-files", "3", MINIMAL, "sh", "-c", "seq 1 8000")
    for _ in range(12):
        quilt.cli("wait", "c")
        quilt.cli("start", "c")
    quilt.cli("wait", "c")
    files = list((quilt.state / "containers" / id / "log").glob("*.log"))
    assert len(files) <= 3 and sum(f.stat().st_size for f in files) <= 256 << 10


def test_a_place_in_one_stream_takes_nothing_from_the_other(quilt):
    quilt.run_d("--name", "c", MINIMAL, "sh", "-c", "echo 0123456789 >&2; sleep 0.2; echo abcdefghij")
    quilt.cli("wait", "c")
    s = quilt.socket(name="data")
    s.send(msgpack.packb({"v": 1, "id": 1, "verb": "container.logs", "args": {"container": "c", "stderr": False, "offset": 5}}))
    assert s.poll(DEADLINE * 1000)
    head, data = s.recv_multipart()
    assert (msgpack.unpackb(head)["result"]["offset"], data) == (11, b"abcdefghij\n")
