"""Backing up and restoring in this process, and looking at what came back."""

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

from domain.backup.back_up import Made, back_up
from domain.backup.contents import MANIFEST
from domain.backup.restore import Restored, restore
from domain.media.check import differences
from domain.media.media import Media
from tests.conftest import MovableClock
from ui.app import opened_backup, opened_parts, opened_restore
from ui.settings import Settings


def nothing(*_amounts: int | None) -> None:
    """Says nothing about how far it is."""


async def backed_up(settings: Settings, clock: MovableClock, file: Path) -> Made:
    async with opened_backup(settings, str(file), replace=False) as (source, writer):
        return await back_up(source, writer, clock, nothing)


async def restored(settings: Settings, clock: MovableClock, file: Path) -> Restored:
    async with opened_restore(settings, str(file)) as (reader, place):
        return await restore(reader, place, clock, nothing)


async def pictures(settings: Settings) -> tuple[list[Media], list[str]]:
    """The rows of a Kamra, and everything that is wrong with it."""
    async with opened_parts(settings, role="command", ticking=False, password_rounds=4) as opened:
        async with opened.works.read() as work:
            rows = list(await work.media.stored(None, 100))
        return rows, [str(one) async for one in differences(opened.works, opened.files, hashes=True)]


def changed(file: Path, change: Callable[[str, bytes], tuple[str, bytes]], extra: str | None = None) -> Path:
    """A copy of a backup whose parts went through `change`; one part more, before the manifest, is called `extra`."""
    target = file.with_suffix(".changed")
    with tarfile.open(file) as source, tarfile.open(target, "w") as out:
        for head in source:
            content = source.extractfile(head)
            assert content is not None
            if extra is not None and head.name == MANIFEST:
                _put(out, extra, b"evil")
            _put(out, *change(head.name, content.read()))
    return target


def _put(out: tarfile.TarFile, name: str, content: bytes) -> None:
    head = tarfile.TarInfo(name)
    head.size = len(content)
    out.addfile(head, io.BytesIO(content))
