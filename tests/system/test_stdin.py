"""The standard input of exec sessions: every byte once, whatever is killed on the way."""
import hashlib
import os
import random
import subprocess
import threading

import msgpack
import pytest
import zmq
from harness import IMAGES, MINIMAL, TREE, Failed, eventually, processes

PYTHON = str(IMAGES / "python.tar.gz")


@pytest.fixture
def box(quilt):
    quilt.run_d("--name", "box", MINIMAL, "sleep", "100000")
    return quilt


def write(quilt, exec_id, **fields):
    return quilt.ask("exec.write", container="box", exec_id=exec_id, **fields)


def test_a_pipeline(box):
    data = os.urandom(3 << 20)
    done = subprocess.run([str(TREE / "bin/quilt"), "exec", "-i", "box", "sh", "-c", "cat; echo end >&2; exit 3"], input=data, capture_output=True,
                          env={**os.environ, "QUILT_RUN_DIR": str(box.run)}, timeout=60)
    assert (done.returncode, done.stderr) == (3, b"end\n") and done.stdout == data
    assert box.cli("exec", "-i", "box", "wc", "-c", input=b"").out == "0\n"
    assert box.cli("exec", "box", "wc", "-c", input=b"not read").out == "0\n", "without -i its input is /dev/null"
    assert box.cli("exec", "-i", "box", "head", "-c", "3", input=b"x" * 1000000).out == "xxx", "who does not read it all ends nobody"


def test_a_container_has_it_too(quilt):
    data = os.urandom(3 << 20)
    done = subprocess.run([str(TREE / "bin/quilt"), "run", "--rm", "-i", MINIMAL, "sh", "-c", "cat; exit 3"], input=data, capture_output=True,
                          env={**os.environ, "QUILT_RUN_DIR": str(quilt.run)}, timeout=60)
    assert (done.returncode, done.stderr, done.stdout == data) == (3, b"", True)
    quilt.run_d("--name", "c", "-i", MINIMAL, "cat")
    assert quilt.ask("container.write", container="c", data=b"one ") == {"offset": 4, "ended": False}
    for actor in ("monitor", "frontdoor"):
        quilt.kill_actor(actor)
    assert quilt.ask("container.write", container="c", offset=0, data=b"one two", end=True) == {"offset": 7, "ended": True}
    assert quilt.cli("wait", "c").out == "0\n" and quilt.cli("logs", "c").out == "one two"
    with pytest.raises(Failed, match="state: container .* is exited: nothing reads"):
        quilt.ask("container.write", container="c", data=b"x")
    quilt.cli("start", "c")
    assert quilt.ask("container.write", container="c", data=b"again", end=True)["offset"] == 5, "each start has its own"
    quilt.cli("wait", "c")
    quilt.run_d("--name", "plain", MINIMAL, "sleep", "100")
    with pytest.raises(Failed, match="was made without stdin"):
        quilt.ask("container.write", container="plain", data=b"x")
    assert quilt.cli("run", "--rm", "-i", "--userns", "100000:65536", "--user", "1:1", MINIMAL, "wc", "-c", input=b"12345").out == "5\n"


def test_offsets_make_repetition_harmless(box):
    id = box.ask("exec.start", container="box", argv=["cat"], stdin=True, detach=True)["exec_id"]
    assert write(box, id) == {"offset": 0, "ended": False}
    assert write(box, id, offset=0, data=b"abc") == {"offset": 3, "ended": False}
    assert write(box, id, offset=0, data=b"abc") == {"offset": 3, "ended": False}
    assert write(box, id, offset=1, data=b"bcde") == {"offset": 5, "ended": False}
    with pytest.raises(Failed, match="invalid: .*offset: bytes before it are missing"):
        write(box, id, offset=9, data=b"x")
    box.kill_actor("monitor")
    assert write(box, id) == {"offset": 5, "ended": False}, "the keeper knows"
    assert write(box, id, offset=3, data=b"defg", end=True) == {"offset": 7, "ended": True}
    assert box.ask("exec.wait", container="box", exec_id=id)["exit"]["code"] == 0
    assert box.cli("session", "attach", "box", id).out == "abcdefg"


def test_one_that_does_not_read_holds_nobody(box):
    id = box.ask("exec.start", container="box", argv=["sleep", "1000"], stdin=True, detach=True)["exec_id"]
    assert write(box, id, data=b"x" * 65536)["offset"] == 65536, "a pipe full"
    s = box.socket()
    s.send(msgpack.packb({"v": 1, "id": 1, "verb": "exec.write", "args": {"container": "box", "exec_id": id, "offset": 65536, "data": b"y" * 262144}}))
    assert box.ask("health")["ready"] and not s.poll(300)
    again = box.socket()
    again.send(msgpack.packb({"v": 1, "id": 2, "verb": "exec.write", "args": {"container": "box", "exec_id": id, "offset": 65536, "data": b"y" * 262144}}))
    assert s.poll(20000) and msgpack.unpackb(s.recv())["error"]["code"] == "conflict", "a client that came back takes its place"
    box.cli("session", "signal", "box", id, "KILL")
    assert again.poll(20000) and msgpack.unpackb(again.recv())["error"]["code"] == "state"


def test_the_command_line_loses_nothing_when_the_daemon_is_killed(box):
    """Pieces that were being sent, were sent and not answered, or were refused for a while: each is there once."""
    data = random.Random(3).randbytes(30 << 20)
    process = box.background("exec", "-i", "box", "sh", "-c", "cat; echo whole >&2", stdin=subprocess.PIPE)
    feeder = threading.Thread(target=lambda: (process.stdin.write(data), process.stdin.close()))
    out, err = [], []
    readers = [threading.Thread(target=lambda: out.append(process.stdout.read())), threading.Thread(target=lambda: err.append(process.stderr.read()))]
    for t in (feeder, *readers):
        t.start()
    names, n = ("frontdoor", "frontdoor", "monitor", "store"), 0
    while process.poll() is None and n < 6:
        box.kill_actor(names[n % 4])
        n += 1
    for t in (feeder, *readers):
        t.join()
    assert process.wait(60) == 0 and err == [b"whole\n"] and n >= 2, (err, n)
    assert hashlib.sha256(out[0]).digest() == hashlib.sha256(data).digest()


def test_asking_where_it_stands_displaces_no_write(box):
    id = box.ask("exec.start", container="box", argv=["sh", "-c", "while [ ! -e /go ]; do sleep 0.01; done; cat"], stdin=True, detach=True)["exec_id"]
    s = box.socket()
    s.send(msgpack.packb({"v": 1, "id": 1, "verb": "exec.write", "args": {"container": "box", "exec_id": id, "data": b"y" * 200000, "end": True}}))
    assert eventually(lambda: write(box, id)["offset"]) == 65536 and not s.poll(100)
    box.cli("exec", "box", "touch", "/go")
    assert s.poll(20000) and msgpack.unpackb(s.recv())["result"] == {"offset": 200000, "ended": True}


def test_bad_input(box):
    id = box.ask("exec.start", container="box", argv=["sleep", "1000"], detach=True)["exec_id"]
    for args, text in (({"exec_id": id, "data": b"x"}, "was begun without stdin"), ({"exec_id": "no"}, "not known"), ({"exec_id": id, "offset": -1}, "offset")):
        with pytest.raises(Failed, match=text):
            box.ask("exec.write", container="box", **args)
    ended = box.ask("exec.start", container="box", argv=["true"], stdin=True, detach=True)["exec_id"]
    box.ask("exec.wait", container="box", exec_id=ended)
    with pytest.raises(Failed, match="state: .*has ended"):
        write(box, ended, data=b"x")
    reads = box.ask("exec.start", container="box", argv=["cat"], stdin=True, detach=True)["exec_id"]
    with pytest.raises(Failed, match="data: 262145 bytes, at most 262144"):
        write(box, reads, data=b"x" * 262145)
    assert box.cli("exec", "-i", "-d", "box", "true", check=False).returncode == 125


class Client:
    """A client that is thrown away and made again: it keeps its own place, as a program would on its disk."""

    def __init__(self, quilt, id):
        self.quilt, self.id, self.lock = quilt, id, threading.Lock()

    def ask(self, verb, timeout, **args):
        s = self.quilt.context.socket(zmq.DEALER)
        s.linger = 0
        s.connect(f"ipc://{self.quilt.run}/data.sock")
        s.send(msgpack.packb({"v": 1, "id": 1, "verb": verb, "args": {"container": "box", "exec_id": self.id, **args}}))
        try:
            while s.poll(timeout):
                body, *blob = s.recv_multipart()
                reply = msgpack.unpackb(body)
                yield reply, (blob or [b""])[0]
                if not reply.get("more"):
                    return
        finally:
            s.close()


def test_megabytes_each_way_while_clients_and_actors_are_killed(quilt):
    """A client dies every few pieces, and front door, monitor and store in turn; both directions are whole."""
    quilt.run_d("--name", "box", PYTHON, "sleep", "100000")
    size = 24 << 20
    data = random.Random(5).randbytes(size)
    id = quilt.ask("exec.start", container="box", argv=["cat"], stdin=True, detach=True)["exec_id"]
    client, over_now, luck = Client(quilt, id), threading.Event(), random.Random(7)

    def writer():
        at = 0
        while True:
            end = at + 200000 >= size
            for reply, _ in client.ask("exec.write", luck.choice([2000, 2000, 20]), offset=at, data=data[at:at + 200000], end=end):
                if reply["ok"]:
                    at = reply["result"]["offset"]
                    if reply["result"]["ended"]:
                        return
                elif reply["error"]["code"] == "state":
                    return              # the end was taken, its answer lost, and cat has ended

    def killer():
        names = ("frontdoor", "monitor", "store")
        for n in range(1000):
            if over_now.wait(0.35):
                return
            for pid in processes(f"quilt-{names[n % 3]}", quilt.run):
                os.kill(pid, 9)

    threads = [threading.Thread(target=writer), threading.Thread(target=killer)]
    for t in threads:
        t.start()
    got, after, done, connections = hashlib.sha256(), 0, False, 0
    length = 0
    while not done:
        connections += 1
        budget = luck.choice([300, 3000])
        for reply, blob in client.ask("exec.read", budget, credit_bytes=4 << 20, **({"after": after} if after else {})):
            if not reply["ok"]:
                assert reply["error"]["retryable"], reply
                break
            if reply.get("more"):
                seq = reply["result"].get("seq", 0)
                if blob:
                    assert seq > after
                    after = seq
                    got.update(blob)
                    length += len(blob)
                if luck.random() < 0.02:
                    break               # it is gone, and comes back where it was
            else:
                done = True
    over_now.set()
    for t in threads:
        t.join()
    assert length == size and got.hexdigest() == hashlib.sha256(data).hexdigest() and connections > 5
    eventually(quilt.ready)
