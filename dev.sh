#!/bin/bash
# dev.sh - everything a developer does, by name.
#   deps            install the Debian packages of packaging/deps.txt
#   build [PRESET]  release (default), dev (asan+ubsan), clang, coverage, fuzz -> build/PRESET/
#   demo            install, build, make images, show the main job, leave nothing
#   test [FILTER]   install, build, run every test (FILTER: pytest -k, only the system tests)
#   check           what a change can break, in about a minute: build, unit, protocol, tree, a few stories
#   generate-rootfs [DIR] [NAME…]   minimal, debian, python, nix as .tar.gz and as OCI layouts (build/images)
#   up [DIR]        a whole Quilt in a private directory, in the foreground
#   gen             generated files from protocol/quilt.toml
#   fmt             clang-format
#   fuzz [SECONDS]  each fuzzer over its corpus and for some seconds
#   bench           beside crun, and podman and docker where present
#   vm COMMAND      on a machine with cgroup v2
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"
images=$PWD/build/images
python=/usr/bin/python3

deps() {
  local missing=() package
  command -v npm > /dev/null || set -- npm "$@"       # other packagings of nodejs have it inside
  for package in $(grep -v '^#' packaging/deps.txt) "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} = 0 ] && return
  [ "$(id -u)" = 0 ] || { echo "dev.sh: packages are missing (${missing[*]}): run as root" >&2; exit 1; }
  apt-get update -q > /dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}" > /dev/null
}

build() {
  local preset=${1:-release}
  cmake --preset "$preset" > "/tmp/quilt-cmake.$$" || { cat "/tmp/quilt-cmake.$$"; exit 1; }
  rm -f "/tmp/quilt-cmake.$$"
  cmake --build --preset "$preset" -- --quiet
}

rootfs() { packaging/rootfs.sh "$@"; }

unit() {
  build dev
  ctest --test-dir build/dev --output-on-failure -j 2
}

generated() { $python protocol/generate.py protocol/quilt.toml . --check && $python tests/tools/tree.py; }

fuzz() {
  build fuzz
  local program name
  for program in build/fuzz/fuzz/fuzz-*; do
    name=$(basename "$program")
    mkdir -p "tests/fuzz/corpus/${name#fuzz-}"
    "$program" -max_total_time="${1:-5}" -timeout=5 -rss_limit_mb=1024 -print_final_stats=0 -verbosity=0 "$(mktemp -d)" "tests/fuzz/corpus/${name#fuzz-}" ||
      { echo "dev.sh: $name found something" >&2; exit 1; }
    echo "$name: nothing found"
  done
}

system() {
  rootfs "$images" > /dev/null
  $python -m pytest -q -p no:cacheprovider tests "$@"
}

case ${1:-help} in
  deps) shift; deps "$@" ;;
  build) deps; build "${2:-release}" ;;
  demo) deps; build; rootfs "$images" > /dev/null; packaging/demo.sh "$PWD/build/release" "$images" ;;
  test)
    deps
    build
    if [ -n "${2:-}" ]; then system -k "$2"; exit; fi
    generated
    unit
    fuzz 4
    build clang
    system
    ;;
  check) generated; build; unit; rootfs "$images" minimal > /dev/null; $python -m pytest -q -p no:cacheprovider tests/tools tests/actor tests/system -k 'protocol or smoke' ;;
  generate-rootfs) shift; deps; rootfs "${@:-$images}" ;;
  up)
    build
    dir=${2:-$(mktemp -d /tmp/quilt-up.XXXXXX)}
    mkdir -p "$dir"
    chmod 711 "$dir"
    echo "export QUILT_RUN_DIR=$dir/run PATH=$PWD/build/release/bin:\$PATH"
    exec build/release/sbin/quiltd --run-dir "$dir/run" --state-dir "$dir/state"
    ;;
  gen) $python protocol/generate.py protocol/quilt.toml . ;;
  fmt) git ls-files '*.c' '*.h' ':!protocol/gen' ':!base/errors.*' | xargs clang-format -i ;;
  fuzz) deps; fuzz "${2:-60}" ;;
  bench) deps crun dnsperf dnsmasq-base aardvark-dns iperf3 libarchive-tools; build; rootfs "$images" minimal debian > /dev/null; for b in run net stream; do $python bench/$b.py "$images/minimal.tar.gz"; done
    $python bench/images.py "$images/minimal.tar.gz" "$images/debian.tar.gz" ;;
  vm) shift; tests/lib/vm.sh "$@" ;;
  *) sed -n '2,/^set /p' "$0" | grep '^#' | cut -c 3- ;;
esac
