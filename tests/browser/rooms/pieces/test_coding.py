"""Coding on the way: only where it pays, proven before it is sent, and compared where it arrives."""

import base64
import io
import random
import zlib

from PIL import Image

from tests.browser.rooms.pieces.conftest import Piece
from ui.rooms.client.objects import CHUNK
from ui.rooms.client.tree import Tree, leaf_of

CODED = """
  const small = await m.coded(new Blob([binary(given[0])]));
  if (!small) return null;
  const { coding, blob, original } = small;
  const entry = { coding, originalRoot: original.root, originalSize: original.size };
  const back = await m.decoded(blob, entry);
  const bytes = async (one) => text(new Uint8Array(await one.arrayBuffer()));
  return [coding, await bytes(blob), text(original.root), original.size, await bytes(back)];
"""


async def test_pictures_that_are_not_packed_travel_smaller_and_come_back_exactly(piece: Piece) -> None:
    for kind in ("BMP", "TIFF"):
        content = _saved(kind)
        coding, packed, root, size, back = await piece("coding", CODED, base64.b64encode(content).decode())
        assert (coding, size) == ("deflate", len(content))
        assert len(base64.b64decode(packed)) < 0.95 * len(content)
        assert zlib.decompress(base64.b64decode(packed)) == base64.b64decode(back) == content
        assert base64.b64decode(root) == _root(content)


async def test_what_is_packed_already_goes_as_it_is(piece: Piece) -> None:
    contents = [_saved("JPEG"), _saved("PNG"), random.Random(1).randbytes(300_000), b"", b"x"]
    for content in contents:
        assert await piece("coding", CODED, base64.b64encode(content).decode()) is None


async def test_what_comes_is_refused_when_it_is_not_the_original(piece: Piece) -> None:
    content = bytes(1_000_000)
    packed = zlib.compress(content)
    body = """
      const [packed, root, other] = given.map(binary);
      const decoded = (bytes, changed) =>
        codeOf(m.decoded(new Blob([bytes]), { coding: "deflate", originalRoot: root, originalSize: 1e6, ...changed }));
      return Promise.all([
        decoded(packed, {}),
        decoded(packed, { originalRoot: other }),
        decoded(packed, { originalSize: 999_999 }),
        decoded(packed, { originalSize: 1_000_001 }),
        decoded(packed.slice(0, 500), {}),
        decoded(packed.map((byte, at) => byte ^ (at === 50)), {}),
        decoded(new Uint8Array(0), {}),
        decoded(packed, { coding: "unheard-of" }),
        decoded(packed, { originalRoot: undefined }),
      ]);
    """
    given = [base64.b64encode(one).decode() for one in (packed, _root(content), _root(b"other"))]
    assert await piece("coding", body, *given) == ["nothing thrown", *["wrong_root"] * 8]


async def test_coding_that_is_called_off_ends_and_the_next_one_is_done(piece: Piece) -> None:
    body = """
      const stop = new AbortController();
      const blob = new Blob([new Uint8Array(20_000_000)]);
      const [first, second] = [m.coded(blob, stop), m.coded(blob.slice(0, 1000))];
      queueMicrotask(() => stop.abort());
      return [await first.catch((error) => error.name), (await second).coding];
    """
    assert await piece("coding", body) == ["AbortError", "deflate"]


def _saved(kind: str) -> bytes:
    stream = io.BytesIO()
    Image.effect_noise((600, 400), 20).convert("RGB").save(stream, kind)
    return stream.getvalue()


def _root(content: bytes) -> bytes:
    tree = Tree()
    for at in range(0, max(1, len(content)), CHUNK):
        tree.add(leaf_of(content[at : at + CHUNK]))
    return tree.root()
