"""Everything that goes between a server and those who speak with it, written down as the server sees it."""

from itertools import count
from pathlib import Path
from typing import BinaryIO

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Recording:
    """Around a whole application. What comes and what goes of each request or socket is one file each in `folder`.

    Of a request that is its line, headers and body, of an answer its status, headers and body, of a socket every frame;
    a body or the frames of one side follow each other without a gap. Nothing comes compressed, so that all can be read.
    """

    def __init__(self, app: ASGIApp, folder: Path) -> None:
        self._app = app
        self._folder = folder
        self._numbers = count(1)
        folder.mkdir(parents=True, exist_ok=True)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        name = f"{next(self._numbers):05}-{scope['type']}"
        with (self._folder / f"{name}-came").open("wb") as came, (self._folder / f"{name}-went").open("wb") as went:

            async def received() -> Message:
                message = await receive()
                _write_message(came, message)
                return message

            async def sent(message: Message) -> None:
                _write_message(went, message)
                await send(message)

            _write_head(came, scope)
            headers = [(key, value) for key, value in scope["headers"] if key != b"accept-encoding"]
            await self._app({**scope, "headers": headers}, received, sent)


def _write_head(out: BinaryIO, scope: Scope) -> None:
    where = scope.get("raw_path") or scope["path"].encode()
    out.write(b"%s %s?%s\n" % (scope.get("method", "WS").encode(), where, scope["query_string"]))
    _write_headers(out, scope["headers"])


def _write_headers(out: BinaryIO, headers: list[tuple[bytes, bytes]]) -> None:
    out.writelines(b"%s: %s\n" % (key, value) for key, value in headers)
    out.write(b"\n")


def _write_message(out: BinaryIO, message: Message) -> None:
    if "status" in message:
        out.write(b"%d\n" % message["status"])
    if message.get("headers"):
        _write_headers(out, list(message["headers"]))
    out.write(message.get("body") or message.get("bytes") or b"")
    out.write((message.get("text") or "").encode())
    if "code" in message:
        out.write(f"\n{message['code']} {message.get('reason') or ''}\n".encode())
