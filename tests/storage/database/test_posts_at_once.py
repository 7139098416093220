"""Many people like, comment, post, edit and leave at once: nobody waits for ever, every count is exact (E50)."""

import asyncio

from sqlalchemy import func, select

from domain.accounts.account import Account
from domain.accounts.actor import Actor, Scope
from domain.accounts.leave import leave
from domain.errors import NotFound
from domain.ids import PostId
from domain.posts.delete import delete_post
from domain.posts.delete_comment import delete_comment
from domain.posts.edit import PostChange, edit_post
from domain.posts.like import like
from domain.posts.post import Visibility
from domain.posts.say import say
from domain.posts.unlike import unlike
from storage.database.tables.accounts import accounts
from storage.database.tables.posts import comments, likes, posts
from storage.database.work import Database
from tests.posting import add_post
from tests.signed_in import add_person
from ui.parts import Parts

WRITERS = 14


async def test_e50_counts_are_exact_whoever_writes_at_once(parts: Parts) -> None:
    people = [await add_person(parts.works, parts, f"person{number}") for number in range(WRITERS)]
    written = [await add_post(parts, _actor(people[number % 3]), visibility=Visibility.PUBLIC) for number in range(4)]

    async def write(number: int) -> None:
        for step in range(2):
            await _act(parts, _actor(people[number]), written[(number + step) % len(written)], number)

    async def go() -> None:
        async with parts.works.write() as work:
            await leave(work, people[-1].id, parts.clock.now())

    await asyncio.gather(*(write(number) for number in range(WRITERS)), go())
    await _all_counts_are_exact(parts)


async def test_e50_a_thousand_likes_and_unlikes_at_once_end_with_an_exact_count(parts: Parts) -> None:
    people = [await add_person(parts.works, parts, f"person{number}") for number in range(20)]
    post_id = await add_post(parts, _actor(people[0]), visibility=Visibility.PUBLIC)

    async def change_mind(number: int) -> None:
        for step in range(50 + number % 2):  # half of them end with a like
            async with parts.works.write() as work:
                await (unlike if step % 2 else like)(work, _actor(people[number]), post_id, parts.clock.now())

    async with asyncio.timeout(60):
        await asyncio.gather(*(change_mind(number) for number in range(20)))
    await _all_counts_are_exact(parts)
    async with parts.works.read() as work:
        post = await work.posts.visible(post_id, people[0].id, parts.clock.now())
    assert post is not None
    assert post.like_count == 10


async def _act(parts: Parts, actor: Actor, post_id: PostId, number: int) -> None:
    now = parts.clock.now()
    try:
        async with parts.works.write() as work:
            await like(work, actor, post_id, now)
        async with parts.works.write() as work:
            comment, _ = await say(work, actor, post_id, f"@person{(number + 1) % WRITERS} look", now)
        async with parts.works.write() as work:
            if number % 2:
                await unlike(work, actor, post_id, now)
        async with parts.works.write() as work:
            if number % 3:
                await delete_comment(work, actor, post_id, comment.id, now)
        await _change_own(parts, actor, post_id, number)
    except NotFound:
        return  # it went, or its author, or oneself


async def _change_own(parts: Parts, actor: Actor, post_id: PostId, number: int) -> None:
    now = parts.clock.now()
    async with parts.works.write() as work:
        post = await work.posts.visible(post_id, actor.account.id, now)
        if post is None or post.author_id != actor.account.id:
            return
        caption = f"for @person{number + 3}"
        change = PostChange(has_caption=True, caption=caption, visibility=Visibility.FOLLOWERS)
        await edit_post(work, actor, post_id, change, now)
    await add_post(parts, actor, caption="#new")
    if number == 1:
        async with parts.works.write() as work:
            await delete_post(work, actor, post_id, now)


async def _all_counts_are_exact(parts: Parts) -> None:
    assert isinstance(parts.works, Database)
    async with parts.works.engines.reader.connect() as connection:
        for counter, table in ((posts.c.like_count, likes), (posts.c.comment_count, comments)):
            counted = select(func.count()).where(table.c.post_id == posts.c.id).scalar_subquery()
            wrong = await connection.execute(select(posts.c.id, counter, counted).where(counter != counted))
            assert wrong.all() == []
        of_visibility = (
            (accounts.c.posts, "public"),
            (accounts.c.posts_followers, "followers"),
            (accounts.c.posts_me, "me"),
        )
        for counter, name in of_visibility:
            its = (posts.c.author_id == accounts.c.id, posts.c.visibility == name)
            counted = select(func.count()).where(*its).scalar_subquery()
            here = accounts.c.gone_at.is_(None)
            wrong = await connection.execute(
                select(accounts.c.handle, counter, counted).where(here, counter != counted)
            )
            assert wrong.all() == []


def _actor(account: Account) -> Actor:
    return Actor(account=account, scopes=frozenset(Scope), session_id=None)
