"""What changes in an open gallery: pictures being made, failed or new, links that are over, and deleting."""

import re

import pytest
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, ServedLibrary
from tests.browser.stub_library import media


@pytest.fixture
def many(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(250, 0, -1)]
    return library


@pytest.fixture
def few(library: ServedLibrary) -> ServedLibrary:
    library.stub.items = [media(number) for number in range(6, 0, -1)]
    return library


async def test_a_picture_that_could_not_be_read_tells_why_and_can_be_tried_again(
    page: Page, library: ServedLibrary
) -> None:
    reason = "IMG_0001.jpg stops in the middle. Copy it from the camera again, then try again."
    unread = {"renditions": [], "width": None, "height": None, "placeholder": None}
    library.stub.items = [media(1, status="failed", reason=reason, **unread)]
    good = media(1)
    library.stub.becomes = {key: good[key] for key in ("status", "reason", *unread)}
    await page.goto(f"{library.url}/library")
    tile = page.get_by_role("link", name="IMG_0001.jpg Could not be read")
    await tile.click()
    await expect(page.get_by_text(reason)).to_be_visible()
    await page.get_by_role("button", name="Try again").click()
    await expect(page.locator(".k-viewer img")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".k-tile img")).to_be_visible()


async def test_a_picture_being_made_shows_its_line_and_then_itself(page: Page, library: ServedLibrary) -> None:
    good = media(2)
    library.stub.items = [
        media(2, status="processing", renditions=[], width=None, height=None, placeholder=None),
        media(1),
    ]
    library.stub.becomes = {key: good[key] for key in ("status", "renditions", "width", "height", "placeholder")}
    await page.goto(f"{library.url}/library")
    await expect(page.locator(".k-tile-working")).to_be_visible()
    await expect(page.locator(".k-tile img")).to_have_count(2)
    await expect(page.locator(".k-tile-working")).to_have_count(0)
    assert library.stub.calls("GET", f"/media/{good['id']}") == 1


async def test_live_changes_reach_the_open_page(page: Page, few: ServedLibrary) -> None:
    await _open(page, few)
    await expect(page.locator(".k-tile")).to_have_count(6)
    few.stub.items.insert(0, media(7))
    await page.evaluate("(picture) => gallery.changed(picture)", media(7))
    await expect(page.locator(".k-tile").first).to_have_attribute("data-id", media(7)["id"])
    few.stub.items[0]["name"] = "Lisbon.jpg"
    await page.evaluate("(picture) => gallery.changed(picture)", few.stub.items[0])
    await expect(page.get_by_role("link").first).to_have_accessible_name("Lisbon.jpg")
    await page.evaluate("(id) => gallery.removed(id)", media(3)["id"])
    await expect(page.locator(".k-tile")).to_have_count(6)


async def test_new_pictures_do_not_move_what_one_is_looking_at(page: Page, many: ServedLibrary) -> None:
    await _open(page, many)
    await page.evaluate("() => window.scrollTo(0, 3000)")
    await expect(_link(page, 247)).to_have_count(0)  # it has drawn what is there
    looked_at = await page.evaluate(
        "() => { const one = document.elementFromPoint(300, 300).closest('.k-tile'); "
        "return [one.dataset.id, Math.round(one.getBoundingClientRect().top)]; }"
    )
    await page.evaluate(
        "(pictures) => pictures.forEach((one) => gallery.changed(one))", [media(n) for n in range(251, 263)]
    )
    top = await page.locator(f"[data-id='{looked_at[0]}']").evaluate(
        "(one) => Math.round(one.getBoundingClientRect().top)"
    )
    assert abs(top - looked_at[1]) <= 250  # at most the neighbouring row
    assert await page.evaluate("() => scrollY") > 3100


async def test_a_picture_whose_link_is_over_gets_a_new_one(page: Page, few: ServedLibrary, console: Console) -> None:
    console.expect("status of 404")
    renewed = media(6)
    few.stub.items[0] = renewed
    await page.route("**/library", _with_dead_link)
    await _open(page, few)
    await expect(page.locator(".k-tile img").first).to_have_class(re.compile("k-loaded"))
    assert few.stub.calls("GET", f"/media/{renewed['id']}") == 1


async def test_a_page_that_does_not_come_can_be_asked_for_again(
    page: Page, many: ServedLibrary, console: Console
) -> None:
    console.expect("status of 500")
    many.stub.refuse("GET", "/media", 500, "internal", "Something went wrong here.")
    await _open(page, many)
    await page.keyboard.press("End")
    again = page.get_by_role("button", name="Try again")
    await again.click()
    await expect(again).to_have_count(0)
    assert many.stub.calls("GET", "/media") >= 2


async def test_a_deleted_picture_comes_back_with_undo_and_the_server_never_hears(
    page: Page, few: ServedLibrary
) -> None:
    await _delete_first(page, few)
    await expect(page.locator(".k-tile")).to_have_count(5)
    await page.get_by_role("button", name="Undo").click()
    await expect(page.locator(".k-tile")).to_have_count(6)
    await expect(page.locator(".k-tile").first).to_have_attribute("data-id", media(6)["id"])
    await page.goto("about:blank")
    assert few.stub.calls("DELETE", f"/media/{media(6)['id']}") == 0


async def test_the_server_hears_of_a_deletion_when_the_way_back_is_over(page: Page, few: ServedLibrary) -> None:
    await page.clock.install()
    await _delete_first(page, few)
    await page.clock.run_for(5_000)
    assert few.stub.calls("DELETE", f"/media/{media(6)['id']}") == 0
    async with page.expect_request(lambda request: request.method == "DELETE"):
        await page.clock.run_for(5_000)
    await expect(page.get_by_text("Deleted.")).to_have_count(0)


async def test_leaving_the_page_sends_what_was_held_back(page: Page, few: ServedLibrary) -> None:
    await _delete_first(page, few)
    await page.goto(f"{few.url}/empty")
    await _open(page, few)
    await expect(page.locator(".k-tile")).to_have_count(5)
    assert few.stub.calls("DELETE", f"/media/{media(6)['id']}") == 1


async def test_a_picture_the_server_keeps_comes_back_with_its_reason(
    page: Page, few: ServedLibrary, console: Console
) -> None:
    console.expect("status of 409")
    sentence = "This picture is in a post. Delete the post first."
    few.stub.refuse("DELETE", f"/media/{media(6)['id']}", 409, "media_in_post", sentence)
    await _delete_first(page, few)
    await page.locator(".k-toast-close").click()
    await expect(page.get_by_text(sentence)).to_be_visible()
    await expect(page.locator(".k-tile")).to_have_count(6)


async def _open(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await expect(page.locator(".k-tile").first).to_be_visible()


def _link(page: Page, number: int):
    return page.locator(f"[data-id='{media(number)['id']}'] > a")


async def _delete_first(page: Page, served: ServedLibrary) -> None:
    await page.goto(f"{served.url}/library")
    await page.locator(".k-tile").first.click()
    await page.locator(".k-viewer").get_by_role("button", name="Delete").click()
    await expect(page.get_by_text("Deleted.")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.locator(".k-viewer")).to_be_hidden()


async def _with_dead_link(route) -> None:
    answer = await route.fetch()
    body = (await answer.text()).replace(f"/media/{media(6)['id']}/", "/media/gone/", 3)
    await route.fulfill(response=answer, body=body)
