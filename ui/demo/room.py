"""The room of the demo: painted pictures that Anna keeps there for a week, and the link that opens it."""

import asyncio
import tempfile
from pathlib import Path
from typing import Any

import httpx
from fastapi import FastAPI

from domain.accounts.actor import Actor, Scope
from domain.rooms.find_room import find_room
from domain.rooms.open_room import NewRoom, open_room
from domain.rooms.room import Keep, RoomId, RoomNotFound, RoomOver
from ui.api.room_shapes import room_limits_of
from ui.demo.painter import Painter
from ui.demo.people import PEOPLE
from ui.parts import Parts
from ui.rooms.client.bytes import base64url
from ui.rooms.client.described import Described, describe
from ui.rooms.client.entries import add
from ui.rooms.client.keeping import keep
from ui.rooms.client.secret import RoomKeys, link_of, new_owner_token, new_secret, parse_link, room_keys
from ui.rooms.client.visiting import Visit, visited

TITLE = "Sunday on the lake"
PICTURES = (("Boats", 65), ("Lake", 32), ("Sea", 17), ("Boats", 87), ("Lake", 58))  # scenes and seeds
THUMB, PREVIEW = 400, 1200  # pixels of the longer side


async def room_of_demo(site: FastAPI, painter: Painter, address: str, earlier: str) -> str:
    """The link of the room of an earlier start ("" for none) while it is open, or of a new one.

    `site` is running, and will be at `address`.
    """
    parts: Parts = site.state.parts
    if earlier and await _is_open(parts, earlier):
        return earlier
    return await _open_filled(parts, painter, address, httpx.ASGITransport(app=site))


async def _is_open(parts: Parts, link: str) -> bool:
    room_id = RoomId(room_keys(parse_link(link).secret).room_id)
    try:
        async with parts.works.read() as work:
            await find_room(work, room_id, parts.clock.now())
    except (RoomNotFound, RoomOver):
        return False
    return True


async def _open_filled(parts: Parts, painter: Painter, site: str, transport: httpx.AsyncBaseTransport) -> str:
    secret = new_secret()
    keys = room_keys(secret)
    await _open(parts, keys)
    async with visited(site, keys, PEOPLE[0].name, transport) as visit:
        entries: list[dict[str, Any]] = [{"type": "title", "text": TITLE}]
        with tempfile.TemporaryDirectory() as folder:
            for number, (scene, seed) in enumerate(PICTURES, 1):
                name = f"{scene} {number}.jpg"
                content = await asyncio.to_thread(painter.paint, scene, seed, parts.clock.now())
                entries.append(await _kept(visit, painter, Path(folder) / name, content))
        await visit.write(entries)
    return link_of(site, secret, has_password=False)


async def _open(parts: Parts, keys: RoomKeys) -> None:
    now = parts.clock.now()
    new = NewRoom(
        room_id=keys.room_id,
        auth_hash=bytes.fromhex(keys.auth_hash),
        owner_hash=bytes.fromhex(new_owner_token()[1]),
        keep=Keep.ALWAYS,
        days=None,
    )
    async with parts.works.write() as work:
        account = await work.accounts.by_handle(PEOPLE[0].handle)
        if account is None:
            raise LookupError("the people of the demo are not here")
        actor = Actor(account=account, scopes=frozenset(Scope), session_id=None)
        await open_room(work, actor, new, room_limits_of(parts.settings), now)


async def _kept(visit: Visit, painter: Painter, path: Path, content: bytes) -> dict[str, Any]:
    """The entry of a picture whose original and preview the room keeps from now on."""
    thumb, width, height = await asyncio.to_thread(painter.smaller, content, THUMB)
    preview, _, _ = await asyncio.to_thread(painter.smaller, content, PREVIEW)
    original = await _object(visit, path, content)
    seen = (await _object(visit, path.with_suffix(".webp"), preview)).name
    return {
        **add(original.name, name=path.name, mime="image/jpeg", by=visit.by),
        "width": width,
        "height": height,
        "thumb": base64url(thumb),
        "preview": {"object_id": seen.object_id, "root": seen.root.hex(), "size": seen.size},
    }


async def _object(visit: Visit, path: Path, content: bytes) -> Described:
    described = await asyncio.to_thread(_described, visit.keys, path, content)
    await keep(visit.store, described)
    return described


def _described(keys: RoomKeys, path: Path, content: bytes) -> Described:
    path.write_bytes(content)
    return describe(keys, path)
