"""What one is told that others did, `/notifications`."""

from fastapi import Request
from nicegui import ui

from domain.paging import Window
from ui.api.notifications import notifications_of
from ui.components.plain_module import PlainModule
from ui.pages.own_page import own_page
from ui.pages.signed_in import SignedIn
from ui.parts import parts_of
from ui.theme.page_texts import NOTIFICATIONS

MODULE = "components/notifications/notifications.js"
STYLES = ("theme/told.css", "theme/people.css")


def register_notifications() -> None:
    """Serve the address."""

    @ui.page("/notifications")
    async def notifications(request: Request, actor: SignedIn) -> None:
        first = await notifications_of(parts_of(request), actor.account.id, Window())
        with own_page(request, actor, "notifications", NOTIFICATIONS, styles=STYLES):
            PlainModule(MODULE, first.model_dump(mode="json"))
