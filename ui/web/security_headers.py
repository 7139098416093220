"""Security headers on every answer, with a content policy whose scripts need this answer's nonce."""

import secrets

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}


def content_policy(nonce: str, *, with_eval: bool) -> str:
    """The Content-Security-Policy of a page.

    `with_eval` is for NiceGUI's pages alone: Vue compiles its templates at run time.
    """
    scripts = f"'self' 'nonce-{nonce}'" + (" 'unsafe-eval'" if with_eval else "")
    return (
        f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'none'; "
        "frame-ancestors 'none'; form-action 'self'"
    )


class SecurityHeaders:
    """Sets the headers; an answer that brings a stricter policy of its own keeps it.

    Pages find their nonce in `scope["state"]["nonce"]`; NiceGUI's say so with `scope["state"]["needs_eval"]`.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["nonce"] = secrets.token_urlsafe(16)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _FIXED.items():
                    headers.setdefault(name, value)
                if scope["scheme"] == "https":  # elsewhere browsers ignore it and complain of it
                    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
                policy = content_policy(state["nonce"], with_eval=state.get("needs_eval", False))
                headers.setdefault("Content-Security-Policy", policy)
            await send(message)

        await self._app(scope, receive, send_with_headers)
