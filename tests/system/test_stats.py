"""What containers use: samples, rates, history, the live view, and the HTTP endpoint."""
import os
import re
import socket
import threading
import urllib.error
import urllib.request

import msgpack
import pytest
import zmq
from harness import DEADLINE, MINIMAL, Failed, Quilt, eventually
from test_terminal import Typist

BUSY = "while :; do :; done"


def stats_of(quilt, ref):
    found = quilt.ask("container.stats", container=ref)["stats"]
    return found[0]["sample"] if found else None


def test_counters_are_the_kernel_s(quilt):
    quilt.run_d("--name", "c", "--memory", "64m", "--cpus", "0.2", MINIMAL, "sh", "-c", f"head -c 20000000 /dev/zero > /dev/shm/x; ({BUSY}) & {BUSY}")
    first = eventually(lambda: (s := stats_of(quilt, "c")) and s["memory_bytes"] > 20000000 and s)
    later = eventually(lambda: (s := stats_of(quilt, "c"))["boot_ns"] > first["boot_ns"] + 1000000000 and s)
    assert 0.1 < (later["cpu_ns"] - first["cpu_ns"]) / (later["boot_ns"] - first["boot_ns"]) < 0.3, "a fifth of a CPU"
    assert later["throttled_ns"] > 0 and later["throttled_periods"] > 0 and later["pids"] == 3
    assert later["memory_peak_bytes"] >= later["memory_bytes"] > 20000000
    assert (later["memory_limit_bytes"], later["cpu_limit_millis"]) == (64 << 20, 200)
    quilt.cli("stop", "-t", "0s", "c")
    assert stats_of(quilt, "c") is None
    with pytest.raises(Failed, match="not_found"):
        quilt.ask("container.stats", container="nobody")


def test_networks_are_counted(quilt):
    quilt.run_d("--name", "server", MINIMAL, "sh", "-c", "head -c 1000000 /dev/zero > /tmp/f; exec httpd -f -h /tmp")
    quilt.run_d("--name", "client", MINIMAL, "sh", "-c", "while ! wget -q -O /dev/null http://server/f; do sleep 0.05; done; sleep 100000")
    eventually(lambda: (s := stats_of(quilt, "client")) and s.get("received_bytes", 0) > 1000000)
    eventually(lambda: (s := stats_of(quilt, "server")) and s.get("sent_bytes", 0) > 1000000)


def test_samples_are_published_and_survive_restarts(quilt):
    ids = {quilt.run_d(MINIMAL, "sleep", "100000") for _ in range(3)}
    s = quilt.socket(zmq.SUB, "stats")
    s.subscribe(b"stats")
    for actor in (None, "monitor", "store", "frontdoor"):
        if actor:
            quilt.kill_actor(actor)
            quilt.ready()
        seen = set()
        while seen < ids:
            assert s.poll(DEADLINE * 1000)
            seen |= {x["id"] for x in msgpack.unpackb(s.recv_multipart()[1])["samples"]}
        eventually(lambda: {x["sample"]["id"] for x in quilt.ask("container.stats")["stats"]} == ids)


def test_the_tables(quilt):
    quilt.run_d("--name", "busy", "--cpus", "0.3", MINIMAL, "sh", "-c", BUSY)
    quilt.run_d("--name", "idle", MINIMAL, "sleep", "100000")
    eventually(lambda: len(quilt.ask("container.stats")["stats"]) == 2)
    lines = quilt.cli("stats").out.splitlines()
    assert lines[0].split()[:4] == ["ID", "NAME", "CPU", "THROTTLED"] and len(lines) == 3
    assert len(quilt.cli("stats", "idle").out.splitlines()) == 2
    assert quilt.cli("stats", "--format", "{name}", "busy").out == "busy\n"
    top = quilt.cli("top", "--once").out.splitlines()
    assert "2 containers" in top[0] and top[4].startswith("busy") and "|" in top[4] and top[5].startswith("idle")
    assert quilt.cli("top", "--once", "--sort", "name").out.splitlines()[4].startswith("busy")
    for bad in (("top", "--sort", "x"), ("stats", "--interval", "1ms"), ("stats", "nobody"), ("stats", "--history")):
        assert quilt.cli(*bad, check=False).returncode == 125


def test_top_is_live(quilt):
    quilt.run_d("--name", "busy", "--cpus", "0.3", MINIMAL, "sh", "-c", BUSY)
    for n in range(4):
        quilt.run_d("--name", f"idle{n}", MINIMAL, "sleep", "100000")
    t = Typist(quilt, "top", "--interval", "200ms", rows=20, columns=90)
    try:
        t.expect(r"5 containers(.|\n|\r)*busy .*\|(.|\n|\r)*idle")
        t.type("ar")
        t.expect(r"by name, reversed(.|\n|\r)*idle3(.|\n|\r)*busy")
        t.type("m")
        t.expect("by memory")
        quilt.cli("remove", "-f", "idle3")
        t.expect("4 containers")
        t.type("q")
        assert t.status() == 0
        assert t.seen.endswith(b"\x1b[?25h\x1b[?1049l")
    finally:
        t.close()


def test_history_is_kept(quilt):
    quilt.run_d("--name", "c", MINIMAL, "sleep", "100000")
    points = eventually(lambda: quilt.ask("container.stats_history", container="c")["points"], deadline=30)
    assert points[0]["sample"]["pids"] >= 1 and points[0]["time_ns"] > 0
    quilt.cli("remove", "-f", "c")
    quilt.kill_actor("store")
    again = eventually(lambda: quilt.ask("container.stats_history", container=points[0]["sample"]["id"])["points"])
    assert again[0] == points[0], "also of one that is gone, also after a restart"


@pytest.fixture
def scraped():
    free = socket.socket()
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
    free.close()
    with Quilt(config=f"metrics-listen = 127.0.0.1:{port}\n") as q:
        q.port = port
        yield q


def scrape(quilt, path="/metrics", data=None):
    """From within the daemon's network namespace."""
    out = {}

    def get():
        quilt.net.enter()
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{quilt.port}{path}", data=data, timeout=DEADLINE) as r:
                out.update(status=r.status, type=r.headers["Content-Type"], text=r.read().decode())
        except urllib.error.HTTPError as e:
            out.update(status=e.code, text="")
        except OSError as e:
            out.update(status=0, text=str(e))
    thread = threading.Thread(target=get)
    thread.start()
    thread.join()
    return out


def test_the_http_endpoint(scraped):
    quilt = scraped
    id = quilt.run_d("--name", "c", "--memory", "64m", MINIMAL, "sleep", "100000")
    assert quilt.cli("status", "nobody", check=False).returncode == 125
    page = eventually(lambda: (p := scrape(quilt))["status"] == 200 and f'quilt_container_pids{{id="{id}"}}' in p["text"] and p)
    assert page["type"].startswith("text/plain; version=0.0.4")
    for line in page["text"].splitlines():
        assert line.startswith("# ") or re.fullmatch(r'quilt_[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [0-9.e+-]+', line), line
    text = page["text"]
    assert 'quilt_requests_total{verb="container.run",code="ok"} 1' in text and 'quilt_requests_total{verb="container.status",code="not_found"} 1' in text
    assert 'quilt_request_seconds_count{verb="container.run"} 1' in text and "quilt_starts_total 1" in text
    assert f'quilt_container_memory_limit_bytes{{id="{id}"}} 67108864' in text
    assert all(f'quilt_actor_up{{actor="{a}"}} 1' in text for a in ("store", "monitor", "netd", "dnsd", "imaged", "frontdoor"))
    assert scrape(quilt, "/")["status"] == 404 and scrape(quilt, "/metrics", b"x=1")["status"] == 405
    quilt.kill_actor("monitor")
    eventually(lambda: 'quilt_actor_restarts_total{actor="monitor"} 1' in scrape(quilt)["text"])
    quilt.kill_actor("frontdoor")
    eventually(lambda: scrape(quilt)["status"] == 200)
    quilt.cli("remove", "-f", "c")
    eventually(lambda: id not in scrape(quilt)["text"])


def test_it_is_not_there_unless_asked_for(quilt):
    with open(f"/proc/{quilt.process.pid}/net/tcp") as f:
        assert {int(line.split()[1].split(":")[1], 16) for line in f.readlines()[1:]} <= {53}, "only names are answered"


def test_a_bad_address_is_refused():
    for bad in ("nonsense", "127.0.0.1", "1.2.3:9", "127.0.0.1:99999"):
        q = Quilt(config=f"metrics-listen = {bad}\n")
        q.spawn()
        try:
            eventually(lambda: f"metrics-listen = {bad}" in open(q.dir / "log").read())
        finally:
            q.kill_everything()
