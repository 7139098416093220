"""The zip as a stream of bytes: as long as was told before, and never in memory as a whole."""

import io
import tracemalloc
import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from domain.ids import MediaId, OriginalId, new_uuid
from domain.media.archive import Archived
from ui.media.archive import zipped
from ui.media.archive_length import archive_length


@pytest.mark.parametrize("limit", [0, 1, 40, 60, 100, 500, 100_000])
@pytest.mark.parametrize("most", [1, 100])
async def test_the_length_is_told_right_also_where_the_format_needs_wider_numbers(
    monkeypatch: pytest.MonkeyPatch, limit: int, most: int
) -> None:
    """The limits of 2 GiB and 65,535 files, brought to where a test can reach them."""
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", limit)
    monkeypatch.setattr(zipfile, "ZIP_FILECOUNT_LIMIT", most)
    for lengths in ([], [0], [limit], [limit + 1], [38, 57], [39, 95, 96], [7] * 20):
        files = [_archived(f"é{at}.jpg", length) for at, length in enumerate(lengths)]
        written = b"".join([chunk async for chunk in zipped(files, _noughts)])
        assert len(written) == archive_length(files), lengths
        with zipfile.ZipFile(io.BytesIO(written)) as archive:
            assert [one.file_size for one in archive.infolist()] == lengths


async def test_a_long_archive_is_sent_with_little_in_memory() -> None:
    files = [_archived(f"{at}.jpg", 1 << 20) for at in range(300)]
    await _drained(zipped(files[:2], _noughts))
    tracemalloc.start()
    try:
        assert await _drained(zipped(files, _noughts)) == archive_length(files)
        assert tracemalloc.get_traced_memory()[1] < 6 << 20
    finally:
        tracemalloc.stop()


async def _drained(chunks: AsyncIterator[bytes]) -> int:
    return sum([len(chunk) async for chunk in chunks])


def _archived(name: str, length: int) -> Archived:
    return Archived(
        media_id=MediaId(new_uuid()),
        original_id=OriginalId(new_uuid()),
        name=name,
        bytes=length,
        taken_at=datetime(1970, 1, 1, tzinfo=UTC),
    )


async def _noughts(file: Archived) -> AsyncIterator[bytes]:
    yield bytes(file.bytes)
