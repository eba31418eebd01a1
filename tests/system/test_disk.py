"""A disk that is full, a state directory that is read-only: one clear error, nothing lost."""
import os
import shutil
import subprocess

import harness
import pytest
from harness import MINIMAL, Failed, eventually


@pytest.fixture
def small(tmp_path):
    """A state directory of 24 MiB."""
    q = harness.Quilt()
    q.state.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m,mode=711", "tmpfs", str(q.state)], check=True)
    with q:
        yield q
    subprocess.run(["umount", str(q.state)], check=True)


def test_a_full_disk(small):
    id = small.run_d("--name", "before", MINIMAL, "sh", "-c", "echo begun; sleep 1; exit 7")
    ballast = small.state / "ballast"
    try:
        with open(ballast, "wb", buffering=0) as f:
            while True:
                f.write(b"x" * 65536)
    except OSError:
        pass
    refused = 0
    for n in range(5):
        done = small.cli("run", "--name", f"n{n}", MINIMAL, "true", check=False, timeout=60)
        refused += done.returncode == 125 and len(done.err.strip().splitlines()) == 1
    assert small.status("before")["state"] in ("running", "exited"), "reading goes on"
    ballast.unlink()
    assert small.cli("wait", id).out == "7\n", "the exit was kept"
    assert eventually(lambda: small.cli("run", "--rm", MINIMAL, "echo", "again", check=False).out == "again\n")
    assert refused >= 1


def test_an_image_that_does_not_fit(small, tmp_path):
    from hostile import file, tar
    path = tmp_path / "large.tar"
    path.write_bytes(tar(*[file(f"f{i}", bytes(range(256)) * 8192) for i in range(30)], compress=False))
    with pytest.raises(Failed) as e:
        small.ask("image.import", path=str(path))
    assert e.value.code == "exhausted" and str(path) in e.value.message
    eventually(lambda: not list((small.state / "layers").iterdir()))
    assert small.cli("run", "--rm", MINIMAL, "true").returncode == 0


def test_a_read_only_state_directory(tmp_path):
    state = tmp_path / "state"
    state.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(state)], check=True)
    try:
        done = subprocess.run([str(harness.TREE / "sbin/quiltd"), "--run-dir", f"/tmp/quilt-test.{os.getpid()}", "--state-dir", str(state)], capture_output=True, text=True, timeout=20)
    finally:
        subprocess.run(["umount", str(state)], check=True)
        shutil.rmtree(f"/tmp/quilt-test.{os.getpid()}", ignore_errors=True)
    assert done.returncode == 1 and str(state) in done.stderr and len(done.stderr.strip().splitlines()) == 1
