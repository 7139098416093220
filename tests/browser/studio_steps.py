"""What people do in the studio, step by step, for the tests of it."""

from pathlib import Path

from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident
from tests.painted import photograph

MADE = 40_000  # ms a slow machine may take from a choice to a copy on the stage


def file(name: str = "lake.jpg", *, width: int = 1600, height: int = 1200, seed: int = 3) -> FilePayload:
    """A painted photograph to choose."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": photograph(width=width, height=height, seed=seed)}


async def open_studio(page: Page, server: Server, who: Resident, path: str = "/studio") -> None:
    """Sign in and be in the studio."""
    await page.goto(f"{server.url}/sign-in?next={path}")
    await page.get_by_label("Name or e-mail").fill(who.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.locator(".k-studio")).to_be_visible()


async def choose(page: Page, *files: FilePayload | Path, button: str = "Choose a picture") -> None:
    """Choose files by the picker, and wait until the page shows them."""
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name=button).click()
    await (await chooser.value).set_files(list(files))  # pyright: ignore[reportArgumentType]  # all of one kind
    await expect(page.locator(".k-settings")).to_be_visible()


async def result_shown(page: Page) -> None:
    """Wait until the copy for what is set now is on the stage."""
    await expect(page.locator(".k-stage[data-both]")).to_be_visible(timeout=MADE)
    await expect(page.locator(".k-figure--result:not([data-busy])")).to_be_visible(timeout=MADE)


async def open_more(page: Page) -> None:
    await page.locator(".k-more-head").click()
    await expect(page.get_by_role("combobox", name="Format")).to_be_visible()


def quality(page: Page) -> Locator:
    """The slider for quality, beside which stands a choice of the same name."""
    return page.get_by_role("slider", name="Quality")
