"""Root filesystems: real ones run, hostile ones do no harm."""
import os
import pathlib

import pytest
from harness import IMAGES, MINIMAL, Failed, Quilt, eventually
import hostile_more
from hostile import archives, directory, file, link, tar


def tree(path):
    return sorted((str(p), p.lstat().st_mode, p.lstat().st_mtime_ns) for p in pathlib.Path(path).rglob("*"))


def layer_of(quilt, digest):
    layers = quilt.ask("image.inspect", image=digest)["record"]["layers"]
    assert len(layers) == 1
    return quilt.state / "layers" / layers[0]["diff"]


@pytest.fixture
def small_limit():
    with Quilt(environment={"QUILT_IMAGE_BYTES_MAX": "96m"}) as q:
        yield q


def corpus(canary, tmp_path):
    """Every hostile archive and layout: name, path, word."""
    for name, (data, word) in {**archives(canary), **hostile_more.archives(canary), **hostile_more.layouts(canary)}.items():
        path = tmp_path / name
        if callable(data):
            data(path)
        else:
            path.write_bytes(data)
        yield name, path, word


def judge(q, name, path, word):
    """What became of it, in words; asserts that it is one of those that are right."""
    try:
        image = q.ask("image.import", path=str(path))["image"]
        assert word is None or word is hostile_more.ANY, f"{name} was accepted"
        assert q.ask("image.inspect", image=image["digest"])["record"]["layers"], name
        q.ask("image.remove", image=image["digest"], force=True)
        return f"contained: {image['entries']} entries"
    except Failed as e:
        assert word is not None, f"{name}: {e}"
        assert e.code in ("invalid", "exhausted", "not_found", "unsupported"), f"{name}: {e}"
        assert (word is hostile_more.ANY or word in e.message) and str(path) in e.message, f"{name}: {e.message}"
        return f"{e.code}: {e.message.replace(str(path) + ': ', '').removeprefix('image ')}"


def test_hostile_archives_are_refused_or_contained(small_limit, tmp_path):
    canary = tmp_path / "canary"
    canary.mkdir()
    (canary / "file").write_text("untouched")
    (tmp_path / "corpus").mkdir()
    before, etc = tree(canary), tree("/etc")
    state, table, wrong = small_limit.state, [], []
    for name, path, word in corpus(str(canary), tmp_path / "corpus"):
        try:
            table.append((name, judge(small_limit, name, path, word)))
        except AssertionError as e:
            wrong.append(str(e))
        assert tree(canary) == before and tree("/etc") == etc, f"{name} wrote outside"
    print(f"\n{len(table)} archives and layouts")
    for name, what in table:
        print(f"{name:32} {what[:160]!r}")
    assert not wrong, "\n".join(wrong)
    assert len(table) >= 150
    eventually(lambda: not list((state / "layers").iterdir()))
    assert not list((state / "blobs/sha256").iterdir()) and {p.name for p in (state / "images").iterdir()} <= {"tags"}


@pytest.mark.parametrize("words", [("volume", "prune", "-l", "a=b"), ("image", "remove", "m:1", "--dry-run"), ("image", "list", "--label", "a=b"), ("volume", "list", "-l", "a=b"),
                                   ("snapshot", "remove", "x", "-q"), ("secret", "list", "-l", "a=b"), ("image", "history", "m:1", "--format", "json"), ("network", "connect", "n", "c", "--internal"),
                                   ("icc", "ack", "c", "1", "--wait", "1s")])
def test_an_option_that_means_nothing_is_refused(quilt, words):
    quilt.cli("image", "import", MINIMAL, "--tag", "m:1")
    quilt.cli("volume", "create", "v")
    done = quilt.cli(*words, check=False)
    assert done.returncode and f"quilt {words[0]} {words[1]}: has no --" in done.err
    assert quilt.ask("volume.list")["volumes"] and quilt.ask("image.list")["images"]


@pytest.mark.parametrize("tag", ["a:b:c", "x:", "UPPER:1", "host.example/Team:1/", "0123456789ab", "sha256:00", "r.example:5000/:1"])
def test_tags_that_no_tool_would_take_are_refused(quilt, tag):
    digest = quilt.cli("image", "import", MINIMAL).out.strip()
    with pytest.raises(Failed) as e:
        quilt.ask("image.tag", image=digest, tag=tag)
    assert e.value.code == "invalid" and tag in e.value.message
    with pytest.raises(Failed):
        quilt.ask("image.import", path=str(MINIMAL), tag=tag)
    assert [i.get("tags", []) for i in quilt.ask("image.list")["images"]] == [[]]
    quilt.ask("image.tag", image=digest, tag="r.Example:5000/team/app:V1.0-X")


def test_an_empty_archive_from_a_pipe_is_refused(quilt):
    done = quilt.cli("image", "import", "-", input=b"", check=False)
    assert done.returncode and "standard input: is empty" in done.err and not list((quilt.state / "uploads").iterdir())


def test_missing_and_unreadable_images(quilt, tmp_path):
    for path, word in ((tmp_path / "none.tar", "no such file"), (tmp_path, "neither index.json")):
        with pytest.raises(Failed, match=word) as e:
            quilt.ask("container.run", image=str(path), argv=["true"])
        assert str(path) in e.value.message
    done = quilt.cli("run", "no-such-tag:1", "true", check=False)
    assert done.returncode == 125 and "no-such-tag:1" in done.err
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with pytest.raises(Failed, match="regular"):
        quilt.ask("image.import", path=str(fifo))


@pytest.mark.parametrize("name,argv,expected", [
    ("debian", ["sh", "-c", ". /etc/os-release; echo $ID"], "debian"),
    ("python", ["python3", "-c", "import json, ctypes; print(json.dumps([1]))"], "[1]"),
    ("nix", ["/bin/sh", "-c", "echo $(cat /etc/passwd | wc -l) $(works)"], "1 I work already"),
    ("minimal", ["id", "-u"], "0"),
])
def test_real_images(quilt, name, argv, expected):
    image = IMAGES / f"{name}.tar.gz"
    assert quilt.cli("run", "--rm", image, *argv).out.strip() == expected


def test_repair_never_overwrites_what_works(quilt):
    image = str(IMAGES / "nix.tar.gz")
    digest = quilt.ask("image.import", path=image)["image"]
    assert digest["repaired"] > 5
    repair = layer_of(quilt, digest["digest"]) / "repair"
    assert (repair / "bin/sh").is_symlink() and not (repair / "bin/works").exists()
    plain = quilt.ask("image.import", path=MINIMAL)["image"]
    assert plain["repaired"] == 0 and not (layer_of(quilt, plain["digest"]) / "repair").exists()


def test_compression_and_sharing(quilt, tmp_path):
    import gzip
    import subprocess
    plain = tmp_path / "plain.tar"
    plain.write_bytes(gzip.open(MINIMAL).read())
    subprocess.run(["zstd", "-q", str(plain), "-o", str(tmp_path / "a.tar.zst")], check=True)
    digests = {quilt.ask("image.import", path=str(p))["image"]["digest"] for p in (plain, tmp_path / "a.tar.zst", MINIMAL)}
    assert len(digests) == 3
    copy = tmp_path / "copy.tar.gz"
    copy.write_bytes(pathlib.Path(MINIMAL).read_bytes())
    assert quilt.ask("image.import", path=str(copy), tag="mini:1")["image"]["digest"] in digests
    assert quilt.cli("run", "--rm", "mini:1", "echo", "tagged").out == "tagged\n"
    assert "mini:1" in quilt.cli("image", "list").out
    a, b = quilt.run_d("mini:1", "sh", "-c", "echo a > /mine; sleep 1000"), quilt.run_d("mini:1", "sleep", "1000")
    eventually(lambda: quilt.cli("exec", a, "cat", "/mine", check=False).out == "a\n")
    assert quilt.cli("exec", b, "cat", "/mine", check=False).returncode != 0


def test_an_image_that_changed_is_unpacked_again(quilt, tmp_path):
    path = tmp_path / "i.tar"
    busybox = pathlib.Path("/bin/busybox").read_bytes()

    def write(text):
        path.write_bytes(tar(directory("bin"), file("bin/busybox", busybox, 0o755), link("bin/cat", "busybox"), file("what", text)))
    write(b"one\n")
    assert quilt.cli("run", "--rm", path, "cat", "/what").out == "one\n"
    write(b"two\n")
    assert quilt.cli("run", "--rm", path, "cat", "/what").out == "two\n"


def test_images_that_lie_about_special_directories(quilt, tmp_path):
    """/proc, /sys or /dev as symlinks are refused by name; /etc/passwd as a fifo does not hang."""
    busybox = pathlib.Path("/bin/busybox").read_bytes()
    base = [directory("bin"), file("bin/busybox", busybox, 0o755), link("bin/true", "busybox"), directory("etc")]
    canary = tmp_path / "canary"
    canary.mkdir()
    for name in ("proc", "sys", "dev"):
        path = tmp_path / f"{name}.tar"
        path.write_bytes(tar(*base, link(name, str(canary))))
        with pytest.raises(Failed, match=f"/{name}"):
            quilt.ask("container.run", image=str(path), argv=["/bin/true"])
    path = tmp_path / "null.tar"
    path.write_bytes(tar(*base, link("etc/passwd", "/proc/kcore")))
    quilt.cli("run", "--rm", path, "/bin/true", check=False)
    assert not list(canary.iterdir())


@pytest.mark.parametrize("count,options", [(11, ()), (40, ()), (200, ()), (40, ("--userns", "100000:65536"))])
def test_images_of_many_layers(quilt, tmp_path, count, options):
    """Up to a dozen are named by options of fsconfig(2), more by a page of mount(2)'s."""
    busybox = pathlib.Path("/bin/busybox").read_bytes()
    base = tar(directory("bin"), file("bin/busybox", busybox, 0o755), link("bin/sh", "busybox"), directory("d"), file("d/0", b"0"), compress=False)
    layers = [base] + [tar(directory("d"), file(f"d/{i}", str(i).encode()), *([file(f"d/.wh.{i - 1}")] if i % 3 == 0 else []), compress=False) for i in range(1, count)]
    lay = hostile_more.Layout(*layers)
    lay.finish().write(tmp_path / "layout")
    image = quilt.ask("image.import", path=str(tmp_path / "layout"), tag="many:1", deadline=120)["image"]
    assert image["layers"] == count
    there = quilt.cli("run", "--rm", *options, "many:1", "/bin/busybox", "ls", "/d").out.split()
    assert sorted(map(int, there)) == [i for i in range(count) if (i + 1) % 3 or i + 1 >= count]
    assert quilt.cli("run", "--rm", *options, "many:1", "/bin/busybox", "cat", f"/d/{count - 1}").out == str(count - 1)
    c = quilt.cli("create", *options, "many:1", "/bin/busybox", "true").out.strip()
    assert quilt.cli("diff", c).out == ""


def test_a_layer_twice_is_there_once(quilt, tmp_path):
    busybox = pathlib.Path("/bin/busybox").read_bytes()
    base = tar(directory("bin"), file("bin/busybox", busybox, 0o755), compress=False)
    empty = b"\0" * 1024
    lay = hostile_more.Layout(base, empty, tar(file("x", b"x"), compress=False), empty)
    lay.finish().write(tmp_path / "layout")
    quilt.ask("image.import", path=str(tmp_path / "layout"), tag="twice:1")
    assert quilt.cli("run", "--rm", "twice:1", "/bin/busybox", "cat", "/x").out == "x"


def test_ten_at_once_unpack_once(quilt, tmp_path):
    path = tmp_path / "big.tar"
    path.write_bytes(tar(*[file(f"f{i}", os.urandom(100000)) for i in range(100)], compress=False))
    clients = [quilt.background("image", "import", path) for _ in range(10)]
    digests = {p.communicate(timeout=60)[0] for p in clients}
    assert len(digests) == 1 and len(quilt.ask("image.list")["images"]) == 1
    assert (quilt.dir / "log").read_text().count("event=imported") == 1


def test_what_is_made_in_a_setgid_directory_has_its_own_owner(quilt, tmp_path):
    path = tmp_path / "g.tar"
    path.write_bytes(tar((lambda d: setattr(d, "gid", 50) or d)(directory("shared", 0o2775)), file("shared/root"), directory("shared/dir"), link("shared/link", "root"), file("bin/sh", b"x", 0o755)))
    layer = layer_of(quilt, quilt.cli("image", "import", path).out.strip()) / "root/shared"
    assert layer.stat().st_gid == 50 and layer.stat().st_mode & 0o7777 == 0o2775
    assert {(p.name, p.lstat().st_gid) for p in layer.iterdir()} == {("root", 0), ("dir", 0), ("link", 0)}
    assert (layer / "dir").stat().st_mode & 0o7777 == 0o755


def test_what_is_in_a_layer_is_there(quilt, tmp_path):
    """Modes, owners, times, sparse files, capabilities, attributes, long names: as tar has them."""
    import subprocess
    src = tmp_path / "src"
    (src / "d").mkdir(parents=True)
    (src / "d/setuid").write_text("x")
    os.chown(src / "d/setuid", 12, 34)
    (src / "d/setuid").chmod(0o6755)
    (src / "d" / ("n" * 200)).write_text("long")
    with open(src / "sparse", "wb") as f:
        f.seek(50 << 20)
        f.write(b"end")
    (src / "capable").write_text("x")
    (src / "capable").chmod(0o755)
    os.setxattr(src / "capable", "security.capability", b"\1\0\0\2\0\4\0\0" + b"\0" * 12)
    os.setxattr(src / "d", "user.note", b"kept")
    os.link(src / "d/setuid", src / "hard")
    os.symlink("d/setuid", src / "soft")
    os.utime(src / "d", (1, 1234567890.5))
    subprocess.run(["tar", "-C", str(src), "-S", "--xattrs", "--xattrs-include=*", "--format=pax", "-cf", str(tmp_path / "t.tar"), "."], check=True)
    image = quilt.ask("image.import", path=str(tmp_path / "t.tar"))["image"]
    root = layer_of(quilt, image["digest"]) / "root"
    st = (root / "d/setuid").stat()
    assert (st.st_mode & 0o7777, st.st_uid, st.st_gid, st.st_nlink) == (0o6755, 12, 34, 2)
    assert (root / "sparse").stat().st_size == (50 << 20) + 3 and (root / "sparse").stat().st_blocks < 1000
    assert os.getxattr(root / "capable", "security.capability")[:8] == b"\1\0\0\2\0\4\0\0" and os.getxattr(root / "d", "user.note") == b"kept"
    assert (root / "d").stat().st_mtime_ns == 1234567890500000000 and os.readlink(root / "soft") == "d/setuid"
    assert (root / "d" / ("n" * 200)).read_text() == "long"


@pytest.mark.parametrize("name", ["minimal", "debian"])
def test_generated_layouts(quilt, name):
    image = quilt.ask("image.import", path=str(IMAGES / f"{name}.oci"), tag=f"{name}:1")["image"]
    assert image["layers"] == 1
    assert quilt.cli("run", "--rm", "-i", f"{name}:1", input=b"echo from its own command\n").out == "from its own command\n"
