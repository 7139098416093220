"""Asks a person for their own password again, and replaces passwords."""

from domain.accounts.account import Account
from domain.accounts.actor import Actor
from domain.accounts.change_password import change_password, person_behind_reset_link, reset_password
from domain.accounts.passwords import PasswordWrong
from domain.accounts.rules import check_password
from ui.accounts.ended_sessions import tell_ended
from ui.accounts.tries import CODE, OWN_PASSWORD
from ui.parts import Parts


async def demand_own_password(parts: Parts, actor: Actor, password: str, *, field: str) -> None:
    """Raises PasswordWrong naming this field, TooManyTries."""
    await parts.limits.take(OWN_PASSWORD, str(actor.account.id))
    if not await parts.passwords.matches(password, actor.account.password_hash):
        raise PasswordWrong(field=field)


async def change_own_password(parts: Parts, actor: Actor, current: str, new: str) -> None:
    """Replace it; every other session, refresh token and API token ends. Raises PasswordWrong and the rules' errors."""
    check_password(new, handle=actor.account.handle, field="new")
    await demand_own_password(parts, actor, current, field="current")
    password_hash = await parts.passwords.hash(new)
    async with parts.works.write() as work:
        ended = await change_password(work, actor.account, password_hash, keep=actor.session_id)
    await tell_ended(parts.messages, ended)


async def person_resetting(parts: Parts, code: str, address: str) -> Account:
    """Whose password the code may replace. Raises ResetLinkUnknown, TooManyTries."""
    await parts.limits.take(CODE, address)
    async with parts.works.read() as work:
        return await person_behind_reset_link(work, code, parts.clock.now())


async def reset_with_code(parts: Parts, code: str, new: str, *, address: str, field: str) -> None:
    """Replace a forgotten password; every session and token ends. Raises ResetLinkUnknown and the rules' errors."""
    account = await person_resetting(parts, code, address)
    check_password(new, handle=account.handle, field=field)
    password_hash = await parts.passwords.hash(new)
    async with parts.works.write() as work:
        ended = await reset_password(work, code, password_hash, parts.clock.now())
    await tell_ended(parts.messages, ended)
