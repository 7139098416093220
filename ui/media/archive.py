"""A zip of originals as a stream: one chunk in memory at a time, however many there are."""

import zipfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import closing
from datetime import datetime

from domain.accounts.actor import Actor
from domain.files import FileMissing
from domain.media.archive import Archived, is_still_there
from domain.media.keys import original_key
from ui.parts import Parts
from ui.web.broken_answers import AnswerBroken

_FIRST_YEAR, _LAST_YEAR = 1980, 2107  # what the format's times can say
_READABLE = 0o644 << 16  # where a Unix system unpacks it


class ArchiveBroken(AnswerBroken):
    """An original was deleted meanwhile, is not as long as its row says, or is not for who asked any more."""

    def __init__(self, file: Archived) -> None:
        super().__init__(f"{file.media_id} cannot be added to an archive any more")


class _Sink:
    """Takes what zipfile writes. It cannot be sought in, so zipfile writes lengths and sums behind each file."""

    def __init__(self) -> None:
        self._waiting: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._waiting.append(data)
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        """What was written since."""
        taken = b"".join(self._waiting)
        self._waiting.clear()
        return taken


async def archive_of_originals(parts: Parts, actor: Actor, files: Sequence[Archived]) -> AsyncIterator[bytes]:
    """The bytes of a zip of one's own originals. Raises ArchiveBroken in the middle."""

    async def original(file: Archived) -> AsyncIterator[bytes]:
        if not await is_still_there(parts.works, parts.clock, actor, file):
            raise ArchiveBroken(file)
        try:
            async for chunk in parts.files.read(original_key(file.media_id, file.original_id)):
                yield chunk
        except FileMissing:
            raise ArchiveBroken(file) from None

    async for chunk in zipped(files, original):
        yield chunk


async def zipped(
    files: Sequence[Archived], bytes_of: Callable[[Archived], AsyncIterator[bytes]]
) -> AsyncIterator[bytes]:
    """The bytes of a zip, each file stored as it is. Raises ArchiveBroken when one has other than its `bytes`."""
    sink = _Sink()
    # zipfile asks of a stream it only writes to no more than `write` and `flush`.
    archive = zipfile.ZipFile(sink, "w")  # pyright: ignore[reportArgumentType, reportCallIssue]  # see above
    for file in files:
        entry = _entry(file)
        with closing(archive.open(entry, "w")) as written:
            async for chunk in bytes_of(file):
                written.write(chunk)
                yield sink.take()
        if entry.file_size != file.bytes:
            raise ArchiveBroken(file)
    archive.close()
    yield sink.take()


def _entry(file: Archived) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(file.name, _dos_time(file.taken_at))
    entry.file_size = file.bytes  # tells zipfile whether the lengths behind it need eight bytes
    entry.external_attr = _READABLE
    return entry


def _dos_time(moment: datetime) -> tuple[int, int, int, int, int, int]:
    year = min(max(moment.year, _FIRST_YEAR), _LAST_YEAR)
    return (year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
