"""Having a room keep a file: what is not there is sent, and all that is there is compared with what it should be."""

import asyncio
import hashlib
from collections.abc import Callable

from ui.rooms.client.described import Described, seal_part
from ui.rooms.client.objects import part_count, sealed_size
from ui.rooms.client.refused import StoredOtherwise
from ui.rooms.client.store import RoomStore

AT_ONCE = 3  # files; while the server writes one down, the next is on its way and another is being sealed


async def keep(store: RoomStore, file: Described, progress: Callable[[int], object] = lambda _: None) -> None:
    """Return once the server has every part, and each is what was sealed here; goes on where somebody stopped.

    `progress` is told the sealed bytes that are there. Raises StoredOtherwise, FileChanged, RoomRefused,
    ServerUnreachable.
    """
    object_id, name = file.name.object_id, file.path.name
    reserved = await store.reserve(object_id, sealed_size(file.name.size))
    sealed_digests: dict[int, str] = {}
    done = 0
    for number in range(part_count(file.name.size)):
        sealed, digest = await asyncio.to_thread(_sealed, file, number)
        there = reserved.parts.get(number)
        if there is None and not reserved.is_ready:
            await store.put_part(object_id, number, sealed, digest)
        elif there != digest.hex():
            raise StoredOtherwise(name=name)
        sealed_digests[number] = digest.hex()
        done += len(sealed)
        progress(done)
    there = await (store.parts(object_id) if reserved.is_ready else store.complete(object_id))
    if there != sealed_digests:
        raise StoredOtherwise(name=name)


def _sealed(file: Described, number: int) -> tuple[bytes, bytes]:
    sealed = seal_part(file, number)
    return sealed, hashlib.sha256(sealed).digest()
