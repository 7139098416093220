"""ZIPs of what a room holds: other programs unpack them, and no name in them leads anywhere else."""

import base64
import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.browser.rooms.pieces.conftest import Piece

ZIPPED = """
  const zip = new m.Zip();
  for (const [path, content] of given[0]) await zip.add(path, new Blob([binary(content)]), { modified: given[1] });
  return text(new Uint8Array(await zip.blob().arrayBuffer()));
"""
A_MORNING = 1_714_543_200_000  # ms


async def test_other_programs_find_nothing_wrong(piece: Piece, tmp_path: Path) -> None:
    files = {"a.jpg": b"one" * 70_000, "Zürich/see/b 😀.png": b"two", "empty": b""}
    path = tmp_path / "room.zip"
    path.write_bytes(await _zipped(piece, list(files.items())))
    _demand_sound(path)
    with zipfile.ZipFile(path) as zipped:
        assert {info.filename: zipped.read(info) for info in zipped.infolist()} == files
        assert zipped.infolist()[0].date_time[:2] in {(2024, 5), (2024, 4)}  # in whichever zone the browser is
        assert {info.external_attr >> 16 for info in zipped.infolist()} == {0o100644}


async def test_names_are_harmless_and_each_is_there_once(piece: Piece) -> None:
    told = {
        "../../x": "x",
        "/etc/passwd": "etc/passwd",
        "C:\\Windows\\a.dll": "C_/Windows/a.dll",
        "a/./../b.jpg": "a/b.jpg",
        "A/B.jpg": "A/B (2).jpg",
        "a/b.JPG": "a/b (3).JPG",
        "con.txt": "_con.txt",
        "tab\there\nand\0there": "tab_here_and_there",
        "..": "file",
        "": "file (2)",
    }
    content = await _zipped(piece, [(path, b"") for path in told])
    with zipfile.ZipFile(io.BytesIO(content)) as zipped:
        assert zipped.namelist() == list(told.values())


async def test_an_empty_one_is_one(piece: Piece) -> None:
    assert zipfile.ZipFile(io.BytesIO(await _zipped(piece, []))).namelist() == []


async def test_a_file_of_five_gibibytes_and_what_stands_behind_it_are_found(piece: Piece, tmp_path: Path) -> None:
    large = {"name": "film.mov", "size": 5 * 1024**3, "crc": 0x12345678, "modified": A_MORNING, "at": 0}
    small = {"name": "a.txt", "size": 5, "crc": 0x3610A686, "modified": A_MORNING}
    first, second, lists, ends = await piece(
        "zip_records",
        """
        const [large, small] = given;
        const first = m.localRecord(large);
        small.at = first.length + large.size;
        const second = m.localRecord(small);
        const lists = [large, small].map(m.listRecord);
        const length = lists.reduce((sum, list) => sum + list.length, 0);
        const end = m.endRecord({ count: 2, at: small.at + second.length + small.size, length });
        return [text(first), text(second), lists.map(text), text(end)];""",
        large,
        small,
    )
    path = tmp_path / "large.zip"
    with path.open("wb") as out:
        out.write(base64.b64decode(first))
        out.seek(large["size"], io.SEEK_CUR)  # a hole, which takes no place on the disk
        for record in (base64.b64decode(second), b"hello", *map(base64.b64decode, lists), base64.b64decode(ends)):
            out.write(record)
    with zipfile.ZipFile(path) as zipped:
        infos = zipped.infolist()
        assert [(info.filename, info.file_size) for info in infos] == [("film.mov", large["size"]), ("a.txt", 5)]
        assert zipped.read("a.txt") == b"hello"
        with zipped.open("film.mov") as film:
            assert film.read(1000) == bytes(1000)


@pytest.mark.parametrize("count", [65_534, 65_535, 70_000])
async def test_more_files_than_fit_into_two_bytes_are_counted(piece: Piece, count: int) -> None:
    end = await piece("zip_records", "return text(m.endRecord({ count: given[0], at: 0, length: 0 }));", count)
    content = base64.b64decode(end)
    assert content.startswith(b"PK\x05\x06" if count < 65_535 else b"PK\x06\x06")
    assert len(content) == (22 if count < 65_535 else 56 + 20 + 22)


async def test_putting_one_together_can_be_called_off(piece: Piece) -> None:
    found = await piece(
        "zip",
        """
        const stop = new AbortController();
        const told = [];
        const progress = (bytes) => told.push(bytes) && stop.abort();
        const blob = new Blob([new Uint8Array(9e6)]);
        return [await codeOf(new m.Zip().add("a", blob, { signal: stop.signal, progress })), told.length];""",
    )
    assert found == [20, 1]  # the code of an AbortError


def _demand_sound(path: Path) -> None:
    programs = [[sys.executable, "-m", "zipfile", "-t"], *([["unzip", "-tqq"]] if shutil.which("unzip") else [])]
    for program in programs:
        done = subprocess.run([*program, path], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


async def _zipped(piece: Piece, files: list[tuple[str, bytes]]) -> bytes:
    told: list[Any] = [[path, base64.b64encode(content).decode()] for path, content in files]
    return base64.b64decode(await piece("zip", ZIPPED, told, A_MORNING))
