"""A picture on its way in: who sends it, the pieces of it that are here, and the collection of all uploads."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.errors import Conflict, NotFound, RuleBroken, StorageFull, TooLarge, WrongKind
from domain.ids import AccountId, MediaId, OriginalId, UploadId
from domain.media.media import DRAFT_LIFE, Media, Status

UPLOAD_LIFE = timedelta(days=1)
MOST_PIECES = 1000  # each is a row and a file; the largest picture in pieces of 64 kB has fewer


class UploadNotFound(NotFound):
    """No such upload, somebody else's, or given up."""


class UploadEmpty(RuleBroken):
    """A picture has at least one byte."""


class UploadTooLarge(TooLarge):
    """More bytes than allowed, or than declared; facts: `bytes` where known, `max_bytes`."""


class UploadTypeRefused(WrongKind):
    """Not one of the accepted kinds of picture; fact: `name`."""


class UploadIncomplete(Conflict):
    """Not all of the declared bytes are here; fact: `offset`, how many are, where that is known."""


class WrongOffset(Conflict):
    """The bytes begin elsewhere than at the first one that is missing; fact: `offset`, where that is."""


class TooManyPieces(RuleBroken):
    """It came in `max` pieces already; whole it may still come."""


class UploadChanged(RuleBroken):
    """All bytes came, but they are not the ones whose hash was promised; none of them is kept."""


class UploadFinished(Conflict):
    """All of its bytes are here already; fact: `offset`, how many, where that is known."""


class QuotaFull(Conflict):
    """The account may not keep that many bytes; fact: `max_bytes`."""


class TooManyMedia(Conflict):
    """The account may not keep another picture; fact: `max`."""


class DiskFull(StorageFull):
    """The disk is so full that only what keeps Kamra running may still be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """Permission to send one picture's bytes until `expires_at`; then those that came are given up.

    `sha256` is the whole file's (32 bytes), where its sender promised one.
    """

    id: UploadId
    media_id: MediaId
    account_id: AccountId
    created_at: datetime
    expires_at: datetime
    sha256: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Bytes of a picture from its byte `first` on, kept under the key that `original_id` gives them."""

    first: int
    bytes: int
    original_id: OriginalId


@dataclass(frozen=True, slots=True, kw_only=True)
class InProgress:
    """An upload, its picture, and the pieces that are here: in their order, without a gap, from the first byte on."""

    upload: Upload
    media: Media
    pieces: tuple[Piece, ...]

    @property
    def offset(self) -> int:
        """How many of the picture's bytes are here, from its first one on."""
        if self.media.status is not Status.PENDING:
            return self.media.bytes
        return sum(piece.bytes for piece in self.pieces)

    @property
    def missing(self) -> int:
        """How many bytes are still to come."""
        return self.media.bytes - self.offset


def kept_until(media: Media, now: datetime) -> datetime:
    """When an upload is given up to which nothing came after `now`: a draft's ends with the draft."""
    return media.created_at + DRAFT_LIFE if media.is_draft else now + UPLOAD_LIFE


class Uploads(Protocol):
    """All uploads, also those that are through, until they expire."""

    async def add(self, upload: Upload) -> None:
        """Keep a new one."""
        ...

    async def get(self, upload_id: UploadId, account_id: AccountId, now: datetime) -> Upload | None:
        """The upload with this id if it is theirs, its time is not over and it was not given up."""
        ...

    async def hold(self, upload_id: UploadId, now: datetime) -> Upload | None:
        """The same for whoever sends it, and nobody else's until the transaction ends."""
        ...

    async def promised(
        self, account_id: AccountId, sha256: bytes, size: int, *, is_draft: bool, now: datetime
    ) -> Upload | None:
        """An upload of theirs that waits for exactly that file, the newest of several."""
        ...

    async def pieces(self, upload_id: UploadId) -> Sequence[Piece]:
        """What has come of it, in the order of its bytes."""
        ...

    async def all_pieces(self) -> Sequence[tuple[UploadId, MediaId, Piece]]:
        """Everything that has come of all uploads, for comparing rows with files; uploads live too short to be many."""
        ...

    async def add_piece(self, upload_id: UploadId, piece: Piece, expires_at: datetime) -> None:
        """Keep a piece, and the upload until then."""
        ...

    async def remove_pieces(self, upload_id: UploadId) -> Sequence[Piece]:
        """Forget its pieces; returns them, so that their bytes can go as well."""
        ...

    async def renew(self, upload_id: UploadId, expires_at: datetime) -> None:
        """Keep the upload until then."""
        ...

    async def renew_of(self, media_id: MediaId, expires_at: datetime) -> None:
        """Keep the upload of this picture until then, if there is one."""
        ...

    async def expired(self, now: datetime, limit: int) -> Sequence[Upload]:
        """Some of those whose time is over."""
        ...

    async def remove(self, upload_ids: Sequence[UploadId]) -> None:
        """Forget them; their pictures stay."""
        ...
