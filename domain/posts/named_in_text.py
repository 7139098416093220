"""What captions and comments name: hashtags and people's handles."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

MAX_HASHTAG = 100
# Not after a word, nor after `&` or `/`: `a#b`, `&#39;` and the end of an address are no hashtags.
_HASHTAG = re.compile(r"(?<![\w&/#])#([^\s#]+)")
_HANDLE = re.compile(r"(?<![\w@./])@([A-Za-z0-9_]{3,30})(?![\w@])")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPart:
    """A stretch of a text as it was written; what it names, if anything: a hashtag as it is kept, a handle folded."""

    text: str
    hashtag: str | None = None
    handle: str | None = None


def hashtags_in(text: str | None) -> Sequence[str]:
    """The hashtags as they are kept, each once, in the order of the text; one of more than 100 characters is none."""
    found = (folded_hashtag("".join(takewhile(_in_hashtag, part))) for part in _HASHTAG.findall(text or ""))
    return tuple(dict.fromkeys(tag for tag in found if 1 <= len(tag) <= MAX_HASHTAG))


def folded_hashtag(tag: str) -> str:
    """A hashtag as it is kept and compared: NFC, casefolded, without its sign."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", tag).casefold()).removeprefix("#")


def handles_in(text: str | None) -> Sequence[str]:
    """The handles that the text names, in lower case, each once, in its order; an e-mail address names none."""
    return tuple(dict.fromkeys(handle.lower() for handle in _HANDLE.findall(text or "")))


def split_at_named(text: str) -> Iterator[TextPart]:
    """The whole text in stretches, each hashtag and each handle in one of its own."""
    last = 0
    for start, part in sorted(_named_in(text), key=lambda found: found[0]):
        if start > last:
            yield TextPart(text=text[last:start])
        yield part
        last = start + len(part.text)
    if last < len(text):
        yield TextPart(text=text[last:])


def _named_in(text: str) -> Iterator[tuple[int, TextPart]]:
    for found in _HASHTAG.finditer(text):
        written = "".join(takewhile(_in_hashtag, found[1]))
        tag = folded_hashtag(written)
        if 1 <= len(tag) <= MAX_HASHTAG:
            yield found.start(), TextPart(text=f"#{written}", hashtag=tag)
    for found in _HANDLE.finditer(text):
        yield found.start(), TextPart(text=found[0], handle=found[1].lower())


def _in_hashtag(character: str) -> bool:
    # Some scripts write marks beside or on their letters, which are part of the word but no letters.
    return character == "_" or unicodedata.category(character)[0] in "LMN"
