"""netd and dnsd may be killed at any time: traffic runs on, starts wait for them, nothing is left behind."""
import concurrent.futures
import os
import signal
import threading

from harness import IMAGES, MINIMAL, eventually, processes

PYTHON = str(IMAGES / "python.tar.gz")
STREAM = """
import socket, sys, time
s = socket.create_connection((sys.argv[1], 9000), 5); s.settimeout(5); slowest = 0
print('connected', flush=True)
end = time.monotonic() + float(sys.argv[2])
while time.monotonic() < end:
    begin = time.monotonic(); s.sendall(b'x'); assert s.recv(1) == b'x'; slowest = max(slowest, time.monotonic() - begin); time.sleep(0.005)
print('whole', round(slowest, 3), flush=True)
"""
ECHO = "import socket, threading\ns = socket.create_server(('0.0.0.0', 9000)); print('up', flush=True)\ndef e(c):\n  while d := c.recv(100): c.sendall(d)\nwhile True: threading.Thread(target=e, args=(s.accept()[0],), daemon=True).start()"


class Killer(threading.Thread):
    """One of the two, every second, until stopped."""

    def __init__(self, quilt, names):
        super().__init__()
        self.quilt, self.names, self.over, self.kills = quilt, names, threading.Event(), 0

    def run(self):
        while not self.over.wait(1.0):
            for pid in processes(self.names[self.kills % len(self.names)], self.quilt.run):
                os.kill(pid, signal.SIGKILL)
            self.kills += 1

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *error):
        self.over.set()
        self.join()


def test_two_hundred_come_and_go_while_netd_and_dnsd_are_killed(quilt):
    """Every start succeeds and finds its own name; the fixture compares links, addresses, routes, rules, sysctls and files afterwards."""
    quilt.run_d("--name", "stays", "-p", "8080:80", MINIMAL, "sh", "-c", "mkdir /w; echo here > /w/index.html; exec httpd -f -p 80 -h /w")

    def one(n):
        return quilt.cli("run", "--rm", "--name", f"n{n}", MINIMAL, "sh", "-c", f"nslookup n{n} | grep -q 'Address: 10.42' && wget -qO- http://stays/", check=False)
    with Killer(quilt, ("quilt-netd", "quilt-dnsd", "quilt-netns")) as killer:
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            results = list(pool.map(one, range(200)))
        eventually(lambda: killer.kills >= 4)
    wrong = [(r.returncode, r.out, r.err) for r in results if r.returncode or r.out != "here\n"]
    assert wrong == [], (len(wrong), wrong[:3])
    eventually(lambda: quilt.cli("network", "health", check=False).returncode == 0)
    assert quilt.net.run("wget", "-qO-", "http://10.42.0.1:8080/").stdout == "here\n"
    leased = [a for a in quilt.ask("network.allocations")["allocations"] if a["phase"] == "active"]
    assert len(leased) == 1


def test_traffic_runs_on(quilt):
    quilt.run_d("--name", "server", "-p", "9001:9000", PYTHON, "python3", "-c", ECHO)
    eventually(lambda: "up" in quilt.cli("logs", "server").out)
    quilt.run_d("--name", "inside", PYTHON, "python3", "-c", STREAM, "server", "5")
    eventually(lambda: "connected" in quilt.cli("logs", "inside").out)
    outside = quilt.net.popen("/usr/bin/python3", "-c", STREAM.replace("9000", "9001"), "10.42.0.1", "5", stdout=-1, text=True)
    with Killer(quilt, ("quilt-netd",)) as killer:
        out = outside.communicate(timeout=30)[0]
        assert quilt.cli("wait", "inside").out == "0\n"
    assert killer.kills >= 3 and "whole" in out and "whole" in quilt.cli("logs", "inside").out


def test_everything_is_killed_at_once_and_networks_are_adopted(quilt):
    quilt.cli("network", "create", "n", "--label", "a=b", "--egress", "deny")
    quilt.run_d("--name", "web", "--network", "bridge", "--network", "n:alias=w", "-p", "8080:80", MINIMAL, "sh", "-c", "mkdir /w; echo here > /w/index.html; exec httpd -f -p 80 -h /w")
    before = quilt.status("web")["networks"]
    for name in ("quiltd", "quilt-netd", "quilt-dnsd", "quilt-store", "quilt-monitor", "quilt-imaged", "quilt-frontdoor", "quilt-netns"):
        for pid in processes(name, quilt.run):
            os.kill(pid, signal.SIGKILL)
    quilt.process.wait(10)
    assert quilt.net.run("wget", "-qO-", "http://10.42.0.1:8080/").stdout == "here\n", "traffic needs none of them"
    quilt.start()
    assert quilt.status("web")["networks"] == before
    assert quilt.cli("run", "--rm", MINIMAL, "wget", "-qO-", "http://web/").out == "here\n"
    assert quilt.cli("network", "health").returncode == 0
    # and without its database: networks and leases come back from what lies beside it
    quilt.process.kill()
    quilt.process.wait(10)
    eventually(lambda: not processes("quilt-store", quilt.run))
    for f in (quilt.state / "db").glob("quilt.db*"):
        f.unlink()
    quilt.start()
    assert quilt.status("web")["networks"] == before
    assert {n["name"]: n.get("labels") for n in quilt.ask("network.list")["networks"]} == {"bridge": None, "n": {"a": "b"}}
    assert quilt.ask("network.policy_get", network="n")["policy"]["egress"] == "deny"
    assert quilt.cli("run", "--rm", MINIMAL, "wget", "-qO-", "http://web/").out == "here\n"
    address = quilt.status(quilt.run_d(MINIMAL, "sleep", "100"))["networks"][0]["address"]
    assert address != before[0]["address"], "its lease is known"


def test_a_stop_that_leaves_containers_leaves_their_network(quilt):
    quilt.run_d("--name", "web", "-p", "8080:80", MINIMAL, "sh", "-c", "mkdir /w; echo here > /w/index.html; exec httpd -f -p 80 -h /w")
    quilt.stop()
    assert quilt.net.run("wget", "-qO-", "http://10.42.0.1:8080/").stdout == "here\n"
    quilt.start()
    assert quilt.cli("run", "--rm", MINIMAL, "wget", "-qO-", "http://web/").out == "here\n"
