"""The same client for asyncio."""
import asyncio
import time
from typing import Any, AsyncIterator, Dict, Generic, List, Optional, Tuple, TypeVar

import zmq
import zmq.asyncio
from zmq.utils.monitor import parse_monitor_message

from . import flow
from .client import _check_copy
from .flow import Completed
from .streams import Data, Streams, input_of

T = TypeVar("T")


class _Runner:
    def __init__(self, context: zmq.asyncio.Context, run_dir: str):
        self.context, self.run_dir, self.socket, self.monitor, self.connected = context, run_dir, None, None, False

    def close(self) -> None:
        if self.socket is not None:
            self.socket.disable_monitor()
            self.socket.close(linger=0)
        self.socket = None

    async def receive(self, seconds: float) -> Any:
        end = time.monotonic() + seconds
        while True:
            ready = dict(await self.poller.poll(int(max(0, end - time.monotonic()) * 1000)))
            if self.socket in ready:
                return await self.socket.recv_multipart()
            if self.monitor not in ready:
                return None
            event = parse_monitor_message(await self.monitor.recv_multipart())["event"]
            if event == zmq.EVENT_DISCONNECTED:
                return flow.LOST
            self.connected = True

    async def step(self, step: Tuple[str, Any]) -> Any:
        what, value = step
        if what == "open":
            self.close()
            self.socket = self.context.socket(zmq.DEALER)
            self.monitor, self.connected = self.socket.get_monitor_socket(zmq.EVENT_CONNECTED | zmq.EVENT_DISCONNECTED), False
            self.poller = zmq.asyncio.Poller()
            self.poller.register(self.socket, zmq.POLLIN)
            self.poller.register(self.monitor, zmq.POLLIN)
            self.socket.connect(f"ipc://{self.run_dir}/{value}.sock")
        elif what == "send":
            await self.socket.send_multipart(value)
        elif what == "receive":
            return await self.receive(value)
        elif what == "connected":
            return self.connected
        elif what == "sleep":
            await asyncio.sleep(value)
        return None


class Items(Generic[T]):
    def __init__(self, runner: _Runner, steps: flow.Flow):
        self._runner, self._steps, self._answer = runner, steps, None

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        try:
            while True:
                step = self._steps.send(self._answer)
                self._answer = None
                if step[0] == "item":
                    return step[1]
                self._answer = await self._runner.step(step)
        except StopIteration:
            await self.aclose()
            raise StopAsyncIteration from None
        except BaseException:
            await self.aclose()
            raise

    async def aclose(self) -> None:
        self._steps.close()
        self._runner.close()


class Stream(Items[Tuple[str, bytes]]):
    def __init__(self, runner: _Runner, state: flow.StreamState, steps: flow.Flow):
        super().__init__(runner, steps)
        self.state = state

    @property
    def exit(self) -> Optional[Dict[str, Any]]:
        return self.state.exit

    @property
    def dropped(self) -> int:
        return self.state.dropped

    async def collect(self) -> Completed:
        parts: Dict[str, List[bytes]] = {"stdout": [], "stderr": []}
        async for name, data in self:
            parts[name].append(data)
        exit = self.exit or {}
        return Completed(exit.get("code"), b"".join(parts["stdout"]), b"".join(parts["stderr"]), exit)


class Client(Streams):
    """`await q.container_stop(container=…)`, `async for stream, data in q.run(…)`."""

    def __init__(self, run_dir: Optional[str] = None):
        self.run_dir, self._context = flow.directory(run_dir), zmq.asyncio.Context()

    async def __aenter__(self) -> "Client":
        return self

    async def __aexit__(self, *_: Any) -> None:
        self.close()

    def close(self) -> None:
        self._context.destroy(linger=0)

    async def call(self, verb: str, args: Dict[str, Any], *, idem: Optional[str] = None, timeout: Optional[float] = None) -> Dict[str, Any]:
        runner, steps, answer = _Runner(self._context, self.run_dir), flow.call(verb, args, idem, timeout), None
        try:
            while True:
                answer = await runner.step(steps.send(answer))
        except StopIteration as done:
            return done.value
        finally:
            runner.close()

    def _verb(self, verb: str, args: Dict[str, Any]) -> Any:
        return self.call(verb, args)

    def _stream(self, state: flow.StreamState, first: Tuple[str, Dict[str, Any], Optional[str]], again: str, trim: bool = False) -> Stream:
        return Stream(_Runner(self._context, self.run_dir), state, flow.stream(state, first, again, trim))

    async def container_run(self, **spec: Any) -> Dict[str, Any]:
        return await self.call("container.run", spec, idem=spec.pop("idem", None))

    async def exec(self, container: str, argv: List[str], **more: Any) -> Completed:
        return await self.exec_stream(container, argv, **more).collect()

    async def exec_detached(self, container: str, argv: List[str], *, exec_id: Optional[str] = None, **more: Any) -> str:
        args = {"container": container, "argv": argv, "detach": True, "exec_id": exec_id or flow.new_exec_id(), **more}
        return (await self.call("exec.start", args))["exec_id"]

    async def copy_out(self, container: str, *paths: str) -> AsyncIterator[bytes]:
        id = (await self.call("container.copy_out", {"container": container, "paths": list(paths), "exec_id": flow.new_exec_id()}))["exec_id"]
        state, errors = flow.StreamState(container, id), []
        async for name, data in self._stream(state, ("exec.read", {"container": container, "exec_id": id}, None), "exec.read", trim=True):
            if name == "stdout":
                yield data
            else:
                errors.append(data)
        _check_copy(state.exit, errors)

    async def copy_in(self, container: str, path: str, archive: Data) -> None:
        id = (await self.call("container.copy_in", {"container": container, "path": path, "exec_id": flow.new_exec_id()}))["exec_id"]
        state = flow.StreamState(container, id)
        state.input = input_of(archive)
        done = await self._stream(state, ("exec.read", {"container": container, "exec_id": id}, None), "exec.read").collect()
        _check_copy(done.exit, [done.err])

    def events(self, since: int = 0, *, container: Optional[str] = None, follow: bool = True) -> Items[Dict[str, Any]]:
        return Items(_Runner(self._context, self.run_dir), flow.events(since, container, follow))
