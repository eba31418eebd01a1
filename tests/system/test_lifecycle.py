"""Every lifecycle verb, in every state that matters."""
import os
import signal
import time

import pytest
from harness import MINIMAL, Failed, eventually, processes

FOREVER = ["sleep", "100000"]
STUBBORN = ["sh", "-c", "trap '' TERM; echo up; while :; do sleep 0.1; done"]


def create(quilt, *argv, **spec):
    return quilt.ask("container.create", image=MINIMAL, argv=list(argv), **spec)["id"]


def run(quilt, *argv, **spec):
    return quilt.ask("container.run", image=MINIMAL, argv=list(argv), **spec)["id"]


def output(quilt, ref, *options):
    return quilt.cli("logs", *options, ref).out


def test_stop_signals_waits_and_kills(quilt):
    id = run(quilt, *STUBBORN)
    eventually(lambda: "up" in output(quilt, id))
    reply = quilt.ask("container.stop", container=id, grace_ms=300)
    assert reply["exit"]["signal"] == 9 and reply["exit"]["reason"] == "stopped"
    id = run(quilt, *FOREVER)
    assert quilt.ask("container.stop", container=id)["exit"]["signal"] == 15


def test_a_stop_is_kept_when_the_monitor_dies_between_signal_and_kill(quilt):
    id = run(quilt, *STUBBORN)
    eventually(lambda: "up" in output(quilt, id))
    stop = quilt.background("stop", "-t", "1500ms", id)
    quilt.wait_state(id, "stopping")
    quilt.kill_actor("monitor")
    ended = quilt.wait_state(id, "exited")
    assert ended["exit"]["signal"] == 9 and ended["exit"]["reason"] == "stopped"
    assert stop.wait(20) == 0


def test_kill(quilt):
    id = run(quilt, *FOREVER)
    quilt.cli("kill", id)
    assert quilt.status(id)["exit"] | {"signal": 9, "reason": "killed"} == quilt.status(id)["exit"]
    assert quilt.cli("wait", id).out == "137\n"
    with pytest.raises(Failed, match="state"):
        quilt.ask("container.kill", container=id)


def test_restart_gives_a_new_incarnation(quilt):
    id = run(quilt, *FOREVER)
    first = quilt.status(id)
    quilt.cli("restart", "-t", "200ms", id)
    second = quilt.status(id)
    assert (second["state"], second["incarnation"]) == ("running", first["incarnation"] + 1)
    assert second["pid"] != first["pid"]


def test_files_survive_a_restart(quilt):
    id = run(quilt, "sh", "-c", "cat /kept || echo first; echo again > /kept")
    quilt.ask("container.wait", container=id)
    quilt.ask("container.start", container=id)
    quilt.ask("container.wait", container=id)
    assert output(quilt, id).splitlines()[-1] == "again"


def test_pause_freezes_and_kill_of_a_paused_one_works(quilt):
    id = run(quilt, *FOREVER)
    quilt.cli("pause", id)
    assert quilt.status(id)["state"] == "paused"
    quilt.cli("resume", id)
    assert quilt.status(id)["state"] == "running"
    quilt.cli("pause", id)
    quilt.cli("remove", "-f", id)
    assert quilt.status(id)["state"] == "removed"


def test_remove_needs_force_while_it_runs(quilt):
    id = run(quilt, *FOREVER)
    with pytest.raises(Failed, match="force"):
        quilt.ask("container.remove", container=id)
    quilt.ask("container.remove", container=id, force=True)
    assert quilt.ask("container.wait", container=id, condition="removed")["state"] == "removed"
    with pytest.raises(Failed, match="removed"):
        quilt.ask("container.start", container=id)


def test_rename_and_names_are_unique(quilt):
    a, b = create(quilt, "true", name="a"), create(quilt, "true", name="b")
    with pytest.raises(Failed) as e:
        create(quilt, "true", name="a")
    assert e.value.code == "exists" and "a" in e.value.message
    with pytest.raises(Failed, match="exists"):
        quilt.ask("container.rename", container="b", name="a")
    quilt.cli("rename", "b", "c")
    assert quilt.ask("container.by_name", container="c")["id"] == b
    quilt.cli("rm", "a")
    assert create(quilt, "true", name="a") != a, "the name is free again"


def test_update_changes_limits_of_a_running_container(quilt):
    id = run(quilt, *FOREVER, limits={"memory_bytes": 64 << 20})
    quilt.cli("update", "-m", "96m", "--pids-limit", "77", "--cpus", "0.5", id)
    spec = quilt.ask("container.inspect", container=id)["spec"]["limits"]
    assert (spec["memory_bytes"], spec["pids_max"], spec["cpu_millis"]) == (96 << 20, 77, 500)
    group = next(line.split(":")[2].strip() for line in open(f"/proc/{quilt.status(id)['pid']}/cgroup") if ":pids:" in line or line.startswith("0::"))
    roots = ["/sys/fs/cgroup/pids", "/sys/fs/cgroup", "/sys/fs/cgroup/unified"]
    assert any(os.path.exists(f"{r}{group}/pids.max") and open(f"{r}{group}/pids.max").read() == "77\n" for r in roots)


def test_wait_conditions(quilt):
    id = run(quilt, *FOREVER)
    assert quilt.ask("container.wait", container=id, condition="running")["state"] == "running"
    waiting = quilt.background("wait", id)
    quilt.cli("stop", id)
    assert waiting.wait(20) == 0 and waiting.stdout.read() == b"143\n"
    assert quilt.cli("wait", "--for", "removed", "--timeout", "300ms", id, check=False).returncode == 124


def test_timeout_stops_and_says_so(quilt):
    done = quilt.cli("run", "--timeout", "300ms", MINIMAL, *FOREVER, check=False)
    assert done.returncode == 143 and "timeout" in done.err


def test_restart_policies(quilt):
    id = run(quilt, "sh", "-c", "exit 3", restart="on-failure", restart_max=2)
    eventually(lambda: quilt.status(id)["incarnation"] == 3 and quilt.status(id)["state"] == "exited")
    assert quilt.status(id)["restarts"] == 2
    always = run(quilt, "true", restart="always")
    eventually(lambda: quilt.status(always)["incarnation"] >= 3)
    quilt.cli("stop", always)
    before = quilt.status(always)["incarnation"]
    quilt.kill_actor("monitor")
    assert quilt.status(always)["incarnation"] == before, "stopped stays stopped"


def test_auto_remove(quilt):
    quilt.cli("run", "--rm", MINIMAL, "true")
    id = quilt.run_d("--rm", MINIMAL, "true")
    assert quilt.ask("container.wait", container=id, condition="removed")["exit"]["code"] == 0
    eventually(lambda: not list((quilt.state / "containers").iterdir()))


def test_memory_and_cpu_are_true(quilt):
    id = run(quilt, "sh", "-c", "dd if=/dev/zero of=/dev/shm/x bs=1M count=40 2>/dev/null; while :; do :; done")
    used = eventually(lambda: (s := quilt.status(id)).get("memory_bytes", 0) > 40 << 20 and s)
    assert used["memory_bytes"] < 60 << 20
    eventually(lambda: quilt.status(id)["cpu_ns"] > used["cpu_ns"])


def test_prefix_name_and_unknown(quilt):
    id = create(quilt, "true")
    assert quilt.status(id[:6])["id"] == id
    with pytest.raises(Failed, match="not_found.*nobody"):
        quilt.status("nobody")
    for _ in range(40):
        create(quilt, "true")
    ids = quilt.cli("list", "-aq").out.split()
    first = next(c for c in "0123456789abcdef" if sum(i.startswith(c) for i in ids) > 1)
    with pytest.raises(Failed, match="prefix of several"):
        quilt.status(first)


def test_logs_options(quilt):
    id = run(quilt, "sh", "-c", "for i in 1 2 3 4 5; do echo out$i; echo err$i >&2; done; printf tail")
    quilt.ask("container.wait", container=id)
    assert output(quilt, id, "--stream", "stdout") == "out1\nout2\nout3\nout4\nout5\ntail"
    assert output(quilt, id, "--tail", "2", "--stream", "stdout") == "out5\ntail"
    assert output(quilt, id, "--tail", "0") == ""
    assert quilt.cli("logs", "--stream", "stderr", id).err.splitlines() == [f"err{i}" for i in range(1, 6)]
    assert output(quilt, id, "--since", "1h", "--stream", "stdout").startswith("out1")
    assert output(quilt, id, "--until", "1h", "--stream", "stdout") == ""
    assert all(line[4] == "-" and "Z " in line for line in output(quilt, id, "-t", "--stream", "stdout").splitlines())


def test_large_output_is_complete(quilt):
    done = quilt.cli("run", "--rm", MINIMAL, "sh", "-c", "i=0; while [ $i -lt 20000 ]; do echo line $i of the output; i=$((i+1)); done")
    assert done.out == "".join(f"line {i} of the output\n" for i in range(20000))


def test_log_rotation_keeps_a_bound_and_says_what_was_dropped(quilt):
    id = run(quilt, "sh", "-c", "head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end", log_max_bytes=1 << 20)
    exit = quilt.ask("container.wait", container=id)["exit"]
    assert exit["log_dropped_bytes"] > 1000000 and output(quilt, id, "--tail", "1") == "end\n"
    assert sum(f.stat().st_size for f in (quilt.state / "containers" / id / "log").iterdir()) < 1.3 * (1 << 20)


def test_init_reaps_orphans(quilt):
    id = run(quilt, "sh", "-c", "for i in 1 2 3 4 5; do (sleep 0.05 &) ; done; sleep 1000")
    eventually(lambda: quilt.cli("exec", id, "sh", "-c", "ps | grep -c '[s]leep 0.05'", check=False).out.strip() == "0")
    assert "Z" not in quilt.cli("exec", id, "sh", "-c", "cat /proc/[0-9]*/stat | cut -d' ' -f3").out


def test_events_tell_the_whole_story(quilt):
    id = run(quilt, "true", name="story")
    quilt.ask("container.wait", container=id)
    quilt.ask("container.remove", container=id)
    mine = [e for e in quilt.events() if e.get("container") == id]
    assert [e["type"] for e in mine] == ["created", "starting", "started", "exited", "removing", "removed"]
    assert [e["cseq"] for e in mine] == list(range(1, 7))
    every = quilt.events()
    assert [e["seq"] for e in every] == list(range(1, len(every) + 1))
    assert mine[0]["cause"] == {"verb": "container.run", "uid": 0}
