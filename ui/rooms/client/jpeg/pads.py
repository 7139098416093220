"""The bits that fill the last byte of each segment: all ones, all zeros, or as listed."""

_ONES = 0
_LISTED = 2


class PadSource:
    """What is written next."""

    def __init__(self, mode: int, listed: bytes) -> None:
        self._mode = mode
        self._listed = iter(listed)

    def next(self, bits: int) -> int:
        """The value of so many bits."""
        ones = (1 << bits) - 1
        if self._mode == _LISTED:
            return next(self._listed, 0) & ones
        return ones if self._mode == _ONES else 0
