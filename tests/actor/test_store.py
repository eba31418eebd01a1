"""One real actor, its supervisor and peers played by the test over the real protocol."""
import os
import socket
import struct
import subprocess

import msgpack
import pytest
import zmq
from harness import TREE, Failed, eventually

READY, PING, DRAIN, PEER, PONG = 5, 1, 2, 3, 4
SPEC = {"image": "/i", "argv": ["true"], "name": "n", "network": "none", "read_only": False, "seccomp": True, "no_new_privs": True, "shm_bytes": 1,
        "stop_signal": 15, "stop_grace_ms": 1, "restart": "no", "restart_max": 0, "auto_remove": False, "log_max_bytes": 65536}
CAUSE = {"verb": "test", "uid": 0}


class Actor:
    def __init__(self, name, base):
        self.dir, self.name, self.epoch = base, name, 77
        for sub in ("run/bus", "state/db", "state/layers", "state/containers"):
            (base / sub).mkdir(parents=True)
        os.chmod(base, 0o711)
        for part in base.parents:
            if str(part).startswith("/tmp/"):
                os.chmod(part, 0o711)
        os.chown(base / "run/bus", 0, 61800)
        os.chown(base / "state/db", 61802, 61800)
        self.mine, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.mine.settimeout(10)
        options = {"run-dir": base / "run", "state-dir": base / "state", "instance": "quilt-actor", "libexec-dir": TREE / "libexec/quilt",
                   "share-dir": TREE / "share/quilt", "config": "/nonexistent", "epoch": self.epoch}
        # the channel is descriptor 3
        self.process = subprocess.Popen(["/bin/bash", "-c", f"exec 3<&{theirs.fileno()} && exec \"$@\"", "-", str(TREE / f"libexec/quilt/quilt-{name}"),
                                         *[f"--{k}={v}" for k, v in options.items()]], pass_fds=[theirs.fileno()])
        theirs.close()
        assert self.hear()[0] == READY
        self.context = zmq.Context()
        self.number = 0

    def hear(self):
        return struct.unpack("IIIIQ32s", self.mine.recv(64))

    def tell(self, kind):
        self.mine.send(struct.pack("IIIIQ32s", kind, 0, 0, 0, 0, b""))

    def ask(self, verb, sender="monitor", epoch=None, wait=5000, **args):
        s = self.context.socket(zmq.DEALER)
        s.linger = 0
        s.connect(f"ipc://{self.dir}/run/bus/{self.name}.sock")
        self.number += 1
        s.send(msgpack.packb({"v": 1, "id": self.number, "verb": verb, "args": args, "epoch": self.epoch if epoch is None else epoch, "from": sender}))
        reply = msgpack.unpackb(s.recv()) if s.poll(wait) else None
        s.close()
        if reply and not reply["ok"]:
            raise Failed(reply["error"])
        return reply and reply.get("result", {})

    def end(self):
        self.tell(DRAIN)
        assert self.process.wait(10) == 0
        self.context.destroy(linger=0)


@pytest.fixture
def store(tmp_path):
    if os.geteuid() != 0:
        pytest.skip("needs root")
    actor = Actor("store", tmp_path)
    image = {"digest": "a" * 64, "config_digest": "b" * 64, "source": "/i", "bytes": 1, "entries": 1, "os": "linux", "created_ns": 1}
    actor.ask("store.image", sender="imaged", record={"image": image, "layers": [], "config": {}, "manifest_media": "m", "manifest_bytes": 1, "config_media": "c", "config_bytes": 1})
    yield actor
    actor.end()


def record(id, **more):
    return {"id": id, "state": "created", "want": "created", "incarnation": 0, "digest": "a" * 64, "created_ns": 1, "boot_id": "b", "spec": SPEC, **more}


def test_insert_move_and_the_events_of_it(store):
    assert store.ask("store.insert", record=record("a" * 12), cause=CAUSE)["state"] == "created"
    assert store.ask("store.move", id="a" * 12, incarnation=1, state="starting", cause=CAUSE)["state"] == "starting"
    events = store.ask("events.read", sender="frontdoor", after=0)["events"]
    assert [e["type"] for e in events] == ["image_imported", "created", "starting"]
    again = store.ask("store.move", id="a" * 12, incarnation=1, state="starting", cause=CAUSE)
    assert again["state"] == "starting" and len(store.ask("events.read", sender="frontdoor", after=0)["events"]) == 3
    with pytest.raises(Failed, match="created|starting"):
        store.ask("store.move", id="a" * 12, incarnation=1, state="paused", cause=CAUSE)


def test_a_container_needs_its_image(store):
    with pytest.raises(Failed, match="removed meanwhile"):
        store.ask("store.insert", record=record("a" * 12, digest="c" * 64), cause=CAUSE)
    store.ask("store.insert", record=record("a" * 12), cause=CAUSE)
    with pytest.raises(Failed, match="made from it"):
        store.ask("store.image_remove", sender="imaged", digest="a" * 64, cause=CAUSE)


def test_the_same_key_gives_the_same_container(store):
    first = store.ask("store.insert", record=record("a" * 12), cause=CAUSE, idem="k")
    second = store.ask("store.insert", record=record("b" * 12, spec={**SPEC, "name": "other"}), cause=CAUSE, idem="k")
    assert not first.get("repeated") and second["repeated"] and second["id"] == "a" * 12


def test_only_those_who_may_ask_are_answered(store):
    with pytest.raises(Failed, match="denied"):
        store.ask("store.move", sender="imaged", id="a" * 12, incarnation=1, cause=CAUSE)
    assert store.ask("info", sender="nobody", wait=300) is None, "an unknown sender is dropped"
    assert store.ask("info", sender="frontdoor", epoch=1, wait=300) is None, "another epoch is dropped"
    assert store.ask("info", sender="frontdoor")["containers"] == 0


def test_liveness_goes_through_the_loop_and_a_fresh_store_says_so(store):
    store.tell(PING)
    assert store.hear()[0] == PONG
    assert store.ask("store.containers")["fresh"] is True
    store.ask("store.rebuilt", containers=0)
    assert store.ask("store.containers")["fresh"] is False


def test_a_waiter_is_answered_by_the_move(store):
    store.ask("store.insert", record=record("a" * 12), cause=CAUSE)
    s = store.context.socket(zmq.DEALER)
    s.linger = 0
    s.connect(f"ipc://{store.dir}/run/bus/store.sock")
    s.send(msgpack.packb({"v": 1, "id": 1, "verb": "container.wait", "args": {"container": "n"}, "epoch": store.epoch, "from": "frontdoor"}))
    assert not s.poll(100)
    store.ask("store.move", id="a" * 12, incarnation=1, state="starting", cause=CAUSE)
    store.ask("store.move", id="a" * 12, incarnation=1, state="failed", error="no", error_code="failed", cause=CAUSE)
    assert s.poll(5000) and msgpack.unpackb(s.recv())["result"]["state"] == "failed"
    s.close()
