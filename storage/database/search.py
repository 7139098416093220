"""Search in the database: people by their names, posts by words and hashtags."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId, PostId
from domain.paging import Page, Window, cut_page, encode_cursor
from domain.posts.post import ShownPost
from domain.search.question import PostQuestion
from storage.database.cursors import id_in
from storage.database.people import seen_columns, seen_from
from storage.database.posts import PostRows
from storage.database.search_postgresql import found_by_tsvector
from storage.database.search_sqlite import found_by_fts5
from storage.database.search_stretch import Asked
from storage.database.search_tags import found_by_tag
from storage.database.tables.accounts import accounts
from storage.database.visibility import person_listed_for


class SearchRows:
    """Implements `domain.search.search.Search`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def people(
        self, question: tuple[str, ...], viewer: AccountId, window: Window, now: datetime
    ) -> Page[SeenAccount]:
        if not question:
            return Page(items=())
        named = [accounts.c.search_text.contains(part, autoescape=True) for part in question]
        query = select(*seen_columns(viewer)).where(person_listed_for(viewer, now), *named)
        if window.after is not None:
            query = query.where(accounts.c.id < id_in(window.after[0]))
        rows = await self._connection.execute(query.order_by(accounts.c.id.desc()).limit(window.limit + 1))
        found = [seen_from(row, viewer) for row in rows]
        return cut_page("search/people", found, window.limit, lambda one: (str(one.account.id),))

    async def posts(self, question: PostQuestion, viewer: AccountId, window: Window, now: datetime) -> Page[ShownPost]:
        if question.is_empty:
            return Page(items=())
        before = None if window.after is None else id_in(window.after[0])
        asked = Asked(question=question, viewer=viewer, now=now, before=before, wanted=window.limit + 1)
        ids, reached = await self._found(asked)
        page = cut_page("search/posts", ids, window.limit, _key)
        cursor = page.next_cursor or (None if reached is None else encode_cursor("search/posts", _key(reached)))
        shown = await PostRows(self._connection).shown([PostId(one) for one in page.items], viewer, now)
        return Page(items=tuple(shown), next_cursor=cursor)

    async def _found(self, asked: Asked) -> tuple[list[UUID], UUID | None]:
        if asked.question.tags:
            return await found_by_tag(self._connection, asked)
        if self._connection.dialect.name == "postgresql":
            return await found_by_tsvector(self._connection, asked)
        return await found_by_fts5(self._connection, asked)


def _key(post_id: Any) -> tuple[str]:
    return (str(post_id),)
