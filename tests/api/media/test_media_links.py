"""Links to pictures: signed, expiring, made for one viewer, and dead at once when the picture is."""

from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID

import httpx
import pytest

from domain.accounts.account import Account
from domain.accounts.decisions import PUBLIC_PAGES
from domain.ids import MediaId
from tests.conftest import MovableClock
from tests.painted import photograph
from tests.sending import MEDIA, uploaded
from tests.signed_in import Person
from ui.media.addresses import avatar_url, original_url, signed_url
from ui.parts import Parts


def rendition(picture: dict) -> str:
    return picture["renditions"][0]["url"]


def changed(url: str, **values: str) -> str:
    parts = urlsplit(url)
    query = {name: found[0] for name, found in parse_qs(parts.query).items()} | values
    return parts._replace(query=urlencode(query)).geturl()


async def test_c29_a_link_works_without_signing_in_until_it_expires(
    anna: Person, nobody: httpx.AsyncClient, clock: MovableClock
) -> None:
    picture = await uploaded(anna)
    for url in (rendition(picture), picture["original_url"]):
        assert (await nobody.get(url)).status_code == 200
    clock.move(timedelta(minutes=60, seconds=1))
    for url in (rendition(picture), picture["original_url"]):
        expired = await nobody.get(url)
        assert (expired.status_code, expired.json()["code"]) == (403, "link_expired")


async def test_c29_links_last_at_least_half_an_hour_and_stay_the_same_meanwhile(
    anna: Person, nobody: httpx.AsyncClient, clock: MovableClock
) -> None:
    picture = await uploaded(anna)
    clock.move(timedelta(minutes=29))
    assert (await nobody.get(rendition(picture))).status_code == 200
    again = (await anna.get(f"{MEDIA}/{picture['id']}")).json()
    repeated = (await anna.get(f"{MEDIA}/{picture['id']}")).json()
    assert rendition(again) == rendition(repeated)


async def test_c29_a_signature_opens_nothing_else(anna: Person, ben: Person, nobody: httpx.AsyncClient) -> None:
    one, other = await uploaded(anna), await uploaded(anna, photograph(seed=2))
    url = rendition(one)
    until = str(int(parse_qs(urlsplit(url).query)["until"][0]) + 1)
    wrong = [
        url.replace(one["id"], other["id"]),
        url.replace("/480.jpg", "/320.jpg"),
        url.replace("/480.jpg", "/original"),
        changed(url, until=until),
        changed(url, viewer=str(ben.account.id)),
        changed(url, viewer="public"),
        changed(url, viewer=""),
        changed(url, signature=""),
        changed(url, signature="ü\ud7ff€"),
        changed(url, until="soon"),
        changed(url, until="-1"),
        changed(url, until="²"),
        changed(url, until="9" * 400),
        url.partition("?")[0],
        "/media/x/y",
        "/media/%00/%ff.jpg?viewer=%00&until=1&signature=%ff",
    ]
    assert {(await nobody.get(address)).status_code for address in wrong} == {403}


async def test_c29_one_changed_character_anywhere_is_403_or_404_and_never_500(
    anna: Person, nobody: httpx.AsyncClient
) -> None:
    path, _, query = rendition(await uploaded(anna)).partition("?")
    for position, character in enumerate(query):
        if character in "=&":
            continue
        swapped = "A" if character != "A" else "B"
        answer = await nobody.get(f"{path}?{query[:position]}{swapped}{query[position + 1 :]}")
        assert answer.status_code == 403, (position, character)


async def test_c29_a_deleted_picture_is_gone_from_every_link_before_it_expires(
    anna: Person, nobody: httpx.AsyncClient
) -> None:
    picture = await uploaded(anna)
    urls = [one["url"] for one in picture["renditions"]] + [picture["original_url"]]
    assert (await anna.delete(f"{MEDIA}/{picture['id']}")).status_code == 204
    answers = [await nobody.get(url) for url in urls]
    assert {answer.status_code for answer in answers} == {404}
    assert {answer.json()["code"] for answer in answers} == {"media_not_found"}


async def test_c28_nobody_else_sees_any_of_a_picture(anna: Person, ben: Person, running: Parts) -> None:
    picture = await uploaded(anna)
    unknown = await ben.get(f"{MEDIA}/0190a6b0-0000-7000-8000-000000000000")
    answers = [
        await ben.get(f"{MEDIA}/{picture['id']}"),
        await ben.patch(f"{MEDIA}/{picture['id']}", json={"name": "mine"}),
        await ben.delete(f"{MEDIA}/{picture['id']}"),
        await ben.post(f"{MEDIA}/{picture['id']}/retry"),
    ]
    assert unknown.status_code == 404
    assert [(answer.status_code, answer.json()) for answer in answers] == [(404, unknown.json())] * 4
    assert (await ben.get(MEDIA, params={"sha256": picture["sha256"]})).json()["items"] == []


async def test_a_suspended_person_s_links_are_dead_at_once_and_work_again_later(
    anna: Person, nobody: httpx.AsyncClient, running: Parts
) -> None:
    picture = await uploaded(anna)
    now = running.clock.now()
    await change(running, replace(anna.account, suspended_at=now, suspended_until=now + timedelta(minutes=5)))
    assert (await nobody.get(rendition(picture))).status_code == 404
    await change(running, replace(anna.account, suspended_at=now, suspended_until=now))
    assert (await nobody.get(rendition(picture))).status_code == 200


async def change(parts: Parts, account: Account) -> None:
    async with parts.works.write() as work:
        await work.accounts.change(account)


async def test_c29_a_range_is_answered_with_just_that(anna: Person, nobody: httpx.AsyncClient) -> None:
    data = photograph()
    url = (await uploaded(anna, data))["original_url"]
    size = len(data)
    for asked, first, last in (
        ("bytes=0-99", 0, 99),
        ("bytes=100-", 100, size - 1),
        ("bytes=-50", size - 50, size - 1),
        (f"bytes=10-{size * 2}", 10, size - 1),
        (f"bytes=-{size * 2}", 0, size - 1),
    ):
        answer = await nobody.get(url, headers={"Range": asked})
        assert (answer.status_code, answer.content) == (206, data[first : last + 1]), asked
        assert answer.headers["content-range"] == f"bytes {first}-{last}/{size}"


@pytest.mark.parametrize("asked", ["bytes=999999999-", "bytes=-0"])
async def test_a_range_outside_the_file_is_refused(anna: Person, nobody: httpx.AsyncClient, asked: str) -> None:
    picture = await uploaded(anna)
    answer = await nobody.get(picture["original_url"], headers={"Range": asked})
    assert (answer.status_code, answer.headers["content-range"]) == (416, f"bytes */{picture['bytes']}")


@pytest.mark.parametrize(
    "asked", ["bytes=5-2", "bytes=", "bytes=-", "bytes=a-b", "items=0-5", "bytes=0-1,5-6", "bytes=²-"]
)
async def test_a_range_that_means_nothing_is_answered_with_the_whole(
    anna: Person, nobody: httpx.AsyncClient, asked: str
) -> None:
    picture = await uploaded(anna)
    answer = await nobody.get(picture["original_url"], headers={b"Range": asked.encode()})
    assert (answer.status_code, len(answer.content)) == (200, picture["bytes"])


async def test_c29_what_a_browser_has_is_not_sent_again(anna: Person, nobody: httpx.AsyncClient) -> None:
    picture = await uploaded(anna)
    for url in (rendition(picture), picture["original_url"]):
        first = await nobody.get(url)
        for known in (first.headers["etag"], f'"x", W/{first.headers["etag"]}', "*"):
            again = await nobody.get(url, headers={"If-None-Match": known})
            assert (again.status_code, again.content) == (304, b"")
            assert again.headers["cache-control"] == first.headers["cache-control"]
        other = await nobody.get(url, headers={"If-None-Match": '"other"', "If-Range": '"other"', "Range": "bytes=0-1"})
        assert other.status_code == 200


async def test_head_says_the_same_without_the_bytes(anna: Person, nobody: httpx.AsyncClient) -> None:
    picture = await uploaded(anna)
    for url in (rendition(picture), picture["original_url"]):
        head, whole = await nobody.head(url), await nobody.get(url)
        assert (head.status_code, head.content) == (200, b"")
        for name in ("content-length", "content-type", "etag", "cache-control", "accept-ranges"):
            assert head.headers[name] == whole.headers[name]


async def test_c27_what_comes_out_is_an_image_or_a_download_and_runs_nothing(
    anna: Person, nobody: httpx.AsyncClient
) -> None:
    picture = await uploaded(anna)
    shown, saved = await nobody.get(rendition(picture)), await nobody.get(picture["original_url"])
    assert shown.headers["content-type"] == "image/jpeg"
    assert shown.headers["cache-control"] == "private, max-age=300"
    assert saved.headers["cache-control"] == "no-store"
    assert saved.headers["content-disposition"].startswith("attachment")
    for answer in (shown, saved):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]


@pytest.mark.parametrize("file", ["nothing", "5.jpg", "480.png", "original.jpg"])
async def test_a_signed_link_to_a_size_that_is_not_there_is_404(
    anna: Person, nobody: httpx.AsyncClient, running: Parts, file: str
) -> None:
    picture = await uploaded(anna)
    url = signed_url(running, f"/media/{picture['id']}/{file}", anna.account.id)
    assert (await nobody.get(url)).status_code == 404


async def test_an_original_is_its_owner_s_alone_even_by_a_link_that_was_signed(
    anna: Person, ben: Person, nobody: httpx.AsyncClient, running: Parts
) -> None:
    picture = await uploaded(anna)
    assert (await nobody.get(original_url(running, MediaId(UUID(picture["id"])), ben.account.id))).status_code == 404


async def test_a_face_is_seen_by_everyone_who_is_signed_in_and_changes_with_the_picture(
    anna: Person, ben: Person, nobody: httpx.AsyncClient, running: Parts
) -> None:
    picture = await uploaded(anna, photograph(width=1500, height=900))
    shown = replace(anna.account, avatar_media_id=MediaId(UUID(picture["id"])))
    await change(running, shown)
    url = avatar_url(running, shown, ben.account.id)
    assert url is not None
    face = await nobody.get(url)
    assert (face.status_code, face.headers["content-type"]) == (200, "image/jpeg")
    assert min(one["height"] for one in picture["renditions"] if one["bytes"] == len(face.content)) >= 320
    public = avatar_url(running, shown, None)
    assert public is not None
    assert (await nobody.get(public)).status_code == 404
    async with running.works.write() as work:
        await work.decisions.keep(PUBLIC_PAGES, True)
    assert (await nobody.get(public)).status_code == 200
    await change(running, replace(anna.account, avatar_media_id=None))
    for gone in (url, public):
        assert (await nobody.get(gone)).status_code == 404


async def test_a_deleted_picture_is_nobody_s_face_any_more(anna: Person, ben: Person, running: Parts) -> None:
    picture = await uploaded(anna)
    await change(running, replace(anna.account, avatar_media_id=MediaId(UUID(picture["id"]))))
    await anna.delete(f"{MEDIA}/{picture['id']}")
    async with running.works.read() as work:
        account = await work.accounts.get(anna.account.id)
    assert account is not None
    assert account.avatar_media_id is None
