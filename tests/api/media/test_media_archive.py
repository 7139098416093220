"""Many originals in one zip: byte for byte, under names that fit every disk, and never half of it for the whole."""

import asyncio
import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from domain.accounts.actor import Scope
from tests.painted import exif, photograph
from tests.people import PASSWORD, add_person
from tests.sending import MEDIA, posted, uploaded
from tests.signed_in import ADDRESS, Person, client_of, signed_in
from ui.parts import Parts

ARCHIVE = f"{MEDIA}/archive"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def opened(answer: httpx.Response) -> zipfile.ZipFile:
    """The archive of an answer, once every sum in it is right."""
    assert answer.status_code == 200, answer.text
    archive = zipfile.ZipFile(io.BytesIO(answer.content))
    assert archive.testzip() is None
    return archive


async def test_every_original_comes_back_byte_for_byte_in_the_order_asked_for(anna: Person) -> None:
    originals = [photograph(seed=seed) for seed in (1, 2, 3)]
    ids = [(await posted(anna, data, f"{number}.jpg")).json()["id"] for number, data in enumerate(originals)]
    answer = await anna.post(ARCHIVE, json={"ids": ids[::-1]})
    archive = opened(answer)
    assert archive.namelist() == ["2.jpg", "1.jpg", "0.jpg"]
    assert [archive.read(one) for one in archive.namelist()] == originals[::-1]
    assert {one.compress_type for one in archive.infolist()} == {zipfile.ZIP_STORED}


async def test_it_is_a_download_that_nothing_keeps_and_that_says_how_long_it_is(anna: Person, running: Parts) -> None:
    ids = [(await posted(anna, photograph(seed=seed), "Grüße.jpg")).json()["id"] for seed in (1, 2)]
    answer = await anna.post(ARCHIVE, json={"ids": ids})
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["content-type"] == "application/zip"
    assert f'filename="pictures {running.clock.now():%Y-%m-%d}.zip"' in answer.headers["content-disposition"]
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_another_program_finds_nothing_wrong_with_it(anna: Person, tmp_path: Path) -> None:
    ids = [(await posted(anna, photograph(seed=seed), "Łódź 写真.jpg")).json()["id"] for seed in (1, 2)]
    file = tmp_path / "pictures.zip"
    file.write_bytes((await anna.post(ARCHIVE, json={"ids": ids})).content)
    python = [sys.executable, "-m", "zipfile", "-t", str(file)]
    for program in [python, ["unzip", "-t", str(file)]] if shutil.which("unzip") else [python]:
        told = await asyncio.to_thread(subprocess.run, program, capture_output=True, text=True)
        assert told.returncode == 0, told.stdout + told.stderr


async def test_the_same_name_twice_and_names_no_disk_takes_stand_beside_each_other(anna: Person) -> None:
    names = ["IMG_1.jpg", "IMG_1.jpg", "img_1.JPG", "IMG_1 (2).jpg", "a/b: c?.jpg", "CON", "写" * 95 + ".jpg"]
    ids = [(await posted(anna, photograph(seed=at), "x.jpg")).json()["id"] for at in range(len(names))]
    for one, name in zip(ids, names, strict=True):
        assert (await anna.patch(f"{MEDIA}/{one}", json={"name": name})).status_code == 200
    found = opened(await anna.post(ARCHIVE, json={"ids": ids})).namelist()
    assert found[:6] == [
        "IMG_1.jpg",
        "IMG_1 (2).jpg",
        "img_1 (3).JPG",
        "IMG_1 (2) (2).jpg",
        "a_b_ c_.jpg",
        "_CON.jpg",
    ]
    assert len(found[6].encode()) <= 255
    assert found[6].endswith("写.jpg")


async def test_the_extension_tells_the_true_kind_and_the_time_is_when_it_was_taken(anna: Person) -> None:
    taken = datetime(2021, 7, 3, 16, 20, 44, tzinfo=UTC)
    lake = photograph(seed=4, exif=exif(taken_at=taken))
    ids = [
        (await uploaded(anna, lake, filename="lake.jpg"))["id"],
        (await uploaded(anna, photograph("image/png"), "image/png", filename="drawing.jpg"))["id"],
    ]
    archive = opened(await anna.post(ARCHIVE, json={"ids": ids}))
    assert archive.namelist() == ["lake.jpg", "drawing.jpg.png"]
    assert archive.getinfo("lake.jpg").date_time == (2021, 7, 3, 16, 20, 44)


async def test_a_picture_asked_for_twice_is_in_it_once(anna: Person) -> None:
    one = (await posted(anna)).json()["id"]
    assert len(opened(await anna.post(ARCHIVE, json={"ids": [one, one]})).namelist()) == 1


async def test_c28_what_is_not_ones_own_or_gone_or_not_here_yet_is_unknown_for_all_of_them(
    anna: Person, ben: Person
) -> None:
    mine, gone, foreign = [(await posted(who)).json()["id"] for who in (anna, anna, ben)]
    pending = (await anna.post(f"{MEDIA}/upload", json={"content_type": "image/jpeg", "bytes": 9})).json()["media_id"]
    await anna.delete(f"{MEDIA}/{gone}")
    answers = [
        await anna.post(ARCHIVE, json={"ids": [mine, other]}) for other in (foreign, gone, pending, str(uuid4()), "x")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize(
    ("asked", "status", "code"),
    [
        ({"ids": []}, 422, "nothing_chosen"),
        ({"ids": [str(uuid4()) for _ in range(10_001)]}, 422, "too_many_chosen"),
        ({"ids": "x"}, 422, "bad_input"),
        ({}, 422, "bad_input"),
    ],
)
async def test_what_is_no_choice_is_refused_with_a_sentence(anna: Person, asked: Any, status: int, code: str) -> None:
    answer = await anna.post(ARCHIVE, json=asked)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


async def test_broken_json_is_malformed(anna: Person) -> None:
    answer = await anna.post(ARCHIVE, content=b"{", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (400, "malformed_json")


@pytest.mark.parametrize(("scope", "status"), [(Scope.READ, 404), (Scope.WRITE, 403)])
async def test_a_token_that_may_read_is_enough_and_needed(app: FastAPI, scope: Scope, status: int) -> None:
    async with signed_in(app, "cleo", scopes=frozenset({scope})) as cleo:
        assert (await cleo.post(ARCHIVE, json={"ids": [str(uuid4())]})).status_code == status


async def test_somebody_who_is_not_signed_in_gets_nothing(nobody: httpx.AsyncClient) -> None:
    assert (await nobody.post(ARCHIVE, json={"ids": [str(uuid4())]})).status_code == 401


@pytest.mark.parametrize("joined", [True, False], ids=["comma list", "repeated"])
async def test_a_form_works_as_well(anna: Person, joined: bool) -> None:
    ids = [(await posted(anna, photograph(seed=seed))).json()["id"] for seed in (1, 2)]
    body = f"ids={','.join(ids)}" if joined else "&".join(f"ids={one}" for one in ids)
    assert len(opened(await anna.post(ARCHIVE, content=body, headers=FORM)).namelist()) == 2


async def test_h74_a_browsers_form_works_from_our_own_page_and_from_no_other(app: FastAPI) -> None:
    await add_person(app, "cleo")
    async with client_of(app) as browser:
        who = {"login": "cleo", "password": PASSWORD}
        await browser.post("/sign-in", data=who, headers={"Origin": ADDRESS})
        statuses = {
            origin: (await browser.post(ARCHIVE, data={"ids": str(uuid4())}, headers={"Origin": origin})).status_code
            for origin in (ADDRESS, "http://evil.test")
        }
    assert statuses == {ADDRESS: 404, "http://evil.test": 403}


async def test_deleted_while_others_are_sent_the_download_breaks(
    anna: Person, running: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = [(await posted(anna, photograph(seed=seed))).json()["id"] for seed in (1, 2, 3)]
    real = running.files.read

    async def read_and_delete(key: str, first: int = 0, last: int | None = None) -> AsyncIterator[bytes]:
        if ids[0] in key:
            assert (await anna.delete(f"{MEDIA}/{ids[2]}")).status_code == 204
        async for chunk in real(key, first, last):
            yield chunk

    monkeypatch.setattr(running.files, "read", read_and_delete)
    received = await _broken(anna, ids)
    assert photograph(seed=2) in received
    assert photograph(seed=3) not in received


@pytest.mark.parametrize("lost", [1, 1 << 20], ids=["the last byte", "all of them"])
async def test_bytes_that_vanished_break_the_download(
    anna: Person, running: Parts, monkeypatch: pytest.MonkeyPatch, lost: int
) -> None:
    ids = [(await posted(anna, photograph(seed=seed))).json()["id"] for seed in (1, 2)]
    real = running.files.read

    async def read_less(key: str, first: int = 0, last: int | None = None) -> AsyncIterator[bytes]:
        async for chunk in real(key, first, last):
            yield chunk[:-lost] if ids[1] in key else chunk

    monkeypatch.setattr(running.files, "read", read_less)
    assert photograph(seed=1) in await _broken(anna, ids)


async def test_an_original_without_its_file_breaks_the_download(anna: Person, running: Parts) -> None:
    ids = [(await posted(anna, photograph(seed=seed))).json()["id"] for seed in (1, 2)]
    await running.files.delete([stored.key async for stored in running.files.list(f"originals/{ids[1]}/")])
    assert photograph(seed=1) in await _broken(anna, ids)


async def _broken(who: Person, ids: Sequence[str]) -> bytes:
    """What arrived of an archive that broke off: less than was said, and nothing a program takes for a whole one."""
    answer = await who.post(ARCHIVE, json={"ids": ids})
    assert len(answer.content) < int(answer.headers["content-length"])
    assert not zipfile.is_zipfile(io.BytesIO(answer.content))
    return answer.content
