"""What is hashed for a row of the audit: fixed for ever, as old chains are verified by it."""

import dataclasses
import hashlib
from datetime import UTC, datetime
from uuid import UUID

import pytest

from domain.moderation.audit import BEFORE_ALL, AuditRow, hash_of

ROW = AuditRow(
    number=1,
    at=datetime(2026, 1, 2, 3, 4, 5, 678901, tzinfo=UTC),
    actor_ref=UUID("00000000-0000-4000-8000-000000000001"),
    action="take_down",
    target_kind="post",
    target_ref=UUID("00000000-0000-7000-8000-000000000002"),
    reason='süß, "wild"\n– no',
    hash=b"",
)


def test_the_bytes_of_a_row_are_those_that_the_definition_says() -> None:
    fields = (
        '[1,1767323045678901,"00000000-0000-4000-8000-000000000001","take_down","post",'
        '"00000000-0000-7000-8000-000000000002","süß, \\"wild\\"\\n– no"]'
    )
    assert hash_of(ROW, BEFORE_ALL) == hashlib.sha256(bytes(32) + fields.encode()).digest()


@pytest.mark.parametrize(
    "change",
    [
        {"number": 2},
        {"at": datetime(2026, 1, 2, 3, 4, 5, 678902, tzinfo=UTC)},
        {"actor_ref": None},
        {"action": "restore"},
        {"target_kind": "comment"},
        {"target_ref": UUID("00000000-0000-7000-8000-000000000003")},
        {"reason": ""},
    ],
    ids=lambda change: next(iter(change)),
)
def test_every_field_and_the_hash_before_count(change: dict[str, object]) -> None:
    assert hash_of(dataclasses.replace(ROW, **change), BEFORE_ALL) != hash_of(ROW, BEFORE_ALL)
    assert hash_of(ROW, bytes([1]) * 32) != hash_of(ROW, BEFORE_ALL)
