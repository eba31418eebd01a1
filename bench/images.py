#!/usr/bin/python3
"""bench/images.py MINIMAL DEBIAN - images and layers beside tar, bsdtar and podman, in turn, in one run.

Prints one JSON object.  State and the peers' output are on a tmpfs of this run's own, forks on a btrfs on a loop device.
An import is measured from the command to its answer: unpacked, hashed on both sides of the compression, kept, recorded
and known to everybody; a peer's time is only unpacking, or what podman load does.
"""
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/lib"))
import harness  # noqa: E402
from disks import disk  # noqa: E402

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "7"))


def timed(command, env=None, expect=0):
    begin = time.perf_counter()
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **(env or {})})
    if done.returncode != expect:
        raise SystemExit(f"{command}: {done.returncode} {done.stderr.decode()[-300:]}")
    return (time.perf_counter() - begin) * 1e3, done.stdout.decode().strip()


def median(times):
    return round(statistics.median(times), 2)


class Daemon(harness.Quilt):
    def command(self, *args):
        return timed([harness.TREE / "bin/quilt", *args], {"QUILT_RUN_DIR": str(self.run)})


def wait_swept(q):
    harness.eventually(lambda: not any(p.name.startswith("trash-") for p in (q.state / "layers").iterdir()), 60)


def unpack(q, base, debian):
    """The same archive, cold each time."""
    times = {"quilt": [], "gnu tar": [], "bsdtar": []}
    for _ in range(ROUNDS):
        for name in times:
            out = base / "out"
            if name == "quilt":
                spent, digest = q.command("image", "import", debian)
                q.command("image", "remove", digest)
                wait_swept(q)
            else:
                out.mkdir()
                spent, _ = timed(["tar" if name == "gnu tar" else "bsdtar", "-xf", debian, "-C", out])
                shutil.rmtree(out)
            times[name].append(spent)
    result = {name: median(t) for name, t in times.items()}
    result["quilt/fastest"] = round(result["quilt"] / min(result["gnu tar"], result["bsdtar"]), 3)
    return result


def second_container(q, minimal, debian):
    """From an image of 121 MB that is here, and from one of 2 MB."""
    times = {"debian": [], "minimal": []}
    for image in (minimal, debian):
        q.command("run", "--rm", "--network", "none", image, "true")
    for _ in range(ROUNDS * 6):
        for name, image in (("debian", debian), ("minimal", minimal)):
            times[name].append(q.command("run", "--rm", "--network", "none", image, "true")[0])
    result = {name: median(t) for name, t in times.items()}
    result["debian/minimal"] = round(result["debian"] / result["minimal"], 3)
    return result


def layout_and_podman(q, base, debian):
    """An OCI archive of that image into both."""
    _, digest = q.command("image", "import", debian, "--tag", "localhost/debian:1")
    archive = base / "debian-oci.tar"
    q.command("image", "save", "localhost/debian:1", "-o", archive)
    q.command("image", "remove", digest)
    wait_swept(q)
    podman = ["podman", "--storage-driver", "vfs", "--root", base / "p", "--runroot", "/tmp/quilt-bench-podman"]
    times = {"quilt": [], "podman load": []}
    for _ in range(ROUNDS):
        spent, digest = q.command("image", "import", archive)
        times["quilt"].append(spent)
        q.command("image", "remove", digest)
        wait_swept(q)
        if shutil.which("podman"):
            times["podman load"].append(timed([*podman, "load", "-q", "-i", archive])[0])
            timed([*podman, "rmi", "-f", "localhost/debian:1"])
    archive.unlink()
    shutil.rmtree("/tmp/quilt-bench-podman", ignore_errors=True)
    result = {name: median(t) for name, t in times.items() if t}
    if "podman load" in result:
        result["podman load/quilt"] = round(result["podman load"] / result["quilt"], 2)
    return result


def ten_at_once(q, base, debian):
    """Ten clients import the same file, which is new each time; and one does."""
    one, ten = [], []
    for n in range(ROUNDS):
        for count, times in ((1, one), (10, ten)):
            copy = base / f"copy-{n}-{count}.tar.gz"
            shutil.copy(debian, copy)
            begin = time.perf_counter()
            clients = [q.background("image", "import", copy) for _ in range(count)]
            digests = {p.communicate()[0].decode().strip() for p in clients}
            times.append((time.perf_counter() - begin) * 1e3)
            assert len(digests) == 1 and "" not in digests
            q.command("image", "remove", digests.pop())
            wait_swept(q)
            copy.unlink()
    return {"one": median(one), "ten": median(ten), "ten/one": round(statistics.median(ten) / statistics.median(one), 3)}


def fork_on_btrfs(minimal):
    """20,000 files, 1 GB in a container that runs: how long it stands still."""
    fill = "mkdir /data; i=0; while [ $i -lt 20000 ]; do mkdir -p /data/$((i / 200)); dd if=/dev/urandom of=/data/$((i / 200))/$i bs=50k count=1 2>/dev/null; i=$((i + 1)); done; echo filled; while :; do echo x >> /data/log; sleep 0.01; done"
    with tempfile.TemporaryDirectory(dir="/var/tmp") as at, disk(pathlib.Path(at), "btrfs", 6000) as place:
        q = Daemon()
        q.state = place / "state"
        with q:
            c = q.run_d("--network", "none", minimal, "sh", "-c", fill)
            harness.eventually(lambda: "filled" in q.cli("logs", c).out, 900)
            frozen, whole = [], []
            for n in range(ROUNDS * 3):
                begin = time.perf_counter()
                reply = q.ask("container.fork", container=c, deadline=120)
                whole.append((time.perf_counter() - begin) * 1e3)
                frozen.append(reply["frozen_ns"] / 1e6)
                assert reply["method"] == "snapshot"
                q.ask("container.remove", container=reply["ids"][0])
            size = subprocess.run(["du", "-s", "--apparent-size", "-m", q.state / f"containers/{c}/rw/upper"], capture_output=True, text=True).stdout.split()[0]
            files = sum(len(f) for _, _, f in os.walk(q.state / f"containers/{c}/rw/upper"))
    return {"files": files, "mib": int(size), "method": "snapshot", "frozen_ms_p50": median(frozen), "frozen_ms_max": round(max(frozen), 2), "fork_ms_p50": median(whole), "n": len(frozen)}


def main():
    minimal, debian = sys.argv[1:3]
    harness.become_subreaper()
    base = pathlib.Path(tempfile.mkdtemp(prefix="quilt-bench."))
    base.chmod(0o711)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=711", "tmpfs", str(base)], check=True)
    tempfile.tempdir = str(base)
    try:
        with Daemon() as q:
            result = {"rounds": ROUNDS, "state": "tmpfs", "archive_mb": round(os.path.getsize(debian) / 1e6, 1), "unpack_ms": unpack(q, base, debian), "second_container_ms": second_container(q, minimal, debian),
                      "oci_layout_ms": layout_and_podman(q, base, debian), "ten_imports_ms": ten_at_once(q, base, debian)}
        result["fork_btrfs"] = fork_on_btrfs(minimal)
    finally:
        subprocess.run(["umount", "-l", str(base)], check=True)
        base.rmdir()
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
