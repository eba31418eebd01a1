#!/usr/bin/python3
"""bench/run.py IMAGE - Quilt beside crun (and podman and docker where present), in turn, in one run.

Prints one JSON object: medians, 99th percentiles and ratios.  State of Quilt and of the peers is on a tmpfs of this
run's own.  crun does not accept hosts with v1 controllers beside a v2 tree ("hybrid"), so everything runs in a mount
namespace where the v2 tree is hidden from it; Quilt is started before and keeps its own view.
"""
import ctypes
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/lib"))
import harness  # noqa: E402
import multiprocessing  # noqa: E402
import msgpack  # noqa: E402
import zmq  # noqa: E402

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "60"))
libc = ctypes.CDLL(None, use_errno=True)


def own_mounts():
    assert libc.unshare(0x20000) == 0, "unshare"
    assert libc.mount(None, b"/", None, 0x4000 | 0x40000, None) == 0, "private mounts"


def hide_unified():
    own_mounts()                        # the daemon keeps the namespace before this one
    libc.umount2(b"/sys/fs/cgroup/unified", 2)


def timed(command, expect=0):
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**os.environ, "QUILT_RUN_DIR": str(QUILT.run)})
    if done.returncode != expect:
        raise SystemExit(f"{command}: {done.returncode} {done.stderr.decode()[-300:]}")
    return (time.perf_counter() - begin) * 1e3


def summary(times):
    times = sorted(times)
    return {"p50_ms": round(statistics.median(times), 3), "p99_ms": round(times[min(len(times) - 1, int(len(times) * 0.99))], 3), "n": len(times)}


def in_turn(commands, gap=0.0):
    """A B C A B C …: the machine's moods hit all of them alike."""
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(timed(command() if callable(command) else command))
            time.sleep(gap)
    return {name: summary(t) for name, t in times.items()}


def ratio(result, a="quilt", b="crun"):
    return round(result[a]["p50_ms"] / result[b]["p50_ms"], 3)


def crun_bundle(base, image, argv):
    bundle = base / f"bundle-{len(list(base.glob('bundle-*')))}"
    (bundle / "rootfs").mkdir(parents=True)
    subprocess.run(["tar", "-C", str(bundle / "rootfs"), "-xzf", image], check=True)
    subprocess.run(["crun", "spec"], cwd=bundle, check=True)
    spec = json.loads((bundle / "config.json").read_text())
    spec["process"]["terminal"] = False
    spec["process"]["args"] = argv
    (bundle / "config.json").write_text(json.dumps(spec))
    return bundle


def status_under_churn(seconds=5):
    """Status over one kept connection: 200 containers run, 20 a second come and go."""
    for n in range(200):
        QUILT.ask("container.run", image=IMAGE, argv=["sleep", "100000"], name=f"s{n}")
    stop, made = multiprocessing.Event(), multiprocessing.Value("i", 0)

    def churn():
        context = zmq.Context()
        s = context.socket(zmq.DEALER)
        s.linger = 0
        s.connect(f"ipc://{QUILT.run}/control.sock")
        begin = time.perf_counter()
        while not stop.is_set():
            s.send(msgpack.packb({"v": 1, "id": 1, "verb": "container.run", "args": {"image": IMAGE, "argv": ["true"], "auto_remove": True}}))
            s.recv()
            made.value += 1
            stop.wait(max(0, begin + made.value / 20 - time.perf_counter()))
    thread = multiprocessing.Process(target=churn)     # not in this process: its interpreter lock would be measured
    thread.start()
    s, times = QUILT.socket(), []
    if os.environ.get("BENCH_NICE"):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        body = msgpack.packb({"v": 1, "id": 2, "verb": "container.status", "args": {"container": f"s{len(times) % 200}"}})
        begin = time.perf_counter()
        s.send(body)
        s.recv()
        times.append((time.perf_counter() - begin) * 1e3)
        time.sleep(0.001)
    stop.set()
    thread.join()
    list_times = []
    for _ in range(30):
        begin = time.perf_counter()
        QUILT.ask("container.list", socket=s, limit=1000)
        list_times.append((time.perf_counter() - begin) * 1e3)
    return {"status": summary(times), "list_of_200": summary(list_times), "came_and_went_per_s": round(made.value / seconds, 1)}


def keeper_memory():
    sizes = []
    for pid in harness.processes("quilt-keeper", QUILT.run)[:20]:
        rollup = dict(line.split(":") for line in open(f"/proc/{pid}/smaps_rollup") if ":" in line)
        sizes.append(sum(int(rollup[k].split()[0]) for k in ("Private_Clean", "Private_Dirty")))
    return statistics.median(sizes) if sizes else None


def phases():
    found = {}
    for _ in range(20):
        id = QUILT.ask("container.run", image=IMAGE, argv=["true"])["id"]
        for name, ns in QUILT.ask("container.inspect", container=id)["phases"].items():
            found.setdefault(name, []).append(ns / 1e6)
        QUILT.ask("container.wait", container=id)
        QUILT.ask("container.remove", container=id)
    return {name[:-3] + "_ms": round(statistics.median(v), 3) for name, v in found.items()}


def main():
    global QUILT, IMAGE
    IMAGE = os.path.realpath(sys.argv[1])
    own_mounts()
    base = pathlib.Path(tempfile.mkdtemp(prefix="quilt-bench."))
    base.chmod(0o711)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=711", "tmpfs", str(base)], check=True)
    tempfile.tempdir = str(base)
    quilt = str(harness.TREE / "bin/quilt")
    with harness.Quilt() as QUILT:
        hide_unified()
        bundle, sleeper = crun_bundle(base, IMAGE, ["/bin/true"]), crun_bundle(base, IMAGE, ["sleep", "100000"])
        timed([quilt, "run", "--rm", IMAGE, "/bin/true"])
        runs = {"quilt": [quilt, "run", "--rm", "--network", "none", IMAGE, "/bin/true"], "quilt_net": [quilt, "run", "--rm", IMAGE, "/bin/true"], "crun": ["crun", "--root", str(base / "crun"), "run", "-b", str(bundle), "bench"]}
        for peer in ("podman", "docker"):
            command = [peer, "run", "--rm", "--network", "none", "quilt-bench", "/bin/true"]
            if shutil.which(peer) and subprocess.run([peer, "import", IMAGE, "quilt-bench"], capture_output=True).returncode == 0 and subprocess.run(command, capture_output=True).returncode == 0:
                runs[peer] = command        # one that does not run here is no peer
        result = {"rounds": ROUNDS, "state": "tmpfs", "run": in_turn(runs)}
        result["run"]["quilt/crun"] = ratio(result["run"])
        result["run"]["quilt_net/crun"] = ratio(result["run"], "quilt_net")
        result["run"]["quilt_net/quilt"] = ratio(result["run"], "quilt_net", "quilt")
        result["run_spaced_30ms"] = in_turn({k: runs[k] for k in ("quilt", "quilt_net", "crun")}, gap=0.03)
        for a, b in (("quilt", "crun"), ("quilt_net", "crun"), ("quilt_net", "quilt")):
            result["run_spaced_30ms"][f"{a}/{b}"] = ratio(result["run_spaced_30ms"], a, b)
        QUILT.ask("container.run", image=IMAGE, argv=["sleep", "100000"], name="sleeper")
        subprocess.run(["crun", "--root", str(base / "crun"), "run", "-d", "-b", str(sleeper), "sleeper"], check=True, stdout=subprocess.DEVNULL)
        result["exec"] = in_turn({"quilt": [quilt, "exec", "sleeper", "true"], "crun": ["crun", "--root", str(base / "crun"), "exec", "sleeper", "true"]})
        result["exec"]["quilt/crun"] = ratio(result["exec"])
        subprocess.run(["crun", "--root", str(base / "crun"), "delete", "-f", "sleeper"], check=True)
        result["client_process_status"] = in_turn({"quilt": [quilt, "status", "sleeper"]})["quilt"]
        result["phases"] = phases()
        result["churn"] = status_under_churn()
        result["keeper_private_kib"] = keeper_memory()
    subprocess.run(["umount", "-l", str(base)], check=True)
    base.rmdir()
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
