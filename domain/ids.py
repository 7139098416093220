"""Ids that sort by the time they were made (UUIDv7, RFC 9562), one type per thing."""

import secrets
import threading
import time
from datetime import datetime
from typing import NewType
from uuid import UUID

AccountId = NewType("AccountId", UUID)
SessionId = NewType("SessionId", UUID)
ApiTokenId = NewType("ApiTokenId", UUID)
MediaId = NewType("MediaId", UUID)
OriginalId = NewType("OriginalId", UUID)
UploadId = NewType("UploadId", UUID)
CompressionId = NewType("CompressionId", UUID)
PostId = NewType("PostId", UUID)
CommentId = NewType("CommentId", UUID)
NotificationId = NewType("NotificationId", UUID)
FlagId = NewType("FlagId", UUID)
AppealId = NewType("AppealId", UUID)

_lock = threading.Lock()
_last = 0


def new_uuid() -> UUID:
    """A UUIDv7: 48 bits of milliseconds, then 12 bits of their fraction, then 62 random bits.

    Ids made by one process strictly increase (RFC 9562, section 6.2, method 3),
    so "newest first" by id is the order of making.
    """
    global _last
    with _lock:
        ticks = max(time.time_ns() * 4096 // 1_000_000, _last + 1)
        _last = ticks
    return _uuid(ticks)


def uuid_at(moment: datetime) -> UUID:
    """A UUIDv7 as it would have been made then, for what is told of a time before this program ran."""
    return _uuid(int(moment.timestamp() * 1_000_000) * 4096 // 1000)


def _uuid(ticks: int) -> UUID:
    milliseconds, fraction = divmod(ticks, 4096)
    value = (milliseconds & (1 << 48) - 1) << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | secrets.randbits(62)
    return UUID(int=value)


def parse_uuid(text: str) -> UUID | None:
    """The id a client wrote, or None when it is not one."""
    try:
        value = UUID(text)
    except ValueError:
        return None
    return value if str(value) == text.lower() else None
