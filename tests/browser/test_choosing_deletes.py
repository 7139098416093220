"""Deleting many chosen pictures: one way back for all of them, one call, and what stays says why."""

import pytest
from playwright.async_api import Locator, Page, Request, expect

from tests.browser.conftest import Console, ServedLibrary
from tests.browser.stub_library import IN_A_POST, media

DELETE = "/media/delete"


@pytest.fixture
def few(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(9, 0, -1)]
    return library


async def test_undo_brings_all_of_them_back_and_the_server_never_hears(page: Page, few: ServedLibrary) -> None:
    await _delete(page, few, 8, 6, 3)
    await expect(page.get_by_text("3 deleted.")).to_be_visible()
    await expect(page.locator(".k-tile")).to_have_count(6)
    await expect(page.locator(".k-choosing")).to_be_hidden()
    before = [media(number)["id"] for number in range(9, 0, -1)]
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator(".k-tile")).to_have_count(9)
    assert await page.locator(".k-tile").evaluate_all("(tiles) => tiles.map((one) => one.dataset.id)") == before
    await page.goto("about:blank")
    assert few.stub.calls("POST", DELETE) == 0


async def test_the_server_hears_once_when_the_way_back_is_over(page: Page, few: ServedLibrary) -> None:
    await page.clock.install()
    await _delete(page, few, 8, 6)
    await page.clock.run_for(5_000)
    assert few.stub.calls("POST", DELETE) == 0
    async with page.expect_request(_deletes):
        await page.clock.run_for(5_000)
    await expect(page.get_by_text("2 deleted.")).to_have_count(0)
    assert few.stub.calls("POST", DELETE) == 1


async def test_leaving_the_page_deletes_them_at_once(page: Page, few: ServedLibrary) -> None:
    await _delete(page, few, 8, 6, 3)
    await page.goto(f"{few.url}/empty")
    await page.goto(f"{few.url}/library")
    await expect(page.locator(".k-tile")).to_have_count(6)
    assert few.stub.calls("POST", DELETE) == 1


async def test_those_that_stay_come_back_and_say_why(page: Page, few: ServedLibrary) -> None:
    few.stub.in_posts = {media(6)["id"]}
    await _delete(page, few, 8, 6, 3)
    await page.locator(".k-toast-close").click()
    await expect(page.get_by_text(f"1 of 3 could not be deleted. IMG_0006.jpg: {IN_A_POST}")).to_be_visible()
    await expect(page.locator(".k-tile")).to_have_count(7)


async def test_without_a_connection_all_of_them_come_back(page: Page, few: ServedLibrary, console: Console) -> None:
    console.expect("ERR_FAILED")
    await _delete(page, few, 8, 6)
    await page.route(f"**{DELETE}", lambda route: route.abort())
    await page.locator(".k-toast-close").click()
    await expect(page.get_by_text("2 of 2 could not be deleted.")).to_be_visible()
    await expect(page.locator(".k-tile")).to_have_count(9)


async def test_one_chosen_is_deleted_like_one_in_the_viewer(page: Page, few: ServedLibrary) -> None:
    await _delete(page, few, 8)
    await expect(page.get_by_text("Deleted.", exact=True)).to_be_visible()
    async with page.expect_request(lambda request: request.method == "DELETE"):
        await page.locator(".k-toast-close").click()


def _deletes(request: Request) -> bool:
    return request.url.endswith(DELETE)


def _tile(page: Page, number: int) -> Locator:
    return page.locator(f".k-tile[data-id='{media(number)['id']}']")


async def _delete(page: Page, served: ServedLibrary, first: int, *others: int) -> None:
    """Choose these and press Delete in the bar."""
    await page.goto(f"{served.url}/library")
    await _tile(page, first).hover()
    await _tile(page, first).locator(".k-tile-ring").click()
    for number in others:
        await _tile(page, number).click()
    await page.locator(".k-choosing").get_by_role("button", name="Delete").click()
