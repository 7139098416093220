"""A visit to a room: its calls, and its list read to the end."""

from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from ui.rooms.client.manifest import Manifest
from ui.rooms.client.secret import RoomKeys
from ui.rooms.client.signalling import new_peer
from ui.rooms.client.store import PAUSES, RoomStore, RoomTold, opened_store

_AT_ONCE = 50  # entries in one call


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """`by` is the visitor's name for the others, if they gave one; `told` is what the server said at the beginning."""

    keys: RoomKeys
    store: RoomStore
    manifest: Manifest
    told: RoomTold
    by: str | None

    async def catch_up(self) -> None:
        """Read everything the server shows behind what was read."""
        while True:
            before = self.manifest.head.seq
            entries, last = await self.store.entries(before)
            self.manifest.take(entries)
            if self.manifest.head.seq >= last or self.manifest.head.seq == before:
                return

    async def write(self, contents: Iterable[dict[str, Any]]) -> None:
        """Write into the list; where somebody else wrote before, behind that."""
        left = list(contents)
        while left:
            now, later = left[:_AT_ONCE], left[_AT_ONCE:]
            if await self.store.append(self.manifest.head.seq + 1, self.manifest.seal_next(now)):
                left = later
            await self.catch_up()


@asynccontextmanager
async def visited(
    site: str,
    keys: RoomKeys,
    by: str | None = None,
    transport: httpx.AsyncBaseTransport | None = None,
    pauses: Sequence[float] = PAUSES,
) -> AsyncIterator[Visit]:
    """Go in. Raises RoomRefused, such as for a wrong password or a room that is over, and ServerUnreachable."""
    async with opened_store(site, keys, transport, pauses) as store:
        told = await store.room()
        visit = Visit(keys=keys, store=store, manifest=Manifest(keys, new_peer()), told=told, by=by)
        await visit.catch_up()
        yield visit
