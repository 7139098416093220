"""Posts one below the other: one element for any number of them, its first page inline."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nicegui import ui
from nicegui.events import GenericEventArguments

from ui.components.inline_json import inline_json
from ui.theme.assets import FEED, asset_url

STYLES = (FEED, "theme/people.css")
MODULE = "components/feed/feed.js"
FIRST_POSTS = "k-first-posts"
MOST_SHOWN = 2000  # posts of one page whose changes are told to it


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPosts:
    """What the page begins with: `posts` and their `talk` as the API gives them.

    `alone` is for the page of a single post, whose comments are all there.
    """

    posts: Sequence[Mapping[str, object]]
    talk: Sequence[Mapping[str, object]]
    next_cursor: str | None = None
    alone: bool = False


class Feed(ui.element, component="feed.js"):
    """The column of posts; further pages, likes and comments go over the REST API."""

    def __init__(self, first: FirstPosts, *, handle: str, invites: bool) -> None:
        super().__init__()
        self.shown = {str(post["id"]) for post in first.posts}
        self.is_alone = first.alone
        self._props["module"] = asset_url(MODULE)
        self._props["first_posts"] = inline_json(
            FIRST_POSTS,
            {
                "posts": first.posts,
                "talk": first.talk,
                "next_cursor": first.next_cursor,
                "alone": first.alone,
                "handle": handle,
                "invites": invites,
            },
        )
        self.on("shows", self._on_shows)

    def tell_changed(self, post_ids: Sequence[str]) -> None:
        """Something about these posts changed or they are gone; the page asks what it may see now."""
        self.run_method("changed", post_ids)

    def tell_news(self) -> None:
        """There may be new posts; the page asks which."""
        self.run_method("news")

    def _on_shows(self, event: GenericEventArguments) -> None:
        said = event.args if isinstance(event.args, list) else []
        fresh = [one for one in said if isinstance(one, str) and len(one) <= 36]
        self.shown.update(fresh[: max(0, MOST_SHOWN - len(self.shown))])
