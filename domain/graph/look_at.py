"""What somebody is told of another: what stands between the two, and whom the other follows and is followed by."""

from datetime import datetime

from domain.accounts.account import AccountNotFound
from domain.accounts.actor import Actor, Scope
from domain.graph.relationship import Profile, Relationship
from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window
from domain.work import Work


async def own_relationship(work: Work, actor: Actor, whom: AccountId) -> Relationship:
    """Also with somebody one blocks, who is there for nothing else. Raises AccountNotFound."""
    actor.demand(Scope.READ)
    profile = await work.people.profile(whom, actor.account.id)
    if profile is not None:
        return profile.relationship
    if await work.blocks.is_blocking(actor.account.id, whom):
        return Relationship(is_blocking=True)
    raise AccountNotFound


async def list_followers(
    work: Work, whose: Profile, viewer: AccountId | None, window: Window, now: datetime
) -> Page[SeenSince]:
    """Who follows this person, newest first; nobody where that is not for the viewer."""
    if not whose.lists_visible:
        return Page(items=())
    return await work.follows.followers(whose.person.account.id, viewer, window, now)


async def list_following(
    work: Work, whose: Profile, viewer: AccountId | None, window: Window, now: datetime
) -> Page[SeenSince]:
    """Whom this person follows, newest first; nobody where that is not for the viewer."""
    if not whose.lists_visible:
        return Page(items=())
    return await work.follows.following(whose.person.account.id, viewer, window, now)
