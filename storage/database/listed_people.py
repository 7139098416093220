"""Lists of people, since when each is in it, newest first."""

from typing import Any

from sqlalchemy import Column, ColumnElement, literal, select, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import BadCursor, Key, Page, Window, cut_page
from storage.database.columns import from_microseconds, to_microseconds
from storage.database.cursors import id_in
from storage.database.people import seen_columns, seen_from
from storage.database.tables.accounts import accounts


async def list_people(
    connection: AsyncConnection,
    list_name: str,
    person: Column[Any],
    since: Column[Any],
    *conditions: ColumnElement[bool],
    viewer: AccountId | None,
    window: Window,
) -> Page[SeenSince]:
    """One page of the people in a column, of rows that meet the conditions; equal moments go by the people's ids.

    The column belongs to an alias: the rules in the conditions ask the table itself.
    """
    query = select(*seen_columns(viewer), since.label("since")).join(person.table, accounts.c.id == person)
    if window.after is not None:
        query = query.where(_behind(person, since, window.after))
    query = query.where(*conditions).order_by(since.desc(), person.desc()).limit(window.limit + 1)
    rows = await connection.execute(query)
    found = [SeenSince(person=seen_from(row, viewer), since=row.since) for row in rows]
    return cut_page(
        list_name, found, window.limit, lambda one: (to_microseconds(one.since), str(one.person.account.id))
    )


def _behind(person: Column[Any], since: Column[Any], after: Key) -> ColumnElement[bool]:
    micros, last = after
    if not isinstance(micros, int):
        raise BadCursor(field="cursor")
    row = tuple_(literal(from_microseconds(micros), since.type), literal(id_in(last), person.type))
    return tuple_(since, person) < row
