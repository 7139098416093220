"""What a moderator is about to act upon: a post or a comment, with whose it is."""

from dataclasses import dataclass

from domain.ids import AccountId, CommentId, PostId
from domain.moderation.target import Target, TargetKind
from domain.notifications.notice import Kind, Notice
from domain.posts.comment import Comment, CommentNotFound
from domain.posts.post import Post, PostNotFound
from domain.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A post, or a comment with the post it stands under."""

    target: Target
    post: Post
    comment: Comment | None

    @property
    def author_id(self) -> AccountId:
        """Whose it is."""
        return self.post.author_id if self.comment is None else self.comment.author_id

    def notice(self, kind: Kind, text: str | None) -> Notice:
        """What its author is told about it by a moderator."""
        return Notice(
            to=self.author_id,
            kind=kind,
            about=str(self.target.id),
            actor=None,
            post_id=self.post.id,
            comment_id=None if self.comment is None else self.comment.id,
            text=text,
        )


async def subject_of(work: Work, target: Target) -> Subject:
    """The post or comment, taken down or not. Raises PostNotFound, CommentNotFound."""
    comment = None
    post_id = PostId(target.id)
    if target.kind is TargetKind.COMMENT:
        comment = await work.comments.get(CommentId(target.id))
        if comment is None:
            raise CommentNotFound
        post_id = comment.post_id
    post = await work.posts.get(post_id)
    if post is None:
        raise PostNotFound
    return Subject(target=target, post=post, comment=comment)
