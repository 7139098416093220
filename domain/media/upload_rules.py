"""What may come in: kinds of files, sizes, quotas, and room on the disk."""

from collections.abc import AsyncIterable, AsyncIterator
from dataclasses import dataclass
from typing import Protocol

from domain.files import Files
from domain.media.collections import Usage
from domain.media.details import name_from_file
from domain.media.rendering import ACCEPTED_TYPES
from domain.media.upload import (
    DiskFull,
    QuotaFull,
    TooManyMedia,
    UploadEmpty,
    UploadIncomplete,
    UploadTooLarge,
    UploadTypeRefused,
)

_SAME_AS = {"image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/heif": "image/heic"}
_UNKNOWN = ("", "application/octet-stream", "binary/octet-stream")
_BYTES_TO_A_LOOK = 4 * 1024 * 1024  # so much of each upload may come between two looks at the disk
_EXTENSIONS = {
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "avif": "image/avif",
    "heic": "image/heic",
    "heif": "image/heic",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadLimits:
    """How much may come in, in bytes and pictures; a quota of 0 is none."""

    max_bytes: int
    pictures_per_account: int
    bytes_per_account: int
    disk_reserve: int


class Reserving(Protocol):
    """Limits that say how many bytes stay free on the disk."""

    @property
    def disk_reserve(self) -> int: ...


def accepted_type(content_type: str, filename: str | None) -> str:
    """The accepted type that is meant. Raises UploadTypeRefused.

    Where the sender did not know (browsers do not know HEIC), the file's extension says it; what the bytes
    really are is found out when they are read.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind in _UNKNOWN:
        kind = _EXTENSIONS.get((filename or "").rpartition(".")[2].lower(), kind)
    kind = _SAME_AS.get(kind, kind)
    if kind not in ACCEPTED_TYPES:
        raise UploadTypeRefused(field="content_type", name=name_from_file(filename))
    return kind


def check_size(size: int, limits: UploadLimits) -> None:
    """Raises UploadEmpty or UploadTooLarge."""
    if size < 1:
        raise UploadEmpty(field="bytes")
    if size > limits.max_bytes:
        raise UploadTooLarge(field="bytes", bytes=size, max_bytes=limits.max_bytes)


def check_quota(usage: Usage, limits: UploadLimits, *, pictures: int, size: int) -> None:
    """Whether that much more fits. Raises TooManyMedia or QuotaFull."""
    if limits.pictures_per_account and usage.pictures + pictures > limits.pictures_per_account:
        raise TooManyMedia(max=limits.pictures_per_account)
    if limits.bytes_per_account and usage.bytes + size > limits.bytes_per_account:
        raise QuotaFull(max_bytes=limits.bytes_per_account)


async def check_disk(files: Files, limits: Reserving, size: int) -> None:
    """Raises DiskFull when so many bytes more would touch the reserve."""
    if not await leaves_reserve(files, limits, size):
        raise DiskFull


async def leaves_reserve(files: Files, limits: Reserving, size: int) -> bool:
    """Whether so many bytes more would not touch the reserve."""
    free = await files.free_bytes()
    return free is None or free - size >= limits.disk_reserve


async def while_disk_lasts(files: Files, limits: Reserving, chunks: AsyncIterable[bytes]) -> AsyncIterator[bytes]:
    """The chunks. Raises DiskFull once the reserve is touched: many that come at once each had room alone."""
    seen = 0
    async for chunk in chunks:
        seen += len(chunk)
        if seen >= _BYTES_TO_A_LOOK:
            await check_disk(files, limits, 0)
            seen = 0
        yield chunk


async def some_of(chunks: AsyncIterable[bytes], size: int, nothing: UploadIncomplete) -> AsyncIterator[bytes]:
    """The chunks, up to so many bytes. Raises UploadTooLarge when they are more, and `nothing` when there are none."""
    seen = 0
    async for chunk in chunks:
        seen += len(chunk)
        if seen > size:
            raise UploadTooLarge(max_bytes=size)
        yield chunk
    if not seen:
        raise nothing


async def at_most(chunks: AsyncIterable[bytes], limits: UploadLimits) -> AsyncIterator[bytes]:
    """The chunks, of which nobody said how many bytes they are. Raises UploadTooLarge or UploadEmpty."""
    seen = 0
    async for chunk in chunks:
        seen += len(chunk)
        if seen > limits.max_bytes:
            raise UploadTooLarge(max_bytes=limits.max_bytes)
        yield chunk
    if not seen:
        raise UploadEmpty
