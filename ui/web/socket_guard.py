"""Closes what NiceGUI's socket leaves open: any origin, any session, any other page's id, any number of events."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as SocketRefused
from starlette.requests import HTTPConnection

from ui.accounts.cookies import session_cookie
from ui.web.token_bucket import TokenBucket

MAX_MESSAGE_BYTES = 256 * 1024  # a page sends names and captions, never pictures
_BURST = 60.0
_PER_SECOND = 20.0
_REFUSED = "Implicit handshake failed"  # at these words of NiceGUI's own its client loads the page anew
_log = logging.getLogger("kamra.sockets")


def guard_socket(base_url: str | None) -> None:
    """Bind every socket of the pages to the session that opened its page.

    `base_url` is this Kamra's public address when a proxy in front does not pass the host on. Call once, before
    serving.
    """
    server = core.sio
    server.eio.cors_allowed_origins = lambda origin, environ: origin in _own_origins(environ, base_url)
    server.eio.max_http_buffer_size = MAX_MESSAGE_BYTES
    guard = _Guard(dict(server.handlers["/"]))
    server.on("connect", guard.connect)
    server.on("disconnect", guard.disconnect)
    server.on("handshake", guard.handshake)
    for name in ("event", "javascript_response", "ack", "log"):
        server.on(name, guard.around(name))
    server.on("*", guard.anything_else)


class _Guard:
    """NiceGUI's own handlers, each behind the questions whose page this is and how much this socket has sent."""

    def __init__(self, handlers: dict[str, Callable[..., Any]]) -> None:
        self._handlers = handlers
        self._buckets: dict[str, TokenBucket] = {}

    async def connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        if not _owns(environ, _client_id(environ)):
            raise SocketRefused(_REFUSED)
        try:
            await self._handlers["connect"](sid, environ, auth)
        except (KeyError, ValueError):  # parts of the address are missing or no numbers
            raise SocketRefused(_REFUSED) from None
        self._buckets[sid] = TokenBucket(_BURST, _PER_SECOND)

    async def disconnect(self, sid: str, *_reason: object) -> None:
        self._buckets.pop(sid, None)
        self._handlers["disconnect"](sid)

    async def handshake(self, sid: str, message: object = None, *_more: object) -> bool:
        if not await self._may_send(sid) or not isinstance(message, dict):
            return False
        if not _owns(core.sio.get_environ(sid) or {}, message.get("client_id")):
            return False
        try:
            return await self._handlers["handshake"](sid, message)
        except (KeyError, TypeError, ValueError):  # parts of the message are missing or of another type
            return False

    async def anything_else(self, _event: str, sid: str, *_message: object) -> None:
        await self._may_send(sid)

    def around(self, name: str) -> Callable[..., Any]:
        handle = self._handlers[name]

        async def on_message(sid: str, message: object = None, *_more: object) -> None:
            if not await self._may_send(sid):
                return
            # A socket sits in the room of each page it shook hands for; other pages' ids are not its business.
            if not isinstance(message, dict) or message.get("client_id") not in core.sio.rooms(sid):
                return
            try:
                handle(sid, message)
            except Exception as error:  # noqa: BLE001  # NiceGUI trusts a message's shape, so anything can be raised by one that is none
                _log.warning("a page's socket sent what cannot be understood: %s", type(error).__name__)

        return on_message

    async def _may_send(self, sid: str) -> bool:
        """Whether this socket has kept to its rate; one that has not is closed."""
        bucket = self._buckets.get(sid)
        if bucket is None:  # what was on its way when it was closed
            return False
        if not bucket.take():
            del self._buckets[sid]
            await core.sio.disconnect(sid)
            return False
        return True


def _owns(environ: dict[str, Any], client_id: object) -> bool:
    """Whether the page with this id was built for the session by which the socket came."""
    client = Client.instances.get(client_id) if isinstance(client_id, str) else None
    scope = environ.get("asgi.scope")
    if client is None or scope is None:
        return False
    return session_cookie(HTTPConnection(scope)) == session_cookie(client.request)


def _own_origins(environ: dict[str, Any], base_url: str | None) -> set[str]:
    """The origins a page of ours can have, seen from this request."""
    scheme, host = environ.get("wsgi.url_scheme", "http"), environ.get("HTTP_HOST", "")
    scheme = {"ws": "http", "wss": "https"}.get(scheme, scheme)
    forwarded = environ.get("HTTP_X_FORWARDED_PROTO", scheme).split(",")[0].strip()
    return {f"{scheme}://{host}", f"{forwarded}://{host}", *([base_url] if base_url else [])}


def _client_id(environ: dict[str, Any]) -> str:
    # Read as NiceGUI reads it: what says one id to us and another to NiceGUI would get past.
    return parse_qs(environ.get("QUERY_STRING", "")).get("client_id", [""])[0]
