"""A container's files, elsewhere: forks, snapshots, images, archives."""
import json
import os
import pathlib
import shutil
import stat
import subprocess
import tarfile

import pytest
from disks import disk
from harness import MINIMAL, Failed, Quilt, eventually, host_listing
from images import tool, umoci_image

MAKE = """mkdir -p /made/deep; echo one > /made/one; ln /made/one /made/hard; ln -s one /made/soft; echo x > /etc/passwd.new; rm /etc/group; rm -r /usr; mkdir /usr; echo fresh > /usr/fresh
chown 7:8 /made/one; chmod 4750 /made/one; mkfifo /made/pipe; dd if=/dev/zero of=/made/hole bs=1 count=1 seek=1000000 2>/dev/null; touch -d '2001-02-03 04:05:06' /made/deep; echo made"""
LOOK = "cd /; find made usr etc -print | sort; stat -c '%n %a %u %g %h %s' made/one made/hard made/hole; stat -c '%Y' made/deep; readlink made/soft; cat made/one usr/fresh; ls etc"


def made(quilt, *options):
    c = quilt.run_d("--name", "parent", *options, MINIMAL, "sh", "-c", f"{MAKE}; sleep 1000")
    eventually(lambda: quilt.cli("logs", c).out == "made\n")
    return c


def look(quilt, ref):
    return quilt.cli("exec", ref, "sh", "-c", LOOK).out


@pytest.fixture(params=["copy", "reflink", "snapshot"])
def on_disk(request, tmp_path):
    """A daemon whose state is on a filesystem that copies, shares blocks, or makes snapshots."""
    with disk(tmp_path, {"copy": "ext4", "reflink": "xfs", "snapshot": "btrfs"}[request.param], 400) as place:
        before = host_listing()
        q = Quilt()
        q.state = place / "state"
        with q:
            q.keep = True
            yield q, request.param
        q.check_nothing_left(before)


def test_a_fork_has_the_files_and_goes_its_own_way(on_disk):
    quilt, method = on_disk
    parent = made(quilt, "-l", "team=a", "--memory", "64m", "-e", "A=1")
    reply = quilt.ask("container.fork", container="parent", name="child", count=3)
    assert reply["method"] == method and reply["source_state"] == "running" and reply["frozen_ns"] > 0
    assert quilt.status(parent)["state"] == "running" and len(reply["ids"]) == 3
    for i, id in enumerate(reply["ids"]):
        quilt.ask("container.start", container=id)
        spec = quilt.ask("container.inspect", container=id)["spec"]
        assert spec["name"] == f"child-{i + 1}" and spec["labels"] == {"team": "a"} and spec["limits"]["memory_bytes"] == 64 << 20 and spec["origin"] == {"container": parent}
        quilt.cli("exec", id, "sh", "-c", "rm /made/one; echo mine > /made/mine")
    assert "mine" not in look(quilt, parent) and "hard 4750 7 8 2" in look(quilt, parent)
    quilt.cli("exec", parent, "sh", "-c", "echo later > /made/later")
    assert quilt.cli("exec", "child-2", "ls", "/made").out.split() == ["deep", "hard", "hole", "mine", "pipe", "soft"]


def test_every_file_of_it_is_the_same(on_disk):
    quilt, method = on_disk
    made(quilt)
    child = quilt.ask("container.fork", container="parent")["ids"][0]
    quilt.ask("container.start", container=child)
    eventually(lambda: "made" in quilt.cli("logs", child).out or "exists" in quilt.cli("logs", child).out)
    # the command has run again in the child: its files are compared in one that does not run it
    other = quilt.cli("create", "--name", "still", MINIMAL, "true").out.strip()
    quilt.cli("remove", other)
    snap = quilt.ask("container.snapshot", container="parent", name="s")
    assert snap["method"] == method
    second = quilt.ask("container.fork", snapshot="s", name="second")["ids"][0]
    upper = [quilt.state / f"containers/{x}/rw/upper" for x in (quilt.status("parent")["id"], second)]
    listing = [sorted((str(p.relative_to(u)), p.lstat().st_mode, p.lstat().st_uid, p.lstat().st_nlink if p.is_file() else 0, p.lstat().st_size if not p.is_dir() else 0,
                       p.lstat().st_rdev, {n: os.getxattr(p, n, follow_symlinks=False) for n in os.listxattr(p, follow_symlinks=False)}, p.lstat().st_mtime_ns if p.is_file() or p.is_dir() else 0)
                      for p in u.rglob("*")) for u in upper]
    assert listing[0] == listing[1] and len(listing[0]) > 10
    assert (upper[1] / "made/hole").stat().st_blocks < 100


def test_of_one_that_does_not_run(on_disk):
    quilt, method = on_disk
    ended = quilt.cli("run", "-d", "--name", "ended", MINIMAL, "sh", "-c", "echo x > /x").out.strip()
    quilt.wait_state(ended, "exited")
    reply = quilt.ask("container.fork", container=ended)
    assert (reply["method"], reply["source_state"], reply["frozen_ns"]) == (method, "exited", 0)
    created = quilt.cli("create", MINIMAL, "ls", "/").out.strip()
    assert quilt.ask("container.fork", container=created)["source_state"] == "created"
    paused = quilt.run_d("--name", "p", MINIMAL, "sleep", "1000")
    quilt.cli("pause", paused)
    assert quilt.ask("container.fork", container=paused)["source_state"] == "paused"
    assert quilt.status(paused)["state"] == "paused"
    quilt.cli("resume", paused)
    assert quilt.cli("exec", paused, "echo", "alive").out == "alive\n"


def test_while_its_files_are_taken_it_stays_as_it_is(quilt):
    parent = quilt.run_d(MINIMAL, "sh", "-c", "mkdir /made; i=0; while [ $i -lt 4000 ]; do echo $i > /made/$i; i=$((i + 1)); done")
    quilt.cli("wait", parent)
    forks = [quilt.background("fork", parent, "--no-start", "-q") for _ in range(2)]
    eventually(lambda: list((quilt.state / "snapshots").iterdir()))
    started = quilt.cli("start", parent, check=False)                                     # after, or not at all
    assert started.returncode == 0 or "its files are just being taken" in started.err
    quilt.cli("remove", "--force", parent)
    children = [p.communicate(timeout=60)[0].decode().split() for p in forks]
    assert all(len(c) == 1 for c in children)
    for child in children:
        assert len(list((quilt.state / "containers" / child[0] / "rw/upper/made").iterdir())) == 4000
    assert not (quilt.state / "containers" / parent).exists()


def test_secrets_come_along_only_when_told(quilt, tmp_path):
    (tmp_path / "s").write_text("v")
    quilt.cli("secret", "create", "s", tmp_path / "s")
    quilt.run_d("--name", "parent", "--secret", "s", MINIMAL, "sh", "-c", "test -s /run/secrets/s && echo told || echo none; sleep 1000")
    quilt.cli("fork", "parent", "--name", "without")
    quilt.cli("fork", "parent", "--name", "with", "--secrets")
    eventually(lambda: quilt.cli("logs", "without").out == "none\n")
    eventually(lambda: quilt.cli("logs", "with").out == "told\n")


def test_all_or_none(quilt):
    quilt.run_d("--name", "parent", MINIMAL, "sleep", "1000")
    quilt.cli("create", "--name", "n-3", MINIMAL, "true")
    before = {c["id"] for c in quilt.ask("container.list", all=True)["containers"]}
    with pytest.raises(Failed, match="n-3"):
        quilt.ask("container.fork", container="parent", name="n", count=4)
    eventually(lambda: {c["id"] for c in quilt.ask("container.list", all=True)["containers"]} == before)
    eventually(lambda: {p.name for p in (quilt.state / "containers").iterdir()} <= before)
    for wrong, word in (({"count": 0}, "count"), ({"count": 1000}, "count"), ({"snapshot": "x"}, "one of"), ({"container": None}, "one of")):
        with pytest.raises(Failed, match=word):
            quilt.ask("container.fork", **{"container": "parent", **wrong})
    with pytest.raises(Failed, match="nothing"):
        quilt.ask("container.fork", snapshot="nothing")


def test_snapshots_outlive_their_container(quilt):
    made(quilt, "-l", "a=b")
    digest = quilt.ask("container.inspect", container="parent")["status"]["digest"]
    assert quilt.cli("snapshot", "parent", "base", "-l", "k=v").out == "base\n"
    with pytest.raises(Failed, match="exists"):
        quilt.ask("container.snapshot", container="parent", name="base")
    quilt.cli("remove", "-f", "parent")
    with pytest.raises(Failed, match="snapshot base"):
        quilt.ask("image.remove", image=digest)
    quilt.kill_actor("imaged")
    quilt.kill_actor("store")
    quilt.cli("fork", "snapshot:base", "--name", "again", "--no-start")
    assert quilt.ask("container.inspect", container="again")["spec"]["origin"] == {"snapshot": "base"}
    assert quilt.ask("container.inspect", container="again")["spec"]["labels"] == {"a": "b"}
    listed = quilt.ask("snapshot.list", label="k=v")["snapshots"]
    assert [s["name"] for s in listed] == ["base"] and "base" in quilt.cli("snapshot", "list").out
    quilt.cli("snapshot", "remove", "base")
    eventually(lambda: not list((quilt.state / "snapshots").iterdir()))
    quilt.cli("start", "again")
    assert "fresh" in quilt.cli("exec", "again", "cat", "/usr/fresh").out


def test_it_goes_on_whoever_is_killed(quilt):
    made(quilt)
    for actor in ("imaged", "monitor", "store", "imaged", "monitor"):
        p = quilt.background("fork", "parent", "--no-start", "-q")
        quilt.kill_actor(actor)
        p.communicate(timeout=60)
        eventually(lambda: quilt.cli("exec", "parent", "echo", "alive", check=False).out == "alive\n")
    known = {c["id"] for c in quilt.ask("container.list", all=True)["containers"]}
    quilt.kill_actor("monitor")             # what it finds without a row goes
    eventually(lambda: quilt.status("parent")["state"] == "running")
    eventually(lambda: {p.name for p in (quilt.state / "containers").iterdir()} <= known)
    eventually(lambda: not list((quilt.state / "snapshots").iterdir()))


def test_a_commit_is_an_image(quilt, tmp_path):
    layout = umoci_image(tmp_path)
    quilt.cli("image", "import", layout, "--tag", "app:1")
    c = quilt.run_d("--entrypoint", "/bin/sh", "--user", "0", "app:1", "-c", "echo new > /new; rm /etc/one; rm -r /deep; mkdir /deep; echo d > /deep/d; echo v > /data/v; echo done; sleep 1000")
    eventually(lambda: quilt.cli("logs", c).out == "done\n")
    digest = quilt.cli("commit", c, "app:2", "--message", "by a test", "--cmd", "committed", "--env", "A=three", "--env", "C=four", "--label", "more=yes").out.strip()
    record = quilt.ask("image.inspect", image="app:2")["record"]
    assert record["image"]["digest"] == digest and record["image"]["layers"] == 4 and record["history"][-1]["comment"] == "by a test"
    assert record["config"]["labels"] == {"who": "umoci", "more": "yes"} and record["config"]["env"] == {"A": "three", "B": "two", "C": "four"}
    assert quilt.cli("run", "--rm", "app:2").out == "committed\n"
    script = "cat /new /deep/d; ls /deep; ls /data; cat /etc/one; echo $A $B $C"
    done = quilt.cli("run", "--rm", "--entrypoint", "/bin/sh", "app:2", "-c", script)
    assert done.out == "new\nd\nd\nthree two four\n" and "/etc/one" in done.err       # the image volume is not part of it
    archive = tmp_path / "app2.tar"
    quilt.cli("image", "save", "app:2", "-o", archive)
    tool("skopeo", "copy", "-q", f"oci-archive:{archive}", f"oci:{tmp_path}/out:x")
    tool("umoci", "unpack", "--image", f"{tmp_path}/out:x", tmp_path / "bundle")
    root = tmp_path / "bundle/rootfs"
    assert (root / "new").read_text() == "new\n" and not (root / "etc/one").exists() and [p.name for p in (root / "deep").iterdir()] == ["d"]
    quilt.cli("remove", "-f", c)
    quilt.cli("image", "remove", "app:1")
    assert quilt.cli("run", "--rm", "app:2").out == "committed\n"                        # its layers are its own


def test_a_commit_from_a_user_namespace(quilt):
    c = quilt.run_d("--userns", "100000:65536", MINIMAL, "sh", "-c", "echo x > /x; chown 1000:1000 /x; echo done; sleep 1000")
    eventually(lambda: quilt.cli("logs", c).out == "done\n")
    quilt.cli("commit", c, "mapped:1")
    assert quilt.cli("run", "--rm", "mapped:1", "stat", "-c", "%u %g", "/x", "/bin").out == "1000 1000\n0 0\n"
    with pytest.raises(Failed):
        quilt.ask("container.commit", container="nothing")


def test_an_export_is_all_files_and_no_mount(quilt, tmp_path):
    c = quilt.run_d("--name", "e", "--tmpfs", "/srv", "-v", "vol:/vol", MINIMAL, "sh", "-c", "echo mine > /mine; echo t > /srv/t; echo v > /vol/v; echo done; sleep 1000")
    eventually(lambda: quilt.cli("logs", c).out == "done\n")
    quilt.cli("export", c, "-o", tmp_path / "running.tar")
    quilt.cli("stop", "-t", "0", c)
    quilt.cli("export", "e", "-o", tmp_path / "stopped.tar")
    for name in ("running", "stopped"):
        with tarfile.open(tmp_path / f"{name}.tar") as t:
            names = {m.name.removeprefix("./") for m in t.getmembers()}
            assert {"mine", "bin/busybox", "etc/passwd"} <= names and not {n for n in names if n.startswith(("proc/", "sys/", "srv/", "vol/", "dev/null"))}, name
        quilt.cli("image", "import", tmp_path / f"{name}.tar", "--tag", f"{name}:1")
        assert quilt.cli("run", "--rm", f"{name}:1", "cat", "/mine").out == "mine\n"


def test_an_export_holds_no_secret_and_its_log_none_either(quilt, tmp_path):
    (tmp_path / "s").write_text("very secret")
    (tmp_path / "host").write_text("of the host")
    quilt.cli("secret", "create", "s", tmp_path / "s")
    c = quilt.run_d("--secret", "s", "--secret", "s,target=/etc/tok", "-v", f"{tmp_path}/host:/srv/file:ro", MINIMAL, "sleep", "1000")
    archive = quilt.cli("export", c).stdout
    assert b"very secret" not in archive and b"of the host" not in archive and b"bin/busybox" in archive
    found = subprocess.run(["grep", "-rl", "very secret", quilt.state / "containers", quilt.state / "db", quilt.dir / "log"], capture_output=True, text=True).stdout
    assert not found


def test_what_an_output_file_was_it_stays(quilt, tmp_path):
    quilt.cli("image", "import", MINIMAL, "--tag", "m:1")
    c = quilt.run_d(MINIMAL, "sleep", "1000")
    for verb in (("export", c), ("image", "save", "m:1")):
        (tmp_path / "target").write_text("old")
        os.chmod(tmp_path / "target", 0o640)
        os.chown(tmp_path / "target", 1000, 1001)
        (tmp_path / "link").unlink(missing_ok=True)
        (tmp_path / "link").symlink_to("target")
        (tmp_path / "null").unlink(missing_ok=True)
        os.mknod(tmp_path / "null", stat.S_IFCHR | 0o666, os.makedev(1, 3))
        quilt.cli(*verb, "-o", tmp_path / "null")
        assert stat.S_ISCHR((tmp_path / "null").stat().st_mode)
        quilt.cli(*verb, "-o", tmp_path / "target")
        quilt.cli(*verb, "-o", tmp_path / "link")
        st = (tmp_path / "target").stat()
        assert (tmp_path / "link").is_symlink() and tarfile.is_tarfile(tmp_path / "target") and (st.st_uid, st.st_gid, st.st_mode & 0o777) == (1000, 1001, 0o640)
        assert quilt.cli(*verb[:-1], "nothing:7", "-o", tmp_path / "target", check=False).returncode and tarfile.is_tarfile(tmp_path / "target")
    assert not list(tmp_path.glob("*.quilt-tmp"))


def test_a_storage_limit_holds_or_is_refused(tmp_path):
    before = host_listing()
    with disk(tmp_path, "btrfs", 400) as place:
        q = Quilt()
        q.state = place / "state"
        with q:
            done = q.cli("run", "--rm", "--storage-limit", "20m", MINIMAL, "true", check=False)
            assert done.returncode == 125 and "quotas are off" in done.err
            tool("btrfs", "quota", "enable", place)
            fill = "dd if=/dev/zero of=/big bs=1M count=60 2>&1 | tail -1; sync; ls -l /big | awk '{print ($5 < 21*1024*1024)}'; rm /big; echo small > /small && cat /small"
            done = q.cli("run", "--rm", "--storage-limit", "20m", MINIMAL, "sh", "-c", f"dd if=/dev/zero of=/big bs=1M count=60; echo $?; {fill}")
            assert done.out.splitlines()[0] == "1" and "quota" in done.err.lower()
            assert "small" in q.cli("run", "--rm", MINIMAL, "sh", "-c", "dd if=/dev/zero of=/big bs=1M count=60 && echo small").out
            parent = q.cli("create", "--storage-limit", "20m", MINIMAL, "sh", "-c", "dd if=/dev/zero of=/big bs=1M count=60; echo $?").out.strip()
            child = q.ask("container.fork", container=parent)["ids"][0]
            q.cli("start", child)
            q.wait_state(child, "exited")
            assert q.cli("logs", child).out.splitlines()[-1] == "1"                      # it comes along
        q.keep = True


def test_a_storage_limit_where_there_is_none(quilt):
    with pytest.raises(Failed, match="storage limit") as e:
        quilt.ask("container.create", image=MINIMAL, argv=["true"], storage_bytes=20 << 20)
    assert e.value.code == "unsupported"
