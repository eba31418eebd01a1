"""Any process of Quilt's may be killed at any time: nothing is lost, exit codes are right."""
import os
import signal

import harness
from harness import MINIMAL, Failed, Quilt, eventually, processes

COUNT = "i=0; while [ $i -lt 40 ]; do echo line $i; i=$((i+1)); sleep 0.05; done; exit "
EXPECTED = "".join(f"line {i}\n" for i in range(40))


def test_every_process_is_killed_in_turn_under_a_reader(quilt):
    quilt.run_d("--name", "a", MINIMAL, "sh", "-c", COUNT + "5")
    logs = quilt.background("logs", "-f", "a")
    run = quilt.background("run", "--name", "b", MINIMAL, "sh", "-c", COUNT + "6")
    eventually(lambda: len(processes("quilt-keeper", quilt.run)) == 2 and quilt.cli("status", "b", check=False).returncode == 0)
    for actor in ("frontdoor", "store", "imaged", "monitor"):
        quilt.kill_actor(actor)
    keepers = eventually(lambda: processes("quilt-keeper", quilt.run))
    for pid in keepers:
        os.kill(pid, signal.SIGKILL)
    assert quilt.cli("wait", "a").out == "5\n"
    assert run.wait(30) == 6 and logs.wait(30) == 0
    assert run.stdout.read().decode() == EXPECTED and logs.stdout.read().decode() == EXPECTED
    assert quilt.cli("logs", "b").out == EXPECTED


def test_everything_is_killed_at_once_and_adopted_again(quilt):
    ids = {quilt.run_d(MINIMAL, "sh", "-c", f"echo begun; sleep 1; echo ended; exit {code}"): code for code in range(10, 16)}
    long = quilt.run_d("--name", "long", MINIMAL, "sleep", "1000")
    pid = quilt.status("long")["pid"]
    victims = [quilt.process.pid] + [p for n in ("store", "imaged", "monitor", "frontdoor") for p in processes(f"quilt-{n}", quilt.run)]
    for victim in victims:
        os.kill(victim, signal.SIGKILL)
    quilt.process.wait(10)
    quilt.start()
    for id, code in ids.items():
        assert quilt.cli("wait", id).out == f"{code}\n"
        assert quilt.cli("logs", id).out == "begun\nended\n"
    status = quilt.status(long)
    assert (status["state"], status["pid"], status["incarnation"]) == ("running", pid, 1)
    assert quilt.cli("exec", "long", "echo", "still here").out == "still here\n"


def test_sigterm_leaves_containers_running(quilt):
    id = quilt.run_d(MINIMAL, "sh", "-c", "sleep 0.5; exit 9")
    other = quilt.run_d(MINIMAL, "sleep", "1000")
    quilt.stop()
    assert len(processes("quilt-keeper", quilt.run)) >= 1
    eventually(lambda: len(processes("quilt-keeper", quilt.run)) == 1)
    quilt.start()
    assert quilt.cli("wait", id).out == "9\n", "it ended while nobody was there"
    assert quilt.status(other)["state"] == "running"


def test_killed_keeper_and_monitor_together(quilt):
    id = quilt.run_d(MINIMAL, "sh", "-c", "sleep 1; exit 4")
    keeper = processes("quilt-keeper", quilt.run)
    for pid in processes("quilt-monitor", quilt.run) + keeper:
        os.kill(pid, signal.SIGKILL)
    eventually(lambda: quilt.status(id)["state"] == "exited")
    assert quilt.status(id)["exit"]["code"] == 4


def test_a_damaged_database_is_set_aside_and_rebuilt(quilt):
    running = quilt.run_d("--name", "runs", MINIMAL, "sleep", "1000")
    ended = quilt.run_d("--name", "ended", MINIMAL, "sh", "-c", "exit 3")
    quilt.cli("wait", ended)
    created = quilt.cli("create", "--name", "made", MINIMAL, "true").out.strip()
    log_id = quilt.ask("hello")["log_id"]
    quilt.stop()
    database = quilt.state / "db/quilt.db"
    database.write_bytes(b"this is not a database, it is a test" * 1000)
    quilt.start()
    states = {c["id"]: c["state"] for c in quilt.ask("container.list", all=True)["containers"]}
    assert states == {running: "running", ended: "exited", created: "created"}
    assert quilt.status("ended")["exit"]["code"] == 3
    assert quilt.ask("hello")["log_id"] != log_id
    assert any(e["type"] == "database_rebuilt" for e in quilt.events())
    assert list((quilt.state / "db").glob("quilt.db.damaged-*"))
    assert quilt.cli("exec", "runs", "true").returncode == 0


def test_a_deleted_database_is_rebuilt_while_a_container_runs(quilt):
    id = quilt.run_d("--name", "runs", MINIMAL, "sleep", "1000")
    for file in (quilt.state / "db").glob("quilt.db*"):
        file.unlink()
    quilt.kill_actor("store")            # the monitor sees that it is new, and starts over
    eventually(lambda: quilt.cli("status", "runs", "--format", "{id} {state}", check=False).out.strip() == f"{id} running")


def test_a_request_that_the_store_forgot_is_asked_again():
    """The store kills itself before and after a commit: each create is there once."""
    for point in ("before", "after"):
        with Quilt(environment={"QUILT_FAULT": f"store.{point}_commit=kill:6"}) as q:
            made = [q.ask("container.create", image=MINIMAL, argv=["true"], name=f"n{i}")["id"] for i in range(6)]
            assert sorted(c["id"] for c in q.ask("container.list", all=True)["containers"]) == sorted(made)
            names = [e["attrs"]["name"] for e in q.events() if e["type"] == "created"]
            assert sorted(names) == sorted(f"n{i}" for i in range(6))


def test_idempotency_keys(quilt):
    spec = dict(image=MINIMAL, argv=["sleep", "1000"])
    first = quilt.ask("container.run", idem="k1", **spec)["id"]
    quilt.kill_actor("store")
    assert quilt.ask("container.run", idem="k1", **spec)["id"] == first
    assert len(quilt.ask("container.list")["containers"]) == 1
    try:
        quilt.ask("container.run", idem="k1", image=MINIMAL, argv=["true"])
        raise AssertionError("another body was accepted")
    except Failed as e:
        assert e.code == "conflict"
    assert quilt.ask("operation.get", key="k1")["operation"]["container"] == first
    quilt.cli("create", MINIMAL, "true")
    assert [o["key"] for o in quilt.ask("operation.list")["operations"]] == ["k1"], "only what clients chose"
    assert quilt.ask("container.inspect", container=first)["phases"]["spawn_ns"] > 0


def test_two_instances_do_not_touch_each_other(quilt):
    with Quilt() as other:
        mine, theirs = quilt.run_d("--name", "x", MINIMAL, "sleep", "1000"), other.run_d("--name", "x", MINIMAL, "sleep", "1000")
        quilt.kill_actor("monitor")
        assert other.status(theirs)["state"] == "running" and quilt.status(mine)["state"] == "running"
        assert other.instance_name() != quilt.instance_name()
        other.cli("rm", "-f", "x")
        assert quilt.status(mine)["state"] == "running"


def test_a_second_daemon_is_refused(quilt):
    import subprocess
    done = subprocess.run([str(harness.TREE / "sbin/quiltd"), "--run-dir", str(quilt.run), "--state-dir", str(quilt.state)], capture_output=True, timeout=20)
    assert done.returncode == 75 and str(quilt.run).encode() in done.stderr
    assert quilt.cli("health").returncode == 0


def test_keepers_are_small(quilt):
    quilt.run_d(MINIMAL, "sleep", "1000")
    (pid,) = processes("quilt-keeper", quilt.run)
    rollup = dict(line.split(":") for line in open(f"/proc/{pid}/smaps_rollup") if ":" in line)
    private = sum(int(rollup[k].split()[0]) for k in ("Private_Clean", "Private_Dirty"))
    assert private < 200, f"{private} KiB"


def test_an_actor_that_hangs_is_restarted_and_leaves_a_record(quilt):
    """SIGSTOP: the pings through its loop go unanswered; meanwhile and afterwards state can be read."""
    id = quilt.run_d(MINIMAL, "sh", "-c", "sleep 3; exit 8")
    (old,) = processes("quilt-imaged", quilt.run)
    os.kill(old, signal.SIGSTOP)
    assert quilt.status(id)["state"] == "running"
    eventually(lambda: processes("quilt-imaged", quilt.run) not in ([], [old]) and quilt.ready(), 40)
    assert quilt.cli("wait", id).out == "8\n"
    assert any(e["type"] == "actor_restarted" and e["attrs"]["actor"] == "imaged" for e in quilt.events())
