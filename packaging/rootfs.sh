#!/bin/bash
# rootfs.sh DIR [NAME…] - root filesystems as .tar.gz, and each as an OCI layout NAME.oci (tag NAME), offline but for Debian's own packages:
#   minimal  busybox-static                    python  minimal and this system's python3
#   debian   debootstrap --variant=minbase     nix     tools are symlinks into a store that is missing
# One that exists is kept.  The debian tree is cached in QUILT_CACHE (~/.cache/quilt).
set -euo pipefail
out=$(mkdir -p "${1:?DIR}" && cd "$1" && pwd)
shift
names=${*:-minimal debian python nix}
cache=${QUILT_CACHE:-${HOME:-/root}/.cache/quilt}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

pack() { # TREE NAME: sorted, owned by root, times fixed, so that the same tree is the same digest
  tar -C "$1" --sort=name --numeric-owner --owner=0 --group=0 --mtime='2024-01-01 00:00Z' --exclude=./dev/* --exclude=./proc/* -cf - . |
    gzip -1n > "$out/.$2.tmp" && mv "$out/.$2.tmp" "$out/$2.tar.gz"
}

tree_minimal() {
  mkdir -p "$1"/{bin,dev,etc,proc,root,run,sys,tmp,usr/bin,usr/sbin,var/tmp}
  chmod 1777 "$1/tmp" "$1/var/tmp"
  cp /bin/busybox "$1/bin/busybox"
  for tool in $(/bin/busybox --list); do [ "$tool" = busybox ] || ln -s busybox "$1/bin/$tool"; done
  printf 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n' > "$1/etc/passwd"
  printf 'root:x:0:\nusers:x:100:nobody\nnogroup:x:65534:\n' > "$1/etc/group"
}

make_minimal() { tree_minimal "$tmp/minimal"; pack "$tmp/minimal" minimal; }

make_python() {
  local t=$tmp/python py lib
  tree_minimal "$t"
  py=$(readlink -f /usr/bin/python3)
  mkdir -p "$t/usr/bin" "$t/usr/lib"
  cp "$py" "$t/usr/bin/python3"
  lib=/usr/lib/$(basename "$py")
  tar -C / --exclude='*/test' --exclude='*/__pycache__' --exclude='*/idlelib' --exclude='*/dist-packages' -cf - "${lib#/}" | tar -C "$t" -xf -
  { ldd "$py"; find "$lib" -name '*.so' -exec ldd {} +; } 2>/dev/null | grep -o '/[^ ]*' | sort -u | while read -r so; do
    if [ -f "$so" ]; then mkdir -p "$t$(dirname "$so")" && cp -nL "$so" "$t$so"; fi
  done
  pack "$t" python
}

make_nix() {
  local t=$tmp/nix store=/nix/store/0123456789abcdfghijklmnpqrsvwxyz-busybox-1.36.1
  mkdir -p "$t"/{bin,dev,etc,proc,sys,tmp,usr/bin,nix/store}
  for tool in sh cat echo env ls mkdir ps sleep true uname; do ln -s "$store/bin/$tool" "$t/bin/$tool"; done
  ln -s "$store/bin/env" "$t/usr/bin/env"
  printf '#!/bin/sh\necho "I work already"\n' > "$t/bin/works"
  chmod 755 "$t/bin/works"
  printf 'root:x:0:0:root:/root:/bin/sh\n' > "$t/etc/passwd"
  printf 'root:x:0:\n' > "$t/etc/group"
  pack "$t" nix
}

make_debian() {
  local kept=$cache/debian-bookworm.tar.gz mirror
  if [ ! -s "$kept" ]; then
    mirror=$(find /etc/apt -name '*.list' -o -name '*.sources' | xargs awk '!/^#/ && !/security/ && match($0, /https?:\/\/[^ ]+/) { print substr($0, RSTART, RLENGTH); exit }')
    [ -n "$mirror" ] || { echo "rootfs.sh: debian: apt has no mirror configured below /etc/apt" >&2; exit 1; }
    echo "debootstrap: about a minute" >&2
    debootstrap --variant=minbase bookworm "$tmp/debian" "$mirror" > "$tmp/debootstrap.log" 2>&1 ||
      { tail -n 5 "$tmp/debootstrap.log" >&2; exit 1; }
    rm -rf "$tmp"/debian/var/cache/apt/archives/*.deb "$tmp"/debian/var/lib/apt/lists/*
    pack "$tmp/debian" debian
    mkdir -p "$cache" && cp "$out/debian.tar.gz" "$kept.tmp" && mv "$kept.tmp" "$kept"
  fi
  cp "$kept" "$out/debian.tar.gz"
}

layout() { # NAME: one layer, the archive as it is; /bin/sh is its command
  /usr/bin/python3 - "$out/$1.tar.gz" "$out/$1.oci" "$1" <<'PY'
import gzip, hashlib, json, os, pathlib, platform, shutil, sys
archive, target, name = sys.argv[1:4]
arch = {"x86_64": "amd64", "aarch64": "arm64"}.get(platform.machine(), platform.machine())
tmp = pathlib.Path(f"{target}.tmp")
shutil.rmtree(tmp, ignore_errors=True)
blobs = tmp / "blobs/sha256"
blobs.mkdir(parents=True)


def put(data, media):
    digest = hashlib.sha256(data).hexdigest()
    (blobs / digest).write_bytes(data)
    return {"mediaType": f"application/vnd.oci.image.{media}", "digest": f"sha256:{digest}", "size": len(data)}


layer = pathlib.Path(archive).read_bytes()
config = {"architecture": arch, "os": "linux", "config": {"Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"], "Cmd": ["/bin/sh"]},
          "rootfs": {"type": "layers", "diff_ids": ["sha256:" + hashlib.sha256(gzip.decompress(layer)).hexdigest()]}, "history": [{"created_by": "dev.sh generate-rootfs"}]}
manifest = {"schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "config": put(json.dumps(config).encode(), "config.v1+json"), "layers": [put(layer, "layer.v1.tar+gzip")]}
entry = {**put(json.dumps(manifest).encode(), "manifest.v1+json"), "platform": {"os": "linux", "architecture": arch}, "annotations": {"org.opencontainers.image.ref.name": name}}
(tmp / "index.json").write_text(json.dumps({"schemaVersion": 2, "manifests": [entry]}))
(tmp / "oci-layout").write_text('{"imageLayoutVersion":"1.0.0"}')
shutil.rmtree(target, ignore_errors=True)
os.rename(tmp, target)
PY
}

for name in $names; do
  case $name in minimal|debian|python|nix) ;; *) echo "rootfs.sh: $name: knows minimal, debian, python and nix" >&2; exit 2 ;; esac
  [ -s "$out/$name.tar.gz" ] || { "make_$name"; rm -rf "$out/$name.oci"; }
  [ -s "$out/$name.oci/index.json" ] || layout "$name"
  echo "$out/$name.tar.gz"
done
