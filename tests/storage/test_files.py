"""What every place for bytes must do."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from domain.files import FileMissing, Files, StoredFile

MEBIBYTE = 1 << 20


async def in_pieces(content: bytes, size: int = 65_537) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


async def cut_off_after(content: bytes) -> AsyncIterator[bytes]:
    async for piece in in_pieces(content):
        yield piece
    raise ConnectionError("the sender went away")


async def stuck_after(content: bytes, reached: asyncio.Event) -> AsyncIterator[bytes]:
    async for piece in in_pieces(content):
        yield piece
    reached.set()
    await asyncio.Event().wait()


async def all_of(files: Files, key: str, first: int = 0, last: int | None = None) -> bytes:
    return b"".join([chunk async for chunk in files.read(key, first, last)])


async def listed(files: Files, prefix: str = "") -> dict[str, StoredFile]:
    return {file.key: file async for file in files.list(prefix)}


@pytest.mark.parametrize("length", [0, 1, MEBIBYTE, 9 * MEBIBYTE + 3])
async def test_what_is_written_comes_back_byte_for_byte(files: Files, length: int) -> None:
    content = os.urandom(length)

    written = await files.write("originals/one", in_pieces(content))

    assert (written.bytes, written.sha256) == (length, hashlib.sha256(content).digest())
    assert await all_of(files, "originals/one") == content
    assert await files.size("originals/one") == length


async def test_a_local_file_is_copied_and_stays(files: Files, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.write_bytes(b"picture" * 1000)

    written = await files.write_from("renditions/one/640.jpg", source)

    assert written.bytes == 7000
    assert source.read_bytes() == await all_of(files, "renditions/one/640.jpg")


async def test_writing_again_replaces(files: Files) -> None:
    await files.write("a", in_pieces(b"first, and longer"))
    await files.write("a", in_pieces(b"second"))
    assert await all_of(files, "a") == b"second"


@pytest.mark.parametrize("length", [100, 12 * MEBIBYTE])
async def test_a_sender_who_goes_away_leaves_nothing(files: Files, length: int) -> None:
    with pytest.raises(ConnectionError, match="went away"):
        await files.write("originals/cut", cut_off_after(bytes(length)))

    assert await listed(files) == {}
    assert await files.remove_leftovers() == 0


async def test_a_sender_who_goes_away_leaves_the_old_file(files: Files) -> None:
    await files.write("originals/kept", in_pieces(b"old"))
    with pytest.raises(ConnectionError):
        await files.write("originals/kept", cut_off_after(b"newer"))
    assert await all_of(files, "originals/kept") == b"old"


@pytest.mark.parametrize("length", [100, 12 * MEBIBYTE])
async def test_a_cancelled_write_leaves_nothing_and_shows_nothing_before(files: Files, length: int) -> None:
    reached = asyncio.Event()
    writing = asyncio.create_task(files.write("originals/half", stuck_after(bytes(length), reached)))
    await reached.wait()

    assert await listed(files) == {}
    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing
    assert await listed(files) == {}
    assert await files.remove_leftovers() == 0


@pytest.mark.parametrize(
    ("first", "last"), [(0, 0), (0, 99), (100, 2 * MEBIBYTE), (3 * MEBIBYTE - 1, None), (5, 9 * MEBIBYTE)]
)
async def test_a_range_has_both_its_ends(files: Files, first: int, last: int | None) -> None:
    content = os.urandom(3 * MEBIBYTE)
    await files.write("a/b/c", in_pieces(content))
    expected = content[first:] if last is None else content[first : last + 1]
    assert await all_of(files, "a/b/c", first, last) == expected


@pytest.mark.parametrize("first", [3, 4])
async def test_a_range_behind_the_end_is_empty(files: Files, first: int) -> None:
    await files.write("a", in_pieces(b"abc"))
    assert await all_of(files, "a", first) == b""
    assert await all_of(files, "a", first, 10) == b""


async def test_bytes_come_in_chunks_of_at_most_a_mebibyte(files: Files) -> None:
    await files.write("a", in_pieces(bytes(3 * MEBIBYTE + 5)))
    assert max([len(chunk) async for chunk in files.read("a")]) <= MEBIBYTE


async def test_what_is_not_there_is_missing_everywhere(files: Files) -> None:
    await files.write("folder/file", in_pieces(b"abc"))
    for key in ("nothing", "folder", "folder/file/below", "folder/other"):
        with pytest.raises(FileMissing):
            await anext(files.read(key))
        with pytest.raises(FileMissing):
            await anext(files.read(key, 1, 2))
        with pytest.raises(FileMissing):
            await files.size(key)
        with pytest.raises(FileMissing):
            async with files.as_local(key):
                pass


async def test_deleting_removes_what_is_there_and_minds_nothing_else(files: Files) -> None:
    for key in ("a/one", "a/two", "b/one"):
        await files.write(key, in_pieces(b"abc"))

    await files.delete(["a/one", "b/one", "nothing/here", "a"])
    await files.delete([])

    assert list(await listed(files)) == ["a/two"]
    await files.delete(["a/two"])
    assert await listed(files) == {}


async def test_many_files_are_deleted_at_once(files: Files) -> None:
    keys = [f"many/{n}" for n in range(30)]
    for key in keys:
        await files.write(key, in_pieces(b"."))
    await files.delete(keys)
    assert await listed(files) == {}


async def test_a_file_can_be_written_while_its_folder_empties(files: Files) -> None:
    async def write_and_delete(key: str) -> None:
        for _ in range(10):
            await files.write(key, in_pieces(b"abc"))
            await files.delete([key])

    await asyncio.gather(*(write_and_delete(f"busy/folder/{n}") for n in range(4)))

    assert await listed(files) == {}


async def test_a_listing_shows_keys_that_start_with_the_prefix(files: Files) -> None:
    before = datetime.now(UTC) - timedelta(minutes=1)
    for key in ("media/ab/one", "media/ab/two", "media/ac/three", "mediation"):
        await files.write(key, in_pieces(key.encode()))

    assert set(await listed(files)) == {"media/ab/one", "media/ab/two", "media/ac/three", "mediation"}
    assert set(await listed(files, "media/")) == {"media/ab/one", "media/ab/two", "media/ac/three"}
    assert set(await listed(files, "media/ab/t")) == {"media/ab/two"}
    assert set(await listed(files, "medi")) == {"media/ab/one", "media/ab/two", "media/ac/three", "mediation"}
    assert await listed(files, "../") == {}
    one = (await listed(files))["media/ab/one"]
    assert one.bytes == 12
    assert before < one.modified_at < datetime.now(UTC) + timedelta(minutes=1)


async def test_a_local_copy_has_the_same_bytes(files: Files) -> None:
    content = os.urandom(2 * MEBIBYTE)
    await files.write("a/b", in_pieces(content))
    async with files.as_local("a/b") as path:
        assert path.read_bytes() == content
    assert await all_of(files, "a/b") == content


@pytest.mark.parametrize(
    "key", ["", "/", "/etc/passwd", "../up", "a/../../up", "a//b", "a/", ".partial/x", "A", "a b", "a\0", "é", "a\n"]
)
async def test_no_key_leads_anywhere_else(files: Files, key: str) -> None:
    with pytest.raises(ValueError, match="not a key"):
        await files.write(key, in_pieces(b"abc"))
    with pytest.raises(ValueError, match="not a key"):
        await files.delete([key])
    with pytest.raises(ValueError, match="not a key"):
        await anext(files.read(key))
    with pytest.raises(ValueError, match="not a key"):
        await files.size(key)


async def test_the_probe_passes_and_leaves_nothing(files: Files) -> None:
    await files.probe()
    assert await listed(files) == {}


async def test_free_space_is_known_or_nobody_can_say(files: Files) -> None:
    free = await files.free_bytes()
    assert free is None or free > 0


async def test_a_hundred_writes_at_once_all_arrive(files: Files) -> None:
    contents = {f"at-once/{uuid4()}": os.urandom(2000) for _ in range(100)}
    await asyncio.gather(*(files.write(key, in_pieces(content)) for key, content in contents.items()))
    assert {key: await all_of(files, key) for key in contents} == contents
