"""A multipart form as it arrives: part after part, its bytes never in memory or on disk as a whole (RFC 7578)."""

from collections import deque
from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from domain.errors import Malformed

_MAX_HEADER_BYTES = 8192  # a file name may be long; it is cut later


class NotAForm(Malformed):
    """The body is no multipart form, or stops in the middle of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartHead:
    """What stands above a part's bytes; `filename` is None for a plain field."""

    name: str
    filename: str | None
    content_type: str


class _End:
    """The end of a part."""


class FormReader:
    """Reads the parts in order; what is left of one is skipped when the next is asked for."""

    def __init__(self, content_type: str, body: AsyncIterable[bytes]) -> None:
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary")
        if kind != b"multipart/form-data" or not boundary:
            raise NotAForm
        self._body = aiter(body)
        self._events: deque[PartHead | bytes | _End] = deque()
        self._header_name, self._header_value = b"", b""
        self._headers: dict[bytes, bytes] = {}
        self._in_part = False
        self._ended = False
        try:
            self._parser = MultipartParser(
                boundary,
                {
                    "on_header_field": self._on_header_field,
                    "on_header_value": self._on_header_value,
                    "on_header_end": self._on_header_end,
                    "on_headers_finished": self._on_headers_finished,
                    "on_part_data": lambda data, start, end: self._events.append(data[start:end]),
                    "on_part_end": lambda: self._events.append(_End()),
                    "on_end": self._on_end,
                },
                max_header_size=_MAX_HEADER_BYTES,
            )
        except FormParserError:
            raise NotAForm from None

    async def next_part(self) -> PartHead | None:
        """The next part's head, None after the last one. Raises NotAForm and what the body raises."""
        async for _ in self.chunks():
            pass
        event = await self._next_event()
        if event is None:
            return None
        if not isinstance(event, PartHead):
            raise NotAForm
        self._in_part = True
        return event

    async def chunks(self) -> AsyncIterator[bytes]:
        """The bytes of the part whose head was read last. Raises NotAForm and what the body raises."""
        while self._in_part:
            event = await self._next_event()
            if isinstance(event, bytes):
                yield event
            else:
                self._in_part = False

    async def _next_event(self) -> PartHead | bytes | _End | None:
        while not self._events:
            if self._ended:
                return None
            chunk = await anext(self._body, None)
            try:
                if chunk is None:
                    raise NotAForm
                self._parser.write(chunk)
            except (FormParserError, UnicodeDecodeError):
                raise NotAForm from None
        return self._events.popleft()

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._header_name += data[start:end]

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._header_value += data[start:end]

    def _on_header_end(self) -> None:
        self._headers[self._header_name.lower()] = self._header_value
        self._header_name, self._header_value = b"", b""

    def _on_headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        filename = options.get(b"filename")
        self._events.append(
            PartHead(
                name=options.get(b"name", b"").decode("utf-8", "replace"),
                filename=None if filename is None else filename.decode("utf-8", "replace"),
                content_type=self._headers.get(b"content-type", b"").decode("latin-1"),
            )
        )
        self._headers = {}

    def _on_end(self) -> None:
        self._ended = True
