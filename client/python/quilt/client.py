"""The blocking client."""
import time
from typing import Any, Dict, Generic, Iterator, List, Optional, Tuple, TypeVar

import zmq
from zmq.utils.monitor import recv_monitor_message

from . import flow
from .flow import Completed, Error
from .streams import Data, Streams, input_of

T = TypeVar("T")


class _Runner:
    """Takes a flow's steps with a socket of its own."""

    def __init__(self, context: zmq.Context, run_dir: str):
        self.context, self.run_dir, self.socket, self.monitor, self.connected = context, run_dir, None, None, False

    def open(self, name: str) -> None:
        self.close()
        self.socket = self.context.socket(zmq.DEALER)
        self.socket.linger = 0
        self.monitor, self.connected = self.socket.get_monitor_socket(zmq.EVENT_CONNECTED | zmq.EVENT_DISCONNECTED), False
        self.poller = zmq.Poller()
        self.poller.register(self.socket, zmq.POLLIN)
        self.poller.register(self.monitor, zmq.POLLIN)
        self.socket.connect(f"ipc://{self.run_dir}/{name}.sock")

    def close(self) -> None:
        if self.socket is not None:
            self.socket.disable_monitor()
            self.socket.close()
        self.socket = None

    def receive(self, seconds: float) -> Any:
        end = time.monotonic() + seconds
        while True:
            ready = dict(self.poller.poll(max(0, end - time.monotonic()) * 1000))
            if self.socket in ready:
                return self.socket.recv_multipart()
            if self.monitor not in ready:
                return None
            event = recv_monitor_message(self.monitor)["event"]
            if event == zmq.EVENT_DISCONNECTED:
                return flow.LOST
            self.connected = True

    def step(self, step: Tuple[str, Any]) -> Any:
        what, value = step
        if what == "open":
            self.open(value)
        elif what == "send":
            self.socket.send_multipart(value)
        elif what == "receive":
            return self.receive(value)
        elif what == "connected":
            return self.connected
        elif what == "sleep":
            time.sleep(value)
        return None


class Items(Generic[T]):
    """Iterates what a flow gives."""

    def __init__(self, runner: _Runner, steps: flow.Flow):
        self._runner, self._steps, self._answer = runner, steps, None

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        try:
            while True:
                step = self._steps.send(self._answer)
                self._answer = None
                if step[0] == "item":
                    return step[1]
                self._answer = self._runner.step(step)
        except StopIteration:
            self.close()
            raise
        except Exception:
            self.close()
            raise

    def close(self) -> None:
        self._steps.close()
        self._runner.close()

    def __enter__(self) -> "Items[T]":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()


class Stream(Items[Tuple[str, bytes]]):
    """(\"stdout\" | \"stderr\", bytes), until the command ends; then `exit` says how."""

    def __init__(self, runner: _Runner, state: flow.StreamState, steps: flow.Flow):
        super().__init__(runner, steps)
        self.state = state

    @property
    def exit(self) -> Optional[Dict[str, Any]]:
        return self.state.exit

    @property
    def dropped(self) -> int:
        return self.state.dropped

    @property
    def container(self) -> str:
        return self.state.container

    def collect(self) -> Completed:
        parts: Dict[str, List[bytes]] = {"stdout": [], "stderr": []}
        for name, data in self:
            parts[name].append(data)
        exit = self.exit or {}
        return Completed(exit.get("code"), b"".join(parts["stdout"]), b"".join(parts["stderr"]), exit)


class Client(Streams):
    """One connection a request: it may be used from several threads."""

    def __init__(self, run_dir: Optional[str] = None):
        self.run_dir, self._context = flow.directory(run_dir), zmq.Context()

    def close(self) -> None:
        self._context.destroy(linger=0)

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def _runner(self) -> _Runner:
        return _Runner(self._context, self.run_dir)

    def call(self, verb: str, args: Dict[str, Any], *, idem: Optional[str] = None, timeout: Optional[float] = None) -> Dict[str, Any]:
        """Any verb that is answered once. `idem` is a key of yours: the same key again is the same request."""
        runner, steps, answer = self._runner(), flow.call(verb, args, idem, timeout), None
        try:
            while True:
                answer = runner.step(steps.send(answer))
        except StopIteration as done:
            return done.value
        finally:
            runner.close()

    def _verb(self, verb: str, args: Dict[str, Any]) -> Dict[str, Any]:
        return self.call(verb, args)

    # ---- streams
    def _stream(self, state: flow.StreamState, first: Tuple[str, Dict[str, Any], Optional[str]], again: str, trim: bool = False) -> Stream:
        return Stream(self._runner(), state, flow.stream(state, first, again, trim))

    def container_run(self, **spec: Any) -> Dict[str, Any]:
        """Create and start; answered when it runs."""
        return self.call("container.run", spec, idem=spec.pop("idem", None))

    def exec(self, container: str, argv: List[str], **more: Any) -> Completed:
        """A further process, to its end."""
        return self.exec_stream(container, argv, **more).collect()

    def exec_detached(self, container: str, argv: List[str], *, exec_id: Optional[str] = None, **more: Any) -> str:
        """Its session's id, when it runs."""
        exec_id = exec_id or flow.new_exec_id()
        return self.call("exec.start", {"container": container, "argv": argv, "detach": True, "exec_id": exec_id, **more})["exec_id"]

    # ---- copies
    def copy_out(self, container: str, *paths: str) -> Iterator[bytes]:
        """A tar archive, in pieces."""
        id = self.call("container.copy_out", {"container": container, "paths": list(paths), "exec_id": flow.new_exec_id()})["exec_id"]
        state, errors = flow.StreamState(container, id), []
        for name, data in self._stream(state, ("exec.read", {"container": container, "exec_id": id}, None), "exec.read", trim=True):
            if name == "stdout":
                yield data
            else:
                errors.append(data)
        _check_copy(state.exit, errors)

    def copy_in(self, container: str, path: str, archive: Data) -> None:
        """A tar archive into a directory, or as a new name."""
        id = self.call("container.copy_in", {"container": container, "path": path, "exec_id": flow.new_exec_id()})["exec_id"]
        state = flow.StreamState(container, id)
        state.input = input_of(archive)
        done = self._stream(state, ("exec.read", {"container": container, "exec_id": id}, None), "exec.read").collect()
        _check_copy(done.exit, [done.err])

    # ---- events
    def events(self, since: int = 0, *, container: Optional[str] = None, follow: bool = True) -> Items[Dict[str, Any]]:
        """Each event once and in order, over restarts of everything."""
        return Items(self._runner(), flow.events(since, container, follow))


def _check_copy(exit: Optional[Dict[str, Any]], errors: List[bytes]) -> None:
    if not exit or exit.get("code") != 0:
        lines = [x for x in b"".join(errors).decode(errors="replace").splitlines() if not x.startswith("total ")]
        raise Error("failed", "; ".join(lines) or "the copy did not end well")
