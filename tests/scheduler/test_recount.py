"""Figures that went wrong are found, told and corrected; those that are right are left alone."""

from prometheus_client import REGISTRY
from sqlalchemy import Table, insert, update

from domain.accounts.account import Account
from domain.accounts.leave import leave
from domain.ids import PostId, new_uuid
from scheduler.recount import recount
from scheduler.resting import Rest
from storage.database.tables.accounts import accounts
from storage.database.tables.posts import posts
from storage.database.work import Database
from tests.signed_in import add_person
from ui.parts import Parts


async def test_a_wrong_figure_is_corrected_and_told(parts: Parts, anna: Account) -> None:
    ben = await add_person(parts.works, parts, "ben")
    post = await _liked_post(parts, anna, ben)
    assert await recount(parts.works) == 0
    before = _told("people"), _told("posts")
    await _spoil(parts, accounts, followers=7, posts_followers=3)
    await _spoil(parts, posts, like_count=9)
    assert await recount(parts.works) == 3
    async with parts.works.read() as work:
        now, liked = await work.accounts.get(anna.id), await work.posts.get(post)
    assert now is not None
    assert liked is not None
    figures = (now.followers, now.following, now.posts, now.posts_followers, now.posts_me)
    assert (figures, liked.like_count, liked.comment_count) == ((1, 0, 1, 0, 0), 1, 0)
    assert (_told("people"), _told("posts")) == (before[0] + 2, before[1] + 1)
    assert await recount(parts.works) == 0


async def test_it_rests_as_long_as_each_step_takes(parts: Parts, anna: Account) -> None:
    await _liked_post(parts, anna, await add_person(parts.works, parts, "ben"))
    times, rested = iter([0.0, 0.25, 1.0, 61.0, 62.0]), list[float]()

    async def sleep(seconds: float) -> None:
        rested.append(seconds)

    await recount(parts.works, Rest(now=lambda: next(times), sleep=sleep))
    assert rested == [0.25, 5]  # after the people, and after a post that took a minute


async def test_who_has_left_and_is_not_removed_yet_is_no_wrong_figure(parts: Parts, anna: Account) -> None:
    ben = await add_person(parts.works, parts, "ben")
    await _liked_post(parts, anna, ben)
    async with parts.works.write() as work:
        await leave(work, ben.id, parts.clock.now())
    assert await recount(parts.works) == 0


async def _liked_post(parts: Parts, author: Account, liker: Account) -> PostId:
    now, post_id = parts.clock.now(), PostId(new_uuid())
    row = {"id": post_id, "author_id": author.id, "words": "", "visibility": "public", "reach": 3, "created_at": now}
    assert isinstance(parts.works, Database)
    async with parts.works.engines.writer.begin() as connection:
        await connection.execute(insert(posts).values(row))
        await connection.execute(update(accounts).where(accounts.c.id == author.id).values(posts=1))
    async with parts.works.write() as work:
        await work.follows.add(liker.id, author.id, now)
        await work.likes.add(post_id, liker.id, now)
    return post_id


async def _spoil(parts: Parts, table: Table, **figures: int) -> None:
    assert isinstance(parts.works, Database)
    async with parts.works.engines.writer.begin() as connection:
        await connection.execute(update(table).values(figures))


def _told(of: str) -> float:
    return REGISTRY.get_sample_value("kamra_figures_corrected_total", {"of": of}) or 0
