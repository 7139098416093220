"""People as rows, for the eyes of one viewer."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Label, Row, exists, false, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.relationship import Profile, Relationship
from domain.graph.seen_account import SeenAccount, seen_by
from domain.ids import AccountId
from storage.database.accounts import ACCOUNT_COLUMNS, account_from
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import blocks, follows, mutes
from storage.database.visibility import (
    account_visible_to,
    account_visible_to_nobody,
    is_followed_by,
    lists_visible_to,
)


class PeopleRows:
    """Implements `domain.graph.people.People`."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def profile(self, account_id: AccountId, viewer: AccountId) -> Profile | None:
        return await self._profile(account_id, viewer, account_visible_to(viewer))

    async def public_profile(self, account_id: AccountId, now: datetime) -> Profile | None:
        return await self._profile(account_id, None, account_visible_to_nobody(now))

    async def _profile(
        self, account_id: AccountId, viewer: AccountId | None, visible: ColumnElement[bool]
    ) -> Profile | None:
        lists_visible = lists_visible_to(viewer).label("lists_visible")
        query = select(*seen_columns(viewer), *_ties(viewer), lists_visible).where(accounts.c.id == account_id, visible)
        row = (await self._connection.execute(query)).first()
        if row is None:
            return None
        return Profile(
            person=seen_from(row, viewer),
            relationship=_relationship_from(row),
            lists_visible=bool(row.lists_visible),
        )

    async def seen(self, account_ids: Sequence[AccountId], viewer: AccountId | None) -> Mapping[AccountId, SeenAccount]:
        if not account_ids:
            return {}
        query = select(*seen_columns(viewer)).where(accounts.c.id.in_(set(account_ids)))
        return {row.id: seen_from(row, viewer) for row in await self._connection.execute(query)}

    async def relationships(
        self, account_ids: Sequence[AccountId], viewer: AccountId
    ) -> Mapping[AccountId, Relationship]:
        if not account_ids:
            return {}
        follower = is_followed_by(viewer, accounts.c.id).label("is_follower")
        query = select(accounts.c.id, follower, *_ties(viewer)).where(
            accounts.c.id.in_(set(account_ids)), account_visible_to(viewer)
        )
        return {row.id: _relationship_from(row) for row in await self._connection.execute(query)}


def seen_columns(viewer: AccountId | None) -> list[ColumnElement[Any]]:
    """What a query of `accounts` asks for so that `seen_from` can read its rows."""
    follower = false() if viewer is None else is_followed_by(viewer, accounts.c.id)
    return [*ACCOUNT_COLUMNS, follower.label("is_follower")]


def seen_from(row: Row[Any], viewer: AccountId | None) -> SeenAccount:
    """The person in a row that has the `seen_columns` of this viewer, among others or not."""
    return seen_by(account_from(row), viewer, is_follower=bool(row.is_follower))


def _relationship_from(row: Row[Any]) -> Relationship:
    return Relationship(
        is_following=bool(row.is_follower),
        is_followed_by=bool(row.is_followed_by),
        is_requested=bool(row.is_requested),
        is_blocking=bool(row.is_blocking),
        is_muting=bool(row.is_muting),
    )


def _ties(viewer: AccountId | None) -> list[Label[bool]]:
    """What stands between the viewer and the person of the row, but for the viewer being an accepted follower."""
    other = accounts.c.id
    ties = {
        "is_followed_by": [follows.c.follower_id == other, follows.c.followed_id == viewer, _STATE == "accepted"],
        "is_requested": [follows.c.follower_id == viewer, follows.c.followed_id == other, _STATE == "requested"],
        "is_blocking": [blocks.c.blocker_id == viewer, blocks.c.blocked_id == other],
        "is_muting": [mutes.c.muter_id == viewer, mutes.c.muted_id == other],
    }
    return [(false() if viewer is None else exists().where(*tie)).label(name) for name, tie in ties.items()]


_STATE = follows.c.state
