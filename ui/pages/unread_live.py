"""Keeps the number at the bell true on every open page: one listener for each person who has pages open.

A hint only says that something changed. How many are unread is counted anew, once for all pages of the person.
"""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

from nicegui import Client

from domain.ids import AccountId
from domain.posts.hints import NOTIFICATIONS
from ui.parts import Parts

GATHERING_SECONDS = 0.1  # hints that come together are counted together


@dataclass(slots=True)
class _Bells:
    """The open pages of one person with the number each shows, and the task that tells them."""

    shown: dict[Client, int | None] = field(default_factory=dict)
    stale: asyncio.Event = field(default_factory=asyncio.Event)
    telling: asyncio.Task[None] | None = None


_open: dict[AccountId, _Bells] = {}


def follow_unread(client: Client, parts: Parts, whose: AccountId, built_with: int | None) -> None:
    """Tell the page how many of this person's notifications are unread until it is gone.

    `built_with` is the number it shows already, None when it was built without one.
    """
    bells = _open.get(whose)
    if bells is None:
        bells = _open[whose] = _Bells()
        bells.telling = asyncio.create_task(_follow(parts, whose, bells), name="unread-live")
    bells.shown[client] = built_with
    bells.stale.set()  # what came while the page was built
    client.on_delete(lambda: _forget(whose, client))


async def _follow(parts: Parts, whose: AccountId, bells: _Bells) -> None:
    try:
        async with parts.messages.subscribe(f"account/{whose}") as hints, asyncio.TaskGroup() as both:
            both.create_task(_hear(hints, bells))
            both.create_task(_tell(parts, whose, bells))
    finally:
        if _open.get(whose) is bells:  # it failed: the next page that opens begins anew
            del _open[whose]


async def _hear(hints: AsyncIterator[str], bells: _Bells) -> None:
    async for hint in hints:
        if hint == NOTIFICATIONS:
            bells.shown = dict.fromkeys(bells.shown)  # a page that lists them is told also of the same number
            bells.stale.set()


async def _tell(parts: Parts, whose: AccountId, bells: _Bells) -> None:
    while await bells.stale.wait():
        await asyncio.sleep(GATHERING_SECONDS)
        bells.stale.clear()
        async with parts.works.read() as work:
            unread = await work.notifications.unread_count(whose, parts.clock.now())
        for client, shown in list(bells.shown.items()):
            if shown != unread:
                bells.shown[client] = unread
                client.run_javascript(f"document.dispatchEvent(new CustomEvent('kamra:unread', {{detail: {unread}}}))")


def _forget(whose: AccountId, client: Client) -> None:
    bells = _open.get(whose)
    if bells is None:
        return
    bells.shown.pop(client, None)
    if not bells.shown:
        del _open[whose]
        if bells.telling is not None:
            bells.telling.cancel()
