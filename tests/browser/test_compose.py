"""Writing a post: pictures chosen, put in order by keys, described, posted; nothing is lost when that fails."""

from collections.abc import AsyncIterator

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import FilePayload, Locator, Page, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import RESIDENT_PASSWORD, Resident, add_picture, move_in
from tests.painted import photograph


@pytest.fixture
async def mara(server: Server) -> AsyncIterator[Resident]:
    who = await move_in(server, "Mara")
    yield who
    await who.close()


async def test_two_pictures_are_chosen_ordered_by_keys_described_and_posted(
    open_page: OpenPage, server: Server, mara: Resident
) -> None:
    lake = await add_picture(mara, photograph(width=640, height=480, seed=1), "lake.jpg")
    tower = await add_picture(mara, photograph(width=480, height=640, seed=2), "tower.jpg")
    page = await open_page(viewport={"width": 1280, "height": 800})
    await _compose(page, server, mara, "/compose")

    await page.get_by_role("button", name="From your library").click()
    picker = page.get_by_role("dialog", name="Choose from your library")
    await picker.get_by_label("Choose lake.jpg").press("Space")
    await picker.get_by_label("Choose tower.jpg").check()
    await expect(picker).to_contain_text("2 of 10 chosen")
    await picker.get_by_role("button", name="Take these").click()
    await expect(_frames(page)).to_have_count(2)

    later = page.get_by_role("button", name="Move later: Picture 1 of 2")
    await later.focus()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Now 2 of 2.")).to_be_attached()
    await expect(page.get_by_role("button", name="Move later: Picture 2 of 2")).to_be_focused()
    assert await _names(page) == ["tower.jpg", "lake.jpg"]

    await _alt(page, 1).fill("A tower above the roofs")
    await expect(page.get_by_text("1 of 2 has a description.")).to_be_visible()
    await page.get_by_label("Caption").fill("Above the #lake")
    await expect(page.get_by_text("Searched for by #lake")).to_be_visible()
    found = await Axe().run(page)
    assert [one["id"] for one in found.response["violations"] if one["impact"] in {"critical", "serious"}] == []

    await page.get_by_role("radio", name="Only you").check()
    await page.get_by_role("button", name="Post", exact=True).click()
    await expect(page.get_by_text("Posted.")).to_be_visible()
    (post,) = (await mara.api.get(f"/users/@{mara.handle}/posts")).json()["items"]
    assert [one["id"] for one in post["media"]] == [tower, lake]
    assert post["media"][0]["alt"] == "A tower above the roofs"
    assert (post["caption"], post["visibility"]) == ("Above the #lake", "me")


async def test_pictures_of_this_device_come_in_and_are_dragged_and_taken_out(
    open_page: OpenPage, server: Server, mara: Resident
) -> None:
    there = photograph(width=640, height=480, seed=1)
    await add_picture(mara, there, "lake.jpg")
    page = await open_page(viewport={"width": 1280, "height": 800})
    await _compose(page, server, mara, "/compose")
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="From this device").click()
    await (await chooser.value).set_files([_file("again.jpg", there)])
    await expect(_frames(page)).to_have_count(1)
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("button", name="From this device").click()
    await (await chooser.value).set_files([_file("tower.jpg", photograph(width=480, height=640, seed=2))])
    await expect(page.locator(".k-frame[data-status='completed']")).to_have_count(2)
    assert await _names(page) == ["lake.jpg", "tower.jpg"]

    grip = await _frames(page).first.locator(".k-frame-grip").bounding_box()
    other = await _frames(page).last.bounding_box()
    assert grip is not None
    assert other is not None
    await page.mouse.move(grip["x"] + 20, grip["y"] + 20)
    await page.mouse.down()
    await page.mouse.move(grip["x"] + 20, other["y"] + other["height"] * 0.8, steps=3)
    await expect(page.get_by_text("Now 2 of 2.")).to_be_attached()
    await page.mouse.up()
    assert await _names(page) == ["tower.jpg", "lake.jpg"]

    await page.get_by_role("button", name="Take out: Picture 1 of 2").click()
    await expect(page.get_by_role("button", name="Take out: Picture 1 of 1")).to_be_focused()
    assert await _names(page) == ["lake.jpg"]


async def test_what_is_written_stays_when_posting_fails_and_says_why(
    open_page: OpenPage, server: Server, mara: Resident, console: Console
) -> None:
    console.expect("Failed to load resource")
    lake = await add_picture(mara, photograph(width=640, height=480, seed=1), "lake.jpg")
    page = await open_page(viewport={"width": 320, "height": 700}, color_scheme="dark")
    await _compose(page, server, mara, f"/compose?media={lake}")
    await _alt(page, 1).fill("A lake")
    await page.get_by_label("Caption").fill("Cold.")
    await page.route("**/api/v1/posts", lambda route: route.abort())
    await page.get_by_role("button", name="Post", exact=True).click()
    await expect(page.get_by_role("alert").filter(has_text="No connection.")).to_be_visible()
    await expect(_alt(page, 1)).to_have_value("A lake")
    await expect(page.get_by_label("Caption")).to_have_value("Cold.")
    assert await page.evaluate("() => document.documentElement.scrollWidth") <= 320

    page.once("dialog", lambda dialog: dialog.accept())
    await page.reload()
    await expect(_alt(page, 1)).to_have_value("A lake")
    await expect(page.get_by_label("Caption")).to_have_value("Cold.")

    asked = []
    await page.get_by_label("Caption").press("End")  # browsers ask only those who have touched the page
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss())[1])
    await page.evaluate("() => void setTimeout(() => location.assign('/library'))")
    await page.wait_for_event("dialog")
    assert asked == ["beforeunload"]


async def test_an_own_post_is_changed(open_page: OpenPage, server: Server, mara: Resident) -> None:
    lake = await add_picture(mara, photograph(width=640, height=480, seed=1), "lake.jpg")
    made = {"media_ids": [lake], "caption": "Cold.", "alt": ["A lake"], "visibility": "me"}
    post = (await mara.api.post("/posts", json=made)).json()
    page = await open_page(viewport={"width": 1280, "height": 800})
    await _compose(page, server, mara, f"/compose?post={post['id']}")
    await expect(page.get_by_role("button", name="From your library")).to_have_count(0)
    people = {"items": [{"handle": "ben", "display_name": "Ben"}]}
    await page.route("**/api/v1/search/users?q=be&*", lambda route: route.fulfill(json=people))
    caption = page.get_by_label("Caption")
    await caption.fill("Warm. Ask @be")
    await expect(page.get_by_role("option", name="Ben")).to_be_visible()
    await caption.press("Enter")
    await expect(caption).to_have_value("Warm. Ask @ben ")
    await _alt(page, 1).fill("")
    await page.route("**/p/*", lambda route: route.fulfill(body="", content_type="text/html"))
    await page.get_by_role("button", name="Save").click()
    await page.wait_for_url(f"{server.url}/p/{post['id']}")
    now = (await mara.api.get(f"/posts/{post['id']}")).json()
    assert (now["caption"], now["visibility"], now["media"][0]["alt"]) == ("Warm. Ask @ben", "me", "")


async def _compose(page: Page, server: Server, who: Resident, path: str) -> None:
    await page.goto(f"{server.url}/sign-in?next={path}")
    await page.get_by_label("Name or e-mail").fill(who.handle)
    await page.get_by_label("Password", exact=True).fill(RESIDENT_PASSWORD)
    await page.get_by_role("button", name="Sign in").click()
    await expect(page.locator(".k-composer")).to_be_visible()


def _file(name: str, content: bytes) -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": content}


def _frames(page: Page) -> Locator:
    return page.locator(".k-frame")


def _alt(page: Page, number: int) -> Locator:
    return _frames(page).nth(number - 1).get_by_label("Say what is in it, for those who cannot see it.")


async def _names(page: Page) -> list[str]:
    labels = [await one.get_attribute("aria-label") or "" for one in await _frames(page).all()]
    return [label.partition(": ")[2] for label in labels]
