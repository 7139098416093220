"""Who looks at what may be seen without signing in while public pages are on."""

from typing import Annotated

from fastapi import Depends

from domain.ids import AccountId
from ui.accounts.public_pages import demand_may_look
from ui.api.credentials import MaybeViewer
from ui.parts import TheParts


async def _looker(viewer: MaybeViewer, parts: TheParts) -> AccountId | None:
    return await demand_may_look(parts, viewer)


Looker = Annotated[AccountId | None, Depends(_looker)]
