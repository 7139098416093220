"""How much a socket may still send: some at once, and then as much as refills with time."""

import time


class TokenBucket:
    """Holds up to `burst` tokens, full at first, and gains `per_second`."""

    __slots__ = ("_at", "_burst", "_left", "_per_second")

    def __init__(self, burst: float, per_second: float) -> None:
        self._burst, self._per_second = burst, per_second
        self._left, self._at = burst, time.monotonic()

    def take(self, tokens: float = 1) -> bool:
        """Whether so many were there, and are taken."""
        now = time.monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left < tokens:
            return False
        self._left -= tokens
        return True
