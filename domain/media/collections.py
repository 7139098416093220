"""All pictures: as rows one may look at and change, and as work that goes on with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from domain.files import Written
from domain.ids import AccountId, MediaId, OriginalId
from domain.media.details import Details
from domain.media.media import Media, Rendition, Status
from domain.media.rendering import Rendered


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """How many pictures there are, those on their way in included, and the bytes of their originals."""

    pictures: int
    bytes: int


class AllMedia(Protocol):
    """Every picture; one marked as gone is in none of the answers but those that say so."""

    async def add(self, media: Media) -> None:
        """Keep a new one."""
        ...

    async def get(self, media_id: MediaId) -> Media | None:
        """The picture, whoever asks: for work in the background."""
        ...

    async def owned(self, media_id: MediaId, owner_id: AccountId, now: datetime) -> Media | None:
        """The picture if it is theirs now: the time of a draft may be over."""
        ...

    async def owned_among(self, media_ids: Sequence[MediaId], owner_id: AccountId, now: datetime) -> Sequence[Media]:
        """Those of them that are theirs, in any order; at most some hundred ids."""
        ...

    async def visible(self, media_id: MediaId, viewer: AccountId | None, now: datetime) -> Media | None:
        """The picture if this viewer (None: somebody who is not signed in) may see it now."""
        ...

    async def avatar_of(self, account_id: AccountId, viewer: AccountId | None, now: datetime) -> Media | None:
        """The picture by which an account shows itself, if this viewer may see it now."""
        ...

    async def change(self, media: Media, details: Details) -> None:
        """Keep checked details."""
        ...

    async def usage(self, owner_id: AccountId | None = None) -> Usage:
        """What the account uses, or all of them together."""
        ...

    async def mark_gone(self, media_id: MediaId, now: datetime) -> bool:
        """From the commit on the picture does not exist for anybody; whoever showed it as theirs shows none.

        Of any number that mark it at once exactly one is told that it did.
        """
        ...

    async def mark_all_gone(self, owner_id: AccountId, now: datetime) -> None:
        """The same for all of an account's."""
        ...

    async def mark_drafts_gone(self, now: datetime) -> Mapping[MediaId, AccountId]:
        """The same for every draft whose time is over; returns which these are, and whose."""
        ...

    async def marked_gone(self, limit: int, owner_id: AccountId | None = None) -> Sequence[MediaId]:
        """Some of those whose bytes and rows are still to be removed, of one account or of all."""
        ...

    async def remove(self, media_ids: Sequence[MediaId]) -> None:
        """Remove the rows and everything that hangs on them."""
        ...

    async def stored(self, after: MediaId | None, limit: int) -> Sequence[Media]:
        """Rows in the order of their ids, those marked as gone included: for comparing rows with files."""
        ...


class Processing(Protocol):
    """What happens to a picture between its arrival and its being seen; each step only from the one before it.

    What ends an attempt takes the picture as `claim` gave it: a later attempt's claim makes it worth nothing.
    """

    async def arrived(self, media_id: MediaId, original_id: OriginalId, written: Written, now: datetime) -> bool:
        """Pending → uploaded, with the bytes that count from now on; False when others were first or it is gone."""
        ...

    async def give_up(self, media_id: MediaId, now: datetime, *, while_in: Sequence[Status]) -> bool:
        """Mark it as gone if it has come no further than that; False when it has, or is gone already."""
        ...

    async def claim(self, media_id: MediaId, now: datetime) -> Media | None:
        """Uploaded → processing and one more attempt, for exactly one claimer; None for every other."""
        ...

    async def finish(self, claimed: Media, rendered: Rendered, made: Sequence[Rendition], now: datetime) -> bool:
        """Processing → completed, with what was read and made; False when this attempt counts no more."""
        ...

    async def fail(self, claimed: Media, reason: str, facts: dict[str, str | int], now: datetime) -> bool:
        """Processing → failed; False when this attempt counts no more."""
        ...

    async def release(self, claimed: Media, now: datetime, *, as_if_never: bool) -> None:
        """Processing → uploaded: to be tried again; `as_if_never` takes the attempt back."""
        ...

    async def retry(self, media_id: MediaId, now: datetime) -> bool:
        """Failed → uploaded, with all attempts before it; False when it did not fail."""
        ...

    async def release_stuck(self, before: datetime, now: datetime) -> int:
        """Processing → uploaded for all that began before that time; returns how many."""
        ...

    async def stuck(self, before: datetime, now: datetime) -> Sequence[Media]:
        """Those whose processing began before that time, or by a clock that was wrong: later than now."""
        ...

    async def waiting(self, before: datetime, now: datetime, limit: int) -> Sequence[MediaId]:
        """Some of those uploaded since before that time, or since later than now, oldest first."""
        ...

    async def claim_lighter(self, media_id: MediaId, now: datetime, *, attempts: int) -> Media | None:
        """One more attempt at the lighter renditions of a completed picture; None where they were made or given up.

        After that many `attempts` they are given up, here and now.
        """
        ...

    async def finish_lighter(self, claimed: Media, made: Sequence[Rendition], now: datetime) -> bool:
        """The lighter renditions are those, maybe none; False when this attempt counts no more."""
        ...

    async def release_lighter(self, claimed: Media, now: datetime, *, as_if_never: bool) -> None:
        """To be tried again; `as_if_never` takes the attempt back."""
        ...

    async def without_lighter(self, before: datetime, now: datetime, limit: int) -> Sequence[MediaId]:
        """Some completed pictures without them, with which nothing happened since before that time, newest first."""
        ...
