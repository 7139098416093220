"""A zip that breaks off because of what happened since it began: nothing more is sent, and the log has one line."""

import io
import logging
import sys
import zipfile
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest
from fastapi import FastAPI

from tests.painted import photograph
from tests.people import PASSWORD, add_person, sign_in
from tests.sending import MEDIA, uploaded
from tests.signed_in import ADDRESS, Person, client_of
from ui.logs import JsonLines
from ui.parts import Parts
from ui.web.broken_answers import AnswerBroken, is_told_already

ARCHIVE = f"{MEDIA}/archive"
Happens = Callable[[], Awaitable[httpx.Response]]


@pytest.fixture
async def cleo(app: FastAPI) -> AsyncIterator[Person]:
    """Somebody who signed in with a password."""
    account = await add_person(app, "cleo")
    async with client_of(app) as client:
        client.base_url = f"{ADDRESS}/api/v1"
        headers = await sign_in(client, "cleo")
    async with client_of(app, headers=headers) as client:
        yield Person(account=account, client=client)


@pytest.fixture
def in_the_first(running: Parts, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Happens], None]:
    """Lets something happen while the first picture of an archive is sent."""
    real = running.files.read

    def let(first: str, happens: Happens) -> None:
        async def read(key: str, *part: int) -> AsyncIterator[bytes]:
            if first in key:
                assert (await happens()).is_success
            async for chunk in real(key, *part):
                yield chunk

        monkeypatch.setattr(running.files, "read", read)

    return let


async def two(who: Person) -> list[str]:
    """Two pictures with which everything is done: from a bucket, working on one is reading it as well."""
    return [(await uploaded(who, photograph(seed=seed)))["id"] for seed in (1, 2)]


async def begun(who: Person, ids: list[str]) -> bytes:
    """What came of an archive: the first picture, and not the second."""
    answer = await who.post(ARCHIVE, json={"ids": ids})
    assert len(answer.content) < int(answer.headers["content-length"])
    assert not zipfile.is_zipfile(io.BytesIO(answer.content))
    assert photograph(seed=1) in answer.content
    assert photograph(seed=2) not in answer.content
    return answer.content


async def test_a_new_password_ends_the_archives_of_all_other_sessions(
    app: FastAPI, cleo: Person, in_the_first: Callable[[str, Happens], None]
) -> None:
    ids = await two(cleo)
    async with client_of(app) as elsewhere:
        elsewhere.base_url = f"{ADDRESS}/api/v1"
        elsewhere.headers.update(await sign_in(elsewhere, "cleo"))
        change = {"current": PASSWORD, "new": "another bicycle of rain"}
        in_the_first(ids[0], lambda: elsewhere.post("/auth/password", json=change))
        await begun(cleo, ids)


async def test_an_ended_session_ends_its_archive(cleo: Person, in_the_first: Callable[[str, Happens], None]) -> None:
    ids = await two(cleo)
    [session] = (await cleo.get("/api/v1/auth/sessions")).json()["items"]
    in_the_first(ids[0], lambda: cleo.delete(f"/api/v1/auth/sessions/{session['id']}"))
    await begun(cleo, ids)


async def test_a_deleted_token_ends_its_archive_and_no_other(
    app: FastAPI, cleo: Person, in_the_first: Callable[[str, Happens], None]
) -> None:
    ids = await two(cleo)
    made = (await cleo.post("/api/v1/auth/token", json={"name": "zip", "scopes": ["read"]})).json()
    async with client_of(app, headers={"Authorization": f"Bearer {made['token']}"}) as client:
        program = Person(account=cleo.account, client=client)
        assert (await program.post(ARCHIVE, json={"ids": ids})).content.endswith(b"\0\0")
        in_the_first(ids[0], lambda: cleo.delete(f"/api/v1/auth/tokens/{made['id']}"))
        await begun(program, ids)
        assert (await cleo.get(f"{MEDIA}/{ids[0]}")).status_code == 200


async def test_the_log_says_in_one_line_without_a_traceback_that_it_broke_off(
    anna: Person, in_the_first: Callable[[str, Happens], None], caplog: pytest.LogCaptureFixture
) -> None:
    ids = await two(anna)
    in_the_first(ids[0], lambda: anna.delete(f"{MEDIA}/{ids[1]}"))
    with caplog.at_level(logging.INFO):
        await begun(anna, ids)
    [line] = [one for one in caplog.records if one.levelno > logging.INFO]
    assert (line.levelno, line.exc_info) == (logging.WARNING, None)
    assert ids[1] in JsonLines().format(line)


async def test_bytes_that_are_deleted_right_before_they_are_read_are_such_a_line_as_well(
    anna: Person, running: Parts, caplog: pytest.LogCaptureFixture
) -> None:
    ids = await two(anna)
    await running.files.delete([stored.key async for stored in running.files.list(f"originals/{ids[1]}/")])
    await begun(anna, ids)
    assert [one.levelno for one in caplog.records if one.levelno > logging.INFO] == [logging.WARNING]


def test_the_servers_own_traceback_of_it_is_not_written_and_that_of_any_other_error_is() -> None:
    told: list[bool] = []
    for error in (AnswerBroken("gone"), RuntimeError("gone")):
        try:
            raise error
        except (AnswerBroken, RuntimeError):
            record = logging.LogRecord("uvicorn.error", logging.ERROR, "", 0, "Exception", None, sys.exc_info())
        told.append(is_told_already(record))
    assert told == [True, False]
