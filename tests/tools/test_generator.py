"""protocol/generate.py: what it writes from a small model is as kept; what contradicts itself is refused by name."""
import pathlib
import subprocess
import sys

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GENERATE = ROOT / "protocol/generate.py"
SMALL = (ROOT / "tests/golden/small.toml").read_text()


def generate(tmp_path, text, *more):
    model = tmp_path / "model.toml"
    model.write_text(text)
    return subprocess.run([sys.executable, str(GENERATE), str(model), str(tmp_path / "out"), *more], capture_output=True, text=True, timeout=60)


def test_golden(tmp_path):
    assert generate(tmp_path, SMALL).returncode == 0
    for kept in (ROOT / "tests/golden/out").rglob("*"):
        if kept.is_file():
            assert (tmp_path / "out" / kept.relative_to(ROOT / "tests/golden/out")).read_text() == kept.read_text(), kept
    assert generate(tmp_path, SMALL, "--check").returncode == 0
    (tmp_path / "out/base/errors.h").write_text("old")
    stale = generate(tmp_path, SMALL, "--check")
    assert stale.returncode == 1 and "errors.h is stale" in stale.stderr


@pytest.mark.parametrize("change,word", [
    (("type = \"name\"", "type = \"nothing\""), "unknown type 'nothing'"),
    (("to = \"one\"", "to = \"nobody\""), "nobody"),
    (("role = \"low\"", "role = \"top\""), "unknown role"),
    (("role = \"low\"", ""), "nobody may send it"),
    (("doc = \"Does it.\"", ""), "has no doc"),
    (("optional = true", "optional = true, default = 3"), "exclude"),
    (("name = \"count\"", "name = \"name\""), "twice"),
    (("id = 2", "id = 1"), "share an id"),
    (("is = \"str\"", "is = \"text\""), "must be str"),
    (("range = [1, 9]", "range = [9, 1]"), "range"),
    (("[struct.pair]", "[struct.name]"), "has that name"),
    (("deadline_ms = 5", "deadline = 5"), "unknown key 'deadline'"),
])
def test_must_fail(tmp_path, change, word):
    assert change[0] in SMALL
    done = generate(tmp_path, SMALL.replace(*change, 1))
    assert done.returncode == 1 and word in done.stderr and len(done.stderr.strip().splitlines()) == 1, done.stderr
