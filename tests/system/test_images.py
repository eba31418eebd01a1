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
