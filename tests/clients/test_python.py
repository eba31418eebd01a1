"""The Python package, installed as its users would: blocking and asyncio, over kills."""
import asyncio
import hashlib
import io
import itertools
import os
import random
import subprocess
import sys
import tarfile
import threading

import pytest
from harness import DEADLINE, MINIMAL, ROOT, eventually


@pytest.fixture(scope="session", autouse=True)
def installed(tmp_path_factory):
    """pip install ./client/python, into a directory of the test's own."""
    where = tmp_path_factory.mktemp("site")
    copy = tmp_path_factory.mktemp("source") / "python"
    subprocess.run(["cp", "-r", str(ROOT / "client/python"), str(copy)], check=True)
    subprocess.run(["/usr/bin/python3", "-m", "pip", "install", "--quiet", "--no-build-isolation", "--no-deps", "--no-index", "--target", str(where), str(copy)], check=True, timeout=120)
    sys.path.insert(0, str(where))
    import quilt as package
    assert str(where) in package.__file__
    assert os.path.exists(where / "quilt/py.typed")
    yield package
    sys.path.remove(str(where))


@pytest.fixture
def client(quilt, installed):
    with installed.Client(str(quilt.run)) as c:
        yield c


def killer(quilt, names=("frontdoor", "monitor", "store")):
    """Kills one after the other until it is told to stop."""
    stop = threading.Event()

    def work():
        rng = random.Random(5)
        while not stop.wait(0.1):
            try:
                quilt.kill_actor(rng.choice(names))
            except AssertionError:
                pass                    # one that is starting
    thread = threading.Thread(target=work)
    thread.start()
    return lambda: (stop.set(), thread.join())


def test_verbs_and_errors(client, installed, quilt):
    assert client.hello()["protocol_max"] == 1
    id = client.container_run(image=MINIMAL, argv=["sleep", "100000"], name="c", labels={"a": "b"})["id"]
    assert client.container_status(container="c")["status"]["labels"] == {"a": "b"}
    assert [c["id"] for c in client.container_list(label="a=b")["containers"]] == [id]
    with pytest.raises(installed.Error) as e:
        client.container_status(container="nobody")
    assert (e.value.code, e.value.retryable) == ("not_found", False) and "nobody" in str(e.value)
    with pytest.raises(installed.Error, match="unknown verb"):
        client.call("container.explode", {})
    with pytest.raises(TypeError):
        client.container_status(contaner="c")
    assert client.container_stop(container="c", grace_ms=0)["exit"]["reason"] == "stopped"
    assert client.container_wait(container="c")["state"] == "exited"


def test_nobody_there(installed, tmp_path, monkeypatch):
    import quilt.flow
    monkeypatch.setattr(quilt.flow, "RETRY_SECONDS", 0.5)
    with installed.Client(str(tmp_path)) as c, pytest.raises(installed.Error, match="unavailable"):
        c.hello()


def test_streams(client):
    done = client.run(MINIMAL, ["sh", "-c", "cat; echo end >&2; exit 3"], input=b"hello\n", auto_remove=True).collect()
    assert done[:3] == (3, b"hello\n", b"end\n") and done.exit["reason"] == "exited"
    client.container_run(image=MINIMAL, argv=["sh", "-c", "echo one; sleep 100000"], name="c")
    assert client.exec("c", ["wc", "-c"], input=itertools.repeat(b"x" * 1000, 5000))[:2] == (0, b"5000000\n")
    id = client.exec_detached("c", ["sh", "-c", "seq 1 1000; exit 4"])
    assert client.exec_wait(container="c", exec_id=id)["exit"]["code"] == 4
    whole = "".join(f"{n}\n" for n in range(1, 1001)).encode()
    assert client.exec_read("c", id).collect().out == whole
    assert client.exec_read("c", id, offset=1000).collect().out == whole[1000:]
    assert client.logs("c").collect().out == b"one\n"
    with client.logs("c", follow=True) as s:
        assert next(s) == ("stdout", b"one\n")


def test_a_request_is_done_once_whatever_is_killed(client, quilt):
    stop = killer(quilt)
    try:
        ids = [client.container_run(image=MINIMAL, argv=["true"], name=f"c{n}")["id"] for n in range(20)]
    finally:
        stop()
    quilt.ready()
    assert len(set(ids)) == 20
    assert sorted(c["id"] for c in client.container_list(all=True)["containers"]) == sorted(ids)


def test_megabytes_each_way_over_kills(client, quilt):
    client.container_run(image=MINIMAL, argv=["sleep", "100000"], name="c")
    data = random.Random(1).randbytes(8 << 20)
    stop = killer(quilt)
    try:
        done = client.exec("c", ["cat"], input=(data[i:i + 50000] for i in range(0, len(data), 50000)))
    finally:
        stop()
    assert done.code == 0 and hashlib.sha256(done.out).digest() == hashlib.sha256(data).digest()


def test_events_once_and_in_order_over_kills(client, quilt):
    seen, ready = [], threading.Event()

    def read():
        for event in client.events(0):
            seen.append(event)
            ready.set()
            if event["type"] == "exited" and len([e for e in seen if e["type"] == "exited"]) == 10:
                return
    thread = threading.Thread(target=read)
    thread.start()
    stop = killer(quilt)
    try:
        for _ in range(10):
            client.container_run(image=MINIMAL, argv=["true"])
    finally:
        stop()
    thread.join(DEADLINE)
    assert not thread.is_alive()
    assert [e["seq"] for e in seen] == list(range(1, len(seen) + 1)), "without a gap, none twice"
    assert [e["seq"] for e in client.events(3, follow=False)][0] == 4


def test_copies(client, installed):
    client.container_run(image=MINIMAL, argv=["sleep", "100000"], name="c")
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        info = tarfile.TarInfo("big")
        info.size = 30 << 20
        t.addfile(info, io.BytesIO(bytes(30 << 20)))
    client.copy_in("c", "/tmp", out.getvalue())
    back = b"".join(client.copy_out("c", "/tmp/big"))
    with tarfile.open(fileobj=io.BytesIO(back)) as t:
        assert t.getmember("big").size == 30 << 20
    with pytest.raises(installed.Error, match="No such file"):
        list(client.copy_out("c", "/nope"))
    with pytest.raises(installed.Error, match="not a tar"):
        client.copy_in("c", "/tmp", b"nonsense" * 100)


def test_asyncio(quilt, installed):
    import quilt as package
    import quilt.aio as aio

    async def work():
        async with aio.Client(str(quilt_run)) as q:
            ids = [r["id"] for r in await asyncio.gather(*(q.container_run(image=MINIMAL, argv=["sleep", "100000"]) for _ in range(5)))]
            outs = await asyncio.gather(*(q.exec(id, ["sh", "-c", "cat; exit 2"], input=id.encode()) for id in ids))
            assert [(o.code, o.out) for o in outs] == [(2, id.encode()) for id in ids]
            seen = []
            async for event in q.events(0):
                seen.append(event["type"])
                if seen.count("exec_exited") == 5:
                    break
            archive = b"".join([piece async for piece in q.copy_out(ids[0], "/etc/passwd")])
            assert b"root:" in archive
            await q.copy_in(ids[1], "/tmp", archive)
            with pytest.raises(package.Error, match="not_found"):
                await q.container_status(container="nobody")
            parts = [part async for part in q.run(MINIMAL, ["echo", "hi"], auto_remove=True)]
            assert parts == [("stdout", b"hi\n")]
            return len(ids)
    quilt_run = quilt.run
    assert asyncio.run(asyncio.wait_for(work(), 60)) == 5


def test_the_types_hold_what_the_model_says(installed):
    from quilt import api, messages
    for verb, (_, socket, fields, _, _) in messages.VERBS.items():
        name = verb.replace(".", "_")
        if hasattr(api.Verbs, name):
            import inspect
            assert {p.rstrip("_") for p in inspect.signature(getattr(api.Verbs, name)).parameters} - {"self"} == {f.rstrip("_") for f in fields}, verb
