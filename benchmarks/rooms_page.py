"""How soon a newcomer sees something in a room whose sender has gone, and a long contact sheet is there whole.

The room is filled by the Python client. The newcomer's browser was never here, and is a process of its own.
"""

import asyncio
import statistics
from io import BytesIO
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.async_api import Browser

from benchmarks.browser import chromium
from benchmarks.figure import Figure, as_table, at_most, for_information
from benchmarks.owner import owner_of
from benchmarks.photographs import for_clients
from benchmarks.served import Served, served
from benchmarks.transfer import bytes_by_kind
from ui.rooms.client.bytes import base64url
from ui.rooms.client.described import describe
from ui.rooms.client.entries import add
from ui.rooms.client.keeping import keep
from ui.rooms.client.secret import link_of, new_owner_token, new_secret, room_keys
from ui.rooms.client.visiting import visited

_FEW, _MANY = 24, 500
_ROUNDS = 5
_THUMB = (400, 300)  # pixels
_FIRST = "() => document.querySelector('.k-print img.k-loaded')"
# Every frame is read out in the head's count, and what stands in the window has its picture.
_WHOLE = f"""() => document.querySelector(".k-room-called")?.textContent.includes("{_MANY} ")
  && document.querySelectorAll(".k-print img").length >= 12
  && [...document.querySelectorAll(".k-print img")].every((one) => one.classList.contains("k-loaded"))"""
_SINCE_OPENED = "() => performance.now()"  # ms since the link was followed


def measure() -> list[Figure]:
    """Seconds from following the link, and what came until then."""
    with TemporaryDirectory(prefix="kamra-bench-") as name:
        return asyncio.run(_measure(Path(name)))


async def _measure(folder: Path) -> list[Figure]:
    async with served() as kamra, chromium() as browser:
        small, large = await _filled(kamra, _FEW, folder), await _filled(kamra, _MANY, folder)
        firsts = [await _visit(browser, small, _FIRST) for _ in range(_ROUNDS)]
        wholes = [await _visit(browser, large, _WHOLE) for _ in range(_ROUNDS)]
    originals = sum(asked for _, _, asked in [*firsts, *wholes])
    first, whole = (statistics.median(seconds for seconds, _, _ in visits) for visits in (firsts, wholes))
    note = f"median of {_ROUNDS} newcomers whose browser was never here"
    return [
        at_most(f"rooms: first thumbnail of {_FEW} for a newcomer, after opening the link", first, 2, "s", note),
        at_most(f"rooms: {_MANY} entries with thumbnails shown", whole, 3, "s", note),
        at_most("requests for an object meanwhile", originals, 0, ""),
        for_information("transferred until the first thumbnail", firsts[-1][1] / 1000, "kB", "entries among it"),
    ]


async def _visit(browser: Browser, link: str, shown: str) -> tuple[float, int, int]:
    """Seconds until it is shown, bytes that came until then, and how often an object was asked for."""
    context = await browser.new_context(viewport={"width": 1280, "height": 800})
    page = await context.new_page()
    transferred, asked = await bytes_by_kind(page), []
    page.on("request", lambda request: asked.append("/objects/" in request.url))
    await page.goto(link, wait_until="commit")
    await page.wait_for_function(shown)
    seconds = await page.evaluate(_SINCE_OPENED) / 1000
    await context.close()
    return seconds, transferred.total(), sum(asked)


async def _filled(kamra: Served, count: int, folder: Path) -> str:
    """A room that keeps so many photographs, the first few of them also as objects; its link."""
    secret = new_secret()
    keys = room_keys(secret)
    async with owner_of(kamra) as owner:
        hashes = {"auth_hash": keys.auth_hash, "owner_hash": new_owner_token()[1]}
        answer = await owner.post("/api/v1/rooms", json={"room_id": keys.room_id, **hashes, "keep": "always"})
        assert answer.status_code == 201, answer.text
    async with visited(kamra.url, keys, "Ada") as visit:
        entries = []
        for number, photograph in enumerate(islice(for_clients(), count)):
            path = folder / f"{number}.jpg"
            path.write_bytes(photograph)
            described = describe(keys, path)
            if number < _FEW:
                await keep(visit.store, described)
            entries.append(
                {**add(described.name, name=path.name, mime="image/jpeg", by=visit.by), **_facts(photograph)}
            )
        await visit.write(entries)
    return link_of(kamra.url, secret, has_password=False)


def _facts(photograph: bytes) -> dict[str, object]:
    out = BytesIO()
    with Image.open(BytesIO(photograph)) as picture:
        width, height = picture.size
        picture.thumbnail(_THUMB)
        picture.save(out, "WEBP", quality=70)
    return {"width": width, "height": height, "thumb": base64url(out.getvalue())}


if __name__ == "__main__":
    print(as_table(measure()))
