"""Of several calls for the same thing only the newest goes on, in whichever processes they run."""

from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any, TypeVar

from domain.errors import Conflict
from domain.giving_up import unless
from domain.ids import new_uuid
from domain.messages import Messages

Result = TypeVar("Result")


class Superseded(Conflict):
    """A newer call of the same person for the same picture came, so this one was given up."""


async def newest_only(messages: Messages, topic: str, work: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """What the work gives. Raises Superseded, the work cancelled, once a newer call names the same topic."""
    ours = str(new_uuid())  # newer ones sort behind it, whichever process made them
    async with messages.subscribe(topic) as heard:
        await messages.publish(topic, ours)
        return await unless(_newer(heard, ours), work(), Superseded)


async def _newer(heard: AsyncIterator[str], ours: str) -> None:
    async for theirs in heard:
        if theirs > ours:
            return
