"""The one rule of who may see what, as conditions for queries; every representation asks here."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, not_, or_, true

from domain.accounts.account import Role
from domain.ids import AccountId
from domain.media.media import DRAFT_LIFE
from domain.moderation.flag import FlagState
from domain.moderation.target import TargetKind
from storage.database.tables.accounts import accounts
from storage.database.tables.graph import blocks, follows
from storage.database.tables.media import media
from storage.database.tables.moderation import flags
from storage.database.tables.posts import comments, post_media, posts

# How far a post goes (`posts.reach`): what its author chose, and nobody while it is taken down.
REACH_NOBODY, REACH_AUTHOR, REACH_FOLLOWERS, REACH_EVERYBODY = 0, 1, 2, 3
_JUDGES = (Role.MODERATOR.value, Role.ADMIN.value)


def account_visible_to(viewer: AccountId) -> ColumnElement[bool]:
    """Rows of `accounts` whose profile this person may see: also those of suspended people."""
    return and_(accounts.c.gone_at.is_(None), not_blocked(viewer, accounts.c.id))


def account_visible_to_nobody(now: datetime) -> ColumnElement[bool]:
    """Rows of `accounts` whose profile somebody who is not signed in may see.

    Whether they may see anything at all is decided at the door (public pages).
    """
    return is_active(accounts, now)


def post_visible_to(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    """Rows of `posts` this viewer may see.

    Its author is active, it is not taken down, no block stands either way, and the viewer is the author, or it is
    public and the account is not private, or it is public or for followers and the viewer is an accepted follower.
    A viewer must be here and not suspended, unless they are not signed in.
    """
    author = accounts.alias("author")
    open_to_all = and_(posts.c.reach >= REACH_EVERYBODY, author.c.is_private.is_not(True))
    if viewer is None:
        return exists().where(author.c.id == posts.c.author_id, is_active(author, now), open_to_all)
    own = and_(posts.c.reach >= REACH_AUTHOR, posts.c.author_id == viewer)
    followed = and_(posts.c.reach >= REACH_FOLLOWERS, is_followed_by(viewer, posts.c.author_id))
    shown = exists().where(author.c.id == posts.c.author_id, is_active(author, now), or_(own, open_to_all, followed))
    return and_(shown, not_blocked(viewer, posts.c.author_id), _may_look(viewer, now))


def comment_visible_to(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    """Rows of `comments` this viewer may see under a post they may see: not taken down, no block with who wrote it."""
    person = accounts.alias("commenter")
    writes = exists().where(person.c.id == comments.c.author_id, is_active(person, now))
    return and_(comments.c.taken_down_at.is_(None), writes, not_blocked(viewer, comments.c.author_id))


def person_listed_for(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    """Rows of `accounts` that a list of people (followers, likes, search, who did it) shows this viewer."""
    return and_(is_active(accounts, now), not_blocked(viewer, accounts.c.id))


def lists_visible_to(viewer: AccountId | None) -> ColumnElement[bool]:
    """Rows of `accounts`, of those this viewer may see, whose followers and following they may list: not those of a
    private one to others.
    """
    is_open = accounts.c.is_private.is_not(True)
    if viewer is None:
        return is_open
    return or_(is_open, accounts.c.id == viewer, is_followed_by(viewer, accounts.c.id))


def media_here(now: datetime) -> ColumnElement[bool]:
    """Rows of `media` that exist for anybody: not marked as gone, and no draft whose time is over."""
    return and_(media.c.gone_at.is_(None), not_(draft_is_over(now)))


def draft_is_over(now: datetime) -> ColumnElement[bool]:
    """Rows of `media` that are drafts nobody kept in time."""
    return and_(media.c.is_draft, media.c.created_at <= now - DRAFT_LIFE)


def media_visible_to(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    """Rows of `media` this viewer may see: their own that are here, and those of a post they may see.

    A viewer must be here and not suspended, unless they are not signed in. Moderators also see the pictures of posts
    that somebody reported and nobody has answered yet, and of those that are taken down: they must look to decide.
    """
    in_a_post = exists().where(
        post_media.c.media_id == media.c.id, posts.c.id == post_media.c.post_id, post_visible_to(viewer, now)
    )
    if viewer is None:
        return and_(media_here(now), in_a_post)
    return and_(
        media_here(now), _may_look(viewer, now), or_(media.c.owner_id == viewer, in_a_post, _is_to_judge(viewer))
    )


def avatar_visible_to(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    """Rows of `accounts` joined with the `media` they show themselves by: who may see the profile sees the face.

    A viewer must be here and not suspended, unless they are not signed in.
    """
    profile = account_visible_to_nobody(now) if viewer is None else account_visible_to(viewer)
    return and_(profile, media_here(now), media.c.owner_id == accounts.c.id, _may_look(viewer, now))


def is_active(person: FromClause, now: datetime) -> ColumnElement[bool]:
    """Rows of `accounts`, or of an alias of it, of people who are here and not suspended."""
    over = and_(person.c.suspended_until.is_not(None), person.c.suspended_until <= now)
    return and_(person.c.gone_at.is_(None), or_(person.c.suspended_at.is_(None), over))


def not_blocked(viewer: AccountId | None, other: ColumnElement[Any]) -> ColumnElement[bool]:
    """That no block stands between the two, either way."""
    if viewer is None:
        return true()
    either = or_(
        and_(blocks.c.blocker_id == viewer, blocks.c.blocked_id == other),
        and_(blocks.c.blocker_id == other, blocks.c.blocked_id == viewer),
    )
    return not_(exists().where(either).correlate_except(blocks))


def is_followed_by(viewer: AccountId, other: ColumnElement[Any]) -> ColumnElement[bool]:
    """That the viewer is an accepted follower of the other."""
    accepted = exists().where(
        follows.c.follower_id == viewer, follows.c.followed_id == other, follows.c.state == "accepted"
    )
    # Said expressly: two queries deep, the other would by itself become anybody instead of the one of the row.
    return accepted.correlate_except(follows)


def _is_to_judge(viewer: AccountId) -> ColumnElement[bool]:
    """Rows of `media` in a post with an open report or one that is taken down, if the viewer is a moderator."""
    person = accounts.alias("moderator")
    judges = exists().where(person.c.id == viewer, person.c.role.in_(_JUDGES))
    reported = exists().where(
        flags.c.target_kind == TargetKind.POST.value,
        flags.c.target_id == posts.c.id,
        flags.c.state == FlagState.OPEN.value,
    )
    its_post = (post_media.c.media_id == media.c.id, posts.c.id == post_media.c.post_id)
    return and_(judges, exists().where(*its_post, or_(posts.c.taken_down_at.is_not(None), reported)))


def _may_look(viewer: AccountId | None, now: datetime) -> ColumnElement[bool]:
    if viewer is None:
        return true()
    person = accounts.alias("viewer")
    return exists().where(person.c.id == viewer, is_active(person, now))
