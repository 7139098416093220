"""What is not coded is refused by a name, and damaged files are exact or refused."""

import random

from tests.browser.rooms.jpeg.conftest import WithCoder
from tests.rooms.jpeg.pictures import pictures
from tests.rooms.jpeg.vectors import containers

_REASONS = "return Promise.all(given[0].map((one) => reasonOf(encodeProven(from64(one)))));"
_DAMAGED = """
  const ends = {};
  for (const one of given[0]) {
    const bytes = from64(one);
    const reason = await reasonOf(given[1] ? encodeProven(bytes) : decodeProven(bytes));
    ends[reason] = (ends[reason] ?? 0) + 1;
  }
  return ends;
"""


def _with_frame(kind: int, *, depth: int = 8, height: int | None = None) -> bytes:
    data = bytearray(pictures()["420"])
    at = data.index(b"\xff\xc0")
    data[at + 1] = kind
    data[at + 4] = depth
    if height is not None:
        data[at + 5 : at + 7] = height.to_bytes(2, "big")
    return bytes(data)


async def test_each_refusal_has_its_name(with_coder: WithCoder) -> None:
    plain = pictures()["420"]
    files = {
        "not_jpeg": b"\x89PNG and so on",
        "arithmetic": _with_frame(0xC9),
        "lossless": _with_frame(0xC3),
        "hierarchical": _with_frame(0xC5),
        "twelve_bit": _with_frame(0xC1, depth=12),
        "height_later": _with_frame(0xC0, height=0),
        "too_many_pixels": _with_frame(0xC0, height=65535).replace(b"\x00\x25\x03\x01", b"\xff\xff\x03\x01"),
        "truncated": plain[: len(plain) * 3 // 4],
        "bad_scan": plain.replace(b"\xff\xda", b"\xff\xfe"),
    }
    told = await with_coder(_REASONS, list(files.values()))
    assert dict(zip(files, told, strict=True)) == {name: name for name in files}


async def test_a_damaged_jpeg_comes_back_exactly_or_is_refused(with_coder: WithCoder) -> None:
    """Coding proves itself, so whatever is not refused was exact; anything but a refusal has another name."""
    ends = await with_coder(_DAMAGED, _hurt(list(pictures().values()), 300, seed=8), True)
    assert {"nothing", "bad_code", "truncated"} <= set(ends)
    assert not {name for name in ends if name != name.lower()}, ends


async def test_a_damaged_container_is_refused(with_coder: WithCoder) -> None:
    ends = await with_coder(_DAMAGED, _hurt(list(containers().values()), 200, seed=9), False)
    assert set(ends) <= {"nothing", "bad_container", "not_reproduced"}


def _hurt(files: list[bytes], count: int, seed: int) -> list[bytes]:
    chance = random.Random(seed)
    hurt: list[bytes] = []
    for n in range(count):
        data = bytearray(files[n % len(files)])
        for _ in range(chance.randint(1, 4)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        hurt.append(bytes(data[: chance.randrange(len(data))] if chance.random() < 0.1 else data))
    return hurt
