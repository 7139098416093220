"""A real Kamra whose clock is two days ahead, then two days behind: pictures stay, and new ones go on coming (H78)."""

import asyncio
from pathlib import Path

import httpx

from tests.commands.kamra_process import command_here, environment, served
from tests.painted import photograph
from ui.commands import check, sweep

MEDIA = "/api/v1/media"
TWO_DAYS = 2 * 24 * 3600


async def completed(client: httpx.AsyncClient, seed: int) -> str:
    answer = await client.post(MEDIA, files={"file": ("a.jpg", photograph(seed=seed), "image/jpeg")})
    assert answer.status_code == 201, answer.text
    address = f"{MEDIA}/{answer.json()['id']}"
    async with asyncio.timeout(60):
        while True:
            if (await client.get(address)).json()["status"] == "completed":
                return address
            await asyncio.sleep(0.05)


async def test_h78_nothing_is_purged_early_and_nothing_stands_still(tmp_path: Path) -> None:
    kept: list[str] = []
    for seed, offset in enumerate((0, TWO_DAYS, -TWO_DAYS)):
        env = environment(tmp_path, KAMRA_CLOCK_OFFSET_SECONDS=str(offset), KAMRA_SWEEP_SECONDS="1")
        async with served(env) as client:
            kept.append(await completed(client, seed))
            swept = await command_here(sweep.run, env, name=None)
            assert swept[0] == 0, swept[1]
            assert [(await client.get(address)).status_code for address in kept] == [200] * len(kept)
    assert await command_here(check.run, environment(tmp_path), hashes=True) == (0, "Rows and files agree.\n")
