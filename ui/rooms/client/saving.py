"""Saving a room's file from its store, exactly as it was added."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx

from ui.rooms.client.entries import SharedFile
from ui.rooms.client.partial_copy import PartialCopy
from ui.rooms.client.refused import ServerUnreachable
from ui.rooms.client.secret import RoomKeys
from ui.rooms.client.store import RoomStore


async def save(
    store: RoomStore,
    keys: RoomKeys,
    file: SharedFile,
    folder: Path,
    *,
    progress: Callable[[int], object] = lambda _: None,
) -> Path:
    """Where it lies now. What an earlier try left is gone on with, and a line that breaks is taken up again.

    `progress` is told the bytes that are here. Raises NotAuthentic, WrongRoot, RoomRefused, ServerUnreachable, OSError.
    """
    with PartialCopy(keys, file, folder) as copy:
        left = list(store.pauses)
        while not copy.is_whole:
            before = copy.length
            try:
                await _fetch(store, file, copy, progress)
            except httpx.TransportError:
                left = list(store.pauses) if copy.length > before else left
                if not left:
                    raise ServerUnreachable(site=store.site) from None
                await asyncio.sleep(left.pop(0))
        return copy.put_in_place()


async def _fetch(store: RoomStore, file: SharedFile, copy: PartialCopy, progress: Callable[[int], object]) -> None:
    async with store.fetched(file.object.object_id, copy.next_byte) as came:
        async for piece in came:
            copy.add(piece)
            progress(copy.length)
    if not copy.is_whole:
        raise httpx.RemoteProtocolError("it ended before its end")
