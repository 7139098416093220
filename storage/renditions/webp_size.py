"""The size a WebP file claims, read before a decoder is made: making one already takes memory for the canvas."""


def webp_size(head: bytes) -> tuple[int, int]:
    """Width and height from the first bytes (RFC 9649, sections 2.5–2.7); (0, 0) when they are none."""
    chunk = head[12:16]
    if chunk == b"VP8X":
        return int.from_bytes(head[24:27], "little") + 1, int.from_bytes(head[27:30], "little") + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        return int.from_bytes(head[26:28], "little") & 0x3FFF, int.from_bytes(head[28:30], "little") & 0x3FFF
    return 0, 0
