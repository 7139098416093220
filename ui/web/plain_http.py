"""Whether a page comes over plain http from the network, where browsers switch off encryption and more."""

import ipaddress

from starlette.requests import HTTPConnection


def is_plain_http(connection: HTTPConnection) -> bool:
    """True on http, except on this machine itself (`localhost`, 127.0.0.0/8, `[::1]`), which browsers trust."""
    return connection.url.scheme in {"http", "ws"} and not _is_this_machine(connection.url.hostname or "")


def _is_this_machine(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
