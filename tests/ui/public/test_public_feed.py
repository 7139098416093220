"""What programs that follow pages read of a person: valid Atom whose pictures load (E54), and what robots are told."""

from datetime import datetime
from xml.etree import ElementTree

import httpx

from domain.accounts.decisions import PUBLIC_PAGES
from tests.posting import BYTES, posted
from tests.signed_in import Person
from tests.ui.public.reading import read_page
from ui.parts import Parts

ATOM = "{http://www.w3.org/2005/Atom}"
SITE = "http://kamra.test"


async def test_e54_a_profile_has_an_atom_feed_with_whole_pictures_and_their_descriptions(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    words = 'Low "tide" & <b>\ufffe\nsecond line #sea'
    post = await posted(running, anna, pictures=2, caption=words, alt=["A <boat>", "Sand"])
    await posted(running, anna, visibility="followers")
    answer = await nobody.get("/@anna/feed.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    feed = ElementTree.fromstring(answer.content)  # noqa: S314  # our own words, not a stranger's
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}/@anna/feed.atom", "alternate": f"{SITE}/@anna"}
    assert feed.findtext(f"{ATOM}id") == f"urn:uuid:{anna.account.id}"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Anna"
    [entry] = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{post['id']}"
    assert entry.findtext(f"{ATOM}title") == 'Low "tide" & <b> second line #sea'
    assert [one.get("term") for one in entry.findall(f"{ATOM}category")] == ["sea"]
    for moment in (feed.findtext(f"{ATOM}updated"), entry.findtext(f"{ATOM}published")):
        assert datetime.fromisoformat(moment or "").tzinfo is not None
    content = read_page(entry.findtext(f"{ATOM}content") or "")
    assert [one["alt"] for one in content.pictures] == ["A <boat>", "Sand"]
    assert 'Low "tide" & <b>' in content.words
    enclosed = [one for one in entry.findall(f"{ATOM}link") if one.get("rel") == "enclosure"]
    assert [one.get("href") for one in enclosed] == [one["src"] for one in content.pictures]
    for one in enclosed:
        assert len((await nobody.get(one.get("href") or "")).content) == int(one.get("length") or 0) == len(BYTES)


async def test_who_has_the_feed_as_it_is_gets_nothing_twice(
    running: Parts, anna: Person, nobody: httpx.AsyncClient
) -> None:
    await posted(running, anna)
    first = await nobody.get("/@anna/feed.atom")
    known = {"If-None-Match": first.headers["etag"]}
    again = await nobody.get("/@anna/feed.atom", headers=known)
    assert (again.status_code, again.content) == (304, b"")
    await posted(running, anna)
    assert (await nobody.get("/@anna/feed.atom", headers=known)).status_code == 200
    assert (await nobody.get("/@nobody_here/feed.atom")).status_code == 404


async def test_robots_read_nothing_unless_public_pages_are_on(nobody: httpx.AsyncClient, running: Parts) -> None:
    assert "Disallow: /\n" not in (await nobody.get("/robots.txt")).text
    assert "Disallow: /invite/\n" in (await nobody.get("/robots.txt")).text
    running.settings.public_pages = None
    assert (await nobody.get("/robots.txt")).text == "User-agent: *\nDisallow: /\n"
    async with running.works.write() as work:
        await work.decisions.keep(PUBLIC_PAGES, True)
    assert "Disallow: /\n" not in (await nobody.get("/robots.txt")).text
