"""Commands that take long and end in good order when they are told to stop."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Coroutine
from typing import Any

STOPPED = 130  # what a shell expects of a program that Ctrl-C ended


def run_until_stopped(command: Coroutine[Any, Any, int], last_words: str) -> int:
    """The command's exit code; Ctrl-C and SIGTERM cancel it, it clears up behind itself, and the words are said."""
    try:
        return asyncio.run(_stoppable(command))
    except (KeyboardInterrupt, asyncio.CancelledError):
        sys.stderr.write(f"Stopped. {last_words}\n")
        return STOPPED


async def _stoppable(command: Awaitable[int]) -> int:
    task = asyncio.current_task()
    assert task is not None  # noqa: S101  # a coroutine always runs in one; tells the type checker
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    return await command
