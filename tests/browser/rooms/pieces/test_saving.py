"""Saving originals: into a folder without writing over anything, as a file, as a ZIP, or by the share sheet."""

import io
import zipfile
from pathlib import Path

from playwright.async_api import Page

from tests.browser.rooms.pieces.conftest import Piece

FOLDER = """
  const root = await navigator.storage.getDirectory();
  await root.removeEntry("chosen", { recursive: true }).catch(() => {});
  const chosen = await root.getDirectoryHandle("chosen", { create: true });
  window.showDirectoryPicker = async () => chosen; // the question itself is the browser's
  const all = async (folder, path = "") => {
    const found = {};
    for await (const [name, handle] of folder) {
      if (handle.kind === "directory") Object.assign(found, await all(handle, `${path}${name}/`));
      else found[path + name] = await (await handle.getFile()).text();
    }
    return found;
  };
"""


async def test_in_a_folder_files_keep_their_folders_and_write_over_nothing(piece: Piece) -> None:
    body = """
      const mine = await (await chosen.getFileHandle("a.jpg", { create: true })).createWritable();
      await mine.write("mine");
      await mine.close();
      const saver = await m.openSaver(5);
      for (const path of ["a.jpg", "a.jpg", "see/b.jpg", "../../c.jpg", "see/B.jpg"]) {
        await saver.put(path, new Blob([path]));
      }
      await saver.finish("Lake");
      return [saver.way, await all(chosen)];
    """
    way, found = await piece("saving", FOLDER + body)
    assert way == "folder"
    assert found == {
        "a.jpg": "mine",
        "a (2).jpg": "a.jpg",
        "a (3).jpg": "a.jpg",
        "see/b.jpg": "see/b.jpg",
        "see/B (2).jpg": "see/B.jpg",
        "c.jpg": "../../c.jpg",
    }


async def test_a_file_that_is_called_off_leaves_nothing_in_the_folder(piece: Piece) -> None:
    body = """
      const stop = new AbortController();
      const saver = await m.openSaver(2);
      const told = [];
      const progress = (bytes) => told.push(bytes) && stop.abort();
      const blob = new Blob([new Uint8Array(9e6)]);
      const name = await saver.put("a.jpg", blob, { signal: stop.signal, progress }).catch((error) => error.name);
      return [name, told.length > 0, await all(chosen)];
    """
    assert await piece("saving", FOLDER + body) == ["AbortError", True, {}]


async def test_one_file_is_a_download_of_its_own_name(piece: Piece, shared_page: Page) -> None:
    body = """
      const saver = await m.openSaver(1);
      await saver.put("see/../a<b.jpg", new Blob(["one"]));
      return saver.way;
    """
    async with shared_page.expect_download() as started:
        assert await piece("saving", body) == "file"
    download = await started.value
    assert download.suggested_filename == "a_b.jpg"
    assert _read(await download.path()) == b"one"


async def test_several_are_one_zip_where_there_is_no_folder_to_choose(piece: Piece, shared_page: Page) -> None:
    body = """
      window.showDirectoryPicker = undefined;
      const saver = await m.openSaver(2);
      const told = [];
      await saver.put("see/a.jpg", new Blob(["one"]), { progress: (bytes) => told.push(bytes) });
      await saver.put("see/a.jpg", new Blob(["two"]));
      await saver.finish("Lake/1");
      return [saver.way, told];
    """
    async with shared_page.expect_download() as started:
        assert await piece("saving", body) == ["zip", [3]]
    download = await started.value
    assert download.suggested_filename == "Lake-1.zip"
    with zipfile.ZipFile(io.BytesIO(_read(await download.path()))) as zipped:
        assert {name: zipped.read(name) for name in zipped.namelist()} == {"see/a.jpg": b"one", "see/a (2).jpg": b"two"}


async def test_somebody_who_closes_the_question_for_a_folder_has_changed_their_mind(piece: Piece) -> None:
    body = """
      window.showDirectoryPicker = async () => { throw new DOMException("", "AbortError"); };
      return m.openSaver(2).catch((error) => error.name);
    """
    assert await piece("saving", body) == "AbortError"


async def test_the_share_sheet_gets_twenty_at_a_time_and_not_too_much_for_its_memory(piece: Piece) -> None:
    body = """
      const sized = (...sizes) => m.portionOf(sizes.map((size) => ({ blob: { size } })));
      const shared = [];
      navigator.share = async ({ files }) => shared.push(...files.map(({ name, type }) => [name, type]));
      const one = { name: "../a.jpg", mime: "image/jpeg", blob: new Blob(["a"]) };
      await m.shareFiles([one, one]);
      delete navigator.share;
      const portions = [sized(), sized(...Array(50).fill(5e6)), sized(2e8, 2e8, 1), sized(9e9, 1), sized(1, 2)];
      return [portions, m.hasShareSheet(), shared];
    """
    found = await piece("sharing", body)
    assert found == [[0, 20, 1, 1, 2], False, [["a.jpg", "image/jpeg"], ["a (2).jpg", "image/jpeg"]]]


def _read(path: Path) -> bytes:
    return path.read_bytes()
