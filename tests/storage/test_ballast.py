"""Ballast is really allocated, given up when nothing else is left, and made again when there is room (C32)."""

import shutil
from pathlib import Path

from storage.files.ballast import Ballast
from tests.storage.small_disk import run_on_small_disk

MEBIBYTE = 1 << 20


def test_c32_a_server_on_a_really_full_disk_refuses_uploads_and_does_everything_else(tmp_path: Path) -> None:
    ran = run_on_small_disk("tests.storage.on_a_full_disk_with_ballast", tmp_path, mebibytes=64)
    assert ran.returncode == 0, ran.stderr


async def test_ballast_is_a_quarter_of_the_reserve_and_really_takes_it(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", 4 * MEBIBYTE)
    assert await ballast.keep() == 1
    assert (tmp_path / "ballast").stat().st_size == MEBIBYTE
    assert (tmp_path / "ballast").stat().st_blocks * 512 >= MEBIBYTE
    assert await ballast.keep() == 0
    ballast.give_up_when_tight()
    assert (tmp_path / "ballast").exists()


async def test_no_ballast_where_it_would_touch_the_reserve(tmp_path: Path) -> None:
    reserve = shutil.disk_usage(tmp_path).free
    assert await Ballast(tmp_path / "ballast", reserve).keep() == 0
    assert not (tmp_path / "ballast").exists()


async def test_no_ballast_without_a_reserve(tmp_path: Path) -> None:
    ballast = Ballast(tmp_path / "ballast", 0)
    assert await ballast.keep() == 0
    ballast.give_up_when_tight()
    assert not (tmp_path / "ballast").exists()


def test_ballast_is_given_up_when_the_disk_is_all_but_full(tmp_path: Path) -> None:
    path = tmp_path / "ballast"
    path.write_bytes(b"some")
    more_than_any_disk = 1 << 62
    Ballast(path, more_than_any_disk).give_up_when_tight()
    assert not path.exists()
