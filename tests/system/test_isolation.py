"""What a container may not do, see or change."""
import pytest
from harness import IMAGES, MINIMAL, Failed

PYTHON = str(IMAGES / "python.tar.gz")


def inside(quilt, *argv, options=(), image=MINIMAL):
    return quilt.cli("run", "--rm", *options, image, *argv, check=False)


def test_default_posture(quilt):
    status = dict(line.split(":\t") for line in inside(quilt, "cat", "/proc/self/status").out.splitlines() if ":\t" in line)
    assert status["CapBnd"] == status["CapEff"] == "00000000800405fb" and int(status["CapInh"], 16) == int(status["CapAmb"], 16) == 0
    assert status["NoNewPrivs"] == "1" and status["Seccomp"] == "2"
    assert inside(quilt, "ls", "/proc/self/fd").out.split()[:3] == ["0", "1", "2"]
    assert inside(quilt, "sh", "-c", "ls -l /proc/self/fd | grep -c '[0-9] ->'").out.strip() in ("3", "4")
    assert "/quilt" not in inside(quilt, "cat", "/proc/self/cgroup").out
    assert inside(quilt, "ls", "/sys/class/net", options=("--network", "none")).out.split() == ["lo"]
    assert inside(quilt, "ls", "/sys/class/net").out.split() == ["eth0", "lo"]
    assert inside(quilt, "cat", "/proc/1/comm").out == "quilt-init\n"


def test_mounts(quilt):
    mounts = {line.split()[1]: line.split() for line in inside(quilt, "cat", "/proc/mounts").out.splitlines()}
    assert {"/", "/proc", "/sys", "/dev", "/dev/pts", "/dev/shm", "/dev/mqueue", "/sys/fs/cgroup"} <= set(mounts)
    assert "ro" in mounts["/proc/sys"][3].split(",") and "nosuid" in mounts["/proc"][3].split(",")
    for path in ("/proc/sys/kernel/core_pattern", "/proc/sysrq-trigger", "/sys/kernel/uevent_helper"):
        assert inside(quilt, "sh", "-c", f"echo x > {path}").returncode != 0
    assert inside(quilt, "sh", "-c", "cat /proc/kcore /proc/keys /proc/timer_list 2>/dev/null | wc -c").out.strip() == "0"
    for node in ("null", "zero", "full", "random", "urandom", "tty"):
        assert inside(quilt, "test", "-c", f"/dev/{node}").returncode == 0
    assert str(quilt.state) not in inside(quilt, "cat", "/proc/self/mountinfo").out.replace(str(quilt.state / "layers"), "")


SYSCALLS = """
import ctypes, os
libc = ctypes.CDLL(None, use_errno=True)
def call(n, *a):
    r = libc.syscall(ctypes.c_long(n), *[ctypes.c_long(x) for x in a]); return ctypes.get_errno() if r < 0 else 0
bad = {}
for name, n, args in [("mount",165,(0,0,0,0,0)),("umount2",166,(0,0)),("pivot_root",155,(0,0)),("unshare",272,(0x10000000,)),("setns",308,(0,0)),
    ("keyctl",250,(0,0)),("add_key",248,(0,0,0,0,0)),("bpf",321,(0,0,0)),("userfaultfd",323,(0,)),("perf_event_open",298,(0,0,0,0,0)),
    ("io_uring_setup",425,(1,0)),("open_by_handle_at",304,(0,0,0)),("ptrace-ok",101,(99,0,0,0)),("kexec_load",246,(0,0,0,0)),("reboot",169,(0,0,0)),
    ("settimeofday",164,(0,0)),("sethostname",170,(0,0)),("clone3",435,(0,0)),("fsopen",430,(0,0)),("open_tree",428,(0,0,0)),("new-syscall",470,(0,0,0)),
    ("clone-newuser",56,(0x10000000|17,0,0,0,0))]:
    bad[name] = call(n, *args)
for family in (17, 38, 40, 15):
    bad[f"socket-{family}"] = call(41, family, 3, 0)
print({k: v for k, v in bad.items() if v not in (1, 38, 97) and k != "ptrace-ok"})
print(bad["clone3"], bad["new-syscall"], bad["mount"])
"""


def test_system_calls_are_refused(quilt):
    out = inside(quilt, "python3", "-c", SYSCALLS, image=PYTHON).out.splitlines()
    assert out[0] == "{}" and out[1] == "38 38 1"


def test_user_and_groups(quilt):
    def ids(user):
        done = inside(quilt, "sh", "-c", "echo $(id -u) $(id -g) $(id -G) $HOME", options=("-u", user))
        return done.out.strip() if done.returncode == 0 else None
    assert ids("nobody") == "65534 65534 65534 100 /"
    assert ids("1234") == "1234 0 0 /"
    assert ids("1234:5") == "1234 5 5 /"
    assert ids("root") == "0 0 0 /root"
    assert ids("nobody:users") == "65534 100 100 /"
    for bad in ("-1", "4294967295", "4294967296", "18446744073709551616", "0x0", "+1", " 1", "1 ", "nobody ", "missing", ":1", "1:", "1:missing", "root\nx"):
        assert ids(bad) is None, bad


def test_read_only_tmpfs_and_binds(quilt, tmp_path):
    (tmp_path / "in").write_text("host\n")
    assert inside(quilt, "touch", "/x", options=("--read-only",)).returncode != 0
    assert inside(quilt, "sh", "-c", "touch /t/x && stat -c %a /t", options=("--read-only", "--tmpfs", "/t:size=1m,mode=700")).out == "700\n"
    assert inside(quilt, "cat", "/deep/new/in", options=("-v", f"{tmp_path}:/deep/new:ro")).out == "host\n"
    assert inside(quilt, "touch", "/m/x", options=("-v", f"{tmp_path}:/m:ro")).returncode != 0
    assert inside(quilt, "sh", "-c", "echo out > /m/out", options=("-v", f"{tmp_path}:/m")).returncode == 0
    assert (tmp_path / "out").read_text() == "out\n"
    assert inside(quilt, "cat", "/f", options=("--mount", f"type=bind,source={tmp_path}/in,target=/f,readonly")).out == "host\n"


def test_dangerous_mounts_are_refused(quilt):
    for source in ("/", "/proc", "/sys", str(quilt.state), str(quilt.run)):
        done = inside(quilt, "true", options=("-v", f"{source}:/m"))
        assert done.returncode == 125 and source in done.err, source
    for target in ("/proc", "/proc/self", "/sys/fs", "/"):
        assert inside(quilt, "true", options=("--tmpfs", target)).returncode == 125, target


def test_workdir_cannot_leave(quilt):
    for fd in list(range(0, 20, 3)) + ["../.."]:
        done = inside(quilt, "sh", "-c", "pwd; ls", options=("-w", f"/proc/self/fd/{fd}"))
        assert done.returncode != 0 or "quilt" not in done.out
    assert inside(quilt, "pwd", options=("-w", "/made/here")).out == "/made/here\n"


def test_user_namespace(quilt):
    done = inside(quilt, "sh", "-c", "cat /proc/self/uid_map; id -u; touch /mine && stat -c %u /mine /bin/busybox", options=("--userns", "100000:65536"))
    assert done.out.split() == ["0", "100000", "65536", "0", "0", "0"], done
    id = quilt.run_d("--userns", "100000:65536", MINIMAL, "sleep", "1000")
    pid = quilt.status(id)["pid"]
    assert open(f"/proc/{pid}/status").read().split("Uid:\t")[1].split("\t")[0] == "100000"
    assert quilt.cli("exec", id, "id", "-u").out == "0\n"


def test_capabilities(quilt):
    caps = inside(quilt, "grep", "CapEff", "/proc/self/status", options=("--cap-drop", "all", "--cap-add", "net_raw")).out
    assert int(caps.split()[1], 16) == 1 << 13
    assert "sys_nonsense" in inside(quilt, "true", options=("--cap-add", "sys_nonsense")).err


def test_hostname_env_and_ulimit(quilt):
    done = inside(quilt, "sh", "-c", "hostname; echo $A-$HOSTNAME-$PATH; ulimit -n", options=("-h", "box", "-e", "A=b", "--ulimit", "nofile=123"))
    assert done.out == "box\nb-box-/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\n123\n"


def test_network_host(quilt):
    links = {line.split()[1].split("@")[0].rstrip(":") for line in quilt.net.run("ip", "-o", "link").stdout.splitlines()}
    assert set(inside(quilt, "ls", "/sys/class/net", options=("--network", "host")).out.split()) == links
    done = inside(quilt, "true", options=("--network", "host", "--enable-all-namespaces"))
    assert done.returncode == 125 and "network" in done.err


def test_memory_limit_says_out_of_memory(quilt):
    done = quilt.cli("run", "--name", "m", "-m", "32m", MINIMAL, "sh", "-c", "head -c 100m /dev/zero | tail", check=False)
    assert done.returncode == 137 and "out of memory" in done.err
    assert quilt.status("m")["exit"]["reason"] == "oom"
    assert "oom" in [e["type"] for e in quilt.events()]


def test_pids_limit(quilt):
    done = inside(quilt, "sh", "-c", "for i in 1 2 3 4 5 6 7 8 9; do sleep 1 & done; wait", options=("--pids-limit", "4"))
    assert "fork" in done.err


def test_bad_values_name_the_option_and_leave_nothing(quilt):
    for options, word in ((("-m", "0"), "memory"), (("-m", "-5"), "memory"), (("-m", "9999t"), "memory"), (("--cpus", "0"), "cpu"), (("--cpus", "9999"), "cpu"),
                          (("--pids-limit", "0"), "pids"), (("--cpuset-cpus", "900"), "cpuset"), (("--ulimit", "nothing=1"), "nothing"),
                          (("--restart", "sometimes"), "restart"), (("--name", "bad name"), "name"), (("--hostname", "a\nb"), "hostname"),
                          (("-e", "=x"), "env"), (("--stop-signal", "SIGNOPE"), "SIGNOPE"), (("--userns", "0:10"), "userns")):
        done = inside(quilt, "true", options=options)
        assert done.returncode == 125 and word in done.err and len(done.err.strip().splitlines()) == 1, (options, done)
    assert quilt.cli("list", "-aq").out == "" and not list((quilt.state / "containers").iterdir())


def test_a_limit_of_a_running_machine_is_visible(quilt):
    with pytest.raises(Failed, match="memory limit"):
        quilt.ask("container.create", image=MINIMAL, argv=["true"], limits={"memory_bytes": 1 << 50})


def test_no_way_out_through_descriptors(quilt):
    """CVE-2024-21626's family: the command, the shell and passwd as paths through /proc/self/fd."""
    for fd in range(3, 24):
        for name in ("../../../../../../bin/busybox", ""):
            done = inside(quilt, f"/proc/self/fd/{fd}/{name}", "echo", "escaped")
            assert done.returncode in (126, 127) and "escaped" not in done.out, fd
    id = quilt.run_d(MINIMAL, "sh", "-c", "ln -s /proc/self/fd/3/../../../../../../bin/true /bin/out; ln -sf /proc/self/fd/4 /link; sleep 1000")
    assert quilt.cli("exec", id, "/bin/out", check=False).returncode in (126, 127)
    assert quilt.cli("exec", "-w", "/link", id, "pwd", check=False).returncode != 0


def test_exec_does_not_trust_dev(quilt):
    id = quilt.run_d("--name", "d", MINIMAL, "sh", "-c", "rm /dev/null; mkfifo /dev/null; sleep 1000")
    assert "/dev/null" in quilt.cli("exec", id, "true", check=False, timeout=10).err
    id = quilt.run_d(MINIMAL, "sh", "-c", "rm /dev/null; ln -s /dev/zero /dev/null; sleep 1000")
    assert quilt.cli("exec", id, "true", check=False, timeout=10).returncode == 125


def test_devices_are_for_everybody(quilt):
    assert inside(quilt, "sh", "-c", "echo x > /dev/null && head -c 1 /dev/zero | wc -c", options=("-u", "nobody")).out.strip() == "1"


def test_a_bind_source_that_became_a_link_is_not_followed(quilt, tmp_path):
    (tmp_path / "d").mkdir()
    id = quilt.cli("create", "-v", f"{tmp_path}/d:/m", MINIMAL, "ls", "/m").out.strip()
    (tmp_path / "d").rmdir()
    (tmp_path / "d").symlink_to("/")
    assert quilt.cli("start", id, check=False).returncode == 125
