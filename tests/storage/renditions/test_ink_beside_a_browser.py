"""Ink without a profile, for which libvips guesses a printing press, looks as Chromium shows the original (C23)."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.async_api import Browser

from storage.renditions.picture import render_picture
from tests.browser.conftest import browser
from tests.painted import painted
from tests.storage.renditions.looking_alike import mean_delta_e, on_white

__all__ = ["browser"]  # a fixture, which pytest finds by its name


@pytest.mark.parametrize("seed", [1, 2])
async def test_ink_without_a_profile_looks_as_chromium_shows_it(tmp_path: Path, browser: Browser, seed: int) -> None:
    original = tmp_path / "a.jpg"
    painted(640, 480, seed).convert("CMYK").save(original, quality=92)
    ours = on_white(render_picture(original, tmp_path).files[0].path)
    page = await browser.new_page(viewport={"width": 640, "height": 480})
    await page.set_content(f"<img src='data:image/jpeg;base64,{b64encode(original.read_bytes()).decode()}'>")
    shown = BytesIO(await page.locator("img").screenshot())
    await page.close()
    with Image.open(shown) as screen:
        theirs = screen.convert("RGB")
    assert ours.size == theirs.size
    assert mean_delta_e(ours.reduce(8), theirs.reduce(8)) <= 2
