"""What of a database its tables in the code describe: all but the indexes of words, which each database has its own."""

from collections.abc import MutableMapping
from typing import Any

_WORDS = ("post_words", "ix_posts_words")


def is_described(name: str | None, _type: str, _parents: MutableMapping[Any, Any]) -> bool:
    """Whether Alembic compares it with the code; migration 0006 makes the rest, FTS5 its own tables besides."""
    return name is None or not name.startswith(_WORDS)
