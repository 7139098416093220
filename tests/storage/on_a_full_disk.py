"""Run by test_full_disk.py on a file system of 4 MiB: fills it through the adapter, then goes on using it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

from domain.files import OutOfSpace
from storage.files.local import LocalFiles

MEBIBYTE = 1 << 20


async def mebibytes(count: int) -> AsyncIterator[bytes]:
    for _ in range(count):
        yield bytes(MEBIBYTE)


async def fill_and_recover(root: Path) -> None:
    files = LocalFiles(root)
    await files.write("kept", mebibytes(2))
    try:
        await files.write("too-large", mebibytes(8))
    except OutOfSpace:
        pass
    else:
        raise AssertionError("8 MiB went onto a disk of 4 MiB")
    assert [file.key async for file in files.list()] == ["kept"]
    assert await files.remove_leftovers() == 0
    assert sum([len(chunk) async for chunk in files.read("kept")]) == 2 * MEBIBYTE
    await files.delete(["kept"])
    assert (await files.write("next", mebibytes(3))).bytes == 3 * MEBIBYTE


if __name__ == "__main__":
    asyncio.run(fill_and_recover(Path(sys.argv[1])))
