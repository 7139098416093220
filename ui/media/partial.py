"""Answering with a file or a part of it: ETag, If-None-Match, Range, HEAD (RFC 9110)."""

import re
from dataclasses import dataclass

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from domain.files import Files

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One file to send: where its bytes are, how many, of which kind; `etag` without quotes, other headers ready."""

    key: str
    bytes: int
    content_type: str
    etag: str
    headers: dict[str, str]


def send_file(request: Request, files: Files, sent: Sent) -> Response:
    """The whole file, the part that is asked for, or that nothing changed."""
    tag = f'"{sent.etag}"'
    headers = {**sent.headers, "ETag": tag, "Accept-Ranges": "bytes"}
    if is_known(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    span = _span(request, tag, sent.bytes)
    if span is None:
        return _body(request, files, sent, (0, sent.bytes - 1), headers)
    first, last = span
    if first > last:
        return Response(status_code=416, headers={"Content-Range": f"bytes */{sent.bytes}", "Accept-Ranges": "bytes"})
    headers["Content-Range"] = f"bytes {first}-{last}/{sent.bytes}"
    return _body(request, files, sent, span, headers)


def _body(request: Request, files: Files, sent: Sent, span: tuple[int, int], headers: dict[str, str]) -> Response:
    first, last = span
    status = 206 if "Content-Range" in headers else 200
    headers["Content-Length"] = str(last - first + 1)
    if request.method == "HEAD":
        return Response(status_code=status, headers=headers, media_type=sent.content_type)
    return StreamingResponse(files.read(sent.key, first, last), status, headers, media_type=sent.content_type)


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
