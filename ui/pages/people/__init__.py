"""The page of the person who runs this Kamra: who is here, who may come, and who may look in."""

from fastapi import Request
from nicegui import ui

from ui.components.words import Facts, heading
from ui.pages.own_page import own_page
from ui.pages.people.decisions import show_decisions
from ui.pages.people.invites import show_invites
from ui.pages.people.members import show_members
from ui.pages.people.totals import totals_text
from ui.pages.signed_in import SignedInAdmin
from ui.parts import parts_of
from ui.theme import people_texts as texts

STYLES = ("theme/settings.css",)


def register_people() -> None:
    """Serve `/people`."""

    @ui.page("/people")
    async def people(request: Request, actor: SignedInAdmin) -> None:
        parts = parts_of(request)
        with own_page(request, actor, "people", texts.PEOPLE, styles=STYLES):
            heading(texts.PEOPLE, level=1)
            totals = Facts(await totals_text(parts))
            await show_members(parts, actor, totals)
            await show_invites(parts, actor, request)
            await show_decisions(parts)
