"""Hashing in the browser: the standard's own examples, real files of every awkward length, and in a worker."""

import hashlib
import os
from pathlib import Path

import pytest
from playwright.async_api import Page

from tests.browser.conftest import Console, ServedLibrary
from tests.browser.modules import call
from ui.theme.assets import asset_url

PHOTOS = Path(os.environ.get("KAMRA_TEST_PHOTOS", Path(__file__).resolve().parents[3] / "shared" / "photos"))
PICTURES = sorted(one for one in PHOTOS.glob("*") if one.suffix != ".md")
EXAMPLES = {
    b"": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    b"abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq": (
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    b"a" * 1_000_000: "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
}
HASH = """(() => {
  const hash = new m.Sha256();
  const bytes = new TextEncoder().encode(given[0]);
  for (let at = 0; at < bytes.length; at += given[1]) hash.update(bytes.subarray(at, at + given[1]));
  return hash.hex();
})()"""
EVERY_LENGTH = """Array.from({length: 200}, (_, length) => {
  const hash = new m.Sha256();
  hash.update(new Uint8Array(length).fill(length));
  return hash.hex();
})"""
BROKEN = "throw new Error('no workers here')"
HASH_CHOSEN = """async (address) => {
  const { FileHasher } = await import(address);
  const hasher = new FileHasher();
  const found = [];
  for (const file of document.querySelector("input").files) {
    found.push(await hasher.hash(file, new AbortController().signal));
  }
  return found;
}"""
GIVE_UP_AND_HASH_ANOTHER = """(async () => {
  const hasher = new m.FileHasher();
  const large = new File([new Uint8Array(40_000_000)], "large");
  const stop = new AbortController();
  const given_up = hasher.hash(large, stop.signal).catch((error) => error.name);
  await hasher.hash(new File(["x"], "warm"), AbortSignal.abort()).catch(() => {});
  stop.abort();
  return [await given_up, await hasher.hash(new File(["abc"], "small"), new AbortController().signal)];
})()"""


@pytest.mark.parametrize("step", [1_000_000, 7])
async def test_the_examples_of_the_standard_come_out(page: Page, library: ServedLibrary, step: int) -> None:
    for text, digest in EXAMPLES.items():
        assert await call(page, library.url, "uploads/sha256.js", HASH, text.decode(), step) == digest


async def test_every_length_around_a_block_is_hashed_as_python_does(page: Page, library: ServedLibrary) -> None:
    found = await call(page, library.url, "uploads/sha256.js", EVERY_LENGTH)
    assert found == [hashlib.sha256(bytes([n]) * n).hexdigest() for n in range(200)]


async def test_files_on_disk_are_hashed_in_a_worker_as_python_does(
    page: Page, library: ServedLibrary, tmp_path: Path
) -> None:
    sizes = [1, 4 * 2**20 - 1, 4 * 2**20, 4 * 2**20 + 1, 9 * 2**20 + 55]
    files = [tmp_path / f"{size}.bin" for size in sizes]
    for file, size in zip(files, sizes, strict=True):
        file.write_bytes(os.urandom(size))
    assert await _hashed(page, library, files) == [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]
    assert len(page.workers) == 1


@pytest.mark.skipif(not PICTURES, reason="needs the folder of camera files beside the checkout, or KAMRA_TEST_PHOTOS")
async def test_real_photographs_are_hashed_as_python_does(page: Page, library: ServedLibrary) -> None:
    assert await _hashed(page, library, PICTURES) == [hashlib.sha256(one.read_bytes()).hexdigest() for one in PICTURES]


async def test_a_file_given_up_does_not_answer_for_the_next(page: Page, library: ServedLibrary) -> None:
    given_up, small = await call(page, library.url, "uploads/file_hasher.js", GIVE_UP_AND_HASH_ANOTHER)
    assert given_up == "AbortError"
    assert small == EXAMPLES[b"abc"]


async def test_where_no_worker_starts_the_page_hashes_itself(
    page: Page, library: ServedLibrary, console: Console
) -> None:
    console.expect("no workers here")
    await page.route("**/hash_worker.js", lambda route: route.fulfill(body=BROKEN, content_type="text/javascript"))
    expression = "await new m.FileHasher().hash(new File(['abc'], 'small'), new AbortController().signal)"
    assert await call(page, library.url, "uploads/file_hasher.js", expression) == EXAMPLES[b"abc"]


async def _hashed(page: Page, library: ServedLibrary, files: list[Path]) -> list[str]:
    await page.goto(f"{library.url}/empty")
    await page.evaluate(
        "document.body.append(Object.assign(document.createElement('input'), {type: 'file', multiple: true}))"
    )
    await page.locator("input").set_input_files(files)
    found: list[str] = await page.evaluate(HASH_CHOSEN, asset_url("components/uploads/file_hasher.js"))
    return found
