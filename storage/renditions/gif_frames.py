"""How many frames and blocks a GIF has, from its lengths alone, without decoding any."""

from mmap import mmap

_EXTENSION = 0x21
_FRAME = 0x2C


def has_more_than(frames: int, blocks: int, gif: mmap) -> bool:
    """Whether the file holds more than so many frames, or blocks of data, which may be as short as one byte.

    By the GIF89a specification, sections 15 (blocks) and 20 (a frame's head).
    """
    at = 13 + _colour_table_bytes(gif, 10)
    while at < len(gif) and frames >= 0 and blocks >= 0:
        if gif[at] == _EXTENSION:
            at, blocks = _after_blocks(gif, at + 2, blocks)
        elif gif[at] == _FRAME:
            frames -= 1
            at, blocks = _after_blocks(gif, at + 11 + _colour_table_bytes(gif, at + 9), blocks)
        else:
            break
    return frames < 0 or blocks < 0


def _colour_table_bytes(gif: mmap, flags_at: int) -> int:
    flags = gif[flags_at] if flags_at < len(gif) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(gif: mmap, at: int, blocks: int) -> tuple[int, int]:
    """Where the row of blocks ends, and how many more there may be; an end counts as one."""
    while at < len(gif) and gif[at] and blocks > 0:
        at += gif[at] + 1
        blocks -= 1
    return at + 1, blocks - 1
