"""A reload in the middle loses nothing: neither for who sends nor for who receives."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.rooms.engine.room_pages import RoomPages, add, digests, foot_says, save_all
from tests.painted import photograph

SIZE = 20_000_000
_COUNT_FRAMES = """() => {
  window.given = 0;
  const { send } = RTCDataChannel.prototype;
  RTCDataChannel.prototype.send = function (data) {
    if (data.byteLength > 1000) window.given += data.byteLength;
    return send.call(this, data);
  };
}"""


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Twenty megabytes that are no picture."""
    path = tmp_path / "film.bin"
    path.write_bytes(bytes(range(256)) * (SIZE // 256))
    return path


async def test_a_sender_who_reloads_chooses_the_same_files_and_nothing_is_sent_twice(
    rooms: RoomPages, tmp_path: Path
) -> None:
    link = await rooms.open_room(keep="never")
    sender = await rooms.sender(link)
    files = [tmp_path / "fox.jpg", tmp_path / "lake.jpg"]
    for seed, file in enumerate(files):
        file.write_bytes(photograph("image/jpeg", width=600, height=400, seed=seed + 30))
    await add(sender, files)
    await foot_says(sender, "Nobody is here yet")
    await expect(sender.locator("img.k-loaded")).to_have_count(2)
    await sender.reload()
    await foot_says(sender, "The page was reloaded and your browser let go of the files.")
    await add(sender, files)
    await foot_says(sender, "Nobody is here yet")
    await expect(sender.locator(".k-print")).to_have_count(2)
    visitor = await rooms.visitor(link)
    assert await save_all(visitor, 2) == digests(files)


async def test_a_receiver_who_reloads_is_given_only_what_was_missing(rooms: RoomPages, large: Path) -> None:
    link = await rooms.open_room(keep="never")
    sender = await rooms.sender(link)
    await sender.evaluate(_COUNT_FRAMES)
    await add(sender, [large])
    visitor = await rooms.visitor(link)
    await visitor.locator(".k-room-buttons .k-button--main", has_text="Save").click()
    await _until_percent(visitor, 30)
    await visitor.reload()
    await foot_says(visitor, "The picture is here. Save it before")
    async with visitor.expect_download() as coming:
        await visitor.locator(".k-room-buttons .k-button--main", has_text="Save").click()
    saved = Path(await (await coming.value).path())
    assert digests([saved]).popitem()[1] == digests([large]).popitem()[1]
    again = await sender.evaluate("given") - SIZE
    assert again < SIZE * 0.01 + 1024 * 1024


async def _until_percent(page: Page, least: int) -> None:
    await page.wait_for_function(
        """(least) => Number.parseInt(document.querySelector(".k-print-said")?.textContent ?? "0", 10) >= least""",
        arg=least,
        polling="raf",
    )
