"""The front door: any client's bytes, any client's habits."""
import os
import struct

import msgpack
import pytest
import zmq
from harness import MINIMAL, Failed, eventually


def exchange(s, *frames):
    s.send_multipart(list(frames))
    assert s.poll(5000), "no answer"
    return s.recv_multipart()


def body(**more):
    return msgpack.packb({"v": 1, "id": 7, "verb": "hello", **more})


def error(frames):
    reply = msgpack.unpackb(frames[-1])
    assert not reply["ok"]
    return reply["error"]


def test_req_dealer_and_delimiter_clients(quilt):
    assert msgpack.unpackb(exchange(quilt.socket(zmq.REQ), body())[0])["ok"]
    assert len(exchange(quilt.socket(), body())) == 1
    empty, reply = exchange(quilt.socket(), b"", body())
    assert empty == b"" and msgpack.unpackb(reply)["ok"]
    for id in ("text", 0, 2**63, "x" * 64):
        assert msgpack.unpackb(exchange(quilt.socket(), body(id=id))[0])["id"] == id


def test_hello_says_what_there_is(quilt):
    hello = quilt.ask("hello")
    assert hello["protocol_min"] == hello["protocol_max"] == 1 and hello["role"] == "admin" and len(hello["log_id"]) == 16


@pytest.mark.parametrize("frame,word", [
    (b"", "early"), (b"\xc1", "extension"), (b"\x93\x01", "count"), (b"\xdd\xff\xff\xff\xff", "count"), (b"\xdf\xff\xff\xff\xff", "count"),
    (b"\xdb\xff\xff\xff\xff", "longer"), (b"\xc6\xff\xff\xff\xff", "longer"), (b"\xc7\x01\x01\x01", "extension"), (b"\x91" * 40 + b"\x01", "deep"),
    (b"\x81\xa1v\x01\x00", "after"), (b"\x81\x01\x01", "key"), (b"\x81\xa1\xff\x01", "UTF-8"), (b"\x81\xa2a\x00\x01", "NUL"), (b"\x01", "map"),
    (b"\x82\xa1v\x01\xa1v\x01", "twice"), (msgpack.packb({"id": 1, "verb": "hello"}), "v: missing"), (msgpack.packb({"v": "1", "id": 1, "verb": "x"}), "v"),
    (msgpack.packb({"v": 1, "id": 1.5, "verb": "x"}), "id"), (msgpack.packb({"v": 1, "id": "y" * 65, "verb": "x"}), "id"),
    (msgpack.packb({"v": 1, "id": 1, "verb": "hello", "args": []}), "args"),
])
def test_malformed_messages_get_one_typed_error(quilt, frame, word):
    e = error(exchange(quilt.socket(), frame))
    assert e["code"] == "invalid" and word in e["message"], e


def test_wrong_requests_name_the_field(quilt):
    s = quilt.socket()
    for args, word in (({}, "container: missing"), ({"container": 1}, "container"), ({"container": ""}, "container"), ({"container": "a b"}, "container")):
        with pytest.raises(Failed, match=word):
            quilt.ask("container.status", socket=s, **args)
    for verb, word in (("container.nope", "unknown"), ("store.move", "unknown"), ("", "verb")):
        with pytest.raises(Failed, match=word):
            quilt.ask(verb, socket=s)
    with pytest.raises(Failed, match="argv: item 2"):
        quilt.ask("container.create", image=MINIMAL, argv=["a", 2])
    with pytest.raises(Failed, match="data socket"):
        quilt.ask("container.logs", container="x")
    with pytest.raises(Failed, match="idem"):
        quilt.ask("hello", idem="key")
    e = error(exchange(s, msgpack.packb({"v": 2, "id": 1, "verb": "hello"})))
    assert e["code"] == "unsupported"
    assert quilt.ask("container.list", socket=s, unknown_field={"is": ["ignored"]})["containers"] == []


def test_too_many_frames_and_too_large_ones(quilt):
    assert "frames" in error(exchange(quilt.socket(), body(), b"x", b"y"))["message"]
    s = quilt.socket()
    s.send(b"\xc6" + struct.pack(">I", 2 << 20) + b"x" * (2 << 20))
    assert not s.poll(300), "an oversized frame ends the connection"
    assert quilt.ask("hello")


def test_a_peer_that_only_sends_garbage_is_given_up(quilt):
    s = quilt.socket()
    for _ in range(16):
        error(exchange(s, b"\xc1"))
    s.send(body())
    assert not s.poll(300)
    assert quilt.ask("hello")


def test_every_prefix_and_every_changed_byte_of_a_message(quilt):
    """The daemon survives them all, and an honest client is served throughout."""
    message = msgpack.packb({"v": 1, "id": 3, "verb": "container.create", "args": {"image": "/none", "argv": ["a"], "env": {"A": "b"}, "limits": {"pids_max": 3}}})
    before = {a["name"]: a["pid"] for a in quilt.ask("health")["actors"]}
    mutants = [message[:n] for n in range(len(message))] + [message[:i] + bytes([message[i] ^ flip]) + message[i + 1:] for i in range(len(message)) for flip in (1, 0x80)]
    s, used = quilt.socket(), 0
    for mutant in mutants:
        if used == 12:                  # before the front door gives the peer up
            s.close()
            s, used = quilt.socket(), 0
        exchange(s, mutant)
        used += 1
    assert {a["name"]: a["pid"] for a in quilt.ask("health")["actors"]} == before
    assert quilt.ask("container.list", all=True)["containers"] == []


def test_events_stream_and_read_agree(quilt):
    sub = quilt.socket(zmq.SUB, "events")
    sub.subscribe(b"")
    assert sub.poll(5000)
    welcome = sub.recv_multipart()[0]
    assert welcome.startswith(b"welcome") and msgpack.unpackb(welcome[7:])["head_seq"] == quilt.ask("hello")["head_seq"]
    id = quilt.run_d(MINIMAL, "true")
    quilt.cli("wait", id)
    seen = {}
    while not any(t == b"container.exited." + id.encode() for t, _ in seen.values()):
        assert sub.poll(5000)
        topic, raw = sub.recv_multipart()
        if topic != b"system.tick":
            event = msgpack.unpackb(raw)
            seen[event["seq"]] = (topic, event)
    truth = {e["seq"]: e for e in quilt.events()}
    assert all(truth[seq] == event for seq, (_, event) in seen.items()) and sorted(seen) == list(range(min(seen), max(seen) + 1))
    assert eventually(lambda: sub.poll(2500) and sub.recv_multipart()[0] == b"system.tick")


def test_events_read_waits_and_bounds(quilt):
    head = quilt.ask("hello")["head_seq"]
    s = quilt.socket()
    s.send(msgpack.packb({"v": 1, "id": 1, "verb": "events.read", "args": {"after": head, "wait_ms": 20000}}))
    assert not s.poll(100)
    id = quilt.cli("create", MINIMAL, "true").out.strip()
    assert s.poll(5000)
    events = msgpack.unpackb(s.recv())["result"]["events"]
    assert events and {e["type"] for e in events} <= {"created", "image_imported"} and head < events[0]["seq"]
    assert quilt.ask("events.read", after=head, wait_ms=10, container=id)["events"]
    with pytest.raises(Failed, match="beyond the head"):
        quilt.ask("events.read", after=10**9)


def test_stats_stream(quilt):
    sub = quilt.socket(zmq.SUB, "stats")
    sub.subscribe(b"stats")
    id = quilt.run_d(MINIMAL, "sleep", "1000")
    assert eventually(lambda: sub.poll(3000) and any(x["id"] == id and x["pids"] >= 2 for x in msgpack.unpackb(sub.recv_multipart()[1])["samples"]))


def test_credit_bounds_what_is_sent(quilt):
    id = quilt.run_d(MINIMAL, "sh", "-c", "head -c 3000000 /dev/zero")
    quilt.cli("wait", id)
    s = quilt.socket(name="data")
    s.send(msgpack.packb({"v": 1, "id": 5, "verb": "container.logs", "args": {"container": id, "credit_bytes": 100000}}))
    got = 0
    while s.poll(400):
        frames = s.recv_multipart()
        got += len(frames[1]) if len(frames) > 1 else 0
    assert 100000 <= got < 100000 + 65537
    s.send(msgpack.packb({"v": 1, "id": 6, "verb": "stream.credit", "args": {"stream": 5, "bytes": 4 * 10**6}}))
    while True:
        assert s.poll(5000)
        frames = s.recv_multipart()
        got += len(frames[1]) if len(frames) > 1 else 0
        if not msgpack.unpackb(frames[0]).get("more"):
            break
    assert got == 3000000


def test_roles(quilt, tmp_path):
    """Another user has no role unless the configuration gives one."""
    import subprocess
    import sys
    from harness import Quilt
    config = tmp_path / "quilt.conf"
    config.write_text("# who may look\nrole-viewer-uids = 65534\n")
    code = ("import os,sys,zmq,msgpack; os.setgid(65534); os.setuid(65534); s=zmq.Context().socket(zmq.DEALER); s.linger=0; s.connect(sys.argv[1])\n"
            "for verb,args in (('container.list',{}),('container.create',{'image':'/x','argv':['a']})):\n"
            "  s.send(msgpack.packb({'v':1,'id':1,'verb':verb,'args':args}))\n"
            "  r=msgpack.unpackb(s.recv()) if s.poll(3000) else {'ok':None}\n"
            "  print(r['ok'] if r['ok'] else (r.get('error') or {}).get('code'))\n")
    with Quilt(arguments=["--config", str(config)]) as q:
        q.run.chmod(0o755)
        out = subprocess.run([sys.executable, "-c", code, f"ipc://{q.run}/control.sock"], capture_output=True, text=True, timeout=20)
        assert out.stdout.split() == ["True", "denied"], out
    assert oct(os.stat(quilt.run / "control.sock").st_mode & 0o777) == "0o660"


def test_front_door_has_no_privileges(quilt):
    import harness
    (pid,) = harness.processes("quilt-frontdoor", quilt.run)
    status = dict(line.split(":\t") for line in open(f"/proc/{pid}/status") if ":\t" in line)
    assert status["Uid"].split()[0] != "0" and all(int(status[c], 16) == 0 for c in ("CapEff", "CapPrm", "CapInh", "CapBnd"))
    assert status["NoNewPrivs"].strip() == "1" and status["Seccomp"].strip() == "2"
    (pid,) = harness.processes("quilt-store", quilt.run)
    assert dict(line.split(":\t") for line in open(f"/proc/{pid}/status") if ":\t" in line)["CapEff"].strip() == "0" * 16
