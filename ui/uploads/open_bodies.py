"""The bodies that are being received, so that a program that ends can end each where it is and keep what came of it."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import ClientDisconnect, HTTPConnection, Request

from domain.ids import UploadId

_MOST_OF_ONE = 3  # of one upload; whoever's line died is there again before the first one is given up


class _Body:
    """One that is being received; `waiting` is who waits for more of it."""

    def __init__(self, *, is_over: bool) -> None:
        self.waiting: asyncio.Task[object] | None = None
        self.is_over = is_over

    def end(self) -> None:
        if not self.is_over and self.waiting is not None:
            self.waiting.cancel()
        self.is_over = True

    async def next(self, stream: AsyncIterator[bytes]) -> bytes | None:
        """What comes next. Raises ClientDisconnect once it is over."""
        task = self.waiting = asyncio.current_task()
        try:
            if self.is_over or task is None:
                raise ClientDisconnect
            return await anext(stream, None)
        except asyncio.CancelledError:
            # Ours, unless somebody else wants the task to end as well.
            if self.is_over and task is not None and not task.uncancel():
                raise ClientDisconnect from None
            raise
        finally:
            self.waiting = None


class OpenBodies:
    """All of one program's."""

    def __init__(self) -> None:
        self._open: dict[_Body, UploadId | None] = {}  # oldest first
        self._ended = False

    def end(self) -> None:
        """Let no more bytes come in, as if every sender had gone away."""
        self._ended = True
        for body in self._open:
            body.end()

    async def chunks(self, request: Request, upload: UploadId | None = None) -> AsyncIterator[bytes]:
        """The request's bytes as they come. Raises ClientDisconnect where they end too early.

        Of many for one `upload` the oldest end: each may bring all of its bytes, which count once in a quota.
        """
        body = _Body(is_over=self._ended)
        self._open[body] = upload
        if upload is not None:
            self._end_oldest(upload)
        stream = aiter(request.stream())
        try:
            while (chunk := await body.next(stream)) is not None:
                if chunk:
                    yield chunk
        finally:
            del self._open[body]

    def _end_oldest(self, upload: UploadId) -> None:
        same = [body for body, whose in self._open.items() if whose == upload]
        for body in same[:-_MOST_OF_ONE]:
            body.end()


def open_bodies_of(connection: HTTPConnection) -> OpenBodies:
    """Those of the running program."""
    found = connection.app.state.open_bodies
    assert isinstance(found, OpenBodies)  # noqa: S101  # the site puts it there; tells the type checker
    return found
