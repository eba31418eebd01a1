"""Small filesystems of the tests' own, on loop devices."""
import contextlib
import subprocess


@contextlib.contextmanager
def disk(at, kind, megabytes, options=""):
    """A directory that is a filesystem of this kind."""
    image, place = at / f"{kind}.img", at / f"{kind}.mnt"
    with open(image, "wb") as f:
        f.truncate(megabytes << 20)
    make = {"btrfs": ["mkfs.btrfs", "-q", "-f"], "xfs": ["mkfs.xfs", "-q", "-f"], "ext4": ["mkfs.ext4", "-q", "-F"]}[kind]
    subprocess.run([*make, str(image)], check=True, capture_output=True)
    place.mkdir()
    subprocess.run(["mount", "-o", "loop" + (f",{options}" if options else ""), str(image), str(place)], check=True)
    try:
        yield place
    finally:
        done = subprocess.run(["umount", str(place)], capture_output=True)
        if done.returncode:
            subprocess.run(["umount", "-l", str(place)], check=True)
        image.unlink()
