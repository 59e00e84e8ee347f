"""A visit to a Streamlit server without a browser: what the server does for a page, and nothing that a browser does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect


class Session:
    """One visit: it reruns the page, as a browser asks the server to, and remembers what a browser would."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._known: set[str] = set()  # messages that a browser keeps, which the server then does not send again
        self.widgets: dict[str, str] = {}  # the id of each multiselect and date input of the last run, by its label
        self.options: dict[str, list[str]] = {}  # what each multiselect offers

    def rerun(self, states: tuple[WidgetState, ...] = (), query: str = "") -> tuple[float, int]:
        """Run the page with these widgets set, or this query in its address.

        Returns the seconds until it has been sent whole, and the bytes of that.
        """
        ask = BackMsg()
        ask.rerun_script.query_string = query
        ask.rerun_script.widget_states.widgets.extend(states)
        ask.rerun_script.cached_message_hashes.extend(self._known)
        content = ask.SerializeToString()
        received = 0
        start = time.perf_counter()
        self._socket.send(content)
        while True:
            raw = self._socket.recv(timeout=120)
            if not isinstance(raw, bytes):
                continue
            received += len(raw)
            message = ForwardMsg.FromString(raw)
            if message.WhichOneof("type") == "script_finished":
                return time.perf_counter() - start, received
            self._remember(message)

    def set_choices(self, label: str, values: list[str]) -> WidgetState:
        """The multiselect or date input called `label`, with these values chosen."""
        state = WidgetState(id=self.widgets[label])
        state.string_array_value.data.extend(values)
        return state

    def _remember(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self._known.add(message.hash)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "multiselect":
            self.widgets[element.multiselect.label] = element.multiselect.id
            self.options[element.multiselect.label] = list(element.multiselect.options)
        elif kind == "date_input":
            self.widgets[element.date_input.label] = element.date_input.id
        elif kind == "exception":
            raise RuntimeError(f"the page failed: {element.exception.type} {element.exception.message}")


@contextmanager
def open_session(url: str) -> Iterator[Session]:
    """A visit to the page at `url`, run once."""
    address = url.replace("http://", "ws://") + "/_stcore/stream"
    with connect(address, subprotocols=["streamlit"], max_size=None, compression=None) as socket:  # type: ignore[list-item]
        session = Session(socket)
        session.rerun()
        yield session
