"""What a page sends of its files: the requests that carry bytes, and files that need several of them."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.async_api import Page, Request

PIECE = 8 * 2**20


@dataclass
class SentBytes:
    """The first byte of each request that carried some, in the order they were made."""

    firsts: list[int] = field(default_factory=list)

    def heard(self, request: Request) -> None:
        if request.method in {"PUT", "PATCH"} and "/media/upload/" in request.url:
            self.firsts.append(int(request.headers.get("upload-offset", "0")))


def listen(page: Page) -> SentBytes:
    sent = SentBytes()
    page.on("request", sent.heard)
    return sent


def grain(path: Path, width: int = 2600, height: int = 2600) -> None:
    """A picture of noise at this path, which nothing can make smaller: three bytes for each pixel."""
    Image.frombytes("RGB", (width, height), os.urandom(width * height * 3)).save(path, "PNG", compress_level=0)
