"""A room on a measured Kamra, and a visit to it by the Python client."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from benchmarks.owner import owner_of
from benchmarks.served import Served
from ui.rooms.client.secret import new_owner_token, new_secret, room_keys
from ui.rooms.client.visiting import Visit, visited


@asynccontextmanager
async def visit_of(kamra: Served) -> AsyncIterator[Visit]:
    """Inside a new room of the owner."""
    keys = room_keys(new_secret())
    async with owner_of(kamra) as owner:
        await _make(owner, keys.room_id, keys.auth_hash)
    async with visited(kamra.url, keys) as visit:
        yield visit


async def _make(owner: httpx.AsyncClient, room_id: str, auth_hash: str) -> None:
    told = {"room_id": room_id, "auth_hash": auth_hash, "owner_hash": new_owner_token()[1], "keep": "always"}
    answer = await owner.post("/api/v1/rooms", json=told)
    assert answer.status_code == 201, answer.text
