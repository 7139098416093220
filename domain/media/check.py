"""Comparing rows with files: bytes that no row names, and rows whose bytes are missing, cut or changed."""

import hashlib
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from enum import StrEnum

from domain.files import FileMissing, Files
from domain.media.every_key import Named, named_below, named_by
from domain.media.in_step import in_step
from domain.media.keys import FOLDERS, ORIGINALS, media_of, original_key
from domain.media.media import Media, Status
from domain.work import Works

# Added to pictures that can be seen already, so its bytes come before a row that says `completed` names them.
_LIGHTER = ".avif"


class Kind(StrEnum):
    """What is wrong with a key."""

    NO_BYTES = "no bytes"
    NO_ROW = "no row"
    OTHER_LENGTH = "not as many bytes as its row says"
    OTHER_BYTES = "not the bytes that came in"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One key on which rows and files disagree."""

    kind: Kind
    key: str

    def __str__(self) -> str:
        return f"{self.key}: {self.kind}"


async def differences(works: Works, files: Files, *, hashes: bool = False) -> AsyncGenerator[Difference, None]:
    """Every difference; what changes while it is looked for is asked for again before it is named.

    Rows and files are walked side by side in the order of their keys, so memory does not grow with their number.
    `hashes` reads every original again and compares it with what came in.
    """
    for prefix in FOLDERS:
        async with aclosing(_differences_below(prefix, works, files)) as found:
            async for one in found:
                yield one
    async with aclosing(_broken_pieces(works, files)) as found:
        async for one in found:
            yield one
    if hashes:
        async with aclosing(_changed(works, files)) as found:
            async for one in found:
                yield one


async def strays(works: Works, files: Files) -> AsyncGenerator[str, None]:
    """Keys of bytes that belong to no picture, or to none of the things its row names."""
    async with aclosing(differences(works, files)) as found:
        async for one in found:
            if one.kind is Kind.NO_ROW:
                yield one.key


async def _differences_below(prefix: str, works: Works, files: Files) -> AsyncGenerator[Difference, None]:
    beside = in_step(files.list(prefix), named_below(works, prefix))
    async with aclosing(beside) as pairs:
        async for stored, named in pairs:
            if named is None and stored is not None and await _is_stray(works, files, stored.key):
                yield Difference(kind=Kind.NO_ROW, key=stored.key)
            if named is not None and (stored is None or stored.bytes != named.bytes):
                kind = await _what_is_wrong(works, files, named.key)
                if kind is not None:
                    yield Difference(kind=kind, key=named.key)


async def _is_stray(works: Works, files: Files, key: str) -> bool:
    """Whether the bytes are still there and no row names them by now, or may do so any moment."""
    # Files first: a row is always written before its bytes, so bytes seen here without a row later have none.
    if await _length(files, key) is None:
        return False
    media_id = media_of(key)
    if media_id is None:
        return True
    async with works.read() as work:
        media = await work.media.get(media_id)
    return media is None or not (_may_come(media, key) or any(named.key == key for named in named_by(media)))


def _may_come(media: Media, key: str) -> bool:
    """Whether bytes may be on their way under a key that the row does not name yet."""
    if key.startswith(ORIGINALS):
        return media.status is Status.PENDING  # later ones, such as of a sender cut off and come again, find it taken
    if key.endswith(_LIGHTER) and media.lighter_at is None:
        return True
    return media.status in (Status.UPLOADED, Status.PROCESSING)


async def _what_is_wrong(works: Works, files: Files, key: str) -> Kind | None:
    """What is wrong with a key that a row names, if its picture is still there and names it."""
    length = await _length(files, key)
    named = await _named_now(works, key)
    if named is None or named.bytes == length:
        return None
    return Kind.NO_BYTES if length is None else Kind.OTHER_LENGTH


async def _broken_pieces(works: Works, files: Files) -> AsyncGenerator[Difference, None]:
    """What has come of uploads that were cut, and is not there any more."""
    async with works.read() as work:
        pieces = await work.uploads.all_pieces()
    for upload_id, media_id, piece in pieces:
        key = original_key(media_id, piece.original_id)
        length = await _length(files, key)
        if length == piece.bytes:
            continue
        async with works.read() as work:
            still = await work.uploads.pieces(upload_id)
        if piece in still:
            yield Difference(kind=Kind.NO_BYTES if length is None else Kind.OTHER_LENGTH, key=key)


async def _changed(works: Works, files: Files) -> AsyncGenerator[Difference, None]:
    async with aclosing(named_below(works, ORIGINALS)) as originals:
        async for named in originals:
            if await _sha256(files, named.key) not in (None, named.sha256):
                yield Difference(kind=Kind.OTHER_BYTES, key=named.key)


async def _named_now(works: Works, key: str) -> Named | None:
    media_id = media_of(key)
    if media_id is None:
        return None
    async with works.read() as work:
        media = await work.media.get(media_id)
    return None if media is None else next((named for named in named_by(media) if named.key == key), None)


async def _sha256(files: Files, key: str) -> bytes | None:
    digest = hashlib.sha256()
    try:
        async for chunk in files.read(key):
            digest.update(chunk)
    except FileMissing:
        return None
    return digest.digest()


async def _length(files: Files, key: str) -> int | None:
    try:
        return await files.size(key)
    except FileMissing:
        return None
