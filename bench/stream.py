#!/usr/bin/python3
"""bench/stream.py IMAGE - output, events, counters and the command line, beside what they are held against, in one run.

Prints one JSON object.  State is on a tmpfs of this run's own; the reference for output is the same cat, piped.
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

import run  # noqa: E402
from run import harness, msgpack, own_mounts, zmq  # noqa: E402

IMAGE = os.path.abspath(sys.argv[1])
MEGABYTES = int(os.environ.get("BENCH_MB", "500"))
ROUNDS = int(os.environ.get("BENCH_STREAM_ROUNDS", "5"))
CONTAINERS = int(os.environ.get("BENCH_CONTAINERS", "1000"))
QUILT = None


def shell(command):
    begin = time.perf_counter()
    subprocess.run(["sh", "-c", command], check=True, env={**os.environ, "QUILT_RUN_DIR": str(QUILT.run)})
    return time.perf_counter() - begin


def speeds(seconds):
    return {"mb_per_s": round(MEGABYTES / statistics.median(seconds)), "n": len(seconds)}


def output(base):
    """The log path, reading back, and exec's output: each with somebody who reads it, in turn with a pipe into cat > file."""
    data, quilt = base / "data", harness.TREE / "bin/quilt"
    data.mkdir()
    line = b"2026-01-01T12:00:00 a line of a usual length, with a number 123456 in it\n"
    with open(data / "lines", "wb") as f:
        f.write((line * (MEGABYTES * 1000000 // len(line) + 1))[:MEGABYTES * 1000000])
    subprocess.run(["tar", "-C", str(base), "-xzf", IMAGE, "--wildcards", "*bin/busybox"], check=True)
    busybox = next(p for p in base.rglob("busybox") if p.is_file())
    QUILT.run_d("--name", "exec", "-v", f"{data}:/data:ro", IMAGE, "sleep", "100000")
    times = {"pipe": [], "run": [], "read_back": [], "exec": []}
    for n in range(ROUNDS):
        times["pipe"].append(shell(f"{busybox} cat {data}/lines | {busybox} cat > {base}/out; rm {base}/out"))
        times["run"].append(shell(f"{quilt} run --name c{n} -v {data}:/data:ro --log-max-size 1g {IMAGE} cat /data/lines > /dev/null"))
        times["read_back"].append(shell(f"{quilt} logs c{n} > /dev/null"))
        times["exec"].append(shell(f"{quilt} exec exec cat /data/lines > /dev/null"))
        QUILT.cli("remove", f"c{n}")
    sums = {shell_sum(f"{quilt} exec exec cat /data/lines"), shell_sum(f"cat {data}/lines")}
    QUILT.cli("remove", "-f", "exec")
    (data / "lines").unlink()
    out = {name: speeds(t) for name, t in times.items()}
    out["run_of_pipe"] = round(statistics.median(times["pipe"]) / statistics.median(times["run"]), 2)
    out["exec_is_byte_exact"] = len(sums) == 1
    return out


def shell_sum(command):
    return subprocess.run(["sh", "-c", f"{command} | sha256sum"], check=True, capture_output=True, env={**os.environ, "QUILT_RUN_DIR": str(QUILT.run)}).stdout


def exit_to_subscriber(n=300):
    """From the keeper's own time of the end to a subscriber that has the event."""
    s, times = QUILT.socket(zmq.SUB, "events"), []
    s.subscribe(b"container.exited")
    time.sleep(0.2)
    for _ in range(n):
        QUILT.ask("container.run", image=IMAGE, argv=["true"], auto_remove=True, network="none")
        while True:
            topic, body = s.recv_multipart()
            now = time.time_ns()
            if topic != b"system.tick":
                break
        times.append((now - msgpack.unpackb(body)["attrs"]["exit"]["time_ns"]) / 1e6)
        time.sleep(0.01)
    return run.summary(times)


def fan_out(seconds=4, rate=5000, subscribers=50):
    """So many events a second to so many subscribers; then all that there are as a backlog."""
    total, path = seconds * rate, f"ipc://{QUILT.run}/events.sock"
    QUILT.run_d("--name", "target", "--network", "none", IMAGE, "sleep", "100000")
    program = pathlib.Path(tempfile.gettempdir()) / "subscribe"
    subprocess.run(["gcc", "-O2", "-o", str(program), str(harness.ROOT / "bench/subscribe.c"), "-lzmq"], check=True)
    listener = subprocess.Popen([str(program), path, "container.signalled", str(subscribers), str(total)], stdout=subprocess.PIPE, text=True)
    listener.stdout.readline()
    time.sleep(0.5)
    s = QUILT.socket()
    s.sndhwm = s.rcvhwm = 0
    begin, answered = time.perf_counter(), 0
    for n in range(total):
        s.send(msgpack.packb({"v": 1, "id": n, "verb": "container.kill", "args": {"container": "target", "signal": 23}}))
        while n - answered > 3000 or s.poll(0):
            s.recv()
            answered += 1
        if (ahead := n / rate - (time.perf_counter() - begin)) > 0.002:
            time.sleep(ahead)
    while answered < total:
        s.recv()
        answered += 1
    took = time.perf_counter() - begin
    lost = int(listener.communicate()[0])
    head, after, count = QUILT.ask("hello")["head_seq"], 0, 0
    begin = time.perf_counter()
    while after < head:
        s.send(msgpack.packb({"v": 1, "id": 1, "verb": "events.read", "args": {"after": after, "limit": 1000}}))
        events = msgpack.unpackb(s.recv())["result"]["events"]
        after, count = events[-1]["seq"], count + len(events)
    backlog = time.perf_counter() - begin
    return {"events_per_s": round(total / took), "subscribers": subscribers, "lost": lost,
            "backlog_events": count, "backlog_s_for_100000": round(backlog * 100000 / count, 2)}


def cpu_of(names):
    ticks = 0
    for name in names:
        for pid in harness.processes(name, QUILT.run):
            fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def counters(seconds=20):
    """Processor time of those who sample, keep and publish, with so many idle containers, against the same without any."""
    names, result = ["quilt-monitor", "quilt-store", "quilt-frontdoor"], {}
    s = QUILT.socket(zmq.SUB, "stats")
    s.subscribe(b"stats")
    for what, count in (("without", 0), ("with", CONTAINERS)):
        for n in range(count):
            QUILT.ask("container.run", image=IMAGE, argv=["sleep", "100000"], network="none")
        time.sleep(3)
        begin = {name: cpu_of([name]) for name in names}
        time.sleep(seconds)
        each = {name: (cpu_of([name]) - begin[name]) / seconds for name in names}
        result[what] = sum(each.values())
    return {"each_percent": {name: round(100 * cpu, 2) for name, cpu in each.items()}, "containers": CONTAINERS, "percent_of_a_core": round(100 * (result["with"] - result["without"]), 2), "idle_percent": round(100 * result["without"], 2)}


def command_line(base):
    """help and ps against a static C program that does nothing."""
    (base / "empty.c").write_text("int main(void) { return 0; }\n")
    subprocess.run(["gcc", "-O2", "-o", str(base / "spawn"), str(harness.ROOT / "bench/spawn.c")], check=True)
    subprocess.run(["gcc", "-O2", "-o", str(base / "empty"), str(base / "empty.c")], check=True)
    quilt, out = str(harness.TREE / "bin/quilt"), {"empty": [], "help": [], "ps": []}
    for _ in range(5):
        for name, command in (("empty", [str(base / "empty")]), ("help", [quilt, "help"]), ("ps", [quilt, "ps"])):
            done = subprocess.run([str(base / "spawn"), "300", *command], check=True, capture_output=True, text=True, env={**os.environ, "QUILT_RUN_DIR": str(QUILT.run)})
            out[name].append(float(done.stdout))
    us = {name: statistics.median(t) for name, t in out.items()}
    return {"us": us, "help_of_empty": round(us["help"] / us["empty"], 2), "ps_of_empty": round(us["ps"] / us["empty"], 2)}


def main():
    global QUILT
    own_mounts()
    base = pathlib.Path(tempfile.mkdtemp(prefix="quilt-bench."))
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8g", "tmpfs", str(base)], check=True)
    tempfile.tempdir = str(base)
    result = {}
    try:
        with harness.Quilt() as QUILT:
            run.QUILT = QUILT
            QUILT.dir.chmod(0o711)
            base.chmod(0o711)
            for name, what in (("command_line", lambda: command_line(base)), ("output", lambda: output(base)), ("exit_to_subscriber", exit_to_subscriber),
                               ("fan_out", fan_out), ("counters", counters)):
                if not os.environ.get("BENCH_ONLY") or name in os.environ["BENCH_ONLY"]:
                    result[name] = what()
                    print(f"{name}: {json.dumps(result[name])}", file=sys.stderr)
    finally:
        subprocess.run(["umount", "-l", str(base)])
        base.rmdir()
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
