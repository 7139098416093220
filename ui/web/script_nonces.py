"""Puts the answer's nonce on every script of a NiceGUI page, so that its policy needs no `unsafe-inline`."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class ScriptNonces:
    """Belongs around NiceGUI's own application only, inside its compression.

    NiceGUI writes the elements of a page with `<` escaped, so every `<script` in its HTML is the template's or ours.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = b""

        async def send_with_nonces(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                if not Headers(raw=message["headers"]).get("content-type", "").startswith("text/html"):
                    await send(message)
                    return
                start = message
                return
            if start is None:
                await send(message)
                return
            body += message.get("body", b"")
            if not message.get("more_body", False):
                state = scope["state"]
                state["needs_eval"] = True
                page = body.replace(b"<script", b'<script nonce="' + state["nonce"].encode() + b'"')
                body = b""  # NiceGUI keeps the request of an open page, and with it this function
                headers = MutableHeaders(scope=start)
                headers["Content-Length"] = str(len(page))
                await send(start)
                await send({"type": "http.response.body", "body": page})

        await self._app(scope, receive, send_with_nonces)
