"""Fills an empty Kamra with the demo: its people, their painted pictures, and six weeks of what happened."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

from domain.accounts.account import Account
from domain.accounts.actor import Actor, Scope
from domain.accounts.edit_profile import ProfileChange, edit_profile
from domain.accounts.join import account_of
from domain.accounts.rules import Newcomer
from domain.graph import notices
from domain.graph.follow import follow
from domain.ids import AccountId, MediaId, uuid_at
from domain.notifications.tell import tell
from ui.demo.painter import Painter
from ui.demo.people import FOLLOWS, PASSWORD, PEOPLE, WAITING, DemoPerson
from ui.demo.pictures import Painted, paint_all
from ui.demo.telling import BEGAN, tell_story
from ui.parts import Parts


async def fill(parts: Parts, painter: Painter) -> AsyncIterator[str]:
    """Add it all; yields a line whenever a part of it is there."""
    actors: dict[str, Actor] = {}
    for number, person in enumerate(PEOPLE):
        account = await _join(parts, person, timedelta(minutes=number))
        actors[person.handle] = Actor(account=account, scopes=frozenset(Scope), session_id=None)
    await _begin_to_follow(parts, actors)
    painted: Painted = {}
    async for handle in paint_all(parts, painter, actors, painted):
        person = next(one for one in PEOPLE if one.handle == handle)
        await _show_face(parts, actors[handle], painted[handle, *person.face])
        yield f"{person.name}: {sum(who == handle for who, _, _ in painted)} pictures"
    yield await tell_story(parts, actors, painted)
    async with parts.works.write() as work:
        for one, other in WAITING:
            await follow(work, actors[one], actors[other].account.id, parts.clock.now())


async def _join(parts: Parts, person: DemoPerson, later: timedelta) -> Account:
    newcomer = Newcomer(
        handle=person.handle,
        display_name=person.name,
        password=PASSWORD,
        email=f"{person.handle}@example.com",
        bio=person.bio,
    )
    newcomer.check()
    joined = parts.clock.now() - BEGAN + later
    account = account_of(newcomer, await parts.passwords.hash(PASSWORD), person.role, joined)
    account = replace(account, id=AccountId(uuid_at(joined)), is_private=person.is_private)
    async with parts.works.write() as work:
        await work.accounts.add(account)
    return account


async def _begin_to_follow(parts: Parts, actors: dict[str, Actor]) -> None:
    begun = parts.clock.now() - BEGAN + timedelta(hours=1)
    async with parts.works.write() as work:
        for number, (one, other) in enumerate(FOLLOWS):
            at = begun + timedelta(minutes=11 * number)
            follower, followed = actors[one].account.id, actors[other].account.id
            await work.follows.add(follower, followed, at)
            await tell(work, notices.followed(follower, followed), at)


async def _show_face(parts: Parts, actor: Actor, picture: MediaId) -> None:
    change = ProfileChange(given=frozenset({"avatar_media_id"}), avatar_media_id=picture)
    async with parts.works.write() as work:
        await edit_profile(work, actor, actor.account.id, change, parts.clock.now())
