"""Commands that take long and end in good order when they are told to stop."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Coroutine
from typing import Any, TypeVar

STOPPED = 130  # what a shell expects of a program that Ctrl-C ended
_SIGNALS = (signal.SIGINT, signal.SIGTERM)

T = TypeVar("T")


def run_until_stopped(command: Coroutine[Any, Any, T], last_words: str) -> T:
    """What the command returns; Ctrl-C and SIGTERM cancel it, it clears up behind itself, and the words are said."""
    return asyncio.run(_stoppable(command, last_words))


async def _stoppable(command: Awaitable[T], last_words: str) -> T:
    task = asyncio.current_task()
    assert task is not None  # noqa: S101  # a coroutine always runs in one; tells the type checker
    for number in _SIGNALS:
        asyncio.get_running_loop().add_signal_handler(number, _stop, task)
    try:
        return await command
    except asyncio.CancelledError:
        sys.stderr.write(f"Stopped. {last_words}\n")
        sys.stderr.flush()
        # Not by the way of a usual end: it waits for threads, and one may read from or write to a pipe for ever.
        os._exit(STOPPED)


def _stop(task: asyncio.Task[Any]) -> None:
    for number in _SIGNALS:  # whoever asks a second time does not want to wait for the clearing up
        asyncio.get_running_loop().remove_signal_handler(number)
    task.cancel()
