"""How many chunks a PNG has, and how many bytes it unpacks to, from its lengths and its header alone."""

from mmap import mmap

_SIGNATURE_BYTES = 8
_AROUND_DATA = 12  # a chunk's length, name and checksum
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type, PNG specification, table 11.1


def has_more_chunks_than(limit: int, png: mmap) -> bool:
    """Whether the file has more than `limit` chunks; Pillow goes through them one by one."""
    chunks, at = 0, _SIGNATURE_BYTES
    while chunks <= limit and at < len(png):
        at += int.from_bytes(png[at : at + 4]) + _AROUND_DATA
        chunks += 1
    return chunks > limit


def bits_per_pixel(head: bytes) -> int:
    """How deep the header says the pixels are, 1 to 64; 64 where it says nonsense."""
    depth, colour_type = head[24:25], head[25:26]
    if not colour_type or not 1 <= depth[0] <= 16:
        return 64
    return depth[0] * _SAMPLES.get(colour_type[0], 4)
