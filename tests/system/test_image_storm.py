"""Whatever is killed and whenever, and however full the disk: nothing half made, nothing missing; doctor says so."""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tarfile

import pytest
from disks import disk
from harness import MINIMAL, Failed, Quilt, eventually, host_listing, processes
from images import tool, umoci_image

OPERATIONS = int(os.environ.get("QUILT_STORM_OPERATIONS", "100"))
WORKERS = ("quilt-imaged", "quilt-unpack", "quilt-layout", "quilt-clone", "quilt-pack", "quilt-measure", "quilt-sweep")


def healthy(q):
    return subprocess.run([str(a) for a in (__import__("harness").TREE / "bin/quilt", "doctor", "--deep")], env={**os.environ, "QUILT_RUN_DIR": str(q.run)}, capture_output=True, text=True)


def assert_healthy(q):
    def fine():
        done = healthy(q)
        return done.returncode == 0 and "0 findings" in done.stdout
    try:
        eventually(fine, 30)
    except AssertionError:
        raise AssertionError(healthy(q).stdout + healthy(q).stderr)
    eventually(lambda: not [p for d in ("layers", "snapshots", "volumes", "secrets") for p in (q.state / d).iterdir() if p.name.startswith(("trash-", "."))], 30)


def archive(at, number):
    path = at / f"{number}.tar"
    with tarfile.open(path, "w") as t:
        info = tarfile.TarInfo(f"file{number}")
        info.size = 300000
        t.addfile(info, open("/dev/urandom", "rb"))
        for i in range(200):
            t.addfile(tarfile.TarInfo(f"d/{i}"))
    return path


def kill_some(q, rng, pids=None):
    """One of imaged and its workers, if there is one."""
    name = rng.choice(WORKERS)
    found = processes(name, q.run) if name == "quilt-imaged" else [p for p in children_of(processes("quilt-imaged", q.run)) if comm(p) == name[:15]]
    for pid in found[:1]:
        try:
            os.kill(pid, signal.SIGKILL)
            return 1
        except ProcessLookupError:
            pass
    return 0


def comm(pid):
    try:
        return pathlib.Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""


def children_of(parents):
    out = []
    for p in parents:
        try:
            out += [int(x) for x in pathlib.Path(f"/proc/{p}/task/{p}/children").read_text().split()]
        except OSError:
            pass
    return out


def test_killed_at_any_point(quilt, tmp_path):
    rng = random.Random(5)
    layout = umoci_image(tmp_path)
    archives = [archive(tmp_path, i) for i in range(8)]
    (tmp_path / "secret").write_text("x")
    parent = quilt.run_d("--name", "parent", MINIMAL, "sh", "-c", "for i in $(seq 300); do echo $i > /f$i; done; sleep 100000")
    # what every operation may say: that it was cut off, or that what it names is not there (any more), is there already, or is in use
    allowed = ("not known", "known", "ended without a result", "restarting", "meanwhile", "exists", "in use", "has it", "made from it", "Quilt", "not being taken", "nobody", "no answer", "is not here", "try again", "was removed")

    def operations():
        n = rng.randrange(8)
        return rng.choice([
            ("image", "import", archives[n], "--tag", f"t{n}:1"), ("image", "import", layout, "--tag", f"app:{n % 3}"), ("image", "remove", f"t{n}:1"), ("image", "remove", f"app:{n % 3}"),
            ("image", "tag", f"t{n}:1", f"u{n}:1"), ("image", "remove", f"u{n}:1"), ("image", "prune", "--all"), ("image", "save", f"t{n}:1", "-o", tmp_path / "out.tar"),
            ("commit", "parent", f"c{n}:1"), ("image", "remove", f"c{n}:1"), ("fork", "parent", "--no-start", "--name", f"f{n}"), ("remove", "-f", f"f{n}"), ("snapshot", "parent", f"s{n}"),
            ("snapshot", "remove", f"s{n}"), ("fork", f"snapshot:s{n}", "--no-start", "--name", f"g{n}"), ("remove", "-f", f"g{n}"), ("volume", "create", f"v{n}"), ("volume", "remove", f"v{n}"),
            ("volume", "prune"), ("secret", "create", f"x{n}", tmp_path / "secret"), ("secret", "remove", f"x{n}"), ("run", "--rm", "-v", f"v{n}:/v", archives[n], "x"), ("df",), ("doctor",)])
    running, killed, odd = [], 0, []
    for i in range(OPERATIONS):
        args = operations()
        running.append((args, quilt.background(*map(str, args))))
        killed += kill_some(quilt, rng)
        if len(running) >= 3:
            args, p = running.pop(0)
            out, err = p.communicate(timeout=120)
            text = err.decode(errors="replace")
            if p.returncode not in (0, 1, 127) and not any(word in text for word in allowed):
                odd.append((args, p.returncode, text))
    for args, p in running:
        p.communicate(timeout=120)
    print(f"{OPERATIONS} operations, {killed} kills")
    assert not odd, "\n".join(f"{args}: {code}: {text}" for args, code, text in odd)
    assert killed > OPERATIONS / 20
    eventually(lambda: quilt.cli("health", check=False).returncode == 0)
    assert_healthy(quilt)
    assert quilt.status("parent")["state"] == "running" and quilt.cli("exec", parent, "cat", "/f7").out == "7\n"
    for image in quilt.ask("image.list")["images"]:                                       # every one that is said to be there is whole
        quilt.cli("image", "save", image["digest"], "-o", tmp_path / "whole.tar")
        tool("skopeo", "inspect", f"oci-archive:{tmp_path}/whole.tar")


def test_doctor_finds_and_mends(quilt, tmp_path):
    quilt.cli("image", "import", MINIMAL, "--tag", "m:1")
    quilt.cli("volume", "create", "v")
    assert healthy(quilt).returncode == 0
    strays = [quilt.state / "layers" / ("a" * 64), quilt.state / "volumes/nobody", quilt.state / "snapshots/left", quilt.state / "layers/.unpack-99"]
    for s in strays:
        (s / "root").mkdir(parents=True)
    (quilt.state / "blobs/sha256" / ("b" * 64)).write_text("x")
    quilt.cli("volume", "create", "data", "--label", "of=ann")
    subprocess.run(["cp", "-a", quilt.state / "volumes/data", tmp_path / "data"], check=True)
    quilt.cli("volume", "remove", "data")
    shutil.move(tmp_path / "data", quilt.state / "volumes/data")                          # one that the store does not know
    eventually(lambda: healthy(quilt).stdout.count("stray") == 5 and "unknown" in healthy(quilt).stdout, 30)                     # the young ones may be on their way
    assert healthy(quilt).returncode == 1
    done = quilt.cli("doctor", "--mend", check=False)
    assert done.returncode == 1 and done.out.count("(mended)") == 4 and done.out.count("it stays") == 2
    assert (quilt.state / "volumes/data/data").is_dir() and strays[1].is_dir() and strays[2].is_dir()
    eventually(lambda: [v["labels"] for v in quilt.ask("volume.list")["volumes"] if v["name"] == "data"] == [{"of": "ann"}], 10)
    for s in strays[1:3]:
        shutil.rmtree(s)
    assert_healthy(quilt)
    assert (quilt.state / "volumes/v/data").is_dir()
    record = quilt.ask("image.inspect", image="m:1")["record"]
    blob = quilt.state / "blobs/sha256" / record["layers"][0]["blob"]
    data = bytearray(blob.read_bytes())
    data[100] ^= 1
    blob.write_bytes(data)
    assert "damaged" in healthy(quilt).stdout
    quilt.cli("image", "import", MINIMAL)                                                 # its bytes come anew
    assert_healthy(quilt)
    blob.unlink()
    layer = quilt.state / "layers" / record["layers"][0]["diff"]
    subprocess.run(["rm", "-r", str(layer)], check=True)
    done = quilt.cli("doctor", check=False)
    assert done.returncode == 1 and done.out.count("missing") == 2
    with pytest.raises(Failed, match="import it again"):
        quilt.ask("container.create", image="m:1", argv=["true"])
    quilt.cli("image", "import", MINIMAL)                                                 # and it is whole again
    assert_healthy(quilt)
    assert quilt.cli("run", "--rm", "m:1", "echo", "again").out == "again\n"


def test_a_dry_run_says_what_goes(quilt):
    quilt.cli("image", "import", MINIMAL, "--tag", "m:1")
    c = quilt.cli("run", "-d", "m:1", "sleep", "1000").out.strip()
    for name in ("one:1", "two:1"):
        quilt.cli("commit", "--message", name, c, name)
    quilt.cli("remove", "--force", c)
    dry = quilt.ask("image.prune", all=True, dry_run=True)
    gone = quilt.ask("image.prune", all=True)
    assert dry["bytes"] == gone["bytes"] > 1000000 and sorted(dry["images"]) == sorted(gone["images"]) and len(gone["images"]) == 3


def test_df_and_prune(quilt, tmp_path):
    quilt.cli("image", "import", MINIMAL, "--tag", "m:1")
    quilt.cli("image", "import", archive(tmp_path, 1))
    quilt.cli("run", "-v", "v:/v", "m:1", "dd", "if=/dev/zero", "of=/v/x", "bs=1M", "count=2")
    kept = quilt.run_d("m:1", "sleep", "1000")
    quilt.cli("volume", "create", "loose")
    use = {(i["kind"], i["name"]): i for i in quilt.ask("disk.usage")["items"]}
    assert use[("volume", "v")]["bytes"] >= 2 << 20 and use[("volume", "v")]["used"] and not use[("volume", "loose")]["used"] and use[("container", kept)]["used"]
    assert "image" in quilt.cli("df").out and kept in quilt.cli("df", "-v").out
    dry = quilt.cli("prune", "--volumes", "--dry-run").out
    assert quilt.cli("df", "-v").out.count("volume") == 2
    done = quilt.cli("prune", "--volumes").out
    assert len(dry.splitlines()) == 3 and done.count("container ") == 1 and done.count("image ") == 1 and "volume loose" in done
    assert "volume v" in done and quilt.ask("volume.list")["volumes"] == [], "v was the ended container's alone"
    assert_healthy(quilt)


def fill(f, size):
    try:
        while size > 0:
            size -= os.write(f.fileno(), b"x" * min(size, 65536))
    except OSError:
        pass                                # as full as can be


def run(q, at, ballast):
    """Its start may be written down and its end not: then it waits for the disk, and says how it ended once there is room."""
    p = q.background("run", "--rm", "m:1", "true")
    try:
        out, err = p.communicate(timeout=3)
    except subprocess.TimeoutExpired:
        ballast.unlink()
        out, err = p.communicate(timeout=30)
        assert p.returncode == 0, err
    p.err = err.decode()
    return p


VERBS = {
    "import": lambda q, at, ballast: q.cli("image", "import", at / "1.tar", "--tag", "x:1", check=False),
    "import-layout": lambda q, at, ballast: q.cli("image", "import", at / "layout", "--tag", "x:1", check=False),
    "import-stdin": lambda q, at, ballast: q.cli("image", "import", "-", input=(at / "1.tar").read_bytes(), check=False),
    "tag": lambda q, at, ballast: q.cli("image", "tag", "m:1", "n:1", check=False),
    "commit": lambda q, at, ballast: q.cli("commit", "parent", "c:1", check=False),
    "fork": lambda q, at, ballast: q.cli("fork", "parent", "--no-start", check=False),
    "snapshot": lambda q, at, ballast: q.cli("snapshot", "parent", "s", check=False),
    "volume": lambda q, at, ballast: q.cli("volume", "create", "v", check=False),
    "secret": lambda q, at, ballast: q.cli("secret", "create", "s", at / "big", check=False),
    "run": run,
    "df": lambda q, at, ballast: q.cli("df", check=False),
    "remove": lambda q, at, ballast: q.cli("image", "remove", "o:1", check=False),
    "prune": lambda q, at, ballast: q.cli("image", "prune", check=False),
}


def test_a_full_disk_in_the_middle_of_each_verb(tmp_path):
    umoci_image(tmp_path)
    archive(tmp_path, 1)
    (tmp_path / "big").write_bytes(os.urandom(200000))
    with disk(tmp_path, "ext4", 60) as place:
        before = host_listing()
        q = Quilt()
        q.state = place / "state"
        with q:
            q.keep = True
            q.cli("image", "import", MINIMAL, "--tag", "m:1")
            q.cli("image", "import", archive(tmp_path, 2), "--tag", "o:1")
            q.run_d("--name", "parent", "m:1", "sh", "-c", "dd if=/dev/urandom of=/x bs=1k count=700 2>/dev/null; sleep 100000")
            eventually(lambda: q.cli("exec", "parent", "stat", "-c", "%s", "/x").out == "716800\n")
            answers = {}
            for free in (100, 600):         # KiB left: nothing fits, or half of it does
                for name, verb in VERBS.items():
                    ballast = place / "ballast"
                    stat = os.statvfs(place)
                    with open(ballast, "wb", buffering=0) as f:
                        fill(f, stat.f_bfree * stat.f_frsize - free * 1024)
                    done = verb(q, tmp_path, ballast)
                    if done.returncode not in (0, 1):
                        assert done.returncode == 125 and len(done.err.strip().splitlines()) == 1, (name, done.err)
                        assert "space" in done.err or "full" in done.err or "known" in done.err, (name, done.err)
                    answers[name, free] = done.returncode, done.err.strip()
                    ballast.unlink(missing_ok=True)
                    eventually(lambda: q.cli("health", check=False).returncode == 0)
                    for gone in (("image", "remove", "x:1"), ("image", "remove", "c:1"), ("image", "remove", "n:1"), ("snapshot", "remove", "s"), ("volume", "remove", "v"), ("secret", "remove", "s")):
                        q.cli(*gone, check=False)
            for key, (code, err) in answers.items():
                print(*key, code, err[:150])
            assert sum(code == 125 for code, _ in answers.values()) >= 8
            assert_healthy(q)
            assert q.status("parent")["state"] == "running"
            assert q.cli("run", "--rm", "m:1", "echo", "goes on").out == "goes on\n"
        q.check_nothing_left(before)
