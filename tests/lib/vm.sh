#!/bin/bash
# vm.sh [-t SECONDS] COMMAND - runs COMMAND as root, here, on a Linux with cgroup v2.
#
# The machine is Debian's cloud kernel under qemu (no KVM needed).  Its root is this
# host's, read-only under a tmpfs; only the current folder is shared writable, /tmp and
# /run are its own.  Prints COMMAND's output, returns its status; 125: no machine.
# The kernel is fetched as a Debian package once, into QUILT_CACHE (~/.cache/quilt).
set -euo pipefail
seconds=600
[ "${1:-}" != -t ] || { seconds=$2; shift 2; }
command=${1:?COMMAND}
cache=${QUILT_CACHE:-${HOME:-/root}/.cache/quilt}/vm-net-3
work=$PWD
job=$(mktemp -d "${TMPDIR:-/var/tmp}/quilt-vm.XXXXXX")
daemons=()
trap 'kill "${daemons[@]}" 2> /dev/null || true; rm -rf "$job"' EXIT

fetch_kernel() {
  local image modules release
  rm -rf "$cache.new" && mkdir -p "$cache.new/deb"
  image=$(apt-cache depends linux-image-cloud-amd64 | awk '/Depends: linux-image-/ { print $2; exit }')
  (cd "$cache.new/deb" && apt-get download -q "$image" > /dev/null)
  dpkg -x "$cache.new"/deb/*.deb "$cache.new/tree"
  release=$(ls "$cache.new/tree/lib/modules")
  mv "$cache.new/tree/boot/vmlinuz-$release" "$cache.new/vmlinuz"
  modules=$cache.new/tree
  depmod -b "$modules" "$release" 2> /dev/null
  mkdir -p "$cache.new/initrd/bin" "$cache.new/initrd/modules"
  cp /bin/busybox "$cache.new/initrd/bin/"
  for name in virtio_pci virtio_console virtiofs overlay \
      veth bridge br_netfilter nf_tables nft_meta_bridge nft_chain_nat nft_ct nft_nat nft_masq nft_reject_inet nft_fib_inet nft_objref nf_conntrack_netlink tcp_diag inet_diag sch_tbf; do
    modprobe -d "$modules" -S "$release" --show-depends "$name" 2> /dev/null | awk '/^insmod/ { print $2 }' | while read -r file; do
      grep -qx "$(basename "$file")" "$cache.new/initrd/order" 2> /dev/null || { cp "$file" "$cache.new/initrd/modules/"; basename "$file" >> "$cache.new/initrd/order"; }
    done
  done
  cat > "$cache.new/initrd/init" <<'INIT'
#!/bin/busybox sh
/bin/busybox --install -s /bin; export PATH=/bin
mkdir -p /proc /sys /dev /lower /memory /root
mount -t proc proc /proc; mount -t sysfs sys /sys; mount -t devtmpfs dev /dev
while read -r module; do insmod "/modules/$module"; done < /order
mount -t virtiofs -o ro host /lower && mount -t tmpfs -o size=70% memory /memory && mkdir /memory/upper /memory/work &&
  mount -t overlay -o lowerdir=/lower,upperdir=/memory/upper,workdir=/memory/work root /root || poweroff -f
port() { for p in /sys/class/virtio-ports/*; do [ "$(cat "$p/name")" != "$1" ] || echo "/dev/${p##*/}"; done; }
out=$(port out) status=$(port status) work=$(sed 's/.* work=\([^ ]*\).*/\1/' /proc/cmdline)
for d in proc sys dev; do mount --move /$d /root/$d; done
mkdir -p /root/dev/pts /root/dev/shm; mount -t devpts devpts /root/dev/pts; mount -t tmpfs shm /root/dev/shm
mount -t cgroup2 cgroup2 /root/sys/fs/cgroup
mount -t tmpfs run /root/run; mount -t tmpfs tmp /root/tmp
mkdir -p "/root$work" /root/run/job; mount -t virtiofs work "/root$work"
mount -t virtiofs job /root/run/job
cat > /root/run/go <<GO
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb QUILT_IN_VM=1
hostname quilt-vm; ip link set lo up; cd "$work"
bash /run/job/command > $out 2>&1 < /dev/null; echo \$? > $status
GO
cd /root && mount --move . / && chroot . /bin/bash /run/go      # moved: in a mere chroot the kernel makes no user namespace
poweroff -f
INIT
  chmod +x "$cache.new/initrd/init"
  (cd "$cache.new/initrd" && find . | cpio -o -H newc --quiet | gzip -1) > "$cache.new/initrd.gz"
  rm -rf "$cache.new/deb" "$cache.new/tree" "$cache.new/initrd" "$cache" && mv "$cache.new" "$cache"
}

share() { # TAG DIR CACHE
  /usr/lib/qemu/virtiofsd --socket-path="$job/$1.sock" -o source="$2" -o cache="$3" -o sandbox=chroot --rlimit-nofile=0 > "$job/$1.log" 2>&1 &
  daemons+=($!)
  for _ in $(seq 200); do [ -S "$job/$1.sock" ] && return; sleep 0.02; done
  echo "vm.sh: virtiofsd did not start: $(tail -n 1 "$job/$1.log")" >&2
  exit 125
}

[ -s "$cache/initrd.gz" ] || fetch_kernel
mkdir "$job/in" && printf '%s\n' "$command" > "$job/in/command"
: > "$job/out"
for try in 1 2 3; do                    # an emulator that fails before the command began may be asked again
  daemons=()
  share host / always
  share work "$work" auto
  share job "$job/in" auto
  : > "$job/status"
  timeout -k 5 "$seconds" qemu-system-x86_64 -M q35 -accel tcg,thread=multi -cpu max,-cx16,-la57 -smp 2 -m 2048 -nodefaults -display none -no-reboot \
    -object memory-backend-memfd,id=mem,size=2048M,share=on -numa node,memdev=mem \
    -chardev socket,id=c0,path="$job/host.sock" -device vhost-user-fs-pci,chardev=c0,tag=host \
    -chardev socket,id=c1,path="$job/work.sock" -device vhost-user-fs-pci,chardev=c1,tag=work \
    -chardev socket,id=c2,path="$job/job.sock" -device vhost-user-fs-pci,chardev=c2,tag=job \
    -device virtio-serial-pci -chardev file,id=out,path="$job/out" -device virtserialport,chardev=out,name=out \
    -chardev file,id=status,path="$job/status" -device virtserialport,chardev=status,name=status -serial "file:$job/console" \
    -kernel "$cache/vmlinuz" -initrd "$cache/initrd.gz" -append "console=ttyS0 panic=-1 quiet mitigations=off work=$work " < /dev/null 2> "$job/qemu.log" || true
  kill "${daemons[@]}" 2> /dev/null || true
  wait "${daemons[@]}" 2> /dev/null || true
  [ ! -s "$job/out" ] && [ ! -s "$job/status" ] || break
  rm -f "$job"/*.sock
done
cat "$job/out"
status=$(tr -dc 0-9 < "$job/status")
[ -n "$status" ] || { echo "vm.sh: no answer from the machine" >&2; tail -n 5 "$job/console" "$job/qemu.log" >&2; exit 125; }
exit "$status"
