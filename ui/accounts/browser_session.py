"""Begins and ends the session of a browser; a new one always replaces the one it had."""

from fastapi import Request
from fastapi.responses import RedirectResponse

from domain.accounts.account import Account
from domain.accounts.login_attempts import device_hash
from domain.accounts.open_session import Opened, open_browser_session
from domain.ids import SessionId
from domain.secret import digest, new_secret
from domain.work import Work
from ui.accounts.address import counted_address, visitor_of
from ui.accounts.cookies import (
    device_cookie,
    forget_session_cookie,
    session_cookie,
    set_device_cookie,
    set_session_cookie,
)
from ui.accounts.ended_sessions import tell_ended
from ui.accounts.lives import session_life
from ui.accounts.sign_in import Attempt, sign_in
from ui.parts import Parts


async def sign_in_browser(parts: Parts, request: Request, login: str, password: str, to: str) -> RedirectResponse:
    """Check the password and go on to a path of ours. Raises what `sign_in` raises."""
    replaced: list[SessionId] = []

    async def begin(work: Work, account: Account) -> Opened:
        replaced.extend(await _end_current(parts, work, request))
        return await _open(parts, work, request, account)

    attempt = Attempt(login=login, password=password, address=counted_address(request), device=device_cookie(request))
    success = await sign_in(parts, attempt, begin)
    await tell_ended(parts.messages, replaced)
    return _carrying(request, success.opened, success.device, to)


async def let_in(parts: Parts, request: Request, account: Account, to: str) -> RedirectResponse:
    """Sign in somebody who was just added, and go on to a path of ours."""
    device = device_cookie(request) or new_secret()
    async with parts.works.write() as work:
        replaced = await _end_current(parts, work, request)
        await work.known_devices.remember(device_hash(device, account.id), account.id, parts.clock.now())
        opened = await _open(parts, work, request, account)
    await tell_ended(parts.messages, replaced)
    return _carrying(request, opened, device, to)


async def sign_out_browser(parts: Parts, request: Request, to: str) -> RedirectResponse:
    """End this browser's session, if it has one, and go on to a path of ours."""
    async with parts.works.write() as work:
        ended = await _end_current(parts, work, request)
    await tell_ended(parts.messages, ended)
    response = RedirectResponse(to, 303)
    forget_session_cookie(request, response)
    return response


async def _end_current(parts: Parts, work: Work, request: Request) -> list[SessionId]:
    secret = session_cookie(request)
    current = None if secret is None else await work.sessions.by_secret(digest(secret), parts.clock.now())
    if current is None:
        return []
    await work.sessions.end(current.session.id)
    return [current.session.id]


async def _open(parts: Parts, work: Work, request: Request, account: Account) -> Opened:
    now, life = parts.clock.now(), session_life(parts.settings)
    return await open_browser_session(work, account.id, visitor_of(request), now, life)


def _carrying(request: Request, opened: Opened, device: str, to: str) -> RedirectResponse:
    response = RedirectResponse(to, 303)
    set_session_cookie(request, response, opened.secret)
    set_device_cookie(request, response, device)
    return response
