#!/usr/bin/python3
"""bench/net.py IMAGE - names and networks beside their peers, in turn, in one run.  Prints one JSON object.

dnsd, dnsmasq and aardvark-dns answer the same question on the same bridge, asked by dnsperf out of the same container's
namespace.  Throughput between two containers beside two namespaces on a bridge made by hand.  Then: run to first ping
by name, 500 containers on one bridge, and dnsd killed every two seconds under load.
"""
import json
import os
import pathlib
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "tests/lib"))
import harness  # noqa: E402
import run as base_bench  # noqa: E402

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "3"))


class Inside(harness.Namespace):
    """A running container's network namespace."""

    def __init__(self, quilt, ref):
        self.fd = os.open(f"/proc/{quilt.status(ref)['pid']}/ns/net", os.O_RDONLY | os.O_CLOEXEC)


def percentile(values, p):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * p))]


# ---------------------------------------------------------------- names

def dnsperf(inside, port, *options):
    done = inside.run("dnsperf", "-s", "10.42.0.1", "-p", port, "-d", QUERIES, *options, timeout=120)
    return done.stdout


def most_queries(inside, port):
    out = dnsperf(inside, port, "-l", "3", "-c", "2", "-q", "200")
    return float(re.search(r"Queries per second:\s+([\d.]+)", out).group(1))


def cpu_s(pid):
    """What a process used, in it and for it in the kernel."""
    return sum(int(t) for t in open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[11:13]) / os.sysconf("SC_CLK_TCK")


def latencies(inside, port):
    """At a tenth of what it could: each question's own time, in microseconds."""
    out = dnsperf(inside, port, "-l", "2", "-Q", "4000", "-v")
    return [float(t) * 1e6 for t in re.findall(r"^> NOERROR \S+ \S+ ([\d.]+)", out, re.M)]


def start_dnsmasq(quilt, base, address):
    return quilt.net.popen("dnsmasq", "--no-daemon", "--conf-file=/dev/null", "--no-resolv", "--no-hosts", "--port=5353", "--listen-address=10.42.0.1", "--bind-interfaces",
                           f"--host-record=web,{address}", "--local=/#/", "--pid-file=", "--user=root", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def start_aardvark(quilt, base, address):
    program = next((p for p in ("/usr/lib/podman/aardvark-dns", "/usr/libexec/podman/aardvark-dns") if os.path.exists(p)), shutil.which("aardvark-dns"))
    (base / "aardvark").mkdir()
    (base / "aardvark" / "bench").write_text(f"10.42.0.1\n{'a' * 64} {address}  web\n")
    return quilt.net.popen(program, "--config", base / "aardvark", "-p", "5354", "run", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def names(quilt, base):
    global QUERIES
    QUERIES = base / "queries"
    quilt.run_d("--name", "web", IMAGE, "sleep", "100000")
    quilt.run_d("--name", "asker", IMAGE, "sleep", "100000")
    inside, address = Inside(quilt, "asker"), quilt.status("web")["networks"][0]["address"]
    QUERIES.write_text("web A\n")
    peers = {"dnsd": 53}
    processes = []
    for name, port, start in (("dnsmasq", 5353, start_dnsmasq), ("aardvark", 5354, start_aardvark)):
        processes.append(start(quilt, base, address))
        peers[name] = port
    for port in peers.values():
        harness.eventually(lambda: "NOERROR" in inside.run("dnsperf", "-s", "10.42.0.1", "-p", port, "-d", QUERIES, "-n", "1", "-v", check=False).stdout)
    pids = {"dnsd": harness.processes("quilt-dnsd", quilt.run)[0], "dnsmasq": processes[0].pid}      # aardvark-dns forks
    most, times, used = {n: [] for n in peers}, {n: [] for n in peers}, {n: [] for n in peers}
    for _ in range(ROUNDS):
        for name, port in peers.items():
            before = cpu_s(pids[name]) if name in pids else 0
            most[name].append(most_queries(inside, port))
            if name in pids:
                used[name].append((cpu_s(pids[name]) - before) / (3 * most[name][-1]) * 1e6)
            times[name] += latencies(inside, port)
    for p in processes:
        p.kill()
        p.wait()
    result = {n: {"queries_per_s": round(statistics.median(most[n])), "p50_us": round(percentile(times[n], 0.5)), "p99_us": round(percentile(times[n], 0.99)),
                  **({"cpu_us_a_query": round(statistics.median(used[n]), 2)} if used[n] else {})} for n in peers}
    for peer in ("dnsmasq", "aardvark"):
        result[f"dnsd/{peer}"] = round(result["dnsd"]["queries_per_s"] / result[peer]["queries_per_s"], 2)
    return result


def killed_under_load(quilt):
    """dnsd is killed every two seconds; a question waits one second at most."""
    inside, over, kills = Inside(quilt, "asker"), threading.Event(), []

    def killer():
        while not over.wait(2.0):
            for pid in harness.processes("quilt-dnsd", quilt.run):
                os.kill(pid, signal.SIGKILL)
                kills.append(pid)
    thread = threading.Thread(target=killer)
    thread.start()
    out = dnsperf(inside, 53, "-l", "9", "-c", "2", "-q", "50", "-t", "1", "-Q", "20000")
    over.set()
    thread.join()
    find = lambda what: int(re.search(what + r":\s+(\d+)", out).group(1))   # noqa: E731
    return {"kills": len(kills), "sent": find("Queries sent"), "completed": find("Queries completed"), "lost": find("Queries lost")}


# ---------------------------------------------------------------- throughput

def iperf(server, client, address):
    listening = server.popen("iperf3", "-s", "-1", "--forceflush", stdout=subprocess.PIPE, text=True)
    listening.stdout.readline()
    out = client.run("iperf3", "-c", address, "-t", "3", "-J").stdout
    listening.wait(20)
    return json.loads(out)["end"]["sum_received"]["bits_per_second"] / 1e9


def by_hand():
    host, a, b = harness.Namespace(), harness.Namespace(), harness.Namespace()
    holders = [n.popen("sleep", "100000") for n in (a, b)]
    host.run("ip", "link", "add", "br0", "type", "bridge")
    host.run("ip", "link", "set", "br0", "up")
    for i, (n, holder) in enumerate(zip((a, b), holders)):
        host.run("ip", "link", "add", f"v{i}", "type", "veth", "peer", "name", "eth0", "netns", holder.pid)
        host.run("ip", "link", "set", f"v{i}", "master", "br0", "up")
        n.run("ip", "addr", "add", f"10.99.0.{i + 1}/24", "dev", "eth0")
        n.run("ip", "link", "set", "eth0", "up")
    return host, a, b, holders


def throughput(quilt):
    """With br_netfilter, which takes bridged packets through the tables of IP, and without; on both sides alike."""
    host, a, b, holders = by_hand()
    web, asker, result = Inside(quilt, "web"), Inside(quilt, "asker"), {}
    switches = [n.run("sh", "-c", "ls /proc/sys/net/bridge/bridge-nf-call-ip*", check=False).stdout.split() for n in (host, quilt.net)]
    for mode in ("with br_netfilter", "without") if all(switches) else ("without",):
        for n, files in zip((host, quilt.net), switches):
            for f in files:
                n.run("sh", "-c", f"echo {int(mode != 'without')} > {f}")
        ours, theirs = [], []
        for _ in range(2 * ROUNDS):
            ours.append(iperf(web, asker, quilt.status("web")["networks"][0]["address"]))
            theirs.append(iperf(a, b, "10.99.0.1"))
        result[mode] = {"quilt_gbit_s": round(statistics.median(ours), 2), "by_hand_gbit_s": round(statistics.median(theirs), 2),
                        "quilt/by_hand": round(statistics.median(ours) / statistics.median(theirs), 3)}
    for f in switches[1]:
        quilt.net.run("sh", "-c", f"echo 1 > {f}")
    for h in holders:
        h.kill()
        h.wait()
    return result


# ---------------------------------------------------------------- starts

def run_to_ping(quilt):
    """From `quilt run -d` as a process to an answer of `quilt icc ping` by name, as a process."""
    times = []
    for n in range(30):
        begin = time.perf_counter()
        quilt.run_d("--name", f"p{n}", IMAGE, "sleep", "100000")
        quilt.cli("icc", "ping", "asker", f"p{n}", "--count", "1")
        times.append((time.perf_counter() - begin) * 1e3)
        quilt.cli("rm", "-f", f"p{n}")
        time.sleep(0.05)
    return base_bench.summary(times)


def many(quilt, count=500):
    times, socket = [], quilt.socket()
    for n in range(count):
        begin = time.perf_counter()
        quilt.ask("container.run", socket=socket, image=IMAGE, argv=["sleep", "100000"], name=f"m{n}")
        times.append((time.perf_counter() - begin) * 1e3)
    first, last = statistics.median(times[:50]), statistics.median(times[-50:])
    quilt.cli("icc", "ping", "m0", f"m{count - 1}", "--count", "1")
    return {"first_50_p50_ms": round(first, 2), "last_50_p50_ms": round(last, 2), "last/first": round(last / first, 2)}


def main():
    global IMAGE
    IMAGE = os.path.realpath(sys.argv[1])
    base_bench.own_mounts()
    base = pathlib.Path(tempfile.mkdtemp(prefix="quilt-bench."))
    base.chmod(0o711)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=711", "tmpfs", str(base)], check=True)
    tempfile.tempdir = str(base)
    with harness.Quilt(config="network-host-services = udp/5353, udp/5354\n") as quilt:
        quilt.ask("container.run", image=IMAGE, argv=["true"], auto_remove=True)
        result = {"names": names(quilt, base), "run_to_first_ping_by_name": run_to_ping(quilt), "dnsd_killed_every_2_s": killed_under_load(quilt),
                  "throughput": throughput(quilt), "five_hundred": many(quilt)}
    subprocess.run(["umount", "-l", str(base)], check=True)
    base.rmdir()
    print(json.dumps(result, indent=2))


if __name__ == "__main__":
    main()
