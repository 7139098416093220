"""What captions and comments name: hashtags and people's handles."""

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile

MAX_HASHTAG = 100
# Not after a word, nor after `&` or `/`: `a#b`, `&#39;` and the end of an address are no hashtags.
_HASHTAG = re.compile(r"(?<![\w&/#])#([^\s#]+)")
_HANDLE = re.compile(r"(?<![\w@./])@([A-Za-z0-9_]{3,30})(?![\w@])")


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


def _in_hashtag(character: str) -> bool:
    # Some scripts write marks beside or on their letters, which are part of the word but no letters.
    return character == "_" or unicodedata.category(character)[0] in "LMN"
