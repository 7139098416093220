"""Pages of a list: keyset cursors, so that every row comes exactly once while rows are added."""

import base64
import binascii
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar, cast

from domain.errors import RuleBroken
from domain.plain_text import is_line

DEFAULT_LIMIT = 30
MAX_LIMIT = 200

Key: TypeAlias = tuple[str | int | None, ...]
Item = TypeVar("Item")


class BadLimit(RuleBroken):
    """The limit is not a whole number from 1 to 200."""


class BadCursor(RuleBroken):
    """The cursor is not one that Kamra gave out for this list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Which part of a list is asked for: at most `limit` rows after the row whose key is `after`."""

    limit: int = DEFAULT_LIMIT
    after: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some rows of a list and the cursor of the rest, None at the end."""

    items: tuple[Item, ...]
    next_cursor: str | None = None


def encode_cursor(list_name: str, key: Key) -> str:
    """An opaque text that stands for a place in one list."""
    return base64.urlsafe_b64encode(json.dumps([list_name, *key], separators=(",", ":")).encode()).decode().rstrip("=")


def parse_window(list_name: str, types: tuple[type, ...], limit: str | None, cursor: str | None) -> Window:
    """The window a client asked for.

    `types` are the types of the key's parts (None is accepted for each); raises BadLimit or BadCursor.
    """
    if limit is None:
        count = DEFAULT_LIMIT
    elif limit.isascii() and limit.isdigit() and len(limit) <= 3 and 1 <= int(limit) <= MAX_LIMIT:
        count = int(limit)
    else:
        raise BadLimit(field="limit", max=MAX_LIMIT)
    return Window(limit=count, after=None if cursor is None else _decode(list_name, types, cursor))


def _decode(list_name: str, types: tuple[type, ...], cursor: str) -> Key:
    try:
        parsed: object = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (binascii.Error, ValueError, RecursionError):
        raise BadCursor(field="cursor") from None
    if not isinstance(parsed, list):
        raise BadCursor(field="cursor")
    name, *parts = cast("list[object]", parsed) or [None]
    if name != list_name or len(parts) != len(types):
        raise BadCursor(field="cursor")
    return tuple(_part(part, kind) for part, kind in zip(parts, types, strict=True))


def _part(part: object, kind: type) -> str | int | None:
    if part is None or (type(part) is kind and isinstance(part, str) and is_line(part)):
        return part
    if type(part) is kind and isinstance(part, int) and abs(part) < 1 << 63:
        return part
    raise BadCursor(field="cursor")


def cut_page(list_name: str, rows: Sequence[Item], limit: int, key_of: Callable[[Item], Key]) -> Page[Item]:
    """The page from `limit + 1` fetched rows.

    The cursor is that of the last row *returned*: taken from the extra row it would drop one row per page.
    """
    if len(rows) <= limit:
        return Page(items=tuple(rows))
    return Page(items=tuple(rows[:limit]), next_cursor=encode_cursor(list_name, key_of(rows[limit - 1])))
