"""Streams that both clients have: what is asked, and how it is gone on with."""
from typing import Any, Dict, Iterable, List, Optional, Tuple, Union

from . import flow
from .api import Verbs

Data = Union[bytes, Iterable[bytes]]


def input_of(data: Optional[Data]) -> Optional[flow.Input]:
    return None if data is None else flow.Input([data] if isinstance(data, (bytes, bytearray)) else data)


class Streams(Verbs):
    def _stream(self, state: flow.StreamState, first: Tuple[str, Dict[str, Any], Optional[str]], again: str, trim: bool = False) -> Any:
        raise NotImplementedError

    def run(self, image: str, argv: List[str], *, input: Optional[Data] = None, **spec: Any) -> Any:
        """Create, start, and its output as it comes."""
        state = flow.StreamState("")
        state.input = input_of(input)
        key = spec.pop("idem", None) or "py-" + flow.new_exec_id()
        return self._stream(state, ("container.run", {"image": image, "argv": argv, "attach": True, "stdin": input is not None, **spec}, key), "container.logs")

    def logs(self, container: str, **wish: Any) -> Any:
        return self._stream(flow.StreamState(container), ("container.logs", {"container": container, **wish}, None), "container.logs")

    def attach(self, container: str, *, input: Optional[Data] = None, **wish: Any) -> Any:
        state = flow.StreamState(container)
        state.input = input_of(input)
        return self._stream(state, ("container.attach", {"container": container, **wish}, None), "container.logs")

    def exec_stream(self, container: str, argv: List[str], *, input: Optional[Data] = None, exec_id: Optional[str] = None, **more: Any) -> Any:
        """A further process; its output as it comes."""
        state = flow.StreamState(container, exec_id or flow.new_exec_id())
        state.input = input_of(input)
        args = {"container": container, "exec_id": state.exec_id, "argv": argv, "stdin": input is not None, **more}
        return self._stream(state, ("exec.start", args, None), "exec.read")

    def exec_read(self, container: str, exec_id: str, *, offset: int = 0) -> Any:
        """The output of a session, from any byte."""
        state = flow.StreamState(container, exec_id)
        state.position = offset
        return self._stream(state, ("exec.read", {"container": container, "exec_id": exec_id, "offset": offset}, None), "exec.read")
