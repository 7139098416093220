"""Every list of Kamra as the model has it: by going through everything there is."""

import re
from collections.abc import Sequence
from datetime import datetime

from domain.ids import AccountId, CommentId, PostId
from domain.posts.post import Visibility
from tests.stateful.sees import Viewer, is_listed, sees_comment, sees_lists, sees_post
from tests.stateful.world import Pair, Posted, World

_WORD = re.compile(r"[a-z]+")


def feed(world: World, viewer: AccountId) -> list[PostId]:
    """Own posts and those of people one follows and has not muted."""

    def is_in(post: Posted) -> bool:
        followed = (viewer, post.author) in world.follows and (viewer, post.author) not in world.mutes
        return viewer == post.author or followed

    return _newest([post for post in _seen(world, viewer) if is_in(post)])


def posts_of(world: World, viewer: Viewer, author: AccountId) -> list[PostId]:
    """One person's posts."""
    return _newest([post for post in _seen(world, viewer) if post.author == author])


def explore(world: World, viewer: Viewer) -> list[PostId]:
    """Public posts of everybody whose account is not private."""

    def is_open(post: Posted) -> bool:
        return post.visibility is Visibility.PUBLIC and not world.people[post.author].is_private

    return _newest([post for post in _seen(world, viewer) if is_open(post)])


def tagged(world: World, viewer: Viewer, tag: str) -> list[PostId]:
    """Posts with exactly this hashtag."""
    return _newest([post for post in _seen(world, viewer) if f"#{tag}" in (post.caption or "").split()])


def found_posts(world: World, viewer: AccountId, begun: str) -> list[PostId]:
    """Posts with a word that begins so."""

    def has(post: Posted) -> bool:
        return any(word.startswith(begun) for word in _WORD.findall(post.caption or ""))

    return _newest([post for post in _seen(world, viewer) if has(post)])


def found_people(world: World, viewer: AccountId, part: str) -> list[AccountId]:
    """People with this in their handle, newest first."""
    return sorted((one for one, it in world.people.items() if part in it.handle and is_listed(world, viewer, one)))[
        ::-1
    ]


def likers(world: World, viewer: Viewer, post: Posted) -> list[AccountId]:
    """Who likes it, newest first."""
    return _newest_people(world, viewer, post.likes)


def comments(world: World, viewer: Viewer, post: PostId) -> list[CommentId]:
    """What is said under it, oldest first."""
    its = [said for said in world.comments.values() if said.post == post]
    return sorted(said.id for said in its if sees_comment(world, viewer, said))


def followers(world: World, viewer: Viewer, whose: AccountId) -> list[AccountId]:
    """Who follows them; nobody where that is not for the viewer."""
    return _newest_people(world, viewer, _to(world.follows, whose)) if sees_lists(world, viewer, whose) else []


def following(world: World, viewer: Viewer, whose: AccountId) -> list[AccountId]:
    """Whom they follow; nobody where that is not for the viewer."""
    theirs = {other: since for (one, other), since in world.follows.items() if one == whose}
    return _newest_people(world, viewer, theirs) if sees_lists(world, viewer, whose) else []


def requests(world: World, whose: AccountId) -> list[AccountId]:
    """Who waits to follow them."""
    return _newest_people(world, whose, _to(world.requests, whose))


def count_of_posts(world: World, viewer: Viewer, author: AccountId) -> int:
    """How many posts their profile says they have: by visibility, whatever else hides them."""
    shown = {Visibility.PUBLIC}
    if viewer == author:
        shown = set(Visibility)
    elif (viewer, author) in world.follows:
        shown.add(Visibility.FOLLOWERS)
    theirs = [post for post in world.posts.values() if post.author == author and not post.is_down]
    return len([post for post in theirs if post.visibility in shown])


def _seen(world: World, viewer: Viewer) -> list[Posted]:
    return [post for post in world.posts.values() if sees_post(world, viewer, post)]


def _newest(posts: Sequence[Posted]) -> list[PostId]:
    return sorted((post.id for post in posts), reverse=True)


def _to(pairs: dict[Pair, datetime], whom: AccountId) -> dict[AccountId, datetime]:
    return {one: since for (one, other), since in pairs.items() if other == whom}


def _newest_people(world: World, viewer: Viewer, since: dict[AccountId, datetime]) -> list[AccountId]:
    listed = [(at, who) for who, at in since.items() if is_listed(world, viewer, who)]
    return [who for _, who in sorted(listed, reverse=True)]
