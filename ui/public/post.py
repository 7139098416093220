"""A post for anybody, `/p/<id>`: its pictures whole, its caption, and what was said to it."""

from urllib.parse import quote

from fastapi import APIRouter, Request, Response

from domain.paging import Page, parse_window
from domain.posts.comment import ShownComment
from domain.posts.named_in_text import TextPart, hashtags_in, split_at_named
from domain.posts.post import PostNotFound, ShownPost
from ui.accounts.address import own_address
from ui.api.posts import id_of_post
from ui.parts import TheParts
from ui.public.in_short import in_short
from ui.public.link_preview import LinkPreview
from ui.public.nobody import answer_nobody
from ui.public.shown_picture import pictures_of
from ui.public.stable_addresses import avatar_path, feed_path, post_path, profile_path
from ui.theme import public_texts
from ui.theme.page_texts import post_title
from ui.theme.pages import render

router = APIRouter(include_in_schema=False)

_TAGS = 10  # in the preview; who writes more of them in one caption means none
_COMMENTS = "20"  # on one page, so that the longest words of twenty people keep it below 100 kB


@router.api_route("/p/{post_id}", methods=["GET", "HEAD"])
async def show_post(request: Request, parts: TheParts, post_id: str, after: str | None = None) -> Response:
    """The plain page, or that of people who are signed in."""

    async def page() -> str:
        now, window = parts.clock.now(), parse_window("comments", (str,), _COMMENTS, after)
        async with parts.works.read() as work:
            found = await work.posts.shown([id_of_post(post_id)], None, now)
            if not found:
                raise PostNotFound
            comments = await work.comments.list(found[0].post.id, None, window, now)
        return _html(found[0], comments, own_address(request, parts.settings), is_first=after is None)

    return await answer_nobody(request, page)


def _html(shown: ShownPost, comments: Page[ShownComment], site: str, *, is_first: bool) -> str:
    post, author = shown.post, shown.author.account
    return render(
        "public_post.html",
        public=public_texts,
        preview=_preview(shown, site, is_first=is_first),
        post=post,
        author=author,
        face=avatar_path(author.handle) if author.avatar_media_id else None,
        pictures=pictures_of(shown),
        caption=[(part.text, _leads_to(part, shown)) for part in split_at_named(post.caption or "")],
        comments=[(one, profile_path(one.author.account.handle)) for one in comments.items],
        is_first=is_first,
        next_cursor=comments.next_cursor,
        name=author.display_name,
        profile=profile_path(author.handle),
        path=post_path(post.id),
    )


def _leads_to(part: TextPart, shown: ShownPost) -> str | None:
    if part.hashtag is not None:
        return f"/tags/{quote(part.hashtag)}"
    known = {handle.lower() for handle in shown.mentions}
    return profile_path(part.handle) if part.handle in known else None


def _preview(shown: ShownPost, site: str, *, is_first: bool) -> LinkPreview:
    post, author, pictures = shown.post, shown.author.account, pictures_of(shown)
    more = [
        ("article:published_time", post.created_at.isoformat()),
        ("article:author", site + profile_path(author.handle)),
        *(("article:tag", tag) for tag in hashtags_in(post.caption)[:_TAGS]),
    ]
    if post.edited_at is not None:
        more.insert(1, ("article:modified_time", post.edited_at.isoformat()))
    return LinkPreview(
        kind="article",
        title=post_title(author.display_name),
        description=in_short(post.caption or pictures[0].alt),
        site=site,
        address=site + post_path(post.id),
        feed=feed_path(author.handle),
        pictures=pictures,
        more=more,
        is_listed=is_first,
    )
