"""Everything that somebody is shown, asked of Kamra and of the model; each pair must be the same."""

import random
from collections.abc import Awaitable, Callable
from typing import Any

from domain.graph.look_at import list_followers, list_following
from domain.ids import AccountId, PostId
from domain.paging import Page, Window, parse_window
from domain.posts.named_in_text import handles_in
from domain.search.question import people_question, post_question
from domain.work import Work
from tests.stateful import lists, told
from tests.stateful.sees import Viewer, sees_comment, sees_lists, sees_person, sees_picture, sees_post
from tests.stateful.texts import BEGINNINGS, PARTS_OF_NAMES, TAGS
from tests.stateful.world import Posted, World

Both = tuple[Any, Any]  # what Kamra says, what the model says
Look = Callable[[Work, World, Viewer, random.Random], Awaitable[Both]]


async def lists_of_posts(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """Explore, a hashtag and a person's posts, page by page."""
    author, tag, limit = chance.choice(list(world.people)), chance.choice(TAGS), _limit(len(world.posts), chance)
    pages = (
        lambda window: work.posts.of_author(author, viewer, window, world.now),
        lambda window: work.posts.tagged(tag, viewer, window, world.now),
        lambda window: work.posts.explore(viewer, window, world.now),
    )
    wanted = lists.posts_of(world, viewer, author), lists.tagged(world, viewer, tag), lists.explore(world, viewer)
    return tuple([[one.post.id for one in await _all(page, limit, "posts", str)] for page in pages]), wanted


async def feed_and_search(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """The whole feed, posts by a word, people by a part of their name."""
    if viewer is None or viewer not in world.people:
        return None, None
    limit, begun, part = _limit(len(world.posts), chance), chance.choice(BEGINNINGS), chance.choice(PARTS_OF_NAMES)
    feed = await _all(lambda window: work.feed.page(viewer, window, world.now), limit, "feed", str)
    found = await _all(
        lambda window: work.search.posts(post_question(begun), viewer, window, world.now), limit, "search/posts", str
    )
    people = await _all(
        lambda window: work.search.people(people_question(part), viewer, window, world.now), limit, "search/people", str
    )
    got = [one.post.id for one in feed], [one.post.id for one in found], [one.account.id for one in people]
    wanted_people = lists.found_people(world, viewer, part)
    return got, (lists.feed(world, viewer), lists.found_posts(world, viewer, begun), wanted_people)


async def posts(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """Some posts as one sees them, with what they count, and what stands under one of them."""
    some = chance.sample(list(world.posts), min(4, len(world.posts)))
    got = await work.posts.shown(some, viewer, world.now)
    as_seen = [
        (
            *(one.post.id, one.post.caption, one.post.visibility, one.post.like_count, one.post.comment_count),
            *(one.is_liked, [picture.id for picture in one.pictures], list(one.mentions)),
            *(one.author.posts, one.author.account.followers, one.author.account.following),
        )
        for one in got
    ]
    return as_seen, [
        _seen(world, viewer, world.posts[one]) for one in some if sees_post(world, viewer, world.posts[one])
    ]


async def under_a_post(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """Likes and comments, of each who or what is listed, and the last of each in the feed."""
    seen = [one for one, post in world.posts.items() if sees_post(world, viewer, post)]
    if not seen:
        return None, None
    post, limit = chance.choice(seen), _limit(len(world.people), chance)
    likers = await _all(lambda w: work.likes.list(post, viewer, w, world.now), limit, "likes", int, str)
    said = await _all(lambda w: work.comments.list(post, viewer, w, world.now), limit, "comments", str)
    last, newest = (
        await work.likes.newest([post], viewer, world.now),
        await work.comments.newest([post], viewer, world.now),
    )
    got = [one.person.account.id for one in likers], [(one.comment.id, one.comment.reply_to) for one in said]
    short = [one.account.id for one in last.values()], [one.comment.id for one in newest.get(post, ())]
    who, what = lists.likers(world, viewer, world.posts[post]), lists.comments(world, viewer, post)
    others = [one for one in who if one != viewer]
    return (got, short), ((who, [(one, world.comments[one].reply_to) for one in what]), (others[:1], what[-2:]))


async def one_comment(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """A comment asked for by its id, under its post."""
    if not world.comments:
        return None, None
    said = chance.choice(list(world.comments.values()))
    found = await work.comments.visible(said.id, said.post, viewer, world.now)
    shown = sees_post(world, viewer, world.posts[said.post])  # who asks for the comment has asked for the post
    return shown and found is not None, sees_comment(world, viewer, said)


async def pictures(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """Some pictures: whether they are there for one."""
    all_of_them = [(owner, one) for owner, person in world.people.items() for one in person.pictures]
    some = chance.sample(all_of_them, 3)
    got = [await work.media.visible(one, viewer, world.now) is not None for _, one in some]
    return got, [sees_picture(world, viewer, owner, one) for owner, one in some]


async def profiles(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """A person with what they count, what stands between the two, and their lists."""
    whose, limit = chance.choice(list(world.people)), _limit(len(world.people), chance)
    people = work.people
    profile = await (people.public_profile(whose, world.now) if viewer is None else people.profile(whose, viewer))
    if profile is None:
        return None, (whose if sees_person(world, viewer, whose) else None)
    seen, them, tie = profile, profile.person, profile.relationship
    ends = [
        await _all(lambda w, which=which: which(work, seen, viewer, w, world.now), limit, name, int, str)
        for which, name in ((list_followers, "followers"), (list_following, "following"))
    ]
    got = (
        *(them.posts, them.account.followers, them.account.following, profile.lists_visible),
        *(tie.is_following, tie.is_followed_by, tie.is_requested, tie.is_blocking, tie.is_muting),
        *([one.person.account.id for one in end] for end in ends),
    )
    pair, back = (viewer, whose), (whose, viewer)
    wanted = (
        *_counts(world, viewer, whose),
        sees_lists(world, viewer, whose),
        *(pair in world.follows, back in world.follows, pair in world.requests, pair in world.blocks),
        *(pair in world.mutes, lists.followers(world, viewer, whose), lists.following(world, viewer, whose)),
    )
    return got, wanted


async def notifications(work: Work, world: World, viewer: Viewer, chance: random.Random) -> Both:
    """What one is told, how much of it is unread, and who waits for an answer."""
    if viewer is None or viewer not in world.people:
        return None, None
    me, limit = viewer, _limit(len(world.told), chance)
    every = [
        await _all(
            lambda w, only=only: work.notifications.list(me, w, world.now, unread_only=only),
            *(limit, "notifications", int, str),
        )
        for only in (False, True)
    ]
    waiting = await _all(lambda w: work.follows.requests(viewer, w, world.now), limit, "follow-requests", int, str)
    got = [
        [
            told.ToldNow(
                kind=one.kind,
                actors=tuple(actor.account.id for actor in one.actors),
                count=one.count,
                post=one.post_id,
                comment=one.comment_id,
                text=one.text,
                is_read=one.is_read,
            )
            for one in some
        ]
        for some in every
    ]
    unread = await work.notifications.unread_count(viewer, world.now)
    wanted = [now for _, now in told.shown(world, viewer)]
    new = [one for one in wanted if not one.is_read]
    requested = [one.person.account.id for one in waiting]
    return (got, unread, requested), ([wanted, new], len(new), lists.requests(world, viewer))


LOOKS: tuple[Look, ...] = (
    lists_of_posts,
    feed_and_search,
    posts,
    under_a_post,
    one_comment,
    pictures,
    profiles,
    notifications,
)


async def _all(page_of: Callable[[Window], Awaitable[Page[Any]]], limit: int, name: str, *types: type) -> list[Any]:
    found: list[Any] = []
    cursor: str | None = None
    while True:
        page = await page_of(parse_window(name, types, str(limit), cursor))
        assert len(page.items) <= limit
        found += page.items
        cursor = page.next_cursor
        if cursor is None:
            return found


def _limit(of_all: int, chance: random.Random) -> int:
    """A size of pages, of which a few or one show them all."""
    return chance.choice((of_all // 4 + 1, 100))


def _seen(world: World, viewer: Viewer, post: Posted) -> tuple[Any, ...]:
    spoken = [said for said in world.comments.values() if said.post == post.id and not said.is_down]
    order = handles_in(post.caption)
    named = [world.people[one].handle for one in post.mentions if lists.is_listed(world, viewer, one)]
    return (
        *(post.id, post.caption, post.visibility, len(post.likes), len(spoken), viewer in post.likes),
        *(post.pictures, sorted(named, key=order.index), *_counts(world, viewer, post.author)),
    )


def _counts(world: World, viewer: Viewer, whose: AccountId) -> tuple[int, int, int]:
    to = len([pair for pair in world.follows if pair[1] == whose])
    of = len([pair for pair in world.follows if pair[0] == whose])
    return lists.count_of_posts(world, viewer, whose), to, of


def page_of_feed(world: World, viewer: AccountId, after: PostId | None, limit: int) -> tuple[list[PostId], bool]:
    """The posts of a page of the feed as it must be now, and whether more come after it."""
    rest = [one for one in lists.feed(world, viewer) if after is None or one < after]
    return rest[:limit], len(rest) > limit
