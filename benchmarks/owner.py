"""What the owner of a measured Kamra does over HTTP: signs in, adds pictures, waits for them."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

import httpx

from benchmarks.served import LOGIN, PASSWORD, Served


@asynccontextmanager
async def owner_of(kamra: Served) -> AsyncIterator[httpx.AsyncClient]:
    """A client with the owner's session, as a browser has it."""
    async with httpx.AsyncClient(base_url=kamra.url, headers={"Origin": kamra.url}, timeout=60) as client:
        await sign_in(client)
        yield client


async def sign_in(client: httpx.AsyncClient) -> None:
    """Give the client the owner's session; its requests must carry the server's own origin."""
    answer = await client.post("/sign-in", data={"login": LOGIN, "password": PASSWORD})
    assert answer.status_code == 303, answer.text


async def add(owner: httpx.AsyncClient, photographs: Iterable[bytes]) -> list[str]:
    """Send the JPEGs, all at once; the ids they got."""
    return list(await asyncio.gather(*(_send(owner, one) for one in photographs)))


async def processed(owner: httpx.AsyncClient, ids: Iterable[str]) -> None:
    """Return when each of these pictures can be seen."""
    async with asyncio.timeout(300):
        for one in ids:
            while (status := await _status(owner, one)) != "completed":
                assert status != "failed", one
                await asyncio.sleep(0.05)


async def _send(owner: httpx.AsyncClient, photograph: bytes) -> str:
    answer = await owner.post("/api/v1/media", files={"file": ("photograph.jpg", photograph, "image/jpeg")})
    assert answer.status_code == 201, answer.text
    return answer.json()["id"]


async def _status(owner: httpx.AsyncClient, media_id: str) -> str:
    return (await owner.get(f"/api/v1/media/{media_id}")).json()["status"]
