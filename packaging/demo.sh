#!/bin/bash
# demo.sh TREE IMAGES - what Quilt does, with a private daemon; leaves nothing behind.
set -euo pipefail
tree=$1 images=$2
dir=$(mktemp -d /tmp/quilt-demo.XXXXXX) && chmod 711 "$dir"
export QUILT_RUN_DIR=$dir/run PATH=$tree/bin:$PATH
say() { printf '\n\033[1m# %s\033[0m\n' "$*"; }
show() { printf '$ %s\n' "$*"; "$@"; }
listing() { cat /proc/self/mountinfo | wc -l; ip -o link 2>/dev/null | wc -l; find /sys/fs/cgroup -maxdepth 3 -type d -name 'quilt*' | wc -l; }
before=$(listing)

"$tree/sbin/quiltd" --run-dir "$dir/run" --state-dir "$dir/state" --log-level warn &
daemon=$!
trap '{ kill $daemon; wait $daemon; } 2>/dev/null || true; rm -rf "$dir"' EXIT
for _ in $(seq 400); do quilt health > /dev/null 2>&1 && break; kill -0 $daemon; sleep 0.05; done
say "a daemon of its own, below $dir"
show quilt health

say "output, and an exit code"
show quilt run --rm "$images/minimal.tar.gz" echo 'Hello World'
quilt run --rm "$images/minimal.tar.gz" sh -c 'exit 42' || echo "exit code $?"

say "arguments arrive as they are"
show quilt run --rm "$images/minimal.tar.gz" sh -c 'for a; do echo "[$a]"; done' - 'two words' "it's" '$HOME'

say "limits: 64 MiB of memory are not enough for 200"
quilt run --name greedy -m 64m "$images/minimal.tar.gz" sh -c 'head -c 200m /dev/zero | tail' || echo "exit code $?"
show quilt status greedy --format '{state}: {exit.reason}'
show quilt why greedy --format '{summary}'

say "in the background: list, logs, exec, stop"
show quilt run -d --name worker --cpu-limit 50.0 --memory-limit 512 "$images/minimal.tar.gz" sh -c 'echo ready; while :; do sleep 1; done'
show quilt exec worker sh -c 'echo "inside: $(hostname), process $$"'
show quilt list -a
show quilt logs worker

say "a network: names, ping, and one that has no way out"
show quilt network create back --internal
show quilt run -d --name web --network bridge --network back "$images/minimal.tar.gz" sh -c 'mkdir /w; echo "hello from web" > /w/index.html; exec httpd -f -p 80 -h /w'
show quilt run --rm --network back "$images/minimal.tar.gz" sh -c 'until wget -qO- http://web/ 2>/dev/null; do sleep 0.1; done'
show quilt icc ping --count 2 worker web
show quilt dns list
show quilt network topology

say "other images"
[ ! -s "$images/debian.tar.gz" ] || show quilt run --rm "$images/debian.tar.gz" cat /etc/debian_version
[ ! -s "$images/python.tar.gz" ] || show quilt run --rm "$images/python.tar.gz" python3 -c 'print(sum(range(10)))'
[ ! -s "$images/nix.tar.gz" ] || show quilt run --rm "$images/nix.tar.gz" sh -c 'echo a shell that the image lacks'

say "what happened"
quilt events | tail -n 8 | cut -c 1-150

say "the end"
show quilt stop -t 1s worker web
show quilt remove greedy worker web
show quilt network remove back
quilt shutdown --containers
wait $daemon || true
after=$(listing)
[ "$before" = "$after" ] && [ -z "$(find "$dir/run/containers" "$dir/state/containers" -mindepth 1)" ] ||
  { echo "something was left behind: before $before, after $after" >&2; exit 1; }
echo "nothing is left: mounts, links, groups and files are as before"
