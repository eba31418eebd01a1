"""The control socket within a container (--icc): who calls is known by the socket, and may do what is its own."""
import os
import select
import socket
import subprocess
import threading

import msgpack
import pytest
import zmq
from harness import MINIMAL, TREE, Failed, eventually, processes

QUILT = f"{TREE}/bin/quilt"
SLEEP = (MINIMAL, "sleep", "1000")


class Inside:
    """A client of one container's socket, from the host: the daemon cannot tell, and must not."""

    def __init__(self, quilt, id):
        self.quilt, self.path = quilt, f"{quilt.run}/icc/{id}/control.sock"
        self.socket = quilt.context.socket(zmq.DEALER)
        self.socket.linger = 0
        self.socket.connect(f"ipc://{self.path}")

    def ask(self, verb, idem=None, **args):
        return self.quilt.ask(verb, socket=self.socket, idem=idem, **args)

    def within(self, deadline_ms, verb, **args):
        self.socket.send(msgpack.packb({"v": 1, "id": 1, "verb": verb, "args": args, "deadline_ms": deadline_ms}))
        assert self.socket.poll(20000)
        reply = msgpack.unpackb(self.socket.recv())
        if not reply["ok"]:
            raise Failed(reply["error"])

    def denied(self, verb, **args):
        with pytest.raises(Failed) as failed:
            self.ask(verb, **args)
        return failed.value


def named(quilt, name, *options):
    return quilt.run_d("--name", name, "--icc", *options, *SLEEP)


def test_the_program_itself_works_inside(quilt):
    """The unchanged client, in an image that knows nothing of Quilt."""
    named(quilt, "b")
    run = ("run", "--rm", "--name", "a", "--icc", "-v", f"{QUILT}:/bin/quilt:ro", MINIMAL, "sh", "-ec")
    out = quilt.cli(*run, "quilt icc publish b hello; quilt icc ping b --count 1 --interval 10ms; quilt dns list; quilt icc publish a self; quilt icc inbox --format '{body}'; quilt icc ack 100").out
    assert "1 sent, 1 received" in out and "\nself\n" in out and " b" in out
    assert [m["body"] for m in quilt.ask("icc.inbox", container="b")["messages"]] == ["hello"]
    for options in (("--userns", "100000:65536"), ("--user", "1234:1234"), ("--cap-drop", "all")):
        assert quilt.cli(*run[:4], "--icc", *options, *run[5:-3], MINIMAL, "quilt", "icc", "publish", "b", "whoever").returncode == 0
    quilt.cli("icc", "ack", "b", 10**9)
    refused = quilt.cli(*run, "quilt list", check=False)
    assert refused.returncode == 125 and "container.list: not for container" in refused.err
    assert "not there" in quilt.cli("run", "--rm", MINIMAL, "sh", "-c", "ls /run/quilt || echo not there").out


def test_it_speaks_for_itself_only(quilt):
    a, b = named(quilt, "a"), named(quilt, "b", "--label", "team=x")
    quilt.cli("network", "create", "apart")
    far = named(quilt, "far", "--network", "apart", "--label", "team=x")
    me = Inside(quilt, a)
    hello = me.ask("hello")
    assert hello["role"] == "container" and hello["container"] == a and hello["frame_bytes"] == 131072
    assert me.ask("icc.publish", to="b", body="one")["delivered"] == 1
    assert me.ask("icc.publish", label="team=x", body="two")["delivered"] == 1, "far is on no network of a"
    got = Inside(quilt, b).ask("icc.inbox")["messages"]
    assert [(m["from"], m["body"]) for m in got] == [(a, "one"), (a, "two")]
    assert Inside(quilt, b).ask("icc.ack", id=got[0]["id"])["left"] == 1
    for verb, args in (("icc.publish", {"to": "b", "body": "x", "from": "b"}), ("icc.inbox", {"container": "b"}), ("icc.ack", {"container": "b", "id": 9}),
                       ("icc.ping", {"from": "b", "to": "a"}), ("icc.ping", {"from": "nobody", "to": "a"}), ("icc.ping", {"from": b[:2], "to": "a"}),
                       ("icc.inbox", {"container": "nobody"}), ("icc.inbox", {"container": a[:6]})):
        error = me.denied(verb, **args)
        assert (error.code, error.message) == ("denied", f"{'from' if 'from' in args else 'container'}: container {a} speaks for itself only"), verb
    for verb, args in (("container.list", {}), ("container.stop", {"container": "b"}), ("container.logs", {"container": "a"}), ("events.read", {"after": 0}),
                       ("health", {}), ("icc.connections", {}), ("icc.exec", {}), ("shutdown", {}), ("frontdoor.icc_close", {"container": b}), ("store.address", {"from": "a", "to": "b"})):
        assert me.denied(verb, **args).code in ("denied", "invalid"), verb
    for to in ("far", far, far[:6], b[:6], "nobody"):
        error = me.denied("icc.publish", to=to, body="x")
        assert error.code == "not_found" and error.message == f"container {to}: none of that name is on a network of container {a}"
    assert me.denied("icc.ping", to="far").code == "not_found"
    assert me.ask("icc.ping", to="b", count=1)["received"] == 1
    assert me.ask("icc.inbox", container="a")["messages"] == [], "its own name is its own"
    assert {r["container"] for r in me.ask("dns.list")["registrations"]} == {a, b}
    quilt.cli("network", "connect", "apart", "a")
    assert me.ask("icc.publish", to="far", body="x")["delivered"] == 1
    assert {r["container"] for r in me.ask("dns.list")["registrations"]} == {a, b, far}


def test_who_shares_a_network_shares_its_neighbours(quilt):
    holder, other = named(quilt, "holder"), named(quilt, "other")
    guest = named(quilt, "guest", "--network", "container:holder")
    assert Inside(quilt, guest).ask("icc.publish", to="other", body="x")["delivered"] == 1
    assert Inside(quilt, guest).ask("icc.publish", to="holder", body="x")["delivered"] == 1
    assert Inside(quilt, other).ask("icc.publish", to="guest", body="x")["delivered"] == 1
    alone = named(quilt, "alone", "--network", "none")
    assert Inside(quilt, alone).denied("icc.publish", to="other", body="x").code == "not_found"
    assert Inside(quilt, alone).ask("dns.list")["registrations"] == []


def test_keys_of_containers_are_their_own(quilt):
    a, b = Inside(quilt, named(quilt, "a")), Inside(quilt, named(quilt, "b"))
    for me in (a, b, a):
        assert me.ask("icc.publish", idem="key", to="a", body="x")["delivered"] == 1
    assert len(a.ask("icc.inbox")["messages"]) == 2, "the same key of two containers is two keys"
    quilt.ask("icc.publish", idem="key", to="b", body="other")
    assert a.denied("icc.publish", idem="key", to="a", body="another").code == "conflict"
    assert a.denied("icc.publish", idem="k" * 68, to="a", body="x").message.startswith("idem: at most 67")


def test_no_sender_fills_another_inbox(quilt):
    a, b = Inside(quilt, named(quilt, "a")), Inside(quilt, named(quilt, "b"))
    for _ in range(100):
        a.ask("icc.publish", to="b", body="x")
    assert a.denied("icc.publish", to="b", body="x").code == "exhausted"
    b.ask("icc.publish", to="b", body="to itself")
    b.ask("icc.ack", id=10**9)
    a.ask("icc.publish", to="b", body="x")


def test_it_waits_for_messages_and_is_answered_by_req(quilt):
    a, b = named(quilt, "a"), named(quilt, "b")
    got = []
    reader = threading.Thread(target=lambda: got.append(wait_for_one(quilt, b)))
    reader.start()
    Inside(quilt, a).ask("icc.publish", to="b", body="late")
    reader.join(20)
    assert got == [["late"]]


def wait_for_one(quilt, id):
    s = quilt.context.socket(zmq.REQ)
    s.linger = 0
    s.connect(f"ipc://{quilt.run}/icc/{id}/control.sock")
    s.send(msgpack.packb({"v": 1, "id": 1, "verb": "icc.inbox", "args": {"wait_ms": 15000}}))
    assert s.poll(20000)
    return [m["body"] for m in msgpack.unpackb(s.recv())["result"]["messages"]]


def test_it_survives_every_restart_and_goes_with_its_container(quilt):
    a = named(quilt, "a", "--restart", "always")
    me = Inside(quilt, a)
    assert me.ask("hello")["container"] == a
    for actor in ("frontdoor", "monitor", "store", "frontdoor"):
        quilt.kill_actor(actor)
        quilt.ready()
        assert eventually(lambda: Inside(quilt, a).ask("hello")["container"]) == a
        out = quilt.cli("exec", "a", "ls", "/run/quilt").out
        assert out == "control.sock\n"
    os.kill(quilt.status("a")["pid"], 9)
    eventually(lambda: quilt.status("a")["restarts"] and quilt.status("a")["state"] == "running")
    assert quilt.cli("exec", "a", "ls", "/run/quilt").out == "control.sock\n"
    assert Inside(quilt, a).ask("hello")["container"] == a
    quilt.cli("stop", "-t", "0s", "a")
    eventually(lambda: not os.listdir(f"{quilt.run}/icc"))
    quilt.cli("start", "a")
    assert os.listdir(f"{quilt.run}/icc") == [a]
    quilt.stop()
    quilt.start()
    assert Inside(quilt, a).ask("hello")["container"] == a, "a restart of everything"


def test_one_that_ended_while_nobody_looked(quilt):
    a = named(quilt, "a")
    pid = quilt.status("a")["pid"]
    quilt.stop()
    os.kill(pid, 9)
    quilt.start()
    eventually(lambda: quilt.status("a")["state"] == "exited")
    eventually(lambda: not os.listdir(f"{quilt.run}/icc"))
    assert a


def greeting(mechanism=b"NULL", version=3, signature=b"\xff" + bytes(8) + b"\x7f"):
    return signature + bytes([version, 0]) + mechanism.ljust(20, b"\0") + bytes(32)


READY = b"\x04\x1c\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER"
HELLO = msgpack.packb({"v": 1, "id": 7, "verb": "hello"})


def dial(path):
    s = socket.socket(socket.AF_UNIX)
    s.connect(path)
    s.settimeout(20)
    return s


def read_until_end(s):
    got = b""
    try:
        while part := s.recv(65536):
            got += part
    except ConnectionResetError:
        pass
    return got


def read_bytes(s, count):
    got = b""
    while len(got) < count:
        part = s.recv(count - len(got))
        assert part, f"the end, {count - len(got)} bytes early"
        got += part
    return got


def read_frame(s):
    flags, size = read_bytes(s, 2)
    if flags & 2:
        size = int.from_bytes(bytes([size]) + read_bytes(s, 7), "big")
    return flags, read_bytes(s, size)


def test_by_hand_in_any_pieces(quilt):
    s = dial(f"{quilt.run}/icc/{named(quilt, 'a')}/control.sock")
    for byte in greeting() + READY + b"\x04\x0b\x04PING\x00\x0arest" + bytes([0, len(HELLO)]) + HELLO:
        s.sendall(bytes([byte]))
    assert read_bytes(s, 64)[:12] == greeting()[:12]
    assert read_frame(s)[1].startswith(b"\x05READY\x0bSocket-Type\0\0\0\x06ROUTER")
    assert read_frame(s) == (4, b"\x04PONGrest")
    flags, reply = read_frame(s)
    assert flags in (0, 2) and msgpack.unpackb(reply)["id"] == 7


@pytest.mark.parametrize("what", [
    b"GET / HTTP/1.0\r\n\r\n".ljust(64), greeting(mechanism=b"CURVE"), greeting(version=1), greeting(signature=bytes(10)),
    greeting() + READY.replace(b"DEALER", b"PUBSUB"), greeting() + b"\x04\x02\x01X", greeting() + bytes([0, len(HELLO)]) + HELLO,
    greeting() + READY + b"\x02\x00\x00\x00\x00\x00\x02\x00\x01", greeting() + READY + b"\xff\x01x", greeting() + READY + b"\x02" + b"\xff" * 8,
    greeting() + READY + b"\x01\x00" * 9 + b"\x00\x00", greeting() + READY + b"\x00\x01\xc1" * 16,
], ids=["http", "curve", "version", "signature", "type", "no-ready", "message-first", "large", "flags", "huge", "parts", "malformed"])
def test_hostile_bytes_end_their_own_connection(quilt, what):
    a = named(quilt, "a")
    s = dial(f"{quilt.run}/icc/{a}/control.sock")
    s.sendall(what)
    read_until_end(s)
    assert Inside(quilt, a).ask("hello")["container"] == a


def test_a_container_that_takes_all_connections(quilt):
    a, b = named(quilt, "a"), named(quilt, "b")
    held = [dial(f"{quilt.run}/icc/{a}/control.sock") for _ in range(60)]
    for s in held[:16]:
        assert read_bytes(s, 64)
    assert Inside(quilt, b).ask("hello")["container"] == b and quilt.ask("health")["ready"]
    assert select.select(held[16:], [], [], 0)[0] == [], "sixteen are served, the others wait"
    for gone, next in zip(held[:16], held[16:32]):
        gone.close()
        assert read_bytes(next, 64)
    for s in held:
        s.close()
    eventually(lambda: Inside(quilt, a).ask("hello")["container"] == a)


def test_one_that_does_not_read_is_not_read(quilt):
    a = named(quilt, "a")
    me = Inside(quilt, a)
    for _ in range(20):
        me.ask("icc.publish", to="a", body="x" * 60000)
    s = dial(me.path)
    s.sendall(greeting() + READY)
    ask = msgpack.packb({"v": 1, "id": 1, "verb": "icc.inbox"})
    s.settimeout(2)
    sent = 0
    with pytest.raises(TimeoutError):
        while True:
            s.sendall(bytes([0, len(ask)]) + ask)
            sent += 1
    assert quilt.ask("health")["ready"]
    s.settimeout(20)
    read_bytes(s, 64)
    read_frame(s)
    answers = [msgpack.unpackb(read_frame(s)[1]) for _ in range(sent)]
    assert {a["error"]["code"] for a in answers if not a["ok"]} == {"exhausted"}
    assert {len(a["result"]["messages"]) for a in answers if a["ok"]} == {1}, "whole, once it reads"


def test_who_is_gone_holds_nothing(quilt):
    """What a connection waits for ends with it: in the front door, in the store, in netd."""
    a = named(quilt, "a")
    path = f"{quilt.run}/icc/{a}/control.sock"
    netd, = processes("quilt-netd", quilt.run)
    before = len(os.listdir(f"/proc/{netd}/fd"))
    slow = {"to": "10.42.200.200", "count": 100, "interval_ms": 10000, "timeout_ms": 30000}
    for _ in range(20):
        s = dial(path)
        asks = [msgpack.packb({"v": 1, "id": n, "verb": "icc.inbox", "args": {"wait_ms": 60000}}) for n in range(8)]
        asks += [msgpack.packb({"v": 1, "id": n, "verb": "icc.ping", "args": slow}) for n in range(8)]
        s.sendall(greeting() + READY + b"".join(bytes([0, len(ask)]) + ask for ask in asks + [HELLO]))
        read_bytes(s, 64)
        read_frame(s)
        assert msgpack.unpackb(read_frame(s)[1])["error"]["code"] == "exhausted", "sixteen in flight"
        s.close()
    for _ in range(40):                 # and with deadlines of its own choice
        with pytest.raises(Failed):
            Inside(quilt, a).within(30, "icc.ping", **slow)
    eventually(lambda: len(os.listdir(f"/proc/{netd}/fd")) <= before + 3)
    assert Inside(quilt, a).ask("icc.inbox")["messages"] == []


def test_keys_of_one_container_are_bounded(quilt):
    a = named(quilt, "a")
    me = Inside(quilt, a)
    quilt.ask("icc.ack", idem="k0", container="a", id=0)
    for n in range(1100):
        me.ask("icc.ack", idem=f"k{n}", id=0)
    assert me.denied("icc.ack", idem="k100", id=1).code == "conflict", "the last thousand are known"
    me.ask("icc.ack", idem="k99", id=1)
    keys = lambda: [o["key"] for o in quilt.ask("operation.list", limit=1000)["operations"]]        # noqa: E731
    assert all(k.startswith(f"{a}:k") for k in keys()) and len(keys()) == 1000
    quilt.cli("rm", "-f", "a")
    assert keys() == ["k0"], "they go with it"


def test_one_that_takes_nothing_does_not_keep_others_from_it(quilt):
    a, b, deaf = (Inside(quilt, named(quilt, n, "--label", "team=x")) for n in ("a", "b", "deaf"))
    b.ask("icc.ack", id=0)
    for n in range(101):
        assert a.ask("icc.publish", label="team=x", body="x")["delivered"] == (3 if n < 100 else 2)
        a.ask("icc.ack", id=10**9)
        b.ask("icc.ack", id=10**9)
    assert len(deaf.ask("icc.inbox")["messages"]) > 0
    assert a.ask("icc.publish", label="team", body="by key")["delivered"] == 2
    assert a.ask("icc.publish", label="team=", body="x")["delivered"] == 0


def test_a_name_that_is_anothers_now_gives_no_rights(quilt):
    named(quilt, "web")
    guest = Inside(quilt, named(quilt, "guest", "--network", "container:web"))
    assert guest.ask("icc.publish", to="web", body="x")["delivered"] == 1
    quilt.cli("rm", "-f", "web")
    quilt.cli("network", "create", "apart")
    named(quilt, "web", "--network", "apart")
    assert guest.denied("icc.publish", to="web", body="x").code == "not_found"
    assert guest.ask("dns.list")["registrations"] == []


def test_nobody_else_of_the_host_gets_in(quilt):
    path = f"{quilt.run}/icc/{named(quilt, 'a')}/control.sock"
    script = f"import os, socket; os.setgid(65534); os.setuid(65534); socket.socket(socket.AF_UNIX).connect({path!r})"
    done = subprocess.run(["/usr/bin/python3", "-c", script], capture_output=True, text=True)
    assert "PermissionError" in done.stderr


def test_bad_input(quilt):
    refused = quilt.cli("run", "--rm", "--icc", "--tmpfs", "/run/quilt/x", MINIMAL, "true", check=False)
    assert refused.returncode == 125 and "is where icc puts the control socket" in refused.err
    assert quilt.cli("run", "--rm", "--icc", "--read-only", "--tmpfs", "/run", MINIMAL, "ls", "/run/quilt").out == "control.sock\n"
    assert quilt.cli("run", "--rm", "--icc", "--read-only", MINIMAL, "ls", "/run/quilt").out == "control.sock\n"
    assert quilt.cli("icc", "inbox", check=False).err.strip().endswith("container: missing")
    assert "from: missing" in quilt.cli("icc", "ping", "a", check=False).err
    for change in ("rm -f /run/quilt/control.sock", "touch /run/quilt/x", "mv /run/quilt /x"):
        assert quilt.cli("run", "--rm", "--icc", MINIMAL, "sh", "-c", change, check=False).returncode != 0
