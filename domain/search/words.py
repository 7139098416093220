"""The words of a text as search keeps and compares them."""

import re

from domain.media.details import fold

# What is kept is looked up by both databases as it stands, so nothing in it may mean anything to either: letters and
# digits only. Scripts that write without spaces between words are found by each of their characters.
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_MAX_WORD = 64  # characters; PostgreSQL keeps no word of more than 2,046 bytes


def words_of(text: str) -> tuple[str, ...]:
    """Its words in their order, without case and accents; one of more than 64 characters is cut off there."""
    return tuple(word[:_MAX_WORD] for word in _WORD.findall(fold(text)))


def searchable(text: str) -> str:
    """The same with one space between them, as a post's row keeps it."""
    return " ".join(words_of(text))
