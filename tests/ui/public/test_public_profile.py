"""A person for somebody who is not signed in: who they are, and their public posts by pages of links (E54)."""

import httpx

from tests.posting import BYTES, picture_of, posted
from tests.signed_in import Person
from tests.ui.public.reading import read_page
from ui.parts import Parts

SITE = "http://kamra.test"
ME = "/api/v1/users/{}"


async def wall(nobody: httpx.AsyncClient, path: str) -> list[str]:
    """The ids of all posts of a wall, page by page as links lead."""
    found: list[str] = []
    following: str | None = path
    while following:
        answer = await nobody.get(following)
        assert (answer.status_code, len(answer.content) <= 100_000) == (200, True)
        found += answer.text.split('<a href="/p/')[1:]
        following = read_page(answer.text).links.get("Older posts")
    return [one.partition('"')[0] for one in found]


async def test_e54_a_profile_is_readable_without_scripts(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    face = await picture_of(running, anna)
    told = {"bio": "Boats & <boats>", "avatar_media_id": face}
    await anna.patch(ME.format(anna.account.id), json=told)
    post = await posted(running, anna, pictures=2, caption="#sea")
    await posted(running, anna, visibility="followers")
    answer = await nobody.get("/@Anna")
    page = read_page(answer.text)
    assert answer.status_code == 200
    assert "Boats & <boats>" in page.words
    assert "1 post · 0 followers · 0 following" in " ".join(page.words.split())
    assert [one["src"] for one in page.pictures] == ["/@anna/avatar.jpg", f"/p/{post['id']}/1/320.jpg"]
    assert "2 pictures" in page.words
    for picture in page.pictures:
        assert (await nobody.get(picture["src"])).content == BYTES
    expected = {
        "og:type": "profile",
        "og:title": "Anna (@anna)",
        "og:description": "Boats & <boats>",
        "og:url": f"{SITE}/@anna",
        "og:image": f"{SITE}/p/{post['id']}/1/320.jpg",
        "profile:username": "anna",
    }
    assert {name: page.all_of(name) for name in expected} == {name: [value] for name, value in expected.items()}
    assert page.head_links | {"canonical": f"{SITE}/@anna", "alternate": "/@anna/feed.atom"} == page.head_links


async def test_e54_links_lead_through_all_public_posts_each_once(
    running: Parts, anna: Person, ben: Person, nobody: httpx.AsyncClient
) -> None:
    ids = [(await posted(running, anna, caption="#Größe"))["id"] for _ in range(32)]
    await posted(running, anna, caption="#größe", visibility="me")
    await posted(running, ben)
    assert await wall(nobody, "/@anna") == ids[::-1]
    assert await wall(nobody, "/tags/Größe") == ids[::-1]
    assert await wall(nobody, "/tags/none") == []


async def test_a_private_profile_is_a_name_and_no_more(running: Parts, anna: Person, nobody: httpx.AsyncClient) -> None:
    post = await posted(running, anna)
    await anna.patch(ME.format(anna.account.id), json={"is_private": True})
    page = read_page((await nobody.get("/@anna")).text)
    assert "Only for followers." in page.words
    assert (page.all_of("og:image"), page.all_of("robots")) == ([], ["noindex"])
    assert "alternate" not in page.head_links
    for path in (f"/p/{post['id']}", f"/p/{post['id']}/1/320.jpg"):
        assert (await nobody.get(path)).status_code == 404


async def test_who_has_no_picture_has_no_address_for_it(anna: Person, nobody: httpx.AsyncClient) -> None:
    assert (await nobody.get("/@anna/avatar.jpg")).status_code == 404
    assert "No posts yet." in (await nobody.get("/@anna")).text


async def test_e54_a_wall_is_small_with_the_longest_descriptions(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    for _ in range(30):
        await posted(running, anna, alt=["🏔" * 1000])
    answer = await nobody.get("/@anna")
    assert answer.text.count("<picture>") == 30
    assert len(answer.content) <= 100_000
