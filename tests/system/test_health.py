"""Health checks, and what is waited for; setup commands before the command."""
import os
import tarfile

import pytest
from harness import DEADLINE, IMAGES, MINIMAL, Failed, eventually, processes


def health_events(quilt, id):
    return [(e["type"], e["attrs"].get("status")) for e in quilt.events() if e.get("container") == id and e["type"] in ("health", "ready")]


def test_from_starting_to_healthy_to_unhealthy_and_back(quilt):
    id = quilt.run_d("--name", "c", "--health-cmd", "echo looked; test -e /ok", "--health-interval", "100ms", "--health-retries", "2", MINIMAL, "sleep", "100000")
    assert quilt.status("c")["health"] == "starting"
    waiting = quilt.background("wait", "--for", "healthy", "c")
    quilt.cli("exec", "c", "touch", "/ok")
    assert waiting.communicate(timeout=DEADLINE)[0] == b"healthy\n" and waiting.returncode == 0
    assert "(healthy)" in quilt.cli("ps").out
    quilt.cli("exec", "c", "rm", "/ok")
    eventually(lambda: quilt.status("c")["health"] == "unhealthy")
    for actor in ("monitor", "store"):
        quilt.kill_actor(actor)
        eventually(quilt.ready)
        assert eventually(lambda: quilt.status("c"))["health"] == "unhealthy"
    quilt.cli("exec", "c", "touch", "/ok")
    eventually(lambda: quilt.status("c")["health"] == "healthy")
    seen = health_events(quilt, id)
    assert [s for s in seen if s[0] == "health"] == [("health", "healthy"), ("health", "unhealthy"), ("health", "healthy")] and seen.count(("ready", None)) == 1
    failed = [e["attrs"] for e in quilt.events() if e["type"] == "health" and e["attrs"]["status"] == "unhealthy"][0]
    assert failed["output"] == "looked\n" and failed["code"] == 1
    assert quilt.ask("exec.list", container="c")["sessions"] == [] or all(not s["exec_id"].startswith("-health") for s in quilt.ask("exec.list", container="c")["sessions"])
    assert quilt.cli("logs", "c").out == "", "what a check prints is not the container's output"
    quilt.cli("stop", "-t", "0s", "c")
    assert "health" not in quilt.status("c")


def test_what_is_done_with_an_unhealthy_one(quilt):
    id = quilt.run_d("--name", "stops", "--health-cmd", "false", "--health-interval", "100ms", "--health-retries", "1", "--health-on-failure", "stop", MINIMAL, "sh", "-c", "trap 'exit 3' TERM; while :; do sleep 0.05; done")
    assert quilt.cli("wait", "stops").out == "3\n"
    assert quilt.status("stops")["exit"]["reason"] == "unhealthy"
    assert "its health check failed 1 times in a row" in quilt.cli("why", "stops").out
    id = quilt.run_d("--name", "again", "--health-cmd", "test ! -e /bad", "--health-interval", "100ms", "--health-retries", "1", "--health-on-failure", "restart",
                     MINIMAL, "sh", "-c", "rm -f /bad; exec sleep 100000")
    quilt.cli("wait", "--for", "healthy", "again")
    quilt.cli("exec", "again", "touch", "/bad")
    eventually(lambda: quilt.status("again")["incarnation"] == 2)
    quilt.cli("wait", "--for", "healthy", "again")
    assert health_events(quilt, id).count(("ready", None)) == 2


def test_a_check_that_hangs_is_a_failure_and_is_killed(quilt):
    quilt.run_d("--name", "c", "--health-cmd", "sleep 70007 & sleep 70007", "--health-interval", "100ms", "--health-timeout", "200ms", "--health-retries", "2", MINIMAL, "sleep", "100000")
    eventually(lambda: quilt.status("c")["health"] == "unhealthy")
    assert "longer than 200 ms" in [e for e in quilt.events() if e["type"] == "health"][-1]["attrs"]["output"]
    quilt.cli("pause", "c")
    quilt.cli("resume", "c")
    quilt.kill_actor("monitor")
    begin = quilt.status("c")["uptime_ns"]
    eventually(lambda: quilt.status("c")["uptime_ns"] > begin + 2000000000)     # some six more checks
    assert int(quilt.cli("exec", "c", "sh", "-c", "ps | grep -c '[s]leep 70007'", check=False).out) <= 3, "of one check at a time"


def test_the_start_period_forgives(quilt):
    quilt.run_d("--name", "c", "--health-cmd", "false", "--health-interval", "100ms", "--health-retries", "1", "--health-start-period", "100s", MINIMAL, "sleep", "100000")
    quilt.run_d("--name", "d", "--health-cmd", "false", "--health-interval", "100ms", "--health-retries", "1", MINIMAL, "sleep", "100000")
    eventually(lambda: quilt.status("d")["health"] == "unhealthy")
    assert quilt.status("c")["health"] == "starting"


def test_waiting_ends_with_the_container(quilt):
    quilt.run_d("--name", "c", "--health-cmd", "false", MINIMAL, "sh", "-c", "while ! [ -e /go ]; do sleep 0.02; done; exit 4")
    waiting = [quilt.background("wait", "--for", what, "c") for what in ("healthy", "ready")]
    quilt.cli("exec", "c", "touch", "/go")
    for w in waiting:
        assert w.communicate(timeout=DEADLINE)[0] == b"4\n"
    quilt.run_d("--name", "plain", MINIMAL, "sleep", "100000")
    assert quilt.cli("wait", "--for", "ready", "plain").out == "running\n"
    assert quilt.cli("wait", "--for", "running", "plain").out == "running\n"
    refused = quilt.cli("wait", "--for", "healthy", "plain", check=False)
    assert refused.returncode == 125 and "has no health check" in refused.err
    waiting = quilt.background("wait", "--for", "removed", "plain")
    quilt.cli("remove", "-f", "plain")
    assert waiting.wait(DEADLINE) == 0
    for bad in (("--health-retries", "2"), ("--health-cmd", "x", "--health-interval", "1ms"), ("--health-cmd", "x", "--health-retries", "0"), ("--health-cmd", "x", "--health-on-failure", "die")):
        assert quilt.cli("run", "-d", *bad, MINIMAL, "true", check=False).returncode == 125


# ---------------------------------------------------------------- setup

def test_setup_commands_come_first(quilt):
    done = quilt.cli("run", "--rm", "--user", "1000:1000", "--setup", "id -u; echo one > /made", "--setup", "cat /made; echo err >&2", MINIMAL, "sh", "-c", "id -u; cat /made")
    assert (done.out, done.err) == ("0\none\n1000\none\n", "err\n")
    done = quilt.cli("run", "--rm", "-t", "--setup", "echo before; tty || true", "--setup", "yes | head -c 100000", MINIMAL, "sh", "-c", "tty", check=False)
    assert done.out.startswith("before\nnot a tty\n") and done.out.endswith("/dev/pts/0\r\n") and len(done.out) > 100000, "setup has no terminal, the command has"
    done = quilt.cli("run", "--rm", "--userns", "100000:65536", "--setup", "id -u > /made", MINIMAL, "cat", "/made")
    assert done.out == "0\n"


def test_a_setup_command_that_fails_ends_the_start(quilt):
    id = quilt.run_d("--name", "ok", MINIMAL, "true")
    for command, error in (("echo no >&2; exit 9", "setup: echo no >&2; exit 9: exit status 9"), ("kill -9 $$", "signal 9"), ("npm: left-pad", "setup: npm: left-pad: exit status 127")):
        done = quilt.cli("run", "-d", "--name", "c", "--setup", "echo fine", "--setup", command, MINIMAL, "echo", "never", check=False)
        assert done.returncode == 125 and error in done.err, done.err
        assert quilt.status("c")["state"] == "failed" and error in quilt.status("c")["error"]
        out = quilt.cli("logs", "c")
        assert out.out == "fine\n" and "never" not in out.out
        assert error in quilt.cli("why", "c").out
        quilt.cli("remove", "c")
    for bad in ("npm:", " ", "pip:  "):
        assert "nothing to do" in quilt.cli("run", "-d", "--setup", bad, MINIMAL, "true", check=False).err


def test_the_image_s_own_package_manager_is_taken(quilt):
    """A stand-in that writes down what it was asked; names are words, never shell."""
    fake = "#!/bin/sh\\necho $0 \"$@\" >> /asked\\n"
    for manager, program, want in (("npm", "npm", "/bin/npm install --global --no-fund --no-audit typescript a b$(touch /pwned)"), ("apk", "apk", "/bin/apk add --no-cache typescript a b$(touch /pwned)"),
                                   ("pip", "pip3", "/bin/pip3 install --no-input --break-system-packages typescript a b$(touch /pwned)"),
                                   ("apt", "apt-get", "/bin/apt-get update -q\n/bin/apt-get install -y --no-install-recommends typescript a b$(touch /pwned)")):
        done = quilt.cli("run", "--rm", "--setup", f"printf '{fake}' > /bin/{program}; chmod +x /bin/{program}", "--setup", f"{manager}: typescript a b$(touch\t/pwned)", MINIMAL,
                         "sh", "-c", "cat /asked; ls /pwned", check=False)
        assert done.out.replace("touch /pwned", "touch /pwned").strip() == want, done


def test_setup_can_be_stopped_and_survives_the_monitor(quilt):
    quilt.cli("create", "--name", "c", "--setup", "touch /began; while ! [ -e /go ]; do sleep 0.02; done", MINIMAL, "sh", "-c", "echo ran; sleep 100000")
    start = quilt.background("start", "c")
    eventually(lambda: quilt.status("c")["state"] == "starting")
    quilt.kill_actor("monitor")
    eventually(lambda: quilt.status("c")["state"] == "starting")
    quilt.cli("kill", "c")
    start.wait(DEADLINE)
    status = eventually(lambda: (s := quilt.status("c"))["state"] in ("failed", "exited") and s)
    if status["state"] == "failed":
        assert "killed before its command began" in status["error"]
    else:                               # the monitor was killed between the directory and the keeper
        assert status["exit"]["reason"] == "unknown"
    assert "started" not in [e["type"] for e in quilt.events()]
    quilt.cli("remove", "c")
    quilt.cli("create", "--name", "d", "--setup", "sleep 100000", MINIMAL, "true")
    start = quilt.background("start", "d")
    eventually(lambda: quilt.status("d")["state"] == "starting")
    quilt.cli("remove", "-f", "d")
    start.wait(DEADLINE)


def test_setup_has_no_input_and_may_leave_something_running(quilt):
    done = quilt.cli("run", "-i", "--rm", "--setup", "cat > /got", MINIMAL, "sh", "-c", "cat /got; cat", input=b"mine\n")
    assert done.out == "mine\n", "the input is the command's"
    quilt.run_d("-t", "--name", "c", "--setup", "sleep 100000 & echo set", MINIMAL, "sh", "-c", "echo hi; sleep 100000")
    eventually(lambda: quilt.cli("logs", "c").out == "set\nhi\r\n")


def test_a_pause_is_no_failure_and_hides_none(quilt):
    quilt.run_d("--name", "c", "--health-cmd", "[ -e /bad ] && exit 1; sleep 0.3", "--health-interval", "100ms", "--health-timeout", "600ms", "--health-retries", "1", "--health-on-failure", "restart",
                MINIMAL, "sh", "-c", "rm -f /bad; exec sleep 100000")
    quilt.cli("wait", "--for", "healthy", "c")
    quilt.cli("pause", "c")
    begin = quilt.status("c")["uptime_ns"]
    eventually(lambda: quilt.status("c")["uptime_ns"] > begin + 1500000000)
    quilt.cli("resume", "c")
    quilt.cli("exec", "c", "touch", "/bad")
    eventually(lambda: quilt.status("c")["incarnation"] == 2)
    assert [e["attrs"]["status"] for e in quilt.events() if e["type"] == "health"][:2] == ["healthy", "unhealthy"]
