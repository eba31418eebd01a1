"""Files out of and into containers, and what changed: no tool inside, nothing outside."""
import hashlib
import io
import os
import pathlib
import random
import signal
import subprocess
import tarfile
import threading

import pytest
from harness import DEADLINE, MINIMAL, TREE, Failed, eventually, processes


def tree(path):
    """What is there, as it is."""
    found = {}
    for top, dirs, files in os.walk(path):
        for name in dirs + files:
            p = pathlib.Path(top, name)
            st = p.lstat()
            found[str(p.relative_to(path))] = (st.st_mode, st.st_uid, st.st_gid, int(st.st_mtime), os.readlink(p) if p.is_symlink() else p.read_bytes() if p.is_file() else None)
    return found


@pytest.fixture
def sample(tmp_path):
    top = tmp_path / "sample"
    (top / "deep" / "er").mkdir(parents=True)
    (top / "a file\nwith a newline").write_text("x")
    (top / "deep" / "er" / "data").write_bytes(os.urandom(300000))
    os.link(top / "deep" / "er" / "data", top / "hard")
    os.symlink("deep/er/data", top / "soft")
    os.symlink("/etc/../../../../etc/hostname", top / "out")
    with open(top / "sparse", "wb") as f:
        f.truncate(50 << 20)
        f.seek(30 << 20)
        f.write(b"middle")
    os.chown(top / "deep", 1234, 4321)
    os.chmod(top / "deep", 0o2750)
    os.chmod(top / "hard", 0o4711)
    os.utime(top / "deep" / "er", (1, 1000000000))
    return top


@pytest.mark.parametrize("how", ["running", "userns", "created", "exited", "paused", "read-only-image"])
def test_there_and_back(quilt, sample, tmp_path, how):
    if how == "created":
        quilt.cli("create", "--name", "c", MINIMAL, "true")
    elif how == "exited":
        quilt.run_d("--name", "c", MINIMAL, "true")
        quilt.cli("wait", "c")
    else:
        quilt.run_d("--name", "c", *(["--userns", "100000:65536"] if how == "userns" else ["--tmpfs", "/var", "--read-only"] if how == "read-only-image" else []), MINIMAL, "sleep", "100000")
    if how == "paused":
        quilt.cli("pause", "c")
    place = "/var" if how == "read-only-image" else "/etc"
    quilt.cli("cp", sample, f"c:{place}")
    quilt.cli("cp", f"c:{place}/sample", tmp_path / "back")
    assert tree(tmp_path / "back") == tree(sample)
    assert (tmp_path / "back/hard").stat().st_nlink == 2
    assert (tmp_path / "back/sparse").stat().st_blocks < 10000
    if how == "read-only-image":
        assert "Read-only file system" in quilt.cli("cp", sample, "c:/etc", check=False).err
    if how == "exited":
        quilt.cli("start", "c")
        quilt.cli("wait", "c")
    if how in ("running", "userns"):
        assert quilt.cli("exec", "c", "stat", "-c", "%u %g %a", "/etc/sample/deep").out == "1234 4321 2750\n", "ids are those inside"
        assert quilt.cli("exec", "c", "cat", "/etc/sample/out").out == quilt.cli("exec", "c", "cat", "/etc/hostname").out, "a link out leads nowhere out"


def test_names(quilt, tmp_path):
    quilt.run_d("--name", "c", MINIMAL, "sh", "-c", "mkdir /d; echo one >/d/f; ln -s /d /link; sleep 100000")
    quilt.run_d("--name", "e", MINIMAL, "sleep", "100000")
    eventually(lambda: quilt.cli("exec", "c", "readlink", "/link", check=False).out)
    quilt.cli("cp", "c:/d/f", tmp_path / "new")
    assert (tmp_path / "new").read_text() == "one\n"
    quilt.cli("cp", tmp_path / "new", "c:/d")
    quilt.cli("cp", tmp_path / "new", "c:/link/other")
    assert quilt.cli("exec", "c", "ls", "/d").out.split() == ["f", "new", "other"]
    quilt.cli("cp", "c:/d", "e:/copy")
    assert quilt.cli("exec", "e", "ls", "/copy").out.split() == ["f", "new", "other"]
    (tmp_path / "new").write_text("two\n")
    quilt.cli("cp", tmp_path / "new", "c:/d/f")
    assert quilt.cli("exec", "c", "cat", "/d/f").out == "two\n"
    whole = subprocess.run([str(TREE / "bin/quilt"), "cp", "c:/", "-"], capture_output=True, env={**os.environ, "QUILT_RUN_DIR": str(quilt.run)}, timeout=60)
    with tarfile.open(fileobj=io.BytesIO(whole.stdout)) as t:
        assert {"./bin/busybox", "./d/f"} <= {"./" + n.removeprefix("./") for n in t.getnames()}
    for source, target, error in (("c:/nope", tmp_path, "/nope: No such file"), (tmp_path / "new", "c:/no/where", "/no/: No such file"), (tmp_path / "nope", "c:/d", "nope: No such file"),
                                  ("c:relative", tmp_path, "begins with /"), (tmp_path / "new", tmp_path / "x", "neither"), ("nobody:/x", tmp_path, "nobody"), ("c:/d/f", "/nope/x", "No such file")):
        done = quilt.cli("cp", source, target, check=False)
        assert done.returncode in (1, 125) and error in done.err, (source, target, done.err)


def archive(*entries):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as t:
        for name, kind, more in entries:
            info = tarfile.TarInfo(name)
            info.type = kind
            if kind == tarfile.REGTYPE:
                info.size = len(more)
                t.addfile(info, io.BytesIO(more))
            else:
                info.linkname = more
                t.addfile(info)
    return out.getvalue()


HOSTILE = {
    "an absolute path": archive(("/abs", tarfile.REGTYPE, b"x")),
    'a path with ".."': archive(("a/../../up", tarfile.REGTYPE, b"x")),
    "a hard link that points outside": archive(("l", tarfile.LNKTYPE, "../../etc/shadow")),
    "a device node": archive(("sda", tarfile.BLKTYPE, "")),
    "f: Truncated tar": archive(("f", tarfile.REGTYPE, b"x" * 100000))[:5000],
    "not a tar": b"\x01\x02\x03" * 1000,
}


def test_hostile_archives(quilt, tmp_path):
    quilt.run_d("--name", "c", MINIMAL, "sh", "-c", "mkdir /d; sleep 100000")
    eventually(lambda: quilt.cli("exec", "c", "test", "-d", "/d", check=False).returncode == 0)
    for error, data in HOSTILE.items():
        done = quilt.cli("cp", "-", "c:/d", input=data, check=False)
        assert done.returncode == 1 and error in done.err, (error, done.err)
    # a link that leads out, and an entry behind it: it stays in the container
    data = archive(("out", tarfile.SYMTYPE, f"/../../..{tmp_path}"), ("out/planted", tarfile.REGTYPE, b"x"))
    quilt.cli("cp", "-", "c:/d", input=data, check=False)
    assert not (tmp_path / "planted").exists()
    # what a hostile container offers, unpacked here: nothing passes through a link
    local = subprocess.run([str(TREE / "libexec/quilt/quilt-copy"), "in", str(tmp_path)], input=archive(("l", tarfile.SYMTYPE, "/tmp"), ("l/planted-by-quilt-test", tarfile.REGTYPE, b"x")), capture_output=True)
    assert not os.path.exists("/tmp/planted-by-quilt-test"), local.stderr


def test_a_hostile_container(quilt, tmp_path):
    """Paths are resolved inside, whatever links there are; a fifo is not waited for."""
    secret = tmp_path / "secret"
    secret.write_text("of the host")
    quilt.run_d("--name", "c", MINIMAL, "sh", "-c", f"mkdir -p /d; ln -s ../../../../../..{tmp_path} /d/up; ln -s /proc/1/root/../..{tmp_path} /d/proc; mkfifo /d/fifo; sleep 100000")
    eventually(lambda: quilt.cli("exec", "c", "test", "-p", "/d/fifo", check=False).returncode == 0)
    for way in ("up", "proc"):
        done = quilt.cli("cp", f"c:/d/{way}/secret", tmp_path / "got", check=False)
        assert done.returncode == 1 and ("No such file" in done.err or "Permission denied" in done.err) and not (tmp_path / "got").exists()
        quilt.cli("cp", secret, f"c:/d/{way}/planted", check=False)
        assert sorted(p.name for p in tmp_path.iterdir()) == ["secret"]
    quilt.cli("cp", "c:/d", tmp_path / "d")
    assert (tmp_path / "d/fifo").is_fifo()


def test_a_full_disk_is_named(quilt, tmp_path):
    quilt.run_d("--name", "c", "--tmpfs", "/small:size=1m", MINIMAL, "sleep", "100000")
    (tmp_path / "big").write_bytes(os.urandom(3 << 20))
    done = quilt.cli("cp", tmp_path / "big", "c:/small", check=False)
    assert done.returncode == 1 and "big: " in done.err and "No space left" in done.err
    os.mkfifo(tmp_path / "fifo")
    done = quilt.cli("cp", "c:/etc/passwd", tmp_path / "fifo", check=False)
    assert done.returncode == 1 and "neither a file nor a directory" in done.err and (tmp_path / "fifo").is_fifo()


def test_large_copies_survive_kills(quilt, tmp_path):
    data = random.Random(7).randbytes(40 << 20)
    (tmp_path / "data").write_bytes(data)
    quilt.run_d("--name", "c", MINIMAL, "sleep", "100000")
    stop = threading.Event()

    def kill():
        rng = random.Random(3)
        while not stop.wait(0.05):
            try:
                quilt.kill_actor(rng.choice(("frontdoor", "monitor", "store")))
            except AssertionError:
                pass                    # one that is starting
    killer = threading.Thread(target=kill)
    killer.start()
    try:
        quilt.cli("cp", tmp_path / "data", "c:/data", timeout=120)
        done = quilt.cli("cp", "c:/data", tmp_path / "back", timeout=120, check=False)
        print(done, quilt.ask("exec.list", container="c")) if done.returncode else None
        assert done.returncode == 0
    finally:
        stop.set()
        killer.join()
    quilt.ready()
    assert hashlib.sha256((tmp_path / "back").read_bytes()).digest() == hashlib.sha256(data).digest()


def test_a_client_that_vanishes(quilt, tmp_path):
    quilt.run_d("--name", "c", "--tmpfs", "/t", MINIMAL, "sh", "-c", "head -c 100000000 /dev/zero > /t/zero; echo there; sleep 100000")
    eventually(lambda: quilt.cli("logs", "c").out)
    process = quilt.background("cp", "c:/t/zero", "-")
    process.stdout.read(1 << 20)
    process.kill()
    process.wait()
    sessions = eventually(lambda: [s for s in quilt.ask("exec.list", container="c")["sessions"] if s["state"] == "running"])
    process = quilt.background("cp", "-", "c:/t", stdin=subprocess.PIPE)
    eventually(lambda: len([s for s in quilt.ask("exec.list", container="c")["sessions"] if s["state"] == "running"]) == 2)
    process.send_signal(signal.SIGINT)
    process.stdin.close()
    assert process.wait(DEADLINE) == 130
    eventually(lambda: [s["exec_id"] for s in quilt.ask("exec.list", container="c")["sessions"] if s["state"] == "running"] == [sessions[0]["exec_id"]])
    quilt.ask("exec.signal", container="c", exec_id=sessions[0]["exec_id"], signal=9)
    eventually(lambda: not [s for s in quilt.ask("exec.list", container="c")["sessions"] if s["state"] == "running"])


def test_one_that_is_copied_from_is_not_started(quilt):
    quilt.cli("create", "--name", "c", MINIMAL, "sleep", "1000")
    id = quilt.ask("container.copy_in", container="c", path="/", exec_id="mine")["exec_id"]
    assert id == quilt.ask("container.copy_in", container="c", path="/", exec_id="mine")["exec_id"]
    with pytest.raises(Failed, match="state: container .*: files are being copied"):
        quilt.ask("container.start", container="c")
    quilt.kill_actor("monitor")
    with pytest.raises(Failed, match="state: container .*: files are being copied"):
        quilt.ask("container.start", container="c")
    quilt.ask("exec.write", container="c", exec_id=id, data=archive(("hello", tarfile.REGTYPE, b"hi\n")), end=True)
    assert quilt.ask("exec.wait", container="c", exec_id=id)["exit"]["code"] == 0
    quilt.cli("start", "c")
    assert quilt.cli("exec", "c", "cat", "/hello").out == "hi\n"
    quilt.cli("remove", "-f", "c")
    quilt.cli("create", "--name", "d", MINIMAL, "true")
    quilt.ask("container.copy_in", container="d", path="/", exec_id="mine")
    quilt.cli("remove", "d")
    eventually(lambda: not processes("quilt-copy", quilt.run) and not processes("quilt-keeper", quilt.run))


def test_diff(quilt):
    quilt.run_d("--name", "c", MINIMAL, "sh", "-c", "rm /bin/vi; echo x >> /etc/passwd; rm -r /etc/ssl 2>/dev/null; mkdir -p /new/x; touch '/new/tab\there'; rm -rf /tmp; mkdir /tmp; touch /tmp/t; touch /done; sleep 100000")
    eventually(lambda: quilt.cli("exec", "c", "test", "-e", "/done", check=False).returncode == 0)
    lines = quilt.cli("diff", "c").out.splitlines()
    assert {"D /bin/vi", "C /etc/passwd", "A /new", "A /new/x", "A /new/tab\\011here", "C /tmp", "A /tmp/t"} <= set(lines)
    assert "C /etc" in lines and not any("resolv.conf" in line or "hostname" in line for line in lines)
    quilt.cli("stop", "-t", "0s", "c")
    assert quilt.cli("diff", "c").out.splitlines() == lines
    quilt.cli("create", "--name", "d", MINIMAL, "true")
    assert quilt.cli("diff", "d").out == ""


def test_what_was_not_written_is_an_error(quilt, tmp_path):
    quilt.run_d("--name", "c", MINIMAL, "sleep", "100000")
    env = {**os.environ, "QUILT_RUN_DIR": str(quilt.run)}
    with open("/dev/full", "wb") as full:
        done = subprocess.run([str(TREE / "bin/quilt"), "cp", "c:/bin", "-"], stdout=full, stderr=subprocess.PIPE, env=env, timeout=60)
    assert done.returncode == 125 and b"No space left" in done.stderr
    process = subprocess.Popen([str(TREE / "bin/quilt"), "cp", "c:/bin", "-"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env)
    process.stdout.read(1)
    process.stdout.close()
    assert process.wait(DEADLINE) == 125


def test_a_full_disk_of_the_daemon_makes_a_copy_wait(tmp_path):
    """Nothing is dropped: the archive goes on when there is room."""
    from harness import Quilt
    state = tmp_path / "state"
    state.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(state)], check=True)
    try:
        q = Quilt()
        q.state = state
        with q:
            q.run_d("--name", "c", "--tmpfs", "/big", MINIMAL, "sh", "-c", "head -c 30000000 /dev/urandom > /big/f; echo there; sleep 100000")
            eventually(lambda: q.cli("logs", "c").out)
            filler = state / "filler"
            free = os.statvfs(state).f_bavail * os.statvfs(state).f_frsize
            filler.write_bytes(bytes(max(0, free - (2 << 20))))
            process = q.background("cp", "c:/big/f", "-")
            eventually(lambda: os.statvfs(state).f_bavail * os.statvfs(state).f_frsize < 65536)
            filler.unlink()
            out, err = process.communicate(timeout=60)
            assert process.returncode == 0, err
            with tarfile.open(fileobj=io.BytesIO(out)) as t:
                assert len(t.extractfile("f").read()) == 30000000
    finally:
        subprocess.run(["umount", "-l", str(state)], check=True)


def test_nothing_of_a_copy_outlives_a_paused_container(quilt):
    quilt.run_d("--name", "p", MINIMAL, "sleep", "100000")
    quilt.cli("pause", "p")
    quilt.ask("container.copy_in", container="p", path="/root", exec_id="one")
    eventually(lambda: processes("quilt-copy", quilt.run) or subprocess.run(["pgrep", "-x", "quilt-copy"], capture_output=True).stdout)
    quilt.cli("remove", "--force", "p")
    eventually(lambda: not processes("quilt-keeper", quilt.run))


def test_a_restart_waits_for_a_copy(quilt):
    id = quilt.run_d("--name", "r", "--restart", "always", MINIMAL, "sh", "-c", "sleep 0.2; exit 1")
    eventually(lambda: quilt.status("r")["state"] == "exited" and quilt.status("r")["restarts"] >= 3)

    def begin():
        try:
            return quilt.ask("container.copy_in", container="r", path="/root", exec_id="mine")
        except Failed:
            return None                 # it was being started just then
    eventually(lambda: quilt.status("r")["state"] == "exited" and begin())
    with pytest.raises(Failed, match="unavailable: container .*: files are being copied"):
        quilt.ask("container.copy_in", container="r", path="/root", exec_id="other")
    before = quilt.status("r")["incarnation"]
    quilt.kill_actor("store")
    assert quilt.status("r")["incarnation"] == before
    quilt.ask("exec.write", container="r", exec_id="mine", data=archive(("x", tarfile.REGTYPE, b"y")), end=True)
    eventually(lambda: quilt.status("r")["incarnation"] > before)
    quilt.cli("remove", "-f", id)


def test_what_is_in_the_way_is_not_replaced_by_a_directory(quilt, tmp_path):
    quilt.run_d("--name", "c", MINIMAL, "sh", "-c", "echo f > /f; mkdir /real; ln -s real /link; sleep 100000")
    eventually(lambda: quilt.cli("exec", "c", "readlink", "/link", check=False).out)
    (tmp_path / "dir").mkdir()
    (tmp_path / "dir/x").write_text("x")
    done = quilt.cli("cp", tmp_path / "dir", "c:/f", check=False)
    assert done.returncode == 1 and "exists and is no directory" in done.err and quilt.cli("exec", "c", "cat", "/f").out == "f\n"
    (tmp_path / "link").mkdir()
    (tmp_path / "link/y").write_text("y")
    quilt.cli("cp", tmp_path / "link", "c:/")
    assert quilt.cli("exec", "c", "cat", "/real/y").out == "y", "a link to a directory stays one"
    (tmp_path / "dest").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "dest/real").symlink_to("../elsewhere")
    done = quilt.cli("cp", "c:/real", tmp_path / "dest", check=False)
    assert done.returncode == 1 and (tmp_path / "dest/real").is_symlink() and not list((tmp_path / "elsewhere").iterdir())
    with open("/dev/null") as three:
        process = subprocess.run(["sh", "-c", f"exec {TREE}/bin/quilt cp c:/real {tmp_path}/o 3<&0"], stdin=three, env={**os.environ, "QUILT_RUN_DIR": str(quilt.run)}, timeout=60)
    assert process.returncode == 0 and (tmp_path / "o/y").exists()
