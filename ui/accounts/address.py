"""Where a request comes from and what this Kamra is called in it; a trusted proxy's headers are already applied."""

import ipaddress

from starlette.requests import HTTPConnection

from domain.accounts.open_session import Visitor
from ui.settings import Settings


def client_address(connection: HTTPConnection) -> str:
    """The visitor's address, as text; empty where there is none (a socket file)."""
    return connection.client.host if connection.client else ""


def counted_address(connection: HTTPConnection) -> str:
    """The address as limits count it: with IPv6 one customer has a whole /64."""
    written = client_address(connection)
    try:
        address = ipaddress.ip_address(written.partition("%")[0])
    except ValueError:
        return written[:64]
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, 64), strict=False))
    return str(address)


def is_secure(connection: HTTPConnection) -> bool:
    """Whether it came over https."""
    return connection.scope.get("scheme") in {"https", "wss"}


def visitor_of(connection: HTTPConnection) -> Visitor:
    """What the list of sessions will say about where somebody signed in."""
    return Visitor(address=client_address(connection), user_agent=connection.headers.get("user-agent", ""))


def own_address(connection: HTTPConnection, settings: Settings) -> str:
    """The beginning of links to this Kamra: the configured address, else the one this request was sent to."""
    if settings.base_url is not None:
        return settings.base_url
    scheme = "https" if is_secure(connection) else "http"
    return f"{scheme}://{connection.headers.get('host', 'localhost')}"
