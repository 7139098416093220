"""How fast a browser makes objects of files: hashed, named, hashed again and sealed, as it is done before sending."""

import asyncio
import statistics

from playwright.async_api import Page

from benchmarks.browser import chromium
from benchmarks.figure import Figure, as_table, at_least, for_information
from benchmarks.served import served
from ui.theme.assets import asset_url

_SIZE = 64_000_000
_WARM_UP = 1
_ROUNDS = 5
_MODULES = ("described", "objects", "secret")
# Each round has bytes of its own; a Blob of them is kept by the browser as a chosen file is, outside the page.
_SEALED = """async ([size, ...addresses]) => {
  const [{ describe, sealRange }, { PART_CHUNKS, chunkCount }, { newSecret, roomKeys }] = await Promise.all(
    addresses.map((address) => import(address)),
  );
  const keys = await roomKeys(newSecret());
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  const blob = new Blob([bytes]);
  const began = performance.now();
  const object = await describe(keys, blob);
  const named = performance.now();
  const end = chunkCount(size);
  const part = (at) => (at < end ? sealRange(object, at, Math.min(at + PART_CHUNKS, end)) : null);
  let next = part(0);
  for (let at = PART_CHUNKS; next; at += PART_CHUNKS) {
    const ahead = part(at);
    await next;
    next = ahead;
  }
  const sealed = performance.now();
  return [named - began, sealed - named, sealed - began].map((took) => size / 1e3 / took);
}"""


def measure() -> list[Figure]:
    """Megabytes of a file per second."""
    described, sealed, both = zip(*asyncio.run(_measure()), strict=True)
    note = f"median of {len(both)} files of {_SIZE // 1_000_000} MB (slowest {min(both):.0f} MB/s), in Chromium"
    return [
        at_least("rooms: hash, derive, hash again and encrypt", statistics.median(both), 60, "MB/s", note),
        for_information("of it, until the object has its name", statistics.median(described), "MB/s"),
        for_information("of it, sealing what has one", statistics.median(sealed), "MB/s"),
    ]


async def _measure() -> list[tuple[float, float, float]]:
    async with served() as kamra, chromium() as browser:
        page = await browser.new_page()
        await page.goto(f"{kamra.url}/sign-in")
        return [await _round(page) for _ in range(_WARM_UP + _ROUNDS)][_WARM_UP:]


async def _round(page: Page) -> tuple[float, float, float]:
    described, sealed, both = await page.evaluate(
        _SEALED, [_SIZE, *(asset_url(f"rooms/page/{name}.js") for name in _MODULES)]
    )
    return described, sealed, both


if __name__ == "__main__":
    print(as_table(measure()))
