#!/usr/bin/python3
"""tree.py - what has to stay true of the tree: includes point one way, files and functions are small,
docs name every verb and event, nothing unfinished or forbidden is in it."""
import pathlib
import re
import subprocess
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parents[2]
LAYERS = {"base": {"base"}, "protocol": {"base", "protocol"}, "runtime": {"base", "runtime"},
          "client": {"base", "protocol", "client"}, "actors": {"base", "protocol", "runtime", "actors"}}
# longer than the habit, each for a reason; the list shrinks
LONG_FILES = {"client/cli/create.c": "one option after another", "protocol/generate.py": "the generator is one file by design",
              "actors/frontdoor/frontdoor.c": "one process that owns no data structure",
              "actors/monitor/monitor.c": "one verb after another", "actors/monitor/exec.c": "one state machine for commands and for work of ours", "runtime/keeper.c": "one process without libraries, one state", "actors/monitor/container.c": "one state machine"}
LONG_FUNCTIONS = {"update_row": "one statement with twenty parameters", "apply": "one line an option", "send_step": "one move of seven kinds",
                  "unpack": "", "limit_option": "one line an option"}
FORBIDDEN = re.compile(r"\b(system|popen|strcpy_|strcat_|sprintf_|gets|tmpnam|alloca|atol|vfork)\s*\(")


def sources():
    names = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return [n for n in names if n.endswith((".c", ".h", ".py", ".sh")) and not n.startswith(("protocol/gen/", "base/errors", "tests/golden/", "client/python/quilt/messages"))
            and (ROOT / n).exists()]


def functions(text):
    for m in re.finditer(r"^(?:[a-z_].*\n)?[a-z_][^\n;={]*?(\w+)\([^;{]*\)\n\{\n(.*?)^\}", text, re.M | re.S):
        yield m.group(1), m.group(2).count("\n")


def main():
    wrong = []
    for name in sources():
        text = (ROOT / name).read_text()
        layer = name.split("/")[0]
        if text.count("\n") > 800 and name not in LONG_FILES:
            wrong.append(f"{name}: {text.count(chr(10))} lines: split it, or give a reason in tests/tools/tree.py")
        if not name.endswith((".c", ".h")) or layer not in LAYERS:
            continue
        for include in re.findall(r'#include "([a-z]+)/', text):
            if include not in LAYERS[layer]:
                wrong.append(f"{name}: {layer} must not include {include}/")
        for function, lines in functions(text):
            if lines > 60 and function not in LONG_FUNCTIONS:
                wrong.append(f"{name}: {function} has {lines} lines: split it, or give a reason in tests/tools/tree.py")
        for bad in FORBIDDEN.findall(text):
            wrong.append(f"{name}: {bad}() is forbidden")
        if re.search(r"\b(TODO|FIXME|XXX)\b", text):
            wrong.append(f"{name}: something unfinished")
        if layer == "actors" and re.search(r"sqlite3_exec\(.*%s|\"[^\"]*(SELECT|INSERT|UPDATE|DELETE)[^\"]*%", text):
            wrong.append(f"{name}: SQL is never put together from text")
    for unwanted in ("common", "misc", "utils", "helpers", "manager"):
        wrong += [f"{n}: no file is called {unwanted}" for n in sources() if unwanted in pathlib.Path(n).stem]
    model = tomllib.loads((ROOT / "protocol/quilt.toml").read_text())
    docs = (ROOT / "docs/protocol.md").read_text()
    wrong += [f"docs/protocol.md lacks {v}" for v in [*model["request"], *model["event"], *model["error"]] if f"`{v}`" not in docs]
    main_c = (ROOT / "client/cli/main.c").read_text()
    readme = (ROOT / "README.md").read_text()
    wrong += [f"README.md lacks quilt {v}" for v in re.findall(r'^    \{ "(\w+)", "[^"]*", "', main_c, re.M) if f"`{v}`" not in readme and f"quilt {v}" not in readme]
    for name in ("README.md", "HACKING.md", "SECURITY.md", "CHANGELOG.md", "docs/architecture.md", "docs/glossary.md"):
        if not (ROOT / name).exists():
            wrong.append(f"{name} is missing")
            continue
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / name).read_text()):
            if not ((ROOT / name).parent / target).exists():
                wrong.append(f"{name}: the link to {target} leads nowhere")
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
