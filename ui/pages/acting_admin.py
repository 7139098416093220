"""The same as `acting`, for what only the person who runs this Kamra may press."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from ui.components.field import Field
from ui.pages.acting import Acting, acting


@asynccontextmanager
async def acting_admin(**fields: Field) -> AsyncIterator[Acting]:
    """See `acting`; somebody who was an admin when the page was built and is none now is told so."""
    async with acting(**fields) as it:
        it.actor.demand_admin()
        yield it
