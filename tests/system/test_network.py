"""Networks: who reaches whom, and who does not."""
import concurrent.futures
import json
import re
import subprocess

import pytest
from harness import IMAGES, MINIMAL, Failed, Outside, Quilt, eventually, processes

PYTHON = str(IMAGES / "python.tar.gz")
SERVE = "import http.server, sys; print('up', flush=True); http.server.test(http.server.SimpleHTTPRequestHandler, port=int(sys.argv[1]), bind='0.0.0.0')"
FETCH = """
import socket, sys
try:
    s = socket.create_connection((sys.argv[1], int(sys.argv[2])), 3)
    s.sendall(b'GET / HTTP/1.0\\r\\n\\r\\n')
    s.settimeout(3)
    print('reached', s.getpeername()[0], s.recv(12).decode()[:8])
except OSError as e:
    print('not reached', e if type(e) is OSError else type(e).__name__)
"""
WEB = ("sh", "-c", "mkdir -p /w; echo hello from $HOSTNAME > /w/index.html; exec httpd -f -p 80 -h /w")
WHOAMI = """
import socket, threading
s = socket.create_server(('0.0.0.0', 9000)); print('up', flush=True)
while True:
    c, a = s.accept(); c.sendall(a[0].encode()); c.close()
"""


@pytest.fixture
def outside(quilt):
    world = Outside(quilt)
    yield world
    quilt.cli("remove", "--force", *quilt.cli("list", "-aq").out.split() or ["none"], check=False)
    world.close()


def fetch(quilt, container, host, port=80):
    return quilt.cli("exec", container, "python3", "-c", FETCH, host, port).out.strip()


def address(quilt, ref, network="bridge"):
    return next(n["address"] for n in quilt.status(ref)["networks"] if n["network"] == network)


def test_two_containers_find_and_reach_each_other(quilt):
    web = quilt.run_d("--name", "web", "--network-alias", "www", MINIMAL, *WEB)
    assert quilt.cli("run", "--rm", MINIMAL, "wget", "-qO-", "http://web/").out == f"hello from {web}\n"
    for name in ("www", web, "web.quilt.local", "WEB"):
        assert quilt.cli("run", "--rm", MINIMAL, "wget", "-qO-", f"http://{name}/").out == f"hello from {web}\n"
    done = quilt.cli("run", "--name", "a", PYTHON, "python3", "-c", FETCH, "web", "80")
    assert done.out == f"reached {address(quilt, 'web')} HTTP/1.1\n"


def test_the_name_is_there_at_the_first_instruction(quilt):
    quilt.run_d("--name", "web", MINIMAL, *WEB)
    for n in range(40):
        out = quilt.cli("run", "--rm", "--name", f"n{n}", MINIMAL, "nslookup", f"n{n}").out
        assert re.search(r"Address: 10\.42\.", out), out


def test_a_thousand_starts_resolve_and_ping_at_their_first_instruction(quilt):
    """The command itself is ping: the first thing that it does is to ask for the name, once, and to wait a second for the echo."""
    quilt.run_d("--name", "peer", MINIMAL, "sleep", "1000")

    def one(n):
        return quilt.cli("run", "--rm", "--name", f"n{n}", "--network-alias", f"also{n}", "--cap-add", "net_raw", MINIMAL, "ping", "-c", "1", "-W", "1", ("peer", f"also{n}")[n % 2], check=False)
    with concurrent.futures.ThreadPoolExecutor(3) as pool:
        wrong = [(r.returncode, r.out, r.err) for r in pool.map(one, range(1000)) if r.returncode or "1 packets received" not in r.out]
    assert wrong == [], (len(wrong), wrong[:3])


def test_its_files_are_quilts(quilt):
    out = quilt.cli("run", "--rm", "--hostname", "box", "--add-host", "db.example:10.9.8.7", "--dns-search", "corp.example", "--dns-option", "ndots:2",
                    MINIMAL, "sh", "-c", "cat /etc/resolv.conf /etc/hosts /etc/hostname; echo x >> /etc/hosts || echo refused; hostname").out
    assert "nameserver 10.42.0.1\nsearch corp.example\noptions ndots:2\n" in out
    assert "10.9.8.7\tdb.example\n" in out and re.search(r"10\.42\.0\.\d+\tbox\n", out) and out.endswith("box\nrefused\nbox\n")
    for bad in ("a b:1.2.3.4", "x:nonsense", "x\ny:1.2.3.4", ":1.2.3.4"):
        assert quilt.cli("run", "--rm", "--add-host", bad, MINIMAL, "true", check=False).returncode == 125


def test_networks_do_not_reach_each_other_and_internal_has_no_way_out(quilt, outside):
    outside.serve(SERVE, "8000")
    quilt.cli("network", "create", "front", "--subnet", "10.77.0.0/24", "--label", "tier=front")
    quilt.cli("network", "create", "back", "--internal")
    quilt.run_d("--name", "web", "--network", "front", MINIMAL, *WEB)
    quilt.run_d("--name", "db", "--network", "back", PYTHON, "sleep", "1000")
    quilt.run_d("--name", "app", PYTHON, "sleep", "1000")
    web = address(quilt, "web", "front")
    assert web == "10.77.0.2"
    assert fetch(quilt, "app", web) == "not reached TimeoutError"
    assert fetch(quilt, "db", web).startswith("not reached")
    assert fetch(quilt, "app", "192.0.2.2", 8000).startswith("reached")
    assert fetch(quilt, "db", "192.0.2.2", 8000).startswith("not reached")
    # neither by name, nor with a route of its own making
    assert "not reached gaierror" == fetch(quilt, "app", "web")
    quilt.cli("network", "connect", "front", "app", "--alias", "client")
    assert fetch(quilt, "app", "web").startswith("reached 10.77.0.2")
    assert quilt.cli("network", "connect", "front", "app").returncode == 0, "twice is once"
    quilt.cli("network", "disconnect", "front", "app")
    assert "is not on network front" in quilt.cli("network", "disconnect", "front", "app", check=False).err
    assert fetch(quilt, "app", "web") == "not reached gaierror"
    listed = json.loads(quilt.cli("network", "inspect", "front", "--format", "json").out)
    assert [m["name"] for m in listed["members"]] == ["web"] and listed["network"]["labels"] == {"tier": "front"}
    for container in ("web", "db", "app"):
        quilt.cli("rm", "-f", container)
    assert quilt.cli("network", "rm", "front", "back").out == "front\nback\n"


def test_the_outside_does_not_reach_in(quilt, outside):
    quilt.run_d("--name", "web", MINIMAL, *WEB)
    outside.net.run("ip", "route", "add", "10.42.0.0/16", "via", "192.0.2.1")
    get = "import socket; socket.create_connection(('%s', %d), 2); print('in')"
    done = outside.net.run("/usr/bin/python3", "-c", get % (address(quilt, "web"), 80), check=False)
    assert "in" not in done.stdout.split()
    # names are for containers only
    ask = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(2); s.sendto(b'\\x12\\x34\\x01\\0\\0\\1\\0\\0\\0\\0\\0\\0\\3web\\0\\0\\1\\0\\1', ('10.42.0.1', 53)); print(s.recv(500)[3] & 15)"
    assert outside.net.run("/usr/bin/python3", "-c", ask).stdout.strip() == "5"


def test_published_ports(quilt, outside):
    quilt.run_d("--name", "web", "-p", "8080:80", "-p", "192.0.2.1:8081:80", "-p", "7000-7002:7000-7002/udp", PYTHON, "python3", "-c", WHOAMI.replace("9000", "80"))
    eventually(lambda: "up" in quilt.cli("logs", "web").out)
    get = "import socket, sys; print(socket.create_connection((sys.argv[1], int(sys.argv[2])), 3).recv(100).decode())"
    assert outside.net.run("/usr/bin/python3", "-c", get, "192.0.2.1", "8080").stdout == "192.0.2.2\n", "the source is kept"
    assert outside.net.run("/usr/bin/python3", "-c", get, "192.0.2.1", "8081").stdout == "192.0.2.2\n"
    for host, port in (("127.0.0.1", "8080"), ("192.0.2.1", "8080"), ("192.0.2.1", "8081"), ("10.42.0.1", "8080")):
        assert quilt.net.run("/usr/bin/python3", "-c", get, host, port).stdout.strip()
    refused = quilt.net.run("/usr/bin/python3", "-c", get, "127.0.0.1", "8081", check=False)
    assert refused.returncode == 1, "published on one address only"
    # from another container, and from itself, through the host
    assert quilt.cli("run", "--rm", PYTHON, "python3", "-c", get, "192.0.2.1", "8080").out.strip()
    assert quilt.cli("exec", "web", "python3", "-c", get, "192.0.2.1", "8080").out.strip()
    ports = [(p["protocol"], p["host_port"], p["container_port"]) for p in quilt.ask("network.ports")["ports"]]
    assert ports == [("udp", 7000, 7000), ("udp", 7001, 7001), ("udp", 7002, 7002), ("tcp", 8080, 80), ("tcp", 8081, 80)]
    with pytest.raises(Failed, match="port 8080/tcp: published by container"):
        quilt.ask("container.run", image=MINIMAL, argv=["true"], ports=[{"host_port": 8080, "container_port": 1}])
    assert quilt.net.run("/usr/bin/python3", "-c", "import socket; socket.create_server(('0.0.0.0', 8080))", check=False).returncode == 1, "the port is held"
    quilt.cli("rm", "-f", "web")
    assert quilt.net.run("/usr/bin/python3", "-c", "import socket; socket.create_server(('0.0.0.0', 8080))").returncode == 0
    assert quilt.ask("network.ports")["ports"] == []


def test_a_port_of_the_hosts_own(quilt):
    holder = quilt.net.popen("/usr/bin/python3", "-c", "import socket, time; s = socket.create_server(('0.0.0.0', 8088)); print('up', flush=True); s.accept()",
                             stdout=subprocess.PIPE, text=True)
    holder.stdout.readline()
    done = quilt.cli("run", "--rm", "-p", "8088:80", MINIMAL, "true", check=False)
    assert done.returncode == 125 and "port 8088/tcp" in done.err and "a process of the host uses it" in done.err
    holder.kill()
    holder.wait()
    assert quilt.cli("run", "--rm", "-p", "8088:80", MINIMAL, "true").returncode == 0


def test_udp_is_answered_by_the_new_container(quilt, outside):
    """A flow to the port from before it was published goes to the container afterwards; and not to one that is gone."""
    echo = "import socket, sys; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('0.0.0.0', 5000)); print('up', flush=True)\nwhile True: d, a = s.recvfrom(100); s.sendto(sys.argv[1].encode(), a)"
    ask = """
import socket, sys
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('192.0.2.2', 4444)); s.settimeout(0.2)
for line in sys.stdin:
    for i in range(100):
        s.sendto(b'x', ('192.0.2.1', 5000))
        try:
            got = s.recv(100).decode()
        except OSError:
            got = 'nothing'
        if got == line.strip(): break
    print(got, flush=True)
"""
    client = outside.net.popen("/usr/bin/python3", "-c", ask, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    outside.processes.append(client)

    def expect(word):
        client.stdin.write(word + "\n")
        client.stdin.flush()
        return client.stdout.readline().strip()
    assert expect("nothing") == "nothing"
    for name in ("first", "second"):
        quilt.run_d("--name", name, "-p", "5000:5000/udp", PYTHON, "python3", "-c", echo, name)
        assert expect(name) == name
        quilt.cli("rm", "-f", name)


def test_host_services_are_closed_unless_allowed(quilt):
    """Neither on the gateway nor on any other address of the host; sockets of Quilt's are files that are not inside."""
    server = quilt.net.popen("/usr/bin/python3", "-c", SERVE, "9999", stdout=subprocess.PIPE, text=True)
    server.stdout.readline()
    quilt.net.run("ip", "addr", "add", "198.51.100.1/32", "dev", "lo")
    quilt.run_d("--name", "c", PYTHON, "sleep", "1000")
    for host in ("10.42.0.1", "198.51.100.1"):
        assert fetch(quilt, "c", host, 9999) == "not reached ConnectionRefusedError"
    assert fetch(quilt, "c", "169.254.169.254", 80).startswith("not reached")
    assert quilt.net.run("/usr/bin/python3", "-c", FETCH, "127.0.0.1", "9999").stdout.startswith("reached")
    quilt.net.run("ip", "addr", "del", "198.51.100.1/32", "dev", "lo")
    server.kill()
    server.wait()


def test_a_service_of_the_host_that_is_allowed():
    with Quilt(config="network-host-services = tcp/9998\nnetwork-subnet = 10.55.0.0/20\nnetwork-ipv6 = yes\n") as quilt:
        server = quilt.net.popen("/usr/bin/python3", "-c", SERVE, "9998", stdout=subprocess.PIPE, text=True)
        server.stdout.readline()
        quilt.run_d("--name", "c", PYTHON, "sleep", "1000")
        assert fetch(quilt, "c", "10.55.0.1", 9998).startswith("reached")
        net = quilt.status("c")["networks"][0]
        assert net["address"].startswith("10.55.0.") and net["prefix"] == 20 and net["address6"].startswith("fd")
        server.kill()
        server.wait()


def test_dual_stack(quilt):
    quilt.cli("network", "create", "six", "--ipv6")
    quilt.run_d("--name", "web", "--network", "six", PYTHON, "python3", "-c",
                "import socket; s = socket.create_server(('::', 80), family=socket.AF_INET6, dualstack_ipv6=True); print('up', flush=True)\nwhile True: c, a = s.accept(); c.recv(100); c.sendall(b'HTTP/1.0 200'); c.close()")
    eventually(lambda: "up" in quilt.cli("logs", "web").out)
    six = quilt.status("web")["networks"][0]["address6"]
    done = quilt.cli("run", "--rm", "--network", "six", PYTHON, "python3", "-c",
                     "import socket; print(sorted({a[4][0] for a in socket.getaddrinfo('web', 80)}))\n" + FETCH, six, "80")
    assert f"reached {six}" in done.out and six in done.out.splitlines()[0] and "10.43.0.2" in done.out.splitlines()[0]
    assert quilt.cli("exec", "web", "sh", "-c", "cat /proc/sys/net/ipv6/conf/eth0/accept_ra").out == "0\n"


def test_fixed_address_and_mac(quilt):
    quilt.cli("network", "create", "n", "--subnet", "10.77.0.0/28", "--gateway", "10.77.0.14")
    id = quilt.run_d("--network", "n:ip=10.77.0.9,mac=02:00:00:00:00:09,alias=nine", MINIMAL, "sleep", "1000")
    net = quilt.status(id)["networks"][0]
    assert (net["address"], net["mac"], net["gateway"]) == ("10.77.0.9", "02:00:00:00:00:09", "10.77.0.14")
    assert "02:00:00:00:00:09" in quilt.cli("exec", id, "ip", "link", "show", "eth0").out
    assert quilt.cli("icc", "ping", id, "nine", "--count", "1").returncode == 0
    for wish, text in (({"address": "10.77.0.9"}, "in use by container " + id), ({"address": "10.99.0.9"}, "not of 10.77.0.0/28"), ({"address": "10.77.0.14"}, "network n's own"),
                       ({"mac": "03:00:00:00:00:09"}, "not the address of one interface"), ({"address": "::1"}, "not an IPv4 address")):
        with pytest.raises(Failed, match=re.escape(text)):
            quilt.ask("container.run", image=MINIMAL, argv=["true"], networks=[{"network": "n", **wish}])


def test_an_exhausted_subnet_says_what_holds_it(quilt):
    quilt.cli("network", "create", "n", "--subnet", "10.77.0.0/29")
    ids = [quilt.run_d("--network", "n", MINIMAL, "sleep", "1000") for _ in range(5)]
    assert sorted(address(quilt, i, "n") for i in ids) == [f"10.77.0.{n}" for n in range(2, 7)]
    with pytest.raises(Failed, match="every address of 10.77.0.0/29 is taken: 5 by containers"):
        quilt.ask("container.run", image=MINIMAL, argv=["true"], networks=[{"network": "n"}])
    quilt.cli("rm", "-f", ids[0])
    with pytest.raises(Failed, match=r"1 in quarantine; the oldest in quarantine is free in \d+ s"):
        quilt.ask("container.run", image=MINIMAL, argv=["true"], networks=[{"network": "n"}])
    assert {a["phase"] for a in quilt.ask("network.allocations", network="n")["allocations"]} == {"active", "quarantine"}

    def again():
        try:
            return quilt.ask("container.run", image=MINIMAL, argv=["sleep", "1000"], networks=[{"network": "n"}])["id"]
        except Failed:
            return None
    id = eventually(again)
    assert address(quilt, id, "n") == "10.77.0.2"


def test_an_address_stays_with_its_container(quilt):
    quilt.run_d("--name", "c", MINIMAL, "sleep", "1000")
    first = quilt.status("c")["networks"]
    quilt.cli("stop", "-t", "0s", "c")
    with pytest.raises(Failed):
        quilt.ask("icc.ping", **{"from": "c", "to": "c"})
    quilt.cli("start", "c")
    assert quilt.status("c")["networks"] == first
    assert first[0]["address"] in quilt.cli("exec", "c", "ip", "-4", "addr", "show", "eth0").out


def test_bad_networks(quilt):
    quilt.cli("network", "create", "n", "--subnet", "10.77.0.0/24")
    for options, text in ((("n",), "exists already"), (("m", "--subnet", "10.77.0.128/25"), "overlaps 10.77.0.0/24 of network n"), (("m", "--subnet", "10.42.1.0/24"), "overlaps"),
                          (("m", "--subnet", "10.77.1.1/24"), "not an IPv4 network"), (("m", "--subnet", "10.0.0.0/7"), "8 to 29"), (("m", "--subnet", "127.1.0.0/24"), "not for networks"),
                          (("m", "--subnet", "169.254.1.0/24"), "not for networks"), (("m", "--gateway", "1.2.3.4"), "not an address of"), (("host",), "means something else"),
                          (("m", "--subnet6", "fd00::/48"), "/64"), (("m", "--subnet", "x"), "subnet"), (("a b",), "name")):
        done = quilt.cli("network", "create", *options, check=False)
        assert done.returncode == 125 and text in done.err, (options, done.err)
    quilt.net.run("ip", "route", "add", "10.88.0.0/16", "dev", "lo")
    done = quilt.cli("network", "create", "m", "--subnet", "10.88.5.0/24", check=False)
    assert done.returncode == 125 and "overlaps a route of the host's (lo)" in done.err
    quilt.net.run("ip", "route", "del", "10.88.0.0/16", "dev", "lo")
    assert [n["name"] for n in quilt.ask("network.list")["networks"]] == ["bridge", "n"]
    assert "nope: not known" in quilt.cli("run", "--rm", "--network", "nope", MINIMAL, "true", check=False).err
    assert "stays" in quilt.cli("network", "rm", "bridge", check=False).err
    for args, text in ((("--network", "none", "-p", "80:80"), "are for the network bridge"), (("-p", "0:80"), "publish"), (("-p", "70000:80"), "publish"), (("-p", "80:80/icmp"), "publish"),
                       (("-p", "9.9.9.9:80:80"), "no address 9.9.9.9"), (("--network", "container:nope"), "not known"), (("--dns", "xyz"), "dns"),
                       (("--rate-out", "1m", "--cap-add", "net_admin"), "net_admin"), (("--network", "none", "--network", "n"), "excludes")):
        done = quilt.cli("run", "--rm", *args, MINIMAL, "true", check=False)
        assert done.returncode == 125 and text in done.err, (args, done.err)
    assert quilt.cli("list", "-aq").out == ""


def test_the_network_of_another_container(quilt):
    quilt.run_d("--name", "web", MINIMAL, *WEB)
    out = quilt.cli("run", "--rm", "--network", "container:web", MINIMAL, "sh", "-c", "wget -qO- http://127.0.0.1/; cat /etc/hostname; nslookup web | grep -c 10.42").out
    id = quilt.status("web")["id"]
    assert out.startswith(f"hello from {id}\n{id}\n")
    quilt.cli("stop", "-t", "0s", "web")
    assert "no network to share" in quilt.cli("run", "--rm", "--network", "container:web", MINIMAL, "true", check=False).err


def test_bandwidth(quilt):
    """Both directions, to within what a bucket and a loaded machine allow; unlimited is far beyond."""
    sink = """
import socket, time
s = socket.create_server(('0.0.0.0', 9000)); print('up', flush=True)
while True:
    c, a = s.accept(); begin = time.monotonic(); n = 0
    while d := c.recv(65536): n += len(d)
    c.close()
"""
    send = """
import socket, sys, time
s = socket.create_connection((sys.argv[1], 9000)); data = b'x' * 65536; total = 0; begin = time.monotonic()
while total < 3_000_000: total += s.send(data)
s.shutdown(socket.SHUT_WR); s.recv(1)
print(int(total / (time.monotonic() - begin)))
"""
    quilt.run_d("--name", "free", PYTHON, "python3", "-c", sink)
    quilt.run_d("--name", "in", "--rate-in", "1m", PYTHON, "python3", "-c", sink)
    eventually(lambda: all("up" in quilt.cli("logs", n).out for n in ("free", "in")))
    free = int(quilt.cli("run", "--rm", PYTHON, "python3", "-c", send, "free").out)
    limited_in = int(quilt.cli("run", "--rm", PYTHON, "python3", "-c", send, "in").out)
    limited_out = int(quilt.cli("run", "--rm", "--rate-out", "1m", PYTHON, "python3", "-c", send, "free").out)
    assert limited_in < 1.3 * 1048576 and limited_out < 1.3 * 1048576 and free > 3 * 1048576, (free, limited_in, limited_out)


# ---------------------------------------------------------------- policies

LOOP = """
import socket, sys, time
s = socket.create_connection((sys.argv[1], 9000), 3); s.settimeout(3); print('connected', flush=True)
try:
    while True:
        s.sendall(b'x'); s.recv(1); time.sleep(0.02)
except OSError as e:
    print('cut', type(e).__name__, flush=True)
"""
ECHO = "import socket, threading\ns = socket.create_server(('0.0.0.0', 9000)); print('up', flush=True)\ndef e(c):\n  while d := c.recv(100): c.sendall(d)\nwhile True: threading.Thread(target=e, args=(s.accept()[0],), daemon=True).start()"


def test_a_policy_changed_while_a_connection_runs(quilt):
    quilt.run_d("--name", "server", PYTHON, "python3", "-c", ECHO)
    eventually(lambda: "up" in quilt.cli("logs", "server").out)
    quilt.run_d("--name", "client", PYTHON, "python3", "-c", LOOP, "server")
    eventually(lambda: "connected" in quilt.cli("logs", "client").out)
    quilt.cli("network", "policy", "--container", "client", "--rule", "deny egress tcp 10.42.0.0/16 9000")
    eventually(lambda: "cut" in quilt.cli("logs", "client").out)
    assert json.loads(quilt.cli("network", "policy", "--container", "client").out)["rules"][0]["action"] == "deny"
    again = quilt.run_d("--name", "other", PYTHON, "python3", "-c", LOOP, "server")
    eventually(lambda: "connected" in quilt.cli("logs", again).out)
    event = eventually(lambda: next((e for e in quilt.events() if e["type"] == "policy_denied"), None))
    assert event["container"] == quilt.status("client")["id"] and event["attrs"]["direction"] == "egress" and event["attrs"]["packets"] > 0
    # it is part of the container: a restart has it too
    quilt.cli("restart", "client")
    eventually(lambda: quilt.status("client")["state"] == "exited")
    assert "ConnectionRefusedError" in quilt.cli("logs", "client").err
    quilt.cli("network", "policy", "--container", "client", "--clear")
    quilt.cli("start", "client")
    eventually(lambda: quilt.cli("logs", "client").out.count("connected") == 2)


def test_policies_of_a_network_and_directions(quilt, outside):
    outside.serve(SERVE, "8000")
    quilt.cli("network", "create", "n", "--egress", "deny", "--rule", "allow egress tcp 192.0.2.3 8000", "--rule", "allow egress icmp")
    quilt.run_d("--name", "c", "--network", "n", PYTHON, "sleep", "1000")
    quilt.run_d("--name", "web", "--network", "n", MINIMAL, *WEB)
    assert fetch(quilt, "c", "192.0.2.3", 8000).startswith("reached")
    assert fetch(quilt, "c", "192.0.2.2", 8000) == "not reached ConnectionRefusedError"
    assert fetch(quilt, "c", "web") == "not reached ConnectionRefusedError"
    assert quilt.cli("icc", "ping", "c", "web", "--count", "1").returncode == 0
    # what is opened to it is its own ingress
    quilt.run_d("--name", "closed", "--ingress", "deny", "--rule", "allow ingress tcp 10.42.0.0/16 81", "-p", "8080:80", MINIMAL, *WEB)
    quilt.run_d("--name", "peer", PYTHON, "sleep", "1000")
    assert fetch(quilt, "peer", "closed") == "not reached ConnectionRefusedError"
    get = "import socket; socket.create_connection(('192.0.2.1', 8080), 3).recv(1)"
    assert outside.net.run("/usr/bin/python3", "-c", get, check=False).returncode == 1
    assert quilt.cli("exec", "closed", "wget", "-qO-", "http://192.0.2.2:8000/").returncode == 0, "what it opens itself is not ingress"
    quilt.cli("network", "policy", "--container", "closed", "--rule", "allow ingress tcp 80", "--ingress", "deny")
    assert fetch(quilt, "peer", "closed").startswith("reached")


def test_audit_only_tells(quilt):
    quilt.run_d("--name", "web", MINIMAL, *WEB)
    quilt.run_d("--name", "c", "--egress", "deny", "--audit", PYTHON, "sleep", "1000")
    assert fetch(quilt, "c", "web").startswith("reached")
    event = eventually(lambda: next((e for e in quilt.events() if e["type"] == "policy_denied"), None))
    assert event["attrs"]["audit"] is True


def test_policies_that_cannot_be(quilt):
    for rules, text in (([{"action": "allow", "direction": "egress", "port_from": 80}], "a port needs protocol"), ([{"action": "allow", "direction": "egress", "cidr": "10.0.0.1/8"}], "not a CIDR"),
                        ([{"action": "allow", "direction": "egress", "protocol": "tcp", "port_from": 9, "port_to": 8}], "ports 9 to 8"),
                        ([{"action": a, "direction": "egress", "cidr": "10.0.0.0/8"} for a in ("allow", "deny")], "rules 0 and 1 contradict")):
        for ask in (lambda p: quilt.ask("container.create", image=MINIMAL, argv=["true"], policy=p), lambda p: quilt.ask("network.create", name="n", policy=p),
                    lambda p: quilt.ask("network.policy_set", network="bridge", policy=p)):
            with pytest.raises(Failed, match=text):
                ask({"rules": rules})
    assert quilt.cli("network", "policy", "bridge").out == "everything is allowed\n" and quilt.cli("list", "-aq").out == ""


# ---------------------------------------------------------------- spoofing

SPOOF = r"""
import socket, struct, sys
raw = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3)); raw.bind(('eth0', 0))
mine = raw.getsockname()[4]
ip = lambda t: socket.inet_aton(t)
mac = lambda t: bytes.fromhex(t.replace(':', ''))
gateway, victim, me = sys.argv[1:4]
def arp(src_mac, src_ip): return b'\xff' * 6 + src_mac + b'\x08\x06' + struct.pack('!HHBBH', 1, 0x800, 6, 4, 2) + src_mac + ip(src_ip) + b'\xff' * 6 + ip(victim)
def udp(src_mac, src_ip, dst_mac):
    u = struct.pack('!HHHH', 1, 9000, 13, 0) + b'spoof'
    h = struct.pack('!BBHHHBBH4s4s', 0x45, 0, 20 + len(u), 0, 0, 64, 17, 0, ip(src_ip), ip(victim)); s = sum(struct.unpack('!10H', h)); s = (s >> 16) + (s & 0xffff)
    h = h[:10] + struct.pack('!H', ~(s + (s >> 16)) & 0xffff) + h[12:]
    return dst_mac + src_mac + b'\x08\x00' + h + u
victim_mac = mac('02:51:' + ':'.join('%02x' % b for b in ip(victim)))
for _ in range(200):
    raw.send(arp(mine, gateway)); raw.send(arp(mac('02:51:0a:2a:00:01'), gateway)); raw.send(arp(mine, '10.42.7.7'))
    raw.send(udp(mine, '10.42.7.7', victim_mac)); raw.send(udp(mac('02:00:00:00:00:07'), me, victim_mac)); raw.send(udp(mine, gateway, victim_mac))
    raw.send(b'\x33\x33' + b'\0' * 4 + mine + b'\x86\xdd' + b'\x60' + b'\0' * 3 + struct.pack('!HBB', 16, 58, 255) + b'\xfe\x80' + b'\0' * 13 + b'\x09' + b'\xff\x02' + b'\0' * 13 + b'\1' + b'\x86' + b'\0' * 15)
raw.send(udp(mine, me, victim_mac))
print('sent')
"""


def test_a_container_speaks_for_itself_only(quilt):
    """With every capability for it: forged ARP, addresses, MACs and router advertisements reach nobody."""
    listen = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('0.0.0.0', 9000)); print('up', flush=True)\nwhile True: d, a = s.recvfrom(100); print(a[0], flush=True)"
    quilt.run_d("--name", "victim", PYTHON, "python3", "-c", listen)
    eventually(lambda: "up" in quilt.cli("logs", "victim").out)
    attacker = quilt.run_d("--name", "attacker", "--cap-add", "net_raw", "--cap-add", "net_admin", "--seccomp", "unconfined", PYTHON, "sleep", "1000")
    me = address(quilt, attacker)
    quilt.cli("icc", "ping", "victim", "attacker", "--count", "1")
    before = quilt.cli("exec", "victim", "cat", "/proc/net/arp").out
    quilt.cli("exec", "attacker", "python3", "-c", SPOOF, "10.42.0.1", address(quilt, "victim"), me)
    eventually(lambda: me in quilt.cli("logs", "victim").out)
    assert set(quilt.cli("logs", "victim").out.split()) == {"up", me}
    after = quilt.cli("exec", "victim", "cat", "/proc/net/arp").out
    assert "10.42.7.7" not in after and "02:51:0a:2a:00:01" in quilt.cli("exec", "victim", "sh", "-c", "wget -qO- http://10.42.0.1/ 2>/dev/null; cat /proc/net/arp").out, (before, after)
    assert quilt.cli("exec", "victim", "cat", "/proc/net/if_inet6").out.split()[-1] == "lo"
    # and with an address that nobody gave it, nothing at all
    quilt.cli("exec", "attacker", "ip", "addr", "add", "10.42.9.9/16", "dev", "eth0")
    assert "not reached" in quilt.cli("exec", "attacker", "python3", "-c",
                                      "import socket\ntry: socket.create_connection(('10.42.0.1', 53), 2, ('10.42.9.9', 0)); print('reached')\nexcept OSError: print('not reached')").out


# ---------------------------------------------------------------- talk between containers

def test_ping(quilt):
    quilt.run_d("--name", "a", MINIMAL, "sleep", "1000")
    quilt.run_d("--name", "b", MINIMAL, "sleep", "1000")
    out = quilt.cli("icc", "ping", "a", "b", "--count", "3", "--interval", "10ms").out
    assert re.match(r"b \(10\.42\.0\.\d+\): 3 sent, 3 received, 0% lost, min/avg/max [\d.]+/[\d.]+/[\d.]+ ms\n", out)
    lost = quilt.cli("icc", "ping", "a", "10.42.200.200", "--count", "2", "--interval", "10ms", "--timeout", "100ms", check=False)
    assert lost.returncode == 1 and "2 sent, 0 received, 100% lost" in lost.out
    for args, text in ((("a", "nobody"), "nobody: no container of that name"), (("nobody", "a"), "not known")):
        done = quilt.cli("icc", "ping", *args, check=False)
        assert done.returncode == 125 and text in done.err
    assert quilt.cli("icc", "exec", "b", "--", "sh", "-c", "echo in $HOSTNAME").out == f"in {quilt.status('b')['id']}\n"


def test_connections(quilt):
    quilt.run_d("--name", "server", PYTHON, "python3", "-c", ECHO)
    eventually(lambda: "up" in quilt.cli("logs", "server").out)
    quilt.run_d("--name", "client", PYTHON, "python3", "-c", LOOP, "server")
    eventually(lambda: "connected" in quilt.cli("logs", "client").out)
    quilt.kill_actor("netd")
    client, server = quilt.status("client")["id"], quilt.status("server")["id"]
    found = eventually(lambda: [c for c in quilt.ask("icc.connections")["connections"] if c["protocol"] == "tcp" and c["sent_bytes"] > 3])
    assert len(found) == 1 and (found[0]["source_container"], found[0]["destination_container"], found[0]["destination_port"]) == (client, server, 9000)
    assert found[0]["received_bytes"] >= 3
    assert "9000" in quilt.cli("icc", "connections", "server").out


def test_messages(quilt):
    quilt.run_d("--name", "a", "--label", "team=x", MINIMAL, "sleep", "1000")
    quilt.run_d("--name", "b", "--label", "team=x", MINIMAL, "sleep", "1000")
    assert quilt.ask("icc.publish", to="b", body="one", topic="t", **{"from": "a"})["delivered"] == 1
    assert quilt.ask("icc.publish", label="team=x", body="two")["delivered"] == 2
    quilt.kill_actor("store")
    got = quilt.ask("icc.inbox", container="b")["messages"]
    assert [(m["body"], m.get("topic"), m.get("from")) for m in got] == [("one", "t", quilt.status("a")["id"]), ("two", None, None)]
    assert quilt.ask("icc.ack", container="b", id=got[0]["id"])["left"] == 1
    assert [m["body"] for m in quilt.ask("icc.inbox", container="b")["messages"]] == ["two"]
    assert quilt.cli("icc", "inbox", "b", "--format", "{body}").out == "two\n"
    waiting = quilt.background("icc", "inbox", "a", "--wait", "20s", "--format", "{body}")
    assert waiting.wait(20) == 0 and waiting.stdout.read() == b"two\n"
    quilt.ask("icc.ack", container="a", id=1000)
    waiting = quilt.background("icc", "inbox", "a", "--wait", "20s", "--format", "{body}")
    eventually(lambda: waiting.poll() is None)
    quilt.ask("icc.publish", to="a", body="three")
    assert waiting.wait(20) == 0 and waiting.stdout.read() == b"three\n"
    with pytest.raises(Failed, match="at most 65536"):
        quilt.ask("icc.publish", to="a", body="x" * 65537)
    for _ in range(1000 - 1):
        quilt.ask("icc.publish", to="a", body="x")
    with pytest.raises(Failed, match="holds 1000 messages"):
        quilt.ask("icc.publish", to="a", body="x")
    gone = quilt.status("a")["id"]
    quilt.cli("rm", "-f", "a")
    with pytest.raises(Failed, match="is removed"):
        quilt.ask("icc.publish", to=gone, body="x")


# ---------------------------------------------------------------- views

def test_views_tell_the_truth(quilt):
    quilt.cli("network", "create", "back", "--internal")
    quilt.run_d("--name", "a", "--network", "bridge", "--network", "back:alias=alpha", MINIMAL, "sleep", "1000")
    text, dot = quilt.cli("network", "topology").out, quilt.cli("network", "topology", "--format", "dot").out
    assert re.search(r"\(outside\)--bridge .*\n  \|-- a ", text) and re.search(r"\(internal\) back .*\n  \|-- a ", text)
    assert dot.startswith("graph quilt {") and dot.count('"nback" -- ') == 1 and "outside -- \"nbridge\"" in dot and "outside -- \"nback\"" not in dot
    assert {n["network"]["name"] for n in json.loads(quilt.cli("network", "topology", "--format", "json").out)} == {"bridge", "back"}
    names = {r["network"]: r["names"] for r in quilt.ask("dns.list")["registrations"]}
    assert names["back"] == [quilt.status("a")["id"], "a", "alpha"] and "alpha" not in names["bridge"]
    assert quilt.cli("network", "health").returncode == 0
    bridge = next(line.split()[1].rstrip(":") for line in quilt.net.run("ip", "-o", "link").stdout.splitlines() if re.match(r"\d+: q\w+b1:", line))
    quilt.net.run("ip", "link", "del", bridge)
    done = quilt.cli("network", "health", check=False)
    assert done.returncode == 1 and f"network back: {bridge} is missing" in done.out
    quilt.kill_actor("netd")
    eventually(lambda: quilt.cli("network", "health", check=False).returncode == 0)
    assert quilt.cli("icc", "ping", "a", "alpha", "--count", "1").returncode == 0


def test_rules_are_ours_alone(quilt):
    """Owned where the kernel can: a flush by somebody else leaves them; the administrator's table is never touched."""
    quilt.run_d("--name", "web", MINIMAL, *WEB)
    table = quilt.instance_name()
    quilt.net.run("nft", "add", "rule", "inet", f"{table}-user", "forward", "counter", "comment", '"mine"')
    quilt.net.run("nft", "add", "table", "inet", "foreign")
    quilt.net.run("nft", "flush", "ruleset")
    rules = quilt.net.run("nft", "list", "ruleset").stdout
    if f"table inet {table} " in rules:
        assert "flags owner" in rules
        assert quilt.net.run("nft", "delete", "table", "inet", table, check=False).returncode != 0
    eventually(lambda: "masquerade" in quilt.net.run("nft", "list", "ruleset").stdout)
    eventually(lambda: quilt.cli("run", "--rm", MINIMAL, "wget", "-qO-", "http://web/", check=False).returncode == 0)      # it may be just starting to listen
    quilt.kill_actor("netd")
    quilt.net.run("nft", "add", "table", "inet", f"{table}-user")
    quilt.net.run("nft", "add", "chain", "inet", f"{table}-user", "forward", "{ type filter hook forward priority -10; policy accept; }")
    quilt.net.run("nft", "add", "rule", "inet", f"{table}-user", "forward", "counter", "comment", '"mine"')
    quilt.kill_actor("netd")
    assert "mine" in quilt.net.run("nft", "list", "table", "inet", f"{table}-user").stdout
    assert quilt.cli("run", "--rm", MINIMAL, "wget", "-qO-", "http://web/").returncode == 0
    quilt.net.run("nft", "flush", "table", "inet", f"{table}-user")
    assert processes("quilt-netd", quilt.run)
