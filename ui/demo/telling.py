"""Lets the demo's story happen: each post, like and comment at its own time, with whom it tells."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from domain.accounts.actor import Actor
from domain.ids import CommentId, MediaId, PostId, uuid_at
from domain.notifications.tell import tell
from domain.posts.comment import Comment
from domain.posts.describe import describe
from domain.posts.like import like
from domain.posts.mention import mention_in_caption, mention_in_comment
from domain.posts.post import Post
from domain.posts.say import notice_of_comment
from domain.work import Work
from ui.demo.recent_story import RECENT_STORY
from ui.demo.story import STORY, Happened, Said
from ui.parts import Parts

WHOLE_STORY = STORY + RECENT_STORY
BEGAN = timedelta(days=43)
_UNREAD_FOR = timedelta(days=4)


async def tell_story(parts: Parts, actors: Mapping[str, Actor], painted: Mapping[tuple[str, str, int], MediaId]) -> str:
    """Let it happen, from the oldest post to the newest; returns a line that sums it up.

    What people were told before the last days is read.
    """
    now = parts.clock.now()
    story = sorted(WHOLE_STORY, key=lambda one: moment_of(one, now))
    recent = [one for one in story if moment_of(one, now) > now - _UNREAD_FOR]
    for happened in story:
        async with parts.works.write() as work:
            if happened is recent[0]:
                for actor in actors.values():
                    await work.notifications.mark_all_read(actor.account.id, now - _UNREAD_FOR)
            post = await _post(work, actors[happened.who], happened, painted, moment_of(happened, now))
            for number, who in enumerate(happened.likes):
                await like(work, actors[who], post.id, min(now, post.created_at + timedelta(minutes=14 * number + 9)))
            comments: list[Comment] = []
            for said in happened.said:
                comments.append(await _say(work, actors[said.who], post, said, answered=comments, now=now))
    said_in_all = sum(len(one.said) for one in story)
    return f"{len(story)} posts, {sum(len(one.likes) for one in story)} likes, {said_in_all} comments"


def moment_of(happened: Happened, now: datetime) -> datetime:
    """When that was; what would be later than now was a day before."""
    at = (now - timedelta(days=happened.days_ago)).replace(hour=happened.hour, minute=happened.days_ago)
    return at if at < now - timedelta(hours=1) else at - timedelta(days=1)


async def _post(
    work: Work,
    actor: Actor,
    happened: Happened,
    painted: Mapping[tuple[str, str, int], MediaId],
    at: datetime,
) -> Post:
    pictures = [painted[happened.who, told.scene, told.seed] for told in happened.pictures]
    owned = {media.id: media for media in await work.media.owned_among(pictures, actor.account.id, at)}
    await describe(work, [owned[one] for one in pictures], [told.alt for told in happened.pictures])
    post = Post(
        id=PostId(uuid_at(at)),
        author_id=actor.account.id,
        caption=happened.caption,
        visibility=happened.visibility,
        like_count=0,
        comment_count=0,
        created_at=at,
        edited_at=None,
    )
    await work.posts.add(post, pictures)
    await mention_in_caption(work, post, at)
    return post


async def _say(
    work: Work, actor: Actor, post: Post, said: Said, *, answered: Sequence[Comment], now: datetime
) -> Comment:
    at = min(now, post.created_at + timedelta(minutes=said.after))
    comment = Comment(
        id=CommentId(uuid_at(at)),
        post_id=post.id,
        author_id=actor.account.id,
        body=said.text,
        reply_to=None if said.answers is None else answered[said.answers].id,
        created_at=at,
    )
    await work.comments.add(comment)
    await tell(work, notice_of_comment(post, comment), at)
    await mention_in_comment(work, post, comment, at)
    return comment
