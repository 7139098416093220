"""Calls a function of one of the interface's modules in an empty page."""

from typing import Any

from playwright.async_api import Page

from ui.theme.assets import asset_url


async def call(page: Page, url: str, module: str, expression: str, *given: Any) -> Any:
    """Evaluate `expression` with the module's exports in `m` and what is given in `given`."""
    if not page.url.startswith(url):
        await page.goto(f"{url}/empty")
    script = f"async ([address, ...given]) => {{ const m = await import(address); return ({expression}); }}"
    return await page.evaluate(script, [asset_url(f"components/{module}"), *given])
