"""The memory that a worker of the JPEG coder of rooms takes for a picture of 20 megapixels."""

import asyncio
from io import BytesIO

from PIL import Image
from playwright.async_api import Page

from benchmarks.figure import Figure, as_table, at_most
from benchmarks.jpeg_coder_open import FOLDER, coder_open
from benchmarks.peak_memory import peak, peak_from_now_on
from benchmarks.photographs import from_a_camera

_SIZE = (5472, 3648)
_GOAL = 200
# Nothing is left of the file and the module before the picture itself is begun.
_ENCODE = """async ([folder, address]) => {
  const { JpegPool } = await import(`${folder}pool.js`);
  const pool = new JpegPool(1);
  await pool.encode(await (await fetch(address)).blob());
  pool.close();
}"""


def measure() -> list[Figure]:
    """Of the page's process, above what it had before: the file, coding it and the proof."""
    return asyncio.run(_measure())


async def _measure() -> list[Figure]:
    figures: list[Figure] = []
    for sort, progressive, subsampling in (("baseline 4:2:0", 0, 2), ("progressive 4:4:4", 1, 0)):
        async with coder_open() as (page, address_of):
            address = address_of(_picture(progressive=progressive, subsampling=subsampling))
            before = {pid: peak_from_now_on(pid) for pid in await _renderers(page)}
            await page.evaluate(_ENCODE, [FOLDER, address])
            grown = max(peak(pid) - began for pid, began in before.items())
            figures.append(at_most(f"memory for 20 MP, {sort}", grown, _GOAL, "MB"))
    return figures


async def _renderers(page: Page) -> list[int]:
    """The processes that may be the page's: there is a spare one, and only the page's grows."""
    assert page.context.browser is not None
    session = await page.context.browser.new_browser_cdp_session()
    processes = (await session.send("SystemInfo.getProcessInfo"))["processInfo"]
    return [one["id"] for one in processes if one["type"] == "renderer"]


def _picture(*, progressive: int, subsampling: int) -> bytes:
    out = BytesIO()
    with Image.open(BytesIO(next(from_a_camera()))) as picture:
        large = picture.resize(_SIZE)
        large.save(out, "JPEG", quality=90, progressive=progressive, subsampling=subsampling)
    return out.getvalue()


if __name__ == "__main__":
    print(as_table(measure()))
