"""The way through a sign-in, the same for the API and for the page."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from domain.accounts.account import Account
from domain.accounts.find_person import find_by_login
from domain.accounts.login_attempts import LoginWrong, demand_tries_left, device_hash
from domain.accounts.open_session import Opened
from domain.secret import new_secret
from domain.work import Work
from ui.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try: what was typed, from which address (as limits count it), and the browser's mark if it has one."""

    login: str
    password: str
    address: str
    device: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Success:
    """Who came in, the session that was opened, and the mark that the browser shall keep."""

    account: Account
    opened: Opened
    device: str


async def sign_in(parts: Parts, attempt: Attempt, begin: Callable[[Work, Account], Awaitable[Opened]]) -> Success:
    """Check the password and have `begin` open a session. Raises LoginWrong, TooManyTries, AccountSuspended."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        account = await find_by_login(work, attempt.login)
        counted_for = await _counted_for(work, attempt, account)
        await _demand_tries_left(parts, work, counted_for, now)
    right = await parts.passwords.matches(attempt.password, account.password_hash if account else None)
    async with parts.works.write() as work:
        # Once more: of many guesses sent at once only as many are answered as are allowed.
        await _demand_tries_left(parts, work, counted_for, now)
        success = await _let_in(work, account, attempt, now, begin) if account is not None and right else None
        if success is None:
            await work.failed_logins.add(counted_for, now)
    if success is None:
        raise LoginWrong
    return success


async def _let_in(
    work: Work, checked: Account, attempt: Attempt, now: datetime, begin: Callable[[Work, Account], Awaitable[Opened]]
) -> Success | None:
    account = await work.accounts.hold(checked.id)
    if account is None or account.password_hash != checked.password_hash:
        return None  # changed while the old one was being compared
    account.demand_not_suspended(now)
    device = attempt.device or new_secret()
    await work.known_devices.remember(device_hash(device, account.id), account.id, now)
    return Success(account=account, opened=await begin(work, account), device=device)


async def _counted_for(work: Work, attempt: Attempt, account: Account | None) -> str:
    if account is not None and attempt.device is not None:
        device = device_hash(attempt.device, account.id)
        if await work.known_devices.knows(device):
            return f"device {device.hex()}"
    return f"address {attempt.address}"


async def _demand_tries_left(parts: Parts, work: Work, counted_for: str, now: datetime) -> None:
    if parts.settings.rate_limits == "on":
        await demand_tries_left(work.failed_logins, counted_for, now)
