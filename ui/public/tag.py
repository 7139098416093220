"""Public posts with a hashtag for anybody, `/tags/<tag>`: where the hashtags of a caption lead."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from domain.paging import Page, parse_window
from domain.posts.named_in_text import folded_hashtag
from domain.posts.post import ShownPost
from ui.accounts.address import own_address
from ui.parts import TheParts
from ui.public.link_preview import LinkPreview
from ui.public.nobody import answer_nobody
from ui.public.shown_picture import first_picture_of
from ui.public.wall import wall_of
from ui.theme import public_texts
from ui.theme.pages import render

router = APIRouter(include_in_schema=False)


@router.api_route("/tags/{tag}", methods=["GET", "HEAD"])
async def show_tag(request: Request, parts: TheParts, tag: str, after: str | None = None) -> Response:
    """The plain page, or that of people who are signed in."""

    async def page() -> str:
        now, window, kept = parts.clock.now(), parse_window("posts", (str,), None, after), folded_hashtag(tag)
        async with parts.works.read() as work:
            found = await work.posts.tagged(kept, None, window, now)
        return _html(kept, found, own_address(request, parts.settings), is_first=after is None)

    return await answer_nobody(request, page)


def _html(tag: str, found: Page[ShownPost], site: str, *, is_first: bool) -> str:
    path = f"/tags/{quote(tag, safe='')}"
    preview = LinkPreview(
        kind="website",
        title=f"#{tag}",
        description=public_texts.TAGGED.format(tag=tag),
        site=site,
        address=site + path,
        pictures=[first_picture_of(found.items[0])] if found.items else (),
        is_listed=is_first and bool(found.items),
    )
    wall = wall_of(found, path, is_first=is_first)
    return render("public_tag.html", public=public_texts, preview=preview, tag=tag, wall=wall, name="", path=path)
