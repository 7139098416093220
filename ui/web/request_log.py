"""Gives every request an id and writes one log line when it is answered, without query, code or key."""

import logging
import re
import secrets
import time

from prometheus_client import Histogram
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SECONDS = Histogram("kamra_request_seconds", "Time to answer, by route", ["method", "route", "status"])

log = logging.getLogger("kamra.requests")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_USABLE_ID = re.compile(r"[A-Za-z0-9-]{8,64}")


class RequestLog:
    """Sets `scope["state"]["request_id"]`, answers it as `X-Request-Id`, and logs the route, never its values.

    An id that a proxy in front already gave is kept, so that both logs can be joined.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = dict(scope["headers"]).get(b"x-request-id", b"").decode("latin-1")
        request_id = given if _USABLE_ID.fullmatch(given) else secrets.token_hex(8)
        scope.setdefault("state", {})["request_id"] = request_id
        began = time.perf_counter()
        status = 500

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        finally:
            pattern = _pattern(scope)
            took = time.perf_counter() - began
            SECONDS.labels(scope["method"] if scope["method"] in _METHODS else "other", pattern, str(status)).observe(
                took
            )
            milliseconds = round(took * 1000, 1)
            facts = {"request_id": request_id, "status": status, "milliseconds": milliseconds}
            log.info("%s %s", scope["method"], pattern, extra=facts)


def _pattern(scope: Scope) -> str:
    """The route's pattern, not the path: paths carry set-up, invite and reset codes."""
    # A route knows only its own part of it; FastAPI keeps beside it what the routers that hold it put in front.
    whole = scope.get("fastapi", {}).get("effective_route_context")
    return getattr(whole or scope.get("route"), "path", None) or "-"
