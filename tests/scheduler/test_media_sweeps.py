"""What a crash leaves behind, the sweeps put right, at whatever step it came (C31)."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.accounts.actor import Actor
from domain.ids import MediaId, new_uuid
from domain.media.add_picture import add_picture
from domain.media.begin_upload import Announced, begin_upload
from domain.media.check import differences
from domain.media.media import Media, Status
from domain.media.process import MAX_ATTEMPTS, process
from domain.media.rendering import Rendered
from domain.media.upload import UPLOAD_LIFE
from scheduler.expire_uploads import expire_uploads
from scheduler.finish_deletions import finish_deletions
from scheduler.recover_uploads import STUCK_AFTER, WAITING_AFTER, recover_interrupted, recover_uploads
from scheduler.remove_strays import remove_strays
from storage.database.turns import DatabaseTurns
from storage.renditions.pool import PictureWorkers
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.scheduler.conftest import NotedQueue
from ui.parts import Parts
from ui.uploads.intake import intake_of, limits_of


async def chunks(*parts: bytes):
    for part in parts:
        yield part


async def added(parts: Parts, actor: Actor, seed: int = 1) -> Media:
    announced = Announced(content_type="image/jpeg", filename="a.jpg")
    return await add_picture(intake_of(parts), actor, announced, chunks(photograph(width=700, seed=seed)))


async def announced(parts: Parts, actor: Actor) -> Media:
    picture = Announced(content_type="image/jpeg", filename=None, bytes=5)
    async with parts.works.write() as work:
        _, media = await begin_upload(work, actor, picture, limits_of(parts.settings), parts.clock.now())
    return media


async def now_of(parts: Parts, media: Media) -> Media | None:
    async with parts.works.read() as work:
        return await work.media.get(media.id)


async def run(parts: Parts, media: Media) -> None:
    await process(
        media.id,
        works=parts.works,
        files=parts.files,
        renderer=parts.renderer,
        clock=parts.clock,
        messages=parts.messages,
    )


async def keys(parts: Parts) -> list[str]:
    return [stored.key async for stored in parts.files.list()]


async def everything_wrong(parts: Parts) -> list[str]:
    return [str(one) async for one in differences(parts.works, parts.files)]


async def claim(parts: Parts, media: Media) -> Media | None:
    async with parts.works.write() as work:
        return await work.processing.claim(media.id, parts.clock.now())


async def test_a_picture_nobody_began_to_process_is_queued_after_a_while(
    parts: Parts, actor: Actor, queue: NotedQueue, clock: MovableClock, turns: DatabaseTurns
) -> None:
    media = await added(parts, actor)
    assert await recover_uploads(parts.works, queue, clock, turns) == 0
    clock.move(WAITING_AFTER)
    assert await recover_uploads(parts.works, queue, clock, turns) == 1
    assert queue.noted == [str(media.id)]


async def test_a_picture_whose_processing_never_ended_is_queued_again(
    parts: Parts, actor: Actor, queue: NotedQueue, clock: MovableClock, turns: DatabaseTurns
) -> None:
    media = await added(parts, actor)
    assert await claim(parts, media) is not None
    clock.move(WAITING_AFTER)
    assert await recover_uploads(parts.works, queue, clock, turns) == 0
    clock.move(STUCK_AFTER)
    assert await recover_uploads(parts.works, queue, clock, turns) == 1
    await run(parts, media)
    done = await now_of(parts, media)
    assert done is not None
    assert (done.status, done.attempts, len(done.renditions)) == (Status.COMPLETED, 2, 3)


async def test_a_kamra_of_one_process_takes_up_at_once_what_its_end_interrupted(
    parts: Parts, actor: Actor, queue: NotedQueue, clock: MovableClock, turns: DatabaseTurns
) -> None:
    media = await added(parts, actor)
    await claim(parts, media)
    clock.move(timedelta(seconds=1))
    assert await recover_interrupted(parts.works, clock) == 1
    assert await recover_uploads(parts.works, queue, clock, turns) == 1


async def test_only_one_claims_a_picture(parts: Parts, actor: Actor) -> None:
    media = await added(parts, actor)
    assert await claim(parts, media) is not None
    assert await claim(parts, media) is None


async def test_a_picture_that_ends_the_program_again_and_again_fails_at_last(
    parts: Parts, actor: Actor, clock: MovableClock
) -> None:
    media = await added(parts, actor)
    for _ in range(MAX_ATTEMPTS):
        assert await claim(parts, media) is not None
        clock.move(timedelta(seconds=1))
        await recover_interrupted(parts.works, clock)
    await run(parts, media)
    failed = await now_of(parts, media)
    assert failed is not None
    assert (failed.status, failed.reason) == (Status.FAILED, "processing_gave_up")


async def test_an_error_that_is_not_the_picture_s_fault_lets_it_wait(parts: Parts, actor: Actor) -> None:
    class BrokenRenderer(PictureWorkers):
        async def render(self, original: Path, into: Path) -> Rendered:
            raise OSError("no space left")

    media = await added(parts, actor)
    broken = {"works": parts.works, "files": parts.files, "clock": parts.clock, "messages": parts.messages}
    with pytest.raises(OSError, match="no space left"):
        await process(media.id, renderer=BrokenRenderer(1), **broken)
    waiting = await now_of(parts, media)
    assert waiting is not None
    assert (waiting.status, waiting.attempts) == (Status.UPLOADED, 1)


async def test_an_upload_whose_bytes_never_came_is_forgotten_when_its_time_is_over(
    parts: Parts, actor: Actor, clock: MovableClock
) -> None:
    never, kept = await announced(parts, actor), await added(parts, actor)
    assert await expire_uploads(parts.works, parts.files, parts.messages, clock) == 0
    clock.move(UPLOAD_LIFE)
    assert await expire_uploads(parts.works, parts.files, parts.messages, clock) == 1
    assert await now_of(parts, never) is None
    assert await now_of(parts, kept) is not None
    assert await expire_uploads(parts.works, parts.files, parts.messages, clock) == 0


async def test_a_deletion_that_was_cut_short_is_finished(parts: Parts, actor: Actor, clock: MovableClock) -> None:
    marked, kept = await added(parts, actor), await added(parts, actor, seed=2)
    await run(parts, marked)
    async with parts.works.write() as work:
        await work.media.mark_gone(marked.id, clock.now())
    assert await finish_deletions(parts.works, parts.files) == 1
    assert all(str(kept.id) in key for key in await keys(parts))
    async with parts.works.read() as work:
        assert [media.id for media in await work.media.stored(None, 9)] == [kept.id]
    assert await finish_deletions(parts.works, parts.files) == 0


async def test_a_person_s_deletion_that_was_cut_short_is_finished(
    parts: Parts, actor: Actor, clock: MovableClock
) -> None:
    media = await added(parts, actor)
    await run(parts, media)
    async with parts.works.write() as work:
        await work.accounts.mark_gone(actor.account.id, clock.now())
        await work.media.mark_all_gone(actor.account.id, clock.now())
    assert await finish_deletions(parts.works, parts.files) == 2
    assert await keys(parts) == []
    async with parts.works.read() as work:
        assert await work.media.stored(None, 9) == []
        assert await work.accounts.marked_gone() == []


async def test_bytes_that_no_row_names_are_removed_and_others_are_not(parts: Parts, actor: Actor) -> None:
    done, waiting, coming = await added(parts, actor), await added(parts, actor, seed=2), await announced(parts, actor)
    await run(parts, done)
    before = sorted(await keys(parts))
    for stray in (
        f"originals/{new_uuid()}/{new_uuid()}",
        f"renditions/{new_uuid()}/320.jpg",
        f"originals/{done.id}/{new_uuid()}",
        f"originals/{waiting.id}/{new_uuid()}",  # its sender was cut off after the last byte and sent it again
        f"renditions/{done.id}/5.jpg",
        "originals/not-an-id/x",
    ):
        await parts.files.write(stray, chunks(b"stray"))
    on_their_way = [f"originals/{coming.id}/{new_uuid()}", f"renditions/{waiting.id}/320.jpg"]
    for key in on_their_way:
        await parts.files.write(key, chunks(b"half"))
    assert len(await everything_wrong(parts)) == 6
    assert await remove_strays(parts.works, parts.files) == 6
    assert sorted(await keys(parts)) == sorted([*before, *on_their_way])
    assert await everything_wrong(parts) == []


async def test_rows_whose_bytes_are_missing_are_named(parts: Parts, actor: Actor) -> None:
    media = await added(parts, actor)
    await run(parts, media)
    lost = f"renditions/{media.id}/320.jpg"
    await parts.files.delete([lost])
    assert await everything_wrong(parts) == [f"{lost}: no bytes"]


async def test_nothing_happens_to_a_picture_that_is_not_there(parts: Parts) -> None:
    await process(
        MediaId(UUID(int=7)),
        works=parts.works,
        files=parts.files,
        renderer=parts.renderer,
        clock=parts.clock,
        messages=parts.messages,
    )
