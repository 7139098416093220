"""The socket's page side over a stand-in for the server: how it joins, what ends it, and when it tries again."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.async_api import Page, WebSocketRoute

from tests.browser.conftest import ServedLibrary
from ui.theme.assets import asset_url

ME, YOU = "00" * 12, "11" * 12
_OPEN = """async ([secretAt, socketAt, signallingAt, me]) => {
  const { roomKeys } = await import(secretAt);
  const { RoomSocket } = await import(socketAt);
  const { Signals } = await import(signallingAt);
  const keys = await roomKeys(new Uint8Array(32).fill(7));
  window.heard = [];
  window.socket = new RoomSocket(keys, me, (what) => heard.push(what));
  window.sealed = (from, to, ...numbers) => {
    const line = new Signals(keys, from);
    return Promise.all(numbers.map((number) => line.seal(to, "one", { number })));
  };
  return { auth: keys.auth, roomId: keys.roomId };
}"""


@dataclass
class StubSockets:
    """Every socket that the page opened, newest last, and what it said on them."""

    sockets: list[WebSocketRoute] = field(default_factory=list)
    said: list[Any] = field(default_factory=list)

    def take(self, socket: WebSocketRoute) -> None:
        self.sockets.append(socket)
        socket.on_message(self._hear)

    def _hear(self, text: str | bytes) -> None:
        self.said.append(text)


@pytest.fixture
async def stub(page: Page, library: ServedLibrary) -> StubSockets:
    """A page that has come into a room whose server says what the test says."""
    stub = StubSockets()
    await page.clock.install(time=0)
    await page.route_web_socket("**/socket", stub.take)
    await page.goto(f"{library.url}/empty")
    await page.clock.pause_at(3_600_000)  # from here on time passes only when a test says so
    modules = [asset_url(f"rooms/page/{name}.js") for name in ("secret", "room_socket", "signalling")]
    keys = await page.evaluate(_OPEN, [*modules, ME])
    await _until(page, lambda: stub.said)
    assert stub.said == [f'{{"type":"join","auth":"{keys["auth"]}","peer":"{ME}"}}']
    assert stub.sockets[0].url.endswith(f"/api/v1/rooms/{keys['roomId']}/socket")
    stub.said.clear()
    return stub


async def test_what_the_server_says_is_heard_in_its_order(page: Page, stub: StubSockets) -> None:
    told = ['{"type":"welcome","peers":[],"last_seq":3}', '{"type":"entry","seq":4}', '{"type":"of a later protocol"}']
    for text in told:
        stub.sockets[0].send(text)
    assert await _heard(page, 3) == ["welcome", "entry", "of a later protocol"]


async def test_signals_are_opened_in_order_and_once_and_forged_ones_are_told(page: Page, stub: StubSockets) -> None:
    one, two, three = await page.evaluate("([from, to]) => sealed(from, to, 1, 2, 3)", [YOU, ME])
    for sealed in (one, two, three, two, one[:-3] + "AAA"):
        stub.sockets[0].send(f'{{"type":"signal","from":"{YOU}","sealed":"{sealed}"}}')
    assert await _heard(page, 4) == ["signal", "signal", "signal", "forged"]
    numbers = "heard.flatMap(({ message }) => message?.number ?? [])"
    assert await page.evaluate(numbers) == [1, 2, 3]


async def test_signals_are_sent_in_their_order_while_there_is_a_line(page: Page, stub: StubSockets) -> None:
    send = "([to]) => Promise.all([1, 2, 3].map((number) => socket.signal(to, 'one', { number })))"
    assert await page.evaluate(send, [YOU]) == [False] * 3
    stub.sockets[0].send('{"type":"welcome","peers":[]}')
    await _heard(page, 1)
    assert await page.evaluate(send, [YOU]) == [True] * 3
    await _until(page, lambda: len(stub.said) == 3)
    opened = """async ([signallingAt, secretAt, me, you, ...said]) => {
      const { Signals } = await import(signallingAt);
      const { roomKeys } = await import(secretAt);
      const line = new Signals(await roomKeys(new Uint8Array(32).fill(7)), you);
      const sealed = said.map((text) => JSON.parse(text)).map((one) => line.open(me, one.sealed));
      return (await Promise.all(sealed)).map((message) => message.number);
    }"""
    modules = [asset_url(f"rooms/page/{name}.js") for name in ("signalling", "secret")]
    assert await page.evaluate(opened, [*modules, ME, YOU, *stub.said]) == [1, 2, 3]


@pytest.mark.parametrize(("code", "why"), [(4401, "auth"), (4404, "unknown"), (4410, "over")])
async def test_what_ends_a_room_is_told_and_nothing_is_tried_again(
    page: Page, stub: StubSockets, code: int, why: str
) -> None:
    await stub.sockets[0].close(code=code)
    assert await _heard(page, 1) == ["ended"]
    assert await page.evaluate("heard[0].why") == why
    await page.clock.run_for(60_000)
    assert len(stub.sockets) == 1


async def test_a_line_that_is_lost_is_taken_up_again_at_longer_and_longer_intervals(
    page: Page, stub: StubSockets
) -> None:
    for lost, pause in enumerate((500, 1000, 2000)):
        await stub.sockets[-1].close(code=1012, reason="restarting")
        await _heard(page, lost + 1)
        await page.clock.run_for(pause // 2 - 50)
        assert len(stub.sockets) == lost + 1
        await page.clock.run_for(pause // 2 + 50)
        await _until(page, lambda sockets=lost + 2: len(stub.sockets) == sockets)
    assert await page.evaluate("heard.at(-1)") == {"type": "lost", "reason": "restarting", "isSlowed": False}
    await _until(page, lambda: len(stub.said) == 3)


async def test_who_was_too_fast_waits_longer(page: Page, stub: StubSockets) -> None:
    await stub.sockets[0].close(code=4429, reason="message_too_soon")
    await _heard(page, 1)
    assert await page.evaluate("heard[0]") == {"type": "lost", "reason": "message_too_soon", "isSlowed": True}
    await page.clock.run_for(9_900)
    assert len(stub.sockets) == 1
    await page.clock.run_for(200)
    await _until(page, lambda: len(stub.sockets) == 2)


async def test_a_line_that_does_not_answer_is_given_up(page: Page, stub: StubSockets) -> None:
    stub.sockets[0].send('{"type":"welcome","peers":[]}')
    await _heard(page, 1)
    await page.clock.run_for(15_000)
    await _until(page, lambda: stub.said == ['{"type":"ping"}'])
    stub.sockets[0].send('{"type":"pong"}')
    stub.sockets[0].send('{"type":"changed"}')
    await _heard(page, 2)
    await page.clock.run_for(15_000)
    await _until(page, lambda: len(stub.said) == 2)
    assert await _heard(page, 2) == ["welcome", "changed"]
    await page.clock.run_for(15_000)
    assert await _heard(page, 3) == ["welcome", "changed", "lost"]
    assert await page.evaluate("heard.at(-1).reason") == "silent"


async def test_when_the_device_is_online_again_nobody_waits(page: Page, stub: StubSockets) -> None:
    await stub.sockets[0].close(code=1001)
    await _heard(page, 1)
    await page.evaluate("dispatchEvent(new Event('online'))")
    await _until(page, lambda: len(stub.sockets) == 2)
    await page.clock.run_for(60_000)
    assert len(stub.sockets) == 2 + await page.evaluate("heard.filter(({ reason }) => reason === 'silent').length")


async def test_who_leaves_does_not_come_back(page: Page, stub: StubSockets) -> None:
    await page.evaluate("socket.close()")
    await page.clock.run_for(60_000)
    assert len(stub.sockets) == 1
    assert await page.evaluate("heard") == []


async def _heard(page: Page, count: int) -> list[str]:
    """The types of what was heard, once there are so many."""
    await page.wait_for_function("(count) => heard.length >= count", arg=count, polling=20)
    return await page.evaluate("heard.map(({ type }) => type)")


async def _until(page: Page, is_so: Any) -> None:
    """Return when it is so; each look gives the page and the test's own loop a turn."""
    for _ in range(1500):
        if is_so():
            return
        await page.evaluate("1")
    pytest.fail("it never was")
