"""What a client does, without doing it: requests, retries, resuming, as generators of steps.

A flow yields steps and gets their outcome:
    ("open", "control" | "data")   a socket of its own          -> None
    ("send", frames)                                            -> None
    ("receive", seconds)           the next message's frames, None when the time is over, LOST when the connection is
    ("connected", None)            whether there has been a connection
    ("sleep", seconds)                                          -> None
    ("item", value)                for who iterates             -> None
client.py takes the steps with blocking sockets, aio.py with asyncio.
"""
import itertools
import os
import time
import uuid
from typing import Any, Dict, Generator, Iterable, List, NamedTuple, Optional, Tuple

import msgpack

from .messages import VERBS, MessageError, request

Flow = Generator[Tuple[str, Any], Any, Any]

LOST = False
RETRY_SECONDS = 15.0                    # a daemon that restarts an actor needs a part of one
PAUSE_SECONDS = 0.05
CREDIT = 1 << 20
CHUNK = 1 << 18


class Error(Exception):
    """What the daemon refused, or what could not be asked."""

    def __init__(self, code: str, message: str, retryable: bool = False, detail: Optional[Dict[str, Any]] = None):
        super().__init__(f"{code}: {message}")
        self.code, self.message, self.retryable, self.detail = code, message, retryable, detail or {}


class Completed(NamedTuple):
    """How a command ended, and all of its output. code is None when a signal ended it, or nobody knows."""
    code: Optional[int]
    out: bytes
    err: bytes
    exit: Dict[str, Any]


_numbers = itertools.count(1)


def directory(given: Optional[str]) -> str:
    return given or os.environ.get("QUILT_RUN_DIR") or "/run/quilt"


def _frame(number: int, verb: str, args: Dict[str, Any], idem: Optional[str] = None, deadline: Optional[float] = None) -> List[bytes]:
    try:
        body = request(number, verb, {k: v for k, v in args.items() if v is not None}, max(1, int(deadline * 1000)) if deadline else None, idem)
    except MessageError as e:
        raise Error("invalid", str(e)) from None
    return [msgpack.packb(body)]


def _unpack(frames: List[bytes]) -> Tuple[Dict[str, Any], bytes]:
    frames = [f for f in frames if f] if len(frames) > 1 and not frames[0] else frames
    return msgpack.unpackb(frames[0], strict_map_key=False), frames[1] if len(frames) > 1 else b""


def _raise(reply: Dict[str, Any]) -> None:
    if not reply["ok"]:
        e = reply["error"]
        raise Error(e["code"], e["message"], e["retryable"], e.get("detail"))


class Patience:
    """Until when it is tried again; progress begins it anew."""

    def __init__(self) -> None:
        self.progress()

    def progress(self) -> None:
        self.until = time.monotonic() + RETRY_SECONDS

    def over(self) -> bool:
        return time.monotonic() > self.until


def _ask(number: int, verb: str, args: Dict[str, Any], idem: Optional[str], timeout: Optional[float], patience: Patience) -> Flow:
    """One request, one reply. The daemon answers within its own deadline, or is not there."""
    end = None if timeout is None else time.monotonic() + timeout
    yield "send", _frame(number, verb, args, idem, timeout)
    while True:
        if end is not None and time.monotonic() > end + 1.0:
            raise Error("deadline", f"{verb}: no answer within {timeout} s", True)
        frames = yield "receive", 1.0
        if frames is LOST:
            return None                 # whether it was done is not known: who asked decides
        if frames is None and patience.over() and not (yield "connected", None):
            raise Error("unavailable", "no daemon answers there", True)
        if frames is None:
            continue
        reply, _ = _unpack(frames)
        if reply["id"] == number and not reply.get("more"):
            _raise(reply)
            return reply.get("result") or {}


def call(verb: str, args: Dict[str, Any], idem: Optional[str] = None, timeout: Optional[float] = None) -> Flow:
    """A request until it is answered: again after a lost answer, with a key where it changes something."""
    if verb in VERBS and VERBS[verb][4] and not idem:
        idem = "py-" + uuid.uuid4().hex
    patience = Patience()
    yield "open", "control"
    while True:
        try:
            result = yield from _ask(next(_numbers), verb, args, idem, timeout, patience)
            if result is not None:
                return result
            if patience.over():
                raise Error("unavailable", f"{verb}: the connection was lost again and again", True)
        except Error as e:
            if not e.retryable or e.code in ("exhausted", "deadline") or patience.over():
                raise
        yield "sleep", PAUSE_SECONDS
        yield "open", "control"


class StreamState:
    """Where a stream is; `exit` once it has ended."""

    def __init__(self, container: str, exec_id: Optional[str] = None):
        self.container, self.exec_id = container, exec_id
        self.position, self.dropped, self.placed, self.begun = 0, 0, False, False
        self.exit: Optional[Dict[str, Any]] = None
        self.input: Optional["Input"] = None


class Input:
    """Bytes on their way to a standard input, by offset: each is taken once."""

    def __init__(self, data: Iterable[bytes]):
        self.chunks = iter(data)
        self.offset, self.held, self.end, self.asked, self.sent, self.over = 0, b"", False, 0, 0, False

    def more(self) -> None:
        if not self.held and not self.end:
            try:
                self.held = bytes(next(self.chunks))
            except StopIteration:
                self.end = True

    def frame(self, state: StreamState) -> List[bytes]:
        piece = self.held[:CHUNK]
        args: Dict[str, Any] = {"container": state.container, "offset": self.offset, "end": self.end and len(piece) == len(self.held)}
        if piece:
            args["data"] = piece
        if state.exec_id:
            args["exec_id"] = state.exec_id
        self.asked, self.sent = next(_numbers), len(piece)
        return _frame(self.asked, "exec.write" if state.exec_id else "container.write", args)

    def taken(self, result: Dict[str, Any]) -> None:
        self.asked = 0
        self.offset, self.held = self.offset + self.sent, self.held[self.sent:]
        self.over = bool(result.get("ended")) or (self.end and not self.held)


def stream(state: StreamState, first: Tuple[str, Dict[str, Any], Optional[str]], again: str, trim: bool = False) -> Flow:
    """Parts of `first`'s stream as ("item", (stream, bytes)); after a lost connection, `again` from where it was."""
    patience, verb, args, idem, credit = Patience(), *first, 0
    while True:
        yield "open", "data"
        number, credit = next(_numbers), 0
        yield "send", _frame(number, verb, {**args, "credit_bytes": CREDIT}, idem)
        writer = state.input
        if writer:
            writer.asked = 0
        try:
            while True:
                if writer and not writer.asked and not writer.over and state.begun:
                    writer.more()
                    yield "send", writer.frame(state)
                frames = yield "receive", 1.0
                if frames is LOST or (frames is None and patience.over() and not (yield "connected", None)):
                    raise Error("unavailable", f"{verb}: the connection was lost", True)
                if frames is None:
                    continue
                reply, data = _unpack(frames)
                if writer and reply["id"] == writer.asked:
                    if reply["ok"]:
                        writer.taken(reply["result"])
                    elif reply["error"]["code"] in ("state", "not_found"):
                        writer.over = True      # nobody reads it any more; how it ended comes on the stream
                    elif reply["error"]["retryable"] or reply["error"]["code"] == "conflict":
                        yield "sleep", PAUSE_SECONDS
                        yield "send", writer.frame(state)
                    else:
                        _raise(reply)
                    continue
                if reply["id"] != number:
                    continue
                _raise(reply)
                state.begun = True
                result = reply.get("result") or {}
                if not reply.get("more"):
                    state.exit = result.get("exit")
                    return state
                state.container = result.get("container") or state.container
                if not data:
                    continue
                state.dropped += max(0, result["offset"] - state.position) if state.placed else 0
                state.placed, state.position = True, result["offset"] + len(data)
                patience.progress()
                yield "item", (result["stream"], data)
                credit += max(len(data), 256)
                if credit >= CREDIT // 2:
                    yield "send", _frame(next(_numbers), "stream.credit", {"stream": number, "bytes": credit})
                    if trim:
                        yield "send", _frame(next(_numbers), "exec.trim", {"container": state.container, "exec_id": state.exec_id, "offset": state.position})
                    credit = 0
        except Error as e:
            if e.code == "truncated" and e.detail.get("oldest", 0) > state.position:
                state.dropped += e.detail["oldest"] - state.position
                state.position, state.placed = e.detail["oldest"], True
            elif not e.retryable or e.code == "exhausted" or patience.over():
                raise
        yield "sleep", PAUSE_SECONDS
        if state.begun and (state.placed or first[0] != "container.logs"):  # it is known to have begun: never a second time
            verb, idem = again, None
            args = {"container": state.container, "offset": state.position}
            if state.exec_id:
                args["exec_id"] = state.exec_id
            elif first[0] == "container.logs":
                args = {**{k: v for k, v in first[1].items() if k not in ("tail", "since_ns", "after")}, "offset": state.position}
            else:
                args["follow"] = True


def events(since: int, container: Optional[str], follow: bool) -> Flow:
    """Events after `since`, each once and in order; what was compacted shows as one event of type `truncated`."""
    yield "open", "control"
    patience, after, log_id = Patience(), since, None
    while True:
        try:
            page = yield from _ask(next(_numbers), "events.read", {"after": after, "limit": 500, "wait_ms": 10000 if follow else 0, "container": container}, None, 20.0, patience)
            if page is None:
                raise Error("unavailable", "events.read: the connection was lost", True)
            patience.progress()
        except Error as e:
            if e.code == "truncated":
                yield "item", {"type": "truncated", "seq": e.detail["oldest"] - 1, "attrs": {"oldest": e.detail["oldest"]}}
                after = e.detail["oldest"] - 1
            elif e.code == "invalid" and log_id and after:
                after, log_id = 0, None  # another log: a new database begins at 1
            elif not e.retryable or patience.over():
                raise
            else:
                yield "sleep", PAUSE_SECONDS
                yield "open", "control"
            continue
        if log_id and page["log_id"] != log_id:
            after, log_id = 0, page["log_id"]
            continue
        log_id = page["log_id"]
        for event in page["events"]:
            after = event["seq"]
            yield "item", event
        if not page["events"] and not container:
            after = max(after, page["head_seq"])
        if not page["events"] and not follow:
            return None


def new_exec_id() -> str:
    return uuid.uuid4().hex[:16]
