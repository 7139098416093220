"""The demo is a place where something has happened, and its people find it as they would find anything."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import httpx
from fastapi import FastAPI

from domain.accounts.account import Account
from domain.paging import Page, Window
from domain.posts.post import ShownPost, Visibility
from domain.search.question import post_question
from domain.work import Work
from storage.demo.painting import PaintedScenes
from tests.painted import photograph
from ui.demo.filling import fill
from ui.demo.people import PEOPLE
from ui.demo.room import PICTURES, room_of_demo
from ui.demo.telling import WHOLE_STORY
from ui.parts import Parts
from ui.rooms.client.secret import parse_link, room_keys
from ui.rooms.client.visiting import visited


class QuickPainter:
    """Implements `ui.demo.painter.Painter`: small pictures of anything."""

    scenes: Sequence[str] = PaintedScenes.scenes

    def paint(self, scene: str, seed: int, taken_at: datetime) -> bytes:
        assert scene in self.scenes
        return photograph(width=96, height=64, seed=seed)

    def smaller(self, picture: bytes, side: int) -> tuple[bytes, int, int]:
        return PaintedScenes().smaller(picture, side)


async def test_the_demo_is_full_of_life(app: FastAPI) -> None:
    parts: Parts = app.state.parts
    lines = [line async for line in fill(parts, QuickPainter())]
    assert len(lines) == len(PEOPLE) + 1
    await _check_room(app)
    async with parts.works.read() as work:
        people = {one.handle: one for one in (await work.accounts.list(Window(limit=200))).items}
        anna = people["demo"]
        feed = await work.feed.page(anna.id, Window(limit=200), parts.clock.now())
        _looks_lived_in(feed, parts.clock.now())
        assert all(one.avatar_media_id is not None for one in people.values())
        assert anna.posts + anna.posts_followers + anna.posts_me == await _own(work, anna, parts)
        found = await work.search.posts(post_question("#morning"), anna.id, Window(), parts.clock.now())
        assert len(found.items) >= 4
        assert await work.notifications.unread_count(anna.id, parts.clock.now()) > 0
        told = await work.notifications.list(anna.id, Window(limit=200), parts.clock.now())
        assert {one.kind.value for one in told.items} >= {"liked", "commented", "followed", "mentioned"}


def _looks_lived_in(feed: Page[ShownPost], now: datetime) -> None:
    times = [one.post.created_at for one in feed.items]
    assert times == sorted(times, reverse=True)
    assert len(times) == len(WHOLE_STORY)  # Anna follows everybody
    assert now - times[-1] > timedelta(days=40)
    assert now - times[0] < timedelta(days=2)
    assert {one.post.visibility for one in feed.items} == set(Visibility)
    assert {len(one.pictures) for one in feed.items} >= {1, 2, 3, 5}
    assert sum(one.post.comment_count for one in feed.items) == sum(len(one.said) for one in WHOLE_STORY)
    assert sum(one.post.like_count for one in feed.items) == sum(len(one.likes) for one in WHOLE_STORY)


async def _own(work: Work, person: Account, parts: Parts) -> int:
    page = await work.posts.of_author(person.id, person.id, Window(limit=200), parts.clock.now())
    return len(page.items)


async def _check_room(app: FastAPI) -> None:
    address = "http://localhost:8080"
    link = await room_of_demo(app, QuickPainter(), address, "")
    assert await room_of_demo(app, QuickPainter(), address, link) == link  # it lasts from start to start
    keys = room_keys(parse_link(link).secret)
    async with visited(address, keys, transport=httpx.ASGITransport(app=app)) as visit:
        assert len(visit.manifest.view.files) == len(PICTURES)
        for file in visit.manifest.view.files.values():
            assert await visit.store.parts(file.object.object_id)
