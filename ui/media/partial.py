"""Answering with a file or a part of it: ETag, If-None-Match, Range, HEAD (RFC 9110)."""

import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TypeAlias

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from domain.files import Files

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What is to be sent: how many bytes, of which kind; `etag` without quotes, other headers ready."""

    bytes: int
    content_type: str
    etag: str
    headers: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent(Described):
    """One file to send, and where its bytes are."""

    key: str


Read: TypeAlias = Callable[[int, int], AsyncIterator[bytes]]  # the bytes from the first to the last, both included


def send_file(request: Request, files: Files, sent: Sent) -> Response:
    """The whole file, the part that is asked for, or that nothing changed."""
    return send_bytes(request, sent, lambda first, last: files.read(sent.key, first, last))


def send_bytes(request: Request, sent: Described, read: Read) -> Response:
    """The same for bytes that are read in another way."""
    tag = f'"{sent.etag}"'
    headers = {**sent.headers, "ETag": tag, "Accept-Ranges": "bytes"}
    if is_known(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    span = _span(request, tag, sent.bytes)
    if span is None:
        return _body(request, read, sent, (0, sent.bytes - 1), headers)
    first, last = span
    if first > last:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{sent.bytes}", "Accept-Ranges": "bytes"})
    headers["Content-Range"] = f"bytes {first}-{last}/{sent.bytes}"
    return _body(request, read, sent, span, headers)


def _body(request: Request, read: Read, sent: Described, span: tuple[int, int], headers: dict[str, str]) -> Response:
    first, last = span
    status = 206 if "Content-Range" in headers else 200
    headers["Content-Length"] = str(last - first + 1)
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=sent.content_type)
    return StreamingResponse(read(first, last), status, headers, media_type=sent.content_type)


def is_known(if_none_match: str | None, tag: str) -> bool:
    """Whether who asks has what stands under this ETag (in its quotes) already."""
    if if_none_match is None:
        return False
    known = [one.strip().removeprefix("W/") for one in if_none_match.split(",")]
    return tag in known or "*" in known


def _span(request: Request, tag: str, size: int) -> tuple[int, int] | None:
    """First and last byte; None for the whole file, first > last for what cannot be satisfied.

    Several ranges at once may be answered with the whole file, and no player of pictures asks for them.
    """
    match = _RANGE.fullmatch(request.headers.get("range", "").strip())
    if match is None or request.headers.get("if-range", tag) != tag:
        return None
    first, last = match.groups()
    if not first:
        return None if not last else (max(0, size - int(last)) if int(last) else size, size - 1)
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last), size - 1) if last else size - 1
