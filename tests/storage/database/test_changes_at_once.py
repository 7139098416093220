"""Transactions at the same time: two that change one picture both have their way, one that reads sees one moment."""

import asyncio
from dataclasses import replace

from domain.accounts.actor import Actor, Scope
from domain.media.begin_upload import Announced, begin_upload
from domain.media.change_details import change_details
from domain.media.details import Details
from tests.signed_in import add_person
from ui.parts import Parts
from ui.uploads.intake import limits_of


async def test_a_name_and_tags_given_at_once_are_both_kept(parts: Parts) -> None:
    actor = Actor(account=await add_person(parts.works, parts, "anna"), scopes=frozenset(Scope), session_id=None)
    announced = Announced(content_type="image/png", filename="a.png", bytes=9)
    async with parts.works.write() as work:
        _, picture = await begin_upload(work, actor, announced, limits_of(parts.settings), parts.clock.now())

    async def change(details: Details) -> None:
        async with parts.works.write() as work:
            await change_details(work, actor, picture.id, details, parts.clock.now())

    for number in range(10):
        details = Details(name=f"name {number}"), Details(tags=(f"tag {number}",)), Details(alt=f"alt {number}")
        await asyncio.gather(*(change(one) for one in details))
        async with parts.works.read() as work:
            now = await work.media.get(picture.id)
        assert now is not None
        assert (now.name, now.tags, now.alt) == (f"name {number}", (f"tag {number}",), f"alt {number}")


async def test_who_reads_sees_one_moment_whatever_is_written_meanwhile(parts: Parts) -> None:
    async with parts.works.read() as reading:
        assert (await reading.media.usage()).pictures == 0
        actor = Actor(account=await add_person(parts.works, parts, "anna"), scopes=frozenset(Scope), session_id=None)
        async with parts.works.write() as work:
            announced = Announced(content_type="image/png", filename="a.png", bytes=9)
            await begin_upload(work, actor, announced, limits_of(parts.settings), parts.clock.now())
        assert (await reading.media.usage()).pictures == 0
    async with parts.works.read() as reading:
        assert (await reading.media.usage()).pictures == 1


async def test_a_person_leaves_while_the_picture_that_shows_them_is_deleted(parts: Parts) -> None:
    account = await add_person(parts.works, parts, "anna")
    actor = Actor(account=account, scopes=frozenset(Scope), session_id=None)
    now = parts.clock.now()
    async with parts.works.write() as work:
        announced = Announced(content_type="image/png", filename="a.png", bytes=9)
        _, picture = await begin_upload(work, actor, announced, limits_of(parts.settings), now)
        await work.accounts.change(replace(account, avatar_media_id=picture.id))

    async def delete() -> bool:
        async with parts.works.write() as work:
            return await work.media.mark_gone(picture.id, now)

    async with parts.works.write() as work:
        await work.accounts.hold(account.id)
        deleting = asyncio.create_task(delete())
        for _ in range(20):  # until it waits
            await asyncio.sleep(0.01)
        await work.accounts.mark_gone(account.id, now)
        await work.media.mark_all_gone(account.id, now)
    assert await deleting is False
