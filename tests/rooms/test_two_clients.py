"""Two people in a room by the Python client: a list that both write, files that are kept, resumed and saved."""

import os
import re
from pathlib import Path

import httpx
import pytest

from tests.conftest import MovableClock
from tests.rooms.broken_lines import Line, is_fetch
from tests.rooms.meeting import Meeting, arranged, share
from tests.signed_in import Person
from ui.rooms.client.described import describe
from ui.rooms.client.entries import SharedFile
from ui.rooms.client.keeping import keep
from ui.rooms.client.objects import CHUNK, PART_CHUNKS, SEALED_CHUNK, sealed_size
from ui.rooms.client.refused import NotAuthentic, RoomRefused, ServerUnreachable, StoredOtherwise
from ui.rooms.client.saving import save
from ui.rooms.client.secret import room_keys
from ui.rooms.client.visiting import Visit, visited

AT_ONCE = (0.0, 0.0)  # pauses before the next try


def _only_file(visit: Visit) -> SharedFile:
    (file,) = visit.manifest.view.files.values()
    return file


def _file(folder: Path, size: int) -> Path:
    """Bytes that no other file has."""
    path = folder / f"{size}.jpg"
    path.write_bytes(os.urandom(size))
    return path


async def test_what_two_write_at_once_is_one_list_that_both_see(meeting: Meeting) -> None:
    async with meeting.visit("Anna") as anna, meeting.visit("Ben") as ben:
        await anna.write([{"type": "title", "text": "Lake"}])
        await ben.write([{"type": "note", "text": text} for text in "ab"])
        await anna.write([{"type": "title", "text": "Lakes"}])
        await ben.catch_up()
        assert anna.manifest.head == ben.manifest.head
        assert (ben.manifest.head.seq, ben.manifest.view.title) == (4, "Lakes")
        assert anna.manifest.notices == ben.manifest.notices == []
        await anna.write({"type": "note", "text": str(number)} for number in range(120))
    async with meeting.visit() as cleo:
        assert (cleo.manifest.head.seq, cleo.manifest.notices) == (124, [])


@pytest.mark.parametrize("size", [0, 1, CHUNK, CHUNK + 1, 3 * CHUNK - 5])
async def test_a_file_of_any_size_comes_back_byte_for_byte(meeting: Meeting, tmp_path: Path, size: int) -> None:
    path = _file(tmp_path, size)
    async with meeting.visit("Anna") as anna:
        await share(anna, path)
    async with meeting.visit("Ben") as ben:
        saved = await save(ben.store, ben.keys, _only_file(ben), tmp_path / "saved")
    assert saved == tmp_path / "saved" / path.name
    assert saved.read_bytes() == path.read_bytes()
    assert [one.name for one in saved.parent.iterdir()] == [path.name]


async def test_another_member_goes_on_where_the_sender_stopped(meeting: Meeting, tmp_path: Path) -> None:
    path = _file(tmp_path, PART_CHUNKS * CHUNK + 5)
    line = Line(breaks=lambda request: request.url.path.endswith("/parts/1"))
    async with meeting.visit(transport=line, pauses=AT_ONCE) as anna:
        with pytest.raises(ServerUnreachable):
            await share(anna, path)
    assert line.puts() == ["0"]
    line = Line()
    async with meeting.visit(transport=line) as ben:
        object_id = await share(ben, path)
        assert line.puts() == ["1"]
        assert len(await ben.store.parts(object_id)) == 2
        await share(ben, path)
        assert line.puts() == ["1"]
        assert len(ben.manifest.view.files) == 1


@pytest.mark.parametrize("is_ready", [False, True])
async def test_a_file_does_not_count_as_kept_when_the_server_has_other_bytes(
    meeting: Meeting, tmp_path: Path, is_ready: bool
) -> None:
    path = _file(tmp_path, 10)
    async with meeting.visit() as anna:
        file = describe(anna.keys, path)
        if is_ready:
            await keep(anna.store, file)

    def others(request: httpx.Request, piece: bytes) -> bytes:
        return re.sub(rb'"sha256":"[0-9a-f]{64}"', b'"sha256":"%s"' % (b"0" * 64), piece)

    async with meeting.visit(transport=Line(changes=others)) as ben:
        with pytest.raises(StoredOtherwise):
            await keep(ben.store, file)


async def test_a_line_that_breaks_costs_no_more_than_a_chunk(meeting: Meeting, tmp_path: Path) -> None:
    path = _file(tmp_path, 6 * CHUNK)
    async with meeting.visit() as anna:
        await share(anna, path)
    line = Line(cuts=[0, SEALED_CHUNK + 7, 3 * SEALED_CHUNK - 1])
    async with meeting.visit(transport=line, pauses=AT_ONCE) as ben:
        before = line.came
        saved = await save(ben.store, ben.keys, _only_file(ben), tmp_path / "saved")
    assert saved.read_bytes() == path.read_bytes()
    fetches = [request.headers["range"] for request in line.sent if is_fetch(request)]
    assert fetches == [f"bytes={SEALED_CHUNK * chunks}-" for chunks in (0, 0, 1, 3)]
    assert line.came - before <= sealed_size(6 * CHUNK) + 2 * SEALED_CHUNK


async def test_what_came_before_a_program_ended_is_not_fetched_again(meeting: Meeting, tmp_path: Path) -> None:
    path = _file(tmp_path, 4 * CHUNK)
    async with meeting.visit() as anna:
        await share(anna, path)
    async with meeting.visit(transport=Line(cuts=[2 * SEALED_CHUNK + 9])) as ben:
        with pytest.raises(ServerUnreachable):
            await save(ben.store, ben.keys, _only_file(ben), tmp_path / "saved")
    assert [one.name for one in (tmp_path / "saved").iterdir()] == [f".{_only_file(ben).object.object_id}.part"]
    line = Line()
    async with meeting.visit(transport=line) as ben:
        saved = await save(ben.store, ben.keys, _only_file(ben), tmp_path / "saved")
    assert saved.read_bytes() == path.read_bytes()
    assert [request.headers["range"] for request in line.sent if is_fetch(request)] == [f"bytes={2 * SEALED_CHUNK}-"]


async def test_what_was_changed_on_the_way_is_not_saved(meeting: Meeting, tmp_path: Path) -> None:
    path = _file(tmp_path, 2 * CHUNK)
    async with meeting.visit() as anna:
        await share(anna, path)

    def flipped(request: httpx.Request, piece: bytes) -> bytes:
        return bytes([piece[0] ^ 1]) + piece[1:] if "range" in request.headers else piece

    async with meeting.visit(transport=Line(changes=flipped)) as ben:
        with pytest.raises(NotAuthentic):
            await save(ben.store, ben.keys, _only_file(ben), tmp_path / "saved")
    assert not list((tmp_path / "saved").glob("[!.]*"))


async def test_a_wrong_password_meets_the_same_room_and_is_refused(anna: Person, site: str) -> None:
    meeting = await arranged(anna, site, password="correct horse")
    async with meeting.visit() as inside:
        assert inside.told.keep == "always"
    for password in ("wrong horse", None):
        with pytest.raises(RoomRefused) as refused:
            async with visited(site, room_keys(meeting.secret, password)):
                pass
        assert (refused.value.status, refused.value.reason) == (401, "room_auth_wrong")


async def test_a_room_that_keeps_nothing_takes_no_byte(anna: Person, site: str, tmp_path: Path) -> None:
    meeting = await arranged(anna, site, keep="never")
    line = Line()
    async with meeting.visit(transport=line) as inside:
        with pytest.raises(RoomRefused) as refused:
            await share(inside, _file(tmp_path, 10))
    assert refused.value.reason == "room_keeps_nothing"
    assert line.puts() == []


async def test_a_room_that_is_over_says_so(meeting: Meeting, clock: MovableClock) -> None:
    async with meeting.visit() as inside:
        clock.move(inside.told.expires_at - clock.now())
        with pytest.raises(RoomRefused) as refused:
            await inside.catch_up()
    assert (refused.value.status, refused.value.reason) == (410, "room_over")


async def test_somebody_who_is_no_kamra_and_nobody_at_all_are_told_apart(meeting: Meeting, site: str) -> None:
    with pytest.raises(RoomRefused) as refused:
        async with visited(f"{site}/elsewhere", meeting.keys):
            pass
    assert refused.value.status == 404
    with pytest.raises(ServerUnreachable):
        async with visited("http://127.0.0.1:9", meeting.keys, transport=Line(breaks=lambda _: True), pauses=AT_ONCE):
            pass
