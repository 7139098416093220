"""The shape of every list, and the window of it that a caller asks for."""

from collections.abc import Awaitable, Callable
from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel

from domain.paging import Window, parse_window

Item = TypeVar("Item")

Limit = Annotated[str | None, Query(description="How many, 1 to 200; 30 without it.")]
Cursor = Annotated[str | None, Query(description="The `next_cursor` of the page before.")]


class Listing(BaseModel, Generic[Item]):
    """Some rows, and the cursor of the rest (null at the end)."""

    items: list[Item]
    next_cursor: str | None


def window_of(list_name: str, *types: type) -> Callable[[str | None, str | None], Awaitable[Window]]:
    """A dependency that reads `limit` and `cursor` for this list, whose cursors hold parts of these types."""

    async def window(limit: Limit = None, cursor: Cursor = None) -> Window:  # in no thread: see `ui.parts`
        return parse_window(list_name, types, limit, cursor)

    return window
