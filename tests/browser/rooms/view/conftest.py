"""The room page over a stub engine: one page for every test, which says what it shows and reads what it was asked."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, ConsoleMessage, Page, ViewportSize
from starlette.types import ASGIApp

from tests.browser.conftest import PATIENCE
from tests.browser.rooms.stub_room import stub_room

DESK = ViewportSize(width=1280, height=800)


@dataclass
class Room:
    """The page and what the stub engine knows."""

    page: Page
    complaints: list[str] = field(default_factory=list)

    def heard(self, said: ConsoleMessage) -> None:
        """Note what the page complained of."""
        if said.type == "error":
            self.complaints.append(said.text)

    async def show(self, changes: str = "{}") -> None:
        """Show a room that differs in these from an empty one; an expression, in which `room` makes frames."""
        await self.page.evaluate(f"() => room.reset({changes})")

    async def change(self, changes: str) -> None:
        """Show the same room with these changes."""
        await self.page.evaluate(f"() => room.show({changes})")

    async def asked(self, name: str) -> list[list[Any]]:
        """What an action was called with, each time."""
        return await self.page.evaluate(
            "(name) => room.calls.filter(([one]) => one === name).map((c) => c.slice(1))", name
        )

    async def until_asked(self, name: str) -> list[Any]:
        """The arguments of the first call of an action."""
        await self.page.wait_for_function("(name) => room.calls.some(([one]) => one === name)", arg=name)
        return (await self.asked(name))[0]

    async def lets_everybody_in(self) -> None:
        """No rule of axe is broken by what is shown now."""
        found = await Axe().run(self.page)
        assert found.violations_count == 0, found.generate_report()


@pytest.fixture(scope="session")
async def shared_room(browser: Browser, switch: tuple[str, Any]) -> AsyncIterator[tuple[Room, ASGIApp]]:
    """A page that stays from test to test, and what serves it."""
    url, switched = switch
    switched.app = stub = stub_room()
    context = await browser.new_context(viewport=DESK, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = await context.new_page()
    room = Room(page=page)
    page.on("console", room.heard)
    page.on("pageerror", lambda error: room.complaints.append(error.stack or str(error)))
    await page.goto(f"{url}/r")
    await page.wait_for_function("() => window.room")
    yield room, stub
    await context.close()


@pytest.fixture
async def room(shared_room: tuple[Room, ASGIApp], switch: tuple[str, Any]) -> AsyncIterator[Room]:
    """The page of a desk's size, with an empty room."""
    room, switch[1].app = shared_room
    await room.page.set_viewport_size(DESK)
    room.complaints.clear()
    await room.show()
    yield room
    assert room.complaints == []
