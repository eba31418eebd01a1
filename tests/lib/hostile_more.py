"""More archives and layouts that want out, lie, break or explode; beside hostile.py's.

Each is name -> (what, word): bytes of an archive, or a function that makes a path below a directory;
word: what the error must hold, None: it is contained, ANY: refused or contained, both are right."""
import bz2
import gzip
import hashlib
import io
import json
import lzma
import os
import subprocess
import tarfile

from hostile import device, directory, file, link, tar

ANY = object()


# ---------------------------------------------------------------- raw headers

def header(name, size=b"00000000000\0", kind=b"0", mode=b"0000644\0", uid=b"0000000\0", mtime=b"00000000000\0", target=b"", magic=b"ustar\0" b"00"):
    h = bytearray(512)
    h[0:len(name)] = name
    h[100:108], h[108:116], h[116:124], h[124:136], h[136:148] = mode, uid, b"0000000\0", size, mtime
    h[156:157], h[157:157 + len(target)], h[257:257 + len(magic)] = kind, target, magic
    h[148:156] = b"        "
    h[148:156] = b"%06o\0 " % sum(h)
    return bytes(h)


def padded(data):
    return data + b"\0" * (-len(data) % 512)


def raw(*blocks):
    return b"".join(blocks) + b"\0" * 1024


def pax(records, *rest):
    body = b"".join(records)
    return raw(header(b"pax", size=b"%011o\0" % len(body), kind=b"x"), padded(body), *rest)


def record(key, value):
    body = b" " + key + b"=" + value + b"\n"
    n = len(body) + len(str(len(body)))
    n = len(body) + len(str(n))                     # its own length counts
    return str(n).encode() + body


def attribute(key, value, name=b"a"):
    return pax([record(b"SCHILY.xattr." + key, value)], header(name, size=b"00000000001\0"), padded(b"x"))


def binary(n):
    return b"\x80" + n.to_bytes(11, "big")


def typed(name, kind, **more):
    info = tarfile.TarInfo(name)
    info.type = kind
    for key, value in more.items():
        setattr(info, key, value)
    return info


def zstd(data):
    return subprocess.run(["zstd", "-q", "-c"], input=data, stdout=subprocess.PIPE, check=True).stdout


def archives(canary):
    plain = tar(file("a"), compress=False)
    zeros = tar(file("zeros", b"\0" * (90 << 20)), compress=False)
    up = "../" * 12
    deep = "/".join(["d" * 200] * 22)
    return {
        # names
        "dotdot-alone": (tar(file("..")), ".."),
        "dotdot-last": (tar(directory("a/..")), ".."),
        "dotdot-after-dot": (tar(file("./../escaped")), "escaped"),
        "dotdot-double-slash": (tar(file("a//..//../escaped")), "escaped"),
        "dotdot-through-symlink-to-dot": (tar(link("here", "."), file("here/../../escaped")), "escaped"),
        "backslash-dotdot": (tar(file("..\\..\\escaped")), None),
        "name-slash": (raw(header(b"/")), "absolute"),
        "name-slashes": (raw(header(b"//x", size=b"00000000001\0"), padded(b"x")), "absolute"),
        "name-proc": (tar(file("/proc/self/cwd/escaped")), "absolute"),
        "name-empty": (raw(header(b"", size=b"00000000001\0"), padded(b"x")), ANY),
        "name-dot": (tar(directory(".", 0)), None),
        "name-dots": (tar(file("...")), None),
        "name-255": (tar(file("n" * 255)), None),
        "name-256": (tar(file("n" * 256)), "255 bytes"),
        "path-4095": (tar(file(deep[:4090])), ANY),
        "path-too-long": (tar(file(deep + "/x" * 200)), ANY),
        "name-latin-1": (raw(header(b"caf\xe9", size=b"00000000001\0"), padded(b"x")), ANY),
        "name-overlong-utf8": (raw(header(b"\xc0\xae\xc0\xae/x", size=b"00000000001\0"), padded(b"x")), ANY),
        "name-newline": (tar(file("a\nb")), None),
        "name-bidi": (tar(file("a\u202eb")), None),
        "name-dash": (tar(file("-rf")), None),
        "pax-path-nul": (pax([record(b"path", b"a\0/../../x")], header(b"a", size=b"00000000001\0"), padded(b"x")), ANY),
        "pax-path-dotdot": (pax([record(b"path", b"../escaped")], header(b"a", size=b"00000000001\0"), padded(b"x")), "escaped"),
        "pax-path-1-mib": (pax([record(b"path", b"p" * (1 << 20))], header(b"a")), ANY),
        "gnu-name-1-mib": (raw(header(b"././@LongLink", size=b"%011o\0" % (1 << 20), kind=b"L", magic=b"ustar  \0"), b"n" * (1 << 20), header(b"n")), ANY),
        "gnu-link-1-mib": (raw(header(b"././@LongLink", size=b"%011o\0" % (1 << 20), kind=b"K", magic=b"ustar  \0"), b"n" * (1 << 20), header(b"n", kind=b"2")), "n"),
        # links
        "symlink-loop": (tar(link("a", "b"), link("b", "a"), file("a/x")), "a/x"),
        "symlink-self": (tar(link("a", "a"), file("a/x")), "a/x"),
        "symlink-proc-root": (tar(link("r", "/proc/self/root"), file("r/x")), "r/x"),
        "symlink-proc-fd": (tar(link("r", "/proc/self/fd/4"), file("r/x")), "r/x"),
        "symlink-proc-1": (tar(link("r", "/proc/1/root"), file("r/etc/x")), "r/etc/x"),
        "symlink-relative": (tar(directory("a"), link("a/up", up), file("a/up/x")), "a/up/x"),
        "symlink-inside": (tar(directory("real"), link("alias", "real"), file("alias/x")), "alias/x"),
        "symlink-then-directory": (tar(link("d", canary), directory("d", 0o777)), None),
        "symlink-then-file": (tar(link("f", f"{canary}/file"), file("f", b"overwritten")), None),
        "symlink-then-fifo": (tar(link("f", f"{canary}/file"), typed("f", tarfile.FIFOTYPE)), None),
        "symlink-then-hardlink": (tar(link("s", f"{canary}/file"), link("h", "s", hard=True), file("h", b"overwritten")), None),
        "symlink-empty-target": (raw(header(b"s", kind=b"2")), "s"),
        "symlink-long-target": (tar(link("s", "t" * 4000)), None),
        "symlink-too-long-target": (tar(link("s", "t" * 5000)), "s"),
        "symlink-to-symlink-to-root": (tar(link("a", "/"), link("b", "a/etc"), file("b/x")), "b/x"),
        "hardlink-self": (tar(link("a", "a", hard=True)), "a"),
        "hardlink-to-self-that-is": (tar(file("a"), link("a", "a", hard=True)), None),
        "hardlink-directory": (tar(directory("d"), link("h", "d", hard=True)), "h"),
        "hardlink-later": (tar(link("h", "f", hard=True), file("f")), "h"),
        "hardlink-to-host-by-fd": (tar(link("h", "proc/self/fd/4", hard=True)), "h"),
        "hardlink-empty": (raw(header(b"h", kind=b"1")), ANY),
        "hardlink-over-file": (tar(file("a", b"1"), file("b", b"2"), link("b", "a", hard=True)), None),
        "hardlink-many": (tar(file("a"), *[link(f"h{i}", "a", hard=True) for i in range(2000)]), None),
        "hardlink-absolute-inside": (tar(file("a"), link("h", "/a", hard=True)), "h"),
        # what replaces what
        "file-over-directory": (tar(directory("d"), file("d/x"), file("d")), None),
        "directory-over-file": (tar(file("d"), directory("d"), file("d/x")), None),
        "directory-below-file": (tar(file("d"), file("d/x")), "d/x"),
        "symlink-over-full-directory": (tar(directory("d"), file("d/x"), link("d", canary), file("d/y")), "d/y"),
        "a-thousand-directories": (tar(*[directory(f"d{i}", 0o700) for i in range(1000)]), None),
        # devices
        "device-as-dev": (tar(device("dev")), "dev"),
        "device-in-dev-deep": (tar(device("dev/x/y", tarfile.BLKTYPE, 8, 0)), None),
        "device-mem": (tar(device("m", major=1, minor=1)), "m"),
        "device-tun": (tar(device("net/tun", major=10, minor=200)), "tun"),
        "device-large-numbers": (tar(device("x", major=2097151, minor=2097151)), "x"),
        "device-dev-dotdot": (tar(device("dev/../sda", tarfile.BLKTYPE, 8, 0)), "sda"),
        "device-dev-dot": (tar(device("./dev/null")), None),
        # modes, owners, times
        "mode-all": (tar(file("x", mode=0o7777)), None),
        "mode-none": (tar(directory("d", 0), file("d/x", mode=0)), None),
        "mode-garbage": (raw(header(b"x", mode=b"zzzzzzz\0")), ANY),
        "owner-2-31": (tar(file("x", uid=2**31, gid=2**31)), None),
        "owner-minus-one": (tar(file("x", uid=2**32 - 1)), "owner"),
        "owner-negative": (pax([record(b"uid", b"-1")], header(b"x")), ANY),
        "owner-negative-binary": (raw(header(b"x", uid=b"\xff" * 8)), ANY),
        "time-far-future": (pax([record(b"mtime", str(2**60).encode())], header(b"x")), ANY),
        "time-far-past": (pax([record(b"mtime", str(-2**60).encode())], header(b"x")), ANY),
        "time-garbage": (pax([record(b"mtime", b"yesterday")], header(b"x")), ANY),
        # sizes
        "size-8-eib": (raw(header(b"x", size=binary(2**63 - 1))), "entry 1"),
        "size-more-than-64-bits": (raw(header(b"x", size=binary(2**80))), ANY),
        "size-negative": (raw(header(b"x", size=b"\xff" * 12)), ANY),
        "size-not-octal": (raw(header(b"x", size=b"99999999999\0")), ANY),
        "size-pax-lies": (pax([record(b"size", str(2**40).encode())], header(b"x", size=b"00000000001\0"), padded(b"x")), "x"),
        "size-pax-negative": (pax([record(b"size", b"-5")], header(b"x", size=b"00000000001\0"), padded(b"x")), ANY),
        "size-of-a-directory": (raw(header(b"d/", size=b"00000001000\0", kind=b"5"), padded(b"x" * 512)), ANY),
        "sparse-beyond-its-size": (pax([record(b"GNU.sparse.major", b"1"), record(b"GNU.sparse.minor", b"0"), record(b"GNU.sparse.name", b"s"), record(b"GNU.sparse.realsize", b"10")],
                                       header(b"s", size=b"%011o\0" % 1024), padded(b"1\n1000000\n512\n"), b"x" * 512), ANY),
        "sparse-huge": (pax([record(b"GNU.sparse.major", b"1"), record(b"GNU.sparse.minor", b"0"), record(b"GNU.sparse.name", b"s"), record(b"GNU.sparse.realsize", str(2**62).encode())],
                            header(b"s", size=b"%011o\0" % 1024), padded(b"1\n0\n512\n"), b"x" * 512), ANY),
        "sparse-name-dotdot": (pax([record(b"GNU.sparse.major", b"1"), record(b"GNU.sparse.minor", b"0"), record(b"GNU.sparse.name", b"../escaped"), record(b"GNU.sparse.realsize", b"512")],
                                   header(b"s", size=b"%011o\0" % 1024), padded(b"1\n0\n512\n"), b"x" * 512), "escaped"),
        "sparse-map-endless": (pax([record(b"GNU.sparse.major", b"1"), record(b"GNU.sparse.minor", b"0"), record(b"GNU.sparse.name", b"s"), record(b"GNU.sparse.realsize", b"512")],
                                   header(b"s", size=b"%011o\0" % 1024), padded(b"9" * 400), b"x" * 512), ANY),
        # attributes
        "xattr-overlay-opaque": (attribute(b"trusted.overlay.opaque", b"y"), None),
        "xattr-overlay-redirect": (attribute(b"trusted.overlay.redirect", b"/etc"), None),
        "xattr-user-overlay": (attribute(b"user.overlay.redirect", b"/etc"), None),
        "xattr-user-overlay-metacopy": (attribute(b"user.overlay.metacopy", b""), None),
        "xattr-selinux": (attribute(b"security.selinux", b"x"), None),
        "xattr-capability-garbage": (attribute(b"security.capability", b"garbage"), ANY),
        "xattr-capability-all": (attribute(b"security.capability", b"\1\0\0\2" + b"\xff" * 16), None),
        "xattr-acl": (attribute(b"system.posix_acl_access", b"\2\0\0\0" * 20), ANY),
        "xattr-large": (attribute(b"user.large", b"x" * 70000), "attribute"),
        "xattr-many": (pax([record(b"SCHILY.xattr.user.k%d" % i, b"v" * 10) for i in range(20000)], header(b"a", size=b"00000000001\0"), padded(b"x")), "attribute"),
        "xattr-name-long": (attribute(b"user." + b"n" * 300, b"x"), ANY),
        # pax itself
        "pax-16-mib": (pax([record(b"comment", b"c" * (16 << 20))], header(b"a")), ANY),
        "pax-length-lies": (pax([b"99999 path=x\n"], header(b"a")), ANY),
        "pax-length-zero": (pax([b"0 path=x\n"], header(b"a")), ANY),
        "pax-no-newline": (pax([b"9 path=xx"], header(b"a")), ANY),
        "pax-alone": (raw(header(b"pax", size=b"00000000000\0", kind=b"x")), ANY),
        "pax-chain": (raw(*[header(b"pax", size=b"00000000000\0", kind=b"x")] * 5000, header(b"a")), ANY),
        "type-unknown": (raw(header(b"u", kind=b"Z", size=b"00000000001\0"), padded(b"x")), ANY),
        "type-contiguous": (raw(header(b"c", kind=b"7", size=b"00000000001\0"), padded(b"x")), None),
        "type-volume-label": (raw(header(b"label", kind=b"V", magic=b"ustar  \0"), header(b"a", size=b"00000000001\0"), padded(b"x")), ANY),
        "v7": (raw(header(b"old", magic=b"", size=b"00000000001\0"), padded(b"x")), None),
        # compression
        "gzip-header-only": (b"\x1f\x8b\x08\0\0\0\0\0\0\0", "truncated"),
        "gzip-crc": (gzip.compress(plain)[:-8] + b"\0\0\0\0" + gzip.compress(plain)[-4:], "damaged"),
        "gzip-length": (gzip.compress(plain)[:-4] + b"\0\0\0\7", "damaged"),
        "gzip-two-members": (gzip.compress(plain[:700]) + gzip.compress(plain[700:]), None),
        "gzip-second-damaged": (gzip.compress(plain[:700]) + gzip.compress(plain[700:])[:-9], ANY),
        "gzip-zeros-after": (gzip.compress(plain) + b"\0" * 3000, None),
        "gzip-in-gzip": (gzip.compress(gzip.compress(plain)), ""),
        "gzip-bomb-in-the-middle": (gzip.compress(tar(file("a"), compress=False)[:1024] + zeros, 9), "times its size"),
        "xz-bomb": (lzma.compress(zeros, preset=1), "times its size"),
        "bzip2-bomb": (bz2.compress(zeros, 9), "times its size"),
        "zstd-bomb": (zstd(zeros), "times its size"),
        "xz-truncated": (lzma.compress(plain)[:-20], ANY),
        "xz-damaged": (lzma.compress(plain)[:40] + b"\0\0\0\0" + lzma.compress(plain)[44:], ""),
        "bzip2-truncated": (bz2.compress(plain)[:-30], ANY),
        "zstd-truncated": (zstd(plain)[:-10], ANY),
        "zstd-garbage": (b"\x28\xb5\x2f\xfd" + b"garbage" * 100, ""),
        "zstd-window-2-gib": (b"\x28\xb5\x2f\xfd\x00\xa8" + b"\0" * 100, ANY),
        "a-bit-of-a-header": (plain[:300], ANY),
        "cut-in-a-file": (tar(file("a", b"x" * 2000), compress=False)[:1200], "a"),
        "garbage-after": (plain + os.urandom(5000), None),
        "garbage-between": (plain[:1024] + b"garbage!" * 64 + plain, ANY),
        "cpio": (b"070701" + b"0" * 104 + b"TRAILER!!!\0\0\0\0", ""),
        "zip": (b"PK\3\4" + b"\0" * 600, ""),
        "json": (b'{"schemaVersion":2}' * 100, ""),
        "tar-in-tar": (tar(file("inner.tar", plain)), None),
        "20000-files": (tar(*[file(f"f{i}", b"") for i in range(20000)]), None),
    }


# ---------------------------------------------------------------- layouts

def sha(data):
    return hashlib.sha256(data).hexdigest()


GZIP = b"\x1f\x8b"


def unzipped(data):
    return gzip.decompress(data) if data[:2] == GZIP else data


class Layout:
    """An OCI layout that is right, until a case makes it wrong."""

    def __init__(self, *layers, config=None, top=None):
        self.blobs, self.extra = {}, {}
        layers = layers or (tar(file("a"), compress=False),)
        self.config = {"os": "linux", "architecture": "amd64", "config": config or {}, "rootfs": {"type": "layers", "diff_ids": [f"sha256:{sha(unzipped(x))}" for x in layers]},
                       **(top or {})}
        self.manifest = {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": None, "layers": [
            self.put(x, "application/vnd.oci.image.layer.v1.tar" + ("+gzip" if x[:2] == GZIP else "")) for x in layers]}
        self.index = {"schemaVersion": 2, "manifests": []}

    def put(self, data, media):
        data = data if isinstance(data, bytes) else json.dumps(data).encode()
        self.blobs[sha(data)] = data
        return {"mediaType": media, "digest": f"sha256:{sha(data)}", "size": len(data)}

    def finish(self):
        self.manifest["config"] = self.manifest["config"] or self.put(self.config, "application/vnd.oci.image.config.v1+json")
        if isinstance(self.index, dict) and not self.index["manifests"]:
            self.index["manifests"] = [self.put(self.manifest, "application/vnd.oci.image.manifest.v1+json")]
        return self

    def write(self, at):
        at.mkdir(parents=True)
        blobs = at / "blobs/sha256"
        blobs.mkdir(parents=True)
        for name, data in self.blobs.items():
            (blobs / name).write_bytes(data)
        (at / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}')
        (at / "index.json").write_bytes(self.index if isinstance(self.index, bytes) else json.dumps(self.index).encode())
        return at


def case(change=None, *layers, after=None, **more):
    """A layout with `change` made before its digests are taken, and `after` made to its files."""
    def make(at):
        lay = Layout(*layers, **more)
        if change:
            change(lay)
        lay.finish().write(at)
        if after:
            after(lay, at)
        return at
    return make


def changed(which, **fields):
    def do(lay):
        getattr(lay, which).update(fields)
    return do


def in_index(**fields):
    def do(lay):
        lay.finish()
        lay.index["manifests"][0].update(fields)
    return do


def in_layer(**fields):
    return lambda lay: lay.manifest["layers"][0].update(fields)


def blob_of(lay, at, what):
    digest = {"manifest": lay.index["manifests"][0]["digest"], "config": lay.manifest["config"]["digest"], "layer": lay.manifest["layers"][0]["digest"]}[what]
    return at / "blobs/sha256" / digest[7:]


def spoiled(what):
    def do(lay, at):
        p = blob_of(lay, at, what)
        data = bytearray(p.read_bytes())
        data[len(data) // 2] ^= 1
        p.write_bytes(data)
    return do


def gone(what):
    return lambda lay, at: blob_of(lay, at, what).unlink()


def instead(what, do):
    def run(lay, at):
        p = blob_of(lay, at, what)
        p.unlink()
        do(p)
    return run


def nested(depth):
    def do(lay):
        lay.finish()
        d = lay.index["manifests"][0]
        for _ in range(depth):
            d = lay.put({"schemaVersion": 2, "manifests": [d]}, "application/vnd.oci.image.index.v1+json")
        lay.index["manifests"] = [d]
    return do


def raw_index(data):
    def do(lay):
        lay.finish()
        lay.index = data
    return do


def raw_blob(which, data):
    """Manifest or configuration as these bytes, with the digest they have."""
    def do(lay):
        if which == "config":
            lay.manifest["config"] = lay.put(data, "application/vnd.oci.image.config.v1+json")
        else:
            lay.index["manifests"] = [lay.put(data, "application/vnd.oci.image.manifest.v1+json")]
            lay.manifest["config"] = {}
    return do


def docker(change=None, layer=None, config=None, files=()):
    layer = layer or tar(file("a"), compress=False)
    config = json.dumps(config or {"os": "linux", "architecture": "amd64", "rootfs": {"type": "layers", "diff_ids": [f"sha256:{sha(layer)}"]}}).encode()
    entry = {"Config": f"{sha(config)}.json", "RepoTags": ["hostile.test/x:1"], "Layers": ["layer.tar"]}
    manifest = [entry]
    if change:
        manifest = change(entry) or [entry]
    return tar(*(files or [file(f"{sha(config)}.json", config), file("layer.tar", layer)]),
               file("manifest.json", manifest if isinstance(manifest, bytes) else json.dumps(manifest).encode()), compress=False)


def first(data):
    """An archive whose first entry says that it is a layout."""
    return tar(file("manifest.json", data), compress=False)


def layer_case(*entries):
    return case(None, tar(file("base"), directory("d"), file("d/x"), compress=False), tar(*entries, compress=False))


def layouts(canary):
    nulls = b"[" * 100000
    hostile_config = {"Env": ["PATH", "HOME", "SECRET", "=x", "A=\n", "B=" + "b" * 50000], "WorkingDir": "../../../etc", "Volumes": {"/../../../etc": {}, "/proc/self/root/etc": {}, "/ok": {}},
                      "StopSignal": "9;rm -rf /", "ExposedPorts": {"99999/evil": {}, "80/tcp": {}}, "Healthcheck": {"Test": ["CMD", "true"], "Interval": 1, "Retries": -5},
                      "Labels": {"quilt.restart": "always", "io.quilt.network": "host", "\x1b[2J": "x"}, "User": "../../etc/passwd", "Entrypoint": "text"}
    return {
        "layout-right": (case(), None),
        "manifest-digest": (case(after=spoiled("manifest")), "digest"),
        "manifest-missing": (case(after=gone("manifest")), "not in the layout"),
        "manifest-size": (case(in_index(size=7)), "7 bytes"),
        "manifest-size-negative": (case(in_index(size=-7)), "size"),
        "manifest-size-text": (case(in_index(size="7")), "size"),
        "manifest-not-json": (case(raw_blob("manifest", b"hello")), "not JSON"),
        "manifest-list": (case(raw_blob("manifest", b"[]")), ""),
        "manifest-is-a-fifo": (case(after=instead("manifest", os.mkfifo)), "not a file"),
        "manifest-is-a-directory": (case(after=instead("manifest", os.mkdir)), "not a file"),
        "manifest-is-a-symlink-out": (case(after=instead("manifest", lambda p: os.symlink("/etc/passwd", p))), "not in the layout"),
        "manifest-says-otherwise": (case(changed("manifest", mediaType="application/vnd.docker.distribution.manifest.v2+json")), "says that it is"),
        "manifest-and-index": (case(changed("manifest", manifests=[])), "index"),
        "config-digest": (case(after=spoiled("config")), "digest"),
        "config-missing": (case(after=gone("config")), "not in the layout"),
        "config-artifact": (case(lambda l: l.manifest.update(config=l.put({}, "application/vnd.cncf.helm.config.v1+json"))), "not an image"),
        "config-not-an-object": (case(raw_blob("config", b"[]")), "rootfs"),
        "config-no-rootfs": (case(raw_blob("config", b"{}")), "diff_ids"),
        "config-windows": (case(lambda l: l.config.update(os="windows")), "windows"),
        "config-deep": (case(raw_blob("config", b'{"a":' + nulls + b"}")), "not JSON"),
        "config-duplicate-keys": (case(raw_blob("config", b'{"os":"linux","os":"linux"}')), "not JSON"),
        "config-nul": (case(raw_blob("config", b'{"os":"lin\\u0000ux"}')), "not JSON"),
        "config-utf8": (case(raw_blob("config", b'{"os":"\xff\xfe"}')), "not JSON"),
        "config-5-mib": (case(raw_blob("config", b'{"a":"' + b"x" * (5 << 20) + b'"}')), "at most"),
        "config-hostile": (case(None, config=hostile_config), None),
        "config-too-much": (case(None, config={"Env": [f"K{i}={'v' * 900}" for i in range(1900)]}), "larger than"),
        "config-100000-labels": (case(None, config={"Labels": {f"k{i}": "" for i in range(100000)}}), None),
        "config-history-long": (case(None, top={"history": [{"created_by": "x" * 5000}] * 3000}), ANY),
        "config-history-terminal": (case(None, top={"history": [{"created_by": "\x1b]0;owned\x07"}]}), None),
        "layer-digest": (case(after=spoiled("layer")), "digest"),
        "layer-missing": (case(after=gone("layer")), "not in the layout"),
        "layer-size": (case(in_layer(size=3)), "3 bytes"),
        "layer-media": (case(in_layer(mediaType="application/x-evil")), "x-evil"),
        "layer-media-encrypted": (case(in_layer(mediaType="application/vnd.oci.image.layer.v1.tar+gzip+encrypted")), "encrypted"),
        "layer-no-digest": (case(in_layer(digest=None)), "no digest"),
        "layer-digest-path": (case(in_layer(digest="sha256:../../../etc/passwd")), "digest"),
        "layer-digest-sha512": (case(in_layer(digest="sha512:" + "0" * 128)), "sha512"),
        "layer-digest-upper": (case(lambda l: l.manifest["layers"][0].update(digest=l.manifest["layers"][0]["digest"].upper())), "digest"),
        "layer-digest-short": (case(in_layer(digest="sha256:abc")), "digest"),
        "layer-is-a-fifo": (case(after=instead("layer", os.mkfifo)), "not in the layout"),
        "layer-is-a-symlink-out": (case(after=instead("layer", lambda p: os.symlink("/etc/passwd", p))), "not in the layout"),
        "layer-is-a-symlink-to-proc": (case(after=instead("layer", lambda p: os.symlink("/proc/self/exe", p))), "not in the layout"),
        "layer-not-a-tar": (case(None, b"hello, I am no tar" * 100), "layer 1"),
        "layer-escapes": (case(None, tar(file("../escaped"), compress=False)), "escaped"),
        "layer-through-symlink": (case(None, tar(link("out", canary), file("out/x"), compress=False)), "out/x"),
        "layer-through-lower-symlink": (case(None, tar(link("out", canary), compress=False), tar(file("out/x"), compress=False)), None),
        "layer-hardlink-below": (case(None, tar(file("a"), compress=False), tar(link("h", "a", hard=True), compress=False)), "h"),
        "layer-absolute": (case(None, tar(file("/etc/escaped"), compress=False)), None),
        "layer-device": (case(None, tar(device("sda", tarfile.BLKTYPE, 8, 0), compress=False)), "sda"),
        "layer-empty": (case(None, b"\0" * 1024), None),
        "layer-bomb": (case(None, gzip.compress(tar(file("zeros", b"\0" * (90 << 20)), compress=False), 9)), "times its size"),
        "layers-none": (case(changed("manifest", layers=[])), "layers"),
        "layers-not-a-list": (case(changed("manifest", layers={})), "layers"),
        "layers-201": (case(lambda l: (l.manifest.update(layers=l.manifest["layers"] * 201), l.config["rootfs"].update(diff_ids=l.config["rootfs"]["diff_ids"] * 201))), "201"),
        "layers-the-same-twice": (case(lambda l: (l.manifest.update(layers=l.manifest["layers"] * 2), l.config["rootfs"].update(diff_ids=l.config["rootfs"]["diff_ids"] * 2))), None),
        "diff-count": (case(lambda l: l.config["rootfs"].update(diff_ids=[])), "layers"),
        "diff-wrong": (case(lambda l: l.config["rootfs"].update(diff_ids=["sha256:" + "0" * 64])), "diff_id"),
        "diff-path": (case(lambda l: l.config["rootfs"].update(diff_ids=["sha256:../x"])), "diff_id"),
        "diff-number": (case(lambda l: l.config["rootfs"].update(diff_ids=[7])), "diff_id"),
        "index-not-json": (case(raw_index(b"hello")), "index.json"),
        "index-empty-file": (case(raw_index(b"")), "index.json"),
        "index-list": (case(raw_index(b"[]")), "manifests"),
        "index-no-manifests": (case(raw_index(b"{}")), "manifests"),
        "index-none-in-it": (case(raw_index(b'{"manifests":[]}')), "no image"),
        "index-deep": (case(raw_index(b'{"a":' + nulls)), "index.json"),
        "index-nested": (case(nested(2)), None),
        "index-nested-too-deep": (case(nested(9)), "nested"),
        "index-300-entries": (case(lambda l: (l.finish(), l.index.update(manifests=l.index["manifests"] * 300))), "entries"),
        "index-with-layers": (case(lambda l: (l.finish(), l.index.update(layers=[]))), "layers"),
        "index-other-platform": (case(in_index(platform={"os": "linux", "architecture": "s390x"})), "s390x"),
        "index-platform-text": (case(in_index(platform="linux")), None),
        "index-digest-path": (case(in_index(digest="sha256:../../index.json")), "digest"),
        "index-symlink-out": (case(after=lambda l, at: ((at / "index.json").unlink(), os.symlink("/etc/hosts", at / "index.json"))), "index.json"),
        "index-name-hostile": (case(in_index(annotations={"org.opencontainers.image.ref.name": "../../../etc/x y\x1b"})), None),
        "blobs-is-a-symlink-out": (case(after=lambda l, at: (os.rename(at / "blobs", at / "b"), os.symlink("/etc", at / "blobs"))), "not in the layout"),
        # whiteouts
        "whiteout": (layer_case(file(".wh.base")), None),
        "whiteout-of-nothing": (layer_case(file(".wh.")), "whiteout"),
        "whiteout-of-dot": (layer_case(file("d/.wh..")), "whiteout"),
        "whiteout-of-dotdot": (layer_case(file("d/.wh...")), "whiteout"),
        "whiteout-with-slash": (layer_case(file(".wh.../../x")), ""),
        "whiteout-through-symlink": (layer_case(link("s", canary), file("s/.wh.file")), "s"),
        "whiteout-as-directory": (layer_case(directory(".wh.base")), None),
        "whiteout-as-symlink": (layer_case(link(".wh.base", "/etc/passwd")), None),
        "whiteout-as-hardlink": (layer_case(file("x"), link(".wh.base", "x", hard=True)), None),
        "whiteout-and-directory": (layer_case(file(".wh.d"), directory("d"), file("d/y")), None),
        "directory-and-whiteout": (layer_case(directory("d"), file("d/y"), file(".wh.d")), None),
        "whiteout-twice": (layer_case(file(".wh.base"), file(".wh.base")), None),
        "opaque-through-symlink": (layer_case(link("s", canary), file("s/.wh..wh..opq")), "s"),
        "opaque-at-the-root": (layer_case(file(".wh..wh..opq")), "hides all below"),
        "whiteout-of-aufs": (layer_case(file(".wh..wh.plnk"), directory(".wh..wh.aufs")), None),
        "whiteout-device": (layer_case(device("base", major=0, minor=0)), "base"),
        "whiteout-in-dev": (layer_case(device("dev/base", major=0, minor=0)), None),
        "whiteout-below-a-whiteout": (layer_case(file(".wh.d"), file("d/y")), None),
        # docker archives
        "docker-right": (docker(), None),
        "docker-no-images": (first(b"[]"), "not a list"),
        "docker-not-a-list": (first(b"{}"), "not a list"),
        "docker-not-json": (first(b"hello"), "not JSON"),
        "docker-config-dotdot": (docker(lambda e: e.update(Config="../../../../etc/passwd")), "etc/passwd"),
        "docker-config-absolute": (docker(lambda e: e.update(Config="/etc/passwd")), "etc/passwd"),
        "docker-config-number": (docker(lambda e: e.update(Config=7)), "configuration"),
        "docker-layer-dotdot": (docker(lambda e: e.update(Layers=["../../../../etc/passwd"])), "etc/passwd"),
        "docker-layer-missing": (docker(lambda e: e.update(Layers=["nothing.tar"])), "nothing.tar"),
        "docker-layer-number": (docker(lambda e: e.update(Layers=[7])), "layer 1"),
        "docker-layer-count": (docker(lambda e: e.update(Layers=["layer.tar", "layer.tar"])), "layers"),
        "docker-layer-symlink-out": (docker(files=[file("manifest.json"), link("layer.tar", "/etc/passwd")]), ""),
        "docker-layer-other": (docker(layer=None, config={"os": "linux", "rootfs": {"diff_ids": ["sha256:" + "1" * 64]}}), "digest"),
        "docker-names-hostile": (docker(lambda e: e.update(RepoTags=["../../x:1", "a b:1", "n" * 300, 7, "\x1b[2J:1"])), None),
        "docker-names-many": (docker(lambda e: e.update(RepoTags=[f"n{i}:1" for i in range(5000)])), None),
        "docker-two": (docker(lambda e: [e, e]), "several"),
        "layout-without-index": (tar(file("oci-layout", b"{}"), compress=False), "neither"),
        "blobs-alone": (tar(directory("blobs"), compress=False), "neither"),
    }
