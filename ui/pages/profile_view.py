"""What the page of one person shows to one viewer: who they are, what stands between the two, and their posts."""

from dataclasses import dataclass

from domain.accounts.find_person import find_profile
from domain.graph.relationship import Profile
from domain.graph.seen_account import SeenSince
from domain.ids import AccountId
from domain.paging import Page, Window
from domain.posts.post import ShownPost
from ui.pages.posts_in_grid import FIRST
from ui.parts import Parts


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileView:
    """The newest posts this viewer may see; `requests` are people who wait to follow, for oneself alone."""

    profile: Profile
    posts: Page[ShownPost]
    requests: Page[SeenSince]


async def profile_view(parts: Parts, written: str, viewer: AccountId | None) -> ProfileView:
    """The person by id or `@handle`, for this viewer (None: not signed in). Raises AccountNotFound."""
    now = parts.clock.now()
    requests: Page[SeenSince] = Page(items=())
    async with parts.works.read() as work:
        profile = await find_profile(work, written, viewer, now)
        whose = profile.person.account.id
        posts = await work.posts.of_author(whose, viewer, Window(limit=FIRST), now)
        if whose == viewer:
            requests = await work.follows.requests(whose, Window(), now)
    return ProfileView(profile=profile, posts=posts, requests=requests)
