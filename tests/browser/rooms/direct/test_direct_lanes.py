"""How many connections carry frames, and when somebody is told that it is too slow."""

from typing import Any

from playwright.async_api import Page

from tests.browser.conftest import ServedLibrary
from ui.theme.assets import asset_url

# A pair whose connections are always full, together as fast as `speeds` says for so many of them.
WIDENED = """(() => {
  const pair = { open: [], connect() { this.open.push({ hasRoom: true, waiting: 1 }); } };
  const lanes = new m.Lanes(pair);
  pair.connect();
  const carry = () => {
    const full = pair.open.filter(() => true);
    full.forEach((one) => (one.hasRoom = true));
    let count = 0;
    for (let one = lanes.next(); one; one = lanes.next()) { one.hasRoom = false; count += 1; }
    return count;
  };
  let left = 0;
  for (let now = 0; now < 6_000; now += 100) { left += given[0][carry() - 1] * 100; lanes.look(now, left); }
  return carry();
})()"""
SLOW = """(() => {
  const slow = new m.Slowness();
  return given[0].map(([at, rate, isBusy]) => slow.look(rate, isBusy, at * 1000) ? slow.isSlow : null);
})()"""


async def _asked(page: Page, library: ServedLibrary, module: str, expression: str, *given: Any) -> Any:
    await page.goto(f"{library.url}/empty")
    script = f"async ([address, ...given]) => {{ const m = await import(address); return ({expression}); }}"
    return await page.evaluate(script, [asset_url(f"rooms/page/direct/{module}.js"), *given])


async def test_one_connection_more_is_used_while_that_is_faster(page: Page, library: ServedLibrary) -> None:
    assert await _asked(page, library, "lanes", WIDENED, [100, 200, 300, 400, 500]) == 4
    assert await _asked(page, library, "lanes", WIDENED, [100, 200, 205, 400, 500]) == 3
    assert await _asked(page, library, "lanes", WIDENED, [100, 101, 300, 400, 500]) == 2


async def test_slow_is_said_after_ten_seconds_and_again_when_it_is_over(page: Page, library: ServedLibrary) -> None:
    told = [(0, 5_000, True), (9, 5_000, True), (10, 5_000, True), (11, 5_000, True), (12, 300_000, True)]
    assert await _asked(page, library, "goodput", SLOW, told) == [None, None, True, None, False]


async def test_nothing_to_do_is_not_slow(page: Page, library: ServedLibrary) -> None:
    assert await _asked(page, library, "goodput", SLOW, [(0, 0, True), (9, 0, False), (12, 0, True)]) == [None] * 3
