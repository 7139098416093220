"""What people do with posts, as the model has it: each answers as Kamra must, or with the error it must raise."""

import re
from typing import Any

from domain.ids import AccountId, CommentId, PostId
from domain.notifications.notice import Kind
from domain.posts.comment import BadReply, CommentNotFound, NotYourComment
from domain.posts.post import NotYourPost, PostNotFound, Visibility
from domain.posts.publish import NewPost
from domain.posts.rules import PictureNotPostable
from domain.posts.unlike import LikeNotFound
from tests.stateful.sees import sees_comment, sees_post
from tests.stateful.told import forget_comment, forget_post, take_back, tell
from tests.stateful.world import Posted, Said, World

_MENTION = re.compile(r"@([a-z]+)")


def publish(world: World, me: AccountId, made: Any, new: NewPost) -> Any:
    """`made` is the id that Kamra gave the post, if it took it."""
    if any(picture not in world.people[me].pictures for picture in new.pictures):
        return PictureNotPostable
    if not isinstance(made, type):
        post = Posted(id=made, author=me, caption=new.caption, visibility=new.visibility, pictures=list(new.pictures))
        world.posts[made] = post
        _mention(world, post)
        return made
    return "the post's id"


def edit(world: World, me: AccountId, post_id: PostId, caption: str | None, visibility: Visibility | None) -> Any:
    """A caption always, a visibility unless None."""
    post = world.posts.get(post_id)
    if refused := _refused(world, me, post):
        return refused
    assert post is not None
    wanted = (caption, visibility or post.visibility)
    if wanted != (post.caption, post.visibility):
        post.caption, post.visibility = wanted
        _mention(world, post)
    return None


def delete(world: World, me: AccountId, post_id: PostId) -> Any:
    """With everything said to it."""
    if refused := _refused(world, me, world.posts.get(post_id)):
        return refused
    remove_post(world, post_id)
    return None


def like(world: World, me: AccountId, post_id: PostId) -> Any:
    """Whether that is new."""
    post = world.posts.get(post_id)
    if post is None or not sees_post(world, me, post):
        return PostNotFound
    if me in post.likes:
        return False
    post.likes[me] = world.now
    tell(world, post.author, Kind.LIKED, me, about=post)
    return True


def unlike(world: World, me: AccountId, post_id: PostId) -> Any:
    """Only of a post that is still there for one."""
    post = world.posts.get(post_id)
    if post is None or not sees_post(world, me, post):
        return PostNotFound
    if post.likes.pop(me, None) is None:
        return LikeNotFound
    take_back(world, post.author, Kind.LIKED, me, about=post)
    return None


def say(world: World, me: AccountId, made: Any, post_id: PostId, body: str, *, reply_to: CommentId | None) -> Any:
    """`made` is the id that Kamra gave the comment, if it took it."""
    post = world.posts.get(post_id)
    if post is None or not sees_post(world, me, post):
        return PostNotFound
    if reply_to is not None:
        answered = world.comments.get(reply_to)
        if answered is None or answered.post != post_id or not sees_comment(world, me, answered):
            return BadReply
    if isinstance(made, type):
        return "the comment's id"
    said = Said(id=made, post=post_id, author=me, body=body, reply_to=reply_to)
    world.comments[made] = said
    tell(world, post.author, Kind.COMMENTED, me, about=said)
    for one in _named(world, body, post) - {post.author}:
        tell(world, one, Kind.MENTIONED, me, about=said)
    return made


def delete_comment(world: World, me: AccountId, post_id: PostId, comment_id: CommentId) -> Any:
    """By its author or the post's."""
    post = world.posts.get(post_id)
    if post is None or not sees_post(world, me, post):
        return PostNotFound
    said = world.comments.get(comment_id)
    if said is None or said.post != post_id or not sees_comment(world, me, said):
        return CommentNotFound
    if me not in (said.author, post.author):
        return NotYourComment
    remove_comment(world, comment_id)
    return None


def remove_comment(world: World, comment_id: CommentId) -> None:
    """It goes with what is told of it; what answers it stays."""
    said = world.comments[comment_id]
    take_back(world, world.posts[said.post].author, Kind.COMMENTED, said.author, about=said)
    del world.comments[comment_id]
    forget_comment(world, comment_id)
    for other in world.comments.values():
        if other.reply_to == comment_id:
            other.reply_to = None


def remove_post(world: World, post_id: PostId) -> None:
    """It goes with everything said to it and told of it."""
    world.comments = {one: said for one, said in world.comments.items() if said.post != post_id}
    forget_post(world, post_id)
    del world.posts[post_id]


def _refused(world: World, me: AccountId, post: Posted | None) -> type[Exception] | None:
    if post is None or not sees_post(world, me, post):
        return PostNotFound
    return None if post.author == me else NotYourPost


def _mention(world: World, post: Posted) -> None:
    before, named = post.mentions, _named(world, post.caption or "", post)
    post.mentions = named
    for one in named - before:
        tell(world, one, Kind.MENTIONED, post.author, about=post)
    for one in before - named:
        take_back(world, one, Kind.MENTIONED, post.author, about=post)


def _named(world: World, text: str, post: Posted) -> set[AccountId]:
    handles = set(_MENTION.findall(text))
    return {one for one, it in world.people.items() if it.handle in handles and sees_post(world, one, post)}
