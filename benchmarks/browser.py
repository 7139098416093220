"""A real browser in which the owner of a measured Kamra is signed in, with nothing in its cache."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from playwright.async_api import Browser, BrowserContext, ViewportSize, async_playwright

from benchmarks.served import LOGIN, PASSWORD, Served
from tests.find_chromium import WITH_A_WINDOW, find_chromium

_FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update")
_DESK = ViewportSize(width=1280, height=800)


@asynccontextmanager
async def chromium(*flags: str) -> AsyncIterator[Browser]:
    """One Chromium while the context lasts, with these flags as well."""
    found = find_chromium(WITH_A_WINDOW)
    if found is None:
        raise RuntimeError("No Chromium found: `make bench` gets one, or name it in KAMRA_TEST_CHROMIUM.")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=found, args=[*_FLAGS, *flags])
        yield browser
        await browser.close()


@asynccontextmanager
async def signed_in(browser: Browser, kamra: Served) -> AsyncIterator[BrowserContext]:
    """A window of a desk's size with the owner's session, opened over HTTP so that no page was seen before."""
    context = await browser.new_context(base_url=kamra.url, viewport=_DESK, locale="en-GB")
    form: dict[str, str | float | bool] = {"login": LOGIN, "password": PASSWORD}
    answer = await context.request.post("/sign-in", form=form, headers={"Origin": kamra.url}, max_redirects=0)
    assert answer.status == 303, await answer.text()
    yield context
    await context.close()
