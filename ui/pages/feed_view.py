"""What the pages of posts begin with: the first of the feed, or one post."""

from domain.accounts.actor import Actor
from domain.paging import Page, Window
from domain.posts.post import PostNotFound, ShownPost
from domain.posts.talk import Talk, talk_of
from ui.api.post_shapes import post_for
from ui.api.posts import id_of_post
from ui.api.talk import talk_for
from ui.components.feed import FirstPosts
from ui.parts import Parts

FIRST = 10  # posts that come with the page: more than two windows full


async def feed_view(parts: Parts, actor: Actor) -> FirstPosts:
    """The newest posts for this person."""
    now, viewer = parts.clock.now(), actor.account.id
    async with parts.works.read() as work:
        page = await work.feed.page(viewer, Window(limit=FIRST), now)
        talks = await talk_of(work, [shown.post.id for shown in page.items], viewer, now)
    return _first(parts, actor, page, list(talks))


async def post_view(parts: Parts, actor: Actor, written_id: str) -> tuple[ShownPost, FirstPosts]:
    """One post for this person. Raises PostNotFound."""
    now, viewer = parts.clock.now(), actor.account.id
    async with parts.works.read() as work:
        found = await work.posts.shown([id_of_post(written_id)], viewer, now)
        if not found:
            raise PostNotFound
        talks = await talk_of(work, [found[0].post.id], viewer, now)
    return found[0], _first(parts, actor, Page(items=(found[0],)), list(talks), alone=True)


def _first(parts: Parts, actor: Actor, page: Page[ShownPost], talks: list[Talk], *, alone: bool = False) -> FirstPosts:
    viewer = actor.account.id
    return FirstPosts(
        posts=[post_for(parts, shown, viewer).model_dump(mode="json") for shown in page.items],
        talk=[talk_for(parts, talk, viewer).model_dump(mode="json") for talk in talks],
        next_cursor=page.next_cursor,
        alone=alone,
    )
