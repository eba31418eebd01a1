"""The stories that depend on cgroups, again on a machine that has cgroup v2 (tests/lib/vm.sh)."""
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHOSEN = ("readme_walk or exit_code or memory_limit_says or pids_limit or default_posture or update_changes or pause_freezes or memory_and_cpu "
          "or killed_at_once or (test_lifecycle and exec) or session_ends_with_all or the_tables or test_mounts or stop_signals or init_reaps or (many_layers and not options3) or a_volume_outlives or all_or_none")


@pytest.mark.skipif("QUILT_IN_VM" in os.environ, reason="this is that machine")
def test_on_a_cgroup_v2_machine():
    command = f"QUILT_TEST_DEADLINE=120 /usr/bin/python3 -m pytest -q -p no:cacheprovider --tb=short tests/system -k '{CHOSEN}'"
    done = subprocess.run([str(ROOT / "tests/lib/vm.sh"), "-t", "600", command], cwd=ROOT, capture_output=True, text=True, timeout=900)
    print(done.stdout[-6000:], done.stderr[-2000:])
    assert done.returncode == 0 and " passed" in done.stdout and "skipped" not in done.stdout
