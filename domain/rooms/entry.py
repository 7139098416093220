"""One line of a room's manifest, sealed: the server sees its number, its size and when it came."""

from dataclasses import dataclass
from datetime import datetime

from domain.errors import Conflict, RuleBroken, TooLarge

MOST_ENTRIES = 10_000
MOST_ENTRIES_BYTES = 256 * 1024 * 1024
ENTRY_MAX_BYTES = 64 * 1024


class EntryTaken(Conflict):
    """Another entry came first; fact: `last_seq`, after which the next one goes."""


class BadEntry(RuleBroken):
    """An entry is base64url without padding, of at least one byte; a call brings one or more."""


class EntryTooLarge(TooLarge):
    """A sealed entry has at most so many bytes; fact: `max_bytes`."""


class ManifestFull(TooLarge):
    """The room has no place for that many more entries; facts: `max`, `max_bytes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The sealed bytes of entry `seq` (from 1, without a gap)."""

    seq: int
    sealed: bytes
    at: datetime
