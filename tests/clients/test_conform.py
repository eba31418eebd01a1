"""quilt-conform: this server passes it, others that are wrong do not, and neither do clients."""
import os
import subprocess
import threading

import msgpack
import zmq
from harness import MINIMAL, ROOT, TREE

CONFORM = str(ROOT / "client/conform/quilt-conform")


def conform(*args, **kw):
    return subprocess.run(["/usr/bin/python3", CONFORM, *map(str, args)], capture_output=True, text=True, timeout=200, **kw)


def test_this_server_passes(quilt):
    done = conform("server", "--run-dir", quilt.run, "--image", MINIMAL)
    print(done.stdout)
    assert done.returncode == 0, done.stdout + done.stderr
    passed = int(done.stdout.splitlines()[-1].split()[0])
    assert passed > 900 and "0 failed, 0 left out" in done.stdout


def test_as_it_is_installed(quilt, tmp_path):
    subprocess.run(["cmake", "--install", str(ROOT / "build/release"), "--prefix", str(tmp_path)], check=True, capture_output=True, timeout=60)
    done = subprocess.run(["/usr/bin/python3", str(tmp_path / "bin/quilt-conform"), "server", "--only", "hello"], capture_output=True, text=True, timeout=60,
                          env={**os.environ, "QUILT_RUN_DIR": str(quilt.run)})
    assert done.returncode == 0 and "0 failed" in done.stdout, done.stdout + done.stderr


def test_a_server_that_is_wrong_fails(tmp_path):
    """It says yes to everything, under another's id."""
    context, stop = zmq.Context(), threading.Event()
    s = context.socket(zmq.ROUTER)
    s.bind(f"ipc://{tmp_path}/control.sock")

    def serve():
        while not stop.is_set():
            if s.poll(50):
                peer, *frames = s.recv_multipart()
                s.send_multipart([peer, *frames[:-1], msgpack.packb({"v": 1, "id": "", "ok": True, "result": {"surprise": 1}})])
    thread = threading.Thread(target=serve)
    thread.start()
    try:
        done = conform("server", "--run-dir", tmp_path, "--timeout", "0.5", "--only", "id that is")
    finally:
        stop.set()
        thread.join()
        context.destroy(linger=0)
    assert done.returncode == 1 and "0 passed" in done.stdout.splitlines()[-1], done.stdout


def test_our_clients_pass(quilt, tmp_path):
    done = conform("client", "--run-dir", quilt.run, "--listen", tmp_path / "l", "--", TREE / "bin/quilt", "run", "--rm", MINIMAL, "sh", "-c", "seq 1 200000")
    last = done.stdout.splitlines()[-1]
    assert done.returncode == 0 and ", 0 wrong; 1 streams, 0 sent beyond" in last, last
    done = conform("client", "--run-dir", quilt.run, "--listen", tmp_path / "m", "--", "/usr/bin/python3", ROOT / "docs/examples/example.py", tmp_path / "m", MINIMAL)
    assert done.returncode == 0 and "3 requests, 0 wrong" in done.stdout, done.stdout


def test_a_client_that_is_wrong_fails(quilt, tmp_path):
    script = """
import zmq, msgpack, os
s = zmq.Context().socket(zmq.DEALER)
s.connect(f"ipc://{os.environ['QUILT_RUN_DIR']}/control.sock")
for body in ({"v": 1, "id": 1, "verb": "container.status"}, {"v": 1, "id": 2, "verb": "container.status", "args": {"container": 5}}, {"v": 1, "id": 3, "verb": "stop"}, {"v": 2, "id": 4, "verb": "hello"}):
    s.send(msgpack.packb(body))
    s.recv_multipart()
"""
    done = conform("client", "--run-dir", quilt.run, "--listen", tmp_path / "l", "--", "/usr/bin/python3", "-c", script)
    assert done.returncode == 1 and "4 requests, 4 wrong" in done.stdout, done.stdout
