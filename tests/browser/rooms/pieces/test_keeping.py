"""Chunks on disk: a page that comes back finds what was written, and every byte where it belongs."""

from collections.abc import AsyncIterator

import pytest

from tests.browser.rooms.pieces.conftest import Piece
from ui.rooms.client.objects import CHUNK

ROOM = """
  const CHUNK = given[0];
  const chunkOf = (index, size) => new Uint8Array(Math.min(CHUNK, size - index * CHUNK)).fill(index + 1);
  const object = (id, size) => ({ objectId: id, size });
  const same = async (blob, size) => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return bytes.length === size && bytes.every((byte, at) => byte === Math.floor(at / CHUNK) + 1);
  };
"""


@pytest.fixture(autouse=True)
async def nothing_left(piece: Piece) -> AsyncIterator[None]:
    yield
    await piece("keeping", "await m.forgetRooms([]);")


async def test_what_comes_in_any_order_is_whole_at_the_end(piece: Piece) -> None:
    body = """
      const size = 40 * CHUNK + 7;
      const place = await m.openPlace("room", object("a", size));
      const order = Array.from({ length: 41 }, (_, at) => (at * 17) % 41);
      await Promise.all(order.map((index) => place.put(index, chunkOf(index, size))));
      const blob = await place.blob();
      const again = await m.openPlace("room", object("a", size));
      const before = [];
      for await (const { index, chunk } of again.before()) before.push([index, chunk.length, chunk[0]]);
      const kept = await m.keptIn("room");
      const found = [place.isLasting, await same(blob, size), again.held.isFull, before.length, before.at(-1), kept];
      await again.remove();
      return [...found, await m.keptIn("room")];
    """
    assert await piece("keeping", ROOM + body, CHUNK) == [True, True, True, 41, [40, 7, 41], ["a"], []]


async def test_a_killed_page_loses_no_more_than_what_was_not_worth_a_write(piece: Piece) -> None:
    # The worker belongs to a frame: taking the frame out of the page is what a kill looks like from the disk.
    body = """
      const size = 30 * CHUNK;
      const frame = document.createElement("iframe");
      document.body.append(frame);
      const kept = await frame.contentWindow.eval(`(async () => {
        const m = await import(${JSON.stringify(address)});
        const place = await m.openPlace("room", { objectId: "b", size: ${size} });
        for (let index = 0; index < 18; index += 1) await place.put(index, new Uint8Array(${CHUNK}).fill(index + 1));
        return place.isLasting;
      })()`);
      const locked = await m.openPlace("room", object("b", size));
      frame.remove();
      let place;
      for (;;) {
        place = await m.openPlace("room", object("b", size)); // until the browser has let go of the lock
        if (place.isLasting) break;
      }
      const held = place.held.held;
      for await (const { index, chunk } of place.before()) if (chunk[0] !== index + 1) return "wrong";
      for (const [first, end] of place.held.missing()) {
        for (let index = first; index < end; index += 1) await place.put(index, chunkOf(index, size));
      }
      return [kept, locked.isLasting, held, await same(await place.blob(), size)];
    """
    kept, locked, held, is_whole = await piece("keeping", ROOM + body, CHUNK)
    assert (kept, locked, is_whole) == (True, False, True)
    assert 14 < held <= 18  # four chunks are less than 256 KiB


async def test_a_slow_line_is_on_disk_before_there_is_enough_for_a_write(piece: Piece) -> None:
    body = """
      const size = 3 * CHUNK;
      const place = await m.openPlace("room", object("c", size));
      await place.put(1, chunkOf(1, size));
      let folder = await navigator.storage.getDirectory();
      for (const name of ["kamra-rooms", "room"]) folder = await folder.getDirectoryHandle(name);
      const map = await folder.getFileHandle("c.map");
      while ((await map.getFile()).size === 0);
      return (await (await map.getFile()).text()).length;
    """
    assert await piece("keeping", ROOM + body, CHUNK) > 0


async def test_no_space_is_said_before_chunks_come(piece: Piece) -> None:
    body = """
      const { estimate } = StorageManager.prototype;
      StorageManager.prototype.estimate = async () => ({ quota: 1000, usage: 900 });
      const name = (promise) => promise.then(() => "kept", (error) => error.name);
      const before = await name(m.openPlace("room", object("d", 101)));
      const fits = await name(m.openPlace("room", object("e", 100)));
      StorageManager.prototype.estimate = estimate;
      return [before, fits];
    """
    assert await piece("keeping", ROOM + body, CHUNK) == ["QuotaExceededError", "kept"]


async def test_without_a_disk_for_pages_chunks_are_kept_in_memory(piece: Piece) -> None:
    body = """
      const place = await m.openPlace("../room", object("f/../g", 5));
      await place.put(0, chunkOf(0, 5));
      return [place.isLasting, await same(await place.blob(), 5)];
    """
    assert await piece("keeping", ROOM + body, CHUNK) == [False, True]


async def test_rooms_that_are_over_leave_nothing(piece: Piece) -> None:
    body = """
      for (const room of ["one", "two", "three"]) {
        const place = await m.openPlace(room, object("a", 5));
        await place.put(0, chunkOf(0, 5));
        await place.blob();
      }
      await m.forgetRooms(["two"]);
      return Promise.all(["one", "two", "three"].map(m.keptIn));
    """
    assert await piece("keeping", ROOM + body, CHUNK) == [[], ["a"], []]
