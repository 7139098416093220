"""A room of a running Kamra, and its real page in windows of a sender who opened it and of visitors who did not."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from zipfile import ZipFile

from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE, Console
from ui.theme.assets import asset_url

DESK = {"width": 1280, "height": 800}
_OPEN = """async ([own_rooms, title, wishes, password]) => {
  const R = secret.newSecret();
  const { token, hash } = await secret.newOwnerToken();
  const keys = await secret.roomKeys(R, password);
  const told = await room_calls.openRoom(keys, hash, { days: 1, ...wishes });
  const { remember } = await import(own_rooms);
  const expiresAt = Date.parse(told.expires_at);
  const hasPassword = password !== null;
  await remember({ roomId: keys.roomId, secret: R, hasPassword, ownerToken: token, title, expiresAt });
  return secret.linkOf(location.origin, R, hasPassword);
}"""


@dataclass(kw_only=True)
class RoomPages:
    """`host` is the bare page of who is signed in; the room's own pages stand beside it."""

    browser: Browser
    host: Page
    console: Console
    visitors: list[BrowserContext] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)

    async def open_room(self, title: str = "Lofoten", *, password: str | None = None, **wishes: object) -> str:
        """A new room of whom is signed in; its link."""
        return await self.host.evaluate(_OPEN, [asset_url("rooms/page/engine/own_rooms.js"), title, wishes, password])

    async def sender(self, link: str) -> Page:
        """The page of who opened it."""
        return await self._come(self.host.context, link)

    async def visitor(self, link: str) -> Page:
        """The page of somebody who has nothing but the link."""
        context = await self.browser.new_context(viewport=DESK, accept_downloads=True)  # pyright: ignore[reportArgumentType]  # as Playwright's own type has it
        context.set_default_timeout(PATIENCE)
        self.visitors.append(context)
        return await self._come(context, link)

    async def leave(self) -> None:
        for page in self.pages:
            await page.close()
        for context in self.visitors:
            await context.close()

    async def _come(self, context: BrowserContext, link: str) -> Page:
        page = await context.new_page()
        self.pages.append(page)
        page.on("console", self.console.heard)
        page.on("pageerror", lambda error: self.console.complaints.append(error.stack or str(error)))
        await page.goto(link)
        return page


async def add(page: Page, files: Sequence[Path], *, name: str | None = None) -> None:
    """Choose files by the page's own button; `name` answers the question for one."""
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="files").first.click()
    await (await chooser.value).set_files([str(file) for file in files])
    if name:
        await page.get_by_label("Your name").fill(name)
        await page.get_by_role("button", name="Add them").click()


async def foot_says(page: Page, words: str) -> None:
    """The line at the foot begins with these words, now or soon."""
    await expect(page.locator(".k-room-line")).to_contain_text(words)


async def save_all(page: Page, count: int) -> dict[str, str]:
    """Press the one button, and take what comes in one ZIP: SHA-256 by name."""
    async with page.expect_download() as coming:
        await page.locator(".k-room-buttons .k-button--main", has_text="Save").click()
    download = await coming.value
    await expect(page.locator(".k-print-sign", has_text="✓")).to_have_count(count)
    return _unpacked(Path(await download.path()))


def _unpacked(file: Path) -> dict[str, str]:
    with ZipFile(file) as packed:
        return {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()}


def digests(files: Sequence[Path]) -> dict[str, str]:
    """SHA-256 by name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
