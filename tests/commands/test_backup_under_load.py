"""A backup that is made while people upload and delete has every row and every hash (H77)."""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from pathlib import Path

import httpx

from tests.commands.kamra_process import command, command_here, environment, served
from tests.painted import photograph
from ui.commands import check

MEDIA = "/api/v1/media"


class Told:
    """What a server said of each picture: kept since, and deleted since, by the SHA-256 of its original."""

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}
        self.deleted: dict[str, str] = {}


async def upload(client: httpx.AsyncClient, seed: int, told: Told) -> str:
    content = photograph(width=300, seed=seed)
    answer = await client.post(MEDIA, files={"file": (f"{seed}.jpg", content, "image/jpeg")})
    assert answer.status_code == 201, answer.text
    media_id = answer.json()["id"]
    told.kept[media_id] = hashlib.sha256(content).hexdigest()
    return media_id


async def delete(client: httpx.AsyncClient, media_id: str, told: Told) -> None:
    assert (await client.delete(f"{MEDIA}/{media_id}")).status_code == 204
    told.deleted[media_id] = told.kept.pop(media_id)


async def uploading_and_deleting(client: httpx.AsyncClient, told: Told, first: int, stop: asyncio.Event) -> None:
    seed = first
    while not stop.is_set():
        media_id = await upload(client, seed, told)
        if seed % 3 == 0:
            await delete(client, media_id, told)
        seed += 1


async def listed(client: httpx.AsyncClient) -> AsyncIterator[dict]:
    cursor = ""
    while True:
        page = (await client.get(MEDIA, params={"limit": 30, **({"cursor": cursor} if cursor else {})})).json()
        for item in page["items"]:
            yield item
        cursor = page.get("next_cursor")
        if not cursor:
            return


async def rows(client: httpx.AsyncClient) -> dict[str, dict]:
    """What the server says of every picture, but for addresses, which are signed anew each time."""
    return {item["id"]: _without_addresses(item) async for item in listed(client)}


async def completed(client: httpx.AsyncClient) -> None:
    async with asyncio.timeout(120):
        while True:
            if all(row["status"] == "completed" for row in (await rows(client)).values()):
                return
            await asyncio.sleep(0.05)


def _without_addresses(item: dict) -> dict:
    renditions = [{name: one[name] for name in one if "url" not in name} for one in item["renditions"]]
    return {name: value for name, value in item.items() if "url" not in name} | {"renditions": renditions}


async def hashes(client: httpx.AsyncClient) -> dict[str, str]:
    """The hash of every picture's original as it comes out."""
    found: dict[str, str] = {}
    async for item in listed(client):
        content = (await client.get(item["original_url"])).content
        found[item["id"]] = hashlib.sha256(content).hexdigest()
    return found


async def test_h77_a_backup_under_write_load_has_every_row_and_every_hash(tmp_path: Path) -> None:
    here, there = environment(tmp_path / "here"), environment(tmp_path / "there")
    file = tmp_path / "kamra.tar"
    told, stop = Told(), asyncio.Event()
    async with served(here) as client:
        for seed in range(12):
            await upload(client, seed, told)
        for media_id in list(told.kept)[:2]:
            await delete(client, media_id, told)
        await completed(client)
        gone_before, before = set(told.deleted), await rows(client)
        tasks = [asyncio.create_task(uploading_and_deleting(client, told, 1000 * n, stop)) for n in (1, 2)]
        deleted_meanwhile = list(before)[:4]
        tasks += [asyncio.create_task(delete(client, media_id, told)) for media_id in deleted_meanwhile]
        code, said = await command("backup", str(file), env=here)
        stop.set()
        await asyncio.gather(*tasks)
        assert code == 0, said
    assert (await command("restore", str(file), env=there))[1].endswith("Rows and files agree.\n")
    assert (await command_here(check.run, there, hashes=True))[0] == 0
    async with served(there) as client:
        restored, found = await rows(client), await hashes(client)
    known = {**told.deleted, **told.kept}
    assert found == {media_id: known[media_id] for media_id in restored}
    kept = {media_id: row for media_id, row in before.items() if media_id not in deleted_meanwhile}
    assert {media_id: restored.get(media_id) for media_id in kept} == kept
    assert not gone_before & set(restored)
