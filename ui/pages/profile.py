"""The page of one person, `/@handle`: who they are, and the wall of their posts."""

from collections.abc import Mapping

from fastapi import Request
from nicegui import ui

from domain.accounts.actor import Actor
from ui.api.account_shapes import user_for
from ui.api.graph_shapes import relationship_shape
from ui.components.plain_module import PlainModule
from ui.pages.own_page import own_page
from ui.pages.posts_in_grid import GRID_STYLES, posts_in_grid
from ui.pages.profile_view import ProfileView, profile_view
from ui.pages.signed_in import SignedIn
from ui.parts import Parts, parts_of

MODULE = "components/people/wall.js"


def register_profile() -> None:
    """Serve the address."""

    @ui.page("/@{handle}")
    async def profile(request: Request, actor: SignedIn, handle: str) -> None:
        parts = parts_of(request)
        view = await profile_view(parts, f"@{handle}", actor.account.id)
        person = view.profile.person.account
        active = "profile" if person.id == actor.account.id else ""
        with own_page(request, actor, active, person.display_name, styles=GRID_STYLES, width="full"):
            PlainModule(MODULE, _first(parts, view, actor))


def _first(parts: Parts, view: ProfileView, actor: Actor) -> Mapping[str, object]:
    viewer = actor.account.id
    return {
        "user": user_for(parts, view.profile.person, viewer).model_dump(mode="json"),
        "between": relationship_shape(view.profile.relationship).model_dump(),
        "is_own": view.profile.person.account.id == viewer,
        "posts": posts_in_grid(parts, view.posts, viewer),
        "requests": {
            "items": [
                {"user": user_for(parts, one.person, viewer).model_dump(mode="json")} for one in view.requests.items
            ],
            "next_cursor": view.requests.next_cursor,
        },
    }
