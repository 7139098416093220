"""Lines between a client and the server that count, break, or change what comes over them."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field

import httpx


@dataclass(slots=True, kw_only=True)
class Line(httpx.AsyncBaseTransport):
    """Hands requests on; `breaks` says for which the line is dead, `changes` rewrites what comes back, piece by piece.

    `cuts` are after how many bytes of an answer the line breaks: the first of them the first time, and so on.
    """

    breaks: Callable[[httpx.Request], bool] = lambda _: False
    changes: Callable[[httpx.Request, bytes], bytes] = lambda _, piece: piece
    cuts: list[int] = field(default_factory=list)
    sent: list[httpx.Request] = field(default_factory=list)
    came: int = 0  # bytes of all answers
    _wire: httpx.AsyncHTTPTransport = field(default_factory=httpx.AsyncHTTPTransport)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.breaks(request):
            raise httpx.ConnectError("nobody there", request=request)
        self.sent.append(request)
        answer = await self._wire.handle_async_request(request)
        assert isinstance(answer.stream, httpx.AsyncByteStream)
        return httpx.Response(answer.status_code, headers=answer.headers, stream=_Stream(self, request, answer.stream))

    async def aclose(self) -> None:
        await self._wire.aclose()

    def puts(self) -> list[str]:
        """The numbers of the parts that were sent."""
        return [request.url.path.rpartition("/")[2] for request in self.sent if request.method == "PUT"]


def is_fetch(request: httpx.Request) -> bool:
    """Whether it asks for an object's bytes."""
    return request.method == "GET" and "/objects/" in request.url.path and not request.url.path.endswith("/parts")


@dataclass(slots=True)
class _Stream(httpx.AsyncByteStream):
    line: Line
    request: httpx.Request
    stream: httpx.AsyncByteStream

    async def __aiter__(self) -> AsyncIterator[bytes]:
        left = self.line.cuts.pop(0) if self.line.cuts and is_fetch(self.request) else None
        async for piece in self.stream:
            whole = left is None or len(piece) <= left
            self.line.came += len(piece) if whole else left or 0
            yield self.line.changes(self.request, piece if whole else piece[:left])
            if not whole:
                raise httpx.ReadError("the line broke", request=self.request)
            left = None if left is None else left - len(piece)

    async def aclose(self) -> None:
        await self.stream.aclose()
