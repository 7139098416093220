"""A large picture on its way while everything goes wrong: it goes on where it was, and arrives byte for byte."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from tests.browser.conftest import Console, Server
from tests.browser.own_server import originals_of
from tests.browser.residents import RESIDENT_PASSWORD, Resident, move_in
from tests.browser.sent_bytes import PIECE, grain, listen
from tests.browser.slow_line import SlowLine, slow_line

MIDDLE = 11_000_000
IN_THE_MIDDLE = re.compile(r"\b[5-9]\d % of")
SOON = 60_000
RELOADED = (
    "The page was reloaded and your browser let go of the files. "
    "Choose the same ones again; what has arrived is not sent twice."
)


@pytest.fixture
async def mara(server: Server) -> AsyncIterator[Resident]:
    who = await move_in(server, "Mara")
    yield who
    await who.close()


@pytest.fixture
async def line(server: Server) -> AsyncIterator[SlowLine]:
    async with slow_line(int(server.url.rpartition(":")[2]), MIDDLE) as line:
        yield line


@pytest.fixture
async def library(page: Page, line: SlowLine, mara: Resident, console: Console) -> AsyncIterator[Page]:
    """Mara's open library, with the middle of a large picture on its way."""
    console.expect("ERR_|WebSocket connection|409 \\(Conflict\\)")
    await page.goto(f"{line.url}/sign-in?next=/library")
    await page.get_by_label("Name or e-mail").fill(mara.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await page.wait_for_function("window.socket?.connected")
    yield page
    await page.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    grain(tmp_path / "harbour.png")
    return tmp_path / "harbour.png"


async def test_after_a_reload_the_same_file_goes_on_where_it_was(
    library: Page, line: SlowLine, mara: Resident, picture: Path
) -> None:
    await _choose(library, picture)
    await expect(_tray(library)).to_contain_text(IN_THE_MIDDLE, timeout=SOON)
    await _reload(library)
    await expect(_tray(library)).to_contain_text(RELOADED)
    await expect(library.locator(".k-upload")).to_contain_text(re.compile(r"harbour\.png.*\d % is here"))
    line.slow_after = None
    sent = listen(library)
    await _choose(library, picture, button=_tray(library).get_by_role("button", name="Choose pictures"))
    await expect(_tray(library)).to_contain_text("1 picture added.", timeout=SOON)
    assert min(sent.firsts) >= PIECE
    await _arrived(mara, picture)
    await library.reload()
    await expect(library.locator(".k-tile")).to_have_count(1)
    await expect(_tray(library)).to_be_hidden()


async def test_what_a_reload_cut_off_can_be_given_up(
    library: Page, line: SlowLine, mara: Resident, picture: Path
) -> None:
    await _choose(library, picture)
    await expect(_tray(library)).to_contain_text(IN_THE_MIDDLE, timeout=SOON)
    await _reload(library)
    line.slow_after = None
    async with library.expect_response(lambda answer: answer.request.method == "DELETE") as given_up:
        await library.get_by_role("button", name="Give up").click()
    assert (await given_up.value).status == 204
    await expect(_tray(library)).to_be_hidden()
    sent = listen(library)
    await _choose(library, picture)
    await expect(_tray(library)).to_contain_text("1 picture added.", timeout=SOON)
    assert sent.firsts[0] == 0
    await _arrived(mara, picture)


async def test_pausing_stops_the_bytes_and_going_on_keeps_them(
    library: Page, line: SlowLine, mara: Resident, picture: Path
) -> None:
    sent = listen(library)
    await _choose(library, picture)
    await expect(_tray(library)).to_contain_text(IN_THE_MIDDLE, timeout=SOON)
    await library.get_by_role("button", name="Pause").first.click()
    await expect(_tray(library)).to_contain_text(re.compile(r"Paused at \d\d %"))
    before = len(sent.firsts)
    line.slow_after = None
    await library.get_by_role("button", name="Go on").first.click()
    await expect(_tray(library)).to_contain_text("1 picture added.", timeout=SOON)
    assert sent.firsts[before] >= PIECE
    await _arrived(mara, picture)


async def test_a_line_that_is_away_for_a_while_is_waited_for(
    library: Page, line: SlowLine, mara: Resident, picture: Path
) -> None:
    sent = listen(library)
    await _choose(library, picture)
    await expect(_tray(library)).to_contain_text(IN_THE_MIDDLE, timeout=SOON)
    await library.context.set_offline(True)
    line.slow_after = None  # what is under way gets through; nothing new does
    lost = "Connection lost. Going on as soon as it is back; nothing is lost."
    await expect(_tray(library)).to_contain_text(lost, timeout=SOON)
    before = len(sent.firsts)
    await library.context.set_offline(False)
    await expect(_tray(library)).to_contain_text("1 picture added.", timeout=SOON)
    assert sent.firsts[before] >= PIECE
    await _arrived(mara, picture)


async def test_a_file_that_changes_on_its_way_is_not_taken_for_the_old_one(
    library: Page, line: SlowLine, mara: Resident, picture: Path
) -> None:
    await _choose(library, picture)
    await expect(_tray(library)).to_contain_text(IN_THE_MIDDLE, timeout=SOON)
    grain(picture, 300, 200)
    line.slow_after = None
    said = "harbour.png changed while it was being sent. Add it again to send the new one."
    await expect(_tray(library)).to_contain_text(said, timeout=SOON)
    await _choose(library, picture)
    await expect(_tray(library)).to_contain_text("1 picture added.", timeout=SOON)
    await _arrived(mara, picture)


def _tray(page: Page) -> Locator:
    return page.locator(".k-tray")


async def _choose(page: Page, picture: Path, button: Locator | None = None) -> None:
    async with page.expect_file_chooser() as choosing:
        await (button or page.get_by_role("button", name="Choose pictures").first).click()
    await (await choosing.value).set_files(picture)


async def _reload(page: Page) -> None:
    """Past the question whether to leave, which the browser asks in the middle of an upload."""
    page.once("dialog", lambda dialog: dialog.accept())
    await page.reload()


async def _arrived(who: Resident, picture: Path) -> None:
    assert await originals_of(who.api) == {picture.name: picture.read_bytes()}  # noqa: ASYNC240  # a few MB, and nobody waits
