"""Names: who is told what, and what happens to questions that are not ours."""
import json
import os
import re
import signal

import pytest
from harness import IMAGES, MINIMAL, Outside, Quilt, eventually, processes

PYTHON = str(IMAGES / "python.tar.gz")

# A resolver that behaves by name: told apart by the address that it listens on.
RESOLVER = r"""
import socket, struct, sys, threading, collections
me, seen = sys.argv[1], collections.Counter()
def name_of(m):
    at, out = 12, []
    while m[at]: out.append(m[at + 1:at + 1 + m[at]].decode()); at += 1 + m[at]
    return '.'.join(out).lower(), at + 5
def answer(m, tcp=False):
    name, end = name_of(m); qtype = struct.unpack('!H', m[end - 4:end - 2])[0]; seen[name] += 1
    def reply(flags=0x8180, addresses=('203.0.113.1',), ttl=100, cut=False, extra=b'', soa=False):
        rr = b''.join(b'\xc0\x0c\0\1\0\1' + struct.pack('!IH', ttl, 4) + socket.inet_aton(a) for a in addresses)
        ns = b'\xc0\x0c\0\6\0\1' + struct.pack('!IH', 30, 22) + b'\0\0' + struct.pack('!5I', 1, 1, 1, 1, 20) if soa else b''
        return m[:2] + struct.pack('!HHHHH', flags | (0x200 if cut else 0), 1, 0 if cut else len(addresses), 1 if ns else 0, 1 if extra else 0) + m[12:end] + (b'' if cut else rr + ns) + extra
    if name.startswith('fail1') and me == '192.0.2.2': return reply(0x8182, ())
    if name.startswith('dead1') and me == '192.0.2.2': return None
    if name.startswith('nobody'): return None
    if name.startswith('nx'): return reply(0x8183, (), soa=True)
    if name.startswith('big'): return reply(addresses=['203.0.113.%d' % i for i in range(100)]) if tcp else reply(cut=True)
    if name.startswith('long'): return reply(addresses=['203.0.113.%d' % i for i in range(60)])
    if name.startswith('edns'): return reply(addresses=('203.0.113.7',) if m[10:12] == b'\0\1' else ('203.0.113.8',), extra=b'\0\0\x29\x04\xd0\0\0\0\0\0\0' if m[10:12] == b'\0\1' else b'')
    if name.startswith('count'): return reply(addresses=('203.0.113.%d' % seen[name],))
    if name.startswith('who'): return reply(addresses=(me,))
    return reply()
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); u.bind((me, 5300))
t = socket.create_server((me, 5300))
def tcp():
    while True:
        c, a = t.accept(); n = struct.unpack('!H', c.recv(2))[0]; r = answer(c.recv(n), True); c.sendall(struct.pack('!H', len(r)) + r); c.close()
threading.Thread(target=tcp, daemon=True).start()
print('up', flush=True)
while True:
    m, a = u.recvfrom(4096)
    if name_of(m)[0].startswith('forged'):
        r = answer(m)
        for i in range(50): u.sendto(bytes([i, i]) + r[2:-4] + socket.inet_aton('6.6.6.6'), a)     # wrong ids
        u.sendto(r[:12] + r[12:].replace(b'forged', b'foiled') [:len(r) - 16] + socket.inet_aton('6.6.6.6'), a)   # another question
        u.sendto(r, a); continue
    if name_of(m)[0].startswith('slow'):
        threading.Timer(0.5, lambda m=m, a=a: u.sendto(answer(m), a)).start(); continue
    r = answer(m)
    if r: u.sendto(r, a)
"""

# Asks the gateway; prints rcode, flags and answers as JSON.
ASK = r"""
import json, socket, struct, sys
def ask(name, qtype=1, edns=0, tcp=False, server=None, raw=None, wait=5):
    server = server or open('/etc/resolv.conf').read().split()[1]
    labels = b''.join(bytes([len(l)]) + l.encode() for l in name.split('.') if l) + b'\0'
    m = raw or struct.pack('!6H', 0x4242, 0x100, 1, 0, 0, 1 if edns else 0) + labels + struct.pack('!HH', qtype, 1) + (b'\0' + struct.pack('!HHIH', 41, edns, 0, 0) if edns else b'')
    if tcp:
        s = socket.create_connection((server, 53), wait); s.sendall(struct.pack('!H', len(m)) + m); f = s.makefile('rb'); r = f.read(struct.unpack('!H', f.read(2))[0])
    else:
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(wait); s.connect((server, 53)); s.send(m); r = s.recv(65535)
    flags, qd, an, ns, ar = struct.unpack('!5H', r[2:12]); at = 12; out = []
    while qd and r[at]: at += 1 + r[at]
    at += 5 if qd else 0
    for i in range(an + ns):
        while r[at] and r[at] < 0xc0: at += 1 + r[at]
        at += 2 if r[at] >= 0xc0 else 1
        t, c, ttl, n = struct.unpack('!HHIH', r[at:at + 10]); d = r[at + 10:at + 10 + n]; at += 10 + n
        out.append([t, ttl, socket.inet_ntop(socket.AF_INET, d) if t == 1 else socket.inet_ntop(socket.AF_INET6, d) if t == 28 else d.hex()])
    return {'id': r[:2].hex(), 'rcode': flags & 15, 'tc': bool(flags & 0x200), 'aa': bool(flags & 0x400), 'len': len(r), 'additional': ar, 'answers': out[:an], 'authority': out[an:]}
"""


@pytest.fixture
def resolvers():
    with Quilt(config="dns-upstream = 192.0.2.2#5300, 192.0.2.3#5300\n") as quilt:
        quilt.keep = False
        world = Outside(quilt)
        for address in ("192.0.2.2", "192.0.2.3"):
            world.serve(RESOLVER, address)
        quilt.run_d("--name", "c", PYTHON, "sleep", "100000")
        yield quilt
        world.close()


def ask(quilt, *args, container="c", **kw):
    call = f"print(json.dumps(ask(*{args!r}, **{kw!r})))"
    return json.loads(quilt.cli("exec", container, "python3", "-c", ASK + call).out)


def test_names_of_containers(quilt):
    quilt.cli("network", "create", "six", "--ipv6")
    id = quilt.run_d("--name", "web", "--hostname", "box", "--network", "six:alias=www", MINIMAL, "sleep", "1000")
    quilt.run_d("--name", "c", "--network", "six", PYTHON, "sleep", "1000")
    net = quilt.status("web")["networks"][0]
    for name in ("web", "WeB", "box", "www", id, "web.quilt.local", "www.Quilt.Local"):
        got = ask(quilt, name)
        assert got["rcode"] == 0 and got["aa"] and got["answers"] == [[1, 5, net["address"]]], (name, got)
    assert ask(quilt, "web", 28)["answers"] == [[28, 5, net["address6"]]]
    mx = ask(quilt, "web", 15)
    assert mx["rcode"] == 0 and mx["answers"] == [] and mx["authority"][0][:2] == [6, 2], "no data is not no name"
    for name in ("nobody.quilt.local", "web.nobody.quilt.local"):
        got = ask(quilt, name)
        assert got["rcode"] == 3 and got["authority"][0][:2] == [6, 2]
    reverse = ".".join(reversed(net["address"].split("."))) + ".in-addr.arpa"
    assert bytes.fromhex(ask(quilt, reverse, 12)["answers"][0][2]) == b"\3web\5quilt\5local\0"
    full = "".join(f"{int(g or '0', 16):04x}" for g in __import__("ipaddress").ip_address(net["address6"]).exploded.split(":"))
    assert bytes.fromhex(ask(quilt, ".".join(reversed(full)) + ".ip6.arpa", 12)["answers"][0][2]) == b"\3web\5quilt\5local\0"
    assert ask(quilt, "localhost")["answers"][0][2] == "127.0.0.1"
    assert ask(quilt, "web", tcp=True)["answers"][0][2] == net["address"]
    assert ask(quilt, "web", edns=4096)["additional"] == 1
    quilt.cli("rename", "web", "site")
    assert eventually(lambda: ask(quilt, "site")["answers"]) and ask(quilt, "web.quilt.local")["rcode"] == 3
    quilt.cli("stop", "-t", "0s", "site")
    assert eventually(lambda: ask(quilt, "site.quilt.local")["rcode"] == 3)
    quilt.cli("start", "site")
    assert ask(quilt, "site")["answers"][0][2] == net["address"]


def test_one_alias_of_many_and_names_of_other_networks(quilt):
    quilt.cli("network", "create", "n", "--internal")
    for name in ("one", "two", "three"):
        quilt.run_d("--name", name, "--network-alias", "all", MINIMAL, "sleep", "1000")
    quilt.run_d("--name", "hidden", "--network", "n:alias=all", MINIMAL, "sleep", "1000")
    quilt.run_d("--name", "c", PYTHON, "sleep", "1000")
    quilt.run_d("--name", "inside", "--network", "n", PYTHON, "sleep", "1000")
    assert {a[2] for a in ask(quilt, "all")["answers"]} == {quilt.status(n)["networks"][0]["address"] for n in ("one", "two", "three")}
    hidden = quilt.status("hidden")["networks"][0]["address"]
    assert ask(quilt, "hidden.quilt.local")["rcode"] == 3
    assert ask(quilt, ".".join(reversed(hidden.split("."))) + ".in-addr.arpa", 12)["rcode"] != 0
    assert [a[2] for a in ask(quilt, "all", container="inside")["answers"]] == [hidden]
    assert ask(quilt, "one.quilt.local", container="inside")["rcode"] == 3
    # names with dots are somebody else's, whoever is called so
    quilt.run_d("--name", "db.example.com", MINIMAL, "sleep", "1000")
    assert ask(quilt, "db.example.com")["rcode"] != 0 and ask(quilt, "db.example.com.quilt.local")["rcode"] == 0


def test_questions_that_are_forwarded(resolvers):
    q = resolvers
    assert ask(q, "plain.example")["answers"] == [[1, 100, "203.0.113.1"]] and ask(q, "plain.example")["id"] == "4242"
    assert ask(q, "fail1.example")["answers"], "SERVFAIL: the next server"
    assert ask(q, "dead1.example")["answers"], "silence: the next server"
    assert ask(q, "nobody.example", wait=20)["rcode"] == 2, "nobody: SERVFAIL, not silence"
    assert ask(q, "forged.example")["answers"] == [[1, 100, "203.0.113.1"]]
    first = ask(q, "count.example")["answers"]
    assert ask(q, "COUNT.example")["answers"][0][2] == first[0][2], "from the cache"
    nx = ask(q, "nx.example")
    assert nx["rcode"] == 3 and nx["authority"][0][0] == 6
    assert ask(q, "edns.example", edns=1232)["answers"][0][2] == "203.0.113.7" and ask(q, "edns.example")["answers"][0][2] == "203.0.113.8"
    cut = ask(q, "long.example")
    assert cut["tc"] and cut["len"] <= 512 and len(ask(q, "long.example", tcp=True)["answers"]) == 60 and len(ask(q, "long.example", edns=1232)["answers"]) == 60
    assert ask(q, "big.example", edns=1232)["tc"] and len(ask(q, "big.example", tcp=True)["answers"]) == 100, "truncated there: asked again over tcp"
    many = "print(json.dumps([ask(f'many{i}.example')['rcode'] for i in range(300)]))"
    assert json.loads(q.cli("exec", "c", "python3", "-c", ASK + many).out) == [0] * 300
    q.run_d("--name", "other", "--dns", "192.0.2.3", PYTHON, "sleep", "1000")
    assert "192.0.2.3" not in q.cli("exec", "other", "cat", "/etc/resolv.conf").out


def test_a_container_without_a_way_out_asks_nobody_outside(resolvers):
    q = resolvers
    q.cli("network", "create", "back", "--internal")
    q.run_d("--name", "inside", "--network", "back", PYTHON, "sleep", "1000")
    assert ask(q, "secret.data.example", container="inside")["rcode"] == 5
    assert ask(q, "inside", container="inside")["rcode"] == 0


def test_malformed_questions(resolvers):
    q = resolvers
    hostile = ASK + r"""
import os, random
random.seed(7)
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect((open('/etc/resolv.conf').read().split()[1], 53)); s.settimeout(0.0)
good = struct.pack('!6H', 1, 0x100, 1, 0, 0, 0) + b'\3web\0\0\1\0\1'
fixed = [b'', b'x', good[:11], good[:13], good[:-1], good[:12] + b'\xc0\x0c\0\1\0\1', good[:12] + b'\x3f' + b'a' * 62, good[:12] + b'\x40' + b'a' * 64 + b'\0\0\1\0\1',
         good[:12] + b'\1a' * 130 + b'\0\0\1\0\1', good[:4] + b'\xff\xff' + good[6:], good[:10] + b'\xff\xff' + good[12:], good[:2] + b'\x79\x00' + good[4:], good[:2] + b'\x81\x80' + good[4:]]
for m in fixed * 20 + [bytes(random.randrange(256) for _ in range(random.randrange(600))) for _ in range(20000)]:
    try: s.send(m)
    except OSError: pass
    try: s.recv(9999)
    except OSError: pass
t = socket.create_connection((open('/etc/resolv.conf').read().split()[1], 53)); t.sendall(b'\xff\xff' + os.urandom(70000)); t.close()
t = socket.create_connection((open('/etc/resolv.conf').read().split()[1], 53)); t.sendall(b'\0\0\0\0\0\5abcde'); t.close()
print(ask('', raw=good[:2] + b'\x29\x00' + good[4:])['rcode'], ask('', raw=good[:12] + b'\xc0\x0c\0\1\0\1')['rcode'], ask('c')['rcode'])
"""
    before = processes("quilt-dnsd", q.run)
    assert q.cli("exec", "c", "python3", "-c", hostile).out == "4 1 0\n"
    assert processes("quilt-dnsd", q.run) == before


def test_no_question_is_lost_when_dnsd_is_killed(resolvers):
    q = resolvers
    loop = ASK + r"""
import time
end, n, slowest = time.monotonic() + 6, 0, 0
while time.monotonic() < end:
    begin = time.monotonic()
    got = ask('c' if n % 2 else 'c.quilt.local', wait=1.0)
    assert got['rcode'] == 0 and got['answers'], got
    slowest = max(slowest, time.monotonic() - begin); n += 1
print(n, round(slowest, 3))
"""
    running = q.background("exec", "c", "python3", "-c", loop)
    kills = 0
    while running.poll() is None:
        for pid in processes("quilt-dnsd", q.run):
            os.kill(pid, signal.SIGKILL)
            kills += 1
        try:
            running.wait(1.2)
        except Exception:
            pass
    out, err = running.communicate()
    assert running.returncode == 0, err
    assert kills >= 5 and int(out.split()[0]) > 300, (kills, out)


def test_no_question_that_waits_outside_is_lost_when_dnsd_is_killed(resolvers):
    """Each is sent once; the other servers take half a second; dnsd is killed twice meanwhile."""
    q = resolvers
    q.run_d("--name", "asker", PYTHON, "python3", "-c", r"""
import socket, struct, time
s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.settimeout(10); s.connect((open('/etc/resolv.conf').read().split()[1], 53))
for n in range(300):
    s.send(struct.pack('!6H', n, 0x100, 1, 0, 0, 0) + bytes([7]) + b'slow%03d' % n + b'\7example\0\0\1\0\1')
print('sent', flush=True)
got = {}
while len(got) < 300:
    r = s.recv(512); got[struct.unpack('!H', r[:2])[0]] = r[3] & 15
print('all', set(got.values()), flush=True)
""")
    eventually(lambda: "sent" in q.cli("logs", "asker").out)
    for _ in range(2):
        q.kill_actor("dnsd")
    assert q.cli("wait", "asker").out == "0\n", q.cli("logs", "asker").out
    assert "all {0}" in q.cli("logs", "asker").out


def test_the_hosts_own_files_are_never_written(quilt):
    before = {p: (open(p).read(), os.stat(p).st_mtime_ns) for p in ("/etc/resolv.conf", "/etc/hosts", "/etc/hostname") if os.path.exists(p)}
    quilt.cli("run", "--rm", "--dns", "192.0.2.9", "--hostname", "x", MINIMAL, "sh", "-c", "echo 1 > /etc/resolv.conf; echo 2 > /etc/hosts; true")
    assert before == {p: (open(p).read(), os.stat(p).st_mtime_ns) for p in before}
    link = str(quilt.dir / "evil.tar")
    import io, tarfile
    with tarfile.open(link, "w") as t:
        base = tarfile.open(MINIMAL)
        for member in base:
            t.addfile(member, base.extractfile(member) if member.isreg() else None)
        for name in ("etc/resolv.conf", "etc/hosts", "etc/hostname"):
            m = tarfile.TarInfo(name)
            m.type, m.linkname = tarfile.SYMTYPE, "/../../../../../etc/" + name.split("/")[1]
            t.addfile(m)
    done = quilt.cli("run", "--rm", link, "cat", "/etc/resolv.conf", check=False)
    assert done.returncode == 125 or re.search(r"nameserver 10\.42\.0\.1", done.out), (done.out, done.err)
    assert before == {p: (open(p).read(), os.stat(p).st_mtime_ns) for p in before}
