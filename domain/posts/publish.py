"""Publishing a post: pictures of one's own, shown to whom one chooses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.accounts.actor import Actor, Scope
from domain.ids import MediaId, PostId, new_uuid
from domain.media.media import Media, Status
from domain.posts.describe import describe
from domain.posts.hints import Hints
from domain.posts.mention import mention_in_caption
from domain.posts.named_in_text import handles_in
from domain.posts.post import Post, Visibility
from domain.posts.rules import PictureNotPostable, checked_caption, checked_pictures
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """What somebody wants to post; `alts` describe the pictures in their order, None or "" leaves a description."""

    pictures: Sequence[MediaId]
    caption: str | None = None
    alts: Sequence[str | None] = ()
    visibility: Visibility = Visibility.FOLLOWERS


async def publish(work: Work, actor: Actor, new: NewPost, now: datetime) -> tuple[Post, Hints]:
    """The new post; drafts among its pictures are kept from now on. Raises what `rules` names."""
    actor.demand(Scope.WRITE)
    pictures, caption = checked_pictures(new.pictures), checked_caption(new.caption)
    await work.posts.hold_people({actor.account.id, *await work.posts.people_called(handles_in(caption))})
    own = await _postable(work, actor, pictures, now)
    await describe(work, [own[one] for one in pictures], new.alts, keep=True)
    post = Post(
        id=PostId(new_uuid()),
        author_id=actor.account.id,
        caption=caption,
        visibility=new.visibility,
        like_count=0,
        comment_count=0,
        created_at=now,
        edited_at=None,
    )
    await work.posts.add(post, pictures)
    told = await mention_in_caption(work, post, now)
    return post, Hints(new_by=actor.account.id, told=told)


async def _postable(work: Work, actor: Actor, pictures: Sequence[MediaId], now: datetime) -> Mapping[MediaId, Media]:
    await work.posts.hold_pictures(pictures)
    owned = await work.media.owned_among(pictures, actor.account.id, now)
    completed = {media.id: media for media in owned if media.status is Status.COMPLETED}
    if len(completed) < len(pictures):
        raise PictureNotPostable(field="media_ids")
    return completed
