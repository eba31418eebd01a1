"""Terminals: of containers and of exec sessions, through the command line and without it."""
import array
import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios
import time

import pytest
from harness import DEADLINE, MINIMAL, TREE, Failed, eventually, processes


class Typist:
    """Somebody at a terminal of their own, in which a quilt command runs."""

    def __init__(self, quilt, *args, rows=33, columns=101):
        self.master, slave = pty.openpty()
        self.resize(rows, columns)
        self.before = termios.tcgetattr(slave)
        self.slave, self.seen = slave, b""
        self.process = subprocess.Popen([str(TREE / "bin/quilt"), *args], stdin=slave, stdout=slave, stderr=slave, start_new_session=True,
                                        env={**os.environ, "QUILT_RUN_DIR": str(quilt.run), "TERM": "vt220"})

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, array.array("H", [rows, columns, 0, 0]))

    def type(self, text):
        os.write(self.master, text.encode())

    def read(self, seconds=0.05):
        if select.select([self.master], [], [], seconds)[0]:
            self.seen += os.read(self.master, 65536)
        return self.seen

    def expect(self, pattern, deadline=DEADLINE):
        end = time.monotonic() + deadline
        while not re.search(pattern.encode(), self.seen):
            assert time.monotonic() < end, f"{pattern} did not come: {self.seen[-2000:]!r}"
            self.read()
        found = re.search(pattern.encode(), self.seen)
        self.seen = self.seen[found.end():]
        return found

    def status(self):
        end = time.monotonic() + DEADLINE
        while self.process.poll() is None:
            assert time.monotonic() < end, f"it did not end: {self.seen[-2000:]!r}"
            self.read()
        while select.select([self.master], [], [], 0)[0]:
            self.seen += os.read(self.master, 65536)
        assert termios.tcgetattr(self.slave) == self.before, "the terminal is not as it was"
        return self.process.returncode

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)
        os.close(self.slave)


@pytest.fixture
def typist(quilt):
    made = []

    def begin(*args, **kw):
        made.append(Typist(quilt, *args, **kw))
        return made[-1]
    yield begin
    for t in made:
        t.close()


def test_a_shell_at_a_terminal(quilt, typist):
    t = typist("run", "--rm", "-it", MINIMAL, "sh")
    t.expect("# ")
    t.type("tty; stty size; echo $TERM; cat /proc/self/stat | cut -d' ' -f7\n")
    assert t.expect(r"(/dev/pts/\d+)\r\n33 101\r\nvt220\r\n(\d+)\r\n").group(2) != b"0", "it is the controlling terminal"
    t.type("echo there > /dev/tty; ls -l $(tty) | cut -c 1-10\n")
    t.expect(r"there\r\n.*crw--w----\r\n")
    t.resize(20, 60)
    t.process.send_signal(signal.SIGWINCH)          # as the kernel does for its foreground group
    t.type("""while [ "$(stty size)" != "20 60" ]; do sleep 0.05; done; echo si""zed\n""")
    t.expect("sized\r\n")
    t.type("sh -c 'echo g''o; sleep 1000'\n")
    t.expect("go\r\n")
    t.type("\x03echo after-$?\n")
    t.expect(r"after-130\r\n")
    t.type("sh -c 'echo g''o; sleep 1000'\n")
    t.expect("go\r\n")
    t.type("\x1a")
    t.expect(r"Stopped")
    t.type("fg\n")
    t.expect("fg\r\nsh -c")
    t.type("\x03")
    t.expect("# ")
    t.type("printf '\\033[31mred\\033[0m\\n'; exit 7\n")
    t.expect("\x1b\\[31mred\x1b\\[0m\r\n".replace("\x1b", "\\x1b"))
    assert t.status() == 7


def test_the_end_of_input_is_a_character(quilt):
    done = quilt.cli("run", "--rm", "-it", MINIMAL, "cat", input=b"one\ntwo\n")
    assert done.out.replace("\r", "").splitlines()[-2:] == ["one", "two"], "^D when our input has ended"
    assert quilt.cli("run", "--rm", "-t", MINIMAL, "sh", "-c", "tty; stty size").out.split() == ["/dev/pts/0", "24", "80"]
    assert quilt.cli("run", "--rm", "-t", MINIMAL, "sh", "-c", "echo e >&2").out == "e\r\n", "a terminal has one output"


def test_nothing_of_the_end_is_lost(quilt):
    want = "".join(f"{n}\r\n" for n in range(20000))
    for _ in range(5):
        got = quilt.cli("run", "--rm", "-t", MINIMAL, "sh", "-c", "i=0; while [ $i -lt 200 ]; do seq $((i*100)) $((i*100+99)); i=$((i+1)); done").out
        assert got == want
    assert quilt.cli("run", "--rm", "-t", MINIMAL, "sh", "-c", "(sleep 0.3; echo late) & echo early").out == "early\r\n", "the command's end hangs up"


def test_who_lets_go_of_it_is_not_hung_up(quilt):
    quilt.run_d("--name", "c", "-t", MINIMAL, "sh", "-c", "exec 0</dev/null 1>/dev/null 2>/dev/null; sleep 0.2; echo back >/dev/tty; exit 4")
    assert quilt.cli("wait", "c").out == "4\n" and quilt.cli("logs", "c").out == "back\r\n"


def test_users_own_their_terminal(quilt):
    for more in ((), ("--userns", "100000:65536")):
        out = quilt.cli("run", "--rm", "-t", "--user", "1000:1000", *more, MINIMAL, "sh", "-c", "stat -c %u $(tty); echo x > $(tty); echo y > /dev/stderr").out
        assert out == "1000\r\nx\r\ny\r\n"


def test_sessions_have_terminals(quilt, typist):
    quilt.run_d("--name", "box", MINIMAL, "sleep", "100000")
    t = typist("exec", "-it", "box", "sh")
    t.expect("# ")
    t.type("tty; stty size\n")
    t.expect(r"/dev/pts/0\r\n33 101\r\n")
    other = typist("exec", "-it", "--user", "1000:1000", "box", "sh", "-c", "tty; read x; echo got $x; exit 5")
    other.expect(r"/dev/pts/1\r\n")
    other.resize(11, 22)
    other.type("words\n")
    other.expect(r"got words\r\n")
    assert other.status() == 5
    t.type("\x04")
    assert t.status() == 0
    session = quilt.ask("exec.start", container="box", argv=["sh"], stdin=True, tty=True, tty_rows=7, tty_columns=9, detach=True)["exec_id"]
    quilt.ask("exec.resize", container="box", exec_id=session, tty_rows=5, tty_columns=6)
    quilt.ask("exec.write", container="box", exec_id=session, data=b"stty size; exit 3\n")
    assert quilt.ask("exec.wait", container="box", exec_id=session)["exit"]["code"] == 3
    assert "\n5 6\r\n" in quilt.cli("session", "attach", "box", session, check=False).out
    plain = quilt.ask("exec.start", container="box", argv=["sleep", "1000"], detach=True)["exec_id"]
    with pytest.raises(Failed, match="state: exec .*: was begun without a terminal"):
        quilt.ask("exec.resize", container="box", exec_id=plain, tty_rows=5, tty_columns=6)
    with pytest.raises(Failed, match="state: container .*: was made without a terminal"):
        quilt.ask("container.resize", container="box", tty_rows=5, tty_columns=6)
    with pytest.raises(Failed, match="invalid: .*tty_rows"):
        quilt.ask("container.resize", container="box", tty_rows=0, tty_columns=6)


def test_detach_and_attach(quilt, typist):
    t = typist("run", "-it", "--name", "c", MINIMAL, "sh", "-c", "while read x; do echo got $x; done; exit 6")
    t.type("one\n")
    t.expect(r"got one\r\n")
    t.type("\x10x\n")
    t.expect(r"got .?x\r\n")             # half of the keys is only a key
    t.type("\x10\x11")
    assert t.status() == 0
    t.expect("detached; the command of container [0-9a-f]{12} runs on")
    first, second = typist("attach", "c"), typist("attach", "--detach-keys", "ctrl-a,d", "c")
    second.type("zero\n")               # both are there
    second.expect(r"got zero\r\n")
    first.type("two\n")
    first.expect(r"got two\r\n")
    second.expect(r"got two\r\n")
    second.type("three\n")
    first.expect(r"got three\r\n")
    second.type("\x01d")
    assert second.status() == 0
    first.type("\x04")
    assert first.status() == 6
    assert quilt.cli("attach", "c", check=False).returncode == 125
    assert "--detach-keys ctrl-: not a list" in quilt.cli("run", "-it", "--detach-keys", "ctrl-", MINIMAL, "true", check=False).err


def test_attach_without_a_terminal(quilt):
    quilt.run_d("--name", "c", "-i", MINIMAL, "sh", "-c", "while read x; do echo got $x; done; exit 6")
    done = quilt.cli("attach", "c", input=b"a\nb\n", check=False)
    assert (done.returncode, done.out) == (6, "got a\ngot b\n")
    quilt.run_d("--name", "d", MINIMAL, "sh", "-c", "while ! [ -e /go ]; do sleep 0.05; done; exit 9")
    process = quilt.background("attach", "d")
    quilt.cli("exec", "d", "touch", "/go")
    assert process.wait(DEADLINE) == 9


def test_a_terminal_survives_its_daemon(quilt, typist):
    t = typist("run", "-it", "--name", "c", MINIMAL, "sh")
    t.expect("# ")
    for n, actor in enumerate(("frontdoor", "monitor", "store", "keeper")):
        if actor == "keeper":
            os.kill(processes("quilt-keeper", quilt.run)[0], signal.SIGKILL)
        else:
            quilt.kill_actor(actor)
        t.type(f"echo n$(({n}+1))n\n")
        t.expect(rf"n{n + 1}n\r\n")
    t.type("exit 8\n")
    assert t.status() == 8


def test_the_terminal_is_given_back(quilt, typist):
    quilt.run_d("--name", "box", MINIMAL, "sleep", "100000")
    for how in (signal.SIGTERM, signal.SIGHUP):
        t = typist("exec", "-it", "box", "sh", "-c", "trap '' TERM HUP; echo up; read x")
        t.expect("up\r\n")
        t.process.send_signal(how)      # goes to the session, which does not care
        t.type("x\n")
        assert t.status() == 0
    t = typist("exec", "-it", "box", "sh", "-c", "echo up; read x")
    t.expect("up\r\n")
    quilt.cli("remove", "--force", "box")
    assert t.status() in (125, 137)


def test_a_session_ends_with_all_that_came_of_it(quilt):
    quilt.run_d("--name", "box", MINIMAL, "sleep", "100000")

    def alive(tag):
        return quilt.cli("exec", "box", "sh", "-c", f"ps | grep 'sleep {tag}' | wc -l").out != "0\n"
    script = "(setsid sleep {0} >/dev/null 2>&1 </dev/null &) ; sleep {0} & wait"
    quilt.cli("exec", "--timeout", "500ms", "box", "sh", "-c", script.format(70001), check=False)
    eventually(lambda: not alive("7000[1]"))
    session = quilt.cli("exec", "-d", "box", "sh", "-c", script.format(70002)).out.strip()
    eventually(lambda: alive("7000[2]"))
    quilt.cli("session", "signal", "box", session, "KILL")
    assert quilt.cli("session", "wait", "box", session).out == "137\n"
    eventually(lambda: not alive("7000[2]"))
    quilt.cli("exec", "box", "sh", "-c", "setsid sleep 70003 >/dev/null 2>&1 </dev/null &")
    assert alive("7000[3]"), "what a session left running runs on"
    quilt.cli("update", "--cpuset-cpus", "0", "box")
    quilt.cli("remove", "--force", "box")
