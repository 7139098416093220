"""Refuses a request body that is larger than any form or JSON of ours, before it is read."""

import re

from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.errors import TooLarge
from ui.problems import problem_for

_MAX_BYTES = 1024 * 1024
_MAX_DIGITS = 18  # Python refuses to read numbers of some thousands


class BodyTooLarge(TooLarge):
    """More bytes than a request of this kind may have; fact: `max`."""


class BodyLimit:
    """Counts what arrives as well: Content-Length may lie or be absent. Uploads count their own bytes."""

    def __init__(self, app: ASGIApp, uploads: re.Pattern[str]) -> None:
        self._app = app
        self._uploads = uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._uploads.fullmatch(scope["path"]):
            await self._app(scope, receive, send)
            return
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if not declared.isdigit() or len(declared) > _MAX_DIGITS or int(declared) > _MAX_BYTES:
            await problem_for(BodyTooLarge(max=_MAX_BYTES))(scope, receive, send)
            return
        await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        seen, started = 0, False

        async def receive_counted() -> Message:
            nonlocal seen
            message = await receive()
            seen += len(message.get("body", b""))
            return message if seen <= _MAX_BYTES else {"type": "http.disconnect"}

        async def send_unless_too_large(message: Message) -> None:
            nonlocal started
            # What the application says about a body that was cut off is not what happened.
            if seen <= _MAX_BYTES or started:
                started = True
                await send(message)

        try:
            await self._app(scope, receive_counted, send_unless_too_large)
        except ClientDisconnect:
            if seen <= _MAX_BYTES:
                raise
        if seen > _MAX_BYTES and not started:
            await problem_for(BodyTooLarge(max=_MAX_BYTES))(scope, receive, send)
