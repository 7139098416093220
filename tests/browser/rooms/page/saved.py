"""What a page saves when its main button is pressed: one file as itself, several in one ZIP."""

import hashlib
from pathlib import Path
from zipfile import ZipFile, is_zipfile

from playwright.async_api import Page, expect


async def save_all(page: Page) -> dict[str, str]:
    """SHA-256 by name."""
    button = page.locator(".k-room-buttons .k-button--main", has_text="Save")
    async with page.expect_download() as coming:
        await button.click()
    download = await coming.value
    path = Path(await download.path())
    await expect(button).to_be_hidden()  # nothing is left to save
    if not is_zipfile(path):
        return {download.suggested_filename: sha256(path)}
    with ZipFile(path) as packed:
        return {name: hashlib.sha256(packed.read(name)).hexdigest() for name in packed.namelist()}


def sha256(path: Path) -> str:
    """In hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
