"""Archives that want out, break, or explode: name -> (bytes, word that the error must hold; None: contained)."""
import gzip
import io
import tarfile


def tar(*entries, compress=True):
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as t:
        for entry in entries:
            info, data = entry if isinstance(entry, tuple) else (entry, b"")
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
    return gzip.compress(raw.getvalue(), 1) if compress else raw.getvalue()


def file(name, data=b"x", mode=0o644, **more):
    info = tarfile.TarInfo(name)
    info.mode = mode
    for key, value in more.items():
        setattr(info, key, value)
    return info, data


def link(name, target, hard=False):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = tarfile.LNKTYPE if hard else tarfile.SYMTYPE, target
    return info


def directory(name, mode=0o755):
    info = tarfile.TarInfo(name)
    info.type, info.mode = tarfile.DIRTYPE, mode
    return info


def device(name, kind=tarfile.CHRTYPE, major=1, minor=3):
    info = tarfile.TarInfo(name)
    info.type, info.devmajor, info.devminor = kind, major, minor
    return info


def broken_header():
    data = bytearray(tar(file("a"), file("b"), compress=False))
    data[1024 + 148:1024 + 156] = b"99999999"
    return bytes(data)


def lying_size():
    data = bytearray(tar(file("a", b"x" * 100), compress=False))
    data[124:136] = b"77777777777\0"
    return bytes(data[:1024])


def archives(canary):
    good = tar(directory("bin"), file("bin/sh", b"x", 0o755))
    return {
        "dotdot": (tar(file("../escaped")), "escaped"),
        "dotdot-inside": (tar(directory("a"), file("a/../../escaped")), "escaped"),
        "absolute": (tar(file(f"{canary}/absolute")), "absolute"),
        "symlink-absolute": (tar(link("out", canary), file("out/through")), "out"),
        "symlink-dotdot": (tar(link("out", "../../../../../.." + canary), file("out/through")), "out"),
        "symlink-chain": (tar(link("a", "b"), link("b", canary), file("a/through")), "a"),
        "symlink-proc": (tar(link("out", "/proc/self/cwd"), file("out/through")), "out"),
        "symlink-replaced-directory": (tar(directory("d"), link("d", canary), file("d/through")), "d"),
        "hardlink-absolute": (tar(link("passwd", "/etc/passwd", hard=True)), "passwd"),
        "hardlink-dotdot": (tar(link("passwd", "../../../../etc/passwd", hard=True)), "passwd"),
        "hardlink-missing": (tar(link("a", "not-there", hard=True)), "a"),
        "hardlink-through-symlink": (tar(link("s", "/etc"), link("p", "s/passwd", hard=True)), "p"),
        "device": (tar(device("sda", tarfile.BLKTYPE, 8, 0)), "sda"),
        "device-char": (tar(device("mem", minor=1)), "mem"),
        "device-in-dev": (tar(directory("dev"), device("dev/null")), None),
        "whiteout-device": (tar(device("gone", major=0, minor=0)), "gone"),
        "not-utf8": (tar(file("../\udcff\udcfe")), "??"),
        "not-utf8-hardlink": (tar(link("h", "\udcff", hard=True)), "?"),
        "long-name": (tar(file("n" * 300)), "name"),
        "deep": (tar(file("/".join("d" * 1 for _ in range(400)))), "nested"),
        "root-as-file": (tar(file(".")), "."),
        "negative-owner": (tar(file("a", uid=2**33)), "owner"),
        "truncated-gzip": (good[:-20], "truncated"),
        "corrupt-gzip": (good[:40] + b"\0\0\0\0" + good[44:], ""),
        "not-an-archive": (b"hello, I am text\n" * 100, ""),
        "empty": (b"", ""),
        "no-entries": (gzip.compress(b"\0" * 10240), "empty"),
        "bad-checksum": (broken_header(), ""),
        "lying-size": (lying_size(), ""),
        "gzip-bomb": (gzip.compress(tar(file("zeros", b"\0" * (90 << 20)), compress=False), 9), "times its size"),
        "too-large": (tar(*[file(f"f{i}", bytes(range(256)) * 8192) for i in range(60)], compress=False), "more than"),
        "fifo-passwd": (tar(directory("etc"), (lambda i: (setattr(i, "type", tarfile.FIFOTYPE), i)[1])(tarfile.TarInfo("etc/passwd"))), None),
        "control-characters": (tar(file("a\x1b[2J\nb")), None),
        "duplicates": (tar(*[file("same", bytes([i])) for i in range(50)]), None),
        "setuid": (tar(file("su", mode=0o4755)), None),
    }
