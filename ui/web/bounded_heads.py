"""Ends connections whose request line and headers do not end: the server would gather them without a limit."""

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

_MAX_BYTES = 64 * 1024  # what a request's head may hold; browsers send a few thousand


class HeadTooLong(Exception):
    """Raised to the parser, which passes it on as an error of its own; answered with 400."""


class BoundedHeads(HttpToolsProtocol):
    """uvicorn's protocol; complete headers are counted one by one, an endless one by the bytes that came meanwhile."""

    _in_head = False
    _seen = 0  # bytes of this head's complete headers
    _pending = 0  # bytes that came without bringing the head to its end

    def on_message_begin(self) -> None:
        """A request begins."""
        self._in_head, self._seen = True, 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        """One more header is complete. Raises HeadTooLong."""
        self._seen += len(name) + len(value) + 4
        if self._seen > _MAX_BYTES:
            raise HeadTooLong
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The body follows."""
        self._in_head = False
        super().on_headers_complete()

    def data_received(self, data: bytes) -> None:
        """Bytes have come in."""
        super().data_received(data)
        if self._in_head and not self.transport.is_closing():
            self._pending += len(data)
            if self._pending > _MAX_BYTES:
                self.send_400_response("The request's head is too long.")
        else:
            self._pending = 0
