"""Run by test_ballast.py on a file system of 64 MiB: a real server on a disk that is filled to its last byte (C32)."""

import asyncio
import os
import sys
from pathlib import Path

import httpx

from tests.commands.kamra_process import OWNER, environment, served
from tests.painted import photograph

MEBIBYTE = 1 << 20
MEDIA = "/api/v1/media"


def fill(disk: Path) -> None:
    """Take every byte that is left, whoever freed it."""
    with (disk / "filler").open("ab", buffering=0) as file:
        try:
            for size in (MEBIBYTE, 4096, 1):
                while file.write(bytes(size)) == size:
                    pass
        except OSError:
            return


async def add(client: httpx.AsyncClient, seed: int) -> httpx.Response:
    return await client.post(MEDIA, files={"file": ("a.jpg", photograph(seed=seed), "image/jpeg")})


async def until(disk: Path, *, ballast: bool) -> None:
    async with asyncio.timeout(30):
        while True:
            if (disk / "data" / "ballast").exists() is ballast:
                return
            await asyncio.sleep(0.05)


async def use(disk: Path) -> None:
    env = environment(disk / "data", KAMRA_DISK_RESERVE_BYTES=str(16 * MEBIBYTE), KAMRA_SWEEP_SECONDS="1")
    async with served(env) as client:
        await until(disk, ballast=True)
        assert (disk / "data" / "ballast").stat().st_blocks * 512 >= 4 * MEBIBYTE
        content = photograph(seed=1)
        pictures = [(await add(client, seed)).json() for seed in (1, 2)]
        fill(disk)
        assert os.statvfs(disk).f_bavail == 0
        assert (await add(client, 3)).status_code == 507
        assert (await client.get(pictures[0]["original_url"])).content == content
        login = {"login": "anna", "password": OWNER.rpartition(":")[2]}
        for _ in range(3):
            answer = await client.post("/api/v1/auth/login", json=login)
            assert answer.status_code == 200, answer.text
        assert not (disk / "data" / "ballast").exists()
        assert (await client.patch(f"{MEDIA}/{pictures[0]['id']}", json={"name": "kept"})).status_code == 200
        assert (await client.delete(f"{MEDIA}/{pictures[1]['id']}")).status_code == 204
        assert (await client.get(pictures[1]["original_url"])).status_code in (404, 410)
        assert (await add(client, 4)).status_code == 507
        (disk / "filler").unlink()
        assert (await add(client, 5)).status_code == 201
        await until(disk, ballast=True)


if __name__ == "__main__":
    asyncio.run(use(Path(sys.argv[1])))
