"""The number at the bell of open pages: one listener for a person's pages, and nothing left once they are closed."""

import asyncio
import re
from collections.abc import Callable
from typing import cast

from nicegui import Client

from domain.ids import AccountId, new_uuid
from domain.posts.hints import Hints, hint
from ui.pages import unread_live
from ui.pages.unread_live import follow_unread
from ui.parts import Parts


class OpenPage:
    """What a page in a browser would be told; the browser itself is in `tests/browser/test_notifications.py`."""

    def __init__(self) -> None:
        self.told: asyncio.Queue[int] = asyncio.Queue()
        self.leave: Callable[[], None] = lambda: None

    def on_delete(self, then: Callable[[], None]) -> None:
        self.leave = then

    def run_javascript(self, code: str) -> None:
        found = re.search(r"detail: (\d+)", code)
        assert found
        self.told.put_nowait(int(found[1]))

    def follow(self, parts: Parts, whose: AccountId, shows: int | None) -> None:
        follow_unread(cast("Client", self), parts, whose, shows)


async def test_a_page_that_shows_another_number_is_told_and_a_hint_reaches_all(parts: Parts) -> None:
    whose = AccountId(new_uuid())
    first, second = OpenPage(), OpenPage()
    first.follow(parts, whose, 3)
    second.follow(parts, whose, 0)
    async with asyncio.timeout(10):
        assert await first.told.get() == 0
        assert second.told.empty()
        await hint(parts.messages, Hints(told=[whose]))
        assert [await first.told.get(), await second.told.get()] == [0, 0]
    first.leave()
    assert whose in unread_live._open
    second.leave()
    assert whose not in unread_live._open
