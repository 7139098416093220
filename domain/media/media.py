"""One uploaded picture: its original, what was read from it, and what was made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.errors import Conflict, NotFound
from domain.ids import AccountId, CompressionId, MediaId, OriginalId
from domain.media.rendering import CameraFacts

DRAFT_LIFE = timedelta(hours=1)  # from when it was made; then it is gone unless it was kept


class MediaNotFound(NotFound):
    """No such picture, or none that this viewer may see: the same answer for both."""


class MediaNotFailed(Conflict):
    """Nothing went wrong with it, so there is nothing to try again."""


class MediaInPost(Conflict):
    """A post shows it; the post goes first."""


class Status(StrEnum):
    """How far a picture is; each follows the one before it, and a failed one can be tried again."""

    PENDING = "pending"
    UPLOADED = "uploaded"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A picture made from the original for others to see; sizes in pixels and bytes."""

    width: int
    height: int
    content_type: str
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCopy:
    """A smaller copy that its owner keeps beside it: which one, and its length in bytes."""

    id: CompressionId
    bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """One picture. What only its bytes can tell is None until they are here and were read.

    `original_id` names the bytes that became the original; `sha256` is theirs (32 bytes).
    `reason` is the code of the problem of a failed one and `reason_facts` what its sentence needs.
    `attempts` counts how often processing began; `status_at` is when the status last changed.
    `is_draft`: in no list of the library, and gone after `DRAFT_LIFE`.
    `renditions` are sorted largest first and JPEG before what is lighter, `tags` by letters.
    `compressions` are in the order in which they were made.
    `lighter_at` is when the lighter ones were made or given up; until then they may come.
    """

    id: MediaId
    owner_id: AccountId
    name: str
    alt: str
    tags: tuple[str, ...]
    is_draft: bool
    status: Status
    reason: str | None
    reason_facts: Mapping[str, str | int]
    attempts: int
    status_at: datetime
    created_at: datetime
    original_id: OriginalId | None
    sha256: bytes | None
    placeholder: bytes | None
    content_type: str
    bytes: int
    width: int | None
    height: int | None
    taken_at: datetime | None
    has_location: bool
    camera: CameraFacts
    renditions: tuple[Rendition, ...]
    compressions: tuple[KeptCopy, ...] = ()
    lighter_at: datetime | None = None
