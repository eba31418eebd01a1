"""What the tests share: a daemon in private directories, a client without a library, what the host looks like."""
import ctypes
import itertools
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import time

import msgpack
import zmq

ROOT = pathlib.Path(__file__).resolve().parents[2]
TREE = pathlib.Path(os.environ.get("QUILT_TREE", ROOT / "build/release"))
IMAGES = ROOT / "build/images"
MINIMAL = str(IMAGES / "minimal.tar.gz")
DEADLINE = float(os.environ.get("QUILT_TEST_DEADLINE", "20"))


libc = ctypes.CDLL(None, use_errno=True)


def become_subreaper():
    libc.prctl(36, 1, 0, 0, 0)


class Failed(Exception):
    def __init__(self, error):
        super().__init__(f"{error['code']}: {error['message']}")
        self.code, self.message, self.detail = error["code"], error["message"], error.get("detail") or {}


def eventually(what, deadline=DEADLINE):
    """Polls a condition; the only place that lets time pass."""
    end = time.monotonic() + deadline
    while True:
        value = what()
        if value:
            return value
        assert time.monotonic() < end, f"did not come true within {deadline} s: {what}"
        select_nothing(0.01)


def select_nothing(seconds):
    import select
    select.select([], [], [], seconds)


def processes(name, run_dir):
    """Processes of one instance by their name: the run directory is in an actor's argv, or in a keeper's descriptors."""
    found = []
    for proc in pathlib.Path("/proc").iterdir():
        if not proc.name.isdigit():
            continue
        try:
            if (proc / "comm").read_text().strip() != name:
                continue
            line = (proc / "cmdline").read_bytes().decode(errors="replace")
            if str(run_dir) in line or any(str(run_dir) in os.readlink(fd) for fd in (proc / "fd").iterdir()):
                found.append(int(proc.name))
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return sorted(found)


def host_listing():
    groups = sorted(top for top, _, _ in os.walk("/sys/fs/cgroup") if os.path.basename(top).startswith("quilt"))  # others' may go meanwhile
    mounts = [line.split()[4] for line in open("/proc/self/mountinfo")]
    return {"mounts": sorted(mounts), "links": sorted(os.listdir("/sys/class/net")), "groups": groups}


class Namespace:
    """A network namespace of the test's own: a host for a daemon, or the world outside of it."""

    def __init__(self):
        import threading
        made = []

        def make():
            assert libc.unshare(0x40000000) == 0, "unshare"
            made.append(os.open("/proc/thread-self/ns/net", os.O_RDONLY | os.O_CLOEXEC))
        thread = threading.Thread(target=make)
        thread.start()
        thread.join()
        self.fd = made[0]
        self.run("ip", "link", "set", "lo", "up")

    def enter(self):
        """For preexec_fn."""
        assert libc.setns(self.fd, 0x40000000) == 0, "setns"

    def popen(self, *args, **kw):
        return subprocess.Popen([str(a) for a in args], preexec_fn=self.enter, **kw)

    def run(self, *args, check=True, timeout=60, **kw):
        done = subprocess.run([str(a) for a in args], preexec_fn=self.enter, capture_output=True, text=True, timeout=timeout, **kw)
        assert not check or done.returncode == 0, f"{args}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done

    def listing(self):
        """Links, addresses, routes, rules and sysctls."""
        sysctls = self.run("sysctl", "-a", "--pattern", r"^net\.(ipv4|ipv6)\.", check=False).stdout
        return {"links": sorted(line.split()[1] for line in self.run("ip", "-o", "link").stdout.splitlines()), "addresses": self.run("ip", "-br", "addr").stdout,
                "routes": self.run("ip", "route", "show", "table", "all").stdout, "rules": self.run("nft", "list", "ruleset").stdout,
                "sysctls": [line for line in sysctls.splitlines() if "random" not in line and "fib_sync" not in line and "stable_secret" not in line]}

    def close(self):
        os.close(self.fd)


class Quilt:
    """A daemon in directories and a network namespace of its own."""

    def __init__(self, environment=None, arguments=(), config="", net=None):
        self.dir = pathlib.Path(tempfile.mkdtemp(prefix="quilt-test."))
        self.dir.chmod(0o711)
        self.run, self.state = self.dir / "run", self.dir / "state"
        self.environment, self.arguments = environment or {}, list(arguments)
        self.log = open(self.dir / "log", "ab")
        self.net = net or Namespace()
        if config:
            (self.dir / "quilt.conf").write_text(config)
            self.arguments += ["--config", str(self.dir / "quilt.conf")]
        self.net_before = self.net.listing()
        self.process, self.numbers, self.context = None, itertools.count(1), zmq.Context()
        self.keep = False                   # the caller looks at what is left, and removes it

    # ---- life
    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        try:
            if error[0] is None and self.process.poll() is None:
                every = self.cli("list", "-aq").out.split()
                if every:               # one with --rm may go by itself meanwhile
                    done = self.cli("remove", "--force", *every, check=False)
                    assert all("was removed" in line for line in done.err.splitlines()), done.err
                self.stop(containers=True)
        finally:
            self.kill_everything()
            self.context.destroy(linger=0)
        if error[0] is None and not self.keep:
            self.log.close()
            for d in (self.run, self.state):
                shutil.rmtree(d, ignore_errors=True)    # a test may have mounted one
            shutil.rmtree(self.dir, ignore_errors=True)
        if error[0] is not None or os.environ.get("QUILT_TEST_LOG"):
            print(open(self.dir / "log", errors="replace").read()[-6000:])

    def spawn(self):
        env = {**os.environ, **self.environment}
        self.process = subprocess.Popen([str(TREE / "sbin/quiltd"), "--run-dir", str(self.run), "--state-dir", str(self.state), *self.arguments],
                                        stdout=self.log, stderr=self.log, env=env, preexec_fn=self.net.enter)

    def start(self):
        self.spawn()
        eventually(self.ready)

    def ready(self):
        assert self.process.poll() is None, open(self.dir / "log").read()[-3000:]
        return self.cli("health", check=False).returncode == 0

    def stop(self, containers=False):
        if self.process.poll() is None:
            if containers:
                self.cli("shutdown", "--containers", timeout=90)
            else:
                self.process.send_signal(signal.SIGTERM)
            self.process.wait(30)

    def kill_everything(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)
        for name in ("quilt-keeper", "quilt-init", "quilt-unpack", "quilt-copy", "quilt-sweep", "quilt-netns"):
            for pid in processes(name, self.run):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass

    def check_nothing_left(self, before):
        left = {n: [*(d / "containers").glob("*"), *(d / "icc").glob("*"), *d.glob("trash-*")] for n, d in (("run", self.run), ("state", self.state))}
        assert not any(left.values()), left
        for name in ("quilt-keeper", "quilt-init", "quilt-store", "quilt-monitor", "quilt-imaged", "quilt-frontdoor", "quilt-netd", "quilt-dnsd", "quilt-unpack", "quilt-copy"):
            assert processes(name, self.run) == [], name
        panics = list(self.run.glob("panic/*"))
        assert not panics, [p.read_text() for p in panics]
        eventually(lambda: host_listing() == before or self.only_other_instances(before), 5)
        try:                                # namespaces end in the kernel's own time
            eventually(lambda: self.net.listing()["links"] == self.net_before["links"], 5)
        except AssertionError:
            print(open(self.dir / "log", errors="replace").read()[-4000:] if (self.dir / "log").exists() else "")
        now = self.net.listing()
        assert now == self.net_before, [(k, v, self.net_before[k]) for k, v in now.items() if v != self.net_before[k]]
        self.net.close()
        shutil.rmtree(self.dir)

    def only_other_instances(self, before):
        now = host_listing()
        mine = self.instance_name()
        return now["mounts"] == before["mounts"] and now["links"] == before["links"] and not any(mine in g for g in now["groups"])

    def instance_name(self):
        h = 14695981039346656037
        for c in str(self.run).encode():
            h = ((h ^ c) * 1099511628211) % (1 << 64)
        return f"quilt-{(h ^ h >> 32) & 0xffffffff:08x}"

    def kill_actor(self, name):
        """SIGKILL to one actor, and waits until its successor is ready."""
        old = processes(f"quilt-{name}", self.run)
        assert old, name
        for pid in old:
            os.kill(pid, signal.SIGKILL)
        eventually(lambda: processes(f"quilt-{name}", self.run) not in ([], old) and self.ready())

    # ---- the command line
    def cli(self, *args, check=True, timeout=DEADLINE * 3, input=None, **kw):
        env = {**os.environ, "QUILT_RUN_DIR": str(self.run), **kw.pop("env", {})}
        done = subprocess.run([str(TREE / "bin/quilt"), *map(str, args)], capture_output=True, timeout=timeout, env=env, input=input, **kw)
        done.out, done.err = done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
        if check:
            assert done.returncode == 0, f"quilt {args}: {done.returncode}\n{done.out}{done.err}"
        return done

    def background(self, *args, **kw):
        env = {**os.environ, "QUILT_RUN_DIR": str(self.run)}
        return subprocess.Popen([str(TREE / "bin/quilt"), *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, **kw)

    def run_d(self, *args):
        return self.cli("run", "-d", *args).out.strip()

    # ---- the protocol
    def socket(self, kind=zmq.DEALER, name="control"):
        s = self.context.socket(kind)
        s.linger = 0
        s.connect(f"ipc://{self.run}/{name}.sock")
        return s

    def ask(self, verb, socket=None, deadline=DEADLINE, idem=None, **args):
        own = socket is None
        s = socket or self.socket()
        number = next(self.numbers)
        body = {"v": 1, "id": number, "verb": verb, "args": args}
        if idem:
            body["idem"] = idem
        s.send(msgpack.packb(body))
        while True:
            assert s.poll(deadline * 1000), f"{verb}: no answer"
            reply = msgpack.unpackb(s.recv_multipart()[0])
            if reply["id"] == number and not reply.get("more"):
                break
        if own:
            s.close()
        if not reply["ok"]:
            raise Failed(reply["error"])
        return reply.get("result") or {}

    def status(self, ref):
        return self.ask("container.status", container=ref)["status"]

    def wait_state(self, ref, state):
        return eventually(lambda: (s := self.status(ref))["state"] == state and s)

    def events(self, after=0):
        return self.ask("events.read", after=after, limit=1000)["events"]


class Outside:
    """The world outside of a daemon's host: a namespace behind a link, with addresses 192.0.2.2 and 192.0.2.3."""

    def __init__(self, quilt):
        self.host, self.net = quilt.net, Namespace()
        self.holder = self.net.popen("sleep", "1000000")
        self.host.run("ip", "link", "add", "wan0", "type", "veth", "peer", "name", "eth0", "netns", self.holder.pid)
        self.host.run("ip", "addr", "add", "192.0.2.1/24", "dev", "wan0")
        self.host.run("ip", "link", "set", "wan0", "up")
        for address in ("192.0.2.2/24", "192.0.2.3/24"):
            self.net.run("ip", "addr", "add", address, "dev", "eth0")
        self.net.run("ip", "link", "set", "eth0", "up")
        self.processes = [self.holder]

    def serve(self, script, *args):
        """A Python program there, which prints a line when it is ready."""
        process = self.net.popen("/usr/bin/python3", "-c", script, *args, stdout=subprocess.PIPE, text=True)
        self.processes.append(process)
        assert process.stdout.readline(), "a server outside did not start"
        return process

    def close(self):
        for process in reversed(self.processes):
            process.kill()
            process.wait()
        self.host.run("ip", "link", "del", "wan0", check=False)
        self.net.close()
