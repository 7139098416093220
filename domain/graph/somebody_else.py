"""The two between whom something changes: one who acts, and somebody else."""

from domain.accounts.account import AccountNotFound
from domain.accounts.actor import Actor
from domain.errors import NotSignedIn, RuleBroken
from domain.graph.relationship import Profile
from domain.ids import AccountId
from domain.work import Work


class ThatIsYou(RuleBroken):
    """One cannot follow, block or mute oneself."""


async def hold_both(work: Work, actor: Actor, whom: AccountId) -> None:
    """Nobody else changes what stands between the two until the transaction ends. Raises ThatIsYou, NotSignedIn."""
    if whom == actor.account.id:
        raise ThatIsYou
    if actor.account.id not in await work.follows.hold(actor.account.id, whom):
        raise NotSignedIn  # left meanwhile


async def demand_visible(work: Work, actor: Actor, whom: AccountId) -> Profile:
    """The other, with what stands between the two. Raises AccountNotFound."""
    profile = await work.people.profile(whom, actor.account.id)
    if profile is None:
        raise AccountNotFound
    return profile


async def hold_visible(work: Work, actor: Actor, whom: AccountId) -> Profile:
    """Both held, and the other as this person sees them. Raises ThatIsYou, AccountNotFound, NotSignedIn."""
    await hold_both(work, actor, whom)
    return await demand_visible(work, actor, whom)
