"""My rooms: opening one, its link, the list, closing, and pictures that are sent into a room from elsewhere."""

import re
from collections.abc import AsyncIterator
from hashlib import sha256

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.browser.conftest import Console, OpenPage, Server
from tests.browser.residents import Resident, add_picture, be_at, move_in
from tests.painted import photograph


@pytest.fixture
async def nora(server: Server) -> AsyncIterator[Resident]:
    who = await move_in(server, "Nora")
    yield who
    await who.close()


async def lets_everybody_in(page: Page) -> None:
    found = await Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


async def open_room(page: Page, title: str, password: str = "") -> str:
    """The link of a room that was opened by the form."""
    await page.get_by_role("main").get_by_role("button", name="Open a room").click()
    await page.get_by_label("What is it called?").fill(title)
    await page.get_by_label("Password").fill(password)
    await page.get_by_role("button", name="Open the room").click()
    link = await page.get_by_label("Room link").input_value()
    await page.get_by_role("dialog").get_by_role("button", name="Close", exact=True).click()
    return link


async def test_a_room_is_opened_listed_and_closed(
    page: Page, open_page: OpenPage, server: Server, nora: Resident, console: Console
) -> None:
    console.expect("410")  # once it is closed
    await be_at(page, server, nora, "/rooms")
    await expect(page.get_by_role("heading", name="No rooms open.")).to_be_visible()
    await lets_everybody_in(page)
    link = await open_room(page, "Lena & Tom")
    assert re.fullmatch(rf"{server.url}/r#1\.[\w-]{{43}}", link)
    row = page.get_by_role("listitem").filter(has_text="Lena & Tom")
    await expect(row).to_contain_text("gone in 7 days · nothing kept · nobody inside")
    await lets_everybody_in(page)

    guest = await open_page()
    await guest.goto(link)
    await expect(guest.get_by_role("heading", name="Lena & Tom")).to_be_visible()
    await page.reload()
    await expect(row).to_contain_text("1 person inside")
    await expect(row.get_by_role("link", name="Lena & Tom")).to_have_attribute("href", link)

    await row.get_by_role("button", name="Close the room").click()
    await expect(row).to_have_count(0)
    await page.get_by_role("button", name="Undo").click()
    await row.get_by_role("button", name="Close the room").click()
    await page.get_by_role("status").get_by_role("button", name="Close").click()  # and so the time for undoing is over
    await expect(guest.get_by_role("heading", name="It is all gone.")).to_be_visible()
    assert (await nora.api.get("/rooms")).json()["items"] == []


async def test_a_room_with_a_password_opens_with_it_alone(
    page: Page, open_page: OpenPage, server: Server, nora: Resident, console: Console
) -> None:
    console.expect("401")  # of the wrong one
    await be_at(page, server, nora, "/rooms?open=yes")
    await page.get_by_label("1 day").check()
    await page.get_by_label("Keep nothing.").check()
    await page.get_by_label("Password").fill("café at noon")
    await page.get_by_role("button", name="Open the room").click()
    link = await page.get_by_label("Room link").input_value()
    assert "/r#1p." in link
    assert page.url == f"{server.url}/rooms"
    told = (await nora.api.get("/rooms")).json()["items"][0]
    assert told["keep"] == "never"
    guest = await open_page()
    await guest.goto(link)
    await guest.get_by_label("Password").fill("cafe at noon")
    await guest.get_by_role("button", name="Open the room").click()
    await expect(guest.get_by_text("That is not the password.")).to_be_visible()
    await guest.get_by_label("Password").fill("cafe\u0301 at noon")  # the same, as another keyboard writes it
    await guest.get_by_role("button", name="Open the room").click()
    await expect(guest.get_by_role("heading", name="A room")).to_be_visible()


async def test_elsewhere_a_room_has_no_name_and_can_only_be_closed(
    page: Page, open_page: OpenPage, server: Server, nora: Resident
) -> None:
    await be_at(page, server, nora, "/rooms")
    await open_room(page, "Only here")
    other = await open_page()
    await be_at(other, server, nora, "/rooms")
    row = other.get_by_role("listitem").filter(has_text="Opened on another device.")
    await expect(row).not_to_contain_text("Only here")
    await expect(row.get_by_role("button")).to_have_count(1)
    await expect(row.get_by_role("link")).to_have_count(0)


async def test_g70_originals_go_from_the_library_into_a_room_as_they_are(
    page: Page, open_page: OpenPage, server: Server, nora: Resident
) -> None:
    picture = photograph(seed=7)
    media = await add_picture(nora, picture, "harbour.jpg")
    await be_at(page, server, nora, f"/m/{media}")
    await page.get_by_role("button", name="Send").click()
    await page.get_by_label("What is it called?").fill("The harbour")  # no room is open yet, so one is
    await page.get_by_role("button", name="Open the room and send").click()
    await page.wait_for_url(re.compile(r"/r#1\."))
    await expect(page.get_by_text("harbour.jpg")).to_be_visible()
    await expect(page.get_by_text("You can close this page.", exact=True)).to_be_visible()
    link = page.url

    await page.goto(f"{server.url}/m/{media}")
    await page.get_by_role("button", name="Send").click()
    await page.get_by_role("dialog").get_by_role("button", name="The harbour").click()
    await page.wait_for_url(link)
    await expect(page.get_by_text("harbour.jpg")).to_have_count(1)  # it is there already

    guest = await open_page(accept_downloads=True)
    await guest.goto(link)
    async with guest.expect_download() as saving:
        await guest.get_by_role("button", name=re.compile("^Save it")).click()
    path = await (await saving.value).path()
    assert path.read_bytes() == picture


async def test_g71_originals_go_from_a_room_into_ones_own_library_as_they_are(
    page: Page, open_page: OpenPage, server: Server, nora: Resident
) -> None:
    pictures = [photograph(seed=seed) for seed in (8, 9)]
    media = [await add_picture(nora, picture, f"{n}.jpg") for n, picture in enumerate(pictures)]
    posted = await nora.api.post("/posts", json={"media_ids": media, "visibility": "public"})
    await be_at(page, server, nora, "/rooms")
    link = await open_room(page, "Two")
    await page.goto(f"{server.url}/p/{posted.json()['id']}")
    await page.get_by_role("button", name=re.compile("^More about this post")).click()
    await page.get_by_role("group", name="More about this post").get_by_role("button", name="Send").click()
    await page.get_by_role("dialog").get_by_role("button", name="Two").click()
    await expect(page.get_by_text("You can close this page.", exact=True)).to_be_visible()
    assert page.url == link

    otto = await move_in(server, "Otto")
    visitor = await open_page()
    await be_at(visitor, server, otto, "/rooms")
    await visitor.goto(link)
    await visitor.get_by_role("button", name="More").click()
    await visitor.get_by_role("button", name="Save to my library").click()
    await expect(visitor.get_by_text("In your library.")).to_be_visible()
    have = (await otto.api.get("/media")).json()["items"]
    assert {one["sha256"] for one in have} == {sha256(picture).hexdigest() for picture in pictures}
    await otto.close()
