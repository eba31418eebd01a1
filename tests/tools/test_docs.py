"""What docs/protocol.md shows byte by byte is what it says."""
import json
import re

import msgpack
from harness import ROOT


def test_the_hexdumps_decode():
    shown = re.findall(r"^[→←] ((?:[0-9a-f]{2}\s+)+)= (\{.*\})$", (ROOT / "docs/protocol.md").read_text(), re.M)
    assert len(shown) >= 12
    for raw, text in shown:
        value = msgpack.unpackb(bytes.fromhex("".join(raw.split())))
        assert json.loads(json.dumps(value, default=lambda b: {"bytes": b.hex()})) == json.loads(text)
