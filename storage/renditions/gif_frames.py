"""How many frames a GIF has, from its blocks alone, without decoding any."""

from mmap import mmap

_EXTENSION = 0x21
_FRAME = 0x2C


def has_more_frames_than(limit: int, gif: mmap) -> bool:
    """Whether the file holds more than `limit` frames (GIF89a specification, section 20: image descriptors)."""
    frames, at = 0, 13 + _colour_table_bytes(gif, 10)
    while at < len(gif) and frames <= limit:
        if gif[at] == _EXTENSION:
            at = _after_blocks(gif, at + 2)
        elif gif[at] == _FRAME:
            frames += 1
            at = _after_blocks(gif, at + 11 + _colour_table_bytes(gif, at + 9))
        else:
            break
    return frames > limit


def _colour_table_bytes(gif: mmap, flags_at: int) -> int:
    flags = gif[flags_at] if flags_at < len(gif) else 0
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after_blocks(gif: mmap, at: int) -> int:
    while at < len(gif) and gif[at]:
        at += gif[at] + 1
    return at + 1
