"""People, posts and comments as rows for a moderator's eyes, which no visibility keeps anything from."""

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Row, Table, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId
from domain.moderation.target import ShownTarget, TakenDown, Target, TargetKind
from domain.posts.comment import Comment, ShownComment
from storage.database.people import PeopleRows
from storage.database.post_locks import lock_post
from storage.database.post_rows import read_shown, shown_posts
from storage.database.tables.posts import comments, posts

_TABLES = {TargetKind.POST: posts, TargetKind.COMMENT: comments}


class ModeratedRows:
    """Implements `domain.moderation.moderated.Moderated`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def shown(
        self, targets: Sequence[Target], moderator: AccountId, now: datetime
    ) -> Mapping[Target, ShownTarget]:
        people = await PeopleRows(self._connection).seen(
            [AccountId(i) for i in _ids(targets, TargetKind.USER)], moderator
        )
        return {
            **{Target(kind=TargetKind.USER, id=one): ShownTarget(user=person) for one, person in people.items()},
            **await self._posts(_ids(targets, TargetKind.POST), moderator, now),
            **await self._comments(_ids(targets, TargetKind.COMMENT), moderator),
        }

    async def taken_down(self, target: Target) -> TakenDown | None:
        return await self._taken_down(target, held=False)

    async def hold_taken_down(self, target: Target) -> TakenDown | None:
        if target.kind is TargetKind.COMMENT:
            under = select(comments.c.post_id).where(comments.c.id == target.id)
            post_id = (await self._connection.execute(under)).scalar_one_or_none()
            if post_id is None:
                return None
            await lock_post(self._connection, post_id)
        return await self._taken_down(target, held=True)

    async def taken_down_before(self, moment: datetime) -> Sequence[Target]:
        due = [
            select(literal(kind.value).label("kind"), table.c.id).where(table.c.taken_down_at <= moment)
            for kind, table in _TABLES.items()
        ]
        rows = await self._connection.execute(union_all(*due))
        return [Target(kind=TargetKind(row.kind), id=row.id) for row in rows]

    async def _taken_down(self, target: Target, *, held: bool) -> TakenDown | None:
        table = _TABLES.get(target.kind)
        if table is None:
            return None
        query = select(*_since_and_why(table)).where(table.c.id == target.id)
        row = (await self._connection.execute(query.with_for_update() if held else query)).first()
        return None if row is None else _taken_down(*row)

    async def _posts(self, ids: Sequence[UUID], moderator: AccountId, now: datetime) -> dict[Target, ShownTarget]:
        if not ids:
            return {}
        query = shown_posts(moderator).add_columns(*_since_and_why(posts)).where(posts.c.id.in_(ids))
        rows = (await self._connection.execute(query)).all()
        whole = await read_shown(self._connection, rows, moderator, now)
        return {
            Target(kind=TargetKind.POST, id=post.post.id): ShownTarget(
                post=post, taken_down=_taken_down(row.taken_down_at, row.taken_down_reason)
            )
            for post, row in zip(whole, rows, strict=True)
        }

    async def _comments(self, ids: Sequence[UUID], moderator: AccountId) -> dict[Target, ShownTarget]:
        if not ids:
            return {}
        rows = (await self._connection.execute(select(comments).where(comments.c.id.in_(ids)))).all()
        authors = await PeopleRows(self._connection).seen([row.author_id for row in rows], moderator)
        return {
            Target(kind=TargetKind.COMMENT, id=row.id): ShownTarget(
                comment=ShownComment(comment=_comment(row), author=authors[row.author_id]),
                taken_down=_taken_down(row.taken_down_at, row.taken_down_reason),
            )
            for row in rows
            if row.author_id in authors
        }


def _ids(targets: Iterable[Target], kind: TargetKind) -> list[UUID]:
    return [target.id for target in targets if target.kind is kind]


def _since_and_why(table: Table) -> list[Any]:
    return [table.c.taken_down_at, table.c.taken_down_reason]


def _taken_down(since: datetime | None, why: str | None) -> TakenDown | None:
    return None if since is None else TakenDown(at=since, reason=why or "")


def _comment(row: Row[Any]) -> Comment:
    return Comment(**{field.name: row._mapping[field.name] for field in dataclasses.fields(Comment)})
