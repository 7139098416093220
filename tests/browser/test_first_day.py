"""The first day of a Kamra, as a person lives it: the link on the console, the set-up, the first pictures (C22)."""

import asyncio
import hashlib
import os
import re
import signal
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, _free_port, _until_ready
from tests.painted import photograph

PASSWORD = "a kettle under the stairs"
PHOTOS = Path(os.environ.get("KAMRA_TEST_PHOTOS", Path(__file__).resolve().parents[3] / "shared" / "photos"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fresh:
    """A Kamra that nobody owns yet, and what it wrote on its console."""

    url: str
    console: Path


@pytest.fixture
async def fresh(tmp_path: Path) -> AsyncIterator[Fresh]:
    port = _free_port()
    own = {name: value for name, value in os.environ.items() if not name.startswith("KAMRA_")}
    settings = {
        "KAMRA_DATA": str(tmp_path / "data"),
        "KAMRA_HOST": "127.0.0.1",
        "KAMRA_PORT": str(port),
        "KAMRA_WORKERS": "1",
    }
    console = tmp_path / "console.txt"
    with console.open("wb") as out:
        command = (sys.executable, "-m", "ui", "serve")
        process = await asyncio.create_subprocess_exec(*command, env={**own, **settings}, stdout=out, stderr=out)
        try:
            await _until_ready(f"http://localhost:{port}", process)
            yield Fresh(url=f"http://localhost:{port}", console=console)
        finally:
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
                await process.wait()


def _setup_link(fresh: Fresh) -> str:
    written = fresh.console.read_text()
    assert "Open one of these once to become its owner:" in written
    found = re.search(rf"on this machine +({fresh.url}/setup/\S+)", written)
    assert found is not None
    return found.group(1)


async def _become_owner(page: Page, link: str) -> None:
    await page.goto(link)
    await page.get_by_label("Name", exact=True).fill("Anna Berger")
    await page.get_by_label("Handle").fill("anna")
    await page.get_by_role("button", name="Next").click()
    await page.get_by_label("Password", exact=True).fill(PASSWORD)
    await page.get_by_role("button", name="Next").click()
    await expect(page.get_by_role("heading", name="Who may look in?")).to_be_visible()
    await page.locator("button[type=submit]:visible, button:not([type]):visible").last.click()
    await expect(page.get_by_role("heading", name="Drop your first pictures here.")).to_be_visible()


async def _choose(page: Page, button: str, files: list[Path]) -> None:
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("button", name=button).first.click()
    await (await choosing.value).set_files(files)


def _camera_files() -> list[Path]:
    return sorted(file for file in PHOTOS.iterdir() if file.suffix in {".jpg", ".png"})


async def test_from_the_link_on_the_console_to_the_untouched_original(
    fresh: Fresh, open_page: OpenPage, console: Console, tmp_path: Path
) -> None:
    page = await open_page(viewport={"width": 1280, "height": 800})
    link = _setup_link(fresh)
    await _become_owner(page, link)
    files = []
    for number in range(20):
        kind = "png" if number % 5 == 4 else "jpeg"
        files.append(tmp_path / f"IMG_{number:04}.{kind}")
        files[-1].write_bytes(photograph(f"image/{kind}", width=900, height=600, seed=number))
    await _choose(page, "Choose pictures", files)
    await expect(page.locator(".k-tray")).to_contain_text("20 pictures added.", timeout=60_000)

    await page.locator(".k-button--main", has_text="Open your library").click()
    await expect(page.locator(".k-tile img")).to_have_count(20)
    await expect(page.locator(".k-tile-working")).to_have_count(0)

    await page.locator(".k-tile a").first.click()
    name = await page.locator(".k-viewer-title").inner_text()
    async with page.expect_download() as downloading:
        await (
            page.get_by_role("link", name="Download original")
            .or_(page.get_by_role("button", name="Download original"))
            .click()
        )
    download = await downloading.value
    original = next(file for file in files if file.name.startswith(name.partition(".")[0]))
    assert download.suggested_filename.startswith(original.stem)
    saved = await download.path()
    assert hashlib.sha256(saved.read_bytes()).digest() == hashlib.sha256(original.read_bytes()).digest()

    console.expect("409 \\(Conflict\\)")  # the browser's own line about the link that was used
    again = await open_page()
    await again.goto(link)
    await expect(again.locator("body")).to_contain_text("This Kamra already has an owner.")


@pytest.mark.skipif(
    not PHOTOS.is_dir(), reason="needs the folder of camera files beside the checkout, or KAMRA_TEST_PHOTOS"
)
async def test_camera_files_stand_upright_in_the_library(fresh: Fresh, open_page: OpenPage) -> None:
    page = await open_page(viewport={"width": 1280, "height": 800})
    await _become_owner(page, _setup_link(fresh))
    files = _camera_files()
    await page.goto(f"{fresh.url}/library")
    await _choose(page, "Choose pictures", files)
    await expect(page.locator(".k-tray")).to_contain_text(f"{len(files)} pictures added.", timeout=90_000)
    await expect(page.locator(".k-tile-working")).to_have_count(0, timeout=90_000)
    shapes = await page.evaluate(
        """async () => {
            const answer = await fetch("/api/v1/media?limit=100");
            const { items } = await answer.json();
            return Object.fromEntries(items.map((one) => [one.name, [one.status, one.width, one.height]]));
        }"""
    )
    assert len(shapes) == len(files)
    assert {status for status, _, _ in shapes.values()} == {"completed"}
    turned = {name: (width, height) for name, (_, width, height) in shapes.items() if name.startswith("orient")}
    assert set(turned.values()) == {(1800, 1200)}
