"""Walking two sorted streams side by side, so that neither has to be in memory to be compared with the other."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Protocol, TypeVar


class Keyed(Protocol):
    """Something with a key by which its stream is sorted."""

    @property
    def key(self) -> str: ...


Left = TypeVar("Left", bound=Keyed)
Right = TypeVar("Right", bound=Keyed)


async def in_step(
    left: AsyncGenerator[Left, None], right: AsyncGenerator[Right, None]
) -> AsyncGenerator[tuple[Left | None, Right | None], None]:
    """Pairs of what has the same key, with None beside what only one of the two streams has."""
    async with aclosing(left), aclosing(right):
        one, other = await anext(left, None), await anext(right, None)
        while one is not None or other is not None:
            if one is None or (other is not None and other.key < one.key):
                yield None, other
                other = await anext(right, None)
            elif other is None or one.key < other.key:
                yield one, None
                one = await anext(left, None)
            else:
                yield one, other
                one, other = await anext(left, None), await anext(right, None)
