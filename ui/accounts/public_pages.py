"""Whether somebody who is not signed in may see public things: the setting, else what the owner decided."""

from domain.accounts.actor import Actor, Scope
from domain.accounts.decisions import PUBLIC_PAGES
from domain.errors import NotSignedIn
from domain.ids import AccountId
from ui.parts import Parts


async def public_pages(parts: Parts) -> bool:
    """Whether public pages are on."""
    if parts.settings.public_pages is not None:
        return parts.settings.public_pages == "on"
    async with parts.works.read() as work:
        return await work.decisions.is_on(PUBLIC_PAGES)


async def demand_may_look(parts: Parts, viewer: Actor | None) -> AccountId | None:
    """For whose eyes things are shown. Raises ScopeMissing, and NotSignedIn for nobody while public pages are off."""
    if viewer is not None:
        viewer.demand(Scope.READ)
        return viewer.account.id
    if not await public_pages(parts):
        raise NotSignedIn
    return None
