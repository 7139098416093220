"""Pictures as rows: who sees them, which step follows which, and that removing leaves nothing."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from domain.accounts.account import Account
from domain.accounts.actor import Actor, Scope
from domain.files import Written
from domain.ids import OriginalId, new_uuid
from domain.media.begin_upload import Announced, begin_upload
from domain.media.details import Details
from domain.media.media import Media, Status
from storage.database.engine import open_engines
from storage.database.tables.media import media as media_table
from storage.database.tables.media import media_tags, renditions, uploads
from storage.database.turns import DatabaseTurns
from storage.database.work import Database
from tests.signed_in import add_person
from ui.parts import Parts
from ui.uploads.intake import limits_of

WRITTEN = Written(sha256=b"s" * 32, bytes=9)


@pytest.fixture
async def anna(parts: Parts) -> Account:
    return await add_person(parts.works, parts, "anna")


@pytest.fixture
async def picture(parts: Parts, anna: Account) -> Media:
    actor = Actor(account=anna, scopes=frozenset(Scope), session_id=None)
    announced = Announced(content_type="image/png", filename="a.png", bytes=9)
    async with parts.works.write() as work:
        _, media = await begin_upload(work, actor, announced, limits_of(parts.settings), parts.clock.now())
    return media


async def test_a_picture_comes_back_as_it_was_kept(parts: Parts, picture: Media) -> None:
    async with parts.works.read() as work:
        kept = await work.media.get(picture.id)
    assert kept is not None
    assert replace(kept, status_at=picture.status_at, created_at=picture.created_at) == picture
    assert abs(kept.created_at - picture.created_at) < timedelta(milliseconds=1)


async def test_only_its_owner_sees_a_picture_and_only_while_not_suspended(
    parts: Parts, anna: Account, picture: Media
) -> None:
    ben = await add_person(parts.works, parts, "ben")
    now = parts.clock.now()
    async with parts.works.read() as work:
        seen = [await work.media.visible(picture.id, viewer, now) for viewer in (anna.id, ben.id, None)]
    assert [one is not None for one in seen] == [True, False, False]
    async with parts.works.write() as work:
        await work.accounts.change(replace(anna, suspended_at=now, suspended_until=now + timedelta(hours=1)))
        assert await work.media.visible(picture.id, anna.id, now) is None
        assert await work.media.visible(picture.id, anna.id, now + timedelta(hours=1)) is not None
        await work.accounts.change(replace(anna, suspended_at=now))
        assert await work.media.visible(picture.id, anna.id, now + timedelta(days=999)) is None


async def test_a_step_is_taken_only_from_the_one_before_it(parts: Parts, picture: Media) -> None:
    now = parts.clock.now()
    original = OriginalId(new_uuid())
    async with parts.works.write() as work:
        assert await work.processing.claim(picture.id, now) is None
        assert await work.processing.fail(picture, "not_a_picture", {}, now) is False
        assert await work.processing.retry(picture.id, now) is False
        assert await work.processing.arrived(picture.id, original, WRITTEN, now) is True
        assert await work.processing.arrived(picture.id, OriginalId(new_uuid()), WRITTEN, now) is False
        claimed = await work.processing.claim(picture.id, now)
        assert claimed is not None
        assert await work.processing.fail(picture, "too_many_pixels", {}, now) is False
        assert await work.processing.fail(claimed, "too_many_pixels", {"megapixels": 400}, now) is True
        failed = await work.media.get(picture.id)
        assert await work.processing.retry(picture.id, now) is True
    assert (claimed.status, claimed.attempts, claimed.original_id) == (Status.PROCESSING, 1, original)
    assert failed is not None
    assert (failed.reason, failed.reason_facts) == ("too_many_pixels", {"megapixels": 400})


async def test_a_picture_is_given_up_only_while_it_is_no_further(parts: Parts, picture: Media) -> None:
    now = parts.clock.now()
    async with parts.works.write() as work:
        assert await work.processing.arrived(picture.id, OriginalId(new_uuid()), WRITTEN, now) is True
        assert await work.processing.give_up(picture.id, now, while_in=[Status.PENDING]) is False
        assert await work.media.get(picture.id) is not None
        assert await work.processing.give_up(picture.id, now, while_in=[Status.PENDING, Status.UPLOADED]) is True
        assert await work.media.get(picture.id) is None


async def test_of_many_who_claim_a_picture_at_once_one_gets_it(parts: Parts, picture: Media) -> None:
    now = parts.clock.now()
    async with parts.works.write() as work:
        await work.processing.arrived(picture.id, OriginalId(new_uuid()), WRITTEN, now)

    async def claim() -> bool:
        async with parts.works.write() as work:
            return await work.processing.claim(picture.id, now) is not None

    assert sum(await asyncio.gather(*(claim() for _ in range(8)))) == 1


async def test_nothing_happens_any_more_to_a_picture_that_is_marked_as_gone(parts: Parts, picture: Media) -> None:
    now = parts.clock.now()
    async with parts.works.write() as work:
        await work.media.mark_gone(picture.id, now)
        assert await work.processing.arrived(picture.id, OriginalId(new_uuid()), WRITTEN, now) is False
        assert await work.media.get(picture.id) is None
        assert await work.media.marked_gone(5) == [picture.id]
        assert (await work.media.usage(picture.owner_id)).pictures == 0


async def test_removing_a_person_leaves_no_row_of_their_pictures(parts: Parts, anna: Account, picture: Media) -> None:
    async with parts.works.write() as work:
        await work.media.change(picture, Details(tags=("sea",)))
        await work.accounts.remove(anna.id)
    assert isinstance(parts.works, Database)
    async with parts.works.engines.reader.begin() as connection:
        for table in (media_table, media_tags, renditions, uploads):
            assert (await connection.execute(select(func.count()).select_from(table))).scalar_one() == 0


async def test_a_turn_belongs_to_one_process_at_a_time(database_url: str) -> None:
    one, other = open_engines(database_url), open_engines(database_url)
    if one.is_sqlite:
        pytest.skip("a SQLite file belongs to one process")
    mine, theirs = DatabaseTurns(one), DatabaseTurns(other)
    try:
        async with mine.take("a sweep") as first, theirs.take("a sweep") as second, theirs.take("another") as third:
            assert (first, second, third) == (True, False, True)
        async with theirs.take("a sweep") as again:
            assert again
    finally:
        for turns, engines in ((mine, one), (theirs, other)):
            await turns.close()
            await engines.close()


async def test_whoever_is_cancelled_while_asking_for_a_turn_leaves_turns_to_all_others(database_url: str) -> None:
    one, other = open_engines(database_url), open_engines(database_url)
    mine, theirs = DatabaseTurns(one), DatabaseTurns(other)

    async def sweep() -> None:
        async with mine.take("a sweep"):
            pass

    try:
        for moment in range(12):  # some of them while PostgreSQL is being asked
            asking = asyncio.create_task(sweep())
            for _ in range(moment):
                await asyncio.sleep(0)
            asking.cancel()
            await asyncio.wait([asking])
            async with mine.take("another") as still:
                assert still
        await mine.close()
        async with theirs.take("a sweep") as again:
            assert again
    finally:
        for turns, engines in ((mine, one), (theirs, other)):
            await turns.close()
            await engines.close()


async def test_a_turn_is_taken_once_in_one_process_too(database_url: str) -> None:
    engines = open_engines(database_url)
    turns = DatabaseTurns(engines)
    try:
        async with turns.take("a sweep") as first, turns.take("a sweep") as second:
            assert (first, second) == (True, False)
        async with turns.take("a sweep") as again:
            assert again
    finally:
        await turns.close()
        await engines.close()
