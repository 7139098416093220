"""The first posts of a grid, as JSON that the page begins with."""

import dataclasses
from collections.abc import Mapping

from domain.ids import AccountId
from domain.paging import Page
from domain.posts.post import ShownPost
from ui.api.post_shapes import post_for
from ui.parts import Parts
from ui.theme.assets import LIBRARY

GRID_MODULE = "components/post_grid/post_grid.js"
GRID_STYLES = (LIBRARY, "theme/people.css")
FIRST = 30  # posts that come with a page


def posts_in_grid(parts: Parts, page: Page[ShownPost], viewer: AccountId) -> Mapping[str, object]:
    """`{items, next_cursor}` as the API gives them, but of each post only the first picture, which is all a grid shows.

    `pictures` says how many it has.
    """
    return {"items": [_first_picture(parts, one, viewer) for one in page.items], "next_cursor": page.next_cursor}


def _first_picture(parts: Parts, shown: ShownPost, viewer: AccountId) -> Mapping[str, object]:
    post = post_for(parts, dataclasses.replace(shown, pictures=shown.pictures[:1]), viewer)
    return {**post.model_dump(mode="json"), "pictures": len(shown.pictures)}
