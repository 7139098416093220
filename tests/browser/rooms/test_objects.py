"""Objects in the browser: the tree over a file that is read bit by bit, and everything that must not open."""

import hashlib
import random

import pytest

from tests.browser.rooms.conftest import InPage
from tests.rooms.vectors import data_of
from ui.rooms.client.objects import CHUNK
from ui.rooms.client.tree import Tree, leaf_of

ROOM = "const keys = await secret.roomKeys(new Uint8Array(32).fill(7));"
SEALED = (
    ROOM
    + """
  const object = await described.describe(keys, new Blob([vectorData(given[0] ?? 200_000)]));
  const sealed = await described.sealRange(object, 0, objects.chunkCount(object.size));
  const last = sealed.length - 1;
"""
)


async def test_trees_of_every_shape_have_the_root_that_the_rfc_gives_them(in_page: InPage) -> None:
    found = await in_page(
        """
        const roots = [];
        for (const count of given[0]) {
          const chunks = Array.from({ length: count }, (_, at) => Uint8Array.of(at & 255, at >> 8));
          roots.push(window.bytes.hex(await tree.rootOf(await tree.leavesOf(chunks))));
        }
        return roots;""",
        counts := [*range(1, 71), 127, 128, 129, 1000, 8192, 8193, 9001],
    )
    assert found == [_rfc_9162([bytes((at & 255, at >> 8)) for at in range(count)]).hex() for count in counts]


async def test_a_file_read_bit_by_bit_has_the_root_of_the_whole(in_page: InPage) -> None:
    lot = random.Random(9162)
    edges = [CHUNK * count + off for count in (1, 2, 64, 127, 128, 129) for off in (-1, 0, 1)]
    sizes = [0, 1, *edges, *(lot.randrange(12_000_000) for _ in range(8))]
    found = await in_page(
        ROOM
        + """
        const all = vectorData(Math.max(...given[0]));
        const roots = [];
        for (const size of given[0]) {
          const told = [];
          const blob = new Blob([all.subarray(0, size)]);
          const { root } = await described.describe(keys, blob, { progress: (bytes) => told.push(bytes) });
          roots.push([window.bytes.hex(root), told.at(-1), told.length]);
        }
        return roots;""",
        sizes,
    )
    assert found == [[_root(size), size, max(1, -(-size // (128 * CHUNK)))] for size in sizes]


async def test_what_is_sealed_in_ranges_is_what_is_sealed_at_once(in_page: InPage) -> None:
    assert await in_page(
        SEALED
        + """
        const parts = [[0, 1], [1, 3], [3, 4]];
        const ranges = await Promise.all(parts.map((part) => described.sealRange(object, ...part)));
        return ranges.flat().every((chunk, at) => window.bytes.same(chunk, sealed[at]));"""
    )


async def test_every_chunk_opens_again(in_page: InPage) -> None:
    assert await in_page(
        SEALED
        + """
        const opened = await Promise.all(sealed.map((one, at) => objects.openChunk(object.key, at, at === last, one)));
        return window.bytes.same(window.bytes.joined(...opened), vectorData(200_000));"""
    )


@pytest.mark.parametrize(
    "opening",
    [
        pytest.param("(sealed[1][5] ^= 1, openChunk(object.key, 1, false, sealed[1]))", id="a flipped bit"),
        pytest.param(
            "(sealed[1][sealed[1].length - 1] ^= 1, openChunk(object.key, 1, false, sealed[1]))", id="its tag"
        ),
        pytest.param("openChunk(object.key, last, false, sealed[last])", id="the last that says it is not"),
        pytest.param("openChunk(object.key, 1, true, sealed[1])", id="an end where none is"),
        pytest.param("openChunk(object.key, 2, false, sealed[1])", id="another's place"),
        pytest.param("openChunk(object.key, 2 ** 32 + 1, false, sealed[1])", id="a place far away"),
        pytest.param("openChunk(object.key, 1, false, sealed[1].subarray(1))", id="a byte less"),
        pytest.param("openChunk(object.key, 1, false, new Uint8Array(3))", id="less than a tag"),
        pytest.param(
            "openChunk(await objects.objectKey(keys, object.root, 1), 1, false, sealed[1])", id="another size"
        ),
        pytest.param(
            "openChunk(await objects.objectKey(other, object.root, object.size), 1, false, sealed[1])", id="a room"
        ),
    ],
)
async def test_what_was_not_sealed_for_this_place_does_not_open(in_page: InPage, opening: str) -> None:
    other = "const other = await secret.roomKeys(new Uint8Array(32).fill(8)); const { openChunk } = objects;"
    assert await in_page(f"{SEALED} {other} return codeOf({opening});") == "not_authentic"


async def test_a_file_that_changed_is_not_sent(in_page: InPage) -> None:
    code = await in_page(
        SEALED
        + """
        const changed = vectorData(object.size);
        changed[150_000] ^= 1;
        const now = { ...object, blob: new Blob([changed]) };
        return [
          await codeOf(described.sealRange(now, 0, 2)),
          await codeOf(described.sealRange(now, 2, 3)),
          await codeOf(described.sealRange({ ...object, blob: new Blob([changed.subarray(0, 100)]) }, 0, 2)),
        ];"""
    )
    assert code == ["nothing thrown", "file_changed", "file_changed"]


async def test_describing_can_be_given_up(in_page: InPage) -> None:
    stopped = "described.describe(keys, new Blob([vectorData(9)]), { signal: AbortSignal.abort() })"
    assert await in_page(f"{ROOM} return {stopped}.catch(({{ name }}) => name);") == "AbortError"


async def test_what_somebody_has_is_told_in_bits_and_asked_for_in_ranges(in_page: InPage) -> None:
    told = await in_page(
        """
        const held = new bitmap.Bitmap(19);
        for (const index of [0, 3, 4, 4, 9, 18]) held.add(index);
        const again = new bitmap.Bitmap(19, String(held));
        const short = new bitmap.Bitmap(3, String(held));
        const empty = new bitmap.Bitmap(8);
        return [String(held), again.missing(), again.held, held.isFull, short.missing(), empty.missing()];
        """
    )
    assert told == ["GQIE", [[1, 3], [5, 9], [10, 18]], 5, False, [[1, 3]], [[0, 8]]]


async def test_frames_of_another_kind_are_left_out(in_page: InPage) -> None:
    for frame in ([], [1, 1, 0, 0, 0, 0, 0], [2, 1, 0, 0, 0, 0, 0, 0, 9], [1, 2, 0, 0, 0, 0, 0, 0, 9]):
        assert await in_page("return frames.unpackFrame(Uint8Array.from(given[0]).buffer);", frame) is None


def _root(size: int) -> str:
    whole, data = Tree(), data_of(size)
    for at in range(0, max(size, 1), CHUNK):
        whole.add(leaf_of(data[at : at + CHUNK]))
    return whole.root().hex()


def _rfc_9162(chunks: list[bytes]) -> bytes:
    """The tree as the RFC defines it: split at the largest power of two below the number of leaves."""
    if len(chunks) == 1:
        return hashlib.sha256(b"\0" + chunks[0]).digest()
    split = 1 << (len(chunks) - 1).bit_length() - 1
    return hashlib.sha256(b"\1" + _rfc_9162(chunks[:split]) + _rfc_9162(chunks[split:])).digest()
