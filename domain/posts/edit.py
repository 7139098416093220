"""Changing a post: its caption, its visibility, and the descriptions of its pictures."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import PostId
from domain.posts.describe import describe
from domain.posts.hints import Hints
from domain.posts.mention import mention_in_caption
from domain.posts.named_in_text import handles_in
from domain.posts.post import NotYourPost, Post, PostNotFound, Visibility
from domain.posts.rules import checked_caption
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class PostChange:
    """What to change: a `caption` when `has_caption` (None clears it), a `visibility` unless None.

    `alts` describe the pictures in their order, None or "" leaves a description.
    """

    has_caption: bool = False
    caption: str | None = None
    visibility: Visibility | None = None
    alts: Sequence[str | None] = ()


async def edit_post(work: Work, actor: Actor, post_id: PostId, change: PostChange, now: datetime) -> Hints:
    """Change one's own post; what stays the same is no change. Raises PostNotFound, NotYourPost and the rules."""
    actor.demand(Scope.WRITE)
    caption = checked_caption(change.caption)
    named = await work.posts.people_called(handles_in(caption))
    post = await work.posts.hold(post_id, actor.account.id, now, named)
    if post is None:
        raise PostNotFound
    if post.author_id != actor.account.id:
        raise NotYourPost
    wanted = dataclasses.replace(
        post,
        caption=caption if change.has_caption else post.caption,
        visibility=change.visibility or post.visibility,
    )
    described = bool(change.alts) and await _describe(work, actor, post, change.alts, now)
    if wanted == post and not described:
        return Hints()
    await work.posts.change(dataclasses.replace(wanted, edited_at=now))
    return Hints(changed=post.id, told=await mention_in_caption(work, wanted, now))


async def _describe(work: Work, actor: Actor, post: Post, alts: Sequence[str | None], now: datetime) -> bool:
    ids = await work.posts.pictures_of(post.id)
    own = {media.id: media for media in await work.media.owned_among(ids, actor.account.id, now)}
    return await describe(work, [own[one] for one in ids if one in own], alts)
