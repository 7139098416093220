"""The two cookies: a browser's session, and the mark of a browser that has logged in before."""

import re

from starlette.requests import HTTPConnection
from starlette.responses import Response

from ui.accounts.address import is_secure

SESSION_COOKIES = ("__Host-kamra", "kamra")
DEVICE_COOKIES = ("__Host-kamra-device", "kamra-device")
_LONGEST = 400 * 24 * 3600  # seconds; browsers keep none longer. Whether a session lives is decided here, not there.
_SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def session_cookie(connection: HTTPConnection) -> str | None:
    """The secret of this browser's session."""
    return _value(connection, SESSION_COOKIES)


def device_cookie(connection: HTTPConnection) -> str | None:
    """The mark of this browser."""
    return _value(connection, DEVICE_COOKIES)


def set_session_cookie(connection: HTTPConnection, response: Response, secret: str) -> None:
    """Have the browser carry this session."""
    _set(connection, response, SESSION_COOKIES, secret)


def set_device_cookie(connection: HTTPConnection, response: Response, device: str) -> None:
    """Have the browser be known again."""
    _set(connection, response, DEVICE_COOKIES, device)


def forget_session_cookie(connection: HTTPConnection, response: Response) -> None:
    """Have the browser carry no session."""
    secure = is_secure(connection)
    response.delete_cookie(_name(connection, SESSION_COOKIES), secure=secure, httponly=True, samesite="lax")


def _name(connection: HTTPConnection, names: tuple[str, str]) -> str:
    # The prefix binds the cookie to this host and to https; over plain http browsers refuse it.
    return names[0] if is_secure(connection) else names[1]


def _value(connection: HTTPConnection, names: tuple[str, str]) -> str | None:
    value = connection.cookies.get(_name(connection, names), "")
    return value if _SECRET.fullmatch(value) else None


def _set(connection: HTTPConnection, response: Response, names: tuple[str, str], value: str) -> None:
    response.set_cookie(
        _name(connection, names),
        value,
        max_age=_LONGEST,
        path="/",
        secure=is_secure(connection),
        httponly=True,
        samesite="lax",
    )
