"""Ids in addresses: whatever is no id names nothing."""

from uuid import UUID

from domain.errors import NotFound
from domain.ids import parse_uuid


def path_id(written: str, missing: type[NotFound]) -> UUID:
    """The id. Raises `missing` when it is none."""
    value = parse_uuid(written)
    if value is None:
        raise missing
    return value
