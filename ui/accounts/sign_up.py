"""The way in for somebody new, the same for the API and for the page."""

from domain.accounts.account import Account
from domain.accounts.join import demand_may_join, join
from domain.accounts.rules import HandleTaken, Newcomer
from ui.accounts.tries import SIGN_UP
from ui.parts import Parts


async def inviter_of(parts: Parts, code: str | None) -> Account | None:
    """Who sent the invitation; None where none is needed. Raises SignupClosed, InviteMissing, InviteUnknown."""
    async with parts.works.read() as work:
        return await demand_may_join(work, parts.settings.signup, code, parts.clock.now())


async def sign_up(parts: Parts, newcomer: Newcomer, code: str | None, address: str) -> Account:
    """Add the person. Raises what `join` raises, and TooManyTries."""
    await parts.limits.take(SIGN_UP, address)
    await inviter_of(parts, code)
    newcomer.check()
    async with parts.works.read() as work:  # before the slow part; `join` asks again
        if await work.accounts.by_handle(newcomer.handle) is not None:
            raise HandleTaken(field="handle", handle=newcomer.handle)
    password_hash = await parts.passwords.hash(newcomer.password)
    async with parts.works.write() as work:
        return await join(work, newcomer, password_hash, signup=parts.settings.signup, code=code, now=parts.clock.now())
