"""How a search goes back through the posts: stretch by stretch, so that those nobody may see cost a bounded time."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, literal

from domain.ids import AccountId
from domain.search.question import PostQuestion
from storage.database.tables.posts import posts

# How many posts that fit are looked at for one page: most pages are full within the first few, and a viewer who may
# see hardly any of them waits for this many at most.
STRETCHES = (300, 3000)

Place = TypeVar("Place", int, UUID)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One page of a search: at most `wanted` posts behind the one `before`, or of all."""

    question: PostQuestion
    viewer: AccountId
    now: datetime
    before: UUID | None
    wanted: int


def holds_words(question: PostQuestion) -> list[ColumnElement[bool]]:
    """Rows of `posts` with all the words of a question, told by reading each row."""
    spaced = literal(" ") + posts.c.words + literal(" ")
    begun = [] if question.begun is None else [f" {question.begun}"]
    # Words hold letters and digits only (`domain.search.words`), so nothing in them means anything to LIKE.
    return [spaced.contains(part) for part in (*(f" {word} " for word in question.words), *begun)]


async def in_stretches(
    wanted: int,
    before: Place,
    sizes: Iterable[int],
    *,
    end_of: Callable[[Place, int], Awaitable[Place | None]],
    seen_in: Callable[[Place, Place | None, int], Awaitable[Sequence[UUID]]],
    found: Sequence[UUID] = (),
) -> tuple[list[UUID], Place | None]:
    """Posts the viewer may see, newest first, and how far back all were looked at (None: to the end, or enough found).

    `end_of` is the last place of a stretch of that size before a place, None where the rest is shorter;
    `seen_in` are at most so many from before the first place down to the second. They are added to `found`.
    """
    found = list(found)
    for size in sizes:
        end = await end_of(before, size)
        found += await seen_in(before, end, wanted - len(found))
        if end is None or len(found) >= wanted:
            return found, None
        before = end
    return found, before
