"""Puts numbers into few classes, finer where they are small."""

from bisect import bisect_right

AMOUNTS = 12
EXPECTED = 17
COUNTS = 12
AVERAGES = 16
_AMOUNT = [1, 3, 5, 8, 12, 18, 28, 44, 72, 128, 256]
_EXPECTATION = [1, 2, 3, 4, 5, 6, 8, 10, 13, 17, 23, 31, 43, 60, 90, 140]
_COUNT = [1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 28]
_AVERAGE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 14, 18, 22, 30, 38]


def amount(eighths: int) -> int:
    """Class of a sum of magnitudes."""
    return bisect_right(_AMOUNT, eighths)


def expectation(eighths: int) -> int:
    """Class of what a value is expected to be, of either sign."""
    return bisect_right(_EXPECTATION, abs(eighths))


def count_class(count: int) -> int:
    """Class of how many coefficients are not zero."""
    return bisect_right(_COUNT, count)


def average_class(count: int) -> int:
    """The same, where it is all that is known."""
    return bisect_right(_AVERAGE, count)
