"""A picture on its way in: who sends it, how many bytes it shall have, and the collection of all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.errors import Conflict, NotFound, RuleBroken, StorageFull, TooLarge, WrongKind
from domain.ids import AccountId, MediaId, UploadId

UPLOAD_LIFE = timedelta(days=1)


class UploadNotFound(NotFound):
    """No such upload, somebody else's, or given up."""


class UploadEmpty(RuleBroken):
    """A picture has at least one byte."""


class UploadTooLarge(TooLarge):
    """More bytes than allowed, or than declared; facts: `bytes` where known, `max_bytes`."""


class UploadTypeRefused(WrongKind):
    """Not one of the accepted kinds of picture; fact: `name`."""


class UploadIncomplete(Conflict):
    """Not all of the declared bytes are here."""


class UploadFinished(Conflict):
    """All of its bytes are here already."""


class QuotaFull(Conflict):
    """The account may not keep that many bytes; fact: `max_bytes`."""


class TooManyMedia(Conflict):
    """The account may not keep another picture; fact: `max`."""


class DiskFull(StorageFull):
    """The disk is so full that only what keeps Kamra running may still be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """Permission to send one picture's bytes until `expires_at`; then those not sent are given up."""

    id: UploadId
    media_id: MediaId
    account_id: AccountId
    created_at: datetime
    expires_at: datetime


class Uploads(Protocol):
    """All uploads, also those that are through, until they expire."""

    async def add(self, upload: Upload) -> None:
        """Keep a new one."""
        ...

    async def get(self, upload_id: UploadId, account_id: AccountId) -> Upload | None:
        """The upload with this id if it is theirs and was not given up."""
        ...

    async def expired(self, now: datetime, limit: int) -> Sequence[Upload]:
        """Some of those whose time is over."""
        ...

    async def remove(self, upload_ids: Sequence[UploadId]) -> None:
        """Forget them; their pictures stay."""
        ...
