"""The first owner: while nobody runs this Kamra, whoever holds the set-up code may."""

from datetime import datetime

from domain.accounts.account import Account, Role
from domain.accounts.decisions import PUBLIC_PAGES
from domain.accounts.join import account_of
from domain.accounts.rules import Newcomer
from domain.errors import Conflict, NotFound
from domain.work import Work


class SetupDone(Conflict):
    """Somebody runs this Kamra already."""


class SetupLinkUnknown(NotFound):
    """Not the set-up code of this Kamra."""


async def has_owner(work: Work) -> bool:
    """Whether somebody runs this Kamra."""
    return await work.accounts.count(Role.ADMIN) > 0


async def become_owner(
    work: Work, newcomer: Newcomer, password_hash: str, *, public_pages: bool | None, now: datetime
) -> Account:
    """Add the first admin and, where they said it, who may look in.

    Raises SetupDone, what the rules raise, HandleTaken, EmailTaken.
    """
    newcomer.check()
    await work.accounts.hold_admins()
    if await has_owner(work):
        raise SetupDone
    account = account_of(newcomer, password_hash, Role.ADMIN, now)
    await work.accounts.add(account)
    if public_pages is not None:
        await work.decisions.keep(PUBLIC_PAGES, on=public_pages)
    return account
