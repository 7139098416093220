"""A room that somebody filled before any page came: by the Python client, which is quicker than a page."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.painted import photograph
from ui.rooms.client.bytes import base64url
from ui.rooms.client.described import describe
from ui.rooms.client.entries import add
from ui.rooms.client.keeping import keep
from ui.rooms.client.secret import parse_link, room_keys
from ui.rooms.client.visiting import Visit, visited

THUMB = (300, 200)  # pixels


@asynccontextmanager
async def inside(link: str, by: str = "Ada") -> AsyncIterator[Visit]:
    """In the room of a link without a password."""
    site = urlsplit(link)
    async with visited(f"{site.scheme}://{site.netloc}", room_keys(parse_link(link).secret), by) as visit:
        yield visit


async def put(link: str, files: Sequence[tuple[str, Path]]) -> list[str]:
    """Keep files there under these names, each with a painted thumbnail; their ids."""
    async with inside(link) as visit:
        entries = []
        for seed, (name, path) in enumerate(files):
            described = describe(visit.keys, path)
            await keep(visit.store, described)
            thumb = base64url(photograph("image/webp", width=THUMB[0], height=THUMB[1], seed=seed))
            entry = add(described.name, name=name, mime="image/jpeg", by=visit.by)
            entries.append({**entry, "width": THUMB[0], "height": THUMB[1], "thumb": thumb})
        await visit.write(entries)
    return [entry["object_id"] for entry in entries]
