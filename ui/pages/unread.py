"""How many notifications somebody has not read, asked before their page is built: building it waits for nothing."""

from fastapi import Request

from domain.accounts.actor import Actor
from ui.parts import parts_of


async def note_unread(request: Request, actor: Actor) -> None:
    """Count them for the page that answers this request."""
    parts = parts_of(request)
    async with parts.works.read() as work:
        request.state.unread = await work.notifications.unread_count(actor.account.id, parts.clock.now())


def unread_of(request: Request) -> int | None:
    """The number, None where nobody counted: such a page is told once it is open."""
    return getattr(request.state, "unread", None)
