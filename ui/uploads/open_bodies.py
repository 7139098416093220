"""The bodies that are being received, so that a program that ends can end each where it is and keep what came of it."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import ClientDisconnect, HTTPConnection, Request


class OpenBodies:
    """All of one program's."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Task[object]] = set()
        self._ended = False

    def end(self) -> None:
        """Let no more bytes come in, as if every sender had gone away."""
        self._ended = True
        for task in self._waiting:
            task.cancel()

    async def chunks(self, request: Request) -> AsyncIterator[bytes]:
        """The request's bytes as they come. Raises ClientDisconnect where they end too early."""
        stream = aiter(request.stream())
        while (chunk := await self._next(stream)) is not None:
            if chunk:
                yield chunk

    async def _next(self, stream: AsyncIterator[bytes]) -> bytes | None:
        task = asyncio.current_task()
        if self._ended or task is None:
            raise ClientDisconnect
        self._waiting.add(task)
        try:
            return await anext(stream, None)
        except asyncio.CancelledError:
            # Ours, unless somebody else wants the task to end as well.
            if self._ended and not task.uncancel():
                raise ClientDisconnect from None
            raise
        finally:
            self._waiting.discard(task)


def open_bodies_of(connection: HTTPConnection) -> OpenBodies:
    """Those of the running program."""
    found = connection.app.state.open_bodies
    assert isinstance(found, OpenBodies)  # noqa: S101  # the site puts it there; tells the type checker
    return found
