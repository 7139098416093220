"""How far a long command is, for the eyes of whoever started it: on standard error, every other second at most."""

import sys
import time
from collections.abc import Callable

from ui.theme.amounts import size_text

_EVERY = 2  # seconds


class Progress:
    """Lines such as `1,200 of 5,000 files, 3.1 GB`; `of` is left out where nobody knows it."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._said = clock()

    def __call__(self, done: int, of: int | None, bytes: int) -> None:
        if self._clock() - self._said < _EVERY:
            return
        self._said = self._clock()
        amount = f"{done:,}" if of is None else f"{done:,} of {of:,}"
        sys.stderr.write(f"  {amount} files, {size_text(bytes)}\n")
        sys.stderr.flush()
