"""A person for anybody, `/@handle`: who they are, and the wall of their public posts."""

from fastapi import APIRouter, Request, Response

from domain.accounts.find_person import find_profile
from domain.graph.seen_account import SeenAccount
from domain.paging import Page, parse_window
from domain.posts.post import ShownPost
from ui.accounts.address import own_address
from ui.parts import TheParts
from ui.public.in_short import in_short
from ui.public.link_preview import LinkPreview
from ui.public.nobody import answer_nobody
from ui.public.shown_picture import first_picture_of
from ui.public.stable_addresses import avatar_path, feed_path, profile_path
from ui.public.wall import wall_of
from ui.theme import public_texts
from ui.theme.pages import render
from ui.theme.public_texts import followers_text, following_text, posts_text, profile_title

router = APIRouter(include_in_schema=False)


@router.api_route("/@{handle}", methods=["GET", "HEAD"])
async def show_profile(request: Request, parts: TheParts, handle: str, after: str | None = None) -> Response:
    """The plain page, or that of people who are signed in."""

    async def page() -> str:
        now, window = parts.clock.now(), parse_window("posts", (str,), None, after)
        async with parts.works.read() as work:
            person = (await find_profile(work, f"@{handle}", None, now)).person
            wall = await work.posts.of_author(person.account.id, None, window, now)
        return _html(person, wall, own_address(request, parts.settings), is_first=after is None)

    return await answer_nobody(request, page)


def _html(person: SeenAccount, wall: Page[ShownPost], site: str, *, is_first: bool) -> str:
    account = person.account
    counts = (posts_text(person.posts), followers_text(account.followers), following_text(account.following))
    return render(
        "public_profile.html",
        public=public_texts,
        preview=_preview(person, wall, site, is_first=is_first),
        account=account,
        face=avatar_path(account.handle) if account.avatar_media_id else None,
        counts=" · ".join(counts),
        wall=wall_of(wall, profile_path(account.handle), is_first=is_first),
        name=account.display_name,
        path=profile_path(account.handle),
        empty=public_texts.PRIVATE_WALL if account.is_private else public_texts.NO_POSTS,
    )


def _preview(person: SeenAccount, wall: Page[ShownPost], site: str, *, is_first: bool) -> LinkPreview:
    account = person.account
    return LinkPreview(
        kind="profile",
        title=profile_title(account.display_name, account.handle),
        description=in_short(account.bio) or posts_text(person.posts),
        site=site,
        address=site + profile_path(account.handle),
        feed=None if account.is_private else feed_path(account.handle),
        pictures=[first_picture_of(wall.items[0])] if wall.items else (),
        more=[("profile:username", account.handle)],
        is_listed=is_first and not account.is_private,
    )
