"""Images made by others' tools, and what those say of ours."""
import json
import os
import pathlib
import subprocess
import tempfile


def tool(*args, cwd=None, check=True):
    done = subprocess.run([str(a) for a in args], cwd=cwd, capture_output=True, text=True, timeout=120, env={**os.environ, "TMPDIR": "/tmp"})
    assert not check or done.returncode == 0, f"{args}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


def tree(at):
    """A small root filesystem."""
    at = pathlib.Path(at)
    for d in ("bin", "etc", "deep/a/b", "tmp"):
        (at / d).mkdir(parents=True)
    (at / "bin/busybox").write_bytes(pathlib.Path("/bin/busybox").read_bytes())
    (at / "bin/busybox").chmod(0o755)
    for name in ("sh", "echo", "cat", "ls", "id", "env", "sleep", "true", "pwd", "stat", "find", "touch", "rm", "mkdir", "mv"):
        (at / "bin" / name).symlink_to("busybox")
    (at / "etc/passwd").write_text("root:x:0:0:root:/root:/bin/sh\nweb:x:1000:1000:web:/:/bin/sh\n")
    (at / "etc/one").write_text("one\n")
    (at / "deep/a/x").write_text("a\n")
    (at / "deep/a/b/y").write_text("b\n")
    (at / "gone").write_text("here\n")
    (at / "tmp").chmod(0o1777)
    return at


def umoci_image(directory, name="app"):
    """Three layers: a tree, a whiteout, an opaque directory; and a configuration."""
    directory = pathlib.Path(directory)
    files, layout = tree(directory / "files"), directory / "layout"
    image = f"{layout}:{name}"
    tool("umoci", "init", "--layout", layout)
    tool("umoci", "new", "--image", image)
    tool("umoci", "insert", "--image", image, files, "/")
    tool("umoci", "insert", "--image", image, "--whiteout", "/gone")
    (directory / "new").mkdir()
    (directory / "new/fresh").write_text("fresh\n")
    tool("umoci", "insert", "--image", image, "--opaque", directory / "new", "/deep/a")
    tool("umoci", "config", "--image", image, "--config.entrypoint", "/bin/echo", "--config.cmd", "hello", "--config.cmd", "world", "--config.env", "A=one", "--config.env", "B=two",
         "--config.user", "web", "--config.workingdir", "/app", "--config.volume", "/data", "--config.exposedports", "8080/tcp", "--config.stopsignal", "SIGINT", "--config.label", "who=umoci",
         "--history.created_by", "a test")
    return layout


def skopeo_inspect(ref, *options):
    return json.loads(tool("skopeo", "inspect", *options, ref))


def skopeo_raw(ref):
    return tool("skopeo", "inspect", "--raw", ref)


def unpacked(ref_layout, name, at):
    """Every file of an image, as umoci unpacks it: path, mode, owner, size or target, time."""
    tool("umoci", "unpack", "--image", f"{ref_layout}:{name}", at)
    root = pathlib.Path(at) / "rootfs"
    listing = []
    for p in sorted(root.rglob("*")):
        st = p.lstat()
        what = os.readlink(p) if p.is_symlink() else st.st_size if p.is_file() else 0
        listing.append((str(p.relative_to(root)), oct(st.st_mode), st.st_uid, st.st_gid, what, int(st.st_mtime)))
    return listing


class Storage:
    """Directories of podman's and buildah's own."""

    def __init__(self):
        self.dir = tempfile.TemporaryDirectory(prefix="podman.")        # podman wants a short name
        self.options = ["--storage-driver", "vfs", "--root", f"{self.dir.name}/storage", "--runroot", f"{self.dir.name}/run"]

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.dir.cleanup()

    def podman(self, *args, **kw):
        return tool("podman", *self.options, *args, **kw)

    def buildah(self, *args, **kw):
        return tool("buildah", *self.options, *args, **kw)
