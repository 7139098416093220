"""Closes what NiceGUI's socket leaves open: any origin, any session, any other page's id, any number of events."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from typing import Any

from nicegui import Client, core
from socketio.exceptions import ConnectionRefusedError as SocketRefused

_MAX_MESSAGE_BYTES = 256 * 1024  # a page sends names and captions, never pictures
_BURST = 60
_PER_SECOND = 20.0


@dataclass(slots=True)
class _Bucket:
    """What one socket may still send; refills with time."""

    left: float = float(_BURST)
    at: float = field(default_factory=time.monotonic)

    def take(self) -> bool:
        now = time.monotonic()
        self.left = min(float(_BURST), self.left + (now - self.at) * _PER_SECOND)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True


def guard_socket(cookie_names: tuple[str, ...], base_url: str | None) -> None:
    """Bind every socket of the pages to the session that opened its page.

    `cookie_names` are the names the session's cookie may have; `base_url` is this Kamra's public address when a
    proxy in front does not pass the host on. Call once, before serving.
    """
    server = core.sio
    server.eio.cors_allowed_origins = lambda origin, environ: origin in _own_origins(environ, base_url)
    server.eio.max_http_buffer_size = _MAX_MESSAGE_BYTES
    guard = _Guard(cookie_names, dict(server.handlers["/"]))
    server.on("connect", guard.connect)
    server.on("handshake", guard.handshake)
    server.on("disconnect", guard.disconnect)
    for name in ("event", "javascript_response", "ack", "log"):
        server.on(name, guard.around(name))


class _Guard:
    """NiceGUI's own handlers, each behind the question whose page this is."""

    def __init__(self, cookie_names: tuple[str, ...], handlers: dict[str, Callable[..., Any]]) -> None:
        self._cookie_names = cookie_names
        self._handlers = handlers
        self._buckets: dict[str, _Bucket] = {}

    async def connect(self, sid: str, environ: dict[str, Any], auth: object = None) -> None:
        if not self._owns(environ, _client_id(environ)):
            raise SocketRefused("this page belongs to another session")
        await self._handlers["connect"](sid, environ, auth)

    async def handshake(self, sid: str, data: dict[str, Any]) -> bool:
        if not self._owns(core.sio.get_environ(sid) or {}, str(data.get("client_id"))):
            return False
        return await self._handlers["handshake"](sid, data)

    async def disconnect(self, sid: str, *_reason: object) -> None:
        self._buckets.pop(sid, None)
        self._handlers["disconnect"](sid)

    def around(self, name: str) -> Callable[..., Any]:
        handle = self._handlers[name]

        async def on_message(sid: str, message: object) -> None:
            # A socket sits in the room of each page it shook hands for; other pages' ids are not its business.
            if not isinstance(message, dict) or message.get("client_id") not in core.sio.rooms(sid):
                return
            if not self._buckets.setdefault(sid, _Bucket()).take():
                await core.sio.disconnect(sid)
                return
            handle(sid, message)

        return on_message

    def _owns(self, environ: dict[str, Any], client_id: str) -> bool:
        client = Client.instances.get(client_id)
        if client is None:
            return False
        page = _session(client.request.headers.get("cookie", ""), self._cookie_names)
        return _session(environ.get("HTTP_COOKIE", ""), self._cookie_names) == page


def _own_origins(environ: dict[str, Any], base_url: str | None) -> set[str]:
    """The origins a page of ours can have, seen from this request."""
    scheme, host = environ.get("wsgi.url_scheme", "http"), environ.get("HTTP_HOST", "")
    scheme = {"ws": "http", "wss": "https"}.get(scheme, scheme)
    forwarded = environ.get("HTTP_X_FORWARDED_PROTO", scheme).split(",")[0].strip()
    return {f"{scheme}://{host}", f"{forwarded}://{host}", *([base_url] if base_url else [])}


def _client_id(environ: dict[str, Any]) -> str:
    query = environ.get("QUERY_STRING", "")
    pairs = (part.partition("=") for part in query.split("&"))
    return next((value for name, _, value in pairs if name == "client_id"), "")


def _session(cookie_header: str, names: tuple[str, ...]) -> str | None:
    try:
        cookies = SimpleCookie(cookie_header)
    except CookieError:
        return None
    return next((cookies[name].value for name in names if name in cookies), None)
