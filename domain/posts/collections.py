"""What the verbs of posts need from the database."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from domain.graph.seen_account import SeenAccount, SeenSince
from domain.ids import AccountId, CommentId, MediaId, PostId
from domain.paging import Page, Window
from domain.posts.comment import Comment, ShownComment
from domain.posts.post import Post, ShownPost


class Posts(Protocol):
    """All posts. Each change moves its author's counter in the same transaction; nobody sees what is taken down."""

    async def hold(
        self, post_id: PostId, viewer: AccountId, now: datetime, people: Collection[AccountId] = ()
    ) -> Post | None:
        """The post if this viewer may see it now; nobody else changes it until the transaction ends.

        Its author, the viewer and these people are not taken away either. Call it before anything is changed: people,
        then posts, then the rest is the order in which everybody waits for each other.
        """
        ...

    async def hold_people(self, people: Collection[AccountId]) -> None:
        """The same for what is about to become a post."""
        ...

    async def add(self, post: Post, pictures: Sequence[MediaId]) -> None:
        """Keep a new one with its hashtags; its counts are 0."""
        ...

    async def change(self, post: Post) -> None:
        """Keep its caption with the hashtags, its visibility and when it was edited."""
        ...

    async def remove(self, post_id: PostId) -> bool:
        """Remove it with everything said to it; whether it was there. Its pictures stay with their owner."""
        ...

    async def get(self, post_id: PostId) -> Post | None:
        """The post, whoever asks and also while it is taken down: for moderation."""
        ...

    async def visible(self, post_id: PostId, viewer: AccountId | None, now: datetime) -> Post | None:
        """The post if this viewer (None: somebody who is not signed in) may see it now."""
        ...

    async def shown(self, post_ids: Sequence[PostId], viewer: AccountId | None, now: datetime) -> Sequence[ShownPost]:
        """Those of them that this viewer may see, in the order of the ids; three queries at most for any number."""
        ...

    async def of_author(
        self, author_id: AccountId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[ShownPost]:
        """What this viewer may see of one person's, newest first."""
        ...

    async def tagged(self, tag: str, viewer: AccountId | None, window: Window, now: datetime) -> Page[ShownPost]:
        """What this viewer may see with this hashtag (folded), newest first."""
        ...

    async def explore(self, viewer: AccountId | None, window: Window, now: datetime) -> Page[ShownPost]:
        """Public posts of everybody whose account is not private, newest first."""
        ...

    async def pictures_of(self, post_id: PostId) -> Sequence[MediaId]:
        """Its pictures in their order."""
        ...

    async def uses(self, media_id: MediaId) -> bool:
        """Whether a post has this picture; ask while holding its owner, and no new post takes it meanwhile."""
        ...

    async def hold_pictures(self, media_ids: Collection[MediaId]) -> None:
        """None of them is marked as gone until the transaction ends."""
        ...

    async def named(self, handles: Sequence[str], post_id: PostId, now: datetime) -> Collection[AccountId]:
        """Who of the people with these handles (lower case) may see the post."""
        ...

    async def people_called(self, handles: Sequence[str]) -> Collection[AccountId]:
        """Everybody with one of these handles (lower case)."""
        ...

    async def mentioned(self, post_id: PostId) -> Collection[AccountId]:
        """Whom its caption mentions."""
        ...

    async def set_mentioned(self, post_id: PostId, people: Collection[AccountId]) -> None:
        """From now on its caption mentions these."""
        ...

    async def take_down(self, post_id: PostId, reason: str, now: datetime) -> bool:
        """Nobody sees it any more; whether it was not taken down yet."""
        ...

    async def restore(self, post_id: PostId) -> bool:
        """It is seen again by whom its author chose; whether it was taken down."""
        ...

    async def remove_all_of(self, account_id: AccountId) -> None:
        """Remove a person's posts, likes, comments and mentions, with what they counted on others' posts."""
        ...


class Likes(Protocol):
    """Who likes what; each change moves the post's count in the same transaction."""

    async def add(self, post_id: PostId, account_id: AccountId, now: datetime) -> bool:
        """Whether that is new."""
        ...

    async def remove(self, post_id: PostId, account_id: AccountId) -> bool:
        """Whether it was there."""
        ...

    async def list(self, post_id: PostId, viewer: AccountId | None, window: Window, now: datetime) -> Page[SeenSince]:
        """Who likes the post, newest first, without people whom this viewer may not see."""
        ...

    async def newest(
        self, post_ids: Sequence[PostId], viewer: AccountId | None, now: datetime
    ) -> Mapping[PostId, SeenAccount]:
        """Who else liked each of many posts last, without people whom this viewer may not see; one query."""
        ...


class Comments(Protocol):
    """What is said to posts; each change moves the post's count in the same transaction."""

    async def add(self, comment: Comment) -> None:
        """Keep a new one."""
        ...

    async def remove(self, comment_id: CommentId) -> bool:
        """Whether it was there."""
        ...

    async def get(self, comment_id: CommentId) -> Comment | None:
        """The comment, whoever asks and also while it is taken down: for moderation."""
        ...

    async def visible(
        self, comment_id: CommentId, post_id: PostId, viewer: AccountId | None, now: datetime
    ) -> Comment | None:
        """The comment if it stands under this post and this viewer, who may see the post, may see it too."""
        ...

    async def list(
        self, post_id: PostId, viewer: AccountId | None, window: Window, now: datetime
    ) -> Page[ShownComment]:
        """What this viewer may see under the post, oldest first."""
        ...

    async def shown(
        self, comment_ids: Sequence[CommentId], viewer: AccountId | None, now: datetime
    ) -> Mapping[CommentId, ShownComment]:
        """Those of them that this viewer may see under posts they may see, which the caller asks; one query."""
        ...

    async def newest(
        self, post_ids: Sequence[PostId], viewer: AccountId | None, now: datetime, *, each: int = 2
    ) -> Mapping[PostId, Sequence[ShownComment]]:
        """The newest few under each of many posts, oldest of them first; one query."""
        ...

    async def take_down(self, comment_id: CommentId, reason: str, now: datetime) -> bool:
        """Nobody sees it any more, and it is not counted; whether it was not taken down yet."""
        ...

    async def restore(self, comment_id: CommentId) -> bool:
        """It is seen and counted again; whether it was taken down."""
        ...


class Feed(Protocol):
    """One's own posts and those of the people one follows."""

    async def page(self, viewer: AccountId, window: Window, now: datetime) -> Page[ShownPost]:
        """Newest first, exact: each post once over all pages, whatever is posted meanwhile."""
        ...
