"""Where moderators look at reports and appeals, restore, and read what was done: `/moderation`."""

from collections.abc import Mapping

from fastapi import Request
from nicegui import ui

from domain.accounts.actor import Actor
from domain.moderation.appeal import AppealState
from domain.moderation.flag import FlagState
from domain.paging import Window
from ui.api.appeals import list_appeals
from ui.api.audit import list_audit
from ui.api.flags import list_flags
from ui.api.takedowns import list_taken_down
from ui.components.plain_module import PlainModule
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedInModerator
from ui.parts import parts_of
from ui.theme.page_texts import MODERATION

MODULE = "components/moderation/desk.js"
STYLES = ("theme/desk.css", "theme/people.css")


def register_moderation() -> None:
    """Serve the four addresses; the browser's half of them is in `ui/components/moderation_texts.js`."""

    @ui.page("/moderation")
    async def reports(request: Request, actor: SignedInModerator) -> None:
        first = await list_flags(actor, parts_of(request), Window(), FlagState.OPEN)
        _show(request, actor, "reports", first.model_dump(mode="json"))

    @ui.page("/moderation/appeals")
    async def appeals(request: Request, actor: SignedInModerator) -> None:
        first = await list_appeals(actor, parts_of(request), Window(), AppealState.OPEN)
        _show(request, actor, "appeals", first.model_dump(mode="json"))

    @ui.page("/moderation/taken-down")
    async def taken_down(request: Request, actor: SignedInModerator) -> None:
        first = await list_taken_down(actor, parts_of(request))
        _show(request, actor, "taken-down", first.model_dump(mode="json"))

    @ui.page("/moderation/audit")
    async def audit(request: Request, actor: SignedInModerator) -> None:
        first = await list_audit(actor, parts_of(request), Window())
        _show(request, actor, "audit", first.model_dump(mode="json"))


def _show(request: Request, actor: Actor, part: str, first: Mapping[str, object]) -> None:
    with own_page(request, actor, "moderation", MODERATION, styles=STYLES):
        PlainModule(MODULE, {"part": part, **first})
