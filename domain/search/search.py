"""What can be found, behind one protocol."""

from datetime import datetime
from typing import Protocol

from domain.graph.seen_account import SeenAccount
from domain.ids import AccountId
from domain.paging import Page, Window
from domain.posts.post import ShownPost
from domain.search.question import PostQuestion


class Search(Protocol):
    """People and posts that a viewer may see, newest first, each once over all pages."""

    async def people(
        self, question: tuple[str, ...], viewer: AccountId, window: Window, now: datetime
    ) -> Page[SeenAccount]:
        """People whose handle and name hold all of it (folded)."""
        ...

    async def posts(self, question: PostQuestion, viewer: AccountId, window: Window, now: datetime) -> Page[ShownPost]:
        """Posts that answer the question.

        A page looks at a bounded number of posts: where the viewer may see few of those that fit, it may hold fewer
        than asked for, or none, and still have a next one.
        """
        ...
