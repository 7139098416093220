"""What people are told: one notification per thing, with who did it, for their eyes."""

from datetime import datetime
from uuid import UUID

import pytest
from sqlalchemy import insert

from domain.accounts.account import Account
from domain.ids import AccountId, CommentId, PostId, new_uuid
from domain.notifications.notice import Kind, Notice, Notification
from domain.notifications.tell import take_back, tell
from domain.paging import Window, parse_window
from storage.database.tables.graph import blocks, mutes
from storage.database.tables.posts import comments, posts
from storage.database.work import Database
from tests.signed_in import add_person
from ui.parts import Parts


@pytest.fixture
async def people(parts: Parts) -> list[Account]:
    return [await add_person(parts.works, parts, f"person{number}") for number in range(6)]


async def _insert(parts: Parts, table: object, **values: object) -> None:
    database = parts.works
    assert isinstance(database, Database)
    async with database.engines.writer.begin() as connection:
        await connection.execute(insert(table).values(**values))  # pyright: ignore[reportArgumentType]  # any table


async def _post(parts: Parts, author: Account, reach: int = 3) -> PostId:
    post = PostId(new_uuid())
    row = {"id": post, "author_id": author.id, "words": "", "visibility": "public", "reach": reach}
    await _insert(parts, posts, **row, created_at=parts.clock.now())
    return post


async def _comment(parts: Parts, post: PostId, author: Account) -> CommentId:
    comment = CommentId(new_uuid())
    now = parts.clock.now()
    await _insert(parts, comments, id=comment, post_id=post, author_id=author.id, body="ah", created_at=now)
    return comment


def _like(post: PostId, to: Account, by: Account) -> Notice:
    return Notice(to=to.id, kind=Kind.LIKED, about=str(post), actor=by.id, post_id=post)


def _said(comment: CommentId, post: PostId, to: Account, by: Account) -> Notice:
    return Notice(to=to.id, kind=Kind.COMMENTED, about=str(post), actor=by.id, post_id=post, comment_id=comment)


async def _tell(parts: Parts, notice: Notice) -> bool:
    async with parts.works.write() as work:
        return await tell(work, notice, parts.clock.now())


async def _take_back(parts: Parts, notice: Notice) -> bool:
    async with parts.works.write() as work:
        return await take_back(work, notice)


async def _told(parts: Parts, who: Account, **more: bool) -> tuple[Notification, ...]:
    async with parts.works.read() as work:
        page = await work.notifications.list(who.id, Window(), parts.clock.now(), **more)
        unread = await work.notifications.unread_count(who.id, parts.clock.now())
    assert more or unread == sum(not one.is_read for one in page.items)
    return page.items


async def test_likes_of_one_post_are_one_notification_with_the_newest_three(
    parts: Parts, people: list[Account]
) -> None:
    author, *others = people
    post = await _post(parts, author)
    assert [await _tell(parts, _like(post, author, by)) for by in others] == [True] * 5
    assert not await _tell(parts, _like(post, author, others[0])), "telling twice is telling once"
    assert not await _tell(parts, _like(post, author, author)), "nobody is told of what they did"
    (told,) = await _told(parts, author)
    assert (told.kind, told.count, told.post_id, told.is_read) == (Kind.LIKED, 5, post, False)
    assert [actor.account.id for actor in told.actors] == [by.id for by in reversed(others[2:])]


async def test_a_new_actor_opens_what_was_read_and_brings_it_to_the_top(parts: Parts, people: list[Account]) -> None:
    author, first, second, *_ = people
    older, newer = await _post(parts, author), await _post(parts, author)
    await _tell(parts, _like(older, author, first))
    await _tell(parts, _like(newer, author, first))
    async with parts.works.write() as work:
        assert await work.notifications.mark_all_read(author.id, parts.clock.now())
    assert [one.is_read for one in await _told(parts, author)] == [True, True]
    await _tell(parts, _like(older, author, second))
    assert [(one.post_id, one.is_read) for one in await _told(parts, author)] == [(older, False), (newer, True)]
    assert [one.post_id for one in await _told(parts, author, unread_only=True)] == [older]


async def test_an_act_taken_back_leaves_and_the_last_takes_the_notification_along(
    parts: Parts, people: list[Account]
) -> None:
    author, first, second, *_ = people
    post = await _post(parts, author)
    for by in (first, second):
        await _tell(parts, _like(post, author, by))
    assert await _take_back(parts, _like(post, author, first))
    assert [one.count for one in await _told(parts, author)] == [1]
    assert not await _take_back(parts, _like(post, author, first))
    assert await _take_back(parts, _like(post, author, second))
    assert await _told(parts, author) == ()


async def test_of_two_comments_of_one_person_one_may_go(parts: Parts, people: list[Account]) -> None:
    author, first, *_ = people
    post = await _post(parts, author)
    said = [await _comment(parts, post, first) for _ in range(2)]
    assert [await _tell(parts, _said(one, post, author, first)) for one in said] == [True, True]
    (told,) = await _told(parts, author)
    assert (told.count, told.comment_id) == (1, said[1])
    assert not await _take_back(parts, _said(said[1], post, author, first))
    await _remove_comment(parts, said[1])
    (told,) = await _told(parts, author)
    assert told.comment_id == said[0]
    assert await _take_back(parts, _said(said[0], post, author, first))
    assert await _told(parts, author) == ()


async def _remove_comment(parts: Parts, comment: CommentId) -> None:
    database = parts.works
    assert isinstance(database, Database)
    async with database.engines.writer.begin() as connection:
        await connection.execute(comments.delete().where(comments.c.id == comment))


@pytest.mark.parametrize("by_whom", ["one self", "the other"])
async def test_nobody_hears_of_somebody_across_a_block(parts: Parts, people: list[Account], by_whom: str) -> None:
    author, first, second, *_ = people
    post = await _post(parts, author)
    await _tell(parts, _like(post, author, first))
    pair = (author.id, first.id) if by_whom == "one self" else (first.id, author.id)
    await _insert(parts, blocks, blocker_id=pair[0], blocked_id=pair[1], created_at=parts.clock.now())
    assert await _told(parts, author) == ()
    assert not await _tell(parts, _like(await _post(parts, author), author, first))
    await _tell(parts, _like(post, author, second))
    assert [(one.count, one.actors[0].account.id) for one in await _told(parts, author)] == [(1, second.id)]


async def test_nobody_hears_of_somebody_they_muted_or_of_a_post_they_may_not_see(
    parts: Parts, people: list[Account]
) -> None:
    author, first, *_ = people
    post = await _post(parts, author)
    await _tell(parts, _like(post, author, first))
    await _insert(parts, mutes, muter_id=author.id, muted_id=first.id, created_at=parts.clock.now())
    assert await _told(parts, author) == ()
    assert not await _tell(parts, _like(await _post(parts, author), author, first))
    hidden = await _post(parts, author, reach=1)
    mention = Notice(to=first.id, kind=Kind.MENTIONED, about=str(hidden), actor=author.id, post_id=hidden)
    assert not await _tell(parts, mention)


async def test_somebody_who_goes_is_taken_out_of_what_others_are_told(parts: Parts, people: list[Account]) -> None:
    author, first, second, *_ = people
    shared, lone = await _post(parts, author), await _post(parts, author)
    for notice in (_like(shared, author, first), _like(shared, author, second), _like(lone, author, first)):
        await _tell(parts, notice)
    async with parts.works.write() as work:
        await work.notifications.remove_all_of(first.id)
    assert [(one.post_id, one.count) for one in await _told(parts, author)] == [(shared, 1)]
    async with parts.works.write() as work:
        await work.notifications.remove_all_of(author.id)
    assert await _told(parts, author) == ()


async def test_pages_hold_every_notification_once_while_others_come(parts: Parts, people: list[Account]) -> None:
    author, first, *_ = people
    told = [await _post(parts, author) for _ in range(7)]
    for post in told:
        await _tell(parts, _like(post, author, first))
    seen: list[UUID | None] = []
    cursor = None
    while True:
        page = await _page(parts, author.id, cursor, parts.clock.now())
        seen += [one.post_id for one in page[0]]
        cursor = page[1]
        if cursor is None:
            break
        await _tell(parts, _like(await _post(parts, author), author, first))
    assert seen == list(reversed(told))


async def _page(
    parts: Parts, who: AccountId, cursor: str | None, now: datetime
) -> tuple[tuple[Notification, ...], str | None]:
    window = parse_window("notifications", (int, str), "2", cursor)
    async with parts.works.read() as work:
        page = await work.notifications.list(who, window, now)
    return page.items, page.next_cursor
