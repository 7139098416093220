"""Answering with a file that lies in a scratch folder, which goes when the answer is sent or its reader went away."""

import asyncio
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from fastapi import Response
from starlette.types import Receive, Scope, Send

_CHUNK = 1 << 20


class ScratchAnswer(Response):
    """Sends the whole file in chunks, then closes what it was handed; whoever makes one must return it."""

    def __init__(self, path: Path, content_type: str, headers: Mapping[str, str], held: ExitStack) -> None:
        super().__init__(headers={**headers, "Content-Length": str(path.stat().st_size)}, media_type=content_type)
        self._path = path
        self._held = held

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        with self._held, self._path.open("rb") as file:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            while chunk := await asyncio.to_thread(file.read, _CHUNK):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
