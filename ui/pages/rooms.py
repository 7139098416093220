"""My rooms, `/rooms`: what one has open; the rooms themselves are at `/r`, which is told of no link."""

from typing import Annotated, Literal

from fastapi import Depends, Request
from nicegui import ui

from domain.paging import MAX_LIMIT, Window
from ui.api.rooms import own_rooms
from ui.components.plain_module import PlainModule
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.assets import ROOMS
from ui.theme.page_texts import ROOMS_TITLE

MODULE = "components/rooms/rooms.js"


async def _wants(open: str = "") -> Literal["", "open", "send"]:  # the name in the address
    """What somebody came for: `open` for a new room, `send` for one that takes what is handed over."""
    return "send" if open == "send" else "open" if open else ""


def register_rooms() -> None:
    """Serve the address."""

    @ui.page("/rooms")
    async def rooms(request: Request, actor: SignedIn, wants: Annotated[str, Depends(_wants)]) -> None:
        parts = parts_of(request)
        mine = await own_rooms(parts, actor.account.id, Window(limit=MAX_LIMIT))
        first = {**mine.model_dump(mode="json"), "days": parts.settings.room_days, "wants": wants}
        with own_page(request, actor, "rooms", ROOMS_TITLE, styles=(ROOMS,)):
            PlainModule(MODULE, first)
