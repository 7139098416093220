"""The newest public posts of a person for programs that follow pages (Atom, RFC 4287), with whole pictures."""

import hashlib
from collections.abc import Sequence

from fastapi import APIRouter, Depends, Request, Response

from domain.accounts.find_person import find_profile
from domain.graph.seen_account import SeenAccount
from domain.paging import Window
from domain.posts.named_in_text import hashtags_in
from domain.posts.post import ShownPost
from ui.accounts.address import own_address
from ui.media.partial import is_known
from ui.parts import TheParts
from ui.public.in_short import in_short
from ui.public.pictures import demand_public_pages
from ui.public.shown_picture import pictures_of
from ui.public.stable_addresses import avatar_path, feed_path, post_path, profile_path
from ui.theme.page_texts import post_title
from ui.theme.pages import render
from ui.theme.public_texts import FEED_OF, MADE_WITH

router = APIRouter(include_in_schema=False, dependencies=[Depends(demand_public_pages)])

_TYPE = "application/atom+xml; charset=utf-8"
_NO_XML = {0xFFFE: None, 0xFFFF: None}  # the two that are text everywhere but there


@router.api_route("/@{handle}/feed.atom", methods=["GET", "HEAD"])
async def feed(request: Request, parts: TheParts, handle: str) -> Response:
    """The feed; who has it as it is gets told so."""
    now = parts.clock.now()
    async with parts.works.read() as work:
        person = (await find_profile(work, f"@{handle}", None, now)).person
        page = await work.posts.of_author(person.account.id, None, Window(), now)
    body = _xml(person, page.items, own_address(request, parts.settings)).encode()
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"ETag": tag, "Cache-Control": "public, max-age=300, s-maxage=60"}
    if is_known(request.headers.get("if-none-match"), tag):
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=_TYPE, headers=headers)


def _xml(person: SeenAccount, posts: Sequence[ShownPost], site: str) -> str:
    account = person.account
    changed = [one.post.edited_at or one.post.created_at for one in posts]
    written = render(
        "atom.xml",
        title=FEED_OF.format(name=account.display_name),
        made_with=MADE_WITH,
        account=account,
        face=site + avatar_path(account.handle) if account.avatar_media_id else None,
        address=site + feed_path(account.handle),
        profile=site + profile_path(account.handle),
        site=site,
        updated=max(changed, default=account.created_at),
        entries=[
            {
                "post": one.post,
                "title": in_short(one.post.caption or post_title(account.display_name)),
                "address": site + post_path(one.post.id),
                "pictures": pictures_of(one),
                "tags": hashtags_in(one.post.caption),
            }
            for one in posts
        ],
    )
    return written.translate(_NO_XML)
