"""A real Kamra whose clock is two days ahead, then two days behind: pictures stay, and new ones go on coming (H78).

After a week without it nothing is left of a room, and nobody is let in before that either (G64).
"""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx

from tests.api.rooms.visiting import ROOMS, OpenRoom
from tests.commands.kamra_process import command_here, environment, served
from tests.painted import photograph
from ui.commands import check, sweep

MEDIA = "/api/v1/media"
TWO_DAYS = 2 * 24 * 3600
EIGHT_DAYS = 8 * 24 * 3600


async def completed(client: httpx.AsyncClient, seed: int) -> str:
    answer = await client.post(MEDIA, files={"file": ("a.jpg", photograph(seed=seed), "image/jpeg")})
    assert answer.status_code == 201, answer.text
    address = f"{MEDIA}/{answer.json()['id']}"
    async with asyncio.timeout(60):
        while True:
            if (await client.get(address)).json()["status"] == "completed":
                return address
            await asyncio.sleep(0.05)


async def _room_of(client: httpx.AsyncClient) -> OpenRoom:
    """A room for a week that keeps an object, a part of another and an entry."""
    room = OpenRoom(client=client)
    answer = await client.post(ROOMS, json=room.announced())
    assert answer.status_code == 201, answer.text
    await room.keep("0f" * 16, b"sealed")
    await room.announce("1f" * 16, 6)
    assert (await room.put("1f" * 16, 0, b"sealed")).status_code == 204
    assert (await room.call("POST", "/entries", json={"seq": 1, "sealed": ["b25l"]})).status_code == 201
    return room


async def _is_over(room: OpenRoom, client: httpx.AsyncClient) -> None:
    """On every call, from the first that the server answers."""
    later = OpenRoom(client=client, id=room.id, auth=room.auth, owner=room.owner)
    for path in ("", "/entries", f"/objects/{'0f' * 16}", f"/objects/{'1f' * 16}/parts"):
        assert (await later.call("GET", path)).status_code == 410
    assert (await later.announce("2f" * 16, 6)).status_code == 410
    assert (await later.put("1f" * 16, 0, b"sealed")).status_code == 410
    assert (await later.call("DELETE", by=later.as_owner)).status_code == 410


async def test_h78_nothing_is_purged_early_and_nothing_stands_still(tmp_path: Path) -> None:
    kept: list[str] = []
    rooms: list[OpenRoom] = []
    for seed, offset in enumerate((0, TWO_DAYS, -TWO_DAYS, EIGHT_DAYS)):
        env = environment(tmp_path, KAMRA_CLOCK_OFFSET_SECONDS=str(offset), KAMRA_SWEEP_SECONDS="1")
        async with served(env) as client:
            if offset == 0:
                rooms.append(await _room_of(client))
            if offset == EIGHT_DAYS:
                await _is_over(rooms[0], client)
            kept.append(await completed(client, seed))
            swept = await command_here(sweep.run, env, name=None)
            assert swept[0] == 0, swept[1]
            assert [(await client.get(address)).status_code for address in kept] == [200] * len(kept)
    assert await command_here(check.run, environment(tmp_path), hashes=True) == (0, "Rows and files agree.\n")
    assert not (tmp_path / "files" / "rooms").exists()
    with closing(sqlite3.connect(tmp_path / "kamra.db")) as database:
        for table in ("room_entries", "room_objects", "room_parts"):
            assert database.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)  # noqa: S608  # names of ours
