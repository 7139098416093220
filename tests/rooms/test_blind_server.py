"""G60: of a whole session nothing that the server heard, said, logged or keeps tells a secret, a name, or of a file.

The same search is then held against a careless session in the same room, in which each of these places is told some.
"""

import hashlib
import json
import logging
import random
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from websockets.asyncio.client import connect

from tests.api.rooms.sockets import listening
from tests.painted import photograph
from tests.rooms.broken_lines import Line
from tests.rooms.leaks import Forbidden
from tests.rooms.meeting import Meeting, arranged, share
from tests.rooms.recording import Recording
from tests.rooms.server_remains import Seen, below, logged, recorded, rows, stored
from tests.signed_in import Person, parts_of_app
from ui.rooms.client.bytes import base64url, from_base64url
from ui.rooms.client.described import describe
from ui.rooms.client.entries import received
from ui.rooms.client.live_room import live_room
from ui.rooms.client.refused import RoomRefused, ServerUnreachable
from ui.rooms.client.saving import save
from ui.rooms.client.secret import room_keys
from ui.rooms.client.visiting import visited
from ui.settings import Settings

PASSWORD = "ein Fahrrad aus Regen"
TITLE = "Hochzeit von Käthe & Søren"
NOTE = "Das dritte bitte für Großmutter"
ANNEGRET, BERTRAM = "Annegret Sommerfeld", "Bertram Øyehaug"
NAMES = ("Käthe am Öresund 0117.jpg", "unterschrieben_vertrag.pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """A Kamra at `site` of which everything is written down, in `folder` and where it keeps it."""

    site: str
    folder: Path
    app: FastAPI
    settings: Settings

    async def seen(self) -> list[Seen]:
        """All that it heard and said, and then all that it has."""
        return [*recorded(self.folder / "line"), *await self.has()]

    async def has(self) -> list[Seen]:
        """Its log, its rows and its files."""
        found = [("log", (self.folder / "log.txt").read_bytes()), *below(self.settings.data)]
        found += [(f"file {path.name}", path.read_bytes()) for path in self.folder.parent.glob("kamra.db*")]
        found += [one async for one in rows(str(self.settings.database_url))]
        return found + [one async for one in stored(parts_of_app(self.app).files)]


@pytest.fixture
async def watched(app: FastAPI, settings: Settings, tmp_path: Path) -> AsyncIterator[Watched]:
    folder = tmp_path / "watched"
    folder.mkdir()
    with logged(folder / "log.txt"):
        async with listening(Recording(app, folder / "line")) as address:
            site = address.replace("ws://", "http://")
            yield Watched(site=site, folder=folder, app=app, settings=settings)


@pytest.fixture
async def meeting(anna: Person, watched: Watched) -> AsyncIterator[Meeting]:
    """A room that Anna has made over the line that is watched."""
    async with httpx.AsyncClient(base_url=watched.site, headers=anna.client.headers) as client:
        yield await arranged(Person(account=anna.account, client=client), watched.site, password=PASSWORD)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "files"
    folder.mkdir()
    contents = (photograph(seed=3), random.Random(5).randbytes(70_000))
    for name, content in zip(NAMES, contents, strict=True):
        (folder / name).write_bytes(content)
    return [folder / name for name in NAMES]


async def test_g60_the_server_learns_no_secret_no_name_and_no_piece_of_a_file(
    watched: Watched, meeting: Meeting, files: list[Path], tmp_path: Path
) -> None:
    token = await _session(meeting, files, tmp_path / "saved")
    seen, has = await watched.seen(), await watched.has()
    kinds = {where.split()[0] for where, _ in seen}
    assert kinds == {"line", "log", "row", "file"}
    assert sum(len(text) for _, text in seen) > 3 * sum(path.stat().st_size for path in files)  # came, went, is kept
    everywhere, at_rest = _forbidden(meeting, files), _forbidden_at_rest(meeting, token)
    assert [leaks for one in everywhere if (leaks := one.leaks_in(seen))] == []
    assert at_rest.leaks_in(has) == set()

    await _careless_session(watched, meeting, files)
    seen = await watched.seen()
    found = {(leak.what, leak.where.split()[0]) for one in everywhere for leak in one.leaks_in(seen)}
    assert found >= {
        ("name 0", "line"),  # in an address
        ("note", "line"),
        ("note", "row"),
        ("name 1", "log"),
        ("secret", "log"),
        ("file 0", "line"),
        ("file 0", "file"),
        ("entry key", "line"),
    }
    assert {leak.what for leak in at_rest.leaks_in(await watched.has())} == {"auth"}


async def _session(meeting: Meeting, files: list[Path], folder: Path) -> str:
    """Two people who share, resume, save, signal, try a wrong password, and remove; the token of what is removed."""
    keys = meeting.keys
    async with meeting.visit(ANNEGRET) as anna, live_room(meeting.site, keys) as here:
        await anna.write([{"type": "title", "text": TITLE}])
        with pytest.raises(ServerUnreachable):
            async with meeting.visit(ANNEGRET, Line(breaks=lambda request: request.method == "PUT")) as cut:
                await share(cut, files[0])
        for path in files:
            await share(anna, path)
        async with meeting.visit(BERTRAM) as ben, live_room(meeting.site, keys) as there:
            saved = [await save(ben.store, keys, file, folder) for file in ben.manifest.view.files.values()]
            assert [path.name for path in saved] == list(NAMES)
            ids = list(ben.manifest.view.files)
            note = {"type": "note", "text": NOTE, "object_id": ids[0], "by": BERTRAM}
            await ben.write(
                [received(ids, BERTRAM), note, {"type": "pick", "object_id": ids[1], "by": BERTRAM, "on": True}]
            )
            await there.signal(here.peer, "c", {"name": BERTRAM, "sdp": "v=0"})
            while (await here.heard())["type"] != "signal":
                pass
        with pytest.raises(RoomRefused):
            async with visited(meeting.site, room_keys(meeting.secret, f"{PASSWORD}!")):
                pass
        other = files[0].with_name("other")
        other.write_bytes(files[0].read_bytes()[::-1])
        reserved = await anna.store.reserve(describe(keys, other).name.object_id, 10)
        assert reserved.uploader_token is not None
        await anna.store.remove(describe(keys, other).name.object_id, reserved.uploader_token)
    return reserved.uploader_token


async def _careless_session(watched: Watched, meeting: Meeting, files: list[Path]) -> None:
    """The same room, by somebody who seals nothing and logs everything."""
    async with meeting.visit() as visit:
        room = f"{meeting.site}/api/v1/rooms/{meeting.keys.room_id}"
        async with httpx.AsyncClient() as client:
            await client.get(room, params={"name": NAMES[0]})
        await visit.store.append(visit.manifest.head.seq + 1, [json.dumps({"type": "note", "text": NOTE}).encode()])
        bare = files[0].read_bytes()[:1000]
        await visit.store.reserve("00" * 16, len(bare))
        await visit.store.put_part("00" * 16, 0, bare, hashlib.sha256(bare).digest())
    async with connect(f"{room.replace('http://', 'ws://')}/socket", compression=None, proxy=None) as socket:
        await socket.send(json.dumps({"type": "join", "auth": meeting.keys.entry.hex(), "peer": "00" * 12}))
        await socket.wait_closed()
    log = logging.getLogger("kamra.rooms")
    log.warning("opened %s with %s", meeting.link, base64url(meeting.keys.auth))
    log.warning("kept %s", NAMES[1])


def _forbidden(meeting: Meeting, files: list[Path]) -> list[Forbidden]:
    """What nobody but the members may ever know: what they wrote, what they sent, and the keys to it."""
    keys = meeting.keys
    described = [describe(keys, path) for path in files]
    words = {"title": TITLE, "note": NOTE, "password": PASSWORD, "first person": ANNEGRET, "second person": BERTRAM}
    words |= {f"name {number}": name for number, name in enumerate(NAMES)}
    roots = {f"root {number}": one.name.root for number, one in enumerate(described)}
    hashes = {f"hash {number}": hashlib.sha256(path.read_bytes()).digest() for number, path in enumerate(files)}
    contents = {f"file {number}": path.read_bytes() for number, path in enumerate(files)}
    secrets = {
        "secret": meeting.secret,
        "password's key": keys.base[32:],
        "entry key": keys.entry,
        "signal key": keys.signal,
        "confirm key": keys.confirm,
        "object-id key": keys.object_id,
        **{f"key {number}": one.key for number, one in enumerate(described)},
    }
    return [
        Forbidden(words={what: word.encode() for what, word in words.items()}, pieces=contents, window=32),
        Forbidden(words={}, pieces=secrets | roots | hashes, window=8),
    ]


def _forbidden_at_rest(meeting: Meeting, uploader_token: str) -> Forbidden:
    """What members show to the server, and it compares and forgets."""
    shown = {
        "auth": meeting.keys.auth,
        "owner": from_base64url(meeting.owner),
        "uploader": from_base64url(uploader_token),
    }
    return Forbidden(words={}, pieces=shown, window=8)
