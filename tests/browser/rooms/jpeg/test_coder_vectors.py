"""The browser's coder makes of every generated picture what it always made, and the same picture of that again."""

import base64
import hashlib
import os

from tests.browser.rooms.jpeg.conftest import WithCoder
from tests.rooms.jpeg.pictures import pictures
from tests.rooms.jpeg.vectors import containers, hashes, keep

_ENCODE = """
  const made = [];
  for (const one of given[0]) made.push(to64(await encodeProven(from64(one))));
  return made;
"""
_DECODE = """
  const made = [];
  for (const one of given[0]) made.push(to64(await decodeProven(from64(one))));
  return made;
"""


async def test_every_picture_becomes_the_same_container_as_ever(with_coder: WithCoder) -> None:
    """With KAMRA_NEW_VECTORS=1 they are written anew, which a change of the form on purpose needs."""
    texts = await with_coder(_ENCODE, list(pictures().values()))
    made = {name: base64.b64decode(text) for name, text in zip(pictures(), texts, strict=True)}
    if os.environ.get("KAMRA_NEW_VECTORS"):
        keep(made)
    assert {name: hashlib.sha256(container).hexdigest() for name, container in made.items()} == hashes()


async def test_every_container_gives_back_the_picture(with_coder: WithCoder) -> None:
    kept = containers()
    texts = await with_coder(_DECODE, list(kept.values()))
    assert {name: base64.b64decode(text) for name, text in zip(kept, texts, strict=True)} == pictures()
