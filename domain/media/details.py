"""What its owner says about a picture: a name, tags and a description, and the rules for them."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from domain.errors import RuleBroken
from domain.plain_text import is_line, is_text

MAX_NAME = 100
MAX_ALT = 2000
MAX_TAG = 50
MAX_TAGS = 50
_UNNAMED = "Picture"
# Control characters, halves of characters, and what turns the direction of writing round to hide an extension.
_UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class BadMediaName(RuleBroken):
    """Not 1 to 100 characters on one line."""


class AltTooLong(RuleBroken):
    """Longer than `max` characters."""


class BadAlt(RuleBroken):
    """Holds characters that are no text."""


class BadTag(RuleBroken):
    """Not 1 to `max` characters on one line."""


class TooManyTags(RuleBroken):
    """More than `max` on one picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What to change; None leaves a thing as it is. A draft can be kept; what is kept becomes no draft again."""

    name: str | None = None
    tags: Sequence[str] | None = None
    alt: str | None = None
    is_draft: Literal[False] | None = None

    def checked(self) -> "Details":
        """The same as it is kept. Raises the first rule that is broken."""
        return Details(
            name=None if self.name is None else checked_name(self.name),
            tags=None if self.tags is None else _tags(self.tags),
            alt=None if self.alt is None else _alt(self.alt),
            is_draft=self.is_draft,
        )


def checked_name(name: str) -> str:
    """The name without space around it. Raises BadMediaName."""
    name = name.strip()
    if not (1 <= len(name) <= MAX_NAME and is_line(name)):
        raise BadMediaName(field="name")
    return name


def name_from_file(filename: str | None) -> str:
    """A name for a file that came with any name: the last part of a path, without what no screen should show."""
    last = (filename or "").replace("\\", "/").rpartition("/")[2]
    name = _UNSHOWABLE.sub("", last).strip()
    if len(name) > MAX_NAME:
        stem, dot, extension = name.rpartition(".")
        name = (
            stem[: MAX_NAME - 1 - len(extension)] + dot + extension if dot and len(extension) < 8 else name[:MAX_NAME]
        )
    return name or _UNNAMED


def fold(text: str) -> str:
    """The text as search compares it: without case and accents (Unicode NFKD without combining marks)."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in parts if not unicodedata.combining(character)).replace("\0", "")


def tag_from(text: str) -> str:
    """A tag as it is kept: composed, lower case, without `#` and space around it. Raises BadTag."""
    tag = unicodedata.normalize("NFC", text).strip().removeprefix("#").strip().casefold()
    if not (1 <= len(tag) <= MAX_TAG and is_line(tag)):
        raise BadTag(field="tags", max=MAX_TAG)
    return tag


def _tags(texts: Sequence[str]) -> tuple[str, ...]:
    tags = tuple(sorted({tag_from(text) for text in texts}))
    if len(tags) > MAX_TAGS:
        raise TooManyTags(field="tags", max=MAX_TAGS)
    return tags


def _alt(alt: str) -> str:
    if len(alt) > MAX_ALT:
        raise AltTooLong(field="alt", max=MAX_ALT)
    if not is_text(alt):
        raise BadAlt(field="alt")
    return alt.strip()
