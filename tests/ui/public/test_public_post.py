"""A post for somebody who is not signed in: readable without scripts, previewed with pictures that load (E54)."""

import re

import httpx

from tests.posting import BYTES, POSTS, posted
from tests.signed_in import Person
from tests.ui.public.reading import read_page
from ui.parts import Parts

SITE = "http://kamra.test"


async def test_e54_a_public_post_is_readable_without_scripts(
    running: Parts, anna: Person, ben: Person, nobody: httpx.AsyncClient
) -> None:
    post = await posted(running, anna, pictures=3, caption="<b>Low</b> tide & #Sea with @Ben, @nobody_here")
    await ben.post(f"{POSTS}/{post['id']}/like")
    await ben.post(f"{POSTS}/{post['id']}/comment", json={"body": "<i>Where</i> is this?"})
    answer = await nobody.get(f"/p/{post['id']}")
    page = read_page(answer.text)
    assert answer.status_code == 200
    assert "<b>Low</b> tide & #Sea with @Ben, @nobody_here" in page.words
    assert page.links | {"#Sea": "/tags/sea", "@Ben": "/@ben", "Anna": "/@anna"} == page.links
    assert "@nobody_here" not in page.links
    assert "1 person likes this · 1 comment" in page.words
    assert "<i>Where</i> is this?" in page.words
    assert [one["alt"] for one in page.pictures] == [f"Picture {place} of 3 by Anna" for place in (1, 2, 3)]
    for picture in page.pictures:
        for address in (picture["src"], *(one.split()[0] for one in picture["srcset"].split(", "))):
            assert (await nobody.get(address)).content == BYTES
    assert "<script" not in answer.text


async def test_e54_a_link_s_preview_has_pictures_that_load_and_their_sizes(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    post = await posted(running, anna, pictures=2, caption='"Low" tide\n#sea', alt=["A boat", ""])
    page = read_page((await nobody.get(f"/p/{post['id']}")).text)
    expected = {
        "og:type": ["article"],
        "og:title": ["A post by Anna"],
        "og:description": ['"Low" tide #sea'],
        "og:url": [f"{SITE}/p/{post['id']}"],
        "og:image": [f"{SITE}/p/{post['id']}/{place}/320.jpg" for place in (1, 2)],
        "og:image:width": ["320", "320"],
        "og:image:height": ["240", "240"],
        "og:image:alt": ["A boat", "Picture 2 of 2 by Anna"],
        "article:author": [f"{SITE}/@anna"],
        "article:tag": ["sea"],
    }
    assert {name: page.all_of(name) for name in expected} == expected
    assert page.head_links | {"canonical": f"{SITE}/p/{post['id']}", "alternate": "/@anna/feed.atom"} == page.head_links
    for address in page.all_of("og:image"):
        answer = await nobody.get(address)
        assert (answer.content, answer.headers["content-type"]) == (BYTES, "image/jpeg")
        assert answer.headers["cache-control"] == "public, max-age=300, s-maxage=60"


async def test_e54_a_page_is_small_with_the_longest_caption_and_many_long_comments(
    running: Parts, anna: Person, ben: Person, nobody: httpx.AsyncClient
) -> None:
    post = await posted(running, anna, pictures=10, caption="🏔" * 2200)
    for number in range(25):
        answer = await ben.post(f"{POSTS}/{post['id']}/comment", json={"body": f"{number} " + "🏔" * 900})
        assert answer.status_code == 201
    first = await nobody.get(f"/p/{post['id']}")
    page = read_page(first.text)
    assert len(first.content) <= 100_000
    second = read_page((await nobody.get(page.links["More comments"])).text)
    said = re.findall(r"\b(\d+) 🏔", page.words) + re.findall(r"\b(\d+) 🏔", second.words)
    assert said == [str(number) for number in range(25)]
    assert second.all_of("robots") == ["noindex"]


async def test_a_stranger_s_page_is_not_kept_for_who_signs_in_later_and_breaks_no_rule(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    post = await posted(running, anna)
    headers = (await nobody.get(f"/p/{post['id']}")).headers
    assert (headers["cache-control"], headers["vary"]) == ("private, no-cache", "Cookie")
    assert "unsafe" not in headers["content-security-policy"].split("script-src")[1].split(";")[0]
    assert (await nobody.head(f"/p/{post['id']}")).status_code == 200


async def test_only_sizes_that_are_there_are_pictures(running: Parts, anna: Person, nobody: httpx.AsyncClient) -> None:
    post = await posted(running, anna)
    path = f"/p/{post['id']}"
    for wrong in (
        "1/321.jpg",
        "1/320.avif",
        "1/320",
        "0/320.jpg",
        "2/320.jpg",
        "01/320.jpg",
        "x/320.jpg",
        "1/original",
    ):
        assert (await nobody.get(f"{path}/{wrong}")).status_code == 404, wrong
    found = await nobody.get(f"{path}/1/320.jpg")
    assert (await nobody.get(f"{path}/1/320.jpg", headers={"If-None-Match": found.headers["etag"]})).status_code == 304
    for wrong in ("/p/x", "/p/x/1/320.jpg", f"{path}?after=x", "/@no", "/@nobody_here", "/@anna?after=x"):
        assert (await nobody.get(wrong)).status_code == 404, wrong
