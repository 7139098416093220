"""Huffman tables for writing."""

from collections.abc import Sequence

Codes = dict[int, tuple[int, int]]
"""Symbol → the value of its code and how many bits that has."""


def codes(counts: Sequence[int], symbols: Sequence[int]) -> Codes:
    """From how many codes there are of each length from 1 to 16, and the symbols in order."""
    made: Codes = {}
    code, left = 0, list(symbols)
    for length, count in enumerate(counts, 1):
        for symbol in left[:count]:
            made.setdefault(symbol, (code, length))
            code += 1
        del left[:count]
        code <<= 1
    return made
