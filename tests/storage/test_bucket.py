"""What only a bucket can get wrong."""

import asyncio
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import httpx
import pytest
from obstore.exceptions import GenericError

from domain.files import Files
from storage.files.opened import open_files
from tests.storage.bucket import SIGNED

MEBIBYTE = 1 << 20


@pytest.fixture
def files(bucket_url: str, s3_endpoint: str | None, tmp_path: Path) -> Files:
    return open_files(bucket_url, tmp_path, s3_endpoint)


@pytest.fixture
def unfinished(bucket_url: str, s3_endpoint: str | None) -> Callable[[], int]:
    """How many multipart uploads of this test the bucket holds."""
    bucket, _, prefix = bucket_url.removeprefix("s3://").partition("/")

    def count() -> int:
        url = f"{s3_endpoint}/{bucket}?uploads"
        return httpx.get(url, headers=SIGNED, trust_env=False).raise_for_status().text.count(f"<Key>{prefix}/")

    return count


async def many_parts(then: Callable[[], object]) -> AsyncIterator[bytes]:
    for _ in range(24):
        yield bytes(MEBIBYTE // 2)
    then()
    await asyncio.Event().wait()


async def test_a_cancelled_upload_leaves_no_parts_behind(files: Files, unfinished: Callable[[], int]) -> None:
    reached = asyncio.Event()
    writing = asyncio.create_task(files.write("cut", many_parts(reached.set)))
    await reached.wait()
    assert unfinished() == 1

    writing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await writing

    assert unfinished() == 0


async def test_a_sender_who_goes_away_leaves_no_parts_behind(files: Files, unfinished: Callable[[], int]) -> None:
    def go_away() -> None:
        raise ConnectionError("the sender went away")

    with pytest.raises(ConnectionError):
        await files.write("cut", many_parts(go_away))

    assert unfinished() == 0


async def test_a_bucket_that_is_not_there_is_an_error_and_not_a_wait(tmp_path: Path, s3_endpoint: str | None) -> None:
    files = open_files("s3://no-such-bucket/prefix", tmp_path, s3_endpoint)
    with pytest.raises((FileNotFoundError, GenericError)):
        await files.probe()
    with pytest.raises((FileNotFoundError, GenericError)):
        await files.write("cut", many_parts(asyncio.Event().set))


@pytest.mark.parametrize("url", ["ftp://somewhere/", "/some/folder", "file:///some/folder", "s3", ""])
def test_any_other_address_is_refused_with_a_sentence(url: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="files can be kept at"):
        open_files(url, tmp_path, None)
