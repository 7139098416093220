"""Workers code many files, tell how far they are, and can be stopped."""

import asyncio
import base64
from pathlib import Path

import pytest

from tests.browser.rooms.jpeg.conftest import WithCoder
from tests.rooms.jpeg.pictures import pictures
from tests.rooms.jpeg.real_photographs import real_photographs

_MANY = """
  const pool = new JpegPool(2);
  const files = given[0].map(from64);
  const packed = await Promise.all(files.map((file) => pool.encode(new Blob([file]))));
  const back = await Promise.all(packed.map((one) => pool.decode(one)));
  pool.close();
  return back.map(to64);
"""
_HEARD = """
  const pool = new JpegPool(1);
  const shares = [];
  const file = from64(given[0]);
  const packed = await pool.encode(file, { progress: (share) => shares.push(share) });
  const parts = [];
  const whole = await pool.decode(packed, { part: (bytes) => parts.push(bytes) });
  pool.close();
  const joined = new Uint8Array(await new Blob(parts).arrayBuffer());
  const isFile = (bytes) => bytes.length === file.length && bytes.every((byte, n) => byte === file[n]);
  return { shares, same: isFile(joined) && isFile(whole), smaller: packed.length < file.length };
"""
_STOPPED = """
  const pool = new JpegPool(1);
  const file = from64(given[0]);
  const control = new AbortController();
  const first = reasonOf(pool.encode(file, { signal: control.signal }));
  const second = reasonOf(pool.encode(file, { signal: control.signal }));
  const third = pool.encode(file);
  control.abort();
  const ends = [await first, await second, (await third).length < file.length];
  const refused = await reasonOf(pool.encode(from64(given[0]).subarray(1)));
  const last = reasonOf(pool.encode(file));
  pool.close();
  return [...ends, refused, await last];
"""


async def test_two_workers_give_back_every_file_in_its_place(with_coder: WithCoder) -> None:
    files = [pictures()[name] for name in ("420", "444-progressive", "CMYK", "gain-map", "17x1")]
    assert [base64.b64decode(one) for one in await with_coder(_MANY, files)] == files


async def test_progress_rises_to_the_end_and_the_parts_are_the_file(with_coder: WithCoder) -> None:
    heard = await with_coder(_HEARD, pictures()["tail"])
    assert heard["same"]
    assert heard["shares"] == sorted(heard["shares"])
    assert heard["shares"][-1] == 1


async def test_work_can_be_stopped_and_the_next_goes_on(with_coder: WithCoder) -> None:
    ends = await with_coder(_STOPPED, pictures()["444"])
    assert ends == ["AbortError", "AbortError", True, "not_jpeg", "AbortError"]


@pytest.mark.parametrize("photograph", real_photographs("orient1_landscape.jpg"), ids=lambda it: it.name)
async def test_a_real_photograph_comes_back_and_was_smaller(with_coder: WithCoder, photograph: Path) -> None:
    heard = await with_coder(_HEARD, await asyncio.to_thread(photograph.read_bytes))
    assert heard["same"]
    assert heard["smaller"]
