"""Reads the parts of a cursor that somebody could have made up."""

from uuid import UUID

from domain.ids import parse_uuid
from domain.paging import BadCursor


def id_in(part: str | int | None) -> UUID:
    """The id that a cursor holds. Raises BadCursor."""
    value = parse_uuid(part) if isinstance(part, str) else None
    if value is None:
        raise BadCursor(field="cursor")
    return value
