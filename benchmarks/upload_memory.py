"""How much memory the server needs for an upload of 500 MB, in one request and in pieces."""

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.owner import owner_of
from benchmarks.peak_memory import peak, peak_from_now_on
from benchmarks.served import served

_BYTES = 500_000_000
_WARM_UP_BYTES = 1
_PIECE_BYTES = 8 << 20  # as the library's page sends them on a slow line
_CHUNK = os.urandom(1 << 20)
_PIECE_HEADERS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}

_Way = Callable[[httpx.AsyncClient, str, int], Awaitable[None]]


def measure() -> list[Figure]:
    """By how many megabytes the server's memory (peak RSS) grows over what a small upload had left it with."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    return [
        at_most(f"server memory for an upload of 500 MB {how}: growth", await _growth(way), 16, "MB", "peak RSS")
        for how, way in (("in one request", _in_one), ("in pieces of 8 MiB", _in_pieces))
    ]


async def _growth(way: _Way) -> float:
    async with served(settings={"KAMRA_UPLOAD_MAX_BYTES": str(_BYTES)}) as kamra, owner_of(kamra) as owner:
        await _upload(owner, way, _WARM_UP_BYTES)
        before = peak_from_now_on(kamra.pid)
        await _upload(owner, way, _BYTES)
        return peak(kamra.pid) - before


async def _upload(owner: httpx.AsyncClient, way: _Way, length: int) -> None:
    """Send that many bytes of no picture, and give them up before anybody looks at them."""
    announced = {"content_type": "image/jpeg", "bytes": length}
    ticket = (await owner.post("/api/v1/media/upload", json=announced)).json()
    await way(owner, ticket["upload_url"], length)
    state = (await owner.get(f"{ticket['upload_url']}/status")).json()
    assert state["status"] == "uploaded", state
    assert (await owner.delete(ticket["upload_url"])).status_code == 204


async def _in_one(owner: httpx.AsyncClient, url: str, length: int) -> None:
    answer = await owner.put(url, content=_content(length), headers={"Content-Length": str(length)})
    assert answer.status_code == 200, answer.text


async def _in_pieces(owner: httpx.AsyncClient, url: str, length: int) -> None:
    for first in range(0, length, _PIECE_BYTES):
        size = min(_PIECE_BYTES, length - first)
        headers = {**_PIECE_HEADERS, "Upload-Offset": str(first), "Content-Length": str(size)}
        answer = await owner.patch(url, content=_content(size), headers=headers)
        assert answer.status_code == 204, answer.text


async def _content(length: int) -> AsyncIterator[bytes]:
    for first in range(0, length, len(_CHUNK)):
        yield _CHUNK[: length - first]


if __name__ == "__main__":
    print(as_table(measure()))
