"""What the address of an upload says of itself: its version of tus, its limits, and its name in the log."""

import logging

import httpx
import pytest

from domain.media import receive_bytes
from tests.api.media.test_media_resuming import DATA, PIECE, completed, keys, offset, send
from tests.sending import UPLOAD, announced
from tests.signed_in import Person
from ui.parts import Parts


async def test_a_request_s_version_may_be_left_out_but_not_be_another(anna: Person) -> None:
    ticket = await announced(anna, DATA)
    url, headers = ticket["upload_url"], {"Content-Type": PIECE["Content-Type"], "Upload-Offset": "0"}
    assert (await anna.patch(url, content=DATA[:9], headers=headers)).status_code == 204
    old = {**headers, "Tus-Resumable": "0.2.2"}
    refused = [await anna.client.request(verb, url, headers=old) for verb in ("PATCH", "PUT", "HEAD", "DELETE")]
    assert [answer.status_code for answer in refused] == [412] * 4
    assert {answer.headers["Tus-Version"] for answer in refused} == {"1.0.0"}
    assert refused[0].json()["code"] == "precondition_failed"
    assert await offset(anna, ticket) == 9


async def test_what_is_spoken_can_be_asked(anna: Person, nobody: httpx.AsyncClient, running: Parts) -> None:
    ticket = await announced(anna, DATA)
    answer = await anna.client.options(ticket["upload_url"], headers={"Tus-Resumable": "0.2.2"})
    assert (answer.status_code, answer.headers["Tus-Version"]) == (204, "1.0.0")
    assert answer.headers["Tus-Extension"] == "termination,expiration"
    assert answer.headers["Tus-Max-Size"] == str(running.settings.upload_max_bytes)
    assert (await nobody.options(ticket["upload_url"])).status_code == 401


async def test_every_answer_says_which_version_is_spoken(anna: Person, ben: Person, nobody: httpx.AsyncClient) -> None:
    ticket = await announced(anna, DATA)
    url = ticket["upload_url"]
    answers = [
        await nobody.head(url),
        await nobody.patch(url, content=DATA),
        await ben.client.head(url),
        await anna.client.head(f"{UPLOAD}/nonsense"),
        await anna.client.request("PROPFIND", url),
        await send(anna, ticket, DATA, 0, **{"Content-Type": "image/jpeg"}),
        await send(anna, ticket, DATA, 7),
        await send(anna, ticket, DATA + DATA, 0),
        await anna.patch(url, content=DATA, headers=PIECE),
        await anna.patch(url, content=DATA, headers={"Tus-Resumable": "0.2.2"}),
        await anna.client.options(url),
        await anna.put(url, content=DATA[:100]),
        await send(anna, ticket, DATA[100:], 100),
        await anna.put(url, content=DATA),
    ]
    assert [answer.status_code for answer in answers] == [
        401, 401, 404, 404, 405, 415, 409, 413, 422, 412, 204, 409, 204, 409,
    ]  # fmt: skip
    assert [answer.headers.get_list("Tus-Resumable") for answer in answers] == [["1.0.0"]] * len(answers)


async def test_the_log_and_the_numbers_name_an_upload_s_whole_route(
    anna: Person, running: Parts, caplog: pytest.LogCaptureFixture
) -> None:
    ticket = await announced(anna, DATA)
    with caplog.at_level(logging.INFO, "kamra.requests"):
        await anna.client.head(ticket["upload_url"])
    lines = [one.getMessage() for one in caplog.records if one.name == "kamra.requests"]
    assert lines == ["HEAD /api/v1/media/upload/{upload_id}"]


async def test_only_so_many_pieces_are_kept_and_the_whole_is_still_taken(
    anna: Person, running: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receive_bytes, "MOST_PIECES", 3)
    ticket = await announced(anna, DATA)
    for first in range(3):
        assert (await send(anna, ticket, DATA[first : first + 1], first)).status_code == 204
    more = await send(anna, ticket, DATA[3:], 3)
    assert (more.status_code, more.json()["code"]) == (422, "too_many_pieces")
    assert "3 pieces" in more.json()["detail"]
    assert (await offset(anna, ticket), len(await keys(running))) == (3, 3)
    assert (await anna.put(ticket["upload_url"], content=DATA)).status_code == 200
    assert await completed(anna, ticket) == DATA
