"""What was found before a backup is found after it was restored, and what is written there from then on as well."""

from dataclasses import replace
from pathlib import Path

from domain.accounts.actor import Actor
from domain.paging import Window
from domain.posts.publish import NewPost, publish
from domain.search.question import people_question, post_question
from tests.backup.backing_up import backed_up, restored
from tests.conftest import MovableClock
from tests.scheduler.test_media_sweeps import added, run
from ui.app import opened_parts
from ui.parts import Parts
from ui.settings import Settings


async def test_search_goes_on_in_a_restored_kamra(
    parts: Parts, actor: Actor, there: Settings, clock: MovableClock, tmp_path: Path
) -> None:
    media = await added(parts, actor)
    await run(parts, media)
    async with parts.works.write() as work:
        gone, _ = await publish(work, actor, NewPost(pictures=[media.id], caption="a kite"), clock.now())
        post, _ = await publish(work, actor, NewPost(pictures=[media.id], caption="Café at dusk"), clock.now())
        await work.posts.remove(gone.id)
    await backed_up(parts.settings, clock, tmp_path / "kamra.tar")
    await restored(there, clock, tmp_path / "kamra.tar")
    async with opened_parts(there, role="command", clock=clock, ticking=False, password_rounds=4) as back:
        assert await _found(back, actor, "cafe") == [post.id]
        assert await _found(back, actor, "kite") == []
        async with back.works.write() as work:
            await work.posts.change(replace(post, caption="a boat at dawn"))
        assert await _found(back, actor, "caf") == []
        assert await _found(back, actor, "boat daw") == [post.id]
        async with back.works.read() as work:
            people = await work.search.people(people_question("ann"), actor.account.id, Window(), clock.now())
        assert [one.account.id for one in people.items] == [actor.account.id]


async def _found(parts: Parts, actor: Actor, typed: str) -> list[object]:
    async with parts.works.read() as work:
        page = await work.search.posts(post_question(typed), actor.account.id, Window(), parts.clock.now())
    return [one.post.id for one in page.items]
