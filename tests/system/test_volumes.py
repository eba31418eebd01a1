"""Volumes outlive containers and nothing else decides about them; secrets stay secret; mounts show what was asked for."""
import hashlib
import os
import pathlib
import subprocess

import pytest
from harness import MINIMAL, Failed, Quilt, eventually
from hostile import directory, file, link, tar

BUSYBOX = pathlib.Path("/bin/busybox").read_bytes()


def sh(quilt, *options, script, image=MINIMAL, check=True):
    return quilt.cli("run", "--rm", *options, image, "sh", "-c", script, check=check)


def test_a_volume_outlives_its_containers(quilt):
    assert quilt.cli("volume", "create", "data", "--label", "team=a").out == "data\n"
    sh(quilt, "-v", "data:/data", script="echo one > /data/x")
    assert sh(quilt, "-v", "data:/mnt:ro", script="cat /mnt/x; echo two > /mnt/x", check=False).out == "one\n"
    quilt.kill_actor("imaged")
    quilt.kill_actor("store")
    assert sh(quilt, "-v", "data:/data", script="cat /data/x").out == "one\n"
    volume = quilt.ask("volume.inspect", volume="data")["volume"]
    assert volume["labels"] == {"team": "a"} and (pathlib.Path(volume["path"]) / "x").read_text() == "one\n"
    assert quilt.cli("volume", "list", "--filter", "label=team=a", "-q").out == "data\n"
    assert quilt.cli("volume", "list", "--filter", "label=team=b", "-q").out == ""
    with pytest.raises(Failed, match="exists already"):
        quilt.ask("volume.create", name="data")


def test_where_the_state_is_reached_by_a_symlink():
    q = Quilt()
    (q.dir / "there").mkdir()
    (q.dir / "link").symlink_to("there")
    q.state = q.dir / "link/state"
    with q:
        assert sh(q, "-v", "v:/data", script="echo kept > /data/f; cat /data/f").out == "kept\n"
        assert (q.dir / "there/state/volumes/v/data/f").read_text() == "kept\n"


def test_one_that_is_named_is_made(quilt):
    sh(quilt, "-v", "fresh:/data", script="echo x > /data/x")
    sh(quilt, "--mount", "type=volume,source=fresh,target=/elsewhere", script="cat /elsewhere/x")
    assert [v["name"] for v in quilt.ask("volume.list")["volumes"]] == ["fresh"]
    types = [e["type"] for e in quilt.ask("events.read", after=0, limit=1000)["events"]]
    assert types.count("volume_created") == 1


def test_one_in_use_is_not_removed(quilt):
    c = quilt.cli("create", "--name", "keeps", "-v", "data:/data", MINIMAL, "true").out.strip()
    with pytest.raises(Failed, match="container keeps has it") as e:
        quilt.ask("volume.remove", volume="data")
    assert e.value.code == "conflict"
    assert quilt.ask("volume.inspect", volume="data")["containers"] == [c]
    quilt.cli("volume", "create", "other")
    assert quilt.ask("volume.prune", dry_run=True)["volumes"] == ["other"]
    assert quilt.cli("volume", "prune", "--until", "1h").out == "" and "volume other" not in quilt.cli("prune", "--volumes", "--until", "1h").out      # it is younger
    assert quilt.cli("volume", "prune").out == "other\n"
    quilt.cli("remove", c)
    assert [v["name"] for v in quilt.ask("volume.list")["volumes"]] == ["data"]          # never by Quilt's own decision
    quilt.cli("volume", "remove", "data")
    assert quilt.ask("volume.list")["volumes"] == []
    eventually(lambda: not list((quilt.state / "volumes").iterdir()))


def test_a_new_volume_gets_what_the_image_has(quilt, tmp_path):
    image = tmp_path / "i.tar"
    image.write_bytes(tar(directory("bin"), file("bin/busybox", BUSYBOX, 0o755), link("bin/sh", "busybox"), directory("srv"), directory("srv/db", 0o750), file("srv/db/seed", b"seed\n", 0o640, uid=70, gid=70),
                          link("srv/db/link", "seed"), directory("srv/db/deep"), file("srv/db/deep/er", b"er\n")))
    run = "cd /srv/db && cat seed deep/er && /bin/busybox stat -c '%a %u' seed . && /bin/busybox readlink link"
    assert sh(quilt, "-v", "db:/srv/db", script=run, image=image).out == "seed\ner\n640 70\n750 0\nseed\n"
    sh(quilt, "-v", "db:/srv/db", script="cd /srv/db; /bin/busybox rm seed; echo mine > mine", image=image)
    assert sh(quilt, "-v", "db:/srv/db", script="/bin/busybox ls /srv/db", image=image).out.split() == ["deep", "link", "mine"]     # once, not again
    sh(quilt, "-v", "empty:/srv/db", "--userns", "100000:65536", script=run, image=image)
    quilt.cli("volume", "create", "db2")
    (quilt.state / "volumes/db2/data/old").write_text("old\n")                           # somebody was there before
    assert sh(quilt, "-v", "db2:/srv/db", script="/bin/busybox ls /srv/db", image=image).out == "old\n"
    together = [quilt.background("run", "--rm", "-v", "both:/srv/db", image, "/bin/busybox", "cat", "/srv/db/deep/er", "/srv/db/seed") for _ in range(4)]
    assert [p.communicate(timeout=60)[0] for p in together] == [b"er\nseed\n"] * 4        # each sees all of it
    assert sorted(p.name for p in (quilt.state / "volumes/both").iterdir()) == ["data", "filled", "volume"]
    owner = (quilt.state / "volumes/empty/data/seed").stat()
    assert (owner.st_uid, owner.st_mode & 0o777) == (70, 0o640)                          # the ids of the disk, whatever maps them


@pytest.mark.parametrize("ids", ["100000:65536", "300000:65536"])
def test_one_volume_and_one_layer_for_every_mapping(quilt, ids, tmp_path):
    source = tmp_path / "src"
    source.mkdir()
    (source / "f").write_text("x")
    os.chown(source / "f", 1000, 1000)
    options = ["--userns", ids, "-v", "shared:/v", "-v", f"{source}:/b"]
    assert sh(quilt, *options, script="echo a > /v/a; stat -c %u /v/a /b/f /bin/busybox; echo new > /b/n").out == "0\n1000\n0\n"
    assert (quilt.state / "volumes/shared/data/a").stat().st_uid == 0 and (source / "n").stat().st_uid == 0
    assert sh(quilt, "-v", "shared:/v", script="stat -c %u /v/a").out == "0\n"
    plain = sh(quilt, "--userns", ids, "--mount", f"type=bind,source={source},target=/b,idmap=false", script="stat -c %u /b/f").out
    assert plain == "65534\n"
    assert len(list((quilt.state / "layers").iterdir())) == 1


def test_a_bind_mount_is_read_only_all_the_way_down(quilt, tmp_path):
    (tmp_path / "top/below").mkdir(parents=True)
    subprocess.run(["mount", "-t", "tmpfs", "none", tmp_path / "top/below"], check=True)
    try:
        done = sh(quilt, "-v", f"{tmp_path}/top:/m:ro", script="touch /m/x; touch /m/below/x; echo done", check=False)
        assert done.out == "done\n" and done.err.count("Read-only") == 2
    finally:
        subprocess.run(["umount", tmp_path / "top/below"], check=True)


def test_what_the_host_mounts_later_is_seen_only_if_asked_for(quilt, tmp_path):
    (tmp_path / "top/later").mkdir(parents=True)
    subprocess.run(["mount", "--bind", tmp_path / "top", tmp_path / "top"], check=True)
    subprocess.run(["mount", "--make-shared", tmp_path / "top"], check=True)
    try:
        slave = quilt.run_d("-v", f"{tmp_path}/top:/m:rslave", MINIMAL, "sleep", "1000")
        private = quilt.run_d("-v", f"{tmp_path}/top:/m", MINIMAL, "sleep", "1000")
        subprocess.run(["mount", "-t", "tmpfs", "none", tmp_path / "top/later"], check=True)
        (tmp_path / "top/later/x").write_text("seen\n")
        assert quilt.cli("exec", slave, "cat", "/m/later/x").out == "seen\n"
        assert quilt.cli("exec", private, "ls", "/m/later").out == ""
        quilt.cli("remove", "-f", slave, private)
    finally:
        subprocess.run(["umount", tmp_path / "top/later"], check=False)
        subprocess.run(["umount", tmp_path / "top"], check=True)
    done = quilt.cli("run", "--rm", "--mount", f"type=bind,source={tmp_path},target=/m,propagation=shared", MINIMAL, "true", check=False)
    assert done.returncode == 125 and "never reaches the host" in done.err


@pytest.mark.parametrize("source", ["/", "/proc", "/sys/kernel", "/dev", "/boot"])
def test_what_exposes_the_host_has_to_be_allowed(quilt, source):
    if not os.path.exists(source):
        pytest.skip(f"no {source}")
    done = quilt.cli("run", "--rm", "-v", f"{source}:/m", MINIMAL, "true", check=False)
    assert done.returncode == 125 and source in done.err
    assert quilt.cli("run", "--rm", "--mount", f"type=bind,source={source},target=/m,readonly,allow-host", MINIMAL, "true").returncode == 0
    for own in (quilt.state, quilt.state / "volumes", quilt.run):
        done = quilt.cli("run", "--rm", "--mount", f"type=bind,source={own},target=/m,allow-host", MINIMAL, "true", check=False)
        assert done.returncode == 125 and "Quilt's own files" in done.err


def test_wrong_mounts_are_named(quilt):
    for mount, word in (({"type": "volume", "target": "/m"}, "which volume"), ({"type": "tmpfs", "target": "/m", "volume": "x"}, "volume is for"),
                        ({"type": "volume", "target": "/m", "volume": "x", "source": "/etc"}, "no source"), ({"type": "volume", "target": "/m", "volume": "x", "size_bytes": 5}, "tmpfs"),
                        ({"type": "volume", "target": "/m", "volume": "../x"}, "volume"), ({"type": "volume", "target": "/proc/x", "volume": "x"}, "/proc/x")):
        with pytest.raises(Failed, match=word):
            quilt.ask("container.create", image=MINIMAL, argv=["true"], mounts=[mount])
    with pytest.raises(Failed, match="/m: there are two"):
        quilt.ask("container.create", image=MINIMAL, argv=["true"], mounts=[{"type": "volume", "target": "/m", "volume": "x"}, {"type": "tmpfs", "target": "/m/"}])
    for secrets in ([{"secret": "x"}, {"secret": "x"}], [{"secret": "x"}, {"secret": "y", "target": "/run/secrets/x/"}]):
        with pytest.raises(Failed, match="secret x: mount target /run/secrets/x: there are two"):
            quilt.ask("container.create", image=MINIMAL, argv=["true"], secrets=secrets)
    assert quilt.ask("volume.list")["volumes"] == []
    with pytest.raises(Failed, match="secret nothing: not known"):
        quilt.ask("container.create", image=MINIMAL, argv=["true"], secrets=[{"secret": "nothing"}])


def test_a_tmpfs_has_its_size_and_mode(quilt):
    done = sh(quilt, "--tmpfs", "/t:size=1m,mode=0700", script="stat -c %a /t; dd if=/dev/zero of=/t/x bs=64k count=100 2>/dev/null; stat -c %s /t/x")
    assert done.out.split()[0] == "700" and int(done.out.split()[1]) <= 1 << 20


def test_secrets_are_files_in_memory_and_nowhere_else(quilt, tmp_path):
    value = "canary-8d1f6c"
    (tmp_path / "s").write_text(value)
    assert quilt.cli("secret", "create", "token", tmp_path / "s").out == "token\n"
    quilt.cli("secret", "create", "piped", "-", input=value.encode())
    c = quilt.run_d("--secret", "token", "--secret", "piped,target=/etc/piped,mode=0440,uid=1000,gid=7", MINIMAL, "sleep", "1000")
    digest = hashlib.md5(value.encode()).hexdigest()                                     # its own output would be in a log
    assert digest in quilt.cli("exec", c, "md5sum", "/run/secrets/token").out
    assert quilt.cli("exec", c, "stat", "-c", "%a %u %g", "/run/secrets/token", "/etc/piped").out == "400 0 0\n440 1000 7\n"
    assert "tmpfs" in quilt.cli("exec", c, "sh", "-c", "grep secrets/token /proc/mounts").out
    done = quilt.cli("exec", c, "sh", "-c", "echo x > /run/secrets/token", check=False)
    assert "Read-only" in done.err
    shown = quilt.cli("inspect", c).out + quilt.cli("secret", "list").out + quilt.cli("events").out + quilt.cli("history", c).out
    assert value not in shown and "token" in shown
    with pytest.raises(Failed, match="has it"):
        quilt.ask("secret.remove", secret="token")
    quilt.cli("stop", "-t", "0", c)
    quilt.cli("start", c)                                                                # again there after a start
    eventually(lambda: digest in quilt.cli("exec", c, "md5sum", "/run/secrets/token", check=False).out)
    held = [p for p in quilt.state.rglob("*") if p.is_file() and value.encode() in p.read_bytes()]
    assert {p.relative_to(quilt.state).parts[0] for p in held} == {"secrets"} and all(p.stat().st_mode & 0o77 == 0 for p in held)
    assert not [p for p in quilt.run.rglob("*") if p.is_file() and value.encode() in p.read_bytes()]
    assert value not in (quilt.dir / "log").read_text(errors="replace")
    quilt.cli("remove", "-f", c)
    quilt.cli("secret", "remove", "token", "piped")
    eventually(lambda: not list((quilt.state / "secrets").iterdir()))


def test_secrets_in_a_user_namespace(quilt, tmp_path):
    (tmp_path / "s").write_text("v\n")
    quilt.cli("secret", "create", "s", tmp_path / "s")
    done = sh(quilt, "--userns", "100000:65536", "--user", "1000", "--secret", "s,uid=1000", script="cat /run/secrets/s; stat -c '%u %a' /run/secrets/s")
    assert done.out == "v\n1000 400\n"


@pytest.mark.parametrize("ids", ["100000:65536", "300000:1000"])
def test_new_volumes_in_a_user_namespace_are_its_root_s(quilt, ids):
    assert sh(quilt, "--userns", ids, "-v", "new:/data/deep", script="touch /data/deep/a /data/b; stat -c '%u %g' /data /data/deep /data/deep/a").out == "0 0\n" * 3
    assert (quilt.state / "volumes/new/data/a").stat().st_uid == 0


def test_a_removal_that_is_cut_off_is_finished(quilt):
    quilt.cli("volume", "create", "v")
    big = quilt.state / "volumes/v/data"
    for i in range(300):
        (big / str(i)).write_text("x")
    quilt.ask("volume.remove", volume="v")
    quilt.kill_actor("imaged")
    eventually(lambda: not list((quilt.state / "volumes").iterdir()))
    assert quilt.ask("volume.list")["volumes"] == []


def test_env_files(quilt, tmp_path):
    (tmp_path / "env").write_text("# comment\nA=1\nB=two words\n\nC=\n")
    (tmp_path / "later").write_text("A=later\nC=here\n")
    assert sh(quilt, "--env-file", tmp_path / "env", "--env-file", tmp_path / "later", "-e", "B=x", "-e", "B=y", script='echo "$A,$B,$C"').out == "later,y,here\n"       # the last one is it
    assert f"--env-file {tmp_path}" in quilt.cli("create", "--env-file", tmp_path, MINIMAL, "true", check=False).err
    assert sh(quilt, "--env-file", tmp_path / "env", "-e", "A=over", script='echo "$A,$B,${C-unset}"').out == "over,two words,\n"
