"""Refuses what another website has a browser send: a cookie comes along by itself, our own Origin does not."""

from urllib.parse import urlsplit

from starlette.requests import HTTPConnection

from domain.errors import Forbidden
from ui.settings import Settings

_DEFAULT_PORTS = {"http": 80, "https": 443}
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


class WrongOrigin(Forbidden):
    """Sent by a page of another website, or by something that does not say where it comes from."""


def demand_own_origin(connection: HTTPConnection, settings: Settings) -> None:
    """Raises WrongOrigin unless a page of ours sent this; asking without changing anything is free to all."""
    if connection.scope.get("method") in _SAFE:
        return
    if connection.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        raise WrongOrigin
    sender = _host(connection.headers.get("origin", ""))
    scheme = connection.scope.get("scheme", "http")
    own = {_host(f"{scheme}://{connection.headers.get('host', '')}"), _host(settings.base_url or "")}
    if sender is None or sender not in own:
        raise WrongOrigin


def _host(address: str) -> tuple[str, int | None] | None:
    """Host and port. The scheme is left out: behind a proxy that is not named as trusted it looks like plain http."""
    try:
        parts = urlsplit(address)
        port = parts.port or _DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return None
    if not parts.hostname:
        return None
    return parts.hostname, None if port in _DEFAULT_PORTS.values() else port
