"""Upon whom a moderator may act, and holding both while they do."""

from domain.accounts.account import Account, AccountNotFound, Role
from domain.accounts.actor import Actor, NotAllowed
from domain.ids import AccountId
from domain.work import Work


async def hold_people(work: Work, actor: Actor, whose: AccountId, *others: AccountId) -> Account:
    """The person it is done to; none of them changes or goes until the transaction ends.

    What moderators and admins do and say is for an admin to judge. Raises AccountNotFound, NotAllowed.
    """
    actor.demand_moderator()
    held = {one: await work.accounts.hold(one) for one in sorted({actor.account.id, whose, *others})}
    account = held[whose]
    if account is None or held[actor.account.id] is None:
        raise AccountNotFound
    if account.role is not Role.MEMBER and actor.account.role is not Role.ADMIN:
        raise NotAllowed
    return account
