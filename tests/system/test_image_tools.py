"""Images of umoci, skopeo, buildah and podman come in and go out unchanged."""
import hashlib
import json
import tarfile

import pytest
from harness import Failed, eventually
from images import Storage, skopeo_inspect, skopeo_raw, tool, tree, umoci_image, unpacked


@pytest.fixture(scope="module")
def layout(tmp_path_factory):
    return umoci_image(tmp_path_factory.mktemp("umoci"))


def digest_of(ref):
    return hashlib.sha256(skopeo_raw(ref).encode()).hexdigest()


def test_an_oci_layout_runs_as_its_configuration_says(quilt, layout):
    assert quilt.cli("image", "import", "--tag", "app:1", layout).out.strip() == digest_of(f"oci:{layout}:app")
    assert quilt.cli("run", "--rm", "app:1").out == "hello world\n"
    assert quilt.cli("run", "--rm", "app:1", "bye").out == "bye\n"                       # the entrypoint stays
    done = quilt.cli("run", "--rm", "--entrypoint", "/bin/sh", "--entrypoint", "-c", "app:1", "id -u; pwd; echo $A $B; ls -d /data; cat /gone; ls /deep/a", check=False)
    assert done.out == "1000\n/app\none two\n/data\nfresh\n" and "gone" in done.err
    assert quilt.cli("run", "--rm", "--entrypoint", "/bin/sh", "--user", "0", "-w", "/etc", "-e", "A=mine", "app:1", "-c", "id -u; pwd; echo $A $B").out == "0\n/etc\nmine two\n"
    c = quilt.run_d("--entrypoint", "/bin/sh", "app:1", "-c", "trap 'exit 7' INT; echo up; while :; do sleep 0.05; done")
    eventually(lambda: "up" in quilt.cli("logs", c).out)
    quilt.cli("stop", c)
    assert quilt.ask("container.status", container=c)["status"]["exit"]["code"] == 7     # by its stop signal


def test_it_is_known_in_every_detail(quilt, layout):
    quilt.cli("image", "import", "--tag", "app:1", layout)
    record = quilt.ask("image.inspect", image="app:1")["record"]
    theirs = json.loads(tool("skopeo", "inspect", "--config", f"oci:{layout}:app"))
    assert [x["diff"] for x in record["layers"]] == [d.removeprefix("sha256:") for d in theirs["rootfs"]["diff_ids"]]
    assert [x["blob"] for x in record["layers"]] == [x["digest"].removeprefix("sha256:") for x in json.loads(skopeo_raw(f"oci:{layout}:app"))["layers"]]
    config = record["config"]
    assert (config["user"], config["workdir"], config["stop_signal"], config["env"]) == ("web", "/app", 2, {"A": "one", "B": "two"})
    assert (config["exposed_ports"], config["volumes"], config["labels"]) == (["8080/tcp"], ["/data"], {"who": "umoci"})
    assert len(record["history"]) == len(theirs["history"]) and "a test" in quilt.cli("image", "history", "app:1").out


@pytest.mark.parametrize("format", ["oci", "docker"])
def test_what_is_saved_is_what_came(quilt, layout, tmp_path, format):
    digest = quilt.cli("image", "import", "--tag", "app:1", layout).out.strip()
    archive = tmp_path / "saved.tar"
    quilt.cli("image", "save", "app:1", "--format", format, "-o", archive)
    assert archive.read_bytes() == quilt.cli("image", "save", "app:1", "--format", format).stdout     # each time the same, by a pipe too
    source = f"oci-archive:{archive}" if format == "oci" else f"docker-archive:{archive}"
    if format == "oci":
        assert skopeo_inspect(source)["Digest"] == f"sha256:{digest}"
    config = tool("skopeo", "inspect", "--raw", "--config", source)
    assert config == tool("skopeo", "inspect", "--raw", "--config", f"oci:{layout}:app")
    tool("skopeo", "copy", "-q", source, f"oci:{tmp_path}/back:app")
    assert unpacked(tmp_path / "back", "app", tmp_path / "a") == unpacked(layout, "app", tmp_path / "b")
    quilt.ask("image.remove", image=digest)
    assert quilt.cli("image", "import", archive).out.strip() == digest                   # and comes in as what it was
    assert quilt.ask("image.inspect", image="app:1")["record"]["image"]["digest"] == digest     # under the name it had


@pytest.mark.parametrize("kind", ["docker-archive", "oci-archive"])
def test_archives_of_skopeo(quilt, layout, tmp_path, kind):
    archive = tmp_path / "a.tar"
    tool("skopeo", "copy", "-q", f"oci:{layout}:app", f"{kind}:{archive}:skopeo.test/app:7")
    image = quilt.ask("image.import", path=str(archive))["image"]
    assert image["config_digest"] == hashlib.sha256(tool("skopeo", "inspect", "--raw", "--config", f"{kind}:{archive}").encode()).hexdigest()
    assert image["layers"] == 3
    assert quilt.cli("run", "--rm", "skopeo.test/app:7").out == "hello world\n"          # the name that the archive gives
    with open(archive, "rb") as f:                                                        # and from a pipe
        assert quilt.cli("image", "import", "-", input=f.read()).out.strip() == image["digest"]


@pytest.fixture
def storage():
    with Storage() as s:
        yield s


def test_archives_of_buildah_and_podman(quilt, layout, tmp_path, storage):
    s = storage
    tree(tmp_path / "files")
    s.buildah("from", "--name", "c", "scratch")
    s.buildah("copy", "c", tmp_path / "files", "/")
    s.buildah("config", "--cmd", "/bin/cat /etc/one", "--env", "X=y", "c")
    s.buildah("commit", "-q", "c", f"oci:{tmp_path}/built:b")
    s.buildah("commit", "-q", "c", "localhost/built:1")
    quilt.cli("image", "import", "--tag", "built:1", tmp_path / "built")
    assert quilt.cli("run", "--rm", "built:1").out == "one\n"
    for kind in ("docker-archive", "oci-archive"):
        s.podman("save", "-q", "--format", kind, "-o", tmp_path / f"{kind}.tar", "localhost/built:1")
        image = quilt.ask("image.import", path=str(tmp_path / f"{kind}.tar"))["image"]
        assert image["config_digest"] == s.podman("image", "inspect", "--format", "{{.Id}}", "localhost/built:1").strip()
        assert quilt.ask("image.inspect", image=image["digest"])["record"]["image"]["tags"] == ["localhost/built:1"]
        assert quilt.ask("image.remove", image="localhost/built:1")["removed"]               # else the next one does not get the name
    quilt.cli("image", "import", "--tag", "localhost/app:1", layout)
    for kind in ("docker", "oci"):
        quilt.cli("image", "save", "localhost/app:1", "--format", kind, "-o", tmp_path / f"ours-{kind}.tar")
        assert "localhost/app:1" in s.podman("load", "-i", tmp_path / f"ours-{kind}.tar")
        assert s.podman("image", "inspect", "--format", "{{.Id}}", "localhost/app:1").strip() == quilt.ask("image.inspect", image="localhost/app:1")["record"]["image"]["config_digest"]
        s.podman("rmi", "localhost/app:1")


def test_a_layout_of_several_images(quilt, layout, tmp_path):
    tool("skopeo", "copy", "-q", f"oci:{layout}:app", f"oci:{tmp_path}/two:first")
    tool("umoci", "config", "--image", f"{tmp_path}/two:first", "--tag", "second", "--config.cmd", "other")
    with pytest.raises(Failed, match="several images.*first.*second|several images.*second.*first"):
        quilt.ask("image.import", path=str(tmp_path / "two"))
    quilt.cli("image", "import", tmp_path / "two", "--ref", "second", "--tag", "s:1")
    assert quilt.cli("run", "--rm", "s:1").out == "other\n"
    with pytest.raises(Failed, match="third"):
        quilt.ask("image.import", path=str(tmp_path / "two"), ref="third")
    with pytest.raises(Failed, match="linux/riscv64"):
        index = json.loads((tmp_path / "two/index.json").read_text())
        for m in index["manifests"]:
            m["platform"] = {"os": "linux", "architecture": "amd64"}
        (tmp_path / "two/index.json").write_text(json.dumps(index))
        quilt.ask("image.import", path=str(tmp_path / "two"), platform="linux/riscv64")
    with pytest.raises(Failed, match="is for linux/.* and not for linux/riscv64"):
        quilt.ask("image.import", path=str(layout), platform="linux/riscv64")


def test_layers_are_shared_and_go_with_their_last_image(quilt, layout, tmp_path):
    tool("skopeo", "copy", "-q", f"oci:{layout}:app", f"oci:{tmp_path}/two:first")
    tool("umoci", "config", "--image", f"{tmp_path}/two:first", "--tag", "second", "--config.cmd", "other")
    layers, blobs = quilt.state / "layers", quilt.state / "blobs/sha256"

    def names(d):
        return {p.name for p in d.iterdir() if not p.name.startswith("trash-")}
    one = quilt.cli("image", "import", tmp_path / "two", "--ref", "first", "--tag", "one:1").out.strip()
    first, first_blobs = names(layers), names(blobs)
    quilt.cli("image", "import", tmp_path / "two", "--ref", "second", "--tag", "two:1")
    assert names(layers) == first and len(names(blobs)) == len(first_blobs) + 2          # a manifest and a configuration more
    c = quilt.cli("create", "two:1").out.strip()
    with pytest.raises(Failed, match=c) as e:
        quilt.ask("image.remove", image="two:1")
    assert e.value.code == "conflict"
    assert quilt.ask("image.prune", all=True)["images"] == [one]
    assert names(layers) == first
    quilt.cli("remove", c)
    assert quilt.ask("image.remove", image="two:1")["removed"]
    assert names(layers) == set() and names(blobs) == set()
    types = [e["type"] for e in quilt.ask("events.read", after=0, limit=1000)["events"]]
    assert types.count("image_imported") == 2 and types.count("image_removed") == 2


def test_tags_move_and_go(quilt, layout, tmp_path):
    quilt.cli("image", "import", layout, "--tag", "a:1")
    digest = quilt.ask("image.tag", image="a:1", tag="b:1")["digest"]
    assert quilt.ask("image.inspect", image="b:1")["record"]["image"]["tags"] == ["a:1", "b:1"]
    assert not quilt.ask("image.remove", image="a:1")["removed"]
    with pytest.raises(Failed, match="a:1"):
        quilt.ask("image.inspect", image="a:1")
    other = tmp_path / "o.tar"
    with tarfile.open(other, "w") as t:
        t.addfile(tarfile.TarInfo("x"))
    quilt.ask("image.import", path=str(other), tag="b:1")                                # the name goes to it
    assert "tags" not in quilt.ask("image.inspect", image=digest)["record"]["image"] or not quilt.ask("image.inspect", image=digest)["record"]["image"]["tags"]
    assert quilt.ask("image.prune", dry_run=True)["images"] == [digest]
    assert quilt.ask("image.prune")["images"] == [digest]
    quilt.kill_actor("imaged")
    assert quilt.ask("image.inspect", image="b:1")["record"]["image"]["source"] == str(other)
