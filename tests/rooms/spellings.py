"""The ways in which bytes may be written down, undone: whoever looks for something finds it in any of them."""

import base64
import json
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

_HEX = re.compile(rb"[0-9a-fA-F]{16,}")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{10,}")
_ESCAPED = re.compile(rb"\\u[0-9a-fA-F]{4}")


def readings(text: bytes) -> Iterator[bytes]:
    """The bytes themselves, what looks like hexadecimal or base64 taken for it, and all these with escapes undone."""
    yield from _unescaped(text)
    for run in _HEX.findall(text):
        for first in (0, 1):
            even = run[first : len(run) - (len(run) - first) % 2]
            yield from _unescaped(bytes.fromhex(even.decode()))
    for run in _BASE64.findall(text):
        plain = run.replace(b"-", b"+").replace(b"_", b"/")
        for first in range(4):  # nobody knows where in the run it begins
            yield from _unescaped(base64.b64decode(plain[first:] + b"A" * (-(len(plain) - first) % 4)))


def _unescaped(text: bytes) -> Iterator[bytes]:
    """Also as addresses and JSON have it."""
    yield text
    if b"%" in text:
        yield unquote_to_bytes(text.replace(b"+", b" "))
    if _ESCAPED.search(text):
        yield _ESCAPED.sub(lambda found: json.loads(b'"%s"' % found[0]).encode("utf-8", "replace"), text)
